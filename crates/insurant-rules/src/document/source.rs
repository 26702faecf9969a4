//! A text with the places in it.

use crate::problem::Place;
use crate::span::Span;
use std::fmt;

/// A named text that can tell line and column of each byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    name: String,
    text: String,
    /// The offset of the first byte of each line.
    lines: Vec<usize>,
}

impl Source {
    /// A byte order mark in front is dropped, so that offsets and columns count from the text.
    pub(super) fn new(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0)
            .chain(after_breaks.map(|(offset, _)| offset + 1))
            .collect();
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
            lines,
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    pub(super) fn place(&self, offset: usize, path: impl fmt::Display) -> Place {
        let offset = offset.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        let before = self.text.as_bytes().get(start..offset).unwrap_or(&[]);
        // Continuation bytes are no characters of their own.
        let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        Place {
            source: (!self.name.is_empty()).then(|| self.name.clone()),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            path: path.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_the_mark_in_front_counts_nothing() {
        let source = Source::new("f", "\u{feff}客户 = 1\r\nx");
        let at = |offset| {
            let place = source.place(offset, "");
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at("客户".len()), (1, 3));
        assert_eq!(at("客户 = 1\r\n".len()), (2, 1));
        assert_eq!(at(usize::MAX), (2, 2));
    }
}
