//! Portfolios as Arrow has them: tables in, answers out, over its C stream interface.
//!
//! What a host hands over is looked at before it is believed: first the structs themselves, then the
//! types of the columns, then every value of a buffer that leads elsewhere. That a pointer which is not
//! NULL points to as much memory as Arrow says is the host's promise.

mod abi;
mod assess;
mod column;
mod exports;
mod options;
mod place;
#[cfg(feature = "python")]
mod python;
mod schema;
mod source;
mod stream;

pub use abi::{ArrowArray, ArrowArrayStream, ArrowSchema};
pub use assess::insurant_rules_assess_arrow;
pub use exports::*;
pub use options::*;
#[cfg(feature = "python")]
pub use python::*;
