//! Laws of the analysis of complaints: what must hold whatever the complaints are.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use insurant::Date;
use insurant::complaint::analysis::{
    Analysis, Case, CaseOutcome, Cause, Counts, Dimension, Form, Period, Report, Spec,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Drawn {
    received: i32,
    decided: Option<i32>,
    closed: Option<i32>,
    due: Option<i32>,
    words: [Option<&'static str>; 4],
    cause: Option<&'static str>,
    complainant: Option<&'static str>,
    outcome: Option<CaseOutcome>,
    reopened: u32,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let word = || prop::option::of(prop::sample::select(vec!["a", "b", "unstated"]));
    let causes = vec![
        "claims/delays",
        "claims",
        "claims/rain",
        "weather/rain",
        "underwriting/delays",
    ];
    let cause = prop::option::of(prop::sample::select(causes));
    let outcome = prop::option::of(prop::sample::select(CaseOutcome::ALL.to_vec()));
    let days = || prop::option::of(0..70_i32);
    let dates = (-40..100_i32, days(), days(), prop::option::of(-5..60_i32));
    (
        dates,
        [word(), word(), word(), word()],
        cause,
        word(),
        outcome,
        0..3_u32,
    )
        .prop_map(
            |((received, decided, closed, due), words, cause, complainant, outcome, reopened)| {
                Drawn {
                    received,
                    decided,
                    closed: closed.map(|closed| closed + decided.unwrap_or(0)),
                    due,
                    words,
                    cause,
                    complainant,
                    outcome,
                    reopened,
                }
            },
        )
}

fn analyse(spec: &Spec, drawn: &[(String, Drawn)]) -> (Form, Report) {
    let first = Date::parse("2024-01-01").unwrap();
    let mut analysis = Analysis::new(spec.clone(), Vec::new()).unwrap();
    for (id, drawn) in drawn {
        let received_on = first.add_days(drawn.received);
        let later = |days: Option<i32>| days.map(|days| received_on.add_days(days));
        let [line, channel, unit_id, complainant_kind] = drawn.words;
        let case = Case {
            decided_on: later(drawn.decided),
            closed_on: later(drawn.closed),
            due_on: later(drawn.due),
            cause: drawn.cause.map(Cause::parse),
            line,
            channel,
            unit_id,
            complainant_kind,
            complainant_id: drawn.complainant,
            // What was withdrawn or merged is over.
            outcome: drawn
                .outcome
                .filter(|outcome| drawn.closed.is_some() || !outcome.is_moot()),
            reopened: drawn.reopened,
            ..Case::new(id, received_on)
        };
        analysis.add(&case).unwrap();
    }
    analysis.finish().unwrap()
}

fn sum<'a>(counts: impl Iterator<Item = &'a Counts>) -> Vec<u64> {
    let of = |c: &Counts| {
        [
            c.open_before,
            c.received,
            c.closed,
            c.open,
            c.due,
            c.on_time,
            c.moot,
            c.decided,
            c.upheld,
            c.reopened,
        ]
    };
    counts.map(of).fold(vec![0; 10], |sum, more| {
        sum.iter().zip(more).map(|(a, b)| a + b).collect()
    })
}

fn specs() -> impl Strategy<Value = Spec> {
    let periods = prop::sample::select(vec!["2024-02", "2024-03", "2024-Q1", "2024"]);
    (periods, 0..4_usize, 0..4_usize, 0..3_u32).prop_map(|(period, top, list, months)| {
        let mut spec = Spec::of(Period::parse(period).unwrap()).unwrap();
        (spec.top, spec.list, spec.repeat_months) = (top, list, months);
        spec
    })
}

proptest! {
    #[test]
    fn nothing_is_lost_and_the_books_balance(spec in specs(), cases in prop::collection::vec(drawn(), 0..60)) {
        let cases: Vec<_> = cases.into_iter().enumerate().map(|(i, c)| (format!("C{i}"), c)).collect();
        let (form, report) = analyse(&spec, &cases);
        for (counts, before) in [(form.now, false), (form.before, true)] {
            prop_assert_eq!(counts.open_before + counts.received, counts.closed + counts.open);
            prop_assert!(counts.on_time <= counts.due && counts.upheld <= counts.decided);
            for dimension in Dimension::ALL {
                let groups = form.by(*dimension).iter();
                let side = groups.map(|g| if before { &g.before } else { &g.now });
                prop_assert_eq!(sum(side), sum([counts].iter()), "{}", dimension);
            }
        }
        // What a month counts has one date each; what stands open at an end has none.
        let months = sum(form.by_month.iter().map(|(_, counts)| counts));
        let whole = sum([Counts { open_before: 0, open: 0, reopened: 0, ..form.now }].iter());
        prop_assert_eq!(months, whole);
        prop_assert_eq!(form.times[0].buckets.iter().sum::<u64>(), form.now.closed);
        prop_assert_eq!(u64::try_from(report.late.len()).unwrap(), form.now.late().min(u64::try_from(spec.list).unwrap()));
        prop_assert!(form.complainants[0].repeat <= form.complainants[0].complainants);
        let unclassified: u64 = form.unclassified.iter().map(|cause| cause.received).sum();
        prop_assert!(unclassified <= form.now.received);
    }

    #[test]
    fn the_order_of_complaints_never_matters(spec in specs(), cases in prop::collection::vec(drawn(), 0..30), turn in 0..30_usize) {
        let mut cases: Vec<_> = cases.into_iter().enumerate().map(|(i, c)| (format!("C{i}"), c)).collect();
        let bytes = |cases: &[(String, Drawn)]| {
            let (form, report) = analyse(&spec, cases);
            [form.to_json(), report.to_json(&form)].map(|json| json.to_canonical_string())
        };
        let first = bytes(&cases);
        cases.reverse();
        let turn = turn.min(cases.len());
        cases.rotate_left(turn);
        prop_assert_eq!(bytes(&cases), first);
    }
}

#[test]
fn what_is_refused_is_not_counted() {
    let date = |text| Date::parse(text).unwrap();
    let mut analysis = Analysis::new(
        Spec::of(Period::parse("2025-06").unwrap()).unwrap(),
        Vec::new(),
    )
    .unwrap();
    let case = Case::new("C", date("2025-06-02"));
    analysis.add(&case).unwrap();
    let codes = |result: Result<(), insurant::Problems>| {
        let problems = result.unwrap_err();
        problems
            .iter()
            .map(|p| p.code().as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(analysis.add(&case)), ["duplicate_id"]);
    let early = Case {
        closed_on: Some(date("2025-06-01")),
        ..Case::new("D", date("2025-06-02"))
    };
    assert_eq!(codes(analysis.add(&early)), ["out_of_order"]);
    let paid = Case {
        redress: Some(1),
        ..Case::new("E", date("2025-06-02"))
    };
    assert_eq!(codes(analysis.add(&paid)), ["currency_missing"]);
    let (form, _) = analysis.finish().unwrap();
    assert_eq!((form.cases, form.now.received), (1, 1));
}

#[test]
fn redress_beyond_64_bits_is_refused() {
    let date = |text| Date::parse(text).unwrap();
    let mut spec = Spec::of(Period::parse("2025-06").unwrap()).unwrap();
    spec.currency = insurant::Currency::parse("CNY");
    let mut analysis = Analysis::new(spec, Vec::new()).unwrap();
    let closed = Some(date("2025-06-03"));
    let case = |id, redress| Case {
        closed_on: closed,
        redress: Some(redress),
        ..Case::new(id, date("2025-06-02"))
    };
    analysis.add(&case("A", i64::MAX)).unwrap();
    let problems = analysis.add(&case("B", 1)).unwrap_err();
    assert_eq!(
        problems.iter().next().map(|p| p.code().as_str()),
        Some("overflow")
    );
    analysis.add(&case("B", 0)).unwrap();
    let (form, _) = analysis.finish().unwrap();
    assert_eq!((form.redress, form.now.received), ([i64::MAX, 0], 2));
}
