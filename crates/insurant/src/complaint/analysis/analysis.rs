//! Counting complaints, one after the other.

use super::action::ActionReport;
use super::case::at;
use super::causes::Causes;
use super::complainants::Seen;
use super::finding::Findings;
use super::form::Form;
use super::groups::Words;
use super::late::Lates;
use super::names::Names;
use super::period::month;
use super::times::Days;
use super::{Action, AnalysisFindingKind, Case, Counts, Dimension, Period, Report, Spec};
use crate::code;
use crate::complaint::Merges;
use insurant_rules::{Problem, Problems};
use std::collections::{HashMap, HashSet};

/// An analysis that complaints are added to, in any order, each once: all that were received,
/// decided, closed or due in either period, are open, or lie in the days that an action watches.
/// Memory grows with the different words and ids, time with the complaints.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::complaint::analysis::{Analysis, Case, Cause, Period, Spec};
///
/// let mut analysis = Analysis::new(Spec::of(Period::parse("2025-06")?)?, Vec::new())?;
/// let day = |text| Date::parse(text).map_err(|e| e.to_string());
/// analysis.add(&Case {
///     decided_on: Some(day("2025-06-17")?),
///     due_on: Some(day("2025-06-18")?),
///     cause: Some(Cause::parse("claims/delays")),
///     channel: Some("phone"),
///     ..Case::new("C-1", day("2025-06-03")?)
/// })?;
/// let (form, report) = analysis.finish()?;
/// assert_eq!((form.now.received, form.now.on_time, form.now.open), (1, 1, 1));
/// assert_eq!(report.top_causes.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Analysis {
    spec: Spec,
    actions: Vec<Watched>,
    /// Which actions watch a cause, by its slot.
    watching: HashMap<u32, Vec<usize>>,
    ids: Names,
    /// The complaints as they stood at the end of the period before, where they are known.
    then: Option<Names>,
    total: [Counts; 2],
    redress: [i64; 2],
    outcomes: [u64; super::CaseOutcome::ALL.len()],
    days: [Days; 2],
    complainants: Seen,
    causes: Causes,
    words: [Words; 4],
    months: Vec<Counts>,
    lates: Lates,
    merges: Merges,
    no_clock: Findings,
}

/// An action with the complaints of its cause, before and after.
#[derive(Debug, Clone)]
struct Watched {
    action: Action,
    windows: Option<[Period; 2]>,
    counts: [u64; 2],
}

/// The ways that have the host's words, in the order of [`Analysis::words`].
pub(super) const WORDS: [Dimension; 4] = [
    Dimension::Line,
    Dimension::Channel,
    Dimension::Unit,
    Dimension::ComplainantKind,
];

