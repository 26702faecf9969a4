//! Directories of tables for tests.

use insurant::{Currency, Date, LineCodes};
use insurant_batch::portfolio::{Codes, Failure, Input, OnError, Options, Portfolio, Report, load};
use insurant_rules::{Problem, Type};
use std::path::Path;
use tempfile::TempDir;

pub(crate) const CUSTOMERS: &str = "customer_id,kind\nC1,individual\nC2,organisation\nB1,partner\n";
pub(crate) const POLICIES: &str = "policy_id,customer_id,line,business_source,start,end,written_premium\n\
    P1,C1,motor,direct,2023-01-01,2024-01-01,100.00\n\
    P2,C2,property,direct,2023-01-01,2024-01-01,200.00\n";
pub(crate) const CLAIMS: &str = "claim_id,policy_id,loss_date,status,paid,reserve\n\
    K1,P1,2023-05-01,settled,10.00,0\n";

/// The numbers of words, and of texts by their length.
#[derive(Default)]
pub(crate) struct Words(LineCodes);

impl Codes for Words {
    fn line(&mut self, line: &str) -> u32 {
        self.0.code(line)
    }
    fn text(&mut self, _: usize, text: &str) -> i64 {
        i64::try_from(text.len()).unwrap_or(-1)
    }
}

/// A directory of a good portfolio, with some files replaced or added.
pub(crate) fn dir(files: &[(&str, &str)]) -> TempDir {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (*n, t.as_bytes())).collect();
    bytes(&files)
}

pub(crate) fn bytes(files: &[(&str, &[u8])]) -> TempDir {
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
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

pub(crate) fn read(dir: &Path, on_error: OnError) -> Result<(Portfolio, Report), Failure> {
    let inputs = [
        Input {
            name: "brand_notable".into(),
            ty: Type::Boolean,
        },
        Input {
            name: "segment".into(),
            ty: Type::Text,
        },
    ];
    let options = Options {
        currency: Currency::parse("USD").unwrap(),
        as_of: Some(Date::parse("2023-07-01").unwrap()),
        valued_on: None,
        inputs: &inputs,
        on_error,
    };
    load(dir, &options, &mut Words::default(), &mut |_, _, _| {})
}

/// The problems of a portfolio that must not load.
pub(crate) fn problems(dir: &TempDir) -> Vec<Problem> {
    let failure = read(dir.path(), OnError::Fail).err().unwrap();
    failure.problems.into_iter().collect()
}

/// The only problem, as `code file:line:column`.
pub(crate) fn only(dir: &TempDir) -> String {
    let found = problems(dir);
    let shown: Vec<String> = found.iter().map(brief).collect();
    assert!(
        found
            .iter()
            .all(|p| p.remedy_text().is_some() || p.expected_text().is_some()),
        "{found:?}"
    );
    shown.join(" ")
}

pub(crate) fn brief(problem: &Problem) -> String {
    let place = problem.place();
    let source = place.source.as_deref().unwrap_or("-");
    format!(
        "{} {source}:{}:{}",
        problem.code(),
        place.line,
        place.column
    )
}
