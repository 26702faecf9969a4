//! Whether the weights of a scorecard with dimensions add up, and whether its floors ever bind.

use super::model::{Body, Origin, Part};
use super::parts::{Characteristic, Floor, Scorecard};
use super::scorecard::CompiledFloor;
use super::shapes::MAX_DECIMALS;
use super::subject::SubjectCompiler;
use crate::code;
use crate::document::{Decimal, list_words};
use crate::problem::{Problem, nearest};

/// A weight with the id of its part.
type Weighed<'a> = (&'a str, Decimal);

/// Reports characteristics without a dimension there is, and weights that do not add up. A
/// rulebook that extends another is checked once it is laid over it.
pub(super) fn check(subject: &mut SubjectCompiler<'_>, card: &Scorecard) {
    if subject.scope.is_open() {
        return;
    }
    let ids: Vec<&str> = card.dimensions.iter().map(|part| &*part.id).collect();
    for part in &card.characteristics {
        if let Some(given) = part.given() {
            dimension(subject, &ids, part, given);
        }
    }
    if card.dimensions.is_empty() {
        return;
    }
    let refused = |body: &Body<Characteristic>| matches!(body, Body::Refused);
    // A characteristic that could not be read was reported; its weight is not known.
    let complete = !card.characteristics.iter().any(|part| refused(&part.body));
    let mut shares = Vec::new();
    for part in &card.dimensions {
        let Some(given) = part.given() else {
            continue;
        };
        negative(subject, &part.origin, &part.id, given.weight);
        shares.push((&*part.id, given.weight));
        let own = card.characteristics.iter().filter_map(|other| {
            let given = other.given()?;
            let (id, _) = given.dimension.as_ref()?;
            (*id == part.id).then_some((&*other.id, given.weight))
        });
        let own: Vec<Weighed<'_>> = own.collect();
        if complete {
            let what = format!("the weights of the characteristics of `{}`", part.id);
            add_up(subject, &part.origin, &what, &own);
        }
    }
    if shares.len() == card.dimensions.len() {
        add_up(
            subject,
            &card.origin,
            "the weights of the dimensions",
            &shares,
        );
    }
}

fn dimension(
    subject: &mut SubjectCompiler<'_>,
    ids: &[&str],
    part: &Part<Characteristic>,
    given: &Characteristic,
) {
    if ids.is_empty() {
        if let Some((id, origin)) = &given.dimension {
            let problem = Problem::new(
                code::UNKNOWN_ID,
                format!("there is no dimension `{id}`: the scorecard has none"),
            )
            .remedy("declare `dimensions`, or leave `dimension` out");
            subject.report(origin, problem);
        }
        return;
    }
    negative(subject, &part.origin, &part.id, given.weight);
    match &given.dimension {
        Some((id, origin)) if !ids.contains(&id.as_str()) => {
            let problem = Problem::new(code::UNKNOWN_ID, format!("there is no dimension `{id}`"))
                .expected(list_words(ids))
                .nearest(nearest(id, ids.iter().copied()));
            subject.report(origin, problem);
        }
        Some(_) => {}
        None => {
            let problem = Problem::new(
                code::MISSING_FIELD,
                format!("the characteristic `{}` names no `dimension`", part.id),
            )
            .expected(list_words(ids));
            subject.report(&part.origin, problem);
        }
    }
}

fn negative(subject: &mut SubjectCompiler<'_>, origin: &Origin, id: &str, weight: Decimal) {
    if weight.units() < 0 {
        let problem = Problem::new(
            code::OUT_OF_RANGE,
            format!("the weight of `{id}` is negative"),
        )
        .found(percent(weight))
        .expected("a share from 0% to 100%");
        subject.report(origin, problem);
    }
}

fn add_up(subject: &mut SubjectCompiler<'_>, origin: &Origin, what: &str, weights: &[Weighed<'_>]) {
    // What is finer, or does not fit, was reported.
    let units = weights.iter().map(|(_, weight)| {
        let units = weight.normal().at_scale(MAX_DECIMALS);
        units.map(i128::from)
    });
    let Some(sum) = units.sum::<Option<i128>>() else {
        return;
    };
    let whole = 10_i128.pow(MAX_DECIMALS);
    if sum == whole {
        return;
    }
    let found = sum_in_percent(sum);
    let each = weights
        .iter()
        .map(|(id, weight)| format!("`{id}` {}", percent(*weight)));
    let each: Vec<String> = each.collect();
    let found = if each.is_empty() {
        found
    } else {
        format!("{found} ({})", each.join(", "))
    };
    let problem = Problem::new(
        code::WEIGHTS_DO_NOT_ADD_UP,
        format!("{what} do not add up to 100%"),
    )
    .found(found)
    .expected("exactly 100%")
    .remedy("change the weights so that together they make the whole");
    subject.report(origin, problem);
}

fn percent(weight: Decimal) -> String {
    let percent = weight.percent().map(|percent| format!("{percent}%"));
    percent.unwrap_or_else(|| weight.to_string())
}

/// Millionths as a percentage, without needless zeros.
fn sum_in_percent(millionths: i128) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, rest) = (
        millionths.unsigned_abs() / 10_000,
        millionths.unsigned_abs() % 10_000,
    );
    let decimals = format!("{rest:04}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}%"),
        decimals => format!("{sign}{whole}.{decimals}%"),
    }
}

/// Reports each floor that never binds beside the others of its dimension.
pub(super) fn floors(
    subject: &mut SubjectCompiler<'_>,
    written: &[&Floor],
    compiled: &[CompiledFloor],
) {
    let both = || written.iter().zip(compiled);
    for (position, (floor, own)) in both().enumerate() {
        let why = if own.best == 0 {
            "it allows the best grade".to_owned()
        } else {
            // Of two that say the same, the second is too many.
            let mut others = both().enumerate().filter(|(other, (_, that))| {
                let same = that.units == own.units && that.best == own.best;
                let covers = that.units >= own.units && that.best >= own.best;
                *other != position && covers && (!same || *other < position)
            });
            let Some((_, (other, _))) = others.next() else {
                continue;
            };
            format!(
                "whoever has fewer than {} points is at best `{}` already",
                other.least, other.best
            )
        };
        let problem = Problem::new(
            code::FLOOR_WITHOUT_EFFECT,
            format!("the floor never binds: {why}"),
        )
        .found(format!(
            "at best `{}` with fewer than {} points",
            floor.best, floor.least
        ))
        .expected("of several floors in a dimension, fewer points for a worse grade")
        .remedy("leave it out, or change its points or its grade");
        subject.report(&floor.origin, problem);
    }
}
