//! A rulebook for people, and as TOML.

use crate::command::stop::Stop;
use crate::command::text::Table;
use crate::command::words::{is, items, text as word};
use insurant_rules::document::Json;
use insurant_rules::rulebook::{Rulebook, Section};
use insurant_rules::{Code, Problem};

/// A rulebook that cannot be written in a form.
const UNWRITABLE_FORM: Code = Code::new("unwritable_form");

/// The rulebook as TOML.
pub(super) fn toml(rulebook: &Rulebook) -> Result<String, Stop> {
    toml::to_string_pretty(&value(&rulebook.to_json())).map_err(|error| {
        let message = format!("the rulebook cannot be written as TOML: {error}");
        Problem::new(UNWRITABLE_FORM, message)
            .remedy("ask for --format json")
            .into()
    })
}

fn value(json: &Json) -> toml::Value {
    match json {
        Json::Boolean(value) => toml::Value::Boolean(*value),
        Json::Text(text) => toml::Value::String(text.clone()),
        Json::List(items) => toml::Value::Array(items.iter().map(value).collect()),
        Json::Object(object) => {
            let members = object
                .iter()
                .map(|(key, json)| (key.to_owned(), value(json)));
            toml::Value::Table(members.collect())
        }
        Json::Integer(_) => {
            let written = json.to_canonical_string();
            written
                .parse()
                .map_or(toml::Value::String(written), toml::Value::Integer)
        }
    }
}

/// The rulebook for reading.
pub(super) fn text(rulebook: &Rulebook) -> String {
    let json = rulebook.to_json();
    let mut page = format!("{}\n", rulebook.reference());
    let mut line = |text: &str| {
        page.push_str(text);
        page.push('\n');
    };
    for about in [rulebook.title(), rulebook.doc()].into_iter().flatten() {
        line(about);
    }
    line(&format!(
        "{}, in force from {}",
        rulebook.currency(),
        rulebook.effective()
    ));
    if !rulebook.bases().is_empty() {
        line(&format!("extends {}", rulebook.bases().join(", ")));
    }
    line(&rulebook.fingerprint());
    let mut table = Table::new(&["convention", "answer"]);
    for convention in rulebook.conventions() {
        table.row([&convention.name, &convention.word]);
    }
    section(&mut page, "Conventions", &table);
    let mut table = Table::new(&["parameter", ">value", "source", "what it is"]);
    for (id, parameter) in rulebook.parameters() {
        table.row([
            id.to_owned(),
            parameter.value.literal.to_string(),
            source(
                parameter.about.source.as_deref().unwrap_or_default(),
                parameter.example,
            ),
            parameter.about.doc.clone().unwrap_or_default(),
        ]);
    }
    section(&mut page, "Parameters", &table);
    let mut table = Table::new(&["input", "type", "what it is"]);
    for (name, input) in rulebook.inputs() {
        let doc = input.about.doc.clone().unwrap_or_default();
        table.row([name.to_owned(), input.ty.word.clone(), doc]);
    }
    section(&mut page, "Inputs: columns of customers", &table);
    let mut table = Table::new(&["condition", "when"]);
    for (name, condition) in rulebook.conditions() {
        table.row([name.to_owned(), condition.when.to_string()]);
    }
    section(&mut page, "Conditions", &table);
    for part in rulebook.sections() {
        let Some(section) = json.get(&part.name) else {
            continue;
        };
        page.push_str(&format!("\n{}\n", part.name));
        for rule in items(section, "rules") {
            rule_text(&mut page, rule);
        }
        for table in items(section, "tables") {
            lookup_text(&mut page, table);
        }
        for named in &part.scorecards {
            let Some(card) = section.get(&named.name) else {
                continue;
            };
            // A scorecard that stands alone needs no name.
            if named.name != "scorecard" {
                page.push_str(&format!("\n  {}\n", named.name));
            }
            scorecard_text(&mut page, card);
        }
        if part.records.is_some() {
            records_text(&mut page, part, section);
        }
    }
    page
}

fn section(page: &mut String, title: &str, table: &Table) {
    if !table.is_empty() {
        page.push_str(&format!("\n{title}\n{table}"));
    }
}

fn source(source: &str, example: bool) -> String {
    match (source, example) {
        ("", true) => "example".to_owned(),
        (source, true) => format!("{source}; example"),
        (source, false) => source.to_owned(),
    }
}

fn rule_text(page: &mut String, rule: &Json) {
    let id = word(rule, "id");
    let outcome = word(rule, "outcome");
    let outcome = if outcome.is_empty() || outcome == id {
        String::new()
    } else {
        format!(" -> {outcome}")
    };
    let example = is(rule, "example");
    let from = source(word(rule, "source"), example);
    let from = if from.is_empty() {
        from
    } else {
        format!(" ({from})")
    };
    page.push_str(&format!("  {id}{outcome}{from}\n"));
    if !word(rule, "doc").is_empty() {
        page.push_str(&format!("      {}\n", word(rule, "doc")));
    }
    page.push_str(&format!("      when {}\n", word(rule, "when")));
    if !word(rule, "holds").is_empty() {
        page.push_str(&format!("      holds {}\n", word(rule, "holds")));
    }
}

/// A range of values: `from 1 to below 3`.
fn range(band: &Json) -> String {
    match (word(band, "from"), word(band, "below")) {
        ("", "") => "any".to_owned(),
        ("", below) => format!("below {below}"),
        (from, "") => format!("from {from}"),
        (from, below) => format!("from {from} to below {below}"),
    }
}

