//! A small subject for tests: every type, every kind of argument.
#![allow(dead_code, reason = "each test binary uses a part")]

use insurant_rules::syntax::parse_literal;
use insurant_rules::{
    ArgumentKind, ArgumentSpec, Currency, DurationUnit, Enumeration, Scope, Signature, Type,
    Vocabulary,
};
use std::sync::Arc;

pub(crate) struct Customer(Vec<Signature>);

impl Vocabulary for Customer {
    fn subject(&self) -> &str {
        "customer"
    }
    fn signatures(&self) -> &[Signature] {
        &self.0
    }
}

pub(crate) fn cny() -> Currency {
    Currency::parse("CNY").unwrap()
}

const WINDOW: ArgumentSpec = ArgumentSpec {
    key: "",
    kind: ArgumentKind::Window(&["lifetime", "policy_year"]),
    required: true,
};

const fn optional(key: &'static str, kind: ArgumentKind) -> ArgumentSpec {
    ArgumentSpec {
        key,
        kind,
        required: false,
    }
}

impl Customer {
    pub(crate) fn new() -> Self {
        let credit = Type::Enumeration(Arc::new(Enumeration {
            name: "credit".to_owned(),
            members: ["good", "fair", "poor"].map(str::to_owned).to_vec(),
        }));
        let kind = Type::Enumeration(Arc::new(Enumeration {
            name: "kind".to_owned(),
            members: ["individual", "organisation", "partner"]
                .map(str::to_owned)
                .to_vec(),
        }));
        let paid = optional("paid", ArgumentKind::Boolean);
        let back = optional("back", ArgumentKind::Months);
        let line = optional("line", ArgumentKind::Word);
        let basis = optional(
            "basis",
            ArgumentKind::OneOf(&["incurred/earned", "paid/earned"]),
        );
        let full = ArgumentSpec {
            key: "full",
            kind: ArgumentKind::Count,
            required: true,
        };
        let names = [
            (
                "claim_count",
                Type::Count(None),
                vec![WINDOW, paid, back, line],
            ),
            ("loss_ratio", Type::Ratio, vec![WINDOW, basis]),
            ("credibility", Type::Ratio, vec![WINDOW, full]),
            ("premium", Type::Money(cny()), vec![WINDOW]),
            ("severity", Type::MoneyRatio(cny()), vec![]),
            (
                "claim_free_years",
                Type::Count(Some(DurationUnit::Years)),
                vec![],
            ),
            ("days_left", Type::Count(Some(DurationUnit::Days)), vec![]),
            ("insured", Type::Boolean, vec![]),
            ("credit", credit, vec![]),
            ("kind", kind, vec![]),
            ("since", Type::Date, vec![]),
            ("region", Type::Text, vec![]),
            ("city", Type::Text, vec![]),
        ];
        Self(
            names
                .into_iter()
                .map(|(name, ty, arguments)| Signature {
                    name: name.to_owned(),
                    ty,
                    arguments,
                    doc: String::new(),
                })
                .collect(),
        )
    }

    /// With the parameters, inputs and conditions that the tests use.
    pub(crate) fn scope(&self) -> Scope<'_> {
        let mut scope = Scope::new(self).with_currency(cny());
        for (name, value) in [
            ("least_claims", "3"),
            ("volume", "500_000 CNY"),
            ("limit", "150%"),
            ("grace", "30d"),
            ("best", "good"),
            ("strict", "yes"),
        ] {
            scope
                .parameter(name, parse_literal(value).unwrap())
                .unwrap();
        }
        scope.input("notable", Type::Boolean).unwrap();
        scope
            .input("notice", Type::Duration(DurationUnit::Days))
            .unwrap();
        scope.condition("thin").unwrap();
        scope
    }
}
