//! Operations on calendars: check, list, show, schema, and counting working days.

use super::{Call, Operation, problems_json};
use crate::calendar::{
    CALENDAR, Calendar, Day, DayKind, coverage, coverage_json, day, day_json, together_of, weekend,
    weekend_json,
};
use crate::code::OUTSIDE_CALENDAR;
use crate::date::Date;
use insurant_rules::document::{Document, Field, Json, Node, Object, Shape, TextForm};
use insurant_rules::{Problem, Problems};
use std::borrow::Cow;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "calendar_check",
        doc: "Everything that is wrong with a calendar, all at once, each with its place.",
        input: || {
            Shape::object(
                "CalendarCheckInput",
                "A calendar as text, JSON or TOML.",
                [
                    required(
                        "text",
                        Shape::text(TextForm::Free, 16 << 20),
                        "The whole document.",
                    ),
                    optional("name", Shape::line(), "Its file name, for the messages."),
                ],
            )
        },
        output: || Shape::Any,
        run: check,
        lenient: false,
    },
    Operation {
        name: "calendar_list",
        doc: "The calendars of the engine.",
        input: || Shape::object("CalendarListInput", "Nothing.", []),
        output: || {
            let calendars = Shape::list(Shape::object(
                "AboutCalendar",
                "A calendar.",
                about_fields(),
            ));
            let field = required("calendars", calendars, "The calendars, in order of id.");
            Shape::object("CalendarList", "The calendars.", [field])
        },
        run: list,
        lenient: false,
    },
    Operation {
        name: "calendar_schema",
        doc: "The JSON Schema of calendars that a host supplies.",
        input: || Shape::object("CalendarSchemaInput", "Nothing.", []),
        output: || Shape::Any,
        run: schema,
        lenient: false,
    },
    Operation {
        name: "calendar_show",
        doc: "A calendar, resolved with what it extends: its holidays and working weekends, of one year or all.",
        input: || {
            let year = Shape::Integer {
                min: 1900,
                max: 2199,
            };
            Shape::object(
                "CalendarShowInput",
                "Which.",
                [
                    required("calendar", Shape::line(), "The id."),
                    optional("year", year, "Only the days of this year."),
                ],
            )
        },
        output: shown,
        run: show,
        lenient: false,
    },
    Operation {
        name: "working_days",
        doc: "The n-th working day after or before a day, or how many working days lie between two.",
        input: || {
            Shape::object(
                "WorkingDaysInput",
                "A day, and where to count to.",
                [
                    required(
                        "calendars",
                        calendars(),
                        "Ids, or calendars themselves; of several, all must be open.",
                    ),
                    required(
                        "from",
                        Shape::Date,
                        "The day from which to count; it does not count itself.",
                    ),
                    optional(
                        "add",
                        Shape::Integer {
                            min: -MOST,
                            max: MOST,
                        },
                        "So many working days later, or earlier when below zero.",
                    ),
                    optional(
                        "to",
                        Shape::Date,
                        "Counts the days after `from` up to this one, which counts.",
                    ),
                    optional(
                        "explain",
                        Shape::Boolean,
                        "Also lists the days that are no ordinary working days.",
                    ),
                ],
            )
            .exactly_one(["add", "to"])
        },
        output: counted,
        run: working_days,
        lenient: false,
    },
];

/// No calendar has more days.
const MOST: i64 = 110_000;

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn calendars() -> Shape {
    let one = Shape::any_of([Shape::line(), CALENDAR.clone()]);
    Shape::list_within(one, 1, 16)
}

fn about_fields() -> Vec<Field> {
    vec![
        required("id", Shape::line(), "Its id."),
        optional("title", Shape::line(), "What it is."),
        required("version", Shape::line(), "The version of its data."),
        required("source", Shape::line(), "Where its data comes from."),
        optional(
            "dated",
            Shape::Date,
            "When its data was published or taken.",
        ),
        required("coverage", coverage(), "The days that it answers for."),
        required(
            "weekend",
            weekend(),
            "The days of the week on which nobody works.",
        ),
        required("fingerprint", Shape::line(), "That of its resolved form."),
    ]
}

