//! Compilers and checks, counted like tests.

use super::Found;
use crate::count::Count;
use crate::run::Outcome;
use std::process::{Command, Output};

/// Checks so far.
#[derive(Default)]
pub(crate) struct Checks {
    passed: u32,
    failed: u32,
    skipped: Vec<String>,
}

impl Checks {
    /// A check with its name; what went wrong is printed.
    pub(crate) fn check(&mut self, name: &str, wrong: Option<String>) {
        match wrong {
            None => {
                println!("check {name} ... ok");
                self.passed += 1;
            }
            Some(wrong) => {
                println!("check {name} ... FAILED\n{wrong}");
                self.failed += 1;
            }
        }
    }

    /// Checks that were named elsewhere.
    pub(crate) fn add(&mut self, passed: usize, failed: usize) {
        let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
        self.passed += count(passed);
        self.failed += count(failed);
    }

    /// A check that cannot run here.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        println!("check {name} ... skipped: {why}");
        self.skipped.push(format!("{name}: {why}"));
    }

    /// A program that must succeed.
    pub(crate) fn succeeds(&mut self, name: &str, command: &mut Command) -> Outcome<bool> {
        let output = output(command)?;
        let well = output.status.success();
        self.check(name, (!well).then(|| said(&output)));
        Ok(well)
    }

    pub(crate) fn found(self) -> Found {
        let skipped = u32::try_from(self.skipped.len()).unwrap_or(u32::MAX);
        Found {
            count: Count {
                passed: self.passed.into(),
                failed: self.failed.into(),
                skipped: skipped.into(),
            },
            skipped: self.skipped,
        }
    }
}

/// Runs a program to its end.
pub(crate) fn output(command: &mut Command) -> Outcome<Output> {
    command
        .output()
        .map_err(|error| format!("cannot run {}: {error}", command.get_program().display()).into())
}

/// What a program said, for people.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Whether a program is there.
pub(crate) fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}

/// Programs that are missing, installed from Debian's packages where that can be done.
pub(crate) fn need(programs: &[(&str, &str)]) {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(program, _)| !has(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() || !has("apt-get") {
        return;
    }
    let update = Command::new("apt-get").args(["update", "-q"]).output();
    let install = Command::new("apt-get")
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .output();
    // What is still missing is named by the checks that want it.
    drop((update, install));
}
