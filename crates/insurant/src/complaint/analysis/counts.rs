//! What is counted of a complaint in a period, and the figures that follow.

use super::{Case, Period, Rate, Undefined};

/// Counts of a period, of all complaints or of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Open when the period began.
    pub open_before: u64,
    /// Received in it.
    pub received: u64,
    /// Closed in it.
    pub closed: u64,
    /// Open at its end.
    pub open: u64,
    /// Due in it. What was withdrawn or merged in time owes nothing, and is not among them.
    pub due: u64,
    /// Of those, answered by their day; open and past due counts as late.
    pub on_time: u64,
    /// Due in it, but withdrawn or merged in time.
    pub moot: u64,
    /// Decided in it on the merits, with a stated outcome.
    pub decided: u64,
    /// Of those, decided for the complainant, wholly or in part.
    pub upheld: u64,
    /// Of those closed in it or open at its end, reopened at least once.
    pub reopened: u64,
}

impl Counts {
    /// What one complaint adds.
    pub(super) fn of(case: &Case<'_>, period: Period) -> Self {
        let one = u64::from;
        let inside = |date: Option<crate::date::Date>| date.is_some_and(|date| period.has(date));
        let closed = inside(case.closed_on);
        let known = case.received_on < period.to();
        let open = known && case.closed_on.is_none_or(|closed| closed >= period.to());
        let open_before = case.received_on < period.from()
            && case.closed_on.is_none_or(|closed| closed >= period.from());
        let answered = case.answered_on();
        let in_time = case
            .due_on
            .is_some_and(|due| answered.is_some_and(|day| day <= due));
        let due = inside(case.due_on);
        let moot = due && in_time && case.outcome.is_some_and(super::CaseOutcome::is_moot);
        let decision = case.outcome.filter(|outcome| outcome.is_decision());
        let decision = decision.filter(|_| inside(answered));
        Self {
            open_before: one(open_before),
            received: one(period.has(case.received_on)),
            closed: one(closed),
            open: one(open),
            due: one(due && !moot),
            on_time: one(due && !moot && in_time),
            moot: one(moot),
            decided: one(decision.is_some()),
            upheld: one(decision.is_some_and(super::CaseOutcome::is_upheld)),
            reopened: one(case.reopened > 0 && (closed || open)),
        }
    }

    /// Adds others.
    pub(super) const fn add(&mut self, other: &Self) {
        self.open_before += other.open_before;
        self.received += other.received;
        self.closed += other.closed;
        self.open += other.open;
        self.due += other.due;
        self.on_time += other.on_time;
        self.moot += other.moot;
        self.decided += other.decided;
        self.upheld += other.upheld;
        self.reopened += other.reopened;
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Due in the period, and not answered by its day.
    #[must_use]
    pub const fn late(&self) -> u64 {
        self.due - self.on_time
    }

    /// On time, of those due.
    #[must_use]
    pub fn on_time_rate(&self) -> Rate {
        Rate::of(self.on_time, self.due, Undefined::NothingDue)
    }

    /// Upheld, of those decided.
    #[must_use]
    pub fn upheld_rate(&self) -> Rate {
        Rate::of(self.upheld, self.decided, Undefined::NothingDecided)
    }
}

#[cfg(test)]
mod tests {
    use super::super::CaseOutcome;
    use super::*;
    use crate::date::Date;

    #[test]
    fn a_case_counts_where_its_dates_lie() {
        let date = |text| Date::parse(text).unwrap();
        let june = Period::parse("2025-06").unwrap();
        let of = |case: &Case<'_>| Counts::of(case, june);
        let none = Counts::default();
        let case = Case::new("C", date("2025-05-31"));
        assert_eq!(
            of(&case),
            Counts {
                open_before: 1,
                open: 1,
                ..none
            }
        );
        assert!(of(&Case::new("C", date("2025-07-01"))).is_empty());
        let due = Case {
            due_on: Some(date("2025-06-30")),
            ..case
        };
        assert_eq!(
            of(&due),
            Counts {
                open_before: 1,
                open: 1,
                due: 1,
                ..none
            }
        );
        assert_eq!(of(&due).late(), 1);
        let answered = Case {
            decided_on: due.due_on,
            outcome: Some(CaseOutcome::PartlyUpheld),
            reopened: 1,
            ..due
        };
        let all = Counts {
            open_before: 1,
            open: 1,
            due: 1,
            on_time: 1,
            decided: 1,
            upheld: 1,
            reopened: 1,
            ..none
        };
        assert_eq!(of(&answered), all);
        let gone = Case {
            closed_on: due.due_on,
            outcome: Some(CaseOutcome::Withdrawn),
            ..due
        };
        assert_eq!(
            of(&gone),
            Counts {
                open_before: 1,
                closed: 1,
                moot: 1,
                ..none
            }
        );
        let late = Case {
            due_on: Some(date("2025-06-29")),
            ..gone
        };
        assert_eq!(
            of(&late),
            Counts {
                open_before: 1,
                closed: 1,
                due: 1,
                ..none
            }
        );
        let declined = Case {
            outcome: Some(CaseOutcome::Declined),
            ..gone
        };
        assert_eq!(
            of(&declined),
            Counts {
                open_before: 1,
                closed: 1,
                due: 1,
                on_time: 1,
                ..none
            }
        );
    }
}
