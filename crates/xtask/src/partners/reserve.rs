//! Insurer groups by line of business in the United States, from their annual statements: each
//! group and line as if it were a partner.
//!
//! Amounts are thousands of dollars, net earned premium and incurred losses as they stood at the
//! end of 1997. Volume is the premium of 1997, growth is over 1996, the loss ratio is of the
//! accident years 1995 to 1997. Where there is no premium to divide by, the figure is undefined.

use super::Mapped;
use crate::portfolio::control;
use crate::portfolio::tables::Published;
use crate::run::Outcome;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Premium and losses of one accident year, in thousands.
#[derive(Clone, Copy, Default)]
struct Year {
    premium: i64,
    incurred: i64,
}

pub(super) fn map(data: &Path) -> Outcome<Mapped> {
    let table = Published::read(&data.join("clrd.csv.gz"))?;
    let mut partners: BTreeMap<(String, String), BTreeMap<i32, Year>> = BTreeMap::new();
    let mut groups = BTreeSet::new();
    let [mut zero, mut below, mut recovered] = [0, 0, 0];
    let (mut first, mut premium, mut incurred, mut seen) = (0, 0, 0, 0);
    for (_, row) in table.rows() {
        let year = Year {
            premium: row.number("EarnedPremNet")?.into(),
            incurred: row.number("IncurLoss")?.into(),
        };
        zero += usize::from(year.premium == 0);
        below += usize::from(year.premium < 0);
        recovered += usize::from(year.incurred < 0);
        if row.number("DevelopmentLag")? == 1 {
            first += year.premium;
        }
        if row.number("DevelopmentYear")? != 1997 {
            continue;
        }
        seen += 1;
        premium += year.premium;
        incurred += year.incurred;
        groups.insert(row.get("GRCODE")?);
        let partner = (row.get("GRCODE")?.to_owned(), row.get("LOB")?.to_owned());
        let years = partners.entry(partner).or_default();
        years.insert(row.number("AccidentYear")?, year);
    }
    control("rows", table.len(), 42_845)?;
    control("rows without premium", zero, 10_136)?;
    control("rows with negative premium", below, 365)?;
    control("rows with negative losses", recovered, 67)?;
    control("premium at the first lag", first, 203_132_170)?;
    control("rows at the end of 1997", seen, 7_790)?;
    control("incurred at the end of 1997", incurred, 155_110_733)?;
    control("premium at the end of 1997", premium, 203_132_170)?;
    control("groups", groups.len(), 379)?;
    control("groups by line", partners.len(), 779)?;
    let mut mapped = Mapped {
        columns: vec!["partner_id", "premium", "premium_growth", "loss_ratio"],
        ..Mapped::default()
    };
    for ((group, line), years) in &partners {
        let of = |year: i32| years.get(&year).copied().unwrap_or_default();
        let (now, before) = (of(1997).premium, of(1996).premium);
        let recent = (1995..=1997)
            .map(of)
            .fold(Year::default(), |sum, year| Year {
                premium: sum.premium + year.premium,
                incurred: sum.incurred + year.incurred,
            });
        mapped.rows.push(vec![
            format!("{group}/{line}"),
            format!("{}.00", now * 1000),
            quotient(now - before, before),
            quotient(recent.incurred, recent.premium),
        ]);
    }
    mapped.found = format!(
        "{} groups by line with {premium} thousand dollars of premium and {incurred} of losses in ten years",
        mapped.rows.len()
    );
    Ok(mapped)
}

/// A fraction as facts write it; without a denominator above zero there is none.
fn quotient(num: i64, den: i64) -> String {
    if den > 0 {
        format!("{num}/{den}")
    } else {
        "undefined".to_owned()
    }
}
