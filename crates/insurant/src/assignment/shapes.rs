//! What facts, questions and plans look like in JSON.

use super::plan::{Cause, Change, WhyNot};
use super::rules::MOST_EFFORT;
use super::tasks::TaskKind;
use crate::category::Category;
use crate::manager::ManagerGrade;
use crate::organisation::{self, OrgLevel};
use crate::rulebook::TIERS;
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// A figure that is checked with the facts, so that what is wrong is told in one go.
const fn effort() -> Shape {
    Shape::Integer {
        min: 0,
        max: MOST_EFFORT,
    }
}

fn customer() -> Shape {
    Shape::object(
        "AssignmentCustomer",
        "A customer, as far as assignment asks.",
        [
            required("customer_id", Shape::id(), "The host's id."),
            optional("category", words(Category::WORDS), "The category."),
            optional("tier", words(TIERS), "The value tier."),
            optional("line", Shape::line(), "The main line of business."),
            optional("language", Shape::line(), "The language to be spoken with."),
            optional("place", Shape::line(), "Where the customer is."),
            optional(
                "unit_id",
                Shape::id(),
                "The unit that the customer belongs to.",
            ),
            optional(
                "effort",
                effort(),
                "How much work the customer is; as the rules say when left out.",
            ),
        ],
    )
}

fn manager() -> Shape {
    let lines = || Shape::list_within(Shape::line(), 0, 256);
    Shape::object(
        "AssignmentManager",
        "An account manager, or somebody who takes tasks.",
        [
            required("manager_id", Shape::id(), "The host's id."),
            required("grade", words(ManagerGrade::WORDS), "The grade."),
            required("unit_id", Shape::id(), "The unit of the post."),
            optional("lines", lines(), "The lines of business that they master."),
            optional("languages", lines(), "The languages that they speak."),
            optional("skills", lines(), "What else they are trained for."),
            optional("place", Shape::line(), "Where they are."),
            optional(
                "capacity",
                effort(),
                "How much effort they can take on; as the rules say of the grade when left out.",
            ),
            optional(
                "reports_to",
                Shape::id(),
                "The manager whom they report to, who may supervise.",
            ),
            optional(
                "until",
                Shape::Date,
                "The first day on which they are there no more.",
            ),
        ],
    )
}

pub(crate) fn assignment() -> Shape {
    let exception = Shape::object(
        "AssignmentException",
        "Why one customer has a second manager.",
        [
            required("reason", Shape::prose(), "The reason."),
            required("until", Shape::Date, "The first day on which it is over."),
        ],
    );
    Shape::object(
        "Assignment",
        "That a manager looks after a customer.",
        [
            required("customer_id", Shape::id(), "The customer."),
            required("manager_id", Shape::id(), "The manager."),
            required("from", Shape::Date, "The first day."),
            optional(
                "to",
                Shape::Date,
                "The first day after it; open when left out.",
            ),
            optional(
                "supervised_by",
                Shape::id(),
                "The manager who answers for it, where the first is learning.",
            ),
            optional(
                "exception",
                exception,
                "Why this is a second manager, and until when.",
            ),
        ],
    )
}

fn contact() -> Shape {
    Shape::object(
        "AssignmentContact",
        "That somebody worked on a customer.",
        [
            required("customer_id", Shape::id(), "The customer."),
            required("unit_id", Shape::id(), "The unit that did."),
            optional("manager_id", Shape::id(), "The manager who did."),
            required("on", Shape::Date, "The day."),
        ],
    )
}

fn distance() -> Shape {
    Shape::object(
        "AssignmentDistance",
        "How far two places are from each other, both ways.",
        [
            required("from", Shape::line(), "A place."),
            required("to", Shape::line(), "Another."),
            required(
                "km",
                Shape::Integer {
                    min: 0,
                    max: 100_000,
                },
                "Kilometres.",
            ),
        ],
    )
}

fn task() -> Shape {
    Shape::object(
        "DispatchTask",
        "Something to be done by somebody.",
        [
            required("task_id", Shape::id(), "The host's id."),
            required("kind", words(TaskKind::WORDS), "What is to be done."),
            optional(
                "due_before",
                Shape::Instant,
                "The instant before which it must be done by law.",
            ),
            optional(
                "due_on",
                Shape::Date,
                "The last day for it by law; the day ends at midnight UTC.",
            ),
            optional(
                "severity",
                Shape::Integer {
                    min: 0,
                    max: 1_000_000,
                },
                "How severe it is; more is more, 0 when left out.",
            ),
            optional(
                "vulnerable",
                Shape::Boolean,
                "Whether somebody vulnerable is concerned.",
            ),
            optional(
                "category",
                words(Category::WORDS),
                "The customer's category, which only breaks ties.",
            ),
            optional("customer_id", Shape::id(), "The customer."),
            optional("place", Shape::line(), "Where it is to be done."),
            optional(
                "skills",
                Shape::list_within(Shape::line(), 0, 64),
                "The skills that it takes, all of them.",
            ),
            optional(
                "level",
                words(OrgLevel::WORDS),
                "The least level of the unit of whoever does it.",
            ),
            optional(
                "unit_id",
                Shape::id(),
                "The unit whose people do it, or those of the units below.",
            ),
            optional("effort", effort(), "How much work it is; 1 when left out."),
            optional("held_by", Shape::id(), "Who has it now."),
        ],
    )
}

