//! From a scorecard as read to one that grades.

use super::language::ScorecardSpec;
use super::model::{Origin, Part};
use super::parts::{self, Band, Case, Characteristic, Floor, Scale};
use super::ranges::{self, Range, Wanted, Written};
use super::scorecard::{
    CompiledCharacteristic, CompiledDimension, CompiledFloor, CompiledScale, CompiledScorecard,
    CompiledVeto, Points,
};
use super::scorecard_weights;
use super::shapes::MAX_DECIMALS;
use super::subject::SubjectCompiler;
use crate::check::{self, Constant};
use crate::code;
use crate::document::Decimal;
use crate::problem::Problem;
use crate::types::Type;

/// Compiles the scorecard of a section; `None` when something is wrong.
pub(super) fn compile(
    subject: &mut SubjectCompiler<'_>,
    spec: &ScorecardSpec,
    card: &parts::Scorecard,
) -> Option<CompiledScorecard> {
    let scale = common_scale(card);
    scorecard_weights::check(subject, card);
    let mut characteristics = Vec::new();
    // Of all together: never less than those of one dimension, whose weight is at most 1.
    let mut total: u64 = 0;
    for part in &card.characteristics {
        let Some(given) = part.given() else {
            continue;
        };
        let Some(compiled) = characteristic(subject, part, given, scale) else {
            continue;
        };
        let sum = total.checked_add(compiled.most());
        total = match sum.filter(|sum| i64::try_from(*sum).is_ok()) {
            Some(sum) => sum,
            None => {
                too_large(subject, &part.origin, &part.id);
                0
            }
        };
        let dimension = given.dimension.as_ref().map(|(id, _)| id.as_str());
        characteristics.push((dimension, compiled));
    }
    if card.characteristics.is_empty() && !subject.scope.is_open() {
        let problem = missing("characteristics", "at least one");
        subject.report(&card.origin, problem);
    }
    let mut dimensions = dimensions(subject, spec, card, scale);
    for (position, characteristic) in characteristics.iter_mut().enumerate() {
        let at = dimensions.iter_mut().enumerate();
        let mut own = at.filter(|(_, d)| Some(d.id.as_str()) == characteristic.0);
        if let Some((at, dimension)) = own.next() {
            dimension.members.push(position);
            characteristic.1.dimension = Some(at);
        }
    }
    let characteristics = characteristics.into_iter().map(|(_, compiled)| compiled);
    let characteristics = characteristics.collect();
    let vetoes = vetoes(subject, spec, &card.vetoes);
    let grades = grades(subject, spec, card)?;
    Some(CompiledScorecard {
        dimensions,
        characteristics,
        vetoes,
        grades,
        grade_names: spec.grades.iter().map(ToString::to_string).collect(),
        denominator: 10_i64.pow(scale),
    })
}

/// The dimensions, without their characteristics.
fn dimensions(
    subject: &mut SubjectCompiler<'_>,
    spec: &ScorecardSpec,
    card: &parts::Scorecard,
    scale: u32,
) -> Vec<CompiledDimension> {
    let mut dimensions = Vec::with_capacity(card.dimensions.len());
    for part in &card.dimensions {
        let Some(given) = part.given() else {
            continue;
        };
        // A grade that there is not was reported; what the floor means is not guessed at.
        let known = |floor: &&Floor| spec.grades.iter().any(|grade| *grade == floor.best);
        let written: Vec<&Floor> = given.floors.iter().filter(known).collect();
        let floors = written.iter().map(|floor| CompiledFloor {
            least: floor.least,
            best: position(spec, &floor.best),
            units: units(floor.least, scale),
        });
        let floors: Vec<CompiledFloor> = floors.collect();
        scorecard_weights::floors(subject, &written, &floors);
        dimensions.push(CompiledDimension {
            id: part.id.clone(),
            weight: given.weight,
            floors,
            about: given.about.clone(),
            example: given.example,
            origin: part.origin.clone(),
            members: Vec::new(),
        });
    }
    dimensions
}

/// A decimal in units of ten to the power of minus `scale`, which has all of its decimals.
fn units(decimal: Decimal, scale: u32) -> i128 {
    let decimal = decimal.normal();
    let rest = scale.saturating_sub(decimal.scale());
    i128::from(decimal.units()).saturating_mul(10_i128.saturating_pow(rest))
}

fn missing(field: &str, expected: &str) -> Problem {
    Problem::new(
        code::MISSING_FIELD,
        format!("the scorecard has no `{field}`"),
    )
    .expected(expected)
}

