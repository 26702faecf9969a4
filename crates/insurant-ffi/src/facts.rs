//! The facts of a customer, checked once where they lie.

use crate::convert::{claim_terms, day, entry, policy_terms, profile};
use crate::customer::InsurantCustomer;
use crate::fault::Fault;
use crate::pointer::{Rows, check_size};
use crate::row::{INSURANT_NO_DAY, InsurantClaim, InsurantEntry, InsurantMovement, InsurantPolicy};
use crate::status::InsurantStatus;
use crate::value::InsurantValue;
use insurant::Date;
use insurant::facts::{
    BusinessSource, Claim, ClaimStatus, ClaimTerms, CustomerView, Entry, Policy, PolicyTerms,
    PremiumMovement, Profile,
};
use insurant_rules::{Place, Problems, Slot};

/// Room for the rows of a customer once they are checked: they are checked once, and the kernel
/// looks at them several times.
#[derive(Default)]
pub(crate) struct Room {
    policies: Policies,
    placed: Policies,
    claims: Vec<Claim>,
    entries: Vec<Entry>,
}

/// Checked policies with their endorsements.
#[derive(Default)]
struct Policies {
    policies: Vec<Policy>,
    movements: Vec<PremiumMovement>,
    /// Where those of a policy end; those behind the last have none, which are mostly all.
    ends: Vec<usize>,
}

impl Policies {
    fn clear(&mut self) {
        self.policies.clear();
        self.movements.clear();
        self.ends.clear();
    }

    fn movements(&self, policy: usize) -> &[PremiumMovement] {
        let Some(&end) = self.ends.get(policy) else {
            return &[];
        };
        let before = policy.checked_sub(1).and_then(|last| self.ends.get(last));
        let begin = before.copied().unwrap_or_default();
        self.movements.get(begin..end).unwrap_or_default()
    }
}

/// The facts of a customer, checked.
pub(crate) struct Facts<'a> {
    profile: Profile,
    room: &'a Room,
    inputs: Rows<'a, InsurantValue>,
}

impl<'a> Facts<'a> {
    /// Checks everything: pointers, numbers, and what the core asks of facts.
    ///
    /// # Safety
    /// The arrays that the customer points to are as it says, and nobody changes them for as long
    /// as the result is used.
    pub(crate) unsafe fn new(
        customer: &'a InsurantCustomer,
        room: &'a mut Room,
    ) -> Result<Self, Fault> {
        check_size::<InsurantCustomer>(customer.size, "customer")?;
        // SAFETY: the caller's promise.
        unsafe { Self::checked(customer, room) }.map_err(in_customer)
    }

    /// # Safety
    /// As [`Self::new`].
    unsafe fn checked(customer: &'a InsurantCustomer, room: &'a mut Room) -> Result<Self, Fault> {
        let c = customer;
        // SAFETY: the caller's promise, for each of these.
        let (policies, placed, claims, entries, inputs) = unsafe {
            (
                Rows::new(c.policies, c.policy_count, c.policy_stride, "policies")?,
                Rows::new(c.placed, c.placed_count, c.policy_stride, "placed")?,
                Rows::new(c.claims, c.claim_count, c.claim_stride, "claims")?,
                Rows::new(c.entries, c.entry_count, c.entry_stride, "entries")?,
                Rows::new(
                    c.inputs,
                    c.input_count,
                    size_of::<InsurantValue>(),
                    "inputs",
                )?,
            )
        };
        let mut problems = Problems::new();
        let stride = c.movement_stride;
        check_policies(
            policies,
            stride,
            "policies",
            &mut room.policies,
            &mut problems,
        )?;
        check_policies(placed, stride, "placed", &mut room.placed, &mut problems)?;
        check_claims(claims, policies.len(), &mut room.claims, &mut problems)?;
        check_entries(entries, &mut room.entries, &mut problems)?;
        for (i, value) in inputs.iter().enumerate() {
            value.check(|| format!("inputs[{i}]"))?;
        }
        if !problems.is_empty() {
            return Err(Fault::of(InsurantStatus::BadFacts, problems));
        }
        Ok(Self {
            profile: profile(customer)?,
            room,
            inputs,
        })
    }
}

#[cold]
fn in_customer(fault: Fault) -> Fault {
    fault.under("customer")
}

impl CustomerView for Facts<'_> {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn input(&self, position: usize) -> Slot {
        let value = self.inputs.get(position);
        value.and_then(InsurantValue::slot).unwrap_or(Slot::UNKNOWN)
    }

    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.room.policies.policies.iter().copied()
    }

    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.room.policies.movements(policy).iter().copied()
    }

    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.room.claims.iter().copied()
    }

    fn placed(&self) -> impl Iterator<Item = Policy> {
        self.room.placed.policies.iter().copied()
    }

    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.room.placed.movements(policy).iter().copied()
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.room.entries.iter().copied()
    }
}

fn check_policies(
    rows: Rows<'_, InsurantPolicy>,
    movement_stride: usize,
    list: &str,
    checked: &mut Policies,
    problems: &mut Problems,
) -> Result<(), Fault> {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        match plain_policy(row) {
            Some(policy) => checked.policies.push(policy),
            None => policy(
                row,
                movement_stride,
                || format!("{list}[{i}]"),
                checked,
                problems,
            )?,
        }
    }
    Ok(())
}

