//! Which claims count, as how many, and what ends claim-free years.

use super::*;
use crate::Date;
use crate::facts::{Policy, PolicyTerms};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A loss on a policy of 2023 that is cancelled on 1 July.
fn claim(loss: &str, reported: Option<&str>) -> ClaimTerms {
    ClaimTerms {
        policy: Some(0),
        loss_date: date(loss),
        reported_on: reported.map(date),
        status: ClaimStatus::Open,
        paid: 0,
        reserve: 0,
        recovered: 0,
        catastrophe: false,
        event: 0,
    }
}

fn cover(on: &str) -> Cover {
    let terms = PolicyTerms {
        start: date("2023-01-01"),
        end: date("2024-01-01"),
        written_premium: 36_500,
        refunded: 0,
        cancelled_on: Some(date("2023-07-01")),
        issued_on: Some(date("2022-01-01")),
        line: 0,
        source: BusinessSource::Direct,
        tender: 0,
        insured_units: 1,
    };
    let policy = Policy::check(terms, &[]).unwrap();
    Cover::new(date(on).days(), 0, &policy, (0, 0))
}

#[test]
fn a_claim_counts_when_known_and_inside_its_cover() {
    let on = |day: &str, loss: &str, reported| {
        let cover = cover(day);
        let supplied = Some(Supplied::Known(&cover));
        fate(date(day).days(), &claim(loss, reported), supplied).err()
    };
    let (not_known, outside) = (Some(Fate::NotKnown), Some(Fate::OutsideCover));
    // Occurred, or reported, before the day.
    assert_eq!(on("2023-03-01", "2023-02-28", None), None);
    assert_eq!(on("2023-03-01", "2023-03-01", None), not_known);
    assert_eq!(on("2023-03-01", "2023-02-01", Some("2023-02-28")), None);
    assert_eq!(
        on("2023-03-01", "2023-02-01", Some("2023-03-01")),
        not_known
    );
    assert_eq!(
        on("2023-03-01", "2023-03-01", Some("2023-02-01")),
        not_known
    );
    // From the start to before the cancellation, once that is known.
    assert_eq!(on("2024-06-01", "2022-12-31", None), outside);
    assert_eq!(on("2024-06-01", "2023-01-01", None), None);
    assert_eq!(on("2024-06-01", "2023-06-30", None), None);
    assert_eq!(on("2024-06-01", "2023-07-01", None), outside);
    // Not known yet says nothing else; what nobody insures is said before where.
    let day = date("2024-06-01").days();
    let early = claim("2022-12-31", None);
    assert_eq!(fate(day, &early, None).err(), Some(Fate::NoPolicy));
    let void = fate(day, &early, Some(Supplied::Void)).err();
    assert_eq!(void, Some(Fate::VoidPolicy));
    assert_eq!(fate(day, &early, Some(Supplied::NotKnown)).err(), outside);
    assert_eq!(
        fate(early.loss_date.days(), &early, None).err(),
        Some(Fate::NotKnown)
    );
}

fn losses(claims: &[ClaimTerms]) -> Scratch {
    let mut scratch = Scratch::new();
    let day = date("2024-06-01").days();
    let losses = (0..).zip(claims);
    scratch.losses = losses
        .map(|(i, claim)| Loss::new(day, i, claim, &cover("2024-06-01")))
        .collect();
    scratch.losses.sort_by_key(|l| l.event);
    scratch.events = scratch.losses.iter().any(|l| l.event != 0);
    scratch
}

#[test]
fn an_event_is_one_claim_on_its_earliest_loss() {
    let of_event = |loss, paid, recovered| ClaimTerms {
        event: 1,
        paid,
        recovered,
        ..claim(loss, None)
    };
    let withdrawn = ClaimTerms {
        status: ClaimStatus::Withdrawn,
        reserve: 7,
        ..of_event("2023-02-01", 900, 0)
    };
    let scratch = losses(&[
        of_event("2023-04-01", 50, 0),
        of_event("2023-03-01", 40, 60),
        withdrawn,
        claim("2023-05-01", None),
    ]);
    let over = |from: &str, to: &str| {
        let span = Span {
            from: date(from).days(),
            to: date(to).days(),
            by_policy: false,
        };
        let mut found = Vec::new();
        scratch.each_group_in(span, Filter::default(), |g| {
            found.push((g.paid, g.reserve, g.counts, g.any_paid));
        });
        found.sort_unstable();
        found
    };
    let event = (30, 0, true, true);
    assert_eq!(over("2023-03-01", "2023-03-02"), [event]);
    assert_eq!(over("2023-03-02", "2023-05-01"), []);
    assert_eq!(over("2023-02-01", "2023-03-01"), [(0, 7, false, false)]);
    assert_eq!(over("2023-05-01", "2023-05-02"), [(0, 0, true, false)]);
}

#[test]
fn paid_breaks_open_is_pending_and_nothing_net_is_neither() {
    let settled = |loss, paid, recovered| ClaimTerms {
        status: ClaimStatus::Settled,
        paid,
        recovered,
        ..claim(loss, None)
    };
    let since = |claims: &[ClaimTerms], conventions| {
        let from = date("2023-01-01").days();
        let (since, pending) = losses(claims).claim_free_since(from, None, conventions);
        let text = |day| Date::from_days(day).unwrap().to_string();
        (text(since), pending.map(text))
    };
    let unknown = ClaimFree::default();
    let start = || "2023-01-01".to_owned();
    let paid = settled("2023-02-01", 1, 0);
    let recovered = settled("2023-03-01", 100, 100);
    assert_eq!(since(&[paid], unknown), ("2023-02-01".into(), None));
    assert_eq!(since(&[recovered], unknown), (start(), None));
    let open = claim("2023-04-01", None);
    let pending = Some("2023-04-01".to_owned());
    assert_eq!(since(&[open], unknown), (start(), pending.clone()));
    let with = |pending| ClaimFree { pending, ..unknown };
    let (breaks, kept) = (with(Pending::Breaks), with(Pending::Kept));
    assert_eq!(since(&[open], breaks), ("2023-04-01".into(), None));
    assert_eq!(since(&[open], kept), (start(), None));
    assert_eq!(since(&[recovered], breaks), (start(), None));
    let coded = ClaimTerms {
        catastrophe: true,
        ..paid
    };
    assert_eq!(since(&[coded], unknown), (start(), None));
    let catastrophe_breaks = ClaimFree {
        catastrophe_breaks: true,
        ..unknown
    };
    assert_eq!(
        since(&[coded], catastrophe_breaks),
        ("2023-02-01".into(), None)
    );
}
