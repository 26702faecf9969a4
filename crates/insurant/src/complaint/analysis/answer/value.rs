//! Plain values of the answer.

use crate::closed::Closed;
use crate::date::Date;
use insurant_rules::document::{Field, Json, Object, Shape};

/// What stands in the answer: its shape, and its JSON.
pub(in super::super) trait Answer {
    const REQUIRED: bool = true;
    fn shape() -> Shape;
    /// The value in JSON; nothing when it is left out.
    fn json(&self) -> Option<Json>;
}

/// Fields of an object in the answer.
pub(in super::super) trait Parts {
    fn fields() -> Vec<Field>;
    fn write(&self, object: Object) -> Object;
}

/// A kind of text.
macro_rules! text {
    ($($(#[$doc:meta])* $name:ident = $shape:expr;)+) => {$(
        $(#[$doc])*
        pub(super) struct $name<T>(pub(super) T);

        impl<T: AsRef<str>> Answer for $name<T> {
            fn shape() -> Shape {
                $shape
            }

            fn json(&self) -> Option<Json> {
                Some(self.0.as_ref().into())
            }
        }
    )+};
}

text! {
    /// The host's id.
    Id = Shape::id();
    /// A name of the library's.
    Name = Shape::name();
    /// One line.
    Line = Shape::line();
    /// Text for people, or an id that is repeated as it was found.
    Prose = Shape::prose();
}

/// A word of a closed enumeration.
pub(super) struct Word<T>(pub(super) T);

impl<T: Closed> Answer for Word<T> {
    fn shape() -> Shape {
        Shape::one_of(T::ALL.iter().map(|member| member.word()))
    }

    fn json(&self) -> Option<Json> {
        Some(self.0.word().into())
    }
}

impl Answer for u64 {
    fn shape() -> Shape {
        Shape::count()
    }

    fn json(&self) -> Option<Json> {
        let fits = i64::try_from(*self).ok().and_then(Json::integer);
        Some(fits.unwrap_or_else(|| Json::exact(*self)))
    }
}

impl Answer for i64 {
    fn shape() -> Shape {
        Shape::integer()
    }

    fn json(&self) -> Option<Json> {
        Some(Json::integer(*self).unwrap_or_else(|| Json::exact(*self)))
    }
}

impl Answer for bool {
    fn shape() -> Shape {
        Shape::Boolean
    }

    fn json(&self) -> Option<Json> {
        Some((*self).into())
    }
}

impl Answer for Date {
    fn shape() -> Shape {
        Shape::Date
    }

    fn json(&self) -> Option<Json> {
        Some(self.to_string().into())
    }
}

impl<T: Answer> Answer for Option<T> {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        T::shape()
    }

    fn json(&self) -> Option<Json> {
        self.as_ref()?.json()
    }
}

impl<T: Answer> Answer for Vec<T> {
    fn shape() -> Shape {
        Shape::list(T::shape())
    }

    fn json(&self) -> Option<Json> {
        Some(Json::List(self.iter().filter_map(T::json).collect()))
    }
}

impl<T: Answer> Answer for &[T] {
    fn shape() -> Shape {
        Shape::list(T::shape())
    }

    fn json(&self) -> Option<Json> {
        Some(Json::List(self.iter().filter_map(T::json).collect()))
    }
}

impl<T: Answer> Answer for &T {
    const REQUIRED: bool = T::REQUIRED;

    fn shape() -> Shape {
        T::shape()
    }

    fn json(&self) -> Option<Json> {
        T::json(self)
    }
}
