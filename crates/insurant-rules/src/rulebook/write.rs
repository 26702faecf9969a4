//! From a rulebook to canonical JSON.

use super::language::LANGUAGE_VERSION;
use super::model::{
    About, Body, Formula, Input, LiteralAt, NamedCondition, Parameter, Part, Rulebook, ValueType,
};
use super::parts::{
    Band, Case, Cell, Characteristic, Dimension, Floor, GradeBand, NamedScorecard, Rule, Scale,
    Scorecard, Section, Table, Veto,
};
use super::records::{Attributes, Record};
use crate::document::{Decimal, Json, Object, SafeInteger, fingerprint};

impl Rulebook {
    /// The rulebook as canonical JSON: conditions as the parser prints them, literals as text,
    /// defaults left out. It reads back as the same rulebook.
    #[must_use]
    pub fn to_json(&self) -> Json {
        self.write(false)
    }

    /// The fingerprint of the rulebook, over its canonical JSON with the conventions that it
    /// leaves to the host filled in. Of a resolved rulebook it covers what it extends as well.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.write(true).to_canonical_string())
    }

    fn write(&self, all_conventions: bool) -> Json {
        let effective = Object::new()
            .with("from", self.effective.from.to_string())
            .with_some("to", self.effective.to.map(|to| to.to_string()));
        let mut object = Object::new()
            .with("id", &self.id)
            .with("version", &self.version)
            .with_some("title", self.title.as_ref())
            .with_some("doc", self.doc.as_ref())
            .with_some("language", SafeInteger::new(LANGUAGE_VERSION))
            .with("effective", effective)
            .with("currency", self.currency.code())
            .with_some("extends", self.extends.as_ref().map(ToString::to_string));
        let conventions = self.conventions.iter();
        let conventions: Object = conventions
            .filter(|convention| all_conventions || convention.stated)
            .fold(Object::new(), |object, convention| {
                object.with(&convention.name, &convention.word)
            });
        for (key, members) in [
            ("conventions", conventions),
            ("parameters", map(&self.parameters, parameter)),
            ("inputs", map(&self.inputs, |p| self.input(p))),
            ("conditions", map(&self.conditions, |c| self.condition(c))),
        ] {
            if !members.is_empty() {
                object.set(key, members);
            }
        }
        for section in &self.sections {
            object.set(&section.name, self::section(section));
        }
        object.into()
    }

    fn input(&self, input: &Input) -> Json {
        let object = value_type(Object::new(), &input.ty);
        about(self.subject(object, &input.subject), &input.about).into()
    }

    /// A condition that says nothing but its text is its text.
    fn condition(&self, condition: &NamedCondition) -> Json {
        let object = self.subject(Object::new(), &condition.subject);
        let object = about(object, &condition.about);
        if object.is_empty() {
            text(&condition.when)
        } else {
            object.with("when", text(&condition.when)).into()
        }
    }

    fn subject(&self, object: Object, subject: &str) -> Object {
        if subject == self.first_subject {
            object
        } else {
            object.with("subject", subject)
        }
    }
}

fn section(section: &Section) -> Object {
    let mut members = Object::new().with_some("doc", section.doc.as_ref());
    if let Some(rules) = &section.rules {
        members.set("rules", list(rules, rule));
    }
    for NamedScorecard { name, card } in &section.scorecards {
        members.set(name, scorecard(card));
    }
    if let Some(tables) = &section.tables {
        members.set("tables", list(tables, table));
    }
    if let Some(records) = &section.records {
        members = attributes(members, &records.header);
        for records in &records.lists {
            members.set(&records.name, list(&records.records, record));
        }
    }
    members
}

fn text(formula: &Formula) -> Json {
    Json::Text(formula.to_string())
}

fn literal(literal: &LiteralAt) -> Json {
    Json::Text(literal.literal.to_string())
}

/// Without needless zeros, so that equal decimals have one spelling.
fn decimal(decimal: Decimal) -> Json {
    Json::Text(decimal.normal().to_string())
}

fn percent(weight: Decimal) -> Json {
    weight.percent().map_or_else(
        || decimal(weight),
        |percent| Json::Text(format!("{percent}%")),
    )
}

fn about(object: Object, about: &About) -> Object {
    object
        .with_some("source", about.source.as_ref())
        .with_some("doc", about.doc.as_ref())
}

fn example(object: Object, example: bool) -> Object {
    object.with_some("example", example.then_some(true))
}

fn removal() -> Object {
    Object::new().with("remove", true)
}

fn map<T>(parts: &[Part<T>], write: impl Fn(&T) -> Json) -> Object {
    parts
        .iter()
        .fold(Object::new(), |object, part| match &part.body {
            Body::Given(body) => object.with(&part.id, write(body)),
            Body::Removed => object.with(&part.id, removal()),
            Body::Refused => object,
        })
}

fn list<T>(parts: &[Part<T>], write: impl Fn(&T) -> Object) -> Json {
    let objects = parts.iter().filter_map(|part| {
        let object = match &part.body {
            Body::Given(body) => write(body),
            Body::Removed => removal(),
            Body::Refused => return None,
        };
        let before = part.before.as_ref().map(|(id, _)| id);
        Some(object.with("id", &part.id).with_some("before", before))
    });
    Json::list(objects)
}

