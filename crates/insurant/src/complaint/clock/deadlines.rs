//! All deadlines of one complaint at an asking time.

use super::count::{days_between, whole_days};
use super::deadline::{Deadline, DeadlineState, Rule};
use super::duty::{Duty, Missed, Unit};
use super::given::given;
use super::known::{LIMITS, Log};
use super::log::moments;
use super::moment::Moment;
use super::pattern::Pattern;
use super::run::{Fold, Run};
use super::spec::Clock;
use super::zone::Zone;
use crate::complaint::ComplaintEvent as Event;
use crate::complaint::procedure::{Applied, AppliedProcedure, Procedure};
use crate::date::Date;
use crate::organisation::Organisation;
use insurant_rules::{Instant, Truth};

impl Applied<'_> {
    /// Every deadline of a complaint at an asking time, from its log alone: those of each
    /// procedure in the order of the procedures and their clocks, then dates that someone set.
    ///
    /// Events that were written down after the asking time are not known then. The same log gives
    /// the same deadlines, whatever was asked before. The log need not be one that the complaint
    /// itself would have accepted: clocks run in one that came from elsewhere as well.
    ///
    /// With the units, whoever granted more time is held to the level that the procedure asks for;
    /// without them, what was accepted then is taken at its word.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::clock::{DeadlineState, Duty};
    /// use insurant::complaint::{ComplaintFacts, Event, FirmKind, Trigger, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::{Engine, Instant};
    ///
    /// let engine = Engine::builtin()?;
    /// let facts = ComplaintFacts {
    ///     firm_kind: Some(FirmKind::Insurer),
    ///     trigger: Some(Trigger::Complaint),
    ///     ..ComplaintFacts::default()
    /// };
    /// let law = engine.procedures().apply(&["cn-2020-3"], &facts)?;
    /// let received = Box::new(details::Received::default());
    /// let at = Instant::parse("2025-01-20T10:00:00+08:00")?;
    /// let log = [Event::new("1", at, Actor::new("E1", Role::Collector, "JX"), received.into())];
    ///
    /// let asked = Instant::parse("2025-02-03T09:00:00+08:00")?;
    /// let deadlines = law.deadlines(&log, None, asked);
    /// let decide = deadlines.iter().find(|d| d.duty() == Duty::Decide && d.governing);
    /// let decide = decide.expect("the law asks for a decision");
    /// // Fifteen days from the day after receipt, Spring Festival or not.
    /// assert_eq!(decide.due_day.map(|day| day.to_string()).as_deref(), Some("2025-02-04"));
    /// assert_eq!((decide.state, decide.days_left), (DeadlineState::Running, Some(1)));
    /// assert!(decide.warning);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deadlines<'s>(
        &'s self,
        events: &[crate::complaint::Event],
        organisation: Option<&Organisation>,
        as_of: Instant,
    ) -> Vec<Deadline<'s>> {
        self.deadlines_of(&moments(events, organisation), as_of.seconds())
    }

    /// The same of moments, which lie in any order.
    pub(super) fn deadlines_of<'s>(
        &'s self,
        moments: &[Moment<'_>],
        as_of: i64,
    ) -> Vec<Deadline<'s>> {
        let as_of = as_of.clamp(LIMITS.start, LIMITS.end);
        let log = Log::new(moments, as_of);
        let mut deadlines = Vec::with_capacity(16);
        for procedure in &self.procedures {
            for clock in procedure.procedure.clocks() {
                self.clock(procedure, clock, &log, as_of, &mut deadlines);
            }
        }
        self.given(&log, as_of, &mut deadlines);
        let mut today = Today::default();
        for deadline in &mut deadlines {
            asked(deadline, as_of, &mut today);
        }
        govern(&mut deadlines);
        deadlines
    }

    /// The last second of a local day, where the first procedure is at home: who asks how a
    /// complaint stands on a day means when that day is over.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{ComplaintFacts, FirmKind, Trigger};
    /// use insurant::{Date, Engine};
    ///
    /// let engine = Engine::builtin()?;
    /// let facts = ComplaintFacts {
    ///     firm_kind: Some(FirmKind::Insurer),
    ///     trigger: Some(Trigger::Complaint),
    ///     ..ComplaintFacts::default()
    /// };
    /// let law = engine.procedures().apply(&["cn-2020-3"], &facts)?;
    /// let asked = law.end_of(Date::parse("2025-06-10")?);
    /// assert_eq!(asked.map(|at| at.to_string()).as_deref(), Some("2025-06-10T23:59:59+08:00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn end_of(&self, day: Date) -> Option<Instant> {
        let zone = self.home();
        let last = zone.end_of(day) - 1;
        let minutes = i32::try_from(zone.offset(last) / 60).ok()?;
        Instant::from_seconds(last, minutes).ok()
    }

    /// Where the first procedure is at home.
    fn home(&self) -> Zone {
        let mut clocks = self.procedures.iter().flat_map(|p| p.procedure.clocks());
        clocks.next().map_or_else(Zone::utc, |clock| clock.zone)
    }

    fn clock<'s>(
        &'s self,
        applied: &'s AppliedProcedure<'_>,
        clock: &'s Clock,
        log: &Log<'_>,
        as_of: i64,
        deadlines: &mut Vec<Deadline<'s>>,
    ) {
        let mut number = 0;
        let mut fold = Fold::new(clock, |run: Run| {
            number += 1;
            let procedure = applied.procedure;
            if !applied.judges(run.start.day, || log.received(clock.zone)) {
                return;
            }
            let Some((state, assumed)) = self.standing(applied, clock, &run, log, as_of) else {
                return;
            };
            deadlines.push(deadline(procedure, clock, run, number, state, assumed));
        });
        for moment in log.moments() {
            // A form that lacks something is not filed yet.
            if moment.kind == Event::FormFiled && applied.procedure.lacks(moment) {
                continue;
            }
            fold.event(moment);
        }
        fold.ask(as_of);
    }

    /// Whether a clock would have begun, had its procedure been in force on the day.
    pub(in crate::complaint) fn is_lost(
        &self,
        applied: &AppliedProcedure<'_>,
        clock: &Clock,
        events: &[crate::complaint::Event],
        as_of: Instant,
    ) -> bool {
        let (moments, as_of) = (moments(events, None), as_of.seconds());
        let log = Log::new(&moments, as_of);
        let mut lost = false;
        let mut fold = Fold::new(clock, |run: Run| {
            lost |= !applied.judges(run.start.day, || log.received(clock.zone))
                && self.standing(applied, clock, &run, &log, as_of).is_some();
        });
        for moment in log.moments() {
            fold.event(moment);
        }
        fold.ask(as_of);
        lost
    }

    /// How a run stands by the clock's condition, which a classification may change: a run that
    /// was over when its condition ended stays as it was. `None` when it never applied.
    fn standing(
        &self,
        applied: &AppliedProcedure<'_>,
        clock: &Clock,
        run: &Run,
        log: &Log<'_>,
        as_of: i64,
    ) -> Option<(DeadlineState, bool)> {
        let Some((when, _)) = clock.when else {
            return Some((run.state, false));
        };
        let truth = |complexity| applied.truth(when, complexity);
        let due = run.due.as_ref().map_or(i64::MAX, |due| due.instant);
        let settled = due.min(run.ended.unwrap_or(as_of));
        let then = truth(log.complexity(self.facts.complexity, settled));
        let now = truth(log.complexity(self.facts.complexity, as_of));
        if then != Truth::False || now != Truth::False {
            let counts = if then == Truth::False { now } else { then };
            return Some((run.state, counts == Truth::Unknown));
        }
        let ever = truth(self.facts.complexity) != Truth::False
            || log
                .classified()
                .any(|(_, complexity)| truth(Some(complexity)) != Truth::False);
        ever.then_some((DeadlineState::Moot, false))
    }

    fn given<'s>(&'s self, log: &Log<'_>, as_of: i64, deadlines: &mut Vec<Deadline<'s>>) {
        if !log.moments().any(|moment| moment.kind == Event::DueSet) {
            return;
        }
        let zone = self.home();
        for duty in Duty::ALL {
            deadlines.extend(given(*duty, log.moments(), as_of, zone));
        }
    }
}

