//! The workload in a loop written by hand for it and for nothing else: the mark to measure a general
//! engine against. It checks nothing: every amount fits, every row is sound, numbers are dense.
//!
//! In no order: every thread deals its share of the rows out to parts of the customers that fit the
//! cache, then takes part after part. By customer: one walk over the three tables side by side.

use crate::workload::{AS_OF, Claim, Policy, Workload};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::scope;

/// The measures of one customer, in the order of the engine's columns; ratios as both their sides.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Answer {
    pub(crate) category: u8,
    pub(crate) standing: u8,
    pub(crate) alerts: u8,
    pub(crate) proposals: u8,
    pub(crate) earned: [i64; 3],
    pub(crate) incurred: [i64; 3],
    pub(crate) claims: [i64; 3],
    /// None when a pending claim leaves it open.
    pub(crate) free_years: Option<i64>,
    pub(crate) annual: [i64; 3],
}

/// Where the windows open: 12 and 36 months before the day, and always.
const OPENS: [i32; 3] = [20_270, 19_539, i32::MIN];

#[derive(Clone, Copy, Default)]
struct Row {
    written: i64,
    start: i32,
    end: i32,
    policy: u32,
    /// The customer, counted within its part.
    local: u16,
    source: u8,
}

#[derive(Clone, Copy, Default)]
struct Loss {
    paid: i64,
    reserve: i64,
    day: i32,
    policy: u32,
    local: u16,
    open: bool,
}

impl Row {
    const fn new(policy: &Policy, local: u16) -> Self {
        Self {
            written: policy.written,
            start: policy.start,
            end: policy.end,
            policy: policy.id as u32,
            local,
            source: policy.source as u8,
        }
    }
}

impl Loss {
    const fn new(claim: &Claim, local: u16) -> Self {
        Self {
            paid: claim.paid,
            reserve: claim.reserve,
            day: claim.loss,
            policy: claim.policy as u32,
            local,
            open: claim.status == 0,
        }
    }
}

fn earned_by(row: &Row, day: i32) -> i64 {
    if day <= row.start {
        0
    } else if day >= row.end {
        row.written
    } else {
        row.written * i64::from(day - row.start) / i64::from(row.end - row.start)
    }
}

/// Anniversaries since a day: the day itself is 1 July, so that no leap day falls on it.
fn years_since(day: i32) -> i64 {
    const STARTS: [i32; 12] = [
        20_635, 20_270, 19_905, 19_539, 19_174, 18_809, 18_444, 18_078, 17_713, 17_348, 16_983,
        16_617,
    ];
    STARTS
        .iter()
        .skip(1)
        .take_while(|&&start| day <= start)
        .count() as i64
}

