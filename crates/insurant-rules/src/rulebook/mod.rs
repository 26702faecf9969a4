//! Rulebooks: rules as data, versioned, effective-dated, checked whole before use, compiled once.

mod compile;
mod diff;
mod extends;
mod language;
mod model;
mod parts;
mod ranges;
mod read;
mod read_sections;
mod rules;
mod scorecard;
mod scorecard_compile;
mod set;
mod shapes;
mod subject;
mod table;
mod write;

pub use compile::{CompiledRulebook, CompiledSection, CompiledSubject, ExpressionValue};
pub use diff::{Change, Difference, FieldChange, diff};
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
pub use ranges::Range;
pub use rules::{CompiledRule, RuleSet};
pub use scorecard::{
    CompiledCharacteristic, CompiledScorecard, CompiledVeto, Earned, Grading, Score,
};
pub use set::Rulebooks;
pub use shapes::{schema, shape};
pub use table::{Answer, CompiledTable, Lookup, Tables};

#[cfg(test)]
mod tests;