impl Analysis {
    /// An analysis without complaints.
    ///
    /// # Errors
    /// Everything that is wrong with the question or the actions, with paths such as
    /// `spec.as_of` and `actions[2].cause`.
    pub fn new(spec: Spec, actions: Vec<Action>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        if let Err(found) = spec.check() {
            for problem in found {
                let path = format!("spec.{}", problem.place().path);
                problems.push(at(problem, path));
            }
        }
        let mut ids = HashSet::new();
        for (i, action) in actions.iter().enumerate() {
            action.check(&spec.causes, &mut problems, &format!("actions[{i}]"));
            if !ids.insert(action.action_id.as_str()) {
                problems.push(at(
                    twice(&action.action_id),
                    format!("actions[{i}].action_id"),
                ));
            }
        }
        problems.or(())?;
        let periods = [spec.period, spec.previous];
        let mut watching: HashMap<u32, Vec<usize>> = HashMap::new();
        for (i, action) in actions.iter().enumerate() {
            // An action against a function watches all of its reasons.
            let of = |cause: &super::Cause<'_>| {
                let reason = action.reason.as_deref();
                cause.function == action.function && (reason.is_none() || cause.reason == reason)
            };
            for cause in spec.causes.causes().filter(of) {
                watching
                    .entry(spec.causes.place(cause).0)
                    .or_default()
                    .push(i);
            }
        }
        let watched = |action: Action| Watched {
            windows: action.windows(spec.as_of),
            counts: [0; 2],
            action,
        };
        let last = spec.period.to().add_days(-1);
        let months = usize::try_from(month(last) - month(spec.period.from()) + 1).unwrap_or(1);
        Ok(Self {
            actions: actions.into_iter().map(watched).collect(),
            watching,
            ids: Names::default(),
            then: None,
            total: <[Counts; 2]>::default(),
            redress: [0; 2],
            outcomes: [0; super::CaseOutcome::ALL.len()],
            days: <[Days; 2]>::default(),
            complainants: Seen::new(periods, spec.repeat_months),
            causes: Causes::new(&spec.causes),
            words: <[Words; 4]>::default(),
            months: vec![Counts::default(); months],
            lates: Lates::new(spec.list),
            merges: Merges::default(),
            no_clock: Findings::default(),
            spec,
        })
    }

    /// Counts the period before from complaints as they stood at its end, which are added by
    /// [`Self::add_then`]. Without this, the figures before are what the complaints say as they
    /// stand now: one that was closed then and is open again counts as never closed.
    #[must_use]
    pub fn with_then(mut self) -> Self {
        self.then = Some(Names::default());
        self
    }

    /// Counts a complaint.
    ///
    /// # Errors
    /// Everything that is wrong with it, with the name of the field as path; it is not counted.
    pub fn add(&mut self, case: &Case<'_>) -> Result<(), Problems> {
        self.check(case)?;
        let sides = [true, self.then.is_none()];
        let redress = self.redress_with(case, sides)?;
        let (_, new) = self.ids.number(case.complaint_id);
        if !new {
            return Err(at(twice(case.complaint_id), "complaint_id").into());
        }
        self.redress = redress;
        if let Some(survivor) = case.merged_into {
            self.merges.add(case.complaint_id, survivor);
        }
        if let Some(procedures) = case.no_clock {
            self.no_clock
                .add(case.complaint_id, procedures, self.spec.list);
        }
        let [now, _] = self.count(case, sides);
        let (slot, known) = self.place(case);
        self.watch(slot, case);
        if now.is_empty() {
            return Ok(());
        }
        if let Some(cause) = case.cause.filter(|_| !known && now.received > 0) {
            self.causes.add_unknown(cause);
        }
        self.add_outcome(case);
        self.add_months(case, &now);
        if now.late() > 0 {
            self.lates.add(case, self.spec.as_of);
        }
        Ok(())
    }

    /// Counts a complaint as it stood at the end of the period before: see [`Self::with_then`],
    /// without which nothing is counted.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn add_then(&mut self, case: &Case<'_>) -> Result<(), Problems> {
        self.check(case)?;
        let sides = [false, true];
        let redress = self.redress_with(case, sides)?;
        let Some(ids) = &mut self.then else {
            return Ok(());
        };
        let (_, new) = ids.number(case.complaint_id);
        if !new {
            return Err(at(twice(case.complaint_id), "complaint_id").into());
        }
        self.redress = redress;
        self.count(case, sides);
        Ok(())
    }

    fn check(&self, case: &Case<'_>) -> Result<(), Problems> {
        case.check()?;
        if case.redress.is_some() && self.spec.currency.is_none() {
            return Err(at(super::spec::no_currency(), "redress").into());
        }
        Ok(())
    }

    /// The slot of a complaint's cause, and whether the scheme knows it.
    fn place(&self, case: &Case<'_>) -> (u32, bool) {
        let scheme = &self.spec.causes;
        case.cause.map_or((0, true), |cause| scheme.place(cause))
    }

    /// Adds a complaint to the figures of those of the two periods that it stands for.
    fn count(&mut self, case: &Case<'_>, sides: [bool; 2]) -> [Counts; 2] {
        let [now, before] = sides;
        let counts = [(self.spec.period, now), (self.spec.previous, before)];
        let counts = counts.map(|(period, of)| match of {
            true => Counts::of(case, period),
            false => Counts::default(),
        });
        self.complainants.add(case, sides);
        if counts.iter().all(Counts::is_empty) {
            return counts;
        }
        super::groups::add(&mut self.total, &counts);
        let (slot, _) = self.place(case);
        self.causes.add(slot, &counts);
        for (dimension, words) in WORDS.into_iter().zip(&mut self.words) {
            words.add(dimension.word(case), &counts);
        }
        if let Some(closed) = case.closed_on {
            let took = u32::try_from(closed.days() - case.received_on.days()).unwrap_or_default();
            for (days, counts) in self.days.iter_mut().zip(&counts) {
                if counts.closed > 0 {
                    days.add(took);
                }
            }
        }
        counts
    }

    /// What complainants got in the two periods, with one complaint more.
    fn redress_with(&self, case: &Case<'_>, sides: [bool; 2]) -> Result<[i64; 2], Problems> {
        let periods = [self.spec.period, self.spec.previous];
        let mut sums = self.redress;
        let Some((amount, day)) = case.redress.zip(case.answered_on()) else {
            return Ok(sums);
        };
        for ((sum, period), of) in sums.iter_mut().zip(periods).zip(sides) {
            if of && period.has(day) {
                *sum = sum.checked_add(amount).ok_or_else(|| {
                    let message = "the redress of the period does not fit 64 bits";
                    Problems::from(at(Problem::new(code::OVERFLOW, message), "redress"))
                })?;
            }
        }
        Ok(sums)
    }

    fn watch(&mut self, slot: u32, case: &Case<'_>) {
        for i in self.watching.get(&slot).into_iter().flatten() {
            let Some(watched) = self.actions.get_mut(*i) else {
                continue;
            };
            for (count, window) in watched
                .counts
                .iter_mut()
                .zip(watched.windows.iter().flatten())
            {
                *count += u64::from(window.has(case.received_on));
            }
        }
    }

    fn add_outcome(&mut self, case: &Case<'_>) {
        let answered = case
            .answered_on()
            .is_some_and(|day| self.spec.period.has(day));
        let outcome = case.outcome.filter(|_| answered);
        let position = outcome.and_then(|outcome| usize::try_from(outcome.position()).ok());
        if let Some(count) = position.and_then(|position| self.outcomes.get_mut(position)) {
            *count += 1;
        }
    }

    /// Each figure belongs to the month of its own date.
    fn add_months(&mut self, case: &Case<'_>, now: &Counts) {
        let first = month(self.spec.period.from());
        let mut add = |date: Option<crate::date::Date>, more: Counts| {
            let index = date.and_then(|date| usize::try_from(month(date) - first).ok());
            if let Some(counts) = index.and_then(|index| self.months.get_mut(index)) {
                counts.add(&more);
            }
        };
        let none = Counts::default();
        if now.received > 0 {
            add(
                Some(case.received_on),
                Counts {
                    received: 1,
                    ..none
                },
            );
        }
        if now.closed > 0 {
            add(case.closed_on, Counts { closed: 1, ..none });
        }
        if now.due + now.moot > 0 {
            let Counts {
                due, on_time, moot, ..
            } = *now;
            add(
                case.due_on,
                Counts {
                    due,
                    on_time,
                    moot,
                    ..none
                },
            );
        }
        if now.decided > 0 {
            add(
                case.answered_on(),
                Counts {
                    decided: 1,
                    upheld: now.upheld,
                    ..none
                },
            );
        }
    }

    /// The complaints that are merged into each other: see [`Merges::rings`].
    #[must_use]
    pub fn rings(&self) -> Vec<Vec<&str>> {
        self.merges.rings()
    }

    /// The figures, and what there is to say about them.
    ///
    /// # Errors
    /// Complaints that are merged into each other: none of them is looked after any more, though
    /// each counts as gone on elsewhere. Every ring with all its members.
    pub fn finish(self) -> Result<(Form, Report), Problems> {
        let mut problems = Problems::new();
        for ring in self.rings() {
            problems.push(ring_problem(ring.iter().map(|id| format!("`{id}`"))));
        }
        problems.or(())?;
        let mut absent = Findings::default();
        for (ending, survivor) in self.merges.iter() {
            if !self.ids.has(survivor) {
                absent.add(ending, survivor, self.spec.list);
            }
        }
        let [now, before] = self.total;
        let [redress, redress_before] = self.redress;
        let [lines, channels, units, kinds] = self.words.map(Words::groups);
        let spec = self.spec;
        let first = month(spec.period.from());
        let actions = self
            .actions
            .into_iter()
            .map(|watched| ActionReport::of(watched.action, spec.as_of, watched.counts));
        let form = Form {
            before_then: self.then.is_some(),
            cases: u64::try_from(self.ids.len()).unwrap_or(u64::MAX),
            now,
            before,
            redress: [redress, redress_before],
            outcomes: self.outcomes,
            times: self.days.map(|days| days.times(&spec.bucket_days)),
            complainants: self.complainants.complainants(),
            unclassified: self.causes.unclassified(),
            by_cause: self.causes.groups(&spec.causes),
            by_line: lines,
            by_channel: channels,
            by_unit: units,
            by_complainant_kind: kinds,
            by_month: (first..).zip(self.months).collect(),
            actions: actions.collect(),
            spec,
        };
        let mut report = Report::of(&form, self.lates);
        report.findings = [
            absent.of(AnalysisFindingKind::AbsentSurvivor),
            self.no_clock.of(AnalysisFindingKind::NoClock),
        ]
        .into_iter()
        .flatten()
        .collect();
        Ok((form, report))
    }
}

/// Complaints that are merged into each other, each named as the host knows it.
#[must_use]
pub fn ring_problem(members: impl Iterator<Item = String>) -> Problem {
    let mut members: Vec<String> = members.collect();
    members.extend(members.first().cloned());
    let message = format!(
        "complaints are merged into each other: {}",
        members.join(" into ")
    );
    Problem::new(code::MERGE_RING, message)
        .expected("one of them that goes on")
        .remedy("correct the merge in the log of the one that goes on")
}

fn twice(id: &str) -> Problem {
    Problem::new(code::DUPLICATE_ID, format!("the id `{id}` is used twice"))
        .remedy("give each one record, as it stands")
}
