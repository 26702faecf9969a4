//! Shapes: what a document must look like, as data.
//!
//! Both the check of a document and its published JSON Schema come from the same shape, so that
//! they cannot drift apart.

use super::text_form::TextForm;
use std::borrow::Cow;
use std::sync::Arc;

/// What a value must look like. Shapes are cheap to clone and shareable; a host keeps those that
/// never change in a `LazyLock`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Anything but `null`.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number within limits, both included.
    Integer {
        /// The smallest.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// Text of a form, of at most so many bytes.
    Text {
        /// What it must look like.
        form: TextForm,
        /// The largest number of bytes.
        max_bytes: usize,
    },
    /// A decimal as text (`"12.50"`), or a whole number. JSON's fractions are refused, because
    /// whatever wrote them may have rounded them.
    Decimal {
        /// The largest number of decimals.
        max_decimals: u32,
    },
    /// A decimal as [`Shape::Decimal`], or a share in percent as text (`"25%"`).
    Weight {
        /// The largest number of decimals; of a percentage two less.
        max_decimals: u32,
    },
    /// A decimal as text only: for amounts of money, where a number would invite fractions.
    Amount {
        /// The largest number of decimals.
        max_decimals: u32,
    },
    /// A date, `2024-01-31`.
    Date,
    /// An instant with its offset, `2024-01-31T10:00:00+08:00`.
    Instant,
    /// A condition of the rule language. Its text is checked when the rulebook is read.
    Condition,
    /// A value of the rule language, such as `earned_premium(12m)`. Its text is checked when the
    /// rulebook is read.
    Operand,
    /// A literal of the rule language as text, or a plain whole number or boolean.
    Literal,
    /// One of these words.
    OneOf(Arc<[Cow<'static, str>]>),
    /// A list.
    List(Arc<ListShape>),
    /// An object with keys of the writer's choosing, all values alike.
    Map(Arc<MapShape>),
    /// An object with these fields.
    Object(Arc<ObjectShape>),
    /// One of several shapes.
    AnyOf(Arc<[Alternative]>),
    /// One of several objects, told apart by the word that one of their fields holds.
    Tagged(Arc<TaggedShape>),
}

/// The shape of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListShape {
    /// Of each item.
    pub item: Shape,
    /// The smallest number of items.
    pub min: usize,
    /// The largest number of items.
    pub max: usize,
    /// The field by which the items are told apart: the same value twice is a `duplicate_id`.
    pub id: Option<Cow<'static, str>>,
}

/// The shape of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapShape {
    /// Of each key.
    pub key: TextForm,
    /// Of each value.
    pub value: Shape,
}

/// The shape of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectShape {
    /// Its name in the JSON Schema, such as `Customer`. Objects of one name must be alike.
    pub name: Cow<'static, str>,
    /// One sentence for people.
    pub doc: Cow<'static, str>,
    /// Its fields, in the order people like to read them.
    pub fields: Vec<Field>,
    /// Groups of fields of which each object has exactly one.
    pub exactly_one: Vec<Vec<Cow<'static, str>>>,
}

/// The shape of objects that say in one field which of them they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaggedShape {
    /// The field.
    pub tag: Cow<'static, str>,
    /// What its words stand for. Each object has the field among its own.
    pub variants: Vec<(Cow<'static, str>, Shape)>,
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub name: Cow<'static, str>,
    /// Its shape.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// One sentence for people.
    pub doc: Cow<'static, str>,
}

/// One of several shapes of a value. The first that applies is the one meant: values of another
/// kind (text, list, object) are passed over, and so are objects without the `with` field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Applies to objects that have this field only.
    pub with: Option<Cow<'static, str>>,
    /// The shape.
    pub shape: Shape,
}

impl Shape {
    /// A whole number from 0 up.
    #[must_use]
    pub const fn count() -> Self {
        Self::Integer {
            min: 0,
            max: i64::MAX,
        }
    }

    /// A whole number of any size that fits 64 bits.
    #[must_use]
    pub const fn integer() -> Self {
        Self::Integer {
            min: i64::MIN,
            max: i64::MAX,
        }
    }

    /// An id of the host's, of at most 128 bytes.
    #[must_use]
    pub const fn id() -> Self {
        Self::text(TextForm::Id, 128)
    }

    /// A name of the rule language, of at most 128 bytes.
    #[must_use]
    pub const fn name() -> Self {
        Self::text(TextForm::Name, 128)
    }

    /// One line of text, of at most 1000 bytes.
    #[must_use]
    pub const fn line() -> Self {
        Self::text(TextForm::Line, 1000)
    }

    /// Text for people, of at most 16 KiB.
    #[must_use]
    pub const fn prose() -> Self {
        Self::text(TextForm::Free, 16 * 1024)
    }

    /// Text of a form, of at most so many bytes.
    #[must_use]
    pub const fn text(form: TextForm, max_bytes: usize) -> Self {
        Self::Text { form, max_bytes }
    }

