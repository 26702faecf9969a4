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
mod error;
mod feed;
mod file;
mod folder;
mod ids;
mod join;
mod key;
mod limits;
mod link;
mod part;
mod plain;
mod route;

pub use answers::Answers;

use crate::assess::{self, Options, Tables, assess, assess_part};
use crate::code;
use crate::portfolio::{Counts, Failure, Numbers, OnError, Report, Warning, Which};
use answers::{Found, Shape};
use arrow_array::RecordBatchReader;
use feed::{Feed, Feeds};
use file::{Spilled, Writer};
use folder::Folder;
use ids::IdsReader;
use insurant::{CustomerRules, Date};
use insurant_rules::Place;
use join::{Claims, Doubted, Meeting, Movements, Sides};
use key::nobodys;
use limits::Limits;
use link::Links;
use part::{Files, Part, Set, Walk};
use route::{Ghosts, Home, Run, Tuples};
use std::num::{NonZeroU16, NonZeroU64};
use std::path::Path;
use std::sync::Arc;

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

/// Assesses every customer of a portfolio on a day, as [`assess`] does and with the same answers, but
/// for portfolios that do not fit the memory. All is read and assessed when this returns; the answers
/// wait in the spill folder until they are taken.
///
/// What a run needs on disk is about twice what the tables take in memory. Rejected rows are kept in
/// memory until the end, with [`OnError::Fail`] the first hundred of their problems.
///
/// # Errors
/// As [`assess`]; `schema_changed` at the first batch that has other columns; `arrow_stream` when a
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

