//! Customers that are not plain: their rows go through the portfolio, which knows every case.

use super::Job;
use super::marks::Marks;
use super::output::Answer;
use super::run::Sheets;
use super::sheet::NOBODY;
use super::threads::each;
use crate::portfolio::{
    Codes, CustomerRef, Failure, Findings, Opened, Options, Portfolio, Report, Undecided, Which,
    read, spec,
};
use insurant::decision::Fates;
use insurant::{Cause, CustomerRules, DatedRules, LineCodes, Scratch};
use std::collections::BTreeMap;

/// How many customers a task has.
const TASK: usize = 256;

/// The numbers of lines and texts as the rulebook has them.
pub(super) struct RuleCodes<'a> {
    pub(super) rules: &'a CustomerRules,
    pub(super) lines: LineCodes,
}

impl Codes for RuleCodes<'_> {
    fn line(&mut self, line: &str) -> u32 {
        self.lines.code(line)
    }

    fn text(&mut self, input: usize, text: &str) -> i64 {
        // Every text that the rulebook does not name is the same to it.
        self.rules
            .read_input(input, text)
            .map_or(-1, |slot| slot.num)
    }
}

/// Which rows of each table the portfolio has to read; of movements and entries all.
pub(super) struct Chosen {
    pub(super) customers: Vec<u32>,
    pub(super) policies: Vec<u32>,
    pub(super) claims: Vec<u32>,
}

impl Chosen {
    /// The rows of marked customers, those of nobody, and those that marked partners placed.
    pub(super) fn new(
        rare: &Marks,
        policy_owners: &[u32],
        placed: &[u32],
        claim_owners: &[u32],
    ) -> Self {
        let mut kept = Marks::new(policy_owners.len());
        for &row in placed {
            kept.mark(row);
        }
        let wanted = |owner: u32| owner == NOBODY || rare.has(owner);
        let mut customers = rare.clone();
        let mut policies = Vec::new();
        for (row, &owner) in (0_u32..).zip(policy_owners) {
            if wanted(owner) || kept.has(row) {
                policies.push(row);
                // Whose policy a partner placed must be known, though no more of them.
                customers.mark(owner);
            }
        }
        let claims = (0_u32..).zip(claim_owners);
        Self {
            customers: customers.positions().collect(),
            policies,
            claims: claims
                .filter(|(_, owner)| wanted(**owner))
                .map(|(row, _)| row)
                .collect(),
        }
    }
}

impl Job<'_> {
    /// Reads the chosen rows.
    pub(super) fn portfolio(
        &self,
        sheets: &Sheets,
        chosen: Chosen,
        lines: LineCodes,
        findings: Findings,
    ) -> Result<(Portfolio, Report), Failure> {
        let names: Vec<&str> = self
            .inputs
            .iter()
            .map(|input| input.name.as_str())
            .collect();
        let tables = Opened {
            customers: sheets.customers.table(
                spec(Which::Customers),
                &names,
                Some(chosen.customers),
            ),
            policies: sheets
                .policies
                .table(spec(Which::Policies), &[], Some(chosen.policies)),
            movements: sheets.movements.table(spec(Which::Movements), &[], None),
            claims: sheets
                .claims
                .table(spec(Which::Claims), &[], Some(chosen.claims)),
            entries: sheets.entries.table(spec(Which::Entries), &[], None),
            sources: BTreeMap::new(),
        };
        let options = Options {
            currency: self.currency,
            as_of: Some(self.as_of),
            valued_on: self.valued_on,
            inputs: &self.inputs,
            on_error: self.on_error,
        };
        let mut codes = RuleCodes {
            rules: self.rules,
            lines,
        };
        let mut silent = |_: &str, _: u64, _: u64| {};
        read(tables, &options, &mut codes, &mut silent, findings)
    }

    /// Assesses the marked customers of a portfolio: the row of each, and the answer.
    pub(super) fn assess_rare(&self, portfolio: &Portfolio, rare: &Marks) -> Vec<(u32, Answer)> {
        let (dated, plain) = (self.rules.on(self.as_of), self.plain.on(self.as_of));
        let wanted: Vec<(u32, CustomerRef<'_>)> = portfolio
            .customers()
            .filter_map(|customer| Some((portfolio.row(customer.index())?, customer)))
            .filter(|(row, _)| rare.has(*row))
            .collect();
        let tasks: Vec<&[(u32, CustomerRef<'_>)]> = wanted.chunks(TASK).collect();
        let answers = each(tasks, self.threads, Scratch::new, |scratch, customers| {
            let one = |&(row, customer): &(u32, CustomerRef<'_>)| {
                (row, self.answer(customer, &dated, &plain, scratch))
            };
            customers.iter().map(one).collect::<Vec<_>>()
        });
        answers.into_iter().flatten().collect()
    }

    fn answer(
        &self,
        customer: CustomerRef<'_>,
        dated: &DatedRules<'_>,
        plain: &DatedRules<'_>,
        scratch: &mut Scratch,
    ) -> Answer {
        if let Some(undecided) = customer.undecided() {
            let cause = match undecided {
                Undecided::RejectedRow => Cause::RejectedRow,
                Undecided::MixedCurrency => Cause::MixedCurrency,
            };
            return Answer {
                verdict: dated.undecided(cause, &customer),
                findings: 0,
                measures: None,
            };
        }
        let mut verdict = dated.assess(&customer, scratch);
        if verdict.cause == Some(Cause::Overflow) && !self.rules.expressions().is_empty() {
            verdict = plain.assess(&customer, scratch);
            return Answer {
                verdict,
                findings: if verdict.is_decided() {
                    found(scratch)
                } else {
                    0
                },
                measures: None,
            };
        }
        let measures = verdict.is_decided().then(|| {
            let all = 0..self.rules.expressions().len();
            all.map(|which| dated.expression(which, scratch)).collect()
        });
        Answer {
            verdict,
            findings: if verdict.is_decided() {
                found(scratch)
            } else {
                0
            },
            measures,
        }
    }
}

/// Why claims count nowhere, as bits.
pub(super) fn found(scratch: &Scratch) -> u8 {
    scratch
        .not_counted()
        .fold(0, |bits, (_, fate)| bits | Fates::bit(fate))
}
