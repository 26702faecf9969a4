//! The table `customers`.

use super::fields::Fields;
use super::{Codes, Options, Reader, full};
use crate::code;
use crate::portfolio::Undecided;
use crate::portfolio::ids::{Interned, Interner, Tags, at};
use crate::portfolio::input::InputColumn;
use crate::portfolio::report::{Fault, Findings, Which};
use crate::table::{Cell, Column, IdText, Row, Spec, Table};
use insurant::Date;
use insurant::facts::{Credit, CustomerKind, Profile};

const ID: usize = 0;
const KIND: usize = 1;
const CREDIT: usize = 2;
const INTENDS: usize = 3;
const FRAUD: usize = 4;
const HARD: usize = 5;
const HISTORY: usize = 6;
const VALUED: usize = 7;
const MANAGER: usize = 8;
const REVIEW: usize = 9;

static SPEC: Spec = Spec {
    table: "customers",
    columns: &[
        Column::required("customer_id"),
        Column::required("kind"),
        Column::optional("credit"),
        Column::optional("intends_to_insure"),
        Column::optional("fraud_signs"),
        Column::optional("hard_to_settle"),
        Column::optional("history_from"),
        Column::optional("valued_on"),
        Column::optional("manager_id"),
        Column::optional("next_review"),
    ],
};

/// The customers, and who of them cannot be decided on.
#[derive(Debug)]
pub(crate) struct People {
    pub(crate) ids: Interner,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) undecided: Vec<Option<Undecided>>,
    pub(crate) inputs: Vec<(String, InputColumn)>,
    pub(crate) managers: Tags,
    /// The row of each customer, from 0.
    pub(crate) rows: Vec<u32>,
    /// Whom the row before named: files often come by customer.
    latest: Option<u32>,
    /// The identifier of that one, beside it: to fetch it would cost more than it saves.
    latest_id: String,
}

impl People {
    /// The customer of an identifier.
    #[inline]
    pub(super) fn find(&mut self, id: &IdText<'_>) -> Option<u32> {
        let id = id.as_str();
        if self.latest_id != id {
            self.latest = self.ids.find(id);
            self.latest_id.clear();
            self.latest_id.push_str(id);
        }
        self.latest
    }

    /// Makes a customer undecided. A currency is blamed only when nothing else is wrong.
    #[cold]
    pub(super) fn blame(&mut self, customer: Option<u32>, why: Undecided) {
        let state = customer.and_then(|c| self.undecided.get_mut(at(c)));
        if let Some(state) = state
            && *state != Some(Undecided::RejectedRow)
        {
            *state = Some(why);
        }
    }
}

pub(super) struct Customers<'o> {
    people: People,
    options: &'o Options<'o>,
    codes: &'o mut dyn Codes,
    has_managers: bool,
}

impl<'o> Customers<'o> {
    pub(super) fn new(
        options: &'o Options<'o>,
        codes: &'o mut dyn Codes,
        table: Option<&Table>,
    ) -> Self {
        let inputs = options
            .inputs
            .iter()
            .map(|input| (input.name.clone(), InputColumn::new(input.ty.clone())));
        Self {
            people: People {
                ids: Interner::default(),
                profiles: Vec::new(),
                undecided: Vec::new(),
                inputs: inputs.collect(),
                managers: Tags::default(),
                rows: Vec::new(),
                latest: None,
                latest_id: String::new(),
            },
            options,
            codes,
            has_managers: table.is_some_and(|t| t.has(MANAGER)),
        }
    }

    pub(super) fn done(self, findings: &mut Findings) -> People {
        if self.people.profiles.is_empty() {
            findings.warn(
                Which::Customers,
                0,
                code::NO_CUSTOMERS,
                "there are no customers",
            );
        }
        self.people
    }

    fn profile(
        &self,
        f: &mut Fields<'_, '_>,
        number: u64,
        findings: &mut Findings,
    ) -> Option<Profile> {
        let kind = f.required(KIND, |c| c.member(CustomerKind::parse, CustomerKind::WORDS));
        let profile = Profile {
            kind: kind.unwrap_or(CustomerKind::Individual),
            credit: f.optional(CREDIT, |c| c.member(Credit::parse, Credit::WORDS)),
            intends_to_insure: f.optional(INTENDS, Cell::boolean),
            fraud_signs: f.optional(FRAUD, Cell::boolean),
            hard_to_settle: f.optional(HARD, Cell::boolean),
            history_from: f.optional(HISTORY, Cell::date),
            valued_on: f.optional(VALUED, Cell::date).or(self.options.valued_on),
            manager_assigned: None,
            next_review: f.optional(REVIEW, Cell::date),
        };
        let late = |date: Date| self.options.as_of.is_some_and(|as_of| date > as_of);
        if profile.history_from.is_some_and(late) {
            let message = "the history begins after the day of the decision";
            findings.warn(Which::Customers, number, code::HISTORY_AFTER_AS_OF, message);
        }
        kind.map(|_| profile)
    }
}

impl Reader for Customers<'_> {
    fn spec() -> &'static Spec {
        &SPEC
    }
    const WHICH: Which = Which::Customers;

    fn row(
        &mut self,
        row: &Row<'_>,
        number: u64,
        faults: &mut Vec<Fault>,
        findings: &mut Findings,
    ) -> bool {
        let mut f = Fields::new(row, &SPEC, faults);
        let id = f.required(ID, Cell::id);
        let mut profile = self
            .profile(&mut f, number, findings)
            .unwrap_or(Profile::new(CustomerKind::Individual));
        // `none` says that there is no manager: a blank cell says that nobody told.
        let manager = f.optional(MANAGER, Cell::id);
        let manager = manager.as_ref().map(IdText::as_str);
        profile.manager_assigned = manager.map(|m| m != "none");
        let Some(id) = id else {
            return false;
        };
        let id = id.as_str();
        let known = match self.people.ids.intern(id) {
            Interned::New(_) => None,
            Interned::Known(customer) => Some(customer),
            Interned::Full => {
                f.wrong(ID, *full());
                return false;
            }
        };
        if let Some(customer) = known {
            f.duplicate(ID, id);
            self.people.blame(Some(customer), Undecided::RejectedRow);
            return true;
        }
        for (i, (name, column)) in self.people.inputs.iter_mut().enumerate() {
            if let Some(problem) = column.push(row.cell(SPEC.columns.len() + i), i, self.codes) {
                f.wrong_input(SPEC.columns.len() + i, name, *problem);
            }
        }
        self.people.profiles.push(profile);
        // There are fewer customers than 32 bits count, and no file has more rows than 64 bits.
        let row = u32::try_from(number.saturating_sub(1)).unwrap_or(u32::MAX);
        self.people.rows.push(row);
        if self.has_managers {
            self.people
                .managers
                .push(manager.map(|m| if m == "none" { "" } else { m }));
        }
        let rejected = (!f.is_clean()).then_some(Undecided::RejectedRow);
        self.people.undecided.push(rejected);
        true
    }

    fn reserve(&mut self, rows: usize) {
        self.people.ids.reserve(rows);
        self.people.profiles.reserve(rows);
        self.people.undecided.reserve(rows);
    }
}
