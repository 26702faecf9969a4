//! Lines of business to small numbers, from several threads.

use crate::table::Cell;
use insurant::LineCodes;
use std::collections::HashMap;
use std::sync::Mutex;

/// The numbers of lines, those that the rulebook names first.
#[derive(Debug)]
pub(super) struct Lines(Mutex<LineCodes>);

/// The most lines that packed rows tell apart.
const MOST: u32 = 20_000;

impl Lines {
    pub(super) fn new(codes: LineCodes) -> Self {
        Self(Mutex::new(codes))
    }

    /// A reader with a memory of its own.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader {
            lines: self,
            known: HashMap::new(),
        }
    }

    fn code(&self, line: &str) -> Option<u32> {
        // Numbers only tell lines apart: which thread came first is of no account.
        let mut codes = self.0.lock().ok()?;
        Some(codes.code(line))
    }

    /// The numbers, when all are read.
    pub(super) fn into_codes(self) -> LineCodes {
        match self.0.into_inner() {
            Ok(codes) => codes,
            Err(broken) => broken.into_inner(),
        }
    }
}

/// Numbers of the lines of some rows.
pub(super) struct Reader<'l> {
    lines: &'l Lines,
    known: HashMap<String, u16>,
}

impl Reader<'_> {
    /// The number of a line; the largest when the cell is to be looked at again.
    pub(super) fn number(&mut self, cell: Cell<'_>) -> u16 {
        let Ok(Some(id)) = cell.id() else {
            return u16::MAX;
        };
        let line = id.as_str();
        if let Some(&number) = self.known.get(line) {
            return number;
        }
        let code = self.lines.code(line).filter(|code| *code < MOST);
        let number = code.and_then(|code| u16::try_from(code).ok());
        let number = number.unwrap_or(u16::MAX);
        self.known.insert(line.to_owned(), number);
        number
    }
}
