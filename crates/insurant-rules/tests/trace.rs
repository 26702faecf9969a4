//! What a trace says of a decision, and what it costs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use insurant_rules::program::Answers;
use insurant_rules::program::{Question, Source};
use insurant_rules::trace::Step;
use insurant_rules::{Compiler, ConditionId, Program, Slot, Truth, came_close, check};
use support::Customer;

struct Rule {
    program: Program,
    id: ConditionId,
}

impl Rule {
    /// A rule beside the named condition `thin`.
    fn new(text: &str) -> Self {
        let customer = Customer::new();
        let scope = customer.scope();
        let mut compiler = Compiler::new();
        let thin = "claim_count(12m) < 1 and days_left < 10";
        compiler.define("thin", check::condition(thin, &scope).unwrap());
        let id = compiler.condition(check::condition(text, &scope).unwrap());
        Self {
            program: compiler.finish().unwrap(),
            id,
        }
    }

    fn trace(&self, values: &[(&str, Slot)]) -> (Truth, Vec<Step>) {
        let mut slots = vec![Slot::UNKNOWN; self.program.requests().len()];
        for (name, value) in values {
            let requests = self.program.requests();
            let slot = requests.iter().position(|request| request.name == *name);
            slots[slot.unwrap()] = *value;
        }
        let mut steps = Vec::new();
        let truth = self.program.trace(self.id, &slots, &mut steps);
        let mut answers = Answers::default();
        let answered = self.program.answer(&slots, &mut answers);
        assert_eq!(truth, answered.truth(self.id));
        (truth, steps)
    }

    /// The texts of the decisive steps.
    fn decisive(&self, values: &[(&str, Slot)]) -> Vec<&str> {
        let (_, steps) = self.trace(values);
        let decisive = steps.iter().filter(|step| step.decisive);
        decisive.map(|step| self.text(step)).collect()
    }

    fn text(&self, step: &Step) -> &str {
        &self.program.comparison(step.comparison).unwrap().text
    }
}

const YES: Slot = Slot::boolean(true);
const NO: Slot = Slot::boolean(false);

#[test]
fn every_comparison_is_listed_with_its_values_in_the_order_of_the_text() {
    let rule = Rule::new("premium(12m) >= volume and not thin or credit in (good, poor)");
    let (truth, steps) = rule.trace(&[
        ("premium", Slot::whole(50_000_000)),
        ("claim_count", Slot::whole(0)),
        ("days_left", Slot::UNDEFINED),
        ("credit", Slot::whole(1)),
    ]);
    assert_eq!(truth, Truth::Unknown);
    let texts: Vec<_> = steps.iter().map(|step| rule.text(step)).collect();
    assert_eq!(
        texts,
        [
            "premium(12m) >= volume",
            "claim_count(12m) < 1",
            "days_left < 10",
            "credit in (good, poor)"
        ]
    );
    let truths: Vec<_> = steps
        .iter()
        .map(|step| (step.truth, step.negated))
        .collect();
    assert_eq!(
        truths,
        [
            (Truth::True, false),
            (Truth::True, true),
            (Truth::Unknown, true),
            (Truth::False, false)
        ]
    );
    assert_eq!(
        (steps[0].left, steps[0].right),
        (Slot::whole(50_000_000), Slot::whole(50_000_000))
    );
    assert_eq!(
        (steps[2].left, steps[2].right),
        (Slot::UNDEFINED, Slot::whole(10))
    );

    let first = rule.program.comparison(steps[0].comparison).unwrap();
    let right = first.right.as_ref().unwrap();
    assert_eq!(
        (right.text.as_str(), right.parameter.as_deref()),
        ("volume", Some("500000 CNY"))
    );
    assert_eq!(right.ty.to_string(), "money in CNY");
    assert_eq!(right.source, Source::Constant(Slot::whole(50_000_000)));
    assert_eq!((first.span.start, first.span.end), (0, 22));
    assert_eq!(first.within, None);
    let second = rule.program.comparison(steps[1].comparison).unwrap();
    assert_eq!(second.within.as_deref(), Some("thin"));
    let last = rule.program.comparison(steps[3].comparison).unwrap();
    let members = vec![Slot::whole(0), Slot::whole(2)];
    assert_eq!(
        last.question,
        Question::Among {
            negated: false,
            members
        }
    );
}

