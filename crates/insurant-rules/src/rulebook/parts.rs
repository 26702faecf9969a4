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
    /// What it holds.
    pub body: SectionBody,
    /// Where it is written.
    pub origin: Origin,
}

/// What a section holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectionBody {
    /// Rules.
    Rules(Vec<Part<Rule>>),
    /// A scorecard.
    Scorecard(Scorecard),
    /// Tables.
    Tables(Vec<Part<Table>>),
    /// Records.
    Records(Records),
}

impl SectionBody {
    /// The word for what it holds.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Rules(_) => "rules",
            Self::Scorecard(_) => "scorecard",
            Self::Tables(_) => "tables",
            Self::Records(_) => "records",
        }
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
    /// What earns points.
    pub characteristics: Vec<Part<Characteristic>>,
    /// What no score outweighs.
    pub vetoes: Vec<Part<Veto>>,
    /// The grades by score; `None` in a rulebook that leaves them to the one it extends.
    pub grades: Option<Vec<GradeBand>>,
}

/// What earns points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Characteristic {
    /// What is looked at.
    pub value: Formula,
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
