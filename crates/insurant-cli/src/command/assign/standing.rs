//! Who looks after whom on a day, and the conflicts of that day.

use super::{Format, findings};
use crate::command::text::Table;
use insurant::Date;
use insurant::assignment::{Assignment, AssignmentRules, Finding, Register};
use insurant_rules::document::Json;
use std::collections::BTreeMap;

/// The answer without `--solve`.
pub(super) fn text(
    register: &Register,
    rules: &AssignmentRules,
    on: Date,
    format: Format,
) -> String {
    let conflicts = register.conflicts(on, on.add_days(1));
    let unassigned: Vec<&str> = register.unassigned(on).map(|c| c.id.as_str()).collect();
    let broken = register.findings(rules, on);
    match format {
        Format::Json => {
            let answer = Json::object([
                ("as_of", on.to_string().into()),
                (
                    "assigned",
                    Json::list(register.at(on).map(Assignment::to_json)),
                ),
                ("unassigned", Json::list(unassigned)),
                (
                    "conflicts",
                    Json::list(conflicts.iter().map(|c| c.to_json())),
                ),
                ("findings", Json::list(broken.iter().map(Finding::to_json))),
            ]);
            format!("{}\n", answer.to_canonical_string())
        }
        Format::Csv => {
            let mut rows = vec![
                [
                    "customer_id",
                    "manager_id",
                    "since",
                    "until",
                    "supervised_by",
                    "exception",
                ]
                .map(str::to_owned),
            ];
            rows.extend(register.at(on).map(|a| {
                [
                    a.customer_id.clone(),
                    a.manager_id.clone(),
                    a.from.to_string(),
                    a.end().map_or(String::new(), |end| end.to_string()),
                    a.supervised_by.clone().unwrap_or_default(),
                    a.exception
                        .as_ref()
                        .map_or(String::new(), |e| e.reason.clone()),
                ]
            }));
            rows.extend(unassigned.iter().map(|id| {
                let blank = String::new;
                [
                    (*id).to_owned(),
                    blank(),
                    blank(),
                    blank(),
                    blank(),
                    blank(),
                ]
            }));
            findings::warn(&broken);
            super::print::csv_text(rows)
        }
        Format::Table => {
            let mut held: BTreeMap<&str, u64> = BTreeMap::new();
            for a in register.at(on).filter(|a| a.exception.is_none()) {
                *held.entry(&a.manager_id).or_default() += 1;
            }
            let mut books = Table::new(&["manager", "grade", "unit", ">customers"]);
            for manager in register.managers() {
                let there = if manager.is_there(on) { "" } else { " (gone)" };
                books.row([
                    format!("{}{there}", manager.id),
                    manager.grade.to_string(),
                    manager.unit_id.clone(),
                    held.get(manager.id.as_str()).unwrap_or(&0).to_string(),
                ]);
            }
            let mut page = format!("Who looks after whom on {on}\n{books}");
            page.push_str(&format!("\nWithout a manager: {}\n", some(&unassigned)));
            page.push_str(&format!("Conflicts on the day: {}\n", conflicts.len()));
            for conflict in conflicts {
                page.push_str(&format!(
                    "  {}: {} of {}, seen in {}{}\n",
                    conflict.customer_id,
                    conflict.managers.join(" and "),
                    conflict.units.join(" and "),
                    conflict.seen.as_str(),
                    conflict
                        .excused
                        .map_or(String::new(), |why| format!(", excused: {why}"))
                ));
            }
            let title = format!("Rules broken on the day, by {}", rules.reference());
            page.push_str(&findings::table(&broken, &title));
            page
        }
    }
}

/// Some ids, and how many more there are.
pub(super) fn some(ids: &[&str]) -> String {
    const SHOWN: usize = 10;
    let shown: Vec<&str> = ids.iter().copied().take(SHOWN).collect();
    match ids.len() {
        0 => "none".to_owned(),
        all if all > SHOWN => format!("{} and {} more", shown.join(", "), all - SHOWN),
        _ => shown.join(", "),
    }
}
