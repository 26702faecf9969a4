//! Rulebooks: rules as data, versioned, effective-dated, checked whole before use, compiled once.

mod compile;
mod extends;
mod language;
mod model;
mod parts;
mod read;
mod read_sections;
mod rules;
mod set;
mod shapes;
mod subject;
mod write;

pub use compile::{CompiledRulebook, CompiledSection, CompiledSubject, ExpressionValue};
pub use language::{
    Convention, LANGUAGE_VERSION, Language, RulesMode, RulesSpec, ScorecardSpec, SectionSpec,
    SharedVocabulary, TablesSpec,
};
pub use model::{
    About, Body, ChosenConvention, Effective, Extends, Formula, Input, LiteralAt, NamedCondition,
    Origin, Parameter, Part, Rulebook, ValueType,
};
pub use parts::{
    Band, Case, Cell, Characteristic, GradeBand, Row, Rule, Scale, Scorecard, Section, SectionBody,
    Table, Veto,
};
pub use rules::{CompiledRule, RuleSet};
pub use set::Rulebooks;
pub use shapes::{schema, shape};

#[cfg(test)]
mod tests;
