//! Programs of more questions and gates than a word of answers holds.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use insurant_rules::program::Answers;
use insurant_rules::{Compiler, ConditionId, Program, Slot, Truth, check};
use support::Customer;

/// One rule for each text; `wide` is a named condition.
fn program(texts: &[String], wide: &str) -> (Program, Vec<ConditionId>) {
    let customer = Customer::new();
    let mut scope = customer.scope();
    scope.condition("wide").unwrap();
    let mut compiler = Compiler::new();
    compiler.define("wide", check::condition(wide, &scope).unwrap());
    let rules = texts
        .iter()
        .map(|text| compiler.condition(check::condition(text, &scope).unwrap()))
        .collect();
    (compiler.finish().unwrap(), rules)
}

/// What the rules say of a customer with so many claims in each window of n months.
fn truths(program: &Program, rules: &[ConditionId], claims: impl Fn(usize) -> Slot) -> Vec<Truth> {
    let slots: Vec<Slot> = (0..program.requests().len()).map(claims).collect();
    let mut answers = Answers::default();
    let answered = program.answer(&slots, &mut answers);
    rules.iter().map(|rule| answered.truth(*rule)).collect()
}

fn window(months: usize) -> String {
    format!("claim_count({}m)", months + 1)
}

#[test]
fn each_of_a_hundred_questions_can_decide() {
    for (join, rest, decided) in [
        ("and", Slot::whole(1), Truth::False),
        ("or", Slot::whole(0), Truth::True),
    ] {
        let parts: Vec<String> = (0..100).map(|i| format!("{} >= 1", window(i))).collect();
        let whole = parts.join(&format!(" {join} "));
        let (program, rules) = program(&[whole.clone(), format!("not ({whole})")], "always");
        let other = Slot::whole(1 - rest.num);
        assert_eq!(
            truths(&program, &rules, |_| rest),
            [decided.negate(), decided]
        );
        for one in 0..100 {
            let with = |slot: Slot| move |i: usize| if i == one { slot } else { rest };
            let decisive = truths(&program, &rules, with(other));
            assert_eq!(decisive, [decided, decided.negate()], "{join}, {one}");
            let missing = truths(&program, &rules, with(Slot::UNKNOWN));
            assert_eq!(missing, [Truth::Unknown; 2], "{join}, {one}");
        }
    }
}

#[test]
fn each_of_a_hundred_rules_has_its_own_answer() {
    // Whole numbers, quotients, presence: each form of question fills words of its own.
    let texts: Vec<String> = (0..100)
        .map(|i| {
            let claims = window(i);
            match i % 4 {
                0 => format!("{claims} >= 5 and {claims} < 7 and wide"),
                1 => format!("is_known({claims}) and wide"),
                2 => format!("{claims} in (2, 5, 9) or not wide"),
                _ => format!("not {claims} = 6 and not wide"),
            }
        })
        .collect();
    let (program, rules) = program(&texts, "claim_count(1m) >= 0 and claim_count(2m) >= 0");
    assert_eq!(program.requests().len(), 100);
    let hold = |position: usize, claims: i64| match position % 4 {
        0 => (5..7).contains(&claims),
        1 => true,
        2 => [2, 5, 9].contains(&claims),
        _ => false,
    };
    for round in 0..10 {
        let claims = |position: usize| i64::try_from((position + round) % 10).unwrap();
        let expected: Vec<Truth> = (0..100).map(|i| hold(i, claims(i)).into()).collect();
        assert_eq!(
            truths(&program, &rules, |i| Slot::whole(claims(i))),
            expected
        );
    }
}

#[test]
fn gates_wait_for_gates_below_them() {
    // Each level reads the one below: `not (x and not (y and ...))`.
    let mut text = "claim_count(1m) = 1".to_owned();
    for i in 1..30 {
        text = format!("{} = 1 and not ({text})", window(i));
    }
    let (program, rules) = program(&[text], "always");
    let slots = |ones: usize| move |i: usize| Slot::whole(i64::from(i < ones));
    // Requests come in the order of the text, the outermost first.
    for ones in 0..=30 {
        let mut expected = ones == 30;
        for i in (0..29).rev() {
            expected = i < ones && !expected;
        }
        assert_eq!(
            truths(&program, &rules, slots(ones)),
            [Truth::from(expected)]
        );
    }
}

