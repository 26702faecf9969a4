//! A portfolio that is kept: it takes the changes of a day, and only customers whom they touch are
//! assessed again. Its answers are always those of [`crate::assess::assess`] over all rows at once.
//!
//! Rows that name the same customer, policy, claim or entry are linked; a change touches every
//! customer whom links lead to, for a row may bear on whoever is named beside it (the partner who
//! placed a policy, the customer whom a claim names by mistake, an identifier that is there twice).

mod answers;
mod links;
mod table;

use crate::assess::{Assessed, Options, Tables, assess_part};
use crate::code;
use crate::portfolio::{Failure, Numbers, Report};
use crate::spill::key::{Column, Id};
use answers::Answers;
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use insurant::{CustomerRules, Date};
use insurant_rules::{Place, Problem, Problems};
use links::{Links, Node, Row};
use std::collections::{BTreeSet, HashMap, HashSet};
use table::{Kept, Shape};

/// What has changed. All of it is taken, or nothing.
///
/// The tables have the columns with which the book was opened. Rows of an identifier (`customer_id`,
/// `policy_id`, `claim_id`, `entry_id`; of movements the `policy_id`) take the place of all rows that
/// the table has of it; what is new comes behind. A row without an identifier is always new.
#[derive(Debug, Clone, Copy, Default)]
pub struct Changes<'a> {
    /// Rows that are new or changed.
    pub rows: Tables<'a>,
    /// What is gone: batches with the table's identifier, whose other columns say nothing. It goes
    /// before the rows come. Policies and claims of a customer who goes stay, and are rows with a fault,
    /// unless they go too.
    pub removed: Tables<'a>,
}

/// A portfolio by customer, with the answers of a day.
///
/// Whatever [`Options::on_error`] says, rows with a fault are left out and told in the report of each
/// step, and their customers are answered with `rejected_row`.
///
/// # Example
/// ```
/// use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
/// use insurant::{Date, Engine};
/// use insurant_batch::assess::{Options, Tables};
/// use insurant_batch::book::{Book, Changes};
/// use std::sync::Arc;
///
/// fn numbers(values: &[i64]) -> ArrayRef {
///     Arc::new(Int64Array::from(values.to_vec()))
/// }
/// fn word(value: &str) -> ArrayRef {
///     Arc::new(StringArray::from(vec![value]))
/// }
/// fn customer(id: i64) -> RecordBatch {
///     let columns = [("customer_id", numbers(&[id])), ("kind", word("individual"))];
///     RecordBatch::try_from_iter(columns).unwrap()
/// }
/// fn policy(premium: i64) -> RecordBatch {
///     RecordBatch::try_from_iter([
///         ("policy_id", numbers(&[1])),
///         ("customer_id", numbers(&[8])),
///         ("line", word("property")),
///         ("business_source", word("direct")),
///         ("start", Arc::new(Date32Array::from(vec![19_723])) as ArrayRef),
///         ("end", Arc::new(Date32Array::from(vec![20_089]))),
///         ("written_premium", numbers(&[premium])),
///     ])
///     .unwrap()
/// }
/// let (engine, as_of) = (Engine::builtin()?, Date::parse("2024-07-01").unwrap());
/// let rules = engine.rules_with("cn-property", as_of, &["annual_premium"])?;
/// let plain = engine.rules("cn-property", as_of)?;
///
/// let (customers, policies) = ([customer(7), customer(8)], [policy(6_000_000)]);
/// let tables = Tables { customers: &customers, policies: &policies, ..Tables::default() };
/// let mut book = Book::open(&rules, plain, as_of, &tables, &Options::default()).unwrap();
///
/// let policies = [policy(9_000_000)];
/// let rows = Tables { policies: &policies, ..Tables::default() };
/// book.apply(&Changes { rows, ..Changes::default() }).unwrap();
/// let premium = |batch: &RecordBatch| batch.column_by_name("annual_premium").unwrap().clone();
/// assert_eq!(&premium(&book.changed().unwrap()), &numbers(&[9_000_000]));
/// assert_eq!(&premium(&book.answers().unwrap()), &numbers(&[0, 9_000_000]));
/// # Ok::<(), insurant::Problems>(())
/// ```
pub struct Book<'r> {
    rules: &'r CustomerRules,
    plain: &'r CustomerRules,
    as_of: Date,
    options: Options,
    tables: [Kept; 5],
    links: Links,
    answers: Answers,
    /// The customers of the last step, and the category that each had before.
    changed: Vec<(u32, Option<String>)>,
}

