//! Fields of events: each kind of field is read, written and described in one place.

use crate::closed::Closed;
use crate::date::Date;
use insurant_rules::Instant;
use insurant_rules::document::{Field, Json, Node, Object, Shape, TextForm};
use std::collections::BTreeMap;
use std::marker::PhantomData;

/// A kind of field.
pub(crate) trait Codec {
    type Value;
    const REQUIRED: bool = true;
    fn shape() -> Shape;
    /// The value of a node that has passed the shape.
    fn read(node: Option<&Node>) -> Option<Self::Value>;
    /// The value in JSON; nothing when it is left out.
    fn json(value: &Self::Value) -> Option<Json>;
}

/// A kind of text.
macro_rules! text {
    ($($name:ident = $shape:expr;)+) => {$(
        pub(crate) struct $name;

        impl Codec for $name {
            type Value = String;

            fn shape() -> Shape {
                $shape
            }

            fn read(node: Option<&Node>) -> Option<String> {
                Some(node?.text()?.to_owned())
            }

            fn json(value: &String) -> Option<Json> {
                Some(value.as_str().into())
            }
        }
    )+};
}

text! {
    Id = Shape::id();
    Name = Shape::name();
    Line = Shape::line();
    // A reason that must be given says something.
    Reason = Shape::text(TextForm::Line, 16 * 1024);
    Prose = Shape::prose();
}

/// A plain value that prints as text.
macro_rules! printed {
    ($($name:ident: $value:ty = $shape:expr, $read:ident;)+) => {$(
        pub(crate) struct $name;

        impl Codec for $name {
            type Value = $value;

            fn shape() -> Shape {
                $shape
            }

            fn read(node: Option<&Node>) -> Option<$value> {
                node?.$read()
            }

            fn json(value: &$value) -> Option<Json> {
                Some(value.to_string().into())
            }
        }
    )+};
}

printed! {
    Day: Date = Shape::Date, date;
    Moment: Instant = Shape::Instant, instant;
}

/// Yes or no.
pub(crate) struct Flag;

impl Codec for Flag {
    type Value = bool;

    fn shape() -> Shape {
        Shape::Boolean
    }

    fn read(node: Option<&Node>) -> Option<bool> {
        node?.boolean()
    }

    fn json(value: &bool) -> Option<Json> {
        Some((*value).into())
    }
}

/// A number of things.
pub(crate) struct Count;

impl Codec for Count {
    type Value = u32;

    fn shape() -> Shape {
        Shape::Integer {
            min: 0,
            max: i64::from(u32::MAX),
        }
    }

    fn read(node: Option<&Node>) -> Option<u32> {
        u32::try_from(node?.integer()?).ok()
    }

    fn json(value: &u32) -> Option<Json> {
        Some((*value).into())
    }
}

/// A word of a closed enumeration.
pub(crate) struct Word<T>(PhantomData<T>);

impl<T: Closed> Codec for Word<T> {
    type Value = T;

    fn shape() -> Shape {
        Shape::one_of(T::ALL.iter().map(|member| member.word()))
    }

    fn read(node: Option<&Node>) -> Option<T> {
        let word = node?.text()?;
        T::ALL.iter().copied().find(|member| member.word() == word)
    }

    fn json(value: &T) -> Option<Json> {
        Some(value.word().into())
    }
}

/// What may be left out.
pub(crate) struct Maybe<C>(PhantomData<C>);

impl<C: Codec> Codec for Maybe<C> {
    type Value = Option<C::Value>;
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        C::shape()
    }

    fn read(node: Option<&Node>) -> Option<Self::Value> {
        Some(C::read(node))
    }

    fn json(value: &Self::Value) -> Option<Json> {
        C::json(value.as_ref()?)
    }
}

/// Any number of them; left out when there are none.
pub(crate) struct Many<C>(PhantomData<C>);

impl<C: Codec> Codec for Many<C> {
    type Value = Vec<C::Value>;
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        Shape::list(C::shape())
    }

    fn read(node: Option<&Node>) -> Option<Self::Value> {
        let items = node.map_or(&[][..], Node::items).iter();
        items.map(|item| C::read(Some(item))).collect()
    }

    fn json(value: &Self::Value) -> Option<Json> {
        let items = || Json::List(value.iter().filter_map(C::json).collect());
        (!value.is_empty()).then(items)
    }
}

/// At least one of them.
pub(crate) struct AtLeastOne<C>(PhantomData<C>);

impl<C: Codec> Codec for AtLeastOne<C> {
    type Value = Vec<C::Value>;

    fn shape() -> Shape {
        Shape::list_within(C::shape(), 1, usize::MAX)
    }

