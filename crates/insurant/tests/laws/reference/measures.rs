//! Every measure by its name, and the list of those that the laws ask for.

use super::claims::{net_paid, withdrawn};
use super::policies::{
    annual, begun, bound, earned, earned_by, in_force, net, start, stop, unbroken_since, written,
};
use super::time::{Window, chrono, days, whole_years};
use crate::facts::{CUSTOMER, Case};
use crate::sheet::Value;
use ::chrono::NaiveDate;
use insurant::facts::{BusinessSource, CustomerFacts, PolicyFacts};
use std::collections::{BTreeMap, BTreeSet};

const GAP_DAYS: i128 = 30;
const THIN_DAYS: i128 = 180;
const THIN_PREMIUM: i128 = 50_000;

/// What a measure leaves out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) line: Option<&'static str>,
    pub(crate) source: Option<BusinessSource>,
    pub(crate) no_catastrophe: bool,
}

impl Filter {
    pub(crate) fn takes(self, policy: &PolicyFacts) -> bool {
        self.line.is_none_or(|line| line == policy.line)
            && self.source.is_none_or(|s| s == policy.business_source)
    }
}

/// A measure that the laws ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) name: &'static str,
    pub(crate) window: Option<Window>,
    pub(crate) filter: Filter,
    /// The last argument: `paid: yes`, a basis, `full`.
    pub(crate) last: Option<(&'static str, &'static str)>,
}

impl Asked {
    /// As a rule writes it.
    pub(crate) fn text(&self) -> String {
        let mut arguments: Vec<String> = Vec::new();
        let window = self.window.map(Window::text).unwrap_or_default();
        if !window.is_empty() {
            arguments.push(window);
        }
        let mut named = |key: &str, value: Option<&str>| {
            arguments.extend(value.map(|value| format!("{key}: {value}")));
        };
        named("line", self.filter.line);
        named("source", self.filter.source.map(BusinessSource::as_str));
        named("catastrophe", self.filter.no_catastrophe.then_some("no"));
        if let Some((key, value)) = self.last {
            named(key, Some(value));
        }
        if arguments.is_empty() {
            self.name.into()
        } else {
            format!("{}({})", self.name, arguments.join(", "))
        }
    }
}

const LOSSES: [(&str, Option<(&str, &str)>); 20] = [
    ("earned_premium", None),
    ("written_premium", None),
    ("incurred", None),
    ("paid", None),
    ("reserve", None),
    ("recovered", None),
    ("claim_count", None),
    ("claim_count", Some(("paid", "yes"))),
    ("claims_per_unit", None),
    ("claims_per_unit", Some(("paid", "yes"))),
    ("claim_frequency", None),
    ("claim_severity", None),
    ("credibility", Some(("full", "7"))),
    ("loss_ratio", None),
    ("loss_ratio", Some(("basis", "paid/earned"))),
    ("loss_ratio", Some(("basis", "incurred/written"))),
    ("loss_ratio", Some(("basis", "paid/written"))),
    ("loss_ratio", Some(("basis", "simple"))),
    ("loss_ratio", Some(("basis", "matured"))),
    ("loss_ratio", Some(("basis", "calendar_year"))),
];
const PREMIUMS: [&str; 3] = ["placed_premium", "covered_days", "thin_exposure"];
const PLAIN: [&str; 13] = [
    "annual_premium",
    "tender_premium",
    "claim_free_years",
    "covered_years",
    "tenure_years",
    "policies_in_force",
    "lines_in_force",
    "in_force",
    "bound",
    "insured",
    "ever_insured",
    "days_to_renewal",
    "days_since_end",
];

/// Every measure over every sort of window, and with every sort of filter over some.
pub(crate) fn asked() -> Vec<Asked> {
    let months = |months, back| Window::Months { months, back };
    let windows = [
        months(12, 0),
        Window::Lifetime { back: 0 },
        Window::PolicyYear,
        months(1, 1),
        months(36, 0),
        months(12, 12),
        Window::Lifetime { back: 6 },
        months(3600, 0),
    ];
    let none = Filter::default();
    let filters = [
        none,
        Filter {
            line: Some("motor"),
            no_catastrophe: true,
            ..none
        },
        Filter {
            source: Some(BusinessSource::Tender),
            ..none
        },
    ];
    let mut asked = Vec::new();
    for (i, window) in windows.into_iter().enumerate() {
        for filter in filters.into_iter().take(if i < 3 { 3 } else { 1 }) {
            let premium = Filter {
                no_catastrophe: false,
                ..filter
            };
            let window = Some(window);
            asked.extend(LOSSES.map(|(name, last)| Asked {
                name,
                window,
                filter,
                last,
            }));
            asked.extend(PREMIUMS.map(|name| Asked {
                name,
                window,
                filter: premium,
                last: None,
            }));
        }
    }
    for filter in filters {
        asked.push(Asked {
            name: "loss_ratio",
            window: Some(Window::AccidentYear),
            filter,
            last: Some(("basis", "accident_year")),
        });
    }
    let plain = |filter| {
        move |name| Asked {
            name,
            window: None,
            filter,
            last: None,
        }
    };
    asked.extend(PLAIN.map(plain(none)));
    let motor = Filter {
        line: Some("motor"),
        ..none
    };
    asked.extend(["claim_free_years", "covered_years"].map(plain(motor)));
    asked
}

