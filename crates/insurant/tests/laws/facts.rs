//! Random customers: valid, and as nasty as valid can be. Days lie on, before and after whatever
//! matters: the day itself, anniversaries, window bounds, gaps of 30 and 31 days, leap days.

use insurant::Date;
use insurant::facts::{
    BusinessSource, ClaimFacts, ClaimStatus, Credit, CustomerFacts, CustomerKind, EntryFacts,
    EntryState, PolicyFacts, PremiumMovement,
};
use insurant_rules::Currency;
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt;

pub(crate) const CUSTOMER: &str = "C";
pub(crate) const LINES: [&str; 3] = ["property", "motor", "marine"];

/// A customer and a day to assess it on.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) as_of: Date,
    pub(crate) facts: CustomerFacts,
}

/// All facts of these made-up customers: a failure must be seen whole.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = self.facts.to_json(cny()).to_canonical_string();
        write!(f, "on {}: {facts}", self.as_of)
    }
}

pub(crate) fn cny() -> Currency {
    Currency::parse("CNY").unwrap()
}

/// A day, told from another one.
#[derive(Debug, Clone, Copy)]
struct Apart {
    months: i32,
    days: i32,
}

impl Apart {
    fn from(self, day: Date) -> Date {
        day.add_months(self.months).add_days(self.days)
    }
}

/// When a policy starts.
#[derive(Debug, Clone, Copy)]
enum Start {
    Apart(Apart),
    /// So many days after the end of the policy before it.
    Follows(i32),
}

/// How long it lasts.
#[derive(Debug, Clone, Copy)]
enum Term {
    Months(i32),
    Days(i32),
}

/// A day inside a term, or about its ends.
#[derive(Debug, Clone, Copy)]
enum Within {
    FromStart(i32),
    FromEnd(i32),
    Permille(i32),
    AsOf(Apart),
}

impl Within {
    fn on(self, as_of: Date, start: Date, end: Date) -> Date {
        match self {
            Self::FromStart(days) => start.add_days(days),
            Self::FromEnd(days) => end.add_days(days),
            Self::Permille(share) => start.add_days((end.days() - start.days()) * share / 1000),
            Self::AsOf(apart) => apart.from(as_of),
        }
    }
}

#[derive(Debug, Clone)]
struct RawPolicy {
    start: Start,
    term: Term,
    written: i64,
    /// Where, and how much of the premium so far, in thousandths.
    endorsements: Vec<(Within, i64)>,
    cancelled: Option<(Within, i64)>,
    issued: Option<i32>,
    line: usize,
    source: BusinessSource,
    partner: Option<bool>,
    tender: Option<bool>,
    units: u32,
}

#[derive(Debug, Clone)]
struct RawClaim {
    policy: Option<usize>,
    loss: Within,
    reported: Option<Apart>,
    status: ClaimStatus,
    amounts: (i64, i64, i64),
    catastrophe: bool,
    event: Option<bool>,
}

/// A day to assess on.
fn as_of() -> impl Strategy<Value = Date> {
    let years = 1990..2050_i32;
    prop_oneof![
        2 => (years.clone(), select(vec![(2, 28), (3, 1), (12, 31), (1, 1), (3, 31), (6, 30)]))
            .prop_map(|(year, (month, day))| Date::from_ymd(year, month, day).unwrap()),
        1 => (498..512_i32).prop_map(|fours| Date::from_ymd(4 * fours, 2, 29).unwrap()),
        2 => (years, 0..366_i32)
            .prop_map(|(year, days)| Date::from_ymd(year, 1, 1).unwrap().add_days(days)),
    ]
}

fn apart() -> impl Strategy<Value = Apart> {
    let months = select(vec![
        0, 0, 0, -1, -3, -6, -12, -12, -12, -13, -18, -24, -36, -36, -48, -60, -120, 6, 12,
    ]);
    let days = prop_oneof![
        4 => -2..=2_i32,
        1 => select(vec![-31, -30, -29, 29, 30, 31]),
        2 => -400..=400_i32,
    ];
    (months, days).prop_map(|(months, days)| Apart { months, days })
}

