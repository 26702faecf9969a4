//! What a rulebook says about partners, ready to be applied.

use super::event::{CleanDate, EventKind, Severity};
use super::score::PartnerCard;
use super::section::SECTION;
use super::vocabulary::{PARTNER, names};
use crate::closed::closed;
use crate::code;
use crate::kpi::Share;
use crate::rulebook::names::KnownNames;
use crate::scoring::Card;
use insurant_rules::document::{Decimal, Json};
use insurant_rules::rulebook::{
    CompiledAttributes, CompiledRecord, CompiledRecords, CompiledSubject, Language, RecordField,
    Rulebook,
};
use insurant_rules::{Problem, Problems};
use std::collections::BTreeMap;

closed! {
    /// The grade of a partner, the best first.
    PartnerGrade {
        /// Of the few that bring most.
        Core = "core",
        /// Better than the rest.
        Preferred = "preferred",
        /// As expected.
        Standard = "standard",
        /// Only just.
        Basic = "basic",
    }
}

/// What a grade brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// The grade.
    pub grade: PartnerGrade,
    /// The level of commission, within the filed cap.
    pub commission: Option<Share>,
    /// Service and support.
    pub service: Vec<String>,
}

/// The section `partners` of a rulebook. Immutable.
#[derive(Debug, Clone)]
pub struct PartnerRules {
    reference: String,
    fingerprint: String,
    pub(super) clean_years: i32,
    pub(super) clean_date: CleanDate,
    pub(super) licence_required: bool,
    pub(super) pass_line: Option<Decimal>,
    pub(super) probation_periods: u32,
    commission_cap: Option<Share>,
    severities: BTreeMap<String, Severity>,
    resources: Vec<Resource>,
    pub(super) known: KnownNames,
    pub(super) subject: CompiledSubject,
}

impl PartnerRules {
    /// Compiles a rulebook; `None` when it says nothing about partners.
    pub(crate) fn compile(
        rulebook: &Rulebook,
        language: &Language,
    ) -> Result<Option<Self>, Problems> {
        if rulebook.section(SECTION).is_none() {
            return Ok(None);
        }
        let compiled = rulebook.compile(language, &[])?;
        let subject = compiled.subject(PARTNER);
        let Some((subject, records)) = subject.and_then(|s| Some((s, s.records(SECTION)?))) else {
            return Ok(None);
        };
        let mut problems = Problems::new();
        let header = records.header();
        let number = |name: &str| integer(header.value(name));
        let cap = share(header, "commission_cap", &mut problems);
        let rules = Self {
            reference: rulebook.reference(),
            fingerprint: compiled.fingerprint().to_owned(),
            clean_years: number("clean_years")
                .and_then(|years| i32::try_from(years).ok())
                .unwrap_or(3),
            clean_date: word(header, "clean_date")
                .and_then(CleanDate::parse)
                .unwrap_or(CleanDate::Decision),
            licence_required: header.value("licence_required") != Some(&Json::Boolean(false)),
            pass_line: header.value("pass_line").and_then(decimal),
            probation_periods: number("probation_periods")
                .and_then(|periods| u32::try_from(periods).ok())
                .unwrap_or(0),
            resources: resources(records, cap.as_ref(), &mut problems),
            severities: severities(records),
            commission_cap: cap,
            known: KnownNames::new(&names(), rulebook),
            subject: subject.clone(),
        };
        problems.or(Some(rules))
    }

    /// The rulebook: `id@version`.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The fingerprint of the whole rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// How heavy events of a code are; `None` when the closed list does not have it.
    #[must_use]
    pub fn severity(&self, code: &str) -> Option<Severity> {
        self.severities.get(code).copied()
    }

    /// What a grade brings.
    #[must_use]
    pub fn resource(&self, grade: PartnerGrade) -> Option<&Resource> {
        self.resources.iter().find(|known| known.grade == grade)
    }