fn decide(rows: &[Row], losses: &[Loss], order: &mut Vec<(i32, i32)>) -> Answer {
    let mut answer = Answer::default();
    let (mut in_force, mut last_end) = (false, i32::MIN);
    order.clear();
    for row in rows {
        if row.start > AS_OF {
            continue;
        }
        let now = earned_by(row, AS_OF);
        for (earned, opens) in answer.earned.iter_mut().zip(OPENS) {
            if row.end > opens {
                *earned += now - earned_by(row, opens);
            }
        }
        let covers = AS_OF < row.end;
        if covers {
            answer.annual[usize::from(row.source)] += row.written;
        }
        in_force |= covers;
        last_end = last_end.max(row.end);
        order.push((row.start, row.end));
    }
    order.sort_unstable();
    let mut run: Option<(i32, i32)> = None;
    for &(start, end) in order.iter() {
        run = match run {
            Some((since, until)) if start - until <= 30 => Some((since, until.max(end))),
            _ => Some((start, end)),
        };
    }
    let since = run
        .filter(|(_, until)| AS_OF - until <= 30)
        .map(|(since, _)| since);
    let (mut breaks, mut pending) = (since.unwrap_or(0), i32::MIN);
    for loss in losses {
        let own = rows.iter().find(|row| row.policy == loss.policy);
        let covered = own.is_some_and(|row| row.start <= loss.day && loss.day < row.end);
        if loss.day >= AS_OF || !covered {
            continue;
        }
        for (which, opens) in OPENS.into_iter().enumerate() {
            if loss.day >= opens {
                answer.incurred[which] += loss.paid + loss.reserve;
                answer.claims[which] += 1;
            }
        }
        if loss.paid > 0 {
            breaks = breaks.max(loss.day);
        } else if loss.open {
            pending = pending.max(loss.day);
        }
    }
    answer.free_years = match since {
        None => Some(0),
        Some(_) => {
            let years = years_since(breaks);
            (pending <= breaks || years_since(pending) == years).then_some(years)
        }
    };
    let ever = last_end != i32::MIN;
    let insured = in_force || ever && (0..=30).contains(&(AS_OF - last_end));
    let annual: i64 = answer.annual.iter().sum();
    let above = |which: usize, num: i64, den: i64| {
        let (over, under) = (answer.incurred[which], answer.earned[which]);
        under > 0 && i128::from(over) * i128::from(den) > i128::from(num) * i128::from(under)
    };
    // key, preferred, standard, prospect, unattached by their positions.
    let low = answer.earned[1] > 0 && !above(1, 30, 100);
    answer.category = if insured && annual >= 500_000 {
        4
    } else if insured && low && answer.free_years.is_some_and(|years| years >= 3) {
        3
    } else if insured {
        2
    } else if ever {
        1
    } else {
        0
    };
    let high = above(0, 100, 100);
    answer.alerts = u8::from(high) | u8::from(answer.claims[1] >= 3) << 1;
    answer.proposals = u8::from(answer.claims[0] >= 3 && above(0, 150, 100));
    answer.standing = u8::from(high);
    answer
}

/// The number of the first customer; the others follow.
const FIRST: i64 = 1_000_000;

/// Customers of a part, as a power of two: their rows fit the second cache.
const PART: u32 = 10;

/// Rows of one thread, those of a part side by side.
struct Dealt<T> {
    rows: Vec<T>,
    /// Where each part begins, and at the end where the last one ends.
    starts: Vec<u32>,
}

impl<T: Copy + Default> Dealt<T> {
    /// Deals rows out by the positions of their customers.
    fn new<R>(rows: &[R], owners: &[u32], parts: usize, row: impl Fn(&R, u16) -> T) -> Self {
        let mut starts = vec![0_u32; parts + 2];
        for &owner in owners {
            starts[(owner >> PART) as usize + 2] += 1;
        }
        for part in 2..starts.len() {
            starts[part] += starts[part - 1];
        }
        let mut dealt = vec![T::default(); rows.len()];
        for (from, &owner) in rows.iter().zip(owners) {
            let next = &mut starts[(owner >> PART) as usize + 1];
            dealt[*next as usize] = row(from, (owner & ((1 << PART) - 1)) as u16);
            *next += 1;
        }
        Self {
            rows: dealt,
            starts,
        }
    }

    fn part(&self, part: usize) -> &[T] {
        &self.rows[self.starts[part] as usize..self.starts[part + 1] as usize]
    }
}

/// The rows of a part by customer.
struct Sorted<T> {
    rows: Vec<T>,
    starts: Vec<u32>,
}

impl<T: Copy + Default> Sorted<T> {
    const fn new() -> Self {
        Self {
            rows: Vec::new(),
            starts: Vec::new(),
        }
    }

    fn fill(&mut self, dealt: &[Dealt<T>], part: usize, local: impl Fn(&T) -> u16) {
        self.starts.clear();
        self.starts.resize((1 << PART) + 2, 0);
        let count = dealt.iter().map(|dealt| dealt.part(part).len()).sum();
        self.rows.resize(count, T::default());
        for row in dealt.iter().flat_map(|dealt| dealt.part(part)) {
            self.starts[usize::from(local(row)) + 2] += 1;
        }
        for at in 2..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        for row in dealt.iter().flat_map(|dealt| dealt.part(part)) {
            let next = &mut self.starts[usize::from(local(row)) + 1];
            self.rows[*next as usize] = *row;
            *next += 1;
        }
    }

