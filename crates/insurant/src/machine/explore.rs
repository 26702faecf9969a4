//! Exploring a machine whole: where each row can lead, and what is wrong with a table.

use super::{Guard, Machine, To};
use crate::closed::Closed;
use crate::organisation::Role;

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault<S, E> {
    /// No way leads to this state.
    Unreachable(S),
    /// From this state no end can be reached.
    DeadEnd(S),
    /// A row that an earlier one without a case hides.
    Hidden(S, E, Role),
    /// The way back leads nowhere: no row remembers a state before this one.
    NoWayBack(S, E),
    /// A row that no role may bring about, or that starts from no state.
    Idle(E),
}

impl<S: Closed, E: Closed, C: Guard, G: Guard, F: Copy + 'static> Machine<S, E, C, G, F> {
    /// The states that a row can lead to from one of its states. Going back can lead to each state
    /// from which a row stepped aside into this one.
    #[must_use]
    pub fn targets(&self, from: S, to: To<S>) -> Vec<S> {
        match to {
            To::Stay => vec![from],
            To::State(state) | To::Aside(state) => vec![state],
            To::Back => {
                let aside = self.rows.iter().filter(|row| row.to == To::Aside(from));
                let states: Vec<S> = aside.flat_map(|row| row.from.iter().copied()).collect();
                let in_order = S::ALL.iter().filter(|state| states.contains(state));
                in_order.copied().collect()
            }
        }
    }

    /// Everything that is wrong with the table.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault<S, E>> {
        let mut faults = Vec::new();
        let reached = self.closure(vec![self.start.1], |state| {
            let rows = self.rows.iter().filter(|row| row.from.contains(&state));
            rows.flat_map(|row| self.targets(state, row.to)).collect()
        });
        let living = self.closure(self.ends.to_vec(), |state| {
            let leads_here = |from: &S| {
                let mut rows = self.rows.iter().filter(|row| row.from.contains(from));
                rows.any(|row| self.targets(*from, row.to).contains(&state))
            };
            S::ALL.iter().copied().filter(leads_here).collect()
        });
        for state in S::ALL {
            if !reached.contains(state) {
                faults.push(Fault::Unreachable(*state));
            } else if !living.contains(state) {
                faults.push(Fault::DeadEnd(*state));
            }
        }
        for (index, row) in self.rows.iter().enumerate() {
            if row.by.is_empty() || row.from.is_empty() {
                faults.push(Fault::Idle(row.on));
            }
            for state in row.from {
                if self.targets(*state, row.to).is_empty() {
                    faults.push(Fault::NoWayBack(*state, row.on));
                }
                for role in row.by.iter() {
                    let hides = self.rows.iter().take(index).any(|earlier| {
                        earlier.on == row.on
                            && earlier.from.contains(state)
                            && earlier.by.has(role)
                            && (earlier.case.is_none() || earlier.case == row.case)
                    });
                    if hides {
                        faults.push(Fault::Hidden(*state, row.on, role));
                    }
                }
            }
        }
        faults
    }

    /// The states reached from some, through the neighbours of each.
    fn closure(&self, mut open: Vec<S>, neighbours: impl Fn(S) -> Vec<S>) -> Vec<S> {
        let mut reached: Vec<S> = Vec::new();
        while let Some(state) = open.pop() {
            if !reached.contains(&state) {
                reached.push(state);
                open.extend(neighbours(state));
            }
        }
        reached
    }
}
