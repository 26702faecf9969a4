//! Operations on one customer: `measure`, `assess`, `explain`, `verify`.

use super::Operation;
use super::call::{Call, as_of_field, customer_field, rulebook_field};
use crate::decision::Decision;
use crate::facts::CheckedCustomer;
use crate::measure::Scratch;
use insurant_rules::document::{Field, Json, Object, Path, Shape};
use insurant_rules::{Problem, Problems, Truth};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "assess",
        doc: "The outcome of one customer: category, standing, alerts, findings.",
        input: assess_input,
        output: outcome,
        run: assess,
        lenient: true,
    },
    Operation {
        name: "explain",
        doc: "The whole decision on one customer: outcome, every comparison, the facts behind each figure.",
        input: assess_input,
        output: || Shape::Any,
        run: |call| Ok(decide(call, &assess_input())?.json().clone()),
        lenient: true,
    },
    Operation {
        name: "measure",
        doc: "The values of measures or conditions for one customer.",
        input: measure_input,
        output: values,
        run: measure,
        lenient: true,
    },
    Operation {
        name: "verify",
        doc: "Decides again and compares the fingerprint of an earlier decision.",
        input: verify_input,
        output: || {
            Shape::object(
                "Verification",
                "Whether the decision is the same.",
                [
                    Field::required(
                        "verified",
                        Shape::Boolean,
                        "The two fingerprints are equal.",
                    ),
                    Field::required("fingerprint", Shape::line(), "That of the new decision."),
                ],
            )
        },
        run: verify,
        lenient: true,
    },
];

fn assess_input() -> Shape {
    Shape::object(
        "AssessInput",
        "A customer on a day.",
        [as_of_field(), rulebook_field(), customer_field()],
    )
}

fn verify_input() -> Shape {
    Shape::object(
        "VerifyInput",
        "The input of an earlier `explain`, and its fingerprint.",
        [
            as_of_field(),
            rulebook_field(),
            customer_field(),
            Field::required(
                "fingerprint",
                Shape::line(),
                "That of the earlier decision.",
            ),
        ],
    )
}

fn measure_input() -> Shape {
    Shape::object(
        "MeasureInput",
        "A customer on a day, and what to measure.",
        [
            as_of_field(),
            rulebook_field(),
            customer_field(),
            Field::required(
                "expressions",
                Shape::list_within(Shape::prose(), 1, 1000),
                "Measures or conditions of the rule language, such as `loss_ratio(12m)`.",
            ),
        ],
    )
}

fn words() -> Shape {
    Shape::list(Shape::name())
}

fn outcome() -> Shape {
    let finding = Shape::object(
        "Finding",
        "A blacklist criterion that proposes, or a claim that counts nowhere.",
        [
            Field::required("id", Shape::name(), "Which."),
            Field::optional("claim_id", Shape::id(), "The claim."),
        ],
    );
    Shape::object(
        "Outcome",
        "What was decided on a customer.",
        [
            Field::required("as_of", Shape::Date, "The day."),
            Field::required("customer_id", Shape::id(), "The customer."),
            Field::optional("category", Shape::name(), "The category, or `undecided`."),
            Field::optional("standing", Shape::name(), "Clear, watch or blacklisted."),
            Field::required("status", Shape::name(), "Decided or undecided."),
            Field::optional("cause", Shape::name(), "Why it is undecided."),
            Field::required(
                "holds",
                words(),
                "Every category that holds, from the head down.",
            ),
            Field::required(
                "unknown",
                words(),
                "Category rules that could not be answered.",
            ),
            Field::required("alerts", words(), "The alerts raised."),
            Field::required(
                "alerts_unknown",
                words(),
                "Alerts that could not be answered.",
            ),
            Field::required("findings", Shape::list(finding), "The findings."),
            Field::required(
                "findings_unknown",
                words(),
                "Criteria that could not be answered.",
            ),
            Field::optional(
                "hindsight",
                Shape::Boolean,
                "The facts are younger than the day.",
            ),
            Field::optional(
                "projected",
                Shape::Boolean,
                "The facts are older than the day.",
            ),
        ],
    )
}

