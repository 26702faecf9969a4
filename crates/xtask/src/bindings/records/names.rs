//! What things are called where the shapes have no name for them, or one that says too little outside
//! of its place. A type of a language's own (`Unit`) is never hidden by one of ours.

/// Operations that have a face written by hand, or that speak of documents, which are text.
pub(super) const BY_HAND: [&str; 18] = [
    "assess",
    "calendar_check",
    "calendar_list",
    "calendar_schema",
    "calendar_show",
    "describe",
    "explain",
    "measure",
    "movement",
    "movement_matrix",
    "rulebook_check",
    "rulebook_diff",
    "rulebook_list",
    "rulebook_schema",
    "rulebook_show",
    "verify",
    "vocabulary",
    "working_days",
];

/// Objects by the names of their shapes.
pub(super) const RECORDS: &[(&str, &str)] = &[
    ("Load", "ManagerLoad"),
    ("Pack", "ComplaintPack"),
    ("Plan", "AssignmentPlan"),
    ("Score", "CardScore"),
    ("Unit", "OrganisationUnit"),
];

/// Objects told apart by a tag, by the first of them.
pub(super) const UNIONS: &[(&str, &str, &str)] = &[
    (
        "CertificationProposed",
        "CertificationEvent",
        "Something that happened to a certification.",
    ),
    (
        "ComplaintReceived",
        "ComplaintEvent",
        "Something that happened to a complaint.",
    ),
    (
        "DutyReport",
        "DutyLogEntry",
        "Something that a manager or a unit did about a duty.",
    ),
    ("ReportDuty", "DutyRule", "A rule that makes duties."),
];

/// Enumerations that were written by hand before, by the name of the core's.
pub(super) const WORDS_BY_HAND: &[(&str, &str)] = &[("Category", "CustomerCategory")];