    /// The names of the facts that the rulebook knows.
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.known.names()
    }

    /// A scorecard; `None` when the rulebook does not have it.
    #[must_use]
    pub fn card(&self, card: PartnerCard) -> Option<Card<'_>> {
        let found = self.subject.scorecard(SECTION, card.as_str())?;
        Some(Card::new(found, self.subject.program()))
    }

    /// The filed cap of commission.
    #[must_use]
    pub const fn commission_cap(&self) -> Option<&Share> {
        self.commission_cap.as_ref()
    }
}

fn word<'a>(attributes: &'a CompiledAttributes, name: &str) -> Option<&'a str> {
    attributes.value(name).and_then(Json::text)
}

fn integer(value: Option<&Json>) -> Option<i64> {
    match value? {
        Json::Integer(number) => Some(number.get()),
        _ => None,
    }
}

/// A decimal of a rulebook: text, or a whole number.
fn decimal(value: &Json) -> Option<Decimal> {
    match value {
        Json::Integer(number) => Some(Decimal::whole(number.get())),
        other => Decimal::parse(other.text()?).ok(),
    }
}

/// A share as a rulebook writes it: `12%`.
fn share(attributes: &CompiledAttributes, name: &str, problems: &mut Problems) -> Option<Share> {
    let field = attributes.field(name)?;
    let text = field.value.text()?;
    let share = Share::parse(text);
    if share.is_none() {
        let problem = Problem::new(
            insurant_rules::code::OUT_OF_RANGE,
            format!("`{text}` is no commission"),
        )
        .expected("a share from 0 to 100%, such as `12%` or `0.12`");
        problems.push(problem.at(field.origin.place()));
    }
    share
}

fn severities(records: &CompiledRecords) -> BTreeMap<String, Severity> {
    let severity = |record: &CompiledRecord| {
        let yes = |name: &str| record.attributes.value(name) == Some(&Json::Boolean(true));
        let severity = Severity {
            kind: word(&record.attributes, "kind").and_then(EventKind::parse)?,
            major: yes("major"),
            veto: yes("veto"),
        };
        Some((record.id.clone(), severity))
    };
    let list = records.list("severities").iter();
    list.filter_map(severity).collect()
}

fn resources(
    records: &CompiledRecords,
    cap: Option<&Share>,
    problems: &mut Problems,
) -> Vec<Resource> {
    let mut resources: Vec<Resource> = Vec::new();
    for record in records.list("resources") {
        let attributes = &record.attributes;
        let Some(grade) = word(attributes, "grade").and_then(PartnerGrade::parse) else {
            continue;
        };
        let commission = share(attributes, "commission", problems);
        if let Some((field, level)) = attributes.field("commission").zip(commission.as_ref())
            && let Some(problem) = beyond(level, cap)
        {
            problems.push(problem.at(field.origin.place()));
        }
        if let Some(field) = attributes.field("grade")
            && resources.iter().any(|known| known.grade == grade)
        {
            problems.push(twice(grade, field));
        }
        let service = attributes.value("service").map_or(&[][..], Json::items);
        resources.push(Resource {
            grade,
            commission,
            service: service
                .iter()
                .filter_map(Json::text)
                .map(str::to_owned)
                .collect(),
        });
    }
    resources
}

/// What is wrong with a level of commission.
fn beyond(level: &Share, cap: Option<&Share>) -> Option<Problem> {
    let Some(cap) = cap else {
        let problem = Problem::new(
            insurant_rules::code::MISSING_FIELD,
            "a commission needs the filed cap",
        );
        return Some(problem.remedy("state `commission_cap` in the section"));
    };
    (level > cap).then(|| {
        Problem::new(
            code::COMMISSION_ABOVE_CAP,
            "the commission of a grade is above the filed cap",
        )
        .found(format!("`{}`", level.written()))
        .expected(format!("at most `{}`", cap.written()))
        .remedy("lower it, or file a higher cap first")
    })
}

fn twice(grade: PartnerGrade, field: &RecordField) -> Problem {
    let message = format!("the grade `{grade}` has its resources twice");
    Problem::new(code::DUPLICATE_ID, message).at(field.origin.place())
}
