//! The fold and the clocks as one: procedures by name from receipt to archive.

use crate::world::{World, actor};
use insurant::complaint::clock::{Deadline, DeadlineState, Duty};
use insurant::complaint::details::{self, *};
use insurant::complaint::procedure::Applied;
use insurant::complaint::{
    Complaint, ComplaintEffect, ComplaintFacts, ComplaintOutcome, Complexity, Context, Details,
    Event, FindingResult, FirmKind, ObligationKind, Step, Terms, Trigger,
};
use insurant::organisation::Role;
use insurant::{Engine, Instant};

type Who = (&'static str, Role, &'static str);

const OPERATOR: Who = ("op", Role::Operator, "C");
const LEADER: Who = ("boss", Role::Leader, "C");
const HANDLER: Who = ("hand", Role::Handler, "C");
const ABOVE: Who = ("prov", Role::Leader, "P");

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+08:00")).unwrap()
}

fn event(n: usize, when: &str, (person, role, unit): Who, details: impl Into<Details>) -> Event {
    Event::new(
        format!("e{n}"),
        at(when),
        actor(person, role, unit),
        details.into(),
    )
}

fn facts() -> ComplaintFacts {
    ComplaintFacts {
        firm_kind: Some(FirmKind::Insurer),
        trigger: Some(Trigger::Complaint),
        ..ComplaintFacts::default()
    }
}

/// A complaint under procedures, and what the last event led to.
struct Case<'p> {
    world: World,
    applied: &'p Applied<'p>,
    terms: Terms,
    complaint: Complaint,
    deadlines: Vec<Deadline<'p>>,
}

impl<'p> Case<'p> {
    fn received(applied: &'p Applied<'p>, when: &str) -> Self {
        let world = World::generous();
        let terms = applied.terms(at(when));
        let received = Box::new(details::Received::default());
        let receipt = event(0, when, OPERATOR, received);
        let context = Context {
            terms: &terms,
            organisation: &world.organisation,
        };
        let (complaint, _, deadlines) = applied.open("K", receipt, context).unwrap();
        Self {
            world,
            applied,
            terms,
            complaint,
            deadlines,
        }
    }

    fn take(&mut self, when: &str, who: Who, details: impl Into<Details>) -> Step {
        self.attempt(when, who, details)
            .unwrap_or_else(|codes| panic!("{codes:?}"))
    }

    fn attempt(
        &mut self,
        when: &str,
        who: Who,
        details: impl Into<Details>,
    ) -> Result<Step, Vec<&'static str>> {
        let event = event(self.complaint.events().len(), when, who, details);
        let context = Context {
            terms: &self.terms,
            organisation: &self.world.organisation,
        };
        match self.applied.advance(&mut self.complaint, event, context) {
            Ok((step, deadlines)) => {
                self.deadlines = deadlines;
                Ok(step)
            }
            Err(refusal) => Err(refusal.refusal.why.codes()),
        }
    }

    /// Due day and state of the clock that governs a duty.
    fn governing(&self, duty: Duty) -> (String, DeadlineState) {
        let mut found = self.deadlines.iter().filter(|d| d.governing);
        let found = found.find(|d| d.duty() == duty).unwrap();
        (found.due_day.unwrap().to_string(), found.state)
    }

    fn special(&mut self) {
        let classified = Classified {
            complexity: Complexity::Special,
            reason: None,
        };
        let registered = Registered {
            register_id: None,
            cause: None,
        };
        self.take("2025-03-03T10:00", OPERATOR, registered);
        self.take("2025-03-04T09:00", OPERATOR, classified);
    }

    fn ask(&mut self, when: &str) {
        let asked = ExtensionAsked {
            reason: "an appraisal is missing".into(),
            clock: None,
            until: None,
        };
        self.take(when, OPERATOR, asked);
    }
}

fn granted() -> ExtensionApproved {
    ExtensionApproved {
        until: None,
        note: None,
    }
}

fn notice(id: &str) -> NoticeSent {
    NoticeSent {
        notice: id.into(),
        to: None,
        means: None,
    }
}

fn named(step: &Step, effect: ComplaintEffect) -> Vec<&str> {
    let effects = step.effects.iter().filter(|e| e.effect == effect);
    effects.filter_map(|e| e.subject.as_deref()).collect()
}

#[test]
fn more_time_on_the_last_day() {
    let engine = Engine::builtin().unwrap();
    let applied = engine.procedures().apply(&["cn-2020-3"], &facts()).unwrap();
    let mut case = Case::received(&applied, "2025-03-03T09:00");
    case.special();
    case.ask("2025-04-02T09:00");
    // A leader of the same unit does not lie above it.
    let peer = case.attempt("2025-04-02T15:00", LEADER, granted());
    assert_eq!(peer.unwrap_err(), ["may_grant"]);
    case.take("2025-04-02T16:00", ABOVE, granted());
    let step = case.take("2025-04-02T17:00", OPERATOR, notice("extension"));
    let moved = named(&step, ComplaintEffect::DeadlineMoved);
    assert_eq!(
        moved,
        [
            "cn-2020-3@2020.1/decide-complex",
            "cn-2020-3@2020.1/inform-complex"
        ]
    );
    let decide = case.governing(Duty::Decide);
    assert_eq!(decide, ("2025-05-02".into(), DeadlineState::Running));
}

#[test]
fn more_time_a_day_late() {
    let engine = Engine::builtin().unwrap();
    let applied = engine.procedures().apply(&["cn-2020-3"], &facts()).unwrap();
    let mut case = Case::received(&applied, "2025-03-03T09:00");
    case.special();
    case.ask("2025-04-02T09:00");
    // It is on record, and the miss stands.
    let step = case.take("2025-04-03T00:00", ABOVE, granted());
    assert!(named(&step, ComplaintEffect::DeadlineMoved).is_empty());
    let decide = case.governing(Duty::Decide);
    assert_eq!(decide, ("2025-04-02".into(), DeadlineState::Missed));
}

