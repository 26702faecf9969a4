//! What agents, and what is said of them, look like in JSON.

use super::admission::{CheckState, Education, Outcome, StageState};
use super::rules::{AgentGrade, CourseFormat, Every, Help};
use super::support::RequestState;
use super::training::TrainingState;
use crate::organisation::OrgLevel;
use crate::rulebook::DecidedBy;
use crate::scoring::score_shape;
use insurant_rules::document::{Field, Shape, TextForm};
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn signed(mut fields: Vec<Field>) -> Vec<Field> {
    fields.extend(DecidedBy::fields());
    fields
}

fn truth() -> Shape {
    Shape::one_of(["true", "false", "unknown"])
}

/// A candidate.
pub(crate) static CANDIDATE: LazyLock<Shape> = LazyLock::new(|| {
    let months = Shape::Integer { min: 0, max: 1200 };
    let interview = Shape::object(
        "HeldInterview",
        "An interview that was held.",
        [
            required(
                "level",
                words(OrgLevel::WORDS),
                "The level of the leader who held it.",
            ),
            required("on", Shape::Date, "When."),
            required(
                "result",
                Shape::one_of(["passed", "failed"]),
                "How it ended.",
            ),
        ],
    );
    Shape::object(
        "AgentCandidate",
        "What is known of a candidate.",
        [
            required("agent_id", Shape::id(), "The host's id."),
            optional(
                "birth_date",
                Shape::Date,
                "The day of birth; looked at only where the rulebook asks for an age.",
            ),
            optional(
                "education",
                words(Education::WORDS),
                "Education; looked at only where the rulebook asks for it.",
            ),
            optional(
                "experience_months",
                months,
                "Relevant experience, in whole months.",
            ),
            optional(
                "interviews",
                Shape::list(interview),
                "Interviews held, each level once.",
            ),
        ],
    )
});

/// An agent with facts by name.
pub(crate) static AGENT: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "AgentFacts",
        "An agent with the figures that titles look at.",
        [
            required("agent_id", Shape::id(), "The host's id."),
            optional(
                "facts",
                Shape::map(TextForm::Name, Shape::line()),
                "Figures by name, as text: `{\"premium\": \"120000.00\", \"persistency_13\": \"9/10\", \"training_passed\": \"yes\"}`; a figure that does not exist is `undefined`.",
            ),
        ],
    )
});

/// An agent and what it has taken.
pub(crate) static TRAINEE: LazyLock<Shape> = LazyLock::new(|| {
    let done = Shape::object(
        "CourseTaken",
        "A course that was taken.",
        [
            required("course", Shape::line(), "The course."),
            required("on", Shape::Date, "When."),
            optional("passed", Shape::Boolean, "Whether its test was passed."),
        ],
    );
    Shape::object(
        "AgentTrainee",
        "An agent and what it has taken.",
        [
            required("agent_id", Shape::id(), "The host's id."),
            required(
                "level",
                Shape::line(),
                "Its level, of those that courses are for.",
            ),
            required("since", Shape::Date, "Since when it is on that level."),
            optional("done", Shape::list(done), "What it has taken."),
        ],
    )
});

/// A request.
pub(crate) static REQUEST: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "SupportRequest",
        "What an agent asked for.",
        [
            required("request_id", Shape::id(), "The host's id."),
            required(
                "importance",
                Shape::line(),
                "How important it is, of the rulebook's list.",
            ),
            required(
                "content",
                Shape::line(),
                "What it is about, of the rulebook's list.",
            ),
            required("received_on", Shape::Date, "When it came."),
            optional("done_on", Shape::Date, "When it was done."),
        ],
    )
});

/// The answer on admission.
pub(crate) static ADMISSION: LazyLock<Shape> = LazyLock::new(|| {
    let checks = ["age", "education", "experience", "interviews"];
    let check = Shape::object(
        "AgentCheck",
        "How one thing that is asked stands.",
        [
            required("check", Shape::one_of(checks), "What."),
            required("state", words(CheckState::WORDS), "How it stands."),
            optional(
                "years",
                Shape::integer(),
                "The age in whole years, where it is asked and known.",
            ),
        ],
    );
    let stage = Shape::object(
        "AgentStage",
        "How an interview stands.",
        [
            required("level", words(OrgLevel::WORDS), "The level."),
            required("state", words(StageState::WORDS), "How it stands."),
        ],
    );
    Shape::object(
        "AgentAdmission",
        "Whether a candidate is admitted, with each thing that is asked.",
        signed(vec![
            required("agent_id", Shape::id(), "The candidate."),
            required("as_of", Shape::Date, "The day."),
            required(
                "outcome",
                words(Outcome::WORDS),
                "What becomes of the candidate.",
            ),
            required("checks", Shape::list(check), "Each thing that is asked."),
            required(
                "interviews",
                Shape::list(stage),
                "Each interview, in order.",
            ),
            optional(
                "next",
                words(OrgLevel::WORDS),
                "The level of the interview that is next.",
            ),
        ]),
    )
});

