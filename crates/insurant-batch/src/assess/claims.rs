//! The table `claims`: rows by the holder of their policy.

use super::Job;
use super::customers::People;
use super::group::{Bundle, Partitions, Room};
use super::index::Index;
use super::marks::Marks;
use super::policies::Book;
use super::read::{ODD_DAY, amounts, days, each, odd};
use super::rows::ClaimRow;
use super::sheet::{Chunk, NOBODY, Sheet};
use super::threads;
use super::workspace::Workspace;
use crate::code;
use crate::portfolio::{Which, spec};
use crate::table::Cell;
use insurant::facts::ClaimStatus;
use insurant_rules::Code;

/// The claims of plain customers by partition, and what is known of all.
pub(super) struct Claims {
    pub(super) bundles: Vec<Bundle<ClaimRow>>,
    /// By row: whom it concerns, [`NOBODY`] when that is not known.
    pub(super) owners: Vec<u32>,
    /// Rows that may be meant so, and why not.
    pub(super) warned: Vec<(u32, Code, &'static str)>,
}

struct Columns {
    id: usize,
    policy: usize,
    customer: usize,
    claimant: usize,
    loss: usize,
    reported: usize,
    status: usize,
    paid: usize,
    reserve: usize,
    recovered: usize,
    catastrophe: usize,
    event: usize,
}

struct Part {
    bundle: Bundle<ClaimRow>,
    owners: Vec<u32>,
    rare: Vec<u32>,
    warned: Vec<(u32, Code, &'static str)>,
}

#[derive(Default)]
struct Buffers {
    policies: Vec<u32>,
    named: Vec<u32>,
    losses: Vec<i32>,
    reports: Vec<i32>,
    paid: Vec<i64>,
    reserves: Vec<i64>,
    statuses: Vec<u8>,
    catastrophes: Vec<u8>,
    odd: Vec<bool>,
    found: Vec<bool>,
    plain_owners: Vec<u32>,
}

const ODD: u8 = u8::MAX;
/// Nobody said when a claim was reported.
const NO_REPORT: i32 = i32::MIN + 1;

impl Claims {
    pub(super) fn read(
        sheet: &Sheet,
        people: &People,
        book: &Book,
        partitions: Partitions,
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
            |room, chunk| columns.read(sheet, &chunk, people, book, &faulty, partitions, job, room),
        );
        index.end(job.room);
        let mut claims = Self {
            bundles: Vec::with_capacity(parts.len()),
            owners: job.room.numbers.empty(),
            warned: Vec::new(),
        };
        for part in parts {
            claims.bundles.push(part.bundle);
            claims.owners.extend_from_slice(&part.owners);
            job.room.numbers.give(part.owners);
            claims.warned.extend(part.warned);
            for customer in part.rare {
                rare.mark(customer);
            }
        }
        claims
    }

