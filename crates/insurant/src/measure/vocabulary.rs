//! The names that rules about a customer may use.

use crate::facts::{BusinessSource, Credit, CustomerKind};
use insurant_rules::{
    ArgumentKind, ArgumentSpec, ArgumentValue, Currency, DurationUnit, Enumeration, Problem,
    Request, Signature, Type, Vocabulary, Window,
};
use std::sync::Arc;

/// The subject's name in rulebooks and messages.
pub(crate) const CUSTOMER: &str = "customer";

/// The windows that have names.
pub(crate) const NAMED_WINDOWS: &[&str] = &["lifetime", "policy_year"];

/// The bases of a loss ratio. `simple` and `simple_paid` are the names of
/// `incurred/written` and `paid/written` in use (简单赔付率).
pub(crate) const BASES: &[&str] = &[
    "incurred/earned",
    "paid/earned",
    "incurred/written",
    "paid/written",
    "simple",
    "simple_paid",
    "matured",
    "accident_year",
    "calendar_year",
];

/// The vocabulary of a customer, in a rulebook's currency.
pub(crate) struct CustomerVocabulary {
    signatures: Vec<Signature>,
}

impl Vocabulary for CustomerVocabulary {
    fn subject(&self) -> &str {
        CUSTOMER
    }
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }
    fn refuses(&self, request: &Request) -> Option<Problem> {
        let window = match request.argument("") {
            Some(ArgumentValue::Window(Window::Named(name))) => name,
            _ => return None,
        };
        let back = request.argument("back")?;
        (window == "policy_year").then(|| {
            Problem::new(
                insurant_rules::code::BAD_ARGUMENT_VALUE,
                "`back` says nothing of `policy_year`, which is each policy's own current year",
            )
            .found(format!("`back: {back}`"))
            .expected("`back` with a trailing window, such as `12m`, or with `lifetime`")
            .remedy("leave `back` out, or write `12m` for the window")
        })
    }
}

const WINDOW: ArgumentSpec = ArgumentSpec {
    key: "",
    kind: ArgumentKind::Window(NAMED_WINDOWS),
    required: true,
};
const OPTIONAL_WINDOW: ArgumentSpec = ArgumentSpec {
    key: "",
    kind: ArgumentKind::Window(NAMED_WINDOWS),
    required: false,
};
const BACK: ArgumentSpec = ArgumentSpec {
    key: "back",
    kind: ArgumentKind::Months,
    required: false,
};
const LINE: ArgumentSpec = ArgumentSpec {
    key: "line",
    kind: ArgumentKind::Word,
    required: false,
};
const SOURCE: ArgumentSpec = ArgumentSpec {
    key: "source",
    kind: ArgumentKind::OneOf(BusinessSource::WORDS),
    required: false,
};
const CATASTROPHE: ArgumentSpec = ArgumentSpec {
    key: "catastrophe",
    kind: ArgumentKind::OneOf(&["no"]),
    required: false,
};
const PAID: ArgumentSpec = ArgumentSpec {
    key: "paid",
    kind: ArgumentKind::OneOf(&["yes"]),
    required: false,
};
const BASIS: ArgumentSpec = ArgumentSpec {
    key: "basis",
    kind: ArgumentKind::OneOf(BASES),
    required: false,
};
const FULL: ArgumentSpec = ArgumentSpec {
    key: "full",
    kind: ArgumentKind::Count,
    required: true,
};

fn enumeration(name: &str, words: &[&str]) -> Type {
    Type::Enumeration(Arc::new(Enumeration {
        name: name.into(),
        members: words.iter().map(|&w| w.to_owned()).collect(),
    }))
}

