//! Which rulebook decided: what every answer that follows from one says of it.

use insurant_rules::document::{Field, Json, Object, Shape};

/// The rulebook behind an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedBy {
    reference: String,
    fingerprint: String,
}

impl DecidedBy {
    /// By its reference, `id@version`, and the fingerprint of the resolved rulebook.
    #[must_use]
    pub fn new(reference: &str, fingerprint: &str) -> Self {
        Self {
            reference: reference.to_owned(),
            fingerprint: fingerprint.to_owned(),
        }
    }

    /// `id@version`.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// An answer that says so, in `rulebook` and `fingerprint`.
    #[must_use]
    pub fn sign(&self, answer: Object) -> Json {
        let answer = answer.with("rulebook", self.reference.as_str());
        Json::Object(answer.with("fingerprint", self.fingerprint.as_str()))
    }

    /// The two fields of such an answer.
    pub(crate) fn fields() -> [Field; 2] {
        [
            Field::required(
                "rulebook",
                Shape::line(),
                "The rulebook that decided: `id@version`.",
            ),
            Field::required(
                "fingerprint",
                Shape::line(),
                "The fingerprint of that rulebook.",
            ),
        ]
    }

    /// The same, of an answer to a call that may bring its rules in another way.
    pub(crate) fn optional_fields() -> [Field; 2] {
        Self::fields().map(|field| Field {
            required: false,
            ..field
        })
    }
}
