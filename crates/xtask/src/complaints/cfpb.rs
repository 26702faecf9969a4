//! Complaints to the US Consumer Financial Protection Bureau: banks and lenders, used for channel
//! and timeliness.
//!
//! The bureau publishes whether the answer was timely, within 15 calendar days of the day on which
//! the company got the complaint, but not its day: a timely answer is dated on the last day, another
//! one on the day after. Rows have no number of their own. What the complaint is about stays in
//! the bureau's words, which the scheme of the NAIC does not know.

use super::Mapped;
use super::lines::{american, name, stated};
use crate::portfolio::control;
use crate::portfolio::tables::Published;
use crate::run::Outcome;
use insurant_rules::document::Object;
use std::collections::BTreeMap;
use std::path::Path;

/// How long a company has, in calendar days.
const DAYS: i32 = 15;

pub(super) fn map(data: &Path) -> Outcome<Mapped> {
    let table = Published::read(&data.join("consumer_complaints.csv"))?;
    let mut mapped = Mapped::default();
    let [mut timely, mut late] = [0, 0];
    let mut channels: BTreeMap<String, usize> = BTreeMap::new();
    for (number, row) in table.rows() {
        let received = american(row.get("Date received")?)?;
        let due = american(row.get("Date sent to company")?)?.add_days(DAYS);
        let answered = match row.get("Timely response?")? {
            "Yes" => {
                timely += 1;
                due
            }
            "No" => {
                late += 1;
                due.add_days(1)
            }
            other => {
                return Err(format!("row {number}: `{other}` is neither timely nor not").into());
            }
        };
        let outcome = row.get("Company response to consumer")?;
        let relief = outcome.ends_with("monetary relief").then_some("settled");
        let channel = name(row.get("Submitted via")?);
        *channels.entry(channel.clone()).or_default() += 1;
        let cause = Object::new()
            .with("function", row.get("Product")?)
            .with_some("reason", stated(row.get("Issue")?));
        mapped.cases.push(
            Object::new()
                .with("complaint_id", format!("row-{number}"))
                .with("received_on", received.to_string())
                .with("due_on", due.to_string())
                .with("decided_on", answered.to_string())
                .with("cause", cause)
                .with("channel", channel)
                .with_some("line", stated(row.get("Product")?))
                .with_some("unit_id", stated(row.get("Company")?))
                .with_some("outcome", relief),
        );
    }
    let channels: Vec<String> = channels
        .iter()
        .map(|(channel, n)| format!("{channel} {n}"))
        .collect();
    control("complaints", mapped.cases.len(), 3186)?;
    control("timely", timely, 3093)?;
    control("not timely", late, 93)?;
    let published = "fax 52, phone 200, postal_mail 168, referral 533, web 2233";
    control("channels", channels.join(", "), published.to_owned())?;
    mapped.found = format!(
        "{} complaints, {timely} answered in time, {late} not; {}",
        mapped.cases.len(),
        channels.join(", "),
    );
    Ok(mapped)
}
