//! Subjects whose facts are plain values by name: the vocabulary, and the facts as written.

use super::input;
use crate::code;
use crate::kpi::amount::at;
use insurant_rules::problem::nearest;
use insurant_rules::rulebook::Rulebook;
use insurant_rules::{Problem, Problems};
use insurant_rules::{Program, Signature, Slot, Type, Vocabulary};
use std::collections::BTreeMap;

/// The word for a figure that does not exist, such as a ratio of nothing.
const UNDEFINED: &str = "undefined";

/// A vocabulary of names without arguments.
pub(crate) struct Names {
    subject: &'static str,
    signatures: Vec<Signature>,
}

impl Names {
    /// Names with their types. Their money stands in for that of the rulebook.
    pub(crate) fn new<const N: usize>(
        subject: &'static str,
        names: [(&'static str, Type, &'static str); N],
    ) -> Self {
        let signature = |(name, ty, doc): (&str, Type, &str)| Signature {
            name: name.into(),
            ty,
            arguments: vec![],
            doc: doc.into(),
        };
        Self {
            subject,
            signatures: names.into_iter().map(signature).collect(),
        }
    }
}

impl Vocabulary for Names {
    fn subject(&self) -> &str {
        self.subject
    }
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }
}

/// The names that a rulebook knows of a subject: those of the library and its own inputs.
#[derive(Debug, Clone)]
pub(crate) struct KnownNames(BTreeMap<String, Type>);

impl KnownNames {
    pub(crate) fn new(names: &Names, rulebook: &Rulebook) -> Self {
        let own = rulebook
            .inputs_of(names.subject)
            .map(|(name, ty)| (name.to_owned(), ty));
        let ours = names.signatures.iter().map(|signature| {
            let ty = match &signature.ty {
                Type::Money(_) => Type::Money(rulebook.currency()),
                Type::MoneyRatio(_) => Type::MoneyRatio(rulebook.currency()),
                other => other.clone(),
            };
            (signature.name.clone(), ty)
        });
        Self(ours.chain(own).collect())
    }

    /// The names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The values that a program asks for, of facts as written. A ratio may be written as a
    /// fraction, `12/34`, and a figure that does not exist as `undefined`.
    ///
    /// # Errors
    /// Names that the rulebook does not know, and values of another form; the path is the name.
    pub(crate) fn slots(
        &self,
        facts: &[(&str, &str)],
        program: &Program,
    ) -> Result<Vec<Slot>, Problems> {
        let mut problems = Problems::new();
        let mut slots = vec![Slot::UNKNOWN; program.requests().len()];
        for (name, written) in facts {
            let Some(ty) = self.0.get(*name) else {
                let problem = Problem::new(
                    insurant_rules::code::UNKNOWN_FIELD,
                    format!("the rulebook knows no fact `{name}`"),
                )
                .expected(self.names().collect::<Vec<_>>().join(", "))
                .nearest(nearest(name, self.names()));
                problems.push(at(problem, *name));
                continue;
            };
            match read(name, ty, written, program) {
                Err(problem) => problems.push(at(problem, *name)),
                Ok(value) => {
                    let requests = program.requests().iter();
                    for (slot, _) in slots
                        .iter_mut()
                        .zip(requests)
                        .filter(|(_, r)| r.name == *name)
                    {
                        *slot = value;
                    }
                }
            }
        }
        problems.or(slots)
    }
}

fn read(name: &str, ty: &Type, written: &str, program: &Program) -> Result<Slot, Problem> {
    if written == UNDEFINED {
        return Ok(Slot::UNDEFINED);
    }
    if let (Type::Ratio, Some((num, den))) = (ty, written.split_once('/')) {
        let parts = num.parse::<i64>().ok().zip(den.parse::<i64>().ok());
        return match parts {
            Some((num, den)) if den > 0 => Ok(Slot::ratio(num, den)),
            // Nothing to divide by: the figure does not exist.
            Some(_) => Ok(Slot::UNDEFINED),
            None => Err(Problem::new(
                code::BAD_DECIMAL,
                format!("the fact `{name}` is no fraction"),
            )
            .found(format!("`{written}`"))
            .expected("two whole numbers of at most 64 bits, such as `12/34`")),
        };
    }
    input::read(name, ty, written, |text| program.text(text))
}
