//! Conditions: `or`, `and`, `not`, comparisons.

use super::{Parser, missing};
use crate::code;
use crate::problem::Problem;
use crate::span::Span;
use crate::syntax::ast::{Expression, Kind, Operator};
use crate::syntax::lexer::Token;

impl Parser {
    pub(super) fn whole(&mut self) -> Expression {
        if self.token() == &Token::End {
            self.empty(
                "a condition",
                "`claim_count(12m) >= 3`, or `always` for one that always holds",
            );
            return missing(self.span());
        }
        let mut parts = vec![self.disjunction()];
        // Only a `)` too many can stand here; what follows it is still read.
        while self.token() != &Token::End {
            self.unexpected("no `)`, because none is open");
            self.advance();
            if matches!(self.token(), Token::And | Token::Or) {
                self.advance();
            }
            if self.token() != &Token::End {
                parts.push(self.disjunction());
            }
        }
        join(parts, Kind::And)
    }

    pub(super) fn disjunction(&mut self) -> Expression {
        let mut items = vec![self.conjunction()];
        while self.eat(&Token::Or) {
            items.push(self.conjunction());
        }
        join(items, Kind::Or)
    }

    fn conjunction(&mut self) -> Expression {
        let mut items = vec![self.settled()];
        while self.eat(&Token::And) {
            items.push(self.settled());
        }
        join(items, Kind::And)
    }

    /// A part of a condition, up to something that can follow one.
    fn settled(&mut self) -> Expression {
        let start = self.span();
        let part = self.unary();
        let mut garbled = false;
        while !follows(self.token()) {
            if let Token::Name(name) = self.token()
                && let Some((token, meant)) = shouted(name)
            {
                let problem = Problem::new(
                    code::UNKNOWN_OPERATOR,
                    format!("`{name}` is written in small letters"),
                )
                .found(format!("`{name}`"))
                .nearest(Some(meant));
                self.fault(self.span(), problem);
                self.current.token = token;
                return part;
            }
            self.unexpected("`and`, `or`, `)` or the end");
            self.advance();
            self.skip_to(|token| {
                follows(token) || matches!(token, Token::Name(name) if shouted(name).is_some())
            });
            garbled = true;
        }
        if !garbled || !matches!(part.kind, Kind::Name(_) | Kind::Literal(_)) {
            return part;
        }
        // Perhaps one side of a comparison: its name is worth checking, but not that it is no
        // condition by itself.
        Expression {
            span: self.since(start),
            kind: Kind::Compare {
                left: Box::new(part),
                operator: Operator::Equal,
                right: Box::new(missing(Span::new(self.before, self.before))),
            },
        }
    }

    fn unary(&mut self) -> Expression {
        let start = self.span();
        if !self.eat(&Token::Not) {
            return self.comparison();
        }
        let inner = self.nested(start, Self::unary);
        Expression {
            kind: Kind::Not(Box::new(inner)),
            span: self.since(start),
        }
    }

    fn comparison(&mut self) -> Expression {
        let start = self.span();
        let left = self.operand();
        match *self.token() {
            Token::Operator(operator) => {
                self.advance();
                let right = self.operand();
                self.refuse_chain(start);
                Expression {
                    kind: Kind::Compare {
                        left: Box::new(left),
                        operator,
                        right: Box::new(right),
                    },
                    span: self.since(start),
                }
            }
            Token::In => {
                self.advance();
                self.among(start, left, false)
            }
            Token::Not => {
                self.advance();
                if self.eat(&Token::In) {
                    return self.among(start, left, true);
                }
                self.unexpected("`in` after `not`");
                self.skip_to(follows);
                missing(self.since(start))
            }
            _ => left,
        }
    }

    /// `a < b < c` means nothing here: reports it and passes over the rest of the chain.
    fn refuse_chain(&mut self, start: Span) {
        if !matches!(self.token(), Token::Operator(_)) {
            return;
        }
        let at = self.span();
        while matches!(self.token(), Token::Operator(_)) {
            self.advance();
            self.operand();
        }
        let problem = Problem::new(
            code::CHAINED_COMPARISON,
            "two comparisons in a row do not mean what they say",
        )
        .expected("`and`, `or` or the end after a comparison")
        .remedy("write `1 < x and x < 3` instead of `1 < x < 3`");
        self.fault(Span::new(at.start, self.since(start).end), problem);
    }
}

/// What may stand after a part of a condition.
pub(super) fn follows(token: &Token) -> bool {
    matches!(token, Token::And | Token::Or | Token::Close | Token::End)
}

/// `AND` and `Or` stand where only the operator can stand.
fn shouted(name: &str) -> Option<(Token, &'static str)> {
    if name.eq_ignore_ascii_case("and") {
        Some((Token::And, "and"))
    } else if name.eq_ignore_ascii_case("or") {
        Some((Token::Or, "or"))
    } else {
        None
    }
}

/// One item stays itself; several become one list, with lists of the same kind dissolved.
fn join(mut items: Vec<Expression>, kind: fn(Vec<Expression>) -> Kind) -> Expression {
    if items.len() == 1
        && let Some(only) = items.pop()
    {
        return only;
    }
    let span = match (items.first(), items.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => Span::default(),
    };
    let empty = kind(Vec::new());
    let mut flat = Vec::with_capacity(items.len());
    for item in items {
        match (item.kind, &empty) {
            (Kind::And(inner), Kind::And(_)) | (Kind::Or(inner), Kind::Or(_)) => {
                flat.extend(inner);
            }
            (kind, _) => flat.push(Expression {
                kind,
                span: item.span,
            }),
        }
    }
    Expression {
        kind: kind(flat),
        span,
    }
}
