//! Merges over all lines: those that go round in a ring are wrong, and a survivor that no line
//! holds is told.

use crate::command::stop::{FINE, WRONG};
use insurant::complaint::analysis::ring_problem;
use insurant::complaint::{Complaint, Merges};

/// The merges of every good line.
#[derive(Default)]
pub(super) struct Merged(Merges);

impl Merged {
    /// What a log says.
    pub(super) fn add_log(&mut self, complaint: &Complaint) {
        self.0.add_log(complaint);
    }

    /// What a record says.
    pub(super) fn add(&mut self, ending: &str, survivor: &str) {
        self.0.add(ending, survivor);
    }

    /// Whether no complaints are merged into each other.
    pub(super) fn is_sound(&self) -> bool {
        self.0.rings().is_empty()
    }

    /// Tells every ring with the places of all its members, and warns of every survivor that has
    /// no place. With an id, only of what concerns that complaint. The answer is the exit code.
    pub(super) fn tell(&self, id: Option<&str>, place: impl Fn(&str) -> Option<String>) -> u8 {
        let mut code = FINE;
        let meant = |other: &str| id.is_none_or(|id| id == other);
        for ring in self.0.rings() {
            if !ring.iter().any(|id| meant(id)) {
                continue;
            }
            code = WRONG;
            let members = ring.iter().map(|id| match place(id) {
                Some(place) => format!("`{id}` ({place})"),
                None => format!("`{id}`"),
            });
            say!("error: {}", ring_problem(members));
        }
        for (ending, survivor) in self.0.iter().filter(|(ending, _)| meant(ending)) {
            if let (Some(at), None) = (place(ending), place(survivor)) {
                say!(
                    "warning: {at}: `{ending}` goes on as part of `{survivor}`, of which there is \
                     no good line here: make sure that somebody looks after it \
                     [absent_survivor]"
                );
            }
        }
        code
    }
}
