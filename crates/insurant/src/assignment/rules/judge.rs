//! What the rules say of one customer and one manager.

use super::{AssignmentRules, For, GradePoints, LeastGrade, WordPoints};
use crate::assignment::facts::{Customer, Manager};
use crate::assignment::register::Register;
use crate::category::Category;
use crate::date::Date;
use crate::manager::ManagerGrade;
use crate::organisation::OrgLevel;

/// What kind of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// The grade for the customer's tier or category.
    Grade,
    /// The main line of business.
    Line,
    /// The language.
    Language,
    /// The distance.
    Distance,
    /// What is said of tasks.
    Task,
}

impl Component {
    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Line => "line",
            Self::Language => "language",
            Self::Distance => "distance",
            Self::Task => "task",
        }
    }
}

/// Points that a rule gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored<'r> {
    /// What for.
    pub component: Component,
    /// The rule's id.
    pub rule: &'r str,
    /// How many.
    pub points: i64,
}

/// That somebody may, and how well they fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit<'r> {
    /// The rule of the least grade that was met; absent: none asks for a grade.
    pub allowed_by: Option<&'r str>,
    /// The manager who must supervise.
    pub supervisor: Option<&'r str>,
    /// The points, by component.
    pub scored: Vec<Scored<'r>>,
    /// That it is unknown how far away they are, where the rules set a limit and allow that.
    pub unknown_distance: bool,
}

impl Fit<'_> {
    /// All points together.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.scored.iter().map(|s| s.points).sum()
    }
}

/// What keeps a manager from a customer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar<'r> {
    /// They are there no more.
    Gone,
    /// Their book is being handed over.
    Leaver,
    /// They have not the least grade.
    LeastGrade(&'r str),
    /// They do not master the line.
    Line(&'r str),
    /// They do not speak the language.
    Language(&'r str),
    /// They are at another unit.
    Within(OrgLevel),
    /// They are too far away.
    TooFar,
    /// It is unknown how far away they are, and the rules do not allow that.
    UnknownDistance,
    /// No rule and no fact says how much they can take on.
    NoCapacity,
    /// They lack a skill that the task asks for.
    Skill,
    /// The supervisor that the assignment names is there no more.
    Supervisor,
    /// Their book is larger than their capacity.
    Capacity,
    /// Their unit is not of the level that the task asks for.
    Level,
    /// They are not at the task's unit, nor below it.
    Unit,
    /// The customer is at another unit than the branch that is rebalanced.
    OutsideBranch,
}

impl Bar<'_> {
    /// The rule as one word: `least_grade:key-customers`, `within:city`, `leaver`.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Gone => "gone".to_owned(),
            Self::Leaver => "leaver".to_owned(),
            Self::LeastGrade(rule) => format!("least_grade:{rule}"),
            Self::Line(rule) => format!("line:{rule}"),
            Self::Language(rule) => format!("language:{rule}"),
            Self::Within(level) => format!("within:{level}"),
            Self::TooFar => "most_km".to_owned(),
            Self::UnknownDistance => "unknown_distance".to_owned(),
            Self::NoCapacity => "no_capacity".to_owned(),
            Self::Skill => "skills".to_owned(),
            Self::Supervisor => "supervisor".to_owned(),
            Self::Capacity => "capacity".to_owned(),
            Self::Level => "level".to_owned(),
            Self::Unit => "unit".to_owned(),
            Self::OutsideBranch => "outside_branch".to_owned(),
        }
    }
}

impl For {
    fn fits(&self, customer: &Customer) -> bool {
        let has = |list: &[String], word: Option<&String>| {
            list.is_empty() || word.is_some_and(|word| list.contains(word))
        };
        let category = self.categories.is_empty()
            || customer
                .category
                .is_some_and(|c| self.categories.contains(&c));
        category
            && has(&self.tiers, customer.tier.as_ref())
            && has(&self.lines, customer.line.as_ref())
    }
}

/// The first rule for a word.
fn rule_for<'r>(rules: &'r [WordPoints], word: &str) -> Option<&'r WordPoints> {
    rules
        .iter()
        .find(|rule| rule.words.is_empty() || rule.words.iter().any(|w| w == word))
}

