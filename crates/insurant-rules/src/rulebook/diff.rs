//! What differs between two rulebooks, part by part.

use super::model::{Part, Rulebook};
use super::parts::{Scorecard, Section};
use super::records::Records;
use crate::document::{Json, Object};
use std::collections::BTreeSet;

/// One part that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs, by ids: `parameters.large`, `categories.rules.key`.
    pub path: String,
    /// How.
    pub change: Change,
}

/// How a part differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the second rulebook has it.
    Added(Json),
    /// Only the first rulebook has it.
    Removed(Json),
    /// It says something else, field by field. A field that is absent is `None`.
    Changed(Vec<FieldChange>),
    /// The parts that both have stand in another order, on which the result may depend.
    Reordered {
        /// The ids in the first rulebook.
        before: Vec<String>,
        /// The ids in the second.
        after: Vec<String>,
    },
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its key; empty when the part has no fields, such as a plain text.
    pub field: String,
    /// Its value in the first rulebook.
    pub before: Option<Json>,
    /// Its value in the second.
    pub after: Option<Json>,
}

/// The differences from one rulebook to another, in the order of their paths in the document:
/// header, conventions, parameters, inputs, conditions, then sections. Equal rulebooks have none.
///
/// Rules are compared as the parser prints them, so that blanks and spellings say nothing.
#[must_use]
pub fn diff(before: &Rulebook, after: &Rulebook) -> Vec<Difference> {
    let (old, new) = (before.to_json(), after.to_json());
    let mut differ = Differ::default();
    let named = ["conventions", "parameters", "inputs", "conditions"];
    let sections = before.sections.iter().chain(&after.sections);
    let mut section_names: Vec<&str> = Vec::new();
    for section in sections {
        if !section_names.contains(&section.name.as_str()) {
            section_names.push(&section.name);
        }
    }
    let is_part = |key: &str| named.contains(&key) || section_names.contains(&key);
    differ.fields_as_parts("", &without(&old, is_part), &without(&new, is_part));
    for key in named {
        differ.fields_as_parts(key, &object_at(&old, key), &object_at(&new, key));
    }
    for name in section_names {
        differ.section(before, after, (&old, &new), name);
    }
    differ.found
}

fn object_at(json: &Json, key: &str) -> Object {
    match json.get(key) {
        Some(Json::Object(object)) => object.clone(),
        _ => Object::new(),
    }
}

fn without(json: &Json, leave_out: impl Fn(&str) -> bool) -> Object {
    let Json::Object(object) = json else {
        return Object::new();
    };
    object
        .iter()
        .filter(|(key, _)| !leave_out(key))
        .fold(Object::new(), |kept, (key, value)| {
            kept.with(key, value.clone())
        })
}

#[derive(Default)]
struct Differ {
    found: Vec<Difference>,
}

impl Differ {
    fn push(&mut self, path: String, change: Change) {
        self.found.push(Difference { path, change });
    }

    /// Every member of two objects as a part of its own.
    fn fields_as_parts(&mut self, path: &str, before: &Object, after: &Object) {
        for key in keys(before, after) {
            let path = if path.is_empty() {
                key.clone()
            } else {
                format!("{path}.{key}")
            };
            self.part(path, before.get(&key), after.get(&key));
        }
    }

    fn part(&mut self, path: String, before: Option<&Json>, after: Option<&Json>) {
        match (before, after) {
            (None, None) => {}
            (None, Some(after)) => self.push(path, Change::Added(after.clone())),
            (Some(before), None) => self.push(path, Change::Removed(before.clone())),
            (Some(before), Some(after)) if before == after => {}
            (Some(before), Some(after)) => {
                self.push(path, Change::Changed(field_changes(before, after)));
            }
        }
    }

    fn section(
        &mut self,
        before: &Rulebook,
        after: &Rulebook,
        (old, new): (&Json, &Json),
        name: &str,
    ) {
        let (was, is) = (before.section(name), after.section(name));
        let (Some(was), Some(is)) = (was, is) else {
            return self.part(name.to_owned(), old.get(name), new.get(name));
        };
        let (old, new) = (object_at(old, name), object_at(new, name));
        self.part(format!("{name}.doc"), old.get("doc"), new.get("doc"));
        let path = format!("{name}.rules");
        let both = (was.rules.as_ref(), is.rules.as_ref());
        self.parts(
            &path,
            both.0,
            both.1,
            (old.get("rules"), new.get("rules")),
            true,
        );
        for card in names(was, is) {
            let (path, old, new) = (format!("{name}.{card}"), old.get(card), new.get(card));
            match (was.scorecard(card), is.scorecard(card)) {
                (Some(was), Some(is)) => self.scorecard(&path, (was, is), (old, new)),
                _ => self.part(path, old, new),
            }
        }
        let path = format!("{name}.tables");
        let both = (was.tables.as_ref(), is.tables.as_ref());
        // Tables are looked up by id, so their order says nothing.
        self.parts(
            &path,
            both.0,
            both.1,
            (old.get("tables"), new.get("tables")),
            false,
        );
        if let (Some(a), Some(b)) = (&was.records, &is.records) {
            self.records(name, a, b, &old, &new);
        }
    }

    /// A list that each of two sections may have or not.
    fn parts<T>(
        &mut self,
        path: &str,
        was: Option<&Vec<Part<T>>>,
        is: Option<&Vec<Part<T>>>,
        (old, new): (Option<&Json>, Option<&Json>),
        ordered: bool,
    ) {
        match (was, is) {
            (Some(was), Some(is)) => self.list(path, old, new, ids(was), ids(is), ordered),
            _ => self.part(path.to_owned(), old, new),
        }
    }

