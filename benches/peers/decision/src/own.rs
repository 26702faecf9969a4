//! insurant: the rulebook of benches/portfolio as it stands, compiled, over slots filled before.

use crate::contest::{Contestant, Outcome};
use crate::customer::{HEAVY, HIGH, MANY, Measures};
use insurant_rules::document::{Document, Field, Shape};
use insurant_rules::program::Answers;
use insurant_rules::rulebook::{
    CompiledRulebook, CompiledSubject, Language, Rulebook, SectionSpec,
};
use insurant_rules::vocabulary::{ArgumentKind, ArgumentSpec};
use insurant_rules::{Currency, DurationUnit, Request, Signature, Slot, Truth, Type, Vocabulary};
use std::sync::Arc;

const SUBJECT: &str = "customer";
const CATEGORIES: [&str; 5] = ["unattached", "prospect", "standard", "preferred", "key"];

struct Names(Vec<Signature>);

impl Vocabulary for Names {
    fn subject(&self) -> &str {
        SUBJECT
    }
    fn signatures(&self) -> &[Signature] {
        &self.0
    }
}

pub(crate) fn name(name: &str, ty: Type, windowed: bool) -> Signature {
    let window = ArgumentSpec {
        key: "",
        kind: ArgumentKind::Window(&["lifetime"]),
        required: true,
    };
    Signature {
        name: name.to_owned(),
        ty,
        arguments: windowed.then_some(window).into_iter().collect(),
        doc: String::new(),
    }
}

pub(crate) fn language(names: Vec<Signature>) -> Language {
    let severity = || Field::required("severity", Shape::one_of(["watch", "notice"]), "How bad.");
    Language::new()
        .with_subject(Arc::new(Names(names)))
        .with_section(
            SectionSpec::new("categories", SUBJECT, "Categories.").first_match(CATEGORIES, [], 20),
        )
        .with_section(SectionSpec::new("alerts", SUBJECT, "Alerts.").collect_all([severity()], 64))
        .with_section(SectionSpec::new("blacklist", SUBJECT, "Criteria.").collect_all([], 64))
        .with_section(SectionSpec::new("rates", SUBJECT, "Rates.").tables(8, 10_000))
}

pub(crate) fn compile(name: &str, text: &str, names: Vec<Signature>) -> Outcome<CompiledRulebook> {
    let language = language(names);
    let document = Document::parse(name, text).map_err(|problems| problems.to_string())?;
    let rulebook = Rulebook::read(document, &language).map_err(|problems| problems.to_string())?;
    Ok(rulebook
        .compile(&language, &[])
        .map_err(|problems| problems.to_string())?)
}

pub(crate) fn subject(rulebook: &CompiledRulebook) -> Outcome<&CompiledSubject> {
    Ok(rulebook
        .subject(SUBJECT)
        .ok_or("no customer in the rulebook")?)
}

fn slot(of: &Measures, request: &Request) -> Outcome<Slot> {
    let ratio = |window: usize| Slot::ratio(of.incurred[window], of.earned[window]);
    Ok(match request.to_string().as_str() {
        "insured" => Slot::boolean(of.insured),
        "ever_insured" => Slot::boolean(of.ever_insured),
        "annual_premium" => Slot::whole(of.annual_premium),
        "claim_free_years" => Slot::whole(of.claim_free_years),
        "loss_ratio(12m)" => ratio(0),
        "loss_ratio(36m)" => ratio(1),
        "claim_count(12m)" => Slot::whole(of.claims[0]),
        "claim_count(36m)" => Slot::whole(of.claims[1]),
        other => return Err(format!("nobody knows `{other}`").into()),
    })
}

pub(crate) struct Own {
    rulebook: CompiledRulebook,
    slots: Vec<Vec<Slot>>,
    /// By the position of a rule, what its truth says.
    categories: Vec<u32>,
    alerts: Vec<u32>,
    answers: Answers,
}

impl Own {
    pub(crate) fn new(customers: &[Measures]) -> Outcome<Self> {
        let money = Currency::parse("EUR")
            .map(Type::Money)
            .ok_or("no currency")?;
        let names = vec![
            name("insured", Type::Boolean, false),
            name("ever_insured", Type::Boolean, false),
            name("annual_premium", money, false),
            name(
                "claim_free_years",
                Type::Count(Some(DurationUnit::Years)),
                false,
            ),
            name("loss_ratio", Type::Ratio, true),
            name("claim_count", Type::Count(None), true),
        ];
        let text = include_str!("../../../portfolio/workload.toml");
        let rulebook = compile("workload.toml", text, names)?;
        let subject = subject(&rulebook)?;
        let fill = |of| {
            subject
                .program()
                .requests()
                .iter()
                .map(|request| slot(of, request))
                .collect()
        };
        let slots = customers.iter().map(fill).collect::<Outcome<_>>()?;
        let categories = subject.rules("categories").ok_or("no categories")?.rules();
        let categories = categories
            .iter()
            .map(|rule| rule.outcome.unwrap_or(0) as u32)
            .collect();
        let alerts = subject.rules("alerts").ok_or("no alerts")?.rules();
        let bit = |id: &str| if id == "high_loss_ratio" { HIGH } else { MANY };
        let alerts = alerts.iter().map(|rule| bit(&rule.id)).collect();
        Ok(Self {
            slots,
            categories,
            alerts,
            answers: Answers::default(),
            rulebook,
        })
    }
}

impl Contestant for Own {
    fn name(&self) -> String {
        "insurant".into()
    }

    fn run(&mut self, found: &mut [u32]) -> Outcome {
        let subject = subject(&self.rulebook)?;
        let program = subject.program();
        let (Some(categories), Some(alerts), Some(criteria)) = (
            subject.rules("categories"),
            subject.rules("alerts"),
            subject.rules("blacklist"),
        ) else {
            return Err("a section is missing".into());
        };
        for (found, slots) in found.iter_mut().zip(&self.slots) {
            let answered = program.answer(slots, &mut self.answers);
            let category = categories.first(answered).ok_or("no category")?;
            let mut told = self.categories[category];
            for (rule, bit) in alerts.rules().iter().zip(&self.alerts) {
                told |= if answered.truth(rule.when) == Truth::True {
                    *bit
                } else {
                    0
                };
            }
            for rule in criteria.rules() {
                told |= if answered.truth(rule.when) == Truth::True {
                    HEAVY
                } else {
                    0
                };
            }
            *found = told;
        }
        Ok(())
    }
}
