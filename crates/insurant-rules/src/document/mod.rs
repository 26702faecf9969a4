//! Documents: JSON and TOML as one spanned tree, checked against shapes, written canonically.
//!
//! ```
//! use insurant_rules::document::{Document, Field, Path, Shape};
//! use insurant_rules::Problems;
//!
//! let shape = Shape::object("Branch", "A branch.", [
//!     Field::required("id", Shape::id(), "Its id."),
//!     Field::optional("opened", Shape::Date, "When it opened."),
//! ]);
//! let document = Document::parse("branch.toml", "id = 'n7'\nopend = 2024-01-31\n").unwrap();
//! let mut problems = Problems::new();
//! shape.check(&document, document.root(), &Path::ROOT, &mut problems);
//! assert_eq!(
//!     problems.to_string(),
//!     "branch.toml:2:1: unknown field `opend` [unknown_field] at `opend`; \
//!      expected one of `id`, `opened`; did you mean `opened`?"
//! );
//! ```

mod canonical;
mod decimal;
mod inside;
mod json;
mod json_number;
mod json_text;
mod node;
mod path;
mod schema;
mod shape;
mod shape_check;
mod source;
mod text_form;
mod toml;

pub use canonical::{Json, Object, SafeInteger, fingerprint};
pub use decimal::{Decimal, DecimalFault};
pub use node::{Entry, Node, Value};
pub use path::Path;
pub use schema::Definitions;
pub(crate) use shape::list_words;
pub use shape::{Alternative, Field, ListShape, MapShape, ObjectShape, Shape, TaggedShape};
pub use text_form::TextForm;

use crate::code;
use crate::problem::{Place, Problem, Problems};
use crate::span::Span;
use source::Source;
use std::fmt;

/// How deep brackets may be nested.
pub const MAX_DEPTH: usize = 128;

/// A text that is not what it claims to be has a problem a line; this many are worth listing.
const MAX_SYNTAX_PROBLEMS: usize = 100;

/// The notation of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notation {
    /// JSON, RFC 8259.
    Json,
    /// TOML 1.0 and later.
    Toml,
}

/// A document that was read whole: its text, and the tree of its values with their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    source: Source,
    notation: Notation,
    root: Node,
}

impl Document {
    /// Reads JSON or TOML, told apart by the ending of the name, else by how the text begins.
    /// The name stands in messages; it may be empty.
    ///
    /// # Errors
    /// Everything that is wrong with the text.
    pub fn parse(name: &str, text: &str) -> Result<Self, Problems> {
        match notation_of(name, text) {
            Notation::Json => Self::parse_json(name, text),
            Notation::Toml => Self::parse_toml(name, text),
        }
    }

    /// Reads JSON.
    ///
    /// # Errors
    /// Everything that is wrong with the text.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::Document;
    /// let problems = Document::parse_json("a.json", "{\"a\": 1,\n 'b': 2 \"c\": 03}").unwrap_err();
    /// let places: Vec<_> = problems.iter().map(|p| (p.place().line, p.place().column)).collect();
    /// assert_eq!(places, [(2, 2), (2, 8), (2, 14)]);
    /// ```
    pub fn parse_json(name: &str, text: &str) -> Result<Self, Problems> {
        Self::read(name, text, Notation::Json)
    }

