//! The receiving phase of a Dutch municipality's permit cases: not complaints, but the shape of a
//! complaint desk, with channels, hand-overs between groups and a deadline given to each case.
//!
//! - A case was received when it counts as received, or at its first step or its end, if that came
//!   earlier: some ends are bare dates, on the day of the start.
//! - The given deadline is a due date that was set from outside. The end is the decision, the
//!   answer and the closing in one, because the log does not tell them apart.
//! - A step by another group than the one before is a transfer, offered and accepted at once.
//!   `EMPTY` names no group. What happened after the end hands over nothing.
//! - The log has fractions of a second and events do not: an end is counted with its last second,
//!   a deadline with its first, so that the cases which ended too late still do.
//! - By days a deadline holds to the end of its day: fewer cases are late than by the second.

use super::Mapped;
use super::lines::{name, stated};
use super::stamp::Stamp;
use crate::portfolio::control;
use crate::portfolio::tables::{Published, Row};
use crate::run::Outcome;
use insurant_rules::document::{Json, Object};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const ROOT: &str = "municipality";

pub(super) fn map(data: &Path) -> Outcome<Mapped> {
    let table = Published::read(&data.join("receipt.csv.gz"))?;
    let mut cases: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for (_, row) in table.rows() {
        cases
            .entry(row.get("case:concept:name")?)
            .or_default()
            .push(row);
    }
    let (mut mapped, mut units, mut totals) =
        (Mapped::default(), BTreeSet::new(), Totals::default());
    for (id, rows) in &cases {
        let case = Case::read(id, rows)?;
        totals.add(&case)?;
        mapped.cases.push(case.record()?);
        let mut log = Log {
            case: &case,
            events: Vec::new(),
            units: &mut units,
        };
        totals.transfers += log.write()?;
        let events = Json::list(log.events);
        mapped.logs.push(
            Object::new()
                .with("complaint_id", *id)
                .with("events", events),
        );
    }
    let unit = |id: &str, level: &str| {
        Object::new()
            .with("id", id)
            .with("name", id)
            .with("level", level)
    };
    mapped.units.push(unit(ROOT, "head_office"));
    mapped.units.extend(
        units
            .iter()
            .map(|id| unit(id, "front_line").with("parent", ROOT)),
    );
    control("events", table.len(), 8577)?;
    control("cases", mapped.cases.len(), 1434)?;
    control("cases without an end", totals.open, 105)?;
    control("cases that end after their deadline", totals.late, 377)?;
    control("the same by the second", totals.late_by_second, 377)?;
    control(
        "cases with a last step after their deadline",
        totals.late_steps,
        92,
    )?;
    mapped.found = format!(
        "{} cases, {} without an end, {} that end after their deadline, {} of them after its day; {} transfers",
        mapped.cases.len(),
        totals.open,
        totals.late,
        totals.late_by_day,
        totals.transfers,
    );
    Ok(mapped)
}

/// What is checked against the published figures.
#[derive(Default)]
struct Totals {
    open: usize,
    late: usize,
    late_by_second: usize,
    late_by_day: usize,
    late_steps: usize,
    transfers: usize,
}

impl Totals {
    fn add(&mut self, case: &Case<'_>) -> Outcome<()> {
        let last = case.steps.iter().map(|step| step.at.micros).max();
        self.late_steps += usize::from(last > Some(case.deadline.micros));
        let Some(end) = case.end else {
            self.open += 1;
            return Ok(());
        };
        self.late += usize::from(end.micros > case.deadline.micros);
        self.late_by_second += usize::from(end.next_second() > case.deadline.second());
        self.late_by_day += usize::from(end.date()? > case.deadline.date()?);
        Ok(())
    }
}

struct Step<'a> {
    id: &'a str,
    name: &'a str,
    /// None where the log names no group.
    group: Option<&'a str>,
    person: &'a str,
    at: Stamp,
}

struct Case<'a> {
    id: &'a str,
    channel: String,
    department: &'a str,
    received: Stamp,
    deadline: Stamp,
    end: Option<Stamp>,
    steps: Vec<Step<'a>>,
}

