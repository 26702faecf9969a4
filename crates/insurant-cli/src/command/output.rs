//! Where output goes: standard output, or a file that appears whole or not at all.

use super::stop::Stop;
use crate::code;
use insurant_rules::Problem;
use std::fs::File;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A place to write to.
pub(crate) struct Output {
    sink: Sink,
    name: String,
    failure: Option<io::Error>,
}

enum Sink {
    Stdout(BufWriter<Stdout>),
    /// A device or pipe: it cannot be replaced.
    Direct(BufWriter<File>),
    /// A file under another name, until it is whole.
    Whole(BufWriter<NamedTempFile>, PathBuf),
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
        match sink(path) {
            Ok(sink) => Ok(Self {
                sink,
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
        if let Sink::Whole(writer, path) = self.sink {
            let file = writer
                .into_inner()
                .map_err(|error| unwritable(&self.name, error.error()))?;
            file.persist(path)
                .map_err(|error| unwritable(&self.name, &error.error))?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.sink {
            Sink::Stdout(writer) => writer.write(bytes),
            Sink::Direct(writer) => writer.write(bytes),
            Sink::Whole(writer, _) => writer.write(bytes),
        };
        written.map_err(|error| self.remember(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.sink {
            Sink::Stdout(writer) => writer.flush(),
            Sink::Direct(writer) => writer.flush(),
            Sink::Whole(writer, _) => writer.flush(),
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

fn sink(path: &Path) -> io::Result<Sink> {
    let size = 1 << 16;
    // A link stays a link: the file behind it is replaced.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match target.metadata() {
        Ok(there) if there.is_dir() => {
            return Err(io::Error::new(
                io::ErrorKind::IsADirectory,
                "it is a directory",
            ));
        }
        Ok(there) if !there.is_file() => {
            let file = File::options().write(true).open(&target)?;
            return Ok(Sink::Direct(BufWriter::with_capacity(size, file)));
        }
        // A file that may not be written is not to be replaced either.
        Ok(_) => drop(File::options().append(true).open(&target)?),
        Err(_) => {}
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let file = beside(folder)?;
    Ok(Sink::Whole(BufWriter::with_capacity(size, file), target))
}

/// A file in a folder, with the permissions that files have there.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".insurant-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

pub(super) fn unwritable(name: &str, error: &dyn std::fmt::Display) -> Stop {
    let message = format!("the output cannot be written: {error}");
    Problem::new(code::UNWRITABLE_FILE, message)
        .in_source(name)
        .remedy("name a file in a directory that exists, that you may write to and that has room")
        .into()
}
