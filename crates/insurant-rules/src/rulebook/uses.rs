//! Which names a rulebook uses, and where; and what it states that nothing uses.

use super::language::Language;
use super::model::{Body, Formula, LiteralAt, Origin, Part, Rulebook, given};
use super::parts::{Cell, NamedScorecard, Scale, Section};
use super::records::Attributes;
use crate::code;
use crate::problem::{Code, Problem, Problems, nearest};
use crate::syntax::{Expression, Kind, Literal};
use std::collections::BTreeSet;

/// A word that stands in a formula, or where a literal stands.
pub(super) struct Use<'r> {
    pub(super) word: &'r str,
    pub(super) origin: &'r Origin,
}

/// Every word of a rulebook that may be the name of something, in conditions, values, scorecards
/// and tables.
pub(super) struct Uses<'r> {
    found: Vec<Use<'r>>,
    /// Whether something could not be read, so that there may be more.
    partial: bool,
}

impl<'r> Uses<'r> {
    pub(super) fn of(rulebook: &'r Rulebook) -> Self {
        let mut uses = Self {
            found: Vec::new(),
            partial: false,
        };
        for condition in uses.bodies(&rulebook.conditions) {
            uses.formula(&condition.when);
        }
        for section in &rulebook.sections {
            uses.section(section);
        }
        uses
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Use<'r>> {
        self.found.iter()
    }

