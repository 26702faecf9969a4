//! What account managers are judged by: rules that stand in the call, or those of a rulebook.

use super::Call;
use crate::date::Date;
use crate::engine::UNKNOWN_RULEBOOK;
use crate::manager::appraisal::ManagerRules;
use crate::rulebook::DecidedBy;
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Problem, Problems};

/// Rules, and the rulebook that they are of.
pub(super) struct Ruled<T> {
    /// The rules.
    pub(super) rules: T,
    /// None when the rules stand in the call, or are those of nobody's choice.
    rulebook: Option<DecidedBy>,
}

/// The field `rulebook` of a call that may bring its rules in another field.
pub(super) fn rulebook_field(doc: &'static str) -> Field {
    let shape = Shape::any_of([Shape::line(), Shape::Any]);
    Field::optional("rulebook", shape, doc)
}

/// The fields of an answer, with those of the rulebook that decided, if the call has one.
pub(super) fn decided<const N: usize>(fields: [Field; N]) -> impl Iterator<Item = Field> {
    fields.into_iter().chain(DecidedBy::optional_fields())
}

impl<T> Ruled<T> {
    /// Rules of no rulebook.
    pub(super) const fn plain(rules: T) -> Self {
        Self {
            rules,
            rulebook: None,
        }
    }

    /// The rules of the call's rulebook, in the version in force on a day; nothing when it has no
    /// rulebook. `part` takes them out of it, and `remedy` says what a rulebook without them lacks.
    ///
    /// # Errors
    /// No such rulebook, none in force, everything that is wrong with one that came with the call,
    /// or that it does not have the part.
    pub(super) fn of_rulebook(
        call: &Call<'_>,
        day: Date,
        part: impl FnOnce(&ManagerRules) -> Option<T>,
        lacking: &str,
        remedy: &str,
    ) -> Result<Option<Self>, Problems> {
        let Some(node) = call.input().get("rulebook") else {
            return Ok(None);
        };
        let rules = call.section::<ManagerRules>(node, day)?;
        let Some(part) = part(&rules) else {
            let message = format!("the rulebook says nothing about {lacking}");
            let problem = Problem::new(UNKNOWN_RULEBOOK, message)
                .found(format!("`{}`", rules.reference()))
                .remedy(remedy.to_owned());
            return Err(problem.at(call.document().place_at("rulebook")).into());
        };
        Ok(Some(Self {
            rules: part,
            rulebook: Some(DecidedBy::new(rules.reference(), rules.fingerprint())),
        }))
    }

    /// An answer, with the rulebook that decided.
    pub(super) fn told(&self, answer: Object) -> Json {
        match &self.rulebook {
            Some(rulebook) => rulebook.sign(answer),
            None => answer.into(),
        }
    }
}
