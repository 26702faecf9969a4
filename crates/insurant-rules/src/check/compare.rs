//! Comparisons: what stands on both sides, and whether the two can be compared.

use super::fit::unknown_member;
use super::names::{Side, written};
use super::typed::{Condition, Constant, Operand, Test};
use super::{Checker, leaf};
use crate::code;
use crate::problem::Problem;
use crate::syntax::{Expression, Kind, Literal, Operator, SpannedLiteral};
use crate::types::{Enumeration, Type};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Checker<'_, '_> {
    pub(super) fn compare(
        &mut self,
        whole: &Expression,
        left: &Expression,
        operator: Operator,
        right: &Expression,
    ) -> Option<Condition> {
        if matches!(right.kind, Kind::Missing) {
            // Whatever was meant, a name on the left should exist.
            if !matches!(&left.kind, Kind::Name(call) if self.scope.is_condition(&call.name)) {
                self.side(left);
            }
            return None;
        }
        let (left_side, right_side) = self.sides(left, right);
        if left_side.is_none() || right_side.is_none() {
            self.alone(left, left_side.as_ref());
            self.alone(right, right_side.as_ref());
        }
        let (left, right) = self.unify((left, left_side?), (right, right_side?), whole)?;
        if operator.is_ordering() && !left.ty.is_ordered() {
            let problem = Problem::new(
                code::UNORDERED_TYPE,
                format!("`{operator}` needs values that have an order"),
            )
            .found(left.ty.to_string())
            .expected("`=`, `!=` or `in`");
            self.faults.push(whole.span, problem);
            return None;
        }
        let test = Test::Compare {
            left,
            operator,
            right,
        };
        Some(leaf(whole, test))
    }

    /// What is wrong with one side, whatever stands on the other.
    fn alone(&mut self, expression: &Expression, side: Option<&Side>) {
        if let Some(Side::Written {
            literal: literal @ Literal::Money { currency, .. },
            parameter: None,
        }) = side
            && let Some(problem) = self.scope.foreign(*currency, literal)
        {
            self.faults.push(expression.span, problem);
        }
    }

    /// Both sides. A bare word beside an enumeration is its member first, and a name only then.
    fn sides(&mut self, left: &Expression, right: &Expression) -> (Option<Side>, Option<Side>) {
        let left_members = self.members_of(left);
        let right_members = self.members_of(right);
        if let Some(members) = &left_members
            && let Some(word) = self.word_beside(right, members)
        {
            return (self.side(left), word);
        }
        if let Some(members) = &right_members
            && let Some(word) = self.word_beside(left, members)
        {
            return (word, self.side(right));
        }
        (self.side(left), self.side(right))
    }

    /// The enumeration that an expression is of, if it is a name of one.
    fn members_of(&self, expression: &Expression) -> Option<Arc<Enumeration>> {
        match self.type_of(expression)? {
            Type::Enumeration(enumeration) => Some(Arc::clone(enumeration)),
            _ => None,
        }
    }

    /// A bare word as a member; outside `None` when it is a name, inside when it is neither.
    fn word_beside(
        &mut self,
        expression: &Expression,
        enumeration: &Enumeration,
    ) -> Option<Option<Side>> {
        let Kind::Name(call) = &expression.kind else {
            return None;
        };
        let word = &call.name;
        if !call.arguments.is_empty() {
            return None;
        }
        if enumeration.position(word).is_some() {
            return Some(Some(Side::Written {
                literal: Literal::Word(word.clone()),
                parameter: None,
            }));
        }
        if self.is_declared(word) {
            return None;
        }
        if !self.scope.may_name(word, enumeration) {
            let problem = unknown_member(word, enumeration);
            self.faults.push(expression.span, problem);
        }
        Some(None)
    }

    /// Gives both sides types that compare, or reports why there are none.
    fn unify(
        &mut self,
        (left, left_side): (&Expression, Side),
        (right, right_side): (&Expression, Side),
        whole: &Expression,
    ) -> Option<(Operand, Operand)> {
        match (left_side, right_side) {
            (Side::Given(a), Side::Given(b)) => {
                if a.ty == Type::Text && b.ty == Type::Text {
                    let problem = Problem::new(
                        code::TYPE_CLASH,
                        "two texts that both come from outside do not compare",
                    )
                    .expected("a quoted text or a parameter on one side");
                    self.faults.push(whole.span, problem);
                    return None;
                }
                if !a.ty.compares_with(&b.ty) {
                    self.clash(whole, &a, &b);
                    return None;
                }
                Some((a, b))
            }
            (Side::Given(a), Side::Written { literal, parameter }) => {
                let b = self.beside(&a, right, &literal, parameter)?;
                Some((a, b))
            }
            (Side::Written { literal, parameter }, Side::Given(b)) => {
                let a = self.beside(&b, left, &literal, parameter)?;
                Some((a, b))
            }
            (
                Side::Written {
                    literal: a,
                    parameter: of_a,
                },
                Side::Written {
                    literal: b,
                    parameter: of_b,
                },
            ) => {
                let (Some(mut ty), Some(other)) = (a.ty(), b.ty()) else {
                    self.two_words(whole);
                    return None;
                };
                // `3 > 1.5`: the whole number is a ratio too.
                if other == Type::Ratio && ty == Type::Count(None) {
                    ty = other;
                }
                let a_constant = self.fit(&a, left.span, &ty, of_a.as_deref())?;
                let b_constant = self.fit(&b, right.span, &ty, of_b.as_deref())?;
                Some((
                    written(left, &a, of_a, ty.clone(), a_constant),
                    written(right, &b, of_b, ty, b_constant),
                ))
            }
        }
    }

    fn two_words(&mut self, whole: &Expression) {
        let problem = Problem::new(
            code::TYPE_CLASH,
            "a word says nothing beside another fixed value",
        )
        .expected("a name of an enumeration on one side");
        self.faults.push(whole.span, problem);
    }

    /// A literal beside a value that the host supplies.
    fn beside(
        &mut self,
        given: &Operand,
        expression: &Expression,
        literal: &Literal,
        parameter: Option<String>,
    ) -> Option<Operand> {
        let constant = self.fit(literal, expression.span, &given.ty, parameter.as_deref())?;
        // What it is by itself says more than what it stands beside: `60d` beside a count of days.
        let ty = match (literal.ty(), &given.ty) {
            (_, Type::Enumeration(_) | Type::Ratio | Type::Count(_)) | (None, _) => {
                given.ty.clone()
            }
            (Some(own), _) => own,
        };
        Some(written(expression, literal, parameter, ty, constant))
    }

    fn clash(&mut self, whole: &Expression, left: &Operand, right: &Operand) {
        let message = format!(
            "`{}` ({}) does not compare with `{}` ({})",
            left.text, left.ty, right.text, right.ty
        );
        let problem = Problem::new(code::TYPE_CLASH, message)
            .found(right.ty.to_string())
            .expected(left.ty.to_string());
        self.faults.push(whole.span, problem);
    }

    pub(super) fn among(
        &mut self,
        whole: &Expression,
        left: &Expression,
        negated: bool,
        members: &[SpannedLiteral],
    ) -> Option<Condition> {
        let side = self.side(left)?;
        let left = match side {
            Side::Given(operand) => operand,
            Side::Written { .. } => self.operand(left)?,
        };
        let mut values = Vec::with_capacity(members.len());
        let mut seen = BTreeSet::new();
        let mut right = true;
        for member in members {
            let Some(constant) = self.member(&left, member) else {
                right = false;
                continue;
            };
            // `1.5` and `150%` are one value; so compare reduced.
            if seen.insert(constant.reduced()) {
                values.push(constant);
            } else {
                let problem = Problem::new(
                    code::REPEATED_MEMBER,
                    format!("`{}` stands in the list already", member.literal),
                )
                .remedy("leave it out");
                self.faults.push(member.span, problem);
                right = false;
            }
        }
        let test = Test::Among {
            left,
            negated,
            members: values,
        };
        right.then(|| leaf(whole, test))
    }

    /// A member of a list: a literal, or the name of a parameter.
    fn member(&mut self, left: &Operand, member: &SpannedLiteral) -> Option<Constant> {
        let Literal::Word(word) = &member.literal else {
            return self.fit(&member.literal, member.span, &left.ty, None);
        };
        let is_member = matches!(&left.ty, Type::Enumeration(e) if e.position(word).is_some());
        match (self.scope.declared(word), &left.ty) {
            (None, Type::Enumeration(e)) if !is_member && self.scope.may_name(word, e) => None,
            (None, ty) if self.scope.is_open() && !matches!(ty, Type::Enumeration(_)) => None,
            (Some(super::Declared::Parameter(literal)), _) if !is_member => {
                let literal = literal.clone();
                self.fit(&literal, member.span, &left.ty, Some(word))
            }
            (Some(super::Declared::Refused), _) if !is_member => None,
            _ => self.fit(&member.literal, member.span, &left.ty, None),
        }
    }
}
