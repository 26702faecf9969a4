//! Plain facts straight to figures: what the kernel finds of policies without endorsements,
//! cancellations or tenders and of claims without recoveries or events, in one walk.
//!
//! The kernel makes a cover of each policy and walks the covers once for each window and filter. Most
//! customers of a portfolio need neither: here a policy is looked at once, its earned premium taken
//! once for each distinct day at which some window opens or closes, and a window is the difference of
//! two of those totals. What is summed is the same, in 64 bits, which a bound on the amounts makes safe;
//! a customer beyond the bound is left to the kernel, as is a rulebook that asks for what no plain walk
//! finds.

mod anniversary;
mod plan;
mod share;

use super::cover::AnnualPart;
use super::loss::{Fate, Pending};
use anniversary::Anniversaries;
pub(crate) use plan::Fold;
use share::Term;

/// A policy of which nothing is told but what every policy has: no endorsement, no cancellation, no
/// tender, one insured unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlainPolicy {
    /// Minor units, not negative.
    pub written: i64,
    /// Days since 1970.
    pub start: i32,
    /// Days since 1970, after the start.
    pub end: i32,
    /// The host's own number, by which claims name their policy.
    pub row: u32,
    /// The line and the source: see [`PlainPolicy::pair`].
    pub pair: u16,
    /// The host's own: nothing here reads it.
    pub local: u16,
}

/// A claim on a plain policy of which nothing was recovered and which belongs to no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlainClaim {
    /// Minor units, not negative.
    pub paid: i64,
    /// Minor units, not negative.
    pub reserve: i64,
    /// The day of the loss, in days since 1970.
    pub loss: i32,
    /// The later of the loss and its report.
    pub known: i32,
    /// The row of its policy, which is the same customer's.
    pub policy: u32,
    /// The host's own: nothing here reads it.
    pub local: u16,
    /// The position of its status.
    pub status: u8,
    /// Coded as a catastrophe.
    pub catastrophe: bool,
}

/// Whether claims counted nowhere, and why: a set of [`Fate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fates(u8);

impl Fates {
    /// The bit of a fate: `not_known`, `no_policy`, `void_policy`, `outside_cover` from the lowest on.
    #[must_use]
    pub const fn bit(fate: Fate) -> u8 {
        1 << fate as u8
    }

    /// Adds a fate.
    pub const fn add(&mut self, fate: Fate) {
        self.0 |= Self::bit(fate);
    }

    /// The set, a bit each.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }
}

/// The most figures that a fold finds.
pub(crate) const MOST: usize = 64;
/// The most policies, and the most claims, of one customer.
const MANY: usize = 64;
/// Amounts below this, by [`MANY`] and by days, stay far within 64 bits.
const SMALL: i64 = 1 << 40;

/// Working memory of a fold.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    pub(crate) values: [i64; MOST],
    /// Running totals by filter and bound.
    totals: Vec<i64>,
    /// The covers by start, both days in a word.
    covers: Vec<u64>,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            values: [0; MOST],
            totals: Vec::new(),
            covers: Vec::new(),
        }
    }
}

/// What a fold found beside its values.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Folded {
    pub(crate) last_end: Option<i32>,
    pub(crate) in_force: bool,
    pub(crate) fates: Fates,
    /// Whether a pending claim leaves the claim-free years open.
    pub(crate) pending: bool,
}

/// Two days as a word that orders as they do.
fn packed(start: i32, end: i32) -> u64 {
    let word = |day: i32| u64::from((day ^ i32::MIN).cast_unsigned());
    word(start) << 32 | word(end)
}

/// The days of a word.
#[expect(
    clippy::cast_possible_truncation,
    reason = "each half is taken by itself"
)]
fn unpacked(word: u64) -> (i32, i32) {
    let day = |half: u32| half.cast_signed() ^ i32::MIN;
    (day((word >> 32) as u32), day(word as u32))
}

/// All ones when so, else none.
const fn mask(so: bool) -> i64 {
    -(so as i64)
}

