//! The compiler, the evaluator and the trace against a naive interpreter, and the laws of the
//! parser and the printer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod interpreter;
mod random;

use insurant_rules::program::{Answers, Block, SUBJECTS};
use insurant_rules::syntax::{Expression, Kind, Literal, parse, parse_literal};
use insurant_rules::trace::Step;
use insurant_rules::{
    ArgumentValue, Compiler, ConditionId, Program, Request, Scope, Slot, Span, Truth, check,
};
use interpreter::World;
use proptest::prelude::*;
use random::{Dice, Random};

/// A random rulebook, compiled, with its world.
struct Case {
    world: World,
    rules: Vec<(Expression, ConditionId)>,
    program: Program,
    slots: Vec<Slot>,
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let vocabulary = Random::new(&mut dice);
        let mut world = World::default();
        for i in 0..dice.below(4) {
            let condition = vocabulary.condition(&mut dice, &mut world, 3);
            world.conditions.insert(format!("c{i}"), condition);
        }
        let rules: Vec<_> = (0..3)
            .map(|_| vocabulary.condition(&mut dice, &mut world, 5))
            .collect();

        let mut scope = Scope::new(&vocabulary).with_currency(random::currency());
        for (name, literal) in &world.parameters {
            scope.parameter(name, literal.clone()).unwrap();
        }
        for name in world.conditions.keys() {
            scope.condition(name).unwrap();
        }
        let mut compiler = Compiler::new();
        let checked = |condition: &Expression| match check::check(condition, &scope) {
            Ok(checked) => checked,
            Err(faults) => panic!("{condition}\n{}", faults.in_text("")),
        };
        for (name, condition) in &world.conditions {
            compiler.define(name, checked(condition));
        }
        let rules: Vec<_> = rules
            .into_iter()
            .map(|rule| {
                let id = compiler.condition(checked(&rule));
                (rule, id)
            })
            .collect();
        let program = compiler.finish().unwrap();
        let mut slots = vec![Slot::UNKNOWN; program.requests().len()];
        for (i, request) in program.requests().iter().enumerate() {
            let ty = program.request_type(i).unwrap();
            let value = &world.values[&key(request)];
            slots[i] = random::slot(value, ty, |text| program.text(text), dice.one_in(2));
        }
        Self {
            world,
            rules,
            program,
            slots,
        }
    }
}

impl Case {
    fn truth(&self, id: ConditionId, slots: &[Slot]) -> Truth {
        let mut answers = Answers::default();
        self.program.answer(slots, &mut answers).truth(id)
    }
}

/// The same key that the interpreter makes from a call.
fn key(request: &Request) -> String {
    let mut arguments: Vec<String> = request
        .arguments
        .iter()
        .map(|argument| {
            let value = match &argument.value {
                ArgumentValue::Window(window) => window.to_string(),
                ArgumentValue::Months(months) => months.to_string(),
                ArgumentValue::Boolean(true) => "yes".to_owned(),
                ArgumentValue::Boolean(false) => "no".to_owned(),
                ArgumentValue::Count(count) => count.to_string(),
                ArgumentValue::Word(word) => word.clone(),
            };
            format!("{}:{value}", argument.key)
        })
        .collect();
    arguments.sort();
    format!("{}({})", request.name, arguments.join(","))
}

fn without_spans(expression: &Expression) -> Expression {
    let plain = |inner: &Expression| Box::new(without_spans(inner));
    let all = |items: &[Expression]| items.iter().map(without_spans).collect();
    random::expression(match &expression.kind {
        Kind::Or(items) => Kind::Or(all(items)),
        Kind::And(items) => Kind::And(all(items)),
        Kind::Not(inner) => Kind::Not(plain(inner)),
        Kind::Known(inner) => Kind::Known(plain(inner)),
        Kind::Compare {
            left,
            operator,
            right,
        } => Kind::Compare {
            left: plain(left),
            operator: *operator,
            right: plain(right),
        },
        Kind::Among {
            left,
            negated,
            members,
        } => {
            let mut members = members.clone();
            for member in &mut members {
                member.span = Span::default();
            }
            Kind::Among {
                left: plain(left),
                negated: *negated,
                members,
            }
        }
        Kind::Name(call) => {
            let mut call = call.clone();
            call.span = Span::default();
            for argument in &mut call.arguments {
                argument.value.span = Span::default();
                if let Some((_, span)) = &mut argument.key {
                    *span = Span::default();
                }
            }
            Kind::Name(call)
        }
        Kind::Literal(literal) => Kind::Literal(literal.clone()),
        Kind::Always => Kind::Always,
        Kind::Missing => Kind::Missing,
    })
}

