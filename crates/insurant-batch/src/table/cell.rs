//! Cells, and the one parser of each kind of value.

use crate::code;
use insurant::{Currency, Date, DateError, code as facts, money};
use insurant_rules::document::TextForm;
use insurant_rules::{Code, Problem, civil, problem::nearest};

/// One cell, borrowed from its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Blank, null, or no such column.
    Missing,
    /// Text; never empty.
    Text(&'a str),
    /// `units` over ten to the power of `scale`.
    Number {
        /// The digits.
        units: i128,
        /// How many of them are decimals.
        scale: u32,
    },
    /// Days since 1970-01-01.
    Days(i32),
    /// True or false.
    Boolean(bool),
    /// A point in time that is not the start of a day.
    Moment,
}

/// The first day of the year 1.
const YEAR_1: i32 = civil::to_days(1, 1, 1);
/// The first day of the year 10000.
const YEAR_10000: i32 = civil::to_days(10_000, 1, 1);

/// A value, `None` for a missing one, or what is wrong with the cell.
pub type Faulty<T> = Result<Option<T>, Box<Problem>>;

/// An identifier: text, or the digits of a whole number.
#[derive(Debug, Clone, Copy)]
pub enum IdText<'a> {
    /// As in the file.
    Text(&'a str),
    /// A number and how many digits it has.
    Digits([u8; 40], u8),
}

impl IdText<'_> {
    /// The identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Digits(digits, len) => digits
                .get(..usize::from(*len))
                .and_then(|d| std::str::from_utf8(d).ok())
                .unwrap_or(""),
        }
    }
}

/// What a cell shows in a message: its text, cut short when it is long.
pub fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(40).collect();
    if chars.next().is_some() {
        format!("`{}…`", head.escape_debug())
    } else {
        format!("`{}`", head.escape_debug())
    }
}

impl std::fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Missing => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number { units, scale: 0 } => write!(f, "{units}"),
            Self::Number { units, scale } => {
                let sign = if units < 0 { "-" } else { "" };
                let width = usize::try_from(scale).unwrap_or(0);
                let digits = format!("{:0>1$}", units.unsigned_abs(), width + 1);
                let (whole, decimals) = digits
                    .split_at_checked(digits.len().saturating_sub(width))
                    .unwrap_or((&digits, ""));
                write!(f, "{sign}{whole}.{decimals}")
            }
            Self::Days(days) => match Date::from_days(days) {
                Ok(date) => date.fmt(f),
                // A date of four digits, though of no year that facts may have.
                Err(_) if (YEAR_1..YEAR_10000).contains(&days) => {
                    let (year, month, day) = civil::from_days(days);
                    write!(f, "{year:04}-{month:02}-{day:02}")
                }
                Err(_) => write!(f, "day {days} from 1970-01-01"),
            },
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Moment => f.write_str("a time of day"),
        }
    }
}

/// Whether a text is seen at a glance to be an identifier.
#[inline]
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}

impl<'a> Cell<'a> {
    /// Blank, or `unknown`, which is no value of anything but text.
    fn known(self) -> Option<Self> {
        match self {
            Self::Missing | Self::Text("unknown") => None,
            Self::Text(text) if text.trim_ascii().is_empty() => None,
            cell => Some(cell),
        }
    }

    #[cold]
    fn wrong(self, code: Code, message: &str, expected: impl Into<String>) -> Box<Problem> {
        let problem = Problem::new(code, message)
            .found(shown(&self.to_string()))
            .expected(expected);
        Box::new(match self {
            Self::Text(text) if text.trim() != text => {
                problem.remedy("remove the spaces around it")
            }
            _ => problem,
        })
    }

