//! The table `policies`: rows by holder.

use super::Job;
use super::customers::People;
use super::group::{Bundle, Partitions, Room};
use super::index::Index;
use super::lines::Lines;
use super::marks::Marks;
use super::read::{ODD_AMOUNT, ODD_DAY, amounts, days, each, odd};
use super::rows::PolicyRow;
use super::sheet::{Chunk, NOBODY, Sheet};
use super::threads;
use super::workspace::Workspace;
use crate::portfolio::{Which, spec};
use crate::table::Cell;
use insurant::facts::BusinessSource;

/// The policies of plain customers by partition, and what is known of all.
pub(super) struct Book {
    pub(super) bundles: Vec<Bundle<PolicyRow>>,
    pub(super) index: Index,
    /// By row: the holder, [`NOBODY`] when it is not known.
    pub(super) owners: Vec<u32>,
    /// Rows that a partner among the customers placed.
    pub(super) placed: Vec<u32>,
    /// Rows whose partner is not among the customers.
    pub(super) strangers: Vec<u32>,
}

struct Columns {
    id: usize,
    customer: usize,
    line: usize,
    source: usize,
    start: usize,
    end: usize,
    written: usize,
    refunded: usize,
    cancelled: usize,
    issued: usize,
    partner: usize,
    tender: usize,
    units: usize,
    currency: usize,
}

/// What a chunk gave.
struct Part {
    bundle: Bundle<PolicyRow>,
    owners: Vec<u32>,
    /// Customers that are not plain.
    rare: Vec<u32>,
    placed: Vec<u32>,
    strangers: Vec<u32>,
}

/// Buffers of a thread.
#[derive(Default)]
struct Buffers {
    starts: Vec<i32>,
    ends: Vec<i32>,
    written: Vec<i64>,
    lines: Vec<u16>,
    sources: Vec<u8>,
    odd: Vec<bool>,
    found: Vec<bool>,
    plain_owners: Vec<u32>,
}

/// A line or source that is to be looked at again.
const ODD_LINE: u16 = u16::MAX;
const ODD_SOURCE: u8 = u8::MAX;

impl Book {
    pub(super) fn read(
        sheet: &Sheet,
        people: &People,
        partitions: Partitions,
        lines: &Lines,
        job: &Job<'_>,
        rare: &mut Marks,
    ) -> Self {
        let columns = Columns::new();
        let index = Index::new(sheet, columns.id, job.threads, job.room);
        let mut faulty = Marks::new(sheet.rows());
        for &row in index.nameless.iter().chain(&index.twice) {
            faulty.mark(row);
        }
        let parts = threads::each(
            sheet.chunks(),
            job.threads,
            Buffers::default,
            |room, chunk| {
                columns.read(sheet, &chunk, people, &faulty, partitions, lines, job, room)
            },
        );
        let mut book = Self {
            bundles: Vec::with_capacity(parts.len()),
            index,
            owners: job.room.numbers.empty(),
            placed: Vec::new(),
            strangers: Vec::new(),
        };
        for part in parts {
            book.bundles.push(part.bundle);
            book.owners.extend_from_slice(&part.owners);
            job.room.numbers.give(part.owners);
            book.placed.extend(part.placed);
            book.strangers.extend(part.strangers);
            for customer in part.rare {
                rare.mark(customer);
            }
        }
        book
    }

    /// Gives the memory back.
    pub(super) fn end(self, room: &Workspace) {
        for bundle in self.bundles {
            bundle.end(room);
        }
        self.index.end(room);
        room.numbers.give(self.owners);
    }

    /// The holder of a policy by its row.
    #[inline]
    pub(super) fn owner(&self, row: u32) -> u32 {
        usize::try_from(row)
            .ok()
            .and_then(|row| self.owners.get(row))
            .copied()
            .unwrap_or(NOBODY)
    }
}

fn source(cell: Cell<'_>) -> u8 {
    match cell.member(BusinessSource::parse, BusinessSource::WORDS) {
        Ok(Some(source)) => u8::try_from(source.position()).unwrap_or(ODD_SOURCE),
        _ => ODD_SOURCE,
    }
}

