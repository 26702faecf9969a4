//! A log in order, with what its clocks did between its events.

use super::clock::{Deadline, DeadlineState, Rule};
use super::{Complaint, ComplaintStep, Event};
use crate::closed::closed;
use insurant_rules::document::{Json, Object};
use insurant_rules::order::InOrder;

closed! {
    /// What a clock did.
    ClockChange {
        /// It began.
        Begins = "begins",
        /// Its due instant moved.
        Moves = "moves",
        /// Something would have moved it, and did not.
        Stays = "stays",
        /// It was met in time.
        Met = "met",
        /// Nothing was left to do.
        Moot = "moot",
        /// Its time ran out, and the possibility with it.
        Lapsed = "lapsed",
        /// Its time ran out with something still to be done.
        Missed = "missed",
        /// What was missed was done.
        DoneLate = "done_late",
        /// What was missed was not done, and something else left nothing to do.
        NeverDone = "never_done",
    }
}

impl ClockChange {
    /// Whether time alone did it, and no event.
    const fn by_itself(self) -> bool {
        matches!(self, Self::Lapsed | Self::Missed)
    }
}

/// Something that a clock did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Whose clock, by its place among the deadlines.
    pub deadline: usize,
    /// What.
    pub did: ClockChange,
    /// When, in seconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// What moved it, or would have, as its place among the deadline's.
    pub by: Option<usize>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened<'c> {
    /// An event, and the step that it led to.
    Event(&'c Event, Option<ComplaintStep>),
    /// Something that a clock did.
    Clock(Tick),
}

impl Complaint {
    /// Its events in order, with what the clocks did between them. What an event caused stands
    /// behind it; what time alone did stands in front of the next event that was recorded.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{ClockChange, Complaint, ComplaintFacts, Event, Happened, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::{Engine, Instant};
    ///
    /// let at = Instant::parse("2025-06-02T10:00:00+08:00")?;
    /// let received = details::Received { trigger: Some("complaint".into()), ..Default::default() };
    /// let facts = ComplaintFacts::of_receipt(&received);
    /// let actor = Actor::new("E1", Role::Collector, "JX");
    /// let receipt = Event::new("1", at, actor, Box::new(received).into());
    /// let complaint = Complaint::replay("C-1", [receipt])?;
    ///
    /// let engine = Engine::builtin()?;
    /// let applied = engine.procedures().apply(&["house-complaints"], &facts)?;
    /// let asked_at = Instant::parse("2026-06-05T10:00:00+08:00")?;
    /// let deadlines = applied.deadlines(complaint.events(), None, asked_at);
    /// let told = complaint.timeline(&deadlines);
    /// assert!(matches!(told.first(), Some(Happened::Event(event, _)) if event.id == "1"));
    /// assert!(told.iter().any(|h| matches!(h, Happened::Clock(t) if t.did == ClockChange::Missed)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timeline(&self, deadlines: &[Deadline<'_>]) -> Vec<Happened<'_>> {
        let events = self.events();
        let mut before: Vec<Vec<Tick>> = events.iter().map(|_| Vec::new()).collect();
        let mut after: Vec<Vec<Tick>> = events.iter().map(|_| Vec::new()).collect();
        let mut end = Vec::new();
        for tick in ticks(deadlines) {
            let caused = |event: &Event| {
                let times = [event.occurred_at, event.recorded_at];
                !tick.did.by_itself() && times.iter().any(|time| time.seconds() == tick.at)
            };
            let later = |event: &Event| event.recorded_at.seconds() >= tick.at;
            let slot = match events.iter().position(caused) {
                Some(cause) => after.get_mut(cause),
                None => match events.iter().position(later) {
                    Some(next) => before.get_mut(next),
                    None => Some(&mut end),
                },
            };
            if let Some(slot) = slot {
                slot.push(tick);
            }
        }
        let mut told = Vec::new();
        let mut steps = self.retrace().into_iter();
        for ((event, before), after) in events.iter().zip(before).zip(after) {
            told.extend(before.into_iter().map(Happened::Clock));
            told.push(Happened::Event(event, steps.next().map(|step| step.to)));
            told.extend(after.into_iter().map(Happened::Clock));
        }
        told.extend(end.into_iter().map(Happened::Clock));
        told
    }
}

