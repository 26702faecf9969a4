//! The text of a rule: tokens, tree, and back to text.
//!
//! ```text
//! condition  = "always" | or
//! or         = and { "or" and }
//! and        = not { "and" not }
//! not        = "not" not | comparison
//! comparison = operand [ ("=" | "!=" | "<" | "<=" | ">" | ">=") operand
//!                      | ["not"] "in" "(" literal { "," literal } ")" ]
//! operand    = literal | name [ "(" [ argument { "," argument } ] ")" ]
//!            | "is_known" "(" operand ")" | "(" or ")"
//! argument   = literal | key ":" literal | key ":" word "/" word
//! literal    = "yes" | "no" | "true" | "false"
//!            | 3 | 500_000 | -1              a count; also a ratio where one is needed
//!            | 1.5 | 150% | 33.5%            a ratio
//!            | 500_000 CNY | 499.99 CNY      an amount, at most the currency's decimals
//!            | 60d | 12m | 3y | 12 months    a duration
//!            | 2024-01-31                    a date
//!            | 'text' | "text"               a text; `\\`, `\'`, `\"`, `\n` inside
//!            | word                          a member of an enumeration
//! ```
//!
//! Canonical text ([`Expression`]'s and [`Literal`]'s `Display`) has one spelling for what is
//! equal, except for units, which stay as written: `36m` and `3y`, `150%` and `1.5`.

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
