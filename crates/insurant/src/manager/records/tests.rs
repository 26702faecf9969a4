use super::*;
use crate::complaint::clock::Roll;
use crate::manager::duties::Owed;
use crate::organisation::{OrgLevel, Role};
use insurant_rules::rulebook::{Language, Rulebooks, SectionSpec};
use insurant_rules::vocabulary::{Signature, Vocabulary};
use std::sync::Arc;

/// Managers, of whom rules know nothing here.
struct Managers;

impl Vocabulary for Managers {
    fn subject(&self) -> &str {
        "manager"
    }

    fn signatures(&self) -> &[Signature] {
        &[]
    }
}

fn records(section: &str) -> Result<CompiledRecords, Problems> {
    let text = format!(
        "id = \"house\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\neffective.from = 2025-01-01\n{section}"
    );
    let steps = |name| Field::optional(name, Shape::Integer { min: 0, max: 4 }, "Steps.");
    let shared = [steps("steps_up"), steps("steps_down")];
    let fields = shared.into_iter().chain(CertificationTerms::fields());
    let section = SectionSpec::new("managers", "manager", "Managers.");
    let section = section.records(fields, [CertificationTerms::list(), DutyRule::list()]);
    let language = Language::new()
        .with_subject(Arc::new(Managers))
        .with_section(section);
    let document = Document::parse("house.toml", &text)?;
    let rulebooks = Rulebooks::read([document], &language)?;
    let compiled = rulebooks.get("house").unwrap().compile(&language, &[])?;
    let records = compiled.subject("manager").unwrap().records("managers");
    Ok(records.unwrap().clone())
}

const TERMS: &str = r#"
[managers]
validity_months = 12
grace_days = 60
due_days = 30
propose = ["account_manager", "leader"]
recommend = ["department"]
steps_up = 2
approvers = [
    { id = "principal", roles = ["head_office_senior"], least_level = "head_office" },
    { id = "senior", roles = ["leader"], least_level = "province" },
    { id = "standard", roles = ["leader"], least_level = "city" },
    { id = "junior", roles = ["leader"], least_level = "city" },
    { id = "trainee", roles = ["leader"], least_level = "county" },
]
"#;

fn told(problems: Problems) -> Vec<String> {
    let told = |p: &Problem| format!("{} {} {}", p.place().line, p.place().path, p.code());
    problems.iter().map(told).collect()
}

#[test]
fn terms_of_a_rulebook() {
    let terms = CertificationTerms::of_records(&records(TERMS).unwrap());
    let terms = terms.unwrap().unwrap();
    assert_eq!((terms.validity_months, terms.due_days), (12, 30));
    assert_eq!((terms.steps_up, terms.steps_down), (Some(2), None));
    assert!(terms.propose.has(Role::AccountManager) && terms.recommend.has(Role::Department));
    let trainee = terms.approvers.of(ManagerGrade::Trainee);
    assert_eq!(trainee.least_level, OrgLevel::County);
    let nothing = records("[managers]\nsteps_up = 1\n").unwrap();
    assert_eq!(CertificationTerms::of_records(&nothing).unwrap(), None);
}

#[test]
fn terms_that_are_not_whole_are_told_where_they_stand() {
    let wrong = |from: &str, to: &str| {
        assert!(TERMS.contains(from));
        let records = records(&TERMS.replacen(from, to, 1)).unwrap();
        told(CertificationTerms::of_records(&records).unwrap_err())
    };
    assert_eq!(
        wrong("grace_days = 60\n", ""),
        ["12 managers missing_field"]
    );
    assert_eq!(
        wrong("id = \"trainee\"", "id = \"novice\""),
        ["19 managers.approvers[4].id unknown_member"]
    );
    let line = "    { id = \"junior\", roles = [\"leader\"], least_level = \"city\" },\n";
    assert_eq!(wrong(line, ""), ["13 managers missing_grade"]);
}

#[test]
fn duties_of_a_rulebook() {
    let text = r#"
[[managers.duties]]
id = "monthly_report"
kind = "report"
every = "month"
due_day = 10
roll = "next_business"
calendar = "cn"

[[managers.duties]]
id = "key_visit"
kind = "contact"
contacts = ["visit"]
count = 1
unit = "month"
categories = ["key"]
"#;
    let calendars = Calendars::builtin();
    let rules = DutyRule::of_records(&records(text).unwrap(), &calendars).unwrap();
    assert_eq!(rules.len(), 2);
    assert_eq!(rules[0].roll, Roll::NextBusiness);
    assert!(matches!(rules[1].owed, Owed::Contact { count: 1, .. }));

    let wrong = |from: &str, to: &str| {
        let records = records(&text.replacen(from, to, 1)).unwrap();
        told(DutyRule::of_records(&records, &calendars).unwrap_err())
    };
    assert_eq!(
        wrong("\"cn\"", "\"moon\""),
        ["13 managers.duties[0].calendar unknown_calendar"]
    );
    assert_eq!(
        wrong("count = 1\n", ""),
        ["16 managers.duties[1].id missing_field"]
    );
    assert_eq!(
        wrong("due_day = 10", "due_day = 10\ncount = 3"),
        ["12 managers.duties[0].count unknown_field"]
    );
}
