//! Problems as JSON, for callers in every language.

use insurant_rules::document::{Json, Object};
use insurant_rules::{Problem, Problems};

/// `{"problems": [{code, message, path, line, column, source, found, expected, nearest, remedy}]}`;
/// what a problem does not have is absent.
#[must_use]
pub fn problems_json(problems: &Problems) -> Json {
    Json::object([("problems", Json::list(problems.iter().map(problem_json)))])
}

fn problem_json(problem: &Problem) -> Json {
    let place = problem.place();
    let number = |n: u32| (n > 0).then_some(n);
    Json::Object(
        Object::new()
            .with("code", problem.code().as_str())
            .with("message", problem.message())
            .with("path", place.path.as_str())
            .with_some("source", place.source.as_deref())
            .with_some("line", number(place.line))
            .with_some("column", number(place.column))
            .with_some("found", problem.found_text())
            .with_some("expected", problem.expected_text())
            .with_some("nearest", problem.nearest_text())
            .with_some("remedy", problem.remedy_text()),
    )
}
