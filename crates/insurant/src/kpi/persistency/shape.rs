//! What questions and policies look like in JSON.

use super::measure::Reason;
use super::policy::Ceasing;
use super::spec::{Basis, Variant};
use crate::kpi::read::{by_field, currency_field, groups_field, period_shape, span};
use crate::kpi::shape::{group_list, left_out, value};
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

const fn within(min: i64, max: i64) -> Shape {
    Shape::Integer { min, max }
}

/// The question.
pub(crate) static SPEC: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "PersistencySpec",
        "Which policies, which month, and how to count.",
        [
            Field::required("as_of", Shape::Date, "The day of the question."),
            Field::optional("period", period_shape(), "The evaluation period, in which the policies reach the month: `2024`, `2024-Q2`, `2024-05`, or first day and first day after it."),
            Field::optional("cohort", span(), "The policies instead, by their first day."),
            Field::optional("month", within(2, 601), "The policy month whose premium is asked for; 13 when left out."),
            Field::optional("grace_days", within(0, 366), "Days after the first of the month on which its premium counts; 60 when left out."),
            Field::optional("rider_months", within(0, 601), "Riders added within so many months count; as many as `month` when left out."),
            Field::optional("variant", words(Variant::WORDS), "Which exclusions hold; `regulatory` when left out."),
            Field::optional("basis", words(Basis::WORDS), "What is counted; `premium` when left out."),
            currency_field(),
            by_field(),
        ],
    )
    .exactly_one(["period", "cohort"])
});

fn receipts() -> Shape {
    Shape::list(Shape::object(
        "PremiumReceipt",
        "Premium received.",
        [
            Field::required(
                "month",
                within(1, 1200),
                "The policy month that it pays for, from 1.",
            ),
            Field::required("on", Shape::Date, "The day on which it came."),
            Field::required(
                "amount",
                Shape::Amount { max_decimals: 4 },
                "How much; a refund is negative.",
            ),
        ],
    ))
}

/// A policy.
pub(crate) static POLICY: LazyLock<Shape> = LazyLock::new(|| {
    let rider = Shape::object(
        "PersistencyRider",
        "Cover added to a policy after its first day.",
        [
            Field::required(
                "rider_id",
                Shape::id(),
                "The host's id, unique in the policy.",
            ),
            Field::required("added_on", Shape::Date, "The day on which it was added."),
            Field::optional("received", receipts(), "The premium received for it."),
        ],
    );
    let ceased = Shape::object(
        "PremiumCeased",
        "What ended the payment of premium.",
        [
            Field::required("by", words(Ceasing::WORDS), "What."),
            Field::required("on", Shape::Date, "From which day."),
        ],
    );
    Shape::object(
        "PersistencyPolicy",
        "A policy with what was received for it.",
        [
            Field::required(
                "policy_id",
                Shape::id(),
                "The host's id, unique in the question.",
            ),
            Field::required("effective", Shape::Date, "The first day of cover."),
            Field::optional(
                "premium",
                Shape::Amount { max_decimals: 4 },
                "The original premium of one instalment, riders of the first day included; needed where premium is counted.",
            ),
            Field::optional(
                "single",
                Shape::Boolean,
                "Whether it is paid for at once; false when left out.",
            ),
            Field::optional(
                "individual",
                Shape::Boolean,
                "Whether it is one person's; true when left out.",
            ),
            Field::optional(
                "long_term",
                Shape::Boolean,
                "Whether it is long-term; true when left out.",
            ),
            Field::optional(
                "received",
                receipts(),
                "The premium received for it; left out: not known.",
            ),
            Field::optional(
                "riders",
                Shape::list(rider),
                "Riders added after the first day.",
            ),
            Field::optional("ceased", ceased, "What ended the payment of premium."),
            Field::optional(
                "known_until",
                Shape::Date,
                "Nothing is known of this day and later ones.",
            ),
            groups_field(),
        ],
    )
});

fn figures() -> Vec<Field> {
    let side = || Shape::any_of([Shape::line(), Shape::count()]);
    let part = |name: &'static str, doc: &'static str, counted: &'static str| {
        Shape::object(
            name,
            doc,
            [
                Field::required(counted, Shape::count(), "How many."),
                Field::optional("amount", Shape::line(), "How much."),
            ],
        )
    };
    vec![
        Field::required("numerator", side(), "What persists: premium, or policies."),
        Field::required("denominator", side(), "What it is a share of."),
        Field::required("value", value(), "The persistency; it may exceed 1."),
        Field::optional(
            "capped",
            value(),
            "The same, at most 1; there when it is above 1.",
        ),
        Field::required("policies", Shape::count(), "The policies measured."),
        Field::required(
            "left_out",
            left_out("PersistencyLeftOut", "policies", Reason::WORDS),
            "The policies on neither side, by reason, with their original premium.",
        ),
        Field::optional(
            "riders",
            part("PersistencyRiders", "The part of riders.", "policies"),
            "The part of the numerator that riders brought.",
        ),
        Field::required(
            "late",
            part(
                "PersistencyLate",
                "Premium that came after the days of grace.",
                "receipts",
            ),
            "Premium of the month that came after the days of grace and does not count.",
        ),
    ]
}

/// The answer.
pub(crate) static REPORT: LazyLock<Shape> = LazyLock::new(|| {
    let mut fields = vec![
        Field::required("id", Shape::line(), "`persistency_13`."),
        Field::required("as_of", Shape::Date, "The day of the question."),
        Field::required("basis", words(Basis::WORDS), "What is counted."),
        Field::required("variant", words(Variant::WORDS), "Which exclusions hold."),
        Field::required(
            "unit",
            Shape::line(),
            "What both sides are in: a currency, or `policies`.",
        ),
        Field::required("month", Shape::count(), "The policy month."),
        Field::required("grace_days", Shape::count(), "The days of grace."),
        Field::required(
            "rider_months",
            Shape::count(),
            "Riders added within so many months count.",
        ),
        Field::required("cohort", span(), "The first days of the policies."),
    ];
    fields.extend(figures());
    fields.push(group_list("Persistency", figures()));
    Shape::object(
        "PersistencyReport",
        "Persistency, with everything that it is made of.",
        fields,
    )
});
