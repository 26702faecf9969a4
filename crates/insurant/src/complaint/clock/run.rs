//! One clock over the events of one complaint: a fold, in the order in which events count.

use super::count::{Counted, Due, Grant, Pause, Start};
use super::course::{Course, is_taken_up_again};
use super::deadline::{DeadlineState, Move, MoveReason, Refused, RefusedWhy};
use super::duty::{GrantLevel, Timely};
use super::moment::Moment;
use super::spec::{Clock, Extension, any};
use crate::complaint::ComplaintEvent as Event;
use insurant_rules::Problem;

/// A clock from one start to its end, or to the asking time.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) start: Start,
    pub(super) due: Result<Due, Problem>,
    pub(super) original: Option<i64>,
    pub(super) moves: Vec<Move>,
    pub(super) refused: Vec<Refused>,
    pub(super) state: DeadlineState,
    pub(super) ended: Option<i64>,
    /// Whether it was missed, and ended without being done.
    pub(super) undone: bool,
}

/// The fold of one clock.
pub(super) struct Fold<'c, 'm, F> {
    clock: &'c Clock,
    current: Option<Running<'m>>,
    /// When something was done that no run asked for yet: paperwork comes in any order.
    done_before: Option<i64>,
    /// When anything that would have met it was done last, while no run asked for it.
    done_last: Option<i64>,
    course: Course,
    finish: F,
}

/// A run that is not over.
struct Running<'m> {
    start: Start,
    due: Result<Due, Problem>,
    original: Option<i64>,
    moves: Vec<Move>,
    refused: Vec<Refused>,
    grants: Vec<Grant>,
    pauses: Vec<Pause>,
    /// When the pause that is not over began, and why.
    paused: Option<(i64, &'m str)>,
    asked: Option<&'m Moment<'m>>,
    /// A grant that waits for its notice.
    waiting: Option<(&'m Moment<'m>, Grant)>,
    granted: u32,
    noticed: Option<i64>,
}

impl Running<'_> {
    fn new(clock: &Clock, start: i64) -> Self {
        let start = Start::new(clock.zone, start);
        let due = Counted {
            clock,
            start,
            grants: &[],
            pauses: &[],
        };
        let due = due.due();
        Self {
            start,
            original: due.as_ref().ok().map(|due| due.instant),
            due,
            moves: Vec::new(),
            refused: Vec::new(),
            grants: Vec::new(),
            pauses: Vec::new(),
            paused: None,
            asked: None,
            waiting: None,
            granted: 0,
            noticed: None,
        }
    }

    fn count(&self, clock: &Clock) -> Result<Due, Problem> {
        let counted = Counted {
            clock,
            start: self.start,
            grants: &self.grants,
            pauses: &self.pauses,
        };
        counted.due()
    }

    /// Whether time is up. While a pause lasts it never is.
    fn is_over(&self, at: i64) -> bool {
        let due = self.due.as_ref();
        self.paused.is_none() && due.is_ok_and(|due| at >= due.instant)
    }

    fn recount(&mut self, clock: &Clock, reason: MoveReason, at: i64) {
        let after = self.count(clock);
        if let (Ok(before), Ok(after)) = (&self.due, &after)
            && before.instant != after.instant
        {
            self.moves.push(Move {
                reason,
                at,
                from: before.instant,
                to: after.instant,
            });
        }
        self.due = after;
    }

    /// Ends the pause.
    fn resume(&mut self, clock: &Clock, at: i64) {
        if let Some((from, _)) = self.paused.take() {
            let from = from.max(self.pauses.last().map_or(i64::MIN, |last| last.instants[1]));
            if at > from {
                self.pauses.push(Pause::new(clock.zone, from, at));
            }
            self.recount(clock, MoveReason::Pause, at);
        }
    }

    fn refuse(&mut self, reason: MoveReason, at: i64, why: RefusedWhy) {
        self.refused.push(Refused { reason, at, why });
    }
}

impl<'c, 'm, F: FnMut(Run)> Fold<'c, 'm, F> {
    /// A clock that has not started; `finish` takes each run as it ends.
    pub(super) const fn new(clock: &'c Clock, finish: F) -> Self {
        Self {
            clock,
            current: None,
            done_before: None,
            done_last: None,
            course: Course::new(),
            finish,
        }
    }