fn shown() -> Shape {
    let mut fields = about_fields();
    fields.extend([
        optional(
            "year",
            Shape::integer(),
            "The year shown, when one was asked for.",
        ),
        required(
            "holidays",
            Shape::list(day(true)),
            "Days off, on the weekend or not.",
        ),
        required(
            "working_weekends",
            Shape::list(day(false)),
            "Days of the weekend on which people work.",
        ),
        required(
            "working_days",
            Shape::count(),
            "How many working days it has.",
        ),
    ]);
    Shape::object("CalendarShown", "A calendar.", fields)
}

fn counted() -> Shape {
    let used = Shape::object(
        "UsedCalendar",
        "A calendar that was counted by.",
        [
            required("id", Shape::line(), "Its id."),
            required("version", Shape::line(), "The version of its data."),
            required("fingerprint", Shape::line(), "That of its resolved form."),
        ],
    );
    let special = Shape::object(
        "SpecialDay",
        "A day that is no ordinary working day.",
        [
            required("date", Shape::Date, "The day."),
            required(
                "kind",
                Shape::one_of(DayKind::WORDS.iter().copied()),
                "What it is.",
            ),
            optional("name", Shape::line(), "What it is called."),
        ],
    );
    Shape::object(
        "WorkingDays",
        "From one day to another.",
        [
            required("from", Shape::Date, "The day from which was counted."),
            required("to", Shape::Date, "The day up to which was counted."),
            required(
                "count",
                Shape::integer(),
                "What `add` says, or the working days after `from` up to `to`; below zero when `to` comes first.",
            ),
            required(
                "from_working",
                Shape::Boolean,
                "Whether people work on `from`.",
            ),
            required("to_working", Shape::Boolean, "Whether people work on `to`."),
            required(
                "calendars",
                Shape::list(used),
                "The calendars, as they stood.",
            ),
            optional(
                "days",
                Shape::list(special),
                "Between the two, the later one included: the days off, and the weekend days on which people work.",
            ),
        ],
    )
}

fn check(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let name = input.text_at("name").unwrap_or("calendar");
    let text = input.text_at("text").unwrap_or_default();
    let checked = Document::parse(name, text).and_then(|document| {
        let id = document.root().text_at("id").unwrap_or_default().to_owned();
        let calendars = call.engine().calendars().with([document])?;
        let calendar = calendars.get(&id)?;
        Ok((id, calendar.fingerprint().to_owned()))
    });
    Ok(match checked {
        Ok((id, fingerprint)) => Json::object([
            ("calendar", id.into()),
            ("fingerprint", fingerprint.into()),
            ("ok", true.into()),
        ]),
        Err(problems) => Json::Object(match problems_json(&problems) {
            Json::Object(problems) => problems.with("ok", false),
            _ => Object::new().with("ok", false),
        }),
    })
}

fn about(calendar: &Calendar) -> Object {
    Object::new()
        .with("id", calendar.id())
        .with_some("title", calendar.title())
        .with("version", calendar.version())
        .with("source", calendar.source())
        .with_some("dated", calendar.dated().map(|date| date.to_string()))
        .with("coverage", coverage_json(calendar.coverage()))
        .with("weekend", weekend_json(calendar.weekend()))
        .with("fingerprint", calendar.fingerprint())
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn list(call: &Call<'_>) -> Result<Json, Problems> {
    let calendars = call.engine().calendars().iter().map(about);
    Ok(Json::object([("calendars", Json::list(calendars))]))
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn schema(_: &Call<'_>) -> Result<Json, Problems> {
    Ok(CALENDAR.schema())
}

fn show(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let id = input.text_at("calendar").unwrap_or_default();
    let found = call.engine().calendars().get(id);
    let calendar = found.map_err(|problem| at(call, problem, input.get("calendar"), "calendar"))?;
    let [first, last] = calendar.coverage();
    let [mut from, mut to] = [first, last];
    let year = input.integer_at("year").and_then(|y| i32::try_from(y).ok());
    if let Some(year) = year {
        let (start, end) = (Date::from_ymd(year, 1, 1), Date::from_ymd(year, 12, 31));
        from = first.max(start.unwrap_or(first));
        to = last.min(end.unwrap_or(last));
        if to < from {
            let message = format!("{year} lies outside the calendar `{id}`");
            let problem = Problem::new(OUTSIDE_CALENDAR, message)
                .expected(format!("a day from {first} to {last}"));
            return Err(at(call, problem, input.get("year"), "year"));
        }
    }
    let list = |kind| {
        let days = calendar.named_days();
        let days = days.filter(move |day| day.kind == kind && from <= day.date && day.date <= to);
        Json::list(days.map(day_json))
    };
    let working = calendar.working_days_between(from, to)?;
    let working = working + i64::from(calendar.is_working(from)?);
    let shown = about(calendar)
        .with_some("year", year)
        .with("holidays", list(DayKind::Holiday))
        .with("working_weekends", list(DayKind::WorkingWeekend))
        .with_some("working_days", Json::integer(working));
    Ok(Json::Object(shown))
}

/// A problem at a value of the input.
fn at(call: &Call<'_>, problem: Problem, node: Option<&Node>, path: &str) -> Problems {
    match node {
        Some(node) => call.placed(problem.into(), node, path),
        None => problem.into(),
    }
}

/// The calendars of a call, named or brought along.
fn parts<'a>(call: &Call<'a>) -> Result<Vec<Cow<'a, Calendar>>, Problems> {
    let (mut problems, mut parts) = (Problems::new(), Vec::new());
    for (i, node) in call.input().items_at("calendars").iter().enumerate() {
        let path = format!("calendars[{i}]");
        let set = call.engine().calendars();
        let part = match node.text() {
            Some(id) => set
                .get(id)
                .map(Cow::Borrowed)
                .map_err(|problem| at(call, problem, Some(node), &path)),
            None => brought(call, node, &path).map(Cow::Owned),
        };
        match part {
            Ok(part) => parts.push(part),
            Err(found) => problems.extend(found),
        }
    }
    problems.or(parts)
}

