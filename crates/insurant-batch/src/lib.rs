//! Portfolios: every customer of an insurer at once.
//!
//! [`table`] reads tables, from files or from columns in memory; [`portfolio`] is what they hold,
//! each customer with all that hangs on it.

pub mod assess;
pub mod code;
pub mod portfolio;
pub mod table;
pub mod whole;
