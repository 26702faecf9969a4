//! What partners, and what is said of them, look like in JSON.

use super::admission::{Effect, EventFinding, Outcome, Reason};
use super::event::{CleanDate, EventKind};
use super::track::{TrackState, WhyExit};
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

/// A partner.
pub(crate) static PARTNER: LazyLock<Shape> = LazyLock::new(|| {
    let licence = Shape::object(
        "PartnerLicence",
        "The permission to sell.",
        [
            required("from", Shape::Date, "The first day."),
            optional(
                "to",
                Shape::Date,
                "The first day on which it no longer holds; left out: none.",
            ),
        ],
    );
    let event = Shape::object(
        "PartnerEvent",
        "A violation or penalty.",
        [
            required(
                "event_id",
                Shape::id(),
                "The host's id, unique for the partner.",
            ),
            required(
                "code",
                Shape::line(),
                "The code, of the rulebook's closed list.",
            ),
            optional("act_on", Shape::Date, "When it was done."),
            optional("decided_on", Shape::Date, "When it was decided."),
        ],
    );
    Shape::object(
        "Partner",
        "What is known of a partner.",
        [
            required("partner_id", Shape::id(), "The host's id."),
            optional("licence", licence, "Its licence; left out: not known."),
            optional(
                "compliant",
                Shape::Boolean,
                "Whether it operates in compliance; left out: nobody said.",
            ),
            optional(
                "events",
                Shape::list_by("event_id", event, 0, 100_000),
                "Its violations and penalties; left out: not known.",
            ),
        ],
    )
});

/// A period of the past.
pub(crate) static PERIOD: LazyLock<Shape> = LazyLock::new(|| {
    let decimal = || Shape::Decimal { max_decimals: 6 };
    Shape::object(
        "PartnerPeriod",
        "One appraisal of a partner.",
        [
            required("from", Shape::Date, "Its first day."),
            required("to", Shape::Date, "The first day after it."),
            optional(
                "points",
                decimal(),
                "What the scorecard gave; left out: it could not be decided.",
            ),
            optional(
                "line",
                decimal(),
                "The pass line of then, where it was another.",
            ),
            optional(
                "vetoes",
                Shape::list(Shape::id()),
                "Events that were a veto.",
            ),
        ],
    )
});

fn made_by() -> [Field; 2] {
    [
        required("rulebook", Shape::line(), "The rulebook: `id@version`."),
        required("fingerprint", Shape::line(), "Its fingerprint."),
    ]
}

/// The answer on admission.
pub(crate) static ADMISSION: LazyLock<Shape> = LazyLock::new(|| {
    let reason = Shape::object(
        "PartnerReason",
        "Why a partner is not simply admitted.",
        [
            required("reason", words(Reason::WORDS), "Why."),
            required("effect", words(Effect::WORDS), "What that does."),
            optional("event_id", Shape::id(), "By which event."),
        ],
    );
    let event = Shape::object(
        "JudgedPartnerEvent",
        "An event, and what it means for the years that must be clean.",
        [
            required("event_id", Shape::id(), "The host's id."),
            required("code", Shape::line(), "Its code."),
            optional(
                "kind",
                words(EventKind::WORDS),
                "What it is, by the closed list.",
            ),
            optional(
                "major",
                Shape::Boolean,
                "Whether it bars, by the closed list.",
            ),
            optional("act_on", Shape::Date, "When it was done."),
            optional("decided_on", Shape::Date, "When it was decided."),
            optional(
                "acted_in_window",
                Shape::Boolean,
                "Whether it was done in the clean years.",
            ),
            optional(
                "decided_in_window",
                Shape::Boolean,
                "Whether it was decided in the clean years.",
            ),
            required("finding", words(EventFinding::WORDS), "What it means."),
        ],
    );
    let window = Shape::object(
        "CleanWindow",
        "The years that must be clean.",
        [
            required("from", Shape::Date, "The first day."),
            required(
                "to",
                Shape::Date,
                "The first day after: that of the question.",
            ),
        ],
    );
    let [rulebook, fingerprint] = made_by();
    Shape::object(
        "PartnerAdmission",
        "Whether a partner is admitted, and why not.",
        [
            required("partner_id", Shape::id(), "The partner."),
            required("as_of", Shape::Date, "The day."),
            required("outcome", words(Outcome::WORDS), "What becomes of it."),
            required("window", window, "The years that must be clean."),
            required(
                "clean_date",
                words(CleanDate::WORDS),
                "The date of an event that counts.",
            ),
            required("reasons", Shape::list(reason), "Why not."),
            required(
                "events",
                Shape::list(event),
                "Every event, by id, with both its dates.",
            ),
            rulebook,
            fingerprint,
        ],
    )
});

/// The answer on a partner over its periods.
pub(crate) static TRACK: LazyLock<Shape> = LazyLock::new(|| {
    let exit = Shape::object(
        "PartnerExit",
        "The period that ended it.",
        [
            required("from", Shape::Date, "Its first day."),
            required("to", Shape::Date, "The first day after it."),
            required("why", words(WhyExit::WORDS), "Why."),
            optional(
                "events",
                Shape::list(Shape::id()),
                "The events that were a veto.",
            ),
        ],
    );
    let period = Shape::object(
        "TrackedPartnerPeriod",
        "A period, and how the partner stands after it.",
        [
            required("from", Shape::Date, "Its first day."),
            required("to", Shape::Date, "The first day after it."),
            required("state", words(TrackState::WORDS), "How it stands."),
            optional("points", Shape::line(), "What the scorecard gave."),
            optional("line", Shape::line(), "The pass line."),
            optional(
                "vetoes",
                Shape::list(Shape::id()),
                "Events that were a veto.",
            ),
        ],
    );
    let [rulebook, fingerprint] = made_by();
    Shape::object(
        "PartnerTrack",
        "A partner over its periods.",
        [
            required("partner_id", Shape::id(), "The partner."),
            required("as_of", Shape::Date, "The day."),
            required(
                "state",
                words(TrackState::WORDS),
                "After the last period that counts.",
            ),
            required(
                "below_in_a_row",
                Shape::count(),
                "How many periods in a row were below the line.",
            ),
            required("left", Shape::count(), "How many more may be."),
            optional("exit", exit, "The period that ended it."),
            required("periods", Shape::list(period), "The periods, in order."),
            rulebook,
            fingerprint,
        ],
    )
});
