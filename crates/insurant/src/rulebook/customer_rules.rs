//! A rulebook compiled for customers: the program, the measures it needs, the rules by name.

use super::input;
use crate::Currency;
use crate::category::Category;
use crate::decision::Verdict;
use crate::facts::{CheckedCustomer, CustomerFacts};
use crate::lines::LineCodes;
use crate::measure::kernel::Constants;
use crate::measure::loss::{ClaimFree, Pending};
use crate::measure::plan::Plan;
use crate::measure::vocabulary::CUSTOMER;
use insurant_rules::document::Json;
use insurant_rules::order::InOrder;
use insurant_rules::rulebook::{
    CompiledRule, CompiledScorecard, CompiledSubject, ExpressionValue, Language, Rulebook, Tables,
};
use insurant_rules::syntax::Literal;
use insurant_rules::{Place, Problem, Problems, Program, Slot, Type};

/// A rule of the section `categories`.
#[derive(Debug, Clone)]
pub(crate) struct CategoryRule {
    pub(crate) rule: CompiledRule,
    pub(crate) category: Category,
}

/// A rule of which all that are true count, and whether it makes the standing `watch`.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) rule: CompiledRule,
    pub(crate) watch: bool,
}

/// A rulebook ready to decide on customers. Immutable and shareable between threads.
#[derive(Debug, Clone)]
pub struct CustomerRules {
    rulebook: Rulebook,
    fingerprint: String,
    subject: CompiledSubject,
    pub(crate) plan: Plan,
    pub(crate) constants: Constants,
    lines: LineCodes,
    inputs: Vec<(String, Type)>,
    pub(crate) categories: Vec<CategoryRule>,
    /// By id.
    pub(crate) alerts: Vec<Finding>,
    /// By id.
    pub(crate) criteria: Vec<Finding>,
    /// The alerts that make the standing `watch`.
    pub(crate) watch: crate::decision::RuleBits,
}

impl CustomerRules {
    /// Compiles a rulebook, and expressions beside it, such as the columns of a report.
    ///
    /// # Errors
    /// Everything that is wrong with the rulebook or the expressions.
    pub fn compile(
        rulebook: &Rulebook,
        language: &Language,
        expressions: &[&str],
    ) -> Result<Self, Problems> {
        let about: Vec<(&str, &str)> = expressions.iter().map(|&text| (CUSTOMER, text)).collect();
        let compiled = rulebook.compile(language, &about)?;
        let Some(subject) = compiled.subject(CUSTOMER) else {
            let problem = Problem::new(
                insurant_rules::code::UNKNOWN_NAME,
                "the language has no subject `customer`",
            );
            return Err(problem.remedy("use `insurant::rulebook::language`").into());
        };
        let mut lines = LineCodes::default();
        let inputs: Vec<(String, Type)> = rulebook
            .inputs_of(CUSTOMER)
            .map(|(name, ty)| (name.to_owned(), ty))
            .collect();
        let names: Vec<String> = inputs.iter().map(|(name, _)| name.clone()).collect();
        let basis = rulebook
            .convention("loss_ratio_basis")
            .unwrap_or("incurred/earned");
        let plan = Plan::new(subject.program().requests(), &names, basis, &mut lines);
        let categories = rules(subject, "categories")
            .filter_map(|rule| {
                let outcome = Category::OUTCOMES.get(rule.outcome?)?;
                Some(CategoryRule {
                    rule: rule.clone(),
                    category: Category::parse(outcome)?,
                })
            })
            .collect();
        let alerts = findings(subject, "alerts");
        let mut watch = crate::decision::RuleBits::default();
        for (i, _) in alerts.iter().enumerate().filter(|(_, alert)| alert.watch) {
            watch.insert(i);
        }
        Ok(Self {
            constants: constants(rulebook)?,
            plan,
            lines,
            inputs,
            categories,
            criteria: findings(subject, "blacklist"),
            alerts,
            watch,
            rulebook: rulebook.clone(),
            fingerprint: compiled.fingerprint().to_owned(),
            subject: subject.clone(),
        })
    }

