//! Minimum-cost flow on a graph of bins.
//!
//! Every item begins where it costs least, whatever the room. What a bin holds beyond its room has
//! to leave along the cheapest path of exchanges to a bin that has room, and each path is the
//! cheapest there is, so that the flow is optimal at every moment for what it has placed. Distances
//! to the nearest room are kept as prices; with them no edge is ever cheaper than free, and one run
//! of Dijkstra's algorithm over the bins, backwards from the room, serves all bins that hold too
//! much. Among paths of equal cost the shortest are used up first, as in Dinic's algorithm.

use super::cost::{Amount, Cost, Weights};
use super::instance::{FORBIDDEN, Instance};
use super::{Cancelled, greedy};
use crate::progress::Progress;

/// The largest number by which the costs of a unit of effort are scaled.
const LARGEST_SCALE: i64 = 1_000_000;
/// No item.
const NONE: u32 = u32::MAX;
/// No path.
const FAR: u32 = u32::MAX;

/// Items that may be split between bins.
pub(super) struct Split {
    /// What each bin holds, by item; the last bin is for what is left out.
    pub(super) held: Vec<Vec<Piece>>,
    /// The price of one unit of room of each bin, times the scale.
    pub(super) prices: Vec<Cost>,
    /// The scale.
    pub(super) scale: i64,
}

/// So many units of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) item: u32,
    pub(super) units: i64,
}

/// The optimum when every item is of one effort.
pub(super) fn whole(
    instance: &Instance,
    effort: i64,
    progress: &mut dyn Progress,
) -> Result<Vec<Option<u32>>, Cancelled> {
    let (held, _) = solved(instance, Units::Whole(effort.max(1)), progress)?;
    let mut places = vec![None; instance.items.len()];
    for (bin, held) in (0..).zip(&held).take(instance.bins.len()) {
        for piece in held {
            if let Some(place) = places.get_mut(piece.item as usize) {
                *place = Some(bin);
            }
        }
    }
    Ok(places)
}

/// The optimum when items may be split, without regard to balance.
pub(super) fn split(instance: &Instance, progress: &mut dyn Progress) -> Result<Split, Cancelled> {
    let efforts = instance.items.iter().map(|item| item.effort);
    let scale = efforts.fold(1, least_common_multiple);
    let scale = scale.min(LARGEST_SCALE);
    let (held, prices) = solved(instance, Units::Split(scale), progress)?;
    Ok(Split {
        held,
        prices,
        scale,
    })
}

/// What each bin holds, and the price of its room.
type Flowed = (Vec<Vec<Piece>>, Vec<Cost>);

/// The optimum with costs as components, whether or not they fit one number.
#[cfg(test)]
pub(super) fn by_components(instance: &Instance, effort: i64) -> Vec<Vec<Piece>> {
    let flow = Flow::<Cost>::new(instance, Units::Whole(effort), Weights::NONE);
    let solved = flow.solved(&mut crate::progress::Unwatched);
    solved.map(|(held, _)| held).unwrap_or_default()
}

/// With costs as single numbers where they fit.
fn solved(
    instance: &Instance,
    units: Units,
    progress: &mut dyn Progress,
) -> Result<Flowed, Cancelled> {
    match Weights::new(instance.bins.len() + 1, most(instance, units)) {
        Some(weights) => Flow::<i64>::new(instance, units, weights).solved(progress),
        None => Flow::<Cost>::new(instance, units, Weights::NONE).solved(progress),
    }
}

/// The most that one step changes each component of the cost by.
fn most(instance: &Instance, units: Units) -> Cost {
    let points = instance.rows.iter().flat_map(|row| row.iter().copied());
    let points = points.filter(|points| *points != FORBIDDEN);
    // Left out, an item has no points.
    let (low, high) = points.fold((0, 0), |(low, high), p| (p.min(low), p.max(high)));
    let (times, balance) = match units {
        Units::Whole(effort) => {
            let marginal = instance.bins.iter().map(|bin| {
                let full = bin.load + bin.room();
                let before = (full - effort).max(0);
                let last = bin.weight(full) - bin.weight(before);
                i64::try_from(if bin.room() < effort { 0 } else { last }).unwrap_or(i64::MAX / 4)
            });
            (1, marginal.max().unwrap_or(0))
        }
        Units::Split(scale) => (scale, 0),
    };
    let unit = Cost {
        out: greedy::weight(instance, 0),
        fit: i64::from(high) - i64::from(low),
        moves: 1,
        balance: 0,
    };
    Cost {
        balance,
        ..unit * times
    }
}

