//! Every export with everything wrong that C can hand over, written from the header itself: an
//! export that is added is probed without a line here.

mod program;

use super::consumers::{Link, VALGRIND, compiler, libraries};
use super::layout::Library;
use super::prototype;
use super::tools::{Checks, has, output, said};
use crate::project::Project;
use crate::run::Outcome;
use program::{ARROW_ROWS, ROWS};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Probes what the library of this kind adds to the plain one.
pub(super) fn run(
    project: &Project,
    prefix: &Path,
    library: Library,
    checks: &mut Checks,
) -> Outcome {
    let header = library.headers().last().copied().unwrap_or_default();
    let header = fs::read_to_string(project.path(header))?;
    let (plain, word) = match library {
        Library::Plain => (true, "probes"),
        Library::Batch => (false, "probes-arrow"),
    };
    let folder = project.target("capi/probes");
    fs::create_dir_all(&folder)?;
    let source = folder.join(format!("{word}.c"));
    let functions = prototype::functions(&header);
    let rows = if plain { ROWS } else { ARROW_ROWS };
    let text = program::write(&functions, &prototype::structs(&header), rows)?;
    fs::write(&source, text)?;
    let modes: [(&str, &[&str]); 2] = [("", &[]), ("-asan", &["-fsanitize=address,undefined"])];
    for (mode, more) in modes {
        let name = format!("{word}{mode}");
        let program = folder.join(&name);
        let mut compiler = compiler(prefix)?;
        if !plain {
            let producer = project.path("crates/xtask/src/capi/arrow");
            compiler.arg("-DPROBES_OF_ARROW").arg("-I").arg(producer);
        }
        compiler.args(more).arg("-o").arg(&program).arg(&source);
        compiler
            .arg("-pthread")
            .args(libraries(prefix, Link::Shared)?);
        if !checks.succeeds(&format!("C: {name} compiles"), &mut compiler)? {
            continue;
        }
        for threads in ["1", "8"] {
            let mut command = Command::new(&program);
            survive(
                &format!(
                    "C: {name} of {} exports in {threads} thread(s)",
                    functions.len()
                ),
                command.arg(threads),
                prefix,
                checks,
            )?;
        }
    }
    // What belongs to a thread is put away when it ends, but for the main thread's.
    for (threads, whose) in [("1", "a thread of its own"), ("0", "the main thread")] {
        let name = format!("C: {word} without a leak or an error, on {whose}");
        if has("valgrind") {
            let mut command = Command::new("valgrind");
            command.args(VALGRIND);
            let suppressions = prefix.join("share/insurant/insurant.supp");
            command.arg(format!("--suppressions={}", suppressions.display()));
            command.arg(folder.join(word)).arg(threads);
            survive(&name, &mut command, prefix, checks)?;
        } else {
            checks.skip(&name, "no valgrind");
        }
    }
    Ok(())
}

fn survive(name: &str, command: &mut Command, prefix: &Path, checks: &mut Checks) -> Outcome {
    let output = output(command.env("LD_LIBRARY_PATH", prefix.join("lib")))?;
    let well = output.status.success();
    if well {
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
    checks.check(name, (!well).then(|| said(&output)));
    Ok(())
}
