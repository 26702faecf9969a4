//! The life of a complaint: the one table that runs, is drawn and is explored.

use super::guard::{ComplaintCase as Case, ComplaintEffect as Effect, ComplaintGuard as Guard};
use super::rows::{Steps, case, guards, rows, steps, to};
use super::{ComplaintEvent as On, ComplaintStep as At};
use crate::machine::{Machine, Row};
use crate::organisation::{Role, Roles};

/// A row of the table.
pub type ComplaintRow = Row<At, On, Case, Guard, Effect>;

/// The machine of complaints.
pub type ComplaintMachine = Machine<At, On, Case, Guard, Effect>;

/// Before the register.
const NEW: Steps = steps!([Received, Verified]);
/// A registered complaint is worked on by the unit that owns it.
const WORKING: Steps = steps!([Registered, Transferred, Coordinated, Reopened]);
/// Somebody else's answer is awaited.
const AWAITING: Steps = steps!([TransferOffered, Coordinating, Rechecking]);
/// It is decided, or in the hands of a body outside.
const ANSWERED: Steps = steps!([Handled, FedBack, Rechecked, Referred]);
/// It is over.
const OVER: Steps = steps!([Closed, Archived, Withdrawn, Declined, Merged]);

/// It is registered, and not decided.
const PENDING: Steps = WORKING.and(AWAITING);
/// The complainant awaits an answer.
const UNDECIDED: Steps = NEW.and(PENDING);
/// It is not over.
const LIVE: Steps = UNDECIDED.and(ANSWERED);
/// Records may still be added: always.
const KEPT: Steps = LIVE.and(OVER);
/// What was registered unverified may still be verified.
const VERIFIED_LATE: Steps = PENDING;
/// Departments may be asked, and more of them.
const ASKING: Steps = WORKING.and(steps!([Coordinating]));
/// New facts can still change something. A merged complaint has none of its own.
const OPEN_TO_FACTS: Steps = KEPT.but(steps!([Merged]));
/// A body outside may take it up, once it is registered.
const REFERABLE: Steps = KEPT.but(NEW).but(steps!([Withdrawn, Merged, Referred]));

/// Whoever speaks with complainants.
const DESK: Roles = Roles::of(&[
    Role::Collector,
    Role::Operator,
    Role::Handler,
    Role::AccountManager,
    Role::Leader,
]);
/// The same, and the host's own program.
const DESK_SYSTEM: Roles = DESK.with(Role::System);
/// Whoever speaks with complainants, and complainants themselves.
const BOTH_SIDES: Roles = DESK.with(Role::Complainant);
/// The same, and the host's own program.
const BOTH_SYSTEM: Roles = BOTH_SIDES.with(Role::System);
/// Whoever runs the case.
const OFFICE: Roles = Roles::of(&[Role::Operator, Role::Handler, Role::Leader]);
/// The same, and the host's own program.
const OFFICE_SYSTEM: Roles = OFFICE.with(Role::System);
/// Whoever may have to step back.
const INVOLVED: Roles = OFFICE
    .with(Role::Collector)
    .with(Role::Department)
    .with(Role::Compliance)
    .with(Role::HeadOfficeSenior);
/// Whoever says whose case it is.
const DISPATCH: Roles = Roles::of(&[Role::Operator, Role::Leader]);
/// Whoever decides.
const DECIDERS: Roles = Roles::of(&[Role::Handler, Role::Leader, Role::HeadOfficeSenior]);
/// Whoever decides what a handler may not.
const SENIORS: Roles = Roles::of(&[Role::Leader, Role::HeadOfficeSenior]);
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
/// Whoever keeps the archive.
const ARCHIVE: Roles = Roles::of(&[Role::Archivist, Role::Operator, Role::System]);
/// Whoever records what happened, the host's own program included.
const RECORD: Roles = DESK
    .with(Role::Department)
    .with(Role::Compliance)
    .with(Role::Archivist)
    .with(Role::System);

/// For the answer to a request for more time.
const GRANT: &[Guard] = &[
    Guard::Impartial,
    Guard::ExtensionAsked,
    Guard::NotAsker,
    Guard::MayGrant,
    Guard::GrantsInLine,
    Guard::GrantsFromAbove,
];
/// For the answer of the superior unit.
const RECHECK: &[Guard] = &[
    Guard::Impartial,
    Guard::AboveDecider,
    Guard::NotDecider,
    Guard::OutcomeGiven,
];

