//! The engine: where everything starts.

use crate::document::InsurantDocument;
use crate::error::InsurantError;
use crate::fault::Fault;
use crate::pointer::{Output, Rows, take_back};
use crate::status::InsurantStatus;
use insurant::Engine;
use insurant_ffi_export::export;
use insurant_rules::Problems;
use insurant_rules::document::Document;
use std::sync::Arc;

/// Rulebooks, procedures and calendars, ready to use. It never changes, and any number of threads
/// may use it at once.
pub struct InsurantEngine(Arc<Engine>);

impl InsurantEngine {
    pub(crate) fn engine(&self) -> &Engine {
        &self.0
    }

    /// The engine for an object that may outlive this handle.
    pub(crate) fn shared(&self) -> Arc<Engine> {
        Arc::clone(&self.0)
    }
}

/// An engine with what is built in.
///
/// # Safety
/// `out` is NULL or points to a writable pointer; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_engine_new(
    out: *mut *mut InsurantEngine,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let out = unsafe { Output::new(out, "out") }?;
    out.hand_over(InsurantEngine(Arc::new(Engine::builtin()?)));
    Ok(())
}

/// An engine with what is built in, and rulebooks and calendars of the insurer's own, which may
/// extend the built-in ones and each other. Everything that is wrong with any of them is told at
/// once.
///
/// # Safety
/// `rulebooks` and `calendars` point to as many documents as said, each its stride after the one
/// before; they are borrowed until the call returns. `out` is NULL or points to a writable pointer;
/// so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_engine_with(
    rulebooks: *const InsurantDocument,
    rulebook_count: usize,
    calendars: *const InsurantDocument,
    calendar_count: usize,
    document_stride: usize,
    out: *mut *mut InsurantEngine,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (rulebooks, calendars, out) = unsafe {
        (
            parsed(rulebooks, rulebook_count, document_stride, "rulebooks"),
            parsed(calendars, calendar_count, document_stride, "calendars"),
            Output::new(out, "out")?,
        )
    };
    let engine = Engine::builder()
        .rulebooks(rulebooks?)
        .calendars(calendars?)
        .build()?;
    out.hand_over(InsurantEngine(Arc::new(engine)));
    Ok(())
}

/// Documents; the problems of all of them at once.
///
/// # Safety
/// As [`Rows::new`] and [`InsurantDocument::parse`].
unsafe fn parsed(
    first: *const InsurantDocument,
    count: usize,
    stride: usize,
    name: &str,
) -> Result<Vec<Document>, Fault> {
    // SAFETY: the caller's promise.
    let rows = unsafe { Rows::new(first, count, stride, name) }?;
    let mut documents = Vec::new();
    let mut problems = Problems::new();
    for (i, row) in rows.iter().enumerate() {
        // SAFETY: the caller's promise.
        match unsafe { row.parse(&format!("{name}[{i}]")) } {
            Ok(document) => documents.push(document),
            Err(fault) if fault.status() == InsurantStatus::BadInput => {
                problems.extend(fault.into_problems());
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(problems.or(documents)?)
}

/// Frees an engine. NULL is nothing. Rules and complaints that were made by it stay.
///
/// # Safety
/// `engine` is NULL or an engine that was not freed, which no other call is using.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_engine_free(engine: *mut InsurantEngine) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(engine) };
    Ok(())
}