/// A customer on a day.
pub(crate) struct Reference<'a> {
    pub(crate) facts: &'a CustomerFacts,
    pub(crate) day: NaiveDate,
    history: Option<NaiveDate>,
}

fn ratio(num: i128, den: i128) -> Value {
    if den > 0 {
        Value::Known { num, den }
    } else {
        Value::Undefined
    }
}

impl<'a> Reference<'a> {
    pub(crate) fn new(case: &'a Case) -> Self {
        Self {
            facts: &case.facts,
            day: chrono(case.as_of),
            history: case.facts.history_from.map(chrono),
        }
    }

    /// What a measure is.
    pub(crate) fn value(&self, asked: &Asked) -> Value {
        match asked.window {
            Some(window) => self.windowed(asked, window),
            None => self.plain(asked.name, asked.filter),
        }
    }

    fn policies(&self, filter: Filter) -> Vec<&PolicyFacts> {
        let policies = self.facts.policies.iter();
        policies.filter(|p| filter.takes(p)).collect()
    }

    /// The policies that carry this partner's id, its own included.
    fn carried(&self, filter: Filter) -> Vec<&PolicyFacts> {
        let all = self.facts.policies.iter().chain(&self.facts.placed);
        all.filter(|p| p.partner_id.as_deref() == Some(CUSTOMER) && filter.takes(p))
            .collect()
    }

    fn windowed(&self, asked: &Asked, window: Window) -> Value {
        let filter = asked.filter;
        let policies = match asked.name {
            "placed_premium" => self.carried(filter),
            _ => self.policies(filter),
        };
        if window.opens_before(self.history, self.day, &policies) {
            return Value::Unknown;
        }
        let sum = |of: fn(&PolicyFacts, (NaiveDate, NaiveDate), NaiveDate) -> i128| -> i128 {
            let bounds = |p| window.bounds(self.day, p);
            let parts = policies
                .iter()
                .filter_map(|p| Some(of(p, bounds(p)?, self.day)));
            parts.sum()
        };
        let tally = || self.tally(window, filter);
        let claims = || match asked.last {
            Some(("paid", "yes")) => tally().paid_count,
            _ => tally().count,
        };
        let covered = || self.covered_days(window, &policies);
        match asked.name {
            "earned_premium" => Value::whole(sum(earned)),
            "written_premium" | "placed_premium" => Value::whole(sum(written)),
            "incurred" => Value::whole(tally().paid + tally().reserve),
            "paid" => Value::whole(tally().paid),
            "reserve" => Value::whole(tally().reserve),
            "recovered" => Value::whole(tally().recovered),
            "claim_count" => Value::whole(claims()),
            "claims_per_unit" => ratio(claims(), self.units(window, &policies)),
            "claim_frequency" => ratio(claims() * 365, covered()),
            "claim_severity" => ratio(tally().paid + tally().reserve, tally().count),
            "credibility" => credibility(tally().count, 7),
            "covered_days" => Value::whole(covered()),
            "thin_exposure" => Value::Boolean(covered() < THIN_DAYS || sum(earned) < THIN_PREMIUM),
            "loss_ratio" => match asked.last.map(|(_, basis)| basis) {
                None | Some("accident_year") => ratio(tally().paid + tally().reserve, sum(earned)),
                Some("paid/earned") => ratio(tally().paid, sum(earned)),
                Some("incurred/written" | "simple") => {
                    ratio(tally().paid + tally().reserve, sum(written))
                }
                Some("paid/written") => ratio(tally().paid, sum(written)),
                Some("matured") => self.matured(window, filter),
                Some("calendar_year") => Value::Undefined,
                other => panic!("{other:?}"),
            },
            other => panic!("{other}"),
        }
    }

    /// Policies starting in the window: their claims so far over their earned premium.
    fn matured(&self, window: Window, filter: Filter) -> Value {
        let starts_inside = |policy: &PolicyFacts| {
            let bounds = window.bounds(self.day, policy);
            begun(policy, self.day)
                && bounds.is_some_and(|(from, to)| from <= start(policy) && start(policy) < to)
        };
        let cohort = self.policies(filter).into_iter();
        let cohort = cohort.filter(|p| starts_inside(p));
        let premium: i128 = cohort.map(|p| earned_by(p, self.day, self.day)).sum();
        let theirs = self.counted(filter).into_iter();
        let losses = theirs.filter(|(_, policy)| starts_inside(policy));
        let so_far = losses.map(|(claim, _)| {
            let paid = if withdrawn(claim) { 0 } else { net_paid(claim) };
            paid + i128::from(claim.reserve)
        });
        let losses: i128 = so_far.sum();
        ratio(losses, premium)
    }

