//! The life of a complaint: the one table that runs, is drawn and is explored.

use super::guard::{ComplaintCase as Case, ComplaintEffect as Effect, ComplaintGuard as Guard};
use super::{ComplaintEvent as On, ComplaintStep as At};
use crate::machine::{Machine, Row, To};
use crate::organisation::{Role, Roles};

/// A row of the table.
pub type ComplaintRow = Row<At, On, Case, Guard, Effect>;

/// The machine of complaints.
pub type ComplaintMachine = Machine<At, On, Case, Guard, Effect>;

/// Steps at which a registered complaint is worked on by the unit that owns it.
const WORKING: &[At] = &[
    At::Registered,
    At::Transferred,
    At::Coordinated,
    At::Reopened,
];
/// The same with those at which somebody else's answer is awaited.
const PENDING: &[At] = &[
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Reopened,
    At::Rechecking,
];
/// Steps at which the complainant awaits an answer.
const UNDECIDED: &[At] = &[
    At::Received,
    At::Verified,
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Reopened,
    At::Rechecking,
];
/// Steps at which what was registered unverified may still be verified.
const VERIFIED_LATE: &[At] = &[
    At::Verified,
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Reopened,
    At::Rechecking,
];
/// Steps before a complaint is over.
const LIVE: &[At] = &[
    At::Received,
    At::Verified,
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Handled,
    At::FedBack,
    At::Reopened,
    At::Rechecking,
    At::Rechecked,
    At::Referred,
];
/// Steps at which records may still be added.
const KEPT: &[At] = &[
    At::Received,
    At::Verified,
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Handled,
    At::FedBack,
    At::Closed,
    At::Archived,
    At::Withdrawn,
    At::Declined,
    At::Merged,
    At::Reopened,
    At::Rechecking,
    At::Rechecked,
    At::Referred,
];
/// Steps at which new facts can still change something. A merged complaint has none of its own.
const OPEN_TO_FACTS: &[At] = &[
    At::Received,
    At::Verified,
    At::Registered,
    At::TransferOffered,
    At::Transferred,
    At::Coordinating,
    At::Coordinated,
    At::Handled,
    At::FedBack,
    At::Closed,
    At::Archived,
    At::Withdrawn,
    At::Declined,
    At::Reopened,
    At::Rechecking,
    At::Rechecked,
    At::Referred,
];

/// Whoever speaks with complainants.
const DESK: Roles = Roles::of(&[
    Role::Collector,
    Role::Operator,
    Role::Handler,
    Role::AccountManager,
    Role::Leader,
]);
/// The same, and complainants themselves.
const BOTH_SIDES: Roles = DESK.with(Role::Complainant);
/// Whoever runs the case.
const OFFICE: Roles = Roles::of(&[Role::Operator, Role::Handler, Role::Leader]);
/// Whoever says whose case it is.
const DISPATCH: Roles = Roles::of(&[Role::Operator, Role::Leader]);
/// Whoever decides.
const DECIDERS: Roles = Roles::of(&[Role::Handler, Role::Leader, Role::HeadOfficeSenior]);
/// Whoever decides what a handler may not.
const SENIORS: Roles = Roles::of(&[Role::Leader, Role::HeadOfficeSenior]);
/// Whoever records what happened, the host's own program included.
const RECORD: Roles = DESK
    .with(Role::Department)
    .with(Role::Compliance)
    .with(Role::Archivist)
    .with(Role::System);

const fn row(
    from: &'static [At],
    on: On,
    by: Roles,
    guards: &'static [Guard],
    to: To<At>,
    effects: &'static [Effect],
) -> ComplaintRow {
    Row {
        from,
        on,
        by,
        case: None,
        guards,
        to,
        effects,
    }
}

const fn case(case: Case, row: ComplaintRow) -> ComplaintRow {
    Row {
        case: Some(case),
        ..row
    }
}

