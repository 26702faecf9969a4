//! One desk for all commands: a rulebook on a day, and the customers of a portfolio in order.

use super::stop::Stop;
use crate::portfolio::{CustomerRef, Portfolio, Undecided};
use insurant::decision::{Decision, plain};
use insurant::facts::CheckedCustomer;
use insurant::{Cause, CustomerRules, Date, DatedRules, Scratch, Verdict};
use insurant_rules::{Problems, Slot, Type};
use std::num::NonZeroUsize;
use std::ops::Range;

/// Customers of one piece of work. The pieces are the same for any number of threads, so that the
/// output is as well.
const PIECE: usize = 4096;

/// A rulebook on a day.
pub(crate) struct Desk<'a> {
    dated: DatedRules<'a>,
    /// The rulebook without the expressions of the report: a sum that only the report asks for
    /// must not make a customer undecided.
    plain: Option<DatedRules<'a>>,
}

/// What was found about a customer.
pub(crate) struct Assessed {
    pub(crate) verdict: Verdict,
    /// Whether the expressions have values, and the findings on claims are in the scratch.
    pub(crate) measured: bool,
}

impl<'a> Desk<'a> {
    /// `rules` may have expressions; `plain` are the same without.
    pub(crate) fn new(rules: &'a CustomerRules, plain: &'a CustomerRules, as_of: Date) -> Self {
        let extended = !rules.expressions().is_empty();
        Self {
            dated: rules.on(as_of),
            plain: extended.then(|| plain.on(as_of)),
        }
    }

    /// The rulebook on its day.
    pub(crate) const fn dated(&self) -> &DatedRules<'a> {
        &self.dated
    }

    /// A value of the rulebook as tables print it.
    pub(crate) fn plain(&self, slot: Slot, ty: &Type) -> String {
        let texts = self.dated.rules().texts();
        plain(slot, ty, |n| texts.get(usize::try_from(n).ok()?).cloned())
    }

    /// Decides on a customer.
    pub(crate) fn assess(&self, customer: CustomerRef<'_>, scratch: &mut Scratch) -> Assessed {
        if let Some(cause) = customer.undecided() {
            return Assessed {
                verdict: self.dated.undecided(word(cause), &customer),
                measured: false,
            };
        }
        let verdict = self.dated.assess(&customer, scratch);
        match (&self.plain, verdict.cause) {
            (Some(plain), Some(Cause::Overflow)) => Assessed {
                verdict: checked(plain, customer)
                    .map_or(verdict, |checked| plain.assess_checked(&checked, scratch)),
                measured: false,
            },
            _ => Assessed {
                verdict,
                measured: verdict.is_decided(),
            },
        }
    }

    /// Decides on a customer and says why.
    ///
    /// # Errors
    /// Facts that do not hold together, which reading them would have told.
    pub(crate) fn explain(
        &self,
        customer: CustomerRef<'_>,
        scratch: &mut Scratch,
    ) -> Result<Decision, Problems> {
        let decision = self
            .dated
            .explain(&checked(&self.dated, customer)?, scratch);
        match (&self.plain, decision.verdict().cause) {
            (Some(plain), Some(Cause::Overflow)) => {
                Ok(plain.explain(&checked(plain, customer)?, scratch))
            }
            _ => Ok(decision),
        }
    }
}

/// The facts of a customer as the engine takes them one by one.
fn checked(dated: &DatedRules<'_>, customer: CustomerRef<'_>) -> Result<CheckedCustomer, Problems> {
    let checked = dated.rules().check(customer.facts())?;
    Ok(match customer.undecided() {
        Some(cause) => checked.undecided(word(cause)),
        None => checked,
    })
}

const fn word(undecided: Undecided) -> Cause {
    match undecided {
        Undecided::RejectedRow => Cause::RejectedRow,
        Undecided::MixedCurrency => Cause::MixedCurrency,
    }
}

/// The option `--threads`.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct ThreadsArg {
    /// How many threads assess; as many as the machine has when not given
    ///
    /// The output is the same, byte for byte, for any number.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl ThreadsArg {
    pub(crate) fn count(self) -> usize {
        let available = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.threads.unwrap_or_else(available).get().min(256)
    }
}

/// Works through all customers of a portfolio in pieces, on several threads, and takes the results
/// in the order of the portfolio.
///
/// # Errors
/// What `take` answers.
pub(crate) fn in_order<'p, T: Send>(
    portfolio: &'p Portfolio,
    threads: usize,
    work: impl Fn(Customers<'p>, &mut Scratch) -> T + Sync,
    mut take: impl FnMut(T, usize) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let pieces: Vec<Range<usize>> = (0..portfolio.len())
        .step_by(PIECE)
        .map(|from| from..(from + PIECE).min(portfolio.len()))
        .collect();
    let mut scratches: Vec<Scratch> = (0..threads).map(|_| Scratch::new()).collect();
    let work = &work;
    for round in pieces.chunks(threads) {
        let done: Vec<T> = std::thread::scope(|scope| {
            let running: Vec<_> = round
                .iter()
                .zip(&mut scratches)
                .map(|(range, scratch)| {
                    let customers = Customers {
                        portfolio,
                        range: range.clone(),
                    };
                    scope.spawn(move || work(customers, scratch))
                })
                .collect();
            let joined = running.into_iter().map(|handle| handle.join());
            joined
                .map(|result| result.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        });
        for (result, range) in done.into_iter().zip(round) {
            take(result, range.end)?;
        }
    }
    Ok(())
}

/// Some customers of a portfolio, one after the other.
pub(crate) struct Customers<'a> {
    portfolio: &'a Portfolio,
    range: Range<usize>,
}

impl<'a> Iterator for Customers<'a> {
    type Item = CustomerRef<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.range
            .next()
            .and_then(|index| self.portfolio.customer(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.range.size_hint()
    }
}
