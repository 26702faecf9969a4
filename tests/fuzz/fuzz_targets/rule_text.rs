//! Arbitrary text as a condition: nothing panics, what is printed reads back as the same, and the
//! compiled condition says what its trace says.
#![no_main]

use insurant::rulebook::language;
use insurant_rules::program::Answers;
use insurant_rules::syntax::{parse, parse_literal};
use insurant_rules::{Compiler, Currency, Scope, Slot, State, Type, check};
use libfuzzer_sys::{Corpus, fuzz_target};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<insurant_rules::rulebook::Language> = LazyLock::new(language);

fn scope() -> Scope<'static> {
    let vocabulary = LANGUAGE
        .subject("customer")
        .expect("the subject of every rule");
    let mut scope =
        Scope::new(&**vocabulary).with_currency(Currency::parse("CNY").expect("a currency"));
    for (name, value) in [
        ("volume", "500_000 CNY"),
        ("limit", "150%"),
        ("grace", "30d"),
    ] {
        scope
            .parameter(name, parse_literal(value).expect("a literal"))
            .expect("a name");
    }
    scope
        .input("pre_catastrophe_purchase", Type::Boolean)
        .expect("a name");
    scope.input("region", Type::Text).expect("a name");
    scope.input("score", Type::Ratio).expect("a name");
    scope
}

/// Values at their limits.
fn slot(position: usize, round: usize) -> Slot {
    let nums = [i64::MIN, -1, 0, 1, i64::MAX, 3, 365, 1 << 40];
    let dens = [1, i64::MAX, 100, 1];
    let states = [State::Known, State::Known, State::Unknown, State::Undefined];
    Slot {
        num: nums[(position + round) % nums.len()],
        den: dens[(position * 3 + round) % dens.len()],
        state: states[(position + round / 2) % states.len()],
    }
}

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    let _ = parse_literal(text);
    let parsed = parse(text);
    for fault in parsed.faults.clone().in_text(text) {
        assert!(
            fault.place().line > 0 && fault.place().column > 0,
            "{fault}"
        );
    }
    let scope = scope();
    let checked = check::condition(text, &scope);
    assert!(parsed.faults.is_empty() || checked.is_err());
    let _ = check::value(text, &scope);
    if parsed.faults.is_empty() {
        let printed = parsed.expression.to_string();
        let again = parse(&printed);
        assert!(again.faults.is_empty(), "{text:?} prints {printed:?}");
        assert_eq!(again.expression.to_string(), printed);
        assert_eq!(
            check::condition(&printed, &scope).is_ok(),
            checked.is_ok(),
            "{printed:?}"
        );
    }
    let Ok(condition) = checked else {
        return Corpus::Keep;
    };
    let mut compiler = Compiler::new();
    let id = compiler.condition(condition);
    let program = compiler.finish().expect("no condition has a name");
    for round in 0..16 {
        let count = program.requests().len();
        let slots: Vec<Slot> = (0..count).map(|i| slot(i, round)).collect();
        let (mut answers, mut steps) = (Answers::default(), Vec::new());
        assert_eq!(
            program.answer(&slots, &mut answers).truth(id),
            program.trace(id, &slots, &mut steps),
            "{text:?}"
        );
    }
    Corpus::Keep
});
