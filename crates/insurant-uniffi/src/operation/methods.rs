//! The operations as methods.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::asked::{answer, typed};
use super::rooms::*;
use crate::Engine;
use crate::InsurantError;

#[uniffi::export]
impl Engine {
    /// Whether a candidate is admitted as an agent, and which interview is next.
    pub fn agent_admit(
        &self,
        input: AgentAdmitInput,
    ) -> Result<AgentAdmission, InsurantError> {
        answer(self.core(), "agent_admit", input)
    }

    /// The grade of an agent by the scorecard, explained.
    pub fn agent_grade(
        &self,
        input: AgentGradeInput,
    ) -> Result<AgentGraded, InsurantError> {
        answer(self.core(), "agent_grade", input)
    }

    /// The titles of an agent, and the allowance that they open.
    pub fn agent_honours(
        &self,
        input: AgentHonoursInput,
    ) -> Result<AgentHonours, InsurantError> {
        answer(self.core(), "agent_honours", input)
    }

    /// Requests of agents to the support desk: what is due, what is overdue.
    pub fn agent_support(
        &self,
        input: AgentSupportInput,
    ) -> Result<AgentSupport, InsurantError> {
        answer(self.core(), "agent_support", input)
    }

    /// The training plans of agents by level: what is due, what is overdue.
    pub fn agent_training(
        &self,
        input: AgentTrainingInput,
    ) -> Result<AgentTraining, InsurantError> {
        answer(self.core(), "agent_training", input)
    }

    /// One step of a proposal: the approval after it, or why not and what is allowed.
    pub fn approval_apply(
        &self,
        input: ApprovalApplyInput,
    ) -> Result<ApprovalApplyOutput, InsurantError> {
        answer(self.core(), "approval_apply", input)
    }

    /// Approvals that nobody could give, or only one person.
    pub fn approval_check(
        &self,
        input: ApprovalCheckInput,
    ) -> Result<ApprovalCheckOutput, InsurantError> {
        answer(self.core(), "approval_check", input)
    }

    /// Who looks after whom on a day: the responsible managers, the book of one, the customers that
    /// nobody looks after, the history of a customer.
    pub fn assignment_at(
        &self,
        input: AssignmentAtInput,
    ) -> Result<AssignmentAtOutput, InsurantError> {
        answer(self.core(), "assignment_at", input)
    }

    /// Checks who was assigned to whom, and finds two units or two managers on one customer.
    pub fn assignment_check(
        &self,
        input: AssignmentCheckInput,
    ) -> Result<AssignmentCheckOutput, InsurantError> {
        answer(self.core(), "assignment_check", input)
    }

    /// Assigns the unassigned, hands over a leaver's book, or rebalances a branch, and says why.
    pub fn assignment_solve(
        &self,
        input: AssignmentSolveInput,
    ) -> Result<AssignmentPlan, InsurantError> {
        answer(self.core(), "assignment_solve", input)
    }

    /// What somebody may do with the certifications of an account manager on a day, and what still
    /// stands in its way.
    pub fn certification_allowed(
        &self,
        input: CertificationAllowedInput,
    ) -> Result<CertificationAllowedOutput, InsurantError> {
        answer(self.core(), "certification_allowed", input)
    }

    /// One more event in an account manager's file: what it leads to, or why not and what is
    /// allowed.
    pub fn certification_apply(
        &self,
        input: CertificationApplyInput,
    ) -> Result<CertificationApplyOutput, InsurantError> {
        answer(self.core(), "certification_apply", input)
    }

    /// The life of a certification as a picture, drawn from the table that runs it.
    pub fn certification_diagram(
        &self,
        input: CertificationDiagramInput,
    ) -> Result<CertificationDiagramOutput, InsurantError> {
        answer(self.core(), "certification_diagram", input)
    }

    /// What an account manager's file says: certifications, and the grade on each day of service.
    pub fn certification_replay(
        &self,
        input: CertificationReplayInput,
    ) -> Result<CertificationReplayOutput, InsurantError> {
        answer(self.core(), "certification_replay", input)
    }

    /// Who is certified, due, overdue or lapsed on a day, what may happen next and by whom; and how
    /// many of each there are by unit.
    pub fn certification_status(
        &self,
        input: CertificationStatusInput,
    ) -> Result<CertificationStatusOutput, InsurantError> {
        answer(self.core(), "certification_status", input)
    }

    /// What somebody may do with a complaint now, and what still stands in its way.
    pub fn complaint_allowed(
        &self,
        input: ComplaintAllowedInput,
    ) -> Result<ComplaintAllowedOutput, InsurantError> {
        answer(self.core(), "complaint_allowed", input)
    }

