//! Compiled lookup tables.

use super::model::{About, Origin, Part};
use super::parts::{self, Cell};
use super::ranges::{self, Range, Wanted, Written, compare_from};
use super::scorecard::is_equal;
use super::subject::SubjectCompiler;
use crate::check::{self, Constant};
use crate::code;
use crate::problem::Problem;
use crate::program::{Program, ValueId};
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
    index: Index,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CompiledCell {
    Any,
    Is(Slot),
    Within(Range),
}

/// Where to look first.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Index {
    /// One column of ranges and single values: the rows in the order of their lowest values.
    Sorted(Vec<usize>),
    /// The rows by the whole number that they ask for in one column, in its order; and the rest.
    Keyed {
        column: usize,
        exact: Vec<(i64, usize)>,
        rest: Vec<usize>,
    },
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
    pub fn lookup(&self, program: &Program, slots: &[Slot]) -> Lookup {
        let value = |column: usize| {
            let id = self.columns.get(column);
            id.map_or(Slot::UNKNOWN, |id| program.value(*id, slots))
        };
        match &self.index {
            Index::Sorted(order) => {
                let value = value(0);
                if !value.is_known() {
                    return self.search(order.iter().copied(), program, slots);
                }
                // The last row that does not begin above the value is the only one it can be in.
                let count = order.partition_point(|row| self.begins_at_or_below(*row, value));
                let candidate = count.checked_sub(1).and_then(|last| order.get(last));
                self.search(candidate.copied().into_iter(), program, slots)
            }
            Index::Keyed {
                column,
                exact,
                rest,
            } => {
                let value = value(*column);
                let exact = if value.is_known() {
                    let start = exact.partition_point(|(key, _)| *key < value.num);
                    let exact = exact.get(start..).unwrap_or(&[]);
                    let end = exact.partition_point(|(key, _)| *key == value.num);
                    exact.get(..end).unwrap_or(&[])
                } else {
                    exact.as_slice()
                };
                let rows = exact.iter().map(|(_, row)| *row);
                self.search(rows.chain(rest.iter().copied()), program, slots)
            }
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
    fn search(
        &self,
        rows: impl Iterator<Item = usize>,
        program: &Program,
        slots: &[Slot],
    ) -> Lookup {
        let mut perhaps = false;
        for position in rows {
            match self.fit(position, program, slots) {
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

    fn fit(&self, position: usize, program: &Program, slots: &[Slot]) -> Fit {
        let Some(row) = self.rows.get(position) else {
            return Fit::No;
        };
        let mut fit = Fit::Yes;
        for (cell, column) in row.cells.iter().zip(&self.columns) {
            if *cell == CompiledCell::Any {
                continue;
            }
            let value = program.value(*column, slots);
            if !value.is_known() {
                fit = Fit::Perhaps;
            } else if !cell.contains(value) {
                return Fit::No;
            }
        }
        fit
    }

    fn begins_at_or_below(&self, row: usize, value: Slot) -> bool {
        let cell = self.rows.get(row).and_then(|row| row.cells.first());
        let from = match cell {
            Some(CompiledCell::Is(from)) => Some(*from),
            Some(CompiledCell::Within(range)) => range.from,
            _ => None,
        };
        from.is_none_or(|from| from.compare(value).is_some_and(std::cmp::Ordering::is_le))
    }
}

impl CompiledCell {
    fn contains(&self, value: Slot) -> bool {
        match self {
            Self::Any => true,
            Self::Is(own) => is_equal(*own, value),
            Self::Within(range) => range.contains(value),
        }
    }

    fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => true,
            (Self::Is(value), cell) | (cell, Self::Is(value)) => cell.contains(*value),
            (Self::Within(a), Self::Within(b)) => a.meets(b),
        }
    }

    /// The whole number that the cell asks for.
    const fn key(&self) -> Option<i64> {
        match self {
            Self::Is(slot) if slot.den == 1 => Some(slot.num),
            _ => None,
        }
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
    let index = index(&rows, &types);
    overlaps(subject, given, &rows, &index);
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

fn index(rows: &[CompiledRow], types: &[Type]) -> Index {
    let is_any = |row: &CompiledRow| row.cells.contains(&CompiledCell::Any);
    if let [ty] = types
        && ty.is_ordered()
        && !rows.iter().any(is_any)
    {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let range = |row: &usize| match rows.get(*row).and_then(|row| row.cells.first()) {
            Some(CompiledCell::Is(value)) => Range {
                from: Some(*value),
                below: None,
            },
            Some(CompiledCell::Within(range)) => *range,
            _ => Range::default(),
        };
        order.sort_by(|a, b| compare_from(&range(a), &range(b)));
        return Index::Sorted(order);
    }
    let key = |row: &CompiledRow, column: usize| row.cells.get(column).and_then(CompiledCell::key);
    let keyed = |column: &usize| {
        rows.iter()
            .filter(|row| key(row, *column).is_some())
            .count()
    };
    // Values of a ratio may be equal with another denominator, so they cannot be looked up.
    let columns = types
        .iter()
        .enumerate()
        .filter(|(_, ty)| !ty.has_denominator());
    let column = columns.map(|(column, _)| column).max_by_key(keyed);
    let column = column.unwrap_or(0);
    let whole = types.get(column).is_some_and(|ty| !ty.has_denominator());
    let mut exact = Vec::new();
    let mut rest = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        match key(row, column) {
            Some(key) if whole => exact.push((key, position)),
            _ => rest.push(position),
        }
    }
    exact.sort_unstable();
    Index::Keyed {
        column,
        exact,
        rest,
    }
}

/// Reports rows that match the same values, each with the first row before it that does.
fn overlaps(
    subject: &mut SubjectCompiler<'_>,
    given: &parts::Table,
    rows: &[CompiledRow],
    index: &Index,
) {
    let meet = |a: usize, b: usize| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => a.cells.iter().zip(&b.cells).all(|(a, b)| a.meets(b)),
        _ => false,
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    match index {
        // Whoever overlaps any before it overlaps the one that reaches furthest.
        Index::Sorted(order) => {
            let mut furthest: Option<usize> = None;
            for row in order {
                found.extend(
                    furthest
                        .filter(|other| meet(*other, *row))
                        .map(|o| (o, *row)),
                );
                let further = furthest.is_none_or(|other| reaches_further(rows, *row, other));
                furthest = if further { Some(*row) } else { furthest };
            }
        }
        Index::Keyed { exact, rest, .. } => {
            for (i, (key, row)) in exact.iter().enumerate() {
                let same = exact
                    .iter()
                    .skip(i + 1)
                    .take_while(|(other, _)| other == key);
                found.extend(
                    same.filter(|(_, other)| meet(*row, *other))
                        .map(|o| (*row, o.1)),
                );
                let others = rest.iter().filter(|other| meet(*row, **other));
                found.extend(others.map(|other| (*row, *other)));
            }
            for (i, row) in rest.iter().enumerate() {
                let others = rest.iter().skip(i + 1).filter(|other| meet(*row, **other));
                found.extend(others.map(|other| (*row, *other)));
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = found
        .into_iter()
        .map(|(a, b)| (a.max(b), a.min(b)))
        .collect();
    pairs.sort_unstable();
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

/// Whether the first cell of one row reaches beyond that of another.
fn reaches_further(rows: &[CompiledRow], row: usize, other: usize) -> bool {
    let reach = |row: usize| match rows.get(row).and_then(|row| row.cells.first()) {
        Some(CompiledCell::Is(value)) => Some(*value),
        Some(CompiledCell::Within(range)) => range.below,
        _ => None,
    };
    match (reach(row), reach(other)) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(a), Some(b)) => a.compare(b).is_some_and(std::cmp::Ordering::is_gt),
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
