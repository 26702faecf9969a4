//! From a start to the instant before which something is due.
//!
//! Days are counted, not seconds: a clock of days counts the local days after its start that are
//! working days, if it counts those, and that are not left out by a pause. A pause leaves out the
//! local days from the one on which it begins up to, but without, the one on which it ends. So a
//! holiday inside a pause is not left out twice, a pause that begins or ends on a holiday is worth
//! what its other days are worth, and two pauses that touch are worth as much as one.

use super::duty::{Roll, Unit};
use super::spec::Clock;
use super::zone::{DAY, Zone};
use crate::calendar::Calendar;
use crate::code;
use crate::date::{Date, add_months};
use insurant_rules::Problem;

/// Seconds of an hour.
const HOUR: i64 = 3_600;

/// More time that was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// So many of a unit.
    Count(Unit, u32),
    /// Up to an instant.
    Until(i64),
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Due {
    /// The first instant that is too late.
    pub(super) instant: i64,
    /// The last local day in time.
    pub(super) day: Date,
}

/// What a due instant follows from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) clock: &'a Clock,
    pub(super) start: Start,
    pub(super) grants: &'a [Grant],
    /// Intervals that are left out, in order; none overlaps another.
    pub(super) pauses: &'a [Pause],
}

/// When a clock starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    /// The instant.
    pub(super) instant: i64,
    /// The local day.
    pub(super) day: Date,
    /// The second of that day.
    second: i64,
}

impl Start {
    pub(super) fn new(zone: Zone, instant: i64) -> Self {
        let (day, second) = zone.local(instant);
        Self {
            instant,
            day,
            second,
        }
    }
}

/// An interval that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pause {
    /// From an instant up to, but without, another.
    pub(super) instants: [i64; 2],
    /// Their local days.
    days: [Date; 2],
}

impl Pause {
    pub(super) fn new(zone: Zone, from: i64, to: i64) -> Self {
        Self {
            instants: [from, to],
            days: [zone.date(from), zone.date(to)],
        }
    }
}

impl Counted<'_> {
    /// The due instant.
    ///
    /// # Errors
    /// A day outside the calendar, or outside the range of dates.
    pub(super) fn due(&self) -> Result<Due, Problem> {
        let clock = self.clock;
        let mut count = clock.count;
        for grant in self.grants {
            if let Grant::Count(unit, more) = grant
                && *unit == clock.unit
            {
                count = count.saturating_add(*more);
            }
        }
        let mut due = self.counted(clock.unit, count)?;
        for grant in self.grants {
            match grant {
                Grant::Count(unit, _) if *unit == clock.unit => {}
                Grant::Count(unit, more) => due = self.later(due, *unit, *more)?,
                Grant::Until(instant) => due = at(clock.zone, *instant),
            }
        }
        Ok(due)
    }

    fn counted(&self, unit: Unit, count: u32) -> Result<Due, Problem> {
        let zone = self.clock.zone;
        match unit {
            Unit::Hour => {
                let length = i64::from(count) * HOUR;
                let start = self.start.instant;
                let mut end = start + length;
                loop {
                    let with_pauses = start + length + self.paused_seconds(start, end);
                    if with_pauses == end {
                        return Ok(at(zone, end));
                    }
                    end = with_pauses;
                }
            }
            Unit::WorkingHour => self.working_hours(self.start.instant, i64::from(count) * HOUR),
            _ => {
                let day = self.last_day(unit, count, self.first_day()?)?;
                let day = self.rolled(day)?;
                Ok(Due {
                    instant: zone.end_of(day),
                    day,
                })
            }
        }
    }

    /// The local day of the start; that after it when it came too late in the day. Where working
    /// days are counted, what comes too late, or on a day off, comes on the next working day: else a
    /// start on a Friday evening would be due as early as one of the same morning.
    fn first_day(&self) -> Result<Date, Problem> {
        let Start { day, second, .. } = self.start;
        let Some(cut_off) = self.clock.cut_off else {
            return Ok(day);
        };
        let day = match second >= cut_off {
            true => plus(day, 1)?,
            false => day,
        };
        match self.clock.unit {
            Unit::BusinessDay => self.calendar()?.next_working(day),
            _ => Ok(day),
        }
    }

    fn last_day(&self, unit: Unit, count: u32, first: Date) -> Result<Date, Problem> {
        if count == 0 {
            return Ok(first);
        }
        // Days behind this one count.
        let base = if self.clock.first_day_counts {
            plus(first, -1)?
        } else {
            first
        };
        if unit == Unit::BusinessDay {
            let calendar = self.calendar()?;
            let mut left_out = 0;
            loop {
                let day = calendar.add_working_days(base, count.saturating_add(left_out))?;
                let paused = self.paused_working_days(calendar, base, day)?;
                if paused <= left_out {
                    return Ok(day);
                }
                left_out = paused;
            }
        }
        let number = i32::try_from(count).unwrap_or(i32::MAX);
        let length = match unit {
            Unit::Week => number.saturating_mul(7),
            Unit::Month => {
                // Far beyond the dates there are, which is told below.
                let months = number.min(12 * 400);
                add_months(first.days(), months) - first.days()
            }
            _ => number,
        };
        let mut left_out = 0;
        loop {
            let day = plus(base, length.saturating_add(left_out))?;
            let paused = self.paused_days(base, day);
            if paused <= left_out {
                return Ok(day);
            }
            left_out = paused;
        }
    }

    /// A unit more, counted from a due day.
    fn later(&self, due: Due, unit: Unit, more: u32) -> Result<Due, Problem> {
        let zone = self.clock.zone;
        match unit {
            Unit::Hour => Ok(at(zone, due.instant + i64::from(more) * HOUR)),
            Unit::WorkingHour => self.working_hours(due.instant, i64::from(more) * HOUR),
            _ => {
                let day = day_after(due.day, unit, more, || self.calendar())?;
                let day = self.rolled(day)?;
                Ok(Due {
                    instant: zone.end_of(day),
                    day,
                })
            }
        }
    }

    /// Nothing is due before its time could be used: where the working day before lies before the
    /// start, or before the end of a pause, the next one takes the place of a day off.
    fn rolled(&self, day: Date) -> Result<Date, Problem> {
        let rolled = rolled(day, self.clock.roll, || self.calendar())?;
        if rolled >= day {
            return Ok(rolled);
        }
        let mut usable = self.first_day()?;
        for [_, resumed] in self.pauses.iter().map(|pause| pause.days) {
            if resumed <= day {
                usable = usable.max(resumed);
            }
        }
        if rolled < usable {
            return self.calendar()?.next_working(day);
        }
        Ok(rolled)
    }

    /// Where so many seconds within the windows of working days end. The calendar's last day
    /// bounds the walk.
    fn working_hours(&self, from: i64, mut seconds: i64) -> Result<Due, Problem> {
        let (zone, calendar) = (self.clock.zone, self.calendar()?);
        let mut day = zone.date(from);
        loop {
            if calendar.is_working(day)? {
                for [open, close] in &self.clock.windows {
                    let open = zone.instant(day, *open).max(from);
                    let close = zone.instant(day, *close);
                    let mut open = open;
                    while open < close {
                        let [pause, resume] = self.next_pause(open);
                        let until = pause.clamp(open, close);
                        if until - open >= seconds {
                            return Ok(at(zone, open + seconds));
                        }
                        seconds -= until - open;
                        if until == close {
                            break;
                        }
                        open = resume;
                    }
                }
            }
            day = plus(day, 1)?;
        }
    }

    /// The first pause that ends after an instant; none is one at the end of time.
    fn next_pause(&self, from: i64) -> [i64; 2] {
        let mut pauses = self.pauses.iter().map(|pause| pause.instants);
        let found = pauses.find(|[_, end]| *end > from);
        found.unwrap_or([i64::MAX, i64::MAX])
    }

    fn paused_seconds(&self, from: i64, to: i64) -> i64 {
        let each = self.pauses.iter().map(|pause| {
            let [start, end] = pause.instants;
            let (start, end) = (start.max(from), end.min(to));
            (end - start).max(0)
        });
        each.sum()
    }

    /// The days left out behind `base` up to `last`, as day numbers `[from, to)`.
    fn left_out(&self, base: Date, last: Date) -> impl Iterator<Item = [i32; 2]> {
        self.pauses.iter().map(move |pause| {
            let [start, end] = pause.days;
            let from = start.days().max(base.days() + 1);
            let to = end.days().min(last.days() + 1);
            [from, to.max(from)]
        })
    }

    fn paused_days(&self, base: Date, last: Date) -> i32 {
        self.left_out(base, last).map(|[from, to]| to - from).sum()
    }

    fn paused_working_days(
        &self,
        calendar: &Calendar,
        base: Date,
        last: Date,
    ) -> Result<u32, Problem> {
        let mut sum = 0_i64;
        for [from, to] in self.left_out(base, last) {
            if from < to {
                sum += calendar.working_days_between(number(from - 1)?, number(to - 1)?)?;
            }
        }
        Ok(u32::try_from(sum).unwrap_or(0))
    }

    fn calendar(&self) -> Result<&Calendar, Problem> {
        self.clock.calendar.as_ref().ok_or_else(|| {
            Problem::new(
                code::UNKNOWN_CALENDAR,
                format!("the clock `{}` has no calendar", self.clock.id),
            )
        })
    }
}

