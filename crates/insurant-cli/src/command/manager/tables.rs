//! The tables of `insurant manager duties`, and where in them a problem lies.

use super::sheet::{Fields, File, indexed};
use crate::code;
use crate::command::stop::Stop;
use crate::table::{Cell, Column, Spec};
use insurant::manager::duties::{
    Assignment, ContactKind, Customer, Done, DutyBook, DutyRule, MajorEvent, Work,
};
use insurant::manager::{Post, Posts};
use insurant::organisation::Organisation;
use insurant_rules::{Problem, Problems};
use std::collections::BTreeMap;
use std::path::Path;

static MANAGERS: Spec = Spec {
    table: "managers",
    columns: &[
        Column::required("manager_id"),
        Column::required("unit_id"),
        Column::required("from"),
        Column::optional("to"),
    ],
};
static CUSTOMERS: Spec = Spec {
    table: "customers",
    columns: &[
        Column::required("customer_id"),
        Column::optional("category"),
        Column::optional("tier"),
    ],
};
static ASSIGNMENTS: Spec = Spec {
    table: "assignments",
    columns: &[
        Column::required("customer_id"),
        Column::required("manager_id"),
        Column::required("from"),
        Column::optional("to"),
    ],
};
static EVENTS: Spec = Spec {
    table: "events",
    columns: &[
        Column::required("event_id"),
        Column::required("customer_id"),
        Column::required("kind"),
        Column::required("occurred_on"),
        Column::optional("known_on"),
    ],
};
static LOG: Spec = Spec {
    table: "log",
    columns: &[
        Column::required("id"),
        Column::required("kind"),
        Column::required("manager_id"),
        Column::required("done_on"),
        Column::optional("duty"),
        Column::optional("period"),
        Column::optional("customer_id"),
        Column::optional("event_id"),
        Column::optional("counter_measures"),
    ],
};

const KINDS: [&str; 4] = ["report", "visit", "call", "event_report"];

/// The rows that parts of the book come from, so that a problem finds its file.
#[derive(Default)]
struct Rows {
    managers: Vec<(String, Vec<u64>)>,
    customers: Vec<u64>,
    assignments: Vec<Vec<u64>>,
    events: Vec<u64>,
    log: Vec<u64>,
}

