//! What a name means.

use super::scope::Declared;
use super::typed::{Operand, Source};
use super::{Checker, Constant};
use crate::code;
use crate::problem::{Problem, nearest};
use crate::syntax::{Call, Expression, Kind, Literal};
use crate::types::Type;
use crate::vocabulary::Request;

/// An operand before it is known what its literal, if it is one, stands beside.
pub(super) enum Side {
    /// The host supplies it.
    Given(Operand),
    /// A literal, written here or behind a parameter's name.
    Written {
        literal: Literal,
        parameter: Option<String>,
    },
}

impl Checker<'_, '_> {
    /// A value that stands alone; `None` when something is wrong and reported.
    pub(super) fn operand(&mut self, expression: &Expression) -> Option<Operand> {
        match self.side(expression)? {
            Side::Given(operand) => Some(operand),
            Side::Written { literal, parameter } => {
                let Some(ty) = literal.ty() else {
                    let problem = Problem::new(
                        code::TYPE_CLASH,
                        format!("`{expression}` says nothing by itself"),
                    )
                    .found(format!("the word `{literal}`"))
                    .expected("a value that has a type of its own");
                    self.faults.push(expression.span, problem);
                    return None;
                };
                let constant = self.fit(&literal, expression.span, &ty, parameter.as_deref())?;
                Some(written(expression, &literal, parameter, ty, constant))
            }
        }
    }

    /// What stands on one side of a comparison.
    pub(super) fn side(&mut self, expression: &Expression) -> Option<Side> {
        match &expression.kind {
            Kind::Literal(literal) => Some(Side::Written {
                literal: literal.clone(),
                parameter: None,
            }),
            Kind::Name(call) => self.named(expression, call),
            Kind::Missing => None,
            Kind::Always => {
                self.condition(expression);
                None
            }
            _ => {
                // What is wrong inside is worth saying too.
                self.condition(expression);
                self.refuse_condition(expression)
            }
        }
    }

    fn named(&mut self, expression: &Expression, call: &Call) -> Option<Side> {
        let scope = self.scope;
        if let Some(declared) = scope.declared(&call.name) {
            return match declared {
                Declared::Refused => None,
                Declared::Condition => self.refuse_condition(expression),
                Declared::Parameter(literal) => {
                    self.refuse_arguments(call)?;
                    Some(Side::Written {
                        literal: literal.clone(),
                        parameter: Some(call.name.clone()),
                    })
                }
                Declared::Input(ty) => {
                    self.refuse_arguments(call)?;
                    let request = Request {
                        name: call.name.clone(),
                        arguments: Vec::new(),
                    };
                    Some(given(expression, request, ty.clone()))
                }
            };
        }
        let Some(signature) = scope.signature(&call.name) else {
            self.unknown_name(call);
            return None;
        };
        let request = self.request(call, signature)?;
        Some(given(expression, request, signature.ty.clone()))
    }

    /// The type of a name, without reporting anything.
    pub(super) fn type_of(&self, expression: &Expression) -> Option<&Type> {
        let Kind::Name(call) = &expression.kind else {
            return None;
        };
        match self.scope.declared(&call.name) {
            Some(Declared::Input(ty)) => Some(ty),
            Some(_) => None,
            None => self.scope.signature(&call.name).map(|s| &s.ty),
        }
    }

    /// Whether anything has this name.
    pub(super) fn is_declared(&self, name: &str) -> bool {
        self.scope.declared(name).is_some() || self.scope.signature(name).is_some()
    }

    pub(super) fn unknown_name(&mut self, call: &Call) {
        if self.scope.is_open() {
            return;
        }
        let name = &call.name;
        let near = nearest(name, self.scope.names());
        let problem = Problem::new(code::UNKNOWN_NAME, format!("unknown name `{name}`"));
        let problem = match name.as_str() {
            "unknown" | "null" | "none" | "missing" | "undefined" => {
                problem.remedy("ask `not is_known(x)` whether a value is missing")
            }
            _ if near.is_none() => {
                problem.remedy("declare it as an input, a parameter or a condition of the rulebook")
            }
            _ => problem.nearest(near),
        };
        self.faults.push(call.span, problem);
    }

    /// Reports arguments of a name that takes none.
    pub(super) fn refuse_arguments(&mut self, call: &Call) -> Option<()> {
        for argument in &call.arguments {
            let problem = Problem::new(
                code::UNKNOWN_ARGUMENT,
                format!("`{}` takes no arguments", call.name),
            )
            .remedy(format!("write `{}` alone", call.name));
            self.faults.push(argument.span(), problem);
        }
        call.arguments.is_empty().then_some(())
    }
}

fn given(expression: &Expression, request: Request, ty: Type) -> Side {
    Side::Given(Operand {
        source: Source::Request(request),
        ty,
        text: expression.to_string(),
        parameter: None,
    })
}

/// The operand of a literal that was found to have type `ty`.
pub(super) fn written(
    expression: &Expression,
    literal: &Literal,
    parameter: Option<String>,
    ty: Type,
    constant: Constant,
) -> Operand {
    Operand {
        source: Source::Constant(constant),
        ty,
        text: expression.to_string(),
        parameter: parameter.map(|_| literal.to_string()),
    }
}
