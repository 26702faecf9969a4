//! Columns in, columns out: every customer of a portfolio assessed at once.
//!
//! A customer with nothing but plain rows goes the short way: rows are packed as they are read, sent
//! to the partition of their customer, and assessed there. All others (endorsements, cancellations,
//! recoveries, register entries, a row with a fault) go the way of [`crate::portfolio`], which reads
//! rows one by one and says what is wrong with them. Both end in the same kernel; who goes which way
//! never shows in the answer, nor does the number of threads.

mod claims;
mod customers;
mod group;
mod index;
mod lines;
mod marks;
mod output;
mod policies;
mod rare;
mod read;
mod rows;
mod run;
mod sheet;
mod threads;
mod workspace;

use crate::portfolio::{Failure, Input, Numbers, OnError, Report};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use insurant::{Currency, CustomerRules, Date};
use std::sync::Arc;
pub use workspace::Workspace;

/// What whole numbers in columns of money count. A decimal says for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integers {
    /// Minor units: 1250 is 12.50 in a currency of two decimals.
    Minor,
    /// Major units: 1250 is 1250.00.
    Major,
}

/// The tables of a portfolio, each as batches of one schema.
///
/// The columns are those of the command (`insurant assess --help`), in any order; more of the host's
/// own may be there if their names begin with `_`. Identifiers are texts or whole numbers; words are
/// texts, plain or in a dictionary; amounts are decimals, whole numbers (see [`Integers`]) or texts;
/// dates are dates, timestamps at midnight without a zone, or texts. Floats are refused.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tables<'a> {
    /// The table `customers`.
    pub customers: &'a [RecordBatch],
    /// The table `policies`.
    pub policies: &'a [RecordBatch],
    /// The table `movements`; may be empty.
    pub movements: &'a [RecordBatch],
    /// The table `claims`.
    pub claims: &'a [RecordBatch],
    /// The table `entries`; may be empty.
    pub entries: &'a [RecordBatch],
}

/// How to assess a portfolio.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many threads work; at least one.
    pub threads: usize,
    /// What whole numbers in columns of money count.
    pub integers: Integers,
    /// What becomes of a row with a fault.
    pub on_error: OnError,
    /// When the facts were taken, for customers whose row does not say.
    pub valued_on: Option<Date>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            threads: 1,
            integers: Integers::Minor,
            on_error: OnError::Fail,
            valued_on: None,
        }
    }
}

/// A portfolio as it was assessed.
#[derive(Debug)]
pub struct Assessed {
    /// The columns of every batch.
    ///
    /// `customer_id` as given; `category`, `standing` and `status` (`decided`, `overflow`,
    /// `mixed_currency`, `rejected_row`) as words; `alerts` and `proposals` as bits, the first rule by
    /// id being bit 0; `findings` as bits (1 claims not known on the day, 2 without a policy, 4 on a
    /// void one, 8 outside cover); then each measure with its `_state` beside it, quotients as `_num`
    /// and `_den`. The metadata names the rulebook, its fingerprint, the day and the rules of the bits.
    pub schema: SchemaRef,
    /// One row a customer, in the order and the batches of the table `customers`.
    pub batches: Vec<RecordBatch>,
    /// What was read and what was left out.
    pub report: Report,
}

/// A rulebook on a day, and how it is to be applied.
struct Job<'a> {
    rules: &'a CustomerRules,
    /// The rulebook without expressions: a sum that only an expression asks for must not make a
    /// customer undecided.
    plain: &'a CustomerRules,
    as_of: Date,
    currency: Currency,
    inputs: Vec<Input>,
    threads: usize,
    integers: Integers,
    on_error: OnError,
    valued_on: Option<Date>,
    room: &'a Workspace,
    /// Which rows of the whole the rows are, when they are a part.
    numbers: Option<Arc<Numbers>>,
}

