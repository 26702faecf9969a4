//! The model as Rust that UniFFI reads: a file for each room, one for what rooms share, one for the
//! methods.

use super::enumerations::Closed;
use super::model::{Crossing, Field, Item, Model, Record, Type, Union, Ways};
use super::names::camel;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const NOTE: &str = "Written by `cargo xtask schema` from the shapes of the operations.";
/// What several rooms need.
const SHARED: &str = "shared";

/// The files by name.
pub(super) fn files(model: &Model) -> BTreeMap<String, String> {
    let mut rooms: BTreeMap<&str, String> = BTreeMap::new();
    for (name, (item, crossing)) in &model.items {
        let text = item_of(name, item, crossing.ways);
        rooms.entry(room(crossing)).or_default().push_str(&text);
    }
    let mut files = BTreeMap::new();
    let mut all = String::new();
    let mut modules = String::new();
    for (room, items) in &rooms {
        let title = match *room {
            SHARED => "What several kinds of operations take and answer".to_owned(),
            room => format!("What operations on {} take and answer", title(room)),
        };
        // What rooms share needs none of them.
        let rooms = if *room == SHARED {
            ""
        } else {
            "use super::rooms::*;\n"
        };
        let text = format!("//! {title}.\n//!\n//! {NOTE}\n\n{rooms}use super::wire::*;\n{items}");
        files.insert(format!("{room}.rs"), text);
        let _ = writeln!(modules, "pub mod {room};");
        let _ = writeln!(all, "pub use super::{room}::*;");
    }
    files.insert(
        "rooms.rs".to_owned(),
        format!("//! Every room.\n//!\n//! {NOTE}\n\n{all}"),
    );
    files.insert("methods.rs".to_owned(), methods(model));
    files
}

fn room(crossing: &Crossing) -> &'static str {
    let mut rooms = crossing.rooms.iter();
    match (rooms.next(), rooms.next()) {
        (Some(room), None) => room,
        _ => SHARED,
    }
}

fn title(room: &str) -> &'static str {
    match room {
        "agent" => "agents",
        "approval" => "approvals",
        "assignment" => "assignments",
        "certification" => "certifications and grades",
        "complaint" => "complaints",
        "kpi" => "the insurer's indicators",
        "manager" => "account managers",
        "organisation" => "the organisation",
        "partner" => "partners",
        _ => "customers",
    }
}

fn item_of(name: &str, item: &Item, ways: Ways) -> String {
    let way = match ways {
        Ways {
            asked: true,
            answered: true,
        } => "both",
        Ways { asked: true, .. } => "asked",
        Ways { .. } => "answered",
    };
    match item {
        Item::ByHand => String::new(),
        Item::Record(record) => record_of(name, record, way),
        Item::Union(union) => union_of(name, union, way),
        Item::Enumeration(closed) => enumeration_of(name, closed, way),
        Item::Choice { record } => {
            let doc = doc(&format!("A word, or exactly: {record}."), 1);
            format!("\nchoice! {{\n{doc}    {way} {name}: {record}\n}}\n")
        }
    }
}

fn record_of(name: &str, record: &Record, way: &str) -> String {
    let mut text = format!("\nrecord! {{\n{}    {way} {name} {{\n", doc(&record.doc, 1));
    for field in &record.fields {
        text.push_str(&doc(&field.doc, 2));
        if !field.required {
            text.push_str("        #[uniffi(default = None)]\n");
        }
        let _ = writeln!(
            text,
            "        {} {:?}: {},",
            field.key,
            field.key,
            of(field)
        );
    }
    text.push_str("    }\n}\n");
    text
}

fn of(field: &Field) -> String {
    let ty = ty(&field.ty);
    if field.required {
        ty
    } else {
        format!("Option<{ty}>")
    }
}

fn ty(ty: &Type) -> String {
    match ty {
        Type::Boolean => "bool".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Decimal => "Amount".to_owned(),
        Type::Date => "CivilDate".to_owned(),
        Type::Moment => "Moment".to_owned(),
        Type::Json => "JsonText".to_owned(),
        Type::Rulebook => "RulebookChoice".to_owned(),
        Type::Input => "InputValue".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", self::ty(item)),
        Type::Map(value) => format!("HashMap<String, {}>", self::ty(value)),
    }
}

fn union_of(name: &str, union: &Union, way: &str) -> String {
    let mut text = format!(
        "\nunion! {{\n{}    {way} {name} by {:?} {{\n",
        doc(&union.doc, 1),
        union.tag
    );
    for (word, record) in &union.variants {
        let said = format!("`{word}`.");
        text.push_str(&doc(&said, 2));
        let _ = writeln!(text, "        {} {word:?}: {record},", camel(word));
    }
    text.push_str("    }\n}\n");
    text
}

fn enumeration_of(name: &str, closed: &Closed, way: &str) -> String {
    let said = if closed.doc.is_empty() {
        format!("One of {} words.", closed.members.len())
    } else {
        closed.doc.clone()
    };
    let mut text = format!("\nwords! {{\n{}    {way} {name} {{\n", doc(&said, 1));
    for member in &closed.members {
        let said = if member.doc.is_empty() {
            format!("`{}`.", member.word)
        } else {
            member.doc.clone()
        };
        text.push_str(&doc(&said, 2));
        let _ = writeln!(text, "        {} = {:?},", member.name, member.word);
    }
    text.push_str("    }\n}\n");
    text
}

fn methods(model: &Model) -> String {
    let mut text = format!(
        "//! The operations as methods.\n//!\n//! {NOTE}\n\nuse super::asked::{{answer, typed}};\n\
         use super::rooms::*;\nuse crate::Engine;\nuse crate::InsurantError;\n\n\
         #[uniffi::export]\nimpl Engine {{\n"
    );
    for (i, method) in model.methods.iter().enumerate() {
        if i > 0 {
            text.push('\n');
        }
        text.push_str(&doc(method.doc, 1));
        let _ = writeln!(
            text,
            "    pub fn {name}(\n        &self,\n        input: {input},\n    ) -> Result<{output}, \
             InsurantError> {{\n        answer(self.core(), {name:?}, input)\n    }}",
            name = method.name,
            input = method.input,
            output = method.output,
        );
    }
    text.push_str("}\n\ntyped! {\n");
    for method in &model.methods {
        let _ = writeln!(
            text,
            "    {} {:?}: {} => {},",
            method.room, method.name, method.input, method.output
        );
    }
    text.push_str("}\n");
    text
}

/// A doc comment, in lines of at most a hundred characters.
fn doc(text: &str, level: usize) -> String {
    let blank = "    ".repeat(level);
    let mut out = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() + blank.len() + 5 > 100 {
            let _ = writeln!(out, "{blank}/// {line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{blank}/// {line}");
    out
}
