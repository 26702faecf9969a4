//! Certification and duties as records of a rulebook, for the section `managers`.
//!
//! Records are read by the same shapes as the input of operations, so that a rule means the same
//! wherever it stands.

use super::ManagerGrade;
use super::certification::{CertificationTerms, json as certification};
use super::duties::{DutyRule, json as duties};
use crate::calendar::Calendars;
use insurant_rules::document::{Document, Field, Json, Node, Path, Shape};
use insurant_rules::rulebook::{CompiledRecord, CompiledRecords, RecordListSpec};
use insurant_rules::{Place, Problem, Problems};

/// The list of who decides on which grade.
const APPROVERS: &str = "approvers";
/// The list of what managers owe.
const DUTIES: &str = "duties";
/// The fields of terms that say whether a rulebook speaks of certification at all.
const NEEDED: [&str; 4] = ["validity_months", "grace_days", "due_days", "propose"];

impl CertificationTerms {
    /// The fields of a section of rulebooks that hold these terms. Each may be left out: a rulebook
    /// that has none of them and no `approvers` says nothing about certification.
    ///
    /// `steps_up`, `steps_down` and `first_grade_at_best` are not among them: they are those of the
    /// appraisal, and stand in the section already.
    #[must_use]
    pub fn fields() -> Vec<Field> {
        let shared = ["steps_up", "steps_down", "first_grade_at_best", APPROVERS];
        let fields = certification::terms_fields().into_iter();
        let own = fields.filter(|field| !shared.contains(&&*field.name));
        let optional = own.map(|field| Field {
            required: false,
            ..field
        });
        optional.collect()
    }

    /// The list of records that says who decides on which grade: each grade is a record's id.
    #[must_use]
    pub fn list() -> RecordListSpec {
        let fields = certification::approver_fields().into_iter();
        RecordListSpec {
            name: APPROVERS.into(),
            item: "GradeAuthority".into(),
            doc: "Who decides on each grade; the id of a record is the grade.".into(),
            fields: fields.filter(|field| field.name != "grade").collect(),
            max: ManagerGrade::ALL.len(),
        }
    }

    /// The terms of a rulebook; nothing when it does not speak of certification.
    ///
    /// # Errors
    /// Fields and grades that are missing, and ids that are no grades, each at its place.
    pub fn of_records(records: &CompiledRecords) -> Result<Option<Self>, Problems> {
        let header = records.header();
        let approvers = records.list(APPROVERS);
        if approvers.is_empty() && NEEDED.iter().all(|name| header.value(name).is_none()) {
            return Ok(None);
        }
        let all = certification::terms_fields();
        let fields = all.iter().filter_map(|field| {
            let value = header.value(&field.name)?;
            Some((field.name.to_string(), value.clone()))
        });
        let list = approvers.iter().map(|record| object(record, "grade"));
        let list = (APPROVERS.to_owned(), Json::list(list));
        let document = parsed(&Json::object_of(fields.chain([list])))?;
        let place = |path: &str| {
            let field = header.fields().iter().find(|field| field.name == path);
            let of_record = indexed(path, APPROVERS).and_then(|index| approvers.get(index));
            let known = field.map(|field| &field.origin);
            let known = known.or(of_record.map(|record| &record.origin));
            known.map(|origin| origin.place()).or_else(|| {
                // What is missing is missing in the section, where the others stand.
                let first = header.fields().first().map(|field| &field.origin);
                let first = first.or(approvers.first().map(|record| &record.origin))?;
                let place = first.place();
                let path = place
                    .path
                    .rsplit_once('.')
                    .map(|(above, _)| above.to_owned());
                Some(Place {
                    path: path.unwrap_or_default(),
                    ..place
                })
            })
        };
        checked(&certification::TERMS, &document, place)?;
        let terms = certification::terms(&document, document.root(), "");
        terms.map(Some).map_err(|found| placed(found, place))
    }
}

impl DutyRule {
    /// The list of records that says what account managers owe.
    #[must_use]
    pub fn list() -> RecordListSpec {
        RecordListSpec {
            name: DUTIES.into(),
            item: "Duty".into(),
            doc: "What account managers owe: reports, contacts, reports on major events.".into(),
            fields: duties::record_fields(),
            max: 256,
        }
    }

    /// The duties of a rulebook, with the calendars that they name.
    ///
    /// # Errors
    /// Fields that a kind of duty needs or does not have, and calendars that there are not, each at
    /// its record.
    pub fn of_records(
        records: &CompiledRecords,
        calendars: &Calendars,
    ) -> Result<Vec<Self>, Problems> {
        let mut problems = Problems::new();
        let mut rules = Vec::new();
        for record in records.list(DUTIES) {
            let at = |path: &str| {
                let field = record.attributes.field(path);
                Some(field.map_or_else(|| record.origin.place(), |field| field.origin.place()))
            };
            let read = parsed(&object(record, "id")).and_then(|document| {
                checked(&duties::RULE, &document, at)?;
                let rule = duties::rule(document.root(), calendars);
                rule.map_err(|problem| placed(problem.into(), |_| at("calendar")))
            });
            match read {
                Ok(rule) => rules.extend(rule),
                Err(found) => problems.extend(found),
            }
        }
        problems.or(rules)
    }
}

/// A record as the object that its shape describes, with its id in a field.
fn object(record: &CompiledRecord, id: &str) -> Json {
    let fields = record.attributes.fields().iter();
    let fields = fields.map(|field| (field.name.clone(), field.value.clone()));
    Json::object_of(fields.chain([(id.to_owned(), Json::from(record.id.as_str()))]))
}

fn parsed(json: &Json) -> Result<Document, Problems> {
    Document::parse_json("", &json.to_canonical_string())
}

fn checked(
    shape: &Shape,
    document: &Document,
    place: impl Fn(&str) -> Option<Place>,
) -> Result<(), Problems> {
    let mut problems = Problems::new();
    let root: &Node = document.root();
    shape.check(document, root, &Path::ROOT, &mut problems);
    problems.or(()).map_err(|found| placed(found, place))
}

/// Problems of an object made of records, where these stand.
fn placed(found: Problems, place: impl Fn(&str) -> Option<Place>) -> Problems {
    let mut problems = Problems::new();
    for problem in found {
        let path = problem.place().path.clone();
        let bare: Problem = problem;
        problems.push(match place(&path) {
            Some(place) => bare.at(place),
            None => bare.at(Place {
                path,
                ..Place::default()
            }),
        });
    }
    problems
}

/// The index in a path such as `approvers[2].roles`.
fn indexed(path: &str, list: &str) -> Option<usize> {
    let rest = path.strip_prefix(list)?.strip_prefix('[')?;
    rest.split_once(']')?.0.parse().ok()
}

#[cfg(test)]
mod tests;
