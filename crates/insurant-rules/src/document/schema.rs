//! Shapes as JSON Schema, draft 2020-12.

use super::canonical::{Json, Object, SafeInteger};
use super::shape::{ListShape, MapShape, ObjectShape, Shape};
use super::text_form::TextForm;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The years 1900 to 2199; which days exist is beyond a pattern.
const DATE_PATTERN: &str = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// The same with a time of day in whole seconds and an offset.
const INSTANT_PATTERN: &str = concat!(
    "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$"
);

impl Shape {
    /// The shape as a JSON Schema. Named objects stand once each under `$defs`.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::{Field, Shape};
    /// let shape = Shape::object("Branch", "A branch.", [
    ///     Field::required("id", Shape::id(), "Its id."),
    /// ]);
    /// let schema = shape.schema();
    /// assert_eq!(schema.get("$ref").and_then(|r| r.text()), Some("#/$defs/Branch"));
    /// assert!(schema.get("$defs").and_then(|defs| defs.get("Branch")).is_some());
    /// ```
    #[must_use]
    pub fn schema(&self) -> Json {
        let mut definitions = Definitions::default();
        let mut schema = schema_of(self, &mut definitions);
        schema.set("$schema", DIALECT);
        if !definitions.objects.is_empty() {
            schema.set("$defs", definitions.into_json());
        }
        schema.into()
    }
}

/// Named objects of several shapes, for one JSON Schema in which each stands once.
///
/// # Example
/// ```
/// use insurant_rules::document::{Definitions, Field, Shape};
/// let branch = Shape::object("Branch", "A branch.", [
///     Field::required("id", Shape::id(), "Its id."),
/// ]);
/// let mut definitions = Definitions::default();
/// let one = definitions.schema(&branch);
/// let many = definitions.schema(&Shape::list(branch));
/// assert_eq!(one.to_canonical_string(), r##"{"$ref":"#/$defs/Branch"}"##);
/// assert_eq!(many.get("items"), Some(&one));
/// assert_eq!(definitions.unlike().count(), 0);
/// assert!(definitions.into_json().get("Branch").is_some());
/// ```
#[derive(Debug, Default)]
pub struct Definitions {
    objects: BTreeMap<String, (Arc<ObjectShape>, Object)>,
    unlike: BTreeSet<String>,
}

impl Definitions {
    /// The schema of a shape, in which each named object is a reference to `#/$defs/NAME`.
    pub fn schema(&mut self, shape: &Shape) -> Json {
        schema_of(shape, self).into()
    }

    /// Names that stand for several objects that are not alike. Of these the first is defined, and
    /// a schema with any of them is wrong.
    pub fn unlike(&self) -> impl Iterator<Item = &str> {
        self.unlike.iter().map(String::as_str)
    }

    /// The objects by name: what belongs under `$defs`.
    #[must_use]
    pub fn into_json(self) -> Json {
        let objects = self.objects.into_iter();
        Json::object_of(objects.map(|(name, (_, schema))| (name, schema.into())))
    }

    fn refer(&mut self, object: &Arc<ObjectShape>) -> Object {
        let name = object.name.to_string();
        match self.objects.get(&name) {
            Some((known, _)) if known == object => {}
            Some(_) => {
                self.unlike.insert(name.clone());
            }
            None => {
                // Entered first, so that a name is worked on once.
                let entry = (Arc::clone(object), Object::new());
                self.objects.insert(name.clone(), entry);
                let schema = object_of(object, self);
                self.objects
                    .insert(name.clone(), (Arc::clone(object), schema));
            }
        }
        Object::new().with("$ref", format!("#/$defs/{name}"))
    }
}

