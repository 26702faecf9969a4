//! An insurer's own facts: read by the type that the rulebook declares.

use crate::code;
use crate::date::Date;
use crate::money;
use insurant_rules::document::Decimal;
use insurant_rules::{DateError, Problem, Slot, Type};

/// Reads an input as written; blank is missing.
pub(crate) fn read(
    name: &str,
    ty: &Type,
    written: &str,
    text: impl Fn(&str) -> Slot,
) -> Result<Slot, Problem> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(Slot::UNKNOWN);
    }
    let wrong = |code, expected: String| {
        Problem::new(code, format!("the input `{name}` has the wrong form"))
            .found(format!("`{written}`"))
            .expected(expected)
    };
    let clash = insurant_rules::code::TYPE_CLASH;
    match ty {
        Type::Boolean => match written {
            "true" | "yes" => Ok(Slot::boolean(true)),
            "false" | "no" => Ok(Slot::boolean(false)),
            _ => Err(wrong(clash, "`true` or `false`".into())),
        },
        Type::Count(_) | Type::Duration(_) => written
            .parse()
            .map(Slot::whole)
            .map_err(|_| wrong(clash, "a whole number of at most 64 bits".into())),
        Type::Ratio => {
            let (digits, percent) = match written.strip_suffix('%') {
                Some(digits) => (digits, 100),
                None => (written, 1),
            };
            Decimal::parse(digits)
                .ok()
                .and_then(|d| {
                    Some(Slot::ratio(
                        d.units(),
                        d.denominator().checked_mul(percent)?,
                    ))
                })
                .ok_or_else(|| wrong(clash, "a ratio, such as `1.5` or `150%`".into()))
        }
        Type::Money(currency) | Type::MoneyRatio(currency) => money::parse(written, *currency)
            .map(Slot::whole)
            .map_err(|error| wrong(clash, format!("an amount in {currency}: {error}"))),
        Type::Date => Date::parse(written)
            .map(|d| Slot::whole(i64::from(d.days())))
            .map_err(|error| {
                let code = match error {
                    DateError::Form => code::BAD_DATE,
                    DateError::NoSuchDay => code::NO_SUCH_DATE,
                    DateError::Year => code::YEAR_OUT_OF_RANGE,
                };
                wrong(code, error.to_string())
            }),
        Type::Text => Ok(text(written)),
        Type::Enumeration(enumeration) => enumeration
            .position(written)
            .and_then(|position| i64::try_from(position).ok())
            .map(Slot::whole)
            .ok_or_else(|| {
                let members = enumeration.members.iter().map(String::as_str);
                wrong(
                    insurant_rules::code::UNKNOWN_MEMBER,
                    format!("one of {}", enumeration.members.join(", ")),
                )
                .nearest(insurant_rules::problem::nearest(written, members))
            }),
    }
}
