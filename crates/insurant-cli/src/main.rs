//! The `insurant` command.
fn main() {}