const ROWS: &[ComplaintRow] = &[
    // Receipt to register.
    row(
        &[At::Received],
        On::Verified,
        DESK,
        &[Guard::Impartial],
        To::State(At::Verified),
        &[],
    ),
    row(
        VERIFIED_LATE,
        On::Verified,
        DESK,
        &[Guard::NotVerified, Guard::Impartial],
        To::Stay,
        &[],
    ),
    row(
        &[At::Received, At::Verified],
        On::Registered,
        DESK.with(Role::System),
        &[Guard::VerifiedFirst, Guard::Impartial],
        To::State(At::Registered),
        &[Effect::HandlerNeeded],
    ),
    // Nothing is archived unregistered (A-57), so what was withdrawn early is registered late.
    row(
        &[At::Withdrawn],
        On::Registered,
        DESK.with(Role::System),
        &[Guard::NotRegistered, Guard::Impartial],
        To::Stay,
        &[],
    ),
    row(
        LIVE,
        On::Acknowledged,
        DESK.with(Role::System),
        &[],
        To::Stay,
        &[],
    ),
    row(
        UNDECIDED,
        On::Classified,
        OFFICE,
        &[Guard::Impartial],
        To::Stay,
        &[Effect::DueMoves],
    ),
    // Whose case it is.
    row(
        PENDING,
        On::HandlerAssigned,
        DISPATCH,
        &[Guard::Impartial, Guard::ImpartialHandler, Guard::OwnUnit],
        To::Stay,
        &[],
    ),
    row(
        LIVE,
        On::Recused,
        OFFICE
            .with(Role::Collector)
            .with(Role::Department)
            .with(Role::Compliance)
            .with(Role::HeadOfficeSenior),
        &[Guard::OneselfOrLed],
        To::Stay,
        &[],
    ),
    row(
        WORKING,
        On::TransferOffered,
        OFFICE,
        &[Guard::Impartial, Guard::OwnUnit, Guard::OtherUnit],
        To::Aside(At::TransferOffered),
        &[],
    ),
    row(
        &[At::TransferOffered],
        On::TransferAccepted,
        DISPATCH,
        &[Guard::Impartial, Guard::AtOfferedUnit],
        To::State(At::Transferred),
        &[Effect::HandlerNeeded],
    ),
    row(
        &[At::TransferOffered],
        On::TransferReturned,
        DISPATCH,
        &[Guard::AtOfferedUnit],
        To::Back,
        &[Effect::Escalated],
    ),
    row(
        &[
            At::Registered,
            At::Transferred,
            At::Coordinating,
            At::Coordinated,
            At::Reopened,
        ],
        On::CoordinationAsked,
        OFFICE,
        &[Guard::Impartial, Guard::OwnUnit],
        To::State(At::Coordinating),
        &[],
    ),
    case(
        Case::LastAnswer,
        row(
            &[At::Coordinating],
            On::CoordinationAnswered,
            ANSWERS,
            &[Guard::DepartmentAsked, Guard::Impartial],
            To::State(At::Coordinated),
            &[],
        ),
    ),
    row(
        &[At::Coordinating],
        On::CoordinationAnswered,
        ANSWERS,
        &[Guard::DepartmentAsked, Guard::Impartial],
        To::Stay,
        &[],
    ),
    // What the complainant adds, and time that may be left out.
    row(
        UNDECIDED,
        On::InformationAsked,
        DESK,
        &[Guard::Impartial],
        To::Stay,
        &[],
    ),
    row(
        UNDECIDED,
        On::InformationReceived,
        BOTH_SIDES.with(Role::System),
        &[],
        To::Stay,
        &[],
    ),
    row(
        PENDING,
        On::Paused,
        OFFICE,
        &[Guard::Impartial, Guard::NotPaused, Guard::PauseGranted],
        To::Stay,
        &[Effect::ClocksPause, Effect::NoticeDue],
    ),
    row(
        PENDING,
        On::Resumed,
        OFFICE.with(Role::System),
        &[Guard::IsPaused],
        To::Stay,
        &[Effect::ClocksResume],
    ),
    row(
        OPEN_TO_FACTS,
        On::NewFacts,
        BOTH_SIDES.with(Role::System),
        &[],
        To::Stay,
        &[Effect::ClocksRestart],
    ),
    row(
        PENDING,
        On::ExtensionAsked,
        OFFICE,
        &[
            Guard::Impartial,
            Guard::ExtensionGranted,
            Guard::NoExtensionAsked,
            Guard::MayAsk,
        ],
        To::Stay,
        &[Effect::Escalated],
    ),
    row(
        PENDING,
        On::ExtensionApproved,
        SENIORS,
        GRANT,
        To::Stay,
        &[Effect::DueMoves, Effect::NoticeDue],
    ),
    row(PENDING, On::ExtensionRefused, SENIORS, GRANT, To::Stay, &[]),
    // The decision, and the complainant's answer to it.
    row(
        WORKING,
        On::Handled,
        DECIDERS,
        &[
            Guard::Impartial,
            Guard::OwnUnit,
            Guard::NotPaused,
            Guard::IsClassified,
            Guard::LevelSuffices,
        ],
        To::State(At::Handled),
        &[Effect::FeedbackDue],
    ),
    row(
        &[At::Handled, At::Rechecked],
        On::FedBack,
        DESK,
        &[Guard::Impartial],
        To::State(At::FedBack),
        &[Effect::ClocksStop],
    ),
    row(
        &[At::FedBack, At::Closed],
        On::Accepted,
        BOTH_SIDES,
        &[],
        To::Stay,
        &[],
    ),
    row(
        &[At::FedBack],
        On::Closed,
        OFFICE,
        &[Guard::Impartial, Guard::OwnUnit],
        To::State(At::Closed),
        &[Effect::ArchiveDue],
    ),
    row(
        &[At::Closed, At::Withdrawn, At::Declined, At::Merged],
        On::Archived,
        Roles::of(&[Role::Archivist, Role::Operator, Role::System]),
        &[Guard::IsRegistered, Guard::FormsFiled],
        To::State(At::Archived),
        &[],
    ),
    // Ways out.
    row(
        LIVE,
        On::Withdrawn,
        BOTH_SIDES,
        &[],
        To::State(At::Withdrawn),
        &[Effect::ClocksStop, Effect::ArchiveDue],
    ),
    row(
        WORKING,
        On::Declined,
        SENIORS,
        &[
            Guard::Impartial,
            Guard::OwnUnit,
            Guard::IsClassified,
            Guard::LevelSuffices,
        ],
        To::State(At::Declined),
        &[Effect::ClocksStop, Effect::NoticeDue, Effect::ArchiveDue],
    ),
    row(
        WORKING,
        On::MergedInto,
        DISPATCH,
        &[
            Guard::Impartial,
            Guard::OwnUnit,
            Guard::AnotherComplaint,
            Guard::NotAbsorbed,
            Guard::MergeGranted,
        ],
        To::State(At::Merged),
        &[Effect::ClocksStop, Effect::NoticeDue, Effect::ArchiveDue],
    ),
    row(
        PENDING,
        On::Absorbed,
        DISPATCH,
        &[
            Guard::Impartial,
            Guard::AnotherComplaint,
            Guard::NotAbsorbed,
            Guard::MergeGranted,
        ],
        To::Stay,
        &[Effect::DueMoves],
    ),
    // Ways back, and ways beyond the unit.
    row(
        &[
            At::FedBack,
            At::Closed,
            At::Archived,
            At::Withdrawn,
            At::Declined,
        ],
        On::Reopened,
        DISPATCH,
        &[Guard::IsRegistered, Guard::Impartial, Guard::OwnUnit],
        To::State(At::Reopened),
        &[Effect::ClocksRestart, Effect::HandlerNeeded],
    ),
    row(
        &[At::FedBack, At::Closed, At::Archived],
        On::RecheckRequested,
        BOTH_SIDES.with(Role::System),
        &[
            Guard::RecheckGranted,
            Guard::FirstRecheck,
            Guard::HasSuperior,
        ],
        To::State(At::Rechecking),
        &[Effect::Escalated, Effect::ClocksStart],
    ),
    case(
        Case::SentBack,
        row(
            &[At::Rechecking],
            On::RecheckDecided,
            SENIORS,
            RECHECK,
            To::State(At::Reopened),
            &[Effect::HandlerNeeded],
        ),
    ),
    row(
        &[At::Rechecking],
        On::RecheckDecided,
        SENIORS,
        RECHECK,
        To::State(At::Rechecked),
        &[Effect::FeedbackDue],
    ),
    row(
        &[
            At::Received,
            At::Verified,
            At::Registered,
            At::TransferOffered,
            At::Transferred,
            At::Coordinating,
            At::Coordinated,
            At::Handled,
            At::FedBack,
            At::Closed,
            At::Archived,
            At::Declined,
            At::Reopened,
            At::Rechecking,
            At::Rechecked,
        ],
        On::Referred,
        Roles::of(&[Role::Operator, Role::Leader, Role::Compliance, Role::System]),
        &[Guard::IsRegistered],
        To::Aside(At::Referred),
        &[],
    ),
    case(
        Case::DecidedOutside,
        row(
            &[At::Referred],
            On::ReferralEnded,
            OUTSIDE,
            &[Guard::OutcomeGiven],
            To::State(At::Handled),
            &[Effect::FeedbackDue],
        ),
    ),
    row(
        &[At::Referred],
        On::ReferralEnded,
        OUTSIDE,
        &[],
        To::Back,
        &[],
    ),
    // Records.
    row(KEPT, On::NoticeSent, RECORD, &[], To::Stay, &[]),
    row(
        KEPT,
        On::FormFiled,
        RECORD,
        &[Guard::KnownForm, Guard::FormComplete],
        To::Stay,
        &[],
    ),
    row(
        LIVE,
        On::DueSet,
        Roles::of(&[Role::Operator, Role::Leader, Role::Compliance, Role::System]),
        &[],
        To::Stay,
        &[Effect::DueMoves],
    ),
];