impl CustomerVocabulary {
    /// The names. Their money stands in for that of the rulebook, which compiling puts in.
    #[rustfmt::skip]
    pub(crate) fn new() -> Self {
        let currency = Currency::any();
        let money = || Type::Money(currency);
        let count = || Type::Count(None);
        let years = || Type::Count(Some(DurationUnit::Years));
        let days = || Type::Count(Some(DurationUnit::Days));
        // Filters that premium knows; claims know the catastrophe code as well.
        let premium = || vec![WINDOW, BACK, LINE, SOURCE, CATASTROPHE];
        let losses = premium;
        let with = |mut arguments: Vec<ArgumentSpec>, more: ArgumentSpec| { arguments.push(more); arguments };
        let table: Vec<(&str, Type, Vec<ArgumentSpec>, &str)> = vec![
            ("kind", enumeration("kind", CustomerKind::WORDS), vec![], "Individual, organisation or partner."),
            ("credit", enumeration("credit", Credit::WORDS), vec![], "Credit standing, as the host judges it."),
            ("intends_to_insure", Type::Boolean, vec![], "Means to insure with us."),
            ("fraud_signs", Type::Boolean, vec![], "Signs of malicious fraud."),
            ("hard_to_settle", Type::Boolean, vec![], "Hard to settle with after a loss."),
            ("manager_assigned", Type::Boolean, vec![], "An account manager is assigned; unknown when the host does not say."),
            ("next_review", Type::Date, vec![], "The day of the next review."),
            ("as_of", Type::Date, vec![], "The day of the decision."),
            ("in_force", Type::Boolean, vec![], "Some policy covers the day."),
            ("bound", Type::Boolean, vec![], "Some policy was issued before the day and starts after it."),
            ("insured", Type::Boolean, vec![], "In force, bound, or cover ended at most `continuity_gap_days` ago."),
            ("ever_insured", Type::Boolean, vec![], "Some policy that is not void has started or is bound."),
            ("policies_in_force", count(), vec![], "Number of policies in force."),
            ("lines_in_force", count(), vec![], "Number of lines of business in force."),
            ("annual_premium", money(), vec![LINE, SOURCE], "Annual premium, over all lines and channels unless one is named; never annualised upwards."),
            ("tender_premium", money(), vec![], "The largest total of one tender among the policies in force."),
            ("placed_premium", money(), vec![WINDOW, BACK, LINE, SOURCE], "Written premium of policies that carry this partner's id."),
            ("earned_premium", money(), premium(), "Premium earned in the window."),
            ("written_premium", money(), premium(), "Premium written in the window, less refunds."),
            ("incurred", money(), losses(), "Paid and reserved, less recovered, by loss date."),
            ("paid", money(), losses(), "Paid, less recovered, by loss date."),
            ("reserve", money(), losses(), "Case reserves, by loss date."),
            ("recovered", money(), losses(), "Recovered, by loss date."),
            ("loss_ratio", Type::Ratio, with(vec![OPTIONAL_WINDOW, BACK, LINE, SOURCE, CATASTROPHE], BASIS), "Losses over premium; undefined with nothing earned."),
            ("claim_count", count(), with(losses(), PAID), "Claims by loss date, without those withdrawn."),
            ("claims_per_unit", Type::Ratio, with(losses(), PAID), "Claims over the largest number of insured units."),
            ("claim_frequency", Type::Ratio, with(losses(), PAID), "Claims per covered year."),
            ("claim_severity", Type::MoneyRatio(currency), losses(), "Incurred over claims."),
            ("credibility", Type::Ratio, with(losses(), FULL), "min(1, sqrt(claims / full)), to six places, down."),
            ("claim_free_years", years(), vec![LINE], "Whole years without a paid claim, in unbroken cover."),
            ("covered_years", years(), vec![LINE], "Whole years since the unbroken cover began."),
            ("tenure_years", years(), vec![], "Whole years since the first cover ever."),
            ("covered_days", days(), vec![WINDOW, BACK, LINE, SOURCE], "Days of the window covered by at least one policy."),
            ("thin_exposure", Type::Boolean, vec![WINDOW, BACK, LINE, SOURCE], "Fewer covered days than `thin_days`, or less earned than `thin_premium`."),
            ("days_to_renewal", days(), vec![], "Days until the last cover ends."),
            ("days_since_end", days(), vec![], "Days since the last cover ended."),
        ];
        let signatures = table
            .into_iter()
            .map(|(name, ty, arguments, doc)| Signature { name: name.into(), ty, arguments, doc: doc.into() })
            .collect();
        Self { signatures }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insurant_rules::{Scope, check};

    #[test]
    fn a_policy_year_has_no_earlier_one() {
        let vocabulary = CustomerVocabulary::new();
        let scope = Scope::new(&vocabulary);
        let faults = |text: &str| match check::condition(text, &scope) {
            Ok(_) => String::new(),
            Err(faults) => faults.in_text(text).to_string(),
        };
        let refused = faults("claim_count(policy_year, back: 12m) > 2");
        assert!(refused.contains("1:1"), "{refused}");
        assert!(
            refused.contains("each policy's own current year"),
            "{refused}"
        );
        assert_eq!(faults("claim_count(policy_year) > 2"), "");
        assert_eq!(faults("claim_count(12m, back: 12m) > 2"), "");
        assert_eq!(faults("claim_count(lifetime, back: 12m) > 2"), "");
    }
}
