//! Checking a document against its shape: every problem at once.

use super::decimal::{Decimal, DecimalFault};
use super::node::{Entry, Node, Value};
use super::path::Path;
use super::shape::{
    Alternative, Field, ListShape, MapShape, ObjectShape, Shape, TaggedShape, list_words,
};
use super::text_form::TextForm;
use super::{Document, quoted};
use crate::code;
use crate::date::{Date, DateError};
use crate::instant::{Instant, InstantError};
use crate::problem::{Problem, Problems, nearest};
use crate::span::Span;
use std::borrow::Cow;
use std::collections::HashMap;

/// The largest text of a condition or a literal: what the rule parser reads.
const MAX_RULE_BYTES: usize = 64 * 1024;

impl Field {
    /// That it is required and missing.
    pub(crate) fn missing(&self) -> Problem {
        let message = format!("the field {} is missing", quoted(&self.name));
        Problem::new(code::MISSING_FIELD, message).expected(self.shape.describe())
    }
}

impl Shape {
    /// Adds everything in which a value departs from the shape. Afterwards, values that passed
    /// can be read with the accessors of [`Node`].
    pub fn check(
        &self,
        document: &Document,
        node: &Node,
        path: &Path<'_>,
        problems: &mut Problems,
    ) {
        let mut check = Check { document, problems };
        check.shape(self, node, path);
    }
}

struct Check<'a> {
    document: &'a Document,
    problems: &'a mut Problems,
}

