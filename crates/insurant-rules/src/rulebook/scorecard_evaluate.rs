//! Grading by a scorecard: nothing is allocated, and nothing can fail.

use super::scorecard::{
    BrokenFloor, CompiledDimension, CompiledScorecard, Earned, Grading, Score, ToNext,
};
use crate::document::Decimal;
use crate::program::Answered;
use crate::value::{Slot, Truth};

/// What the characteristics come to.
#[derive(Default)]
struct Sum {
    /// The points of those that are decided.
    points: i64,
    /// The first characteristic without which there is no decision.
    undecided: Option<usize>,
    /// The strictest broken floor.
    floor: Option<BrokenFloor>,
}

impl CompiledScorecard {
    /// Grades a subject. What each characteristic earned goes to `earned`, as far as it reaches.
    /// Nothing is allocated, and nothing can fail.
    ///
    /// A veto that holds decides, the first one in order; else one that is unknown sends the
    /// subject to review; else a characteristic without which there is no decision leaves it
    /// undecided; else the score is graded, and the floors of dimensions with too few points keep
    /// the grade down.
    pub fn evaluate(&self, answered: Answered<'_>, earned: &mut [Earned]) -> Score {
        let sum = self.sum(answered, earned);
        let points = sum.undecided.is_none().then_some(sum.points);
        let by_score = points.map(|points| self.grade(points));
        let decided = |grading| Score {
            points,
            by_score,
            floor: None,
            grading,
        };
        let mut unknown = None;
        for (position, veto) in self.vetoes.iter().enumerate() {
            match answered.truth(veto.when) {
                Truth::True => {
                    return decided(Grading::Vetoed {
                        veto: position,
                        grade: veto.grade,
                    });
                }
                Truth::Unknown => {
                    unknown.get_or_insert(position);
                }
                Truth::False => {}
            }
        }
        match (unknown, sum.undecided, by_score) {
            (Some(veto), ..) => decided(Grading::Review { veto }),
            (None, Some(characteristic), _) => decided(Grading::Undecided { characteristic }),
            (None, None, by_score) => {
                // Without an undecided characteristic there is a grade by score.
                let grade = by_score.unwrap_or(0);
                let floor = sum.floor.filter(|floor| floor.best > grade);
                Score {
                    floor,
                    ..decided(Grading::Graded(floor.map_or(grade, |floor| floor.best)))
                }
            }
        }
    }

    fn sum(&self, answered: Answered<'_>, earned: &mut [Earned]) -> Sum {
        let mut sum = Sum::default();
        let mut earn = |position: usize, sum: &mut Sum| {
            let characteristic = self.characteristics.get(position)?;
            let own = characteristic.earn(answered.value(characteristic.value));
            if let Some(place) = earned.get_mut(position) {
                *place = own;
            }
            if own.points().is_none() {
                let first = sum.undecided.map_or(position, |first| first.min(position));
                sum.undecided = Some(first);
            }
            own.points()
        };
        if self.dimensions.is_empty() {
            for position in 0..self.characteristics.len() {
                // The compiler has shown that no sum overflows.
                let points = earn(position, &mut sum).unwrap_or(0);
                sum.points = sum.points.saturating_add(points);
            }
            return sum;
        }
        for (position, dimension) in self.dimensions.iter().enumerate() {
            let mut points = Some(0_i64);
            for member in &dimension.members {
                let own = earn(*member, &mut sum);
                points = points.zip(own).map(|(a, b)| a.saturating_add(b));
            }
            let Some(points) = points else {
                continue;
            };
            sum.points = sum.points.saturating_add(share(points, dimension.weight));
            for floor in dimension.broken(position, points) {
                if sum
                    .floor
                    .is_none_or(|strictest| floor.best > strictest.best)
                {
                    sum.floor = Some(floor);
                }
            }
        }
        sum
    }

    /// The points of a dimension by what its characteristics earned, in units of
    /// [`Self::denominator`]; `None` when one of them is undecided, and when there is no such
    /// dimension.
    #[must_use]
    pub fn dimension_points(&self, dimension: usize, earned: &[Earned]) -> Option<i64> {
        let members = &self.dimensions.get(dimension)?.members;
        let points = members.iter().map(|member| earned.get(*member)?.points());
        points.sum()
    }

    /// The floors that bind by what the characteristics earned, in the order of the dimensions and
    /// of their floors. A dimension that is undecided breaks none.
    pub fn broken_floors(&self, earned: &[Earned]) -> impl Iterator<Item = BrokenFloor> {
        let dimensions = self.dimensions.iter().enumerate();
        dimensions.flat_map(move |(position, dimension)| {
            let points = self.dimension_points(position, earned);
            points
                .into_iter()
                .flat_map(move |points| dimension.broken(position, points))
        })
    }

    /// What is missing from a grade by score and floors to the next better one; `None` when there
    /// is no better one, or when the grade does not come from the score.
    #[must_use]
    pub fn to_next(&self, score: &Score) -> Option<ToNext> {
        let (Grading::Graded(present), Some(points)) = (score.grading, score.points) else {
            return None;
        };
        let grades = self.grades.iter().map(|(_, grade)| *grade);
        let next = grades.filter(|grade| *grade < present).max()?;
        let enough = score.by_score.is_some_and(|grade| grade <= next);
        let missing = if enough {
            0
        } else {
            let good = self.grades.iter().filter(|(_, grade)| *grade <= next);
            let bounds = good.filter_map(|(range, _)| self.units(range.from?));
            let missing = bounds.map(|from| from - i128::from(points));
            missing.filter(|missing| *missing > 0).min()?
        };
        Some(ToNext {
            grade: next,
            missing,
        })
    }

    /// The broken floors that do not allow a grade: to reach it, they must be met, or for several
    /// of one dimension the highest of them.
    pub fn floors_to_meet(
        &self,
        grade: usize,
        earned: &[Earned],
    ) -> impl Iterator<Item = BrokenFloor> {
        let broken = self.broken_floors(earned);
        broken.filter(move |floor| floor.best > grade)
    }

    /// A bound of grades in units of the denominator, of which every bound is a multiple.
    fn units(&self, bound: Slot) -> Option<i128> {
        let units = i128::from(bound.num) * i128::from(self.denominator);
        units.checked_div(i128::from(bound.den))
    }

    /// The grade of a score. The grades cover every score, which the compiler has checked.
    fn grade(&self, points: i64) -> usize {
        let score = Slot::ratio(points, self.denominator);
        let found = self.grades.iter().find(|(range, _)| range.contains(score));
        found.map_or(0, |(_, grade)| *grade)
    }
}

impl CompiledDimension {
    /// The floors that so many points break.
    fn broken(&self, dimension: usize, points: i64) -> impl Iterator<Item = BrokenFloor> {
        let floors = self.floors.iter().enumerate();
        floors.filter_map(move |(position, floor)| {
            let missing = floor.units - i128::from(points);
            (missing > 0).then_some(BrokenFloor {
                dimension,
                floor: position,
                best: floor.best,
                missing,
            })
        })
    }
}

/// The share of a dimension in the score. Exact: the denominator has the decimals of every product
/// of points and weights. Weights are at most 1, so what fitted still fits.
fn share(points: i64, weight: Decimal) -> i64 {
    let product = i128::from(points) * i128::from(weight.units());
    let share = product.checked_div(i128::from(weight.denominator()));
    share
        .and_then(|share| i64::try_from(share).ok())
        .unwrap_or(0)
}
