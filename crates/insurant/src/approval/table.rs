//! The life of an approval, as a table.

use super::{ApprovalEvent as On, ApprovalState as S};
use crate::closed::closed;
use crate::machine::{Guard, Machine, Nothing, Row, To};
use crate::organisation::{Role, Roles};

closed! {
    /// What must hold for a step of an approval.
    ApprovalGuard {
        /// The proposer has a role that may propose.
        MayPropose = "may_propose",
        /// The role may recommend.
        MayRecommend = "may_recommend",
        /// Role and level suffice to decide.
        MayDecide = "may_decide",
        /// The unit is the proposer's or lies above it.
        InLine = "in_line",
        /// It is neither the proposer nor the one who recommended.
        NotOneself = "not_oneself",
        /// It is no subordinate of the proposer.
        NotSubordinate = "not_subordinate",
        /// The unit is that of whomever it is about, or lies above it.
        ConcernedInLine = "concerned_in_line",
        /// It is not about them.
        NotConcerned = "not_concerned",
        /// It is no subordinate of whomever it is about.
        NotUnderConcerned = "not_under_concerned",
        /// It was recommended, where that is needed.
        Recommended = "recommended",
        /// It is the proposer's own.
        OwnProposal = "own_proposal",
        /// There is a reason.
        Reason = "reason",
        /// There is evidence, where that is needed.
        Evidence = "evidence",
        /// It ends after it begins, and soon enough.
        Dates = "dates",
        /// It does not come before what was recorded already.
        InOrder = "in_order",
    }
}

impl Guard for ApprovalGuard {
    fn requires(self) -> &'static str {
        match self {
            Self::MayPropose => "the policy lets this role propose",
            Self::MayRecommend => "the policy lets this role recommend",
            Self::MayDecide => "the policy lets this role decide, at a unit of this level",
            Self::InLine => "the unit is the proposer's or lies above it",
            Self::NotOneself => "nobody decides what they proposed or recommended themself",
            Self::NotSubordinate => "nobody decides what someone above them proposed",
            Self::ConcernedInLine => "the unit is that of the person it is about, or lies above it",
            Self::NotConcerned => "nobody recommends or decides what is about themself",
            Self::NotUnderConcerned => "nobody recommends or decides about someone above them",
            Self::Recommended => "it was recommended first",
            Self::OwnProposal => "it is the proposer who does this",
            Self::Reason => "a reason is given",
            Self::Evidence => "evidence is given",
            Self::Dates => {
                "its effect ends after it begins, within the time that the policy allows"
            }
            Self::InOrder => "it is not recorded before what came before it",
        }
    }
}

/// Everyone but those who may only look on: the policy says who of them.
const STAFF: Roles = Roles::of(&[
    Role::Collector,
    Role::Operator,
    Role::Handler,
    Role::AccountManager,
    Role::Department,
    Role::Claims,
    Role::Compliance,
    Role::Archivist,
    Role::Leader,
    Role::HeadOfficeSenior,
]);

type ApprovalRow = Row<S, On, Nothing, ApprovalGuard, Nothing>;

const fn row(from: &'static [S], on: On, guards: &'static [ApprovalGuard], to: S) -> ApprovalRow {
    Row {
        from,
        on,
        by: STAFF,
        case: None,
        guards,
        to: To::State(to),
        effects: &[],
    }
}

/// What whoever looks at a proposal must be.
macro_rules! second_person {
    ($($guard:ident),*) => {
        &[
            $(ApprovalGuard::$guard,)*
            ApprovalGuard::InLine,
            ApprovalGuard::NotOneself,
            ApprovalGuard::NotSubordinate,
            ApprovalGuard::ConcernedInLine,
            ApprovalGuard::NotConcerned,
            ApprovalGuard::NotUnderConcerned,
        ]
    };
}

const ROWS: &[ApprovalRow] = {
    use ApprovalGuard::{Dates, Evidence, MayPropose, OwnProposal, Reason};
    &[
        row(
            &[S::Draft],
            On::Proposed,
            &[MayPropose, Reason, Evidence, Dates],
            S::Proposed,
        ),
        row(
            &[S::Returned],
            On::Proposed,
            &[MayPropose, OwnProposal, Reason, Evidence, Dates],
            S::Proposed,
        ),
        row(
            &[S::Proposed],
            On::Recommended,
            second_person!(MayRecommend),
            S::Recommended,
        ),
        row(
            &[S::Proposed],
            On::Returned,
            second_person!(Reason),
            S::Returned,
        ),
        row(
            &[S::Recommended],
            On::Returned,
            second_person!(Reason),
            S::Returned,
        ),
        row(
            &[S::Proposed, S::Recommended],
            On::Approved,
            second_person!(MayDecide, Recommended, Dates),
            S::Approved,
        ),
        row(
            &[S::Proposed, S::Recommended],
            On::Refused,
            second_person!(MayDecide, Reason),
            S::Refused,
        ),
        row(
            &[S::Draft, S::Proposed, S::Recommended, S::Returned],
            On::Withdrawn,
            &[OwnProposal],
            S::Withdrawn,
        ),
        row(
            &[S::Approved],
            On::Revoked,
            &[
                ApprovalGuard::MayDecide,
                ApprovalGuard::InLine,
                ApprovalGuard::ConcernedInLine,
                ApprovalGuard::NotConcerned,
                ApprovalGuard::NotUnderConcerned,
                Reason,
            ],
            S::Revoked,
        ),
    ]
};

/// The life of an approval.
pub const APPROVAL: Machine<S, On, Nothing, ApprovalGuard, Nothing> = Machine {
    name: "approval",
    start: (On::Drafted, S::Draft),
    always: &[ApprovalGuard::InOrder],
    ends: &[S::Approved, S::Refused, S::Withdrawn, S::Revoked],
    rows: ROWS,
};
