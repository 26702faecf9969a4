//! Canonical JSON (RFC 8785): the one spelling of a value, of which fingerprints are taken.

use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A JSON value that has a canonical spelling: no `null` (a value that is absent is left out) and
/// no numbers but whole ones that every reader can hold exactly.
///
/// # Example
/// ```
/// use insurant_rules::document::Json;
/// let decision = Json::object([
///     ("outcome", Json::from("key")),
///     ("as_of", Json::from("2024-06-30")),
///     ("alerts", Json::list(["lapse"])),
/// ]);
/// assert_eq!(
///     decision.to_canonical_string(),
///     r#"{"alerts":["lapse"],"as_of":"2024-06-30","outcome":"key"}"#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Json {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(SafeInteger),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// A whole number within 2^53, which a reader that holds numbers as doubles keeps exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SafeInteger(i64);

impl SafeInteger {
    /// The largest: 2^53 - 1.
    pub const MAX: i64 = (1 << 53) - 1;

    /// The number, if it is within the limits.
    #[must_use]
    pub const fn new(number: i64) -> Option<Self> {
        if number >= -Self::MAX && number <= Self::MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// The members of an object, in canonical order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Object(BTreeMap<Key, Json>);

/// A key, ordered as RFC 8785 says: by UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key(String);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Object {
    /// An object without members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a member.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<Json>) {
        self.put(key.into(), value.into());
    }

    fn put(&mut self, key: String, value: Json) {
        self.0.insert(Key(key), value);
    }

