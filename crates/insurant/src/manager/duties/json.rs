//! Duties in JSON.

use super::book::{Assignment, ContactKind, Customer, Done, MajorEvent, Work};
use super::count::{DutyCounts, ManagerDuties, UnitDuties};
use super::item::{DutyItem, DutyKind, DutyState};
use super::rule::{DutyRule, Every, Owed};
use crate::calendar::{Calendar, Calendars};
use crate::complaint::clock::{Roll, Unit};
use crate::manager::POST;
use insurant_rules::document::{Document, Field, Json, Node, Object, Path, Shape, TextForm};
use insurant_rules::{Problem, Problems};
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn days(min: i64) -> Shape {
    Shape::Integer { min, max: 3_660 }
}

fn number(min: i64) -> Shape {
    Shape::Integer { min, max: 1_000 }
}

/// The fields that every rule has beside its id and its kind.
fn common() -> Vec<Field> {
    vec![
        Field::optional(
            "roll",
            words(Roll::WORDS),
            "What happens to a due day without work. Default: none.",
        ),
        Field::optional("calendar", Shape::line(), "The calendar of working days."),
        Field::optional(
            "due_days",
            days(0),
            "How many days before the due day it is listed as due; as soon as it can be done when left out.",
        ),
        Field::optional(
            "missing_after_days",
            days(0),
            "How many days after the due day it counts as missing; when the next one is due when left out.",
        ),
    ]
}

fn counted(min: i64) -> [Field; 2] {
    let units = [
        Unit::CalendarDay,
        Unit::BusinessDay,
        Unit::Week,
        Unit::Month,
    ];
    [
        Field::required("count", number(min), "How many."),
        Field::required("unit", Shape::one_of(units.map(Unit::as_str)), "Of what."),
    ]
}

/// The fields of a rule by its kind, beside its id and `kind`.
fn fields(kind: DutyKind) -> Vec<Field> {
    let texts = || Shape::list_within(Shape::line(), 1, 64);
    let mut fields = Vec::new();
    match kind {
        DutyKind::Report => fields.extend([
            Field::required("every", words(Every::WORDS), "The period."),
            Field::required(
                "due_day",
                Shape::Integer { min: 1, max: 31 },
                "By which day of the month after it; the last one, where the month has fewer.",
            ),
        ]),
        DutyKind::Contact => {
            fields.push(Field::required(
                "contacts",
                Shape::list_within(words(ContactKind::WORDS), 1, 2),
                "The contacts that count.",
            ));
            fields.extend(counted(1));
            fields.extend([
                Field::optional(
                    "categories",
                    texts(),
                    "The categories of customers; all when left out.",
                ),
                Field::optional("tiers", texts(), "Their tiers; all when left out."),
            ]);
        }
        DutyKind::Event => {
            fields.push(Field::optional(
                "events",
                texts(),
                "The kinds of events; all when left out.",
            ));
            fields.extend(counted(0));
            fields.push(Field::optional(
                "counter_measures",
                Shape::Boolean,
                "Whether the report must name counter-measures.",
            ));
        }
    }
    fields.extend(common());
    fields
}

/// The fields of a record of a rulebook that holds a rule of any kind: which of them a kind needs
/// is checked when the record is read.
pub(crate) fn record_fields() -> Vec<Field> {
    let kinds = words(DutyKind::WORDS);
    let mut all = vec![Field::required("kind", kinds, "What it is about.")];
    for field in DutyKind::ALL.iter().flat_map(|kind| fields(*kind)) {
        if all.iter().all(|known: &Field| known.name != field.name) {
            // The least that any kind allows.
            let shape = match &*field.name {
                "count" => number(0),
                _ => field.shape,
            };
            all.push(Field {
                required: false,
                shape,
                ..field
            });
        }
    }
    all
}

/// A rule.
pub(crate) static RULE: LazyLock<Shape> = LazyLock::new(|| {
    let variant = |kind: &DutyKind| {
        let name = match kind {
            DutyKind::Report => "ReportDuty",
            DutyKind::Contact => "ContactDuty",
            DutyKind::Event => "EventDuty",
        };
        let mut all = vec![Field::required("id", Shape::name(), "Its id.")];
        all.extend(fields(*kind));
        let shape = Shape::object(name, "What account managers owe.", all);
        (kind.as_str(), shape)
    };
    Shape::tagged(
        "kind",
        "What it is about.",
        DutyKind::ALL.iter().map(variant),
    )
});

