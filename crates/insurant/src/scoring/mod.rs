//! What a scorecard says of a subject, and why: the same for customers, account managers,
//! partners and agents.
//!
//! A rulebook compiled for a subject ([`ScoredSubject`]) takes the host's measures and the inputs
//! that the rulebook declares ([`SubjectFacts`]); a [`Card`] grades them, and what it says
//! ([`Scored`]) knows every value, its points, the floors that bind, and what is missing to the
//! next grade.
//!
//! ```
//! use insurant::scoring::ScoredSubject;
//! use insurant_rules::document::Document;
//! use insurant_rules::rulebook::{Language, Rulebook, SectionSpec};
//! use insurant_rules::{Signature, Slot, Type, Vocabulary};
//! use std::collections::BTreeMap;
//! use std::sync::Arc;
//!
//! struct Guide(Vec<Signature>);
//! impl Vocabulary for Guide {
//!     fn subject(&self) -> &str { "guide" }
//!     fn signatures(&self) -> &[Signature] { &self.0 }
//! }
//! let tours = Signature {
//!     name: "tours".into(),
//!     ty: Type::Count(None),
//!     arguments: vec![],
//!     doc: "Tours guided.".into(),
//! };
//! let language = Language::new()
//!     .with_subject(Arc::new(Guide(vec![tours])))
//!     .with_section(SectionSpec::new("guides", "guide", "Guides.").scorecard("review", ["good", "fair"], 10));
//! let document = Document::parse("house.toml", r#"
//!     id = "house"
//!     version = "1"
//!     language = 1
//!     currency = "EUR"
//!     effective.from = 2024-01-01
//!     inputs.exam = { type = "count" }
//!
//!     [[guides.review.dimensions]]
//!     id = "work"
//!     weight = "75%"
//!
//!     [[guides.review.dimensions]]
//!     id = "ability"
//!     weight = "25%"
//!     floors = [{ least = 50, best = "fair" }]
//!
//!     [[guides.review.characteristics]]
//!     id = "tours"
//!     dimension = "work"
//!     value = "tours"
//!     weight = "100%"
//!     missing = "undecided"
//!     bands = [{ below = 20, points = 40 }, { from = 20, points = 100 }]
//!
//!     [[guides.review.characteristics]]
//!     id = "exam"
//!     dimension = "ability"
//!     value = "exam"
//!     weight = "100%"
//!     missing = { points = 0 }
//!     bands = [{ below = 60, points = 20 }, { from = 60, points = 100 }]
//!
//!     [[guides.review.grades]]
//!     grade = "fair"
//!     below = 70
//!
//!     [[guides.review.grades]]
//!     grade = "good"
//!     from = 70
//! "#)?;
//! let rulebook = Rulebook::read(document, &language)?;
//! let guides = ScoredSubject::compile(&rulebook, &language, "guide")?;
//! let card = guides.card("guides", "review").expect("the rulebook has it");
//!
//! let given = BTreeMap::from([("exam".to_owned(), "55".to_owned())]);
//! let inputs = guides.read_inputs(&given, "guide.inputs")?;
//! let facts = guides.facts(&inputs, |request| match request.name.as_str() {
//!     "tours" => Slot::whole(31),
//!     _ => Slot::UNKNOWN,
//! });
//! let scored = card.score(facts.answered());
//! // 75% of 100 and 25% of 20 would be good, but the exam alone forbids it.
//! assert_eq!(scored.points().as_deref(), Some("80"));
//! assert_eq!((scored.by_score(), scored.grade()), (Some("good"), Some("fair")));
//! assert!(scored.to_json().to_canonical_string().contains(r#""floors_to_meet":[{"best":"fair","dimension":"ability","least":"50","missing":"30"}]"#));
//! # Ok::<(), insurant_rules::Problems>(())
//! ```

mod facts;
mod json;
mod scored;
mod subject;

pub use facts::{SubjectFacts, SubjectInputs, written_inputs};
pub use json::score_shape;
pub use scored::{Card, ScoreStatus, Scored};
pub use subject::ScoredSubject;

#[cfg(test)]
mod tests;
