//! The tarball as its users get it: unpacked somewhere else, it is found by pkg-config and by CMake,
//! and what was built from it runs.

use super::consumers::{Link, compiler, libraries};
use super::layout::pack;
use super::tools::{Checks, has, output, said};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The answer of both examples, among others.
const ANSWER: &str = "customer 2: key, annual premium 6000000 fen, loss ratio 0/3278688";

/// Packs a folder that was laid out, and uses the tarball.
pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let packed = project.target("capi/packed.tar.gz");
    pack(prefix, &packed)?;
    used(project, &packed, checks)
}

/// Unpacks a tarball elsewhere, and builds and runs a program of each language from there.
pub(super) fn used(project: &Project, packed: &Path, checks: &mut Checks) -> Outcome {
    let elsewhere = tempfile::tempdir()?;
    let mut tar = Command::new("tar");
    tar.arg("-C").arg(elsewhere.path()).arg("-xzf").arg(packed);
    if !checks.succeeds("tarball: unpacks", &mut tar)? {
        return Ok(());
    }
    let mut folders = fs::read_dir(elsewhere.path())?;
    let prefix = folders.next().ok_or("the tarball is empty")??.path();
    let command = prefix.join("bin/insurant");
    if command.exists() {
        checks.succeeds(
            "tarball: the command runs",
            Command::new(&command).arg("--version"),
        )?;
    }
    if has("gcc") && has("pkg-config") {
        let program = elsewhere.path().join("example-c");
        let mut gcc = compiler(&prefix)?;
        gcc.arg("-o").arg(&program);
        gcc.arg(project.path("bindings/c/src/example.c"));
        gcc.args(libraries(&prefix, Link::Shared)?);
        if checks.succeeds("tarball: C finds it by pkg-config", &mut gcc)? {
            let mut run = Command::new(&program);
            run.env("LD_LIBRARY_PATH", prefix.join("lib"));
            answers("tarball: the C program answers", &mut run, checks)?;
        }
    } else {
        checks.skip("tarball: C finds it by pkg-config", "no gcc or pkg-config");
    }
    if has("g++") && has("cmake") {
        let build = elsewhere.path().join("build");
        let mut configure = Command::new("cmake");
        configure
            .arg("-S")
            .arg(project.path("bindings/cpp"))
            .arg("-B")
            .arg(&build)
            .arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display()));
        let mut compile = Command::new("cmake");
        compile
            .args(["--build"])
            .arg(&build)
            .args(["--target", "example"]);
        if checks.succeeds("tarball: C++ finds it by CMake", &mut configure)?
            && checks.succeeds("tarball: CMake builds with it", &mut compile)?
        {
            answers(
                "tarball: the C++ program answers",
                &mut Command::new(build.join("example")),
                checks,
            )?;
        }
    } else {
        checks.skip("tarball: C++ finds it by CMake", "no g++ or cmake");
    }
    Ok(())
}

fn answers(name: &str, command: &mut Command, checks: &mut Checks) -> Outcome {
    let output = output(command)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let well = output.status.success() && text.contains(ANSWER);
    checks.check(name, (!well).then(|| said(&output)));
    Ok(())
}
