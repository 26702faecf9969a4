//! Capsules of Python around streams. Python destroys a capsule whenever the last who held it lets go,
//! be it in the midst of an exception, where no Python code may run: so what releases the stream is here.

use super::abi::{ArrowArrayStream, Base as _, Owned};
use std::ffi::{CStr, c_char, c_void};
use std::sync::OnceLock;

/// `PyCapsule_GetPointer`.
type GetPointer = unsafe extern "C" fn(*mut c_void, *const c_char) -> *mut c_void;

/// The same for as long as the process lives.
static GET_POINTER: OnceLock<GetPointer> = OnceLock::new();

/// What Arrow calls a capsule that holds a stream.
const NAME: &CStr = c"arrow_array_stream";

/// Tells where `PyCapsule_GetPointer` is, before the first capsule is made. This library is not linked
/// with Python, of which a process may have any.
#[unsafe(no_mangle)]
pub extern "C" fn insurant_python_start(get_pointer: GetPointer) {
    GET_POINTER.get_or_init(|| get_pointer);
}

/// The name of a capsule that holds a stream; it is there as long as the library.
#[unsafe(no_mangle)]
pub extern "C" fn insurant_python_stream_name() -> *const c_char {
    NAME.as_ptr()
}

/// A place for a stream, with one that was released in it.
#[unsafe(no_mangle)]
pub extern "C" fn insurant_python_stream_new() -> *mut ArrowArrayStream {
    Box::into_raw(Box::new(ArrowArrayStream::RELEASED))
}

/// Releases the stream of a capsule, unless somebody took it, and frees its place.
///
/// # Safety
/// `capsule` is one of this name around a place that [`insurant_python_stream_new`] made, and is being
/// destroyed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_python_capsule_free(capsule: *mut c_void) {
    let Some(get_pointer) = GET_POINTER.get() else {
        return;
    };
    // SAFETY: the function that Python named, on a capsule, by the caller's promise.
    let place = unsafe { get_pointer(capsule, NAME.as_ptr()) }.cast::<ArrowArrayStream>();
    if place.is_null() {
        return;
    }
    // SAFETY: the caller's promise.
    unsafe {
        let mut place = Box::from_raw(place);
        drop(Owned::take(&raw mut *place));
    }
}
