//! Many customers in one call, on as many threads as the host allows.

use crate::customer::InsurantCustomer;
use crate::error::InsurantError;
use crate::facts::Facts;
use crate::fault::Fault;
use crate::pointer::{OutRows, Rows, check_size, input};
use crate::result::InsurantResult;
use crate::rules::InsurantRules;
use crate::scratch::InsurantScratch;
use crate::status::InsurantStatus;
use insurant::many::{self, MOST_THREADS, Stopped};
use insurant_ffi_export::export;
use std::ffi::c_void;
use std::ops::ControlFlow;

/// Told how many customers are done, of how many: before the first, now and then, and when all are,
/// whichever thread did them. It answers 0 to go on, anything else to stop. It is called on the
/// thread that made the call, and must not unwind or jump out.
pub type InsurantProgress =
    Option<unsafe extern "C" fn(done: usize, total: usize, context: *mut c_void) -> i32>;

/// Assesses many customers, each into the result of its position. A customer whose facts cannot be
/// used stops nobody else: its result is written as undecided, with the status that says why, and
/// insurant_rules_assess gives the details; no other result is touched by it. The call itself then
/// answers INSURANT_STATUS_OK. The results are the same whatever the number of threads.
///
/// When it is cancelled, the results of those who were done are written, the others are as they
/// were. With any other status that is not OK nothing is written.
///
/// # Safety
/// `rules` is NULL or rules that were not freed. `customers` and `results` point to `count` rows
/// each, as insurant_rules_assess asks of one, each its stride after the one before; nobody else
/// uses the results until the call returns. `progress` is NULL or a function as described there.
/// `err` is NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_assess_many(
    rules: *const InsurantRules,
    customers: *const InsurantCustomer,
    customer_stride: usize,
    results: *mut InsurantResult,
    result_stride: usize,
    count: usize,
    threads: usize,
    progress: InsurantProgress,
    context: *mut c_void,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, customers, results) = unsafe {
        (
            input(rules, "rules")?,
            Rows::new(customers, count, customer_stride, "customers")?,
            OutRows::new(results, count, result_stride, "results")?,
        )
    };
    if threads == 0 || threads > MOST_THREADS {
        return Err(Fault::of_call(
            InsurantStatus::OutOfRange,
            "threads",
            format!("`threads` is {threads}; expected 1 to {MOST_THREADS}"),
        ));
    }
    for i in 0..count {
        // SAFETY: nobody else looks at the results yet.
        if let Some(result) = unsafe { results.row(i) }
            && result.size < size_of::<InsurantResult>()
        {
            // Its name is written only now: it would cost more than an assessment.
            check_size::<InsurantResult>(result.size, &format!("results[{i}]"))?;
        }
    }
    let run = Run {
        rules,
        customers,
        results,
    };
    let mut watch = |_: &str, done: u64, _: u64| {
        let done = usize::try_from(done).unwrap_or(usize::MAX);
        // SAFETY: the caller's promise about the function and its context.
        match progress.is_none_or(|tell| unsafe { tell(done, count, context) } == 0) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    };
    let ended = many::in_blocks(
        count,
        threads,
        "",
        &mut watch,
        InsurantScratch::default,
        |scratch, rows| rows.for_each(|position| run.one(position, scratch)),
    );
    ended.map_err(|stopped| match stopped {
        Stopped::Threads(_) => Fault::of_call(
            InsurantStatus::OutOfRange,
            "threads",
            format!("`threads` is {threads}; expected 1 to {MOST_THREADS}"),
        ),
        Stopped::Panicked => Fault::panic(),
        Stopped::Cancelled => Fault::of_call(
            InsurantStatus::Cancelled,
            "progress",
            "the caller asked to stop",
        ),
    })
}

struct Run<'a> {
    rules: &'a InsurantRules,
    customers: Rows<'a, InsurantCustomer>,
    results: OutRows<InsurantResult>,
}

impl Run<'_> {
    fn one(&self, position: usize, scratch: &mut InsurantScratch) {
        // SAFETY: each position is taken by one thread only.
        let result = unsafe { self.results.row(position) };
        let (Some(customer), Some(result)) = (self.customers.get(position), result) else {
            return;
        };
        // SAFETY: the promise of the export.
        unsafe {
            let facts = result
                .has_place()
                .and_then(|()| Facts::new(customer, self.rules.last_line(), &mut scratch.room));
            match facts {
                Ok(facts) => self.rules.assess(&facts, &mut scratch.scratch, result),
                Err(fault) => result.refuse(fault.status()),
            }
        }
    }
}