    /// Reads TOML.
    ///
    /// # Errors
    /// Everything that is wrong with the text.
    pub fn parse_toml(name: &str, text: &str) -> Result<Self, Problems> {
        Self::read(name, text, Notation::Toml)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// The place of the first byte that is not UTF-8, or everything that is wrong with the text.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let (valid, invalid) = bytes
                .split_at_checked(error.valid_up_to())
                .unwrap_or((bytes, &[]));
            let source = Source::new(name, std::str::from_utf8(valid).unwrap_or(""));
            let problem = Problem::new(code::NOT_UTF8, "the text is not UTF-8")
                .at(source.place(source.text().len(), ""))
                .remedy("save the file as UTF-8");
            Problems::from(match invalid.first() {
                Some(byte) => problem.found(format!("byte 0x{byte:02X}")),
                None => problem,
            })
        })?;
        Self::parse(name, text)
    }

    fn read(name: &str, text: &str, notation: Notation) -> Result<Self, Problems> {
        let source = Source::new(name, text);
        let (root, problems) = match notation {
            Notation::Json => json::parse(&source),
            Notation::Toml => toml::parse(&source),
        };
        problems.or(Self {
            source,
            notation,
            root,
        })
    }

    /// The name it was read under.
    #[must_use]
    pub fn name(&self) -> &str {
        self.source.name()
    }

    /// The text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text()
    }

    /// The notation it is written in.
    #[must_use]
    pub const fn notation(&self) -> Notation {
        self.notation
    }

    /// The value of the whole document.
    #[must_use]
    pub const fn root(&self) -> &Node {
        &self.root
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.source.slice(span)
    }

    /// The place of a byte of the text.
    #[must_use]
    pub fn place(&self, offset: usize, path: impl fmt::Display) -> Place {
        self.source.place(offset, path)
    }

    /// The place of a value.
    #[must_use]
    pub fn place_of(&self, node: &Node, path: impl fmt::Display) -> Place {
        self.place(node.span.start, path)
    }

    /// The place of a path such as `holidays[2].date`, or of the nearest value above it.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::Document;
    /// let document = Document::parse_json("c.json", r#"{"days": [{"name": "x"}]}"#).unwrap();
    /// assert_eq!(document.place_at("days[0].name").column, 20);
    /// assert_eq!(document.place_at("days[0].date").column, 11);
    /// ```
    #[must_use]
    pub fn place_at(&self, path: &str) -> Place {
        let mut node = &self.root;
        for step in path.split(['.', '[']) {
            let next = match step.strip_suffix(']') {
                Some(index) => index
                    .parse::<usize>()
                    .ok()
                    .and_then(|i| node.items().get(i)),
                None => node.get(step),
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        self.place_of(node, path)
    }

    /// The place of the n-th byte inside a text value, past its quotes and escapes: where an
    /// error inside a rule stands in the file.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::Document;
    /// let document = Document::parse_json("r.json", r#"{"when": "a = \"b\" and c"}"#).unwrap();
    /// let when = document.root().get("when").unwrap();
    /// let inner = when.text().unwrap().find('c').unwrap();
    /// assert_eq!(document.place_inside(when, inner, "when").column, 25);
    /// ```
    #[must_use]
    pub fn place_inside(&self, node: &Node, inner: usize, path: impl fmt::Display) -> Place {
        self.place_in_span(node.span, inner, path)
    }

    /// The same for a text value of which only the span was kept.
    #[must_use]
    pub fn place_in_span(&self, span: Span, inner: usize, path: impl fmt::Display) -> Place {
        let offset = inside::raw_offset(self.source.slice(span), inner);
        self.place(span.start + offset, path)
    }
}

/// By the ending of the name, else by the first characters: an object or a list is JSON, a table
/// header or a key is TOML.
fn notation_of(name: &str, text: &str) -> Notation {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("json") => return Notation::Json,
        Some("toml") => return Notation::Toml,
        _ => {}
    }
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let after_brackets = text.trim_start_matches('[').trim_start();
    let is_header = text.starts_with('[')
        && after_brackets.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && !["true", "false", "null"]
            .iter()
            .any(|word| after_brackets.starts_with(word));
    let is_key = text.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '#');
    let is_word = ["true", "false", "null"].contains(&text.trim_end());
    if is_header || (is_key && !is_word) {
        Notation::Toml
    } else {
        Notation::Json
    }
}

fn too_many_problems(place: Place) -> Problem {
    Problem::new(
        code::TOO_MANY_PROBLEMS,
        format!("more than {MAX_SYNTAX_PROBLEMS} problems; the rest of the text was not read"),
    )
    .at(place)
    .remedy("mend the first ones, and check that the file is what it should be")
}

/// User input for a message: long ones are cut, and line breaks and their kin are written out.
pub(crate) fn shown(text: &str) -> String {
    const LIMIT: usize = 60;
    let cut = text.chars().nth(LIMIT).is_some();
    let kept = text.chars().take(if cut { LIMIT - 1 } else { LIMIT });
    let mut shown = String::new();
    for c in kept {
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if cut {
        shown.push('…');
    }
    shown
}

/// User input for a message, in backticks.
pub(crate) fn quoted(text: &str) -> String {
    format!("`{}`", shown(text))
}

#[cfg(test)]
mod tests {
    use super::{Document, shown};

    #[test]
    fn a_document_keeps_its_name_and_its_text() {
        let text = "a = 1\nb = '客户 7'\n";
        let document = Document::parse("r.toml", text).unwrap();
        assert_eq!((document.name(), document.text()), ("r.toml", text));
        let b = document.root().entry("b").unwrap();
        assert_eq!(document.slice(b.key_span), "b");
        assert_eq!(document.slice(b.node.span), "'客户 7'");
        let place = document.place_of(&b.node, "b");
        assert_eq!((place.line, place.column, &*place.path), (2, 5, "b"));
        let place = document.place_inside(&b.node, "客户 ".len(), "b");
        assert_eq!((place.line, place.column), (2, 9));
    }

    #[test]
    fn long_texts_are_cut_to_sixty_characters_for_messages() {
        let fits = "é".repeat(60);
        assert_eq!(shown(&fits), fits);
        assert_eq!(shown(&"é".repeat(61)), "é".repeat(59) + "…");
        assert_eq!(shown("a\nb\u{7f}"), "a\\nb\\u{7f}");
    }
}