    fn read(node: Option<&Node>) -> Option<Self::Value> {
        Many::<C>::read(node)
    }

    fn json(value: &Self::Value) -> Option<Json> {
        Many::<C>::json(value)
    }
}

/// Texts by name.
pub(crate) struct Texts;

impl Codec for Texts {
    type Value = BTreeMap<String, String>;

    fn shape() -> Shape {
        Shape::map(TextForm::Name, Shape::prose())
    }

    fn read(node: Option<&Node>) -> Option<Self::Value> {
        let entries = node?.entries().iter();
        entries
            .map(|entry| Some((entry.key.clone(), entry.node.text()?.to_owned())))
            .collect()
    }

    fn json(value: &Self::Value) -> Option<Json> {
        let texts = value.iter();
        let texts = texts.map(|(name, text)| (name.clone(), Json::from(text.as_str())));
        Some(Json::object_of(texts))
    }
}

/// What one kind of event carries.
pub(crate) trait Detail: Sized {
    fn fields() -> Vec<Field>;
    fn read(node: &Node) -> Option<Self>;
    fn write(&self, object: Object) -> Object;
}

/// Defines what kinds of events carry: the structure, its shape, its reading and its writing, and
/// the enumeration of them all, in which a kind may be held in a box. The kinds are those of the
/// enumeration of events, by the same names.
macro_rules! details {
    (@held $name:ident) => { $name };
    (@held $name:ident $holder:ident) => { $holder<$name> };
    (of $event:ident as $prefix:literal; $(
        $(#[$meta:meta])*
        $name:ident $(in $holder:ident)? { $($field:ident: $type:ty as $codec:ty, $doc:literal;)* }
    )+) => {
        /// What an event carries, by its kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Details {$(
            #[doc = concat!("See [`", stringify!($name), "`].")]
            $name($crate::codec::details!(@held $name $($holder)?)),
        )+}

        impl Details {
            /// The kind of the event.
            #[must_use]
            pub const fn kind(&self) -> $event {
                match self { $(Self::$name(_) => $event::$name,)+ }
            }

            pub(super) fn read(
                kind: $event,
                node: &insurant_rules::document::Node,
            ) -> Option<Self> {
                use $crate::codec::Detail as _;
                match kind {
                    $($event::$name => $name::read(node).map(Self::from),)+
                }
            }

            pub(super) fn write(
                &self,
                object: insurant_rules::document::Object,
            ) -> insurant_rules::document::Object {
                use $crate::codec::Detail as _;
                match self { $(Self::$name(details) => details.write(object),)+ }
            }

            /// What the object is called in the schema.
            pub(super) const fn name(kind: $event) -> &'static str {
                match kind {
                    $($event::$name => concat!($prefix, stringify!($name)),)+
                }
            }

            pub(super) fn fields(kind: $event) -> Vec<insurant_rules::document::Field> {
                use $crate::codec::Detail as _;
                match kind { $($event::$name => $name::fields(),)+ }
            }
        }

        $(
            impl From<$name> for Details {
                fn from(details: $name) -> Self {
                    Self::$name(details.into())
                }
            }

            $(impl From<$holder<$name>> for Details {
                fn from(details: $holder<$name>) -> Self {
                    Self::$name(details)
                }
            })?
        )+

        $(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name { $(#[doc = $doc] pub $field: $type,)* }

        /// Without what it says: what is debugged may be logged.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }

        impl $crate::codec::Detail for $name {
            fn fields() -> Vec<insurant_rules::document::Field> {
                #[allow(unused_imports, reason = "some kinds carry nothing")]
                use $crate::codec::Codec as _;
                vec![$(insurant_rules::document::Field {
                    required: <$codec>::REQUIRED,
                    ..insurant_rules::document::Field::required(
                        stringify!($field),
                        <$codec>::shape(),
                        $doc,
                    )
                },)*]
            }

            #[allow(unused_variables, reason = "some kinds carry nothing")]
            fn read(node: &insurant_rules::document::Node) -> Option<Self> {
                #[allow(unused_imports, reason = "some kinds carry nothing")]
                use $crate::codec::Codec as _;
                Some(Self { $($field: <$codec>::read(node.get(stringify!($field)))?,)* })
            }

            fn write(
                &self,
                object: insurant_rules::document::Object,
            ) -> insurant_rules::document::Object {
                #[allow(unused_imports, reason = "some kinds carry nothing")]
                use $crate::codec::Codec as _;
                object$(.with_some(stringify!($field), <$codec>::json(&self.$field)))*
            }
        }
    )+};
}

pub(crate) use details;
