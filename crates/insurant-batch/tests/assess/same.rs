//! The answer of columns is that of files.

use crate::columns::batches;
use crate::random::{Dice, Kind, Table, portfolio};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int8Type, Int64Type, UInt8Type, UInt64Type};
use arrow_array::{Array as _, RecordBatch};
use insurant::measure::Fate;
use insurant::{Cause, CustomerRules, Date, Engine, LineCodes, Scratch};
use insurant_batch::assess::{Assessed, Options, Tables, assess};
use insurant_batch::portfolio::{Codes, Failure, Input, OnError, Undecided, load};
use insurant_rules::{Slot, State, Type};
use std::fmt::Write as _;

pub(crate) const AS_OF: &str = "2024-07-01";
pub(crate) const MEASURES: [&str; 9] = [
    "loss_ratio(12m)",
    "earned_premium(36m, line: motor)",
    "annual_premium(source: intermediary)",
    "claim_free_years",
    "claim_count(lifetime, paid: yes)",
    "thin_exposure(12m)",
    "placed_premium(12m)",
    "covered_days(12m)",
    "claim_severity(36m)",
];

struct RuleCodes<'a>(&'a CustomerRules, LineCodes);

impl Codes for RuleCodes<'_> {
    fn line(&mut self, line: &str) -> u32 {
        self.1.code(line)
    }
    fn text(&mut self, input: usize, text: &str) -> i64 {
        self.0.read_input(input, text).map_or(-1, |slot| slot.num)
    }
}

/// One line a customer, and the counts of what was left out.
type Told = Result<(Vec<String>, String), Vec<String>>;

fn told(failure: &Failure) -> Vec<String> {
    failure
        .problems
        .iter()
        .map(|p| p.code().to_string())
        .collect()
}

fn line(slots: &[Option<Slot>], head: String) -> String {
    slots.iter().fold(head, |mut line, slot| {
        match slot {
            None => line.push_str(" overflow"),
            Some(slot) if slot.state == State::Known => {
                write!(line, " {}/{}", slot.num, slot.den).unwrap();
            }
            Some(slot) => write!(line, " {}", slot.state.as_str()).unwrap(),
        }
        line
    })
}

fn by_files(
    tables: &[Table],
    rules: &CustomerRules,
    plain: &CustomerRules,
    on_error: OnError,
) -> Told {
    let dir = tempfile::tempdir().unwrap();
    for table in tables {
        let mut text = table.columns.join(",");
        for row in &table.rows {
            let cells = row.iter().map(|c| {
                if c.contains(',') {
                    format!("\"{c}\"")
                } else {
                    c.clone()
                }
            });
            write!(text, "\n{}", cells.collect::<Vec<_>>().join(",")).unwrap();
        }
        text.push('\n');
        std::fs::write(dir.path().join(format!("{}.csv", table.name)), text).unwrap();
    }
    let as_of = Date::parse(AS_OF).unwrap();
    let inputs: Vec<Input> = rules
        .inputs()
        .iter()
        .map(|(name, ty)| Input {
            name: name.clone(),
            ty: ty.clone(),
        })
        .collect();
    let options = Options_ {
        currency: rules.currency(),
        as_of: Some(as_of),
        valued_on: None,
        inputs: &inputs,
        on_error,
    };
    let mut codes = RuleCodes(rules, rules.lines());
    let (portfolio, report) = load(dir.path(), &options, &mut codes, &mut |_, _, _| {})
        .map_err(|failure| told(&failure))?;
    let (dated, dated_plain) = (rules.on(as_of), plain.on(as_of));
    let mut scratch = Scratch::new();
    let mut lines = Vec::new();
    for customer in portfolio.customers() {
        let cause = customer.undecided().map(|why| match why {
            Undecided::RejectedRow => Cause::RejectedRow,
            Undecided::MixedCurrency => Cause::MixedCurrency,
        });
        let mut measured = false;
        let verdict = match cause {
            Some(cause) => dated.undecided(cause, &customer),
            None => {
                let verdict = dated.assess(&customer, &mut scratch);
                measured = verdict.is_decided();
                if measured {
                    verdict
                } else {
                    dated_plain.assess(&customer, &mut scratch)
                }
            }
        };
        let findings = scratch.not_counted().fold(0, |bits, (_, fate)| {
            bits | match fate {
                Fate::NotKnown => 1,
                Fate::NoPolicy => 2,
                Fate::VoidPolicy => 4,
                Fate::OutsideCover => 8_u8,
            }
        });
        let head = format!(
            "{} {} {} {:b} {:b} {} {}",
            customer.id(),
            verdict.category.map_or("-", |c| c.as_str()),
            verdict.standing.map_or("-", |s| s.as_str()),
            verdict.alerts.bits(),
            verdict.proposals.bits(),
            if verdict.is_decided() { findings } else { 0 },
            verdict.cause.map_or("decided", Cause::as_str),
        );
        let slots: Vec<Option<Slot>> = (0..MEASURES.len())
            .map(|which| measured.then(|| dated.expression(which, &scratch)))
            .collect();
        lines.push(line(&slots, head));
    }
    Ok((lines, counts(&report)))
}