impl AssignmentRules {
    /// How much work a customer is.
    #[must_use]
    pub fn effort(&self, customer: &Customer) -> i64 {
        let rule = || self.efforts.iter().find(|rule| rule.of.fits(customer));
        customer
            .effort
            .or_else(|| rule().map(|rule| rule.effort))
            .unwrap_or(1)
    }

    /// How much effort a manager can take on: their own figure, else that of their grade.
    #[must_use]
    pub fn capacity(&self, manager: &Manager) -> Option<i64> {
        let of_grade = || {
            self.capacities
                .get(manager.grade as usize)
                .copied()
                .flatten()
        };
        manager.capacity.or_else(of_grade)
    }

    /// Every hard rule that keeps a manager from a customer, or how well they fit.
    ///
    /// # Errors
    /// The rules that forbid it, in a fixed order.
    pub fn judge<'r>(
        &'r self,
        setting: &Setting<'r>,
        customer: &Customer,
        manager: &'r Manager,
    ) -> Result<Fit<'r>, Vec<Bar<'r>>> {
        let found = self.found(setting, customer, manager);
        if found.bars.is_empty() {
            Ok(found.fit)
        } else {
            Err(found.bars)
        }
    }

    /// The same with the points also where a rule forbids it.
    pub(crate) fn found<'r>(
        &'r self,
        setting: &Setting<'r>,
        customer: &Customer,
        manager: &'r Manager,
    ) -> Found<'r> {
        let mut found = Found::default();
        found.bars.extend(setting.absent(manager));
        for part in Part::ALL {
            self.part(part, setting, customer, manager, &mut found);
        }
        found
    }

    /// What one part of the rules says. Each reads few facts of the customer ([`Part::reads`]), so
    /// that the answers for many customers can be put together from few.
    pub(crate) fn part<'r>(
        &'r self,
        part: Part,
        setting: &Setting<'r>,
        customer: &Customer,
        manager: &'r Manager,
        found: &mut Found<'r>,
    ) {
        match part {
            Part::Grade => self.grade(setting, customer, manager, found),
            Part::Line => {
                let rules = &self.line_points;
                word(
                    Component::Line,
                    rules,
                    customer.line.as_ref(),
                    &manager.lines,
                    found,
                );
            }
            Part::Language => {
                let (rules, asked) = (&self.language_points, customer.language.as_ref());
                word(Component::Language, rules, asked, &manager.languages, found);
            }
            Part::Unit => {
                if let Some(level) = self.within
                    && let Some(unit) = customer.unit_id.as_deref()
                    && !same_branch(setting.register, level, unit, &manager.unit_id)
                {
                    found.bars.push(Bar::Within(level));
                }
            }
            Part::Place => self.distance(setting.register, customer, manager, found),
        }
    }

    /// Whether a manager's grade is enough for a customer, alone or under somebody; if not, the rule.
    pub(crate) fn supervision<'r>(
        &'r self,
        setting: &Setting<'r>,
        customer: &Customer,
        manager: &'r Manager,
        above: Option<&str>,
    ) -> Result<Option<&'r str>, Bar<'r>> {
        let rule = self.least_grades.iter().find(|r| r.of.fits(customer));
        rule.map_or(Ok(None), |rule| may(rule, setting, manager, above))
    }

    fn grade<'r>(
        &'r self,
        setting: &Setting<'r>,
        customer: &Customer,
        manager: &'r Manager,
        found: &mut Found<'r>,
    ) {
        if let Some(rule) = self.least_grades.iter().find(|r| r.of.fits(customer)) {
            match may(rule, setting, manager, manager.reports_to.as_deref()) {
                Ok(supervisor) => {
                    found.fit.allowed_by = Some(&rule.id);
                    found.fit.supervisor = supervisor;
                }
                Err(bar) => found.bars.push(bar),
            }
        }
        let mut rules = self.grade_points.iter();
        let applies = |r: &&GradePoints| r.grades.contains(&manager.grade) && r.of.fits(customer);
        if let Some(rule) = rules.find(applies) {
            found.score(Component::Grade, &rule.id, rule.points);
        }
    }

    fn distance<'r>(
        &'r self,
        register: &Register,
        customer: &Customer,
        manager: &Manager,
        found: &mut Found<'r>,
    ) {
        if self.distance_points.is_empty() && self.most_km.is_none() {
            return;
        }
        let places = customer.place.as_deref().zip(manager.place.as_deref());
        let Some(km) = places.and_then(|(a, b)| register.distance(a, b)) else {
            // Unknown is not within a limit: the rules say whether that matters.
            if self.most_km.is_some() && self.unknown_allowed {
                found.fit.unknown_distance = true;
            } else if self.most_km.is_some() {
                found.bars.push(Bar::UnknownDistance);
            }
            return;
        };
        if self.most_km.is_some_and(|most| km > most) {
            found.bars.push(Bar::TooFar);
        }
        let mut bands = self.distance_points.iter();
        if let Some(band) = bands.find(|band| band.up_to_km.is_none_or(|up_to| km <= up_to)) {
            found.score(Component::Distance, &band.id, band.points);
        }
    }
}