/// Pieces that make texts which nearly are conditions.
const PIECES: &[&str] = &[
    "a",
    "claim_count",
    "(",
    ")",
    ",",
    ":",
    "/",
    "and",
    "or",
    "not",
    "in",
    "is_known",
    "always",
    "yes",
    "no",
    "=",
    "!=",
    "<",
    ">=",
    "3",
    "-1",
    "1.5",
    "150%",
    "5 CNY",
    "12m",
    "60 days",
    "2024-01-31",
    "'text'",
    "\"",
    "'",
    "AND",
    "==",
    "（",
    "é",
    "12m, paid: yes",
    "\n",
    "9999-12-31",
    "1.",
    "_",
    "!",
    "\\",
    "9223372036854775808",
];

fn reads_without_panic(text: &str) {
    let parsed = parse(text);
    for fault in &parsed.faults {
        assert!(
            text.get(fault.span.start..fault.span.end).is_some(),
            "{fault:?} in {text:?}"
        );
    }
    let vocabulary = Random { names: Vec::new() };
    let scope = Scope::new(&vocabulary);
    let checked = check::check(&parsed.expression, &scope);
    let value = check::check_value(&parsed.expression, &scope);
    if parsed.faults.is_empty() {
        let printed = parsed.expression.to_string();
        let again = parse(&printed);
        assert!(again.faults.is_empty(), "{printed:?} from {text:?}");
        assert_eq!(
            without_spans(&again.expression),
            without_spans(&parsed.expression)
        );
        assert_eq!(again.expression.to_string(), printed);
        if let Err(faults) = &checked {
            assert!(
                !faults.is_empty(),
                "nothing is refused without a reason: {text:?}"
            );
        }
        if let Err(faults) = &value {
            assert!(
                !faults.is_empty(),
                "nothing is refused without a reason: {text:?}"
            );
        }
    }
    if let Ok(literal) = parse_literal(text) {
        let printed = literal.to_string();
        assert_eq!(
            parse_literal(&printed),
            Ok(literal),
            "{printed:?} from {text:?}"
        );
    }
}

