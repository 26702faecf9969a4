//! Random vocabularies, conditions and values, all from one seed.

use crate::interpreter::{Value, World, key};
use insurant_rules::syntax::{
    Call, CallArgument, Expression, Kind, Literal, Operator, RatioLiteral, SpannedLiteral,
};
use insurant_rules::{
    ArgumentKind, ArgumentSpec, Currency, Date, Duration, DurationUnit, Enumeration, Signature,
    Slot, Span, Type, Vocabulary,
};
use std::sync::Arc;

/// SplitMix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(limit).unwrap()).unwrap()
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Small numbers, so that equality happens, and now and then an extreme.
    pub(crate) fn number(&mut self) -> i64 {
        match self.below(20) {
            0 => i64::MIN,
            1 => i64::MAX,
            _ => i64::try_from(self.below(6)).unwrap() - 2,
        }
    }
}

pub(crate) struct Random {
    pub(crate) names: Vec<Signature>,
}

impl Vocabulary for Random {
    fn subject(&self) -> &str {
        "subject"
    }
    fn signatures(&self) -> &[Signature] {
        &self.names
    }
}

pub(crate) fn currency() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn enumeration(name: String, size: usize) -> Type {
    let members = (0..size).map(|i| format!("m{i}")).collect();
    Type::Enumeration(Arc::new(Enumeration { name, members }))
}

fn random_type(dice: &mut Dice, i: usize) -> Type {
    match dice.below(14) {
        0 => Type::Boolean,
        1 => Type::Count(None),
        2 => Type::Count(Some(DurationUnit::Days)),
        3 => Type::Count(Some(DurationUnit::Years)),
        4 | 5 => Type::Ratio,
        6 => Type::MoneyRatio(currency()),
        7 | 8 => Type::Money(currency()),
        9 => Type::Duration(DurationUnit::Days),
        10 => Type::Date,
        11 => Type::Text,
        12 => enumeration(format!("e{i}"), 4),
        _ => enumeration(format!("e{i}"), 80),
    }
}

