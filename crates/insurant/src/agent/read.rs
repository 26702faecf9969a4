//! Agents, trainees and requests of nodes that have passed their shapes.

use super::admission::{Agent, Education, Interview};
use super::rules::AgentRules;
use super::support::{Request, unknown};
use super::training::{Done, Trainee};
use crate::code;
use crate::date::Date;
use crate::kpi::amount::at;
use crate::organisation::OrgLevel;
use insurant_rules::document::Node;
use insurant_rules::order::InOrder;
use insurant_rules::{Problem, Problems};

fn text(node: &Node, key: &str) -> String {
    node.text_at(key).unwrap_or_default().to_owned()
}

fn day(node: &Node, key: &str) -> Date {
    node.date_at(key).unwrap_or(Date::MIN)
}

/// A candidate; paths begin with `agent`.
pub(crate) fn agent(node: &Node, rules: &AgentRules) -> Result<Agent, Problems> {
    let mut problems = Problems::new();
    let mut interviews: Vec<Interview> = Vec::new();
    for (i, held) in node.items_at("interviews").iter().enumerate() {
        let Some(level) = held.text_at("level").and_then(OrgLevel::parse) else {
            continue;
        };
        let path = format!("agent.interviews[{i}].level");
        if interviews.iter().any(|known| known.level == level) {
            let message = format!("two interviews were held at the level `{level}`");
            let problem = Problem::new(code::DUPLICATE_ID, message).expected("each level once");
            problems.push(at(problem, &*path));
        }
        if !rules.stages().iter().any(|stage| stage.level == level) {
            let levels = rules.stages().iter().map(|stage| stage.level.as_str());
            problems.push(at(unknown("interview", level.as_str(), levels), &*path));
        }
        interviews.push(Interview {
            level,
            on: day(held, "on"),
            passed: held.text_at("result") == Some("passed"),
        });
    }
    problems.or(Agent {
        agent_id: text(node, "agent_id"),
        birth_date: node.date_at("birth_date"),
        education: node.text_at("education").and_then(Education::parse),
        experience_months: node.integer_at("experience_months"),
        interviews,
    })
}

/// Facts as written, by name.
pub(crate) fn facts(node: &Node) -> Vec<(&str, &str)> {
    let entries = node.get("facts").map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.as_str(), entry.node.text()?)))
        .collect()
}

/// A trainee; a problem has the field as its path.
pub(crate) fn trainee(node: &Node, rules: &AgentRules) -> Result<Trainee, Problems> {
    let mut problems = Problems::new();
    let level = text(node, "level");
    let mut levels: Vec<&str> = rules.training_levels().collect();
    levels.order();
    levels.dedup();
    if !levels.contains(&level.as_str()) {
        problems.push(unknown("level", &level, levels.iter().copied()));
    }
    let courses = || rules.courses.iter().map(|course| course.id.as_str());
    let mut done = Vec::new();
    for (i, node) in node.items_at("done").iter().enumerate() {
        let course = text(node, "course");
        if !courses().any(|known| known == course) {
            let problem = unknown("course", &course, courses());
            problems.push(at(problem, format!("done[{i}].course")));
        }
        done.push(Done {
            course,
            on: day(node, "on"),
            passed: node.boolean_at("passed"),
        });
    }
    problems.or(Trainee {
        agent_id: text(node, "agent_id"),
        level,
        since: day(node, "since"),
        done,
    })
}

/// A request.
pub(crate) fn request(node: &Node) -> Request {
    Request {
        request_id: text(node, "request_id"),
        importance: text(node, "importance"),
        content: text(node, "content"),
        received_on: day(node, "received_on"),
        done_on: node.date_at("done_on"),
    }
}
