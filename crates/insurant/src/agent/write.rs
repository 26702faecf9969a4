//! What is said of agents, in canonical JSON.

use super::admission::Admission;
use super::honours::{HonourAnswer, Honours};
use super::rules::{AgentRules, Allowance};
use super::support::{RequestState, Support};
use super::training::{Trainee, TrainingItem};
use crate::date::Date;
use crate::kpi::amount::count;
use crate::money;
use crate::rulebook::DecidedBy;
use crate::scoring::Scored;
use insurant_rules::document::{Json, Object};

impl AgentRules {
    fn signed(&self, object: Object) -> Json {
        DecidedBy::new(self.reference(), self.fingerprint()).sign(object)
    }

    /// An admission in canonical form.
    #[must_use]
    pub fn admission_json(&self, admission: &Admission) -> Json {
        let check = |name: &str, state: super::CheckState| {
            Object::new()
                .with("check", name)
                .with("state", state.as_str())
        };
        let age = check("age", admission.age)
            .with_some("years", admission.age_years.and_then(Json::integer));
        let checks = [
            age,
            check("education", admission.education),
            check("experience", admission.experience),
            check("interviews", admission.interviews),
        ];
        let stages = admission.stages.iter().map(|(level, state)| {
            Object::new()
                .with("level", level.as_str())
                .with("state", state.as_str())
        });
        let object = Object::new()
            .with("agent_id", admission.agent_id.as_str())
            .with("as_of", admission.as_of.to_string())
            .with("outcome", admission.outcome().as_str())
            .with("checks", Json::list(checks))
            .with("interviews", Json::list(stages))
            .with_some("next", admission.next().map(|level| level.as_str()));
        self.signed(object)
    }

    /// A grade in canonical form.
    #[must_use]
    pub fn grade_json(&self, agent_id: &str, as_of: Date, scored: &Scored<'_>) -> Json {
        let object = Object::new()
            .with("agent_id", agent_id)
            .with("as_of", as_of.to_string())
            .with_some("grade", scored.grade())
            .with("score", scored.to_json());
        self.signed(object)
    }

    /// Honours in canonical form.
    #[must_use]
    pub fn honours_json(&self, agent_id: &str, as_of: Date, honours: &Honours) -> Json {
        let object = Object::new()
            .with("agent_id", agent_id)
            .with("as_of", as_of.to_string())
            .with("honours", Json::list(honours.honours.iter().map(honour)))
            .with_some(
                "allowance",
                honours.allowance.as_ref().map(|a| self.allowance(a)),
            )
            .with("undecided", honours.undecided);
        self.signed(object)
    }

    fn allowance(&self, allowance: &Allowance) -> Object {
        let amount = allowance
            .amount
            .map(|minor| money::format(minor, self.currency));
        Object::new()
            .with("group", allowance.id.as_str())
            .with_some("amount", amount)
            .with("every", allowance.every.as_str())
    }

    /// Training plans in canonical form.
    #[must_use]
    pub fn training_json(&self, as_of: Date, plans: &[(Trainee, Vec<TrainingItem>)]) -> Json {
        let plans = plans.iter().map(|(trainee, items)| {
            Object::new()
                .with("agent_id", trainee.agent_id.as_str())
                .with("level", trainee.level.as_str())
                .with("courses", Json::list(items.iter().map(item)))
        });
        let object = Object::new()
            .with("as_of", as_of.to_string())
            .with("agents", Json::list(plans));
        self.signed(object)
    }

    /// Requests in canonical form, with how many are in each state.
    #[must_use]
    pub fn support_json(&self, as_of: Date, requests: &[Support]) -> Json {
        let totals = RequestState::ALL
            .iter()
            .fold(Object::new(), |totals, state| {
                let found = requests.iter().filter(|request| request.state == *state);
                let number = u64::try_from(found.count()).unwrap_or(u64::MAX);
                totals.with(state.as_str(), count(number))
            });
        let object = Object::new()
            .with("as_of", as_of.to_string())
            .with("totals", totals)
            .with("requests", Json::list(requests.iter().map(support)));
        self.signed(object)
    }
}

fn honour(answer: &HonourAnswer) -> Object {
    Object::new()
        .with("id", answer.id.as_str())
        .with("title", answer.title.as_str())
        .with_some("volume", answer.volume.map(|truth| truth.as_str()))
        .with("quality", answer.quality.as_str())
        .with("held", answer.held.as_str())
}

fn item(item: &TrainingItem) -> Object {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    Object::new()
        .with("course", item.course.id.as_str())
        .with("format", item.course.format.as_str())
        .with("state", item.state.as_str())
        .with_some("last", day(item.last))
        .with_some("due_on", day(item.due_on))
        .with("not_passed", item.not_passed)
}

fn support(support: &Support) -> Object {
    let request = &support.request;
    Object::new()
        .with("request_id", request.request_id.as_str())
        .with("importance", request.importance.as_str())
        .with("content", request.content.as_str())
        .with("help", support.help.as_str())
        .with("received_on", request.received_on.to_string())
        .with("due_on", support.due_on.to_string())
        .with_some("done_on", request.done_on.map(|date| date.to_string()))
        .with("state", support.state.as_str())
}
