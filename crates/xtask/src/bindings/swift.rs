//! The Swift package: laid out whole, built without a warning, tested, and used by a package of its own.

use super::generate::{archive, sources};
use super::readme::program;
use super::tools::must;
use crate::capi::{Checks, Found, output_of, said};
use crate::count::Count;
use crate::project::Project;
use crate::run::{Outcome, run};
use crate::vectors::Vectors;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "bindings/swift";
const API: &str = "bindings/swift/api.txt";
/// As many questions are answered through records; fewer would prove less than it seems.
const TYPED: usize = 160;

/// Builds the package and checks it as its users get it.
pub(crate) fn check(project: &Project) -> Outcome<Found> {
    let mut checks = Checks::default();
    let swift = Swift::new(project)?;
    let stale = swift.api()? != fs::read_to_string(project.path(API)).unwrap_or_default();
    let told = || format!("{API} is not what the library says: run `cargo xtask bindings`");
    checks.check(
        "Swift: the public signatures are those on record",
        stale.then(told),
    );
    let count = swift.test()?;
    swift.vectors(&mut checks)?;
    swift.readme(&mut checks)?;
    swift.sample(&mut checks)?;
    let mut bash = Command::new("bash");
    bash.arg("-n")
        .arg(project.path(FOLDER).join("xcframework.sh"));
    checks.succeeds("Swift: xcframework.sh is a script", &mut bash)?;
    let mut found = checks.found();
    found.count += count;
    Ok(found)
}

/// Writes the public signatures of the package.
pub(crate) fn write_api(project: &Project) -> Outcome {
    Ok(fs::write(project.path(API), Swift::new(project)?.api()?)?)
}

struct Swift<'p> {
    project: &'p Project,
    /// Everything of Swift among the results.
    root: PathBuf,
}

impl<'p> Swift<'p> {
    fn new(project: &'p Project) -> Outcome<Self> {
        let generated = sources(project, "swift")?;
        let root = project.target("bindings/swift");
        let package = root.join("package");
        // What is the same keeps its time, so that it is not compiled again.
        laid(&project.path(FOLDER), &package)?;
        words(&generated.join("Insurant.swift"))?;
        for (file, folder) in [
            ("Insurant.swift", "Insurant"),
            ("InsurantFFI.h", "InsurantFFI"),
        ] {
            copied(
                &generated.join(file),
                &package.join("Sources").join(folder).join(file),
            )?;
        }
        // Alone in its folder: a shared library beside it would be taken instead.
        copied(
            &archive(project)?,
            &root.join("static/libinsurant_uniffi.a"),
        )?;
        Ok(Self { project, root })
    }

    /// Swift in a package, on a host that has it, else in a root of its own.
    fn swift(&self, package: &str, words: &[&str]) -> Command {
        let mut command = Command::new("bash");
        command
            .current_dir(self.root.join(package))
            .env("INSURANT_SWIFT_BIND", &self.root)
            .arg(self.project.path("bindings/tools/swift-toolchain.sh"))
            .arg("run")
            .args(words)
            .arg("--scratch-path")
            .arg(self.root.join("scratch").join(package))
            .arg("-Xlinker")
            .arg(format!("-L{}", self.root.join("static").display()));
        command
    }

    fn test(&self) -> Outcome<Count> {
        let words = [
            "swift",
            "test",
            "--disable-swift-testing",
            "-Xswiftc",
            "-warnings-as-errors",
        ];
        let ended = run(&mut self.swift("package", &words))?;
        let mut count = Count::xctest(&ended.lines);
        if !ended.success && count.failed == 0 {
            count.failed = 1;
        }
        Ok(count)
    }

    /// A program of the package, which is built by then.
    fn built(&self, package: &str, name: &str) -> Command {
        let mut command = Command::new("bash");
        command
            .current_dir(self.root.join(package))
            .env("INSURANT_SWIFT_BIND", &self.root)
            .arg(self.project.path("bindings/tools/swift-toolchain.sh"))
            .arg("run")
            .arg(
                self.root
                    .join("scratch")
                    .join(package)
                    .join("debug")
                    .join(name),
            );
        command
    }

    fn vectors(&self, checks: &mut Checks) -> Outcome {
        must(&mut self.swift("package", &["swift", "build", "--quiet"]))?;
        let vectors = Vectors::read(self.project)?;
        vectors.compare(
            "Swift",
            &mut self.built("package", "insurant-vectors"),
            checks,
        )?;
        let mut typed = self.built("package", "insurant-vectors");
        let told = vectors.compare("Swift by records", typed.arg("--typed"), checks)?;
        let count = told.lines().find_map(|line| line.strip_prefix("typed: "));
        let count = count.and_then(|n| n.parse::<usize>().ok());
        checks.check(
            "Swift: enough vectors are answered by records",
            (count.unwrap_or(0) < TYPED).then(|| format!("{told}expected at least {TYPED}")),
        );
        Ok(())
    }

