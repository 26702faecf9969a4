//! Operations on the certification of account managers: `certification_allowed`,
//! `certification_apply`, `certification_diagram`, `certification_replay`,
//! `certification_status`, `grade_on`.

use super::call::as_of_field;
use super::{Call, Operation};
use crate::code;
use crate::manager::certification::{
    CERTIFICATION, CertificationTerms, Context, EVENT, Event, ManagerFile, Standing, by_unit, json,
};
use crate::manager::unknown_units;
use crate::organisation::{Organisation, json as units};
use insurant_rules::document::{Field, Json, Object, Shape, TextForm};
use insurant_rules::{Problem, Problems};
use std::collections::BTreeMap;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "certification_allowed",
        doc: "What somebody may do with the certifications of an account manager on a day, and what still stands in its way.",
        input: || {
            Shape::object(
                "CertificationAllowedInput",
                "A manager's file, and who asks.",
                [
                    units::units_field(),
                    units::reporting_field(),
                    terms_field(),
                    manager_field(),
                    Field::required("actor", units::ACTOR.clone(), "Who asks."),
                    Field::required("as_of", Shape::Date, "For which day."),
                ],
            )
        },
        output: || {
            let list = Shape::list(json::PERMITTED.clone());
            let doc =
                "The events, by certification in the order of opening; at last a new proposal.";
            let field = Field::required("allowed", list, doc);
            Shape::object("CertificationAllowedOutput", "What is allowed.", [field])
        },
        run: allowed,
        lenient: false,
    },
    Operation {
        name: "certification_apply",
        doc: "One more event in an account manager's file: what it leads to, or why not and what is allowed.",
        input: || {
            Shape::object(
                "CertificationApplyInput",
                "A manager's file, and what is to happen.",
                [
                    units::units_field(),
                    units::reporting_field(),
                    terms_field(),
                    manager_field(),
                    Field::required("event", EVENT.clone(), "The event."),
                ],
            )
        },
        output: || {
            Shape::object(
                "CertificationApplyOutput",
                "What the event led to, or the refusal.",
                [
                    Field::optional("step", json::STEP.clone(), "What it led to."),
                    Field::optional("manager", json::STATE.clone(), "What the file says then."),
                    Field::optional("refusal", json::REFUSAL.clone(), "Why not."),
                ],
            )
            .exactly_one(["step", "refusal"])
        },
        run: apply,
        lenient: false,
    },
    Operation {
        name: "certification_diagram",
        doc: "The life of a certification as a picture, drawn from the table that runs it.",
        input: || {
            let formats = Shape::one_of(["mermaid", "dot"]);
            let field = Field::required("format", formats, "Of Mermaid or of Graphviz.");
            Shape::object("CertificationDiagramInput", "Which picture.", [field])
        },
        output: || {
            let text = Shape::text(TextForm::Free, 1 << 20);
            let field = Field::required("diagram", text, "The picture as text.");
            Shape::object("CertificationDiagramOutput", "A picture.", [field])
        },
        run: diagram,
        lenient: false,
    },
    Operation {
        name: "certification_replay",
        doc: "What an account manager's file says: certifications, and the grade on each day of service.",
        input: || {
            Shape::object(
                "CertificationReplayInput",
                "A manager's file.",
                [terms_field(), manager_field()],
            )
        },
        output: || {
            let field = Field::required("manager", json::STATE.clone(), "What it says.");
            Shape::object("CertificationReplayOutput", "A manager's file.", [field])
        },
        run: replay,
        lenient: false,
    },
    Operation {
        name: "certification_status",
        doc: "Who is certified, due, overdue or lapsed on a day, what may happen next and by whom; and how many of each there are by unit.",
        input: || {
            Shape::object(
                "CertificationStatusInput",
                "The files of managers, and a day.",
                [
                    units::units_field(),
                    units::reporting_field(),
                    terms_field(),
                    Field::required(
                        "managers",
                        Shape::list(json::FILE.clone()),
                        "The files, in any order.",
                    ),
                    as_of_field(),
                    known_on_field(),
                ],
            )
        },
        output: || {
            Shape::object(
                "CertificationStatusOutput",
                "Where managers stand.",
                [
                    Field::required(
                        "managers",
                        Shape::list(json::STANDING.clone()),
                        "Each manager, in order of id.",
                    ),
                    Field::required(
                        "units",
                        Shape::list(json::UNIT.clone()),
                        "Each unit with those below it, in order of id.",
                    ),
                ],
            )
        },
        run: status,
        lenient: false,
    },
    Operation {
        name: "grade_on",
        doc: "The grade of an account manager on a day, or why there is none.",
        input: || {
            Shape::object(
                "GradeOnInput",
                "A manager's file, and a day.",
                [
                    terms_field(),
                    manager_field(),
                    Field::required("on", Shape::Date, "The day."),
                    known_on_field(),
                ],
            )
        },
        output: || {
            let field = Field::required("grade", json::GRADE.clone(), "The grade on the day.");
            Shape::object("GradeOnOutput", "A grade.", [field])
        },
        run: grade_on,
        lenient: false,
    },
];

fn terms_field() -> Field {
    Field::optional(
        "terms",
        json::TERMS.clone(),
        "The rules of certification; the example ones when left out.",
    )
}

fn manager_field() -> Field {
    Field::required("manager", json::FILE.clone(), "The manager's file so far.")
}

fn known_on_field() -> Field {
    Field::optional(
        "known_on",
        Shape::Date,
        "As it was known on this day: nothing that was written down later. All that is known when left out.",
    )
}

