//! The calendars that come with the library, each country read when it is first asked for.

use super::data::Calendar;
use super::table;
use insurant_rules::Problems;
use std::sync::LazyLock;

type Read = Result<Vec<Calendar>, Problems>;

/// The calendars of one country: their ids are `CC` and `CC-...`.
struct Country {
    code: &'static str,
    calendars: LazyLock<Read>,
}

macro_rules! countries {
    ($($code:literal)*) => {
        static COUNTRIES: [Country; 12] = [$(Country {
            code: $code,
            calendars: LazyLock::new(|| {
                table::read(include_str!(concat!("../../calendars/", $code, ".txt")))
            }),
        }),*];
    };
}

countries! { "au" "cn" "de" "fr" "gb" "hk" "ie" "in" "jp" "kr" "sg" "us" }

/// The built-in calendar of an id.
///
/// # Errors
/// What is wrong with its table; no release has such an error.
pub(super) fn get(id: &str) -> Option<Result<&'static Calendar, &'static Problems>> {
    let code = id.split('-').next().unwrap_or(id);
    let country = COUNTRIES.iter().find(|country| country.code == code)?;
    match &*country.calendars {
        Ok(calendars) => calendars
            .iter()
            .find(|calendar| calendar.id() == id)
            .map(Ok),
        Err(problems) => Some(Err(problems)),
    }
}

/// Every built-in calendar.
pub(super) fn all<'a>() -> impl Iterator<Item = &'a Calendar> {
    COUNTRIES
        .iter()
        .flat_map(|country| country.calendars.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read() {
        for country in &COUNTRIES {
            let calendars = country.calendars.as_ref();
            let calendars =
                calendars.unwrap_or_else(|problems| panic!("{}: {problems}", country.code));
            assert!(!calendars.is_empty());
            for calendar in calendars {
                let id = calendar.id();
                assert!(get(id).is_some_and(|found| found == Ok(calendar)), "{id}");
            }
        }
    }
}
