//! Who is who: the tree of units, and people acting in a role at one of them.
//!
//! ```
//! use insurant::organisation::{OrgLevel, Organisation, Unit};
//! let organisation = Organisation::new(vec![
//!     Unit::new("HO", "Head office", OrgLevel::HeadOffice).phone("95500"),
//!     Unit::new("ZJ", "Zhejiang", OrgLevel::Province).under("HO").phone("0571-1"),
//!     Unit::new("JX", "Jiaxing", OrgLevel::City).under("ZJ"),
//! ])?;
//! assert!(organisation.is_above("HO", "JX"));
//! let silent: Vec<_> = organisation.without_complaint_phone().map(|u| u.id.as_str()).collect();
//! assert_eq!(silent, ["JX"]);
//! # Ok::<(), insurant::Problems>(())
//! ```

mod actor;
pub(crate) mod json;
mod level;
mod reporting;
mod role;
mod tree;
mod unit;

pub use actor::Actor;
pub use level::OrgLevel;
pub use reporting::{Reporting, Reports};
pub use role::{Role, Roles};
pub use tree::Organisation;
pub use unit::Unit;
