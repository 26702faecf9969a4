//! One run: tables to rows, rows to customers, customers to answers.

use super::claims::Claims;
use super::customers::People;
use super::group::{Partitions, Sorted};
use super::lines::Lines;
use super::marks::Marks;
use super::output::{Answers, Piece};
use super::policies::Book;
use super::rare::{Chosen, RuleCodes, found};
use super::rows::{ClaimRow, PlainCustomer, PolicyRow};
use super::sheet::{NOBODY, Sheet, amounts_of};
use super::threads::each;
use super::{Assessed, Job, Tables};
use crate::code;
use crate::portfolio::{Failure, Findings, OnError, Portfolio, Report, Which, spec};
use arrow_array::{Array as _, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::filter::filter_record_batch;
use insurant::decision::{CustomerBlock, Folding, FoldingRoom};
use insurant::{Cause, DatedRules, Scratch};
use insurant_rules::document::Json;
use insurant_rules::program::SUBJECTS;
use insurant_rules::{Problem, Problems, Type};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// The tables, matched against what they may have.
pub(super) struct Sheets {
    pub(super) customers: Sheet,
    pub(super) policies: Sheet,
    pub(super) movements: Sheet,
    pub(super) claims: Sheet,
    pub(super) entries: Sheet,
}

/// Working memory of a thread.
#[derive(Default)]
struct Room {
    policies: Sorted<PolicyRow>,
    claims: Sorted<ClaimRow>,
    scratch: Scratch,
    folding: FoldingRoom,
    block: Option<CustomerBlock>,
}

/// The rules on the day: with the measures asked for, without them, and how plain rows are measured.
struct Days<'r> {
    dated: DatedRules<'r>,
    plain: DatedRules<'r>,
    folding: Option<Folding<'r>>,
}

