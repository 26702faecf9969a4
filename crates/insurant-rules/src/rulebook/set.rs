//! A set of rulebooks that may extend each other.

use super::extends::resolve;
use super::language::Language;
use super::model::{Extends, Origin, Rulebook};
use super::read::{check, draft};
use super::uses::{Uses, unused};
use crate::code;
use crate::date::Date;
use crate::document::Document;
use crate::order::InOrder;
use crate::problem::{Code, Place, Problem, Problems, nearest};
use std::sync::Arc;

/// Rulebooks, each resolved with what it extends and checked whole. Immutable.
///
/// # Example
/// ```
/// use insurant_rules::document::Document;
/// use insurant_rules::rulebook::{Language, Rulebooks};
/// use insurant_rules::Date;
/// let text = "id = 'a'\nversion = '1'\nlanguage = 1\ncurrency = 'EUR'\neffective.from = 2024-01-01\n";
/// let next = text.replace("'1'", "'2'").replace("2024-01-01", "2025-01-01");
/// let first = text.replace("from = 2024-01-01", "from = 2024-01-01\neffective.to = 2025-01-01");
/// let documents = [
///     Document::parse("a1.toml", &first).unwrap(),
///     Document::parse("a2.toml", &next).unwrap(),
/// ];
/// let rulebooks = Rulebooks::read(documents, &Language::new()).unwrap();
/// let date = Date::parse("2024-12-31").unwrap();
/// assert_eq!(rulebooks.at("a", date).map(|r| r.version()), Some("1"));
/// assert_eq!(rulebooks.get("a").map(|r| r.version()), Some("2"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rulebooks {
    /// By id, then by the day on which they come into force.
    rulebooks: Vec<Rulebook>,
}

impl Rulebooks {
    /// Reads all documents, resolves each rulebook with what it extends, and checks the result.
    ///
    /// # Errors
    /// Everything that is wrong with any of them. What a rulebook only inherits is told once, at
    /// its place in the rulebook that states it.
    pub fn read(
        documents: impl IntoIterator<Item = Document>,
        language: &Language,
    ) -> Result<Self, Problems> {
        Self::default().with(documents, language)
    }

    /// These rulebooks and more, which may extend them. What is here already is not read again.
    ///
    /// # Errors
    /// Everything that is wrong with any of the documents.
    pub fn with(
        &self,
        documents: impl IntoIterator<Item = Document>,
        language: &Language,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut drafts: Vec<Draft> = self.rulebooks.iter().cloned().map(Draft::known).collect();
        for document in documents {
            let draft = draft(&Arc::new(document), language, &mut problems);
            drafts.extend(draft.map(Draft::new));
        }
        drafts.order_by(|a, b| a.key().cmp(&b.key()));
        twins(&drafts, &mut problems);
        let mut resolver = Resolver {
            states: drafts.iter().map(Draft::state).collect(),
            drafts: drafts.into_iter().map(|draft| draft.rulebook).collect(),
            language,
            problems: &mut problems,
            caused: Vec::new(),
        };
        for position in 0..resolver.drafts.len() {
            resolver.resolve(position);
        }
        let states = resolver.states;
        let rulebooks = states.into_iter().filter_map(State::into_rulebook);
        let rulebooks = rulebooks.collect();
        problems.or(Self { rulebooks })
    }

    /// The rulebook of an id that is in force on a day.
    #[must_use]
    pub fn at(&self, id: &str, date: Date) -> Option<&Rulebook> {
        self.rulebooks
            .iter()
            .find(|rulebook| rulebook.id == id && rulebook.effective.contains(date))
    }

    /// A rulebook by `id@version`; by its id alone, the one that comes into force last.
    #[must_use]
    pub fn get(&self, reference: &str) -> Option<&Rulebook> {
        let (id, version) = match reference.split_once('@') {
            Some((id, version)) => (id, Some(version)),
            None => (reference, None),
        };
        let mut latest_first = self.rulebooks.iter().rev();
        latest_first.find(|rulebook| {
            rulebook.id == id && version.is_none_or(|version| rulebook.version == version)
        })
    }

