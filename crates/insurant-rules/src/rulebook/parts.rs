//! The sections of a rulebook as read: rules, scorecards, tables, records.

use super::model::{About, Formula, LiteralAt, Origin, Part, ValueType};
use super::records::Records;
use crate::document::{Decimal, Json};

/// A section of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub doc: Option<String>,
    /// Its rules.
    pub rules: Option<Vec<Part<Rule>>>,
    /// Its scorecards, in the order of the host's language.
    pub scorecards: Vec<NamedScorecard>,
    /// Its tables.
    pub tables: Option<Vec<Part<Table>>>,
    /// Its records.
    pub records: Option<Records>,
    /// Where it is written.
    pub origin: Origin,
}

/// A scorecard under its key in the section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedScorecard {
    /// The key.
    pub name: String,
    /// The scorecard.
    pub card: Scorecard,
}

impl Section {
    /// The scorecard of a name.
    #[must_use]
    pub fn scorecard(&self, name: &str) -> Option<&Scorecard> {
        let named = self.scorecards.iter().find(|named| named.name == name);
        named.map(|named| &named.card)
    }
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The outcome of a first-match rule.
    pub outcome: Option<String>,
    /// The condition.
    pub when: Formula,
    /// A further condition for being listed among the outcomes that hold.
    pub holds: Option<Formula>,
    /// The host's own fields, in the order of the host's language.
    pub attributes: Vec<(String, Json)>,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
}

/// A scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// What the characteristics are grouped by; none when they are not.
    pub dimensions: Vec<Part<Dimension>>,
    /// What earns points.
    pub characteristics: Vec<Part<Characteristic>>,
    /// What no score outweighs.
    pub vetoes: Vec<Part<Veto>>,
    /// The grades by score; `None` in a rulebook that leaves them to the one it extends.
    pub grades: Option<Vec<GradeBand>>,
    /// Where it is written.
    pub origin: Origin,
}

/// A group of characteristics with a weight of its own, such as results or ability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Its share in the score.
    pub weight: Decimal,
    /// What too few points in it do to the grade, whatever the score.
    pub floors: Vec<Floor>,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
}

/// A bound on the grade of whoever has too few points in a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// The points in the dimension from which on it does not bind.
    pub least: Decimal,
    /// The best grade of whoever has fewer.
    pub best: String,
    /// Where it is written.
    pub origin: Origin,
}

/// What earns points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Characteristic {
    /// What is looked at.
    pub value: Formula,
    /// The id of the dimension that it belongs to, and where that is written.
    pub dimension: Option<(String, Origin)>,
    /// By what its points are multiplied.
    pub weight: Decimal,
    /// The points of a value that is missing; `None`: no decision without it.
    pub missing: Option<Decimal>,
    /// The points by value.
    pub scale: Scale,
    /// The points of every other value.
    pub otherwise: Option<Decimal>,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
}

/// Points by value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    /// Points by ranges of values that have an order.
    Bands(Vec<Band>),
    /// Points by values that have none.
    Cases(Vec<Case>),
}

/// The points of values from one bound up to, but without, the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The lowest value.
    pub from: Option<LiteralAt>,
    /// The value above.
    pub below: Option<LiteralAt>,
    /// The points.
    pub points: Decimal,
    /// Where it is written.
    pub origin: Origin,
}

/// The points of some values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The values.
    pub is: Vec<LiteralAt>,
    /// The points.
    pub points: Decimal,
}

/// A grade that no score outweighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veto {
    /// The condition.
    pub when: Formula,
    /// The grade.
    pub grade: String,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
}

/// The grade of scores from one bound up to, but without, the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeBand {
    /// The grade.
    pub grade: String,
    /// The lowest score.
    pub from: Option<Decimal>,
    /// The score above.
    pub below: Option<Decimal>,
    /// Where it is written.
    pub origin: Origin,
}

/// A lookup table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The values that are looked up.
    pub on: Vec<Formula>,
    /// The type of its answers.
    pub ty: ValueType,
    /// The rows.
    pub rows: Vec<Row>,
    /// The answer when no row matches.
    pub otherwise: Option<LiteralAt>,
    /// Source and purpose.
    pub about: About,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One cell for each value that is looked up.
    pub cells: Vec<Cell>,
    /// The answer.
    pub value: LiteralAt,
    /// Where it is written.
    pub origin: Origin,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Any value, also one that is missing.
    Any,
    /// This value.
    Is(LiteralAt),
    /// Values from one bound up to, but without, the other.
    Range {
        /// The lowest value.
        from: Option<LiteralAt>,
        /// The value above.
        below: Option<LiteralAt>,
        /// Where it is written.
        origin: Origin,
    },
}
