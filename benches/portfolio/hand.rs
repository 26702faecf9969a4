//! The workload in a loop written by hand for it and for nothing else: the mark to measure a general
//! engine against. It checks nothing: every amount fits, every row is sound, numbers are dense.

use crate::workload::{AS_OF, Workload};
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
    source: u8,
}

#[derive(Clone, Copy, Default)]
struct Loss {
    paid: i64,
    reserve: i64,
    day: i32,
    start: i32,
    end: i32,
    open: bool,
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
    let mut bound = false;
    order.clear();
    for row in rows {
        if row.start > AS_OF {
            continue;
        }
        let now = earned_by(row, AS_OF);
        for (earned, opens) in answer.earned.iter_mut().zip(OPENS) {
            *earned += now - earned_by(row, opens);
        }
        let covers = AS_OF < row.end;
        if covers {
            answer.annual[usize::from(row.source)] += row.written;
        }
        in_force |= covers;
        bound |= row.start > AS_OF;
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
        if loss.day >= AS_OF || loss.day < loss.start || loss.day >= loss.end {
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
    let insured = in_force || bound || ever && (0..=30).contains(&(AS_OF - last_end));
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

/// Assesses the workload on one thread or two.
pub(crate) fn run(work: &Workload, threads: usize) -> Vec<Answer> {
    let first = 1_000_000;
    let count = work.customers.len();
    let mut place = vec![0_u32; count];
    for (position, &id) in (0_u32..).zip(&work.customers) {
        place[(id - first) as usize] = position;
    }
    let mut of_policy = vec![0_u32; work.policies.len()];
    let mut starts = vec![0_u32; count + 2];
    let mut owners = Vec::with_capacity(work.policies.len());
    for (row, policy) in (0_u32..).zip(&work.policies) {
        of_policy[policy.id as usize] = row;
        let owner = place[(policy.customer - first) as usize];
        owners.push(owner);
        starts[owner as usize + 2] += 1;
    }
    let mut loss_starts = vec![0_u32; count + 2];
    for claim in &work.claims {
        let owner = owners[of_policy[claim.policy as usize] as usize];
        loss_starts[owner as usize + 2] += 1;
    }
    for i in 2..count + 2 {
        starts[i] += starts[i - 1];
        loss_starts[i] += loss_starts[i - 1];
    }
    let mut rows = vec![Row::default(); work.policies.len()];
    for (policy, &owner) in work.policies.iter().zip(&owners) {
        let next = &mut starts[owner as usize + 1];
        rows[*next as usize] = Row {
            written: policy.written,
            start: policy.start,
            end: policy.end,
            source: policy.source as u8,
        };
        *next += 1;
    }
    let mut losses = vec![Loss::default(); work.claims.len()];
    for claim in &work.claims {
        let row = of_policy[claim.policy as usize] as usize;
        let next = &mut loss_starts[owners[row] as usize + 1];
        let policy = &work.policies[row];
        losses[*next as usize] = Loss {
            paid: claim.paid,
            reserve: claim.reserve,
            day: claim.loss,
            start: policy.start,
            end: policy.end,
            open: claim.status == 0,
        };
        *next += 1;
    }
    let mut answers = vec![Answer::default(); count];
    let size = count.div_ceil(threads);
    scope(|scope| {
        for (number, piece) in answers.chunks_mut(size.max(1)).enumerate() {
            let (rows, losses, starts, loss_starts) = (&rows, &losses, &starts, &loss_starts);
            scope.spawn(move || {
                let mut order = Vec::new();
                for (at, answer) in piece.iter_mut().enumerate() {
                    let at = number * size + at;
                    let of = |starts: &[u32]| starts[at] as usize..starts[at + 1] as usize;
                    *answer = decide(&rows[of(starts)], &losses[of(loss_starts)], &mut order);
                }
            });
        }
    });
    answers
}
