//! The fields of a row, and what is wrong with them.

use crate::code;
use crate::portfolio::report::{At, Fault};
use crate::table::{Cell, Faulty, Row, Spec, shown};
use insurant::code as facts;
use insurant_rules::{Code, Place, Problem, Problems};

/// The cells of a row by column, with a list for their faults.
pub(super) struct Fields<'r, 'f> {
    row: &'r Row<'r>,
    spec: &'static Spec,
    faults: &'f mut Vec<Fault>,
}

impl<'r, 'f> Fields<'r, 'f> {
    pub(super) fn new(row: &'r Row<'r>, spec: &'static Spec, faults: &'f mut Vec<Fault>) -> Self {
        Self { row, spec, faults }
    }

    /// A value that may be missing.
    #[inline]
    pub(super) fn optional<T>(
        &mut self,
        column: usize,
        parse: impl FnOnce(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        match parse(self.row.cell(column)) {
            Ok(value) => value,
            Err(problem) => {
                let open_end = "leave an open end empty";
                let remedy = (self.name(column) == "expiry").then_some(open_end);
                self.wrong(column, far(*problem, remedy));
                None
            }
        }
    }

    /// A value that must be there.
    #[inline]
    pub(super) fn required<T>(
        &mut self,
        column: usize,
        parse: impl FnOnce(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        match parse(self.row.cell(column)) {
            Ok(Some(value)) => Some(value),
            Ok(None) => {
                self.wrong(column, empty());
                None
            }
            Err(problem) => {
                let remedy = match self.name(column) {
                    "end" => {
                        "a policy needs an end: write the real one, or the next anniversary for an open-ended policy"
                    }
                    _ => "write the real date: it may not be left out",
                };
                self.wrong(column, far(*problem, Some(remedy)));
                None
            }
        }
    }

    /// Whether nothing is wrong with the row.
    #[inline]
    pub(super) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Whether the row is wrong by its currency alone.
    #[cold]
    pub(super) fn only_currency(&self) -> bool {
        self.faults
            .iter()
            .all(|f| f.problem.code() == facts::MIXED_CURRENCY)
    }

    fn name(&self, column: usize) -> &'static str {
        self.spec.columns.get(column).map_or("", |c| c.name)
    }

    /// Adds a fault of a column.
    #[cold]
    pub(super) fn wrong(&mut self, column: usize, problem: Problem) {
        let path = self.name(column).to_owned();
        self.faults.push(Fault {
            at: At::Column(column),
            problem: Box::new(problem.at(Place {
                path,
                ..Place::default()
            })),
        });
    }

    /// Adds a fault of a column that is no part of the specification.
    #[cold]
    pub(super) fn wrong_input(&mut self, column: usize, name: &str, problem: Problem) {
        self.faults.push(Fault {
            at: At::Column(column),
            problem: Box::new(problem.at(Place {
                path: name.to_owned(),
                ..Place::default()
            })),
        });
    }

    /// Adds the faults of facts that do not hold together, each with its field as its path.
    #[cold]
    pub(super) fn wrong_facts(&mut self, problems: Problems) {
        for problem in problems {
            let column = self
                .spec
                .columns
                .iter()
                .position(|c| c.name == problem.place().path);
            self.faults.push(Fault {
                at: column.map_or(At::Row, At::Column),
                problem: Box::new(problem),
            });
        }
    }

    /// Adds the fault of an identifier that is there already.
    #[cold]
    pub(super) fn duplicate(&mut self, column: usize, id: &str) {
        let name = self.name(column);
        let problem = Problem::new(facts::DUPLICATE_ID, format!("the `{name}` is there twice"))
            .found(shown(id))
            .remedy("keep one of the rows, or number them apart");
        self.wrong(column, problem);
    }

    /// Adds the fault of an identifier that leads nowhere.
    #[cold]
    pub(super) fn unknown(&mut self, column: usize, code: Code, id: &str, table: &str) {
        let name = self.name(column);
        let problem = Problem::new(code, format!("no row of `{table}` has this `{name}`"))
            .found(shown(id))
            .remedy(format!(
                "add the row to `{table}`, or correct the identifier"
            ));
        self.wrong(column, problem);
    }
}

/// What to do about a year out of range depends on whether the date may be left out.
#[cold]
fn far(problem: Problem, remedy: Option<&str>) -> Problem {
    match remedy {
        Some(remedy) if problem.code() == facts::YEAR_OUT_OF_RANGE => problem.remedy(remedy),
        _ => problem,
    }
}

/// A row whose policy was rejected, so that nobody knows whose it is.
#[cold]
pub(super) fn hanging(policy_id: &str) -> Problem {
    Problem::new(
        code::REJECTED_POLICY,
        "the row of its policy was rejected, and whose it is cannot be told",
    )
    .found(shown(policy_id))
    .remedy("mend the row of the policy")
}

#[cold]
pub(super) fn empty() -> Problem {
    Problem::new(code::MISSING_FIELD, "the cell is empty").expected("a value")
}
