//! From a document to a rulebook, as much of it as can be read.

use super::language::{LANGUAGE_VERSION, Language};
use super::model::{
    About, Body, ChosenConvention, Effective, Extends, Formula, Input, LiteralAt, NamedCondition,
    Origin, Parameter, Part, Rulebook, ValueType,
};
use super::shapes;
use super::uses::unused;
use crate::code;
use crate::currency::Currency;
use crate::date::Date;
use crate::document::{Decimal, Document, Entry, Node, Path, Value, quoted};
use crate::problem::{Problem, Problems, nearest};
use crate::span::Span;
use crate::syntax::{Expression, Kind, Literal, parse, parse_literal};
use std::sync::Arc;

impl Rulebook {
    /// Reads a rulebook and checks it. One that extends another is checked as far as it goes by
    /// itself; read it with the other by [`super::Rulebooks::read`].
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(document: Document, language: &Language) -> Result<Self, Problems> {
        let document = Arc::new(document);
        let mut problems = Problems::new();
        let Some(rulebook) = draft(&document, language, &mut problems) else {
            return Err(problems.or(()).err().unwrap_or_default());
        };
        if rulebook.extends.is_none() {
            check(&rulebook, language, &mut problems);
            unused(None, &rulebook, &rulebook, language, &mut problems);
        }
        problems.or(rulebook)
    }
}

/// Checks a rulebook that extends no other, or that was resolved. One that still extends another
/// is checked as far as it goes by itself: the names that it does not state may be its base's.
pub(super) fn check(rulebook: &Rulebook, language: &Language, problems: &mut Problems) {
    let mut found = Problems::new();
    super::compile::compile(rulebook, language, &[], &mut found);
    problems.extend(found);
}

/// Reads a rulebook; whatever is wrong goes to `problems`, and what can be read is read all the
/// same, so that mistakes of all kinds are reported in one run. `None` when there is nothing to
/// go on with.
pub(super) fn draft(
    document: &Arc<Document>,
    language: &Language,
    problems: &mut Problems,
) -> Option<Rulebook> {
    check_shape(document, language, problems);
    let root = document.root();
    if !matches!(root.value, Value::Map(_)) {
        return None;
    }
    let mut reader = Reader {
        document,
        language,
        problems,
        extends: root.get("extends").is_some(),
    };
    Some(reader.rulebook(root))
}

/// The shape of the whole document. An object under an unknown key at the top is a section that
/// the host does not have.
fn check_shape(document: &Document, language: &Language, problems: &mut Problems) {
    let mut found = Problems::new();
    let path = Path::ROOT;
    shapes::shape(language).check(document, document.root(), &path, &mut found);
    for problem in found {
        let path = problem.place().path.clone();
        let entry = document.root().entry(&path);
        let is_section = problem.code() == code::UNKNOWN_FIELD
            && entry.is_some_and(|entry| matches!(entry.node.value, Value::Map(_)));
        if !is_section {
            problems.push(problem);
            continue;
        }
        let names = || language.sections().iter().map(|section| &*section.name);
        let listed: Vec<&str> = names().collect();
        let section = Problem::new(
            code::UNKNOWN_SECTION,
            format!("unknown section {}", quoted(&path)),
        )
        .at(problem.place().clone())
        .expected(crate::document::list_words(&listed))
        .nearest(nearest(
            &path,
            names().chain(["parameters", "inputs", "conditions"]),
        ));
        problems.push(section);
    }
}

pub(super) struct Reader<'a> {
    pub(super) document: &'a Arc<Document>,
    pub(super) language: &'a Language,
    pub(super) problems: &'a mut Problems,
    /// Whether the rulebook extends another, so that its parts may override and remove.
    pub(super) extends: bool,
}