fn within() -> impl Strategy<Value = Within> {
    prop_oneof![
        (-1..=2_i32).prop_map(Within::FromStart),
        (-2..=1_i32).prop_map(Within::FromEnd),
        (0..=1000_i32).prop_map(Within::Permille),
        apart().prop_map(Within::AsOf),
    ]
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        select(vec![0, 1, 99, 100, 365, 49_999, 50_000, 50_001]),
        select(vec![
            4_999_999_i64,
            5_000_000,
            5_000_001,
            10_000_000,
            49_999_999,
            50_000_000
        ]),
        1..100_000_i64,
        1..20_000_000_i64,
        1..1_000_000_000_000_i64,
    ]
}

fn policy(amount: BoxedStrategy<i64>) -> impl Strategy<Value = RawPolicy> {
    let start = prop_oneof![
        apart().prop_map(Start::Apart),
        select(vec![0, 0, 0, 1, 29, 30, 31, 32, -10, -400]).prop_map(Start::Follows),
    ];
    let term = prop_oneof![
        3 => select(vec![12, 12, 24, 36, 60, 6, 1, 18]).prop_map(Term::Months),
        1 => select(vec![1, 2, 364, 365, 366, 367, 730, 731]).prop_map(Term::Days),
        1 => (1..1200_i32).prop_map(Term::Days),
    ];
    let endorsement = (
        within(),
        prop_oneof![-1000..=1000_i64, select(vec![-1000, 0, 1])],
    );
    let refund = prop_oneof![Just(0_i64), Just(1000), 0..=1000_i64];
    let cover = (
        start,
        term,
        amount,
        prop::collection::vec(endorsement, 0..3),
        prop::option::weighted(0.3, (within(), refund)),
        prop::option::of(-40..=2_i32),
    );
    let marks = (
        0..LINES.len(),
        select(BusinessSource::ALL.to_vec()),
        prop::option::of(any::<bool>()),
        prop::option::of(any::<bool>()),
        prop_oneof![2 => Just(1_u32), 1 => 1..20_u32],
    );
    (cover, marks).prop_map(
        |(
            (start, term, written, endorsements, cancelled, issued),
            (line, source, partner, tender, units),
        )| RawPolicy {
            start,
            term,
            written,
            endorsements,
            cancelled,
            issued,
            line,
            source,
            partner,
            tender,
            units,
        },
    )
}

fn claim(amount: BoxedStrategy<i64>) -> impl Strategy<Value = RawClaim> {
    let part = prop_oneof![1 => Just(0_i64), 2 => amount.clone()].boxed();
    // Often fully recovered: paid, yet not paid.
    let amounts =
        (part.clone(), part.clone(), part, 0..4_u8).prop_map(|(paid, reserve, other, how)| {
            let recovered = match how {
                0 => paid,
                1 => other,
                _ => 0,
            };
            (paid, reserve, recovered)
        });
    (
        prop::option::weighted(0.95, 0..8_usize),
        within(),
        prop::option::weighted(0.3, apart()),
        select(ClaimStatus::ALL.to_vec()),
        amounts,
        prop::bool::weighted(0.2),
        prop::option::weighted(0.3, any::<bool>()),
    )
        .prop_map(
            |(policy, loss, reported, status, amounts, catastrophe, event)| RawClaim {
                policy,
                loss,
                reported,
                status,
                amounts,
                catastrophe,
                event,
            },
        )
}

fn entry() -> impl Strategy<Value = (EntryState, Apart, Option<Apart>)> {
    let near = || (0..=3_i32, -1..=1_i32);
    (
        select(EntryState::ALL.to_vec()),
        near(),
        prop::option::of(near()),
    )
        .prop_map(|(state, (years, days), expiry)| {
            let effective = Apart {
                months: -12 * years,
                days,
            };
            let expiry = expiry.map(|(years, days)| Apart {
                months: 12 * (years - 1),
                days,
            });
            (state, effective, expiry)
        })
}

