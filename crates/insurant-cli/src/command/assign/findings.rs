//! Rules that present assignments break, for people.

use super::print::SHOWN;
use crate::command::text::Table;
use insurant::assignment::Finding;

/// The findings under a title; nothing when there are none.
pub(super) fn table(findings: &[Finding<'_>], title: &str) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let mut broken = Table::new(&["customer", "manager", "rule", "supervisor", "instead"]);
    for finding in findings.iter().take(SHOWN) {
        broken.row([
            finding.customer_id.unwrap_or("-").to_owned(),
            finding.manager_id.to_owned(),
            finding.rule.word(),
            finding.supervised_by.unwrap_or("-").to_owned(),
            finding.instead.unwrap_or("-").to_owned(),
        ]);
    }
    let mut page = format!("\n{title}\n{broken}");
    if let Some(more) = findings.len().checked_sub(SHOWN + 1) {
        page.push_str(&format!(
            "  … and {} more; --format json has all\n",
            more + 1
        ));
    }
    page
}

/// On standard error, a line each, where the rows of standard output have no place for them.
pub(super) fn warn(findings: &[Finding<'_>]) {
    for finding in findings {
        let whose = finding
            .customer_id
            .map_or("the book".to_owned(), |id| format!("customer {id}"));
        let under = finding
            .supervised_by
            .map_or(String::new(), |id| format!(", supervised by {id}"));
        let instead = finding
            .instead
            .map_or(String::new(), |id| format!("; {id} may supervise instead"));
        say!(
            "rule broken: {}: {whose} of {}{under}{instead}",
            finding.rule.word(),
            finding.manager_id
        );
    }
}
