//! What certifications are judged by: how long they hold, and who decides on which grade.

use crate::approval::{ApprovalKind, Approver, Policy};
use crate::date::Date;
use crate::manager::ManagerGrade;
use crate::organisation::{OrgLevel, Organisation, Role, Roles};

/// The rules of certification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificationTerms {
    /// For how many months a certificate is valid (A-25: once a year).
    pub validity_months: u32,
    /// For how many days after that the grade is kept.
    pub grace_days: u32,
    /// How many days before its end a certificate is due to be renewed.
    pub due_days: u32,
    /// How many steps better than the last grade a new one may be; any when absent.
    pub steps_up: Option<u32>,
    /// How many steps worse; any when absent.
    pub steps_down: Option<u32>,
    /// The best that a first grade may be; any when absent.
    pub first_grade_at_best: Option<ManagerGrade>,
    /// Who may propose.
    pub propose: Roles,
    /// Who recommends in between; none when nobody needs to.
    pub recommend: Roles,
    /// Whether a proposal needs evidence.
    pub evidence: bool,
    /// Who decides, by grade.
    pub approvers: GradeAuthorities,
}

/// Who may decide on a grade: someone in one of these roles, at a unit of at least this level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// The roles.
    pub roles: Roles,
    /// The least level of their unit.
    pub least_level: OrgLevel,
}

/// Who decides on each grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeAuthorities {
    /// On the highest.
    pub principal: Authority,
    /// On the next.
    pub senior: Authority,
    /// And so on.
    pub standard: Authority,
    /// And so on.
    pub junior: Authority,
    /// On the lowest.
    pub trainee: Authority,
}

impl GradeAuthorities {
    /// The two highest grades by one level, the others by another.
    #[must_use]
    pub const fn of_levels(roles: Roles, high: OrgLevel, other: OrgLevel) -> Self {
        let high = Authority {
            roles,
            least_level: high,
        };
        let other = Authority {
            roles,
            least_level: other,
        };
        Self {
            principal: high,
            senior: high,
            standard: other,
            junior: other,
            trainee: other,
        }
    }

    /// Who decides on a grade.
    #[must_use]
    pub const fn of(&self, grade: ManagerGrade) -> &Authority {
        match grade {
            ManagerGrade::Principal => &self.principal,
            ManagerGrade::Senior => &self.senior,
            ManagerGrade::Standard => &self.standard,
            ManagerGrade::Junior => &self.junior,
            ManagerGrade::Trainee => &self.trainee,
        }
    }
}

/// What an event is judged by, beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The rules.
    pub terms: &'a CertificationTerms,
    /// The units, and who reports to whom.
    pub organisation: &'a Organisation,
}

impl CertificationTerms {
    /// The levels of A-24 with example figures: valid for 12 months, 60 days of grace, due 60 days
    /// before; one step up or down a year; a first grade of `standard` at best; proposed by leaders
    /// or managers themselves, recommended by a leader or a department.
    #[must_use]
    pub const fn example() -> Self {
        let leaders = Roles::of(&[Role::Leader, Role::HeadOfficeSenior]);
        Self {
            validity_months: 12,
            grace_days: 60,
            due_days: 60,
            steps_up: Some(1),
            steps_down: Some(1),
            first_grade_at_best: Some(ManagerGrade::Standard),
            propose: Roles::of(&[Role::AccountManager, Role::Leader]),
            recommend: Roles::of(&[Role::Leader, Role::Department]),
            evidence: false,
            approvers: GradeAuthorities::of_levels(leaders, OrgLevel::Province, OrgLevel::City),
        }
    }

    /// The first day on which a certificate of a day is not valid any more.
    #[must_use]
    pub fn valid_to(&self, from: Date) -> Date {
        from.add_months(i32::try_from(self.validity_months).unwrap_or(i32::MAX))
    }

    /// The first day on which a grade is not kept any more, for a certificate that was valid up to
    /// a day.
    #[must_use]
    pub fn grace_to(&self, valid_to: Date) -> Date {
        valid_to.add_days(i32::try_from(self.grace_days).unwrap_or(i32::MAX))
    }

