//! What a host knows of a complaint apart from its events: what it is about, and who complains.

use super::{Complexity, details};
use crate::closed::closed;
use insurant_rules::document::{Field, Json, Node, Object, Shape, TextForm};

closed! {
    /// What the firm is that answers the complaint.
    FirmKind {
        /// An insurance company.
        Insurer = "insurer",
        /// An agency or a broker.
        Intermediary = "intermediary",
        /// A financial adviser.
        Adviser = "adviser",
        /// A payment or e-money firm.
        PaymentFirm = "payment_firm",
    }
}

closed! {
    /// Who complains.
    ComplainantKind {
        /// A person, also through an agent or as an heir.
        Individual = "individual",
        /// A small business, which some laws treat like a person.
        SmallBusiness = "small_business",
        /// Any other organisation.
        Organisation = "organisation",
    }
}

closed! {
    /// What reached the firm.
    Trigger {
        /// An expression of dissatisfaction by the customer or someone for them.
        Complaint = "complaint",
        /// A complaint that the regulator passed on for the firm to handle.
        RegulatorForwarded = "regulator_forwarded",
        /// A question of the regulator that the firm must answer.
        RegulatorInquiry = "regulator_inquiry",
        /// A report of a violation (举报), which has rules of its own.
        ViolationReport = "violation_report",
        /// A question or a request, which is no complaint.
        Enquiry = "enquiry",
    }
}

closed! {
    /// The way it came.
    IntakeChannel {
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Post = "post",
        /// By e-mail.
        Email = "email",
        /// Through a form on a web page.
        WebForm = "web_form",
        /// Through an app.
        App = "app",
        /// At a counter.
        InPerson = "in_person",
        /// In a public post.
        SocialMedia = "social_media",
        /// Through the regulator.
        Regulator = "regulator",
    }
}

closed! {
    /// The class of business.
    BusinessClass {
        /// Life and what goes with it.
        Life = "life",
        /// Property and casualty.
        NonLife = "non_life",
    }
}

/// What a host knows of a complaint apart from its events. What it does not know is absent, never
/// guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComplaintFacts {
    /// What the firm is.
    pub firm_kind: Option<FirmKind>,
    /// Who complains.
    pub complainant_kind: Option<ComplainantKind>,
    /// What reached the firm.
    pub trigger: Option<Trigger>,
    /// The way it came.
    pub channel: Option<IntakeChannel>,
    /// The class of business.
    pub class: Option<BusinessClass>,
    /// The line of business, in the host's words.
    pub line: Option<String>,
    /// How hard it is, as known at receipt. A later classification is an event.
    pub complexity: Option<Complexity>,
    /// Whether it came through a web form or an app, so that a machine could answer at once.
    pub digital: Option<bool>,
    /// How many complain together.
    pub group_size: Option<i64>,
    /// Words of the receipt that no procedure knows, by the name of the fact: as good as none, but
    /// whoever reads that a fact is missing must be told of them.
    pub foreign: Vec<(&'static str, String)>,
}

