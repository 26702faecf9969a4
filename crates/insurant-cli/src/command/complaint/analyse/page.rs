//! An analysis for people.

use crate::command::text::{Table, group};
use crate::command::words::{is, items, text};
use insurant_rules::document::Json;

/// The counts at the top, with what they are called.
const COUNTS: [(&str, &str); 9] = [
    ("received", "received"),
    ("closed", "closed"),
    ("open", "open at the end"),
    ("due", "due"),
    ("late", "of those late"),
    ("decided", "decided on the merits"),
    ("upheld", "of those upheld"),
    ("reopened", "reopened"),
    ("repeat_complainants", "repeat complainants"),
];

/// The rates at the top.
const RATES: [(&str, &str); 8] = [
    ("on_time_rate", "on time, of those due"),
    ("upheld_rate", "upheld, of those decided"),
    ("repeat_rate", "repeat complainants, of all"),
    ("median_days", "days to close, median"),
    ("mean_days", "days to close, mean"),
    ("per_100_million_premium", "per 100 million premium"),
    ("per_10000_policies", "per 10,000 policies"),
    ("per_10000_persons", "per 10,000 persons"),
];

const GROUPS: [(&str, &str); 5] = [
    ("by_cause", "By cause"),
    ("by_line", "By line"),
    ("by_channel", "By channel"),
    ("by_unit", "By unit"),
    ("by_complainant_kind", "By complainant"),
];

/// The whole analysis.
pub(super) fn page(analysis: &Json) -> String {
    let empty = Json::object([]);
    let part = |key: &str| analysis.get(key).unwrap_or(&empty);
    let (form, report) = (part("form"), part("report"));
    let mut page = head(form);
    let mut add = |title: &str, table: &Table| {
        if !table.is_empty() {
            page.push_str(&format!("\n{title}\n{table}"));
        }
    };
    let mut table = Table::new(&["figure", ">now", ">before", ">change"]);
    for (key, name) in COUNTS {
        let trend = form.get(key).unwrap_or(&empty);
        table.row([name, &n(trend, "now"), &n(trend, "before"), &change(trend)]);
    }
    let before = match form.get("before_as_it_stood") {
        Some(Json::Boolean(true)) => "before: as it stood at the end of that period",
        _ => "before: by what the records say now",
    };
    add(&format!("Figures ({before})"), &table);
    let mut table = Table::new(&["rate", ">now", ">before"]);
    for (key, name) in RATES {
        let trend = form.get(key).unwrap_or(&empty);
        table.row([name, &rate(trend, "now"), &rate(trend, "before")]);
    }
    add("Rates", &table);
    let mut table = Table::new(&["days to close", ">now", ">before"]);
    for bucket in items(form, "buckets") {
        let closed = bucket.get("closed").unwrap_or(&empty);
        let days = match bucket.get("to_days") {
            Some(_) => format!("{} to {}", n(bucket, "from_days"), n(bucket, "to_days")),
            None => format!("{} and more", n(bucket, "from_days")),
        };
        table.row([days, n(closed, "now"), n(closed, "before")]);
    }
    add("Time to resolve", &table);
    for (key, title) in GROUPS {
        let head = [
            "",
            ">received",
            ">before",
            ">closed",
            ">open",
            ">due",
            ">on time",
            ">decided",
            ">upheld",
            ">reopened",
        ];
        let mut table = Table::new(&head);
        for of in items(form, key) {
            let received = of.get("received").unwrap_or(&empty);
            let counts = [
                "closed", "open", "due", "on_time", "decided", "upheld", "reopened",
            ];
            let mut row = vec![named(of), n(received, "now"), n(received, "before")];
            row.extend(counts.map(|count| n(of, count)));
            table.row(row);
        }
        add(title, &table);
    }
    let mut table = Table::new(&[">rank", "cause", ">received", ">before", ">share"]);
    for top in items(report, "top_causes") {
        let received = top.get("received").unwrap_or(&empty);
        table.row([
            n(top, "rank"),
            named(top),
            n(received, "now"),
            n(received, "before"),
            rate(top, "share"),
        ]);
    }
    add("Causes received most", &table);
    let mut table = Table::new(&["cause", ">received"]);
    for unknown in items(form, "unclassified") {
        table.row([named(unknown), n(unknown, "received")]);
    }
    add("Causes that the scheme does not know", &table);
    let mut table = Table::new(&["complaint", "due", "answered", ">days late", "unit"]);
    for late in items(report, "late") {
        let answered = match text(late, "answered_on") {
            "" => "not yet",
            day => day,
        };
        let (id, due, unit) = (
            text(late, "complaint_id"),
            text(late, "due_on"),
            text(late, "unit_id"),
        );
        table.row([id, due, answered, &n(late, "days_late"), unit]);
    }
    let hidden = shown(report, "late", "late_count");
    add(
        &format!("Late: {}{hidden}", n(report, "late_count")),
        &table,
    );
    for finding in items(report, "findings") {
        let (title, named) = match text(finding, "finding") {
            "absent_survivor" => (
                "Gone on as part of a complaint that is not here",
                "survivor",
            ),
            _ => (
                "Without a clock of a procedure, which may leave them out of what is on time",
                "procedure",
            ),
        };
        let mut table = Table::new(&["complaint", named]);
        for found in items(finding, "complaints") {
            table.row([text(found, "complaint_id"), text(found, "named")]);
        }
        let hidden = shown(finding, "complaints", "count");
        add(&format!("{title}: {}{hidden}", n(finding, "count")), &table);
    }
    let mut table = Table::new(&[
        "action", "cause", "owner", "due", "state", "proof", "effect",
    ]);
    for action in items(form, "actions") {
        let cause = action.get("cause").unwrap_or(&empty);
        let effect = action.get("effect").unwrap_or(&empty);
        table.row([
            text(action, "action_id"),
            &named(cause),
            text(action, "owner"),
            text(action, "due_on"),
            text(action, "state"),
            if is(action, "proven") { "yes" } else { "no" },
            text(effect, "effect"),
        ]);
    }
    add("Corrective actions", &table);
    page
}

