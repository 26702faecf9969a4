//! From the measures that a rulebook names to the distinct sums that they share.

use super::basis::{Amount, Basis, Filter};
use super::dated::WindowKind;
use crate::facts::BusinessSource;
use crate::lines::LineCodes;
use insurant_rules::{ArgumentValue, Request, Window};

/// How a slot is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    Kind,
    Credit,
    IntendsToInsure,
    FraudSigns,
    HardToSettle,
    ManagerAssigned,
    NextReview,
    AsOf,
    InForce,
    Bound,
    Insured,
    EverInsured,
    DaysToRenewal,
    DaysSinceEnd,
    /// An input that the rulebook declares, by its position among them.
    Input(usize),
    /// One sum.
    Basis(usize),
    /// One sum over another.
    Quotient(usize, usize),
    /// Claims over covered days, as claims per 365 days.
    Frequency {
        claims: usize,
        days: usize,
    },
    Credibility {
        claims: usize,
        full: i64,
    },
    ThinExposure {
        days: usize,
        earned: usize,
    },
    /// Defined, but by facts that this host does not supply.
    NeedsTransactions,
}

/// What the kernel computes for one rulebook.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) windows: Vec<WindowKind>,
    pub(crate) bases: Vec<Basis>,
    /// One for each request, in order.
    pub(crate) fills: Vec<Fill>,
    /// Index of the window of terms under a year.
    pub(crate) started_within_a_year: usize,
}

fn position<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter()
        .position(|known| *known == item)
        .unwrap_or_else(|| {
            list.push(item);
            list.len() - 1
        })
}

/// The arguments of one request.
struct Arguments<'a>(&'a Request);