#[test]
fn the_first_of_several_sufficient_reasons_decides() {
    let rule = Rule::new("insured and notable");
    assert_eq!(
        rule.decisive(&[("insured", NO), ("notable", NO)]),
        ["insured"]
    );
    assert_eq!(
        rule.decisive(&[("insured", YES), ("notable", NO)]),
        ["notable"]
    );
    assert_eq!(
        rule.decisive(&[("insured", YES), ("notable", YES)]),
        ["insured", "notable"]
    );
    assert_eq!(rule.decisive(&[("insured", YES)]), ["notable"]);
    assert_eq!(rule.decisive(&[("notable", NO)]), ["notable"]);
    let rule = Rule::new("insured or notable");
    assert_eq!(
        rule.decisive(&[("insured", YES), ("notable", YES)]),
        ["insured"]
    );
    assert_eq!(
        rule.decisive(&[("insured", NO), ("notable", NO)]),
        ["insured", "notable"]
    );
    assert_eq!(rule.decisive(&[("insured", NO)]), ["notable"]);
    let rule = Rule::new("not (insured and notable)");
    assert_eq!(
        rule.decisive(&[("insured", NO), ("notable", NO)]),
        ["insured"]
    );
    assert_eq!(
        rule.decisive(&[("insured", YES), ("notable", YES)]),
        ["insured", "notable"]
    );
}

#[test]
fn close_is_one_comparison_against() {
    let close = |text: &str, values: &[(&str, Slot)]| {
        let (truth, steps) = Rule::new(text).trace(values);
        came_close(truth, &steps)
    };
    let both = |a, b| [("insured", a), ("notable", b)];
    assert!(close("insured and notable", &both(YES, NO)));
    assert!(!close("insured and notable", &both(NO, NO)));
    assert!(!close("insured and notable", &both(YES, YES)));
    assert!(close("insured and notable", &[("notable", NO)]));
    assert!(!close("insured and notable", &[("insured", YES)]));
    assert!(!close("insured or notable", &both(NO, NO)));
    // A true comparison under a `not` stands against the condition, a false one for it.
    assert!(close("insured and not notable", &both(YES, YES)));
    assert!(!close("insured and not notable", &both(NO, YES)));
    assert!(close("insured and not notable", &both(NO, NO)));
    // A named condition that is used twice still stands against only once.
    let thin = [
        ("claim_count", Slot::whole(2)),
        ("days_left", Slot::whole(3)),
        ("insured", YES),
    ];
    assert!(close("thin and (insured and thin)", &thin));
}

#[test]
fn always_needs_no_reason() {
    let (truth, steps) = Rule::new("always").trace(&[]);
    assert_eq!((truth, steps.len()), (Truth::True, 0));
}

#[test]
fn conditions_that_double_at_each_name_stay_small() {
    let customer = Customer::new();
    let mut scope = customer.scope();
    let mut compiler = Compiler::new();
    compiler.define("thin", check::condition("insured", &scope).unwrap());
    let mut last = "thin".to_owned();
    for i in 0..40 {
        let name = format!("x{i}");
        scope.condition(&name).unwrap();
        let text = format!("{last} and not (notable and not {last})");
        compiler.define(&name, check::condition(&text, &scope).unwrap());
        last = name;
    }
    let id = compiler.condition(check::condition(&last, &scope).unwrap());
    let program = compiler.finish().unwrap();
    let slots = vec![Slot::boolean(true); program.requests().len()];
    let mut steps = Vec::new();
    assert_eq!(program.trace(id, &slots, &mut steps), Truth::True);
    assert_eq!(steps.len(), 41);
}

#[test]
fn equal_requests_share_a_slot() {
    let rule = Rule::new(
        "claim_count(12m) > 1 and claim_count(1y) < 9 and claim_count(12 months, back: 1y) > 0 \
         and claim_count(12m, back: 12m) < 5",
    );
    let texts: Vec<_> = rule
        .program
        .requests()
        .iter()
        .map(|request| (request.name.as_str(), request.arguments.len()))
        .collect();
    assert_eq!(texts, [("claim_count", 1), ("claim_count", 2)]);
}

