//! From the measures that a rulebook names to the distinct sums that they share.

use super::basis::{Basis, Filter, LossSum, Pass, PremiumSum, Wanted};
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
    /// Defined by facts that are not supplied; unknown all the same where its premium is.
    NeedsTransactions {
        earned: usize,
    },
}

/// A pass over the policies or over the claims: what is wanted of it, and where its figures go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlannedPass {
    pub(crate) pass: Pass,
    pub(crate) wanted: Wanted,
    /// The first of its figures, which lie in the order of [`PremiumSum`] or [`LossSum`].
    pub(crate) at: usize,
}

/// What the kernel computes for one rulebook.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    basis_of_ratios: String,
    pub(crate) windows: Vec<WindowKind>,
    pub(crate) premium_passes: Vec<PlannedPass>,
    pub(crate) loss_passes: Vec<PlannedPass>,
    pub(crate) placed_passes: Vec<Pass>,
    /// Figures that need no pass, and where they go.
    pub(crate) singles: Vec<(Basis, usize)>,
    /// What each figure is.
    pub(crate) figures: Vec<Basis>,
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

/// The position of a pass; a new one gets places for its figures.
fn planned<const N: usize>(
    passes: &mut Vec<PlannedPass>,
    pass: Pass,
    figures: &mut Vec<Basis>,
    of: impl FnOnce(usize) -> [Basis; N],
) -> usize {
    passes
        .iter()
        .position(|p| p.pass == pass)
        .unwrap_or_else(|| {
            passes.push(PlannedPass {
                pass,
                wanted: Wanted::default(),
                at: figures.len(),
            });
            figures.extend(of(passes.len() - 1));
            passes.len() - 1
        })
}

