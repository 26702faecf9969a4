//! From stories to rows.

use super::random::Random;
use super::story::{STORIES, Story};
use super::tables::{Claim, Customer, Policy, Tables};
use crate::command::stop::Stop;
use insurant::Date;
use insurant_rules::civil::add_months;

/// The agency through which much business comes.
const AGENCY: &str = "C-0000009";

/// Makes one customer after the other.
pub(super) struct Maker {
    random: Random,
    as_of: i32,
    tables: Tables,
    agencies: Vec<String>,
    made: u32,
}

fn date(days: i32) -> Date {
    Date::from_days(days).unwrap_or(Date::MIN)
}

impl Maker {
    pub(super) fn new(seed: u64, as_of: Date, tables: Tables) -> Self {
        Self {
            random: Random::new(seed),
            as_of: as_of.days(),
            tables,
            agencies: Vec::new(),
            made: 0,
        }
    }

    pub(super) fn end(self) -> Result<(), Stop> {
        self.tables.end()
    }

    /// The story of the next customer: each once, then as often as it is told.
    fn story(&mut self) -> Story {
        let first = usize::try_from(self.made)
            .ok()
            .and_then(|at| STORIES.get(at));
        if let Some((story, _)) = first {
            return *story;
        }
        let mut left = self.random.below(10_000);
        for (story, share) in STORIES {
            match left.checked_sub(*share) {
                Some(rest) => left = rest,
                None => return *story,
            }
        }
        Story::Loyal
    }

    /// Makes a customer with all rows.
    pub(super) fn customer(&mut self) -> Result<(), Stop> {
        let story = self.story();
        self.made += 1;
        let mut customer = self.person(story);
        self.mark(story, &mut customer);
        self.tables.customer(&customer)?;
        let policies = self.cover(story, &customer);
        for policy in &policies {
            self.tables.policy(&customer, policy)?;
        }
        self.endorse(story, &policies)?;
        self.claims(story, &customer, &policies)?;
        self.register(story, &customer)?;
        if matches!(story, Story::LargePartner | Story::Partner) {
            self.agencies.push(customer.id);
        }
        Ok(())
    }

    fn person(&mut self, story: Story) -> Customer {
        let firm = match story {
            Story::Large | Story::Tender | Story::Notable | Story::Fleet => true,
            Story::PartnersClient => true,
            _ => self.random.chance(25),
        };
        let kind = match (story, firm) {
            (Story::LargePartner | Story::Partner, _) => "partner",
            (_, true) => "organisation",
            (_, false) => "individual",
        };
        let credit = self.random.below(20);
        let review = self.random.chance(40);
        let next_review = review.then(|| date(self.as_of + self.random.between(-20, 300)));
        let manager = match self.random.below(100) {
            0..80 => Some(format!("M-{:02}", self.random.below(40) + 1)),
            80..85 => Some("none".to_owned()),
            _ => None,
        };
        Customer {
            id: format!("C-{:07}", self.made),
            kind,
            credit: match credit {
                0..11 => Some("good"),
                11..16 => Some("fair"),
                16 => Some("poor"),
                _ => None,
            },
            fraud: self.random.chance(90).then_some(false),
            hard: self.random.chance(90).then_some(false),
            before_catastrophe: self.random.chance(50).then_some(false),
            manager,
            next_review,
            ..Customer::default()
        }
    }

    /// What the story says of the customer itself.
    fn mark(&mut self, story: Story, customer: &mut Customer) {
        match story {
            Story::Stranger => customer.intends = Some(false),
            Story::Interested => customer.intends = Some(true),
            Story::Fraud => customer.fraud = Some(true),
            Story::Hard => customer.hard = Some(true),
            Story::Storm => customer.before_catastrophe = Some(true),
            Story::Notable => customer.notable = Some(true),
            Story::Migrated => {
                customer.history_from = Some(date(self.as_of - self.random.between(100, 900)));
            }
            _ => {}
        }
    }

    fn premium(&mut self, story: Story) -> i64 {
        let (from, to) = match story {
            Story::Large => (52_000, 400_000),
            Story::Fleet => (20_000, 45_000),
            Story::PartnersClient => (30_000, 49_000),
            Story::Bad | Story::Claimer | Story::Loss => (1_500, 6_000),
            _ => (700, 9_000),
        };
        i64::from(self.random.between(from, to)) * 100 + i64::from(self.random.between(0, 99))
    }