    /// The first day on which a certificate that is valid up to a day is due to be renewed.
    #[must_use]
    pub fn due_from(&self, valid_to: Date) -> Date {
        valid_to.add_days(-i32::try_from(self.due_days).unwrap_or(i32::MAX))
    }

    /// Who decides when one grade follows another: whoever decides on the higher of the two.
    #[must_use]
    pub fn authority(&self, old: Option<ManagerGrade>, new: ManagerGrade) -> &Authority {
        self.approvers.of(old.map_or(new, |old| old.min(new)))
    }

    /// Whether a grade may follow another, or be the first.
    #[must_use]
    pub fn steps_allow(&self, old: Option<ManagerGrade>, new: ManagerGrade) -> bool {
        let Some(old) = old else {
            return self.first_grade_at_best.is_none_or(|best| best <= new);
        };
        let up = new.steps_above(old);
        let within =
            |most: Option<u32>, steps: i64| most.is_none_or(|most| steps <= i64::from(most));
        within(self.steps_up, up) && within(self.steps_down, -up)
    }

    /// The same as a policy of approvals, for one grade after another; see also
    /// [`crate::approval::check`].
    #[must_use]
    pub fn policy(&self, old: Option<ManagerGrade>, new: ManagerGrade) -> Policy {
        let authority = self.authority(old, new);
        Policy {
            kind: ApprovalKind::ManagerGrade,
            propose: self.propose,
            recommend: self.recommend,
            approvers: vec![Approver {
                roles: authority.roles,
                least_level: authority.least_level,
                above: false,
            }],
            evidence: self.evidence,
            longest_days: None,
        }
    }
}

/// What an event is judged by, as far as it is known: a log is replayed without either.
#[derive(Clone, Copy, Default)]
pub(super) struct By<'a> {
    pub(super) terms: Option<&'a CertificationTerms>,
    pub(super) units: Option<&'a Organisation>,
}

impl<'a> From<Context<'a>> for By<'a> {
    fn from(context: Context<'a>) -> Self {
        Self {
            terms: Some(context.terms),
            units: Some(context.organisation),
        }
    }
}

impl By<'_> {
    /// Whether something holds by the terms, or nobody can tell.
    pub(super) fn terms(&self, holds: impl FnOnce(&CertificationTerms) -> bool) -> bool {
        self.terms.is_none_or(holds)
    }

    /// Whether something holds for the units, or nobody can tell.
    pub(super) fn units(&self, holds: impl FnOnce(&Organisation) -> bool) -> bool {
        self.units.is_none_or(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_decides_decides_on_the_higher_grade() {
        let terms = CertificationTerms::example();
        for old in ManagerGrade::ALL {
            for new in ManagerGrade::ALL {
                let high = |g: &ManagerGrade| *g <= ManagerGrade::Senior;
                let expected = if high(old) || high(new) {
                    OrgLevel::Province
                } else {
                    OrgLevel::City
                };
                let found = terms.authority(Some(*old), *new).least_level;
                assert_eq!(found, expected, "{old} to {new}");
            }
        }
    }

    #[test]
    fn steps_up_steps_down_and_the_first() {
        use ManagerGrade::{Junior, Principal, Senior, Standard, Trainee};
        let terms = CertificationTerms::example();
        assert!(terms.steps_allow(Some(Standard), Senior));
        assert!(!terms.steps_allow(Some(Standard), Principal));
        assert!(terms.steps_allow(Some(Standard), Junior));
        assert!(!terms.steps_allow(Some(Standard), Trainee));
        assert!(terms.steps_allow(None, Standard) && terms.steps_allow(None, Trainee));
        assert!(!terms.steps_allow(None, Senior));
        let free = CertificationTerms {
            steps_up: None,
            steps_down: None,
            first_grade_at_best: None,
            ..terms
        };
        assert!(free.steps_allow(Some(Trainee), Principal));
        assert!(free.steps_allow(Some(Principal), Trainee) && free.steps_allow(None, Principal));
    }

    #[test]
    fn a_certificate_of_a_leap_day_ends_with_february() {
        let terms = CertificationTerms::example();
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(terms.valid_to(day("2024-02-29")), day("2025-02-28"));
        assert_eq!(terms.grace_to(day("2025-02-28")), day("2025-04-29"));
        assert_eq!(terms.due_from(day("2025-02-28")), day("2024-12-30"));
    }
}