    /// Day by day: is it covered by at least one policy?
    fn covered_days(&self, window: Window, policies: &[&PolicyFacts]) -> i128 {
        let parts: Vec<(NaiveDate, NaiveDate)> = policies
            .iter()
            .filter(|p| begun(p, self.day))
            .filter_map(|p| {
                let (from, to) = window.bounds(self.day, p)?;
                Some((start(p).max(from), stop(p, self.day).min(to)))
            })
            .collect();
        let Some(first) = parts.iter().map(|part| part.0).min() else {
            return 0;
        };
        let covered = |day: &NaiveDate| parts.iter().any(|(a, b)| a <= day && day < b);
        let days = first.iter_days().take_while(|day| *day < self.day);
        days.filter(covered).map(|_| 1_i128).sum()
    }

    /// The largest number of units of a policy that covers any day of the window; 1 if none.
    fn units(&self, window: Window, policies: &[&PolicyFacts]) -> i128 {
        let covers = |p: &&&PolicyFacts| {
            let bounds = window.bounds(self.day, p);
            begun(p, self.day)
                && bounds.is_some_and(|(a, b)| a.max(start(p)) < b.min(stop(p, self.day)))
        };
        let units = policies.iter().filter(covers).map(|p| p.insured_units);
        units.max().unwrap_or(1).into()
    }

    fn plain(&self, name: &str, filter: Filter) -> Value {
        let policies = self.policies(filter);
        let day = self.day;
        let in_force: Vec<_> = policies.iter().filter(|p| in_force(p, day)).collect();
        let any = |holds: fn(&PolicyFacts, NaiveDate) -> bool| {
            Value::Boolean(policies.iter().any(|p| holds(p, day)))
        };
        let count = |count: usize| Value::whole(i128::try_from(count).unwrap());
        let years = |since: Option<NaiveDate>| {
            Value::whole(since.map_or(0, |since| whole_years(since, day)).into())
        };
        match name {
            "annual_premium" => Value::whole(policies.iter().map(|p| annual(p, day)).sum()),
            "tender_premium" => {
                let mut tenders: BTreeMap<&str, i128> = BTreeMap::new();
                for policy in &in_force {
                    if let Some(tender) = &policy.tender_id {
                        *tenders.entry(tender).or_default() += net(policy, day);
                    }
                }
                Value::whole(tenders.into_values().max().unwrap_or(0))
            }
            "claim_free_years" => self.claim_free_years(&policies, filter.line),
            "covered_years" => years(unbroken_since(&policies, day, GAP_DAYS)),
            "tenure_years" => {
                let begun = policies.iter().filter(|p| begun(p, day));
                years(begun.map(|p| start(p)).min())
            }
            "policies_in_force" => count(in_force.len()),
            "lines_in_force" => {
                let lines: BTreeSet<&str> = in_force.iter().map(|p| p.line.as_str()).collect();
                count(lines.len())
            }
            "in_force" => Value::Boolean(!in_force.is_empty()),
            "bound" => any(bound),
            "insured" => any(insured),
            "ever_insured" => any(|p, day| begun(p, day) || bound(p, day)),
            "days_to_renewal" => self.until_end(&policies, 1),
            "days_since_end" => self.until_end(&policies, -1),
            other => panic!("{other}"),
        }
    }

    /// Days to the end of the last cover, or since it.
    fn until_end(&self, policies: &[&PolicyFacts], sign: i128) -> Value {
        let known = |p: &&&PolicyFacts| begun(p, self.day) || bound(p, self.day);
        let ends = policies.iter().filter(known).map(|p| stop(p, self.day));
        match ends.max().map(|end| sign * days(self.day, end)) {
            Some(days) if days >= 0 => Value::whole(days),
            _ => Value::Undefined,
        }
    }

    fn claim_free_years(&self, policies: &[&PolicyFacts], line: Option<&'static str>) -> Value {
        let Some(unbroken) = unbroken_since(policies, self.day, GAP_DAYS) else {
            return Value::whole(0);
        };
        let (breaking, pending) = self.breaking(line);
        let years = |also: Option<NaiveDate>| {
            let from = breaking
                .iter()
                .copied()
                .chain(self.history)
                .chain(also)
                .fold(unbroken, NaiveDate::max);
            whole_years(from, self.day)
        };
        let changes = |loss: NaiveDate| years(Some(loss)) != years(None);
        if pending.into_iter().any(changes) {
            Value::Unknown
        } else {
            Value::whole(years(None).into())
        }
    }
}

/// In force, bound, or cover ended on or before D and at most the gap ago.
fn insured(policy: &PolicyFacts, day: NaiveDate) -> bool {
    let ended = days(stop(policy, day), day);
    in_force(policy, day)
        || bound(policy, day)
        || begun(policy, day) && (0..=GAP_DAYS).contains(&ended)
}

/// The largest z of six places with z² at most count / full, and at most 1.
fn credibility(count: i128, full: i128) -> Value {
    let places = 1_000_000_i128;
    let (mut low, mut high) = (0, places);
    while low < high {
        let middle = (low + high + 1) / 2;
        if middle * middle * full <= count * places * places {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    ratio(low, places)
}
