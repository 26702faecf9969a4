//! Portfolios in files: what they hold, in every form, and what can be wrong with them.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop where something is not as it should be"
)]

mod bad_input;
mod common;
mod parquet;
mod portfolio;
