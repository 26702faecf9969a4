//! Facts of nodes that have passed their shapes, and plans as JSON.

use super::conflict::Conflict;
use super::facts::{Assignment, Contact, Customer, Distance, Exception, Manager};
use super::findings::Finding;
use super::plan::{Placement, Plan, Unplaced};
use super::register::{Facts, Handover};
use super::rules::{AssignmentRules, Bar};
use super::tasks::{Task, TaskKind};
use crate::category::Category;
use crate::date::Date;
use crate::manager::ManagerGrade;
use crate::organisation::{OrgLevel, Organisation};
use insurant_rules::document::{Json, Node, Object, SafeInteger};

pub(crate) use super::shapes::{
    PLAN, conflict as conflict_shape, facts as fact_fields, finding as finding_shape,
    handover as handover_shape, responsible as responsible_shape, tasks_field,
};

/// The facts of an input.
pub(crate) fn facts(input: &Node, units: Organisation) -> Facts {
    let list = |key: &'static str| input.items_at(key).iter();
    Facts {
        units,
        customers: list("customers").map(customer).collect(),
        managers: list("managers").map(manager).collect(),
        assignments: list("assignments").map(assignment).collect(),
        contacts: list("contacts").map(contact).collect(),
        distances: list("distances").map(distance).collect(),
    }
}

/// The tasks of an input.
pub(crate) fn tasks(input: &Node) -> Vec<Task> {
    input.items_at("tasks").iter().map(task).collect()
}

fn text(node: &Node, key: &str) -> String {
    node.text_at(key).unwrap_or_default().to_owned()
}

fn optional(node: &Node, key: &str) -> Option<String> {
    node.text_at(key).map(str::to_owned)
}

fn texts(node: &Node, key: &str) -> Vec<String> {
    let texts = node.items_at(key).iter().filter_map(Node::text);
    texts.map(str::to_owned).collect()
}

fn day(node: &Node, key: &str) -> Date {
    node.date_at(key).unwrap_or(Date::MIN)
}

fn customer(node: &Node) -> Customer {
    Customer {
        category: node.text_at("category").and_then(Category::parse),
        tier: optional(node, "tier"),
        line: optional(node, "line"),
        language: optional(node, "language"),
        place: optional(node, "place"),
        unit_id: optional(node, "unit_id"),
        effort: node.integer_at("effort"),
        ..Customer::new(text(node, "customer_id"))
    }
}

fn manager(node: &Node) -> Manager {
    let grade = node.text_at("grade").and_then(ManagerGrade::parse);
    let grade = grade.unwrap_or(ManagerGrade::Trainee);
    Manager {
        lines: texts(node, "lines"),
        languages: texts(node, "languages"),
        skills: texts(node, "skills"),
        place: optional(node, "place"),
        capacity: node.integer_at("capacity"),
        reports_to: optional(node, "reports_to"),
        until: node.date_at("until"),
        ..Manager::new(text(node, "manager_id"), grade, text(node, "unit_id"))
    }
}

pub(crate) fn assignment(node: &Node) -> Assignment {
    let (customer, manager) = (text(node, "customer_id"), text(node, "manager_id"));
    Assignment {
        to: node.date_at("to"),
        supervised_by: optional(node, "supervised_by"),
        exception: node.get("exception").map(|exception| Exception {
            reason: text(exception, "reason"),
            until: day(exception, "until"),
        }),
        ..Assignment::new(customer, manager, day(node, "from"))
    }
}

fn contact(node: &Node) -> Contact {
    Contact {
        customer_id: text(node, "customer_id"),
        unit_id: text(node, "unit_id"),
        manager_id: optional(node, "manager_id"),
        on: day(node, "on"),
    }
}

fn distance(node: &Node) -> Distance {
    Distance {
        from: text(node, "from"),
        to: text(node, "to"),
        km: node.integer_at("km").unwrap_or_default(),
    }
}

fn task(node: &Node) -> Task {
    let kind = node.text_at("kind").and_then(TaskKind::parse);
    Task {
        due_before: node.instant_at("due_before"),
        due_on: node.date_at("due_on"),
        severity: node.integer_at("severity").unwrap_or_default(),
        vulnerable: node.boolean_at("vulnerable").unwrap_or_default(),
        category: node.text_at("category").and_then(Category::parse),
        customer_id: optional(node, "customer_id"),
        place: optional(node, "place"),
        skills: texts(node, "skills"),
        level: node.text_at("level").and_then(OrgLevel::parse),
        unit_id: optional(node, "unit_id"),
        effort: node.integer_at("effort").unwrap_or(1),
        held_by: optional(node, "held_by"),
        ..Task::new(text(node, "task_id"), kind.unwrap_or(TaskKind::Visit))
    }
}

impl Assignment {
    /// Who looks after a customer on some day.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let exception = self.exception.as_ref();
        Json::Object(
            Object::new()
                .with("customer_id", self.customer_id.as_str())
                .with("manager_id", self.manager_id.as_str())
                .with("since", self.from.to_string())
                .with_some("until", self.end().map(|day| day.to_string()))
                .with_some("supervised_by", self.supervised_by.as_deref())
                .with_some("exception", exception.map(|e| e.reason.as_str())),
        )
    }
}

