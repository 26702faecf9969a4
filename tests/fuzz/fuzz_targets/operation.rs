//! An operation on arbitrary JSON: a line with its name, then the input. Nothing panics, and every
//! answer is canonical.
#![no_main]

use insurant::Engine;
use insurant::operation::{operations, problems_json};
use insurant_rules::document::Document;
use libfuzzer_sys::{Corpus, fuzz_target};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin().expect("the built-in rulebooks load"));

static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    operations()
        .into_iter()
        .map(|operation| operation.name)
        .collect()
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    let Some((name, input)) = text.split_once('\n') else {
        return Corpus::Reject;
    };
    // A name that was hit by a mutation stands for some operation.
    let name = match NAMES.iter().find(|&&known| known == name) {
        Some(name) => name,
        None => NAMES[name.bytes().map(usize::from).sum::<usize>() % NAMES.len()],
    };
    let answer = match ENGINE.call(name, input) {
        Ok(answer) => answer,
        Err(problems) => {
            assert!(!problems.is_empty(), "{name} refuses without a reason");
            problems_json(&problems).to_canonical_string()
        }
    };
    let read = Document::parse_json("answer", &answer).expect("it is JSON");
    let json = read.root().to_json().expect("it holds no null");
    assert_eq!(json.to_canonical_string(), answer);
    Corpus::Keep
});