/// The answer on honours.
pub(crate) static HONOURS: LazyLock<Shape> = LazyLock::new(|| {
    let honour = Shape::object(
        "AgentHonourAnswer",
        "Whether an agent holds a title.",
        [
            required("id", Shape::line(), "The title's id."),
            required("title", Shape::line(), "What it is called."),
            optional(
                "volume",
                truth(),
                "Whether enough was sold; absent when the title does not ask.",
            ),
            required("quality", truth(), "Whether it was done well."),
            required("held", truth(), "Both."),
        ],
    );
    let allowance = Shape::object(
        "AgentAllowanceAnswer",
        "A group with an allowance.",
        [
            required("group", Shape::line(), "The group."),
            optional("amount", Shape::line(), "The allowance."),
            required("every", words(Every::WORDS), "How often it is paid."),
        ],
    );
    Shape::object(
        "AgentHonours",
        "The titles of an agent, and its allowance.",
        signed(vec![
            required("agent_id", Shape::id(), "The agent."),
            required("as_of", Shape::Date, "The day."),
            required(
                "honours",
                Shape::list(honour),
                "Every title, in the order of the rulebook.",
            ),
            optional(
                "allowance",
                allowance,
                "The first group that one of them opens.",
            ),
            required(
                "undecided",
                Shape::Boolean,
                "Whether a better group is not known to be closed.",
            ),
        ]),
    )
});

/// The answer on training.
pub(crate) static TRAINING: LazyLock<Shape> = LazyLock::new(|| {
    let course = Shape::object(
        "TrainingItem",
        "One course of a plan.",
        [
            required("course", Shape::line(), "The course."),
            required("format", words(CourseFormat::WORDS), "Who may attend."),
            required("state", words(TrainingState::WORDS), "How it stands."),
            optional(
                "last",
                Shape::Date,
                "When it was last taken so that it counts.",
            ),
            optional("due_on", Shape::Date, "The last day for the next time."),
            required(
                "not_passed",
                Shape::Boolean,
                "Whether it was taken since without its test passed.",
            ),
        ],
    );
    let plan = Shape::object(
        "TrainingPlan",
        "The plan of an agent.",
        [
            required("agent_id", Shape::id(), "The agent."),
            required("level", Shape::line(), "Its level."),
            required(
                "courses",
                Shape::list(course),
                "Its courses, in the order of the rulebook.",
            ),
        ],
    );
    Shape::object(
        "AgentTraining",
        "The plans of agents.",
        signed(vec![
            required("as_of", Shape::Date, "The day."),
            required("agents", Shape::list(plan), "The plans, by agent."),
        ]),
    )
});

/// The answer on support.
pub(crate) static SUPPORT: LazyLock<Shape> = LazyLock::new(|| {
    let request = Shape::object(
        "SupportAnswer",
        "A request with its last day and its degree of help.",
        [
            required("request_id", Shape::id(), "The request."),
            required("importance", Shape::line(), "How important it is."),
            required("content", Shape::line(), "What it is about."),
            required("help", words(Help::WORDS), "How far the help goes."),
            required("received_on", Shape::Date, "When it came."),
            required(
                "due_on",
                Shape::Date,
                "The last day on which it is done in time.",
            ),
            optional("done_on", Shape::Date, "When it was done."),
            required("state", words(RequestState::WORDS), "How it stands."),
        ],
    );
    let totals = RequestState::WORDS
        .iter()
        .map(|&state| required(state, Shape::count(), "How many stand so."));
    Shape::object(
        "AgentSupport",
        "Requests of agents.",
        signed(vec![
            required("as_of", Shape::Date, "The day."),
            required(
                "totals",
                Shape::object("SupportTotals", "How many are in each state.", totals),
                "How many are in each state.",
            ),
            required("requests", Shape::list(request), "The requests, by id."),
        ]),
    )
});

/// The answer on a grade.
pub(crate) static GRADE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "AgentGraded",
        "The grade of an agent, explained.",
        signed(vec![
            required("agent_id", Shape::id(), "The agent."),
            required("as_of", Shape::Date, "The day."),
            optional(
                "grade",
                words(AgentGrade::WORDS),
                "The grade; absent when a person must look.",
            ),
            required("score", score_shape(), "The score, explained."),
        ]),
    )
});
