//! A book that takes changes answers as a run over all rows does, after every step.

use crate::columns::batches;
use crate::random::{Dice, Kind, Table, portfolio};
use crate::same::{AS_OF, MEASURES, arrow_cast};
use arrow_array::{RecordBatch, StringArray, UInt32Array};
use arrow_select::concat::concat_batches;
use arrow_select::take::take_record_batch;
use insurant::{CustomerRules, Date, Engine};
use insurant_batch::assess::{Options, Tables, assess};
use insurant_batch::book::{Book, Changes};
use insurant_batch::portfolio::OnError;
use std::sync::Arc;

const NAMES: [&str; 5] = ["customers", "policies", "movements", "claims", "entries"];

/// The rows of several portfolios, and which of them a table has now.
struct Model {
    whole: RecordBatch,
    /// The identifier of each row.
    ids: Vec<String>,
    /// The rows of each portfolio.
    parts: Vec<std::ops::Range<usize>>,
    places: Vec<Option<usize>>,
}

impl Model {
    fn new(name: &str, portfolios: &[Vec<Table>], dice: &mut Dice) -> Option<Self> {
        let all = || {
            let tables = portfolios.iter().flatten();
            tables.filter(|table| table.name == name)
        };
        let mut table = all().next()?.clone();
        table.rows = Vec::new();
        let mut parts = Vec::new();
        for portfolio in portfolios {
            let from = table.rows.len();
            let own = portfolio.iter().filter(|own| own.name == name);
            table.rows.extend(own.flat_map(|own| own.rows.clone()));
            parts.push(from..table.rows.len());
        }
        let cut = batches(&table, dice);
        let whole = concat_batches(&cut.first()?.schema(), &cut).unwrap();
        let first = parts.first()?.clone();
        Some(Self {
            ids: table.rows.iter().map(|row| row[0].clone()).collect(),
            whole,
            parts,
            places: first.map(Some).collect(),
        })
    }

    fn rows(&self, rows: Vec<usize>) -> RecordBatch {
        let rows = rows.into_iter().map(|row| u32::try_from(row).unwrap());
        take_record_batch(&self.whole, &UInt32Array::from_iter_values(rows)).unwrap()
    }

    fn now(&self) -> RecordBatch {
        self.rows(self.places.iter().copied().flatten().collect())
    }

    /// Some identifiers of the table as it is, taken out.
    fn removed(&mut self, dice: &mut Dice) -> Vec<String> {
        let there = self.places.iter().copied().flatten();
        let gone: Vec<String> = there
            .filter(|_| dice.once_in(6))
            .map(|row| self.ids[row].clone())
            .filter(|id| !id.is_empty())
            .collect();
        for place in &mut self.places {
            if place.is_some_and(|row| gone.contains(&self.ids[row])) {
                *place = None;
            }
        }
        gone
    }

    /// Some rows of a portfolio, put in.
    fn coming(&mut self, part: usize, dice: &mut Dice) -> Vec<usize> {
        let rows = self.parts[part].clone();
        let rows: Vec<usize> = rows.filter(|_| !dice.once_in(3)).collect();
        let mut free: Vec<(String, usize)> = Vec::new();
        for (at, place) in self.places.iter_mut().enumerate() {
            let Some(row) = *place else { continue };
            let id = &self.ids[row];
            if !id.is_empty() && rows.iter().any(|row| self.ids[*row] == *id) {
                free.push((id.clone(), at));
                *place = None;
            }
        }
        for &row in &rows {
            match free.iter().position(|(id, _)| *id == self.ids[row]) {
                Some(first) => {
                    let (_, at) = free.remove(first);
                    self.places[at] = Some(row);
                }
                None => self.places.push(Some(row)),
            }
        }
        rows
    }
}

struct Models([Option<Model>; 5]);

impl Models {
    fn each(
        &mut self,
        mut of: impl FnMut(usize, &mut Model) -> Option<RecordBatch>,
    ) -> [Vec<RecordBatch>; 5] {
        let mut number = 0;
        self.0.each_mut().map(|model| {
            number += 1;
            let batch = model.as_mut().and_then(|model| of(number - 1, model));
            batch.into_iter().collect()
        })
    }
}