impl std::fmt::Debug for Book<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book")
            .field("as_of", &self.as_of)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// The tables, in the order of their positions.
const fn in_order<'a>(tables: &Tables<'a>) -> [&'a [RecordBatch]; 5] {
    [
        tables.customers,
        tables.policies,
        tables.movements,
        tables.claims,
        tables.entries,
    ]
}

const CUSTOMERS: usize = 0;

fn shapes() -> [Shape; 5] {
    let shape = |name, ids| Shape { name, ids };
    [
        shape("customers", &[("customer_id", Node::Customer)]),
        shape(
            "policies",
            &[
                ("policy_id", Node::Policy),
                ("customer_id", Node::Customer),
                ("partner_id", Node::Customer),
            ],
        ),
        shape("movements", &[("policy_id", Node::Policy)]),
        shape(
            "claims",
            &[
                ("claim_id", Node::Claim),
                ("policy_id", Node::Policy),
                ("customer_id", Node::Customer),
            ],
        ),
        shape(
            "entries",
            &[("entry_id", Node::Entry), ("customer_id", Node::Customer)],
        ),
    ]
}

/// What a step leads to: rows that came, and what was named by rows that came or went.
#[derive(Default)]
struct Touched {
    rows: BTreeSet<Row>,
    nodes: Vec<u64>,
    /// Of customers whose rows were replaced: the category before.
    before: HashMap<u32, Option<String>>,
}

impl<'r> Book<'r> {
    /// Keeps a portfolio and assesses all of it. `rules` may have expressions, which become columns;
    /// `plain` are the same rules without, as with [`crate::assess::assess`].
    ///
    /// # Errors
    /// What is wrong with the tables.
    pub fn open(
        rules: &'r CustomerRules,
        plain: &'r CustomerRules,
        as_of: Date,
        tables: &Tables<'_>,
        options: &Options,
    ) -> Result<Self, Failure> {
        let mut book = Self {
            rules,
            plain,
            as_of,
            options: *options,
            tables: shapes().map(Kept::new),
            links: Links::default(),
            answers: Answers::new(SchemaRef::new(arrow_schema::Schema::empty())),
            changed: Vec::new(),
        };
        for (table, batches) in in_order(tables).into_iter().enumerate() {
            book.load(table, batches)?;
        }
        book.whole()?;
        Ok(book)
    }

    fn load(&mut self, table: usize, batches: &[RecordBatch]) -> Result<(), Failure> {
        let Some(kept) = self.tables.get_mut(table) else {
            return Ok(());
        };
        for batch in kept.fit(batches)? {
            let rows = batch.num_rows();
            let number = kept.keep(batch);
            for row in 0..rows {
                let place = kept.put(None, (number, row));
                self.links.add((table, place), kept.nodes(place));
            }
        }
        Ok(())
    }

    /// Takes changes, and assesses whom they touch. The report is of the rows that were looked at.
    ///
    /// # Errors
    /// What is wrong with the tables of changes; the book is then as it was.
    pub fn apply(&mut self, changes: &Changes<'_>) -> Result<Report, Failure> {
        let (rows, removed) = (in_order(&changes.rows), in_order(&changes.removed));
        let mut coming = Vec::with_capacity(rows.len());
        for ((kept, rows), removed) in self.tables.iter().zip(rows).zip(removed) {
            named(&kept.shape, removed)?;
            coming.push(kept.fit(rows)?);
        }
        self.judge(&coming)?;
        let mut touched = Touched::default();
        for (table, (batches, removed)) in coming.into_iter().zip(removed).enumerate() {
            for batch in removed {
                self.remove(table, batch, &mut touched);
            }
            self.replace(table, batches, &mut touched);
        }
        let before = std::mem::take(&mut touched.before);
        let places = self.follow(touched);
        self.assess(&places, &before)
    }

    /// Looks at the columns of tables that were not there before.
    fn judge(&self, coming: &[Vec<RecordBatch>]) -> Result<(), Failure> {
        let mut samples: Vec<Vec<RecordBatch>> = Vec::with_capacity(coming.len());
        for (kept, batches) in self.tables.iter().zip(coming) {
            let (own, _) = kept.rows(&[])?;
            let sample = own
                .first()
                .or(batches.first())
                .map(|batch| batch.slice(0, 0));
            samples.push(sample.into_iter().collect());
        }
        self.run(&samples, Numbers::default()).map(drop)
    }

