//! Working-day calendars: which days people work on, where, and how that is known.
//!
//! A calendar is data: a first and a last day that it covers, the days of the week that are
//! weekend, holidays, and weekend days on which people work (调休). It carries its source, the
//! version of its data and a fingerprint. Asked about a day that it does not cover it answers with
//! an error that names the calendar and the days covered: holidays are set by governments, often
//! late, and nobody can compute them ahead.
//!
//! ```
//! use insurant::{Date, Engine};
//!
//! let engine = Engine::builtin()?;
//! let china = engine.calendars().get("cn")?;
//! // 10 working days from the eve of Spring Festival 2025: the holiday lasts to 4 February, the
//! // Saturday after it is worked.
//! let due = china.add_working_days(Date::parse("2025-01-27")?, 10)?;
//! assert_eq!(due.to_string(), "2025-02-17");
//! assert_eq!(china.working_days_between(Date::parse("2025-01-27")?, due)?, 10);
//! // Two calendars at once: open only when both are.
//! let both = engine.calendars().together(&["cn", "gb-eng"])?;
//! assert!(!both.is_working(Date::parse("2025-04-18")?)?); // Good Friday
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every question takes the same short time whatever the distance: the days are bits with a
//! running count, and nothing is allocated.
//!
//! # A calendar of one's own
//!
//! A host supplies calendars as documents (JSON or TOML; `schemas/calendar.schema.json`) through
//! [`Calendars::with`] or [`Engine::builder`](crate::Engine::builder). A calendar states its own
//! `coverage` and `weekend`; or it `extends` another, adds `holidays` and `working_weekends` and
//! `removes` days; or it is open when `all_of` several are. One with the id of a built-in calendar
//! replaces it. When a government moves a day or publishes the next year, no release is needed:
//!
//! ```
//! use insurant::Date;
//! use insurant::calendar::Calendars;
//! use insurant_rules::document::Document;
//!
//! let notice = Document::parse("cn-2027.toml", r#"
//!     id = "cn"
//!     version = "2027.example"
//!     source = "The notice of the State Council for 2027 goes here"
//!     extends = "cn"
//!     coverage = { first = 2004-01-01, last = 2027-12-31 }
//!     holidays = [{ date = 2027-01-01, name = "元旦" }]
//! "#)?;
//! let calendars = Calendars::builtin().with([notice])?;
//! assert!(!calendars.get("cn")?.is_working(Date::parse("2027-01-01")?)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is built in, and how far it goes
//!
//! The tables in `calendars/` were made by `cargo xtask calendars` from the Python packages
//! `holidays` 0.109 (of 17 November 2026) and `chinesecalendar` 1.11.0 (of 4 November 2025). They
//! begin on 2004-01-01 unless said otherwise. A day that is set afterwards, such as a funeral or an
//! election, moves only with new data.
//!
//! | id | region | last day | why it ends there |
//! |---|---|---|---|
//! | `cn` | China | 2026-12-31 | The notice of the State Council for 2027 is not in the data. A notice may also move the last days of the year before (29 to 31 December of 2006, 2007, 2011, 2018); it never did when New Year's Day was a Friday, as in 2027. |
//! | `gb-eng` `gb-sct` `gb-nir` | England and Wales, Scotland, Northern Ireland; from 2000-01-01 | 2027-12-31 | Bank holidays follow the Act of 1971; single days are moved or added by proclamation, as in 2002, 2012, 2022, 2023 and (Scotland) 2026. |
//! | `kr` | Korea, public offices | 2026-12-31 | Temporary holidays are decreed within the year. |
//! | `jp` | Japan | 2027-12-31 | The equinoxes are announced each February for the next year. |
//! | `hk` | Hong Kong, general holidays; only Sunday is weekend | 2026-12-31 | Gazetted year by year. |
//! | `sg` | Singapore | 2027-12-31 | The ministry has announced 2027; polling days come on top. |
//! | `de`, `de-bw` ... | Germany, and each Land; `-catholic` where a day holds only in some municipalities (Munich: `de-by-catholic`), `de-by-augsburg` | 2027-12-31 | Law. Saturday is weekend here, though the law counts it as a *Werktag*. |
//! | `fr`, `fr-alsace-moselle`, `fr-gp` `-mq` `-gf` `-re` `-yt` | France, Alsace and Moselle, overseas departments | 2027-12-31 | Law. |
//! | `ie` | Ireland | 2027-12-31 | Law. |
//! | `au-act` `-nsw` `-nt` `-qld` `-sa` `-tas` `-vic` `-wa` | each state or territory | 2027-12-31; `-vic` and `-wa` 2026-12-31 | Law; Victoria's day before the grand final and Western Australia's royal birthday are set for each year. |
//! | `in`, `in-an` ... | India: gazetted holidays; states, from 2026-01-01 | 2026-12-31 | Dates that follow the moon are confirmed to 2026, and the states' lists are those of 2026. Bihar and Jammu and Kashmir are left out: one of their days of 2026 is an estimate. |
//! | `us` | United States, federal | 2027-12-31 | Law. |

mod builtin;
mod count;
mod data;
mod day;
mod days;
mod document;
mod set;
mod spec;
mod table;
mod together;
mod weekday;

pub use data::Calendar;
pub(crate) use data::{coverage_json, day_json, weekend_json};
pub use day::{Day, DayKind};
pub(crate) use document::{CALENDAR, coverage, day, weekend};
pub use set::Calendars;
pub(crate) use set::together_of;
pub use weekday::{Weekday, Weekend};
