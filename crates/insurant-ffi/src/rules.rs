//! A rulebook on a day, compiled: what assesses.

use crate::convert::day;
use crate::customer::InsurantCustomer;
use crate::document::InsurantDocument;
use crate::engine::InsurantEngine;
use crate::error::InsurantError;
use crate::facts::Facts;
use crate::fault::Fault;
use crate::pointer::{Output, Rows, check_size, exclusive, input, take_back};
use crate::result::InsurantResult;
use crate::scratch::InsurantScratch;
use crate::status::InsurantStatus;
use crate::text::InsurantStr;
use crate::value::InsurantValue;
use insurant::{CustomerRules, Date, DatedRules, LineCodes, Scratch};
use insurant_ffi_export::export;
use insurant_rules::problem::nearest;
use insurant_rules::{Code, Problem, Problems};
use self_cell::self_cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

self_cell!(
    struct Compiled {
        owner: CustomerRules,
        #[covariant]
        dependent: DatedRules,
    }
);

/// A rulebook compiled for a day, with the measures that the host asked for. What it decides never
/// changes, and any number of threads may use it at once.
pub struct InsurantRules {
    compiled: Compiled,
    /// By category rule, the bit of its category.
    held: Vec<u64>,
    /// Only gives numbers to names; no answer depends on the order in which they came.
    lines: RwLock<LineCodes>,
    /// The highest number given to a line so far; 1 is the lowest. Beside the lock, since every
    /// assessment looks at it.
    last_line: AtomicU32,
}

impl InsurantRules {
    fn new(rules: CustomerRules, as_of: Date) -> Self {
        let lines = rules.lines();
        let last_line = u32::try_from(lines.iter().count()).unwrap_or(u32::MAX);
        let rule = |position| rules.category_of_rule(position);
        let held = (0..).map_while(|position| {
            let category = crate::result::category(Some(rule(position)?));
            Some(1_u64 << (category as i32))
        });
        Self {
            held: held.collect(),
            compiled: Compiled::new(rules, |rules| rules.on(as_of)),
            lines: RwLock::new(lines),
            last_line: AtomicU32::new(last_line),
        }
    }

    /// Rules as a host of C has them, by their address, for a package that is built of this library and
    /// hands them to its exports; insurant_rules_free frees them.
    #[must_use]
    pub fn handed_over(rules: CustomerRules, as_of: Date) -> *mut Self {
        Box::into_raw(Box::new(Self::new(rules, as_of)))
    }

    pub(crate) fn dated(&self) -> &DatedRules<'_> {
        self.compiled.borrow_dependent()
    }

    pub(crate) fn rules(&self) -> &CustomerRules {
        self.compiled.borrow_owner()
    }

    /// The highest number given to a line so far.
    pub(crate) fn last_line(&self) -> u32 {
        // A host that hands a number to another thread has made it see the number.
        self.last_line.load(Ordering::Relaxed)
    }

    /// # Safety
    /// As [`Facts::new`]; `result.values` points to `result.value_capacity` values that nobody else
    /// looks at.
    pub(crate) unsafe fn assess(
        &self,
        facts: &Facts<'_>,
        scratch: &mut Scratch,
        result: &mut InsurantResult,
    ) {
        let dated = self.dated();
        let verdict = dated.assess(facts, scratch);
        let expressions = self.rules().expressions();
        let mut count = 0;
        if verdict.is_decided() && result.value_capacity > 0 {
            for (position, expression) in expressions.iter().enumerate() {
                if position >= result.value_capacity {
                    break;
                }
                let slot = dated.expression(position, scratch);
                // SAFETY: below the capacity; the rest is the caller's promise.
                unsafe {
                    result
                        .values
                        .add(position)
                        .write(InsurantValue::of(slot, &expression.ty));
                }
                count = position + 1;
            }
        }
        let mut held = 0;
        for position in verdict.holds.positions() {
            held |= self.held.get(position).copied().unwrap_or_default();
        }
        result.fill(&verdict, held, count);
    }
}

/// The rules of a rulebook of the engine, on a day: by its id the version in force, or by
/// `id@version`. The measures are expressions of the rule language, such as `loss_ratio(12m)`;
/// every assessment answers them, in this order.
///
/// # Safety
/// `engine` is NULL or an engine that was not freed; `rulebook` points to its text and `measures`
/// to as many texts as said; all are borrowed until the call returns. `out` is NULL or points to a
/// writable pointer; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_new(
    engine: *const InsurantEngine,
    rulebook: InsurantStr,
    as_of: i32,
    measures: *const InsurantStr,
    measure_count: usize,
    out: *mut *mut InsurantRules,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, rulebook, measures, out) = unsafe {
        (
            input(engine, "engine")?,
            rulebook.get("rulebook")?,
            texts(measures, measure_count, "measures")?,
            Output::new(out, "out")?,
        )
    };
    let date = day("as_of", as_of)?;
    let rules = engine.engine().rules_with(rulebook, date, &measures);
    let rules = rules.map_err(|found| in_measures(found, &measures))?;
    out.hand_over(InsurantRules::new(rules.into_owned(), date));
    Ok(())
}

