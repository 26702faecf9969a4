//! The library that all packages carry, and the sources that are generated from it.
//!
//! They are not committed: they are derived in half a second, belong to one version of the library by
//! their checksums, and a committed copy would be a second truth. What people read is kept instead: the
//! public signatures, in `bindings/*/api.txt`.

use super::tools::must;
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The library of the profile that all packages are built with, its symbols still in it: the generator
/// reads them.
fn library(project: &Project) -> Outcome<PathBuf> {
    must(&mut project.cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "library",
        "--package",
        "insurant-uniffi",
    ]))?;
    Ok(project.target("library/libinsurant_uniffi.so"))
}

/// The sources for a language, in a folder of their own.
pub(super) fn sources(project: &Project, language: &str) -> Outcome<PathBuf> {
    let library = library(project)?;
    let out = project.target("bindings").join(language).join("generated");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    // Apart from the library: built together, the generator's features would be the library's too.
    let mut generate = project.cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "insurant-bindgen",
    ]);
    generate.args(["--", "generate"]).arg(library);
    generate.args(["--language", language, "--no-format", "--out-dir"]);
    must(generate.arg(&out))?;
    Ok(out)
}

/// The library as it is packed: without what only its makers need.
pub(super) fn packed(project: &Project, to: &std::path::Path) -> Outcome {
    let from = library(project)?;
    fs::create_dir_all(to)?;
    let name = from.file_name().unwrap_or_default();
    let mut strip = Command::new("strip");
    must(
        strip
            .arg("--strip-unneeded")
            .arg("-o")
            .arg(to.join(name))
            .arg(&from),
    )
}

/// Replaces a text that must be there exactly so many times.
pub(super) fn patch(source: &str, from: &str, to: &str, times: usize) -> Outcome<String> {
    let found = source.matches(from).count();
    if found == times {
        return Ok(source.replace(from, to));
    }
    Err(format!("the generated source has `{from}` {found} times, not {times}").into())
}

/// The library as an archive, for those who link it into their programs.
pub(super) fn archive(project: &Project) -> Outcome<PathBuf> {
    library(project)?;
    Ok(project.target("library/libinsurant_uniffi.a"))
}
