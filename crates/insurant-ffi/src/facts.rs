//! The facts of a customer, checked once where they lie.

use crate::convert::{claim_terms, entry, policy_terms, profile};
use crate::customer::InsurantCustomer;
use crate::fault::Fault;
use crate::pointer::{Rows, check_size};
use crate::row::{INSURANT_NO_DAY, InsurantClaim, InsurantEntry, InsurantMovement, InsurantPolicy};
use crate::value::InsurantValue;
use crate::wrong::{Wrong, plain_member};
use insurant::Date;
use insurant::facts::{
    BusinessSource, Claim, ClaimStatus, ClaimTerms, Credit, CustomerKind, CustomerView, Entry,
    EntryState, Policy, PolicyTerms, PremiumMovement, Profile,
};
use insurant_rules::{Problems, Slot};

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
    /// Checks everything: pointers, numbers, and what the core asks of facts. Lines are numbers from
    /// 1 to `last_line`.
    ///
    /// # Safety
    /// The arrays that the customer points to are as it says, and nobody changes them for as long
    /// as the result is used.
    #[inline]
    pub(crate) unsafe fn new(
        customer: &'a InsurantCustomer,
        last_line: u32,
        room: &'a mut Room,
    ) -> Result<Self, Fault> {
        check_size::<InsurantCustomer>(customer.size, "customer")?;
        // SAFETY: the caller's promise.
        let inputs = unsafe { room.fill(customer, last_line) }?;
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
        last_line: u32,
    ) -> Result<Rows<'a, InsurantValue>, Fault> {
        let mut wrong = Wrong::default();
        // SAFETY: the caller's promise, for each of these.
        let (policies, placed, claims, entries, inputs) = unsafe {
            (
                Rows::new(c.policies, c.policy_count, c.policy_stride, "policies"),
                Rows::new(c.placed, c.placed_count, c.policy_stride, "placed"),
                Rows::new(c.claims, c.claim_count, c.claim_stride, "claims"),
                Rows::new(c.entries, c.entry_count, c.entry_stride, "entries"),
                Rows::new(
                    c.inputs,
                    c.input_count,
                    size_of::<InsurantValue>(),
                    "inputs",
                ),
            )
        };
        let policies = listed(policies, &mut wrong);
        let placed = listed(placed, &mut wrong);
        let claims = listed(claims, &mut wrong);
        let entries = listed(entries, &mut wrong);
        let inputs = listed(inputs, &mut wrong);
        self.profile = plain_profile(c);
        if self.profile.is_none() {
            self.profile = profile(c, &mut wrong.at("customer"));
        }
        let list = |name| List {
            name,
            movement_stride: c.movement_stride,
            last_line,
        };
        check_policies(policies, &list(POLICIES), &mut self.policies, &mut wrong);
        check_policies(placed, &list(PLACED), &mut self.placed, &mut wrong);
        check_claims(claims, c.policy_count, &mut self.claims, &mut wrong);
        check_entries(entries, &mut self.entries, &mut wrong);
        for (i, value) in inputs.iter().enumerate() {
            if value.slot().is_none() {
                let path = format!("customer.inputs[{i}]");
                value.check(&mut wrong.at(path));
            }
        }
        wrong.into_result()?;
        Ok(inputs)
    }
}

/// What a list of policies is read by.
struct List {
    name: &'static str,
    movement_stride: usize,
    last_line: u32,
}

const POLICIES: &str = "customer.policies";
const PLACED: &str = "customer.placed";

/// The rows of a list, or none and what is wrong with it is kept.
#[inline]
fn listed<'a, T>(rows: Result<Rows<'a, T>, Fault>, wrong: &mut Wrong) -> Rows<'a, T> {
    match rows {
        Ok(rows) => rows,
        Err(fault) => {
            wrong.at("customer").take::<()>(Err(fault));
            Rows::none()
        }
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
    list: &List,
    checked: &mut Policies,
    wrong: &mut Wrong,
) {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        if !plain_policy(row, list.last_line, &mut checked.policies) {
            policy(row, list, i, checked, wrong);
        }
    }
}

