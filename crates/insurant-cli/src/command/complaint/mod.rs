//! `insurant complaint`: status, next, timeline, analyse, diagram, packs.

pub(super) mod analyse;
mod clocks;
mod judged;
pub(super) mod log;
mod merged;
mod next;
mod packs;
mod standing;
mod status;
mod timeline;

use super::output::Output;
use super::stop::{FINE, Stop};
use insurant::complaint::COMPLAINT;
use judged::AsOf;

/// Where complaints stand, what is due by when and under which rule, and who may do what
///
/// A complaint is the list of its events, and everything is worked out from them for any asking
/// time: the step, the events that may come next and who may bring them about, the forms, and the
/// clocks of every procedure that applies, the law's and the insurer's own. Of several clocks on
/// one duty the earliest due date governs.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

const AFTER: &str = "\
Examples:
  insurant complaint packs
  insurant complaint status complaints.jsonl --as-of 2025-06-10
  insurant complaint timeline complaints.jsonl --id C-1 --procedure cn-2020-3 --procedure ours.toml

Exit codes: 0 fine; 1 wrong input: every fault is on standard error with its place; 2 usage.";

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say where each complaint stands, what may happen next and what is due by when
    ///
    /// Forms and clocks each have their state (running, paused, met, missed, lapsed, moot or
    /// undetermined), the last day in time, the days left and the rule; `*` marks the one that
    /// governs its duty, `*?` one that does as far as can be said, because another is undetermined.
    /// What clocks and forms would pass over stands under `To be looked at`: a procedure that was
    /// not in force, a decision that no clock is on, a form that is incomplete or unknown, an
    /// approval whose level nobody could check. The rules are listed with their sources at the end. A clock is `soon` when
    /// its early warning has begun, and `assumed` when nobody can say whether it applies.
    #[command(after_long_help = "\
Examples:
  insurant complaint status complaints.jsonl --as-of 2025-06-10
  insurant complaint status complaints.jsonl --as-of 2025-06-10T09:00:00+08:00 --id C-1 \\
    --procedure cn-2020-3 --procedure house-complaints
  cat complaints.jsonl | insurant complaint status - --as-of 2025-06-10 --format json

Every receipt must say what decides whether a procedure applies, such as `firm_kind` and `trigger`, or
--facts says it for all. Complaints merged into each other are wrong, whichever line they stand in.")]
    Status(status::Args),
    /// Say what somebody may do with each complaint now, and what stands in the way of the rest
    #[command(after_long_help = "\
Examples:
  insurant complaint next complaints.jsonl --as-of 2025-06-10 --role handler --person E21
  insurant complaint next complaints.jsonl --as-of 2025-06-10 --role leader --unit ZJ --units units.json")]
    Next(next::Args),
    /// Tell the log of each complaint in order, with clocks begun, moved, met and missed between
    ///
    /// Events stand in the order in which they were recorded. + is a clock that begins, ~ one that
    /// moves or does not, = one that was met or ended, ! one that ran out.
    #[command(after_long_help = "\
Example:
  insurant complaint timeline complaints.jsonl --id C-1 --as-of 2025-06-30")]
    Timeline(timeline::Args),
    /// Make the complaint-analysis form and report of a month, quarter or year
    ///
    /// From records, one a line ({"complaint_id", "received_on", ...}), from logs, or from both. What
    /// a log says is what was recorded by the end of the period. On time is met / due in the period;
    /// what is open and past due counts as late. Rates against premium, policies and persons need
    /// these figures, and are undefined without them, never zero.
    #[command(after_long_help = "\
Examples:
  insurant complaint analyse cases.jsonl --period 2025-06 --policies 120000
  insurant complaint analyse logs/ --period 2025-Q2 --procedure cn-2020-3 --format json
  insurant complaint analyse cases.jsonl --period 2025-06 --spec question.toml --actions actions.jsonl

A record may also say closed_on, decided_on, due_on, cause {function, reason}, line, channel, unit_id,
complainant_kind, complainant_id, outcome, reopened and redress. `insurant call describe` has the schemas.

A record may also say merged_into and no_clock. Complaints merged into each other are wrong, and so is one
that was merged or withdrawn without closed_on; a survivor that no line holds is told, and so are
complaints that a procedure gave no clock.

Nothing is counted when any line is wrong: a figure that leaves complaints out would be no figure.")]
    Analyse(analyse::Args),
    /// Draw the life of a complaint, from the table that runs it
    #[command(after_long_help = "\
Example:
  insurant complaint diagram --format dot | dot -Tsvg > complaint.svg")]
    Diagram {
        /// mermaid, or dot for Graphviz
        #[arg(long, value_enum, default_value_t = Picture::Mermaid)]
        format: Picture,
    },
    /// Show the procedures: laws of several countries and an insurer's own, with their sources
    ///
    /// A figure is `verified` when it was seen in its source, and `unverified` when it is from
    /// memory or another's word. An `example` is to be replaced by the insurer's own.
    #[command(after_long_help = "\
Examples:
  insurant complaint packs
  insurant complaint packs uk-disp
  insurant complaint packs ours.toml --format json")]
    Packs(packs::Args),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Picture {
    Mermaid,
    Dot,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    match &args.what {
        What::Status(args) => status::run(args),
        What::Next(args) => next::run(args),
        What::Timeline(args) => timeline::run(args),
        What::Analyse(args) => analyse::run(args),
        What::Diagram { format } => diagram(*format),
        What::Packs(args) => packs::run(args),
    }
}

fn diagram(format: Picture) -> Result<u8, Stop> {
    let mut text = match format {
        Picture::Mermaid => COMPLAINT.mermaid(),
        Picture::Dot => COMPLAINT.dot(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    Ok(FINE)
}

/// See [`AsOf::parse`].
fn parse_as_of(text: &str) -> Result<AsOf, String> {
    AsOf::parse(text)
}

/// A day of the command line.
fn parse_as_of_day(text: &str) -> Result<insurant::Date, String> {
    super::facts::day(text)
}
