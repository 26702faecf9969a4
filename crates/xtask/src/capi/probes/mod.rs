//! Every export with everything wrong that C can hand over, written from the header itself: an
//! export that is added is probed without a line here.

mod program;

use super::consumers::{Link, VALGRIND, compiler, libraries};
use super::prototype;
use super::tools::{Checks, has, output, said};
use crate::headers::HEADER;
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let header = fs::read_to_string(project.path(HEADER))?;
    let folder = project.target("capi/probes");
    fs::create_dir_all(&folder)?;
    let source = folder.join("probes.c");
    let functions = prototype::functions(&header);
    let text = program::write(&functions, &prototype::structs(&header))?;
    fs::write(&source, text)?;
    let modes: [(&str, &[&str]); 2] = [
        ("probes", &[]),
        ("probes-asan", &["-fsanitize=address,undefined"]),
    ];
    for (name, more) in modes {
        let program = folder.join(name);
        let mut compiler = compiler(prefix)?;
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
        let name = format!("C: probes without a leak or an error, on {whose}");
        if has("valgrind") {
            let mut command = Command::new("valgrind");
            command.args(VALGRIND);
            command.arg(folder.join("probes")).arg(threads);
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
