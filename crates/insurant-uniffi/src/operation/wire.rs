//! How a record becomes the JSON of an operation, and an answer a record.

pub(super) use crate::facts::InputValue;
pub(super) use crate::native::{Amount, CivilDate, JsonText, Moment};
pub(super) use crate::words::{ConditionAnswer, CustomerCategory};
use insurant::{Date, Place, Problem, Problems};
use insurant_rules::document::{Document, Json, Object};
pub(super) use std::collections::HashMap;

/// What the host hands over.
pub(super) trait Asked {
    /// As JSON; nothing where nothing was said. What no JSON can say is a problem.
    fn asked(self, problems: &mut Problems) -> Option<Json>;
}

/// What the host is handed.
pub(super) trait Answered: Sized {
    /// From JSON, or from nothing.
    fn answered(json: Option<&Json>) -> Result<Self, Misfit>;
}

/// An answer of the library's own that its records do not fit, by its path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Misfit(String);

impl Misfit {
    fn here() -> Self {
        Self(String::new())
    }

    fn under(self, key: &str) -> Self {
        Self(joined(key, &self.0))
    }

    pub(super) fn path(&self) -> &str {
        &self.0
    }
}

/// `outer.inner`, or `outer[0]`.
fn joined(outer: &str, inner: &str) -> String {
    if inner.is_empty() || inner.starts_with('[') {
        format!("{outer}{inner}")
    } else {
        format!("{outer}.{inner}")
    }
}

/// Sets a member. Problems are told under its name.
pub(super) fn set(object: &mut Object, key: &str, value: impl Asked, problems: &mut Problems) {
    let mut found = Problems::new();
    if let Some(json) = value.asked(&mut found) {
        object.set(key, json);
    }
    under(key, found, problems);
}

fn under(key: &str, found: Problems, problems: &mut Problems) {
    for problem in found {
        let place = Place {
            path: joined(key, &problem.place().path),
            ..problem.place().clone()
        };
        problems.push(problem.at(place));
    }
}

/// The member of an object.
pub(super) fn get<T: Answered>(json: Option<&Json>, key: &str) -> Result<T, Misfit> {
    let member = json.and_then(|json| json.get(key));
    T::answered(member).map_err(|misfit| misfit.under(key))
}

/// An object, of which every member may be absent.
pub(super) fn object(json: Option<&Json>) -> Result<(), Misfit> {
    match json {
        Some(Json::Object(_)) => Ok(()),
        _ => Err(Misfit::here()),
    }
}

/// A closed word.
pub(super) fn word<T>(json: Option<&Json>, parse: impl Fn(&str) -> Option<T>) -> Result<T, Misfit> {
    let word = json.and_then(Json::text).and_then(parse);
    word.ok_or_else(Misfit::here)
}

/// The ways in which something crosses. What no operation needs is there for the tests alone, which
/// send every record both ways.
macro_rules! ways {
    (asked $item:ident! $($body:tt)*) => {
        $item!(@asked $($body)*);
        #[cfg(test)]
        $item!(@answered $($body)*);
    };
    (answered $item:ident! $($body:tt)*) => {
        #[cfg(test)]
        $item!(@asked $($body)*);
        $item!(@answered $($body)*);
    };
    (both $item:ident! $($body:tt)*) => {
        $item!(@asked $($body)*);
        $item!(@answered $($body)*);
    };
}

/// What becomes JSON.
macro_rules! asked {
    ($name:ident, $self:ident, $problems:ident, $body:expr) => {
        impl $crate::operation::wire::Asked for $name {
            #[allow(unused_variables, reason = "some have nothing that can be wrong")]
            fn asked($self, $problems: &mut insurant::Problems) -> Option<insurant_rules::document::Json> {
                $body
            }
        }
    };
}

/// What is read from JSON.
macro_rules! answered {
    ($name:ident, $json:ident, $body:expr) => {
        impl $crate::operation::wire::Answered for $name {
            fn answered(
                $json: Option<&insurant_rules::document::Json>,
            ) -> Result<Self, $crate::operation::wire::Misfit> {
                $body
            }
        }
    };
}