    /// All of them, by id, then by the day on which they come into force.
    pub fn iter(&self) -> std::slice::Iter<'_, Rulebook> {
        self.rulebooks.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rulebooks.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rulebooks.is_empty()
    }
}

impl<'a> IntoIterator for &'a Rulebooks {
    type Item = &'a Rulebook;
    type IntoIter = std::slice::Iter<'a, Rulebook>;
    fn into_iter(self) -> Self::IntoIter {
        self.rulebooks.iter()
    }
}

/// A rulebook that was just read, or one that was resolved and checked before.
struct Draft {
    rulebook: Rulebook,
    known: bool,
}

impl Draft {
    fn new(rulebook: Rulebook) -> Self {
        let known = false;
        Self { rulebook, known }
    }

    fn known(rulebook: Rulebook) -> Self {
        let known = true;
        Self { rulebook, known }
    }

    fn key(&self) -> (&str, Date) {
        let Rulebook { id, effective, .. } = &self.rulebook;
        (id, effective.from)
    }

    fn state(&self) -> State {
        if self.known {
            State::Done(Box::new(self.rulebook.clone()))
        } else {
            State::Waiting
        }
    }
}

/// Two rulebooks of one id and version, or of one id in force on the same day.
fn twins(drafts: &[Draft], problems: &mut Problems) {
    for (position, draft) in drafts.iter().enumerate() {
        // A rulebook without a readable id was reported, and is like no other.
        if draft.rulebook.id.is_empty() {
            continue;
        }
        let before = drafts.iter().take(position);
        for other in before.filter(|other| other.rulebook.id == draft.rulebook.id) {
            // What is new is at fault.
            let (old, new) = if draft.known {
                (draft, other)
            } else {
                (other, draft)
            };
            problems_of_twins(&old.rulebook, &new.rulebook, problems);
        }
    }
}

fn problems_of_twins(old: &Rulebook, new: &Rulebook, problems: &mut Problems) {
    let place = old.origin.place();
    let there = place.source.as_deref().unwrap_or("another document");
    let problem = if old.version == new.version {
        let what = format!("there are two rulebooks `{}`", new.reference());
        Problem::new(code::DUPLICATE_ID, what).remedy(format!(
            "give it another id, or another version with dates that do not overlap; the other is in {there}"
        ))
    } else if old.effective.overlaps(new.effective) {
        let what = format!(
            "`{}` and `{}` are in force on the same days",
            old.reference(),
            new.reference()
        );
        Problem::new(code::EFFECTIVE_OVERLAP, what)
            .found(format!("{}, and {}", old.effective, new.effective))
            .remedy(format!(
                "let one end where the other begins; the other is in {there}"
            ))
    } else {
        return;
    };
    problems.push(problem.at(new.origin.place()));
}

/// How far a rulebook has come.
#[derive(Debug, Clone)]
enum State {
    Waiting,
    /// Its base is being resolved; who comes here again has gone round in a circle.
    Busy,
    /// Resolved, and perhaps with problems of its own.
    Done(Box<Rulebook>),
    /// Without a base there is nothing to resolve.
    Refused,
}

impl State {
    fn into_rulebook(self) -> Option<Rulebook> {
        match self {
            Self::Done(rulebook) => Some(*rulebook),
            _ => None,
        }
    }
}

struct Resolver<'a> {
    drafts: Vec<Rulebook>,
    states: Vec<State>,
    language: &'a Language,
    problems: &'a mut Problems,
    /// Faults of what was inherited that were told at their cause, by where they show.
    caused: Vec<(Code, Place)>,
}

