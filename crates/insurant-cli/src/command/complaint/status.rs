//! `insurant complaint status`: where each complaint stands.

use super::clocks::{self, Rules};
use super::judged::{AsOf, BesideArgs, ProcedureArgs};
use super::log::{Line, LogArgs};
use super::standing::Standing;
use super::{Format, parse_as_of};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::command::words::{is, items, text};
use insurant::Engine;
use insurant_rules::document::Json;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    log: LogArgs,

    /// The asking time: an instant with its offset, or a day, which is asked about when it is over
    ///
    /// Only what was recorded by then is known. The day ends where the first procedure is at home.
    #[arg(long, value_name = "INSTANT|DATE", value_parser = parse_as_of)]
    as_of: AsOf,

    #[command(flatten)]
    beside: BesideArgs,

    #[command(flatten)]
    procedures: ProcedureArgs,

    /// text: for reading. json: one line a complaint, in canonical form
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let judge = args.procedures.load(&args.beside)?;
    let mut output = Output::open(None)?;
    let mut rules = Rules::default();
    let mut first = true;
    let code = args.log.each(&judge, Some(args.as_of), |line| {
        let standing = match Standing::of(&judge, line, Some(args.as_of)) {
            Ok(Some(standing)) => standing.json(None),
            Ok(None) => {
                later(line);
                return Ok(Ok(()));
            }
            Err(problems) => return Ok(Err(problems)),
        };
        let standing = match standing {
            Ok(standing) => standing,
            Err(problems) => return Ok(Err(line.placed(problems, ""))),
        };
        match args.format {
            Format::Json => {
                output.put(format!("{}\n", standing.to_canonical_string()).as_bytes())?
            }
            Format::Text => {
                let gap = if first { "" } else { "\n" };
                let page = page(&judge.engine, &standing, &mut rules);
                output.put(format!("{gap}{page}").as_bytes())?;
                first = false;
            }
        }
        Ok(Ok(()))
    })?;
    if !rules.is_empty() {
        output.put(format!("\n{}", rules.page()).as_bytes())?;
    }
    output.finish()?;
    Ok(code)
}

/// Says that nothing was known of a complaint at the asking time.
pub(super) fn later(line: &Line) {
    let id = line.complaint.id();
    say!("note: `{id}` was recorded later than asked about, and is left out");
}

fn page(engine: &Engine, standing: &Json, rules: &mut Rules) -> String {
    let empty = Json::object([]);
    let complaint = standing.get("complaint").unwrap_or(&empty);
    let mut page = head(complaint, text(standing, "as_of"));
    let mut by_roles: Vec<(String, Vec<&str>)> = Vec::new();
    for next in items(standing, "next") {
        let roles: Vec<&str> = items(next, "roles").iter().filter_map(Json::text).collect();
        let roles = roles.join(", ");
        let event = text(next, "event");
        match by_roles.iter_mut().find(|(known, _)| *known == roles) {
            Some((_, events)) => events.push(event),
            None => by_roles.push((roles, vec![event])),
        }
    }
    page.push_str("  What may happen next\n");
    for (roles, events) in by_roles {
        page.push_str(&format!("    {}: by {roles}\n", events.join(", ")));
    }
    for (key, line) in [
        ("duties", duty as fn(&Json) -> String),
        ("findings", finding),
    ] {
        let lines = items(standing, key).iter().map(line);
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            let title = if key == "duties" {
                "To be done"
            } else {
                "Not kept"
            };
            page.push_str(&format!("  {title}\n"));
            page.extend(lines.iter().map(|line| format!("    {line}\n")));
        }
    }
    page.push_str(&gaps(standing));
    page.push_str(&unfiled(standing));
    let deadlines = items(standing, "deadlines").iter();
    let of_form = |deadline: &&Json| text(deadline, "duty") == "form";
    let (forms, clocks): (Vec<&Json>, Vec<&Json>) = deadlines.partition(of_form);
    for (title, deadlines) in [("Forms", forms), ("Clocks", clocks)] {
        if !deadlines.is_empty() {
            let unsure = |deadline: &&Json| is(deadline, "provisional");
            let unsure = match deadlines.iter().any(unsure) {
                true => ", *? as far as can be said",
                false => "",
            };
            page.push_str(&format!("  {title} (* governs{unsure})\n"));
            page.push_str(&clocks::page(engine, &deadlines, rules));
        }
    }
    page
}

/// Something still to be done, in a line.
fn duty(duty: &Json) -> String {
    let mut line = text(duty, "duty").replace('_', " ");
    let until = [
        ("subject", ""),
        ("due_before", "due before "),
        ("until", "until "),
    ];
    for (key, said) in until {
        if !text(duty, key).is_empty() {
            line.push_str(&format!(" {said}{}", text(duty, key)));
        }
    }
    if is(duty, "overdue") {
        line.push_str(", overdue");
    }
    for (key, said) in [("procedure", ", by"), ("source", ":")] {
        if !text(duty, key).is_empty() {
            line.push_str(&format!("{said} {}", text(duty, key)));
        }
    }
    line
}