fn deadline<'s>(
    procedure: &'s Procedure,
    clock: &'s Clock,
    run: Run,
    number: u32,
    state: DeadlineState,
    assumed: bool,
) -> Deadline<'s> {
    let state = match (state, clock.missed) {
        (DeadlineState::Missed, Missed::Lapse) => DeadlineState::Lapsed,
        (state, _) => state,
    };
    let (due, problem) = match run.due {
        Ok(due) => (Some(due), None),
        Err(problem) => (None, Some(problem)),
    };
    Deadline {
        rule: Rule::Clock(procedure, clock),
        run: number,
        started: run.start.instant,
        due: due.map(|due| due.instant),
        due_day: due.map(|due| due.day),
        original: run.original,
        moves: run.moves,
        refused: run.refused,
        state,
        ended: run.ended,
        undone: run.undone && state == DeadlineState::Missed,
        days_left: None,
        warning: false,
        governing: false,
        provisional: false,
        assumed,
        problem,
        zone: clock.zone,
    }
}

/// The local day of the asking time, in the place asked about last.
#[derive(Default)]
struct Today(Option<(Zone, Date)>);

impl Today {
    fn at(&mut self, zone: Zone, as_of: i64) -> Date {
        match self.0 {
            Some((known, day)) if known == zone => day,
            _ => {
                let day = zone.date(as_of);
                self.0 = Some((zone, day));
                day
            }
        }
    }
}