const ROWS: &[ComplaintRow] = rows! {
    // Receipt to register.
    [Received] Verified by DESK if [Impartial] => Verified;
    VERIFIED_LATE Verified by DESK if [NotVerified, Impartial] => stay;
    NEW Registered by DESK_SYSTEM if [VerifiedFirst, Impartial] => Registered, then [HandlerNeeded];
    // Nothing is archived unregistered (A-57), so what was withdrawn early is registered late.
    [Withdrawn] Registered by DESK_SYSTEM if [NotRegistered, Impartial] => stay;
    LIVE Acknowledged by DESK_SYSTEM => stay;
    UNDECIDED Classified by OFFICE if [Impartial] => stay, then [DueMoves];
    // Whose case it is.
    PENDING HandlerAssigned by DISPATCH if [Impartial, ImpartialHandler, OwnUnit] => stay;
    LIVE Recused by INVOLVED if [OneselfOrLed] => stay;
    WORKING TransferOffered by OFFICE if [Impartial, OwnUnit, OtherUnit] => aside TransferOffered;
    [TransferOffered] TransferAccepted by DISPATCH if [Impartial, AtOfferedUnit]
        => Transferred, then [HandlerNeeded];
    [TransferOffered] TransferReturned by DISPATCH if [AtOfferedUnit] => back, then [Escalated];
    ASKING CoordinationAsked by OFFICE if [Impartial, OwnUnit] => Coordinating;
    [Coordinating] CoordinationAnswered by ANSWERS in LastAnswer if [DepartmentAsked, Impartial] => Coordinated;
    [Coordinating] CoordinationAnswered by ANSWERS if [DepartmentAsked, Impartial] => stay;
    // What the complainant adds, and time that may be left out.
    UNDECIDED InformationAsked by DESK if [Impartial] => stay;
    UNDECIDED InformationReceived by BOTH_SYSTEM => stay;
    PENDING Paused by OFFICE if [Impartial, NotPaused, PauseGranted] => stay, then [ClocksPause, NoticeDue];
    PENDING Resumed by OFFICE_SYSTEM if [IsPaused] => stay, then [ClocksResume];
    OPEN_TO_FACTS NewFacts by BOTH_SYSTEM => stay, then [ClocksRestart];
    PENDING ExtensionAsked by OFFICE if [Impartial, ExtensionGranted, NoExtensionAsked, MayAsk]
        => stay, then [Escalated];
    PENDING ExtensionApproved by SENIORS if GRANT => stay, then [DueMoves, NoticeDue];
    PENDING ExtensionRefused by SENIORS if GRANT => stay;
    // The decision, and the complainant's answer to it.
    WORKING Handled by DECIDERS if [Impartial, OwnUnit, NotPaused, IsClassified, LevelSuffices]
        => Handled, then [FeedbackDue];
    [Handled, Rechecked] FedBack by DESK if [Impartial] => FedBack, then [ClocksStop];
    [FedBack, Closed] Accepted by BOTH_SIDES => stay;
    [FedBack] Closed by OFFICE if [Impartial, OwnUnit] => Closed, then [ArchiveDue];
    [Closed, Withdrawn, Declined, Merged] Archived by ARCHIVE if [IsRegistered, FormsFiled] => Archived;
    // Ways out.
    LIVE Withdrawn by BOTH_SIDES => Withdrawn, then [ClocksStop, ArchiveDue];
    WORKING Declined by SENIORS if [Impartial, OwnUnit, IsClassified, LevelSuffices]
        => Declined, then [ClocksStop, NoticeDue, ArchiveDue];
    WORKING MergedInto by DISPATCH if [Impartial, OwnUnit, AnotherComplaint, NotAbsorbed, MergeGranted]
        => Merged, then [ClocksStop, NoticeDue, ArchiveDue];
    PENDING Absorbed by DISPATCH if [Impartial, AnotherComplaint, NotAbsorbed, MergeGranted]
        => stay, then [DueMoves];
    // Ways back, and ways beyond the unit.
    [FedBack, Closed, Archived, Withdrawn, Declined] Reopened by DISPATCH if [IsRegistered, Impartial, OwnUnit]
        => Reopened, then [ClocksRestart, HandlerNeeded];
    [FedBack, Closed, Archived] RecheckRequested by BOTH_SYSTEM if [RecheckGranted, FirstRecheck, HasSuperior]
        => Rechecking, then [Escalated, ClocksStart];
    [Rechecking] RecheckDecided by SENIORS in SentBack if RECHECK => Reopened, then [HandlerNeeded];
    [Rechecking] RecheckDecided by SENIORS if RECHECK => Rechecked, then [FeedbackDue];
    REFERABLE Referred by OUTSIDE => aside Referred;
    [Referred] ReferralEnded by OUTSIDE in DecidedOutside if [OutcomeGiven] => Handled, then [FeedbackDue];
    [Referred] ReferralEnded by OUTSIDE => back;
    // Records.
    KEPT NoticeSent by RECORD => stay;
    KEPT FormFiled by RECORD if [KnownForm, FormComplete] => stay;
    LIVE DueSet by OUTSIDE => stay, then [DueMoves];
};

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
        Guard::RoleGranted,
        Guard::LevelGranted,
    ],
    ends: &[At::Archived],
    rows: ROWS,
};
