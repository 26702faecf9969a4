//! The monthly complaint-analysis form: the figures.

use super::action::ActionReport;
use super::causes::Unclassified;
use super::groups::Group;
use super::times::Times;
use super::{CaseOutcome, Complainants, CountTrend, Counts, Dimension, RateTrend, Spec};

/// The figures of a period beside those of the one before.
#[derive(Debug, Clone)]
pub struct Form {
    /// What was asked.
    pub spec: Spec,
    /// How many complaints were looked at.
    pub cases: u64,
    /// In the period.
    pub now: Counts,
    /// In the one before.
    pub before: Counts,
    /// What complainants got, in minor units: in the period, and in the one before.
    pub redress: [i64; 2],
    /// How complaints ended in the period, in the order of [`CaseOutcome::ALL`].
    pub outcomes: [u64; CaseOutcome::ALL.len()],
    /// How long complaints took that were closed: in the period, and in the one before.
    pub times: [Times; 2],
    /// Who complained: in the period, and in the one before.
    pub complainants: [Complainants; 2],
    /// Causes that the scheme does not know, in the words that were used.
    pub unclassified: Vec<Unclassified>,
    /// By what they are about.
    pub by_cause: Vec<Group>,
    /// By line of business.
    pub by_line: Vec<Group>,
    /// By how they came in.
    pub by_channel: Vec<Group>,
    /// By the unit that owns them.
    pub by_unit: Vec<Group>,
    /// By the kind of complainant.
    pub by_complainant_kind: Vec<Group>,
    /// By month of the period, counted since the year 0, each figure in the month of its date.
    pub by_month: Vec<(i32, Counts)>,
    /// The corrective actions, in the order given.
    pub actions: Vec<ActionReport>,
}

impl Form {
    /// Groups by one of the ways to tell complaints apart.
    #[must_use]
    pub fn by(&self, dimension: Dimension) -> &[Group] {
        match dimension {
            Dimension::Cause => &self.by_cause,
            Dimension::Line => &self.by_line,
            Dimension::Channel => &self.by_channel,
            Dimension::Unit => &self.by_unit,
            Dimension::ComplainantKind => &self.by_complainant_kind,
        }
    }

    /// The counts that stand at the top, by name.
    #[must_use]
    pub fn counts(&self) -> [(&'static str, CountTrend); 9] {
        let trend = |of: fn(&Counts) -> u64| CountTrend {
            now: of(&self.now),
            before: of(&self.before),
        };
        let [now, before] = self.complainants;
        let repeat = CountTrend {
            now: now.repeat,
            before: before.repeat,
        };
        [
            ("received", trend(|c| c.received)),
            ("closed", trend(|c| c.closed)),
            ("open", trend(|c| c.open)),
            ("due", trend(|c| c.due)),
            ("late", trend(Counts::late)),
            ("decided", trend(|c| c.decided)),
            ("upheld", trend(|c| c.upheld)),
            ("reopened", trend(|c| c.reopened)),
            ("repeat_complainants", repeat),
        ]
    }

    /// The rates that stand at the top, by name.
    #[must_use]
    pub fn rates(&self) -> [(&'static str, RateTrend); 8] {
        let (spec, now, before) = (&self.spec, &self.now, &self.before);
        let [is, was] = [&spec.exposure, &spec.previous_exposure];
        let [times, times_before] = &self.times;
        let [repeat, repeat_before] = self.complainants.map(|c| c.repeat_rate());
        let trend = |now, before| RateTrend { now, before };
        let premium = trend(
            is.per_premium(now.received, spec.currency),
            was.per_premium(before.received, spec.currency),
        );
        [
            (
                "on_time_rate",
                trend(now.on_time_rate(), before.on_time_rate()),
            ),
            (
                "upheld_rate",
                trend(now.upheld_rate(), before.upheld_rate()),
            ),
            ("repeat_rate", trend(repeat, repeat_before)),
            ("median_days", trend(times.median, times_before.median)),
            ("mean_days", trend(times.mean, times_before.mean)),
            ("per_100_million_premium", premium),
            (
                "per_10000_policies",
                trend(
                    is.per_policies(now.received),
                    was.per_policies(before.received),
                ),
            ),
            (
                "per_10000_persons",
                trend(
                    is.per_persons(now.received),
                    was.per_persons(before.received),
                ),
            ),
        ]
    }
}
