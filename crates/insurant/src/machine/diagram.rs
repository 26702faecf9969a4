//! Pictures of a machine, drawn from its rows.

use super::{Guard, Machine, To};
use crate::closed::Closed;
use std::fmt::Write as _;

/// What is drawn: arrows between states, and what happens within each.
struct Drawing<S, E> {
    arrows: Vec<(S, E, S)>,
    within: Vec<(S, Vec<E>)>,
}

impl<S: Closed, E: Closed, C: Guard, G: Guard, F: Copy + 'static> Machine<S, E, C, G, F> {
    /// The machine as a state diagram for Mermaid. Events that change no state stand in a note.
    #[must_use]
    pub fn mermaid(&self) -> String {
        let drawing = self.drawing();
        let (event, state) = self.start;
        let mut out = format!(
            "stateDiagram-v2\n    [*] --> {}: {}\n",
            state.word(),
            event.word()
        );
        for (from, event, to) in &drawing.arrows {
            // Writing to a `String` cannot fail.
            let _ = writeln!(
                out,
                "    {} --> {}: {}",
                from.word(),
                to.word(),
                event.word()
            );
        }
        for end in self.ends {
            let _ = writeln!(out, "    {} --> [*]", end.word());
        }
        for (state, events) in &drawing.within {
            let _ = writeln!(out, "    note right of {}", state.word());
            for event in events {
                let _ = writeln!(out, "        {}", event.word());
            }
            out.push_str("    end note\n");
        }
        out
    }

    /// The machine as a graph for Graphviz. Events that change no state stand under its name.
    #[must_use]
    pub fn dot(&self) -> String {
        let drawing = self.drawing();
        let (event, state) = self.start;
        let mut out = format!(
            "digraph {} {{\n    rankdir=LR;\n    node [shape=box, style=rounded];\n    start [shape=point];\n",
            self.name
        );
        for (state, events) in &drawing.within {
            let mut label = state.word().to_owned();
            for event in events {
                let _ = write!(label, "\\n{}", event.word());
            }
            let _ = writeln!(out, "    {} [label=\"{label}\"];", state.word());
        }
        for end in self.ends {
            let _ = writeln!(out, "    {} [peripheries=2];", end.word());
        }
        let _ = writeln!(
            out,
            "    start -> {} [label=\"{}\"];",
            state.word(),
            event.word()
        );
        for (from, event, to) in &drawing.arrows {
            let (from, to) = (from.word(), to.word());
            let _ = writeln!(out, "    {from} -> {to} [label=\"{}\"];", event.word());
        }
        out.push_str("}\n");
        out
    }

    fn drawing(&self) -> Drawing<S, E> {
        let mut arrows: Vec<(S, E, S)> = Vec::new();
        let mut within: Vec<(S, Vec<E>)> = Vec::new();
        for from in S::ALL {
            let mut stays = Vec::new();
            for row in self.rows.iter().filter(|row| row.from.contains(from)) {
                for to in self.targets(*from, row.to) {
                    let arrow = (*from, row.on, to);
                    let changes = to != *from || row.to != To::Stay;
                    if changes && !arrows.contains(&arrow) {
                        arrows.push(arrow);
                    } else if !changes && !stays.contains(&row.on) {
                        stays.push(row.on);
                    }
                }
            }
            if !stays.is_empty() {
                within.push((*from, stays));
            }
        }
        Drawing { arrows, within }
    }
}
