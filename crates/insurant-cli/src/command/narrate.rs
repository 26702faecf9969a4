//! A canonical decision told as a person would tell it.

use super::text::group;
use super::words::{decisive, is, items, text, value};
use insurant::facts::CustomerFacts;
use insurant::{CustomerRules, Date};
use insurant_rules::document::Json;

/// What is told.
pub(crate) struct Narration<'a> {
    pub(crate) decision: &'a Json,
    pub(crate) rules: &'a CustomerRules,
    pub(crate) facts: &'a CustomerFacts,
    pub(crate) as_of: Date,
}

impl Narration<'_> {
    /// The whole text.
    pub(crate) fn text(&self) -> String {
        let mut page = Page::default();
        self.head(&mut page);
        match self.decision.get("outcome") {
            Some(outcome) if text(outcome, "status") == "decided" => {
                self.category(&mut page, outcome);
                self.close(&mut page);
                self.unknown(&mut page);
                self.standing(&mut page, outcome);
                self.raised(&mut page, "alerts", "Alerts");
                self.raised(&mut page, "blacklist", "Proposals for the blacklist");
                self.claims(&mut page, outcome);
                schemes(&mut page, outcome);
            }
            Some(outcome) => self.undecided(&mut page, outcome),
            None => {}
        }
        self.figures(&mut page);
        self.seal(&mut page);
        page.0
    }

    fn head(&self, page: &mut Page) {
        let facts = self.facts;
        page.line(0, &format!("{} as of {}", facts.customer_id, self.as_of));
        let many =
            |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        page.line(
            0,
            &format!(
                "{} with {} and {}, judged by {} ({})",
                facts.kind,
                many(facts.policies.len(), "policy", "policies"),
                many(facts.claims.len(), "claim", "claims"),
                text(self.decision, "rulebook_id"),
                self.rules.currency(),
            ),
        );
        if let Some(outcome) = self.decision.get("outcome") {
            let valued = facts.valued_on.map(|d| d.to_string()).unwrap_or_default();
            if is(outcome, "hindsight") {
                page.line(0, &format!("In hindsight: the facts were taken on {valued}, after the day; paid, reserve and status are those of then."));
            }
            if is(outcome, "projected") {
                page.line(
                    0,
                    &format!("Projected: the facts were taken on {valued}, before the day."),
                );
            }
        }
    }

    fn section(&self, name: &str) -> &[Json] {
        self.decision
            .get("trace")
            .map(|trace| items(trace, name))
            .unwrap_or_default()
    }

    fn category(&self, page: &mut Page, outcome: &Json) {
        page.title(&format!("Category: {}", text(outcome, "category")));
        let fired = |rule: &&Json| text(rule, "result") == "true";
        if let Some(rule) = self.section("categories").iter().find(fired) {
            page.line(1, &format!("because of {}", self.named(rule)));
            let why = decisive(rule);
            if why.is_empty() {
                page.line(2, "it applies when no rule before it does");
            }
            for why in why {
                page.line(2, &why);
            }
        }
        let held = items(outcome, "holds").iter().filter_map(Json::text);
        let held: Vec<&str> = held.filter(|c| *c != text(outcome, "category")).collect();
        if !held.is_empty() {
            page.line(1, &format!("holds as well: {}", held.join(", ")));
        }
    }

    /// A rule with where it comes from.
    fn named(&self, rule: &Json) -> String {
        let source = match (text(rule, "source"), is(rule, "example")) {
            ("", true) => " (an example)".to_owned(),
            ("", false) => String::new(),
            (source, true) => format!(" ({source}; an example)"),
            (source, false) => format!(" ({source})"),
        };
        format!("the rule `{}`{source}", text(rule, "id"))
    }

    fn close(&self, page: &mut Page) {
        let sections = ["categories", "alerts", "blacklist"];
        let close = sections.iter().flat_map(|name| self.section(name));
        let close: Vec<&Json> = close.filter(|rule| is(rule, "came_close")).collect();
        if close.is_empty() {
            return;
        }
        page.title("What came close: one comparison stands against it");
        for rule in close {
            page.line(
                1,
                &format!("{}: {}", text(rule, "id"), decisive(rule).join("; ")),
            );
        }
    }

    fn unknown(&self, page: &mut Page) {
        let sections = ["categories", "alerts", "blacklist"];
        let all = sections.iter().flat_map(|name| self.section(name));
        let open: Vec<&Json> = all
            .filter(|rule| text(rule, "result") == "unknown")
            .collect();
        if open.is_empty() {
            return;
        }
        page.title("What cannot be said, and what would decide it");
        for rule in open {
            let mut wanted: Vec<String> = Vec::new();
            for step in items(rule, "comparisons") {
                if text(step, "result") == "unknown" {
                    for side in [step.get("left"), step.get("right")].into_iter().flatten() {
                        let said = self.missing(side);
                        wanted.extend(said.filter(|said| !wanted.contains(said)));
                    }
                }
            }
            page.line(1, &format!("{}: {}", text(rule, "id"), wanted.join("; ")));
        }
    }

    /// Why a value is missing, and what would supply it.
    fn missing(&self, side: &Json) -> Option<String> {
        let name = text(side, "text");
        let column = |column: &str| format!("`{column}` of the customer is not told");
        Some(match text(side, "state") {
            "known" => return None,
            "undefined" => format!("`{name}` has no value (undefined)"),
            _ if self.rules.inputs().iter().any(|(input, _)| input == name) => {
                format!("the input `{name}` is not told")
            }
            _ => match (name, self.facts.history_from) {
                ("manager_assigned", _) => column("manager_id"),
                (
                    "credit" | "intends_to_insure" | "fraud_signs" | "hard_to_settle"
                    | "next_review",
                    _,
                ) => column(name),
                (_, Some(from)) if name.contains('(') || name.ends_with("_years") => format!(
                    "`{name}` is unknown: the records begin on {from} (`history_from`), or a claim is pending"
                ),
                _ if name.starts_with("claim_free_years") => format!(
                    "`{name}` is unknown: a claim is open and unpaid, and its payment would change the number"
                ),
                _ => format!("`{name}` is unknown"),
            },
        })
    }

    fn standing(&self, page: &mut Page, outcome: &Json) {
        page.title(&format!("Standing: {}", text(outcome, "standing")));
        self.entries(page);
        if text(outcome, "standing") == "watch" {
            page.line(1, "an alert of severity `watch` is raised");
        }
    }

    fn entries(&self, page: &mut Page) {
        for entry in &self.facts.entries {
            let reason = entry.reason.as_deref().unwrap_or("no reason given");
            let until = entry
                .expiry
                .map_or_else(String::new, |d| format!(", expires {d}"));
            let (id, state, from) = (&entry.entry_id, entry.state, entry.effective);
            page.line(
                1,
                &format!("entry {id}: {state} from {from}{until} ({reason})"),
            );
        }
    }

    fn raised(&self, page: &mut Page, section: &str, title: &str) {
        let raised = self.section(section).iter();
        let raised: Vec<&Json> = raised
            .filter(|rule| text(rule, "result") == "true")
            .collect();
        if raised.is_empty() {
            return;
        }
        page.title(title);
        for rule in raised {
            page.line(1, &format!("{}, by {}", text(rule, "id"), self.named(rule)));
            for why in decisive(rule) {
                page.line(2, &why);
            }
        }
    }

    fn claims(&self, page: &mut Page, outcome: &Json) {
        let findings = items(outcome, "findings").iter();
        let about: Vec<&Json> = findings.filter(|f| f.get("claim_id").is_some()).collect();
        if about.is_empty() {
            return;
        }
        page.title("Claims that count nowhere");
        for finding in about {
            let why = match text(finding, "id") {
                "not_known" => "reported, else occurred, on or after the day",
                "no_policy" => "it names no policy",
                "void_policy" => "its policy was cancelled before it started",
                "outside_cover" => "the loss lies outside the cover of its policy",
                other => other,
            };
            page.line(1, &format!("{}: {why}", text(finding, "claim_id")));
        }
    }

    fn undecided(&self, page: &mut Page, outcome: &Json) {
        let cause = text(outcome, "cause");
        page.title(&format!("Undecided: {cause}"));
        if let Some(figure) = items(self.decision, "figures")
            .iter()
            .find(|figure| text(figure, "state") == "overflow")
        {
            page.line(1, &format!("`{}` does not fit 64 bits: check the amounts of the customer's policies and claims", text(figure, "text")));
        } else {
            page.line(1, match cause {
            "rejected_row" => "a row about this customer was rejected (see the file of --rejects); on what is left no decision is safe",
            "mixed_currency" => "a policy is in another currency than the rulebook; convert its amounts, or use a rulebook in that currency",
            "overflow" => "a sum does not fit 64 bits: check the amounts of the customer's policies and claims",
            _ => "the facts cannot be decided on",
        });
        }
        if !text(outcome, "standing").is_empty() {
            self.standing(page, outcome);
        }
    }

    fn figures(&self, page: &mut Page) {
        let figures = items(self.decision, "figures");
        if figures.is_empty() {
            return;
        }
        page.title("Figures, and the facts behind them");
        for figure in figures {
            let reason = match text(figure, "reason") {
                "" => String::new(),
                reason => format!(" ({reason})"),
            };
            page.line(
                1,
                &format!("{} = {}{reason}", text(figure, "text"), value(figure)),
            );
            for fact in items(figure, "facts") {
                page.line(2, &said(fact));
            }
        }
    }

    fn seal(&self, page: &mut Page) {
        page.title("Rests on");
        for (name, key) in [
            ("rulebook", "rulebook"),
            ("facts", "facts"),
            ("decision", "fingerprint"),
        ] {
            page.line(1, &format!("{name:8} {}", text(self.decision, key)));
        }
    }
}