    fn bodies<T>(&mut self, parts: &'r [Part<T>]) -> Vec<&'r T> {
        self.partial |= parts.iter().any(|part| matches!(part.body, Body::Refused));
        parts.iter().filter_map(Part::given).collect()
    }

    fn section(&mut self, section: &'r Section) {
        for rule in self.bodies(section.rules.as_deref().unwrap_or_default()) {
            self.formula(&rule.when);
            rule.holds.iter().for_each(|holds| self.formula(holds));
        }
        for NamedScorecard { card, .. } in &section.scorecards {
            self.bodies(&card.dimensions);
            for characteristic in self.bodies(&card.characteristics) {
                self.formula(&characteristic.value);
                self.scale(&characteristic.scale);
            }
            for veto in self.bodies(&card.vetoes) {
                self.formula(&veto.when);
            }
        }
        if let Some(records) = &section.records {
            self.attributes(&records.header);
            for list in &records.lists {
                for record in self.bodies(&list.records) {
                    self.attributes(&record.attributes);
                }
            }
        }
        for table in self.bodies(section.tables.as_deref().unwrap_or_default()) {
            table.on.iter().for_each(|on| self.formula(on));
            for row in &table.rows {
                row.cells.iter().for_each(|cell| self.cell(cell));
                self.literal(Some(&row.value));
            }
            self.literal(table.otherwise.as_ref());
        }
    }

    fn attributes(&mut self, attributes: &'r Attributes) {
        let conditions = attributes.conditions.iter();
        conditions.for_each(|condition| self.formula(&condition.when));
    }

    fn scale(&mut self, scale: &'r Scale) {
        match scale {
            Scale::Bands(bands) => {
                for band in bands {
                    self.literal(band.from.as_ref());
                    self.literal(band.below.as_ref());
                }
            }
            Scale::Cases(cases) => {
                for literal in cases.iter().flat_map(|case| &case.is) {
                    self.literal(Some(literal));
                }
            }
        }
    }

    fn cell(&mut self, cell: &'r Cell) {
        match cell {
            Cell::Any => {}
            Cell::Is(literal) => self.literal(Some(literal)),
            Cell::Range { from, below, .. } => {
                self.literal(from.as_ref());
                self.literal(below.as_ref());
            }
        }
    }

    fn literal(&mut self, literal: Option<&'r LiteralAt>) {
        if let Some(LiteralAt {
            literal: Literal::Word(word),
            origin,
        }) = literal
        {
            self.found.push(Use { word, origin });
        }
    }

    fn formula(&mut self, formula: &'r Formula) {
        self.expression(&formula.tree, &formula.origin);
    }

    /// The parser bounds how deep trees are.
    fn expression(&mut self, expression: &'r Expression, origin: &'r Origin) {
        match &expression.kind {
            Kind::Or(items) | Kind::And(items) => {
                items.iter().for_each(|item| self.expression(item, origin));
            }
            Kind::Not(inner) | Kind::Known(inner) => self.expression(inner, origin),
            Kind::Compare { left, right, .. } => {
                self.expression(left, origin);
                self.expression(right, origin);
            }
            Kind::Among { left, members, .. } => {
                self.expression(left, origin);
                for member in members {
                    if let Literal::Word(word) = &member.literal {
                        self.found.push(Use { word, origin });
                    }
                }
            }
            Kind::Name(call) => self.found.push(Use {
                word: &call.name,
                origin,
            }),
            Kind::Literal(_) | Kind::Always => {}
            Kind::Missing => self.partial = true,
        }
    }
}

/// Reports each parameter and named condition that a rulebook states itself and that nothing
/// uses: most likely a misspelt override, which would leave the rulebook extended as it was.
/// `own` is what the rulebook says, `resolved` what it is with its base.
pub(super) fn unused(
    base: Option<&Rulebook>,
    own: &Rulebook,
    resolved: &Rulebook,
    language: &Language,
    problems: &mut Problems,
) {
    let uses = Uses::of(resolved);
    // A section that could not be read may have been the use.
    let unread = [
        code::UNKNOWN_SECTION,
        code::WRONG_SHAPE,
        code::CONFLICTING_FIELDS,
        code::UNKNOWN_FIELD,
    ];
    let unread = problems.iter().any(|told| unread.contains(&told.code()));
    let whole = !uses.partial && !unread;
    let mut words: BTreeSet<&str> = uses.iter().map(|found| found.word).collect();
    // A misspelt use was reported as an unknown name; what it meant is not unused.
    let ids: BTreeSet<&str> = given(&own.parameters)
        .map(|(id, _)| id)
        .chain(given(&own.conditions).map(|(id, _)| id))
        .collect();
    let strange = words
        .iter()
        .filter(|word| !is_name(word, resolved, language));
    let meant: Vec<&str> = strange
        .filter_map(|word| nearest(word, ids.iter().copied()))
        .collect();
    words.extend(meant);
    words.extend(language.parameters_read().iter().map(AsRef::as_ref));

    let of_base = base.map_or(&[] as &[_], |base| &base.parameters);
    let inherited: Vec<&str> = of_base.iter().map(|part| part.id.as_str()).collect();
    let read = language.parameters_read().iter().map(AsRef::as_ref);
    let known: Vec<&str> = inherited.iter().copied().chain(read).collect();
    let parameter = Stated {
        code: code::UNUSED_PARAMETER,
        kind: "parameter",
        base,
        whole,
        known,
    };
    parameter.report(&own.parameters, &inherited, &words, problems);

    let of_base = base.map_or(&[] as &[_], |base| &base.conditions);
    let inherited: Vec<&str> = of_base.iter().map(|part| part.id.as_str()).collect();
    let condition = Stated {
        code: code::UNUSED_CONDITION,
        kind: "condition",
        base,
        whole,
        known: inherited.clone(),
    };
    condition.report(&own.conditions, &inherited, &words, problems);
}

fn is_name(word: &str, rulebook: &Rulebook, language: &Language) -> bool {
    let mut subjects = language.subjects().iter();
    rulebook.parameters.iter().any(|part| part.id == word)
        || rulebook.inputs.iter().any(|part| part.id == word)
        || rulebook.conditions.iter().any(|part| part.id == word)
        || subjects.any(|subject| subject.signature(word).is_some())
}

/// One kind of thing that a rulebook states under a name.
struct Stated<'a> {
    code: Code,
    kind: &'static str,
    base: Option<&'a Rulebook>,
    /// Whether everything that may use it was read.
    whole: bool,
    /// The names that would have meant something.
    known: Vec<&'a str>,
}

impl Stated<'_> {
    fn report<T>(
        &self,
        own: &[Part<T>],
        inherited: &[&str],
        words: &BTreeSet<&str>,
        problems: &mut Problems,
    ) {
        for part in own.iter().filter(|part| part.given().is_some()) {
            let id = part.id.as_str();
            if words.contains(id) || inherited.contains(&id) {
                continue;
            }
            // What could not be read, or is missing, may be the use: not of a name that stands nowhere
            // else and is a slip for one that there is.
            let near = nearest(id, self.known.iter().copied());
            let certain = near.is_some() && occurrences(id, part.origin.text()) == 1;
            if !self.whole && !certain {
                continue;
            }
            let kind = self.kind;
            let problem = Problem::new(self.code, format!("nothing uses the {kind} `{id}`"))
                .at(part.origin.place())
                .nearest(near);
            problems.push(match self.base {
                Some(base) => problem.remedy(format!(
                    "to override a {kind} of `{}`, give it the name that it has there; else use it in a rule, or leave it out",
                    base.reference()
                )),
                None => problem.remedy("use it in a rule, or leave it out"),
            });
        }
    }
}

/// How often a name stands in a text as a whole word.
fn occurrences(name: &str, text: &str) -> usize {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    parts.filter(|word| *word == name).count()
}
