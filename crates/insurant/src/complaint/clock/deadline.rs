//! What a clock says at an asking time.

use super::duty::Duty;
use super::spec::Clock;
use super::zone::Zone;
use crate::closed::closed;
use crate::complaint::procedure::Procedure;
use crate::date::Date;
use insurant_rules::document::{Json, Object, SafeInteger};
use insurant_rules::{Instant, Problem};

closed! {
    /// How a deadline stands.
    DeadlineState {
        /// Time is running.
        Running = "running",
        /// Time stands still.
        Paused = "paused",
        /// What was due was done in time.
        Met = "met",
        /// It was not done in time, whether it was done later or not.
        Missed = "missed",
        /// A right or a possibility ended: nobody did wrong, and nothing is to be done late.
        Lapsed = "lapsed",
        /// There is nothing left to do in time.
        Moot = "moot",
        /// The due instant cannot be worked out, because a calendar ends before it. Nothing is
        /// guessed.
        Undetermined = "undetermined",
    }
}

closed! {
    /// Why a due instant moved.
    MoveReason {
        /// An interval was left out.
        Pause = "pause",
        /// More time was granted.
        Extension = "extension",
        /// New facts started it anew.
        Restart = "restart",
        /// A complaint received earlier goes on as part of this one.
        Merge = "merge",
        /// Someone outside set another date.
        DueSet = "due_set",
    }
}

/// A move of a due instant. The old one stays visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Why.
    pub reason: MoveReason,
    /// Since when it counts.
    pub at: i64,
    /// The due instant before.
    pub from: i64,
    /// The due instant after.
    pub to: i64,
}

/// Something that would have moved a due instant, and did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// What it would have been.
    pub reason: MoveReason,
    /// When it came.
    pub at: i64,
    /// Why it does not count.
    pub why: RefusedWhy,
}

closed! {
    /// Why something does not move a due instant.
    RefusedWhy {
        /// It came when the time was over.
        TooLate = "too_late",
        /// It was granted as often as it may be.
        TooOften = "too_often",
        /// Whoever granted it may not.
        NotAuthorised = "not_authorised",
        /// Whoever granted it had asked for it.
        OwnRequest = "own_request",
        /// The complainant has not been told.
        NoNotice = "no_notice",
        /// It does not say until when.
        NoDate = "no_date",
    }
}

/// What a deadline comes from.
#[derive(Debug, Clone, Copy)]
pub enum Rule<'p> {
    /// A clock of a procedure.
    Clock(&'p Procedure, &'p Clock),
    /// A date that someone outside set.
    Given(Duty),
}

/// A deadline at an asking time.
#[derive(Debug, Clone)]
pub struct Deadline<'p> {
    /// What it comes from.
    pub rule: Rule<'p>,
    /// Which run of the clock this is, from 1; a clock that was met may start again.
    pub run: u32,
    /// When the clock started; for one that started anew, the last time.
    pub started: i64,
    /// The first instant that is too late; `None` when it cannot be worked out.
    pub due: Option<i64>,
    /// The last local day in time.
    pub due_day: Option<Date>,
    /// The due instant before any move, when it moved.
    pub original: Option<i64>,
    /// Its moves, in order.
    pub moves: Vec<Move>,
    /// What did not move it.
    pub refused: Vec<Refused>,
    /// How it stands.
    pub state: DeadlineState,
    /// When it was met, in time or not, or when nothing was left to do.
    pub ended: Option<i64>,
    /// For one that was missed and is over: whether it never was done, because something else left
    /// nothing to do.
    pub undone: bool,
    /// For one that is open: the local days left, below 0 when it is overdue.
    pub days_left: Option<i64>,
    /// Whether it is open and near its end.
    pub warning: bool,
    /// Whether it is, of all on the same duty, the one that counts: the earliest still open.
    pub governing: bool,
    /// For the one that counts: whether another on the same duty cannot be worked out, and may be
    /// due earlier.
    pub provisional: bool,
    /// Whether it applies only because nobody can say that it does not.
    pub assumed: bool,
    /// Why the due instant cannot be worked out.
    pub problem: Option<Problem>,
    pub(super) zone: Zone,
}