/// Saturates: a scale that large is cut down anyway.
fn least_common_multiple(a: i64, b: i64) -> i64 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x.max(1)).saturating_mul(b)
}

#[derive(Debug, Clone, Copy)]
enum Units {
    /// An item is one unit, of this effort.
    Whole(i64),
    /// An item is as many units as its effort; costs are for one unit, times this scale.
    Split(i64),
}

struct Flow<'i, A> {
    instance: &'i Instance,
    units: Units,
    weights: Weights,
    /// Bins, and one more for what is left out.
    nodes: usize,
    /// How many units each node has room for; the last takes all.
    room: Vec<i64>,
    /// How many units of its room are used.
    used: Vec<i64>,
    /// How many units it holds beyond what it uses.
    excess: Vec<i64>,
    held: Vec<Vec<Piece>>,
    /// The least cost of moving a unit: by node to, then by node from.
    edge: Vec<A>,
    /// The item that does.
    mover: Vec<u32>,
    /// The distance to the nearest room, as far as it is known.
    price: Vec<A>,
    /// How many steps to the nearest room, along edges that are free at these prices.
    level: Vec<u32>,
    /// The next edge to try.
    cursor: Vec<usize>,
}

impl<'i, A: Amount> Flow<'i, A> {
    fn solved(mut self, progress: &mut dyn Progress) -> Result<Flowed, Cancelled> {
        self.run(progress)?;
        let prices = self.price.iter().map(|price| price.cost(&self.weights));
        let prices = prices.collect();
        Ok((self.held, prices))
    }

    fn new(instance: &'i Instance, units: Units, weights: Weights) -> Self {
        let nodes = instance.bins.len() + 1;
        let mut room: Vec<i64> = instance
            .bins
            .iter()
            .map(|bin| match units {
                Units::Whole(effort) => bin.room() / effort,
                Units::Split(_) => bin.room(),
            })
            .collect();
        room.push(i64::MAX);
        let mut flow = Self {
            instance,
            units,
            weights,
            nodes,
            room,
            used: vec![0; nodes],
            excess: vec![0; nodes],
            held: vec![Vec::new(); nodes],
            edge: vec![A::NEVER; nodes * nodes],
            mover: vec![NONE; nodes * nodes],
            price: vec![A::default(); nodes],
            level: vec![FAR; nodes],
            cursor: vec![0; nodes],
        };
        for item in instance.numbers() {
            let node = flow.cheapest(item);
            flow.enter(item, node, flow.units_of(item));
            if let Some(excess) = flow.excess.get_mut(node) {
                *excess += flow.units.of(flow.instance.item(item).effort);
            }
        }
        flow
    }

    fn units_of(&self, item: u32) -> i64 {
        self.units.of(self.instance.item(item).effort)
    }

    /// Where an item costs least; of several such, where least is held for the room there is.
    fn cheapest(&self, item: u32) -> usize {
        let mut best = (self.cost(item, self.nodes - 1), 0, self.nodes - 1);
        for (node, points) in self.instance.row(item).iter().enumerate() {
            let room = value(&self.room, node);
            if *points == FORBIDDEN || room < self.units_of(item) {
                continue;
            }
            let cost = self.cost(item, node);
            if cost > best.0 {
                continue;
            }
            let crowd = value(&self.excess, node).saturating_mul(1 << 20) / room;
            if (cost, crowd, node) < best {
                best = (cost, crowd, node);
            }
        }
        best.2
    }

    /// What one unit of an item costs at a node.
    #[inline]
    fn cost(&self, item: u32, node: usize) -> A {
        let of = self.instance.item(item);
        let times = match self.units {
            Units::Whole(_) => 1,
            Units::Split(scale) => scale / of.effort.max(1),
        };
        let stays = of.present.is_some_and(|bin| bin as usize == node);
        let moves = i64::from(of.present.is_some() && !stays);
        let unit = match self.instance.row(item).get(node) {
            Some(points) => Cost {
                fit: -i64::from(*points),
                moves,
                ..Cost::ZERO
            },
            None => Cost {
                out: greedy::weight(self.instance, of.class),
                moves,
                ..Cost::ZERO
            },
        };
        A::of(unit * times, &self.weights)
    }

