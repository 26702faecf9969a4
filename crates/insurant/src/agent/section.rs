//! The section `agents` of a rulebook.

use super::admission::Education;
use super::rules::{AgentGrade, CourseFormat, Every, Help, TimeUnit};
use super::vocabulary::AGENT;
use crate::organisation::OrgLevel;
use insurant_rules::document::{Field, Shape, TextForm};
use insurant_rules::rulebook::{RecordListSpec, SectionSpec};

/// The section's key.
pub(super) const SECTION: &str = "agents";

/// The scorecard that grades.
pub(super) const GRADE_CARD: &str = "grade";

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

const fn within(min: i64, max: i64) -> Shape {
    Shape::Integer { min, max }
}

fn slugs() -> Shape {
    Shape::list_within(Shape::text(TextForm::Slug, 128), 1, 64)
}

/// A floor is there only with the law that allows it.
fn lawful(name: &'static str, doc: &'static str, own: Vec<Field>) -> Shape {
    let mut fields = own;
    fields.extend([
        Field::required("jurisdiction", Shape::line(), "Where it is allowed."),
        Field::required("legal_basis", Shape::line(), "The law that allows it."),
    ]);
    Shape::object(name, doc, fields)
}

/// The section `agents`.
pub(crate) fn section() -> SectionSpec {
    let age = lawful(
        "AgentAge",
        "An age range; off unless the law that allows it is named.",
        vec![
            Field::optional("least", within(0, 150), "The least age in whole years."),
            Field::optional("most", within(0, 150), "The highest age in whole years."),
        ],
    );
    let education = lawful(
        "AgentEducation",
        "An education floor; off unless the law that allows it is named.",
        vec![Field::required(
            "least",
            words(Education::WORDS),
            "The least education.",
        )],
    );
    SectionSpec::new(
        SECTION,
        AGENT,
        "Own agents: admission, honours, training, support.",
    )
    .scorecard(GRADE_CARD, AgentGrade::WORDS.iter().copied(), 64)
    .records(
        [
            Field::optional("age", age, "The age range of admission. Default: none."),
            Field::optional(
                "education",
                education,
                "The education floor of admission. Default: none.",
            ),
            Field::optional(
                "experience_months",
                within(0, 600),
                "The least relevant experience, in whole months. Default: 0.",
            ),
            Field::optional(
                "quality_inputs",
                Shape::list_within(Shape::name(), 1, 64),
                "Inputs of the rulebook that measure quality, so that titles may rest on them.",
            ),
        ],
        [
            RecordListSpec::new(
                "interviews",
                "AgentInterview",
                "Interviews, in the order in which they are held.",
                vec![Field::required(
                    "level",
                    words(OrgLevel::WORDS),
                    "The level of the leader who holds it; each once.",
                )],
                5,
            ),
            RecordListSpec::new(
                "honours",
                "AgentHonour",
                "Titles; each needs quality beside volume.",
                vec![
                    Field::required("title", Shape::line(), "What it is called."),
                    Field::optional("volume", Shape::Condition, "How much must be sold."),
                    Field::required(
                        "quality",
                        Shape::Condition,
                        "How well: over quality figures only.",
                    ),
                ],
                64,
            ),
            RecordListSpec::new(
                "allowances",
                "AgentAllowance",
                "Groups with an allowance, the best first.",
                vec![
                    Field::required("honours", slugs(), "The titles that open it; one suffices."),
                    Field::optional(
                        "amount",
                        Shape::Amount { max_decimals: 4 },
                        "The allowance, in the currency of the rulebook.",
                    ),
                    Field::optional(
                        "every",
                        words(Every::WORDS),
                        "How often it is paid. Default: month.",
                    ),
                ],
                64,
            ),
            RecordListSpec::new(
                "training",
                "AgentCourse",
                "Courses by level.",
                vec![
                    Field::required("levels", slugs(), "The levels of agents that it is for."),
                    Field::optional(
                        "format",
                        words(CourseFormat::WORDS),
                        "Open to all, or closed. Default: open.",
                    ),
                    Field::required(
                        "within_months",
                        within(0, 120),
                        "The months on a level within which it is taken first.",
                    ),
                    Field::optional(
                        "every_months",
                        within(1, 120),
                        "The months after which it is taken again; left out: never.",
                    ),
                    Field::optional(
                        "test",
                        Shape::Boolean,
                        "Whether it counts only with its test passed. Default: false.",
                    ),
                ],
                256,
            ),
            RecordListSpec::new(
                "importance",
                "AgentSupportImportance",
                "Time limits of support, by importance.",
                vec![
                    Field::required(
                        "count",
                        within(0, 10_000),
                        "How many days; 0: on the same day.",
                    ),
                    Field::required("unit", words(TimeUnit::WORDS), "Which days."),
                    Field::optional(
                        "calendar",
                        Shape::text(TextForm::Slug, 128),
                        "The calendar of working days.",
                    ),
                ],
                32,
            ),
            RecordListSpec::new(
                "contents",
                "AgentSupportContent",
                "Degrees of help, by content.",
                vec![Field::required(
                    "help",
                    words(Help::WORDS),
                    "How far the help goes.",
                )],
                128,
            ),
        ],
    )
}
