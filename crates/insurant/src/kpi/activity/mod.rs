//! Who sells, and how much: activity rate, premium and policies per head.
//!
//! - **Heads** are those in service on the first day of the period, and on the first day after it;
//!   their **average** is half of the sum. Who comes and goes in between is in neither, and still
//!   sells: a rate above 100% is possible.
//! - An **active** head sold at least so many policies in the period, while in service.
//! - Some divide premium by all heads, some by active ones: both are told, each with its basis.

mod facts;
pub(crate) mod read;
mod report;
pub(crate) mod shape;
#[cfg(test)]
mod tests;
mod write;

pub use facts::{Sale, Service};
pub use report::{Figures, HeadBasis, Indicator, Indicators, Report};

use super::amount::at;
use super::groups::{Grouped, value_of};
use super::left_out::LeftOuts;
use crate::closed::closed;
use crate::code;
use crate::complaint::analysis::Period;
use insurant_rules::{Currency, Problem, Problems};
use std::collections::{HashMap, HashSet};

closed! {
    /// Why a sale does not count.
    Reason {
        /// It was not issued in the period.
        OutsidePeriod = "outside_period",
        /// Nobody knows the agent.
        UnknownAgent = "unknown_agent",
        /// The agent was not in service on that day.
        OutsideService = "outside_service",
        /// Its premium is not given; it counts as a policy all the same.
        PremiumMissing = "premium_missing",
    }
}

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spec {
    /// The month, or whatever time it is.
    pub period: Period,
    /// Of all premium; without one only policies are counted.
    pub currency: Option<Currency>,
    /// With so many policies an agent is active.
    pub least_policies: u32,
    /// The names of the groups to tell apart.
    pub by: Vec<String>,
}

impl Spec {
    /// Everyone with at least one policy is active.
    #[must_use]
    pub const fn new(period: Period) -> Self {
        Self {
            period,
            currency: None,
            least_policies: 1,
            by: Vec::new(),
        }
    }
}

/// Activity in the making: services first, then sales, both in any order.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::complaint::analysis::Period;
/// use insurant::kpi::activity::{Activity, Sale, Service, Spec};
///
/// let since = Date::parse("2020-01-01")?;
/// let agents = ["A-1", "A-2"].map(|agent| Service::since(agent, since));
/// let mut activity = Activity::new(Spec::new(Period::parse("2024-05")?), agents.to_vec())?;
/// activity.add(&Sale { policy_id: "S-1", agent_id: "A-1", issued_on: Date::parse("2024-05-31")?, premium: None })?;
/// let report = activity.finish();
/// let rate = report.all.indicators(None).activity_rate;
/// assert_eq!(rate.value.shown().as_deref(), Some("0.500000"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Activity {
    spec: Spec,
    services: Vec<Service>,
    /// Positions in `services`, by agent.
    agents: HashMap<String, Vec<usize>>,
    /// Policies sold, by position in `services`.
    sold: Vec<u64>,
    seen: HashSet<Box<str>>,
    left_out: LeftOuts<Reason>,
    sums: Grouped<Figures>,
}

impl Activity {
    /// Nothing sold yet.
    ///
    /// # Errors
    /// Services without a day, or of one agent that overlap; paths begin with `agents`.
    pub fn new(spec: Spec, services: Vec<Service>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut agents: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, service) in services.iter().enumerate() {
            if let Err(problem) = service.check() {
                problems.push(at(problem, format!("agents[{i}].to")));
            }
            agents.entry(service.agent_id.clone()).or_default().push(i);
        }
        for positions in agents.values_mut() {
            let from = |i: &usize| services.get(*i).map(|service| service.from);
            positions.sort_by_key(|i| (from(i), *i));
            for pair in positions.windows(2) {
                let [first, second] = pair else { continue };
                let both = services.get(*first).zip(services.get(*second));
                if let Some((before, after)) = both
                    && before.to.is_none_or(|to| after.from < to)
                {
                    let message = format!("two services of `{}` overlap", after.agent_id);
                    let problem = Problem::new(code::SERVICE_OVERLAP, message)
                        .found(format!("a service from {}", after.from))
                        .expected("a service that begins when the one before has ended");
                    problems.push(at(problem, format!("agents[{second}].from")));
                }
            }
        }
        problems.or(Self {
            sold: vec![0; services.len()],
            sums: Grouped::new(&spec.by),
            seen: HashSet::new(),
            left_out: LeftOuts::default(),
            agents,
            services,
            spec,
        })
    }

    /// Counts a sale.
    ///
    /// # Errors
    /// A policy that was counted before; the path is `policy_id`.
    pub fn add(&mut self, sale: &Sale<'_>) -> Result<(), Problem> {
        if !self.seen.insert(sale.policy_id.into()) {
            let message = format!("the policy `{}` is there twice", sale.policy_id);
            return Err(at(Problem::new(code::DUPLICATE_ID, message), "policy_id"));
        }
        match self.service_of(sale) {
            Err(reason) => self.left_out.add(reason, sale.premium),
            Ok(position) => {
                if let Some(sold) = self.sold.get_mut(position) {
                    *sold += 1;
                }
                if sale.premium.is_none() && self.spec.currency.is_some() {
                    self.left_out.add(Reason::PremiumMissing, None);
                }
                let groups = self.services.get(position).map(Service::groups);
                self.sums.each(&groups.unwrap_or_default(), |figures| {
                    figures.policies += 1;
                    match sale.premium {
                        Some(premium) => figures.premium += i128::from(premium),
                        None => figures.without_premium += 1,
                    }
                });
            }
        }
        Ok(())
    }

    /// The service in which a policy was sold.
    fn service_of(&self, sale: &Sale<'_>) -> Result<usize, Reason> {
        if !self.spec.period.has(sale.issued_on) {
            return Err(Reason::OutsidePeriod);
        }
        let services = self.agents.get(sale.agent_id);
        let services = services.ok_or(Reason::UnknownAgent)?;
        let holds = |i: &&usize| {
            let service = self.services.get(**i);
            service.is_some_and(|service| service.holds(sale.issued_on))
        };
        services
            .iter()
            .find(holds)
            .copied()
            .ok_or(Reason::OutsideService)
    }

    /// The figures.
    #[must_use]
    pub fn finish(mut self) -> Report {
        let least = u64::from(self.spec.least_policies);
        let names = self.sums.names();
        let [begin, end] = [self.spec.period.from(), self.spec.period.to()];
        for positions in self.agents.values() {
            let mut sold = 0;
            // What the agent sold in each group of each name: few, as services are.
            let mut by_group: Vec<(&str, Option<&str>, u64)> = Vec::new();
            for position in positions {
                let Some(service) = self.services.get(*position) else {
                    continue;
                };
                let groups = service.groups();
                let here = self.sold.get(*position).copied().unwrap_or(0);
                let [at_begin, at_end] = [begin, end].map(|day| u64::from(service.holds(day)));
                self.sums.each(&groups, |figures| {
                    figures.begin += at_begin;
                    figures.end += at_end;
                });
                sold += here;
                for name in &names {
                    let value = value_of(&groups, name);
                    let mut known = by_group.iter_mut();
                    match known.find(|(n, v, _)| n == name && *v == value) {
                        Some((_, _, sold)) => *sold += here,
                        None => by_group.push((name, value, here)),
                    }
                }
            }
            self.sums.all.active += u64::from(sold >= least);
            for (name, value, sold) in by_group {
                if sold >= least {
                    self.sums.group(name, value, |figures| figures.active += 1);
                }
            }
        }
        Report::new(self.spec, self.sums.finish(), &self.left_out)
    }
}
