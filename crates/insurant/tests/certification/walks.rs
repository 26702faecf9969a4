//! Random walks: whatever is tried in whatever order, the invariants hold.

use crate::world::{UNITS, World, date, manager, next, sample};
use insurant::Date;
use insurant::manager::ManagerGrade;
use insurant::manager::certification::{
    CertificationEvent, Details, Event, GradeState, ManagerFile,
};
use insurant::organisation::{Actor, OrgLevel, Role};
use proptest::prelude::*;

/// One thing tried: an event of a certification, by whom, how long after the last, and how late it
/// is written down.
#[derive(Debug, Clone)]
struct Try {
    kind: usize,
    id: usize,
    grade: usize,
    person: usize,
    role: usize,
    unit: usize,
    days: i64,
    late: i64,
}

const PERSONS: [&str; 5] = ["ann", "bob", "eve", "m", "under"];
const IDS: [&str; 4] = ["A", "B", "C", "D"];
const ROLES: [Role; 6] = [
    Role::AccountManager,
    Role::Leader,
    Role::HeadOfficeSenior,
    Role::Department,
    Role::System,
    Role::Auditor,
];

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (
        (0..CertificationEvent::ALL.len(), 0..IDS.len(), 0..5_usize),
        (0..PERSONS.len(), 0..ROLES.len(), 0..UNITS.len() + 1),
        prop_oneof![0..30_i64, 300..500_i64],
        0..4_i64,
    );
    let one = one.prop_map(
        |((kind, id, grade), (person, role, unit), days, late)| Try {
            kind,
            id,
            grade,
            person,
            role,
            unit,
            days,
            late,
        },
    );
    prop::collection::vec(one, 0..300)
}

fn event_of(file: &ManagerFile, attempt: &Try, world: &World) -> Event {
    // Half of the attempts are something that is allowed to somebody likely, and seldom what ends a
    // certification early; else walks lead nowhere.
    let guided = attempt.late % 2 == 0;
    let unit = if guided {
        ["F", "C", "P", "P"][attempt.unit % 4]
    } else {
        UNITS.get(attempt.unit).copied().unwrap_or("elsewhere")
    };
    let role = if guided {
        [
            Role::Leader,
            Role::Leader,
            Role::HeadOfficeSenior,
            Role::System,
        ][attempt.role % 4]
    } else {
        ROLES[attempt.role]
    };
    let who = Actor::new(PERSONS[attempt.person], role, unit);
    let mut id = IDS[attempt.id];
    let mut kind = CertificationEvent::ALL[attempt.kind];
    if guided {
        let probe = sample(kind, ManagerGrade::Junior);
        let day = next(file, id, attempt.days, who.clone(), probe).day();
        let seldom = |kind| {
            use CertificationEvent::{Refused, Returned, Revoked, Withdrawn};
            attempt.grade > 0 && matches!(kind, Refused | Returned | Revoked | Withdrawn)
        };
        let allowed = file.allowed(&who, day, world.context());
        let free = allowed
            .iter()
            .filter(|p| p.lacking.is_empty() && !seldom(p.event));
        let free: Vec<_> = free.collect();
        if let Some(index) = attempt.kind.checked_rem(free.len()) {
            kind = free[index].event;
            let known = free[index].certification_id.as_deref();
            let known = known.and_then(|known| IDS.iter().find(|id| **id == known));
            let fresh = IDS.iter().find(|id| file.certification(id).is_none());
            id = known.or(fresh).copied().unwrap_or(id);
        }
    }
    let details = sample(kind, ManagerGrade::ALL[attempt.grade]);
    let event = next(file, id, attempt.days, who, details);
    let late = attempt.late / 2;
    Event {
        occurred_at: event.occurred_at.add_seconds(-late * 86_400).unwrap(),
        ..event
    }
}

/// What was accepted is judged anew from the log alone.
fn no_grade_without_an_approval_by_someone_entitled(file: &ManagerFile, world: &World) {
    let found = file.findings(Date::MAX, &world.organisation, |_| world.terms.clone());
    assert!(found.is_empty(), "what was accepted is found: {found:?}");
    let log = file.events();
    let mut last_grade: Option<ManagerGrade> = None;
    for (index, event) in log.iter().enumerate() {
        let before = log[..index].iter().rev();
        let mut before = before.filter(|e| e.certification_id == event.certification_id);
        let mut last = |kind| before.find(|e| e.kind() == kind);
        match &event.details {
            Details::Approved(_) => {
                let support = last(CertificationEvent::Recommended).expect("recommended first");
                let proposed = last(CertificationEvent::Proposed).expect("proposed first");
                let Details::Proposed(proposal) = &proposed.details else {
                    panic!("a proposal says what it proposes")
                };
                let person = &event.actor.person_id;
                assert_ne!(person, "m", "nobody approves their own grade");
                assert_ne!(person, "under", "nor someone who reports to the manager");
                assert_ne!(person, &support.actor.person_id);
                assert_ne!(person, &proposed.actor.person_id);
                let highest = last_grade.map_or(proposal.grade, |g| g.min(proposal.grade));
                let least = if highest <= ManagerGrade::Senior {
                    OrgLevel::Province
                } else {
                    OrgLevel::City
                };
                let units = &world.organisation;
                let level = units.level(&event.actor.unit_id).unwrap();
                assert!(level.at_least(least), "{highest} by {level}");
                assert!(units.is_or_above(&event.actor.unit_id, "F"));
                assert!(!units.is_under(&event.actor, &proposed.actor));
            }
            Details::TookEffect(_) => {
                let approved = last(CertificationEvent::Approved).expect("approved first");
                assert!(approved.day() <= event.day());
                let proposed = last(CertificationEvent::Proposed).unwrap();
                let Details::Proposed(proposal) = &proposed.details else {
                    panic!("a proposal says what it proposes")
                };
                last_grade = Some(proposal.grade);
            }
            _ => {}
        }
    }
}

