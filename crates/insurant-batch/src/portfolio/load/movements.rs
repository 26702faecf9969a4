//! The table `movements`: endorsements, read before the policies that they belong to, because a
//! policy is checked with its endorsements.

use super::fields::Fields;
use super::{Reader, full};
use crate::portfolio::group::Grouped;
use crate::portfolio::ids::{Interned, Interner, at};
use crate::portfolio::report::{Fault, Findings, Which};
use crate::table::{Cell, Column, Row, Spec, shown};
use insurant::facts::PremiumMovement;
use insurant::{Currency, code as facts};
use insurant_rules::Problem;

const POLICY: usize = 0;
const EFFECTIVE: usize = 1;
const AMOUNT: usize = 2;

static SPEC: Spec = Spec {
    table: "movements",
    columns: &[
        Column::required("policy_id"),
        Column::required("effective"),
        Column::required("amount"),
    ],
};

pub(super) struct Movements {
    currency: Currency,
    policies: Interner,
    rows: Vec<(PremiumMovement, u64)>,
    owners: Vec<u32>,
    /// Rejected rows, by policy.
    rejected: Vec<u32>,
}

impl Movements {
    pub(super) fn new(currency: Currency) -> Self {
        Self {
            currency,
            policies: Interner::default(),
            rows: Vec::new(),
            owners: Vec::new(),
            rejected: Vec::new(),
        }
    }

    pub(super) fn done(self) -> Endorsements {
        let policies = self.policies.len();
        Endorsements {
            rows: Grouped::new(self.rows, &self.owners, policies),
            claimed: vec![false; policies],
            rejected: self.rejected,
            policies: self.policies,
        }
    }
}

impl Reader for Movements {
    fn spec() -> &'static Spec {
        &SPEC
    }
    const WHICH: Which = Which::Movements;

    fn row(
        &mut self,
        row: &Row<'_>,
        number: u64,
        faults: &mut Vec<Fault>,
        _: &mut Findings,
    ) -> bool {
        let mut f = Fields::new(row, &SPEC, faults);
        let policy = f.required(POLICY, Cell::id);
        let effective = f.required(EFFECTIVE, Cell::date);
        let amount = f.required(AMOUNT, |c| c.amount(self.currency));
        let Some(policy) = policy else {
            return false;
        };
        let policy = match self.policies.intern(policy.as_str()) {
            Interned::New(policy) => {
                self.rejected.push(0);
                policy
            }
            Interned::Known(policy) => policy,
            Interned::Full => {
                f.wrong(POLICY, *full());
                return false;
            }
        };
        match (effective, amount) {
            (Some(effective), Some(amount)) if f.is_clean() => {
                self.rows
                    .push((PremiumMovement { effective, amount }, number));
                self.owners.push(policy);
            }
            _ => {
                if let Some(count) = self.rejected.get_mut(at(policy)) {
                    *count += 1;
                }
            }
        }
        // Whether the policy exists, and so somebody is to blame, is seen once it should have come.
        true
    }
}

/// Endorsements by policy, waiting for their policies.
pub(super) struct Endorsements {
    policies: Interner,
    rows: Grouped<(PremiumMovement, u64)>,
    claimed: Vec<bool>,
    rejected: Vec<u32>,
}

/// The endorsements of one policy.
#[derive(Clone, Copy)]
pub(super) struct OfPolicy<'e> {
    pub(super) rows: &'e [(PremiumMovement, u64)],
    /// Whether some were rejected.
    pub(super) incomplete: bool,
}

impl Endorsements {
    pub(super) fn is_empty(&self) -> bool {
        self.policies.len() == 0
    }

    /// The endorsements of a policy that has come.
    pub(super) fn take(&mut self, policy_id: &str) -> OfPolicy<'_> {
        let Some(number) = self.policies.find(policy_id).map(at) else {
            return OfPolicy {
                rows: &[],
                incomplete: false,
            };
        };
        if let Some(claimed) = self.claimed.get_mut(number) {
            *claimed = true;
        }
        OfPolicy {
            rows: self.rows.of(number),
            incomplete: self.rejected.get(number).is_some_and(|&n| n > 0),
        }
    }

    /// Rejects the endorsements of policies that never came.
    pub(super) fn leftover(&self, findings: &mut Findings) {
        for (number, claimed) in self.claimed.iter().enumerate() {
            if *claimed {
                continue;
            }
            findings.unattributed += self.rejected.get(number).map_or(0, |&n| u64::from(n));
            for (_, row) in self.rows.of(number) {
                let id = self.policies.ids.get(number).unwrap_or_default();
                let problem = Problem::new(
                    facts::UNKNOWN_POLICY,
                    "no row of `policies` has this `policy_id`",
                )
                .found(shown(id))
                .remedy("add the row to `policies`, or correct the identifier");
                findings.reject_other(Which::Movements, *row, problem, false);
            }
        }
    }
}
