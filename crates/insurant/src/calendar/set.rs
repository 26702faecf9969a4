//! The calendars of an engine.

use super::builtin;
use super::data::Calendar;
use super::document::Draft;
use super::spec::{Base, at, nothing_in_common};
use super::together::{self, Ground};
use crate::code;
use insurant_rules::code as rules;
use insurant_rules::document::Document;
use insurant_rules::order::InOrder;
use insurant_rules::problem::nearest;
use insurant_rules::{Problem, Problems};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Calendars by id: the built-in ones, and the host's own.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::calendar::Calendars;
/// use insurant_rules::document::Document;
///
/// // The company is closed between the years, and open only when Scotland's banks are.
/// let own = Document::parse("acme.toml", r#"
///     id = "acme"
///     version = "2026"
///     source = "Notice 12/2025 of the board"
///     extends = "gb-sct"
///     coverage = { first = 2026-01-01, last = 2026-12-31 }
///     holidays = [{ date = 2026-12-29, name = "Between the years" }]
/// "#)?;
/// let calendars = Calendars::builtin().with([own])?;
/// let acme = calendars.get("acme")?;
/// assert!(!acme.is_working(Date::parse("2026-12-29")?)?);
/// let outside = acme.is_working(Date::parse("2027-01-04")?).unwrap_err();
/// assert_eq!(outside.code().as_str(), "outside_calendar");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Calendars {
    own: BTreeMap<String, Calendar>,
}

impl Calendars {
    /// The built-in calendars.
    #[must_use]
    pub const fn builtin() -> Self {
        Self {
            own: BTreeMap::new(),
        }
    }

    /// These calendars and more. One with the id of another replaces it, and may extend the one
    /// that it replaces: that is how a new year is added to a built-in calendar. Calendars that
    /// extended the one replaced stay as they are.
    ///
    /// # Errors
    /// Everything that is wrong with any of the documents, each with file, line and column.
    pub fn with(&self, documents: impl IntoIterator<Item = Document>) -> Result<Self, Problems> {
        let drafts: Vec<Draft> = documents.into_iter().map(Draft::read).collect();
        let mut work = Work {
            set: self,
            states: drafts.iter().map(|_| State::Waiting).collect(),
            drafts: &drafts,
            depth: 0,
            problems: Problems::new(),
        };
        for index in 0..drafts.len() {
            work.same_id(index);
            work.resolve(index);
        }
        let mut own = self.own.clone();
        for state in work.states {
            if let State::Done(Some(calendar)) = state {
                own.insert(calendar.id().to_owned(), calendar);
            }
        }
        work.problems.or(Self { own })
    }

    /// A calendar.
    ///
    /// # Errors
    /// `unknown_calendar`, with the nearest id.
    pub fn get(&self, id: &str) -> Result<&Calendar, Problem> {
        match self.find(id) {
            Some(found) => found,
            None => Err(self.unknown(id)),
        }
    }

    /// Several calendars as one, open only when all are, over the days that all cover; its id is
    /// `cn+acme`. One stays as it is.
    ///
    /// # Errors
    /// `unknown_calendar`; no id at all; no day that all cover; no day on which all are open.
    pub fn together(&self, ids: &[&str]) -> Result<Cow<'_, Calendar>, Problem> {
        let parts: Vec<&Calendar> = ids
            .iter()
            .map(|id| self.get(id))
            .collect::<Result<_, _>>()?;
        together_of(&parts)
    }

    /// Every calendar, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Calendar> {
        let mut all: Vec<&Calendar> = builtin::all()
            .filter(|calendar| !self.own.contains_key(calendar.id()))
            .chain(self.own.values())
            .collect();
        all.order_by_key(|calendar| calendar.id());
        all.into_iter()
    }

    fn find(&self, id: &str) -> Option<Result<&Calendar, Problem>> {
        if let Some(own) = self.own.get(id) {
            return Some(Ok(own));
        }
        let broken = |problems: &Problems| {
            let first = problems.iter().next().cloned();
            first.unwrap_or_else(|| self.unknown(id))
        };
        builtin::get(id).map(|found| found.map_err(broken))
    }

    fn unknown(&self, id: &str) -> Problem {
        let ids = || self.iter().map(Calendar::id);
        Problem::new(code::UNKNOWN_CALENDAR, format!("no calendar `{id}`"))
            .found(format!("`{id}`"))
            .expected("the id of a calendar; `calendar_list` names them all")
            .nearest(nearest(id, ids()))
    }
}

