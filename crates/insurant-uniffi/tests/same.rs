//! What the records say is what the operations say, on every conformance vector about a customer.

#![allow(
    clippy::expect_used,
    reason = "a vector that cannot be read fails the test"
)]

use insurant::Date;
use insurant_rules::document::{Document, Json, Node};
use insurant_uniffi::{Cause, Engine, InsurantError, Problem};
use std::fs;
use std::path::{Path, PathBuf};

fn vectors() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("tests/vectors can be read") {
            let path = entry.expect("tests/vectors can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// A question about a customer, by a rulebook of the engine.
struct Question {
    rulebook: String,
    as_of: Date,
    customer: String,
}

impl Question {
    fn of(path: &Path) -> Option<Self> {
        let text = fs::read_to_string(path).expect("a vector can be read");
        let document = Document::parse_json("vector", &text).expect("a vector is JSON");
        let root = document.root();
        let input = root.get("input")?;
        if !["assess", "explain", "measure", "verify"].contains(&root.text_at("operation")?) {
            return None;
        }
        let rulebook = match input.get("rulebook") {
            Some(node) => node.text()?,
            None => "cn-property",
        };
        Some(Self {
            rulebook: rulebook.to_owned(),
            as_of: input.date_at("as_of")?,
            customer: document.slice(input.get("customer")?.span).to_owned(),
        })
    }

    /// The same for `call`.
    fn json(&self) -> String {
        let Self {
            rulebook,
            as_of,
            customer,
        } = self;
        format!(r#"{{"as_of": "{as_of}", "rulebook": "{rulebook}", "customer": {customer}}}"#)
    }
}

fn problems(error: InsurantError) -> Vec<Problem> {
    match error {
        InsurantError::BadInput { problems }
        | InsurantError::BadFacts { problems }
        | InsurantError::UnknownOperation { problems }
        | InsurantError::UnknownRulebook { problems }
        | InsurantError::NotInForce { problems }
        | InsurantError::Cancelled { problems }
        | InsurantError::Callback { problems } => problems,
    }
}

fn codes_and_paths(error: InsurantError, under: &str) -> Vec<(String, String)> {
    let problems = problems(error).into_iter();
    let mut told: Vec<_> = problems
        .map(|p| {
            let path = p.path.strip_prefix(under).unwrap_or(&p.path).to_owned();
            (p.code, path)
        })
        .collect();
    told.sort();
    told
}

#[test]
fn records_decide_what_json_decides() {
    let engine = Engine::new().expect("an engine");
    let (mut decided, mut refused) = (0, 0);
    for path in vectors() {
        let Some(question) = Question::of(&path) else {
            continue;
        };
        let name = path.display();
        let called = engine.call("explain".into(), question.json());
        let rules = engine.rules(question.rulebook.clone(), question.as_of.into(), Vec::new());
        let Ok(rules) = rules else {
            assert!(called.is_err(), "{name}");
            continue;
        };
        // What is wrong with its form, JSON tells of itself.
        let Ok(customer) = rules.customer_from_json(question.customer.clone()) else {
            assert!(called.is_err(), "{name}");
            continue;
        };
        match (rules.explain(customer.clone()), called) {
            (Ok(decision), Ok(expected)) => {
                assert_eq!(decision.json, expected, "{name}");
                let assessed = engine.call("assess".into(), question.json());
                let document = Document::parse_json("", &expected).expect("JSON");
                let outcome = document.root().get("outcome").and_then(Node::to_json);
                let outcome = outcome.as_ref().map(Json::to_canonical_string);
                assert_eq!(assessed.ok(), outcome, "{name}");
                assert_eq!(
                    rules.assess(customer.clone()).ok(),
                    Some(decision.assessment.clone())
                );
                assert_eq!(
                    rules
                        .verify(customer.clone(), decision.fingerprint.clone())
                        .ok(),
                    Some(true)
                );
                // Through the facts of a prepared customer and back.
                let prepared = rules.clone().prepare(customer).expect("it was explained");
                let again = prepared.customer().expect("a customer");
                assert_eq!(prepared.explain().ok(), Some(decision.clone()), "{name}");
                assert_eq!(rules.explain(again).ok(), Some(decision), "{name}");
                decided += 1;
            }
            (Err(error), Err(expected)) => {
                let found = codes_and_paths(error, "");
                assert_eq!(found, codes_and_paths(expected, "customer."), "{name}");
                refused += 1;
            }
            (record, call) => panic!("{name}: {record:?} by record, {call:?} by call"),
        }
    }
    println!("{decided} decided, {refused} refused");
    assert!(decided >= 300, "only {decided} decided");
    assert!(refused >= 10, "only {refused} refused");
}

#[test]
fn a_portfolio_decides_what_single_customers_are_decided() {
    let engine = Engine::new().expect("an engine");
    let as_of = Date::parse("2024-07-01").expect("a day");
    let rules = engine
        .rules(
            "cn-property".into(),
            as_of.into(),
            vec!["loss_ratio(12m)".into()],
        )
        .expect("rules");
    let of_vector = |path: PathBuf| {
        let question = Question::of(&path)?;
        rules.customer_from_json(question.customer).ok()
    };
    let customers: Vec<_> = vectors().into_iter().filter_map(of_vector).collect();
    // More than a block, so that threads have something to share.
    let customers: Vec<_> = customers.iter().cycle().take(3000).cloned().collect();
    let portfolio = rules
        .clone()
        .portfolio(customers.clone())
        .expect("a portfolio");
    let one = portfolio.assess_all(1, None, None).expect("assessments");
    assert_eq!(
        portfolio.assess_all(4, None, None).expect("assessments"),
        one
    );
    let mut rejected = portfolio.rejected().expect("rejected").into_iter();
    let summary = portfolio.summarise(2, None, None).expect("a summary");
    for (i, (customer, assessment)) in customers.into_iter().zip(&one).enumerate() {
        match rules.assess(customer) {
            Ok(alone) => assert_eq!(alone, *assessment),
            Err(error) => {
                assert_eq!(assessment.cause, Some(Cause::RejectedRow));
                let problems = problems(error);
                assert_eq!(assessment.problems, problems);
                let rejected = rejected.next().expect("it is among the rejected");
                assert_eq!(usize::try_from(rejected.position), Ok(i));
                assert_eq!(rejected.problems, problems);
            }
        }
    }
    assert_eq!(rejected.next(), None);
    let count = |n: usize| i64::try_from(n).expect("few");
    assert_eq!(summary.customers, count(one.len()));
    assert_eq!(
        summary.decided,
        count(one.iter().filter(|a| a.decided).count())
    );
    for category in &summary.categories {
        let with = one
            .iter()
            .filter(|a| a.category == category.category)
            .count();
        assert_eq!(category.count, count(with));
    }
    for alert in &summary.alerts {
        let with = one
            .iter()
            .filter(|a| a.alerts.contains(&alert.alert))
            .count();
        assert_eq!(alert.count, count(with));
    }
    let total: i64 = summary.categories.iter().map(|c| c.count).sum();
    assert_eq!(total, summary.customers);
    assert!(!summary.alerts.is_empty() && !summary.standings.is_empty());
    let causes: i64 = summary.causes.iter().map(|c| c.count).sum();
    assert_eq!(causes, summary.customers - summary.decided);
}
