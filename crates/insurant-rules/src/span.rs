//! Places inside a rule text, and the faults found there.
//!
//! A rule text mostly lies inside a document, whose lines and columns only the document knows. So
//! the parser and the checker report [`Fault`]s, problems with a byte span of the rule text;
//! whoever holds the document turns them into [`Problems`] with [`Faults::locate`].

use crate::order::InOrder;
use crate::problem::{Place, Problem, Problems};

/// A range of bytes of a rule text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From `start` to before `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// From the start of this span to the end of `last`.
    #[must_use]
    pub const fn to(self, last: Self) -> Self {
        Self::new(self.start, last.end)
    }
}

/// A problem at a span of a rule text. Its [`Problem::place`] is not yet set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where in the rule text.
    pub span: Span,
    /// What is wrong.
    pub problem: Problem,
}

/// All faults of one rule text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn push(&mut self, span: Span, problem: Problem) {
        self.0.push(Fault { span, problem });
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The faults, in the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// `Ok(value)` when nothing is wrong, else the faults in the order of the text.
    ///
    /// # Errors
    /// The faults gathered so far, if there are any.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.sorted())
        }
    }

    /// The same, by place. Not inside the functions that are generic: each type would bring a sort of
    /// its own into the program.
    #[cold]
    fn sorted(mut self) -> Self {
        self.0.order_by_key(|fault| fault.span);
        self
    }

    /// The problems, each at the place that `place` gives for the first byte of its span.
    #[must_use]
    pub fn locate(self, place: impl Fn(usize) -> Place) -> Problems {
        let mut problems = Problems::new();
        for fault in self.sorted().0 {
            problems.push(fault.problem.at(place(fault.span.start)));
        }
        problems
    }

    /// The problems, with lines and columns of the rule text itself. For a text that lies in no
    /// document, such as one given on a command line.
    #[must_use]
    pub fn in_text(self, text: &str) -> Problems {
        self.locate(|offset| place_in(text, offset))
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// The line and column, both from 1, columns in characters, of a byte of a text.
fn place_in(text: &str, offset: usize) -> Place {
    let (mut line, mut column) = (1_u32, 1_u32);
    for (_, c) in text.char_indices().take_while(|(at, _)| *at < offset) {
        if c == '\n' {
            line = line.saturating_add(1);
            column = 1;
        } else {
            column = column.saturating_add(1);
        }
    }
    Place {
        line,
        column,
        ..Place::default()
    }
}