/// A policy of a customer; `before` is where the one before it ends.
fn policy_facts(
    raw: &RawPolicy,
    policy_id: String,
    as_of: Date,
    before: Option<Date>,
) -> PolicyFacts {
    let start = match (raw.start, before) {
        (Start::Apart(apart), _) => apart.from(as_of),
        (Start::Follows(gap), Some(end)) => end.add_days(gap),
        (Start::Follows(gap), None) => as_of.add_months(-12).add_days(gap),
    };
    let end = match raw.term {
        Term::Months(months) => start.add_months(months),
        Term::Days(days) => start.add_days(days),
    };
    let cancelled = raw.cancelled.map(|(at, refund)| {
        let at = at.on(as_of, start, end).min(end.add_days(-1));
        (at, refund)
    });
    let last = cancelled.map_or(end, |(at, _)| at).add_days(-1);
    let mut movements: Vec<PremiumMovement> = Vec::new();
    let mut net = i128::from(raw.written);
    let mut days: Vec<(Date, i64)> = raw
        .endorsements
        .iter()
        .map(|(at, share)| (at.on(as_of, start, end).clamp(start, end), *share))
        .filter(|(day, _)| *day <= last)
        .collect();
    days.sort_unstable();
    for (effective, share) in days {
        let amount = net * i128::from(share) / 1000;
        let amount = i64::try_from(amount).unwrap_or(i64::MAX);
        net += i128::from(amount);
        movements.push(PremiumMovement { effective, amount });
    }
    // Supplied in any order.
    movements.reverse();
    let refund = |share: i64| i64::try_from(net * i128::from(share) / 1000).unwrap_or(i64::MAX);
    PolicyFacts {
        policy_id,
        line: LINES[raw.line].into(),
        business_source: raw.source,
        start,
        end,
        written_premium: raw.written,
        refunded: cancelled.map_or(0, |(_, share)| refund(share)),
        cancelled_on: cancelled.map(|(at, _)| at),
        issued_on: raw
            .issued
            .map(|days| if days < -20 { as_of } else { start }.add_days(days)),
        partner_id: raw
            .partner
            .map(|own| if own { CUSTOMER } else { "B" }.into()),
        tender_id: raw.tender.map(|one| if one { "T1" } else { "T2" }.into()),
        insured_units: raw.units,
        currency: None,
        movements,
    }
}

fn claim_facts(
    raw: &RawClaim,
    claim_id: String,
    as_of: Date,
    policies: &[PolicyFacts],
) -> ClaimFacts {
    let policy = raw
        .policy
        .filter(|_| !policies.is_empty())
        .map(|at| &policies[at % policies.len()]);
    let (start, end) = policy.map_or((as_of.add_months(-12), as_of), |p| {
        (p.start, p.cancelled_on.unwrap_or(p.end))
    });
    let loss_date = raw.loss.on(as_of, start, end);
    let (paid, reserve, recovered) = raw.amounts;
    ClaimFacts {
        claim_id,
        policy_id: policy.map(|p| p.policy_id.clone()),
        claimant_id: None,
        loss_date,
        reported_on: raw
            .reported
            .map(|a| if a.months == 0 { as_of } else { loss_date }.add_days(a.days)),
        status: raw.status,
        paid,
        reserve,
        recovered,
        catastrophe: raw.catastrophe,
        event_id: raw.event.map(|one| if one { "E1" } else { "E2" }.into()),
    }
}

fn policies(raw: &[RawPolicy], letter: char, as_of: Date) -> Vec<PolicyFacts> {
    let mut policies: Vec<PolicyFacts> = Vec::new();
    for (i, raw) in raw.iter().enumerate() {
        let before = policies.last().map(|p| p.cancelled_on.unwrap_or(p.end));
        policies.push(policy_facts(raw, format!("{letter}{i}"), as_of, before));
    }
    policies
}

