//! The tables of a synthetic portfolio, and how a row of each is written.

use super::sheet::Cell::{Boolean, Count, Date as Day, Money, Text};
use super::sheet::{Kind, Sheet};
use crate::command::stop::Stop;
use crate::table::Form;
use insurant::{Currency, Date};
use std::path::Path;

/// A row of `customers`.
#[derive(Default)]
pub(super) struct Customer {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) credit: Option<&'static str>,
    pub(super) intends: Option<bool>,
    pub(super) fraud: Option<bool>,
    pub(super) hard: Option<bool>,
    pub(super) history_from: Option<Date>,
    pub(super) manager: Option<String>,
    pub(super) next_review: Option<Date>,
    pub(super) notable: Option<bool>,
    pub(super) before_catastrophe: Option<bool>,
}

/// A row of `policies`.
#[derive(Clone)]
pub(super) struct Policy {
    pub(super) id: String,
    pub(super) line: &'static str,
    pub(super) source: &'static str,
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) written: i64,
    pub(super) refunded: Option<i64>,
    pub(super) cancelled_on: Option<Date>,
    pub(super) issued_on: Option<Date>,
    pub(super) partner: Option<String>,
    pub(super) tender: Option<String>,
    pub(super) units: Option<u32>,
}

/// A row of `claims`.
pub(super) struct Claim<'a> {
    pub(super) policy: Option<&'a str>,
    pub(super) loss: Date,
    pub(super) reported: Option<Date>,
    pub(super) status: &'static str,
    pub(super) paid: i64,
    pub(super) reserve: i64,
    pub(super) recovered: Option<i64>,
    pub(super) catastrophe: Option<bool>,
    pub(super) event: Option<&'a str>,
}

impl<'a> Claim<'a> {
    /// A claim that was paid and closed.
    pub(super) const fn settled(policy: &'a str, loss: Date, paid: i64) -> Self {
        Self {
            policy: Some(policy),
            loss,
            reported: None,
            status: "settled",
            paid,
            reserve: 0,
            recovered: None,
            catastrophe: None,
            event: None,
        }
    }
}

/// All tables.
pub(super) struct Tables {
    customers: Sheet,
    policies: Sheet,
    movements: Sheet,
    claims: Sheet,
    entries: Sheet,
}

impl Tables {
    pub(super) fn begin(dir: &Path, form: Form, currency: Currency) -> Result<Self, Stop> {
        use Kind::{Boolean, Count, Date, Money, Text};
        let begin = |name, columns: &[_]| Sheet::begin(dir, name, form, currency, columns);
        Ok(Self {
            customers: begin(
                "customers",
                &[
                    ("customer_id", Text),
                    ("kind", Text),
                    ("credit", Text),
                    ("intends_to_insure", Boolean),
                    ("fraud_signs", Boolean),
                    ("hard_to_settle", Boolean),
                    ("history_from", Date),
                    ("manager_id", Text),
                    ("next_review", Date),
                    ("position_notable", Boolean),
                    ("brand_notable", Boolean),
                    ("contribution_notable", Boolean),
                    ("pre_catastrophe_purchase", Boolean),
                ],
            )?,
            policies: begin(
                "policies",
                &[
                    ("policy_id", Text),
                    ("customer_id", Text),
                    ("line", Text),
                    ("business_source", Text),
                    ("start", Date),
                    ("end", Date),
                    ("written_premium", Money),
                    ("refunded", Money),
                    ("cancelled_on", Date),
                    ("issued_on", Date),
                    ("partner_id", Text),
                    ("tender_id", Text),
                    ("insured_units", Count),
                ],
            )?,
            movements: begin(
                "movements",
                &[("policy_id", Text), ("effective", Date), ("amount", Money)],
            )?,
            claims: begin(
                "claims",
                &[
                    ("claim_id", Text),
                    ("policy_id", Text),
                    ("customer_id", Text),
                    ("loss_date", Date),
                    ("reported_on", Date),
                    ("status", Text),
                    ("paid", Money),
                    ("reserve", Money),
                    ("recovered", Money),
                    ("catastrophe", Boolean),
                    ("event_id", Text),
                ],
            )?,
            entries: begin(
                "entries",
                &[
                    ("entry_id", Text),
                    ("customer_id", Text),
                    ("state", Text),
                    ("reason", Text),
                    ("effective", Date),
                    ("expiry", Date),
                ],
            )?,
        })
    }

    pub(super) fn end(self) -> Result<(), Stop> {
        for sheet in [
            self.customers,
            self.policies,
            self.movements,
            self.claims,
            self.entries,
        ] {
            sheet.end()?;
        }
        Ok(())
    }

    pub(super) fn customer(&mut self, customer: &Customer) -> Result<(), Stop> {
        self.customers.row(&[
            Text(Some(&customer.id)),
            Text(Some(customer.kind)),
            Text(customer.credit),
            Boolean(customer.intends),
            Boolean(customer.fraud),
            Boolean(customer.hard),
            Day(customer.history_from),
            Text(customer.manager.as_deref()),
            Day(customer.next_review),
            Boolean(customer.notable),
            Boolean(customer.notable),
            Boolean(customer.notable),
            Boolean(customer.before_catastrophe),
        ])
    }

    pub(super) fn policy(&mut self, customer: &Customer, policy: &Policy) -> Result<(), Stop> {
        self.policies.row(&[
            Text(Some(&policy.id)),
            Text(Some(&customer.id)),
            Text(Some(policy.line)),
            Text(Some(policy.source)),
            Day(Some(policy.start)),
            Day(Some(policy.end)),
            Money(Some(policy.written)),
            Money(policy.refunded),
            Day(policy.cancelled_on),
            Day(policy.issued_on),
            Text(policy.partner.as_deref()),
            Text(policy.tender.as_deref()),
            Count(policy.units),
        ])
    }

    pub(super) fn movement(&mut self, policy: &str, day: Date, amount: i64) -> Result<(), Stop> {
        self.movements
            .row(&[Text(Some(policy)), Day(Some(day)), Money(Some(amount))])
    }

    pub(super) fn claim(&mut self, customer: &Customer, claim: &Claim<'_>) -> Result<(), Stop> {
        let id = format!("L-{:07}", self.claims.rows() + 1);
        self.claims.row(&[
            Text(Some(&id)),
            Text(claim.policy),
            Text(Some(&customer.id)),
            Day(Some(claim.loss)),
            Day(claim.reported),
            Text(Some(claim.status)),
            Money(Some(claim.paid)),
            Money(Some(claim.reserve)),
            Money(claim.recovered),
            Boolean(claim.catastrophe),
            Text(claim.event),
        ])
    }

    pub(super) fn entry(
        &mut self,
        customer: &Customer,
        state: &str,
        reason: &str,
        effective: Date,
        expiry: Option<Date>,
    ) -> Result<(), Stop> {
        let id = format!("R-{:05}", self.entries.rows() + 1);
        self.entries.row(&[
            Text(Some(&id)),
            Text(Some(&customer.id)),
            Text(Some(state)),
            Text(Some(reason)),
            Day(Some(effective)),
            Day(expiry),
        ])
    }

    /// How many policies there are.
    pub(super) const fn policies(&self) -> u64 {
        self.policies.rows()
    }
}
