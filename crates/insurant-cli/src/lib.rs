//! What the `insurant` command is made of: the commands, on the portfolios of [`insurant_batch`].

pub mod command;

pub use insurant_batch::{code, portfolio, table};

use insurant_batch::whole;