fn value_type(object: Object, ty: &ValueType) -> Object {
    let object = object.with("type", &ty.word);
    if ty.members.is_empty() {
        object
    } else {
        object.with("members", Json::list(&ty.members))
    }
}

fn parameter(parameter: &Parameter) -> Json {
    let status = |verified| if verified { "verified" } else { "unverified" };
    let object = Object::new()
        .with("value", literal(&parameter.value))
        .with_some("status", parameter.verified.map(status));
    about(example(object, parameter.example), &parameter.about).into()
}

fn rule(rule: &Rule) -> Object {
    let object = rule
        .attributes
        .iter()
        .fold(Object::new(), |object, (key, value)| {
            object.with(key, value.clone())
        });
    let object = object
        .with_some("outcome", rule.outcome.as_ref())
        .with("when", text(&rule.when))
        .with_some("holds", rule.holds.as_ref().map(text));
    about(example(object, rule.example), &rule.about)
}

fn attributes(object: Object, attributes: &Attributes) -> Object {
    let object = attributes.fields.iter().fold(object, |object, field| {
        object.with(&field.name, field.value.clone())
    });
    let conditions = attributes.conditions.iter();
    conditions.fold(object, |object, condition| {
        object.with(&condition.name, text(&condition.when))
    })
}

fn record(record: &Record) -> Object {
    let object = attributes(Object::new(), &record.attributes);
    about(example(object, record.example), &record.about)
}

fn scorecard(card: &Scorecard) -> Object {
    let mut object = Object::new();
    if !card.dimensions.is_empty() {
        object.set("dimensions", list(&card.dimensions, dimension));
    }
    if !card.characteristics.is_empty() {
        object.set(
            "characteristics",
            list(&card.characteristics, characteristic),
        );
    }
    if !card.vetoes.is_empty() {
        object.set("vetoes", list(&card.vetoes, veto));
    }
    let grades = card.grades.as_ref();
    object.with_some(
        "grades",
        grades.map(|bands| Json::list(bands.iter().map(grade))),
    )
}

fn veto(veto: &Veto) -> Object {
    let object = Object::new()
        .with("when", text(&veto.when))
        .with("grade", &veto.grade);
    about(example(object, veto.example), &veto.about)
}

fn dimension(dimension: &Dimension) -> Object {
    let mut object = Object::new().with("weight", percent(dimension.weight));
    if !dimension.floors.is_empty() {
        let floors = dimension.floors.iter().map(floor);
        object.set("floors", Json::list(floors));
    }
    about(example(object, dimension.example), &dimension.about)
}

fn floor(floor: &Floor) -> Object {
    Object::new()
        .with("least", decimal(floor.least))
        .with("best", &floor.best)
}

fn grade(band: &GradeBand) -> Object {
    Object::new()
        .with("grade", &band.grade)
        .with_some("from", band.from.map(decimal))
        .with_some("below", band.below.map(decimal))
}

fn characteristic(characteristic: &Characteristic) -> Object {
    let missing = match characteristic.missing {
        Some(points) => Object::new().with("points", decimal(points)).into(),
        None => Json::from("undecided"),
    };
    let (key, scale) = match &characteristic.scale {
        Scale::Bands(bands) => ("bands", Json::list(bands.iter().map(band))),
        Scale::Cases(cases) => ("cases", Json::list(cases.iter().map(case))),
    };
    let dimension = characteristic.dimension.as_ref().map(|(id, _)| id);
    // Shares of a whole are for people; a plain factor may be more than one.
    let weight = match dimension {
        Some(_) => percent(characteristic.weight),
        None => decimal(characteristic.weight),
    };
    let object = Object::new()
        .with("value", text(&characteristic.value))
        .with_some("dimension", dimension)
        .with("weight", weight)
        .with("missing", missing)
        .with(key, scale)
        .with_some("otherwise", characteristic.otherwise.map(decimal));
    about(
        example(object, characteristic.example),
        &characteristic.about,
    )
}

fn bounds(from: Option<&LiteralAt>, below: Option<&LiteralAt>) -> Object {
    Object::new()
        .with_some("from", from.map(literal))
        .with_some("below", below.map(literal))
}

fn band(band: &Band) -> Object {
    bounds(band.from.as_ref(), band.below.as_ref()).with("points", decimal(band.points))
}

fn case(case: &Case) -> Object {
    Object::new()
        .with("is", Json::list(case.is.iter().map(literal)))
        .with("points", decimal(case.points))
}

fn table(table: &Table) -> Object {
    let rows = table.rows.iter().map(|row| {
        Object::new()
            .with("match", Json::list(row.cells.iter().map(cell)))
            .with("value", literal(&row.value))
    });
    let object = value_type(Object::new(), &table.ty)
        .with("on", Json::list(table.on.iter().map(text)))
        .with("rows", Json::list(rows))
        .with_some("otherwise", table.otherwise.as_ref().map(literal));
    about(object, &table.about)
}

fn cell(cell: &Cell) -> Json {
    match cell {
        Cell::Any => Json::from("*"),
        Cell::Is(value) => literal(value),
        Cell::Range { from, below, .. } => bounds(from.as_ref(), below.as_ref()).into(),
    }
}
