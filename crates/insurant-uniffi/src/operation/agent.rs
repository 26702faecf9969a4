//! What operations on agents take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// Whether a candidate is admitted, with each thing that is asked.
    answered AgentAdmission {
        /// The candidate.
        agent_id "agent_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// What becomes of the candidate.
        outcome "outcome": AgentAdmissionOutcome,
        /// Each thing that is asked.
        checks "checks": Vec<AgentCheck>,
        /// Each interview, in order.
        interviews "interviews": Vec<AgentStage>,
        /// The level of the interview that is next.
        #[uniffi(default = None)]
        next "next": Option<OrgLevel>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

words! {
    /// What becomes of a candidate.
    answered AgentAdmissionOutcome {
        /// Everything is met.
        Admitted = "admitted",
        /// Interviews are still to be held.
        Pending = "pending",
        /// Something is not known: a person must look.
        Review = "review",
        /// Something is not met.
        Refused = "refused",
    }
}

record! {
    /// A candidate, and the rules of a day.
    asked AgentAdmitInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What is asked about.
        agent "agent": AgentCandidate,
    }
}

record! {
    /// A group with an allowance.
    answered AgentAllowanceAnswer {
        /// The group.
        group "group": String,
        /// The allowance.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
        /// How often it is paid.
        every "every": AllowancePeriod,
    }
}

record! {
    /// What is known of a candidate.
    asked AgentCandidate {
        /// The host's id.
        agent_id "agent_id": String,
        /// The day of birth; looked at only where the rulebook asks for an age.
        #[uniffi(default = None)]
        birth_date "birth_date": Option<CivilDate>,
        /// Education; looked at only where the rulebook asks for it.
        #[uniffi(default = None)]
        education "education": Option<Education>,
        /// Relevant experience, in whole months.
        #[uniffi(default = None)]
        experience_months "experience_months": Option<i64>,
        /// Interviews held, each level once.
        #[uniffi(default = None)]
        interviews "interviews": Option<Vec<HeldInterview>>,
    }
}

record! {
    /// How one thing that is asked stands.
    answered AgentCheck {
        /// What.
        check "check": AgentCheckKind,
        /// How it stands.
        state "state": AgentCheckState,
        /// The age in whole years, where it is asked and known.
        #[uniffi(default = None)]
        years "years": Option<i64>,
    }
}

words! {
    /// One of 4 words.
    answered AgentCheckKind {
        /// `age`.
        Age = "age",
        /// `education`.
        Education = "education",
        /// `experience`.
        Experience = "experience",
        /// `interviews`.
        Interviews = "interviews",
    }
}

words! {
    /// How one thing that is asked stands.
    answered AgentCheckState {
        /// It is met.
        Met = "met",
        /// It is not.
        NotMet = "not_met",
        /// What it asks is not known.
        Unknown = "unknown",
        /// Interviews are still to be held.
        Pending = "pending",
        /// The rulebook does not ask it.
        Off = "off",
    }
}

record! {
    /// An agent with the figures that titles look at.
    asked AgentFacts {
        /// The host's id.
        agent_id "agent_id": String,
        /// Figures by name, as text: `{"premium": "120000.00", "persistency_13": "9/10",
        /// "training_passed": "yes"}`; a figure that does not exist is `undefined`.
        #[uniffi(default = None)]
        facts "facts": Option<HashMap<String, String>>,
    }
}

words! {
    /// The grade of an agent, the best first.
    answered AgentGrade {
        /// Of the few with the best customers.
        Elite = "elite",
        /// Better than most.
        Senior = "senior",
        /// As expected.
        Standard = "standard",
        /// Still learning.
        Trainee = "trainee",
    }
}

record! {
    /// An agent, and the rules of a day.
    asked AgentGradeInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What is asked about.
        agent "agent": AgentFacts,
    }
}

