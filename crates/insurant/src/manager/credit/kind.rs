//! The kinds of amounts that are credited.

use crate::closed::closed;

closed! {
    /// The kind of an amount: the amounts of an appraisal's results.
    CreditKind {
        /// Premium of new business.
        NewPremium = "new_premium",
        /// Premium that came up for renewal.
        RenewalDue = "renewal_due",
        /// Premium that was renewed.
        RenewalKept = "renewal_kept",
        /// Premium earned.
        EarnedPremium = "earned_premium",
        /// Claims incurred.
        Incurred = "incurred",
    }
}
