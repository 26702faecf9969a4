//! What partners, and what is said of them, look like in JSON.

use super::admission::{Effect, EventFinding, Outcome, Reason};
use super::event::{CleanDate, EventKind};
use super::rules::PartnerGrade;
use super::score::{FindingKind, PartnerCard, PassState, ScoreOutcome, VetoState, VetoWhy};
use super::track::{TrackState, WhyExit};
use crate::rulebook::DecidedBy;
use crate::scoring::score_shape;
use insurant_rules::document::{Field, Shape, TextForm};
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
            optional(
                "known_on",
                Shape::Date,
                "Since when the insurer knows of it; left out: since the decision, else the act.",
            ),
        ],
    );
    let facts = Shape::map(TextForm::Name, Shape::line());
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
            optional(
                "facts",
                facts,
                "Figures for scorecards by name, as text: `{\"premium\": \"120000.00\", \"loss_ratio\": \"62/100\"}`; a figure that does not exist is `undefined`.",
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
                "known_on",
                Shape::Date,
                "Since when the insurer knows of it, where that is told.",
            ),
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
    let [rulebook, fingerprint] = DecidedBy::fields();
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
            optional(
                "preference",
                score_shape(),
                "The scorecard of preference, which never changes the outcome.",
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
    let [rulebook, fingerprint] = DecidedBy::fields();
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

/// A reward for selling.
pub(crate) static REWARD: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "PartnerReward",
        "A reward for selling.",
        [
            required("reward_id", Shape::id(), "The host's id."),
            required(
                "to",
                Shape::one_of(["partner", "agent"]),
                "To whom it was paid: the partner, or one of its people.",
            ),
        ],
    )
});

/// The scorecards.
pub(crate) fn cards() -> Shape {
    words(PartnerCard::WORDS)
}

/// The days that a scorecard covers.
pub(crate) fn span() -> Shape {
    Shape::object(
        "PartnerSpan",
        "Days from one up to another.",
        [
            required("from", Shape::Date, "The first day."),
            required("to", Shape::Date, "The first day after it."),
        ],
    )
}

/// The answer on how a partner did.
pub(crate) static SCORE: LazyLock<Shape> = LazyLock::new(|| {
    let reason = Shape::object(
        "PartnerVetoReason",
        "Something that overrides the score, or may.",
        [
            required("why", words(VetoWhy::WORDS), "Why."),
            optional("event_id", Shape::id(), "The event."),
            optional("code", Shape::line(), "Its code."),
            optional("date", Shape::Date, "Its date that counts."),
            optional("rule", Shape::line(), "The veto of the scorecard."),
        ],
    );
    let later = Shape::object(
        "PartnerLaterVeto",
        "A veto that is effective after the period, and known on the day: the score of the period stays.",
        [
            required("event_id", Shape::id(), "The event."),
            required("code", Shape::line(), "Its code."),
            optional("act_on", Shape::Date, "When it was done."),
            optional("decided_on", Shape::Date, "When it was decided."),
            required(
                "known_since",
                Shape::Date,
                "Since when the insurer knows of it.",
            ),
            required("effective_from", Shape::Date, "Its date that counts."),
        ],
    );
    let veto = Shape::object(
        "PartnerVeto",
        "The compliance veto, which no score outweighs.",
        [
            required("state", words(VetoState::WORDS), "Whether it holds."),
            required("reasons", Shape::list(reason), "What makes it so."),
            optional(
                "later",
                Shape::list(later),
                "Vetoes after the period that are known on the day, by id; left out when there are none.",
            ),
        ],
    );
    let pass = Shape::object(
        "PartnerPass",
        "The points beside the pass line.",
        [
            required("state", words(PassState::WORDS), "How they stand."),
            optional("line", Shape::line(), "The pass line."),
            optional("points", Shape::line(), "The points."),
        ],
    );
    let finding = Shape::object(
        "PartnerFinding",
        "Something that should not be so.",
        [
            required("finding", words(FindingKind::WORDS), "What."),
            optional("reward_id", Shape::id(), "The reward."),
            optional("found", Shape::line(), "What was paid."),
            optional("allowed", Shape::line(), "What may be."),
        ],
    );
    let [rulebook, fingerprint] = DecidedBy::fields();
    Shape::object(
        "PartnerScore",
        "How a partner did, and what follows.",
        [
            required("partner_id", Shape::id(), "The partner."),
            required("as_of", Shape::Date, "The day."),
            required("card", cards(), "The scorecard."),
            required("period", span(), "The days that it covers."),
            required(
                "outcome",
                words(ScoreOutcome::WORDS),
                "What becomes of the partner.",
            ),
            required("veto", veto, "The compliance veto."),
            required("pass", pass, "The pass line."),
            required("score", score_shape(), "The score, explained."),
            optional(
                "grade",
                words(PartnerGrade::WORDS),
                "The grade, of a partner that stays.",
            ),
            optional(
                "commission",
                Shape::line(),
                "The level of commission of the grade.",
            ),
            optional(
                "service",
                Shape::list(Shape::line()),
                "Service and support of the grade.",
            ),
            required("findings", Shape::list(finding), "What should not be so."),
            rulebook,
            fingerprint,
        ],
    )
});
