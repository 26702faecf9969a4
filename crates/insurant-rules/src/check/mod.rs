//! From a tree to a typed condition: what every name means, and whether the types agree.
//!
//! The checker reports all faults of a tree at once, and none twice: a part that the parser could
//! not read, or a name whose own declaration was refused, is passed over in silence.

mod arguments;
mod compare;
mod fit;
mod names;
mod scope;
pub mod typed;

pub use scope::{Declared, Scope};
pub use typed::{Condition, Constant, Leaf, Operand, Source, Test, Value};

use crate::code;
use crate::problem::Problem;
use crate::span::{Faults, Span};
use crate::syntax::{Expression, Kind, Literal, parse};
use crate::types::Type;

/// Parses and checks a condition, all faults of both at once.
///
/// # Errors
/// All faults, in the order of the text.
pub fn condition(text: &str, scope: &Scope<'_>) -> Result<Condition, Faults> {
    let parsed = parse(text);
    merge(parsed.faults, check(&parsed.expression, scope))
}

/// Parses and checks a value or a condition, all faults of both at once.
///
/// # Errors
/// All faults, in the order of the text.
pub fn value(text: &str, scope: &Scope<'_>) -> Result<Value, Faults> {
    let parsed = parse(text);
    merge(parsed.faults, check_value(&parsed.expression, scope))
}

fn merge<T>(mut faults: Faults, checked: Result<T, Faults>) -> Result<T, Faults> {
    match checked {
        Ok(value) => faults.or(value),
        Err(more) => {
            faults.extend(more);
            match faults.or(()) {
                Ok(()) => Err(Faults::new()),
                Err(faults) => Err(faults),
            }
        }
    }
}

/// Checks a condition.
///
/// # Errors
/// All faults of the tree. The list is empty when the tree holds only faults that the parser has
/// reported, or names that the scope has refused.
pub fn check(expression: &Expression, scope: &Scope<'_>) -> Result<Condition, Faults> {
    if matches!(expression.kind, Kind::Always) {
        return Ok(Condition::Always);
    }
    let mut checker = Checker::new(scope);
    let condition = checker.condition(expression);
    checker.finish(condition)
}

/// Checks a value, such as `earned_premium(12m)`, or a condition.
///
/// # Errors
/// See [`check`].
pub fn check_value(expression: &Expression, scope: &Scope<'_>) -> Result<Value, Faults> {
    let mut checker = Checker::new(scope);
    let value = match &expression.kind {
        Kind::Name(call) if !scope.is_condition(&call.name) => {
            checker.operand(expression).map(Value::Operand)
        }
        Kind::Literal(_) => checker.operand(expression).map(Value::Operand),
        _ => return check(expression, scope).map(Value::Condition),
    };
    checker.finish(value)
}

/// Checks that a literal has a type, for values that stand outside of conditions: bands, cells of
/// tables, parameters that must have a known type.
///
/// # Errors
/// The one fault of the literal.
pub fn check_literal(
    literal: &Literal,
    span: Span,
    ty: &Type,
    scope: &Scope<'_>,
) -> Result<Constant, Faults> {
    let mut checker = Checker::new(scope);
    let constant = checker.fit(literal, span, ty, None);
    checker.finish(constant)
}

