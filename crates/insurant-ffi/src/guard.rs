//! Nothing unwinds into the host.

use crate::error::InsurantError;
use crate::fault::Fault;
use crate::status::InsurantStatus;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the body of an export. Every export comes through here, by the attribute that makes it one.
///
/// The host's panic hook is left alone: taking it away for the time of a call would lose it as soon
/// as two calls overlap.
#[inline]
pub(crate) fn guard(
    err: *mut *mut InsurantError,
    body: impl FnOnce() -> Result<(), Fault>,
) -> InsurantStatus {
    // What a body changes is written last and whole, so that there is nothing half-done to see.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => InsurantStatus::Ok,
        Ok(Err(fault)) => tell(fault, err),
        Err(payload) => {
            // A payload may panic when it is dropped.
            std::mem::forget(payload);
            tell(Fault::panic(), err)
        }
    }
}

/// Hands the details to a host that wants them.
#[cold]
fn tell(fault: Fault, err: *mut *mut InsurantError) -> InsurantStatus {
    let status = fault.status();
    // A refusal is told by the answer.
    let is_told = status == InsurantStatus::Refused;
    if !is_told && !err.is_null() && err.is_aligned() {
        let error = Box::into_raw(Box::new(InsurantError::new(fault)));
        // SAFETY: the contract of every export: `err` is NULL or points to a place for a pointer.
        unsafe { err.write(error) };
    }
    status
}
