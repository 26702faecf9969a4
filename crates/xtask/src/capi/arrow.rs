//! The library with portfolios over Arrow: laid out by itself, its header, its exports with everything
//! wrong, producers that do everything wrong, and the example.

use super::consumers::{Link, VALGRIND, answers, compiler, libraries};
use super::layout::{Library, install_library};
use super::tools::{Checks, has, output, said};
use super::{abi, header, probes};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

/// As many things a producer can do wrong; fewer would prove less than it seems.
const CASES: usize = 140;

/// What the example prints, among other things.
const EXAMPLE: (&str, &[&str]) = (
    "portfolio",
    &[
        "rulebook sha256:",
        "customer 7: standard, annual premium 480000 fen\n",
        "customer 8: key, annual premium 6000000 fen\n",
        "customer 9: unattached, annual premium 0 fen\n",
        "[bad_arrow] at `customers.arrays[0].children[1]`",
    ],
);

pub(super) fn run(project: &Project, checks: &mut Checks) -> Outcome {
    let prefix = project.target("capi/batch");
    install_library(project, &prefix, Library::Batch)?;
    header::alone(project, &prefix, Library::Batch, checks)?;
    abi::exports(project, &prefix, Library::Batch, checks)?;
    answers(project, &prefix, EXAMPLE, checks)?;
    faults(project, &prefix, checks)?;
    probes::run(project, &prefix, Library::Batch, checks)
}

/// Everything that a producer can do wrong and that can be seen.
fn faults(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let folder = project.target("capi/arrow");
    fs::create_dir_all(&folder)?;
    let source = project.path("crates/xtask/src/capi/arrow/faults.c");
    let modes: [(&str, &[&str]); 2] = [
        ("faults", &[]),
        ("faults-asan", &["-fsanitize=address,undefined"]),
    ];
    for (name, more) in modes {
        let program = folder.join(name);
        let mut compiler = compiler(prefix)?;
        compiler.args(more).arg("-o").arg(&program).arg(&source);
        compiler.args(libraries(prefix, Link::Shared)?);
        if checks.succeeds(&format!("Arrow: {name} compiles"), &mut compiler)? {
            judged(
                &format!("Arrow: {name}"),
                Command::new(&program),
                prefix,
                checks,
            )?;
        }
    }
    let name = "Arrow: faults without a leak or an error";
    if !has("valgrind") {
        checks.skip(name, "no valgrind");
        return Ok(());
    }
    let mut valgrind = Command::new("valgrind");
    valgrind.args(VALGRIND).arg(folder.join("faults"));
    judged(name, valgrind, prefix, checks)
}

fn judged(name: &str, mut command: Command, prefix: &Path, checks: &mut Checks) -> Outcome {
    let output = output(command.env("LD_LIBRARY_PATH", prefix.join("lib")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let cases = text.trim().strip_suffix(" cases");
    let cases = cases.and_then(|cases| cases.parse::<usize>().ok());
    let well = output.status.success() && cases >= Some(CASES);
    checks.check(name, (!well).then(|| said(&output)));
    Ok(())
}
