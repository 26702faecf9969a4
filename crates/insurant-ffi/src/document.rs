//! Documents that a host hands over: rulebooks, calendars.

use crate::fault::Fault;
use crate::text::InsurantStr;
use insurant_rules::document::Document;

/// A document: JSON or TOML, told apart by its first character. Its name, such as that of its
/// file, comes back with every problem in it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantDocument {
    /// The name; may be empty.
    pub name: InsurantStr,
    /// The text.
    pub text: InsurantStr,
}

impl InsurantDocument {
    /// # Safety
    /// As [`InsurantStr::get`].
    pub(crate) unsafe fn parse(&self, at: &str) -> Result<Document, Fault> {
        // SAFETY: the caller's promise.
        let (name, text) = unsafe {
            (
                self.name.get(&format!("{at}.name"))?,
                self.text.get(&format!("{at}.text"))?,
            )
        };
        Ok(Document::parse(name, text)?)
    }
}
