//! Plain rows measured in one walk are what the kernel finds of them.

use crate::sheet::rules_with;
use insurant::decision::{FoldingRoom, PlainClaim, PlainPolicy};
use insurant::facts::{
    Claim, ClaimStatus, ClaimTerms, CustomerKind, CustomerView, Entry, Policy, PolicyTerms,
    PremiumMovement, Profile,
};
use insurant::measure::Fate;
use insurant::{CustomerRules, Date, Engine, Scratch};
use insurant_rules::Slot;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Everything that a plain walk finds, in windows that share bounds and in ones that do not.
static RULES: LazyLock<CustomerRules> = LazyLock::new(|| {
    let mut texts: Vec<String> = Vec::new();
    for window in ["12m", "36m", "lifetime", "12m, back: 12m", "5m, back: 1m"] {
        for measure in [
            "earned_premium",
            "written_premium",
            "covered_days",
            "incurred",
            "paid",
            "reserve",
            "recovered",
            "claim_count",
            "loss_ratio",
            "claims_per_unit",
            "claim_frequency",
            "claim_severity",
            "thin_exposure",
        ] {
            texts.push(format!("{measure}({window})"));
        }
    }
    // A walk finds 59 figures at most: these come in rulebooks of their own.
    texts.truncate(39);
    rules_with(&texts)
});

static FILTERED: LazyLock<CustomerRules> = LazyLock::new(|| {
    let texts = [
        "earned_premium(12m, line: property)",
        "earned_premium(36m, source: intermediary)",
        "earned_premium(lifetime, line: motor, source: direct)",
        "written_premium(24m, source: tender)",
        "incurred(36m, line: property)",
        "incurred(36m, catastrophe: no)",
        "paid(lifetime, source: direct)",
        "claim_count(36m, paid: yes, line: motor)",
        "loss_ratio(36m, line: property, catastrophe: no)",
        "loss_ratio(lifetime, basis: paid/written)",
        "annual_premium",
        "annual_premium(source: direct)",
        "annual_premium(line: property)",
        "claim_free_years",
        "covered_years",
        "tenure_years",
        "policies_in_force",
        "tender_premium",
        "placed_premium(12m)",
        "credibility(36m, full: 10)",
        "days_to_renewal",
        "days_since_end",
        "insured",
        "bound",
        "in_force",
        "ever_insured",
    ];
    rules_with(&texts.map(str::to_owned))
});

struct Plain<'a> {
    policies: &'a [PlainPolicy],
    claims: &'a [PlainClaim],
}

fn day(days: i32) -> Date {
    Date::from_days(days).unwrap()
}

impl CustomerView for Plain<'_> {
    fn profile(&self) -> Profile {
        Profile::new(CustomerKind::Organisation)
    }
    fn input(&self, _: usize) -> Slot {
        Slot::UNKNOWN
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.policies.iter().map(|row| {
            let (line, source) = PlainPolicy::line_and_source(row.pair);
            Policy::plain(PolicyTerms {
                start: day(row.start),
                end: day(row.end),
                written_premium: row.written,
                refunded: 0,
                cancelled_on: None,
                issued_on: None,
                line,
                source,
                tender: 0,
                insured_units: 1,
            })
            .unwrap()
        })
    }
    fn movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.claims.iter().map(|row| {
            let policy = self.policies.iter().position(|p| p.row == row.policy);
            Claim::plain(ClaimTerms {
                policy: Some(u32::try_from(policy.unwrap()).unwrap()),
                loss_date: day(row.loss),
                reported_on: Some(day(row.known)),
                status: ClaimStatus::ALL[usize::from(row.status)],
                paid: row.paid,
                reserve: row.reserve,
                recovered: 0,
                catastrophe: row.catastrophe,
                event: 0,
            })
            .unwrap()
        })
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        std::iter::empty()
    }
    fn placed_movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        std::iter::empty()
    }
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        6 => 0..5_000_000_i64,
        1 => Just(0),
        1 => (1_i64 << 40) - 2..(1 << 40) + 2,
        1 => i64::MAX - 2..=i64::MAX,
    ]
}

fn rows() -> impl Strategy<Value = (Vec<PlainPolicy>, Vec<PlainClaim>)> {
    let term = prop_oneof![4 => Just(365), 4 => Just(366), 1 => 1..1200_i32, 1 => Just(730)];
    let policy = (15_000..17_200_i32, term, amount(), 0..4_u16, 0..3_u8);
    let policies = prop::collection::vec(policy, 0..7).prop_map(|all| {
        let rows = (0..).zip(all);
        let row = |(row, (start, term, written, line, source)): (u32, _)| PlainPolicy {
            written,
            start,
            end: start + term,
            row: row * 7 + 3,
            pair: PlainPolicy::pair(line, source),
            local: 0,
        };
        rows.map(row).collect::<Vec<_>>()
    });
    let claim = (
        any::<prop::sample::Index>(),
        -5..800_i32,
        0..40_i32,
        amount(),
        amount(),
    );
    let claims = prop::collection::vec((claim, 0..6_u8, any::<bool>()), 0..6);
    (policies, claims).prop_map(|(policies, claims)| {
        let claims = claims
            .into_iter()
            .filter_map(|(claim, status, catastrophe)| {
                let (policy, after, reported, paid, reserve) = claim;
                let policy = policies.get(policy.index(policies.len().max(1)))?;
                let loss = policy.start + after;
                Some(PlainClaim {
                    paid,
                    reserve,
                    loss,
                    known: loss + reported,
                    policy: policy.row,
                    local: 0,
                    status: status % u8::try_from(ClaimStatus::ALL.len()).unwrap(),
                    catastrophe,
                })
            });
        let claims = claims.collect();
        (policies, claims)
    })
}

