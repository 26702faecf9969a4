//! Compiled lookup tables.

use super::model::{About, Origin, Part};
use super::parts::{self, Cell};
use super::ranges::{self, Wanted, Written};
use super::shapes::MAX_COLUMNS;
use super::subject::SubjectCompiler;
use super::table_index::{CompiledCell, Index};
use crate::check::{self, Constant};
use crate::code;
use crate::order::InOrder;
use crate::problem::Problem;
use crate::program::{Answered, ValueId};
use crate::types::Type;
use crate::value::Slot;

/// The tables of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    tables: Vec<CompiledTable>,
}

/// A lookup table. Its rows exclude each other, so their order says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledTable {
    /// Its id.
    pub id: String,
    /// The type of its answers.
    pub ty: Type,
    /// Source and purpose.
    pub about: About,
    /// Where it is written.
    pub origin: Origin,
    columns: Vec<ValueId>,
    rows: Vec<CompiledRow>,
    otherwise: Option<Answer>,
    /// `None` for tables so small, or so wide, that looking at each row is as good.
    index: Option<Index>,
}

/// What a table answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The answer in canonical text.
    pub text: String,
    /// The answer as a value of the table's type.
    pub value: Constant,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct CompiledRow {
    cells: Vec<CompiledCell>,
    answer: Answer,
}

/// What a look into a table found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// This row.
    Row(usize),
    /// No row; the table has an answer for the others.
    Otherwise,
    /// A value is missing on which the answer hangs.
    Unknown,
    /// No row, and no answer for the others.
    Nothing,
}

/// How a row stands to the values of a subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    No,
    Perhaps,
    Yes,
}

impl Tables {
    /// The tables, in order.
    #[must_use]
    pub fn tables(&self) -> &[CompiledTable] {
        &self.tables
    }

    /// A table by its id.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&CompiledTable> {
        self.tables.iter().find(|table| table.id == id)
    }
}

impl CompiledTable {
    /// How many rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Looks the values of a subject up. Nothing is allocated.
    #[must_use]
    pub fn lookup(&self, answered: Answered<'_>) -> Lookup {
        let mut values = [Slot::UNKNOWN; MAX_COLUMNS];
        for (value, column) in values.iter_mut().zip(&self.columns) {
            *value = answered.value(*column);
        }
        let indexed = self.index.as_ref().and_then(|index| {
            let value = values.get(index.column).filter(|value| value.is_known())?;
            Some(index.rows(*value))
        });
        match indexed {
            Some(rows) => self.search(rows.iter().copied(), &values),
            None => self.search(0..self.rows.len(), &values),
        }
    }

    /// The answer to what [`Self::lookup`] found.
    #[must_use]
    pub fn answer(&self, found: Lookup) -> Option<&Answer> {
        match found {
            Lookup::Row(row) => self.rows.get(row).map(|row| &row.answer),
            Lookup::Otherwise => self.otherwise.as_ref(),
            Lookup::Unknown | Lookup::Nothing => None,
        }
    }

    /// Rows exclude each other, so one that fits is the answer whatever is missing elsewhere.
    fn search(&self, rows: impl Iterator<Item = usize>, values: &[Slot]) -> Lookup {
        let mut perhaps = false;
        for position in rows {
            match self.fit(position, values) {
                Fit::Yes => return Lookup::Row(position),
                Fit::Perhaps => perhaps = true,
                Fit::No => {}
            }
        }
        match (perhaps, &self.otherwise) {
            (true, _) => Lookup::Unknown,
            (false, Some(_)) => Lookup::Otherwise,
            (false, None) => Lookup::Nothing,
        }
    }

    fn fit(&self, position: usize, values: &[Slot]) -> Fit {
        let Some(row) = self.rows.get(position) else {
            return Fit::No;
        };
        let mut fit = Fit::Yes;
        for (cell, value) in row.cells.iter().zip(values) {
            if *cell == CompiledCell::Any {
                continue;
            }
            if !value.is_known() {
                fit = Fit::Perhaps;
            } else if !cell.contains(*value) {
                return Fit::No;
            }
        }
        fit
    }
}

/// Compiles the tables of a section.
pub(super) fn compile(subject: &mut SubjectCompiler<'_>, parts: &[Part<parts::Table>]) -> Tables {
    let mut tables = Vec::with_capacity(parts.len());
    for part in parts {
        if let Some(given) = part.given() {
            tables.extend(table(subject, part, given));
        }
    }
    Tables { tables }
}