impl Resolver<'_> {
    /// Resolves one rulebook and all that it extends, without recursion: chains may be long.
    fn resolve(&mut self, start: usize) {
        let mut chain: Vec<usize> = Vec::new();
        let mut next = Some(start);
        let mut base = None;
        while let Some(position) = next {
            match self.states.get(position) {
                None | Some(State::Refused) => {
                    self.refuse(&chain);
                    return;
                }
                Some(State::Done(rulebook)) => {
                    base = Some((**rulebook).clone());
                    next = None;
                }
                Some(State::Busy) => {
                    self.circle(&chain, position);
                    self.refuse(&chain);
                    return;
                }
                Some(State::Waiting) => {
                    self.set(position, State::Busy);
                    chain.push(position);
                    next = match self.base_of(position) {
                        Ok(found) => found,
                        Err(problem) => {
                            self.problems.push(*problem);
                            self.refuse(&chain);
                            return;
                        }
                    };
                }
            }
        }
        // The last of the chain extends nothing that is not resolved.
        for position in chain.into_iter().rev() {
            let Some(draft) = self.drafts.get(position).cloned() else {
                continue;
            };
            let resolved = match &base {
                None => draft.clone(),
                Some(base) => resolve(base, &draft, self.language, self.problems),
            };
            self.check(&draft, &resolved);
            unused(
                base.as_ref(),
                &draft,
                &resolved,
                self.language,
                self.problems,
            );
            self.set(position, State::Done(Box::new(resolved.clone())));
            base = Some(resolved);
        }
    }

    fn set(&mut self, position: usize, state: State) {
        if let Some(slot) = self.states.get_mut(position) {
            *slot = state;
        }
    }

    /// Without its base a rulebook is checked as far as it goes by itself.
    fn refuse(&mut self, chain: &[usize]) {
        for position in chain {
            self.set(*position, State::Refused);
            if let Some(draft) = self.drafts.get(*position) {
                check(draft, self.language, self.problems);
            }
        }
    }

    /// The position of the rulebook that this one extends; `None` when it extends none.
    fn base_of(&self, position: usize) -> Result<Option<usize>, Box<Problem>> {
        let Some(draft) = self.drafts.get(position) else {
            return Ok(None);
        };
        let Some(extends) = &draft.extends else {
            return Ok(None);
        };
        let all = || self.drafts.iter().enumerate();
        let of_id = all().filter(|(_, other)| other.id == extends.id);
        let of_id: Vec<(usize, &Rulebook)> = of_id.collect();
        let found = match &extends.version {
            Some(version) => of_id.iter().find(|(_, other)| other.version == *version),
            None => match of_id.as_slice() {
                [only] => Some(only),
                several => several
                    .iter()
                    .find(|(_, other)| other.effective.contains(draft.effective.from)),
            },
        };
        match found {
            Some((position, _)) => Ok(Some(*position)),
            None => Err(Box::new(self.unknown_base(draft, extends, &of_id))),
        }
    }

    fn unknown_base(
        &self,
        draft: &Rulebook,
        extends: &Extends,
        of_id: &[(usize, &Rulebook)],
    ) -> Problem {
        let what = format!("there is no rulebook `{extends}` to extend");
        let problem = Problem::new(code::UNKNOWN_BASE, what).at(extends.origin.place());
        let references: Vec<String> = of_id.iter().map(|(_, other)| other.reference()).collect();
        if !of_id.is_empty() {
            let problem = problem.expected(crate::document::list_words(&references));
            return match extends.version {
                Some(_) => problem,
                None => problem
                    .found(format!(
                        "none of that id in force on {}",
                        draft.effective.from
                    ))
                    .remedy("name the version, as in `id@version`"),
            };
        }
        let ids = || self.drafts.iter().map(|other| other.id.as_str());
        let others: Vec<&str> = ids().filter(|id| *id != draft.id).collect();
        let problem = problem.remedy("load both together");
        if others.is_empty() {
            return problem;
        }
        problem
            .expected(crate::document::list_words(&others))
            .nearest(nearest(&extends.id, others.iter().copied()))
    }

    /// One problem for the circle, at each `extends` in it.
    fn circle(&mut self, chain: &[usize], again: usize) {
        let start = chain.iter().position(|position| *position == again);
        let circle = chain.get(start.unwrap_or(0)..).unwrap_or(chain);
        let drafts: Vec<&Rulebook> = circle
            .iter()
            .filter_map(|position| self.drafts.get(*position))
            .collect();
        let first = drafts.first().map(|draft| draft.reference());
        let names = drafts.iter().map(|draft| draft.reference()).chain(first);
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        for draft in &drafts {
            let Some(extends) = &draft.extends else {
                continue;
            };
            let problem = Problem::new(
                code::EXTENDS_CYCLE,
                format!("the rulebook `{}` extends itself", draft.reference()),
            )
            .at(extends.origin.place())
            .found(names.join(" -> "))
            .remedy("break the circle");
            self.problems.push(problem);
        }
    }

    /// Checks a resolved rulebook. What it inherits with its faults was told where it stands;
    /// what is a fault only here is told with the name of this rulebook, and at what it states
    /// itself if that is the cause.
    fn check(&mut self, own: &Rulebook, rulebook: &Rulebook) {
        let mut found = Problems::new();
        check(rulebook, self.language, &mut found);
        let before = self.problems.len();
        let source = rulebook.origin.place().source;
        let uses = Uses::of(rulebook);
        for problem in found {
            let same =
                |told: &Problem| told.code() == problem.code() && told.place() == problem.place();
            if self.problems.iter().take(before).any(same) {
                continue;
            }
            if problem.place().source == source {
                self.problems.push(problem);
                continue;
            }
            if let Some((id, place)) = cause(&problem, own, &uses) {
                let there = problem.place().clone();
                self.problems.push(caused(&problem, &id, place, rulebook));
                self.caused.push((problem.code(), there));
            } else if !self
                .caused
                .contains(&(problem.code(), problem.place().clone()))
            {
                self.problems.push(inherited(&problem, rulebook));
            }
        }
    }
}