use insurant_batch::portfolio::Options as Options_;

fn counts(report: &insurant_batch::portfolio::Report) -> String {
    let warnings: Vec<String> = report
        .warnings
        .iter()
        .map(|warning| format!("{} {}", warning.code, warning.count))
        .collect();
    format!(
        "{:?} {} {} {warnings:?}",
        report.counts, report.rejected, report.unattributed
    )
}

pub(crate) fn word(batch: &RecordBatch, column: &str, row: usize) -> String {
    let array = batch.column_by_name(column).unwrap();
    let coded = array.as_dictionary::<Int8Type>();
    if coded.is_null(row) {
        return "-".into();
    }
    let key = usize::try_from(coded.keys().value(row)).unwrap();
    coded.values().as_string::<i32>().value(key).to_owned()
}

fn id(batch: &RecordBatch, row: usize) -> String {
    let array = arrow_cast(batch.column(0));
    array[row].clone()
}

/// Identifiers of any type as text.
pub(crate) fn arrow_cast(array: &arrow_array::ArrayRef) -> Vec<String> {
    use arrow_array::types::Int32Type;
    let rows = 0..array.len();
    if let Some(numbers) = array.as_primitive_opt::<Int64Type>() {
        return rows.map(|row| numbers.value(row).to_string()).collect();
    }
    if let Some(texts) = array.as_string_opt::<i32>() {
        return rows.map(|row| texts.value(row).to_owned()).collect();
    }
    if let Some(texts) = array.as_string_opt::<i64>() {
        return rows.map(|row| texts.value(row).to_owned()).collect();
    }
    if let Some(texts) = array.as_string_view_opt() {
        return rows.map(|row| texts.value(row).to_owned()).collect();
    }
    if let Some(coded) = array.as_dictionary_opt::<Int8Type>() {
        let words = arrow_cast(coded.values());
        return rows
            .map(|row| words[usize::try_from(coded.keys().value(row)).unwrap()].clone())
            .collect();
    }
    let coded = array.as_dictionary::<Int32Type>();
    let words = arrow_cast(coded.values());
    rows.map(|row| words[usize::try_from(coded.keys().value(row)).unwrap()].clone())
        .collect()
}

fn slot(batch: &RecordBatch, title: &str, ty: &Type, row: usize) -> Option<Slot> {
    let state = word(batch, &format!("{title}_state"), row);
    let whole = |name: &str| {
        batch
            .column_by_name(name)
            .unwrap()
            .as_primitive::<Int64Type>()
            .value(row)
    };
    match state.as_str() {
        "overflow" => None,
        "undefined" => Some(Slot::UNDEFINED),
        "unknown" => Some(Slot::UNKNOWN),
        _ => Some(match ty {
            Type::Ratio | Type::MoneyRatio(_) => Slot {
                num: whole(&format!("{title}_num")),
                den: whole(&format!("{title}_den")),
                state: State::Known,
            },
            Type::Boolean => {
                Slot::boolean(batch.column_by_name(title).unwrap().as_boolean().value(row))
            }
            _ => Slot::whole(whole(title)),
        }),
    }
}

