//! What the host knows: customers, managers, who was assigned to whom, who spoke with whom.

use crate::category::Category;
use crate::date::Date;
use crate::manager::ManagerGrade;

/// A customer, as far as assignment asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The host's id.
    pub id: String,
    /// The category, where it was assessed.
    pub category: Option<Category>,
    /// The value tier, a word of the section `tiers`.
    pub tier: Option<String>,
    /// The main line of business.
    pub line: Option<String>,
    /// The language to be spoken with.
    pub language: Option<String>,
    /// Where the customer is, a name that [`Distance`] uses.
    pub place: Option<String>,
    /// The unit that the customer belongs to.
    pub unit_id: Option<String>,
    /// How much work the customer is, in units of effort; absent: as the rules say.
    pub effort: Option<i64>,
}

/// An account manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manager {
    /// The host's id.
    pub id: String,
    /// The grade.
    pub grade: ManagerGrade,
    /// The front-line unit of the post (A-34).
    pub unit_id: String,
    /// The lines of business that they master.
    pub lines: Vec<String>,
    /// The languages that they speak.
    pub languages: Vec<String>,
    /// What else they are trained for; tasks ask for it.
    pub skills: Vec<String>,
    /// Where they are, a name that [`Distance`] uses.
    pub place: Option<String>,
    /// How much effort they can take on; absent: as the rules say for the grade.
    pub capacity: Option<i64>,
    /// The manager whom they report to, who may supervise.
    pub reports_to: Option<String>,
    /// The first day on which they are there no more.
    pub until: Option<Date>,
}

/// That a manager looks after a customer, from one day up to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The customer.
    pub customer_id: String,
    /// The manager.
    pub manager_id: String,
    /// The first day.
    pub from: Date,
    /// The first day after it; absent: open.
    pub to: Option<Date>,
    /// The manager who answers for it, where the first is still learning.
    pub supervised_by: Option<String>,
    /// Why there is a second manager (A-27).
    pub exception: Option<Exception>,
}

/// Why one customer has more than one manager, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The reason.
    pub reason: String,
    /// The first day on which the exception is over, and the assignment with it.
    pub until: Date,
}

/// An entry of the contact log: somebody worked on a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The customer.
    pub customer_id: String,
    /// The unit that did.
    pub unit_id: String,
    /// The manager who did, if it was one.
    pub manager_id: Option<String>,
    /// The day.
    pub on: Date,
}

/// How far it is from a place to another, the same both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// A place.
    pub from: String,
    /// Another.
    pub to: String,
    /// Kilometres.
    pub km: i64,
}

impl Customer {
    /// A customer of whom nothing is known.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            category: None,
            tier: None,
            line: None,
            language: None,
            place: None,
            unit_id: None,
            effort: None,
        }
    }
}

impl Manager {
    /// A manager of a grade at a unit.
    #[must_use]
    pub fn new(id: impl Into<String>, grade: ManagerGrade, unit_id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            grade,
            unit_id: unit_id.into(),
            lines: Vec::new(),
            languages: Vec::new(),
            skills: Vec::new(),
            place: None,
            capacity: None,
            reports_to: None,
            until: None,
        }
    }

    /// Whether they are there on a day.
    #[must_use]
    pub fn is_there(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day < until)
    }
}

impl Assignment {
    /// An open assignment.
    #[must_use]
    pub fn new(customer_id: impl Into<String>, manager_id: impl Into<String>, from: Date) -> Self {
        Self {
            customer_id: customer_id.into(),
            manager_id: manager_id.into(),
            from,
            to: None,
            supervised_by: None,
            exception: None,
        }
    }

    /// The first day on which it is over: its own end, or that of its exception.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        let until = self.exception.as_ref().map(|exception| exception.until);
        match (self.to, until) {
            (Some(to), Some(until)) => Some(to.min(until)),
            (to, until) => to.or(until),
        }
    }

    /// Whether it is in force on a day.
    ///
    /// # Example
    /// ```
    /// use insurant::Date;
    /// use insurant::assignment::Assignment;
    /// let mut held = Assignment::new("C-1", "M-1", Date::parse("2026-01-01")?);
    /// held.to = Some(Date::parse("2026-07-01")?);
    /// assert!(held.covers(Date::parse("2026-06-30")?));
    /// assert!(!held.covers(Date::parse("2026-07-01")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.end().is_none_or(|end| day < end)
    }

    /// Whether two assignments have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        other.end().is_none_or(|end| self.from < end)
            && self.end().is_none_or(|end| other.from < end)
    }
}