/// The rules of a document, which may extend a rulebook of the engine. Everything that is wrong with
/// it is told at once, with line and column.
///
/// A document is used on any day, as a rulebook that is named `id@version` is: what it says of
/// `effective` is not looked at, so that a draft can be tried on the facts of today. For a rulebook
/// that must be in force, make the engine with it (insurant_engine_with), and insurant_rules_new by
/// its id, which answers INSURANT_STATUS_NOT_IN_FORCE.
///
/// # Safety
/// As insurant_rules_new; `document` is NULL or points to a document, whose texts are borrowed until
/// the call returns.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_parse(
    engine: *const InsurantEngine,
    document: *const InsurantDocument,
    as_of: i32,
    measures: *const InsurantStr,
    measure_count: usize,
    out: *mut *mut InsurantRules,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, document, measures, out) = unsafe {
        (
            input(engine, "engine")?,
            input(document, "document")?.parse("document")?,
            texts(measures, measure_count, "measures")?,
            Output::new(out, "out")?,
        )
    };
    let rules = engine.engine().rules_of(document, &measures);
    let rules = rules.map_err(|found| in_measures(found, &measures))?;
    out.hand_over(InsurantRules::new(rules, day("as_of", as_of)?));
    Ok(())
}

/// The fingerprint of the resolved rulebook. It lives as long as the rules.
///
/// # Safety
/// `rules` is NULL or rules that were not freed; `out` is NULL or points to a writable InsurantStr.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_fingerprint(
    rules: *const InsurantRules,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, out) = unsafe { (input(rules, "rules")?, Output::new(out, "out")?) };
    out.write(InsurantStr::of(rules.rules().fingerprint()));
    Ok(())
}

/// The currency of every amount, such as `CNY`. It lives as long as the library.
///
/// # Safety
/// As insurant_rules_fingerprint.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_currency(
    rules: *const InsurantRules,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, out) = unsafe { (input(rules, "rules")?, Output::new(out, "out")?) };
    out.write(InsurantStr::of(rules.rules().currency().code()));
    Ok(())
}

/// The number of a line of business, for the policies of these rules. The same name has the same
/// number for as long as the rules live, whoever asks first; 0 is never given out, and other rules
/// have other numbers.
///
/// # Safety
/// `rules` is NULL or rules that were not freed; `line` points to its text; `out` is NULL or points
/// to a writable number; `err` is NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_line(
    rules: *const InsurantRules,
    line: InsurantStr,
    out: *mut u32,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, line, out) = unsafe {
        (
            input(rules, "rules")?,
            line.get("line")?,
            Output::new(out, "out")?,
        )
    };
    // A thread that died while it held the lock left the numbers whole.
    let mut lines = rules.lines.write().unwrap_or_else(PoisonError::into_inner);
    // The core counts from 0, which in C is a field that nobody set.
    let number = lines.code(line).saturating_add(1);
    rules.last_line.fetch_max(number, Ordering::Relaxed);
    out.write(number);
    Ok(())
}

/// The position of an input that the rulebook declares, for `inputs` of a customer.
///
/// # Safety
/// As insurant_rules_line.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_input(
    rules: *const InsurantRules,
    name: InsurantStr,
    out: *mut usize,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, name, out) = unsafe {
        (
            input(rules, "rules")?,
            name.get("name")?,
            Output::new(out, "out")?,
        )
    };
    let inputs = rules.rules().inputs();
    let Some(position) = inputs.iter().position(|(known, _)| known == name) else {
        let known = || inputs.iter().map(|(name, _)| name.as_str());
        let status = InsurantStatus::OutOfRange;
        let problem = Problem::new(
            Code::new(status.word()),
            format!("the rulebook declares no input `{name}`"),
        )
        .expected(known().collect::<Vec<_>>().join(", "))
        .nearest(nearest(name, known()));
        return Err(Fault::with(status, "name", problem));
    };
    out.write(position);
    Ok(())
}

/// Reads an input as people write it, such as `yes`, `12.50`, `2024-01-31` or a word.
///
/// # Safety
/// `rules` is NULL or rules that were not freed; `written` points to its text; `out` is NULL or
/// points to a writable value; `err` is NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_read_input(
    rules: *const InsurantRules,
    position: usize,
    written: InsurantStr,
    out: *mut InsurantValue,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, written, out) = unsafe {
        (
            input(rules, "rules")?,
            written.get("written")?,
            Output::new(out, "out")?,
        )
    };
    let inputs = rules.rules().inputs();
    let Some((_, ty)) = inputs.get(position) else {
        return Err(out_of_range("position", position, inputs.len()));
    };
    let slot = rules.rules().read_input(position, written)?;
    out.write(InsurantValue::of(slot, ty));
    Ok(())
}

