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
    BusinessSource, Claim, ClaimStatus, ClaimTerms, Credit, CustomerKind, CustomerView, Entry,
    Policy, PolicyTerms, PremiumMovement, Profile,
};
use insurant_rules::{Place, Problems, Slot};

/// Room for the facts of a customer once they are checked: they are checked once, and the kernel
/// looks at them several times.
#[derive(Default)]
pub(crate) struct Room {
    profile: Option<Profile>,
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
    profile: &'a Profile,
    room: &'a Room,
    inputs: Rows<'a, InsurantValue>,
}

impl<'a> Facts<'a> {
    /// Checks everything: pointers, numbers, and what the core asks of facts.
    ///
    /// # Safety
    /// The arrays that the customer points to are as it says, and nobody changes them for as long
    /// as the result is used.
    #[inline]
    pub(crate) unsafe fn new(
        customer: &'a InsurantCustomer,
        room: &'a mut Room,
    ) -> Result<Self, Fault> {
        check_size::<InsurantCustomer>(customer.size, "customer")?;
        // SAFETY: the caller's promise.
        let inputs = match unsafe { room.fill(customer) } {
            Ok(inputs) => inputs,
            Err(fault) => return Err(in_customer(fault)),
        };
        match &room.profile {
            Some(profile) => Ok(Self {
                profile,
                room,
                inputs,
            }),
            None => Err(Fault::panic()),
        }
    }
}

impl Room {
    /// # Safety
    /// As [`Facts::new`].
    #[inline]
    unsafe fn fill<'a>(
        &mut self,
        c: &'a InsurantCustomer,
    ) -> Result<Rows<'a, InsurantValue>, Fault> {
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
            &mut self.policies,
            &mut problems,
        )?;
        check_policies(placed, stride, "placed", &mut self.placed, &mut problems)?;
        check_claims(claims, policies.len(), &mut self.claims, &mut problems)?;
        check_entries(entries, &mut self.entries, &mut problems)?;
        for (i, value) in inputs.iter().enumerate() {
            value.check(|| format!("inputs[{i}]"))?;
        }
        if !problems.is_empty() {
            return Err(Fault::of(InsurantStatus::BadFacts, problems));
        }
        self.profile = plain_profile(c);
        if self.profile.is_none() {
            self.profile = Some(profile(c)?);
        }
        Ok(inputs)
    }
}

/// The own facts of a customer with whom nothing is wrong.
#[inline]
fn plain_profile(c: &InsurantCustomer) -> Option<Profile> {
    const TOLD: &[Option<bool>] = &[None, Some(false), Some(true)];
    let told = |told: i32| TOLD.get(usize::try_from(told).ok()?).copied();
    Some(Profile {
        kind: plain_member(CustomerKind::ALL, c.kind)?,
        credit: match c.credit {
            0 => None,
            credit => Some(plain_member(Credit::ALL, credit)?),
        },
        intends_to_insure: told(c.intends_to_insure)?,
        fraud_signs: told(c.fraud_signs)?,
        hard_to_settle: told(c.hard_to_settle)?,
        history_from: plain_day(c.history_from)?,
        valued_on: plain_day(c.valued_on)?,
        manager_assigned: told(c.manager_assigned)?,
        next_review: plain_day(c.next_review)?,
    })
}

#[cold]
fn in_customer(fault: Fault) -> Fault {
    fault.under("customer")
}

impl CustomerView for Facts<'_> {
    fn profile(&self) -> Profile {
        *self.profile
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
        if !plain_policy(row, &mut checked.policies) {
            let at = || format!("{list}[{i}]");
            policy(row, movement_stride, at, checked, problems)?;
        }
    }
    Ok(())
}

/// The way of almost every policy: nothing is wrong with it, and it has no endorsements. Else it is
/// not kept. The policy is made where it is kept: moving it there costs more than checking it.
#[inline]
fn plain_policy(row: &InsurantPolicy, kept: &mut Vec<Policy>) -> bool {
    let (Ok(start), Ok(end)) = (Date::from_days(row.start), Date::from_days(row.end)) else {
        return false;
    };
    let (Some(cancelled_on), Some(issued_on)) =
        (plain_day(row.cancelled_on), plain_day(row.issued_on))
    else {
        return false;
    };
    let Some(source) = plain_member(BusinessSource::ALL, row.source) else {
        return false;
    };
    let policy = Policy::plain(PolicyTerms {
        start,
        end,
        written_premium: row.written_premium,
        refunded: row.refunded,
        cancelled_on,
        issued_on,
        line: row.line,
        source,
        tender: row.tender,
        insured_units: row.insured_units,
    });
    match policy {
        Some(policy) if row.movement_count == 0 => {
            kept.push(policy);
            true
        }
        _ => false,
    }
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
        if !plain_claim(row, policies, checked) {
            claim(row, policies, || format!("claims[{i}]"), checked, problems)?;
        }
    }
    Ok(())
}

/// The way of almost every claim: nothing is wrong with it. Else it is not kept.
#[inline]
fn plain_claim(row: &InsurantClaim, policies: usize, kept: &mut Vec<Claim>) -> bool {
    let policy = match u32::try_from(row.policy) {
        Ok(position) if usize::try_from(position).is_ok_and(|p| p < policies) => Some(position),
        Err(_) if row.policy == -1 => None,
        _ => return false,
    };
    let (Ok(loss_date), Some(reported_on)) =
        (Date::from_days(row.loss_date), plain_day(row.reported_on))
    else {
        return false;
    };
    let Some(status) = plain_member(ClaimStatus::ALL, row.status) else {
        return false;
    };
    let claim = Claim::plain(ClaimTerms {
        policy,
        loss_date,
        reported_on,
        status,
        paid: row.paid,
        reserve: row.reserve,
        recovered: row.recovered,
        catastrophe: row.catastrophe == 1,
        event: row.event,
    });
    match claim {
        Some(claim) if row.catastrophe <= 1 => {
            kept.push(claim);
            true
        }
        _ => false,
    }
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
