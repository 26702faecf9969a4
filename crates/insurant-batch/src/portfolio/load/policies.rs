//! The table `policies`.

use super::customers::People;
use super::fields::{Fields, hanging};
use super::movements::Endorsements;
use super::{Codes, Reader, full};
use crate::code;
use crate::portfolio::Undecided;
use crate::portfolio::group::Grouped;
use crate::portfolio::ids::{Ids, Interned, Interner, NOBODY, Tags, at};
use crate::portfolio::report::{Fault, Findings, Which};
use crate::table::{Cell, Column, IdText, Row, Spec, shown};
use insurant::facts::{BusinessSource, Policy, PolicyTerms, PremiumMovement};
use insurant::{Currency, Date, code as facts};
use insurant_rules::{Problem, Problems};
use std::collections::HashSet;

const ID: usize = 0;
const CUSTOMER: usize = 1;
const LINE: usize = 2;
const SOURCE: usize = 3;
const START: usize = 4;
const END: usize = 5;
const WRITTEN: usize = 6;
const REFUNDED: usize = 7;
const CANCELLED: usize = 8;
const ISSUED: usize = 9;
const PARTNER: usize = 10;
const TENDER: usize = 11;
const UNITS: usize = 12;
const CURRENCY: usize = 13;

static SPEC: Spec = Spec {
    table: "policies",
    columns: &[
        Column::required("policy_id"),
        Column::required("customer_id"),
        Column::required("line"),
        Column::required("business_source"),
        Column::required("start"),
        Column::required("end"),
        Column::required("written_premium"),
        Column::optional("refunded"),
        Column::optional("cancelled_on"),
        Column::optional("issued_on"),
        Column::optional("partner_id"),
        Column::optional("tender_id"),
        Column::optional("insured_units"),
        Column::optional("currency"),
    ],
};

pub(super) struct Policies<'o> {
    currency: Currency,
    codes: &'o mut dyn Codes,
    people: &'o mut People,
    endorsements: Endorsements,
    /// By the number of the policy, as the next three.
    ids: Interner,
    policies: Vec<Policy>,
    owners: Vec<u32>,
    partners: Tags,
    /// The customer of each partner text.
    partner_customers: Vec<Option<u32>>,
    rejected: HashSet<u32>,
    movements: Vec<PremiumMovement>,
    movement_owners: Vec<u32>,
    lines: Interner,
    line_codes: Vec<u32>,
    tenders: Interner,
    /// Stands in for a policy that was rejected; never shown.
    spare: Policy,
}

/// The policies of a portfolio.
#[derive(Debug)]
pub(crate) struct PolicyBook {
    /// By number, as the partners.
    pub(crate) ids: Ids,
    pub(crate) partners: Tags,
    pub(crate) policies: Grouped<Policy>,
    /// By the slot of the policy.
    pub(crate) movements: Grouped<PremiumMovement>,
    /// By partner: slots of policies.
    pub(crate) placed: Grouped<u32>,
    pub(crate) tenders: Ids,
    pub(crate) lines: Vec<(u32, String)>,
}

/// What claims need to find their policies.
pub(super) struct PolicyIndex {
    pub(super) ids: Interner,
    /// By number: the policyholder, rejected or not.
    pub(super) owners: Vec<u32>,
    /// By number: where the policy is.
    pub(super) slots: Vec<u32>,
    pub(super) rejected: HashSet<u32>,
}

impl PolicyIndex {
    /// The identifiers by number; what found them is no longer needed.
    pub(super) fn into_ids(self) -> Ids {
        self.ids.ids
    }
}

impl<'o> Policies<'o> {
    pub(super) fn new(
        currency: Currency,
        codes: &'o mut dyn Codes,
        people: &'o mut People,
        endorsements: Endorsements,
    ) -> Result<Self, Problems> {
        let spare = PolicyTerms {
            start: Date::MIN,
            end: Date::MAX,
            written_premium: 0,
            refunded: 0,
            cancelled_on: None,
            issued_on: None,
            line: 0,
            source: BusinessSource::Direct,
            tender: 0,
            insured_units: 1,
        };
        Ok(Self {
            currency,
            codes,
            people,
            endorsements,
            ids: Interner::default(),
            policies: Vec::new(),
            owners: Vec::new(),
            partners: Tags::default(),
            partner_customers: Vec::new(),
            rejected: HashSet::new(),
            movements: Vec::new(),
            movement_owners: Vec::new(),
            lines: Interner::default(),
            line_codes: Vec::new(),
            tenders: Interner::default(),
            spare: Policy::check(spare, &[])?,
        })
    }

