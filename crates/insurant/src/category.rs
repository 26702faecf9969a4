//! The ladder of categories, and the standing beside it.

use crate::closed::closed;

closed! {
    /// Where a customer stands on the ladder, from the foot up; and the two answers beside it.
    Category {
        /// Never insured with us (C-07).
        Unattached = "unattached",
        /// Means to insure, or was insured here and left (C-08).
        Prospect = "prospect",
        /// Insured with us (C-09).
        Standard = "standard",
        /// A good customer (C-10).
        Preferred = "preferred",
        /// An important customer or partner (C-11).
        Key = "key",
        /// A partner that is not key: partners have no place on the ladder.
        NotApplicable = "not_applicable",
        /// The facts cannot be decided on; the cause is beside it.
        Undecided = "undecided",
    }
}

impl Category {
    /// What a rule may answer: everything but `undecided`, which is no rule's to say.
    pub const OUTCOMES: &'static [&'static str] = &[
        "unattached",
        "prospect",
        "standard",
        "preferred",
        "key",
        "not_applicable",
    ];

    /// Whether the customer is insured with us.
    #[must_use]
    pub const fn is_insured(self) -> bool {
        matches!(self, Self::Standard | Self::Preferred | Self::Key)
    }
}

closed! {
    /// What the host shows first.
    Standing {
        /// Nothing against the customer.
        Clear = "clear",
        /// A risk alert is open.
        Watch = "watch",
        /// An entry of the register is in effect.
        Blacklisted = "blacklisted",
    }
}