impl Fold {
    /// Finds the figures of a customer; `None` when its facts are beyond what is safe here.
    #[inline]
    pub(crate) fn measure(
        &self,
        policies: &[PlainPolicy],
        claims: &[PlainClaim],
        room: &mut Room,
    ) -> Option<Folded> {
        let amounts = policies.iter().fold(0, |all, p| all | p.written);
        let amounts = claims
            .iter()
            .fold(amounts, |all, c| all | c.paid | c.reserve);
        if !(0..SMALL).contains(&amounts) || policies.len() > MANY || claims.len() > MANY {
            return None;
        }
        room.values = [0; MOST];
        let mut folded = self.covers(policies, room);
        let since = self.unbroken_since(room);
        let (breaks, pending) = self.losses(policies, claims, &mut folded, &mut room.values);
        for earned in &self.earned {
            let total = |at: usize| room.totals.get(at).copied().unwrap_or(0);
            let before = earned.from.map_or(0, total);
            put(&mut room.values, earned.at, total(earned.to) - before);
        }
        self.years(since, breaks, pending, &mut folded, room);
        self.status(&folded, &mut room.values);
        Some(folded)
    }

    /// One walk over the policies.
    #[inline]
    fn covers(&self, policies: &[PlainPolicy], room: &mut Room) -> Folded {
        let mut folded = Folded::default();
        let bounds = self.bounds.as_slice();
        room.totals.clear();
        room.totals.resize(bounds.len() * self.earning.len(), 0);
        room.covers.clear();
        let (mut sorted, mut last) = (true, 0);
        for policy in policies {
            if policy.start > self.day {
                continue;
            }
            let takes = self.takes(policy.pair);
            let term = Term::new(policy.written, policy.start, policy.end);
            if let [filter] = self.earning.as_slice() {
                let own = mask(takes >> filter & 1 != 0);
                for (total, &bound) in room.totals.iter_mut().zip(bounds) {
                    *total += term.earned_by(bound) & own;
                }
            } else if !bounds.is_empty() {
                let rows = room.totals.chunks_mut(bounds.len());
                for (totals, filter) in rows.zip(&self.earning) {
                    if takes >> filter & 1 != 0 {
                        for (total, &bound) in totals.iter_mut().zip(bounds) {
                            *total += term.earned_by(bound);
                        }
                    }
                }
            }
            let in_force = self.day < policy.end;
            self.singles(policy, takes, in_force, &mut room.values);
            folded.in_force |= in_force;
            folded.last_end = folded.last_end.max(Some(policy.end));
            let word = packed(policy.start, policy.end);
            sorted &= last <= word;
            last = word;
            room.covers.push(word);
        }
        if !sorted {
            room.covers.sort_unstable();
        }
        for covered in &self.covered {
            let days = covered_days(&room.covers, covered.from, covered.to);
            put(&mut room.values, covered.at, days);
        }
        folded
    }

    /// What a policy gives by itself.
    #[inline]
    fn singles(&self, policy: &PlainPolicy, takes: u32, in_force: bool, values: &mut [i64; MOST]) {
        for written in &self.written {
            let so = written.from <= policy.start && policy.start < written.to;
            let own = mask(so && takes >> written.filter & 1 != 0);
            add(values, written.at, policy.written & own);
        }
        if !self.annual.is_empty() {
            let recent = self.recent.holds(policy.start);
            if recent || in_force {
                let term = (policy.start, policy.end);
                let part = AnnualPart::of(term, recent, in_force);
                let amount = part.small(policy.written);
                for &(filter, at) in &self.annual {
                    add(values, at, amount & mask(takes >> filter & 1 != 0));
                }
            }
        }
        if let Some(at) = self.in_force_count {
            add(values, at, i64::from(in_force));
        }
    }

    /// The first day of the unbroken cover that reaches the day.
    #[inline]
    fn unbroken_since(&self, room: &Room) -> Option<i32> {
        if !self.unbroken {
            return None;
        }
        let mut covers = room.covers.iter().map(|&word| unpacked(word));
        let (mut since, mut until) = covers.next()?;
        for (start, stop) in covers {
            let broken = start - until > self.gap;
            since = if broken { start } else { since };
            until = if broken { stop } else { until.max(stop) };
        }
        (self.day - until <= self.gap).then_some(since)
    }

