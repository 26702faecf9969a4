//! Portfolios larger than memory: the same answers as [`crate::assess`], from streams of batches, with
//! files on disk in between.
//!
//! Each table is read once. A row goes to a range of customers, by a hash of the customer's
//! identifier, in an Arrow IPC file a table. Movements and claims first meet the policies by a hash of
//! the policy's identifier, and go on to the range of the policy's holder. Then range by range (as
//! many as fit the memory at once, a range that does not fit cut again) all that belongs to its
//! customers goes through [`crate::assess::assess`] in memory; the answers are put back into the order
//! and the batches of the table `customers`.
//!
//! Some rows concern customers of other ranges: an identifier that is there twice, a claim that names
//! somebody else than the holder of its policy, a policy placed by a partner. There rows go that stand
//! in for them, so that each range comes to what all in one would have come to; what is wrong with
//! such a row is told once, where the row itself is. A row that stands in names the range that makes
//! it superfluous: where both are at hand together, it is left out.

mod answers;
pub(crate) mod error;
mod feed;
mod file;
mod folder;
mod ids;
mod join;
pub(crate) mod key;
mod limits;
mod link;
mod part;
pub(crate) mod plain;
mod route;
mod routed;

pub use answers::Answers;

use crate::assess::{self, Options, Tables, assess, assess_part};
use crate::code;
use crate::portfolio::{Counts, Failure, Numbers, OnError, Report, Warning};
use answers::{Found, Shape};
use arrow_array::RecordBatchReader;
use feed::{Feed, Feeds};
use folder::Folder;
use ids::IdsReader;
use insurant::{CustomerRules, Date};
use insurant_rules::Place;
use limits::Limits;
use part::{Part, Walk};
use route::Run;
use routed::Routed;
use std::num::{NonZeroU16, NonZeroU64};
use std::path::Path;

/// A table as a stream of batches of one schema.
pub type Stream = Box<dyn RecordBatchReader + Send>;

/// The tables of a portfolio, each as a stream; what they hold is as with [`Tables`].
pub struct Streams {
    /// The table `customers`.
    pub customers: Stream,
    /// The table `policies`.
    pub policies: Stream,
    /// The table `movements`, if there is one.
    pub movements: Option<Stream>,
    /// The table `claims`.
    pub claims: Stream,
    /// The table `entries`, if there is one.
    pub entries: Option<Stream>,
}

impl std::fmt::Debug for Streams {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Streams")
            .field("customers", &self.customers.schema())
            .field("policies", &self.policies.schema())
            .field("claims", &self.claims.schema())
            .finish_non_exhaustive()
    }
}

/// Where a run may put its files, and how much memory it may take.
#[derive(Debug, Clone, Copy)]
pub struct Spill<'a> {
    dir: &'a Path,
    memory: u64,
    finely: Option<(NonZeroU16, NonZeroU64)>,
}

impl<'a> Spill<'a> {
    /// A folder, in which the run makes one of its own that goes at the end; and how many bytes of
    /// memory the process may take, what it took before and the batches of the streams left out.
    #[must_use]
    pub const fn new(dir: &'a Path, memory: u64) -> Self {
        Self {
            dir,
            memory,
            finely: None,
        }
    }

    /// Cuts the customers into `ranges`, and again when what is assessed at once has more than `rows`,
    /// however much memory there is. The answers are the same.
    #[must_use]
    pub const fn finely(self, ranges: NonZeroU16, rows: NonZeroU64) -> Self {
        Self {
            finely: Some((ranges, rows)),
            ..self
        }
    }
}

/// A portfolio as it was assessed.
#[derive(Debug)]
pub struct Streamed {
    /// The answers, with the columns of [`assess::Assessed::schema`]: one row a customer, in the
    /// order and the batches of the stream `customers`.
    pub answers: Answers,
    /// What was read and what was left out. It is whole before the first answer is taken.
    pub report: Report,
}

