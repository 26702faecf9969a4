//! Complaints, steps, refusals and terms in JSON.

use super::procedure::Form;
use super::{
    Complaint, ComplaintEffect, ComplaintEvent, ComplaintOutcome, ComplaintRefusal, ComplaintStep,
    Complexity, Effect, Event, ExtensionTerms, FormStatus, Permitted, Step, Terms,
};
use crate::approval::json as approval;
use crate::machine::Allowed;
use crate::organisation::{OrgLevel, json as units};
use insurant_rules::document::{Field, Json, Node, Object, Shape, TextForm};
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// What a procedure lets happen.
pub(crate) static TERMS: LazyLock<Shape> = LazyLock::new(|| {
    let form = Shape::object(
        "ComplaintForm",
        "A form that falls due with an event.",
        [
            Field::required("id", Shape::name(), "Its id."),
            Field::required("on", words(ComplaintEvent::WORDS), "The event."),
            Field::optional(
                "required",
                Shape::list(Shape::name()),
                "The fields that must say something.",
            ),
        ],
    );
    let extension = Shape::object(
        "ComplaintExtension",
        "Who may ask for more time, and who may grant it.",
        [
            Field::required("ask", Shape::list(units::role()), "Who may ask."),
            Field::required(
                "approvers",
                approval::approvers(),
                "Who may grant: any of these.",
            ),
        ],
    );
    let levels = [Complexity::Simple, Complexity::Complex, Complexity::Special].map(|class| {
        let doc = "The least level that decides these.";
        Field::optional(class.as_str(), words(OrgLevel::WORDS), doc)
    });
    let decides = Shape::object(
        "ComplaintAuthority",
        "The least level that decides.",
        levels,
    );
    Shape::object(
        "ComplaintTerms",
        "What a procedure lets happen; nothing of it when left out.",
        [
            Field::optional(
                "verify_first",
                Shape::Boolean,
                "Whether a complaint is verified before it is registered.",
            ),
            Field::optional("forms", Shape::list_by("id", form, 0, 64), "The forms."),
            Field::optional(
                "pauses",
                Shape::list(Shape::name()),
                "The reasons for which time may be left out.",
            ),
            Field::optional("extension", extension, "More time."),
            Field::optional(
                "recheck",
                Shape::Boolean,
                "Whether the superior unit may be asked to look again.",
            ),
            Field::optional(
                "merge_within_days",
                Shape::Integer {
                    min: 0,
                    max: 36_600,
                },
                "Complaints received at most so many days apart may be merged.",
            ),
            Field::optional("decides", decides, "Who decides, by class of complaint."),
        ],
    )
});

/// A step.
pub(crate) static STEP: LazyLock<Shape> = LazyLock::new(|| {
    let effect = Shape::object(
        "ComplaintEffect",
        "Something that follows from an event.",
        [
            Field::required("effect", words(ComplaintEffect::WORDS), "What."),
            Field::optional(
                "subject",
                Shape::line(),
                "Which form, notice or deadline, or to which unit.",
            ),
        ],
    );
    Shape::object(
        "ComplaintStep",
        "What an accepted event led to.",
        [
            Field::required("from", words(ComplaintStep::WORDS), "Where it stood."),
            Field::required("to", words(ComplaintStep::WORDS), "Where it stands."),
            Field::required("effects", Shape::list(effect), "What follows."),
        ],
    )
});

/// A refusal.
pub(crate) static REFUSAL: LazyLock<Shape> = LazyLock::new(|| {
    let allowed = Shape::object(
        "AllowedEvent",
        "An event that is allowed, and by whom.",
        [
            Field::required("event", words(ComplaintEvent::WORDS), "The event."),
            Field::required(
                "roles",
                Shape::list(units::role()),
                "Who may bring it about.",
            ),
        ],
    );
    Shape::object(
        "ComplaintRefusal",
        "Why an event was refused, and what is allowed.",
        [
            Field::required("event_id", Shape::prose(), "The event."),
            Field::required("event", words(ComplaintEvent::WORDS), "Its kind."),
            Field::required("state", words(ComplaintStep::WORDS), "Where it stands."),
            Field::required("role", units::role(), "Who wanted it."),
            Field::required(
                "codes",
                Shape::list(Shape::name()),
                "The reasons, as stable codes.",
            ),
            Field::required("why", Shape::prose(), "The reasons in words."),
            Field::optional(
                "missing",
                Shape::list(Shape::prose()),
                "Required fields of a form that say nothing.",
            ),
            Field::optional(
                "nearest",
                Shape::prose(),
                "For a form that there is not: the one that was probably meant.",
            ),
            Field::optional(
                "level",
                words(OrgLevel::WORDS),
                "For somebody whose unit stands too low: the least level that may.",
            ),
            Field::required("allowed", Shape::list(allowed), "What is allowed now."),
        ],
    )
});

