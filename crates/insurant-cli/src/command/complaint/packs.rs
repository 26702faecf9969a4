//! `insurant complaint packs`: the procedures there are, with their clocks, forms and sources.

use super::Format;
use super::clocks::{about, limit};
use super::judged::PackArgs;
use crate::command::output::Output;
use crate::command::stop::{FINE, Stop};
use crate::command::text::Table;
use crate::command::words::text;
use insurant::Engine;
use insurant::complaint::clock::{
    Clock, Extension, FirstDay, GrantLevel, Missed, Party, Roll, Status, Timely, Unit,
};
use insurant::complaint::procedure::{Pending, Procedure};
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
    if let Some(before) = procedure.follows() {
        line(&format!("replaced {before}"));
    }
    if let Some(transition) = procedure.transition() {
        let said = match transition.pending {
            Pending::Stay => "complaints received while it is in force stay under it to their end",
            Pending::Leave => "what begins after its end is for another procedure",
        };
        let (status, source) = (transition.status, &transition.source);
        line(&format!("{said} ({status}): {source}"));
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
            "  {}: {}{within}\n      {}\n      {}",
            form.id,
            form.title,
            fields.join(", "),
            sourced(procedure, "forms", &form.id)
        ));
    }
    if !procedure.notices().is_empty() {
        line("\nNotices");
    }
    for notice in procedure.notices() {
        let on: Vec<String> = notice.on.iter().map(ToString::to_string).collect();
        line(&format!(
            "  {} to {}, on {}: {}\n      {}",
            notice.id,
            notice.to,
            on.join(", "),
            notice.contents.join(", "),
            sourced(procedure, "notices", &notice.id)
        ));
    }
    if let Some(Json::Boolean(true)) = procedure.stated().get("verify_first") {
        line("\nA complaint is verified before it is registered.");
    }
    if let Some(days) = procedure.stated().get("merge_within_days") {
        let days = words(days);
        line(&format!(
            "\nComplaints received at most {days} days apart may be merged."
        ));
    }
    for (list, title) in BESIDE {
        let records = stated(procedure, list);
        if !records.is_empty() {
            line(&format!("\n{title}"));
        }
        for record in records {
            let said = record_line(record);
            let source = source(record);
            line(&format!("  {}: {said}\n      {source}", text(record, "id")));
        }
    }
    page
}

/// What a procedure says beside clocks, forms and notices, with what it is called.
const BESIDE: [(&str, &str); 6] = [
    ("authority", "Authority, by the level of the unit"),
    ("approvals", "What another person must decide"),
    ("recusals", "Who must step back"),
    ("principles", "Principles"),
    ("retention", "How long records are kept"),
    ("reports", "Reports"),
];

/// The records of a list, as the procedure writes them.
fn stated<'p>(procedure: &'p Procedure, list: &str) -> &'p [Json] {
    procedure.stated().get(list).map_or(&[], Json::items)
}

/// What a record says, but for its id and where it is from.
fn record_line(record: &Json) -> String {
    let Json::Object(fields) = record else {
        return String::new();
    };
    let own = fields.iter().filter(|(key, _)| !ABOUT.contains(key));
    let said = own.map(|(key, value)| format!("{} {}", key.replace('_', " "), words(value)));
    said.collect::<Vec<String>>().join("; ")
}

const ABOUT: [&str; 5] = ["id", "status", "source", "doc", "example"];

fn words(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        Json::List(all) => all.iter().map(words).collect::<Vec<String>>().join(", "),
        other => other.to_canonical_string(),
    }
}

/// Where a record of a list is from.
fn sourced(procedure: &Procedure, list: &str, id: &str) -> String {
    let mut records = stated(procedure, list).iter();
    records
        .find(|record| text(record, "id") == id)
        .map_or(String::new(), source)
}

