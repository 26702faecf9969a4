//! What a rulebook says about account managers, ready to be applied.

use super::peers::PeerGroup;
use super::vocabulary::{Asked, MANAGER, asked};
use crate::calendar::Calendars;
use crate::manager::ManagerGrade;
use crate::manager::certification::CertificationTerms;
use crate::manager::duties::DutyRule;
use crate::manager::section::{APPRAISAL, SECTION};
use crate::scoring::{Card, ScoredSubject};
use insurant_rules::document::Json;
use insurant_rules::rulebook::{Language, Rulebook};
use insurant_rules::{Currency, Problems};

/// The section `managers` of a rulebook. Immutable and shareable between threads.
#[derive(Debug, Clone)]
pub struct ManagerRules {
    pub(super) subject: ScoredSubject,
    pub(super) steps_up: i64,
    pub(super) steps_down: i64,
    pub(super) minimum_days: i64,
    pub(super) first_grade_at_best: ManagerGrade,
    pub(super) peers: PeerGroup,
    certification: Option<CertificationTerms>,
    duties: Vec<DutyRule>,
}

impl ManagerRules {
    /// Compiles a rulebook; `None` when it says nothing about managers.
    ///
    /// # Errors
    /// Everything that is wrong with the rulebook.
    pub(crate) fn compile(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        if rulebook.section(SECTION).is_none() {
            return Ok(None);
        }
        let subject = ScoredSubject::compile(rulebook, language, MANAGER)?;
        let mut problems = Problems::new();
        let mut certification = None;
        let mut duties = Vec::new();
        if let Some(records) = subject.records(SECTION) {
            match CertificationTerms::of_records(records) {
                Ok(terms) => certification = terms,
                Err(found) => problems.extend(found),
            }
            match DutyRule::of_records(records, calendars) {
                Ok(rules) => duties = rules,
                Err(found) => problems.extend(found),
            }
        }
        problems.or(())?;
        let header = subject.records(SECTION).map(|records| records.header());
        let value = |name: &str| header.and_then(|header| header.value(name));
        let number = |name: &str, otherwise: i64| match value(name) {
            Some(Json::Integer(number)) => number.get(),
            _ => otherwise,
        };
        let word = |name: &str| value(name).and_then(Json::text);
        Ok(Some(Self {
            steps_up: number("steps_up", 1),
            steps_down: number("steps_down", 1),
            minimum_days: number("minimum_days", 90),
            first_grade_at_best: word("first_grade_at_best")
                .and_then(ManagerGrade::parse)
                .unwrap_or(ManagerGrade::Standard),
            peers: word("peers")
                .and_then(PeerGroup::parse)
                .unwrap_or(PeerGroup::All),
            certification,
            duties,
            subject,
        }))
    }

    /// The rulebook: `id@version`.
    #[must_use]
    pub fn reference(&self) -> &str {
        self.subject.reference()
    }

    /// The fingerprint of the resolved rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        self.subject.fingerprint()
    }

    /// The currency of every amount.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.subject.currency()
    }

    /// How grades are certified; `None` when the rulebook does not say.
    #[must_use]
    pub const fn certification(&self) -> Option<&CertificationTerms> {
        self.certification.as_ref()
    }

    /// What managers owe.
    #[must_use]
    pub fn duties(&self) -> &[DutyRule] {
        &self.duties
    }

    /// The scorecard of the appraisal, in a rulebook that has one.
    #[must_use]
    pub fn card(&self) -> Option<Card<'_>> {
        self.subject.card(SECTION, APPRAISAL)
    }

    /// What the rulebook asks of a manager beside its inputs.
    pub(super) fn asked(&self) -> impl Iterator<Item = Asked> {
        self.subject.requests().iter().filter_map(asked)
    }
}
