//! The table `claims`.

use super::customers::People;
use super::fields::{Fields, empty, hanging};
use super::policies::{PolicyBook, PolicyIndex};
use super::{Options, Reader, full};
use crate::code;
use crate::portfolio::Undecided;
use crate::portfolio::group::Grouped;
use crate::portfolio::ids::{Ids, Interned, Interner, NOBODY, Tags, at};
use crate::portfolio::report::{Fault, Findings, Which};
use crate::table::{Cell, Column, IdText, Row, Spec, shown};
use insurant::facts::{Claim, ClaimStatus, ClaimTerms};
use insurant::{Date, code as facts};
use insurant_rules::{Problem, Problems};

const ID: usize = 0;
const POLICY: usize = 1;
const CUSTOMER: usize = 2;
const CLAIMANT: usize = 3;
const LOSS: usize = 4;
const REPORTED: usize = 5;
const STATUS: usize = 6;
const PAID: usize = 7;
const RESERVE: usize = 8;
const RECOVERED: usize = 9;
const CATASTROPHE: usize = 10;
const EVENT: usize = 11;

static SPEC: Spec = Spec {
    table: "claims",
    columns: &[
        Column::required("claim_id"),
        Column::required("policy_id"),
        Column::optional("customer_id"),
        Column::optional("claimant_id"),
        Column::required("loss_date"),
        Column::optional("reported_on"),
        Column::required("status"),
        Column::required("paid"),
        Column::required("reserve"),
        Column::optional("recovered"),
        Column::optional("catastrophe"),
        Column::optional("event_id"),
    ],
};

pub(super) struct Claims<'o> {
    options: &'o Options<'o>,
    people: &'o mut People,
    book: &'o PolicyBook,
    index: &'o PolicyIndex,
    ids: Interner,
    claims: Vec<Claim>,
    /// Nobody's are left out.
    owners: Vec<u32>,
    claimants: Tags,
    events: Interner,
    /// Stands in for a claim that is left out; never shown.
    spare: Claim,
}

/// The claims of a portfolio.
#[derive(Debug)]
pub(crate) struct ClaimBook {
    pub(crate) ids: Ids,
    pub(crate) claimants: Tags,
    pub(crate) claims: Grouped<Claim>,
    pub(crate) events: Ids,
}

/// Whose a claim is.
struct Holder {
    customer: Option<u32>,
    /// The policy's position among the customer's.
    policy: Option<u32>,
    /// The policy's row was rejected.
    set_aside: bool,
}

impl<'o> Claims<'o> {
    pub(super) fn new(
        options: &'o Options<'o>,
        people: &'o mut People,
        book: &'o PolicyBook,
        index: &'o PolicyIndex,
    ) -> Result<Self, Problems> {
        let spare = ClaimTerms {
            policy: None,
            loss_date: Date::MIN,
            reported_on: None,
            status: ClaimStatus::Withdrawn,
            paid: 0,
            reserve: 0,
            recovered: 0,
            catastrophe: false,
            event: 0,
        };
        Ok(Self {
            options,
            people,
            book,
            index,
            ids: Interner::default(),
            claims: Vec::new(),
            owners: Vec::new(),
            claimants: Tags::default(),
            events: Interner::default(),
            spare: Claim::check(spare)?,
        })
    }

    pub(super) fn done(self) -> ClaimBook {
        ClaimBook {
            claims: Grouped::new(self.claims, &self.owners, self.people.profiles.len()),
            ids: self.ids.ids,
            claimants: self.claimants,
            events: self.events.ids,
        }
    }

    fn holder(&mut self, f: &mut Fields<'_, '_>) -> Holder {
        let policy_id = f.optional(POLICY, Cell::id);
        let customer_id = f.optional(CUSTOMER, Cell::id);
        let named = customer_id.as_ref().and_then(|c| self.people.find(c));
        let mut holder = Holder {
            customer: named,
            policy: None,
            set_aside: false,
        };
        let Some(policy_id) = policy_id else {
            match (&customer_id, named) {
                (None, _) => f.wrong(
                    CUSTOMER,
                    empty().remedy("name the policyholder of a claim without a policy"),
                ),
                (Some(id), None) => {
                    f.unknown(CUSTOMER, facts::UNKNOWN_CUSTOMER, id.as_str(), "customers");
                }
                (Some(_), Some(_)) => {}
            }
            return holder;
        };
        let Some(policy) = self.index.ids.find(policy_id.as_str()) else {
            f.unknown(
                POLICY,
                facts::UNKNOWN_POLICY,
                policy_id.as_str(),
                "policies",
            );
            return holder;
        };
        let owner = self
            .index
            .owners
            .get(at(policy))
            .copied()
            .filter(|&o| o != NOBODY);
        holder.customer = owner.or(named);
        if let (Some(id), Some(_)) = (&customer_id, owner)
            && named != owner
        {
            self.people.blame(named, Undecided::RejectedRow);
            f.wrong(CUSTOMER, mismatch(id));
        } else if self.index.rejected.contains(&policy) {
            holder.set_aside = true;
            if holder.customer.is_none() {
                f.wrong(POLICY, hanging(policy_id.as_str()));
            }
        } else if let Some(owner) = owner {
            let slot = self.index.slots.get(at(policy)).copied();
            let first = self.book.policies.range(at(owner)).start;
            holder.policy = slot.and_then(|s| u32::try_from(at(s).checked_sub(first)?).ok());
        }
        holder
    }

