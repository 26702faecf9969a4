//! The section `managers` of a rulebook: how account managers are appraised and certified, and what they
//! owe.

use super::ManagerGrade;
use super::appraisal::{PeerGroup, vocabulary::MANAGER};
use super::certification::CertificationTerms;
use super::duties::DutyRule;
use insurant_rules::document::{Field, Shape};
use insurant_rules::rulebook::SectionSpec;

/// The section's key.
pub(crate) const SECTION: &str = "managers";

/// The scorecard of the appraisal.
pub(crate) const APPRAISAL: &str = "appraisal";

/// The most characteristics, and the most vetoes.
const MOST: usize = 64;

fn steps(name: &'static str, doc: &'static str) -> Field {
    Field::optional(name, Shape::Integer { min: 0, max: 4 }, doc)
}

/// The section.
pub(crate) fn section() -> SectionSpec {
    SectionSpec::new(
        SECTION,
        MANAGER,
        "Account managers: their appraisal in points, their certification, their duties.",
    )
    .scorecard(APPRAISAL, ManagerGrade::WORDS.iter().copied(), MOST)
    .records(
        [
            steps(
                "steps_up",
                "How many grades a year at most may bring. Default: 1, an example.",
            ),
            steps(
                "steps_down",
                "How many grades a year at most may cost. Default: 1, an example.",
            ),
            Field::optional(
                "minimum_days",
                Shape::Integer { min: 1, max: 366 },
                "Fewer days of service in the period are not rated. Default: 90, an example.",
            ),
            Field::optional(
                "first_grade_at_best",
                Shape::one_of(ManagerGrade::WORDS.iter().copied()),
                "The best grade for whoever has none yet. Default: standard, an example.",
            ),
            Field::optional(
                "peers",
                Shape::one_of(PeerGroup::WORDS.iter().copied()),
                "With whom a manager is compared. Default: all.",
            ),
        ]
        .into_iter()
        .chain(CertificationTerms::fields()),
        [CertificationTerms::list(), DutyRule::list()],
    )
}