/// The way of almost every policy: nothing is wrong with it, and it has no endorsements.
#[inline]
fn plain_policy(row: &InsurantPolicy) -> Option<Policy> {
    if row.movement_count != 0 {
        return None;
    }
    let terms = PolicyTerms {
        start: Date::from_days(row.start).ok()?,
        end: Date::from_days(row.end).ok()?,
        written_premium: row.written_premium,
        refunded: row.refunded,
        cancelled_on: plain_day(row.cancelled_on)?,
        issued_on: plain_day(row.issued_on)?,
        line: row.line,
        source: plain_member(BusinessSource::ALL, row.source)?,
        tender: row.tender,
        insured_units: row.insured_units,
    };
    Policy::check(terms, &[]).ok()
}

/// Any policy, with everything that can be said about it.
#[cold]
fn policy(
    row: &InsurantPolicy,
    movement_stride: usize,
    at: impl Fn() -> String,
    checked: &mut Policies,
    problems: &mut Problems,
) -> Result<(), Fault> {
    let terms = policy_terms(row).map_err(|fault| fault.under(&at()))?;
    // SAFETY: the promise of `Facts::new`.
    let movements: Result<Rows<'_, InsurantMovement>, Fault> = unsafe {
        Rows::new(
            row.movements,
            row.movement_count,
            movement_stride,
            "movements",
        )
    };
    let movements = movements.map_err(|fault| fault.under(&at()))?;
    let begin = checked.movements.len();
    for (j, row) in movements.iter().enumerate() {
        let effective = day("effective", row.effective)
            .map_err(|fault| fault.under(&format!("{}.movements[{j}]", at())))?;
        checked.movements.push(PremiumMovement {
            effective,
            amount: row.amount,
        });
    }
    // The policies before this one that have none end where it begins.
    checked.ends.resize(checked.policies.len(), begin);
    checked.ends.push(checked.movements.len());
    let own = checked.movements.get(begin..).unwrap_or_default();
    let policy = Policy::check(terms, own);
    keep(policy, at, &mut checked.policies, problems);
    Ok(())
}

fn check_claims(
    rows: Rows<'_, InsurantClaim>,
    policies: usize,
    checked: &mut Vec<Claim>,
    problems: &mut Problems,
) -> Result<(), Fault> {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        match plain_claim(row, policies) {
            Some(claim) => checked.push(claim),
            None => claim(row, policies, || format!("claims[{i}]"), checked, problems)?,
        }
    }
    Ok(())
}

/// The way of almost every claim: nothing is wrong with it.
#[inline]
fn plain_claim(row: &InsurantClaim, policies: usize) -> Option<Claim> {
    let terms = ClaimTerms {
        policy: match row.policy {
            -1 => None,
            policy => {
                let position = u32::try_from(policy).ok()?;
                (usize::try_from(position).ok()? < policies).then_some(Some(position))?
            }
        },
        loss_date: Date::from_days(row.loss_date).ok()?,
        reported_on: plain_day(row.reported_on)?,
        status: plain_member(ClaimStatus::ALL, row.status)?,
        paid: row.paid,
        reserve: row.reserve,
        recovered: row.recovered,
        catastrophe: match row.catastrophe {
            0 => false,
            1 => true,
            _ => return None,
        },
        event: row.event,
    };
    Claim::check(terms).ok()
}

/// Any claim, with everything that can be said about it.
#[cold]
fn claim(
    row: &InsurantClaim,
    policies: usize,
    at: impl Fn() -> String,
    checked: &mut Vec<Claim>,
    problems: &mut Problems,
) -> Result<(), Fault> {
    let terms = claim_terms(row, policies).map_err(|fault| fault.under(&at()))?;
    keep(Claim::check(terms), at, checked, problems);
    Ok(())
}

fn check_entries(
    rows: Rows<'_, InsurantEntry>,
    checked: &mut Vec<Entry>,
    problems: &mut Problems,
) -> Result<(), Fault> {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        let at = || format!("entries[{i}]");
        let entry = entry(row).map_err(|fault| fault.under(&at()))?;
        let checked_entry = entry.check().map_err(Problems::from);
        keep(checked_entry, at, checked, problems);
    }
    Ok(())
}

#[inline]
fn plain_day(days: i32) -> Option<Option<Date>> {
    if days == INSURANT_NO_DAY {
        return Some(None);
    }
    Date::from_days(days).ok().map(Some)
}

#[inline]
fn plain_member<T: Copy>(all: &[T], number: i32) -> Option<T> {
    let position = usize::try_from(number).ok()?.checked_sub(1)?;
    all.get(position).copied()
}

/// Keeps a row, or says what is wrong with it, from the customer down.
fn keep<T>(
    checked: Result<T, Problems>,
    at: impl Fn() -> String,
    kept: &mut Vec<T>,
    problems: &mut Problems,
) {
    let found = match checked {
        Ok(row) => return kept.push(row),
        Err(found) => found,
    };
    for problem in found {
        let path = format!("{}.{}", at(), problem.place().path);
        problems.push(problem.at(Place {
            path,
            ..Place::default()
        }));
    }
}
