//! One row of a large table, the first or the last or none: by code, and by range of an amount.

use crate::contest::{Contestant, Outcome, contest, tell};
use crate::own::{compile, name, subject};
use crate::peers::{now, number};
use insurant_rules::program::Answers;
use insurant_rules::rulebook::{CompiledRulebook, Lookup};
use insurant_rules::{Slot, Type};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write as _;
use zen_engine::Decision;
use zen_engine::model::GraphContent;
use zen_expression::Variable;

/// What is asked: a class and an amount. In a table by code the amount is a code.
#[derive(Clone, Copy)]
struct Asked {
    class: i64,
    amount: i64,
}

/// The answer where no row is met.
const NONE: u32 = 999_999;

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Code,
    Range,
}

impl Form {
    /// The amounts of a row: from, and below.
    fn amounts(self, row: i64) -> (i64, i64) {
        match self {
            Self::Code => (row, row + 1),
            Self::Range => (row * 10, row * 10 + 10),
        }
    }
}

const fn class(row: i64) -> i64 {
    row % 3
}

struct Own {
    rulebook: CompiledRulebook,
    slots: Vec<Slot>,
    answers: Answers,
}

impl Own {
    fn new(form: Form, rows: i64, asked: Asked) -> Outcome<Self> {
        let mut text = String::from(
            "id = \"rates\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"EUR\"\ntitle = \"Rates\"\neffective.from = 2024-01-01\n\n\
             [[rates.tables]]\nid = \"rate\"\ntype = \"count\"\non = [\"class\", \"amount\"]\n",
        );
        writeln!(text, "otherwise = {NONE}\nrows = [")?;
        for row in 0..rows {
            let (from, below) = form.amounts(row);
            let amount = match form {
                Form::Code => from.to_string(),
                Form::Range => format!("{{ from = {from}, below = {below} }}"),
            };
            writeln!(
                text,
                "  {{ match = [{}, {amount}], value = {row} }},",
                class(row)
            )?;
        }
        text.push_str("]\n");
        let count = || Type::Count(None);
        let rulebook = compile(
            "rates.toml",
            &text,
            vec![
                name("class", count(), false),
                name("amount", count(), false),
            ],
        )?;
        let requests = subject(&rulebook)?.program().requests();
        let slot = |name: &str| {
            Slot::whole(if name == "class" {
                asked.class
            } else {
                asked.amount
            })
        };
        let slots = requests.iter().map(|request| slot(&request.name)).collect();
        Ok(Self {
            rulebook,
            slots,
            answers: Answers::default(),
        })
    }
}

impl Contestant for Own {
    fn name(&self) -> String {
        "insurant".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        let subject = subject(&self.rulebook)?;
        let table = subject
            .tables("rates")
            .and_then(|tables| tables.table("rate"))
            .ok_or("no table")?;
        for found in found {
            let answered = subject
                .program()
                .answer(std::hint::black_box(&self.slots), &mut self.answers);
            *found = match table.lookup(answered) {
                Lookup::Row(row) => u32::try_from(row)?,
                Lookup::Otherwise => NONE,
                Lookup::Unknown | Lookup::Nothing => return Err("no answer".into()),
            };
        }
        Ok(())
    }
}

struct Zen {
    decision: Decision,
    input: Variable,
}

impl Zen {
    fn new(form: Form, rows: i64, asked: Asked) -> Outcome<Self> {
        let rule = |row: i64| {
            let (from, below) = form.amounts(row);
            let amount = match form {
                Form::Code => from.to_string(),
                Form::Range => format!("[{from}..{below})"),
            };
            json!({ "_id": format!("r{row}"), "c": class(row).to_string(), "a": amount, "o": row.to_string() })
        };
        let mut rules: Vec<Value> = (0..rows).map(rule).collect();
        rules.push(json!({ "_id": "otherwise", "c": "", "a": "", "o": NONE.to_string() }));
        let content: GraphContent = serde_json::from_value(json!({
            "nodes": [
                { "id": "in", "name": "in", "type": "inputNode", "content": {} },
                { "id": "dt", "name": "rates", "type": "decisionTableNode", "content": {
                    "hitPolicy": "first",
                    "passThrough": false,
                    "inputs": [
                        { "id": "c", "name": "class", "field": "class" },
                        { "id": "a", "name": "amount", "field": "amount" }
                    ],
                    "outputs": [{ "id": "o", "name": "rate", "field": "rate" }],
                    "rules": rules
                } },
                { "id": "out", "name": "out", "type": "outputNode", "content": {} }
            ],
            "edges": [
                { "id": "e1", "sourceId": "in", "targetId": "dt" },
                { "id": "e2", "sourceId": "dt", "targetId": "out" }
            ]
        }))?;
        let mut decision = Decision::from(content);
        decision.compile();
        Ok(Self {
            decision,
            input: json!({ "class": asked.class, "amount": asked.amount }).into(),
        })
    }
}

impl Contestant for Zen {
    fn name(&self) -> String {
        "zen-engine".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for found in found {
            let told = now(self.decision.evaluate(self.input.clone()))?
                .map_err(|error| error.to_string())?;
            *found = number(told.result.dot("rate"))?;
        }
        Ok(())
    }
}

/// A map of the standard library, and a search by halves.
struct Hand {
    form: Form,
    codes: HashMap<(i64, i64), u32>,
    bounds: Vec<i64>,
    asked: Asked,
}

impl Hand {
    fn new(form: Form, rows: i64, asked: Asked) -> Self {
        Self {
            form,
            codes: (0..rows)
                .map(|row| ((class(row), row), row as u32))
                .collect(),
            bounds: (0..=rows).map(|row| form.amounts(row).0).collect(),
            asked,
        }
    }
}

impl Contestant for Hand {
    fn name(&self) -> String {
        if self.form == Form::Code {
            "a HashMap by hand".into()
        } else {
            "a binary search by hand".into()
        }
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for found in found {
            let Asked { class: of, amount } = *std::hint::black_box(&self.asked);
            *found = match self.form {
                Form::Code => self.codes.get(&(of, amount)).copied().unwrap_or(NONE),
                Form::Range => {
                    let above = self.bounds.partition_point(|&from| from <= amount);
                    let row = above as i64 - 1;
                    if above > 0 && above < self.bounds.len() && class(row) == of {
                        row as u32
                    } else {
                        NONE
                    }
                }
            };
        }
        Ok(())
    }
}

pub(crate) fn tables(rounds: usize) -> Outcome {
    for form in [Form::Code, Form::Range] {
        for rows in [10, 3_000, 10_000] {
            for (title, row) in [("first row", 0), ("last row", rows - 1), ("no row", rows)] {
                let asked = Asked {
                    class: class(row),
                    amount: form.amounts(row).0,
                };
                let wanted = if row < rows {
                    u32::try_from(row)?
                } else {
                    NONE
                };
                let mut all: Vec<Box<dyn Contestant>> = vec![
                    Box::new(Own::new(form, rows, asked)?),
                    Box::new(Hand::new(form, rows, asked)),
                    Box::new(Zen::new(form, rows, asked)?),
                ];
                let times = contest(&mut all, &[wanted; 16], rounds / 3)?;
                let by = if form == Form::Code { "code" } else { "range" };
                tell(
                    &format!("a table of {rows} rows by {by}, {title}, all answers equal:"),
                    &times,
                );
            }
        }
    }
    Ok(())
}
