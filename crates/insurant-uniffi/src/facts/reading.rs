//! Records of the host as facts of the core, with everything that can be wrong with their form.

use super::{Claim, Customer, InputValue, Policy, PremiumMovement, RegisterEntry};
use crate::native::{Amount, CivilDate};
use insurant::facts::{ClaimFacts, CustomerFacts, EntryFacts, PolicyFacts};
use insurant::{Currency, Date, Place, Problem, Problems, facts as core};
use insurant_rules::document::TextForm;
use std::fmt::Display;

/// The longest id, in bytes, as in JSON.
const ID: usize = 128;
/// The longest line of text, in bytes.
const LINE: usize = 1000;

/// The facts of a customer, and what is wrong with their form.
pub(crate) fn facts(given: Customer, currency: Currency) -> (CustomerFacts, Problems) {
    let mut reading = Reading {
        currency,
        problems: Problems::new(),
    };
    let facts = reading.customer(given);
    (facts, reading.problems)
}

struct Reading {
    currency: Currency,
    problems: Problems,
}

impl Reading {
    fn wrong(&mut self, at: impl Display, problem: Problem) {
        self.problems.push(problem.at(Place {
            path: at.to_string(),
            ..Place::default()
        }));
    }

    /// What could be read; what could not is told, and a value in its place that nobody sees.
    fn read<T>(&mut self, at: impl Display, found: Result<T, Problem>, instead: T) -> T {
        found.unwrap_or_else(|problem| {
            self.wrong(at, problem);
            instead
        })
    }

    fn text(&mut self, at: impl Display, form: TextForm, most: usize, text: &str) {
        for problem in form.problems(text, most) {
            self.wrong(&at, problem);
        }
    }

    fn id(&mut self, at: impl Display, id: String) -> String {
        self.text(at, TextForm::Id, ID, &id);
        id
    }

    fn id_if(&mut self, at: impl Display, id: Option<String>) -> Option<String> {
        id.map(|id| self.id(at, id))
    }

    fn line(&mut self, at: impl Display, line: String) -> String {
        self.text(at, TextForm::Line, LINE, &line);
        line
    }

    fn amount(&mut self, at: impl Display, amount: &Amount) -> i64 {
        let read = amount.minor(self.currency);
        self.read(at, read, 0)
    }

    fn amount_if(&mut self, at: impl Display, amount: Option<&Amount>) -> i64 {
        amount.map_or(0, |amount| self.amount(at, amount))
    }

    fn day(&mut self, at: impl Display, day: CivilDate) -> Date {
        self.read(at, day.date(), Date::MIN)
    }

    fn day_if(&mut self, at: impl Display, day: Option<CivilDate>) -> Option<Date> {
        day.map(|day| self.day(at, day))
    }

    fn customer(&mut self, given: Customer) -> CustomerFacts {
        let mut facts = CustomerFacts::new(self.id("customer_id", given.customer_id), given.kind);
        facts.credit = given.credit;
        facts.intends_to_insure = given.intends_to_insure;
        facts.fraud_signs = given.fraud_signs;
        facts.hard_to_settle = given.hard_to_settle;
        facts.history_from = self.day_if("history_from", given.history_from);
        facts.valued_on = self.day_if("valued_on", given.valued_on);
        if let Some(manager) = &given.manager_id {
            self.text("manager_id", TextForm::Free, ID, manager);
        }
        facts.manager_id = given.manager_id;
        facts.next_review = self.day_if("next_review", given.next_review);
        for (name, value) in given.inputs {
            let at = format!("inputs.{name}");
            let written = self.input(&at, value);
            facts.inputs.insert(name, written);
        }
        facts.policies = self.policies("policies", given.policies);
        facts.placed = self.policies("placed", given.placed);
        let claims = given.claims.into_iter().enumerate();
        facts.claims = claims
            .map(|(i, claim)| self.claim(&format!("claims[{i}]"), claim))
            .collect();
        let entries = given.entries.into_iter().enumerate();
        facts.entries = entries
            .map(|(i, entry)| self.entry(&format!("entries[{i}]"), entry))
            .collect();
        facts
    }

