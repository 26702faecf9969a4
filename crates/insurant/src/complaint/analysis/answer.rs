//! What the form and the report look like in JSON.

use super::shapes::{action_fields, optional, required, span, words};
use super::{
    ActionEffect, ActionState, AnalysisFindingKind, CaseOutcome, Dimension, Undefined, write,
};
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

fn rate() -> Shape {
    Shape::object(
        "ComplaintRate",
        "An exact quotient, or why there is none.",
        [
            required(
                "state",
                Shape::one_of(["known", "undefined"]),
                "Whether it exists.",
            ),
            optional("num", Shape::line(), "The numerator."),
            optional("den", Shape::line(), "The denominator."),
            optional(
                "shown",
                Shape::line(),
                "To six places, half to even; for reading only.",
            ),
            optional("reason", words(Undefined::WORDS), "Why there is none."),
        ],
    )
}

fn count_trend_fields() -> Vec<Field> {
    vec![
        required("now", Shape::count(), "In the period."),
        required("before", Shape::count(), "In the one before."),
        required(
            "difference",
            Shape::integer(),
            "How many more; below zero when fewer.",
        ),
        required("ratio", rate(), "How many times as many."),
    ]
}

fn count_trend() -> Shape {
    Shape::object(
        "CountTrend",
        "A count, and what it was before.",
        count_trend_fields(),
    )
}

fn rate_trend() -> Shape {
    Shape::object(
        "RateTrend",
        "A rate, and what it was before.",
        [
            required("now", rate(), "In the period."),
            required("before", rate(), "In the one before."),
            required("difference", rate(), "How much higher, in lowest terms."),
        ],
    )
}

/// The counts of a month, and those of a group in the period.
fn count_fields() -> Vec<Field> {
    vec![
        required("closed", Shape::count(), "Closed."),
        required(
            "due",
            Shape::count(),
            "Due; withdrawn or merged in time owes nothing.",
        ),
        required(
            "on_time",
            Shape::count(),
            "Of those, answered by their day.",
        ),
        required("on_time_rate", rate(), "The same as a share."),
        required(
            "decided",
            Shape::count(),
            "Decided on the merits, with a stated outcome.",
        ),
        required(
            "upheld",
            Shape::count(),
            "Of those, for the complainant, wholly or in part.",
        ),
        required("upheld_rate", rate(), "The same as a share."),
    ]
}

fn group() -> Shape {
    let mut fields = key_fields();
    fields.extend([
        required("received", count_trend(), "Received."),
        required("share", rate(), "Of all that was received in the period."),
    ]);
    fields.extend(count_fields());
    fields.extend([
        required("open", Shape::count(), "Open at the end."),
        required(
            "reopened",
            Shape::count(),
            "Of those closed or open, reopened at least once.",
        ),
    ]);
    Shape::object(
        "ComplaintGroup",
        "Complaints that have something in common.",
        fields,
    )
}

/// How a group is named. Without any of these, its complaints do not say, or the scheme does not
/// know what they say.
fn key_fields() -> Vec<Field> {
    vec![
        optional(
            "key",
            Shape::prose(),
            "What they have in common; of causes see `function`.",
        ),
        optional("function", Shape::prose(), "The function of a cause."),
        optional("reason", Shape::prose(), "The reason of a cause."),
    ]
}

fn action_report() -> Shape {
    let window = |name: &'static str| {
        Shape::object(
            name,
            "One side of an effect.",
            [
                required("from", Shape::Date, "The first day watched."),
                required("to", Shape::Date, "The first day after."),
                required(
                    "received",
                    Shape::count(),
                    "Complaints of the cause received.",
                ),
                required("rate", rate(), "The same per unit of exposure, or per day."),
            ],
        )
    };
    let effect = Shape::object(
        "ActionEffect",
        "Whether an action helped.",
        [
            required("effect", words(ActionEffect::WORDS), "The answer."),
            optional("before", window("EffectWindow"), "Before it was done."),
            optional("after", window("EffectWindow"), "After it was done."),
        ],
    );
    let mut fields = action_fields();
    fields.extend([
        required("state", words(ActionState::WORDS), "How far it is."),
        required(
            "proven",
            Shape::Boolean,
            "Whether it was done and something proves it.",
        ),
        optional("effect", effect, "Whether it helped, when that is checked."),
    ]);
    Shape::object(
        "ActionReport",
        "A corrective action, and what became of it.",
        fields,
    )
}