/// A manager with their posts.
pub(crate) static MANAGER: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "DutyManager",
        "An account manager, and where they served.",
        [
            Field::required("manager_id", Shape::id(), "The host's id."),
            Field::required(
                "posts",
                Shape::list_within(POST.clone(), 1, usize::MAX),
                "Where they served, in any order; none overlaps another.",
            ),
        ],
    )
});

/// A customer.
pub(crate) static CUSTOMER: LazyLock<Shape> = LazyLock::new(|| {
    let assignment = Shape::object(
        "DutyAssignment",
        "Who is responsible for a customer.",
        [
            Field::required("manager_id", Shape::id(), "The manager."),
            Field::required("from", Shape::Date, "The first day."),
            Field::optional("to", Shape::Date, "The first day that is not part of it."),
        ],
    );
    Shape::object(
        "DutyCustomer",
        "A customer, and who is responsible when.",
        [
            Field::required("customer_id", Shape::id(), "The host's id."),
            Field::optional("category", Shape::line(), "The category on the day."),
            Field::optional("tier", Shape::line(), "The value tier on the day."),
            Field::required(
                "assignments",
                Shape::list(assignment),
                "Who was responsible when; none overlaps another.",
            ),
        ],
    )
});

/// A major event.
pub(crate) static EVENT: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "MajorEvent",
        "Something big that happened to a customer.",
        [
            Field::required("event_id", Shape::id(), "The host's id."),
            Field::required("customer_id", Shape::id(), "The customer."),
            Field::required("kind", Shape::line(), "Of which kind."),
            Field::required("occurred_on", Shape::Date, "When it happened."),
            Field::optional(
                "known_on",
                Shape::Date,
                "When the insurer knew; when it happened, if left out.",
            ),
        ],
    )
});

/// Something that was done.
pub(crate) static DONE: LazyLock<Shape> = LazyLock::new(|| {
    let with = |own: Vec<Field>| {
        let mut all = vec![
            Field::required("id", Shape::id(), "The host's id."),
            Field::required("manager_id", Shape::id(), "By whom."),
            Field::required("done_on", Shape::Date, "When."),
        ];
        all.extend(own);
        all
    };
    let report = vec![
        Field::required("duty", Shape::name(), "The rule."),
        Field::required("period", Shape::Date, "The first day of the period."),
    ];
    let contact = vec![
        Field::required("customer_id", Shape::id(), "The customer."),
        Field::required("contact", words(ContactKind::WORDS), "Of which kind."),
    ];
    let event = vec![
        Field::required("event_id", Shape::id(), "The event."),
        Field::optional(
            "counter_measures",
            Shape::list(Shape::text(TextForm::Line, 16 * 1024)),
            "The counter-measures that it names.",
        ),
    ];
    let object = |name, own| Shape::object(name, "Something that was done.", with(own));
    Shape::tagged(
        "kind",
        "What was done.",
        [
            ("report", object("DutyReport", report)),
            ("contact", object("DutyContact", contact)),
            ("event_report", object("DutyEventReport", event)),
        ],
    )
});

/// One thing owed.
pub(crate) static ITEM: LazyLock<Shape> = LazyLock::new(|| {
    let id = |name, doc| Field::optional(name, Shape::id(), doc);
    Shape::object(
        "DutyItem",
        "One thing owed, as it stands on the day.",
        [
            Field::required("duty", Shape::name(), "The rule."),
            Field::required("kind", words(DutyKind::WORDS), "What it is about."),
            id(
                "manager_id",
                "Who owes it: whoever was responsible on the due day; absent where nobody was.",
            ),
            id(
                "unit_id",
                "The unit of their post on that day; where nobody was responsible, that of the manager who was last.",
            ),
            id("customer_id", "The customer."),
            id("event_id", "The major event."),
            Field::optional("period", Shape::Date, "The first day of the period."),
            Field::required("opens_on", Shape::Date, "The day from which it is counted."),
            Field::optional("due_on", Shape::Date, "The last day in time."),
            Field::required("state", words(DutyState::WORDS), "How it stands."),
            Field::optional("done_on", Shape::Date, "When it was done."),
            Field::optional(
                "days_late",
                Shape::count(),
                "By how many days it is, or was, late; counted up to the handover for what was left undone at it.",
            ),
            Field::optional(
                "lacking",
                Shape::list(Shape::name()),
                "What the report that was made lacks.",
            ),
            Field::optional(
                "problem",
                Shape::name(),
                "Why the due day cannot be told, as a stable code.",
            ),
        ],
    )
});

