//! Every mistake in a rule text is reported, with its code and its exact place.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod checking;
mod naming;
mod reading;
#[path = "../support/mod.rs"]
mod support;
mod telling;
mod writing;

use insurant_rules::{Code, Problems, check};
use support::Customer;

fn faults(text: &str) -> Problems {
    let customer = Customer::new();
    match check::condition(text, &customer.scope()) {
        Ok(_) => Problems::new(),
        Err(faults) => faults.in_text(text),
    }
}

/// Codes with their columns.
fn places(text: &str) -> Vec<(u32, Code)> {
    let faults = faults(text);
    faults
        .iter()
        .map(|p| (p.place().column, p.code()))
        .collect()
}

#[track_caller]
fn one(text: &str, column: u32, code: Code) {
    assert_eq!(places(text), [(column, code)], "{text}\n{}", faults(text));
}

#[track_caller]
fn none(text: &str) {
    assert!(faults(text).is_empty(), "{text}\n{}", faults(text));
}

#[test]
fn sound_conditions_have_no_faults() {
    for text in [
        "always",
        "claim_count(12m, paid: yes) >= 3 and loss_ratio(12m, basis: paid/earned) > 150%",
        "kind in (individual, organisation) and credit = good and (claim_free_years >= 3 or loss_ratio(lifetime) <= 30%)",
        "premium(12m) >= volume",
        "premium(3 years) >= 500_000 CNY and severity > 1_000.50 CNY",
        "claim_count(36m, back: 1y, line: 'motor, fleet') < least_claims",
        "loss_ratio(policy_year) > 1 and loss_ratio(12m) < limit",
        "days_left <= 60d and days_left <= 60 and days_left < grace and notice >= 30 days",
        "claim_free_years >= 3y",
        "insured and not notable and insured = notable and notable != yes",
        "strict and thin and not thin",
        "is_known(credit) and not is_known(claim_count(12m))",
        "since >= 2024-02-29 and 2024-01-01 < since",
        "region = 'north' and region not in (\"so\\\"uth\", 'we\\'st')",
        "good = credit and credit = best and credit in (best, poor) and credit != 'fair'",
        "3 > 1.5 and least_claims < 7",
        "credibility(12m, full: 100) = 0.5",
        "(insured)",
        "not not insured",
    ] {
        none(text);
    }
}
