//! The names that rules about a manager may use.

use super::figure::Figure;
use crate::category::Category;
use crate::manager::ManagerGrade;
use insurant_rules::{
    ArgumentKind, ArgumentSpec, ArgumentValue, Currency, DurationUnit, Enumeration, Request,
    Signature, Type, Vocabulary,
};
use std::sync::Arc;

/// The subject's name in rulebooks and messages.
pub(crate) const MANAGER: &str = "manager";

/// The categories in which customers are counted.
const CATEGORIES: &[&str] = &["unattached", "prospect", "standard", "preferred", "key"];

/// The vocabulary of a manager.
pub(crate) struct ManagerVocabulary {
    signatures: Vec<Signature>,
}

impl Vocabulary for ManagerVocabulary {
    fn subject(&self) -> &str {
        MANAGER
    }
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }
}

impl ManagerVocabulary {
    #[rustfmt::skip]
    pub(crate) fn new() -> Self {
        let grade = Type::Enumeration(Arc::new(Enumeration {
            name: "grade".into(),
            members: ManagerGrade::WORDS.iter().map(|&word| word.to_owned()).collect(),
        }));
        let years = || Type::Count(Some(DurationUnit::Years));
        let money = || Type::Money(Currency::any());
        let category = ArgumentSpec { key: "category", kind: ArgumentKind::OneOf(CATEGORIES), required: false };
        let of = ArgumentSpec { key: "of", kind: ArgumentKind::OneOf(Figure::WORDS), required: true };
        let table: [(&str, Type, Vec<ArgumentSpec>, &str); 16] = [
            ("grade", grade, vec![], "The grade that counts now."),
            ("unit", Type::Text, vec![], "The unit."),
            ("years_of_service", years(), vec![], "Whole years with the insurer at the end of the period."),
            ("years_in_grade", years(), vec![], "Whole years in the present grade at the end of the period."),
            ("days_served", Type::Count(Some(DurationUnit::Days)), vec![], "Days of service in the period."),
            ("new_premium", money(), vec![], "Premium of new business, brought to a whole period."),
            ("premium_target", money(), vec![], "What it should be in a whole period."),
            ("attainment", Type::Ratio, vec![], "New premium over its target."),
            ("retention", Type::Ratio, vec![], "Premium renewed over premium due for renewal."),
            ("loss_ratio", Type::Ratio, vec![], "Incurred over earned of the book."),
            ("visit_rate", Type::Ratio, vec![], "Visits made over visits due."),
            ("report_rate", Type::Ratio, vec![], "Reports in time over reports due."),
            ("satisfaction", Type::Ratio, vec![], "Satisfied over asked customers."),
            ("upheld_complaints", Type::Count(None), vec![], "Complaints about the manager that were upheld, brought to a whole period."),
            ("customers", Type::Count(None), vec![category], "Customers looked after at the end of the period; without a category, all."),
            ("peer_percentile", Type::Ratio, vec![of], "Peers with a lower value over peers with a value."),
        ];
        let signature = |(name, ty, arguments, doc): (&str, Type, Vec<ArgumentSpec>, &str)| Signature {
            name: name.into(),
            ty,
            arguments,
            doc: doc.into(),
        };
        Self { signatures: table.into_iter().map(signature).collect() }
    }
}

/// What a request asks of a manager; `None` for an input of the rulebook's own.
pub(super) fn asked(request: &Request) -> Option<Asked> {
    let word = |key| match request.argument(key)? {
        ArgumentValue::Word(word) => Some(word.as_str()),
        _ => None,
    };
    Some(match request.name.as_str() {
        "grade" => Asked::Grade,
        "unit" => Asked::Unit,
        "years_of_service" => Asked::YearsOfService,
        "years_in_grade" => Asked::YearsInGrade,
        "days_served" => Asked::DaysServed,
        "premium_target" => Asked::PremiumTarget,
        "upheld_complaints" => Asked::UpheldComplaints,
        "customers" => Asked::Customers(word("category").and_then(Category::parse)),
        "peer_percentile" => Asked::Percentile(word("of").and_then(Figure::parse)?),
        name => Asked::Figure(Figure::parse(name)?),
    })
}

/// What a rulebook asks of a manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Grade,
    Unit,
    YearsOfService,
    YearsInGrade,
    DaysServed,
    PremiumTarget,
    UpheldComplaints,
    Customers(Option<Category>),
    Figure(Figure),
    Percentile(Figure),
}
