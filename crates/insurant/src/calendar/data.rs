//! A calendar: its days, and what is known about where they come from.

use super::day::{Day, DayKind, Named};
use super::days::Days;
use super::weekday::Weekend;
use crate::date::Date;
use insurant_rules::document::{Json, Object, fingerprint};
use std::sync::{Arc, OnceLock};

/// Working days, weekends and holidays between two dates.
///
/// It answers only for the days it covers: asked about another, it is an error that names the
/// calendar and the days covered, never a guess. Cheap to clone, immutable, shareable.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::calendar::Calendars;
///
/// let calendars = Calendars::builtin();
/// let china = calendars.get("cn")?;
/// // Saturday 8 February 2025 is worked for the days off of Spring Festival.
/// assert!(china.is_working(Date::parse("2025-02-08")?)?);
/// let due = china.add_working_days(Date::parse("2025-01-27")?, 2)?;
/// assert_eq!(due.to_string(), "2025-02-06");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Calendar(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    about: About,
    first: Date,
    last: Date,
    weekend: Weekend,
    named: Vec<Named>,
    days: Days,
    fingerprint: OnceLock<String>,
}

/// What a calendar is called and where its days come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) version: String,
    pub(super) source: String,
    pub(super) dated: Option<Date>,
}

impl Calendar {
    /// A calendar of days in order, all within the coverage, working ones on the weekend only.
    pub(super) fn new(
        about: About,
        [first, last]: [Date; 2],
        weekend: Weekend,
        named: Vec<Named>,
    ) -> Self {
        let range = first.days()..=last.days();
        let mut works: Vec<bool> = range
            .filter_map(|day| Date::from_days(day).ok())
            .map(|date| !weekend.falls_on(date))
            .collect();
        for day in &named {
            let offset = usize::try_from(day.date.days() - first.days());
            if let Some(works) = offset.ok().and_then(|offset| works.get_mut(offset)) {
                *works = day.works;
            }
        }
        Self(Arc::new(Inside {
            about,
            first,
            last,
            weekend,
            named,
            days: Days::new(&works),
            fingerprint: OnceLock::new(),
        }))
    }

    /// Its id, such as `cn` or `gb-sct`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.about.id
    }

    /// What it is, for people.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.about.title.as_deref()
    }

    /// The version of its data.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.about.version
    }

    /// Where its data comes from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.about.source
    }

    /// The day on which its data was published or taken.
    #[must_use]
    pub fn dated(&self) -> Option<Date> {
        self.0.about.dated
    }

    /// The first and the last day that it answers for.
    #[must_use]
    pub fn coverage(&self) -> [Date; 2] {
        [self.0.first, self.0.last]
    }

    /// Whether it answers for a day.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        self.0.first <= date && date <= self.0.last
    }

    /// The days of the week that are weekend, unless a date says otherwise.
    #[must_use]
    pub fn weekend(&self) -> Weekend {
        self.0.weekend
    }

    /// The days that are no ordinary ones, in order: holidays, also those that fall on a weekend,
    /// and weekend days on which people work.
    pub fn named_days(&self) -> impl DoubleEndedIterator<Item = Day<'_>> {
        self.0.named.iter().map(Named::day)
    }

    /// The holiday or working weekend on a date.
    pub(super) fn named(&self, date: Date) -> Option<&Named> {
        let at = self.0.named.binary_search_by_key(&date, |day| day.date);
        self.0.named.get(at.ok()?)
    }

    pub(super) fn about(&self) -> &About {
        &self.0.about
    }

    pub(super) fn days(&self) -> &Days {
        &self.0.days
    }

    /// The calendar as a document, with everything that it extends worked in.
    #[must_use]
    pub fn to_json(&self) -> Object {
        let list = |kind| {
            let days = self.named_days().filter(move |day| day.kind == kind);
            Json::list(days.map(day_json))
        };
        let [first, last] = self.coverage();
        let about = self.about();
        Object::new()
            .with("id", about.id.as_str())
            .with_some("title", about.title.as_deref())
            .with("version", about.version.as_str())
            .with("source", about.source.as_str())
            .with_some("dated", about.dated.map(|date| date.to_string()))
            .with("coverage", coverage_json([first, last]))
            .with("weekend", weekend_json(self.weekend()))
            .with("holidays", list(DayKind::Holiday))
            .with("working_weekends", list(DayKind::WorkingWeekend))
    }

    /// The digest of the calendar's canonical JSON: the same days from the same source have the
    /// same fingerprint, in every language.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        let make = || fingerprint(&Json::Object(self.to_json()).to_canonical_string());
        self.0.fingerprint.get_or_init(make)
    }
}

pub(crate) fn day_json(day: Day<'_>) -> Object {
    Object::new()
        .with("date", day.date.to_string())
        .with_some("name", day.name)
}

pub(crate) fn coverage_json([first, last]: [Date; 2]) -> Json {
    Json::object([
        ("first", first.to_string().into()),
        ("last", last.to_string().into()),
    ])
}

pub(crate) fn weekend_json(weekend: Weekend) -> Json {
    Json::list(weekend.days().map(super::Weekday::as_str))
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        let parts = |c: &Self| (c.0.first, c.0.last, c.0.weekend);
        Arc::ptr_eq(&self.0, &other.0)
            || (self.0.about == other.0.about
                && parts(self) == parts(other)
                && self.0.named == other.0.named)
    }
}

impl Eq for Calendar {}
