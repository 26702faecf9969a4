//! The tables of an appraisal as the input of its operation, and where in them a problem lies.

use super::credited::Credited;
use crate::code;
use crate::command::manager::sheet::{Fields, File, indexed};
use crate::command::rows;
use crate::command::stop::Stop;
use crate::table::{Cell, Column, Spec, find, missing};
use insurant::complaint::analysis::Period;
use insurant::manager::ManagerGrade;
use insurant::money;
use insurant_rules::document::{Json, Object};
use insurant_rules::problem::nearest;
use insurant_rules::{Currency, Problem, Problems, Type};
use std::collections::BTreeMap;
use std::path::Path;

const AMOUNTS: [&str; 6] = [
    "new_premium",
    "premium_target",
    "renewal_due",
    "renewal_kept",
    "earned_premium",
    "incurred",
];

const COUNTS: [&str; 7] = [
    "visits_due",
    "visits_done",
    "reports_due",
    "reports_on_time",
    "upheld_complaints",
    "satisfied",
    "asked",
];

/// Columns of customers looked after, and their categories.
const CUSTOMERS: [(&str, &str); 5] = [
    ("customers_key", "key"),
    ("customers_preferred", "preferred"),
    ("customers_standard", "standard"),
    ("customers_prospect", "prospect"),
    ("customers_unattached", "unattached"),
];

static MANAGERS: Spec = Spec {
    table: "managers",
    columns: &[
        Column::required("manager_id"),
        Column::optional("unit_id"),
        Column::optional("grade"),
        Column::optional("joined_on"),
        Column::optional("grade_since"),
        Column::optional("new_premium"),
        Column::optional("premium_target"),
        Column::optional("renewal_due"),
        Column::optional("renewal_kept"),
        Column::optional("earned_premium"),
        Column::optional("incurred"),
        Column::optional("visits_due"),
        Column::optional("visits_done"),
        Column::optional("reports_due"),
        Column::optional("reports_on_time"),
        Column::optional("upheld_complaints"),
        Column::optional("satisfied"),
        Column::optional("asked"),
        Column::optional("customers_key"),
        Column::optional("customers_preferred"),
        Column::optional("customers_standard"),
        Column::optional("customers_prospect"),
        Column::optional("customers_unattached"),
    ],
};

static SERVED: Spec = Spec {
    table: "served",
    columns: &[
        Column::required("manager_id"),
        Column::required("from"),
        Column::required("to"),
    ],
};

/// A row of managers.
struct Manager {
    id: String,
    row: u64,
    facts: Object,
    results: Object,
    customers: Object,
    inputs: Object,
    served: Vec<(u64, Json)>,
}

/// The tables of an appraisal.
pub(super) struct Tables {
    managers: Vec<Manager>,
    file: File,
    served: File,
    credited: Option<Credited>,
}

impl Tables {
    /// Reads a directory, or a file of managers.
    ///
    /// # Errors
    /// A file that cannot be read. What is wrong with rows is kept for [`Self::located`].
    pub(super) fn read(
        source: &Path,
        currency: Currency,
        inputs: &[(&str, Type)],
        period: Period,
    ) -> Result<Self, Stop> {
        let dir = source.is_dir().then_some(source);
        let table = match dir {
            Some(dir) => find(dir, MANAGERS.table)?.ok_or_else(|| missing(dir, MANAGERS.table))?,
            None => rows::alone(source, MANAGERS.table)?,
        };
        let fixed = |name: &str| MANAGERS.columns.iter().any(|column| column.name == name);
        let inputs: Vec<&(&str, Type)> = inputs.iter().filter(|(name, _)| !fixed(name)).collect();
        let extra = inputs.iter().map(|(name, _)| (*name).to_owned()).collect();
        let mut managers = Vec::new();
        let mut anonymous = false;
        let file = File::of(Some(table), &MANAGERS, extra, |f, row| {
            let manager = manager(f, row, currency, &inputs);
            anonymous |= manager.is_none();
            managers.extend(manager);
        })?;
        let mut served = Vec::new();
        let served_file = dir.map_or(Ok(None), |dir| find(dir, SERVED.table))?;
        let mut served_file = File::of(served_file, &SERVED, Vec::new(), |f, row| {
            let (id, from, to) = (f.id("manager_id"), f.date("from"), f.date("to"));
            if let (Some(id), Some(from), Some(to)) = (id, from, to) {
                let range = Json::object([
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                ]);
                served.push((id, row, range));
            }
        })?;
        let whole = file.is_legible() && !anonymous;
        place(served, &mut managers, &mut served_file, whole);
        let mut credited = dir.map_or(Ok(None), |dir| Credited::read(dir, currency, period))?;
        // Whoever is not known may stand in a row that was left out: that is told first.
        if let Some(credited) = credited.as_mut().filter(|_| whole) {
            credited.check_managers(&managers.iter().map(|m| m.id.as_str()).collect());
        }
        let mut tables = Self {
            managers,
            file,
            served: served_file,
            credited,
        };
        tables.credit();
        Ok(tables)
    }