fn values() -> Shape {
    Shape::object(
        "Values",
        "Measured values, in the order asked for.",
        [
            Field::required("as_of", Shape::Date, "The day."),
            Field::required(
                "values",
                Shape::list(Shape::Any),
                "Kind, state and value of each.",
            ),
        ],
    )
}

fn assess(call: &Call<'_>) -> Result<Json, Problems> {
    let shape = assess_input();
    let rules = rules(call, &shape, &[])?;
    let customer = call.customer(&shape, &rules)?;
    Ok(rules
        .on(call.as_of())
        .outcome(&customer, &mut Scratch::new()))
}

/// The rules of a call. When they cannot be had, problems of shape come first.
fn rules<'a>(
    call: &Call<'a>,
    shape: &Shape,
    expressions: &[&str],
) -> Result<super::call::Rules<'a>, Problems> {
    call.rules(expressions).map_err(|found| {
        let mut problems = Problems::new();
        shape.check(call.document(), call.input(), &Path::ROOT, &mut problems);
        problems.extend(found);
        problems.or(()).err().unwrap_or_default()
    })
}

fn decide(call: &Call<'_>, shape: &Shape) -> Result<Decision, Problems> {
    let rules = rules(call, shape, &[])?;
    let customer = call.customer(shape, &rules)?;
    Ok(rules
        .on(call.as_of())
        .explain(&customer, &mut Scratch::new()))
}

fn verify(call: &Call<'_>) -> Result<Json, Problems> {
    let decision = decide(call, &verify_input())?;
    let given = call.input().text_at("fingerprint");
    Ok(Json::object([
        ("fingerprint", decision.fingerprint().into()),
        ("verified", (given == Some(decision.fingerprint())).into()),
    ]))
}

fn measure(call: &Call<'_>) -> Result<Json, Problems> {
    let shape = measure_input();
    let expressions: Vec<&str> = call
        .input()
        .items_at("expressions")
        .iter()
        .filter_map(|e| e.text())
        .collect();
    let rules = rules(call, &shape, &expressions)?;
    let customer = call.customer(&shape, &rules)?;
    let mixed = customer.mixed_currency(rules.currency());
    call.facts(mixed)?;
    let values = measured(call, &rules, &customer)?;
    Ok(Json::object([
        ("as_of", call.as_of().to_string().into()),
        ("values", values),
    ]))
}

fn measured(
    call: &Call<'_>,
    rules: &crate::CustomerRules,
    customer: &CheckedCustomer,
) -> Result<Json, Problems> {
    let dated = rules.on(call.as_of());
    let mut scratch = Scratch::new();
    if dated.measure(customer, &mut scratch).is_err() {
        let figure = dated
            .dated
            .overflown(&scratch)
            .and_then(|at| rules.program().requests().get(at));
        let figure = figure.map_or_else(String::new, ToString::to_string);
        return Err(Problem::new(
            crate::code::OVERFLOW,
            format!("`{figure}` does not fit 64 bits"),
        )
        .expected("sums of at most 9223372036854775807 minor units")
        .remedy("check the amounts: no portfolio is that large")
        .into());
    }
    let answered = dated.answered(&scratch);
    Ok(Json::list(rules.expressions().iter().map(|expression| {
        let slot = answered.value(expression.value);
        let object = if expression.is_condition {
            let truth = match (slot.is_known(), slot.num) {
                (true, 1) => Truth::True,
                (true, _) => Truth::False,
                _ => Truth::Unknown,
            };
            Object::new()
                .with("kind", "condition")
                .with("state", "known")
                .with("value", truth.as_str())
        } else {
            dated.value(slot, &expression.ty)
        };
        Json::Object(object.with("expression", expression.text.as_str()))
    })))
}
