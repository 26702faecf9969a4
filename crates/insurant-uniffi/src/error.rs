//! Why a call did not do what it was asked for.

use insurant::ErrorKind;
use std::fmt;

/// Why a call did not do what it was asked for. Every problem is told at once, each with its code,
/// where it is, what was found, what was expected and what to do.
#[derive(Debug, Clone, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum InsurantError {
    /// Something is wrong with a document, a JSON input or an argument.
    #[error("{}", lines(problems))]
    BadInput {
        /// Everything that is wrong.
        problems: Vec<Problem>,
    },
    /// Something is wrong with the facts of a customer.
    #[error("{}", lines(problems))]
    BadFacts {
        /// Everything that is wrong.
        problems: Vec<Problem>,
    },
    /// No operation of this name.
    #[error("{}", lines(problems))]
    UnknownOperation {
        /// What was asked for, and what there is.
        problems: Vec<Problem>,
    },
    /// No rulebook of this name.
    #[error("{}", lines(problems))]
    UnknownRulebook {
        /// What was asked for, and what there is.
        problems: Vec<Problem>,
    },
    /// The rulebook is not in force on that day.
    #[error("{}", lines(problems))]
    NotInForce {
        /// When it is.
        problems: Vec<Problem>,
    },
    /// The caller asked to stop.
    #[error("{}", lines(problems))]
    Cancelled {
        /// That it was.
        problems: Vec<Problem>,
    },
    /// The host's own listener failed.
    #[error("{}", lines(problems))]
    Callback {
        /// With what.
        problems: Vec<Problem>,
    },
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Problem {
    /// The stable code, such as `bad_decimal`: never renamed, never reused.
    pub code: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where in what was handed over, such as `policies[0].end`; empty for the whole.
    pub path: String,
    /// The whole problem in one line, for people.
    pub text: String,
    /// The document, by the name that it was given.
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// The line in that document, from 1.
    #[uniffi(default = None)]
    pub line: Option<i64>,
    /// The column in that line, from 1.
    #[uniffi(default = None)]
    pub column: Option<i64>,
    /// What was found.
    #[uniffi(default = None)]
    pub found: Option<String>,
    /// What was expected.
    #[uniffi(default = None)]
    pub expected: Option<String>,
    /// What may have been meant.
    #[uniffi(default = None)]
    pub nearest: Option<String>,
    /// What to do.
    #[uniffi(default = None)]
    pub remedy: Option<String>,
}

fn lines(problems: &[Problem]) -> Lines<'_> {
    Lines(problems)
}

struct Lines<'a>(&'a [Problem]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            f.write_str(&problem.text)?;
        }
        Ok(())
    }
}

impl From<insurant::Problem> for Problem {
    fn from(problem: insurant::Problem) -> Self {
        let place = problem.place();
        let number = |n: u32| (n > 0).then_some(i64::from(n));
        Self {
            code: problem.code().as_str().to_owned(),
            message: problem.message().to_owned(),
            path: place.path.clone(),
            text: problem.to_string(),
            source: place.source.clone(),
            line: number(place.line),
            column: number(place.column),
            found: problem.found_text().map(str::to_owned),
            expected: problem.expected_text().map(str::to_owned),
            nearest: problem.nearest_text().map(str::to_owned),
            remedy: problem.remedy_text().map(str::to_owned),
        }
    }
}

/// Problems as the records that cross.
pub(crate) fn records(problems: insurant::Problems) -> Vec<Problem> {
    problems.into_iter().map(Problem::from).collect()
}

impl InsurantError {
    /// Problems of a family that the caller knows.
    pub(crate) fn of(kind: ErrorKind, problems: insurant::Problems) -> Self {
        let problems = records(problems);
        match kind {
            ErrorKind::BadInput => Self::BadInput { problems },
            ErrorKind::BadFacts => Self::BadFacts { problems },
            ErrorKind::UnknownOperation => Self::UnknownOperation { problems },
            ErrorKind::UnknownRulebook => Self::UnknownRulebook { problems },
            ErrorKind::NotInForce => Self::NotInForce { problems },
            ErrorKind::Cancelled => Self::Cancelled { problems },
        }
    }

    /// Problems of the facts of a customer.
    pub(crate) fn facts(problems: insurant::Problems) -> Self {
        Self::of(ErrorKind::BadFacts, problems)
    }
}

impl From<insurant::Problems> for InsurantError {
    fn from(problems: insurant::Problems) -> Self {
        Self::of(ErrorKind::of(&problems), problems)
    }
}

impl From<insurant::Problem> for InsurantError {
    fn from(problem: insurant::Problem) -> Self {
        insurant::Problems::from(problem).into()
    }
}

/// What a listener threw, without which the host would be told of a failure of the library.
impl From<uniffi::UnexpectedUniFFICallbackError> for InsurantError {
    fn from(thrown: uniffi::UnexpectedUniFFICallbackError) -> Self {
        let code = insurant_rules::Code::new("callback_failed");
        let problem = insurant::Problem::new(code, "the host's own listener failed")
            .found(thrown.reason)
            .remedy("a listener answers whether to go on, and throws nothing");
        let problems = vec![problem.into()];
        Self::Callback { problems }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insurant::Engine;

    #[test]
    fn an_error_says_what_the_core_says_line_by_line() {
        let engine = Engine::builtin().unwrap();
        let problems = engine.call("assess", "{").unwrap_err();
        let error = InsurantError::from(problems.clone());
        assert_eq!(error.to_string(), problems.to_string());
        assert!(matches!(error, InsurantError::BadInput { .. }));
        let problems = engine.call("asess", "{}").unwrap_err();
        let InsurantError::UnknownOperation { problems } = problems.into() else {
            panic!("another family");
        };
        assert_eq!(problems[0].nearest.as_deref(), Some("assess"));
        assert_eq!((problems[0].line, problems[0].column), (None, None));
    }
}
