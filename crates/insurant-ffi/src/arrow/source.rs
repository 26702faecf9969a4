//! A table that a host hands over: a stream of batches.

use super::abi::{ArrowArray, ArrowArrayStream, ArrowSchema, Owned};
use super::column::{Rows, column, pointers};
use super::place::{MOST_BATCHES, released, unlike, wrong};
use super::schema::{Columns, text};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use insurant_batch::code::{ARROW_STREAM, TOO_MANY_ROWS};
use insurant_rules::{Place, Problem, Problems};
use std::ffi::c_int;
use std::sync::Arc;

/// The most rows of a table, as the engine has it.
const MOST_ROWS: usize = 4_294_967_294;

/// A stream that is being read; it is released when this goes.
pub(super) struct Source {
    table: &'static str,
    stream: Owned<ArrowArrayStream>,
    columns: Columns,
}

impl Source {
    /// Asks a stream for its schema.
    ///
    /// # Safety
    /// The stream is as Arrow has it.
    pub(super) unsafe fn open(
        table: &'static str,
        mut stream: Owned<ArrowArrayStream>,
    ) -> Result<Self, Problems> {
        if stream.is_released() {
            return Err(released(table).into());
        }
        let function =
            |name: &str| wrong(format!("{table}.{name}"), "it is NULL").expected("a function");
        let Some(get_schema) = stream.get().get_schema else {
            return Err(function("get_schema").into());
        };
        if stream.get().get_next.is_none() {
            return Err(function("get_next").into());
        }
        let mut schema = Owned::<ArrowSchema>::released();
        // SAFETY: the caller's promise.
        let answer = unsafe { get_schema(stream.place(), schema.place()) };
        if answer != 0 {
            // What it may have written is not ours.
            std::mem::forget(schema);
            // SAFETY: the caller's promise.
            return Err(unsafe { broken(&mut stream, table, "get_schema", answer) }.into());
        }
        // SAFETY: the caller's promise.
        let columns = unsafe { Columns::read(schema.get(), &format!("{table}.schema")) }?;
        Ok(Self {
            table,
            stream,
            columns,
        })
    }

    /// No rows of its columns.
    pub(super) fn sample(&self) -> RecordBatch {
        RecordBatch::new_empty(Arc::clone(&self.columns.schema))
    }

    /// Reads all batches.
    ///
    /// # Safety
    /// As [`Self::open`].
    pub(super) unsafe fn read(mut self) -> Result<Vec<RecordBatch>, Problems> {
        let (mut batches, mut rows) = (Vec::new(), 0_usize);
        // SAFETY: the caller's promise.
        while let Some(batch) = unsafe { self.next(batches.len()) }? {
            rows = rows.saturating_add(batch.num_rows());
            batches.push(batch);
            if rows > MOST_ROWS || batches.len() > MOST_BATCHES {
                let problem = Problem::new(TOO_MANY_ROWS, "the table has too many rows or batches");
                let problem = problem.remedy("assess the portfolio in parts");
                return Err(problem.at(self.at(self.table.to_owned())).into());
            }
        }
        if batches.is_empty() {
            // So that what is missing among its columns is told of a table without rows too.
            batches.push(self.sample());
        }
        Ok(batches)
    }

    fn at(&self, path: String) -> Place {
        Place {
            path,
            ..Place::default()
        }
    }

    /// # Safety
    /// As [`Self::open`].
    unsafe fn next(&mut self, number: usize) -> Result<Option<RecordBatch>, Problems> {
        let mut array = Owned::<ArrowArray>::released();
        if let Some(get_next) = self.stream.get().get_next {
            // SAFETY: the caller's promise.
            let answer = unsafe { get_next(self.stream.place(), array.place()) };
            if answer != 0 {
                std::mem::forget(array);
                let stream = &mut self.stream;
                // SAFETY: the caller's promise.
                return Err(unsafe { broken(stream, self.table, "get_next", answer) }.into());
            }
        }
        if array.is_released() {
            return Ok(None);
        }
        let path = format!("{}.arrays[{number}]", self.table);
        // SAFETY: the caller's promise.
        unsafe { batch(array, &self.columns, &path) }.map(Some)
    }
}

