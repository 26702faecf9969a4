//! The greedy answer: item by item in order of priority, each to the best bin that has room.

use super::instance::{Bin, FORBIDDEN, Instance};

/// What leaving out an item of a priority costs. Only the order matters; see [`super`].
pub(super) fn weight(instance: &Instance, class: u32) -> i64 {
    i64::from(instance.classes.saturating_sub(class)).max(1)
}

/// The rooms of the bins.
pub(super) fn rooms(instance: &Instance) -> Vec<i64> {
    instance.bins.iter().map(Bin::room).collect()
}

/// Each item, in order of priority, then the greater effort, then the id, goes where it fits best
/// among the bins with room; of several such it stays where it is, else it goes where most room is.
pub(super) fn greedy(instance: &Instance) -> Vec<Option<u32>> {
    let mut rooms = rooms(instance);
    let mut places = vec![None; instance.items.len()];
    let mut order: Vec<u32> = instance.numbers().collect();
    order.sort_by_key(|number| {
        let item = instance.item(*number);
        (item.class, -item.effort, *number)
    });
    for number in order {
        let item = instance.item(number);
        let bins = (0_u32..).zip(instance.row(number)).zip(&rooms);
        let open =
            bins.filter(|((_, points), room)| **points != FORBIDDEN && **room >= item.effort);
        let best = open.max_by_key(|((bin, points), room)| {
            let stays = item.present == Some(*bin);
            (**points, stays, **room, std::cmp::Reverse(*bin))
        });
        if let Some(((bin, _), _)) = best
            && let (Some(place), Some(room)) =
                (places.get_mut(number as usize), rooms.get_mut(bin as usize))
        {
            *place = Some(bin);
            *room -= item.effort;
        }
    }
    places
}
