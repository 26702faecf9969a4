//! Many customers at once.

use crate::assessment::Assessment;
use crate::error::{InsurantError, Problem, records};
use crate::facts::Customer;
use crate::progress::{Cancellation, ProgressListener, Watch};
use crate::rules::Rules;
use crate::words::{Cause, CustomerCategory, Standing};
use insurant::facts::CheckedCustomer;
use insurant::many::{Stopped, in_blocks};
use insurant::{Scratch, Verdict};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Customers whose facts were checked against rules: assessed as often as wanted, on as many threads,
/// without crossing again. One whose facts cannot be used stops nobody else.
#[derive(uniffi::Object)]
pub struct Portfolio {
    rules: Arc<Rules>,
    rows: Vec<Row>,
}

/// A customer that can be decided on, or one that was rejected.
enum Row {
    Checked(Box<CheckedCustomer>),
    Rejected(Rejected),
}

/// A customer whose facts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Rejected {
    /// Its position among those handed over, from 0.
    pub position: i64,
    /// The host's id.
    pub customer_id: String,
    /// Everything that is wrong with its facts.
    pub problems: Vec<Problem>,
}

/// How many customers of a portfolio are what.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PortfolioSummary {
    /// How many there are.
    pub customers: i64,
    /// How many of them could be decided on.
    pub decided: i64,
    /// By category, in the order of the ladder; `undecided` last. Nobody is left out.
    pub categories: Vec<CategoryCount>,
    /// By standing. Who is undecided and not blacklisted has none.
    pub standings: Vec<StandingCount>,
    /// By why they could not be decided on.
    pub causes: Vec<CauseCount>,
    /// By alert raised, in order of id; a customer may raise several.
    pub alerts: Vec<AlertCount>,
}

/// How many customers have a category.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CategoryCount {
    /// The category; absent in a rulebook without categories.
    pub category: Option<CustomerCategory>,
    /// How many.
    pub count: i64,
}

/// How many customers have a standing.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StandingCount {
    /// The standing.
    pub standing: Standing,
    /// How many.
    pub count: i64,
}

/// How many customers could not be decided on for one reason.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CauseCount {
    /// The reason.
    pub cause: Cause,
    /// How many.
    pub count: i64,
}

/// How many customers raise an alert.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AlertCount {
    /// The alert.
    pub alert: String,
    /// How many.
    pub count: i64,
}

#[derive(Default)]
struct Tally {
    decided: i64,
    categories: BTreeMap<Option<CustomerCategory>, i64>,
    standings: BTreeMap<Standing, i64>,
    causes: BTreeMap<Cause, i64>,
    alerts: BTreeMap<usize, i64>,
}

impl Tally {
    fn add(&mut self, verdict: &Verdict) {
        self.decided += i64::from(verdict.is_decided());
        *self.categories.entry(verdict.category).or_default() += 1;
        if let Some(standing) = verdict.standing {
            *self.standings.entry(standing).or_default() += 1;
        }
        if let Some(cause) = verdict.cause {
            *self.causes.entry(cause).or_default() += 1;
        }
        for alert in verdict.alerts.positions() {
            *self.alerts.entry(alert).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        fn sum<K: Ord>(into: &mut BTreeMap<K, i64>, from: BTreeMap<K, i64>) {
            for (key, count) in from {
                *into.entry(key).or_default() += count;
            }
        }
        self.decided += other.decided;
        sum(&mut self.categories, other.categories);
        sum(&mut self.standings, other.standings);
        sum(&mut self.causes, other.causes);
        sum(&mut self.alerts, other.alerts);
    }
}

impl Portfolio {
    pub(crate) fn of(rules: Arc<Rules>, customers: Vec<Customer>) -> Arc<Self> {
        let rows = customers.into_iter().enumerate().map(|(i, customer)| {
            let customer_id = customer.customer_id.clone();
            match rules.checked(customer) {
                Ok(checked) => Row::Checked(Box::new(checked)),
                Err(problems) => Row::Rejected(Rejected {
                    position: i64::try_from(i).unwrap_or(i64::MAX),
                    customer_id,
                    problems: records(problems),
                }),
            }
        });
        let rows = rows.collect();
        Arc::new(Self { rules, rows })
    }

