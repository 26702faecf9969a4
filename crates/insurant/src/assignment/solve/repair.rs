//! An assignment that is made complete and better, step by step, never worse.

use super::Cancelled;
use super::bound::Prices;
use super::greedy::rooms;
use super::instance::{FORBIDDEN, Instance};
use super::open::{Nearest, Open};
use crate::progress::Progress;
use std::collections::BTreeSet;

/// How many bins an item is tried at beyond its own.
const BINS_TRIED: usize = 8;
/// How often all items that could be better off are gone through.
const ROUNDS: usize = 4;
/// How many times room is made for an item by moving others.
const ROOM_MADE: usize = 20_000;

/// Where everything is, and how much room is left.
pub(super) struct State<'i> {
    instance: &'i Instance,
    nearest: &'i Nearest,
    places: Vec<Option<u32>>,
    rooms: Vec<i64>,
    held: Vec<BTreeSet<u32>>,
    stuck: Stuck,
}

/// Bins out of which nothing could be moved, and for how small an effort. What is in the way of an
/// effort is in the way of a greater one, until something is put elsewhere.
#[derive(Default)]
struct Stuck {
    /// By bin: no single item can make room for this effort or more.
    one: Vec<i64>,
    /// By bin: nor can several.
    several: Vec<i64>,
}

impl Stuck {
    fn forget(&mut self) {
        self.one.fill(i64::MAX);
        self.several.fill(i64::MAX);
    }
}

/// Less than anything gains.
const NO_FLOOR: (i64, i64) = (i64::MIN / 4, i64::MIN / 4);

fn stuck(least: &[i64], bin: u32) -> i64 {
    least.get(bin as usize).copied().unwrap_or(i64::MAX)
}

/// Moving one item out of a bin to make room in it.
struct Ejection {
    item: u32,
    to: u32,
    /// What is gained by it: points, then items back where they were.
    gain: (i64, i64),
}

impl<'i> State<'i> {
    /// An assignment that keeps within its rooms.
    pub(super) fn new(
        instance: &'i Instance,
        nearest: &'i Nearest,
        places: &[Option<u32>],
    ) -> Self {
        let bins = instance.bins.len();
        let mut state = Self {
            instance,
            nearest,
            places: vec![None; places.len()],
            rooms: rooms(instance),
            held: vec![BTreeSet::new(); bins],
            stuck: Stuck {
                one: vec![i64::MAX; bins],
                several: vec![i64::MAX; bins],
            },
        };
        for (item, place) in instance.numbers().zip(places) {
            if let Some(bin) = *place {
                state.put(item, bin);
            }
        }
        state
    }

    pub(super) fn into_places(self) -> Vec<Option<u32>> {
        self.places
    }

    fn room(&self, bin: u32) -> i64 {
        self.rooms.get(bin as usize).copied().unwrap_or(0)
    }

    fn effort(&self, item: u32) -> i64 {
        self.instance.item(item).effort
    }

    fn place(&self, item: u32) -> Option<u32> {
        self.places.get(item as usize).copied().flatten()
    }

    fn take(&mut self, item: u32) {
        if let Some(place) = self.places.get_mut(item as usize)
            && let Some(bin) = place.take()
        {
            if let Some(room) = self.rooms.get_mut(bin as usize) {
                *room += self.instance.item(item).effort;
            }
            if let Some(held) = self.held.get_mut(bin as usize) {
                held.remove(&item);
            }
        }
    }

    fn put(&mut self, item: u32, bin: u32) {
        self.take(item);
        self.stuck.forget();
        if let Some(place) = self.places.get_mut(item as usize) {
            *place = Some(bin);
        }
        if let Some(room) = self.rooms.get_mut(bin as usize) {
            *room -= self.instance.item(item).effort;
        }
        if let Some(held) = self.held.get_mut(bin as usize) {
            held.insert(item);
        }
    }

    /// What an item is worth at a bin: points, then whether it stays.
    fn worth(&self, item: u32, bin: u32) -> Option<(i64, i64)> {
        let points = self.instance.points(item, bin)?;
        let stays = self.instance.item(item).present == Some(bin);
        Some((i64::from(points), i64::from(stays)))
    }

    /// What is gained when an item goes from one bin to another.
    fn gain(&self, item: u32, from: u32, to: u32) -> Option<(i64, i64)> {
        let (there, here) = (self.worth(item, to)?, self.worth(item, from)?);
        Some((there.0 - here.0, there.1 - here.1))
    }

    /// The bins that an item may go to, best first.
    fn choices(&self, item: u32) -> Vec<u32> {
        let row = (0_u32..).zip(self.instance.row(item));
        let allowed = row
            .filter(|(_, points)| **points != FORBIDDEN)
            .map(|(bin, _)| bin);
        let mut bins: Vec<u32> = allowed.collect();
        bins.sort_by_key(|bin| std::cmp::Reverse(self.worth(item, *bin)));
        bins
    }

