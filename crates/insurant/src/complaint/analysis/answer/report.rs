//! The report in the answer.

use super::super::{
    ActionReport, AnalysisFinding, AnalysisFindingKind, Change, CountTrend, Dimension, Figure,
    Form, GroupKey, Late, Rate, RateTrend, Report, TopCause, Trend,
};
use super::answer;
use super::group::Grouped;
use super::value::{Name, Prose, Word};
use crate::date::Date;

/// A report, beside its form.
pub(super) struct Told<'r>(pub(super) &'r Report, pub(super) &'r Form);

/// A cause of a report, beside its form.
struct Top<'r>(&'r TopCause, &'r Form);

impl<'r> Told<'r> {
    fn top(&self) -> Vec<Top<'r>> {
        let Self(report, form) = *self;
        report.top_causes.iter().map(|top| Top(top, form)).collect()
    }
}

impl Top<'_> {
    const fn grouped(&self) -> Grouped<'_> {
        Grouped(&self.0.group, self.1)
    }
}

answer! {
    Told<'_> as told: "ComplaintReport",
        "The analysis report: what there is to say about the figures, as data for sentences." {
        figures_up: &[Figure] = &told.0.figures_up, "Figures at the top that rose.";
        figures_down: &[Figure] = &told.0.figures_down, "Figures at the top that fell.";
        groups_up: &[Change] = &told.0.groups_up,
            "Groups of which more was received, the largest rise first.";
        groups_down: &[Change] = &told.0.groups_down,
            "Groups of which less was received, the largest fall first.";
        top_causes: Vec<Top<'_>> = told.top(), "The causes received most.";
        late_count: u64 = told.1.now.late(), "How many were due and late.";
        late: &[Late] = &told.0.late,
            "Those of them that waited longest, the longest first.";
        actions_due: &[ActionReport] = &told.0.actions_due,
            "Actions not done, in order of the day they are due.";
        findings: &[AnalysisFinding] = &told.0.findings,
            "What else was found of single complaints, each kind once.";
    }

    Figure as figure: "ChangedFigure", "A figure at the top that changed: a count, or a rate." {
        figure: Name<&str> = Name(figure.name), "Its name in the form.";
        count: Option<CountTrend> = figure.count(), "How it changed.";
        rate: Option<RateTrend> = figure.rate(), "How it changed.";
    }

    Change as change: "ChangedGroup", "A group of which more or less was received." {
        by: Word<Dimension> = Word(change.by), "The way of telling complaints apart.";
        ..GroupKey = change.key;
        received: CountTrend = change.received, "What was received.";
    }

    Top<'_> as top: "TopCause", "One of the causes received most." {
        rank: u64 = u64::try_from(top.0.rank).unwrap_or(u64::MAX),
            "1 for the first; causes that tie have the same.";
        function: Prose<&str> = Prose(top.0.group.key.as_cause().map_or("", |cause| cause.function)),
            "The function.";
        reason: Option<Prose<&str>> = top.0.group.key.as_cause().and_then(|c| c.reason).map(Prose),
            "The reason.";
        received: CountTrend = top.grouped().received(), "What was received.";
        share: Rate = top.grouped().share(), "Of all that was received in the period.";
    }

    Late as late: "LateComplaint", "A complaint that was due in the period, and late." {
        complaint_id: Prose<&str> = Prose(&late.complaint_id), "The host's id.";
        due_on: Date = late.due_on, "The last day for the decision.";
        answered_on: Option<Date> = late.answered_on,
            "When it was answered; left out when it is not.";
        days_late: u64 = u64::from(late.days.0.unsigned_abs()),
            "Days after its day, up to the question when it is not answered.";
        unit_id: Option<Prose<&str>> = late.unit_id.as_deref().map(Prose),
            "The unit that owns it.";
    }
}

/// A complaint, and what the finding of it names.
struct Found<'r>(&'r (String, String));

impl Found<'_> {
    fn all(finding: &AnalysisFinding) -> Vec<Found<'_>> {
        finding.complaints.iter().map(Found).collect()
    }
}

answer! {
    AnalysisFinding as found: "AnalysisFinding", "Something found of single complaints." {
        finding: Word<AnalysisFindingKind> = Word(found.kind), "What.";
        count: u64 = found.count, "Of how many complaints.";
        complaints: Vec<Found<'_>> = Found::all(found),
            "The first of them by id, as many as `list` of the question says.";
    }

    Found<'_> as found: "FoundComplaint", "A complaint of which something was found." {
        complaint_id: Prose<&str> = Prose(&found.0.0), "The host's id.";
        named: Prose<&str> = Prose(&found.0.1),
            "The survivor that is not there, or the procedures that gave no clock.";
    }
}

impl Figure {
    const fn count(&self) -> Option<CountTrend> {
        match self.trend {
            Trend::Count(trend) => Some(trend),
            Trend::Rate(_) => None,
        }
    }

    const fn rate(&self) -> Option<RateTrend> {
        match self.trend {
            Trend::Rate(trend) => Some(trend),
            Trend::Count(_) => None,
        }
    }
}
