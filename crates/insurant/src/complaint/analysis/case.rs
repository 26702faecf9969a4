//! What an analysis knows of one complaint.

use super::Cause;
use crate::closed::closed;
use crate::code;
use crate::date::Date;
use insurant_rules::{Place, Problem, Problems};

closed! {
    /// How a complaint ended: what was decided, or why nothing was.
    CaseOutcome {
        /// The complainant is right.
        Upheld = "upheld",
        /// The complainant is right in part.
        PartlyUpheld = "partly_upheld",
        /// Agreed, without saying who is right.
        Settled = "settled",
        /// The complainant is not right.
        NotUpheld = "not_upheld",
        /// The complainant took it back.
        Withdrawn = "withdrawn",
        /// It was not taken up.
        Declined = "declined",
        /// It goes on as part of another complaint.
        Merged = "merged",
    }
}

impl CaseOutcome {
    /// Whether somebody decided who is right, or that it need not be decided.
    #[must_use]
    pub const fn is_decision(self) -> bool {
        matches!(
            self,
            Self::Upheld | Self::PartlyUpheld | Self::Settled | Self::NotUpheld
        )
    }

    /// Whether the complainant was right, wholly or in part.
    #[must_use]
    pub const fn is_upheld(self) -> bool {
        matches!(self, Self::Upheld | Self::PartlyUpheld)
    }

    /// Whether nothing is owed any more without a decision: its due date is moot.
    #[must_use]
    pub const fn is_moot(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Merged)
    }
}

/// One complaint as it stands: what the register or the fold of its log gives.
///
/// Identifiers may be keyed hashes; they are only compared.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::complaint::analysis::Case;
/// let received = Date::parse("2025-06-03")?;
/// let case = Case { closed_on: Some(Date::parse("2025-06-01")?), ..Case::new("C-1", received) };
/// let problems = case.check().unwrap_err();
/// assert_eq!(problems.iter().next().map(|p| p.place().path.as_str()), Some("closed_on"));
/// # Ok::<(), insurant::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case<'a> {
    /// The host's id, unique in the analysis.
    pub complaint_id: &'a str,
    /// When it reached the insurer.
    pub received_on: Date,
    /// When nothing was left to do; none while it is open, also when it was reopened.
    pub closed_on: Option<Date>,
    /// When it was decided; the closing stands for it when there is none.
    pub decided_on: Option<Date>,
    /// The last day for the decision, as it stands.
    pub due_on: Option<Date>,
    /// What it is about.
    pub cause: Option<Cause<'a>>,
    /// Line of business.
    pub line: Option<&'a str>,
    /// How it came in.
    pub channel: Option<&'a str>,
    /// The unit that owns it.
    pub unit_id: Option<&'a str>,
    /// Such as `individual` or `organisation`.
    pub complainant_kind: Option<&'a str>,
    /// Who complains: to know those who complain again.
    pub complainant_id: Option<&'a str>,
    /// How it ended.
    pub outcome: Option<CaseOutcome>,
    /// How often it was reopened.
    pub reopened: u32,
    /// What the complainant got, in minor units of the currency of the analysis.
    pub redress: Option<i64>,
    /// The complaint that it goes on as part of.
    pub merged_into: Option<&'a str>,
    /// The procedures that it was judged by and that gave it no clock, such as one not in force
    /// then: its due date, if any, is not theirs.
    pub no_clock: Option<&'a str>,
}

impl<'a> Case<'a> {
    /// A complaint of which only the receipt is known.
    #[must_use]
    pub const fn new(complaint_id: &'a str, received_on: Date) -> Self {
        Self {
            complaint_id,
            received_on,
            closed_on: None,
            decided_on: None,
            due_on: None,
            cause: None,
            line: None,
            channel: None,
            unit_id: None,
            complainant_kind: None,
            complainant_id: None,
            outcome: None,
            reopened: 0,
            redress: None,
            merged_into: None,
            no_clock: None,
        }
    }