    /// The terms of a customer's policies: first day, and how many years follow each other.
    fn terms(&mut self, story: Story) -> Option<(i32, i32)> {
        let years = self.random.between(1, 5);
        // The last term began within the year before the day, or on the day.
        let running = |random: &mut Random, as_of: i32, years: i32| {
            let last = as_of - random.between(0, 364);
            (add_months(last, -12 * (years - 1)), years)
        };
        let ended = |from: i32, to: i32, random: &mut Random, as_of: i32| {
            let end = as_of - random.between(from, to);
            (add_months(end, -12 * years), years)
        };
        let as_of = self.as_of;
        Some(match story {
            Story::Stranger | Story::Interested | Story::LargePartner | Story::Partner => {
                return None;
            }
            Story::Gone => ended(200, 1500, &mut self.random, as_of),
            Story::Lapsing => ended(31, 88, &mut self.random, as_of),
            Story::Claimer | Story::Loss | Story::Bad => {
                let last = as_of - self.random.between(250, 364);
                (add_months(last, -12 * (years.min(3) - 1)), years.min(3))
            }
            Story::Bound => (as_of + self.random.between(1, 60), 1),
            _ => running(&mut self.random, as_of, years),
        })
    }

    fn cover(&mut self, story: Story, customer: &Customer) -> Vec<Policy> {
        let Some((first, years)) = self.terms(story) else {
            return Vec::new();
        };
        let line = match story {
            Story::Fleet => "motor",
            _ => self
                .random
                .pick("motor", &["motor", "property", "liability"]),
        };
        let premium = self.premium(story);
        let partner = match story {
            Story::PartnersClient => Some(AGENCY.to_owned()),
            _ if self.random.chance(15) => self.agency(),
            _ => None,
        };
        let source = match (&partner, story) {
            (_, Story::Tender) => "tender",
            (Some(_), _) => "intermediary",
            (None, _) => "direct",
        };
        let mut policies = Vec::new();
        for year in 0..years {
            let start = add_months(first, 12 * year);
            policies.push(Policy {
                id: format!("P-{:07}", self.next_policy(&policies)),
                line,
                source,
                start: date(start),
                end: date(add_months(first, 12 * (year + 1))),
                written: premium * i64::from(100 + 3 * year) / 100,
                refunded: None,
                cancelled_on: None,
                issued_on: (story == Story::Bound).then(|| date(self.as_of - 5)),
                partner: partner.clone(),
                tender: (story == Story::Tender).then(|| format!("T-{}", customer.id)),
                units: (story == Story::Fleet).then(|| 10 + self.random.below(40)),
            });
        }
        if story == Story::Tender {
            self.tender(&mut policies);
        }
        if story == Story::Cancelled {
            self.cancel(&mut policies);
        }
        policies
    }

    /// The large agency gets a part of what comes through agencies.
    fn agency(&mut self) -> Option<String> {
        let count = u32::try_from(self.agencies.len()).unwrap_or(u32::MAX);
        let at = usize::try_from(self.random.below(count)).ok()?;
        self.agencies.get(at).cloned()
    }

    fn next_policy(&self, made: &[Policy]) -> u64 {
        let made = u64::try_from(made.len()).unwrap_or(0);
        self.tables.policies() + made + 1
    }

    /// One tender over several years and two lines.
    fn tender(&self, policies: &mut Vec<Policy>) {
        let Some(mut policy) = policies.pop() else {
            return;
        };
        policies.clear();
        let months = add_months(policy.start.days(), 36);
        policy.end = date(months);
        policy.written = 3_100_000;
        policy.line = "property";
        policy.id = format!("P-{:07}", self.next_policy(policies));
        policies.push(policy.clone());
        policy.written = 2_400_000;
        policy.line = "liability";
        policy.id = format!("P-{:07}", self.next_policy(policies));
        policies.push(policy);
    }

    /// The last term ends early; what was not used is given back.
    fn cancel(&mut self, policies: &mut [Policy]) {
        let Some(last) = policies.last_mut() else {
            return;
        };
        let (start, end) = (last.start.days(), last.end.days());
        let day = start + self.random.between(10, (end - start) - 10);
        last.cancelled_on = Some(date(day));
        let left = i64::from(end - day);
        last.refunded = Some(last.written * left / i64::from(end - start));
    }

    fn endorse(&mut self, story: Story, policies: &[Policy]) -> Result<(), Stop> {
        if story != Story::Endorsed {
            return Ok(());
        }
        for policy in policies {
            let term = policy.end.days() - policy.start.days();
            let day = date(policy.start.days() + self.random.between(1, term - 1));
            let share = i64::from(self.random.between(-30, 40));
            self.tables
                .movement(&policy.id, day, policy.written * share / 100)?;
        }
        Ok(())
    }

