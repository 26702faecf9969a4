//! The operation `complaint_packs`: the procedures there are.

use super::{Call, Operation};
use crate::complaint::clock::{
    Clock, Duty, FirstDay, GrantLevel, Missed, Party, Roll, Status, Timely, Unit,
};
use crate::complaint::procedure::{Pending, Procedure, beside_clocks};
use crate::organisation::json as units;
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Object, Shape, TextForm};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "complaint_packs",
    doc: "The procedures for complaints with their clocks, each with its source and status.",
    input: || {
        Shape::object(
            "ComplaintPacksInput",
            "Which.",
            [Field::optional(
                "procedure",
                Shape::text(TextForm::Reference, 256),
                "`id` or `id@version`; absent: all.",
            )],
        )
    },
    output: packs_output,
    run: packs,
    lenient: false,
}];

fn words(words: &[&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn packs_output() -> Shape {
    let extension = Shape::object(
        "PackExtension",
        "More time, which somebody must grant.",
        [
            Field::optional(
                "count",
                Shape::count(),
                "How much; left out: as the grant says.",
            ),
            Field::required("unit", words(Unit::WORDS), "Of what."),
            Field::required("most", Shape::count(), "How often."),
            Field::required(
                "timely",
                words(Timely::WORDS),
                "What must have happened before the clock runs out.",
            ),
            Field::optional(
                "roles",
                Shape::list(units::role()),
                "The roles that may grant it; left out: whoever the host lets.",
            ),
            Field::required(
                "level",
                words(GrantLevel::WORDS),
                "The level of their unit.",
            ),
            Field::optional(
                "notice",
                Shape::id(),
                "The notice that the complainant must have before the clock runs out.",
            ),
        ],
    );
    let window = Shape::object(
        "PackWindow",
        "Hours of a working day.",
        [
            Field::required("from", Shape::line(), "The first minute."),
            Field::required("to", Shape::line(), "The first minute after."),
        ],
    );
    let calendar = Shape::object(
        "PackCalendar",
        "A calendar, and the days that it covers.",
        [
            Field::required("id", Shape::id(), "Its id."),
            Field::required("version", Shape::line(), "The version of its data."),
            Field::required("from", Shape::Date, "The first day."),
            Field::required("to", Shape::Date, "The last day."),
        ],
    );
    let transition = Shape::object(
        "PackTransition",
        "What becomes of complaints that are not over when the procedure ends.",
        [
            Field::required(
                "pending",
                words(Pending::WORDS),
                "Whether they stay under it.",
            ),
            Field::required(
                "status",
                words(Status::WORDS),
                "Whether that was seen in its source.",
            ),
            Field::required("source", Shape::prose(), "The rule, or the reading."),
        ],
    );
    let clock = Shape::object(
        "PackClock",
        "A clock.",
        [
            Field::required("id", Shape::id(), "Its id."),
            Field::required("duty", words(Duty::WORDS), "What is due."),
            Field::required("party", words(Party::WORDS), "For whom it runs."),
            Field::required("missing", words(Missed::WORDS), "What missing it means."),
            Field::required("limit", Shape::line(), "How much time there is."),
            Field::required(
                "starts",
                Shape::list(Shape::id()),
                "The events that start it.",
            ),
            Field::required(
                "stops",
                Shape::list(Shape::id()),
                "The events that meet it.",
            ),
            Field::optional("when", Shape::prose(), "The complaints that it is for."),
            Field::optional(
                "pauses",
                Shape::list(Shape::id()),
                "The reasons for which it stands still.",
            ),
            Field::optional("extension", extension, "The more time that may be granted."),
            Field::optional(
                "ends",
                Shape::list(Shape::id()),
                "The events that leave nothing to meet.",
            ),
            Field::optional(
                "restarts",
                Shape::list(Shape::id()),
                "The events at which it starts anew.",
            ),
            Field::optional("recurring", Shape::Boolean, "Meeting it starts it again."),
            Field::required(
                "first_day",
                words(FirstDay::WORDS),
                "Whether the day of the start counts.",
            ),
            Field::required(
                "roll",
                words(Roll::WORDS),
                "What happens to a due day without work.",
            ),
            Field::optional(
                "cut_off",
                Shape::line(),
                "The time of day from which a start counts as one of the next day.",
            ),
            Field::optional(
                "windows",
                Shape::list(window),
                "The hours that working hours are counted in.",
            ),
            Field::required(
                "time_zone",
                Shape::line(),
                "The IANA time zone of its days.",
            ),
            Field::optional("calendar", calendar, "The calendar of its working days."),
            Field::optional(
                "warn_before",
                Shape::count(),
                "How long before the due instant it warns: hours for a clock of hours, working days for one of those, else days.",
            ),
            Field::required(
                "status",
                words(Status::WORDS),
                "Whether the figure was seen in its source.",
            ),
            Field::optional("source", Shape::prose(), "The rule."),
            Field::optional("doc", Shape::prose(), "What it is for."),
            Field::optional("example", Shape::Boolean, "Whether it is an example."),
        ],
    );
    // What stands there is said as it is written.
    let lists = beside_clocks()
        .map(|(list, shape)| Field::required(list.name, Shape::list(shape), list.doc));
    let pack = Shape::object(
        "Pack",
        "A procedure.",
        [
            Field::required("procedure", Shape::line(), "As `id@version`."),
            Field::optional("title", Shape::line(), "Its title."),
            Field::optional("doc", Shape::prose(), "What it is about."),
            Field::required("from", Shape::Date, "The first day in force."),
            Field::optional("to", Shape::Date, "The first day no longer in force."),
            Field::optional(
                "status",
                words(Status::WORDS),
                "Whether the whole was checked.",
            ),
            Field::optional("source", Shape::prose(), "The law or the company rule."),
            Field::optional(
                "as_of",
                Shape::Date,
                "The day on which the sources were read.",
            ),
            Field::optional(
                "applies_to",
                Shape::prose(),
                "The complaints that it is for.",
            ),
            Field::optional("follows", Shape::id(), "The procedure that it replaced."),
            Field::optional(
                "transition",
                transition,
                "What becomes of complaints that are not over when it ends.",
            ),
            Field::required("fingerprint", Shape::line(), "That of the whole."),
            Field::required("clocks", Shape::list(clock), "Its clocks."),
            Field::required(
                "verify_first",
                Shape::Boolean,
                "Whether a complaint is verified before it is registered.",
            ),
            Field::optional(
                "merge_within_days",
                Shape::count(),
                "Complaints received at most so many days apart may be merged; left out: none may.",
            ),
        ]
        .into_iter()
        .chain(lists),
    );
    Shape::object(
        "ComplaintPacks",
        "The procedures for complaints.",
        [Field::required(
            "packs",
            Shape::list(pack),
            "By id, then by the first day in force.",
        )],
    )
}

fn packs(call: &Call<'_>) -> Result<Json, Problems> {
    let procedures = call.engine().procedures();
    let packs = match call.input().text_at("procedure") {
        Some(name) => vec![pack(procedures.get(name)?)],
        None => procedures.iter().map(pack).collect(),
    };
    Ok(Json::object([("packs", Json::List(packs))]))
}

fn pack(procedure: &Procedure) -> Json {
    let effective = procedure.effective();
    let stated = |key: &str| procedure.stated().get(key).cloned();
    let pack = Object::new()
        .with("procedure", procedure.reference())
        .with_some("title", procedure.title())
        .with_some("doc", procedure.doc())
        .with("from", effective.from.to_string())
        .with_some("to", effective.to.map(|day| day.to_string()))
        .with_some("status", procedure.status().map(Status::as_str))
        .with_some("source", procedure.source())
        .with_some("as_of", procedure.as_of().map(|day| day.to_string()))
        .with_some("applies_to", procedure.applies_to())
        .with_some("follows", procedure.follows())
        .with_some(
            "transition",
            procedure.transition().map(|transition| {
                Object::new()
                    .with("pending", transition.pending.as_str())
                    .with("status", transition.status.as_str())
                    .with("source", transition.source.as_str())
            }),
        )
        .with("fingerprint", procedure.fingerprint())
        .with("clocks", Json::list(procedure.clocks().iter().map(clock)))
        .with(
            "verify_first",
            stated("verify_first").unwrap_or(Json::Boolean(false)),
        )
        .with_some("merge_within_days", stated("merge_within_days"));
    let lists = beside_clocks();
    let pack = lists.fold(pack, |pack, (list, _)| {
        let records = stated(&list.name).unwrap_or(Json::List(Vec::new()));
        pack.with(&*list.name, records)
    });
    pack.into()
}

fn clock(clock: &Clock) -> Json {
    let patterns = |list: &[crate::complaint::clock::Pattern]| {
        Json::list(list.iter().map(ToString::to_string))
    };
    let pauses = clock.pauses();
    let extension = clock.extension().map(|extension| {
        let roles = extension.roles.iter().map(|role| role.as_str());
        Object::new()
            .with_some("count", extension.count)
            .with("unit", extension.unit.as_str())
            .with("most", extension.most)
            .with("timely", extension.timely.as_str())
            .with_some(
                "roles",
                (!extension.roles.is_empty()).then(|| Json::list(roles)),
            )
            .with("level", extension.level.as_str())
            .with_some("notice", extension.notice.as_deref())
    });
    let some =
        |list: &[crate::complaint::clock::Pattern]| (!list.is_empty()).then(|| patterns(list));
    let windows = clock.windows();
    let windows = (!windows.is_empty()).then(|| {
        Json::list(windows.iter().map(|[from, to]| {
            Json::object([("from", from.as_str().into()), ("to", to.as_str().into())])
        }))
    });
    let calendar = clock.calendar().map(|calendar| {
        let [from, to] = calendar.coverage();
        Object::new()
            .with("id", calendar.id())
            .with("version", calendar.version())
            .with("from", from.to_string())
            .with("to", to.to_string())
    });
    Object::new()
        .with("id", clock.id())
        .with("duty", clock.duty().as_str())
        .with("party", clock.party().as_str())
        .with("missing", clock.missed().as_str())
        .with("limit", format!("{} {}", clock.count(), clock.unit()))
        .with("starts", patterns(clock.starts()))
        .with("stops", patterns(clock.stops()))
        .with_some("when", clock.when())
        .with_some("pauses", (!pauses.is_empty()).then(|| Json::list(pauses)))
        .with_some("extension", extension)
        .with_some("ends", some(clock.ends()))
        .with_some("restarts", some(clock.restarts()))
        .with_some("recurring", clock.is_recurring().then_some(true))
        .with("first_day", clock.first_day().as_str())
        .with("roll", clock.roll().as_str())
        .with_some("cut_off", clock.cut_off())
        .with_some("windows", windows)
        .with("time_zone", clock.time_zone())
        .with_some("calendar", calendar)
        .with_some("warn_before", clock.warn_before())
        .with("status", clock.status().as_str())
        .with_some("source", clock.source())
        .with_some("doc", clock.doc())
        .with_some("example", clock.is_example().then_some(true))
        .into()
}
