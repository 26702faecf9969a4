//! How many of the complaints that a set holds would have been late under each built-in procedure.
//!
//! For illustration only: a foreign law is held against complaints that it is not for, and
//! whether it was in force then or not.
//!
//! - Only two days are known of a complaint. It is received, sent and registered on the one;
//!   decided, told and closed on the other. What in between would have moved a clock is not known.
//! - The clocks are those of the firm, or of a possibility that opens, for deciding and telling that
//!   start with the receipt. One from the decision to the telling has nothing to run on.
//! - A clock that is only for some complaints is held against all of them as if they were such
//!   ones: simple or complex, life or not. Lines of business with clocks of their own, such as
//!   superannuation, do not occur.
//! - Both events are at half past eight by UTC: on the same day in every place where a procedure is
//!   at home, and before the hour at which the day of a desk ends.

use super::Mapped;
use crate::run::Outcome;
use insurant::complaint::clock::{Clock, Deadline, DeadlineState, Duty, Missed, Party, Rule};
use insurant::complaint::procedure::Procedure;
use insurant::complaint::{
    BusinessClass, ComplainantKind, Complaint, ComplaintEvent, ComplaintFacts, ComplaintOutcome,
    Complexity, Details, Event, FirmKind, Trigger, details,
};
use insurant::organisation::{Actor, Role};
use insurant::{Date, Engine, Instant};
use insurant_rules::document::{Json, Object};

/// Second of the day by UTC.
const HALF_PAST_EIGHT: u32 = 30_600;

/// A clock held against all complaints of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// `id@version`.
    pub(super) procedure: String,
    /// The clock; none where the procedure has none from the receipt to the decision.
    pub(super) clock: Option<String>,
    pub(super) limit: String,
    /// How many came too late.
    pub(super) late: usize,
    /// How many were in time.
    pub(super) in_time: usize,
    /// Of how many nobody can say it, because the calendar does not cover their days.
    pub(super) unknown: usize,
}

/// All clocks of all procedures.
pub(super) fn lines(mapped: &Mapped) -> Outcome<Vec<Line>> {
    let engine = Engine::builtin()?;
    let complaints: Vec<Complaint> = mapped.cases.iter().map(complaint).collect::<Outcome<_>>()?;
    let mut lines = Vec::new();
    for procedure in engine.procedures().iter() {
        let found = of(procedure, &engine, &complaints)?;
        if found.is_empty() {
            lines.push(Line {
                procedure: procedure.reference().to_owned(),
                clock: None,
                limit: String::new(),
                late: 0,
                in_time: 0,
                unknown: 0,
            });
        }
        lines.extend(found);
    }
    Ok(lines)
}

/// The table for people.
pub(super) fn page(lines: &[Line]) -> String {
    let mut page = String::from(
        "Illustrative only: complaints in Texas held against laws that are not for them.\n",
    );
    page.push_str("   late  in time  unknown  procedure and clock\n");
    for line in lines {
        let procedure = &line.procedure;
        page.push_str(&match &line.clock {
            Some(clock) => format!(
                "{:7} {:8} {:8}  {procedure} {clock}: {}\n",
                line.late, line.in_time, line.unknown, line.limit
            ),
            None => format!(
                "      -        -        -  {procedure}: no limit for deciding or telling\n"
            ),
        });
    }
    page
}

/// The clocks of a procedure: each by the first kind of complaint that it is for.
fn of(procedure: &Procedure, engine: &Engine, complaints: &[Complaint]) -> Outcome<Vec<Line>> {
    let reference = procedure.reference();
    let mut lines: Vec<Line> = Vec::new();
    for facts in kinds() {
        let law = engine.procedures().apply(&[reference], &facts)?;
        let mut found: Vec<Line> = Vec::new();
        for complaint in complaints {
            let events = complaint.events();
            let last = events
                .last()
                .map_or(complaint.received_at(), |e| e.recorded_at);
            for deadline in law.deadlines(events, None, last) {
                let Rule::Clock(_, clock) = deadline.rule else {
                    continue;
                };
                if !is_meant(clock) || lines.iter().any(|l| l.clock.as_deref() == Some(clock.id()))
                {
                    continue;
                }
                let at = found
                    .iter()
                    .position(|l| l.clock.as_deref() == Some(clock.id()));
                let at = at.unwrap_or_else(|| {
                    found.push(Line {
                        procedure: reference.to_owned(),
                        clock: Some(clock.id().to_owned()),
                        limit: limit(clock),
                        late: 0,
                        in_time: 0,
                        unknown: 0,
                    });
                    found.len() - 1
                });
                if let Some(line) = found.get_mut(at) {
                    line.count(&deadline);
                }
            }
        }
        lines.extend(found);
    }
    Ok(lines)
}

