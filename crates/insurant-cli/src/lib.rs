//! What the `insurant` command is made of: tables of files, the portfolio that they hold, and the
//! commands that work on it.

pub mod code;
pub mod command;
pub mod portfolio;
pub mod table;
mod whole;
