//! The grades of account managers (A-23).

use crate::closed::closed;

closed! {
    /// The grade of an account manager, the highest first (A-23).
    ManagerGrade {
        /// 资深.
        Principal = "principal",
        /// 高级.
        Senior = "senior",
        /// 普通, 中级.
        Standard = "standard",
        /// 初级.
        Junior = "junior",
        /// 见习.
        Trainee = "trainee",
    }
}

impl ManagerGrade {
    /// How many steps this grade is above another; below zero when it is below.
    ///
    /// # Example
    /// ```
    /// use insurant::manager::ManagerGrade;
    /// assert_eq!(ManagerGrade::Senior.steps_above(ManagerGrade::Standard), 1);
    /// assert_eq!(ManagerGrade::Trainee.steps_above(ManagerGrade::Standard), -2);
    /// ```
    #[must_use]
    pub const fn steps_above(self, other: Self) -> i64 {
        other.position() - self.position()
    }
}
