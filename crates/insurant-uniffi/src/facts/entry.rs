//! Entries of the blacklist register.

use crate::native::CivilDate;
use crate::words::EntryState;

/// An entry of the blacklist register.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RegisterEntry {
    /// The host's id.
    pub entry_id: String,
    /// Where it stands.
    pub state: EntryState,
    /// First day of effect.
    pub effective: CivilDate,
    /// Why it was made.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// First day without effect.
    #[uniffi(default = None)]
    pub expiry: Option<CivilDate>,
    /// The day of its review.
    #[uniffi(default = None)]
    pub review: Option<CivilDate>,
    /// The lines that it concerns; all when empty.
    #[uniffi(default = [])]
    pub lines: Vec<String>,
}
