//! The spanned tree that JSON and TOML are both read into.

use super::canonical::Json;
use crate::date::Date;
use crate::instant::Instant;
use crate::span::Span;

/// A value and where it stands.
///
/// The accessors answer `None` for a value of another kind: after [`super::Shape::check`] has
/// passed, they are the typed reading of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it is written.
    pub span: Span,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// JSON's `null`. TOML has none.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number that fits 64 bits.
    Integer(i64),
    /// Any other number, as written: `0.25`, `1e9`, or a whole number beyond 64 bits.
    Number(String),
    /// Text; also a date of TOML, in ISO form.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A JSON object or a TOML table, in the order of the text.
    Map(Vec<Entry>),
}

/// One key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key is written.
    pub key_span: Span,
    /// What stands under it.
    pub node: Node,
}

impl Node {
    /// The value under a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The key of a map with its value.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The keys of a map; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number.
    #[must_use]
    pub fn integer(&self) -> Option<i64> {
        match self.value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The truth value.
    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match self.value {
            Value::Boolean(value) => Some(value),
            _ => None,
        }
    }

    /// The date.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::parse(self.text()?).ok()
    }

    /// The instant.
    #[must_use]
    pub fn instant(&self) -> Option<Instant> {
        Instant::parse(self.text()?).ok()
    }

    /// The decimal: text such as `"12.50"`, or a whole number.
    #[must_use]
    pub fn decimal(&self) -> Option<super::Decimal> {
        match &self.value {
            Value::Integer(number) => Some(super::Decimal::whole(*number)),
            Value::Text(text) => super::Decimal::parse(text).ok(),
            _ => None,
        }
    }

    /// The text under a key of a map.
    #[must_use]
    pub fn text_at(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The whole number under a key of a map.
    #[must_use]
    pub fn integer_at(&self, key: &str) -> Option<i64> {
        self.get(key)?.integer()
    }

    /// The truth value under a key of a map.
    #[must_use]
    pub fn boolean_at(&self, key: &str) -> Option<bool> {
        self.get(key)?.boolean()
    }

    /// The date under a key of a map.
    #[must_use]
    pub fn date_at(&self, key: &str) -> Option<Date> {
        self.get(key)?.date()
    }

    /// The instant under a key of a map.
    #[must_use]
    pub fn instant_at(&self, key: &str) -> Option<Instant> {
        self.get(key)?.instant()
    }

    /// What [`Shape::Weight`](super::Shape::Weight) takes: a decimal, or a percentage as a
    /// hundredth of itself.
    #[must_use]
    pub fn weight(&self) -> Option<super::Decimal> {
        match self.text().and_then(|text| text.strip_suffix('%')) {
            Some(digits) => super::Decimal::parse(digits).ok()?.hundredth(),
            None => self.decimal(),
        }
    }

    /// The decimal under a key of a map.
    #[must_use]
    pub fn decimal_at(&self, key: &str) -> Option<super::Decimal> {
        self.get(key)?.decimal()
    }

    /// The items of the list under a key of a map; none when it is absent.
    #[must_use]
    pub fn items_at(&self, key: &str) -> &[Node] {
        self.get(key).map_or(&[], Node::items)
    }

    /// The node as canonical JSON; `None` when it holds a `null` or a number that canonical JSON
    /// writes as text.
    #[must_use]
    pub fn to_json(&self) -> Option<Json> {
        Some(match &self.value {
            Value::Null | Value::Number(_) => return None,
            Value::Boolean(value) => Json::Boolean(*value),
            Value::Integer(number) => Json::integer(*number)?,
            Value::Text(text) => Json::Text(text.clone()),
            Value::List(items) => {
                Json::List(items.iter().map(Node::to_json).collect::<Option<_>>()?)
            }
            Value::Map(entries) => Json::object_of(
                entries
                    .iter()
                    .map(|entry| Some((entry.key.clone(), entry.node.to_json()?)))
                    .collect::<Option<Vec<_>>>()?,
            ),
        })
    }

    /// What kind of value this is, with its article, for messages.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Boolean(_) => "a boolean",
            Value::Integer(_) => "a whole number",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "an object",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Date;
    use crate::document::{Decimal, Document};

    #[test]
    fn a_value_is_read_as_what_it_is_and_as_nothing_else() {
        let text = "text = 'x'\nyes = true\nno = false\nsix = 6\nday = 2024-01-31\nlist = [1, 2]\nhalf = '0.5'\nfloat = 0.5\n";
        let document = Document::parse_toml("", text).unwrap();
        let root = document.root();
        assert_eq!(root.text_at("text"), Some("x"));
        assert_eq!(root.text_at("six"), None);
        assert_eq!(root.boolean_at("yes"), Some(true));
        assert_eq!(root.boolean_at("no"), Some(false));
        assert_eq!(root.boolean_at("text"), None);
        assert_eq!(root.integer_at("six"), Some(6));
        assert_eq!(root.integer_at("yes"), None);
        assert_eq!(root.date_at("day"), Date::parse("2024-01-31").ok());
        assert_eq!(root.date_at("text"), None);
        assert_eq!(root.decimal_at("six"), Some(Decimal::whole(6)));
        assert_eq!(root.decimal_at("half"), Decimal::parse("0.5").ok());
        assert_eq!(root.decimal_at("float"), None);
        assert_eq!(root.items_at("list").len(), 2);
        assert!(root.items_at("six").is_empty());
        assert_eq!(root.text(), None);
    }
}
