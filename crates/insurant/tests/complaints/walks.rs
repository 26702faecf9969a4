//! Random walks: whatever is tried in whatever order, the invariants hold.

use crate::world::{World, actor, minute, next, opened, samples};
use insurant::Engine;
use insurant::complaint::clock::{Deadline, DeadlineState, Duty, Rule};
use insurant::complaint::{
    COMPLAINT, Complaint, ComplaintEffect, ComplaintEvent, ComplaintFacts, ComplaintStep, Details,
    Event, FindingKind, FirmKind, Step, Trigger,
};
use insurant::organisation::{Actor, Role};
use proptest::prelude::*;
use std::sync::LazyLock;

/// One thing tried: an event, which sample of it, by whom, and how late it is written down.
#[derive(Debug, Clone)]
struct Try {
    event: usize,
    sample: usize,
    person: usize,
    role: usize,
    unit: usize,
    late: i64,
}

const PERSONS: [&str; 5] = ["ann", "bob", "hand", "bad", "away"];
const UNITS: [&str; 5] = ["C", "D", "P", "HO", "elsewhere"];

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (
        0..ComplaintEvent::ALL.len(),
        0..4_usize,
        0..PERSONS.len(),
        0..Role::ALL.len(),
        0..UNITS.len(),
        0..3_i64,
    );
    let one = one.prop_map(|(event, sample, person, role, unit, late)| Try {
        event,
        sample,
        person,
        role,
        unit,
        late,
    });
    prop::collection::vec(one, 0..400)
}

fn event_of(complaint: &Complaint, attempt: &Try) -> Event {
    let role = Role::ALL[attempt.role];
    let mut kind = ComplaintEvent::ALL[attempt.event];
    let mut person = PERSONS[attempt.person];
    // Half of the attempts are something that the step allows the role, by a likely person, and
    // seldom the withdrawal that ends most walks; otherwise walks lead nowhere.
    if attempt.sample.is_multiple_of(2) {
        let may: Vec<_> = COMPLAINT
            .allowed_to(complaint.step(), role)
            .filter(|kind| *kind != ComplaintEvent::Withdrawn || attempt.late > 1)
            .collect();
        if let Some(index) = attempt.event.checked_rem(may.len()) {
            kind = may[index];
        }
        if role == Role::Handler {
            person = "hand";
        }
    }
    let samples = samples(kind);
    let details = samples[attempt.sample % samples.len()].clone();
    let who = Actor::new(person, role, UNITS[attempt.unit]);
    let event = next(complaint, who, details);
    let occurred_at = event.occurred_at.add_seconds(-attempt.late * 60).unwrap();
    Event {
        occurred_at,
        ..event
    }
}