/// Several calendars as one; one stays as it is.
///
/// # Errors
/// No calendar at all; no day that all cover; no day on which all are open.
pub(crate) fn together_of<'a>(parts: &[&'a Calendar]) -> Result<Cow<'a, Calendar>, Problem> {
    if let [one] = parts {
        return Ok(Cow::Borrowed(one));
    }
    let ground = Ground::of_all(parts).ok_or_else(|| nothing_in_common(parts))?;
    let named = ground.named.into_values().collect();
    let about = together::about(parts);
    let calendar = Calendar::new(about, ground.coverage, ground.weekend, named);
    if calendar.days().total() == 0 {
        let message = format!("the calendars `{}` are never open together", calendar.id());
        return Err(Problem::new(code::NO_WORKING_DAY, message));
    }
    Ok(Cow::Owned(calendar))
}

/// How far a document has come.
enum State {
    Waiting,
    /// What it builds on is being resolved; who comes here again has gone round in a circle.
    Busy,
    /// `None` when something is wrong with it.
    Done(Option<Calendar>),
}

struct Work<'a> {
    set: &'a Calendars,
    drafts: &'a [Draft],
    states: Vec<State>,
    /// How many documents are being resolved because others build on them.
    depth: usize,
    problems: Problems,
}

/// How many calendars may build on each other; a document brought by a caller must not exhaust
/// the stack.
const MOST_LEVELS: usize = 64;

impl Work<'_> {
    fn same_id(&mut self, index: usize) {
        let Some(draft) = self.drafts.get(index) else {
            return;
        };
        let before = self.drafts.iter().take(index);
        if !draft.id().is_empty() && before.into_iter().any(|other| other.id() == draft.id()) {
            let message = format!("there are two calendars `{}`", draft.id());
            let problem = Problem::new(rules::DUPLICATE_ID, message)
                .remedy("give one of them another id, or leave it out");
            self.problems
                .extend(draft.problems(at(problem, "id").into()));
            if let Some(state) = self.states.get_mut(index) {
                *state = State::Done(None);
            }
        }
    }

    /// Resolves a document after everything that it builds on; each is entered once.
    fn resolve(&mut self, index: usize) {
        let (Some(draft), Some(state)) = (self.drafts.get(index), self.states.get_mut(index))
        else {
            return;
        };
        if !matches!(state, State::Waiting) {
            return;
        }
        *state = State::Busy;
        let mut problems = Problems::new();
        let mut parts: Vec<Calendar> = Vec::new();
        for (path, id) in draft.bases() {
            match self.base(draft, id) {
                Ok(Some(calendar)) => parts.push(calendar),
                Ok(None) => {}
                Err(problem) => problems.push(at(problem, path)),
            }
        }
        let whole = parts.len() == draft.bases().len();
        let parts: Vec<&Calendar> = parts.iter().collect();
        let base = match (parts.as_slice(), draft.extends()) {
            ([one, ..], true) => Base::Extends(one),
            ([], _) => Base::Nothing,
            (parts, false) => Base::AllOf(parts.to_vec()),
        };
        let resolved = draft.spec(base).resolve();
        let calendar = match resolved {
            // What depends on a calendar that is not there cannot be judged.
            _ if !whole => None,
            Ok(calendar) => Some(calendar),
            Err(found) => {
                problems.extend(found);
                None
            }
        };
        let all = draft.problems(problems);
        let well = all.is_empty();
        self.problems.extend(all);
        if let Some(state) = self.states.get_mut(index) {
            *state = State::Done(calendar.filter(|_| well));
        }
    }

    /// A calendar that a document builds on: another document, or one that was there before.
    /// `None` when there is one and something is wrong with it.
    fn base(&mut self, draft: &Draft, id: &str) -> Result<Option<Calendar>, Problem> {
        let index = self.drafts.iter().position(|other| other.id() == id);
        if let Some(index) = index.filter(|_| draft.id() != id) {
            if matches!(self.states.get(index), Some(State::Busy)) {
                let message = format!("`{}` and `{id}` build on each other", draft.id());
                return Err(Problem::new(rules::EXTENDS_CYCLE, message)
                    .remedy("let one of them stand on its own"));
            }
            if self.depth >= MOST_LEVELS {
                let message = format!("more than {MOST_LEVELS} calendars build on each other");
                return Err(Problem::new(rules::TOO_DEEP, message)
                    .remedy("let some of them extend a common calendar directly"));
            }
            self.depth += 1;
            self.resolve(index);
            self.depth -= 1;
            return Ok(match self.states.get(index) {
                Some(State::Done(calendar)) => calendar.clone(),
                _ => None,
            });
        }
        match self.set.find(id) {
            Some(found) => found.cloned().map(Some),
            None => Err(self.unknown_base(draft, id)),
        }
    }

    fn unknown_base(&self, draft: &Draft, id: &str) -> Problem {
        let own = self.drafts.iter().map(Draft::id);
        let there = self.set.iter().map(Calendar::id);
        let ids = own.chain(there).filter(|other| *other != draft.id());
        Problem::new(rules::UNKNOWN_BASE, format!("no calendar `{id}`"))
            .nearest(nearest(id, ids))
            .remedy("name a calendar that is built in or supplied beside this one")
    }
}