    fn scorecard(
        &mut self,
        path: &str,
        (was, is): (&Scorecard, &Scorecard),
        (old, new): (Option<&Json>, Option<&Json>),
    ) {
        let (old, new) = (object_at_some(old), object_at_some(new));
        let mut list = |key: &str, was: Vec<&str>, is: Vec<&str>, ordered| {
            let list = format!("{path}.{key}");
            self.list(&list, old.get(key), new.get(key), was, is, ordered);
        };
        list(
            "dimensions",
            ids(&was.dimensions),
            ids(&is.dimensions),
            false,
        );
        let (a, b) = (ids(&was.characteristics), ids(&is.characteristics));
        list("characteristics", a, b, false);
        list("vetoes", ids(&was.vetoes), ids(&is.vetoes), true);
        let grades = (old.get("grades"), new.get("grades"));
        self.part(format!("{path}.grades"), grades.0, grades.1);
    }

    /// The fields of the section one by one; records are looked up by id, so their order says
    /// nothing.
    fn records(&mut self, section: &str, a: &Records, b: &Records, old: &Object, new: &Object) {
        let mut lists: Vec<&str> = Vec::new();
        for list in a.lists.iter().chain(&b.lists) {
            if !lists.contains(&list.name.as_str()) {
                lists.push(&list.name);
            }
        }
        let header = |object: &Object| {
            let fields = object
                .iter()
                .filter(|(key, _)| a.header.has(key) || b.header.has(key));
            fields.fold(Object::new(), |object, (key, value)| {
                object.with(key, value.clone())
            })
        };
        self.fields_as_parts(section, &header(old), &header(new));
        for list in lists {
            let path = format!("{section}.{list}");
            let (was, is) = (ids(a.list(list)), ids(b.list(list)));
            self.list(&path, old.get(list), new.get(list), was, is, false);
        }
    }

    /// Parts by id; their order too, where the result depends on it.
    fn list(
        &mut self,
        path: &str,
        before: Option<&Json>,
        after: Option<&Json>,
        old_ids: Vec<&str>,
        new_ids: Vec<&str>,
        ordered: bool,
    ) {
        let find = |list: Option<&Json>, id: &str| {
            let items = list.map_or(&[] as &[Json], Json::items);
            let is_it = |item: &&Json| item.get("id").and_then(Json::text) == Some(id);
            items.iter().find(is_it).cloned()
        };
        let added = new_ids.iter().filter(|id| !old_ids.contains(id));
        for id in old_ids.iter().chain(added) {
            let (before, after) = (find(before, id), find(after, id));
            self.part(format!("{path}.{id}"), before.as_ref(), after.as_ref());
        }
        let common = |ids: &[&str], others: &[&str]| -> Vec<String> {
            let common = ids.iter().filter(|id| others.contains(id));
            common.map(|id| (*id).to_owned()).collect()
        };
        let (before, after) = (common(&old_ids, &new_ids), common(&new_ids, &old_ids));
        if ordered && before != after {
            self.push(path.to_owned(), Change::Reordered { before, after });
        }
    }
}

/// The scorecards of either section.
fn names<'s>(was: &'s Section, is: &'s Section) -> Vec<&'s str> {
    let mut names: Vec<&str> = Vec::new();
    for named in was.scorecards.iter().chain(&is.scorecards) {
        if !names.contains(&named.name.as_str()) {
            names.push(&named.name);
        }
    }
    names
}

fn object_at_some(json: Option<&Json>) -> Object {
    match json {
        Some(Json::Object(object)) => object.clone(),
        _ => Object::new(),
    }
}

fn ids<T>(parts: &[Part<T>]) -> Vec<&str> {
    parts.iter().map(|part| part.id.as_str()).collect()
}

fn keys(before: &Object, after: &Object) -> BTreeSet<String> {
    let keys = before.iter().chain(after.iter());
    keys.map(|(key, _)| key.to_owned()).collect()
}

/// The fields that differ; a condition that is plain text compares as one with `when` alone.
fn field_changes(before: &Json, after: &Json) -> Vec<FieldChange> {
    let as_object = |json: &Json, other: &Json| match (json, other) {
        (Json::Object(object), _) => Some(object.clone()),
        (Json::Text(_), Json::Object(_)) => Some(Object::new().with("when", json.clone())),
        _ => None,
    };
    match (as_object(before, after), as_object(after, before)) {
        (Some(old), Some(new)) => keys(&old, &new)
            .into_iter()
            .filter(|key| old.get(key) != new.get(key))
            .map(|key| FieldChange {
                before: old.get(&key).cloned(),
                after: new.get(&key).cloned(),
                field: key,
            })
            .collect(),
        _ => vec![FieldChange {
            field: String::new(),
            before: Some(before.clone()),
            after: Some(after.clone()),
        }],
    }
}

impl Difference {
    /// The difference as JSON, for `rulebook diff` and its operation.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let object = Object::new().with("path", &self.path);
        let object = match &self.change {
            Change::Added(after) => object.with("change", "added").with("after", after.clone()),
            Change::Removed(before) => object
                .with("change", "removed")
                .with("before", before.clone()),
            Change::Changed(fields) => {
                let fields = fields.iter().map(|field| {
                    Object::new()
                        .with("field", &field.field)
                        .with_some("before", field.before.clone())
                        .with_some("after", field.after.clone())
                });
                object
                    .with("change", "changed")
                    .with("fields", Json::list(fields))
            }
            Change::Reordered { before, after } => object
                .with("change", "reordered")
                .with("before", Json::list(before))
                .with("after", Json::list(after)),
        };
        object.into()
    }
}
