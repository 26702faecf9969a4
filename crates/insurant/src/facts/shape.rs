//! What facts look like in JSON: the check of what comes in and the published schema.

use super::{BusinessSource, ClaimStatus, Credit, CustomerKind, EntryState};
use insurant_rules::document::{Field, Shape, TextForm};
use std::sync::LazyLock;

const AMOUNT: Shape = Shape::Amount { max_decimals: 18 };

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// A policy in JSON.
pub(crate) static POLICY: LazyLock<Shape> = LazyLock::new(|| {
    let movement = Shape::object(
        "PremiumMovement",
        "An endorsement.",
        [
            required("effective", Shape::Date, "The day from which it is earned."),
            required("amount", AMOUNT, "Major units; may be negative."),
        ],
    );
    Shape::object(
        "Policy",
        "A policy. Amounts are decimals in major units.",
        [
            required("policy_id", Shape::id(), "The host's id."),
            required("line", Shape::line(), "Line of business."),
            required(
                "business_source",
                words(BusinessSource::WORDS),
                "How the business came.",
            ),
            required("start", Shape::Date, "First day of cover."),
            required("end", Shape::Date, "First day after the term."),
            required(
                "written_premium",
                AMOUNT,
                "Premium at the start, before tax and commission.",
            ),
            optional("refunded", AMOUNT, "What a cancellation gave back."),
            optional(
                "cancelled_on",
                Shape::Date,
                "First day without cover, when cancelled.",
            ),
            optional(
                "issued_on",
                Shape::Date,
                "When it was issued; tells whether it is bound.",
            ),
            optional(
                "partner_id",
                Shape::id(),
                "The partner through whom it was written.",
            ),
            optional("tender_id", Shape::id(), "The tender that it belongs to."),
            optional(
                "insured_units",
                Shape::integer(),
                "Vehicles, persons or sites covered; 1 when absent.",
            ),
            optional(
                "currency",
                Shape::line(),
                "ISO 4217; the rulebook's when absent.",
            ),
            optional("movements", Shape::list(movement), "Endorsements."),
        ],
    )
});

/// A customer in JSON.
pub(crate) static CUSTOMER: LazyLock<Shape> = LazyLock::new(|| {
    let claim = Shape::object(
        "Claim",
        "A claim; one object is one claim.",
        [
            required("claim_id", Shape::id(), "The host's id."),
            optional(
                "policy_id",
                Shape::id(),
                "Its policy; absent, the claim is a finding.",
            ),
            optional(
                "claimant_id",
                Shape::id(),
                "Who claims, if not the policyholder.",
            ),
            required("loss_date", Shape::Date, "The day of the loss."),
            optional("reported_on", Shape::Date, "The day it was reported."),
            required("status", words(ClaimStatus::WORDS), "Where it stands."),
            required("paid", AMOUNT, "Total paid."),
            required("reserve", AMOUNT, "Case reserve."),
            optional("recovered", AMOUNT, "Recovered from others."),
            optional(
                "catastrophe",
                Shape::Boolean,
                "Coded as a catastrophe loss.",
            ),
            optional(
                "event_id",
                Shape::id(),
                "Claims of one event are one claim.",
            ),
        ],
    );
    let entry = Shape::object(
        "Entry",
        "An entry of the blacklist register.",
        [
            required("entry_id", Shape::id(), "The host's id."),
            required("state", words(EntryState::WORDS), "Where it stands."),
            optional("reason", Shape::line(), "Why it was made."),
            required("effective", Shape::Date, "First day of effect."),
            optional("expiry", Shape::Date, "First day without effect."),
            optional("review", Shape::Date, "The day of its review."),
            optional(
                "lines",
                Shape::list(Shape::line()),
                "Lines that it concerns; all if absent.",
            ),
        ],
    );
    let input = Shape::any_of([Shape::Boolean, Shape::integer(), Shape::line()]);
    Shape::object(
        "Customer",
        "A customer with everything that is known. What is absent is unknown.",
        [
            required("customer_id", Shape::id(), "The host's id."),
            required("kind", words(CustomerKind::WORDS), "The kind."),
            optional("credit", words(Credit::WORDS), "Credit standing."),
            optional(
                "intends_to_insure",
                Shape::Boolean,
                "Means to insure with us (C-08).",
            ),
            optional(
                "fraud_signs",
                Shape::Boolean,
                "Signs of malicious fraud (C-12 b).",
            ),
            optional(
                "hard_to_settle",
                Shape::Boolean,
                "Hard to settle with (C-12 c).",
            ),
            optional(
                "history_from",
                Shape::Date,
                "The day from which records are whole.",
            ),
            optional(
                "valued_on",
                Shape::Date,
                "When the facts left the core system.",
            ),
            optional(
                "manager_id",
                Shape::text(TextForm::Free, 128),
                "The account manager; empty when there is none, absent when unknown.",
            ),
            optional("next_review", Shape::Date, "The day of the next review."),
            optional(
                "inputs",
                Shape::map(TextForm::Name, input),
                "The rulebook's inputs, by name.",
            ),
            optional(
                "policies",
                Shape::list(POLICY.clone()),
                "The customer's policies.",
            ),
            optional("claims", Shape::list(claim), "The claims on them."),
            optional(
                "placed",
                Shape::list(POLICY.clone()),
                "Policies of other customers that carry this partner's id.",
            ),
            optional(
                "entries",
                Shape::list(entry),
                "Entries of the blacklist register.",
            ),
        ],
    )
});
