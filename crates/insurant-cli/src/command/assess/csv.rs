//! One row of CSV a customer.

use super::columns::{Columns, FIXED, Findings, joined, status};
use crate::command::csv_row::Row;
use crate::command::desk::{Assessed, Desk};
use crate::portfolio::CustomerRef;
use insurant::{Category, Scratch, Standing};
use insurant_rules::State;

/// The first row.
pub(super) fn header(columns: &Columns) -> Vec<u8> {
    let mut row = Row::default();
    for title in FIXED {
        row.field(title);
    }
    for measure in &columns.measures {
        row.field(&measure.title);
    }
    row.end();
    row.into_bytes()
}

/// Rows of some customers.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    desk: &'a Desk<'a>,
    row: Row,
    text: String,
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a Columns, desk: &'a Desk<'a>) -> Self {
        Self {
            columns,
            desk,
            row: Row::default(),
            text: String::new(),
        }
    }

    pub(super) fn push(
        &mut self,
        customer: CustomerRef<'_>,
        assessed: &Assessed,
        findings: &Findings<'_>,
        scratch: &Scratch,
    ) {
        let verdict = &assessed.verdict;
        let rules = self.desk.dated().rules();
        self.row.field(customer.id());
        self.row
            .field(verdict.category.map_or("", Category::as_str));
        self.row
            .field(verdict.standing.map_or("", Standing::as_str));
        self.text.clear();
        let alerts = verdict.alerts.positions();
        joined(alerts.filter_map(|bit| rules.alert_id(bit)), &mut self.text);
        self.row.field(&self.text);
        self.text.clear();
        joined(findings.ids().iter().copied(), &mut self.text);
        self.row.field(&self.text);
        self.row.field(status(assessed));
        for (i, measure) in self.columns.measures.iter().enumerate() {
            if !assessed.measured {
                self.row.field(State::Unknown.as_str());
                continue;
            }
            let slot = self.desk.dated().expression(i, scratch);
            let text = measure.text_input.and_then(|at| customer.input_text(at));
            match text {
                Some(text) => self.row.field(text),
                None => self.row.field(&self.desk.plain(slot, &measure.ty)),
            }
        }
        self.row.end();
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.row.into_bytes()
    }
}