    pub(super) fn done(self, findings: &mut Findings) -> (PolicyBook, PolicyIndex) {
        self.endorsements.leftover(findings);
        let customers = self.people.profiles.len();
        let policies = if self.rejected.is_empty() {
            Grouped::new(self.policies, &self.owners, customers)
        } else {
            let kept = (0_u32..).zip(&self.owners);
            let kept: Vec<u32> = kept
                .map(|(n, &owner)| {
                    if self.rejected.contains(&n) {
                        NOBODY
                    } else {
                        owner
                    }
                })
                .collect();
            Grouped::new(self.policies, &kept, customers)
        };
        let slots = policies.slots(self.ids.len());
        let movement_slots: Vec<u32> = self
            .movement_owners
            .iter()
            .map(|&n| slots.get(at(n)).copied().unwrap_or(NOBODY))
            .collect();
        let movements = Grouped::new(self.movements, &movement_slots, policies.items().len());
        let (mut placed, mut placed_by) = (Vec::new(), Vec::new());
        for (slot, _) in (0_u32..).zip(policies.items()) {
            let partner = policies
                .number(at(slot))
                .and_then(|n| self.partners.number(n));
            let customer =
                partner.and_then(|p| self.partner_customers.get(at(p)).copied().flatten());
            if let Some(customer) = customer {
                placed.push(slot);
                placed_by.push(customer);
            }
        }
        let lines = self.line_codes.iter().enumerate();
        let lines =
            lines.map(|(i, &code)| (code, self.lines.ids.get(i).unwrap_or_default().to_owned()));
        let book = PolicyBook {
            ids: Ids::default(),
            partners: self.partners,
            policies,
            movements,
            placed: Grouped::new(placed, &placed_by, customers),
            tenders: self.tenders.ids,
            lines: lines.collect(),
        };
        let index = PolicyIndex {
            ids: self.ids,
            owners: self.owners,
            slots,
            rejected: self.rejected,
        };
        (book, index)
    }

    /// Whether the amounts are in the rulebook's currency.
    fn currency(&self, f: &mut Fields<'_, '_>) -> bool {
        let Some(currency) = f.optional(CURRENCY, Cell::id) else {
            return true;
        };
        let currency = currency.as_str();
        if currency == self.currency.code() {
            return true;
        }
        let problem = if Currency::parse(currency).is_some() {
            Problem::new(facts::MIXED_CURRENCY, "a policy in another currency")
                .expected(format!("`{}`, the rulebook's", self.currency))
                .remedy("convert the amounts, or assess with a rulebook in that currency")
        } else {
            Problem::new(code::UNKNOWN_MEMBER, "no currency has this code")
                .expected("a code of ISO 4217 such as `EUR`")
        };
        f.wrong(CURRENCY, problem.found(shown(currency)));
        false
    }

    fn line(&mut self, f: &mut Fields<'_, '_>) -> Option<u32> {
        let line = f.required(LINE, Cell::id)?;
        match self.lines.intern(line.as_str()) {
            Interned::New(_) => {
                let code = self.codes.line(line.as_str());
                self.line_codes.push(code);
                Some(code)
            }
            Interned::Known(number) => self.line_codes.get(at(number)).copied(),
            Interned::Full => None,
        }
    }

