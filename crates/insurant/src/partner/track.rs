//! A partner over periods: probation, and exit (B-36).

use super::rules::PartnerRules;
use crate::closed::closed;
use crate::date::Date;
use insurant_rules::document::Decimal;
use insurant_rules::order::InOrder;

/// One appraisal that is over, or not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPeriod {
    /// Its first day.
    pub from: Date,
    /// The first day after it.
    pub to: Date,
    /// What the scorecard gave; none when it could not be decided.
    pub points: Option<Decimal>,
    /// The pass line of then, where it was another.
    pub line: Option<Decimal>,
    /// Events that were a veto.
    pub vetoes: Vec<String>,
}

closed! {
    /// How a partner stands after a period.
    TrackState {
        /// No period is over.
        None = "none",
        /// At the pass line or above.
        Good = "good",
        /// Below it, and still allowed.
        Probation = "probation",
        /// Out.
        Exit = "exit",
        /// The points are not known: a person must look.
        Review = "review",
        /// The period is not over.
        NotOver = "not_over",
        /// It was out already.
        AfterExit = "after_exit",
    }
}

closed! {
    /// Why a partner is out.
    WhyExit {
        /// A violation that nothing outweighs.
        Veto = "veto",
        /// Below the pass line too often.
        BelowLine = "below_line",
    }
}

/// A period with how the partner stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackedPeriod {
    /// The period.
    pub period: PastPeriod,
    /// The pass line that was applied; none when the rulebook has none.
    pub line: Option<Decimal>,
    /// How the partner stands after it.
    pub state: TrackState,
}

/// A partner over its periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// After the last period that counts.
    pub state: TrackState,
    /// How many periods in a row were below the line.
    pub below_in_a_row: u32,
    /// How many more may be.
    pub left: u32,
    /// The position of the period that ended it, and why.
    pub exit: Option<(usize, WhyExit)>,
    /// The periods, in order.
    pub periods: Vec<TrackedPeriod>,
}

impl PartnerRules {
    /// How a partner stands after its periods, which do not overlap. Periods not over by the day
    /// do not count.
    #[must_use]
    pub fn track(&self, mut periods: Vec<PastPeriod>, as_of: Date) -> Track {
        periods.order_by_key(|period| period.from);
        let mut track = Track {
            state: TrackState::None,
            below_in_a_row: 0,
            left: self.probation_periods,
            exit: None,
            periods: Vec::with_capacity(periods.len()),
        };
        for (position, period) in periods.into_iter().enumerate() {
            let line = period.line.or(self.pass_line);
            let state = if period.to > as_of {
                TrackState::NotOver
            } else if track.exit.is_some() {
                TrackState::AfterExit
            } else {
                track.after(&period, line, position, self.probation_periods)
            };
            track.periods.push(TrackedPeriod {
                period,
                line,
                state,
            });
        }
        track.left = self.probation_periods.saturating_sub(track.below_in_a_row);
        track
    }
}

impl Track {
    fn after(
        &mut self,
        period: &PastPeriod,
        line: Option<Decimal>,
        position: usize,
        allowed: u32,
    ) -> TrackState {
        let passed = period
            .points
            .zip(line)
            .map(|(points, line)| at_least(points, line));
        self.state = if !period.vetoes.is_empty() {
            self.exit = Some((position, WhyExit::Veto));
            TrackState::Exit
        } else {
            match passed {
                // Neither broken nor lengthened: nobody knows.
                None => TrackState::Review,
                Some(true) => {
                    self.below_in_a_row = 0;
                    TrackState::Good
                }
                Some(false) => {
                    self.below_in_a_row += 1;
                    if self.below_in_a_row > allowed {
                        self.exit = Some((position, WhyExit::BelowLine));
                        TrackState::Exit
                    } else {
                        TrackState::Probation
                    }
                }
            }
        };
        self.state
    }
}

/// Whether points reach a line, exactly.
pub(super) fn at_least(points: Decimal, line: Decimal) -> bool {
    let cross = |a: Decimal, b: Decimal| i128::from(a.units()) * i128::from(b.denominator());
    cross(points, line) >= cross(line, points)
}
