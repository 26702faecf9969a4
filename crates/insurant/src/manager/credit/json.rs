//! Credits in JSON.

use super::book::{CreditedAmount, Whose};
use super::clash::TwoManagers;
use super::credits::{CreditTotal, Credits, ManagerCredit};
use super::days::Days;
use super::kind::CreditKind;
use crate::code;
use crate::money::{self, AmountError};
use insurant_rules::document::{Document, Field, Json, Node, Object, Shape};
use insurant_rules::{Currency, Problem, Problems};
use std::sync::LazyLock;

fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::required(name, shape, doc)
}

fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field::optional(name, shape, doc)
}

fn kind() -> Shape {
    Shape::one_of(CreditKind::WORDS.iter().copied())
}

const fn amount() -> Shape {
    Shape::Amount { max_decimals: 4 }
}

/// A sum as an amount is written: it may be beyond the 64 bits that an amount of the input has.
fn sum() -> Shape {
    Shape::line()
}

/// Days `[from, to)`.
pub(crate) static DAYS: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CreditDays",
        "Days from one up to another.",
        [
            required("from", Shape::Date, "The first day."),
            required("to", Shape::Date, "The first day that is not part of it."),
        ],
    )
});

/// An amount.
pub(crate) static AMOUNT: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CreditAmount",
        "An amount of a customer, on the day it took effect.",
        [
            required("amount_id", Shape::id(), "The host's id."),
            required("customer_id", Shape::id(), "The customer."),
            required("kind", kind(), "Of which kind."),
            required("effective", Shape::Date, "The day it took effect."),
            required(
                "amount",
                amount(),
                "The amount; below zero for what is given back.",
            ),
        ],
    )
});

/// Sums by kind.
fn results() -> Shape {
    let fields = CreditKind::ALL
        .iter()
        .map(|kind| optional(kind.as_str(), sum(), "The sum of this kind."));
    Shape::object(
        "CreditResults",
        "Sums by kind: of every kind that any amount has.",
        fields,
    )
}

fn days_fields(doc: &'static str) -> [Field; 2] {
    [
        required("days", Shape::count(), "How many days."),
        required("ranges", Shape::list(DAYS.clone()), doc),
    ]
}

/// What a manager is credited with.
pub(crate) static MANAGER: LazyLock<Shape> = LazyLock::new(|| {
    let mut own =
        days_fields("The days on which they looked after a customer unsupervised.").to_vec();
    own.push(required("results", results(), "What they did on them."));
    let by = Shape::object(
        "CreditSupervisor",
        "What was done under one supervisor.",
        [
            required("manager_id", Shape::id(), "The supervisor."),
            required("results", results(), "What was done."),
        ],
    );
    let mut supervised =
        days_fields("The days on which they looked after customers under supervision only.")
            .to_vec();
    supervised.push(required(
        "by",
        Shape::list(by),
        "By supervisor, in order of id.",
    ));
    Shape::object(
        "ManagerCredit",
        "A manager's days and results.",
        [
            required("manager_id", Shape::id(), "The manager."),
            optional(
                "own",
                Shape::object("CreditOwn", "What is their own.", own),
                "What is their own.",
            ),
            optional(
                "supervised",
                Shape::object(
                    "CreditSupervised",
                    "What was done under supervision.",
                    supervised,
                ),
                "What was done under supervision, which is never among their own results.",
            ),
        ],
    )
});

/// Whose an amount is.
pub(crate) static WHOSE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CreditWhose",
        "Whose an amount is.",
        [
            required("amount_id", Shape::id(), "The amount."),
            required(
                "whose",
                Shape::one_of(Whose::WORDS.iter().copied()),
                "own or supervised: of the manager named. shared: several looked after the customer. nobody: no one did. outside_period: the day is not in the period.",
            ),
            optional("manager_id", Shape::id(), "The manager."),
            optional("supervised_by", Shape::id(), "Who answered for it."),
            optional(
                "managers",
                Shape::list(Shape::id()),
                "Those who looked after the customer, in order of id.",
            ),
        ],
    )
});

/// Where the amounts of a kind went.
pub(crate) static TOTAL: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CreditTotal",
        "Where the amounts of a kind went; what was given is the sum of the others.",
        [
            required("kind", kind(), "The kind."),
            required("given", sum(), "All amounts."),
            required("own", sum(), "The managers' own."),
            required("supervised", sum(), "Under supervision."),
            required("shared", sum(), "Of customers that several looked after."),
            required("nobody", sum(), "Of customers that nobody looked after."),
            required("outside_period", sum(), "Not in the period."),
        ],
    )
});

/// What should not be so.
pub(crate) static FINDING: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CreditFinding",
        "What should not be so.",
        [
            required(
                "finding",
                Shape::one_of([TwoManagers::FINDING]),
                "two_managers: two looked after the customer on the same days, neither under an exception.",
            ),
            required("customer_id", Shape::id(), "The customer."),
            required(
                "managers",
                Shape::list(Shape::id()),
                "The managers, in order of id.",
            ),
            required("from", Shape::Date, "The first of the days, in the period."),
            required("to", Shape::Date, "The first day that is not part of it."),
        ],
    )
});

