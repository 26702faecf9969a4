//! Portfolios in columns answer as the same portfolios in files do, customer by customer.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop where something is not as it should be"
)]

mod book;
mod columns;
mod large;
mod random;
mod refused;
mod same;
mod spilled;