    /// The terms; `None` when a field is wrong.
    fn terms(&mut self, f: &mut Fields<'_, '_>) -> Option<PolicyTerms> {
        let line = self.line(f);
        let source = f.required(SOURCE, |c| {
            c.member(BusinessSource::parse, BusinessSource::WORDS)
        });
        let start = f.required(START, Cell::date);
        let end = f.required(END, Cell::date);
        let (mut written, mut refunded) = (None, None);
        if self.currency(f) {
            written = f.required(WRITTEN, |c| c.amount(self.currency));
            refunded = f.optional(REFUNDED, |c| c.amount(self.currency));
        }
        let cancelled_on = f.optional(CANCELLED, Cell::date);
        let issued_on = f.optional(ISSUED, Cell::date);
        let tender = match f.optional(TENDER, Cell::id) {
            Some(tender) => match self.tenders.intern(tender.as_str()) {
                Interned::New(number) | Interned::Known(number) => number + 1,
                Interned::Full => 0,
            },
            None => 0,
        };
        let insured_units = f.optional(UNITS, units).unwrap_or(1);
        if !f.is_clean() {
            return None;
        }
        Some(PolicyTerms {
            start: start?,
            end: end?,
            written_premium: written?,
            refunded: refunded.unwrap_or(0),
            cancelled_on,
            issued_on,
            line: line?,
            source: source?,
            tender,
            insured_units,
        })
    }

    /// The partner's number among customers.
    fn partner(
        &mut self,
        id: Option<&IdText<'_>>,
        number: u64,
        findings: &mut Findings,
    ) -> Option<u32> {
        let text = id?.as_str();
        let customer = match self.partners.texts.find(text) {
            Some(partner) => self.partner_customers.get(at(partner)).copied().flatten(),
            None => self.people.ids.find(text),
        };
        if customer.is_none() {
            let message = "a policy carries the id of a partner who is not among the customers";
            findings.warn(Which::Policies, number, code::UNKNOWN_PARTNER, message);
        }
        customer
    }

    /// Checks terms with the endorsements of the policy; the endorsements as well when they are
    /// whole.
    fn check(
        &mut self,
        terms: PolicyTerms,
        id: &str,
        f: &mut Fields<'_, '_>,
        findings: &mut Findings,
    ) -> (Option<Policy>, bool) {
        if self.endorsements.is_empty() {
            return (settle(Policy::check(terms, &[]), f), true);
        }
        let of_policy = self.endorsements.take(id);
        let movements: Vec<PremiumMovement> = of_policy.rows.iter().map(|(m, _)| *m).collect();
        let mut whole = !of_policy.incomplete;
        let checked = match Policy::check(terms, if whole { &movements } else { &[] }) {
            Ok(policy) => {
                if whole {
                    let number = u32::try_from(self.ids.len()).unwrap_or(NOBODY);
                    self.movement_owners
                        .extend(movements.iter().map(|_| number));
                    self.movements.extend(movements);
                }
                return (Some(policy), whole);
            }
            Err(problems) => problems,
        };
        // A problem of an endorsement belongs to the row of the endorsement.
        let mut own = Problems::new();
        for problem in checked {
            let row = endorsement(&problem, &terms, &movements).and_then(|i| of_policy.rows.get(i));
            match row {
                Some((_, row)) => {
                    let place = insurant_rules::Place {
                        path: "effective".into(),
                        ..Default::default()
                    };
                    findings.reject_other(Which::Movements, *row, problem.at(place), true);
                    whole = false;
                }
                None => own.push(problem),
            }
        }
        if own.is_empty() {
            return (settle(Policy::check(terms, &[]), f), whole);
        }
        f.wrong_facts(own);
        (None, whole)
    }
}

/// The policy, or what is wrong with it.
fn settle(checked: Result<Policy, Problems>, f: &mut Fields<'_, '_>) -> Option<Policy> {
    checked.map_err(|problems| f.wrong_facts(problems)).ok()
}

/// Which endorsement a problem is about.
fn endorsement(
    problem: &Problem,
    terms: &PolicyTerms,
    movements: &[PremiumMovement],
) -> Option<usize> {
    let path = &problem.place().path;
    if path == "movements" {
        return below_zero(terms.written_premium, movements);
    }
    let index = path.strip_prefix("movements[")?;
    index.split_once(']')?.0.parse().ok()
}

