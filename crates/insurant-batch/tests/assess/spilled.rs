//! Streams through files on disk answer as tables in memory do: equal batches, the same bytes in all
//! columns but the identifiers, whose dictionaries may be others.

use crate::columns::batches;
use crate::random::{Dice, Kind, Table, portfolio};
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader as _};
use arrow_ipc::writer::StreamWriter;
use arrow_schema::Schema;
use arrow_select::concat::concat;
use insurant::{CustomerRules, Date, Engine};
use insurant_batch::assess::{Options, Tables, assess};
use insurant_batch::portfolio::{Failure, OnError, Report};
use insurant_batch::spill::{Spill, Stream, Streams, stream};
use proptest::prelude::*;
use std::num::{NonZeroU16, NonZeroU64};
use std::path::Path;
use std::sync::{Arc, LazyLock};

const AS_OF: &str = "2024-07-01";
const MEASURES: [&str; 5] = [
    "loss_ratio(12m)",
    "earned_premium(36m, line: motor)",
    "placed_premium(12m)",
    "claim_free_years",
    "claim_count(lifetime, paid: yes)",
];

/// The batches of each table, in the order of the specification.
type Columns = [Vec<RecordBatch>; 5];

pub(crate) fn feed(batches: &[RecordBatch]) -> Stream {
    let none = Arc::new(Schema::empty());
    let schema = batches.first().map_or(none, RecordBatch::schema);
    let batches: Vec<_> = batches.iter().cloned().map(Ok).collect();
    Box::new(RecordBatchIterator::new(batches, schema))
}

fn columns(seed: u64, kind: Kind) -> Columns {
    in_columns(seed, &portfolio(&mut Dice::new(seed), kind))
}

/// A portfolio in which nearly everything leads to other customers: partners, identifiers that are
/// there twice, claims that name somebody else, holders who are not there.
fn entangled(seed: u64) -> Columns {
    let mut dice = Dice::new(seed);
    let people = 3 + dice.below(30);
    let wide = dice.once_in(2);
    let mut rows = |count: u64,
                    row: &mut dyn FnMut(&mut Dice) -> Vec<String>|
     -> Vec<Vec<String>> { (0..count).map(|_| row(&mut dice)).collect() };
    let spread = if wide { 4 * people } else { 20 };
    let some = |dice: &mut Dice, kind: &str, bound: u64| format!("{kind}{}", dice.below(bound));
    let seldom = |dice: &mut Dice, cell: String| if dice.once_in(3) { cell } else { String::new() };
    let mut next = 0;
    let customers = rows(people + 1, &mut |dice| {
        next += 1;
        let id = if dice.once_in(12) { next / 2 } else { next };
        vec![
            format!("C{id}"),
            dice.of(&["individual", "partner", "partner"]).into(),
        ]
    });
    let policies = rows(people * 3, &mut |dice| {
        let (policy, holder) = (some(dice, "P", spread), some(dice, "C", people + 3));
        let partner = some(dice, "C", if wide { people + 3 } else { 4 });
        let start = format!("{}-03-01", 2020 + dice.below(4));
        let premium = format!("{}.00", 1 + dice.below(900));
        vec![
            policy,
            holder,
            dice.of(&["property", "motor"]).into(),
            "direct".into(),
            start.clone(),
            start.replace("-03-01", "-12-31"),
            premium,
            seldom(dice, partner),
        ]
    });
    let movements = rows(people, &mut |dice| {
        let day = format!("{}-04-01", 2020 + dice.below(4));
        vec![some(dice, "P", spread + 3), day, "1.00".into()]
    });
    let claims = rows(people * 2, &mut |dice| {
        let (claim, named) = (some(dice, "K", 3 * spread), some(dice, "C", people + 3));
        vec![
            claim,
            some(dice, "P", spread + 3),
            seldom(dice, named),
            format!("{}-05-01", 2020 + dice.below(4)),
            "settled".into(),
            "10.00".into(),
            "0.00".into(),
        ]
    });
    let entries = rows(people / 2, &mut |dice| {
        let entry = some(dice, "E", people);
        let whom = some(dice, "C", people + 3);
        vec![
            entry,
            whom,
            "active".into(),
            "fraud".into(),
            "2024-01-01".into(),
        ]
    });
    let table = |name, columns: &[&'static str], rows| Table {
        name,
        columns: columns.to_vec(),
        rows,
    };
    let tables = [
        table("customers", &["customer_id", "kind"], customers),
        table(
            "policies",
            &[
                "policy_id",
                "customer_id",
                "line",
                "business_source",
                "start",
                "end",
                "written_premium",
                "partner_id",
            ],
            policies,
        ),
        table(
            "movements",
            &["policy_id", "effective", "amount"],
            movements,
        ),
        table(
            "claims",
            &[
                "claim_id",
                "policy_id",
                "customer_id",
                "loss_date",
                "status",
                "paid",
                "reserve",
            ],
            claims,
        ),
        table(
            "entries",
            &["entry_id", "customer_id", "state", "reason", "effective"],
            entries,
        ),
    ];
    in_columns(seed, &tables)
}

