//! TOML into the spanned tree.

use super::node::{Entry, Node, Value};
use super::source::Source;
use super::{MAX_SYNTAX_PROBLEMS, shown, too_many_problems};
use crate::code;
use crate::order::InOrder;
use crate::problem::{Problem, Problems};
use crate::span::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the whole text; with problems, the tree holds what could be read.
pub(super) fn parse(source: &Source) -> (Node, Problems) {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut problems = Problems::new();
    for error in errors.iter().take(MAX_SYNTAX_PROBLEMS) {
        problems.push(problem(source, error));
    }
    if errors.len() > MAX_SYNTAX_PROBLEMS {
        problems.push(too_many_problems(source.place(source.text().len(), "")));
    }
    let span = Span::new(0, source.text().len());
    let value = map(table.get_ref());
    (Node { value, span }, problems)
}

/// The tree is at most a few times 80 levels deep, which is the limit of the TOML parser.
fn map(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: span(key),
            node: node(value),
        })
        .collect();
    // The parser's map is sorted by key; a document is read in its own order.
    entries.order_by_key(|entry| entry.key_span);
    Value::Map(entries)
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    Node {
        span: span(value),
        value: match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or_else(|_| Value::Number(number.to_string()), Value::Integer),
            DeValue::Float(number) => Value::Number(number.as_str().to_owned()),
            DeValue::Boolean(value) => Value::Boolean(*value),
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
            DeValue::Table(table) => map(table),
        },
    }
}

fn span<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

fn problem(source: &Source, error: &toml::de::Error) -> Problem {
    let range = error.span().unwrap_or_default();
    let span = Span::new(range.start, range.end);
    let message = error.message();
    let (what, expected) = match message.split_once(", expected ") {
        Some((what, expected)) => (what, Some(expected)),
        None => (message, None),
    };
    let mut first = what.chars();
    let lower: String = first
        .next()
        .map(|c| c.to_lowercase().chain(first).collect())
        .unwrap_or_default();
    let code = match lower.as_str() {
        "duplicate key" => code::DUPLICATE_KEY,
        _ if lower.contains("recursion") => code::TOO_DEEP,
        _ => code::TOML_SYNTAX,
    };
    let mut problem = Problem::new(code, lower).at(source.place(span.start, ""));
    let found = source.slice(span).trim();
    if !found.is_empty() {
        problem = problem.found(format!("`{}`", shown(found)));
    } else if span.start >= source.text().len() {
        problem = problem.found("the end of the text");
    }
    if let Some(expected) = expected {
        problem = problem.expected(expected);
    }
    if code == code::DUPLICATE_KEY {
        problem = problem.remedy("keep one of the two");
    } else if code == code::TOO_DEEP {
        problem = problem.remedy("nest at most 80 levels");
    } else {
        problem = problem.remedy("see https://toml.io for how TOML is written");
    }
    problem
}

#[cfg(test)]
#[path = "toml_tests.rs"]
mod tests;