/// The id of an alert, by its bit. It lives as long as the rules.
///
/// # Safety
/// As insurant_rules_fingerprint.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_alert_id(
    rules: *const InsurantRules,
    bit: usize,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, out) = unsafe { (input(rules, "rules")?, Output::new(out, "out")?) };
    named(rules.rules().alert_id(bit), bit, out)
}

/// The id of a blacklist criterion, by its bit. It lives as long as the rules.
///
/// # Safety
/// As insurant_rules_fingerprint.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_criterion_id(
    rules: *const InsurantRules,
    bit: usize,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, out) = unsafe { (input(rules, "rules")?, Output::new(out, "out")?) };
    named(rules.rules().criterion_id(bit), bit, out)
}

/// The id of a category rule, by its bit. It lives as long as the rules.
///
/// # Safety
/// As insurant_rules_fingerprint.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_category_rule_id(
    rules: *const InsurantRules,
    bit: usize,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, out) = unsafe { (input(rules, "rules")?, Output::new(out, "out")?) };
    named(rules.rules().category_rule_id(bit), bit, out)
}

/// Assesses one customer. Nothing is allocated once the scratch has grown to the rules.
///
/// Everything that is wrong with the customer is told at once, each problem with its own code. The
/// status is INSURANT_STATUS_BAD_FACTS when all of it is of the facts, such as a policy that ends
/// before it starts, and else that of the first problem that is not.
///
/// # Safety
/// `rules` is NULL or rules that were not freed. `customer` is NULL or points to a customer whose
/// arrays are as it says; all is borrowed until the call returns. `scratch` is NULL or a scratch
/// that no other call is using; with NULL the call makes one for itself. `out` is NULL or points to
/// a result whose `size`, `values` and `value_capacity` are set. `err` is NULL or points to a
/// writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_assess(
    rules: *const InsurantRules,
    customer: *const InsurantCustomer,
    scratch: *mut InsurantScratch,
    out: *mut InsurantResult,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rules, customer, out) = unsafe {
        (
            input(rules, "rules")?,
            input(customer, "customer")?,
            exclusive(out, "out")?,
        )
    };
    check_size::<InsurantResult>(out.size, "out")?;
    out.has_place()?;
    // SAFETY: the caller's promise.
    unsafe {
        let mut own;
        let room = if scratch.is_null() {
            own = InsurantScratch::default();
            &mut own
        } else {
            exclusive(scratch, "scratch")?
        };
        let facts = Facts::new(customer, rules.last_line(), &mut room.room)?;
        rules.assess(&facts, &mut room.scratch, out);
    }
    Ok(())
}

/// Frees rules. NULL is nothing.
///
/// # Safety
/// `rules` is NULL or rules that were not freed, which no other call is using.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_rules_free(rules: *mut InsurantRules) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(rules) };
    Ok(())
}

/// What is wrong with a measure lies in its text, which is the source of the problem; the path says
/// which of the measures it is.
fn in_measures(problems: Problems, measures: &[&str]) -> Problems {
    let mut placed = Problems::new();
    for problem in problems {
        let mut place = problem.place().clone();
        let position = measures
            .iter()
            .position(|text| place.source.as_deref() == Some(*text));
        match position {
            Some(position) if place.path.is_empty() => {
                place.path = format!("measures[{position}]");
                placed.push(problem.at(place));
            }
            _ => placed.push(problem),
        }
    }
    placed
}

fn named(name: Option<&str>, bit: usize, out: Output<InsurantStr>) -> Result<(), Fault> {
    let Some(name) = name else {
        return Err(Fault::of_call(
            InsurantStatus::OutOfRange,
            "bit",
            format!("no rule has bit {bit}"),
        ));
    };
    out.write(InsurantStr::of(name));
    Ok(())
}

fn out_of_range(name: &str, found: usize, count: usize) -> Fault {
    Fault::of_call(
        InsurantStatus::OutOfRange,
        name,
        format!("`{name}` is {found}; there are {count}"),
    )
}

/// # Safety
/// As [`Rows::new`] and [`InsurantStr::get`].
unsafe fn texts<'a>(
    first: *const InsurantStr,
    count: usize,
    name: &str,
) -> Result<Vec<&'a str>, Fault> {
    // SAFETY: the caller's promise.
    let rows = unsafe { Rows::new(first, count, size_of::<InsurantStr>(), name) }?;
    let texts = rows.iter().enumerate().map(|(i, text)| {
        // SAFETY: the caller's promise.
        unsafe { text.get(&format!("{name}[{i}]")) }
    });
    texts.collect()
}
