//! The canonical text of a tree: one spelling, no parenthesis more than needed.

use super::ast::{Call, Expression, Kind};
use std::fmt;

/// How tightly a construct binds; a weaker one inside a stronger one needs parentheses.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Binding {
    Or,
    And,
    Not,
    Comparison,
    Operand,
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_inside(f, self, Binding::Or)
    }
}

const fn binding(kind: &Kind) -> Binding {
    match kind {
        Kind::Or(_) => Binding::Or,
        Kind::And(_) => Binding::And,
        Kind::Not(_) => Binding::Not,
        Kind::Compare { .. } | Kind::Among { .. } => Binding::Comparison,
        Kind::Known(_) | Kind::Name(_) | Kind::Literal(_) | Kind::Always | Kind::Missing => {
            Binding::Operand
        }
    }
}

fn write_inside(
    f: &mut fmt::Formatter<'_>,
    expression: &Expression,
    weakest: Binding,
) -> fmt::Result {
    if binding(&expression.kind) < weakest {
        f.write_str("(")?;
        write_kind(f, &expression.kind)?;
        f.write_str(")")
    } else {
        write_kind(f, &expression.kind)
    }
}

fn write_kind(f: &mut fmt::Formatter<'_>, kind: &Kind) -> fmt::Result {
    match kind {
        Kind::Or(items) => write_joined(f, items, " or ", Binding::And),
        Kind::And(items) => write_joined(f, items, " and ", Binding::Not),
        Kind::Not(inner) => {
            f.write_str("not ")?;
            write_inside(f, inner, Binding::Not)
        }
        Kind::Compare {
            left,
            operator,
            right,
        } => {
            write_inside(f, left, Binding::Operand)?;
            write!(f, " {operator} ")?;
            write_inside(f, right, Binding::Operand)
        }
        Kind::Among {
            left,
            negated,
            members,
        } => {
            write_inside(f, left, Binding::Operand)?;
            f.write_str(if *negated { " not in (" } else { " in (" })?;
            for (i, member) in members.iter().enumerate() {
                let separator = if i == 0 { "" } else { ", " };
                write!(f, "{separator}{}", member.literal)?;
            }
            f.write_str(")")
        }
        Kind::Known(inner) => {
            f.write_str("is_known(")?;
            write_inside(f, inner, Binding::Operand)?;
            f.write_str(")")
        }
        Kind::Name(call) => write!(f, "{call}"),
        Kind::Literal(literal) => write!(f, "{literal}"),
        Kind::Always => f.write_str("always"),
        Kind::Missing => f.write_str("?"),
    }
}

fn write_joined(
    f: &mut fmt::Formatter<'_>,
    items: &[Expression],
    separator: &str,
    weakest: Binding,
) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            f.write_str(separator)?;
        }
        write_inside(f, item, weakest)?;
    }
    Ok(())
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for (i, argument) in self.arguments.iter().enumerate() {
            f.write_str(if i == 0 { "(" } else { ", " })?;
            if let Some((key, _)) = &argument.key {
                write!(f, "{key}: ")?;
            }
            write!(f, "{}", argument.value.literal)?;
        }
        if self.arguments.is_empty() {
            Ok(())
        } else {
            f.write_str(")")
        }
    }
}
