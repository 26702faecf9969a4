//! What holds of every line of these sources, and no compiler checks.

#![allow(
    clippy::expect_used,
    reason = "a source that cannot be read fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("a source");
                files.push((path, text));
            }
        }
    }
    assert!(files.len() > 15);
    files
}

/// UniFFI's macros write unsafe code, so that the compiler cannot forbid it here.
#[test]
fn nothing_here_is_written_unsafe() {
    for (path, text) in sources() {
        assert!(!text.contains("unsafe"), "{}", path.display());
    }
}

/// Swift ends the whole program when a call fails that has no `Result`.
#[test]
fn whatever_is_exported_answers_a_result() {
    let mut exported = 0;
    for (path, text) in sources() {
        for block in text.split("#[uniffi::export").skip(1) {
            // Of an enumeration or record only what it derives is exported.
            let item = block
                .split_once(']')
                .map_or("", |(_, item)| item)
                .trim_start();
            let end = item.find("\n}\n").map_or(item.len(), |end| end + 1);
            let item = item.get(..end).unwrap_or(item);
            if item.starts_with("pub enum") || item.starts_with("#[") {
                continue;
            }
            let mut signatures = item.split("fn ").skip(1);
            assert!(signatures.clone().next().is_some(), "{}", path.display());
            assert!(
                signatures.all(|signature| {
                    exported += 1;
                    let end = signature.find(['{', ';']).unwrap_or(signature.len());
                    let signature = signature.get(..end).unwrap_or_default();
                    signature.contains("Result<") && signature.contains(", InsurantError>")
                }),
                "{}: {item}",
                path.display()
            );
        }
    }
    assert!(exported > 40, "{exported}");
}

/// Names that a language, or a library that everyone imports, has taken already.
#[test]
fn no_type_has_a_name_that_hurts() {
    const TAKEN: &[&str] = &[
        "Unit",
        "Category",
        "Calendar",
        "Progress",
        "Operation",
        "Task",
        "Period",
        "State",
        "Text",
        "Date",
        "Decimal",
        "Instant",
        "Error",
        "Type",
        "Default",
        "Internal",
        "Init",
        "Data",
        "Result",
        "Optional",
        "Any",
        "Set",
        "List",
        "Map",
    ];
    let mut seen = 0;
    for (path, text) in sources() {
        for (marker, name) in [("uniffi::Record", "pub struct "), ("uniffi::", "pub enum ")] {
            for declared in text.split(marker).skip(1) {
                let Some((_, rest)) = declared.split_once(name) else {
                    continue;
                };
                let end = rest
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len());
                let found = rest.get(..end).unwrap_or_default();
                assert!(!TAKEN.contains(&found), "{}: {found}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "{seen}");
}
