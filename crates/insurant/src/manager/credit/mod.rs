//! Results follow the days of assignment: an amount belongs to whoever looked after the customer
//! on the day it took effect.
//!
//! - [`CreditBook`]: who looked after whom and when, and the amounts, checked against each other.
//! - [`Whose`]: to whom an amount goes. What was earned under supervision is named apart, and what
//!   belongs to several or to nobody is credited to no one: a person decides.
//! - [`CreditBook::clashes`]: where two looked after one customer at once without an exception, by
//!   the law of [assignment](crate::assignment).
//! - [`Credits`]: results and days by manager, with totals that add up to what was given.

mod book;
mod check;
mod clash;
mod credits;
mod days;
pub(crate) mod json;
mod kind;
mod sum;

pub use book::{CreditBook, CreditedAmount, Whose};
pub use clash::TwoManagers;
pub use credits::{CreditTotal, Credits, ManagerCredit, OwnCredit, SupervisedCredit};
pub use days::Days;
pub use kind::CreditKind;
