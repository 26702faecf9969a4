//! Clocks: what is due by when, from the events of a complaint and the procedures that apply.
//!
//! # How time is counted
//!
//! - A deadline on a day is met until the end of that local day: the due instant is the start of
//!   the next one, and what happens at it is late. A day is as long as it is, 23 or 25 hours when
//!   the clocks change. Hours are hours of the world's time.
//! - A clock starts at its event, whenever that was entered. What gives the firm more time (a
//!   pause, an extension, a restart, a classification) counts from when it was entered: no entry
//!   can be made for the past.
//! - A pause and a restart move only the clocks that grant them. What comes when the time is over
//!   leaves the miss standing, and is listed with the reason.
//! - A pause is for somebody who works on the complaint. Whatever leaves nothing to resume ends it:
//!   the decision, a withdrawal, a merge, a body outside. So no clock stands still for ever.
//! - A complaint taken up again starts its clocks anew where the procedure says so (`reopened`,
//!   `recheck_decided:sent_back` among their starts), from the receipt of the new facts if they came
//!   before. The run before stays as it was judged; what is missed then and never was done says so.
//! - Where working days are counted with a cut-off, a start after it or on a day off is one of the
//!   next working day.
//! - A clock may be for some complaints only. When a classification ends its condition in time it
//!   is moot; one that comes too late changes nothing. When nobody can say whether the condition
//!   holds, the clock runs, marked as assumed.
//! - The version of a procedure is the one in force on the day on which the clock starts, unless
//!   its transition says that complaints received under it stay under it. A complaint whose
//!   decision no clock is on is never passed over: see [`super::FindingKind::Clock`].
//! - A form that lacks something that it must say is not filed, and meets no clock.
//! - Working days are those of a calendar with a first and a last day. What would lie outside it
//!   is undetermined, with the problem; never guessed, never searched for ever.

mod changes;
mod count;
mod course;
mod deadline;
mod deadlines;
mod duty;
mod given;
mod known;
mod log;
mod moment;
mod pattern;
mod recalendar;
mod run;
mod spec;
mod zone;

pub(crate) use count::{day_after, rolled};
pub use deadline::{Deadline, DeadlineState, Move, MoveReason, Refused, RefusedWhy, Rule};
pub use duty::{Duty, FirstDay, GrantLevel, Missed, Party, Roll, Status, Timely, Unit};
pub(crate) use moment::Moment;
pub use pattern::Pattern;
pub use recalendar::{CalendarMove, moved};
pub use spec::{Clock, Extension};
pub(super) use zone::Zone;

#[cfg(test)]
mod tests;