    /// The ten lines of the README, in a package that has nothing but this one.
    fn readme(&self, checks: &mut Checks) -> Outcome {
        let readme = fs::read_to_string(self.project.path(FOLDER).join("README.md"))?;
        // The first block shows how to depend on the package.
        let rest = readme
            .split_once("## Ten lines")
            .map_or("", |(_, rest)| rest);
        let (source, printed) = program(rest, "swift")
            .ok_or("bindings/swift/README.md has no program with what it prints")?;
        let consumer = self.root.join("consumer");
        laid(&self.project.path(FOLDER).join("consumer"), &consumer)?;
        let main = consumer.join("Sources/TenLines/main.swift");
        fs::create_dir_all(main.parent().unwrap_or(&consumer))?;
        fs::write(main, source)?;
        must(&mut self.swift("consumer", &["swift", "build", "--quiet"]))?;
        let output = output_of(&mut self.built("consumer", "TenLines"))?;
        let well = output.status.success() && output.stdout == printed.as_bytes();
        checks.check(
            "Swift: the README's program prints what stands there",
            (!well).then(|| said(&output)),
        );
        let lines = source.lines().map(str::trim);
        let lines = lines.filter(|line| !line.starts_with("import ") && line.len() > 1);
        let count = lines.count();
        checks.check(
            "Swift: the README's program has ten lines",
            (count > 10).then(|| format!("{count} lines beside imports")),
        );
        Ok(())
    }

    /// The app, which is a package of its own as well.
    fn sample(&self, checks: &mut Checks) -> Outcome {
        let sample = self.project.path(FOLDER).join("sample");
        laid(&sample, &self.root.join("sample"))?;
        must(&mut self.swift("sample", &["swift", "build", "--quiet"]))?;
        let mut app = self.built("sample", "ManagerDay");
        super::sample::check(self.project, "Swift", &mut app, checks)
    }

    /// The public signatures, as the sources have them.
    fn api(&self) -> Outcome<String> {
        let mut told = String::new();
        for file in ["Insurant", "Idioms", "Many", "OffsetDate"] {
            let path = self
                .root
                .join(format!("package/Sources/Insurant/{file}.swift"));
            for line in fs::read_to_string(path)?.lines() {
                let line = line.trim_end();
                let start = line.trim_start();
                let public = ["public ", "open ", "case ", "extension "]
                    .iter()
                    .any(|word| start.starts_with(word));
                let made = [
                    "FfiConverter",
                    "Uniffi",
                    "uniffi",
                    "RustBuffer",
                    "UInt64",
                    "case .",
                ]
                .iter();
                if public
                    && !made.clone().any(|made| line.contains(made))
                    && !start.starts_with("case let")
                {
                    told.push_str(line.trim_end_matches(['{', ' ']));
                    told.push('\n');
                }
            }
        }
        Ok(told)
    }
}

/// The closed enumerations get their words.
fn words(file: &Path) -> Outcome {
    let mut source = fs::read_to_string(file)?;
    let mut closed = String::new();
    let mut open: Option<(String, bool)> = None;
    for line in source.lines() {
        if let Some(rest) = line.strip_prefix("public enum ") {
            let name = rest.split([':', ' ', '{']).next().unwrap_or_default();
            open = Some((name.to_owned(), true));
        } else if let Some((name, plain)) = &mut open {
            if line.trim_start().starts_with("case ") && line.contains('(') {
                *plain = false;
            } else if line == "}" {
                if *plain && name != "UniffiInternalError" {
                    closed.push_str(&format!(
                        "\nextension {name}: ClosedWord, CaseIterable {{}}\n"
                    ));
                }
                open = None;
            }
        }
    }
    source.push_str(&closed);
    Ok(fs::write(file, source)?)
}

/// Copies a folder; what is the same already is left alone, what is no longer there stays.
fn laid(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if name != ".build" && name != "consumer" && name != "sample" {
                laid(&entry.path(), &to.join(name))?;
            }
        } else {
            copied(&entry.path(), &to.join(name))?;
        }
    }
    Ok(())
}

fn copied(from: &Path, to: &Path) -> Outcome {
    let contents = fs::read(from)?;
    if fs::read(to).ok().as_ref() != Some(&contents) {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(to, contents)?;
    }
    Ok(())
}