impl Reader<'_> {
    pub(super) fn origin(&self, node: &Node, path: &Path<'_>) -> Origin {
        Origin::new(self.document, node.span, path)
    }

    pub(super) fn report(&mut self, origin: &Origin, problem: Problem) {
        self.problems.push(problem.at(origin.place()));
    }

    fn rulebook(&mut self, root: &Node) -> Rulebook {
        let path = Path::ROOT;
        let text = |key: &str| root.text_at(key).unwrap_or_default().to_owned();
        self.language_version(root, &path);
        Rulebook {
            id: text("id"),
            version: text("version"),
            title: root.text_at("title").map(str::to_owned),
            doc: root.text_at("doc").map(str::to_owned),
            effective: self.effective(root, &path),
            currency: self.currency(root, &path),
            extends: root.get("extends").and_then(|node| {
                let (id, version) = match node.text()?.split_once('@') {
                    Some((id, version)) => (id, Some(version.to_owned())),
                    None => (node.text()?, None),
                };
                Some(Extends {
                    id: id.to_owned(),
                    version,
                    origin: self.origin(node, &path.key("extends")),
                })
            }),
            first_subject: self.language.first_subject().to_owned(),
            bases: Vec::new(),
            conventions: self.conventions(root),
            parameters: self.map_parts(root, "parameters", Self::parameter),
            inputs: self.map_parts(root, "inputs", Self::input),
            conditions: self.map_parts(root, "conditions", Self::condition),
            sections: self.sections(root, &path),
            origin: self.origin(root, &path),
        }
    }

    fn language_version(&mut self, root: &Node, path: &Path<'_>) {
        let Some((node, version)) = root.get("language").and_then(|n| Some((n, n.integer()?)))
        else {
            return;
        };
        if version != LANGUAGE_VERSION {
            let origin = self.origin(node, &path.key("language"));
            let problem = Problem::new(
                code::UNSUPPORTED_LANGUAGE,
                format!("this library does not read version `{version}` of the rule language"),
            )
            .expected(format!("`{LANGUAGE_VERSION}`"))
            .remedy("use a library that reads it: the same rules could decide differently here");
            self.report(&origin, problem);
        }
    }

    /// Without a readable beginning the rulebook counts as always in force; that was reported.
    fn effective(&mut self, root: &Node, path: &Path<'_>) -> Effective {
        let path = path.key("effective");
        let node = root.get("effective");
        let date = |key: &str| {
            node.and_then(|n| n.get(key)?.text())
                .and_then(|t| Date::parse(t).ok())
        };
        let effective = Effective {
            from: date("from").unwrap_or(Date::MIN),
            to: date("to"),
        };
        if let (Some(to), Some(end)) = (effective.to, node.and_then(|n| n.get("to")))
            && to <= effective.from
        {
            let origin = self.origin(end, &path.key("to"));
            let problem =
                Problem::new(code::EMPTY_DATE_RANGE, "the rulebook is in force on no day")
                    .found(format!("{} up to, but without, {to}", effective.from))
                    .expected(format!("a date after {}", effective.from))
                    .remedy("leave `to` out when no end is known");
            self.report(&origin, problem);
        }
        effective
    }

    fn currency(&mut self, root: &Node, path: &Path<'_>) -> Currency {
        let Some(node) = root.get("currency") else {
            return Currency::UNDECLARED;
        };
        let Some(text) = node.text() else {
            return Currency::UNDECLARED;
        };
        Currency::parse(text).unwrap_or_else(|| {
            let origin = self.origin(node, &path.key("currency"));
            let problem = Problem::new(
                code::UNKNOWN_CURRENCY,
                format!("{} is not a currency", quoted(text)),
            )
            .expected("a code of ISO 4217 in capitals, such as `CNY`");
            self.report(&origin, problem);
            Currency::UNDECLARED
        })
    }

    fn conventions(&self, root: &Node) -> Vec<ChosenConvention> {
        let node = root.get("conventions");
        let choose = |convention: &super::language::Convention| {
            let stated = node.and_then(|node| node.text_at(&convention.name));
            ChosenConvention {
                name: convention.name.to_string(),
                word: stated.unwrap_or(&convention.default).to_owned(),
                stated: stated.is_some(),
            }
        };
        self.language.conventions().iter().map(choose).collect()
    }

    /// The parts of a map, by key.
    fn map_parts<T>(
        &mut self,
        root: &Node,
        key: &str,
        read: fn(&mut Self, &str, &Node, &Path<'_>) -> Option<T>,
    ) -> Vec<Part<T>> {
        let root_path = Path::ROOT;
        let path = root_path.key(key);
        let entries = root.get(key).map_or(&[] as &[Entry], Node::entries);
        let mut parts = Vec::with_capacity(entries.len());
        for entry in entries {
            let path = path.key(&entry.key);
            let body = if entry.node.get("remove").is_some() {
                self.removal(&entry.node, &path)
            } else {
                read(self, &entry.key, &entry.node, &path).map_or(Body::Refused, Body::Given)
            };
            parts.push(Part {
                id: entry.key.clone(),
                origin: Origin::new(self.document, entry.key_span, path),
                before: None,
                body,
            });
        }
        parts
    }

    /// A part that removes one of the rulebook extended.
    pub(super) fn removal<T>(&mut self, node: &Node, path: &Path<'_>) -> Body<T> {
        if node.boolean_at("remove") == Some(false) {
            let problem = Problem::new(
                code::CONFLICTING_FIELDS,
                "`remove` says nothing when it is false",
            )
            .expected("`true`")
            .remedy("leave `remove` out, or the whole part");
            let origin = self.origin(node, path);
            self.report(&origin, problem);
        }
        self.overrides("remove", node, path);
        Body::Removed
    }

    /// Reports a field that means something only in a rulebook that extends another.
    pub(super) fn overrides(&mut self, field: &str, node: &Node, path: &Path<'_>) {
        if self.extends {
            return;
        }
        let origin = self.origin(node, path);
        let problem = Problem::new(
            code::NOTHING_EXTENDED,
            format!("`{field}` stands in a rulebook that extends no other"),
        )
        .remedy(format!(
            "leave `{field}` out, or say what the rulebook `extends`"
        ));
        self.report(&origin, problem);
    }

    pub(super) fn about(node: &Node) -> About {
        let text = |key: &str| node.text_at(key).map(str::to_owned);
        About {
            source: text("source"),
            doc: text("doc"),
        }
    }

    /// A literal of the rule language, or a plain whole number or boolean.
    pub(super) fn literal(&mut self, node: &Node, path: &Path<'_>) -> Option<LiteralAt> {
        let origin = self.origin(node, path);
        let literal = match &node.value {
            Value::Integer(number) => Literal::Integer(*number),
            Value::Boolean(value) => Literal::Boolean(*value),
            Value::Text(text) => match parse_literal(text) {
                Ok(literal) => literal,
                Err(faults) => {
                    self.problems.extend(origin.locate(faults));
                    return None;
                }
            },
            _ => return None,
        };
        Some(LiteralAt { literal, origin })
    }

    /// The literal under a key. `Err` when there is one that cannot be read.
    pub(super) fn literal_at(
        &mut self,
        node: &Node,
        key: &str,
        path: &Path<'_>,
    ) -> Result<Option<LiteralAt>, Unread> {
        match node.get(key) {
            None => Ok(None),
            Some(found) => self.literal(found, &path.key(key)).map(Some).ok_or(Unread),
        }
    }

    /// The decimal under a key. `Err` when there is one that cannot be read.
    pub(super) fn decimal_at(node: &Node, key: &str) -> Result<Option<Decimal>, Unread> {
        match node.get(key) {
            None => Ok(None),
            Some(found) => found.decimal().map(Some).ok_or(Unread),
        }
    }

    /// A condition or a value. Its faults are reported; what could be parsed is there to check.
    pub(super) fn formula(&mut self, node: &Node, path: &Path<'_>) -> Option<Formula> {
        let parsed = parse(node.text()?);
        let origin = self.origin(node, path);
        self.problems.extend(origin.locate(parsed.faults));
        Some(Formula {
            tree: parsed.expression,
            origin,
        })
    }

    pub(super) fn formula_at(
        &mut self,
        node: &Node,
        key: &str,
        path: &Path<'_>,
    ) -> Option<Formula> {
        self.formula(node.get(key)?, &path.key(key))
    }

    /// In the place of a formula that is absent, which was reported.
    pub(super) fn missing_formula(&self, node: &Node, path: &Path<'_>) -> Formula {
        let span = Span::default();
        let kind = Kind::Missing;
        Formula {
            tree: Expression { kind, span },
            origin: self.origin(node, path),
        }
    }

    fn parameter(&mut self, _: &str, node: &Node, path: &Path<'_>) -> Option<Parameter> {
        Some(Parameter {
            value: self.literal(node.get("value")?, &path.key("value"))?,
            example: node.boolean_at("example").unwrap_or(false),
            verified: node.text_at("status").map(|status| status == "verified"),
            about: Self::about(node),
        })
    }

    fn input(&mut self, _: &str, node: &Node, path: &Path<'_>) -> Option<Input> {
        Some(Input {
            ty: self.value_type(node, path)?,
            subject: self.subject(node),
            about: Self::about(node),
        })
    }

    fn subject(&self, node: &Node) -> String {
        let named = node.text_at("subject");
        named.unwrap_or(self.language.first_subject()).to_owned()
    }

    /// `type` and `members`, which belong together.
    pub(super) fn value_type(&mut self, node: &Node, path: &Path<'_>) -> Option<ValueType> {
        let word = node.text_at("type")?;
        if !shapes::INPUT_TYPES.contains(&word) {
            return None;
        }
        let members: Option<Vec<String>> = node
            .items_at("members")
            .iter()
            .map(|member| member.text().map(str::to_owned))
            .collect();
        let members = members?;
        let is_enumeration = word == "enumeration";
        if is_enumeration && node.get("members").is_none() {
            let origin = self.origin(node, path);
            let problem = Problem::new(code::MISSING_FIELD, "the field `members` is missing")
                .expected("the list of the members of the enumeration");
            self.report(&origin, problem);
            return None;
        }
        if let Some(given) = node.get("members") {
            let path = path.key("members");
            if !is_enumeration {
                let origin = self.origin(given, &path);
                let problem = Problem::new(
                    code::CONFLICTING_FIELDS,
                    format!("`members` stands beside the type `{word}`"),
                )
                .remedy("leave `members` out, or make the type `enumeration`");
                self.report(&origin, problem);
            }
            for (index, member) in given.items().iter().enumerate() {
                let repeated = members
                    .iter()
                    .take(index)
                    .any(|m| Some(&**m) == member.text());
                if repeated {
                    let origin = self.origin(member, &path.index(index));
                    let problem = Problem::new(code::DUPLICATE_ID, "the member stands twice")
                        .found(quoted(member.text().unwrap_or_default()))
                        .remedy("leave one out");
                    self.report(&origin, problem);
                }
            }
        }
        Some(ValueType {
            word: word.to_owned(),
            members,
        })
    }

    fn condition(&mut self, _: &str, node: &Node, path: &Path<'_>) -> Option<NamedCondition> {
        let when = if node.text().is_some() {
            self.formula(node, path)?
        } else {
            self.formula_at(node, "when", path)?
        };
        Some(NamedCondition {
            when,
            subject: self.subject(node),
            about: Self::about(node),
        })
    }
}

/// Something is there that cannot be read, and that was reported.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unread;