    /// Units of an item come to a node.
    fn enter(&mut self, item: u32, node: usize, units: i64) {
        let Some(held) = self.held.get_mut(node) else {
            return;
        };
        if let Units::Split(_) = self.units
            && let Some(piece) = held.iter_mut().find(|piece| piece.item == item)
        {
            piece.units += units;
            return;
        }
        held.push(Piece { item, units });
        let here = self.cost(item, node);
        for to in 0..self.nodes {
            self.offer(item, here, node, to);
        }
    }

    /// An item at a node may be what moves on most cheaply.
    #[inline]
    fn offer(&mut self, item: u32, here: A, node: usize, to: usize) {
        if to == node || value(&self.room, to) < self.units_of(item) {
            return;
        }
        if self.instance.row(item).get(to) == Some(&FORBIDDEN) {
            return;
        }
        let cost = self.cost(item, to) - here;
        let at = to * self.nodes + node;
        if let (Some(edge), Some(mover)) = (self.edge.get_mut(at), self.mover.get_mut(at))
            && (cost, item) < (*edge, *mover)
        {
            (*edge, *mover) = (cost, item);
        }
    }

    /// Units of an item leave a node.
    fn leave(&mut self, item: u32, node: usize, units: i64) {
        let Some(held) = self.held.get_mut(node) else {
            return;
        };
        let Some(position) = held.iter().position(|piece| piece.item == item) else {
            return;
        };
        if let Some(piece) = held.get_mut(position)
            && piece.units > units
        {
            piece.units -= units;
            return;
        }
        held.swap_remove(position);
        let mut stale = Vec::new();
        for to in 0..self.nodes {
            let at = to * self.nodes + node;
            if let (Some(edge), Some(mover)) = (self.edge.get_mut(at), self.mover.get_mut(at))
                && *mover == item
            {
                (*edge, *mover) = (A::NEVER, NONE);
                stale.push(to);
            }
        }
        if stale.is_empty() {
            return;
        }
        let held = self
            .held
            .get_mut(node)
            .map(std::mem::take)
            .unwrap_or_default();
        for piece in &held {
            let here = self.cost(piece.item, node);
            for to in &stale {
                self.offer(piece.item, here, node, *to);
            }
        }
        if let Some(place) = self.held.get_mut(node) {
            *place = held;
        }
    }

    /// What one more unit of room costs at a node, in balance; `None` when there is none.
    fn sink(&self, node: usize) -> Option<A> {
        let used = value(&self.used, node);
        if used >= value(&self.room, node) {
            return None;
        }
        let balance = match (self.units, self.instance.bins.get(node)) {
            (Units::Whole(effort), Some(bin)) => {
                let weight = |units: i64| bin.weight(bin.load + units * effort);
                i64::try_from(weight(used + 1) - weight(used)).unwrap_or(i64::MAX / 4)
            }
            _ => 0,
        };
        let cost = Cost {
            balance,
            ..Cost::ZERO
        };
        Some(A::of(cost, &self.weights))
    }

    /// Whether the room of a node is free at these prices.
    fn is_open(&self, node: usize) -> bool {
        self.sink(node)
            .is_some_and(|cost| Some(&cost) == self.price.get(node))
    }

    fn run(&mut self, progress: &mut dyn Progress) -> Result<(), Cancelled> {
        let total: i64 = self.excess.iter().sum();
        let whole = u64::try_from(total).unwrap_or(0);
        loop {
            let left: i64 = self.excess.iter().sum();
            let done = u64::try_from(total - left).unwrap_or(0);
            if progress.at("Placing", done, whole).is_break() {
                return Err(Cancelled);
            }
            if left == 0 {
                return Ok(());
            }
            self.look();
            self.cursor.fill(0);
            for node in 0..self.nodes {
                while value(&self.excess, node) > 0 && self.send(node) {}
            }
        }
    }

