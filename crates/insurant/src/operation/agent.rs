//! The operations on agents.

use super::call::as_of_field;
use super::partner::rulebook_field;
use super::{Call, Operation};
use crate::agent::{AgentRules, read, shape};
use crate::kpi::amount::{at, under};
use insurant_rules::document::{Field, Json, Node, Shape};
use insurant_rules::order::InOrder;
use insurant_rules::{Problem, Problems};
use std::borrow::Cow;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "agent_admit",
        doc: "Whether a candidate is admitted as an agent, and which interview is next.",
        input: || {
            asked(
                "AgentAdmitInput",
                "A candidate, and the rules of a day.",
                one("agent", shape::CANDIDATE.clone()),
            )
        },
        output: || shape::ADMISSION.clone(),
        run: admit,
        lenient: false,
    },
    Operation {
        name: "agent_grade",
        doc: "The grade of an agent by the scorecard, explained.",
        input: || {
            asked(
                "AgentGradeInput",
                "An agent, and the rules of a day.",
                one("agent", shape::AGENT.clone()),
            )
        },
        output: || shape::GRADE.clone(),
        run: grade,
        lenient: false,
    },
    Operation {
        name: "agent_honours",
        doc: "The titles of an agent, and the allowance that they open.",
        input: || {
            asked(
                "AgentHonoursInput",
                "An agent, and the rules of a day.",
                one("agent", shape::AGENT.clone()),
            )
        },
        output: || shape::HONOURS.clone(),
        run: honours,
        lenient: false,
    },
    Operation {
        name: "agent_support",
        doc: "Requests of agents to the support desk: what is due, what is overdue.",
        input: || {
            let requests = Shape::list_by("request_id", shape::REQUEST.clone(), 0, usize::MAX);
            asked(
                "AgentSupportInput",
                "Requests, and the rules of a day.",
                one("requests", requests),
            )
        },
        output: || shape::SUPPORT.clone(),
        run: support,
        lenient: false,
    },
    Operation {
        name: "agent_training",
        doc: "The training plans of agents by level: what is due, what is overdue.",
        input: || {
            let agents = Shape::list_by("agent_id", shape::TRAINEE.clone(), 0, usize::MAX);
            asked(
                "AgentTrainingInput",
                "Agents, and the rules of a day.",
                one("agents", agents),
            )
        },
        output: || shape::TRAINING.clone(),
        run: training,
        lenient: false,
    },
];

fn one(name: &'static str, shape: Shape) -> Field {
    Field::required(name, shape, "What is asked about.")
}

fn asked(name: &'static str, doc: &'static str, field: Field) -> Shape {
    Shape::object(name, doc, [rulebook_field(), as_of_field(), field])
}

impl<'a> Call<'a> {
    fn agent_rules(&self) -> Result<Cow<'a, AgentRules>, Problems> {
        let Some(node) = self.input().get("rulebook") else {
            return Err(Problems::new());
        };
        self.section(node, self.as_of())
    }

    /// The field `agent`, which the shape has seen.
    fn agent(&self) -> Result<&'a Node, Problems> {
        self.input().get("agent").ok_or_else(Problems::new)
    }
}

/// Problems, each under a path.
fn under_path(found: Problems, path: &str) -> Vec<Problem> {
    found
        .into_iter()
        .map(|problem| under(problem, path))
        .collect()
}

fn admit(call: &Call<'_>) -> Result<Json, Problems> {
    let rules = call.agent_rules()?;
    let agent = read::agent(call.agent()?, &rules).map_err(|found| call.located(found))?;
    let admission = rules.admit(&agent, call.as_of());
    Ok(rules.admission_json(&admission))
}

/// Problems of facts, at their names.
fn named(call: &Call<'_>, found: Problems) -> Problems {
    let mut problems = Problems::new();
    let found = under_path(found, "agent.facts").into_iter();
    found.for_each(|problem| problems.push(problem));
    call.located(problems)
}

fn grade(call: &Call<'_>) -> Result<Json, Problems> {
    let (rules, agent) = (call.agent_rules()?, call.agent()?);
    let scored = rules.grade_of(&read::facts(agent));
    let Some(scored) = scored.map_err(|found| named(call, found))? else {
        let message = format!(
            "the rulebook `{}` has no scorecard of agents",
            rules.reference()
        );
        let problem = Problem::new(insurant_rules::code::UNKNOWN_ID, message);
        return Err(call.located(at(problem, "rulebook").into()));
    };
    let agent_id = agent.text_at("agent_id").unwrap_or_default();
    Ok(rules.grade_json(agent_id, call.as_of(), &scored))
}

fn honours(call: &Call<'_>) -> Result<Json, Problems> {
    let (rules, agent) = (call.agent_rules()?, call.agent()?);
    let honours = rules.honours_of(&read::facts(agent));
    let honours = honours.map_err(|found| named(call, found))?;
    let agent_id = agent.text_at("agent_id").unwrap_or_default();
    Ok(rules.honours_json(agent_id, call.as_of(), &honours))
}

/// Reads and judges every row of a list; problems of all of them are told together.
fn rows<T>(
    call: &Call<'_>,
    list: &str,
    judge: impl Fn(&Node) -> Result<T, Problems>,
) -> Result<Vec<T>, Problems> {
    let mut problems = Problems::new();
    let mut judged = Vec::new();
    for (i, node) in call.input().items_at(list).iter().enumerate() {
        match judge(node) {
            Ok(row) => judged.push(row),
            Err(found) => {
                let found = under_path(found, &format!("{list}[{i}]")).into_iter();
                found.for_each(|problem| problems.push(problem));
            }
        }
    }
    call.located(problems).or(judged)
}

fn training(call: &Call<'_>) -> Result<Json, Problems> {
    let rules = call.agent_rules()?;
    let mut plans = rows(call, "agents", |node| {
        let trainee = read::trainee(node, &rules)?;
        let plan = rules.training(&trainee, call.as_of());
        Ok((trainee, plan))
    })?;
    plans.order_by(|(a, _), (b, _)| a.agent_id.cmp(&b.agent_id));
    Ok(rules.training_json(call.as_of(), &plans))
}

fn support(call: &Call<'_>) -> Result<Json, Problems> {
    let rules = call.agent_rules()?;
    let mut requests = rows(call, "requests", |node| {
        rules.support(&read::request(node), call.as_of())
    })?;
    requests.order_by(|a, b| a.request.request_id.cmp(&b.request.request_id));
    Ok(rules.support_json(call.as_of(), &requests))
}
