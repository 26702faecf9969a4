//! The analysis of a month from many complaints: the time grows as they do.
//! `cargo bench --bench analysis`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use insurant::Date;
use insurant::complaint::analysis::{
    Action, Analysis, Case, CaseOutcome, Cause, EffectCheck, Period, Spec,
};

fn main() {
    divan::main();
}

/// The same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn days(&mut self, most: u64) -> i32 {
        i32::try_from(self.below(most)).expect("days are few")
    }
}

struct Row {
    id: String,
    complainant: String,
    unit: String,
    cause: &'static str,
    received: Date,
    decided: Option<Date>,
}

const CAUSES: [&str; 6] = [
    "claims/delays",
    "claims/denial_of_claim",
    "underwriting/cancellation",
    "policyholder_service/premium_refund",
    "claims",
    "weather/rain",
];
const LINES: [&str; 4] = ["motor", "property", "health", "life"];
const CHANNELS: [&str; 5] = ["phone", "web", "app", "letter", "regulator"];

fn rows(count: u64) -> Vec<Row> {
    let mut dice = Dice(7);
    let first = Date::parse("2025-04-01").expect("a date");
    let row = |i: u64| {
        let received = first.add_days(dice.days(91));
        let decided = (dice.below(10) > 0).then(|| received.add_days(dice.days(40)));
        Row {
            id: format!("C-2025-{i:08}"),
            complainant: format!("P-{:08}", dice.below(count)),
            unit: format!("unit-{}", dice.below(400)),
            cause: CAUSES[usize::try_from(dice.below(6)).expect("six")],
            received,
            decided,
        }
    };
    (0..count).map(row).collect()
}

fn case(i: usize, row: &Row) -> Case<'_> {
    Case {
        closed_on: row.decided,
        decided_on: row.decided,
        due_on: Some(row.received.add_days(15)),
        cause: Some(Cause::parse(row.cause)),
        line: Some(LINES[i % LINES.len()]),
        channel: Some(CHANNELS[i % CHANNELS.len()]),
        unit_id: Some(&row.unit),
        complainant_kind: Some("individual"),
        complainant_id: Some(&row.complainant),
        outcome: row.decided.map(|_| CaseOutcome::ALL[i % 4]),
        ..Case::new(&row.id, row.received)
    }
}

fn analysis() -> Analysis {
    let mut spec = Spec::of(Period::parse("2025-06").expect("a month")).expect("a question");
    spec.repeat_months = 12;
    let date = |text| Date::parse(text).expect("a date");
    let mut action = Action::new("A-1", Cause::parse("claims"), "M-1", date("2025-05-15"));
    action.done_on = Some(date("2025-05-15"));
    action.check = Some(EffectCheck {
        days: 30,
        exposure: None,
        at_most: None,
    });
    Analysis::new(spec, vec![action]).expect("an analysis")
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 10, sample_size = 1)]
fn analyse(bencher: Bencher<'_, '_>, count: u64) {
    let rows = rows(count);
    bencher
        .counter(ItemsCount::new(rows.len()))
        .bench_local(|| {
            let mut analysis = analysis();
            for (i, row) in rows.iter().enumerate() {
                analysis
                    .add(black_box(&case(i, row)))
                    .expect("a complaint that can be");
            }
            analysis
                .finish()
                .expect("no complaints merged into each other")
        });
}
