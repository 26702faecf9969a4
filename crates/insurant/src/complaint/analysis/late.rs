//! Complaints that were due and not answered by their day.

use super::Case;
use crate::date::Date;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A complaint that was answered after its day, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Late {
    /// How many days after, up to the question for those not answered. Those that waited longest
    /// come first.
    pub days: Reverse<i32>,
    /// The host's id.
    pub complaint_id: String,
    /// The last day for the decision.
    pub due_on: Date,
    /// When it was answered; none while it was not, by the day of the question.
    pub answered_on: Option<Date>,
    /// The unit that owns it.
    pub unit_id: Option<String>,
}

/// The latest ones, so many at most.
#[derive(Debug, Clone)]
pub(super) struct Lates {
    most: usize,
    latest: BTreeSet<Late>,
}

impl Lates {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            latest: BTreeSet::new(),
        }
    }

    pub(super) fn add(&mut self, case: &Case<'_>, as_of: Date) {
        let Some(due_on) = case.due_on else {
            return;
        };
        let answered_on = case.answered_on().filter(|answered| *answered < as_of);
        let days = Reverse(answered_on.unwrap_or(as_of).days() - due_on.days());
        let full = self.latest.len() >= self.most;
        let last = self
            .latest
            .last()
            .map(|late| (late.days, late.complaint_id.as_str()));
        if full && last.is_none_or(|last| last <= (days, case.complaint_id)) {
            return;
        }
        if full {
            self.latest.pop_last();
        }
        self.latest.insert(Late {
            days,
            complaint_id: case.complaint_id.to_owned(),
            due_on,
            answered_on,
            unit_id: case.unit_id.map(str::to_owned),
        });
    }

    pub(super) fn into_list(self) -> Vec<Late> {
        self.latest.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_are_kept_whatever_the_order() {
        let date = |text| Date::parse(text).unwrap();
        let as_of = date("2025-07-01");
        let ids = ["A", "B", "C", "D"];
        let due = ["2025-06-10", "2025-06-05", "2025-06-10", "2025-06-20"];
        let listed = |most, order: [usize; 4]| -> Vec<String> {
            let mut lates = Lates::new(most);
            for i in order {
                let case = Case {
                    due_on: Some(date(due[i])),
                    ..Case::new(ids[i], date("2025-06-01"))
                };
                lates.add(&case, as_of);
            }
            lates
                .into_list()
                .into_iter()
                .map(|late| late.complaint_id)
                .collect()
        };
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            assert_eq!(listed(9, order), ["B", "A", "C", "D"]);
            assert_eq!(listed(2, order), ["B", "A"]);
            assert!(listed(0, order).is_empty());
        }
    }

    #[test]
    fn an_answer_after_the_question_is_not_known_yet() {
        let date = |text| Date::parse(text).unwrap();
        let case = Case {
            due_on: Some(date("2025-06-10")),
            decided_on: Some(date("2025-07-05")),
            ..Case::new("A", date("2025-06-01"))
        };
        let of = |as_of| {
            let mut lates = Lates::new(1);
            lates.add(&case, date(as_of));
            let late = lates.into_list().remove(0);
            (late.days.0, late.answered_on.is_some())
        };
        assert_eq!(
            (of("2025-07-01"), of("2025-08-01")),
            ((21, false), (25, true))
        );
    }
}