    /// The rows of an identifier.
    fn find(&self, table: usize, id: Id<'_>) -> Vec<u32> {
        let Some(kept) = self.tables.get(table) else {
            return Vec::new();
        };
        let node = kept.shape.ids.first().map(|(_, node)| node.of(id.key()));
        let linked = node.map_or(&[][..], |node| self.links.of(node));
        let own = linked.iter().filter(|(of, _)| *of == table);
        let mut places: Vec<u32> = own
            .map(|(_, place)| *place)
            .filter(|place| kept.id(*place) == Some(id))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Takes rows out; their places are free.
    fn free(&mut self, table: usize, places: &[u32], touched: &mut Touched) {
        let Some(kept) = self.tables.get_mut(table) else {
            return;
        };
        for &place in places {
            touched.nodes.extend(kept.nodes(place));
            self.links.remove((table, place), kept.nodes(place));
            kept.free(place);
            touched.rows.remove(&(table, place));
            if table == CUSTOMERS {
                self.answers.forget(place);
            }
        }
    }

    fn remove(&mut self, table: usize, batch: &RecordBatch, touched: &mut Touched) {
        let name = self
            .tables
            .get(table)
            .and_then(|kept| kept.shape.ids.first());
        let Some((name, _)) = name else {
            return;
        };
        let column = Column::new(batch, name);
        for id in (0..batch.num_rows()).filter_map(|row| column.id(row)) {
            let places = self.find(table, id);
            self.free(table, &places, touched);
        }
    }

    fn replace(&mut self, table: usize, batches: Vec<RecordBatch>, touched: &mut Touched) {
        let name = self
            .tables
            .get(table)
            .and_then(|kept| kept.shape.ids.first());
        let Some((name, _)) = name else {
            return;
        };
        let columns = batches.iter().map(|b| (Column::new(b, name), b.num_rows()));
        let columns: Vec<(Column, usize)> = columns.collect();
        let ids = columns
            .iter()
            .flat_map(|(column, rows)| (0..*rows).map(|row| column.id(row)));
        let ids: Vec<Option<Id<'_>>> = ids.collect();
        let mut free: HashMap<Id<'_>, Vec<u32>> = HashMap::new();
        for &id in ids.iter().flatten() {
            if free.contains_key(&id) {
                continue;
            }
            let mut places = self.find(table, id);
            if table == CUSTOMERS {
                for &place in &places {
                    let before = self.answers.category(place).map(str::to_owned);
                    touched.before.insert(place, before);
                }
            }
            self.free(table, &places, touched);
            places.reverse();
            free.insert(id, places);
        }
        let Some(kept) = self.tables.get_mut(table) else {
            return;
        };
        let mut ids = ids.iter();
        for batch in batches {
            let rows = batch.num_rows();
            let number = kept.keep(batch);
            for row in 0..rows {
                let id = ids.next().copied().flatten();
                let place = id.and_then(|id| free.get_mut(&id)?.pop());
                let place = kept.put(place, (number, row));
                self.links.add((table, place), kept.nodes(place));
                touched.rows.insert((table, place));
                touched.nodes.extend(kept.nodes(place));
            }
        }
    }

    /// All rows that links lead to, by table.
    fn follow(&self, touched: Touched) -> [Vec<u32>; 5] {
        let Touched {
            mut rows,
            mut nodes,
            ..
        } = touched;
        let mut seen: HashSet<u64> = HashSet::new();
        while let Some(node) = nodes.pop() {
            if !seen.insert(node) {
                continue;
            }
            for &(table, place) in self.links.of(node) {
                if rows.insert((table, place))
                    && let Some(kept) = self.tables.get(table)
                {
                    nodes.extend(kept.nodes(place));
                }
            }
        }
        let mut places: [Vec<u32>; 5] = Default::default();
        for (table, place) in rows {
            if let Some(places) = places.get_mut(table) {
                places.push(place);
            }
        }
        places
    }

    /// Goes on to another day, and assesses everybody.
    ///
    /// # Errors
    /// None that the tables did not have when they came.
    pub fn refresh(&mut self, as_of: Date) -> Result<Report, Failure> {
        self.as_of = as_of;
        self.whole()
    }

    /// Goes on under other rules, and assesses everybody.
    ///
    /// # Errors
    /// What does not go together with these rules: a column for which the rulebook has no input, a
    /// measure that is asked for twice. The book is then as it was.
    pub fn with_rules(
        &mut self,
        rules: &'r CustomerRules,
        plain: &'r CustomerRules,
    ) -> Result<Report, Failure> {
        let before = (self.rules, self.plain);
        (self.rules, self.plain) = (rules, plain);
        let done = self.whole();
        if done.is_err() {
            (self.rules, self.plain) = before;
        }
        done
    }

    /// The answers on all customers, in the order in which they first came: columns and values are
    /// those of [`Assessed::batches`], in one batch.
    ///
    /// # Errors
    /// None that a host could mend.
    pub fn answers(&self) -> Result<RecordBatch, Failure> {
        self.answers.all()
    }

    /// The answers on the customers of the last step, and in `earlier_category` the category that each
    /// had before it (none when there was none). After another day, or under other rules, that is
    /// everybody.
    ///
    /// # Errors
    /// None that a host could mend.
    pub fn changed(&self) -> Result<RecordBatch, Failure> {
        self.answers.some(&self.changed)
    }

    /// The day of the answers.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    fn whole(&mut self) -> Result<Report, Failure> {
        let places = self.tables.each_ref().map(Kept::all);
        self.assess(&places, &HashMap::new())
    }