fn head(form: &Json) -> String {
    let empty = Json::object([]);
    let span = |key: &str| {
        let span = form.get(key).unwrap_or(&empty);
        format!("{} up to {}", text(span, "from"), text(span, "to"))
    };
    format!(
        "Complaints from {}, as of {}, compared with {}\n{} looked at, {} open before\n",
        span("period"),
        text(form, "as_of"),
        span("previous"),
        n(form, "cases"),
        n(form, "open_before")
    )
}

/// How to see all of a list of which only some are shown.
fn shown(json: &Json, list: &str, count: &str) -> String {
    let shown = items(json, list).len();
    match n(json, count) {
        count if count != group(&shown.to_string()) => {
            format!(
                ", of which {shown} here; `list` in the file of --spec says how many are listed"
            )
        }
        _ => String::new(),
    }
}

/// A count.
fn n(json: &Json, key: &str) -> String {
    json.get(key)
        .map_or(String::new(), |count| group(&count.to_canonical_string()))
}

fn change(trend: &Json) -> String {
    let change = n(trend, "difference");
    match change.starts_with(['-', '0']) {
        true => change,
        false => format!("+{change}"),
    }
}

/// A rate to six places, or why there is none.
fn rate(json: &Json, key: &str) -> String {
    let empty = Json::object([]);
    let rate = json.get(key).unwrap_or(&empty);
    match text(rate, "state") {
        "known" => group(text(rate, "shown")),
        _ => text(rate, "reason").replace('_', " "),
    }
}

/// What a group has in common.
fn named(of: &Json) -> String {
    match (text(of, "key"), text(of, "function"), text(of, "reason")) {
        ("", "", _) => "not said, or unknown".to_owned(),
        ("", function, "") => function.to_owned(),
        ("", function, reason) => format!("{function}/{reason}"),
        (key, ..) => key.to_owned(),
    }
}
