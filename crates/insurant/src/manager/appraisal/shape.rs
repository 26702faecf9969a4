//! What appraisals look like in JSON.

use super::judge::{Change, Limit, Rating, Unrated};
use crate::manager::ManagerGrade;
use insurant_rules::document::{Field, Shape, TextForm};
use std::sync::LazyLock;

const AMOUNT: Shape = Shape::Amount { max_decimals: 18 };

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// A period.
pub(crate) static PERIOD: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "AppraisalPeriod",
        "Days `[from, to)`.",
        [
            Field::required("from", Shape::Date, "The first day."),
            Field::required("to", Shape::Date, "The first day after."),
        ],
    )
});

static RESULTS: LazyLock<Shape> = LazyLock::new(|| {
    let amount = |name, doc| Field::optional(name, AMOUNT, doc);
    let count = |name, doc| Field::optional(name, Shape::count(), doc);
    Shape::object(
        "ManagerResults",
        "What was achieved in the days of service. Amounts are decimals in major units.",
        [
            amount("new_premium", "Premium of new business."),
            amount("premium_target", "What it should be in a whole period."),
            amount(
                "renewal_due",
                "Premium of policies that came up for renewal.",
            ),
            amount("renewal_kept", "Premium of those that were renewed."),
            amount("earned_premium", "Earned premium of the book."),
            amount("incurred", "Incurred losses of the book; may be negative."),
            count("visits_due", "Visits that were due."),
            count("visits_done", "Visits that were made."),
            count("reports_due", "Reports that were due."),
            count("reports_on_time", "Reports that came in time."),
            count(
                "upheld_complaints",
                "Complaints about the manager that were upheld.",
            ),
            count("satisfied", "Customers who were satisfied."),
            count("asked", "Customers who were asked."),
        ],
    )
});

/// A manager with the facts of a period.
pub(crate) static MANAGER: LazyLock<Shape> = LazyLock::new(|| {
    let range = Shape::object(
        "ServedRange",
        "Days of service `[from, to)`.",
        [
            Field::required("from", Shape::Date, "The first day."),
            Field::required("to", Shape::Date, "The first day after."),
        ],
    );
    let count = |name, doc| Field::optional(name, Shape::count(), doc);
    let customers = Shape::object(
        "CustomersByCategory",
        "How many customers of each category; one that is left out has none.",
        [
            count("unattached", "Never insured with us."),
            count("prospect", "Mean to insure, or were insured here and left."),
            count("standard", "Insured."),
            count("preferred", "Good customers."),
            count("key", "Important customers."),
        ],
    );
    let input = Shape::any_of([Shape::prose(), Shape::Boolean, Shape::integer()]);
    Shape::object(
        "AppraisedManager",
        "A manager in a period. What is left out is not known, which is never zero.",
        [
            Field::required("manager_id", Shape::id(), "The host's id."),
            Field::optional("unit_id", Shape::id(), "The unit."),
            Field::optional(
                "grade",
                words(ManagerGrade::WORDS),
                "The grade that counts now.",
            ),
            Field::optional("joined_on", Shape::Date, "The first day with the insurer."),
            Field::optional("grade_since", Shape::Date, "Since when the grade counts."),
            Field::optional(
                "served",
                Shape::list(range),
                "Days of service in the period, none twice and none on leave; absent: since joining, or the whole period.",
            ),
            Field::optional("results", RESULTS.clone(), "What was achieved."),
            Field::optional(
                "customers",
                customers,
                "Customers looked after at the end of the period.",
            ),
            Field::optional(
                "inputs",
                Shape::map(TextForm::Name, input),
                "The rulebook's inputs, by name.",
            ),
        ],
    )
});

/// The appraisal of one manager.
pub(crate) static APPRAISAL: LazyLock<Shape> = LazyLock::new(|| {
    let days = Shape::object(
        "AppraisedDays",
        "Days of the period, and days of service in it.",
        [
            Field::required("period", Shape::count(), "Of the period."),
            Field::required("served", Shape::count(), "Of service."),
        ],
    );
    Shape::object(
        "ManagerAppraisal",
        "What a manager's work came to, and the grade that follows.",
        [
            Field::required("manager_id", Shape::id(), "The host's id."),
            Field::optional("unit_id", Shape::id(), "The unit."),
            Field::required("days", days, "The days."),
            Field::required("rating", words(Rating::WORDS), "What it came to."),
            Field::optional("reason", words(Unrated::WORDS), "Why there is no score."),
            Field::optional("grade", words(ManagerGrade::WORDS), "The grade so far."),
            Field::optional(
                "proposed",
                words(ManagerGrade::WORDS),
                "The grade proposed.",
            ),
            Field::optional("change", words(Change::WORDS), "What becomes of the grade."),
            Field::optional(
                "limited_by",
                words(Limit::WORDS),
                "What kept it from being that of the score.",
            ),
            Field::optional(
                "score",
                crate::scoring::score_shape(),
                "The score, every point explained.",
            ),
        ],
    )
});
