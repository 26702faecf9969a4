//! The operation that analyses complaints.

use super::{Call, Operation};
use crate::complaint::analysis::{Action, Analysis, Case, answer, read, ring_problem, shapes};
use insurant_rules::document::{Field, Json, Shape};
use insurant_rules::{Problem, Problems};
use std::collections::HashMap;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "complaint_analyse",
    doc: "The complaint-analysis form and report of a period, from complaints and corrective actions.",
    input: || {
        let cases = || Shape::list_by("complaint_id", shapes::CASE.clone(), 0, usize::MAX);
        let actions = Shape::list_by("action_id", shapes::ACTION.clone(), 0, usize::MAX);
        Shape::object(
            "ComplaintAnalyseInput",
            "A question, and what to answer it from.",
            [
                Field::required("spec", shapes::SPEC.clone(), "The question."),
                Field::required("cases", cases(), "The complaints, in any order."),
                Field::optional(
                    "cases_then",
                    cases(),
                    "The complaints as they stood at the end of the period before, for the figures before; without them, those are what the complaints say as they stand now.",
                ),
                Field::optional("actions", actions, "The corrective actions."),
            ],
        )
    },
    output: || answer::ANALYSIS.clone(),
    run: analyse,
    lenient: false,
}];

/// How a complaint is counted.
type Add = fn(&mut Analysis, &Case<'_>) -> Result<(), Problems>;

fn analyse(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let placed = |problem: Problem| {
        let place = call.document().place_at(&problem.place().path);
        problem.at(place)
    };
    let mut problems = Problems::new();
    let mut told = |found: Problems| found.into_iter().for_each(|p| problems.push(placed(p)));
    let actions: Vec<Action> = input.items_at("actions").iter().map(read::action).collect();
    let spec = input
        .get("spec")
        .map_or_else(|| Err(Problems::new()), read::spec);
    let currency = spec.as_ref().ok().and_then(|spec| spec.currency);
    let unread = spec.is_err();
    let mut analysis = spec
        .and_then(|spec| Analysis::new(spec, actions))
        .map(|analysis| match input.get("cases_then") {
            Some(_) => analysis.with_then(),
            None => analysis,
        })
        .map_err(&mut told)
        .ok();
    let lists = [
        ("cases", Analysis::add as Add),
        ("cases_then", Analysis::add_then),
    ];
    let rows = lists.iter().flat_map(|(list, add)| {
        let nodes = input.items_at(list).iter().enumerate();
        nodes.map(move |(i, node)| (list, add, i, node))
    });
    for (list, add, i, node) in rows {
        // What is wrong with a complaint is told also when nothing can be counted. Its currency
        // is not known when the question could not be read.
        let added = match read::case(node, currency) {
            Ok(case) => match &mut analysis {
                Some(analysis) => add(analysis, &case),
                None => case.check(),
            },
            Err(_) if unread => Ok(()),
            Err(problem) => Err(problem.into()),
        };
        if let Err(found) = added {
            let path = |field: &str| format!("{list}[{i}].{field}");
            for problem in found {
                let place = call.document().place_at(&path(&problem.place().path));
                told(problem.at(place).into());
            }
        }
    }
    if let Some(analysis) = &analysis {
        rings(call, analysis, &mut problems);
    }
    problems.or(())?;
    Ok(match analysis.map(Analysis::finish).transpose()? {
        Some((form, report)) => answer::Whole(form, report).to_json(),
        None => Json::object([]),
    })
}

/// Every ring of merges, at its first member, with the places of all of them.
fn rings(call: &Call<'_>, analysis: &Analysis, problems: &mut Problems) {
    let rings = analysis.rings();
    if rings.is_empty() {
        return;
    }
    let cases = call.input().items_at("cases").iter().enumerate();
    let places = cases.filter_map(|(i, node)| Some((node.text_at("complaint_id")?, i)));
    let places: HashMap<&str, usize> = places.collect();
    for ring in rings {
        let first = ring.first().and_then(|id| places.get(id));
        let path = first.map_or("cases".to_owned(), |i| format!("cases[{i}].merged_into"));
        let members = ring.iter().map(|id| match places.get(id) {
            Some(i) => format!("`{id}` (cases[{i}])"),
            None => format!("`{id}`"),
        });
        problems.push(ring_problem(members).at(call.document().place_at(&path)));
    }
}