impl Line {
    fn count(&mut self, deadline: &Deadline<'_>) {
        match deadline.state {
            DeadlineState::Missed | DeadlineState::Lapsed => self.late += 1,
            DeadlineState::Undetermined => self.unknown += 1,
            _ => self.in_time += 1,
        }
    }
}

/// What complaints are taken to be: the simplest kind first.
fn kinds() -> [ComplaintFacts; 3] {
    let plain = ComplaintFacts {
        firm_kind: Some(FirmKind::Insurer),
        complainant_kind: Some(ComplainantKind::Individual),
        trigger: Some(Trigger::RegulatorForwarded),
        class: Some(BusinessClass::NonLife),
        complexity: Some(Complexity::Simple),
        ..ComplaintFacts::default()
    };
    let complex = ComplaintFacts {
        complexity: Some(Complexity::Complex),
        ..plain.clone()
    };
    let life = ComplaintFacts {
        class: Some(BusinessClass::Life),
        ..plain.clone()
    };
    [plain, complex, life]
}

fn is_meant(clock: &Clock) -> bool {
    let starts = [ComplaintEvent::Received, ComplaintEvent::Registered];
    let from_receipt = clock
        .starts()
        .iter()
        .any(|start| starts.contains(&start.kind()));
    from_receipt
        && clock.party() == Party::Firm
        && matches!(clock.duty(), Duty::Decide | Duty::Inform)
}

fn limit(clock: &Clock) -> String {
    let lapse = match clock.missed() {
        Missed::Lapse => ", after which a body outside may be asked",
        Missed::Breach => "",
    };
    let unit = clock.unit().as_str().replace('_', " ");
    let plural = if clock.count() == 1 { "" } else { "s" };
    format!(
        "{} {unit}{plural} to {}{lapse}",
        clock.count(),
        clock.duty()
    )
}

/// A case as a complaint of two days.
fn complaint(case: &Object) -> Outcome<Complaint> {
    let text = |key: &str| case.get(key).and_then(Json::text);
    let day = |key: &str| -> Outcome<Date> { Ok(Date::parse(text(key).ok_or("no day")?)?) };
    let (received, closed) = (day("received_on")?, day("closed_on")?);
    let mut events = Vec::new();
    let mut push = |day: Date, role: Role, details: Details| -> Outcome<()> {
        let at = Instant::from_local(day, HALF_PAST_EIGHT, 0)?;
        let id = (events.len() + 1).to_string();
        events.push(Event::new(
            id,
            at,
            Actor::new("desk", role, "desk"),
            details,
        ));
        Ok(())
    };
    let receipt = details::Received {
        sent_on: Some(received),
        ..details::Received::default()
    };
    let handled = details::Handled {
        outcome: ComplaintOutcome::Settled,
        findings: None,
        redress: None,
    };
    push(received, Role::Operator, Box::new(receipt).into())?;
    push(
        received,
        Role::Operator,
        details::Registered {
            register_id: None,
            cause: None,
        }
        .into(),
    )?;
    push(closed, Role::Leader, handled.into())?;
    push(
        closed,
        Role::Operator,
        details::FedBack { means: None }.into(),
    )?;
    push(
        closed,
        Role::Operator,
        details::Closed { note: None }.into(),
    )?;
    let id = text("complaint_id").unwrap_or_default();
    Ok(Complaint::replay(id, events).map_err(|refused| refused.to_string())?)
}
