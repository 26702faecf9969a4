//! Corrective actions: who does what against a cause until when, and whether it helped (A-64).

use super::case::at;
use super::{Cause, CauseScheme, EffectCheck, EffectReport, Period};
use crate::closed::closed;
use crate::code;
use crate::date::Date;
use insurant_rules::{Problem, Problems};

closed! {
    /// How far an action is.
    ActionState {
        /// Not done, and not due yet.
        Open = "open",
        /// Not done, and past its day.
        Overdue = "overdue",
        /// Done by its day.
        Done = "done",
        /// Done after its day.
        DoneLate = "done_late",
    }
}

/// A corrective action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The host's id.
    pub action_id: String,
    /// The function it concerns.
    pub function: String,
    /// The reason within it; the whole function when not given.
    pub reason: Option<String>,
    /// What is done.
    pub what: Option<String>,
    /// Who answers for it.
    pub owner: String,
    /// The unit that does it.
    pub unit_id: Option<String>,
    /// The last day for it.
    pub due_on: Date,
    /// When it was done.
    pub done_on: Option<Date>,
    /// What proves that it was carried out.
    pub evidence: Option<String>,
    /// How its effect is checked.
    pub check: Option<EffectCheck>,
}

impl Action {
    /// An action against a cause, not done yet.
    #[must_use]
    pub fn new(action_id: &str, cause: Cause<'_>, owner: &str, due_on: Date) -> Self {
        Self {
            action_id: action_id.to_owned(),
            function: cause.function.to_owned(),
            reason: cause.reason.map(str::to_owned),
            what: None,
            owner: owner.to_owned(),
            unit_id: None,
            due_on,
            done_on: None,
            evidence: None,
            check: None,
        }
    }

    /// Its cause.
    #[must_use]
    pub fn cause(&self) -> Cause<'_> {
        Cause {
            function: &self.function,
            reason: self.reason.as_deref(),
        }
    }

    /// How far it is at the start of a day; its own day counts to the end.
    ///
    /// # Example
    /// ```
    /// use insurant::Date;
    /// use insurant::complaint::analysis::{Action, ActionState, Cause};
    /// let due = Date::parse("2025-06-30")?;
    /// let mut action = Action::new("A-1", Cause::parse("claims/delays"), "M-7", due);
    /// assert_eq!(action.state(due), ActionState::Open);
    /// assert_eq!(action.state(due.add_days(1)), ActionState::Overdue);
    /// action.done_on = Some(due);
    /// assert_eq!(action.state(due.add_days(1)), ActionState::Done);
    /// # Ok::<(), insurant::DateError>(())
    /// ```
    #[must_use]
    pub fn state(&self, as_of: Date) -> ActionState {
        match self.done_by(as_of) {
            Some(done) if done <= self.due_on => ActionState::Done,
            Some(_) => ActionState::DoneLate,
            None if self.due_on < as_of => ActionState::Overdue,
            None => ActionState::Open,
        }
    }

    /// When it was done, as known at the start of a day.
    #[must_use]
    pub fn done_by(&self, as_of: Date) -> Option<Date> {
        self.done_on.filter(|done| *done < as_of)
    }

    /// The days before it was done that are watched, and those after; none that would leave the
    /// range of dates.
    #[must_use]
    pub fn windows(&self, as_of: Date) -> Option<[Period; 2]> {
        let days = i32::try_from(self.check?.days).ok()?;
        let done = self.done_by(as_of)?;
        let first = done.add_days(1);
        let before = Period::new(done.add_days(-days), done).ok()?;
        let after = Period::new(first, first.add_days(days)).ok()?;
        [before, after]
            .iter()
            .all(|window| window.days() == days)
            .then_some([before, after])
    }

    /// What is wrong with it.
    pub(super) fn check(&self, causes: &CauseScheme, problems: &mut Problems, path: &str) {
        if !causes.has(&self.function, self.reason.as_deref()) {
            let problem = causes.unknown(self.cause(), code::UNKNOWN_CAUSE);
            problems.push(at(problem, format!("{path}.cause")));
        }
        let Some(check) = self.check else {
            return;
        };
        if check.days == 0 {
            let problem = Problem::new(code::NO_DAYS, "an effect needs days to watch");
            problems.push(at(
                problem.expected("at least one day"),
                format!("{path}.check.days"),
            ));
        }
        let named = ["before", "after"]
            .into_iter()
            .zip(check.exposure.into_iter().flatten());
        for (side, exposure) in named {
            if exposure.units() <= 0 {
                let problem = Problem::new(code::NO_EXPOSURE, "an exposure has to be above zero");
                problems.push(at(problem, format!("{path}.check.exposure.{side}")));
            }
        }
        if check.at_most.is_some_and(|most| most.units() < 0) {
            let problem = Problem::new(code::NEGATIVE_AMOUNT, "a share cannot lie below zero");
            problems.push(at(problem, format!("{path}.check.at_most")));
        }
    }
}

