"""The customer side of an insurer: who is a good customer, who is a dangerous one, and why.

Amounts are decimal.Decimal in major units, days datetime.date; what has no value is None. Records
cannot be changed; `replace` makes another.
"""

# Written by tools/stubs.py from the library's own documentation: change that, and run
# `cargo xtask bindings`.

# Under other names, since records have fields called `date` and `decimal`.
import datetime as _datetime
import decimal as _decimal
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, final

from typing_extensions import Self, TypeAlias

__version__: str

__all__ = [
    "InternalError",
    "ActionEffectResult",
    "KpiState",
    "ComplaintRateReason",
    "ActionState",
    "HeadBasis",
    "KpiReason",
    "KpiPeriodChoice",
    "ActivityLeftOutReason",
    "Role",
    "AgentAdmissionOutcome",
    "AgentCheckKind",
    "AgentCheckState",
    "OrgLevel",
    "AgentStageState",
    "RulebookChoice",
    "Education",
    "InterviewResult",
    "AllowancePeriod",
    "AgentGrade",
    "ScoreStatus",
    "EarnedBy",
    "ConditionAnswer",
    "SupportHelp",
    "SupportRequestState",
    "CourseFormat",
    "TrainingState",
    "ComplaintEventKind",
    "AnalysisFindingKind",
    "ManagerGrade",
    "InputValue",
    "ApprovalKind",
    "ApprovalState",
    "ApprovalEvent",
    "ApprovalFindingKind",
    "ApprovalStep",
    "CustomerCategory",
    "Standing",
    "Cause",
    "FigureState",
    "FigureValue",
    "CustomerTier",
    "ConflictSource",
    "PlacementChange",
    "FitComponent",
    "NextBestReason",
    "UnplacedCause",
    "AssignmentMode",
    "DayKind",
    "CertificationState",
    "CertificationEventKind",
    "CertificationEvent",
    "CertificationEffectKind",
    "GradeState",
    "NoGradeReason",
    "DiagramFormat",
    "CertificationStandingKind",
    "ComplaintDimension",
    "ClaimStatus",
    "ComplaintStepName",
    "ComplaintComplexity",
    "ComplaintOutcome",
    "RecheckOutcome",
    "OutsideBody",
    "ReferralResult",
    "ComplaintEvent",
    "FirmKind",
    "ComplainantKind",
    "ComplaintTrigger",
    "IntakeChannel",
    "BusinessClass",
    "AnalysisPeriodChoice",
    "ComplaintCaseOutcome",
    "ComplaintEffectKind",
    "DeadlineDuty",
    "DeadlineParty",
    "DeadlineMissed",
    "VerificationStatus",
    "DeadlineMoveReason",
    "DeadlineRefusedReason",
    "DeadlineState",
    "ComplaintFindingKind",
    "ComplaintFindingResult",
    "ComplaintDutyKind",
    "TransitionPending",
    "ClockUnit",
    "ExtensionTimely",
    "GrantLevel",
    "FirstDay",
    "DeadlineRoll",
    "FormFieldKind",
    "NoticeRecipient",
    "RecusalRelation",
    "PrincipleCheck",
    "RetentionStart",
    "ReportingPeriod",
    "ClockChange",
    "ContactKind",
    "DutyUnit",
    "CreditKind",
    "CreditedTo",
    "CustomerKind",
    "Credit",
    "BusinessSource",
    "EntryState",
    "RuleSection",
    "DispatchTaskKind",
    "DutyKind",
    "DutyState",
    "GradeOnDayState",
    "PartnerEventKind",
    "PartnerEventFinding",
    "AppraisalRating",
    "AppraisalUnrated",
    "AppraisalChange",
    "AppraisalLimit",
    "DutyRule",
    "DutyLogEntry",
    "PartnerAdmissionOutcome",
    "CleanDate",
    "PartnerAdmissionReason",
    "PartnerReasonEffect",
    "PartnerExitReason",
    "PartnerFindingKind",
    "PartnerPassState",
    "RewardRecipient",
    "PartnerCard",
    "PartnerScoreOutcome",
    "PartnerVetoState",
    "PartnerVetoWhy",
    "PartnerGrade",
    "PartnerTrackState",
    "PersistencyLeftOutReason",
    "PersistencyVariant",
    "PersistencyBasis",
    "PremiumCeasing",
    "InsurantError",
    "Movement",
    "ComplaintRate",
    "EffectWindow",
    "ActionEffect",
    "ComplaintCause",
    "ActionReport",
    "ActivityHeads",
    "ActivitySales",
    "KpiValue",
    "ActivityKpi",
    "ActivityGroup",
    "ActivityBy",
    "KpiPeriod",
    "ActivitySpec",
    "AgentService",
    "AgentSale",
    "ActivityInput",
    "ActivityLeftOut",
    "ActivityReport",
    "Actor",
    "AgentCheck",
    "AgentStage",
    "AgentAdmission",
    "HeldInterview",
    "AgentCandidate",
    "AgentAdmitInput",
    "AgentAllowanceAnswer",
    "AgentFacts",
    "AgentGradeInput",
    "ScoreFloor",
    "ScoreVetoes",
    "ScoreDimension",
    "ScoreCharacteristic",
    "ScoreToNext",
    "CardScore",
    "AgentGraded",
    "AgentHonourAnswer",
    "AgentHonours",
    "AgentHonoursInput",
    "SupportTotals",
    "SupportAnswer",
    "AgentSupport",
    "SupportRequest",
    "AgentSupportInput",
    "CourseTaken",
    "AgentTrainee",
    "TrainingItem",
    "TrainingPlan",
    "AgentTraining",
    "AgentTrainingInput",
    "AlertCount",
    "AllowedEvent",
    "FoundComplaint",
    "AnalysisFinding",
    "AnalysisPeriod",
    "AppraisalPeriod",
    "AppraisedDays",
    "ServedRange",
    "ManagerResults",
    "CustomersByCategory",
    "AppraisedManager",
    "ApprovalEntry",
    "Approval",
    "OrganisationUnit",
    "Reports",
    "Approver",
    "ApprovalPolicy",
    "ApprovalApplyInput",
    "ApprovalApplyOutput",
    "ApprovalCheckInput",
    "ApprovalFinding",
    "ApprovalCheckOutput",
    "AssessedAs",
    "AssessmentFinding",
    "TierPart",
    "TierAnswer",
    "ScaleAnswer",
    "FigureFact",
    "Measure",
    "Problem",
    "Assessment",
    "AssignmentException",
    "Assignment",
    "AssignmentManager",
    "AssignmentCustomer",
    "AssignmentContact",
    "AssignmentDistance",
    "AssignmentAtInput",
    "Responsible",
    "Handover",
    "AssignmentAtOutput",
    "AssignmentCheckInput",
    "AssignmentConflict",
    "AssignmentFinding",
    "AssignmentCheckOutput",
    "FitPoints",
    "NextBest",
    "BetterButForbidden",
    "Placement",
    "Barred",
    "Unplaced",
    "ManagerLoad",
    "PlanQuality",
    "AssignmentPlan",
    "AssignmentSolveInput",
    "CalendarDay",
    "CalendarInfo",
    "CategoryCount",
    "CauseCount",
    "Certification",
    "CertificationAllowed",
    "GradeApprover",
    "CertificationTerms",
    "ManagerPost",
    "CertificationProposed",
    "CertificationRecommended",
    "CertificationReturned",
    "CertificationApproved",
    "CertificationRefused",
    "CertificationWithdrawn",
    "CertificationTookEffect",
    "CertificationLapsed",
    "CertificationRevoked",
    "CertificationReplaced",
    "ManagerFile",
    "CertificationAllowedInput",
    "CertificationPermitted",
    "CertificationAllowedOutput",
    "CertificationApplyInput",
    "CertificationEffect",
    "CertificationStep",
    "GradeSegment",
    "ManagerCertifications",
    "CertificationRefusal",
    "CertificationApplyOutput",
    "CertificationDiagramInput",
    "CertificationDiagramOutput",
    "CertificationEntitled",
    "CertificationFinding",
    "CertificationNext",
    "CertificationOpen",
    "CertificationReplayInput",
    "CertificationReplayOutput",
    "CertificationStanding",
    "CertificationStatusInput",
    "CertificationUnit",
    "CertificationStatusOutput",
    "CountTrend",
    "RateTrend",
    "ChangedFigure",
    "ChangedGroup",
    "Claim",
    "CleanWindow",
    "Term",
    "Comparison",
    "Complaint",
    "ComplaintAbsorbed",
    "ComplaintAccepted",
    "ComplaintAcknowledged",
    "ComplaintReceived",
    "ComplaintVerified",
    "ComplaintRegistered",
    "ComplaintClassified",
    "ComplaintHandlerAssigned",
    "ComplaintRecused",
    "ComplaintTransferOffered",
    "ComplaintTransferAccepted",
    "ComplaintTransferReturned",
    "ComplaintCoordinationAsked",
    "ComplaintCoordinationAnswered",
    "ComplaintInformationAsked",
    "ComplaintInformationReceived",
    "ComplaintPaused",
    "ComplaintResumed",
    "ComplaintNewFacts",
    "ComplaintHandled",
    "ComplaintFedBack",
    "ComplaintClosed",
    "ComplaintArchived",
    "ComplaintWithdrawn",
    "ComplaintDeclined",
    "ComplaintMergedInto",
    "ComplaintReopened",
    "ComplaintRecheckRequested",
    "ComplaintRecheckDecided",
    "ComplaintReferred",
    "ComplaintReferralEnded",
    "ComplaintExtensionAsked",
    "ComplaintExtensionApproved",
    "ComplaintExtensionRefused",
    "ComplaintNoticeSent",
    "ComplaintFormFiled",
    "ComplaintDueSet",
    "ComplaintLog",
    "ComplaintForm",
    "ComplaintExtension",
    "ComplaintAuthority",
    "ComplaintTerms",
    "ComplaintFacts",
    "ComplaintAllowedInput",
    "PermittedEvent",
    "ComplaintAllowedOutput",
    "ComplaintExposure",
    "ComplaintAnalysisSpec",
    "ComplaintCase",
    "EffectExposure",
    "EffectCheck",
    "CorrectiveAction",
    "ComplaintAnalyseInput",
    "ComplaintRedress",
    "ComplaintOutcomes",
    "TimeBucket",
    "UnclassifiedCause",
    "ComplaintMonth",
    "ComplaintGroup",
    "ComplaintAnalysisForm",
    "TopCause",
    "LateComplaint",
    "ComplaintReport",
    "ComplaintAnalysis",
    "ComplaintEffect",
    "ComplaintStep",
    "ComplaintFormStatus",
    "DeadlineCalendar",
    "DeadlineMove",
    "DeadlineRefused",
    "DeadlineProblem",
    "Deadline",
    "ComplaintRefusal",
    "ComplaintApplyOutput",
    "ComplaintApplied",
    "ComplaintSoFar",
    "ComplaintApplyInput",
    "ComplaintFinding",
    "ComplaintDeadlines",
    "ComplaintDeadlinesInput",
    "ComplaintDiagramInput",
    "ComplaintDiagramOutput",
    "ComplaintDuty",
    "ComplaintMergeInput",
    "ComplaintMerged",
    "ComplaintMergeOutput",
    "ComplaintOpening",
    "PackTransition",
    "PackExtension",
    "PackWindow",
    "PackCalendar",
    "PackClock",
    "FormField",
    "PackForm",
    "PackNotice",
    "PackAuthority",
    "PackApproval",
    "PackRecusal",
    "PackPrinciple",
    "PackRetention",
    "PackReport",
    "ComplaintPack",
    "ComplaintPacks",
    "ComplaintPacksInput",
    "ComplaintReplayInput",
    "ComplaintReplayOutput",
    "ComplaintStatus",
    "ComplaintStatusInput",
    "ComplaintTimelineEntry",
    "ComplaintTimeline",
    "ComplaintTimelineInput",
    "ConcentrationRow",
    "ConcentrationInput",
    "ConcentrationLeftOut",
    "ConcentrationTop",
    "ConcentrationShare",
    "ConcentrationReport",
    "ContactDuty",
    "CreditAmount",
    "CreditDays",
    "CreditFinding",
    "CreditResults",
    "CreditOwn",
    "CreditSupervisor",
    "CreditSupervised",
    "CreditTotal",
    "CreditWhose",
    "PremiumMovement",
    "Policy",
    "RegisterEntry",
    "Customer",
    "RuleTrace",
    "Decision",
    "DispatchTask",
    "DispatchSolveInput",
    "DocumentText",
    "DutyAssignment",
    "DutyContact",
    "DutyCustomer",
    "DutyEventReport",
    "DutyItem",
    "DutyManager",
    "DutyReport",
    "EventDuty",
    "GradeOnDay",
    "GradeOnInput",
    "GradeOnOutput",
    "InputInfo",
    "JudgedPartnerEvent",
    "MajorEvent",
    "ManagerAppraisal",
    "ManagerAppraiseInput",
    "ManagerAppraiseOutput",
    "ManagerCredit",
    "ManagerCreditInput",
    "ManagerCreditOutput",
    "ManagerDuties",
    "ReportDuty",
    "ManagerDutiesInput",
    "UnitDuties",
    "ManagerDutiesOutput",
    "OperationInfo",
    "OrganisationInput",
    "OrganisationOutput",
    "PartnerLicence",
    "PartnerEvent",
    "Partner",
    "PartnerReason",
    "PartnerAdmission",
    "PartnerAdmitInput",
    "PartnerExit",
    "PartnerFinding",
    "PartnerLaterVeto",
    "PartnerPass",
    "PartnerPeriod",
    "PartnerReward",
    "PartnerSpan",
    "PartnerVetoReason",
    "PartnerVeto",
    "PartnerScore",
    "PartnerScoreInput",
    "TrackedPartnerPeriod",
    "PartnerTrack",
    "PartnerTrackInput",
    "PersistencyLeftOut",
    "PersistencyRiders",
    "PersistencyLate",
    "PersistencyGroup",
    "PersistencyBy",
    "PersistencySpec",
    "PremiumReceipt",
    "PersistencyRider",
    "PremiumCeased",
    "PersistencyPolicy",
    "PersistencyInput",
    "PersistencyReport",
    "StandingCount",
    "PortfolioSummary",
    "Rejected",
    "RulebookCheck",
    "RulebookInfo",
    "version",
    "Cancellation",
    "WorkCalendar",
    "OpenComplaint",
    "ProgressListener",
    "Portfolio",
    "PreparedCustomer",
    "Rules",
    "Engine",
]

class InternalError(Exception):
    """The library failed inside; please report it. The host may go on."""

class ActionEffectResult(enum.Enum):
    """Whether an action helped."""
    CONFIRMED = 0
    """The cause came up less often afterwards."""
    NOT_CONFIRMED = 1
    """It did not; or it never came up before, so that nothing can be shown."""
    TOO_EARLY = 2
    """It is not done, or the days to watch are not over."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `confirmed`."""

class KpiState(enum.Enum):
    """One of 2 words."""
    KNOWN = 0
    """`known`."""
    UNDEFINED = 1
    """`undefined`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `known`."""

class ComplaintRateReason(enum.Enum):
    """Why a rate does not exist."""
    NOT_GIVEN = 0
    """The exposure was not given."""
    NOT_POSITIVE = 1
    """The exposure is zero, or refunds exceed the premium."""
    NOTHING_DUE = 2
    """No complaint fell due."""
    NOTHING_DECIDED = 3
    """No complaint was decided on its merits."""
    NOTHING_CLOSED = 4
    """No complaint was closed."""
    NOTHING_RECEIVED = 5
    """No complaint was received."""
    NOBODY_NAMED = 6
    """No complaint says who complains."""
    PREVIOUS_ZERO = 7
    """There was none in the period before, so that nothing can be a multiple of it."""
    TOO_LARGE = 8
    """The exact figure has more digits than can be held."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `not_given`."""

class ActionState(enum.Enum):
    """How far an action is."""
    OPEN = 0
    """Not done, and not due yet."""
    OVERDUE = 1
    """Not done, and past its day."""
    DONE = 2
    """Done by its day."""
    DONE_LATE = 3
    """Done after its day."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `open`."""

class HeadBasis(enum.Enum):
    """What a figure is divided by."""
    AVERAGE_HEADS = 0
    """Half of the heads at the beginning and at the end."""
    ACTIVE_HEADS = 1
    """Those who sold."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `average_heads`."""

class KpiReason(enum.Enum):
    """Why a figure does not exist."""
    NOTHING_MEASURABLE = 0
    """No policy can be measured, or those that can be have no premium."""
    NO_HEADS = 1
    """Nobody was in service at the beginning or at the end."""
    NOBODY_ACTIVE = 2
    """Nobody sold enough to be active."""
    NOTHING_TO_SHARE = 3
    """There is no amount to have a share of."""
    TOO_LARGE = 4
    """The exact figure has more digits than can be held."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `nothing_measurable`."""

class KpiPeriodChoice:
    """A word, or exactly: KpiPeriod."""
    NAMED: TypeAlias = _KpiPeriodChoice_NAMED
    EXACTLY: TypeAlias = _KpiPeriodChoice_EXACTLY

@final
class _KpiPeriodChoice_NAMED(KpiPeriodChoice):
    """By a word, such as a month as `2024-03`."""
    def __init__(
        self,
        word: str,
    ) -> None: ...
    @property
    def word(self) -> str:
        """The word."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _KpiPeriodChoice_EXACTLY(KpiPeriodChoice):
    """Exactly."""
    def __init__(
        self,
        value: KpiPeriod,
    ) -> None: ...
    @property
    def value(self) -> KpiPeriod:
        """What."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class ActivityLeftOutReason(enum.Enum):
    """Why a sale does not count."""
    OUTSIDE_PERIOD = 0
    """It was not issued in the period."""
    UNKNOWN_AGENT = 1
    """Nobody knows the agent."""
    OUTSIDE_SERVICE = 2
    """The agent was not in service on that day."""
    PREMIUM_MISSING = 3
    """Its premium is not given; it counts as a policy all the same."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `outside_period`."""

class Role(enum.Enum):
    """What someone acts as. One person may have several roles; each act is done in one of them."""
    COMPLAINANT = 0
    """Whoever complains, where the host lets them act themselves, such as in an app."""
    COLLECTOR = 1
    """Hotline and front desk: first to hear, and to pass on promptly (A-14)."""
    OPERATOR = 2
    """The back office that registers, reviews and passes on (A-13)."""
    HANDLER = 3
    """Whoever was made responsible for one case."""
    ACCOUNT_MANAGER = 4
    """The account manager of a customer."""
    DEPARTMENT = 5
    """A department that is asked for its part."""
    CLAIMS = 6
    """The claims department, which names blacklist entries."""
    COMPLIANCE = 7
    """Compliance."""
    ARCHIVIST = 8
    """Keeps the archive and its files."""
    ADMINISTRATOR = 9
    """Runs the system, and decides nothing in it."""
    AUDITOR = 10
    """Reads everything, and changes nothing."""
    LEADER = 11
    """Heads a unit."""
    HEAD_OFFICE_SENIOR = 12
    """A senior manager of head office."""
    SYSTEM = 13
    """The host's own program, such as an import."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `complainant`."""

class AgentAdmissionOutcome(enum.Enum):
    """What becomes of a candidate."""
    ADMITTED = 0
    """Everything is met."""
    PENDING = 1
    """Interviews are still to be held."""
    REVIEW = 2
    """Something is not known: a person must look."""
    REFUSED = 3
    """Something is not met."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `admitted`."""

class AgentCheckKind(enum.Enum):
    """One of 4 words."""
    AGE = 0
    """`age`."""
    EDUCATION = 1
    """`education`."""
    EXPERIENCE = 2
    """`experience`."""
    INTERVIEWS = 3
    """`interviews`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `age`."""

class AgentCheckState(enum.Enum):
    """How one thing that is asked stands."""
    MET = 0
    """It is met."""
    NOT_MET = 1
    """It is not."""
    UNKNOWN = 2
    """What it asks is not known."""
    PENDING = 3
    """Interviews are still to be held."""
    OFF = 4
    """The rulebook does not ask it."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `met`."""

class OrgLevel(enum.Enum):
    """A level of the organisation, the highest first."""
    HEAD_OFFICE = 0
    """The whole company."""
    PROVINCE = 1
    """A provincial branch."""
    CITY = 2
    """A municipal branch."""
    COUNTY = 3
    """A sub-branch."""
    FRONT_LINE = 4
    """A front-line unit."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `head_office`."""

class AgentStageState(enum.Enum):
    """How an interview stands."""
    PASSED = 0
    """Passed, after the one before it."""
    FAILED = 1
    """Failed."""
    OUT_OF_ORDER = 2
    """Held before the one before it was passed."""
    MISSING = 3
    """Not held before the day."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `passed`."""

class RulebookChoice:
    """A rulebook: one of the engine's, or one as it stands."""
    NAMED: TypeAlias = _RulebookChoice_NAMED
    INLINE: TypeAlias = _RulebookChoice_INLINE

@final
class _RulebookChoice_NAMED(RulebookChoice):
    """One of the engine's: by its id the version in force, or by `id@version`."""
    def __init__(
        self,
        reference: str,
    ) -> None: ...
    @property
    def reference(self) -> str:
        """Its id, or `id@version`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _RulebookChoice_INLINE(RulebookChoice):
    """A whole rulebook."""
    def __init__(
        self,
        json: str,
    ) -> None: ...
    @property
    def json(self) -> str:
        """The rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class Education(enum.Enum):
    """Education, the least first."""
    NONE = 0
    """None."""
    PRIMARY = 1
    """Primary school."""
    LOWER_SECONDARY = 2
    """Lower secondary school."""
    UPPER_SECONDARY = 3
    """Upper secondary school."""
    VOCATIONAL = 4
    """Vocational school or college."""
    BACHELOR = 5
    """Bachelor's degree."""
    MASTER = 6
    """Master's degree."""
    DOCTORATE = 7
    """Doctorate."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `none`."""

class InterviewResult(enum.Enum):
    """One of 2 words."""
    PASSED = 0
    """`passed`."""
    FAILED = 1
    """`failed`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `passed`."""

class AllowancePeriod(enum.Enum):
    """How often an allowance is paid."""
    MONTH = 0
    """Every month."""
    QUARTER = 1
    """Every quarter."""
    YEAR = 2
    """Every year."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `month`."""

class AgentGrade(enum.Enum):
    """The grade of an agent, the best first."""
    ELITE = 0
    """Of the few with the best customers."""
    SENIOR = 1
    """Better than most."""
    STANDARD = 2
    """As expected."""
    TRAINEE = 3
    """Still learning."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `elite`."""

class ScoreStatus(enum.Enum):
    """What became of a grade."""
    GRADED = 0
    """It comes from the score, and from the floors of dimensions with too few points."""
    VETOED = 1
    """A veto decides it, whatever the score."""
    REVIEW = 2
    """There is none: a person must look, since a veto is unknown."""
    UNDECIDED = 3
    """There is none: something is missing without which there is no decision."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `graded`."""

class EarnedBy(enum.Enum):
    """One of 4 words."""
    BAND = 0
    """`band`."""
    OTHERWISE = 1
    """`otherwise`."""
    MISSING = 2
    """`missing`."""
    UNDECIDED = 3
    """`undecided`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `band`."""

class ConditionAnswer(enum.Enum):
    """What a condition answers."""
    FALSE = 0
    """No."""
    UNKNOWN = 1
    """Something that decides it is missing."""
    TRUE = 2
    """Yes."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `false`."""

class SupportHelp(enum.Enum):
    """How far the help with a request goes."""
    FULL = 0
    """The desk does it."""
    SHARED = 1
    """The desk and the agent do it together."""
    ADVICE = 2
    """The desk says how it is done."""
    NONE = 3
    """It is the agent's own work."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `full`."""

class SupportRequestState(enum.Enum):
    """How a request stands."""
    DONE = 0
    """Done in time."""
    DONE_LATE = 1
    """Done after its last day."""
    OPEN = 2
    """To be done after the day."""
    DUE = 3
    """To be done on the day."""
    OVERDUE = 4
    """It should have been done before the day."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `done`."""

class CourseFormat(enum.Enum):
    """Who may attend a course."""
    OPEN = 0
    """Whoever comes."""
    CLOSED = 1
    """Only those it is for."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `open`."""

class TrainingState(enum.Enum):
    """How a course stands."""
    CURRENT = 0
    """Taken, and not to be taken again by the day."""
    DUE = 1
    """To be taken on the day at the latest."""
    OPEN = 2
    """To be taken later."""
    OVERDUE = 3
    """It should have been taken."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `current`."""

class ComplaintEventKind(enum.Enum):
    """A kind of event in the life of a complaint. Clocks start, stop, pause and restart at these."""
    RECEIVED = 0
    """It reached any unit, employee or authorised agent: this starts the clocks."""
    VERIFIED = 1
    """What it is about was confirmed with the complainant."""
    REGISTERED = 2
    """It was entered into the register."""
    ACKNOWLEDGED = 3
    """The complainant was told that it arrived."""
    CLASSIFIED = 4
    """It was classed as simple, complex or special."""
    HANDLER_ASSIGNED = 5
    """Someone was made responsible for it."""
    RECUSED = 6
    """The handler stepped back for a conflict of interest."""
    TRANSFER_OFFERED = 7
    """Another unit was asked to take it over."""
    TRANSFER_ACCEPTED = 8
    """The other unit took it over."""
    TRANSFER_RETURNED = 9
    """The other unit gave it back."""
    COORDINATION_ASKED = 10
    """Other departments were asked for their part."""
    COORDINATION_ANSWERED = 11
    """One of them answered."""
    INFORMATION_ASKED = 12
    """More was asked of the complainant."""
    INFORMATION_RECEIVED = 13
    """The complainant answered."""
    PAUSED = 14
    """An interval that may be left out began, such as an external appraisal."""
    RESUMED = 15
    """It ended."""
    NEW_FACTS = 16
    """New facts or reasons arrived."""
    HANDLED = 17
    """It was decided."""
    FED_BACK = 18
    """The complainant was told the decision."""
    ACCEPTED = 19
    """The complainant accepted the answer."""
    CLOSED = 20
    """Nothing is left to do."""
    ARCHIVED = 21
    """Forms and records were gathered into the archive."""
    WITHDRAWN = 22
    """The complainant took it back."""
    DECLINED = 23
    """It is not taken up, with reason and notice."""
    MERGED_INTO = 24
    """It goes on as part of another complaint."""
    ABSORBED = 25
    """Another complaint goes on as part of this one."""
    REOPENED = 26
    """It was taken up again on new facts."""
    RECHECK_REQUESTED = 27
    """The complainant asked the superior unit to look again."""
    RECHECK_DECIDED = 28
    """The superior unit decided."""
    REFERRED = 29
    """It went to a body outside: ombudsman, mediation, court."""
    REFERRAL_ENDED = 30
    """The body outside is done with it."""
    EXTENSION_ASKED = 31
    """More time was asked for."""
    EXTENSION_APPROVED = 32
    """More time was granted."""
    EXTENSION_REFUSED = 33
    """More time was refused."""
    NOTICE_SENT = 34
    """A notice went to the complainant or an authority."""
    FORM_FILED = 35
    """A form was filed."""
    DUE_SET = 36
    """Someone outside set a due date, such as a regulator or an older system."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `received`."""

class AnalysisFindingKind(enum.Enum):
    """What an analysis found."""
    ABSENT_SURVIVOR = 0
    """A complaint goes on as part of another that is not among those looked at. It may be
    elsewhere; if it is nowhere, nobody looks after the matter.
    """
    NO_CLOCK = 1
    """A procedure that the complaint was judged by gave it no clock, such as one not in force
    then. What has no due date stands in no figure of what is on time.
    """
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `absent_survivor`."""

class ManagerGrade(enum.Enum):
    """The grade of an account manager, the highest first (A-23)."""
    PRINCIPAL = 0
    """资深."""
    SENIOR = 1
    """高级."""
    STANDARD = 2
    """普通, 中级."""
    JUNIOR = 3
    """初级."""
    TRAINEE = 4
    """见习."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `principal`."""

class InputValue:
    """The value of an input that a rulebook declares."""
    ANSWER: TypeAlias = _InputValue_ANSWER
    COUNT: TypeAlias = _InputValue_COUNT
    NUMBER: TypeAlias = _InputValue_NUMBER
    DAY: TypeAlias = _InputValue_DAY
    WORDS: TypeAlias = _InputValue_WORDS

