//! The customers to look at first.

use crate::portfolio::CustomerRef;
use insurant::{Category, Standing, Verdict};
use insurant_rules::Slot;
use std::cmp::{Ordering, Reverse};

/// How many are shown.
pub(super) const MOST: usize = 10;

/// Why a customer is worth a look; the first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Blacklisted,
    Proposed,
    Watch,
    KeyAlert,
    PreferredAlert,
    OtherAlert,
}

/// A customer worth a look.
#[derive(Clone, Copy)]
pub(super) struct Look<'p> {
    pub(super) customer: CustomerRef<'p>,
    pub(super) verdict: Verdict,
    rank: Rank,
    /// What was paid in the last year, or, for those who are only due for something, the annual
    /// premium.
    amount: Option<i64>,
}

/// The first of them, in order.
#[derive(Default)]
pub(super) struct Looks<'p>(Vec<Look<'p>>);

impl<'p> Looks<'p> {
    /// Looks at a customer.
    pub(super) fn see(
        &mut self,
        customer: CustomerRef<'p>,
        verdict: &Verdict,
        paid: Slot,
        annual: Slot,
    ) {
        let known = |slot: Slot| slot.is_known().then_some(slot.num);
        let (rank, amount) = match (verdict.standing, verdict.category) {
            (Some(Standing::Blacklisted), _) => (Rank::Blacklisted, paid),
            _ if !verdict.proposals.is_empty() => (Rank::Proposed, paid),
            (Some(Standing::Watch), _) => (Rank::Watch, paid),
            _ if verdict.alerts.is_empty() => return,
            (_, Some(Category::Key)) => (Rank::KeyAlert, annual),
            (_, Some(Category::Preferred)) => (Rank::PreferredAlert, annual),
            _ => (Rank::OtherAlert, annual),
        };
        self.insert(Look {
            customer,
            verdict: *verdict,
            rank,
            amount: known(amount),
        });
    }

    fn insert(&mut self, look: Look<'p>) {
        let at = self.0.partition_point(|other| order(other, &look).is_lt());
        if at < MOST {
            self.0.insert(at, look);
            self.0.truncate(MOST);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for look in other.0 {
            self.insert(look);
        }
    }

    pub(super) fn first(&self) -> &[Look<'p>] {
        &self.0
    }
}

/// By rank, then the largest amount, then the identifier: the order of the files does not matter.
fn order(a: &Look<'_>, b: &Look<'_>) -> Ordering {
    let key = |look: &Look<'_>| (look.rank, Reverse(look.amount));
    let by_id = || a.customer.id().cmp(b.customer.id());
    key(a).cmp(&key(b)).then_with(by_id)
}
