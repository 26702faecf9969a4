//! Compiled scorecards: points by value, weighted, summed exactly, and graded.

use super::model::{About, Origin};
use super::ranges::Range;
use crate::document::Decimal;
use crate::program::{ConditionId, ValueId};
use crate::value::Slot;
use std::cmp::Ordering;

/// A scorecard of a section.
///
/// That no sum of points can overflow is checked when it is compiled, so that grading never fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledScorecard {
    pub(super) dimensions: Vec<CompiledDimension>,
    pub(super) characteristics: Vec<CompiledCharacteristic>,
    pub(super) vetoes: Vec<CompiledVeto>,
    pub(super) grades: Vec<(Range, usize)>,
    pub(super) grade_names: Vec<String>,
    pub(super) denominator: i64,
}

/// A group of characteristics. Its points are the sum of theirs, each times its weight; the score
/// is the sum of the points of the dimensions, each times its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledDimension {
    /// Its id.
    pub id: String,
    /// Its share in the score.
    pub weight: Decimal,
    /// What too few points in it do to the grade.
    pub floors: Vec<CompiledFloor>,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// Where it is written.
    pub origin: Origin,
    /// The positions of its characteristics.
    pub(super) members: Vec<usize>,
}

/// A bound on the grade of whoever has too few points in a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompiledFloor {
    /// The points in the dimension from which on it does not bind.
    pub least: Decimal,
    /// The position of the best grade of whoever has fewer.
    pub best: usize,
    /// `least` in units of [`CompiledScorecard::denominator`].
    pub(super) units: i128,
}

/// What earns points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledCharacteristic {
    /// Its id.
    pub id: String,
    /// What is looked at, in canonical text.
    pub text: String,
    /// What is looked at.
    pub value: ValueId,
    /// The position of the dimension that it belongs to, if the scorecard has dimensions.
    pub dimension: Option<usize>,
    /// By what its points are multiplied.
    pub weight: Decimal,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// Source and purpose.
    pub about: About,
    /// Where it is written.
    pub origin: Origin,
    pub(super) scale: CompiledScale,
    pub(super) missing: Option<Points>,
    pub(super) otherwise: Option<Points>,
}

/// Points as written, and times the weight in units of [`CompiledScorecard::denominator`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Points {
    pub(super) plain: Decimal,
    pub(super) weighted: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CompiledScale {
    Bands(Vec<(Range, Points)>),
    Cases(Vec<(Vec<Slot>, Points)>),
}

/// What no score outweighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledVeto {
    /// Its id.
    pub id: String,
    /// Its condition.
    pub when: ConditionId,
    /// Its condition in canonical text.
    pub text: String,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// The position of the grade among those of the language's section.
    pub grade: usize,
    /// Source and purpose.
    pub about: About,
    /// Where it is written.
    pub origin: Origin,
}

/// What a characteristic earned. Points are weighted, within the dimension if there are dimensions,
/// in units of [`CompiledScorecard::denominator`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Earned {
    /// The points of the n-th band or case.
    Band(usize, i64),
    /// The points of every other value.
    Otherwise(i64),
    /// The points of a value that is missing.
    Missing(i64),
    /// None: the value is missing, and without it there is no decision.
    #[default]
    Undecided,
}

impl Earned {
    /// The points, if there are any.
    #[must_use]
    pub const fn points(self) -> Option<i64> {
        match self {
            Self::Band(_, points) | Self::Otherwise(points) | Self::Missing(points) => Some(points),
            Self::Undecided => None,
        }
    }
}

/// What a scorecard says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The sum of the weighted points, in units of [`CompiledScorecard::denominator`]; `None` when
    /// a characteristic is undecided.
    pub points: Option<i64>,
    /// The grade of those points, before floors and vetoes; `None` when there are none.
    pub by_score: Option<usize>,
    /// The floor that made the grade worse than that of the points: the strictest one that is
    /// broken, the first in order among equals. `None` as well when there is no grade by score.
    pub floor: Option<BrokenFloor>,
    /// The grade.
    pub grading: Grading,
}

/// A floor that binds, since there are too few points in its dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenFloor {
    /// The position of the dimension.
    pub dimension: usize,
    /// The position of the floor among those of the dimension.
    pub floor: usize,
    /// The position of the best grade that it allows.
    pub best: usize,
    /// How many points are missing in the dimension, in units of
    /// [`CompiledScorecard::denominator`]. More than none.
    pub missing: i128,
}

