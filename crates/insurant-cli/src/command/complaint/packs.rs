//! `insurant complaint packs`: the procedures there are, with their clocks, forms and sources.

use super::Format;
use super::clocks::{about, limit};
use super::judged::PackArgs;
use crate::command::output::Output;
use crate::command::stop::{FINE, Stop};
use crate::command::text::Table;
use insurant::Engine;
use insurant::complaint::clock::{Clock, Missed, Party, Status};
use insurant::complaint::procedure::Procedure;
use insurant_rules::document::Json;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// One of them with all that it says: a name, `name@version`, or a file; all in a table when
    /// not given
    #[arg(value_name = "NAME|FILE")]
    name: Option<String>,

    #[command(flatten)]
    files: PackArgs,

    /// text: for reading. json: as the operation `complaint_packs` answers
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let (engine, name) = args.files.load(args.name.as_deref())?;
    let text = match (args.format, &name) {
        (Format::Json, name) => {
            let asked = name
                .as_ref()
                .map(|name| ("procedure", Json::from(name.as_str())));
            let input = Json::object_of(asked).to_canonical_string();
            format!("{}\n", engine.call("complaint_packs", &input)?)
        }
        (Format::Text, Some(name)) => page(engine.procedures().get(name)?),
        (Format::Text, None) => list(&engine),
    };
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    Ok(FINE)
}

fn status(status: Option<Status>) -> &'static str {
    status.map_or("", Status::as_str)
}

fn list(engine: &Engine) -> String {
    let mut table = Table::new(&[
        "procedure",
        "in force",
        "status",
        ">clocks",
        ">verified",
        ">forms",
        "title",
    ]);
    for procedure in engine.procedures().iter() {
        let clocks = procedure.clocks();
        let verified = clocks
            .iter()
            .filter(|clock| clock.status() == Status::Verified);
        table.row([
            procedure.reference().to_owned(),
            procedure.effective().to_string(),
            status(procedure.status()).to_owned(),
            clocks.len().to_string(),
            verified.count().to_string(),
            procedure.forms().len().to_string(),
            procedure.title().unwrap_or_default().to_owned(),
        ]);
    }
    format!(
        "{table}`verified` counts the clocks whose figure was seen in its source. None of this is \
         legal advice.\n`insurant complaint packs NAME` shows one with every clock and source.\n"
    )
}

fn page(procedure: &Procedure) -> String {
    let mut page = format!("{}\n", procedure.reference());
    let mut line = |text: &str| page.push_str(&format!("{text}\n"));
    for about in [procedure.title(), procedure.doc()].into_iter().flatten() {
        line(about);
    }
    line(&format!("in force {}", procedure.effective()));
    if let Some(text) = procedure.applies_to() {
        line(&format!("for complaints of which {text}"));
    }
    let read = procedure
        .as_of()
        .map_or(String::new(), |day| format!(", read {day}"));
    line(&format!(
        "{}{read}: {}",
        status(procedure.status()),
        procedure.source().unwrap_or("no source")
    ));
    line(procedure.fingerprint());
    line("\nClocks");
    for clock in procedure.clocks() {
        line(&of_clock(clock));
    }
    if !procedure.forms().is_empty() {
        line("\nForms (a field in brackets may be left empty)");
    }
    for form in procedure.forms() {
        let fields = form.fields.iter().map(|field| match field.required {
            true => field.name.clone(),
            false => format!("({})", field.name),
        });
        let fields: Vec<String> = fields.collect();
        let clock = form.clock.as_deref().and_then(|id| procedure.clock(id));
        let within = clock.map_or(String::new(), |clock| format!(", within {}", limit(clock)));
        line(&format!(
            "  {}: {}{within} ({}{})\n      {}",
            form.id,
            form.title,
            form.status,
            if form.example { ", example" } else { "" },
            fields.join(", ")
        ));
    }
    if !procedure.notices().is_empty() {
        line("\nNotices");
    }
    for notice in procedure.notices() {
        let on: Vec<String> = notice.on.iter().map(ToString::to_string).collect();
        line(&format!(
            "  {} to {}, on {} ({}): {}",
            notice.id,
            notice.to,
            on.join(", "),
            notice.status,
            notice.contents.join(", ")
        ));
    }
    page
}

fn of_clock(clock: &Clock) -> String {
    let list = |patterns: &[insurant::complaint::clock::Pattern]| {
        let words: Vec<String> = patterns.iter().map(ToString::to_string).collect();
        words.join(", ")
    };
    let mut text = format!("  {}: {}", clock.id(), clock.duty());
    if clock.party() != Party::Firm {
        text.push_str(&format!(" (of the {})", clock.party()));
    }
    if clock.missed() == Missed::Lapse {
        text.push_str(", a right or possibility that ends");
    }
    text.push_str(&format!(
        "\n      {}\n      from {} to {}",
        about(clock),
        list(clock.starts()),
        list(clock.stops())
    ));
    if let Some(when) = clock.when() {
        text.push_str(&format!("\n      when {when}"));
    }
    if !clock.pauses().is_empty() {
        text.push_str(&format!("\n      pauses for {}", clock.pauses().join(", ")));
    }
    if let Some(extension) = clock.extension() {
        let count = match extension.count {
            Some(count) => format!("{count} {}s", extension.unit.as_str().replace('_', " ")),
            None => "as granted".to_owned(),
        };
        let times = if extension.most == 1 {
            "once".to_owned()
        } else {
            format!("{} times", extension.most)
        };
        text.push_str(&format!("\n      more time: {count}, {times} at most"));
    }
    if let Some(doc) = clock.doc() {
        text.push_str(&format!("\n      {doc}"));
    }
    text
}