    /// The day that ends the wait for a decision.
    #[must_use]
    pub fn answered_on(&self) -> Option<Date> {
        self.decided_on.or(self.closed_on)
    }

    /// Whether it ended without a decision being owed.
    fn is_moot(&self) -> bool {
        self.outcome.is_some_and(CaseOutcome::is_moot)
    }

    /// Whether its dates can be, and whether there are those that its end needs.
    ///
    /// # Errors
    /// Everything that cannot, with the name of the field as path.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Problems::new();
        let mut order = |field: &str, date: Option<Date>, first: Date, what: &str| {
            if let Some(date) = date.filter(|date| *date < first) {
                let message = format!("`{field}` lies before the complaint was {what}");
                let problem = Problem::new(code::OUT_OF_ORDER, message);
                let problem = problem
                    .found(date.to_string())
                    .expected(format!("{first} or later"));
                problems.push(at(problem, field));
            }
        };
        order("decided_on", self.decided_on, self.received_on, "received");
        order("closed_on", self.closed_on, self.received_on, "received");
        if let Some(decided) = self
            .decided_on
            .filter(|decided| *decided >= self.received_on)
        {
            let closed = self.closed_on.filter(|closed| *closed >= self.received_on);
            order("closed_on", closed, decided, "decided");
        }
        // Open, it would be counted beside the one that it goes on in.
        if self.closed_on.is_none() && (self.merged_into.is_some() || self.is_moot()) {
            let ended = match self.outcome {
                Some(CaseOutcome::Withdrawn) => "it was withdrawn",
                _ => "it goes on as part of another complaint",
            };
            let problem = Problem::new(
                insurant_rules::code::MISSING_FIELD,
                format!("the field `closed_on` is missing: {ended}, so that it is not open"),
            );
            let problem = problem.expected("the day on which it ended");
            problems.push(at(problem, "closed_on"));
        }
        if self.redress.is_some_and(|redress| redress < 0) {
            let problem = Problem::new(code::NEGATIVE_AMOUNT, "the redress lies below zero");
            problems.push(at(problem, "redress"));
        }
        problems.or(())
    }
}

/// A problem at a path.
pub(super) fn at(problem: Problem, path: impl Into<String>) -> Problem {
    problem.at(Place {
        path: path.into(),
        ..Place::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_in_order_and_all_that_do_not_are_told() {
        let date = |text| Date::parse(text).unwrap();
        let case = Case::new("C", date("2025-06-03"));
        let paths = |case: Case<'_>| -> Vec<String> {
            let problems = case.check().err().unwrap_or_default();
            problems.iter().map(|p| p.place().path.clone()).collect()
        };
        assert!(paths(case).is_empty());
        let same = Case {
            closed_on: Some(date("2025-06-03")),
            decided_on: Some(date("2025-06-03")),
            ..case
        };
        assert!(paths(same).is_empty());
        let early = Case {
            closed_on: Some(date("2025-06-01")),
            decided_on: Some(date("2025-06-02")),
            redress: Some(-1),
            ..case
        };
        assert_eq!(paths(early), ["closed_on", "decided_on", "redress"]);
        let turned = Case {
            closed_on: Some(date("2025-06-04")),
            decided_on: Some(date("2025-06-05")),
            ..case
        };
        assert_eq!(paths(turned), ["closed_on"]);
        // A due date before the receipt is possible where the clock starts at the sending.
        assert!(
            paths(Case {
                due_on: Some(date("2025-06-01")),
                ..case
            })
            .is_empty()
        );
    }

    #[test]
    fn an_outcome_is_one_of_three_things() {
        for outcome in CaseOutcome::ALL {
            let declined = *outcome == CaseOutcome::Declined;
            assert_eq!(
                outcome.is_decision(),
                !outcome.is_moot() && !declined,
                "{outcome}"
            );
            assert!(outcome.is_decision() || !outcome.is_upheld());
        }
    }
}