/// Asks a pass for a sum: where that figure is.
fn want(passes: &mut [PlannedPass], which: usize, sum: u8) -> usize {
    passes.get_mut(which).map_or(0, |pass| {
        pass.wanted.add(sum);
        pass.at + usize::from(sum)
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
    /// The plan that answers `requests`; `inputs` are the rulebook's declared inputs, in order, and
    /// `basis_of_ratios` its convention for loss ratios that name none.
    pub(crate) fn new(
        requests: &[Request],
        inputs: &[String],
        basis_of_ratios: &str,
        lines: &mut LineCodes,
    ) -> Self {
        let mut plan = Self {
            basis_of_ratios: basis_of_ratios.to_owned(),
            windows: vec![WindowKind::StartedWithinAYear],
            premium_passes: Vec::new(),
            loss_passes: Vec::new(),
            placed_passes: Vec::new(),
            singles: Vec::new(),
            figures: Vec::new(),
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
        self.singles
            .iter()
            .find(|(known, _)| *known == basis)
            .map(|(_, at)| *at)
            .unwrap_or_else(|| {
                self.figures.push(basis);
                self.singles.push((basis, self.figures.len() - 1));
                self.figures.len() - 1
            })
    }

    fn premium(&mut self, window: usize, filter: Filter, sum: PremiumSum) -> usize {
        let pass = Pass {
            window,
            filter: filter.of_premium(),
        };
        let which = planned(&mut self.premium_passes, pass, &mut self.figures, |which| {
            PremiumSum::ALL.map(|sum| Basis::Premium(which, sum))
        });
        want(&mut self.premium_passes, which, sum as u8)
    }

    fn loss(&mut self, window: usize, filter: Filter, sum: LossSum) -> usize {
        let pass = Pass { window, filter };
        let which = planned(&mut self.loss_passes, pass, &mut self.figures, |which| {
            LossSum::ALL.map(|sum| Basis::Loss(which, sum))
        });
        want(&mut self.loss_passes, which, sum as u8)
    }

    fn fill(&mut self, request: &Request, inputs: &[String], lines: &mut LineCodes) -> Fill {
        if let Some(input) = inputs.iter().position(|name| *name == request.name) {
            return Fill::Input(input);
        }
        let arguments = Arguments(request);
        let simple = match request.name.as_str() {
            "kind" => Some(Fill::Kind),
            "credit" => Some(Fill::Credit),
            "intends_to_insure" => Some(Fill::IntendsToInsure),
            "fraud_signs" => Some(Fill::FraudSigns),
            "hard_to_settle" => Some(Fill::HardToSettle),
            "manager_assigned" => Some(Fill::ManagerAssigned),
            "next_review" => Some(Fill::NextReview),
            "as_of" => Some(Fill::AsOf),
            "in_force" => Some(Fill::InForce),
            "bound" => Some(Fill::Bound),
            "insured" => Some(Fill::Insured),
            "ever_insured" => Some(Fill::EverInsured),
            "days_to_renewal" => Some(Fill::DaysToRenewal),
            "days_since_end" => Some(Fill::DaysSinceEnd),
            "tender_premium" => Some(Fill::Basis(self.basis(Basis::Tender))),
            "policies_in_force" => Some(Fill::Basis(self.basis(Basis::PoliciesInForce))),
            "lines_in_force" => Some(Fill::Basis(self.basis(Basis::LinesInForce))),
            "tenure_years" => Some(Fill::Basis(self.basis(Basis::TenureYears))),
            _ => None,
        };
        simple.unwrap_or_else(|| self.windowed(&request.name, &arguments, lines))
    }

    fn windowed(&mut self, name: &str, arguments: &Arguments<'_>, lines: &mut LineCodes) -> Fill {
        let filter = arguments.filter(lines);
        if name == "annual_premium" {
            return Fill::Basis(self.basis(Basis::Annual(filter)));
        }
        let window = position(&mut self.windows, arguments.window());
        let claims = if arguments.word("paid").is_some() {
            LossSum::PaidClaims
        } else {
            LossSum::Claims
        };
        let single = match name {
            "loss_ratio" => return self.loss_ratio(arguments, filter, window),
            "claims_per_unit" => {
                let over = self.loss(window, filter, claims);
                return Fill::Quotient(over, self.premium(window, filter, PremiumSum::Units));
            }
            "claim_frequency" => {
                let claims = self.loss(window, filter, claims);
                let days = self.premium(window, filter, PremiumSum::CoveredDays);
                return Fill::Frequency { claims, days };
            }
            "claim_severity" => {
                let over = self.loss(window, filter, LossSum::Incurred);
                return Fill::Quotient(over, self.loss(window, filter, LossSum::Claims));
            }
            "credibility" => {
                let full = match arguments.0.argument("full") {
                    Some(ArgumentValue::Count(full)) => *full,
                    _ => 1,
                };
                return Fill::Credibility {
                    claims: self.loss(window, filter, claims),
                    full,
                };
            }
            "thin_exposure" => {
                let days = self.premium(window, filter, PremiumSum::CoveredDays);
                let earned = self.premium(window, filter, PremiumSum::Earned);
                return Fill::ThinExposure { days, earned };
            }
            "placed_premium" => {
                let at = position(&mut self.placed_passes, Pass { window, filter });
                self.basis(Basis::Placed(at))
            }
            "claim_free_years" => self.basis(Basis::ClaimFreeYears(filter.line)),
            "covered_years" => self.basis(Basis::CoveredYears(filter.line)),
            "earned_premium" => self.premium(window, filter, PremiumSum::Earned),
            "written_premium" => self.premium(window, filter, PremiumSum::Written),
            "covered_days" => self.premium(window, filter, PremiumSum::CoveredDays),
            "incurred" => self.loss(window, filter, LossSum::Incurred),
            "paid" => self.loss(window, filter, LossSum::Paid),
            "reserve" => self.loss(window, filter, LossSum::Reserve),
            "recovered" => self.loss(window, filter, LossSum::Recovered),
            // `claim_count`: the vocabulary holds no other name, which a test keeps true.
            _ => self.loss(window, filter, claims),
        };
        Fill::Basis(single)
    }

    fn loss_ratio(&mut self, arguments: &Arguments<'_>, filter: Filter, window: usize) -> Fill {
        let basis = arguments.word("basis").unwrap_or(&self.basis_of_ratios);
        let (window, over, under) = match basis {
            "paid/earned" => (window, LossSum::Paid, PremiumSum::Earned),
            "incurred/written" | "simple" => (window, LossSum::Incurred, PremiumSum::Written),
            "paid/written" | "simple_paid" => (window, LossSum::Paid, PremiumSum::Written),
            "matured" => (window, LossSum::CohortIncurred, PremiumSum::CohortEarned),
            "accident_year" => {
                let year = position(&mut self.windows, WindowKind::LastCalendarYear);
                (year, LossSum::Incurred, PremiumSum::Earned)
            }
            "calendar_year" => {
                let earned = self.premium(window, filter, PremiumSum::Earned);
                return Fill::NeedsTransactions { earned };
            }
            _ => (window, LossSum::Incurred, PremiumSum::Earned),
        };
        Fill::Quotient(
            self.loss(window, filter, over),
            self.premium(window, filter, under),
        )
    }
}
