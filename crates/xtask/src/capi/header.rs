//! Each header alone: it compiles in every dialect, also when it is included twice.

use super::layout::Library;
use super::tools::{Checks, has, need};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

const C: &[&str] = &["c99", "c11", "c2x"];
const CPP: &[&str] = &["c++11", "c++17", "c++20"];

pub(super) fn alone(
    project: &Project,
    prefix: &Path,
    library: Library,
    checks: &mut Checks,
) -> Outcome {
    // The last is that of this library.
    let header = library.headers().last().copied().unwrap_or_default();
    let header = header.trim_start_matches("include/");
    need(&[("gcc", "gcc"), ("g++", "g++"), ("clang", "clang")]);
    let folder = project.target("capi/header");
    fs::create_dir_all(&folder)?;
    let include = format!("#include \"{header}\"\n");
    let text = format!("{include}{include}int main(void) {{ return 0; }}\n");
    let compilers = [
        ("gcc", "alone.c", C),
        ("g++", "alone.cc", CPP),
        ("clang", "alone.c", C),
        ("clang++", "alone.cc", CPP),
    ];
    for (compiler, file, dialects) in compilers {
        fs::write(folder.join(file), &text)?;
        for dialect in dialects {
            let name = format!("{header} alone as {dialect} by {compiler}");
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
                .arg(folder.join(file));
            checks.succeeds(&name, &mut command)?;
        }
    }
    Ok(())
}
