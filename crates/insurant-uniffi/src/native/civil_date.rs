//! Civil dates.

use insurant::{Date, DateError, Problem};

/// A civil date, which no time zone moves: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CivilDate(pub(crate) i32);

uniffi::custom_type!(CivilDate, i32, {
    lower: |date| date.0,
    try_lift: |days| Ok(CivilDate(days)),
});

/// What a host's date crosses as when it is no day at all.
const NO_DAY: i32 = i32::MIN;

impl CivilDate {
    /// The day.
    pub(crate) fn date(self) -> Result<Date, Problem> {
        let fault = match Date::from_days(self.0) {
            Ok(date) => return Ok(date),
            Err(_) if self.0 == NO_DAY => DateError::NoSuchDay,
            Err(fault) => fault,
        };
        Err(fault.problem())
    }
}

impl From<Date> for CivilDate {
    fn from(date: Date) -> Self {
        Self(date.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_cannot_be_is_told_as_such() {
        let code = |days| {
            CivilDate(days)
                .date()
                .map_err(|wrong| wrong.code().as_str())
        };
        assert_eq!(code(0), Ok(Date::parse("1970-01-01").unwrap()));
        assert_eq!(code(NO_DAY), Err("no_such_date"));
        // 9999-12-31, as some systems write an open end.
        assert_eq!(code(2_932_896), Err("year_out_of_range"));
        assert_eq!(CivilDate::from(Date::MIN).date(), Ok(Date::MIN));
    }
}
