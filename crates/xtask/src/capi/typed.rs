//! The vectors of `assess` and `measure` through the typed calls, from C: the same verdicts and the
//! same measures, from rows.

use super::consumers::{Link, VALGRIND, compiler, libraries};
use super::tools::{Checks, has};
use crate::project::Project;
use crate::run::Outcome;
use crate::vectors::Vectors;
use insurant::facts::{Credit, CustomerKind};
use insurant_rules::document::Json;
use insurant_rules::{Currency, Date};
use std::path::Path;
use std::process::Command;

/// What the typed calls have a way to ask.
const OPERATIONS: &[&str] = &["assess", "measure"];

/// What is wrong with names, ids and shapes, which rows do not have.
const ONLY_IN_JSON: &[&str] = &[
    "duplicate_id",
    "unknown_field",
    "missing_field",
    "wrong_shape",
];

/// What both ways say of an assessment: everything but ids and findings on claims.
const VERDICT: &[&str] = &[
    "category",
    "standing",
    "status",
    "holds",
    "unknown",
    "alerts",
    "alerts_unknown",
    "hindsight",
    "projected",
];

pub(super) fn run(project: &Project, prefix: &Path, checks: &mut Checks) -> Outcome {
    let program = project.target("capi/c/typed");
    let mut compiler = compiler(prefix)?;
    compiler.arg("-o").arg(&program);
    compiler.arg(project.path("bindings/c/src/typed.c"));
    compiler.args(libraries(prefix, Link::Shared)?);
    if !checks.succeeds("C: the runner of typed vectors compiles", &mut compiler)? {
        return Ok(());
    }
    let vectors = Vectors::read(project)?.of(OPERATIONS);
    let library = prefix.join("lib");
    let mut command = Command::new(&program);
    command.env("LD_LIBRARY_PATH", &library);
    let mut stated = 0;
    vectors.judge(
        "C, typed",
        &mut command,
        checks,
        |operation, expected, found| {
            stated += usize::from(found != "null");
            wrong(operation, expected, found)
        },
    )?;
    // Or nothing would be left that is compared.
    let few = stated < 330;
    checks.check(
        "C: rows can state most vectors",
        few.then(|| format!("only {stated} of them\n")),
    );
    if has("valgrind") {
        let mut command = Command::new("valgrind");
        command
            .args(VALGRIND)
            .arg(&program)
            .env("LD_LIBRARY_PATH", &library);
        vectors.survive(
            "C: no leak and no error in 20 typed vectors",
            20,
            &mut command,
            checks,
        )?;
    } else {
        checks.skip("C: no leak and no error in typed vectors", "no valgrind");
    }
    Ok(())
}

/// What should have been answered, if it was not.
fn wrong(operation: &str, expected: &Json, found: &str) -> Option<String> {
    let problems = expected.get("problems").map(Json::items);
    let said = match (found, problems) {
        // A date that does not exist, say, or amounts of two currencies.
        ("null", problems) => {
            let mixed = expected.get("cause").and_then(Json::text) == Some("mixed_currency");
            (problems.is_none() && !mixed).then_some("a question that C can state")
        }
        (r#"{"refused":true}"#, problems) => problems.is_none().then_some("an answer"),
        (_, Some(problems)) => {
            let code = |problem: &Json| problem.get("code").and_then(Json::text).map(str::to_owned);
            let rows_know = |problem: &Json| {
                code(problem).is_none_or(|code| !ONLY_IN_JSON.contains(&code.as_str()))
            };
            problems.iter().all(rows_know).then_some("a refusal")
        }
        (found, None) => {
            let wanted = if operation == "measure" {
                measures(expected)
            } else {
                verdict(expected)
            };
            let wanted = wanted.to_canonical_string();
            return (found != wanted).then_some(wanted);
        }
    };
    said.map(str::to_owned)
}

fn verdict(expected: &Json) -> Json {
    let kept = VERDICT.iter();
    Json::object_of(kept.filter_map(|key| Some((*key, expected.get(key)?.clone()))))
}

/// Each measure as the runner writes it: kind, state, numerator and denominator.
fn measures(expected: &Json) -> Json {
    let values = expected.get("values").map_or(&[][..], Json::items);
    Json::list(values.iter().map(|value| {
        let word = |key: &str| value.get(key).and_then(Json::text).unwrap_or_default();
        // A condition is a measure that is true, false or unknown.
        let (kind, unknown) = match word("kind") {
            "condition" => ("boolean", word("value") == "unknown"),
            kind => (kind, false),
        };
        let state = if unknown { "unknown" } else { word("state") };
        let mut said = vec![Json::from(kind), Json::from(state)];
        if state == "known" {
            said.push(numerator(kind, value).into());
            said.push(value.get("den").and_then(Json::text).unwrap_or("1").into());
        }
        Json::from(said)
    }))
}

/// The number of a value as rows have it.
fn numerator(kind: &str, value: &Json) -> String {
    if let Some(number) = value.get("num").and_then(Json::text) {
        return number.to_owned();
    }
    let written = value.get("value").map(Json::to_canonical_string);
    let written = written.unwrap_or_default();
    let word = written.trim_matches('"');
    let number = match kind {
        "boolean" => Some(i64::from(word == "true")),
        "money" => Currency::parse("CNY").and_then(|cny| insurant::money::parse(word, cny).ok()),
        "date" => Date::parse(word).ok().map(|date| i64::from(date.days())),
        "enumeration" => [CustomerKind::WORDS, Credit::WORDS]
            .iter()
            .find_map(|words| words.iter().position(|known| *known == word))
            .and_then(|position| i64::try_from(position).ok()),
        _ => return word.to_owned(),
    };
    number.map_or_else(|| format!("no number: {word}"), |number| number.to_string())
}
