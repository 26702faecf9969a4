//! Room to work in, so that an assessment allocates nothing.

use crate::error::InsurantError;
use crate::facts::Room;
use crate::pointer::{Output, take_back};
use crate::status::InsurantStatus;
use insurant::Scratch;
use insurant_ffi_export::export;

/// Room to work in. One thread uses it at a time; it fits any rules, and keeps nothing of a
/// customer that a later call could see.
#[derive(Default)]
pub struct InsurantScratch {
    pub(crate) scratch: Scratch,
    pub(crate) room: Room,
}

/// Room to work in, for one thread.
///
/// # Safety
/// `out` is NULL or points to a writable pointer; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_scratch_new(
    out: *mut *mut InsurantScratch,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let out = unsafe { Output::new(out, "out") }?;
    out.hand_over(InsurantScratch::default());
    Ok(())
}

/// Frees it. NULL is nothing.
///
/// # Safety
/// `scratch` is NULL or a scratch that was not freed, which no other call is using.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_scratch_free(scratch: *mut InsurantScratch) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(scratch) };
    Ok(())
}
