//! Whether a literal can be a value of a type.

use super::scope::wrong_currency;
use super::{Checker, Constant};
use crate::code;
use crate::problem::{Problem, nearest};
use crate::span::Span;
use crate::syntax::Literal;
use crate::types::{DurationUnit, Enumeration, Type};

impl Checker<'_, '_> {
    /// The literal as a value that compares with `ty`; reports why it cannot be one.
    pub(super) fn fit(
        &mut self,
        literal: &Literal,
        span: Span,
        ty: &Type,
        parameter: Option<&str>,
    ) -> Option<Constant> {
        // A parameter in another currency was reported where it is declared.
        if let Literal::Money { currency, .. } = literal
            && let Some(problem) = self.scope.foreign(*currency, literal)
        {
            self.faults.push(span, problem);
            return None;
        }
        match fitted(literal, ty) {
            Ok(constant) => Some(constant),
            Err(problem) => {
                let problem = match parameter {
                    Some(name) => problem.found(format!("the parameter `{name}`, `{literal}`")),
                    None => problem.found(format!("`{literal}`")),
                };
                self.faults.push(span, problem);
                None
            }
        }
    }
}

fn fitted(literal: &Literal, ty: &Type) -> Result<Constant, Problem> {
    match (literal, ty) {
        (Literal::Boolean(value), Type::Boolean) => Ok(Constant::whole(i64::from(*value))),
        (Literal::Integer(number), Type::Count(_) | Type::Ratio) => Ok(Constant::whole(*number)),
        (Literal::Ratio(ratio), Type::Ratio) => {
            let (num, den) = ratio.quotient();
            Ok(Constant::Number { num, den })
        }
        (Literal::Money { minor, currency }, Type::Money(own) | Type::MoneyRatio(own)) => {
            if currency == own {
                Ok(Constant::whole(*minor))
            } else {
                Err(wrong_currency(literal, *own))
            }
        }
        (Literal::Duration(duration), Type::Duration(unit) | Type::Count(Some(unit)))
            if duration.unit == *unit =>
        {
            Ok(Constant::whole(i64::from(duration.count)))
        }
        (Literal::Date(date), Type::Date) => Ok(Constant::whole(i64::from(date.days()))),
        (Literal::Text(text), Type::Text) => Ok(Constant::Text(text.clone())),
        (Literal::Word(word) | Literal::Text(word), Type::Enumeration(enumeration)) => {
            match enumeration.position(word).map(i64::try_from) {
                Some(Ok(position)) => Ok(Constant::whole(position)),
                _ => Err(unknown_member(word, enumeration)),
            }
        }
        _ => Err(clash(literal, ty)),
    }
}

pub(super) fn unknown_member(word: &str, enumeration: &Enumeration) -> Problem {
    let members = enumeration.members.iter().map(String::as_str);
    let problem = Problem::new(
        code::UNKNOWN_MEMBER,
        format!("`{word}` is not a value of {}", enumeration.name),
    )
    .found(format!("`{word}`"))
    .expected(format!("one of {}", enumeration.members.join(", ")))
    .nearest(nearest(word, members));
    match word {
        "unknown" | "null" | "none" | "missing" | "undefined" | "" => {
            problem.remedy("ask `not is_known(x)` whether a value is missing")
        }
        _ => problem,
    }
}

fn clash(literal: &Literal, ty: &Type) -> Problem {
    let own = literal.ty().map(|own| own.to_string());
    let own = own.as_deref().unwrap_or("a word");
    let problem = Problem::new(
        code::TYPE_CLASH,
        format!("`{literal}` ({own}) does not compare with {ty}"),
    )
    .expected(ty.to_string());
    match (literal, ty) {
        (Literal::Integer(number), Type::Money(currency) | Type::MoneyRatio(currency)) => problem
            .remedy(format!(
                "write the amount with its currency: `{number} {currency}`"
            )),
        (Literal::Integer(number), Type::Duration(unit)) if *number >= 0 => {
            problem.remedy(format!("write the unit: `{number}{}`", unit.letter()))
        }
        (Literal::Duration(_), Type::Duration(unit) | Type::Count(Some(unit))) => {
            problem.remedy(format!("write it in {}: `{}`", unit.word(), example(*unit)))
        }
        (Literal::Ratio(_), Type::Count(_)) => problem.remedy("write a whole number"),
        (Literal::Word(word), Type::Text) => problem.remedy(format!("quote it: `'{word}'`")),
        (Literal::Text(text), Type::Date) if crate::Date::parse(text).is_ok() => {
            problem.remedy(format!("write it without quotes: `{text}`"))
        }
        _ => problem,
    }
}

const fn example(unit: DurationUnit) -> &'static str {
    match unit {
        DurationUnit::Days => "60d",
        DurationUnit::Months => "12m",
        DurationUnit::Years => "3y",
    }
}
