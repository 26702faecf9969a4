//! The form and the report in canonical JSON.

use super::action::ActionReport;
use super::effect::EffectWindow;
use super::groups::{Group, GroupKey};
use super::late::Late;
use super::period::month_name;
use super::report::{Change, Figure, Trend};
use super::{
    AnalysisFinding, CaseOutcome, Cause, CountTrend, Counts, Dimension, Form, Period, Rate,
    RateTrend, Report, Undefined,
};
use crate::money;
use insurant_rules::document::{Json, Object};

/// The counts that stand at the top, with what they are: see [`Form::counts`].
pub(super) const COUNTS: [(&str, &str); 9] = [
    ("received", "Received."),
    ("closed", "Closed."),
    ("open", "Open at the end."),
    ("due", "Due; withdrawn or merged in time owes nothing."),
    ("late", "Of those, not answered by their day."),
    ("decided", "Decided on the merits, with a stated outcome."),
    (
        "upheld",
        "Of those, for the complainant, wholly or in part.",
    ),
    (
        "reopened",
        "Of those closed or open at the end, reopened at least once.",
    ),
    ("repeat_complainants", "Complainants who complained before."),
];

/// The rates that stand at the top, with what they are: see [`Form::rates`].
pub(super) const RATES: [(&str, &str); 8] = [
    ("on_time_rate", "On time, of those due."),
    ("upheld_rate", "Upheld, of those decided."),
    ("repeat_rate", "Complainants who complained before, of all."),
    (
        "median_days",
        "The median of the days from receipt to closing.",
    ),
    ("mean_days", "The mean of the days from receipt to closing."),
    (
        "per_100_million_premium",
        "Received per 100 million of premium.",
    ),
    ("per_10000_policies", "Received per 10,000 policies."),
    ("per_10000_persons", "Received per 10,000 persons."),
];

/// The groups, with what they are.
pub(super) const GROUPS: [(&str, &str, Dimension); 5] = [
    ("by_cause", "By what they are about.", Dimension::Cause),
    ("by_line", "By line of business.", Dimension::Line),
    ("by_channel", "By how they came in.", Dimension::Channel),
    ("by_unit", "By the unit that owns them.", Dimension::Unit),
    (
        "by_complainant_kind",
        "By the kind of complainant.",
        Dimension::ComplainantKind,
    ),
];

fn number(count: u64) -> Json {
    let fits = i64::try_from(count).ok().and_then(Json::integer);
    fits.unwrap_or_else(|| Json::exact(count))
}

fn list<T>(items: &[T], of: impl Fn(&T) -> Object) -> Json {
    Json::list(items.iter().map(of))
}

impl Rate {
    /// The rate in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::Object(match self {
            Self::Known { num, den } => Object::new()
                .with("state", "known")
                .with("num", Json::exact(num))
                .with("den", Json::exact(den))
                .with_some("shown", self.shown()),
            Self::Undefined(reason) => Object::new()
                .with("state", "undefined")
                .with("reason", reason.as_str()),
        })
    }
}

impl CountTrend {
    /// The trend in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        let difference = self.difference();
        Json::object([
            ("now", number(self.now)),
            ("before", number(self.before)),
            (
                "difference",
                Json::integer(difference).unwrap_or(Json::exact(difference)),
            ),
            ("ratio", self.ratio().to_json()),
        ])
    }
}

impl RateTrend {
    /// The trend in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::object([
            ("now", self.now.to_json()),
            ("before", self.before.to_json()),
            ("difference", self.difference().to_json()),
        ])
    }
}

fn period(period: Period) -> Object {
    Object::new()
        .with("from", period.from().to_string())
        .with("to", period.to().to_string())
}

/// What is counted alike of months and groups.
fn counted(object: Object, counts: &Counts) -> Object {
    object
        .with("closed", number(counts.closed))
        .with("due", number(counts.due))
        .with("on_time", number(counts.on_time))
        .with("on_time_rate", counts.on_time_rate().to_json())
        .with("decided", number(counts.decided))
        .with("upheld", number(counts.upheld))
        .with("upheld_rate", counts.upheld_rate().to_json())
}

fn keyed(key: &GroupKey) -> Object {
    match key {
        GroupKey::Unstated => Object::new(),
        GroupKey::Cause { function, reason } => Object::new()
            .with("function", function.as_str())
            .with_some("reason", reason.as_deref()),
        GroupKey::Word(word) => Object::new().with("key", word.as_str()),
    }
}

fn received(group: &Group) -> CountTrend {
    CountTrend {
        now: group.now.received,
        before: group.before.received,
    }
}

fn share(group: &Group, form: &Form) -> Json {
    Rate::of(
        group.now.received,
        form.now.received,
        Undefined::NothingReceived,
    )
    .to_json()
}

fn group(group: &Group, form: &Form) -> Object {
    let object = keyed(&group.key)
        .with("received", received(group).to_json())
        .with("share", share(group, form))
        .with("open", number(group.now.open))
        .with("reopened", number(group.now.reopened));
    counted(object, &group.now)
}

fn cause(cause: Cause<'_>) -> Json {
    Json::Object(
        Object::new()
            .with("function", cause.function)
            .with_some("reason", cause.reason),
    )
}

fn window(window: EffectWindow) -> Object {
    period(window.period)
        .with("received", number(window.received))
        .with("rate", window.rate.to_json())
}

