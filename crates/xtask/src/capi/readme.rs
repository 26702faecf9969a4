//! The program of the README, pasted: it compiles as it stands there, and prints what stands there.

use super::consumers::{Link, compiler, libraries};
use super::tools::{Checks, output, said};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

const SECTION: &str = "\n## Embed it from C\n";

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let readme = fs::read_to_string(project.path("README.md"))?;
    let (source, printed) = program(&readme)
        .ok_or("README.md has no section `Embed it from C` with a program and what it prints")?;
    let folder = project.target("capi/readme");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("embed.c"), source)?;
    let program = folder.join("embed");
    let mut command = compiler(prefix)?;
    command.arg("-o").arg(&program).arg(folder.join("embed.c"));
    command.args(libraries(prefix, Link::Shared)?);
    if checks.succeeds("README: the program in C compiles", &mut command)? {
        let mut command = Command::new(&program);
        command.env("LD_LIBRARY_PATH", prefix.join("lib"));
        let output = output(&mut command)?;
        let well = output.status.success() && output.stdout == printed.as_bytes();
        checks.check(
            "README: the program in C prints what stands there",
            (!well).then(|| said(&output)),
        );
    }
    Ok(())
}

/// The program of the section, and what it prints.
fn program(readme: &str) -> Option<(&str, &str)> {
    let (_, section) = readme.split_once(SECTION)?;
    let block = |text: &'static str| -> Option<&str> {
        let (_, rest) = section.split_once(&format!("\n```{text}\n"))?;
        let end = rest.find("\n```")?;
        rest.get(..=end)
    };
    Some((block("c")?, block("text")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blocks_of_the_section_are_taken() {
        let readme = "# a\n\n```c\nno\n```\n\n## Embed it from C\n\nSay\n\n```c\nint x;\n```\n\nand\n\n```text\n7\n```\n";
        assert_eq!(program(readme), Some(("int x;\n", "7\n")));
        assert_eq!(program("# a\n"), None);
    }
}