/// A record: its fields, each with its key.
macro_rules! record {
    (@asked $name:ident { $($(#[$meta:meta])* $field:ident $key:literal: $ty:ty,)* }) => {
        asked!($name, self, problems, {
            #[allow(unused_mut, reason = "some records have no fields")]
            let mut object = insurant_rules::document::Object::new();
            $($crate::operation::wire::set(&mut object, $key, self.$field, problems);)*
            Some(object.into())
        });
    };
    (@answered $name:ident { $($(#[$meta:meta])* $field:ident $key:literal: $ty:ty,)* }) => {
        answered!($name, json, {
            $crate::operation::wire::object(json)?;
            Ok(Self { $($field: $crate::operation::wire::get(json, $key)?,)* })
        });
    };
    ($(#[$meta:meta])* $way:ident $name:ident {
        $($(#[$field_meta:meta])* $field:ident $key:literal: $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
        pub struct $name { $($(#[$field_meta])* pub $field: $ty,)* }

        ways!($way record! $name { $($field $key: $ty,)* });
    };
}

/// A closed enumeration: its members, each with its word.
macro_rules! words {
    (@asked $name:ident { $($member:ident = $word:literal,)* }) => {
        asked!($name, self, problems, {
            let word = match self { $(Self::$member => $word,)* };
            Some(word.into())
        });
    };
    (@answered $name:ident { $($member:ident = $word:literal,)* }) => {
        answered!($name, json, $crate::operation::wire::word(json, |word| match word {
            $($word => Some(Self::$member),)*
            _ => None,
        }));
    };
    ($(#[$meta:meta])* $way:ident $name:ident {
        $($(#[$member_meta:meta])* $member:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
        pub enum $name { $($(#[$member_meta])* $member,)* }

        ways!($way words! $name { $($member = $word,)* });
    };
}

/// Records told apart by the word of a tag.
macro_rules! union {
    (@asked $name:ident by $tag:literal { $($variant:ident $word:literal: $record:ident,)* }) => {
        asked!($name, self, problems, match self {
            $(Self::$variant { value } => {
                let json = value.asked(problems);
                $crate::operation::wire::tagged(json, $tag, $word)
            })*
        });
    };
    (@answered $name:ident by $tag:literal { $($variant:ident $word:literal: $record:ident,)* }) => {
        answered!($name, json, {
            let word: String = $crate::operation::wire::get(json, $tag)?;
            match word.as_str() {
                $($word => Ok(Self::$variant {
                    value: $crate::operation::wire::Answered::answered(json)?,
                }),)*
                _ => $crate::operation::wire::no_such($tag),
            }
        });
    };
    ($(#[$meta:meta])* $way:ident $name:ident by $tag:literal {
        $($(#[$variant_meta:meta])* $variant:ident $word:literal: $record:ident,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
        #[allow(clippy::large_enum_variant, reason = "a host's enumeration holds records, not boxes")]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant {
                    /// What there is to say of it.
                    value: $record,
                },
            )*
        }

        ways!($way union! $name by $tag { $($variant $word: $record,)* });
    };
}

/// A word, or exactly a record.
macro_rules! choice {
    (@asked $name:ident: $record:ident) => {
        asked!($name, self, problems, match self {
            Self::Named { word } => word.asked(problems),
            Self::Exactly { value } => value.asked(problems),
        });
    };
    (@answered $name:ident: $record:ident) => {
        answered!($name, json, Ok(match json.and_then(insurant_rules::document::Json::text) {
            Some(word) => Self::Named { word: word.to_owned() },
            None => Self::Exactly {
                value: $crate::operation::wire::Answered::answered(json)?,
            },
        }));
    };
    ($(#[$meta:meta])* $way:ident $name:ident: $record:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
        pub enum $name {
            /// By a word, such as a month as `2024-03`.
            Named {
                /// The word.
                word: String,
            },
            /// Exactly.
            Exactly {
                /// What.
                value: $record,
            },
        }

        ways!($way choice! $name: $record);
    };
}

pub(super) use {answered, asked, choice, record, union, ways, words};

/// A record with its tag.
pub(super) fn tagged(json: Option<Json>, tag: &str, word: &str) -> Option<Json> {
    match json {
        Some(Json::Object(object)) => Some(object.with(tag, word).into()),
        other => other,
    }
}

pub(super) fn no_such<T>(tag: &str) -> Result<T, Misfit> {
    Err(Misfit::here().under(tag))
}

/// A rulebook: one of the engine's, or one as it stands.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum RulebookChoice {
    /// One of the engine's: by its id the version in force, or by `id@version`.
    Named {
        /// Its id, or `id@version`.
        reference: String,
    },
    /// A whole rulebook.
    Inline {
        /// The rulebook.
        json: JsonText,
    },
}

impl Asked for RulebookChoice {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        match self {
            Self::Named { reference } => Some(reference.into()),
            Self::Inline { json } => json.asked(problems),
        }
    }
}

impl Answered for RulebookChoice {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        Ok(match json {
            Some(Json::Text(reference)) => Self::Named {
                reference: reference.clone(),
            },
            other => Self::Inline {
                json: JsonText::answered(other)?,
            },
        })
    }
}

impl<T: Asked> Asked for Option<T> {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        self.and_then(|value| value.asked(problems))
    }
}

impl<T: Answered> Answered for Option<T> {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        json.map(|json| T::answered(Some(json))).transpose()
    }
}

impl<T: Asked> Asked for Vec<T> {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        let mut items = Vec::with_capacity(self.len());
        for (i, item) in self.into_iter().enumerate() {
            let mut found = Problems::new();
            items.extend(item.asked(&mut found));
            if !found.is_empty() {
                under(&format!("[{i}]"), found, problems);
            }
        }
        Some(Json::List(items))
    }
}

impl<T: Answered> Answered for Vec<T> {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        let Some(Json::List(items)) = json else {
            return Err(Misfit::here());
        };
        let items = items.iter().enumerate();
        items
            .map(|(i, item)| T::answered(Some(item)).map_err(|m| m.under(&format!("[{i}]"))))
            .collect()
    }
}

impl<T: Asked> Asked for HashMap<String, T> {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        let mut object = Object::new();
        for (key, value) in self {
            set(&mut object, &key, value, problems);
        }
        Some(object.into())
    }
}

impl<T: Answered> Answered for HashMap<String, T> {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        let Some(Json::Object(object)) = json else {
            return Err(Misfit::here());
        };
        let members = object.iter();
        members
            .map(|(key, value)| {
                let value = T::answered(Some(value)).map_err(|misfit| misfit.under(key))?;
                Ok((key.to_owned(), value))
            })
            .collect()
    }
}

impl Asked for String {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        Some(self.into())
    }
}

impl Answered for String {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        word(json, |text| Some(text.to_owned()))
    }
}

impl Asked for bool {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        Some(Json::Boolean(self))
    }
}

impl Answered for bool {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        match json {
            Some(Json::Boolean(value)) => Ok(*value),
            _ => Err(Misfit::here()),
        }
    }
}

impl Asked for i64 {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        // Beyond what JSON's numbers hold it is text, which the shape refuses with the number.
        Some(Json::integer(self).unwrap_or_else(|| Json::exact(self)))
    }
}

impl Answered for i64 {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        match json {
            Some(Json::Integer(number)) => Ok(number.get()),
            _ => Err(Misfit::here()),
        }
    }
}

impl Asked for Amount {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        Some(self.0.into())
    }
}

impl Answered for Amount {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        match json {
            Some(Json::Text(text)) => Ok(Self(text.clone())),
            Some(Json::Integer(number)) => Ok(Self(number.get().to_string())),
            _ => Err(Misfit::here()),
        }
    }
}

impl Asked for CivilDate {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        match self.date() {
            Ok(date) => Some(date.to_string().into()),
            Err(problem) => {
                problems.push(problem);
                None
            }
        }
    }
}

impl Answered for CivilDate {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        word(json, |text| Date::parse(text).ok().map(Self::from))
    }
}