/// The tasks.
pub(crate) fn tasks_field() -> Field {
    required("tasks", Shape::list(task()), "The tasks, in any order.")
}

/// The fields of the facts.
pub(crate) fn facts() -> Vec<Field> {
    vec![
        organisation::json::units_field(),
        required(
            "managers",
            Shape::list(manager()),
            "The managers, in any order.",
        ),
        optional(
            "customers",
            Shape::list(customer()),
            "The customers, in any order.",
        ),
        optional(
            "assignments",
            Shape::list(assignment()),
            "Who was assigned to whom, in any order.",
        ),
        optional(
            "contacts",
            Shape::list(contact()),
            "The contact log, in any order.",
        ),
        optional(
            "distances",
            Shape::list(distance()),
            "How far places are from each other.",
        ),
    ]
}

/// A rule that a present assignment breaks.
pub(crate) fn finding() -> Shape {
    Shape::object(
        "AssignmentFinding",
        "A rule that a present assignment breaks.",
        [
            optional(
                "customer_id",
                Shape::id(),
                "The customer; left out where the book as a whole is too large.",
            ),
            required("manager_id", Shape::id(), "The manager."),
            required(
                "rule",
                Shape::line(),
                "The rule: `gone` where the post has ended, `supervisor` where the supervisor has left, `capacity`, `least_grade:key-customers`, ….",
            ),
            optional(
                "supervised_by",
                Shape::id(),
                "The supervisor that the assignment names.",
            ),
            optional(
                "instead",
                Shape::id(),
                "Who may supervise instead; nobody when left out.",
            ),
        ],
    )
}

/// A conflict.
pub(crate) fn conflict() -> Shape {
    Shape::object(
        "AssignmentConflict",
        "Two units, or two managers, on one customer (A-20).",
        [
            required("customer_id", Shape::id(), "The customer."),
            required("from", Shape::Date, "The first day."),
            optional(
                "to",
                Shape::Date,
                "The first day after it; until further notice when left out.",
            ),
            required(
                "seen",
                Shape::one_of(["assignments", "contacts"]),
                "Where it shows.",
            ),
            required("units", Shape::list(Shape::id()), "The units."),
            required("managers", Shape::list(Shape::id()), "The managers."),
            optional(
                "excused",
                Shape::prose(),
                "The reason of the exception that allows it.",
            ),
        ],
    )
}

/// Who looks after a customer.
pub(crate) fn responsible() -> Shape {
    Shape::object(
        "Responsible",
        "Who looks after a customer on the day.",
        [
            required("customer_id", Shape::id(), "The customer."),
            required("manager_id", Shape::id(), "The manager."),
            required("since", Shape::Date, "The first day."),
            optional(
                "until",
                Shape::Date,
                "The first day after it, where it is known.",
            ),
            optional("supervised_by", Shape::id(), "Who answers for it."),
            optional("exception", Shape::prose(), "Why this is a second manager."),
        ],
    )
}

/// A handover.
pub(crate) fn handover() -> Shape {
    Shape::object(
        "Handover",
        "A change of the responsible manager.",
        [
            required("on", Shape::Date, "The first day of the new state."),
            optional("from", Shape::id(), "Who looked after the customer before."),
            optional("to", Shape::id(), "Who does from that day on."),
        ],
    )
}