fn counts(name: &'static str, id: &'static str, doc: &'static str) -> Shape {
    let mut fields = vec![Field::required(id, Shape::id(), doc)];
    fields.extend(DutyState::ALL.iter().map(|state| {
        let doc = "How many stand so.";
        Field::required(state.as_str(), Shape::count(), doc)
    }));
    Shape::object(name, "How many duties stand where.", fields)
}

/// The duties of a manager.
pub(crate) static BY_MANAGER: LazyLock<Shape> =
    LazyLock::new(|| counts("ManagerDuties", "manager_id", "The manager."));

/// The duties of a unit.
pub(crate) static BY_UNIT: LazyLock<Shape> =
    LazyLock::new(|| counts("UnitDuties", "unit_id", "The unit; with those below it."));

/// A rule of a node that has passed its shape, with its calendar.
///
/// # Errors
/// `unknown_calendar`.
pub(crate) fn rule(node: &Node, calendars: &Calendars) -> Result<Option<DutyRule>, Problem> {
    let calendar = node.text_at("calendar").map(|id| calendars.get(id));
    let calendar: Option<Calendar> = calendar.transpose()?.cloned();
    Ok(plain(node, calendar))
}

impl DutyRule {
    /// The rules of a document: `{"rules": [...]}`, with the calendars that they name.
    ///
    /// # Errors
    /// Everything that is wrong with the shape of the document, and calendars that there are not.
    ///
    /// # Example
    /// ```
    /// use insurant::calendar::Calendars;
    /// use insurant::manager::duties::DutyRule;
    /// use insurant_rules::document::Document;
    /// let rules = Document::parse("duties.toml", r#"
    ///     [[rules]]
    ///     id = "monthly_report"
    ///     kind = "report"
    ///     every = "month"
    ///     due_day = 10
    /// "#)?;
    /// let rules = DutyRule::read_all(&rules, &Calendars::builtin())?;
    /// assert_eq!(rules[0].id, "monthly_report");
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn read_all(document: &Document, calendars: &Calendars) -> Result<Vec<Self>, Problems> {
        let mut problems = Problems::new();
        let list = Shape::list_by("id", RULE.clone(), 0, 256);
        let field = Field::required("rules", list, "What is owed.");
        let shape = Shape::object("DutyRules", "What account managers owe.", [field]);
        shape.check(document, document.root(), &Path::ROOT, &mut problems);
        problems.or(())?;
        let mut problems = Problems::new();
        let mut rules = Vec::new();
        for (index, node) in document.root().items_at("rules").iter().enumerate() {
            match rule(node, calendars) {
                Ok(rule) => rules.extend(rule),
                Err(problem) => {
                    let path = format!("rules[{index}].calendar");
                    problems.push(problem.at(document.place_at(&path)));
                }
            }
        }
        problems.or(rules)
    }
}

fn plain(node: &Node, calendar: Option<Calendar>) -> Option<DutyRule> {
    let number = |key| node.integer_at(key).and_then(|n| u32::try_from(n).ok());
    let unit = || node.text_at("unit").and_then(Unit::parse);
    let texts = |key: &str| {
        let given = node.get(key)?.items().iter();
        Some(
            given
                .filter_map(|item| item.text().map(str::to_owned))
                .collect(),
        )
    };
    let owed = match node.text_at("kind").and_then(DutyKind::parse)? {
        DutyKind::Report => Owed::Report {
            every: node.text_at("every").and_then(Every::parse)?,
            due_day: number("due_day")?,
        },
        DutyKind::Contact => Owed::Contact {
            contacts: node
                .items_at("contacts")
                .iter()
                .filter_map(|item| ContactKind::parse(item.text()?))
                .collect::<BTreeSet<_>>(),
            count: number("count")?,
            unit: unit()?,
            categories: texts("categories"),
            tiers: texts("tiers"),
        },
        DutyKind::Event => Owed::Event {
            events: texts("events"),
            count: number("count")?,
            unit: unit()?,
            counter_measures: node.boolean_at("counter_measures").unwrap_or(false),
        },
    };
    Some(DutyRule {
        id: node.text_at("id")?.to_owned(),
        owed,
        roll: node
            .text_at("roll")
            .and_then(Roll::parse)
            .unwrap_or(Roll::None),
        calendar,
        due_days: number("due_days"),
        missing_after_days: number("missing_after_days"),
    })
}

