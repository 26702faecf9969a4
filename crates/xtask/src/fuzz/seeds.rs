//! The first inputs of each fuzz target, and the words that the fuzzer may put into others.

mod rows;

use crate::project::Project;
use crate::run::Outcome;
use insurant::operation::operations;
use insurant::rulebook::BUILTIN;
use insurant_rules::document::{Document, Json, Node, Value};
use insurant_rules::syntax::parse;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the inputs and the words of a target lie.
pub(super) struct Seeds {
    pub(super) folder: PathBuf,
    pub(super) words: PathBuf,
}

/// Between the tables of an input of `csv`, and the calendars of one of `calendar`.
const SEPARATOR: &str = "\u{1e}";

/// A portfolio that uses every table and most columns.
const TABLES: [&str; 5] = [
    "customer_id,kind,credit,intends_to_insure,fraud_signs,hard_to_settle,history_from,valued_on,\
     manager_id,next_review,pre_catastrophe_purchase\n\
     C1,individual,good,yes,no,no,2019-01-01,2024-06-30,M1,2024-12-31,no\n\
     C2,organisation,poor,,TRUE,,,,none,,\n\
     B1,partner,,,,,,,,,\n",
    "policy_id,customer_id,line,business_source,start,end,written_premium,refunded,cancelled_on,\
     issued_on,partner_id,tender_id,insured_units,currency\n\
     P1,C1,motor,direct,2023-01-01,2024-01-01,100.00,10.00,2023-10-01,2022-12-01,,,3,CNY\n\
     P2,C2,property,tender,2024-02-29,2025-02-28,1234567.89,,,,B1,T1,,\n\
     P3,C2,\"a, \"\"b\"\"\",intermediary,2024-07-01,2024-07-02,0,,,,B1,,,\n",
    "claim_id,policy_id,customer_id,claimant_id,loss_date,reported_on,status,paid,reserve,\
     recovered,catastrophe,event_id\n\
     K1,P1,C1,C9,2023-05-01,2023-05-02,settled,10.00,0,1.00,no,\n\
     K2,,C2,,2024-02-29,,open,0,500.00,,yes,E1\n\
     K3,P2,,,2024-06-30,,reopened,1.00,2.00,,,E1\n",
    "policy_id,effective,amount\nP1,2023-06-01,-5.00\nP2,2024-03-01,7.25\n",
    "entry_id,customer_id,state,reason,effective,expiry,review,lines\n\
     X1,C2,active,fraud,2024-01-01,2026-01-01,2025-01-01,motor;property\n",
];

/// Calendars of a host, in both notations, with everything that they may say.
const CALENDARS: [&str; 4] = [
    "id = \"acme\"\nversion = \"2026\"\nsource = \"the board\"\nextends = \"gb-sct\"\n\
     coverage = { first = 2025-01-01, last = 2026-12-31 }\n\
     holidays = [{ date = 2026-12-29, name = \"Between the years\" }]\n",
    "id = \"desert\"\nversion = \"1\"\nsource = \"a letter\"\nweekend = [\"friday\", \"saturday\"]\n\
     coverage = { first = 2024-02-29, last = 2025-12-31 }\n\
     working_weekends = [{ date = 2025-01-31 }]\nholidays = [{ date = 2025-02-02 }]\n",
    "{\"id\":\"cn\",\"version\":\"2\",\"source\":\"s\",\"extends\":\"cn\",\
     \"removes\":[\"2025-01-28\"],\"holidays\":[{\"date\":\"2025-02-06\"}]}",
    "id = \"both\"\nversion = \"1\"\nsource = \"two\"\nall_of = [\"own\", \"us\"]\n\u{1e}\
     {\"id\":\"own\",\"version\":\"1\",\"source\":\"s\",\"extends\":\"de-by\"}",
];

/// Units of each level, and some that are no tree.
const UNITS: [&str; 3] = [
    "{\"units\":[{\"id\":\"HO\",\"name\":\"Head office\",\"level\":\"head_office\"},\
     {\"id\":\"P\",\"name\":\"Province\",\"level\":\"province\",\"parent\":\"HO\"},\
     {\"id\":\"C\",\"name\":\"City\",\"level\":\"city\",\"parent\":\"P\"},\
     {\"id\":\"K\",\"name\":\"County\",\"level\":\"county\",\"parent\":\"P\"},\
     {\"id\":\"F\",\"name\":\"Counter\",\"level\":\"front_line\",\"parent\":\"K\",\
     \"complaint_phone\":\"95500\"}]}",
    "[[units]]\nid = \"A\"\nname = \"A\"\nlevel = \"city\"\nparent = \"B\"\n\
     [[units]]\nid = \"B\"\nname = \"B\"\nlevel = \"city\"\nparent = \"A\"\n",
    "{\"units\":[]}",
];

