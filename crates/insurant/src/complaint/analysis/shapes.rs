//! What questions, complaints and actions look like in JSON.

use super::answer::{Answer as _, Common, Parts as _};
use super::{CaseOutcome, Cause, Period};
use insurant_rules::document::{Field, Shape, TextForm};
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

const fn within(min: i64, max: i64) -> Shape {
    Shape::Integer { min, max }
}

const fn amount() -> Shape {
    Shape::Amount { max_decimals: 4 }
}

const fn decimal() -> Shape {
    Shape::Decimal { max_decimals: 6 }
}

fn period() -> Shape {
    Shape::any_of([Shape::line(), Period::shape()])
}

fn exposure() -> Shape {
    Shape::object(
        "ComplaintExposure",
        "The business of a period; what is left out makes its rate undefined.",
        [
            optional("premium", amount(), "Premium of the period."),
            optional(
                "policies",
                decimal(),
                "Policies in force, on average over the period.",
            ),
            optional(
                "persons",
                decimal(),
                "Persons insured, or times persons were insured.",
            ),
        ],
    )
}

/// The question.
pub(crate) static SPEC: LazyLock<Shape> = LazyLock::new(|| {
    let buckets = Shape::list_within(within(0, 36_600), 0, 64);
    let causes = Shape::map(TextForm::Line, Shape::list(Shape::line()));
    Shape::object(
        "ComplaintAnalysisSpec",
        "The period, the one it is compared with, and how to count.",
        [
            required(
                "period",
                period(),
                "`2025-06`, `2025-Q2`, `2025`, or the first day and the first day after it.",
            ),
            optional(
                "previous",
                period(),
                "The one to compare with; the one before, as long, when left out.",
            ),
            optional(
                "as_of",
                Shape::Date,
                "The day of the question; the end of the period when left out.",
            ),
            optional(
                "currency",
                Shape::line(),
                "The currency of premium and redress, by ISO 4217.",
            ),
            optional("exposure", exposure(), "The business of the period."),
            optional(
                "previous_exposure",
                exposure(),
                "The business of the one before.",
            ),
            optional(
                "bucket_days",
                buckets,
                "The most days of each bucket of time to resolve but the last, ascending; 28 and 56 when left out.",
            ),
            optional(
                "causes",
                causes,
                "Functions with their reasons; those of the NAIC when left out.",
            ),
            optional(
                "top",
                within(0, 1000),
                "How many top causes and changes are listed, ties with the last included; 5 when left out.",
            ),
            optional(
                "list",
                within(0, 100_000),
                "How many late complaints are listed at most; 50 when left out.",
            ),
            optional(
                "repeat_months",
                within(0, 1200),
                "How many months before the period count for complaining again; none when left out.",
            ),
        ],
    )
});

/// A complaint.
pub(crate) static CASE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ComplaintCase",
        "A complaint as it stands.",
        [
            required("complaint_id", Shape::id(), "The host's id."),
            required("received_on", Shape::Date, "When it reached the insurer."),
            optional(
                "closed_on",
                Shape::Date,
                "When nothing was left to do; left out while it is open, also when it was reopened. Whatever was withdrawn or merged is not open and says it.",
            ),
            optional(
                "decided_on",
                Shape::Date,
                "When it was decided; the closing stands for it when left out.",
            ),
            optional(
                "due_on",
                Shape::Date,
                "The last day for the decision, as it stands.",
            ),
            optional("cause", Cause::shape(), "What it is about."),
            optional("line", Shape::line(), "Line of business."),
            optional("channel", Shape::line(), "How it came in."),
            optional("unit_id", Shape::id(), "The unit that owns it."),
            optional(
                "complainant_kind",
                Shape::line(),
                "Such as `individual` or `organisation`.",
            ),
            optional(
                "complainant_id",
                Shape::id(),
                "Who complains; may be a keyed hash.",
            ),
            optional("outcome", words(CaseOutcome::WORDS), "How it ended."),
            optional(
                "reopened",
                within(0, 1_000_000),
                "How often it was reopened.",
            ),
            optional("redress", amount(), "What the complainant got."),
            optional(
                "merged_into",
                Shape::id(),
                "The complaint that it goes on as part of.",
            ),
            optional(
                "no_clock",
                Shape::prose(),
                "The procedures it was judged by that gave it no clock, such as one not in force then.",
            ),
        ],
    )
});

/// A corrective action.
pub(crate) static ACTION: LazyLock<Shape> = LazyLock::new(|| {
    let sides = [
        required("before", decimal(), "In the days before it was done."),
        required("after", decimal(), "In the days after."),
    ];
    let exposure = Shape::object(
        "EffectExposure",
        "What complaints are counted against, such as average policies.",
        sides,
    );
    let check = Shape::object(
        "EffectCheck",
        "How the effect is checked: as many days before it was done as after.",
        [
            required("days", within(1, 36_600), "How many days."),
            optional(
                "exposure",
                exposure,
                "The exposure of both; days alone when left out.",
            ),
            optional(
                "at_most",
                decimal(),
                "What the rate afterwards may be at most, as a share of the one before; any fall when left out.",
            ),
        ],
    );
    let mut fields = Common::fields();
    fields.push(optional("check", check, "How its effect is checked."));
    Shape::object("CorrectiveAction", "A corrective action.", fields)
});
