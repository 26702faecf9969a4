//! The identifiers of the customers, batch by batch as they came: the answers carry them so.

use super::folder::Folder;
use super::{error, plain};
use crate::portfolio::Failure;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::ArrowError;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::path::PathBuf;

/// The file while it is written. Batches may have dictionaries of their own, and are streams of
/// their own for it.
pub(super) struct IdsWriter {
    path: PathBuf,
    file: BufWriter<File>,
    lengths: Vec<u64>,
}

fn encoded(ids: &ArrayRef) -> Result<Vec<u8>, ArrowError> {
    let ids = plain::compact(ids)?;
    let batch = RecordBatch::try_from_iter_with_nullable([("customer_id", ids, true)])?;
    let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema())?;
    writer.write(&batch)?;
    writer.finish()?;
    writer.into_inner()
}

impl IdsWriter {
    pub(super) fn new(folder: &Folder) -> Result<Self, Failure> {
        let path = folder.file("ids");
        let file = File::create_new(&path).map_err(|e| error::failed(&path, "made", &e))?;
        Ok(Self {
            path,
            file: BufWriter::new(file),
            lengths: Vec::new(),
        })
    }

    pub(super) fn add(&mut self, ids: &ArrayRef) -> Result<(), Failure> {
        let bytes = encoded(ids).map_err(|e| error::inside(&e))?;
        let written = self.file.write_all(&bytes);
        written.map_err(|e| error::failed(&self.path, "written", &e))?;
        self.lengths
            .push(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        Ok(())
    }

    pub(super) fn finish(self) -> Result<IdsReader, Failure> {
        let failed = |e: &dyn std::fmt::Display| error::failed(&self.path, "written", e);
        let mut file = self.file;
        file.flush().map_err(|e| failed(&e))?;
        let file = File::open(&self.path).map_err(|e| failed(&e))?;
        Ok(IdsReader {
            path: self.path,
            file: BufReader::new(file),
            lengths: self.lengths.into_iter(),
        })
    }
}

/// The file while it is read.
pub(super) struct IdsReader {
    path: PathBuf,
    file: BufReader<File>,
    lengths: std::vec::IntoIter<u64>,
}

impl Iterator for IdsReader {
    type Item = Result<ArrayRef, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let length = self.lengths.next()?;
        let failed = |e: &dyn std::fmt::Display| error::failed(&self.path, "read", e);
        let mut bytes = Vec::new();
        if let Err(e) = self.file.by_ref().take(length).read_to_end(&mut bytes) {
            return Some(Err(failed(&e)));
        }
        let batch = StreamReader::try_new(bytes.as_slice(), None)
            .map(|mut batches| batches.next())
            .and_then(Option::transpose);
        Some(match batch {
            Ok(batch) => match batch.as_ref().and_then(|batch| batch.columns().first()) {
                Some(ids) => Ok(ids.clone()),
                None => Err(failed(&"a batch is missing")),
            },
            Err(e) => Err(failed(&e)),
        })
    }
}