const fn tables(batches: &[Vec<RecordBatch>; 5]) -> Tables<'_> {
    let [customers, policies, movements, claims, entries] = batches;
    Tables {
        customers: customers.as_slice(),
        policies: policies.as_slice(),
        movements: movements.as_slice(),
        claims: claims.as_slice(),
        entries: entries.as_slice(),
    }
}

/// The identifiers, and all other columns, which must be the same.
fn parts(batch: &RecordBatch) -> (Vec<String>, RecordBatch) {
    let others: Vec<usize> = (1..batch.num_columns()).collect();
    (arrow_cast(batch.column(0)), batch.project(&others).unwrap())
}

fn expect(
    book: &Book<'_>,
    models: &mut Models,
    rules: (&CustomerRules, &CustomerRules),
    options: &Options,
    seed: &str,
) {
    let now = models.each(|_, model| Some(model.now()));
    let options = Options {
        on_error: OnError::Reject,
        ..*options
    };
    let full = assess(rules.0, rules.1, book.as_of(), &tables(&now), &options).unwrap();
    let (ids, others) = parts(full.batches.first().unwrap());
    let (own_ids, own) = parts(&book.answers().unwrap());
    assert_eq!(own_ids, ids, "{seed}");
    assert_eq!(own.schema(), others.schema(), "{seed}");
    assert_eq!(own, others, "{seed}");
}

fn steps(kind: Kind, seeds: std::ops::Range<u64>) {
    let engine = Engine::builtin().unwrap();
    let first = Date::parse(AS_OF).unwrap();
    let days = ["2024-07-02", "2024-08-31", "2023-01-01"].map(|day| Date::parse(day).unwrap());
    let plain = engine.rules("cn-property", first).unwrap();
    let all = engine.rules_with("cn-property", first, &MEASURES).unwrap();
    let few = engine
        .rules_with("cn-property", first, &MEASURES[2..4])
        .unwrap();
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let portfolios: Vec<Vec<Table>> = (0..4).map(|_| portfolio(&mut dice, kind)).collect();
        let mut models = Models(NAMES.map(|name| Model::new(name, &portfolios, &mut dice)));
        let start = models.each(|_, model| Some(model.now()));
        let options = Options {
            threads: if dice.once_in(2) { 1 } else { 3 },
            ..Options::default()
        };
        let mut rules = &all;
        let mut book = Book::open(rules, plain, first, &tables(&start), &options).unwrap();
        expect(
            &book,
            &mut models,
            (rules, plain),
            &options,
            &format!("{seed} opened"),
        );
        for step in 1..4 {
            let told = format!("seed {seed} step {step}");
            let earlier = categories(&book.answers().unwrap());
            let gone = models.each(|table, model| {
                // Movements have no identifier of their own, but go with the policy's.
                let ids = model.removed(&mut dice);
                let name = [
                    "customer_id",
                    "policy_id",
                    "policy_id",
                    "claim_id",
                    "entry_id",
                ][table];
                let ids: arrow_array::ArrayRef = Arc::new(StringArray::from(ids));
                (!ids.is_empty()).then(|| RecordBatch::try_from_iter([(name, ids)]).unwrap())
            });
            let removed_only = dice.once_in(4);
            let kept = categories_kept(&earlier, &gone);
            let rows = models.each(|_, model| {
                let rows = if removed_only {
                    Vec::new()
                } else {
                    model.coming(step, &mut dice)
                };
                (!rows.is_empty()).then(|| model.rows(rows))
            });
            let changes = Changes {
                rows: tables(&rows),
                removed: tables(&gone),
            };
            book.apply(&changes).unwrap();
            expect(&book, &mut models, (rules, plain), &options, &told);
            changed(&book, &kept, &told);
            if dice.once_in(3) {
                let day = days[usize::try_from(dice.below(3)).unwrap()];
                book.refresh(day).unwrap();
                expect(
                    &book,
                    &mut models,
                    (rules, plain),
                    &options,
                    &format!("{told} later"),
                );
            }
            if dice.once_in(3) {
                rules = if std::ptr::eq(rules, &raw const all) {
                    &few
                } else {
                    &all
                };
                book.with_rules(rules, plain).unwrap();
                expect(
                    &book,
                    &mut models,
                    (rules, plain),
                    &options,
                    &format!("{told} rules"),
                );
            }
        }
    }
}

