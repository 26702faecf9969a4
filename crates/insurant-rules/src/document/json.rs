//! JSON (RFC 8259) into the spanned tree, reporting every fault of the text at once.
//!
//! After a fault the parser goes on as the writer most likely meant, so that one slip is one
//! problem. With a problem there is no document; what was guessed never leaves this module.

use super::json_number::number_fault;
use super::node::{Entry, Node, Value};
use super::path::Path;
use super::source::Source;
use super::{MAX_DEPTH, MAX_SYNTAX_PROBLEMS, quoted, shown, too_many_problems};
use crate::code;
use crate::problem::{Problem, Problems, nearest};
use crate::span::Span;
use std::collections::HashMap;

/// Reads the whole text; with problems, the tree holds what could be read.
pub(super) fn parse(source: &Source) -> (Node, Problems) {
    let mut parser = Parser {
        source,
        pos: 0,
        problems: Problems::new(),
        open: Vec::new(),
    };
    parser.blanks(&Path::ROOT);
    let node = if parser.peek().is_none() {
        parser.report(
            parser.pos,
            &Path::ROOT,
            Problem::new(code::JSON_SYNTAX, "the text is empty").expected("a JSON value"),
        );
        parser.nothing()
    } else {
        parser.value(&Path::ROOT)
    };
    parser.blanks(&Path::ROOT);
    // A text that does not begin as JSON is one problem, whatever follows.
    let is_block = matches!(node.value, Value::List(_) | Value::Map(_));
    if parser.peek().is_some() && (is_block || parser.problems.is_empty()) {
        let found = quoted(parser.rest().lines().next().unwrap_or(""));
        parser.report(
            parser.pos,
            &Path::ROOT,
            Problem::new(code::JSON_SYNTAX, "text after the end of the value")
                .found(found)
                .expected("the end of the text")
                .remedy("remove it, or check the brackets before it"),
        );
    }
    (node, parser.problems)
}

pub(super) struct Parser<'a> {
    source: &'a Source,
    pub(super) pos: usize,
    problems: Problems,
    /// The brackets that are open here.
    open: Vec<u8>,
}

