//! A rulebook laid over the one that it extends: parts are overridden by id.

use super::language::{Language, RecordsSpec, SectionSpec};
use super::model::{Body, Part, Rulebook};
use super::parts::{NamedScorecard, Rule, Scorecard, Section};
use super::records::{Record, RecordList, Records};
use super::subject::SubjectCompiler;
use crate::code;
use crate::currency::Currency;
use crate::document::list_words;
use crate::problem::{Problem, Problems, nearest};
use crate::syntax::Literal;

/// The whole of `child` with what it takes from `base`, which is resolved itself. What cannot be
/// laid over goes to `problems`.
pub(super) fn resolve(
    base: &Rulebook,
    child: &Rulebook,
    language: &Language,
    problems: &mut Problems,
) -> Rulebook {
    let foreign = money(base, child, problems);
    whole(base, child, problems);
    let mut overlay = Overlay { base, problems };
    let mut bases = vec![base.reference()];
    bases.extend(base.bases.iter().cloned());
    let conventions = child.conventions.iter().map(|own| {
        let inherited = base.conventions.iter().find(|other| other.name == own.name);
        match inherited {
            Some(inherited) if !own.stated => inherited.clone(),
            _ => own.clone(),
        }
    });
    let mut parameters = overlay.parts(&base.parameters, &child.parameters, append);
    for part in &mut parameters {
        // They were reported together; their uses need not be.
        if foreign.contains(&part.id.as_str()) {
            part.body = Body::Refused;
        }
    }
    Rulebook {
        extends: None,
        bases,
        conventions: conventions.collect(),
        parameters,
        inputs: overlay.parts(&base.inputs, &child.inputs, append),
        conditions: overlay.parts(&base.conditions, &child.conditions, append),
        sections: overlay.sections(child, language),
        ..child.clone()
    }
}

/// A record must have its required fields, if not by itself then from the one that it overrides.
fn whole(base: &Rulebook, child: &Rulebook, problems: &mut Problems) {
    let own = child.sections.iter();
    for (section, own) in own.filter_map(|s| Some((s, s.records.as_ref()?))) {
        let base = base.section(&section.name);
        let base = base.and_then(|section| section.records.as_ref());
        for list in &own.lists {
            let base = base.map_or(&[][..], |records| records.list(&list.name));
            for part in &list.records {
                let there = base.iter().find(|there| there.id == part.id);
                let inherited = there.and_then(Part::given);
                part.given()
                    .into_iter()
                    .for_each(|record| record.whole(inherited, problems));
            }
        }
    }
}

/// Amounts are not converted, so a rulebook in another currency must state all of its own. Gives
/// back the parameters that it does not.
fn money<'b>(base: &'b Rulebook, child: &Rulebook, problems: &mut Problems) -> Vec<&'b str> {
    let undeclared = [base.currency, child.currency].contains(&Currency::UNDECLARED);
    if base.currency == child.currency || undeclared {
        return Vec::new();
    }
    let is_money = |literal: &Literal| matches!(literal, Literal::Money { .. });
    let left: Vec<&str> = base
        .parameters()
        .filter(|(_, parameter)| is_money(&parameter.value.literal))
        .map(|(id, _)| id)
        .filter(|id| child.parameters.iter().all(|own| own.id != *id))
        .collect();
    if left.is_empty() {
        return left;
    }
    let names: Vec<String> = left.iter().map(|id| format!("`{id}`")).collect();
    let place = match &child.extends {
        Some(extends) => extends.origin.place(),
        None => child.origin.place(),
    };
    let problem = Problem::new(
        code::MONEY_NOT_OVERRIDDEN,
        format!(
            "the rulebook is in {}, but takes amounts in {} from `{}`",
            child.currency,
            base.currency,
            base.reference()
        ),
    )
    .at(place)
    .found(names.join(", "))
    .expected(format!("each of them as a parameter in {}", child.currency));
    problems.push(problem);
    left
}

/// Where a part goes that the base does not have and that does not say.
type Position<T> = fn(&[Part<T>]) -> usize;

fn append<T>(parts: &[Part<T>]) -> usize {
    parts.len()
}

/// In front of the rule that always decides, if it is the last.
fn before_unconditional(rules: &[Part<Rule>]) -> usize {
    let always = rules
        .last()
        .and_then(Part::given)
        .is_some_and(|rule| SubjectCompiler::is_always(&rule.when));
    rules.len() - usize::from(always)
}

struct Overlay<'a> {
    base: &'a Rulebook,
    problems: &'a mut Problems,
}

