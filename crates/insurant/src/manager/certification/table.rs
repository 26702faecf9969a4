//! The life of a certification: the one table that runs, is drawn and is explored.

use super::guard::{CertificationEffect as Effect, CertificationGuard as Guard};
use super::{CertificationEvent as On, CertificationState as At};
use crate::machine::{Machine, Nothing, Row, To};
use crate::organisation::{Role, Roles};

/// A row of the table.
pub type CertificationRow = Row<At, On, Nothing, Guard, Effect>;

/// The machine of certifications.
pub type CertificationMachine = Machine<At, On, Nothing, Guard, Effect>;

/// Whoever may propose, where the terms let them.
pub(crate) const PROPOSERS: Roles = Roles::of(&[
    Role::Operator,
    Role::AccountManager,
    Role::Department,
    Role::Compliance,
    Role::Leader,
    Role::HeadOfficeSenior,
]);
/// Whoever may support or send back, where the terms let them.
pub(crate) const RECOMMENDERS: Roles = Roles::of(&[
    Role::Operator,
    Role::Department,
    Role::Compliance,
    Role::Leader,
    Role::HeadOfficeSenior,
]);
/// Whoever may decide, where the terms let them.
pub(crate) const DECIDERS: Roles = Roles::of(&[Role::Leader, Role::HeadOfficeSenior]);
/// Whoever records what was decided, the host's own program included.
const RECORD: Roles = Roles::of(&[
    Role::Operator,
    Role::Leader,
    Role::HeadOfficeSenior,
    Role::System,
]);

const fn row(
    from: &'static [At],
    on: On,
    by: Roles,
    guards: &'static [Guard],
    to: At,
    effects: &'static [Effect],
) -> CertificationRow {
    Row {
        from,
        on,
        by,
        case: None,
        guards,
        to: To::State(to),
        effects,
    }
}

/// What whoever looks at a proposal must be.
macro_rules! second_person {
    ($($guard:ident),*) => {
        &[
            $(Guard::$guard,)*
            Guard::InLine,
            Guard::NotOneself,
            Guard::NotSubordinate,
            Guard::ConcernedInLine,
            Guard::NotConcerned,
            Guard::NotUnderConcerned,
        ]
    };
}

/// The row with which a certification begins: its machine starts where it leads.
pub(super) static OPENING: CertificationRow = row(
    &[],
    On::Proposed,
    PROPOSERS,
    &[
        Guard::NoOtherOpen,
        Guard::InService,
        Guard::WithinSteps,
        Guard::MayPropose,
        Guard::OwnOrLed,
        Guard::Reason,
        Guard::Evidence,
    ],
    At::Proposed,
    &[Effect::RecommendationDue, Effect::DecisionDue],
);

const ROWS: &[CertificationRow] = &[
    row(
        &[At::Returned],
        On::Proposed,
        PROPOSERS,
        &[
            Guard::InService,
            Guard::WithinSteps,
            Guard::MayPropose,
            Guard::OwnOrLed,
            Guard::OwnProposal,
            Guard::Reason,
            Guard::Evidence,
        ],
        At::Proposed,
        &[Effect::RecommendationDue, Effect::DecisionDue],
    ),
    row(
        &[At::Proposed],
        On::Recommended,
        RECOMMENDERS,
        second_person!(MayRecommend),
        At::Recommended,
        &[Effect::DecisionDue],
    ),
    row(
        &[At::Proposed, At::Recommended],
        On::Returned,
        RECOMMENDERS,
        second_person!(Reason),
        At::Returned,
        &[Effect::CorrectionDue],
    ),
    // Whoever decides is entitled to the higher of the old and the new grade.
    row(
        &[At::Proposed, At::Recommended],
        On::Approved,
        DECIDERS,
        second_person!(MayDecide, Recommended, InService, WithinSteps),
        At::Approved,
        &[Effect::EffectDue],
    ),
    row(
        &[At::Proposed, At::Recommended],
        On::Refused,
        DECIDERS,
        second_person!(MayDecide, Reason),
        At::Refused,
        &[Effect::ProposalDue],
    ),
    row(
        &[At::Proposed, At::Recommended, At::Returned],
        On::Withdrawn,
        PROPOSERS,
        &[Guard::OwnProposal],
        At::Withdrawn,
        &[Effect::ProposalDue],
    ),
    row(
        &[At::Approved],
        On::TookEffect,
        RECORD,
        &[
            Guard::AfterApproval,
            Guard::LaterThanLast,
            Guard::InService,
            Guard::ValidWithin,
        ],
        At::Effective,
        &[Effect::GradeSet, Effect::Replaced],
    ),
    row(
        &[At::Effective],
        On::Lapsed,
        Roles::of(&[Role::Operator, Role::Leader, Role::System]),
        &[Guard::GraceOver],
        At::Lapsed,
        &[Effect::ProposalDue],
    ),
    // What was approved is not withdrawn by its proposer, but lifted by someone entitled to.
    row(
        &[At::Approved, At::Effective],
        On::Revoked,
        DECIDERS,
        &[
            Guard::MayDecide,
            Guard::InLine,
            Guard::ConcernedInLine,
            Guard::NotConcerned,
            Guard::NotUnderConcerned,
            Guard::Reason,
        ],
        At::Revoked,
        &[Effect::ProposalDue],
    ),
    row(
        &[At::Effective, At::Lapsed],
        On::Replaced,
        Roles::of(&[Role::System]),
        &[Guard::BySuccessor],
        At::Replaced,
        &[],
    ),
];

/// The life of a certification.
///
/// ```
/// use insurant::manager::certification::{CERTIFICATION, CertificationEvent, CertificationState};
/// let picture = CERTIFICATION.mermaid();
/// assert!(picture.contains("approved --> effective: took_effect"));
/// let allowed = CERTIFICATION.allowed(CertificationState::Approved);
/// let events: Vec<CertificationEvent> = allowed.iter().map(|allowed| allowed.event).collect();
/// assert_eq!(events, [CertificationEvent::TookEffect, CertificationEvent::Revoked]);
/// ```
pub const CERTIFICATION: CertificationMachine = Machine {
    name: "certification",
    start: (On::Proposed, At::Proposed),
    always: &[
        Guard::NewId,
        Guard::InOrder,
        Guard::NotForetold,
        Guard::InSequence,
        Guard::KnownUnit,
    ],
    ends: &[
        At::Refused,
        At::Withdrawn,
        At::Lapsed,
        At::Replaced,
        At::Revoked,
    ],
    rows: ROWS,
};
