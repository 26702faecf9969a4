//! Account managers: their grades, and how a grade comes to count.
//!
//! - [`ManagerGrade`]: the five grades.
//! - [`certification`]: the yearly certification, from a proposal to a grade in effect.

pub mod certification;
mod grade;
mod post;

pub use grade::ManagerGrade;
pub(crate) use post::{POST, read_posts, unknown_units};
pub use post::{Post, Posts};
