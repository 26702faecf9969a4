//! What must hold for an event, and what follows from it.

use crate::approval::ApprovalGuard;
use crate::closed::closed;
use crate::machine::guards;

guards! {
    /// What must hold for an event. The words are the stable codes of refusals; those of an
    /// approval are the approval's own.
    CertificationGuard {
        ProposalFirst = "proposal_first": "a certification begins with its proposal",
        NewId = "new_id": "the event is not in the log already",
        InOrder = "in_order": "it is not written down before what came before it",
        NotForetold = "not_foretold": "it is not written down before it happens",
        InSequence = "in_sequence": "it does not happen before what it follows",
        KnownUnit = "known_unit": "the unit of whoever acts is listed among the organisation's `units`",
        NoOtherOpen = "no_other_open": "no other certification of the manager is open",
        InService = "in_service": "the manager holds a post on that day, at a unit of the organisation",
        WithinSteps = "within_steps": "the grade is not further from the last one than the terms allow, and the first one not too high",
        MayPropose = "may_propose": "the terms let this role propose",
        OwnOrLed = "own_or_led": "an account manager proposes only themself, anyone else only managers of their unit or below",
        OwnProposal = "own_proposal": "it is the proposer who does this",
        Reason = "reason": "a reason is given",
        Evidence = "evidence": "evidence is given",
        MayRecommend = "may_recommend": "the terms let this role recommend",
        MayDecide = "may_decide": "role and level suffice to decide on the higher of the old and the new grade",
        Recommended = "recommended": "it was recommended first",
        InLine = "in_line": "the unit is the proposer's or lies above it",
        NotOneself = "not_oneself": "nobody decides what they proposed or recommended themself",
        NotSubordinate = "not_subordinate": "nobody decides what someone above them proposed",
        ConcernedInLine = "concerned_in_line": "the unit is that of the manager concerned, or lies above it",
        NotConcerned = "not_concerned": "nobody recommends or decides their own grade",
        NotUnderConcerned = "not_under_concerned": "nobody recommends or decides the grade of someone above them",
        AfterApproval = "after_approval": "the grade takes effect on the day of the approval or later, and not before the day planned",
        LaterThanLast = "later_than_last": "it takes effect after every grade before it",
        ValidWithin = "valid_within": "the certificate ends after the grade takes effect, and not later than the terms allow",
        GraceOver = "grace_over": "validity and grace are over",
        BySuccessor = "by_successor": "the next certification of the manager takes effect; this is not recorded by itself",
    }
}

closed! {
    /// What follows from an event.
    CertificationEffect {
        /// Somebody has to recommend it.
        RecommendationDue = "recommendation_due",
        /// Somebody of a level has to decide.
        DecisionDue = "decision_due",
        /// Its proposer has to mend it, or to take it back.
        CorrectionDue = "correction_due",
        /// It has to be put into effect.
        EffectDue = "effect_due",
        /// The grade counts from now on.
        GradeSet = "grade_set",
        /// A certification was replaced.
        Replaced = "replaced",
        /// A grade has to be proposed.
        ProposalDue = "proposal_due",
    }
}

impl CertificationGuard {
    /// Whether somebody else might have done what it stands against.
    pub(super) const fn is_of_actor(self) -> bool {
        match self {
            Self::KnownUnit
            | Self::MayPropose
            | Self::OwnOrLed
            | Self::OwnProposal
            | Self::MayRecommend
            | Self::MayDecide
            | Self::InLine
            | Self::NotOneself
            | Self::NotSubordinate
            | Self::ConcernedInLine
            | Self::NotConcerned
            | Self::NotUnderConcerned => true,
            Self::ProposalFirst
            | Self::NewId
            | Self::InOrder
            | Self::NotForetold
            | Self::InSequence
            | Self::NoOtherOpen
            | Self::InService
            | Self::WithinSteps
            | Self::Reason
            | Self::Evidence
            | Self::Recommended
            | Self::AfterApproval
            | Self::LaterThanLast
            | Self::ValidWithin
            | Self::GraceOver
            | Self::BySuccessor => false,
        }
    }

    /// What an approval requires, in the words of certifications.
    pub(super) const fn of_approval(guard: ApprovalGuard) -> Self {
        match guard {
            ApprovalGuard::MayPropose => Self::MayPropose,
            ApprovalGuard::MayRecommend => Self::MayRecommend,
            ApprovalGuard::MayDecide => Self::MayDecide,
            ApprovalGuard::InLine => Self::InLine,
            ApprovalGuard::NotOneself => Self::NotOneself,
            ApprovalGuard::NotSubordinate => Self::NotSubordinate,
            ApprovalGuard::ConcernedInLine => Self::ConcernedInLine,
            ApprovalGuard::NotConcerned => Self::NotConcerned,
            ApprovalGuard::NotUnderConcerned => Self::NotUnderConcerned,
            ApprovalGuard::Recommended => Self::Recommended,
            ApprovalGuard::OwnProposal => Self::OwnProposal,
            ApprovalGuard::Reason => Self::Reason,
            ApprovalGuard::Evidence => Self::Evidence,
            // Certifications end by their terms, so the dates of an approval always hold.
            ApprovalGuard::Dates | ApprovalGuard::InOrder => Self::InOrder,
        }
    }
}
