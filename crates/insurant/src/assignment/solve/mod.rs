//! The solver: items to bins of limited capacity, in five steps of importance.
//!
//! It knows no customers and no managers. Of all assignments that break no hard rule it looks for
//! the one that, in this order,
//!
//! 1. places as much as possible: first of the items of the first priority, then of the second, …;
//! 2. has the greatest sum of fit points;
//! 3. moves the fewest items from the bin that they are in (an item that loses its bin counts too);
//! 4. is balanced best: the sum over all bins of `load² × ⌊1,000,000 / capacity⌋` is smallest, where
//!    what was there before counts as load;
//! 5. and between equals takes the order of ids, so that the same input gives the same answer in
//!    whatever order it came.
//!
//! **Equal efforts.** Then it is a minimum-cost flow, solved to the proven optimum of steps 1 to 4 by
//! [`flow`](self): a primal-dual method on a graph of bins only, where the edge from one bin to
//! another is the cheapest item to move between them. There are few bins and many items, so that a
//! round over the graph is cheap whatever the number of items. Costs are compared lexicographically,
//! component by component, never packed into one number that could overflow.
//!
//! Step 1 is exact for any number of priorities because the sets of items that can be placed
//! together are the independent sets of a transversal matroid: whatever the weights, the heaviest
//! such set depends on their order alone.
//!
//! **Unequal efforts.** Then it is the generalised assignment problem, which is NP-hard. Letting items
//! be split between bins makes it a transportation problem, which the same flow solves; its prices
//! give a bound that no assignment can exceed (weak duality, evaluated in whole numbers), and its
//! flow an assignment of all but the few items that it split. Those are placed by regret, then by
//! chains of ejections, then improved by moves and exchanges. The greedy answer is worked out as
//! well, and the better of the two is the answer: it is never worse than greedy, and never leaves
//! out what greedy placed. Where there are few items, all that could be better is searched through,
//! and then the answer is the optimum.
//!
//! **Why no crate.** Seen in November 2026: `rs-graph` has a network simplex and is under the GPL;
//! `mcmf` wraps a C++ library with 32-bit costs and was last published in 2018; `pathfinding`'s
//! Kuhn–Munkres is cubic and knows no capacities; `petgraph` has no minimum-cost flow; `good_lp`,
//! `minilp` and HiGHS compute with floats. None takes lexicographic costs.

mod bound;
mod cost;
mod exact;
mod flow;
mod greedy;
mod instance;
mod open;
mod repair;
#[cfg(test)]
mod tests;
mod uneven;

pub(super) use bound::Bounds;
pub(super) use instance::{Bin, FORBIDDEN, Instance, Item, Measure};

use crate::progress::Progress;
use std::collections::{BTreeMap, HashMap};

/// Where each item went, and what is known of how good that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solved {
    /// The bin of each item.
    pub(super) places: Vec<Option<u32>>,
    /// What was reached.
    pub(super) measure: Measure,
    /// What no assignment can exceed.
    pub(super) bounds: Bounds,
    /// Whether no assignment is better in steps 1 to 4.
    pub(super) optimal: bool,
}

/// The caller ended the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cancelled;

/// Solves an instance. Items and bins are in the order of their ids.
///
/// # Errors
/// The caller ended it.
pub(super) fn solve(instance: &Instance, progress: &mut dyn Progress) -> Result<Solved, Cancelled> {
    let mut solved = match instance.equal_effort() {
        Some(effort) => {
            let places = flow::whole(instance, effort, progress)?;
            let measure = instance.measure(&places);
            Solved {
                bounds: Bounds::reached(&measure),
                measure,
                places,
                optimal: true,
            }
        }
        None => uneven::solve(instance, progress)?,
    };
    in_order(instance, &mut solved.places);
    Ok(solved)
}

/// Of items that are alike in everything, the first get the first bins, and the last are left out:
/// nothing is gained or lost by it, and whoever reads it sees why it is so.
fn in_order(instance: &Instance, places: &mut [Option<u32>]) {
    // Rows may have the same points for different reasons.
    let mut rows: HashMap<&[i32], usize> = HashMap::new();
    let mut alike: BTreeMap<(usize, Option<u32>, i64, u32), Vec<usize>> = BTreeMap::new();
    for (position, (number, item)) in instance.numbers().zip(&instance.items).enumerate() {
        let new = rows.len();
        let row = *rows.entry(instance.row(number)).or_insert(new);
        let key = (row, item.present, item.effort, item.class);
        alike.entry(key).or_default().push(position);
    }
    for positions in alike.into_values() {
        let here = positions.iter().filter_map(|at| places.get(*at).copied());
        let mut bins: Vec<Option<u32>> = here.collect();
        bins.sort_by_key(|bin| (bin.is_none(), *bin));
        for (at, bin) in positions.into_iter().zip(bins) {
            if let Some(place) = places.get_mut(at) {
                *place = bin;
            }
        }
    }
}