/// The files of the tables by customer, and what is asked of the customers' stream later.
struct Routed {
    set: Set,
    ids: IdsReader,
    counts: Counts,
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
        let Routed { set, ids, counts } = route_all(run, feeds)?;
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

/// Reads all tables, and sends their rows to where they belong.
fn route_all(run: &Run<'_>, feeds: &mut Feeds) -> Result<Routed, Failure> {
    let (customers, ids) = route::customers(run, &mut feeds.customers)?;
    let mut customer_ghosts = Ghosts::new("more-customers", &feeds.customers.plain);
    let policies = route::policies(run, &mut feeds.policies)?;
    let mut policy_ghosts = Ghosts::new("more-policies", &feeds.policies.plain);

    let mut claims = Home::new(run, "claims", &feeds.claims.plain)?;
    let mut claim_ids = Tuples::new(run, "claim-ids", &feeds.claims.plain, "claim_id")?;
    let mut claim_ghosts = Ghosts::new("more-claims", &feeds.claims.plain);
    let by_policy = route::by_policy(
        run,
        &mut feeds.claims,
        "claims-by-policy",
        |rows, lost, at| {
            let keys = route::keys_by(rows, "customer_id", at);
            let keys: Vec<Option<u64>> = keys
                .iter()
                .zip(lost)
                .map(|(k, l)| k.filter(|_| *l))
                .collect();
            claims.add(rows, &keys, at)?;
            claim_ids.add(rows, "claim_id", &keys, at, &[])
        },
    )?;
    let mut moved = match &mut feeds.movements {
        Some(feed) => Some(Moved::read(run, feed)?),
        None => None,
    };
    let mut doubted = Doubted {
        plain: Arc::clone(&feeds.claims.plain),
        writer: None,
    };
    let movements_by_policy = moved.as_mut().and_then(|moved| moved.by_policy.take());
    let mut meeting = Meeting {
        run,
        ghosts: &mut policy_ghosts,
        column: "policy_id",
        movements: moved.as_mut().map(|moved| Movements {
            home: &mut moved.home,
            ghosts: &mut moved.ghosts,
        }),
        claims: Some(Claims {
            home: &mut claims,
            ids: &mut claim_ids,
            doubted: &mut doubted,
        }),
    };
    let sides = Sides {
        tuples: &policies.ids,
        movements: movements_by_policy.as_ref(),
        claims: Some(&by_policy),
    };
    meeting.hold(sides, 0)?;
    policies.ids.remove()?;
    by_policy.remove()?;
    movements_by_policy.map_or(Ok(()), Spilled::remove)?;

    let doubted = doubted.writer.map(Writer::finish).transpose()?;
    Links {
        run,
        customers: &customers,
        policies: &policies.home,
        partners: policies.partners,
        doubted: doubted.as_ref(),
        claims: &mut claims,
        claim_ids: &mut claim_ids,
        customer_ghosts: &mut customer_ghosts,
        policy_ghosts: &mut policy_ghosts,
        claim_ghosts: &mut claim_ghosts,
        policy_schema: Arc::clone(&feeds.policies.plain),
    }
    .follow()?;
    doubted.map_or(Ok(()), Spilled::remove)?;
    twice(run, &mut claim_ghosts, "claim_id", claim_ids.finish()?)?;

    let mut tables = vec![
        files(
            Which::Customers,
            &feeds.customers,
            customers,
            customer_ghosts,
        )?,
        files(
            Which::Policies,
            &feeds.policies,
            policies.home,
            policy_ghosts,
        )?,
        files(Which::Claims, &feeds.claims, claims.finish()?, claim_ghosts)?,
    ];
    if let (Some(moved), Some(feed)) = (moved, &feeds.movements) {
        tables.push(files(
            Which::Movements,
            feed,
            moved.home.finish()?,
            moved.ghosts,
        )?);
    }
    if let Some(feed) = &mut feeds.entries {
        let (home, ids) = route::entries(run, feed)?;
        let mut ghosts = Ghosts::new("more-entries", &feed.plain);
        twice(run, &mut ghosts, "entry_id", ids)?;
        tables.push(files(Which::Entries, feed, home, ghosts)?);
    }
    let rows = |feed: &Option<Feed>| feed.as_ref().map_or(0, |feed| feed.rows);
    let counts = Counts {
        customers: feeds.customers.rows,
        policies: feeds.policies.rows,
        movements: rows(&feeds.movements),
        claims: feeds.claims.rows,
        entries: rows(&feeds.entries),
        claims_set_aside: 0,
    };
    let set = Set {
        tables,
        cuts: run.limits.cuts,
    };
    Ok(Routed { set, ids, counts })
}

/// Endorsements on their way.
struct Moved {
    home: Home,
    ghosts: Ghosts,
    by_policy: Option<Spilled>,
}

impl Moved {
    fn read(run: &Run<'_>, feed: &mut Feed) -> Result<Self, Failure> {
        let mut home = Home::new(run, "movements", &feed.plain)?;
        let ghosts = Ghosts::new("more-movements", &feed.plain);
        let by_policy = route::by_policy(run, feed, "movements-by-policy", |rows, lost, at| {
            let nobody = |(order, lost): (&u64, &bool)| lost.then(|| nobodys(*order));
            let keys: Vec<Option<u64>> = at.iter().zip(lost).map(nobody).collect();
            home.add(rows, &keys, at)
        })?;
        Ok(Self {
            home,
            ghosts,
            by_policy: Some(by_policy),
        })
    }
}

/// Lets rows of a table that have one identifier find each other.
fn twice(
    run: &Run<'_>,
    ghosts: &mut Ghosts,
    column: &'static str,
    tuples: Spilled,
) -> Result<(), Failure> {
    let mut meeting = Meeting {
        run,
        ghosts,
        column,
        movements: None,
        claims: None,
    };
    let sides = Sides {
        tuples: &tuples,
        movements: None,
        claims: None,
    };
    meeting.hold(sides, 0)?;
    tuples.remove()
}

fn files(which: Which, feed: &Feed, home: Spilled, ghosts: Ghosts) -> Result<Files, Failure> {
    Ok(Files {
        which,
        plain: Arc::clone(&feed.plain),
        home,
        ghosts: ghosts.finish()?,
    })
}
