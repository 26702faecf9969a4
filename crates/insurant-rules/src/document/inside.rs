//! Where the n-th byte of a text value stands in the document.
//!
//! Rules are written inside strings of JSON and TOML. An error inside a rule must point into the
//! file, past quotes and escapes.

/// The offset, within the `raw` spelling of a string (quotes included), of byte `inner` of its
/// decoded value. Text that is not quoted, such as a date of TOML, is its own spelling.
pub(super) fn raw_offset(raw: &str, inner: usize) -> usize {
    let (delimiter, escapes) = match raw {
        _ if raw.starts_with("\"\"\"") && raw.len() >= 6 => (3, true),
        _ if raw.starts_with("'''") && raw.len() >= 6 => (3, false),
        _ if raw.starts_with('"') => (1, true),
        _ if raw.starts_with('\'') => (1, false),
        _ => return inner.min(raw.len()),
    };
    let multi_line = delimiter == 3;
    let end = raw.len() - delimiter.min(raw.len());
    let mut at = delimiter;
    if multi_line {
        at += leading_break(raw, at);
    }
    let mut decoded = 0;
    while let Some(rest) = raw.get(at..end).filter(|rest| !rest.is_empty()) {
        let (consumed, produced) = if escapes && rest.starts_with('\\') {
            escape(rest)
        } else {
            let width = rest.chars().next().map_or(1, char::len_utf8);
            (width, width)
        };
        if decoded + produced > inner {
            return at;
        }
        decoded += produced;
        at += consumed;
    }
    at.min(end)
}

/// The bytes of the line break right at `at`, which TOML drops after an opening delimiter.
fn leading_break(raw: &str, at: usize) -> usize {
    match raw.get(at..) {
        Some(rest) if rest.starts_with("\r\n") => 2,
        Some(rest) if rest.starts_with('\n') => 1,
        _ => 0,
    }
}

/// How many bytes an escape takes, and how many bytes of the value it stands for.
fn escape(rest: &str) -> (usize, usize) {
    let hex = |from: usize, digits: usize| -> Option<u32> {
        u32::from_str_radix(rest.get(from..from + digits)?, 16).ok()
    };
    let of = |digits: usize| {
        let code = hex(2, digits).unwrap_or(0);
        let width = char::from_u32(code).map_or(3, char::len_utf8);
        (2 + digits, width)
    };
    match rest.as_bytes().get(1) {
        // JSON writes characters beyond the basic plane as two escapes.
        Some(b'u') if hex(2, 4).is_some_and(|code| (0xD800..0xDC00).contains(&code)) => (12, 4),
        Some(b'u') => of(4),
        Some(b'U') => of(8),
        Some(b'x') => of(2),
        Some(b' ' | b'\t' | b'\r' | b'\n') => {
            let after = rest.get(1..).unwrap_or("");
            (rest.len() - after.trim_start().len(), 0)
        }
        _ => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::raw_offset;

    #[test]
    fn escapes_are_stepped_over() {
        let raw = r#""a\nb\u00e9c\ud83d\ude00d""#;
        // a=0 \n=1 b=2 e-acute=3,4 c=5 emoji=6..9 d=10
        let expected = [1, 2, 4, 5, 5, 11, 12, 12, 12, 12, 24];
        for (inner, offset) in expected.iter().enumerate() {
            assert_eq!(raw_offset(raw, inner), *offset, "{inner}");
        }
        assert_eq!(raw_offset(raw, 11), raw.len() - 1);
        assert_eq!(raw_offset(raw, 999), raw.len() - 1);
    }

    #[test]
    fn multi_line_toml_drops_the_first_break_and_joins_lines() {
        let raw = "\"\"\"\na \\\n   b\"\"\"";
        assert_eq!(raw_offset(raw, 0), 4);
        assert_eq!(raw_offset(raw, 2), raw.find('b').unwrap());
        let raw = "'''\r\na\\nb'''";
        assert_eq!(raw_offset(raw, 3), raw.find('b').unwrap());
    }

    #[test]
    fn each_kind_of_quotes_has_its_escapes() {
        assert_eq!(raw_offset(r"'a\nb'", 3), 4);
        assert_eq!(raw_offset("\"\"\"abc\"\"\"", 0), 3);
        assert_eq!(raw_offset("\"\"\"\nabc\"\"\"", 1), 5);
        // An emoji of four bytes, and a letter of one.
        assert_eq!(raw_offset(r#""a\U0001F600b""#, 5), 12);
        assert_eq!(raw_offset(r#""a\x41b""#, 2), 6);
        assert_eq!(raw_offset(r#""a\"b""#, 2), 4);
        assert_eq!(raw_offset(r#""""#, 0), 1);
    }

    #[test]
    fn bare_text_is_its_own_spelling() {
        assert_eq!(raw_offset("2024-01-31", 5), 5);
        assert_eq!(raw_offset("\"", 5), 0);
    }
}
