//! An explanation explains the verdict that was given, and its parts are the whole.

use crate::facts::{Case, customer};
use crate::roundtrip::{call, input};
use crate::sheet::{RULES, Value, checked, decision, figures, plain_rules, text, value};
use insurant::decision::Trace;
use insurant::facts::{
    BusinessSource, ClaimFacts, ClaimStatus, Credit, CustomerFacts, CustomerKind, EntryFacts,
    EntryState, PolicyFacts, PremiumMovement,
};
use insurant::{Date, Scratch, money};
use insurant_rules::document::Json;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

/// The sum of the amounts of a figure's parts.
fn sum_of_parts(figure: &Json) -> i128 {
    let parts = figure.get("facts").map_or(&[][..], Json::items);
    parts
        .iter()
        .filter_map(|part| part.get("amount").and_then(Json::text))
        .map(|amount| i128::from(money::parse(amount, crate::facts::cny()).unwrap()))
        .sum()
}

/// How many the parts say that they counted as: a claim as one, those of an event as one.
fn counted(figure: &Json, facts: &CustomerFacts) -> i128 {
    let parts = figure.get("facts").map_or(&[][..], Json::items);
    let mut counted = BTreeSet::new();
    for part in parts {
        let claim = text(part, "claim_id");
        match text(part, "what") {
            "counted" => counted.insert(("claim", claim.to_owned())),
            "counted as one with its event" => {
                let mut claims = facts.claims.iter();
                let claim = claims.find(|c| c.claim_id == claim).unwrap();
                counted.insert(("event", claim.event_id.clone().unwrap()))
            }
            _ => false,
        };
    }
    counted.len().try_into().unwrap()
}

const MONEY: [&str; 8] = [
    "earned_premium",
    "written_premium",
    "placed_premium",
    "annual_premium",
    "paid",
    "incurred",
    "reserve",
    "recovered",
];

/// Another value of a closed enumeration.
fn next<T: Copy + PartialEq>(all: &[T], one: T) -> T {
    let at = all.iter().position(|&member| member == one).unwrap();
    all[(at + 1) % all.len()]
}

/// A mark that is there is taken away, one that is not is given.
fn turn<T>(mark: &mut Option<T>, given: T) {
    *mark = match mark {
        Some(_) => None,
        None => Some(given),
    };
}

/// The customer's own facts.
fn change_own(facts: &mut CustomerFacts, which: usize) {
    match which {
        0 => facts.customer_id.push('x'),
        1 => facts.kind = next(CustomerKind::ALL, facts.kind),
        2 => turn(&mut facts.credit, Credit::Good),
        3 => turn(&mut facts.intends_to_insure, false),
        4 => turn(&mut facts.fraud_signs, false),
        5 => turn(&mut facts.hard_to_settle, false),
        6 => turn(&mut facts.history_from, Date::MIN),
        7 => turn(&mut facts.valued_on, Date::MIN),
        8 => turn(&mut facts.manager_id, String::new()),
        9 => turn(&mut facts.next_review, Date::MIN),
        _ => {
            if facts.inputs.remove("brand_notable").is_none() {
                facts.inputs.insert("brand_notable".into(), "false".into());
            }
        }
    }
}

fn change_policy(policy: &mut PolicyFacts, which: usize) {
    match which {
        0 => policy.written_premium += 1,
        1 => policy.line.push('x'),
        2 => policy.business_source = next(BusinessSource::ALL, policy.business_source),
        3 => policy.end = policy.end.add_days(1),
        4 => policy.insured_units += 1,
        5 => turn(&mut policy.partner_id, "other".into()),
        6 => turn(&mut policy.tender_id, "other".into()),
        7 => turn(&mut policy.issued_on, policy.start),
        8 => policy.currency = Some("USD".into()),
        _ => {
            policy.cancelled_on = None;
            policy.refunded = 0;
            policy.movements.push(PremiumMovement {
                effective: policy.start,
                amount: 1,
            });
        }
    }
}

fn change_claim(claim: &mut ClaimFacts, which: usize) {
    match which {
        0 => claim.paid += 1,
        1 => claim.reserve += 1,
        2 => claim.recovered += 1,
        3 => claim.loss_date = claim.loss_date.add_days(1),
        4 => claim.status = next(ClaimStatus::ALL, claim.status),
        5 => claim.catastrophe = !claim.catastrophe,
        6 => turn(&mut claim.event_id, "other".into()),
        7 => turn(&mut claim.reported_on, claim.loss_date),
        _ => turn(&mut claim.claimant_id, "other".into()),
    }
}

fn change_entry(entry: &mut EntryFacts, which: usize) {
    match which {
        0 => entry.state = next(EntryState::ALL, entry.state),
        1 => entry.effective = entry.effective.add_days(1),
        2 => turn(&mut entry.expiry, Date::MAX),
        3 => turn(&mut entry.review, Date::MAX),
        4 => turn(&mut entry.reason, "other".into()),
        _ => entry.lines.push("other".into()),
    }
}