    /// The complaint-analysis form and report of a period, from complaints and corrective actions.
    pub fn complaint_analyse(
        &self,
        input: ComplaintAnalyseInput,
    ) -> Result<ComplaintAnalysis, InsurantError> {
        answer(self.core(), "complaint_analyse", input)
    }

    /// One more event of a complaint: what it leads to, or why not and what is allowed. Without
    /// events so far it opens one.
    pub fn complaint_apply(
        &self,
        input: ComplaintApplyInput,
    ) -> Result<ComplaintApplyOutput, InsurantError> {
        answer(self.core(), "complaint_apply", input)
    }

    /// What is due on a complaint by when, under every procedure that applies.
    pub fn complaint_deadlines(
        &self,
        input: ComplaintDeadlinesInput,
    ) -> Result<ComplaintDeadlines, InsurantError> {
        answer(self.core(), "complaint_deadlines", input)
    }

    /// The life of a complaint as a picture, drawn from the table that runs it.
    pub fn complaint_diagram(
        &self,
        input: ComplaintDiagramInput,
    ) -> Result<ComplaintDiagramOutput, InsurantError> {
        answer(self.core(), "complaint_diagram", input)
    }

    /// Lets a complaint go on as part of another: one event in each log, or the refusal of either.
    pub fn complaint_merge(
        &self,
        input: ComplaintMergeInput,
    ) -> Result<ComplaintMergeOutput, InsurantError> {
        answer(self.core(), "complaint_merge", input)
    }

    /// The procedures for complaints with their clocks, each with its source and status.
    pub fn complaint_packs(
        &self,
        input: ComplaintPacksInput,
    ) -> Result<ComplaintPacks, InsurantError> {
        answer(self.core(), "complaint_packs", input)
    }

    /// Where a complaint stands after its log.
    pub fn complaint_replay(
        &self,
        input: ComplaintReplayInput,
    ) -> Result<ComplaintReplayOutput, InsurantError> {
        answer(self.core(), "complaint_replay", input)
    }

    /// Where a complaint stands, what may happen next, what is due by when and what was not kept.
    pub fn complaint_status(
        &self,
        input: ComplaintStatusInput,
    ) -> Result<ComplaintStatus, InsurantError> {
        answer(self.core(), "complaint_status", input)
    }

    /// What happened to a complaint, in order: its events, and what its clocks did between them.
    pub fn complaint_timeline(
        &self,
        input: ComplaintTimelineInput,
    ) -> Result<ComplaintTimeline, InsurantError> {
        answer(self.core(), "complaint_timeline", input)
    }

    /// Gives tasks to people, the most urgent first, and says why.
    pub fn dispatch_solve(
        &self,
        input: DispatchSolveInput,
    ) -> Result<AssignmentPlan, InsurantError> {
        answer(self.core(), "dispatch_solve", input)
    }

    /// The grade of an account manager on a day, or why there is none.
    pub fn grade_on(
        &self,
        input: GradeOnInput,
    ) -> Result<GradeOnOutput, InsurantError> {
        answer(self.core(), "grade_on", input)
    }

    /// Activity rate, premium and policies per head of those who sold in a period.
    pub fn kpi_activity(
        &self,
        input: ActivityInput,
    ) -> Result<ActivityReport, InsurantError> {
        answer(self.core(), "kpi_activity", input)
    }

    /// How much of the whole the largest bring, and how many bring most of it.
    pub fn kpi_concentration(
        &self,
        input: ConcentrationInput,
    ) -> Result<ConcentrationReport, InsurantError> {
        answer(self.core(), "kpi_concentration", input)
    }

    /// Of the premium that policies began with, how much still comes in their 13th or 25th month.
    pub fn kpi_persistency(
        &self,
        input: PersistencyInput,
    ) -> Result<PersistencyReport, InsurantError> {
        answer(self.core(), "kpi_persistency", input)
    }

    /// What the work of account managers came to in a period, and the grade that follows.
    pub fn manager_appraise(
        &self,
        input: ManagerAppraiseInput,
    ) -> Result<ManagerAppraiseOutput, InsurantError> {
        answer(self.core(), "manager_appraise", input)
    }

    /// Credits premium and claims to whoever looked after the customer on the day they took effect;
    /// what was done under supervision is named apart, what belongs to several or to nobody is
    /// credited to no one.
    pub fn manager_credit(
        &self,
        input: ManagerCreditInput,
    ) -> Result<ManagerCreditOutput, InsurantError> {
        answer(self.core(), "manager_credit", input)
    }

