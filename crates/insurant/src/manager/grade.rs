//! The five grades of account managers.

use crate::closed::closed;

closed! {
    /// The grade of an account manager, highest first.
    ManagerGrade {
        /// The highest.
        Principal = "principal",
        /// The second.
        Senior = "senior",
        /// The third.
        Standard = "standard",
        /// The fourth.
        Junior = "junior",
        /// Learning.
        Trainee = "trainee",
    }
}