/// The part of the rulebook's own that a fault of what it inherits comes from, if it is one.
fn cause(problem: &Problem, own: &Rulebook, uses: &Uses<'_>) -> Option<(String, Place)> {
    let place = problem.place();
    let parameters = own.parameters.iter().map(|part| {
        let place = part
            .given()
            .map_or(&part.origin, |parameter| &parameter.value.origin);
        (part.id.as_str(), place)
    });
    let inputs = own
        .inputs
        .iter()
        .map(|part| (part.id.as_str(), &part.origin));
    let conditions = own.conditions.iter();
    let conditions = conditions.map(|part| (part.id.as_str(), &part.origin));
    let stated: Vec<(&str, &Origin)> = parameters.chain(inputs).chain(conditions).collect();
    // Words of the formula or literal at this place.
    let used = uses.iter().filter(|found| {
        found.origin.path() == place.path && found.origin.place().source == place.source
    });
    let used: Vec<&(&str, &Origin)> = used
        .filter_map(|found| stated.iter().find(|(id, _)| *id == found.word))
        .collect();
    // A formula may use several: the one that the problem speaks of.
    let texts = [Some(problem.message()), problem.found_text()];
    let spoken = |id: &str| {
        let mut texts = texts.iter().flatten();
        texts.any(|text| {
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.any(|word| word == id)
        })
    };
    let (id, origin) = match used.as_slice() {
        // A literal of the base can be in the wrong currency by itself.
        [only] if problem.code() != code::WRONG_CURRENCY => only,
        several => several.iter().find(|(id, _)| spoken(id))?,
    };
    Some(((*id).to_owned(), origin.place()))
}

/// The same problem at what causes it, saying where it shows.
fn caused(problem: &Problem, id: &str, place: Place, rulebook: &Rulebook) -> Problem {
    let there = problem.place();
    let source = there.source.as_deref().unwrap_or("another document");
    let message = format!(
        "`{id}` does not fit `{}`, which `{}` inherits ({source}:{}:{}): {}",
        there.path,
        rulebook.reference(),
        there.line,
        there.column,
        problem.message(),
    );
    retold(problem, message).at(place)
}

/// The same problem, saying which rulebook has it.
fn inherited(problem: &Problem, rulebook: &Rulebook) -> Problem {
    let message = format!(
        "{} (in `{}`, which inherits it)",
        problem.message(),
        rulebook.reference()
    );
    retold(problem, message).at(problem.place().clone())
}

/// The same problem in other words.
fn retold(problem: &Problem, message: String) -> Problem {
    let mut told = Problem::new(problem.code(), message).nearest(problem.nearest_text());
    if let Some(found) = problem.found_text() {
        told = told.found(found);
    }
    if let Some(expected) = problem.expected_text() {
        told = told.expected(expected);
    }
    match problem.remedy_text() {
        Some(remedy) => told.remedy(remedy),
        None => told,
    }
}