    /// The rulebook.
    #[must_use]
    pub const fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// The fingerprint of the resolved rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The currency of every amount.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.rulebook.currency()
    }

    /// The inputs that the rulebook declares, in the order of [`crate::facts::CustomerView::input`].
    #[must_use]
    pub fn inputs(&self) -> &[(String, Type)] {
        &self.inputs
    }

    /// Numbers for lines of business, those of the rulebook's filters first.
    #[must_use]
    pub fn lines(&self) -> LineCodes {
        self.lines.clone()
    }

    /// Reads an input as written: `yes`, `12.50`, `2024-01-31`, a word.
    ///
    /// # Errors
    /// What is wrong with it, with the input's name as the path.
    pub fn read_input(&self, position: usize, written: &str) -> Result<Slot, Problem> {
        let Some((name, ty)) = self.inputs.get(position) else {
            return Ok(Slot::UNKNOWN);
        };
        input::read(name, ty, written, |text| self.program().text(text))
    }

    /// Checks facts, so that they can be decided on.
    ///
    /// # Errors
    /// Everything that does not hold together, with paths from the customer down.
    pub fn check(&self, facts: CustomerFacts) -> Result<CheckedCustomer, Problems> {
        let mut problems = Problems::new();
        let mut slots = vec![Slot::UNKNOWN; self.inputs.len()];
        for (name, written) in &facts.inputs {
            let at = |problem: Problem| {
                problem.at(Place {
                    path: format!("inputs.{name}"),
                    ..Place::default()
                })
            };
            let Some(position) = self.inputs.iter().position(|(known, _)| known == name) else {
                let known = || self.inputs.iter().map(|(name, _)| name.as_str());
                problems.push(at(Problem::new(
                    insurant_rules::code::UNKNOWN_FIELD,
                    format!("the rulebook declares no input `{name}`"),
                )
                .expected(known().collect::<Vec<_>>().join(", "))
                .nearest(insurant_rules::problem::nearest(name, known()))));
                continue;
            };
            match (self.read_input(position, written), slots.get_mut(position)) {
                (Ok(value), Some(slot)) => *slot = value,
                (Err(problem), _) => problems.push(at(problem)),
                _ => {}
            }
        }
        match CheckedCustomer::new(facts, slots, self.currency(), self.lines()) {
            Ok(checked) => problems.or(checked),
            Err(more) => {
                problems.extend(more);
                Err(problems.or(()).err().unwrap_or_default())
            }
        }
    }

    /// The program of conditions.
    #[must_use]
    pub(crate) fn program(&self) -> &Program {
        self.subject.program()
    }

    /// The expressions compiled beside the rulebook, in the order given.
    #[must_use]
    pub fn expressions(&self) -> &[ExpressionValue] {
        self.subject.expressions()
    }

    /// A scorecard of a section.
    pub(crate) fn scorecard(&self, section: &str, name: &str) -> Option<&CompiledScorecard> {
        self.subject.scorecard(section, name)
    }

    /// The tables of a section.
    pub(crate) fn tables(&self, section: &str) -> Option<&Tables> {
        self.subject.tables(section)
    }

    /// The texts that the rulebook compares with: what a text input holds is a position among them.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        self.program().texts()
    }

    /// An alert with its documentation, by its bit.
    #[must_use]
    pub fn alert(&self, bit: usize) -> Option<&CompiledRule> {
        self.alerts.get(bit).map(|alert| &alert.rule)
    }

    /// A blacklist criterion with its documentation, by its bit.
    #[must_use]
    pub fn criterion(&self, bit: usize) -> Option<&CompiledRule> {
        self.criteria.get(bit).map(|criterion| &criterion.rule)
    }

    /// The id of an alert, by its bit.
    #[must_use]
    pub fn alert_id(&self, bit: usize) -> Option<&str> {
        self.alerts.get(bit).map(|alert| alert.rule.id.as_str())
    }

    /// The id of a blacklist criterion, by its bit.
    #[must_use]
    pub fn criterion_id(&self, bit: usize) -> Option<&str> {
        self.criteria
            .get(bit)
            .map(|criterion| criterion.rule.id.as_str())
    }

    /// The id of a category rule, by its position.
    #[must_use]
    pub fn category_rule_id(&self, position: usize) -> Option<&str> {
        self.categories
            .get(position)
            .map(|rule| rule.rule.id.as_str())
    }

    /// The category that a category rule gives, by the rule's position.
    #[must_use]
    pub fn category_of_rule(&self, position: usize) -> Option<Category> {
        self.categories.get(position).map(|rule| rule.category)
    }

    /// The categories that hold, from the head of the ladder down.
    #[must_use]
    pub fn held(&self, verdict: &Verdict) -> Vec<Category> {
        let held = verdict.holds.positions();
        let mut held: Vec<Category> = held
            .filter_map(|i| self.categories.get(i).map(|rule| rule.category))
            .collect();
        held.order_by(|a, b| b.cmp(a));
        held.dedup();
        held
    }
}