/// The endorsement that takes the premium below zero.
fn below_zero(written: i64, movements: &[PremiumMovement]) -> Option<usize> {
    let mut order: Vec<usize> = (0..movements.len()).collect();
    let mut net = i128::from(written);
    // Those that add come before those that take away on the same day.
    order.sort_by_key(|&i| movements.get(i).map(|m| (m.effective, m.amount < 0)));
    order.into_iter().find(|&i| {
        net += movements.get(i).map_or(0, |m| i128::from(m.amount));
        net < 0
    })
}

fn units(cell: Cell<'_>) -> crate::table::Faulty<u32> {
    let Ok(None) = cell.integer() else {
        let units = cell
            .integer()
            .ok()
            .flatten()
            .and_then(|n| u32::try_from(n).ok());
        return units.filter(|&n| n > 0).map(Some).ok_or_else(|| {
            Box::new(
                Problem::new(facts::BAD_UNITS, "a policy insures at least one unit")
                    .found(shown(&cell.to_string()))
                    .expected("a whole number of at least 1"),
            )
        });
    };
    Ok(None)
}

impl Reader for Policies<'_> {
    fn spec() -> &'static Spec {
        &SPEC
    }
    const WHICH: Which = Which::Policies;

    fn row(
        &mut self,
        row: &Row<'_>,
        number: u64,
        faults: &mut Vec<Fault>,
        findings: &mut Findings,
    ) -> bool {
        let mut f = Fields::new(row, &SPEC, faults);
        let id = f.required(ID, Cell::id);
        let customer = f.required(CUSTOMER, Cell::id);
        let owner = customer.as_ref().and_then(|c| self.people.find(c));
        if let (Some(customer), None) = (&customer, owner) {
            f.unknown(
                CUSTOMER,
                facts::UNKNOWN_CUSTOMER,
                customer.as_str(),
                "customers",
            );
        }
        let partner_id = f.optional(PARTNER, Cell::id);
        let partner = self.partner(partner_id.as_ref(), number, findings);
        let terms = self.terms(&mut f);
        let mut again = false;
        if let Some(id) = &id {
            let id = id.as_str();
            if let Some(first) = self.ids.find(id) {
                again = true;
                // Which of the two is right cannot be told, so neither holder is decided on.
                f.duplicate(ID, id);
                let first = self.owners.get(at(first)).copied();
                self.people.blame(first, Undecided::RejectedRow);
            } else {
                let (policy, whole) = match terms {
                    Some(terms) => self.check(terms, id, &mut f, findings),
                    None => (
                        None,
                        self.endorsements.is_empty() || !self.endorsements.take(id).incomplete,
                    ),
                };
                if !whole {
                    self.people.blame(owner, Undecided::RejectedRow);
                    self.people.blame(partner, Undecided::RejectedRow);
                }
                match self.ids.intern(id) {
                    Interned::New(number) => {
                        if policy.is_none() || !f.is_clean() {
                            self.rejected.insert(number);
                        }
                        self.policies.push(policy.unwrap_or(self.spare));
                        self.owners.push(owner.unwrap_or(NOBODY));
                        let partner_number =
                            self.partners.push(partner_id.as_ref().map(IdText::as_str));
                        if at(partner_number) == self.partner_customers.len() {
                            self.partner_customers.push(partner);
                        }
                    }
                    Interned::Known(_) => {}
                    Interned::Full => f.wrong(ID, *full()),
                }
            }
        }
        // The endorsements of an identifier are those of its first row.
        if let (false, None, Some(id)) = (f.is_clean(), owner, &id)
            && !again
            && !self.endorsements.is_empty()
        {
            for (_, row) in self.endorsements.take(id.as_str()).rows {
                findings.reject_other(Which::Movements, *row, hanging(id.as_str()), false);
            }
        }
        if !f.is_clean() {
            let why = if f.only_currency() {
                Undecided::MixedCurrency
            } else {
                Undecided::RejectedRow
            };
            self.people.blame(owner, why);
            self.people.blame(partner, why);
        }
        owner.is_some()
    }

    fn reserve(&mut self, rows: usize) {
        self.ids.reserve(rows);
        self.policies.reserve(rows);
        self.owners.reserve(rows);
    }
}