    /// Gives the memory back.
    pub(super) fn end(self, room: &Workspace) {
        for bundle in self.bundles {
            bundle.end(room);
        }
        room.numbers.give(self.owners);
    }
}

fn status(cell: Cell<'_>) -> u8 {
    match cell.member(ClaimStatus::parse, ClaimStatus::WORDS) {
        Ok(Some(status)) => u8::try_from(status.position()).unwrap_or(ODD),
        _ => ODD,
    }
}

impl Columns {
    fn new() -> Self {
        let at = |name| spec(Which::Claims).position(name);
        Self {
            id: at("claim_id"),
            policy: at("policy_id"),
            customer: at("customer_id"),
            claimant: at("claimant_id"),
            loss: at("loss_date"),
            reported: at("reported_on"),
            status: at("status"),
            paid: at("paid"),
            reserve: at("reserve"),
            recovered: at("recovered"),
            catastrophe: at("catastrophe"),
            event: at("event_id"),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what all chunks share")]
    fn read(
        &self,
        sheet: &Sheet,
        chunk: &Chunk,
        people: &People,
        book: &Book,
        faulty: &Marks,
        partitions: Partitions,
        job: &Job<'_>,
        room: &mut Buffers,
    ) -> Part {
        let column = |at: usize| sheet.values(chunk.batch, at);
        let rows = || chunk.rows.clone();
        let count = rows().len();
        room.policies.clear();
        match column(self.policy) {
            Some(values) => book.index.find_all(values, rows(), &mut room.policies),
            None => room.policies.resize(count, NOBODY),
        }
        room.named.clear();
        let told = column(self.customer).filter(|values| !values.is_empty_in(rows()));
        if let Some(values) = told {
            people.index.find_all(values, rows(), &mut room.named);
        }
        days(column(self.loss), rows(), &mut room.losses);
        let report = |cell: Cell<'_>| match cell.date() {
            Ok(None) => NO_REPORT,
            Ok(Some(date)) => date.days(),
            Err(_) => ODD_DAY,
        };
        each(column(self.reported), rows(), report, &mut room.reports);
        amounts(column(self.paid), rows(), job.currency, &mut room.paid);
        amounts(
            column(self.reserve),
            rows(),
            job.currency,
            &mut room.reserves,
        );
        each(column(self.status), rows(), status, &mut room.statuses);
        let catastrophe = |cell: Cell<'_>| match cell.boolean() {
            Ok(value) => u8::from(value.unwrap_or(false)),
            Err(_) => ODD,
        };
        each(
            column(self.catastrophe),
            rows(),
            catastrophe,
            &mut room.catastrophes,
        );
        room.odd.clear();
        room.odd.resize(count, false);
        let nothing = |cell: Cell<'_>| matches!(cell.amount(job.currency), Ok(None | Some(0)));
        odd(
            column(self.recovered),
            rows(),
            nothing,
            &mut room.found,
            &mut room.odd,
        );
        let nobody = |cell: Cell<'_>| matches!(cell.id(), Ok(None));
        odd(
            column(self.event),
            rows(),
            nobody,
            &mut room.found,
            &mut room.odd,
        );
        let anybody = |cell: Cell<'_>| cell.id().is_ok();
        odd(
            column(self.claimant),
            rows(),
            anybody,
            &mut room.found,
            &mut room.odd,
        );

        let mut owners = job.room.numbers.empty();
        let (mut rare, mut warned) = (Vec::new(), Vec::new());
        room.plain_owners.clear();
        let amounts = room.paid.iter().zip(&room.reserves);
        let times = room.losses.iter().zip(&room.reports);
        let words = room.statuses.iter().zip(&room.catastrophes).zip(&room.odd);
        for (((((number, row), &policy), (&paid, &reserve)), (&loss, &report)), words) in (chunk
            .first..)
            .zip(rows())
            .zip(&room.policies)
            .zip(amounts)
            .zip(times)
            .zip(words)
        {
            let ((&status, &catastrophe), &odd) = words;
            let owner = book.owner(policy);
            // Who is named beside the policy must be its holder.
            let named = told.map_or(Cell::Missing, |values| values.cell(row));
            let named = match named {
                Cell::Missing => owner,
                _ => room
                    .named
                    .get(row - chunk.rows.start)
                    .copied()
                    .unwrap_or(NOBODY),
            };
            let sound = loss != ODD_DAY && report != ODD_DAY && paid >= 0 && reserve >= 0;
            let plain = sound && status != ODD && catastrophe != ODD && !odd;
            let own = owner != NOBODY && named == owner;
            if plain && own && !(faulty.any() && faulty.has(number)) {
                room.plain_owners.push(owner);
                owners.push(owner);
                warn(number, loss, report, status, reserve, job, &mut warned);
            } else {
                room.plain_owners.push(NOBODY);
                owners.push(if owner == NOBODY { named } else { owner });
                rare.extend([owner, named]);
            }
        }
        let amounts = room.paid.iter().zip(&room.reserves);
        let times = room.losses.iter().zip(&room.reports);
        let words = room.statuses.iter().zip(&room.catastrophes);
        let packed = room
            .plain_owners
            .iter()
            .zip(&room.policies)
            .zip(amounts)
            .zip(times)
            .zip(words)
            .map(
                |((((&owner, &policy), (&paid, &reserve)), (&loss, &report)), (&status, &cat))| {
                    ClaimRow {
                        paid,
                        reserve,
                        loss,
                        known: loss.max(report),
                        policy,
                        local: partitions.local(owner),
                        status,
                        catastrophe: cat == 1,
                    }
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
            warned,
        }
    }
}

/// What may be meant so: the words are those of reading rows one by one.
fn warn(
    row: u32,
    loss: i32,
    report: i32,
    status: u8,
    reserve: i64,
    job: &Job<'_>,
    warned: &mut Vec<(u32, Code, &'static str)>,
) {
    if report != NO_REPORT && report < loss {
        let message = "a claim was reported before its loss";
        warned.push((row, code::REPORTED_BEFORE_LOSS, message));
    }
    if loss > job.as_of.days() {
        let message = "a loss lies after the day of the decision";
        warned.push((row, code::LOSS_AFTER_AS_OF, message));
    }
    if reserve > 0 {
        let closed = ClaimStatus::ALL.get(usize::from(status));
        if matches!(closed, Some(ClaimStatus::Declined | ClaimStatus::Withdrawn)) {
            let message = "a claim that was declined or withdrawn has a reserve, which counts";
            warned.push((row, code::RESERVE_ON_CLOSED, message));
        }
    }
}
