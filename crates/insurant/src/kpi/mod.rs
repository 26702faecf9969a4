//! Figures of the people who sell: each with both its sides, its basis, and what it leaves out.
//!
//! Every figure is an exact quotient. One whose denominator is not above zero is undefined, and
//! says why; none is ever rounded, except where it is shown.

pub mod activity;
pub(crate) mod amount;
pub mod concentration;
mod groups;
mod left_out;
pub mod persistency;
mod read;
mod shape;
mod share;
mod value;

pub use groups::{Groups, GroupsOf};
pub use left_out::LeftOut;
pub use share::Share;
pub use value::{Undefined, Value};
