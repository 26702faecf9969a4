//! What went wrong, in full: every problem with its place and what to do.

use crate::fault::Fault;
use crate::pointer::{Output, input, take_back};
use crate::status::InsurantStatus;
use crate::text::InsurantStr;
use insurant_ffi_export::export;
use insurant_rules::{Problem, Problems};

/// Why a call failed. Made by a call that was given a place for it; nothing is kept elsewhere.
pub struct InsurantError {
    status: InsurantStatus,
    problems: Problems,
    text: String,
}

impl InsurantError {
    pub(crate) fn new(fault: Fault) -> Self {
        let status = fault.status();
        let problems = fault.into_problems();
        Self {
            status,
            text: problems.to_string(),
            problems,
        }
    }
}

/// One problem. Texts that do not apply are empty; they live as long as the error.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantProblem {
    /// sizeof(InsurantProblem), set by the caller.
    pub size: usize,
    /// The stable word to match on, such as `unknown_name`.
    pub code: InsurantStr,
    /// What is wrong, as one sentence.
    pub message: InsurantStr,
    /// The parameter, or the path in the document, such as `categories.rules[2].when`.
    pub path: InsurantStr,
    /// The name of the document, if it has one.
    pub source: InsurantStr,
    /// The line in it, from 1; 0 when it is not in a text.
    pub line: u32,
    /// The column in that line, from 1, in characters.
    pub column: u32,
    /// What was found.
    pub found: InsurantStr,
    /// What was expected.
    pub expected: InsurantStr,
    /// The valid name nearest to what was found.
    pub nearest: InsurantStr,
    /// What to do.
    pub remedy: InsurantStr,
}

impl InsurantProblem {
    fn of(problem: &Problem, size: usize) -> Self {
        let text = |text: Option<&str>| text.map_or(InsurantStr::EMPTY, InsurantStr::of);
        let place = problem.place();
        Self {
            size,
            code: InsurantStr::of(problem.code().as_str()),
            message: InsurantStr::of(problem.message()),
            path: InsurantStr::of(&place.path),
            source: text(place.source.as_deref()),
            line: place.line,
            column: place.column,
            found: text(problem.found_text()),
            expected: text(problem.expected_text()),
            nearest: text(problem.nearest_text()),
            remedy: text(problem.remedy_text()),
        }
    }
}

/// The status that the call returned.
///
/// # Safety
/// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable number.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_error_status(
    error: *const InsurantError,
    out: *mut InsurantStatus,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (error, out) = unsafe { (input(error, "error")?, Output::new(out, "out")?) };
    out.write(error.status);
    Ok(())
}

/// How many problems there are: all that were found, at least one.
///
/// # Safety
/// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable number.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_error_count(
    error: *const InsurantError,
    out: *mut usize,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (error, out) = unsafe { (input(error, "error")?, Output::new(out, "out")?) };
    out.write(error.problems.len());
    Ok(())
}

/// One problem, from 0. `out->size` is sizeof(InsurantProblem).
///
/// # Safety
/// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable
/// InsurantProblem whose `size` is set.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_error_problem(
    error: *const InsurantError,
    index: usize,
    out: *mut InsurantProblem,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (error, (out, size)) = unsafe { (input(error, "error")?, Output::sized(out, "out")?) };
    let problem = error.problems.iter().nth(index).ok_or_else(|| {
        Fault::of_call(
            InsurantStatus::OutOfRange,
            "index",
            format!(
                "there is no problem {index}; there are {}",
                error.problems.len()
            ),
        )
    })?;
    out.write(InsurantProblem::of(problem, size));
    Ok(())
}

/// All problems as text, a line each. It lives as long as the error.
///
/// # Safety
/// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable
/// InsurantStr.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_error_text(
    error: *const InsurantError,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (error, out) = unsafe { (input(error, "error")?, Output::new(out, "out")?) };
    out.write(InsurantStr::of(&error.text));
    Ok(())
}

/// Frees an error. NULL is nothing.
///
/// # Safety
/// `error` is NULL or an error that was not freed.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_error_free(error: *mut InsurantError) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(error) };
    Ok(())
}
