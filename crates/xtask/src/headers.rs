//! `include/insurant.h` and `include/insurant_arrow.h`, made by cbindgen from the crate of the C library,
//! and the copybooks of COBOL, made of the first.

use crate::copybook;
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the header stands in the project.
pub(crate) const HEADER: &str = "include/insurant.h";

/// Where the header of what the feature `batch` adds stands.
pub(crate) const ARROW_HEADER: &str = "include/insurant_arrow.h";

/// The sources of which that is made.
const ARROW_SOURCES: &[&str] = &["assess.rs", "exports.rs", "options.rs"];

/// The crate that they are made of.
const CRATE: &str = "crates/insurant-ffi";

/// The page for people, which has the contract of the header.
const GUIDE: &str = "bindings/c/README.md";

/// Writes the header, and what is made of it.
pub(crate) fn write(project: &Project) -> Outcome<()> {
    let path = project.path(HEADER);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let header = made(project)?;
    fs::write(path, &header)?;
    fs::write(project.path(ARROW_HEADER), arrow(project)?)?;
    fs::write(project.path(GUIDE), guide(project)?)?;
    fs::create_dir_all(project.path(copybook::FOLDER))?;
    for (name, text) in copybook::made(&header) {
        fs::write(project.path(copybook::FOLDER).join(name), text)?;
    }
    Ok(())
}

/// What is not up to date.
pub(crate) fn check(project: &Project) -> Outcome<Vec<String>> {
    let header = made(project)?;
    let mut files: Vec<(PathBuf, String)> = copybook::made(&header)
        .into_iter()
        .map(|(name, text)| (Path::new(copybook::FOLDER).join(name), text))
        .collect();
    files.push((HEADER.into(), header));
    files.push((ARROW_HEADER.into(), arrow(project)?));
    files.push((GUIDE.into(), guide(project)?));
    let stale = |(path, text): &(PathBuf, String)| {
        fs::read_to_string(project.path(path)).unwrap_or_default() != *text
    };
    let stale = files.iter().filter(|file| stale(file));
    Ok(stale
        .map(|(path, _)| {
            let path = path.display();
            format!("{path} is not what {CRATE} says: run `cargo xtask headers`")
        })
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
    written(
        cbindgen::Builder::new()
            .with_crate(&folder)
            .with_config(config),
    )
}

/// The header of what the feature `batch` adds.
fn arrow(project: &Project) -> Outcome<String> {
    let folder: PathBuf = project.path(CRATE);
    let mut builder = cbindgen::Builder::new()
        .with_config(cbindgen::Config::from_file(folder.join("arrow.toml"))?);
    for source in ARROW_SOURCES {
        builder = builder.with_src(folder.join("src/arrow").join(source));
    }
    written(builder)
}

fn written(builder: cbindgen::Builder) -> Outcome<String> {
    let mut text = Vec::new();
    builder.generate()?.write(&mut text);
    Ok(String::from_utf8(text)?)
}

/// The page for people, with the contract as the header has it.
fn guide(project: &Project) -> Outcome<String> {
    let contract = fs::read_to_string(project.path(CRATE).join("contract.h"))?;
    let plain = |line: &str| {
        let line = line.strip_prefix("//").unwrap_or(line);
        line.strip_prefix(' ').unwrap_or(line).to_owned()
    };
    let contract: Vec<String> = contract.trim_end().lines().map(plain).collect();
    let page = fs::read_to_string(project.path(GUIDE))?;
    let (before, _) = page
        .split_once("```text\n")
        .ok_or("the page of the C library has no place for the contract")?;
    Ok(format!("{before}```text\n{}\n```\n", contract.join("\n")))
}
