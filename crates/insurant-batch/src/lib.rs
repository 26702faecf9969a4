//! Portfolios: every customer of an insurer at once.
//!
//! [`table`] reads tables, from files or from columns in memory; [`portfolio`] is what they hold,
//! each customer with all that hangs on it. [`assess`] takes columns and gives columns, one row a
//! customer; [`spill`] does the same for portfolios larger than memory; [`book`] keeps a portfolio and
//! takes its changes.

pub mod assess;
pub mod book;
pub mod code;
pub mod portfolio;
pub mod spill;
pub mod table;
pub mod whole;
