//! The stable codes of every problem this crate reports, in one place.
//!
//! Hosts match on codes; messages may improve between versions, codes never change their meaning.

use crate::problem::Code;

/// A date that does not exist, is not written as ISO 8601, or lies outside the years 1900 to 2199.
pub const BAD_DATE: Code = Code::new("bad_date");
/// A decimal that is not written as plain digits with at most one point.
pub const BAD_DECIMAL: Code = Code::new("bad_decimal");
/// A text that does not follow the pattern of its field, such as an id with blanks.
pub const BAD_TEXT: Code = Code::new("bad_text");
/// Fields that exclude each other, or none of a group of which one is needed.
pub const CONFLICTING_FIELDS: Code = Code::new("conflicting_fields");
/// The same id twice among things that are told apart by id.
pub const DUPLICATE_ID: Code = Code::new("duplicate_id");
/// The same key twice in one object or table.
pub const DUPLICATE_KEY: Code = Code::new("duplicate_key");
/// The text is not well-formed JSON.
pub const JSON_SYNTAX: Code = Code::new("json_syntax");
/// A required field is absent.
pub const MISSING_FIELD: Code = Code::new("missing_field");
/// The bytes are not UTF-8.
pub const NOT_UTF8: Code = Code::new("not_utf8");
/// A number or a length outside its limits.
pub const OUT_OF_RANGE: Code = Code::new("out_of_range");
/// The text is not well-formed TOML.
pub const TOML_SYNTAX: Code = Code::new("toml_syntax");
/// Brackets or tables nested beyond the limit.
pub const TOO_DEEP: Code = Code::new("too_deep");
/// So many problems that the rest of the text was not read.
pub const TOO_MANY_PROBLEMS: Code = Code::new("too_many_problems");
/// A field that its object does not have.
pub const UNKNOWN_FIELD: Code = Code::new("unknown_field");
/// A word that is not among those allowed.
pub const UNKNOWN_MEMBER: Code = Code::new("unknown_member");
/// A value of another kind than its field takes, such as text for a list.
pub const WRONG_SHAPE: Code = Code::new("wrong_shape");

/// Every code, in alphabetical order.
pub const ALL: &[Code] = &[
    BAD_DATE,
    BAD_DECIMAL,
    BAD_TEXT,
    CONFLICTING_FIELDS,
    DUPLICATE_ID,
    DUPLICATE_KEY,
    JSON_SYNTAX,
    MISSING_FIELD,
    NOT_UTF8,
    OUT_OF_RANGE,
    TOML_SYNTAX,
    TOO_DEEP,
    TOO_MANY_PROBLEMS,
    UNKNOWN_FIELD,
    UNKNOWN_MEMBER,
    WRONG_SHAPE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_sorted() {
        assert!(
            ALL.windows(2)
                .all(|pair| pair[0].as_str() < pair[1].as_str())
        );
    }
}