/// Assesses every customer of a portfolio on a day, as [`assess()`] does and with the same answers, but
/// for portfolios that do not fit the memory. All is read and assessed when this returns; the answers
/// wait in the spill folder until they are taken.
///
/// What a run needs on disk is about three times what the tables take in memory. Rejected rows are kept in
/// memory until the end, with [`OnError::Fail`] the first hundred of their problems.
///
/// # Errors
/// As [`assess()`]; `schema_changed` at the first batch that has other columns; `arrow_stream` when a
/// stream breaks off; `spill_failed` when a file cannot be made, written, read or removed;
/// `memory_too_small` when less than 32 MB are allowed, or what must be looked at together does not
/// fit. Nothing is left in the folder, or the failure says what.
///
/// # Example
/// ```
/// use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
/// use insurant::{Date, Engine};
/// use insurant_batch::assess::Options;
/// use insurant_batch::spill::{Spill, Stream, Streams, stream};
/// use std::sync::Arc;
///
/// fn table(columns: Vec<(&str, ArrayRef)>) -> Stream {
///     let batch = RecordBatch::try_from_iter(columns).unwrap();
///     let schema = batch.schema();
///     Box::new(RecordBatchIterator::new([Ok(batch)], schema))
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
/// let streams = Streams {
///     customers: table(vec![("customer_id", numbers(&[7, 8])), ("kind", words(&["individual"; 2]))]),
///     policies: table(vec![
///         ("policy_id", numbers(&[1])),
///         ("customer_id", numbers(&[8])),
///         ("line", words(&["property"])),
///         ("business_source", words(&["direct"])),
///         ("start", days(&[19_723])),
///         ("end", days(&[20_089])),
///         ("written_premium", numbers(&[6_000_000])),
///     ]),
///     movements: None,
///     claims: table(vec![
///         ("claim_id", numbers(&[])),
///         ("policy_id", numbers(&[])),
///         ("loss_date", days(&[])),
///         ("status", words(&[])),
///         ("paid", numbers(&[])),
///         ("reserve", numbers(&[])),
///     ]),
///     entries: None,
/// };
/// let (engine, as_of) = (Engine::builtin()?, Date::parse("2024-07-01").unwrap());
/// let rules = engine.rules_with("cn-property", as_of, &["annual_premium"])?;
/// let plain = engine.rules("cn-property", as_of)?;
/// let dir = std::env::temp_dir();
/// let spill = Spill::new(&dir, 1 << 30);
/// let streamed = stream(&rules, plain, as_of, streams, &Options::default(), &spill).unwrap();
/// for batch in streamed.answers {
///     let batch = batch.unwrap();
///     let premium = batch.column_by_name("annual_premium").unwrap();
///     assert_eq!(premium.as_ref(), numbers(&[0, 6_000_000]).as_ref());
/// }
/// # Ok::<(), insurant::Problems>(())
/// ```
pub fn stream(
    rules: &CustomerRules,
    plain: &CustomerRules,
    as_of: Date,
    streams: Streams,
    options: &Options,
    spill: &Spill<'_>,
) -> Result<Streamed, Failure> {
    let limits = Limits::new(spill)?;
    let mut feeds = Feeds::open(streams)?;
    let work = Work {
        rules,
        plain,
        as_of,
        options,
    };
    let shape = work.shape(&feeds)?;
    let folder = Folder::new(spill.dir)?;
    let all = work.all(&Run::new(&folder, limits), &mut feeds, shape);
    let done = all.and_then(|(found, ids, report)| Ok((found, ids, work.judge(report)?)));
    match done {
        Ok((found, ids, report)) => Ok(Streamed {
            answers: found.finish(ids, folder)?,
            report,
        }),
        Err(mut failure) => {
            if let Err(left) = folder.close() {
                failure.problems.extend(left);
            }
            Err(failure)
        }
    }
}

/// What is asked.
struct Work<'a> {
    rules: &'a CustomerRules,
    plain: &'a CustomerRules,
    as_of: Date,
    options: &'a Options,
}

/// What the parts told.
struct Told {
    report: Report,
    /// Problems that were not kept.
    more: u64,
}

impl Work<'_> {
    /// Looks at the columns of all tables, and what answers will look like.
    fn shape(&self, feeds: &Feeds) -> Result<Shape, Failure> {
        let some = |feed: &Option<Feed>| feed.as_ref().map_or_else(Vec::new, Feed::sample);
        let (customers, policies) = (feeds.customers.sample(), feeds.policies.sample());
        let (movements, claims) = (some(&feeds.movements), feeds.claims.sample());
        let entries = some(&feeds.entries);
        let tables = Tables {
            customers: &customers,
            policies: &policies,
            movements: &movements,
            claims: &claims,
            entries: &entries,
        };
        let none = assess(self.rules, self.plain, self.as_of, &tables, self.options)?;
        Ok(Shape::new(&none.schema, &none.batches))
    }

    fn all(
        &self,
        run: &Run<'_>,
        feeds: &mut Feeds,
        shape: Shape,
    ) -> Result<(Found, IdsReader, Told), Failure> {
        let Routed { set, ids, counts } = Routed::new(run, feeds)?;
        let mut found = Found::new(run, shape, counts.customers)?;
        let mut told = Told {
            report: Report::empty(),
            more: 0,
        };
        let measures = u64::try_from(self.rules.expressions().len()).unwrap_or(u64::MAX);
        let mut visit = |part: Part| self.part(part, &mut found, &mut told);
        let mut walk = Walk {
            run,
            measures,
            visit: &mut visit,
        };
        walk.all(&set, &key::Place::default())?;
        set.remove()?;
        let report = &mut told.report;
        report.counts = Counts {
            claims_set_aside: report.counts.claims_set_aside,
            ..counts
        };
        if found.answered == 0 {
            report.warnings.push(Warning {
                code: code::NO_CUSTOMERS,
                message: "there are no customers",
                count: 1,
                first: Place::default(),
            });
        }
        report.sort();
        Ok((found, ids, told))
    }

    fn part(&self, part: Part, found: &mut Found, told: &mut Told) -> Result<(), Failure> {
        let numbers = Numbers {
            customers: part.customers.orders.clone(),
            policies: part.policies.orders,
            movements: part.movements.orders,
            claims: part.claims.orders,
            entries: part.entries.orders,
        };
        let tables = Tables {
            customers: &part.customers.batches,
            policies: &part.policies.batches,
            movements: &part.movements.batches,
            claims: &part.claims.batches,
            entries: &part.entries.batches,
        };
        let assess::Assessed {
            batches, report, ..
        } = assess_part(
            self.rules,
            self.plain,
            self.as_of,
            &tables,
            self.options,
            numbers,
        )?;
        told.report.absorb(report);
        if self.options.on_error == OnError::Fail {
            told.more += told.report.shorten();
        }
        found.add(&part.customers, &batches)
    }

    /// Whether rows with a fault will do.
    fn judge(&self, told: Told) -> Result<Report, Failure> {
        if self.options.on_error == OnError::Fail && !told.report.rejects.is_empty() {
            return Err(told.report.into_failure(told.more));
        }
        Ok(told.report)
    }
}
