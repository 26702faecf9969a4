//! Running the binary, and small portfolios to run it on.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub(crate) const CUSTOMERS: &str = "customer_id,kind,credit\n\
    C1,individual,good\nC2,organisation,\n\"C,3\",individual,poor\nB1,partner,\n";
pub(crate) const POLICIES: &str = "policy_id,customer_id,line,business_source,start,end,written_premium\n\
    P1,C1,motor,direct,2020-01-01,2024-01-01,4000.00\n\
    P2,C2,property,direct,2023-01-01,2024-01-01,60000.00\n\
    P3,\"C,3\",motor,direct,2023-01-01,2024-01-01,1100.00\n";
pub(crate) const CLAIMS: &str = "claim_id,policy_id,loss_date,status,paid,reserve\n\
    K1,P3,2023-02-01,settled,1000.00,0\n\
    K2,P3,2023-03-01,settled,500.00,0\n\
    K3,P3,2023-04-01,open,0,100.00\n";

/// What a run said and how it ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    /// A run that must have gone well.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// A run that must have found something wrong, without a panic.
    #[track_caller]
    pub(crate) fn wrong(self, code: i32, says: &str) -> Self {
        assert_eq!(self.code, code, "{}{}", self.text(), self.err);
        assert!(self.err.contains(says), "no `{says}` in:\n{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

/// Runs the command.
pub(crate) fn insurant<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Ran {
    with_input(args, b"")
}

/// Runs the command with something on standard input.
pub(crate) fn with_input<S: AsRef<std::ffi::OsStr>>(
    args: impl IntoIterator<Item = S>,
    input: &[u8],
) -> Ran {
    let mut child = command()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_insurant"))
}

/// Assesses a directory as of 2023-07-01, with more arguments.
pub(crate) fn assess(dir: &Path, more: &[&str]) -> Ran {
    let dir = dir.to_str().unwrap();
    let args = ["assess", dir, "--as-of", "2023-07-01"];
    insurant(args.iter().chain(more))
}

/// A directory of a good portfolio, with some files replaced or added.
pub(crate) fn dir(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let good = [
        ("customers", CUSTOMERS),
        ("policies", POLICIES),
        ("claims", CLAIMS),
    ];
    for (table, text) in good {
        if !files.iter().any(|(name, _)| name.starts_with(table)) {
            std::fs::write(dir.path().join(format!("{table}.csv")), text).unwrap();
        }
    }
    for (name, bytes) in files {
        std::fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

/// A synthetic portfolio of `insurant demo`, as of 2025-07-01.
pub(crate) fn demo(customers: u32, form: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let (out, customers) = (dir.path().to_str().unwrap(), customers.to_string());
    let args = [
        "demo",
        "--out",
        out,
        "--customers",
        &customers,
        "--form",
        form,
    ];
    insurant(args).fine();
    dir
}

/// Says that a test cannot run here. Where everything must run, that is a failure.
pub(crate) fn skip(test: &str, reason: &str) {
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{test}: {reason}"
    );
    // Past the capture of the runner, which prints nothing of a test that passes.
    let line = format!("skipped: {test}: {reason}\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}
