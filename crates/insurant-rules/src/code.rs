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
    /// A decimal that is not written as plain digits with at most one point.
    BAD_DECIMAL = "bad_decimal";
    /// A backslash in a text before a character that needs none.
    BAD_ESCAPE = "bad_escape";
    /// An instant that is not written `YYYY-MM-DDThh:mm:ss+hh:mm`.
    BAD_INSTANT = "bad_instant";
    /// A name that a rule could not write, or a word of the language used as a name.
    BAD_NAME = "bad_name";
    /// A number that is not written as the language writes numbers.
    BAD_NUMBER = "bad_number";
    /// An offset from UTC beyond fourteen hours, or `-00:00`.
    BAD_OFFSET = "bad_offset";
    /// A text that does not follow the form of its field, such as an id with blanks.
    BAD_TEXT = "bad_text";
    /// Ranges of values that leave some value out.
    BANDS_GAP = "bands_gap";
    /// Ranges of values that have a value in common.
    BANDS_OVERLAP = "bands_overlap";
    /// `1 < x < 3`.
    CHAINED_COMPARISON = "chained_comparison";
    /// A condition stands where a value is needed.
    CONDITION_AS_VALUE = "condition_as_value";
    /// A named condition refers to itself, directly or through others.
    CONDITION_CYCLE = "condition_cycle";
    /// Fields that exclude each other, or none of a group of which one is needed.
    CONFLICTING_FIELDS = "conflicting_fields";
    /// Two things have one name.
    DUPLICATE_ID = "duplicate_id";
    /// The same key twice in one object or table.
    DUPLICATE_KEY = "duplicate_key";
    /// Two versions of a rulebook in force on the same day.
    EFFECTIVE_OVERLAP = "effective_overlap";
    /// A text without anything in it where a condition or a value is needed.
    EMPTY_CONDITION = "empty_condition";
    /// Dates that leave no day between them.
    EMPTY_DATE_RANGE = "empty_date_range";
    /// A range of values that no value lies in.
    EMPTY_RANGE = "empty_range";
    /// A rulebook extends itself, directly or through others.
    EXTENDS_CYCLE = "extends_cycle";
    /// A floor that never binds: the grades it allows are all there are, or another floor of the
    /// dimension is at least as strict.
    FLOOR_WITHOUT_EFFECT = "floor_without_effect";
    /// The text is not well-formed JSON.
    JSON_SYNTAX = "json_syntax";
    /// `always` inside a larger condition.
    MISPLACED_ALWAYS = "misplaced_always";
    /// A window that is not the first argument.
    MISPLACED_WINDOW = "misplaced_window";
    /// A required argument was not given.
    MISSING_ARGUMENT = "missing_argument";
    /// A required field is absent.
    MISSING_FIELD = "missing_field";
    /// An instant without its offset from UTC.
    MISSING_OFFSET = "missing_offset";
    /// A rulebook in another currency leaves amounts of the one that it extends in place.
    MONEY_NOT_OVERRIDDEN = "money_not_overridden";
    /// More than 64 parentheses and `not`s inside each other, or named conditions nested too far.
    NESTING_TOO_DEEP = "nesting_too_deep";
    /// A day that the calendar does not have.
    NO_SUCH_DATE = "no_such_date";
    /// A time of day that no clock shows.
    NO_SUCH_TIME = "no_such_time";
    /// The last first-match rule has a condition, so that nothing may match.
    NO_UNCONDITIONAL_RULE = "no_unconditional_rule";
    /// A value stands where a condition is needed.
    NOT_A_CONDITION = "not_a_condition";
    /// The bytes are not UTF-8.
    NOT_UTF8 = "not_utf8";
    /// A field for overriding, in a rulebook that extends no other.
    NOTHING_EXTENDED = "nothing_extended";
    /// A number outside 64 bits.
    NUMBER_TOO_LARGE = "number_too_large";
    /// A number or a length outside its limits.
    OUT_OF_RANGE = "out_of_range";
    /// An argument was given twice.
    REPEATED_ARGUMENT = "repeated_argument";
    /// A list after `in` holds one value twice.
    REPEATED_MEMBER = "repeated_member";
    /// A rule text of more than 64 KiB.
    TEXT_TOO_LONG = "text_too_long";
    /// The text is not well-formed TOML.
    TOML_SYNTAX = "toml_syntax";
    /// Brackets or tables nested beyond the limit.
    TOO_DEEP = "too_deep";
    /// More decimals than the currency has, or than a ratio can hold.
    TOO_MANY_DECIMALS = "too_many_decimals";
    /// So many problems that the rest of the text was not read.
    TOO_MANY_PROBLEMS = "too_many_problems";
    /// Two values of types that do not compare.
    TYPE_CLASH = "type_clash";
    /// A parenthesis that is never closed.
    UNCLOSED_PARENTHESIS = "unclosed_parenthesis";
    /// Something else was expected at this point of the text.
    UNEXPECTED_TOKEN = "unexpected_token";
    /// An argument that the name does not take.
    UNKNOWN_ARGUMENT = "unknown_argument";
    /// A rulebook extends one that is not there.
    UNKNOWN_BASE = "unknown_base";
    /// Not a currency of ISO 4217.
    UNKNOWN_CURRENCY = "unknown_currency";
    /// A field that its object does not have.
    UNKNOWN_FIELD = "unknown_field";
    /// The rulebook extended has no part of this id.
    UNKNOWN_ID = "unknown_id";
    /// Not a member of the enumeration.
    UNKNOWN_MEMBER = "unknown_member";
    /// A name that nobody declared.
    UNKNOWN_NAME = "unknown_name";
    /// An operator of another language.
    UNKNOWN_OPERATOR = "unknown_operator";
    /// A section that the host does not have.
    UNKNOWN_SECTION = "unknown_section";
    /// A word after a number that is neither a currency nor a unit of time.
    UNKNOWN_UNIT = "unknown_unit";
    /// `<` or its kin between values that have no order.
    UNORDERED_TYPE = "unordered_type";
    /// A rule behind one that always decides.
    UNREACHABLE_RULE = "unreachable_rule";
    /// A rulebook that was not resolved with the one it extends.
    UNRESOLVED_RULEBOOK = "unresolved_rulebook";
    /// A version of the rule language that this library does not read.
    UNSUPPORTED_LANGUAGE = "unsupported_language";
    /// A quoted text that does not end on its line.
    UNTERMINATED_TEXT = "unterminated_text";
    /// A named condition that nothing uses: perhaps a misspelt override.
    UNUSED_CONDITION = "unused_condition";
    /// A parameter that nothing uses: perhaps a misspelt override.
    UNUSED_PARAMETER = "unused_parameter";
    /// Weights that do not add up to exactly 100%.
    WEIGHTS_DO_NOT_ADD_UP = "weights_do_not_add_up";
    /// An amount in another currency than the rulebook's.
    WRONG_CURRENCY = "wrong_currency";
    /// A value of another kind than its field takes, such as text for a list.
    WRONG_SHAPE = "wrong_shape";
    /// A date outside the years 1900 to 2199.
    YEAR_OUT_OF_RANGE = "year_out_of_range";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
