//! Items of unequal effort: a bound, an assignment near it, and how near.

use super::bound::{self, Bounds, Prices};
use super::exact;
use super::flow::{self, Split};
use super::greedy::greedy;
use super::instance::{FORBIDDEN, Instance};
use super::open::Nearest;
use super::repair::State;
use super::{Cancelled, Solved};
use crate::progress::Progress;

/// See [`super::solve`].
pub(super) fn solve(instance: &Instance, progress: &mut dyn Progress) -> Result<Solved, Cancelled> {
    let split = flow::split(instance, progress)?;
    let prices = prices(instance, &split);
    let nearest = Nearest::new(instance);
    let mut state = State::new(instance, &nearest, &rounded(instance, &split));
    drop(split);
    state.insert_all(progress)?;
    if let Some(best) = prices.first() {
        state.improve(best, progress)?;
    }
    state.level();
    let mut places = state.into_places();
    let mut measure = instance.measure(&places);
    let simple = greedy(instance);
    let reached = instance.measure(&simple);
    if reached.is_better(&measure) {
        // Few and unlike items: what greedy found is mended the same way.
        let mut state = State::new(instance, &nearest, &simple);
        state.insert_all(progress)?;
        if let Some(best) = prices.first() {
            state.improve(best, progress)?;
        }
        state.level();
        places = state.into_places();
        measure = instance.measure(&places);
    }
    if let Some(best) = prices.first()
        && let Some(found) = exact::search(instance, best, &places)
    {
        (places, measure) = (found.places, found.measure);
        if found.optimal {
            return Ok(Solved {
                bounds: Bounds::reached(&measure),
                places,
                measure,
                optimal: true,
            });
        }
    }
    let total = measure.total();
    let placed = prices.iter().map(|p| bound::placed(instance, p));
    let fit = prices.iter().map(|p| bound::fit(instance, p, total));
    let bounds = Bounds {
        placed: placed.min().unwrap_or(total),
        fit: fit.min().unwrap_or(measure.fit),
    };
    Ok(Solved {
        places,
        measure,
        bounds,
        // Moves and balance have no bounds.
        optimal: false,
    })
}

/// Prices of room to work out bounds with: those of points alone, those of room to place more, and
/// mixtures where something is left out.
fn prices(instance: &Instance, split: &Split) -> Vec<Prices> {
    let bins = instance.bins.len();
    let of = |price: &dyn Fn(&super::cost::Cost) -> i64| Prices {
        lambda: split
            .prices
            .iter()
            .take(bins)
            .map(|c| price(c).max(0))
            .collect(),
        scale: split.scale,
    };
    let mut all = vec![of(&|cost| cost.fit)];
    if split.prices.iter().take(bins).any(|cost| cost.out > 0) {
        all.push(of(&|cost| cost.out));
        let points = instance.rows.iter().flat_map(|row| row.iter());
        let points = points.filter(|points| **points != FORBIDDEN);
        let most = points
            .map(|points| i64::from(*points).abs())
            .max()
            .unwrap_or(1);
        for part in 0..4 {
            let worth = (most >> part).max(1);
            all.push(of(&|cost| {
                cost.out.saturating_mul(worth).saturating_add(cost.fit)
            }));
        }
    }
    all
}

/// Where the relaxed answer puts all of an item; nowhere for those that it splits.
fn rounded(instance: &Instance, split: &Split) -> Vec<Option<u32>> {
    let mut places = vec![None; instance.items.len()];
    for (bin, held) in (0..).zip(&split.held).take(instance.bins.len()) {
        for piece in held {
            if let Some(place) = places.get_mut(piece.item as usize)
                && piece.units == instance.item(piece.item).effort
            {
                *place = Some(bin);
            }
        }
    }
    places
}
