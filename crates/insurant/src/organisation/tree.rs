//! The tree of units.

use super::{Actor, OrgLevel, Reporting, Unit};
use crate::code;
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};
use std::collections::BTreeMap;

/// Units as a tree: one topmost unit, each other below its parent in place and in level. Because
/// every step down lowers the level, no chain is longer than there are levels.
///
/// The default has no units, and so nobody is anything in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    units: BTreeMap<String, Unit>,
    root: String,
    reporting: Reporting,
}

impl Organisation {
    /// Checks the units.
    ///
    /// # Errors
    /// Everything that is wrong with them, at `units[n].field`.
    pub fn new(units: Vec<Unit>) -> Result<Self, Problems> {
        let problems = faults(&units);
        let root = units.iter().find(|unit| unit.parent.is_none());
        let root = root.map_or_else(String::new, |unit| unit.id.clone());
        let units = units.into_iter().map(|unit| (unit.id.clone(), unit));
        problems.or(Self {
            units: units.collect(),
            root,
            reporting: Reporting::default(),
        })
    }

    /// The same with lines of reporting between persons, beside those that follow from units and
    /// roles.
    #[must_use]
    pub fn with_reporting(self, reporting: Reporting) -> Self {
        Self { reporting, ..self }
    }

    /// The lines of reporting between persons.
    #[must_use]
    pub const fn reporting(&self) -> &Reporting {
        &self.reporting
    }

    /// The units, in order of id.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// A unit.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.get(id)
    }

    /// The topmost unit.
    #[must_use]
    pub fn root(&self) -> Option<&Unit> {
        self.unit(&self.root)
    }

    /// The level of a unit.
    #[must_use]
    pub fn level(&self, id: &str) -> Option<OrgLevel> {
        self.unit(id).map(|unit| unit.level)
    }

    /// The unit that a unit belongs to.
    #[must_use]
    pub fn superior(&self, id: &str) -> Option<&Unit> {
        self.unit(self.unit(id)?.parent.as_deref()?)
    }

    /// A unit and those above it, up to the topmost; nothing for a unit that does not exist.
    ///
    /// # Example
    /// ```
    /// use insurant::organisation::{OrgLevel, Organisation, Unit};
    /// let organisation = Organisation::new(vec![
    ///     Unit::new("HO", "Head office", OrgLevel::HeadOffice),
    ///     Unit::new("ZJ", "Zhejiang", OrgLevel::Province).under("HO"),
    /// ])?;
    /// let chain: Vec<_> = organisation.chain("ZJ").map(|unit| unit.id.as_str()).collect();
    /// assert_eq!(chain, ["ZJ", "HO"]);
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn chain(&self, id: &str) -> impl Iterator<Item = &Unit> {
        std::iter::successors(self.unit(id), |unit| self.unit(unit.parent.as_deref()?))
    }

    /// Whether a unit lies above another, at whatever distance. No unit lies above itself.
    #[must_use]
    pub fn is_above(&self, upper: &str, lower: &str) -> bool {
        self.chain(lower).skip(1).any(|unit| unit.id == upper)
    }

    /// Whether a unit is another, or lies above it.
    #[must_use]
    pub fn is_or_above(&self, upper: &str, lower: &str) -> bool {
        self.chain(lower).any(|unit| unit.id == upper)
    }

    /// The nearest unit, from a unit upwards, whose level has the authority of another.
    #[must_use]
    pub fn nearest_of_level(&self, id: &str, least: OrgLevel) -> Option<&Unit> {
        self.chain(id).find(|unit| unit.level.at_least(least))
    }

    /// Whether somebody takes orders from somebody else: at a unit below, at the same one in a role
    /// below, or by the lines of reporting. Nobody is under themself.
    #[must_use]
    pub fn is_under(&self, lower: &Actor, upper: &Actor) -> bool {
        lower.person_id != upper.person_id
            && (self.is_above(&upper.unit_id, &lower.unit_id)
                || (lower.unit_id == upper.unit_id && lower.role.is_under(upper.role))
                || self.reporting.is_under(&lower.person_id, &upper.person_id))
    }

    /// Units that show no complaint telephone (A-58).
    pub fn without_complaint_phone(&self) -> impl Iterator<Item = &Unit> {
        self.units().filter(|unit| unit.complaint_phone.is_none())
    }

    /// That there is no such unit.
    #[must_use]
    pub fn unknown_unit(&self, id: &str) -> Problem {
        unknown_unit(id, self.units.keys().map(String::as_str))
    }
}

fn unknown_unit<'a>(id: &str, ids: impl Iterator<Item = &'a str>) -> Problem {
    Problem::new(code::UNKNOWN_UNIT, format!("no unit `{id}`"))
        .expected("the id of a unit of the organisation")
        .nearest(nearest(id, ids))
}

