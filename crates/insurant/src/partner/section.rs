//! The section `partners` of a rulebook.

use super::event::{CleanDate, EventKind};
use super::rules::PartnerGrade;
use super::score::PartnerCard;
use super::vocabulary::PARTNER;
use insurant_rules::document::{Field, Shape};
use insurant_rules::rulebook::{RecordListSpec, SectionSpec};

/// The section's key.
pub(crate) const SECTION: &str = "partners";

/// At most so many characteristics, and vetoes, of a scorecard.
const MOST: usize = 64;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// The section `partners`.
pub(crate) fn section() -> SectionSpec {
    let within = |min, max| Shape::Integer { min, max };
    SectionSpec::new(
        SECTION,
        PARTNER,
        "Partners: who is admitted, what is a veto, what a grade brings.",
    )
    .scorecard(PartnerCard::Preference.as_str(), PartnerGrade::WORDS.iter().copied(), MOST)
    .scorecard(PartnerCard::Periodic.as_str(), PartnerGrade::WORDS.iter().copied(), MOST)
    .scorecard(PartnerCard::Annual.as_str(), PartnerGrade::WORDS.iter().copied(), MOST)
    .records(
        [
            Field::optional("clean_years", within(1, 30), "The years without a major violation or penalty. Default: 3."),
            Field::optional("clean_date", words(CleanDate::WORDS), "The date of an event that counts. Default: decision."),
            Field::optional("licence_required", Shape::Boolean, "Whether a partner needs a licence. Default: true."),
            Field::optional("pass_line", Shape::Decimal { max_decimals: 6 }, "The least points of a periodic or annual score with which a partner stays."),
            Field::optional("probation_periods", within(0, 20), "So many periods below the line in a row are probation, the next is exit. Default: 0."),
            Field::optional("commission_cap", Shape::line(), "The filed cap of commission, such as `15%`; needed where a grade has a commission."),
        ],
        [
            RecordListSpec::new("severities", "PartnerSeverity", "What violations and penalties there are.", severity(), 256),
            RecordListSpec::new("resources", "PartnerResource", "What a grade brings.", resource(), 16),
        ],
    )
}

fn severity() -> Vec<Field> {
    vec![
        Field::required(
            "kind",
            words(EventKind::WORDS),
            "A violation, or a regulator's penalty.",
        ),
        Field::required("major", Shape::Boolean, "Whether it bars from admission."),
        Field::optional(
            "veto",
            Shape::Boolean,
            "Whether it ends the partnership whatever the score. Default: false.",
        ),
    ]
}

fn resource() -> Vec<Field> {
    vec![
        Field::required("grade", words(PartnerGrade::WORDS), "The grade."),
        Field::optional(
            "commission",
            Shape::line(),
            "The level of commission, such as `12%`; at most the filed cap.",
        ),
        Field::optional(
            "service",
            Shape::list_within(Shape::line(), 1, 32),
            "Service and support.",
        ),
    ]
}
