//! Calendars that a host supplies: what such a document looks like, and its reading.

use super::data::About;
use super::spec::{Base, Spec, Stated};
use super::weekday::{Weekday, Weekend};
use crate::date::Date;
use insurant_rules::code as rules;
use insurant_rules::document::{Document, Field, Node, Path, Shape, TextForm, Value};
use insurant_rules::{Problem, Problems};
use std::sync::LazyLock;

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn slug() -> Shape {
    Shape::text(TextForm::Slug, 128)
}

/// What a calendar document looks like.
pub(crate) static CALENDAR: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "Calendar",
        "The working days between two dates. It states its own coverage and weekend, or takes \
         them from a calendar that it extends, or from several of which all must be open.",
        [
            required(
                "id",
                slug(),
                "Its id. The id of a built-in calendar replaces that one.",
            ),
            optional("title", Shape::line(), "What it is, for people."),
            required(
                "version",
                Shape::text(TextForm::Version, 128),
                "The version of its data.",
            ),
            required("source", Shape::line(), "Where its data comes from."),
            optional(
                "dated",
                Shape::Date,
                "The day on which the data was published or taken.",
            ),
            optional(
                "extends",
                slug(),
                "A calendar whose days hold here too, unless a day says otherwise.",
            ),
            optional(
                "all_of",
                Shape::list_within(slug(), 2, 16),
                "Calendars of which all must be open: the company's and the regulator's.",
            ),
            optional("coverage", coverage(), "The days that it answers for."),
            optional(
                "weekend",
                weekend(),
                "The days of the week on which nobody works.",
            ),
            optional(
                "holidays",
                Shape::list(day(true)),
                "Days off, on the weekend or not.",
            ),
            optional(
                "working_weekends",
                Shape::list(day(false)),
                "Days of the weekend on which people work.",
            ),
            optional(
                "removes",
                Shape::list(Shape::Date),
                "Holidays and working weekends of the calendar extended that are ordinary days here.",
            ),
        ],
    )
});

/// First and last day covered.
pub(crate) fn coverage() -> Shape {
    Shape::object(
        "Coverage",
        "The days that a calendar answers for, both included.",
        [
            Field::required("first", Shape::Date, "The first day."),
            Field::required("last", Shape::Date, "The last day."),
        ],
    )
}

/// Days of the week.
pub(crate) fn weekend() -> Shape {
    Shape::list_within(Shape::one_of(Weekday::WORDS.iter().copied()), 0, 7)
}

/// A day with a name, which working weekends may go without.
pub(crate) fn day(holiday: bool) -> Shape {
    let (object, doc) = if holiday {
        ("Holiday", "A day off.")
    } else {
        (
            "WorkingWeekend",
            "A day of the weekend on which people work.",
        )
    };
    let name = Field {
        required: holiday,
        ..Field::required("name", Shape::line(), "What it is called.")
    };
    let date = Field::required("date", Shape::Date, "The day.");
    Shape::object(object, doc, [date, name])
}

/// A document that was read, before the calendars that it builds on are looked up.
pub(super) struct Draft {
    document: Document,
    shape: Problems,
}

impl Draft {
    pub(super) fn read(document: Document) -> Self {
        let mut shape = Problems::new();
        CALENDAR.check(&document, document.root(), &Path::ROOT, &mut shape);
        let mut draft = Self { document, shape };
        draft.weekend_twice();
        draft.both_bases();
        draft
    }

    fn root(&self) -> &Node {
        self.document.root()
    }

    /// Empty when it has none, which the shape reports.
    pub(super) fn id(&self) -> &str {
        self.root().text_at("id").unwrap_or_default()
    }

    /// The ids of the calendars that it builds on, each with its path.
    pub(super) fn bases(&self) -> Vec<(String, &str)> {
        let one = self.root().text_at("extends");
        let one = one.map(|id| ("extends".to_owned(), id));
        let many = self.root().items_at("all_of").iter().enumerate();
        let many = many.filter_map(|(i, node)| Some((format!("all_of[{i}]"), node.text()?)));
        one.into_iter().chain(many).collect()
    }

    /// Whether it is one calendar that it extends.
    pub(super) fn extends(&self) -> bool {
        self.root().get("extends").is_some()
    }

    /// Everything wrong with it: what the shape says, then what else was found, where the shape
    /// has said nothing of the same value or a part of it.
    pub(super) fn problems(&self, more: Problems) -> Problems {
        let mut all = self.shape.clone();
        // Of what is no object, nothing is missing.
        let object = matches!(self.root().value, Value::Map(_));
        for problem in more.into_iter().filter(|_| object) {
            let place = self.document.place_at(&problem.place().path);
            let said = |known: &Problem| {
                let rest = known.place().path.strip_prefix(&place.path);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            if !self.shape.iter().any(said) {
                all.push(problem.at(place));
            }
        }
        all
    }

    /// The calendar as written, over what it builds on.
    pub(super) fn spec<'a>(&'a self, base: Base<'a>) -> Spec<'a> {
        let root = self.root();
        let text = |key| root.text_at(key).unwrap_or_default().to_owned();
        let days = |key| root.items_at(key).iter().enumerate();
        let stated = |(at, node): (usize, &'a Node)| {
            Some(Stated {
                at,
                date: node.date_at("date")?,
                name: node.text_at("name"),
            })
        };
        let removed = |(at, node): (usize, &'a Node)| {
            let (date, name) = (node.date()?, None);
            Some(Stated { at, date, name })
        };
        Spec {
            about: About {
                id: text("id"),
                title: root.text_at("title").map(str::to_owned),
                version: text("version"),
                source: text("source"),
                dated: root.date_at("dated"),
            },
            base,
            coverage: root.get("coverage").and_then(read_coverage),
            weekend: root.get("weekend").and_then(read_weekend),
            holidays: days("holidays").filter_map(stated).collect(),
            working_weekends: days("working_weekends").filter_map(stated).collect(),
            removes: days("removes").filter_map(removed).collect(),
        }
    }

    fn weekend_twice(&mut self) {
        let mut problems = Problems::new();
        let days = self.root().get("weekend").map_or(&[][..], Node::items);
        for (i, day) in days.iter().enumerate() {
            let text = day.text();
            if text.is_some() && days.iter().take(i).any(|before| before.text() == text) {
                let message = "the day of the week is stated twice";
                let problem = Problem::new(rules::REPEATED_MEMBER, message);
                problems.push(super::spec::at(problem, format_args!("weekend[{i}]")));
            }
        }
        self.shape = self.problems(problems);
    }

    fn both_bases(&mut self) {
        if self.extends() && self.root().get("all_of").is_some() {
            let problem = Problem::new(
                rules::CONFLICTING_FIELDS,
                "the field `all_of` stands beside `extends`",
            )
            .remedy("keep one of them");
            self.shape = self.problems(super::spec::at(problem, "all_of").into());
        }
    }
}

fn read_coverage(node: &Node) -> Option<[Date; 2]> {
    Some([node.date_at("first")?, node.date_at("last")?])
}

/// `None` when one of its days cannot be read: nothing is held against half a weekend.
fn read_weekend(node: &Node) -> Option<Weekend> {
    let day = |node: &Node| Weekday::parse(node.text()?);
    node.items().iter().map(day).collect()
}
