//! Why something may not happen, and what may.

use super::Guard;
use crate::closed::Closed;
use crate::organisation::{Role, Roles};
use insurant_rules::document::{Json, Object};
use std::fmt;

/// An event that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal<S, E, G> {
    /// The state.
    pub state: S,
    /// The event.
    pub event: E,
    /// Who wanted it.
    pub role: Role,
    /// Why not.
    pub why: Why<G>,
    /// What is allowed in this state, and by whom.
    pub allowed: Vec<Allowed<E>>,
}

/// Why an event was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why<G> {
    /// The event has no place in this state.
    NotInState,
    /// Others may, this role may not.
    NotByRole(Roles),
    /// The role may, but in none of the cases that apply here.
    NoCase,
    /// What does not hold, all of it.
    Guards(Vec<G>),
}

/// An event that a state allows, and the roles that may bring it about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed<E> {
    /// The event.
    pub event: E,
    /// The roles.
    pub roles: Roles,
}

impl<G: Closed> Why<G> {
    /// The stable codes of the reasons.
    #[must_use]
    pub fn codes(&self) -> Vec<&'static str> {
        match self {
            Self::NotInState => vec!["not_in_state"],
            Self::NotByRole(_) => vec!["not_by_role"],
            Self::NoCase => vec!["no_case"],
            Self::Guards(guards) => guards.iter().map(|guard| guard.word()).collect(),
        }
    }
}

impl<E: Closed> Allowed<E> {
    /// Each event with its roles.
    #[must_use]
    pub fn to_json(list: &[Self]) -> Json {
        Json::list(list.iter().map(|allowed| {
            Json::object([
                ("event", allowed.event.word().into()),
                ("roles", allowed.roles.to_json()),
            ])
        }))
    }
}

impl<E: Closed> Allowed<E> {
    /// The events with those who may bring them about, events of the same roles together.
    pub(super) fn in_words(list: &[Self]) -> String {
        let mut by_roles: Vec<(Roles, Vec<&str>)> = Vec::new();
        for allowed in list {
            let word = allowed.event.word();
            match by_roles
                .iter_mut()
                .find(|(roles, _)| *roles == allowed.roles)
            {
                Some((_, events)) => events.push(word),
                None => by_roles.push((allowed.roles, vec![word])),
            }
        }
        let said = by_roles.iter();
        let said = said.map(|(roles, events)| format!("{} by {roles}", events.join(", ")));
        said.collect::<Vec<String>>().join("; ")
    }
}

impl<S: Closed, E: Closed, G: Guard> Refusal<S, E, G> {
    /// The refusal for callers in every language: reasons as codes, and in words.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("state", self.state.word())
                .with("event", self.event.word())
                .with("role", self.role.as_str())
                .with("codes", Json::list(self.why.codes()))
                .with("why", self.to_string())
                .with("allowed", Allowed::to_json(&self.allowed)),
        )
    }
}

impl<S: Closed, E: Closed, G: Guard> fmt::Display for Refusal<S, E, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (event, state, role) = (self.event.word(), self.state.word(), self.role);
        match &self.why {
            Why::NotInState => write!(f, "`{event}` has no place in the state `{state}`"),
            Why::NotByRole(roles) => {
                write!(f, "`{event}` is not for the role `{role}`, but for {roles}")
            }
            Why::NoCase => write!(f, "`{event}` is not for the role `{role}` in this case"),
            Why::Guards(guards) => {
                write!(f, "`{event}` requires that ")?;
                for (i, guard) in guards.iter().enumerate() {
                    if i > 0 {
                        f.write_str("; and that ")?;
                    }
                    f.write_str(guard.requires())?;
                }
                Ok(())
            }
        }
    }
}

impl<S: Closed, E: Closed, G: Guard> std::error::Error for Refusal<S, E, G> {}