/// Everything that clocks did, in order; of one instant in the order of the deadlines.
fn ticks(deadlines: &[Deadline<'_>]) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for (place, deadline) in deadlines.iter().enumerate() {
        let mut tick = |did, at: Option<i64>, by| {
            ticks.extend(at.map(|at| Tick {
                deadline: place,
                did,
                at,
                by,
            }));
        };
        tick(ClockChange::Begins, Some(deadline.started), None);
        for (i, moved) in deadline.moves.iter().enumerate() {
            tick(ClockChange::Moves, Some(moved.at), Some(i));
        }
        for (i, refused) in deadline.refused.iter().enumerate() {
            tick(ClockChange::Stays, Some(refused.at), Some(i));
        }
        match deadline.state {
            DeadlineState::Met => tick(ClockChange::Met, deadline.ended, None),
            DeadlineState::Moot => tick(ClockChange::Moot, deadline.ended, None),
            DeadlineState::Lapsed => tick(ClockChange::Lapsed, deadline.due, None),
            DeadlineState::Missed => {
                tick(ClockChange::Missed, deadline.due, None);
                let ended = match deadline.undone {
                    true => ClockChange::NeverDone,
                    false => ClockChange::DoneLate,
                };
                tick(ended, deadline.ended, None);
            }
            DeadlineState::Running | DeadlineState::Paused | DeadlineState::Undetermined => {}
        }
    }
    // What a clock did at one instant stays in the order in which it did it.
    ticks.order_by_key(|tick| tick.at);
    ticks
}

impl Happened<'_> {
    /// In canonical form, with instants as people of the procedure's place write them.
    #[must_use]
    pub fn to_json(&self, deadlines: &[Deadline<'_>]) -> Json {
        let object = match self {
            Happened::Event(event, step) => Object::new()
                .with("event", event.to_json())
                .with_some("step", step.map(ComplaintStep::as_str)),
            Happened::Clock(tick) => match deadlines.get(tick.deadline) {
                Some(deadline) => tick.to_json(deadline),
                None => Object::new(),
            },
        };
        Json::Object(object)
    }
}

impl Tick {
    fn to_json(self, deadline: &Deadline<'_>) -> Object {
        let write = |seconds: i64| deadline.moment(seconds).map(|moment| moment.to_string());
        let (clock, procedure) = match deadline.rule {
            Rule::Clock(procedure, clock) => (clock.id(), Some(procedure.reference())),
            Rule::Given(_) => ("due_set", None),
        };
        let mut object = Object::new()
            .with("clock", clock)
            .with_some("procedure", procedure)
            .with("duty", deadline.duty().as_str())
            .with_some("run", Json::integer(i64::from(deadline.run)))
            .with("did", self.did.as_str())
            .with_some("at", write(self.at));
        let due = match self.did {
            ClockChange::Begins => deadline.original.or(deadline.due),
            ClockChange::Moves => {
                let moved = self.by.and_then(|by| deadline.moves.get(by));
                object.set_some("reason", moved.map(|moved| moved.reason.as_str()));
                object.set_some("from", moved.and_then(|moved| write(moved.from)));
                moved.map(|moved| moved.to)
            }
            ClockChange::Stays => {
                let refused = self.by.and_then(|by| deadline.refused.get(by));
                object.set_some("reason", refused.map(|refused| refused.reason.as_str()));
                object.set_some("why", refused.map(|refused| refused.why.as_str()));
                None
            }
            _ => deadline.due,
        };
        object.set_some("due_before", due.and_then(write));
        object
    }
}