/// What must hold after every accepted event.
fn invariants(before: &Complaint, complaint: &Complaint, step: &Step) {
    let event = complaint.events().last().unwrap();
    let person = &event.actor.person_id;
    let partial =
        |person: &str| before.about().contains(person) || before.recused().contains(person);
    if complaint.step() == ComplaintStep::Closed {
        assert!(complaint.outcome().is_some() && complaint.is_told());
        assert!(complaint.count(ComplaintEvent::FedBack) > 0);
    }
    if matches!(
        complaint.step(),
        ComplaintStep::Closed | ComplaintStep::Archived
    ) {
        assert!(complaint.is_registered());
    }
    match &event.details {
        Details::Handled(_)
        | Details::Declined(_)
        | Details::RecheckDecided(_)
        | Details::FedBack(_)
        | Details::Closed(_)
        | Details::ExtensionApproved(_)
        | Details::MergedInto(_) => assert!(!partial(person), "{person} decided about themself"),
        _ => {}
    }
    if let Some(handler) = complaint.handler() {
        assert!(!complaint.about().contains(handler) && !complaint.recused().contains(handler));
    }
    if event.kind() == ComplaintEvent::ExtensionApproved {
        let asker = complaint.extension().unwrap().proposer().unwrap();
        assert_ne!(&asker.person_id, person);
    }
    // The receipt starts the clocks, whatever the order of the paper.
    let own = complaint.events()[0].occurred_at.seconds();
    let taken_over = complaint
        .events()
        .iter()
        .filter_map(|event| match &event.details {
            Details::Absorbed(other) => Some(other.received_at.seconds()),
            _ => None,
        });
    let earliest = taken_over.chain([own]).min().unwrap();
    assert_eq!(complaint.received_at().seconds(), earliest);
    // Clocks are stopped, or feedback is owed, wherever the complainant stops waiting.
    let stops = step.effects.iter().any(|effect| {
        matches!(
            effect.effect,
            ComplaintEffect::ClocksStop | ComplaintEffect::FeedbackDue
        )
    });
    let waits = |step: ComplaintStep| {
        !step.is_over()
            && !matches!(
                step,
                ComplaintStep::Handled
                    | ComplaintStep::FedBack
                    | ComplaintStep::Rechecked
                    | ComplaintStep::Referred
            )
    };
    if waits(step.from) && !waits(step.to) && step.to != ComplaintStep::Referred {
        assert!(stops, "{} to {}", step.from, step.to);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_tried(attempts in tries()) {
        let world = World::generous();
        let mut complaint = opened(&world);
        for attempt in &attempts {
            let event = event_of(&complaint, attempt);
            let before = complaint.clone();
            match complaint.apply(event, world.context()) {
                Ok(step) => {
                    prop_assert_eq!(step.from, before.step());
                    prop_assert_eq!(step.to, complaint.step());
                    prop_assert_eq!(complaint.events().len(), before.events().len() + 1);
                    invariants(&before, &complaint, &step);
                }
                Err(refusal) => {
                    prop_assert!(!refusal.refusal.why.codes().is_empty());
                    prop_assert_eq!(complaint.to_json(), before.to_json());
                    prop_assert_eq!(complaint.events(), before.events());
                }
            }
        }
        let again = Complaint::replay("K", complaint.events().to_vec()).unwrap();
        prop_assert_eq!(
            again.to_json().to_canonical_string(),
            complaint.to_json().to_canonical_string()
        );
        decisions_have_clocks(&complaint);
    }
}

/// Under whatever procedure: who still waits for a decision has an open clock on it, or a finding
/// says that there is none.
fn decisions_have_clocks(complaint: &Complaint) {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::builtin().unwrap());
    let facts = ComplaintFacts {
        firm_kind: Some(FirmKind::Insurer),
        trigger: Some(Trigger::Complaint),
        ..ComplaintFacts::default()
    };
    // Whoever may still be decided about waits, whatever was decided before; the superior unit has
    // a clock of its own.
    let may_at = |event: ComplaintEvent, step: ComplaintStep| {
        let mut rows = COMPLAINT.rows.iter();
        rows.any(|row| row.on == event && row.from.contains(&step))
    };
    let may = |event| may_at(event, complaint.step());
    assert!(complaint.paused().is_none() || may(ComplaintEvent::Resumed));
    // From outside it may come back.
    let json = complaint.to_json();
    let aside = json.get("aside").and_then(|aside| aside.items().last());
    let aside = aside.and_then(|step| ComplaintStep::parse(step.text()?));
    let home = match complaint.step() {
        ComplaintStep::Referred => aside.unwrap(),
        step => step,
    };
    let waits = may_at(ComplaintEvent::Classified, home) && home != ComplaintStep::Rechecking;
    let as_of = complaint.events().last().unwrap().recorded_at;
    let procedures = ENGINE.procedures();
    for name in procedures.iter().map(|procedure| procedure.id()) {
        let Ok(applied) = procedures.apply(&[name], &facts) else {
            continue;
        };
        let status = applied.status(complaint, None, as_of);
        // One that stands still runs on some day: somebody can resume the complaint.
        let still = |deadline: &Deadline<'_>| deadline.state == DeadlineState::Paused;
        let paused = status.deadlines.iter().any(still);
        assert!(!paused || may(ComplaintEvent::Resumed), "{name}");
        let mut open = status.deadlines.iter().filter(|d| d.is_open());
        let clock = open.any(|d| matches!(d.duty(), Duty::Decide | Duty::Inform));
        let kinds = || status.findings.iter().map(|found| found.kind);
        let told = kinds().any(|kind| kind == FindingKind::Clock);
        assert!(!waits || clock || told, "{name}");
        let silent = kinds().any(|kind| kind == FindingKind::Procedure);
        let own = |deadline: &Deadline<'_>| matches!(deadline.rule, Rule::Clock(..));
        assert_eq!(silent, !status.deadlines.iter().any(own), "{name}");
    }
}

#[test]
fn walks_go_far() {
    // A walk of this seed sees most of the machine; if not, the strategy above proves little.
    let world = World::generous();
    let mut complaint = opened(&world);
    let mut seed = 7_u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut steps = std::collections::BTreeSet::new();
    for round in 0..240_000 {
        if round % 300 == 0 {
            complaint = opened(&world);
        }
        let attempt = Try {
            event: draw(ComplaintEvent::ALL.len()),
            sample: draw(4),
            person: draw(PERSONS.len()),
            role: draw(Role::ALL.len()),
            unit: draw(UNITS.len()),
            late: 0,
        };
        let event = event_of(&complaint, &attempt);
        let _ = complaint.apply(event, world.context());
        steps.insert(complaint.step());
    }
    assert_eq!(steps.len(), ComplaintStep::ALL.len(), "{steps:?}");
}

#[test]
fn ten_thousand_events_are_one_complaint() {
    let world = World::generous();
    let mut complaint = opened(&world);
    for n in 1..10_000_i64 {
        let desk = actor("desk", Role::Collector, "C");
        let details = samples(ComplaintEvent::InformationAsked).remove(0);
        let event = Event::new(format!("n{n}"), minute(n), desk, details);
        complaint.apply(event, world.context()).unwrap();
    }
    assert_eq!(complaint.events().len(), 10_000);
    let again = Complaint::replay("K", complaint.events().to_vec()).unwrap();
    assert_eq!(again.to_json(), complaint.to_json());
}
