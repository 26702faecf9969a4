//! What complaints are about: a function of the insurer, and a reason within it.

use insurant_rules::order::InOrder;
use insurant_rules::problem::nearest;
use insurant_rules::{Code, Problem};
use std::collections::{BTreeMap, HashMap};

/// A function with its reasons.
type Function<'a> = (&'a str, &'a [&'a str]);

/// What a complaint is about.
///
/// # Example
/// ```
/// use insurant::complaint::analysis::Cause;
/// let cause = Cause::parse("claims/delays");
/// assert_eq!((cause.function, cause.reason), ("claims", Some("delays")));
/// assert_eq!(Cause::parse("claims").reason, None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cause<'a> {
    /// The part of the insurer's work.
    pub function: &'a str,
    /// What was wrong with it.
    pub reason: Option<&'a str>,
}

impl<'a> Cause<'a> {
    /// Reads `function/reason`, or a function alone, as events carry it.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        match text.split_once('/') {
            Some((function, reason)) => Self {
                function,
                reason: Some(reason),
            },
            None => Self {
                function: text,
                reason: None,
            },
        }
    }
}

/// The functions are those of NAIC Model Regulation 884 (complaint records). The reasons are not
/// quoted from it: they are usual ones, after the words of departments such as that of Texas. An
/// insurer whose supervisor has a table of its own brings that.
const NAIC: &[Function<'_>] = &[
    (
        "underwriting",
        &[
            "cancellation",
            "credit_scoring",
            "delays",
            "endorsement_or_rider",
            "nonrenewal",
            "premium_and_rating",
            "refusal_to_insure",
            "unfair_discrimination",
        ],
    ),
    (
        "marketing_and_sales",
        &[
            "agent_handling",
            "delays",
            "high_pressure_tactics",
            "misleading_advertising",
            "misrepresentation",
            "misstatement_on_application",
            "unauthorized_acts",
        ],
    ),
    (
        "claims",
        &[
            "assignment_of_benefits",
            "coordination_of_benefits",
            "customer_service",
            "delays",
            "denial_of_claim",
            "liability_dispute",
            "post_claim_underwriting",
            "unfair_discrimination",
            "unsatisfactory_settlement",
            "usual_and_customary",
        ],
    ),
    (
        "policyholder_service",
        &[
            "access_to_policy",
            "cash_value",
            "customer_service",
            "delays",
            "information_requested",
            "notice_requirements",
            "premium_notice",
            "premium_refund",
        ],
    ),
    (
        "miscellaneous",
        &["fraud", "outside_jurisdiction", "other", "privacy"],
    ),
];

/// A slot of the scheme: 0 is what it does not know.
pub(super) type Slot = u32;

/// The causes that an analysis tells apart. What it does not know is counted as unclassified, and
/// listed with its words.
///
/// # Example
/// ```
/// use insurant::complaint::analysis::CauseScheme;
/// let scheme = CauseScheme::naic();
/// assert!(scheme.has("claims", Some("delays")) && scheme.has("claims", None));
/// assert!(!scheme.has("claims", Some("weather")));
/// let own = CauseScheme::new([("app", ["login", "crash"])]);
/// assert!(own.has("app", Some("crash")));
/// ```
#[derive(Debug, Clone, Default)]
pub struct CauseScheme {
    functions: HashMap<String, (Slot, HashMap<String, Slot>)>,
    /// By slot; a function without a reason first.
    words: Vec<(String, Option<String>)>,
}

impl CauseScheme {
    /// The functions of NAIC Model Regulation 884, with their usual reasons.
    #[must_use]
    pub fn naic() -> Self {
        Self::new(
            NAIC.iter()
                .map(|(function, reasons)| (*function, reasons.iter().copied())),
        )
    }

