//! What a scorecard says of one subject.

use crate::closed::closed;
use insurant_rules::document::Decimal;
use insurant_rules::program::Answered;
use insurant_rules::rulebook::{
    BrokenFloor, CompiledCharacteristic, CompiledScorecard, CompiledVeto, Earned, Grading, Score,
    ToNext,
};
use insurant_rules::{Program, Slot, Truth};

/// A scorecard with the program that answers it.
#[derive(Debug, Clone, Copy)]
pub struct Card<'r> {
    card: &'r CompiledScorecard,
    program: &'r Program,
}

/// What a scorecard says of one subject, with everything it rests on.
#[derive(Debug, Clone)]
pub struct Scored<'r> {
    pub(super) card: Card<'r>,
    score: Score,
    pub(super) earned: Vec<Earned>,
    /// What each characteristic looked at.
    pub(super) values: Vec<Slot>,
    /// What became of each veto.
    pub(super) vetoes: Vec<Truth>,
}

closed! {
    /// What became of a grade.
    ScoreStatus {
        /// It comes from the score, and from the floors of dimensions with too few points.
        Graded = "graded",
        /// A veto decides it, whatever the score.
        Vetoed = "vetoed",
        /// There is none: a person must look, since a veto is unknown.
        Review = "review",
        /// There is none: something is missing without which there is no decision.
        Undecided = "undecided",
    }
}

impl<'r> Card<'r> {
    pub(crate) const fn new(card: &'r CompiledScorecard, program: &'r Program) -> Self {
        Self { card, program }
    }

    /// Scores a subject by the answers of the rulebook's program to its facts.
    #[must_use]
    pub fn score(self, answered: Answered<'_>) -> Scored<'r> {
        let characteristics = self.card.characteristics();
        let mut earned = vec![Earned::default(); characteristics.len()];
        let score = self.card.evaluate(answered, &mut earned);
        let values = characteristics.iter().map(|c| answered.value(c.value));
        let vetoes = self.card.vetoes().iter().map(|v| answered.truth(v.when));
        Scored {
            card: self,
            score,
            earned,
            values: values.collect(),
            vetoes: vetoes.collect(),
        }
    }

    /// The scorecard.
    #[must_use]
    pub const fn card(self) -> &'r CompiledScorecard {
        self.card
    }

    pub(super) const fn program(self) -> &'r Program {
        self.program
    }
}

impl<'r> Scored<'r> {
    /// The scorecard.
    #[must_use]
    pub const fn card(&self) -> &'r CompiledScorecard {
        self.card.card
    }

    /// The score as the scorecard gave it, in units and positions.
    #[must_use]
    pub const fn score(&self) -> &Score {
        &self.score
    }

    /// What became of the grade.
    #[must_use]
    pub const fn status(&self) -> ScoreStatus {
        match self.score.grading {
            Grading::Graded(_) => ScoreStatus::Graded,
            Grading::Vetoed { .. } => ScoreStatus::Vetoed,
            Grading::Review { .. } => ScoreStatus::Review,
            Grading::Undecided { .. } => ScoreStatus::Undecided,
        }
    }

    /// The position of the grade, 0 the best; `None` for review and undecided.
    #[must_use]
    pub const fn position(&self) -> Option<usize> {
        match self.score.grading {
            Grading::Graded(grade) | Grading::Vetoed { grade, .. } => Some(grade),
            Grading::Review { .. } | Grading::Undecided { .. } => None,
        }
    }

    /// The grade, after floors and vetoes.
    #[must_use]
    pub fn grade(&self) -> Option<&'r str> {
        self.card().grade_name(self.position()?)
    }

    /// The grade of the points alone; `None` when a characteristic is undecided.
    #[must_use]
    pub fn by_score(&self) -> Option<&'r str> {
        self.card().grade_name(self.score.by_score?)
    }

    /// The sum of the points, exactly, without needless zeros: `58.5`.
    #[must_use]
    pub fn points(&self) -> Option<String> {
        self.score.points.map(|points| self.decimal(points.into()))
    }

    /// How the sum of the points stands to a line that the host draws, such as a pass line.
    ///
    /// # Example
    /// `scored.compare(Decimal::whole(60))` is `Some(Ordering::Less)` for 59.999 points.
    #[must_use]
    pub fn compare(&self, line: Decimal) -> Option<std::cmp::Ordering> {
        let points = Slot::ratio(self.score.points?, self.card().denominator());
        points.compare(Slot::ratio(line.units(), line.denominator()))
    }

    /// The veto that decides, or that sends the subject to review.
    #[must_use]
    pub fn veto(&self) -> Option<&'r CompiledVeto> {
        match self.score.grading {
            Grading::Vetoed { veto, .. } | Grading::Review { veto } => {
                self.card().vetoes().get(veto)
            }
            Grading::Graded(_) | Grading::Undecided { .. } => None,
        }
    }

    /// The vetoes with this answer, in order.
    pub fn vetoes(&self, answer: Truth) -> impl Iterator<Item = &'r CompiledVeto> {
        let vetoes = self.card().vetoes().iter().zip(&self.vetoes);
        vetoes.filter_map(move |(veto, truth)| (*truth == answer).then_some(veto))
    }

    /// The characteristics with what they earned, in order.
    pub fn characteristics(&self) -> impl Iterator<Item = (&'r CompiledCharacteristic, Earned)> {
        let characteristics = self.card().characteristics().iter();
        characteristics.zip(self.earned.iter().copied())
    }

    /// The characteristics without which there is no decision and that are missing, in order.
    pub fn undecided(&self) -> impl Iterator<Item = &'r CompiledCharacteristic> {
        let undecided = |earned: Earned| earned == Earned::Undecided;
        let characteristics = self.characteristics();
        characteristics.filter_map(move |(c, earned)| undecided(earned).then_some(c))
    }

    /// What is missing to the next better grade.
    #[must_use]
    pub fn to_next(&self) -> Option<ToNext> {
        self.card().to_next(&self.score)
    }

    /// The broken floors that do not allow the next better grade.
    pub fn floors_to_meet(&self, next: ToNext) -> impl Iterator<Item = BrokenFloor> {
        self.card().floors_to_meet(next.grade, &self.earned)
    }

    /// Units of the scorecard as a decimal, without needless zeros.
    pub(super) fn decimal(&self, units: i128) -> String {
        let denominator = i128::from(self.card().denominator()).unsigned_abs().max(1);
        let (whole, rest) = (
            units.unsigned_abs() / denominator,
            units.unsigned_abs() % denominator,
        );
        // The denominator is a power of ten.
        let places = usize::try_from(denominator.ilog10()).unwrap_or(0);
        let decimals = format!("{rest:0places$}");
        let sign = if units < 0 { "-" } else { "" };
        match decimals.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            decimals => format!("{sign}{whole}.{decimals}"),
        }
    }
}
