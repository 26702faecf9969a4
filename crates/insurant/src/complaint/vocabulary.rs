//! The names that procedures may use in their conditions.

use super::{
    BusinessClass, ComplainantKind, ComplaintFacts, Complexity, FirmKind, IntakeChannel, Trigger,
};
use insurant_rules::{Enumeration, Program, Signature, Slot, Type, Vocabulary};
use std::sync::Arc;

/// The subject's name in rulebooks and messages.
pub(crate) const COMPLAINT: &str = "complaint";

/// The vocabulary of a complaint.
pub(crate) struct ComplaintVocabulary {
    signatures: Vec<Signature>,
}

impl Vocabulary for ComplaintVocabulary {
    fn subject(&self) -> &str {
        COMPLAINT
    }
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }
}

fn enumeration(name: &str, words: &[&str]) -> Type {
    Type::Enumeration(Arc::new(Enumeration {
        name: name.into(),
        members: words.iter().map(|&word| word.to_owned()).collect(),
    }))
}

impl ComplaintVocabulary {
    #[rustfmt::skip]
    pub(crate) fn new() -> Self {
        let table: [(&str, Type, &str); 9] = [
            ("firm_kind", enumeration("firm_kind", FirmKind::WORDS), "What the firm is that answers."),
            ("complainant_kind", enumeration("complainant_kind", ComplainantKind::WORDS), "Who complains."),
            ("trigger", enumeration("trigger", Trigger::WORDS), "What reached the firm."),
            ("channel", enumeration("channel", IntakeChannel::WORDS), "The way it came."),
            ("class", enumeration("class", BusinessClass::WORDS), "Life or non-life."),
            ("line", Type::Text, "The line of business, in the host's words."),
            ("complexity", enumeration("complexity", Complexity::WORDS), "How hard it is, as last classified."),
            ("digital", Type::Boolean, "Came through a web form or an app."),
            ("group_size", Type::Count(None), "How many complain together."),
        ];
        let signature = |(name, ty, doc): (&str, Type, &str)| Signature {
            name: name.into(),
            ty,
            arguments: vec![],
            doc: doc.into(),
        };
        Self { signatures: table.into_iter().map(signature).collect() }
    }
}

/// The value of one name, with the complexity as classified at some time.
pub(crate) fn slot(
    name: &str,
    facts: &ComplaintFacts,
    complexity: Option<Complexity>,
    program: &Program,
) -> Slot {
    let word = |position: Option<i64>| position.map_or(Slot::UNKNOWN, Slot::whole);
    match name {
        "firm_kind" => word(facts.firm_kind.map(FirmKind::position)),
        "complainant_kind" => word(facts.complainant_kind.map(ComplainantKind::position)),
        "trigger" => word(facts.trigger.map(Trigger::position)),
        "channel" => word(facts.channel.map(IntakeChannel::position)),
        "class" => word(facts.class.map(BusinessClass::position)),
        "complexity" => word(complexity.map(Complexity::position)),
        "line" => match &facts.line {
            Some(line) => program.text(line),
            None => Slot::UNKNOWN,
        },
        "digital" => facts.digital.map_or(Slot::UNKNOWN, Slot::boolean),
        "group_size" => word(facts.group_size),
        _ => Slot::UNKNOWN,
    }
}
