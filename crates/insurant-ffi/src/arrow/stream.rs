//! A stream that the library hands over.

use super::abi::{ArrowArray, ArrowArrayStream, ArrowSchema, Owned};
use arrow_array::{Array as _, RecordBatch, StructArray};
use arrow_data::ffi::FFI_ArrowArray;
use arrow_schema::SchemaRef;
use arrow_schema::ffi::FFI_ArrowSchema;
use std::collections::VecDeque;
use std::ffi::{CStr, c_char, c_int};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a stream gives, one after another.
pub(super) enum Batches {
    /// The library's own, of which a copy may be made: all of them, and the next.
    Own(Arc<[RecordBatch]>, usize),
    /// Those of a host, each once.
    Taken(VecDeque<Owned<ArrowArray>>),
}

struct Stream {
    schema: SchemaRef,
    batches: Batches,
    error: Option<&'static CStr>,
}

/// `EIO`, by which a stream says that it broke off.
const BROKEN: c_int = 5;

/// A stream for a host: it releases itself by its own function.
pub(super) fn stream(schema: SchemaRef, batches: Batches) -> ArrowArrayStream {
    let stream = Box::new(Stream {
        schema,
        batches,
        error: None,
    });
    ArrowArrayStream {
        get_schema: Some(get_schema),
        get_next: Some(get_next),
        get_last_error: Some(get_last_error),
        release: Some(release),
        private_data: Box::into_raw(stream).cast(),
    }
}

/// The same batches from the first; `None` of a stream that is not the library's own.
///
/// # Safety
/// The stream is as Arrow has it.
pub(super) unsafe fn copy(host: &ArrowArrayStream) -> Option<ArrowArrayStream> {
    let own: unsafe extern "C" fn(*mut ArrowArrayStream) = release;
    if !host
        .release
        .is_some_and(|function| std::ptr::fn_addr_eq(function, own))
    {
        return None;
    }
    // SAFETY: whom our function releases we made; the caller's promise that it was not released.
    let known = unsafe { host.private_data.cast::<Stream>().as_ref() }?;
    match &known.batches {
        Batches::Own(all, _) => {
            let all = Batches::Own(Arc::clone(all), 0);
            Some(stream(Arc::clone(&known.schema), all))
        }
        Batches::Taken(_) => None,
    }
}

/// Does the work of a function of a stream; nothing unwinds into the host.
///
/// # Safety
/// `host` is a stream that was made here and not released.
unsafe fn guarded(
    host: *mut ArrowArrayStream,
    work: impl FnOnce(&mut Stream) -> Result<(), &'static CStr>,
) -> c_int {
    // SAFETY: the caller's promise.
    let Some(stream) = (unsafe { host.as_mut() })
        .and_then(|host| unsafe { host.private_data.cast::<Stream>().as_mut() })
    else {
        return BROKEN;
    };
    let done = catch_unwind(AssertUnwindSafe(|| work(stream)));
    let done = done.unwrap_or_else(|payload| {
        // A payload may panic when it is dropped.
        std::mem::forget(payload);
        Err(c"the library failed inside; please report it")
    });
    stream.error = done.err();
    if stream.error.is_some() { BROKEN } else { 0 }
}

unsafe extern "C" fn get_schema(host: *mut ArrowArrayStream, out: *mut ArrowSchema) -> c_int {
    // SAFETY: the promise of whoever calls a stream's function.
    unsafe {
        guarded(host, |stream| {
            let schema = FFI_ArrowSchema::try_from(stream.schema.as_ref());
            let schema = schema.map_err(|_| c"the columns have a type that Arrow cannot say")?;
            // The structs are the same by Arrow's own definition.
            out.cast::<FFI_ArrowSchema>().write(schema);
            Ok(())
        })
    }
}

unsafe extern "C" fn get_next(host: *mut ArrowArrayStream, out: *mut ArrowArray) -> c_int {
    // SAFETY: the promise of whoever calls a stream's function.
    unsafe {
        guarded(host, |stream| {
            match &mut stream.batches {
                Batches::Own(all, next) => {
                    let batch = all.get(*next).cloned();
                    *next += usize::from(batch.is_some());
                    let array = batch
                        .map(|batch| FFI_ArrowArray::new(&StructArray::from(batch).into_data()));
                    // The structs are the same by Arrow's own definition.
                    let out = out.cast::<FFI_ArrowArray>();
                    out.write(array.unwrap_or_else(FFI_ArrowArray::empty));
                }
                Batches::Taken(left) => {
                    let array = left.pop_front().unwrap_or_else(Owned::released);
                    out.write(array.into_inner());
                }
            }
            Ok(())
        })
    }
}

unsafe extern "C" fn get_last_error(host: *mut ArrowArrayStream) -> *const c_char {
    // SAFETY: the promise of whoever calls a stream's function.
    let stream = unsafe { host.as_ref() }
        .and_then(|host| unsafe { host.private_data.cast::<Stream>().as_ref() });
    let error = stream.and_then(|stream| stream.error);
    error.map_or(std::ptr::null(), CStr::as_ptr)
}

unsafe extern "C" fn release(host: *mut ArrowArrayStream) {
    // SAFETY: the promise of whoever calls a stream's function.
    let Some(host) = (unsafe { host.as_mut() }) else {
        return;
    };
    if host.release.take().is_none() {
        return;
    }
    let stream = std::mem::replace(&mut host.private_data, std::ptr::null_mut());
    if !stream.is_null() {
        // What a host's own release does is its own matter; ours does not panic.
        // SAFETY: made by `stream`, and released only now.
        drop(unsafe { Box::from_raw(stream.cast::<Stream>()) });
    }
}
