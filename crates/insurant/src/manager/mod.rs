//! Account managers: their grades, and how a grade comes to count.
//!
//! - [`ManagerGrade`]: the five grades.
//! - [`appraisal`]: a year's work in points, and the grade that follows.
//! - [`certification`]: the yearly certification, from a proposal to a grade in effect.
//! - [`credit`]: results follow the days of assignment.
//! - [`duties`]: reports, visits and calls: what is due, overdue or missing on a day.

pub mod appraisal;
pub mod certification;
pub mod credit;
pub mod duties;
mod grade;
mod post;
mod records;
pub(crate) mod section;

pub use grade::ManagerGrade;
pub(crate) use post::{POST, range_faults, read_posts, unknown_units};
pub use post::{Post, Posts};
