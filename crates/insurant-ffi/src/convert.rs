//! Numbers of C as facts of the core, with everything that can be wrong with them.

use crate::customer::InsurantCustomer;
use crate::facts::plain_line;
use crate::fault::Fault;
use crate::row::{InsurantClaim, InsurantEntry, InsurantPolicy};
use crate::status::InsurantStatus;
use crate::wrong::At;
use insurant::Date;
use insurant::facts::{BusinessSource, ClaimStatus, ClaimTerms, Entry, PolicyTerms, Profile};
use insurant_rules::Problem;

/// The own facts of a customer, or what is wrong with them is kept.
pub(crate) fn profile(customer: &InsurantCustomer, at: &mut At<'_>) -> Option<Profile> {
    let kind = at.member("kind", "InsurantCustomerKind", customer.kind);
    let credit = at.member_or_unknown("credit", "InsurantCredit", customer.credit);
    let intends_to_insure = at.told("intends_to_insure", customer.intends_to_insure);
    let fraud_signs = at.told("fraud_signs", customer.fraud_signs);
    let hard_to_settle = at.told("hard_to_settle", customer.hard_to_settle);
    let manager_assigned = at.told("manager_assigned", customer.manager_assigned);
    let history_from = at.day_or_none("history_from", customer.history_from);
    let valued_on = at.day_or_none("valued_on", customer.valued_on);
    let next_review = at.day_or_none("next_review", customer.next_review);
    Some(Profile {
        kind: kind?,
        credit: credit?,
        intends_to_insure: intends_to_insure?,
        fraud_signs: fraud_signs?,
        hard_to_settle: hard_to_settle?,
        history_from: history_from?,
        valued_on: valued_on?,
        manager_assigned: manager_assigned?,
        next_review: next_review?,
    })
}

/// The terms of a policy; nothing when a day is missing by which the others are judged. Where another
/// number is wrong, a member stands for it: the policy is not used, but the rest is still judged.
pub(crate) fn policy_terms(
    row: &InsurantPolicy,
    last_line: u32,
    at: &mut At<'_>,
) -> Option<PolicyTerms> {
    let line = at.take(line(row.line, last_line));
    let source = at.member("source", "InsurantBusinessSource", row.source);
    let start = at.day("start", row.start);
    let end = at.day("end", row.end);
    let cancelled_on = at.day_or_none("cancelled_on", row.cancelled_on);
    let issued_on = at.day_or_none("issued_on", row.issued_on);
    Some(PolicyTerms {
        start: start?,
        end: end?,
        written_premium: row.written_premium,
        refunded: row.refunded,
        cancelled_on: cancelled_on?,
        issued_on: issued_on?,
        line: line.unwrap_or_default(),
        source: source.unwrap_or(BusinessSource::Direct),
        tender: row.tender,
        insured_units: row.insured_units,
    })
}

/// The terms of a claim, whose amounts are judged by themselves. What stands for a wrong number is as
/// in [`policy_terms`].
pub(crate) fn claim_terms(row: &InsurantClaim, policies: usize, at: &mut At<'_>) -> ClaimTerms {
    let policy = at.take(policy_of_claim(row.policy, policies));
    let status = at.member("status", "InsurantClaimStatus", row.status);
    let loss_date = at.day("loss_date", row.loss_date);
    let reported_on = at.day_or_none("reported_on", row.reported_on);
    if row.catastrophe > 1 {
        at.bad_enum("catastrophe", row.catastrophe, "flag", "0 no, 1 yes");
    }
    ClaimTerms {
        policy: policy.flatten(),
        loss_date: loss_date.unwrap_or(Date::MIN),
        reported_on: reported_on.flatten(),
        status: status.unwrap_or(ClaimStatus::Open),
        paid: row.paid,
        reserve: row.reserve,
        recovered: row.recovered,
        catastrophe: row.catastrophe == 1,
        event: row.event,
    }
}

fn line(line: u32, last: u32) -> Result<u32, Fault> {
    plain_line(line, last).ok_or_else(|| {
        let status = InsurantStatus::OutOfRange;
        let problem = Problem::new(
            insurant_rules::Code::new(status.word()),
            "the rules gave no line of business this number",
        )
        .found(line.to_string())
        .expected("a number that they gave out")
        .remedy("ask these rules for the number of the line by insurant_rules_line");
        Fault::with(status, "line", problem)
    })
}

fn policy_of_claim(policy: i32, policies: usize) -> Result<Option<u32>, Fault> {
    match u32::try_from(policy) {
        Ok(position) if usize::try_from(position).is_ok_and(|p| p < policies) => Ok(Some(position)),
        Err(_) if policy == -1 => Ok(None),
        _ => {
            let status = InsurantStatus::OutOfRange;
            let problem = Problem::new(
                insurant_rules::Code::new(status.word()),
                "the customer has no policy at this position",
            )
            .found(policy.to_string())
            .expected(format!(
                "a position among the {policies} policies, from 0, or -1 for none"
            ));
            Err(Fault::with(status, "policy", problem))
        }
    }
}

/// An entry of the register; nothing when a day of it is wrong. What stands for a wrong number is as
/// in [`policy_terms`].
pub(crate) fn entry(row: &InsurantEntry, at: &mut At<'_>) -> Option<Entry> {
    use insurant::facts::EntryState;
    let state = at.member("state", "InsurantEntryState", row.state);
    let effective = at.day("effective", row.effective);
    let expiry = at.day_or_none("expiry", row.expiry);
    Some(Entry {
        state: state.unwrap_or(EntryState::Proposed),
        effective: effective?,
        expiry: expiry?,
    })
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