fn faults(units: &[Unit]) -> Problems {
    let mut problems = Problems::new();
    let mut at = |index: usize, field: &str, problem: Problem| {
        problems.push(problem.at(Place {
            path: format!("units[{index}]{field}"),
            ..Place::default()
        }));
    };
    let mut first: BTreeMap<&str, (usize, &Unit)> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        if let Some((earlier, _)) = first.get(unit.id.as_str()) {
            let problem = Problem::new(
                code::DUPLICATE_ID,
                format!("the unit `{}` stands twice", unit.id),
            )
            .remedy(format!(
                "give one of the two another id; the first is units[{earlier}]"
            ));
            at(index, ".id", problem);
        } else {
            first.insert(&unit.id, (index, unit));
        }
    }
    for (index, unit) in units.iter().enumerate() {
        let Some(parent) = unit.parent.as_deref() else {
            continue;
        };
        let Some((_, above)) = first.get(parent) else {
            let ids = first.keys().copied().filter(|id| *id != unit.id);
            at(index, ".parent", unknown_unit(parent, ids));
            continue;
        };
        if let Some(members) = cycle(unit, &first) {
            // Told once, at the member that comes first.
            let told_at = members
                .iter()
                .filter_map(|id| first.get(id))
                .map(|(i, _)| *i);
            if told_at.min() == Some(index) {
                let problem = Problem::new(code::UNIT_CYCLE, "units lie under each other")
                    .found(members.join(" under "))
                    .remedy("give one of them a parent outside the circle, or none");
                at(index, ".parent", problem);
            }
        } else if unit.level <= above.level {
            let problem = Problem::new(
                code::LEVEL_NOT_BELOW,
                format!("`{}` is not on a level below its parent", unit.id),
            )
            .found(format!("{} under {}", unit.level, above.level))
            .expected("each unit on a lower level than the one above it");
            at(index, ".level", problem);
        }
    }
    let roots = || units.iter().enumerate().filter(|(_, u)| u.parent.is_none());
    let problem = |found: String| {
        Problem::new(code::NOT_ONE_ROOT, "an organisation has one topmost unit")
            .found(found)
            .expected("exactly one unit without a parent")
    };
    if roots().next().is_none() {
        problems.push(problem("none".to_owned()).at(Place {
            path: "units".to_owned(),
            ..Place::default()
        }));
    }
    for (index, unit) in roots().skip(1) {
        problems.push(problem(format!("another: `{}`", unit.id)).at(Place {
            path: format!("units[{index}].parent"),
            ..Place::default()
        }));
    }
    problems
}

/// The units of the circle that a unit is part of, from that unit on.
fn cycle<'a>(unit: &'a Unit, units: &BTreeMap<&str, (usize, &'a Unit)>) -> Option<Vec<&'a str>> {
    let mut members = vec![unit.id.as_str()];
    let mut current = unit;
    // One step more than there are units ends any walk that never comes back.
    for _ in 0..=units.len() {
        let parent = current.parent.as_deref()?;
        if parent == unit.id {
            return Some(members);
        }
        let (_, above) = units.get(parent)?;
        members.push(&above.id);
        current = above;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(units: Vec<Unit>) -> Vec<String> {
        let problems = Organisation::new(units).unwrap_err();
        problems
            .iter()
            .map(|p| format!("{} {}", p.place().path, p.code()))
            .collect()
    }

    #[test]
    fn every_mistake_of_a_tree_is_told_at_once() {
        use OrgLevel::{City, County, HeadOffice, Province};
        let unit = |id: &str, level| Unit::new(id, id, level);
        assert_eq!(
            found(vec![
                unit("HO", HeadOffice),
                unit("P1", Province).under("H0"),
                unit("P1", Province).under("HO"),
                unit("C1", City).under("C2"),
                unit("C2", County).under("C3"),
                unit("C3", County).under("C1"),
                unit("C4", Province).under("P1"),
                unit("X", City),
                unit("S", City).under("S"),
                unit("T", City).under("C1"),
            ]),
            [
                "units[1].parent unknown_unit",
                "units[2].id duplicate_id",
                "units[3].parent unit_cycle",
                "units[6].level level_not_below",
                "units[7].parent not_one_root",
                "units[8].parent unit_cycle",
                "units[9].level level_not_below",
            ]
        );
        assert_eq!(found(vec![]), ["units not_one_root"]);
    }

    #[test]
    fn up_the_tree() {
        let unit = |id: &str, level| Unit::new(id, id, level);
        let tree = Organisation::new(vec![
            unit("C", OrgLevel::County).under("P"),
            unit("P", OrgLevel::Province).under("HO"),
            unit("HO", OrgLevel::HeadOffice),
            unit("Q", OrgLevel::Province).under("HO"),
        ])
        .unwrap();
        assert_eq!(tree.root().unwrap().id, "HO");
        assert_eq!(tree.superior("C").unwrap().id, "P");
        assert!(tree.superior("HO").is_none() && tree.superior("?").is_none());
        assert!(tree.is_above("HO", "C") && tree.is_above("P", "C"));
        assert!(!tree.is_above("C", "C") && !tree.is_above("C", "P") && !tree.is_above("Q", "C"));
        assert!(tree.is_or_above("C", "C") && !tree.is_or_above("Q", "C"));
        assert_eq!(tree.chain("?").count(), 0);
        assert_eq!(tree.level("Q"), Some(OrgLevel::Province));
        assert_eq!(tree.unknown_unit("QQ").nearest_text(), Some("Q"));
    }
}