/// The grade of a day, worked out from the log by itself.
fn naive(log: &[Event], day: Date) -> (GradeState, Option<ManagerGrade>) {
    let in_effect = |e: &&Event| e.kind() == CertificationEvent::TookEffect && e.day() <= day;
    let Some(effect) = log.iter().filter(in_effect).max_by_key(|e| e.day()) else {
        return (GradeState::Unrated, None);
    };
    let of_it = || {
        log.iter()
            .filter(|e| e.certification_id == effect.certification_id)
    };
    let grade = of_it().rev().find_map(|e| match &e.details {
        Details::Proposed(proposal) => Some(proposal.grade),
        _ => None,
    });
    let revoked = |e: &Event| e.kind() == CertificationEvent::Revoked && e.day() <= day;
    let valid_to = effect.day().add_months(12);
    if of_it().any(revoked) {
        (GradeState::Unrated, None)
    } else if day < valid_to {
        (GradeState::Rated, grade)
    } else if day < valid_to.add_days(60) {
        (GradeState::InGrace, grade)
    } else {
        (GradeState::Lapsed, None)
    }
}

fn the_history_is_a_partition_of_the_service(file: &ManagerFile, world: &World) {
    let history = file.history(&world.terms);
    let mut next = Some(date("2024-01-01"));
    for segment in &history {
        assert_eq!(Some(segment.from), next);
        assert!(segment.to.is_none_or(|to| segment.from < to));
        next = segment.to;
    }
    assert_eq!(next, None);
    let counting = history.iter().filter(|s| s.grade.is_some());
    for segment in counting {
        let id = segment.certification_id.as_deref().unwrap();
        let certification = file.certification(id).unwrap();
        assert!(
            certification
                .approval()
                .last(insurant::approval::ApprovalEvent::Approved)
                .is_some()
        );
        assert!(certification.approved_on().unwrap() <= segment.from);
    }
    assert!(file.grade_on(date("2023-12-31"), &world.terms).is_none());
    for days in (0..3_000).step_by(7) {
        let day = date("2024-01-01").add_days(days);
        let segment = file.grade_on(day, &world.terms).unwrap();
        assert_eq!(
            (segment.state, segment.grade),
            naive(file.events(), day),
            "{day}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_is_tried(attempts in tries()) {
        let world = World::generous();
        let mut file = manager();
        for attempt in &attempts {
            let event = event_of(&file, attempt, &world);
            let before = file.clone();
            match file.apply(event.clone(), world.context()) {
                Ok(step) => {
                    prop_assert_eq!(file.events().len(), before.events().len() + 1);
                    let after = file.certification(&event.certification_id).unwrap();
                    prop_assert_eq!(after.state(), step.to);
                    let open = file.certifications().iter().filter(|c| c.state().is_open());
                    prop_assert!(open.count() <= 1);
                }
                Err(refusal) => {
                    prop_assert!(!refusal.refusal.why.codes().is_empty());
                    prop_assert!(file == before);
                }
            }
        }
        no_grade_without_an_approval_by_someone_entitled(&file, &world);
        the_history_is_a_partition_of_the_service(&file, &world);
        let again = ManagerFile::replay("m", file.posts().clone(), file.events().to_vec()).unwrap();
        prop_assert_eq!(
            again.to_json(&world.terms).to_canonical_string(),
            file.to_json(&world.terms).to_canonical_string()
        );
        // What was known on a day is the file of the events written down by then.
        if let Some(middle) = file.events().get(file.events().len() / 2) {
            let day = middle.recorded_at.date();
            let known = file.known_on(day);
            let expected = file.events().iter().filter(|e| e.recorded_at.date() <= day);
            prop_assert_eq!(known.events().len(), expected.count());
        }
    }
}

#[test]
fn walks_go_far() {
    // Walks of this seed see the whole machine; if not, the strategy above proves little.
    let world = World::generous();
    let mut file = manager();
    let mut seed = 11_u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut states = std::collections::BTreeSet::new();
    for round in 0..12_000 {
        if round % 300 == 0 {
            file = manager();
        }
        let attempt = Try {
            kind: draw(CertificationEvent::ALL.len()),
            id: draw(IDS.len()),
            grade: draw(5),
            person: draw(PERSONS.len()),
            role: draw(ROLES.len()),
            unit: draw(UNITS.len() + 1),
            days: [1, 20, 430][draw(3)],
            late: i64::try_from(draw(4)).unwrap(),
        };
        let event = event_of(&file, &attempt, &world);
        let _ = file.apply(event, world.context());
        states.extend(file.certifications().iter().map(|c| c.state()));
    }
    assert_eq!(states.len(), 10, "{states:?}");
}
