//! Asks an operation with a record.

use super::wire::{Answered, Asked, Misfit};
use crate::error::InsurantError;
use insurant::{Engine, Place, Problem, Problems};
use insurant_rules::Code;
use insurant_rules::document::{Document, Json, Node};

/// An answer that its record does not fit: the two are written from one shape, so no host sees it.
const MISFIT: Code = Code::new("misfit");

/// The answer of an operation.
pub(super) fn answer<I: Asked, O: Answered>(
    engine: &Engine,
    operation: &str,
    input: I,
) -> Result<O, InsurantError> {
    let input = text(input)?;
    let answer = engine.call(operation, &input).map_err(placed)?;
    read(&answer)
}

/// A record as JSON text.
pub(super) fn text(input: impl Asked) -> Result<String, Problems> {
    let mut problems = Problems::new();
    let json = input.asked(&mut problems);
    problems.or(())?;
    Ok(json
        .as_ref()
        .map(Json::to_canonical_string)
        .unwrap_or_default())
}

/// A record from the text of an answer.
pub(super) fn read<O: Answered>(answer: &str) -> Result<O, InsurantError> {
    let document = Document::parse_json("", answer)?;
    record(Node::to_json(document.root()).as_ref())
}

/// A record from an answer.
pub(super) fn record<O: Answered>(answer: Option<&Json>) -> Result<O, InsurantError> {
    O::answered(answer).map_err(|misfit| misfitting(&misfit).into())
}

fn misfitting(misfit: &Misfit) -> Problem {
    Problem::new(MISFIT, "the answer does not fit its record").at(Place {
        path: misfit.path().to_owned(),
        ..Place::default()
    })
}

/// Problems by path alone: the host never saw the text that lines and columns are of.
pub(super) fn placed(problems: Problems) -> Problems {
    let mut kept = Problems::new();
    for problem in problems {
        let path = problem.place().path.clone();
        kept.push(problem.at(Place {
            path,
            ..Place::default()
        }));
    }
    kept
}

/// The operations with their records, for the tests.
macro_rules! typed {
    ($($room:ident $name:literal: $input:ident => $output:ident,)*) => {
        #[cfg(test)]
        pub(super) const TYPED: &[super::asked::Typed] = &[$(super::asked::Typed {
            name: $name,
            asked: super::asked::again::<$input>,
            answered: super::asked::again::<$output>,
        },)*];
    };
}

pub(super) use typed;

/// An operation with its records.
#[cfg(test)]
pub(super) struct Typed {
    pub(super) name: &'static str,
    pub(super) asked: fn(&Json) -> Result<String, String>,
    pub(super) answered: fn(&Json) -> Result<String, String>,
}

/// JSON as a record and back.
#[cfg(test)]
pub(super) fn again<T: Asked + Answered>(json: &Json) -> Result<String, String> {
    let record =
        T::answered(Some(json)).map_err(|misfit| format!("misfit at {}", misfit.path()))?;
    text(record).map_err(|problems| problems.to_string())
}
