//! From the records of a rulebook to rules.

use super::{
    AssignmentRules, DistancePoints, Effort, For, GradePoints, LeastGrade, Near, SECTION,
    TaskPoints, WordPoints,
};
use crate::assignment::tasks::TaskKind;
use crate::category::Category;
use crate::code;
use crate::manager::ManagerGrade;
use crate::measure::vocabulary::CUSTOMER;
use crate::organisation::OrgLevel;
use insurant_rules::document::Json;
use insurant_rules::rulebook::{CompiledRecord, CompiledRecords, Language, Rulebook};
use insurant_rules::{Problem, Problems};

impl AssignmentRules {
    /// Compiles a rulebook; `None` when it says nothing about assignment.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn compile(
        rulebook: &Rulebook,
        language: &Language,
    ) -> Result<Option<Self>, Problems> {
        if rulebook.section(SECTION).is_none() {
            return Ok(None);
        }
        let compiled = rulebook.compile(language, &[])?;
        let records = compiled
            .subject(CUSTOMER)
            .and_then(|subject| subject.records(SECTION));
        let Some(records) = records else {
            return Ok(None);
        };
        let mut problems = Problems::new();
        let rules = Self {
            reference: rulebook.reference(),
            fingerprint: compiled.fingerprint().to_owned(),
            capacities: capacities(records, &mut problems),
            ..read(records)
        };
        bands(records, &mut problems);
        supervised(records, &rules, &mut problems);
        problems.or(Some(rules))
    }
}

fn read(records: &CompiledRecords) -> AssignmentRules {
    let header = records.header();
    let within = header.value("within").and_then(Json::text);
    let least_grades = records.list("least_grades").iter().filter_map(|r| {
        Some(LeastGrade {
            id: r.id.clone(),
            of: of(r),
            grade: grade(r, "grade")?,
            supervised: grade(r, "supervised"),
        })
    });
    let efforts = records.list("efforts").iter().filter_map(|r| {
        Some(Effort {
            of: of(r),
            effort: number(r, "effort")?,
        })
    });
    let grade_points = records.list("grade_points").iter().filter_map(|r| {
        Some(GradePoints {
            id: r.id.clone(),
            of: of(r),
            grades: words(r, "grades", ManagerGrade::parse),
            points: number(r, "points")?,
        })
    });
    let word_points = |list: &str, key: &'static str| {
        let rules = records.list(list).iter().filter_map(move |r| {
            Some(WordPoints {
                id: r.id.clone(),
                words: words(r, key, |word| Some(word.to_owned())),
                points: number(r, "points")?,
                required: r.attributes.value("required") == Some(&Json::Boolean(true)),
            })
        });
        rules.collect()
    };
    let distance_points = records.list("distance_points").iter().filter_map(|r| {
        Some(DistancePoints {
            id: r.id.clone(),
            up_to_km: number(r, "up_to_km"),
            points: number(r, "points")?,
        })
    });
    let task_points = records.list("task_points").iter().filter_map(|r| {
        Some(TaskPoints {
            id: r.id.clone(),
            kinds: words(r, "kinds", TaskKind::parse),
            when: match text(r, "when")? {
                "own_customer" => Near::OwnCustomer,
                "own_unit" => Near::OwnUnit,
                _ => Near::SamePlace,
            },
            points: number(r, "points")?,
        })
    });
    AssignmentRules {
        within: within.and_then(OrgLevel::parse),
        most_km: integer(header.value("most_km")),
        unknown_allowed: header.value("unknown_distance").and_then(Json::text) == Some("allowed"),
        least_grades: least_grades.collect(),
        efforts: efforts.collect(),
        grade_points: grade_points.collect(),
        line_points: word_points("line_points", "lines"),
        language_points: word_points("language_points", "languages"),
        distance_points: distance_points.collect(),
        task_points: task_points.collect(),
        ..AssignmentRules::default()
    }
}

/// One capacity for each grade that has one.
fn capacities(records: &CompiledRecords, problems: &mut Problems) -> [Option<i64>; 5] {
    let mut capacities = [None; 5];
    for record in records.list("capacities") {
        let slot = grade(record, "grade").and_then(|g| capacities.get_mut(g as usize));
        let Some(slot) = slot else { continue };
        if slot.is_some() {
            let grade = text(record, "grade").unwrap_or_default();
            let problem = Problem::new(
                code::DUPLICATE_ID,
                format!("the grade `{grade}` has two capacities"),
            )
            .remedy("keep one of them; a rulebook that extends another overrides by id");
            problems.push(problem.at(record.origin.place()));
        }
        *slot = number(record, "effort");
    }
    capacities
}

/// Bands of distance ascend, or a later one is never reached.
fn bands(records: &CompiledRecords, problems: &mut Problems) {
    let mut before: Option<i64> = Some(-1);
    for record in records.list("distance_points") {
        let up_to = number(record, "up_to_km");
        let ascends = before.is_some_and(|before| up_to.is_none_or(|up_to| up_to > before));
        if !ascends {
            let problem = Problem::new(
                code::NOT_ASCENDING,
                format!("the band `{}` is never reached", record.id),
            )
            .expected("bands in order of distance, the one without `up_to_km` last");
            problems.push(problem.at(record.origin.place()));
        }
        before = up_to;
    }
}

/// Whoever learns is below the grade that they learn for.
fn supervised(records: &CompiledRecords, rules: &AssignmentRules, problems: &mut Problems) {
    for (record, rule) in records.list("least_grades").iter().zip(&rules.least_grades) {
        if rule.supervised.is_some_and(|lower| lower <= rule.grade) {
            let problem = Problem::new(
                code::LEVEL_NOT_BELOW,
                format!(
                    "the supervised grade of `{}` is not below its grade",
                    rule.id
                ),
            )
            .found(format!(
                "{} supervised, {} alone",
                rule.supervised.map_or("", ManagerGrade::as_str),
                rule.grade
            ))
            .expected("a lower grade");
            problems.push(problem.at(record.origin.place()));
        }
    }
}

fn of(record: &CompiledRecord) -> For {
    let any = |word: &str| Some(word.to_owned());
    For {
        categories: words(record, "categories", Category::parse),
        tiers: words(record, "tiers", any),
        lines: words(record, "lines", any),
    }
}

fn words<T>(record: &CompiledRecord, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let words = record.attributes.value(name).map_or(&[][..], Json::items);
    words.iter().filter_map(|w| parse(w.text()?)).collect()
}

fn grade(record: &CompiledRecord, name: &str) -> Option<ManagerGrade> {
    text(record, name).and_then(ManagerGrade::parse)
}

fn text<'a>(record: &'a CompiledRecord, name: &str) -> Option<&'a str> {
    record.attributes.value(name).and_then(Json::text)
}

fn number(record: &CompiledRecord, name: &str) -> Option<i64> {
    integer(record.attributes.value(name))
}

fn integer(value: Option<&Json>) -> Option<i64> {
    match value? {
        Json::Integer(number) => Some(number.get()),
        _ => None,
    }
}