/// Assesses every customer of a portfolio on a day. `rules` may have expressions, which become
/// columns; `plain` are the same rules without.
///
/// # Errors
/// What is wrong with the tables; with [`OnError::Fail`], what is wrong with any row.
///
/// # Example
/// ```
/// use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
/// use insurant::{Date, Engine};
/// use insurant_batch::assess::{Options, Tables, assess};
/// use std::sync::Arc;
///
/// fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
///     RecordBatch::try_from_iter(columns).unwrap()
/// }
/// fn numbers(values: &[i64]) -> ArrayRef {
///     Arc::new(Int64Array::from(values.to_vec()))
/// }
/// fn words(values: &[&str]) -> ArrayRef {
///     Arc::new(StringArray::from(values.to_vec()))
/// }
/// fn days(values: &[i32]) -> ArrayRef {
///     Arc::new(Date32Array::from(values.to_vec()))
/// }
/// let customers = table(vec![("customer_id", numbers(&[7, 8])), ("kind", words(&["individual"; 2]))]);
/// let policies = table(vec![
///     ("policy_id", numbers(&[1])),
///     ("customer_id", numbers(&[8])),
///     ("line", words(&["property"])),
///     ("business_source", words(&["direct"])),
///     ("start", days(&[19_723])),
///     ("end", days(&[20_089])),
///     ("written_premium", numbers(&[6_000_000])),
/// ]);
/// let claims: Vec<RecordBatch> = Vec::new();
/// let tables = Tables {
///     customers: &[customers],
///     policies: &[policies],
///     claims: &claims,
///     ..Tables::default()
/// };
/// let (engine, as_of) = (Engine::builtin()?, Date::parse("2024-07-01").unwrap());
/// let rules = engine.rules_with("cn-property", as_of, &["annual_premium"])?;
/// let plain = engine.rules("cn-property", as_of)?;
/// let assessed = assess(&rules, plain, as_of, &tables, &Options::default()).unwrap();
/// let premium = assessed.batches[0].column_by_name("annual_premium").unwrap();
/// assert_eq!(premium.as_ref(), numbers(&[0, 6_000_000]).as_ref());
/// # Ok::<(), insurant::Problems>(())
/// ```
pub fn assess(
    rules: &CustomerRules,
    plain: &CustomerRules,
    as_of: Date,
    tables: &Tables<'_>,
    options: &Options,
) -> Result<Assessed, Failure> {
    assess_in(&mut Workspace::new(), rules, plain, as_of, tables, options)
}

/// The same as [`assess`], in memory that is kept for the next run.
///
/// # Errors
/// As [`assess`].
pub fn assess_in(
    room: &mut Workspace,
    rules: &CustomerRules,
    plain: &CustomerRules,
    as_of: Date,
    tables: &Tables<'_>,
    options: &Options,
) -> Result<Assessed, Failure> {
    job(room, rules, plain, as_of, options).run(tables)
}

/// Assesses a part of a portfolio, and tells of its rows by their numbers in the whole. Whatever
/// `options` say, rows with a fault are left out: whether that will do is for the whole to say.
pub(crate) fn assess_part(
    rules: &CustomerRules,
    plain: &CustomerRules,
    as_of: Date,
    tables: &Tables<'_>,
    options: &Options,
    numbers: Numbers,
) -> Result<Assessed, Failure> {
    let room = Workspace::new();
    let part = Job {
        on_error: OnError::Reject,
        numbers: Some(Arc::new(numbers)),
        ..job(&room, rules, plain, as_of, options)
    };
    part.run(tables)
}

fn job<'a>(
    room: &'a Workspace,
    rules: &'a CustomerRules,
    plain: &'a CustomerRules,
    as_of: Date,
    options: &Options,
) -> Job<'a> {
    let input = |(name, ty): &(String, insurant_rules::Type)| Input {
        name: name.clone(),
        ty: ty.clone(),
    };
    Job {
        rules,
        plain,
        as_of,
        currency: rules.currency(),
        inputs: rules.inputs().iter().map(input).collect(),
        threads: options.threads.clamp(1, insurant::many::MOST_THREADS),
        integers: options.integers,
        on_error: options.on_error,
        valued_on: options.valued_on,
        room,
        numbers: None,
    }
}