impl Random {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let windows = ArgumentKind::Window(&["lifetime"]);
        let names = (0..2 + dice.below(6)).map(|i| {
            let ty = random_type(dice, i);
            let mut arguments = Vec::new();
            for (key, kind) in [("", windows.clone()), ("paid", ArgumentKind::Boolean)] {
                if dice.one_in(3) {
                    let required = dice.one_in(2);
                    arguments.push(ArgumentSpec {
                        key,
                        kind,
                        required,
                    });
                }
            }
            Signature {
                name: format!("n{i}"),
                ty,
                arguments,
                doc: String::new(),
            }
        });
        Self {
            names: names.collect(),
        }
    }

    /// A call of a name; what the host will answer goes into the world.
    fn call(&self, dice: &mut Dice, world: &mut World, signature: &Signature) -> Expression {
        let mut arguments = Vec::new();
        for spec in &signature.arguments {
            if !spec.required && dice.one_in(2) {
                continue;
            }
            let months = Duration {
                count: 12,
                unit: DurationUnit::Months,
            };
            let year = Duration {
                count: 1,
                unit: DurationUnit::Years,
            };
            let literal = match &spec.kind {
                ArgumentKind::Boolean => Literal::Boolean(dice.one_in(2)),
                _ => match dice.below(3) {
                    0 => Literal::Duration(months),
                    1 => Literal::Duration(year),
                    _ => Literal::Word("lifetime".to_owned()),
                },
            };
            let key = (!spec.key.is_empty()).then(|| (spec.key.to_owned(), Span::default()));
            arguments.push(CallArgument {
                key,
                value: spanned(literal),
            });
        }
        let call = Call {
            name: signature.name.clone(),
            span: Span::default(),
            arguments,
        };
        let value = random_value(dice, &signature.ty);
        world.values.entry(key(&call)).or_insert(value);
        if let Type::Enumeration(e) = &signature.ty {
            world
                .members
                .insert(signature.name.clone(), e.members.clone());
        }
        expression(Kind::Name(call))
    }

    /// A leaf of a condition.
    fn leaf(&self, dice: &mut Dice, world: &mut World) -> Expression {
        let signature = dice.pick(&self.names);
        let left = self.call(dice, world, signature);
        if signature.ty == Type::Boolean && dice.one_in(3) {
            return left;
        }
        if dice.one_in(8) {
            return expression(Kind::Known(Box::new(left)));
        }
        if dice.one_in(4) {
            let mut members: Vec<Literal> = Vec::new();
            for _ in 0..1 + dice.below(4) {
                let literal = self.literal(dice, world, &signature.ty);
                let same = |other: &Literal| meaning(other, world) == meaning(&literal, world);
                if !members.iter().any(same) {
                    members.push(literal);
                }
            }
            let members = members.into_iter().map(spanned).collect();
            let negated = dice.one_in(2);
            return expression(Kind::Among {
                left: Box::new(left),
                negated,
                members,
            });
        }
        let others: Vec<_> = self
            .names
            .iter()
            .filter(|other| other.ty.compares_with(&signature.ty) && other.ty != Type::Text)
            .collect();
        let right = if !others.is_empty() && dice.one_in(3) {
            let other = *dice.pick(&others);
            self.call(dice, world, other)
        } else {
            match self.literal(dice, world, &signature.ty) {
                // A bare word is a name until it is known what it stands beside.
                Literal::Word(name) => expression(Kind::Name(Call {
                    name,
                    span: Span::default(),
                    arguments: Vec::new(),
                })),
                literal => expression(Kind::Literal(literal)),
            }
        };
        let operators = [
            Operator::Equal,
            Operator::NotEqual,
            Operator::Less,
            Operator::LessOrEqual,
            Operator::Greater,
            Operator::GreaterOrEqual,
        ];
        let usable = if signature.ty.is_ordered() { 6 } else { 2 };
        let operator = *dice.pick(&operators[..usable]);
        let (left, right) = if dice.one_in(4) {
            (right, left)
        } else {
            (left, right)
        };
        expression(Kind::Compare {
            left: Box::new(left),
            operator,
            right: Box::new(right),
        })
    }

    /// A literal that compares with a type, or the name of a parameter that holds one.
    fn literal(&self, dice: &mut Dice, world: &mut World, ty: &Type) -> Literal {
        let literal = random_literal(dice, ty);
        if !dice.one_in(4) {
            return literal;
        }
        let name = format!("p{}", world.parameters.len());
        world.parameters.insert(name.clone(), literal);
        Literal::Word(name)
    }

    /// A condition, normal as the parser would build it.
    pub(crate) fn condition(&self, dice: &mut Dice, world: &mut World, depth: usize) -> Expression {
        match if depth == 0 { 0 } else { dice.below(8) } {
            1 | 2 => {
                let items = self.conditions(dice, world, depth);
                join(items, Kind::And)
            }
            3 | 4 => {
                let items = self.conditions(dice, world, depth);
                join(items, Kind::Or)
            }
            5 => {
                let inner = self.condition(dice, world, depth - 1);
                expression(Kind::Not(Box::new(inner)))
            }
            6 if !world.conditions.is_empty() => {
                let names: Vec<_> = world.conditions.keys().cloned().collect();
                let name = dice.pick(&names).clone();
                let arguments = Vec::new();
                expression(Kind::Name(Call {
                    name,
                    span: Span::default(),
                    arguments,
                }))
            }
            _ => self.leaf(dice, world),
        }
    }

    fn conditions(&self, dice: &mut Dice, world: &mut World, depth: usize) -> Vec<Expression> {
        (0..2 + dice.below(3))
            .map(|_| self.condition(dice, world, depth - 1))
            .collect()
    }
}

/// `and` inside `and` is one list, and so with `or`.
fn join(items: Vec<Expression>, kind: fn(Vec<Expression>) -> Kind) -> Expression {
    let empty = kind(Vec::new());
    let mut flat = Vec::new();
    for item in items {
        match (item.kind, &empty) {
            (Kind::And(inner), Kind::And(_)) | (Kind::Or(inner), Kind::Or(_)) => {
                flat.extend(inner);
            }
            (other, _) => flat.push(expression(other)),
        }
    }
    expression(kind(flat))
}

