//! What rulebooks of insurant may say: the subject, the sections, the conventions.

use crate::agent;
use crate::assignment::rules as assignment;
use crate::category::Category;
use crate::complaint::procedure;
use crate::complaint::vocabulary::ComplaintVocabulary;
use crate::manager;
use crate::manager::appraisal::vocabulary::ManagerVocabulary;
use crate::measure::vocabulary::{CUSTOMER, CustomerVocabulary};
use crate::partner;
use insurant_rules::document::{Field, Shape};
use insurant_rules::rulebook::{Convention, Language, SectionSpec};
use std::sync::Arc;

/// At most so many alerts, criteria or rules of a section: an answer is one bit of a word.
const MOST_RULES: usize = 64;

/// The value tiers, best first.
pub(crate) const TIERS: &[&str] = &[
    "key_management",
    "key_development",
    "normal",
    "renewal_assurance",
    "shelved",
];

/// The severities of an alert: `watch` makes the standing of its customer `watch`.
pub(crate) const SEVERITIES: &[&str] = &["watch", "notice"];

/// The language of rulebooks.
#[must_use]
pub fn language() -> Language {
    let section = |name, doc| SectionSpec::new(name, CUSTOMER, doc);
    let severity = Field::required(
        "severity",
        Shape::one_of(SEVERITIES.iter().copied()),
        "`watch` makes the customer's standing `watch`; `notice` only asks for action.",
    );
    Language::new()
        .with_subject(Arc::new(CustomerVocabulary::new()))
        .with_subject(Arc::new(ComplaintVocabulary::new()))
        .with_subject(Arc::new(ManagerVocabulary::new()))
        .with_subject(Arc::new(partner::names()))
        .with_subject(Arc::new(agent::names()))
        .with_section(
            section(
                "categories",
                "The customer's place on the ladder: the first true rule.",
            )
            .first_match(Category::OUTCOMES.iter().copied(), [], MOST_RULES),
        )
        .with_section(
            section("alerts", "Early warnings: every true rule.")
                .collect_all([severity], MOST_RULES),
        )
        .with_section(
            section(
                "blacklist",
                "Criteria that propose an entry; a person decides.",
            )
            .collect_all([], MOST_RULES),
        )
        .with_section(
            section("tiers", "The value tier of a customer, by score.").scorecard(
                "scorecard",
                TIERS.iter().copied(),
                MOST_RULES,
            ),
        )
        .with_section(
            section(
                "bonus_malus",
                "Scales of discounts and surcharges, as tables.",
            )
            .tables(16, 10_000),
        )
        .with_section(procedure::section())
        .with_section(manager::section::section())
        .with_section(partner::section())
        .with_section(agent::section())
        .with_section(assignment::section())
        // What the measures themselves read.
        .with_parameter_read("continuity_gap_days")
        .with_parameter_read("thin_days")
        .with_parameter_read("thin_premium")
        .with_convention(convention(
            "loss_ratio_basis",
            &[
                "incurred/earned",
                "paid/earned",
                "incurred/written",
                "paid/written",
            ],
            "The basis of `loss_ratio` when a rule names none.",
        ))
        .with_convention(convention(
            "claim_free_pending",
            &["unknown", "breaks", "kept"],
            "What an open claim without payment does to claim-free years.",
        ))
        .with_convention(convention(
            "claim_free_catastrophe",
            &["kept", "breaks"],
            "What a paid, catastrophe-coded claim does to claim-free years.",
        ))
}

/// A convention; the first word is the default.
fn convention(name: &'static str, words: &[&'static str], doc: &'static str) -> Convention {
    Convention {
        name: name.into(),
        words: words.iter().map(|&word| word.into()).collect(),
        default: words.first().copied().unwrap_or_default().into(),
        doc: doc.into(),
    }
}