/// Reads the tables of a directory.
///
/// # Errors
/// Everything that is wrong with any of them, with file, line and column.
pub(super) fn read(
    dir: &Path,
    rules: Vec<DutyRule>,
    organisation: &Organisation,
) -> Result<DutyBook, Stop> {
    let mut rows = Rows::default();
    let mut posts: BTreeMap<String, Vec<(u64, Post)>> = BTreeMap::new();
    let mut managers = File::read(dir, &MANAGERS, true, |f, number| {
        let (id, unit, from) = (f.id("manager_id"), f.id("unit_id"), f.date("from"));
        let to = f.optional("to", Cell::date);
        if let Some(unit) = unit
            .as_deref()
            .filter(|unit| organisation.unit(unit).is_none())
        {
            f.wrong("unit_id", organisation.unknown_unit(unit));
        }
        if let (Some(id), Some(unit_id), Some(from)) = (id, unit, from) {
            let post = Post { unit_id, from, to };
            posts.entry(id).or_default().push((number, post));
        }
    })?;
    let mut checked = Vec::new();
    for (id, posts) in posts {
        let numbers: Vec<u64> = posts.iter().map(|(number, _)| *number).collect();
        rows.managers.push((id.clone(), numbers.clone()));
        let of_manager = Posts::new(posts.iter().map(|(_, post)| post.clone()).collect());
        match of_manager {
            Ok(of_manager) => checked.push((id, of_manager)),
            Err(found) => {
                for problem in found {
                    let (index, field) = indexed(&problem.place().path, "posts");
                    let row = posts.get(index).map_or(0, |(number, _)| *number);
                    managers.wrong_in(("posts", &numbers), row, &field, problem);
                }
                // Who has posts is known, whatever is wrong with them.
                checked.push((id, Posts::default()));
            }
        }
    }
    let mut customers: Vec<Customer> = Vec::new();
    let mut customer_file = File::read(dir, &CUSTOMERS, false, |f, number| {
        let customer_id = f.id("customer_id");
        let (category, tier) = (f.text("category"), f.text("tier"));
        if let Some(customer_id) = customer_id {
            rows.customers.push(number);
            customers.push(Customer {
                customer_id,
                category,
                tier,
                assignments: Vec::new(),
            });
        }
    })?;
    let by_id: BTreeMap<String, usize> = customers
        .iter()
        .enumerate()
        .map(|(index, customer)| (customer.customer_id.clone(), index))
        .collect();
    rows.assignments = vec![Vec::new(); customers.len()];
    let mut assignment_file = File::read(dir, &ASSIGNMENTS, false, |f, number| {
        let (customer, manager) = (f.id("customer_id"), f.id("manager_id"));
        let (from, to) = (f.date("from"), f.optional("to", Cell::date));
        let index = customer.as_ref().and_then(|id| by_id.get(id)).copied();
        if let (Some(id), None) = (&customer, index) {
            f.wrong("customer_id", unknown_customer(id));
        }
        let known = index
            .and_then(|index| Some((customers.get_mut(index)?, rows.assignments.get_mut(index)?)));
        if let (Some((customer, numbers)), Some(manager_id), Some(from)) = (known, manager, from) {
            numbers.push(number);
            customer.assignments.push(Assignment {
                manager_id,
                from,
                to,
            });
        }
    })?;
    let mut events = Vec::new();
    let mut event_file = File::read(dir, &EVENTS, false, |f, number| {
        let (event_id, customer_id) = (f.id("event_id"), f.id("customer_id"));
        let (kind, occurred_on) = (f.id("kind"), f.date("occurred_on"));
        let known_on = f.optional("known_on", Cell::date);
        let ids = event_id.zip(customer_id).zip(kind.zip(occurred_on));
        if let Some(((event_id, customer_id), (kind, occurred_on))) = ids {
            rows.events.push(number);
            events.push(MajorEvent {
                event_id,
                customer_id,
                kind,
                occurred_on,
                known_on,
            });
        }
    })?;
    let mut log = Vec::new();
    let mut log_file = File::read(dir, &LOG, false, |f, number| {
        if let Some(done) = done(f) {
            rows.log.push(number);
            log.push(done);
        }
    })?;
    let files = [
        &managers,
        &customer_file,
        &assignment_file,
        &event_file,
        &log_file,
    ];
    let whole = files.iter().all(|file| file.is_whole());
    let mut others = Problems::new();
    let book = match DutyBook::new(rules, checked, customers, events, log) {
        Ok(book) => Some(book),
        // What does not fit may be a row that was left out: that is told first.
        Err(_) if !whole => None,
        Err(found) => {
            for problem in found {
                let path = problem.place().path.clone();
                let list = path.split(['[', '.']).next().unwrap_or_default();
                let (index, field) = indexed(&path, list);
                let of = |rows: &[u64]| rows.get(index).copied().unwrap_or(0);
                match list {
                    "customers" if field.starts_with("assignments") => {
                        let (nth, column) = indexed(&field, "assignments");
                        let numbers = rows.assignments.get(index);
                        let row = numbers.and_then(|numbers| numbers.get(nth));
                        assignment_file.wrong(row.copied().unwrap_or(0), &column, problem);
                    }
                    "customers" => customer_file.wrong(of(&rows.customers), &field, problem),
                    "events" => event_file.wrong(of(&rows.events), &field, problem),
                    "log" => log_file.wrong(of(&rows.log), &field, problem),
                    _ => others.push(problem),
                }
            }
            None
        }
    };
    let mut problems = others;
    for mut file in [
        managers,
        customer_file,
        assignment_file,
        event_file,
        log_file,
    ] {
        problems.extend(file.problems()?);
    }
    Ok(problems.or(book)?.unwrap_or_default())
}

fn unknown_customer(id: &str) -> Problem {
    Problem::new(
        insurant::code::UNKNOWN_CUSTOMER,
        format!("no customer `{id}`"),
    )
    .expected("the id of a customer of the table `customers`")
}

/// A row of the log.
fn done(f: &mut Fields<'_>) -> Option<Done> {
    let (id, kind) = (f.id("id"), f.id("kind"));
    let (manager_id, done_on) = (f.id("manager_id"), f.date("done_on"));
    let work = match kind.as_deref() {
        Some("report") => {
            let (duty, period) = (f.id("duty"), f.date("period"));
            duty.zip(period)
                .map(|(duty, period)| Work::Report { duty, period })
        }
        Some("event_report") => {
            let event_id = f.id("event_id");
            let measures = f.text("counter_measures").unwrap_or_default();
            let measures = measures.split(';').map(str::trim);
            let measures = measures.filter(|measure| !measure.is_empty());
            let counter_measures = measures.map(str::to_owned).collect();
            event_id.map(|event_id| Work::EventReport {
                event_id,
                counter_measures,
            })
        }
        Some(word) => match ContactKind::parse(word) {
            Some(contact) => f.id("customer_id").map(|customer_id| Work::Contact {
                customer_id,
                contact,
            }),
            None => {
                let near = insurant_rules::problem::nearest(word, KINDS);
                let problem = Problem::new(code::UNKNOWN_MEMBER, "nothing of this kind is done")
                    .found(format!("`{word}`"))
                    .expected(KINDS.join(", "))
                    .nearest(near);
                f.wrong("kind", problem);
                None
            }
        },
        None => None,
    };
    Some(Done {
        id: id?,
        manager_id: manager_id?,
        done_on: done_on?,
        work: work?,
    })
}
