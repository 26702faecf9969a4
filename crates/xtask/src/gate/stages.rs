//! The stages.

use super::{Report, Stage};
use crate::count::{Count, skipped};
use crate::project::Project;
use crate::run::{Outcome, run};
use crate::{bindings, capi, fuzz, headers, schema};
use std::process::Command;

/// What `cargo xtask test` runs, the quick ones first.
pub(super) const STAGES: &[Stage] = &[
    Stage {
        name: "fmt",
        doc: "the code is formatted",
        run: fmt,
    },
    Stage {
        name: "oracle",
        doc: "the Python oracle passes its own tests, and the vectors are what it says",
        run: oracle,
    },
    Stage {
        name: "clippy",
        doc: "no lint fires",
        run: clippy,
    },
    Stage {
        name: "unit",
        doc: "every Rust test: units, laws, conformance vectors, examples",
        run: unit,
    },
    Stage {
        name: "docs",
        doc: "the documentation builds without a warning",
        run: docs,
    },
    Stage {
        name: "schema",
        doc: "the published schemas are what the library says",
        run: schemas,
    },
    Stage {
        name: "capi",
        doc: "the C library: its header, its vectors, every export with everything wrong",
        run: capi_checks,
    },
    Stage {
        name: "python",
        doc: "the Python wheel: installed, its vectors, its tests, its types",
        run: python,
    },
    Stage {
        name: "spark",
        doc: "the example of Spark: a cluster of two workers answers as one machine",
        run: spark,
    },
    Stage {
        name: "kotlin",
        doc: "the Maven artefact: its tests, its vectors, a project that uses it",
        run: kotlin,
    },
    Stage {
        name: "swift",
        doc: "the Swift package: its tests, its vectors, a package that uses it",
        run: swift,
    },
    Stage {
        name: "fuzz-smoke",
        doc: "each fuzz target survives some seconds",
        run: fuzz_smoke,
    },
];

/// What CI runs besides.
pub(super) const BENCHES: Stage = Stage {
    name: "benches",
    doc: "each benchmark runs once",
    run: benches,
};

/// Runs programs one after another, all of them, and adds up what their runners say.
fn all(commands: impl IntoIterator<Item = Command>) -> Outcome<Report> {
    let mut report = Report::default();
    for mut command in commands {
        let ended = run(&mut command)?;
        report.failed |= !ended.success;
        report.count += Count::read(&ended.lines);
        let named = ended.lines.iter().filter_map(|line| skipped(line));
        report.skipped.extend(named.map(str::to_owned));
    }
    Ok(report)
}

fn fmt(project: &Project) -> Outcome<Report> {
    let check = |mut words: Vec<&str>| {
        words.extend(["--all", "--check"]);
        project.cargo(&words)
    };
    all([
        check(vec!["fmt"]),
        check(vec!["fmt", "--manifest-path", fuzz::MANIFEST]),
    ])
}

fn oracle(project: &Project) -> Outcome<Report> {
    let interpreter = |words: &[&str]| {
        let mut command = project.command("python3");
        command.args(words);
        command
    };
    all([
        interpreter(&["-m", "unittest", "discover", "-s", "tests/oracle"]),
        interpreter(&["tests/oracle/make_vectors.py", "--check"]),
    ])
}

fn clippy(project: &Project) -> Outcome<Report> {
    let words = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "insurant-ffi/test-exports,insurant-ffi/batch,insurant-uniffi/arrow",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    all([project.cargo(&words)])
}

fn unit(project: &Project) -> Outcome<Report> {
    all([project.cargo(&[
        "test",
        "--workspace",
        "--features",
        "insurant-ffi/test-exports,insurant-ffi/batch",
        "--locked",
        "--no-fail-fast",
    ])])
}

fn docs(project: &Project) -> Outcome<Report> {
    let words = [
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
        "--features",
        "insurant-ffi/batch,insurant-uniffi/arrow",
        "--locked",
    ];
    let mut command = project.cargo(&words);
    command.env("RUSTDOCFLAGS", "-D warnings");
    all([command])
}

fn schemas(project: &Project) -> Outcome<Report> {
    let stale = schema::check(project)?;
    for line in &stale {
        eprintln!("{line}");
    }
    Ok(Report {
        failed: !stale.is_empty(),
        ..Report::default()
    })
}

fn capi_checks(project: &Project) -> Outcome<Report> {
    let stale = headers::check(project)?;
    for line in &stale {
        eprintln!("{line}");
    }
    let found = capi::check(project)?;
    Ok(Report {
        failed: !stale.is_empty() || found.count.failed > 0,
        count: found.count,
        skipped: found.skipped,
    })
}

fn python(project: &Project) -> Outcome<Report> {
    let found = bindings::python::check(project)?;
    Ok(Report {
        failed: found.count.failed > 0,
        count: found.count,
        skipped: found.skipped,
    })
}

fn spark(project: &Project) -> Outcome<Report> {
    let found = bindings::spark::check(project)?;
    Ok(Report {
        failed: found.count.failed > 0,
        count: found.count,
        skipped: found.skipped,
    })
}

fn kotlin(project: &Project) -> Outcome<Report> {
    let found = bindings::kotlin::check(project)?;
    Ok(Report {
        failed: found.count.failed > 0,
        count: found.count,
        skipped: found.skipped,
    })
}

fn swift(project: &Project) -> Outcome<Report> {
    let found = bindings::swift::check(project)?;
    Ok(Report {
        failed: found.count.failed > 0,
        count: found.count,
        skipped: found.skipped,
    })
}

fn fuzz_smoke(project: &Project) -> Outcome<Report> {
    let mut report = Report::default();
    if let Err(missing) = fuzz::available(project) {
        for target in fuzz::TARGETS {
            report.count.skipped += 1;
            report
                .skipped
                .push(format!("fuzz target {target}: {missing}"));
        }
        return Ok(report);
    }
    let programs = fuzz::build_all(project)?;
    for target in fuzz::TARGETS {
        if fuzz::smoke(project, &programs, target)? {
            report.count.passed += 1;
        } else {
            report.count.failed += 1;
            report.failed = true;
        }
    }
    Ok(report)
}

fn benches(project: &Project) -> Outcome<Report> {
    all([project.cargo(&[
        "bench",
        "--workspace",
        "--locked",
        "--bench",
        "*",
        "--",
        "--test",
    ])])
}