fn placement() -> Shape {
    let points = Shape::object(
        "FitPoints",
        "Points that a rule gave.",
        [
            required(
                "component",
                Shape::one_of(["grade", "line", "language", "distance", "task"]),
                "What for.",
            ),
            required("rule", Shape::line(), "The rule's id."),
            required("points", Shape::integer(), "How many."),
        ],
    );
    let next = Shape::object(
        "NextBest",
        "The best of the others who may.",
        [
            required("manager_id", Shape::id(), "Who."),
            required("fit", Shape::integer(), "How well they fit."),
            required(
                "difference",
                Shape::integer(),
                "The fit of whoever was chosen, less theirs.",
            ),
            required(
                "why_not",
                Shape::one_of(
                    [WhyNot::LowerFit, WhyNot::SameFit, WhyNot::Full].map(WhyNot::as_str),
                ),
                "Why it was not them: they fit less; they fit as well and would be a move, or less even; they fit better, or as well without a move, and are full of such as would lose more elsewhere.",
            ),
        ],
    );
    let forbidden = Shape::object(
        "BetterButForbidden",
        "The best of those who would fit better and may not.",
        [
            required("manager_id", Shape::id(), "Who."),
            required("fit", Shape::integer(), "How well they would fit."),
            required(
                "difference",
                Shape::integer(),
                "The fit of whoever was chosen, less theirs.",
            ),
            required("rules", Shape::list(Shape::line()), "What forbids it."),
        ],
    );
    Shape::object(
        "Placement",
        "Who gets a customer or a task, and why.",
        [
            required("id", Shape::id(), "The customer or the task."),
            required("manager_id", Shape::id(), "Who gets it."),
            optional("from", Shape::id(), "Who had it."),
            required(
                "change",
                Shape::one_of([Change::Kept, Change::Moved, Change::New].map(Change::as_str)),
                "How it stands to what was before.",
            ),
            required("effort", Shape::count(), "How much work it is."),
            optional(
                "allowed_by",
                Shape::line(),
                "The rule of the least grade that was met.",
            ),
            optional(
                "supervised_by",
                Shape::id(),
                "The manager who must supervise.",
            ),
            required("fit", Shape::integer(), "All points together."),
            required(
                "points",
                Shape::list(points),
                "The points, each with its rule.",
            ),
            optional(
                "unknown_distance",
                Shape::Boolean,
                "That it is unknown how far away they are, where the rules set a limit and allow that; false when left out.",
            ),
            optional("next_best", next, "The best of the others who may."),
            optional(
                "better_forbidden",
                forbidden,
                "The best of those who would fit better and may not.",
            ),
        ],
    )
}

fn unplaced() -> Shape {
    let barred = Shape::object(
        "Barred",
        "Those whom one rule forbids.",
        [
            required("rule", Shape::line(), "The rule."),
            required("managers", Shape::list(Shape::id()), "Whom it forbids."),
        ],
    );
    Shape::object(
        "Unplaced",
        "What nobody gets, and why.",
        [
            required("id", Shape::id(), "The customer or the task."),
            optional("from", Shape::id(), "Who had it."),
            required("effort", Shape::count(), "How much work it is."),
            required(
                "cause",
                Shape::one_of(
                    [Cause::Forbidden, Cause::Full, Cause::NoManagers].map(Cause::as_str),
                ),
                "Whether the rules forbid everybody, those who may are full, or there is nobody at all.",
            ),
            required(
                "barred",
                Shape::list(barred),
                "For each rule, those whom it forbids.",
            ),
            required(
                "full",
                Shape::list(Shape::id()),
                "Those who may and are full.",
            ),
        ],
    )
}

fn load() -> Shape {
    Shape::object(
        "Load",
        "What somebody has to do.",
        [
            required("manager_id", Shape::id(), "Who."),
            optional(
                "capacity",
                Shape::count(),
                "The most effort; left out when no rule says.",
            ),
            required("before", Shape::count(), "The effort before."),
            required("after", Shape::count(), "The effort after."),
            required(
                "count",
                Shape::count(),
                "How many customers or tasks after.",
            ),
        ],
    )
}

fn quality() -> Shape {
    Shape::object(
        "PlanQuality",
        "What the plan reaches, and how near that is to the best.",
        [
            required("placed", Shape::count(), "How many are placed."),
            required(
                "placed_bound",
                Shape::count(),
                "The most that can be placed.",
            ),
            required("unplaced", Shape::count(), "How many are not."),
            required("fit", Shape::integer(), "All points."),
            required(
                "fit_bound",
                Shape::integer(),
                "The most points of any plan that places as many.",
            ),
            optional(
                "fit_gap",
                Shape::Decimal { max_decimals: 6 },
                "What is missing to the bound, as a share of it, rounded up; left out when the bound is not above 0.",
            ),
            required("moves", Shape::count(), "How many are not where they were."),
            required(
                "balance",
                Shape::line(),
                "The sum over all of load² × ⌊1,000,000 / capacity⌋; less is more even.",
            ),
            required(
                "optimal",
                Shape::Boolean,
                "Whether no plan is better: in what is placed, then points, then moves, then balance.",
            ),
        ],
    )
}

/// A plan.
pub(crate) static PLAN: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "Plan",
        "Who gets what, and why.",
        [
            required("rulebook", Shape::line(), "The rulebook, as `id@version`."),
            required("fingerprint", Shape::line(), "The rulebook's fingerprint."),
            required("as_of", Shape::Date, "The day from which it is to hold."),
            required(
                "placements",
                Shape::list(placement()),
                "Who gets what, by id.",
            ),
            required(
                "unplaced",
                Shape::list(unplaced()),
                "What nobody gets, by id.",
            ),
            required("loads", Shape::list(load()), "The loads, by manager."),
            optional(
                "findings",
                Shape::list(finding()),
                "Rules that present assignments break and the plan leaves as they are.",
            ),
            required("quality", quality(), "What is reached."),
        ],
    )
});
