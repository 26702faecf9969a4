//! Few items of unequal effort: every assignment that could be better is looked at.
//!
//! A search in depth, item by item, that leaves out what a bound shows to be no better than the best
//! so far. It ends after a number of steps, never after a time, so that the same input gives the same
//! answer on every machine; when it comes to its end before that, its answer is the optimum.

use super::bound::Prices;
use super::greedy::rooms;
use super::instance::{Instance, Measure};
use std::cmp::{Ordering, Reverse};

/// The most items that are searched through.
const ITEMS: usize = 60;
/// The most bins.
const BINS: usize = 200;
/// The most steps: a tenth of a second or so.
const STEPS: u32 = 200_000;

/// What the search found.
pub(super) struct Found {
    /// The best assignment that was seen, which may be the one that it began with.
    pub(super) places: Vec<Option<u32>>,
    /// What it reaches.
    pub(super) measure: Measure,
    /// Whether nothing is better.
    pub(super) optimal: bool,
}

/// Begins with an assignment, and looks for better ones; `None` when there are too many items.
pub(super) fn search(instance: &Instance, prices: &Prices, start: &[Option<u32>]) -> Option<Found> {
    if instance.items.len() > ITEMS || instance.bins.len() > BINS {
        return None;
    }
    let mut search = Search::new(instance, prices, start);
    search.visit(0);
    Some(Found {
        optimal: search.steps < STEPS,
        places: search.best,
        measure: search.known,
    })
}

/// An item, and what is known of it and of all that come after it.
struct Turn {
    item: u32,
    effort: i64,
    class: usize,
    present: Option<u32>,
    /// The bins that may take it, best first.
    bins: Vec<(i64, u32)>,
    after: After,
}

/// What an item and all after it can reach at most.
#[derive(Clone, Default)]
struct After {
    /// By class the efforts, the least first, added up.
    efforts: Vec<Vec<i64>>,
    /// Points when everything is where it has most, or left out when it has less than none.
    points: i64,
    /// The same, less the price of the room, times the scale of the prices.
    net: i128,
    /// Items that cannot stay.
    moves: u64,
}

struct Search<'i> {
    instance: &'i Instance,
    prices: &'i Prices,
    turns: Vec<Turn>,
    /// The state of the assignment at hand.
    places: Vec<Option<u32>>,
    rooms: Vec<i64>,
    placed: Vec<u64>,
    fit: i64,
    moves: u64,
    balance: i128,
    /// The best so far.
    best: Vec<Option<u32>>,
    known: Measure,
    steps: u32,
}

impl<'i> Search<'i> {
    fn new(instance: &'i Instance, prices: &'i Prices, start: &[Option<u32>]) -> Self {
        let empty = instance.measure(&vec![None; instance.items.len()]);
        Self {
            instance,
            prices,
            turns: turns(instance, prices),
            places: vec![None; instance.items.len()],
            rooms: rooms(instance),
            placed: empty.placed,
            fit: 0,
            moves: 0,
            balance: empty.balance,
            best: start.to_vec(),
            known: instance.measure(start),
            steps: 0,
        }
    }

    /// Goes on with the item whose turn it is.
    fn visit(&mut self, turn: usize) {
        if self.steps >= STEPS {
            return;
        }
        self.steps += 1;
        let Some(at) = self.turns.get(turn) else {
            self.reached();
            return;
        };
        if !self.could_be_better(&at.after) {
            return;
        }
        let (item, effort, class, present) = (at.item, at.effort, at.class, at.present);
        for position in 0..at.bins.len() {
            let bins = self.turns.get(turn).map(|turn| &turn.bins);
            let Some(&(points, bin)) = bins.and_then(|bins| bins.get(position)) else {
                break;
            };
            if self.room(bin) < effort {
                continue;
            }
            let moved = u64::from(present.is_some() && present != Some(bin));
            let before = (self.balance, self.moves);
            self.change(item, bin, class, effort, points);
            self.moves += moved;
            self.visit(turn + 1);
            self.undo(item, bin, class, effort, points);
            (self.balance, self.moves) = before;
        }
        let moved = u64::from(present.is_some());
        self.moves += moved;
        self.visit(turn + 1);
        self.moves -= moved;
    }

    /// Every item has had its turn.
    fn reached(&mut self) {
        let measure = Measure {
            placed: self.placed.clone(),
            fit: self.fit,
            moves: self.moves,
            balance: self.balance,
        };
        if measure.is_better(&self.known) {
            self.best.clone_from(&self.places);
            self.known = measure;
        }
    }

