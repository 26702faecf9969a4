//! What operations on complaints are judged by: procedures by name, facts, units.

use super::Call;
use crate::complaint::procedure::Applied;
use crate::complaint::{ComplaintFacts, Details, Event};
use crate::engine::Engine;
use crate::organisation::Organisation;
use insurant_rules::Problems;
use insurant_rules::document::{Field, Node, Shape, TextForm};

/// The field `procedures`.
pub(super) fn procedures_field(required: bool) -> Field {
    let field = Field::required(
        "procedures",
        Shape::list_within(Shape::text(TextForm::Reference, 256), 1, 64),
        "By id, the version in force when each clock starts; by `id@version`, that version.",
    );
    Field { required, ..field }
}

/// The field `facts`.
pub(super) fn facts_field() -> Field {
    Field::optional(
        "facts",
        ComplaintFacts::shape(),
        "What the receipt does not say, or says otherwise.",
    )
}

/// The facts of a complaint: those given, and else those of its receipt.
pub(super) fn facts(call: &Call<'_>, log: &[Event]) -> ComplaintFacts {
    let given = call.input().get("facts").map(ComplaintFacts::from_node);
    let received = match log.first().map(|event| &event.details) {
        Some(Details::Received(received)) => ComplaintFacts::of_receipt(received),
        _ => ComplaintFacts::default(),
    };
    given.unwrap_or_default().or(received)
}

/// The procedures that the call names, for a complaint of these facts.
pub(super) fn applied<'a>(
    call: &Call<'a>,
    facts: &ComplaintFacts,
) -> Result<Applied<'a>, Problems> {
    applied_of(call.engine(), call, facts)
}

/// [`applied`], by an engine that outlives the call.
pub(super) fn applied_of<'e>(
    engine: &'e Engine,
    call: &Call<'_>,
    facts: &ComplaintFacts,
) -> Result<Applied<'e>, Problems> {
    let names = call.input().items_at("procedures").iter();
    let names: Vec<&str> = names.filter_map(Node::text).collect();
    let applied = engine.procedures().apply(&names, facts);
    applied.map_err(|problems| match call.input().get("procedures") {
        Some(node) => call.placed(problems, node, "procedures"),
        None => problems,
    })
}

/// The units, where the call gives them.
pub(super) fn organisation(call: &Call<'_>) -> Result<Option<Organisation>, Problems> {
    match call.input().get("units") {
        Some(_) => call.organisation().map(Some),
        None => Ok(None),
    }
}