    /// The first of them.
    fn first_choices(&self, item: u32) -> Vec<u32> {
        let mut bins = self.nearest.of(self.instance, item).to_vec();
        let present = self.instance.item(item).present;
        bins.extend(present.filter(|bin| self.worth(item, *bin).is_some() && !bins.contains(bin)));
        // Stable: of equals, the one that it is in comes first, then the order of bins.
        bins.sort_by_key(|bin| std::cmp::Reverse(self.worth(item, *bin)));
        bins.truncate(BINS_TRIED);
        bins
    }

    /// Places what has no place, by priority; what is dropped for something of a higher priority is
    /// placed again if it can be.
    pub(super) fn insert_all(&mut self, progress: &mut dyn Progress) -> Result<(), Cancelled> {
        let free = self
            .instance
            .numbers()
            .filter(|item| self.place(*item).is_none());
        let mut queue: BTreeSet<(u32, i64, u32)> = free.map(|item| self.turn(item)).collect();
        let mut tries = 0;
        let all = queue.len() as u64;
        while let Some((_, _, item)) = queue.pop_first() {
            let done = all.saturating_sub(queue.len() as u64);
            if progress.at("Making room", done, all).is_break() {
                return Err(Cancelled);
            }
            let choices = self.choices(item);
            let effort = self.effort(item);
            if let Some(bin) = choices.iter().find(|bin| self.room(**bin) >= effort) {
                self.put(item, *bin);
                continue;
            }
            tries += 1;
            if tries > ROOM_MADE || self.make_room(item, &choices) {
                continue;
            }
            for dropped in self.drop_for(item, &choices) {
                queue.insert(self.turn(dropped));
            }
        }
        Ok(())
    }

    /// When an item is placed: by priority, the greater first.
    fn turn(&self, item: u32) -> (u32, i64, u32) {
        let of = self.instance.item(item);
        (of.class, -of.effort, item)
    }

    /// Places an item after moving others elsewhere; whether that was possible.
    fn make_room(&mut self, item: u32, choices: &[u32]) -> bool {
        let effort = self.effort(item);
        if self.rooms.iter().sum::<i64>() < effort {
            return false;
        }
        let open = Open::new(&self.rooms, None);
        let mut best: Option<((i64, i64), u32, Ejection)> = None;
        for bin in choices {
            let Some(own) = self.worth(item, *bin) else {
                continue;
            };
            if stuck(&self.stuck.one, *bin) <= effort {
                continue;
            }
            let need = effort - self.room(*bin);
            match self.ejection(*bin, need, &open, NO_FLOOR) {
                Some(ejection) => {
                    let gain = (own.0 + ejection.gain.0, own.1 + ejection.gain.1);
                    if best.as_ref().is_none_or(|(known, ..)| gain > *known) {
                        best = Some((gain, *bin, ejection));
                    }
                }
                None => {
                    if let Some(least) = self.stuck.one.get_mut(*bin as usize) {
                        *least = effort;
                    }
                }
            }
        }
        if let Some((_, bin, ejection)) = best {
            self.put(ejection.item, ejection.to);
            self.put(item, bin);
            return true;
        }
        choices.iter().any(|bin| self.empty_out(item, *bin))
    }

    /// The best single item to move out of a bin, to one that has room for it, when that gains more
    /// than the floor.
    fn ejection(&self, bin: u32, need: i64, open: &Open, floor: (i64, i64)) -> Option<Ejection> {
        let held = self.held.get(bin as usize)?;
        let largest = open.largest_but(bin);
        let mut best: Option<Ejection> = None;
        for item in held {
            let effort = self.effort(*item);
            if effort < need || effort > largest {
                continue;
            }
            let Some(here) = self.worth(*item, bin) else {
                continue;
            };
            let floor = best.as_ref().map_or(floor, |known| known.gain);
            let above = (
                floor.0.saturating_add(here.0),
                floor.1.saturating_add(here.1),
            );
            let found = self.nearest.best(self.instance, *item, bin, open, above);
            if let Some((worth, to)) = found {
                best = Some(Ejection {
                    item: *item,
                    to,
                    gain: (worth.0 - here.0, worth.1 - here.1),
                });
            }
        }
        best
    }

    /// Moves several items out of a bin, the smallest loss first, until an item fits; undone when it
    /// never does.
    fn empty_out(&mut self, item: u32, bin: u32) -> bool {
        let effort = self.effort(item);
        if stuck(&self.stuck.several, bin) <= effort {
            return false;
        }
        let mut moved = Vec::new();
        let known = std::mem::take(&mut self.stuck);
        while self.room(bin) < effort {
            let open = Open::new(&self.rooms, None);
            match self.ejection(bin, 1, &open, NO_FLOOR) {
                Some(Ejection { item, to, .. }) if moved.len() < 16 => {
                    self.put(item, to);
                    moved.push(item);
                }
                _ => {
                    for item in moved {
                        self.put(item, bin);
                    }
                    // Everything is where it was.
                    self.stuck = known;
                    if let Some(least) = self.stuck.several.get_mut(bin as usize) {
                        *least = effort;
                    }
                    return false;
                }
            }
        }
        self.stuck = known;
        self.put(item, bin);
        true
    }