impl Check<'_> {
    fn report(&mut self, span: Span, path: &Path<'_>, problem: Problem) {
        let place = self.document.place(span.start, path);
        self.problems.push(problem.at(place));
    }

    fn shape(&mut self, shape: &Shape, node: &Node, path: &Path<'_>) {
        match (shape, &node.value) {
            (_, Value::Null) => self.null(shape, node, path),
            (Shape::Any, _) | (Shape::Boolean, Value::Boolean(_)) => {}
            (Shape::Integer { min, max }, Value::Integer(number)) => {
                if number < min || number > max {
                    self.beyond(&number.to_string(), *min, *max, node, path);
                }
            }
            (
                Shape::Integer { .. } | Shape::Decimal { .. } | Shape::Weight { .. },
                Value::Number(raw),
            ) if is_whole(raw) => {
                let problem = Problem::new(code::NUMBER_TOO_LARGE, "the number is too large")
                    .found(quoted(raw))
                    .expected("a whole number that fits 64 bits");
                self.report(node.span, path, problem);
            }
            (Shape::Text { form, max_bytes }, Value::Text(text)) => {
                self.text(*form, *max_bytes, text, node, path);
            }
            (
                Shape::Decimal { max_decimals } | Shape::Amount { max_decimals },
                Value::Text(text),
            ) => {
                self.decimal(*max_decimals, text, node, path);
            }
            (Shape::Weight { max_decimals }, Value::Text(text)) => {
                self.weight(*max_decimals, text, node, path);
            }
            (Shape::Decimal { .. } | Shape::Weight { .. }, Value::Integer(_))
            | (Shape::Literal, Value::Integer(_) | Value::Boolean(_)) => {}
            (Shape::Amount { .. }, Value::Integer(number)) => {
                let problem = self
                    .wrong(shape, node)
                    .remedy(format!("write it as text: `\"{number}\"`"));
                self.report(node.span, path, problem);
            }
            (
                Shape::Decimal { .. }
                | Shape::Weight { .. }
                | Shape::Amount { .. }
                | Shape::Literal,
                Value::Number(raw),
            ) => {
                let problem = self
                    .wrong(shape, node)
                    .remedy(format!("write it as text: `\"{}\"`", super::shown(raw)));
                self.report(node.span, path, problem);
            }
            (Shape::Date, Value::Text(text)) => self.date(text, node, path),
            (Shape::Instant, Value::Text(text)) => self.instant(text, node, path),
            (Shape::Condition | Shape::Operand | Shape::Literal, Value::Text(text)) => {
                self.text(TextForm::Free, MAX_RULE_BYTES, text, node, path);
            }
            (Shape::OneOf(words), Value::Text(word)) => self.word(words, word, node, path),
            (Shape::List(list), Value::List(items)) => self.list(list, items, node, path),
            (Shape::Map(map), Value::Map(entries)) => self.map(map, entries, path),
            (Shape::Object(object), Value::Map(entries)) => {
                self.object(object, entries, node, path);
            }
            (Shape::Tagged(tagged), Value::Map(_)) => self.tagged(tagged, node, path),
            (Shape::AnyOf(alternatives), _) => self.any_of(shape, alternatives, node, path),
            _ => {
                let problem = self.wrong(shape, node);
                self.report(node.span, path, problem);
            }
        }
    }

    fn null(&mut self, shape: &Shape, node: &Node, path: &Path<'_>) {
        let problem = self
            .wrong(shape, node)
            .remedy("leave the field out when there is no value");
        self.report(node.span, path, problem);
    }

    fn wrong(&self, shape: &Shape, node: &Node) -> Problem {
        let found = match &node.value {
            Value::Text(text) => format!("the text {}", quoted(text)),
            Value::Integer(number) => format!("the number `{number}`"),
            Value::Number(raw) => format!("the number {}", quoted(raw)),
            Value::Boolean(value) => format!("`{value}`"),
            Value::Null | Value::List(_) | Value::Map(_) => node.kind().to_owned(),
        };
        Problem::new(code::WRONG_SHAPE, "the value is of the wrong kind")
            .found(found)
            .expected(shape.describe())
    }

    fn beyond(&mut self, found: &str, min: i64, max: i64, node: &Node, path: &Path<'_>) {
        let expected = match (min, max) {
            (min, i64::MAX) => format!("a whole number of at least {min}"),
            _ => format!("a whole number from {min} to {max}"),
        };
        let problem = Problem::new(code::OUT_OF_RANGE, "the number is out of range")
            .found(quoted(found))
            .expected(expected);
        self.report(node.span, path, problem);
    }

    fn text(&mut self, form: TextForm, max: usize, text: &str, node: &Node, path: &Path<'_>) {
        for problem in form.problems(text, max) {
            self.report(node.span, path, problem);
        }
    }

    fn decimal(&mut self, max_decimals: u32, text: &str, node: &Node, path: &Path<'_>) {
        let problem = match Decimal::parse(text) {
            Ok(decimal) if decimal.normal().scale() <= max_decimals => return,
            Ok(_) => Problem::new(code::TOO_MANY_DECIMALS, "the decimal has too many decimals")
                .found(quoted(text))
                .expected(format!("at most {max_decimals} decimals")),
            Err(DecimalFault::TooLarge) => {
                Problem::new(code::NUMBER_TOO_LARGE, "the decimal is too large")
                    .found(quoted(text))
                    .expected("digits that fit 64 bits, at most 18 of them behind the point")
            }
            Err(DecimalFault::Form) => Problem::new(code::BAD_DECIMAL, "the text is not a decimal")
                .found(quoted(text))
                .expected("digits with at most one point, such as `12.50`")
                .remedy("write no separators, no exponent, no `+`, and no zeros in front"),
        };
        self.report(node.span, path, problem);
    }

    /// The percent sign takes two decimals.
    fn weight(&mut self, max_decimals: u32, text: &str, node: &Node, path: &Path<'_>) {
        match text.strip_suffix('%') {
            Some(digits) => self.decimal(max_decimals.saturating_sub(2), digits, node, path),
            None => self.decimal(max_decimals, text, node, path),
        }
    }

    fn date(&mut self, text: &str, node: &Node, path: &Path<'_>) {
        if let Err(fault) = Date::parse(text) {
            self.report(node.span, path, fault.problem().found(quoted(text)));
        }
    }

    fn instant(&mut self, text: &str, node: &Node, path: &Path<'_>) {
        let Err(fault) = Instant::parse(text) else {
            return;
        };
        let such_as = "an instant such as `2024-01-31T10:00:00+08:00`";
        let problem = match fault {
            InstantError::Form => Problem::new(code::BAD_INSTANT, "the text is not an instant")
                .expected(such_as)
                .remedy("write whole seconds, a `T` before the time, and the offset from UTC"),
            InstantError::NoOffset => {
                Problem::new(code::MISSING_OFFSET, "the instant has no offset from UTC")
                    .expected(such_as)
                    .remedy("add the offset of the place where it was written down, or `Z` for UTC")
            }
            InstantError::Offset => {
                Problem::new(code::BAD_OFFSET, "there is no such offset from UTC")
                    .expected("an offset from `-14:00` to `+14:00`, or `Z` for UTC")
            }
            InstantError::NoSuchDay => DateError::NoSuchDay.problem(),
            InstantError::NoSuchTime => {
                Problem::new(code::NO_SUCH_TIME, "no clock shows such a time")
                    .expected("a time from `00:00:00` to `23:59:59`")
            }
            InstantError::Year => DateError::Year.problem(),
        };
        self.report(node.span, path, problem.found(quoted(text)));
    }

    fn word(&mut self, words: &[Cow<'static, str>], word: &str, node: &Node, path: &Path<'_>) {
        if words.iter().any(|known| known == word) {
            return;
        }
        let problem = Problem::new(
            code::UNKNOWN_MEMBER,
            format!("{} is not one of the words allowed here", quoted(word)),
        )
        .expected(list_words(words))
        .nearest(nearest(word, words.iter().map(AsRef::as_ref)));
        self.report(node.span, path, problem);
    }

    fn list(&mut self, list: &ListShape, items: &[Node], node: &Node, path: &Path<'_>) {
        let expected = if items.len() < list.min {
            Some(format!("at least {}", list.min))
        } else if items.len() > list.max {
            Some(format!("at most {}", list.max))
        } else {
            None
        };
        if let Some(expected) = expected {
            let problem = Problem::new(code::OUT_OF_RANGE, "the list has the wrong length")
                .found(format!("{} items", items.len()))
                .expected(expected);
            self.report(node.span, path, problem);
        }
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            let path = path.index(index);
            self.shape(&list.item, item, &path);
            let Some(field) = &list.id else {
                continue;
            };
            let Some((id, span)) = item.get(field).and_then(|id| Some((id.text()?, id.span)))
            else {
                continue;
            };
            if let Some(first) = seen.get(id) {
                let line = self.document.place(first.start, "").line;
                let problem = Problem::new(
                    code::DUPLICATE_ID,
                    format!("the id {} is used twice", quoted(id)),
                )
                .remedy(format!(
                    "give one of the two another id; the first is on line {line}"
                ));
                self.report(span, &path.key(field), problem);
            } else {
                seen.insert(id, span);
            }
        }
    }

    fn map(&mut self, map: &MapShape, entries: &[Entry], path: &Path<'_>) {
        for entry in entries {
            let path = path.key(&entry.key);
            if !map.key.fits(&entry.key) || entry.key.len() > 128 {
                let problem = Problem::new(code::BAD_TEXT, "the key has the wrong form")
                    .found(quoted(&entry.key))
                    .expected(format!("{}, at most 128 bytes", map.key.describe()));
                self.report(entry.key_span, &path, problem);
            }
            self.shape(&map.value, &entry.node, &path);
        }
    }

    fn object(&mut self, object: &ObjectShape, entries: &[Entry], node: &Node, path: &Path<'_>) {
        for entry in entries {
            let path = path.key(&entry.key);
            match object.fields.iter().find(|field| field.name == entry.key) {
                Some(field) => self.shape(&field.shape, &entry.node, &path),
                None => self.unknown_field(object, entries, entry, &path),
            }
        }
        let has = |name: &str| entries.iter().any(|entry| entry.key == name);
        for field in object.fields.iter().filter(|field| field.required) {
            if !has(&field.name) {
                self.report(node.span, &path.key(&field.name), field.missing());
            }
        }
        let given = |group: &[Cow<'static, str>]| -> Vec<&Entry> {
            let named = |entry: &&Entry| group.iter().any(|name| *name == entry.key);
            entries.iter().filter(named).collect()
        };
        for group in &object.exactly_one {
            let given = given(group);
            if given.is_empty() {
                let words = list_words(group);
                let problem = Problem::new(code::CONFLICTING_FIELDS, format!("{words} is missing"))
                    .expected(format!("exactly {words}"));
                self.report(node.span, path, problem);
            }
            self.one_alone("exactly", group, &given, path);
        }
        for group in &object.at_most_one {
            self.one_alone("at most", group, &given(group), path);
        }
    }

    /// Every field of a group beside the first is one too many.
    fn one_alone(
        &mut self,
        how_many: &str,
        group: &[Cow<'static, str>],
        given: &[&Entry],
        path: &Path<'_>,
    ) {
        let words = list_words(group);
        for entry in given.iter().skip(1) {
            let problem = Problem::new(
                code::CONFLICTING_FIELDS,
                format!("the field {} stands beside another", quoted(&entry.key)),
            )
            .expected(format!("{how_many} {words}"))
            .remedy("keep one of them");
            self.report(entry.key_span, &path.key(&entry.key), problem);
        }
    }

    fn unknown_field(
        &mut self,
        object: &ObjectShape,
        entries: &[Entry],
        entry: &Entry,
        path: &Path<'_>,
    ) {
        let names: Vec<&str> = object.fields.iter().map(|field| &*field.name).collect();
        // A field that is there already is not the one meant.
        let free = names
            .iter()
            .copied()
            .filter(|name| entries.iter().all(|other| other.key != *name));
        let problem = Problem::new(
            code::UNKNOWN_FIELD,
            format!("unknown field {}", quoted(&entry.key)),
        )
        .expected(list_words(&names))
        .nearest(nearest(&entry.key, free));
        self.report(entry.key_span, path, problem);
    }

    /// Without a word that is known nothing can be told of the other fields.
    fn tagged(&mut self, tagged: &TaggedShape, node: &Node, path: &Path<'_>) {
        let path_of_tag = path.key(&tagged.tag);
        let words = || tagged.variants.iter().map(|(word, _)| word.clone());
        let Some(tag) = node.get(&tagged.tag) else {
            let words: Vec<_> = words().collect();
            let problem = Problem::new(
                code::MISSING_FIELD,
                format!("the field {} is missing", quoted(&tagged.tag)),
            )
            .expected(list_words(&words));
            self.report(node.span, &path_of_tag, problem);
            return;
        };
        let word = tag.text();
        match tagged.variants.iter().find(|(w, _)| Some(&**w) == word) {
            Some((_, shape)) => self.shape(shape, node, path),
            None => self.shape(&Shape::one_of(words()), tag, &path_of_tag),
        }
    }

    fn any_of(
        &mut self,
        shape: &Shape,
        alternatives: &[Alternative],
        node: &Node,
        path: &Path<'_>,
    ) {
        let applies = |alternative: &&Alternative| {
            let has_field = alternative
                .with
                .as_ref()
                .is_none_or(|field| node.get(field).is_some());
            has_field && may_be(&alternative.shape, &node.value)
        };
        // Several may take text, such as a keyword or a literal: one that fits is meant.
        let mut first: Option<Problems> = None;
        for alternative in alternatives.iter().filter(applies) {
            let mut problems = Problems::new();
            alternative
                .shape
                .check(self.document, node, path, &mut problems);
            if problems.is_empty() {
                return;
            }
            if alternative.with.is_some() {
                self.problems.extend(problems);
                return;
            }
            first.get_or_insert(problems);
        }
        match first {
            Some(problems) => self.problems.extend(problems),
            None => {
                let problem = self.wrong(shape, node);
                self.report(node.span, path, problem);
            }
        }
    }
}