    fn claim(
        &mut self,
        f: &mut Fields<'_, '_>,
        policy: Option<u32>,
        number: u64,
        findings: &mut Findings,
    ) -> Option<Claim> {
        let currency = self.options.currency;
        let loss_date = f.required(LOSS, Cell::date);
        let reported_on = f.optional(REPORTED, Cell::date);
        let status = f.required(STATUS, |c| c.member(ClaimStatus::parse, ClaimStatus::WORDS));
        let paid = f.required(PAID, |c| c.amount(currency));
        let reserve = f.required(RESERVE, |c| c.amount(currency));
        let recovered = f.optional(RECOVERED, |c| c.amount(currency));
        let catastrophe = f.optional(CATASTROPHE, Cell::boolean);
        let event = match f.optional(EVENT, Cell::id) {
            Some(event) => match self.events.intern(event.as_str()) {
                Interned::New(number) | Interned::Known(number) => number + 1,
                Interned::Full => 0,
            },
            None => 0,
        };
        let terms = ClaimTerms {
            policy,
            loss_date: loss_date?,
            reported_on,
            status: status?,
            paid: paid?,
            reserve: reserve?,
            recovered: recovered.unwrap_or(0),
            catastrophe: catastrophe.unwrap_or(false),
            event,
        };
        self.warn(&terms, number, findings);
        match Claim::check(terms) {
            Ok(claim) => Some(claim),
            Err(problems) => {
                f.wrong_facts(problems);
                None
            }
        }
    }

    fn warn(&self, terms: &ClaimTerms, number: u64, findings: &mut Findings) {
        let which = Which::Claims;
        if terms
            .reported_on
            .is_some_and(|reported| reported < terms.loss_date)
        {
            let message = "a claim was reported before its loss";
            findings.warn(which, number, code::REPORTED_BEFORE_LOSS, message);
        }
        if self
            .options
            .as_of
            .is_some_and(|as_of| terms.loss_date > as_of)
        {
            let message = "a loss lies after the day of the decision";
            findings.warn(which, number, code::LOSS_AFTER_AS_OF, message);
        }
        let closed = matches!(terms.status, ClaimStatus::Declined | ClaimStatus::Withdrawn);
        if closed && terms.reserve > 0 {
            let message = "a claim that was declined or withdrawn has a reserve, which counts";
            findings.warn(which, number, code::RESERVE_ON_CLOSED, message);
        }
    }
}

#[cold]
fn mismatch(id: &IdText<'_>) -> Problem {
    Problem::new(
        code::CUSTOMER_MISMATCH,
        "the customer is not the holder of the policy",
    )
    .found(shown(id.as_str()))
    .expected("the `customer_id` of the policy, or nothing")
    .remedy("a claimant who is somebody else goes into `claimant_id`")
}

impl Reader for Claims<'_> {
    fn spec() -> &'static Spec {
        &SPEC
    }
    const WHICH: Which = Which::Claims;

    fn row(
        &mut self,
        row: &Row<'_>,
        number: u64,
        faults: &mut Vec<Fault>,
        findings: &mut Findings,
    ) -> bool {
        let mut f = Fields::new(row, &SPEC, faults);
        let id = f.required(ID, Cell::id);
        let holder = self.holder(&mut f);
        let claimant = f.optional(CLAIMANT, Cell::id);
        let claim = self.claim(&mut f, holder.policy, number, findings);
        if let Some(id) = &id {
            match self.ids.intern(id.as_str()) {
                Interned::New(_) => {
                    let kept = f.is_clean() && !holder.set_aside;
                    self.claims
                        .push(claim.filter(|_| kept).unwrap_or(self.spare));
                    let owner = holder.customer.filter(|_| kept);
                    self.owners.push(owner.unwrap_or(NOBODY));
                    self.claimants.push(claimant.as_ref().map(IdText::as_str));
                }
                Interned::Known(first) => {
                    f.duplicate(ID, id.as_str());
                    let first = self.owners.get(at(first)).copied();
                    self.people.blame(first, Undecided::RejectedRow);
                }
                Interned::Full => f.wrong(ID, *full()),
            }
        }
        if !f.is_clean() {
            self.people.blame(holder.customer, Undecided::RejectedRow);
        } else if holder.set_aside {
            self.people.blame(holder.customer, Undecided::RejectedRow);
            findings.counts.claims_set_aside += 1;
        }
        holder.customer.is_some()
    }

    fn reserve(&mut self, rows: usize) {
        self.ids.reserve(rows);
        self.claims.reserve(rows);
        self.owners.reserve(rows);
    }
}