fn in_columns(seed: u64, tables: &[Table]) -> Columns {
    let mut dice = Dice::new(seed + 1);
    ["customers", "policies", "movements", "claims", "entries"].map(|name| {
        let table = tables.iter().find(|table| table.name == name);
        table.map_or_else(Vec::new, |table| batches(table, &mut dice))
    })
}

/// Everything that somebody can be told.
#[derive(Debug, PartialEq)]
struct Told {
    batches: Vec<RecordBatch>,
    report: Vec<String>,
}

fn told(report: &Report) -> Vec<String> {
    let counts = (&report.counts, report.rejected, report.unattributed);
    let warnings = report.warnings.iter().map(|w| format!("{w:?}"));
    let rejects = report.rejects.problems().map(|p| format!("{p:?}"));
    let head = std::iter::once(format!("{counts:?}"));
    head.chain(warnings).chain(rejects).collect()
}

fn failed(failure: &Failure) -> Vec<String> {
    let problems = failure.problems.iter().map(|p| format!("{p:?}"));
    problems.chain([failure.more.to_string()]).collect()
}

struct Desk {
    rules: CustomerRules,
    engine: Engine,
    as_of: Date,
}

static DESK: LazyLock<Desk> = LazyLock::new(Desk::new);

impl Desk {
    fn new() -> Self {
        let engine = Engine::builtin().unwrap();
        let as_of = Date::parse(AS_OF).unwrap();
        let rules = engine
            .rules_with("cn-property", as_of, &MEASURES)
            .unwrap()
            .into_owned();
        Self {
            rules,
            engine,
            as_of,
        }
    }

    fn plain(&self) -> &CustomerRules {
        self.engine.rules("cn-property", self.as_of).unwrap()
    }

    fn in_memory(&self, tables: &Columns, on_error: OnError) -> Result<Told, Vec<String>> {
        let [customers, policies, movements, claims, entries] = tables;
        let tables = Tables {
            customers,
            policies,
            movements,
            claims,
            entries,
        };
        let options = Options {
            on_error,
            ..Options::default()
        };
        let assessed = assess(&self.rules, self.plain(), self.as_of, &tables, &options);
        let assessed = assessed.map_err(|failure| failed(&failure))?;
        Ok(Told {
            batches: assessed.batches,
            report: told(&assessed.report),
        })
    }

