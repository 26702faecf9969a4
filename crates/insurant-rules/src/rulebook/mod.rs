//! Rulebooks: rules as data, versioned, effective-dated, checked whole before use, compiled once.
//!
//! A host says what its rulebooks may speak of ([`Language`]); [`Rulebooks::read`] reads a set of
//! documents, resolves what extends what, and refuses all that is wrong at once;
//! [`Rulebook::compile`] makes programs that decide without allocating and without failing.
//!
//! ```
//! use insurant_rules::document::Document;
//! use insurant_rules::program::Answers;
//! use insurant_rules::rulebook::{Language, Rulebooks, SectionSpec};
//! use insurant_rules::{Signature, Slot, Type, Vocabulary};
//! use std::sync::Arc;
//!
//! struct Customer(Vec<Signature>);
//! impl Vocabulary for Customer {
//!     fn subject(&self) -> &str { "customer" }
//!     fn signatures(&self) -> &[Signature] { &self.0 }
//! }
//!
//! let claims = Signature {
//!     name: "claims".into(),
//!     ty: Type::Count(None),
//!     arguments: vec![],
//!     doc: "The number of claims.".into(),
//! };
//! let language = Language::new()
//!     .with_subject(Arc::new(Customer(vec![claims])))
//!     .with_section(
//!         SectionSpec::new("standing", "customer", "The standing.")
//!             .first_match(["watch", "clear"], [], 10),
//!     );
//! let document = Document::parse("house.toml", r#"
//!     id = "house"
//!     version = "1"
//!     language = 1
//!     currency = "EUR"
//!     effective.from = 2024-01-01
//!     parameters.many = { value = 3, source = "Underwriting manual, 4.2" }
//!
//!     [[standing.rules]]
//!     id = "watch"
//!     when = "claims >= many"
//!
//!     [[standing.rules]]
//!     id = "clear"
//!     when = "always"
//! "#)?;
//! let rulebooks = Rulebooks::read([document], &language)?;
//! let house = rulebooks.get("house").expect("it was read");
//! let compiled = house.compile(&language, &[])?;
//!
//! let customer = compiled.subject("customer").expect("the language has it");
//! let (program, rules) = (customer.program(), customer.rules("standing").expect("it has rules"));
//! let (slots, mut answers) = ([Slot::whole(2)], Answers::default());
//! let answered = program.answer(&slots, &mut answers);
//! assert_eq!(rules.first(answered).map(|first| rules.rules()[first].id.as_str()), Some("clear"));
//! # Ok::<(), insurant_rules::Problems>(())
//! ```

mod compile;
mod diff;
mod extends;
mod language;
mod model;
mod parts;
mod ranges;
mod read;
mod read_sections;
mod records;
mod rules;
mod scorecard;
mod scorecard_compile;
mod scorecard_evaluate;
mod scorecard_weights;
mod set;
mod shapes;
mod subject;
mod table;
mod table_index;
mod uses;
mod write;

pub use compile::{CompiledRulebook, CompiledSection, CompiledSubject, ExpressionValue};
pub use diff::{Change, Difference, FieldChange, diff};
pub use language::{
    Convention, LANGUAGE_VERSION, Language, RecordListSpec, RecordsSpec, RulesMode, RulesSpec,
    ScorecardSpec, SectionSpec, SharedVocabulary, TablesSpec,
};
pub use model::{
    About, Body, ChosenConvention, Effective, Extends, Formula, Input, LiteralAt, NamedCondition,
    Origin, Parameter, Part, Rulebook, ValueType,
};
pub use parts::{
    Band, Case, Cell, Characteristic, Dimension, Floor, GradeBand, NamedScorecard, Row, Rule,
    Scale, Scorecard, Section, Table, Veto,
};
pub use ranges::Range;
pub use records::{
    Attributes, CompiledAttributes, CompiledRecord, CompiledRecordCondition, CompiledRecords,
    Record, RecordCondition, RecordField, RecordList, Records,
};
pub use rules::{CompiledRule, RuleSet};
pub use scorecard::{
    BrokenFloor, CompiledCharacteristic, CompiledDimension, CompiledFloor, CompiledScorecard,
    CompiledVeto, Earned, Grading, Score, ToNext,
};
pub use set::Rulebooks;
pub use shapes::{schema, shape};
pub use table::{Answer, CompiledTable, Lookup, Tables};

#[cfg(test)]
mod tests;
