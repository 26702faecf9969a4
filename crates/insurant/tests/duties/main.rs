//! Duties of account managers: the days at the edges, who owes what, bad input, and laws.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot be set up fails the test"
)]

mod bad;
mod edges;
mod laws;
