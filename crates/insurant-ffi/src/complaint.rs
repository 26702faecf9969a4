//! A complaint that is kept open: its log is read once, and each call says what the operation of the
//! same name says, to the byte.

use crate::engine::InsurantEngine;
use crate::error::InsurantError;
use crate::fault::Fault;
use crate::pointer::{Output, exclusive, input, take_back};
use crate::status::InsurantStatus;
use crate::text::{InsurantStr, InsurantText};
use insurant::Engine;
use insurant::operation::{ComplaintAnswer, OpenComplaint};
use insurant_ffi_export::export;
use insurant_rules::Problems;
use self_cell::self_cell;
use std::sync::Arc;

self_cell!(
    struct Open {
        owner: Arc<Engine>,
        #[covariant]
        dependent: OpenComplaint,
    }
);

/// A complaint that is kept open, with what it is judged by: its log so far, the units, the terms and
/// the procedures. One thread uses it at a time.
pub struct InsurantComplaint(Open);

/// Why there is no complaint.
enum Unopened {
    Wrong(Problems),
    Refused(ComplaintAnswer),
}

/// Opens a complaint. `json` is the input of the operation `complaint_apply`: the id, the event that
/// opens it or the log so far, and what it is judged by. `units` is the organisation, such as
/// `[{"id":"HO","name":"Head office","level":"head_office"},{"id":"JX","name":"Jiangxi",
/// "level":"province","parent":"HO"}]`; an event by somebody whose `unit_id` is not listed there
/// is refused (`known_unit`). `answer` is what that operation answers; where
/// the log is all there is, and no event with it, it is set to NULL.
///
/// INSURANT_STATUS_REFUSED says that the event is refused: `answer` holds the refusal, as that
/// operation answers it, there is no complaint, and `err` is as it was.
///
/// # Safety
/// `engine` is NULL or an engine that was not freed; `json` points to its text, which is borrowed
/// until the call returns. `out` and `answer` are NULL or point to writable pointers; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_complaint_open(
    engine: *const InsurantEngine,
    json: InsurantStr,
    out: *mut *mut InsurantComplaint,
    answer: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (engine, json, out, to) = unsafe {
        (
            input(engine, "engine")?,
            json.get("json")?,
            Output::new(out, "out")?,
            Output::new(answer, "answer")?,
        )
    };
    let mut said = None;
    let open = Open::try_new(engine.shared(), |engine| {
        let (open, answer) = OpenComplaint::open(engine, json).map_err(Unopened::Wrong)?;
        match (open, answer) {
            (Some(open), answer) => {
                said = answer;
                Ok(open)
            }
            (None, Some(refusal)) => Err(Unopened::Refused(refusal)),
            (None, None) => Err(Unopened::Wrong(Problems::new())),
        }
    });
    match open {
        Ok(open) => {
            match said {
                Some(answer) => tell(answer, to)?,
                None => to.write(std::ptr::null_mut()),
            }
            out.hand_over(InsurantComplaint(open));
            Ok(())
        }
        Err(Unopened::Wrong(problems)) => Err(problems.into()),
        Err(Unopened::Refused(refusal)) => tell(refusal, to),
    }
}

/// One more event, as JSON: the `event` of the operation `complaint_apply`, whose answer this is.
///
/// INSURANT_STATUS_REFUSED says that the event is refused: `answer` holds the refusal, the complaint
/// is as it was, and so is `err`.
///
/// # Safety
/// `complaint` is NULL or a complaint that was not freed and that no other call is using; `event`
/// points to its text, which is borrowed until the call returns. `answer` is NULL or points to a
/// writable pointer; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_complaint_apply(
    complaint: *mut InsurantComplaint,
    event: InsurantStr,
    answer: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (complaint, event, answer) = unsafe {
        (
            exclusive(complaint, "complaint")?,
            event.get("event")?,
            Output::new(answer, "answer")?,
        )
    };
    let said = complaint
        .0
        .with_dependent_mut(|_, complaint| complaint.apply(event))?;
    tell(said, answer)
}

/// What somebody may do with the complaint now. `actor` is that of the operation `complaint_allowed`,
/// as JSON; the answer is that operation's.
///
/// # Safety
/// `complaint` is NULL or a complaint that was not freed and that no other call is changing; `actor`
/// points to its text, which is borrowed until the call returns. `out` is NULL or points to a
/// writable pointer; so does `err`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_complaint_allowed(
    complaint: *const InsurantComplaint,
    actor: InsurantStr,
    out: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (complaint, actor, out) = unsafe {
        (
            input(complaint, "complaint")?,
            actor.get("actor")?,
            Output::new(out, "out")?,
        )
    };
    let allowed = complaint.0.borrow_dependent().allowed(actor)?;
    out.hand_over(InsurantText::new(allowed.to_canonical_string()));
    Ok(())
}

/// What is due on the complaint at an instant such as `2025-06-10T09:00:00+08:00`, as the operation
/// `complaint_deadlines` answers it. The complaint was opened with procedures.
///
/// # Safety
/// As insurant_complaint_allowed, of `instant` what it says of `actor`.
#[export(err)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_complaint_deadlines(
    complaint: *const InsurantComplaint,
    instant: InsurantStr,
    out: *mut *mut InsurantText,
    err: *mut *mut InsurantError,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (complaint, instant, out) = unsafe {
        (
            input(complaint, "complaint")?,
            instant.get("instant")?,
            Output::new(out, "out")?,
        )
    };
    let deadlines = complaint.0.borrow_dependent().deadlines(instant)?;
    out.hand_over(InsurantText::new(deadlines.to_canonical_string()));
    Ok(())
}

/// Frees a complaint. NULL is nothing.
///
/// # Safety
/// `complaint` is NULL or a complaint that was not freed, which no other call is using.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_complaint_free(
    complaint: *mut InsurantComplaint,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(complaint) };
    Ok(())
}

/// Hands an answer over; a refusal is a status of its own.
fn tell(said: ComplaintAnswer, answer: Output<*mut InsurantText>) -> Result<(), Fault> {
    match said {
        ComplaintAnswer::Taken(json) => {
            answer.hand_over(InsurantText::new(json.to_canonical_string()));
            Ok(())
        }
        ComplaintAnswer::Refused(json) => {
            answer.hand_over(InsurantText::new(json.to_canonical_string()));
            Err(Fault::refused())
        }
    }
}
