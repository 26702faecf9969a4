//! Every operation by name: one table that the command, C, UniFFI, the schemas and the
//! conformance vectors all read.

mod agent;
mod appraisal;
mod approval;
mod assignment;
mod calendar;
mod call;
mod certification;
mod complaint;
mod complaint_analysis;
mod complaint_judged;
mod credit;
mod customer;
mod deadlines;
mod describe;
mod duties;
mod judged;
mod kpi;
mod movement;
mod open_complaint;
mod organisation;
mod packs;
mod partner;
mod problem;
mod rulebook;
mod ruled;
mod status;
mod timeline;

pub use call::Call;
use insurant_rules::order::InOrder;
pub use open_complaint::{ComplaintAnswer, OpenComplaint};
pub use problem::problems_json;

use crate::engine::Engine;
use insurant_rules::document::{Json, Path, Shape};
use insurant_rules::{Code, Problem, Problems};

/// One operation.
#[derive(Clone, Copy)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// One sentence for people.
    pub doc: &'static str,
    /// What it takes.
    pub input: fn() -> Shape,
    /// What it answers.
    pub output: fn() -> Shape,
    /// Does it. The input has passed its shape, unless [`Operation::lenient`].
    pub run: fn(&Call<'_>) -> Result<Json, Problems>,
    /// Whether the function reports problems of shape itself, together with its own.
    pub lenient: bool,
}

/// A name that no operation has.
pub const UNKNOWN_OPERATION: Code = Code::new("unknown_operation");

/// The table, in order of name.
#[must_use]
pub fn operations() -> Vec<Operation> {
    let mut all: Vec<Operation> = [
        appraisal::OPERATIONS,
        agent::OPERATIONS,
        approval::OPERATIONS,
        assignment::OPERATIONS,
        calendar::OPERATIONS,
        certification::OPERATIONS,
        complaint::OPERATIONS,
        complaint_analysis::OPERATIONS,
        credit::OPERATIONS,
        customer::OPERATIONS,
        deadlines::OPERATIONS,
        packs::OPERATIONS,
        kpi::OPERATIONS,
        movement::OPERATIONS,
        organisation::OPERATIONS,
        partner::OPERATIONS,
        rulebook::OPERATIONS,
        status::OPERATIONS,
        timeline::OPERATIONS,
        describe::OPERATIONS,
        duties::OPERATIONS,
    ]
    .concat();
    all.order_by_key(|operation| operation.name);
    all
}

impl Engine {
    /// Calls an operation: JSON in, canonical JSON out.
    ///
    /// # Errors
    /// Everything that is wrong with the name or the input, each with its place.
    ///
    /// # Example
    /// ```
    /// let engine = insurant::Engine::builtin()?;
    /// let answer = engine.call(
    ///     "movement",
    ///     r#"{"from": {"category": "prospect"}, "to": {"category": "standard"}}"#,
    /// )?;
    /// assert_eq!(answer, r#"{"movement":"growth"}"#);
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn call(&self, name: &str, input: &str) -> Result<String, Problems> {
        let table = operations();
        let Some(operation) = table.iter().find(|operation| operation.name == name) else {
            let names = || table.iter().map(|operation| operation.name);
            let problem = Problem::new(UNKNOWN_OPERATION, format!("no operation `{name}`"))
                .expected(format!("one of the {} operations", table.len()))
                .nearest(insurant_rules::problem::nearest(name, names()))
                .remedy("`describe` lists the operations with their schemas");
            return Err(problem.into());
        };
        let document = insurant_rules::document::Document::parse_json("", input)?;
        let call = Call::new(self, &document);
        if !operation.lenient {
            let mut problems = Problems::new();
            (operation.input)().check(&document, document.root(), &Path::ROOT, &mut problems);
            problems.or(())?;
        }
        (operation.run)(&call).map(|answer| answer.to_canonical_string())
    }
}