/// The way of almost every policy: nothing is wrong with it, and it has no endorsements. Else it is
/// not kept. The policy is made where it is kept: moving it there costs more than checking it.
#[inline]
fn plain_policy(row: &InsurantPolicy, last_line: u32, kept: &mut Vec<Policy>) -> bool {
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
    let Some(line) = plain_line(row.line, last_line) else {
        return false;
    };
    let policy = Policy::plain(PolicyTerms {
        start,
        end,
        written_premium: row.written_premium,
        refunded: row.refunded,
        cancelled_on,
        issued_on,
        line,
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

/// A line as the core numbers it.
#[inline]
pub(crate) fn plain_line(line: u32, last: u32) -> Option<u32> {
    let code = line.checked_sub(1)?;
    (line <= last).then_some(code)
}

/// Any policy, with everything that can be said about it.
#[cold]
fn policy(row: &InsurantPolicy, list: &List, i: usize, checked: &mut Policies, wrong: &mut Wrong) {
    let path = format!("{}[{i}]", list.name);
    let mut at = wrong.at(path.clone());
    let terms = policy_terms(row, list.last_line, &mut at);
    // SAFETY: the promise of `Facts::new`.
    let movements: Result<Rows<'_, InsurantMovement>, Fault> = unsafe {
        Rows::new(
            row.movements,
            row.movement_count,
            list.movement_stride,
            "movements",
        )
    };
    let Some(movements) = at.take(movements) else {
        return;
    };
    let begin = checked.movements.len();
    let mut whole = true;
    for (j, row) in movements.iter().enumerate() {
        let day = match Date::from_days(row.effective) {
            Ok(day) => Some(day),
            Err(_) => wrong
                .at(format!("{path}.movements[{j}]"))
                .day("effective", row.effective),
        };
        match day {
            Some(effective) => checked.movements.push(PremiumMovement {
                effective,
                amount: row.amount,
            }),
            None => whole = false,
        }
    }
    // The policies before this one that have none end where it begins.
    checked.ends.resize(checked.policies.len(), begin);
    checked.ends.push(checked.movements.len());
    // A sum of some of them says nothing.
    let Some(terms) = terms.filter(|_| whole) else {
        return;
    };
    let own = checked.movements.get(begin..).unwrap_or_default();
    let policy = wrong.at(path).facts(Policy::check(terms, own));
    checked.policies.extend(policy);
}

fn check_claims(
    rows: Rows<'_, InsurantClaim>,
    policies: usize,
    checked: &mut Vec<Claim>,
    wrong: &mut Wrong,
) {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        if !plain_claim(row, policies, checked) {
            claim(row, policies, i, checked, wrong);
        }
    }
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
    i: usize,
    checked: &mut Vec<Claim>,
    wrong: &mut Wrong,
) {
    let mut at = wrong.at(format!("customer.claims[{i}]"));
    let terms = claim_terms(row, policies, &mut at);
    checked.extend(at.facts(Claim::check(terms)));
}

fn check_entries(rows: Rows<'_, InsurantEntry>, checked: &mut Vec<Entry>, wrong: &mut Wrong) {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        if let Some(entry) = plain_entry(row) {
            checked.push(entry);
            continue;
        }
        let mut at = wrong.at(format!("customer.entries[{i}]"));
        let Some(entry) = entry(row, &mut at) else {
            continue;
        };
        checked.extend(at.facts(entry.check().map_err(Problems::from)));
    }
}

/// The way of almost every entry: nothing is wrong with it.
#[inline]
fn plain_entry(row: &InsurantEntry) -> Option<Entry> {
    let entry = Entry {
        state: plain_member(EntryState::ALL, row.state)?,
        effective: Date::from_days(row.effective).ok()?,
        expiry: plain_day(row.expiry)?,
    };
    entry.check().ok()
}

#[inline]
fn plain_day(days: i32) -> Option<Option<Date>> {
    if days == INSURANT_NO_DAY {
        return Some(None);
    }
    Date::from_days(days).ok().map(Some)
}