impl Deadline<'_> {
    /// What is due.
    #[must_use]
    pub const fn duty(&self) -> Duty {
        match self.rule {
            Rule::Clock(_, clock) => clock.duty,
            Rule::Given(duty) => duty,
        }
    }

    /// The clock's id, or that of the duty for a date that someone set.
    #[must_use]
    pub fn id(&self) -> &str {
        match self.rule {
            Rule::Clock(_, clock) => &clock.id,
            Rule::Given(duty) => duty.as_str(),
        }
    }

    /// The procedure and the clock, as `id@version/clock`; for a date that someone set, its duty.
    #[must_use]
    pub fn name(&self) -> String {
        match self.rule {
            Rule::Clock(procedure, clock) => format!("{}/{}", procedure.reference(), clock.id),
            Rule::Given(duty) => format!("due_set/{duty}"),
        }
    }

    /// The first instant that is too late, as people of the procedure's place write it.
    #[must_use]
    pub fn due_instant(&self) -> Option<Instant> {
        self.moment(self.due?)
    }

    /// Any of the deadline's times, such as [`Self::started`] or those of a [`Move`], as people of
    /// the procedure's place write it. `None` outside the years that instants have.
    #[must_use]
    pub fn moment(&self, seconds: i64) -> Option<Instant> {
        let minutes = i32::try_from(self.zone.offset(seconds) / 60).ok()?;
        Instant::from_seconds(seconds, minutes).ok()
    }

    /// Whether something is still to be done: in time, or late.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.state {
            DeadlineState::Running | DeadlineState::Paused => true,
            DeadlineState::Missed | DeadlineState::Undetermined => self.ended.is_none(),
            DeadlineState::Met | DeadlineState::Lapsed | DeadlineState::Moot => false,
        }
    }

    /// The deadline in canonical form. Instants are written as people of the procedure's place
    /// write them.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let write = |seconds: i64| {
            let moment = self.moment(seconds);
            moment.map_or_else(String::new, |moment| moment.to_string())
        };
        let number = |n: i64| SafeInteger::new(n);
        let yes = |flag: bool| flag.then_some(true);
        let object = match self.rule {
            Rule::Clock(procedure, clock) => Object::new()
                .with("clock", clock.id.as_str())
                .with("procedure", procedure.reference())
                .with("party", clock.party.as_str())
                .with("missing", clock.missed.as_str())
                .with("status", clock.status.as_str())
                .with_some("source", clock.source.as_deref())
                .with_some("example", yes(clock.example))
                .with_some(
                    "calendar",
                    clock.calendar_in_use().map(|c| {
                        Json::object([("id", c.id().into()), ("version", c.version().into())])
                    }),
                ),
            Rule::Given(_) => Object::new().with("clock", "due_set"),
        };
        let moves = self.moves.iter().map(|moved| {
            Json::object([
                ("reason", moved.reason.as_str().into()),
                ("at", write(moved.at).into()),
                ("from", write(moved.from).into()),
                ("to", write(moved.to).into()),
            ])
        });
        let refused = self.refused.iter().map(|refused| {
            Json::object([
                ("reason", refused.reason.as_str().into()),
                ("at", write(refused.at).into()),
                ("why", refused.why.as_str().into()),
            ])
        });
        let list = |items: Vec<Json>| (!items.is_empty()).then_some(Json::List(items));
        object
            .with("duty", self.duty().as_str())
            .with_some("run", number(i64::from(self.run)))
            .with("started_at", write(self.started))
            .with_some("due_before", self.due.map(write))
            .with_some("due_on", self.due_day.map(|day| day.to_string()))
            .with_some("first_due_before", self.original.map(write))
            .with_some("moves", list(moves.collect()))
            .with_some("refused", list(refused.collect()))
            .with("state", self.state.as_str())
            .with_some("ended_at", self.ended.map(write))
            .with_some("never_done", yes(self.undone))
            .with_some("days_left", self.days_left.and_then(number))
            .with_some("warning", yes(self.warning))
            .with_some("governing", yes(self.governing))
            .with_some("provisional", yes(self.provisional))
            .with_some("assumed", yes(self.assumed))
            .with_some(
                "problem",
                self.problem.as_ref().map(|problem| {
                    Object::new()
                        .with("code", problem.code().as_str())
                        .with("message", problem.message())
                        .with_some("expected", problem.expected_text())
                        .with_some("remedy", problem.remedy_text())
                }),
            )
            .into()
    }
}