/// An action with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionReport {
    /// The action.
    pub action: Action,
    /// How far it is.
    pub state: ActionState,
    /// Whether it was done and something proves it.
    pub proven: bool,
    /// Whether it helped, when that is checked.
    pub effect: Option<EffectReport>,
}

impl ActionReport {
    /// What became of an action whose cause was complained about so often before and after.
    pub(super) fn of(action: Action, as_of: Date, counts: [u64; 2]) -> Self {
        let state = action.state(as_of);
        let effect = action
            .check
            .map(|check| EffectReport::of(&action, check, as_of, counts));
        let done = matches!(state, ActionState::Done | ActionState::DoneLate);
        Self {
            proven: done && action.evidence.is_some(),
            state,
            effect,
            action,
        }
    }

    /// Whether it still has to be done.
    #[must_use]
    pub const fn is_due(&self) -> bool {
        matches!(self.state, ActionState::Open | ActionState::Overdue)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ActionEffect;
    use super::*;
    use insurant_rules::document::Decimal;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn done(check: EffectCheck) -> Action {
        let mut action = Action::new("A", Cause::parse("claims"), "M", date("2025-03-31"));
        action.done_on = Some(date("2025-03-31"));
        action.check = Some(check);
        action
    }

    const MONTH: EffectCheck = EffectCheck {
        days: 30,
        exposure: None,
        at_most: None,
    };

    fn effect(check: EffectCheck, as_of: &str, counts: [u64; 2]) -> ActionEffect {
        let report = ActionReport::of(done(check), date(as_of), counts);
        report.effect.unwrap().effect
    }

    #[test]
    fn an_effect_is_seen_when_its_days_are_over() {
        assert_eq!(effect(MONTH, "2025-04-30", [9, 0]), ActionEffect::TooEarly);
        assert_eq!(effect(MONTH, "2025-05-01", [9, 8]), ActionEffect::Confirmed);
        assert_eq!(
            effect(MONTH, "2025-05-01", [9, 9]),
            ActionEffect::NotConfirmed
        );
        assert_eq!(
            effect(MONTH, "2025-05-01", [0, 0]),
            ActionEffect::NotConfirmed
        );
        assert_eq!(effect(MONTH, "2025-03-31", [9, 0]), ActionEffect::TooEarly);
    }

    #[test]
    fn exposure_and_target_are_kept_in_mind() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let grown = EffectCheck {
            exposure: Some([decimal("100"), decimal("200.5")]),
            ..MONTH
        };
        assert_eq!(
            effect(grown, "2025-05-01", [10, 20]),
            ActionEffect::Confirmed
        );
        assert_eq!(
            effect(grown, "2025-05-01", [10, 21]),
            ActionEffect::NotConfirmed
        );
        let target = EffectCheck {
            at_most: Some(decimal("0.8")),
            ..MONTH
        };
        assert_eq!(
            effect(target, "2025-05-01", [10, 8]),
            ActionEffect::Confirmed
        );
        assert_eq!(
            effect(target, "2025-05-01", [10, 9]),
            ActionEffect::NotConfirmed
        );
    }

    #[test]
    fn done_means_done_before_the_question() {
        let mut action = done(MONTH);
        assert_eq!(action.state(date("2025-03-31")), ActionState::Open);
        assert_eq!(action.state(date("2025-04-01")), ActionState::Done);
        action.done_on = Some(date("2025-04-01"));
        assert_eq!(action.state(date("2025-04-01")), ActionState::Overdue);
        assert_eq!(action.state(date("2025-04-02")), ActionState::DoneLate);
        let report = ActionReport::of(action.clone(), date("2025-04-02"), [0, 0]);
        assert!(!report.proven && !report.is_due());
        action.evidence = Some("minutes".to_owned());
        assert!(ActionReport::of(action.clone(), date("2025-04-02"), [0, 0]).proven);
        assert!(ActionReport::of(action, date("2025-04-01"), [0, 0]).is_due());
        let mut early = done(MONTH);
        early.done_on = Some(Date::MIN);
        assert_eq!(early.windows(date("2025-01-01")), None);
    }
}