    /// What account managers owe on a day: reports, visits, calls and reports on major events, due,
    /// overdue, missing or done; by manager and by unit.
    pub fn manager_duties(
        &self,
        input: ManagerDutiesInput,
    ) -> Result<ManagerDutiesOutput, InsurantError> {
        answer(self.core(), "manager_duties", input)
    }

    /// Checks a tree of units, and names those without a complaint telephone.
    pub fn organisation_check(
        &self,
        input: OrganisationInput,
    ) -> Result<OrganisationOutput, InsurantError> {
        answer(self.core(), "organisation_check", input)
    }

    /// Whether a partner is admitted: clean years, licence, compliance.
    pub fn partner_admit(
        &self,
        input: PartnerAdmitInput,
    ) -> Result<PartnerAdmission, InsurantError> {
        answer(self.core(), "partner_admit", input)
    }

    /// How a partner did in a period: score, compliance veto, pass line, grade and what it brings.
    pub fn partner_score(
        &self,
        input: PartnerScoreInput,
    ) -> Result<PartnerScore, InsurantError> {
        answer(self.core(), "partner_score", input)
    }

    /// A partner over its periods: probation, and exit.
    pub fn partner_track(
        &self,
        input: PartnerTrackInput,
    ) -> Result<PartnerTrack, InsurantError> {
        answer(self.core(), "partner_track", input)
    }
}

typed! {
    agent "agent_admit": AgentAdmitInput => AgentAdmission,
    agent "agent_grade": AgentGradeInput => AgentGraded,
    agent "agent_honours": AgentHonoursInput => AgentHonours,
    agent "agent_support": AgentSupportInput => AgentSupport,
    agent "agent_training": AgentTrainingInput => AgentTraining,
    approval "approval_apply": ApprovalApplyInput => ApprovalApplyOutput,
    approval "approval_check": ApprovalCheckInput => ApprovalCheckOutput,
    assignment "assignment_at": AssignmentAtInput => AssignmentAtOutput,
    assignment "assignment_check": AssignmentCheckInput => AssignmentCheckOutput,
    assignment "assignment_solve": AssignmentSolveInput => AssignmentPlan,
    certification "certification_allowed": CertificationAllowedInput => CertificationAllowedOutput,
    certification "certification_apply": CertificationApplyInput => CertificationApplyOutput,
    certification "certification_diagram": CertificationDiagramInput => CertificationDiagramOutput,
    certification "certification_replay": CertificationReplayInput => CertificationReplayOutput,
    certification "certification_status": CertificationStatusInput => CertificationStatusOutput,
    complaint "complaint_allowed": ComplaintAllowedInput => ComplaintAllowedOutput,
    complaint "complaint_analyse": ComplaintAnalyseInput => ComplaintAnalysis,
    complaint "complaint_apply": ComplaintApplyInput => ComplaintApplyOutput,
    complaint "complaint_deadlines": ComplaintDeadlinesInput => ComplaintDeadlines,
    complaint "complaint_diagram": ComplaintDiagramInput => ComplaintDiagramOutput,
    complaint "complaint_merge": ComplaintMergeInput => ComplaintMergeOutput,
    complaint "complaint_packs": ComplaintPacksInput => ComplaintPacks,
    complaint "complaint_replay": ComplaintReplayInput => ComplaintReplayOutput,
    complaint "complaint_status": ComplaintStatusInput => ComplaintStatus,
    complaint "complaint_timeline": ComplaintTimelineInput => ComplaintTimeline,
    assignment "dispatch_solve": DispatchSolveInput => AssignmentPlan,
    certification "grade_on": GradeOnInput => GradeOnOutput,
    kpi "kpi_activity": ActivityInput => ActivityReport,
    kpi "kpi_concentration": ConcentrationInput => ConcentrationReport,
    kpi "kpi_persistency": PersistencyInput => PersistencyReport,
    manager "manager_appraise": ManagerAppraiseInput => ManagerAppraiseOutput,
    manager "manager_credit": ManagerCreditInput => ManagerCreditOutput,
    manager "manager_duties": ManagerDutiesInput => ManagerDutiesOutput,
    organisation "organisation_check": OrganisationInput => OrganisationOutput,
    partner "partner_admit": PartnerAdmitInput => PartnerAdmission,
    partner "partner_score": PartnerScoreInput => PartnerScore,
    partner "partner_track": PartnerTrackInput => PartnerTrack,
}