/// What the clocks and forms would pass over.
pub(super) fn gaps(standing: &Json) -> String {
    let mut page = String::new();
    for found in items(standing, "findings") {
        let [kind, id, doc] = ["kind", "id", "doc"].map(|key| text(found, key));
        if is_rule(kind) {
            continue;
        }
        let subjects = items(found, "subjects").iter().filter_map(Json::text);
        let mut subjects: Vec<&str> = subjects.collect();
        // The procedure that was in force before may be added.
        let before = subjects
            .iter()
            .filter_map(|subject| subject.strip_prefix("before it: "));
        let hints: Vec<String> = before
            .map(|before| format!("name {before} as well (--procedure {before})"))
            .collect();
        subjects.extend(hints.iter().map(String::as_str));
        let named = match (kind, text(found, "check")) {
            ("form", "known") if !subjects.is_empty() => {
                format!("; did you mean `{}`?", subjects.join("`, `"))
            }
            _ if subjects.is_empty() => String::new(),
            _ => format!(" ({})", subjects.join(", ")),
        };
        let by = match text(found, "procedure") {
            procedure if procedure == id => String::new(),
            procedure => format!(" [{procedure}]"),
        };
        page.push_str(&format!("    {kind} {id}: {doc}{named}{by}\n"));
    }
    if !page.is_empty() {
        page.insert_str(0, "  To be looked at\n");
    }
    page
}

/// Whether a finding is about a principle or about who steps back.
fn is_rule(kind: &str) -> bool {
    matches!(kind, "principle" | "recusal")
}

/// A principle or a recusal that was not kept, in a line; the others say nothing.
fn finding(finding: &Json) -> String {
    let [kind, id, result] = ["kind", "id", "result"].map(|key| text(finding, key));
    if result != "broken" || !is_rule(kind) {
        return String::new();
    }
    let subjects = items(finding, "subjects").iter().filter_map(Json::text);
    let subjects: Vec<&str> = subjects.collect();
    let about = if subjects.is_empty() {
        String::new()
    } else {
        format!(": {}", subjects.join(", "))
    };
    format!("{kind} {id}{about} ({})", text(finding, "procedure"))
}

/// The forms that fell due, were not filed, and have no time limit, and those filed without
/// something that they must say; the others that have a time limit are in the table.
fn unfiled(standing: &Json) -> String {
    let mut page = String::new();
    for form in items(standing, "forms") {
        let since = text(form, "due_since");
        let lacking = items(form, "incomplete").iter().filter_map(Json::text);
        let lacking: Vec<&str> = lacking.collect();
        if !since.is_empty() && (text(form, "due_before").is_empty() || !lacking.is_empty()) {
            page.push_str(&format!("    {}, due since {since}", text(form, "form")));
            if !lacking.is_empty() {
                page.push_str(&format!(", incomplete: {}", lacking.join(", ")));
            }
            page.push('\n');
        }
    }
    if !page.is_empty() {
        page.insert_str(0, "  Forms to be filed\n");
    }
    page
}

/// Where it stands, and who has it.
pub(super) fn head(complaint: &Json, as_of: &str) -> String {
    let mut page = format!(
        "{}: {}",
        text(complaint, "complaint_id"),
        text(complaint, "step")
    );
    if !text(complaint, "outcome").is_empty() {
        let told = if is(complaint, "told") {
            "told"
        } else {
            "not told"
        };
        page.push_str(&format!(", {} ({told})", text(complaint, "outcome")));
    }
    page.push_str(&format!(", at {}", text(complaint, "owner")));
    for (key, said) in [
        ("handler", "handler"),
        ("complexity", "classed"),
        ("paused", "paused for"),
        ("offered_to", "offered to"),
        ("merged_into", "merged into"),
    ] {
        if !text(complaint, key).is_empty() {
            page.push_str(&format!(", {said} {}", text(complaint, key)));
        }
    }
    if !is(complaint, "registered") {
        page.push_str(", not registered");
    }
    let received = text(complaint, "received_at");
    page.push_str(&format!(
        "\n  received {received}, asked about at {as_of}\n"
    ));
    for (key, said) in [
        ("awaited", "not answered yet"),
        ("absorbed", "goes on with"),
    ] {
        let names: Vec<&str> = items(complaint, key)
            .iter()
            .filter_map(Json::text)
            .collect();
        if !names.is_empty() {
            page.push_str(&format!("  {said}: {}\n", names.join(", ")));
        }
    }
    page
}
