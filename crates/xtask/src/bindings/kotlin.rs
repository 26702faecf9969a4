//! The Maven artefact: built, tested, installed, and used by a project of its own.

use super::generate::{packed, patch, sources};
use super::readme::program;
use super::tools::{kept, must};
use crate::capi::{Checks, Found, has, need, output_of, said};
use crate::count::Count;
use crate::project::Project;
use crate::run::{Outcome, run};
use crate::vectors::Vectors;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "bindings/kotlin";
const API: &str = "bindings/kotlin/api.txt";
/// As many questions are answered through records; fewer would prove less than it seems.
const TYPED: usize = 160;
/// Records that must not show identifiers when they are printed.
const DISCREET: [&str; 4] = ["Customer", "Policy", "Claim", "RegisterEntry"];

/// Builds the artefact and checks it as its users get it.
pub(crate) fn check(project: &Project) -> Outcome<Found> {
    let mut checks = Checks::default();
    need(&[("mvn", "maven"), ("javac", "openjdk-17-jdk-headless")]);
    if !has("mvn") || !has("javac") {
        checks.skip("Kotlin", "Maven or a JDK is not there");
        return Ok(checks.found());
    }
    let kotlin = Kotlin::new(project)?;
    let count = kotlin.build(&[])?;
    let stale = kotlin.api()? != fs::read_to_string(project.path(API)).unwrap_or_default();
    let told = || format!("{API} is not what the library says: run `cargo xtask bindings`");
    checks.check(
        "Kotlin: the public signatures are those on record",
        stale.then(told),
    );
    kotlin.vectors(&mut checks)?;
    kotlin.readme(&mut checks)?;
    kotlin.sample(&mut checks)?;
    kotlin.scripts(&mut checks)?;
    let mut found = checks.found();
    found.count += count;
    Ok(found)
}

/// Writes the public signatures of the artefact.
pub(crate) fn write_api(project: &Project) -> Outcome {
    let kotlin = Kotlin::new(project)?;
    kotlin.build(&["-DskipTests"])?;
    Ok(fs::write(project.path(API), kotlin.api()?)?)
}

struct Kotlin<'p> {
    project: &'p Project,
    /// Where Maven keeps what it fetched and what is installed.
    repository: PathBuf,
    generated: PathBuf,
    natives: PathBuf,
    out: PathBuf,
}

impl<'p> Kotlin<'p> {
    fn new(project: &'p Project) -> Outcome<Self> {
        let pom = |name: &str| fs::read_to_string(project.path(FOLDER).join(name));
        let poms = pom("pom.xml")? + &pom("consumer/pom.xml")? + &pom("sample/pom.xml")?;
        let repository = kept("maven", &poms, |_| Ok(()))?;
        let generated = sources(project, "kotlin")?;
        patched(&generated.join("org/insurant/insurant.kt"))?;
        let natives = project.target("bindings/kotlin/natives");
        packed(project, &natives.join("linux-x86-64"))?;
        Ok(Self {
            project,
            repository,
            generated,
            natives,
            out: project.target("bindings/kotlin/build"),
        })
    }

    fn maven(&self, pom: &str, words: &[&str], paths: &[(&str, &Path)]) -> Command {
        let mut maven = self.project.command("mvn");
        maven
            .args([
                "--batch-mode",
                "--no-transfer-progress",
                "-Dstyle.color=never",
            ])
            .arg("--file")
            .arg(self.project.path(FOLDER).join(pom))
            .arg(format!("-Dmaven.repo.local={}", self.repository.display()));
        for (name, path) in paths {
            maven.arg(format!("-D{name}={}", path.display()));
        }
        maven.args(words);
        maven
    }

    /// Compiles, tests and installs the artefact.
    fn build(&self, words: &[&str]) -> Outcome<Count> {
        let paths = [
            ("generated", self.generated.as_path()),
            ("natives", self.natives.as_path()),
            ("out", self.out.as_path()),
        ];
        let ended = run(self.maven("pom.xml", words, &paths).arg("install"))?;
        let mut count = Count::surefire(&ended.lines);
        if !ended.success && count.failed == 0 {
            count.failed = 1;
        }
        Ok(count)
    }

    /// A program of the tests, on the class path that Maven found.
    fn java(&self, main: &str) -> Outcome<Command> {
        let mut java = Command::new("java");
        let class_path = fs::read_to_string(self.out.join("classpath.txt"))?;
        let (classes, tests) = (self.out.join("classes"), self.out.join("test-classes"));
        let class_path = format!("{}:{}:{class_path}", classes.display(), tests.display());
        java.arg("-cp").arg(class_path.trim()).arg(main);
        Ok(java)
    }

    fn vectors(&self, checks: &mut Checks) -> Outcome {
        let vectors = Vectors::read(self.project)?;
        vectors.compare("Kotlin", &mut self.java("org.insurant.VectorsKt")?, checks)?;
        let mut typed = self.java("org.insurant.VectorsKt")?;
        let told = vectors.compare("Kotlin by records", typed.arg("--typed"), checks)?;
        let count = told.lines().find_map(|line| line.strip_prefix("typed: "));
        let count = count.and_then(|n| n.parse::<usize>().ok());
        checks.check(
            "Kotlin: enough vectors are answered by records",
            (count.unwrap_or(0) < TYPED).then(|| format!("{told}expected at least {TYPED}")),
        );
        Ok(())
    }