/// A value as it is written in a rulebook.
fn plain(json: &Json) -> String {
    let text = json.text().map(str::to_owned);
    text.unwrap_or_else(|| json.to_canonical_string())
}

/// The points that something earns.
fn points(of: &Json) -> String {
    counted(&of.get("points").map(plain).unwrap_or_default())
}

fn counted(points: &str) -> String {
    let unit = if points == "1" { "point" } else { "points" };
    format!("{points} {unit}")
}

fn scorecard_text(page: &mut String, card: &Json) {
    for part in items(card, "dimensions") {
        let example = if is(part, "example") {
            " (example)"
        } else {
            ""
        };
        let (id, weight) = (word(part, "id"), word(part, "weight"));
        page.push_str(&format!("  dimension {id}: weight {weight}{example}\n"));
        for floor in items(part, "floors") {
            let (least, best) = (word(floor, "least"), word(floor, "best"));
            page.push_str(&format!("      below {least}: at best {best}\n"));
        }
    }
    for part in items(card, "characteristics") {
        let (id, value, weight) = (word(part, "id"), word(part, "value"), word(part, "weight"));
        let dimension = match word(part, "dimension") {
            "" => String::new(),
            dimension => format!(" of {dimension}"),
        };
        let example = if is(part, "example") {
            " (example)"
        } else {
            ""
        };
        page.push_str(&format!(
            "  {id}{dimension}: `{value}`, weight {weight}{example}\n"
        ));
        for band in items(part, "bands") {
            page.push_str(&format!("      {}: {}\n", range(band), points(band)));
        }
        for case in items(part, "cases") {
            let words = items(case, "is").iter().map(plain);
            let words: Vec<String> = words.collect();
            page.push_str(&format!("      {}: {}\n", words.join(", "), points(case)));
        }
        if let Some(otherwise) = part.get("otherwise") {
            page.push_str(&format!(
                "      otherwise: {}\n",
                counted(&plain(otherwise))
            ));
        }
        if let Some(missing) = part.get("missing") {
            let said = match missing.text() {
                Some(said) => said.to_owned(),
                None => points(missing),
            };
            page.push_str(&format!("      missing: {said}\n"));
        }
    }
    for veto in items(card, "vetoes") {
        let (id, when, grade) = (word(veto, "id"), word(veto, "when"), word(veto, "grade"));
        page.push_str(&format!("  veto {id}: {grade} when {when}\n"));
    }
    for grade in items(card, "grades") {
        page.push_str(&format!("  {}: {}\n", range(grade), word(grade, "grade")));
    }
}

fn lookup_text(page: &mut String, table: &Json) {
    let on: Vec<&str> = items(table, "on").iter().filter_map(Json::text).collect();
    page.push_str(&format!("  {} by {}\n", word(table, "id"), on.join(", ")));
    if !word(table, "doc").is_empty() {
        page.push_str(&format!("      {}\n", word(table, "doc")));
    }
    for row in items(table, "rows") {
        let cells = items(row, "match").iter().map(|cell| match cell {
            Json::Object(_) => range(cell),
            Json::Text(any) if any == "*" => "any".to_owned(),
            other => plain(other),
        });
        let cells: Vec<String> = cells.collect();
        page.push_str(&format!(
            "      {}: {}\n",
            cells.join(", "),
            row.get("value").map(plain).unwrap_or_default()
        ));
    }
    if let Some(otherwise) = table.get("otherwise") {
        page.push_str(&format!("      otherwise: {}\n", plain(otherwise)));
    }
}

/// A section of records: what it says of itself, then each list.
fn records_text(page: &mut String, part: &Section, section: &Json) {
    let Json::Object(fields) = section else {
        return;
    };
    // What else the section holds was told.
    let told = |key: &str| ["rules", "tables"].contains(&key) || part.scorecard(key).is_some();
    let fields: Vec<_> = fields.iter().filter(|(key, _)| !told(key)).collect();
    let is_list = |json: &Json| matches!(json.items().first(), Some(Json::Object(_)));
    for (key, json) in fields.iter().filter(|(_, json)| !is_list(json)) {
        page.push_str(&format!("  {key}: {}\n", written(json)));
    }
    for (key, json) in fields.iter().filter(|(_, json)| is_list(json)) {
        page.push_str(&format!("\n  {key}\n"));
        for record in json.items() {
            record_text(page, record);
        }
    }
}

fn record_text(page: &mut String, record: &Json) {
    let from = source(word(record, "source"), is(record, "example"));
    let from = if from.is_empty() {
        from
    } else {
        format!(" ({from})")
    };
    page.push_str(&format!("    {}{from}\n", word(record, "id")));
    if !word(record, "doc").is_empty() {
        page.push_str(&format!("        {}\n", word(record, "doc")));
    }
    let Json::Object(fields) = record else {
        return;
    };
    let told = ["id", "source", "example", "doc"];
    for (key, json) in fields.iter().filter(|(key, _)| !told.contains(key)) {
        page.push_str(&format!("        {key}: {}\n", written(json)));
    }
}

/// A value of a record in a line: lists with commas, parts of a part in brackets.
fn written(json: &Json) -> String {
    match json {
        Json::List(items) => items.iter().map(written).collect::<Vec<_>>().join(", "),
        Json::Object(fields) => {
            let fields = fields.iter();
            let fields = fields.map(|(key, json)| format!("{key} {}", written(json)));
            format!("({})", fields.collect::<Vec<_>>().join(", "))
        }
        other => plain(other),
    }
}
