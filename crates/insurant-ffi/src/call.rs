//! Every operation by name: JSON in, canonical JSON out.

use crate::engine::InsurantEngine;
use crate::error::InsurantError;
use crate::fault::Fault;
use crate::pointer::{Output, input};
use crate::status::InsurantStatus;
use crate::text::{InsurantStr, InsurantText};
use insurant::operation::UNKNOWN_OPERATION;
use insurant_ffi_export::export;
use insurant_rules::Problems;

/// Calls an operation of the library's one table: the same as in every other language, byte for
/// byte. insurant_describe lists them with their schemas.
///
/// # Safety
/// `engine` is NULL or an engine that was not freed; `operation` and `json` point to their texts,
/// which are borrowed until the call returns. `out` is NULL or points to a writable pointer; so
/// does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_call(
    engine: *const InsurantEngine,
    operation: InsurantStr,
    json: InsurantStr,
    out: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, operation, json, out) = unsafe {
        (
            input(engine, "engine")?,
            operation.get("operation")?,
            json.get("json")?,
            Output::new(out, "out")?,
        )
    };
    out.hand_over(answer(engine, operation, json)?);
    Ok(())
}

/// insurant_call for languages that cannot pass a struct by value, such as COBOL.
///
/// # Safety
/// As insurant_call; `operation` and `json` are NULL or point to an InsurantStr each.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_call_ref(
    engine: *const InsurantEngine,
    operation: *const InsurantStr,
    json: *const InsurantStr,
    out: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, operation, json, out) = unsafe {
        (
            input(engine, "engine")?,
            input(operation, "operation")?.get("operation")?,
            input(json, "json")?.get("json")?,
            Output::new(out, "out")?,
        )
    };
    out.hand_over(answer(engine, operation, json)?);
    Ok(())
}

/// Every operation with the JSON Schemas of what it takes and answers, as one JSON document.
///
/// # Safety
/// `engine` is NULL or an engine that was not freed; `out` is NULL or points to a writable pointer;
/// so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_describe(
    engine: *const InsurantEngine,
    out: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, out) = unsafe { (input(engine, "engine")?, Output::new(out, "out")?) };
    out.hand_over(InsurantText::new(engine.engine().call("describe", "{}")?));
    Ok(())
}

/// What an operation answers.
fn answer(engine: &InsurantEngine, operation: &str, json: &str) -> Result<InsurantText, Fault> {
    match engine.engine().call(operation, json) {
        Ok(answer) => Ok(InsurantText::new(answer)),
        Err(problems) => {
            let mut told = Problems::new();
            for problem in problems {
                told.push(if problem.code() == UNKNOWN_OPERATION {
                    // In the words of the header.
                    problem.remedy("insurant_describe lists them with their schemas")
                } else {
                    problem
                });
            }
            Err(told.into())
        }
    }
}
