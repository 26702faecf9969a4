//! Where a row stands in its file, and what it looks like there: a second reading, for the few
//! rows that somebody has to be told about.

use super::csv::CsvRows;
use super::find::{Form, Source};
use super::header::Wrong;
use super::parquet::ParquetRows;
use insurant_rules::{Place, Problem, Problems};

/// A row as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The number of the row, from 1; 0 is the header.
    pub row: u64,
    /// The cells, all as text.
    pub cells: Vec<String>,
    /// Line and column at which each cell begins, and one more place: the end of the row.
    places: Vec<(u32, u32)>,
}

impl Image {
    /// The line and column of a cell (from 0). In CSV both count from 1 in the text, columns in
    /// characters. A Parquet file has no text: the number of the row, and that of the column.
    #[must_use]
    pub fn place(&self, cell: usize) -> (u32, u32) {
        let end = || self.places.last().copied();
        self.places
            .get(cell)
            .copied()
            .or_else(end)
            .unwrap_or_default()
    }
}

/// Shows the rows of a file whose numbers are in `rows`, which ascend; 0 is the header of CSV.
///
/// # Errors
/// A file that cannot be read as far as the last of them, or what `each` answers.
pub fn images<E: From<Problems>>(
    source: &Source,
    rows: &[u64],
    mut each: impl FnMut(Image) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |p: Problem| E::from(Problems::from(p.in_source(source.name())));
    let mut wanted = rows.iter().copied().peekable();
    if source.form() == Form::Parquet {
        let (mut file, _) = ParquetRows::open(source)?;
        wanted.next_if_eq(&0);
        let mut row = 0;
        while wanted.peek().is_some() && file.advance().map_err(failed)? {
            row += 1;
            if wanted.next_if_eq(&row).is_some() {
                let line = u32::try_from(row).unwrap_or(u32::MAX);
                let cells = file.cells();
                let places =
                    (1..=cells.len() + 1).map(|c| (line, u32::try_from(c).unwrap_or(u32::MAX)));
                each(Image {
                    row,
                    places: places.collect(),
                    cells,
                })?;
            }
        }
        return Ok(());
    }
    let (mut file, header) = CsvRows::open_with(source, true)?;
    let mut row = 0;
    if wanted.next_if_eq(&0).is_some() {
        each(image(&mut file, row, header))?;
    }
    while wanted.peek().is_some() {
        if file.advance().map_err(failed)?.is_none() {
            break;
        }
        row += 1;
        if wanted.next_if_eq(&row).is_some() {
            let cells = file.cells().map(str::to_owned).collect();
            each(image(&mut file, row, cells))?;
        }
    }
    Ok(())
}

fn image(file: &mut CsvRows, row: u64, cells: Vec<String>) -> Image {
    let written = file.written();
    let places = layout(&written.text)
        .starts
        .into_iter()
        .map(|(line, column)| (written.line.saturating_add(line), column.saturating_add(1)));
    Image {
        row,
        places: places.collect(),
        cells,
    }
}

/// Places the problems of a header.
pub(super) fn locate_header(source: &Source, wrong: Wrong) -> Problems {
    let mut places = Vec::new();
    if source.form() != Form::Parquet {
        // A header that cannot be read again leaves its problems without a place.
        let _: Result<(), Problems> = images(source, &[0], |image| {
            places = wrong
                .iter()
                .map(|(_, column)| image.place(*column))
                .collect();
            Ok(())
        });
    }
    let mut problems = Problems::new();
    for (i, (problem, _)) in wrong.into_iter().enumerate() {
        let (line, column) = places.get(i).copied().unwrap_or_default();
        problems.push(problem.at(Place {
            source: Some(source.name().to_owned()),
            line,
            column,
            path: String::new(),
        }));
    }
    problems
}

/// Where the cells of a record begin.
pub(super) struct Layout {
    /// Lines after the first and characters before, for each cell; then the end of the record.
    starts: Vec<(u32, u32)>,
    /// Whether its last quotation is closed.
    pub(super) closed: bool,
}

/// Walks a record as the CSV reader does: a quotation mark opens a quotation at the start of a
/// cell only, and is doubled inside.
pub(super) fn layout(text: &[u8]) -> Layout {
    enum In {
        Start,
        Plain,
        Quoted,
        QuoteInQuoted,
    }
    let (mut line, mut column) = (0_u32, 0_u32);
    let mut starts = vec![(0, 0)];
    let mut state = In::Start;
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        // A continuation byte of UTF-8 is no further character.
        column = column.saturating_add(u32::from(byte & 0xC0 != 0x80));
        if byte == b'\n' || (byte == b'\r' && bytes.peek() != Some(&b'\n')) {
            (line, column) = (line.saturating_add(1), 0);
        }
        state = match (state, byte) {
            (In::Start, b'"') | (In::QuoteInQuoted, b'"') => In::Quoted,
            (In::Quoted, b'"') => In::QuoteInQuoted,
            (In::Quoted, _) => In::Quoted,
            (_, b',') => {
                starts.push((line, column));
                In::Start
            }
            _ => In::Plain,
        };
    }
    starts.push((line, column));
    Layout {
        starts,
        closed: !matches!(state, In::Quoted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_begin_where_an_editor_shows_them() {
        let text = "a,\"x \"\"y\"\",\nz\",é,d".as_bytes();
        let layout = layout(text);
        assert!(layout.closed);
        assert_eq!(layout.starts, [(0, 0), (0, 2), (1, 3), (1, 5), (1, 6)]);
    }

    #[test]
    fn an_open_quotation_is_seen() {
        assert!(!layout(b"a,\"b").closed);
        assert!(layout(b"a,b\"").closed);
        assert!(layout(b"a,\"\"").closed);
    }
}
