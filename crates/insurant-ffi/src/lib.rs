//! The C library: `include/insurant.h` is made of this crate, and its contract page is
//! `crates/insurant-ffi/contract.h`.
//!
//! It converts and decides nothing. One file an object of the header; what they share:
//!
//! - [`guard`]: nothing unwinds into the host.
//! - [`fault`]: why a call did not do what it was asked for.
//! - [`pointer`]: the one place where what C hands over is looked at.
//!
//! With the feature `batch` there is also `include/insurant_arrow.h`: portfolios as Arrow has them.

#[cfg(feature = "batch")]
mod arrow;
mod call;
mod complaint;
mod convert;
mod customer;
mod document;
mod engine;
mod error;
mod facts;
mod fault;
mod guard;
mod many;
mod pointer;
mod result;
mod row;
mod rules;
mod scratch;
mod status;
mod text;
mod value;
mod version;
mod wrong;

#[cfg(feature = "test-exports")]
mod test_exports;
#[cfg(feature = "test-exports")]
pub use test_exports::*;

#[cfg(feature = "batch")]
pub use arrow::*;
pub use call::*;
pub use complaint::*;
pub use customer::*;
pub use document::*;
pub use engine::*;
pub use error::*;
pub use many::*;
pub use result::*;
pub use row::*;
pub use rules::*;
pub use scratch::*;
pub use status::*;
pub use text::*;
pub use value::*;
pub use version::*;
