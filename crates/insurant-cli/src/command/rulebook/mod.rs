//! `insurant rulebook`: check, show, list, schema, diff.

mod diff;
mod show;

use super::output::Output;
use super::rulebooks::document;
use super::stop::{FINE, Stop, WRONG};
use super::text::Table;
use insurant::Engine;
use insurant::operation::problems_json;
use insurant_rules::document::{Document, Json};
use insurant_rules::rulebook::{Rulebook, schema};
use insurant_rules::{Problem, Problems};
use std::path::{Path, PathBuf};

/// Check, show and compare rulebooks
///
/// A rulebook is one document, TOML or JSON: parameters, inputs, conditions and rules. It may extend
/// another and override it part by part. One that is wrong never loads.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say everything that is wrong with rulebooks, each fault with file, line and column
    ///
    /// The files may extend one another and the built-in rulebooks. Exit code 1 if anything is
    /// wrong.
    #[command(after_long_help = "Example:\n  insurant rulebook check ours.toml theirs.toml")]
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// text, or json: {"ok": true, "rulebooks": […]} or {"ok": false, "problems": […]}
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
    /// Print a rulebook, resolved with what it extends
    #[command(after_long_help = "\
Examples:
  insurant rulebook show cn-property
  insurant rulebook show ours.toml --format json")]
    Show {
        /// A name, `name@version`, or a file
        #[arg(value_name = "NAME|FILE")]
        name: String,
        /// text: for reading. toml: to start one of your own. json: canonical, as it is fingerprinted
        #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
        format: ShowFormat,
        /// More files, which the one shown may extend
        #[arg(long, value_name = "FILE")]
        with: Vec<PathBuf>,
    },
    /// List the built-in rulebooks
    List {
        /// Files to list as well
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print the JSON Schema of rulebooks, for editors
    Schema,
    /// Say what differs between two rulebooks, part by part; blanks and spellings say nothing
    #[command(after_long_help = "Example:\n  insurant rulebook diff cn-property example-motor-eur")]
    Diff {
        /// The first: a name, `name@version`, or a file
        #[arg(value_name = "A")]
        a: String,
        /// The second
        #[arg(value_name = "B")]
        b: String,
        /// text, or json: as the operation `rulebook_diff` answers
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
        /// More files, which the two may extend
        #[arg(long, value_name = "FILE")]
        with: Vec<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum CheckFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ShowFormat {
    Text,
    Toml,
    Json,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    match &args.what {
        What::Check { files, format } => check(files, *format),
        What::Show { name, format, with } => {
            let with = with.iter().map(PathBuf::as_path);
            let (engine, references) = load([name.as_str()], with)?;
            let rulebook = find(&engine, &references, name)?;
            let text = match format {
                ShowFormat::Text => show::text(rulebook),
                ShowFormat::Toml => {
                    let first = "# Give it an id of your own before you load it: two rulebooks cannot share one.\n";
                    format!("{first}{}", show::toml(rulebook)?)
                }
                ShowFormat::Json => format!("{}\n", rulebook.to_json().to_canonical_string()),
            };
            print(&text)
        }
        What::List { files } => {
            let (engine, _) = load([], files.iter().map(PathBuf::as_path))?;
            print(&list(&engine))
        }
        What::Schema => {
            let engine = Engine::builtin()?;
            print(&format!("{}\n", schema(engine.language()).pretty()))
        }
        What::Diff { a, b, format, with } => {
            let with = with.iter().map(PathBuf::as_path);
            let (engine, references) = load([a.as_str(), b.as_str()], with)?;
            let a = find(&engine, &references, a)?;
            let b = find(&engine, &references, b)?;
            print(&match format {
                CheckFormat::Text => diff::text(a, b),
                CheckFormat::Json => diff::json(a, b),
            })
        }
    }
}

fn print(text: &str) -> Result<u8, Stop> {
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    Ok(FINE)
}

/// What the documents of files call themselves, by the names of the files.
type References = Vec<(String, String)>;

/// Loads the files among some names, and more files.
fn load<'a>(
    names: impl IntoIterator<Item = &'a str>,
    files: impl IntoIterator<Item = &'a Path>,
) -> Result<(Engine, References), Stop> {
    let named = names.into_iter().map(Path::new);
    let named = named.filter(|path| path.extension().is_some_and(known) || path.is_file());
    let mut documents: Vec<Document> = Vec::new();
    let mut problems = Problems::new();
    let mut paths: Vec<&Path> = Vec::new();
    for path in named.chain(files) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    for path in paths {
        match document(path) {
            Ok(document) => documents.push(document),
            Err(found) => problems.extend(found),
        }
    }
    problems.or(())?;
    let references = documents.iter().map(|document| {
        let text = |key| document.root().text_at(key).unwrap_or_default();
        let reference = format!("{}@{}", text("id"), text("version"));
        (document.name().to_owned(), reference)
    });
    let references = references.collect();
    Ok((Engine::new(documents)?, references))
}

fn known(extension: &std::ffi::OsStr) -> bool {
    extension == "toml" || extension == "json"
}

/// A rulebook by its name, `name@version`, or its file.
fn find<'e>(engine: &'e Engine, references: &References, name: &str) -> Result<&'e Rulebook, Stop> {
    let of_file = references.iter().find(|(file, _)| file == name);
    let name = of_file.map_or(name, |(_, reference)| reference);
    engine.rulebooks().get(name).ok_or_else(|| {
        let ids = || engine.rulebooks().iter().map(Rulebook::id);
        Problem::new(insurant::UNKNOWN_RULEBOOK, format!("no rulebook `{name}`"))
            .expected(format!(
                "{}, or a file",
                ids().collect::<Vec<_>>().join(", ")
            ))
            .nearest(insurant_rules::problem::nearest(name, ids()))
            .into()
    })
}

