//! A portfolio assessed: streams in, a stream out.

use super::abi::{ArrowArrayStream, Owned};
use super::options::InsurantArrowOptions;
use super::place::fault;
use super::source::Source;
use super::stream::{Batches, stream};
use crate::error::InsurantError;
use crate::fault::Fault;
use crate::pointer::{Output, check, input};
use crate::rules::InsurantRules;
use crate::status::InsurantStatus;
use crate::text::InsurantText;
use arrow_array::RecordBatch;
use insurant::operation::problems_json;
use insurant::{CustomerRules, code};
use insurant_batch::assess::{Assessed, Options, Tables, assess};
use insurant_batch::code::{ARROW_STREAM, TOO_MANY_ROWS};
use insurant_batch::portfolio::{Failure, Report};
use insurant_ffi_export::export;
use insurant_rules::Problems;
use insurant_rules::document::Json;
use std::borrow::Cow;

/// How many rejected rows a report lists.
const LISTED: usize = 100;

/// Assesses every customer of a portfolio. Tables come in as streams of batches, whose columns are
/// those of the command (`insurant assess --help`), and are read where they lie; `out` is a stream of
/// one row a customer, in the order and the batches of `customers`: `customer_id`, `category`,
/// `standing`, `alerts`, `proposals`, `findings`, `status`, then every measure of the rules. The metadata
/// of its schema holds `insurant.fingerprint`, that of the rulebook, and what the bits stand for.
///
/// `policies` and `claims` are needed, be they empty: that nobody had a claim is for the host to say.
/// `movements` and `entries` may be NULL. A timestamp at midnight without a zone is that day.
///
/// The streams are moved: whatever the call answers, it releases each of them once, and leaves one that
/// was released in its place. Their arrays are released by it too, but for the customers' identifiers, on
/// which `out` stands. `out` is the caller's, who releases it by its own function.
///
/// `options` may be NULL, which is INSURANT_ARROW_OPTIONS_INIT; `report` too. What it gets is JSON: the
/// rows of each table, how many were rejected, the problems of the first hundred of those, warnings.
///
/// Structs, types and values that are not as Arrow has them are INSURANT_STATUS_BAD_ARROW, with the
/// place in the structs, such as `policies.arrays[2].children[0].buffers[1]`. Columns that a table does not
/// have or cannot read are INSURANT_STATUS_BAD_INPUT, rows that cannot be used INSURANT_STATUS_BAD_FACTS.
///
/// # Safety
/// `rules` is NULL or rules that were not freed. `options` is NULL or points to options whose `size` is
/// set. Each stream is NULL or points to a stream as Arrow has it. `out` is NULL or points to a writable
/// ArrowArrayStream; what it held is not released. `report` is NULL or points to a writable pointer; so
/// does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_assess_arrow(
    rules: *const InsurantRules,
    options: *const InsurantArrowOptions,
    customers: *mut ArrowArrayStream,
    policies: *mut ArrowArrayStream,
    movements: *mut ArrowArrayStream,
    claims: *mut ArrowArrayStream,
    entries: *mut ArrowArrayStream,
    out: *mut ArrowArrayStream,
    report: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // All is taken before anything is judged.
    // SAFETY: the caller's promise.
    let taken = unsafe {
        [
            taken(customers, "customers"),
            taken(policies, "policies"),
            optional(movements, "movements"),
            taken(claims, "claims"),
            optional(entries, "entries"),
        ]
    };
    // SAFETY: the caller's promise.
    let (rules, options, out, report) = unsafe {
        let report = (!report.is_null()).then(|| Output::new(report, "report"));
        let options = (!options.is_null()).then(|| input(options, "options"));
        (
            input(rules, "rules")?,
            options.transpose()?,
            Output::new(out, "out")?,
            report.transpose()?,
        )
    };
    let options = match options {
        Some(options) => options.read()?,
        None => Options::default(),
    };
    // SAFETY: the caller's promise.
    let assessed = unsafe { assessed(rules, &options, taken) }?;
    if let Some(report) = report {
        report.hand_over(InsurantText::new(
            told(&assessed.report).to_canonical_string(),
        ));
    }
    let batches = Batches::Own(assessed.batches.into(), 0);
    out.write(stream(assessed.schema, batches));
    Ok(())
}

