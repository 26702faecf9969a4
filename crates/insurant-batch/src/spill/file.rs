//! Files of rows by range: an Arrow IPC file each, whose blocks hold rows of one range.

use super::error;
use super::folder::Folder;
use super::plain::weight;
use crate::portfolio::Failure;
use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::SchemaRef;
use arrow_select::interleave::interleave_record_batch;
use std::fs::File;
use std::io::BufWriter;
use std::ops::Range;
use std::path::PathBuf;

/// The most rows of a block.
pub(super) const BLOCK: usize = 1 << 16;

/// What a range has in a file.
#[derive(Debug, Clone, Default)]
struct Cut {
    blocks: Vec<usize>,
    rows: u64,
    bytes: u64,
}

/// A file that is being written. Rows are held until they are worth a block of each range.
pub(super) struct Writer {
    path: PathBuf,
    schema: SchemaRef,
    file: FileWriter<BufWriter<File>>,
    cuts: Vec<Cut>,
    blocks: usize,
    /// How many bytes may be held.
    most: u64,
    weight: u64,
    held: Vec<RecordBatch>,
    /// By range: batch and row of those held.
    rows: Vec<Vec<(usize, usize)>>,
}

/// Bytes that a row takes while it is held, beside its values.
const PLACE: u64 = 16;

impl Writer {
    pub(super) fn new(
        folder: &Folder,
        name: &str,
        schema: SchemaRef,
        cuts: usize,
        most: u64,
    ) -> Result<Self, Failure> {
        let path = folder.file(name);
        let file = File::create_new(&path).map_err(|e| error::failed(&path, "made", &e))?;
        let file = FileWriter::try_new(BufWriter::new(file), &schema)
            .map_err(|e| error::failed(&path, "written", &e))?;
        Ok(Self {
            path,
            schema,
            file,
            cuts: vec![Cut::default(); cuts],
            blocks: 0,
            most,
            weight: 0,
            held: Vec::new(),
            rows: vec![Vec::new(); cuts],
        })
    }

    /// Adds rows to their ranges; those without a range are left out.
    pub(super) fn add(
        &mut self,
        batch: &RecordBatch,
        cuts: impl IntoIterator<Item = Option<usize>>,
    ) -> Result<(), Failure> {
        let rows = u64::try_from(batch.num_rows()).unwrap_or(u64::MAX);
        let more = weight(batch) + rows * PLACE;
        if self.weight > 0 && self.weight + more > self.most {
            self.flush()?;
        }
        let number = self.held.len();
        let mut any = false;
        for (row, cut) in cuts.into_iter().enumerate() {
            if let Some(rows) = cut.and_then(|cut| self.rows.get_mut(cut)) {
                rows.push((number, row));
                any = true;
            }
        }
        if any {
            self.weight += more;
            self.held.push(batch.clone());
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let held: Vec<&RecordBatch> = self.held.iter().collect();
        for (rows, cut) in self.rows.iter_mut().zip(&mut self.cuts) {
            for rows in rows.chunks(BLOCK) {
                let block = interleave_record_batch(&held, rows).map_err(|e| error::inside(&e))?;
                self.file
                    .write(&block)
                    .map_err(|e| error::failed(&self.path, "written", &e))?;
                cut.blocks.push(self.blocks);
                cut.rows += u64::try_from(block.num_rows()).unwrap_or(u64::MAX);
                cut.bytes += weight(&block);
                self.blocks += 1;
            }
            *rows = Vec::new();
        }
        self.held.clear();
        self.weight = 0;
        Ok(())
    }

    /// Writes the rest, and lets the file be read.
    pub(super) fn finish(mut self) -> Result<Spilled, Failure> {
        self.flush()?;
        let flushed = self.file.finish().and_then(|()| self.file.flush());
        flushed.map_err(|e| error::failed(&self.path, "written", &e))?;
        Ok(Spilled {
            path: self.path,
            schema: self.schema,
            cuts: self.cuts,
        })
    }
}

/// A file that was written.
#[derive(Debug)]
pub(super) struct Spilled {
    path: PathBuf,
    pub(super) schema: SchemaRef,
    cuts: Vec<Cut>,
}

impl Spilled {
    pub(super) fn cuts(&self) -> usize {
        self.cuts.len()
    }

