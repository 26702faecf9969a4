//! The figures, of the whole and by group.

use super::measure::{Reason, Share};
use super::spec::Spec;
use crate::kpi::groups::{Grouped, Groups};
use crate::kpi::left_out::{LeftOut, LeftOuts};
use crate::kpi::value::{Undefined, Value};

/// Persistency, with everything that it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The question.
    pub spec: Spec,
    /// Of the whole cohort.
    pub all: Figures,
    /// By group, in the order of the question.
    pub by: Vec<Groups<Figures>>,
}

/// Both sides of a persistency, and what is on neither. Amounts are minor units; by count, the
/// sides count policies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// What persists.
    pub numerator: i128,
    /// What it is a share of.
    pub denominator: i128,
    /// The policies measured.
    pub policies: u64,
    /// The policies on neither side, by reason, with their original premium.
    pub left_out: Vec<LeftOut<Reason>>,
    /// The policies of which riders were paid for.
    pub rider_policies: u64,
    /// The part of the numerator that riders brought.
    pub rider_amount: i128,
    /// Premium of the month that came after the days of grace, and does not count: how often.
    pub late_receipts: u64,
    /// How much.
    pub late_amount: i128,
}

impl Figures {
    /// The persistency; undefined when nothing can be measured.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::of(
            self.numerator,
            self.denominator,
            Undefined::NothingMeasurable,
        )
    }
}

/// Figures in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    figures: Figures,
    left_out: LeftOuts<Reason>,
}

impl Sums {
    pub(super) fn add(&mut self, measured: Result<Share, Reason>, premium: Option<i64>) {
        let figures = &mut self.figures;
        match measured {
            Err(reason) => self.left_out.add(reason, premium),
            Ok(share) => {
                figures.numerator += share.numerator;
                figures.denominator += share.denominator;
                figures.policies += 1;
                figures.rider_policies += u64::from(share.riders.is_some());
                figures.rider_amount += share.riders.unwrap_or(0);
                figures.late_receipts += share.late_receipts;
                figures.late_amount += share.late_amount;
            }
        }
    }

    fn finish(self) -> Figures {
        Figures {
            left_out: self.left_out.in_order(),
            ..self.figures
        }
    }
}

impl Report {
    pub(super) fn new(spec: Spec, sums: Grouped<Sums>) -> Self {
        let (all, by) = sums.finish();
        let by = by.into_iter().map(|by| Groups {
            name: by.name,
            groups: by
                .groups
                .into_iter()
                .map(|(value, sums)| (value, sums.finish()))
                .collect(),
        });
        Self {
            spec,
            all: all.finish(),
            by: by.collect(),
        }
    }
}
