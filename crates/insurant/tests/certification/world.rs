//! Units, people, terms and sample events that the tests share.

use insurant::Date;
use insurant::Instant;
use insurant::manager::certification::details::{self, *};
use insurant::manager::certification::{
    CertificationEvent, CertificationTerms, Context, Details, Event, ManagerFile,
};
use insurant::manager::{ManagerGrade, Post, Posts};
use insurant::organisation::{
    Actor, OrgLevel, Organisation, Reporting, Reports, Role, Roles, Unit,
};

/// The manager's desk, another desk, their city, another city, province and head office.
pub(crate) const UNITS: [&str; 6] = ["F", "G", "C", "D", "P", "HO"];

pub(crate) struct World {
    pub(crate) organisation: Organisation,
    pub(crate) terms: CertificationTerms,
}

impl World {
    /// Every role that the table knows is let by the terms; any step is.
    pub(crate) fn generous() -> Self {
        let staff = Roles::of(&[
            Role::Operator,
            Role::AccountManager,
            Role::Department,
            Role::Compliance,
            Role::Leader,
            Role::HeadOfficeSenior,
        ]);
        let support = staff.iter().filter(|role| *role != Role::AccountManager);
        Self {
            organisation: tree(),
            terms: CertificationTerms {
                steps_up: None,
                steps_down: None,
                first_grade_at_best: None,
                propose: staff,
                recommend: support.collect(),
                ..CertificationTerms::example()
            },
        }
    }

    /// The same, and nobody needs to recommend.
    pub(crate) fn direct() -> Self {
        let mut world = Self::generous();
        world.terms.recommend = Roles::NONE;
        world
    }

    /// The example terms.
    pub(crate) fn example() -> Self {
        Self {
            organisation: tree(),
            terms: CertificationTerms::example(),
        }
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            terms: &self.terms,
            organisation: &self.organisation,
        }
    }
}

/// The person `under` reports to the manager `m`, whatever their unit and role.
fn tree() -> Organisation {
    let line = Reports {
        person_id: "under".to_owned(),
        reports_to: "m".to_owned(),
    };
    Organisation::new(vec![
        Unit::new("HO", "Head office", OrgLevel::HeadOffice),
        Unit::new("P", "Province", OrgLevel::Province).under("HO"),
        Unit::new("C", "City", OrgLevel::City).under("P"),
        Unit::new("D", "Another city", OrgLevel::City).under("P"),
        Unit::new("F", "Desk", OrgLevel::FrontLine).under("C"),
        Unit::new("G", "Another desk", OrgLevel::FrontLine).under("C"),
    ])
    .unwrap()
    .with_reporting(Reporting::new(vec![line]).unwrap())
}

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// So many days after the start of 2025, in Shanghai.
pub(crate) fn on_day(days: i64) -> Instant {
    let start = Instant::parse("2025-01-01T09:00:00+08:00").unwrap();
    start.add_seconds(days * 86_400).unwrap()
}

pub(crate) fn actor(person: &str, role: Role, unit: &str) -> Actor {
    Actor::new(person, role, unit)
}

/// The manager `m`, at the desk `F` since 2024.
pub(crate) fn manager() -> ManagerFile {
    let post = Post {
        unit_id: "F".to_owned(),
        from: date("2024-01-01"),
        to: None,
    };
    ManagerFile::new("m", Posts::new(vec![post]).unwrap())
}

/// The next event of a file, so many days after the last.
pub(crate) fn next(
    file: &ManagerFile,
    certification: &str,
    days: i64,
    actor: Actor,
    details: impl Into<Details>,
) -> Event {
    let n = file.events().len();
    let last = file.events().last();
    let at = last.map_or(on_day(0), |event| {
        event.recorded_at.add_seconds(days * 86_400).unwrap()
    });
    Event::new(format!("e{n}"), certification, at, actor, details)
}

pub(crate) fn proposal(grade: ManagerGrade) -> details::Proposed {
    Proposed {
        grade,
        reason: "appraisal".to_owned(),
        appraisal_id: None,
        evidence: vec!["file".to_owned()],
        planned_from: None,
    }
}

/// Details of a kind that have a chance to be accepted.
pub(crate) fn sample(kind: CertificationEvent, grade: ManagerGrade) -> Details {
    use CertificationEvent as E;
    let why = || "because".to_owned();
    match kind {
        E::Proposed => proposal(grade).into(),
        E::Recommended => Recommended { note: None }.into(),
        E::Returned => Returned { reason: why() }.into(),
        E::Approved => Approved {
            planned_from: None,
            note: None,
        }
        .into(),
        E::Refused => Refused { reason: why() }.into(),
        E::Withdrawn => Withdrawn { reason: None }.into(),
        E::TookEffect => TookEffect { valid_to: None }.into(),
        E::Lapsed => Lapsed {}.into(),
        E::Revoked => Revoked { reason: why() }.into(),
        E::Replaced => Replaced {}.into(),
    }
}

/// Who might act in a role: two persons at each unit, the manager, and whoever reports to them.
pub(crate) fn people(role: Role) -> Vec<Actor> {
    let at_units = UNITS.iter().flat_map(|unit| {
        ["ann", "bob"].map(|person| actor(&format!("{person}-{role}"), role, unit))
    });
    let known = [actor("m", role, "F"), actor("under", role, "P")];
    known.into_iter().chain(at_units).collect()
}
