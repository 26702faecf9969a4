//! Ranges of values: half-open, exact, checked against overlaps and gaps.

use super::model::{LiteralAt, Origin};
use super::subject::SubjectCompiler;
use crate::check::Constant;
use crate::code;
use crate::order::InOrder;
use crate::problem::Problem;
use crate::types::Type;
use crate::value::Slot;
use std::cmp::Ordering;

/// Values from one bound up to, but without, the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Range {
    /// The lowest; `None`: no bound.
    pub from: Option<Slot>,
    /// The one above; `None`: no bound.
    pub below: Option<Slot>,
}

impl Range {
    /// Whether a known value lies within.
    #[must_use]
    pub fn contains(&self, value: Slot) -> bool {
        let above = |from: Slot| value.compare(from).is_some_and(Ordering::is_ge);
        let under = |below: Slot| value.compare(below).is_some_and(Ordering::is_lt);
        self.from.is_none_or(above) && self.below.is_none_or(under)
    }

    /// Whether no value lies within.
    pub(super) fn is_empty(&self) -> bool {
        match (self.from, self.below) {
            (Some(from), Some(below)) => from.compare(below).is_some_and(Ordering::is_ge),
            _ => false,
        }
    }

    /// Whether a value lies in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let before = |below: Option<Slot>, from: Option<Slot>| match (below, from) {
            (Some(below), Some(from)) => below.compare(from).is_some_and(Ordering::is_le),
            _ => false,
        };
        !before(self.below, other.from) && !before(other.below, self.from)
    }
}

/// A range with its bounds as written, for messages.
#[derive(Debug, Clone)]
pub(super) struct Written<'a> {
    pub(super) range: Range,
    from: Option<String>,
    below: Option<String>,
    pub(super) origin: &'a Origin,
}

impl<'a> Written<'a> {
    /// The bounds as values of a type; `None` when one is not.
    pub(super) fn of_literals(
        subject: &mut SubjectCompiler<'_>,
        ty: &Type,
        from: Option<&LiteralAt>,
        below: Option<&LiteralAt>,
        origin: &'a Origin,
    ) -> Option<Self> {
        let from_slot = from.map(|from| bound(subject, from, ty));
        let below_slot = below.map(|below| bound(subject, below, ty));
        let text = |literal: &LiteralAt| literal.literal.to_string();
        Some(Self {
            range: Range {
                from: from_slot.map_or(Some(None), |slot| slot.map(Some))?,
                below: below_slot.map_or(Some(None), |slot| slot.map(Some))?,
            },
            from: from.map(text),
            below: below.map(text),
            origin,
        })
    }

    /// A range of decimals.
    pub(super) fn of_decimals(
        from: Option<crate::document::Decimal>,
        below: Option<crate::document::Decimal>,
        origin: &'a Origin,
    ) -> Self {
        let slot = |d: crate::document::Decimal| Slot::ratio(d.units(), d.denominator());
        Self {
            range: Range {
                from: from.map(slot),
                below: below.map(slot),
            },
            from: from.map(|from| from.to_string()),
            below: below.map(|below| below.to_string()),
            origin,
        }
    }

    pub(super) fn describe(&self) -> String {
        words(self.from.as_deref(), self.below.as_deref())
    }
}

fn bound(subject: &mut SubjectCompiler<'_>, literal: &LiteralAt, ty: &Type) -> Option<Slot> {
    match subject.literal(literal, ty)? {
        Constant::Number { num, den } => Some(Slot::ratio(num, den)),
        // Texts have no order, which was reported before anyone comes here.
        Constant::Text(_) => None,
    }
}

fn words(from: Option<&str>, below: Option<&str>) -> String {
    match (from, below) {
        (None, None) => "every value".to_owned(),
        (Some(from), None) => format!("from {from}"),
        (None, Some(below)) => format!("below {below}"),
        (Some(from), Some(below)) => format!("from {from} below {below}"),
    }
}

/// What ranges must be, beyond not being empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// No two have a value in common.
    pub(super) apart: bool,
    /// Together they cover every value.
    pub(super) cover: bool,
}

/// Reports ranges without values, ranges with a value in common, and values left out.
pub(super) fn check(
    subject: &mut SubjectCompiler<'_>,
    ranges: &[Written<'_>],
    what: &str,
    wanted: Wanted,
) {
    let mut sorted: Vec<&Written<'_>> = Vec::with_capacity(ranges.len());
    for written in ranges {
        if written.range.is_empty() {
            let problem = Problem::new(code::EMPTY_RANGE, format!("no value lies in this {what}"))
                .found(written.describe())
                .expected("`below` above `from`");
            subject.report(written.origin, problem);
        } else {
            sorted.push(written);
        }
    }
    // What an empty range was meant to cover is not known.
    let wanted = Wanted {
        cover: wanted.cover && sorted.len() == ranges.len(),
        ..wanted
    };
    let cover = wanted.cover;
    sorted.order_by(|a, b| compare_from(&a.range, &b.range));
    // The range that reaches furthest so far.
    let mut furthest: Option<&Written<'_>> = None;
    for next in sorted {
        match furthest {
            None => {
                if let (Some(from), true) = (&next.from, cover) {
                    gap(subject, next.origin, what, &words(None, Some(from)));
                }
            }
            Some(before) => join(subject, before, next, what, wanted),
        }
        if furthest.is_none_or(|before| reaches_further(&next.range, &before.range)) {
            furthest = Some(next);
        }
    }
    if let (Some(last), true) = (furthest, cover)
        && let Some(below) = &last.below
    {
        gap(subject, last.origin, what, &words(Some(below), None));
    }
}

/// What lies between two neighbours: a gap, nothing, or what they have in common.
fn join(
    subject: &mut SubjectCompiler<'_>,
    before: &Written<'_>,
    next: &Written<'_>,
    what: &str,
    wanted: Wanted,
) {
    if before.range.meets(&next.range) {
        if !wanted.apart {
            return;
        }
        let line = before.origin.place().line;
        let problem = Problem::new(
            code::BANDS_OVERLAP,
            format!("two {what}s have values in common"),
        )
        .found(format!(
            "`{}`, and `{}` on line {line}",
            next.describe(),
            before.describe()
        ))
        .remedy("let one begin where the other ends");
        subject.report(next.origin, problem);
        return;
    }
    if let (Some(end), Some(start), true) = (&before.below, &next.from, wanted.cover) {
        let touch = match (before.range.below, next.range.from) {
            (Some(below), Some(from)) => below.compare(from) == Some(Ordering::Equal),
            _ => true,
        };
        if !touch {
            gap(subject, next.origin, what, &words(Some(end), Some(start)));
        }
    }
}

fn gap(subject: &mut SubjectCompiler<'_>, origin: &Origin, what: &str, left_out: &str) {
    let problem = Problem::new(code::BANDS_GAP, format!("no {what} covers `{left_out}`"))
        .remedy("leave the outer bounds out, let each range begin where the one before it ends, or say `otherwise` where it is allowed");
    subject.report(origin, problem);
}

fn compare_from(a: &Range, b: &Range) -> Ordering {
    match (a.from, b.from) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(a), Some(b)) => a.compare(b).unwrap_or(Ordering::Equal),
    }
}

fn reaches_further(a: &Range, b: &Range) -> bool {
    match (a.below, b.below) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(a), Some(b)) => a.compare(b).is_some_and(Ordering::is_gt),
    }
}