impl<'a> Parser<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.source.text()
    }

    pub(super) fn bytes(&self) -> &'a [u8] {
        self.source.text().as_bytes()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text().get(self.pos..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.pos).copied()
    }

    pub(super) fn char(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.pos += c.len_utf8();
        Some(c)
    }

    /// After too many problems the position jumps to the end, where everything stops.
    pub(super) fn report(&mut self, offset: usize, path: &Path<'_>, problem: Problem) {
        if self.problems.len() > MAX_SYNTAX_PROBLEMS {
            return;
        }
        let place = self.source.place(offset, path);
        if self.problems.len() == MAX_SYNTAX_PROBLEMS {
            self.problems.push(too_many_problems(place));
            self.pos = self.text().len();
        } else {
            self.problems.push(problem.at(place));
        }
    }

    fn nothing(&self) -> Node {
        Node {
            value: Value::Null,
            span: Span::new(self.pos, self.pos),
        }
    }

    /// Steps over blanks, and over comments, which JSON does not have.
    pub(super) fn blanks(&mut self, path: &Path<'_>) {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.pos += 1;
            }
            let rest = self.rest();
            let length = if rest.starts_with("//") || rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return;
            };
            let start = self.pos;
            self.pos += length;
            self.report(
                start,
                path,
                Problem::new(code::JSON_SYNTAX, "JSON has no comments")
                    .remedy("remove the comment, use a `doc` field, or write TOML"),
            );
        }
    }

    /// The value at the position, which is not blank.
    fn value(&mut self, path: &Path<'_>) -> Node {
        let start = self.pos;
        let value = match self.peek() {
            Some(b'{' | b'[') if self.open.len() >= MAX_DEPTH => {
                self.report(
                    start,
                    path,
                    Problem::new(code::TOO_DEEP, "brackets nested too deeply")
                        .remedy(format!("nest at most {MAX_DEPTH} levels")),
                );
                self.skip_brackets();
                Value::Null
            }
            Some(b'{') => self.object(path),
            Some(b'[') => self.list(path),
            Some(b'"') => Value::Text(self.string(b'"', path)),
            Some(b'\'') => {
                self.single_quotes(path);
                Value::Text(self.string(b'\'', path))
            }
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number(path),
            Some(b',' | b']' | b'}' | b':') | None => {
                self.missing_value(path);
                return self.nothing();
            }
            Some(_) => self.word(path),
        };
        Node {
            value,
            span: Span::new(start, self.pos),
        }
    }

    fn single_quotes(&mut self, path: &Path<'_>) {
        self.report(
            self.pos,
            path,
            Problem::new(code::JSON_SYNTAX, "text in single quotes")
                .found("`'`")
                .expected("`\"`")
                .remedy("use double quotes"),
        );
    }

    fn missing_value(&mut self, path: &Path<'_>) {
        let found = self.found();
        self.report(
            self.pos,
            path,
            Problem::new(code::JSON_SYNTAX, "missing value")
                .found(found)
                .expected("a value"),
        );
    }

    fn found(&self) -> String {
        self.rest().chars().next().map_or_else(
            || "the end of the text".to_owned(),
            |c| format!("`{}`", c.escape_debug()),
        )
    }

    /// `true`, `false`, `null`, or something that should have been quoted.
    fn word(&mut self, path: &Path<'_>) -> Value {
        let start = self.pos;
        let is_word = |c: char| c.is_alphanumeric() || "_-.+$@%".contains(c);
        let rest = self.rest();
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        // Anything else is one strange character.
        let length = if length == 0 {
            rest.chars().next().map_or(0, char::len_utf8)
        } else {
            length
        };
        let word = rest.get(..length).unwrap_or("");
        self.pos += length;
        match word {
            "true" => return Value::Boolean(true),
            "false" => return Value::Boolean(false),
            "null" => return Value::Null,
            _ => {}
        }
        let lower = word.to_lowercase();
        let meant = nearest(&lower, ["true", "false", "null"]);
        let problem = Problem::new(code::JSON_SYNTAX, format!("unexpected {}", quoted(word)))
            .expected("a value")
            .nearest(meant);
        let problem = match lower.as_str() {
            "nan" | "infinity" | "inf" => {
                problem.remedy("JSON has no such number; leave the field out")
            }
            "none" | "undefined" | "nil" => {
                problem.remedy("leave the field out when there is no value")
            }
            _ if meant.is_some() => problem,
            _ => problem.remedy("put text in double quotes"),
        };
        self.report(start, path, problem);
        Value::Text(word.to_owned())
    }

    fn number(&mut self, path: &Path<'_>) -> Value {
        let start = self.pos;
        let rest = self.rest();
        let is_part = |c: char| c.is_ascii_alphanumeric() || "+-._".contains(c);
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let raw = rest.get(..length).unwrap_or("");
        self.pos += length;
        if let Some(remedy) = number_fault(raw) {
            self.report(
                start,
                path,
                Problem::new(
                    code::JSON_SYNTAX,
                    format!("{} is not a number", quoted(raw)),
                )
                .remedy(remedy),
            );
        }
        raw.parse()
            .map_or_else(|_| Value::Number(raw.to_owned()), Value::Integer)
    }

    fn list(&mut self, path: &Path<'_>) -> Value {
        let open = self.enter();
        let mut items: Vec<Node> = Vec::new();
        loop {
            let item_path = path.index(items.len());
            self.blanks(path);
            match self.peek() {
                Some(b'}') if self.open.contains(&b'{') => {
                    self.unclosed(open, b']', path);
                    break;
                }
                Some(b'}') => self.stray_bracket(b']', path),
                Some(b']') => {
                    self.pos += 1;
                    break;
                }
                None => {
                    self.unclosed(open, b']', path);
                    break;
                }
                _ => items.push(self.value(&item_path)),
            }
            self.separator(b']', path);
        }
        self.open.pop();
        Value::List(items)
    }

    fn object(&mut self, path: &Path<'_>) -> Value {
        let open = self.enter();
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        loop {
            self.blanks(path);
            match self.peek() {
                Some(b']') if self.open.contains(&b'[') => {
                    self.unclosed(open, b'}', path);
                    break;
                }
                Some(b']') => self.stray_bracket(b'}', path),
                Some(b'}') => {
                    self.pos += 1;
                    break;
                }
                None => {
                    self.unclosed(open, b'}', path);
                    break;
                }
                _ => {
                    if let Some(entry) = self.entry(path) {
                        self.note_key(&entry, &mut seen, path);
                        entries.push(entry);
                    }
                }
            }
            self.separator(b'}', path);
        }
        self.open.pop();
        Value::Map(entries)
    }

    /// Marks the bracket here as open and returns its offset.
    fn enter(&mut self) -> usize {
        let open = self.pos;
        self.open.extend(self.peek());
        self.pos += 1;
        open
    }

    fn note_key(&mut self, entry: &Entry, seen: &mut HashMap<String, usize>, path: &Path<'_>) {
        if let Some(first) = seen.get(&entry.key) {
            let line = self.source.place(*first, "").line;
            self.report(
                entry.key_span.start,
                &path.key(&entry.key),
                Problem::new(
                    code::DUPLICATE_KEY,
                    format!("the key {} stands twice in one object", quoted(&entry.key)),
                )
                .remedy(format!("keep one of the two; the first is on line {line}")),
            );
        } else {
            seen.insert(entry.key.clone(), entry.key_span.start);
        }
    }

    /// `"key": value`; `None` when there is no telling what stands here, which is stepped over.
    fn entry(&mut self, path: &Path<'_>) -> Option<Entry> {
        let start = self.pos;
        let key = match self.peek() {
            Some(b'"') => self.string(b'"', path),
            Some(b'\'') => {
                self.single_quotes(path);
                self.string(b'\'', path)
            }
            _ => self.bare_key(path)?,
        };
        let key_span = Span::new(start, self.pos);
        let path = path.key(&key);
        self.blanks(&path);
        match self.peek() {
            Some(b':') => self.pos += 1,
            other => {
                let found = self.found();
                self.report(
                    self.pos,
                    &path,
                    Problem::new(code::JSON_SYNTAX, "missing colon after a key")
                        .found(found)
                        .expected("`:`"),
                );
                if other == Some(b'=') {
                    self.pos += 1;
                }
            }
        }
        self.blanks(&path);
        let node = self.value(&path);
        Some(Entry {
            key,
            key_span,
            node,
        })
    }

    fn bare_key(&mut self, path: &Path<'_>) -> Option<String> {
        let start = self.pos;
        let rest = self.rest();
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-' || c == '$';
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or("");
        if !word.is_empty() {
            self.pos += length;
            self.report(
                start,
                path,
                Problem::new(code::JSON_SYNTAX, "key without quotes")
                    .found(quoted(word))
                    .expected(format!("`\"{}\"`", shown(word)))
                    .remedy("put the key in double quotes"),
            );
            return Some(word.to_owned());
        }
        let found = self.found();
        self.report(
            start,
            path,
            Problem::new(code::JSON_SYNTAX, "missing key")
                .found(found)
                .expected("a key in double quotes"),
        );
        if matches!(self.peek(), Some(b'{' | b'[')) {
            self.skip_brackets();
        } else if self.peek() != Some(b',') {
            self.char();
        }
        None
    }

    /// The comma between two parts. The closing bracket is left for the caller's loop.
    fn separator(&mut self, close: u8, path: &Path<'_>) {
        let after_part = self.pos;
        self.blanks(path);
        match self.peek() {
            Some(b',') => {
                let comma = self.pos;
                self.pos += 1;
                self.blanks(path);
                if self.peek() == Some(close) {
                    self.report(
                        comma,
                        path,
                        Problem::new(code::JSON_SYNTAX, "comma after the last part")
                            .found(format!("`,` before `{}`", char::from(close)))
                            .remedy("remove the comma"),
                    );
                }
            }
            Some(b']' | b'}') | None => {}
            Some(_) => {
                let found = self.found();
                self.report(
                    after_part,
                    path,
                    Problem::new(code::JSON_SYNTAX, "missing comma")
                        .found(found)
                        .expected(format!("`,` or `{}`", char::from(close))),
                );
                if self.peek() == Some(b':') || self.peek() == Some(b';') {
                    self.pos += 1;
                }
            }
        }
    }

    fn unclosed(&mut self, open: usize, close: u8, path: &Path<'_>) {
        let line = self.source.place(open, "").line;
        let found = self.found();
        self.report(
            self.pos,
            path,
            Problem::new(code::JSON_SYNTAX, "bracket without its end")
                .found(found)
                .expected(format!("`{}`", char::from(close)))
                .remedy(format!("close the bracket opened on line {line}")),
        );
    }

    fn stray_bracket(&mut self, expected: u8, path: &Path<'_>) {
        let found = self.found();
        let start = self.pos;
        self.pos += 1;
        self.report(
            start,
            path,
            Problem::new(code::JSON_SYNTAX, "bracket that was never opened")
                .found(found)
                .expected(format!("`{}`", char::from(expected)))
                .remedy("remove it"),
        );
    }

    /// Steps over a bracket and all it holds, without descending.
    fn skip_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            self.pos += 1;
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                b'"' => self.skip_string(),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_string(&mut self) {
        while let Some(byte) = self.peek() {
            self.pos += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