impl Asked for Moment {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        Some(self.0.into())
    }
}

impl Answered for Moment {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        word(json, |text| Some(Self(text.to_owned())))
    }
}

impl Asked for JsonText {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        let document = match Document::parse_json("", &self.0) {
            Ok(document) => document,
            Err(found) => {
                problems.extend(found);
                return None;
            }
        };
        let json = document.root().to_json();
        if json.is_none() {
            let code = insurant_rules::code::TYPE_CLASH;
            let problem = Problem::new(code, "this JSON has a `null` or a number with a fraction")
                .expected("text for amounts and ratios; what is absent is left out");
            problems.push(problem);
        }
        json
    }
}

impl Answered for JsonText {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        let json = json.ok_or_else(Misfit::here)?;
        Ok(Self(json.to_canonical_string()))
    }
}

impl Asked for InputValue {
    fn asked(self, problems: &mut Problems) -> Option<Json> {
        match self {
            Self::Answer { value } => value.asked(problems),
            Self::Count { value } => value.asked(problems),
            Self::Number { value } => value.asked(problems),
            Self::Day { value } => value.asked(problems),
            Self::Words { value } => value.asked(problems),
        }
    }
}

impl Answered for InputValue {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        Ok(match json {
            Some(Json::Boolean(value)) => Self::Answer { value: *value },
            Some(Json::Integer(value)) => Self::Count { value: value.get() },
            other => Self::Words {
                value: Answered::answered(other)?,
            },
        })
    }
}

impl Asked for CustomerCategory {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        Some(self.as_str().into())
    }
}

impl Answered for CustomerCategory {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        word(json, Self::parse)
    }
}

impl Asked for ConditionAnswer {
    fn asked(self, _: &mut Problems) -> Option<Json> {
        let word = match self {
            Self::False => "false",
            Self::Unknown => "unknown",
            Self::True => "true",
        };
        Some(word.into())
    }
}

impl Answered for ConditionAnswer {
    fn answered(json: Option<&Json>) -> Result<Self, Misfit> {
        word(json, |word| match word {
            "false" => Some(Self::False),
            "unknown" => Some(Self::Unknown),
            "true" => Some(Self::True),
            _ => None,
        })
    }
}
