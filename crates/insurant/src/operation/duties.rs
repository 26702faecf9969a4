//! The operation `manager_duties`.

use super::call::as_of_field;
use super::ruled::{Ruled, decided, rulebook_field};
use super::{Call, Operation};
use crate::code;
use crate::manager::appraisal::ManagerRules;
use crate::manager::duties::{DutyBook, DutyItem, DutyRule, ManagerDuties, UnitDuties, json};
use crate::manager::{read_posts, unknown_units};
use crate::organisation::json as units;
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Problem, Problems};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "manager_duties",
    doc: "What account managers owe on a day: reports, visits, calls and reports on major events, due, overdue, missing or done; by manager and by unit.",
    input: || {
        let list =
            |name, shape: &Shape, doc| Field::optional(name, Shape::list(shape.clone()), doc);
        Shape::object(
            "ManagerDutiesInput",
            "Managers, customers, and what was done.",
            [
                units::units_field(),
                list("rules", &json::RULE, "What is owed; or else a rulebook says so."),
                rulebook_field(
                    "A rulebook that says what is owed: its id, of which the version in force on `as_of` decides, `id@version`, or a rulebook itself.",
                ),
                Field::required(
                    "managers",
                    Shape::list(json::MANAGER.clone()),
                    "The managers, in any order.",
                ),
                list("customers", &json::CUSTOMER, "The customers, in any order."),
                list("events", &json::EVENT, "Major events, in any order."),
                list("log", &json::DONE, "What was done, in any order."),
                as_of_field(),
                Field::optional(
                    "from",
                    Shape::Date,
                    "What was due before this day is left out; 12 months before `as_of` when left out.",
                ),
            ],
        )
        .exactly_one(["rules", "rulebook"])
    },
    output: || {
        let list =
            |name, shape: &Shape, doc| Field::required(name, Shape::list(shape.clone()), doc);
        Shape::object(
            "ManagerDutiesOutput",
            "What is owed.",
            decided([
                list("items", &json::ITEM, "In order of manager and day."),
                list("managers", &json::BY_MANAGER, "In order of id."),
                list(
                    "units",
                    &json::BY_UNIT,
                    "Each with those below it, in order of id.",
                ),
            ]),
        )
    },
    run: duties,
    lenient: false,
}];

/// What is owed, as far as it can be read: by the rulebook of the call, else by its rules.
fn rules(call: &Call<'_>, problems: &mut Problems) -> Option<Ruled<Vec<DutyRule>>> {
    let part = |rules: &ManagerRules| {
        let duties = rules.duties();
        (!duties.is_empty()).then(|| duties.to_vec())
    };
    let remedy = "name one with `duties` in its section `managers`, or give `rules`";
    match Ruled::of_rulebook(call, call.as_of(), part, "duties", remedy) {
        Ok(Some(ruled)) => return Some(ruled),
        Ok(None) => {}
        Err(found) => {
            problems.extend(found);
            return None;
        }
    }
    let mut rules = Vec::new();
    for (index, node) in call.input().items_at("rules").iter().enumerate() {
        match json::rule(node, call.engine().calendars()) {
            Ok(rule) => rules.extend(rule),
            Err(problem) => {
                let place = call
                    .document()
                    .place_at(&format!("rules[{index}].calendar"));
                problems.push(problem.at(place));
            }
        }
    }
    Some(Ruled::plain(rules))
}

fn duties(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let mut problems = Problems::new();
    let organisation = match call.organisation() {
        Ok(organisation) => Some(organisation),
        Err(found) => {
            problems.extend(found);
            None
        }
    };
    let at = |path: String, problem: Problem| problem.at(call.document().place_at(&path));
    let as_of = call.as_of();
    let from = input.date_at("from");
    let from = from.unwrap_or_else(|| as_of.add_months(-12));
    if from > as_of {
        let problem = Problem::new(code::END_BEFORE_START, "there is no day to look at")
            .found(format!("from {from} as of {as_of}"))
            .expected(format!("{as_of} or earlier"));
        problems.push(at("from".to_owned(), problem));
    }
    let ruled = rules(call, &mut problems);
    // What names a rule that could not be read is not judged.
    let whole = ruled.as_ref().is_some_and(|ruled| {
        let given = input.get("rules").map(|list| list.items().len());
        given.is_none_or(|given| given == ruled.rules.len())
    });
    let rules = ruled
        .as_ref()
        .map_or_else(Vec::new, |ruled| ruled.rules.clone());
    let mut managers = Vec::new();
    for (index, node) in input.items_at("managers").iter().enumerate() {
        let path = format!("managers[{index}]");
        if let Some(organisation) = &organisation {
            unknown_units(call.document(), node, organisation, &path, &mut problems);
        }
        let posts = read_posts(node).unwrap_or_else(|found| {
            for problem in found {
                let path = format!("{path}.{}", problem.place().path);
                problems.push(at(path, problem));
            }
            Default::default()
        });
        let id = node.text_at("manager_id").unwrap_or_default();
        managers.push((id.to_owned(), posts));
    }
    let read = |key| input.items_at(key).iter();
    let customers = read("customers").filter_map(json::customer).collect();
    let events = read("events").filter_map(json::event).collect();
    let log = read("log").filter_map(json::done).collect();
    let book = match DutyBook::new(rules, managers, customers, events, log) {
        Ok(book) => Some(book),
        Err(found) => {
            for problem in found {
                let path = problem.place().path.clone();
                if whole || problem.code() != code::UNKNOWN_DUTY && !path.starts_with("rules") {
                    problems.push(at(path, problem));
                }
            }
            None
        }
    };
    let parts = problems.or(book.zip(organisation).zip(ruled))?;
    let Some(((book, organisation), ruled)) = parts else {
        return Ok(Json::object([]));
    };
    let items = book.items(as_of, from);
    let managers = book.by_manager(&items);
    let units = UnitDuties::of(&items, &organisation);
    Ok(ruled.told(
        Object::new()
            .with("items", Json::list(items.iter().map(DutyItem::to_json)))
            .with(
                "managers",
                Json::list(managers.iter().map(ManagerDuties::to_json)),
            )
            .with("units", Json::list(units.iter().map(UnitDuties::to_json))),
    ))
}
