//! Mutation testing: the code is changed in small ways, one at a time; a change that no test
//! notices is a survivor. What may survive, and why, is in `tests/mutants.toml`.
//!
//! How a mutant is built and tested is in `.cargo/mutants.toml`.

mod accepted;

use crate::project::Project;
use crate::run::{Ended, Outcome, ask, run};
use accepted::{Accepted, Survivor};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version of cargo-mutants: another one finds other mutants.
const VERSION: &str = "27.1.0";

/// Reasons for survivors.
const ACCEPTED: &str = "tests/mutants.toml";

/// Everything that decides: the rule language, the measures, the decision.
const FILES: &[&str] = &[
    "crates/insurant/src/movement.rs",
    "crates/insurant/src/category.rs",
    "crates/insurant/src/decision/**/*.rs",
    "crates/insurant/src/measure/**/*.rs",
    "crates/insurant-rules/src/**/*.rs",
];

/// How cargo-mutants ends when it tried every mutant: all caught, some missed, some never ended.
const COMPLETE: [i32; 3] = [0, 2, 3];

/// The crates whose tests every survivor meets.
const TESTED: &[&str] = &["insurant-rules", "insurant"];

/// What `cargo xtask mutate` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Only the mutants of these files: a path or a glob; everything that decides when absent.
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

/// How often a law is tried on a mutant at first. What a few random cases do not notice meets all
/// tests of all crates a second time.
const FEW_CASES: &str = "16";

/// Runs cargo-mutants, and says whether every survivor has a reason.
///
/// Each mutant meets the tests of its own crate; those that survive meet the tests of every crate
/// that decides, which takes longer: the conformance vectors also try the rule language.
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
    let program = install(project)?;
    let mut first = mutants(project, &program, &output)?;
    let given: Vec<&str> = arguments.file.iter().map(String::as_str).collect();
    for file in if given.is_empty() { FILES } else { &given } {
        first.args(["--file", file]);
    }
    if let Some(shard) = &arguments.shard {
        first.args(["--shard", shard]);
    }
    first.env("PROPTEST_CASES", FEW_CASES).args(&arguments.rest);
    let ended = run(&mut first)?;
    if arguments.rest.iter().any(|argument| argument == "--list") {
        return Ok(ended.success);
    }
    let mut results = Results::read(&ended, &output)?;
    if !results.missed.is_empty() {
        let output = output.join("again");
        let mut second = mutants(project, &program, &output)?;
        for package in TESTED {
            second.args(["--test-package", package]);
        }
        for line in &results.missed {
            second.args(["--re", &format!("^{}$", escaped(line))]);
        }
        let ended = run(second.args(&arguments.rest))?;
        let again = Results::read(&ended, &output)?;
        // Whatever is not tried again would count as caught.
        let tried = again.caught + again.endless + again.missed.len();
        if tried != results.missed.len() {
            let missed = results.missed.len();
            return Err(format!("of {missed} survivors, {tried} were tried again").into());
        }
        results.caught += again.caught;
        results.endless += again.endless;
        results.missed = again.missed;
    }
    let mut new = 0;
    for line in &results.missed {
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
    let Results {
        caught,
        endless,
        missed,
    } = &results;
    let known = missed.len().saturating_sub(new);
    println!("{caught} caught, {endless} never ended, {known} accepted survivors, {new} others");
    // An endless loop is noticed, so it is no survivor.
    Ok(new == 0 && stale.is_empty() && caught + endless + known > 0)
}

/// cargo-mutants with its results in a folder.
fn mutants(project: &Project, program: &Path, output: &Path) -> Outcome<Command> {
    fs::create_dir_all(output)?;
    let mut command = project.command(program);
    command.args(["mutants", "--no-shuffle", "--colors", "never", "--output"]);
    // The tree is copied, and built in the copy.
    command.arg(output).env_remove("CARGO_TARGET_DIR");
    Ok(command)
}

/// What became of the mutants of a run.
struct Results {
    caught: usize,
    endless: usize,
    missed: Vec<String>,
}

impl Results {
    /// Reads what a run left behind; one that broke off says nothing of the mutants it left out.
    fn read(ended: &Ended, output: &Path) -> Outcome<Self> {
        if !ended.code.is_some_and(|code| COMPLETE.contains(&code)) {
            let folder = output.display();
            return Err(format!("cargo-mutants broke off; what it found is in {folder}").into());
        }
        let lines = |name: &str| -> Outcome<Vec<String>> {
            let path = output.join("mutants.out").join(name);
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("no results in {}: {error}", path.display()))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        Ok(Self {
            caught: lines("caught.txt")?.len(),
            endless: lines("timeout.txt")?.len(),
            missed: lines("missed.txt")?,
        })
    }
}

/// A text as a regular expression that matches nothing else. `\<` and `\>` would be the bounds of
/// a word.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() && !"_<>".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
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

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_of_a_mutant_is_matched_as_it_stands() {
        let name = "a/b.rs:7:9: replace < with >= in <impl A for B<'_>>::c -> [é; 2]";
        let expected =
            r"a\/b\.rs\:7\:9\: replace < with >\= in <impl A for B<\'_>>\:\:c \-> \[é\; 2\]";
        assert_eq!(escaped(name), expected);
    }
}
