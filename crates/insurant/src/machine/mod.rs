//! What may happen next, as a table: state x event x role -> state and effects, or a refusal that
//! says why and what is allowed.
//!
//! A machine is data. The code that runs it, the pictures and the tests that explore it all read
//! the same rows, so that they cannot differ.
//!
//! A row has two kinds of condition. Its *case* chooses between rows of the same state, event and
//! role (`the last answer` or not); its *guards* must all hold, and those that do not are the
//! reason of the refusal.

mod diagram;
mod explore;
mod refusal;

pub use explore::Fault;
pub use refusal::{Allowed, Refusal, Why};

use crate::closed::Closed;
use crate::organisation::{Role, Roles};

/// A condition of a row, with the words that a refusal uses.
pub trait Guard: Closed {
    /// What must hold, as half a sentence: `the complaint is registered`.
    fn requires(self) -> &'static str;
}

/// Defines the guards with their words and what they require.
macro_rules! guards {
    ($(#[$meta:meta])* $name:ident { $($member:ident = $word:literal: $requires:literal,)+ }) => {
        $crate::closed::closed! { $(#[$meta])* $name { $(#[doc = $requires] $member = $word,)+ } }

        impl $crate::machine::Guard for $name {
            fn requires(self) -> &'static str {
                match self { $(Self::$member => $requires,)+ }
            }
        }
    };
}

pub(crate) use guards;

/// Where a row leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To<S> {
    /// The state stays as it is.
    Stay,
    /// To a state.
    State(S),
    /// To a state, and the one that is left is remembered.
    Aside(S),
    /// Back to the state remembered last.
    Back,
}

/// A row: in any of these states, on this event, by any of these roles.
#[derive(Debug, Clone, Copy)]
pub struct Row<S: 'static, E, C, G: 'static, F: 'static> {
    /// The states it starts from.
    pub from: &'static [S],
    /// The event.
    pub on: E,
    /// Who may bring it about.
    pub by: Roles,
    /// The case in which the row is meant; rows of one state, event and role are tried in order.
    pub case: Option<C>,
    /// What must hold.
    pub guards: &'static [G],
    /// Where it leads.
    pub to: To<S>,
    /// What follows from it.
    pub effects: &'static [F],
}

/// A machine.
#[derive(Debug, Clone, Copy)]
pub struct Machine<S: 'static, E: 'static, C: 'static, G: 'static, F: 'static> {
    /// Its name, for the pictures.
    pub name: &'static str,
    /// The event that makes one, and the state it is in then.
    pub start: (E, S),
    /// What must hold for every event.
    pub always: &'static [G],
    /// The states in which nothing more needs to happen.
    pub ends: &'static [S],
    /// The rows.
    pub rows: &'static [Row<S, E, C, G, F>],
}

/// The row that a step takes, or why there is none.
pub type Stepped<S, E, C, G, F> = Result<&'static Row<S, E, C, G, F>, Refusal<S, E, G>>;

impl<S: Closed, E: Closed, C: Guard, G: Guard, F: Copy + 'static> Machine<S, E, C, G, F> {
    /// The row of a state, an event and a role: the first whose case applies, when its guards hold.
    ///
    /// # Errors
    /// Why not, and what is allowed in this state and by whom.
    pub fn step(
        &self,
        state: S,
        event: E,
        role: Role,
        applies: impl Fn(C) -> bool,
        holds: impl Fn(G) -> bool,
    ) -> Stepped<S, E, C, G, F> {
        let refuse = |why| Refusal {
            state,
            event,
            role,
            why,
            allowed: self.allowed(state),
        };
        let mut roles = Roles::NONE;
        let mut here = false;
        for row in self.rows {
            if row.on != event || !row.from.contains(&state) {
                continue;
            }
            here = true;
            roles = roles.and(row.by);
            if !row.by.has(role) || !row.case.is_none_or(&applies) {
                continue;
            }
            let guards = || self.always.iter().chain(row.guards).copied();
            if guards().all(&holds) {
                return Ok(row);
            }
            let broken = guards().filter(|guard| !holds(*guard));
            return Err(refuse(Why::Guards(broken.collect())));
        }
        Err(refuse(if !here {
            Why::NotInState
        } else if roles.has(role) {
            Why::NoCase
        } else {
            Why::NotByRole(roles)
        }))
    }

    /// What a log might have held in place of a refused event: whatever the state allows, and by
    /// whom. Where it is the writing of the event that is wrong, such as its time, no other event
    /// would help.
    #[must_use]
    pub(crate) fn instead(&self, refusal: &Refusal<S, E, G>) -> String {
        let misplaced = match &refusal.why {
            Why::Guards(guards) => guards.iter().any(|guard| !self.always.contains(guard)),
            Why::NotInState | Why::NotByRole(_) | Why::NoCase => true,
        };
        if !misplaced || refusal.allowed.is_empty() {
            return "a log of which each event was accepted".to_owned();
        }
        let (state, allowed) = (refusal.state.word(), Allowed::in_words(&refusal.allowed));
        format!("what `{state}` allows: {allowed}")
    }

    /// The events of a state with the roles that may bring them about, in order of event.
    #[must_use]
    pub fn allowed(&self, state: S) -> Vec<Allowed<E>> {
        let rows = || self.rows.iter().filter(|row| row.from.contains(&state));
        E::ALL
            .iter()
            .filter_map(|event| {
                let of_event = rows().filter(|row| row.on == *event);
                let roles = of_event.fold(Roles::NONE, |roles, row| roles.and(row.by));
                (!roles.is_empty()).then_some(Allowed {
                    event: *event,
                    roles,
                })
            })
            .collect()
    }

    /// The events that a role may bring about in a state, guards aside.
    pub fn allowed_to(&self, state: S, role: Role) -> impl Iterator<Item = E> {
        let may = move |event: E| {
            self.rows
                .iter()
                .any(|row| row.on == event && row.by.has(role) && row.from.contains(&state))
        };
        E::ALL.iter().copied().filter(move |event| may(*event))
    }
}

/// For machines without cases, guards or effects of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {}

impl Closed for Nothing {
    const ALL: &'static [Self] = &[];

    fn word(self) -> &'static str {
        match self {}
    }
}

impl Guard for Nothing {
    fn requires(self) -> &'static str {
        match self {}
    }
}

#[cfg(test)]
mod tests;
