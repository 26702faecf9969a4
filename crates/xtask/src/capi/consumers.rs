//! Programs that use the library as hosts do: they find it through pkg-config, and answer every
//! conformance vector.

use super::tools::{Checks, has, need, output, said};
use crate::project::Project;
use crate::run::Outcome;
use crate::vectors::Vectors;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a program is linked.
#[derive(Clone, Copy)]
pub(super) enum Link {
    Shared,
    Static,
}

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    need(&[
        ("gcc", "gcc"),
        ("pkg-config", "pkg-config"),
        ("valgrind", "valgrind"),
    ]);
    let folder = project.target("capi/c");
    fs::create_dir_all(&folder)?;
    let source = |name: &str| project.path("bindings/c/src").join(name);
    for (link, word) in [(Link::Shared, "shared"), (Link::Static, "static")] {
        let program = folder.join(format!("example-{word}"));
        let mut compiler = compiler(prefix)?;
        compiler.arg("-o").arg(&program).arg(source("example.c"));
        compiler.args(libraries(prefix, link)?);
        if checks.succeeds(&format!("C: the example compiles, {word}"), &mut compiler)? {
            example(&program, prefix, word, checks)?;
        }
    }
    let program = folder.join("vectors");
    let mut compiler = compiler(prefix)?;
    compiler.arg("-o").arg(&program).arg(source("vectors.c"));
    compiler.args(libraries(prefix, Link::Shared)?);
    if checks.succeeds("C: the vector runner compiles", &mut compiler)? {
        let vectors = Vectors::read(project)?;
        let mut command = Command::new(&program);
        command.env("LD_LIBRARY_PATH", prefix.join("lib"));
        vectors.compare("C", &mut command, checks)?;
        if has("valgrind") {
            let mut command = Command::new("valgrind");
            command
                .args(VALGRIND)
                .arg(&program)
                .env("LD_LIBRARY_PATH", prefix.join("lib"));
            vectors.survive(
                "C: no leak and no error in 40 vectors",
                40,
                &mut command,
                checks,
            )?;
        } else {
            checks.skip("C: no leak and no error in vectors", "no valgrind");
        }
    }
    Ok(())
}

/// Every leak and every error fails. What is made once and kept for the whole process, such as the
/// tables of the built-in calendars, is no leak.
pub(super) const VALGRIND: &[&str] = &[
    "--quiet",
    "--error-exitcode=9",
    "--leak-check=full",
    "--show-leak-kinds=definite,indirect,possible",
    "--errors-for-leak-kinds=definite,indirect,possible",
];

fn example(program: &Path, prefix: &Path, word: &str, checks: &mut Checks) -> Outcome {
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", prefix.join("lib"));
    let output = output(&mut command)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let expected = [
        "customer 1: standard, annual premium 480000 fen, loss ratio 120000/262295",
        "customer 2: key, annual premium 6000000 fen, loss ratio 0/3278688",
        r#""due_on":"2025-06-17","duty":"decide""#,
    ];
    let well = output.status.success() && expected.iter().all(|line| text.contains(line));
    checks.check(
        &format!("C: the example assesses and shows deadlines, {word}"),
        (!well).then(|| said(&output)),
    );
    Ok(())
}

/// The C compiler with everything that it can warn of, and the header's folder.
pub(super) fn compiler(prefix: &Path) -> Outcome<Command> {
    let mut command = Command::new("gcc");
    command.args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-g"]);
    command.args(pkg_config(prefix, &["--cflags"])?);
    Ok(command)
}

pub(super) fn libraries(prefix: &Path, link: Link) -> Outcome<Vec<String>> {
    match link {
        Link::Shared => pkg_config(prefix, &["--libs"]),
        Link::Static => {
            let all = pkg_config(prefix, &["--libs", "--static"])?;
            let archive = prefix.join("lib/libinsurant.a").display().to_string();
            // The archive by its path, since the shared library lies beside it.
            let by_path = |word: String| {
                if word == "-linsurant" {
                    archive.clone()
                } else {
                    word
                }
            };
            Ok(all.into_iter().map(by_path).collect())
        }
    }
}

fn pkg_config(prefix: &Path, words: &[&str]) -> Outcome<Vec<String>> {
    let folder: PathBuf = prefix.join("lib/pkgconfig");
    let mut command = Command::new("pkg-config");
    command
        .args(words)
        .arg("insurant")
        .env("PKG_CONFIG_PATH", folder);
    let output = output(&mut command)?;
    if !output.status.success() {
        return Err(said(&output).into());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.split_whitespace().map(str::to_owned).collect())
}
