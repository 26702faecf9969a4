//! The operation `manager_appraise`.

use super::{Call, Operation};
use crate::code;
use crate::engine::UNKNOWN_RULEBOOK;
use crate::manager::appraisal::{ManagerRules, read, shape};
use crate::rulebook::DecidedBy;
use insurant_rules::document::{Field, Json, Node, Shape};
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};
use std::borrow::Cow;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "manager_appraise",
    doc: "What the work of account managers came to in a period, and the grade that follows.",
    input: || {
        Shape::object(
            "ManagerAppraiseInput",
            "Managers with the facts of a period; they are each other's peers.",
            [
                Field::required(
                    "rulebook",
                    Shape::any_of([Shape::line(), Shape::Any]),
                    "The id of a rulebook, `id@version`, or a rulebook itself.",
                ),
                Field::required("period", shape::PERIOD.clone(), "The period."),
                Field::required(
                    "managers",
                    Shape::list(shape::MANAGER.clone()),
                    "The managers, in any order.",
                ),
                Field::optional(
                    "only",
                    Shape::list(Shape::id()),
                    "Whom to answer for; the others are peers only. Absent: all.",
                ),
            ],
        )
    },
    output: || {
        Shape::object(
            "ManagerAppraiseOutput",
            "The appraisals, in order of manager.",
            [
                Field::required(
                    "managers",
                    Shape::list(shape::APPRAISAL.clone()),
                    "The appraisals.",
                ),
                Field::required("period", shape::PERIOD.clone(), "The period."),
            ]
            .into_iter()
            .chain(DecidedBy::fields()),
        )
    },
    run: appraise,
    lenient: false,
}];

impl<'a> Call<'a> {
    /// The rules of the call in force on the first day of the period.
    fn manager_rules(&self) -> Result<Cow<'a, ManagerRules>, Problems> {
        let period = self.input().get("period");
        let from = period.and_then(|period| period.date_at("from"));
        let as_of = from.unwrap_or(crate::date::Date::MIN);
        let Some(node) = self.input().get("rulebook") else {
            return Err(Problems::new());
        };
        self.section(node, as_of)
    }
}

fn appraise(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let rules = call.manager_rules()?;
    if rules.card().is_none() {
        let place = call.document().place_at("rulebook");
        let message = "the rulebook has no scorecard for account managers";
        let problem = Problem::new(UNKNOWN_RULEBOOK, message)
            .found(format!("`{}`", rules.reference()))
            .remedy("name one with a scorecard `managers.appraisal`");
        return Err(problem.at(place).into());
    }
    let mut problems = Problems::new();
    let period = input
        .get("period")
        .map(|node| read::period(node, "period", &mut problems));
    let Some(period) = period else {
        return Err(problems);
    };
    let nodes = input.items_at("managers");
    let managers = read::managers(nodes, period, rules.currency(), &mut problems);
    let only: Option<Vec<String>> = input.get("only").map(|list| {
        let ids = list.items().iter().filter_map(Node::text);
        ids.map(str::to_owned).collect()
    });
    let known = || managers.iter().map(|manager| manager.manager_id.as_str());
    for (i, id) in only.iter().flatten().enumerate() {
        if !known().any(|known| known == id) {
            let problem = Problem::new(code::UNKNOWN_MANAGER, format!("no manager `{id}`"))
                .expected("the id of one of the managers")
                .nearest(nearest(id, known()))
                .at(Place {
                    path: format!("only[{i}]"),
                    ..Place::default()
                });
            problems.push(problem);
        }
    }
    let appraisals = rules.appraise(&managers, period, only.as_deref());
    let appraisals = appraisals.unwrap_or_else(|found| {
        problems.extend(found);
        Vec::new()
    });
    problems.or(()).map_err(|found| call.located(found))?;
    Ok(rules.appraisals_json(&appraisals, period))
}
