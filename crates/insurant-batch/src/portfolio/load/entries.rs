//! The table `entries`: the register, as the host keeps it.

use super::Reader;
use super::customers::People;
use super::fields::Fields;
use crate::portfolio::Undecided;
use crate::portfolio::group::Grouped;
use crate::portfolio::ids::{Interned, Interner, at};
use crate::portfolio::report::{Fault, Findings, Which};
use crate::table::{Cell, Column, Row, Spec};
use insurant::code as facts;
use insurant::facts::{Entry, EntryFacts, EntryState};

const ID: usize = 0;
const CUSTOMER: usize = 1;
const STATE: usize = 2;
const REASON: usize = 3;
const EFFECTIVE: usize = 4;
const EXPIRY: usize = 5;
const REVIEW: usize = 6;
const LINES: usize = 7;

static SPEC: Spec = Spec {
    table: "entries",
    columns: &[
        Column::required("entry_id"),
        Column::required("customer_id"),
        Column::required("state"),
        Column::required("reason"),
        Column::required("effective"),
        Column::optional("expiry"),
        Column::optional("review"),
        Column::optional("lines"),
    ],
};

pub(super) struct Entries<'o> {
    people: &'o mut People,
    ids: Interner,
    /// The holder of every entry that came, kept or not.
    holders: Vec<Option<u32>>,
    facts: Vec<EntryFacts>,
    entries: Vec<Entry>,
    owners: Vec<u32>,
}

/// The entries of a portfolio.
#[derive(Debug)]
pub(crate) struct EntryBook {
    /// By number.
    pub(crate) facts: Vec<EntryFacts>,
    pub(crate) entries: Grouped<Entry>,
}

impl<'o> Entries<'o> {
    pub(super) fn new(people: &'o mut People) -> Self {
        Self {
            people,
            ids: Interner::default(),
            holders: Vec::new(),
            facts: Vec::new(),
            entries: Vec::new(),
            owners: Vec::new(),
        }
    }

    pub(super) fn done(self) -> EntryBook {
        EntryBook {
            entries: Grouped::new(self.entries, &self.owners, self.people.profiles.len()),
            facts: self.facts,
        }
    }
}

impl Reader for Entries<'_> {
    fn spec() -> &'static Spec {
        &SPEC
    }
    const WHICH: Which = Which::Entries;

    fn row(&mut self, row: &Row<'_>, _: u64, faults: &mut Vec<Fault>, _: &mut Findings) -> bool {
        let mut f = Fields::new(row, &SPEC, faults);
        let id = f.required(ID, Cell::id);
        let customer = f.required(CUSTOMER, Cell::id);
        let holder = customer.as_ref().and_then(|c| self.people.find(c));
        if let (Some(customer), None) = (&customer, holder) {
            f.unknown(
                CUSTOMER,
                facts::UNKNOWN_CUSTOMER,
                customer.as_str(),
                "customers",
            );
        }
        let state = f.required(STATE, |c| c.member(EntryState::parse, EntryState::WORDS));
        let reason = f.required(REASON, Cell::text);
        let effective = f.required(EFFECTIVE, Cell::date);
        let expiry = f.optional(EXPIRY, Cell::date);
        let review = f.optional(REVIEW, Cell::date);
        let lines = f.optional(LINES, Cell::text);
        let known = match id.as_ref().map(|id| self.ids.intern(id.as_str())) {
            Some(Interned::New(_)) => {
                self.holders.push(holder);
                None
            }
            Some(Interned::Known(first)) => Some(first),
            Some(Interned::Full) | None => None,
        };
        if let (Some(first), Some(id)) = (known, &id) {
            f.duplicate(ID, id.as_str());
            let first = self.holders.get(at(first)).copied().flatten();
            self.people.blame(first, Undecided::RejectedRow);
        }
        let entry = state.zip(effective).and_then(|(state, effective)| {
            let entry = Entry {
                state,
                effective,
                expiry,
            };
            entry
                .check()
                .map_err(|problem| f.wrong_facts(problem.into()))
                .ok()
        });
        if !f.is_clean() {
            self.people.blame(holder, Undecided::RejectedRow);
            return holder.is_some();
        }
        if let (Some(id), Some(holder), Some(entry)) = (id, holder, entry) {
            let Entry {
                state, effective, ..
            } = entry;
            self.entries.push(entry);
            self.owners.push(holder);
            let lines = lines.as_ref().map_or("", |l| l.as_str()).split(';');
            let lines = lines.map(str::trim).filter(|l| !l.is_empty());
            self.facts.push(EntryFacts {
                entry_id: id.as_str().to_owned(),
                state,
                reason: reason.as_ref().map(|r| r.as_str().to_owned()),
                effective,
                expiry,
                review,
                lines: lines.map(str::to_owned).collect(),
            });
        }
        true
    }
}
