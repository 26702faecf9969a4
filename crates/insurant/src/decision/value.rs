//! Measure values for people and for JSON.

use super::reading::Reading;
use crate::date::Date;
use crate::money;
use insurant_rules::document::Object;
use insurant_rules::{Slot, Type};

/// A quotient to six places, half to even. For reading only: it is never compared.
///
/// # Example
/// ```
/// assert_eq!(insurant::decision::shown(123, 456), "0.269737");
/// assert_eq!(insurant::decision::shown(-1, 2_000_000), "0.000000");
/// ```
#[must_use]
pub fn shown(num: i64, den: i64) -> String {
    shown_wide(i128::from(num), i128::from(den))
}

/// [`shown`] of sums over many customers.
///
/// # Example
/// ```
/// assert_eq!(insurant::decision::shown_sum(3, 2), "1.500000");
/// ```
#[must_use]
pub fn shown_sum(num: i128, den: i128) -> String {
    shown_wide(num, den)
}

fn shown_wide(num: i128, den: i128) -> String {
    const PLACES: i128 = 1_000_000;
    if den <= 0 {
        return String::new();
    }
    let scaled = num * PLACES;
    let (whole, rest) = (scaled.div_euclid(den), scaled.rem_euclid(den));
    let up = match (rest * 2).cmp(&den) {
        std::cmp::Ordering::Greater => 1,
        std::cmp::Ordering::Equal => whole.rem_euclid(2),
        std::cmp::Ordering::Less => 0,
    };
    let rounded = whole + up;
    let sign = if rounded < 0 { "-" } else { "" };
    let magnitude = rounded.unsigned_abs();
    let places = PLACES.unsigned_abs();
    format!("{sign}{}.{:06}", magnitude / places, magnitude % places)
}

/// The kind of a value, as JSON names it.
#[must_use]
pub const fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "boolean",
        Type::Count(_) | Type::Duration(_) => "count",
        Type::Ratio => "ratio",
        Type::MoneyRatio(_) => "money_ratio",
        Type::Money(_) => "money",
        Type::Date => "date",
        Type::Text => "text",
        Type::Enumeration(_) => "enumeration",
    }
}

/// A known value as one plain text, the way tables print it; the state's word when there is none.
#[must_use]
pub fn plain(slot: Slot, ty: &Type, text: impl Fn(i64) -> Option<String>) -> String {
    if !slot.is_known() {
        return slot.state.as_str().to_owned();
    }
    match ty {
        Type::Boolean => (slot.num == 1).to_string(),
        Type::Count(_) | Type::Duration(_) => slot.num.to_string(),
        Type::Ratio => shown(slot.num, slot.den),
        Type::MoneyRatio(currency) => {
            let unit = 10_i128.pow(currency.decimals());
            shown_wide(i128::from(slot.num), i128::from(slot.den) * unit)
        }
        Type::Money(currency) => money::format(slot.num, *currency),
        Type::Date => i32::try_from(slot.num)
            .ok()
            .and_then(|days| Date::from_days(days).ok())
            .map_or_else(String::new, |date| date.to_string()),
        Type::Text => text(slot.num).unwrap_or_else(|| "other".to_owned()),
        Type::Enumeration(e) => usize::try_from(slot.num)
            .ok()
            .and_then(|position| e.members.get(position))
            .cloned()
            .unwrap_or_default(),
    }
}

/// A value as JSON: kind, state and, when known, the value.
#[must_use]
pub fn value_json(slot: Slot, ty: &Type, text: impl Fn(i64) -> Option<String>) -> Object {
    Reading::of(slot, ty, text).to_object()
}

#[cfg(test)]
mod tests {
    use super::{plain, shown};
    use insurant_rules::{Currency, Slot, Type};

    #[test]
    fn six_places_half_to_even() {
        assert_eq!(shown(1, 3), "0.333333");
        assert_eq!(shown(5, 10_000_000), "0.000000");
        assert_eq!(shown(15, 10_000_000), "0.000002");
        assert_eq!(shown(-15, 10_000_000), "-0.000002");
        assert_eq!(shown(-5, 10_000_000), "0.000000");
        assert_eq!(shown(25, 10_000_000), "0.000002");
        assert_eq!(shown(35, 10_000_000), "0.000004");
        assert_eq!(shown(-25, 10_000_000), "-0.000002");
        // A hair off the middle goes to its own side.
        assert_eq!(shown(2_500_001, 1_000_000_000_000), "0.000003");
        assert_eq!(shown(2_499_999, 1_000_000_000_000), "0.000002");
        assert_eq!(shown(-2_500_001, 1_000_000_000_000), "-0.000003");
        assert_eq!(shown(9_999_995, 10_000_000), "1.000000");
        assert_eq!(shown(-3, 2), "-1.500000");
        assert_eq!(shown(i64::MAX, 1), "9223372036854775807.000000");
        assert_eq!(shown(i64::MIN, i64::MAX), "-1.000000");
        assert_eq!((shown(1, 0), shown(1, -1)), (String::new(), String::new()));
    }

    #[test]
    fn values_print_plainly() {
        let cny = Currency::parse("CNY").unwrap();
        let text = |slot, ty: &Type| plain(slot, ty, |_| None);
        assert_eq!(text(Slot::boolean(true), &Type::Boolean), "true");
        assert_eq!(text(Slot::boolean(false), &Type::Boolean), "false");
        assert_eq!(text(Slot::whole(-5), &Type::Count(None)), "-5");
        assert_eq!(text(Slot::whole(-5), &Type::Money(cny)), "-0.05");
        // Minor units over claims, in major units.
        assert_eq!(
            text(Slot::ratio(100, 3), &Type::MoneyRatio(cny)),
            "0.333333"
        );
        assert_eq!(text(Slot::whole(0), &Type::Date), "1970-01-01");
        assert_eq!(text(Slot::UNDEFINED, &Type::Ratio), "undefined");
        assert_eq!(text(Slot::UNKNOWN, &Type::Ratio), "unknown");
    }
}
