//! Strings of JSON, decoded as far as they can be.

use super::json::Parser;
use super::path::Path;
use super::shown;
use crate::code;
use crate::problem::Problem;

impl Parser<'_> {
    /// The string at the opening quote `quote`; a single quote has been reported already.
    pub(super) fn string(&mut self, quote: u8, path: &Path<'_>) -> String {
        let open = self.pos;
        self.pos += 1;
        let mut out = String::new();
        loop {
            let start = self.pos;
            match self.peek() {
                None => {
                    self.unterminated(open, path);
                    return out;
                }
                Some(byte) if byte == quote => {
                    self.pos += 1;
                    return out;
                }
                Some(b'\\') => self.escape(&mut out, quote, path),
                Some(b'\n' | b'\r') if self.line_ends_string() => {
                    self.unterminated(open, path);
                    // `"name": "abc,` lost its quote, not its comma.
                    if out.trim_end().ends_with(',') {
                        let kept = out.trim_end().len() - 1;
                        self.pos -= out.len() - kept;
                        out.truncate(kept);
                    }
                    return out;
                }
                Some(byte) if byte < 0x20 => {
                    self.pos += 1;
                    out.push(char::from(byte));
                    self.report(
                        start,
                        path,
                        Problem::new(code::JSON_SYNTAX, "control character in a string")
                            .found(format!("U+{byte:04X}"))
                            .remedy(control_remedy(byte)),
                    );
                }
                Some(_) => {
                    let Some(c) = self.char() else {
                        return out;
                    };
                    out.push(c);
                }
            }
        }
    }

    fn unterminated(&mut self, open: usize, path: &Path<'_>) {
        self.report(
            open,
            path,
            Problem::new(code::JSON_SYNTAX, "string without an end")
                .expected("a closing `\"` on the same line")
                .remedy("add the closing quote"),
        );
    }

    /// Whether a line break inside a string is where its quote was forgotten: the next line goes
    /// on with JSON, or there is none.
    fn line_ends_string(&self) -> bool {
        let next = self
            .bytes()
            .get(self.pos..)
            .and_then(|rest| rest.iter().find(|byte| !byte.is_ascii_whitespace()));
        matches!(next, None | Some(b'"' | b'}' | b']' | b'{' | b'['))
    }

    fn escape(&mut self, out: &mut String, quote: u8, path: &Path<'_>) {
        let start = self.pos;
        self.pos += 1;
        let simple = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.pos += 1;
                out.push(self.code_point(start, path));
                return;
            }
            _ => {
                // The character after the backslash stays for the loop, unless it is a quote of
                // a single-quoted string, which would end it.
                if self.peek() == Some(quote) {
                    self.pos += 1;
                    out.push(char::from(quote));
                    return;
                }
                let found = self.rest().chars().next();
                let remedy = "use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; write `\\\\` for a backslash";
                let problem = Problem::new(code::JSON_SYNTAX, "unknown escape in a string");
                let problem = match found {
                    Some(c) => problem.found(format!("`\\{}`", c.escape_debug())),
                    None => problem.found("the end of the text"),
                };
                self.report(start, path, problem.remedy(remedy));
                out.push('\\');
                return;
            }
        };
        self.pos += 1;
        out.push(simple);
    }

    /// The character of `\uXXXX`, or of a surrogate pair, after its `\u`.
    fn code_point(&mut self, start: usize, path: &Path<'_>) -> char {
        let Some(first) = self.four_digits() else {
            let found = self.text().get(start..(start + 6).min(self.text().len()));
            let problem = Problem::new(code::JSON_SYNTAX, "`\\u` without four hexadecimal digits")
                .found(format!("`{}`", shown(found.unwrap_or("\\u"))))
                .remedy("write four digits, as in `\\u00e9`");
            self.report(start, path, problem);
            return char::REPLACEMENT_CHARACTER;
        };
        if let Some(c) = char::from_u32(first) {
            return c;
        }
        if first < 0xDC00 && self.rest().starts_with("\\u") {
            let back = self.pos;
            self.pos += 2;
            if let Some(second @ 0xDC00..0xE000) = self.four_digits() {
                let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            self.pos = back;
        }
        self.report(
            start,
            path,
            Problem::new(code::JSON_SYNTAX, "half of a surrogate pair")
                .found(format!("`\\u{first:04x}`"))
                .expected("a pair such as `\\ud83d\\ude00`")
                .remedy("write both halves, or the character itself"),
        );
        char::REPLACEMENT_CHARACTER
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.text().get(self.pos..self.pos + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.pos += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

const fn control_remedy(byte: u8) -> &'static str {
    match byte {
        b'\n' => "write a line break as `\\n`",
        b'\r' => "write a carriage return as `\\r`",
        b'\t' => "write a tab as `\\t`",
        _ => "write it as `\\u00XX`",
    }
}
