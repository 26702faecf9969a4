//! Wisconsin Local Government Property Insurance Fund: public bodies, one policy a calendar year.
//!
//! The claims carry a year and no date: they are dated 1 July of it.

use super::control;
use super::tables::{CLAIMS, CUSTOMERS, POLICIES, Published, Table};
use crate::run::Outcome;
use insurant::{Currency, money};
use std::collections::{HashMap, HashSet};
use std::path::Path;

pub(super) fn write(data: &Path, out: &Path) -> Outcome<String> {
    let usd = Currency::parse("USD").ok_or("no such currency")?;
    let years = Published::read(&data.join("PropertyFundInsample.csv"))?;
    let losses = Published::read(&data.join("CLAIMLEVEL.csv"))?;

    let mut customers = Table::create(out, "customers", CUSTOMERS)?;
    let mut policies = Table::create(out, "policies", POLICIES)?;
    let mut held: HashMap<&str, usize> = HashMap::new();
    let mut covered = HashSet::new();
    let (mut premium, mut total, mut count) = (0, 0, 0);
    for (_, row) in years.rows() {
        let (holder, year) = (row.get("PolicyNum")?, row.number("Year")?);
        let years_held = held.entry(holder).or_default();
        if *years_held == 0 {
            customers.row(&[holder, "organisation"])?;
        }
        *years_held += 1;
        covered.insert((holder, year));
        premium += money::parse(row.get("Premium")?, usd)?;
        total += money::parse(row.get("y")?, usd)?;
        count += row.number("Freq")?;
        policies.row(&[
            &format!("{holder}/{year}"),
            holder,
            "property",
            "direct",
            &format!("{year}-01-01"),
            &format!("{}-01-01", year + 1),
            row.get("Premium")?,
            "USD",
        ])?;
    }
    customers.finish()?;
    policies.finish()?;

    let mut claims = Table::create(out, "claims", CLAIMS)?;
    let (mut paid, mut without, mut claimants) = (0, 0, HashSet::new());
    for (number, row) in losses.rows() {
        let (holder, year) = (row.get("PolicyNum")?, row.number("Year")?);
        let mut policy = format!("{holder}/{year}");
        if !covered.contains(&(holder, year)) {
            policy.clear();
            without += 1;
        }
        claimants.insert(holder);
        paid += money::parse(row.get("Claim")?, usd)?;
        control("ClaimStatus", row.get("ClaimStatus")?, "Closed")?;
        let loss = format!("{year}-07-01");
        claims.row(&[
            &number.to_string(),
            &policy,
            holder,
            &loss,
            "settled",
            row.get("Claim")?,
            "0",
        ])?;
    }
    claims.finish()?;

    control("policyholders", held.len(), 636)?;
    control(
        "policyholders in all years",
        held.values().filter(|&&n| n == 5).count(),
        539,
    )?;
    control("policy years", years.len(), 2914)?;
    control("premium", money::format(premium, usd), "41939280.00".into())?;
    control(
        "losses of the years",
        money::format(total, usd),
        "29999547.70".into(),
    )?;
    control("number of losses of the years", count, 2160)?;
    control("claims", losses.len(), 2164)?;
    control("policyholders with claims", claimants.len(), 388)?;
    control(
        "claims paid",
        money::format(paid, usd),
        "30048758.21".into(),
    )?;
    Ok(format!(
        "{} customers, {} policies with USD {} of premium, {} claims with USD {} paid, {without} of them without a policy",
        held.len(),
        years.len(),
        money::format(premium, usd),
        losses.len(),
        money::format(paid, usd),
    ))
}
