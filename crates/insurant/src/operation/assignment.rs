//! The operations that say who looks after whom, and who should.

use super::call::as_of_field;
use super::{Call, Operation};
use crate::assignment::json::{self, PLAN};
use crate::assignment::{Assignment, AssignmentRules, Facts, Finding, Mode, Question, Register};
use crate::date::Date;
use crate::progress::Unwatched;
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Place, Problem, Problems};
use std::borrow::Cow;

/// The rulebook of a call that names none.
const DEFAULT: &str = "example-assignment";

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "assignment_check",
        doc: "Checks who was assigned to whom, and finds two units or two managers on one customer.",
        input: || {
            let mut fields = json::fact_fields();
            fields.push(Field::optional(
                "from",
                Shape::Date,
                "Conflicts from this day on; from the first when left out.",
            ));
            fields.push(Field::optional(
                "to",
                Shape::Date,
                "Conflicts before this day; to the last when left out.",
            ));
            fields.push(Field::optional(
                "as_of",
                Shape::Date,
                "The day whose assignments are judged by the rules; none are when left out.",
            ));
            fields.push(rulebook_field());
            Shape::object(
                "AssignmentCheckInput",
                "Customers, managers, assignments, contacts.",
                fields,
            )
        },
        output: || {
            Shape::object(
                "AssignmentCheckOutput",
                "A register that keeps the law, and its conflicts.",
                [
                    Field::required("customers", Shape::count(), "How many customers there are."),
                    Field::required("managers", Shape::count(), "How many managers there are."),
                    Field::required(
                        "conflicts",
                        Shape::list(json::conflict_shape()),
                        "By customer, then by day.",
                    ),
                    Field::optional(
                        "findings",
                        Shape::list(json::finding_shape()),
                        "The rules that the assignments of `as_of` break; books that are too large first, then by customer.",
                    ),
                ],
            )
        },
        run: check,
        lenient: false,
    },
    Operation {
        name: "assignment_at",
        doc: "Who looks after whom on a day: the responsible managers, the book of one, the customers that nobody looks after, the history of a customer.",
        input: || {
            let mut fields = json::fact_fields();
            fields.push(as_of_field());
            fields.push(Field::optional(
                "manager_id",
                Shape::id(),
                "The manager whose book is asked for.",
            ));
            fields.push(Field::optional(
                "customer_id",
                Shape::id(),
                "The customer whose history is asked for.",
            ));
            Shape::object("AssignmentAtInput", "The facts, and what is asked.", fields)
        },
        output: || {
            Shape::object(
                "AssignmentAtOutput",
                "Who looks after whom.",
                [
                    Field::required(
                        "assigned",
                        Shape::list(json::responsible_shape()),
                        "By customer, the responsible manager first.",
                    ),
                    Field::required(
                        "unassigned",
                        Shape::list(Shape::id()),
                        "The customers that nobody looks after.",
                    ),
                    Field::optional(
                        "book",
                        Shape::list(Shape::id()),
                        "The customers of the manager.",
                    ),
                    Field::optional(
                        "history",
                        Shape::list(json::handover_shape()),
                        "The handovers of the customer.",
                    ),
                ],
            )
        },
        run: at,
        lenient: false,
    },
    Operation {
        name: "assignment_solve",
        doc: "Assigns the unassigned, hands over a leaver's book, or rebalances a branch, and says why.",
        input: || {
            let mut fields = json::fact_fields();
            fields.push(as_of_field());
            fields.push(rulebook_field());
            fields.push(Field::required(
                "mode",
                Shape::one_of(["assign", "leaver", "rebalance"]),
                "What may be moved: the unassigned, the book of the leaver, or everything.",
            ));
            fields.push(Field::optional(
                "leaver",
                Shape::id(),
                "The manager who leaves; for the mode `leaver`.",
            ));
            fields.push(Field::optional(
                "unit",
                Shape::id(),
                "The branch; the whole organisation when left out.",
            ));
            Shape::object(
                "AssignmentSolveInput",
                "The facts, the rules, and what may be moved.",
                fields,
            )
        },
        output: || PLAN.clone(),
        run: solve,
        lenient: false,
    },
    Operation {
        name: "dispatch_solve",
        doc: "Gives tasks to people, the most urgent first, and says why.",
        input: || {
            let mut fields = json::fact_fields();
            fields.push(as_of_field());
            fields.push(rulebook_field());
            fields.push(json::tasks_field());
            Shape::object(
                "DispatchSolveInput",
                "The tasks, the people and the rules.",
                fields,
            )
        },
        output: || PLAN.clone(),
        run: dispatch,
        lenient: false,
    },
];

fn rulebook_field() -> Field {
    Field::optional(
        "rulebook",
        Shape::any_of([Shape::line(), Shape::Any]),
        "The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself; example-assignment when absent.",
    )
}