fn vetoes(
    subject: &mut SubjectCompiler<'_>,
    spec: &ScorecardSpec,
    parts: &[Part<parts::Veto>],
) -> Vec<CompiledVeto> {
    let mut vetoes = Vec::with_capacity(parts.len());
    for part in parts {
        let Some(veto) = part.given() else {
            continue;
        };
        let Some(when) = subject.condition(&veto.when) else {
            continue;
        };
        vetoes.push(CompiledVeto {
            id: part.id.clone(),
            when: subject.compiler.condition(when),
            text: veto.when.to_string(),
            example: veto.example,
            grade: position(spec, &veto.grade),
            about: veto.about.clone(),
            origin: part.origin.clone(),
        });
    }
    vetoes
}

/// The shape has checked that the grade is one of the language's.
fn position(spec: &ScorecardSpec, grade: &str) -> usize {
    let mut grades = spec.grades.iter();
    grades.position(|known| known == grade).unwrap_or(0)
}

fn grades(
    subject: &mut SubjectCompiler<'_>,
    spec: &ScorecardSpec,
    card: &parts::Scorecard,
) -> Option<Vec<(Range, usize)>> {
    let Some(bands) = &card.grades else {
        if subject.scope.is_open() {
            return None;
        }
        let problem = missing("grades", "grades that cover every score");
        subject.report(&card.origin, problem);
        return None;
    };
    let written: Vec<Written<'_>> = bands
        .iter()
        .map(|band| Written::of_decimals(band.from, band.below, &band.origin))
        .collect();
    let wanted = Wanted {
        apart: true,
        cover: true,
    };
    ranges::check(subject, &written, "grade", wanted);
    let grades = written.iter().zip(bands);
    Some(
        grades
            .map(|(written, band)| (written.range, position(spec, &band.grade)))
            .collect(),
    )
}

/// The decimals of the finest points with the finest weights, that of a characteristic and that of
/// its dimension. What is finer still comes here after it was reported; units of that size would
/// make the other points too large.
const fn finest(dimensions: bool) -> u32 {
    if dimensions {
        3 * MAX_DECIMALS
    } else {
        2 * MAX_DECIMALS
    }
}

/// How many decimals weighted points, the bounds of grades and floors have at most.
fn common_scale(card: &parts::Scorecard) -> u32 {
    let dimensions = || card.dimensions.iter().filter_map(Part::given);
    let bands = card.grades.iter().flatten();
    let bounds = bands.flat_map(|band| [band.from, band.below].into_iter().flatten());
    let floors = dimensions().flat_map(|dimension| &dimension.floors);
    let bounds = bounds.chain(floors.map(|floor| floor.least));
    let mut scale = bounds
        .map(|bound| bound.normal().scale())
        .max()
        .unwrap_or(0);
    let share = dimensions().map(|dimension| dimension.weight.normal().scale());
    let share = share.max().unwrap_or(0);
    for characteristic in card.characteristics.iter().filter_map(Part::given) {
        let points: Vec<Decimal> = match &characteristic.scale {
            Scale::Bands(bands) => bands.iter().map(|band| band.points).collect(),
            Scale::Cases(cases) => cases.iter().map(|case| case.points).collect(),
        };
        let others = [characteristic.missing, characteristic.otherwise];
        let weight = characteristic.weight.normal().scale() + share;
        for points in points.into_iter().chain(others.into_iter().flatten()) {
            scale = scale.max(points.normal().scale() + weight);
        }
    }
    scale.min(finest(!card.dimensions.is_empty()))
}

/// Points times weight, in units of ten to the power of minus `scale`.
fn weighted(points: Decimal, weight: Decimal, scale: u32) -> Option<i64> {
    let (points, weight) = (points.normal(), weight.normal());
    let Some(rest) = scale.checked_sub(points.scale() + weight.scale()) else {
        return Some(0);
    };
    i128::from(points.units())
        .checked_mul(i128::from(weight.units()))
        .and_then(|units| units.checked_mul(10_i128.checked_pow(rest)?))
        .and_then(|units| i64::try_from(units).ok())
}

fn too_large(subject: &mut SubjectCompiler<'_>, origin: &Origin, id: &str) {
    let problem = Problem::new(
        code::NUMBER_TOO_LARGE,
        format!("the points of `{id}` could make the score too large"),
    )
    .expected("weighted points whose sum fits 64 bits, all decimals included")
    .remedy("use smaller points or weights, or fewer decimals");
    subject.report(origin, problem);
}

