//! Results that follow the days of assignment, from the tables `assignments` and `amounts`.

use crate::code;
use crate::command::manager::sheet::{Fields, File, indexed};
use crate::command::stop::Stop;
use crate::command::text::group;
use crate::table::{Cell, Column, Spec};
use insurant::assignment::{Assignment, Exception};
use insurant::complaint::analysis::Period;
use insurant::manager::credit::{
    CreditBook, CreditKind, CreditTotal, CreditedAmount, TwoManagers, Whose,
};
use insurant::money;
use insurant_rules::document::Json;
use insurant_rules::problem::nearest;
use insurant_rules::{Currency, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

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

static AMOUNTS: Spec = Spec {
    table: "amounts",
    columns: &[
        Column::required("amount_id"),
        Column::required("customer_id"),
        Column::required("kind"),
        Column::required("effective"),
        Column::required("amount"),
    ],
};

/// What the amounts of a period come to.
pub(super) struct Credited {
    assignments: File,
    amounts: File,
    currency: Currency,
    results: BTreeMap<String, Vec<(CreditKind, String)>>,
    totals: Vec<CreditTotal>,
    /// Customers whose amounts went to nobody, by kind: several looked after them, or no one did.
    withheld: BTreeMap<CreditKind, [BTreeSet<String>; 2]>,
    /// Two managers of one customer at once, neither under an exception: for people, and as the
    /// operation `manager_credit` answers.
    findings: Vec<(String, Json)>,
    /// Who is named by assignments that touch the period: the row, the column, the id.
    named: Vec<(u64, &'static str, String)>,
}

/// How many customers are named before the rest is counted.
const NAMED: usize = 5;

impl Credited {
    /// Reads the tables; nothing without amounts.
    pub(super) fn read(
        dir: &Path,
        currency: Currency,
        period: Period,
    ) -> Result<Option<Self>, Stop> {
        let mut amount_rows = Vec::new();
        let mut given = Vec::new();
        let amounts = File::read(dir, &AMOUNTS, false, |f, row| {
            let (amount_id, customer_id) = (f.id("amount_id"), f.id("customer_id"));
            let (word, effective) = (f.id("kind"), f.date("effective"));
            let minor = f.required("amount", |cell| cell.amount(currency));
            let kind = word.as_deref().and_then(CreditKind::parse);
            if let (Some(word), None) = (&word, kind) {
                let words = CreditKind::WORDS;
                let problem = Problem::new(code::UNKNOWN_MEMBER, "no amount is of this kind")
                    .found(format!("`{word}`"))
                    .expected(words.join(", "))
                    .nearest(nearest(word, words.iter().copied()));
                f.wrong("kind", problem);
            }
            let ids = amount_id.zip(customer_id).zip(kind);
            if let (Some(((amount_id, customer_id), kind)), Some(effective), Some(minor)) =
                (ids, effective, minor)
            {
                amount_rows.push(row);
                given.push(CreditedAmount {
                    amount_id,
                    customer_id,
                    kind,
                    effective,
                    minor,
                });
            }
        })?;
        if !amounts.is_there() {
            return Ok(None);
        }
        let mut assignment_rows = Vec::new();
        let mut assigned = Vec::new();
        let assignments = File::read(dir, &ASSIGNMENTS, true, |f, row| {
            let (customer_id, manager_id) = (f.id("customer_id"), f.id("manager_id"));
            let (from, to) = (f.date("from"), f.optional("to", Cell::date));
            let supervised_by = f.text("supervised_by");
            let exception = exception(f);
            if let (Some((customer_id, manager_id)), Some(from)) =
                (customer_id.zip(manager_id), from)
            {
                assignment_rows.push(row);
                assigned.push(Assignment {
                    to,
                    supervised_by,
                    exception,
                    ..Assignment::new(customer_id, manager_id, from)
                });
            }
        })?;
        let mut credited = Self {
            assignments,
            amounts,
            currency,
            results: BTreeMap::new(),
            totals: Vec::new(),
            withheld: BTreeMap::new(),
            findings: Vec::new(),
            named: named(&assigned, &assignment_rows, period),
        };
        match CreditBook::new(assigned, given) {
            Ok(book) => credited.take(&book, period),
            Err(found) => {
                for problem in found {
                    let path = problem.place().path.clone();
                    let lists = [
                        ("assignments", &assignment_rows, &mut credited.assignments),
                        ("amounts", &amount_rows, &mut credited.amounts),
                    ];
                    for (list, rows, file) in lists {
                        let (index, column) = indexed(&path, list);
                        if let Some(row) = rows.get(index) {
                            let column = column.replace('.', "_");
                            file.wrong_in((list, rows), *row, &column, problem.clone());
                        }
                    }
                }
            }
        }
        Ok(Some(credited))
    }

    fn take(&mut self, book: &CreditBook, period: Period) {
        let credits = book.credit(period);
        for manager in credits.managers() {
            let own = manager.own.iter().flat_map(|own| own.results());
            let own = own.map(|(kind, sum)| (kind, money::format_wide(sum, self.currency)));
            self.results
                .insert(manager.manager_id.to_owned(), own.collect());
        }
        self.totals = credits.totals().to_vec();
        let findings = credits.findings().iter();
        let findings = findings.map(|found| (in_words(found), found.to_json()));
        self.findings = findings.collect();
        for (amount, whose) in credits.amounts() {
            let [shared, nobody] = self.withheld.entry(amount.kind).or_default();
            let customers = match whose {
                Whose::Shared(_) => shared,
                Whose::Nobody => nobody,
                Whose::Own(_) | Whose::Supervised { .. } | Whose::OutsidePeriod => continue,
            };
            customers.insert(amount.customer_id.clone());
        }
    }

    /// Tells every manager and supervisor of the period who is none of those appraised: what they
    /// earned would be nobody's.
    pub(super) fn check_managers(&mut self, known: &BTreeSet<&str>) {
        for (row, column, id) in std::mem::take(&mut self.named) {
            if !known.contains(id.as_str()) {
                let problem = Problem::new(
                    insurant::code::UNKNOWN_MANAGER,
                    format!("no manager `{id}`"),
                )
                .expected("the id of a row of the table `managers`")
                .nearest(nearest(&id, known.iter().copied()))
                .remedy("correct the id, or add the manager to `managers`");
                self.assignments.wrong(row, column, problem);
            }
        }
    }

    /// A manager's own results.
    pub(super) fn results(&self, manager: &str) -> impl Iterator<Item = (CreditKind, String)> {
        let results = self.results.get(manager).into_iter().flatten();
        results.cloned()
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_whole(&self) -> bool {
        self.assignments.is_whole() && self.amounts.is_whole()
    }

    /// What is wrong, with its places in the files.
    pub(super) fn problems(&mut self) -> Result<Problems, Stop> {
        let mut problems = self.assignments.problems()?;
        problems.extend(self.amounts.problems()?);
        Ok(problems)
    }

    /// What should not be so.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Json> {
        self.findings.iter().map(|(_, json)| json)
    }

    /// What was credited to no manager's own results, and what should not be so, in words: a line
    /// each.
    pub(super) fn uncredited(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for total in &self.totals {
            let none = BTreeSet::new();
            let withheld = self.withheld.get(&total.kind);
            let [shared, nobody] = withheld.map_or([&none, &none], |[a, b]| [a, b]);
            let places = [
                ("was earned under supervision", total.supervised, &none),
                (
                    "is of customers that several looked after",
                    total.shared,
                    shared,
                ),
                (
                    "is of customers that nobody looked after",
                    total.nobody,
                    nobody,
                ),
            ];
            for (what, sum, customers) in places {
                // Amounts that cancel out are withheld as well.
                if sum == 0 && customers.is_empty() {
                    continue;
                }
                let amount = group(&money::format_wide(sum, self.currency));
                let (kind, code) = (total.kind, self.currency.code());
                let customers = listed(customers);
                lines.push(format!(
                    "Among nobody's own results: {kind} {amount} {code} {what}{customers}"
                ));
            }
        }
        lines.extend(self.findings.iter().map(|(words, _)| words.clone()));
        lines
    }
}

fn in_words(found: &TwoManagers<'_>) -> String {
    let (customer, [one, other]) = (found.customer_id, found.managers);
    let (from, to) = (found.from, found.to);
    format!("Two managers without an exception: {customer}, {one} and {other} from {from} to {to}")
}

/// The exception of a row; half of one is told.
fn exception(f: &mut Fields<'_>) -> Option<Exception> {
    let reason = f.text("exception_reason");
    let until = f.optional("exception_until", Cell::date);
    let (column, what) = match (reason, until) {
        (Some(reason), Some(until)) => return Some(Exception { reason, until }),
        (None, None) => return None,
        (Some(_), None) if f.shown("exception_until").is_some() => return None,
        (None, Some(_)) if f.shown("exception_reason").is_some() => return None,
        (Some(_), None) => ("exception_until", "an exception without an end date"),
        (None, Some(_)) => ("exception_reason", "an exception without a reason"),
    };
    let problem = Problem::new(code::MISSING_FIELD, what)
        .expected("a reason and an end date, or neither")
        .remedy("fill in both cells, or empty both");
    f.wrong(column, problem);
    None
}

/// Customers in words, the first few by id.
fn listed(customers: &BTreeSet<String>) -> String {
    if customers.is_empty() {
        return String::new();
    }
    let first: Vec<&str> = customers.iter().take(NAMED).map(String::as_str).collect();
    let more = match customers.len().saturating_sub(first.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(": {}{more}", first.join(", "))
}

/// Who is named by assignments that touch a period: whoever left before it need not be known.
fn named(
    assigned: &[Assignment],
    rows: &[u64],
    period: Period,
) -> Vec<(u64, &'static str, String)> {
    let mut named = Vec::new();
    for (one, row) in assigned.iter().zip(rows) {
        if one.from >= period.to() || one.end().is_some_and(|to| to <= period.from()) {
            continue;
        }
        named.push((*row, "manager_id", one.manager_id.clone()));
        let by = one.supervised_by.as_ref();
        named.extend(by.map(|by| (*row, "supervised_by", by.clone())));
    }
    named
}
