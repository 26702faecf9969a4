//! What questions, services and sales look like in JSON.

use super::{HeadBasis, Reason};
use crate::kpi::read::{by_field, currency_field, groups_field, period_shape, span};
use crate::kpi::shape::{group_list, left_out, value};
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

/// The question.
pub(crate) static SPEC: LazyLock<Shape> = LazyLock::new(|| {
    let least = Shape::Integer {
        min: 1,
        max: 1_000_000,
    };
    Shape::object(
        "ActivitySpec",
        "Which time, and how to count.",
        [
            Field::required(
                "period",
                period_shape(),
                "The time: `2024-05`, `2024-Q2`, `2024`, or first day and first day after it.",
            ),
            Field::optional(
                "least_policies",
                least,
                "With so many policies an agent is active; 1 when left out.",
            ),
            currency_field(),
            by_field(),
        ],
    )
});

/// A service.
pub(crate) static SERVICE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "AgentService",
        "A time in which an agent sold for the insurer.",
        [
            Field::required(
                "agent_id",
                Shape::id(),
                "The host's id; one agent may have several services.",
            ),
            Field::required("from", Shape::Date, "The first day."),
            Field::optional(
                "to",
                Shape::Date,
                "The first day after it; left out while it lasts.",
            ),
            groups_field(),
        ],
    )
});

/// A sale.
pub(crate) static SALE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "AgentSale",
        "A policy that was sold.",
        [
            Field::required(
                "policy_id",
                Shape::id(),
                "The host's id, unique in the question.",
            ),
            Field::required("agent_id", Shape::id(), "Who sold it."),
            Field::required("issued_on", Shape::Date, "When it was issued."),
            Field::optional(
                "premium",
                Shape::Amount { max_decimals: 4 },
                "Standard or first-year premium, as the insurer counts it; a reversal is negative.",
            ),
        ],
    )
});

fn figures() -> Vec<Field> {
    let heads = Shape::object(
        "ActivityHeads",
        "Heads.",
        [
            Field::required("begin", Shape::count(), "In service on the first day."),
            Field::required(
                "end",
                Shape::count(),
                "In service on the first day after the period.",
            ),
            Field::required("active", Shape::count(), "Who sold enough."),
        ],
    );
    let sales = Shape::object(
        "ActivitySales",
        "What was sold.",
        [
            Field::required("policies", Shape::count(), "Policies."),
            Field::optional("premium", Shape::line(), "Their premium."),
            Field::optional(
                "without_premium",
                Shape::count(),
                "Policies of which the premium is not given.",
            ),
        ],
    );
    let indicator = Shape::object(
        "ActivityKpi",
        "One figure with both its sides.",
        [
            Field::required("id", Shape::line(), "Which."),
            Field::required(
                "basis",
                Shape::one_of(HeadBasis::WORDS.iter().copied()),
                "What it is divided by.",
            ),
            Field::required("unit", Shape::line(), "What the numerator is in."),
            Field::required(
                "numerator",
                Shape::any_of([Shape::line(), Shape::count()]),
                "The numerator.",
            ),
            Field::required(
                "denominator",
                Shape::line(),
                "The denominator, perhaps with a half.",
            ),
            Field::required("value", value(), "The figure."),
        ],
    );
    vec![
        Field::required("heads", heads, "Heads."),
        Field::required("sales", sales, "What was sold."),
        Field::required(
            "kpis",
            Shape::list(indicator),
            "The figures; those of premium only in a currency.",
        ),
    ]
}

/// The answer.
pub(crate) static REPORT: LazyLock<Shape> = LazyLock::new(|| {
    let mut fields = vec![
        Field::required("as_of", Shape::Date, "The first day after the period."),
        Field::required("period", span(), "The time."),
        Field::required(
            "least_policies",
            Shape::count(),
            "With so many policies an agent is active.",
        ),
        Field::required(
            "left_out",
            left_out("ActivityLeftOut", "policies", Reason::WORDS),
            "The sales that do not count, by reason.",
        ),
    ];
    fields.extend(figures());
    fields.push(group_list("Activity", figures()));
    Shape::object("ActivityReport", "Who sold, and how much.", fields)
});