    /// An input as people write it, which is how the core reads it.
    fn input(&mut self, at: &str, value: InputValue) -> String {
        match value {
            InputValue::Answer { value } => value.to_string(),
            InputValue::Count { value } => value.to_string(),
            InputValue::Number { value } => value.0,
            InputValue::Day { value } => self.day(at, value).to_string(),
            InputValue::Words { value } => self.line(at, value),
        }
    }

    fn policies(&mut self, list: &str, given: Vec<Policy>) -> Vec<PolicyFacts> {
        let given = given.into_iter().enumerate();
        given
            .map(|(i, policy)| self.policy(&format!("{list}[{i}]"), policy))
            .collect()
    }

    fn policy(&mut self, at: &str, given: Policy) -> PolicyFacts {
        let movements = given.movements.iter().enumerate();
        let movements = movements
            .map(|(i, movement)| self.movement(&format!("{at}.movements[{i}]"), movement))
            .collect();
        PolicyFacts {
            policy_id: self.id(format_args!("{at}.policy_id"), given.policy_id),
            line: self.line(format_args!("{at}.line"), given.line),
            business_source: given.business_source,
            start: self.day(format_args!("{at}.start"), given.start),
            end: self.day(format_args!("{at}.end"), given.end),
            written_premium: self
                .amount(format_args!("{at}.written_premium"), &given.written_premium),
            refunded: self.amount_if(format_args!("{at}.refunded"), given.refunded.as_ref()),
            cancelled_on: self.day_if(format_args!("{at}.cancelled_on"), given.cancelled_on),
            issued_on: self.day_if(format_args!("{at}.issued_on"), given.issued_on),
            partner_id: self.id_if(format_args!("{at}.partner_id"), given.partner_id),
            tender_id: self.id_if(format_args!("{at}.tender_id"), given.tender_id),
            // What does not fit is no number of units, and refused as such.
            insured_units: u32::try_from(given.insured_units).unwrap_or(0),
            currency: given
                .currency
                .map(|code| self.line(format_args!("{at}.currency"), code)),
            movements,
        }
    }

    fn movement(&mut self, at: &str, given: &PremiumMovement) -> core::PremiumMovement {
        core::PremiumMovement {
            effective: self.day(format_args!("{at}.effective"), given.effective),
            amount: self.amount(format_args!("{at}.amount"), &given.amount),
        }
    }

    fn claim(&mut self, at: &str, given: Claim) -> ClaimFacts {
        ClaimFacts {
            claim_id: self.id(format_args!("{at}.claim_id"), given.claim_id),
            policy_id: self.id_if(format_args!("{at}.policy_id"), given.policy_id),
            claimant_id: self.id_if(format_args!("{at}.claimant_id"), given.claimant_id),
            loss_date: self.day(format_args!("{at}.loss_date"), given.loss_date),
            reported_on: self.day_if(format_args!("{at}.reported_on"), given.reported_on),
            status: given.status,
            paid: self.amount_if(format_args!("{at}.paid"), given.paid.as_ref()),
            reserve: self.amount_if(format_args!("{at}.reserve"), given.reserve.as_ref()),
            recovered: self.amount_if(format_args!("{at}.recovered"), given.recovered.as_ref()),
            catastrophe: given.catastrophe,
            event_id: self.id_if(format_args!("{at}.event_id"), given.event_id),
        }
    }

    fn entry(&mut self, at: &str, given: RegisterEntry) -> EntryFacts {
        let lines = given.lines.into_iter().enumerate();
        let lines = lines
            .map(|(i, line)| self.line(format_args!("{at}.lines[{i}]"), line))
            .collect();
        EntryFacts {
            entry_id: self.id(format_args!("{at}.entry_id"), given.entry_id),
            state: given.state,
            reason: given
                .reason
                .map(|reason| self.line(format_args!("{at}.reason"), reason)),
            effective: self.day(format_args!("{at}.effective"), given.effective),
            expiry: self.day_if(format_args!("{at}.expiry"), given.expiry),
            review: self.day_if(format_args!("{at}.review"), given.review),
            lines,
        }
    }
}