impl ComplaintFacts {
    /// The shape of the facts in JSON.
    #[must_use]
    pub fn shape() -> Shape {
        let words = |words: &[&'static str]| Shape::one_of(words.iter().copied());
        Shape::object(
            "ComplaintFacts",
            "What is known of a complaint apart from its events.",
            [
                Field::optional("firm_kind", words(FirmKind::WORDS), "What the firm is."),
                Field::optional(
                    "complainant_kind",
                    words(ComplainantKind::WORDS),
                    "Who complains.",
                ),
                Field::optional("trigger", words(Trigger::WORDS), "What reached the firm."),
                Field::optional("channel", words(IntakeChannel::WORDS), "The way it came."),
                Field::optional(
                    "class",
                    words(BusinessClass::WORDS),
                    "The class of business.",
                ),
                Field::optional(
                    "line",
                    Shape::text(TextForm::Id, 128),
                    "The line of business.",
                ),
                Field::optional(
                    "complexity",
                    words(Complexity::WORDS),
                    "How hard it is, as known at receipt.",
                ),
                Field::optional(
                    "digital",
                    Shape::Boolean,
                    "Whether it came through a web form or an app.",
                ),
                Field::optional(
                    "group_size",
                    Shape::Integer {
                        min: 1,
                        max: 1_000_000,
                    },
                    "How many complain together.",
                ),
            ],
        )
    }

    /// Reads facts that have passed [`Self::shape`].
    #[must_use]
    pub fn from_node(node: &Node) -> Self {
        fn word<T>(node: &Node, key: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
            node.text_at(key).and_then(parse)
        }
        Self {
            firm_kind: word(node, "firm_kind", FirmKind::parse),
            complainant_kind: word(node, "complainant_kind", ComplainantKind::parse),
            trigger: word(node, "trigger", Trigger::parse),
            channel: word(node, "channel", IntakeChannel::parse),
            class: word(node, "class", BusinessClass::parse),
            line: node.text_at("line").map(str::to_owned),
            complexity: word(node, "complexity", Complexity::parse),
            digital: node.boolean_at("digital"),
            group_size: node.integer_at("group_size"),
            foreign: Vec::new(),
        }
    }

    /// The words of a fact of which some are foreign; none for facts without such.
    pub(super) fn words(name: &str) -> &'static [&'static str] {
        match name {
            "firm_kind" => FirmKind::WORDS,
            "complainant_kind" => ComplainantKind::WORDS,
            "trigger" => Trigger::WORDS,
            "channel" => IntakeChannel::WORDS,
            _ => &[],
        }
    }

    /// What a receipt says. A word that procedures do not know is as good as none, and the class of
    /// business stands in no receipt.
    #[must_use]
    pub fn of_receipt(received: &details::Received) -> Self {
        fn word<T>(word: Option<&String>, parse: fn(&str) -> Option<T>) -> Option<T> {
            word.and_then(|word| parse(word))
        }
        Self {
            firm_kind: word(received.firm_kind.as_ref(), FirmKind::parse),
            complainant_kind: word(received.complainant_kind.as_ref(), ComplainantKind::parse),
            trigger: word(received.trigger.as_ref(), Trigger::parse),
            channel: word(received.channel.as_ref(), IntakeChannel::parse),
            class: None,
            line: received.line.clone(),
            complexity: None,
            digital: received.digital,
            group_size: received.group_size.map(i64::from),
            foreign: [
                ("firm_kind", received.firm_kind.as_ref()),
                ("complainant_kind", received.complainant_kind.as_ref()),
                ("trigger", received.trigger.as_ref()),
                ("channel", received.channel.as_ref()),
            ]
            .into_iter()
            .filter_map(|(name, word)| Some((name, word?.clone())))
            .filter(|(name, word)| !Self::words(name).contains(&word.as_str()))
            .collect(),
        }
    }

    /// These facts, and where they say nothing, others.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            firm_kind: self.firm_kind.or(other.firm_kind),
            complainant_kind: self.complainant_kind.or(other.complainant_kind),
            trigger: self.trigger.or(other.trigger),
            channel: self.channel.or(other.channel),
            class: self.class.or(other.class),
            line: self.line.or(other.line),
            complexity: self.complexity.or(other.complexity),
            digital: self.digital.or(other.digital),
            group_size: self.group_size.or(other.group_size),
            foreign: [self.foreign, other.foreign].concat(),
        }
    }

    /// The facts in canonical form; what is not known is absent.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let group_size = self.group_size.and_then(Json::integer);
        Object::new()
            .with_some("firm_kind", self.firm_kind.map(FirmKind::as_str))
            .with_some(
                "complainant_kind",
                self.complainant_kind.map(ComplainantKind::as_str),
            )
            .with_some("trigger", self.trigger.map(Trigger::as_str))
            .with_some("channel", self.channel.map(IntakeChannel::as_str))
            .with_some("class", self.class.map(BusinessClass::as_str))
            .with_some("line", self.line.as_deref())
            .with_some("complexity", self.complexity.map(Complexity::as_str))
            .with_some("digital", self.digital)
            .with_some("group_size", group_size)
            .into()
    }
}
