//! Where an item is best off among the bins that have room for it.

use super::instance::{FORBIDDEN, Instance};
use std::cmp::Reverse;

/// How many bins are kept in order for each row of points. One of them has room, mostly.
const KEPT: usize = 24;

/// For each row of points the bins with the most, in order.
pub(super) struct Nearest {
    rows: Vec<Box<[u32]>>,
}

/// The bins that have room, and how much.
pub(super) struct Open {
    /// By bin.
    rooms: Vec<i64>,
    /// The greatest room first.
    greatest: Vec<(i64, u32)>,
}

impl Open {
    /// The rooms as they are, with what one bin has besides when an item leaves it.
    pub(super) fn new(rooms: &[i64], freed: Option<(u32, i64)>) -> Self {
        let mut rooms = rooms.to_vec();
        if let Some((bin, effort)) = freed
            && let Some(room) = rooms.get_mut(bin as usize)
        {
            *room += effort;
        }
        let each = rooms.iter().copied().zip(0_u32..);
        let mut greatest: Vec<(i64, u32)> = each.filter(|(room, _)| *room > 0).collect();
        greatest.sort_unstable_by_key(|(room, bin)| (Reverse(*room), *bin));
        Self { rooms, greatest }
    }

    fn room(&self, bin: u32) -> i64 {
        self.rooms.get(bin as usize).copied().unwrap_or(0)
    }

    /// The greatest room beside that of a bin.
    pub(super) fn largest_but(&self, bin: u32) -> i64 {
        let others = self.greatest.iter().filter(|(_, other)| *other != bin);
        others.map(|(room, _)| *room).next().unwrap_or(0)
    }
}

impl Nearest {
    pub(super) fn new(instance: &Instance) -> Self {
        let of = |row: &[i32]| {
            let each = row.iter().copied().zip(0_u32..);
            let mut bins: Vec<(Reverse<i32>, u32)> = each
                .filter(|(points, _)| *points != FORBIDDEN)
                .map(|(points, bin)| (Reverse(points), bin))
                .collect();
            if bins.len() > KEPT {
                bins.select_nth_unstable(KEPT - 1);
                bins.truncate(KEPT);
            }
            bins.sort_unstable();
            bins.into_iter().map(|(_, bin)| bin).collect()
        };
        let rows = instance.rows.iter().map(|row| of(row)).collect();
        Self { rows }
    }

    /// The bins where an item has the most points, the first of equals first.
    pub(super) fn of(&self, instance: &Instance, item: u32) -> &[u32] {
        let row = self.rows.get(instance.item(item).row as usize);
        row.map_or(&[], |row| row)
    }

    /// Where an item is worth most among the open bins but its own, when that is more than what is
    /// known already: what it is worth there, and which bin.
    pub(super) fn best(
        &self,
        instance: &Instance,
        item: u32,
        own: u32,
        open: &Open,
        above: (i64, i64),
    ) -> Option<((i64, i64), u32)> {
        let of = instance.item(item);
        let fits = |bin: u32| bin != own && open.room(bin) >= of.effort;
        let mut best: Option<((i64, i64), u32)> = None;
        let mut consider = |points: i32, bin: u32| {
            let stays = of.present == Some(bin);
            let worth = (i64::from(points), i64::from(stays));
            let better =
                |(known, at): ((i64, i64), u32)| (worth, Reverse(bin)) > (known, Reverse(at));
            if worth > above && best.is_none_or(better) {
                best = Some((worth, bin));
            }
        };
        // What it is in may be worth more than others of the same points.
        if let Some(present) = of.present.filter(|bin| fits(*bin))
            && let Some(points) = instance.points(item, present)
        {
            consider(points, present);
        }
        let kept = self.of(instance, item);
        for bin in kept {
            let Some(points) = instance.points(item, *bin) else {
                continue;
            };
            if i64::from(points) < above.0 {
                return best;
            }
            if fits(*bin) {
                consider(points, *bin);
                return best;
            }
        }
        if kept.len() < KEPT {
            return best;
        }
        for (room, bin) in &open.greatest {
            if *room < of.effort {
                break;
            }
            if *bin != own
                && let Some(points) = instance.points(item, *bin)
            {
                consider(points, *bin);
            }
        }
        best
    }
}