fn form() -> Shape {
    let bucket = Shape::object(
        "TimeBucket",
        "Complaints closed that took so many days, both ends included.",
        [
            required("from_days", Shape::count(), "The fewest days."),
            optional(
                "to_days",
                Shape::count(),
                "The most days; the last bucket has no end.",
            ),
            required("closed", count_trend(), "How many."),
        ],
    );
    let mut month = vec![
        required(
            "month",
            Shape::line(),
            "The month, `2025-06`; only its days within the period.",
        ),
        required("received", Shape::count(), "Received."),
    ];
    month.extend(count_fields());
    let month = Shape::object("ComplaintMonth", "A month of the period.", month);
    let unclassified = Shape::object(
        "UnclassifiedCause",
        "A cause that the scheme does not know.",
        [
            required("function", Shape::prose(), "The function stated."),
            optional("reason", Shape::prose(), "The reason stated."),
            required(
                "received",
                Shape::count(),
                "How often it was received in the period.",
            ),
        ],
    );
    let outcomes = Shape::object(
        "ComplaintOutcomes",
        "How complaints ended in the period.",
        CaseOutcome::WORDS
            .iter()
            .map(|word| optional(word, Shape::count(), "How many.")),
    );
    let groups = || Shape::list(group());
    let redress = Shape::object(
        "ComplaintRedress",
        "What complainants got.",
        [
            required("currency", Shape::line(), "The currency."),
            required("now", Shape::line(), "In the period."),
            required("before", Shape::line(), "In the one before."),
        ],
    );
    let mut fields = vec![
        required("period", span("AnalysisPeriod"), "The period."),
        required(
            "previous",
            span("AnalysisPeriod"),
            "The one it is compared with.",
        ),
        required("as_of", Shape::Date, "The day of the question."),
        required(
            "cases",
            Shape::count(),
            "How many complaints were looked at.",
        ),
        required("open_before", Shape::count(), "Open when the period began."),
        required(
            "moot",
            Shape::count(),
            "Due, but withdrawn or merged in time.",
        ),
        required(
            "unnamed",
            Shape::count(),
            "Received, not saying who complains.",
        ),
        required(
            "complainants",
            Shape::count(),
            "Different complainants of the period.",
        ),
        optional(
            "longest_days",
            Shape::count(),
            "The most days that one closed took.",
        ),
        optional(
            "redress",
            redress,
            "What complainants got, where a currency is given.",
        ),
        required(
            "outcomes",
            outcomes,
            "How complaints ended; what none did is left out.",
        ),
        required(
            "buckets",
            Shape::list(bucket),
            "Time to resolve of those closed.",
        ),
        required(
            "unclassified",
            Shape::list(unclassified),
            "Causes that the scheme does not know.",
        ),
        required("by_month", Shape::list(month), "By month of the period."),
        required(
            "actions",
            Shape::list(action_report()),
            "The corrective actions.",
        ),
    ];
    fields.extend(write::COUNTS.map(|(name, doc)| required(name, count_trend(), doc)));
    fields.extend(write::RATES.map(|(name, doc)| required(name, rate_trend(), doc)));
    fields.extend(write::GROUPS.map(|(name, doc, _)| required(name, groups(), doc)));
    Shape::object(
        "ComplaintForm",
        "The monthly complaint-analysis form: the figures.",
        fields,
    )
}

fn report() -> Shape {
    let figure = Shape::object(
        "ChangedFigure",
        "A figure at the top that changed: a count, or a rate.",
        [
            required("figure", Shape::name(), "Its name in the form."),
            optional("count", count_trend(), "How it changed."),
            optional("rate", rate_trend(), "How it changed."),
        ],
    );
    let mut change = vec![required(
        "by",
        words(Dimension::WORDS),
        "The way of telling complaints apart.",
    )];
    change.extend(key_fields());
    change.push(required("received", count_trend(), "What was received."));
    let change = Shape::object(
        "ChangedGroup",
        "A group of which more or less was received.",
        change,
    );
    let top = Shape::object(
        "TopCause",
        "One of the causes received most.",
        [
            required(
                "rank",
                Shape::count(),
                "1 for the first; causes that tie have the same.",
            ),
            required("function", Shape::prose(), "The function."),
            optional("reason", Shape::prose(), "The reason."),
            required("received", count_trend(), "What was received."),
            required("share", rate(), "Of all that was received in the period."),
        ],
    );
    let late = Shape::object(
        "LateComplaint",
        "A complaint that was due in the period, and late.",
        [
            required("complaint_id", Shape::prose(), "The host's id."),
            required("due_on", Shape::Date, "The last day for the decision."),
            optional(
                "answered_on",
                Shape::Date,
                "When it was answered; left out when it is not.",
            ),
            required(
                "days_late",
                Shape::count(),
                "Days after its day, up to the question when it is not answered.",
            ),
            optional("unit_id", Shape::prose(), "The unit that owns it."),
        ],
    );
    let named = Shape::object(
        "FoundComplaint",
        "A complaint of which something was found.",
        [
            required("complaint_id", Shape::prose(), "The host's id."),
            required(
                "named",
                Shape::prose(),
                "The survivor that is not there, or the procedures that gave no clock.",
            ),
        ],
    );
    let finding = Shape::object(
        "AnalysisFinding",
        "Something found of single complaints.",
        [
            required("finding", words(AnalysisFindingKind::WORDS), "What."),
            required("count", Shape::count(), "Of how many complaints."),
            required(
                "complaints",
                Shape::list(named),
                "The first of them by id, as many as `list` of the question says.",
            ),
        ],
    );
    Shape::object(
        "ComplaintReport",
        "The analysis report: what there is to say about the figures, as data for sentences.",
        [
            required(
                "figures_up",
                Shape::list(figure.clone()),
                "Figures at the top that rose.",
            ),
            required(
                "figures_down",
                Shape::list(figure),
                "Figures at the top that fell.",
            ),
            required(
                "groups_up",
                Shape::list(change.clone()),
                "Groups of which more was received, the largest rise first.",
            ),
            required(
                "groups_down",
                Shape::list(change),
                "Groups of which less was received, the largest fall first.",
            ),
            required("top_causes", Shape::list(top), "The causes received most."),
            required("late_count", Shape::count(), "How many were due and late."),
            required(
                "late",
                Shape::list(late),
                "Those of them that waited longest, the longest first.",
            ),
            required(
                "actions_due",
                Shape::list(action_report()),
                "Actions not done, in order of the day they are due.",
            ),
            required(
                "findings",
                Shape::list(finding),
                "What else was found of single complaints, each kind once.",
            ),
        ],
    )
}

/// The analysis.
pub(crate) static ANALYSIS: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ComplaintAnalysis",
        "The analysis of a period.",
        [
            required("form", form(), "The figures."),
            required("report", report(), "What there is to say about them."),
        ],
    )
});
