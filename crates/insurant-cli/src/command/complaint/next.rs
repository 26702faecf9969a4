//! `insurant complaint next`: what somebody may do now.

use super::judged::{AsOf, BesideArgs, ProcedureArgs};
use super::log::{Line, LogArgs};
use super::standing::Standing;
use super::status::{head, later};
use super::{Format, parse_as_of};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::command::text::Table;
use crate::command::words::{items, text};
use clap::builder::PossibleValuesParser;
use insurant::organisation::{Actor, Role};
use insurant_rules::document::Json;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    log: LogArgs,

    /// The asking time: an instant with its offset, or a day, which is asked about when it is over
    #[arg(long, value_name = "INSTANT|DATE", value_parser = parse_as_of)]
    as_of: AsOf,

    /// What the person acts as
    #[arg(long, value_name = "ROLE", value_parser = PossibleValuesParser::new(Role::WORDS.iter().copied()))]
    role: String,

    /// The unit where they act; the one that owns the complaint when not given
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,

    /// Who they are, which matters for handlers, deciders and whoever is complained about; the
    /// handler of the complaint for the role handler, else somebody new to it, when not given
    #[arg(long, value_name = "ID")]
    person: Option<String>,

    #[command(flatten)]
    beside: BesideArgs,

    #[command(flatten)]
    procedures: ProcedureArgs,

    /// text: for reading. json: one line a complaint, in canonical form
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Somebody who has had nothing to do with a complaint.
const SOMEBODY: &str = "somebody";

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let judge = args.procedures.load(&args.beside)?;
    let mut output = Output::open(None)?;
    let mut first = true;
    args.log
        .each(&judge, Some(args.as_of), |line| {
            let standing = match Standing::of(&judge, line, Some(args.as_of)) {
                Ok(Some(standing)) => standing,
                Ok(None) => {
                    later(line);
                    return Ok(Ok(()));
                }
                Err(problems) => return Ok(Err(problems)),
            };
            let actor = args.actor(line);
            let standing = match standing.json(Some(&actor)) {
                Ok(standing) => standing,
                Err(problems) => return Ok(Err(line.placed(problems, ""))),
            };
            let text = match args.format {
                Format::Json => format!("{}\n", answer(&standing, &actor).to_canonical_string()),
                Format::Text => {
                    let gap = if first { "" } else { "\n" };
                    first = false;
                    format!("{gap}{}", page(&standing, &actor))
                }
            };
            output.put(text.as_bytes()).map(Ok)
        })
        .and_then(|code| output.finish().map(|()| code))
}

impl Args {
    fn actor(&self, line: &Line) -> Actor {
        let role = Role::parse(&self.role).unwrap_or(Role::Auditor);
        let complaint = &line.complaint;
        let handler = complaint.handler().filter(|_| role == Role::Handler);
        let person = self.person.as_deref().or(handler).unwrap_or(SOMEBODY);
        Actor::new(
            person,
            role,
            self.unit.as_deref().unwrap_or(complaint.owner()),
        )
    }
}

fn answer(standing: &Json, actor: &Actor) -> Json {
    let part = |key: &str| standing.get(key).cloned().unwrap_or(Json::object([]));
    let complaint = part("complaint");
    Json::object([
        ("actor", actor.to_json()),
        ("allowed", part("allowed")),
        ("as_of", part("as_of")),
        ("complaint_id", text(&complaint, "complaint_id").into()),
        ("step", text(&complaint, "step").into()),
    ])
}

fn page(standing: &Json, actor: &Actor) -> String {
    let empty = Json::object([]);
    let complaint = standing.get("complaint").unwrap_or(&empty);
    let mut page = head(complaint, text(standing, "as_of"));
    let (person, role, unit) = (&actor.person_id, actor.role.as_str(), &actor.unit_id);
    let (mut may, mut hindered) = (
        Vec::new(),
        Table::new(&["  ", "event", "what must hold first"]),
    );
    for permitted in items(standing, "allowed") {
        let event = text(permitted, "event");
        let why: Vec<&str> = items(permitted, "why")
            .iter()
            .filter_map(Json::text)
            .collect();
        if why.is_empty() {
            may.push(event);
        } else {
            let level = match text(permitted, "level") {
                "" => String::new(),
                level => format!(" (at least {level})"),
            };
            hindered.row(["", event, &format!("{}{level}", why.join("; "))]);
        }
    }
    let may = if may.is_empty() {
        "nothing".to_owned()
    } else {
        may.join(", ")
    };
    page.push_str(&format!("  {person} ({role} at {unit}) may now: {may}\n"));
    if !hindered.is_empty() {
        page.push_str(&format!("  Something stands in the way of\n{hindered}"));
    }
    page
}