fn lines(assessed: &Assessed, rules: &CustomerRules) -> Vec<String> {
    let mut lines = Vec::new();
    for batch in &assessed.batches {
        for row in 0..batch.num_rows() {
            let bits = |name: &str| {
                batch
                    .column_by_name(name)
                    .unwrap()
                    .as_primitive::<UInt64Type>()
                    .value(row)
            };
            let found = batch
                .column_by_name("findings")
                .unwrap()
                .as_primitive::<UInt8Type>();
            let head = format!(
                "{} {} {} {:b} {:b} {} {}",
                id(batch, row),
                word(batch, "category", row),
                word(batch, "standing", row),
                bits("alerts"),
                bits("proposals"),
                found.value(row),
                word(batch, "status", row),
            );
            let slots: Vec<Option<Slot>> = rules
                .expressions()
                .iter()
                .map(|e| slot(batch, &e.text, &e.ty, row))
                .collect();
            lines.push(line(&slots, head));
        }
    }
    lines
}

fn by_columns(
    tables: &[Table],
    rules: &CustomerRules,
    plain: &CustomerRules,
    dice: &mut Dice,
    on_error: OnError,
) -> Told {
    let of = |name: &str, dice: &mut Dice| {
        let table = tables.iter().find(|table| table.name == name);
        table.map_or_else(Vec::new, |table| batches(table, dice))
    };
    let (customers, policies) = (of("customers", dice), of("policies", dice));
    let (movements, claims, entries) = (
        of("movements", dice),
        of("claims", dice),
        of("entries", dice),
    );
    let tables = Tables {
        customers: &customers,
        policies: &policies,
        movements: &movements,
        claims: &claims,
        entries: &entries,
    };
    let as_of = Date::parse(AS_OF).unwrap();
    let run = |threads| {
        let options = Options {
            threads,
            on_error,
            ..Options::default()
        };
        assess(rules, plain, as_of, &tables, &options)
    };
    let assessed = run(1).map_err(|failure| told(&failure))?;
    let again = run(3).map_err(|failure| told(&failure))?;
    assert_eq!(assessed.batches, again.batches, "threads show");
    Ok((lines(&assessed, rules), counts(&assessed.report)))
}

fn compare(kind: Kind, on_error: OnError, seeds: std::ops::Range<u64>) {
    let engine = Engine::builtin().unwrap();
    let as_of = Date::parse(AS_OF).unwrap();
    let rules = engine.rules_with("cn-property", as_of, &MEASURES).unwrap();
    let plain = engine.rules("cn-property", as_of).unwrap();
    for seed in seeds {
        let tables = portfolio(&mut Dice::new(seed), kind);
        let files = by_files(&tables, &rules, plain, on_error);
        let columns = by_columns(&tables, &rules, plain, &mut Dice::new(seed + 1), on_error);
        if let (Ok((columns, _)), Ok((files, _))) = (&columns, &files) {
            for (columns, files) in columns.iter().zip(files) {
                assert_eq!(columns, files, "seed {seed}");
            }
        }
        assert_eq!(columns, files, "seed {seed}");
    }
}

#[test]
fn plain_portfolios_answer_the_same() {
    let kind = Kind {
        plain: true,
        ..Kind::default()
    };
    compare(kind, OnError::Fail, 1..400);
}

#[test]
fn portfolios_with_everything_answer_the_same() {
    compare(Kind::default(), OnError::Fail, 1000..1600);
}

#[test]
fn sums_that_do_not_fit_are_told_the_same() {
    let kind = Kind {
        huge: true,
        plain: true,
        ..Kind::default()
    };
    compare(kind, OnError::Fail, 3000..3200);
    compare(
        Kind {
            huge: true,
            ..Kind::default()
        },
        OnError::Fail,
        4000..4200,
    );
}

#[test]
fn rows_with_faults_are_told_the_same() {
    let kind = Kind {
        faults: true,
        ..Kind::default()
    };
    compare(kind, OnError::Reject, 5000..5800);
    let kind = Kind {
        faults: true,
        plain: true,
        ..Kind::default()
    };
    compare(kind, OnError::Reject, 6000..6400);
    compare(kind, OnError::Fail, 7000..7100);
}