fn random_literal(dice: &mut Dice, ty: &Type) -> Literal {
    let small = u32::try_from(dice.below(4)).unwrap();
    match ty {
        Type::Boolean => Literal::Boolean(dice.one_in(2)),
        Type::Count(Some(unit)) if dice.one_in(2) => Literal::Duration(Duration {
            count: small,
            unit: *unit,
        }),
        Type::Count(_) => Literal::Integer(dice.number()),
        Type::Ratio if dice.one_in(2) => Literal::Integer(dice.number()),
        Type::Ratio => {
            let percent = dice.one_in(2);
            let number = dice.number() % 1_000_000_007 * 5;
            Literal::Ratio(RatioLiteral::new(number, small, percent).unwrap())
        }
        Type::Money(currency) | Type::MoneyRatio(currency) => Literal::Money {
            minor: dice.number(),
            currency: *currency,
        },
        Type::Duration(unit) => Literal::Duration(Duration {
            count: small,
            unit: *unit,
        }),
        Type::Date => {
            let days = i32::try_from(dice.below(4)).unwrap();
            Literal::Date(Date::from_days(days).unwrap())
        }
        Type::Text => Literal::Text(["", "a", "it's", "\\\n\"x\""][dice.below(4)].to_owned()),
        Type::Enumeration(e) => {
            let member = dice.pick(&e.members).clone();
            if dice.one_in(3) {
                Literal::Text(member)
            } else {
                Literal::Word(member)
            }
        }
    }
}

fn random_value(dice: &mut Dice, ty: &Type) -> Value {
    if dice.one_in(5) {
        return Value::Missing;
    }
    match ty {
        Type::Boolean => Value::Boolean(dice.one_in(2)),
        Type::Ratio | Type::MoneyRatio(_) => {
            let den = if dice.one_in(10) {
                i64::MAX
            } else {
                1 + dice.number().rem_euclid(4)
            };
            Value::Number(i128::from(dice.number()), i128::from(den))
        }
        Type::Text => Value::Text(["", "a", "it's", "other"][dice.below(4)].to_owned()),
        Type::Enumeration(e) => Value::Member(dice.pick(&e.members).clone()),
        _ => Value::Number(i128::from(dice.number()), 1),
    }
}

/// What a literal in a list comes to, to keep lists free of repetition.
fn meaning(literal: &Literal, world: &World) -> String {
    match literal {
        Literal::Word(word) => match world.parameters.get(word) {
            Some(value) => meaning(value, world),
            None => word.clone(),
        },
        Literal::Text(text) => text.clone(),
        Literal::Integer(number) => format!("{number}/1"),
        Literal::Ratio(ratio) => {
            let (num, den) = ratio.quotient();
            let divisor = (1..=den.min(1_000_000))
                .rev()
                .find(|d| num % d == 0 && den % d == 0);
            let divisor = divisor.unwrap_or(1);
            format!("{}/{}", num / divisor, den / divisor)
        }
        Literal::Duration(duration) => format!("{}/1", duration.count),
        other => other.to_string(),
    }
}

/// A value as the host puts it into a slot.
pub(crate) fn slot(value: &Value, ty: &Type, text: impl Fn(&str) -> Slot, undefined: bool) -> Slot {
    match value {
        Value::Missing if undefined => Slot::UNDEFINED,
        Value::Missing => Slot::UNKNOWN,
        Value::Boolean(value) => Slot::boolean(*value),
        Value::Number(num, den) => {
            Slot::ratio(i64::try_from(*num).unwrap(), i64::try_from(*den).unwrap())
        }
        Value::Text(value) => text(value),
        Value::Member(member) => {
            let Type::Enumeration(e) = ty else {
                panic!("{member} is no value of {ty}");
            };
            Slot::whole(i64::try_from(e.position(member).unwrap()).unwrap())
        }
    }
}

pub(crate) fn expression(kind: Kind) -> Expression {
    Expression {
        kind,
        span: Span::default(),
    }
}

fn spanned(literal: Literal) -> SpannedLiteral {
    SpannedLiteral {
        literal,
        span: Span::default(),
    }
}
