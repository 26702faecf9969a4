//! A file that appears whole or not at all.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is being written.
pub enum WholeFile {
    /// A device or pipe: it cannot be replaced.
    Direct(BufWriter<File>),
    /// A file under another name, until it is whole.
    Beside(BufWriter<NamedTempFile>, PathBuf),
}

impl WholeFile {
    /// Begins a file; what is there under its name stays until [`Self::finish`].
    ///
    /// # Errors
    /// A place that cannot be written to.
    pub fn begin(path: &Path) -> io::Result<Self> {
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
                return Ok(Self::Direct(BufWriter::with_capacity(size, file)));
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
        Ok(Self::Beside(BufWriter::with_capacity(size, file), target))
    }

    /// Writes what is left, and gives the file its name.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Direct(mut writer) => writer.flush(),
            Self::Beside(writer, path) => {
                let file = writer
                    .into_inner()
                    .map_err(io::IntoInnerError::into_error)?;
                file.persist(path).map_err(|error| error.error)?;
                Ok(())
            }
        }
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Direct(writer) => writer.write(bytes),
            Self::Beside(writer, _) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Direct(writer) => writer.flush(),
            Self::Beside(writer, _) => writer.flush(),
        }
    }
}

/// A file in a folder, with the permissions that files have there.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".insurant-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
