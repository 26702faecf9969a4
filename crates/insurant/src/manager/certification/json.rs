//! Files, steps, refusals, standings and terms in JSON.

use super::outcome::{CertificationRefusal, Effect, Permitted, Step};
use super::table::{DECIDERS, PROPOSERS, RECOMMENDERS};
use super::{
    Authority, Certification, CertificationEffect, CertificationEvent, CertificationState,
    CertificationTerms, GradeAuthorities, GradeState, ManagerFile, Next, Segment, Standing,
    StandingKind, UnitStanding,
};
use crate::approval::json as approval;
use crate::code;
use crate::machine::{Allowed, Guard as _};
use crate::manager::ManagerGrade;
use crate::organisation::{OrgLevel, Role, Roles, json as units};
use insurant_rules::document::{Document, Field, Json, Node, Object, Shape};
use insurant_rules::{Problem, Problems};
use std::sync::LazyLock;

pub(crate) use super::read::FILE;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn roles(roles: Roles) -> Shape {
    Shape::list(Shape::one_of(roles.iter().map(Role::as_str)))
}

/// Who decides on a grade.
pub(crate) fn approver_fields() -> [Field; 3] {
    [
        Field::required("grade", words(ManagerGrade::WORDS), "Which."),
        Field::required("roles", roles(DECIDERS), "In one of these roles,"),
        Field::required(
            "least_level",
            words(OrgLevel::WORDS),
            "at a unit of at least this level.",
        ),
    ]
}

/// The rules of certification, field by field.
pub(crate) fn terms_fields() -> Vec<Field> {
    let days = || Shape::Integer { min: 0, max: 3_660 };
    let steps = || Shape::Integer { min: 0, max: 4 };
    let doc = "Who decides on a grade.";
    let approver = Shape::object("GradeApprover", doc, approver_fields());
    vec![
        Field::required(
            "validity_months",
            Shape::Integer { min: 1, max: 120 },
            "For how many months a certificate is valid.",
        ),
        Field::required(
            "grace_days",
            days(),
            "For how many days after that the grade is kept.",
        ),
        Field::required(
            "due_days",
            days(),
            "How many days before its end a certificate is due to be renewed.",
        ),
        Field::optional(
            "steps_up",
            steps(),
            "How many steps better than the last grade a new one may be; any when left out.",
        ),
        Field::optional(
            "steps_down",
            steps(),
            "How many steps worse; any when left out.",
        ),
        Field::optional(
            "first_grade_at_best",
            words(ManagerGrade::WORDS),
            "The best that a first grade may be; any when left out.",
        ),
        Field::required("propose", roles(PROPOSERS), "Who may propose."),
        Field::optional(
            "recommend",
            roles(RECOMMENDERS),
            "Who recommends in between; nobody needs to when left out.",
        ),
        Field::optional(
            "evidence",
            Shape::Boolean,
            "Whether a proposal needs evidence.",
        ),
        Field::required(
            "approvers",
            Shape::list_by("grade", approver, 0, 5),
            "Who decides, for each grade.",
        ),
    ]
}

/// The rules of certification.
pub(crate) static TERMS: LazyLock<Shape> = LazyLock::new(|| {
    let doc = "The rules of certification.";
    Shape::object("CertificationTerms", doc, terms_fields())
});

