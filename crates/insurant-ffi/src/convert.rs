//! Numbers of C as facts of the core, with everything that can be wrong with them.

use crate::customer::InsurantCustomer;
use crate::fault::Fault;
use crate::row::{INSURANT_NO_DAY, InsurantClaim, InsurantEntry, InsurantPolicy};
use crate::status::InsurantStatus;
use insurant::Date;
use insurant::facts::{
    BusinessSource, ClaimStatus, ClaimTerms, Credit, CustomerKind, Entry, EntryState, PolicyTerms,
    Profile,
};
use insurant_rules::Problem;

pub(crate) fn profile(customer: &InsurantCustomer) -> Result<Profile, Fault> {
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

pub(crate) fn policy_terms(row: &InsurantPolicy) -> Result<PolicyTerms, Fault> {
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

pub(crate) fn claim_terms(row: &InsurantClaim, policies: usize) -> Result<ClaimTerms, Fault> {
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

pub(crate) fn entry(row: &InsurantEntry) -> Result<Entry, Fault> {
    Ok(Entry {
        state: member(EntryState::ALL, "state", row.state)?,
        effective: day("effective", row.effective)?,
        expiry: day_or_none("expiry", row.expiry)?,
    })
}

/// The member of an enumeration; numbers count from 1.
#[inline]
pub(crate) fn member<T: Copy>(all: &[T], name: &str, number: i32) -> Result<T, Fault> {
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
pub(crate) fn day_or_none(name: &str, days: i32) -> Result<Option<Date>, Fault> {
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
