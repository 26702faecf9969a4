//! Corrective actions in the answer.

use super::super::{Action, ActionEffect, ActionReport, ActionState, Cause, EffectReport};
use super::super::{EffectWindow, Rate};
use super::value::{Id, Prose, Word};
use super::{answer, parts};
use crate::date::Date;

/// What an action says, and what is said of it again.
pub(in super::super) struct Common<'a>(pub(super) &'a Action);

parts! {
    Common<'_> as common {
        action_id: Id<&str> = Id(&common.0.action_id), "The host's id.";
        cause: Cause<'_> = common.0.cause(),
            "What it is against; a function alone stands for all of its reasons.";
        what: Option<Prose<&str>> = common.0.what.as_deref().map(Prose), "What is done.";
        owner: Id<&str> = Id(&common.0.owner), "Who answers for it.";
        unit_id: Option<Id<&str>> = common.0.unit_id.as_deref().map(Id), "The unit that does it.";
        due_on: Date = common.0.due_on, "The last day for it.";
        done_on: Option<Date> = common.0.done_on, "When it was done.";
        evidence: Option<Prose<&str>> = common.0.evidence.as_deref().map(Prose),
            "What proves that it was carried out.";
    }
}

answer! {
    ActionReport as report: "ActionReport", "A corrective action, and what became of it." {
        ..Common<'_> = Common(&report.action);
        state: Word<ActionState> = Word(report.state), "How far it is.";
        proven: bool = report.proven, "Whether it was done and something proves it.";
        effect: Option<EffectReport> = report.effect, "Whether it helped, when that is checked.";
    }

    EffectReport as report: "ActionEffect", "Whether an action helped." {
        effect: Word<ActionEffect> = Word(report.effect), "The answer.";
        before: Option<EffectWindow> = report.windows.map(|[before, _]| before), "Before it was done.";
        after: Option<EffectWindow> = report.windows.map(|[_, after]| after), "After it was done.";
    }

    EffectWindow as window: "EffectWindow", "One side of an effect." {
        from: Date = window.period.from(), "The first day watched.";
        to: Date = window.period.to(), "The first day after.";
        received: u64 = window.received, "Complaints of the cause received.";
        rate: Rate = window.rate, "The same per unit of exposure, or per day.";
    }
}