/// A customer of a node that has passed its shape.
pub(crate) fn customer(node: &Node) -> Option<Customer> {
    let text = |key| node.text_at(key).map(str::to_owned);
    let assignment = |node: &Node| {
        Some(Assignment {
            manager_id: node.text_at("manager_id")?.to_owned(),
            from: node.date_at("from")?,
            to: node.date_at("to"),
        })
    };
    Some(Customer {
        customer_id: text("customer_id")?,
        category: text("category"),
        tier: text("tier"),
        assignments: node
            .items_at("assignments")
            .iter()
            .filter_map(assignment)
            .collect(),
    })
}

/// A major event of a node that has passed its shape.
pub(crate) fn event(node: &Node) -> Option<MajorEvent> {
    let text = |key| node.text_at(key).map(str::to_owned);
    Some(MajorEvent {
        event_id: text("event_id")?,
        customer_id: text("customer_id")?,
        kind: text("kind")?,
        occurred_on: node.date_at("occurred_on")?,
        known_on: node.date_at("known_on"),
    })
}

/// Something done, of a node that has passed its shape.
pub(crate) fn done(node: &Node) -> Option<Done> {
    let text = |key| node.text_at(key).map(str::to_owned);
    let work = match node.text_at("kind")? {
        "report" => Work::Report {
            duty: text("duty")?,
            period: node.date_at("period")?,
        },
        "contact" => Work::Contact {
            customer_id: text("customer_id")?,
            contact: node.text_at("contact").and_then(ContactKind::parse)?,
        },
        _ => Work::EventReport {
            event_id: text("event_id")?,
            counter_measures: node
                .items_at("counter_measures")
                .iter()
                .filter_map(|item| item.text().map(str::to_owned))
                .collect(),
        },
    };
    Some(Done {
        id: text("id")?,
        manager_id: text("manager_id")?,
        done_on: node.date_at("done_on")?,
        work,
    })
}

impl DutyItem {
    /// The item in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let date = |date: Option<crate::Date>| date.map(|date| date.to_string());
        let lacking = self
            .lacks_counter_measures
            .then(|| Json::list(["counter_measures"]));
        let problem = self.due_on.as_ref().err();
        Json::Object(
            Object::new()
                .with("duty", self.duty.as_str())
                .with("kind", self.kind.as_str())
                .with_some("manager_id", self.manager_id.as_deref())
                .with_some("unit_id", self.unit_id.as_deref())
                .with_some("customer_id", self.customer_id.as_deref())
                .with_some("event_id", self.event_id.as_deref())
                .with_some("period", date(self.period))
                .with("opens_on", self.opens_on.to_string())
                .with_some("due_on", date(self.due_on.as_ref().ok().copied()))
                .with("state", self.state.as_str())
                .with_some("done_on", date(self.done_on))
                .with_some("days_late", self.days_late)
                .with_some("lacking", lacking)
                .with_some("problem", problem.map(|problem| problem.code().as_str())),
        )
    }
}

impl DutyCounts {
    fn fields(&self, start: Object) -> Object {
        let states = DutyState::ALL.iter();
        states.fold(start, |object, state| {
            object.with(state.as_str(), self.of(*state))
        })
    }
}

impl ManagerDuties {
    /// The counts in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let start = Object::new().with("manager_id", self.manager_id.as_str());
        Json::Object(self.counts.fields(start))
    }
}

impl UnitDuties {
    /// The counts in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let start = Object::new().with("unit_id", self.unit_id.as_str());
        Json::Object(self.counts.fields(start))
    }
}
