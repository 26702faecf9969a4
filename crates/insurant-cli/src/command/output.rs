//! Where output goes: standard output, or a file that appears whole or not at all.

use super::stop::Stop;
use crate::code;
use crate::whole::WholeFile;
use insurant_rules::Problem;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;

/// A place to write to.
pub(crate) struct Output {
    sink: Sink,
    name: String,
    failure: Option<io::Error>,
}

enum Sink {
    Stdout(BufWriter<Stdout>),
    File(WholeFile),
}

impl Output {
    /// Opens a file, or standard output.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Stop> {
        let Some(path) = path else {
            return Ok(Self {
                sink: Sink::Stdout(BufWriter::with_capacity(1 << 16, io::stdout())),
                name: "standard output".into(),
                failure: None,
            });
        };
        let name = path.display().to_string();
        match WholeFile::begin(path) {
            Ok(file) => Ok(Self {
                sink: Sink::File(file),
                name,
                failure: None,
            }),
            Err(error) => Err(unwritable(&name, &error)),
        }
    }

    /// Writes all bytes.
    ///
    /// # Errors
    /// A reader that is gone, or a file that cannot be written.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.write_all(bytes).map_err(|error| self.stop(&error))
    }

    /// What to say of a failed write, when the writer in between has hidden its cause.
    pub(crate) fn stop(&self, error: &dyn std::fmt::Display) -> Stop {
        match &self.failure {
            Some(failure) if failure.kind() == io::ErrorKind::BrokenPipe => Stop::ReaderGone,
            Some(failure) => unwritable(&self.name, failure),
            None => unwritable(&self.name, error),
        }
    }

    /// Writes what is left, and gives the file its name.
    ///
    /// # Errors
    /// See [`Self::put`].
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        self.flush().map_err(|error| self.stop(&error))?;
        if let Sink::File(file) = self.sink {
            file.finish()
                .map_err(|error| unwritable(&self.name, &error))?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.sink {
            Sink::Stdout(writer) => writer.write(bytes),
            Sink::File(file) => file.write(bytes),
        };
        written.map_err(|error| self.remember(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.sink {
            Sink::Stdout(writer) => writer.flush(),
            Sink::File(file) => file.flush(),
        };
        flushed.map_err(|error| self.remember(error))
    }
}

impl Output {
    fn remember(&mut self, error: io::Error) -> io::Error {
        let copy = io::Error::new(error.kind(), error.to_string());
        if error.kind() != io::ErrorKind::Interrupted {
            self.failure = Some(error);
        }
        copy
    }
}

pub(super) fn unwritable(name: &str, error: &dyn std::fmt::Display) -> Stop {
    let message = format!("the output cannot be written: {error}");
    Problem::new(code::UNWRITABLE_FILE, message)
        .in_source(name)
        .remedy("name a file in a directory that exists, that you may write to and that has room")
        .into()
}
