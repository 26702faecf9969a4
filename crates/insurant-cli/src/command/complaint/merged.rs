//! Merges over all lines: those that go round in a ring and those of which the two sides do not go
//! together are wrong, and a complaint that no line holds is told.

use super::judged::{AsOf, Judge};
use super::log::Line;
use crate::command::stop::{FINE, WRONG};
use insurant::complaint::analysis::ring_problem;
use insurant::complaint::{Complaint, Details, Event, MergeFault, Merges};

/// The merges of every good line.
#[derive(Default)]
pub(super) struct Merged(Merges);

impl Merged {
    /// What a log says at the asking time: a merge that was recorded later is none yet.
    pub(super) fn add_log(&mut self, judge: &Judge, line: &Line, as_of: Option<AsOf>) {
        let complaint = &line.complaint;
        if complaint.merged_into().is_none() && complaint.absorbed().is_empty() {
            return self.0.add_log(complaint);
        }
        match judge.known(line, as_of) {
            Some(known) => self.0.add_log(&known),
            None => self.0.add_record(complaint.id()),
        }
    }

    /// What a record says.
    pub(super) fn add_record(&mut self, id: &str, survivor: Option<&str>) {
        self.0.add_record(id);
        if let Some(survivor) = survivor {
            self.0.add(id, survivor);
        }
    }

    /// Whether no complaints are merged into each other, and the sides of each merge go together.
    pub(super) fn is_sound(&self) -> bool {
        let mut faults = self.0.faults().into_iter();
        self.0.rings().is_empty() && faults.all(|fault| fault.kind.is_warning())
    }

    /// A complaint with the receipts of those that it took up as their own logs have them; `None`
    /// when one goes on in it that its log did not take up, so that its clocks would be wrong.
    pub(super) fn corrected(&self, complaint: &Complaint) -> Option<Complaint> {
        let id = complaint.id();
        let mut endings = self.0.iter().filter(|(_, survivor)| *survivor == id);
        if endings.any(|(ending, _)| !complaint.absorbed().contains(ending)) {
            return None;
        }
        let events = complaint.events().iter().cloned().map(|event| {
            let Details::Absorbed(mut absorbed) = event.details else {
                return event;
            };
            let own = self.0.earliest(&absorbed.complaint_id);
            absorbed.received_at = own.unwrap_or(absorbed.received_at);
            Event {
                details: absorbed.into(),
                ..event
            }
        });
        Complaint::replay(id, events).ok()
    }

    /// Tells every ring and every merge whose sides do not go together with the places of all
    /// complaints concerned, and warns of what has no place. With an id, only of what concerns that
    /// complaint. The answer is the exit code.
    pub(super) fn tell(&self, id: Option<&str>, place: impl Fn(&str) -> Option<String>) -> u8 {
        let mut code = FINE;
        let named = |id: &str| match place(id) {
            Some(place) => format!("`{id}` ({place})"),
            None => format!("`{id}`"),
        };
        for ring in self.0.rings() {
            if id.is_none_or(|id| ring.contains(&id)) {
                code = WRONG;
                say!("error: {}", ring_problem(ring.into_iter().map(named)));
            }
        }
        let meant = |fault: &MergeFault| id.is_none_or(|id| fault.concerns(id));
        for fault in self.0.faults().into_iter().filter(meant) {
            if !fault.kind.is_warning() {
                code = WRONG;
                say!("error: {}", fault.problem(named));
                continue;
            }
            // Only one side has a place.
            let mut sides = std::iter::once(&fault.ending).chain(&fault.survivors);
            let at = sides.find_map(|id| place(id));
            let problem = fault.problem(|id| format!("`{id}`"));
            match at {
                Some(at) => say!("warning: {at}: {problem}"),
                None => say!("warning: {problem}"),
            }
        }
        code
    }
}
