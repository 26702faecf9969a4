//! Complaints to the Texas Department of Insurance about one insurer group.
//!
//! A complaint number may occur twice, with another company or party each time: the row number
//! tells them apart. Confirmed is upheld. There is no deadline: packs are held against these
//! days, for illustration only.

use super::Mapped;
use super::lines::{american, stated};
use super::reasons::cause;
use crate::portfolio::control;
use crate::portfolio::tables::Published;
use crate::run::Outcome;
use insurant_rules::document::Object;
use std::collections::HashSet;
use std::path::Path;

pub(super) fn map(data: &Path) -> Outcome<Mapped> {
    let table = Published::read(&data.join("Statefarm_complaints.csv.gz"))?;
    let mut mapped = Mapped::default();
    let (mut days, mut seen, mut repeated) = (Vec::new(), HashSet::new(), 0);
    let [mut confirmed, mut not, mut unsaid] = [0, 0, 0];
    for (number, row) in table.rows() {
        let id = row.get("Complaint number")?;
        let id = if seen.insert(id) {
            id.to_owned()
        } else {
            repeated += 1;
            format!("{id}/{number}")
        };
        let (received, closed) = (
            american(row.get("Received date")?)?,
            american(row.get("Closed date")?)?,
        );
        days.push(closed.days() - received.days());
        let outcome = match row.get("Confirmed complaint")? {
            "Yes" => {
                confirmed += 1;
                Some("upheld")
            }
            "No" => {
                not += 1;
                Some("not_upheld")
            }
            _ => {
                unsaid += 1;
                None
            }
        };
        let kind = match row.get("Complainant type")? {
            "INDV" => Some("individual"),
            "ORG" => Some("organisation"),
            _ => None,
        };
        let cause = cause(row.get("Reason complaint filed")?);
        let cause = Object::new()
            .with("function", cause.function)
            .with_some("reason", cause.reason);
        mapped.cases.push(
            Object::new()
                .with("complaint_id", id)
                .with("received_on", received.to_string())
                .with("closed_on", closed.to_string())
                .with("cause", cause)
                .with_some("line", stated(row.get("Coverage type")?))
                .with_some("unit_id", stated(row.get("Complaint filed against")?))
                .with_some("complainant_kind", kind)
                .with_some("outcome", outcome),
        );
    }
    days.sort_unstable();
    let quartile = |quarters: usize| {
        days.get((days.len() - 1) * quarters / 4)
            .copied()
            .unwrap_or(-1)
    };
    control("complaints", mapped.cases.len(), 5569)?;
    control("confirmed", confirmed, 1013)?;
    control("not confirmed", not, 4555)?;
    control("neither", unsaid, 1)?;
    control("repeated numbers", repeated, 4)?;
    control("lower quartile of the days", quartile(1), 40)?;
    control("median of the days", quartile(2), 72)?;
    control("upper quartile of the days", quartile(3), 106)?;
    control("most days", quartile(4), 595)?;
    mapped.found = format!(
        "{} complaints, {confirmed} confirmed, {not} not, {unsaid} neither; closed after {} days in the median, {} at most",
        mapped.cases.len(),
        quartile(2),
        quartile(4),
    );
    Ok(mapped)
}
