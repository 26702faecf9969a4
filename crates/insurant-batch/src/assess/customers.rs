//! The table `customers`: who they are, by row.

use super::Job;
use super::index::Index;
use super::marks::Marks;
use super::rows::Profiles;
use super::sheet::{Chunk, Sheet};
use super::threads::each;
use crate::portfolio::{Codes, InputColumn, Which, spec};
use crate::table::{Cell, Faulty, IdText};
use insurant::Date;
use insurant::facts::{Credit, CustomerKind, Profile};
use insurant_rules::Slot;

/// The customers, by their row.
pub(super) struct People {
    pub(super) index: Index,
    pub(super) profiles: Profiles,
    inputs: Vec<Option<InputColumn>>,
}

impl People {
    /// An input of a customer.
    pub(super) fn input(&self, row: usize, position: usize) -> Slot {
        match self.inputs.get(position) {
            Some(Some(column)) => column.slot(row),
            _ => Slot::UNKNOWN,
        }
    }

    /// Reads the customers; those that are not plain are marked.
    pub(super) fn read(
        sheet: &Sheet,
        job: &Job<'_>,
        codes: &mut dyn Codes,
        rare: &mut Marks,
    ) -> Self {
        let columns = Columns::new();
        let index = Index::new(sheet, columns.id, job.threads, job.room);
        for &row in index.nameless.iter().chain(&index.twice) {
            rare.mark(row);
        }
        let known = spec(Which::Customers).columns.len();
        let mut inputs: Vec<Option<InputColumn>> = Vec::new();
        for (position, input) in job.inputs.iter().enumerate() {
            inputs.push(sheet.has(known + position).then(|| {
                let mut column = InputColumn::new(input.ty.clone());
                for chunk in sheet.chunks() {
                    let values = sheet.values(chunk.batch, known + position);
                    for (number, row) in (chunk.first..).zip(chunk.rows.clone()) {
                        let cell = values.map_or(Cell::Missing, |values| values.cell(row));
                        if column.push(cell, position, codes).is_some() {
                            rare.mark(number);
                        }
                    }
                }
                column
            }));
        }
        let told = columns.told(sheet);
        let parts = each(
            sheet.chunks(),
            job.threads,
            || (),
            |(), chunk| columns.read(sheet, &chunk, job, told),
        );
        let (mut kinds, mut profiles) = (Vec::new(), Vec::new());
        for part in parts {
            kinds.extend(part.kinds);
            profiles.extend(part.profiles);
            for row in part.odd {
                rare.mark(row);
            }
        }
        Self {
            index,
            profiles: if told {
                Profiles::Whole(profiles)
            } else {
                Profiles::Kinds(kinds, job.valued_on)
            },
            inputs,
        }
    }
}

/// Where each column is.
struct Columns {
    id: usize,
    kind: usize,
    credit: usize,
    intends: usize,
    fraud: usize,
    hard: usize,
    history: usize,
    valued: usize,
    manager: usize,
    review: usize,
}

#[derive(Default)]
struct Part {
    kinds: Vec<CustomerKind>,
    profiles: Vec<Profile>,
    odd: Vec<u32>,
}

impl Columns {
    fn new() -> Self {
        let at = |name| spec(Which::Customers).position(name);
        Self {
            id: at("customer_id"),
            kind: at("kind"),
            credit: at("credit"),
            intends: at("intends_to_insure"),
            fraud: at("fraud_signs"),
            hard: at("hard_to_settle"),
            history: at("history_from"),
            valued: at("valued_on"),
            manager: at("manager_id"),
            review: at("next_review"),
        }
    }

    /// Whether the table tells more than kinds.
    fn told(&self, sheet: &Sheet) -> bool {
        let more = [
            self.credit,
            self.intends,
            self.fraud,
            self.hard,
            self.history,
            self.valued,
            self.manager,
            self.review,
        ];
        more.into_iter().any(|column| sheet.has(column))
    }

    fn read(&self, sheet: &Sheet, chunk: &Chunk, job: &Job<'_>, told: bool) -> Part {
        let mut part = Part::default();
        let mut kinds: Vec<Option<CustomerKind>> = Vec::new();
        let kind = |cell: Cell<'_>| cell.member(CustomerKind::parse, CustomerKind::WORDS);
        super::read::each(
            sheet.values(chunk.batch, self.kind),
            chunk.rows.clone(),
            |cell| kind(cell).ok().flatten(),
            &mut kinds,
        );
        let individual = CustomerKind::Individual;
        for (number, kind) in (chunk.first..).zip(&kinds) {
            if kind.is_none() {
                part.odd.push(number);
            }
        }
        if !told {
            part.kinds = kinds
                .iter()
                .map(|kind| kind.unwrap_or(individual))
                .collect();
            return part;
        }
        for ((number, row), kind) in (chunk.first..).zip(chunk.rows.clone()).zip(&kinds) {
            let cell = |column| {
                sheet
                    .values(chunk.batch, column)
                    .map_or(Cell::Missing, |values| values.cell(row))
            };
            match self.profile(kind.unwrap_or(individual), cell, job) {
                Ok(profile) => part.profiles.push(profile),
                Err(()) => {
                    part.odd.push(number);
                    part.profiles.push(Profile::new(individual));
                }
            }
        }
        part
    }

    fn profile<'c>(
        &self,
        kind: CustomerKind,
        cell: impl Fn(usize) -> Cell<'c>,
        job: &Job<'_>,
    ) -> Result<Profile, ()> {
        fn fine<T>(read: Faulty<T>) -> Result<Option<T>, ()> {
            read.map_err(drop)
        }
        let manager = fine(cell(self.manager).id())?;
        let profile = Profile {
            kind,
            credit: fine(cell(self.credit).member(Credit::parse, Credit::WORDS))?,
            intends_to_insure: fine(cell(self.intends).boolean())?,
            fraud_signs: fine(cell(self.fraud).boolean())?,
            hard_to_settle: fine(cell(self.hard).boolean())?,
            history_from: fine(cell(self.history).date())?,
            valued_on: fine(cell(self.valued).date())?.or(job.valued_on),
            manager_assigned: manager.as_ref().map(|id| IdText::as_str(id) != "none"),
            next_review: fine(cell(self.review).date())?,
        };
        // A warning, which those who read rows one by one give.
        let late = |date: Date| date > job.as_of;
        if profile.history_from.is_some_and(late) {
            return Err(());
        }
        Ok(profile)
    }
}
