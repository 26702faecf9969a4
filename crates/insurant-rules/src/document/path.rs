//! The way from the root of a document to one of its values.

use std::fmt::{self, Write as _};

/// A path such as `categories.rules[2].when`. Paths are chained on the stack, so that walking a
/// large document builds no text unless something is wrong.
///
/// # Example
/// ```
/// use insurant_rules::document::Path;
/// let root = Path::ROOT;
/// let rules = root.key("rules");
/// let rule = rules.index(2);
/// assert_eq!(rule.key("when").to_string(), "rules[2].when");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    /// Where a path begins: nothing, or a path already in words.
    Start(&'a str),
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The root of a document.
    pub const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Start(""),
    };

    /// Continues from a path in words.
    #[must_use]
    pub const fn from_text(text: &'a str) -> Self {
        Self {
            parent: None,
            step: Step::Start(text),
        }
    }

    /// The value under a key.
    #[must_use]
    pub const fn key<'b>(&'b self, key: &'b str) -> Path<'b>
    where
        'a: 'b,
    {
        Path {
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    /// The n-th value of a list, from 0.
    #[must_use]
    pub const fn index<'b>(&'b self, index: usize) -> Path<'b>
    where
        'a: 'b,
    {
        Path {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self.step, Step::Start(""))
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Start(text) => f.write_str(text),
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Key(key) => {
                if self.parent.is_some_and(|parent| !parent.is_empty()) {
                    f.write_char('.')?;
                }
                write_key(key, f)
            }
        }
    }
}

/// Keys that a reader could mistake for syntax are quoted; very long ones are cut.
fn write_key(key: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-' || c == '@';
    if !key.is_empty() && key.chars().all(plain) {
        return f.write_str(&super::shown(key));
    }
    write!(f, "\"{}\"", super::shown(key).escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_keys_are_quoted_and_long_ones_cut() {
        let root = Path::ROOT;
        let odd = root.key("a b");
        assert_eq!(odd.index(0).to_string(), "\"a b\"[0]");
        for plain in ["a_b", "cn-property@1", "客户", "7"] {
            assert_eq!(root.key(plain).to_string(), plain);
        }
        assert_eq!(root.key("").to_string(), "\"\"");
        assert_eq!(root.key("a.b").to_string(), "\"a.b\"");
        let long = "x".repeat(1000);
        assert!(root.key(&long).to_string().chars().count() < 80);
        assert_eq!(Path::from_text("a.b").key("c").to_string(), "a.b.c");
    }
}
