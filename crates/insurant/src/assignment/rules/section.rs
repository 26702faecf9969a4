//! The section `assignment` of a rulebook: who may look after whom, and how well they fit.

use crate::assignment::tasks::TaskKind;
use crate::category::Category;
use crate::manager::ManagerGrade;
use crate::measure::vocabulary::CUSTOMER;
use crate::organisation::OrgLevel;
use crate::rulebook::TIERS;
use insurant_rules::document::{Field, Shape};
use insurant_rules::rulebook::{RecordListSpec, SectionSpec};

/// The section's key.
pub(crate) const SECTION: &str = "assignment";

/// The most points that one rule may give, or take away.
pub(super) const MOST_POINTS: i64 = 100_000;
/// The most effort of one customer, and the most that one manager can take on.
pub(crate) const MOST_EFFORT: i64 = 1_000_000;

fn words(words: &[&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn categories() -> Field {
    let categories = Shape::list_within(words(Category::WORDS), 1, Category::WORDS.len());
    Field::optional(
        "categories",
        categories,
        "Customers of these categories; absent: of any.",
    )
}

fn tiers() -> Field {
    let tiers = Shape::list_within(words(TIERS), 1, TIERS.len());
    Field::optional(
        "tiers",
        tiers,
        "Customers of these value tiers; absent: of any.",
    )
}

fn lines() -> Field {
    let lines = Shape::list_within(Shape::line(), 1, 64);
    Field::optional(
        "lines",
        lines,
        "Customers of these main lines of business; absent: of any.",
    )
}

fn points(doc: &'static str) -> Field {
    let shape = Shape::Integer {
        min: -MOST_POINTS,
        max: MOST_POINTS,
    };
    Field::required("points", shape, doc)
}

fn effort(doc: &'static str) -> Field {
    let shape = Shape::Integer {
        min: 1,
        max: MOST_EFFORT,
    };
    Field::required("effort", shape, doc)
}

fn grade(name: &'static str, doc: &'static str) -> Field {
    Field::required(name, words(ManagerGrade::WORDS), doc)
}

fn required() -> Field {
    Field::optional(
        "required",
        Shape::Boolean,
        "Whether nobody else may look after the customer. Default: false.",
    )
}

/// The section `assignment`.
#[rustfmt::skip]
pub(crate) fn section() -> SectionSpec {
    let optional = |field: Field| Field { required: false, ..field };
    let grades = Shape::list_within(words(ManagerGrade::WORDS), 1, ManagerGrade::WORDS.len());
    let km = Shape::Integer { min: 0, max: 100_000 };
    let list = |name, item, doc, fields: Vec<Field>| RecordListSpec::new(name, item, doc, fields, 256);
    SectionSpec::new(SECTION, CUSTOMER, "Who looks after whom: least grade, capacity, effort, fit.").records(
        [
            Field::optional("within", words(OrgLevel::WORDS), "A customer of a unit is looked after from the same unit of this level, or below it: `front_line` for the very unit, `city` for the same municipal branch. Absent: from anywhere."),
            Field::optional("most_km", km.clone(), "Nobody further away looks after a customer. Absent: no limit."),
            Field::optional("unknown_distance", words(&["forbidden", "allowed"]), "Where `most_km` is set: whether somebody may look after a customer when the distance between their places is unknown, because one has no place or no distance is given. `forbidden` says so as the rule `unknown_distance`; `allowed` notes it with the placement. Default: forbidden."),
        ],
        [
            list("least_grades", "LeastGrade", "The least grade for a customer: the first that applies.", vec![
                categories(), tiers(), lines(),
                grade("grade", "The least grade that may look after such a customer."),
                optional(grade("supervised", "The least grade that may do so when the manager they report to has the grade and supervises. Absent: none.")),
            ]),
            list("capacities", "GradeCapacity", "How much effort a manager of a grade can take on.", vec![
                grade("grade", "The grade."), effort("The most effort."),
            ]),
            list("efforts", "CustomerEffort", "How much work a customer is: the first that applies; 1 when none does.", vec![
                categories(), tiers(), lines(), effort("The effort."),
            ]),
            list("grade_points", "GradePoints", "Points for the grade: the first that applies.", vec![
                categories(), tiers(), Field::required("grades", grades, "Managers of these grades."), points("The points."),
            ]),
            list("line_points", "LinePoints", "Points for a manager who masters the customer's main line: the first that applies.", vec![
                lines(), points("The points."), required(),
            ]),
            list("language_points", "LanguagePoints", "Points for a manager who speaks the customer's language: the first that applies.", vec![
                Field::optional("languages", Shape::list_within(Shape::line(), 1, 64), "Customers of these languages; absent: of any."),
                points("The points."), required(),
            ]),
            list("distance_points", "DistancePoints", "Points for the distance between the places of customer and manager: the first that applies. An unknown distance gives none.", vec![
                Field::optional("up_to_km", km, "At most so far; absent: however far."), points("The points."),
            ]),
            list("task_points", "TaskPoints", "Points for whoever gets a task: all that apply are added up.", vec![
                Field::optional("kinds", Shape::list_within(words(TaskKind::WORDS), 1, TaskKind::WORDS.len()), "Tasks of these kinds; absent: of any."),
                Field::required("when", words(&["own_customer", "own_unit", "same_place"]), "`own_customer`: they look after the customer; `own_unit`: they are at the very unit of the task; `same_place`: they are where it is."),
                points("The points."),
            ]),
        ],
    )
}
