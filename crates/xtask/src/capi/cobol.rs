//! COBOL: a batch program and the vectors, by `GnuCOBOL`, with the copybooks made of the header.

use super::tools::{Checks, has, need, output, said};
use crate::project::Project;
use crate::run::Outcome;
use crate::vectors::Vectors;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the batch program makes of the policies beside it.
const CATEGORIES: &str = "A-1       standard      clear\n\
                          B-7       key           clear\n\
                          C-3       prospect      clear\n";

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    need(&[("cobc", "gnucobol")]);
    if !has("cobc") {
        checks.skip("COBOL: the batch program and the vectors", "no cobc");
        return Ok(());
    }
    let folder = project.target("capi/cobol");
    fs::create_dir_all(&folder)?;
    let lib = prefix.join("lib");
    let compile = |program: &str, checks: &mut Checks| {
        let mut command = Command::new("cobc");
        command
            .args(["-x", "-Wall", "-Werror", "-I"])
            .arg(prefix.join("share/insurant/cobol"))
            .arg("-o")
            .arg(folder.join(program))
            .arg(project.path(format!("bindings/cobol/src/{program}.cob")))
            .arg("-L")
            .arg(&lib)
            .args(["-l", "insurant"]);
        checks.succeeds(&format!("COBOL: {program} compiles"), &mut command)
    };
    if compile("portfolio", checks)? {
        let categories = folder.join("categories.txt");
        let mut command = Command::new(folder.join("portfolio"));
        command
            .arg(project.path("bindings/cobol/data/policies.txt"))
            .arg(&categories)
            .env("LD_LIBRARY_PATH", &lib);
        let output = output(&mut command)?;
        let written = fs::read_to_string(&categories).unwrap_or_default();
        let text = String::from_utf8_lossy(&output.stdout);
        let well = output.status.success()
            && written == CATEGORIES
            && text.starts_with("3 customers\n")
            && text.contains(r#""due_on":"2025-06-17","duty":"decide""#);
        checks.check(
            "COBOL: the batch program writes categories and shows deadlines",
            (!well).then(|| format!("{written}{}", said(&output))),
        );
    }
    if compile("vectors", checks)? {
        let mut command = Command::new(folder.join("vectors"));
        command.env("LD_LIBRARY_PATH", &lib);
        Vectors::read(project)?.compare("COBOL", &mut command, checks)?;
    }
    Ok(())
}
