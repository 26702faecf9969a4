//! The interface that was promised: a baseline of it is committed with its header, and a change that
//! a host would notice fails.
//!
//! libabigail reads debug information, and that of a Rust library describes Rust's own types. So
//! the baseline is taken of the header: each of its functions becomes an empty one of C, and gcc
//! says what types they have.

use super::consumers::{Link, libraries};
use super::layout::Library;
use super::prototype;
use super::tools::{Checks, has, need, output, said};
use crate::headers::HEADER;
use crate::project::Project;
use crate::run::Outcome;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The committed baseline: the description, and the header that it was taken of.
const BASELINE: &str = "bindings/c/abi/insurant.abi";
const BASELINE_HEADER: &str = "bindings/c/abi/insurant.h";

/// Bits of what `abidiff` answers: it failed; something changed.
const FAILED: i32 = 3;
const CHANGED: i32 = 4;

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    need(&[("abidw", "abigail-tools"), ("nm", "binutils")]);
    exports(project, prefix, Library::Plain, checks)?;
    if has("abidw") && has("abidiff") {
        let new = described(project, &project.path(HEADER))?;
        unchanged(project, &new, checks)?;
    } else {
        checks.skip("C: the interface is the promised one", "no libabigail");
    }
    older_host(project, prefix, checks)
}

/// Writes the baseline of today's header.
pub(crate) fn write(project: &Project) -> Outcome {
    need(&[("abidw", "abigail-tools")]);
    let new = described(project, &project.path(HEADER))?;
    let baseline = project.path(BASELINE);
    if let Some(folder) = baseline.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(new, baseline)?;
    fs::copy(project.path(HEADER), project.path(BASELINE_HEADER))?;
    Ok(())
}

/// The library exports what its headers declare, and nothing else.
pub(super) fn exports(
    project: &Project,
    prefix: &Path,
    library: Library,
    checks: &mut Checks,
) -> Outcome {
    let mut declared = BTreeSet::new();
    for header in library.headers() {
        let header = fs::read_to_string(project.path(header))?;
        declared.extend(prototype::functions(&header).into_iter().map(|f| f.name));
    }
    declared.insert("insurant_abi_version".into());
    let file = prefix.join("lib/libinsurant.so");
    let mut nm = Command::new("nm");
    let listed = output(nm.args(["-D", "--defined-only"]).arg(file))?;
    let listed_text = String::from_utf8_lossy(&listed.stdout);
    let exported: BTreeSet<String> = listed_text
        .lines()
        .filter_map(|line| line.split_whitespace().next_back().map(str::to_owned))
        .collect();
    let differ: Vec<&String> = declared.symmetric_difference(&exported).collect();
    checks.check(
        &format!(
            "C: the library exports the functions of {} and nothing else",
            library.headers().join(" and ")
        ),
        (!differ.is_empty()).then(|| format!("{differ:?}")),
    );
    Ok(())
}

/// The description of a header, as libabigail writes it.
fn described(project: &Project, header: &Path) -> Outcome<PathBuf> {
    let folder = project.target("capi/abi");
    fs::create_dir_all(&folder)?;
    let text = fs::read_to_string(header)?;
    fs::write(folder.join("insurant.h"), &text)?;
    let mut stub = String::from("#include \"insurant.h\"\n");
    for prototype in prototypes(&text) {
        writeln!(stub, "{prototype} {{ __builtin_trap(); }}")?;
    }
    fs::write(folder.join("stub.c"), stub)?;
    let library = folder.join("stub.so");
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=gnu2x", "-g", "-O0", "-fPIC", "-shared", "-w"])
        .arg("-Wl,-soname,libinsurant.so.1")
        .arg("-o")
        .arg(&library)
        .arg(folder.join("stub.c"));
    let described = folder.join("new.abi");
    let mut abidw = Command::new("abidw");
    abidw
        .args(["--no-show-locs", "--no-corpus-path", "--no-comp-dir-path"])
        .arg("--out-file")
        .arg(&described)
        .arg(&library);
    for command in [&mut gcc, &mut abidw] {
        let output = output(command)?;
        if !output.status.success() {
            return Err(said(&output).into());
        }
    }
    Ok(described)
}

/// The functions as declared, without their semicolons.
fn prototypes(header: &str) -> Vec<String> {
    let lines = header.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with('#')
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let parts = text.split(';').map(str::trim);
    parts
        .filter(|part| {
            let part = part.rsplit('}').next().unwrap_or(part).trim();
            let part = part.rsplit("{\n").next().unwrap_or(part).trim();
            part.starts_with("InsurantStatus insurant_") || part.starts_with("uint32_t insurant_")
        })
        .map(|part| {
            let start = part.rfind("InsurantStatus insurant_");
            let start = start
                .or_else(|| part.rfind("uint32_t insurant_"))
                .unwrap_or(0);
            part.get(start..).unwrap_or(part).to_owned()
        })
        .collect()
}

/// Only additions since the baseline.
fn unchanged(project: &Project, new: &Path, checks: &mut Checks) -> Outcome {
    let name = "C: the interface is the promised one, or more";
    let baseline = project.path(BASELINE);
    if !baseline.exists() {
        checks.check(
            name,
            Some(format!("{BASELINE} is missing: cargo xtask abi")),
        );
        return Ok(());
    }
    let compare = |more: &[&str]| {
        output(
            Command::new("abidiff")
                .arg("--no-show-locs")
                .args(more)
                .arg(&baseline)
                .arg(new),
        )
    };
    // An incompatible change does not always have its own bit: whatever is no pure addition fails.
    let found = compare(&["--no-added-syms"])?;
    let code = found.status.code().unwrap_or(FAILED);
    let wrong = code & (FAILED | CHANGED) != 0;
    checks.check(
        name,
        wrong.then(|| {
            format!(
                "{}if this is meant, raise the ABI version and write a new baseline: cargo xtask abi",
                said(&found)
            )
        }),
    );
    Ok(())
}

/// A program compiled with the header of the baseline runs with the library of today.
fn older_host(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let folder = project.target("capi/abi");
    fs::create_dir_all(&folder)?;
    let program = folder.join("older");
    let mut compiler = Command::new("gcc");
    compiler
        .args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I"])
        .arg(project.path("bindings/c/abi"))
        .arg("-o")
        .arg(&program)
        .arg(project.path("bindings/c/src/example.c"));
    // Only where the library is, not where today's header is.
    let libraries = libraries(prefix, Link::Shared)?;
    compiler.args(libraries.iter().filter(|word| !word.starts_with("-I")));
    if checks.succeeds(
        "C: a host compiles with the baseline's header",
        &mut compiler,
    )? {
        let mut command = Command::new(&program);
        command.env("LD_LIBRARY_PATH", prefix.join("lib"));
        checks.succeeds("C: that host runs with today's library", &mut command)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_of_the_header_is_in_the_stub() {
        let header = include_str!("../../../../include/insurant.h");
        let stubs = prototypes(header);
        assert_eq!(stubs.len(), prototype::functions(header).len() + 1);
        assert!(stubs.iter().all(|stub| stub.ends_with(')')), "{stubs:?}");
    }
}