/// Terms of a node that has passed its shape.
pub(crate) fn terms(
    document: &Document,
    node: &Node,
    path: &str,
) -> Result<CertificationTerms, Problems> {
    let number = |key| node.integer_at(key).and_then(|n| u32::try_from(n).ok());
    let mut missing = Vec::new();
    let mut of = |grade: ManagerGrade| {
        let mut all = node.items_at("approvers").iter();
        let found = all.find(|item| item.text_at("grade") == Some(grade.as_str()));
        if found.is_none() {
            missing.push(grade.as_str());
        }
        let level = found.and_then(|item| item.text_at("least_level"));
        Authority {
            roles: found.map_or(Roles::NONE, |item| units::roles(item.items_at("roles"))),
            least_level: level
                .and_then(OrgLevel::parse)
                .unwrap_or(OrgLevel::HeadOffice),
        }
    };
    let approvers = GradeAuthorities {
        principal: of(ManagerGrade::Principal),
        senior: of(ManagerGrade::Senior),
        standard: of(ManagerGrade::Standard),
        junior: of(ManagerGrade::Junior),
        trainee: of(ManagerGrade::Trainee),
    };
    if !missing.is_empty() {
        let dot = if path.is_empty() { "" } else { "." };
        let path = format!("{path}{dot}approvers");
        return Err(Problem::new(
            code::MISSING_GRADE,
            "nobody is said to decide on some grades",
        )
        .found(format!("nothing about {}", missing.join(", ")))
        .expected("one entry for each of the five grades")
        .at(document.place_at(&path))
        .into());
    }
    Ok(CertificationTerms {
        validity_months: number("validity_months").unwrap_or(12),
        grace_days: number("grace_days").unwrap_or(0),
        due_days: number("due_days").unwrap_or(0),
        steps_up: number("steps_up"),
        steps_down: number("steps_down"),
        first_grade_at_best: node
            .text_at("first_grade_at_best")
            .and_then(ManagerGrade::parse),
        propose: units::roles(node.items_at("propose")),
        recommend: units::roles(node.items_at("recommend")),
        evidence: node.boolean_at("evidence").unwrap_or(false),
        approvers,
    })
}

/// A step.
pub(crate) static STEP: LazyLock<Shape> = LazyLock::new(|| {
    let effect = Shape::object(
        "CertificationEffect",
        "Something that follows from an event.",
        [
            Field::required("effect", words(CertificationEffect::WORDS), "What."),
            Field::optional(
                "subject",
                Shape::line(),
                "The level that decides, the grade, or the certification replaced.",
            ),
        ],
    );
    Shape::object(
        "CertificationStep",
        "What an accepted event led to.",
        [
            Field::required("certification_id", Shape::id(), "The certification."),
            Field::optional(
                "from",
                words(CertificationState::WORDS),
                "Where it stood; absent when it began.",
            ),
            Field::required("to", words(CertificationState::WORDS), "Where it stands."),
            Field::required("effects", Shape::list(effect), "What follows."),
        ],
    )
});

/// A refusal.
pub(crate) static REFUSAL: LazyLock<Shape> = LazyLock::new(|| {
    let allowed = Shape::object(
        "CertificationAllowed",
        "An event that is allowed, and by whom.",
        [
            Field::required("event", words(CertificationEvent::WORDS), "The event."),
            Field::required(
                "roles",
                Shape::list(units::role()),
                "Who may bring it about.",
            ),
        ],
    );
    Shape::object(
        "CertificationRefusal",
        "Why an event was refused, and what is allowed.",
        [
            Field::required("event_id", Shape::prose(), "The event."),
            Field::required("certification_id", Shape::id(), "The certification."),
            Field::required("event", words(CertificationEvent::WORDS), "Its kind."),
            Field::optional(
                "state",
                words(CertificationState::WORDS),
                "Where it stands; absent when there is no such certification.",
            ),
            Field::required("role", units::role(), "Who wanted it."),
            Field::required(
                "codes",
                Shape::list(Shape::name()),
                "The reasons, as stable codes.",
            ),
            Field::required("why", Shape::prose(), "The reasons in words."),
            Field::required("allowed", Shape::list(allowed), "What is allowed now."),
        ],
    )
});