/// The value tier and the scales of discounts: schemes of their own beside the category.
fn schemes(page: &mut Page, outcome: &Json) {
    if let Some(tier) = outcome.get("tier") {
        let points = match text(tier, "points") {
            "" => String::new(),
            points => format!(", {}", whole(points)),
        };
        page.title(&format!("Value tier: {}{points}", text(tier, "tier")));
        for (key, said) in [("veto", "by the veto"), ("missing", "nobody can say")] {
            if tier.get(key).is_some() {
                page.line(1, &format!("{said} `{}`", text(tier, key)));
            }
        }
        for part in items(tier, "characteristics") {
            let points = match text(part, "points") {
                "" => "no points".to_owned(),
                points => whole(points),
            };
            let (id, value) = (text(part, "id"), text(part, "value"));
            page.line(1, &format!("{id} (`{value}`): {points}"));
        }
    }
    if let Some(Json::Object(scales)) = outcome.get("bonus_malus") {
        page.title("Scales of discounts and surcharges");
        for (id, scale) in scales.iter() {
            page.line(1, &format!("{id}: {}", value(scale)));
        }
    }
}

/// Points without the zeros behind them.
fn whole(points: &str) -> String {
    let short = match points.contains('.') {
        true => points.trim_end_matches('0').trim_end_matches('.'),
        false => points,
    };
    format!("{short} {}", if short == "1" { "point" } else { "points" })
}

/// A fact's part in a figure.
fn said(fact: &Json) -> String {
    let (what, amount) = (text(fact, "what"), group(text(fact, "amount")));
    if fact.get("policy_id").is_some() {
        return format!("policy {}: {what} {amount}", text(fact, "policy_id"));
    }
    let (id, date) = (text(fact, "claim_id"), text(fact, "loss_date"));
    let more = match (text(fact, "why"), amount.as_str()) {
        ("", "") => String::new(),
        ("", amount) => format!(", {amount}"),
        (why, _) => format!(": {why}"),
    };
    format!("claim {id} of {date}: {what}{more}")
}

/// Lines in the making.
#[derive(Default)]
struct Page(String);

impl Page {
    fn title(&mut self, text: &str) {
        self.0.push('\n');
        self.line(0, text);
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.0.push_str(&"  ".repeat(depth));
        self.0.push_str(text);
        self.0.push('\n');
    }
}
