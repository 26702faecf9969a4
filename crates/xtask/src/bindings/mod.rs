//! The packages for other languages, built, installed as their users install them, and tested.

pub(crate) mod python;
mod readme;
mod tools;
