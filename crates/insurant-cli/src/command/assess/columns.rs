//! What a row says of a customer.

use crate::command::desk::Assessed;
use insurant::{CustomerRules, Scratch};
use insurant_rules::Type;

/// The columns that every row has.
pub(super) const FIXED: [&str; 6] = [
    "customer_id",
    "category",
    "standing",
    "alerts",
    "findings",
    "status",
];

/// A measure that was asked for.
pub(super) struct Measure {
    /// As it was asked for.
    pub(super) title: String,
    pub(super) ty: Type,
    /// The position of the input that it is, when it is a text input: its text is worth more than
    /// what the rulebook knows of it.
    pub(super) text_input: Option<usize>,
}

/// The measures that were asked for; those of a summary come after them.
pub(super) struct Columns {
    pub(super) measures: Vec<Measure>,
}

impl Columns {
    /// The first expressions of the rules, by the titles they were asked for.
    pub(super) fn new(rules: &CustomerRules, titles: &[String]) -> Self {
        let asked = titles.iter().zip(rules.expressions());
        let measures = asked.map(|(title, expression)| {
            let mut inputs = rules.inputs().iter();
            let position = inputs.position(|(name, _)| *name == expression.text);
            Measure {
                title: title.trim().to_owned(),
                ty: expression.ty.clone(),
                text_input: position.filter(|_| expression.ty == Type::Text),
            }
        });
        Self {
            measures: measures.collect(),
        }
    }
}

/// The findings on one customer: ids, sorted, each once. For an undecided customer, the cause.
#[derive(Default)]
pub(super) struct Findings<'a>(Vec<&'a str>);

impl<'a> Findings<'a> {
    pub(super) fn find(
        &mut self,
        rules: &'a CustomerRules,
        assessed: &Assessed,
        scratch: &Scratch,
    ) {
        self.0.clear();
        let verdict = &assessed.verdict;
        if let Some(cause) = verdict.cause {
            self.0.push(cause.as_str());
            return;
        }
        let proposals = verdict.proposals.positions();
        self.0
            .extend(proposals.filter_map(|bit| rules.criterion_id(bit)));
        self.0
            .extend(scratch.not_counted().map(|(_, fate)| fate.as_str()));
        self.0.sort_unstable();
        self.0.dedup();
    }

    pub(super) fn ids(&self) -> &[&'a str] {
        &self.0
    }
}

/// Ids with semicolons between them.
pub(super) fn joined<'a>(ids: impl IntoIterator<Item = &'a str>, text: &mut String) {
    for (i, id) in ids.into_iter().enumerate() {
        if i > 0 {
            text.push(';');
        }
        text.push_str(id);
    }
}

/// The word of the column `status`.
pub(super) const fn status(assessed: &Assessed) -> &'static str {
    if assessed.verdict.is_decided() {
        "decided"
    } else {
        "undecided"
    }
}