/// Whether a record was seen in its source, which that is, and what it is for.
fn source(record: &Json) -> String {
    let example = match record.get("example") {
        Some(Json::Boolean(true)) => ", example",
        _ => "",
    };
    let of = match text(record, "source") {
        "" => "no source",
        source => source,
    };
    let doc = match text(record, "doc") {
        "" => String::new(),
        doc => format!("\n      {doc}"),
    };
    format!("({}{example}) {of}{doc}", text(record, "status"))
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
    let mut line = |said: String| text.push_str(&format!("\n      {said}"));
    if !clock.ends().is_empty() {
        line(format!("ends with {}", list(clock.ends())));
    }
    if !clock.restarts().is_empty() {
        line(format!("starts anew with {}", list(clock.restarts())));
    }
    if clock.is_recurring() {
        line("starts again when it is met".to_owned());
    }
    line(format!("counted {}", counted(clock)));
    if let Some(before) = clock.warn_before() {
        let unit = match clock.unit() {
            Unit::Hour | Unit::WorkingHour => "hours",
            Unit::BusinessDay => "working days",
            _ => "days",
        };
        line(format!("warns {before} {unit} before"));
    }
    if !clock.pauses().is_empty() {
        line(format!("pauses for {}", clock.pauses().join(", ")));
    }
    if let Some(extension) = clock.extension() {
        line(format!("more time: {}", more_time(extension)));
    }
    if let Some(doc) = clock.doc() {
        text.push_str(&format!("\n      {doc}"));
    }
    text
}

/// How days are counted: place, first day, cut-off, hours, roll and calendar.
fn counted(clock: &Clock) -> String {
    let mut said = format!("in {}", clock.time_zone());
    let windows = clock.windows();
    let windows: Vec<String> = windows.iter().map(|window| window.join("-")).collect();
    if !windows.is_empty() {
        said.push_str(&format!(", in the hours {}", windows.join(", ")));
    }
    // Hours are counted from the start to the end, on whatever day.
    let days = !matches!(clock.unit(), Unit::Hour | Unit::WorkingHour);
    if days {
        said.push_str(&days_counted(clock));
    }
    if let Some(calendar) = clock.calendar() {
        let [from, to] = calendar.coverage();
        let (id, version) = (calendar.id(), calendar.version());
        said.push_str(&format!("; calendar {id} ({version}, {from} to {to})"));
    }
    said
}

/// The first day, the hour after which it is the next, and a last day without work.
fn days_counted(clock: &Clock) -> String {
    let mut said = String::new();
    said.push_str(match clock.first_day() {
        FirstDay::Excluded => ", from the day after the start",
        FirstDay::Included => ", the day of the start included",
    });
    if let Some(cut_off) = clock.cut_off() {
        said.push_str(&format!(
            ", a start from {cut_off} on being one of the next day"
        ));
    }
    said.push_str(match clock.roll() {
        Roll::None => ", a last day without work staying where it is",
        Roll::NextBusiness => ", a last day without work moving to the next working day",
        Roll::PreviousBusiness => ", a last day without work moving to the working day before",
    });
    said
}

/// How much, how often, by whom and by when.
fn more_time(extension: &Extension) -> String {
    let mut said = match extension.count {
        Some(count) => format!("{count} {}s", extension.unit.as_str().replace('_', " ")),
        None => "as granted".to_owned(),
    };
    said.push_str(&match extension.most {
        1 => ", once at most".to_owned(),
        most => format!(", {most} times at most"),
    });
    said.push_str(match extension.timely {
        Timely::Approved => ", granted before the time is over",
        Timely::Asked => ", asked for before the time is over",
    });
    if !extension.roles.is_empty() {
        let roles: Vec<&str> = extension.roles.iter().map(|role| role.as_str()).collect();
        said.push_str(&format!(", by {}", roles.join(" or ")));
    }
    said.push_str(match extension.level {
        GrantLevel::Any => "",
        GrantLevel::Superior => ", from above or by the head office",
        GrantLevel::HeadOffice => ", by the head office",
    });
    if let Some(notice) = &extension.notice {
        said.push_str(&format!(", with the notice {notice} before it is over"));
    }
    said
}
