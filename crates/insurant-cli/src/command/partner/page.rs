//! Answers about partners as a table and as CSV.

use crate::command::text::{Table, counted};
use insurant_rules::document::Json;

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Admission,
    Score,
}

/// The title of the vetoes after the period.
const LATER: &str = "after the period";

/// The columns: title for people, and name for CSV.
const ADMISSION: [(&str, &str); 4] = [
    ("partner", "partner_id"),
    ("outcome", "outcome"),
    ("why", "reasons"),
    (">preference", "preference_points"),
];
const SCORE: [(&str, &str); 9] = [
    ("partner", "partner_id"),
    ("outcome", "outcome"),
    (">points", "points"),
    (">line", "line"),
    ("grade", "grade"),
    (">commission", "commission"),
    ("veto", "vetoes"),
    ("findings", "findings"),
    (LATER, "later_vetoes"),
];

fn text(json: &Json, path: &[&str]) -> String {
    let found = path.iter().try_fold(json, |json, key| json.get(key));
    found.and_then(Json::text).unwrap_or_default().to_owned()
}

/// The words of a list: each with what it is about.
fn list(json: &Json, path: &[&str], keys: &[&str]) -> String {
    let found = path.iter().try_fold(json, |json, key| json.get(key));
    let items = found.map_or(&[][..], Json::items).iter();
    let words = items.map(|item| {
        let words = keys.iter().map(|key| text(item, &[key]));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        words.join(" ")
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The vetoes after the period: since when each is known, and from when it is effective.
fn later(answer: &Json) -> String {
    let found = answer.get("veto").and_then(|veto| veto.get("later"));
    let each = found.map_or(&[][..], Json::items).iter().map(|event| {
        let [code, id] = ["code", "event_id"].map(|key| text(event, &[key]));
        let [known, effective] = ["known_since", "effective_from"].map(|key| text(event, &[key]));
        format!("{code} {id}, known since {known}, effective from {effective}")
    });
    each.collect::<Vec<_>>().join("; ")
}

fn cells(kind: Kind, answer: &Json) -> Vec<String> {
    match kind {
        Kind::Admission => vec![
            text(answer, &["partner_id"]),
            text(answer, &["outcome"]),
            list(answer, &["reasons"], &["reason", "event_id"]),
            text(answer, &["preference", "points"]),
        ],
        Kind::Score => vec![
            text(answer, &["partner_id"]),
            text(answer, &["outcome"]),
            text(answer, &["pass", "points"]),
            text(answer, &["pass", "line"]),
            text(answer, &["grade"]),
            text(answer, &["commission"]),
            list(
                answer,
                &["veto", "reasons"],
                &["why", "code", "event_id", "rule"],
            ),
            list(answer, &["findings"], &["finding", "reward_id"]),
            later(answer),
        ],
    }
}

const fn columns(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Admission => &ADMISSION,
        Kind::Score => &SCORE,
    }
}

/// A table, and how many there are of each outcome.
pub(super) fn table(kind: Kind, answers: &[Json]) -> String {
    let titles: Vec<&str> = columns(kind).iter().map(|(title, _)| *title).collect();
    // A column that says nothing of anybody is not shown to people.
    let silent = |at: usize| {
        LATER == titles.get(at).copied().unwrap_or_default()
            && answers.iter().all(|answer| later(answer).is_empty())
    };
    let shown = |cells: Vec<String>| -> Vec<String> {
        let cells = cells.into_iter().enumerate();
        cells
            .filter(|(at, _)| !silent(*at))
            .map(|(_, cell)| cell)
            .collect()
    };
    let heads: Vec<String> = shown(titles.iter().map(|title| (*title).to_owned()).collect());
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut table = Table::new(&heads);
    let mut outcomes: Vec<(String, u64)> = Vec::new();
    for answer in answers {
        table.row(shown(cells(kind, answer)));
        let outcome = text(answer, &["outcome"]);
        match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, count)) => *count += 1,
            None => outcomes.push((outcome, 1)),
        }
    }
    outcomes.sort();
    let number = u64::try_from(answers.len()).unwrap_or(u64::MAX);
    let counts = outcomes
        .iter()
        .map(|(outcome, count)| format!("{count} {outcome}"));
    let counts: Vec<String> = counts.collect();
    let total = counted(number, "partner", "partners");
    if answers.is_empty() {
        return format!("{total}\n");
    }
    format!("{table}\n{total}: {}\n", counts.join(", "))
}

/// CSV, a row a partner.
pub(super) fn csv(kind: Kind, answers: &[Json]) -> String {
    let mut lines = String::new();
    let names: Vec<String> = columns(kind)
        .iter()
        .map(|(_, name)| (*name).to_owned())
        .collect();
    for row in std::iter::once(names).chain(answers.iter().map(|answer| cells(kind, answer))) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        lines.push_str(&cells.join(","));
        lines.push('\n');
    }
    lines
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
