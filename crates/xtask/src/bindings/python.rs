//! The wheel: built, installed in a clean environment, and used from there.

use super::readme::program;
use super::tools::{kept, must};
use crate::capi::{Checks, Found, has, need, output_of, said};
use crate::count::Count;
use crate::project::Project;
use crate::run::{Outcome, run};
use crate::vectors::Vectors;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "bindings/python";
const STUB: &str = "bindings/python/src/insurant/__init__.pyi";
/// PyPI's package of the same name would fetch an interpreter of its own.
const PYRIGHT: &str = "pyright@1.1.414";
/// As many questions are answered through records; fewer would prove less than it seems.
const TYPED: usize = 160;

/// Builds the wheel and checks it as its users get it.
pub(crate) fn check(project: &Project) -> Outcome<Found> {
    let (tools, wheel) = wheel(project)?;
    let mut checks = Checks::default();
    stub(project, &wheel, &mut checks)?;
    let python = install(project, "bindings/venv", &tools, &wheel)?;
    vectors(project, &python, &mut checks)?;
    readme(project, &python, &mut checks)?;
    let app = project.path(FOLDER).join("sample/manager_day.py");
    let folder = project.target("bindings/readme");
    let mut sample = self::python(&python, &folder);
    super::sample::check(project, "Python", sample.arg(app), &mut checks)?;
    types(project, &python, &mut checks)?;
    let mut found = checks.found();
    found.count += pytest(project, &python)?;
    Ok(found)
}

/// Writes the stub of the package from the wheel.
pub(crate) fn write_stub(project: &Project) -> Outcome {
    let (_, wheel) = wheel(project)?;
    fs::write(project.path(STUB), stub_of(project, &wheel)?)?;
    Ok(())
}

/// The environment with what builds and tests, and the wheel.
pub(super) fn wheel(project: &Project) -> Outcome<(PathBuf, PathBuf)> {
    let tools = packages("python", &project.path(FOLDER).join("requirements.txt"))?;
    let wheel = build(project, &tools)?;
    Ok((tools, wheel))
}

/// An environment with packages, kept for its requirements.
pub(super) fn packages(name: &str, requirements: &Path) -> Outcome<PathBuf> {
    kept(name, &fs::read_to_string(requirements)?, |folder| {
        let venv = || {
            let mut command = Command::new("python3");
            command.args(["-m", "venv"]).arg(folder);
            command
        };
        if must(&mut venv()).is_err() {
            // Debian packs it apart.
            must(Command::new("apt-get").args(["update", "-q"]))?;
            must(Command::new("apt-get").args(["install", "-yq", "python3-venv"]))?;
            must(&mut venv())?;
        }
        let mut pip = Command::new(folder.join("bin/pip"));
        must(pip.args(["install", "-q", "-r"]).arg(requirements))
    })
}

/// Builds the wheel with the profile of its project file.
fn build(project: &Project, tools: &Path) -> Outcome<PathBuf> {
    let out = project.target("bindings/wheel");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    // Its own cargo and generator are found on the path.
    let mut command = project.cargo(&[]);
    let mut maturin = Command::new(tools.join("bin/maturin"));
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => maturin.env(name, value),
            None => maturin.env_remove(name),
        };
    }
    command = maturin;
    command
        .current_dir(project.path(FOLDER))
        .env("CARGO_TARGET_DIR", project.target(""))
        .args(["build", "--quiet", "--out"])
        .arg(&out);
    must(&mut command)?;
    let wheels = fs::read_dir(&out)?.collect::<Result<Vec<_>, _>>()?;
    match wheels.as_slice() {
        [wheel] => Ok(wheel.path()),
        _ => Err(format!("{} wheels in {}", wheels.len(), out.display()).into()),
    }
}

/// The stub that the generated module and the sources ask for.
fn stub_of(project: &Project, wheel: &Path) -> Outcome<Vec<u8>> {
    let folder = project.target("bindings/unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut unzip = Command::new("python3");
    must(unzip.args(["-m", "zipfile", "-e"]).arg(wheel).arg(&folder))?;
    let mut command = project.command("python3");
    command
        .arg(project.path(FOLDER).join("tools/stubs.py"))
        .arg(folder.join("insurant/_native/insurant.py"))
        .arg(project.path("crates/insurant-uniffi/src"));
    let output = output_of(&mut command)?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(said(&output).into()),
    }
}

fn stub(project: &Project, wheel: &Path, checks: &mut Checks) -> Outcome {
    let stale = stub_of(project, wheel)? != fs::read(project.path(STUB))?;
    let told = || format!("{STUB} is not what the library says: run `cargo xtask bindings`");
    checks.check("Python: the stub is up to date", stale.then(told));
    Ok(())
}

