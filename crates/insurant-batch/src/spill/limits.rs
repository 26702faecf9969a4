//! How the memory that a run may take is shared out.

use super::Spill;
use super::error;
use crate::portfolio::Failure;

const MEGABYTE: u64 = 1 << 20;
/// What the program itself and the rulebook take.
const FIXED: u64 = 16 * MEGABYTE;
/// The least that a run can do with.
const LEAST: u64 = 2 * FIXED;

/// How large things may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// What the caller allows.
    pub(super) memory: u64,
    /// Ranges of a file.
    pub(super) cuts: usize,
    /// Bytes that a file may hold back.
    pub(super) held: u64,
    /// What a part may take.
    pub(super) part: u64,
    /// How many rows a part may have.
    pub(super) rows: u64,
}

impl Limits {
    pub(super) fn new(spill: &Spill<'_>) -> Result<Self, Failure> {
        let memory = spill.memory;
        if memory < LEAST {
            return Err(error::too_small(
                memory,
                LEAST,
                "the memory is too small for a run",
            ));
        }
        let cuts = usize::try_from(memory / (2 * MEGABYTE)).unwrap_or(usize::MAX);
        let (cuts, rows) = match spill.finely {
            Some((cuts, rows)) => (cuts.get().into(), rows.get()),
            None => (cuts.clamp(16, 256), u64::MAX),
        };
        Ok(Self {
            memory,
            cuts,
            held: (memory / 16).clamp(MEGABYTE, 128 * MEGABYTE),
            part: (memory - FIXED) / 2,
            rows,
        })
    }

    /// The memory with which something so large would be a part.
    pub(super) const fn least(part: u64) -> u64 {
        part.saturating_mul(2).saturating_add(FIXED)
    }
}