impl<'a> Case<'a> {
    fn read(id: &'a str, rows: &[Row<'a>]) -> Outcome<Self> {
        let first = rows.first().ok_or("a case without a row")?;
        let mut steps = Vec::new();
        for row in rows {
            steps.push(Step {
                id: row.get("concept:instance")?,
                name: row.get("concept:name")?,
                group: Some(row.get("org:group")?).filter(|group| *group != "EMPTY"),
                person: row.get("org:resource")?,
                at: Stamp::parse(row.get("time:timestamp")?)?,
            });
        }
        steps.sort_by_key(|step| step.at.micros);
        let start = Stamp::parse(first.get("case:startdate")?)?;
        let end = stated(first.get("case:enddate")?)
            .map(Stamp::parse)
            .transpose()?;
        let earlier = steps.first().map(|step| step.at).into_iter().chain(end);
        let earliest = earlier.fold(
            start,
            |first, at| {
                if at.micros < first.micros { at } else { first }
            },
        );
        Ok(Self {
            id,
            channel: name(first.get("case:channel")?),
            department: first.get("case:department")?,
            received: earliest,
            deadline: Stamp::parse(first.get("case:deadline")?)?,
            end,
            steps,
        })
    }

    /// The first group that is named, else the department.
    fn first_owner(&self) -> &'a str {
        self.steps
            .iter()
            .find_map(|step| step.group)
            .unwrap_or(self.department)
    }

    /// Whether a step came before the end.
    fn is_before_end(&self, step: &Step<'_>) -> bool {
        self.end.is_none_or(|end| step.at.micros <= end.micros)
    }

    fn record(&self) -> Outcome<Object> {
        let last = self.steps.iter().filter(|step| self.is_before_end(step));
        let owner = last
            .rev()
            .find_map(|step| step.group)
            .unwrap_or_else(|| self.first_owner());
        let end = self
            .end
            .map(|end| end.date())
            .transpose()?
            .map(|date| date.to_string());
        Ok(Object::new()
            .with("complaint_id", self.id)
            .with("received_on", self.received.date()?.to_string())
            .with("due_on", self.deadline.date()?.to_string())
            .with_some("closed_on", end)
            .with("channel", self.channel.as_str())
            .with("unit_id", owner))
    }
}

/// The log of a case while it is written.
struct Log<'a, 'b> {
    case: &'a Case<'a>,
    events: Vec<Object>,
    units: &'b mut BTreeSet<String>,
}

/// Who acts.
#[derive(Clone, Copy)]
struct Actor<'a> {
    person: &'a str,
    role: &'a str,
    unit: &'a str,
}

impl Log<'_, '_> {
    /// Writes all events, and answers how many transfers there are.
    fn write(&mut self) -> Outcome<usize> {
        let case = self.case;
        let mut owner = case.first_owner();
        let mut person = case.steps.first().map_or(ROOT, |step| step.person);
        let mut transfers = 0;
        let operator = |person, unit| Actor {
            person,
            role: "operator",
            unit,
        };
        let (received, at) = (case.received, case.received.second());
        let channel = Object::new().with("channel", case.channel.as_str());
        self.push(
            "received",
            "received",
            received,
            at,
            operator(person, owner),
            channel,
        )?;
        self.push(
            "registered",
            "registered",
            received,
            at,
            operator(person, owner),
            Object::new(),
        )?;
        let due = case.deadline.write(case.deadline.second())?;
        let due = Object::new().with("due_at", due).with("duty", "decide");
        self.push("due", "due_set", received, at, operator(person, owner), due)?;
        for step in case.steps.iter().filter(|step| case.is_before_end(step)) {
            let at = step.at.second();
            if let Some(group) = step.group.filter(|group| *group != owner) {
                let offer = Object::new().with("to_unit", group);
                let id = |what: &str| format!("{}/{what}", step.id);
                self.push(
                    &id("offered"),
                    "transfer_offered",
                    step.at,
                    at,
                    operator(person, owner),
                    offer,
                )?;
                owner = group;
                let new = operator(step.person, owner);
                self.push(
                    &id("accepted"),
                    "transfer_accepted",
                    step.at,
                    at,
                    new,
                    Object::new(),
                )?;
                transfers += 1;
            }
            person = step.person;
            if step.name == "T05 Print and send confirmation of receipt" {
                let means = Object::new().with("means", "letter");
                self.push(
                    step.id,
                    "acknowledged",
                    step.at,
                    at,
                    operator(person, owner),
                    means,
                )?;
            }
        }
        if let Some(end) = case.end {
            let at = end.next_second();
            // The log does not say how a case ended, nor who may decide.
            let leader = Actor {
                role: "leader",
                ..operator(person, owner)
            };
            let outcome = Object::new().with("outcome", "settled");
            self.push("handled", "handled", end, at, leader, outcome)?;
            self.push(
                "fed_back",
                "fed_back",
                end,
                at,
                operator(person, owner),
                Object::new(),
            )?;
            self.push(
                "closed",
                "closed",
                end,
                at,
                operator(person, owner),
                Object::new(),
            )?;
        }
        Ok(transfers)
    }

    fn push(
        &mut self,
        id: &str,
        kind: &str,
        stamp: Stamp,
        at: i64,
        actor: Actor<'_>,
        details: Object,
    ) -> Outcome<()> {
        self.units.insert(actor.unit.to_owned());
        let at = stamp.write(at)?;
        let actor = Object::new()
            .with("person_id", actor.person)
            .with("role", actor.role)
            .with("unit_id", actor.unit);
        self.events.push(
            details
                .with("id", format!("{}/{id}", self.case.id))
                .with("kind", kind)
                .with("occurred_at", at.as_str())
                .with("recorded_at", at.as_str())
                .with("actor", actor),
        );
        Ok(())
    }
}