    /// Does every row, and puts together what each block found, in order.
    fn run<T: Send>(
        &self,
        threads: i64,
        listener: Option<Arc<dyn ProgressListener>>,
        cancellation: Option<Arc<Cancellation>>,
        work: impl Fn(&mut Scratch, &[Row]) -> T + Sync,
    ) -> Result<impl Iterator<Item = T>, InsurantError> {
        let blocks = Mutex::new(BTreeMap::new());
        let mut watch = Watch::new(listener, cancellation);
        // What is no number of threads at all is refused as none.
        let threads = usize::try_from(threads).unwrap_or(0);
        let block = |scratch: &mut Scratch, rows: Range<usize>| {
            let start = rows.start;
            let found = work(scratch, self.rows.get(rows).unwrap_or_default());
            let mut blocks = blocks.lock().unwrap_or_else(PoisonError::into_inner);
            blocks.insert(start, found);
        };
        let count = self.rows.len();
        let ended = in_blocks(count, threads, "Assessing", &mut watch, Scratch::new, block);
        match ended {
            Ok(()) => {}
            Err(stopped) => {
                let failed = watch.failed().filter(|_| stopped == Stopped::Cancelled);
                return Err(failed.unwrap_or_else(|| stopped.problems().into()));
            }
        }
        let blocks = blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(blocks.into_values())
    }
}

#[uniffi::export]
impl Portfolio {
    /// How many customers there are, rejected ones included.
    pub fn size(&self) -> Result<i64, InsurantError> {
        Ok(i64::try_from(self.rows.len()).unwrap_or(i64::MAX))
    }

    /// The customers whose facts cannot be used.
    pub fn rejected(&self) -> Result<Vec<Rejected>, InsurantError> {
        let rejected = self.rows.iter().filter_map(|row| match row {
            Row::Checked(_) => None,
            Row::Rejected(rejected) => Some(rejected.clone()),
        });
        Ok(rejected.collect())
    }

    /// Decides on every customer, in the order in which they were handed over, on up to so many
    /// threads (1 to 1,024). The answers are the same for any number. A rejected customer is undecided
    /// with the cause `rejected_row` and its problems.
    #[uniffi::method(default(threads = 1, listener = None, cancellation = None))]
    pub fn assess_all(
        &self,
        threads: i64,
        listener: Option<Arc<dyn ProgressListener>>,
        cancellation: Option<Arc<Cancellation>>,
    ) -> Result<Vec<Assessment>, InsurantError> {
        let blocks = self.run(threads, listener, cancellation, |scratch, rows| {
            let assessed = rows.iter().map(|row| match row {
                Row::Checked(customer) => self.rules.assessed(customer, scratch),
                Row::Rejected(rejected) => self.undecided(rejected),
            });
            assessed.collect::<Vec<_>>()
        })?;
        Ok(blocks.flatten().collect())
    }

    /// Counts the customers by what was decided on them: what a screen shows of a portfolio.
    #[uniffi::method(default(threads = 1, listener = None, cancellation = None))]
    pub fn summarise(
        &self,
        threads: i64,
        listener: Option<Arc<dyn ProgressListener>>,
        cancellation: Option<Arc<Cancellation>>,
    ) -> Result<PortfolioSummary, InsurantError> {
        let dated = self.rules.dated();
        let blocks = self.run(threads, listener, cancellation, |scratch, rows| {
            let mut tally = Tally::default();
            for row in rows {
                tally.add(&match row {
                    Row::Checked(customer) => dated.assess_checked(customer, scratch),
                    Row::Rejected(_) => Verdict::undecided(Cause::RejectedRow, false),
                });
            }
            tally
        })?;
        let mut tally = Tally::default();
        blocks.for_each(|block| tally.merge(block));
        let rules = self.rules.rules();
        let alerts = tally.alerts.into_iter().filter_map(|(alert, count)| {
            let alert = rules.alert_id(alert)?.to_owned();
            Some(AlertCount { alert, count })
        });
        let categories = tally.categories.into_iter();
        let standings = tally.standings.into_iter();
        let causes = tally.causes.into_iter();
        Ok(PortfolioSummary {
            customers: self.size()?,
            decided: tally.decided,
            categories: categories
                .map(|(category, count)| CategoryCount { category, count })
                .collect(),
            standings: standings
                .map(|(standing, count)| StandingCount { standing, count })
                .collect(),
            causes: causes
                .map(|(cause, count)| CauseCount { cause, count })
                .collect(),
            alerts: alerts.collect(),
        })
    }
}

impl Portfolio {
    fn undecided(&self, rejected: &Rejected) -> Assessment {
        Assessment {
            customer_id: rejected.customer_id.clone(),
            as_of: self.rules.dated().as_of().into(),
            decided: false,
            category: Some(CustomerCategory::Undecided),
            standing: None,
            cause: Some(Cause::RejectedRow),
            holds: Vec::new(),
            unknown: Vec::new(),
            alerts: Vec::new(),
            alerts_unknown: Vec::new(),
            findings: Vec::new(),
            findings_unknown: Vec::new(),
            hindsight: false,
            projected: false,
            tier: None,
            bonus_malus: Vec::new(),
            measures: Vec::new(),
            problems: rejected.problems.clone(),
        }
    }
}
