//! What the `insurant` command is made of: tables of files, and the portfolio that they hold.

pub mod code;
pub mod portfolio;
pub mod table;
