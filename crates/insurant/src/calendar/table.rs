//! The built-in calendars as they lie in the tree: one text file a country, one line a year.
//!
//! ```text
//! source Python package holidays 0.109 (MIT)
//! version 0.109
//! dated 2026-11-17
//! name a New Year's Day
//!
//! calendar gb-eng
//! title England and Wales: bank holidays
//! extends ...             (a calendar above in the same file, when it differs little)
//! weekend saturday sunday
//! first 2000-01-01
//! last 2027-12-31
//! 2000 0103a 0421b
//! ```
//!
//! A day is month, day and the key of its name: `0101a` a holiday, `+0117g` a weekend day on which
//! people work, `-0304` a holiday of the calendar extended that is none here. A new year is a new
//! line. `cargo xtask calendars` writes the files.

use super::data::{About, Calendar};
use super::spec::{Base, Spec, Stated};
use super::weekday::{Weekday, Weekend};
use crate::code::BROKEN_TABLE;
use crate::date::Date;
use insurant_rules::{Place, Problem, Problems};
use std::collections::HashMap;

/// The calendars of a table.
///
/// # Errors
/// What is wrong with the table. No release has such an error: its tests read every table.
pub(super) fn read(text: &str) -> Result<Vec<Calendar>, Problems> {
    let (mut file, mut calendars) = (File::default(), Vec::new());
    let mut block: Option<Block<'_>> = None;
    for (number, line) in (1_u32..).zip(text.lines()) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "calendar" {
            finish(block.replace(Block::new(rest)), &file, &mut calendars)?;
            continue;
        }
        let known = match &mut block {
            None => file.line(word, rest),
            Some(block) => block.line(word, rest, &file),
        };
        if line.is_empty() || word == "#" {
            continue;
        }
        known.ok_or_else(|| broken(line).at(place(number)))?;
    }
    finish(block, &file, &mut calendars)?;
    Ok(calendars)
}

fn broken(found: &str) -> Problem {
    Problem::new(BROKEN_TABLE, "a built-in calendar cannot be read").found(format!("`{found}`"))
}

fn place(line: u32) -> Place {
    Place {
        line,
        column: 1,
        ..Place::default()
    }
}

fn finish(
    block: Option<Block<'_>>,
    file: &File<'_>,
    calendars: &mut Vec<Calendar>,
) -> Result<(), Problems> {
    if let Some(block) = block {
        let id = block.id;
        let spec = block.spec(file, calendars).ok_or_else(|| broken(id))?;
        let calendar = spec.resolve()?;
        calendars.push(calendar);
    }
    Ok(())
}

/// What all calendars of a file share.
#[derive(Default)]
struct File<'a> {
    source: &'a str,
    version: &'a str,
    dated: Option<Date>,
    names: HashMap<&'a str, &'a str>,
}

impl<'a> File<'a> {
    fn line(&mut self, word: &str, rest: &'a str) -> Option<()> {
        match word {
            "source" => self.source = rest,
            "version" => self.version = rest,
            "dated" => self.dated = Some(Date::parse(rest).ok()?),
            "name" => {
                let (key, name) = rest.split_once(' ')?;
                self.names.insert(key, name);
            }
            _ => return None,
        }
        Some(())
    }
}

/// The lines of one calendar.
#[derive(Default)]
struct Block<'a> {
    id: &'a str,
    title: Option<&'a str>,
    extends: Option<&'a str>,
    weekend: Option<Weekend>,
    first: Option<Date>,
    last: Option<Date>,
    holidays: Vec<Stated<'a>>,
    working_weekends: Vec<Stated<'a>>,
    removes: Vec<Stated<'a>>,
}

impl<'a> Block<'a> {
    fn new(id: &'a str) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    fn line(&mut self, word: &str, rest: &'a str, file: &File<'a>) -> Option<()> {
        match word {
            "title" => self.title = Some(rest),
            "extends" => self.extends = Some(rest),
            "weekend" => {
                let days = rest.split(' ').map(Weekday::parse);
                self.weekend = Some(days.collect::<Option<_>>()?);
            }
            "first" => self.first = Some(Date::parse(rest).ok()?),
            "last" => self.last = Some(Date::parse(rest).ok()?),
            year => {
                let year = year.parse().ok()?;
                for day in rest.split(' ') {
                    self.day(year, day, file)?;
                }
            }
        }
        Some(())
    }

    fn day(&mut self, year: i32, day: &'a str, file: &File<'a>) -> Option<()> {
        let signed = day.trim_start_matches(['+', '-']);
        let (month_day, key) = signed.split_at_checked(4)?;
        let (month, day_of_month) = month_day.split_at_checked(2)?;
        let date = Date::from_ymd(year, month.parse().ok()?, day_of_month.parse().ok()?).ok()?;
        let name = file.names.get(key).copied();
        let days = match day.as_bytes().first()? {
            b'-' => &mut self.removes,
            b'+' => &mut self.working_weekends,
            _ => &mut self.holidays,
        };
        // Only what is removed goes without a name.
        if day.starts_with('-') != name.is_none() {
            return None;
        }
        let at = days.len();
        days.push(Stated { at, date, name });
        Some(())
    }

    fn spec<'b>(self, file: &File<'_>, calendars: &'b [Calendar]) -> Option<Spec<'b>>
    where
        'a: 'b,
    {
        let base = match self.extends {
            None => Base::Nothing,
            Some(id) => Base::Extends(calendars.iter().find(|calendar| calendar.id() == id)?),
        };
        Some(Spec {
            about: About {
                id: self.id.to_owned(),
                title: self.title.map(str::to_owned),
                version: file.version.to_owned(),
                source: file.source.to_owned(),
                dated: file.dated,
            },
            base,
            coverage: Some([self.first?, self.last?]),
            weekend: self.weekend,
            holidays: self.holidays,
            working_weekends: self.working_weekends,
            removes: self.removes,
        })
    }
}
