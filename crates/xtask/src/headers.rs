//! `include/insurant.h`, made by cbindgen from the crate of the C library.

use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::PathBuf;

/// Where the header stands in the project.
pub(crate) const HEADER: &str = "include/insurant.h";

/// The crate that it is made of.
const CRATE: &str = "crates/insurant-ffi";

/// Writes the header.
pub(crate) fn write(project: &Project) -> Outcome<()> {
    let path = project.path(HEADER);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, made(project)?)?;
    Ok(())
}

/// What is not up to date.
pub(crate) fn check(project: &Project) -> Outcome<Vec<String>> {
    let there = fs::read_to_string(project.path(HEADER)).unwrap_or_default();
    let stale = there != made(project)?;
    Ok(stale
        .then(|| format!("{HEADER} is not what {CRATE} says: run `cargo xtask headers`"))
        .into_iter()
        .collect())
}

fn made(project: &Project) -> Outcome<String> {
    let folder: PathBuf = project.path(CRATE);
    let mut config = cbindgen::Config::from_file(folder.join("cbindgen.toml"))?;
    config.header = Some(
        fs::read_to_string(folder.join("contract.h"))?
            .trim_end()
            .to_owned(),
    );
    config.trailer = Some(fs::read_to_string(folder.join("trailer.h"))?);
    let bindings = cbindgen::Builder::new()
        .with_crate(&folder)
        .with_config(config)
        .generate()?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    Ok(String::from_utf8(text)?)
}