fn table(
    subject: &mut SubjectCompiler<'_>,
    part: &Part<parts::Table>,
    given: &parts::Table,
) -> Option<CompiledTable> {
    let operands: Vec<_> = given.on.iter().map(|on| subject.operand(on)).collect();
    let currency = subject.scope.currency();
    let currency = currency.unwrap_or(crate::currency::Currency::UNDECLARED);
    let ty = given.ty.resolve(&part.id, currency)?;
    let operands: Vec<check::Operand> = operands.into_iter().collect::<Option<_>>()?;
    let types: Vec<Type> = operands.iter().map(|operand| operand.ty.clone()).collect();
    let mut rows = Vec::with_capacity(given.rows.len());
    let mut right = true;
    for row in &given.rows {
        let cells: Vec<_> = row
            .cells
            .iter()
            .zip(&types)
            .map(|(cell, ty)| compile_cell(subject, cell, ty))
            .collect();
        let answer = answer(subject, &row.value, &ty);
        match (cells.into_iter().collect::<Option<Vec<_>>>(), answer) {
            (Some(cells), Some(answer)) => rows.push(CompiledRow { cells, answer }),
            _ => right = false,
        }
    }
    let otherwise = given
        .otherwise
        .as_ref()
        .map(|other| answer(subject, other, &ty));
    let otherwise = otherwise.map_or(Some(None), |answer| answer.map(Some))?;
    if !right {
        return None;
    }
    let index = Index::best(rows.iter().map(|row| row.cells.as_slice()), types.len());
    overlaps(subject, given, &rows, index.as_ref());
    if let ([ty], true) = (types.as_slice(), otherwise.is_none()) {
        gaps(subject, given, ty);
    }
    Some(CompiledTable {
        id: part.id.clone(),
        ty,
        about: given.about.clone(),
        origin: part.origin.clone(),
        columns: operands
            .into_iter()
            .map(|operand| subject.compiler.value(check::Value::Operand(operand)))
            .collect(),
        rows,
        otherwise,
        index,
    })
}

fn answer(
    subject: &mut SubjectCompiler<'_>,
    literal: &super::model::LiteralAt,
    ty: &Type,
) -> Option<Answer> {
    Some(Answer {
        value: subject.literal(literal, ty)?,
        text: literal.literal.to_string(),
    })
}

fn compile_cell(subject: &mut SubjectCompiler<'_>, cell: &Cell, ty: &Type) -> Option<CompiledCell> {
    match cell {
        Cell::Any => Some(CompiledCell::Any),
        Cell::Is(literal) => {
            let constant = subject.literal(literal, ty)?;
            Some(CompiledCell::Is(subject.compiler.constant(&constant)))
        }
        Cell::Range {
            from,
            below,
            origin,
        } => {
            if !ty.is_ordered() {
                let problem = Problem::new(code::UNORDERED_TYPE, "these values have no order")
                    .found(ty.to_string())
                    .expected("a single value, or `*`");
                subject.report(origin, problem);
                return None;
            }
            let written = Written::of_literals(subject, ty, from.as_ref(), below.as_ref(), origin)?;
            if written.range.is_empty() {
                let wanted = Wanted {
                    apart: false,
                    cover: false,
                };
                ranges::check(subject, &[written], "cell", wanted);
                return None;
            }
            Some(CompiledCell::Within(written.range))
        }
    }
}

/// Reports rows that match the same values, each with the first row before it that does.
fn overlaps(
    subject: &mut SubjectCompiler<'_>,
    given: &parts::Table,
    rows: &[CompiledRow],
    index: Option<&Index>,
) {
    let meet = |a: usize, b: usize| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => a.cells.iter().zip(&b.cells).all(|(a, b)| a.meets(b)),
        _ => false,
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut within = |rows: &[usize]| {
        for (i, row) in rows.iter().enumerate() {
            // One is enough to report the row, and rows without number may be alike.
            let earlier = rows.iter().take(i).find(|other| meet(*row, **other));
            found.extend(earlier.map(|other| (*row, *other)));
        }
    };
    match index {
        // Rows that have a value in common share a segment.
        Some(index) => index.segments().for_each(within),
        None => within(&(0..rows.len()).collect::<Vec<_>>()),
    }
    let mut pairs: Vec<(usize, usize)> = found
        .into_iter()
        .map(|(a, b)| (a.max(b), a.min(b)))
        .collect();
    pairs.order();
    pairs.dedup_by_key(|(later, _)| *later);
    for (later, earlier) in pairs {
        let (Some(row), Some(other)) = (given.rows.get(later), given.rows.get(earlier)) else {
            continue;
        };
        let line = other.origin.place().line;
        let problem = Problem::new(code::BANDS_OVERLAP, "two rows match the same values")
            .found(format!(
                "row {} and row {}, on line {line}",
                later + 1,
                earlier + 1
            ))
            .remedy("let their cells exclude each other in one column");
        subject.report(&row.origin, problem);
    }
}

/// Ranges of one column must leave no value out, unless the table says what it answers then.
fn gaps(subject: &mut SubjectCompiler<'_>, given: &parts::Table, ty: &Type) {
    let mut written = Vec::with_capacity(given.rows.len());
    for row in &given.rows {
        // Single values and `*` are no bands.
        let Some(Cell::Range { from, below, .. }) = row.cells.first() else {
            return;
        };
        let (from, below) = (from.as_ref(), below.as_ref());
        let range = Written::of_literals(subject, ty, from, below, &row.origin);
        written.extend(range.filter(|written| !written.range.is_empty()));
    }
    // Rows that overlap were reported by their numbers.
    let wanted = Wanted {
        apart: false,
        cover: true,
    };
    ranges::check(subject, &written, "row", wanted);
}