#[test]
fn values_and_texts() {
    let customer = Customer::new();
    let scope = customer.scope();
    let mut compiler = Compiler::new();
    let value = |text| check::value(text, &scope).unwrap();
    let premium = compiler.value(value("premium(12m)"));
    let limit = compiler.value(value("limit"));
    let north = compiler.value(value("region = 'north'"));
    let program = compiler.finish().unwrap();
    assert_eq!(
        program.value_type(premium).unwrap().to_string(),
        "money in CNY"
    );
    assert_eq!(program.value_type(limit).unwrap().to_string(), "ratio");
    assert_eq!(program.value_type(north).unwrap().to_string(), "boolean");
    let names: Vec<_> = program.requests().iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, ["region", "premium"]);
    for (region, expected) in [("north", YES), ("south", NO)] {
        let slots = [program.text(region), Slot::whole(7)];
        let mut answers = Answers::default();
        let answered = program.answer(&slots, &mut answers);
        assert_eq!(answered.slots(), slots);
        assert_eq!(answered.value(north), expected);
        assert_eq!(answered.value(premium), Slot::whole(7));
        assert_eq!(answered.value(limit), Slot::ratio(150, 100));
    }
    let mut answers = Answers::default();
    assert_eq!(
        program.answer(&[], &mut answers).value(north),
        Slot::UNKNOWN
    );
}

#[test]
fn each_operator_at_its_limit() {
    for (text, truths) in [
        ("claim_count(12m) = 3", [false, true, false]),
        ("claim_count(12m) != 3", [true, false, true]),
        ("claim_count(12m) < 3", [true, false, false]),
        ("claim_count(12m) <= 3", [true, true, false]),
        ("claim_count(12m) > 3", [false, false, true]),
        ("claim_count(12m) >= 3", [false, true, true]),
        ("3 < claim_count(12m)", [false, false, true]),
        ("not claim_count(12m) > 3", [true, true, false]),
        ("claim_count(12m) in (3, 90)", [false, true, false]),
        ("claim_count(12m) in (2, 3)", [true, true, false]),
        ("claim_count(12m) not in (2, 3, 900)", [false, false, true]),
        ("loss_ratio(12m) = 300%", [false, true, false]),
        ("loss_ratio(12m) != 300%", [true, false, true]),
        ("loss_ratio(12m) < 300%", [true, false, false]),
        ("loss_ratio(12m) <= 3", [true, true, false]),
        ("loss_ratio(12m) > 3.0", [false, false, true]),
        ("loss_ratio(12m) >= 300%", [false, true, true]),
        ("loss_ratio(12m) in (3, 90)", [false, true, false]),
        ("loss_ratio(12m) not in (3, 90)", [true, false, true]),
    ] {
        let rule = Rule::new(text);
        for (value, expected) in (2..).zip(truths) {
            let name = &rule.program.requests()[0].name;
            let slot = match name.as_str() {
                "loss_ratio" => Slot::ratio(value * 7, 7),
                _ => Slot::whole(value),
            };
            let (truth, _) = rule.trace(&[(name, slot)]);
            assert_eq!(truth, Truth::from(expected), "{text} at {value}");
        }
    }
}

#[test]
fn the_ends_of_64_bits_compare_exactly() {
    for (text, value, expected) in [
        ("claim_count(12m) < -9223372036854775808", i64::MIN, false),
        ("claim_count(12m) <= -9223372036854775808", i64::MIN, true),
        ("claim_count(12m) > 9223372036854775807", i64::MAX, false),
        ("claim_count(12m) >= 9223372036854775807", i64::MAX, true),
        (
            "claim_count(12m) in (-9223372036854775808, 9223372036854775807)",
            i64::MAX,
            true,
        ),
        (
            "claim_count(12m) in (-9223372036854775808, 9223372036854775807)",
            0,
            false,
        ),
    ] {
        let (truth, _) = Rule::new(text).trace(&[("claim_count", Slot::whole(value))]);
        assert_eq!(truth, Truth::from(expected), "{text} at {value}");
    }
    let rule = Rule::new("loss_ratio(12m) > 0.999999999999999999");
    let ratio = |num| [("loss_ratio", Slot::ratio(num, i64::MAX))];
    assert_eq!(rule.trace(&ratio(i64::MAX)).0, Truth::True);
    assert_eq!(rule.trace(&ratio(i64::MAX - 10)).0, Truth::False);
}