/// Whoever answers for a department; the leader may say that no answer came.
const ANSWERS: Roles = Roles::of(&[
    Role::Department,
    Role::Claims,
    Role::Compliance,
    Role::AccountManager,
    Role::Leader,
]);

/// Whoever hears from bodies outside.
const OUTSIDE: Roles = Roles::of(&[Role::Operator, Role::Leader, Role::Compliance, Role::System]);

const GRANT: &[Guard] = &[
    Guard::Impartial,
    Guard::ExtensionAsked,
    Guard::NotAsker,
    Guard::MayGrant,
    Guard::GrantsInLine,
    Guard::GrantsFromAbove,
];

const RECHECK: &[Guard] = &[
    Guard::Impartial,
    Guard::AboveDecider,
    Guard::NotDecider,
    Guard::OutcomeGiven,
];

/// The life of a complaint. `insurant complaint diagram` draws it.
///
/// ```
/// use insurant::complaint::{COMPLAINT, ComplaintEvent, ComplaintStep};
/// use insurant::organisation::Role;
/// assert_eq!(COMPLAINT.faults(), []);
/// let may: Vec<_> = COMPLAINT.allowed_to(ComplaintStep::FedBack, Role::Complainant).collect();
/// assert!(may.contains(&ComplaintEvent::RecheckRequested));
/// assert!(!may.contains(&ComplaintEvent::Closed));
/// ```
pub const COMPLAINT: ComplaintMachine = Machine {
    name: "complaint",
    start: (On::Received, At::Received),
    always: &[
        Guard::NewId,
        Guard::InOrder,
        Guard::NotForetold,
        Guard::AfterReceipt,
        Guard::KnownUnit,
        Guard::AssignedHandler,
    ],
    ends: &[At::Archived],
    rows: ROWS,
};
