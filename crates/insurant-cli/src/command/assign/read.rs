//! The tables of a directory, as facts. Everything wrong is told at once, with file, line, column.

use super::rows::{Rows, Wrong};
use crate::command::mentions::{mentioned, retold};
use crate::command::stop::Stop;
use crate::table::{Cell, Column, Spec, find, images, missing};
use insurant::Category;
use insurant::assignment::{
    Assignment, Contact, Customer, Distance, Exception, Facts, Manager, Register,
};
use insurant::manager::ManagerGrade;
use insurant::organisation::{OrgLevel, Organisation, Unit};
use insurant_rules::{Place, Problem, Problems, code};
use std::collections::BTreeMap;
use std::path::Path;

static UNITS: Spec = Spec {
    table: "units",
    columns: &[
        Column::required("id"),
        Column::required("name"),
        Column::required("level"),
        Column::optional("parent"),
        Column::optional("complaint_phone"),
    ],
};
static MANAGERS: Spec = Spec {
    table: "managers",
    columns: &[
        Column::required("manager_id"),
        Column::required("grade"),
        Column::required("unit_id"),
        Column::optional("lines"),
        Column::optional("languages"),
        Column::optional("skills"),
        Column::optional("place"),
        Column::optional("capacity"),
        Column::optional("reports_to"),
        Column::optional("until"),
    ],
};
static CUSTOMERS: Spec = Spec {
    table: "customers",
    columns: &[
        Column::required("customer_id"),
        Column::optional("category"),
        Column::optional("tier"),
        Column::optional("line"),
        Column::optional("language"),
        Column::optional("place"),
        Column::optional("unit_id"),
        Column::optional("effort"),
    ],
};
static ASSIGNMENTS: Spec = Spec {
    table: "assignments",
    columns: &[
        Column::required("customer_id"),
        Column::required("manager_id"),
        Column::required("from"),
        Column::optional("to"),
        Column::optional("supervised_by"),
        Column::optional("exception_reason"),
        Column::optional("exception_until"),
    ],
};
static CONTACTS: Spec = Spec {
    table: "contacts",
    columns: &[
        Column::required("customer_id"),
        Column::required("unit_id"),
        Column::optional("manager_id"),
        Column::required("on"),
    ],
};
static DISTANCES: Spec = Spec {
    table: "distances",
    columns: &[
        Column::required("from"),
        Column::required("to"),
        Column::required("km"),
    ],
};

/// The register of a directory.
///
/// # Errors
/// Everything that is wrong with any row of any table.
pub(super) fn register(dir: &Path) -> Result<Register, Stop> {
    let mut rows = Rows::new(dir);
    let units = rows.read(&UNITS, true, |row| {
        let level = row.member(2, OrgLevel::parse, OrgLevel::WORDS);
        Some(Unit {
            id: row.id(0)?,
            name: row.text(1)?,
            level: level?,
            parent: row.id_or_none(3),
            complaint_phone: row.text_or_none(4),
        })
    });
    let managers = rows.read(&MANAGERS, true, |row| {
        let grade = row.member(1, ManagerGrade::parse, ManagerGrade::WORDS);
        let (id, unit) = (row.id(0), row.id(2));
        let rest = Manager {
            lines: row.list(3),
            languages: row.list(4),
            skills: row.list(5),
            place: row.text_or_none(6),
            capacity: row.maybe(7, Cell::integer),
            reports_to: row.id_or_none(8),
            until: row.maybe(9, Cell::date),
            ..Manager::new(id?, grade?, unit?)
        };
        Some(rest)
    });
    let customers = rows.read(&CUSTOMERS, true, |row| {
        let customer = Customer {
            category: row.maybe(1, |c| c.member(Category::parse, Category::WORDS)),
            tier: row.text_or_none(2),
            line: row.text_or_none(3),
            language: row.text_or_none(4),
            place: row.text_or_none(5),
            unit_id: row.id_or_none(6),
            effort: row.maybe(7, Cell::integer),
            ..Customer::new(row.id(0)?)
        };
        Some(customer)
    });
    let assignments = rows.read(&ASSIGNMENTS, true, |row| {
        let (customer, manager) = (row.id(0), row.id(1));
        let from = row.need(2, Cell::date);
        let (to, supervised_by) = (row.maybe(3, Cell::date), row.id_or_none(4));
        let (reason, until) = (row.text_or_none(5), row.maybe(6, Cell::date));
        // Half an exception is none: the other half is asked for.
        let exception = match (reason, until) {
            (Some(reason), Some(until)) => Some(Exception { reason, until }),
            (Some(_), None) => {
                row.wrong(6, half("an exception without an end date"));
                None
            }
            (None, Some(_)) => {
                row.wrong(5, half("an exception without a reason"));
                None
            }
            (None, None) => None,
        };
        Some(Assignment {
            to,
            supervised_by,
            exception,
            ..Assignment::new(customer?, manager?, from?)
        })
    });
    let contacts = rows.read(&CONTACTS, false, |row| {
        let (customer_id, unit_id) = (row.id(0), row.id(1));
        let (manager_id, on) = (row.id_or_none(2), row.need(3, Cell::date));
        Some(Contact {
            customer_id: customer_id?,
            unit_id: unit_id?,
            manager_id,
            on: on?,
        })
    });
    let distances = rows.read(&DISTANCES, false, |row| {
        let (from, to) = (row.text(0), row.text(1));
        let km = row.need(2, Cell::integer);
        Some(Distance {
            from: from?,
            to: to?,
            km: km?,
        })
    });
    rows.end()?;
    let units = Organisation::new(units).map_err(|problems| located(dir, problems))?;
    let facts = Facts {
        units,
        customers,
        managers,
        assignments,
        contacts,
        distances,
    };
    Register::new(facts).map_err(|problems| located(dir, problems))
}

