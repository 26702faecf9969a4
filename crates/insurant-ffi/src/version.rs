//! Versions: that of the interface, which is compared, and that of the library, which is shown.

use crate::pointer::Output;
use crate::status::InsurantStatus;
use crate::text::InsurantStr;
use insurant_ffi_export::export;

/// The version of this interface. Within one, there are only additions.
pub const INSURANT_ABI_VERSION: u32 = 1;

/// The interface that the library has: compare it with INSURANT_ABI_VERSION, which is the one that
/// the host was compiled with, before anything else.
#[unsafe(no_mangle)]
pub extern "C" fn insurant_abi_version() -> u32 {
    INSURANT_ABI_VERSION
}

/// The version of the library, such as `0.1.0`. The text lives as long as the library.
///
/// # Safety
/// `out` is NULL or points to a writable InsurantStr.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_version(out: *mut InsurantStr) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let out = unsafe { Output::new(out, "out") }?;
    out.write(InsurantStr::of(env!("CARGO_PKG_VERSION")));
    Ok(())
}