#[test]
fn a_list_holds_its_members_and_nothing_else() {
    let lists: [&[i64]; 11] = [
        &[3],
        &[2, 3, 4],
        &[1, 4],
        &[-1, 2],
        &[-3, -1],
        &[-5, 3],
        &[0, 63],
        &[0, 64],
        &[62, 64, 66],
        &[i64::MIN, i64::MAX],
        &[-1, i64::MAX],
    ];
    for members in lists {
        let written: Vec<String> = members.iter().map(i64::to_string).collect();
        let list = format!("claim_count(1m) in ({})", written.join(", "));
        let (program, rules) = program(&[list.clone(), format!("not {list}")], "always");
        for value in (-70..=140).chain([i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX]) {
            let holds = Truth::from(members.contains(&value));
            assert_eq!(
                truths(&program, &rules, |_| Slot::whole(value)),
                [holds, holds.negate()],
                "{list} of {value}"
            );
        }
    }
}

#[test]
fn a_parameter_answers_by_itself() {
    for (text, expected) in [
        ("strict", Truth::True),
        ("not strict", Truth::False),
        ("least_claims in (1, 3)", Truth::True),
        ("least_claims in (1, 2)", Truth::False),
        ("least_claims not in (1, 3)", Truth::False),
        ("least_claims not in (1, 2)", Truth::True),
        ("limit in (1, 150%)", Truth::True),
        ("limit not in (1.5, 2)", Truth::False),
        ("least_claims < 3", Truth::False),
        ("3 <= least_claims", Truth::True),
    ] {
        let (program, rules) = program(&[text.to_owned()], "always");
        assert_eq!(
            truths(&program, &rules, |_| Slot::UNKNOWN),
            [expected],
            "{text}"
        );
    }
}

#[test]
fn a_program_knows_the_texts_that_it_compares_with() {
    let texts = ["region = 'north' or city in ('north', 'south')".to_owned()];
    let (program, rules) = program(&texts, "always");
    assert_eq!(program.texts(), ["north", "south"]);
    assert_eq!(program.text("south"), Slot::whole(1));
    assert_eq!(program.text("east"), Slot::whole(-1));
    let said = |text| truths(&program, &rules, |_| program.text(text));
    assert_eq!(said("south"), [Truth::True]);
    assert_eq!(said("east"), [Truth::False]);
}

#[test]
fn presence_is_known_of_what_is_not() {
    let texts = ["is_known(insured)", "not is_known(insured)"].map(str::to_owned);
    let (program, rules) = program(&texts, "always");
    let (yes, no) = (Truth::True, Truth::False);
    assert_eq!(truths(&program, &rules, |_| Slot::UNKNOWN), [no, yes]);
    assert_eq!(truths(&program, &rules, |_| Slot::UNDEFINED), [no, yes]);
    assert_eq!(
        truths(&program, &rules, |_| Slot::boolean(false)),
        [yes, no]
    );
}

#[test]
fn a_quotient_compares_with_an_amount_on_either_side() {
    // Seven thirds are less than three.
    for (text, expected) in [
        ("severity < premium(12m)", Truth::True),
        ("severity >= premium(12m)", Truth::False),
        ("premium(12m) > severity", Truth::True),
        ("premium(12m) <= severity", Truth::False),
    ] {
        let (program, rules) = program(&[text.to_owned()], "always");
        let value = |i: usize| match program.requests()[i].name.as_str() {
            "severity" => Slot::ratio(7, 3),
            _ => Slot::whole(3),
        };
        assert_eq!(truths(&program, &rules, value), [expected], "{text}");
    }
}
