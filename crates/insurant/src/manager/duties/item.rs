//! One thing owed.

use crate::closed::closed;
use crate::date::Date;
use insurant_rules::Problem;

closed! {
    /// What a duty is about.
    DutyKind {
        /// A period.
        Report = "report",
        /// A customer.
        Contact = "contact",
        /// A major event.
        Event = "event",
    }
}

closed! {
    /// How a duty stands on a day.
    DutyState {
        /// It is to be done; there is time.
        Due = "due",
        /// It should have been done, and still can be.
        Overdue = "overdue",
        /// It was not done, and the next one is due already, or whoever owed it handed the customer
        /// over.
        Missing = "missing",
        /// It was done in time.
        Done = "done",
        /// It was done too late.
        DoneLate = "done_late",
        /// Its due day cannot be told.
        Undetermined = "undetermined",
    }
}

/// One thing owed, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyItem {
    /// The rule.
    pub duty: String,
    /// What it is about.
    pub kind: DutyKind,
    /// Who owes it: whoever was responsible on the due day, if anyone was.
    pub manager_id: Option<String>,
    /// The unit of their post on that day; where nobody was responsible, that of the manager who
    /// was last, on their last day.
    pub unit_id: Option<String>,
    /// The customer.
    pub customer_id: Option<String>,
    /// The major event.
    pub event_id: Option<String>,
    /// The first day of the period.
    pub period: Option<Date>,
    /// The day from which it is counted.
    pub opens_on: Date,
    /// The last day in time, or why it cannot be told.
    pub due_on: Result<Date, Box<Problem>>,
    /// How it stands.
    pub state: DutyState,
    /// When it was done.
    pub done_on: Option<Date>,
    /// Whether a report was made that lacks counter-measures.
    pub lacks_counter_measures: bool,
    /// By how many days it is, or was, late: on the day asked for, when it was done, or when the
    /// customer was handed over without it.
    pub days_late: Option<u32>,
}

impl DutyItem {
    /// In order of manager, of the day from which it is counted, and of what it is about.
    pub(super) fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.manager_id
            .cmp(&other.manager_id)
            .then_with(|| self.opens_on.cmp(&other.opens_on))
            .then_with(|| self.duty.cmp(&other.duty))
            .then_with(|| self.customer_id.cmp(&other.customer_id))
            .then_with(|| self.event_id.cmp(&other.event_id))
            .then_with(|| self.period.cmp(&other.period))
    }
}
