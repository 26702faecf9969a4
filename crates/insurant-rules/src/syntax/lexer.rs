//! Text to tokens. Whatever cannot be read is reported here and becomes [`Token::Bad`], which the
//! parser passes over in silence.

use super::ast::Operator;
use super::literal::Literal;
use super::{is_name_part, is_name_start, number};
use crate::code;
use crate::problem::Problem;
use crate::span::{Faults, Span};
use std::fmt;

/// A piece of a rule text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    And,
    Or,
    Not,
    In,
    IsKnown,
    Always,
    Name(String),
    Literal(Literal),
    Operator(Operator),
    Open,
    Close,
    Comma,
    Colon,
    Slash,
    /// Something unreadable, already reported.
    Bad,
    /// The end of the text.
    End,
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::And => f.write_str("`and`"),
            Self::Or => f.write_str("`or`"),
            Self::Not => f.write_str("`not`"),
            Self::In => f.write_str("`in`"),
            Self::IsKnown => f.write_str("`is_known`"),
            Self::Always => f.write_str("`always`"),
            Self::Name(name) => write!(f, "`{name}`"),
            Self::Literal(literal) => write!(f, "`{literal}`"),
            Self::Operator(operator) => write!(f, "`{operator}`"),
            Self::Open => f.write_str("`(`"),
            Self::Close => f.write_str("`)`"),
            Self::Comma => f.write_str("`,`"),
            Self::Colon => f.write_str("`:`"),
            Self::Slash => f.write_str("`/`"),
            Self::Bad => f.write_str("something unreadable"),
            Self::End => f.write_str("the end"),
        }
    }
}

/// A token and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub(super) token: Token,
    pub(super) span: Span,
}

/// All tokens of a text, the last of them [`Token::End`].
pub(super) fn lex(text: &str, faults: &mut Faults) -> Vec<Lexeme> {
    let mut cursor = Cursor {
        text,
        at: 0,
        faults,
    };
    let mut lexemes = Vec::new();
    loop {
        cursor.skip_while(char::is_whitespace);
        let start = cursor.at;
        let token = next(&mut cursor);
        let end = token == Token::End;
        let span = Span::new(start, cursor.at);
        lexemes.push(Lexeme { token, span });
        if end {
            return lexemes;
        }
    }
}

/// A place in a text that moves forward.
pub(super) struct Cursor<'t, 'f> {
    text: &'t str,
    pub(super) at: usize,
    faults: &'f mut Faults,
}

impl<'t> Cursor<'t, '_> {
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    pub(super) fn advance(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Moves over `c` if it comes next.
    pub(super) fn eat(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.at += c.len_utf8();
        }
        there
    }

    /// Moves on while `accept` says so, and gives what was passed.
    pub(super) fn skip_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        let start = self.at;
        while self.peek().is_some_and(&accept) {
            self.advance();
        }
        self.since(start)
    }

    /// The text from `start` to here.
    pub(super) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or("")
    }

    /// Reports a problem from `start` to here.
    pub(super) fn fault(&mut self, start: usize, problem: Problem) -> Token {
        self.faults.push(Span::new(start, self.at), problem);
        Token::Bad
    }
}

fn next(cursor: &mut Cursor<'_, '_>) -> Token {
    let Some(c) = cursor.peek() else {
        return Token::End;
    };
    let negative = c == '-' && cursor.peek_second().is_some_and(|c| c.is_ascii_digit());
    if c.is_ascii_digit() || negative {
        number::number(cursor)
    } else if is_name_start(c) {
        word(cursor)
    } else if c == '\'' || c == '"' {
        quoted(cursor, c)
    } else {
        symbol(cursor)
    }
}

fn word(cursor: &mut Cursor<'_, '_>) -> Token {
    match cursor.skip_while(is_name_part) {
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        "in" => Token::In,
        "is_known" => Token::IsKnown,
        "always" => Token::Always,
        "yes" | "true" => Token::Literal(Literal::Boolean(true)),
        "no" | "false" => Token::Literal(Literal::Boolean(false)),
        name => Token::Name(name.to_owned()),
    }
}

