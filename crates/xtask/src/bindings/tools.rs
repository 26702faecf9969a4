//! Tools of other languages, installed once for each set of versions.

use crate::capi::output_of;
use crate::run::Outcome;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where tools are kept from one run to the next, also those of other clones.
fn cache() -> Outcome<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache
        .or_else(home)
        .ok_or("neither XDG_CACHE_HOME nor HOME is set")?;
    Ok(cache.join("insurant"))
}

/// A folder of tools by its name and the text that says what stands in it, filled if it is not there.
/// Half of one, of a run that was ended, is never used.
pub(super) fn kept(
    name: &str,
    contents: &str,
    fill: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let digest = insurant_rules::document::fingerprint(contents);
    let digest: String = digest.chars().filter(char::is_ascii_alphanumeric).collect();
    let end = digest.len().min(24);
    let folder = cache()?.join(format!("{name}-{}", digest.get(..end).unwrap_or_default()));
    let ready = folder.join(".ready");
    if !ready.is_file() {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fill(&folder)?;
        fs::write(ready, contents)?;
    }
    Ok(folder)
}

/// Runs a program that must succeed.
pub(super) fn must(command: &mut Command) -> Outcome {
    let output = output_of(command)?;
    if output.status.success() {
        return Ok(());
    }
    let program = command.get_program().display();
    let said = String::from_utf8_lossy(&output.stderr);
    let told = String::from_utf8_lossy(&output.stdout);
    Err(format!("{program} failed:\n{told}{said}").into())
}
