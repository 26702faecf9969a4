//! Rows that the words of a problem name by their position in a list, named by their lines.

use insurant_rules::Problem;

/// The positions of a list that the words of a problem name, as in `list[3]`.
pub(crate) fn mentioned(problem: &Problem, list: &str) -> Vec<usize> {
    let opening = format!("{list}[");
    let words = [
        Some(problem.message()),
        problem.found_text(),
        problem.expected_text(),
        problem.remedy_text(),
    ];
    let after = words.into_iter().flatten();
    let after = after.flat_map(|text| text.split(opening.as_str()).skip(1));
    let digits = after.filter_map(|rest| rest.split_once(']'));
    digits
        .filter_map(|(digits, _)| digits.parse().ok())
        .collect()
}

/// The problem in other words, at its place.
pub(crate) fn retold(problem: &Problem, told: impl Fn(&str) -> String) -> Problem {
    let mut whole = Problem::new(problem.code(), told(problem.message()))
        .at(problem.place().clone())
        .nearest(problem.nearest_text());
    if let Some(found) = problem.found_text() {
        whole = whole.found(told(found));
    }
    if let Some(expected) = problem.expected_text() {
        whole = whole.expected(told(expected));
    }
    match problem.remedy_text() {
        Some(remedy) => whole.remedy(told(remedy)),
        None => whole,
    }
}
