//! From places to reasons.

use super::facts::Manager;
use super::matrix::number;
use super::plan::{Change, Forbidden, Load, Next, Placement, Plan, Quality, Unplaced, WhyNot};
use super::rules::{Bar, Found};
use super::solve::{Bin, Instance, Solved};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is placed, and with whom.
pub(super) trait Subjects<'r> {
    /// The people, by id.
    fn managers(&self) -> &'r [Manager];
    /// The id of an item.
    fn id(&self, item: u32) -> &'r str;
    /// Everything that is said of an item and somebody.
    fn found(&self, item: u32, bin: u32) -> Found<'r>;
    /// The points of an item with everybody, whether they may or not.
    fn points(&self, item: u32, into: &mut Vec<i32>);
    /// How much somebody can take on.
    fn capacity(&self, bin: u32) -> Option<i64>;
    /// How much somebody had to do before.
    fn before(&self, bin: u32) -> i64;
    /// How many customers or tasks somebody keeps that are not to be placed.
    fn kept(&self, bin: u32) -> u64;
}

/// The plan that a solution is, with its reasons.
pub(super) fn plan<'r>(of: &dyn Subjects<'r>, instance: &Instance, solved: &Solved) -> Plan<'r> {
    let mut placements = Vec::with_capacity(solved.places.len());
    let mut unplaced = Vec::new();
    let mut points = Vec::new();
    for (item, place) in (0_u32..).zip(&solved.places) {
        match place {
            Some(bin) => placements.push(placement(of, instance, item, *bin, &mut points)),
            None => unplaced.push(nobody(of, instance, item)),
        }
    }
    let measure = &solved.measure;
    Plan {
        placements,
        unplaced,
        loads: loads(of, instance, solved),
        findings: Vec::new(),
        quality: Quality {
            placed: measure.total(),
            placed_bound: solved.bounds.placed,
            fit: measure.fit,
            fit_bound: solved.bounds.fit,
            moves: measure.moves,
            balance: measure.balance,
            optimal: solved.optimal,
        },
    }
}

fn name<'r>(of: &dyn Subjects<'r>, bin: u32) -> &'r str {
    of.managers()
        .get(bin as usize)
        .map_or("", |m| m.id.as_str())
}

fn placement<'r>(
    of: &dyn Subjects<'r>,
    instance: &Instance,
    item: u32,
    bin: u32,
    points: &mut Vec<i32>,
) -> Placement<'r> {
    let present = instance.items.get(item as usize).and_then(|i| i.present);
    let fit = of.found(item, bin).fit;
    let own = fit.total();
    let others = (0_u32..)
        .zip(instance.row(item))
        .filter(|(other, _)| *other != bin);
    let next = others
        .filter_map(|(other, _)| {
            let points = i64::from(instance.points(item, other)?);
            Some((points, present == Some(other), Reverse(other)))
        })
        .max()
        .map(|(fit, stays, Reverse(other))| Next {
            manager_id: name(of, other),
            fit,
            difference: own - fit,
            why_not: match fit.cmp(&own) {
                std::cmp::Ordering::Less => WhyNot::LowerFit,
                std::cmp::Ordering::Equal if !stays => WhyNot::SameFit,
                // Staying with them would have been no move.
                std::cmp::Ordering::Equal | std::cmp::Ordering::Greater => WhyNot::Full,
            },
        });
    of.points(item, points);
    let barred = (0_u32..)
        .zip(points.iter())
        .filter(|(other, points)| {
            i64::from(**points) > own && instance.points(item, *other).is_none()
        })
        .max_by_key(|(other, points)| (**points, Reverse(*other)));
    let forbidden = barred.map(|(other, points)| Forbidden {
        manager_id: name(of, other),
        fit: i64::from(*points),
        difference: own - i64::from(*points),
        bars: of.found(item, other).bars,
    });
    Placement {
        id: of.id(item),
        manager_id: name(of, bin),
        from: present.map(|present| name(of, present)),
        change: match present {
            Some(present) if present == bin => Change::Kept,
            Some(_) => Change::Moved,
            None => Change::New,
        },
        effort: instance.items.get(item as usize).map_or(1, |i| i.effort),
        fit,
        next,
        forbidden,
    }
}

fn nobody<'r>(of: &dyn Subjects<'r>, instance: &Instance, item: u32) -> Unplaced<'r> {
    let mut barred: BTreeMap<Bar<'r>, Vec<&'r str>> = BTreeMap::new();
    let mut full = Vec::new();
    for bin in 0..number(of.managers().len()) {
        let bars = of.found(item, bin).bars;
        if bars.is_empty() {
            full.push(name(of, bin));
        }
        for bar in bars {
            barred.entry(bar).or_default().push(name(of, bin));
        }
    }
    let given = instance.items.get(item as usize);
    Unplaced {
        id: of.id(item),
        from: given
            .and_then(|i| i.present)
            .map(|present| name(of, present)),
        effort: given.map_or(1, |i| i.effort),
        barred: barred.into_iter().collect(),
        full,
    }
}

fn loads<'r>(of: &dyn Subjects<'r>, instance: &Instance, solved: &Solved) -> Vec<Load<'r>> {
    let bins = instance.bins.len();
    let mut after: Vec<i64> = instance.bins.iter().map(|bin: &Bin| bin.load).collect();
    let mut counts = vec![0_u64; bins];
    for (item, place) in instance.items.iter().zip(&solved.places) {
        if let Some(bin) = *place
            && let (Some(after), Some(count)) =
                (after.get_mut(bin as usize), counts.get_mut(bin as usize))
        {
            *after += item.effort;
            *count += 1;
        }
    }
    let loads = (0_u32..).zip(after.into_iter().zip(counts));
    let loads = loads.map(|(bin, (after, count))| Load {
        manager_id: name(of, bin),
        capacity: of.capacity(bin),
        before: of.before(bin),
        after,
        count: count + of.kept(bin),
    });
    loads.collect()
}
