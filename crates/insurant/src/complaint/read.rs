//! A complaint from its log in JSON.

use super::{COMPLAINT, Complaint, event, json};
use crate::code;
use insurant_rules::document::{Document, Node, Path};
use insurant_rules::{Problem, Problems};

impl Complaint {
    /// The complaint of a log in JSON: `{"complaint_id": ..., "events": [...]}`.
    ///
    /// # Errors
    /// Everything that is wrong with the shape of the log; else the first event that could never
    /// have been accepted. Each with its place.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{Complaint, ComplaintStep};
    /// use insurant_rules::document::Document;
    ///
    /// let log = r#"{"complaint_id": "C-1", "events": [{"kind": "received", "id": "1",
    ///     "occurred_at": "2025-06-02T10:00:00+08:00", "recorded_at": "2025-06-02T10:00:00+08:00",
    ///     "actor": {"person_id": "E1", "role": "collector", "unit_id": "JX"}}]}"#;
    /// let complaint = Complaint::read(&Document::parse_json("log.json", log)?)?;
    /// assert_eq!(complaint.step(), ComplaintStep::Received);
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn read(document: &Document) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        event::LOG.check(document, document.root(), &Path::ROOT, &mut problems);
        problems.or(())?;
        Self::of_log(document, document.root(), "")
    }

    /// The complaint of a log that has passed its shape, at a path of a document.
    pub(crate) fn of_log(document: &Document, node: &Node, path: &str) -> Result<Self, Problems> {
        let id = node.text_at("complaint_id").unwrap_or_default();
        let events = json::events(node);
        let ids: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
        Self::replay(id, events).map_err(|refusal| {
            // A duplicate is refused where it comes again.
            let duplicate = refusal.refusal.why.codes().contains(&"new_id");
            let same = |id: &String| **id == *refusal.event_id;
            let index = if duplicate {
                ids.iter()
                    .enumerate()
                    .filter(|(_, id)| same(id))
                    .nth(1)
                    .map(|(i, _)| i)
            } else {
                ids.iter().position(same)
            };
            let dot = if path.is_empty() { "" } else { "." };
            let path = format!("{path}{dot}events[{}]", index.unwrap_or(0));
            let place = node
                .items_at("events")
                .get(index.unwrap_or(0))
                .unwrap_or(node);
            Problem::new(code::REFUSED_EVENT, refusal.to_string())
                .expected(COMPLAINT.instead(&refusal.refusal))
                .at(document.place_of(place, path))
                .into()
        })
    }
}