/// Writes the inputs of a target.
pub(super) fn write(project: &Project, target: &str) -> Outcome<Seeds> {
    let inputs = match target {
        "rule_text" => rule_texts(project)?,
        "rulebook" => rulebooks(project)?,
        "operation" | "capi_call" => calls(project)?,
        "capi_rows" => return rows::write(project),
        "capi_arrow" => return kept(project, target, &decisions(), &choices()),
        "csv" => tables(),
        "event_log" => logs(project)?,
        "calendar" => calendars(project)?,
        "units" => units(project)?,
        other => return Err(format!("no inputs are known for `{other}`").into()),
    };
    kept(project, target, &inputs, &dictionary(&inputs))
}

/// Writes inputs and words where the fuzzer finds them.
fn kept<T: AsRef<[u8]>>(
    project: &Project,
    target: &str,
    inputs: &BTreeSet<T>,
    dictionary: &str,
) -> Outcome<Seeds> {
    let folder = project.target("fuzz/seeds").join(target);
    let words = project.target("fuzz/seeds").join(format!("{target}.dict"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (i, input) in inputs.iter().enumerate() {
        fs::write(folder.join(format!("{i:04}")), input)?;
    }
    fs::write(&words, dictionary)?;
    Ok(Seeds { folder, words })
}

/// A producer that does nothing wrong, and some that do one thing otherwise.
fn decisions() -> BTreeSet<Vec<u8>> {
    let one = |at: usize| {
        let mut decisions = vec![0; at];
        decisions.push(u8::MAX);
        decisions
    };
    (0..768).map(one).collect()
}

/// Bytes that choose what is rarely chosen: the last of two, three, and so on up to 64.
fn choices() -> String {
    (2..=64)
        .map(|of| format!("\"\\x{:02x}\"\n", of - 1))
        .collect()
}

/// Every condition, value and measure that is written somewhere.
fn rule_texts(project: &Project) -> Outcome<BTreeSet<String>> {
    let mut texts = BTreeSet::new();
    let mut keep = |document: &Document| {
        each(document.root(), &mut |node| {
            if let Some(text) = node.text().filter(|text| parse(text).faults.is_empty()) {
                texts.insert(text.to_owned());
            }
        });
    };
    for (name, text) in BUILTIN {
        keep(&Document::parse(name, text)?);
    }
    for vector in vectors(project)? {
        keep(&vector);
    }
    Ok(texts)
}

/// The built-in rulebooks as they are written and as JSON, and those inside vectors.
fn rulebooks(project: &Project) -> Outcome<BTreeSet<String>> {
    let mut texts = BTreeSet::new();
    for (name, text) in BUILTIN {
        texts.insert((*text).to_owned());
        texts.extend(
            Document::parse(name, text)?
                .root()
                .to_json()
                .map(|json| json.pretty()),
        );
    }
    for vector in vectors(project)? {
        let inline = vector
            .root()
            .get("input")
            .and_then(|input| input.get("rulebook"));
        if let Some(node) = inline.filter(|node| !node.entries().is_empty()) {
            texts.insert(vector.slice(node.span).to_owned());
        }
    }
    Ok(texts)
}

/// Every call of the vectors, and an empty one of each operation.
fn calls(project: &Project) -> Outcome<BTreeSet<String>> {
    let mut calls: BTreeSet<String> = operations()
        .iter()
        .map(|operation| format!("{}\n{{}}", operation.name))
        .collect();
    for vector in vectors(project)? {
        let root = vector.root();
        if let (Some(operation), Some(input)) = (root.text_at("operation"), root.get("input")) {
            calls.insert(format!("{operation}\n{}", vector.slice(input.span)));
        }
    }
    for (name, text) in BUILTIN {
        if let Some(book) = Document::parse(name, text)?.root().to_json() {
            let day = r#""as_of":"2024-07-01","customer":{"customer_id":"C","kind":"partner"}"#;
            let book = book.to_canonical_string();
            calls.insert(format!("assess\n{{{day},\"rulebook\":{book}}}"));
        }
    }
    Ok(calls)
}

/// Every log of a complaint in a vector, one a line.
fn logs(project: &Project) -> Outcome<BTreeSet<String>> {
    let logs = nodes(project, |node| {
        let log = node.text_at("complaint_id").is_some() && !node.items_at("events").is_empty();
        log.then_some(node)
    })?;
    Ok(logs)
}

/// Every tree of units in a vector.
fn units(project: &Project) -> Outcome<BTreeSet<String>> {
    let trees = nodes(project, |node| {
        node.get("units").filter(|units| !units.items().is_empty())
    })?;
    let mut trees: BTreeSet<String> = trees
        .into_iter()
        .map(|units| format!("{{\"units\":{units}}}"))
        .collect();
    trees.extend(UNITS.map(str::to_owned));
    Ok(trees)
}

/// The parts of vectors' inputs that `pick` picks, in canonical form.
fn nodes(project: &Project, pick: impl Fn(&Node) -> Option<&Node>) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for vector in vectors(project)? {
        each(vector.root(), &mut |node| {
            let picked = pick(node).and_then(Node::to_json);
            found.extend(picked.map(|json| json.to_canonical_string()));
        });
    }
    Ok(found)
}

/// Questions about working days: two dates and a number, then a host's calendars.
fn calendars(project: &Project) -> Outcome<BTreeSet<String>> {
    let mut questions: BTreeSet<String> = CALENDARS
        .iter()
        .map(|calendars| format!("2025-01-27 2025-02-10 5{SEPARATOR}{calendars}"))
        .collect();
    for vector in vectors(project)? {
        let Some(input) = vector.root().get("input") else {
            continue;
        };
        let (from, to) = (input.text_at("from"), input.text_at("to"));
        let Some(from) = from else { continue };
        let (to, count) = (to.unwrap_or(from), input.integer_at("add").unwrap_or(3));
        let mut question = format!("{from} {to} {count}");
        for calendar in input.items_at("calendars") {
            // Built-in ones stand there by their id.
            if let Some(json @ Json::Object(_)) = calendar.to_json() {
                question.push_str(SEPARATOR);
                question.push_str(&json.to_canonical_string());
            }
        }
        questions.insert(question);
    }
    Ok(questions)
}

/// A portfolio: whole, and with each of its tables missing.
fn tables() -> BTreeSet<String> {
    let without = |missing: usize| {
        let kept = |(i, table): (usize, &&'static str)| if i == missing { "" } else { *table };
        TABLES
            .iter()
            .enumerate()
            .map(kept)
            .collect::<Vec<_>>()
            .join(SEPARATOR)
    };
    (0..=TABLES.len()).map(without).collect()
}

/// Every conformance vector.
fn vectors(project: &Project) -> Outcome<Vec<Document>> {
    let mut found = Vec::new();
    let mut folders = vec![project.path("tests/vectors")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension() == Some(Path::new("json").as_os_str()) {
                let text = fs::read_to_string(&path)?;
                found.push(Document::parse_json(&path.to_string_lossy(), &text)?);
            }
        }
    }
    Ok(found)
}

fn each(node: &Node, visit: &mut impl FnMut(&Node)) {
    visit(node);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| each(item, visit)),
        Value::Map(entries) => entries.iter().for_each(|entry| each(&entry.node, visit)),
        _ => {}
    }
}

/// The words of the inputs, as libFuzzer reads them.
fn dictionary(inputs: &BTreeSet<String>) -> String {
    let words: BTreeSet<&str> = inputs
        .iter()
        .flat_map(|input| input.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'))
        .filter(|word| (2..=40).contains(&word.len()))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect();
    words.iter().map(|word| format!("\"{word}\"\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_inputs_and_words() {
        let project = Project::find().unwrap();
        for target in super::super::TARGETS {
            let seeds = write(&project, target).unwrap();
            assert!(fs::read_dir(seeds.folder).unwrap().count() > 2, "{target}");
            assert!(
                fs::read_to_string(seeds.words).unwrap().lines().count() > 15,
                "{target}"
            );
        }
    }
}