    /// The next event.
    pub(super) fn event(&mut self, moment: &'m Moment<'m>) {
        let clock = self.clock;
        self.follow(moment);
        let stop = any(&clock.stops, moment).and_then(|at| clock.stops.get(at));
        let start = any(&clock.starts, moment).and_then(|at| clock.starts.get(at));
        let begun = self.current.as_ref().map(|run| run.start.instant);
        if start.is_some()
            && is_taken_up_again(moment.kind)
            && begun.is_none_or(|begun| moment.occurred >= begun)
        {
            return self.begin_anew(moment.occurred);
        }
        let Some(run) = &mut self.current else {
            if let Some(start) = start {
                self.begin(start.seconds(moment));
            } else if let Some(stop) = stop {
                self.done_last = self.done_last.max(Some(moment.occurred));
                if stop.is_paperwork() {
                    self.done_before = Some(moment.occurred);
                }
            }
            return;
        };
        if stop.is_some() && moment.occurred >= run.start.instant {
            return self.stop(moment.occurred);
        }
        if any(&clock.ends, moment).is_some() {
            return self.end(moment.occurred);
        }
        if any(&clock.restarts, moment).is_some() {
            return self.restart(moment);
        }
        match moment.kind {
            Event::Paused => self.pause(moment),
            Event::Resumed => {
                let same = |reason: &str| moment.subject.is_none_or(|subject| subject == reason);
                if run.paused.is_some_and(|(_, reason)| same(reason)) {
                    run.resume(clock, moment.occurred);
                }
            }
            Event::Absorbed => self.absorb(moment),
            Event::ExtensionAsked if moment.is_about(clock) => {
                run.asked = Some(moment);
            }
            Event::ExtensionApproved if moment.is_about(clock) => {
                self.extend(moment);
            }
            Event::NoticeSent => self.notice(moment),
            _ => {}
        }
    }

    /// Where the complaint goes: a pause ends with whatever leaves nothing to resume.
    fn follow(&mut self, moment: &Moment<'_>) {
        self.course.follow(moment);
        if let (Some(left), Some(run)) = (self.course.left(), &mut self.current) {
            run.resume(self.clock, left);
        }
        if any(&self.clock.restarts, moment).is_some() {
            self.course.keep(moment);
        }
    }

    /// The complaint is taken up again: a run of its own, from the receipt of what is new. The one
    /// before stays as it was judged. What was done before does not answer it, unlike what was done
    /// since and entered earlier.
    fn begin_anew(&mut self, at: i64) {
        self.end(at);
        self.done_before = None;
        let done = self.done_last.filter(|done| *done > at);
        let start = self.course.take_material().unwrap_or(at);
        self.begin(start);
        if let Some(done) = done {
            self.stop(done);
        }
    }

    fn begin(&mut self, start: i64) {
        self.current = Some(Running::new(self.clock, start));
        if let Some(done) = self.done_before.take() {
            self.stop(done.max(start));
        }
    }

    fn stop(&mut self, at: i64) {
        self.close(at, DeadlineState::Met);
        if self.clock.recurring {
            self.begin(at);
        }
    }

    fn end(&mut self, at: i64) {
        self.close(at, DeadlineState::Moot);
    }

    /// Ends the run; what was over before stays missed.
    fn close(&mut self, at: i64, state: DeadlineState) {
        let Some(mut run) = self.current.take() else {
            return;
        };
        run.resume(self.clock, at);
        let ends = state == DeadlineState::Moot;
        let state = match &run.due {
            Ok(due) if at < due.instant => state,
            Ok(_) => DeadlineState::Missed,
            Err(_) if ends => state,
            Err(_) => DeadlineState::Undetermined,
        };
        let undone = ends && state == DeadlineState::Missed;
        self.hand_over(run, state, Some(at), undone);
    }

    fn hand_over(
        &mut self,
        run: Running<'m>,
        state: DeadlineState,
        ended: Option<i64>,
        undone: bool,
    ) {
        let due = run.due.as_ref().ok().map(|due| due.instant);
        let moved = !run.moves.is_empty() && run.original != due;
        (self.finish)(Run {
            start: run.start,
            original: run.original.filter(|_| moved),
            due: run.due,
            moves: run.moves,
            refused: run.refused,
            state,
            ended,
            undone,
        });
    }

    /// The run as it stands at the asking time.
    pub(super) fn ask(mut self, as_of: i64) {
        let Some(mut run) = self.current.take() else {
            return;
        };
        let paused = run.paused.is_some();
        run.resume(self.clock, as_of);
        if let Some((moment, _)) = run.waiting.take() {
            run.refuse(
                MoveReason::Extension,
                moment.counts_from(),
                RefusedWhy::NoNotice,
            );
        }
        let state = match &run.due {
            Err(_) => DeadlineState::Undetermined,
            Ok(_) if paused => DeadlineState::Paused,
            Ok(due) if as_of >= due.instant => DeadlineState::Missed,
            Ok(_) => DeadlineState::Running,
        };
        self.hand_over(run, state, None, false);
    }