    fn streamed(
        &self,
        tables: &Columns,
        on_error: OnError,
        dir: &Path,
        (ranges, rows): (u16, u64),
    ) -> Result<Told, Vec<String>> {
        let [customers, policies, movements, claims, entries] = tables;
        let some = |batches: &Vec<RecordBatch>| (!batches.is_empty()).then(|| feed(batches));
        let streams = Streams {
            customers: feed(customers),
            policies: feed(policies),
            movements: some(movements),
            claims: feed(claims),
            entries: some(entries),
        };
        let options = Options {
            on_error,
            threads: 2,
            ..Options::default()
        };
        let spill = Spill::new(dir, 64 << 20).finely(
            NonZeroU16::new(ranges).unwrap(),
            NonZeroU64::new(rows).unwrap(),
        );
        let streamed = stream(
            &self.rules,
            self.plain(),
            self.as_of,
            streams,
            &options,
            &spill,
        );
        let streamed = streamed.map_err(|failure| failed(&failure))?;
        let schema = streamed.answers.schema();
        let batches: Vec<RecordBatch> = streamed.answers.map(Result::unwrap).collect();
        if let Some(first) = batches.first() {
            assert_eq!(schema, first.schema());
        }
        Ok(Told {
            batches,
            report: told(&streamed.report),
        })
    }

    fn compare(&self, seed: u64, kind: Kind, on_error: OnError, cuts: (u16, u64)) {
        self.same(seed, &columns(seed, kind), on_error, cuts);
    }

    fn same(&self, seed: u64, tables: &Columns, on_error: OnError, cuts: (u16, u64)) {
        let dir = tempfile::tempdir().unwrap();
        let memory = self.in_memory(tables, on_error);
        let spilled = self.streamed(tables, on_error, dir.path(), cuts);
        if let (Ok(memory), Ok(spilled)) = (&memory, &spilled) {
            assert_eq!(memory.report, spilled.report, "seed {seed}, cuts {cuts:?}");
            for (memory, spilled) in memory.batches.iter().zip(&spilled.batches) {
                assert_eq!(memory, spilled, "seed {seed}, cuts {cuts:?}");
                let columns = if memory.num_rows() == 0 {
                    0
                } else {
                    usize::MAX
                };
                let fields = memory.schema();
                for (at, name) in fields.fields().iter().enumerate().take(columns).skip(1) {
                    let same = bytes(memory, at) == bytes(spilled, at);
                    assert!(same, "seed {seed}, cuts {cuts:?}, bytes of {name}");
                }
            }
        }
        assert_eq!(memory, spilled, "seed {seed}, cuts {cuts:?}");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}

/// A column as it is sent, once it is copied: what lies around a slice is not sent.
fn bytes(batch: &RecordBatch, column: usize) -> Vec<u8> {
    let array = batch.column(column);
    let array = concat(&[array, array]).unwrap();
    let batch = RecordBatch::try_from_iter_with_nullable([("column", array, true)]).unwrap();
    let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.finish().unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn streams_answer_as_tables_in_memory() {
    for seed in 1..80 {
        let kind = Kind::default();
        DESK.compare(seed, kind, OnError::Fail, (3, 4));
    }
}

#[test]
fn rows_with_faults_are_told_as_in_memory() {
    let kind = Kind {
        faults: true,
        ..Kind::default()
    };
    for seed in 5000..5160 {
        DESK.compare(
            seed,
            kind,
            OnError::Reject,
            (1 + u16::try_from(seed % 5).unwrap(), 1 + seed % 7),
        );
    }
    for seed in 7000..7040 {
        DESK.compare(seed, kind, OnError::Fail, (4, 3));
    }
}

#[test]
fn what_leads_to_other_customers_is_followed() {
    for seed in 1..160 {
        let cuts = (1 + u16::try_from(seed % 4).unwrap(), 1 + seed % 50);
        DESK.same(seed, &entangled(seed), OnError::Reject, cuts);
    }
    for seed in 300..330 {
        DESK.same(seed, &entangled(seed), OnError::Fail, (2, 20));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_portfolio_cut_anyhow_answers_the_same(
        seed in 10_000_u64..1_000_000,
        (faults, huge, plain) in any::<(bool, bool, bool)>(),
        cuts in (1_u16..9, 1_u64..40),
    ) {
        let kind = Kind { faults, huge, plain };
        DESK.compare(seed, kind, OnError::Reject, cuts);
    }
}
