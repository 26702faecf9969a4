//! Tokens to a tree, by recursive descent. The parser never stops at a fault: it reports it, skips
//! to where it can go on (`and`, `or`, `)`, the end), and leaves [`Kind::Missing`] behind.

use super::KEYWORDS;
use super::ast::{Expression, Kind};
use super::lexer::{Lexeme, Token, lex};
use super::literal::Literal;
use crate::code;
use crate::problem::Problem;
use crate::span::{Faults, Span};

mod condition;
mod operand;

/// How many parentheses and `not`s may stand inside each other.
pub const MAX_DEPTH: usize = 64;

/// How many bytes a rule text may have.
pub const MAX_LENGTH: usize = 64 * 1024;

/// What became of a text: a tree, with [`Kind::Missing`] wherever there was a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The tree.
    pub expression: Expression,
    /// What could not be read.
    pub faults: Faults,
}

impl Parsed {
    /// The tree, if nothing was wrong with the text.
    ///
    /// # Errors
    /// All faults of the text, in its order.
    pub fn into_result(self) -> Result<Expression, Faults> {
        self.faults.or(self.expression)
    }
}

/// Reads a condition or a value. The tree that comes back can be checked even when there were
/// faults, so that all mistakes of a text are reported together.
///
/// # Example
/// ```
/// use insurant_rules::syntax::parse;
/// let parsed = parse("claims >= 3 and (ratio > 150%)");
/// assert!(parsed.faults.is_empty());
/// assert_eq!(parsed.expression.to_string(), "claims >= 3 and ratio > 150%");
/// ```
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let mut faults = Faults::new();
    if text.len() > MAX_LENGTH {
        faults.push(
            Span::new(0, text.len()),
            Problem::new(code::TEXT_TOO_LONG, "the rule text is too long")
                .found(format!("{} bytes", text.len()))
                .expected(format!("at most {MAX_LENGTH} bytes"))
                .remedy("split it into named conditions"),
        );
        let expression = missing(Span::new(0, text.len()));
        return Parsed { expression, faults };
    }
    let lexemes = lex(text, &mut faults);
    let mut parser = Parser::new(lexemes, faults);
    let expression = parser.whole();
    Parsed {
        expression,
        faults: parser.faults,
    }
}

/// Reads one value by itself, such as that of a parameter. A bare word is a
/// [`Literal::Word`].
///
/// # Errors
/// All faults of the text, in its order.
pub fn parse_literal(text: &str) -> Result<Literal, Faults> {
    let mut faults = Faults::new();
    let lexemes = lex(text, &mut faults);
    let mut parser = Parser::new(lexemes, faults);
    if parser.token() == &Token::End {
        parser.empty(
            "a value",
            "`3`, `150%`, `500_000 CNY`, `60d`, `2024-01-31`, `yes`",
        );
        return Err(parser.faults);
    }
    let literal = parser.literal("a value");
    if literal.is_some() && parser.token() != &Token::End {
        parser.unexpected("nothing after the value");
    }
    match literal {
        Some(value) => parser.faults.or(value.literal),
        None => Err(parser.faults),
    }
}

fn missing(span: Span) -> Expression {
    Expression {
        kind: Kind::Missing,
        span,
    }
}

struct Parser {
    lexemes: std::iter::Peekable<std::vec::IntoIter<Lexeme>>,
    /// The token in hand; [`Token::End`] stays in hand.
    current: Lexeme,
    /// Where the token before it ended.
    before: usize,
    faults: Faults,
    depth: usize,
    /// Set once, so that a text nested too deeply is reported once.
    too_deep: bool,
}

impl Parser {
    fn new(lexemes: Vec<Lexeme>, faults: Faults) -> Self {
        let mut lexemes = lexemes.into_iter().peekable();
        let end = Lexeme {
            token: Token::End,
            span: Span::default(),
        };
        Self {
            current: lexemes.next().unwrap_or(end),
            lexemes,
            before: 0,
            faults,
            depth: 0,
            too_deep: false,
        }
    }

    fn token(&self) -> &Token {
        &self.current.token
    }

    /// The token behind the one in hand.
    fn peek(&mut self) -> Option<&Token> {
        self.lexemes.peek().map(|next| &next.token)
    }

    fn span(&self) -> Span {
        self.current.span
    }

    fn advance(&mut self) -> Lexeme {
        self.before = self.current.span.end;
        match self.lexemes.next() {
            Some(next) => std::mem::replace(&mut self.current, next),
            None => self.current.clone(),
        }
    }

    fn eat(&mut self, token: &Token) -> bool {
        let there = self.token() == token;
        if there {
            self.advance();
        }
        there
    }

    /// From `start` to the end of what was read last.
    fn since(&self, start: Span) -> Span {
        Span::new(start.start, self.before.max(start.start))
    }

    fn fault(&mut self, span: Span, problem: Problem) {
        if !self.too_deep {
            self.faults.push(span, problem);
        }
    }

    /// Reports the token in hand, unless the lexer has.
    fn unexpected(&mut self, expected: &str) {
        if self.token() == &Token::Bad {
            return;
        }
        let token = self.token();
        let problem = Problem::new(code::UNEXPECTED_TOKEN, format!("unexpected {token}"))
            .found(token.to_string())
            .expected(expected);
        let problem = match token {
            Token::Comma => problem
                .remedy("group digits with `_`, as in `500_000`; a list stands in `in (a, b)`"),
            Token::Slash => {
                problem.remedy("rules compare and do not calculate: use a ratio measure")
            }
            Token::Colon => problem.remedy("`key: value` stands inside the parentheses of a name"),
            Token::Name(name) if KEYWORDS.contains(&name.to_lowercase().as_str()) => {
                problem.nearest(Some(name.to_lowercase()))
            }
            _ => problem,
        };
        self.fault(self.span(), problem);
    }

    fn empty(&mut self, what: &str, example: &str) {
        if self.faults.is_empty() {
            let problem = Problem::new(code::EMPTY_CONDITION, "there is nothing here")
                .found("an empty text")
                .expected(format!("{what}, such as {example}"));
            self.fault(self.span(), problem);
        }
    }

    /// Skips to what `stop` accepts, or the end, passing over whole pairs of parentheses.
    fn skip_to(&mut self, stop: fn(&Token) -> bool) {
        let mut open = 0_usize;
        loop {
            match self.token() {
                Token::End => return,
                token if open == 0 && stop(token) => return,
                Token::Open => open += 1,
                Token::Close => open = open.saturating_sub(1),
                _ => {}
            }
            self.advance();
        }
    }

    /// Runs `inner` one level deeper, or gives up on the text when that is too deep.
    fn nested(&mut self, at: Span, inner: impl FnOnce(&mut Self) -> Expression) -> Expression {
        if self.depth >= MAX_DEPTH {
            let problem =
                Problem::new(code::NESTING_TOO_DEEP, "the condition is nested too deeply")
                    .expected(format!(
                        "at most {MAX_DEPTH} parentheses and `not`s inside each other"
                    ))
                    .remedy("move a part into a named condition");
            self.fault(at, problem);
            self.too_deep = true;
            while self.token() != &Token::End {
                self.advance();
            }
            return missing(self.span());
        }
        self.depth += 1;
        let expression = inner(self);
        self.depth -= 1;
        expression
    }
}
