//! The tables of the built-in calendars, made from pinned versions of two Python packages.
//!
//! The script runs in an environment of its own below the target folder, which pip fills when it is
//! not there: this chore alone needs the network, and no test does.

use crate::project::Project;
use crate::run::{Outcome, run};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the tables are committed.
const FOLDER: &str = "crates/insurant/calendars";
const SCRIPT: &str = "crates/xtask/src/calendars/tables.py";
const PACKAGES: &str = "crates/xtask/src/calendars/requirements.txt";

/// Writes the tables.
pub(crate) fn write(project: &Project) -> Outcome {
    make(project, &project.path(FOLDER))
}

/// A sentence for each table that is not what the packages say.
pub(crate) fn check(project: &Project) -> Outcome<Vec<String>> {
    let made = project.target("calendars/tables");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    make(project, &made)?;
    let (made, committed) = (tables(&made)?, tables(&project.path(FOLDER))?);
    let names = made.keys().chain(committed.keys());
    let mut stale: Vec<String> = names
        .filter(|name| made.get(*name) != committed.get(*name))
        .map(|name| format!("{FOLDER}/{name} is not up to date; run `cargo xtask calendars`"))
        .collect();
    stale.sort();
    stale.dedup();
    Ok(stale)
}

/// Every table of a folder, by file name.
fn tables(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut tables = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        tables.insert(name, fs::read_to_string(entry.path())?);
    }
    Ok(tables)
}

fn make(project: &Project, folder: &Path) -> Outcome {
    let python = environment(project)?;
    let script = project.path(SCRIPT);
    succeed(project, &python, [script.as_os_str(), folder.as_os_str()])
}

/// The interpreter of an environment that holds the packages in their pinned versions.
fn environment(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target("calendars/venv");
    let programs = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = folder.join(programs).join("python");
    if !python.exists() {
        let words = ["-m", "venv"].map(OsStr::new);
        let words = words.into_iter().chain([folder.as_os_str()]);
        succeed(project, Path::new("python3"), words)?;
    }
    // Quick when they are there already.
    let packages = project.path(PACKAGES);
    let words = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
    ];
    let words = words.map(OsStr::new).into_iter();
    succeed(project, &python, words.chain([packages.as_os_str()]))?;
    Ok(python)
}

fn succeed<'a>(
    project: &Project,
    program: &Path,
    words: impl IntoIterator<Item = &'a OsStr>,
) -> Outcome {
    let ended = run(project.command(program).args(words))?;
    if ended.success {
        Ok(())
    } else {
        Err(format!("`{}` failed", program.display()).into())
    }
}