/// The day so many units of days after another; the calendar is asked for working days only.
///
/// # Errors
/// A day outside the calendar, or outside the range of dates.
pub(crate) fn day_after<'c>(
    day: Date,
    unit: Unit,
    count: u32,
    calendar: impl FnOnce() -> Result<&'c Calendar, Problem>,
) -> Result<Date, Problem> {
    let number = i32::try_from(count).unwrap_or(i32::MAX);
    match unit {
        Unit::BusinessDay => calendar()?.add_working_days(day, count),
        Unit::Week => plus(day, number.saturating_mul(7)),
        Unit::Month => Ok(day.add_months(number.min(12 * 400))),
        _ => plus(day, number),
    }
}

/// What takes the place of a due day on which nobody works; the calendar is asked only if something
/// does.
///
/// # Errors
/// A day outside the calendar.
pub(crate) fn rolled<'c>(
    day: Date,
    roll: Roll,
    calendar: impl FnOnce() -> Result<&'c Calendar, Problem>,
) -> Result<Date, Problem> {
    match roll {
        Roll::None => Ok(day),
        Roll::NextBusiness => calendar()?.next_working(day),
        Roll::PreviousBusiness => calendar()?.previous_working(day),
    }
}

/// A due instant that is no end of a day.
fn at(zone: Zone, instant: i64) -> Due {
    Due {
        instant,
        day: zone.date(instant - 1),
    }
}

fn plus(day: Date, days: i32) -> Result<Date, Problem> {
    number(day.days().saturating_add(days))
}

fn number(days: i32) -> Result<Date, Problem> {
    Date::from_days(days).map_err(|error| {
        Problem::new(
            code::YEAR_OUT_OF_RANGE,
            "something is due beyond the days there are",
        )
        .expected(error.to_string())
    })
}

/// The whole local days from one instant to another, for people.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    i64::from(to.days()) - i64::from(from.days())
}

/// Whole days within so many seconds, downwards.
pub(super) const fn whole_days(seconds: i64) -> i64 {
    seconds.div_euclid(DAY)
}
