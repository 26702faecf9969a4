//! The form in the answer.

use super::super::form::{COUNTS, GROUPS, RATES};
use super::super::period::month_name;
use super::super::{
    ActionReport, CaseOutcome, CountTrend, Counts, Form, Period, RateTrend, Unclassified,
};
use super::group::Grouped;
use super::value::{Line, Prose};
use super::{Answer, Parts, answer, field};
use crate::date::Date;
use crate::money;
use insurant_rules::document::{Field, Json, Object, Shape};

answer! {
    Form as form: "ComplaintAnalysisForm", "The monthly complaint-analysis form: the figures." {
        period: Period = form.spec.period, "The period.";
        previous: Period = form.spec.previous, "The one it is compared with.";
        before_as_it_stood: bool = form.before_then,
            "Whether the figures before are those of complaints as they stood at the end of that period, not as they stand now.";
        as_of: Date = form.spec.as_of, "The day of the question.";
        cases: u64 = form.cases, "How many complaints were looked at.";
        open_before: u64 = form.now.open_before, "Open when the period began.";
        moot: u64 = form.now.moot, "Due, but withdrawn or merged in time.";
        unnamed: u64 = form.complainants[0].unnamed, "Received, not saying who complains.";
        complainants: u64 = form.complainants[0].complainants, "Different complainants of the period.";
        longest_days: Option<u64> = form.times[0].longest.map(u64::from),
            "The most days that one closed took.";
        redress: Option<Redress> = Redress::of(form),
            "What complainants got, where a currency is given.";
        outcomes: Outcomes<'_> = Outcomes(&form.outcomes),
            "How complaints ended; what none did is left out.";
        buckets: Vec<Bucket> = buckets(form), "Time to resolve of those closed.";
        unclassified: &[Unclassified] = &form.unclassified, "Causes that the scheme does not know.";
        by_month: Vec<Month<'_>> = form.by_month.iter().map(Month).collect(),
            "By month of the period.";
        actions: &[ActionReport] = &form.actions, "The corrective actions.";
        ..Top<'_> = Top(form);
    }

    Bucket as bucket: "TimeBucket", "Complaints closed that took so many days, both ends included." {
        from_days: u64 = bucket.from, "The fewest days.";
        to_days: Option<u64> = bucket.to, "The most days; the last bucket has no end.";
        closed: CountTrend = bucket.closed, "How many.";
    }

    Month<'_> as month: "ComplaintMonth", "A month of the period." {
        month: Line<String> = Line(month_name(month.0.0)),
            "The month, `2025-06`; only its days within the period.";
        received: u64 = month.0.1.received, "Received.";
        ..Counts = month.0.1;
    }

    Unclassified as cause: "UnclassifiedCause", "A cause that the scheme does not know." {
        function: Prose<&str> = Prose(&cause.function), "The function stated.";
        reason: Option<Prose<&str>> = cause.reason.as_deref().map(Prose), "The reason stated.";
        received: u64 = cause.received, "How often it was received in the period.";
    }

    Redress as redress: "ComplaintRedress", "What complainants got." {
        currency: Line<&str> = Line(redress.currency), "The currency.";
        now: Line<&str> = Line(&redress.now), "In the period.";
        before: Line<&str> = Line(&redress.before), "In the one before.";
    }
}

struct Bucket {
    from: u64,
    to: Option<u64>,
    closed: CountTrend,
}

fn buckets(form: &Form) -> Vec<Bucket> {
    let [times, times_before] = &form.times;
    let ends = || form.spec.bucket_days.iter().copied().map(u64::from);
    let starts = std::iter::once(0).chain(ends().map(|end| end + 1));
    let ends = ends().map(Some).chain([None]);
    let counts = times.buckets.iter().zip(&times_before.buckets);
    let rows = starts.zip(ends).zip(counts);
    rows.map(|((from, to), (&now, &before))| Bucket {
        from,
        to,
        closed: CountTrend { now, before },
    })
    .collect()
}

/// A month, counted since the year 0.
struct Month<'f>(&'f (i32, Counts));

struct Redress {
    currency: &'static str,
    now: String,
    before: String,
}

impl Redress {
    fn of(form: &Form) -> Option<Self> {
        let currency = form.spec.currency?;
        let [now, before] = form.redress.map(|amount| money::format(amount, currency));
        Some(Self {
            currency: currency.code(),
            now,
            before,
        })
    }
}

/// How many ended in which way.
struct Outcomes<'f>(&'f [u64]);

impl Answer for Outcomes<'_> {
    fn shape() -> Shape {
        let words = CaseOutcome::WORDS.iter();
        let fields = words.map(|word| Field::optional(*word, u64::shape(), "How many."));
        Shape::object(
            "ComplaintOutcomes",
            "How complaints ended in the period.",
            fields,
        )
    }

    fn json(&self) -> Option<Json> {
        let counts = CaseOutcome::WORDS.iter().zip(self.0);
        let some = counts.filter(|(_, count)| **count > 0);
        let members = some.filter_map(|(word, count)| Some((*word, count.json()?)));
        Some(Json::object_of(members))
    }
}

/// The counts, rates and groups that have the form's own names.
struct Top<'f>(&'f Form);

impl Parts for Top<'_> {
    fn fields() -> Vec<Field> {
        let counts = COUNTS.map(|(name, doc, _)| field::<CountTrend>(name, doc));
        let rates = RATES.map(|(name, doc, _)| field::<RateTrend>(name, doc));
        let groups = GROUPS.map(|(name, doc, _)| field::<Vec<Grouped<'_>>>(name, doc));
        counts.into_iter().chain(rates).chain(groups).collect()
    }

    fn write(&self, mut object: Object) -> Object {
        let form = self.0;
        for (name, trend) in form.counts() {
            object.set_some(name, trend.json());
        }
        for (name, trend) in form.rates() {
            object.set_some(name, trend.json());
        }
        for (name, _, by) in GROUPS {
            let groups = form.by(by).iter().map(|group| Grouped(group, form));
            object.set_some(name, groups.collect::<Vec<_>>().json());
        }
        object
    }
}