    /// The ten lines of the README, in a project that has nothing but the installed artefact.
    fn readme(&self, checks: &mut Checks) -> Outcome {
        let readme = fs::read_to_string(self.project.path(FOLDER).join("README.md"))?;
        let (source, printed) = program(&readme, "kotlin")
            .ok_or("bindings/kotlin/README.md has no program with what it prints")?;
        let sources = self.project.target("bindings/kotlin/consumer");
        fs::create_dir_all(&sources)?;
        fs::write(sources.join("TenLines.kt"), source)?;
        let mut program = self.user("consumer", &sources, "TenLinesKt")?;
        let output = output_of(&mut program)?;
        let well = output.status.success() && output.stdout == printed.as_bytes();
        checks.check(
            "Kotlin: the README's program prints what stands there",
            (!well).then(|| said(&output)),
        );
        let lines = source.lines().map(str::trim);
        let lines = lines.filter(|line| !line.starts_with("import ") && line.len() > 1);
        let count = lines.count();
        checks.check(
            "Kotlin: the README's program has ten lines",
            (count > 10).then(|| format!("{count} lines beside imports")),
        );
        Ok(())
    }

    /// The app, which is a project of its own as well.
    fn sample(&self, checks: &mut Checks) -> Outcome {
        let sources = self.project.path(FOLDER).join("sample/src");
        let mut app = self.user("sample", &sources, "ManagerDayKt")?;
        super::sample::check(self.project, "Kotlin", &mut app, checks)
    }

    /// A program of a project that uses the installed artefact.
    fn user(&self, folder: &str, sources: &Path, main: &str) -> Outcome<Command> {
        let out = self
            .project
            .target(format!("bindings/kotlin/{folder}-build"));
        let paths = [("sources", sources), ("out", out.as_path())];
        let pom = format!("{folder}/pom.xml");
        must(&mut self.maven(&pom, &["--quiet", "compile"], &paths))?;
        let class_path = fs::read_to_string(out.join("classpath.txt"))?;
        let class_path = format!("{}:{class_path}", out.join("classes").display());
        let mut java = Command::new("java");
        java.arg("-cp").arg(class_path.trim()).arg(main);
        Ok(java)
    }

    fn scripts(&self, checks: &mut Checks) -> Outcome {
        let mut bash = Command::new("bash");
        bash.arg("-n").arg(self.project.path(FOLDER).join("aar.sh"));
        checks.succeeds("Kotlin: aar.sh is a script", &mut bash)?;
        Ok(())
    }

    /// The public signatures, as the compiled classes have them.
    fn api(&self) -> Outcome<String> {
        let classes = self.out.join("classes/org/insurant");
        let mut names: Vec<String> = Vec::new();
        for file in fs::read_dir(&classes)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let Some(name) = name.strip_suffix(".class") else {
                continue;
            };
            let last = name.rsplit('$').next().unwrap_or_default();
            let made = ["Ffi", "Uniffi", "Rust", "Foreign"]
                .iter()
                .any(|start| name.starts_with(start));
            let nameless = last.is_empty() || last.chars().all(|c| c.is_ascii_digit());
            if !made && !nameless && !name.starts_with("InsurantKt") {
                names.push(name.to_owned());
            }
        }
        names.sort();
        let mut javap = Command::new("javap");
        javap
            .arg("-public")
            .arg("-cp")
            .arg(self.out.join("classes"));
        javap.args(names.iter().map(|name| format!("org.insurant.{name}")));
        let output = output_of(&mut javap)?;
        if !output.status.success() {
            return Err(said(&output).into());
        }
        let told = String::from_utf8_lossy(&output.stdout);
        let own = told.lines().filter(|line| {
            !line.starts_with("Compiled from")
                && !line.contains("org.insurant.Uniffi")
                && !line.contains("RustBuffer")
        });
        Ok(own.map(|line| format!("{line}\n")).collect())
    }
}

/// What the generator cannot be told: messages of errors in words, and records that keep identifiers to
/// themselves.
fn patched(file: &Path) -> Outcome {
    let source = fs::read_to_string(file)?;
    let source = patch(
        &source,
        "override val message\n            get() = \"problems=${ `problems` }\"",
        "override val message: String\n            get() = toString()",
        7,
    )?;
    let mut source = source;
    for record in DISCREET {
        let head = format!("data class {record} (");
        let at = source
            .find(&head)
            .ok_or_else(|| format!("no `{head}` was generated"))?;
        let body = source
            .get(at..)
            .and_then(|rest| rest.find("\n){"))
            .ok_or_else(|| format!("no body of `{record}`"))?;
        let place = at + body + "\n){".len();
        source.insert_str(
            place,
            &format!("\n    /** Discreet: no identifiers, which would end up in logs. */\n    override fun toString(): String = \"{record}(…)\"\n"),
        );
    }
    words(file, &source)?;
    Ok(fs::write(file, source)?)
}

/// The words of the closed enumerations, in a file of their own.
fn words(file: &Path, source: &str) -> Outcome {
    let names = source.lines().filter_map(|line| {
        let name = line.strip_prefix("enum class ")?;
        name.split([' ', '{', ':', '(']).next()
    });
    let mut text = String::from("package org.insurant\n");
    for name in names {
        let _ = write!(
            text,
            "\n/** The word of JSON, rulebooks and tables. */\n\
             public val {name}.word: String get() = name.lowercase()\n"
        );
    }
    Ok(fs::write(file.with_file_name("Words.kt"), text)?)
}
