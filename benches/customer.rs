//! One customer with three policies and one claim: the customer of the benchmarks and of the
//! allocation test.

use insurant::facts::{
    BusinessSource, ClaimFacts, ClaimStatus, CustomerFacts, CustomerKind, PolicyFacts,
};
use insurant::{Date, DateError};

/// The day on which the customer is assessed.
pub(crate) const AS_OF: &str = "2024-07-01";

fn policy(id: &str, start: &str, end: &str) -> Result<PolicyFacts, DateError> {
    Ok(PolicyFacts {
        policy_id: id.into(),
        line: "property".into(),
        business_source: BusinessSource::Direct,
        start: Date::parse(start)?,
        end: Date::parse(end)?,
        written_premium: 123_456,
        refunded: 0,
        cancelled_on: None,
        issued_on: None,
        partner_id: None,
        tender_id: None,
        insured_units: 1,
        currency: None,
        movements: Vec::new(),
    })
}

/// Three years of cover, one of them running, and a paid claim half a year ago.
///
/// # Errors
/// None: the dates are right.
pub(crate) fn customer() -> Result<CustomerFacts, DateError> {
    let mut facts = CustomerFacts::new("C-1", CustomerKind::Individual);
    facts.credit = Some(insurant::facts::Credit::Good);
    facts.policies = vec![
        policy("P-1", "2021-09-01", "2022-09-01")?,
        policy("P-2", "2022-09-01", "2023-09-01")?,
        policy("P-3", "2023-09-01", "2024-09-01")?,
    ];
    facts.claims = vec![ClaimFacts {
        claim_id: "L-1".into(),
        policy_id: Some("P-3".into()),
        claimant_id: None,
        loss_date: Date::parse("2024-01-05")?,
        reported_on: None,
        status: ClaimStatus::Settled,
        paid: 50_000,
        reserve: 0,
        recovered: 0,
        catastrophe: false,
        event_id: None,
    }];
    Ok(facts)
}
