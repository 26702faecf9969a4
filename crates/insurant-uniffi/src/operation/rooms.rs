//! Every room.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

pub use super::agent::*;
pub use super::approval::*;
pub use super::assignment::*;
pub use super::certification::*;
pub use super::complaint::*;
pub use super::kpi::*;
pub use super::manager::*;
pub use super::organisation::*;
pub use super::partner::*;
pub use super::shared::*;