    /// An identifier of 1 to 128 bytes.
    pub fn id(self) -> Faulty<IdText<'a>> {
        match self {
            Self::Missing => Ok(None),
            Self::Text(text) if text.trim_ascii().is_empty() => Ok(None),
            Self::Text(text) if text.len() > 128 => Err(self.wrong(
                facts::BAD_ID,
                "the identifier is too long",
                "at most 128 bytes",
            )),
            Self::Text(text) if is_plain(text) || TextForm::Id.fits(text) => {
                Ok(Some(IdText::Text(text)))
            }
            Self::Text(_) => {
                Err(self.wrong(facts::BAD_ID, "not an identifier", TextForm::Id.describe()))
            }
            Self::Number { units, scale: 0 } => {
                use std::io::Write as _;
                let mut digits = [0_u8; 40];
                let mut rest: &mut [u8] = &mut digits;
                let room = rest.len();
                // 128 bits are at most 39 digits and a sign.
                let fits = write!(rest, "{units}").is_ok();
                let len = u8::try_from(room - rest.len()).unwrap_or(0);
                Ok(fits.then_some(IdText::Digits(digits, len)))
            }
            _ => Err(self.wrong(
                code::WRONG_SHAPE,
                "not an identifier",
                "text or a whole number",
            )),
        }
    }

    /// Free text.
    pub fn text(self) -> Faulty<IdText<'a>> {
        match self {
            Self::Text(text) => Ok(Some(IdText::Text(text))),
            cell => cell.id(),
        }
    }

    /// A date.
    pub fn date(self) -> Faulty<Date> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let date = match cell {
            Self::Text(text) => Date::parse(text),
            Self::Days(days) => Date::from_days(days),
            _ => Err(DateError::Form),
        };
        date.map(Some).map_err(|error| match error {
            DateError::Form => self.wrong(facts::BAD_DATE, "not a date", "YYYY-MM-DD"),
            DateError::NoSuchDay => self.wrong(
                facts::NO_SUCH_DATE,
                "the date does not exist",
                "a day of the calendar",
            ),
            DateError::Year => {
                let problem = *self.wrong(
                    facts::YEAR_OUT_OF_RANGE,
                    "the year is out of range",
                    "a year from 1900 to 2199",
                );
                Box::new(
                    problem.remedy("correct the date, or leave the cell empty when there is none"),
                )
            }
        })
    }

    /// An amount in major units, as minor units.
    pub fn amount(self, currency: Currency) -> Faulty<i64> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let minor = match cell {
            Self::Text(text) => money::parse(text, currency),
            Self::Number { units, scale } => rescale(units, scale, currency.decimals()),
            _ => Err(money::AmountError::Form),
        };
        minor.map(Some).map_err(|error| match error {
            money::AmountError::Form => self.wrong(
                facts::BAD_DECIMAL,
                "not an amount",
                "a decimal such as `1234.50`, without separators or currency",
            ),
            money::AmountError::TooManyDecimals => self.wrong(
                facts::TOO_MANY_DECIMALS,
                "the amount has too many decimals",
                match currency.decimals() {
                    0 => format!("whole {currency}"),
                    n => format!("at most {n} decimals in {currency}"),
                },
            ),
            money::AmountError::TooLarge => self.wrong(
                facts::NUMBER_TOO_LARGE,
                "the amount is too large",
                format!("at most {} {currency}", money::format(i64::MAX, currency)),
            ),
        })
    }

    /// True or false.
    pub fn boolean(self) -> Faulty<bool> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let is = |text: &str, words: [&str; 2]| words.iter().any(|w| text.eq_ignore_ascii_case(w));
        match cell {
            Self::Boolean(value) => Ok(Some(value)),
            Self::Text(text) if is(text, ["true", "yes"]) => Ok(Some(true)),
            Self::Text(text) if is(text, ["false", "no"]) => Ok(Some(false)),
            _ => Err(self.wrong(
                code::BAD_BOOLEAN,
                "neither true nor false",
                "`true` or `false`, or nothing",
            )),
        }
    }

    /// A member of a closed enumeration.
    pub fn member<T>(
        self,
        parse: impl Fn(&str) -> Option<T>,
        words: &[impl AsRef<str>],
    ) -> Faulty<T> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let text = match cell {
            Self::Text(text) => text,
            _ => "",
        };
        if let Some(member) = parse(text) {
            return Ok(Some(member));
        }
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let problem = *self.wrong(
            code::UNKNOWN_MEMBER,
            "the word is not known here",
            format!("one of {}", words.join(", ")),
        );
        let near = nearest(&text.to_ascii_lowercase(), words.iter().copied());
        Err(Box::new(problem.nearest(near)))
    }

    /// A whole number.
    pub fn integer(self) -> Faulty<i64> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let number = match cell {
            Self::Text(text) => whole(text),
            Self::Number { units, scale } => rescale(units, scale, 0).ok(),
            _ => None,
        };
        number.map(Some).ok_or_else(|| {
            self.wrong(
                code::BAD_INTEGER,
                "not a whole number",
                "digits, at most 64 bits",
            )
        })
    }

    /// A number as a quotient: `1.5` is 15 over 10, `150%` is 150 over 100.
    pub fn ratio(self) -> Faulty<(i64, i64)> {
        let Some(cell) = self.known() else {
            return Ok(None);
        };
        let quotient = match cell {
            Self::Text(text) => match text.strip_suffix('%') {
                Some(digits) => decimal(digits).and_then(|(n, s)| over(n, s + 2)),
                None => decimal(text).and_then(|(n, s)| over(n, s)),
            },
            Self::Number { units, scale } => over(units, scale),
            _ => None,
        };
        quotient.map(Some).ok_or_else(|| {
            self.wrong(
                facts::BAD_DECIMAL,
                "not a ratio",
                "a decimal such as `1.5`, or a percentage such as `150%`",
            )
        })
    }
}

/// A number with `scale` decimals as one with `decimals`.
fn rescale(units: i128, scale: u32, decimals: u32) -> Result<i64, money::AmountError> {
    use money::AmountError::{TooLarge, TooManyDecimals};
    let scaled = if scale <= decimals {
        let by = 10_i128.checked_pow(decimals - scale).ok_or(TooLarge)?;
        units.checked_mul(by).ok_or(TooLarge)?
    } else {
        // More decimals than 128 bits have digits: only zero has no fraction.
        match 10_i128.checked_pow(scale - decimals) {
            Some(by) if units % by == 0 => units / by,
            None if units == 0 => 0,
            _ => return Err(TooManyDecimals),
        }
    };
    i64::try_from(scaled).map_err(|_| TooLarge)
}