/// The amounts of a list that has passed its shape. One that cannot be read is told, and counts as
/// nothing while the others are checked; without a currency none is judged.
pub(crate) fn amounts(
    document: &Document,
    input: &Node,
    currency: Option<Currency>,
    problems: &mut Problems,
) -> Vec<CreditedAmount> {
    let mut read = Vec::new();
    for (index, node) in input.items_at("amounts").iter().enumerate() {
        let text = node.text_at("amount").unwrap_or_default();
        let minor = currency.map_or(0, |currency| {
            money::parse(text, currency).unwrap_or_else(|error| {
                let place = document.place_at(&format!("amounts[{index}].amount"));
                problems.push(refused(text, error, currency).at(place));
                0
            })
        });
        read.extend(amount_of(node, minor));
    }
    read
}

fn amount_of(node: &Node, minor: i64) -> Option<CreditedAmount> {
    let text = |key| node.text_at(key).map(str::to_owned);
    Some(CreditedAmount {
        amount_id: text("amount_id")?,
        customer_id: text("customer_id")?,
        kind: node.text_at("kind").and_then(CreditKind::parse)?,
        effective: node.date_at("effective")?,
        minor,
    })
}

fn refused(text: &str, error: AmountError, currency: Currency) -> Problem {
    let code = match error {
        AmountError::TooManyDecimals => code::TOO_MANY_DECIMALS,
        AmountError::TooLarge => code::NUMBER_TOO_LARGE,
        AmountError::Form => code::BAD_DECIMAL,
    };
    let (decimals, name) = (currency.decimals(), currency.code());
    Problem::new(code, error.to_string())
        .found(format!("`{text}`"))
        .expected(format!("at most {decimals} decimals, as {name} has"))
}

fn days(days: &Days) -> Object {
    let ranges = days.ranges().iter().map(|(from, to)| {
        Json::object([
            ("from", from.to_string().into()),
            ("to", to.to_string().into()),
        ])
    });
    // A period has fewer days than there are in 300 years.
    let count = Json::integer(i64::from(days.count()));
    Object::new()
        .with_some("days", count)
        .with("ranges", Json::list(ranges))
}

fn sums(sums: impl Iterator<Item = (CreditKind, i128)>, currency: Currency) -> Json {
    Json::object_of(
        sums.map(|(kind, sum)| (kind.as_str(), money::format_wide(sum, currency).into())),
    )
}

impl Credits<'_> {
    /// The credits in canonical form.
    #[must_use]
    pub fn to_json(&self, currency: Currency) -> Json {
        let period = self.period();
        let managers = self.managers().iter().map(|one| one.to_json(currency));
        let amounts = self.amounts().iter();
        let amounts = amounts.map(|(amount, whose)| whose.to_json(&amount.amount_id));
        let totals = self.totals().iter().map(|total| total.to_json(currency));
        let span = Json::object([
            ("from", period.from().to_string().into()),
            ("to", period.to().to_string().into()),
        ]);
        let findings = self.findings();
        let found = findings.iter().map(TwoManagers::to_json);
        let found = (!findings.is_empty()).then(|| Json::list(found));
        Object::new()
            .with("period", span)
            .with("currency", currency.code())
            .with("managers", Json::list(managers))
            .with("amounts", Json::list(amounts))
            .with("totals", Json::list(totals))
            .with_some("findings", found)
            .into()
    }
}

impl ManagerCredit<'_> {
    /// The manager's days and results in canonical form.
    #[must_use]
    pub fn to_json(&self, currency: Currency) -> Json {
        let own = self.own.as_ref().map(|own| {
            let results = sums(own.results(), currency);
            Json::Object(days(&own.days).with("results", results))
        });
        let supervised = self.supervised.as_ref().map(|supervised| {
            let by = supervised.by().map(|(by, results)| {
                Json::object([
                    ("manager_id", by.into()),
                    ("results", sums(results, currency)),
                ])
            });
            Json::Object(days(&supervised.days).with("by", Json::list(by)))
        });
        Json::Object(
            Object::new()
                .with("manager_id", self.manager_id)
                .with_some("own", own)
                .with_some("supervised", supervised),
        )
    }
}

impl Whose<'_> {
    fn to_json(&self, amount_id: &str) -> Json {
        let object = Object::new()
            .with("amount_id", amount_id)
            .with("whose", self.word());
        Json::Object(match self {
            Self::Own(manager) => object.with("manager_id", *manager),
            Self::Supervised { manager, by } => object
                .with("manager_id", *manager)
                .with("supervised_by", *by),
            Self::Shared(managers) => object.with("managers", Json::list(managers.iter().copied())),
            Self::Nobody | Self::OutsidePeriod => object,
        })
    }
}

impl CreditTotal {
    /// The total in canonical form.
    #[must_use]
    pub fn to_json(&self, currency: Currency) -> Json {
        let money = |sum| Json::from(money::format_wide(sum, currency));
        Json::object([
            ("kind", self.kind.as_str().into()),
            ("given", money(self.given)),
            ("own", money(self.own)),
            ("supervised", money(self.supervised)),
            ("shared", money(self.shared)),
            ("nobody", money(self.nobody)),
            ("outside_period", money(self.outside_period)),
        ])
    }
}
