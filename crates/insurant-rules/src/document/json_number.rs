//! The numbers that JSON allows.

/// What to do about a text that is not a JSON number; `None` when it is one.
pub(super) fn number_fault(raw: &str) -> Option<&'static str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let after = |text: &'_ str, count: usize| text.get(count..).unwrap_or("").to_owned();
    let unsigned = raw.strip_prefix('-').unwrap_or(raw);
    if unsigned.starts_with('+') {
        return Some("write numbers without `+`");
    }
    if unsigned.starts_with('.') {
        return Some("write a digit before the point");
    }
    let whole = digits(unsigned);
    if whole == 0 {
        return Some("write it in digits");
    }
    let mut rest = after(unsigned, whole);
    if whole > 1 && unsigned.starts_with('0') {
        return Some("write numbers without zeros in front");
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        let count = digits(fraction);
        if count == 0 {
            return Some("write digits after the point");
        }
        rest = after(fraction, count);
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let count = digits(exponent);
        if count == 0 {
            return Some("write digits in the exponent");
        }
        rest = after(exponent, count);
    }
    match rest.bytes().next() {
        None => None,
        Some(b'_') => Some("write numbers without `_`"),
        Some(b'-') => Some("put a date or an id in double quotes"),
        Some(_) => Some("put anything but a plain number in double quotes"),
    }
}
