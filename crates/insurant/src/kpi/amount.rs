//! Amounts of a call, and counts and sums as JSON.

use crate::code;
use crate::money;
use insurant_rules::document::{Json, Node};
use insurant_rules::{Currency, Place, Problem};

/// An amount in minor units; `None` when the field is absent.
///
/// # Errors
/// No currency is given, or the amount has more decimals than it; the path is the field.
pub(crate) fn read(
    node: &Node,
    key: &str,
    currency: Option<Currency>,
) -> Result<Option<i64>, Problem> {
    let Some(text) = node.text_at(key) else {
        return Ok(None);
    };
    let Some(currency) = currency else {
        let problem = Problem::new(code::CURRENCY_MISSING, "an amount needs a currency")
            .found(format!("`{text}`"))
            .remedy("give the `currency` of all amounts, such as `CNY`");
        return Err(at(problem, key));
    };
    let minor = money::parse(text, currency);
    minor
        .map(Some)
        .map_err(|error| at(error.problem(text, currency), key))
}

/// The currency in the field `currency`.
///
/// # Errors
/// Not a code of ISO 4217; the path is `currency`.
pub(crate) fn currency(node: &Node) -> Result<Option<Currency>, Problem> {
    let Some(text) = node.text_at("currency") else {
        return Ok(None);
    };
    Currency::parse(text).map(Some).ok_or_else(|| {
        let problem = Problem::new(
            insurant_rules::code::UNKNOWN_CURRENCY,
            format!("no currency `{text}`"),
        );
        at(
            problem.expected("a code of ISO 4217 such as `CNY`"),
            "currency",
        )
    })
}

/// A problem at a path.
pub(crate) fn at(problem: Problem, path: impl Into<String>) -> Problem {
    problem.at(Place {
        path: path.into(),
        ..Place::default()
    })
}

/// A problem one step further down: what was at `on` is at `ceased.on`.
pub(crate) fn under(problem: Problem, parent: &str) -> Problem {
    let path = match problem.place().path.as_str() {
        "" => parent.to_owned(),
        path => format!("{parent}.{path}"),
    };
    at(problem, path)
}

/// A count as JSON.
pub(crate) fn count(number: u64) -> Json {
    let fits = i64::try_from(number).ok().and_then(Json::integer);
    fits.unwrap_or_else(|| Json::exact(number))
}

/// A sum of minor units as JSON: text with exactly the currency's decimals.
pub(crate) fn sum(minor: i128, currency: Currency) -> Json {
    let unit = 10_u128.pow(currency.decimals());
    let sign = if minor < 0 { "-" } else { "" };
    let magnitude = minor.unsigned_abs();
    if unit == 1 {
        return format!("{sign}{magnitude}").into();
    }
    let width = usize::try_from(currency.decimals()).unwrap_or(0);
    format!("{sign}{}.{:0width$}", magnitude / unit, magnitude % unit).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_print_as_amounts_do() {
        for (code, minor, text) in [
            ("CNY", -5, "-0.05"),
            ("CNY", 123_456, "1234.56"),
            ("JPY", -7, "-7"),
            ("KWD", 1, "0.001"),
        ] {
            let currency = Currency::parse(code).unwrap();
            assert_eq!(sum(minor, currency), Json::from(text), "{code}");
            let narrow = i64::try_from(minor).unwrap();
            assert_eq!(money::format(narrow, currency), text);
        }
        let beyond = sum(i128::from(i64::MAX) * 10, Currency::parse("CNY").unwrap());
        assert_eq!(beyond, Json::from("922337203685477580.70"));
    }
}