impl Handover<'_> {
    /// The handover.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("on", self.on.to_string())
                .with_some("from", self.from)
                .with_some("to", self.to),
        )
    }
}

impl Conflict {
    /// The conflict.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("customer_id", self.customer_id.as_str())
                .with("from", self.from.to_string())
                .with_some("to", self.to.map(|day| day.to_string()))
                .with("seen", self.seen.as_str())
                .with("units", Json::list(self.units.iter().map(String::as_str)))
                .with(
                    "managers",
                    Json::list(self.managers.iter().map(String::as_str)),
                )
                .with_some("excused", self.excused.as_deref()),
        )
    }
}

/// A whole number; every figure here is far below the limit of 2^53, and saturates at it.
pub(crate) fn whole(number: impl TryInto<i64>) -> Json {
    let number = number.try_into().unwrap_or(i64::MAX);
    let most = SafeInteger::MAX;
    SafeInteger::new(number.clamp(-most, most)).map_or(Json::Boolean(false), Json::Integer)
}

fn bars(bars: &[Bar<'_>]) -> Json {
    Json::list(bars.iter().map(Bar::word))
}

impl Plan<'_> {
    /// The plan in canonical form, as made by these rules for a day.
    #[must_use]
    pub fn to_json(&self, rules: &AssignmentRules, as_of: Date) -> Json {
        let quality = &self.quality;
        let unplaced = self.unplaced.len() as u64;
        let loads = self.loads.iter().map(|load| {
            Object::new()
                .with("manager_id", load.manager_id)
                .with_some("capacity", load.capacity.map(whole))
                .with("before", whole(load.before))
                .with("after", whole(load.after))
                .with("count", whole(load.count))
        });
        let quality = Object::new()
            .with("placed", whole(quality.placed))
            .with("placed_bound", whole(quality.placed_bound))
            .with("unplaced", whole(unplaced))
            .with("fit", whole(quality.fit))
            .with("fit_bound", whole(quality.fit_bound))
            .with_some("fit_gap", quality.gap())
            .with("moves", whole(quality.moves))
            .with("balance", quality.balance.to_string())
            .with("optimal", quality.optimal);
        let findings = (!self.findings.is_empty())
            .then(|| Json::list(self.findings.iter().map(Finding::to_json)));
        Json::Object(
            Object::new()
                .with("rulebook", rules.reference())
                .with("fingerprint", rules.fingerprint())
                .with("as_of", as_of.to_string())
                .with(
                    "placements",
                    Json::list(self.placements.iter().map(Placement::to_json)),
                )
                .with(
                    "unplaced",
                    Json::list(self.unplaced.iter().map(Unplaced::to_json)),
                )
                .with("loads", Json::list(loads.map(Json::Object)))
                .with_some("findings", findings)
                .with("quality", Json::Object(quality)),
        )
    }
}

impl Finding<'_> {
    /// What is broken, by whom.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with_some("customer_id", self.customer_id)
                .with("manager_id", self.manager_id)
                .with("rule", self.rule.word())
                .with_some("supervised_by", self.supervised_by)
                .with_some("instead", self.instead),
        )
    }
}

impl Placement<'_> {
    /// Who gets it, and why.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let points = self.fit.scored.iter().map(|scored| {
            Json::object([
                ("component", scored.component.as_str().into()),
                ("rule", scored.rule.into()),
                ("points", whole(scored.points)),
            ])
        });
        let next = self.next.as_ref().map(|next| {
            Json::object([
                ("manager_id", next.manager_id.into()),
                ("fit", whole(next.fit)),
                ("difference", whole(next.difference)),
                ("why_not", next.why_not.as_str().into()),
            ])
        });
        let forbidden = self.forbidden.as_ref().map(|other| {
            Json::object([
                ("manager_id", other.manager_id.into()),
                ("fit", whole(other.fit)),
                ("difference", whole(other.difference)),
                ("rules", bars(&other.bars)),
            ])
        });
        Json::Object(
            Object::new()
                .with("id", self.id)
                .with("manager_id", self.manager_id)
                .with_some("from", self.from)
                .with("change", self.change.as_str())
                .with("effort", whole(self.effort))
                .with_some("allowed_by", self.fit.allowed_by)
                .with_some("supervised_by", self.fit.supervisor)
                .with("fit", whole(self.fit.total()))
                .with("points", Json::list(points))
                .with_some(
                    "unknown_distance",
                    self.fit.unknown_distance.then_some(true),
                )
                .with_some("next_best", next)
                .with_some("better_forbidden", forbidden),
        )
    }
}

impl Unplaced<'_> {
    /// Why nobody gets it.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let barred = self.barred.iter().map(|(bar, managers)| {
            Json::object([
                ("rule", bar.word().into()),
                ("managers", Json::list(managers.iter().copied())),
            ])
        });
        Json::Object(
            Object::new()
                .with("id", self.id)
                .with_some("from", self.from)
                .with("effort", whole(self.effort))
                .with("cause", self.cause().as_str())
                .with("barred", Json::list(barred))
                .with("full", Json::list(self.full.iter().copied())),
        )
    }
}
