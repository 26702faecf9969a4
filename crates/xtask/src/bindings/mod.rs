//! The packages for other languages, built, installed as their users install them, and tested.

mod generate;
pub(crate) mod kotlin;
pub(crate) mod python;
mod readme;
mod records;
mod sample;
pub(crate) mod spark;
pub(crate) mod swift;
mod tools;

use crate::project::Project;
use crate::run::Outcome;
pub(crate) use records::files as records;

/// A language with something to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    Python,
    Kotlin,
    Swift,
}

/// Writes what is kept of the packages: Python's stub, the public signatures of the others.
pub(crate) fn write(project: &Project, language: Option<Language>) -> Outcome {
    let wanted = |of: Language| language.is_none_or(|language| language == of);
    if wanted(Language::Python) {
        python::write_stub(project)?;
    }
    if wanted(Language::Kotlin) {
        kotlin::write_api(project)?;
    }
    if wanted(Language::Swift) {
        swift::write_api(project)?;
    }
    Ok(())
}