fn action(report: &ActionReport) -> Object {
    let action = &report.action;
    let effect = report.effect.map(|effect| {
        let [before, after] = effect
            .windows
            .map_or([None, None], |windows| windows.map(Some));
        Object::new()
            .with("effect", effect.effect.as_str())
            .with_some("before", before.map(window))
            .with_some("after", after.map(window))
    });
    Object::new()
        .with("action_id", action.action_id.as_str())
        .with("cause", cause(action.cause()))
        .with_some("what", action.what.as_deref())
        .with("owner", action.owner.as_str())
        .with_some("unit_id", action.unit_id.as_deref())
        .with("due_on", action.due_on.to_string())
        .with_some("done_on", action.done_on.map(|done| done.to_string()))
        .with_some("evidence", action.evidence.as_deref())
        .with("state", report.state.as_str())
        .with("proven", report.proven)
        .with_some("effect", effect)
}

fn late(late: &Late) -> Object {
    Object::new()
        .with("complaint_id", late.complaint_id.as_str())
        .with("due_on", late.due_on.to_string())
        .with_some("answered_on", late.answered_on.map(|day| day.to_string()))
        .with("days_late", late.days.0)
        .with_some("unit_id", late.unit_id.as_deref())
}

fn finding(finding: &AnalysisFinding) -> Object {
    let complaints = list(&finding.complaints, |(complaint, named)| {
        Object::new()
            .with("complaint_id", complaint.as_str())
            .with("named", named.as_str())
    });
    Object::new()
        .with("finding", finding.kind.as_str())
        .with("count", number(finding.count))
        .with("complaints", complaints)
}

impl Form {
    /// The form in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let [now, _] = self.complainants;
        let [times, times_before] = &self.times;
        let outcomes = CaseOutcome::WORDS
            .iter()
            .zip(self.outcomes)
            .filter(|(_, count)| *count > 0);
        let mut form = Object::new()
            .with("period", period(self.spec.period))
            .with("previous", period(self.spec.previous))
            .with("as_of", self.spec.as_of.to_string())
            .with("cases", number(self.cases))
            .with("open_before", number(self.now.open_before))
            .with("moot", number(self.now.moot))
            .with("unnamed", number(now.unnamed))
            .with("complainants", number(now.complainants))
            .with_some("longest_days", times.longest)
            .with_some("redress", self.redress())
            .with(
                "outcomes",
                Json::object_of(outcomes.map(|(word, count)| (*word, number(count)))),
            )
            .with(
                "buckets",
                self.buckets(&times.buckets, &times_before.buckets),
            )
            .with(
                "by_month",
                list(&self.by_month, |(month, counts)| {
                    let object = Object::new().with("month", month_name(*month));
                    counted(object.with("received", number(counts.received)), counts)
                }),
            )
            .with(
                "unclassified",
                list(&self.unclassified, |unknown| {
                    Object::new()
                        .with("function", unknown.function.as_str())
                        .with_some("reason", unknown.reason.as_deref())
                        .with("received", number(unknown.received))
                }),
            )
            .with("actions", list(&self.actions, action));
        for (name, trend) in self.counts() {
            form.set(name, trend.to_json());
        }
        for (name, trend) in self.rates() {
            form.set(name, trend.to_json());
        }
        for (name, _, by) in GROUPS {
            form.set(name, list(self.by(by), |of| group(of, self)));
        }
        Json::Object(form)
    }

    fn redress(&self) -> Option<Object> {
        let currency = self.spec.currency?;
        let [now, before] = self.redress.map(|amount| money::format(amount, currency));
        let object = Object::new().with("currency", currency.code());
        Some(object.with("now", now).with("before", before))
    }

    fn buckets(&self, now: &[u64], before: &[u64]) -> Json {
        let ends = &self.spec.bucket_days;
        let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
        let ends = ends.iter().copied().map(Some).chain([None]);
        let rows = starts.zip(ends).zip(now.iter().zip(before));
        Json::list(rows.map(|((from, to), (now, before))| {
            let trend = CountTrend {
                now: *now,
                before: *before,
            };
            Object::new()
                .with("from_days", from)
                .with_some("to_days", to)
                .with("closed", trend.to_json())
        }))
    }
}

impl Report {
    /// The report in canonical form, beside its form.
    #[must_use]
    pub fn to_json(&self, form: &Form) -> Json {
        let figure = |figure: &Figure| {
            let object = Object::new().with("figure", figure.name);
            match figure.trend {
                Trend::Count(trend) => object.with("count", trend.to_json()),
                Trend::Rate(trend) => object.with("rate", trend.to_json()),
            }
        };
        let change = |change: &Change| {
            keyed(&change.key)
                .with("by", change.by.as_str())
                .with("received", change.received.to_json())
        };
        Json::object([
            ("figures_up", list(&self.figures_up, figure)),
            ("figures_down", list(&self.figures_down, figure)),
            ("groups_up", list(&self.groups_up, change)),
            ("groups_down", list(&self.groups_down, change)),
            (
                "top_causes",
                list(&self.top_causes, |top| {
                    keyed(&top.group.key)
                        .with("rank", number(u64::try_from(top.rank).unwrap_or(u64::MAX)))
                        .with("received", received(&top.group).to_json())
                        .with("share", share(&top.group, form))
                }),
            ),
            ("late_count", number(form.now.late())),
            ("late", list(&self.late, late)),
            ("actions_due", list(&self.actions_due, action)),
            ("findings", list(&self.findings, finding)),
        ])
    }
}
