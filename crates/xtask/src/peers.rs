//! insurant beside its peers: one decision, one row of a large table, a portfolio; and by itself a
//! portfolio larger than memory.
//!
//! Whoever answers otherwise than the others is not timed: the programs fail. Nothing of this is in
//! the gate; building zen-engine alone takes minutes.

use crate::project::Project;
use crate::run::{Outcome, ask, run};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// How often everybody has a turn with the portfolio.
const TURNS: usize = 3;

/// How often the work is done in a turn.
const ROUNDS: &str = "5";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// One decision from ready-made measures.
    Decision,
    /// One row of a table, by code and by range.
    Table,
    /// A portfolio in columns, from memory and from files.
    Portfolio,
    /// A portfolio larger than memory through files on disk. Only when it is asked for: 20,000,000
    /// customers take minutes, and 11 GB of disk.
    Spill,
}

impl What {
    const fn word(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Table => "table",
            Self::Portfolio => "portfolio",
            Self::Spill => "spill",
        }
    }
}

/// What `cargo xtask bench-peers` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Customers of the portfolio: 1,000,000, and 20,000,000 of one larger than memory.
    #[arg(long)]
    customers: Option<u32>,
    /// How much memory a portfolio larger than memory may take, in millions of bytes.
    #[arg(long, default_value_t = 1_000)]
    megabytes: u32,
    /// On how many threads the others assess it; the engine and the loop run on two and on one.
    #[arg(long, value_delimiter = ',', default_value = "2,1", value_parser = clap::value_parser!(u16).range(1..=64))]
    threads: Vec<u16>,
    /// This alone.
    #[arg(long)]
    only: Option<What>,
}

/// Runs what was asked for.
pub(crate) fn bench(project: &Project, arguments: &Arguments) -> Outcome {
    let asked = |what: What| arguments.only.is_none_or(|only| only == what);
    for what in [What::Decision, What::Table] {
        if asked(what) {
            decision(project, what)?;
        }
    }
    if asked(What::Portfolio) {
        portfolio(project, arguments)?;
    }
    if arguments.only == Some(What::Spill) {
        spill(project, arguments)?;
    }
    Ok(())
}

/// A portfolio that is made as it is read, in a process that fails when it takes more memory than it
/// may.
fn spill(project: &Project, arguments: &Arguments) -> Outcome {
    let folder = project.target("spill");
    std::fs::create_dir_all(&folder)?;
    let customers = arguments.customers.unwrap_or(20_000_000).to_string();
    let threads = arguments.threads.iter().max().unwrap_or(&1).to_string();
    let mut cargo = project.cargo(&["bench", "--quiet", "-p", "insurant-batch"]);
    cargo.args(["--bench", "spill", "--", "--customers", &customers]);
    cargo.args(["--threads", &threads, "--dir"]).arg(&folder);
    cargo.args(["--megabytes", &arguments.megabytes.to_string()]);
    lines(&mut cargo).map(drop)
}

/// Runs a program, and gives its lines.
fn lines(command: &mut Command) -> Outcome<Vec<String>> {
    let ended = run(command)?;
    if ended.success {
        Ok(ended.lines)
    } else {
        Err(format!("{command:?} failed").into())
    }
}

fn decision(project: &Project, what: What) -> Outcome {
    let mut cargo = project.cargo(&["run", "--release", "--quiet", "--manifest-path"]);
    cargo.arg(project.path("benches/peers/Cargo.toml"));
    cargo.arg("--target-dir").arg(project.target("peers/rust"));
    lines(cargo.args(["--", what.word()])).map(drop)
}

fn portfolio(project: &Project, arguments: &Arguments) -> Outcome {
    let python = python(project)?;
    let customers = arguments.customers.unwrap_or(1_000_000).to_string();
    let engine = || {
        let mut cargo = project.cargo(&["bench", "--quiet", "-p", "insurant-batch"]);
        cargo.args(["--bench", "portfolio", "--", &customers]);
        cargo
    };
    let orders = [("in no order", "shuffled"), ("by customer", "grouped")];
    let mut times = Times::default();
    for (_, folder) in orders {
        let folder = project.target(format!("peers/portfolio-{folder}"));
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let mut cargo = engine();
        cargo.arg("--write").arg(&folder);
        if folder.ends_with("portfolio-grouped") {
            cargo.arg("--grouped");
        }
        lines(&mut cargo)?;
    }
    for _ in 0..TURNS {
        let mut order = "";
        for line in lines(&mut engine())? {
            let told = orders.iter().find(|(words, _)| line.ends_with(words));
            order = told.map_or(order, |(words, _)| *words);
            times.note(order, &line);
        }
        for &threads in &arguments.threads {
            for (order, folder) in orders {
                let folder = project.target(format!("peers/portfolio-{folder}"));
                let sources: &[&str] = if order == "in no order" {
                    &["memory", "parquet", "csv"]
                } else {
                    &["memory"]
                };
                for source in sources {
                    for who in ["duckdb", "polars"] {
                        // A process each, so that its peak of memory is its own.
                        let mut peer = project.command(&python);
                        peer.arg(project.path("benches/peers/portfolio/peers.py"));
                        peer.arg(&folder).arg(threads.to_string());
                        for line in lines(peer.args([ROUNDS, who, source]))? {
                            times.note(order, &line);
                        }
                    }
                }
            }
        }
    }
    times.tell();
    Ok(())
}

