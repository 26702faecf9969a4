//! The answer: what it looks like and how it is written, stated once, field by field.

mod action;
mod figure;
mod form;
mod group;
mod report;
mod value;

pub(super) use action::Common;
pub(super) use value::{Answer, Parts};

use super::{Form, Report};
use insurant_rules::document::{Field, Json, Object, Shape};
use std::sync::LazyLock;

/// Defines what an object in the answer has: of each field its name, its kind, where its value
/// comes from, and what it is. `..Kind = value` takes the fields of another object in.
macro_rules! answer {
    ($($of:ty as $self:ident: $name:literal, $doc:literal {$($fields:tt)*})+) => {$(
        impl $crate::complaint::analysis::answer::Answer for $of {
            fn shape() -> insurant_rules::document::Shape {
                use $crate::complaint::analysis::answer::Parts as _;
                insurant_rules::document::Shape::object($name, $doc, Self::fields())
            }

            fn json(&self) -> Option<insurant_rules::document::Json> {
                use $crate::complaint::analysis::answer::Parts as _;
                Some(self.write(insurant_rules::document::Object::new()).into())
            }
        }

        $crate::complaint::analysis::answer::parts! { $of as $self {$($fields)*} }
    )+};
}

/// The same for fields that stand in several objects.
macro_rules! parts {
    ($of:ty as $self:ident {$($fields:tt)*}) => {
        impl $crate::complaint::analysis::answer::Parts for $of {
            fn fields() -> Vec<insurant_rules::document::Field> {
                $crate::complaint::analysis::answer::parts! { @fields Vec::new(); $($fields)* }
            }

            fn write(
                &self,
                object: insurant_rules::document::Object,
            ) -> insurant_rules::document::Object {
                let $self = self;
                $crate::complaint::analysis::answer::parts! { @write object; $($fields)* }
            }
        }
    };
    (@fields $all:expr;) => { $all };
    (@fields $all:expr; ..$part:ty = $value:expr; $($rest:tt)*) => {
        $crate::complaint::analysis::answer::parts! {
            @fields $crate::complaint::analysis::answer::and(
                $all,
                <$part as $crate::complaint::analysis::answer::Parts>::fields(),
            );
            $($rest)*
        }
    };
    (@fields $all:expr; $name:ident: $kind:ty = $value:expr, $doc:literal; $($rest:tt)*) => {
        $crate::complaint::analysis::answer::parts! {
            @fields $crate::complaint::analysis::answer::and(
                $all,
                [$crate::complaint::analysis::answer::field::<$kind>(stringify!($name), $doc)],
            );
            $($rest)*
        }
    };
    (@write $object:expr;) => { $object };
    (@write $object:expr; ..$part:ty = $value:expr; $($rest:tt)*) => {
        $crate::complaint::analysis::answer::parts! {
            @write <$part as $crate::complaint::analysis::answer::Parts>::write(&$value, $object);
            $($rest)*
        }
    };
    (@write $object:expr; $name:ident: $kind:ty = $value:expr, $doc:literal; $($rest:tt)*) => {{
        let value: $kind = $value;
        $crate::complaint::analysis::answer::parts! {
            @write $object.with_some(
                stringify!($name),
                $crate::complaint::analysis::answer::Answer::json(&value),
            );
            $($rest)*
        }
    }};
}

use {answer, parts};

/// The form and the report of a period.
pub(crate) struct Whole(pub(crate) Form, pub(crate) Report);

answer! {
    Whole as whole: "ComplaintAnalysis", "The analysis of a period." {
        form: &Form = &whole.0, "The figures.";
        report: report::Told<'_> = report::Told(&whole.1, &whole.0), "What there is to say about them.";
    }
}

/// The analysis.
pub(crate) static ANALYSIS: LazyLock<Shape> = LazyLock::new(Whole::shape);

impl Whole {
    /// The analysis in canonical form.
    pub(crate) fn to_json(&self) -> Json {
        Json::Object(self.write(Object::new()))
    }
}

impl Form {
    /// The form in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(self.write(Object::new()))
    }
}

impl Report {
    /// The report in canonical form, beside its form.
    #[must_use]
    pub fn to_json(&self, form: &Form) -> Json {
        Json::Object(report::Told(self, form).write(Object::new()))
    }
}

/// A field of a kind.
fn field<K: Answer>(name: &'static str, doc: &'static str) -> Field {
    Field {
        required: K::REQUIRED,
        ..Field::required(name, K::shape(), doc)
    }
}

/// Fields, and more of them.
fn and(mut all: Vec<Field>, more: impl IntoIterator<Item = Field>) -> Vec<Field> {
    all.extend(more);
    all
}