record! {
    /// The grade of an agent, explained.
    answered AgentGraded {
        /// The agent.
        agent_id "agent_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// The grade; absent when a person must look.
        #[uniffi(default = None)]
        grade "grade": Option<AgentGrade>,
        /// The score, explained.
        score "score": CardScore,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// Whether an agent holds a title.
    answered AgentHonourAnswer {
        /// The title's id.
        id "id": String,
        /// What it is called.
        title "title": String,
        /// Whether enough was sold; absent when the title does not ask.
        #[uniffi(default = None)]
        volume "volume": Option<ConditionAnswer>,
        /// Whether it was done well.
        quality "quality": ConditionAnswer,
        /// Both.
        held "held": ConditionAnswer,
    }
}

record! {
    /// The titles of an agent, and its allowance.
    answered AgentHonours {
        /// The agent.
        agent_id "agent_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// Every title, in the order of the rulebook.
        honours "honours": Vec<AgentHonourAnswer>,
        /// The first group that one of them opens.
        #[uniffi(default = None)]
        allowance "allowance": Option<AgentAllowanceAnswer>,
        /// Whether a better group is not known to be closed.
        undecided "undecided": bool,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// An agent, and the rules of a day.
    asked AgentHonoursInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What is asked about.
        agent "agent": AgentFacts,
    }
}

record! {
    /// How an interview stands.
    answered AgentStage {
        /// The level.
        level "level": OrgLevel,
        /// How it stands.
        state "state": AgentStageState,
    }
}

words! {
    /// How an interview stands.
    answered AgentStageState {
        /// Passed, after the one before it.
        Passed = "passed",
        /// Failed.
        Failed = "failed",
        /// Held before the one before it was passed.
        OutOfOrder = "out_of_order",
        /// Not held before the day.
        Missing = "missing",
    }
}

record! {
    /// Requests of agents.
    answered AgentSupport {
        /// The day.
        as_of "as_of": CivilDate,
        /// How many are in each state.
        totals "totals": SupportTotals,
        /// The requests, by id.
        requests "requests": Vec<SupportAnswer>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// Requests, and the rules of a day.
    asked AgentSupportInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What is asked about.
        requests "requests": Vec<SupportRequest>,
    }
}

record! {
    /// An agent and what it has taken.
    asked AgentTrainee {
        /// The host's id.
        agent_id "agent_id": String,
        /// Its level, of those that courses are for.
        level "level": String,
        /// Since when it is on that level.
        since "since": CivilDate,
        /// What it has taken.
        #[uniffi(default = None)]
        done "done": Option<Vec<CourseTaken>>,
    }
}

record! {
    /// The plans of agents.
    answered AgentTraining {
        /// The day.
        as_of "as_of": CivilDate,
        /// The plans, by agent.
        agents "agents": Vec<TrainingPlan>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// Agents, and the rules of a day.
    asked AgentTrainingInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What is asked about.
        agents "agents": Vec<AgentTrainee>,
    }
}

words! {
    /// How often an allowance is paid.
    answered AllowancePeriod {
        /// Every month.
        Month = "month",
        /// Every quarter.
        Quarter = "quarter",
        /// Every year.
        Year = "year",
    }
}

words! {
    /// Who may attend a course.
    answered CourseFormat {
        /// Whoever comes.
        Open = "open",
        /// Only those it is for.
        Closed = "closed",
    }
}

record! {
    /// A course that was taken.
    asked CourseTaken {
        /// The course.
        course "course": String,
        /// When.
        on "on": CivilDate,
        /// Whether its test was passed.
        #[uniffi(default = None)]
        passed "passed": Option<bool>,
    }
}

words! {
    /// Education, the least first.
    asked Education {
        /// None.
        None = "none",
        /// Primary school.
        Primary = "primary",
        /// Lower secondary school.
        LowerSecondary = "lower_secondary",
        /// Upper secondary school.
        UpperSecondary = "upper_secondary",
        /// Vocational school or college.
        Vocational = "vocational",
        /// Bachelor's degree.
        Bachelor = "bachelor",
        /// Master's degree.
        Master = "master",
        /// Doctorate.
        Doctorate = "doctorate",
    }
}

record! {
    /// An interview that was held.
    asked HeldInterview {
        /// The level of the leader who held it.
        level "level": OrgLevel,
        /// When.
        on "on": CivilDate,
        /// How it ended.
        result "result": InterviewResult,
    }
}

words! {
    /// One of 2 words.
    asked InterviewResult {
        /// `passed`.
        Passed = "passed",
        /// `failed`.
        Failed = "failed",
    }
}

record! {
    /// A request with its last day and its degree of help.
    answered SupportAnswer {
        /// The request.
        request_id "request_id": String,
        /// How important it is.
        importance "importance": String,
        /// What it is about.
        content "content": String,
        /// How far the help goes.
        help "help": SupportHelp,
        /// When it came.
        received_on "received_on": CivilDate,
        /// The last day on which it is done in time.
        due_on "due_on": CivilDate,
        /// When it was done.
        #[uniffi(default = None)]
        done_on "done_on": Option<CivilDate>,
        /// How it stands.
        state "state": SupportRequestState,
    }
}

words! {
    /// How far the help with a request goes.
    answered SupportHelp {
        /// The desk does it.
        Full = "full",
        /// The desk and the agent do it together.
        Shared = "shared",
        /// The desk says how it is done.
        Advice = "advice",
        /// It is the agent's own work.
        None = "none",
    }
}

record! {
    /// What an agent asked for.
    asked SupportRequest {
        /// The host's id.
        request_id "request_id": String,
        /// How important it is, of the rulebook's list.
        importance "importance": String,
        /// What it is about, of the rulebook's list.
        content "content": String,
        /// When it came.
        received_on "received_on": CivilDate,
        /// When it was done.
        #[uniffi(default = None)]
        done_on "done_on": Option<CivilDate>,
    }
}

words! {
    /// How a request stands.
    answered SupportRequestState {
        /// Done in time.
        Done = "done",
        /// Done after its last day.
        DoneLate = "done_late",
        /// To be done after the day.
        Open = "open",
        /// To be done on the day.
        Due = "due",
        /// It should have been done before the day.
        Overdue = "overdue",
    }
}

record! {
    /// How many are in each state.
    answered SupportTotals {
        /// How many stand so.
        done "done": i64,
        /// How many stand so.
        done_late "done_late": i64,
        /// How many stand so.
        open "open": i64,
        /// How many stand so.
        due "due": i64,
        /// How many stand so.
        overdue "overdue": i64,
    }
}

record! {
    /// One course of a plan.
    answered TrainingItem {
        /// The course.
        course "course": String,
        /// Who may attend.
        format "format": CourseFormat,
        /// How it stands.
        state "state": TrainingState,
        /// When it was last taken so that it counts.
        #[uniffi(default = None)]
        last "last": Option<CivilDate>,
        /// The last day for the next time.
        #[uniffi(default = None)]
        due_on "due_on": Option<CivilDate>,
        /// Whether it was taken since without its test passed.
        not_passed "not_passed": bool,
    }
}

record! {
    /// The plan of an agent.
    answered TrainingPlan {
        /// The agent.
        agent_id "agent_id": String,
        /// Its level.
        level "level": String,
        /// Its courses, in the order of the rulebook.
        courses "courses": Vec<TrainingItem>,
    }
}

words! {
    /// How a course stands.
    answered TrainingState {
        /// Taken, and not to be taken again by the day.
        Current = "current",
        /// To be taken on the day at the latest.
        Due = "due",
        /// To be taken later.
        Open = "open",
        /// It should have been taken.
        Overdue = "overdue",
    }
}