/// Days of service with one grade.
fn segment(name: &'static str, from_required: bool, extra: Vec<Field>) -> Shape {
    let states = GradeState::WORDS.iter().copied();
    let states: Vec<&'static str> = if from_required {
        states.collect()
    } else {
        states.chain(["not_in_service"]).collect()
    };
    let mut fields = vec![
        Field {
            required: from_required,
            ..Field::required("from", Shape::Date, "The first day.")
        },
        Field::optional("to", Shape::Date, "The first day that is not part of it."),
        Field::required(
            "state",
            Shape::one_of(states),
            "What is known of the grade.",
        ),
        Field::optional(
            "grade",
            words(ManagerGrade::WORDS),
            "The grade, while it counts.",
        ),
        Field::optional(
            "last_grade",
            words(ManagerGrade::WORDS),
            "The grade that counted last, when none does.",
        ),
        Field::optional(
            "certification_id",
            Shape::id(),
            "The certification that this follows from.",
        ),
        Field::optional(
            "reason",
            Shape::one_of(["never_certified", "revoked"]),
            "Why it is unrated.",
        ),
    ];
    fields.extend(extra);
    Shape::object(name, "The grade over some days.", fields)
}

fn valid_fields() -> Vec<Field> {
    vec![
        Field::optional(
            "valid_to",
            Shape::Date,
            "The first day on which the certificate is not valid any more.",
        ),
        Field::optional(
            "grace_to",
            Shape::Date,
            "The first day on which the grade is not kept any more.",
        ),
    ]
}

/// The grade on a day.
pub(crate) static GRADE: LazyLock<Shape> =
    LazyLock::new(|| segment("GradeOnDay", false, valid_fields()));

/// What a file says.
pub(crate) static STATE: LazyLock<Shape> = LazyLock::new(|| {
    let mut fields = vec![
        Field::required("certification_id", Shape::id(), "The host's id."),
        Field::required("grade", words(ManagerGrade::WORDS), "The grade proposed."),
        Field::required(
            "state",
            words(CertificationState::WORDS),
            "Where it stands.",
        ),
        Field::required("proposed_on", Shape::Date, "When it was proposed first."),
        Field::optional("approved_on", Shape::Date, "When it was approved."),
        Field::optional(
            "effective_from",
            Shape::Date,
            "When the grade began to count.",
        ),
    ];
    fields.extend(valid_fields());
    fields.extend([
        Field::optional("revoked_on", Shape::Date, "When it was lifted."),
        Field::required("approval", approval::APPROVAL.clone(), "Who decided it."),
    ]);
    let certification = Shape::object("Certification", "A certification.", fields);
    Shape::object(
        "ManagerCertifications",
        "What a manager's file says.",
        [
            Field::required("manager_id", Shape::id(), "The host's id of the person."),
            Field::required("events", Shape::count(), "How many events there are."),
            Field::optional("recorded_at", Shape::Instant, "When the last event was."),
            Field::required(
                "certifications",
                Shape::list(certification),
                "The certifications, in the order in which they were opened.",
            ),
            Field::required(
                "history",
                Shape::list(segment("GradeSegment", true, Vec::new())),
                "The grade on each day of service, in order.",
            ),
        ],
    )
});

/// What somebody may do now.
pub(crate) static PERMITTED: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CertificationPermitted",
        "An event that the role may bring about.",
        [
            Field::optional(
                "certification_id",
                Shape::id(),
                "The certification; absent for a new one.",
            ),
            Field::required("event", words(CertificationEvent::WORDS), "The event."),
            Field::optional(
                "lacking",
                Shape::list(Shape::name()),
                "What does not hold yet, as stable codes.",
            ),
            Field::optional("why", Shape::list(Shape::prose()), "The same in words."),
        ],
    )
});