/// The category of each customer.
fn categories(batch: &RecordBatch) -> Vec<(String, String)> {
    let ids = arrow_cast(batch.column(0));
    let words = (0..batch.num_rows()).map(|row| crate::same::word(batch, "category", row));
    ids.into_iter().zip(words).collect()
}

fn categories_kept(
    earlier: &[(String, String)],
    gone: &[Vec<RecordBatch>; 5],
) -> Vec<(String, String)> {
    let gone: Vec<String> = gone[0]
        .iter()
        .flat_map(|b| arrow_cast(b.column(0)))
        .collect();
    let kept = earlier.iter().filter(|(id, _)| !gone.contains(id));
    kept.cloned().collect()
}

/// Whoever changed is told, with what was answered before; whoever is not told is as before.
fn changed(book: &Book<'_>, earlier: &[(String, String)], told: &str) {
    use arrow_array::Array as _;
    use arrow_array::cast::AsArray as _;
    let changed = book.changed().unwrap();
    let ids = arrow_cast(changed.column(0));
    let before = changed.column_by_name("earlier_category").unwrap();
    let before = before.as_string::<i32>();
    for (row, id) in ids.iter().enumerate() {
        let own = if before.is_valid(row) {
            before.value(row)
        } else {
            "-"
        };
        let known = earlier.iter().find(|(known, _)| known == id);
        assert_eq!(own, known.map_or("-", |(_, word)| word), "{told} {id}");
    }
    for (id, word) in categories(&book.answers().unwrap()) {
        if !ids.contains(&id) {
            assert!(earlier.contains(&(id, word)), "{told}");
        }
    }
}

#[test]
fn plain_books_answer_as_full_runs() {
    let kind = Kind {
        plain: true,
        ..Kind::default()
    };
    steps(kind, 1..200);
}

#[test]
fn books_with_everything_answer_as_full_runs() {
    steps(Kind::default(), 1000..1300);
}

#[test]
fn books_with_sums_that_do_not_fit_answer_as_full_runs() {
    steps(
        Kind {
            huge: true,
            ..Kind::default()
        },
        2000..2200,
    );
    steps(
        Kind {
            huge: true,
            plain: true,
            ..Kind::default()
        },
        3000..3100,
    );
}

#[test]
fn books_with_faults_answer_as_full_runs() {
    steps(
        Kind {
            faults: true,
            ..Kind::default()
        },
        4000..4300,
    );
    steps(
        Kind {
            faults: true,
            plain: true,
            ..Kind::default()
        },
        5000..5100,
    );
}

#[test]
fn changes_with_other_columns_leave_the_book_as_it_was() {
    let engine = Engine::builtin().unwrap();
    let as_of = Date::parse(AS_OF).unwrap();
    let plain = engine.rules("cn-property", as_of).unwrap();
    let text = |word: &str| -> arrow_array::ArrayRef { Arc::new(StringArray::from(vec![word])) };
    let customer = |column: &str| {
        let columns = [("customer_id", text("C1")), (column, text("individual"))];
        vec![RecordBatch::try_from_iter(columns).unwrap()]
    };
    let (customers, other) = (customer("kind"), customer("sort"));
    let of = |customers| Tables {
        customers,
        ..Tables::default()
    };
    let options = Options::default();
    let mut book = Book::open(plain, plain, as_of, &of(&customers), &options).unwrap();
    let before = book.answers().unwrap();
    let code = |changes: &Changes<'_>, book: &mut Book<'_>| {
        let failure = book.apply(changes).unwrap_err();
        failure.problems.iter().next().unwrap().code().to_string()
    };
    let rows = Changes {
        rows: of(&other),
        ..Changes::default()
    };
    assert_eq!(code(&rows, &mut book), "schema_changed");
    let nobody = [RecordBatch::try_from_iter([("id", text("C1"))]).unwrap()];
    let removed = Changes {
        removed: of(&nobody),
        ..Changes::default()
    };
    assert_eq!(code(&removed, &mut book), "missing_column");
    let policies = Tables {
        policies: &other,
        ..Tables::default()
    };
    let rows = Changes {
        rows: policies,
        ..Changes::default()
    };
    assert_eq!(code(&rows, &mut book), "unknown_column");
    assert_eq!(book.answers().unwrap(), before);
}
