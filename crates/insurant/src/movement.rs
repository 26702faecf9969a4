//! What became of a customer between two assessments (C-14).

use crate::category::{Category, Standing};
use crate::closed::closed;
use insurant_rules::document::{Json, Object};

closed! {
    /// A step on the transition chart, or none.
    Movement {
        /// An unattached customer or prospect insures with us.
        Growth = "growth",
        /// Up the ladder among the insured.
        Upgrade = "upgrade",
        /// An unattached customer becomes a prospect.
        Mining = "mining",
        /// Stripped off: onto the blacklist.
        Strip = "strip",
        /// Down the ladder without leaving, or a prospect that cools.
        Downgrade = "downgrade",
        /// An insured customer leaves.
        Attrition = "attrition",
        /// The same category.
        Unchanged = "unchanged",
        /// One side is undecided, or no step of the ladder.
        Undetermined = "undetermined",
    }
}

impl Movement {
    /// The movement from one assessment to another. Being stripped off outweighs the category.
    ///
    /// # Example
    /// ```
    /// use insurant::{Category, Movement, Standing};
    /// let growth = Movement::between(
    ///     (Category::Prospect, Some(Standing::Clear)),
    ///     (Category::Standard, Some(Standing::Clear)),
    /// );
    /// assert_eq!(growth, Movement::Growth);
    /// ```
    #[must_use]
    pub fn between(
        (from, was): (Category, Option<Standing>),
        (to, is): (Category, Option<Standing>),
    ) -> Self {
        if is == Some(Standing::Blacklisted) && was != Some(Standing::Blacklisted) {
            return Self::Strip;
        }
        if from == to {
            return Self::Unchanged;
        }
        if [from, to]
            .iter()
            .any(|c| matches!(c, Category::Undecided | Category::NotApplicable))
        {
            return Self::Undetermined;
        }
        match (from.is_insured(), to.is_insured()) {
            (false, true) => Self::Growth,
            (true, false) => Self::Attrition,
            (true, true) if from < to => Self::Upgrade,
            (false, false) if from < to => Self::Mining,
            _ => Self::Downgrade,
        }
    }
}

/// How many customers moved from each category to each: the movement matrix of a portfolio.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MovementMatrix {
    counts: std::collections::BTreeMap<(Option<Category>, Option<Category>), u64>,
    movements: std::collections::BTreeMap<Movement, u64>,
    /// Whether some assessment looked back with facts that are younger than its day.
    pub hindsight: bool,
}

/// A side of the matrix: the category and standing; `None` when the customer was not there.
pub type Side = Option<(Category, Option<Standing>)>;

impl MovementMatrix {
    /// Counts one customer.
    pub fn add(&mut self, from: Side, to: Side) {
        *self
            .counts
            .entry((from.map(|f| f.0), to.map(|t| t.0)))
            .or_default() += 1;
        if let (Some(from), Some(to)) = (from, to) {
            *self
                .movements
                .entry(Movement::between(from, to))
                .or_default() += 1;
        }
    }

    /// Customers that went from one category to another; `None` is "not in that portfolio".
    #[must_use]
    pub fn count(&self, from: Option<Category>, to: Option<Category>) -> u64 {
        self.counts.get(&(from, to)).copied().unwrap_or(0)
    }

    /// Customers that made a movement, of those in both portfolios.
    #[must_use]
    pub fn of(&self, movement: Movement) -> u64 {
        self.movements.get(&movement).copied().unwrap_or(0)
    }

    /// The matrix as JSON: every pair that occurs with its count, and the movements they make.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let word = |category: Option<Category>| category.map(Category::as_str);
        let pairs = self.pairs().map(|(from, to, count)| {
            Json::Object(
                Object::new()
                    .with_some("from", word(from))
                    .with_some("to", word(to))
                    .with("customers", Json::exact(count)),
            )
        });
        let movements = self
            .movements
            .iter()
            .map(|(m, n)| (m.as_str(), Json::exact(*n)));
        Json::Object(
            Object::new()
                .with("pairs", Json::list(pairs))
                .with("movements", Json::object_of(movements))
                .with_some("hindsight", self.hindsight.then_some(true)),
        )
    }

    /// Every pair that occurs, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (Option<Category>, Option<Category>, u64)> {
        self.counts
            .iter()
            .map(|(&(from, to), &count)| (from, to, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chart_of_c_14() {
        use Category::{Key, NotApplicable, Preferred, Prospect, Standard, Unattached, Undecided};
        let clear = Some(Standing::Clear);
        let step = |from, to| Movement::between((from, clear), (to, clear));
        assert_eq!(step(Unattached, Key), Movement::Growth);
        assert_eq!(step(Standard, Preferred), Movement::Upgrade);
        assert_eq!(step(Key, Preferred), Movement::Downgrade);
        assert_eq!(step(Preferred, Prospect), Movement::Attrition);
        assert_eq!(step(Unattached, Prospect), Movement::Mining);
        assert_eq!(step(Prospect, Unattached), Movement::Downgrade);
        assert_eq!(step(Undecided, Key), Movement::Undetermined);
        assert_eq!(step(NotApplicable, NotApplicable), Movement::Unchanged);
        let listed = Some(Standing::Blacklisted);
        assert_eq!(
            Movement::between((Key, clear), (Key, listed)),
            Movement::Strip
        );
        assert_eq!(
            Movement::between((Key, listed), (Key, listed)),
            Movement::Unchanged
        );
    }

    #[test]
    fn the_matrix_counts_pairs_and_movements() {
        use Category::{Key, Prospect, Standard};
        let clear = |category| Some((category, Some(Standing::Clear)));
        let mut matrix = MovementMatrix::default();
        assert_eq!(matrix.pairs().count(), 0);
        for _ in 0..2 {
            matrix.add(clear(Prospect), clear(Key));
        }
        matrix.add(clear(Prospect), clear(Standard));
        matrix.add(None, clear(Standard));
        assert_eq!(matrix.count(Some(Prospect), Some(Key)), 2);
        assert_eq!(matrix.count(None, Some(Standard)), 1);
        assert_eq!(matrix.count(Some(Key), None), 0);
        assert_eq!(matrix.of(Movement::Growth), 3);
        assert_eq!(matrix.of(Movement::Attrition), 0);
        let pairs: Vec<_> = matrix.pairs().collect();
        assert_eq!(
            pairs,
            [
                (None, Some(Standard), 1),
                (Some(Prospect), Some(Standard), 1),
                (Some(Prospect), Some(Key), 2),
            ]
        );
    }
}