/// A clean environment with nothing but the wheel, and what tests need; the source tree is not on
/// its path.
pub(super) fn install(
    project: &Project,
    folder: &str,
    tools: &Path,
    wheel: &Path,
) -> Outcome<PathBuf> {
    let folder = project.target(folder);
    let mut venv = Command::new("python3");
    must(venv.args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/pip"));
    must(
        pip.args(["install", "-q", "--no-index", "--no-deps"])
            .arg(wheel),
    )?;
    // The test tools stand behind the environment's own packages.
    let found = |root: &Path| -> Outcome<PathBuf> {
        let versions = fs::read_dir(root.join("lib"))?.collect::<Result<Vec<_>, _>>()?;
        let mut site = versions.iter().map(|v| v.path().join("site-packages"));
        let site = site.rfind(|site| site.is_dir());
        Ok(site.ok_or("an environment without packages")?)
    };
    fs::write(
        found(&folder)?.join("tools.pth"),
        format!("{}\n", found(tools)?.display()),
    )?;
    Ok(folder.join("bin/python"))
}

/// Python that reads nothing but what is installed.
pub(super) fn python(python: &Path, folder: &Path) -> Command {
    let mut command = Command::new(python);
    command
        .current_dir(folder)
        .env_remove("PYTHONPATH")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn vectors(project: &Project, program: &Path, checks: &mut Checks) -> Outcome {
    let tests = project.path(FOLDER).join("tests");
    let vectors = Vectors::read(project)?;
    let mut call = python(program, &tests);
    vectors.compare("Python", call.arg("vectors.py"), checks)?;
    let mut typed = python(program, &tests);
    typed.args(["vectors.py", "--typed"]);
    let told = vectors.compare("Python by records", &mut typed, checks)?;
    let count = told
        .trim()
        .strip_prefix("typed: ")
        .and_then(|n| n.parse::<usize>().ok());
    checks.check(
        "Python: enough vectors are answered by records",
        (count.unwrap_or(0) < TYPED).then(|| format!("{told}expected at least {TYPED}")),
    );
    Ok(())
}

/// The programs of the README, each of ten lines: their sections, and their names here.
const PROGRAMS: &[(&str, &str)] = &[
    ("## Ten lines", "ten_lines.py"),
    ("## Portfolios in columns", "columns.py"),
];

/// The programs of the README run as they stand there, and print what stands there.
fn readme(project: &Project, interpreter: &Path, checks: &mut Checks) -> Outcome {
    let readme = fs::read_to_string(project.path(FOLDER).join("README.md"))?;
    let folder = project.target("bindings/readme");
    fs::create_dir_all(&folder)?;
    for (section, file) in PROGRAMS {
        let (source, printed) = readme
            .split_once(section)
            .and_then(|(_, section)| program(section, "python"))
            .ok_or_else(|| format!("bindings/python/README.md: no program under `{section}`"))?;
        fs::write(folder.join(file), source)?;
        let output = output_of(python(interpreter, &folder).arg(file))?;
        let well = output.status.success() && output.stdout == printed.as_bytes();
        checks.check(
            &format!("Python: the README's {file} prints what stands there"),
            (!well).then(|| said(&output)),
        );
        let lines = source.lines().filter(|line| !line.trim().is_empty());
        let lines = lines.filter(|line| !line.starts_with("import ") && !line.starts_with("from "));
        let count = lines.count();
        checks.check(
            &format!("Python: the README's {file} has ten lines"),
            (count > 10).then(|| format!("{count} lines beside imports")),
        );
    }
    Ok(())
}

/// What type checkers say of the package, and of a program that uses all of it.
fn types(project: &Project, interpreter: &Path, checks: &mut Checks) -> Outcome {
    let tests = project.path(FOLDER).join("tests");
    let mut stubtest = python(interpreter, &tests);
    stubtest.args(["-m", "mypy.stubtest", "insurant", "--ignore-missing-stub"]);
    for (word, file) in [("--allowlist", "allow"), ("--mypy-config-file", "ini")] {
        let file = format!("{FOLDER}/tools/stubtest.{file}");
        stubtest.arg(word).arg(project.path(file));
    }
    checks.succeeds("Python: the stub is what runs", &mut stubtest)?;
    let mut mypy = python(interpreter, &tests);
    mypy.args(["-m", "mypy", "--strict", "--cache-dir"])
        .arg(project.target("bindings/mypy"))
        .args([".", "../sample"]);
    checks.succeeds("Python: mypy --strict", &mut mypy)?;
    need(&[("npm", "npm")]);
    if !has("npm") {
        checks.skip("Python: pyright", "npm is not there");
        return Ok(());
    }
    let pyright = kept("pyright", PYRIGHT, |folder| {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--prefix"]);
        must(npm.arg(folder).arg(PYRIGHT))
    })?;
    let mut pyright = Command::new(pyright.join("node_modules/.bin/pyright"));
    pyright
        .current_dir(&tests)
        .arg("--pythonpath")
        .arg(interpreter)
        .args(["typed.py", "../sample/manager_day.py"]);
    checks.succeeds("Python: pyright, strict", &mut pyright)?;
    Ok(())
}

fn pytest(project: &Project, interpreter: &Path) -> Outcome<Count> {
    let tests = project.path(FOLDER).join("tests");
    let mut command = python(interpreter, &tests);
    command.args([
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--color=no",
        ".",
    ]);
    let ended = run(&mut command)?;
    let mut count = Count::pytest(&ended.lines);
    if !ended.success && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}
