//! The rows of a part of a portfolio, and which rows of the whole they are.

use super::Which;

/// Where a row of a part belongs in its table: four times the row of the whole, plus why it is here.
/// The order of these numbers is that of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order(pub(crate) u64);

impl Order {
    /// The row itself.
    pub(crate) const fn own(row: u64) -> Self {
        Self(row << 2 | 1)
    }

    /// Stands before a row that is here, for one of another part: nothing is told of it.
    pub(crate) const fn before(self) -> Self {
        Self(self.0 & !3)
    }

    /// The row once more, for the sake of another customer, who is warned of but not told.
    pub(crate) const fn again(self) -> Self {
        Self(self.0 & !3 | 2)
    }

    /// Stands behind a row, for something of another part: nothing is told of it.
    pub(crate) const fn after(self) -> Self {
        Self(self.0 | 3)
    }

    /// Behind all rows; nothing is told of it.
    pub(crate) const LAST: Self = Self(u64::MAX);

    /// Whether this is a row of the part.
    pub(crate) const fn is_own(self) -> bool {
        self.0 & 3 == 1
    }

    /// The row of the whole.
    pub(crate) const fn row(self) -> u64 {
        self.0 >> 2
    }
}

/// The rows of a part, by table.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    pub(crate) customers: Vec<Order>,
    pub(crate) policies: Vec<Order>,
    pub(crate) movements: Vec<Order>,
    pub(crate) claims: Vec<Order>,
    pub(crate) entries: Vec<Order>,
}

impl Numbers {
    /// Rows count from 1; 0 is the table as a whole, of which only the whole can tell.
    fn order(&self, which: Which, number: u64) -> Option<Order> {
        let rows = match which {
            Which::Customers => &self.customers,
            Which::Policies => &self.policies,
            Which::Movements => &self.movements,
            Which::Claims => &self.claims,
            Which::Entries => &self.entries,
        };
        rows.get(usize::try_from(number.checked_sub(1)?).ok()?)
            .copied()
    }

    /// The row of the whole when a fault of a row is told here.
    pub(crate) fn told(&self, which: Which, number: u64) -> Option<u64> {
        let order = self.order(which, number)?;
        order.is_own().then_some(order.row() + 1)
    }

    /// The row of the whole when a warning of a row is given here.
    pub(crate) fn warned(&self, which: Which, number: u64) -> Option<u64> {
        let order = self.order(which, number)?;
        matches!(order.0 & 3, 1 | 2).then_some(order.row() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Order};
    use crate::portfolio::Which;

    #[test]
    fn who_stands_in_tells_nothing() {
        let own = Order::own(7);
        let rows = vec![own.before(), own, own.again(), own.after(), Order::LAST];
        assert!(rows.is_sorted());
        let numbers = Numbers {
            policies: rows,
            ..Numbers::default()
        };
        let told = |n| numbers.told(Which::Policies, n);
        let warned = |n| numbers.warned(Which::Policies, n);
        assert_eq!(
            (0..7).map(told).collect::<Vec<_>>(),
            [None, None, Some(8), None, None, None, None]
        );
        assert_eq!(
            (0..7).map(warned).collect::<Vec<_>>(),
            [None, None, Some(8), Some(8), None, None, None]
        );
        assert_eq!(numbers.told(Which::Claims, 1), None);
    }
}