fn whole(text: &str) -> Option<i64> {
    // `parse` takes a leading plus, which is no digit.
    if text.starts_with('+') {
        None
    } else {
        text.parse().ok()
    }
}

/// Digits and how many of them are decimals.
fn decimal(text: &str) -> Option<(i128, u32)> {
    let (whole_part, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = whole_part.strip_prefix('-').unwrap_or(whole_part);
    let plain = |d: &str| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit());
    if !plain(digits) || !plain(decimals) || text.len() > 40 {
        return None;
    }
    if text.contains('.') {
        let units = format!("{whole_part}{decimals}").parse().ok()?;
        Some((units, u32::try_from(decimals.len()).ok()?))
    } else {
        Some((whole_part.parse().ok()?, 0))
    }
}

fn over(units: i128, scale: u32) -> Option<(i64, i64)> {
    Some((i64::try_from(units).ok()?, 10_i64.checked_pow(scale)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd() -> Currency {
        Currency::parse("USD").unwrap()
    }

    fn code_of<T: std::fmt::Debug>(fault: Faulty<T>) -> &'static str {
        fault.unwrap_err().code().as_str()
    }

    #[test]
    fn blank_and_unknown_are_missing() {
        for cell in [Cell::Missing, Cell::Text("  "), Cell::Text("unknown")] {
            assert_eq!(cell.boolean().unwrap(), None);
            assert_eq!(cell.amount(usd()).unwrap(), None);
        }
        assert_eq!(
            Cell::Text("unknown").id().unwrap().unwrap().as_str(),
            "unknown"
        );
    }

    #[test]
    fn both_forms_of_a_value_are_equal() {
        let number = |units, scale| Cell::Number { units, scale };
        assert_eq!(
            number(12_345, 3).amount(usd()).unwrap_err().code(),
            facts::TOO_MANY_DECIMALS
        );
        assert_eq!(number(123_450, 3).amount(usd()).unwrap(), Some(12_345));
        assert_eq!(Cell::Text("123.45").amount(usd()).unwrap(), Some(12_345));
        assert_eq!(number(7, 0).amount(usd()).unwrap(), Some(700));
        assert_eq!(number(-7, 0).id().unwrap().unwrap().as_str(), "-7");
        assert_eq!(
            Cell::Days(0).date().unwrap().unwrap().to_string(),
            "1970-01-01"
        );
        assert_eq!(number(-1234, 3).to_string(), "-1.234");
        assert_eq!(number(5, 3).to_string(), "0.005");
        assert_eq!(
            number(3, 40).amount(usd()).unwrap_err().code(),
            facts::TOO_MANY_DECIMALS
        );
        assert_eq!(
            number(i128::MAX, 0).amount(usd()).unwrap_err().code(),
            facts::NUMBER_TOO_LARGE
        );
    }

    #[test]
    fn every_wrong_cell_has_its_code() {
        let text = Cell::Text;
        assert_eq!(code_of(text("2023-02-29").date()), "no_such_date");
        assert_eq!(code_of(text("9999-12-31").date()), "year_out_of_range");
        assert_eq!(code_of(text("31/12/2023").date()), "bad_date");
        assert_eq!(code_of(Cell::Moment.date()), "bad_date");
        assert_eq!(code_of(text("1.234").amount(usd())), "too_many_decimals");
        assert_eq!(code_of(text("1e30").amount(usd())), "bad_decimal");
        assert_eq!(
            code_of(text("99999999999999999999").amount(usd())),
            "number_too_large"
        );
        assert_eq!(code_of(text("maybe").boolean()), "bad_boolean");
        assert_eq!(code_of(text("1.5").integer()), "bad_integer");
        let long = "x".repeat(129);
        assert_eq!(code_of(Cell::Text(&long).id()), "bad_id");
        let kinds = ["individual", "organisation"];
        let fault = text("individaul")
            .member(|_| None::<u8>, &kinds)
            .unwrap_err();
        assert_eq!(fault.nearest_text(), Some("individual"));
    }

    #[test]
    fn ratios_keep_their_decimals() {
        assert_eq!(Cell::Text("150%").ratio().unwrap(), Some((150, 100)));
        assert_eq!(Cell::Text("1.50").ratio().unwrap(), Some((150, 100)));
        assert_eq!(Cell::Text("-0.5").ratio().unwrap(), Some((-5, 10)));
        assert_eq!(Cell::Text("2").ratio().unwrap(), Some((2, 1)));
        for bad in ["", "%", "1.", ".5", "1e2", "--1"] {
            if !bad.is_empty() {
                assert_eq!(code_of(Cell::Text(bad).ratio()), "bad_decimal", "{bad}");
            }
        }
    }
}
