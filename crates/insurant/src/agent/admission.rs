//! Admission of an agent (B-28): what the law lets the insurer ask, experience, interviews.

use super::rules::AgentRules;
use crate::closed::closed;
use crate::date::{Date, whole_years};
use crate::organisation::OrgLevel;

closed! {
    /// Education, the least first.
    Education {
        /// None.
        None = "none",
        /// Primary school.
        Primary = "primary",
        /// Lower secondary school.
        LowerSecondary = "lower_secondary",
        /// Upper secondary school.
        UpperSecondary = "upper_secondary",
        /// Vocational school or college.
        Vocational = "vocational",
        /// Bachelor's degree.
        Bachelor = "bachelor",
        /// Master's degree.
        Master = "master",
        /// Doctorate.
        Doctorate = "doctorate",
    }
}

closed! {
    /// How one thing that is asked stands.
    CheckState {
        /// It is met.
        Met = "met",
        /// It is not.
        NotMet = "not_met",
        /// What it asks is not known.
        Unknown = "unknown",
        /// Interviews are still to be held.
        Pending = "pending",
        /// The rulebook does not ask it.
        Off = "off",
    }
}

closed! {
    /// What becomes of a candidate.
    Outcome {
        /// Everything is met.
        Admitted = "admitted",
        /// Interviews are still to be held.
        Pending = "pending",
        /// Something is not known: a person must look.
        Review = "review",
        /// Something is not met.
        Refused = "refused",
    }
}

closed! {
    /// How an interview stands.
    StageState {
        /// Passed, after the one before it.
        Passed = "passed",
        /// Failed.
        Failed = "failed",
        /// Held before the one before it was passed.
        OutOfOrder = "out_of_order",
        /// Not held before the day.
        Missing = "missing",
    }
}

/// An interview that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interview {
    /// The level of the leader who held it.
    pub level: OrgLevel,
    /// When.
    pub on: Date,
    /// Whether the candidate passed.
    pub passed: bool,
}

/// What is known of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The host's id.
    pub agent_id: String,
    /// The day of birth.
    pub birth_date: Option<Date>,
    /// Education.
    pub education: Option<Education>,
    /// Relevant experience, in whole months.
    pub experience_months: Option<i64>,
    /// Interviews held, each level once.
    pub interviews: Vec<Interview>,
}

/// Whether a candidate is admitted, with each thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    /// The candidate.
    pub agent_id: String,
    /// The day.
    pub as_of: Date,
    /// Age in whole years, when it is asked and known.
    pub age_years: Option<i64>,
    /// Age.
    pub age: CheckState,
    /// Education.
    pub education: CheckState,
    /// Experience.
    pub experience: CheckState,
    /// The interviews together.
    pub interviews: CheckState,
    /// Each interview, in order.
    pub stages: Vec<(OrgLevel, StageState)>,
}

impl Admission {
    /// What becomes of the candidate: what is not met comes first, then what is not known.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let checks = [self.age, self.education, self.experience, self.interviews];
        if checks.contains(&CheckState::NotMet) {
            Outcome::Refused
        } else if checks.contains(&CheckState::Unknown) {
            Outcome::Review
        } else if checks.contains(&CheckState::Pending) {
            Outcome::Pending
        } else {
            Outcome::Admitted
        }
    }

    /// The level of the interview that is next, while none failed.
    #[must_use]
    pub fn next(&self) -> Option<OrgLevel> {
        let mut stages = self.stages.iter();
        let next = stages.find(|(_, state)| *state == StageState::Missing);
        next.filter(|_| self.interviews == CheckState::Pending)
            .map(|(level, _)| *level)
    }
}

impl AgentRules {
    /// Whether a candidate is admitted on a day. Interviews of the day or later do not count yet.
    #[must_use]
    pub fn admit(&self, agent: &Agent, as_of: Date) -> Admission {
        let asks_age = self.least_age.is_some() || self.most_age.is_some();
        let born = agent.birth_date.filter(|born| asks_age && *born <= as_of);
        let age_years = born.map(|born| whole_years(born.days(), as_of.days()));
        let within = |age| {
            self.least_age.is_none_or(|least| least <= age)
                && self.most_age.is_none_or(|most| age <= most)
        };
        let stages = self.held(agent, as_of);
        let any = |state| stages.iter().any(|(_, found)| *found == state);
        let interviews = if stages.is_empty() {
            CheckState::Off
        } else if any(StageState::Failed) || any(StageState::OutOfOrder) {
            CheckState::NotMet
        } else if any(StageState::Missing) {
            CheckState::Pending
        } else {
            CheckState::Met
        };
        Admission {
            agent_id: agent.agent_id.clone(),
            as_of,
            age_years,
            age: check(asks_age, age_years.map(within)),
            education: check(
                self.education.is_some(),
                self.education
                    .zip(agent.education)
                    .map(|(least, own)| least <= own),
            ),
            experience: check(
                self.experience_months > 0,
                agent
                    .experience_months
                    .map(|months| self.experience_months <= months),
            ),
            interviews,
            stages,
        }
    }

    fn held(&self, agent: &Agent, as_of: Date) -> Vec<(OrgLevel, StageState)> {
        // The day on which all interviews so far were passed; none when one was not.
        let mut passed_on = Some(Date::MIN);
        let stages = self.stages.iter().map(|stage| {
            let mut held = agent.interviews.iter();
            let held = held.find(|held| held.level == stage.level && held.on < as_of);
            let before = passed_on.take();
            let state = match held {
                None => StageState::Missing,
                Some(held) if before.is_none_or(|before| held.on < before) => {
                    StageState::OutOfOrder
                }
                Some(held) if !held.passed => StageState::Failed,
                Some(held) => {
                    passed_on = Some(held.on);
                    StageState::Passed
                }
            };
            (stage.level, state)
        });
        stages.collect()
    }
}

const fn check(asked: bool, met: Option<bool>) -> CheckState {
    match (asked, met) {
        (false, _) => CheckState::Off,
        (true, None) => CheckState::Unknown,
        (true, Some(true)) => CheckState::Met,
        (true, Some(false)) => CheckState::NotMet,
    }
}
