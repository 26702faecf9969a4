//! Rows of plain customers, packed: what the engine keeps of a portfolio while it works.

use super::customers::People;
use insurant::Date;
use insurant::decision::{PlainClaim, PlainPolicy};
use insurant::facts::{
    Claim, ClaimStatus, ClaimTerms, CustomerKind, CustomerView, Entry, Policy, PolicyTerms,
    PremiumMovement, Profile,
};
use insurant_rules::Slot;

/// A policy without endorsements, cancellation, tender or partner, that insures one unit; `local` is
/// the holder's place in its partition.
pub(super) type PolicyRow = PlainPolicy;

/// A claim on a plain policy, without recoveries or event.
pub(super) type ClaimRow = PlainClaim;

/// A row that belongs to somebody's place in a partition.
pub(super) trait Placed: Copy + Default + Send {
    fn local(&self) -> u16;
}

impl Placed for PolicyRow {
    fn local(&self) -> u16 {
        self.local
    }
}

impl Placed for ClaimRow {
    fn local(&self) -> u16 {
        self.local
    }
}

/// One plain customer.
pub(super) struct PlainCustomer<'a> {
    pub(super) profile: Profile,
    pub(super) people: &'a People,
    pub(super) row: usize,
    pub(super) policies: &'a [PolicyRow],
    pub(super) claims: &'a [ClaimRow],
}

fn day(days: i32) -> Date {
    // Every day of a row was a date.
    Date::from_days(days).unwrap_or(Date::MIN)
}

fn policy(row: &PolicyRow) -> Option<Policy> {
    let (line, source) = PlainPolicy::line_and_source(row.pair);
    Policy::plain(PolicyTerms {
        start: day(row.start),
        end: day(row.end),
        written_premium: row.written,
        refunded: 0,
        cancelled_on: None,
        issued_on: None,
        line,
        source,
        tender: 0,
        insured_units: 1,
    })
}

impl PlainCustomer<'_> {
    fn claim(&self, row: &ClaimRow) -> Option<Claim> {
        let policy = self.policies.iter().position(|p| p.row == row.policy)?;
        Claim::plain(ClaimTerms {
            policy: u32::try_from(policy).ok(),
            loss_date: day(row.loss),
            reported_on: Some(day(row.known)),
            status: ClaimStatus::ALL
                .get(usize::from(row.status))
                .copied()
                .unwrap_or(ClaimStatus::Withdrawn),
            paid: row.paid,
            reserve: row.reserve,
            recovered: 0,
            catastrophe: row.catastrophe,
            event: 0,
        })
    }
}

impl CustomerView for PlainCustomer<'_> {
    fn profile(&self) -> Profile {
        self.profile
    }
    fn input(&self, position: usize) -> Slot {
        self.people.input(self.row, position)
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.policies.iter().filter_map(policy)
    }
    fn movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.claims.iter().filter_map(|row| self.claim(row))
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        std::iter::empty()
    }
    fn placed_movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        std::iter::empty()
    }
}

/// The profiles of customers by row; short when nothing but the kind is told.
#[derive(Debug)]
pub(super) enum Profiles {
    Kinds(Vec<CustomerKind>, Option<Date>),
    Whole(Vec<Profile>),
}

impl Profiles {
    #[inline]
    pub(super) fn get(&self, row: usize) -> Profile {
        let none = Profile::new(CustomerKind::Individual);
        match self {
            Self::Kinds(kinds, valued_on) => Profile {
                valued_on: *valued_on,
                ..kinds.get(row).map_or(none, |&kind| Profile::new(kind))
            },
            Self::Whole(profiles) => profiles.get(row).copied().unwrap_or(none),
        }
    }
}