    /// Claims as the story has them, and the few that happen to everybody.
    fn claims(
        &mut self,
        story: Story,
        customer: &Customer,
        policies: &[Policy],
    ) -> Result<(), Stop> {
        let Some(last) = policies.last() else {
            return Ok(());
        };
        let year = (self.as_of - 240, self.as_of - 1);
        match story {
            Story::Claimer => {
                for _ in 0..self.random.between(2, 4) {
                    self.claim(customer, last, year, (5, 30), false)?;
                }
            }
            Story::Loss => self.claim(customer, last, year, (120, 700), false)?,
            Story::Bad => {
                // Paid, and reported before the day.
                for _ in 0..self.random.between(3, 5) {
                    let percent = i64::from(self.random.between(60, 160));
                    let loss = date(self.as_of - self.random.between(30, 240));
                    let paid = last.written * percent / 100;
                    self.tables
                        .claim(customer, &Claim::settled(&last.id, loss, paid))?;
                }
            }
            Story::Storm => {
                let days = (last.start.days(), self.as_of - 1);
                self.claim(customer, last, days, (100, 300), true)?;
            }
            Story::Fleet => {
                for policy in policies {
                    for _ in 0..self.random.between(2, 4) {
                        self.within(customer, policy, (3, 12))?;
                    }
                }
            }
            Story::Bound => {}
            _ => {
                for policy in policies {
                    while self.random.chance(18) {
                        self.within(customer, policy, (2, 60))?;
                    }
                }
            }
        }
        // Now and then a claim comes in that belongs to no cover.
        if self.random.chance(1) {
            let loss = date(self.as_of - self.random.between(1, 700));
            self.tables.claim(
                customer,
                &Claim {
                    policy: None,
                    loss,
                    reported: None,
                    status: "open",
                    paid: 0,
                    reserve: 50_000,
                    recovered: None,
                    catastrophe: None,
                    event: None,
                },
            )?;
        }
        Ok(())
    }

    /// A claim in the time that a policy covers.
    fn within(
        &mut self,
        customer: &Customer,
        policy: &Policy,
        percent: (i32, i32),
    ) -> Result<(), Stop> {
        let stop = policy.cancelled_on.unwrap_or(policy.end).days();
        let days = (policy.start.days(), stop.min(self.as_of) - 1);
        if days.0 > days.1 {
            return Ok(());
        }
        let catastrophe = self.random.chance(4);
        self.claim(customer, policy, days, percent, catastrophe)
    }

    fn claim(
        &mut self,
        customer: &Customer,
        policy: &Policy,
        days: (i32, i32),
        percent: (i32, i32),
        catastrophe: bool,
    ) -> Result<(), Stop> {
        let loss = self.random.between(days.0, days.1);
        let amount = policy.written * i64::from(self.random.between(percent.0, percent.1)) / 100;
        let status = match self.random.below(100) {
            0..82 => "settled",
            82..90 => "open",
            90..95 => "declined",
            95..98 => "withdrawn",
            _ => "reopened",
        };
        let (paid, reserve) = match status {
            "settled" => (amount, 0),
            "reopened" => (amount / 2, amount / 2),
            "open" => (0, amount),
            _ => (0, 0),
        };
        let event = catastrophe.then(|| format!("E-{}", loss.div_euclid(30)));
        self.tables.claim(
            customer,
            &Claim {
                policy: Some(&policy.id),
                loss: date(loss),
                reported: Some(date(loss + self.random.between(0, 20))),
                status,
                paid,
                reserve,
                recovered: (status == "settled" && self.random.chance(8)).then_some(amount / 4),
                catastrophe: catastrophe.then_some(true),
                event: event.as_deref(),
            },
        )
    }

    fn register(&mut self, story: Story, customer: &Customer) -> Result<(), Stop> {
        let reason = self
            .random
            .pick("fraud", &["many claims", "could not be settled with"]);
        let effective = date(self.as_of - self.random.between(10, 600));
        match story {
            Story::Listed => self
                .tables
                .entry(customer, "active", reason, effective, None),
            Story::Delisted => {
                let expiry = date(self.as_of - self.random.between(0, 9));
                self.tables
                    .entry(customer, "removed", reason, effective, Some(expiry))
            }
            _ => Ok(()),
        }
    }
}