/// Python with what the requirements say, made once.
fn python(project: &Project) -> Outcome<std::path::PathBuf> {
    let folder = project.target("peers/venv");
    let python = folder.join("bin/python");
    if !python.is_file() {
        let mut venv = Command::new("python3");
        ask(venv.args(["-m", "venv"]).arg(&folder))?;
    }
    let requirements = project.path("benches/peers/requirements.txt");
    let mut pip = Command::new(&python);
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
    ]);
    ask(pip.arg(Path::new(&requirements)))?;
    Ok(python)
}

/// By order, threads and name, the best and the median of every turn, in microseconds.
#[derive(Default)]
struct Times(BTreeMap<(String, String, String), Turns>);

#[derive(Default)]
struct Turns {
    best: Vec<u64>,
    median: Vec<u64>,
    /// What the last turn told beside its times.
    rest: String,
}

/// `12.5` as 12500.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, rest) = text.split_once('.')?;
    let rest: u64 = rest.parse().ok().filter(|tenths| *tenths < 10)?;
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(rest * 100)
}

impl Times {
    /// Keeps a line such as `  engine, memory, 2 threads: 350.1 ms best, 362.0 ms median; 12 MB more`;
    /// any other line says nothing.
    fn note(&mut self, order: &str, line: &str) {
        let Some((name, told)) = line.trim().split_once(": ") else {
            return;
        };
        let (told, rest) = told.split_once("; ").unwrap_or((told, ""));
        let Some((best, median)) = told.split_once(" ms best, ") else {
            return;
        };
        let (Some(best), Some(median), Some((name, threads))) = (
            thousandths(best),
            median.strip_suffix(" ms median").and_then(thousandths),
            name.rsplit_once(", "),
        ) else {
            return;
        };
        let key = (order.to_owned(), threads.to_owned(), name.to_owned());
        let turns = self.0.entry(key).or_default();
        turns.best.push(best);
        turns.median.push(median);
        rest.clone_into(&mut turns.rest);
    }

    fn tell(&self) {
        println!("\nbest of all turns, median of their medians, beside the engine's:");
        for ((order, threads, name), turns) in &self.0 {
            let key = (order.clone(), threads.clone(), "engine, memory".to_owned());
            let (best, median) = (turns.best(), turns.median());
            let beside = self.0.get(&key).map_or(0, Turns::median).max(1);
            let hundredths = median * 100 / beside;
            println!(
                "  {order}, {threads:<9} {name:<24} {:>6}.{} ms best {:>6}.{} ms median {:>4}.{:02} x; {}",
                best / 1000,
                best % 1000 / 100,
                median / 1000,
                median % 1000 / 100,
                hundredths / 100,
                hundredths % 100,
                turns.rest
            );
        }
    }
}

impl Turns {
    fn best(&self) -> u64 {
        self.best.iter().copied().min().unwrap_or(0)
    }

    fn median(&self) -> u64 {
        let mut sorted = self.median.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_times_are_read_and_others_are_not() {
        let mut times = Times::default();
        for line in [
            "1000 customers, 3000 policies, 1000 claims, in no order",
            "  engine, memory, 2 threads: 12.5 ms best, 13.0 ms median; 9 MB more",
            "  engine, memory, 2 threads: 11.0 ms best, 14.2 ms median; 8 MB more",
            "  engine, memory, 2 threads: 19.0 ms best, 20.0 ms median; 7 MB more",
            "warning: 2 threads: none of these",
        ] {
            times.note("in no order", line);
        }
        assert_eq!(times.0.len(), 1);
        let ((order, threads, name), turns) = times.0.first_key_value().unwrap();
        assert_eq!(
            (&**order, &**threads, &**name),
            ("in no order", "2 threads", "engine, memory")
        );
        assert_eq!(
            (turns.best(), turns.median(), &*turns.rest),
            (11_000, 14_200, "7 MB more")
        );
    }
}
