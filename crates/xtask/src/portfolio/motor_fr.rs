//! French private motor portfolio: persons, one policy a vehicle and calendar year.
//!
//! The part of `IDpol` before the dot behaves as the policyholder. Six pairs of `IDpol` and year
//! occur twice, so that the number of the row tells policies apart; a claim goes to the first.

use super::control;
use super::tables::{CLAIMS, CUSTOMERS, POLICIES, Published, Table};
use crate::run::Outcome;
use insurant::{Currency, money};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

pub(super) fn write(data: &Path, out: &Path) -> Outcome<String> {
    let eur = Currency::parse("EUR").ok_or("no such currency")?;
    let premiums = Published::read(&data.join("premium.csv.gz"))?;
    let payments = Published::read(&data.join("claims.csv.gz"))?;

    let mut customers = Table::create(out, "customers", CUSTOMERS)?;
    let mut policies = Table::create(out, "policies", POLICIES)?;
    let (mut holders, mut contracts) = (HashSet::new(), HashSet::new());
    let mut first: HashMap<(&str, i32), String> = HashMap::new();
    let mut premium = 0;
    for (number, row) in premiums.rows() {
        let (contract, year) = (row.get("IDpol")?, row.number("Year")?);
        let holder = holder(contract)?;
        if holders.insert(holder) {
            customers.row(&[holder, "individual"])?;
        }
        contracts.insert(contract);
        let policy = format!("{contract}/{year}/{number}");
        premium += money::parse(row.get("PremTot")?, eur)?;
        policies.row(&[
            &policy,
            holder,
            "motor",
            "direct",
            &format!("{year}-01-01"),
            &format!("{}-01-01", year + 1),
            row.get("PremTot")?,
            "EUR",
        ])?;
        first.entry((contract, year)).or_insert(policy);
    }
    customers.finish()?;
    policies.finish()?;

    let mut claims = Table::create(out, "claims", CLAIMS)?;
    let (mut paid, mut without) = (0, 0);
    let mut guarantees: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, row) in payments.rows() {
        let (contract, loss) = (row.get("IDpol")?, row.get("OccurDate")?);
        let year = loss.split('-').next().unwrap_or_default().parse()?;
        let policy = first.get(&(contract, year)).map_or("", String::as_str);
        without += usize::from(policy.is_empty());
        *guarantees.entry(row.get("Guarantee")?).or_default() += 1;
        paid += money::parse(row.get("Payment")?, eur)?;
        let id = format!("{contract}/{loss}/{}", row.get("IDclaim")?);
        claims.row(&[
            &id,
            policy,
            holder(contract)?,
            loss,
            "settled",
            row.get("Payment")?,
            "0",
        ])?;
    }
    claims.finish()?;

    control("premium rows", premiums.len(), 26_233)?;
    control("policyholders", holders.len(), 8636)?;
    control("contracts", contracts.len(), 16_179)?;
    control("repeated policies", premiums.len() - first.len(), 6)?;
    control("premium", money::format(premium, eur), "11264466.20".into())?;
    control("claims", payments.len(), 4621)?;
    control("claims paid", money::format(paid, eur), "6392691.00".into())?;
    control("claims without a policy", without, 673)?;
    let counts = guarantees
        .iter()
        .map(|(name, count)| format!("{name} {count}"));
    let counts: Vec<String> = counts.collect();
    let published = "Damage 467, Fire 44, Other 99, TPL 2107, Theft 298, Windscreen 1606";
    control("claims by guarantee", counts.join(", ").as_str(), published)?;
    Ok(format!(
        "{} customers, {} policies with EUR {} of premium, {} claims with EUR {} paid, {without} of them without a policy",
        holders.len(),
        premiums.len(),
        money::format(premium, eur),
        payments.len(),
        money::format(paid, eur),
    ))
}

fn holder(contract: &str) -> Outcome<&str> {
    let (holder, _) = contract
        .split_once('.')
        .ok_or_else(|| format!("`{contract}` has no dot"))?;
    Ok(holder)
}