fn schema_of(shape: &Shape, definitions: &mut Definitions) -> Object {
    let typed = |name: &str| Object::new().with("type", name);
    match shape {
        Shape::Any => Object::new().with("not", typed("null")),
        Shape::Boolean => typed("boolean"),
        Shape::Integer { min, max } => {
            // Limits beyond 2^53 are those of 64 bits, which a schema need not repeat.
            typed("integer")
                .with_some("minimum", SafeInteger::new(*min))
                .with_some("maximum", SafeInteger::new(*max))
        }
        Shape::Text { form, max_bytes } => {
            // A schema counts characters, of which there are never more than bytes.
            text_of(*form).with("maxLength", limit(*max_bytes))
        }
        Shape::Decimal { max_decimals } => either([decimal(*max_decimals), typed("integer")]),
        Shape::Weight { max_decimals } => either([
            decimal(*max_decimals),
            pattern(max_decimals.saturating_sub(2), "%"),
            typed("integer"),
        ]),
        Shape::Amount { max_decimals } => decimal(*max_decimals),
        Shape::Date => typed("string")
            .with("format", "date")
            .with("pattern", DATE_PATTERN),
        Shape::Instant => typed("string")
            .with("format", "date-time")
            .with("pattern", INSTANT_PATTERN),
        Shape::Condition => {
            typed("string").with("description", "A condition of the rule language.")
        }
        Shape::Operand => typed("string").with("description", "A value of the rule language."),
        Shape::Literal => either([
            typed("string").with("description", "A literal of the rule language."),
            typed("integer"),
            typed("boolean"),
        ]),
        Shape::OneOf(words) => {
            typed("string").with("enum", Json::list(words.iter().map(AsRef::as_ref)))
        }
        Shape::List(list) => list_of(list, definitions),
        Shape::Map(map) => map_of(map, definitions),
        Shape::Object(object) => definitions.refer(object),
        Shape::Tagged(tagged) => {
            let shapes: Vec<Object> = tagged
                .variants
                .iter()
                .map(|(_, shape)| schema_of(shape, definitions))
                .collect();
            either(shapes)
        }
        Shape::AnyOf(alternatives) => {
            let shapes: Vec<Object> = alternatives
                .iter()
                .map(|alternative| schema_of(&alternative.shape, definitions))
                .collect();
            either(shapes)
        }
    }
}

fn either(shapes: impl IntoIterator<Item = Object>) -> Object {
    Object::new().with("anyOf", Json::list(shapes))
}

fn text_of(form: TextForm) -> Object {
    Object::new()
        .with("type", "string")
        .with_some("pattern", form.pattern())
}

fn limit(number: usize) -> Json {
    let number = i64::try_from(number).ok().and_then(SafeInteger::new);
    number.map_or_else(|| Json::from(u32::MAX), Json::from)
}

fn list_of(list: &ListShape, definitions: &mut Definitions) -> Object {
    let mut schema = Object::new()
        .with("type", "array")
        .with("items", schema_of(&list.item, definitions));
    if list.min > 0 {
        schema.set("minItems", limit(list.min));
    }
    if list.max < usize::MAX {
        schema.set("maxItems", limit(list.max));
    }
    if let Some(field) = &list.id {
        schema.set("description", format!("Each `{field}` stands once."));
    }
    schema
}

fn map_of(map: &MapShape, definitions: &mut Definitions) -> Object {
    Object::new()
        .with("type", "object")
        .with("propertyNames", text_of(map.key).with("maxLength", 128))
        .with("additionalProperties", schema_of(&map.value, definitions))
}

fn object_of(object: &ObjectShape, definitions: &mut Definitions) -> Object {
    let mut properties = Object::new();
    let mut required: Vec<Json> = Vec::new();
    for field in &object.fields {
        let schema = schema_of(&field.shape, definitions);
        // The field says what it is for; a `$ref` may have a neighbour since 2019-09.
        let doc = match schema.get("description").and_then(Json::text) {
            Some(more) => format!("{} {more}", field.doc),
            None => field.doc.to_string(),
        };
        properties.set(&*field.name, schema.with("description", doc));
        if field.required {
            required.push(Json::from(&*field.name));
        }
    }
    let mut schema = Object::new()
        .with("type", "object")
        .with("description", &*object.doc)
        .with("properties", properties)
        .with("additionalProperties", false);
    if !required.is_empty() {
        schema.set("required", Json::List(required));
    }
    let groups: Vec<Json> = object
        .exactly_one
        .iter()
        .map(|group| {
            let one = |name| Object::new().with("required", Json::list([name]));
            let names = group.iter().map(AsRef::as_ref);
            Object::new()
                .with("oneOf", Json::list(names.map(one)))
                .into()
        })
        .collect();
    if !groups.is_empty() {
        schema.set("allOf", Json::List(groups));
    }
    schema
}

fn decimal(max_decimals: u32) -> Object {
    pattern(max_decimals, "")
}

/// Text of plain digits and what stands behind them.
fn pattern(max_decimals: u32, behind: &str) -> Object {
    Object::new().with("type", "string").with(
        "pattern",
        if max_decimals == 0 {
            format!("^-?(0|[1-9][0-9]*)(\\.0+)?{behind}$")
        } else {
            format!("^-?(0|[1-9][0-9]*)(\\.[0-9]{{1,{max_decimals}}}0*)?{behind}$")
        },
    )
}