    /// Distances to the nearest room, backwards from it, as far as any node holds too much.
    fn look(&mut self) {
        let mut wanted = self.excess.iter().filter(|excess| **excess > 0).count();
        let mut distance: Vec<(A, u32)> = (0..self.nodes)
            .map(|node| match (self.sink(node), self.price.get(node)) {
                (Some(cost), Some(price)) => (cost - *price, 1),
                _ => (A::NEVER, FAR),
            })
            .collect();
        let mut open = vec![true; self.nodes];
        let mut furthest = A::default();
        self.level.fill(FAR);
        while wanted > 0 {
            let candidates = distance.iter().zip(&open).enumerate();
            let nearest = candidates
                .filter(|(_, ((cost, _), open))| **open && !cost.is_never())
                .min_by_key(|(_, (distance, _))| **distance);
            let Some((node, (&(far, steps), _))) = nearest else {
                break;
            };
            if let (Some(open), Some(level)) = (open.get_mut(node), self.level.get_mut(node)) {
                (*open, *level) = (false, steps);
            }
            furthest = far;
            wanted -= usize::from(value(&self.excess, node) > 0);
            let Some(price) = self.price.get(node).copied() else {
                break;
            };
            let from = node * self.nodes;
            let edges = self.edge.get(from..from + self.nodes).unwrap_or_default();
            let known = distance
                .iter_mut()
                .zip(&open)
                .zip(edges.iter().zip(&self.price));
            for ((distance, open), (edge, own)) in known {
                if *open && !edge.is_never() {
                    let through = (*edge + price - *own + far, steps + 1);
                    if through < *distance {
                        *distance = through;
                    }
                }
            }
        }
        for ((price, (far, _)), open) in self.price.iter_mut().zip(distance).zip(open) {
            *price = *price + if open { furthest } else { far };
        }
    }

    /// Sends what it can from a node that holds too much along one free path; whether there was one.
    fn send(&mut self, start: usize) -> bool {
        let mut path = vec![start];
        while let Some(&node) = path.last() {
            if value(&self.level, node) == 1 && self.is_open(node) {
                self.push(&path);
                return true;
            }
            match self.step(node) {
                Some(next) => path.push(next),
                None => {
                    // Nothing leads on from here in this round.
                    if let Some(level) = self.level.get_mut(node) {
                        *level = FAR;
                    }
                    path.pop();
                }
            }
        }
        false
    }

    /// The next node on a free path one step nearer to room.
    fn step(&mut self, node: usize) -> Option<usize> {
        let level = value(&self.level, node);
        if level == FAR || level < 2 {
            return None;
        }
        let price = self.price.get(node).copied()?;
        let mut to = value(&self.cursor, node);
        while to < self.nodes {
            if value(&self.level, to) == level - 1
                && let (Some(edge), Some(next)) =
                    (self.edge.get(to * self.nodes + node), self.price.get(to))
                && !edge.is_never()
                && *edge + *next == price
            {
                break;
            }
            to += 1;
        }
        if let Some(cursor) = self.cursor.get_mut(node) {
            *cursor = to;
        }
        (to < self.nodes).then_some(to)
    }

    /// Moves units along a path to room.
    fn push(&mut self, path: &[usize]) {
        let (Some(&start), Some(&end)) = (path.first(), path.last()) else {
            return;
        };
        let hops: Vec<(usize, usize, u32)> = path
            .windows(2)
            .filter_map(|hop| {
                let (from, to) = (*hop.first()?, *hop.last()?);
                Some((from, to, value(&self.mover, to * self.nodes + from)))
            })
            .collect();
        let mut units = value(&self.excess, start);
        units = units.min(match self.units {
            // Each unit of room costs more than the one before.
            Units::Whole(_) => 1,
            Units::Split(_) => value(&self.room, end) - value(&self.used, end),
        });
        for (from, _, item) in &hops {
            let held = self.held.get(*from).into_iter().flatten();
            let piece = held.filter(|piece| piece.item == *item).map(|p| p.units);
            units = units.min(piece.max().unwrap_or(0));
        }
        for (from, to, item) in hops {
            self.leave(item, from, units);
            self.enter(item, to, units);
        }
        if let (Some(excess), Some(used)) = (self.excess.get_mut(start), self.used.get_mut(end)) {
            *excess -= units;
            *used += units;
        }
    }
}

impl Units {
    const fn of(self, effort: i64) -> i64 {
        match self {
            Self::Whole(_) => 1,
            Self::Split(_) => effort,
        }
    }
}

#[inline]
fn value<T: Copy + Default>(of: &[T], at: usize) -> T {
    of.get(at).copied().unwrap_or_default()
}
