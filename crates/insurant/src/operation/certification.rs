//! Operations on the certification of account managers: `certification_allowed`,
//! `certification_apply`, `certification_diagram`, `certification_replay`,
//! `certification_status`, `grade_on`.

use super::call::as_of_field;
use super::ruled::{Ruled, decided, rulebook_field};
use super::{Call, Operation};
use crate::code;
use crate::date::Date;
use crate::manager::appraisal::ManagerRules;
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
                    book_field(),
                    manager_field(),
                    Field::required("actor", units::ACTOR.clone(), "Who asks."),
                    Field::required("as_of", Shape::Date, "For which day."),
                ],
            )
            .at_most_one(WAYS)
        },
        output: || {
            let list = Shape::list(json::PERMITTED.clone());
            let doc =
                "The events, by certification in the order of opening; at last a new proposal.";
            let field = Field::required("allowed", list, doc);
            Shape::object(
                "CertificationAllowedOutput",
                "What is allowed.",
                decided([field]),
            )
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
                    book_field(),
                    manager_field(),
                    Field::required("event", EVENT.clone(), "The event."),
                ],
            )
            .at_most_one(WAYS)
        },
        output: || {
            Shape::object(
                "CertificationApplyOutput",
                "What the event led to, or the refusal.",
                decided([
                    Field::optional("step", json::STEP.clone(), "What it led to."),
                    Field::optional("manager", json::STATE.clone(), "What the file says then."),
                    Field::optional("refusal", json::REFUSAL.clone(), "Why not."),
                ]),
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
                [terms_field(), book_field(), manager_field()],
            )
            .at_most_one(WAYS)
        },
        output: || {
            let field = Field::required("manager", json::STATE.clone(), "What it says.");
            Shape::object(
                "CertificationReplayOutput",
                "A manager's file.",
                decided([field]),
            )
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
                    book_field(),
                    Field::required(
                        "managers",
                        Shape::list(json::FILE.clone()),
                        "The files, in any order.",
                    ),
                    as_of_field(),
                    known_on_field(),
                ],
            )
            .at_most_one(WAYS)
        },
        output: || {
            Shape::object(
                "CertificationStatusOutput",
                "Where managers stand.",
                decided([
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
                ]),
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
                    book_field(),
                    manager_field(),
                    Field::required("on", Shape::Date, "The day."),
                    known_on_field(),
                ],
            )
            .at_most_one(WAYS)
        },
        output: || {
            let field = Field::required("grade", json::GRADE.clone(), "The grade on the day.");
            Shape::object("GradeOnOutput", "A grade.", decided([field]))
        },
        run: grade_on,
        lenient: false,
    },
];

/// The two ways to bring the rules of certification.
const WAYS: [&str; 2] = ["terms", "rulebook"];

fn terms_field() -> Field {
    Field::optional(
        "terms",
        json::TERMS.clone(),
        "The rules of certification; without them and without a rulebook, the example ones.",
    )
}

