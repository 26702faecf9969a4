//! The operation `complaint_deadlines`: what is due by when.

use super::judged::{applied, facts, facts_field, organisation, procedures_field};
use super::status::finding_shape;
use super::{Call, Operation};
use crate::complaint::clock::{DeadlineState, Duty, Missed, MoveReason, Party, RefusedWhy, Status};
use crate::complaint::procedure::Applied;
use crate::complaint::{Event, event, json};
use crate::organisation::{Organisation, json as units};
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Instant, Problems};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "complaint_deadlines",
    doc: "What is due on a complaint by when, under every procedure that applies.",
    input: deadlines_input,
    output: deadlines_output,
    run: deadlines,
    lenient: false,
}];

fn words(words: &[&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn deadlines_input() -> Shape {
    Shape::object(
        "ComplaintDeadlinesInput",
        "A complaint, and the procedures it is judged under.",
        [
            Field::required("as_of", Shape::Instant, "The asking time."),
            procedures_field(true),
            Field::required("complaint", event::LOG.clone(), "Its log."),
            facts_field(),
            units::optional_units_field(),
        ],
    )
}

/// A deadline, as several operations answer it.
pub(super) fn deadline_shape() -> Shape {
    let moved = Shape::object(
        "DeadlineMove",
        "A move of a due instant.",
        [
            Field::required("reason", words(MoveReason::WORDS), "Why."),
            Field::required("at", Shape::Instant, "Since when it counts."),
            Field::required("from", Shape::Instant, "The due instant before."),
            Field::required("to", Shape::Instant, "The due instant after."),
        ],
    );
    let refused = Shape::object(
        "DeadlineRefused",
        "What would have moved a due instant, and did not.",
        [
            Field::required(
                "reason",
                words(MoveReason::WORDS),
                "What it would have been.",
            ),
            Field::required("at", Shape::Instant, "When it came."),
            Field::required("why", words(RefusedWhy::WORDS), "Why it does not count."),
        ],
    );
    let calendar = Shape::object(
        "DeadlineCalendar",
        "The calendar that working days were counted by.",
        [
            Field::required("id", Shape::id(), "Its id."),
            Field::required("version", Shape::line(), "The version of its data."),
        ],
    );
    let problem = Shape::object(
        "DeadlineProblem",
        "Why a due instant cannot be worked out.",
        [
            Field::required("code", Shape::name(), "Its code."),
            Field::required("message", Shape::prose(), "What is wrong."),
            Field::optional(
                "expected",
                Shape::prose(),
                "What could be worked out, such as the days that the calendar covers.",
            ),
            Field::optional("remedy", Shape::prose(), "What to do about it."),
        ],
    );
    Shape::object(
        "Deadline",
        "A clock at the asking time.",
        [
            Field::required(
                "clock",
                Shape::id(),
                "The clock; `due_set` for a date that someone set.",
            ),
            Field::required("duty", words(Duty::WORDS), "What is due."),
            Field::optional(
                "procedure",
                Shape::line(),
                "The procedure, as `id@version`.",
            ),
            Field::optional("party", words(Party::WORDS), "For whom it runs."),
            Field::optional("missing", words(Missed::WORDS), "What missing it means."),
            Field::optional(
                "status",
                words(Status::WORDS),
                "Whether the figure was seen in its source.",
            ),
            Field::optional("source", Shape::prose(), "The rule that it comes from."),
            Field::optional("example", Shape::Boolean, "Whether it is an example."),
            Field::optional("calendar", calendar, "The calendar in use."),
            Field::required("run", Shape::count(), "Which run of the clock this is."),
            Field::required("started_at", Shape::Instant, "When it started."),
            Field::optional(
                "due_before",
                Shape::Instant,
                "The first instant that is too late.",
            ),
            Field::optional("due_on", Shape::Date, "The last local day in time."),
            Field::optional(
                "first_due_before",
                Shape::Instant,
                "The due instant before any move.",
            ),
            Field::optional("moves", Shape::list(moved), "The moves, in order."),
            Field::optional("refused", Shape::list(refused), "What did not move it."),
            Field::required("state", words(DeadlineState::WORDS), "How it stands."),
            Field::optional(
                "ended_at",
                Shape::Instant,
                "When it was met, or when nothing was left to do.",
            ),
            Field::optional(
                "never_done",
                Shape::Boolean,
                "For one that was missed and is over: nobody did it, and something else left nothing to do.",
            ),
            Field::optional(
                "days_left",
                Shape::integer(),
                "For one that is open: the local days left.",
            ),
            Field::optional("warning", Shape::Boolean, "It is near its end."),
            Field::optional(
                "governing",
                Shape::Boolean,
                "It is the one that counts for its duty.",
            ),
            Field::optional(
                "provisional",
                Shape::Boolean,
                "It counts as far as can be said: another on its duty cannot be worked out.",
            ),
            Field::optional(
                "assumed",
                Shape::Boolean,
                "It applies only because nobody can say that it does not.",
            ),
            Field::optional(
                "problem",
                problem,
                "Why the due instant cannot be worked out.",
            ),
        ],
    )
}

fn deadlines_output() -> Shape {
    Shape::object(
        "ComplaintDeadlines",
        "What is due.",
        [
            Field::required("as_of", Shape::Instant, "The asking time."),
            Field::required(
                "deadlines",
                Shape::list(deadline_shape()),
                "By procedure and clock, as asked for.",
            ),
            Field::optional(
                "findings",
                Shape::list(finding_shape()),
                "What the deadlines would pass over; left out when there is nothing.",
            ),
        ],
    )
}

fn deadlines(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let log = input.get("complaint").map_or_else(Vec::new, json::events);
    let applied = applied(call, &facts(call, &log))?;
    let organisation = organisation(call)?;
    let as_of = input.instant_at("as_of").unwrap_or(Instant::EPOCH);
    Ok(answer(&applied, &log, organisation.as_ref(), as_of))
}

/// What is due of a complaint with this log, and what that would pass over.
pub(super) fn answer(
    applied: &Applied<'_>,
    log: &[Event],
    organisation: Option<&Organisation>,
    as_of: Instant,
) -> Json {
    let deadlines = applied.deadlines(log, organisation, as_of);
    let gaps = applied.gaps(log, organisation, as_of, &deadlines);
    let gaps = (!gaps.is_empty()).then(|| Json::list(gaps.iter().map(|found| found.to_json())));
    let deadlines = deadlines.iter().map(|deadline| deadline.to_json());
    Json::Object(
        Object::new()
            .with("as_of", as_of.to_string())
            .with("deadlines", Json::list(deadlines))
            .with_some("findings", gaps),
    )
}