/// The facts, with what is wrong with units.
fn facts(call: &Call<'_>) -> Result<Facts, Problems> {
    Ok(json::facts(call.input(), call.organisation()?))
}

fn register(call: &Call<'_>) -> Result<Register, Problems> {
    Register::new(facts(call)?).map_err(|problems| call.located(problems))
}

fn rules<'a>(call: &Call<'a>) -> Result<Cow<'a, AssignmentRules>, Problems> {
    let (engine, as_of) = (call.engine(), call.as_of());
    let Some(node) = call.input().get("rulebook") else {
        return engine.assignment_rules(DEFAULT, as_of).map(Cow::Borrowed);
    };
    call.section(node, as_of)
}

/// Both, or what is wrong with either.
fn both<A, B>(a: Result<A, Problems>, b: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut problems), Err(more)) => {
            problems.extend(more);
            Err(problems)
        }
        (Err(problems), _) | (_, Err(problems)) => Err(problems),
    }
}

fn check(call: &Call<'_>) -> Result<Json, Problems> {
    let judged = call.input().get("as_of").is_some();
    let unasked = call.input().get("rulebook").filter(|_| !judged);
    if let Some(node) = unasked {
        let problem = Problem::new(
            insurant_rules::code::MISSING_FIELD,
            "a rulebook, and no day whose assignments it is to judge",
        )
        .expected("the field `as_of`")
        .remedy("give the day, or leave the rulebook out");
        let place = Place {
            path: "rulebook".to_owned(),
            ..Place::default()
        };
        let mut problems = call.located(problem.at(place).into());
        // A named rulebook is looked up by the day; one that was brought is wrong on any.
        if node.text().is_none()
            && let Err(more) = rules(call)
        {
            problems.extend(more);
        }
        return Err(problems);
    }
    let (register, rules) = if judged {
        let (register, rules) = both(register(call), rules(call))?;
        (register, Some(rules))
    } else {
        (register(call)?, None)
    };
    let findings = rules.as_ref().map(|rules| {
        let findings = register.findings(rules, call.as_of());
        Json::list(findings.iter().map(Finding::to_json))
    });
    let day = |key| call.input().date_at(key);
    let from = day("from").unwrap_or(Date::MIN);
    let conflicts = register.conflicts(from, day("to").unwrap_or(Date::MAX));
    Ok(Json::Object(
        Object::new()
            .with("customers", json::whole(register.customers().len() as u64))
            .with("managers", json::whole(register.managers().len() as u64))
            .with(
                "conflicts",
                Json::list(conflicts.iter().map(|c| c.to_json())),
            )
            .with_some("findings", findings),
    ))
}

fn at(call: &Call<'_>) -> Result<Json, Problems> {
    let register = register(call)?;
    let as_of = call.as_of();
    let ids = |customers: &mut dyn Iterator<Item = &crate::assignment::Customer>| {
        Json::list(customers.map(|customer| customer.id.as_str()))
    };
    let book = call.input().text_at("manager_id");
    let history = call.input().text_at("customer_id");
    Ok(Json::Object(
        Object::new()
            .with(
                "assigned",
                Json::list(register.at(as_of).map(Assignment::to_json)),
            )
            .with("unassigned", ids(&mut register.unassigned(as_of)))
            .with_some("book", book.map(|id| ids(&mut register.book(id, as_of))))
            .with_some(
                "history",
                history.map(|id| Json::list(register.history(id).iter().map(|h| h.to_json()))),
            ),
    ))
}

fn solve(call: &Call<'_>) -> Result<Json, Problems> {
    let (register, rules) = both(register(call), rules(call))?;
    let input = call.input();
    let text = |key| input.text_at(key).map(str::to_owned);
    let question = Question {
        on: call.as_of(),
        mode: match input.text_at("mode") {
            Some("leaver") => Mode::Leaver(text("leaver").unwrap_or_default()),
            Some("rebalance") => Mode::Rebalance,
            _ => Mode::Assign,
        },
        unit: text("unit"),
    };
    let plan = register
        .solve(&rules, &question, &mut Unwatched)
        .map_err(|problems| call.located(problems))?;
    Ok(plan.to_json(&rules, call.as_of()))
}

fn dispatch(call: &Call<'_>) -> Result<Json, Problems> {
    let staff = facts(call)
        .and_then(|facts| Register::of_staff(facts).map_err(|problems| call.located(problems)));
    let (register, rules) = both(staff, rules(call))?;
    let tasks = json::tasks(call.input());
    let plan = register
        .dispatch(&rules, &tasks, call.as_of(), &mut Unwatched)
        .map_err(|problems| call.located(problems))?;
    Ok(plan.to_json(&rules, call.as_of()))
}
