//! A calendar that changed after the fact: which open deadlines it moves.

use super::deadline::{Deadline, Rule};

/// An open deadline that another calendar moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarMove {
    /// The procedure, as `id@version`.
    pub procedure: String,
    /// The clock.
    pub clock: String,
    /// Which run of it.
    pub run: u32,
    /// The due instant by the calendar before.
    pub before: i64,
    /// The due instant by the calendar after.
    pub after: i64,
}

impl CalendarMove {
    /// The earlier of the two: who keeps it is in time whichever calendar is right.
    #[must_use]
    pub fn strict(&self) -> i64 {
        self.before.min(self.after)
    }
}

/// The deadlines of one complaint that are open, and due at another instant by other calendars.
/// Both lists are of the same events and the same asking time. What is settled is left alone: it
/// was judged by the calendar of its day.
#[must_use]
pub fn moved(before: &[Deadline<'_>], after: &[Deadline<'_>]) -> Vec<CalendarMove> {
    let key = |deadline: &Deadline<'_>| match deadline.rule {
        Rule::Clock(procedure, clock) => Some((
            procedure.reference().to_owned(),
            clock.id.clone(),
            deadline.run,
        )),
        Rule::Given(_) => None,
    };
    let mut found = Vec::new();
    for old in before.iter().filter(|deadline| deadline.is_open()) {
        let Some((procedure, clock, run)) = key(old) else {
            continue;
        };
        let same = |new: &&Deadline<'_>| {
            key(new).is_some_and(|k| k == (procedure.clone(), clock.clone(), run))
        };
        if let (Some(before), Some(after)) = (old.due, after.iter().find(same).and_then(|d| d.due))
            && before != after
        {
            found.push(CalendarMove {
                procedure,
                clock,
                run,
                before,
                after,
            });
        }
    }
    found
}