fn check(files: &[PathBuf], format: CheckFormat) -> Result<u8, Stop> {
    let loaded = load([], files.iter().map(PathBuf::as_path));
    let (engine, references) = match (loaded, format) {
        (Ok(loaded), _) => loaded,
        (Err(Stop::Wrong(problems, _)), CheckFormat::Json) => {
            let told = problems_json(&problems);
            let told = told.get("problems").cloned().unwrap_or(Json::from(""));
            let answer = Json::object([("ok", false.into()), ("problems", told)]);
            print(&format!("{}\n", answer.to_canonical_string()))?;
            return Ok(WRONG);
        }
        (Err(stop), _) => return Err(stop),
    };
    let checked = references.iter().filter_map(|(file, reference)| {
        let rulebook = engine.rulebooks().get(reference)?;
        Some((file, rulebook))
    });
    if format == CheckFormat::Json {
        let rulebooks = checked.map(|(file, rulebook)| {
            Json::object([
                ("file", file.as_str().into()),
                ("fingerprint", rulebook.fingerprint().into()),
                ("rulebook", rulebook.reference().into()),
            ])
        });
        let answer = Json::object([("ok", true.into()), ("rulebooks", Json::list(rulebooks))]);
        return print(&format!("{}\n", answer.to_canonical_string()));
    }
    let mut table = Table::new(&["file", "rulebook", "in force", "fingerprint"]);
    for (file, rulebook) in checked {
        table.row([
            file.clone(),
            rulebook.reference(),
            rulebook.effective().to_string(),
            rulebook.fingerprint().to_string(),
        ]);
    }
    print(&format!("Nothing is wrong.\n{table}"))
}

fn list(engine: &Engine) -> String {
    let mut table = Table::new(&["rulebook", "currency", "in force", "extends", "title"]);
    for rulebook in engine.rulebooks().iter() {
        table.row([
            rulebook.reference(),
            rulebook.currency().to_string(),
            rulebook.effective().to_string(),
            rulebook.bases().join(", "),
            rulebook.title().unwrap_or_default().to_owned(),
        ]);
    }
    table.to_string()
}
