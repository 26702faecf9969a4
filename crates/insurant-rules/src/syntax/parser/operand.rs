//! Operands: names with arguments, values, lists of values, parentheses.

use super::condition::follows;
use super::{Parser, missing};
use crate::code;
use crate::problem::Problem;
use crate::span::Span;
use crate::syntax::ast::{Call, CallArgument, Expression, Kind, Operator, SpannedLiteral};
use crate::syntax::lexer::Token;
use crate::syntax::literal::Literal;

impl Parser {
    pub(super) fn among(&mut self, start: Span, left: Expression, negated: bool) -> Expression {
        let open = self.span();
        if !self.eat(&Token::Open) {
            self.unexpected("`(` and a list of values after `in`");
            self.skip_to(follows);
            return missing(self.since(start));
        }
        let mut members = Vec::new();
        let mut whole = true;
        loop {
            match self.literal("a value") {
                Some(member) => members.push(member),
                None => whole = false,
            }
            if !self.next_in_list(open, &mut whole) {
                break;
            }
        }
        if !whole {
            return missing(self.since(start));
        }
        Expression {
            kind: Kind::Among {
                left: Box::new(left),
                negated,
                members,
            },
            span: self.since(start),
        }
    }

    /// After an item of a list in parentheses: whether another follows. Consumes the `,` or `)`.
    fn next_in_list(&mut self, open: Span, whole: &mut bool) -> bool {
        if !ends_item(self.token()) {
            self.unexpected("`,` or `)`");
            *whole = false;
            self.skip_to(ends_item);
        }
        match self.token() {
            Token::Comma => {
                self.advance();
                true
            }
            Token::Close => {
                self.advance();
                false
            }
            _ => {
                self.unclosed(open);
                *whole = false;
                false
            }
        }
    }

    fn unclosed(&mut self, open: Span) {
        let problem = Problem::new(code::UNCLOSED_PARENTHESIS, "this `(` is never closed")
            .found(self.token().to_string())
            .expected("`)`");
        self.fault(open, problem);
    }

    pub(super) fn operand(&mut self) -> Expression {
        let start = self.span();
        let kind = match self.token() {
            Token::Literal(literal) => Kind::Literal(literal.clone()),
            Token::Always => Kind::Always,
            Token::Name(name) => {
                let name = name.clone();
                self.advance();
                return self.named(start, name);
            }
            Token::Open => {
                self.advance();
                return self.nested(start, |parser| parser.parenthesised(start));
            }
            Token::IsKnown => {
                self.advance();
                return self.nested(start, |parser| parser.is_known(start));
            }
            Token::Bad => Kind::Missing,
            _ => {
                self.unexpected("a name, a value, `not` or `(`");
                return missing(start);
            }
        };
        self.advance();
        Expression { kind, span: start }
    }

    /// Behind the `(` of a condition in parentheses.
    fn parenthesised(&mut self, open: Span) -> Expression {
        let inner = self.disjunction();
        if !self.eat(&Token::Close) {
            self.unclosed(open);
        }
        inner
    }

    /// Behind `is_known`.
    fn is_known(&mut self, start: Span) -> Expression {
        let open = self.span();
        if !self.eat(&Token::Open) {
            self.unexpected("`(` and a name after `is_known`");
            self.skip_to(follows);
            return missing(self.since(start));
        }
        let inner = self.operand();
        if self.token() != &Token::Close {
            self.unexpected("`)` after the name in `is_known(...)`");
            self.skip_to(|token| matches!(token, Token::Close));
        }
        if !self.eat(&Token::Close) {
            self.unclosed(open);
        }
        Expression {
            kind: Kind::Known(Box::new(inner)),
            span: self.since(start),
        }
    }

    /// Behind a name.
    fn named(&mut self, start: Span, name: String) -> Expression {
        let mut call = Call {
            name,
            span: start,
            arguments: Vec::new(),
        };
        let open = self.span();
        let mut whole = true;
        if self.eat(&Token::Open) && !self.eat(&Token::Close) {
            loop {
                match self.argument() {
                    Some(argument) => call.arguments.push(argument),
                    None => whole = false,
                }
                if !self.next_in_list(open, &mut whole) {
                    break;
                }
            }
        }
        Expression {
            kind: if whole {
                Kind::Name(call)
            } else {
                Kind::Missing
            },
            span: self.since(start),
        }
    }

    fn argument(&mut self) -> Option<CallArgument> {
        let mut key = None;
        let colon = self.peek() == Some(&Token::Colon);
        let equals = self.peek() == Some(&Token::Operator(Operator::Equal));
        if let Token::Name(name) = self.token()
            && (colon || equals)
        {
            key = Some((name.clone(), self.span()));
            self.advance();
            if equals {
                self.unexpected("`:` between the key and the value of an argument");
            }
            self.advance();
        }
        let mut value = self.literal("an argument, such as `12m` or `paid: yes`")?;
        if let Literal::Word(word) = &mut value.literal
            && self.token() == &Token::Slash
        {
            self.advance();
            let Token::Name(second) = self.token() else {
                self.unexpected("a word after `/`");
                return None;
            };
            word.push('/');
            word.push_str(second);
            value.span = value.span.to(self.span());
            self.advance();
        }
        Some(CallArgument { key, value })
    }

    /// A value; reports whatever else stands there, and leaves it unless the lexer has reported it.
    pub(super) fn literal(&mut self, expected: &str) -> Option<SpannedLiteral> {
        let span = self.span();
        let literal = match self.token() {
            Token::Literal(literal) => Some(literal.clone()),
            Token::Name(name) => Some(Literal::Word(name.clone())),
            _ => {
                self.unexpected(expected);
                return None;
            }
        };
        self.advance();
        literal.map(|literal| SpannedLiteral { literal, span })
    }
}

/// What may end an item of a list in parentheses; an operator says that a `)` was forgotten.
fn ends_item(token: &Token) -> bool {
    follows(token)
        || matches!(
            token,
            Token::Comma | Token::Operator(_) | Token::In | Token::Not
        )
}
