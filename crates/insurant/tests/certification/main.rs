//! Certification: the whole machine explored, random walks, the ways through it, and bad input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot be set up fails the test"
)]

mod bad;
mod explored;
mod walks;
mod ways;
mod world;
