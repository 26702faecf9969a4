//! Each class of mistake that clocks of complaints are known for, as a test that names it, and the
//! laws that counting keeps.

mod faults;
mod laws;
mod support;