    fn restart(&mut self, moment: &'m Moment<'m>) {
        let Some(run) = &mut self.current else {
            return;
        };
        let at = moment.counts_from();
        if run.is_over(at) {
            return run.refuse(MoveReason::Restart, at, RefusedWhy::TooLate);
        }
        if moment.occurred <= run.start.instant {
            return;
        }
        run.start = Start::new(self.clock.zone, moment.occurred);
        run.pauses.clear();
        run.grants.clear();
        run.granted = 0;
        run.waiting = None;
        run.noticed = None;
        // A pause that still lasts goes on.
        if let Some((from, _)) = &mut run.paused {
            *from = (*from).max(moment.occurred);
        }
        run.recount(self.clock, MoveReason::Restart, at);
    }

    fn pause(&mut self, moment: &'m Moment<'m>) {
        let Some(run) = &mut self.current else {
            return;
        };
        let reason = moment.subject.unwrap_or_default();
        let allowed = self.clock.pauses.iter().any(|pause| pause == reason);
        if !allowed || run.paused.is_some() {
            return;
        }
        let at = moment.counts_from();
        if run.is_over(at) {
            run.refuse(MoveReason::Pause, at, RefusedWhy::TooLate);
            return;
        }
        // One that was entered late lasted as long as there was something to resume.
        let left = self.course.left();
        if left.is_none_or(|left| moment.occurred < left) {
            run.paused = Some((moment.occurred.max(run.start.instant), reason));
        }
        if let Some(left) = left {
            run.resume(self.clock, left);
        }
    }

    /// The survivor of a merge takes the earliest receipt.
    fn absorb(&mut self, moment: &Moment<'_>) {
        let starts_at_receipt = self
            .clock
            .starts
            .iter()
            .any(|p| p.kind() == Event::Received);
        if let (Some(run), Some(other)) = (&mut self.current, moment.sent)
            && starts_at_receipt
            && run.moves.iter().all(|m| m.reason != MoveReason::Restart)
            && other < run.start.instant
        {
            run.start = Start::new(self.clock.zone, other);
            run.recount(self.clock, MoveReason::Merge, moment.counts_from());
        }
    }

    fn extend(&mut self, moment: &'m Moment<'m>) {
        let (Some(run), Some(extension)) = (&mut self.current, &self.clock.extension) else {
            return;
        };
        let at = moment.counts_from();
        let grant = match (moment.due, extension.count) {
            (_, Some(count)) => Some(Grant::Count(extension.unit, count)),
            (Some(due), None) => Some(Grant::Until(due)),
            (None, None) => None,
        };
        let timely = match extension.timely {
            Timely::Approved => at,
            Timely::Asked => run.asked.map_or(at, Moment::counts_from),
        };
        let own = moment.person.is_some() && run.asked.is_some_and(|a| a.person == moment.person);
        let why = if run.is_over(timely) {
            Some(RefusedWhy::TooLate)
        } else if run.granted >= extension.most {
            Some(RefusedWhy::TooOften)
        } else if !may_grant(extension, moment) {
            Some(RefusedWhy::NotAuthorised)
        } else if own {
            Some(RefusedWhy::OwnRequest)
        } else {
            None
        };
        match (why, grant) {
            (Some(why), _) => run.refuse(MoveReason::Extension, at, why),
            (None, None) => run.refuse(MoveReason::Extension, at, RefusedWhy::NoDate),
            (None, Some(grant)) => {
                if extension.notice.is_some() && run.noticed.is_none() {
                    run.waiting = Some((moment, grant));
                } else {
                    self.grant(grant, at);
                }
            }
        }
    }

    fn grant(&mut self, grant: Grant, at: i64) {
        if let Some(run) = &mut self.current {
            run.granted += 1;
            run.noticed = None;
            run.grants.push(grant);
            run.recount(self.clock, MoveReason::Extension, at);
        }
    }

    /// A notice of an extension, before its grant or after.
    fn notice(&mut self, moment: &Moment<'_>) {
        let (Some(run), Some(extension)) = (&mut self.current, &self.clock.extension) else {
            return;
        };
        if extension.notice.is_none() || extension.notice.as_deref() != moment.subject {
            return;
        }
        match run.waiting.take() {
            None if !run.is_over(moment.occurred) => run.noticed = Some(moment.occurred),
            None => {}
            Some((granted, _)) if run.is_over(moment.occurred) => {
                run.refuse(
                    MoveReason::Extension,
                    granted.counts_from(),
                    RefusedWhy::NoNotice,
                );
            }
            Some((_, grant)) => self.grant(grant, moment.occurred),
        }
    }
}

/// Whether whoever granted it may. What the event does not say is not held against it: the
/// complaint itself has checked its actors.
fn may_grant(extension: &Extension, moment: &Moment<'_>) -> bool {
    let role = moment
        .role
        .is_none_or(|role| extension.roles.is_empty() || extension.roles.contains(&role));
    let level = match extension.level {
        GrantLevel::Any => true,
        GrantLevel::Superior => moment.superior != Some(false) || moment.head_office == Some(true),
        GrantLevel::HeadOffice => moment.head_office != Some(false),
    };
    role && level
}