    /// One walk over the claims: the last loss that breaks claim-free years, and the last that would.
    #[inline]
    fn losses(
        &self,
        policies: &[PlainPolicy],
        claims: &[PlainClaim],
        folded: &mut Folded,
        values: &mut [i64; MOST],
    ) -> (i32, i32) {
        let (mut breaks, mut pending) = (i32::MIN, i32::MIN);
        for claim in claims {
            if claim.known >= self.day {
                folded.fates.add(Fate::NotKnown);
                continue;
            }
            let Some(policy) = policies.iter().find(|p| p.row == claim.policy) else {
                continue;
            };
            let known = policy.start <= self.day;
            if !known || claim.loss < policy.start || claim.loss >= policy.end {
                folded.fates.add(Fate::OutsideCover);
                continue;
            }
            let (withdrawn, open) = self.fate(claim.status);
            let paid = claim.paid & mask(!withdrawn);
            let takes = self.takes(policy.pair);
            for pass in &self.passes {
                let inside = pass.from <= claim.loss && claim.loss < pass.to;
                let left_out = pass.no_catastrophe && claim.catastrophe;
                let own = mask(inside && !left_out && takes >> pass.filter & 1 != 0);
                // Figures that nobody wants go where nobody looks.
                add(values, pass.incurred, (paid + claim.reserve) & own);
                add(values, pass.paid, paid & own);
                add(values, pass.reserve, claim.reserve & own);
                add(values, pass.claims, own & i64::from(!withdrawn));
                add(values, pass.paid_claims, own & i64::from(paid > 0));
            }
            if claim.catastrophe && !self.conventions.catastrophe_breaks {
                continue;
            }
            let open_breaks = open && self.conventions.pending == Pending::Breaks;
            let open_waits = open && self.conventions.pending == Pending::Unknown;
            if paid > 0 || open_breaks {
                breaks = breaks.max(claim.loss);
            } else if open_waits {
                pending = pending.max(claim.loss);
            }
        }
        (breaks, pending)
    }

    /// The figures that count years.
    #[inline]
    fn years(
        &self,
        since: Option<i32>,
        breaks: i32,
        pending: i32,
        folded: &mut Folded,
        room: &mut Room,
    ) {
        if let (Some(at), Some(since)) = (self.claim_free, since) {
            let since = since.max(breaks);
            let years = self.anniversaries.years_since(since);
            folded.pending = pending > since && self.anniversaries.years_since(pending) != years;
            put(&mut room.values, at, years);
        }
        if let (Some(at), Some(since)) = (self.covered_years, since) {
            put(&mut room.values, at, self.anniversaries.years_since(since));
        }
        if let (Some(at), Some(&first)) = (self.tenure, room.covers.first()) {
            let years = self.anniversaries.years_since(unpacked(first).0);
            put(&mut room.values, at, years);
        }
    }

    /// What status the covers give, as values.
    #[inline]
    fn status(&self, folded: &Folded, values: &mut [i64; MOST]) {
        let since_end = folded.last_end.map(|end| self.day - end);
        let within = since_end.is_some_and(|since| since >= 0 && since <= self.gap);
        put(values, plan::IN_FORCE, i64::from(folded.in_force));
        put(values, plan::INSURED, i64::from(folded.in_force || within));
        put(values, plan::EVER, i64::from(since_end.is_some()));
        put(values, plan::ONE, 1);
    }
}

/// Days under cover in a window, each counted once; the covers by start.
fn covered_days(covers: &[u64], from: i32, to: i32) -> i64 {
    let (mut days, mut reached) = (0, from);
    for &cover in covers {
        let (start, stop) = unpacked(cover);
        let (first, until) = (start.max(from), stop.min(to));
        if first < until && until > reached {
            days += i64::from(until) - i64::from(first.max(reached));
            reached = until;
        }
    }
    days
}

#[inline]
fn put(values: &mut [i64; MOST], at: usize, value: i64) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}

#[inline]
fn add(values: &mut [i64; MOST], at: usize, value: i64) {
    if let Some(place) = values.get_mut(at) {
        *place += value;
    }
}
