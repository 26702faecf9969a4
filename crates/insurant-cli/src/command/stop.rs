//! Why a command ends early, and the exit codes.

use crate::portfolio::Failure;
use insurant_rules::{Problem, Problems};

/// Everything went well.
pub(crate) const FINE: u8 = 0;
/// Something is wrong with the input, a rulebook or a file.
pub(crate) const WRONG: u8 = 1;
/// The command line says something that makes no sense; the parser of arguments uses it as well.
pub(crate) const USAGE: u8 = 2;
/// Assessed, but rows were rejected that no customer can be blamed for.
pub(crate) const TAINTED: u8 = 3;

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something is wrong: the first problems, and how many more there are.
    Wrong(Problems, u64),
    /// The arguments make no sense together.
    Usage(String),
    /// Nobody reads what we write, as in `insurant … | head`.
    ReaderGone,
}

impl Stop {
    /// Tells the person at the terminal; the answer is the exit code.
    pub(crate) fn tell(&self) -> u8 {
        match self {
            Self::Wrong(problems, more) => {
                for problem in problems {
                    say!("error: {problem}");
                }
                if *more > 0 {
                    say!("error: and {more} more");
                }
                WRONG
            }
            Self::Usage(text) => {
                say!("error: {text}\n\nFor more information, try '--help'.");
                USAGE
            }
            Self::ReaderGone => FINE,
        }
    }
}

impl From<Problems> for Stop {
    fn from(problems: Problems) -> Self {
        Self::Wrong(problems, 0)
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Wrong(problem.into(), 0)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Wrong(failure.problems, failure.more)
    }
}
