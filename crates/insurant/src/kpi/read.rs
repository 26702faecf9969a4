//! What several questions have in common: periods and groups.

use crate::complaint::analysis::Period;
use crate::date::Date;
use insurant_rules::Problem;
use insurant_rules::document::{Field, Node, Shape, TextForm};

/// A period, spelled or by its days.
pub(super) fn period(node: &Node) -> Result<Period, Problem> {
    match node.text() {
        Some(text) => Period::parse(text),
        None => {
            let day = |key| node.date_at(key).unwrap_or(Date::MIN);
            Period::new(day("from"), day("to"))
        }
    }
}

/// The names of the groups that are asked for, each once.
pub(super) fn names(node: &Node) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in node.items_at("by").iter().filter_map(Node::text) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The groups that a row belongs to.
pub(super) fn groups(node: &Node) -> Vec<(&str, &str)> {
    let entries = node.get("groups").map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.as_str(), entry.node.text()?)))
        .collect()
}

/// A period in JSON.
pub(super) fn span() -> Shape {
    Shape::object(
        "KpiPeriod",
        "Days from one up to another.",
        [
            Field::required("from", Shape::Date, "The first day."),
            Field::required("to", Shape::Date, "The first day after it."),
        ],
    )
}

/// A period, spelled or by its days.
pub(super) fn period_shape() -> Shape {
    Shape::any_of([Shape::line(), span()])
}

/// The field of groups asked for.
pub(super) fn by_field() -> Field {
    Field::optional(
        "by",
        Shape::list_within(Shape::line(), 0, 16),
        "Names of groups to tell apart as well, such as `channel`.",
    )
}

/// The field of groups that a row belongs to.
pub(super) fn groups_field() -> Field {
    Field::optional(
        "groups",
        Shape::map(TextForm::Line, Shape::line()),
        "Groups that it belongs to, by name: `{\"channel\": \"agents\"}`.",
    )
}

/// The field of the currency.
pub(super) fn currency_field() -> Field {
    Field::optional(
        "currency",
        Shape::line(),
        "The currency of all amounts, by ISO 4217.",
    )
}
