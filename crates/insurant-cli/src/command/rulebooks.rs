//! The option `--rulebook`, which all commands share.

use super::stop::Stop;
use super::text::quoted;
use crate::code;
use insurant::rulebook::DEFAULT;
use insurant::{Engine, UNKNOWN_RULEBOOK};
use insurant_rules::document::Document;
use insurant_rules::{Problem, Problems};
use std::path::Path;

/// Which rules decide.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct RulebookArgs {
    /// A rulebook: the name of a built-in one, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides. `insurant rulebook list` shows the built-in ones. Without
    /// it: cn-property.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    names: Vec<String>,
}

/// Rulebooks loaded, and the one that decides.
pub(crate) struct Chosen {
    pub(crate) engine: Engine,
    /// Its id, or `id@version`.
    pub(crate) name: String,
}

impl RulebookArgs {
    /// The same for a command whose option has another default.
    pub(crate) fn or(names: &[String], default: &str) -> Self {
        let names = match names {
            [] => vec![default.to_owned()],
            names => names.to_vec(),
        };
        Self { names }
    }

    /// Loads what the option names.
    ///
    /// # Errors
    /// A file that cannot be read, and everything that is wrong with any rulebook.
    pub(crate) fn load(&self) -> Result<Chosen, Stop> {
        self.load_with([])
    }

    /// The same, with calendars of the insurer's own.
    ///
    /// # Errors
    /// A file that cannot be read, and everything that is wrong with any rulebook or calendar.
    pub(crate) fn load_with(
        &self,
        calendars: impl IntoIterator<Item = Document>,
    ) -> Result<Chosen, Stop> {
        let mut documents = Vec::new();
        let mut problems = Problems::new();
        let mut chosen = DEFAULT.to_owned();
        for name in &self.names {
            if !is_file(name) {
                chosen.clone_from(name);
                continue;
            }
            match document(Path::new(name)) {
                Ok(document) => {
                    document
                        .root()
                        .text_at("id")
                        .unwrap_or_default()
                        .clone_into(&mut chosen);
                    documents.push(document);
                }
                Err(found) => problems.extend(found),
            }
        }
        problems.or(())?;
        let engine = Engine::builder().rulebooks(documents);
        let engine = engine.calendars(calendars).build()?;
        if engine.rulebooks().get(&chosen).is_none() {
            let known = || engine.rulebooks().iter().map(|rulebook| rulebook.id());
            let expected = known().collect::<Vec<_>>().join(", ");
            return Err(
                Problem::new(UNKNOWN_RULEBOOK, format!("no rulebook `{chosen}`"))
                    .expected(format!("{expected}, or a file"))
                    .nearest(insurant_rules::problem::nearest(&chosen, known()))
                    .into(),
            );
        }
        Ok(Chosen {
            engine,
            name: chosen,
        })
    }

    /// The files among them.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        let files = self.names.iter().filter(|name| is_file(name));
        files.map(Path::new)
    }

    /// The option as it was given, for commands to try next.
    pub(crate) fn words(&self) -> String {
        let names = self.names.iter();
        names
            .map(|name| format!(" --rulebook {}", quoted(name)))
            .collect()
    }
}

fn is_file(name: &str) -> bool {
    let path = Path::new(name);
    let documented = path.extension().is_some_and(|e| e == "toml" || e == "json");
    documented || path.is_file()
}

/// Reads a rulebook from a file.
///
/// # Errors
/// A file that cannot be read, or that is no document.
pub(crate) fn document(path: &Path) -> Result<Document, Problems> {
    let name = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Document::from_bytes(&name, &bytes),
        Err(error) => Err(Problem::new(
            code::UNREADABLE_FILE,
            format!("the rulebook cannot be read: {error}"),
        )
        .in_source(name)
        .remedy("name a file that is there, or a built-in rulebook (`insurant rulebook list`)")
        .into()),
    }
}