impl Columns {
    fn new() -> Self {
        let at = |name| spec(Which::Policies).position(name);
        Self {
            id: at("policy_id"),
            customer: at("customer_id"),
            line: at("line"),
            source: at("business_source"),
            start: at("start"),
            end: at("end"),
            written: at("written_premium"),
            refunded: at("refunded"),
            cancelled: at("cancelled_on"),
            issued: at("issued_on"),
            partner: at("partner_id"),
            tender: at("tender_id"),
            units: at("insured_units"),
            currency: at("currency"),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what all chunks share")]
    fn read(
        &self,
        sheet: &Sheet,
        chunk: &Chunk,
        people: &People,
        faulty: &Marks,
        partitions: Partitions,
        lines: &Lines,
        job: &Job<'_>,
        room: &mut Buffers,
    ) -> Part {
        let column = |at: usize| sheet.values(chunk.batch, at);
        let rows = || chunk.rows.clone();
        let mut owners = job.room.numbers.empty();
        match column(self.customer) {
            Some(values) => people.index.find_all(values, rows(), &mut owners),
            None => owners.resize(rows().len(), NOBODY),
        }
        days(column(self.start), rows(), &mut room.starts);
        days(column(self.end), rows(), &mut room.ends);
        amounts(
            column(self.written),
            rows(),
            job.currency,
            &mut room.written,
        );
        let mut known = lines.reader();
        each(
            column(self.line),
            rows(),
            |cell| known.number(cell),
            &mut room.lines,
        );
        each(column(self.source), rows(), source, &mut room.sources);
        let (mut placed, mut strangers, mut rare) = (Vec::new(), Vec::new(), Vec::new());
        room.odd.clear();
        room.odd.resize(rows().len(), false);
        self.mark_odd(sheet, chunk, job, room);
        self.partners(sheet, chunk, people, room, &mut |row, partner| {
            if partner == NOBODY {
                strangers.push(row);
            } else {
                placed.push(row);
                rare.push(partner);
            }
        });
        room.plain_owners.clear();
        let terms = room.starts.iter().zip(&room.ends).zip(&room.written);
        let words = room.lines.iter().zip(&room.sources).zip(&room.odd);
        for (((number, &owner), ((&start, &end), &written)), ((&line, &source), &odd)) in
            (chunk.first..).zip(&owners).zip(terms).zip(words)
        {
            let sound = start != ODD_DAY && start < end && written >= 0;
            let named = line != ODD_LINE && source != ODD_SOURCE && !odd;
            if sound && named && !(faulty.any() && faulty.has(number)) {
                room.plain_owners.push(owner);
            } else {
                room.plain_owners.push(NOBODY);
                rare.push(owner);
            }
        }
        let terms = room.starts.iter().zip(&room.ends).zip(&room.written);
        let words = room.lines.iter().zip(&room.sources);
        let packed = (chunk.first..)
            .zip(&room.plain_owners)
            .zip(terms)
            .zip(words)
            .map(
                |(((row, &owner), ((&start, &end), &written)), (&line, &source))| PolicyRow {
                    written,
                    start,
                    end,
                    row,
                    local: partitions.local(owner),
                    pair: PolicyRow::pair(line, source),
                },
            );
        let bundle = Room::new(&room.plain_owners, partitions).bundle(
            &room.plain_owners,
            partitions,
            job.room,
            packed,
        );
        Part {
            bundle,
            owners,
            rare,
            placed,
            strangers,
        }
    }

    /// Marks rows that have what plain ones have not.
    fn mark_odd(&self, sheet: &Sheet, chunk: &Chunk, job: &Job<'_>, room: &mut Buffers) {
        let column = |at: usize| sheet.values(chunk.batch, at);
        let rows = || chunk.rows.clone();
        let Buffers {
            odd: marks, found, ..
        } = room;
        let nothing = |amount| matches!(amount, Ok(None | Some(0)));
        let money = |cell: Cell<'_>| nothing(cell.amount(job.currency));
        odd(column(self.refunded), rows(), money, found, marks);
        let undated = |cell: Cell<'_>| matches!(cell.date(), Ok(None));
        odd(column(self.cancelled), rows(), undated, found, marks);
        let nobody = |cell: Cell<'_>| matches!(cell.id(), Ok(None));
        odd(column(self.tender), rows(), nobody, found, marks);
        let one = |cell: Cell<'_>| matches!(cell.integer(), Ok(None | Some(1)));
        odd(column(self.units), rows(), one, found, marks);
        let code = job.currency.code();
        let own = |cell: Cell<'_>| matches!(cell, Cell::Missing) || cell == Cell::Text(code);
        odd(column(self.currency), rows(), own, found, marks);
        // The day of issue matters to policies that have not begun.
        if let Some(values) = column(self.issued) {
            for ((row, start), mark) in rows().zip(&room.starts).zip(marks) {
                *mark |= match values.cell(row).date() {
                    Ok(None) => false,
                    Ok(Some(_)) => *start > job.as_of.days(),
                    Err(_) => true,
                };
            }
        }
    }

    /// Tells each row that names a partner.
    fn partners(
        &self,
        sheet: &Sheet,
        chunk: &Chunk,
        people: &People,
        room: &mut Buffers,
        tell: &mut dyn FnMut(u32, u32),
    ) {
        let values = sheet.values(chunk.batch, self.partner);
        let Some(values) = values.filter(|values| !values.is_empty_in(chunk.rows.clone())) else {
            return;
        };
        for ((number, row), mark) in (chunk.first..).zip(chunk.rows.clone()).zip(&mut room.odd) {
            let cell = values.cell(row);
            match cell.id() {
                Ok(None) => {}
                Ok(Some(_)) => tell(number, people.index.find(cell)),
                Err(_) => *mark = true,
            }
        }
    }
}

/// An amount that no policy has.
const _: () = assert!(ODD_AMOUNT < 0);