    /// Whether nothing is wrong so far. What is wrong was left out, so that the rest can be
    /// judged, and all of it is told at once.
    pub(super) fn is_whole(&self) -> bool {
        let files = [&self.file, &self.served];
        files.iter().all(|file| file.is_whole())
            && self.credited.as_ref().is_none_or(Credited::is_whole)
    }

    /// The results that the amounts say, beside those of the rows.
    fn credit(&mut self) {
        let Some(credited) = &self.credited else {
            return;
        };
        for manager in &mut self.managers {
            for (kind, sum) in credited.results(&manager.id) {
                if manager.results.get(kind.as_str()).is_some() {
                    let problem = Problem::new(
                        insurant_rules::code::CONFLICTING_FIELDS,
                        format!("the table `amounts` says the {kind} of managers already"),
                    )
                    .expected("each figure in one table")
                    .remedy("leave the cell empty, or take this kind out of `amounts`");
                    self.file.wrong(manager.row, kind.as_str(), problem);
                } else {
                    manager.results.set(kind.as_str(), sum);
                }
            }
        }
    }

    /// The ids, in order of row.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.managers.iter().map(|manager| manager.id.as_str())
    }

    /// What should not be so among the assignments.
    pub(super) fn findings(&self) -> Vec<Json> {
        let credited = self.credited.iter();
        credited.flat_map(Credited::findings).cloned().collect()
    }

    /// What was credited to no one and what should not be so, a line each.
    pub(super) fn uncredited(&self) -> Vec<String> {
        let credited = self.credited.as_ref();
        credited.map(Credited::uncredited).unwrap_or_default()
    }

    /// The managers for the operation.
    pub(super) fn managers(&self) -> Json {
        Json::list(self.managers.iter().map(|manager| {
            let some = |object: &Object| (!object.is_empty()).then(|| object.clone());
            let served = manager.served.iter().map(|(_, range)| range.clone());
            let served = (!manager.served.is_empty()).then(|| Json::list(served));
            manager
                .facts
                .clone()
                .with_some("results", some(&manager.results))
                .with_some("customers", some(&manager.customers))
                .with_some("inputs", some(&manager.inputs))
                .with_some("served", served)
        }))
    }

    /// Problems of the operation's input at the cells that they come from, with all others.
    pub(super) fn located(&mut self, found: Problems) -> Result<Problems, Stop> {
        let mut problems = Problems::new();
        let rows: Vec<u64> = self.managers.iter().map(|manager| manager.row).collect();
        for problem in found {
            let path = problem.place().path.clone();
            let (index, field) = indexed(&path, "managers");
            let Some(manager) = self.managers.get(index) else {
                problems.push(problem);
                continue;
            };
            let (nth, of_range) = indexed(&field, "served");
            if let Some((row, _)) = manager.served.get(nth) {
                self.served.wrong(*row, &of_range, problem);
                continue;
            }
            let column = match field.split_once('.') {
                Some(("customers", category)) => format!("customers_{category}"),
                Some((_, name)) => name.to_owned(),
                None => field.clone(),
            };
            let row = manager.row;
            self.file
                .wrong_in(("managers", &rows), row, &column, problem);
        }
        problems.extend(self.file.problems()?);
        problems.extend(self.served.problems()?);
        if let Some(credited) = &mut self.credited {
            problems.extend(credited.problems()?);
        }
        Ok(problems)
    }
}

