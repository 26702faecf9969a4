//! The measures of SEMANTICS: exact figures of a customer on a day.
//!
//! A rulebook asks for measures by name (`vocabulary`); the `plan` reduces them to the
//! distinct sums they share; `kernel` computes those sums in one visit to the facts, without
//! allocating, and puts each measure into its slot.

pub(crate) mod basis;
pub(crate) mod cover;
pub(crate) mod dated;
pub(crate) mod evidence;
pub(crate) mod kernel;
pub(crate) mod loss;
pub(crate) mod plan;
pub(crate) mod scratch;
pub(crate) mod vocabulary;

pub use loss::Fate;
pub use scratch::Scratch;
