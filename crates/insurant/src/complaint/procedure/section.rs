//! The section `complaints` of a rulebook: what a procedure may state.

use super::super::clock::{Duty, FirstDay, GrantLevel, Missed, Party, Roll, Status, Timely, Unit};
use super::Pending;
use crate::complaint::ComplaintStep;
use crate::complaint::vocabulary::COMPLAINT;
use crate::organisation::{OrgLevel, Role};
use insurant_rules::document::{Field, Shape, TextForm};
use insurant_rules::rulebook::{RecordListSpec, SectionSpec};

/// The section's key.
pub(crate) const SECTION: &str = "complaints";

/// The largest count of a clock: ten thousand days are 27 years.
const MOST: i64 = 10_000;

fn words(words: &[&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

fn status() -> Field {
    Field::required(
        "status",
        words(Status::WORDS),
        "Whether the figures were seen in the source.",
    )
}

fn count(least: i64) -> Shape {
    Shape::Integer {
        min: least,
        max: MOST,
    }
}

fn slug() -> Shape {
    Shape::text(TextForm::Slug, 128)
}

fn slugs() -> Shape {
    Shape::list_within(slug(), 1, 64)
}

fn events() -> Shape {
    Shape::list_within(Shape::text(TextForm::Id, 256), 1, 64)
}

fn roles() -> Shape {
    Shape::list_within(words(Role::WORDS), 1, Role::WORDS.len())
}

fn time() -> Shape {
    Shape::text(TextForm::Id, 5)
}

/// The section `complaints`.
pub(crate) fn section() -> SectionSpec {
    SectionSpec::new(
        SECTION,
        COMPLAINT,
        "How complaints are handled: clocks, forms, notices, authority.",
    )
    .records(header(), lists())
}

/// The lists that stand beside the clocks, each with the shape of what a rulebook writes there.
pub(crate) fn beside_clocks() -> impl Iterator<Item = (RecordListSpec, Shape)> {
    let lists = lists().into_iter().filter(|list| list.name != "clocks");
    lists.map(|list| {
        let mut fields = vec![Field::required("id", slug(), "Its id.")];
        fields.extend(list.fields.iter().cloned());
        fields.push(Field::optional("source", Shape::prose(), "The rule."));
        fields.push(Field::optional("doc", Shape::prose(), "What it is for."));
        fields.push(Field::optional(
            "example",
            Shape::Boolean,
            "Whether it is an example.",
        ));
        let shape = Shape::object(format!("Pack{}", list.item), list.doc.clone(), fields);
        (list, shape)
    })
}

fn header() -> [Field; 10] {
    [
        Field::optional(
            "status",
            words(Status::WORDS),
            "Whether the whole was checked against its sources.",
        ),
        Field::optional("source", Shape::prose(), "The law or the company rule."),
        Field::optional(
            "as_of",
            Shape::Date,
            "The day on which the sources were read.",
        ),
        Field::optional(
            "applies_to",
            Shape::Condition,
            "The complaints that it is for. Others are refused, and so are those of which it cannot be said.",
        ),
        Field::optional(
            "follows",
            slug(),
            "The procedure that it replaced, by its id.",
        ),
        Field::optional(
            "transition",
            transition(),
            "What becomes of complaints that are not over when it ends. Default: each clock is judged by the day on which it begins.",
        ),
        Field::optional(
            "verify_first",
            Shape::Boolean,
            "Whether a complaint is verified before it is registered. Default: false.",
        ),
        Field::optional(
            "merge_within_days",
            count(0),
            "Complaints received at most so many days apart may be merged; absent: none may.",
        ),
        Field::optional(
            "time_zone",
            Shape::line(),
            "The IANA time zone of its days.",
        ),
        Field::optional("calendar", slug(), "The calendar of its working days."),
    ]
}

fn lists() -> [RecordListSpec; 9] {
    [
        RecordListSpec::new("clocks", "Clock", "Time limits.", clock(), 256),
        RecordListSpec::new("forms", "Form", "Forms to be filed.", form(), 64),
        RecordListSpec::new(
            "notices",
            "Notice",
            "What must be told, to whom, with which contents.",
            notice(),
            64,
        ),
        RecordListSpec::new(
            "authority",
            "Authority",
            "Who may do what, by the level of their unit.",
            authority(),
            64,
        ),
        RecordListSpec::new(
            "approvals",
            "Approval",
            "What another person must decide.",
            approval(),
            64,
        ),
        RecordListSpec::new("recusals", "Recusal", "Who must step back.", recusal(), 64),
        RecordListSpec::new(
            "principles",
            "Principle",
            "Principles, and how far they can be checked.",
            principle(),
            64,
        ),
        RecordListSpec::new(
            "retention",
            "Retention",
            "How long records are kept.",
            retention(),
            64,
        ),
        RecordListSpec::new("reports", "Report", "Periodic reports.", report(), 64),
    ]
}

fn transition() -> Shape {
    Shape::object(
        "ProcedureTransition",
        "What becomes of complaints that are not over when the procedure ends.",
        [
            Field::required(
                "pending",
                words(Pending::WORDS),
                "Whether those received while it was in force stay under it to their end, or leave it.",
            ),
            status(),
            Field::required("source", Shape::prose(), "The rule, or the reading."),
        ],
    )
}

fn clock() -> Vec<Field> {
    let window = Shape::object(
        "ClockWindow",
        "Hours of a working day.",
        [
            Field::required("from", time(), "The first minute, such as `09:00`."),
            Field::required("to", time(), "The first minute after, such as `12:00`."),
        ],
    );
    let extension = Shape::object(
        "ClockExtension",
        "More time, which somebody must grant.",
        [
            Field::optional(
                "count",
                count(1),
                "How much; absent: whatever the grant says.",
            ),
            Field::optional(
                "unit",
                words(Unit::WORDS),
                "Of what. Default: the unit of the clock.",
            ),
            Field::required("most", Shape::Integer { min: 1, max: 100 }, "How often."),
            Field::optional(
                "timely",
                words(Timely::WORDS),
                "What must have happened before the clock runs out. Default: approved.",
            ),
            Field::optional(
                "roles",
                roles(),
                "The roles that may grant it; absent: whoever the host lets.",
            ),
            Field::optional(
                "level",
                words(GrantLevel::WORDS),
                "The level of their unit. Default: any.",
            ),
            Field::optional(
                "notice",
                slug(),
                "The notice that the complainant must have before the clock runs out.",
            ),
        ],
    );
    vec![
        Field::required("duty", words(Duty::WORDS), "What is due."),
        Field::optional(
            "party",
            words(Party::WORDS),
            "For whom it runs. Default: firm.",
        ),
        Field::optional(
            "missed",
            words(Missed::WORDS),
            "What missing it means. Default: breach.",
        ),
        Field::required(
            "starts",
            events(),
            "The events that start it, such as `received` or `form_filed:transfer`; `sent` is a receipt by the date on the letter. `reopened` and `recheck_decided:sent_back` start it anew, whether it was met or not.",
        ),
        Field::required(
            "stops",
            events(),
            "The events that meet it, such as `handled` or `referral_ended:decided`.",
        ),
        Field::optional("ends", events(), "The events that leave nothing to meet."),
        Field::optional("restarts", events(), "The events at which it starts anew."),
        Field::optional(
            "recurring",
            Shape::Boolean,
            "Whether meeting it starts it again.",
        ),
        Field::required("unit", words(Unit::WORDS), "In what it counts."),
        Field::required("count", count(0), "How many; 0: on the same day."),
        Field::optional(
            "first_day",
            words(FirstDay::WORDS),
            "Whether the day of the start counts. Default: excluded.",
        ),
        Field::optional(
            "roll",
            words(Roll::WORDS),
            "What happens to a due day without work. Default: none.",
        ),
        Field::optional(
            "cut_off",
            time(),
            "The time of day from which a start counts as one of the next day, such as `17:00`. Where working days are counted, it counts as one of the next working day, and so does a start on a day off.",
        ),
        Field::optional(
            "windows",
            Shape::list_within(window, 1, 8),
            "The hours that working hours are counted in.",
        ),
        Field::optional(
            "time_zone",
            Shape::line(),
            "The IANA time zone of its days. Default: that of the procedure.",
        ),
        Field::optional(
            "calendar",
            slug(),
            "The calendar of its working days. Default: that of the procedure.",
        ),
        Field::optional(
            "when",
            Shape::Condition,
            "The complaints that it is for; one of which it cannot be said is among them.",
        ),
        Field::optional(
            "pauses",
            slugs(),
            "The reasons for which it stands still. No other reason moves it.",
        ),
        Field::optional(
            "extension",
            extension,
            "More time, which somebody must grant.",
        ),
        Field::optional(
            "warn_before",
            count(1),
            "How many days before the due day it warns, working days for a clock of those; hours for a clock of hours.",
        ),
        status(),
    ]
}

fn form() -> Vec<Field> {
    let kinds = ["text", "date", "instant", "boolean", "count", "money", "id"];
    let field = Shape::object(
        "FormField",
        "A field of a form.",
        [
            Field::required("name", Shape::name(), "Its name."),
            Field::required("kind", Shape::one_of(kinds), "What it holds."),
            Field::optional(
                "required",
                Shape::Boolean,
                "Whether it must be filled in. Default: true.",
            ),
            Field::optional("doc", Shape::prose(), "What it is for."),
        ],
    );
    vec![
        Field::required("title", Shape::line(), "What it is called."),
        Field::optional(
            "step",
            words(ComplaintStep::WORDS),
            "The step that it belongs to.",
        ),
        Field::optional(
            "on",
            events(),
            "The events with which it falls due. Default: those that start its clock, else the one that leads to its step.",
        ),
        Field::required(
            "fields",
            Shape::list_by("name", field, 1, 128),
            "Its fields.",
        ),
        Field::optional("clock", slug(), "The clock of its time limit."),
        Field::optional("standard", Shape::prose(), "How it is filled in."),
        status(),
    ]
}

fn notice() -> Vec<Field> {
    vec![
        Field::required(
            "to",
            Shape::one_of(["complainant", "regulator", "superior", "outside"]),
            "Who is told.",
        ),
        Field::required("on", events(), "The events that call for it."),
        Field::optional("when", Shape::Condition, "The complaints that it is for."),
        Field::required("contents", slugs(), "What it must say."),
        Field::optional("clock", slug(), "The clock of its time limit."),
        status(),
    ]
}

fn levels() -> Shape {
    words(OrgLevel::WORDS)
}

fn authority() -> Vec<Field> {
    vec![
        Field::required("level", levels(), "The level of the unit."),
        Field::required(
            "may",
            slugs(),
            "The events that its people may bring about.",
        ),
        Field::optional("when", Shape::Condition, "The complaints that it is for."),
        status(),
    ]
}

fn approval() -> Vec<Field> {
    vec![
        Field::required("kind", slug(), "What is decided."),
        Field::required("proposers", roles(), "The roles that may propose it."),
        Field::required("approvers", roles(), "The roles that may approve it."),
        Field::optional("level", levels(), "The least level of the approver's unit."),
        Field::optional("when", Shape::Condition, "The complaints that it is for."),
        Field::optional("evidence", slugs(), "What must be shown."),
        status(),
    ]
}

fn recusal() -> Vec<Field> {
    let relations = [
        "complained_about",
        "handled_before",
        "superior_of_complained_about",
        "relative",
        "interest",
    ];
    vec![
        Field::required(
            "relation",
            Shape::one_of(relations),
            "How the person stands to the matter.",
        ),
        Field::required(
            "from",
            slugs(),
            "The events that the person may not bring about.",
        ),
        status(),
    ]
}

fn principle() -> Vec<Field> {
    let checks = [
        "clocks_met",
        "handler_not_concerned",
        "decider_is_not_handler",
        "verified_before_decision",
        "forms_complete",
        "updated_in_time",
        "none",
    ];
    vec![
        Field::required("check", Shape::one_of(checks), "What of it can be checked."),
        status(),
    ]
}

fn retention() -> Vec<Field> {
    vec![
        Field::required(
            "years",
            Shape::Integer { min: 1, max: 100 },
            "How many years.",
        ),
        Field::required(
            "from",
            Shape::one_of(["received", "closed", "contract_end"]),
            "Counted from.",
        ),
        Field::optional("when", Shape::Condition, "The complaints that it is for."),
        status(),
    ]
}

fn report() -> Vec<Field> {
    vec![
        Field::required("to", slug(), "Who gets it."),
        Field::required(
            "every",
            Shape::one_of(["month", "quarter", "half_year", "year"]),
            "The period.",
        ),
        Field::optional(
            "count",
            count(1),
            "How much time there is after the period.",
        ),
        Field::optional("unit", words(Unit::WORDS), "Of what."),
        Field::optional("contents", slugs(), "What it must say."),
        status(),
    ]
}
