//! The lines of business that a procedure tells apart.

use super::Procedure;
use insurant_rules::problem::nearest;
use insurant_rules::syntax::{Expression, Kind, Literal, parse};

/// The fact by which conditions call the line of business.
const LINE: &str = "line";

impl Procedure {
    /// The line of business that is likely meant by one that no condition names. Hosts have words
    /// of their own, so that most are none of the procedure's; one letter off, the complaint would
    /// silently be judged as any other.
    #[must_use]
    pub fn line_meant(&self, line: &str) -> Option<&str> {
        if self.lines.iter().any(|known| known == line) {
            return None;
        }
        nearest(line, self.lines.iter().map(String::as_str))
    }
}

/// The lines of business that conditions name, each once.
pub(super) fn named<'t>(conditions: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut lines = Vec::new();
    for text in conditions {
        gather(&parse(text).expression, &mut lines);
    }
    lines.sort();
    lines.dedup();
    lines
}

fn gather(expression: &Expression, lines: &mut Vec<String>) {
    let mut add = |literal: &Literal| {
        if let Literal::Text(text) = literal {
            lines.push(text.clone());
        }
    };
    match &expression.kind {
        Kind::Or(parts) | Kind::And(parts) => parts.iter().for_each(|part| gather(part, lines)),
        Kind::Not(inner) => gather(inner, lines),
        Kind::Compare { left, right, .. } => match (&left.kind, &right.kind) {
            (Kind::Name(name), Kind::Literal(literal))
            | (Kind::Literal(literal), Kind::Name(name))
                if name.name == LINE =>
            {
                add(literal);
            }
            _ => {}
        },
        Kind::Among { left, members, .. } => {
            if matches!(&left.kind, Kind::Name(name) if name.name == LINE) {
                members.iter().for_each(|member| add(&member.literal));
            }
        }
        Kind::Known(_) | Kind::Name(_) | Kind::Literal(_) | Kind::Always | Kind::Missing => {}
    }
}