#[test]
fn new_facts_start_the_decision_anew() {
    let engine = Engine::builtin().unwrap();
    let names = ["cn-2020-3", "house-complaints"];
    let applied = engine.procedures().apply(&names, &facts()).unwrap();
    let mut case = Case::received(&applied, "2025-03-03T09:00");
    assert_eq!(case.governing(Duty::Decide).0, "2025-03-13");
    let facts = || NewFacts {
        facts: "another letter".into(),
        about: vec![],
    };
    let step = case.take("2025-03-10T09:00", OPERATOR, facts());
    let moved = named(&step, ComplaintEffect::DeadlineMoved);
    assert!(
        moved.contains(&"house-complaints@1.0.0/decide"),
        "{moved:?}"
    );
    assert_eq!(case.governing(Duty::Decide).0, "2025-03-20");
    // What comes when the house's time is over leaves its miss standing; the law's goes on.
    case.take("2025-03-21T09:00", OPERATOR, facts());
    let missed = case.governing(Duty::Decide);
    assert_eq!(missed, ("2025-03-20".into(), DeadlineState::Missed));
}

#[test]
fn principles_forms_and_duties_to_the_archive() {
    let engine = Engine::builtin().unwrap();
    let applied = engine
        .procedures()
        .apply(&["house-complaints"], &facts())
        .unwrap();
    let mut case = Case::received(&applied, "2025-06-02T09:00");
    let found = |case: &Case<'_>, when: &str, id: &str| {
        let status = applied.status(&case.complaint, Some(&case.world.organisation), at(when));
        let finding = status.findings.into_iter().find(|f| f.id == id);
        finding.map(|f| (f.result, f.subjects)).unwrap()
    };
    let registered = Registered {
        register_id: None,
        cause: None,
    };
    case.take("2025-06-02T10:00", OPERATOR, registered);
    assert_eq!(
        found(&case, "2025-06-02T11:00", "timely").0,
        FindingResult::Open
    );
    let classified = Classified {
        complexity: Complexity::Simple,
        reason: None,
    };
    case.take("2025-06-02T12:00", OPERATOR, classified);
    let handler = HandlerAssigned {
        handler_id: "hand".into(),
    };
    case.take("2025-06-02T13:00", LEADER, handler);
    let handled = Handled {
        outcome: ComplaintOutcome::Upheld,
        findings: None,
        redress: None,
    };
    case.take("2025-06-03T09:00", HANDLER, handled);
    // Nobody had verified it, and nothing told the complainant in time.
    let careful = found(&case, "2025-06-03T10:00", "careful");
    assert_eq!(careful, (FindingResult::Broken, vec!["e4 by hand".into()]));
    let (active, _) = found(&case, "2025-06-03T10:00", "active");
    assert_eq!(active, FindingResult::Broken);
    assert_eq!(
        found(&case, "2025-06-03T10:00", "objective").0,
        FindingResult::Kept
    );
    // Who decided turns out to be complained about.
    let about = NewFacts {
        facts: "it was the handler".into(),
        about: vec!["hand".into()],
    };
    case.take("2025-06-04T09:00", OPERATOR, about);
    for id in ["objective", "complained-about"] {
        let (result, subjects) = found(&case, "2025-06-04T10:00", id);
        assert_eq!(
            (result, subjects),
            (FindingResult::Broken, vec!["e4 by hand".to_owned()])
        );
    }
    let told = FedBack { means: None };
    case.take("2025-06-04T11:00", OPERATOR, told);
    case.take("2025-06-04T12:00", OPERATOR, Closed { note: None });
    let status = applied.status(&case.complaint, None, at("2025-06-30T09:00"));
    let overdue = status.forms.iter().filter(|form| form.overdue);
    let overdue: Vec<&str> = overdue.map(|form| form.form.as_str()).collect();
    assert_eq!(overdue, ["registration", "verification", "handling"]);
    let archive = status
        .obligations
        .iter()
        .find(|o| o.kind == ObligationKind::Archive);
    assert!(archive.is_some_and(|o| o.overdue && o.due_before.is_some()));
    // As it was known before: nothing of what came later.
    let before = case.complaint.at(at("2025-06-02T12:30")).unwrap();
    assert_eq!((before.events().len(), before.handler()), (3, None));
    assert!(case.complaint.at(at("2025-06-01T09:00")).is_none());
}

#[test]
fn the_same_log_gives_the_same_bytes() {
    let engine = Engine::builtin().unwrap();
    let names = ["cn-2020-3", "house-complaints"];
    let applied = engine.procedures().apply(&names, &facts()).unwrap();
    let mut case = Case::received(&applied, "2025-03-03T09:00");
    case.special();
    case.ask("2025-03-05T09:00");
    case.take("2025-03-06T09:00", ABOVE, granted());
    let again = Complaint::replay("K", case.complaint.events().to_vec()).unwrap();
    assert_eq!(
        again.to_json().to_canonical_string(),
        case.complaint.to_json().to_canonical_string()
    );
    let bytes = |complaint: &Complaint| {
        let units = Some(&case.world.organisation);
        let deadlines = applied.deadlines(complaint.events(), units, at("2025-03-09T09:00"));
        let deadlines = deadlines.iter().map(|d| d.to_json().to_canonical_string());
        deadlines.collect::<Vec<_>>()
    };
    assert_eq!(bytes(&again), bytes(&case.complaint));
}