fn manager(
    f: &mut Fields<'_>,
    row: u64,
    currency: Currency,
    inputs: &[&(&str, Type)],
) -> Option<Manager> {
    let id = f.id("manager_id");
    let mut facts = Object::new();
    facts.set_some("manager_id", id.as_deref());
    facts.set_some("unit_id", f.text("unit_id"));
    facts.set_some("grade", grade(f));
    for name in ["joined_on", "grade_since"] {
        let day = f.optional(name, Cell::date);
        facts.set_some(name, day.map(|day| day.to_string()));
    }
    let mut results = Object::new();
    for name in AMOUNTS {
        let amount = f.parsed(name, |cell| cell.amount(currency));
        results.set_some(name, amount.map(|minor| money::format(minor, currency)));
    }
    for name in COUNTS {
        results.set_some(name, count(f, name));
    }
    let mut customers = Object::new();
    for (column, category) in CUSTOMERS {
        customers.set_some(category, count(f, column));
    }
    let mut values = Object::new();
    for (name, ty) in inputs {
        values.set_some(*name, input(f, name, ty, currency));
    }
    Some(Manager {
        id: id?,
        row,
        facts,
        results,
        customers,
        inputs: values,
        served: Vec::new(),
    })
}

fn count(f: &mut Fields<'_>, name: &str) -> Option<Json> {
    let count = f.optional(name, Cell::integer)?;
    if count < 0 {
        let problem = Problem::new(
            insurant_rules::code::OUT_OF_RANGE,
            "there cannot be fewer than none",
        )
        .found(format!("`{count}`"))
        .expected("a whole number of at least 0");
        f.wrong(name, problem);
        return None;
    }
    Json::integer(count)
}

fn grade(f: &mut Fields<'_>) -> Option<String> {
    let word = f.text("grade")?;
    if ManagerGrade::parse(&word).is_none() {
        let words = ManagerGrade::WORDS;
        let problem = Problem::new(code::UNKNOWN_MEMBER, "no grade of account managers")
            .found(format!("`{word}`"))
            .expected(words.join(", "))
            .nearest(nearest(&word, words.iter().copied()));
        f.wrong("grade", problem);
        return None;
    }
    Some(word)
}

/// An input as the operation takes it: counts and truths as such, all else as text.
fn input(f: &mut Fields<'_>, name: &str, ty: &Type, currency: Currency) -> Option<Json> {
    match ty {
        Type::Boolean => f.optional(name, Cell::boolean).map(Json::from),
        Type::Count(_) | Type::Duration(_) => {
            f.optional(name, Cell::integer).and_then(Json::integer)
        }
        Type::Date => f
            .optional(name, Cell::date)
            .map(|day| day.to_string().into()),
        Type::Money(_) => {
            let amount = f.parsed(name, |cell| cell.amount(currency));
            amount.map(|minor| money::format(minor, currency).into())
        }
        _ => f.shown(name).map(Json::from),
    }
}

/// Gives each range of service to its manager.
fn place(served: Vec<(String, u64, Json)>, managers: &mut [Manager], file: &mut File, whole: bool) {
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    for (index, manager) in managers.iter().enumerate() {
        by_id.entry(manager.id.clone()).or_insert(index);
    }
    for (id, row, range) in served {
        let manager = by_id.get(&id).and_then(|index| managers.get_mut(*index));
        match manager {
            Some(manager) => manager.served.push((row, range)),
            // Whoever is not known may stand in a row that was left out: that is told first.
            None if !whole => {}
            None => {
                let problem = Problem::new(
                    insurant::code::UNKNOWN_MANAGER,
                    format!("no manager `{id}`"),
                )
                .expected("the id of a row of the table `managers`")
                .nearest(nearest(&id, by_id.keys().map(String::as_str)));
                file.wrong(row, "manager_id", problem);
            }
        }
    }
}
