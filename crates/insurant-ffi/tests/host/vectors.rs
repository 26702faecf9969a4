//! The conformance vectors.

use std::fs;
use std::path::{Path, PathBuf};

/// The files, in order.
pub(crate) fn vectors() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let folders = fs::read_dir(root).expect("tests/vectors can be read");
    let mut files: Vec<PathBuf> = folders
        .flat_map(|folder| fs::read_dir(folder.expect("a folder").path()).expect("a folder"))
        .map(|file| file.expect("a file").path())
        .collect();
    files.sort();
    files
}