/// Whether a value is of the kind that a shape takes, well-formed or not.
fn may_be(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Any | Shape::AnyOf(_) => true,
        Shape::Boolean => matches!(value, Value::Boolean(_)),
        Shape::Integer { .. } => matches!(value, Value::Integer(_) | Value::Number(_)),
        Shape::Decimal { .. } | Shape::Weight { .. } | Shape::Amount { .. } => {
            matches!(value, Value::Text(_) | Value::Integer(_) | Value::Number(_))
        }
        Shape::Literal => matches!(
            value,
            Value::Text(_) | Value::Integer(_) | Value::Number(_) | Value::Boolean(_)
        ),
        Shape::Text { .. }
        | Shape::Date
        | Shape::Instant
        | Shape::Condition
        | Shape::Operand
        | Shape::OneOf(_) => {
            matches!(value, Value::Text(_))
        }
        Shape::List(_) => matches!(value, Value::List(_)),
        Shape::Map(_) | Shape::Object(_) | Shape::Tagged(_) => matches!(value, Value::Map(_)),
    }
}

/// Whether a number that is no [`Value::Integer`] is whole all the same, and hence too large.
fn is_whole(raw: &str) -> bool {
    let digits = raw.strip_prefix(['-', '+']).unwrap_or(raw);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) && {
        // Hexadecimal and its kin of TOML begin with a digit, `inf` and `nan` do not, and an
        // exponent makes a decimal number.
        let prefixed = ["0x", "0o", "0b"].iter().any(|p| digits.starts_with(p));
        prefixed || digits.bytes().all(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
#[path = "shape_tests.rs"]
mod tests;