fn half(what: &str) -> Problem {
    Problem::new(code::MISSING_FIELD, what)
        .expected("a reason and an end date, or neither")
        .remedy("fill in both cells, or empty both")
}

/// Problems at paths such as `assignments[3].exception.until`, with the places of their rows.
fn located(dir: &Path, problems: Problems) -> Stop {
    let specs = [
        &UNITS,
        &MANAGERS,
        &CUSTOMERS,
        &ASSIGNMENTS,
        &CONTACTS,
        &DISTANCES,
    ];
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut others = Problems::new();
    for problem in problems {
        let path = problem.place().path.clone();
        let found = specs.into_iter().find_map(|spec| {
            let rest = path.strip_prefix(spec.table)?.strip_prefix('[')?;
            let (index, field) = rest.split_once(']')?;
            let row = index.parse::<u64>().ok()? + 1;
            let field = field.trim_start_matches('.').replace('.', "_");
            Some((spec, row, field))
        });
        match found {
            Some((spec, row, field)) => wrong.push(Wrong {
                spec,
                row,
                column: spec.columns.iter().position(|c| c.name == field),
                problem: problem.at(Place {
                    path: field,
                    ..Place::default()
                }),
            }),
            None => others.push(problem),
        }
    }
    others.extend(places(dir, wrong));
    others.into()
}

/// Problems with the file, line and column of their rows.
pub(super) fn places(dir: &Path, wrong: Vec<Wrong>) -> Problems {
    let mut problems = Problems::new();
    let mut tables: Vec<&'static Spec> = wrong.iter().map(|w| w.spec).collect();
    tables.dedup_by_key(|spec| spec.table);
    for spec in tables {
        let mut own: Vec<&Wrong> = wrong
            .iter()
            .filter(|w| w.spec.table == spec.table)
            .collect();
        own.sort_by_key(|w| (w.row, w.column));
        // A row that the words name by its position in the list is named by its line.
        let others = |w: &&Wrong| mentioned(&w.problem, spec.table);
        let others = own.iter().flat_map(others).filter_map(row_of);
        let mut rows: Vec<u64> = own.iter().map(|w| w.row).chain(others).collect();
        rows.sort_unstable();
        rows.dedup();
        let mut lines: BTreeMap<u64, u32> = BTreeMap::new();
        let mut found: Vec<Problem> = Vec::new();
        let source = match find(dir, spec.table) {
            Ok(Some(source)) => source,
            Ok(None) => {
                problems.push(missing(dir, spec.table));
                continue;
            }
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let header = super::rows::header(&source);
        let placed: Result<(), Problems> = images(&source, &rows, |image| {
            lines.insert(image.row, image.place(0).0);
            for w in own.iter().filter(|w| w.row == image.row) {
                let name = w.column.and_then(|c| spec.columns.get(c)).map(|c| c.name);
                let cell = name.and_then(|name| header.iter().position(|h| h == name));
                let (line, column) = image.place(cell.unwrap_or(0));
                found.push(w.problem.clone().at(Place {
                    source: Some(source.name().to_owned()),
                    line,
                    column,
                    path: w.problem.place().path.clone(),
                }));
            }
            Ok(())
        });
        for problem in found {
            let mentions = mentioned(&problem, spec.table);
            problems.push(retold(&problem, |text| {
                mentions.iter().fold(text.to_owned(), |text, index| {
                    match row_of(*index).and_then(|row| lines.get(&row)) {
                        Some(line) => text
                            .replace(&format!("{}[{index}]", spec.table), &format!("line {line}")),
                        None => text,
                    }
                })
            }));
        }
        if let Err(more) = placed {
            problems.extend(more);
        }
    }
    problems
}

/// The row of a position in a list whose rows are all there.
fn row_of(index: usize) -> Option<u64> {
    u64::try_from(index).ok()?.checked_add(1)
}
