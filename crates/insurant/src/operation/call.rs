//! The input of an operation, and what several operations read from it.

use crate::date::Date;
use crate::engine::{Engine, SectionRules};
use crate::facts::shape::CUSTOMER;
use crate::facts::{CheckedCustomer, CustomerFacts, merge, told_together};
use crate::organisation::{self, Organisation};
use crate::rulebook::{self, CustomerRules};
use insurant_rules::document::{Document, Field, Node, Path, Shape};
use insurant_rules::{Place, Problems};
use std::borrow::Cow;

/// One call: the engine and the input document.
pub struct Call<'a> {
    engine: &'a Engine,
    document: &'a Document,
}

/// Rules for a call: one of the engine's, or one that came with the call.
pub(super) type Rules<'a> = Cow<'a, CustomerRules>;

/// The field `as_of`.
pub(super) fn as_of_field() -> Field {
    Field::required("as_of", Shape::Date, "The day of the decision.")
}

/// The field `rulebook`.
pub(super) fn rulebook_field() -> Field {
    Field::optional(
        "rulebook",
        Shape::any_of([Shape::line(), Shape::Any]),
        "The id of a rulebook, `id@version`, or a rulebook itself; cn-property when absent.",
    )
}

/// The field `customer`.
pub(super) fn customer_field() -> Field {
    Field::required("customer", CUSTOMER.clone(), "The customer with all facts.")
}

impl<'a> Call<'a> {
    pub(super) const fn new(engine: &'a Engine, document: &'a Document) -> Self {
        Self { engine, document }
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> &'a Engine {
        self.engine
    }

    /// The input.
    #[must_use]
    pub const fn input(&self) -> &'a Node {
        self.document.root()
    }

    /// The input with its places.
    #[must_use]
    pub const fn document(&self) -> &'a Document {
        self.document
    }

    pub(super) fn as_of(&self) -> Date {
        self.input().date_at("as_of").unwrap_or(Date::MIN)
    }

    /// The rulebook that the call names or brings, with expressions compiled beside it.
    pub(super) fn rules(&self, expressions: &[&str]) -> Result<Rules<'a>, Problems> {
        let Some(node) = self.input().get("rulebook") else {
            return self
                .engine
                .rules_with(rulebook::DEFAULT, self.as_of(), expressions);
        };
        match node.text() {
            Some(name) => self
                .engine
                .rules_with(name, self.as_of(), expressions)
                .map_err(|problems| self.placed(problems, node, "rulebook")),
            None => self
                .brought("rulebook", node, |document| {
                    self.engine.rules_of(document, expressions)
                })
                .map(Cow::Owned),
        }
    }

    /// What the rulebook in a field of the call, named or brought, says in a section. Of versions, the
    /// one in force on the day.
    pub(super) fn section<R: SectionRules>(
        &self,
        node: &Node,
        as_of: Date,
    ) -> Result<Cow<'a, R>, Problems> {
        match node.text() {
            Some(name) => self
                .engine
                .section(name, as_of)
                .map(Cow::Borrowed)
                .map_err(|problems| self.placed(problems, node, "rulebook")),
            None => self
                .brought("rulebook", node, |document| {
                    self.engine.section_of(document)
                })
                .map(Cow::Owned),
        }
    }

    /// What a document inside the input says. Its problems have the places and paths that they have
    /// in the input; those of documents that it builds on keep their own.
    pub(super) fn brought<T>(
        &self,
        at: &str,
        node: &Node,
        read: impl FnOnce(Document) -> Result<T, Problems>,
    ) -> Result<T, Problems> {
        self.part(at, node).and_then(read).map_err(|found| {
            let mut placed = Problems::new();
            for problem in found {
                let place = match problem.place() {
                    place if place.source.as_deref() == Some(at) => Some(self.moved(place, at)),
                    // Of the document as a whole, such as a section that it does not have.
                    place if *place == Place::default() => Some(self.document.place_of(node, at)),
                    _ => None,
                };
                placed.push(match place {
                    Some(place) => problem.at(place),
                    None => problem,
                });
            }
            placed.or(()).err().unwrap_or_default()
        })
    }

    /// A place in a document that stands at a path of the input.
    fn moved(&self, place: &Place, at: &str) -> Place {
        let path = match place.path.as_str() {
            "" => at.to_owned(),
            index if index.starts_with('[') => format!("{at}{index}"),
            key => format!("{at}.{key}"),
        };
        Place {
            path,
            source: self.document.place_at("").source,
            ..*place
        }
    }

    fn part(&self, name: &str, node: &Node) -> Result<Document, Problems> {
        let text = self.document.text();
        let before = text.get(..node.span.start).unwrap_or_default();
        let blank = before.chars().map(|c| if c == '\n' { '\n' } else { ' ' });
        let mut whole: String = blank.collect();
        whole.push_str(self.document.slice(node.span));
        Document::parse_json(name, &whole)
    }

    /// Problems without a place are at a node.
    pub(super) fn placed(&self, problems: Problems, node: &Node, path: &str) -> Problems {
        let mut placed = Problems::new();
        for problem in problems {
            let place = self.document.place_of(node, path);
            placed.push(if problem.place().line == 0 {
                problem.at(place)
            } else {
                problem
            });
        }
        placed
    }

    /// The customer of the call, checked. Problems of shape and of substance are told together.
    pub(super) fn customer(
        &self,
        shape: &Shape,
        rules: &CustomerRules,
    ) -> Result<CheckedCustomer, Problems> {
        let mut problems = Problems::new();
        shape.check(self.document, self.input(), &Path::ROOT, &mut problems);
        let path = Path::ROOT;
        let path = path.key("customer");
        let Some(node) = self.input().get("customer") else {
            return Err(problems.or(()).err().unwrap_or_default());
        };
        let (facts, amounts) =
            CustomerFacts::from_node(self.document, node, &path, rules.currency());
        merge(&mut problems, amounts);
        match rules.check(facts) {
            Ok(checked) => problems.or(checked),
            Err(found) => {
                let mut substance = Problems::new();
                for problem in found {
                    let path = format!("customer.{}", problem.place().path);
                    let place = self.document.place_at(&path);
                    substance.push(problem.at(place));
                }
                Err(told_together(problems, substance))
            }
        }
    }

    /// Problems of the customer's facts, with their places in the input.
    pub(super) fn facts(&self, found: Problems) -> Result<(), Problems> {
        let mut problems = Problems::new();
        for problem in found {
            let place = self
                .document
                .place_at(&format!("customer.{}", problem.place().path));
            problems.push(problem.at(place));
        }
        problems.or(())
    }

    /// The organisation in the field `units` of the call, checked.
    pub(super) fn organisation(&self) -> Result<Organisation, Problems> {
        organisation::json::read(self.input()).map_err(|problems| self.located(problems))
    }

    /// Problems that know their path, with the places of these paths in the input, in the order
    /// of its text.
    pub(super) fn located(&self, found: Problems) -> Problems {
        let mut problems = Problems::new();
        for problem in found {
            let place = self.document.place_at(&problem.place().path);
            problems.push(problem.at(place));
        }
        problems.or(()).err().unwrap_or_default()
    }
}