/// A table that a host handed over, or what is wrong with that.
type Taken = (&'static str, Result<Option<Owned<ArrowArrayStream>>, Fault>);

/// # Safety
/// `host` is NULL or points to a stream as Arrow has it.
unsafe fn taken(host: *mut ArrowArrayStream, table: &'static str) -> Taken {
    let stream = check(host, table).map(|()| {
        // SAFETY: not NULL and aligned; the rest is the caller's promise.
        Some(unsafe { Owned::take(host) })
    });
    (table, stream)
}

/// # Safety
/// As [`taken`].
unsafe fn optional(host: *mut ArrowArrayStream, table: &'static str) -> Taken {
    if host.is_null() {
        return (table, Ok(None));
    }
    // SAFETY: the caller's promise.
    unsafe { taken(host, table) }
}

/// # Safety
/// The streams are as Arrow has them.
unsafe fn assessed(
    rules: &InsurantRules,
    options: &Options,
    taken: [Taken; 5],
) -> Result<Assessed, Fault> {
    let mut streams = Vec::with_capacity(taken.len());
    for (table, stream) in taken {
        streams.push((table, stream?));
    }
    // The schemas of all tables are looked at before a batch is asked of any.
    let mut sources = Vec::with_capacity(streams.len());
    let mut problems = Problems::new();
    for (table, stream) in streams {
        // SAFETY: the caller's promise.
        let source = stream.map(|stream| unsafe { Source::open(table, stream) });
        match source.transpose() {
            Ok(source) => sources.push(source),
            Err(found) => problems.extend(found),
        }
    }
    problems.or(()).map_err(fault)?;
    let plain = plain(rules.rules())?;
    let run = |tables: &[Vec<RecordBatch>]| {
        let table = |at: usize| tables.get(at).map_or(&[][..], Vec::as_slice);
        let tables = Tables {
            customers: table(0),
            policies: table(1),
            movements: table(2),
            claims: table(3),
            entries: table(4),
        };
        assess(
            rules.rules(),
            &plain,
            rules.dated().as_of(),
            &tables,
            options,
        )
    };
    let sample = |source: &Option<Source>| source.iter().map(Source::sample).collect();
    let samples: Vec<Vec<RecordBatch>> = sources.iter().map(sample).collect();
    run(&samples).map_err(|failure| Fault::from(failure.problems))?;
    let mut tables = Vec::with_capacity(sources.len());
    for source in sources {
        // SAFETY: the caller's promise.
        let batches = source.map(|source| unsafe { source.read() });
        tables.push(batches.transpose().map_err(arrow)?.unwrap_or_default());
    }
    run(&tables).map_err(rows)
}

/// The rules without the measures that the host asked for.
fn plain(rules: &CustomerRules) -> Result<Cow<'_, CustomerRules>, Problems> {
    if rules.expressions().is_empty() {
        return Ok(Cow::Borrowed(rules));
    }
    let language = insurant::rulebook::language();
    CustomerRules::compile(rules.rulebook(), &language, &[]).map(Cow::Owned)
}

/// What is wrong with a table as it is read.
fn arrow(problems: Problems) -> Fault {
    let first = problems.iter().next().map(insurant_rules::Problem::code);
    if first == Some(TOO_MANY_ROWS) {
        return problems.into();
    }
    fault(problems)
}

/// What is wrong with rows.
fn rows(failure: Failure) -> Fault {
    let first = failure
        .problems
        .iter()
        .next()
        .map(insurant_rules::Problem::code);
    let status = match first {
        Some(code::PANICKED) => InsurantStatus::Panic,
        Some(TOO_MANY_ROWS | ARROW_STREAM) => InsurantStatus::BadInput,
        _ => InsurantStatus::BadFacts,
    };
    Fault::of(status, failure.problems)
}

/// The report as JSON.
fn told(report: &Report) -> Json {
    let number = |n: u64| {
        let number = i64::try_from(n).ok().and_then(Json::integer);
        number.unwrap_or_else(|| Json::exact(n))
    };
    let counts = &report.counts;
    let mut problems = Problems::new();
    for problem in report.rejects.problems().take(LISTED) {
        problems.push(problem);
    }
    let problems = problems_json(&problems).get("problems").cloned();
    let warnings = report.warnings.iter().map(|warning| {
        Json::object([
            ("code", Json::Text(warning.code.as_str().to_owned())),
            ("message", Json::Text(warning.message.to_owned())),
            ("rows", number(warning.count)),
        ])
    });
    Json::object([
        ("customers", number(counts.customers)),
        ("policies", number(counts.policies)),
        ("movements", number(counts.movements)),
        ("claims", number(counts.claims)),
        ("entries", number(counts.entries)),
        ("claims_set_aside", number(counts.claims_set_aside)),
        ("rejected", number(report.rejected)),
        ("unattributed", number(report.unattributed)),
        (
            "problems",
            problems.unwrap_or_else(|| Json::list(Vec::<Json>::new())),
        ),
        ("warnings", Json::list(warnings)),
    ])
}
