//! The forms that texts of documents take.

use super::quoted;
use crate::code;
use crate::problem::Problem;

/// What a text must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextForm {
    /// Anything, also several lines; may be empty.
    Free,
    /// One line without control characters, not empty.
    Line,
    /// An id of the host's: one line, not empty, no blanks at its ends.
    Id,
    /// A name of the rule language: `claim_count`.
    Name,
    /// The id of a rulebook: lower case, with hyphens: `cn-property`.
    Slug,
    /// A version: letters, digits, points, hyphens and underscores: `2026.1`.
    Version,
    /// A rulebook by its id, or by id and version: `cn-property@2026.1`.
    Reference,
}

impl TextForm {
    /// Whether a text has the form.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::Free => true,
            Self::Line => !text.is_empty() && !text.chars().any(char::is_control),
            Self::Id => Self::Line.fits(text) && text.trim() == text,
            Self::Name => {
                text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(is_name)
            }
            Self::Slug => {
                text.starts_with(|c: char| c.is_ascii_lowercase())
                    && text.bytes().all(|b| is_name(b) || b == b'-')
            }
            Self::Version => {
                text.starts_with(|c: char| c.is_ascii_alphanumeric())
                    && text
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b))
            }
            Self::Reference => match text.split_once('@') {
                Some((id, version)) => Self::Slug.fits(id) && Self::Version.fits(version),
                None => Self::Slug.fits(text),
            },
        }
    }

    /// What is wrong with a text of this form and at most so many bytes.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::TextForm;
    /// assert_eq!(TextForm::Id.problems("P-1", 128).count(), 0);
    /// let codes: Vec<_> = TextForm::Id.problems(" P-1", 3).map(|p| p.code().as_str()).collect();
    /// assert_eq!(codes, ["out_of_range", "bad_text"]);
    /// ```
    pub fn problems(self, text: &str, max_bytes: usize) -> impl Iterator<Item = Problem> {
        let long = (text.len() > max_bytes).then(|| {
            Problem::new(code::OUT_OF_RANGE, "the text is too long")
                .found(format!("{} bytes", text.len()))
                .expected(format!("at most {max_bytes} bytes"))
        });
        let form = (!self.fits(text)).then(|| {
            Problem::new(code::BAD_TEXT, "the text has the wrong form")
                .found(quoted(text))
                .expected(self.describe())
        });
        long.into_iter().chain(form)
    }

    /// The form in words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Free => "text",
            Self::Line => "one line of text without control characters",
            Self::Id => "an id: one line of text, not empty, without blanks at its ends",
            Self::Name => "a name: lower-case letters, digits and `_`, a letter first",
            Self::Slug => "an id: lower-case letters, digits, `-` and `_`, a letter first",
            Self::Version => "a version: letters, digits, `.`, `-` and `_`",
            Self::Reference => "a rulebook: its id, or `id@version`",
        }
    }

    /// The form as a regular expression of JSON Schema; `None` when anything goes.
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Free => None,
            Self::Line => Some("^[^\\u0000-\\u001f\\u007f-\\u009f]+$"),
            Self::Id => Some(concat!(
                "^[^\\s\\u0000-\\u001f\\u007f-\\u009f]",
                "([^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f])?$"
            )),
            Self::Name => Some("^[a-z][a-z0-9_]*$"),
            Self::Slug => Some("^[a-z][a-z0-9_-]*$"),
            Self::Version => Some("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
            Self::Reference => Some("^[a-z][a-z0-9_-]*(@[A-Za-z0-9][A-Za-z0-9._-]*)?$"),
        }
    }
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::TextForm;

    #[test]
    fn forms_at_their_edges() {
        let fits = |form: TextForm, good: &[&str], bad: &[&str]| {
            for text in good {
                assert!(form.fits(text), "{form:?} {text:?}");
            }
            for text in bad {
                assert!(!form.fits(text), "{form:?} {text:?}");
            }
        };
        fits(TextForm::Line, &["客户 1"], &["", "a\nb", "\u{7f}"]);
        fits(TextForm::Id, &["IDpol/2003/1"], &["", " a", "a "]);
        fits(TextForm::Name, &["a_1"], &["", "A", "1a", "a-b", "é"]);
        fits(TextForm::Slug, &["cn-property"], &["", "-a", "CN"]);
        fits(TextForm::Version, &["2026.1", "1"], &["", ".1", "1 2"]);
        fits(TextForm::Reference, &["a", "a@1"], &["a@", "@1", "a@1@2"]);
    }
}
