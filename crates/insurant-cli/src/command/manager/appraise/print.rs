//! Appraisals for people and for spreadsheets, read from the canonical answer, so that they say
//! what every other host finds in it.

use crate::command::csv_row::Row;
use crate::command::text::Table;
use crate::command::words::{items, text, value};
use insurant_rules::document::Json;

const HEADER: [&str; 11] = [
    "manager",
    "unit",
    ">served",
    "rating",
    "grade",
    ">points",
    "by points",
    "by scorecard",
    "proposed",
    "change",
    "why",
];

/// One row a manager.
pub(super) fn table(answer: &Json) -> String {
    let mut table = Table::new(&HEADER);
    for appraisal in items(answer, "managers") {
        table.row(row(appraisal));
    }
    format!("  {}\n\n{table}", heading(answer))
}

/// One row a manager, for spreadsheets.
pub(super) fn csv(answer: &Json) -> String {
    let mut csv = Row::default();
    for title in HEADER {
        csv.field(&title.trim_start_matches('>').replace(' ', "_"));
    }
    csv.end();
    for appraisal in items(answer, "managers") {
        for cell in row(appraisal) {
            csv.field(&cell);
        }
        csv.end();
    }
    String::from_utf8_lossy(&csv.into_bytes()).into_owned()
}

fn heading(answer: &Json) -> String {
    let period = answer.get("period");
    let day = |key| period.map(|period| text(period, key)).unwrap_or_default();
    format!(
        "{} to {} by {}",
        day("from"),
        day("to"),
        text(answer, "rulebook")
    )
}

fn number(json: &Json, key: &str) -> String {
    json.get(key)
        .map(Json::to_canonical_string)
        .unwrap_or_default()
}

fn served(appraisal: &Json) -> String {
    let days = appraisal.get("days");
    days.map(|days| number(days, "served")).unwrap_or_default()
}

fn row(appraisal: &Json) -> [String; 11] {
    let of = |key| text(appraisal, key).to_owned();
    let score = appraisal.get("score");
    let scored = |key| {
        score
            .map(|score| text(score, key))
            .unwrap_or_default()
            .to_owned()
    };
    [
        of("manager_id"),
        of("unit_id"),
        served(appraisal),
        of("rating"),
        of("grade"),
        scored("points"),
        scored("grade_by_score"),
        scored("grade"),
        of("proposed"),
        of("change"),
        why(appraisal).join("; "),
    ]
}

/// What made it other than the points alone say.
fn why(appraisal: &Json) -> Vec<String> {
    let mut why = Vec::new();
    match text(appraisal, "reason") {
        "" => {}
        reason => why.push(reason.to_owned()),
    }
    if let Some(score) = appraisal.get("score") {
        match text(score, "veto") {
            "" => {}
            veto => why.push(format!("veto {veto}")),
        }
        let missing = items(score, "missing").iter().filter_map(Json::text);
        let missing: Vec<&str> = missing.collect();
        if !missing.is_empty() {
            why.push(format!("not known: {}", missing.join(", ")));
        }
        if let Some(floor) = score.get("floor") {
            why.push(of_floor(floor));
        }
    }
    match text(appraisal, "limited_by") {
        "" => {}
        limit => why.push(format!("limited by {limit}")),
    }
    why
}

fn of_floor(floor: &Json) -> String {
    format!(
        "{} below {}: at best {}",
        text(floor, "dimension"),
        text(floor, "least"),
        text(floor, "best")
    )
}

/// One manager, every point.
pub(super) fn explained(answer: &Json) -> String {
    let pages = items(answer, "managers").iter();
    let pages: Vec<String> = pages.map(|appraisal| page(answer, appraisal)).collect();
    pages.join("\n")
}

fn page(answer: &Json, appraisal: &Json) -> String {
    let of = |key| text(appraisal, key);
    let days = appraisal.get("days");
    let in_period = days.map(|days| number(days, "period")).unwrap_or_default();
    let mut page = format!(
        "  {}: {}\n  {}; served {} of {in_period} days\n",
        of("manager_id"),
        outcome(appraisal),
        heading(answer),
        served(appraisal),
    );
    let Some(score) = appraisal.get("score") else {
        return page;
    };
    let mut dimensions = Table::new(&["dimension", ">weight", ">points", "floors broken"]);
    for dimension in items(score, "dimensions") {
        let broken = items(dimension, "floors_broken").iter();
        let broken: Vec<String> = broken
            .map(|floor| {
                format!(
                    "below {}: at best {}",
                    text(floor, "least"),
                    text(floor, "best")
                )
            })
            .collect();
        dimensions.row([
            text(dimension, "id"),
            text(dimension, "weight"),
            text(dimension, "points"),
            &broken.join("; "),
        ]);
    }
    if !dimensions.is_empty() {
        page.push_str(&format!("\n{dimensions}"));
    }
    let mut points = Table::new(&[
        "dimension",
        "characteristic",
        "what is looked at",
        ">found",
        ">points",
        ">weight",
        ">weighted",
    ]);
    for one in items(score, "characteristics") {
        let found = one.get("shown").map(value).unwrap_or_default();
        points.row([
            text(one, "dimension"),
            text(one, "id"),
            text(one, "value"),
            &found,
            text(one, "points"),
            text(one, "weight"),
            text(one, "weighted"),
        ]);
    }
    page.push_str(&format!("\n{points}\n"));
    let scored = |key| text(score, key);
    if !scored("points").is_empty() {
        page.push_str(&format!("  {} points", scored("points")));
        match scored("grade_by_score") {
            "" => {}
            grade => page.push_str(&format!(", by which {grade}")),
        }
        page.push('\n');
    }
    for line in why(appraisal) {
        page.push_str(&format!("  {line}\n"));
    }
    if let Some(next) = score.get("to_next") {
        page.push_str(&format!("  {}\n", to_next(next)));
    }
    page
}

fn outcome(appraisal: &Json) -> String {
    let of = |key| text(appraisal, key);
    match (of("grade"), of("proposed"), of("change")) {
        ("", "", _) => of("rating").to_owned(),
        (grade, "", _) => format!("{grade}; {}", of("rating")),
        ("", proposed, change) => format!("{change} grade {proposed} proposed"),
        (grade, proposed, "confirm") if grade == proposed => format!("{grade}, confirmed"),
        (grade, proposed, change) => format!("{grade} -> {proposed} proposed ({change})"),
    }
}

/// `To principal: 3.2 points more, and in experience 5 more for the floor of 40`.
fn to_next(next: &Json) -> String {
    let mut wanted = Vec::new();
    match text(next, "points_missing") {
        "0" => {}
        points => wanted.push(format!("{points} points more")),
    }
    for floor in items(next, "floors_to_meet") {
        wanted.push(format!(
            "{} more in {} for its floor of {}",
            text(floor, "missing"),
            text(floor, "dimension"),
            text(floor, "least")
        ));
    }
    format!(
        "The score reaches {} with {}",
        text(next, "grade"),
        wanted.join(", and ")
    )
}
