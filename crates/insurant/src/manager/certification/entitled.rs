//! Who may bring about an event, by the terms and the level of the grades.

use super::{CertificationEvent, Context, ManagerFile};
use crate::date::Date;
use crate::manager::ManagerGrade;
use crate::organisation::{OrgLevel, Roles, json as units};
use insurant_rules::document::{Field, Json, Object, Shape};
use std::sync::LazyLock;

/// Who may bring about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entitled {
    /// The roles; none where the terms let nobody do it.
    pub roles: Roles,
    /// The least level of their unit, where one is needed.
    pub least_level: Option<OrgLevel>,
    /// The nearest unit at or above the manager's that has it.
    pub unit_id: Option<String>,
}

impl Entitled {
    /// The same in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Object::new()
            .with("roles", self.roles.to_json())
            .with_some("least_level", self.least_level.map(OrgLevel::as_str))
            .with_some("unit_id", self.unit_id.as_deref())
            .into()
    }
}

impl ManagerFile {
    /// Who may bring about an event on a day, of those whom the table lets: what is proposed is the
    /// second of the grades, and the first the one before it.
    pub(super) fn entitled(
        &self,
        event: CertificationEvent,
        table: Roles,
        (old, new): (Option<ManagerGrade>, ManagerGrade),
        day: Date,
        context: Context<'_>,
    ) -> Entitled {
        let terms = context.terms;
        let authority = terms.authority(old, new);
        let by_terms = match event {
            CertificationEvent::Proposed | CertificationEvent::Withdrawn => terms.propose,
            CertificationEvent::Recommended => terms.recommend,
            CertificationEvent::Returned => terms.recommend.and(authority.roles),
            CertificationEvent::Approved
            | CertificationEvent::Refused
            | CertificationEvent::Revoked => authority.roles,
            CertificationEvent::TookEffect
            | CertificationEvent::Lapsed
            | CertificationEvent::Replaced => Roles::ALL,
        };
        let decides = matches!(
            event,
            CertificationEvent::Approved
                | CertificationEvent::Refused
                | CertificationEvent::Revoked
        );
        let least_level = decides.then_some(authority.least_level);
        let unit = least_level.and_then(|least| {
            let own = self.unit_near(day);
            context.organisation.nearest_of_level(own, least)
        });
        Entitled {
            roles: table.both(by_terms),
            least_level,
            unit_id: unit.map(|unit| unit.id.clone()),
        }
    }
}

/// Who may bring about an event, in JSON.
pub(super) static ENTITLED: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CertificationEntitled",
        "Who may bring about an event.",
        [
            Field::required(
                "roles",
                Shape::list(units::role()),
                "The roles; none where the terms let nobody do it.",
            ),
            Field::optional(
                "least_level",
                Shape::one_of(OrgLevel::WORDS.iter().copied()),
                "The least level of their unit, where one is needed.",
            ),
            Field::optional(
                "unit_id",
                Shape::id(),
                "The nearest unit at or above the manager's that has it.",
            ),
        ],
    )
});
