//! The operations as methods with records, for the languages of UniFFI: written from the same shapes
//! that check the JSON of every language, so that no field is ever added twice.

mod enumerations;
mod model;
mod names;
mod rust;

use crate::project::Project;
use crate::run::Outcome;
use model::Model;
use std::path::PathBuf;

/// Where they are published.
const FOLDER: &str = "crates/insurant-uniffi/src/operation";

/// The sources by their paths.
pub(crate) fn files(project: &Project) -> Outcome<Vec<(PathBuf, String)>> {
    let known = enumerations::known(project)?;
    let model = Model::of(&known)?;
    let files = rust::files(&model);
    let files = files
        .into_iter()
        .map(|(name, text)| (project.path(FOLDER).join(name), text));
    Ok(files.collect())
}
