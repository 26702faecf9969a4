//! Arbitrary bytes as a rulebook: nothing panics, and what loads is written as it is read.
#![no_main]

use insurant::Engine;
use insurant_rules::document::Document;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin().expect("the built-in rulebooks load"));

fuzz_target!(|bytes: &[u8]| {
    let document = match Document::from_bytes("rulebook", bytes) {
        Ok(document) => document,
        Err(problems) => {
            assert!(!problems.is_empty());
            return;
        }
    };
    match ENGINE.rules_of(document, &[]) {
        Ok(rules) => {
            let written = rules.rulebook().to_json().to_canonical_string();
            let again = Document::parse_json("again", &written).expect("it is JSON");
            let again = ENGINE.rules_of(again, &[]).expect("what loads loads again");
            assert_eq!(again.rulebook().to_json().to_canonical_string(), written);
            assert_eq!(again.fingerprint(), rules.fingerprint());
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            let _ = problems.to_string();
        }
    }
});