/// Changes one fact of some row; `false` when there is no such row.
fn change(facts: &mut CustomerFacts, list: usize, row: Index, which: usize) -> bool {
    fn pick<T>(rows: &mut [T], row: Index) -> Option<&mut T> {
        let at = (!rows.is_empty()).then(|| row.index(rows.len()))?;
        rows.get_mut(at)
    }
    let changed = match list {
        0 => {
            change_own(facts, which % 11);
            Some(())
        }
        1 => pick(&mut facts.policies, row).map(|policy| change_policy(policy, which % 10)),
        2 => pick(&mut facts.placed, row).map(|policy| change_policy(policy, which % 10)),
        3 => pick(&mut facts.claims, row).map(|claim| change_claim(claim, which % 9)),
        _ => pick(&mut facts.entries, row).map(|entry| change_entry(entry, which % 6)),
    };
    changed.is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(128)))]

    #[test]
    fn what_is_explained_is_what_was_assessed(case in customer()) {
        let rules = plain_rules();
        let customer = checked(rules, &case);
        let dated = rules.on(case.as_of);
        let mut scratch = Scratch::new();
        let verdict = dated.assess(&customer, &mut scratch);
        prop_assert_eq!(dated.trace(&customer, &mut scratch, &mut Trace::new()), verdict);
        let decision = dated.explain(&customer, &mut scratch);
        prop_assert_eq!(decision.verdict(), &verdict);
        let outcome = dated.outcome(&customer, &mut scratch);
        prop_assert_eq!(decision.json().get("outcome"), Some(&outcome));
        // The rules that the trace calls true are those of the outcome.
        let trace = decision.json().get("trace").unwrap();
        let of = |section: &str, result: &str| -> Vec<String> {
            let rules = trace.get(section).unwrap().items().iter();
            let those = rules.filter(|rule| text(rule, "result") == result);
            those.map(|rule| text(rule, "id").to_owned()).collect()
        };
        let told = |key: &str| -> Vec<String> {
            let ids = outcome.get(key).unwrap().items().iter();
            ids.filter_map(Json::text).map(str::to_owned).collect()
        };
        prop_assert_eq!(of("alerts", "true"), told("alerts"));
        prop_assert_eq!(of("alerts", "unknown"), told("alerts_unknown"));
        prop_assert_eq!(of("categories", "unknown"), told("unknown"));
        prop_assert_eq!(of("blacklist", "unknown"), told("findings_unknown"));
        let first = of("categories", "true").into_iter().next();
        let category = outcome.get("category").and_then(Json::text);
        prop_assert_eq!(first.as_deref(), category);
    }

    #[test]
    fn a_decision_is_verified_until_a_fact_changes(
        case in customer(),
        (list, row, which) in (0..5_usize, any::<Index>(), 0..990_usize),
    ) {
        let decided = decision(plain_rules(), &case);
        let verified = |case: &Case| {
            let Json::Object(input) = input(case) else { panic!() };
            let input = input.with("fingerprint", decided.fingerprint());
            call("verify", &Json::Object(input)).get("verified").cloned()
        };
        prop_assert_eq!(verified(&case), Some(Json::Boolean(true)));
        let mut changed = case.clone();
        // What does not hold together is refused, not decided on.
        let sound = |case: &Case| plain_rules().check(case.facts.clone()).is_ok();
        if change(&mut changed.facts, list, row, which) && sound(&changed) {
            prop_assert_eq!(verified(&changed), Some(Json::Boolean(false)));
        }
        changed.facts = case.facts.clone();
        changed.as_of = case.as_of.add_days(1);
        prop_assert_eq!(verified(&changed), Some(Json::Boolean(false)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(64)))]

    #[test]
    fn the_parts_of_a_figure_are_the_whole(case in customer()) {
        let decision = decision(&RULES, &case);
        for (name, figure) in figures(decision.json()) {
            let Some(whole) = value(figure).number() else { continue };
            let measure = name.split('(').next().unwrap();
            if MONEY.contains(&measure) {
                prop_assert_eq!(sum_of_parts(figure), whole, "{}", name);
            } else if measure == "covered_days" {
                let parts = figure.get("facts").map_or(&[][..], Json::items);
                let days = parts.iter().map(|part| text(part, "amount").parse::<i128>().unwrap());
                prop_assert_eq!(days.sum::<i128>(), whole, "{}", name);
            } else if measure == "claim_count" {
                prop_assert_eq!(counted(figure, &case.facts), whole, "{}", name);
            } else if measure == "policies_in_force" {
                let parts = figure.get("facts").map_or(0, |parts| parts.items().len());
                prop_assert_eq!(Value::whole(parts.try_into().unwrap()), value(figure));
            }
        }
    }
}
