//! Lines of business: open words of the host, told apart by small numbers.

use std::collections::BTreeMap;

/// The numbers of line names. Those that a rulebook's filters name come first, so that a compiled
/// rulebook and the facts of its host agree.
#[derive(Debug, Clone, Default)]
pub struct LineCodes(BTreeMap<String, u32>);

impl LineCodes {
    /// The number of a line; a new one for a name not seen before.
    ///
    /// # Example
    /// ```
    /// let mut lines = insurant::LineCodes::default();
    /// assert_eq!(lines.code("motor"), lines.code("motor"));
    /// assert_ne!(lines.code("motor"), lines.code("property"));
    /// ```
    pub fn code(&mut self, line: &str) -> u32 {
        if let Some(&code) = self.0.get(line) {
            return code;
        }
        let code = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(line.to_owned(), code);
        code
    }

    /// The lines so far with their numbers, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(line, &code)| (line.as_str(), code))
    }
}
