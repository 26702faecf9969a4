//! A manager's file from JSON.

use super::{CERTIFICATION, EVENT, Event, ManagerFile};
use crate::code;
use crate::manager::{POST, Posts, read_posts};
use insurant_rules::document::{Document, Field, Node, Path, Shape};
use insurant_rules::{Problem, Problems};
use std::sync::LazyLock;

/// A manager's file in JSON.
pub(crate) static FILE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ManagerFile",
        "An account manager: where they served, and what happened to their certifications.",
        [
            Field::required("manager_id", Shape::id(), "The host's id of the person."),
            Field::required(
                "posts",
                Shape::list_within(POST.clone(), 1, usize::MAX),
                "Where they served, in any order; none overlaps another.",
            ),
            Field::optional(
                "events",
                Shape::list(EVENT.clone()),
                "What happened, in the order in which it was recorded; nothing yet when left out.",
            ),
        ],
    )
});

impl ManagerFile {
    /// The file of a document: `{"manager_id": ..., "posts": [...], "events": [...]}`.
    ///
    /// # Errors
    /// Everything that is wrong with the shape of the file or with its posts; else the first event
    /// that could never have been accepted. Each with its place.
    ///
    /// # Example
    /// ```
    /// use insurant::manager::certification::ManagerFile;
    /// use insurant_rules::document::Document;
    ///
    /// let file = r#"{"manager_id": "M1", "posts": [{"unit_id": "JX1", "from": "2024-03-01"}]}"#;
    /// let file = ManagerFile::read(&Document::parse_json("M1.json", file)?)?;
    /// assert!(file.certifications().is_empty());
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn read(document: &Document) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        FILE.check(document, document.root(), &Path::ROOT, &mut problems);
        problems.or(())?;
        Self::of_node(document, document.root(), "")
    }

    /// The file of a node that has passed its shape, at a path of a document.
    pub(crate) fn of_node(document: &Document, node: &Node, path: &str) -> Result<Self, Problems> {
        let dot = if path.is_empty() { "" } else { "." };
        let posts = read_posts(node).map_err(|found| {
            let mut problems = Problems::new();
            for problem in found {
                let place = document.place_at(&format!("{path}{dot}{}", problem.place().path));
                problems.push(problem.at(place));
            }
            problems
        })?;
        Self::of_log(document, node, path, posts)
    }

    fn of_log(
        document: &Document,
        node: &Node,
        path: &str,
        posts: Posts,
    ) -> Result<Self, Problems> {
        let id = node.text_at("manager_id").unwrap_or_default();
        let mut file = Self::new(id, posts);
        let events = node.items_at("events").iter();
        for (index, item) in events.enumerate() {
            let Some(event) = Event::read(item) else {
                continue;
            };
            if let Err(refusal) = file.advance(event, super::terms::By::default()) {
                let dot = if path.is_empty() { "" } else { "." };
                let path = format!("{path}{dot}events[{index}]");
                return Err(Problem::new(code::REFUSED_EVENT, refusal.to_string())
                    .expected(CERTIFICATION.instead(&refusal.refusal))
                    .at(document.place_of(item, path))
                    .into());
            }
        }
        Ok(file)
    }
}
