//! A portfolio: customers and all that hangs on them, in memory, by customer.
//!
//! [`load()`] reads a directory of tables (see [`crate::table`]); [`Portfolio::customer`] lends one
//! customer to the engine without copying.

mod facts;
mod group;
mod ids;
mod input;
mod load;
mod numbers;
mod report;
mod view;

pub use ids::Ids;
pub(crate) use ids::{Interned, Interner};
pub use input::Input;
pub(crate) use input::InputColumn;
pub use load::{Codes, OnError, Options, Progress, load};
pub(crate) use load::{Opened, read, spec};
pub(crate) use numbers::{Numbers, Order};
pub use report::{Counts, Failure, Rejects, Report, Warning};
pub(crate) use report::{Findings, Which};
pub use view::CustomerRef;

use insurant::Currency;
use load::{ClaimBook, EntryBook, People, PolicyBook};

/// Why a customer cannot be decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecided {
    /// A row of the customer was rejected.
    RejectedRow,
    /// A policy of the customer is in another currency, and nothing else is wrong.
    MixedCurrency,
}

impl Undecided {
    /// The word, as in decisions.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RejectedRow => "rejected_row",
            Self::MixedCurrency => "mixed_currency",
        }
    }
}

/// Customers with their policies, endorsements, claims and entries.
#[derive(Debug)]
pub struct Portfolio {
    currency: Currency,
    people: People,
    policies: PolicyBook,
    claims: ClaimBook,
    entries: EntryBook,
}

impl Portfolio {
    /// How many customers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.profiles.len()
    }

    /// Whether there is no customer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.profiles.is_empty()
    }

    /// The currency of every amount.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// A customer by number, in the order of the file. There are [`Portfolio::len`].
    #[must_use]
    pub fn customer(&self, index: usize) -> Option<CustomerRef<'_>> {
        (index < self.len()).then_some(CustomerRef {
            portfolio: self,
            index,
        })
    }

    /// The row of a customer in its table, from 0.
    pub(crate) fn row(&self, index: usize) -> Option<u32> {
        self.people.rows.get(index).copied()
    }

    /// Every customer, in the order of the file.
    pub fn customers(&self) -> impl ExactSizeIterator<Item = CustomerRef<'_>> {
        (0..self.len()).map(|index| CustomerRef {
            portfolio: self,
            index,
        })
    }

    /// The customer of an identifier.
    #[must_use]
    pub fn find(&self, customer_id: &str) -> Option<CustomerRef<'_>> {
        self.people
            .ids
            .find(customer_id)
            .and_then(|number| self.customer(ids::at(number)))
    }

    /// How many policies there are.
    #[must_use]
    pub fn policy_count(&self) -> usize {
        self.policies.policies.items().len()
    }

    /// How many claims there are.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.claims.claims.items().len()
    }

    /// The name of a line by its code.
    #[must_use]
    pub fn line(&self, code: u32) -> Option<&str> {
        self.policies
            .lines
            .iter()
            .find(|(c, _)| *c == code)
            .map(|(_, name)| name.as_str())
    }
}