/// Where a manager stands.
pub(crate) static STANDING: LazyLock<Shape> = LazyLock::new(|| {
    let next = Shape::object(
        "CertificationNext",
        "What may happen next, and by whom.",
        [
            Field::optional(
                "certification_id",
                Shape::id(),
                "The certification; absent for a new one.",
            ),
            Field::required("event", words(CertificationEvent::WORDS), "The event."),
            Field::required("roles", Shape::list(units::role()), "The roles."),
            Field::optional(
                "least_level",
                words(OrgLevel::WORDS),
                "The least level of their unit, where one is needed.",
            ),
            Field::optional(
                "unit_id",
                Shape::id(),
                "The nearest unit at or above the manager's that has it.",
            ),
        ],
    );
    let open = Shape::object(
        "CertificationOpen",
        "A certification that is open.",
        [
            Field::required("certification_id", Shape::id(), "The host's id."),
            Field::required(
                "state",
                words(CertificationState::WORDS),
                "Where it stands.",
            ),
            Field::required("grade", words(ManagerGrade::WORDS), "The grade proposed."),
        ],
    );
    let mut fields = vec![
        Field::required("manager_id", Shape::id(), "The host's id of the person."),
        Field::optional("unit_id", Shape::id(), "The unit of the post."),
        Field::required("standing", words(StandingKind::WORDS), "Where they stand."),
        Field::optional(
            "grade",
            words(ManagerGrade::WORDS),
            "The grade, while it counts.",
        ),
        Field::optional(
            "last_grade",
            words(ManagerGrade::WORDS),
            "The grade that counted last, when none does.",
        ),
        Field::optional(
            "certification_id",
            Shape::id(),
            "The certification that this follows from.",
        ),
        Field::optional("since", Shape::Date, "Since when it is so."),
    ];
    fields.extend(valid_fields());
    fields.extend([
        Field::optional("open", open, "The certification that is open."),
        Field::required("next", Shape::list(next), "What may happen next."),
    ]);
    Shape::object("CertificationStanding", "Where a manager stands.", fields)
});

/// How many managers of a unit stand where.
pub(crate) static UNIT: LazyLock<Shape> = LazyLock::new(|| {
    let kinds = counted().map(|kind| {
        let doc = "How many stand so, here and below.";
        Field::required(kind.as_str(), Shape::count(), doc)
    });
    let mut fields = vec![
        Field::required("unit_id", Shape::id(), "The unit."),
        Field::required("managers", Shape::count(), "How many there are."),
    ];
    fields.extend(kinds);
    Shape::object(
        "CertificationUnit",
        "How many managers of a unit stand where.",
        fields,
    )
});

/// Whoever is not in service counts nowhere.
fn counted() -> impl Iterator<Item = StandingKind> {
    let all = StandingKind::ALL.iter().copied();
    all.filter(|kind| *kind != StandingKind::NotInService)
}

fn number(count: usize) -> Json {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

impl Certification {
    fn to_json(&self, terms: &CertificationTerms) -> Json {
        let date = |date: Option<crate::Date>| date.map(|date| date.to_string());
        let effect = self.effect(terms);
        Json::Object(
            Object::new()
                .with("certification_id", self.id())
                .with("grade", self.grade().as_str())
                .with("state", self.state().as_str())
                .with("proposed_on", self.proposed_on().to_string())
                .with_some("approved_on", date(self.approved_on()))
                .with_some("effective_from", date(self.effective_from()))
                .with_some("valid_to", date(effect.map(|e| e.valid_to)))
                .with_some("grace_to", date(effect.map(|e| e.grace_to)))
                .with_some("revoked_on", date(self.revoked_on()))
                .with("approval", self.approval().to_json()),
        )
    }
}

impl ManagerFile {
    /// What the file says, in canonical form: the same log gives the same bytes.
    #[must_use]
    pub fn to_json(&self, terms: &CertificationTerms) -> Json {
        let last = self.log.last().map(|event| event.recorded_at.to_string());
        let all = self.certifications().iter().map(|c| c.to_json(terms));
        let history = self.history(terms);
        Json::Object(
            Object::new()
                .with("manager_id", self.manager_id())
                .with("events", number(self.log.len()))
                .with_some("recorded_at", last)
                .with("certifications", Json::list(all))
                .with("history", Json::list(history.iter().map(Segment::to_json))),
        )
    }

    /// The grade on a day, in canonical form.
    #[must_use]
    pub fn grade_json(&self, day: crate::Date, terms: &CertificationTerms) -> Json {
        let Some(segment) = self.grade_on(day, terms) else {
            return Json::object([("state", StandingKind::NotInService.as_str().into())]);
        };
        let id = segment.certification_id.as_deref();
        let span = id
            .and_then(|id| self.certification(id))
            .and_then(|certification| certification.effect(terms));
        Json::Object(
            segment
                .fields()
                .with_some("valid_to", span.map(|span| span.valid_to.to_string()))
                .with_some("grace_to", span.map(|span| span.grace_to.to_string())),
        )
    }
}

impl Step {
    /// The step in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let effect = |effect: &Effect| {
            Json::Object(
                Object::new()
                    .with("effect", effect.effect.as_str())
                    .with_some("subject", effect.subject.as_deref()),
            )
        };
        Json::Object(
            Object::new()
                .with("certification_id", self.certification_id.as_str())
                .with_some("from", self.from.map(CertificationState::as_str))
                .with("to", self.to.as_str())
                .with("effects", Json::list(self.effects.iter().map(effect))),
        )
    }
}

