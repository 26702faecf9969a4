//! The one way to report that something is wrong: what, where, what was expected, what to do.

use crate::order::InOrder;
use std::fmt;

/// The stable identity of a kind of problem, such as `unknown_name`.
///
/// Codes are never renamed or reused; hosts match on them. Each crate lists its own codes as
/// constants beside the check that raises them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(&'static str);

impl Code {
    /// A code by its name in snake case.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name, as it appears in JSON and in the other languages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Where a problem lies. Lines and columns count from 1, columns in characters; 0 means that the
/// value did not come from a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file or document, when the host named one.
    pub source: Option<String>,
    /// Line in that text.
    pub line: u32,
    /// Column in that line.
    pub column: u32,
    /// The path inside the document, such as `categories.rules[2].when`.
    pub path: String,
}

/// One problem. Build it with [`Problem::new`] and the `with_…` methods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(Box<Inside>);

/// Boxed, so that a result that may hold a problem stays small.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Inside {
    code: Code,
    message: String,
    place: Place,
    found: Option<String>,
    expected: Option<String>,
    nearest: Option<String>,
    remedy: Option<String>,
}

impl Problem {
    /// A problem of kind `code`; `message` says what is wrong in one lower-case sentence without
    /// a full stop, user input in backticks.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Inside {
            code,
            message: message.into(),
            place: Place::default(),
            found: None,
            expected: None,
            nearest: None,
            remedy: None,
        }))
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.0.place = place;
        self
    }

    /// Names the file or document, keeping the rest of the place.
    #[must_use]
    pub fn in_source(mut self, source: impl Into<String>) -> Self {
        self.0.place.source = Some(source.into());
        self
    }

    /// What was found there.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.0.found = Some(found.into());
        self
    }

    /// What was expected instead.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.0.expected = Some(expected.into());
        self
    }

    /// The valid name nearest to what was found, if one is near.
    #[must_use]
    pub fn nearest(mut self, nearest: Option<impl Into<String>>) -> Self {
        self.0.nearest = nearest.map(Into::into);
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.0.remedy = Some(remedy.into());
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What was found.
    #[must_use]
    pub fn found_text(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// What was expected.
    #[must_use]
    pub fn expected_text(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// The nearest valid name.
    #[must_use]
    pub fn nearest_text(&self) -> Option<&str> {
        self.0.nearest.as_deref()
    }

    /// What to do.
    #[must_use]
    pub fn remedy_text(&self) -> Option<&str> {
        self.0.remedy.as_deref()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(source) = &self.0.place.source {
            write!(f, "{source}:")?;
        }
        if self.0.place.line > 0 {
            write!(f, "{}:{}:", self.0.place.line, self.0.place.column)?;
        }
        if self.0.place.source.is_some() || self.0.place.line > 0 {
            f.write_str(" ")?;
        }
        write!(f, "{} [{}]", self.0.message, self.0.code)?;
        if !self.0.place.path.is_empty() {
            write!(f, " at `{}`", self.0.place.path)?;
        }
        if let Some(found) = &self.0.found {
            write!(f, "; found {found}")?;
        }
        if let Some(expected) = &self.0.expected {
            write!(f, "; expected {expected}")?;
        }
        if let Some(nearest) = &self.0.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        if let Some(remedy) = &self.0.remedy {
            write!(f, "; {remedy}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Every problem that was found, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// No problem yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Problems) {
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

    /// The problems, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// `Ok(value)` when nothing is wrong, else all problems sorted by place.
    ///
    /// # Errors
    /// The problems gathered so far, if there are any.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.sorted())
        }
    }

    /// The same, by place. Not inside [`or`](Self::or): a closure there is another one for every
    /// type of value, and each would bring a sort of its own into the program.
    #[cold]
    fn sorted(mut self) -> Self {
        self.0.order_by(|a, b| a.place().cmp(b.place()));
        self
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The candidate nearest to `word` by edit distance, when near enough to be a likely slip.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let limit = (length / 3).max(1) + 1;
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        // A word of which nothing is left is another word, however short.
        .filter(|(distance, _)| *distance <= limit && *distance < length)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name() {
        let names = ["claim_count", "claim_frequency", "paid"];
        assert_eq!(nearest("claims_cuont", names), Some("claim_count"));
        assert_eq!(nearest("zzzzzz", names), None);
        assert_eq!(nearest("ZZ", ["C", "C-1", "AB"]), None);
        assert_eq!(nearest("C-", ["C-1", "D-22"]), Some("C-1"));
    }

    #[test]
    fn a_problem_gives_back_what_it_was_told() {
        let place = Place {
            line: 2,
            column: 5,
            path: "a.b".to_owned(),
            ..Place::default()
        };
        let problem = Problem::new(Code::new("odd_thing"), "a thing is odd")
            .at(place)
            .in_source("f.toml")
            .found("`x`")
            .expected("`y`")
            .nearest(Some("z"))
            .remedy("write `z`");
        assert_eq!(problem.code().as_str(), "odd_thing");
        assert_eq!(problem.message(), "a thing is odd");
        assert_eq!(problem.place().source.as_deref(), Some("f.toml"));
        assert_eq!((problem.place().line, problem.place().column), (2, 5));
        assert_eq!(problem.found_text(), Some("`x`"));
        assert_eq!(problem.expected_text(), Some("`y`"));
        assert_eq!(problem.nearest_text(), Some("z"));
        assert_eq!(problem.remedy_text(), Some("write `z`"));
        let shown = "f.toml:2:5: a thing is odd [odd_thing] at `a.b`; found `x`; expected `y`; \
            did you mean `z`?; write `z`";
        assert_eq!(problem.to_string(), shown);
        let bare = Problem::new(Code::new("odd_thing"), "a thing is odd");
        assert_eq!(bare.to_string(), "a thing is odd [odd_thing]");
        assert_eq!(
            bare.clone().in_source("f").to_string(),
            "f: a thing is odd [odd_thing]"
        );
        let mut problems = Problems::new();
        assert!(problems.is_empty() && problems.clone().or(1) == Ok(1));
        problems.push(problem.clone());
        problems.extend(bare.clone().into());
        assert_eq!(problems.len(), 2);
        assert_eq!((&problems).into_iter().count(), 2);
        // Without a place comes first.
        let sorted: Vec<Problem> = problems.or(()).unwrap_err().into_iter().collect();
        assert_eq!(sorted, [bare, problem]);
    }

    #[test]
    fn a_long_word_may_slip_more_often_than_a_short_one() {
        assert_eq!(nearest("abcdefghi", ["abcde1234"]), Some("abcde1234"));
        assert_eq!(nearest("abcdefghi", ["abcd12345"]), None);
        assert_eq!(nearest("abcdef", ["abc123"]), Some("abc123"));
        assert_eq!(nearest("abcdef", ["ab1234"]), None);
        assert_eq!(nearest("ab", ["12"]), None);
        assert_eq!(nearest("ab", ["a2", "12"]), Some("a2"));
        assert_eq!(nearest("a", ["123"]), None);
    }
}