    /// Rows and bytes of a range.
    pub(super) fn size(&self, cut: usize) -> (u64, u64) {
        self.cuts
            .get(cut)
            .map_or((0, 0), |cut| (cut.rows, cut.bytes))
    }

    /// The rows of ranges, range by range, in the order in which they came.
    pub(super) fn read(&self, cuts: Range<usize>) -> Result<Blocks<'_>, Failure> {
        self.columns(cuts, None)
    }

    /// The same, of some columns.
    pub(super) fn columns(
        &self,
        cuts: Range<usize>,
        columns: Option<Vec<usize>>,
    ) -> Result<Blocks<'_>, Failure> {
        let cuts = self.cuts.get(cuts).unwrap_or_default();
        let blocks: Vec<usize> = cuts.iter().flat_map(|cut| cut.blocks.clone()).collect();
        let open = || {
            let file = File::open(&self.path).map_err(|e| error::failed(&self.path, "read", &e))?;
            FileReader::try_new(file, columns).map_err(|e| error::failed(&self.path, "read", &e))
        };
        Ok(Blocks {
            file: if blocks.is_empty() {
                None
            } else {
                Some(open()?)
            },
            spilled: self,
            blocks: blocks.into_iter(),
        })
    }

    /// Removes the file: others need the room.
    pub(super) fn remove(self) -> Result<(), Failure> {
        std::fs::remove_file(&self.path).map_err(|e| error::failed(&self.path, "removed", &e))
    }
}

/// Blocks of a file, one after the other.
pub(super) struct Blocks<'s> {
    spilled: &'s Spilled,
    file: Option<FileReader<File>>,
    blocks: std::vec::IntoIter<usize>,
}

impl Iterator for Blocks<'_> {
    type Item = Result<RecordBatch, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let block = self.blocks.next()?;
        let file = self.file.as_mut()?;
        let failed = |e: &dyn std::fmt::Display| error::failed(&self.spilled.path, "read", e);
        if let Err(e) = file.set_index(block) {
            return Some(Err(failed(&e)));
        }
        Some(match file.next() {
            Some(read) => read.map_err(|e| failed(&e)),
            None => Err(failed(&"a block is missing")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::code;
    use crate::spill::folder::Folder;
    use arrow_array::cast::AsArray as _;
    use arrow_array::types::Int64Type;
    use arrow_array::{ArrayRef, Int64Array, RecordBatch};
    use std::sync::Arc;

    fn batch(values: Vec<i64>) -> RecordBatch {
        let column: ArrayRef = Arc::new(Int64Array::from(values));
        RecordBatch::try_from_iter([("n", column)]).unwrap()
    }

    #[test]
    fn rows_come_back_by_range_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::new(dir.path()).unwrap();
        let mut writer = Writer::new(&folder, "rows", batch(vec![]).schema(), 3, 100).unwrap();
        for from in [0, 10, 20] {
            let rows = batch((from..from + 10).collect());
            writer
                .add(&rows, (0..10).map(|row| (row != 9).then_some(row % 3)))
                .unwrap();
        }
        let spilled = writer.finish().unwrap();
        let of = |cuts| {
            let blocks = spilled.read(cuts).unwrap();
            let values = |b: RecordBatch| b.column(0).as_primitive::<Int64Type>().values().to_vec();
            blocks
                .flat_map(|block| values(block.unwrap()))
                .collect::<Vec<i64>>()
        };
        assert_eq!(of(0..1), [0, 3, 6, 10, 13, 16, 20, 23, 26]);
        assert_eq!(of(1..3).len(), 18);
        assert_eq!(spilled.size(0).0, 9);

        // What was damaged is told, with the file.
        let path = folder.file("rows");
        std::fs::write(&path, "not what was written").unwrap();
        let problem = spilled
            .read(0..1)
            .err()
            .unwrap()
            .problems
            .into_iter()
            .next()
            .unwrap();
        assert_eq!(problem.code(), code::SPILL_FAILED);
        assert_eq!(problem.place().source, Some(path.display().to_string()));
        folder.close().unwrap();
    }
}
