//! The command as people run it: the built binary, its output and its exit codes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod appraise;
mod assess;
mod assign;
mod bad_branch;
mod bad_input;
mod call;
mod compare;
mod complaint;
mod complaint_before;
mod complaint_logs;
mod demo;
mod explain;
mod forms;
mod manager;
mod partner;
mod period;
mod random;
mod real;
mod rulebook;
mod run;
