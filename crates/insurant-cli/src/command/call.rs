//! `insurant call`: one operation, as every other language calls it.

use super::output::Output;
use super::rulebooks::RulebookArgs;
use super::stop::{FINE, Stop, WRONG};
use crate::code;
use insurant::operation::{operations, problems_json};
use insurant_rules::Problem;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Call one operation of the library: JSON in, canonical JSON out
///
/// The same operations, with the same answers to the byte, as in every binding. What is wrong with
/// the input is on standard error as JSON, each problem with its code and place.
#[derive(Debug, clap::Args)]
#[command(after_long_help = after())]
pub(crate) struct Args {
    /// The operation
    operation: String,

    /// The input; standard input when not given, and `{}` when that is empty
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,

    #[command(flatten)]
    rulebooks: RulebookArgs,
}

fn after() -> String {
    let mut text = String::from("Operations:\n");
    for operation in operations() {
        text.push_str(&format!("  {:16} {}\n", operation.name, operation.doc));
    }
    text.push_str(
        r#"
Examples:
  insurant call describe < /dev/null
  echo '{"as_of": "2024-07-01", "customer": {"customer_id": "C-1", "kind": "individual",
         "intends_to_insure": true}}' | insurant call assess

Exit codes: 0 fine; 1 wrong input or rulebook; 2 usage."#,
    );
    text
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    let chosen = args.rulebooks.load()?;
    let input = read(args.input.as_deref())?;
    let input = if input.trim().is_empty() {
        "{}"
    } else {
        &input
    };
    match chosen.engine.call(&args.operation, input) {
        Ok(answer) => {
            let mut output = Output::open(None)?;
            output.put(answer.as_bytes())?;
            output.put(b"\n")?;
            output.finish()?;
            Ok(FINE)
        }
        Err(problems) => {
            say!("{}", problems_json(&problems).to_canonical_string());
            Ok(WRONG)
        }
    }
}

fn read(path: Option<&Path>) -> Result<String, Stop> {
    let name = path.map_or_else(
        || "standard input".into(),
        |path| path.display().to_string(),
    );
    let mut bytes = Vec::new();
    let read = match path {
        Some(path) => std::fs::read(path).map(|read| bytes = read),
        None => std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    if let Err(error) = read {
        let message = format!("the input cannot be read: {error}");
        return Err(Problem::new(code::UNREADABLE_FILE, message)
            .in_source(name)
            .remedy("name a file that is there and that you may read")
            .into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = format!("the input is not UTF-8 from byte {} on", at + 1);
        Problem::new(code::NOT_UTF8, message)
            .in_source(name)
            .remedy("write JSON as UTF-8")
            .into()
    })
}
