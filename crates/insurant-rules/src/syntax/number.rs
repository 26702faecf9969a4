//! Literals that start with a digit: counts, ratios, amounts, durations and dates.

use super::lexer::{Cursor, Token};
use super::literal::{Literal, RatioLiteral};
use super::{KEYWORDS, is_name_part, is_name_start};
use crate::code;
use crate::currency::Currency;
use crate::date::Date;
use crate::problem::{Problem, nearest};
use crate::types::{Duration, DurationUnit};

/// A number as it stands, before anyone says of what.
struct Figure {
    start: usize,
    negative: bool,
    whole: String,
    /// The digits behind the point; `None` without a point.
    fraction: Option<String>,
}

/// Reads a literal at a digit, or at a minus before one.
pub(super) fn number(cursor: &mut Cursor<'_, '_>) -> Token {
    let start = cursor.at;
    let negative = cursor.eat('-');
    let written = cursor.skip_while(is_digit);
    let dashed =
        cursor.peek() == Some('-') && cursor.peek_second().is_some_and(|c| c.is_ascii_digit());
    if dashed {
        return date(cursor, start);
    }
    let mut figure = Figure {
        start,
        negative,
        whole: written.replace('_', ""),
        fraction: None,
    };
    let mut well_formed = !written.ends_with('_') && !written.contains("__");
    if cursor.peek() == Some('.') {
        cursor.advance();
        let fraction = cursor.skip_while(is_digit);
        well_formed &= !fraction.is_empty() && !fraction.contains('_');
        if cursor.peek() == Some('.') {
            cursor.skip_while(|c| is_digit(c) || c == '.');
            well_formed = false;
        }
        figure.fraction = Some(fraction.to_owned());
    }
    if !well_formed {
        let problem = Problem::new(
            code::BAD_NUMBER,
            format!("`{}` is not a number", cursor.since(start)),
        )
        .expected("digits such as `3`, `500_000`, `1.5`")
        .remedy("digits stand on both sides of `_` and of the point");
        // A unit that follows belongs to the bad number; reading it apart would only add noise.
        unit(cursor);
        return cursor.fault(start, problem);
    }
    if cursor.eat('%') {
        return figure.ratio(cursor, true);
    }
    match unit(cursor) {
        Some(word) => figure.with_unit(cursor, word),
        None if figure.fraction.is_some() => figure.ratio(cursor, false),
        None => match figure.integer() {
            Some(number) => Token::Literal(Literal::Integer(number)),
            None => figure.too_large(cursor),
        },
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '_'
}

/// The word behind a number, unless it is one that goes on with the condition.
fn unit<'t>(cursor: &mut Cursor<'t, '_>) -> Option<&'t str> {
    let before = cursor.at;
    cursor.skip_while(char::is_whitespace);
    let start = cursor.at;
    if cursor.peek().is_some_and(is_name_start) {
        cursor.skip_while(is_name_part);
    }
    let word = cursor.since(start);
    if word.is_empty() || KEYWORDS.contains(&word) {
        cursor.at = before;
        return None;
    }
    Some(word)
}

fn date(cursor: &mut Cursor<'_, '_>, start: usize) -> Token {
    cursor.skip_while(|c| c.is_ascii_digit() || c == '-');
    let written = cursor.since(start);
    match Date::parse(written) {
        Ok(date) => Token::Literal(Literal::Date(date)),
        Err(_) => {
            let problem = Problem::new(code::BAD_DATE, format!("`{written}` is not a date"))
                .expected("a date that exists, from `1900-01-01` to `2199-12-31`");
            let problem = if written.starts_with("9999") {
                problem.remedy("leave an open end out instead of writing a far date")
            } else {
                problem.remedy("write it as year, month and day: `2024-01-31`")
            };
            cursor.fault(start, problem)
        }
    }
}

impl Figure {
    /// All digits as one number, followed by so many zeros.
    fn digits(&self, fraction: &str, zeros: u32) -> Option<i64> {
        let sign = if self.negative { -1 } else { 1 };
        let mut number = 0_i64;
        for c in self.whole.chars().chain(fraction.chars()) {
            let digit = i64::from(c.to_digit(10)?);
            // With the sign in place from the start, the least number is within reach.
            number = number.checked_mul(10)?.checked_add(sign * digit)?;
        }
        number.checked_mul(10_i64.checked_pow(zeros)?)
    }

    fn integer(&self) -> Option<i64> {
        self.digits("", 0)
    }

    fn too_large(&self, cursor: &mut Cursor<'_, '_>) -> Token {
        let problem = Problem::new(
            code::NUMBER_TOO_LARGE,
            format!("`{}` does not fit 64 bits", cursor.since(self.start)),
        )
        .expected("a number between -9223372036854775808 and 9223372036854775807, counted in the smallest unit written");
        cursor.fault(self.start, problem)
    }

    fn ratio(&self, cursor: &mut Cursor<'_, '_>, percent: bool) -> Token {
        // Zeros at the end say nothing, and must not make a number too long.
        let fraction = self.fraction.as_deref().unwrap_or("");
        let fraction = fraction.trim_end_matches('0');
        let decimals = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        if decimals > RatioLiteral::MAX_POWER {
            return self.too_many_decimals(cursor, "at most 18 decimals, 16 in percent");
        }
        let Some(digits) = self.digits(fraction, 0) else {
            return self.too_large(cursor);
        };
        match RatioLiteral::new(digits, decimals, percent) {
            Some(ratio) => Token::Literal(Literal::Ratio(ratio)),
            None if decimals > 0 => {
                self.too_many_decimals(cursor, "at most 18 decimals, 16 in percent")
            }
            None => self.too_large(cursor),
        }
    }

    fn too_many_decimals(&self, cursor: &mut Cursor<'_, '_>, expected: &str) -> Token {
        let problem = Problem::new(
            code::TOO_MANY_DECIMALS,
            format!("`{}` has too many decimals", cursor.since(self.start)),
        )
        .expected(expected);
        cursor.fault(self.start, problem)
    }

    fn with_unit(&self, cursor: &mut Cursor<'_, '_>, word: &str) -> Token {
        if let Some(unit) = duration_unit(word) {
            return self.duration(cursor, unit);
        }
        if let Some(currency) = Currency::parse(word) {
            return self.money(cursor, currency);
        }
        let capitals = word.to_uppercase();
        let three_letters = word.len() == 3 && word.chars().all(|c| c.is_ascii_alphabetic());
        let problem = if three_letters {
            Problem::new(
                code::UNKNOWN_CURRENCY,
                format!("`{word}` is not a currency"),
            )
            .expected("a currency code of ISO 4217, in capitals")
            .nearest(Currency::parse(&capitals).map(Currency::code))
        } else {
            let units = ["day", "days", "month", "months", "year", "years"];
            Problem::new(
                code::UNKNOWN_UNIT,
                format!("`{word}` is neither a currency nor a unit of time"),
            )
            .expected("`d`, `m`, `y`, `days`, `months`, `years` or a currency code")
            .nearest(nearest(word, units))
        };
        cursor.fault(self.start, problem.found(format!("`{word}`")))
    }

    fn duration(&self, cursor: &mut Cursor<'_, '_>, unit: DurationUnit) -> Token {
        if self.negative || self.fraction.is_some() {
            let problem = Problem::new(
                code::BAD_NUMBER,
                format!("`{}` is not a duration", cursor.since(self.start)),
            )
            .expected("a whole number of days, months or years, such as `60d`");
            return cursor.fault(self.start, problem);
        }
        match self.integer().map(u32::try_from) {
            Some(Ok(count)) => Token::Literal(Literal::Duration(Duration { count, unit })),
            _ => {
                let problem = Problem::new(
                    code::NUMBER_TOO_LARGE,
                    format!("`{}` is too long", cursor.since(self.start)),
                )
                .expected("at most 4294967295 days, months or years");
                cursor.fault(self.start, problem)
            }
        }
    }

    fn money(&self, cursor: &mut Cursor<'_, '_>, currency: Currency) -> Token {
        let fraction = self.fraction.as_deref().unwrap_or("");
        let decimals = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        match currency.decimals().checked_sub(decimals) {
            None => {
                let most = currency.decimals();
                self.too_many_decimals(cursor, &format!("at most {most} decimals for {currency}"))
            }
            Some(zeros) => match self.digits(fraction, zeros) {
                Some(minor) => Token::Literal(Literal::Money { minor, currency }),
                None => self.too_large(cursor),
            },
        }
    }
}

fn duration_unit(word: &str) -> Option<DurationUnit> {
    match word {
        "d" | "day" | "days" => Some(DurationUnit::Days),
        "m" | "month" | "months" => Some(DurationUnit::Months),
        "y" | "year" | "years" => Some(DurationUnit::Years),
        _ => None,
    }
}