/// The customer's own facts, but for policies, claims and entries.
fn profile() -> impl Strategy<Value = Case> {
    let told = || prop::option::of(any::<bool>());
    let inputs = [
        "position_notable",
        "brand_notable",
        "contribution_notable",
        "pre_catastrophe_purchase",
    ];
    (
        as_of(),
        select(CustomerKind::ALL.to_vec()),
        prop_oneof![1 => Just(None), 3 => select(Credit::ALL.to_vec()).prop_map(Some)],
        (told(), told(), told()),
        prop::option::weighted(0.3, apart()),
        prop::option::of(-1..=1_i32),
        prop::option::of(select(vec!["", "M"])),
        prop::option::of(-1..=1_i32),
        prop::collection::btree_map(
            select(inputs.to_vec()),
            prop::bool::weighted(0.8),
            0..=inputs.len(),
        ),
    )
        .prop_map(
            |(as_of, kind, credit, told, history, valued, manager, review, inputs)| {
                let mut facts = CustomerFacts::new(CUSTOMER, kind);
                facts.credit = credit;
                (
                    facts.intends_to_insure,
                    facts.fraud_signs,
                    facts.hard_to_settle,
                ) = told;
                facts.history_from = history.map(|apart| apart.from(as_of));
                facts.valued_on = valued.map(|days| as_of.add_days(days));
                facts.manager_id = manager.map(str::to_owned);
                facts.next_review = review.map(|days| as_of.add_days(days));
                facts.inputs = inputs
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value.to_string()))
                    .collect();
                Case { as_of, facts }
            },
        )
}

/// Customers with amounts of their own.
fn with_amounts(
    amount: impl Strategy<Value = i64> + 'static,
    most: usize,
) -> impl Strategy<Value = Case> {
    let amount = amount.boxed();
    (
        profile(),
        prop::collection::vec(policy(amount.clone()), 0..=most),
        prop::collection::vec(claim(amount.clone()), 0..=most + 2),
        prop::collection::vec(policy(amount), 0..=2),
        prop::collection::vec(entry(), 0..=2),
        // All claims of one event: there is none beside it.
        prop::bool::weighted(0.2),
    )
        .prop_map(|(mut case, own, mut claims, placed, entries, one_event)| {
            for claim in claims.iter_mut().filter(|_| one_event) {
                claim.event = Some(true);
            }
            let as_of = case.as_of;
            case.facts.policies = policies(&own, 'P', as_of);
            case.facts.claims = (0..)
                .zip(&claims)
                .map(|(i, raw)| claim_facts(raw, format!("L{i}"), as_of, &case.facts.policies))
                .collect();
            case.facts.placed = policies(&placed, 'Q', as_of);
            for policy in &mut case.facts.placed {
                policy.partner_id = Some(CUSTOMER.into());
            }
            case.facts.entries = (0..)
                .zip(entries)
                .map(|(i, (state, effective, expiry))| EntryFacts {
                    entry_id: format!("N{i}"),
                    state,
                    reason: Some("fraud".into()),
                    effective: effective.from(as_of),
                    // One that lies before its effect is refused.
                    expiry: expiry
                        .map(|e| e.from(as_of))
                        .filter(|&expiry| expiry > effective.from(as_of)),
                    review: None,
                    lines: vec!["motor".into(), "marine".into()],
                })
                .collect();
            case
        })
}

/// Customers of every sort.
pub(crate) fn customer() -> impl Strategy<Value = Case> {
    with_amounts(amount(), 5)
}

/// Customers whose amounts come near what 64 bits hold.
pub(crate) fn huge_customer() -> impl Strategy<Value = Case> {
    let amounts = vec![
        0,
        1,
        i64::MAX,
        i64::MAX - 1,
        i64::MAX / 2,
        i64::MAX / 2 + 1,
        i64::MAX / 3,
    ];
    with_amounts(select(amounts), 3)
}
