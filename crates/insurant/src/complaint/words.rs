//! The words that events carry.

use crate::closed::closed;

closed! {
    /// How hard a complaint is; packs give harder ones more time.
    Complexity {
        /// The facts are clear.
        Simple = "simple",
        /// They need looking into.
        Complex = "complex",
        /// Specially complex, or another special reason.
        Special = "special",
    }
}

closed! {
    /// What was decided.
    ComplaintOutcome {
        /// The complainant is right.
        Upheld = "upheld",
        /// The complainant is right in part.
        PartlyUpheld = "partly_upheld",
        /// Agreed, without saying who is right.
        Settled = "settled",
        /// The complainant is not right.
        NotUpheld = "not_upheld",
    }
}

closed! {
    /// What the superior unit made of a decision.
    RecheckOutcome {
        /// It stands.
        Confirmed = "confirmed",
        /// Another one takes its place.
        Changed = "changed",
        /// It is handled anew.
        SentBack = "sent_back",
    }
}

closed! {
    /// A body outside the insurer.
    OutsideBody {
        /// An ombudsman or a dispute panel.
        Ombudsman = "ombudsman",
        /// A mediation body.
        Mediation = "mediation",
        /// A tribunal that the parties chose.
        Arbitration = "arbitration",
        /// A court.
        Court = "court",
        /// The authority that supervises insurers.
        Regulator = "regulator",
    }
}

closed! {
    /// How a body outside ended it.
    ReferralResult {
        /// It decided.
        Decided = "decided",
        /// The parties agreed there.
        Settled = "settled",
        /// It gave the complaint back.
        Returned = "returned",
        /// The complainant gave up there.
        Dropped = "dropped",
    }
}
