//! Counts and sums over a portfolio.

use super::columns::Columns;
use super::look::Looks;
use crate::command::desk::{Assessed, Desk};
use crate::command::words;
use crate::portfolio::CustomerRef;
use insurant::measure::Fate;
use insurant::{Category, Cause, Scratch, Standing};
use insurant_rules::{Slot, State};
use std::collections::{BTreeMap, BTreeSet};

/// What a summary measures, behind the measures that were asked for.
pub(super) const FIGURES: [&str; 6] = [
    "earned_premium(12m)",
    "incurred(12m)",
    "earned_premium(lifetime)",
    "incurred(lifetime)",
    "paid(12m)",
    "annual_premium",
];

/// Losses over premium of many customers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ratio {
    pub(super) incurred: i128,
    pub(super) earned: i128,
    /// Customers whose losses or premium nobody knows: they are in neither sum.
    pub(super) unknown: u64,
}

impl Ratio {
    fn add(&mut self, incurred: Slot, earned: Slot) {
        if incurred.is_known() && earned.is_known() {
            self.incurred += i128::from(incurred.num);
            self.earned += i128::from(earned.num);
        } else {
            self.unknown += 1;
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.incurred += other.incurred;
        self.earned += other.earned;
        self.unknown += other.unknown;
    }
}

/// The customers of a category.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    pub(super) customers: u64,
    pub(super) year: Ratio,
    pub(super) lifetime: Ratio,
}

/// How often a rule holds, and how often nobody can say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Raised {
    pub(super) holds: u64,
    pub(super) unknown: u64,
}

/// The values of a measure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Values {
    pub(super) known: u64,
    pub(super) undefined: u64,
    pub(super) unknown: u64,
    /// The sum of known whole values; of booleans, how many are true.
    pub(super) sum: i128,
}

/// Counts over some customers.
pub(super) struct Tally<'p> {
    pub(super) customers: u64,
    pub(super) categories: BTreeMap<Option<Category>, Group>,
    pub(super) standings: BTreeMap<Option<Standing>, u64>,
    pub(super) alerts: BTreeMap<usize, Raised>,
    pub(super) criteria: BTreeMap<usize, Raised>,
    /// Customers and claims.
    pub(super) claims: BTreeMap<Fate, (u64, u64)>,
    pub(super) causes: BTreeMap<Cause, u64>,
    /// The sums that did not fit, and of how many customers.
    pub(super) overflows: BTreeMap<String, u64>,
    pub(super) values: Vec<Values>,
    pub(super) hindsight: u64,
    pub(super) projected: u64,
    pub(super) looks: Looks<'p>,
}

/// Counts over all customers.
pub(super) type Summary<'p> = Tally<'p>;

impl<'p> Tally<'p> {
    pub(super) fn new(columns: &Columns) -> Self {
        Self {
            customers: 0,
            categories: BTreeMap::new(),
            standings: BTreeMap::new(),
            alerts: BTreeMap::new(),
            criteria: BTreeMap::new(),
            claims: BTreeMap::new(),
            causes: BTreeMap::new(),
            overflows: BTreeMap::new(),
            values: vec![Values::default(); columns.measures.len()],
            hindsight: 0,
            projected: 0,
            looks: Looks::default(),
        }
    }

    /// Counts a customer.
    pub(super) fn add(
        &mut self,
        customer: CustomerRef<'p>,
        assessed: &Assessed,
        desk: &Desk<'_>,
        scratch: &Scratch,
    ) {
        let verdict = &assessed.verdict;
        let asked = self.values.len();
        let value = |at: usize| {
            if assessed.measured {
                desk.dated().expression(at, scratch)
            } else {
                Slot::UNKNOWN
            }
        };
        self.customers += 1;
        let group = self.categories.entry(verdict.category).or_default();
        group.customers += 1;
        group.year.add(value(asked + 1), value(asked));
        group.lifetime.add(value(asked + 3), value(asked + 2));
        *self.standings.entry(verdict.standing).or_default() += 1;
        for bit in verdict.alerts.positions() {
            self.alerts.entry(bit).or_default().holds += 1;
        }
        for bit in verdict.alerts_unknown.positions() {
            self.alerts.entry(bit).or_default().unknown += 1;
        }
        for bit in verdict.proposals.positions() {
            self.criteria.entry(bit).or_default().holds += 1;
        }
        for bit in verdict.proposals_unknown.positions() {
            self.criteria.entry(bit).or_default().unknown += 1;
        }
        if assessed.measured {
            let mut fates = BTreeSet::new();
            for (_, fate) in scratch.not_counted() {
                let (customers, claims) = self.claims.entry(fate).or_default();
                *claims += 1;
                *customers += u64::from(fates.insert(fate));
            }
        }
        if let Some(cause) = verdict.cause {
            *self.causes.entry(cause).or_default() += 1;
            if cause == Cause::Overflow {
                // Which sum it was, only the full decision says.
                let decision = desk.explain(customer, &mut Scratch::new()).ok();
                let figures = decision
                    .iter()
                    .flat_map(|d| words::items(d.json(), "figures"));
                for figure in figures.filter(|f| words::text(f, "state") == "overflow") {
                    let name = words::text(figure, "text").to_owned();
                    *self.overflows.entry(name).or_default() += 1;
                }
            }
        }
        for (i, values) in self.values.iter_mut().enumerate() {
            let slot = value(i);
            match slot.state {
                State::Known => {
                    values.known += 1;
                    values.sum += i128::from(slot.num);
                }
                State::Undefined => values.undefined += 1,
                State::Unknown => values.unknown += 1,
            }
        }
        self.hindsight += u64::from(verdict.hindsight);
        self.projected += u64::from(verdict.projected);
        self.looks
            .see(customer, verdict, value(asked + 4), value(asked + 5));
    }

    /// Adds the counts over the customers that come next.
    pub(super) fn merge(&mut self, other: Self) {
        self.customers += other.customers;
        for (category, group) in other.categories {
            let sum = self.categories.entry(category).or_default();
            sum.customers += group.customers;
            sum.year.merge(group.year);
            sum.lifetime.merge(group.lifetime);
        }
        for (standing, count) in other.standings {
            *self.standings.entry(standing).or_default() += count;
        }
        raised(&mut self.alerts, other.alerts);
        raised(&mut self.criteria, other.criteria);
        for (fate, (customers, claims)) in other.claims {
            let sum = self.claims.entry(fate).or_default();
            sum.0 += customers;
            sum.1 += claims;
        }
        for (cause, count) in other.causes {
            *self.causes.entry(cause).or_default() += count;
        }
        for (name, count) in other.overflows {
            *self.overflows.entry(name).or_default() += count;
        }
        for (sum, values) in self.values.iter_mut().zip(other.values) {
            sum.known += values.known;
            sum.undefined += values.undefined;
            sum.unknown += values.unknown;
            sum.sum += values.sum;
        }
        self.hindsight += other.hindsight;
        self.projected += other.projected;
        self.looks.merge(other.looks);
    }
}

fn raised(sums: &mut BTreeMap<usize, Raised>, more: BTreeMap<usize, Raised>) {
    for (bit, raised) in more {
        let sum = sums.entry(bit).or_default();
        sum.holds += raised.holds;
        sum.unknown += raised.unknown;
    }
}
