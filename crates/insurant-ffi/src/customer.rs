//! A customer as C lays it out, looked at where it lies.

use crate::fault::Fault;
use crate::pointer::{Rows, check_size};
use crate::row::{INSURANT_NO_DAY, InsurantClaim, InsurantEntry, InsurantMovement, InsurantPolicy};
use crate::status::InsurantStatus;
use crate::text::InsurantStr;
use crate::value::InsurantValue;
use insurant::Date;
use insurant::facts::{
    BusinessSource, Claim, ClaimStatus, ClaimTerms, Credit, CustomerKind, CustomerView, Entry,
    EntryState, Policy, PolicyTerms, PremiumMovement, Profile,
};
use insurant_rules::{Place, Problem, Problems, Slot};

/// A customer with everything that is known, in arrays that the host owns. They are borrowed until
/// the call returns. An array of count 0 may be NULL.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantCustomer {
    /// sizeof(InsurantCustomer), set by the caller.
    pub size: usize,
    /// The host's id; only explanations need it.
    pub id: InsurantStr,
    /// An InsurantCustomerKind.
    pub kind: i32,
    /// An InsurantCredit.
    pub credit: i32,
    /// Means to insure with us: an InsurantTold.
    pub intends_to_insure: i32,
    /// Signs of malicious fraud: an InsurantTold.
    pub fraud_signs: i32,
    /// Hard to settle with after a loss: an InsurantTold.
    pub hard_to_settle: i32,
    /// Whether an account manager is assigned: an InsurantTold.
    pub manager_assigned: i32,
    /// The day from which the records are whole, or INSURANT_NO_DAY.
    pub history_from: i32,
    /// The day on which the facts were taken from the core system, or INSURANT_NO_DAY.
    pub valued_on: i32,
    /// The day of the next review, or INSURANT_NO_DAY.
    pub next_review: i32,
    /// The customer's policies.
    pub policies: *const InsurantPolicy,
    /// How many.
    pub policy_count: usize,
    /// Policies of anybody that carry this partner's id, the partner's own included.
    pub placed: *const InsurantPolicy,
    /// How many.
    pub placed_count: usize,
    /// sizeof(InsurantPolicy).
    pub policy_stride: usize,
    /// sizeof(InsurantMovement).
    pub movement_stride: usize,
    /// The claims on the policies.
    pub claims: *const InsurantClaim,
    /// How many.
    pub claim_count: usize,
    /// sizeof(InsurantClaim).
    pub claim_stride: usize,
    /// Entries of the blacklist register.
    pub entries: *const InsurantEntry,
    /// How many.
    pub entry_count: usize,
    /// sizeof(InsurantEntry).
    pub entry_stride: usize,
    /// The inputs that the rulebook declares, in its order, from insurant_rules_read_input; those
    /// behind the last are unknown.
    pub inputs: *const InsurantValue,
    /// How many.
    pub input_count: usize,
}

/// Room for the rows of a customer once they are checked: they are checked once, and the kernel
/// looks at them several times.
#[derive(Default)]
pub(crate) struct Room {
    policies: Vec<Policy>,
    placed: Vec<Policy>,
    claims: Vec<Claim>,
    entries: Vec<Entry>,
}

/// The facts of a customer, checked.
pub(crate) struct Facts<'a> {
    profile: Profile,
    room: &'a Room,
    policies: Rows<'a, InsurantPolicy>,
    placed: Rows<'a, InsurantPolicy>,
    movement_stride: usize,
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
        unsafe { Self::checked(customer, room) }.map_err(|fault| fault.under("customer"))
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
        room.claims.clear();
        for (i, row) in claims.iter().enumerate() {
            let at = || format!("claims[{i}]");
            let terms = claim_terms(row, policies.len()).map_err(|fault| fault.under(&at()))?;
            keep(Claim::check(terms), at, &mut room.claims, &mut problems);
        }
        room.entries.clear();
        for (i, row) in entries.iter().enumerate() {
            let at = || format!("entries[{i}]");
            let entry = entry(row).map_err(|fault| fault.under(&at()))?;
            let checked = entry.check().map_err(Problems::from);
            keep(checked, at, &mut room.entries, &mut problems);
        }
        for (i, value) in inputs.iter().enumerate() {
            value.check(|| format!("inputs[{i}]"))?;
        }
        if !problems.is_empty() {
            return Err(Fault::of(InsurantStatus::BadFacts, problems));
        }
        Ok(Self {
            profile: profile(customer)?,
            room,
            policies,
            placed,
            movement_stride: stride,
            inputs,
        })
    }

    fn movements_of(
        &self,
        policy: Option<&'a InsurantPolicy>,
    ) -> impl Iterator<Item = PremiumMovement> + use<'a> {
        let rows = policy.and_then(|policy| movement_rows(policy, self.movement_stride).ok());
        rows.into_iter().flat_map(premium_movements)
    }
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
        self.room.policies.iter().copied()
    }

    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.movements_of(self.policies.get(policy))
    }

    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.room.claims.iter().copied()
    }

    fn placed(&self) -> impl Iterator<Item = Policy> {
        self.room.placed.iter().copied()
    }

    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.movements_of(self.placed.get(policy))
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.room.entries.iter().copied()
    }
}

