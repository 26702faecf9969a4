//! What a command reads is not to be written over.

use super::stop::Stop;
use crate::code;
use crate::table::places;
use insurant_rules::Problem;
use std::path::{Path, PathBuf};

/// The files that a command is to write, by their options.
pub(super) type Written<'a> = [(&'static str, Option<&'a Path>)];

/// Refuses to write over the tables of `dirs` and over `read`, and to write two things into one
/// file.
///
/// # Errors
/// The first file that is not to be written.
pub(super) fn guard(dirs: &[&Path], read: &[&Path], written: &Written<'_>) -> Result<(), Stop> {
    let written: Vec<(&str, &Path)> = written
        .iter()
        .filter_map(|(option, path)| Some((*option, (*path)?)))
        .collect();
    for (i, (option, path)) in written.iter().enumerate() {
        let earlier = written.iter().take(i);
        if let Some((other, _)) = earlier.into_iter().find(|(_, other)| same(other, path)) {
            return Err(Stop::Usage(format!(
                "{other} and {option} name one file, `{}`: the one would replace the other",
                path.display()
            )));
        }
        let tables = dirs.iter().flat_map(|dir| places(dir));
        let files = read.iter().map(|path| path.to_path_buf());
        if tables.chain(files).any(|input| same(&input, path)) {
            return Err(Problem::new(
                code::OVERWRITES_INPUT,
                format!("{option} names a file that the command reads, and would destroy it"),
            )
            .in_source(path.display().to_string())
            .remedy(format!(
                "name another file with {option}; nothing was written"
            ))
            .into());
        }
    }
    Ok(())
}

/// Refuses a directory that holds a table in any form.
///
/// # Errors
/// The first table that is there.
pub(super) fn unused(dir: &Path) -> Result<(), Stop> {
    let there = |path: &PathBuf| path.symlink_metadata().is_ok();
    match places(dir).find(there) {
        None => Ok(()),
        Some(path) => Err(Problem::new(
            code::OVERWRITES_INPUT,
            "the directory holds a portfolio already",
        )
        .in_source(path.display().to_string())
        .remedy("name a directory without tables, or move them away; nothing was written")
        .into()),
    }
}

/// Whether two paths are one file. Devices and pipes hold nothing that could be lost.
fn same(a: &Path, b: &Path) -> bool {
    let plain = |path: &Path| path.metadata().map_or(true, |there| there.is_file());
    plain(a) && plain(b) && (place(a) == place(b) || one_inode(a, b))
}

/// Where a path leads, also when no file is there yet.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Whether two names lead to one file behind the back of the paths.
#[cfg(unix)]
fn one_inode(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (a.metadata(), b.metadata()) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn one_inode(_: &Path, _: &Path) -> bool {
    false
}