    /// One of these words.
    pub fn one_of<W: Into<Cow<'static, str>>>(words: impl IntoIterator<Item = W>) -> Self {
        Self::OneOf(words.into_iter().map(Into::into).collect())
    }

    /// A list of any length.
    #[must_use]
    pub fn list(item: Self) -> Self {
        Self::list_within(item, 0, usize::MAX)
    }

    /// A list of so many items, both limits included.
    #[must_use]
    pub fn list_within(item: Self, min: usize, max: usize) -> Self {
        Self::List(Arc::new(ListShape {
            item,
            min,
            max,
            id: None,
        }))
    }

    /// A list of objects told apart by a field.
    pub fn list_by(id: impl Into<Cow<'static, str>>, item: Self, min: usize, max: usize) -> Self {
        Self::List(Arc::new(ListShape {
            item,
            min,
            max,
            id: Some(id.into()),
        }))
    }

    /// A map from keys of a form to values of a shape.
    #[must_use]
    pub fn map(key: TextForm, value: Self) -> Self {
        Self::Map(Arc::new(MapShape { key, value }))
    }

    /// An object.
    pub fn object(
        name: impl Into<Cow<'static, str>>,
        doc: impl Into<Cow<'static, str>>,
        fields: impl IntoIterator<Item = Field>,
    ) -> Self {
        Self::Object(Arc::new(ObjectShape {
            name: name.into(),
            doc: doc.into(),
            fields: fields.into_iter().collect(),
            exactly_one: Vec::new(),
        }))
    }

    /// The same object, with exactly one of these fields. Other shapes stay as they are.
    #[must_use]
    pub fn exactly_one<N: Into<Cow<'static, str>>>(
        self,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        match self {
            Self::Object(object) => {
                let mut object = Arc::unwrap_or_clone(object);
                let names = names.into_iter().map(Into::into).collect();
                object.exactly_one.push(names);
                Self::Object(Arc::new(object))
            }
            other => other,
        }
    }

    /// One of several shapes of different kinds.
    pub fn any_of(shapes: impl IntoIterator<Item = Self>) -> Self {
        let alternative = |shape| Alternative { with: None, shape };
        Self::AnyOf(shapes.into_iter().map(alternative).collect())
    }

    /// One of several shapes, objects told apart by a field.
    pub fn choice(alternatives: impl IntoIterator<Item = Alternative>) -> Self {
        Self::AnyOf(alternatives.into_iter().collect())
    }

    /// One of several objects, told apart by the word in the field `tag`, which each of them gets
    /// in front of its own fields. Shapes that are no objects stay as they are.
    pub fn tagged(
        tag: &'static str,
        doc: &'static str,
        variants: impl IntoIterator<Item = (&'static str, Self)>,
    ) -> Self {
        let variant = |(word, shape)| {
            let shape = match shape {
                Self::Object(object) => {
                    let mut object = Arc::unwrap_or_clone(object);
                    let field = Field::required(tag, Self::one_of([word]), doc);
                    object.fields.insert(0, field);
                    Self::Object(Arc::new(object))
                }
                other => other,
            };
            (Cow::Borrowed(word), shape)
        };
        Self::Tagged(Arc::new(TaggedShape {
            tag: Cow::Borrowed(tag),
            variants: variants.into_iter().map(variant).collect(),
        }))
    }

    /// The shape in words, with its article, for messages.
    #[must_use]
    pub fn describe(&self) -> String {
        match self {
            Self::Any => "a value".to_owned(),
            Self::Boolean => "true or false".to_owned(),
            Self::Integer { .. } => "a whole number".to_owned(),
            Self::Text { form, .. } => form.describe().to_owned(),
            Self::Decimal { .. } | Self::Amount { .. } => {
                "a decimal as text, such as \"12.50\"".to_owned()
            }
            Self::Weight { .. } => {
                "a decimal or a percentage as text, such as \"0.25\" or \"25%\"".to_owned()
            }
            Self::Date => "a date as text, such as \"2024-01-31\"".to_owned(),
            Self::Instant => "an instant as text, such as \"2024-01-31T10:00:00+08:00\"".to_owned(),
            Self::Condition => "a condition of the rule language as text".to_owned(),
            Self::Operand => {
                "a value of the rule language as text, such as \"claim_count(12m)\"".to_owned()
            }
            Self::Literal => "a literal of the rule language as text, or a whole number".to_owned(),
            Self::OneOf(words) => list_words(words),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "an object".to_owned(),
            Self::Object(object) => format!("an object ({})", object.name),
            Self::Tagged(tagged) => format!("an object with a `{}`", tagged.tag),
            Self::AnyOf(alternatives) => {
                let mut kinds: Vec<String> = Vec::new();
                for alternative in alternatives.iter() {
                    let kind = alternative.shape.describe();
                    if !kinds.contains(&kind) {
                        kinds.push(kind);
                    }
                }
                kinds.join(", or ")
            }
        }
    }
}

impl Field {
    /// A field that must be there.
    pub fn required(
        name: impl Into<Cow<'static, str>>,
        shape: Shape,
        doc: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            name: name.into(),
            shape,
            required: true,
            doc: doc.into(),
        }
    }

    /// A field that may be left out.
    pub fn optional(
        name: impl Into<Cow<'static, str>>,
        shape: Shape,
        doc: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            required: false,
            ..Self::required(name, shape, doc)
        }
    }
}

impl Alternative {
    /// Applies to every value of its kind.
    #[must_use]
    pub const fn plain(shape: Shape) -> Self {
        Self { with: None, shape }
    }

    /// Applies to objects that have a field.
    pub fn with(field: impl Into<Cow<'static, str>>, shape: Shape) -> Self {
        Self {
            with: Some(field.into()),
            shape,
        }
    }
}

/// Words for a message, in backticks; long lists are cut.
pub(crate) fn list_words<W: AsRef<str>>(words: &[W]) -> String {
    const LIMIT: usize = 12;
    let mut listed: Vec<String> = words
        .iter()
        .take(LIMIT)
        .map(|word| super::quoted(word.as_ref()))
        .collect();
    if words.len() > LIMIT {
        listed.push(format!(
            "{} more, which the schema lists",
            words.len() - LIMIT
        ));
    }
    match listed.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        _ => format!("one of {}", listed.join(", ")),
    }
}
