//! Who reports to whom, where units and roles do not say it.

use crate::code;
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};
use std::collections::BTreeMap;

/// Lines of reporting: each person reports to at most one other, and none to themself, at whatever
/// distance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reporting {
    above: BTreeMap<String, String>,
}

/// A person, and the one to whom they report.
#[derive(Clone, PartialEq, Eq)]
pub struct Reports {
    /// The host's id of the person.
    pub person_id: String,
    /// The id of the person above.
    pub reports_to: String,
}

/// Without persons: what is debugged may be logged.
impl std::fmt::Debug for Reports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reports")
    }
}

impl Reporting {
    /// Checks the lines.
    ///
    /// # Errors
    /// Everything that is wrong with them, at `reporting[n].field`: somebody who stands twice, who
    /// reports to themself, or people who report to each other in a circle.
    ///
    /// # Example
    /// ```
    /// use insurant::organisation::{Reporting, Reports};
    /// let line = |person: &str, above: &str| Reports {
    ///     person_id: person.into(),
    ///     reports_to: above.into(),
    /// };
    /// let lines = Reporting::new(vec![line("ann", "bob"), line("bob", "eve")])?;
    /// assert!(lines.is_under("ann", "eve") && !lines.is_under("eve", "ann"));
    /// assert!(Reporting::new(vec![line("ann", "ann")]).is_err());
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn new(lines: Vec<Reports>) -> Result<Self, Problems> {
        let problems = faults(&lines);
        let above = lines.into_iter().map(|l| (l.person_id, l.reports_to));
        problems.or(Self {
            above: above.collect(),
        })
    }

    /// Whether somebody reports to another, at whatever distance.
    #[must_use]
    pub fn is_under(&self, person: &str, upper: &str) -> bool {
        self.chain(person).any(|above| above == upper)
    }

    /// The persons above somebody, the nearest first.
    pub fn chain<'a>(&'a self, person: &str) -> impl Iterator<Item = &'a str> {
        let above = |person: &str| self.above.get(person).map(String::as_str);
        // There are no circles, so no chain is longer than there are lines.
        std::iter::successors(above(person), move |person| above(person)).take(self.above.len())
    }
}

fn faults(lines: &[Reports]) -> Problems {
    let mut problems = Problems::new();
    let mut at = |index: usize, field: &str, problem: Problem| {
        problems.push(problem.at(Place {
            path: format!("reporting[{index}].{field}"),
            ..Place::default()
        }));
    };
    let mut first: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some((earlier, _)) = first.get(line.person_id.as_str()) {
            let message = format!("`{}` stands twice", line.person_id);
            let problem = Problem::new(code::DUPLICATE_ID, message).remedy(format!(
                "name one person above; the first is reporting[{earlier}]"
            ));
            at(index, "person_id", problem);
        } else {
            first.insert(&line.person_id, (index, &line.reports_to));
        }
    }
    for (index, line) in lines.iter().enumerate() {
        if line.person_id == line.reports_to {
            let message = format!("`{}` reports to themself", line.person_id);
            let others = first.keys().copied().filter(|id| *id != line.person_id);
            let problem = Problem::new(code::REPORTS_TO_SELF, message)
                .found(line.reports_to.as_str())
                .expected("another person")
                .nearest(nearest(&line.person_id, others))
                .remedy("leave the line out for whoever reports to nobody");
            at(index, "reports_to", problem);
            continue;
        }
        let Some(members) = circle(&line.person_id, &first) else {
            continue;
        };
        // Told once, at the member that comes first.
        let told_at = members
            .iter()
            .filter_map(|id| first.get(id))
            .map(|(i, _)| *i);
        if told_at.min() == Some(index) {
            let problem = Problem::new(code::REPORTING_CYCLE, "people report to each other")
                .found(members.join(" under "))
                .remedy("let one of them report outside the circle, or to nobody");
            at(index, "reports_to", problem);
        }
    }
    problems
}

/// The persons of the circle that somebody is part of, from that person on.
fn circle<'a>(
    person: &'a str,
    lines: &BTreeMap<&'a str, (usize, &'a str)>,
) -> Option<Vec<&'a str>> {
    let mut members = vec![person];
    let mut current = person;
    // One step more than there are persons ends any walk that never comes back.
    for _ in 0..=lines.len() {
        let (_, above) = lines.get(current)?;
        if *above == person {
            return Some(members);
        }
        if *above == current {
            return None;
        }
        members.push(above);
        current = above;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[(&str, &str)]) -> Result<Reporting, Problems> {
        let line = |(person, above): &(&str, &str)| Reports {
            person_id: (*person).to_owned(),
            reports_to: (*above).to_owned(),
        };
        Reporting::new(lines.iter().map(line).collect())
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let problems = lines(&[
            ("a", "b"),
            ("a", "c"),
            ("s", "s"),
            ("x", "y"),
            ("y", "z"),
            ("z", "x"),
            ("w", "x"),
            ("v", "s"),
        ])
        .unwrap_err();
        let found: Vec<String> = problems
            .iter()
            .map(|p| format!("{} {}", p.place().path, p.code()))
            .collect();
        assert_eq!(
            found,
            [
                "reporting[1].person_id duplicate_id",
                "reporting[2].reports_to reports_to_self",
                "reporting[3].reports_to reporting_cycle",
            ]
        );
    }

    #[test]
    fn up_the_lines() {
        let lines = lines(&[("a", "b"), ("b", "c")]).unwrap();
        assert_eq!(lines.chain("a").collect::<Vec<_>>(), ["b", "c"]);
        assert!(lines.is_under("a", "b") && lines.is_under("a", "c"));
        assert!(!lines.is_under("c", "a") && !lines.is_under("a", "a"));
        assert_eq!(lines.chain("?").count(), 0);
    }
}