    /// Places an item by dropping such as have a lower priority; those that were dropped.
    fn drop_for(&mut self, item: u32, choices: &[u32]) -> Vec<u32> {
        let of = self.instance.item(item);
        let mut best: Option<(Vec<u32>, u32)> = None;
        for bin in choices {
            let mut need = of.effort - self.room(*bin);
            let held = self.held.get(*bin as usize).into_iter().flatten();
            let mut lower: Vec<(u32, i64, u32)> = held.map(|item| self.turn(*item)).collect();
            lower.retain(|(class, ..)| *class > of.class);
            lower.sort_unstable();
            let mut dropped = Vec::new();
            for (_, effort, item) in lower.into_iter().rev() {
                if need <= 0 {
                    break;
                }
                need += effort;
                dropped.push(item);
            }
            if need <= 0
                && best
                    .as_ref()
                    .is_none_or(|(known, _)| dropped.len() < known.len())
            {
                best = Some((dropped, *bin));
            }
        }
        let Some((dropped, bin)) = best else {
            return Vec::new();
        };
        for item in &dropped {
            self.take(*item);
        }
        self.put(item, bin);
        dropped
    }

    /// Moves and exchanges while any makes it better, beginning with the items that are furthest from
    /// what the prices say they could be worth.
    pub(super) fn improve(
        &mut self,
        prices: &Prices,
        progress: &mut dyn Progress,
    ) -> Result<(), Cancelled> {
        for _ in 0..ROUNDS {
            let candidates = self.candidates(prices);
            let all = candidates.len() as u64;
            let mut better = false;
            for (done, item) in (0_u64..).zip(candidates) {
                if progress.at("Improving", done, all).is_break() {
                    return Err(Cancelled);
                }
                better |= self.better_off(item);
            }
            if !better {
                break;
            }
        }
        Ok(())
    }

    /// Placed items that are not where the prices want them, the furthest from it first.
    fn candidates(&self, prices: &Prices) -> Vec<u32> {
        let mut found: Vec<(std::cmp::Reverse<i128>, u32)> = Vec::new();
        for item in self.instance.numbers() {
            let Some(own) = self.place(item) else {
                continue;
            };
            let effort = i128::from(self.effort(item));
            let net = |points: i32, price: i64| {
                i128::from(points) * i128::from(prices.scale) - i128::from(price) * effort
            };
            let bins = self.instance.row(item).iter().zip(&prices.lambda);
            let allowed = bins.filter(|(points, _)| **points != FORBIDDEN);
            let best = allowed.map(|(points, price)| net(*points, *price)).max();
            let price = prices.lambda.get(own as usize).copied().unwrap_or(0);
            let now = self
                .instance
                .points(item, own)
                .map(|points| net(points, price));
            if let (Some(best), Some(now)) = (best, now)
                && best > now
            {
                found.push((std::cmp::Reverse(best - now), item));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, item)| item).collect()
    }

    /// Moves an item to a better bin, with an exchange or a chain if it must be; whether anything is
    /// better.
    fn better_off(&mut self, item: u32) -> bool {
        let Some(own) = self.place(item) else {
            return false;
        };
        let effort = self.effort(item);
        let open = Open::new(&self.rooms, Some((own, effort)));
        let mut best: Option<((i64, i64), u32, Option<Ejection>)> = None;
        for bin in self.first_choices(item) {
            let Some(gain) = self.gain(item, own, bin).filter(|gain| *gain > (0, 0)) else {
                break;
            };
            let least = best.as_ref().map_or((0, 0), |(known, ..)| *known);
            let need = effort - self.room(bin);
            if need <= 0 {
                if gain > least {
                    best = Some((gain, bin, None));
                }
            } else {
                let floor = (least.0 - gain.0, least.1 - gain.1);
                if let Some(e) = self.ejection(bin, need, &open, floor) {
                    let gain = (gain.0 + e.gain.0, gain.1 + e.gain.1);
                    best = Some((gain, bin, Some(e)));
                }
            }
        }
        let Some((_, bin, ejection)) = best else {
            return false;
        };
        self.take(item);
        if let Some(ejection) = ejection {
            self.put(ejection.item, ejection.to);
        }
        self.put(item, bin);
        true
    }

    /// Moves items between bins where they are worth the same, while that balances the loads.
    pub(super) fn level(&mut self) {
        for item in self.instance.numbers() {
            let Some(own) = self.place(item) else {
                continue;
            };
            let effort = self.effort(item);
            let weigh = |bin: u32, room: i64| {
                let of = self.instance.bins.get(bin as usize);
                of.map_or(0, |of| of.weight(of.capacity.max(of.load) - room))
            };
            let room = self.room(own);
            let saved = weigh(own, room) - weigh(own, room + effort);
            let mut best: Option<(i128, u32)> = None;
            for (bin, room) in (0_u32..).zip(&self.rooms) {
                if bin == own || *room < effort || self.gain(item, own, bin) != Some((0, 0)) {
                    continue;
                }
                let added = weigh(bin, room - effort) - weigh(bin, *room);
                if added < saved && best.is_none_or(|known| (added, bin) < known) {
                    best = Some((added, bin));
                }
            }
            if let Some((_, bin)) = best {
                self.put(item, bin);
            }
        }
    }
}