/// The days left, and whether it is time to warn.
fn asked(deadline: &mut Deadline<'_>, as_of: i64, today: &mut Today) {
    let (Some(due), Some(day), true) = (deadline.due, deadline.due_day, deadline.is_open()) else {
        return;
    };
    let (clock, zone) = match deadline.rule {
        Rule::Clock(_, clock) => (Some(clock), clock.zone),
        Rule::Given(_) => (None, deadline.zone),
    };
    let unit = clock.map_or(Unit::CalendarDay, |clock| clock.unit);
    let exact = matches!(unit, Unit::Hour | Unit::WorkingHour);
    let days = if exact {
        whole_days(due - as_of)
    } else {
        days_between(today.at(zone, as_of), day)
    };
    deadline.days_left = Some(days);
    let Some(before) = clock.and_then(|clock| clock.warn_before) else {
        return;
    };
    let before = i64::from(before);
    deadline.warning = deadline.state == DeadlineState::Running
        && match clock.and_then(|clock| clock.calendar.as_ref()) {
            _ if exact => due - as_of <= before * 3_600,
            Some(calendar) if unit == Unit::BusinessDay => calendar
                .working_days_between(today.at(zone, as_of), day)
                .is_ok_and(|left| left <= before),
            _ => days <= before,
        };
}

/// Of all deadlines on one thing, the earliest one that is open governs; when none is open, the
/// earliest that was not moot. Of several that are due together, the first.
fn govern(deadlines: &mut [Deadline<'_>]) {
    // One entry a thing: the position of its best deadline so far.
    let mut best: Vec<usize> = Vec::with_capacity(Duty::ALL.len());
    for (at, deadline) in deadlines.iter().enumerate() {
        let Some(own) = rank(deadline) else {
            continue;
        };
        let same = |known: &&mut usize| {
            let known = deadlines.get(**known);
            known.is_some_and(|known| same_thing(known, deadline))
        };
        match best.iter_mut().find(same) {
            None => best.push(at),
            Some(known) => {
                let beaten = deadlines.get(*known).and_then(rank);
                if beaten.is_none_or(|other| own < other) {
                    *known = at;
                }
            }
        }
    }
    for at in best {
        let unknown = |other: &Deadline<'_>| {
            other.state == DeadlineState::Undetermined
                && deadlines.get(at).is_some_and(|one| same_thing(one, other))
        };
        let provisional = deadlines.iter().any(unknown);
        if let Some(deadline) = deadlines.get_mut(at) {
            deadline.governing = true;
            deadline.provisional = provisional;
        }
    }
}

/// Open ones first, then by due instant; `None` for what cannot govern.
fn rank(deadline: &Deadline<'_>) -> Option<(bool, i64)> {
    let counts = deadline.state != DeadlineState::Moot;
    Some((!deadline.is_open(), deadline.due.filter(|_| counts)?))
}

/// Whether two deadlines ask for the same: forms and reports are told apart.
fn same_thing(one: &Deadline<'_>, other: &Deadline<'_>) -> bool {
    one.duty() == other.duty()
        && (!matches!(one.duty(), Duty::Form | Duty::Report)
            || first_stop(one) == first_stop(other))
}

fn first_stop<'d>(deadline: &Deadline<'d>) -> Option<&'d Pattern> {
    match deadline.rule {
        Rule::Clock(_, clock) => clock.stops.first(),
        Rule::Given(_) => None,
    }
}
