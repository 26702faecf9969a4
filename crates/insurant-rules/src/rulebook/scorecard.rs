//! Compiled scorecards: points by value, weighted, summed exactly, and graded.

use super::model::{About, Origin};
use super::ranges::Range;
use crate::program::{Answered, ConditionId, ValueId};
use crate::value::{Slot, Truth};
use std::cmp::Ordering;

/// The scorecard of a section.
///
/// That no sum of points can overflow is checked when it is compiled, so that grading never fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledScorecard {
    pub(super) characteristics: Vec<CompiledCharacteristic>,
    pub(super) vetoes: Vec<CompiledVeto>,
    pub(super) grades: Vec<(Range, usize)>,
    pub(super) denominator: i64,
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
    /// Source and purpose.
    pub about: About,
    /// Where it is written.
    pub origin: Origin,
    pub(super) scale: CompiledScale,
    pub(super) missing: Option<i64>,
    pub(super) otherwise: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CompiledScale {
    Bands(Vec<(Range, i64)>),
    Cases(Vec<(Vec<Slot>, i64)>),
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
    /// The position of the grade among those of the language's section.
    pub grade: usize,
    /// Source and purpose.
    pub about: About,
    /// Where it is written.
    pub origin: Origin,
}

/// What a characteristic earned. Points are weighted, in units of
/// [`CompiledScorecard::denominator`].
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
    /// The grade.
    pub grading: Grading,
}

/// How a scorecard grades. Grades are positions among those of the language's section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grading {
    /// By the score.
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

    /// One point is this many units: a score is `points / denominator`, exactly.
    #[must_use]
    pub const fn denominator(&self) -> i64 {
        self.denominator
    }

    /// Grades a subject. What each characteristic earned goes to `earned`, as far as it reaches.
    /// Nothing is allocated, and nothing can fail.
    ///
    /// A veto that holds decides, the first one in order; else one that is unknown sends the
    /// subject to review; else a characteristic without which there is no decision leaves it
    /// undecided; else the score is graded.
    pub fn evaluate(&self, answered: Answered<'_>, earned: &mut [Earned]) -> Score {
        let mut sum: i64 = 0;
        let mut undecided = None;
        for (position, characteristic) in self.characteristics.iter().enumerate() {
            let own = characteristic.earn(answered.value(characteristic.value));
            match own.points() {
                // The compiler has shown that no sum overflows.
                Some(points) => sum = sum.saturating_add(points),
                None => {
                    undecided.get_or_insert(position);
                }
            }
            if let Some(place) = earned.get_mut(position) {
                *place = own;
            }
        }
        let mut unknown = None;
        for (position, veto) in self.vetoes.iter().enumerate() {
            match answered.truth(veto.when) {
                Truth::True => {
                    return Score {
                        points: undecided.is_none().then_some(sum),
                        grading: Grading::Vetoed {
                            veto: position,
                            grade: veto.grade,
                        },
                    };
                }
                Truth::Unknown => {
                    unknown.get_or_insert(position);
                }
                Truth::False => {}
            }
        }
        let grading = match (unknown, undecided) {
            (Some(veto), _) => Grading::Review { veto },
            (None, Some(characteristic)) => Grading::Undecided { characteristic },
            (None, None) => Grading::Graded(self.grade(sum)),
        };
        Score {
            points: undecided.is_none().then_some(sum),
            grading,
        }
    }

    /// The grade of a score. The grades cover every score, which the compiler has checked.
    fn grade(&self, points: i64) -> usize {
        let score = Slot::ratio(points, self.denominator);
        let found = self.grades.iter().find(|(range, _)| range.contains(score));
        found.map_or(0, |(_, grade)| *grade)
    }
}

impl CompiledCharacteristic {
    /// What a value earns.
    #[must_use]
    pub fn earn(&self, value: Slot) -> Earned {
        if !value.is_known() {
            return self.missing.map_or(Earned::Undecided, Earned::Missing);
        }
        let found = match &self.scale {
            CompiledScale::Bands(bands) => bands
                .iter()
                .enumerate()
                .find(|(_, (range, _))| range.contains(value))
                .map(|(position, (_, points))| (position, *points)),
            CompiledScale::Cases(cases) => cases
                .iter()
                .enumerate()
                .find(|(_, (values, _))| values.iter().any(|other| is_equal(*other, value)))
                .map(|(position, (_, points))| (position, *points)),
        };
        match (found, self.otherwise) {
            (Some((position, points)), _) => Earned::Band(position, points),
            (None, Some(points)) => Earned::Otherwise(points),
            // Bands and cases cover every value, which the compiler has checked.
            (None, None) => Earned::Undecided,
        }
    }

    /// The largest number of points, without the sign, that it can earn.
    pub(super) fn most(&self) -> u64 {
        let scale: Vec<i64> = match &self.scale {
            CompiledScale::Bands(bands) => bands.iter().map(|(_, points)| *points).collect(),
            CompiledScale::Cases(cases) => cases.iter().map(|(_, points)| *points).collect(),
        };
        let all = scale.into_iter().chain(self.missing).chain(self.otherwise);
        all.map(i64::unsigned_abs).max().unwrap_or(0)
    }
}

fn is_equal(a: Slot, b: Slot) -> bool {
    a.compare(b) == Some(Ordering::Equal)
}
