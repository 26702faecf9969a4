//! Whether the parts of a book fit together.

use super::book::{Assignment, Customer, Done, DutyBook, MajorEvent, Work};
use super::rule::{DutyRule, Owed};
use crate::code;
use crate::manager::{Posts, range_faults};
use insurant_rules::problem::nearest;
use insurant_rules::{Code, Place, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};

impl DutyBook {
    /// Checks the parts, which may come in any order.
    ///
    /// # Errors
    /// Everything that is wrong with them, at `rules[n].field`, `managers[n].field` and so on: ids
    /// that stand twice or that nothing has, ranges that overlap, days that cannot be.
    pub fn new(
        rules: Vec<DutyRule>,
        managers: Vec<(String, Posts)>,
        customers: Vec<Customer>,
        events: Vec<MajorEvent>,
        log: Vec<Done>,
    ) -> Result<Self, Problems> {
        let mut faults = Faults::default();
        faults.twice("rules", "id", rules.iter().map(|rule| rule.id.as_str()));
        let managers_ids = || managers.iter().map(|(id, _)| id.as_str());
        faults.twice("managers", "manager_id", managers_ids());
        let customer_ids = || customers.iter().map(|c| c.customer_id.as_str());
        faults.twice("customers", "customer_id", customer_ids());
        let event_ids = || events.iter().map(|event| event.event_id.as_str());
        faults.twice("events", "event_id", event_ids());
        faults.twice("log", "id", log.iter().map(|done| done.id.as_str()));
        for (index, rule) in rules.iter().enumerate() {
            if rule.needs_calendar() && rule.calendar.is_none() {
                let problem = Problem::new(
                    code::MISSING_CALENDAR,
                    format!("the duty `{}` counts working days of no calendar", rule.id),
                )
                .expected("the id of a calendar; `calendar_list` names them all");
                faults.at(format!("rules[{index}].calendar"), problem);
            }
        }
        let known_managers: BTreeSet<&str> = managers_ids().collect();
        for (index, customer) in customers.iter().enumerate() {
            faults.assignments(index, &customer.assignments, &known_managers);
        }
        let known_customers: BTreeSet<&str> = customer_ids().collect();
        for (index, event) in events.iter().enumerate() {
            let path = format!("events[{index}]");
            faults.known(
                &format!("{path}.customer_id"),
                (code::UNKNOWN_CUSTOMER, "customer"),
                &event.customer_id,
                &known_customers,
            );
            if let Some(known_on) = event.known_on.filter(|known| *known < event.occurred_on) {
                let problem = Problem::new(
                    code::KNOWN_BEFORE_OCCURRED,
                    format!(
                        "the event `{}` was known before it occurred",
                        event.event_id
                    ),
                )
                .found(known_on.to_string())
                .expected(format!("{} or later", event.occurred_on));
                faults.at(format!("{path}.known_on"), problem);
            }
        }
        let reports: BTreeMap<&str, &DutyRule> = rules
            .iter()
            .filter(|rule| matches!(rule.owed, Owed::Report { .. }))
            .map(|rule| (rule.id.as_str(), rule))
            .collect();
        let known_events: BTreeMap<&str, &MajorEvent> = events
            .iter()
            .map(|event| (event.event_id.as_str(), event))
            .collect();
        for (index, done) in log.iter().enumerate() {
            let path = format!("log[{index}]");
            faults.known(
                &format!("{path}.manager_id"),
                (code::UNKNOWN_MANAGER, "manager"),
                &done.manager_id,
                &known_managers,
            );
            match &done.work {
                Work::Contact { customer_id, .. } => faults.known(
                    &format!("{path}.customer_id"),
                    (code::UNKNOWN_CUSTOMER, "customer"),
                    customer_id,
                    &known_customers,
                ),
                Work::Report { duty, .. } => match reports.get(duty.as_str()) {
                    Some(rule) => faults.report(&path, done, rule),
                    None => faults.known(
                        &format!("{path}.duty"),
                        (code::UNKNOWN_DUTY, "rule for a report"),
                        duty,
                        &reports.keys().copied().collect(),
                    ),
                },
                Work::EventReport { event_id, .. } => match known_events.get(event_id.as_str()) {
                    Some(event) if done.done_on < event.occurred_on => {
                        faults.early(&path, done, &format!("{} or later", event.occurred_on));
                    }
                    Some(_) => {}
                    None => faults.known(
                        &format!("{path}.event_id"),
                        (code::UNKNOWN_MAJOR_EVENT, "major event"),
                        event_id,
                        &known_events.keys().copied().collect(),
                    ),
                },
            }
        }
        faults.0.or(Self {
            rules,
            managers: managers.into_iter().collect(),
            customers: customers
                .into_iter()
                .map(|customer| (customer.customer_id.clone(), customer))
                .collect(),
            events,
            log,
        })
    }
}

#[derive(Default)]
struct Faults(Problems);

impl Faults {
    fn at(&mut self, path: String, problem: Problem) {
        self.0.push(problem.at(Place {
            path,
            ..Place::default()
        }));
    }

    fn twice<'a>(&mut self, list: &str, field: &str, ids: impl Iterator<Item = &'a str>) {
        let mut first = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            if let Some(earlier) = first.get(id) {
                let problem = Problem::new(code::DUPLICATE_ID, format!("`{id}` stands twice"))
                    .remedy(format!(
                        "give one of the two another id; the first is {list}[{earlier}]"
                    ));
                self.at(format!("{list}[{index}].{field}"), problem);
            } else {
                first.insert(id, index);
            }
        }
    }

    fn known(&mut self, path: &str, what: (Code, &str), id: &str, ids: &BTreeSet<&str>) {
        if !ids.contains(id) {
            let (code, what) = what;
            let problem = Problem::new(code, format!("no {what} `{id}`"))
                .expected(format!("the id of a {what} that is given"))
                .nearest(nearest(id, ids.iter().copied()));
            self.at(path.to_owned(), problem);
        }
    }

    fn assignments(&mut self, index: usize, all: &[Assignment], managers: &BTreeSet<&str>) {
        let list = format!("customers[{index}].assignments");
        let ranges: Vec<_> = all.iter().map(|a| (a.from, a.to)).collect();
        self.0.extend(range_faults(&ranges, &list, "an assignment"));
        for (nth, assignment) in all.iter().enumerate() {
            self.known(
                &format!("{list}[{nth}].manager_id"),
                (code::UNKNOWN_MANAGER, "manager"),
                &assignment.manager_id,
                managers,
            );
        }
    }

    fn report(&mut self, path: &str, done: &Done, rule: &DutyRule) {
        let (Owed::Report { every, .. }, Work::Report { period, .. }) = (&rule.owed, &done.work)
        else {
            return;
        };
        let start = every.start(*period);
        if start != *period {
            let problem = Problem::new(
                code::NOT_PERIOD_START,
                format!("the duty `{}` has no period that begins then", rule.id),
            )
            .found(period.to_string())
            .expected(format!("the first day of a {every}: {start}"));
            self.at(format!("{path}.period"), problem);
        } else if done.done_on < start {
            self.early(path, done, &format!("{start} or later"));
        }
    }

    fn early(&mut self, path: &str, done: &Done, expected: &str) {
        let problem = Problem::new(
            code::DONE_TOO_EARLY,
            format!("`{}` was done before there was anything to do", done.id),
        )
        .found(done.done_on.to_string())
        .expected(expected);
        self.at(format!("{path}.done_on"), problem);
    }
}