/// A batch: a struct with a child a column. What is not read of it is released at once.
///
/// # Safety
/// What the array points to is as Arrow has it for the columns, or NULL.
unsafe fn batch(
    array: Owned<ArrowArray>,
    columns: &Columns,
    path: &str,
) -> Result<RecordBatch, Problems> {
    // SAFETY: the caller's promise.
    let (rows, children) = unsafe {
        let rows = whole(array.get(), path)?;
        (rows, children(array.get(), columns, path)?)
    };
    let mut problems = Problems::new();
    let mut read: Vec<ArrayRef> = Vec::with_capacity(columns.children.len());
    for (&position, field) in columns.children.iter().zip(columns.schema.fields()) {
        let path = format!("{path}.children[{position}]");
        let Some(&child) = children.get(position) else {
            continue;
        };
        // SAFETY: not NULL, and a struct by the caller's promise. Moving children out is Arrow's own way
        // to keep some of them, with the rest released right after.
        let found = unsafe {
            let mut child = Owned::take(child);
            if child.is_released() {
                Err(released(&path))
            } else {
                column(child, field.data_type(), &path)
            }
        };
        match found {
            Ok(column) if column.len() >= rows.end() => {
                read.push(column.slice(rows.offset, rows.length));
            }
            Ok(column) => problems.push(unlike(
                format!("{path}.length"),
                "the column is shorter than the batch",
                column.len(),
                format!("{} or more", rows.end()),
            )),
            Err(problem) => problems.push(problem),
        }
    }
    drop(array);
    problems.or(())?;
    let options = RecordBatchOptions::new().with_row_count(Some(rows.length));
    let schema = Arc::clone(&columns.schema);
    let batch = RecordBatch::try_new_with_options(schema, read, &options);
    batch.map_err(|error| wrong(path, format!("the columns do not fit: {error}")).into())
}

/// Which rows a batch has.
///
/// # Safety
/// As [`batch`].
unsafe fn whole(array: &ArrowArray, path: &str) -> Result<Rows, Problem> {
    let rows = Rows::of(array, path)?;
    if !array.dictionary.is_null() {
        return Err(wrong(
            format!("{path}.dictionary"),
            "a batch has no dictionary",
        ));
    }
    // SAFETY: the caller's promise.
    let buffers = unsafe { pointers(array, 1, false, path) }?;
    let valid = buffers.first().copied().flatten();
    if let Some(valid) = valid.filter(|_| array.null_count != 0) {
        let there = |row: usize| {
            // SAFETY: a bit a row, by the caller's promise.
            let byte = unsafe { valid.add(row / 8).read() };
            byte >> (row % 8) & 1 == 1
        };
        if let Some(row) = (rows.offset..rows.end()).find(|&row| !there(row)) {
            let path = format!("{path}.buffers[0]");
            return Err(wrong(path, "a row is null as a whole")
                .found(format!("row {}", row - rows.offset))
                .remedy("leave such rows out"));
        }
    } else if array.null_count > 0 {
        let path = format!("{path}.buffers[0]");
        return Err(wrong(path, "it is NULL, and some rows are null"));
    }
    Ok(rows)
}

/// The children of a batch, none of them NULL.
///
/// # Safety
/// As [`batch`].
unsafe fn children(
    array: &ArrowArray,
    columns: &Columns,
    path: &str,
) -> Result<Vec<*mut ArrowArray>, Problem> {
    if usize::try_from(array.n_children).ok() != Some(columns.width) {
        return Err(unlike(
            format!("{path}.n_children"),
            "the batch has another number of columns than the schema",
            array.n_children,
            columns.width.to_string(),
        ));
    }
    if columns.width > 0 && array.children.is_null() {
        return Err(wrong(format!("{path}.children"), "it is NULL"));
    }
    let child = |position| {
        // SAFETY: not NULL and within its length, by the caller's promise.
        let child = unsafe { array.children.add(position).read_unaligned() };
        if child.is_null() {
            return Err(wrong(format!("{path}.children[{position}]"), "it is NULL"));
        }
        Ok(child)
    };
    (0..columns.width).map(child).collect()
}

/// A stream that broke off, in its own words.
///
/// # Safety
/// As [`Source::open`].
unsafe fn broken(
    stream: &mut Owned<ArrowArrayStream>,
    table: &str,
    function: &str,
    answer: c_int,
) -> Problem {
    let path = format!("{table}.{function}");
    let said = stream.get().get_last_error.map(|get_last_error| {
        // SAFETY: the caller's promise; the text is read before anything else is asked of the stream.
        unsafe { text(get_last_error(stream.place()), &path) }
    });
    let said = match said {
        Some(Ok(Some(said))) => format!("{answer}: {said}"),
        _ => answer.to_string(),
    };
    Problem::new(ARROW_STREAM, "the stream of the table broke off")
        .at(Place {
            path,
            ..Place::default()
        })
        .found(said)
        .remedy("mend what produces the stream, and run again")
}