impl Overlay<'_> {
    /// The parts of the base with those of the child in place of theirs.
    fn parts<T: Clone>(
        &mut self,
        base: &[Part<T>],
        child: &[Part<T>],
        position: Position<T>,
    ) -> Vec<Part<T>> {
        self.parts_over(base, child, position, |_, own| own.clone())
    }

    /// The same, with what comes of a part of the base and the child's own in its place.
    fn parts_over<T: Clone>(
        &mut self,
        base: &[Part<T>],
        child: &[Part<T>],
        position: Position<T>,
        over: impl Fn(&T, &T) -> T,
    ) -> Vec<Part<T>> {
        let mut parts = base.to_vec();
        for (index, own) in child.iter().enumerate() {
            // Twice the same id was reported. Both are kept, so that both are checked.
            if child.iter().take(index).any(|other| other.id == own.id) {
                if own.given().is_some() {
                    parts.insert(position(&parts), own.clone());
                }
                continue;
            }
            let there = parts.iter().position(|part| part.id == own.id);
            if matches!(own.body, Body::Removed) {
                match there {
                    Some(there) => {
                        parts.remove(there);
                    }
                    None => self.unknown(base, own, "remove", &own.id, &own.origin),
                }
                continue;
            }
            let inherited = there
                .and_then(|there| parts.get(there))
                .and_then(Part::given);
            let plain = Part {
                before: None,
                body: match (inherited, &own.body) {
                    (Some(inherited), Body::Given(own)) => Body::Given(over(inherited, own)),
                    _ => own.body.clone(),
                },
                ..own.clone()
            };
            match (&own.before, there) {
                (None, Some(there)) => {
                    if let Some(part) = parts.get_mut(there) {
                        *part = plain;
                    }
                }
                (None, None) => parts.insert(position(&parts), plain),
                (Some((before, origin)), there) => {
                    if let Some(there) = there {
                        parts.remove(there);
                    }
                    let at = parts.iter().position(|part| part.id == *before);
                    if at.is_none() {
                        self.unknown(&parts, own, "stand before", before, origin);
                    }
                    parts.insert(at.unwrap_or_else(|| position(&parts)), plain);
                }
            }
        }
        parts
    }

    /// Fields of the section one by one, records by id, and of each its fields one by one.
    fn records(&mut self, base: &Records, own: &Records, spec: &RecordsSpec) -> Records {
        let has = |records: &Records, name: &str| records.lists.iter().any(|l| l.name == name);
        let mut lists = Vec::new();
        for list in &spec.lists {
            let name = &*list.name;
            if has(base, name) || has(own, name) {
                let over = |base: &Record, own: &Record| own.over(base, &list.fields);
                let (base, own) = (base.list(name), own.list(name));
                lists.push(RecordList {
                    name: name.to_owned(),
                    records: self.parts_over(base, own, append, over),
                });
            }
        }
        Records {
            header: own.header.over(&base.header, &spec.fields),
            lists,
        }
    }

    fn unknown<T>(
        &mut self,
        known: &[Part<T>],
        own: &Part<T>,
        what: &str,
        id: &str,
        origin: &super::model::Origin,
    ) {
        let ids: Vec<&str> = known
            .iter()
            .map(|part| part.id.as_str())
            .filter(|known| *known != own.id)
            .collect();
        let problem = Problem::new(code::UNKNOWN_ID, format!("there is no `{id}` to {what}"))
            .at(origin.place())
            .expected(format!(
                "{} of `{}`",
                list_words(&ids),
                self.base.reference()
            ))
            .nearest(nearest(id, ids.iter().copied()));
        self.problems.push(problem);
    }

    /// In the order of the language.
    fn sections(&mut self, child: &Rulebook, language: &Language) -> Vec<Section> {
        let mut sections = Vec::new();
        for spec in language.sections() {
            let (base, own) = (self.base.section(&spec.name), child.section(&spec.name));
            match (base, own) {
                (None, None) => {}
                (Some(one), None) | (None, Some(one)) => sections.push(one.clone()),
                (Some(base), Some(own)) => {
                    sections.push(self.section(base, own, spec));
                }
            }
        }
        sections
    }

    fn scorecard(&mut self, base: &Scorecard, own: &Scorecard) -> Scorecard {
        let (old, new) = (&base.characteristics, &own.characteristics);
        Scorecard {
            dimensions: self.parts(&base.dimensions, &own.dimensions, append),
            characteristics: self.parts(old, new, append),
            vetoes: self.parts(&base.vetoes, &own.vetoes, append),
            grades: own.grades.clone().or_else(|| base.grades.clone()),
            origin: own.origin.clone(),
        }
    }

    fn section(&mut self, base: &Section, own: &Section, spec: &SectionSpec) -> Section {
        let rules = match (&base.rules, &own.rules) {
            (Some(base), Some(own)) => Some(self.parts(base, own, before_unconditional)),
            (base, own) => own.clone().or_else(|| base.clone()),
        };
        let tables = match (&base.tables, &own.tables) {
            (Some(base), Some(own)) => Some(self.parts(base, own, append)),
            (base, own) => own.clone().or_else(|| base.clone()),
        };
        let records = match (&base.records, &own.records, &spec.records) {
            (Some(base), Some(own), Some(spec)) => Some(self.records(base, own, spec)),
            (base, own, _) => own.clone().or_else(|| base.clone()),
        };
        let cards = spec.scorecards.iter().filter_map(|spec| {
            let name = spec.name.to_string();
            let card = match (base.scorecard(&name), own.scorecard(&name)) {
                (Some(base), Some(own)) => self.scorecard(base, own),
                (base, own) => own.or(base)?.clone(),
            };
            Some(NamedScorecard { name, card })
        });
        let scorecards = cards.collect();
        Section {
            name: own.name.clone(),
            doc: own.doc.clone().or_else(|| base.doc.clone()),
            rules,
            scorecards,
            tables,
            records,
            origin: own.origin.clone(),
        }
    }
}
