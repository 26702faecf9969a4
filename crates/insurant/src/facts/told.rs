//! What is wrong with facts in form and in substance, told together and each thing once.

use crate::code;
use insurant_rules::{Code, Problems};

/// What can be told of a row although some of its fields could not be read.
const INDEPENDENT: &[Code] = &[
    code::NEGATIVE_AMOUNT,
    code::BAD_UNITS,
    code::DUPLICATE_ID,
    code::UNKNOWN_POLICY,
];

/// What is wrong with facts: `form` with what was written, `substance` with what it says
/// ([`crate::CustomerRules::check`]). A row of which a field could not be read is not blamed for
/// what follows from that.
///
/// # Example
/// ```
/// use insurant::{Place, Problem, Problems, code, facts};
/// let at = |code, path: &str| {
///     let place = Place { path: path.into(), ..Place::default() };
///     Problems::from(Problem::new(code, "").at(place))
/// };
/// let form = at(code::BAD_DECIMAL, "policies[0].written_premium");
/// let follows = at(code::REFUND_ABOVE_PREMIUM, "policies[0].refunded");
/// assert_eq!(facts::told_together(form.clone(), follows).len(), 1);
/// let other = at(code::REFUND_ABOVE_PREMIUM, "policies[1].refunded");
/// assert_eq!(facts::told_together(form, other).len(), 2);
/// ```
#[must_use]
pub fn told_together(mut form: Problems, substance: Problems) -> Problems {
    let mut more = Problems::new();
    for problem in substance {
        let broken = broken_row(&form, &problem.place().path);
        if !broken || INDEPENDENT.contains(&problem.code()) {
            more.push(problem);
        }
    }
    merge(&mut form, more);
    form.or(()).err().unwrap_or_default()
}

/// Adds problems whose path has none yet.
pub(crate) fn merge(problems: &mut Problems, more: Problems) {
    for problem in more {
        if !problems
            .iter()
            .any(|known| known.place().path == problem.place().path)
        {
            problems.push(problem);
        }
    }
}

/// Whether the row that a path belongs to (`policies[0]`) has a problem already.
fn broken_row(problems: &Problems, path: &str) -> bool {
    let Some(end) = path.find(']') else {
        return false;
    };
    let row = path.get(..=end).unwrap_or(path);
    problems
        .iter()
        .any(|problem| problem.place().path.starts_with(row))
}