fn quoted(cursor: &mut Cursor<'_, '_>, quote: char) -> Token {
    let start = cursor.at;
    cursor.advance();
    let mut text = String::new();
    loop {
        let at = cursor.at;
        match cursor.peek() {
            None | Some('\n') => {
                let problem = Problem::new(code::UNTERMINATED_TEXT, "a quoted text does not end")
                    .expected(format!("`{quote}` before the end of the line"))
                    .remedy("close the quotes; a line break inside is written `\\n`");
                return cursor.fault(start, problem);
            }
            Some('\\') => {
                cursor.advance();
                match cursor.peek() {
                    Some(c @ ('\\' | '\'' | '"')) => text.push(c),
                    Some('n') => text.push('\n'),
                    // The end of the line is reported above, in the next turn.
                    None | Some('\n') => continue,
                    Some(c) => {
                        cursor.advance();
                        let problem = Problem::new(
                            code::BAD_ESCAPE,
                            format!("unknown escape `\\{c}` in a quoted text"),
                        )
                        .expected("`\\\\`, `\\'`, `\\\"` or `\\n`")
                        .remedy("write `\\\\` for a backslash");
                        cursor.fault(at, problem);
                        continue;
                    }
                }
                cursor.advance();
            }
            Some(c) => {
                cursor.advance();
                if c == quote {
                    return Token::Literal(Literal::Text(text));
                }
                text.push(c);
            }
        }
    }
}

/// Operators and punctuation of other languages and of full-width keyboards, with what they mean
/// here: reported, then read as meant, so that the rest of the text is still checked.
const FOREIGN: &[(&str, &str, Token)] = &[
    ("==", "=", Token::Operator(Operator::Equal)),
    ("<>", "!=", Token::Operator(Operator::NotEqual)),
    ("=>", ">=", Token::Operator(Operator::GreaterOrEqual)),
    ("=<", "<=", Token::Operator(Operator::LessOrEqual)),
    ("&&", "and", Token::And),
    ("||", "or", Token::Or),
    ("≥", ">=", Token::Operator(Operator::GreaterOrEqual)),
    ("≤", "<=", Token::Operator(Operator::LessOrEqual)),
    ("≠", "!=", Token::Operator(Operator::NotEqual)),
    ("＝", "=", Token::Operator(Operator::Equal)),
    ("＞", ">", Token::Operator(Operator::Greater)),
    ("＜", "<", Token::Operator(Operator::Less)),
    ("（", "(", Token::Open),
    ("）", ")", Token::Close),
    ("，", ",", Token::Comma),
    ("：", ":", Token::Colon),
];

const SYMBOLS: &[(&str, Token)] = &[
    ("!=", Token::Operator(Operator::NotEqual)),
    ("<=", Token::Operator(Operator::LessOrEqual)),
    (">=", Token::Operator(Operator::GreaterOrEqual)),
    ("=", Token::Operator(Operator::Equal)),
    ("<", Token::Operator(Operator::Less)),
    (">", Token::Operator(Operator::Greater)),
    ("(", Token::Open),
    (")", Token::Close),
    (",", Token::Comma),
    (":", Token::Colon),
    ("/", Token::Slash),
];

fn symbol(cursor: &mut Cursor<'_, '_>) -> Token {
    let start = cursor.at;
    for (written, meant, token) in FOREIGN {
        if cursor.rest().starts_with(written) {
            cursor.at += written.len();
            let problem = Problem::new(
                code::UNKNOWN_OPERATOR,
                format!("`{written}` is not written in this language"),
            )
            .found(format!("`{written}`"))
            .nearest(Some(*meant));
            cursor.fault(start, problem);
            return token.clone();
        }
    }
    for (written, token) in SYMBOLS {
        if cursor.rest().starts_with(written) {
            cursor.at += written.len();
            return token.clone();
        }
    }
    let Some(c) = cursor.advance() else {
        return Token::End;
    };
    if c == '!' {
        let problem = Problem::new(
            code::UNKNOWN_OPERATOR,
            "`!` is not written in this language",
        )
        .found("`!`")
        .nearest(Some("not"));
        cursor.fault(start, problem);
        return Token::Not;
    }
    let problem = Problem::new(
        code::BAD_CHARACTER,
        format!("`{}` has no meaning here", c.escape_debug()),
    )
    .expected("a name, a value, an operator or a parenthesis");
    let problem = match c {
        '+' | '-' | '*' => problem.remedy(
            "rules compare and do not calculate: use a measure that holds the figure, or a parameter",
        ),
        '“' | '”' | '‘' | '’' => problem.remedy("quote texts with `'` or `\"`"),
        '%' | '％' => problem.remedy("`%` stands directly after a number: `150%`"),
        '.' => problem.remedy("a number starts with a digit: `0.5`"),
        _ => problem,
    };
    cursor.fault(start, problem)
}
