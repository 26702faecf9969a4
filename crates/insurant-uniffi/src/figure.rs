//! Figures: what a rule read, exactly, and the facts behind it.

use crate::native::{Amount, CivilDate};
use crate::words::FigureState;
use insurant::decision::{self as core, Reading};

/// A figure: whether there is a value, the value, and the facts behind it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Measure {
    /// As rules write it, such as `loss_ratio(12m)`.
    pub text: String,
    /// Whether it has a value, and if not, why.
    pub state: FigureState,
    /// The value; absent exactly when it is undefined or unknown.
    #[uniffi(default = None)]
    pub value: Option<FigureValue>,
    /// Why it has none, where that can be told.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// The facts behind it: claims, then policies, each in order of id.
    #[uniffi(default = [])]
    pub facts: Vec<FigureFact>,
}

/// The value of a figure. Of a quotient both sides are exact, unreduced; what is shown of it has six
/// places and is for reading only.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum FigureValue {
    /// Yes or no.
    Answer {
        /// Which.
        value: bool,
    },
    /// A count, or a duration in its unit.
    Count {
        /// How many.
        value: i64,
    },
    /// A quotient without a unit.
    Ratio {
        /// To six places, for reading.
        shown: Amount,
        /// Above the line.
        numerator: i64,
        /// Below the line; positive.
        denominator: i64,
    },
    /// An amount for each of something, such as a mean claim.
    AverageMoney {
        /// Major units to six places, for reading.
        shown: Amount,
        /// Minor units above the line.
        numerator: i64,
        /// How many below the line; positive.
        denominator: i64,
        /// ISO 4217.
        currency: String,
    },
    /// An amount in major units.
    Money {
        /// How much.
        amount: Amount,
        /// ISO 4217.
        currency: String,
    },
    /// A day.
    Day {
        /// Which.
        value: CivilDate,
    },
    /// A text; `other` for any that no rule names.
    Words {
        /// Which.
        value: String,
    },
    /// The word of an enumeration's member.
    Member {
        /// Which.
        value: String,
    },
}

/// One row's part in a figure.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FigureFact {
    /// What it gave, in words, such as `counted`.
    pub what: String,
    /// The policy, when it is one.
    #[uniffi(default = None)]
    pub policy_id: Option<String>,
    /// The claim, when it is one.
    #[uniffi(default = None)]
    pub claim_id: Option<String>,
    /// The day of the claim's loss.
    #[uniffi(default = None)]
    pub loss_date: Option<CivilDate>,
    /// How much: major units of the rulebook's currency, or a number of days or units.
    #[uniffi(default = None)]
    pub amount: Option<Amount>,
    /// Why it did not count.
    #[uniffi(default = None)]
    pub why: Option<String>,
}

impl From<&core::FigureValue> for FigureValue {
    fn from(value: &core::FigureValue) -> Self {
        match value {
            core::FigureValue::Boolean(value) => Self::Answer { value: *value },
            core::FigureValue::Count(value) => Self::Count { value: *value },
            core::FigureValue::Ratio { num, den } => Self::Ratio {
                shown: Amount(value.plain()),
                numerator: *num,
                denominator: *den,
            },
            core::FigureValue::MoneyRatio { num, den, currency } => Self::AverageMoney {
                shown: Amount(value.plain()),
                numerator: *num,
                denominator: *den,
                currency: currency.code().to_owned(),
            },
            core::FigureValue::Money { minor, currency } => Self::Money {
                amount: Amount::of(*minor, *currency),
                currency: currency.code().to_owned(),
            },
            core::FigureValue::Day(date) => Self::Day {
                value: (*date).into(),
            },
            core::FigureValue::Text(text) => Self::Words {
                value: text.clone(),
            },
            core::FigureValue::Member(word) => Self::Member {
                value: word.clone(),
            },
        }
    }
}

impl Measure {
    /// A reading by its text, without the facts behind it.
    pub(crate) fn of(text: &str, reading: &Reading) -> Self {
        Self {
            text: text.to_owned(),
            state: reading.state(),
            value: reading.value().map(FigureValue::from),
            reason: None,
            facts: Vec::new(),
        }
    }
}

impl From<&core::Figure> for Measure {
    fn from(figure: &core::Figure) -> Self {
        Self {
            reason: figure.reason.map(str::to_owned),
            facts: figure.facts.iter().map(FigureFact::from).collect(),
            ..Self::of(&figure.text, &figure.reading)
        }
    }
}

impl From<&core::FigureFact> for FigureFact {
    fn from(fact: &core::FigureFact) -> Self {
        let (policy_id, claim_id, loss_date) = match &fact.row {
            core::FigureRow::Policy { policy_id } => (Some(policy_id.clone()), None, None),
            core::FigureRow::Claim {
                claim_id,
                loss_date,
            } => (None, Some(claim_id.clone()), Some((*loss_date).into())),
        };
        Self {
            what: fact.what.to_owned(),
            policy_id,
            claim_id,
            loss_date,
            amount: fact.amount.clone().map(Amount),
            why: fact.why.map(str::to_owned),
        }
    }
}
