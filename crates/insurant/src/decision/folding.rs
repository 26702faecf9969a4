//! Plain customers of a block, measured in one walk over their rows.

use super::assess::DatedRules;
use super::block::{BlockVerdicts, CustomerBlock};
use crate::facts::{CustomerView, Profile};
use crate::measure::basis::{Basis, Figure};
use crate::measure::fold::{Fates, Fold, Folded, PlainClaim, PlainPolicy, Room};
use crate::measure::plan::Fill;

/// How the rows of plain customers become the slots of a rulebook on a day: for engines that lay rows
/// out themselves ([`DatedRules::folding`]).
#[derive(Debug, Clone)]
pub struct Folding<'r> {
    dated: DatedRules<'r>,
    fold: Fold,
    /// A slot, and the value that goes there.
    wholes: Vec<(usize, usize)>,
    /// A slot, the value above and the value below.
    quotients: Vec<(usize, usize, usize)>,
    /// Slots that a pending claim may leave open, and the value that goes there.
    pending: Vec<(usize, usize)>,
    /// What is filled as for any customer.
    others: Vec<(usize, Fill)>,
    /// The figures that those read, and their values.
    figures: Vec<(usize, usize)>,
}

/// Working memory of a thread.
#[derive(Debug, Clone, Default)]
pub struct FoldingRoom {
    room: Room,
    figures: Vec<Figure>,
}

impl<'r> DatedRules<'r> {
    /// How to measure plain customers by their rows; `None` when the rulebook asks for something that
    /// takes more than one walk over plain rows, so that [`DatedRules::put`] serves all.
    #[must_use]
    pub fn folding(&self) -> Option<Folding<'r>> {
        let (plan, fold) = (self.dated.plan, Fold::new(&self.dated)?);
        let mut folding = Folding {
            dated: self.clone(),
            fold,
            wholes: Vec::new(),
            quotients: Vec::new(),
            pending: Vec::new(),
            others: Vec::new(),
            figures: Vec::new(),
        };
        let [in_force, insured, ever, never] = Fold::status_places();
        for (slot, &fill) in plan.fills.iter().enumerate() {
            match fill {
                Fill::InForce => folding.wholes.push((slot, in_force)),
                Fill::Insured => folding.wholes.push((slot, insured)),
                Fill::EverInsured => folding.wholes.push((slot, ever)),
                Fill::Bound => folding.wholes.push((slot, never)),
                Fill::Basis(figure) => {
                    let place = folding.fold.place(figure)?;
                    match plan.figures.get(figure)? {
                        Basis::ClaimFreeYears(_) => folding.pending.push((slot, place)),
                        _ => folding.wholes.push((slot, place)),
                    }
                }
                Fill::Quotient(over, under) => {
                    let (over, under) = (folding.fold.place(over)?, folding.fold.place(under)?);
                    folding.quotients.push((slot, over, under));
                }
                _ => folding.others.push((slot, fill)),
            }
        }
        folding.note_figures()?;
        Some(folding)
    }
}

impl Folding<'_> {
    /// Notes which figures the other slots read.
    fn note_figures(&mut self) -> Option<()> {
        for (_, fill) in &self.others {
            let read: &[usize] = match fill {
                Fill::Frequency { claims: a, days: b }
                | Fill::ThinExposure { days: a, earned: b } => &[*a, *b],
                Fill::Credibility { claims: a, .. } | Fill::NeedsTransactions { earned: a } => {
                    &[*a]
                }
                _ => &[],
            };
            for &figure in read {
                self.figures.push((figure, self.fold.place(figure)?));
            }
        }
        Some(())
    }

    /// Measures a customer by its rows and puts it at a place of a block, 0 to 63: the same as
    /// [`DatedRules::put`] does with a view of the same facts. The view gives the profile and the
    /// inputs; it has no entries, and nothing is placed through the customer. Answers why claims
    /// counted nowhere; `None` when this customer is to be put by [`DatedRules::put`] instead: it has
    /// many rows or large amounts, or its records begin late.
    #[inline]
    pub fn put<V: CustomerView>(
        &self,
        block: &mut CustomerBlock,
        place: usize,
        view: &V,
        (policies, claims): (&[PlainPolicy], &[PlainClaim]),
        room: &mut FoldingRoom,
    ) -> Option<Fates> {
        let profile = view.profile();
        if profile.history_from.is_some() {
            return None;
        }
        let folded = self.fold.measure(policies, claims, &mut room.room)?;
        let values = &room.room.values;
        let value = |at: usize| values.get(at).copied().unwrap_or(0);
        let slots = &mut block.block;
        for &(slot, at) in self.wholes.iter().chain(&self.pending) {
            slots.put(slot, place, value(at));
        }
        for &(slot, over, under) in &self.quotients {
            slots.put(slot, place, value(over));
            slots.put_under(slot, place, value(under));
        }
        let bit = 1_u64 << (place & 63);
        block.listed &= !bit;
        block.folded |= bit;
        if folded.pending {
            block.pending |= bit;
        }
        if !self.others.is_empty() {
            self.put_others(block, place, view, &profile, &folded, room);
        }
        Some(folded.fates)
    }

    fn put_others<V: CustomerView>(
        &self,
        block: &mut CustomerBlock,
        place: usize,
        view: &V,
        profile: &Profile,
        folded: &Folded,
        room: &mut FoldingRoom,
    ) {
        if let Some(&most) = self.figures.iter().map(|(figure, _)| figure).max() {
            room.figures.resize(most + 1, Figure::UNKNOWN);
        }
        for &(figure, at) in &self.figures {
            let value = room.room.values.get(at).copied().unwrap_or(0);
            if let Some(place) = room.figures.get_mut(figure) {
                *place = Figure::known(value);
            }
        }
        for &(slot, fill) in &self.others {
            let dated = &self.dated.dated;
            let value = dated.slot_of(fill, view, profile, folded.last_end, &room.figures);
            block.block.set(slot, place, value);
        }
    }

    /// Decides on the customers of a block, whoever put them there: [`DatedRules::decide_block`] for
    /// blocks with plain customers in them.
    #[must_use]
    pub fn decide_block(&self, block: &mut CustomerBlock) -> BlockVerdicts {
        let folded = std::mem::take(&mut block.folded);
        let pending = std::mem::take(&mut block.pending);
        if folded != 0 {
            let slots = &mut block.block;
            for &(slot, _) in &self.wholes {
                slots.settle(slot, folded, 0);
            }
            for &(slot, _) in &self.pending {
                slots.settle(slot, folded & !pending, folded & pending);
            }
            for &(slot, ..) in &self.quotients {
                slots.settle_quotients(slot, folded);
            }
        }
        self.dated.decide_block(block)
    }
}