    fn of(&self, local: usize) -> &[T] {
        &self.rows[self.starts[local] as usize..self.starts[local + 1] as usize]
    }
}

/// Does a share of the work on each thread, in order; without one for a single share.
fn each<S: Send, T: Send>(shares: Vec<S>, work: impl Fn(S) -> T + Sync) -> Vec<T> {
    if shares.len() == 1 {
        return shares.into_iter().map(work).collect();
    }
    scope(|scope| {
        let work = &work;
        let started: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(move || work(share)))
            .collect();
        let ended = started.into_iter().map(|thread| thread.join());
        ended.map(|done| done.expect("no thread fails")).collect()
    })
}

fn shares<T>(rows: &[T], threads: usize) -> Vec<&[T]> {
    rows.chunks(rows.len().div_ceil(threads).max(1)).collect()
}

/// Assesses the workload, whose rows are in no order.
pub(crate) fn run(work: &Workload, threads: usize) -> Vec<Answer> {
    let count = work.customers.len();
    let parts = count.div_ceil(1 << PART);
    let mut place = vec![0_u32; count];
    for (position, &id) in (0_u32..).zip(&work.customers) {
        place[(id - FIRST) as usize] = position;
    }
    let mut owner_of = Vec::with_capacity(work.policies.len());
    owner_of.resize_with(work.policies.len(), || AtomicU32::new(0));
    let policies = each(shares(&work.policies, threads), |policies| {
        let owner = |policy: &Policy| {
            let owner = place[(policy.customer - FIRST) as usize];
            owner_of[policy.id as usize].store(owner, Relaxed);
            owner
        };
        let owners: Vec<u32> = policies.iter().map(owner).collect();
        Dealt::new(policies, &owners, parts, Row::new)
    });
    let claims = each(shares(&work.claims, threads), |claims| {
        let owner = |claim: &Claim| owner_of[claim.policy as usize].load(Relaxed);
        let owners: Vec<u32> = claims.iter().map(owner).collect();
        Dealt::new(claims, &owners, parts, Loss::new)
    });
    let mut answers = vec![Answer::default(); count];
    let left = Mutex::new(answers.chunks_mut(1 << PART).enumerate());
    let next = || left.lock().expect("no thread fails").next();
    each(vec![(); threads], |()| {
        let (mut rows, mut losses, mut order) = (Sorted::new(), Sorted::new(), Vec::new());
        while let Some((part, answers)) = next() {
            rows.fill(&policies, part, |row: &Row| row.local);
            losses.fill(&claims, part, |loss: &Loss| loss.local);
            for (local, answer) in answers.iter_mut().enumerate() {
                *answer = decide(rows.of(local), losses.of(local), &mut order);
            }
        }
    });
    answers
}

/// Assesses the workload, whose rows are by customer and by policy.
pub(crate) fn run_grouped(work: &Workload, threads: usize) -> Vec<Answer> {
    let mut answers = vec![Answer::default(); work.customers.len()];
    let size = answers.len().div_ceil(threads).max(1);
    let pieces = work.customers.chunks(size).zip(answers.chunks_mut(size));
    each(pieces.collect(), |(customers, answers)| {
        let from = customers.first().map_or(0, |&first| {
            work.policies
                .partition_point(|policy| policy.customer < first)
        });
        let mut policies = work.policies[from..].iter().peekable();
        let first = policies.peek().map_or(i64::MAX, |policy| policy.id);
        let from = work.claims.partition_point(|claim| claim.policy < first);
        let mut claims = work.claims[from..].iter().peekable();
        let (mut rows, mut losses, mut order) = (Vec::new(), Vec::new(), Vec::new());
        for (&customer, answer) in customers.iter().zip(answers) {
            rows.clear();
            losses.clear();
            let mut last = i64::MIN;
            while let Some(policy) = policies.next_if(|policy| policy.customer == customer) {
                rows.push(Row::new(policy, 0));
                last = policy.id;
            }
            while let Some(claim) = claims.next_if(|claim| claim.policy <= last) {
                losses.push(Loss::new(claim, 0));
            }
            *answer = decide(&rows, &losses, &mut order);
        }
    });
    answers
}