/// What is missing to the next better grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToNext {
    /// The position of that grade: the nearest better one that some score has.
    pub grade: usize,
    /// How many points the score lacks for it, in units of [`CompiledScorecard::denominator`];
    /// none when only floors stand in the way: [`CompiledScorecard::floors_to_meet`].
    pub missing: i128,
}

/// How a scorecard grades. Grades are positions among those of the language's section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grading {
    /// By the score and the floors.
    Graded(usize),
    /// By a veto, whatever the score.
    Vetoed {
        /// The position of the veto.
        veto: usize,
        /// The grade.
        grade: usize,
    },
    /// Not: whether this veto holds is unknown, so a person must look.
    Review {
        /// The position of the veto.
        veto: usize,
    },
    /// Not: this characteristic is missing.
    Undecided {
        /// The position of the characteristic.
        characteristic: usize,
    },
}

impl CompiledScorecard {
    /// What the characteristics are grouped by; none when they are not.
    #[must_use]
    pub fn dimensions(&self) -> &[CompiledDimension] {
        &self.dimensions
    }

    /// What earns points.
    #[must_use]
    pub fn characteristics(&self) -> &[CompiledCharacteristic] {
        &self.characteristics
    }

    /// What no score outweighs.
    #[must_use]
    pub fn vetoes(&self) -> &[CompiledVeto] {
        &self.vetoes
    }

    /// The name of a grade, by its position from the best down.
    #[must_use]
    pub fn grade_name(&self, position: usize) -> Option<&str> {
        self.grade_names.get(position).map(String::as_str)
    }

    /// One point is this many units: a score is `points / denominator`, exactly.
    #[must_use]
    pub const fn denominator(&self) -> i64 {
        self.denominator
    }
}

impl CompiledCharacteristic {
    /// What a value earns.
    #[must_use]
    pub fn earn(&self, value: Slot) -> Earned {
        if !value.is_known() {
            let missing = self.missing.map(|points| points.weighted);
            return missing.map_or(Earned::Undecided, Earned::Missing);
        }
        let found = match &self.scale {
            CompiledScale::Bands(bands) => bands
                .iter()
                .enumerate()
                .find(|(_, (range, _))| range.contains(value))
                .map(|(position, (_, points))| (position, points.weighted)),
            CompiledScale::Cases(cases) => cases
                .iter()
                .enumerate()
                .find(|(_, (values, _))| values.iter().any(|other| is_equal(*other, value)))
                .map(|(position, (_, points))| (position, points.weighted)),
        };
        match (found, self.otherwise) {
            (Some((position, points)), _) => Earned::Band(position, points),
            (None, Some(points)) => Earned::Otherwise(points.weighted),
            // Bands and cases cover every value, which the compiler has checked.
            (None, None) => Earned::Undecided,
        }
    }

    /// The points as written, before the weight, of something that it earned.
    #[must_use]
    pub fn plain_points(&self, earned: Earned) -> Option<Decimal> {
        let points = match (earned, &self.scale) {
            (Earned::Band(band, _), CompiledScale::Bands(bands)) => bands.get(band).map(|b| b.1),
            (Earned::Band(case, _), CompiledScale::Cases(cases)) => cases.get(case).map(|c| c.1),
            (Earned::Otherwise(_), _) => self.otherwise,
            (Earned::Missing(_), _) => self.missing,
            (Earned::Undecided, _) => None,
        };
        points.map(|points| points.plain)
    }

    /// The largest number of points, without the sign, that it can earn.
    pub(super) fn most(&self) -> u64 {
        let scale: Vec<Points> = match &self.scale {
            CompiledScale::Bands(bands) => bands.iter().map(|(_, points)| *points).collect(),
            CompiledScale::Cases(cases) => cases.iter().map(|(_, points)| *points).collect(),
        };
        let all = scale.into_iter().chain(self.missing).chain(self.otherwise);
        let all = all.map(|points| points.weighted.unsigned_abs());
        all.max().unwrap_or(0)
    }
}

fn is_equal(a: Slot, b: Slot) -> bool {
    a.compare(b) == Some(Ordering::Equal)
}