fn brought(call: &Call<'_>, node: &Node, path: &str) -> Result<Calendar, Problems> {
    let id = node.text_at("id").unwrap_or_default();
    let read = |document| call.engine().calendars().with([document]);
    let calendars = call.brought(path, node, read)?;
    Ok(calendars.get(id)?.clone())
}

fn working_days(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let parts = parts(call)?;
    let parts: Vec<&Calendar> = parts.iter().map(AsRef::as_ref).collect();
    let placed = |problem, key| at(call, problem, input.get(key), key);
    let calendar = together_of(&parts).map_err(|problem| placed(problem, "calendars"))?;
    let from = input.date_at("from").unwrap_or(Date::MIN);
    let from_working = calendar.is_working(from);
    let from_working = from_working.map_err(|problem| placed(problem, "from"))?;
    let (to, key) = match (input.date_at("to"), input.integer_at("add").unwrap_or(0)) {
        (Some(to), _) => (Ok(to), "to"),
        (None, n) => {
            let days = u32::try_from(n.unsigned_abs()).unwrap_or(u32::MAX);
            let to = if n < 0 {
                calendar.subtract_working_days(from, days)
            } else {
                calendar.add_working_days(from, days)
            };
            (to, "add")
        }
    };
    let to = to.map_err(|problem| placed(problem, key))?;
    let counted = calendar.working_days_between(from, to);
    let counted = counted.map_err(|problem| placed(problem, key))?;
    // `add` names the number of days even when it is counted from a day off.
    let count = input.integer_at("add").unwrap_or(counted);
    let explain = input.boolean_at("explain") == Some(true);
    let days = explain.then(|| special_days(&calendar, from.min(to), from.max(to)));
    Ok(Json::Object(
        Object::new()
            .with("from", from.to_string())
            .with("to", to.to_string())
            .with_some("count", Json::integer(count))
            .with("from_working", from_working)
            .with("to_working", calendar.is_working(to)?)
            .with("calendars", Json::list(parts.iter().copied().map(used)))
            .with_some("days", days),
    ))
}

fn used(calendar: &Calendar) -> Object {
    Object::new()
        .with("id", calendar.id())
        .with("version", calendar.version())
        .with("fingerprint", calendar.fingerprint())
}

/// The days of `(after, to]` that are no ordinary working days.
fn special_days(calendar: &Calendar, after: Date, to: Date) -> Json {
    let days = (after.days() + 1..=to.days()).filter_map(|day| Date::from_days(day).ok());
    let days = days.filter_map(|date| calendar.day(date).ok());
    let special = days.filter(|day| day.kind != DayKind::Working);
    Json::list(special.map(|day: Day<'_>| day_json(day).with("kind", day.kind.as_str())))
}
