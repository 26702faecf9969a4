//! Streams for hosts that have Arrow's other structs, or want an answer twice.

use super::abi::{ArrowArray, ArrowArrayStream, ArrowSchema, Owned};
use super::place::{fault, released, wrong};
use super::schema::complete;
use super::stream::{Batches, copy, stream};
use crate::error::InsurantError;
use crate::fault::Fault;
use crate::pointer::{Output, Rows, check, input};
use crate::status::InsurantStatus;
use insurant_ffi_export::export;
use std::collections::VecDeque;
use std::sync::Arc;

/// A stream of batches that a host has as arrays of one schema.
///
/// `schema` and the arrays are moved: whatever the call answers, it releases them, now or with the
/// stream, and leaves structs that were released in their places. Only the schema is looked at here;
/// the arrays are when the stream is read.
///
/// # Safety
/// `schema` is NULL or points to a schema, and `arrays` to as many arrays as said, all as Arrow has
/// them. `out` is NULL or points to a writable ArrowArrayStream; what it held is not released. `err` is
/// NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_arrow_stream_new(
    schema: *mut ArrowSchema,
    arrays: *mut ArrowArray,
    array_count: usize,
    out: *mut ArrowArrayStream,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // All is taken before anything is judged.
    let moved = check(schema, "schema").map(|()| {
        // SAFETY: not NULL and aligned; the rest is the caller's promise.
        unsafe { Owned::take(schema) }
    });
    // SAFETY: the caller's promise.
    let arrays = unsafe { taken(arrays, array_count) };
    let (mut schema, mut arrays) = (moved?, arrays?);
    // SAFETY: the caller's promise.
    let out = unsafe { Output::new(out, "out") }?;
    if schema.is_released() {
        return Err(fault(released("schema")));
    }
    if let Some(position) = arrays.iter_mut().position(Owned::is_released) {
        return Err(fault(released(&format!("arrays[{position}]"))));
    }
    // SAFETY: the caller's promise.
    let schema = unsafe { complete(schema.get(), "schema") }.map_err(fault)?;
    out.write(stream(Arc::new(schema), Batches::Taken(arrays)));
    Ok(())
}

/// # Safety
/// As [`insurant_arrow_stream_new`].
unsafe fn taken(
    arrays: *mut ArrowArray,
    count: usize,
) -> Result<VecDeque<Owned<ArrowArray>>, Fault> {
    // SAFETY: the caller's promise. It says whether there may be as many.
    unsafe {
        Rows::new(
            arrays.cast_const(),
            count,
            size_of::<ArrowArray>(),
            "arrays",
        )
    }?;
    let take = |position| {
        // SAFETY: within the arrays, by the caller's promise.
        unsafe { Owned::take(arrays.add(position)) }
    };
    Ok((0..count).map(take).collect())
}

/// The batches of a stream again, from the first, without a copy of them: for an answer that several
/// are to read. Only a stream that insurant_rules_assess_arrow wrote can be read again; any other is
/// INSURANT_STATUS_BAD_ARROW. `stream` stays as it was, at whatever batch.
///
/// # Safety
/// `stream` is NULL or points to a stream that was not released and that nobody is reading; any number of
/// threads may copy it at once. `out` is NULL or points to a writable ArrowArrayStream; what it held is not
/// released. `err` is NULL or points to a writable pointer.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_arrow_stream_copy(
    stream: *const ArrowArrayStream,
    out: *mut ArrowArrayStream,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (stream, out) = unsafe { (input(stream, "stream")?, Output::new(out, "out")?) };
    if stream.release.is_none() {
        return Err(fault(released("stream")));
    }
    // SAFETY: the caller's promise.
    let Some(again) = (unsafe { copy(stream) }) else {
        let problem = wrong("stream", "only an answer of the library can be read again");
        return Err(fault(
            problem.remedy("ask whoever made the stream for another"),
        ));
    };
    out.write(again);
    Ok(())
}
