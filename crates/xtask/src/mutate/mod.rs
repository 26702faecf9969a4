//! Mutation testing: the code is changed in small ways, one at a time; a change that no test
//! notices is a survivor. What may survive, and why, is in `tests/mutants.toml`.
//!
//! What is mutated and with which tests is in `.cargo/mutants.toml`.

mod accepted;

use crate::project::Project;
use crate::run::{Outcome, ask, run};
use accepted::{Accepted, Survivor};
use clap::Args;
use std::fs;
use std::path::PathBuf;

/// The version of cargo-mutants: another one finds other mutants.
const VERSION: &str = "27.1.0";

/// Reasons for survivors.
const ACCEPTED: &str = "tests/mutants.toml";

/// What `cargo xtask mutate` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Only the mutants of these files; a glob.
    #[arg(long)]
    file: Vec<String>,
    /// Only a part of the mutants: `0/8` to `7/8`.
    #[arg(long)]
    shard: Option<String>,
    /// Where the results go; the target directory when absent.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Further arguments for cargo-mutants, such as `--list` or `--jobs 2`.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Runs cargo-mutants, and says whether every survivor has a reason.
pub(crate) fn mutate(project: &Project, arguments: &Arguments) -> Outcome<bool> {
    let accepted = Accepted::read(&project.path(ACCEPTED))?;
    let stale = accepted.stale(project);
    for entry in &stale {
        eprintln!("{ACCEPTED}: {entry}: no such line any more");
    }
    let output = match &arguments.output {
        Some(folder) => project.path(folder),
        None => project.target("mutants"),
    };
    fs::create_dir_all(&output)?;
    let mut command = project.command(install(project)?);
    command
        .args(["mutants", "--no-shuffle", "--colors", "never", "--output"])
        .arg(&output);
    for file in &arguments.file {
        command.args(["--file", file]);
    }
    if let Some(shard) = &arguments.shard {
        command.args(["--shard", shard]);
    }
    // The tree is built elsewhere.
    command.args(&arguments.rest).env_remove("CARGO_TARGET_DIR");
    let ended = run(&mut command)?;
    if arguments.rest.iter().any(|argument| argument == "--list") {
        return Ok(ended.success);
    }
    let read = |name: &str| fs::read_to_string(output.join("mutants.out").join(name));
    let survivors = read("missed.txt").map_err(|error| format!("no list of survivors: {error}"))?;
    let mut new = 0;
    for line in survivors.lines() {
        let Some(survivor) = Survivor::read(project, line) else {
            return Err(format!("cannot read the survivor `{line}`").into());
        };
        match accepted.reason(&survivor) {
            Some(reason) => println!("accepted: {line}: {reason}"),
            None => {
                new += 1;
                println!("SURVIVOR: {line}\n{}", survivor.entry());
            }
        }
    }
    let count = |name| read(name).map_or(0, |text| text.lines().count());
    let (caught, timeout) = (count("caught.txt"), count("timeout.txt"));
    let known = survivors.lines().count().saturating_sub(new);
    println!("{caught} caught, {timeout} never ended, {known} accepted survivors, {new} others");
    // cargo-mutants itself fails for survivors (2) and endless loops (3); the latter are noticed.
    Ok(new == 0 && stale.is_empty() && caught + timeout + known > 0)
}

/// The tool, installed once for all projects of the same user.
fn install(project: &Project) -> Outcome<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").ok_or("HOME is not set")?).join(".cache"),
    };
    let folder = cache
        .join("insurant")
        .join(format!("cargo-mutants-{VERSION}"));
    let program = folder.join("bin/cargo-mutants");
    let version = ask(project.command(&program).args(["mutants", "--version"]));
    if !version.is_ok_and(|text| text.trim().ends_with(VERSION)) {
        let mut command = project.cargo(&["install", "cargo-mutants", "--locked", "--version"]);
        command
            .args([VERSION, "--root"])
            .arg(&folder)
            .env_remove("CARGO_TARGET_DIR");
        if !run(&mut command)?.success {
            return Err("cargo-mutants could not be installed".into());
        }
    }
    Ok(program)
}