    fn room(&self, bin: u32) -> i64 {
        self.rooms.get(bin as usize).copied().unwrap_or(0)
    }

    fn change(&mut self, item: u32, bin: u32, class: usize, effort: i64, points: i64) {
        if let Some(place) = self.places.get_mut(item as usize) {
            *place = Some(bin);
        }
        if let Some(of) = self.instance.bins.get(bin as usize) {
            let full = of.capacity.max(of.load) - self.room(bin);
            self.balance += of.weight(full + effort) - of.weight(full);
        }
        if let (Some(room), Some(placed)) =
            (self.rooms.get_mut(bin as usize), self.placed.get_mut(class))
        {
            *room -= effort;
            *placed += 1;
        }
        self.fit += points;
    }

    fn undo(&mut self, item: u32, bin: u32, class: usize, effort: i64, points: i64) {
        if let Some(place) = self.places.get_mut(item as usize) {
            *place = None;
        }
        if let (Some(room), Some(placed)) =
            (self.rooms.get_mut(bin as usize), self.placed.get_mut(class))
        {
            *room += effort;
            *placed -= 1;
        }
        self.fit -= points;
    }

    /// Whether an assignment that goes on from here could be better than the best so far.
    fn could_be_better(&self, after: &After) -> bool {
        let room: i64 = self.rooms.iter().sum();
        let most = self
            .placed
            .iter()
            .zip(&after.efforts)
            .map(|(placed, sums)| placed + sums.partition_point(|sum| *sum <= room) as u64);
        match most.cmp(self.known.placed.iter().copied()) {
            Ordering::Greater => return true,
            Ordering::Less => return false,
            Ordering::Equal => {}
        }
        let rooms = self.rooms.iter().zip(&self.prices.lambda);
        let rooms: i128 = rooms
            .map(|(room, price)| i128::from(*room) * i128::from(*price))
            .sum();
        let scale = i128::from(self.prices.scale.max(1));
        let net = (after.net + rooms).div_euclid(scale);
        let points = i128::from(after.points).min(net);
        let fit = i128::from(self.fit) + points;
        let moves = self.moves + after.moves;
        match fit.cmp(&i128::from(self.known.fit)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => (moves, self.balance) < (self.known.moves, self.known.balance),
        }
    }
}

/// The items in the order of their turns: by priority, the greater first.
fn turns(instance: &Instance, prices: &Prices) -> Vec<Turn> {
    let mut order: Vec<u32> = instance.numbers().collect();
    order.sort_by_key(|number| {
        let item = instance.item(*number);
        (item.class, -item.effort, *number)
    });
    let mut after = After {
        efforts: vec![Vec::new(); instance.classes.max(1) as usize],
        ..After::default()
    };
    let mut single = after.efforts.clone();
    let mut turns = Vec::new();
    for number in order.into_iter().rev() {
        let item = instance.item(number);
        let row = instance.bins.iter().zip(0_u32..);
        let may = row.filter_map(|(bin, at)| {
            let points = instance.points(number, at)?;
            (bin.room() >= item.effort).then_some((i64::from(points), at))
        });
        let mut bins: Vec<(i64, u32)> = may.collect();
        bins.sort_by_key(|(points, bin)| (Reverse((*points, item.present == Some(*bin))), *bin));
        let stays = |(_, bin): &(i64, u32)| item.present == Some(*bin);
        after.moves += u64::from(item.present.is_some() && !bins.iter().any(stays));
        after.points += bins.first().map_or(0, |(points, _)| (*points).max(0));
        let net = bins.iter().map(|(points, bin)| {
            let price = prices.lambda.get(*bin as usize).copied().unwrap_or(0);
            i128::from(*points) * i128::from(prices.scale)
                - i128::from(price) * i128::from(item.effort)
        });
        after.net += net.max().unwrap_or(0).max(0);
        let class = item.class as usize;
        if !bins.is_empty()
            && let (Some(alone), Some(sums)) = (single.get_mut(class), after.efforts.get_mut(class))
        {
            alone.push(item.effort);
            alone.sort_unstable();
            let mut sum = 0_i64;
            *sums = alone
                .iter()
                .map(|effort| {
                    sum = sum.saturating_add(*effort);
                    sum
                })
                .collect();
        }
        turns.push(Turn {
            item: number,
            effort: item.effort,
            class,
            present: item.present,
            bins,
            after: after.clone(),
        });
    }
    turns.reverse();
    turns
}