/// Where a complaint stands.
pub(crate) static STATE: LazyLock<Shape> = LazyLock::new(|| {
    let ids = || Shape::list(Shape::prose());
    Shape::object(
        "Complaint",
        "Where a complaint stands; what is not so is absent.",
        [
            Field::required("complaint_id", Shape::id(), "The host's id."),
            Field::required("step", words(ComplaintStep::WORDS), "Where it stands."),
            Field::required("received_at", Shape::Instant, "Clocks run from here."),
            Field::required("recorded_at", Shape::Instant, "When the last event was."),
            Field::required("events", Shape::count(), "How many events there are."),
            Field::required("owner", Shape::id(), "The unit that owns it."),
            Field::required(
                "registered",
                Shape::Boolean,
                "Whether it is in the register.",
            ),
            Field::required(
                "told",
                Shape::Boolean,
                "Whether the complainant knows the decision.",
            ),
            Field::optional(
                "offered_to",
                Shape::id(),
                "The unit that was asked to take it.",
            ),
            Field::optional("handler", Shape::id(), "Who is responsible."),
            Field::optional("complexity", words(Complexity::WORDS), "How hard it is."),
            Field::optional(
                "outcome",
                words(ComplaintOutcome::WORDS),
                "What was decided.",
            ),
            Field::optional("paused", Shape::name(), "Why time is left out now."),
            Field::optional("awaited", ids(), "Departments that have not answered."),
            Field::optional("about", ids(), "Who is complained about."),
            Field::optional("recused", ids(), "Who stepped back."),
            Field::optional("absorbed", ids(), "Complaints that go on as part of it."),
            Field::optional(
                "merged_into",
                Shape::id(),
                "The one that it goes on as part of.",
            ),
            Field::optional(
                "extension",
                approval::APPROVAL.clone(),
                "The last request for more time.",
            ),
            Field::optional("notices_due", ids(), "Notices that were not sent."),
            Field::optional(
                "aside",
                Shape::list(words(ComplaintStep::WORDS)),
                "Steps that it may come back to.",
            ),
            Field::optional(
                "filed",
                Shape::map(TextForm::Name, Shape::count()),
                "How often each form was filed.",
            ),
        ],
    )
});

/// What somebody may do now.
pub(crate) static PERMITTED: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "PermittedEvent",
        "An event that the role may bring about here.",
        [
            Field::required("event", words(ComplaintEvent::WORDS), "The event."),
            Field::optional(
                "lacking",
                Shape::list(Shape::name()),
                "What does not hold yet, as stable codes.",
            ),
            Field::optional("why", Shape::list(Shape::prose()), "The same in words."),
            Field::optional(
                "level",
                words(OrgLevel::WORDS),
                "For somebody whose unit stands too low: the least level that may.",
            ),
        ],
    )
});

/// A form that fell due.
pub(crate) static FORM_STATUS: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ComplaintFormStatus",
        "A form that fell due.",
        [
            Field::required("form", Shape::name(), "Its id."),
            Field::required("due", Shape::count(), "How often it fell due."),
            Field::required("filed", Shape::count(), "How often it was filed whole."),
            Field::optional(
                "due_since",
                Shape::Instant,
                "When the first one not filed fell due.",
            ),
            Field::optional(
                "due_before",
                Shape::Instant,
                "The first instant at which it is too late to file it.",
            ),
            Field::optional("overdue", Shape::Boolean, "It should have been filed."),
            Field::optional(
                "incomplete",
                Shape::list(Shape::prose()),
                "Required fields without which it was filed; it counts when it is filed whole.",
            ),
        ],
    )
});

/// Terms of a node that has passed its shape.
pub(crate) fn terms(node: &Node) -> Terms {
    let names = |node: &Node, key| -> Vec<String> {
        let items = node.items_at(key).iter();
        items
            .filter_map(|item| item.text().map(str::to_owned))
            .collect()
    };
    let form = |node: &Node| {
        let on = node.text_at("on").and_then(ComplaintEvent::parse)?;
        Some(Form::new(node.text_at("id")?, on, names(node, "required")))
    };
    let level = |class: Complexity| {
        let word = node.get("decides")?.text_at(class.as_str())?;
        Some((class, OrgLevel::parse(word)?))
    };
    let days = node.integer_at("merge_within_days");
    Terms {
        verify_first: node.boolean_at("verify_first").unwrap_or(false),
        forms: node.items_at("forms").iter().filter_map(form).collect(),
        pauses: names(node, "pauses").into_iter().collect(),
        extension: node.get("extension").map(|extension| {
            ExtensionTerms::new(
                units::roles(extension.items_at("ask")),
                approval::read_approvers(extension),
            )
        }),
        recheck: node.boolean_at("recheck").unwrap_or(false),
        merge_within_days: days.and_then(|days| u32::try_from(days).ok()),
        decides: Complexity::ALL.iter().copied().filter_map(level).collect(),
        authority: std::collections::BTreeMap::new(),
    }
}

