//! How much of the project a target's inputs run through: lines, by folder of each crate.

use super::{FLAGS, MANIFEST, corpus, host, seeds};
use crate::project::Project;
use crate::run::{Outcome, ask, run};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines that were run, of so many.
#[derive(Default, Clone, Copy)]
struct Lines {
    run: u64,
    all: u64,
}

impl Lines {
    fn add(&mut self, other: Self) {
        self.run += other.run;
        self.all += other.all;
    }

    /// In whole percent, rounded down.
    fn percent(self) -> u64 {
        (self.run * 100).checked_div(self.all).unwrap_or_default()
    }
}

/// Runs a target once over its first inputs and over what the fuzzer added, and prints the report.
pub(super) fn report(project: &Project, target: &str) -> Outcome<bool> {
    let (profdata, cov) = (tool("llvm-profdata")?, tool("llvm-cov")?);
    let triple = host(project)?;
    let results = project.target("fuzz/build-coverage");
    let flags = [FLAGS, &["-Cinstrument-coverage"]].concat();
    let mut build = project.cargo(&["build", "--release", "--manifest-path", MANIFEST]);
    build
        .args(["--target", &triple, "--bin", target])
        .env("CARGO_TARGET_DIR", &results)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags.join(" "));
    if !run(&mut build)?.success {
        return Err("the fuzz target does not build".into());
    }
    let program = results.join(&triple).join("release").join(target);
    let raw = results.join(format!("{target}.profraw"));
    let merged = results.join(format!("{target}.profdata"));
    let folder = corpus(project, target)?;
    let first = seeds::write(project, target)?.folder;
    let mut once = project.command(&program);
    once.args(["-runs=0", "-rss_limit_mb=4096", "-detect_leaks=0"])
        .args([&folder, &first])
        .env("LLVM_PROFILE_FILE", &raw);
    if !run(&mut once)?.success {
        return Err("an input of the corpus fails".into());
    }
    ask(Command::new(profdata)
        .args(["merge", "-sparse"])
        .arg(&raw)
        .arg("-o")
        .arg(&merged))?;
    let mut export = Command::new(cov);
    export
        .args(["export", "-format=lcov", "-summary-only"])
        .arg(format!("-instr-profile={}", merged.display()))
        .arg(&program);
    print(project, &ask(&mut export)?)
}

/// Prints lines run by folder, then of each crate.
fn print(project: &Project, lcov: &str) -> Outcome<bool> {
    let mut folders: BTreeMap<(String, String), Lines> = BTreeMap::new();
    let crates = project.path("crates").canonicalize()?;
    let (mut place, mut lines) = (None, Lines::default());
    for line in lcov.lines() {
        if let Some(file) = line.strip_prefix("SF:") {
            place = place_of(&crates, Path::new(file));
        } else if let Some(count) = line.strip_prefix("LF:") {
            lines.all = count.parse()?;
        } else if let Some(count) = line.strip_prefix("LH:") {
            lines.run = count.parse()?;
        } else if line == "end_of_record"
            && let Some(place) = place.take()
        {
            folders.entry(place).or_default().add(lines);
        }
    }
    if folders.is_empty() {
        return Err("the coverage names no file of the project".into());
    }
    let mut crates: BTreeMap<&str, Lines> = BTreeMap::new();
    println!("{:<44}{:>8}{:>8}{:>6}", "folder", "run", "lines", "%");
    let row = |name: &str, lines: Lines| {
        println!(
            "{name:<44}{:>8}{:>8}{:>6}",
            lines.run,
            lines.all,
            lines.percent()
        );
    };
    for ((package, folder), lines) in &folders {
        row(&format!("{package}/src/{folder}"), *lines);
        crates.entry(package).or_default().add(*lines);
    }
    for (package, lines) in crates {
        row(package, lines);
    }
    Ok(true)
}

/// The crate of a file, and the folder below its `src`; none for files of others.
fn place_of(crates: &Path, file: &Path) -> Option<(String, String)> {
    let file = file.canonicalize().ok()?;
    let mut parts = file.strip_prefix(crates).ok()?.components();
    let mut next = || {
        parts
            .next()
            .map(|p| p.as_os_str().to_string_lossy().into_owned())
    };
    let (package, _, first) = (next()?, next()?, next()?);
    let folder = if next().is_some() {
        first
    } else {
        String::new()
    };
    Some((package, folder))
}

/// A tool of the LLVM that rustc has, whose profiles no older one can read: from the toolchain
/// (`rustup component add llvm-tools`), or from the system's packages.
fn tool(name: &str) -> Outcome<PathBuf> {
    let rustc = ask(Command::new("rustc").arg("-vV"))?;
    let field = |start: &str| rustc.lines().find_map(|line| line.strip_prefix(start));
    let version = field("LLVM version: ").and_then(|version| version.split('.').next());
    let version = version.ok_or("`rustc -vV` names no LLVM")?;
    let root = ask(Command::new("rustc").args(["--print", "sysroot"]))?;
    let own = Path::new(root.trim())
        .join("lib/rustlib")
        .join(field("host: ").unwrap_or_default())
        .join("bin")
        .join(name);
    let versioned = PathBuf::from(format!("{name}-{version}"));
    for tool in [own, versioned] {
        if ask(Command::new(&tool).arg("--version")).is_ok() {
            return Ok(tool);
        }
    }
    Err(format!(
        "`{name}` of LLVM {version} is not there: `rustup component add llvm-tools`, or the \
         package llvm-{version}"
    )
    .into())
}
