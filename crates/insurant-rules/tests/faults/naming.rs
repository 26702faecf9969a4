//! Names that a rulebook gives, and conditions that refer to each other.

use crate::support::Customer;
use insurant_rules::syntax::parse_literal;
use insurant_rules::{Compiler, Problems, Scope, check, code};

#[test]
fn names_of_the_rulebook_must_be_free_and_sayable() {
    let customer = Customer::new();
    let mut scope = customer.scope();
    let three = || parse_literal("3").unwrap();
    let refused = |result: Result<(), insurant_rules::Problem>| result.unwrap_err().code();
    assert_eq!(
        refused(scope.parameter("limit", three())),
        code::DUPLICATE_ID
    );
    assert_eq!(
        refused(scope.parameter("thin", three())),
        code::DUPLICATE_ID
    );
    assert_eq!(refused(scope.condition("credit")), code::DUPLICATE_ID);
    assert_eq!(refused(scope.condition("not")), code::BAD_NAME);
    assert_eq!(refused(scope.condition("2nd")), code::BAD_NAME);
    assert_eq!(refused(scope.condition("a-b")), code::BAD_NAME);
    let dollars = parse_literal("5 USD").unwrap();
    assert_eq!(
        refused(scope.parameter("fee", dollars)),
        code::WRONG_CURRENCY
    );
    // What was refused once is not reported again where it is used.
    let faults = check::condition("premium(12m) > fee", &scope).unwrap_err();
    assert!(faults.is_empty());
}

fn finish(conditions: &[(&str, &str)], root: &str) -> Result<(), Problems> {
    let customer = Customer::new();
    let mut scope = Scope::new(&customer);
    for (name, _) in conditions {
        scope.condition(name).unwrap();
    }
    let mut compiler = Compiler::new();
    for (name, text) in conditions {
        compiler.define(*name, check::condition(text, &scope).unwrap());
    }
    compiler.condition(check::condition(root, &scope).unwrap());
    compiler.finish().map(drop)
}

#[test]
fn circles_of_named_conditions_are_refused_by_name() {
    let names = [
        ("a", "b or insured"),
        ("b", "not c"),
        ("c", "a"),
        ("d", "a"),
        ("e", "insured"),
    ];
    let problems = finish(&names, "d and e").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "conditions refer to themselves in a circle: `a`, `b`, `c` [condition_cycle]; \
         let one of them say what it means without the others"
    );
    // What nothing uses does no harm.
    assert!(finish(&names, "e").is_ok());
}

#[test]
fn named_conditions_nest_only_so_far() {
    let chain = |n: usize| -> Vec<(String, String)> {
        let mut chain = vec![("x0".to_owned(), "insured".to_owned())];
        chain.extend((1..n).map(|i| (format!("x{i}"), format!("x{}", i - 1))));
        chain
    };
    let run = |n: usize| {
        let chain = chain(n);
        let names: Vec<_> = chain
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        finish(&names, &format!("x{}", n - 1))
    };
    assert!(run(255).is_ok());
    let problems = run(256).unwrap_err();
    assert_eq!(
        problems.iter().next().unwrap().code(),
        code::NESTING_TOO_DEEP
    );
}