impl Arguments<'_> {
    fn word(&self, key: &str) -> Option<&str> {
        match self.0.argument(key) {
            Some(ArgumentValue::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn filter(&self, lines: &mut LineCodes) -> Filter {
        Filter {
            line: self.word("line").map(|line| lines.code(line)),
            source: self.word("source").and_then(BusinessSource::parse),
            no_catastrophe: self.word("catastrophe").is_some(),
        }
    }

    fn window(&self) -> WindowKind {
        let months = |d: &insurant_rules::Duration| {
            d.months().and_then(|m| i32::try_from(m).ok()).unwrap_or(0)
        };
        let back = match self.0.argument("back") {
            Some(ArgumentValue::Months(duration)) => months(duration),
            _ => 0,
        };
        match self.0.argument("") {
            Some(ArgumentValue::Window(Window::Trailing(duration))) => WindowKind::Trailing {
                months: months(duration),
                back,
            },
            Some(ArgumentValue::Window(Window::Named(name))) if name == "policy_year" => {
                WindowKind::PolicyYear
            }
            _ => WindowKind::Lifetime { back },
        }
    }
}

impl Plan {
    /// The plan that answers `requests`; `inputs` are the rulebook's declared inputs, in order.
    pub(crate) fn new(requests: &[Request], inputs: &[String], lines: &mut LineCodes) -> Self {
        let mut plan = Self {
            windows: vec![WindowKind::StartedWithinAYear],
            bases: Vec::new(),
            fills: Vec::new(),
            started_within_a_year: 0,
        };
        for request in requests {
            let fill = plan.fill(request, inputs, lines);
            plan.fills.push(fill);
        }
        plan
    }

    fn basis(&mut self, basis: Basis) -> usize {
        position(&mut self.bases, basis)
    }

    fn fill(&mut self, request: &Request, inputs: &[String], lines: &mut LineCodes) -> Fill {
        if let Some(input) = inputs.iter().position(|name| *name == request.name) {
            return Fill::Input(input);
        }
        let arguments = Arguments(request);
        let filter = arguments.filter(lines);
        let window = position(&mut self.windows, arguments.window());
        let paid = arguments.word("paid").is_some();
        let claims = |filter| Basis::Claims {
            window,
            filter,
            paid,
        };
        let single = match request.name.as_str() {
            "kind" => return Fill::Kind,
            "credit" => return Fill::Credit,
            "intends_to_insure" => return Fill::IntendsToInsure,
            "fraud_signs" => return Fill::FraudSigns,
            "hard_to_settle" => return Fill::HardToSettle,
            "manager_assigned" => return Fill::ManagerAssigned,
            "next_review" => return Fill::NextReview,
            "as_of" => return Fill::AsOf,
            "in_force" => return Fill::InForce,
            "bound" => return Fill::Bound,
            "insured" => return Fill::Insured,
            "ever_insured" => return Fill::EverInsured,
            "days_to_renewal" => return Fill::DaysToRenewal,
            "days_since_end" => return Fill::DaysSinceEnd,
            "loss_ratio" => return self.loss_ratio(&arguments, filter, window),
            "claims_per_unit" => {
                let over = self.basis(claims(filter));
                return Fill::Quotient(over, self.basis(Basis::Units(window, filter.of_premium())));
            }
            "claim_frequency" => {
                let claims = self.basis(claims(filter));
                let days = self.basis(Basis::CoveredDays(window, filter.of_premium()));
                return Fill::Frequency { claims, days };
            }
            "claim_severity" => {
                let over = self.basis(Basis::Losses(Amount::Incurred, window, filter));
                return Fill::Quotient(over, self.basis(claims(filter)));
            }
            "credibility" => {
                let full = match request.argument("full") {
                    Some(ArgumentValue::Count(full)) => *full,
                    _ => 1,
                };
                return Fill::Credibility {
                    claims: self.basis(claims(filter)),
                    full,
                };
            }
            "thin_exposure" => {
                let days = self.basis(Basis::CoveredDays(window, filter));
                return Fill::ThinExposure {
                    days,
                    earned: self.basis(Basis::Earned(window, filter)),
                };
            }
            "annual_premium" => Basis::Annual,
            "tender_premium" => Basis::Tender,
            "policies_in_force" => Basis::PoliciesInForce,
            "lines_in_force" => Basis::LinesInForce,
            "tenure_years" => Basis::TenureYears,
            "claim_free_years" => Basis::ClaimFreeYears(filter.line),
            "covered_years" => Basis::CoveredYears(filter.line),
            "placed_premium" => Basis::Placed(window, filter),
            "earned_premium" => Basis::Earned(window, filter.of_premium()),
            "written_premium" => Basis::Written(window, filter.of_premium()),
            "covered_days" => Basis::CoveredDays(window, filter),
            "incurred" => Basis::Losses(Amount::Incurred, window, filter),
            "paid" => Basis::Losses(Amount::Paid, window, filter),
            "reserve" => Basis::Losses(Amount::Reserve, window, filter),
            "recovered" => Basis::Losses(Amount::Recovered, window, filter),
            // The vocabulary holds no other name; a test keeps the two lists equal.
            _ => claims(filter),
        };
        Fill::Basis(self.basis(single))
    }

    fn loss_ratio(&mut self, arguments: &Arguments<'_>, filter: Filter, window: usize) -> Fill {
        let premium = filter.of_premium();
        let (over, under) = match arguments.word("basis") {
            Some("paid/earned") => (
                Basis::Losses(Amount::Paid, window, filter),
                Basis::Earned(window, premium),
            ),
            Some("incurred/written" | "simple") => (
                Basis::Losses(Amount::Incurred, window, filter),
                Basis::Written(window, premium),
            ),
            Some("paid/written" | "simple_paid") => (
                Basis::Losses(Amount::Paid, window, filter),
                Basis::Written(window, premium),
            ),
            Some("matured") => (
                Basis::CohortIncurred(window, filter),
                Basis::CohortEarned(window, premium),
            ),
            Some("accident_year") => {
                let year = position(&mut self.windows, WindowKind::LastCalendarYear);
                (
                    Basis::Losses(Amount::Incurred, year, filter),
                    Basis::Earned(year, premium),
                )
            }
            Some("calendar_year") => return Fill::NeedsTransactions,
            _ => (
                Basis::Losses(Amount::Incurred, window, filter),
                Basis::Earned(window, premium),
            ),
        };
        Fill::Quotient(self.basis(over), self.basis(under))
    }
}
