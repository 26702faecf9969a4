//! Account managers: the front-line staff who look after customers.

mod grade;

pub use grade::ManagerGrade;
