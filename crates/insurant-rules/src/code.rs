//! Every code that this crate raises, in alphabetical order. Hosts match on them: a code is never
//! renamed and never reused.

use crate::problem::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new($text);)*

        /// All of them, for documentation and for bindings that turn them into constants.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The value of an argument is not one that the argument takes.
    BAD_ARGUMENT_VALUE = "bad_argument_value";
    /// A character that has no meaning in the rule language.
    BAD_CHARACTER = "bad_character";
    /// A date that does not exist, is not written `YYYY-MM-DD`, or lies outside 1900 to 2199.
    BAD_DATE = "bad_date";
    /// A backslash in a text before a character that needs none.
    BAD_ESCAPE = "bad_escape";
    /// A name that a rule could not write, or a word of the language used as a name.
    BAD_NAME = "bad_name";
    /// A number that is not written as the language writes numbers.
    BAD_NUMBER = "bad_number";
    /// `1 < x < 3`.
    CHAINED_COMPARISON = "chained_comparison";
    /// A condition stands where a value is needed.
    CONDITION_AS_VALUE = "condition_as_value";
    /// A named condition refers to itself, directly or through others.
    CONDITION_CYCLE = "condition_cycle";
    /// Two things have one name.
    DUPLICATE_ID = "duplicate_id";
    /// A text without anything in it where a condition or a value is needed.
    EMPTY_CONDITION = "empty_condition";
    /// `always` inside a larger condition.
    MISPLACED_ALWAYS = "misplaced_always";
    /// A window that is not the first argument.
    MISPLACED_WINDOW = "misplaced_window";
    /// A required argument was not given.
    MISSING_ARGUMENT = "missing_argument";
    /// More than 64 parentheses and `not`s inside each other, or named conditions nested too far.
    NESTING_TOO_DEEP = "nesting_too_deep";
    /// A value stands where a condition is needed.
    NOT_A_CONDITION = "not_a_condition";
    /// A number outside 64 bits.
    NUMBER_TOO_LARGE = "number_too_large";
    /// An argument was given twice.
    REPEATED_ARGUMENT = "repeated_argument";
    /// A list after `in` holds one value twice.
    REPEATED_MEMBER = "repeated_member";
    /// A rule text of more than 64 KiB.
    TEXT_TOO_LONG = "text_too_long";
    /// More decimals than the currency has, or than a ratio can hold.
    TOO_MANY_DECIMALS = "too_many_decimals";
    /// Two values of types that do not compare.
    TYPE_CLASH = "type_clash";
    /// A parenthesis that is never closed.
    UNCLOSED_PARENTHESIS = "unclosed_parenthesis";
    /// Something else was expected at this point of the text.
    UNEXPECTED_TOKEN = "unexpected_token";
    /// An argument that the name does not take.
    UNKNOWN_ARGUMENT = "unknown_argument";
    /// Not a currency of ISO 4217.
    UNKNOWN_CURRENCY = "unknown_currency";
    /// Not a member of the enumeration.
    UNKNOWN_MEMBER = "unknown_member";
    /// A name that nobody declared.
    UNKNOWN_NAME = "unknown_name";
    /// An operator of another language.
    UNKNOWN_OPERATOR = "unknown_operator";
    /// A word after a number that is neither a currency nor a unit of time.
    UNKNOWN_UNIT = "unknown_unit";
    /// `<` or its kin between values that have no order.
    UNORDERED_TYPE = "unordered_type";
    /// A quoted text that does not end on its line.
    UNTERMINATED_TEXT = "unterminated_text";
    /// An amount in another currency than the rulebook's.
    WRONG_CURRENCY = "wrong_currency";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
