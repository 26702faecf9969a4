//! Why a call did not do what it was asked for.

use crate::status::InsurantStatus;
use insurant::ErrorKind;
use insurant_rules::{Code, Place, Problem, Problems};
use std::fmt::Display;

/// A status with its details.
#[derive(Debug)]
pub(crate) struct Fault {
    status: InsurantStatus,
    problems: Problems,
}

impl Fault {
    /// What is wrong with the call itself, at a parameter or a field of one.
    pub(crate) fn of_call(
        status: InsurantStatus,
        at: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self::with(status, at, Problem::new(Code::new(status.word()), message))
    }

    pub(crate) fn with(status: InsurantStatus, at: impl Into<String>, problem: Problem) -> Self {
        let problem = problem.at(Place {
            path: at.into(),
            ..Place::default()
        });
        Self {
            status,
            problems: problem.into(),
        }
    }

    /// What is wrong with what was handed over.
    pub(crate) const fn of(status: InsurantStatus, problems: Problems) -> Self {
        Self { status, problems }
    }

    /// A refusal that is an answer: the host gets no error.
    pub(crate) fn refused() -> Self {
        Self::of(InsurantStatus::Refused, Problems::new())
    }

    #[cold]
    pub(crate) fn null(at: &str) -> Self {
        Self::with(
            InsurantStatus::NullPointer,
            at,
            Problem::new(
                Code::new(InsurantStatus::NullPointer.word()),
                format!("`{at}` is NULL"),
            )
            .expected("a pointer"),
        )
    }

    /// A number that is none of its enumeration.
    #[cold]
    pub(crate) fn bad_enum(
        at: impl Into<String>,
        found: impl Display,
        enumeration: &str,
        members: &str,
    ) -> Self {
        let at = at.into();
        let status = InsurantStatus::BadEnum;
        let problem = Problem::new(
            Code::new(status.word()),
            format!("`{at}` is no {enumeration}"),
        )
        .found(found.to_string())
        .expected(members);
        Self::with(status, at, problem)
    }

    pub(crate) fn panic() -> Self {
        let status = InsurantStatus::Panic;
        let problem = Problem::new(Code::new(status.word()), "the library failed inside")
            .remedy("please report it with what was handed over; the host may go on");
        Self::with(status, "", problem)
    }

    /// The same, inside something.
    pub(crate) fn under(self, outer: &str) -> Self {
        let mut problems = Problems::new();
        for problem in self.problems {
            let path = format!("{outer}.{}", problem.place().path);
            problems.push(problem.at(Place {
                path,
                ..Place::default()
            }));
        }
        Self { problems, ..self }
    }

    pub(crate) const fn status(&self) -> InsurantStatus {
        self.status
    }

    pub(crate) fn into_problems(self) -> Problems {
        self.problems
    }
}

/// What the core refuses: the status is the family of the problems.
impl From<Problems> for Fault {
    fn from(problems: Problems) -> Self {
        let status = match ErrorKind::of(&problems) {
            ErrorKind::BadInput => InsurantStatus::BadInput,
            ErrorKind::BadFacts => InsurantStatus::BadFacts,
            ErrorKind::UnknownOperation => InsurantStatus::UnknownOperation,
            ErrorKind::UnknownRulebook => InsurantStatus::UnknownRulebook,
            ErrorKind::NotInForce => InsurantStatus::NotInForce,
            ErrorKind::Cancelled => InsurantStatus::Cancelled,
        };
        Self::of(status, problems)
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Problems::from(problem).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_of_the_core_has_the_status_of_its_word() {
        let status = |code| Fault::from(Problem::new(code, "")).status();
        for (code, kind) in [
            (
                insurant::operation::UNKNOWN_OPERATION,
                ErrorKind::UnknownOperation,
            ),
            (insurant::UNKNOWN_RULEBOOK, ErrorKind::UnknownRulebook),
            (insurant::NOT_IN_FORCE, ErrorKind::NotInForce),
            (insurant::code::CANCELLED, ErrorKind::Cancelled),
            (insurant::code::OVERFLOW, ErrorKind::BadInput),
        ] {
            assert_eq!(status(code).word(), kind.as_str());
        }
    }
}
