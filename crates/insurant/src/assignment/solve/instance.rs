//! What is solved.

/// The points of a pair that a hard rule forbids.
pub(crate) const FORBIDDEN: i32 = i32::MIN;

/// The unit of the balance: a bin at its capacity weighs so much times its capacity.
pub(super) const BALANCE: i64 = 1_000_000;

/// Something to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    /// The row of its points.
    pub(crate) row: u32,
    /// How much room it takes; at least 1.
    pub(crate) effort: i64,
    /// The bin that it is in.
    pub(crate) present: Option<u32>,
    /// Its priority: 0 comes first.
    pub(crate) class: u32,
}

/// Somewhere to place items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bin {
    /// All of its room; at least 1.
    pub(crate) capacity: i64,
    /// How much of it is taken by what is not to be placed; may exceed the capacity.
    pub(crate) load: i64,
}

impl Bin {
    /// The room that is left.
    pub(crate) const fn room(&self) -> i64 {
        let room = self.capacity.saturating_sub(self.load);
        if room > 0 { room } else { 0 }
    }

    /// What a load weighs in the balance.
    pub(super) fn weight(&self, load: i64) -> i128 {
        let load = i128::from(load);
        load * load * i128::from(BALANCE / self.capacity.max(1))
    }
}

/// Items, bins, and the points of each pair.
#[derive(Debug, Clone, Default)]
pub(crate) struct Instance {
    pub(crate) items: Vec<Item>,
    pub(crate) bins: Vec<Bin>,
    /// For each row the points of each bin, or [`FORBIDDEN`].
    pub(crate) rows: Vec<Box<[i32]>>,
    /// How many priorities there are.
    pub(crate) classes: u32,
}

/// What an assignment reaches; the greater is the better, item by item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    /// How many items of each priority are placed.
    pub(crate) placed: Vec<u64>,
    /// The sum of points.
    pub(crate) fit: i64,
    /// How many items are not where they were.
    pub(crate) moves: u64,
    /// The balance.
    pub(crate) balance: i128,
}

impl Measure {
    /// All placed items.
    pub(crate) fn total(&self) -> u64 {
        self.placed.iter().sum()
    }

    /// The measure as a key: the smaller is the better.
    fn key(&self) -> (std::cmp::Reverse<&[u64]>, std::cmp::Reverse<i64>, u64, i128) {
        let placed = std::cmp::Reverse(self.placed.as_slice());
        (
            placed,
            std::cmp::Reverse(self.fit),
            self.moves,
            self.balance,
        )
    }

    /// Whether this is better than another.
    pub(crate) fn is_better(&self, other: &Self) -> bool {
        self.key() < other.key()
    }
}

impl Instance {
    /// An instance. Each row has as many points as there are bins.
    pub(crate) fn new(items: Vec<Item>, bins: Vec<Bin>, rows: Vec<Box<[i32]>>) -> Self {
        let classes = items.iter().map(|item| item.class + 1).max().unwrap_or(1);
        Self {
            items,
            bins,
            rows,
            classes,
        }
    }

    /// The points of an item, bin by bin.
    pub(crate) fn row(&self, item: u32) -> &[i32] {
        let item = self.items.get(item as usize);
        let row = item.and_then(|item| self.rows.get(item.row as usize));
        row.map_or(&[], |row| row)
    }

    /// The points of a pair that no rule forbids.
    pub(crate) fn points(&self, item: u32, bin: u32) -> Option<i32> {
        let points = self.row(item).get(bin as usize).copied()?;
        (points != FORBIDDEN).then_some(points)
    }

    pub(super) fn item(&self, item: u32) -> Item {
        self.items.get(item as usize).copied().unwrap_or(Item {
            row: 0,
            effort: 1,
            present: None,
            class: 0,
        })
    }

    /// The numbers of the items.
    pub(super) fn numbers(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.items.len()).unwrap_or(u32::MAX)
    }

    /// The effort of all items, when it is the same.
    pub(super) fn equal_effort(&self) -> Option<i64> {
        let Some(first) = self.items.first() else {
            return Some(1);
        };
        let effort = first.effort;
        self.items
            .iter()
            .all(|i| i.effort == effort)
            .then_some(effort)
    }

    /// What an assignment reaches.
    pub(crate) fn measure(&self, places: &[Option<u32>]) -> Measure {
        let mut loads: Vec<i64> = self.bins.iter().map(|bin| bin.load).collect();
        let mut measure = Measure {
            placed: vec![0; self.classes.max(1) as usize],
            fit: 0,
            moves: 0,
            balance: 0,
        };
        for (number, (item, place)) in self.numbers().zip(self.items.iter().zip(places)) {
            measure.moves += u64::from(item.present.is_some() && item.present != *place);
            let Some(bin) = *place else { continue };
            measure.fit += i64::from(self.points(number, bin).unwrap_or(0));
            if let Some(placed) = measure.placed.get_mut(item.class as usize) {
                *placed += 1;
            }
            if let Some(load) = loads.get_mut(bin as usize) {
                *load += item.effort;
            }
        }
        let weights = self
            .bins
            .iter()
            .zip(&loads)
            .map(|(bin, load)| bin.weight(*load));
        measure.balance = weights.sum();
        measure
    }

    /// Whether no rule and no capacity is broken.
    #[cfg(test)]
    pub(super) fn is_feasible(&self, places: &[Option<u32>]) -> bool {
        let mut rooms: Vec<i64> = self.bins.iter().map(Bin::room).collect();
        for (number, place) in self.numbers().zip(places) {
            let Some(bin) = *place else { continue };
            if self.points(number, bin).is_none() {
                return false;
            }
            rooms[bin as usize] -= self.item(number).effort;
        }
        rooms.iter().all(|room| *room >= 0)
    }
}
