//! The customer side of an insurer.
