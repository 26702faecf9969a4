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
    let program = folder.join("example-alone");
    let mut alone = compiler(prefix)?;
    alone.args(["-static", "-o"]).arg(&program);
    alone.arg(source("example.c"));
    alone.args(libraries(prefix, Link::Static)?);
    if checks.succeeds(
        "C: the example compiles, without any shared library",
        &mut alone,
    )? {
        example(&program, prefix, "without any shared library", checks)?;
    }
    glibc(project, prefix, checks)?;
    for (name, expected) in ANSWERS {
        answers(project, prefix, (name, expected), checks)?;
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

/// Examples with what they print, among other things.
const ANSWERS: &[(&str, &[&str])] = &[
    (
        "many",
        &[
            "50 key, 4947 standard, 3 unusable; told from 0 to 5000 of 5000\n",
            "customer 7: status 201\nthe policy ends before it starts [end_before_start] at",
            "customer 8: status 106\n`customer.kind` is no InsurantCustomerKind [bad_enum] at",
            "[out_of_range] at `customer.policies[0].line`; found 0; ",
            "customer 9: status 106\n`customer.policies[0].source` is no InsurantBusinessSource",
        ],
    ),
    (
        "complaint",
        &[
            "opened by a stranger, refused: {\"refusal\":",
            "is listed among the organisation's `units`",
            "opened, done: {",
            "registered, done: {",
            "registered again, refused: {\"refusal\":",
            "allowed, done: {\"allowed\":[{\"event\":\"verified\"}",
            "deadlines, done: {\"as_of\":\"2025-06-10T09:00:00+08:00\"",
            r#""due_on":"2025-06-17","duty":"decide""#,
        ],
    ),
];

/// An example that calls on the main thread: what it prints, and that it leaves nothing behind but what
/// the suppressions beside it name.
pub(super) fn answers(
    project: &Project,
    prefix: &Path,
    (name, expected): (&str, &[&str]),
    checks: &mut Checks,
) -> Outcome {
    let program = project.target("capi/c").join(format!("example-{name}"));
    let mut compile = compiler(prefix)?;
    compile.arg("-o").arg(&program);
    compile.arg(project.path(format!("bindings/c/src/{name}.c")));
    compile.args(libraries(prefix, Link::Shared)?);
    if !checks.succeeds(&format!("C: the example {name} compiles"), &mut compile)? {
        return Ok(());
    }
    let mut command = Command::new(&program);
    command.env("LD_LIBRARY_PATH", prefix.join("lib"));
    let printed = output(&mut command)?;
    let text = String::from_utf8_lossy(&printed.stdout);
    let well = printed.status.success() && expected.iter().all(|line| text.contains(line));
    checks.check(
        &format!("C: the example {name} prints what it should"),
        (!well).then(|| said(&printed)),
    );
    let leaks = format!("C: the example {name} leaks nothing on the main thread");
    if !has("valgrind") {
        checks.skip(&leaks, "no valgrind");
        return Ok(());
    }
    let suppressions = prefix.join("share/insurant/insurant.supp");
    let mut command = Command::new("valgrind");
    command
        .args(VALGRIND)
        .arg(format!("--suppressions={}", suppressions.display()))
        .arg(&program)
        .env("LD_LIBRARY_PATH", prefix.join("lib"));
    checks.succeeds(&leaks, &mut command)?;
    Ok(())
}

/// The glibc that the library asks for, as `objdump` lists its symbols, is the one that bindings/c
/// states.
fn glibc(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let name = "C: the glibc that is needed is stated";
    if !has("objdump") {
        checks.skip(name, "no objdump");
        return Ok(());
    }
    let mut objdump = Command::new("objdump");
    objdump.arg("-T").arg(prefix.join("lib/libinsurant.so"));
    let listed = output(&mut objdump)?;
    let text = String::from_utf8_lossy(&listed.stdout);
    let readme = fs::read_to_string(project.path("bindings/c/README.md"))?;
    let version = |text: &str| -> Option<(u32, u32)> {
        let (major, rest) = text.split_once('.')?;
        let minor = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    };
    let needed = text.split("GLIBC_").skip(1).filter_map(version).max();
    let stated = readme
        .split_once("glibc ")
        .and_then(|(_, rest)| version(rest));
    let wrong = needed.is_none() || needed > stated;
    checks.check(
        name,
        wrong.then(|| format!("needed {needed:?}, stated {stated:?}\n")),
    );
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
