//! C++: the wrapper in both of its dialects and both of its ways, found by CMake from a folder that
//! was moved after it was laid out.

use super::tools::{Checks, has, need, output, said};
use crate::project::Project;
use crate::run::Outcome;
use crate::vectors::Vectors;
use std::fs;
use std::path::Path;
use std::process::Command;

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    need(&[("g++", "g++"), ("clang", "clang"), ("cmake", "cmake")]);
    compile(project, prefix, checks)?;
    if !has("cmake") {
        checks.skip("C++: found by CMake in a moved folder", "no cmake");
        return Ok(());
    }
    let folder = project.target("capi/cpp");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let moved = folder.join("moved");
    copied(prefix, &moved)?;
    let build = folder.join("build");
    let mut configure = Command::new("cmake");
    configure
        .arg("-S")
        .arg(project.path("bindings/cpp"))
        .arg("-B")
        .arg(&build)
        .arg(format!("-DCMAKE_PREFIX_PATH={}", moved.display()))
        .arg("-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror -pedantic");
    let mut compile = Command::new("cmake");
    compile.arg("--build").arg(&build);
    if !checks.succeeds("C++: found by CMake in a moved folder", &mut configure)?
        || !checks.succeeds("C++: built by CMake", &mut compile)?
    {
        return Ok(());
    }
    for program in ["example", "example_static"] {
        let said_by = output(&mut Command::new(build.join(program)))?;
        let text = String::from_utf8_lossy(&said_by.stdout);
        let expected = [
            "customer 1: standard, annual premium 480000 fen, loss ratio 120000/262295",
            "customer 2: key, annual premium 6000000 fen, loss ratio 0/3278688",
            "2 at once, the second key",
            "\nregistered\nrefused the second time\n",
            r#""due_on":"2025-06-17","duty":"decide""#,
        ];
        let well = said_by.status.success() && expected.iter().all(|line| text.contains(line));
        checks.check(
            &format!("C++: the {program} assesses and walks a complaint"),
            (!well).then(|| said(&said_by)),
        );
    }
    let mut copies = Command::new(build.join("copies"));
    checks.succeeds("C++: copies of an assessment hold their own", &mut copies)?;
    let mut noexcept = Command::new(build.join("noexcept"));
    checks.succeeds("C++: a host without exceptions is answered", &mut noexcept)?;
    let vectors = Vectors::read(project)?;
    let mut program = Command::new(build.join("vectors"));
    vectors.compare("C++", &mut program, checks)?;
    Ok(())
}

/// In every dialect, with and without exceptions of the wrapper's own, by both compilers.
fn compile(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    for compiler in ["g++", "clang++"] {
        for dialect in ["c++17", "c++20"] {
            for program in ["example", "vectors", "copies", "noexcept"] {
                let name = format!("C++: {program} as {dialect} by {compiler}");
                if !has(compiler) {
                    checks.skip(&name, "the compiler is not there");
                    continue;
                }
                let mut command = Command::new(compiler);
                command
                    .arg(format!("-std={dialect}"))
                    .args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only"])
                    .arg("-I")
                    .arg(prefix.join("include"))
                    .arg(project.path(format!("bindings/cpp/src/{program}.cpp")));
                if program == "noexcept" {
                    command.arg("-fno-exceptions");
                }
                checks.succeeds(&name, &mut command)?;
            }
        }
    }
    Ok(())
}

/// Copies a folder with its links as links.
pub(super) fn copied(from: &Path, to: &Path) -> Outcome {
    let copied = output(Command::new("cp").arg("-a").arg(from).arg(to))?;
    if copied.status.success() {
        Ok(())
    } else {
        Err(said(&copied).into())
    }
}
