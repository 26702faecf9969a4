//! Fuzzing with libFuzzer on the stable toolchain.
//!
//! What the fuzzer looks for is panics, overflows, endless loops and broken laws. Only the C library
//! has unsafe code, so AddressSanitizer, which doubles the time of builds and runs, is for those who
//! ask for it with `--address`: for the targets `capi_call`, `capi_rows` and `capi_arrow`, they
//! should.
//!
//! The targets are in `tests/fuzz`, a workspace of its own, laid out as cargo-fuzz lays it out. The
//! first inputs are made from the built-in rulebooks and the conformance vectors; what the fuzzer
//! adds to them stays in the target directory.

mod coverage;
mod seeds;

use crate::project::Project;
use crate::run::{Outcome, ask, run};
use clap::Args;
use std::path::{Path, PathBuf};

/// The targets: what arbitrary bytes are taken for.
pub(crate) const TARGETS: &[&str] = &[
    "rule_text",
    "rulebook",
    "operation",
    "csv",
    "event_log",
    "calendar",
    "units",
    "capi_call",
    "capi_rows",
    "capi_arrow",
];

/// Where the targets are.
pub(crate) const MANIFEST: &str = "tests/fuzz/Cargo.toml";

/// How long a target runs in the gate.
const SMOKE_SECONDS: &str = "5";

/// What the compiler puts into the code for libFuzzer. Debug assertions and overflow checks stay on
/// in the profile: they are what a fuzzer finds.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg",
    "fuzzing",
];

/// The same for memory that is not a target's to touch.
const ADDRESS: &str = "-Zsanitizer=address";

/// What `cargo xtask fuzz` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// What to fuzz.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(TARGETS))]
    target: String,
    /// For how long.
    #[arg(required_unless_present = "coverage", conflicts_with = "coverage")]
    seconds: Option<String>,
    /// Instead of fuzzing: which lines the inputs that there are run through, by folder
    #[arg(long, conflicts_with = "address")]
    coverage: bool,
    /// With AddressSanitizer, in a build of its own
    #[arg(long)]
    address: bool,
    /// Further arguments for libFuzzer, such as the path of an input that crashed.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Fuzzes a target.
pub(crate) fn fuzz(project: &Project, arguments: &Arguments) -> Outcome<bool> {
    available(project)?;
    let target = arguments.target.as_str();
    let Some(seconds) = &arguments.seconds else {
        return coverage::report(project, target);
    };
    let programs = build(project, &["--bin", target], arguments.address)?;
    run_target(project, &programs, target, seconds, &arguments.rest)
}

/// Builds all targets, and gives the folder of their programs.
pub(crate) fn build_all(project: &Project) -> Outcome<PathBuf> {
    build(project, &["--bins"], false)
}

/// Fuzzes a target of a folder for some seconds.
pub(crate) fn smoke(project: &Project, programs: &Path, target: &str) -> Outcome<bool> {
    run_target(project, programs, target, SMOKE_SECONDS, &[])
}

/// Whether the tools are there that cargo cannot bring.
pub(crate) fn available(project: &Project) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("fuzzing needs Linux".to_owned());
    }
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
    match ask(project.command(&compiler).arg("--version")) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("libFuzzer needs a C++ compiler: {error}")),
    }
}

fn run_target(
    project: &Project,
    programs: &Path,
    target: &str,
    seconds: &str,
    rest: &[String],
) -> Outcome<bool> {
    let seeds = seeds::write(project, target)?;
    let corpus = corpus(project, target)?;
    let artifacts = project.target("fuzz/artifacts").join(target);
    std::fs::create_dir_all(&artifacts)?;
    let mut command = project.command(programs.join(target));
    command
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(format!("-dict={}", seeds.words.display()))
        .args(["-rss_limit_mb=4096", "-timeout=20"])
        .arg(format!("-max_len={}", longest(target)))
        .args(["-detect_leaks=0", "-print_final_stats=1"])
        .args(rest);
    // With an input named, libFuzzer runs that and nothing else.
    if !rest.iter().any(|argument| !argument.starts_with('-')) {
        command.args([&corpus, &seeds.folder]);
    }
    run(&mut command).map(|ended| ended.success)
}

/// Where what the fuzzer adds to the first inputs of a target lies.
fn corpus(project: &Project, target: &str) -> Outcome<PathBuf> {
    let folder = project.target("fuzz/corpus").join(target);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// How many bytes an input may have: rows are a few numbers each, and what lies behind them is not
/// looked at.
fn longest(target: &str) -> u32 {
    match target {
        "capi_rows" | "capi_arrow" => 2048,
        "capi_call" => 4096,
        _ => 16384,
    }
}

/// The triple of this machine.
fn host(project: &Project) -> Outcome<String> {
    let rustc = ask(project.command("rustc").arg("-vV"))?;
    let triple = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(triple.ok_or("`rustc -vV` names no host")?.to_owned())
}

/// Builds targets, and gives the folder of their programs.
fn build(project: &Project, targets: &[&str], address: bool) -> Outcome<PathBuf> {
    let triple = host(project)?;
    let (folder, more) = if address {
        ("fuzz/build-address", Some(ADDRESS))
    } else {
        ("fuzz/build", None)
    };
    let flags: Vec<&str> = FLAGS.iter().copied().chain(more).collect();
    let results = project.target(folder);
    // Naming the target keeps build scripts and macros free of the flags.
    let mut command = project.cargo(&["build", "--release", "--manifest-path"]);
    command
        .args([MANIFEST, "--target", &triple])
        .args(targets)
        .env("CARGO_TARGET_DIR", &results)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags.join(" "));
    if !run(&mut command)?.success {
        return Err("the fuzz targets do not build".into());
    }
    Ok(results.join(&triple).join("release"))
}