fn rules<'a>(
    subject: &'a CompiledSubject,
    section: &str,
) -> impl Iterator<Item = &'a CompiledRule> {
    subject
        .rules(section)
        .into_iter()
        .flat_map(|set| set.rules())
}

fn findings(subject: &CompiledSubject, section: &str) -> Vec<Finding> {
    let watch =
        |rule: &CompiledRule| rule.attribute("severity").and_then(Json::text) == Some("watch");
    let mut findings: Vec<Finding> = rules(subject, section)
        .map(|r| Finding {
            rule: r.clone(),
            watch: watch(r),
        })
        .collect();
    findings.order_by(|a, b| a.rule.id.cmp(&b.rule.id));
    findings
}

/// The parameters and conventions that measures read; what a rulebook leaves out has the default
/// of its definition.
fn constants(rulebook: &Rulebook) -> Result<Constants, Problems> {
    let mut problems = Problems::new();
    let mut parameter = |id: &str, expected: &str, read: &dyn Fn(&Literal) -> Option<i64>| {
        let parameter = rulebook.parameter(id)?;
        let value = read(&parameter.value.literal);
        if value.is_none() {
            problems.push(
                Problem::new(
                    insurant_rules::code::TYPE_CLASH,
                    format!("the parameter `{id}` has the wrong type"),
                )
                .found(format!("`{}`", parameter.value.literal))
                .expected(expected)
                .at(parameter.value.origin.place()),
            );
        }
        value
    };
    let days = |literal: &Literal| match literal {
        Literal::Duration(d) if d.unit == insurant_rules::DurationUnit::Days => {
            Some(i64::from(d.count))
        }
        Literal::Integer(days) if *days >= 0 => Some(*days),
        _ => None,
    };
    let money = |literal: &Literal| match literal {
        Literal::Money { minor, .. } => Some(*minor),
        _ => None,
    };
    let gap = parameter(
        "continuity_gap_days",
        "a number of days, such as `30 days`",
        &days,
    );
    let thin_days = parameter("thin_days", "a number of days, such as `180 days`", &days);
    let thin_premium = parameter("thin_premium", "an amount, such as `500.00 CNY`", &money);
    let unit = 10_i64.pow(rulebook.currency().decimals());
    let claim_free = ClaimFree {
        pending: match rulebook.convention("claim_free_pending") {
            Some("breaks") => Pending::Breaks,
            Some("kept") => Pending::Kept,
            _ => Pending::Unknown,
        },
        catastrophe_breaks: rulebook.convention("claim_free_catastrophe") == Some("breaks"),
    };
    problems.or(Constants {
        continuity_gap_days: gap.and_then(|days| i32::try_from(days).ok()).unwrap_or(30),
        thin_days: thin_days.unwrap_or(180),
        thin_premium: thin_premium.unwrap_or(500 * unit),
        claim_free,
    })
}
