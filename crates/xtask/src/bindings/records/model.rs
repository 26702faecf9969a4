//! What the operations take and answer, as types of a language: records, enumerations, unions.

use super::enumerations::{Closed, Member};
use super::names::{self, camel};
use crate::run::Outcome;
use insurant::operation::{OpenComplaint, Operation, operations};
use insurant_rules::document::{ObjectShape, Shape, TaggedShape};
use std::collections::{BTreeMap, BTreeSet};

/// A type that crosses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Type {
    Boolean,
    Integer,
    Text,
    Decimal,
    Date,
    Moment,
    /// JSON of any form.
    Json,
    /// A rulebook by name, or as a document.
    Rulebook,
    /// The value of an input: words, a number, an answer.
    Input,
    /// A record, enumeration or union.
    Named(String),
    List(Box<Self>),
    Map(Box<Self>),
}

/// Which way something crosses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ways {
    /// The host hands it over.
    pub(super) asked: bool,
    /// The host is handed it.
    pub(super) answered: bool,
}

/// Where something is declared.
#[derive(Debug, Default)]
pub(super) struct Crossing {
    pub(super) ways: Ways,
    /// The rooms of the operations that need it.
    pub(super) rooms: BTreeSet<&'static str>,
}

#[derive(Debug)]
pub(super) struct Record {
    pub(super) doc: String,
    pub(super) fields: Vec<Field>,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) ty: Type,
    pub(super) required: bool,
    pub(super) doc: String,
}

/// Objects told apart by a tag.
#[derive(Debug)]
pub(super) struct Union {
    pub(super) doc: String,
    pub(super) tag: String,
    /// The word and the record of each.
    pub(super) variants: Vec<(String, String)>,
}

#[derive(Debug)]
pub(super) enum Item {
    Record(Record),
    Union(Union),
    Enumeration(Closed),
    /// One that is written by hand: only its crossing is.
    ByHand,
    /// Words, or an object.
    Choice {
        record: String,
    },
}

impl Item {
    /// What it is, with enough of it that different ones of one name are told apart.
    fn kind(&self) -> String {
        match self {
            Self::Record(record) => {
                let keys: Vec<&str> = record
                    .fields
                    .iter()
                    .map(|field| field.key.as_str())
                    .collect();
                format!("a record of {}", keys.join(", "))
            }
            Self::Union(union) => format!("a union by `{}`", union.tag),
            Self::Enumeration(closed) => {
                let mut words: Vec<&str> = closed.members.iter().map(|m| m.word.as_str()).collect();
                words.sort_unstable();
                format!("the words {}", words.join(", "))
            }
            Self::ByHand => "written by hand".to_owned(),
            Self::Choice { record } => format!("words or {record}"),
        }
    }
}

/// An operation as a method.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) room: &'static str,
    pub(super) input: String,
    pub(super) output: String,
}

/// Everything that crosses.
#[derive(Default)]
pub(super) struct Model {
    pub(super) items: BTreeMap<String, (Item, Crossing)>,
    pub(super) methods: Vec<Method>,
}

/// Reads shapes.
struct Reader<'a> {
    known: &'a [Closed],
    /// The places of each list of words, which is sorted.
    places: BTreeMap<Vec<String>, BTreeSet<String>>,
    model: Model,
    room: &'static str,
    ways: Ways,
}

impl Model {
    pub(super) fn of(known: &[Closed]) -> Outcome<Self> {
        let typed = |operation: &Operation| !names::BY_HAND.contains(&operation.name);
        let operations: Vec<Operation> = operations().into_iter().filter(typed).collect();
        let mut reader = Reader {
            known,
            places: BTreeMap::new(),
            model: Self::default(),
            room: "",
            ways: Ways::default(),
        };
        for operation in &operations {
            reader.places_of((operation.input)(), "");
            reader.places_of((operation.output)(), "");
        }
        for operation in operations {
            reader.room = names::room(operation.name);
            let input = reader.root(&(operation.input)(), true)?;
            let output = reader.root(&(operation.output)(), false)?;
            reader.model.methods.push(Method {
                name: operation.name,
                doc: operation.doc,
                room: reader.room,
                input,
                output,
            });
        }
        // A complaint that is kept open: what opens it, and its log as it is saved.
        reader.room = "complaint";
        reader.root(&OpenComplaint::opening(), true)?;
        reader.root(&OpenComplaint::log_shape(), false)?;
        Ok(reader.model)
    }
}