/// The named conditions that `expression` refers to.
///
/// Names of conditions stand only where conditions stand, so this needs no types, and cycles are
/// found even among conditions that have other faults.
#[must_use]
pub fn references(expression: &Expression, scope: &Scope<'_>) -> Vec<(String, Span)> {
    fn walk(expression: &Expression, scope: &Scope<'_>, found: &mut Vec<(String, Span)>) {
        match &expression.kind {
            Kind::Or(items) | Kind::And(items) => {
                items.iter().for_each(|item| walk(item, scope, found));
            }
            Kind::Not(inner) => walk(inner, scope, found),
            Kind::Name(call) if scope.is_condition(&call.name) => {
                found.push((call.name.clone(), call.span));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(expression, scope, &mut found);
    found
}

/// The walk over one tree.
struct Checker<'s, 'v> {
    scope: &'s Scope<'v>,
    faults: Faults,
}

impl<'s, 'v> Checker<'s, 'v> {
    fn new(scope: &'s Scope<'v>) -> Self {
        Self {
            scope,
            faults: Faults::new(),
        }
    }

    fn finish<T>(self, value: Option<T>) -> Result<T, Faults> {
        match value {
            Some(value) => self.faults.or(value),
            None => match self.faults.or(()) {
                Ok(()) => Err(Faults::new()),
                Err(faults) => Err(faults),
            },
        }
    }

    /// A condition; `None` when something in it is wrong and reported.
    fn condition(&mut self, expression: &Expression) -> Option<Condition> {
        match &expression.kind {
            Kind::Or(items) => self.conditions(items).map(Condition::Or),
            Kind::And(items) => self.conditions(items).map(Condition::And),
            Kind::Not(inner) => {
                let inner = self.condition(inner)?;
                Some(Condition::Not(Box::new(inner)))
            }
            Kind::Compare {
                left,
                operator,
                right,
            } => self.compare(expression, left, *operator, right),
            Kind::Among {
                left,
                negated,
                members,
            } => self.among(expression, left, *negated, members),
            Kind::Known(inner) => self.known(expression, inner),
            Kind::Name(call) if self.scope.is_condition(&call.name) => {
                self.refuse_arguments(call)?;
                Some(Condition::Named(call.name.clone()))
            }
            Kind::Name(_) => {
                let operand = self.operand(expression)?;
                if operand.ty == Type::Boolean {
                    return Some(leaf(expression, Test::Holds(operand)));
                }
                let problem = Problem::new(
                    code::NOT_A_CONDITION,
                    format!("`{expression}` is a value, not a condition"),
                )
                .found(operand.ty.to_string())
                .expected("a comparison or a boolean");
                let remedy = if operand.ty.is_ordered() {
                    format!("compare it, as in `{expression} >= ...`")
                } else {
                    format!("compare it, as in `{expression} = ...`")
                };
                self.faults.push(expression.span, problem.remedy(remedy));
                None
            }
            Kind::Literal(literal) => {
                let problem = Problem::new(
                    code::NOT_A_CONDITION,
                    format!("`{literal}` is a value, not a condition"),
                )
                .expected("a comparison or a boolean");
                let problem = match literal {
                    Literal::Boolean(true) => {
                        problem.remedy("write `always` for a rule that always holds")
                    }
                    Literal::Boolean(false) => problem.remedy("leave out a rule that never holds"),
                    _ => problem,
                };
                self.faults.push(expression.span, problem);
                None
            }
            Kind::Always => {
                let problem = Problem::new(
                    code::MISPLACED_ALWAYS,
                    "`always` stands alone, not inside a condition",
                )
                .remedy("leave it out of `and`; with `or`, write `always` alone");
                self.faults.push(expression.span, problem);
                None
            }
            Kind::Missing => None,
        }
    }

    fn conditions(&mut self, items: &[Expression]) -> Option<Vec<Condition>> {
        // Every item is checked, also behind one that is wrong.
        let checked: Vec<_> = items.iter().map(|item| self.condition(item)).collect();
        checked.into_iter().collect()
    }

    fn known(&mut self, expression: &Expression, inner: &Expression) -> Option<Condition> {
        if let Kind::Name(call) = &inner.kind
            && self.scope.is_condition(&call.name)
        {
            return self.refuse_condition(inner);
        }
        let operand = self.operand(inner)?;
        if let Source::Constant(_) = operand.source {
            let problem = Problem::new(code::TYPE_CLASH, format!("`{inner}` is always known"))
                .expected("a measure, a fact or an input inside `is_known(...)`");
            self.faults.push(inner.span, problem);
            return None;
        }
        Some(leaf(expression, Test::Known(operand)))
    }

    /// Reports that a condition stands where a value is needed.
    fn refuse_condition<T>(&mut self, expression: &Expression) -> Option<T> {
        let problem = Problem::new(
            code::CONDITION_AS_VALUE,
            format!("`{expression}` is a condition, not a value"),
        )
        .expected("a name or a literal")
        .remedy("use the condition itself, with `not` for its contrary");
        self.faults.push(expression.span, problem);
        None
    }
}

fn leaf(expression: &Expression, test: Test) -> Condition {
    Condition::Leaf(Box::new(Leaf {
        test,
        text: expression.to_string(),
        span: expression.span,
    }))
}