    /// Functions with their reasons. What is listed twice counts once.
    pub fn new<F, R, I>(functions: I) -> Self
    where
        F: Into<String>,
        R: IntoIterator<Item: Into<String>>,
        I: IntoIterator<Item = (F, R)>,
    {
        let mut sorted: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (function, reasons) in functions {
            let known = sorted.entry(function.into()).or_default();
            known.extend(reasons.into_iter().map(Into::into));
        }
        let mut scheme = Self::default();
        for (function, mut reasons) in sorted {
            reasons.order();
            reasons.dedup();
            let alone = scheme.slot(&function, None);
            let slots = reasons.into_iter().map(|reason| {
                let slot = scheme.slot(&function, Some(&reason));
                (reason, slot)
            });
            let slots = slots.collect();
            scheme.functions.insert(function, (alone, slots));
        }
        scheme
    }

    fn slot(&mut self, function: &str, reason: Option<&str>) -> Slot {
        self.words
            .push((function.to_owned(), reason.map(str::to_owned)));
        Slot::try_from(self.words.len()).unwrap_or(Slot::MAX)
    }

    /// Whether it has a function, and a reason within it.
    #[must_use]
    pub fn has(&self, function: &str, reason: Option<&str>) -> bool {
        self.place(Cause { function, reason }).1
    }

    /// The functions with their reasons, in order.
    pub fn causes(&self) -> impl Iterator<Item = Cause<'_>> {
        self.words.iter().map(|(function, reason)| Cause {
            function,
            reason: reason.as_deref(),
        })
    }

    /// How many slots there are, the unclassified one included.
    pub(super) fn slots(&self) -> usize {
        self.words.len() + 1
    }

    /// The cause of a slot; `None` for the unclassified one.
    pub(super) fn cause(&self, slot: usize) -> Option<Cause<'_>> {
        let (function, reason) = self.words.get(slot.checked_sub(1)?)?;
        Some(Cause {
            function,
            reason: reason.as_deref(),
        })
    }

    /// The slot of a cause, and whether all its words are known. Of a known function and an
    /// unknown reason the function counts.
    pub(super) fn place(&self, cause: Cause<'_>) -> (Slot, bool) {
        let Some((alone, reasons)) = self.functions.get(cause.function) else {
            return (0, false);
        };
        match cause.reason {
            None => (*alone, true),
            Some(reason) => reasons
                .get(reason)
                .map_or((*alone, false), |slot| (*slot, true)),
        }
    }

    /// What is wrong with a cause that has to be known.
    pub(super) fn unknown(&self, cause: Cause<'_>, code: Code) -> Problem {
        match cause
            .reason
            .filter(|_| self.functions.contains_key(cause.function))
        {
            Some(reason) => {
                let reasons = self.functions.get(cause.function);
                let names = || reasons.into_iter().flat_map(|(_, reasons)| reasons.keys());
                let message = format!("no reason `{reason}` of `{}` in the scheme", cause.function);
                Problem::new(code, message).nearest(nearest(reason, names().map(String::as_str)))
            }
            None => {
                let names = self.functions.keys().map(String::as_str);
                let message = format!("no function `{}` in the scheme", cause.function);
                Problem::new(code, message).nearest(nearest(cause.function, names))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_its_slot() {
        let scheme = CauseScheme::naic();
        for (slot, cause) in scheme.causes().enumerate() {
            assert_eq!(scheme.cause(slot + 1), Some(cause));
            assert_eq!(
                scheme.place(cause),
                (Slot::try_from(slot + 1).unwrap(), true)
            );
        }
        assert_eq!(scheme.cause(0), None);
        assert_eq!(scheme.cause(scheme.slots()), None);
        assert_eq!(scheme.place(Cause::parse("weather/rain")), (0, false));
        let (claims, _) = scheme.place(Cause::parse("claims"));
        assert_eq!(
            scheme.place(Cause::parse("claims/weather")),
            (claims, false)
        );
        let order: Vec<_> = scheme.causes().collect();
        assert!(order.is_sorted());
    }

    #[test]
    fn a_slip_finds_its_word() {
        let scheme = CauseScheme::naic();
        let near = |text| {
            let problem = scheme.unknown(Cause::parse(text), Code::new("x"));
            problem.nearest_text().map(str::to_owned)
        };
        assert_eq!(near("claim/delays").as_deref(), Some("claims"));
        assert_eq!(near("claims/delay").as_deref(), Some("delays"));
    }
}
