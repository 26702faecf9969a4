//! A clock as its procedure states it, ready to run.

use super::duty::{Duty, FirstDay, GrantLevel, Missed, Party, Roll, Status, Timely, Unit};
use super::pattern::Pattern;
use super::zone::Zone;
use crate::calendar::Calendar;
use crate::organisation::Role;

/// A time limit of a procedure. Its time zone and calendar are resolved.
#[derive(Debug, Clone)]
pub struct Clock {
    pub(crate) id: String,
    pub(crate) duty: Duty,
    pub(crate) party: Party,
    pub(crate) missed: Missed,
    pub(crate) starts: Vec<Pattern>,
    pub(crate) stops: Vec<Pattern>,
    pub(crate) ends: Vec<Pattern>,
    pub(crate) restarts: Vec<Pattern>,
    pub(crate) recurring: bool,
    pub(crate) unit: Unit,
    pub(crate) count: u32,
    pub(crate) first_day_counts: bool,
    pub(crate) roll: Roll,
    /// Second of the local day.
    pub(crate) cut_off: Option<i64>,
    /// Seconds of the local day, in order.
    pub(crate) windows: Vec<[i64; 2]>,
    pub(in crate::complaint) zone: Zone,
    pub(crate) calendar: Option<Calendar>,
    /// Its condition: the position among those of the procedure, and the text.
    pub(crate) when: Option<(usize, String)>,
    pub(crate) pauses: Vec<String>,
    pub(crate) extension: Option<Extension>,
    pub(crate) warn_before: Option<u32>,
    pub(crate) status: Status,
    pub(crate) source: Option<String>,
    pub(crate) doc: Option<String>,
    pub(crate) example: bool,
}

/// More time, which somebody must grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// How much; absent: whatever the grant says.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Unit,
    /// How often.
    pub most: u32,
    /// What must have happened before the clock runs out.
    pub timely: Timely,
    /// The roles that may grant it; none: whoever the host lets.
    pub roles: Vec<Role>,
    /// The level of their unit.
    pub level: GrantLevel,
    /// The notice that the complainant must have before the clock runs out.
    pub notice: Option<String>,
}

impl Clock {
    /// Its id in its procedure.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is due when it runs out.
    #[must_use]
    pub const fn duty(&self) -> Duty {
        self.duty
    }

    /// For whom it runs.
    #[must_use]
    pub const fn party(&self) -> Party {
        self.party
    }

    /// What missing it means.
    #[must_use]
    pub const fn missed(&self) -> Missed {
        self.missed
    }

    /// The events that start it.
    #[must_use]
    pub fn starts(&self) -> &[Pattern] {
        &self.starts
    }

    /// The events that meet it.
    #[must_use]
    pub fn stops(&self) -> &[Pattern] {
        &self.stops
    }

    /// The events that leave nothing to meet.
    #[must_use]
    pub fn ends(&self) -> &[Pattern] {
        &self.ends
    }

    /// The events at which it starts anew.
    #[must_use]
    pub fn restarts(&self) -> &[Pattern] {
        &self.restarts
    }

    /// Whether meeting it starts it again.
    #[must_use]
    pub const fn is_recurring(&self) -> bool {
        self.recurring
    }

    /// Whether the day of the start counts.
    #[must_use]
    pub const fn first_day(&self) -> FirstDay {
        match self.first_day_counts {
            true => FirstDay::Included,
            false => FirstDay::Excluded,
        }
    }

    /// What happens to a due day without work.
    #[must_use]
    pub const fn roll(&self) -> Roll {
        self.roll
    }

    /// The time of day, `17:00`, from which a start counts as one of the next day.
    #[must_use]
    pub fn cut_off(&self) -> Option<String> {
        self.cut_off.map(time_of_day)
    }

    /// The hours of a day that working hours are counted in, in order: the first minute, and the
    /// first after.
    #[must_use]
    pub fn windows(&self) -> Vec<[String; 2]> {
        let windows = self.windows.iter();
        windows.map(|window| window.map(time_of_day)).collect()
    }

    /// How long before the due instant it warns: hours for a clock of hours, working days for one
    /// of those, else days.
    #[must_use]
    pub const fn warn_before(&self) -> Option<u32> {
        self.warn_before
    }

    /// In what it counts.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// How many.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The IANA name of the time zone of its days.
    #[must_use]
    pub fn time_zone(&self) -> &'static str {
        self.zone.name()
    }

    /// The calendar of its working days.
    #[must_use]
    pub const fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_ref()
    }

    /// The more time that may be granted.
    #[must_use]
    pub const fn extension(&self) -> Option<&Extension> {
        self.extension.as_ref()
    }

    /// The reasons for which it stands still.
    #[must_use]
    pub fn pauses(&self) -> &[String] {
        &self.pauses
    }

    /// The complaints that it is for, in canonical text; absent: all of its procedure.
    #[must_use]
    pub fn when(&self) -> Option<&str> {
        self.when.as_ref().map(|(_, text)| text.as_str())
    }

    /// What it is for.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.doc.as_deref()
    }

    /// Whether it is an example, to be replaced by the insurer's own.
    #[must_use]
    pub const fn is_example(&self) -> bool {
        self.example
    }

    /// Whether its figures were seen in their source.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The rule that it comes from.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

/// A second of a day as people write it.
fn time_of_day(seconds: i64) -> String {
    format!("{:02}:{:02}", seconds / 3_600, seconds % 3_600 / 60)
}

pub(super) fn any(patterns: &[Pattern], moment: &super::moment::Moment<'_>) -> Option<usize> {
    patterns.iter().position(|pattern| pattern.matches(moment))
}

impl Clock {
    /// The calendar, for a clock whose answer depends on it.
    pub(crate) fn calendar_in_use(&self) -> Option<&Calendar> {
        let counts = matches!(self.unit, Unit::BusinessDay | Unit::WorkingHour);
        let extended = self.extension.as_ref().map(|extension| extension.unit);
        let counts = counts || matches!(extended, Some(Unit::BusinessDay | Unit::WorkingHour));
        let needed = counts || self.roll != Roll::None;
        self.calendar.as_ref().filter(|_| needed)
    }
}