impl CertificationRefusal {
    /// The refusal in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let refusal = &self.refusal;
        let state = (!self.unknown).then_some(refusal.state.as_str());
        Json::Object(
            Object::new()
                .with("event_id", self.event_id.as_str())
                .with("certification_id", self.certification_id.as_str())
                .with("event", refusal.event.as_str())
                .with_some("state", state)
                .with("role", refusal.role.as_str())
                .with("codes", Json::list(refusal.why.codes()))
                .with("why", refusal.to_string())
                .with("allowed", Allowed::to_json(&refusal.allowed)),
        )
    }
}

impl Permitted {
    /// The event in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let lacking = || Json::list(self.lacking.iter().map(|guard| guard.as_str()));
        let why = || Json::list(self.lacking.iter().map(|guard| guard.requires()));
        let lacks = !self.lacking.is_empty();
        Json::Object(
            Object::new()
                .with_some("certification_id", self.certification_id.as_deref())
                .with("event", self.event.as_str())
                .with_some("lacking", lacks.then(lacking))
                .with_some("why", lacks.then(why)),
        )
    }
}

impl Standing {
    /// The standing in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let segment = self.segment.as_ref();
        let grade = |grade: fn(&Segment) -> Option<ManagerGrade>| {
            segment.and_then(grade).map(ManagerGrade::as_str)
        };
        let open = self.open.as_ref().map(|open| {
            Json::object([
                ("certification_id", open.certification_id.as_str().into()),
                ("state", open.state.as_str().into()),
                ("grade", open.grade.as_str().into()),
            ])
        });
        let id = segment.and_then(|segment| segment.certification_id.as_deref());
        Json::Object(
            Object::new()
                .with("manager_id", self.manager_id.as_str())
                .with_some("unit_id", self.unit_id.as_deref())
                .with("standing", self.kind.as_str())
                .with_some("grade", grade(|segment| segment.grade))
                .with_some("last_grade", grade(|segment| segment.last_grade))
                .with_some("certification_id", id)
                .with_some("since", segment.map(|segment| segment.from.to_string()))
                .with_some("valid_to", self.span.map(|span| span.valid_to.to_string()))
                .with_some("grace_to", self.span.map(|span| span.grace_to.to_string()))
                .with_some("open", open)
                .with("next", Json::list(self.next.iter().map(Next::to_json))),
        )
    }
}

impl Next {
    /// What may happen, in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with_some("certification_id", self.certification_id.as_deref())
                .with("event", self.event.as_str())
                .with("roles", self.roles.to_json())
                .with_some("least_level", self.least_level.map(OrgLevel::as_str))
                .with_some("unit_id", self.unit_id.as_deref()),
        )
    }
}

impl UnitStanding {
    /// The counts in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let start = Object::new()
            .with("unit_id", self.unit_id.as_str())
            .with("managers", self.managers());
        Json::Object(counted().fold(start, |object, kind| {
            object.with(kind.as_str(), self.count(kind))
        }))
    }
}
