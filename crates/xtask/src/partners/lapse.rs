//! Whole-life policies sold by a tied sales force in the United States, 1995 to 2009.
//!
//! A duration is whole days over 91, to two decimals, so that the day on which a policy ended can
//! be read back: every one of the policies in force is then observed up to one day, 12 May 2010.
//! A death is a claim, which is left out; a surrender, and whatever else ended a policy, counts as
//! gone.
//!
//! What was paid is not in the data, so that persistency by premium cannot be computed: by count
//! it can. Nor is who sold a policy, which premium is single, or when grace began: all policies are
//! taken to pay regularly, and to end on the day stated.

use super::Mapped;
use crate::portfolio::control;
use crate::portfolio::tables::Published;
use crate::run::Outcome;
use insurant::Date;
use insurant_rules::document::Decimal;
use std::collections::BTreeMap;
use std::path::Path;

/// The columns beside those of a policy, which are groups: as published, and as written.
const GROUPS: [(&str, &str); 6] = [
    ("living.place", "place"),
    ("underwriting.age", "age_class"),
    ("premium.frequency", "frequency"),
    ("risk.state", "risk"),
    ("acc.death.rider", "accident_rider"),
    ("gender", "gender"),
];

/// The day on which the observation ended.
const OBSERVED_UNTIL: &str = "2010-05-12";

pub(super) fn map(data: &Path) -> Outcome<Mapped> {
    let table = Published::read(&data.join("uslapseagent.csv.gz"))?;
    let mut causes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut mapped = Mapped {
        columns: vec![
            "policy_id",
            "effective",
            "ceased_by",
            "ceased_on",
            "known_until",
            "issue_year",
        ],
        ..Mapped::default()
    };
    mapped.columns.extend(GROUPS.map(|(_, name)| name));
    for (number, row) in table.rows() {
        let issued = Date::parse(row.get("issue.date")?)?;
        let end = issued.add_days(days(row.get("duration")?)?).to_string();
        let cause = row.get("termination.cause")?;
        *causes.entry(cause).or_default() += 1;
        let nothing = String::new;
        let [by, on] = match cause {
            "in-force" => {
                control("the end of what is known", end.as_str(), OBSERVED_UNTIL)?;
                [nothing(), nothing()]
            }
            "death" => ["claim".to_owned(), end],
            "surrender" => ["surrendered".to_owned(), end],
            "other" => ["lapsed".to_owned(), end],
            other => return Err(format!("row {number}: no cause `{other}` is known").into()),
        };
        // Of the ceased as well: else those who cease early are counted in years of which those
        // who stay are not known.
        let until = OBSERVED_UNTIL.to_owned();
        let year = issued.ymd().0.to_string();
        let mut cells = vec![number.to_string(), issued.to_string(), by, on, until, year];
        for (column, _) in GROUPS {
            cells.push(row.get(column)?.to_owned());
        }
        mapped.rows.push(cells);
    }
    control("policies", mapped.rows.len(), 29_317)?;
    for (cause, published) in [
        ("in-force", 14_453),
        ("surrender", 11_098),
        ("other", 2_482),
        ("death", 1_284),
    ] {
        control(cause, causes.get(cause).copied().unwrap_or(0), published)?;
    }
    mapped.found = format!(
        "{} policies, known up to {OBSERVED_UNTIL}; what was paid is not in the data",
        mapped.rows.len()
    );
    Ok(mapped)
}

/// Days of a duration in quarters of 91 days, to two decimals.
fn days(duration: &str) -> Outcome<i32> {
    let hundredths = Decimal::parse(duration)
        .ok()
        .and_then(|quarters| quarters.at_scale(2))
        .ok_or_else(|| format!("`{duration}` is no duration"))?;
    Ok(i32::try_from((hundredths * 91 + 50) / 100)?)
}
