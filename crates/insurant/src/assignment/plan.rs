//! Who shall look after whom, why, and who would have been next.

use super::findings::Finding;
use super::rules::{Bar, Fit};
use crate::date::Date;

/// What is to be solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// Customers that nobody looks after get a manager; nobody else is moved.
    Assign,
    /// The whole book of a manager goes to others; nobody else is moved.
    Leaver(String),
    /// Every customer of a branch may be moved within it.
    Rebalance,
}

impl Mode {
    /// The word.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Leaver(_) => "leaver",
            Self::Rebalance => "rebalance",
        }
    }
}

/// A question to the solver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The day from which the answer is to hold.
    pub on: Date,
    /// What is to be solved.
    pub mode: Mode,
    /// The branch: managers of this unit and those below it alone take customers on, and customers
    /// of other units are left alone. Absent: the whole organisation.
    pub unit: Option<String>,
}

/// How something stands to what was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// With whom it was.
    Kept,
    /// With another.
    Moved,
    /// With somebody for the first time.
    New,
}

impl Change {
    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Moved => "moved",
            Self::New => "new",
        }
    }
}

/// Why somebody was not chosen who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// They fit less.
    LowerFit,
    /// They fit as well, and fewer are moved this way, or the loads are more even, or the id is
    /// smaller.
    SameFit,
    /// They fit better, or as well and it would be no move; and they are full of such as would lose
    /// more elsewhere.
    Full,
}

impl WhyNot {
    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LowerFit => "lower_fit",
            Self::SameFit => "same_fit",
            Self::Full => "full",
        }
    }
}

/// The best of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next<'r> {
    /// Who.
    pub manager_id: &'r str,
    /// How well they fit.
    pub fit: i64,
    /// The fit of whoever was chosen, less theirs.
    pub difference: i64,
    /// Why it was not them.
    pub why_not: WhyNot,
}

/// Somebody who would fit better, and may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden<'r> {
    /// Who.
    pub manager_id: &'r str,
    /// How well they would fit.
    pub fit: i64,
    /// The fit of whoever was chosen, less theirs; below zero.
    pub difference: i64,
    /// The rules that forbid it.
    pub bars: Vec<Bar<'r>>,
}

/// That somebody gets a customer or a task, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement<'r> {
    /// The customer or the task.
    pub id: &'r str,
    /// Who gets it.
    pub manager_id: &'r str,
    /// Who had it.
    pub from: Option<&'r str>,
    /// How it stands to what was before.
    pub change: Change,
    /// How much work it is.
    pub effort: i64,
    /// The rule that allowed it, and the points with their rules.
    pub fit: Fit<'r>,
    /// The best of the others who may.
    pub next: Option<Next<'r>>,
    /// The best of those who would fit better and may not.
    pub forbidden: Option<Forbidden<'r>>,
}

/// That nobody gets a customer or a task, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced<'r> {
    /// The customer or the task.
    pub id: &'r str,
    /// Who had it.
    pub from: Option<&'r str>,
    /// How much work it is.
    pub effort: i64,
    /// For each rule, those whom it forbids, by id.
    pub barred: Vec<(Bar<'r>, Vec<&'r str>)>,
    /// Those who may and are full, by id.
    pub full: Vec<&'r str>,
}

/// Why nobody gets something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// There is nobody who could.
    NoManagers,
    /// The rules forbid everybody.
    Forbidden,
    /// Those who may are full.
    Full,
}

impl Cause {
    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoManagers => "no_managers",
            Self::Forbidden => "forbidden",
            Self::Full => "full",
        }
    }
}

impl Unplaced<'_> {
    /// Why.
    #[must_use]
    pub const fn cause(&self) -> Cause {
        match (self.full.is_empty(), self.barred.is_empty()) {
            (false, _) => Cause::Full,
            (true, false) => Cause::Forbidden,
            (true, true) => Cause::NoManagers,
        }
    }
}

/// What a manager has to do, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load<'r> {
    /// Who.
    pub manager_id: &'r str,
    /// The most effort that they can take on; absent: no rule says.
    pub capacity: Option<i64>,
    /// The effort before.
    pub before: i64,
    /// The effort after.
    pub after: i64,
    /// How many customers or tasks after.
    pub count: u64,
}

/// The answer of the solver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'r> {
    /// Who gets what, by id.
    pub placements: Vec<Placement<'r>>,
    /// What nobody gets, by id.
    pub unplaced: Vec<Unplaced<'r>>,
    /// The loads of all managers, by id.
    pub loads: Vec<Load<'r>>,
    /// Rules that present assignments break which the plan leaves as they are.
    pub findings: Vec<Finding<'r>>,
    /// What was reached, and how near that is to the best.
    pub quality: Quality,
}

/// What a plan reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// How many were placed.
    pub placed: u64,
    /// The most that can be placed.
    pub placed_bound: u64,
    /// All points.
    pub fit: i64,
    /// The most points of any plan that places as many.
    pub fit_bound: i64,
    /// How many are not where they were.
    pub moves: u64,
    /// The sum over all managers of load² × ⌊1,000,000 / capacity⌋.
    pub balance: i128,
    /// Whether no plan is better: in what is placed, then in points, then in moves, then in balance.
    pub optimal: bool,
}

impl Quality {
    /// The gap between the points reached and their bound, as a share of the bound rounded up to the
    /// millionth, `0.001235`; `None` when the bound is not above 0.
    ///
    /// # Example
    /// ```
    /// use insurant::assignment::Quality;
    /// let quality = Quality {
    ///     placed: 3, placed_bound: 3, fit: 997, fit_bound: 1000, moves: 0, balance: 0, optimal: false,
    /// };
    /// assert_eq!(quality.gap().as_deref(), Some("0.003000"));
    /// ```
    #[must_use]
    pub fn gap(&self) -> Option<String> {
        if self.fit_bound <= 0 {
            return None;
        }
        let bound = i128::from(self.fit_bound);
        let missed = (bound - i128::from(self.fit)).max(0) * 1_000_000;
        let millionths = (missed + bound - 1) / bound;
        let (whole, rest) = (millionths / 1_000_000, millionths % 1_000_000);
        Some(format!("{whole}.{rest:06}"))
    }
}