fn characteristic(
    subject: &mut SubjectCompiler<'_>,
    part: &Part<Characteristic>,
    given: &Characteristic,
    scale: u32,
) -> Option<CompiledCharacteristic> {
    let operand = subject.operand(&given.value)?;
    let ty = operand.ty.clone();
    let mut large = false;
    let mut weigh = |plain: Decimal| {
        let weighted = weighted(plain, given.weight, scale).unwrap_or_else(|| {
            large = true;
            0
        });
        Points { plain, weighted }
    };
    let missing = given.missing.map(&mut weigh);
    let otherwise = given.otherwise.map(&mut weigh);
    let compiled = match &given.scale {
        Scale::Bands(bands) => bands_of(subject, part, given, &ty, bands, &mut weigh),
        Scale::Cases(cases) => cases_of(subject, part, given, &ty, cases, &mut weigh),
    };
    if large {
        too_large(subject, &part.origin, &part.id);
    }
    Some(CompiledCharacteristic {
        id: part.id.clone(),
        text: given.value.to_string(),
        value: subject.compiler.value(check::Value::Operand(operand)),
        dimension: None,
        weight: given.weight,
        example: given.example,
        about: given.about.clone(),
        origin: part.origin.clone(),
        scale: compiled?,
        missing,
        otherwise,
    })
}

fn bands_of(
    subject: &mut SubjectCompiler<'_>,
    part: &Part<Characteristic>,
    given: &Characteristic,
    ty: &Type,
    bands: &[Band],
    weigh: &mut impl FnMut(Decimal) -> Points,
) -> Option<CompiledScale> {
    if !ty.is_ordered() {
        let problem = Problem::new(
            code::UNORDERED_TYPE,
            format!("the values of `{}` have no order", part.id),
        )
        .found(ty.to_string())
        .expected("`cases` in place of `bands`");
        subject.report(&given.value.origin, problem);
        return None;
    }
    let mut written = Vec::with_capacity(bands.len());
    for band in bands {
        let (from, below) = (band.from.as_ref(), band.below.as_ref());
        written.push(Written::of_literals(subject, ty, from, below, &band.origin));
    }
    let written: Vec<Written<'_>> = written.into_iter().collect::<Option<_>>()?;
    let wanted = Wanted {
        apart: true,
        cover: given.otherwise.is_none(),
    };
    ranges::check(subject, &written, "band", wanted);
    let points = bands.iter().map(|band| weigh(band.points));
    let ranges = written.iter().map(|written| written.range);
    Some(CompiledScale::Bands(ranges.zip(points).collect()))
}

fn cases_of(
    subject: &mut SubjectCompiler<'_>,
    part: &Part<Characteristic>,
    given: &Characteristic,
    ty: &Type,
    cases: &[Case],
    weigh: &mut impl FnMut(Decimal) -> Points,
) -> Option<CompiledScale> {
    let mut seen: Vec<Constant> = Vec::new();
    let mut right = true;
    let mut compiled = Vec::with_capacity(cases.len());
    for case in cases {
        let mut values = Vec::with_capacity(case.is.len());
        for literal in &case.is {
            let Some(constant) = subject.literal(literal, ty) else {
                right = false;
                continue;
            };
            // `0.5` and `50%` are one value.
            let value = constant.reduced();
            if seen.contains(&value) {
                let problem = Problem::new(code::BANDS_OVERLAP, "the value stands in two cases")
                    .found(format!("`{}`", literal.literal))
                    .remedy("leave it out of one");
                subject.report(&literal.origin, problem);
            }
            values.push(subject.compiler.constant(&constant));
            seen.push(value);
        }
        compiled.push((values, weigh(case.points)));
    }
    if right && given.otherwise.is_none() {
        left_out(subject, part, given, ty, &seen);
    }
    right.then_some(CompiledScale::Cases(compiled))
}

/// Reports the values that no case names.
fn left_out(
    subject: &mut SubjectCompiler<'_>,
    part: &Part<Characteristic>,
    given: &Characteristic,
    ty: &Type,
    seen: &[Constant],
) {
    let words: Vec<String> = match ty {
        Type::Boolean => vec!["no".to_owned(), "yes".to_owned()],
        Type::Enumeration(enumeration) => enumeration.members.clone(),
        _ => Vec::new(),
    };
    let left: Vec<String> = words
        .iter()
        .zip(0..)
        .filter(|(_, position)| !seen.contains(&Constant::whole(*position)))
        .map(|(word, _)| format!("`{word}`"))
        .collect();
    let what = if words.is_empty() {
        "other values".to_owned()
    } else if left.is_empty() {
        return;
    } else {
        left.join(", ")
    };
    let problem = Problem::new(
        code::BANDS_GAP,
        format!("no case of `{}` covers {what}", part.id),
    )
    .remedy("add a case, or say `otherwise`");
    subject.report(&given.value.origin, problem);
}