fn same(
    rules: &CustomerRules,
    as_of: Date,
    customers: &[(Vec<PlainPolicy>, Vec<PlainClaim>)],
) -> Result<(), TestCaseError> {
    let dated = rules.on(as_of);
    let folding = dated.folding().expect("a walk serves this rulebook");
    let (mut scratch, mut room) = (Scratch::new(), FoldingRoom::default());
    let (mut walked, mut visited) = (dated.block(), dated.block());
    let mut fit = Vec::new();
    for (place, (policies, claims)) in customers.iter().enumerate() {
        let view = Plain { policies, claims };
        let fits = dated.put(&mut visited, place, &view, &mut scratch);
        let found = folding.put(&mut walked, place, &view, (policies, claims), &mut room);
        match found {
            Some(fates) => {
                prop_assert!(fits, "small amounts always fit");
                let counted = scratch.not_counted().fold(0, |all, (_, fate)| {
                    all | match fate {
                        Fate::NotKnown => 1,
                        Fate::NoPolicy => 2,
                        Fate::VoidPolicy => 4,
                        Fate::OutsideCover => 8,
                    }
                });
                prop_assert_eq!(fates.bits(), counted);
            }
            None => {
                dated.put(&mut walked, place, &view, &mut scratch);
            }
        }
        fit.push(fits);
    }
    let (by_walk, by_visit) = (
        folding.decide_block(&mut walked),
        dated.decide_block(&mut visited),
    );
    for (place, _) in fit.iter().enumerate().filter(|(_, fits)| **fits) {
        prop_assert_eq!(by_walk.category[place], by_visit.category[place]);
        prop_assert_eq!(by_walk.standing[place], by_visit.standing[place]);
        prop_assert_eq!(by_walk.alerts[place], by_visit.alerts[place]);
        prop_assert_eq!(by_walk.proposals[place], by_visit.proposals[place]);
        for (which, expression) in rules.expressions().iter().enumerate() {
            let (walk, visit) = (
                dated.block_value(which, &walked, place),
                dated.block_value(which, &visited, place),
            );
            prop_assert_eq!(
                walk,
                visit,
                "{} of {:?}",
                &expression.text,
                &customers[place]
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(200)))]

    #[test]
    fn a_walk_over_plain_rows_finds_what_the_kernel_finds(
        customers in prop::collection::vec(rows(), 1..12),
        as_of in 15_500..17_500_i32,
    ) {
        same(&RULES, day(as_of), &customers)?;
        same(&FILTERED, day(as_of), &customers)?;
    }
}

#[test]
fn a_block_is_used_again_without_a_trace_of_the_last() {
    let policy = |start| PlainPolicy {
        written: 100_000,
        start,
        end: start + 365,
        row: 1,
        ..PlainPolicy::default()
    };
    let claim = |status| PlainClaim {
        paid: 0,
        reserve: 50,
        loss: 16_100,
        known: 16_100,
        policy: 1,
        status,
        ..PlainClaim::default()
    };
    let open = u8::try_from(ClaimStatus::Open.position()).unwrap();
    let settled = u8::try_from(ClaimStatus::Settled.position()).unwrap();
    let rules = &*FILTERED;
    let dated = rules.on(day(16_800));
    let folding = dated.folding().unwrap();
    let (mut used, mut room) = (dated.block(), FoldingRoom::default());
    for status in [open, settled, open, settled] {
        let mut fresh = dated.block();
        let (policies, claims) = ([policy(16_000), policy(16_365)], [claim(status)]);
        let view = Plain {
            policies: &policies,
            claims: &claims,
        };
        for block in [&mut used, &mut fresh] {
            folding
                .put(block, 9, &view, (&policies, &claims), &mut room)
                .unwrap();
            let _ = folding.decide_block(block);
        }
        for which in 0..rules.expressions().len() {
            let value = |block| dated.block_value(which, block, 9);
            assert_eq!(value(&used), value(&fresh));
        }
    }
}

#[test]
fn rulebooks_that_ask_for_more_are_left_to_the_kernel() {
    let engine = Engine::builtin().unwrap();
    let as_of = day(16_800);
    for text in [
        "incurred(policy_year)",
        "loss_ratio(36m, basis: matured)",
        "lines_in_force",
        "claim_free_years(line: property)",
    ] {
        let rules = engine
            .rules_with("cn-property", Date::MAX, &[text])
            .unwrap();
        assert!(rules.on(as_of).folding().is_none(), "{text}");
    }
    assert!(
        engine
            .rules("cn-property", Date::MAX)
            .unwrap()
            .on(as_of)
            .folding()
            .is_some()
    );
}
