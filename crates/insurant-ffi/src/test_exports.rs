//! Exports that only tests may call.

use crate::error::InsurantError;
use crate::status::InsurantStatus;
use insurant_ffi_export::export;

/// Panics inside, as no other export ever should.
///
/// # Safety
/// `err` is NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
#[expect(clippy::panic, reason = "it is what the test is about")]
pub unsafe extern "C" fn insurant_test_panic(err: *mut *mut InsurantError) -> InsurantStatus {
    panic!("a panic that a test asked for")
}