fn terms(call: &Call<'_>) -> Result<CertificationTerms, Problems> {
    match call.input().get("terms") {
        Some(node) => json::terms(call.document(), node, "terms"),
        None => Ok(CertificationTerms::example()),
    }
}

fn file(call: &Call<'_>) -> Result<ManagerFile, Problems> {
    let node = call.input().get("manager").unwrap_or_else(|| call.input());
    ManagerFile::of_node(call.document(), node, "manager")
}

/// What an event is judged by, read from a call.
struct Judged {
    organisation: Organisation,
    terms: CertificationTerms,
    file: ManagerFile,
}

impl Judged {
    /// Problems of each part are told together.
    fn read(call: &Call<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let organisation = gather(call.organisation(), &mut problems);
        let terms = gather(terms(call), &mut problems);
        let file = gather(file(call), &mut problems);
        if let (Some(node), Some(units)) = (call.input().get("manager"), &organisation) {
            unknown_units(call.document(), node, units, "manager", &mut problems);
        }
        let parts = organisation.zip(terms).zip(file);
        let parts = parts.map(|((organisation, terms), file)| Self {
            organisation,
            terms,
            file,
        });
        problems.or(parts)?.ok_or_else(Problems::new)
    }

    const fn context(&self) -> Context<'_> {
        Context {
            terms: &self.terms,
            organisation: &self.organisation,
        }
    }
}

fn gather<T>(part: Result<T, Problems>, problems: &mut Problems) -> Option<T> {
    match part {
        Ok(part) => Some(part),
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

fn allowed(call: &Call<'_>) -> Result<Json, Problems> {
    let judged = Judged::read(call)?;
    let actor = call.input().get("actor").and_then(units::actor);
    let allowed = actor.map_or_else(Vec::new, |actor| {
        judged.file.allowed(&actor, call.as_of(), judged.context())
    });
    let allowed = Json::list(allowed.iter().map(|permitted| permitted.to_json()));
    Ok(Json::object([("allowed", allowed)]))
}

fn apply(call: &Call<'_>) -> Result<Json, Problems> {
    let mut judged = Judged::read(call)?;
    let Some(event) = call.input().get("event").and_then(Event::read) else {
        return Ok(Json::object([]));
    };
    let mut file = judged.file.clone();
    Ok(match file.apply(event, judged.context()) {
        Ok(step) => {
            judged.file = file;
            Json::object([
                ("step", step.to_json()),
                ("manager", judged.file.to_json(&judged.terms)),
            ])
        }
        Err(refusal) => Json::object([("refusal", refusal.to_json())]),
    })
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn diagram(call: &Call<'_>) -> Result<Json, Problems> {
    let text = match call.input().text_at("format") {
        Some("dot") => CERTIFICATION.dot(),
        _ => CERTIFICATION.mermaid(),
    };
    Ok(Json::object([("diagram", text.into())]))
}

fn replay(call: &Call<'_>) -> Result<Json, Problems> {
    let (terms, file) = with_terms(call)?;
    Ok(Json::object([("manager", file.to_json(&terms))]))
}

fn grade_on(call: &Call<'_>) -> Result<Json, Problems> {
    let (terms, file) = with_terms(call)?;
    let on = call.input().date_at("on").unwrap_or(crate::Date::MIN);
    let file = as_known(call, file);
    Ok(Json::object([("grade", file.grade_json(on, &terms))]))
}

fn with_terms(call: &Call<'_>) -> Result<(CertificationTerms, ManagerFile), Problems> {
    let mut problems = Problems::new();
    let terms = gather(terms(call), &mut problems);
    let file = gather(file(call), &mut problems);
    problems.or(terms.zip(file))?.ok_or_else(Problems::new)
}

fn as_known(call: &Call<'_>, file: ManagerFile) -> ManagerFile {
    match call.input().date_at("known_on") {
        Some(day) => file.known_on(day),
        None => file,
    }
}

fn status(call: &Call<'_>) -> Result<Json, Problems> {
    let mut problems = Problems::new();
    let organisation = gather(call.organisation(), &mut problems);
    let terms = gather(terms(call), &mut problems);
    let mut files: BTreeMap<String, ManagerFile> = BTreeMap::new();
    for (index, node) in call.input().items_at("managers").iter().enumerate() {
        let path = format!("managers[{index}]");
        if let Some(units) = &organisation {
            unknown_units(call.document(), node, units, &path, &mut problems);
        }
        let read = ManagerFile::of_node(call.document(), node, &path);
        let Some(file) = gather(read, &mut problems) else {
            continue;
        };
        if files.contains_key(file.manager_id()) {
            let message = format!("there are two files of `{}`", file.manager_id());
            let path = format!("{path}.manager_id");
            let problem = Problem::new(code::DUPLICATE_ID, message)
                .remedy("put all events of a manager into one file");
            problems.push(problem.at(call.document().place_at(&path)));
        }
        files.insert(file.manager_id().to_owned(), as_known(call, file));
    }
    let context = problems.or(organisation.zip(terms))?;
    let Some((organisation, terms)) = context else {
        return Ok(Json::object([]));
    };
    let context = Context {
        terms: &terms,
        organisation: &organisation,
    };
    let standings: Vec<Standing> = files
        .values()
        .map(|file| file.standing(call.as_of(), context))
        .collect();
    let units = by_unit(&standings, &organisation);
    Ok(Json::Object(
        Object::new()
            .with(
                "managers",
                Json::list(standings.iter().map(Standing::to_json)),
            )
            .with("units", Json::list(units.iter().map(|unit| unit.to_json()))),
    ))
}