fn check_policies(
    rows: Rows<'_, InsurantPolicy>,
    movement_stride: usize,
    list: &str,
    checked: &mut Vec<Policy>,
    problems: &mut Problems,
) -> Result<(), Fault> {
    checked.clear();
    for (i, row) in rows.iter().enumerate() {
        let at = || format!("{list}[{i}]");
        let terms = policy_terms(row).map_err(|fault| fault.under(&at()))?;
        if row.movement_count == 0 {
            // The way of almost every policy.
            keep(Policy::check(terms, &[]), at, checked, problems);
            continue;
        }
        let movements = movement_rows(row, movement_stride).map_err(|fault| fault.under(&at()))?;
        for (j, row) in movements.iter().enumerate() {
            day("effective", row.effective)
                .map_err(|fault| fault.under(&format!("{}.movements[{j}]", at())))?;
        }
        let policy = Policy::check_all(terms, premium_movements(movements));
        keep(policy, at, checked, problems);
    }
    Ok(())
}

fn movement_rows(
    policy: &InsurantPolicy,
    stride: usize,
) -> Result<Rows<'_, InsurantMovement>, Fault> {
    // SAFETY: the promise of `Facts::new`.
    unsafe { Rows::new(policy.movements, policy.movement_count, stride, "movements") }
}

/// Endorsements whose days are days.
fn premium_movements<'a>(
    rows: Rows<'a, InsurantMovement>,
) -> impl Iterator<Item = PremiumMovement> + Clone + use<'a> {
    rows.iter().filter_map(|row| {
        Some(PremiumMovement {
            effective: Date::from_days(row.effective).ok()?,
            amount: row.amount,
        })
    })
}

#[inline]
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

fn profile(customer: &InsurantCustomer) -> Result<Profile, Fault> {
    let told = |name: &str, value: i32| match value {
        0 => Ok(None),
        1 => Ok(Some(false)),
        2 => Ok(Some(true)),
        _ => Err(Fault::bad_enum(name, value, "0 to 2, see InsurantTold")),
    };
    Ok(Profile {
        kind: member(CustomerKind::ALL, "kind", customer.kind)?,
        credit: match customer.credit {
            0 => None,
            credit => Some(member(Credit::ALL, "credit", credit)?),
        },
        intends_to_insure: told("intends_to_insure", customer.intends_to_insure)?,
        fraud_signs: told("fraud_signs", customer.fraud_signs)?,
        hard_to_settle: told("hard_to_settle", customer.hard_to_settle)?,
        history_from: day_or_none("history_from", customer.history_from)?,
        valued_on: day_or_none("valued_on", customer.valued_on)?,
        manager_assigned: told("manager_assigned", customer.manager_assigned)?,
        next_review: day_or_none("next_review", customer.next_review)?,
    })
}

fn policy_terms(row: &InsurantPolicy) -> Result<PolicyTerms, Fault> {
    Ok(PolicyTerms {
        start: day("start", row.start)?,
        end: day("end", row.end)?,
        written_premium: row.written_premium,
        refunded: row.refunded,
        cancelled_on: day_or_none("cancelled_on", row.cancelled_on)?,
        issued_on: day_or_none("issued_on", row.issued_on)?,
        line: row.line,
        source: member(BusinessSource::ALL, "source", row.source)?,
        tender: row.tender,
        insured_units: row.insured_units,
    })
}

fn claim_terms(row: &InsurantClaim, policies: usize) -> Result<ClaimTerms, Fault> {
    let policy = match u32::try_from(row.policy) {
        Ok(position) if usize::try_from(position).is_ok_and(|p| p < policies) => Some(position),
        Err(_) if row.policy == -1 => None,
        _ => {
            let message = format!("there is no policy {}; there are {policies}", row.policy);
            return Err(Fault::of_call(
                InsurantStatus::OutOfRange,
                "policy",
                message,
            ));
        }
    };
    Ok(ClaimTerms {
        policy,
        loss_date: day("loss_date", row.loss_date)?,
        reported_on: day_or_none("reported_on", row.reported_on)?,
        status: member(ClaimStatus::ALL, "status", row.status)?,
        paid: row.paid,
        reserve: row.reserve,
        recovered: row.recovered,
        catastrophe: match row.catastrophe {
            0 => false,
            1 => true,
            other => {
                let other = i32::try_from(other).unwrap_or(i32::MAX);
                return Err(Fault::bad_enum("catastrophe", other, "0 or 1"));
            }
        },
        event: row.event,
    })
}

fn entry(row: &InsurantEntry) -> Result<Entry, Fault> {
    Ok(Entry {
        state: member(EntryState::ALL, "state", row.state)?,
        effective: day("effective", row.effective)?,
        expiry: day_or_none("expiry", row.expiry)?,
    })
}

/// The member of an enumeration; numbers count from 1.
#[inline]
fn member<T: Copy>(all: &[T], name: &str, number: i32) -> Result<T, Fault> {
    let position = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
    match position.and_then(|position| all.get(position)) {
        Some(member) => Ok(*member),
        None => Err(Fault::bad_enum(
            name,
            number,
            &format!("1 to {}", all.len()),
        )),
    }
}

#[inline]
fn day_or_none(name: &str, days: i32) -> Result<Option<Date>, Fault> {
    if days == INSURANT_NO_DAY {
        return Ok(None);
    }
    day(name, days).map(Some)
}

#[inline]
pub(crate) fn day(name: &str, days: i32) -> Result<Date, Fault> {
    Date::from_days(days).map_err(|_| {
        let problem = Problem::new(
            insurant_rules::Code::new(InsurantStatus::OutOfRange.word()),
            format!("`{name}` is no day"),
        )
        .found(days.to_string())
        .expected("days since 1970-01-01, of a day from 1900 to 2199");
        Fault::with(InsurantStatus::OutOfRange, name, problem)
    })
}