/// Where and when it is asked who may look after a customer.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'r> {
    /// Who there is.
    pub register: &'r Register,
    /// The day.
    pub on: Date,
    /// The manager whose book is handed over.
    pub leaver: Option<&'r str>,
}

impl<'r> Setting<'r> {
    /// Why a manager takes nobody on, whoever the customer is.
    pub(crate) fn absent(&self, manager: &Manager) -> Option<Bar<'r>> {
        if self.leaver == Some(manager.id.as_str()) {
            return Some(Bar::Leaver);
        }
        (!manager.is_there(self.on)).then_some(Bar::Gone)
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct Found<'r> {
    pub(crate) fit: Fit<'r>,
    pub(crate) bars: Vec<Bar<'r>>,
}

impl<'r> Found<'r> {
    pub(crate) fn score(&mut self, component: Component, rule: &'r str, points: i64) {
        self.fit.scored.push(Scored {
            component,
            rule,
            points,
        });
    }
}

/// A part of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Grade,
    Line,
    Language,
    Unit,
    Place,
}

impl Part {
    pub(crate) const ALL: [Self; 5] = [
        Self::Grade,
        Self::Line,
        Self::Language,
        Self::Unit,
        Self::Place,
    ];

    /// The facts that it reads; customers with the same ones get the same answer.
    pub(crate) fn reads(self, c: &Customer) -> (Option<Category>, Option<&str>, Option<&str>) {
        match self {
            Self::Grade => (c.category, c.tier.as_deref(), c.line.as_deref()),
            Self::Line => (None, None, c.line.as_deref()),
            Self::Language => (None, None, c.language.as_deref()),
            Self::Unit => (None, None, c.unit_id.as_deref()),
            Self::Place => (None, None, c.place.as_deref()),
        }
    }
}

fn word<'r>(
    component: Component,
    rules: &'r [WordPoints],
    asked: Option<&String>,
    known: &[String],
    found: &mut Found<'r>,
) {
    let Some((asked, rule)) = asked.and_then(|w| Some((w, rule_for(rules, w)?))) else {
        return;
    };
    if known.contains(asked) {
        found.score(component, &rule.id, rule.points);
    } else if rule.required {
        found.bars.push(match component {
            Component::Line => Bar::Line(&rule.id),
            _ => Bar::Language(&rule.id),
        });
    }
}

/// Whether a manager's grade is enough, alone or with the supervisor that is named.
fn may<'r>(
    rule: &'r LeastGrade,
    setting: &Setting<'r>,
    manager: &'r Manager,
    above: Option<&str>,
) -> Result<Option<&'r str>, Bar<'r>> {
    let enough = |grade: ManagerGrade, least: ManagerGrade| grade <= least;
    if enough(manager.grade, rule.grade) {
        return Ok(None);
    }
    let supervised = rule
        .supervised
        .is_some_and(|least| enough(manager.grade, least));
    let above = above.and_then(|id| setting.register.manager(id));
    match above.filter(|above| setting.absent(above).is_none()) {
        Some(above) if supervised && enough(above.grade, rule.grade) => Ok(Some(&above.id)),
        _ => Err(Bar::LeastGrade(&rule.id)),
    }
}

/// Whether two units belong to the same unit of a level; a unit above that level stands for itself.
fn same_branch(register: &Register, level: OrgLevel, one: &str, other: &str) -> bool {
    let branch = |id: &str| {
        let chain = register.units.chain(id);
        let above = chain
            .filter(|unit| unit.level <= level)
            .map(|unit| unit.id.clone());
        above.into_iter().next()
    };
    // `<=` is above or at the level: the first met on the way up.
    branch(one) == branch(other)
}