impl Job<'_> {
    pub(super) fn run(&self, tables: &Tables<'_>) -> Result<Assessed, Failure> {
        let titles = self.titles()?;
        let sheets = self.sheets(tables)?;
        let customers = sheets.customers.rows();
        let partitions = Partitions::new(customers);
        let mut rare = Marks::new(customers);
        let mut codes = RuleCodes {
            rules: self.rules,
            lines: self.rules.lines(),
        };
        let people = People::read(&sheets.customers, self, &mut codes, &mut rare);
        let lines = Lines::new(codes.lines);
        let book = Book::read(
            &sheets.policies,
            &people,
            partitions,
            &lines,
            self,
            &mut rare,
        );
        let claims = Claims::read(&sheets.claims, &people, &book, partitions, self, &mut rare);
        self.mark_holders(&sheets, &people, &book, &mut rare);

        let mut answers = Answers::new(self.rules, customers);
        self.assess_plain(&people, &book, &claims, partitions, &rare, &mut answers);
        let findings = self.warnings(&book, &claims, &rare);
        let chosen = Chosen::new(&rare, &book.owners, &book.placed, &claims.owners);
        claims.end(self.room);
        book.end(self.room);
        people.index.end(self.room);
        let (portfolio, mut report) =
            self.portfolio(&sheets, chosen, lines.into_codes(), findings)?;
        self.count(&sheets, &mut report);
        let absent = self.assess_others(&portfolio, &rare, &mut answers);
        if absent.positions().count() < customers {
            // The portfolio may hold none of them, for all are plain.
            report
                .warnings
                .retain(|warning| warning.code != code::NO_CUSTOMERS);
        }
        let (schema, batches) = self
            .output(tables.customers, answers, &titles, &absent)
            .map_err(|error| inside(&error))?;
        Ok(Assessed {
            schema,
            batches,
            report,
        })
    }

    /// The titles of the measures: what was asked, without spaces around it, each once.
    fn titles(&self) -> Result<Vec<String>, Problems> {
        let taken = [
            "customer_id",
            "category",
            "standing",
            "alerts",
            "proposals",
            "findings",
            "status",
        ];
        let mut seen: BTreeSet<&str> = taken.into_iter().collect();
        let mut problems = Problems::new();
        let expressions = self.rules.expressions().iter();
        let titles: Vec<&str> = expressions.map(|e| e.text.trim()).collect();
        for &title in &titles {
            if !seen.insert(title) {
                problems.push(
                    Problem::new(code::DUPLICATE_COLUMN, "a column would be there twice")
                        .found(format!("`{title}`"))
                        .remedy("ask for each measure once"),
                );
            }
        }
        problems.or(titles.into_iter().map(str::to_owned).collect())
    }

    fn sheets(&self, tables: &Tables<'_>) -> Result<Sheets, Problems> {
        let mut problems = Problems::new();
        let inputs: Vec<&str> = self.inputs.iter().map(|i| i.name.as_str()).collect();
        let money = self
            .inputs
            .iter()
            .filter(|i| matches!(i.ty, Type::Money(_)));
        let money: Vec<&str> = money.map(|i| i.name.as_str()).collect();
        let mut sheet = |which, batches: &[RecordBatch]| {
            let spec = spec(which);
            let mut amounts = amounts_of(spec.columns);
            let extra: &[&str] = if which == Which::Customers {
                amounts.extend(&money);
                &inputs
            } else {
                &[]
            };
            let sheet = Sheet::new(batches, spec, extra, &amounts, self.integers, self.currency);
            sheet.map_err(|more| problems.extend(more)).ok()
        };
        let sheets = (
            sheet(Which::Customers, tables.customers),
            sheet(Which::Policies, tables.policies),
            sheet(Which::Movements, tables.movements),
            sheet(Which::Claims, tables.claims),
            sheet(Which::Entries, tables.entries),
        );
        match sheets {
            (Some(customers), Some(policies), Some(movements), Some(claims), Some(entries)) => {
                Ok(Sheets {
                    customers,
                    policies,
                    movements,
                    claims,
                    entries,
                })
            }
            _ => Err(problems),
        }
    }

    /// Marks whom movements and entries concern.
    fn mark_holders(&self, sheets: &Sheets, people: &People, book: &Book, rare: &mut Marks) {
        let mut found = Vec::new();
        let policy = spec(Which::Movements).position("policy_id");
        let customer = spec(Which::Entries).position("customer_id");
        for (batch, rows) in (0..).zip(sheets.movements.batches.iter()) {
            if let Some(values) = sheets.movements.values(batch, policy) {
                book.index.find_all(values, 0..rows.rows(), &mut found);
            }
        }
        for &row in &found {
            rare.mark(book.owner(row));
        }
        found.clear();
        for (batch, rows) in (0..).zip(sheets.entries.batches.iter()) {
            if let Some(values) = sheets.entries.values(batch, customer) {
                people.index.find_all(values, 0..rows.rows(), &mut found);
            }
        }
        for &row in &found {
            rare.mark(row);
        }
    }

    fn assess_plain(
        &self,
        people: &People,
        book: &Book,
        claims: &Claims,
        partitions: Partitions,
        rare: &Marks,
        answers: &mut Answers,
    ) {
        let dated = self.rules.on(self.as_of);
        let days = Days {
            folding: dated.folding(),
            plain: self.plain.on(self.as_of),
            dated,
        };
        let size = partitions.size();
        let customers = answers.len();
        let tasks: Vec<(usize, Piece<'_>)> = answers.pieces(size).into_iter().enumerate().collect();
        each(
            tasks,
            self.threads,
            Room::default,
            |room, (partition, mut piece)| {
                room.policies.fill(&book.bundles, partition, size);
                room.claims.fill(&claims.bundles, partition, size);
                let first = partition * size;
                let count = size.min(customers.saturating_sub(first));
                for from in (0..count).step_by(SUBJECTS) {
                    let to = count.min(from + SUBJECTS);
                    self.plain_block(people, rare, first, from..to, &days, room, &mut piece);
                }
            },
        );
    }

    /// Assesses the plain customers of a block. What is written of the others is written again.
    #[expect(clippy::too_many_arguments, reason = "what all blocks share")]
    fn plain_block(
        &self,
        people: &People,
        rare: &Marks,
        first: usize,
        locals: Range<usize>,
        days: &Days<'_>,
        room: &mut Room,
        piece: &mut Piece<'_>,
    ) {
        let dated = &days.dated;
        let mut block = room.block.take().unwrap_or_else(|| dated.block());
        let mut findings = [0_u8; SUBJECTS];
        // Those of whom a sum does not fit, who are assessed by themselves.
        let mut alone: Vec<usize> = Vec::new();
        let from = locals.start;
        let customer = |local: usize| PlainCustomer {
            profile: people.profiles.get(first + local),
            people,
            row: first + local,
            policies: room.policies.of(local),
            claims: room.claims.of(local),
        };
        for (local, found_here) in locals.zip(&mut findings) {
            let row = u32::try_from(first + local).unwrap_or(NOBODY);
            if rare.any() && rare.has(row) {
                continue;
            }
            let customer = customer(local);
            let rows = (customer.policies, customer.claims);
            let folded = days.folding.as_ref().and_then(|folding| {
                folding.put(&mut block, local - from, &customer, rows, &mut room.folding)
            });
            if let Some(fates) = folded {
                *found_here = fates.bits();
            } else if dated.put(&mut block, local - from, &customer, &mut room.scratch) {
                *found_here = found(&room.scratch);
            } else {
                alone.push(local);
            }
        }
        let verdicts = match &days.folding {
            Some(folding) => folding.decide_block(&mut block),
            None => dated.decide_block(&mut block),
        };
        piece.write_block(from, &verdicts, &findings);
        for which in 0..self.rules.expressions().len() {
            match dated.block_values(which, &block) {
                Some(values) => piece.measure_block(from, which, &values),
                None => {
                    for place in 0..SUBJECTS {
                        let value = dated.block_value(which, &block, place);
                        piece.measure(from + place, which, Some(value));
                    }
                }
            }
        }
        for local in alone {
            let customer = customer(local);
            self.plain_answer(&customer, days, &mut room.scratch, local, piece);
        }
        room.block = Some(block);
    }

    #[inline]
    fn plain_answer(
        &self,
        customer: &PlainCustomer<'_>,
        days: &Days<'_>,
        scratch: &mut Scratch,
        at: usize,
        piece: &mut Piece<'_>,
    ) {
        let (dated, plain) = (&days.dated, &days.plain);
        let expressions = self.rules.expressions().len();
        let mut verdict = dated.assess(customer, scratch);
        let mut measured = verdict.is_decided();
        if verdict.cause == Some(Cause::Overflow) && expressions > 0 {
            verdict = plain.assess(customer, scratch);
            measured = false;
        }
        let findings = if verdict.is_decided() {
            found(scratch)
        } else {
            0
        };
        piece.write(at, &verdict, findings);
        for which in 0..expressions {
            piece.measure(
                at,
                which,
                measured.then(|| dated.expression(which, scratch)),
            );
        }
    }

    /// The warnings about rows that the portfolio does not read.
    fn warnings(&self, book: &Book, claims: &Claims, rare: &Marks) -> Findings {
        let findings = Findings::new(self.on_error == OnError::Reject);
        let mut findings = findings.numbered(self.numbers.clone());
        let owner = |row: u32, owners: &[u32]| {
            let row = usize::try_from(row).ok();
            row.and_then(|row| owners.get(row)).copied()
        };
        let plain = |owner: Option<u32>| owner.is_some_and(|owner| !rare.has(owner));
        for &row in &book.strangers {
            if plain(owner(row, &book.owners).filter(|o| *o != NOBODY)) {
                let message = "a policy carries the id of a partner who is not among the customers";
                let number = u64::from(row) + 1;
                findings.warn(Which::Policies, number, code::UNKNOWN_PARTNER, message);
            }
        }
        for &(row, code, message) in &claims.warned {
            if plain(owner(row, &claims.owners)) {
                findings.warn(Which::Claims, u64::from(row) + 1, code, message);
            }
        }
        findings
    }

    /// The rows of all tables, not only those that the portfolio read.
    fn count(&self, sheets: &Sheets, report: &mut Report) {
        let rows = |sheet: &Sheet| u64::try_from(sheet.rows()).unwrap_or(u64::MAX);
        report.counts.customers = rows(&sheets.customers);
        report.counts.policies = rows(&sheets.policies);
        report.counts.movements = rows(&sheets.movements);
        report.counts.claims = rows(&sheets.claims);
        report.counts.entries = rows(&sheets.entries);
    }

    /// Assesses those who are not plain, and answers which rows are no customer.
    fn assess_others(&self, portfolio: &Portfolio, rare: &Marks, answers: &mut Answers) -> Marks {
        let mut absent = rare.clone();
        let others = self.assess_rare(portfolio, rare);
        let all = answers.len().max(1);
        let mut pieces = answers.pieces(all);
        let Some(piece) = pieces.first_mut() else {
            return absent;
        };
        for (row, answer) in others {
            absent.unmark(row);
            let Ok(at) = usize::try_from(row) else {
                continue;
            };
            piece.write(at, &answer.verdict, answer.findings);
            for which in 0..self.rules.expressions().len() {
                let value = answer.measures.as_ref().and_then(|all| all.get(which));
                piece.measure(at, which, value.copied());
            }
        }
        absent
    }

    fn output(
        &self,
        customers: &[RecordBatch],
        answers: Answers,
        titles: &[String],
        absent: &Marks,
    ) -> Result<(SchemaRef, Vec<RecordBatch>), ArrowError> {
        let ids = |batch: &RecordBatch| batch.column_by_name("customer_id").map(Arc::clone);
        let first = customers.first().and_then(ids);
        let id_type = first.map_or(DataType::Utf8, |ids| ids.data_type().clone());
        let columns = answers.into_columns(self.rules, titles, self.integers)?;
        let mut fields = vec![Field::new("customer_id", id_type, true)];
        fields.extend(columns.iter().map(|(field, _)| field.clone()));
        let schema = Arc::new(Schema::new_with_metadata(fields, self.metadata()));
        let mut batches = Vec::with_capacity(customers.len());
        let mut from = 0;
        for batch in customers {
            let rows = batch.num_rows();
            let Some(own) = ids(batch) else {
                continue;
            };
            let mut arrays: Vec<ArrayRef> = vec![own];
            arrays.extend(columns.iter().map(|(_, array)| array.slice(from, rows)));
            // Keys of dictionaries may be of another width in another batch.
            let own = schema_of(&schema, arrays.first());
            let mut whole = RecordBatch::try_new(own, arrays)?;
            if absent.any() {
                let there = (from..from + rows)
                    .map(|row| !u32::try_from(row).is_ok_and(|row| absent.has(row)));
                whole = filter_record_batch(&whole, &there.collect::<Vec<bool>>().into())?;
            }
            batches.push(whole);
            from += rows;
        }
        Ok((schema, batches))
    }

    /// What the columns stand for.
    fn metadata(&self) -> HashMap<String, String> {
        let ids = |rule: &dyn Fn(usize) -> Option<String>| {
            let ids = (0..64).map_while(rule);
            Json::list(ids).to_canonical_string()
        };
        let rulebook = self.rules.rulebook();
        let alert = |bit| self.rules.alert(bit).map(|rule| rule.id.clone());
        let criterion = |bit| self.rules.criterion(bit).map(|rule| rule.id.clone());
        [
            (
                "insurant.rulebook",
                format!("{}@{}", rulebook.id(), rulebook.version()),
            ),
            ("insurant.fingerprint", self.rules.fingerprint().to_owned()),
            ("insurant.as_of", self.as_of.to_string()),
            ("insurant.currency", self.currency.code().to_owned()),
            ("insurant.alerts", ids(&alert)),
            ("insurant.proposals", ids(&criterion)),
            ("insurant.format", "1".to_owned()),
        ]
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
    }
}

fn schema_of(schema: &SchemaRef, ids: Option<&ArrayRef>) -> SchemaRef {
    match (ids, schema.fields().first()) {
        (Some(ids), Some(first)) if ids.data_type() != first.data_type() => {
            let own = Field::new("customer_id", ids.data_type().clone(), true);
            let rest = schema.fields().iter().skip(1).cloned();
            let fields: Vec<Arc<Field>> = std::iter::once(Arc::new(own)).chain(rest).collect();
            Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone()))
        }
        _ => Arc::clone(schema),
    }
}

fn inside(error: &ArrowError) -> Failure {
    Problems::from(
        Problem::new(
            insurant::code::PANICKED,
            format!("the columns do not fit: {error}"),
        )
        .remedy("please report it with what was handed over"),
    )
    .into()
}