impl Reader<'_> {
    fn places_of(&mut self, shape: Shape, place: &str) {
        match shape {
            Shape::OneOf(words) if words.len() > 1 => {
                let mut words: Vec<String> = words.iter().map(ToString::to_string).collect();
                words.sort_unstable();
                self.places
                    .entry(words)
                    .or_default()
                    .insert(place.to_owned());
            }
            Shape::List(list) => self.places_of(list.item.clone(), &format!("{place}[]")),
            Shape::Map(map) => self.places_of(map.value.clone(), &format!("{place}{{}}")),
            Shape::Object(object) => {
                for field in &object.fields {
                    let place = format!("{}.{}", object.name, field.name);
                    self.places_of(field.shape.clone(), &place);
                }
            }
            Shape::AnyOf(alternatives) => {
                for alternative in alternatives.iter() {
                    self.places_of(alternative.shape.clone(), place);
                }
            }
            Shape::Tagged(tagged) => {
                for (_, shape) in &tagged.variants {
                    self.places_of(shape.clone(), place);
                }
            }
            _ => {}
        }
    }

    fn root(&mut self, shape: &Shape, asked: bool) -> Outcome<String> {
        self.ways = Ways {
            asked,
            answered: !asked,
        };
        match self.ty(shape, "")? {
            Type::Named(name) => Ok(name),
            other => Err(format!("an operation takes or answers {other:?}, not a record").into()),
        }
    }

    fn ty(&mut self, shape: &Shape, place: &str) -> Outcome<Type> {
        Ok(match shape {
            Shape::Any => Type::Json,
            Shape::Boolean => Type::Boolean,
            Shape::Integer { .. } => Type::Integer,
            Shape::Text { .. } | Shape::Condition | Shape::Operand => Type::Text,
            Shape::Decimal { .. } | Shape::Weight { .. } | Shape::Amount { .. } => Type::Decimal,
            Shape::Date => Type::Date,
            Shape::Instant => Type::Moment,
            Shape::Literal => Type::Input,
            Shape::OneOf(words) => {
                let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
                self.words(&words, place)?
            }
            Shape::List(list) => Type::List(Box::new(self.ty(&list.item, &format!("{place}[]"))?)),
            Shape::Map(map) => Type::Map(Box::new(self.ty(&map.value, &format!("{place}{{}}"))?)),
            Shape::Object(object) => Type::Named(self.record(object, None)?),
            Shape::Tagged(tagged) => Type::Named(self.union(tagged)?),
            Shape::AnyOf(alternatives) => {
                let shapes: Vec<&Shape> = alternatives.iter().map(|a| &a.shape).collect();
                self.any_of(&shapes, place)?
            }
        })
    }

    /// The few choices that there are.
    fn any_of(&mut self, shapes: &[&Shape], place: &str) -> Outcome<Type> {
        Ok(match shapes {
            [Shape::Text { .. }, Shape::Any] => Type::Rulebook,
            [Shape::Text { .. }, Shape::Integer { .. }] => Type::Decimal,
            [
                Shape::Text { .. },
                Shape::Boolean,
                Shape::Integer { .. },
                ..,
            ] => Type::Input,
            [Shape::Text { .. }, Shape::Object(object)] => {
                let record = self.record(object, None)?;
                let name = format!("{record}Choice");
                Type::Named(self.declare(name, Item::Choice { record })?)
            }
            _ => return Err(format!("{place}: no type for this choice of shapes").into()),
        })
    }

    /// A record by an object, whose `tag` its union holds.
    fn record(&mut self, object: &ObjectShape, tag: Option<&str>) -> Outcome<String> {
        let renamed = names::RECORDS
            .iter()
            .find(|(shape, _)| *shape == object.name);
        let name = renamed.map_or(object.name.as_ref(), |(_, name)| name);
        let mut fields = Vec::new();
        for field in &object.fields {
            if Some(field.name.as_ref()) == tag {
                continue;
            }
            let place = format!("{}.{}", object.name, field.name);
            fields.push(Field {
                key: field.name.to_string(),
                ty: self.ty(&field.shape, &place)?,
                required: field.required,
                doc: field.doc.to_string(),
            });
        }
        let doc = object.doc.to_string();
        self.declare(name.to_owned(), Item::Record(Record { doc, fields }))
    }

    fn union(&mut self, tagged: &TaggedShape) -> Outcome<String> {
        let mut variants = Vec::new();
        for (word, shape) in &tagged.variants {
            let Shape::Object(object) = shape else {
                return Err(format!("`{word}` of a tag is no object").into());
            };
            let record = self.record(object, Some(&tagged.tag))?;
            variants.push((word.to_string(), record));
        }
        let first = variants.first().map_or("", |(_, record)| record);
        let named = names::UNIONS.iter().find(|(of, ..)| *of == first);
        let (_, name, doc) = named.ok_or_else(|| format!("no name for the union of {first}"))?;
        let union = Union {
            doc: (*doc).to_owned(),
            tag: tagged.tag.to_string(),
            variants,
        };
        self.declare((*name).to_owned(), Item::Union(union))
    }

    fn words(&mut self, words: &[&str], place: &str) -> Outcome<Type> {
        if words.len() < 2 {
            // One word says nothing yet: it is there for what may come.
            return Ok(Type::Text);
        }
        if words.len() == 3
            && ["true", "false", "unknown"]
                .iter()
                .all(|w| words.contains(w))
        {
            return Ok(Type::Named(
                self.declare("ConditionAnswer".to_owned(), Item::ByHand)?,
            ));
        }
        if let Some((_, name)) = names::SOME_OF.iter().find(|(of, _)| *of == place) {
            let whole = self.known.iter().find(|closed| closed.name == *name);
            let whole = whole.ok_or_else(|| format!("the core has no {name}"))?;
            let whole: Vec<&str> = whole.members.iter().map(|m| m.word.as_str()).collect();
            return self.words(&whole, "");
        }
        let mut sorted: Vec<String> = words.iter().map(ToString::to_string).collect();
        sorted.sort_unstable();
        let places = self.places.get(&sorted);
        let places: Vec<&str> = places.into_iter().flatten().map(String::as_str).collect();
        let known = self.known.iter().find(|closed| closed.has_words(words));
        let by_hand = known.and_then(|known| {
            let pair = names::WORDS_BY_HAND.iter();
            pair.clone().find(|(core, _)| *core == known.name)
        });
        if let Some((_, name)) = by_hand {
            return Ok(Type::Named(self.declare((*name).to_owned(), Item::ByHand)?));
        }
        let named = names::ENUMERATIONS
            .iter()
            .find(|(place, _)| places.contains(place));
        let name = match (named, known, places.first()) {
            (Some((_, name)), ..) => (*name).to_owned(),
            (None, Some(known), _) => known.name.clone(),
            (None, None, Some(place)) => camel(&place.replace('.', "_").replace("[]", "")),
            (None, None, None) => return Err(format!("no name for the words at {place}").into()),
        };
        let members = words.iter().map(|word| {
            let known = known.and_then(|known| known.members.iter().find(|m| m.word == *word));
            known.cloned().unwrap_or_else(|| Member {
                name: camel(word),
                word: (*word).to_owned(),
                doc: String::new(),
            })
        });
        let members = members.map(|member| Member {
            name: camel(&member.word),
            ..member
        });
        let doc = known.map_or_else(String::new, |known| known.doc.clone());
        let closed = Closed {
            name: name.clone(),
            doc,
            members: members.collect(),
        };
        Ok(Type::Named(self.declare(name, Item::Enumeration(closed))?))
    }

    /// Notes what crosses under a name. The same name twice must be the same thing.
    fn declare(&mut self, name: String, item: Item) -> Outcome<String> {
        let kind = item.kind();
        let (known, crossing) = self
            .model
            .items
            .entry(name.clone())
            .or_insert_with(|| (item, Crossing::default()));
        if known.kind() != kind {
            return Err(format!("{name} is both {} and {kind}", known.kind()).into());
        }
        crossing.ways.asked |= self.ways.asked;
        crossing.ways.answered |= self.ways.answered;
        crossing.rooms.insert(self.room);
        Ok(name)
    }
}
