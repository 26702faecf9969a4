//! The text of a rule: tokens, tree, and back to text.

pub mod ast;
mod lexer;
pub mod literal;
mod number;
mod parser;
mod printer;

pub use ast::{Call, CallArgument, Expression, Kind, Operator, SpannedLiteral};
pub use literal::{Literal, RatioLiteral};
pub use parser::{MAX_DEPTH, MAX_LENGTH, Parsed, parse, parse_literal};

/// Words that are no names.
pub const KEYWORDS: &[&str] = &[
    "always", "and", "false", "in", "is_known", "no", "not", "or", "true", "yes",
];

/// Whether a rule can write this as a name: letters, digits and `_`, no digit first, no keyword.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_part) && !KEYWORDS.contains(&text)
}

fn is_name_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn is_name_part(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}