@final
class _InputValue_ANSWER(InputValue):
    """Yes or no."""
    def __init__(
        self,
        value: bool,
    ) -> None: ...
    @property
    def value(self) -> bool:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_COUNT(InputValue):
    """A count."""
    def __init__(
        self,
        value: int,
    ) -> None: ...
    @property
    def value(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_NUMBER(InputValue):
    """A decimal: an amount in major units, or a ratio."""
    def __init__(
        self,
        value: _decimal.Decimal,
    ) -> None: ...
    @property
    def value(self) -> _decimal.Decimal:
        """How much."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_DAY(InputValue):
    """A day."""
    def __init__(
        self,
        value: _datetime.date,
    ) -> None: ...
    @property
    def value(self) -> _datetime.date:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_WORDS(InputValue):
    """Words, or the word of an enumeration."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class ApprovalKind(enum.Enum):
    """What is decided."""
    COMPLAINT_EXTENSION = 0
    """More time for a complaint."""
    MANAGER_GRADE = 1
    """The grade of an account manager."""
    BLACKLIST_ENTRY = 2
    """An entry of the blacklist."""
    DATA_CHANGE = 3
    """A change of customer data."""
    EXCEPTION = 4
    """An exception from a rule, such as a second account manager."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `complaint_extension`."""

class ApprovalState(enum.Enum):
    """Where a proposal stands."""
    DRAFT = 0
    """Written down, not yet put forward."""
    PROPOSED = 1
    """Put forward."""
    RECOMMENDED = 2
    """Supported by someone in between."""
    RETURNED = 3
    """Sent back to be mended."""
    APPROVED = 4
    """Approved."""
    REFUSED = 5
    """Refused."""
    WITHDRAWN = 6
    """Taken back by its proposer."""
    REVOKED = 7
    """Approved once, and lifted before its time."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `draft`."""

class ApprovalEvent(enum.Enum):
    """What happens to a proposal."""
    DRAFTED = 0
    """It is written down."""
    PROPOSED = 1
    """It is put forward, or put forward again."""
    RECOMMENDED = 2
    """Someone in between supports it."""
    RETURNED = 3
    """It is sent back to be mended."""
    APPROVED = 4
    """It is approved."""
    REFUSED = 5
    """It is refused."""
    WITHDRAWN = 6
    """Its proposer takes it back."""
    REVOKED = 7
    """What was approved is lifted."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `drafted`."""

class ApprovalFindingKind(enum.Enum):
    """What is wrong with a policy among these people."""
    UNREACHABLE = 0
    """Nobody could take the step: what is proposed would wait for ever."""
    ONE_PERSON_PATH = 1
    """Only one person could: when they are away, or in conflict, it waits."""
    UNKNOWN_UNIT = 2
    """The unit is not part of the organisation."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `unreachable`."""

class ApprovalStep(enum.Enum):
    """A step that people must take."""
    PROPOSE = 0
    """Putting forward."""
    RECOMMEND = 1
    """Supporting in between."""
    APPROVE = 2
    """Deciding."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `propose`."""

class CustomerCategory(enum.Enum):
    """Where a customer stands on the ladder, from the foot up; and the two answers beside it."""
    UNATTACHED = 0
    """Never insured with us (C-07)."""
    PROSPECT = 1
    """Means to insure, or was insured here and left (C-08)."""
    STANDARD = 2
    """Insured with us (C-09)."""
    PREFERRED = 3
    """A good customer (C-10)."""
    KEY = 4
    """An important customer or partner (C-11)."""
    NOT_APPLICABLE = 5
    """A partner that is not key: partners have no place on the ladder."""
    UNDECIDED = 6
    """The facts cannot be decided on; the cause is beside it."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `unattached`."""

class Standing(enum.Enum):
    """What the host shows first."""
    CLEAR = 0
    """Nothing against the customer."""
    WATCH = 1
    """A risk alert is open."""
    BLACKLISTED = 2
    """An entry of the register is in effect."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `clear`."""

class Cause(enum.Enum):
    """Why a customer could not be decided on (never a guess)."""
    OVERFLOW = 0
    """A sum does not fit 64 bits."""
    MIXED_CURRENCY = 1
    """A policy in another currency than the rulebook's."""
    REJECTED_ROW = 2
    """A row about the customer was rejected when the facts were read."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `overflow`."""

class FigureState(enum.Enum):
    """What is known of a value. The order is that of precedence: a value that is both is `Unknown`."""
    KNOWN = 0
    """It has a value."""
    UNDEFINED = 1
    """It has none by definition, such as a quotient with nothing below the line."""
    UNKNOWN = 2
    """Nobody supplied what it needs."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `known`."""

class FigureValue:
    """The value of a figure. Of a quotient both sides are exact, unreduced; what is shown of it has six
    places and is for reading only.
    """
    ANSWER: TypeAlias = _FigureValue_ANSWER
    COUNT: TypeAlias = _FigureValue_COUNT
    RATIO: TypeAlias = _FigureValue_RATIO
    AVERAGE_MONEY: TypeAlias = _FigureValue_AVERAGE_MONEY
    MONEY: TypeAlias = _FigureValue_MONEY
    DAY: TypeAlias = _FigureValue_DAY
    WORDS: TypeAlias = _FigureValue_WORDS
    MEMBER: TypeAlias = _FigureValue_MEMBER

@final
class _FigureValue_ANSWER(FigureValue):
    """Yes or no."""
    def __init__(
        self,
        value: bool,
    ) -> None: ...
    @property
    def value(self) -> bool:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_COUNT(FigureValue):
    """A count, or a duration in its unit."""
    def __init__(
        self,
        value: int,
    ) -> None: ...
    @property
    def value(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_RATIO(FigureValue):
    """A quotient without a unit."""
    def __init__(
        self,
        shown: _decimal.Decimal,
        numerator: int,
        denominator: int,
    ) -> None: ...
    @property
    def shown(self) -> _decimal.Decimal:
        """To six places, for reading."""
    @property
    def numerator(self) -> int:
        """Above the line."""
    @property
    def denominator(self) -> int:
        """Below the line; positive."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_AVERAGE_MONEY(FigureValue):
    """An amount for each of something, such as a mean claim."""
    def __init__(
        self,
        shown: _decimal.Decimal,
        numerator: int,
        denominator: int,
        currency: str,
    ) -> None: ...
    @property
    def shown(self) -> _decimal.Decimal:
        """Major units to six places, for reading."""
    @property
    def numerator(self) -> int:
        """Minor units above the line."""
    @property
    def denominator(self) -> int:
        """How many below the line; positive."""
    @property
    def currency(self) -> str:
        """ISO 4217."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_MONEY(FigureValue):
    """An amount in major units."""
    def __init__(
        self,
        amount: _decimal.Decimal,
        currency: str,
    ) -> None: ...
    @property
    def amount(self) -> _decimal.Decimal:
        """How much."""
    @property
    def currency(self) -> str:
        """ISO 4217."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_DAY(FigureValue):
    """A day."""
    def __init__(
        self,
        value: _datetime.date,
    ) -> None: ...
    @property
    def value(self) -> _datetime.date:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_WORDS(FigureValue):
    """A text; `other` for any that no rule names."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_MEMBER(FigureValue):
    """The word of an enumeration's member."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class CustomerTier(enum.Enum):
    """One of 5 words."""
    KEY_MANAGEMENT = 0
    """`key_management`."""
    KEY_DEVELOPMENT = 1
    """`key_development`."""
    NORMAL = 2
    """`normal`."""
    RENEWAL_ASSURANCE = 3
    """`renewal_assurance`."""
    SHELVED = 4
    """`shelved`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `key_management`."""

class ConflictSource(enum.Enum):
    """One of 2 words."""
    ASSIGNMENTS = 0
    """`assignments`."""
    CONTACTS = 1
    """`contacts`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `assignments`."""

class PlacementChange(enum.Enum):
    """One of 3 words."""
    KEPT = 0
    """`kept`."""
    MOVED = 1
    """`moved`."""
    NEW = 2
    """`new`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `kept`."""

class FitComponent(enum.Enum):
    """One of 5 words."""
    GRADE = 0
    """`grade`."""
    LINE = 1
    """`line`."""
    LANGUAGE = 2
    """`language`."""
    DISTANCE = 3
    """`distance`."""
    TASK = 4
    """`task`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `grade`."""

class NextBestReason(enum.Enum):
    """One of 3 words."""
    LOWER_FIT = 0
    """`lower_fit`."""
    SAME_FIT = 1
    """`same_fit`."""
    FULL = 2
    """`full`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `lower_fit`."""

class UnplacedCause(enum.Enum):
    """One of 3 words."""
    FORBIDDEN = 0
    """`forbidden`."""
    FULL = 1
    """`full`."""
    NO_MANAGERS = 2
    """`no_managers`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `forbidden`."""

class AssignmentMode(enum.Enum):
    """One of 3 words."""
    ASSIGN = 0
    """`assign`."""
    LEAVER = 1
    """`leaver`."""
    REBALANCE = 2
    """`rebalance`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `assign`."""

class DayKind(enum.Enum):
    """What kind of day it is."""
    WORKING = 0
    """An ordinary working day."""
    WORKING_WEEKEND = 1
    """A day of the weekend on which people work (调休)."""
    WEEKEND = 2
    """An ordinary day of the weekend."""
    HOLIDAY = 3
    """A named day off, on the weekend or not."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `working`."""

class CertificationState(enum.Enum):
    """Where a certification stands (A-24, A-25)."""
    PROPOSED = 0
    """A grade was proposed."""
    RECOMMENDED = 1
    """Someone in between supports it."""
    RETURNED = 2
    """It was sent back to be mended."""
    APPROVED = 3
    """It was approved, and does not count yet."""
    REFUSED = 4
    """It was refused."""
    WITHDRAWN = 5
    """Whoever proposed it took it back."""
    EFFECTIVE = 6
    """The grade counts."""
    LAPSED = 7
    """Nobody renewed it in time."""
    REPLACED = 8
    """The next certification of the manager took its place."""
    REVOKED = 9
    """It was lifted before its time."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `proposed`."""

class CertificationEventKind(enum.Enum):
    """What can happen to a certification."""
    PROPOSED = 0
    """A grade is proposed, or proposed again."""
    RECOMMENDED = 1
    """Someone in between supports it."""
    RETURNED = 2
    """It is sent back to be mended."""
    APPROVED = 3
    """It is approved."""
    REFUSED = 4
    """It is refused."""
    WITHDRAWN = 5
    """Its proposer takes it back."""
    TOOK_EFFECT = 6
    """The grade begins to count."""
    LAPSED = 7
    """Validity and grace are over."""
    REVOKED = 8
    """It is lifted before its time."""
    REPLACED = 9
    """The next certification of the manager takes its place."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `proposed`."""

class CertificationEvent:
    """Something that happened to a certification."""
    PROPOSED: TypeAlias = _CertificationEvent_PROPOSED
    RECOMMENDED: TypeAlias = _CertificationEvent_RECOMMENDED
    RETURNED: TypeAlias = _CertificationEvent_RETURNED
    APPROVED: TypeAlias = _CertificationEvent_APPROVED
    REFUSED: TypeAlias = _CertificationEvent_REFUSED
    WITHDRAWN: TypeAlias = _CertificationEvent_WITHDRAWN
    TOOK_EFFECT: TypeAlias = _CertificationEvent_TOOK_EFFECT
    LAPSED: TypeAlias = _CertificationEvent_LAPSED
    REVOKED: TypeAlias = _CertificationEvent_REVOKED
    REPLACED: TypeAlias = _CertificationEvent_REPLACED

@final
class _CertificationEvent_PROPOSED(CertificationEvent):
    """`proposed`."""
    def __init__(
        self,
        value: CertificationProposed,
    ) -> None: ...
    @property
    def value(self) -> CertificationProposed:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_RECOMMENDED(CertificationEvent):
    """`recommended`."""
    def __init__(
        self,
        value: CertificationRecommended,
    ) -> None: ...
    @property
    def value(self) -> CertificationRecommended:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_RETURNED(CertificationEvent):
    """`returned`."""
    def __init__(
        self,
        value: CertificationReturned,
    ) -> None: ...
    @property
    def value(self) -> CertificationReturned:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_APPROVED(CertificationEvent):
    """`approved`."""
    def __init__(
        self,
        value: CertificationApproved,
    ) -> None: ...
    @property
    def value(self) -> CertificationApproved:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_REFUSED(CertificationEvent):
    """`refused`."""
    def __init__(
        self,
        value: CertificationRefused,
    ) -> None: ...
    @property
    def value(self) -> CertificationRefused:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_WITHDRAWN(CertificationEvent):
    """`withdrawn`."""
    def __init__(
        self,
        value: CertificationWithdrawn,
    ) -> None: ...
    @property
    def value(self) -> CertificationWithdrawn:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_TOOK_EFFECT(CertificationEvent):
    """`took_effect`."""
    def __init__(
        self,
        value: CertificationTookEffect,
    ) -> None: ...
    @property
    def value(self) -> CertificationTookEffect:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_LAPSED(CertificationEvent):
    """`lapsed`."""
    def __init__(
        self,
        value: CertificationLapsed,
    ) -> None: ...
    @property
    def value(self) -> CertificationLapsed:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_REVOKED(CertificationEvent):
    """`revoked`."""
    def __init__(
        self,
        value: CertificationRevoked,
    ) -> None: ...
    @property
    def value(self) -> CertificationRevoked:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _CertificationEvent_REPLACED(CertificationEvent):
    """`replaced`."""
    def __init__(
        self,
        value: CertificationReplaced,
    ) -> None: ...
    @property
    def value(self) -> CertificationReplaced:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class CertificationEffectKind(enum.Enum):
    """What follows from an event."""
    RECOMMENDATION_DUE = 0
    """Somebody has to recommend it."""
    DECISION_DUE = 1
    """Somebody of a level has to decide."""
    CORRECTION_DUE = 2
    """Its proposer has to mend it, or to take it back."""
    EFFECT_DUE = 3
    """It has to be put into effect."""
    GRADE_SET = 4
    """The grade counts from now on."""
    REPLACED = 5
    """A certification was replaced."""
    PROPOSAL_DUE = 6
    """A grade has to be proposed."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `recommendation_due`."""

class GradeState(enum.Enum):
    """What is known of a grade on a day of service."""
    RATED = 0
    """The certificate is valid."""
    IN_GRACE = 1
    """It is not valid any more; the grade is kept for a while."""
    LAPSED = 2
    """Nobody renewed it in time: no grade."""
    UNRATED = 3
    """Never certified, or the grade was lifted: no grade."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `rated`."""

class NoGradeReason(enum.Enum):
    """One of 2 words."""
    NEVER_CERTIFIED = 0
    """`never_certified`."""
    REVOKED = 1
    """`revoked`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `never_certified`."""

class DiagramFormat(enum.Enum):
    """One of 2 words."""
    MERMAID = 0
    """`mermaid`."""
    DOT = 1
    """`dot`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `mermaid`."""

class CertificationStandingKind(enum.Enum):
    """Where a manager stands on a day."""
    CERTIFIED = 0
    """The certificate is valid, and not due yet."""
    DUE = 1
    """It is valid, and due to be renewed."""
    OVERDUE = 2
    """It is not valid any more; the grade is kept for a while."""
    LAPSED = 3
    """Nobody renewed it in time."""
    UNRATED = 4
    """Never certified, or the grade was lifted."""
    NOT_IN_SERVICE = 5
    """The manager holds no post."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `certified`."""

class ComplaintDimension(enum.Enum):
    """A way in which complaints are told apart."""
    CAUSE = 0
    """By what they are about."""
    LINE = 1
    """By line of business."""
    CHANNEL = 2
    """By how they came in."""
    UNIT = 3
    """By the unit that owns them."""
    COMPLAINANT_KIND = 4
    """By the kind of complainant."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `cause`."""

class ClaimStatus(enum.Enum):
    """Where a claim stands."""
    OPEN = 0
    """Being handled."""
    SETTLED = 1
    """Closed with or without a payment."""
    DECLINED = 2
    """Refused."""
    WITHDRAWN = 3
    """Taken back by the customer: counts nowhere, but for its reserve."""
    REOPENED = 4
    """Being handled again."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `open`."""

class ComplaintStepName(enum.Enum):
    """Where a complaint stands (A-59, DOMAIN 8)."""
    RECEIVED = 0
    """It arrived; nothing was done yet."""
    VERIFIED = 1
    """What it is about was confirmed with the complainant."""
    REGISTERED = 2
    """It is in the register, and its unit works on it."""
    TRANSFER_OFFERED = 3
    """Another unit was asked to take it over, and has not answered."""
    TRANSFERRED = 4
    """Another unit took it over, and works on it."""
    COORDINATING = 5
    """Other departments were asked for their part."""
    COORDINATED = 6
    """All of them answered."""
    HANDLED = 7
    """It was decided; the complainant does not know yet."""
    FED_BACK = 8
    """The complainant was told."""
    CLOSED = 9
    """Nothing is left to do but to keep it."""
    ARCHIVED = 10
    """It is kept."""
    WITHDRAWN = 11
    """The complainant took it back."""
    DECLINED = 12
    """It was not taken up."""
    MERGED = 13
    """It goes on as part of another."""
    REOPENED = 14
    """It was taken up again, and its unit works on it."""
    RECHECKING = 15
    """The superior unit looks at it again."""
    RECHECKED = 16
    """The superior unit decided; the complainant does not know yet."""
    REFERRED = 17
    """It is with a body outside."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `received`."""

class ComplaintComplexity(enum.Enum):
    """How hard a complaint is; packs give harder ones more time."""
    SIMPLE = 0
    """The facts are clear."""
    COMPLEX = 1
    """They need looking into."""
    SPECIAL = 2
    """Specially complex, or another special reason."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `simple`."""

class ComplaintOutcome(enum.Enum):
    """What was decided."""
    UPHELD = 0
    """The complainant is right."""
    PARTLY_UPHELD = 1
    """The complainant is right in part."""
    SETTLED = 2
    """Agreed, without saying who is right."""
    NOT_UPHELD = 3
    """The complainant is not right."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `upheld`."""

class RecheckOutcome(enum.Enum):
    """What the superior unit made of a decision."""
    CONFIRMED = 0
    """It stands."""
    CHANGED = 1
    """Another one takes its place."""
    SENT_BACK = 2
    """It is handled anew."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `confirmed`."""

class OutsideBody(enum.Enum):
    """A body outside the insurer."""
    OMBUDSMAN = 0
    """An ombudsman or a dispute panel."""
    MEDIATION = 1
    """A mediation body."""
    ARBITRATION = 2
    """A tribunal that the parties chose."""
    COURT = 3
    """A court."""
    REGULATOR = 4
    """The authority that supervises insurers."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `ombudsman`."""

class ReferralResult(enum.Enum):
    """How a body outside ended it."""
    DECIDED = 0
    """It decided."""
    SETTLED = 1
    """The parties agreed there."""
    RETURNED = 2
    """It gave the complaint back."""
    DROPPED = 3
    """The complainant gave up there."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `decided`."""

class ComplaintEvent:
    """Something that happened to a complaint."""
    RECEIVED: TypeAlias = _ComplaintEvent_RECEIVED
    VERIFIED: TypeAlias = _ComplaintEvent_VERIFIED
    REGISTERED: TypeAlias = _ComplaintEvent_REGISTERED
    ACKNOWLEDGED: TypeAlias = _ComplaintEvent_ACKNOWLEDGED
    CLASSIFIED: TypeAlias = _ComplaintEvent_CLASSIFIED
    HANDLER_ASSIGNED: TypeAlias = _ComplaintEvent_HANDLER_ASSIGNED
    RECUSED: TypeAlias = _ComplaintEvent_RECUSED
    TRANSFER_OFFERED: TypeAlias = _ComplaintEvent_TRANSFER_OFFERED
    TRANSFER_ACCEPTED: TypeAlias = _ComplaintEvent_TRANSFER_ACCEPTED
    TRANSFER_RETURNED: TypeAlias = _ComplaintEvent_TRANSFER_RETURNED
    COORDINATION_ASKED: TypeAlias = _ComplaintEvent_COORDINATION_ASKED
    COORDINATION_ANSWERED: TypeAlias = _ComplaintEvent_COORDINATION_ANSWERED
    INFORMATION_ASKED: TypeAlias = _ComplaintEvent_INFORMATION_ASKED
    INFORMATION_RECEIVED: TypeAlias = _ComplaintEvent_INFORMATION_RECEIVED
    PAUSED: TypeAlias = _ComplaintEvent_PAUSED
    RESUMED: TypeAlias = _ComplaintEvent_RESUMED
    NEW_FACTS: TypeAlias = _ComplaintEvent_NEW_FACTS
    HANDLED: TypeAlias = _ComplaintEvent_HANDLED
    FED_BACK: TypeAlias = _ComplaintEvent_FED_BACK
    ACCEPTED: TypeAlias = _ComplaintEvent_ACCEPTED
    CLOSED: TypeAlias = _ComplaintEvent_CLOSED
    ARCHIVED: TypeAlias = _ComplaintEvent_ARCHIVED
    WITHDRAWN: TypeAlias = _ComplaintEvent_WITHDRAWN
    DECLINED: TypeAlias = _ComplaintEvent_DECLINED
    MERGED_INTO: TypeAlias = _ComplaintEvent_MERGED_INTO
    ABSORBED: TypeAlias = _ComplaintEvent_ABSORBED
    REOPENED: TypeAlias = _ComplaintEvent_REOPENED
    RECHECK_REQUESTED: TypeAlias = _ComplaintEvent_RECHECK_REQUESTED
    RECHECK_DECIDED: TypeAlias = _ComplaintEvent_RECHECK_DECIDED
    REFERRED: TypeAlias = _ComplaintEvent_REFERRED
    REFERRAL_ENDED: TypeAlias = _ComplaintEvent_REFERRAL_ENDED
    EXTENSION_ASKED: TypeAlias = _ComplaintEvent_EXTENSION_ASKED
    EXTENSION_APPROVED: TypeAlias = _ComplaintEvent_EXTENSION_APPROVED
    EXTENSION_REFUSED: TypeAlias = _ComplaintEvent_EXTENSION_REFUSED
    NOTICE_SENT: TypeAlias = _ComplaintEvent_NOTICE_SENT
    FORM_FILED: TypeAlias = _ComplaintEvent_FORM_FILED
    DUE_SET: TypeAlias = _ComplaintEvent_DUE_SET

@final
class _ComplaintEvent_RECEIVED(ComplaintEvent):
    """`received`."""
    def __init__(
        self,
        value: ComplaintReceived,
    ) -> None: ...
    @property
    def value(self) -> ComplaintReceived:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_VERIFIED(ComplaintEvent):
    """`verified`."""
    def __init__(
        self,
        value: ComplaintVerified,
    ) -> None: ...
    @property
    def value(self) -> ComplaintVerified:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_REGISTERED(ComplaintEvent):
    """`registered`."""
    def __init__(
        self,
        value: ComplaintRegistered,
    ) -> None: ...
    @property
    def value(self) -> ComplaintRegistered:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_ACKNOWLEDGED(ComplaintEvent):
    """`acknowledged`."""
    def __init__(
        self,
        value: ComplaintAcknowledged,
    ) -> None: ...
    @property
    def value(self) -> ComplaintAcknowledged:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_CLASSIFIED(ComplaintEvent):
    """`classified`."""
    def __init__(
        self,
        value: ComplaintClassified,
    ) -> None: ...
    @property
    def value(self) -> ComplaintClassified:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_HANDLER_ASSIGNED(ComplaintEvent):
    """`handler_assigned`."""
    def __init__(
        self,
        value: ComplaintHandlerAssigned,
    ) -> None: ...
    @property
    def value(self) -> ComplaintHandlerAssigned:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_RECUSED(ComplaintEvent):
    """`recused`."""
    def __init__(
        self,
        value: ComplaintRecused,
    ) -> None: ...
    @property
    def value(self) -> ComplaintRecused:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_TRANSFER_OFFERED(ComplaintEvent):
    """`transfer_offered`."""
    def __init__(
        self,
        value: ComplaintTransferOffered,
    ) -> None: ...
    @property
    def value(self) -> ComplaintTransferOffered:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_TRANSFER_ACCEPTED(ComplaintEvent):
    """`transfer_accepted`."""
    def __init__(
        self,
        value: ComplaintTransferAccepted,
    ) -> None: ...
    @property
    def value(self) -> ComplaintTransferAccepted:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_TRANSFER_RETURNED(ComplaintEvent):
    """`transfer_returned`."""
    def __init__(
        self,
        value: ComplaintTransferReturned,
    ) -> None: ...
    @property
    def value(self) -> ComplaintTransferReturned:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_COORDINATION_ASKED(ComplaintEvent):
    """`coordination_asked`."""
    def __init__(
        self,
        value: ComplaintCoordinationAsked,
    ) -> None: ...
    @property
    def value(self) -> ComplaintCoordinationAsked:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_COORDINATION_ANSWERED(ComplaintEvent):
    """`coordination_answered`."""
    def __init__(
        self,
        value: ComplaintCoordinationAnswered,
    ) -> None: ...
    @property
    def value(self) -> ComplaintCoordinationAnswered:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_INFORMATION_ASKED(ComplaintEvent):
    """`information_asked`."""
    def __init__(
        self,
        value: ComplaintInformationAsked,
    ) -> None: ...
    @property
    def value(self) -> ComplaintInformationAsked:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_INFORMATION_RECEIVED(ComplaintEvent):
    """`information_received`."""
    def __init__(
        self,
        value: ComplaintInformationReceived,
    ) -> None: ...
    @property
    def value(self) -> ComplaintInformationReceived:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_PAUSED(ComplaintEvent):
    """`paused`."""
    def __init__(
        self,
        value: ComplaintPaused,
    ) -> None: ...
    @property
    def value(self) -> ComplaintPaused:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_RESUMED(ComplaintEvent):
    """`resumed`."""
    def __init__(
        self,
        value: ComplaintResumed,
    ) -> None: ...
    @property
    def value(self) -> ComplaintResumed:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_NEW_FACTS(ComplaintEvent):
    """`new_facts`."""
    def __init__(
        self,
        value: ComplaintNewFacts,
    ) -> None: ...
    @property
    def value(self) -> ComplaintNewFacts:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_HANDLED(ComplaintEvent):
    """`handled`."""
    def __init__(
        self,
        value: ComplaintHandled,
    ) -> None: ...
    @property
    def value(self) -> ComplaintHandled:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_FED_BACK(ComplaintEvent):
    """`fed_back`."""
    def __init__(
        self,
        value: ComplaintFedBack,
    ) -> None: ...
    @property
    def value(self) -> ComplaintFedBack:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_ACCEPTED(ComplaintEvent):
    """`accepted`."""
    def __init__(
        self,
        value: ComplaintAccepted,
    ) -> None: ...
    @property
    def value(self) -> ComplaintAccepted:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_CLOSED(ComplaintEvent):
    """`closed`."""
    def __init__(
        self,
        value: ComplaintClosed,
    ) -> None: ...
    @property
    def value(self) -> ComplaintClosed:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_ARCHIVED(ComplaintEvent):
    """`archived`."""
    def __init__(
        self,
        value: ComplaintArchived,
    ) -> None: ...
    @property
    def value(self) -> ComplaintArchived:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_WITHDRAWN(ComplaintEvent):
    """`withdrawn`."""
    def __init__(
        self,
        value: ComplaintWithdrawn,
    ) -> None: ...
    @property
    def value(self) -> ComplaintWithdrawn:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_DECLINED(ComplaintEvent):
    """`declined`."""
    def __init__(
        self,
        value: ComplaintDeclined,
    ) -> None: ...
    @property
    def value(self) -> ComplaintDeclined:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_MERGED_INTO(ComplaintEvent):
    """`merged_into`."""
    def __init__(
        self,
        value: ComplaintMergedInto,
    ) -> None: ...
    @property
    def value(self) -> ComplaintMergedInto:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_ABSORBED(ComplaintEvent):
    """`absorbed`."""
    def __init__(
        self,
        value: ComplaintAbsorbed,
    ) -> None: ...
    @property
    def value(self) -> ComplaintAbsorbed:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_REOPENED(ComplaintEvent):
    """`reopened`."""
    def __init__(
        self,
        value: ComplaintReopened,
    ) -> None: ...
    @property
    def value(self) -> ComplaintReopened:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_RECHECK_REQUESTED(ComplaintEvent):
    """`recheck_requested`."""
    def __init__(
        self,
        value: ComplaintRecheckRequested,
    ) -> None: ...
    @property
    def value(self) -> ComplaintRecheckRequested:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_RECHECK_DECIDED(ComplaintEvent):
    """`recheck_decided`."""
    def __init__(
        self,
        value: ComplaintRecheckDecided,
    ) -> None: ...
    @property
    def value(self) -> ComplaintRecheckDecided:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_REFERRED(ComplaintEvent):
    """`referred`."""
    def __init__(
        self,
        value: ComplaintReferred,
    ) -> None: ...
    @property
    def value(self) -> ComplaintReferred:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_REFERRAL_ENDED(ComplaintEvent):
    """`referral_ended`."""
    def __init__(
        self,
        value: ComplaintReferralEnded,
    ) -> None: ...
    @property
    def value(self) -> ComplaintReferralEnded:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_EXTENSION_ASKED(ComplaintEvent):
    """`extension_asked`."""
    def __init__(
        self,
        value: ComplaintExtensionAsked,
    ) -> None: ...
    @property
    def value(self) -> ComplaintExtensionAsked:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_EXTENSION_APPROVED(ComplaintEvent):
    """`extension_approved`."""
    def __init__(
        self,
        value: ComplaintExtensionApproved,
    ) -> None: ...
    @property
    def value(self) -> ComplaintExtensionApproved:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_EXTENSION_REFUSED(ComplaintEvent):
    """`extension_refused`."""
    def __init__(
        self,
        value: ComplaintExtensionRefused,
    ) -> None: ...
    @property
    def value(self) -> ComplaintExtensionRefused:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_NOTICE_SENT(ComplaintEvent):
    """`notice_sent`."""
    def __init__(
        self,
        value: ComplaintNoticeSent,
    ) -> None: ...
    @property
    def value(self) -> ComplaintNoticeSent:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_FORM_FILED(ComplaintEvent):
    """`form_filed`."""
    def __init__(
        self,
        value: ComplaintFormFiled,
    ) -> None: ...
    @property
    def value(self) -> ComplaintFormFiled:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _ComplaintEvent_DUE_SET(ComplaintEvent):
    """`due_set`."""
    def __init__(
        self,
        value: ComplaintDueSet,
    ) -> None: ...
    @property
    def value(self) -> ComplaintDueSet:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class FirmKind(enum.Enum):
    """What the firm is that answers the complaint."""
    INSURER = 0
    """An insurance company."""
    INTERMEDIARY = 1
    """An agency or a broker."""
    ADVISER = 2
    """A financial adviser."""
    PAYMENT_FIRM = 3
    """A payment or e-money firm."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `insurer`."""

class ComplainantKind(enum.Enum):
    """Who complains."""
    INDIVIDUAL = 0
    """A person, also through an agent or as an heir."""
    SMALL_BUSINESS = 1
    """A small business, which some laws treat like a person."""
    ORGANISATION = 2
    """Any other organisation."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `individual`."""

class ComplaintTrigger(enum.Enum):
    """What reached the firm."""
    COMPLAINT = 0
    """An expression of dissatisfaction by the customer or someone for them."""
    REGULATOR_FORWARDED = 1
    """A complaint that the regulator passed on for the firm to handle."""
    REGULATOR_INQUIRY = 2
    """A question of the regulator that the firm must answer."""
    VIOLATION_REPORT = 3
    """A report of a violation (举报), which has rules of its own."""
    ENQUIRY = 4
    """A question or a request, which is no complaint."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `complaint`."""

class IntakeChannel(enum.Enum):
    """The way it came."""
    PHONE = 0
    """By telephone."""
    POST = 1
    """By letter."""
    EMAIL = 2
    """By e-mail."""
    WEB_FORM = 3
    """Through a form on a web page."""
    APP = 4
    """Through an app."""
    IN_PERSON = 5
    """At a counter."""
    SOCIAL_MEDIA = 6
    """In a public post."""
    REGULATOR = 7
    """Through the regulator."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `phone`."""

class BusinessClass(enum.Enum):
    """The class of business."""
    LIFE = 0
    """Life and what goes with it."""
    NON_LIFE = 1
    """Property and casualty."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `life`."""

class AnalysisPeriodChoice:
    """A word, or exactly: AnalysisPeriod."""
    NAMED: TypeAlias = _AnalysisPeriodChoice_NAMED
    EXACTLY: TypeAlias = _AnalysisPeriodChoice_EXACTLY

@final
class _AnalysisPeriodChoice_NAMED(AnalysisPeriodChoice):
    """By a word, such as a month as `2024-03`."""
    def __init__(
        self,
        word: str,
    ) -> None: ...
    @property
    def word(self) -> str:
        """The word."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _AnalysisPeriodChoice_EXACTLY(AnalysisPeriodChoice):
    """Exactly."""
    def __init__(
        self,
        value: AnalysisPeriod,
    ) -> None: ...
    @property
    def value(self) -> AnalysisPeriod:
        """What."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class ComplaintCaseOutcome(enum.Enum):
    """How a complaint ended: what was decided, or why nothing was."""
    UPHELD = 0
    """The complainant is right."""
    PARTLY_UPHELD = 1
    """The complainant is right in part."""
    SETTLED = 2
    """Agreed, without saying who is right."""
    NOT_UPHELD = 3
    """The complainant is not right."""
    WITHDRAWN = 4
    """The complainant took it back."""
    DECLINED = 5
    """It was not taken up."""
    MERGED = 6
    """It goes on as part of another complaint."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `upheld`."""

class ComplaintEffectKind(enum.Enum):
    """What follows from an event, whatever the procedure. Which clocks it moves, and which forms
    fall due, the procedure says.
    """
    REGISTRATION_DUE = 0
    """It has to be entered into the register."""
    FORM_DUE = 1
    """A form has to be filed."""
    HANDLER_NEEDED = 2
    """Somebody has to be made responsible."""
    FEEDBACK_DUE = 3
    """The complainant has to be told the decision."""
    NOTICE_DUE = 4
    """The complainant has to be told that this happened."""
    ESCALATED = 5
    """A higher unit has to look."""
    ARCHIVE_DUE = 6
    """Forms and records have to be gathered."""
    CLOCKS_START = 7
    """Clocks start."""
    CLOCKS_STOP = 8
    """Clocks stop."""
    CLOCKS_PAUSE = 9
    """Clocks stand still."""
    CLOCKS_RESUME = 10
    """Clocks go on."""
    CLOCKS_RESTART = 11
    """Clocks start anew, where the procedure says so."""
    DUE_MOVES = 12
    """A due date moves, or is set."""
    DEADLINE_SET = 13
    """The procedures give a deadline that was not there before."""
    DEADLINE_MOVED = 14
    """The due instant of a deadline is another now."""
    DEADLINE_STOPPED = 15
    """There is nothing left to do by a deadline."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `registration_due`."""

class DeadlineDuty(enum.Enum):
    """What is due when a clock runs out. Clocks of several procedures on the same duty are
    compared: the earliest of them governs.
    """
    ACKNOWLEDGE = 0
    """Tell the complainant that it arrived."""
    SUMMARY_RESOLUTION = 1
    """Settle it at once, for which some laws ask less paperwork."""
    ASK = 2
    """Ask the complainant for what is missing."""
    ANSWER = 3
    """Answer what was asked."""
    UPDATE = 4
    """Tell the complainant how it stands."""
    DECIDE = 5
    """Decide it."""
    INFORM = 6
    """Tell the complainant the decision, or lawfully why there is none yet."""
    RECHECK_REQUEST = 7
    """Ask the superior unit to look again."""
    RECHECK_DECIDE = 8
    """Decide as the superior unit."""
    REFER = 9
    """Go to a body outside, or wait until one may."""
    REFERRAL_DECIDE = 10
    """Be done, as the body outside."""
    COMPLY = 11
    """Do what the body outside decided."""
    TRANSFER = 12
    """Take over, or give back, what another unit offered."""
    COORDINATE = 13
    """Answer a department that coordinates."""
    FORM = 14
    """File a form."""
    ARCHIVE = 15
    """Gather everything into the archive."""
    REPORT = 16
    """Report to an authority."""
    RESPOND_DEPARTMENT = 17
    """Answer a question of the regulator."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `acknowledge`."""

class DeadlineParty(enum.Enum):
    """For whom a clock runs."""
    FIRM = 0
    """For the firm."""
    COMPLAINANT = 1
    """For the complainant, whose right ends with it."""
    OUTSIDE = 2
    """For a body outside."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `firm`."""

class DeadlineMissed(enum.Enum):
    """What it means that a clock was missed."""
    BREACH = 0
    """A duty was broken."""
    LAPSE = 1
    """A possibility or a right ended."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `breach`."""

class VerificationStatus(enum.Enum):
    """Whether a figure was seen in its source."""
    VERIFIED = 0
    """It was."""
    UNVERIFIED = 1
    """It was not: it is remembered, or its source is another's word."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `verified`."""

class DeadlineMoveReason(enum.Enum):
    """Why a due instant moved."""
    PAUSE = 0
    """An interval was left out."""
    EXTENSION = 1
    """More time was granted."""
    RESTART = 2
    """New facts started it anew."""
    MERGE = 3
    """A complaint received earlier goes on as part of this one."""
    DUE_SET = 4
    """Someone outside set another date."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `pause`."""

class DeadlineRefusedReason(enum.Enum):
    """Why something does not move a due instant."""
    TOO_LATE = 0
    """It came when the time was over."""
    TOO_OFTEN = 1
    """It was granted as often as it may be."""
    NOT_AUTHORISED = 2
    """Whoever granted it may not."""
    OWN_REQUEST = 3
    """Whoever granted it had asked for it."""
    NO_NOTICE = 4
    """The complainant has not been told."""
    NO_DATE = 5
    """It does not say until when."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `too_late`."""

class DeadlineState(enum.Enum):
    """How a deadline stands."""
    RUNNING = 0
    """Time is running."""
    PAUSED = 1
    """Time stands still."""
    MET = 2
    """What was due was done in time."""
    MISSED = 3
    """It was not done in time, whether it was done later or not."""
    LAPSED = 4
    """A right or a possibility ended: nobody did wrong, and nothing is to be done late."""
    MOOT = 5
    """There is nothing left to do in time."""
    UNDETERMINED = 6
    """The due instant cannot be worked out, because a calendar ends before it. Nothing is
    guessed.
    """
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `running`."""

class ComplaintFindingKind(enum.Enum):
    """What a finding is about."""
    PRINCIPLE = 0
    """A principle of handling complaints."""
    RECUSAL = 1
    """A rule on who steps back."""
    PROCEDURE = 2
    """A procedure of which nothing came to bear on the complaint."""
    CLOCK = 3
    """A clock that the complaint should have."""
    FORM = 4
    """A form as it was filed."""
    APPROVAL = 5
    """A decision of which somebody else's authority had to be taken for granted."""
    FACT = 6
    """Something known of the complaint that no condition knows."""
    AUTHORITY = 7
    """An event that whoever brought it about was not entitled to."""
    UNIT = 8
    """A unit that acted and that the organisation does not have."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `principle`."""

class ComplaintFindingResult(enum.Enum):
    """How far it was kept."""
    KEPT = 0
    """It was, as far as the log shows."""
    OPEN = 1
    """Nothing broke it, and something is still to come."""
    BROKEN = 2
    """It was not."""
    UNCHECKED = 3
    """People have to judge."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `kept`."""

class ComplaintDutyKind(enum.Enum):
    """What is to be done."""
    REGISTER = 0
    """Enter it into the register (A-57)."""
    ASSIGN_HANDLER = 1
    """Make somebody responsible."""
    FEED_BACK = 2
    """Tell the complainant the decision."""
    SEND_NOTICE = 3
    """Tell somebody that something happened."""
    ARCHIVE = 4
    """Gather forms and records (A-61)."""
    RETAIN = 5
    """Keep the records."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `register`."""

class TransitionPending(enum.Enum):
    """What becomes of complaints that were received before a procedure ends, and are not over."""
    STAY = 0
    """They stay under it: also clocks that begin after its end are its own."""
    LEAVE = 1
    """They leave it: what begins after its end is for another procedure."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `stay`."""

class ClockUnit(enum.Enum):
    """In what time is counted."""
    CALENDAR_DAY = 0
    """Every day of the calendar."""
    BUSINESS_DAY = 1
    """The working days of a calendar."""
    WEEK = 2
    """Seven days each."""
    MONTH = 3
    """To the same day-number, else the last day of the month."""
    HOUR = 4
    """Hours of the world's time, whatever local clocks do."""
    WORKING_HOUR = 5
    """Hours within the windows of working days."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `calendar_day`."""

class ExtensionTimely(enum.Enum):
    """When more time must have been asked for or granted to count."""
    APPROVED = 0
    """It must have been granted before the clock ran out."""
    ASKED = 1
    """It must have been asked for before the clock ran out; the answer may come later."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `approved`."""

class GrantLevel(enum.Enum):
    """The level of the unit of whoever grants more time."""
    ANY = 0
    """Any."""
    SUPERIOR = 1
    """A unit above the one that handles the complaint, or the head office."""
    HEAD_OFFICE = 2
    """The head office."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `any`."""

class FirstDay(enum.Enum):
    """Whether the day on which a clock starts counts."""
    EXCLUDED = 0
    """It does not: one day from Monday is Tuesday."""
    INCLUDED = 1
    """It does: one day from Monday is Monday."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `excluded`."""

class DeadlineRoll(enum.Enum):
    """What happens to a due day on which nobody works."""
    NONE = 0
    """Nothing."""
    NEXT_BUSINESS = 1
    """The next working day takes its place."""
    PREVIOUS_BUSINESS = 2
    """The working day before takes its place; where that lies before the start, or before a
    pause was over, the next one.
    """
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `none`."""

class FormFieldKind(enum.Enum):
    """One of 7 words."""
    TEXT = 0
    """`text`."""
    DATE = 1
    """`date`."""
    INSTANT = 2
    """`instant`."""
    BOOLEAN = 3
    """`boolean`."""
    COUNT = 4
    """`count`."""
    MONEY = 5
    """`money`."""
    ID = 6
    """`id`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `text`."""

class NoticeRecipient(enum.Enum):
    """One of 4 words."""
    COMPLAINANT = 0
    """`complainant`."""
    REGULATOR = 1
    """`regulator`."""
    SUPERIOR = 2
    """`superior`."""
    OUTSIDE = 3
    """`outside`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `complainant`."""

class RecusalRelation(enum.Enum):
    """One of 5 words."""
    COMPLAINED_ABOUT = 0
    """`complained_about`."""
    HANDLED_BEFORE = 1
    """`handled_before`."""
    SUPERIOR_OF_COMPLAINED_ABOUT = 2
    """`superior_of_complained_about`."""
    RELATIVE = 3
    """`relative`."""
    INTEREST = 4
    """`interest`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `complained_about`."""

class PrincipleCheck(enum.Enum):
    """One of 7 words."""
    CLOCKS_MET = 0
    """`clocks_met`."""
    HANDLER_NOT_CONCERNED = 1
    """`handler_not_concerned`."""
    DECIDER_IS_NOT_HANDLER = 2
    """`decider_is_not_handler`."""
    VERIFIED_BEFORE_DECISION = 3
    """`verified_before_decision`."""
    FORMS_COMPLETE = 4
    """`forms_complete`."""
    UPDATED_IN_TIME = 5
    """`updated_in_time`."""
    NONE = 6
    """`none`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `clocks_met`."""

class RetentionStart(enum.Enum):
    """One of 3 words."""
    RECEIVED = 0
    """`received`."""
    CLOSED = 1
    """`closed`."""
    CONTRACT_END = 2
    """`contract_end`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `received`."""

class ReportingPeriod(enum.Enum):
    """A period of the calendar."""
    MONTH = 0
    """January, February and so on."""
    QUARTER = 1
    """January to March and so on."""
    HALF_YEAR = 2
    """January to June, July to December."""
    YEAR = 3
    """January to December."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `month`."""

class ClockChange(enum.Enum):
    """What a clock did."""
    BEGINS = 0
    """It began."""
    MOVES = 1
    """Its due instant moved."""
    STAYS = 2
    """Something would have moved it, and did not."""
    MET = 3
    """It was met in time."""
    MOOT = 4
    """Nothing was left to do."""
    LAPSED = 5
    """Its time ran out, and the possibility with it."""
    MISSED = 6
    """Its time ran out with something still to be done."""
    DONE_LATE = 7
    """What was missed was done."""
    NEVER_DONE = 8
    """What was missed was not done, and something else left nothing to do."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `begins`."""

class ContactKind(enum.Enum):
    """A contact with a customer."""
    VISIT = 0
    """In person."""
    CALL = 1
    """By telephone."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `visit`."""

class DutyUnit(enum.Enum):
    """One of 4 words."""
    CALENDAR_DAY = 0
    """`calendar_day`."""
    BUSINESS_DAY = 1
    """`business_day`."""
    WEEK = 2
    """`week`."""
    MONTH = 3
    """`month`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `calendar_day`."""

class CreditKind(enum.Enum):
    """The kind of an amount: the amounts of an appraisal's results."""
    NEW_PREMIUM = 0
    """Premium of new business."""
    RENEWAL_DUE = 1
    """Premium that came up for renewal."""
    RENEWAL_KEPT = 2
    """Premium that was renewed."""
    EARNED_PREMIUM = 3
    """Premium earned."""
    INCURRED = 4
    """Claims incurred."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `new_premium`."""

class CreditedTo(enum.Enum):
    """One of 5 words."""
    OWN = 0
    """`own`."""
    SUPERVISED = 1
    """`supervised`."""
    SHARED = 2
    """`shared`."""
    NOBODY = 3
    """`nobody`."""
    OUTSIDE_PERIOD = 4
    """`outside_period`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `own`."""

class CustomerKind(enum.Enum):
    """The kind of a customer."""
    INDIVIDUAL = 0
    """A person."""
    ORGANISATION = 1
    """A firm or public body."""
    PARTNER = 2
    """An agency, broker or tender unit that brings business (C-11)."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `individual`."""

class Credit(enum.Enum):
    """Credit standing, as the host judges it."""
    GOOD = 0
    """Pays and keeps terms."""
    FAIR = 1
    """Neither."""
    POOR = 2
    """Does not."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `good`."""

class BusinessSource(enum.Enum):
    """How the business came (C-11)."""
    DIRECT = 0
    """From the customer."""
    INTERMEDIARY = 1
    """Through a partner."""
    TENDER = 2
    """By tender."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `direct`."""

class EntryState(enum.Enum):
    """Where an entry stands."""
    PROPOSED = 0
    """Proposed by the claims department; not decided."""
    ACTIVE = 1
    """In effect."""
    UNDER_APPEAL = 2
    """In effect, and the customer objects."""
    SUSPENDED = 3
    """Set aside for the time being."""
    EXPIRED = 4
    """Past its expiry."""
    REMOVED = 5
    """Taken off."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `proposed`."""

class RuleSection(enum.Enum):
    """The section of the rulebook that a rule belongs to."""
    ALERTS = 0
    """Alerts."""
    BLACKLIST = 1
    """Criteria of the blacklist."""
    CATEGORIES = 2
    """Categories."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `alerts`."""

class DispatchTaskKind(enum.Enum):
    """What is to be done."""
    SURVEY = 0
    """A loss is to be surveyed."""
    VISIT = 1
    """A customer is to be visited."""
    CALL = 2
    """A customer is to be called."""
    COMPLAINT_STEP = 3
    """A step of a complaint."""
    CHANGE_REVIEW = 4
    """A change of data is to be reviewed."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `survey`."""

class DutyKind(enum.Enum):
    """What a duty is about."""
    REPORT = 0
    """A period."""
    CONTACT = 1
    """A customer."""
    EVENT = 2
    """A major event."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `report`."""

class DutyState(enum.Enum):
    """How a duty stands on a day."""
    DUE = 0
    """It is to be done; there is time."""
    OVERDUE = 1
    """It should have been done, and still can be."""
    MISSING = 2
    """It was not done, and the next one is due already, or whoever owed it handed the customer
    over.
    """
    DONE = 3
    """It was done in time."""
    DONE_LATE = 4
    """It was done too late."""
    UNDETERMINED = 5
    """Its due day cannot be told."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `due`."""

class GradeOnDayState(enum.Enum):
    """One of 5 words."""
    RATED = 0
    """`rated`."""
    IN_GRACE = 1
    """`in_grace`."""
    LAPSED = 2
    """`lapsed`."""
    UNRATED = 3
    """`unrated`."""
    NOT_IN_SERVICE = 4
    """`not_in_service`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `rated`."""

class PartnerEventKind(enum.Enum):
    """What an event is."""
    VIOLATION = 0
    """Something that was done."""
    PENALTY = 1
    """What a regulator ordered for it."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `violation`."""

class PartnerEventFinding(enum.Enum):
    """What an event means for the years that must be clean."""
    UNKNOWN_CODE = 0
    """The closed list does not have its code."""
    NOT_MAJOR = 1
    """It does not bar."""
    DATE_MISSING = 2
    """The date that counts is not given."""
    OUTSIDE_WINDOW = 3
    """It lies before these years."""
    NOT_YET = 4
    """It lies on the day or after."""
    IN_WINDOW = 5
    """It bars."""
    NOT_KNOWN = 6
    """The insurer came to know of it after the day."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `unknown_code`."""

class AppraisalRating(enum.Enum):
    """What an appraisal came to."""
    RATED = 0
    """There is a score, and a grade is proposed."""
    UNRATED = 1
    """There is nothing to rate."""
    REVIEW = 2
    """Whether a veto holds is not known: a person must look."""
    UNDECIDED = 3
    """A figure is missing without which there is no score."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `rated`."""

class AppraisalUnrated(enum.Enum):
    """Why there is no score."""
    NO_APPRAISAL = 0
    """No results, no customers, no inputs."""
    TOO_SHORT = 1
    """Too few days of service in the period."""
    OVERFLOW = 2
    """A figure does not fit 64 bits."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `no_appraisal`."""

class AppraisalChange(enum.Enum):
    """What becomes of a grade."""
    PROMOTE = 0
    """Higher."""
    CONFIRM = 1
    """The same."""
    DEMOTE = 2
    """Lower."""
    FIRST = 3
    """The first one."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `promote`."""

class AppraisalLimit(enum.Enum):
    """What keeps a grade from being that of the score."""
    STEPS_UP = 0
    """No more steps up a year."""
    STEPS_DOWN = 1
    """No more steps down a year."""
    FIRST_GRADE = 2
    """The best grade for whoever has none yet."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `steps_up`."""

class DutyRule:
    """A rule that makes duties."""
    REPORT: TypeAlias = _DutyRule_REPORT
    CONTACT: TypeAlias = _DutyRule_CONTACT
    EVENT: TypeAlias = _DutyRule_EVENT

@final
class _DutyRule_REPORT(DutyRule):
    """`report`."""
    def __init__(
        self,
        value: ReportDuty,
    ) -> None: ...
    @property
    def value(self) -> ReportDuty:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _DutyRule_CONTACT(DutyRule):
    """`contact`."""
    def __init__(
        self,
        value: ContactDuty,
    ) -> None: ...
    @property
    def value(self) -> ContactDuty:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _DutyRule_EVENT(DutyRule):
    """`event`."""
    def __init__(
        self,
        value: EventDuty,
    ) -> None: ...
    @property
    def value(self) -> EventDuty:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class DutyLogEntry:
    """Something that a manager or a unit did about a duty."""
    REPORT: TypeAlias = _DutyLogEntry_REPORT
    CONTACT: TypeAlias = _DutyLogEntry_CONTACT
    EVENT_REPORT: TypeAlias = _DutyLogEntry_EVENT_REPORT

@final
class _DutyLogEntry_REPORT(DutyLogEntry):
    """`report`."""
    def __init__(
        self,
        value: DutyReport,
    ) -> None: ...
    @property
    def value(self) -> DutyReport:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _DutyLogEntry_CONTACT(DutyLogEntry):
    """`contact`."""
    def __init__(
        self,
        value: DutyContact,
    ) -> None: ...
    @property
    def value(self) -> DutyContact:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _DutyLogEntry_EVENT_REPORT(DutyLogEntry):
    """`event_report`."""
    def __init__(
        self,
        value: DutyEventReport,
    ) -> None: ...
    @property
    def value(self) -> DutyEventReport:
        """What there is to say of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class PartnerAdmissionOutcome(enum.Enum):
    """What becomes of it."""
    ADMITTED = 0
    """Nothing stands against it."""
    REVIEW = 1
    """Something is not known: a person must look."""
    REFUSED = 2
    """Something stands against it."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `admitted`."""

class CleanDate(enum.Enum):
    """The date of an event that counts for the years without one."""
    DECISION = 0
    """When it was decided."""
    ACT = 1
    """When it was done."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `decision`."""

class PartnerAdmissionReason(enum.Enum):
    """Why a partner is not simply admitted."""
    EVENTS_UNKNOWN = 0
    """Whether there were violations is not known."""
    MAJOR_VIOLATION = 1
    """A major violation in the years that must be clean."""
    MAJOR_PENALTY = 2
    """A major penalty in the years that must be clean."""
    UNKNOWN_CODE = 3
    """An event of a code that the closed list does not have."""
    DATE_MISSING = 4
    """A major event without the date that counts."""
    LICENCE_UNKNOWN = 5
    """Whether it has a licence is not known."""
    LICENCE_NOT_VALID = 6
    """Its licence does not hold on the day."""
    NOT_COMPLIANT = 7
    """It does not operate in compliance."""
    COMPLIANCE_UNKNOWN = 8
    """Whether it operates in compliance is not known."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `events_unknown`."""

class PartnerReasonEffect(enum.Enum):
    """What a reason does."""
    REVIEW = 0
    """A person must look."""
    REFUSED = 1
    """It refuses."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `review`."""

class PartnerExitReason(enum.Enum):
    """Why a partner is out."""
    VETO = 0
    """A violation that nothing outweighs."""
    BELOW_LINE = 1
    """Below the pass line too often."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `veto`."""

class PartnerFindingKind(enum.Enum):
    """What should not be so."""
    COMMISSION_ABOVE_CAP = 0
    """The commission paid is above the filed cap."""
    COMMISSION_ABOVE_LEVEL = 1
    """The commission paid is above the level of the grade."""
    REWARD_NOT_THROUGH_PARTNER = 2
    """A reward for the partner's people did not go through the partner."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `commission_above_cap`."""

class PartnerPassState(enum.Enum):
    """How the points stand to the pass line."""
    PASSED = 0
    """At the line or above."""
    BELOW = 1
    """Below it."""
    NO_LINE = 2
    """There is no line."""
    UNKNOWN = 3
    """The points are not known."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `passed`."""

class RewardRecipient(enum.Enum):
    """One of 2 words."""
    PARTNER = 0
    """`partner`."""
    AGENT = 1
    """`agent`."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `partner`."""

class PartnerCard(enum.Enum):
    """A scorecard of partners."""
    PREFERENCE = 0
    """Who is wanted as a partner."""
    PERIODIC = 1
    """How a partner does from period to period."""
    ANNUAL = 2
    """How it did in a year."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `preference`."""

class PartnerScoreOutcome(enum.Enum):
    """What becomes of the partner."""
    CONTINUE = 0
    """It stays."""
    PROBATION = 1
    """It stays on probation."""
    REVIEW = 2
    """A person must look."""
    EXIT = 3
    """It is out."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `continue`."""

class PartnerVetoState(enum.Enum):
    """Whether a violation overrides every score."""
    CLEAR = 0
    """None does."""
    REVIEW = 1
    """Whether one does is not known: a person must look."""
    VETOED = 2
    """One does."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `clear`."""

class PartnerVetoWhy(enum.Enum):
    """Why an event, or the want of them, matters to the veto."""
    VETO = 0
    """It is a veto."""
    UNKNOWN_CODE = 1
    """The closed list does not have its code."""
    DATE_MISSING = 2
    """It would be a veto, and the date that counts is not given."""
    EVENTS_UNKNOWN = 3
    """Whether there were violations is not known."""
    RULE = 4
    """A veto of the scorecard holds."""
    RULE_UNKNOWN = 5
    """Whether a veto of the scorecard holds is not known."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `veto`."""

class PartnerGrade(enum.Enum):
    """The grade of a partner, the best first."""
    CORE = 0
    """Of the few that bring most."""
    PREFERRED = 1
    """Better than the rest."""
    STANDARD = 2
    """As expected."""
    BASIC = 3
    """Only just."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `core`."""

class PartnerTrackState(enum.Enum):
    """How a partner stands after a period."""
    NONE = 0
    """No period is over."""
    GOOD = 1
    """At the pass line or above."""
    PROBATION = 2
    """Below it, and still allowed."""
    EXIT = 3
    """Out."""
    REVIEW = 4
    """The points are not known: a person must look."""
    NOT_OVER = 5
    """The period is not over."""
    AFTER_EXIT = 6
    """It was out already."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `none`."""

class PersistencyLeftOutReason(enum.Enum):
    """Why a policy is on neither side."""
    NOT_INDIVIDUAL = 0
    """It is a group's."""
    NOT_LONG_TERM = 1
    """It is short-term."""
    SINGLE_PREMIUM = 2
    """It was paid for at once."""
    IMMATURE = 3
    """The days of grace are not over, or not known to be."""
    COOLING_OFF = 4
    """The customer took it back while it was free to."""
    CLAIM = 5
    """A claim ended it."""
    WAIVER = 6
    """Premium is waived."""
    CANCELLED = 7
    """It was cancelled."""
    TRANSFERRED_OUT = 8
    """It was moved away."""
    SUSPENDED = 9
    """It lapsed because it was suspended."""
    CONVERTED = 10
    """It lapsed because it was converted."""
    NOT_KNOWN = 11
    """What was received is not known."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `not_individual`."""

class PersistencyVariant(enum.Enum):
    """Which exclusions hold."""
    REGULATORY = 0
    """Those of the regulator: also policies that lapsed by suspension or conversion."""
    MANAGEMENT = 1
    """The same, but lapses by suspension or conversion stay in."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `regulatory`."""

class PersistencyBasis(enum.Enum):
    """What is counted."""
    PREMIUM = 0
    """Premium received over original premium."""
    COUNT = 1
    """Policies, each once however many riders it has."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `premium`."""

class PremiumCeasing(enum.Enum):
    """What ended the payment of premium."""
    COOLING_OFF = 0
    """The customer took it back while it was free to."""
    CLAIM = 1
    """A claim ended the policy."""
    WAIVER = 2
    """Premium is waived."""
    CANCELLED = 3
    """The contract was cancelled."""
    TRANSFERRED_OUT = 4
    """It was moved to another insurer or branch."""
    SUSPENDED = 5
    """It lapsed because it was suspended."""
    CONVERTED = 6
    """It lapsed because it was converted."""
    SURRENDERED = 7
    """The customer surrendered it."""
    LAPSED = 8
    """Premium was not paid."""
    MATURED = 9
    """It came to its end."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `cooling_off`."""

class InsurantError(Exception):
    """Why a call did not do what it was asked for. Every problem is told at once, each with its code,
    where it is, what was found, what was expected and what to do.
    """
    problems: tuple[Problem, ...]

    def __init__(self, problems: Sequence[Problem]) -> None: ...
    @property
    def first(self) -> Problem:
        """The first problem."""
    BadInput: TypeAlias = _InsurantError_BadInput
    BadFacts: TypeAlias = _InsurantError_BadFacts
    UnknownOperation: TypeAlias = _InsurantError_UnknownOperation
    UnknownRulebook: TypeAlias = _InsurantError_UnknownRulebook
    NotInForce: TypeAlias = _InsurantError_NotInForce
    Cancelled: TypeAlias = _InsurantError_Cancelled
    Callback: TypeAlias = _InsurantError_Callback

@final
class _InsurantError_BadInput(InsurantError):
    """Something is wrong with a document, a JSON input or an argument."""

@final
class _InsurantError_BadFacts(InsurantError):
    """Something is wrong with the facts of a customer."""

@final
class _InsurantError_UnknownOperation(InsurantError):
    """No operation of this name."""

@final
class _InsurantError_UnknownRulebook(InsurantError):
    """No rulebook of this name."""

@final
class _InsurantError_NotInForce(InsurantError):
    """The rulebook is not in force on that day."""

@final
class _InsurantError_Cancelled(InsurantError):
    """The caller asked to stop."""

@final
class _InsurantError_Callback(InsurantError):
    """The host's own listener failed."""

class Movement(enum.Enum):
    """A step on the transition chart, or none."""
    GROWTH = 0
    """An unattached customer or prospect insures with us."""
    UPGRADE = 1
    """Up the ladder among the insured."""
    MINING = 2
    """An unattached customer becomes a prospect."""
    STRIP = 3
    """Stripped off: onto the blacklist."""
    DOWNGRADE = 4
    """Down the ladder without leaving, or a prospect that cools."""
    ATTRITION = 5
    """An insured customer leaves."""
    UNCHANGED = 6
    """The same category."""
    UNDETERMINED = 7
    """One side is undecided, or no step of the ladder."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `growth`."""

@final
class ComplaintRate:
    """An exact quotient, or why there is none."""
    def __init__(
        self,
        *,
        state: KpiState,
        num: str | None = ...,
        den: str | None = ...,
        shown: str | None = ...,
        reason: ComplaintRateReason | None = ...,
    ) -> None: ...
    @property
    def state(self) -> KpiState:
        """Whether it exists."""
    @property
    def num(self) -> str | None:
        """The numerator."""
    @property
    def den(self) -> str | None:
        """The denominator."""
    @property
    def shown(self) -> str | None:
        """To six places, half to even; for reading only."""
    @property
    def reason(self) -> ComplaintRateReason | None:
        """Why there is none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class EffectWindow:
    """One side of an effect."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
        received: int,
        rate: ComplaintRate,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day watched."""
    @property
    def to(self) -> _datetime.date:
        """The first day after."""
    @property
    def received(self) -> int:
        """Complaints of the cause received."""
    @property
    def rate(self) -> ComplaintRate:
        """The same per unit of exposure, or per day."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActionEffect:
    """Whether an action helped."""
    def __init__(
        self,
        *,
        effect: ActionEffectResult,
        before: EffectWindow | None = ...,
        after: EffectWindow | None = ...,
    ) -> None: ...
    @property
    def effect(self) -> ActionEffectResult:
        """The answer."""
    @property
    def before(self) -> EffectWindow | None:
        """Before it was done."""
    @property
    def after(self) -> EffectWindow | None:
        """After it was done."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintCause:
    """What a complaint is about."""
    def __init__(
        self,
        *,
        function: str,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def function(self) -> str:
        """The part of the insurer's work."""
    @property
    def reason(self) -> str | None:
        """What was wrong with it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActionReport:
    """A corrective action, and what became of it."""
    def __init__(
        self,
        *,
        action_id: str,
        cause: ComplaintCause,
        what: str | None = ...,
        owner: str,
        unit_id: str | None = ...,
        due_on: _datetime.date,
        done_on: _datetime.date | None = ...,
        evidence: str | None = ...,
        state: ActionState,
        proven: bool,
        effect: ActionEffect | None = ...,
    ) -> None: ...
    @property
    def action_id(self) -> str:
        """The host's id."""
    @property
    def cause(self) -> ComplaintCause:
        """What it is against; a function alone stands for all of its reasons."""
    @property
    def what(self) -> str | None:
        """What is done."""
    @property
    def owner(self) -> str:
        """Who answers for it."""
    @property
    def unit_id(self) -> str | None:
        """The unit that does it."""
    @property
    def due_on(self) -> _datetime.date:
        """The last day for it."""
    @property
    def done_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def evidence(self) -> str | None:
        """What proves that it was carried out."""
    @property
    def state(self) -> ActionState:
        """How far it is."""
    @property
    def proven(self) -> bool:
        """Whether it was done and something proves it."""
    @property
    def effect(self) -> ActionEffect | None:
        """Whether it helped, when that is checked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityHeads:
    """Heads."""
    def __init__(
        self,
        *,
        begin: int,
        end: int,
        active: int,
    ) -> None: ...
    @property
    def begin(self) -> int:
        """In service on the first day."""
    @property
    def end(self) -> int:
        """In service on the first day after the period."""
    @property
    def active(self) -> int:
        """Who sold enough."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivitySales:
    """What was sold."""
    def __init__(
        self,
        *,
        policies: int,
        premium: str | None = ...,
        without_premium: int | None = ...,
    ) -> None: ...
    @property
    def policies(self) -> int:
        """Policies."""
    @property
    def premium(self) -> str | None:
        """Their premium."""
    @property
    def without_premium(self) -> int | None:
        """Policies of which the premium is not given."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class KpiValue:
    """An exact quotient, or why there is none."""
    def __init__(
        self,
        *,
        state: KpiState,
        num: str | None = ...,
        den: str | None = ...,
        currency: str | None = ...,
        shown: str | None = ...,
        reason: KpiReason | None = ...,
    ) -> None: ...
    @property
    def state(self) -> KpiState:
        """Whether it exists."""
    @property
    def num(self) -> str | None:
        """The numerator, amounts in minor units."""
    @property
    def den(self) -> str | None:
        """The denominator, amounts in minor units."""
    @property
    def currency(self) -> str | None:
        """Of an amount per head."""
    @property
    def shown(self) -> str | None:
        """To six places, half to even, amounts in major units; for reading only."""
    @property
    def reason(self) -> KpiReason | None:
        """Why there is none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityKpi:
    """One figure with both its sides."""
    def __init__(
        self,
        *,
        id: str,
        basis: HeadBasis,
        unit: str,
        numerator: _decimal.Decimal,
        denominator: str,
        value: KpiValue,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Which."""
    @property
    def basis(self) -> HeadBasis:
        """What it is divided by."""
    @property
    def unit(self) -> str:
        """What the numerator is in."""
    @property
    def numerator(self) -> _decimal.Decimal:
        """The numerator."""
    @property
    def denominator(self) -> str:
        """The denominator, perhaps with a half."""
    @property
    def value(self) -> KpiValue:
        """The figure."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityGroup:
    """One group."""
    def __init__(
        self,
        *,
        key: str | None = ...,
        heads: ActivityHeads,
        sales: ActivitySales,
        kpis: Sequence[ActivityKpi],
    ) -> None: ...
    @property
    def key(self) -> str | None:
        """What they have in common; absent for rows that do not say."""
    @property
    def heads(self) -> ActivityHeads:
        """Heads."""
    @property
    def sales(self) -> ActivitySales:
        """What was sold."""
    @property
    def kpis(self) -> tuple[ActivityKpi, ...]:
        """The figures; those of premium only in a currency."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityBy:
    """The groups of one name, in order; rows that do not say come last."""
    def __init__(
        self,
        *,
        name: str,
        groups: Sequence[ActivityGroup],
    ) -> None: ...
    @property
    def name(self) -> str:
        """What they are told apart by."""
    @property
    def groups(self) -> tuple[ActivityGroup, ...]:
        """The groups."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class KpiPeriod:
    """Days from one up to another."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivitySpec:
    """Which time, and how to count."""
    def __init__(
        self,
        *,
        period: KpiPeriodChoice,
        least_policies: int | None = ...,
        currency: str | None = ...,
        by: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def period(self) -> KpiPeriodChoice:
        """The time: `2024-05`, `2024-Q2`, `2024`, or first day and first day after it."""
    @property
    def least_policies(self) -> int | None:
        """With so many policies an agent is active; 1 when left out."""
    @property
    def currency(self) -> str | None:
        """The currency of all amounts, by ISO 4217."""
    @property
    def by(self) -> tuple[str, ...] | None:
        """Names of groups to tell apart as well, such as `channel`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentService:
    """A time in which an agent sold for the insurer."""
    def __init__(
        self,
        *,
        agent_id: str,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
        groups: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The host's id; one agent may have several services."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day after it; left out while it lasts."""
    @property
    def groups(self) -> Mapping[str, str] | None:
        """Groups that it belongs to, by name: `{"channel": "agents"}`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentSale:
    """A policy that was sold."""
    def __init__(
        self,
        *,
        policy_id: str,
        agent_id: str,
        issued_on: _datetime.date,
        premium: _decimal.Decimal | None = ...,
    ) -> None: ...
    @property
    def policy_id(self) -> str:
        """The host's id, unique in the question."""
    @property
    def agent_id(self) -> str:
        """Who sold it."""
    @property
    def issued_on(self) -> _datetime.date:
        """When it was issued."""
    @property
    def premium(self) -> _decimal.Decimal | None:
        """Standard or first-year premium, as the insurer counts it; a reversal is negative."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityInput:
    """A question, who was in service, and what was sold."""
    def __init__(
        self,
        *,
        spec: ActivitySpec,
        agents: Sequence[AgentService],
        sales: Sequence[AgentSale],
    ) -> None: ...
    @property
    def spec(self) -> ActivitySpec:
        """The question."""
    @property
    def agents(self) -> tuple[AgentService, ...]:
        """Services of agents, in any order."""
    @property
    def sales(self) -> tuple[AgentSale, ...]:
        """Policies sold, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityLeftOut:
    """Left out for one reason."""
    def __init__(
        self,
        *,
        reason: ActivityLeftOutReason,
        policies: int,
        amount: str | None = ...,
    ) -> None: ...
    @property
    def reason(self) -> ActivityLeftOutReason:
        """Why."""
    @property
    def policies(self) -> int:
        """How many."""
    @property
    def amount(self) -> str | None:
        """Their amount."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ActivityReport:
    """Who sold, and how much."""
    def __init__(
        self,
        *,
        as_of: _datetime.date,
        period: KpiPeriod,
        least_policies: int,
        left_out: Sequence[ActivityLeftOut],
        heads: ActivityHeads,
        sales: ActivitySales,
        kpis: Sequence[ActivityKpi],
        by: Sequence[ActivityBy] | None = ...,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.date:
        """The first day after the period."""
    @property
    def period(self) -> KpiPeriod:
        """The time."""
    @property
    def least_policies(self) -> int:
        """With so many policies an agent is active."""
    @property
    def left_out(self) -> tuple[ActivityLeftOut, ...]:
        """The sales that do not count, by reason."""
    @property
    def heads(self) -> ActivityHeads:
        """Heads."""
    @property
    def sales(self) -> ActivitySales:
        """What was sold."""
    @property
    def kpis(self) -> tuple[ActivityKpi, ...]:
        """The figures; those of premium only in a currency."""
    @property
    def by(self) -> tuple[ActivityBy, ...] | None:
        """The same by group, when asked for."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Actor:
    """A person acting in a role at a unit."""
    def __init__(
        self,
        *,
        person_id: str,
        role: Role,
        unit_id: str,
    ) -> None: ...
    @property
    def person_id(self) -> str:
        """The host's id of the person."""
    @property
    def role(self) -> Role:
        """What they act as."""
    @property
    def unit_id(self) -> str:
        """The unit where they have that role."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentCheck:
    """How one thing that is asked stands."""
    def __init__(
        self,
        *,
        check: AgentCheckKind,
        state: AgentCheckState,
        years: int | None = ...,
    ) -> None: ...
    @property
    def check(self) -> AgentCheckKind:
        """What."""
    @property
    def state(self) -> AgentCheckState:
        """How it stands."""
    @property
    def years(self) -> int | None:
        """The age in whole years, where it is asked and known."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentStage:
    """How an interview stands."""
    def __init__(
        self,
        *,
        level: OrgLevel,
        state: AgentStageState,
    ) -> None: ...
    @property
    def level(self) -> OrgLevel:
        """The level."""
    @property
    def state(self) -> AgentStageState:
        """How it stands."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentAdmission:
    """Whether a candidate is admitted, with each thing that is asked."""
    def __init__(
        self,
        *,
        agent_id: str,
        as_of: _datetime.date,
        outcome: AgentAdmissionOutcome,
        checks: Sequence[AgentCheck],
        interviews: Sequence[AgentStage],
        next: OrgLevel | None = ...,
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The candidate."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def outcome(self) -> AgentAdmissionOutcome:
        """What becomes of the candidate."""
    @property
    def checks(self) -> tuple[AgentCheck, ...]:
        """Each thing that is asked."""
    @property
    def interviews(self) -> tuple[AgentStage, ...]:
        """Each interview, in order."""
    @property
    def next(self) -> OrgLevel | None:
        """The level of the interview that is next."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class HeldInterview:
    """An interview that was held."""
    def __init__(
        self,
        *,
        level: OrgLevel,
        on: _datetime.date,
        result: InterviewResult,
    ) -> None: ...
    @property
    def level(self) -> OrgLevel:
        """The level of the leader who held it."""
    @property
    def on(self) -> _datetime.date:
        """When."""
    @property
    def result(self) -> InterviewResult:
        """How it ended."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentCandidate:
    """What is known of a candidate."""
    def __init__(
        self,
        *,
        agent_id: str,
        birth_date: _datetime.date | None = ...,
        education: Education | None = ...,
        experience_months: int | None = ...,
        interviews: Sequence[HeldInterview] | None = ...,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The host's id."""
    @property
    def birth_date(self) -> _datetime.date | None:
        """The day of birth; looked at only where the rulebook asks for an age."""
    @property
    def education(self) -> Education | None:
        """Education; looked at only where the rulebook asks for it."""
    @property
    def experience_months(self) -> int | None:
        """Relevant experience, in whole months."""
    @property
    def interviews(self) -> tuple[HeldInterview, ...] | None:
        """Interviews held, each level once."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentAdmitInput:
    """A candidate, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        agent: AgentCandidate,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def agent(self) -> AgentCandidate:
        """What is asked about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentAllowanceAnswer:
    """A group with an allowance."""
    def __init__(
        self,
        *,
        group: str,
        amount: str | None = ...,
        every: AllowancePeriod,
    ) -> None: ...
    @property
    def group(self) -> str:
        """The group."""
    @property
    def amount(self) -> str | None:
        """The allowance."""
    @property
    def every(self) -> AllowancePeriod:
        """How often it is paid."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentFacts:
    """An agent with the figures that titles look at."""
    def __init__(
        self,
        *,
        agent_id: str,
        facts: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The host's id."""
    @property
    def facts(self) -> Mapping[str, str] | None:
        """Figures by name, as text: `{"premium": "120000.00", "persistency_13": "9/10", "training_passed": "yes"}`; a figure that does not exist is `undefined`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentGradeInput:
    """An agent, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        agent: AgentFacts,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def agent(self) -> AgentFacts:
        """What is asked about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScoreFloor:
    """A floor that is broken: too few points in a dimension."""
    def __init__(
        self,
        *,
        dimension: str,
        least: str,
        best: str,
        missing: str,
    ) -> None: ...
    @property
    def dimension(self) -> str:
        """The dimension."""
    @property
    def least(self) -> str:
        """The points from which on it does not bind."""
    @property
    def best(self) -> str:
        """The best grade with fewer."""
    @property
    def missing(self) -> str:
        """The points missing."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScoreVetoes:
    """The vetoes that do not fail."""
    def __init__(
        self,
        *,
        holds: Sequence[str],
        unknown: Sequence[str],
    ) -> None: ...
    @property
    def holds(self) -> tuple[str, ...]:
        """Those that hold."""
    @property
    def unknown(self) -> tuple[str, ...]:
        """Those that are unknown."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScoreDimension:
    """What a dimension came to."""
    def __init__(
        self,
        *,
        id: str,
        weight: str,
        points: str | None = ...,
        floors_broken: Sequence[ScoreFloor],
    ) -> None: ...
    @property
    def id(self) -> str:
        """The dimension."""
    @property
    def weight(self) -> str:
        """Its share in the score, in percent."""
    @property
    def points(self) -> str | None:
        """The sum of its weighted points; absent when one of its characteristics is undecided."""
    @property
    def floors_broken(self) -> tuple[ScoreFloor, ...]:
        """Its floors that are broken."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScoreCharacteristic:
    """What a characteristic earned."""
    def __init__(
        self,
        *,
        id: str,
        dimension: str | None = ...,
        value: str,
        shown: str,
        earned: EarnedBy,
        band: int | None = ...,
        points: str | None = ...,
        weight: str,
        weighted: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The characteristic."""
    @property
    def dimension(self) -> str | None:
        """The dimension that it belongs to."""
    @property
    def value(self) -> str:
        """What is looked at."""
    @property
    def shown(self) -> str:
        """What was found there: kind, state, value."""
    @property
    def earned(self) -> EarnedBy:
        """Where its points come from."""
    @property
    def band(self) -> int | None:
        """The position of the band or case, from 0."""
    @property
    def points(self) -> str | None:
        """The points as the rulebook writes them."""
    @property
    def weight(self) -> str:
        """By what they are multiplied."""
    @property
    def weighted(self) -> str | None:
        """The points times the weight."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScoreToNext:
    """What is missing to the next better grade."""
    def __init__(
        self,
        *,
        grade: str,
        points_missing: str,
        floors_to_meet: Sequence[ScoreFloor],
    ) -> None: ...
    @property
    def grade(self) -> str:
        """That grade."""
    @property
    def points_missing(self) -> str:
        """The points that the score lacks."""
    @property
    def floors_to_meet(self) -> tuple[ScoreFloor, ...]:
        """The broken floors that do not allow it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CardScore:
    """What a scorecard says, and why."""
    def __init__(
        self,
        *,
        status: ScoreStatus,
        grade: str | None = ...,
        grade_by_score: str | None = ...,
        floor: ScoreFloor | None = ...,
        veto: str | None = ...,
        missing: Sequence[str] | None = ...,
        points: str | None = ...,
        vetoes: ScoreVetoes,
        dimensions: Sequence[ScoreDimension] | None = ...,
        characteristics: Sequence[ScoreCharacteristic],
        to_next: ScoreToNext | None = ...,
    ) -> None: ...
    @property
    def status(self) -> ScoreStatus:
        """What became of the grade."""
    @property
    def grade(self) -> str | None:
        """The grade, after floors and vetoes."""
    @property
    def grade_by_score(self) -> str | None:
        """The grade of the points alone."""
    @property
    def floor(self) -> ScoreFloor | None:
        """The floor that made the grade worse."""
    @property
    def veto(self) -> str | None:
        """The veto that decides, or sends to review."""
    @property
    def missing(self) -> tuple[str, ...] | None:
        """The characteristics that are undecided."""
    @property
    def points(self) -> str | None:
        """The sum of all weighted points."""
    @property
    def vetoes(self) -> ScoreVetoes:
        """The vetoes that do not fail."""
    @property
    def dimensions(self) -> tuple[ScoreDimension, ...] | None:
        """The dimensions."""
    @property
    def characteristics(self) -> tuple[ScoreCharacteristic, ...]:
        """The characteristics."""
    @property
    def to_next(self) -> ScoreToNext | None:
        """What is missing to the next better grade."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentGraded:
    """The grade of an agent, explained."""
    def __init__(
        self,
        *,
        agent_id: str,
        as_of: _datetime.date,
        grade: AgentGrade | None = ...,
        score: CardScore,
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The agent."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def grade(self) -> AgentGrade | None:
        """The grade; absent when a person must look."""
    @property
    def score(self) -> CardScore:
        """The score, explained."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentHonourAnswer:
    """Whether an agent holds a title."""
    def __init__(
        self,
        *,
        id: str,
        title: str,
        volume: ConditionAnswer | None = ...,
        quality: ConditionAnswer,
        held: ConditionAnswer,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The title's id."""
    @property
    def title(self) -> str:
        """What it is called."""
    @property
    def volume(self) -> ConditionAnswer | None:
        """Whether enough was sold; absent when the title does not ask."""
    @property
    def quality(self) -> ConditionAnswer:
        """Whether it was done well."""
    @property
    def held(self) -> ConditionAnswer:
        """Both."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentHonours:
    """The titles of an agent, and its allowance."""
    def __init__(
        self,
        *,
        agent_id: str,
        as_of: _datetime.date,
        honours: Sequence[AgentHonourAnswer],
        allowance: AgentAllowanceAnswer | None = ...,
        undecided: bool,
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The agent."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def honours(self) -> tuple[AgentHonourAnswer, ...]:
        """Every title, in the order of the rulebook."""
    @property
    def allowance(self) -> AgentAllowanceAnswer | None:
        """The first group that one of them opens."""
    @property
    def undecided(self) -> bool:
        """Whether a better group is not known to be closed."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentHonoursInput:
    """An agent, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        agent: AgentFacts,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def agent(self) -> AgentFacts:
        """What is asked about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class SupportTotals:
    """How many are in each state."""
    def __init__(
        self,
        *,
        done: int,
        done_late: int,
        open: int,
        due: int,
        overdue: int,
    ) -> None: ...
    @property
    def done(self) -> int:
        """How many stand so."""
    @property
    def done_late(self) -> int:
        """How many stand so."""
    @property
    def open(self) -> int:
        """How many stand so."""
    @property
    def due(self) -> int:
        """How many stand so."""
    @property
    def overdue(self) -> int:
        """How many stand so."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class SupportAnswer:
    """A request with its last day and its degree of help."""
    def __init__(
        self,
        *,
        request_id: str,
        importance: str,
        content: str,
        help: SupportHelp,
        received_on: _datetime.date,
        due_on: _datetime.date,
        done_on: _datetime.date | None = ...,
        state: SupportRequestState,
    ) -> None: ...
    @property
    def request_id(self) -> str:
        """The request."""
    @property
    def importance(self) -> str:
        """How important it is."""
    @property
    def content(self) -> str:
        """What it is about."""
    @property
    def help(self) -> SupportHelp:
        """How far the help goes."""
    @property
    def received_on(self) -> _datetime.date:
        """When it came."""
    @property
    def due_on(self) -> _datetime.date:
        """The last day on which it is done in time."""
    @property
    def done_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def state(self) -> SupportRequestState:
        """How it stands."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentSupport:
    """Requests of agents."""
    def __init__(
        self,
        *,
        as_of: _datetime.date,
        totals: SupportTotals,
        requests: Sequence[SupportAnswer],
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def totals(self) -> SupportTotals:
        """How many are in each state."""
    @property
    def requests(self) -> tuple[SupportAnswer, ...]:
        """The requests, by id."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class SupportRequest:
    """What an agent asked for."""
    def __init__(
        self,
        *,
        request_id: str,
        importance: str,
        content: str,
        received_on: _datetime.date,
        done_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def request_id(self) -> str:
        """The host's id."""
    @property
    def importance(self) -> str:
        """How important it is, of the rulebook's list."""
    @property
    def content(self) -> str:
        """What it is about, of the rulebook's list."""
    @property
    def received_on(self) -> _datetime.date:
        """When it came."""
    @property
    def done_on(self) -> _datetime.date | None:
        """When it was done."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentSupportInput:
    """Requests, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        requests: Sequence[SupportRequest],
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def requests(self) -> tuple[SupportRequest, ...]:
        """What is asked about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CourseTaken:
    """A course that was taken."""
    def __init__(
        self,
        *,
        course: str,
        on: _datetime.date,
        passed: bool | None = ...,
    ) -> None: ...
    @property
    def course(self) -> str:
        """The course."""
    @property
    def on(self) -> _datetime.date:
        """When."""
    @property
    def passed(self) -> bool | None:
        """Whether its test was passed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentTrainee:
    """An agent and what it has taken."""
    def __init__(
        self,
        *,
        agent_id: str,
        level: str,
        since: _datetime.date,
        done: Sequence[CourseTaken] | None = ...,
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The host's id."""
    @property
    def level(self) -> str:
        """Its level, of those that courses are for."""
    @property
    def since(self) -> _datetime.date:
        """Since when it is on that level."""
    @property
    def done(self) -> tuple[CourseTaken, ...] | None:
        """What it has taken."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TrainingItem:
    """One course of a plan."""
    def __init__(
        self,
        *,
        course: str,
        format: CourseFormat,
        state: TrainingState,
        last: _datetime.date | None = ...,
        due_on: _datetime.date | None = ...,
        not_passed: bool,
    ) -> None: ...
    @property
    def course(self) -> str:
        """The course."""
    @property
    def format(self) -> CourseFormat:
        """Who may attend."""
    @property
    def state(self) -> TrainingState:
        """How it stands."""
    @property
    def last(self) -> _datetime.date | None:
        """When it was last taken so that it counts."""
    @property
    def due_on(self) -> _datetime.date | None:
        """The last day for the next time."""
    @property
    def not_passed(self) -> bool:
        """Whether it was taken since without its test passed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TrainingPlan:
    """The plan of an agent."""
    def __init__(
        self,
        *,
        agent_id: str,
        level: str,
        courses: Sequence[TrainingItem],
    ) -> None: ...
    @property
    def agent_id(self) -> str:
        """The agent."""
    @property
    def level(self) -> str:
        """Its level."""
    @property
    def courses(self) -> tuple[TrainingItem, ...]:
        """Its courses, in the order of the rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentTraining:
    """The plans of agents."""
    def __init__(
        self,
        *,
        as_of: _datetime.date,
        agents: Sequence[TrainingPlan],
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def agents(self) -> tuple[TrainingPlan, ...]:
        """The plans, by agent."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AgentTrainingInput:
    """Agents, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        agents: Sequence[AgentTrainee],
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def agents(self) -> tuple[AgentTrainee, ...]:
        """What is asked about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AlertCount:
    """How many customers raise an alert."""
    def __init__(
        self,
        *,
        alert: str,
        count: int,
    ) -> None: ...
    @property
    def alert(self) -> str:
        """The alert."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AllowedEvent:
    """An event that is allowed, and by whom."""
    def __init__(
        self,
        *,
        event: ComplaintEventKind,
        roles: Sequence[Role],
    ) -> None: ...
    @property
    def event(self) -> ComplaintEventKind:
        """The event."""
    @property
    def roles(self) -> tuple[Role, ...]:
        """Who may bring it about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class FoundComplaint:
    """A complaint of which something was found."""
    def __init__(
        self,
        *,
        complaint_id: str,
        named: str,
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def named(self) -> str:
        """The survivor that is not there, or the procedures that gave no clock."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AnalysisFinding:
    """Something found of single complaints."""
    def __init__(
        self,
        *,
        finding: AnalysisFindingKind,
        count: int,
        complaints: Sequence[FoundComplaint],
    ) -> None: ...
    @property
    def finding(self) -> AnalysisFindingKind:
        """What."""
    @property
    def count(self) -> int:
        """Of how many complaints."""
    @property
    def complaints(self) -> tuple[FoundComplaint, ...]:
        """The first of them by id, as many as `list` of the question says."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AnalysisPeriod:
    """Days from one up to another."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AppraisalPeriod:
    """Days `[from, to)`."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AppraisedDays:
    """Days of the period, and days of service in it."""
    def __init__(
        self,
        *,
        period: int,
        served: int,
    ) -> None: ...
    @property
    def period(self) -> int:
        """Of the period."""
    @property
    def served(self) -> int:
        """Of service."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ServedRange:
    """Days of service `[from, to)`."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerResults:
    """What was achieved in the days of service. Amounts are decimals in major units."""
    def __init__(
        self,
        *,
        new_premium: _decimal.Decimal | None = ...,
        premium_target: _decimal.Decimal | None = ...,
        renewal_due: _decimal.Decimal | None = ...,
        renewal_kept: _decimal.Decimal | None = ...,
        earned_premium: _decimal.Decimal | None = ...,
        incurred: _decimal.Decimal | None = ...,
        visits_due: int | None = ...,
        visits_done: int | None = ...,
        reports_due: int | None = ...,
        reports_on_time: int | None = ...,
        upheld_complaints: int | None = ...,
        satisfied: int | None = ...,
        asked: int | None = ...,
    ) -> None: ...
    @property
    def new_premium(self) -> _decimal.Decimal | None:
        """Premium of new business."""
    @property
    def premium_target(self) -> _decimal.Decimal | None:
        """What it should be in a whole period."""
    @property
    def renewal_due(self) -> _decimal.Decimal | None:
        """Premium of policies that came up for renewal."""
    @property
    def renewal_kept(self) -> _decimal.Decimal | None:
        """Premium of those that were renewed."""
    @property
    def earned_premium(self) -> _decimal.Decimal | None:
        """Earned premium of the book."""
    @property
    def incurred(self) -> _decimal.Decimal | None:
        """Incurred losses of the book; may be negative."""
    @property
    def visits_due(self) -> int | None:
        """Visits that were due."""
    @property
    def visits_done(self) -> int | None:
        """Visits that were made."""
    @property
    def reports_due(self) -> int | None:
        """Reports that were due."""
    @property
    def reports_on_time(self) -> int | None:
        """Reports that came in time."""
    @property
    def upheld_complaints(self) -> int | None:
        """Complaints about the manager that were upheld."""
    @property
    def satisfied(self) -> int | None:
        """Customers who were satisfied."""
    @property
    def asked(self) -> int | None:
        """Customers who were asked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CustomersByCategory:
    """How many customers of each category; one that is left out has none."""
    def __init__(
        self,
        *,
        unattached: int | None = ...,
        prospect: int | None = ...,
        standard: int | None = ...,
        preferred: int | None = ...,
        key: int | None = ...,
    ) -> None: ...
    @property
    def unattached(self) -> int | None:
        """Never insured with us."""
    @property
    def prospect(self) -> int | None:
        """Mean to insure, or were insured here and left."""
    @property
    def standard(self) -> int | None:
        """Insured."""
    @property
    def preferred(self) -> int | None:
        """Good customers."""
    @property
    def key(self) -> int | None:
        """Important customers."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AppraisedManager:
    """A manager in a period. What is left out is not known, which is never zero."""
    def __init__(
        self,
        *,
        manager_id: str,
        unit_id: str | None = ...,
        grade: ManagerGrade | None = ...,
        joined_on: _datetime.date | None = ...,
        grade_since: _datetime.date | None = ...,
        served: Sequence[ServedRange] | None = ...,
        results: ManagerResults | None = ...,
        customers: CustomersByCategory | None = ...,
        inputs: Mapping[str, InputValue] | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id."""
    @property
    def unit_id(self) -> str | None:
        """The unit."""
    @property
    def grade(self) -> ManagerGrade | None:
        """The grade that counts now."""
    @property
    def joined_on(self) -> _datetime.date | None:
        """The first day with the insurer."""
    @property
    def grade_since(self) -> _datetime.date | None:
        """Since when the grade counts."""
    @property
    def served(self) -> tuple[ServedRange, ...] | None:
        """Days of service in the period, none twice and none on leave; absent: since joining, or the whole period."""
    @property
    def results(self) -> ManagerResults | None:
        """What was achieved."""
    @property
    def customers(self) -> CustomersByCategory | None:
        """Customers looked after at the end of the period."""
    @property
    def inputs(self) -> Mapping[str, InputValue] | None:
        """The rulebook's inputs, by name."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalEntry:
    """One line of the history of a proposal."""
    def __init__(
        self,
        *,
        event: ApprovalEvent,
        actor: Actor,
        at: _datetime.datetime,
        reason: str | None = ...,
        evidence: Sequence[str] | None = ...,
        effective: _datetime.date | None = ...,
        expiry: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def event(self) -> ApprovalEvent:
        """What happened."""
    @property
    def actor(self) -> Actor:
        """By whom."""
    @property
    def at(self) -> _datetime.datetime:
        """When."""
    @property
    def reason(self) -> str | None:
        """Why."""
    @property
    def evidence(self) -> tuple[str, ...] | None:
        """References to what proves it."""
    @property
    def effective(self) -> _datetime.date | None:
        """The first day of effect."""
    @property
    def expiry(self) -> _datetime.date | None:
        """The first day without effect."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Approval:
    """A proposal with its history."""
    def __init__(
        self,
        *,
        id: str,
        kind: ApprovalKind,
        subject: Actor | None = ...,
        state: ApprovalState | None = ...,
        in_effect_from: _datetime.date | None = ...,
        in_effect_to: _datetime.date | None = ...,
        history: Sequence[ApprovalEntry],
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id."""
    @property
    def kind(self) -> ApprovalKind:
        """What is decided."""
    @property
    def subject(self) -> Actor | None:
        """Whom it is about, if it is about a person."""
    @property
    def state(self) -> ApprovalState | None:
        """Where it stands."""
    @property
    def in_effect_from(self) -> _datetime.date | None:
        """The first day of effect."""
    @property
    def in_effect_to(self) -> _datetime.date | None:
        """The first day without effect."""
    @property
    def history(self) -> tuple[ApprovalEntry, ...]:
        """What happened, in order; empty for a draft."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class OrganisationUnit:
    """A unit of the organisation."""
    def __init__(
        self,
        *,
        id: str,
        name: str,
        level: OrgLevel,
        parent: str | None = ...,
        complaint_phone: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id."""
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def level(self) -> OrgLevel:
        """Its level."""
    @property
    def parent(self) -> str | None:
        """The unit it belongs to; the topmost has none."""
    @property
    def complaint_phone(self) -> str | None:
        """The complaint telephone that it shows (A-58)."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Reports:
    """A person, and the one to whom they report."""
    def __init__(
        self,
        *,
        person_id: str,
        reports_to: str,
    ) -> None: ...
    @property
    def person_id(self) -> str:
        """The host's id of the person."""
    @property
    def reports_to(self) -> str:
        """The id of the person above."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Approver:
    """One way to be entitled to approve."""
    def __init__(
        self,
        *,
        roles: Sequence[Role],
        least_level: OrgLevel,
        above: bool | None = ...,
    ) -> None: ...
    @property
    def roles(self) -> tuple[Role, ...]:
        """In one of these roles,"""
    @property
    def least_level(self) -> OrgLevel:
        """at a unit of at least this level,"""
    @property
    def above(self) -> bool | None:
        """which must lie above the proposer's, if this is true."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalPolicy:
    """The rules for one kind of approval."""
    def __init__(
        self,
        *,
        kind: ApprovalKind,
        propose: Sequence[Role],
        recommend: Sequence[Role] | None = ...,
        approvers: Sequence[Approver],
        evidence: bool | None = ...,
        longest_days: int | None = ...,
    ) -> None: ...
    @property
    def kind(self) -> ApprovalKind:
        """What is decided."""
    @property
    def propose(self) -> tuple[Role, ...]:
        """Who may propose."""
    @property
    def recommend(self) -> tuple[Role, ...] | None:
        """Who recommends in between, if anyone."""
    @property
    def approvers(self) -> tuple[Approver, ...]:
        """Who may approve: any of these."""
    @property
    def evidence(self) -> bool | None:
        """Whether a proposal needs evidence."""
    @property
    def longest_days(self) -> int | None:
        """The longest time of effect."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalApplyInput:
    """A proposal and what is to happen to it."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        reporting: Sequence[Reports] | None = ...,
        policy: ApprovalPolicy,
        approval: Approval,
        entry: ApprovalEntry,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def policy(self) -> ApprovalPolicy:
        """The rules."""
    @property
    def approval(self) -> Approval:
        """So far."""
    @property
    def entry(self) -> ApprovalEntry:
        """What is to happen."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalApplyOutput:
    """The approval after the step, or the refusal."""
    def __init__(
        self,
        *,
        approval: Approval | None = ...,
        refusal: str | None = ...,
    ) -> None: ...
    @property
    def approval(self) -> Approval | None:
        """After the step."""
    @property
    def refusal(self) -> str | None:
        """Why not, and what is allowed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalCheckInput:
    """Policies, and the people there are."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        reporting: Sequence[Reports] | None = ...,
        people: Sequence[Actor],
        policies: Sequence[ApprovalPolicy],
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def people(self) -> tuple[Actor, ...]:
        """Each person in each of their roles."""
    @property
    def policies(self) -> tuple[ApprovalPolicy, ...]:
        """The policies to check."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalFinding:
    """What a policy would block, or leave to one person."""
    def __init__(
        self,
        *,
        kind: ApprovalKind,
        finding: ApprovalFindingKind,
        step: ApprovalStep,
        proposer: Actor | None = ...,
        only: str | None = ...,
    ) -> None: ...
    @property
    def kind(self) -> ApprovalKind:
        """Of the policy for this."""
    @property
    def finding(self) -> ApprovalFindingKind:
        """What is wrong."""
    @property
    def step(self) -> ApprovalStep:
        """With which step."""
    @property
    def proposer(self) -> Actor | None:
        """For what this person proposes."""
    @property
    def only(self) -> str | None:
        """The one person who could take the step."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ApprovalCheckOutput:
    """Findings."""
    def __init__(
        self,
        *,
        findings: Sequence[ApprovalFinding],
    ) -> None: ...
    @property
    def findings(self) -> tuple[ApprovalFinding, ...]:
        """What was found."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssessedAs:
    """What an assessment found, as far as it matters for a movement."""
    def __init__(
        self,
        *,
        category: CustomerCategory,
        standing: Standing | None = ...,
    ) -> None: ...
    @property
    def category(self) -> CustomerCategory:
        """The category."""
    @property
    def standing(self) -> Standing | None:
        """The standing."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssessmentFinding:
    """A blacklist criterion that proposes, or a claim that counts nowhere."""
    def __init__(
        self,
        *,
        id: str,
        claim_id: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The criterion; of a claim `no_policy`, `void_policy`, `outside_cover` or `not_known`."""
    @property
    def claim_id(self) -> str | None:
        """The claim."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TierPart:
    """What one characteristic gave to a tier."""
    def __init__(
        self,
        *,
        id: str,
        scored: str,
        points: _decimal.Decimal | None,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The characteristic."""
    @property
    def scored(self) -> str:
        """What it scores, in the rule language."""
    @property
    def points(self) -> _decimal.Decimal | None:
        """Its points to six places, for reading."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TierAnswer:
    """The value tier."""
    def __init__(
        self,
        *,
        tier: str,
        veto: str | None,
        missing: str | None,
        points: _decimal.Decimal | None,
        characteristics: Sequence[TierPart],
    ) -> None: ...
    @property
    def tier(self) -> str:
        """The tier, or why there is none."""
    @property
    def veto(self) -> str | None:
        """The veto that decided it."""
    @property
    def missing(self) -> str | None:
        """When it is undecided, the first characteristic that could not be scored."""
    @property
    def points(self) -> _decimal.Decimal | None:
        """The points to six places, for reading."""
    @property
    def characteristics(self) -> tuple[TierPart, ...]:
        """What each characteristic gave."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScaleAnswer:
    """The answer of a scale of discounts and surcharges."""
    def __init__(
        self,
        *,
        id: str,
        state: FigureState,
        value: str | None,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The scale."""
    @property
    def state(self) -> FigureState:
        """Whether it answers, and if not, why."""
    @property
    def value(self) -> str | None:
        """Its answer."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class FigureFact:
    """One row's part in a figure."""
    def __init__(
        self,
        *,
        what: str,
        policy_id: str | None = ...,
        claim_id: str | None = ...,
        loss_date: _datetime.date | None = ...,
        amount: _decimal.Decimal | None = ...,
        why: str | None = ...,
    ) -> None: ...
    @property
    def what(self) -> str:
        """What it gave, in words, such as `counted`."""
    @property
    def policy_id(self) -> str | None:
        """The policy, when it is one."""
    @property
    def claim_id(self) -> str | None:
        """The claim, when it is one."""
    @property
    def loss_date(self) -> _datetime.date | None:
        """The day of the claim's loss."""
    @property
    def amount(self) -> _decimal.Decimal | None:
        """How much: major units of the rulebook's currency, or a number of days or units."""
    @property
    def why(self) -> str | None:
        """Why it did not count."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Measure:
    """A figure: whether there is a value, the value, and the facts behind it."""
    def __init__(
        self,
        *,
        text: str,
        state: FigureState,
        value: FigureValue | None = ...,
        reason: str | None = ...,
        facts: Sequence[FigureFact] = ...,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As rules write it, such as `loss_ratio(12m)`."""
    @property
    def state(self) -> FigureState:
        """Whether it has a value, and if not, why."""
    @property
    def value(self) -> FigureValue | None:
        """The value; absent exactly when it is undefined or unknown."""
    @property
    def reason(self) -> str | None:
        """Why it has none, where that can be told."""
    @property
    def facts(self) -> tuple[FigureFact, ...]:
        """The facts behind it: claims, then policies, each in order of id."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...
    @property
    def decimal(self) -> _decimal.Decimal | None:
        """The value as a number, when it is known and is one; of a quotient the six places shown."""

@final
class Problem:
    """One thing that is wrong."""
    def __init__(
        self,
        *,
        code: str,
        message: str,
        path: str,
        text: str,
        source: str | None = ...,
        line: int | None = ...,
        column: int | None = ...,
        found: str | None = ...,
        expected: str | None = ...,
        nearest: str | None = ...,
        remedy: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """The stable code, such as `bad_decimal`: never renamed, never reused."""
    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
    @property
    def path(self) -> str:
        """Where in what was handed over, such as `policies[0].end`; empty for the whole."""
    @property
    def text(self) -> str:
        """The whole problem in one line, for people."""
    @property
    def source(self) -> str | None:
        """The document, by the name that it was given."""
    @property
    def line(self) -> int | None:
        """The line in that document, from 1."""
    @property
    def column(self) -> int | None:
        """The column in that line, from 1."""
    @property
    def found(self) -> str | None:
        """What was found."""
    @property
    def expected(self) -> str | None:
        """What was expected."""
    @property
    def nearest(self) -> str | None:
        """What may have been meant."""
    @property
    def remedy(self) -> str | None:
        """What to do."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Assessment:
    """What was decided on a customer."""
    def __init__(
        self,
        *,
        customer_id: str,
        as_of: _datetime.date,
        decided: bool,
        category: CustomerCategory | None,
        standing: Standing | None,
        cause: Cause | None,
        holds: Sequence[CustomerCategory],
        unknown: Sequence[str],
        alerts: Sequence[str],
        alerts_unknown: Sequence[str],
        findings: Sequence[AssessmentFinding],
        findings_unknown: Sequence[str],
        hindsight: bool,
        projected: bool,
        tier: TierAnswer | None,
        bonus_malus: Sequence[ScaleAnswer],
        measures: Sequence[Measure],
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def decided(self) -> bool:
        """Whether the customer could be decided on."""
    @property
    def category(self) -> CustomerCategory | None:
        """The category; `undecided` with a cause; absent in a rulebook without categories."""
    @property
    def standing(self) -> Standing | None:
        """What to show first; absent when undecided and not blacklisted."""
    @property
    def cause(self) -> Cause | None:
        """Why it is undecided; absent when it is decided."""
    @property
    def holds(self) -> tuple[CustomerCategory, ...]:
        """Every category that holds, from the head of the ladder down."""
    @property
    def unknown(self) -> tuple[str, ...]:
        """Category rules that could not be answered."""
    @property
    def alerts(self) -> tuple[str, ...]:
        """The alerts raised, in order of id."""
    @property
    def alerts_unknown(self) -> tuple[str, ...]:
        """Alerts that could not be answered."""
    @property
    def findings(self) -> tuple[AssessmentFinding, ...]:
        """Blacklist criteria that propose an entry, then claims that count nowhere."""
    @property
    def findings_unknown(self) -> tuple[str, ...]:
        """Blacklist criteria that could not be answered."""
    @property
    def hindsight(self) -> bool:
        """The facts are younger than the day: paid, reserve and status are those of a later day."""
    @property
    def projected(self) -> bool:
        """The facts are older than the day."""
    @property
    def tier(self) -> TierAnswer | None:
        """The value tier, in a rulebook that has tiers."""
    @property
    def bonus_malus(self) -> tuple[ScaleAnswer, ...]:
        """The answer of each scale of discounts and surcharges, in a rulebook that has them."""
    @property
    def measures(self) -> tuple[Measure, ...]:
        """The expressions that the rules were asked to measure, in that order; empty when undecided."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the facts, in a portfolio, where the cause is `rejected_row`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentException:
    """Why one customer has a second manager."""
    def __init__(
        self,
        *,
        reason: str,
        until: _datetime.date,
    ) -> None: ...
    @property
    def reason(self) -> str:
        """The reason."""
    @property
    def until(self) -> _datetime.date:
        """The first day on which it is over."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Assignment:
    """That a manager looks after a customer."""
    def __init__(
        self,
        *,
        customer_id: str,
        manager_id: str,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
        supervised_by: str | None = ...,
        exception: AssignmentException | None = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day after it; open when left out."""
    @property
    def supervised_by(self) -> str | None:
        """The manager who answers for it, where the first is learning."""
    @property
    def exception(self) -> AssignmentException | None:
        """Why this is a second manager, and until when."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentManager:
    """An account manager, or somebody who takes tasks."""
    def __init__(
        self,
        *,
        manager_id: str,
        grade: ManagerGrade,
        unit_id: str,
        lines: Sequence[str] | None = ...,
        languages: Sequence[str] | None = ...,
        skills: Sequence[str] | None = ...,
        place: str | None = ...,
        capacity: int | None = ...,
        reports_to: str | None = ...,
        until: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id."""
    @property
    def grade(self) -> ManagerGrade:
        """The grade."""
    @property
    def unit_id(self) -> str:
        """The unit of the post."""
    @property
    def lines(self) -> tuple[str, ...] | None:
        """The lines of business that they master."""
    @property
    def languages(self) -> tuple[str, ...] | None:
        """The languages that they speak."""
    @property
    def skills(self) -> tuple[str, ...] | None:
        """What else they are trained for."""
    @property
    def place(self) -> str | None:
        """Where they are."""
    @property
    def capacity(self) -> int | None:
        """How much effort they can take on; as the rules say of the grade when left out."""
    @property
    def reports_to(self) -> str | None:
        """The manager whom they report to, who may supervise."""
    @property
    def until(self) -> _datetime.date | None:
        """The first day on which they are there no more."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentCustomer:
    """A customer, as far as assignment asks."""
    def __init__(
        self,
        *,
        customer_id: str,
        category: CustomerCategory | None = ...,
        tier: CustomerTier | None = ...,
        line: str | None = ...,
        language: str | None = ...,
        place: str | None = ...,
        unit_id: str | None = ...,
        effort: int | None = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def category(self) -> CustomerCategory | None:
        """The category."""
    @property
    def tier(self) -> CustomerTier | None:
        """The value tier."""
    @property
    def line(self) -> str | None:
        """The main line of business."""
    @property
    def language(self) -> str | None:
        """The language to be spoken with."""
    @property
    def place(self) -> str | None:
        """Where the customer is."""
    @property
    def unit_id(self) -> str | None:
        """The unit that the customer belongs to."""
    @property
    def effort(self) -> int | None:
        """How much work the customer is; as the rules say when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentContact:
    """That somebody worked on a customer."""
    def __init__(
        self,
        *,
        customer_id: str,
        unit_id: str,
        manager_id: str | None = ...,
        on: _datetime.date,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def unit_id(self) -> str:
        """The unit that did."""
    @property
    def manager_id(self) -> str | None:
        """The manager who did."""
    @property
    def on(self) -> _datetime.date:
        """The day."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentDistance:
    """How far two places are from each other, both ways."""
    def __init__(
        self,
        *,
        from_: str,
        to: str,
        km: int,
    ) -> None: ...
    @property
    def from_(self) -> str:
        """A place."""
    @property
    def to(self) -> str:
        """Another."""
    @property
    def km(self) -> int:
        """Kilometres."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentAtInput:
    """The facts, and what is asked."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        managers: Sequence[AssignmentManager],
        customers: Sequence[AssignmentCustomer] | None = ...,
        assignments: Sequence[Assignment] | None = ...,
        contacts: Sequence[AssignmentContact] | None = ...,
        distances: Sequence[AssignmentDistance] | None = ...,
        as_of: _datetime.date,
        manager_id: str | None = ...,
        customer_id: str | None = ...,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def managers(self) -> tuple[AssignmentManager, ...]:
        """The managers, in any order."""
    @property
    def customers(self) -> tuple[AssignmentCustomer, ...] | None:
        """The customers, in any order."""
    @property
    def assignments(self) -> tuple[Assignment, ...] | None:
        """Who was assigned to whom, in any order."""
    @property
    def contacts(self) -> tuple[AssignmentContact, ...] | None:
        """The contact log, in any order."""
    @property
    def distances(self) -> tuple[AssignmentDistance, ...] | None:
        """How far places are from each other."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def manager_id(self) -> str | None:
        """The manager whose book is asked for."""
    @property
    def customer_id(self) -> str | None:
        """The customer whose history is asked for."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Responsible:
    """Who looks after a customer on the day."""
    def __init__(
        self,
        *,
        customer_id: str,
        manager_id: str,
        since: _datetime.date,
        until: _datetime.date | None = ...,
        supervised_by: str | None = ...,
        exception: str | None = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def since(self) -> _datetime.date:
        """The first day."""
    @property
    def until(self) -> _datetime.date | None:
        """The first day after it, where it is known."""
    @property
    def supervised_by(self) -> str | None:
        """Who answers for it."""
    @property
    def exception(self) -> str | None:
        """Why this is a second manager."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Handover:
    """A change of the responsible manager."""
    def __init__(
        self,
        *,
        on: _datetime.date,
        from_: str | None = ...,
        to: str | None = ...,
    ) -> None: ...
    @property
    def on(self) -> _datetime.date:
        """The first day of the new state."""
    @property
    def from_(self) -> str | None:
        """Who looked after the customer before."""
    @property
    def to(self) -> str | None:
        """Who does from that day on."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentAtOutput:
    """Who looks after whom."""
    def __init__(
        self,
        *,
        assigned: Sequence[Responsible],
        unassigned: Sequence[str],
        book: Sequence[str] | None = ...,
        history: Sequence[Handover] | None = ...,
    ) -> None: ...
    @property
    def assigned(self) -> tuple[Responsible, ...]:
        """By customer, the responsible manager first."""
    @property
    def unassigned(self) -> tuple[str, ...]:
        """The customers that nobody looks after."""
    @property
    def book(self) -> tuple[str, ...] | None:
        """The customers of the manager."""
    @property
    def history(self) -> tuple[Handover, ...] | None:
        """The handovers of the customer."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentCheckInput:
    """Customers, managers, assignments, contacts."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        managers: Sequence[AssignmentManager],
        customers: Sequence[AssignmentCustomer] | None = ...,
        assignments: Sequence[Assignment] | None = ...,
        contacts: Sequence[AssignmentContact] | None = ...,
        distances: Sequence[AssignmentDistance] | None = ...,
        from_: _datetime.date | None = ...,
        to: _datetime.date | None = ...,
        as_of: _datetime.date | None = ...,
        rulebook: RulebookChoice | None = ...,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def managers(self) -> tuple[AssignmentManager, ...]:
        """The managers, in any order."""
    @property
    def customers(self) -> tuple[AssignmentCustomer, ...] | None:
        """The customers, in any order."""
    @property
    def assignments(self) -> tuple[Assignment, ...] | None:
        """Who was assigned to whom, in any order."""
    @property
    def contacts(self) -> tuple[AssignmentContact, ...] | None:
        """The contact log, in any order."""
    @property
    def distances(self) -> tuple[AssignmentDistance, ...] | None:
        """How far places are from each other."""
    @property
    def from_(self) -> _datetime.date | None:
        """Conflicts from this day on; from the first when left out."""
    @property
    def to(self) -> _datetime.date | None:
        """Conflicts before this day; to the last when left out."""
    @property
    def as_of(self) -> _datetime.date | None:
        """The day whose assignments are judged by the rules; none are when left out."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself; example-assignment when absent."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentConflict:
    """Two units, or two managers, on one customer (A-20)."""
    def __init__(
        self,
        *,
        customer_id: str,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
        seen: ConflictSource,
        units: Sequence[str],
        managers: Sequence[str],
        excused: str | None = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day after it; until further notice when left out."""
    @property
    def seen(self) -> ConflictSource:
        """Where it shows."""
    @property
    def units(self) -> tuple[str, ...]:
        """The units."""
    @property
    def managers(self) -> tuple[str, ...]:
        """The managers."""
    @property
    def excused(self) -> str | None:
        """The reason of the exception that allows it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentFinding:
    """A rule that a present assignment breaks."""
    def __init__(
        self,
        *,
        customer_id: str | None = ...,
        manager_id: str,
        rule: str,
        supervised_by: str | None = ...,
        instead: str | None = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str | None:
        """The customer; left out where the book as a whole is too large."""
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def rule(self) -> str:
        """The rule: `gone` where the post has ended, `supervisor` where the supervisor has left, `capacity`, `least_grade:key-customers`, …."""
    @property
    def supervised_by(self) -> str | None:
        """The supervisor that the assignment names."""
    @property
    def instead(self) -> str | None:
        """Who may supervise instead; nobody when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentCheckOutput:
    """A register that keeps the law, and its conflicts."""
    def __init__(
        self,
        *,
        customers: int,
        managers: int,
        conflicts: Sequence[AssignmentConflict],
        findings: Sequence[AssignmentFinding] | None = ...,
    ) -> None: ...
    @property
    def customers(self) -> int:
        """How many customers there are."""
    @property
    def managers(self) -> int:
        """How many managers there are."""
    @property
    def conflicts(self) -> tuple[AssignmentConflict, ...]:
        """By customer, then by day."""
    @property
    def findings(self) -> tuple[AssignmentFinding, ...] | None:
        """The rules that the assignments of `as_of` break; books that are too large first, then by customer."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class FitPoints:
    """Points that a rule gave."""
    def __init__(
        self,
        *,
        component: FitComponent,
        rule: str,
        points: int,
    ) -> None: ...
    @property
    def component(self) -> FitComponent:
        """What for."""
    @property
    def rule(self) -> str:
        """The rule's id."""
    @property
    def points(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class NextBest:
    """The best of the others who may."""
    def __init__(
        self,
        *,
        manager_id: str,
        fit: int,
        difference: int,
        why_not: NextBestReason,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """Who."""
    @property
    def fit(self) -> int:
        """How well they fit."""
    @property
    def difference(self) -> int:
        """The fit of whoever was chosen, less theirs."""
    @property
    def why_not(self) -> NextBestReason:
        """Why it was not them: they fit less; they fit as well and would be a move, or less even; they fit better, or as well without a move, and are full of such as would lose more elsewhere."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class BetterButForbidden:
    """The best of those who would fit better and may not."""
    def __init__(
        self,
        *,
        manager_id: str,
        fit: int,
        difference: int,
        rules: Sequence[str],
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """Who."""
    @property
    def fit(self) -> int:
        """How well they would fit."""
    @property
    def difference(self) -> int:
        """The fit of whoever was chosen, less theirs."""
    @property
    def rules(self) -> tuple[str, ...]:
        """What forbids it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Placement:
    """Who gets a customer or a task, and why."""
    def __init__(
        self,
        *,
        id: str,
        manager_id: str,
        from_: str | None = ...,
        change: PlacementChange,
        effort: int,
        allowed_by: str | None = ...,
        supervised_by: str | None = ...,
        fit: int,
        points: Sequence[FitPoints],
        unknown_distance: bool | None = ...,
        next_best: NextBest | None = ...,
        better_forbidden: BetterButForbidden | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The customer or the task."""
    @property
    def manager_id(self) -> str:
        """Who gets it."""
    @property
    def from_(self) -> str | None:
        """Who had it."""
    @property
    def change(self) -> PlacementChange:
        """How it stands to what was before."""
    @property
    def effort(self) -> int:
        """How much work it is."""
    @property
    def allowed_by(self) -> str | None:
        """The rule of the least grade that was met."""
    @property
    def supervised_by(self) -> str | None:
        """The manager who must supervise."""
    @property
    def fit(self) -> int:
        """All points together."""
    @property
    def points(self) -> tuple[FitPoints, ...]:
        """The points, each with its rule."""
    @property
    def unknown_distance(self) -> bool | None:
        """That it is unknown how far away they are, where the rules set a limit and allow that; false when left out."""
    @property
    def next_best(self) -> NextBest | None:
        """The best of the others who may."""
    @property
    def better_forbidden(self) -> BetterButForbidden | None:
        """The best of those who would fit better and may not."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Barred:
    """Those whom one rule forbids."""
    def __init__(
        self,
        *,
        rule: str,
        managers: Sequence[str],
    ) -> None: ...
    @property
    def rule(self) -> str:
        """The rule."""
    @property
    def managers(self) -> tuple[str, ...]:
        """Whom it forbids."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Unplaced:
    """What nobody gets, and why."""
    def __init__(
        self,
        *,
        id: str,
        from_: str | None = ...,
        effort: int,
        cause: UnplacedCause,
        barred: Sequence[Barred],
        full: Sequence[str],
    ) -> None: ...
    @property
    def id(self) -> str:
        """The customer or the task."""
    @property
    def from_(self) -> str | None:
        """Who had it."""
    @property
    def effort(self) -> int:
        """How much work it is."""
    @property
    def cause(self) -> UnplacedCause:
        """Whether the rules forbid everybody, those who may are full, or there is nobody at all."""
    @property
    def barred(self) -> tuple[Barred, ...]:
        """For each rule, those whom it forbids."""
    @property
    def full(self) -> tuple[str, ...]:
        """Those who may and are full."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerLoad:
    """What somebody has to do."""
    def __init__(
        self,
        *,
        manager_id: str,
        capacity: int | None = ...,
        before: int,
        after: int,
        count: int,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """Who."""
    @property
    def capacity(self) -> int | None:
        """The most effort; left out when no rule says."""
    @property
    def before(self) -> int:
        """The effort before."""
    @property
    def after(self) -> int:
        """The effort after."""
    @property
    def count(self) -> int:
        """How many customers or tasks after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PlanQuality:
    """What the plan reaches, and how near that is to the best."""
    def __init__(
        self,
        *,
        placed: int,
        placed_bound: int,
        unplaced: int,
        fit: int,
        fit_bound: int,
        fit_gap: _decimal.Decimal | None = ...,
        moves: int,
        balance: str,
        optimal: bool,
    ) -> None: ...
    @property
    def placed(self) -> int:
        """How many are placed."""
    @property
    def placed_bound(self) -> int:
        """The most that can be placed."""
    @property
    def unplaced(self) -> int:
        """How many are not."""
    @property
    def fit(self) -> int:
        """All points."""
    @property
    def fit_bound(self) -> int:
        """The most points of any plan that places as many."""
    @property
    def fit_gap(self) -> _decimal.Decimal | None:
        """What is missing to the bound, as a share of it, rounded up; left out when the bound is not above 0."""
    @property
    def moves(self) -> int:
        """How many are not where they were."""
    @property
    def balance(self) -> str:
        """The sum over all of load² × ⌊1,000,000 / capacity⌋; less is more even."""
    @property
    def optimal(self) -> bool:
        """Whether no plan is better: in what is placed, then points, then moves, then balance."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentPlan:
    """Who gets what, and why."""
    def __init__(
        self,
        *,
        rulebook: str,
        fingerprint: str,
        as_of: _datetime.date,
        placements: Sequence[Placement],
        unplaced: Sequence[Unplaced],
        loads: Sequence[ManagerLoad],
        findings: Sequence[AssignmentFinding] | None = ...,
        quality: PlanQuality,
    ) -> None: ...
    @property
    def rulebook(self) -> str:
        """The rulebook, as `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The rulebook's fingerprint."""
    @property
    def as_of(self) -> _datetime.date:
        """The day from which it is to hold."""
    @property
    def placements(self) -> tuple[Placement, ...]:
        """Who gets what, by id."""
    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """What nobody gets, by id."""
    @property
    def loads(self) -> tuple[ManagerLoad, ...]:
        """The loads, by manager."""
    @property
    def findings(self) -> tuple[AssignmentFinding, ...] | None:
        """Rules that present assignments break and the plan leaves as they are."""
    @property
    def quality(self) -> PlanQuality:
        """What is reached."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssignmentSolveInput:
    """The facts, the rules, and what may be moved."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        managers: Sequence[AssignmentManager],
        customers: Sequence[AssignmentCustomer] | None = ...,
        assignments: Sequence[Assignment] | None = ...,
        contacts: Sequence[AssignmentContact] | None = ...,
        distances: Sequence[AssignmentDistance] | None = ...,
        as_of: _datetime.date,
        rulebook: RulebookChoice | None = ...,
        mode: AssignmentMode,
        leaver: str | None = ...,
        unit: str | None = ...,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def managers(self) -> tuple[AssignmentManager, ...]:
        """The managers, in any order."""
    @property
    def customers(self) -> tuple[AssignmentCustomer, ...] | None:
        """The customers, in any order."""
    @property
    def assignments(self) -> tuple[Assignment, ...] | None:
        """Who was assigned to whom, in any order."""
    @property
    def contacts(self) -> tuple[AssignmentContact, ...] | None:
        """The contact log, in any order."""
    @property
    def distances(self) -> tuple[AssignmentDistance, ...] | None:
        """How far places are from each other."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself; example-assignment when absent."""
    @property
    def mode(self) -> AssignmentMode:
        """What may be moved: the unassigned, the book of the leaver, or everything."""
    @property
    def leaver(self) -> str | None:
        """The manager who leaves; for the mode `leaver`."""
    @property
    def unit(self) -> str | None:
        """The branch; the whole organisation when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CalendarDay:
    """A day of a calendar."""
    def __init__(
        self,
        *,
        date: _datetime.date,
        kind: DayKind,
        name: str | None,
    ) -> None: ...
    @property
    def date(self) -> _datetime.date:
        """The day."""
    @property
    def kind(self) -> DayKind:
        """What kind of day it is."""
    @property
    def name(self) -> str | None:
        """The holiday, or the reason for which people work on a weekend."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CalendarInfo:
    """A calendar of an engine."""
    def __init__(
        self,
        *,
        id: str,
        title: str | None,
        version: str,
        source: str,
        first: _datetime.date,
        last: _datetime.date,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def title(self) -> str | None:
        """Its title."""
    @property
    def version(self) -> str:
        """The version of its data."""
    @property
    def source(self) -> str:
        """Where its data come from."""
    @property
    def first(self) -> _datetime.date:
        """The first day that it covers."""
    @property
    def last(self) -> _datetime.date:
        """The last day that it covers."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CategoryCount:
    """How many customers have a category."""
    def __init__(
        self,
        *,
        category: CustomerCategory | None,
        count: int,
    ) -> None: ...
    @property
    def category(self) -> CustomerCategory | None:
        """The category; absent in a rulebook without categories."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CauseCount:
    """How many customers could not be decided on for one reason."""
    def __init__(
        self,
        *,
        cause: Cause,
        count: int,
    ) -> None: ...
    @property
    def cause(self) -> Cause:
        """The reason."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Certification:
    """A certification."""
    def __init__(
        self,
        *,
        certification_id: str,
        grade: ManagerGrade,
        state: CertificationState,
        proposed_on: _datetime.date,
        approved_on: _datetime.date | None = ...,
        effective_from: _datetime.date | None = ...,
        valid_to: _datetime.date | None = ...,
        grace_to: _datetime.date | None = ...,
        revoked_on: _datetime.date | None = ...,
        approval: Approval,
    ) -> None: ...
    @property
    def certification_id(self) -> str:
        """The host's id."""
    @property
    def grade(self) -> ManagerGrade:
        """The grade proposed."""
    @property
    def state(self) -> CertificationState:
        """Where it stands."""
    @property
    def proposed_on(self) -> _datetime.date:
        """When it was proposed first."""
    @property
    def approved_on(self) -> _datetime.date | None:
        """When it was approved."""
    @property
    def effective_from(self) -> _datetime.date | None:
        """When the grade began to count."""
    @property
    def valid_to(self) -> _datetime.date | None:
        """The first day on which the certificate is not valid any more."""
    @property
    def grace_to(self) -> _datetime.date | None:
        """The first day on which the grade is not kept any more."""
    @property
    def revoked_on(self) -> _datetime.date | None:
        """When it was lifted."""
    @property
    def approval(self) -> Approval:
        """Who decided it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationAllowed:
    """An event that is allowed, and by whom."""
    def __init__(
        self,
        *,
        event: CertificationEventKind,
        roles: Sequence[Role],
    ) -> None: ...
    @property
    def event(self) -> CertificationEventKind:
        """The event."""
    @property
    def roles(self) -> tuple[Role, ...]:
        """Who may bring it about."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class GradeApprover:
    """Who decides on a grade."""
    def __init__(
        self,
        *,
        grade: ManagerGrade,
        roles: Sequence[Role],
        least_level: OrgLevel,
    ) -> None: ...
    @property
    def grade(self) -> ManagerGrade:
        """Which."""
    @property
    def roles(self) -> tuple[Role, ...]:
        """In one of these roles,"""
    @property
    def least_level(self) -> OrgLevel:
        """at a unit of at least this level."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationTerms:
    """The rules of certification."""
    def __init__(
        self,
        *,
        validity_months: int,
        grace_days: int,
        due_days: int,
        steps_up: int | None = ...,
        steps_down: int | None = ...,
        first_grade_at_best: ManagerGrade | None = ...,
        propose: Sequence[Role],
        recommend: Sequence[Role] | None = ...,
        evidence: bool | None = ...,
        approvers: Sequence[GradeApprover],
    ) -> None: ...
    @property
    def validity_months(self) -> int:
        """For how many months a certificate is valid."""
    @property
    def grace_days(self) -> int:
        """For how many days after that the grade is kept."""
    @property
    def due_days(self) -> int:
        """How many days before its end a certificate is due to be renewed."""
    @property
    def steps_up(self) -> int | None:
        """How many steps better than the last grade a new one may be; any when left out."""
    @property
    def steps_down(self) -> int | None:
        """How many steps worse; any when left out."""
    @property
    def first_grade_at_best(self) -> ManagerGrade | None:
        """The best that a first grade may be; any when left out."""
    @property
    def propose(self) -> tuple[Role, ...]:
        """Who may propose."""
    @property
    def recommend(self) -> tuple[Role, ...] | None:
        """Who recommends in between; nobody needs to when left out."""
    @property
    def evidence(self) -> bool | None:
        """Whether a proposal needs evidence."""
    @property
    def approvers(self) -> tuple[GradeApprover, ...]:
        """Who decides, for each grade."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerPost:
    """Where an account manager serves."""
    def __init__(
        self,
        *,
        unit_id: str,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def unit_id(self) -> str:
        """The unit."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day that is not served any more."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationProposed:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        grade: ManagerGrade,
        reason: str,
        appraisal_id: str | None = ...,
        evidence: Sequence[str] | None = ...,
        planned_from: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def grade(self) -> ManagerGrade:
        """Which."""
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def appraisal_id(self) -> str | None:
        """The appraisal that it rests on."""
    @property
    def evidence(self) -> tuple[str, ...] | None:
        """References to what proves it."""
    @property
    def planned_from(self) -> _datetime.date | None:
        """The earliest day on which it may take effect."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationRecommended:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        note: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def note(self) -> str | None:
        """More about it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationReturned:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """What is to be mended."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationApproved:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        planned_from: _datetime.date | None = ...,
        note: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def planned_from(self) -> _datetime.date | None:
        """The earliest day on which it may take effect; as proposed when left out."""
    @property
    def note(self) -> str | None:
        """More about it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationRefused:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationWithdrawn:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str | None:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationTookEffect:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        valid_to: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def valid_to(self) -> _datetime.date | None:
        """The first day on which the certificate is not valid any more; as long as the terms allow when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationLapsed:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationRevoked:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationReplaced:
    """An event in the life of a certification."""
    def __init__(
        self,
        *,
        id: str,
        certification_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def certification_id(self) -> str:
        """The certification that it belongs to."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened; its local day is the day from which it counts."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerFile:
    """An account manager: where they served, and what happened to their certifications."""
    def __init__(
        self,
        *,
        manager_id: str,
        posts: Sequence[ManagerPost],
        events: Sequence[CertificationEvent] | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id of the person."""
    @property
    def posts(self) -> tuple[ManagerPost, ...]:
        """Where they served, in any order; none overlaps another."""
    @property
    def events(self) -> tuple[CertificationEvent, ...] | None:
        """What happened, in the order in which it was recorded; nothing yet when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationAllowedInput:
    """A manager's file, and who asks."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        reporting: Sequence[Reports] | None = ...,
        terms: CertificationTerms | None = ...,
        rulebook: RulebookChoice | None = ...,
        manager: ManagerFile,
        actor: Actor,
        as_of: _datetime.date,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def terms(self) -> CertificationTerms | None:
        """The rules of certification; without them and without a rulebook, the example ones."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself."""
    @property
    def manager(self) -> ManagerFile:
        """The manager's file so far."""
    @property
    def actor(self) -> Actor:
        """Who asks."""
    @property
    def as_of(self) -> _datetime.date:
        """For which day."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationPermitted:
    """An event that the role may bring about."""
    def __init__(
        self,
        *,
        certification_id: str | None = ...,
        event: CertificationEventKind,
        lacking: Sequence[str] | None = ...,
        why: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def certification_id(self) -> str | None:
        """The certification; absent for a new one."""
    @property
    def event(self) -> CertificationEventKind:
        """The event."""
    @property
    def lacking(self) -> tuple[str, ...] | None:
        """What does not hold yet, as stable codes."""
    @property
    def why(self) -> tuple[str, ...] | None:
        """The same in words."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationAllowedOutput:
    """What is allowed."""
    def __init__(
        self,
        *,
        allowed: Sequence[CertificationPermitted],
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def allowed(self) -> tuple[CertificationPermitted, ...]:
        """The events, by certification in the order of opening; at last a new proposal."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationApplyInput:
    """A manager's file, and what is to happen."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        reporting: Sequence[Reports] | None = ...,
        terms: CertificationTerms | None = ...,
        rulebook: RulebookChoice | None = ...,
        manager: ManagerFile,
        event: CertificationEvent,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def terms(self) -> CertificationTerms | None:
        """The rules of certification; without them and without a rulebook, the example ones."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself."""
    @property
    def manager(self) -> ManagerFile:
        """The manager's file so far."""
    @property
    def event(self) -> CertificationEvent:
        """The event."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationEffect:
    """Something that follows from an event."""
    def __init__(
        self,
        *,
        effect: CertificationEffectKind,
        subject: str | None = ...,
    ) -> None: ...
    @property
    def effect(self) -> CertificationEffectKind:
        """What."""
    @property
    def subject(self) -> str | None:
        """The level that decides, the grade, or the certification replaced."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationStep:
    """What an accepted event led to."""
    def __init__(
        self,
        *,
        certification_id: str,
        from_: CertificationState | None = ...,
        to: CertificationState,
        effects: Sequence[CertificationEffect],
    ) -> None: ...
    @property
    def certification_id(self) -> str:
        """The certification."""
    @property
    def from_(self) -> CertificationState | None:
        """Where it stood; absent when it began."""
    @property
    def to(self) -> CertificationState:
        """Where it stands."""
    @property
    def effects(self) -> tuple[CertificationEffect, ...]:
        """What follows."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class GradeSegment:
    """The grade over some days."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
        state: GradeState,
        grade: ManagerGrade | None = ...,
        last_grade: ManagerGrade | None = ...,
        certification_id: str | None = ...,
        reason: NoGradeReason | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day that is not part of it."""
    @property
    def state(self) -> GradeState:
        """What is known of the grade."""
    @property
    def grade(self) -> ManagerGrade | None:
        """The grade, while it counts."""
    @property
    def last_grade(self) -> ManagerGrade | None:
        """The grade that counted last, when none does."""
    @property
    def certification_id(self) -> str | None:
        """The certification that this follows from."""
    @property
    def reason(self) -> NoGradeReason | None:
        """Why it is unrated."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerCertifications:
    """What a manager's file says."""
    def __init__(
        self,
        *,
        manager_id: str,
        events: int,
        recorded_at: _datetime.datetime | None = ...,
        certifications: Sequence[Certification],
        history: Sequence[GradeSegment],
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id of the person."""
    @property
    def events(self) -> int:
        """How many events there are."""
    @property
    def recorded_at(self) -> _datetime.datetime | None:
        """When the last event was."""
    @property
    def certifications(self) -> tuple[Certification, ...]:
        """The certifications, in the order in which they were opened."""
    @property
    def history(self) -> tuple[GradeSegment, ...]:
        """The grade on each day of service, in order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationRefusal:
    """Why an event was refused, and what is allowed."""
    def __init__(
        self,
        *,
        event_id: str,
        certification_id: str,
        event: CertificationEventKind,
        state: CertificationState | None = ...,
        role: Role,
        codes: Sequence[str],
        why: str,
        allowed: Sequence[CertificationAllowed],
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The event."""
    @property
    def certification_id(self) -> str:
        """The certification."""
    @property
    def event(self) -> CertificationEventKind:
        """Its kind."""
    @property
    def state(self) -> CertificationState | None:
        """Where it stands; absent when there is no such certification."""
    @property
    def role(self) -> Role:
        """Who wanted it."""
    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons, as stable codes."""
    @property
    def why(self) -> str:
        """The reasons in words."""
    @property
    def allowed(self) -> tuple[CertificationAllowed, ...]:
        """What is allowed now."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationApplyOutput:
    """What the event led to, or the refusal."""
    def __init__(
        self,
        *,
        step: CertificationStep | None = ...,
        manager: ManagerCertifications | None = ...,
        refusal: CertificationRefusal | None = ...,
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def step(self) -> CertificationStep | None:
        """What it led to."""
    @property
    def manager(self) -> ManagerCertifications | None:
        """What the file says then."""
    @property
    def refusal(self) -> CertificationRefusal | None:
        """Why not."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationDiagramInput:
    """Which picture."""
    def __init__(
        self,
        *,
        format: DiagramFormat,
    ) -> None: ...
    @property
    def format(self) -> DiagramFormat:
        """Of Mermaid or of Graphviz."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationDiagramOutput:
    """A picture."""
    def __init__(
        self,
        *,
        diagram: str,
    ) -> None: ...
    @property
    def diagram(self) -> str:
        """The picture as text."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationEntitled:
    """Who may bring about an event."""
    def __init__(
        self,
        *,
        roles: Sequence[Role],
        least_level: OrgLevel | None = ...,
        unit_id: str | None = ...,
    ) -> None: ...
    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles; none where the terms let nobody do it."""
    @property
    def least_level(self) -> OrgLevel | None:
        """The least level of their unit, where one is needed."""
    @property
    def unit_id(self) -> str | None:
        """The nearest unit at or above the manager's that has it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationFinding:
    """An event that whoever did it was not entitled to, by the terms of its day and the
    organisation.
    """
    def __init__(
        self,
        *,
        manager_id: str,
        certification_id: str,
        event_id: str,
        event: CertificationEventKind,
        actor: Actor,
        codes: Sequence[str],
        why: str,
        entitled: CertificationEntitled | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def certification_id(self) -> str:
        """The certification."""
    @property
    def event_id(self) -> str:
        """The event."""
    @property
    def event(self) -> CertificationEventKind:
        """Its kind."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def codes(self) -> tuple[str, ...]:
        """What did not hold, as stable codes."""
    @property
    def why(self) -> str:
        """The same in words."""
    @property
    def entitled(self) -> CertificationEntitled | None:
        """Who would have been entitled; left out where that is not what was wrong."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationNext:
    """What may happen next, and by whom."""
    def __init__(
        self,
        *,
        certification_id: str | None = ...,
        event: CertificationEventKind,
        roles: Sequence[Role],
        least_level: OrgLevel | None = ...,
        unit_id: str | None = ...,
    ) -> None: ...
    @property
    def certification_id(self) -> str | None:
        """The certification; absent for a new one."""
    @property
    def event(self) -> CertificationEventKind:
        """The event."""
    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles."""
    @property
    def least_level(self) -> OrgLevel | None:
        """The least level of their unit, where one is needed."""
    @property
    def unit_id(self) -> str | None:
        """The nearest unit at or above the manager's that has it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationOpen:
    """A certification that is open."""
    def __init__(
        self,
        *,
        certification_id: str,
        state: CertificationState,
        grade: ManagerGrade,
    ) -> None: ...
    @property
    def certification_id(self) -> str:
        """The host's id."""
    @property
    def state(self) -> CertificationState:
        """Where it stands."""
    @property
    def grade(self) -> ManagerGrade:
        """The grade proposed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationReplayInput:
    """A manager's file."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit] | None = ...,
        reporting: Sequence[Reports] | None = ...,
        terms: CertificationTerms | None = ...,
        rulebook: RulebookChoice | None = ...,
        manager: ManagerFile,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...] | None:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def terms(self) -> CertificationTerms | None:
        """The rules of certification; without them and without a rulebook, the example ones."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself."""
    @property
    def manager(self) -> ManagerFile:
        """The manager's file so far."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationReplayOutput:
    """A manager's file."""
    def __init__(
        self,
        *,
        manager: ManagerCertifications,
        findings: Sequence[CertificationFinding] | None = ...,
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def manager(self) -> ManagerCertifications:
        """What it says."""
    @property
    def findings(self) -> tuple[CertificationFinding, ...] | None:
        """Events that whoever did them was not entitled to, in the order of the log; left out when there are none, or when no `units` are given to judge by."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationStanding:
    """Where a manager stands."""
    def __init__(
        self,
        *,
        manager_id: str,
        unit_id: str | None = ...,
        standing: CertificationStandingKind,
        grade: ManagerGrade | None = ...,
        last_grade: ManagerGrade | None = ...,
        certification_id: str | None = ...,
        since: _datetime.date | None = ...,
        valid_to: _datetime.date | None = ...,
        grace_to: _datetime.date | None = ...,
        open: CertificationOpen | None = ...,
        next: Sequence[CertificationNext],
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id of the person."""
    @property
    def unit_id(self) -> str | None:
        """The unit of the post."""
    @property
    def standing(self) -> CertificationStandingKind:
        """Where they stand."""
    @property
    def grade(self) -> ManagerGrade | None:
        """The grade, while it counts."""
    @property
    def last_grade(self) -> ManagerGrade | None:
        """The grade that counted last, when none does."""
    @property
    def certification_id(self) -> str | None:
        """The certification that this follows from."""
    @property
    def since(self) -> _datetime.date | None:
        """Since when it is so."""
    @property
    def valid_to(self) -> _datetime.date | None:
        """The first day on which the certificate is not valid any more."""
    @property
    def grace_to(self) -> _datetime.date | None:
        """The first day on which the grade is not kept any more."""
    @property
    def open(self) -> CertificationOpen | None:
        """The certification that is open."""
    @property
    def next(self) -> tuple[CertificationNext, ...]:
        """What may happen next."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationStatusInput:
    """The files of managers, and a day."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        reporting: Sequence[Reports] | None = ...,
        terms: CertificationTerms | None = ...,
        rulebook: RulebookChoice | None = ...,
        managers: Sequence[ManagerFile],
        as_of: _datetime.date,
        known_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def reporting(self) -> tuple[Reports, ...] | None:
        """Who reports to whom, where units and roles do not say it."""
    @property
    def terms(self) -> CertificationTerms | None:
        """The rules of certification; without them and without a rulebook, the example ones."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself."""
    @property
    def managers(self) -> tuple[ManagerFile, ...]:
        """The files, in any order."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def known_on(self) -> _datetime.date | None:
        """As it was known on this day: nothing that was written down later. All that is known when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationUnit:
    """How many managers of a unit stand where."""
    def __init__(
        self,
        *,
        unit_id: str,
        managers: int,
        certified: int,
        due: int,
        overdue: int,
        lapsed: int,
        unrated: int,
    ) -> None: ...
    @property
    def unit_id(self) -> str:
        """The unit."""
    @property
    def managers(self) -> int:
        """How many there are."""
    @property
    def certified(self) -> int:
        """How many stand so, here and below."""
    @property
    def due(self) -> int:
        """How many stand so, here and below."""
    @property
    def overdue(self) -> int:
        """How many stand so, here and below."""
    @property
    def lapsed(self) -> int:
        """How many stand so, here and below."""
    @property
    def unrated(self) -> int:
        """How many stand so, here and below."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CertificationStatusOutput:
    """Where managers stand."""
    def __init__(
        self,
        *,
        managers: Sequence[CertificationStanding],
        units: Sequence[CertificationUnit],
        findings: Sequence[CertificationFinding] | None = ...,
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def managers(self) -> tuple[CertificationStanding, ...]:
        """Each manager, in order of id."""
    @property
    def units(self) -> tuple[CertificationUnit, ...]:
        """Each unit with those below it, in order of id."""
    @property
    def findings(self) -> tuple[CertificationFinding, ...] | None:
        """Events up to the day that whoever did them was not entitled to, by manager in the order of the log; left out when there are none."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CountTrend:
    """A count, and what it was before."""
    def __init__(
        self,
        *,
        now: int,
        before: int,
        difference: int,
        ratio: ComplaintRate,
    ) -> None: ...
    @property
    def now(self) -> int:
        """In the period."""
    @property
    def before(self) -> int:
        """In the one before."""
    @property
    def difference(self) -> int:
        """How many more; below zero when fewer."""
    @property
    def ratio(self) -> ComplaintRate:
        """How many times as many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RateTrend:
    """A rate, and what it was before."""
    def __init__(
        self,
        *,
        now: ComplaintRate,
        before: ComplaintRate,
        difference: ComplaintRate,
    ) -> None: ...
    @property
    def now(self) -> ComplaintRate:
        """In the period."""
    @property
    def before(self) -> ComplaintRate:
        """In the one before."""
    @property
    def difference(self) -> ComplaintRate:
        """How much higher, in lowest terms."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ChangedFigure:
    """A figure at the top that changed: a count, or a rate."""
    def __init__(
        self,
        *,
        figure: str,
        count: CountTrend | None = ...,
        rate: RateTrend | None = ...,
    ) -> None: ...
    @property
    def figure(self) -> str:
        """Its name in the form."""
    @property
    def count(self) -> CountTrend | None:
        """How it changed."""
    @property
    def rate(self) -> RateTrend | None:
        """How it changed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ChangedGroup:
    """A group of which more or less was received."""
    def __init__(
        self,
        *,
        by: ComplaintDimension,
        key: str | None = ...,
        function: str | None = ...,
        reason: str | None = ...,
        received: CountTrend,
    ) -> None: ...
    @property
    def by(self) -> ComplaintDimension:
        """The way of telling complaints apart."""
    @property
    def key(self) -> str | None:
        """What they have in common; of causes see `function`."""
    @property
    def function(self) -> str | None:
        """The function of a cause."""
    @property
    def reason(self) -> str | None:
        """The reason of a cause."""
    @property
    def received(self) -> CountTrend:
        """What was received."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Claim:
    """A claim; one record is one claim. Amounts are decimals in major units."""
    def __init__(
        self,
        *,
        claim_id: str,
        loss_date: _datetime.date,
        status: ClaimStatus,
        policy_id: str | None = ...,
        claimant_id: str | None = ...,
        reported_on: _datetime.date | None = ...,
        paid: _decimal.Decimal | None = ...,
        reserve: _decimal.Decimal | None = ...,
        recovered: _decimal.Decimal | None = ...,
        catastrophe: bool = ...,
        event_id: str | None = ...,
    ) -> None: ...
    @property
    def claim_id(self) -> str:
        """The host's id."""
    @property
    def loss_date(self) -> _datetime.date:
        """The day of the loss."""
    @property
    def status(self) -> ClaimStatus:
        """Where it stands."""
    @property
    def policy_id(self) -> str | None:
        """Its policy; absent, the claim is a finding."""
    @property
    def claimant_id(self) -> str | None:
        """Who claims, if not the policyholder."""
    @property
    def reported_on(self) -> _datetime.date | None:
        """The day it was reported."""
    @property
    def paid(self) -> _decimal.Decimal | None:
        """Total paid; nothing when absent."""
    @property
    def reserve(self) -> _decimal.Decimal | None:
        """Case reserve; nothing when absent."""
    @property
    def recovered(self) -> _decimal.Decimal | None:
        """Recovered from others; nothing when absent."""
    @property
    def catastrophe(self) -> bool:
        """Coded as a catastrophe loss."""
    @property
    def event_id(self) -> str | None:
        """Claims of one event are one claim."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CleanWindow:
    """The years that must be clean."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after: that of the question."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Term:
    """A side of a comparison."""
    def __init__(
        self,
        *,
        text: str,
        parameter: str | None,
        state: FigureState,
        value: FigureValue | None,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As written."""
    @property
    def parameter(self) -> str | None:
        """The parameter of the rulebook that it is."""
    @property
    def state(self) -> FigureState:
        """Whether it has a value, and if not, why."""
    @property
    def value(self) -> FigureValue | None:
        """The value; absent exactly when it is undefined or unknown."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Comparison:
    """A comparison with its actual values."""
    def __init__(
        self,
        *,
        text: str,
        result: ConditionAnswer,
        decisive: bool,
        within: str | None,
        left: Term,
        right: Term | None,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As written."""
    @property
    def result(self) -> ConditionAnswer:
        """What it answered."""
    @property
    def decisive(self) -> bool:
        """Whether the rule's answer hangs on it."""
    @property
    def within(self) -> str | None:
        """The named condition in which it stands."""
    @property
    def left(self) -> Term:
        """The left side."""
    @property
    def right(self) -> Term | None:
        """The right side; a bare condition has none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Complaint:
    """Where a complaint stands; what is not so is absent."""
    def __init__(
        self,
        *,
        complaint_id: str,
        step: ComplaintStepName,
        received_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        events: int,
        owner: str,
        registered: bool,
        told: bool,
        offered_to: str | None = ...,
        handler: str | None = ...,
        complexity: ComplaintComplexity | None = ...,
        outcome: ComplaintOutcome | None = ...,
        paused: str | None = ...,
        awaited: Sequence[str] | None = ...,
        about: Sequence[str] | None = ...,
        recused: Sequence[str] | None = ...,
        absorbed: Sequence[str] | None = ...,
        merged_into: str | None = ...,
        extension: Approval | None = ...,
        notices_due: Sequence[str] | None = ...,
        aside: Sequence[ComplaintStepName] | None = ...,
        filed: Mapping[str, int] | None = ...,
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def step(self) -> ComplaintStepName:
        """Where it stands."""
    @property
    def received_at(self) -> _datetime.datetime:
        """Clocks run from here."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When the last event was."""
    @property
    def events(self) -> int:
        """How many events there are."""
    @property
    def owner(self) -> str:
        """The unit that owns it."""
    @property
    def registered(self) -> bool:
        """Whether it is in the register."""
    @property
    def told(self) -> bool:
        """Whether the complainant knows the decision."""
    @property
    def offered_to(self) -> str | None:
        """The unit that was asked to take it."""
    @property
    def handler(self) -> str | None:
        """Who is responsible."""
    @property
    def complexity(self) -> ComplaintComplexity | None:
        """How hard it is."""
    @property
    def outcome(self) -> ComplaintOutcome | None:
        """What was decided."""
    @property
    def paused(self) -> str | None:
        """Why time is left out now."""
    @property
    def awaited(self) -> tuple[str, ...] | None:
        """Departments that have not answered."""
    @property
    def about(self) -> tuple[str, ...] | None:
        """Who is complained about."""
    @property
    def recused(self) -> tuple[str, ...] | None:
        """Who stepped back."""
    @property
    def absorbed(self) -> tuple[str, ...] | None:
        """Complaints that go on as part of it."""
    @property
    def merged_into(self) -> str | None:
        """The one that it goes on as part of."""
    @property
    def extension(self) -> Approval | None:
        """The last request for more time."""
    @property
    def notices_due(self) -> tuple[str, ...] | None:
        """Notices that were not sent."""
    @property
    def aside(self) -> tuple[ComplaintStepName, ...] | None:
        """Steps that it may come back to."""
    @property
    def filed(self) -> Mapping[str, int] | None:
        """How often each form was filed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAbsorbed:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        complaint_id: str,
        received_at: _datetime.datetime,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def complaint_id(self) -> str:
        """Which."""
    @property
    def received_at(self) -> _datetime.datetime:
        """When that one was received, at the earliest."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAccepted:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAcknowledged:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        means: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def means(self) -> str | None:
        """How, such as `letter`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReceived:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        complainant_id: str | None = ...,
        complainant_kind: str | None = ...,
        firm_kind: str | None = ...,
        line: str | None = ...,
        policy_id: str | None = ...,
        channel: str | None = ...,
        trigger: str | None = ...,
        digital: bool | None = ...,
        group_size: int | None = ...,
        sent_on: _datetime.date | None = ...,
        about: Sequence[str] | None = ...,
        cause: str | None = ...,
        summary: str | None = ...,
        remedy_sought: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def complainant_id(self) -> str | None:
        """Who complains."""
    @property
    def complainant_kind(self) -> str | None:
        """Such as `individual` or `organisation`."""
    @property
    def firm_kind(self) -> str | None:
        """What the firm is in this, such as `insurer`."""
    @property
    def line(self) -> str | None:
        """Line of business."""
    @property
    def policy_id(self) -> str | None:
        """The policy it is about."""
    @property
    def channel(self) -> str | None:
        """How it came, such as `phone`."""
    @property
    def trigger(self) -> str | None:
        """What it came from, such as a regulator's inquiry."""
    @property
    def digital(self) -> bool | None:
        """Whether it came by web form or app."""
    @property
    def group_size(self) -> int | None:
        """How many complain together."""
    @property
    def sent_on(self) -> _datetime.date | None:
        """When it was sent; some clocks start there."""
    @property
    def about(self) -> tuple[str, ...] | None:
        """The persons complained about."""
    @property
    def cause(self) -> str | None:
        """What it is about, as function and reason."""
    @property
    def summary(self) -> str | None:
        """In a few sentences."""
    @property
    def remedy_sought(self) -> str | None:
        """What the complainant wants."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintVerified:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        about: Sequence[str] | None = ...,
        summary: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def about(self) -> tuple[str, ...] | None:
        """Persons complained about that were not known before."""
    @property
    def summary(self) -> str | None:
        """What was confirmed."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRegistered:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        register_id: str | None = ...,
        cause: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def register_id(self) -> str | None:
        """Its number there."""
    @property
    def cause(self) -> str | None:
        """What it is about, as function and reason."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintClassified:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        complexity: ComplaintComplexity,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def complexity(self) -> ComplaintComplexity:
        """How hard it is."""
    @property
    def reason(self) -> str | None:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintHandlerAssigned:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        handler_id: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def handler_id(self) -> str:
        """Who."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRecused:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        person_id: str,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def person_id(self) -> str:
        """Who."""
    @property
    def reason(self) -> str | None:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTransferOffered:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        to_unit: str,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def to_unit(self) -> str:
        """Which."""
    @property
    def reason(self) -> str | None:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTransferAccepted:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTransferReturned:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintCoordinationAsked:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        departments: Sequence[str],
        question: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def departments(self) -> tuple[str, ...]:
        """Which."""
    @property
    def question(self) -> str | None:
        """What they were asked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintCoordinationAnswered:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        department: str,
        answer: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def department(self) -> str:
        """Which."""
    @property
    def answer(self) -> str | None:
        """What it said, or that it said nothing."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintInformationAsked:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        what: str | None = ...,
        answer_by: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def what(self) -> str | None:
        """What."""
    @property
    def answer_by(self) -> _datetime.date | None:
        """The day by which an answer is wanted."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintInformationReceived:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        what: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def what(self) -> str | None:
        """What."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintPaused:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
        note: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why, in the words of the procedure: `external_appraisal`."""
    @property
    def note(self) -> str | None:
        """More about it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintResumed:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintNewFacts:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        facts: str,
        about: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def facts(self) -> str:
        """What they are."""
    @property
    def about(self) -> tuple[str, ...] | None:
        """Persons complained about that were not known before."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintHandled:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        outcome: ComplaintOutcome,
        findings: str | None = ...,
        redress: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def outcome(self) -> ComplaintOutcome:
        """What was decided."""
    @property
    def findings(self) -> str | None:
        """What was found."""
    @property
    def redress(self) -> str | None:
        """What the complainant gets."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintFedBack:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        means: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def means(self) -> str | None:
        """How, such as `letter`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintClosed:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        note: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def note(self) -> str | None:
        """What is worth remembering."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintArchived:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        archive_id: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def archive_id(self) -> str | None:
        """Where."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintWithdrawn:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str | None:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDeclined:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why, as the complainant is told."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintMergedInto:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        survivor_id: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def survivor_id(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReopened:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        facts: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def facts(self) -> str:
        """The new facts."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRecheckRequested:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str | None = ...,
        decision_received_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str | None:
        """Why."""
    @property
    def decision_received_on(self) -> _datetime.date | None:
        """When the decision had reached them."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRecheckDecided:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        result: RecheckOutcome,
        outcome: ComplaintOutcome | None = ...,
        findings: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def result(self) -> RecheckOutcome:
        """What it made of the decision."""
    @property
    def outcome(self) -> ComplaintOutcome | None:
        """The new decision, when it changed."""
    @property
    def findings(self) -> str | None:
        """What was found."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReferred:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        body: OutsideBody,
        name: str | None = ...,
        reference: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def body(self) -> OutsideBody:
        """Of which kind."""
    @property
    def name(self) -> str | None:
        """Which."""
    @property
    def reference(self) -> str | None:
        """Its number there."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReferralEnded:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        result: ReferralResult,
        outcome: ComplaintOutcome | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def result(self) -> ReferralResult:
        """How."""
    @property
    def outcome(self) -> ComplaintOutcome | None:
        """What was decided or agreed there."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintExtensionAsked:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
        clock: str | None = ...,
        until: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def clock(self) -> str | None:
        """Which duty or clock; every one that may be extended when left out."""
    @property
    def until(self) -> _datetime.date | None:
        """Until when; as long as the procedure grants when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintExtensionApproved:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        until: _datetime.date | None = ...,
        note: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def until(self) -> _datetime.date | None:
        """Until when; as asked when left out."""
    @property
    def note(self) -> str | None:
        """More about it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintExtensionRefused:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        reason: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def reason(self) -> str:
        """Why."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintNoticeSent:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        notice: str,
        to: str | None = ...,
        means: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def notice(self) -> str:
        """Which: the event it tells of, or one of the procedure's."""
    @property
    def to(self) -> str | None:
        """To whom; to the complainant when left out."""
    @property
    def means(self) -> str | None:
        """How, such as `letter`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintFormFiled:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        form: str,
        fields: Mapping[str, str],
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def form(self) -> str:
        """Which."""
    @property
    def fields(self) -> Mapping[str, str]:
        """What it says."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDueSet:
    """An event in the life of a complaint."""
    def __init__(
        self,
        *,
        id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        due_at: _datetime.datetime,
        duty: str | None = ...,
        by: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id of the event."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def due_at(self) -> _datetime.datetime:
        """Until when."""
    @property
    def duty(self) -> str | None:
        """What is due then; the decision when left out."""
    @property
    def by(self) -> str | None:
        """Who set it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintLog:
    """A complaint: its events in the order in which they were recorded."""
    def __init__(
        self,
        *,
        complaint_id: str,
        events: Sequence[ComplaintEvent],
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def events(self) -> tuple[ComplaintEvent, ...]:
        """What happened, the receipt first."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintForm:
    """A form that falls due with an event."""
    def __init__(
        self,
        *,
        id: str,
        on: ComplaintEventKind,
        required: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def on(self) -> ComplaintEventKind:
        """The event."""
    @property
    def required(self) -> tuple[str, ...] | None:
        """The fields that must say something."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintExtension:
    """Who may ask for more time, and who may grant it."""
    def __init__(
        self,
        *,
        ask: Sequence[Role],
        approvers: Sequence[Approver],
    ) -> None: ...
    @property
    def ask(self) -> tuple[Role, ...]:
        """Who may ask."""
    @property
    def approvers(self) -> tuple[Approver, ...]:
        """Who may grant: any of these."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAuthority:
    """The least level that decides."""
    def __init__(
        self,
        *,
        simple: OrgLevel | None = ...,
        complex: OrgLevel | None = ...,
        special: OrgLevel | None = ...,
    ) -> None: ...
    @property
    def simple(self) -> OrgLevel | None:
        """The least level that decides these."""
    @property
    def complex(self) -> OrgLevel | None:
        """The least level that decides these."""
    @property
    def special(self) -> OrgLevel | None:
        """The least level that decides these."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTerms:
    """What a procedure lets happen; nothing of it when left out."""
    def __init__(
        self,
        *,
        verify_first: bool | None = ...,
        forms: Sequence[ComplaintForm] | None = ...,
        pauses: Sequence[str] | None = ...,
        extension: ComplaintExtension | None = ...,
        recheck: bool | None = ...,
        merge_within_days: int | None = ...,
        decides: ComplaintAuthority | None = ...,
    ) -> None: ...
    @property
    def verify_first(self) -> bool | None:
        """Whether a complaint is verified before it is registered."""
    @property
    def forms(self) -> tuple[ComplaintForm, ...] | None:
        """The forms."""
    @property
    def pauses(self) -> tuple[str, ...] | None:
        """The reasons for which time may be left out."""
    @property
    def extension(self) -> ComplaintExtension | None:
        """More time."""
    @property
    def recheck(self) -> bool | None:
        """Whether the superior unit may be asked to look again."""
    @property
    def merge_within_days(self) -> int | None:
        """Complaints received at most so many days apart may be merged."""
    @property
    def decides(self) -> ComplaintAuthority | None:
        """Who decides, by class of complaint."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintFacts:
    """What is known of a complaint apart from its events."""
    def __init__(
        self,
        *,
        firm_kind: FirmKind | None = ...,
        complainant_kind: ComplainantKind | None = ...,
        trigger: ComplaintTrigger | None = ...,
        channel: IntakeChannel | None = ...,
        class_: BusinessClass | None = ...,
        line: str | None = ...,
        complexity: ComplaintComplexity | None = ...,
        digital: bool | None = ...,
        group_size: int | None = ...,
    ) -> None: ...
    @property
    def firm_kind(self) -> FirmKind | None:
        """What the firm is."""
    @property
    def complainant_kind(self) -> ComplainantKind | None:
        """Who complains."""
    @property
    def trigger(self) -> ComplaintTrigger | None:
        """What reached the firm."""
    @property
    def channel(self) -> IntakeChannel | None:
        """The way it came."""
    @property
    def class_(self) -> BusinessClass | None:
        """The class of business."""
    @property
    def line(self) -> str | None:
        """The line of business."""
    @property
    def complexity(self) -> ComplaintComplexity | None:
        """How hard it is, as known at receipt."""
    @property
    def digital(self) -> bool | None:
        """Whether it came through a web form or an app."""
    @property
    def group_size(self) -> int | None:
        """How many complain together."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAllowedInput:
    """A complaint, with what it is judged by."""
    def __init__(
        self,
        *,
        complaint: ComplaintLog,
        actor: Actor,
        units: Sequence[OrganisationUnit],
        terms: ComplaintTerms | None = ...,
        procedures: Sequence[str] | None = ...,
        facts: ComplaintFacts | None = ...,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintLog:
        """The complaint."""
    @property
    def actor(self) -> Actor:
        """Who asks."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def terms(self) -> ComplaintTerms | None:
        """What the procedures let happen, instead of what they say themselves."""
    @property
    def procedures(self) -> tuple[str, ...] | None:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PermittedEvent:
    """An event that the role may bring about here."""
    def __init__(
        self,
        *,
        event: ComplaintEventKind,
        lacking: Sequence[str] | None = ...,
        why: Sequence[str] | None = ...,
        level: OrgLevel | None = ...,
    ) -> None: ...
    @property
    def event(self) -> ComplaintEventKind:
        """The event."""
    @property
    def lacking(self) -> tuple[str, ...] | None:
        """What does not hold yet, as stable codes."""
    @property
    def why(self) -> tuple[str, ...] | None:
        """The same in words."""
    @property
    def level(self) -> OrgLevel | None:
        """For somebody whose unit stands too low: the least level that may."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAllowedOutput:
    """What is allowed."""
    def __init__(
        self,
        *,
        allowed: Sequence[PermittedEvent],
    ) -> None: ...
    @property
    def allowed(self) -> tuple[PermittedEvent, ...]:
        """The events, in order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintExposure:
    """The business of a period; what is left out makes its rate undefined."""
    def __init__(
        self,
        *,
        premium: _decimal.Decimal | None = ...,
        policies: _decimal.Decimal | None = ...,
        persons: _decimal.Decimal | None = ...,
    ) -> None: ...
    @property
    def premium(self) -> _decimal.Decimal | None:
        """Premium of the period."""
    @property
    def policies(self) -> _decimal.Decimal | None:
        """Policies in force, on average over the period."""
    @property
    def persons(self) -> _decimal.Decimal | None:
        """Persons insured, or times persons were insured."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAnalysisSpec:
    """The period, the one it is compared with, and how to count."""
    def __init__(
        self,
        *,
        period: AnalysisPeriodChoice,
        previous: AnalysisPeriodChoice | None = ...,
        as_of: _datetime.date | None = ...,
        currency: str | None = ...,
        exposure: ComplaintExposure | None = ...,
        previous_exposure: ComplaintExposure | None = ...,
        bucket_days: Sequence[int] | None = ...,
        causes: Mapping[str, Sequence[str]] | None = ...,
        top: int | None = ...,
        list: int | None = ...,
        repeat_months: int | None = ...,
    ) -> None: ...
    @property
    def period(self) -> AnalysisPeriodChoice:
        """`2025-06`, `2025-Q2`, `2025`, or the first day and the first day after it."""
    @property
    def previous(self) -> AnalysisPeriodChoice | None:
        """The one to compare with; the one before, as long, when left out."""
    @property
    def as_of(self) -> _datetime.date | None:
        """The day of the question; the end of the period when left out."""
    @property
    def currency(self) -> str | None:
        """The currency of premium and redress, by ISO 4217."""
    @property
    def exposure(self) -> ComplaintExposure | None:
        """The business of the period."""
    @property
    def previous_exposure(self) -> ComplaintExposure | None:
        """The business of the one before."""
    @property
    def bucket_days(self) -> tuple[int, ...] | None:
        """The most days of each bucket of time to resolve but the last, ascending; 28 and 56 when left out."""
    @property
    def causes(self) -> Mapping[str, tuple[str, ...]] | None:
        """Functions with their reasons; those of the NAIC when left out."""
    @property
    def top(self) -> int | None:
        """How many top causes and changes are listed, ties with the last included; 5 when left out."""
    @property
    def list(self) -> int | None:
        """How many late complaints are listed at most; 50 when left out."""
    @property
    def repeat_months(self) -> int | None:
        """How many months before the period count for complaining again; none when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintCase:
    """A complaint as it stands."""
    def __init__(
        self,
        *,
        complaint_id: str,
        received_on: _datetime.date,
        closed_on: _datetime.date | None = ...,
        decided_on: _datetime.date | None = ...,
        due_on: _datetime.date | None = ...,
        cause: ComplaintCause | None = ...,
        line: str | None = ...,
        channel: str | None = ...,
        unit_id: str | None = ...,
        complainant_kind: str | None = ...,
        complainant_id: str | None = ...,
        outcome: ComplaintCaseOutcome | None = ...,
        reopened: int | None = ...,
        redress: _decimal.Decimal | None = ...,
        merged_into: str | None = ...,
        no_clock: str | None = ...,
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def received_on(self) -> _datetime.date:
        """When it reached the insurer."""
    @property
    def closed_on(self) -> _datetime.date | None:
        """When nothing was left to do; left out while it is open, also when it was reopened. Whatever was withdrawn or merged is not open and says it."""
    @property
    def decided_on(self) -> _datetime.date | None:
        """When it was decided; the closing stands for it when left out."""
    @property
    def due_on(self) -> _datetime.date | None:
        """The last day for the decision, as it stands."""
    @property
    def cause(self) -> ComplaintCause | None:
        """What it is about."""
    @property
    def line(self) -> str | None:
        """Line of business."""
    @property
    def channel(self) -> str | None:
        """How it came in."""
    @property
    def unit_id(self) -> str | None:
        """The unit that owns it."""
    @property
    def complainant_kind(self) -> str | None:
        """Such as `individual` or `organisation`."""
    @property
    def complainant_id(self) -> str | None:
        """Who complains; may be a keyed hash."""
    @property
    def outcome(self) -> ComplaintCaseOutcome | None:
        """How it ended."""
    @property
    def reopened(self) -> int | None:
        """How often it was reopened."""
    @property
    def redress(self) -> _decimal.Decimal | None:
        """What the complainant got."""
    @property
    def merged_into(self) -> str | None:
        """The complaint that it goes on as part of."""
    @property
    def no_clock(self) -> str | None:
        """The procedures it was judged by that gave it no clock, such as one not in force then."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class EffectExposure:
    """What complaints are counted against, such as average policies."""
    def __init__(
        self,
        *,
        before: _decimal.Decimal,
        after: _decimal.Decimal,
    ) -> None: ...
    @property
    def before(self) -> _decimal.Decimal:
        """In the days before it was done."""
    @property
    def after(self) -> _decimal.Decimal:
        """In the days after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class EffectCheck:
    """How the effect is checked: as many days before it was done as after."""
    def __init__(
        self,
        *,
        days: int,
        exposure: EffectExposure | None = ...,
        at_most: _decimal.Decimal | None = ...,
    ) -> None: ...
    @property
    def days(self) -> int:
        """How many days."""
    @property
    def exposure(self) -> EffectExposure | None:
        """The exposure of both; days alone when left out."""
    @property
    def at_most(self) -> _decimal.Decimal | None:
        """What the rate afterwards may be at most, as a share of the one before; any fall when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CorrectiveAction:
    """A corrective action."""
    def __init__(
        self,
        *,
        action_id: str,
        cause: ComplaintCause,
        what: str | None = ...,
        owner: str,
        unit_id: str | None = ...,
        due_on: _datetime.date,
        done_on: _datetime.date | None = ...,
        evidence: str | None = ...,
        check: EffectCheck | None = ...,
    ) -> None: ...
    @property
    def action_id(self) -> str:
        """The host's id."""
    @property
    def cause(self) -> ComplaintCause:
        """What it is against; a function alone stands for all of its reasons."""
    @property
    def what(self) -> str | None:
        """What is done."""
    @property
    def owner(self) -> str:
        """Who answers for it."""
    @property
    def unit_id(self) -> str | None:
        """The unit that does it."""
    @property
    def due_on(self) -> _datetime.date:
        """The last day for it."""
    @property
    def done_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def evidence(self) -> str | None:
        """What proves that it was carried out."""
    @property
    def check(self) -> EffectCheck | None:
        """How its effect is checked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAnalyseInput:
    """A question, and what to answer it from."""
    def __init__(
        self,
        *,
        spec: ComplaintAnalysisSpec,
        cases: Sequence[ComplaintCase],
        cases_then: Sequence[ComplaintCase] | None = ...,
        actions: Sequence[CorrectiveAction] | None = ...,
    ) -> None: ...
    @property
    def spec(self) -> ComplaintAnalysisSpec:
        """The question."""
    @property
    def cases(self) -> tuple[ComplaintCase, ...]:
        """The complaints, in any order."""
    @property
    def cases_then(self) -> tuple[ComplaintCase, ...] | None:
        """The complaints as they stood at the end of the period before, for the figures before; without them, those are what the complaints say as they stand now."""
    @property
    def actions(self) -> tuple[CorrectiveAction, ...] | None:
        """The corrective actions."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRedress:
    """What complainants got."""
    def __init__(
        self,
        *,
        currency: str,
        now: str,
        before: str,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """The currency."""
    @property
    def now(self) -> str:
        """In the period."""
    @property
    def before(self) -> str:
        """In the one before."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintOutcomes:
    """How complaints ended in the period."""
    def __init__(
        self,
        *,
        upheld: int | None = ...,
        partly_upheld: int | None = ...,
        settled: int | None = ...,
        not_upheld: int | None = ...,
        withdrawn: int | None = ...,
        declined: int | None = ...,
        merged: int | None = ...,
    ) -> None: ...
    @property
    def upheld(self) -> int | None:
        """How many."""
    @property
    def partly_upheld(self) -> int | None:
        """How many."""
    @property
    def settled(self) -> int | None:
        """How many."""
    @property
    def not_upheld(self) -> int | None:
        """How many."""
    @property
    def withdrawn(self) -> int | None:
        """How many."""
    @property
    def declined(self) -> int | None:
        """How many."""
    @property
    def merged(self) -> int | None:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TimeBucket:
    """Complaints closed that took so many days, both ends included."""
    def __init__(
        self,
        *,
        from_days: int,
        to_days: int | None = ...,
        closed: CountTrend,
    ) -> None: ...
    @property
    def from_days(self) -> int:
        """The fewest days."""
    @property
    def to_days(self) -> int | None:
        """The most days; the last bucket has no end."""
    @property
    def closed(self) -> CountTrend:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class UnclassifiedCause:
    """A cause that the scheme does not know."""
    def __init__(
        self,
        *,
        function: str,
        reason: str | None = ...,
        received: int,
    ) -> None: ...
    @property
    def function(self) -> str:
        """The function stated."""
    @property
    def reason(self) -> str | None:
        """The reason stated."""
    @property
    def received(self) -> int:
        """How often it was received in the period."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintMonth:
    """A month of the period."""
    def __init__(
        self,
        *,
        month: str,
        received: int,
        closed: int,
        due: int,
        on_time: int,
        on_time_rate: ComplaintRate,
        decided: int,
        upheld: int,
        upheld_rate: ComplaintRate,
    ) -> None: ...
    @property
    def month(self) -> str:
        """The month, `2025-06`; only its days within the period."""
    @property
    def received(self) -> int:
        """Received."""
    @property
    def closed(self) -> int:
        """Closed."""
    @property
    def due(self) -> int:
        """Due; withdrawn or merged in time owes nothing."""
    @property
    def on_time(self) -> int:
        """Of those, answered by their day."""
    @property
    def on_time_rate(self) -> ComplaintRate:
        """The same as a share."""
    @property
    def decided(self) -> int:
        """Decided on the merits, with a stated outcome."""
    @property
    def upheld(self) -> int:
        """Of those, for the complainant, wholly or in part."""
    @property
    def upheld_rate(self) -> ComplaintRate:
        """The same as a share."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintGroup:
    """Complaints that have something in common."""
    def __init__(
        self,
        *,
        key: str | None = ...,
        function: str | None = ...,
        reason: str | None = ...,
        received: CountTrend,
        share: ComplaintRate,
        closed: int,
        due: int,
        on_time: int,
        on_time_rate: ComplaintRate,
        decided: int,
        upheld: int,
        upheld_rate: ComplaintRate,
        open: int,
        reopened: int,
    ) -> None: ...
    @property
    def key(self) -> str | None:
        """What they have in common; of causes see `function`."""
    @property
    def function(self) -> str | None:
        """The function of a cause."""
    @property
    def reason(self) -> str | None:
        """The reason of a cause."""
    @property
    def received(self) -> CountTrend:
        """Received."""
    @property
    def share(self) -> ComplaintRate:
        """Of all that was received in the period."""
    @property
    def closed(self) -> int:
        """Closed."""
    @property
    def due(self) -> int:
        """Due; withdrawn or merged in time owes nothing."""
    @property
    def on_time(self) -> int:
        """Of those, answered by their day."""
    @property
    def on_time_rate(self) -> ComplaintRate:
        """The same as a share."""
    @property
    def decided(self) -> int:
        """Decided on the merits, with a stated outcome."""
    @property
    def upheld(self) -> int:
        """Of those, for the complainant, wholly or in part."""
    @property
    def upheld_rate(self) -> ComplaintRate:
        """The same as a share."""
    @property
    def open(self) -> int:
        """Open at the end."""
    @property
    def reopened(self) -> int:
        """Of those closed or open, reopened at least once."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAnalysisForm:
    """The monthly complaint-analysis form: the figures."""
    def __init__(
        self,
        *,
        period: AnalysisPeriod,
        previous: AnalysisPeriod,
        before_as_it_stood: bool,
        as_of: _datetime.date,
        cases: int,
        open_before: int,
        moot: int,
        unnamed: int,
        complainants: int,
        longest_days: int | None = ...,
        redress: ComplaintRedress | None = ...,
        outcomes: ComplaintOutcomes,
        buckets: Sequence[TimeBucket],
        unclassified: Sequence[UnclassifiedCause],
        by_month: Sequence[ComplaintMonth],
        actions: Sequence[ActionReport],
        received: CountTrend,
        closed: CountTrend,
        open: CountTrend,
        due: CountTrend,
        late: CountTrend,
        decided: CountTrend,
        upheld: CountTrend,
        reopened: CountTrend,
        repeat_complainants: CountTrend,
        on_time_rate: RateTrend,
        upheld_rate: RateTrend,
        repeat_rate: RateTrend,
        median_days: RateTrend,
        mean_days: RateTrend,
        per_100_million_premium: RateTrend,
        per_10000_policies: RateTrend,
        per_10000_persons: RateTrend,
        by_cause: Sequence[ComplaintGroup],
        by_line: Sequence[ComplaintGroup],
        by_channel: Sequence[ComplaintGroup],
        by_unit: Sequence[ComplaintGroup],
        by_complainant_kind: Sequence[ComplaintGroup],
    ) -> None: ...
    @property
    def period(self) -> AnalysisPeriod:
        """The period."""
    @property
    def previous(self) -> AnalysisPeriod:
        """The one it is compared with."""
    @property
    def before_as_it_stood(self) -> bool:
        """Whether the figures before are those of complaints as they stood at the end of that period, not as they stand now."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the question."""
    @property
    def cases(self) -> int:
        """How many complaints were looked at."""
    @property
    def open_before(self) -> int:
        """Open when the period began."""
    @property
    def moot(self) -> int:
        """Due, but withdrawn or merged in time."""
    @property
    def unnamed(self) -> int:
        """Received, not saying who complains."""
    @property
    def complainants(self) -> int:
        """Different complainants of the period."""
    @property
    def longest_days(self) -> int | None:
        """The most days that one closed took."""
    @property
    def redress(self) -> ComplaintRedress | None:
        """What complainants got, where a currency is given."""
    @property
    def outcomes(self) -> ComplaintOutcomes:
        """How complaints ended; what none did is left out."""
    @property
    def buckets(self) -> tuple[TimeBucket, ...]:
        """Time to resolve of those closed."""
    @property
    def unclassified(self) -> tuple[UnclassifiedCause, ...]:
        """Causes that the scheme does not know."""
    @property
    def by_month(self) -> tuple[ComplaintMonth, ...]:
        """By month of the period."""
    @property
    def actions(self) -> tuple[ActionReport, ...]:
        """The corrective actions."""
    @property
    def received(self) -> CountTrend:
        """Received."""
    @property
    def closed(self) -> CountTrend:
        """Closed."""
    @property
    def open(self) -> CountTrend:
        """Open at the end."""
    @property
    def due(self) -> CountTrend:
        """Due; withdrawn or merged in time owes nothing."""
    @property
    def late(self) -> CountTrend:
        """Of those, not answered by their day."""
    @property
    def decided(self) -> CountTrend:
        """Decided on the merits, with a stated outcome."""
    @property
    def upheld(self) -> CountTrend:
        """Of those, for the complainant, wholly or in part."""
    @property
    def reopened(self) -> CountTrend:
        """Of those closed or open at the end, reopened at least once."""
    @property
    def repeat_complainants(self) -> CountTrend:
        """Complainants who complained before."""
    @property
    def on_time_rate(self) -> RateTrend:
        """On time, of those due."""
    @property
    def upheld_rate(self) -> RateTrend:
        """Upheld, of those decided."""
    @property
    def repeat_rate(self) -> RateTrend:
        """Complainants who complained before, of all."""
    @property
    def median_days(self) -> RateTrend:
        """The median of the days from receipt to closing."""
    @property
    def mean_days(self) -> RateTrend:
        """The mean of the days from receipt to closing."""
    @property
    def per_100_million_premium(self) -> RateTrend:
        """Received per 100 million of premium."""
    @property
    def per_10000_policies(self) -> RateTrend:
        """Received per 10,000 policies."""
    @property
    def per_10000_persons(self) -> RateTrend:
        """Received per 10,000 persons."""
    @property
    def by_cause(self) -> tuple[ComplaintGroup, ...]:
        """By what they are about."""
    @property
    def by_line(self) -> tuple[ComplaintGroup, ...]:
        """By line of business."""
    @property
    def by_channel(self) -> tuple[ComplaintGroup, ...]:
        """By how they came in."""
    @property
    def by_unit(self) -> tuple[ComplaintGroup, ...]:
        """By the unit that owns them."""
    @property
    def by_complainant_kind(self) -> tuple[ComplaintGroup, ...]:
        """By the kind of complainant."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TopCause:
    """One of the causes received most."""
    def __init__(
        self,
        *,
        rank: int,
        function: str,
        reason: str | None = ...,
        received: CountTrend,
        share: ComplaintRate,
    ) -> None: ...
    @property
    def rank(self) -> int:
        """1 for the first; causes that tie have the same."""
    @property
    def function(self) -> str:
        """The function."""
    @property
    def reason(self) -> str | None:
        """The reason."""
    @property
    def received(self) -> CountTrend:
        """What was received."""
    @property
    def share(self) -> ComplaintRate:
        """Of all that was received in the period."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class LateComplaint:
    """A complaint that was due in the period, and late."""
    def __init__(
        self,
        *,
        complaint_id: str,
        due_on: _datetime.date,
        answered_on: _datetime.date | None = ...,
        days_late: int,
        unit_id: str | None = ...,
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def due_on(self) -> _datetime.date:
        """The last day for the decision."""
    @property
    def answered_on(self) -> _datetime.date | None:
        """When it was answered; left out when it is not."""
    @property
    def days_late(self) -> int:
        """Days after its day, up to the question when it is not answered."""
    @property
    def unit_id(self) -> str | None:
        """The unit that owns it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReport:
    """The analysis report: what there is to say about the figures, as data for sentences."""
    def __init__(
        self,
        *,
        figures_up: Sequence[ChangedFigure],
        figures_down: Sequence[ChangedFigure],
        groups_up: Sequence[ChangedGroup],
        groups_down: Sequence[ChangedGroup],
        top_causes: Sequence[TopCause],
        late_count: int,
        late: Sequence[LateComplaint],
        actions_due: Sequence[ActionReport],
        findings: Sequence[AnalysisFinding],
    ) -> None: ...
    @property
    def figures_up(self) -> tuple[ChangedFigure, ...]:
        """Figures at the top that rose."""
    @property
    def figures_down(self) -> tuple[ChangedFigure, ...]:
        """Figures at the top that fell."""
    @property
    def groups_up(self) -> tuple[ChangedGroup, ...]:
        """Groups of which more was received, the largest rise first."""
    @property
    def groups_down(self) -> tuple[ChangedGroup, ...]:
        """Groups of which less was received, the largest fall first."""
    @property
    def top_causes(self) -> tuple[TopCause, ...]:
        """The causes received most."""
    @property
    def late_count(self) -> int:
        """How many were due and late."""
    @property
    def late(self) -> tuple[LateComplaint, ...]:
        """Those of them that waited longest, the longest first."""
    @property
    def actions_due(self) -> tuple[ActionReport, ...]:
        """Actions not done, in order of the day they are due."""
    @property
    def findings(self) -> tuple[AnalysisFinding, ...]:
        """What else was found of single complaints, each kind once."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintAnalysis:
    """The analysis of a period."""
    def __init__(
        self,
        *,
        form: ComplaintAnalysisForm,
        report: ComplaintReport,
    ) -> None: ...
    @property
    def form(self) -> ComplaintAnalysisForm:
        """The figures."""
    @property
    def report(self) -> ComplaintReport:
        """What there is to say about them."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintEffect:
    """Something that follows from an event."""
    def __init__(
        self,
        *,
        effect: ComplaintEffectKind,
        subject: str | None = ...,
    ) -> None: ...
    @property
    def effect(self) -> ComplaintEffectKind:
        """What."""
    @property
    def subject(self) -> str | None:
        """Which form, notice or deadline, or to which unit."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintStep:
    """What an accepted event led to."""
    def __init__(
        self,
        *,
        from_: ComplaintStepName,
        to: ComplaintStepName,
        effects: Sequence[ComplaintEffect],
    ) -> None: ...
    @property
    def from_(self) -> ComplaintStepName:
        """Where it stood."""
    @property
    def to(self) -> ComplaintStepName:
        """Where it stands."""
    @property
    def effects(self) -> tuple[ComplaintEffect, ...]:
        """What follows."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintFormStatus:
    """A form that fell due."""
    def __init__(
        self,
        *,
        form: str,
        due: int,
        filed: int,
        due_since: _datetime.datetime | None = ...,
        due_before: _datetime.datetime | None = ...,
        overdue: bool | None = ...,
        incomplete: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def form(self) -> str:
        """Its id."""
    @property
    def due(self) -> int:
        """How often it fell due."""
    @property
    def filed(self) -> int:
        """How often it was filed whole."""
    @property
    def due_since(self) -> _datetime.datetime | None:
        """When the first one not filed fell due."""
    @property
    def due_before(self) -> _datetime.datetime | None:
        """The first instant at which it is too late to file it."""
    @property
    def overdue(self) -> bool | None:
        """It should have been filed."""
    @property
    def incomplete(self) -> tuple[str, ...] | None:
        """Required fields without which it was filed; it counts when it is filed whole."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DeadlineCalendar:
    """The calendar that working days were counted by."""
    def __init__(
        self,
        *,
        id: str,
        version: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def version(self) -> str:
        """The version of its data."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DeadlineMove:
    """A move of a due instant."""
    def __init__(
        self,
        *,
        reason: DeadlineMoveReason,
        at: _datetime.datetime,
        from_: _datetime.datetime,
        to: _datetime.datetime,
    ) -> None: ...
    @property
    def reason(self) -> DeadlineMoveReason:
        """Why."""
    @property
    def at(self) -> _datetime.datetime:
        """Since when it counts."""
    @property
    def from_(self) -> _datetime.datetime:
        """The due instant before."""
    @property
    def to(self) -> _datetime.datetime:
        """The due instant after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DeadlineRefused:
    """What would have moved a due instant, and did not."""
    def __init__(
        self,
        *,
        reason: DeadlineMoveReason,
        at: _datetime.datetime,
        why: DeadlineRefusedReason,
    ) -> None: ...
    @property
    def reason(self) -> DeadlineMoveReason:
        """What it would have been."""
    @property
    def at(self) -> _datetime.datetime:
        """When it came."""
    @property
    def why(self) -> DeadlineRefusedReason:
        """Why it does not count."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DeadlineProblem:
    """Why a due instant cannot be worked out."""
    def __init__(
        self,
        *,
        code: str,
        message: str,
        expected: str | None = ...,
        remedy: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def message(self) -> str:
        """What is wrong."""
    @property
    def expected(self) -> str | None:
        """What could be worked out, such as the days that the calendar covers."""
    @property
    def remedy(self) -> str | None:
        """What to do about it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Deadline:
    """A clock at the asking time."""
    def __init__(
        self,
        *,
        clock: str,
        duty: DeadlineDuty,
        procedure: str | None = ...,
        party: DeadlineParty | None = ...,
        missing: DeadlineMissed | None = ...,
        status: VerificationStatus | None = ...,
        source: str | None = ...,
        example: bool | None = ...,
        calendar: DeadlineCalendar | None = ...,
        run: int,
        started_at: _datetime.datetime,
        due_before: _datetime.datetime | None = ...,
        due_on: _datetime.date | None = ...,
        first_due_before: _datetime.datetime | None = ...,
        moves: Sequence[DeadlineMove] | None = ...,
        refused: Sequence[DeadlineRefused] | None = ...,
        state: DeadlineState,
        ended_at: _datetime.datetime | None = ...,
        never_done: bool | None = ...,
        days_left: int | None = ...,
        warning: bool | None = ...,
        governing: bool | None = ...,
        provisional: bool | None = ...,
        assumed: bool | None = ...,
        problem: DeadlineProblem | None = ...,
    ) -> None: ...
    @property
    def clock(self) -> str:
        """The clock; `due_set` for a date that someone set."""
    @property
    def duty(self) -> DeadlineDuty:
        """What is due."""
    @property
    def procedure(self) -> str | None:
        """The procedure, as `id@version`."""
    @property
    def party(self) -> DeadlineParty | None:
        """For whom it runs."""
    @property
    def missing(self) -> DeadlineMissed | None:
        """What missing it means."""
    @property
    def status(self) -> VerificationStatus | None:
        """Whether the figure was seen in its source."""
    @property
    def source(self) -> str | None:
        """The rule that it comes from."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    @property
    def calendar(self) -> DeadlineCalendar | None:
        """The calendar in use."""
    @property
    def run(self) -> int:
        """Which run of the clock this is."""
    @property
    def started_at(self) -> _datetime.datetime:
        """When it started."""
    @property
    def due_before(self) -> _datetime.datetime | None:
        """The first instant that is too late."""
    @property
    def due_on(self) -> _datetime.date | None:
        """The last local day in time."""
    @property
    def first_due_before(self) -> _datetime.datetime | None:
        """The due instant before any move."""
    @property
    def moves(self) -> tuple[DeadlineMove, ...] | None:
        """The moves, in order."""
    @property
    def refused(self) -> tuple[DeadlineRefused, ...] | None:
        """What did not move it."""
    @property
    def state(self) -> DeadlineState:
        """How it stands."""
    @property
    def ended_at(self) -> _datetime.datetime | None:
        """When it was met, or when nothing was left to do."""
    @property
    def never_done(self) -> bool | None:
        """For one that was missed and is over: nobody did it, and something else left nothing to do."""
    @property
    def days_left(self) -> int | None:
        """For one that is open: the local days left."""
    @property
    def warning(self) -> bool | None:
        """It is near its end."""
    @property
    def governing(self) -> bool | None:
        """It is the one that counts for its duty."""
    @property
    def provisional(self) -> bool | None:
        """It counts as far as can be said: another on its duty cannot be worked out."""
    @property
    def assumed(self) -> bool | None:
        """It applies only because nobody can say that it does not."""
    @property
    def problem(self) -> DeadlineProblem | None:
        """Why the due instant cannot be worked out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintRefusal:
    """Why an event was refused, and what is allowed."""
    def __init__(
        self,
        *,
        event_id: str,
        event: ComplaintEventKind,
        state: ComplaintStepName,
        role: Role,
        codes: Sequence[str],
        why: str,
        missing: Sequence[str] | None = ...,
        nearest: str | None = ...,
        level: OrgLevel | None = ...,
        allowed: Sequence[AllowedEvent],
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The event."""
    @property
    def event(self) -> ComplaintEventKind:
        """Its kind."""
    @property
    def state(self) -> ComplaintStepName:
        """Where it stands."""
    @property
    def role(self) -> Role:
        """Who wanted it."""
    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons, as stable codes."""
    @property
    def why(self) -> str:
        """The reasons in words."""
    @property
    def missing(self) -> tuple[str, ...] | None:
        """Required fields of a form that say nothing."""
    @property
    def nearest(self) -> str | None:
        """For a form that there is not: the one that was probably meant."""
    @property
    def level(self) -> OrgLevel | None:
        """For somebody whose unit stands too low: the least level that may."""
    @property
    def allowed(self) -> tuple[AllowedEvent, ...]:
        """What is allowed now."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintApplyOutput:
    """What the event led to, or the refusal."""
    def __init__(
        self,
        *,
        step: ComplaintStep | None = ...,
        complaint: Complaint | None = ...,
        forms: Sequence[ComplaintFormStatus] | None = ...,
        deadlines: Sequence[Deadline] | None = ...,
        refusal: ComplaintRefusal | None = ...,
    ) -> None: ...
    @property
    def step(self) -> ComplaintStep | None:
        """What it led to."""
    @property
    def complaint(self) -> Complaint | None:
        """Where it stands then."""
    @property
    def forms(self) -> tuple[ComplaintFormStatus, ...] | None:
        """The forms that fell due."""
    @property
    def deadlines(self) -> tuple[Deadline, ...] | None:
        """With procedures, what is due when the event was written down."""
    @property
    def refusal(self) -> ComplaintRefusal | None:
        """Why not."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintApplied:
    """What an event led to."""
    def __init__(
        self,
        *,
        taken: bool,
        answer: ComplaintApplyOutput,
    ) -> None: ...
    @property
    def taken(self) -> bool:
        """Whether it was taken. A refusal leaves the complaint as it was."""
    @property
    def answer(self) -> ComplaintApplyOutput:
        """The step that was taken and where the complaint stands, or why it was refused."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintSoFar:
    """A complaint so far."""
    def __init__(
        self,
        *,
        complaint_id: str,
        events: Sequence[ComplaintEvent] | None = ...,
    ) -> None: ...
    @property
    def complaint_id(self) -> str:
        """The host's id."""
    @property
    def events(self) -> tuple[ComplaintEvent, ...] | None:
        """What happened; nothing yet when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintApplyInput:
    """A complaint, with what it is judged by."""
    def __init__(
        self,
        *,
        complaint: ComplaintSoFar,
        event: ComplaintEvent,
        units: Sequence[OrganisationUnit],
        terms: ComplaintTerms | None = ...,
        procedures: Sequence[str] | None = ...,
        facts: ComplaintFacts | None = ...,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintSoFar:
        """The complaint so far."""
    @property
    def event(self) -> ComplaintEvent:
        """The event."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def terms(self) -> ComplaintTerms | None:
        """What the procedures let happen, instead of what they say themselves."""
    @property
    def procedures(self) -> tuple[str, ...] | None:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintFinding:
    """How far something that the procedures ask for was kept."""
    def __init__(
        self,
        *,
        procedure: str,
        kind: ComplaintFindingKind,
        id: str,
        check: str,
        result: ComplaintFindingResult,
        subjects: Sequence[str] | None = ...,
        doc: str | None = ...,
    ) -> None: ...
    @property
    def procedure(self) -> str:
        """Which, as `id@version`; by its id when it is about all of its versions."""
    @property
    def kind(self) -> ComplaintFindingKind:
        """What it is about."""
    @property
    def id(self) -> str:
        """Its id there; the duty of a clock, the form, the event of an approval."""
    @property
    def check(self) -> str:
        """What was looked at."""
    @property
    def result(self) -> ComplaintFindingResult:
        """Kept so far, not yet to be said, broken, or for people to judge."""
    @property
    def subjects(self) -> tuple[str, ...] | None:
        """What broke it, or what is open."""
    @property
    def doc(self) -> str | None:
        """What it means."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDeadlines:
    """What is due."""
    def __init__(
        self,
        *,
        as_of: _datetime.datetime,
        deadlines: Sequence[Deadline],
        findings: Sequence[ComplaintFinding] | None = ...,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.datetime:
        """The asking time."""
    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """By procedure and clock, as asked for."""
    @property
    def findings(self) -> tuple[ComplaintFinding, ...] | None:
        """What the deadlines would pass over; left out when there is nothing."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDeadlinesInput:
    """A complaint, and the procedures it is judged under."""
    def __init__(
        self,
        *,
        as_of: _datetime.datetime,
        procedures: Sequence[str],
        complaint: ComplaintLog,
        facts: ComplaintFacts | None = ...,
        units: Sequence[OrganisationUnit] | None = ...,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.datetime:
        """The asking time."""
    @property
    def procedures(self) -> tuple[str, ...]:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def complaint(self) -> ComplaintLog:
        """Its log."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...] | None:
        """The units of the organisation, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDiagramInput:
    """Which picture."""
    def __init__(
        self,
        *,
        format: DiagramFormat,
    ) -> None: ...
    @property
    def format(self) -> DiagramFormat:
        """Of Mermaid or of Graphviz."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDiagramOutput:
    """A picture."""
    def __init__(
        self,
        *,
        diagram: str,
    ) -> None: ...
    @property
    def diagram(self) -> str:
        """The picture as text."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintDuty:
    """Something that is still to be done."""
    def __init__(
        self,
        *,
        duty: ComplaintDutyKind,
        subject: str | None = ...,
        procedure: str | None = ...,
        due_before: _datetime.datetime | None = ...,
        overdue: bool | None = ...,
        until: _datetime.date | None = ...,
        source: str | None = ...,
    ) -> None: ...
    @property
    def duty(self) -> ComplaintDutyKind:
        """What."""
    @property
    def subject(self) -> str | None:
        """Which notice, or which rule on keeping records."""
    @property
    def procedure(self) -> str | None:
        """Under which procedure."""
    @property
    def due_before(self) -> _datetime.datetime | None:
        """The first instant that is too late."""
    @property
    def overdue(self) -> bool | None:
        """It should have been done."""
    @property
    def until(self) -> _datetime.date | None:
        """The last day on which records are kept."""
    @property
    def source(self) -> str | None:
        """The rule that it comes from."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintMergeInput:
    """A complaint, with what it is judged by."""
    def __init__(
        self,
        *,
        ending: ComplaintLog,
        survivor: ComplaintLog,
        merged_id: str,
        absorbed_id: str,
        occurred_at: _datetime.datetime,
        recorded_at: _datetime.datetime,
        actor: Actor,
        units: Sequence[OrganisationUnit],
        terms: ComplaintTerms | None = ...,
        procedures: Sequence[str] | None = ...,
        facts: ComplaintFacts | None = ...,
    ) -> None: ...
    @property
    def ending(self) -> ComplaintLog:
        """The one that ends."""
    @property
    def survivor(self) -> ComplaintLog:
        """The one that goes on."""
    @property
    def merged_id(self) -> str:
        """The id of the event of the one."""
    @property
    def absorbed_id(self) -> str:
        """And of the other."""
    @property
    def occurred_at(self) -> _datetime.datetime:
        """When it happened."""
    @property
    def recorded_at(self) -> _datetime.datetime:
        """When it was written down."""
    @property
    def actor(self) -> Actor:
        """Who does it."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def terms(self) -> ComplaintTerms | None:
        """What the procedures let happen, instead of what they say themselves."""
    @property
    def procedures(self) -> tuple[str, ...] | None:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintMerged:
    """One side of a merge."""
    def __init__(
        self,
        *,
        event: ComplaintEvent,
        step: ComplaintStep,
        complaint: Complaint,
    ) -> None: ...
    @property
    def event(self) -> ComplaintEvent:
        """Its new event."""
    @property
    def step(self) -> ComplaintStep:
        """What it led to."""
    @property
    def complaint(self) -> Complaint:
        """Where it stands."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintMergeOutput:
    """Both sides, or the refusal."""
    def __init__(
        self,
        *,
        ending: ComplaintMerged | None = ...,
        survivor: ComplaintMerged | None = ...,
        refusal: ComplaintRefusal | None = ...,
    ) -> None: ...
    @property
    def ending(self) -> ComplaintMerged | None:
        """The one that ended."""
    @property
    def survivor(self) -> ComplaintMerged | None:
        """The one that goes on."""
    @property
    def refusal(self) -> ComplaintRefusal | None:
        """Why not."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintOpening:
    """A complaint, with what it is judged by."""
    def __init__(
        self,
        *,
        complaint: ComplaintSoFar,
        event: ComplaintEvent | None = ...,
        units: Sequence[OrganisationUnit] | None = ...,
        terms: ComplaintTerms | None = ...,
        procedures: Sequence[str] | None = ...,
        facts: ComplaintFacts | None = ...,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintSoFar:
        """The complaint so far."""
    @property
    def event(self) -> ComplaintEvent | None:
        """The event."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...] | None:
        """The units of the organisation, in any order."""
    @property
    def terms(self) -> ComplaintTerms | None:
        """What the procedures let happen, instead of what they say themselves."""
    @property
    def procedures(self) -> tuple[str, ...] | None:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackTransition:
    """What becomes of complaints that are not over when the procedure ends."""
    def __init__(
        self,
        *,
        pending: TransitionPending,
        status: VerificationStatus,
        source: str,
    ) -> None: ...
    @property
    def pending(self) -> TransitionPending:
        """Whether they stay under it."""
    @property
    def status(self) -> VerificationStatus:
        """Whether that was seen in its source."""
    @property
    def source(self) -> str:
        """The rule, or the reading."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackExtension:
    """More time, which somebody must grant."""
    def __init__(
        self,
        *,
        count: int | None = ...,
        unit: ClockUnit,
        most: int,
        timely: ExtensionTimely,
        roles: Sequence[Role] | None = ...,
        level: GrantLevel,
        notice: str | None = ...,
    ) -> None: ...
    @property
    def count(self) -> int | None:
        """How much; left out: as the grant says."""
    @property
    def unit(self) -> ClockUnit:
        """Of what."""
    @property
    def most(self) -> int:
        """How often."""
    @property
    def timely(self) -> ExtensionTimely:
        """What must have happened before the clock runs out."""
    @property
    def roles(self) -> tuple[Role, ...] | None:
        """The roles that may grant it; left out: whoever the host lets."""
    @property
    def level(self) -> GrantLevel:
        """The level of their unit."""
    @property
    def notice(self) -> str | None:
        """The notice that the complainant must have before the clock runs out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackWindow:
    """Hours of a working day."""
    def __init__(
        self,
        *,
        from_: str,
        to: str,
    ) -> None: ...
    @property
    def from_(self) -> str:
        """The first minute."""
    @property
    def to(self) -> str:
        """The first minute after."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackCalendar:
    """A calendar, and the days that it covers."""
    def __init__(
        self,
        *,
        id: str,
        version: str,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def version(self) -> str:
        """The version of its data."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The last day."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackClock:
    """A clock."""
    def __init__(
        self,
        *,
        id: str,
        duty: DeadlineDuty,
        party: DeadlineParty,
        missing: DeadlineMissed,
        limit: str,
        starts: Sequence[str],
        stops: Sequence[str],
        when: str | None = ...,
        pauses: Sequence[str] | None = ...,
        extension: PackExtension | None = ...,
        ends: Sequence[str] | None = ...,
        restarts: Sequence[str] | None = ...,
        recurring: bool | None = ...,
        first_day: FirstDay,
        roll: DeadlineRoll,
        cut_off: str | None = ...,
        windows: Sequence[PackWindow] | None = ...,
        time_zone: str,
        calendar: PackCalendar | None = ...,
        warn_before: int | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def duty(self) -> DeadlineDuty:
        """What is due."""
    @property
    def party(self) -> DeadlineParty:
        """For whom it runs."""
    @property
    def missing(self) -> DeadlineMissed:
        """What missing it means."""
    @property
    def limit(self) -> str:
        """How much time there is."""
    @property
    def starts(self) -> tuple[str, ...]:
        """The events that start it."""
    @property
    def stops(self) -> tuple[str, ...]:
        """The events that meet it."""
    @property
    def when(self) -> str | None:
        """The complaints that it is for."""
    @property
    def pauses(self) -> tuple[str, ...] | None:
        """The reasons for which it stands still."""
    @property
    def extension(self) -> PackExtension | None:
        """The more time that may be granted."""
    @property
    def ends(self) -> tuple[str, ...] | None:
        """The events that leave nothing to meet."""
    @property
    def restarts(self) -> tuple[str, ...] | None:
        """The events at which it starts anew."""
    @property
    def recurring(self) -> bool | None:
        """Meeting it starts it again."""
    @property
    def first_day(self) -> FirstDay:
        """Whether the day of the start counts."""
    @property
    def roll(self) -> DeadlineRoll:
        """What happens to a due day without work."""
    @property
    def cut_off(self) -> str | None:
        """The time of day from which a start counts as one of the next day."""
    @property
    def windows(self) -> tuple[PackWindow, ...] | None:
        """The hours that working hours are counted in."""
    @property
    def time_zone(self) -> str:
        """The IANA time zone of its days."""
    @property
    def calendar(self) -> PackCalendar | None:
        """The calendar of its working days."""
    @property
    def warn_before(self) -> int | None:
        """How long before the due instant it warns: hours for a clock of hours, working days for one of those, else days."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figure was seen in its source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class FormField:
    """A field of a form."""
    def __init__(
        self,
        *,
        name: str,
        kind: FormFieldKind,
        required: bool | None = ...,
        doc: str | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def kind(self) -> FormFieldKind:
        """What it holds."""
    @property
    def required(self) -> bool | None:
        """Whether it must be filled in. Default: true."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackForm:
    """Forms to be filed."""
    def __init__(
        self,
        *,
        id: str,
        title: str,
        step: ComplaintStepName | None = ...,
        on: Sequence[str] | None = ...,
        fields: Sequence[FormField],
        clock: str | None = ...,
        standard: str | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def title(self) -> str:
        """What it is called."""
    @property
    def step(self) -> ComplaintStepName | None:
        """The step that it belongs to."""
    @property
    def on(self) -> tuple[str, ...] | None:
        """The events with which it falls due. Default: those that start its clock, else the one that leads to its step."""
    @property
    def fields(self) -> tuple[FormField, ...]:
        """Its fields."""
    @property
    def clock(self) -> str | None:
        """The clock of its time limit."""
    @property
    def standard(self) -> str | None:
        """How it is filled in."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackNotice:
    """What must be told, to whom, with which contents."""
    def __init__(
        self,
        *,
        id: str,
        to: NoticeRecipient,
        on: Sequence[str],
        when: str | None = ...,
        contents: Sequence[str],
        clock: str | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def to(self) -> NoticeRecipient:
        """Who is told."""
    @property
    def on(self) -> tuple[str, ...]:
        """The events that call for it."""
    @property
    def when(self) -> str | None:
        """The complaints that it is for."""
    @property
    def contents(self) -> tuple[str, ...]:
        """What it must say."""
    @property
    def clock(self) -> str | None:
        """The clock of its time limit."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackAuthority:
    """Who may do what, by the level of their unit."""
    def __init__(
        self,
        *,
        id: str,
        level: OrgLevel,
        may: Sequence[str],
        when: str | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def level(self) -> OrgLevel:
        """The level of the unit."""
    @property
    def may(self) -> tuple[str, ...]:
        """The events that its people may bring about."""
    @property
    def when(self) -> str | None:
        """The complaints that it is for."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackApproval:
    """What another person must decide."""
    def __init__(
        self,
        *,
        id: str,
        kind: str,
        proposers: Sequence[Role],
        approvers: Sequence[Role],
        level: OrgLevel | None = ...,
        when: str | None = ...,
        evidence: Sequence[str] | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def kind(self) -> str:
        """What is decided."""
    @property
    def proposers(self) -> tuple[Role, ...]:
        """The roles that may propose it."""
    @property
    def approvers(self) -> tuple[Role, ...]:
        """The roles that may approve it."""
    @property
    def level(self) -> OrgLevel | None:
        """The least level of the approver's unit."""
    @property
    def when(self) -> str | None:
        """The complaints that it is for."""
    @property
    def evidence(self) -> tuple[str, ...] | None:
        """What must be shown."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackRecusal:
    """Who must step back."""
    def __init__(
        self,
        *,
        id: str,
        relation: RecusalRelation,
        from_: Sequence[str],
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def relation(self) -> RecusalRelation:
        """How the person stands to the matter."""
    @property
    def from_(self) -> tuple[str, ...]:
        """The events that the person may not bring about."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackPrinciple:
    """Principles, and how far they can be checked."""
    def __init__(
        self,
        *,
        id: str,
        check: PrincipleCheck,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def check(self) -> PrincipleCheck:
        """What of it can be checked."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackRetention:
    """How long records are kept."""
    def __init__(
        self,
        *,
        id: str,
        years: int,
        from_: RetentionStart,
        when: str | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def years(self) -> int:
        """How many years."""
    @property
    def from_(self) -> RetentionStart:
        """Counted from."""
    @property
    def when(self) -> str | None:
        """The complaints that it is for."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PackReport:
    """Periodic reports."""
    def __init__(
        self,
        *,
        id: str,
        to: str,
        every: ReportingPeriod,
        count: int | None = ...,
        unit: ClockUnit | None = ...,
        contents: Sequence[str] | None = ...,
        status: VerificationStatus,
        source: str | None = ...,
        doc: str | None = ...,
        example: bool | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def to(self) -> str:
        """Who gets it."""
    @property
    def every(self) -> ReportingPeriod:
        """The period."""
    @property
    def count(self) -> int | None:
        """How much time there is after the period."""
    @property
    def unit(self) -> ClockUnit | None:
        """Of what."""
    @property
    def contents(self) -> tuple[str, ...] | None:
        """What it must say."""
    @property
    def status(self) -> VerificationStatus:
        """Whether the figures were seen in the source."""
    @property
    def source(self) -> str | None:
        """The rule."""
    @property
    def doc(self) -> str | None:
        """What it is for."""
    @property
    def example(self) -> bool | None:
        """Whether it is an example."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintPack:
    """A procedure."""
    def __init__(
        self,
        *,
        procedure: str,
        title: str | None = ...,
        doc: str | None = ...,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
        status: VerificationStatus | None = ...,
        source: str | None = ...,
        as_of: _datetime.date | None = ...,
        applies_to: str | None = ...,
        follows: str | None = ...,
        transition: PackTransition | None = ...,
        fingerprint: str,
        clocks: Sequence[PackClock],
        verify_first: bool,
        merge_within_days: int | None = ...,
        forms: Sequence[PackForm],
        notices: Sequence[PackNotice],
        authority: Sequence[PackAuthority],
        approvals: Sequence[PackApproval],
        recusals: Sequence[PackRecusal],
        principles: Sequence[PackPrinciple],
        retention: Sequence[PackRetention],
        reports: Sequence[PackReport],
    ) -> None: ...
    @property
    def procedure(self) -> str:
        """As `id@version`."""
    @property
    def title(self) -> str | None:
        """Its title."""
    @property
    def doc(self) -> str | None:
        """What it is about."""
    @property
    def from_(self) -> _datetime.date:
        """The first day in force."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day no longer in force."""
    @property
    def status(self) -> VerificationStatus | None:
        """Whether the whole was checked."""
    @property
    def source(self) -> str | None:
        """The law or the company rule."""
    @property
    def as_of(self) -> _datetime.date | None:
        """The day on which the sources were read."""
    @property
    def applies_to(self) -> str | None:
        """The complaints that it is for."""
    @property
    def follows(self) -> str | None:
        """The procedure that it replaced."""
    @property
    def transition(self) -> PackTransition | None:
        """What becomes of complaints that are not over when it ends."""
    @property
    def fingerprint(self) -> str:
        """That of the whole."""
    @property
    def clocks(self) -> tuple[PackClock, ...]:
        """Its clocks."""
    @property
    def verify_first(self) -> bool:
        """Whether a complaint is verified before it is registered."""
    @property
    def merge_within_days(self) -> int | None:
        """Complaints received at most so many days apart may be merged; left out: none may."""
    @property
    def forms(self) -> tuple[PackForm, ...]:
        """Forms to be filed."""
    @property
    def notices(self) -> tuple[PackNotice, ...]:
        """What must be told, to whom, with which contents."""
    @property
    def authority(self) -> tuple[PackAuthority, ...]:
        """Who may do what, by the level of their unit."""
    @property
    def approvals(self) -> tuple[PackApproval, ...]:
        """What another person must decide."""
    @property
    def recusals(self) -> tuple[PackRecusal, ...]:
        """Who must step back."""
    @property
    def principles(self) -> tuple[PackPrinciple, ...]:
        """Principles, and how far they can be checked."""
    @property
    def retention(self) -> tuple[PackRetention, ...]:
        """How long records are kept."""
    @property
    def reports(self) -> tuple[PackReport, ...]:
        """Periodic reports."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintPacks:
    """The procedures for complaints."""
    def __init__(
        self,
        *,
        packs: Sequence[ComplaintPack],
    ) -> None: ...
    @property
    def packs(self) -> tuple[ComplaintPack, ...]:
        """By id, then by the first day in force."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintPacksInput:
    """Which."""
    def __init__(
        self,
        *,
        procedure: str | None = ...,
    ) -> None: ...
    @property
    def procedure(self) -> str | None:
        """`id` or `id@version`; absent: all."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReplayInput:
    """A complaint."""
    def __init__(
        self,
        *,
        complaint: ComplaintLog,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintLog:
        """The log."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintReplayOutput:
    """A complaint."""
    def __init__(
        self,
        *,
        complaint: Complaint,
    ) -> None: ...
    @property
    def complaint(self) -> Complaint:
        """Where it stands."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintStatus:
    """A complaint at an asking time."""
    def __init__(
        self,
        *,
        as_of: _datetime.datetime,
        complaint: Complaint,
        allowed: Sequence[PermittedEvent] | None = ...,
        forms: Sequence[ComplaintFormStatus],
        deadlines: Sequence[Deadline],
        findings: Sequence[ComplaintFinding],
        duties: Sequence[ComplaintDuty],
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.datetime:
        """The asking time."""
    @property
    def complaint(self) -> Complaint:
        """Where it stands."""
    @property
    def allowed(self) -> tuple[PermittedEvent, ...] | None:
        """What the actor may do."""
    @property
    def forms(self) -> tuple[ComplaintFormStatus, ...]:
        """The forms that fell due."""
    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """By procedure and clock, as asked for."""
    @property
    def findings(self) -> tuple[ComplaintFinding, ...]:
        """Principles and recusals, then what the other answers would pass over."""
    @property
    def duties(self) -> tuple[ComplaintDuty, ...]:
        """What is still to be done."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintStatusInput:
    """A complaint, and what it is judged by."""
    def __init__(
        self,
        *,
        complaint: ComplaintLog,
        procedures: Sequence[str],
        as_of: _datetime.datetime,
        facts: ComplaintFacts | None = ...,
        actor: Actor | None = ...,
        units: Sequence[OrganisationUnit] | None = ...,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintLog:
        """Its log."""
    @property
    def procedures(self) -> tuple[str, ...]:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def as_of(self) -> _datetime.datetime:
        """The asking time."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    @property
    def actor(self) -> Actor | None:
        """Who asks what they may do."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...] | None:
        """The units of the organisation, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTimelineEntry:
    """An event, or something that a clock did."""
    def __init__(
        self,
        *,
        event: ComplaintEvent | None = ...,
        step: ComplaintStepName | None = ...,
        clock: str | None = ...,
        procedure: str | None = ...,
        duty: DeadlineDuty | None = ...,
        run: int | None = ...,
        did: ClockChange | None = ...,
        at: _datetime.datetime | None = ...,
        due_before: _datetime.datetime | None = ...,
        from_: _datetime.datetime | None = ...,
        reason: DeadlineMoveReason | None = ...,
        why: DeadlineRefusedReason | None = ...,
    ) -> None: ...
    @property
    def event(self) -> ComplaintEvent | None:
        """The event."""
    @property
    def step(self) -> ComplaintStepName | None:
        """Where the complaint stood after the event."""
    @property
    def clock(self) -> str | None:
        """The clock; `due_set` for a date that someone set."""
    @property
    def procedure(self) -> str | None:
        """Its procedure, as `id@version`."""
    @property
    def duty(self) -> DeadlineDuty | None:
        """What it asks for."""
    @property
    def run(self) -> int | None:
        """Which run of the clock this is."""
    @property
    def did(self) -> ClockChange | None:
        """What the clock did."""
    @property
    def at(self) -> _datetime.datetime | None:
        """When the clock did it."""
    @property
    def due_before(self) -> _datetime.datetime | None:
        """The first instant that is too late, after that."""
    @property
    def from_(self) -> _datetime.datetime | None:
        """The due instant before a move."""
    @property
    def reason(self) -> DeadlineMoveReason | None:
        """What moved it, or would have."""
    @property
    def why(self) -> DeadlineRefusedReason | None:
        """Why it did not move."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTimeline:
    """A complaint from its receipt to the asking time."""
    def __init__(
        self,
        *,
        as_of: _datetime.datetime,
        complaint: Complaint,
        timeline: Sequence[ComplaintTimelineEntry],
        findings: Sequence[ComplaintFinding],
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.datetime:
        """Until when it is told."""
    @property
    def complaint(self) -> Complaint:
        """Where it stands then."""
    @property
    def timeline(self) -> tuple[ComplaintTimelineEntry, ...]:
        """What an event caused stands behind it; what time alone did, in front of the next event that was recorded."""
    @property
    def findings(self) -> tuple[ComplaintFinding, ...]:
        """What the clocks would pass over."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ComplaintTimelineInput:
    """A complaint, and what it is judged by."""
    def __init__(
        self,
        *,
        complaint: ComplaintLog,
        procedures: Sequence[str],
        as_of: _datetime.datetime,
        facts: ComplaintFacts | None = ...,
        units: Sequence[OrganisationUnit] | None = ...,
    ) -> None: ...
    @property
    def complaint(self) -> ComplaintLog:
        """Its log."""
    @property
    def procedures(self) -> tuple[str, ...]:
        """By id, the version in force when each clock starts; by `id@version`, that version."""
    @property
    def as_of(self) -> _datetime.datetime:
        """Until when it is told."""
    @property
    def facts(self) -> ComplaintFacts | None:
        """What the receipt does not say, or says otherwise."""
    @property
    def units(self) -> tuple[OrganisationUnit, ...] | None:
        """The units of the organisation, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationRow:
    """One of those who bring it."""
    def __init__(
        self,
        *,
        id: str,
        amount: _decimal.Decimal,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id, unique in the question."""
    @property
    def amount(self) -> _decimal.Decimal:
        """What it brings; below zero it is no part of the whole."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationInput:
    """How much do the largest bring, and how many bring most?"""
    def __init__(
        self,
        *,
        as_of: _datetime.date | None = ...,
        currency: str | None = ...,
        top: Sequence[int] | None = ...,
        shares: Sequence[str] | None = ...,
        rows: Sequence[ConcentrationRow],
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.date | None:
        """The day that the amounts are of, for the answer."""
    @property
    def currency(self) -> str | None:
        """The currency of the amounts, by ISO 4217; without one they are whole numbers."""
    @property
    def top(self) -> tuple[int, ...] | None:
        """How much do the first so many bring?"""
    @property
    def shares(self) -> tuple[str, ...] | None:
        """How many bring such a share, `80%`?"""
    @property
    def rows(self) -> tuple[ConcentrationRow, ...]:
        """The rows, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationLeftOut:
    """Left out for one reason."""
    def __init__(
        self,
        *,
        reason: str,
        rows: int,
        amount: str | None = ...,
    ) -> None: ...
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def rows(self) -> int:
        """How many."""
    @property
    def amount(self) -> str | None:
        """Their amount."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationTop:
    """What the largest rows bring."""
    def __init__(
        self,
        *,
        n: int,
        rows: int,
        amount: str,
        share: KpiValue,
        share_of_rows: KpiValue,
    ) -> None: ...
    @property
    def n(self) -> int:
        """So many were asked for."""
    @property
    def rows(self) -> int:
        """So many they are with those that equal the last."""
    @property
    def amount(self) -> str:
        """What they bring."""
    @property
    def share(self) -> KpiValue:
        """Of the whole."""
    @property
    def share_of_rows(self) -> KpiValue:
        """How many they are, of all rows."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationShare:
    """The fewest rows that bring a share."""
    def __init__(
        self,
        *,
        share: str,
        state: KpiState,
        rows: int | None = ...,
        without_ties: int | None = ...,
        amount: str | None = ...,
        reached: KpiValue | None = ...,
        share_of_rows: KpiValue | None = ...,
    ) -> None: ...
    @property
    def share(self) -> str:
        """The share, as written."""
    @property
    def state(self) -> KpiState:
        """Whether there is anything to share."""
    @property
    def rows(self) -> int | None:
        """So many they are with those that equal the last."""
    @property
    def without_ties(self) -> int | None:
        """So few suffice."""
    @property
    def amount(self) -> str | None:
        """What they bring."""
    @property
    def reached(self) -> KpiValue | None:
        """Of the whole."""
    @property
    def share_of_rows(self) -> KpiValue | None:
        """How many they are, of all rows."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ConcentrationReport:
    """How much the largest bring, and how many bring most."""
    def __init__(
        self,
        *,
        id: str,
        as_of: _datetime.date | None = ...,
        basis: str,
        unit: str,
        total: str,
        rows: int,
        left_out: Sequence[ConcentrationLeftOut],
        top: Sequence[ConcentrationTop],
        shares: Sequence[ConcentrationShare],
    ) -> None: ...
    @property
    def id(self) -> str:
        """The figure."""
    @property
    def as_of(self) -> _datetime.date | None:
        """The day that the amounts are of."""
    @property
    def basis(self) -> str:
        """Rows of one amount stay together."""
    @property
    def unit(self) -> str:
        """A currency, or `units`."""
    @property
    def total(self) -> str:
        """The whole."""
    @property
    def rows(self) -> int:
        """The rows that it is made of."""
    @property
    def left_out(self) -> tuple[ConcentrationLeftOut, ...]:
        """The rows that are no part of it."""
    @property
    def top(self) -> tuple[ConcentrationTop, ...]:
        """By number, ascending."""
    @property
    def shares(self) -> tuple[ConcentrationShare, ...]:
        """By share, ascending."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ContactDuty:
    """What account managers owe."""
    def __init__(
        self,
        *,
        id: str,
        contacts: Sequence[ContactKind],
        count: int,
        unit: DutyUnit,
        categories: Sequence[str] | None = ...,
        tiers: Sequence[str] | None = ...,
        roll: DeadlineRoll | None = ...,
        calendar: str | None = ...,
        due_days: int | None = ...,
        missing_after_days: int | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def contacts(self) -> tuple[ContactKind, ...]:
        """The contacts that count."""
    @property
    def count(self) -> int:
        """How many."""
    @property
    def unit(self) -> DutyUnit:
        """Of what."""
    @property
    def categories(self) -> tuple[str, ...] | None:
        """The categories of customers; all when left out."""
    @property
    def tiers(self) -> tuple[str, ...] | None:
        """Their tiers; all when left out."""
    @property
    def roll(self) -> DeadlineRoll | None:
        """What happens to a due day without work. Default: none."""
    @property
    def calendar(self) -> str | None:
        """The calendar of working days."""
    @property
    def due_days(self) -> int | None:
        """How many days before the due day it is listed as due; as soon as it can be done when left out."""
    @property
    def missing_after_days(self) -> int | None:
        """How many days after the due day it counts as missing; when the next one is due when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditAmount:
    """An amount of a customer, on the day it took effect."""
    def __init__(
        self,
        *,
        amount_id: str,
        customer_id: str,
        kind: CreditKind,
        effective: _datetime.date,
        amount: _decimal.Decimal,
    ) -> None: ...
    @property
    def amount_id(self) -> str:
        """The host's id."""
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def kind(self) -> CreditKind:
        """Of which kind."""
    @property
    def effective(self) -> _datetime.date:
        """The day it took effect."""
    @property
    def amount(self) -> _decimal.Decimal:
        """The amount; below zero for what is given back."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditDays:
    """Days from one up to another."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day that is not part of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditFinding:
    """What should not be so."""
    def __init__(
        self,
        *,
        finding: str,
        customer_id: str,
        managers: Sequence[str],
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def finding(self) -> str:
        """two_managers: two looked after the customer on the same days, neither under an exception."""
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def managers(self) -> tuple[str, ...]:
        """The managers, in order of id."""
    @property
    def from_(self) -> _datetime.date:
        """The first of the days, in the period."""
    @property
    def to(self) -> _datetime.date:
        """The first day that is not part of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditResults:
    """Sums by kind: of every kind that any amount has."""
    def __init__(
        self,
        *,
        new_premium: str | None = ...,
        renewal_due: str | None = ...,
        renewal_kept: str | None = ...,
        earned_premium: str | None = ...,
        incurred: str | None = ...,
    ) -> None: ...
    @property
    def new_premium(self) -> str | None:
        """The sum of this kind."""
    @property
    def renewal_due(self) -> str | None:
        """The sum of this kind."""
    @property
    def renewal_kept(self) -> str | None:
        """The sum of this kind."""
    @property
    def earned_premium(self) -> str | None:
        """The sum of this kind."""
    @property
    def incurred(self) -> str | None:
        """The sum of this kind."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditOwn:
    """What is their own."""
    def __init__(
        self,
        *,
        days: int,
        ranges: Sequence[CreditDays],
        results: CreditResults,
    ) -> None: ...
    @property
    def days(self) -> int:
        """How many days."""
    @property
    def ranges(self) -> tuple[CreditDays, ...]:
        """The days on which they looked after a customer unsupervised."""
    @property
    def results(self) -> CreditResults:
        """What they did on them."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditSupervisor:
    """What was done under one supervisor."""
    def __init__(
        self,
        *,
        manager_id: str,
        results: CreditResults,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The supervisor."""
    @property
    def results(self) -> CreditResults:
        """What was done."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditSupervised:
    """What was done under supervision."""
    def __init__(
        self,
        *,
        days: int,
        ranges: Sequence[CreditDays],
        by: Sequence[CreditSupervisor],
    ) -> None: ...
    @property
    def days(self) -> int:
        """How many days."""
    @property
    def ranges(self) -> tuple[CreditDays, ...]:
        """The days on which they looked after customers under supervision only."""
    @property
    def by(self) -> tuple[CreditSupervisor, ...]:
        """By supervisor, in order of id."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditTotal:
    """Where the amounts of a kind went; what was given is the sum of the others."""
    def __init__(
        self,
        *,
        kind: CreditKind,
        given: str,
        own: str,
        supervised: str,
        shared: str,
        nobody: str,
        outside_period: str,
    ) -> None: ...
    @property
    def kind(self) -> CreditKind:
        """The kind."""
    @property
    def given(self) -> str:
        """All amounts."""
    @property
    def own(self) -> str:
        """The managers' own."""
    @property
    def supervised(self) -> str:
        """Under supervision."""
    @property
    def shared(self) -> str:
        """Of customers that several looked after."""
    @property
    def nobody(self) -> str:
        """Of customers that nobody looked after."""
    @property
    def outside_period(self) -> str:
        """Not in the period."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CreditWhose:
    """Whose an amount is."""
    def __init__(
        self,
        *,
        amount_id: str,
        whose: CreditedTo,
        manager_id: str | None = ...,
        supervised_by: str | None = ...,
        managers: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def amount_id(self) -> str:
        """The amount."""
    @property
    def whose(self) -> CreditedTo:
        """own or supervised: of the manager named. shared: several looked after the customer. nobody: no one did. outside_period: the day is not in the period."""
    @property
    def manager_id(self) -> str | None:
        """The manager."""
    @property
    def supervised_by(self) -> str | None:
        """Who answered for it."""
    @property
    def managers(self) -> tuple[str, ...] | None:
        """Those who looked after the customer, in order of id."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PremiumMovement:
    """An endorsement: premium that changes from a date on."""
    def __init__(
        self,
        *,
        effective: _datetime.date,
        amount: _decimal.Decimal,
    ) -> None: ...
    @property
    def effective(self) -> _datetime.date:
        """The day from which it is earned."""
    @property
    def amount(self) -> _decimal.Decimal:
        """Major units; may be negative."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Policy:
    """A policy. Amounts are decimals in major units."""
    def __init__(
        self,
        *,
        policy_id: str,
        line: str,
        business_source: BusinessSource,
        start: _datetime.date,
        end: _datetime.date,
        written_premium: _decimal.Decimal,
        refunded: _decimal.Decimal | None = ...,
        cancelled_on: _datetime.date | None = ...,
        issued_on: _datetime.date | None = ...,
        partner_id: str | None = ...,
        tender_id: str | None = ...,
        insured_units: int = ...,
        currency: str | None = ...,
        movements: Sequence[PremiumMovement] = ...,
    ) -> None: ...
    @property
    def policy_id(self) -> str:
        """The host's id."""
    @property
    def line(self) -> str:
        """Line of business."""
    @property
    def business_source(self) -> BusinessSource:
        """How the business came."""
    @property
    def start(self) -> _datetime.date:
        """First day of cover."""
    @property
    def end(self) -> _datetime.date:
        """First day after the term."""
    @property
    def written_premium(self) -> _decimal.Decimal:
        """Premium at the start, before tax and commission."""
    @property
    def refunded(self) -> _decimal.Decimal | None:
        """What a cancellation gave back; nothing when absent."""
    @property
    def cancelled_on(self) -> _datetime.date | None:
        """First day without cover, when cancelled."""
    @property
    def issued_on(self) -> _datetime.date | None:
        """When it was issued; tells whether it is bound."""
    @property
    def partner_id(self) -> str | None:
        """The partner through whom it was written."""
    @property
    def tender_id(self) -> str | None:
        """The tender that it belongs to."""
    @property
    def insured_units(self) -> int:
        """Vehicles, persons or sites covered; at least 1."""
    @property
    def currency(self) -> str | None:
        """ISO 4217; the rulebook's when absent."""
    @property
    def movements(self) -> tuple[PremiumMovement, ...]:
        """Endorsements."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RegisterEntry:
    """An entry of the blacklist register."""
    def __init__(
        self,
        *,
        entry_id: str,
        state: EntryState,
        effective: _datetime.date,
        reason: str | None = ...,
        expiry: _datetime.date | None = ...,
        review: _datetime.date | None = ...,
        lines: Sequence[str] = ...,
    ) -> None: ...
    @property
    def entry_id(self) -> str:
        """The host's id."""
    @property
    def state(self) -> EntryState:
        """Where it stands."""
    @property
    def effective(self) -> _datetime.date:
        """First day of effect."""
    @property
    def reason(self) -> str | None:
        """Why it was made."""
    @property
    def expiry(self) -> _datetime.date | None:
        """First day without effect."""
    @property
    def review(self) -> _datetime.date | None:
        """The day of its review."""
    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that it concerns; all when empty."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Customer:
    """A customer with everything that is known. What is absent is unknown, never "no"."""
    def __init__(
        self,
        *,
        customer_id: str,
        kind: CustomerKind,
        credit: Credit | None = ...,
        intends_to_insure: bool | None = ...,
        fraud_signs: bool | None = ...,
        hard_to_settle: bool | None = ...,
        history_from: _datetime.date | None = ...,
        valued_on: _datetime.date | None = ...,
        manager_id: str | None = ...,
        next_review: _datetime.date | None = ...,
        inputs: Mapping[str, InputValue] = ...,
        policies: Sequence[Policy] = ...,
        claims: Sequence[Claim] = ...,
        placed: Sequence[Policy] = ...,
        entries: Sequence[RegisterEntry] = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def kind(self) -> CustomerKind:
        """The kind."""
    @property
    def credit(self) -> Credit | None:
        """Credit standing."""
    @property
    def intends_to_insure(self) -> bool | None:
        """Means to insure with us."""
    @property
    def fraud_signs(self) -> bool | None:
        """Signs of malicious fraud."""
    @property
    def hard_to_settle(self) -> bool | None:
        """Hard to settle with after a loss."""
    @property
    def history_from(self) -> _datetime.date | None:
        """The day from which the records are whole."""
    @property
    def valued_on(self) -> _datetime.date | None:
        """The day on which the facts were taken from the core system."""
    @property
    def manager_id(self) -> str | None:
        """The account manager: empty when there is none, absent when nobody told."""
    @property
    def next_review(self) -> _datetime.date | None:
        """The day of the next review."""
    @property
    def inputs(self) -> Mapping[str, InputValue]:
        """The inputs that the rulebook declares, by name."""
    @property
    def policies(self) -> tuple[Policy, ...]:
        """The customer's policies."""
    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims on them."""
    @property
    def placed(self) -> tuple[Policy, ...]:
        """Policies of other customers that carry this partner's id."""
    @property
    def entries(self) -> tuple[RegisterEntry, ...]:
        """Entries of the blacklist register."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RuleTrace:
    """A rule and what it asked."""
    def __init__(
        self,
        *,
        section: RuleSection,
        id: str,
        outcome: CustomerCategory | None,
        result: ConditionAnswer,
        condition: str,
        source: str | None,
        example: bool,
        came_close: bool,
        comparisons: Sequence[Comparison],
    ) -> None: ...
    @property
    def section(self) -> RuleSection:
        """Where it stands."""
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def outcome(self) -> CustomerCategory | None:
        """The category that it gives."""
    @property
    def result(self) -> ConditionAnswer:
        """What it answered."""
    @property
    def condition(self) -> str:
        """Its condition, as rules write it; `when` in JSON."""
    @property
    def source(self) -> str | None:
        """The requirement or law that it is made from."""
    @property
    def example(self) -> bool:
        """Whether its thresholds are an example, not a requirement."""
    @property
    def came_close(self) -> bool:
        """Whether it is false by exactly one comparison."""
    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What it asked, in the order in which it was asked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Decision:
    """A decision with its reasons. Same facts, same rulebook, same day: the same bytes."""
    def __init__(
        self,
        *,
        assessment: Assessment,
        rules: Sequence[RuleTrace],
        figures: Sequence[Measure],
        overflow: str | None,
        rulebook: str,
        rulebook_fingerprint: str,
        facts_fingerprint: str,
        language: int,
        fingerprint: str,
        json: str,
    ) -> None: ...
    @property
    def assessment(self) -> Assessment:
        """What was decided."""
    @property
    def rules(self) -> tuple[RuleTrace, ...]:
        """Every rule with its comparisons: categories, alerts, then the blacklist's criteria."""
    @property
    def figures(self) -> tuple[Measure, ...]:
        """Every figure with the facts behind it."""
    @property
    def overflow(self) -> str | None:
        """The figure that does not fit 64 bits, when that is why nothing was decided."""
    @property
    def rulebook(self) -> str:
        """The rulebook, as `id@version`."""
    @property
    def rulebook_fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    @property
    def facts_fingerprint(self) -> str:
        """The digest of the facts in canonical form."""
    @property
    def language(self) -> int:
        """The version of the rule language."""
    @property
    def fingerprint(self) -> str:
        """The digest of all that: whoever holds facts and rulebook can decide again and compare."""
    @property
    def json(self) -> str:
        """The whole decision as canonical JSON, the same bytes in every language."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DispatchTask:
    """Something to be done by somebody."""
    def __init__(
        self,
        *,
        task_id: str,
        kind: DispatchTaskKind,
        due_before: _datetime.datetime | None = ...,
        due_on: _datetime.date | None = ...,
        severity: int | None = ...,
        vulnerable: bool | None = ...,
        category: CustomerCategory | None = ...,
        customer_id: str | None = ...,
        place: str | None = ...,
        skills: Sequence[str] | None = ...,
        level: OrgLevel | None = ...,
        unit_id: str | None = ...,
        effort: int | None = ...,
        held_by: str | None = ...,
    ) -> None: ...
    @property
    def task_id(self) -> str:
        """The host's id."""
    @property
    def kind(self) -> DispatchTaskKind:
        """What is to be done."""
    @property
    def due_before(self) -> _datetime.datetime | None:
        """The instant before which it must be done by law."""
    @property
    def due_on(self) -> _datetime.date | None:
        """The last day for it by law; the day ends at midnight UTC."""
    @property
    def severity(self) -> int | None:
        """How severe it is; more is more, 0 when left out."""
    @property
    def vulnerable(self) -> bool | None:
        """Whether somebody vulnerable is concerned."""
    @property
    def category(self) -> CustomerCategory | None:
        """The customer's category, which only breaks ties."""
    @property
    def customer_id(self) -> str | None:
        """The customer."""
    @property
    def place(self) -> str | None:
        """Where it is to be done."""
    @property
    def skills(self) -> tuple[str, ...] | None:
        """The skills that it takes, all of them."""
    @property
    def level(self) -> OrgLevel | None:
        """The least level of the unit of whoever does it."""
    @property
    def unit_id(self) -> str | None:
        """The unit whose people do it, or those of the units below."""
    @property
    def effort(self) -> int | None:
        """How much work it is; 1 when left out."""
    @property
    def held_by(self) -> str | None:
        """Who has it now."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DispatchSolveInput:
    """The tasks, the people and the rules."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        managers: Sequence[AssignmentManager],
        customers: Sequence[AssignmentCustomer] | None = ...,
        assignments: Sequence[Assignment] | None = ...,
        contacts: Sequence[AssignmentContact] | None = ...,
        distances: Sequence[AssignmentDistance] | None = ...,
        as_of: _datetime.date,
        rulebook: RulebookChoice | None = ...,
        tasks: Sequence[DispatchTask],
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def managers(self) -> tuple[AssignmentManager, ...]:
        """The managers, in any order."""
    @property
    def customers(self) -> tuple[AssignmentCustomer, ...] | None:
        """The customers, in any order."""
    @property
    def assignments(self) -> tuple[Assignment, ...] | None:
        """Who was assigned to whom, in any order."""
    @property
    def contacts(self) -> tuple[AssignmentContact, ...] | None:
        """The contact log, in any order."""
    @property
    def distances(self) -> tuple[AssignmentDistance, ...] | None:
        """How far places are from each other."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself; example-assignment when absent."""
    @property
    def tasks(self) -> tuple[DispatchTask, ...]:
        """The tasks, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DocumentText:
    """A rulebook or a calendar as text, JSON or TOML."""
    def __init__(
        self,
        *,
        name: str,
        text: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its file name, for the messages; its ending tells JSON from TOML."""
    @property
    def text(self) -> str:
        """The whole text."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyAssignment:
    """Who is responsible for a customer."""
    def __init__(
        self,
        *,
        manager_id: str,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day that is not part of it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyContact:
    """Something that was done."""
    def __init__(
        self,
        *,
        id: str,
        manager_id: str,
        done_on: _datetime.date,
        customer_id: str,
        contact: ContactKind,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id."""
    @property
    def manager_id(self) -> str:
        """By whom."""
    @property
    def done_on(self) -> _datetime.date:
        """When."""
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def contact(self) -> ContactKind:
        """Of which kind."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyCustomer:
    """A customer, and who is responsible when."""
    def __init__(
        self,
        *,
        customer_id: str,
        category: str | None = ...,
        tier: str | None = ...,
        assignments: Sequence[DutyAssignment],
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def category(self) -> str | None:
        """The category on the day."""
    @property
    def tier(self) -> str | None:
        """The value tier on the day."""
    @property
    def assignments(self) -> tuple[DutyAssignment, ...]:
        """Who was responsible when; none overlaps another."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyEventReport:
    """Something that was done."""
    def __init__(
        self,
        *,
        id: str,
        manager_id: str,
        done_on: _datetime.date,
        event_id: str,
        counter_measures: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id."""
    @property
    def manager_id(self) -> str:
        """By whom."""
    @property
    def done_on(self) -> _datetime.date:
        """When."""
    @property
    def event_id(self) -> str:
        """The event."""
    @property
    def counter_measures(self) -> tuple[str, ...] | None:
        """The counter-measures that it names."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyItem:
    """One thing owed, as it stands on the day."""
    def __init__(
        self,
        *,
        duty: str,
        kind: DutyKind,
        manager_id: str | None = ...,
        unit_id: str | None = ...,
        customer_id: str | None = ...,
        event_id: str | None = ...,
        period: _datetime.date | None = ...,
        opens_on: _datetime.date,
        due_on: _datetime.date | None = ...,
        state: DutyState,
        done_on: _datetime.date | None = ...,
        days_late: int | None = ...,
        lacking: Sequence[str] | None = ...,
        problem: str | None = ...,
    ) -> None: ...
    @property
    def duty(self) -> str:
        """The rule."""
    @property
    def kind(self) -> DutyKind:
        """What it is about."""
    @property
    def manager_id(self) -> str | None:
        """Who owes it: whoever was responsible on the due day; absent where nobody was."""
    @property
    def unit_id(self) -> str | None:
        """The unit of their post on that day; where nobody was responsible, that of the manager who was last."""
    @property
    def customer_id(self) -> str | None:
        """The customer."""
    @property
    def event_id(self) -> str | None:
        """The major event."""
    @property
    def period(self) -> _datetime.date | None:
        """The first day of the period."""
    @property
    def opens_on(self) -> _datetime.date:
        """The day from which it is counted."""
    @property
    def due_on(self) -> _datetime.date | None:
        """The last day in time."""
    @property
    def state(self) -> DutyState:
        """How it stands."""
    @property
    def done_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def days_late(self) -> int | None:
        """By how many days it is, or was, late; counted up to the handover for what was left undone at it."""
    @property
    def lacking(self) -> tuple[str, ...] | None:
        """What the report that was made lacks."""
    @property
    def problem(self) -> str | None:
        """Why the due day cannot be told, as a stable code."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyManager:
    """An account manager, and where they served."""
    def __init__(
        self,
        *,
        manager_id: str,
        posts: Sequence[ManagerPost],
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id."""
    @property
    def posts(self) -> tuple[ManagerPost, ...]:
        """Where they served, in any order; none overlaps another."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DutyReport:
    """Something that was done."""
    def __init__(
        self,
        *,
        id: str,
        manager_id: str,
        done_on: _datetime.date,
        duty: str,
        period: _datetime.date,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The host's id."""
    @property
    def manager_id(self) -> str:
        """By whom."""
    @property
    def done_on(self) -> _datetime.date:
        """When."""
    @property
    def duty(self) -> str:
        """The rule."""
    @property
    def period(self) -> _datetime.date:
        """The first day of the period."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class EventDuty:
    """What account managers owe."""
    def __init__(
        self,
        *,
        id: str,
        events: Sequence[str] | None = ...,
        count: int,
        unit: DutyUnit,
        counter_measures: bool | None = ...,
        roll: DeadlineRoll | None = ...,
        calendar: str | None = ...,
        due_days: int | None = ...,
        missing_after_days: int | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def events(self) -> tuple[str, ...] | None:
        """The kinds of events; all when left out."""
    @property
    def count(self) -> int:
        """How many."""
    @property
    def unit(self) -> DutyUnit:
        """Of what."""
    @property
    def counter_measures(self) -> bool | None:
        """Whether the report must name counter-measures."""
    @property
    def roll(self) -> DeadlineRoll | None:
        """What happens to a due day without work. Default: none."""
    @property
    def calendar(self) -> str | None:
        """The calendar of working days."""
    @property
    def due_days(self) -> int | None:
        """How many days before the due day it is listed as due; as soon as it can be done when left out."""
    @property
    def missing_after_days(self) -> int | None:
        """How many days after the due day it counts as missing; when the next one is due when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class GradeOnDay:
    """The grade over some days."""
    def __init__(
        self,
        *,
        from_: _datetime.date | None = ...,
        to: _datetime.date | None = ...,
        state: GradeOnDayState,
        grade: ManagerGrade | None = ...,
        last_grade: ManagerGrade | None = ...,
        certification_id: str | None = ...,
        reason: NoGradeReason | None = ...,
        valid_to: _datetime.date | None = ...,
        grace_to: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date | None:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day that is not part of it."""
    @property
    def state(self) -> GradeOnDayState:
        """What is known of the grade."""
    @property
    def grade(self) -> ManagerGrade | None:
        """The grade, while it counts."""
    @property
    def last_grade(self) -> ManagerGrade | None:
        """The grade that counted last, when none does."""
    @property
    def certification_id(self) -> str | None:
        """The certification that this follows from."""
    @property
    def reason(self) -> NoGradeReason | None:
        """Why it is unrated."""
    @property
    def valid_to(self) -> _datetime.date | None:
        """The first day on which the certificate is not valid any more."""
    @property
    def grace_to(self) -> _datetime.date | None:
        """The first day on which the grade is not kept any more."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class GradeOnInput:
    """A manager's file, and a day."""
    def __init__(
        self,
        *,
        terms: CertificationTerms | None = ...,
        rulebook: RulebookChoice | None = ...,
        manager: ManagerFile,
        on: _datetime.date,
        known_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def terms(self) -> CertificationTerms | None:
        """The rules of certification; without them and without a rulebook, the example ones."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself."""
    @property
    def manager(self) -> ManagerFile:
        """The manager's file so far."""
    @property
    def on(self) -> _datetime.date:
        """The day."""
    @property
    def known_on(self) -> _datetime.date | None:
        """As it was known on this day: nothing that was written down later. All that is known when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class GradeOnOutput:
    """A grade."""
    def __init__(
        self,
        *,
        grade: GradeOnDay,
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def grade(self) -> GradeOnDay:
        """The grade on the day."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class InputInfo:
    """An input that a rulebook declares."""
    def __init__(
        self,
        *,
        name: str,
        takes: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def takes(self) -> str:
        """Its type, in the rule language."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class JudgedPartnerEvent:
    """An event, and what it means for the years that must be clean."""
    def __init__(
        self,
        *,
        event_id: str,
        code: str,
        kind: PartnerEventKind | None = ...,
        major: bool | None = ...,
        act_on: _datetime.date | None = ...,
        decided_on: _datetime.date | None = ...,
        known_on: _datetime.date | None = ...,
        acted_in_window: bool | None = ...,
        decided_in_window: bool | None = ...,
        finding: PartnerEventFinding,
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The host's id."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def kind(self) -> PartnerEventKind | None:
        """What it is, by the closed list."""
    @property
    def major(self) -> bool | None:
        """Whether it bars, by the closed list."""
    @property
    def act_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def decided_on(self) -> _datetime.date | None:
        """When it was decided."""
    @property
    def known_on(self) -> _datetime.date | None:
        """Since when the insurer knows of it, where that is told."""
    @property
    def acted_in_window(self) -> bool | None:
        """Whether it was done in the clean years."""
    @property
    def decided_in_window(self) -> bool | None:
        """Whether it was decided in the clean years."""
    @property
    def finding(self) -> PartnerEventFinding:
        """What it means."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class MajorEvent:
    """Something big that happened to a customer."""
    def __init__(
        self,
        *,
        event_id: str,
        customer_id: str,
        kind: str,
        occurred_on: _datetime.date,
        known_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The host's id."""
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def kind(self) -> str:
        """Of which kind."""
    @property
    def occurred_on(self) -> _datetime.date:
        """When it happened."""
    @property
    def known_on(self) -> _datetime.date | None:
        """When the insurer knew; when it happened, if left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerAppraisal:
    """What a manager's work came to, and the grade that follows."""
    def __init__(
        self,
        *,
        manager_id: str,
        unit_id: str | None = ...,
        days: AppraisedDays,
        rating: AppraisalRating,
        reason: AppraisalUnrated | None = ...,
        grade: ManagerGrade | None = ...,
        proposed: ManagerGrade | None = ...,
        change: AppraisalChange | None = ...,
        limited_by: AppraisalLimit | None = ...,
        score: CardScore | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The host's id."""
    @property
    def unit_id(self) -> str | None:
        """The unit."""
    @property
    def days(self) -> AppraisedDays:
        """The days."""
    @property
    def rating(self) -> AppraisalRating:
        """What it came to."""
    @property
    def reason(self) -> AppraisalUnrated | None:
        """Why there is no score."""
    @property
    def grade(self) -> ManagerGrade | None:
        """The grade so far."""
    @property
    def proposed(self) -> ManagerGrade | None:
        """The grade proposed."""
    @property
    def change(self) -> AppraisalChange | None:
        """What becomes of the grade."""
    @property
    def limited_by(self) -> AppraisalLimit | None:
        """What kept it from being that of the score."""
    @property
    def score(self) -> CardScore | None:
        """The score, every point explained."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerAppraiseInput:
    """Managers with the facts of a period; they are each other's peers."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        period: AppraisalPeriod,
        managers: Sequence[AppraisedManager],
        only: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def period(self) -> AppraisalPeriod:
        """The period."""
    @property
    def managers(self) -> tuple[AppraisedManager, ...]:
        """The managers, in any order."""
    @property
    def only(self) -> tuple[str, ...] | None:
        """Whom to answer for; the others are peers only. Absent: all."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerAppraiseOutput:
    """The appraisals, in order of manager."""
    def __init__(
        self,
        *,
        managers: Sequence[ManagerAppraisal],
        period: AppraisalPeriod,
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def managers(self) -> tuple[ManagerAppraisal, ...]:
        """The appraisals."""
    @property
    def period(self) -> AppraisalPeriod:
        """The period."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerCredit:
    """A manager's days and results."""
    def __init__(
        self,
        *,
        manager_id: str,
        own: CreditOwn | None = ...,
        supervised: CreditSupervised | None = ...,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def own(self) -> CreditOwn | None:
        """What is their own."""
    @property
    def supervised(self) -> CreditSupervised | None:
        """What was done under supervision, which is never among their own results."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerCreditInput:
    """Who looked after whom, and the amounts."""
    def __init__(
        self,
        *,
        period: CreditDays,
        currency: str,
        assignments: Sequence[Assignment],
        amounts: Sequence[CreditAmount],
    ) -> None: ...
    @property
    def period(self) -> CreditDays:
        """The period of the results."""
    @property
    def currency(self) -> str:
        """The currency, by ISO 4217."""
    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Who looked after whom, in any order; of one customer and one manager, none overlaps another."""
    @property
    def amounts(self) -> tuple[CreditAmount, ...]:
        """The amounts, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerCreditOutput:
    """Who is credited with what."""
    def __init__(
        self,
        *,
        period: CreditDays,
        currency: str,
        managers: Sequence[ManagerCredit],
        amounts: Sequence[CreditWhose],
        totals: Sequence[CreditTotal],
        findings: Sequence[CreditFinding] | None = ...,
    ) -> None: ...
    @property
    def period(self) -> CreditDays:
        """The period."""
    @property
    def currency(self) -> str:
        """The currency."""
    @property
    def managers(self) -> tuple[ManagerCredit, ...]:
        """In order of id."""
    @property
    def amounts(self) -> tuple[CreditWhose, ...]:
        """Whose each is, in order of id."""
    @property
    def totals(self) -> tuple[CreditTotal, ...]:
        """Where they went, by kind."""
    @property
    def findings(self) -> tuple[CreditFinding, ...] | None:
        """Two managers of one customer at once, by customer, then by day; left out when there are none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerDuties:
    """How many duties stand where."""
    def __init__(
        self,
        *,
        manager_id: str,
        due: int,
        overdue: int,
        missing: int,
        done: int,
        done_late: int,
        undetermined: int,
    ) -> None: ...
    @property
    def manager_id(self) -> str:
        """The manager."""
    @property
    def due(self) -> int:
        """How many stand so."""
    @property
    def overdue(self) -> int:
        """How many stand so."""
    @property
    def missing(self) -> int:
        """How many stand so."""
    @property
    def done(self) -> int:
        """How many stand so."""
    @property
    def done_late(self) -> int:
        """How many stand so."""
    @property
    def undetermined(self) -> int:
        """How many stand so."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ReportDuty:
    """What account managers owe."""
    def __init__(
        self,
        *,
        id: str,
        every: ReportingPeriod,
        due_day: int,
        roll: DeadlineRoll | None = ...,
        calendar: str | None = ...,
        due_days: int | None = ...,
        missing_after_days: int | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def every(self) -> ReportingPeriod:
        """The period."""
    @property
    def due_day(self) -> int:
        """By which day of the month after it; the last one, where the month has fewer."""
    @property
    def roll(self) -> DeadlineRoll | None:
        """What happens to a due day without work. Default: none."""
    @property
    def calendar(self) -> str | None:
        """The calendar of working days."""
    @property
    def due_days(self) -> int | None:
        """How many days before the due day it is listed as due; as soon as it can be done when left out."""
    @property
    def missing_after_days(self) -> int | None:
        """How many days after the due day it counts as missing; when the next one is due when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerDutiesInput:
    """Managers, customers, and what was done."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
        rules: Sequence[DutyRule] | None = ...,
        rulebook: RulebookChoice | None = ...,
        managers: Sequence[DutyManager],
        customers: Sequence[DutyCustomer] | None = ...,
        events: Sequence[MajorEvent] | None = ...,
        log: Sequence[DutyLogEntry] | None = ...,
        as_of: _datetime.date,
        from_: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    @property
    def rules(self) -> tuple[DutyRule, ...] | None:
        """What is owed; or else a rulebook says so."""
    @property
    def rulebook(self) -> RulebookChoice | None:
        """A rulebook that says what is owed: its id, of which the version in force on `as_of` decides, `id@version`, or a rulebook itself."""
    @property
    def managers(self) -> tuple[DutyManager, ...]:
        """The managers, in any order."""
    @property
    def customers(self) -> tuple[DutyCustomer, ...] | None:
        """The customers, in any order."""
    @property
    def events(self) -> tuple[MajorEvent, ...] | None:
        """Major events, in any order."""
    @property
    def log(self) -> tuple[DutyLogEntry, ...] | None:
        """What was done, in any order."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def from_(self) -> _datetime.date | None:
        """What was due before this day is left out; 12 months before `as_of` when left out."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class UnitDuties:
    """How many duties stand where."""
    def __init__(
        self,
        *,
        unit_id: str,
        due: int,
        overdue: int,
        missing: int,
        done: int,
        done_late: int,
        undetermined: int,
    ) -> None: ...
    @property
    def unit_id(self) -> str:
        """The unit; with those below it."""
    @property
    def due(self) -> int:
        """How many stand so."""
    @property
    def overdue(self) -> int:
        """How many stand so."""
    @property
    def missing(self) -> int:
        """How many stand so."""
    @property
    def done(self) -> int:
        """How many stand so."""
    @property
    def done_late(self) -> int:
        """How many stand so."""
    @property
    def undetermined(self) -> int:
        """How many stand so."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ManagerDutiesOutput:
    """What is owed."""
    def __init__(
        self,
        *,
        items: Sequence[DutyItem],
        managers: Sequence[ManagerDuties],
        units: Sequence[UnitDuties],
        rulebook: str | None = ...,
        fingerprint: str | None = ...,
    ) -> None: ...
    @property
    def items(self) -> tuple[DutyItem, ...]:
        """In order of manager and day."""
    @property
    def managers(self) -> tuple[ManagerDuties, ...]:
        """In order of id."""
    @property
    def units(self) -> tuple[UnitDuties, ...]:
        """Each with those below it, in order of id."""
    @property
    def rulebook(self) -> str | None:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class OperationInfo:
    """An operation of the one table that every language shares."""
    def __init__(
        self,
        *,
        name: str,
        doc: str,
        input_schema: str,
        output_schema: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def doc(self) -> str:
        """One sentence about it."""
    @property
    def input_schema(self) -> str:
        """The JSON Schema of what it takes."""
    @property
    def output_schema(self) -> str:
        """The JSON Schema of what it answers."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class OrganisationInput:
    """The units."""
    def __init__(
        self,
        *,
        units: Sequence[OrganisationUnit],
    ) -> None: ...
    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units of the organisation, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class OrganisationOutput:
    """A tree without mistakes."""
    def __init__(
        self,
        *,
        units: int,
        root: str,
        without_complaint_phone: Sequence[str],
    ) -> None: ...
    @property
    def units(self) -> int:
        """How many units there are."""
    @property
    def root(self) -> str:
        """The topmost unit."""
    @property
    def without_complaint_phone(self) -> tuple[str, ...]:
        """Units that show no complaint telephone (A-58)."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerLicence:
    """The permission to sell."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date | None:
        """The first day on which it no longer holds; left out: none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerEvent:
    """A violation or penalty."""
    def __init__(
        self,
        *,
        event_id: str,
        code: str,
        act_on: _datetime.date | None = ...,
        decided_on: _datetime.date | None = ...,
        known_on: _datetime.date | None = ...,
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The host's id, unique for the partner."""
    @property
    def code(self) -> str:
        """The code, of the rulebook's closed list."""
    @property
    def act_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def decided_on(self) -> _datetime.date | None:
        """When it was decided."""
    @property
    def known_on(self) -> _datetime.date | None:
        """Since when the insurer knows of it; left out: since the decision, else the act."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Partner:
    """What is known of a partner."""
    def __init__(
        self,
        *,
        partner_id: str,
        licence: PartnerLicence | None = ...,
        compliant: bool | None = ...,
        events: Sequence[PartnerEvent] | None = ...,
        facts: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def partner_id(self) -> str:
        """The host's id."""
    @property
    def licence(self) -> PartnerLicence | None:
        """Its licence; left out: not known."""
    @property
    def compliant(self) -> bool | None:
        """Whether it operates in compliance; left out: nobody said."""
    @property
    def events(self) -> tuple[PartnerEvent, ...] | None:
        """Its violations and penalties; left out: not known."""
    @property
    def facts(self) -> Mapping[str, str] | None:
        """Figures for scorecards by name, as text: `{"premium": "120000.00", "loss_ratio": "62/100"}`; a figure that does not exist is `undefined`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerReason:
    """Why a partner is not simply admitted."""
    def __init__(
        self,
        *,
        reason: PartnerAdmissionReason,
        effect: PartnerReasonEffect,
        event_id: str | None = ...,
    ) -> None: ...
    @property
    def reason(self) -> PartnerAdmissionReason:
        """Why."""
    @property
    def effect(self) -> PartnerReasonEffect:
        """What that does."""
    @property
    def event_id(self) -> str | None:
        """By which event."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerAdmission:
    """Whether a partner is admitted, and why not."""
    def __init__(
        self,
        *,
        partner_id: str,
        as_of: _datetime.date,
        outcome: PartnerAdmissionOutcome,
        window: CleanWindow,
        clean_date: CleanDate,
        reasons: Sequence[PartnerReason],
        events: Sequence[JudgedPartnerEvent],
        preference: CardScore | None = ...,
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def partner_id(self) -> str:
        """The partner."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def outcome(self) -> PartnerAdmissionOutcome:
        """What becomes of it."""
    @property
    def window(self) -> CleanWindow:
        """The years that must be clean."""
    @property
    def clean_date(self) -> CleanDate:
        """The date of an event that counts."""
    @property
    def reasons(self) -> tuple[PartnerReason, ...]:
        """Why not."""
    @property
    def events(self) -> tuple[JudgedPartnerEvent, ...]:
        """Every event, by id, with both its dates."""
    @property
    def preference(self) -> CardScore | None:
        """The scorecard of preference, which never changes the outcome."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerAdmitInput:
    """A partner, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        partner: Partner,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def partner(self) -> Partner:
        """The partner."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerExit:
    """The period that ended it."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
        why: PartnerExitReason,
        events: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """Its first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    @property
    def why(self) -> PartnerExitReason:
        """Why."""
    @property
    def events(self) -> tuple[str, ...] | None:
        """The events that were a veto."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerFinding:
    """Something that should not be so."""
    def __init__(
        self,
        *,
        finding: PartnerFindingKind,
        reward_id: str | None = ...,
        found: str | None = ...,
        allowed: str | None = ...,
    ) -> None: ...
    @property
    def finding(self) -> PartnerFindingKind:
        """What."""
    @property
    def reward_id(self) -> str | None:
        """The reward."""
    @property
    def found(self) -> str | None:
        """What was paid."""
    @property
    def allowed(self) -> str | None:
        """What may be."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerLaterVeto:
    """A veto that is effective after the period, and known on the day: the score of the period
    stays.
    """
    def __init__(
        self,
        *,
        event_id: str,
        code: str,
        act_on: _datetime.date | None = ...,
        decided_on: _datetime.date | None = ...,
        known_since: _datetime.date,
        effective_from: _datetime.date,
    ) -> None: ...
    @property
    def event_id(self) -> str:
        """The event."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def act_on(self) -> _datetime.date | None:
        """When it was done."""
    @property
    def decided_on(self) -> _datetime.date | None:
        """When it was decided."""
    @property
    def known_since(self) -> _datetime.date:
        """Since when the insurer knows of it."""
    @property
    def effective_from(self) -> _datetime.date:
        """Its date that counts."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerPass:
    """The points beside the pass line."""
    def __init__(
        self,
        *,
        state: PartnerPassState,
        line: str | None = ...,
        points: str | None = ...,
    ) -> None: ...
    @property
    def state(self) -> PartnerPassState:
        """How they stand."""
    @property
    def line(self) -> str | None:
        """The pass line."""
    @property
    def points(self) -> str | None:
        """The points."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerPeriod:
    """One appraisal of a partner."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
        points: _decimal.Decimal | None = ...,
        line: _decimal.Decimal | None = ...,
        vetoes: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """Its first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    @property
    def points(self) -> _decimal.Decimal | None:
        """What the scorecard gave; left out: it could not be decided."""
    @property
    def line(self) -> _decimal.Decimal | None:
        """The pass line of then, where it was another."""
    @property
    def vetoes(self) -> tuple[str, ...] | None:
        """Events that were a veto."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerReward:
    """A reward for selling."""
    def __init__(
        self,
        *,
        reward_id: str,
        to: RewardRecipient,
    ) -> None: ...
    @property
    def reward_id(self) -> str:
        """The host's id."""
    @property
    def to(self) -> RewardRecipient:
        """To whom it was paid: the partner, or one of its people."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerSpan:
    """Days from one up to another."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """The first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerVetoReason:
    """Something that overrides the score, or may."""
    def __init__(
        self,
        *,
        why: PartnerVetoWhy,
        event_id: str | None = ...,
        code: str | None = ...,
        date: _datetime.date | None = ...,
        rule: str | None = ...,
    ) -> None: ...
    @property
    def why(self) -> PartnerVetoWhy:
        """Why."""
    @property
    def event_id(self) -> str | None:
        """The event."""
    @property
    def code(self) -> str | None:
        """Its code."""
    @property
    def date(self) -> _datetime.date | None:
        """Its date that counts."""
    @property
    def rule(self) -> str | None:
        """The veto of the scorecard."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerVeto:
    """The compliance veto, which no score outweighs."""
    def __init__(
        self,
        *,
        state: PartnerVetoState,
        reasons: Sequence[PartnerVetoReason],
        later: Sequence[PartnerLaterVeto] | None = ...,
    ) -> None: ...
    @property
    def state(self) -> PartnerVetoState:
        """Whether it holds."""
    @property
    def reasons(self) -> tuple[PartnerVetoReason, ...]:
        """What makes it so."""
    @property
    def later(self) -> tuple[PartnerLaterVeto, ...] | None:
        """Vetoes after the period that are known on the day, by id; left out when there are none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerScore:
    """How a partner did, and what follows."""
    def __init__(
        self,
        *,
        partner_id: str,
        as_of: _datetime.date,
        card: PartnerCard,
        period: PartnerSpan,
        outcome: PartnerScoreOutcome,
        veto: PartnerVeto,
        pass_: PartnerPass,
        score: CardScore,
        grade: PartnerGrade | None = ...,
        commission: str | None = ...,
        service: Sequence[str] | None = ...,
        findings: Sequence[PartnerFinding],
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def partner_id(self) -> str:
        """The partner."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def card(self) -> PartnerCard:
        """The scorecard."""
    @property
    def period(self) -> PartnerSpan:
        """The days that it covers."""
    @property
    def outcome(self) -> PartnerScoreOutcome:
        """What becomes of the partner."""
    @property
    def veto(self) -> PartnerVeto:
        """The compliance veto."""
    @property
    def pass_(self) -> PartnerPass:
        """The pass line."""
    @property
    def score(self) -> CardScore:
        """The score, explained."""
    @property
    def grade(self) -> PartnerGrade | None:
        """The grade, of a partner that stays."""
    @property
    def commission(self) -> str | None:
        """The level of commission of the grade."""
    @property
    def service(self) -> tuple[str, ...] | None:
        """Service and support of the grade."""
    @property
    def findings(self) -> tuple[PartnerFinding, ...]:
        """What should not be so."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerScoreInput:
    """A partner and a period, and the rules of a day."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        card: PartnerCard,
        period: PartnerSpan,
        partner: Partner,
        commission: str | None = ...,
        rewards: Sequence[PartnerReward] | None = ...,
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def card(self) -> PartnerCard:
        """The scorecard."""
    @property
    def period(self) -> PartnerSpan:
        """The days that it covers, over by the day."""
    @property
    def partner(self) -> Partner:
        """The partner."""
    @property
    def commission(self) -> str | None:
        """The commission that is really paid, such as `12%`."""
    @property
    def rewards(self) -> tuple[PartnerReward, ...] | None:
        """Rewards of the period."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TrackedPartnerPeriod:
    """A period, and how the partner stands after it."""
    def __init__(
        self,
        *,
        from_: _datetime.date,
        to: _datetime.date,
        state: PartnerTrackState,
        points: str | None = ...,
        line: str | None = ...,
        vetoes: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def from_(self) -> _datetime.date:
        """Its first day."""
    @property
    def to(self) -> _datetime.date:
        """The first day after it."""
    @property
    def state(self) -> PartnerTrackState:
        """How it stands."""
    @property
    def points(self) -> str | None:
        """What the scorecard gave."""
    @property
    def line(self) -> str | None:
        """The pass line."""
    @property
    def vetoes(self) -> tuple[str, ...] | None:
        """Events that were a veto."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerTrack:
    """A partner over its periods."""
    def __init__(
        self,
        *,
        partner_id: str,
        as_of: _datetime.date,
        state: PartnerTrackState,
        below_in_a_row: int,
        left: int,
        exit: PartnerExit | None = ...,
        periods: Sequence[TrackedPartnerPeriod],
        rulebook: str,
        fingerprint: str,
    ) -> None: ...
    @property
    def partner_id(self) -> str:
        """The partner."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def state(self) -> PartnerTrackState:
        """After the last period that counts."""
    @property
    def below_in_a_row(self) -> int:
        """How many periods in a row were below the line."""
    @property
    def left(self) -> int:
        """How many more may be."""
    @property
    def exit(self) -> PartnerExit | None:
        """The period that ended it."""
    @property
    def periods(self) -> tuple[TrackedPartnerPeriod, ...]:
        """The periods, in order."""
    @property
    def rulebook(self) -> str:
        """The rulebook that decided: `id@version`."""
    @property
    def fingerprint(self) -> str:
        """The fingerprint of that rulebook."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PartnerTrackInput:
    """The appraisals of a partner so far."""
    def __init__(
        self,
        *,
        rulebook: RulebookChoice,
        as_of: _datetime.date,
        partner_id: str,
        periods: Sequence[PartnerPeriod],
    ) -> None: ...
    @property
    def rulebook(self) -> RulebookChoice:
        """The id of a rulebook, `id@version`, or a rulebook itself."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the decision."""
    @property
    def partner_id(self) -> str:
        """The partner."""
    @property
    def periods(self) -> tuple[PartnerPeriod, ...]:
        """The periods, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyLeftOut:
    """Left out for one reason."""
    def __init__(
        self,
        *,
        reason: PersistencyLeftOutReason,
        policies: int,
        amount: str | None = ...,
    ) -> None: ...
    @property
    def reason(self) -> PersistencyLeftOutReason:
        """Why."""
    @property
    def policies(self) -> int:
        """How many."""
    @property
    def amount(self) -> str | None:
        """Their amount."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyRiders:
    """The part of riders."""
    def __init__(
        self,
        *,
        policies: int,
        amount: str | None = ...,
    ) -> None: ...
    @property
    def policies(self) -> int:
        """How many."""
    @property
    def amount(self) -> str | None:
        """How much."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyLate:
    """Premium that came after the days of grace."""
    def __init__(
        self,
        *,
        receipts: int,
        amount: str | None = ...,
    ) -> None: ...
    @property
    def receipts(self) -> int:
        """How many."""
    @property
    def amount(self) -> str | None:
        """How much."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyGroup:
    """One group."""
    def __init__(
        self,
        *,
        key: str | None = ...,
        numerator: _decimal.Decimal,
        denominator: _decimal.Decimal,
        value: KpiValue,
        capped: KpiValue | None = ...,
        policies: int,
        left_out: Sequence[PersistencyLeftOut],
        riders: PersistencyRiders | None = ...,
        late: PersistencyLate,
    ) -> None: ...
    @property
    def key(self) -> str | None:
        """What they have in common; absent for rows that do not say."""
    @property
    def numerator(self) -> _decimal.Decimal:
        """What persists: premium, or policies."""
    @property
    def denominator(self) -> _decimal.Decimal:
        """What it is a share of."""
    @property
    def value(self) -> KpiValue:
        """The persistency; it may exceed 1."""
    @property
    def capped(self) -> KpiValue | None:
        """The same, at most 1; there when it is above 1."""
    @property
    def policies(self) -> int:
        """The policies measured."""
    @property
    def left_out(self) -> tuple[PersistencyLeftOut, ...]:
        """The policies on neither side, by reason, with their original premium."""
    @property
    def riders(self) -> PersistencyRiders | None:
        """The part of the numerator that riders brought."""
    @property
    def late(self) -> PersistencyLate:
        """Premium of the month that came after the days of grace and does not count."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyBy:
    """The groups of one name, in order; rows that do not say come last."""
    def __init__(
        self,
        *,
        name: str,
        groups: Sequence[PersistencyGroup],
    ) -> None: ...
    @property
    def name(self) -> str:
        """What they are told apart by."""
    @property
    def groups(self) -> tuple[PersistencyGroup, ...]:
        """The groups."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencySpec:
    """Which policies, which month, and how to count."""
    def __init__(
        self,
        *,
        as_of: _datetime.date,
        period: KpiPeriodChoice | None = ...,
        cohort: KpiPeriod | None = ...,
        month: int | None = ...,
        grace_days: int | None = ...,
        rider_months: int | None = ...,
        variant: PersistencyVariant | None = ...,
        basis: PersistencyBasis | None = ...,
        currency: str | None = ...,
        by: Sequence[str] | None = ...,
    ) -> None: ...
    @property
    def as_of(self) -> _datetime.date:
        """The day of the question."""
    @property
    def period(self) -> KpiPeriodChoice | None:
        """The evaluation period, in which the policies reach the month: `2024`, `2024-Q2`, `2024-05`, or first day and first day after it."""
    @property
    def cohort(self) -> KpiPeriod | None:
        """The policies instead, by their first day."""
    @property
    def month(self) -> int | None:
        """The policy month whose premium is asked for; 13 when left out."""
    @property
    def grace_days(self) -> int | None:
        """Days after the first of the month on which its premium counts; 60 when left out."""
    @property
    def rider_months(self) -> int | None:
        """Riders added within so many months count; as many as `month` when left out."""
    @property
    def variant(self) -> PersistencyVariant | None:
        """Which exclusions hold; `regulatory` when left out."""
    @property
    def basis(self) -> PersistencyBasis | None:
        """What is counted; `premium` when left out."""
    @property
    def currency(self) -> str | None:
        """The currency of all amounts, by ISO 4217."""
    @property
    def by(self) -> tuple[str, ...] | None:
        """Names of groups to tell apart as well, such as `channel`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PremiumReceipt:
    """Premium received."""
    def __init__(
        self,
        *,
        month: int,
        on: _datetime.date,
        amount: _decimal.Decimal,
    ) -> None: ...
    @property
    def month(self) -> int:
        """The policy month that it pays for, from 1."""
    @property
    def on(self) -> _datetime.date:
        """The day on which it came."""
    @property
    def amount(self) -> _decimal.Decimal:
        """How much; a refund is negative."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyRider:
    """Cover added to a policy after its first day."""
    def __init__(
        self,
        *,
        rider_id: str,
        added_on: _datetime.date,
        received: Sequence[PremiumReceipt] | None = ...,
    ) -> None: ...
    @property
    def rider_id(self) -> str:
        """The host's id, unique in the policy."""
    @property
    def added_on(self) -> _datetime.date:
        """The day on which it was added."""
    @property
    def received(self) -> tuple[PremiumReceipt, ...] | None:
        """The premium received for it."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PremiumCeased:
    """What ended the payment of premium."""
    def __init__(
        self,
        *,
        by: PremiumCeasing,
        on: _datetime.date,
    ) -> None: ...
    @property
    def by(self) -> PremiumCeasing:
        """What."""
    @property
    def on(self) -> _datetime.date:
        """From which day."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyPolicy:
    """A policy with what was received for it."""
    def __init__(
        self,
        *,
        policy_id: str,
        effective: _datetime.date,
        premium: _decimal.Decimal | None = ...,
        single: bool | None = ...,
        individual: bool | None = ...,
        long_term: bool | None = ...,
        received: Sequence[PremiumReceipt] | None = ...,
        riders: Sequence[PersistencyRider] | None = ...,
        ceased: PremiumCeased | None = ...,
        known_until: _datetime.date | None = ...,
        groups: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def policy_id(self) -> str:
        """The host's id, unique in the question."""
    @property
    def effective(self) -> _datetime.date:
        """The first day of cover."""
    @property
    def premium(self) -> _decimal.Decimal | None:
        """The original premium of one instalment, riders of the first day included; needed where premium is counted."""
    @property
    def single(self) -> bool | None:
        """Whether it is paid for at once; false when left out."""
    @property
    def individual(self) -> bool | None:
        """Whether it is one person's; true when left out."""
    @property
    def long_term(self) -> bool | None:
        """Whether it is long-term; true when left out."""
    @property
    def received(self) -> tuple[PremiumReceipt, ...] | None:
        """The premium received for it; left out: not known."""
    @property
    def riders(self) -> tuple[PersistencyRider, ...] | None:
        """Riders added after the first day."""
    @property
    def ceased(self) -> PremiumCeased | None:
        """What ended the payment of premium."""
    @property
    def known_until(self) -> _datetime.date | None:
        """Nothing is known of this day and later ones."""
    @property
    def groups(self) -> Mapping[str, str] | None:
        """Groups that it belongs to, by name: `{"channel": "agents"}`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyInput:
    """A question, and the policies to answer it from."""
    def __init__(
        self,
        *,
        spec: PersistencySpec,
        policies: Sequence[PersistencyPolicy],
    ) -> None: ...
    @property
    def spec(self) -> PersistencySpec:
        """The question."""
    @property
    def policies(self) -> tuple[PersistencyPolicy, ...]:
        """The policies, in any order."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PersistencyReport:
    """Persistency, with everything that it is made of."""
    def __init__(
        self,
        *,
        id: str,
        as_of: _datetime.date,
        basis: PersistencyBasis,
        variant: PersistencyVariant,
        unit: str,
        month: int,
        grace_days: int,
        rider_months: int,
        cohort: KpiPeriod,
        numerator: _decimal.Decimal,
        denominator: _decimal.Decimal,
        value: KpiValue,
        capped: KpiValue | None = ...,
        policies: int,
        left_out: Sequence[PersistencyLeftOut],
        riders: PersistencyRiders | None = ...,
        late: PersistencyLate,
        by: Sequence[PersistencyBy] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """`persistency_13`."""
    @property
    def as_of(self) -> _datetime.date:
        """The day of the question."""
    @property
    def basis(self) -> PersistencyBasis:
        """What is counted."""
    @property
    def variant(self) -> PersistencyVariant:
        """Which exclusions hold."""
    @property
    def unit(self) -> str:
        """What both sides are in: a currency, or `policies`."""
    @property
    def month(self) -> int:
        """The policy month."""
    @property
    def grace_days(self) -> int:
        """The days of grace."""
    @property
    def rider_months(self) -> int:
        """Riders added within so many months count."""
    @property
    def cohort(self) -> KpiPeriod:
        """The first days of the policies."""
    @property
    def numerator(self) -> _decimal.Decimal:
        """What persists: premium, or policies."""
    @property
    def denominator(self) -> _decimal.Decimal:
        """What it is a share of."""
    @property
    def value(self) -> KpiValue:
        """The persistency; it may exceed 1."""
    @property
    def capped(self) -> KpiValue | None:
        """The same, at most 1; there when it is above 1."""
    @property
    def policies(self) -> int:
        """The policies measured."""
    @property
    def left_out(self) -> tuple[PersistencyLeftOut, ...]:
        """The policies on neither side, by reason, with their original premium."""
    @property
    def riders(self) -> PersistencyRiders | None:
        """The part of the numerator that riders brought."""
    @property
    def late(self) -> PersistencyLate:
        """Premium of the month that came after the days of grace and does not count."""
    @property
    def by(self) -> tuple[PersistencyBy, ...] | None:
        """The same by group, when asked for."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class StandingCount:
    """How many customers have a standing."""
    def __init__(
        self,
        *,
        standing: Standing,
        count: int,
    ) -> None: ...
    @property
    def standing(self) -> Standing:
        """The standing."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PortfolioSummary:
    """How many customers of a portfolio are what."""
    def __init__(
        self,
        *,
        customers: int,
        decided: int,
        categories: Sequence[CategoryCount],
        standings: Sequence[StandingCount],
        causes: Sequence[CauseCount],
        alerts: Sequence[AlertCount],
    ) -> None: ...
    @property
    def customers(self) -> int:
        """How many there are."""
    @property
    def decided(self) -> int:
        """How many of them could be decided on."""
    @property
    def categories(self) -> tuple[CategoryCount, ...]:
        """By category, in the order of the ladder; `undecided` last. Nobody is left out."""
    @property
    def standings(self) -> tuple[StandingCount, ...]:
        """By standing. Who is undecided and not blacklisted has none."""
    @property
    def causes(self) -> tuple[CauseCount, ...]:
        """By why they could not be decided on."""
    @property
    def alerts(self) -> tuple[AlertCount, ...]:
        """By alert raised, in order of id; a customer may raise several."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Rejected:
    """A customer whose facts cannot be used."""
    def __init__(
        self,
        *,
        position: int,
        customer_id: str,
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def position(self) -> int:
        """Its position among those handed over, from 0."""
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with its facts."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RulebookCheck:
    """What is wrong with a rulebook."""
    def __init__(
        self,
        *,
        rulebook: str | None,
        fingerprint: str | None,
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def rulebook(self) -> str | None:
        """The rulebook as `id@version`, when nothing is wrong with it."""
    @property
    def fingerprint(self) -> str | None:
        """The digest of the resolved rulebook, when nothing is wrong with it."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, each with line and column."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RulebookInfo:
    """A rulebook of an engine."""
    def __init__(
        self,
        *,
        id: str,
        version: str,
        title: str | None,
        effective_from: _datetime.date,
        effective_to: _datetime.date | None,
        currency: str,
        fingerprint: str,
        sections: Sequence[str],
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def version(self) -> str:
        """Its version."""
    @property
    def title(self) -> str | None:
        """Its title."""
    @property
    def effective_from(self) -> _datetime.date:
        """The first day on which it is in force."""
    @property
    def effective_to(self) -> _datetime.date | None:
        """The first day on which it no longer is."""
    @property
    def currency(self) -> str:
        """The currency of its amounts, ISO 4217."""
    @property
    def fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that it has, such as `categories`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

def version() -> str:
    """The version of the library, such as `0.1.0`."""

@final
class Cancellation:
    """Ends a long call from any thread. Once cancelled it stays so: take a new one for each call."""
    def __init__(self) -> None:
        """One that has not been cancelled."""
    def cancel(self) -> None:
        """Ends the calls that were given this, soon."""
    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""

@final
class WorkCalendar:
    """Which days people work on. Asked about a day that it does not cover it says so: holidays are set
    by governments, often late, and nobody can compute them ahead.
    """
    def add(self, _from: _datetime.date, days: int) -> _datetime.date:
        """The day so many working days after another, which does not count itself."""
    def between(self, _from: _datetime.date, to: _datetime.date) -> int:
        """How many working days lie after the first day, up to and with the second; negative when the
        second is the earlier one.
        """
    def day(self, date: _datetime.date) -> CalendarDay:
        """A day: what kind it is, and its name."""
    def info(self) -> CalendarInfo:
        """What it is, and which days it covers."""
    def is_working(self, date: _datetime.date) -> bool:
        """Whether people work on a day."""
    def next(self, date: _datetime.date) -> _datetime.date:
        """The day itself if people work on it, else the next on which they do."""
    def previous(self, date: _datetime.date) -> _datetime.date:
        """The day itself if people work on it, else the last before it on which they did."""
    def subtract(self, _from: _datetime.date, days: int) -> _datetime.date:
        """The day so many working days before another, which does not count itself."""

@final
class OpenComplaint:
    """A complaint that is kept open between events. Any number of threads may use it: one at a time is
    served.
    """
    def allowed(self, actor: Actor) -> ComplaintAllowedOutput:
        """What somebody may do now."""
    def apply(self, event: ComplaintEvent) -> ComplaintApplied:
        """One more event. A refusal is an answer, and the complaint is as it was."""
    def complaint(self) -> Complaint:
        """Where it stands."""
    def deadlines(self, as_of: _datetime.datetime) -> ComplaintDeadlines:
        """What is due, asked at an instant; of a complaint that was opened with procedures."""
    def log(self) -> ComplaintLog:
        """Its log so far."""
    def log_json(self) -> str:
        """Its log so far as canonical JSON, to be saved."""
    def timeline(self, as_of: _datetime.datetime) -> ComplaintTimeline:
        """What happened until an instant, in order; of a complaint that was opened with procedures."""

class ProgressListener:
    """A host that wants to know how far a long call is."""
    def at(self, what: str, done: int, total: int) -> bool:
        """So much is done of so much. It answers whether to go on; `false` ends the call, which is then
        cancelled. It is called on the thread that made the call, at most some twenty times a second.
        """

@final
class Portfolio:
    """Customers whose facts were checked against rules: assessed as often as wanted, on as many threads,
    without crossing again. One whose facts cannot be used stops nobody else.
    """
    def assess_all(self, threads: int = ..., listener: ProgressListener | None = ..., cancellation: Cancellation | None = ...) -> list[Assessment]:
        """Decides on every customer, in the order in which they were handed over, on up to so many
        threads (1 to 1,024). The answers are the same for any number. A rejected customer is undecided
        with the cause `rejected_row` and its problems.
        """
    def rejected(self) -> list[Rejected]:
        """The customers whose facts cannot be used."""
    def size(self) -> int:
        """How many customers there are, rejected ones included."""
    def summarise(self, threads: int = ..., listener: ProgressListener | None = ..., cancellation: Cancellation | None = ...) -> PortfolioSummary:
        """Counts the customers by what was decided on them: what a screen shows of a portfolio."""

@final
class PreparedCustomer:
    """A customer whose facts were checked against rules."""
    def assess(self) -> Assessment:
        """Decides on the customer."""
    def customer(self) -> Customer:
        """The facts."""
    def explain(self) -> Decision:
        """Decides on the customer and says why."""

@final
class Rules:
    """A rulebook compiled for a day. What it decides never changes, and any number of threads may use
    it at once.
    """
    def as_of(self) -> _datetime.date:
        """The day."""
    def assess(self, customer: Customer) -> Assessment:
        """Decides on a customer."""
    def currency(self) -> str:
        """The currency of every amount, ISO 4217."""
    def customer_from_json(self, json: str) -> Customer:
        """A customer as the operations take one in JSON. What is wrong with what it says is told when it
        is assessed.
        """
    def explain(self, customer: Customer) -> Decision:
        """Decides on a customer and says why."""
    def fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    def inputs(self) -> list[InputInfo]:
        """The inputs that the rulebook declares."""
    def portfolio(self, customers: Sequence[Customer]) -> Portfolio:
        """Many customers, checked once. One whose facts cannot be used stops nobody else."""
    def prepare(self, customer: Customer) -> PreparedCustomer:
        """A customer checked once, to be assessed often without crossing again."""
    def reference(self) -> str:
        """The rulebook, as `id@version`."""
    def verify(self, customer: Customer, fingerprint: str) -> bool:
        """Decides on a customer again and says whether it is the decision of an earlier fingerprint."""
    def assess_all(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
        cancellation: Cancellation | None = None,
    ) -> list[Assessment]:
        """Decides on customers, in their order, on up to so many threads (1 to 1,024).

        A customer whose facts cannot be used stops nobody else: it is undecided with the cause
        REJECTED_ROW, and `problems` says why. `progress(what, done, total)` is called some twenty
        times a second on this thread; when it returns False the call ends with
        InsurantError.Cancelled, and what it raises is raised here. `cancellation` ends the call from
        any other thread.
        """

    async def assess_all_async(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> list[Assessment]:
        """As assess_all, on a thread of its own; cancelling the task ends the work."""

@final
class Engine:
    """Rulebooks, procedures and calendars, ready to use. It never changes, and any number of threads may
    use it at once. Making one costs milliseconds: make one and share it.
    """
    def __init__(self) -> None:
        """An engine with what is built in."""
    @classmethod
    def with_documents(cls, rulebooks: Sequence[DocumentText] = ..., calendars: Sequence[DocumentText] = ...) -> Engine:
        """An engine with what is built in, and rulebooks and calendars of the insurer's own, which may
        extend the built-in ones and each other. Everything that is wrong with any of them is told at
        once.
        """
    def agent_admit(self, input: AgentAdmitInput) -> AgentAdmission:
        """Whether a candidate is admitted as an agent, and which interview is next."""
    def agent_grade(self, input: AgentGradeInput) -> AgentGraded:
        """The grade of an agent by the scorecard, explained."""
    def agent_honours(self, input: AgentHonoursInput) -> AgentHonours:
        """The titles of an agent, and the allowance that they open."""
    def agent_support(self, input: AgentSupportInput) -> AgentSupport:
        """Requests of agents to the support desk: what is due, what is overdue."""
    def agent_training(self, input: AgentTrainingInput) -> AgentTraining:
        """The training plans of agents by level: what is due, what is overdue."""
    def approval_apply(self, input: ApprovalApplyInput) -> ApprovalApplyOutput:
        """One step of a proposal: the approval after it, or why not and what is allowed."""
    def approval_check(self, input: ApprovalCheckInput) -> ApprovalCheckOutput:
        """Approvals that nobody could give, or only one person."""
    def assignment_at(self, input: AssignmentAtInput) -> AssignmentAtOutput:
        """Who looks after whom on a day: the responsible managers, the book of one, the customers that
        nobody looks after, the history of a customer.
        """
    def assignment_check(self, input: AssignmentCheckInput) -> AssignmentCheckOutput:
        """Checks who was assigned to whom, and finds two units or two managers on one customer."""
    def assignment_solve(self, input: AssignmentSolveInput) -> AssignmentPlan:
        """Assigns the unassigned, hands over a leaver's book, or rebalances a branch, and says why."""
    def calendar(self, ids: Sequence[str]) -> WorkCalendar:
        """A calendar by its id; several are open only when all of them are."""
    def calendars(self) -> list[CalendarInfo]:
        """The calendars, in order of id."""
    def call(self, operation: str, input: str) -> str:
        """Calls an operation of the one table that every language shares: JSON in, canonical JSON out,
        the same bytes everywhere. `operations` lists them.
        """
    def certification_allowed(self, input: CertificationAllowedInput) -> CertificationAllowedOutput:
        """What somebody may do with the certifications of an account manager on a day, and what still
        stands in its way.
        """
    def certification_apply(self, input: CertificationApplyInput) -> CertificationApplyOutput:
        """One more event in an account manager's file: what it leads to, or why not and what is
        allowed.
        """
    def certification_diagram(self, input: CertificationDiagramInput) -> CertificationDiagramOutput:
        """The life of a certification as a picture, drawn from the table that runs it."""
    def certification_replay(self, input: CertificationReplayInput) -> CertificationReplayOutput:
        """What an account manager's file says: certifications, and the grade on each day of service."""
    def certification_status(self, input: CertificationStatusInput) -> CertificationStatusOutput:
        """Who is certified, due, overdue or lapsed on a day, what may happen next and by whom; and how
        many of each there are by unit.
        """
    def check(self, document: DocumentText) -> RulebookCheck:
        """Everything that is wrong with a rulebook, which may extend those of the engine. A bad rulebook
        is an answer, not an error.
        """
    def complaint_allowed(self, input: ComplaintAllowedInput) -> ComplaintAllowedOutput:
        """What somebody may do with a complaint now, and what still stands in its way."""
    def complaint_analyse(self, input: ComplaintAnalyseInput) -> ComplaintAnalysis:
        """The complaint-analysis form and report of a period, from complaints and corrective actions."""
    def complaint_apply(self, input: ComplaintApplyInput) -> ComplaintApplyOutput:
        """One more event of a complaint: what it leads to, or why not and what is allowed. Without
        events so far it opens one.
        """
    def complaint_deadlines(self, input: ComplaintDeadlinesInput) -> ComplaintDeadlines:
        """What is due on a complaint by when, under every procedure that applies."""
    def complaint_diagram(self, input: ComplaintDiagramInput) -> ComplaintDiagramOutput:
        """The life of a complaint as a picture, drawn from the table that runs it."""
    def complaint_log_from_json(self, json: str) -> ComplaintLog:
        """A log as it was saved by `log_json`, or as the operations take one in JSON."""
    def complaint_merge(self, input: ComplaintMergeInput) -> ComplaintMergeOutput:
        """Lets a complaint go on as part of another: one event in each log, or the refusal of either."""
    def complaint_packs(self, input: ComplaintPacksInput) -> ComplaintPacks:
        """The procedures for complaints with their clocks, each with its source and status."""
    def complaint_replay(self, input: ComplaintReplayInput) -> ComplaintReplayOutput:
        """Where a complaint stands after its log."""
    def complaint_status(self, input: ComplaintStatusInput) -> ComplaintStatus:
        """Where a complaint stands, what may happen next, what is due by when and what was not kept."""
    def complaint_timeline(self, input: ComplaintTimelineInput) -> ComplaintTimeline:
        """What happened to a complaint, in order: its events, and what its clocks did between them."""
    def dispatch_solve(self, input: DispatchSolveInput) -> AssignmentPlan:
        """Gives tasks to people, the most urgent first, and says why."""
    def grade_on(self, input: GradeOnInput) -> GradeOnOutput:
        """The grade of an account manager on a day, or why there is none."""
    def kpi_activity(self, input: ActivityInput) -> ActivityReport:
        """Activity rate, premium and policies per head of those who sold in a period."""
    def kpi_concentration(self, input: ConcentrationInput) -> ConcentrationReport:
        """How much of the whole the largest bring, and how many bring most of it."""
    def kpi_persistency(self, input: PersistencyInput) -> PersistencyReport:
        """Of the premium that policies began with, how much still comes in their 13th or 25th month."""
    def manager_appraise(self, input: ManagerAppraiseInput) -> ManagerAppraiseOutput:
        """What the work of account managers came to in a period, and the grade that follows."""
    def manager_credit(self, input: ManagerCreditInput) -> ManagerCreditOutput:
        """Credits premium and claims to whoever looked after the customer on the day they took effect;
        what was done under supervision is named apart, what belongs to several or to nobody is
        credited to no one.
        """
    def manager_duties(self, input: ManagerDutiesInput) -> ManagerDutiesOutput:
        """What account managers owe on a day: reports, visits, calls and reports on major events, due,
        overdue, missing or done; by manager and by unit.
        """
    def movement(self, was: AssessedAs, now: AssessedAs) -> Movement:
        """What became of a customer between two assessments."""
    def open_complaint(self, opening: ComplaintOpening) -> OpenComplaint:
        """Opens a complaint: by the event that starts it, or by its log so far. An opening event that is
        refused is an error, which says why.
        """
    def operations(self) -> list[OperationInfo]:
        """Every operation with its schemas, in order of name."""
    def organisation_check(self, input: OrganisationInput) -> OrganisationOutput:
        """Checks a tree of units, and names those without a complaint telephone."""
    def partner_admit(self, input: PartnerAdmitInput) -> PartnerAdmission:
        """Whether a partner is admitted: clean years, licence, compliance."""
    def partner_score(self, input: PartnerScoreInput) -> PartnerScore:
        """How a partner did in a period: score, compliance veto, pass line, grade and what it brings."""
    def partner_track(self, input: PartnerTrackInput) -> PartnerTrack:
        """A partner over its periods: probation, and exit."""
    def rulebooks(self) -> list[RulebookInfo]:
        """The rulebooks, in order of id and version."""
    def rules(self, rulebook: str, as_of: _datetime.date, expressions: Sequence[str] = ...) -> Rules:
        """The rules of a rulebook on a day: by its id the version in force, or by `id@version`. The
        expressions, such as `loss_ratio(12m)`, are measured by every assessment.
        """
    def rules_of(self, document: DocumentText, as_of: _datetime.date, expressions: Sequence[str] = ...) -> Rules:
        """The rules of a document, which may extend a rulebook of the engine, on a day. Everything that
        is wrong with it is told at once, with line and column.
        """