fn book_field() -> Field {
    rulebook_field(
        "A rulebook with the rules of certification: its id, of which the version in force on the day decides, `id@version`, or a rulebook itself.",
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

/// By what a call judges; of a rulebook's versions, the one in force on the day.
fn terms(call: &Call<'_>, day: Date) -> Result<Ruled<CertificationTerms>, Problems> {
    let part = |rules: &ManagerRules| rules.certification().cloned();
    let remedy = "name one with `validity_months` and `approvers` in its section `managers`, or give `terms`";
    if let Some(ruled) = Ruled::of_rulebook(call, day, part, "certification", remedy)? {
        return Ok(ruled);
    }
    let terms = match call.input().get("terms") {
        Some(node) => json::terms(call.document(), node, "terms")?,
        None => CertificationTerms::example(),
    };
    Ok(Ruled::plain(terms))
}

/// The day of the last event of the file; of a file without any, the first day of the last post.
fn last_day(call: &Call<'_>) -> Date {
    let of = |key| {
        call.input()
            .get("manager")
            .map_or(&[][..], |file| file.items_at(key))
    };
    let events = of("events").iter();
    let events = events.filter_map(|event| event.instant_at("occurred_at"));
    let posts = of("posts").iter().filter_map(|post| post.date_at("from"));
    let last = events.map(|at| at.date()).max().or(posts.max());
    last.unwrap_or(Date::MIN)
}

fn file(call: &Call<'_>) -> Result<ManagerFile, Problems> {
    let node = call.input().get("manager").unwrap_or_else(|| call.input());
    ManagerFile::of_node(call.document(), node, "manager")
}

/// What an event is judged by, read from a call.
struct Judged {
    organisation: Organisation,
    ruled: Ruled<CertificationTerms>,
    file: ManagerFile,
}

impl Judged {
    /// Problems of each part are told together.
    fn read(call: &Call<'_>, day: Date) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let organisation = gather(call.organisation(), &mut problems);
        let ruled = gather(terms(call, day), &mut problems);
        let file = gather(file(call), &mut problems);
        if let (Some(node), Some(units)) = (call.input().get("manager"), &organisation) {
            unknown_units(call.document(), node, units, "manager", &mut problems);
        }
        let parts = organisation.zip(ruled).zip(file);
        let parts = parts.map(|((organisation, ruled), file)| Self {
            organisation,
            ruled,
            file,
        });
        problems.or(parts)?.ok_or_else(Problems::new)
    }

    const fn context(&self) -> Context<'_> {
        Context {
            terms: &self.ruled.rules,
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
    let judged = Judged::read(call, call.as_of())?;
    let actor = call.input().get("actor").and_then(units::actor);
    let allowed = actor.map_or_else(Vec::new, |actor| {
        judged.file.allowed(&actor, call.as_of(), judged.context())
    });
    let allowed = Json::list(allowed.iter().map(|permitted| permitted.to_json()));
    Ok(judged.ruled.told(Object::new().with("allowed", allowed)))
}

fn apply(call: &Call<'_>) -> Result<Json, Problems> {
    let Some(event) = call.input().get("event").and_then(Event::read) else {
        return Ok(Json::object([]));
    };
    let judged = Judged::read(call, event.day())?;
    let mut file = judged.file.clone();
    let answer = match file.apply(event, judged.context()) {
        Ok(step) => Object::new()
            .with("step", step.to_json())
            .with("manager", file.to_json(&judged.ruled.rules)),
        Err(refusal) => Object::new().with("refusal", refusal.to_json()),
    };
    Ok(judged.ruled.told(answer))
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
    let (ruled, file) = with_terms(call, last_day(call))?;
    Ok(ruled.told(Object::new().with("manager", file.to_json(&ruled.rules))))
}

fn grade_on(call: &Call<'_>) -> Result<Json, Problems> {
    let on = call.input().date_at("on").unwrap_or(Date::MIN);
    let (ruled, file) = with_terms(call, on)?;
    let grade = as_known(call, file).grade_json(on, &ruled.rules);
    Ok(ruled.told(Object::new().with("grade", grade)))
}

fn with_terms(
    call: &Call<'_>,
    day: Date,
) -> Result<(Ruled<CertificationTerms>, ManagerFile), Problems> {
    let mut problems = Problems::new();
    let terms = gather(terms(call, day), &mut problems);
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
    let ruled = gather(terms(call, call.as_of()), &mut problems);
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
    let context = problems.or(organisation.zip(ruled))?;
    let Some((organisation, ruled)) = context else {
        return Ok(Json::object([]));
    };
    let context = Context {
        terms: &ruled.rules,
        organisation: &organisation,
    };
    let standings: Vec<Standing> = files
        .values()
        .map(|file| file.standing(call.as_of(), context))
        .collect();
    let units = by_unit(&standings, &organisation);
    Ok(ruled.told(
        Object::new()
            .with(
                "managers",
                Json::list(standings.iter().map(Standing::to_json)),
            )
            .with("units", Json::list(units.iter().map(|unit| unit.to_json()))),
    ))
}