/// The events of a log that has passed its shape.
pub(crate) fn events(node: &Node) -> Vec<Event> {
    node.items_at("events")
        .iter()
        .filter_map(Event::read)
        .collect()
}

fn texts(set: &BTreeSet<String>) -> Option<Json> {
    (!set.is_empty()).then(|| Json::list(set.iter().map(String::as_str)))
}

fn number(count: usize) -> Json {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

impl Complaint {
    /// The log of the complaint, as the operations take one.
    #[must_use]
    pub fn log_json(&self) -> Json {
        Json::object([
            ("complaint_id", self.id.as_str().into()),
            ("events", Json::list(self.log.iter().map(Event::to_json))),
        ])
    }

    /// Where the complaint stands, in canonical form: the same log gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let last = self.log.last().map_or(self.received_at, |e| e.recorded_at);
        let filed = self
            .filed
            .iter()
            .map(|(form, n)| (form.clone(), Json::from(*n)));
        let filed = (!self.filed.is_empty()).then(|| Json::object_of(filed));
        let aside = Json::list(self.aside.iter().map(|step| step.as_str()));
        Json::Object(
            Object::new()
                .with("complaint_id", self.id.as_str())
                .with("step", self.step.as_str())
                .with("received_at", self.received_at.to_string())
                .with("recorded_at", last.to_string())
                .with("events", number(self.log.len()))
                .with("owner", self.owner.as_str())
                .with("registered", self.is_registered())
                .with("told", self.told)
                .with_some("offered_to", self.offered_to.as_deref())
                .with_some("handler", self.handler.as_deref())
                .with_some("complexity", self.complexity.map(Complexity::as_str))
                .with_some("outcome", self.outcome.map(ComplaintOutcome::as_str))
                .with_some("paused", self.paused.as_deref())
                .with_some("awaited", texts(&self.asked))
                .with_some("about", texts(&self.about))
                .with_some("recused", texts(&self.recused))
                .with_some("absorbed", texts(&self.absorbed))
                .with_some("merged_into", self.merged_into.as_deref())
                .with_some("extension", self.extension.as_ref().map(|e| e.to_json()))
                .with_some("notices_due", texts(&self.notices_due))
                .with_some("aside", (!self.aside.is_empty()).then_some(aside))
                .with_some("filed", filed),
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
        Json::object([
            ("from", self.from.as_str().into()),
            ("to", self.to.as_str().into()),
            ("effects", Json::list(self.effects.iter().map(effect))),
        ])
    }
}

impl ComplaintRefusal {
    /// The refusal in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let missing = || Json::list(self.missing.iter().map(String::as_str));
        let refusal = &self.refusal;
        Json::Object(
            Object::new()
                .with("event_id", &*self.event_id)
                .with("event", refusal.event.as_str())
                .with("state", refusal.state.as_str())
                .with("role", refusal.role.as_str())
                .with("codes", Json::list(refusal.why.codes()))
                .with("why", refusal.to_string())
                .with_some("missing", (!self.missing.is_empty()).then(missing))
                .with_some("nearest", self.nearest.as_deref())
                .with_some("level", self.level.map(OrgLevel::as_str))
                .with("allowed", Allowed::to_json(&refusal.allowed)),
        )
    }
}

impl Permitted {
    /// The event in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        use crate::machine::Guard as _;
        let lacking = || Json::list(self.lacking.iter().map(|guard| guard.as_str()));
        let why = || Json::list(self.lacking.iter().map(|guard| guard.requires()));
        let lacks = !self.lacking.is_empty();
        Json::Object(
            Object::new()
                .with("event", self.event.as_str())
                .with_some("lacking", lacks.then(lacking))
                .with_some("why", lacks.then(why))
                .with_some("level", self.level.map(OrgLevel::as_str)),
        )
    }
}

impl FormStatus {
    /// The form in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let incomplete = || Json::list(self.incomplete.iter().map(String::as_str));
        Json::Object(
            Object::new()
                .with("form", self.form.as_str())
                .with("due", self.due)
                .with("filed", self.filed)
                .with_some("due_since", self.due_since.map(|at| at.to_string()))
                .with_some("due_before", self.due_before.map(|at| at.to_string()))
                .with_some("overdue", self.overdue.then_some(true))
                .with_some("incomplete", (!self.incomplete.is_empty()).then(incomplete)),
        )
    }
}
