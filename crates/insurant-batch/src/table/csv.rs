//! Rows of CSV, plain or in gzip.

use super::find::{Form, Source};
use super::header::Positions;
use super::image::layout;
use super::{Cells, Row, Step};
use crate::code;
use csv::{ByteRecord, StringRecord};
use insurant_rules::{Problem, Problems};
use std::cell::Cell as Shared;
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

/// A CSV file, after its header.
pub(super) struct CsvRows {
    reader: csv::Reader<Kept>,
    record: StringRecord,
    width: usize,
    read: Rc<Shared<u64>>,
    total: u64,
    /// Where in the text the record lies, in bytes.
    span: (u64, u64),
}

/// Counts what is read of the file as it lies on disk.
struct Counted {
    file: File,
    read: Rc<Shared<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

/// Keeps the text of the latest record, and counts lines when asked to.
pub(super) struct Kept {
    inner: Box<dyn Read>,
    count_lines: bool,
    text: Vec<u8>,
    /// Where in the file `text` begins.
    from: u64,
    /// What lies before this is no longer needed.
    needed: u64,
    newlines: Newlines,
}

/// Counts line ends: LF, CRLF or CR.
#[derive(Default)]
struct Newlines {
    count: u32,
    after_cr: bool,
}

impl Newlines {
    fn pass(&mut self, text: &[u8]) {
        for &byte in text {
            let ends = byte == b'\r' || (byte == b'\n' && !self.after_cr);
            self.count = self.count.saturating_add(u32::from(ends));
            self.after_cr = byte == b'\r';
        }
    }
}

impl Read for Kept {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.forget();
        self.text
            .extend_from_slice(buffer.get(..n).unwrap_or_default());
        Ok(n)
    }
}

impl Kept {
    fn forget(&mut self) {
        let past = usize::try_from(self.needed.saturating_sub(self.from)).unwrap_or(0);
        let past = past.min(self.text.len());
        if self.count_lines {
            self.newlines
                .pass(self.text.get(..past).unwrap_or_default());
        }
        self.text.drain(..past);
        self.from += past as u64;
    }
}

/// The text of a record as it is written, and the number of its first line.
pub(super) struct Written {
    pub(super) text: Vec<u8>,
    pub(super) line: u32,
}

impl CsvRows {
    /// Opens a file and reads its header.
    pub(super) fn open(source: &Source) -> Result<(Self, Vec<String>), Problems> {
        Self::open_with(source, false)
    }