/// Enumerations by a place where their words stand, `Object.field`, and items as `Object.field[]`.
pub(super) const ENUMERATIONS: &[(&str, &str)] = &[
    ("ActionEffect.effect", "ActionEffectResult"),
    ("ActivityLeftOut.reason", "ActivityLeftOutReason"),
    ("AgentAdmission.outcome", "AgentAdmissionOutcome"),
    ("AgentAllowanceAnswer.every", "AllowancePeriod"),
    ("AgentCheck.check", "AgentCheckKind"),
    ("AgentCheck.state", "AgentCheckState"),
    ("AgentStage.state", "AgentStageState"),
    ("ApprovalFinding.finding", "ApprovalFindingKind"),
    ("ApprovalFinding.step", "ApprovalStep"),
    ("AssignmentConflict.seen", "ConflictSource"),
    ("AssignmentCustomer.tier", "CustomerTier"),
    ("AssignmentSolveInput.mode", "AssignmentMode"),
    ("CertificationEffect.effect", "CertificationEffectKind"),
    ("CertificationPermitted.event", "CertificationEventKind"),
    (
        "CertificationStanding.standing",
        "CertificationStandingKind",
    ),
    ("ChangedGroup.by", "ComplaintDimension"),
    ("Complaint.step", "ComplaintStepName"),
    ("ComplaintCase.outcome", "ComplaintCaseOutcome"),
    ("ComplaintClassified.complexity", "ComplaintComplexity"),
    ("ComplaintDiagramInput.format", "DiagramFormat"),
    ("ComplaintDuty.duty", "ComplaintDutyKind"),
    ("ComplaintEffect.effect", "ComplaintEffectKind"),
    ("ComplaintFacts.trigger", "ComplaintTrigger"),
    ("ComplaintFinding.kind", "ComplaintFindingKind"),
    ("ComplaintFinding.result", "ComplaintFindingResult"),
    ("ComplaintRate.reason", "ComplaintRateReason"),
    ("ContactDuty.unit", "DutyUnit"),
    ("CreditWhose.whose", "CreditedTo"),
    ("Deadline.duty", "DeadlineDuty"),
    ("Deadline.missing", "DeadlineMissed"),
    ("Deadline.party", "DeadlineParty"),
    ("Deadline.status", "VerificationStatus"),
    ("DeadlineMove.reason", "DeadlineMoveReason"),
    ("DeadlineRefused.why", "DeadlineRefusedReason"),
    ("DispatchTask.kind", "DispatchTaskKind"),
    ("FitPoints.component", "FitComponent"),
    ("FormField.kind", "FormFieldKind"),
    ("GradeSegment.reason", "NoGradeReason"),
    ("HeldInterview.result", "InterviewResult"),
    ("JudgedPartnerEvent.finding", "PartnerEventFinding"),
    ("JudgedPartnerEvent.kind", "PartnerEventKind"),
    ("KpiValue.reason", "KpiReason"),
    ("KpiValue.state", "KpiState"),
    ("ManagerAppraisal.change", "AppraisalChange"),
    ("ManagerAppraisal.limited_by", "AppraisalLimit"),
    ("ManagerAppraisal.rating", "AppraisalRating"),
    ("ManagerAppraisal.reason", "AppraisalUnrated"),
    ("NextBest.why_not", "NextBestReason"),
    ("PackExtension.timely", "ExtensionTimely"),
    ("PackExtension.unit", "ClockUnit"),
    ("PackNotice.to", "NoticeRecipient"),
    ("PackPrinciple.check", "PrincipleCheck"),
    ("PackRecusal.relation", "RecusalRelation"),
    ("PackReport.every", "ReportingPeriod"),
    ("PackRetention.from", "RetentionStart"),
    ("PackTransition.pending", "TransitionPending"),
    ("PartnerAdmission.outcome", "PartnerAdmissionOutcome"),
    ("PartnerExit.why", "PartnerExitReason"),
    ("PartnerFinding.finding", "PartnerFindingKind"),
    ("PartnerPass.state", "PartnerPassState"),
    ("PartnerReason.effect", "PartnerReasonEffect"),
    ("PartnerReason.reason", "PartnerAdmissionReason"),
    ("PartnerReward.to", "RewardRecipient"),
    ("PartnerScore.outcome", "PartnerScoreOutcome"),
    ("PartnerTrack.state", "PartnerTrackState"),
    ("PartnerVeto.state", "PartnerVetoState"),
    ("PartnerVetoReason.why", "PartnerVetoWhy"),
    ("PermittedEvent.event", "ComplaintEventKind"),
    ("PersistencyLeftOut.reason", "PersistencyLeftOutReason"),
    ("PersistencySpec.basis", "PersistencyBasis"),
    ("PersistencySpec.variant", "PersistencyVariant"),
    ("Placement.change", "PlacementChange"),
    ("PremiumCeased.by", "PremiumCeasing"),
    ("ReportDuty.roll", "DeadlineRoll"),
    ("ScoreCharacteristic.earned", "EarnedBy"),
    ("SupportAnswer.help", "SupportHelp"),
    ("SupportAnswer.state", "SupportRequestState"),
    ("TrainingItem.format", "CourseFormat"),
    ("Unplaced.cause", "UnplacedCause"),
];

/// Lists of some members of an enumeration, by place: the whole enumeration is their type, and the
/// operation says which of its members it takes.
pub(super) const SOME_OF: &[(&str, &str)] = &[
    ("CertificationTerms.propose[]", "Role"),
    ("CertificationTerms.recommend[]", "Role"),
    ("GradeApprover.roles[]", "Role"),
];

/// The room of an operation.
pub(super) fn room(operation: &str) -> &'static str {
    match operation.split('_').next().unwrap_or_default() {
        "agent" => "agent",
        "approval" => "approval",
        "assignment" | "dispatch" => "assignment",
        "certification" | "grade" => "certification",
        "complaint" => "complaint",
        "kpi" => "kpi",
        "manager" => "manager",
        "organisation" => "organisation",
        "partner" => "partner",
        _ => "shared",
    }
}

/// `two_words` as `TwoWords`.
pub(super) fn camel(words: &str) -> String {
    let mut name = String::new();
    for word in words.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