/// Many cases, unless `PROPTEST_CASES` says how many.
fn many() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    let cases = if asked { config.cases } else { 2_000 };
    ProptestConfig { cases, ..config }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn compiled_equals_naive(seed: u64) {
        let case = Case::new(seed);
        for (rule, id) in &case.rules {
            let expected = case.world.truth(rule);
            let actual = case.truth(*id, &case.slots);
            prop_assert_eq!(actual, expected, "{}\n{:#?}", rule, case.world.values);
        }
    }

    #[test]
    fn trace_equals_truth_and_names_what_decides(seed: u64) {
        let case = Case::new(seed);
        let mut steps: Vec<Step> = Vec::new();
        for (rule, id) in &case.rules {
            let before = steps.clone();
            let truth = case.program.trace(*id, &case.slots, &mut steps);
            prop_assert_eq!(truth, case.truth(*id, &case.slots), "{}", rule);
            prop_assert_eq!(&steps[..before.len()], &before[..]);
            let own = &steps[before.len()..];
            prop_assert!(own.iter().any(|step| step.decisive), "{}", rule);
            for step in own {
                let comparison = case.program.comparison(step.comparison).unwrap();
                let alone = parse(&comparison.text).expression;
                prop_assert_eq!(case.world.truth(&alone), step.truth, "{}", comparison.text);
                if step.decisive {
                    prop_assert_eq!(step.effect(), truth, "{} in {}", comparison.text, rule);
                }
            }
        }
    }

    #[test]
    fn sixty_four_subjects_at_once_answer_as_one_by_one(seed: u64, shift in 0_usize..64) {
        let case = Case::new(seed);
        let mut block = Block::new(&case.program);
        // What is known differs from subject to subject: each lacks another value, and some have
        // none by definition.
        let of = |subject: usize| -> Vec<Slot> {
            let slots = case.slots.iter().enumerate();
            slots
                .map(|(i, slot)| match (subject + shift + i) % 7 {
                    0 => Slot::UNKNOWN,
                    1 => Slot::UNDEFINED,
                    n if slot.is_known() && n % 2 == 0 => Slot {
                        num: slot.num.wrapping_add(i64::try_from(subject).unwrap() - 32),
                        ..*slot
                    },
                    _ => *slot,
                })
                .collect()
        };
        // Twice, so that nothing of a block before stays.
        for round in 0..2 {
            for subject in 0..SUBJECTS {
                for (i, slot) in of((subject + round) % SUBJECTS).into_iter().enumerate() {
                    block.set(i, subject, slot);
                }
            }
            case.program.answer_block(&mut block);
        }
        for (rule, id) in &case.rules {
            let truths = block.truths(&case.program, *id);
            prop_assert_eq!(truths.yes & truths.no, 0);
            for subject in 0..SUBJECTS {
                let alone = case.truth(*id, &of((subject + 1) % SUBJECTS));
                let together = match (truths.yes >> subject & 1, truths.no >> subject & 1) {
                    (1, _) => Truth::True,
                    (_, 1) => Truth::False,
                    _ => Truth::Unknown,
                };
                prop_assert_eq!(together, alone, "{}, subject {}", rule, subject);
            }
        }
    }

    #[test]
    fn more_knowledge_never_overturns_an_answer(seed: u64) {
        let case = Case::new(seed);
        // Forget one value after the other: an answer may only become unknown.
        let mut slots = case.slots.clone();
        for forgotten in 0..case.program.requests().len() {
            let asks = |step: &Step| {
                let comparison = case.program.comparison(step.comparison).unwrap();
                matches!(comparison.question, insurant_rules::program::Question::Known)
            };
            slots[forgotten] = Slot::UNKNOWN;
            for (rule, id) in &case.rules {
                let mut steps = Vec::new();
                case.program.trace(*id, &slots, &mut steps);
                if steps.iter().any(asks) {
                    continue;
                }
                let before = case.truth(*id, &case.slots);
                let after = case.truth(*id, &slots);
                prop_assert!(after == before || after == Truth::Unknown, "{}", rule);
            }
        }
    }

    #[test]
    fn slots_that_are_missing_are_unknown(seed: u64, kept in 0_usize..8) {
        let case = Case::new(seed);
        let mut short = case.slots.clone();
        short.truncate(kept);
        let mut padded = short.clone();
        padded.resize(case.slots.len(), Slot::UNKNOWN);
        for (_, id) in &case.rules {
            let truth = case.truth(*id, &short);
            prop_assert_eq!(truth, case.truth(*id, &padded));
            prop_assert_eq!(truth, case.program.trace(*id, &short, &mut Vec::new()));
        }
    }

    #[test]
    fn printing_and_parsing_is_the_identity(seed: u64) {
        let case = Case::new(seed);
        for expression in case.rules.iter().map(|(rule, _)| rule).chain(case.world.conditions.values()) {
            let printed = expression.to_string();
            let parsed = parse(&printed);
            prop_assert!(parsed.faults.is_empty(), "{}", printed);
            prop_assert_eq!(without_spans(&parsed.expression), without_spans(expression));
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        reads_without_panic(&text);
    }

    #[test]
    fn any_near_condition_is_read_without_panic(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..24)
    ) {
        let text: String = pieces
            .iter()
            .map(|(piece, space)| if *space { format!("{piece} ") } else { (*piece).to_owned() })
            .collect();
        reads_without_panic(&text);
    }

    #[test]
    fn any_number_survives_its_text(number: i64, decimals in 0_u32..17, percent: bool) {
        let ratio = insurant_rules::syntax::RatioLiteral::new(number, decimals, percent);
        if let Some(ratio) = ratio {
            let literal = Literal::Ratio(ratio);
            prop_assert_eq!(parse_literal(&literal.to_string()), Ok(literal));
            let (num, den) = ratio.quotient();
            let scale = 10_i128.pow(decimals + if percent { 2 } else { 0 });
            prop_assert_eq!(i128::from(num) * scale, i128::from(number) * i128::from(den));
        }
        for code in ["EUR", "JPY", "KWD"] {
            let currency = insurant_rules::Currency::parse(code).unwrap();
            let literal = Literal::Money { minor: number, currency };
            prop_assert_eq!(parse_literal(&literal.to_string()), Ok(literal));
        }
    }
}