    fn assess(
        &mut self,
        places: &[Vec<u32>; 5],
        before: &HashMap<u32, Option<String>>,
    ) -> Result<Report, Failure> {
        let mut batches: Vec<Vec<RecordBatch>> = Vec::with_capacity(places.len());
        let mut orders = Vec::with_capacity(places.len());
        for (kept, places) in self.tables.iter().zip(places) {
            let (rows, numbers) = kept.rows(places)?;
            batches.push(rows);
            orders.push(numbers);
        }
        let mut orders = orders.into_iter();
        let mut next = || orders.next().unwrap_or_default();
        let numbers = Numbers {
            customers: next(),
            policies: next(),
            movements: next(),
            claims: next(),
            entries: next(),
        };
        let assessed = self.run(&batches, numbers)?;
        let [customers, ..] = places;
        let all = self.tables.first().map_or(0, Kept::places);
        let everybody = self.tables.first().map(Kept::all);
        let earlier: HashMap<u32, Option<String>> = customers
            .iter()
            .map(|&place| {
                let known = before.get(&place).cloned().flatten();
                let own = || self.answers.category(place).map(str::to_owned);
                (place, known.or_else(own))
            })
            .collect();
        if everybody.as_ref() == Some(customers) {
            self.answers = Answers::new(assessed.schema);
        }
        let rows = batches.first().map_or(&[][..], Vec::as_slice);
        let answered = self.answers.take(rows, customers, assessed.batches, all);
        self.changed = answered
            .into_iter()
            .map(|place| (place, earlier.get(&place).cloned().flatten()))
            .collect();
        Ok(assessed.report)
    }

    fn run(&self, batches: &[Vec<RecordBatch>], numbers: Numbers) -> Result<Assessed, Failure> {
        let of = |table: usize| batches.get(table).map_or(&[][..], Vec::as_slice);
        let tables = Tables {
            customers: of(0),
            policies: of(1),
            movements: of(2),
            claims: of(3),
            entries: of(4),
        };
        assess_part(
            self.rules,
            self.plain,
            self.as_of,
            &tables,
            &self.options,
            numbers,
        )
    }
}

/// What is gone must be named.
fn named(shape: &Shape, removed: &[RecordBatch]) -> Result<(), Failure> {
    let Some((name, _)) = shape.ids.first() else {
        return Ok(());
    };
    if removed
        .iter()
        .all(|batch| batch.column_by_name(name).is_some())
    {
        return Ok(());
    }
    let place = Place {
        path: format!("{}.{name}", shape.name),
        ..Place::default()
    };
    let missing = Problem::new(
        code::MISSING_COLUMN,
        "what is gone is named by its identifier",
    )
    .at(place)
    .expected(format!("the column `{name}`"));
    Err(Problems::from(missing).into())
}
