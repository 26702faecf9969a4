//! Arbitrary bytes as the tables of a portfolio, in the order customers, policies, claims,
//! movements, entries, with the control character RS between them. Nothing panics, both ways to
//! treat a faulty row agree, and every customer is decided on or has a cause.
#![no_main]

use insurant::{CustomerRules, Date, Engine, LineCodes, Scratch};
use insurant_batch::portfolio::{Codes, Input, OnError, Options, load};
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::LazyLock;

const TABLES: [&str; 5] = ["customers", "policies", "claims", "movements", "entries"];

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin().expect("the built-in rulebooks load"));

/// A folder of this process alone, in memory where there is one.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    tempfile::Builder::new()
        .prefix("insurant-fuzz")
        .tempdir_in(base)
        .expect("a folder for the tables")
        .keep()
});

struct Words(LineCodes);

impl Codes for Words {
    fn line(&mut self, line: &str) -> u32 {
        self.0.code(line)
    }
    fn text(&mut self, _: usize, text: &str) -> i64 {
        i64::try_from(text.len()).unwrap_or(-1)
    }
}

fn day() -> Date {
    Date::parse("2024-07-01").expect("a date")
}

fn rules() -> &'static CustomerRules {
    ENGINE
        .rules("cn-property", day())
        .expect("cn-property is built in")
}

/// Loads the folder and says whether any row is at fault, or `None` when the files are.
fn rejected(on_error: OnError) -> Option<bool> {
    let rules = rules();
    let inputs: Vec<Input> = rules
        .inputs()
        .iter()
        .map(|(name, ty)| Input {
            name: name.clone(),
            ty: ty.clone(),
        })
        .collect();
    let options = Options {
        currency: rules.currency(),
        as_of: Some(day()),
        valued_on: None,
        inputs: &inputs,
        on_error,
    };
    let mut words = Words(rules.lines());
    let (portfolio, report) = match load(&FOLDER, &options, &mut words, &mut |_, _, _| {}) {
        Ok(loaded) => loaded,
        Err(failure) => {
            assert!(!failure.problems.is_empty());
            let _ = failure.to_string();
            return None;
        }
    };
    let dated = rules.on(day());
    let mut scratch = Scratch::new();
    for customer in portfolio.customers() {
        if customer.undecided().is_none() {
            let verdict = dated.assess(&customer, &mut scratch);
            let checked = rules
                .check(customer.facts())
                .expect("what was loaded was checked");
            assert_eq!(dated.explain(&checked, &mut scratch).verdict(), &verdict);
        }
        assert!(portfolio.find(customer.id()).is_some());
    }
    Some(report.rejected > 0)
}

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.split(|&byte| byte == 0x1e);
    for table in TABLES {
        let file = FOLDER.join(format!("{table}.csv"));
        match parts.next().filter(|part| !part.is_empty()) {
            Some(part) => std::fs::write(&file, part).expect("a table can be written"),
            None => {
                let _ = std::fs::remove_file(&file);
            }
        }
    }
    match (rejected(OnError::Fail), rejected(OnError::Reject)) {
        (Some(faulty), other) => {
            assert!(!faulty, "a faulty row passed");
            assert_eq!(other, Some(false));
        }
        (None, other) => assert_ne!(other, Some(false), "what fails has something to reject"),
    }
});