    /// Opens a file; with `count_lines`, [`CsvRows::written`] knows the line of each record.
    pub(super) fn open_with(
        source: &Source,
        count_lines: bool,
    ) -> Result<(Self, Vec<String>), Problems> {
        let wrong = |p: Problem| Problems::from(p.in_source(source.name()));
        let unreadable = |error: &io::Error| {
            wrong(Problem::new(
                code::UNREADABLE_FILE,
                format!("the file cannot be read: {error}"),
            ))
        };
        let file = File::open(source.path()).map_err(|e| unreadable(&e))?;
        let total = file.metadata().map_err(|e| unreadable(&e))?.len();
        let read = Rc::new(Shared::new(0));
        let counted = Counted {
            file,
            read: Rc::clone(&read),
        };
        let inner: Box<dyn Read> = if source.form() == Form::CsvGz {
            Box::new(flate2::read::MultiGzDecoder::new(
                io::BufReader::with_capacity(1 << 16, counted),
            ))
        } else {
            Box::new(counted)
        };
        let kept = Kept {
            inner,
            count_lines,
            text: Vec::new(),
            from: 0,
            needed: 0,
            newlines: Newlines::default(),
        };
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 17)
            .from_reader(kept);
        let mut rows = Self {
            reader,
            record: StringRecord::new(),
            width: 0,
            read,
            total,
            span: (0, 0),
        };
        let mut header = ByteRecord::new();
        let empty = || {
            wrong(
                Problem::new(code::EMPTY_FILE, "the file is empty")
                    .expected("a header, then one row a line"),
            )
        };
        if !rows.read_record(&mut header).map_err(|p| wrong(*p))? {
            return Err(empty());
        }
        let header = StringRecord::from_byte_record(header).map_err(|e| {
            wrong(
                Problem::new(code::NOT_UTF8, "the header is not UTF-8 text")
                    .found(format!(
                        "{:?} in column {}",
                        e.utf8_error().to_string(),
                        e.utf8_error().field() + 1
                    ))
                    .remedy("save the file as CSV in UTF-8"),
            )
        })?;
        rows.width = header.len();
        Ok((rows, header.iter().map(str::to_owned).collect()))
    }

    fn read_record(&mut self, record: &mut ByteRecord) -> Result<bool, Box<Problem>> {
        let start = self.reader.position().byte();
        // The record before stays until it is known not to be the last.
        self.reader.get_mut().needed = self.span.0;
        let more = self
            .reader
            .read_byte_record(record)
            .map_err(|e| failure(&e))?;
        if more {
            self.span = (start, self.reader.position().byte());
        }
        Ok(more)
    }

    /// The record read last, as it is written.
    pub(super) fn written(&mut self) -> Written {
        let (start, end) = self.span;
        let kept = self.reader.get_mut();
        kept.needed = start;
        kept.forget();
        let len = usize::try_from(end.saturating_sub(kept.from)).unwrap_or(0);
        let text = kept.text.get(..len).unwrap_or_default();
        // The byte order mark, the second half of a CRLF and empty lines come before the record.
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let blank = text
            .iter()
            .take_while(|b| matches!(b, b'\r' | b'\n'))
            .count();
        let mut lines = Newlines {
            count: kept.newlines.count,
            after_cr: kept.newlines.after_cr,
        };
        let (before, record) = text.split_at_checked(blank).unwrap_or((&[], text));
        lines.pass(before);
        let end = record.iter().rposition(|b| !matches!(b, b'\r' | b'\n'));
        Written {
            text: record.get(..=end.unwrap_or(0)).unwrap_or_default().to_vec(),
            line: lines.count.saturating_add(1),
        }
    }

    /// The cells of the record read last.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.record.iter()
    }

    pub(super) fn progress(&self) -> (u64, u64) {
        (self.read.get(), self.total)
    }

    /// Reads the next record into place; `None` at the end.
    pub(super) fn advance(&mut self) -> Result<Option<Fault>, Problem> {
        let mut bytes = std::mem::take(&mut self.record).into_byte_record();
        let more = self.read_record(&mut bytes).map_err(|p| *p)?;
        if !more {
            return self.whole().map(|()| None);
        }
        let mut fault = Fault::None;
        self.record = StringRecord::from_byte_record(bytes).unwrap_or_else(|e| {
            let column = e.utf8_error().field();
            fault = Fault::Utf8(
                Box::new(
                    Problem::new(code::NOT_UTF8, "the cell is not UTF-8 text")
                        .remedy("save the file as CSV in UTF-8"),
                ),
                column,
            );
            StringRecord::from_byte_record_lossy(e.into_byte_record())
        });
        if self.record.len() != self.width {
            let column = self.width.min(self.record.len());
            fault = Fault::Ragged(
                Box::new(
                    Problem::new(
                        code::RAGGED_ROW,
                        "the row has another number of cells than the header",
                    )
                    .found(format!("{} cells", self.record.len()))
                    .expected(format!("{} cells", self.width))
                    .remedy(
                        "put cells that hold commas or quotation marks between quotation marks",
                    ),
                ),
                column,
            );
        }
        Ok(Some(fault))
    }

    /// Whether the last record ended before the file did.
    fn whole(&mut self) -> Result<(), Problem> {
        if layout(&self.written().text).closed {
            return Ok(());
        }
        Err(Problem::new(
            code::UNCLOSED_QUOTE,
            "the file ends between quotation marks",
        )
        .remedy("close the quotation; inside quoted cells a quotation mark is doubled"))
    }

    pub(super) fn next_row<'t>(
        &'t mut self,
        positions: &'t Positions,
    ) -> Result<Step<'t>, Problem> {
        let Some(fault) = self.advance()? else {
            return Ok(Step::End);
        };
        let fault = match fault {
            Fault::Ragged(problem, column) => return Ok(Step::Bad(problem, column)),
            Fault::Utf8(problem, column) => Some((problem, column)),
            Fault::None => None,
        };
        Ok(Step::Row(Row {
            positions,
            cells: Cells::Csv(&self.record),
            fault,
        }))
    }
}

/// What is wrong with a record as such.
pub(super) enum Fault {
    None,
    Utf8(Box<Problem>, usize),
    Ragged(Box<Problem>, usize),
}

fn failure(error: &csv::Error) -> Box<Problem> {
    let csv::ErrorKind::Io(error) = error.kind() else {
        return Box::new(Problem::new(code::DAMAGED_FILE, error.to_string()));
    };
    Box::new(match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            Problem::new(code::TRUNCATED_FILE, "the file ends in the middle")
                .remedy("fetch or write it again; no row of it was used")
        }
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            Problem::new(code::DAMAGED_FILE, format!("the file is damaged: {error}"))
                .remedy("fetch or write it again; no row of it was used")
        }
        _ => Problem::new(
            code::UNREADABLE_FILE,
            format!("the file cannot be read: {error}"),
        ),
    })
}