    /// Sets a member that there may be; absent ones are left out.
    pub fn set_some(&mut self, key: impl Into<String>, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    /// With one more member.
    #[must_use]
    pub fn with(mut self, key: impl Into<String>, value: impl Into<Json>) -> Self {
        self.set(key, value);
        self
    }

    /// With one more member, if there is one.
    #[must_use]
    pub fn with_some(mut self, key: impl Into<String>, value: Option<impl Into<Json>>) -> Self {
        self.set_some(key, value);
        self
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        // Few objects are large enough for a copy of the key to be dearer than the search.
        self.0.get(&Key(key.to_owned()))
    }

    /// The members, in canonical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().map(|(key, value)| (key.0.as_str(), value))
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl Json {
    /// A whole number; `None` beyond 2^53, where the caller must decide to write text.
    #[must_use]
    pub fn integer(number: i64) -> Option<Self> {
        SafeInteger::new(number).map(Self::Integer)
    }

    /// A number of any size as text, for figures that may exceed 2^53, such as minor units.
    #[must_use]
    pub fn exact(number: impl Into<i128>) -> Self {
        Self::Text(number.into().to_string())
    }

    /// A list.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = impl Into<Json>>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// An object of literal keys.
    #[must_use]
    pub fn object<const N: usize>(members: [(&str, Json); N]) -> Self {
        let mut members = members.map(|(key, value)| (key, Some(value)));
        Self::object_in(&mut members)
    }

    /// An object of members that are taken from where they lie, once for all their numbers.
    fn object_in(members: &mut [(&str, Option<Json>)]) -> Self {
        let mut object = Object::new();
        for (key, value) in members {
            object.set_some(*key, value.take());
        }
        Self::Object(object)
    }

    /// An object of any members.
    #[must_use]
    pub fn object_of<K: Into<String>>(members: impl IntoIterator<Item = (K, Json)>) -> Self {
        // Not collected: that sorts, and each type of iterator would bring a sort of its own into
        // the program.
        let mut object = Object::new();
        for (key, value) in members {
            object.set(key, value);
        }
        Self::Object(object)
    }

    /// The member of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(object) => object.get(key),
            _ => None,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The canonical spelling: no blanks, keys in order, as few escapes as can be.
    #[must_use]
    pub fn to_canonical_string(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// The same value for people: two blanks a level, a line break at the end.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    /// Writes on one line, or indented when a level is given.
    fn write(&self, out: &mut String, level: Option<usize>) {
        match self {
            Self::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Integer(number) => out.push_str(&number.get().to_string()),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                write_block(out, level, ['[', ']'], items.iter(), |item, out, level| {
                    item.write(out, level);
                });
            }
            Self::Object(object) => {
                write_block(
                    out,
                    level,
                    ['{', '}'],
                    object.iter(),
                    |member, out, level| {
                        write_text(member.0, out);
                        out.push_str(if level.is_some() { ": " } else { ":" });
                        member.1.write(out, level);
                    },
                );
            }
        }
    }
}

fn write_block<T>(
    out: &mut String,
    level: Option<usize>,
    [open, close]: [char; 2],
    parts: impl Iterator<Item = T>,
    write: impl Fn(T, &mut String, Option<usize>),
) {
    let inner = level.map(|level| level + 1);
    let break_line = |out: &mut String, level: Option<usize>| {
        if let Some(level) = level {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", level));
        }
    };
    out.push(open);
    let mut empty = true;
    for part in parts {
        if !empty {
            out.push(',');
        }
        empty = false;
        break_line(out, inner);
        write(part, out, inner);
    }
    if !empty {
        break_line(out, level);
    }
    out.push(close);
}

/// RFC 8785, 3.2.2.2: two-letter escapes where there are any, `\u00xx` for the other control
/// characters, everything else as it is.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The lower-case hexadecimal SHA-256 of a text, with its algorithm in front.
///
/// # Example
/// ```
/// assert_eq!(
///     insurant_rules::document::fingerprint("abc"),
///     "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
/// );
/// ```
#[must_use]
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::from("sha256:"), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Self {
        Self::Integer(SafeInteger(i64::from(number)))
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Integer(SafeInteger(i64::from(number)))
    }
}

impl From<SafeInteger> for Json {
    fn from(number: SafeInteger) -> Self {
        Self::Integer(number)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::list(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_follow_utf16_code_units() {
        // The example of RFC 8785, 3.2.3: U+FB33 sorts after the surrogates of U+1F600.
        let keys = [
            "\u{20ac}",
            "\r",
            "\u{fb33}",
            "1",
            "\u{1f600}",
            "\u{80}",
            "\u{f6}",
        ];
        let object = Json::object_of(keys.map(|key| (key, Json::from(true))));
        let Json::Object(object) = object else {
            panic!("an object was made")
        };
        let order: Vec<&str> = object.iter().map(|(key, _)| key).collect();
        assert_eq!(
            order,
            [
                "\r",
                "1",
                "\u{80}",
                "\u{f6}",
                "\u{20ac}",
                "\u{1f600}",
                "\u{fb33}"
            ]
        );
    }

    #[test]
    fn an_object_holds_what_was_set() {
        let mut object = Object::new();
        assert!(object.is_empty());
        object.set("b", 1);
        assert!(!object.is_empty());
        object.set("b", 2);
        object.set_some("a", Some("x"));
        object.set_some("c", None::<&str>);
        assert_eq!(object.len(), 2);
        assert_eq!(object.get("b"), Some(&Json::from(2)));
        assert_eq!(object.get("c"), None);
    }

    #[test]
    fn few_escapes() {
        let text = Json::from("\u{20ac}$\u{f}\nA'B\"\\\\\"/\u{7f}\u{2028}");
        assert_eq!(
            text.to_canonical_string(),
            "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7f}\u{2028}\""
        );
    }

    #[test]
    fn whole_numbers_stop_where_doubles_do() {
        assert_eq!(
            Json::integer(SafeInteger::MAX)
                .unwrap()
                .to_canonical_string(),
            "9007199254740991"
        );
        assert_eq!(Json::integer(SafeInteger::MAX + 1), None);
        assert_eq!(Json::integer(i64::MIN), None);
        assert_eq!(
            Json::exact(i64::MIN).to_canonical_string(),
            "\"-9223372036854775808\""
        );
    }

    #[test]
    fn pretty_is_the_same_value_for_people() {
        let value = Json::object([
            ("b", Json::list([1, 2])),
            ("a", Json::List(Vec::new())),
            ("c", Object::new().with("d", "x").into()),
        ]);
        assert_eq!(
            value.pretty(),
            "{\n  \"a\": [],\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\": {\n    \"d\": \"x\"\n  }\n}\n"
        );
    }
}
