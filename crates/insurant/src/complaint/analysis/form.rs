//! The monthly complaint-analysis form: the figures.

use super::action::ActionReport;
use super::causes::Unclassified;
use super::groups::Group;
use super::times::Times;
use super::{
    CaseOutcome, Complainants, CountTrend, Counts, Dimension, Exposure, Rate, RateTrend, Spec,
};
use insurant_rules::Currency;

/// The figures of a period beside those of the one before.
#[derive(Debug, Clone)]
pub struct Form {
    /// What was asked.
    pub spec: Spec,
    /// Whether the period before was counted from complaints as they stood at its end, not as they
    /// stand now.
    pub before_then: bool,
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
    pub fn counts(&self) -> [(&'static str, CountTrend); COUNTS.len()] {
        COUNTS.map(|(name, _, of)| (name, self.sides(of)))
    }

    /// The rates that stand at the top, by name.
    #[must_use]
    pub fn rates(&self) -> [(&'static str, RateTrend); RATES.len()] {
        let [now, before] = self.both();
        RATES.map(|(name, _, of)| {
            let [now, before] = [of(&now), of(&before)];
            (name, RateTrend { now, before })
        })
    }

    fn sides(&self, of: fn(&Side<'_>) -> u64) -> CountTrend {
        let [now, before] = self.both().map(|side| of(&side));
        CountTrend { now, before }
    }

    /// The period, and the one before.
    fn both(&self) -> [Side<'_>; 2] {
        let [complainants, complainants_before] = &self.complainants;
        let [times, times_before] = &self.times;
        [
            Side {
                counts: &self.now,
                complainants,
                times,
                exposure: &self.spec.exposure,
                currency: self.spec.currency,
            },
            Side {
                counts: &self.before,
                complainants: complainants_before,
                times: times_before,
                exposure: &self.spec.previous_exposure,
                currency: self.spec.currency,
            },
        ]
    }
}

/// What is known of one period.
pub(super) struct Side<'f> {
    counts: &'f Counts,
    complainants: &'f Complainants,
    times: &'f Times,
    exposure: &'f Exposure,
    currency: Option<Currency>,
}

/// A figure that stands at the top: its name, what it is, and what it is in a period.
type Top<V> = (&'static str, &'static str, fn(&Side<'_>) -> V);

/// The counts that stand at the top.
pub(super) const COUNTS: [Top<u64>; 9] = [
    ("received", "Received.", |side| side.counts.received),
    ("closed", "Closed.", |side| side.counts.closed),
    ("open", "Open at the end.", |side| side.counts.open),
    (
        "due",
        "Due; withdrawn or merged in time owes nothing.",
        |side| side.counts.due,
    ),
    ("late", "Of those, not answered by their day.", |side| {
        side.counts.late()
    }),
    (
        "decided",
        "Decided on the merits, with a stated outcome.",
        |side| side.counts.decided,
    ),
    (
        "upheld",
        "Of those, for the complainant, wholly or in part.",
        |side| side.counts.upheld,
    ),
    (
        "reopened",
        "Of those closed or open at the end, reopened at least once.",
        |side| side.counts.reopened,
    ),
    (
        "repeat_complainants",
        "Complainants who complained before.",
        |side| side.complainants.repeat,
    ),
];

/// The rates that stand at the top.
pub(super) const RATES: [Top<Rate>; 8] = [
    ("on_time_rate", "On time, of those due.", |side| {
        side.counts.on_time_rate()
    }),
    ("upheld_rate", "Upheld, of those decided.", |side| {
        side.counts.upheld_rate()
    }),
    (
        "repeat_rate",
        "Complainants who complained before, of all.",
        |side| side.complainants.repeat_rate(),
    ),
    (
        "median_days",
        "The median of the days from receipt to closing.",
        |side| side.times.median,
    ),
    (
        "mean_days",
        "The mean of the days from receipt to closing.",
        |side| side.times.mean,
    ),
    (
        "per_100_million_premium",
        "Received per 100 million of premium.",
        |side| {
            let received = side.counts.received;
            side.exposure.per_premium(received, side.currency)
        },
    ),
    (
        "per_10000_policies",
        "Received per 10,000 policies.",
        |side| side.exposure.per_policies(side.counts.received),
    ),
    (
        "per_10000_persons",
        "Received per 10,000 persons.",
        |side| side.exposure.per_persons(side.counts.received),
    ),
];

/// The groups: the name in the form, what it is, and how complaints are told apart.
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
