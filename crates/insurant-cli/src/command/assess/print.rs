//! The summary of a portfolio, for people.

use super::columns::Columns;
use super::look::{Look, MOST};
use super::summary::{Group, Raised, Ratio, Summary};
use crate::command::desk::Desk;
use crate::command::stop::Stop;
use crate::command::text::{LADDER, Table, counted, group, grouped, quoted};
use crate::command::words;
use crate::portfolio::Report;
use insurant::decision::shown_sum;
use insurant::facts::CustomerView as _;
use insurant::{Category, Scratch, Standing, money};
use insurant_rules::Type;
use insurant_rules::document::Json;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a summary is printed from.
pub(super) struct Page<'a> {
    pub(super) summary: &'a Summary<'a>,
    pub(super) columns: &'a Columns,
    pub(super) desk: &'a Desk<'a>,
    pub(super) report: &'a Report,
    /// A command to try next; the identifier of a customer follows.
    pub(super) next: String,
}

impl Page<'_> {
    /// The whole page.
    pub(super) fn print(&self) -> Result<String, Stop> {
        let mut page = String::new();
        self.head(&mut page);
        section(&mut page, "Categories", &self.categories());
        section(&mut page, "Standing", &self.standings());
        let alert = |bit| self.desk.dated().rules().alert(bit);
        let alerts = self.rules(&self.summary.alerts, alert, "alert");
        section(&mut page, "Alerts", &alerts);
        let criterion = |bit| self.desk.dated().rules().criterion(bit);
        let criteria = self.rules(&self.summary.criteria, criterion, "criterion");
        section(&mut page, "Proposals for the blacklist", &criteria);
        section(&mut page, "Claims that count nowhere", &self.claims());
        section(&mut page, "Undecided", &self.causes());
        for (name, count) in &self.summary.overflows {
            let of = counted(*count, "customer", "customers");
            page.push_str(&format!("  `{name}` does not fit 64 bits for {of}: check the amounts of their policies and claims\n"));
        }
        section(&mut page, "Measures", &self.measures());
        self.looks(&mut page)?;
        Ok(page)
    }

    fn head(&self, page: &mut String) {
        let rules = self.desk.dated().rules();
        let counts = &self.report.counts;
        let n = |number: u64, one, many| counted(number, one, many);
        let lines = [
            format!(
                "Assessed as of {} by {} ({})",
                self.desk.dated().as_of(),
                rules.rulebook().reference(),
                rules.currency()
            ),
            format!(
                "{}, {}, {}",
                n(counts.customers, "customer", "customers"),
                n(counts.policies, "policy", "policies"),
                n(counts.claims, "claim", "claims")
            ),
        ];
        page.push_str(&lines.join("\n"));
        page.push('\n');
        let summary = self.summary;
        let mut note = |count: u64, text: &str| {
            if count > 0 {
                page.push_str(&format!("{} {text}\n", n(count, "customer", "customers")));
            }
        };
        note(
            summary.hindsight,
            "in hindsight: paid, reserve and status are those of a later day",
        );
        note(
            summary.projected,
            "projected: the facts are older than the day",
        );
        let report = self.report;
        if report.rejected > 0 {
            let rows = n(report.rejected, "row", "rows");
            page.push_str(&format!("{rows} rejected\n"));
        }
        if report.unattributed > 0 {
            let rows = n(report.unattributed, "rejected row", "rejected rows");
            let text = "that no customer can be blamed for: any customer may lack facts";
            page.push_str(&format!("{rows} {text}\n"));
        }
        for warning in &report.warnings {
            page.push_str(&format!("warning: {warning}\n"));
        }
    }

    fn categories(&self) -> Table {
        let mut table = Table::new(&[
            "category",
            ">customers",
            ">loss ratio 12m",
            ">loss ratio lifetime",
        ]);
        let mut all = Group::default();
        for category in LADDER.map(Some).into_iter().chain([None]) {
            let Some(group) = self.summary.categories.get(&category) else {
                continue;
            };
            let name = category.map_or("-", Category::as_str);
            table.row(row(name, group));
            all.customers += group.customers;
            all.year.merge(group.year);
            all.lifetime.merge(group.lifetime);
        }
        table.row(row("all", &all));
        table
    }

    fn standings(&self) -> Table {
        let mut table = Table::new(&["standing", ">customers"]);
        for (standing, count) in self.summary.standings.iter().rev() {
            let name = standing.map_or("(undecided)", Standing::as_str);
            table.row([name.to_owned(), grouped(*count)]);
        }
        table
    }

    fn rules<'r>(
        &self,
        counts: &BTreeMap<usize, Raised>,
        rule: impl Fn(usize) -> Option<&'r insurant_rules::rulebook::CompiledRule>,
        title: &str,
    ) -> Table {
        let mut table = Table::new(&[title, ">customers", ">cannot be said", "what it says"]);
        for (bit, raised) in counts {
            if let Some(rule) = rule(*bit) {
                table.row([
                    rule.id.clone(),
                    grouped(raised.holds),
                    grouped(raised.unknown),
                    rule.about.doc.as_deref().unwrap_or_default().to_owned(),
                ]);
            }
        }
        table
    }

    fn claims(&self) -> Table {
        let mut table = Table::new(&["finding", ">customers", ">claims"]);
        for (fate, (customers, claims)) in &self.summary.claims {
            table.row([
                fate.as_str().to_owned(),
                grouped(*customers),
                grouped(*claims),
            ]);
        }
        table
    }

    fn causes(&self) -> Table {
        let mut table = Table::new(&["cause", ">customers"]);
        for (cause, count) in &self.summary.causes {
            table.row([cause.as_str().to_owned(), grouped(*count)]);
        }
        table
    }

    fn measures(&self) -> Table {
        let mut table = Table::new(&["measure", ">known", ">undefined", ">unknown", ">total"]);
        for (measure, values) in self.columns.measures.iter().zip(&self.summary.values) {
            let total = match &measure.ty {
                Type::Money(currency) => i64::try_from(values.sum).map_or_else(
                    |_| format!("{} minor units", grouped(values.sum)),
                    |sum| group(&money::format(sum, *currency)),
                ),
                Type::Count(_) => grouped(values.sum),
                Type::Boolean => format!("{} true", grouped(values.sum)),
                _ => String::new(),
            };
            table.row([
                measure.title.clone(),
                grouped(values.known),
                grouped(values.undefined),
                grouped(values.unknown),
                total,
            ]);
        }
        table
    }

    fn looks(&self, page: &mut String) -> Result<(), Stop> {
        let first = self.summary.looks.first();
        let Some(head) = first.first() else {
            page.push_str("\nNo customer needs a look.\n");
            return Ok(());
        };
        let title = match first.len() {
            1 => "The customer to look at".to_owned(),
            n if n < MOST => format!("The {n} customers to look at"),
            n => format!("The {n} customers to look at first"),
        };
        page.push_str(&format!("\n{title}\n"));
        let mut scratch = Scratch::new();
        for (i, look) in first.iter().enumerate() {
            self.look(page, i + 1, look, &mut scratch)?;
        }
        let id = quoted(head.customer.id());
        page.push_str(&format!("\nWhy, in full: {} {id}\n", self.next));
        Ok(())
    }

    fn look(
        &self,
        page: &mut String,
        number: usize,
        look: &Look<'_>,
        scratch: &mut Scratch,
    ) -> Result<(), Stop> {
        let verdict = &look.verdict;
        let category = verdict.category.map_or("-", Category::as_str);
        let standing = verdict.standing.map_or("undecided", Standing::as_str);
        let currency = self.desk.dated().rules().currency();
        let amount = look.amount.map_or_else(String::new, |amount| {
            let amount = group(&money::format(amount, currency));
            format!("; {} {amount} {currency}", look.measure())
        });
        let id = look.customer.id();
        // Writing to a string never fails.
        let _ = writeln!(page, "  {number:>2}. {id}: {category}, {standing}{amount}");
        let as_of = self.desk.dated().as_of();
        for (i, entry) in look.customer.entries().enumerate() {
            if entry.in_effect(as_of) {
                let id = look.customer.entry_id(i).unwrap_or_default();
                let reason = look.customer.entry_reason(i);
                let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
                let since = entry.effective;
                let _ = writeln!(
                    page,
                    "        on the blacklist since {since} by entry {id}{reason}"
                );
            }
        }
        let decision = self.desk.explain(look.customer, scratch)?;
        let Some(trace) = decision.json().get("trace") else {
            return Ok(());
        };
        let holds = |rule: &&Json| words::text(rule, "result") == "true";
        for rule in words::items(trace, "blacklist").iter().filter(holds) {
            let (id, why) = (words::text(rule, "id"), words::briefly(rule));
            let _ = writeln!(page, "        {id} proposes an entry: {why}");
        }
        for rule in words::items(trace, "alerts").iter().filter(holds) {
            let (id, why) = (words::text(rule, "id"), words::briefly(rule));
            let _ = writeln!(page, "        {id}: {why}");
        }
        Ok(())
    }
}

fn section(page: &mut String, title: &str, table: &Table) {
    if !table.is_empty() {
        page.push_str(&format!("\n{title}\n{table}"));
    }
}

fn row(name: &str, group: &Group) -> [String; 4] {
    [
        name.to_owned(),
        grouped(group.customers),
        ratio(&group.year),
        ratio(&group.lifetime),
    ]
}

/// A loss ratio to six places; undefined with nothing earned.
fn ratio(ratio: &Ratio) -> String {
    let mut text = if ratio.earned > 0 {
        shown_sum(ratio.incurred, ratio.earned)
    } else {
        "undefined".to_owned()
    };
    if ratio.unknown > 0 {
        text = format!("({} unknown) {text}", grouped(ratio.unknown));
    }
    text
}
