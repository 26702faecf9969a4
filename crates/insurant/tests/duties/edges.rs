//! Due days, and who owes what.

use insurant::Date;
use insurant::calendar::Calendars;
use insurant::complaint::clock::{Roll, Unit};
use insurant::manager::duties::{
    Assignment, ContactKind, Customer, Done, DutyBook, DutyItem, DutyRule, DutyState, Every,
    MajorEvent, Owed, UnitDuties, Work,
};
use insurant::manager::{Post, Posts};
use insurant::organisation::{OrgLevel, Organisation, Unit as Branch};

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn rule(id: &str, owed: Owed) -> DutyRule {
    DutyRule {
        id: id.to_owned(),
        owed,
        roll: Roll::None,
        calendar: None,
        due_days: None,
        missing_after_days: None,
    }
}

pub(crate) fn report(due_day: u32) -> DutyRule {
    let every = Every::Month;
    rule("report", Owed::Report { every, due_day })
}

pub(crate) fn visit(count: u32, unit: Unit) -> DutyRule {
    let owed = Owed::Contact {
        contacts: [ContactKind::Visit].into(),
        count,
        unit,
        categories: None,
        tiers: None,
    };
    rule("visit", owed)
}

pub(crate) fn manager(id: &str, posts: &[(&str, &str, Option<&str>)]) -> (String, Posts) {
    let post = |(unit, from, to): &(&str, &str, Option<&str>)| Post {
        unit_id: (*unit).to_owned(),
        from: date(from),
        to: to.map(date),
    };
    let posts = Posts::new(posts.iter().map(post).collect()).unwrap();
    (id.to_owned(), posts)
}

pub(crate) fn customer(id: &str, assignments: &[(&str, &str, Option<&str>)]) -> Customer {
    let assignment = |(manager, from, to): &(&str, &str, Option<&str>)| Assignment {
        manager_id: (*manager).to_owned(),
        from: date(from),
        to: to.map(date),
    };
    Customer {
        customer_id: id.to_owned(),
        category: Some("key".to_owned()),
        tier: None,
        assignments: assignments.iter().map(assignment).collect(),
    }
}

pub(crate) fn contact(id: &str, customer: &str, kind: ContactKind, on: &str) -> Done {
    Done {
        id: id.to_owned(),
        manager_id: "M".to_owned(),
        done_on: date(on),
        work: Work::Contact {
            customer_id: customer.to_owned(),
            contact: kind,
        },
    }
}

fn filed(id: &str, period: &str, on: &str) -> Done {
    Done {
        id: id.to_owned(),
        manager_id: "M".to_owned(),
        done_on: date(on),
        work: Work::Report {
            duty: "report".to_owned(),
            period: date(period),
        },
    }
}

/// Each item on a line: who, from when, until when, how it stands.
pub(crate) fn shown(items: &[DutyItem]) -> Vec<String> {
    let line = |item: &DutyItem| {
        let who = item.manager_id.as_deref().unwrap_or("-");
        let due = item.due_on.as_ref().map_or("?".to_owned(), Date::to_string);
        format!("{who} {} {due} {}", item.opens_on, item.state)
    };
    items.iter().map(line).collect()
}

fn reports(rule: DutyRule, log: Vec<Done>, as_of: &str, from: &str) -> Vec<String> {
    let managers = vec![manager("M", &[("F", "2025-01-15", None)])];
    let book = DutyBook::new(vec![rule], managers, vec![], vec![], log).unwrap();
    shown(&book.items(date(as_of), date(from)))
}

#[test]
fn a_report_is_due_on_a_day_of_the_next_month_and_met_until_its_end() {
    let on = |as_of| reports(report(10), vec![], as_of, "2025-01-01");
    assert!(on("2025-01-31").is_empty());
    assert_eq!(on("2025-02-01"), ["M 2025-02-01 2025-02-10 due"]);
    assert_eq!(on("2025-02-10"), ["M 2025-02-01 2025-02-10 due"]);
    assert_eq!(on("2025-02-11"), ["M 2025-02-01 2025-02-10 overdue"]);
    // When the next one is due too, nobody expects the first any more.
    assert_eq!(
        on("2025-03-10"),
        [
            "M 2025-02-01 2025-02-10 overdue",
            "M 2025-03-01 2025-03-10 due"
        ]
    );
    assert_eq!(on("2025-03-11")[0], "M 2025-02-01 2025-02-10 missing");
}

#[test]
fn a_report_filed_on_the_last_day_is_in_time_and_one_of_today_counts_tomorrow() {
    let log = |on| vec![filed("1", "2025-01-01", on)];
    let of = |on, as_of| reports(report(10), log(on), as_of, "2025-01-01");
    assert_eq!(
        of("2025-02-10", "2025-02-10"),
        ["M 2025-02-01 2025-02-10 due"]
    );
    assert_eq!(
        of("2025-02-10", "2025-02-11"),
        ["M 2025-02-01 2025-02-10 done"]
    );
    assert_eq!(
        of("2025-02-11", "2025-02-12"),
        ["M 2025-02-01 2025-02-10 done_late"]
    );
    // Before the month was over.
    assert_eq!(
        of("2025-01-20", "2025-02-12"),
        ["M 2025-02-01 2025-02-10 done"]
    );
}

#[test]
fn the_thirty_first_of_a_shorter_month_is_its_last_day() {
    let on = reports(report(31), vec![], "2025-04-02", "2025-01-01");
    assert_eq!(
        on,
        [
            "M 2025-02-01 2025-02-28 missing",
            "M 2025-03-01 2025-03-31 overdue",
            "M 2025-04-01 2025-04-30 due"
        ]
    );
}

#[test]
fn a_due_day_without_work_is_rolled_and_never_before_the_period_is_over() {
    let cn = Calendars::builtin().get("cn").unwrap().clone();
    let rolled = |roll, due_day| DutyRule {
        roll,
        calendar: Some(cn.clone()),
        ..report(due_day)
    };
    // The Spring Festival of 2025 lasts from 28 January to 4 February.
    let on = |rule| reports(rule, vec![], "2025-02-01", "2025-01-01");
    assert_eq!(
        on(rolled(Roll::NextBusiness, 3)),
        ["M 2025-02-01 2025-02-05 due"]
    );
    assert_eq!(
        on(rolled(Roll::PreviousBusiness, 3)),
        ["M 2025-02-01 2025-02-01 due"]
    );
}

#[test]
fn what_lies_outside_the_calendar_is_undetermined() {
    let cn = Calendars::builtin().get("cn").unwrap().clone();
    let rule = DutyRule {
        roll: Roll::NextBusiness,
        calendar: Some(cn),
        ..report(10)
    };
    let managers = vec![manager("M", &[("F", "2030-01-01", None)])];
    let book = DutyBook::new(vec![rule], managers, vec![], vec![], vec![]).unwrap();
    let items = book.items(date("2030-02-05"), date("2030-01-01"));
    assert_eq!(shown(&items), ["M 2030-02-01 ? undetermined"]);
    assert_eq!(
        items[0].due_on.as_ref().unwrap_err().code().as_str(),
        "outside_calendar"
    );
}

#[test]
fn whoever_left_before_the_due_day_owes_no_report() {
    let managers = vec![
        manager("L", &[("F", "2025-01-01", Some("2025-02-10"))]),
        manager("M", &[("F", "2025-01-01", Some("2025-02-11"))]),
        // Came when the month was over.
        manager("N", &[("F", "2025-02-01", None)]),
    ];
    let book = DutyBook::new(vec![report(10)], managers, vec![], vec![], vec![]).unwrap();
    let items = book.items(date("2025-02-20"), date("2025-01-01"));
    assert_eq!(shown(&items), ["M 2025-02-01 2025-02-10 overdue"]);
}

fn visits(rule: DutyRule, customer: Customer, log: Vec<Done>, as_of: &str) -> Vec<String> {
    let managers = vec![
        manager("M", &[("F", "2024-01-01", None)]),
        manager("N", &[("G", "2024-01-01", None)]),
    ];
    let book = DutyBook::new(vec![rule], managers, vec![customer], vec![], log).unwrap();
    shown(&book.items(date(as_of), date("2025-01-01")))
}

#[test]
fn each_visit_counts_from_the_one_before_and_month_ends_are_clamped() {
    let log = vec![
        contact("1", "C", ContactKind::Visit, "2025-02-28"),
        contact("2", "C", ContactKind::Call, "2025-03-10"),
        contact("3", "C", ContactKind::Visit, "2025-04-05"),
    ];
    let customer = customer("C", &[("M", "2025-01-31", None)]);
    let on = |as_of| visits(visit(1, Unit::Month), customer.clone(), log.clone(), as_of);
    assert_eq!(on("2025-02-28"), ["M 2025-01-31 2025-02-28 due"]);
    assert_eq!(
        on("2025-03-29"),
        [
            "M 2025-01-31 2025-02-28 done",
            "M 2025-02-28 2025-03-28 overdue"
        ]
    );
    assert_eq!(
        on("2025-06-06"),
        [
            "M 2025-01-31 2025-02-28 done",
            "M 2025-02-28 2025-03-28 done_late",
            "M 2025-04-05 2025-05-05 missing"
        ]
    );
    assert_eq!(on("2025-06-05")[2], "M 2025-04-05 2025-05-05 overdue");
}

#[test]
fn a_visit_is_owed_by_whoever_is_responsible_on_the_due_day() {
    let handed_over = customer(
        "C",
        &[
            ("M", "2025-01-01", Some("2025-02-01")),
            ("N", "2025-02-01", None),
        ],
    );
    let on = |count| {
        visits(
            visit(count, Unit::CalendarDay),
            handed_over.clone(),
            vec![],
            "2025-03-01",
        )
    };
    // Due on the last day of M: missing with M, and N owes it from the handover on.
    assert_eq!(
        on(30),
        [
            "M 2025-01-01 2025-01-31 missing",
            "N 2025-02-01 2025-03-03 due"
        ]
    );
    assert_eq!(on(31), ["N 2025-01-01 2025-02-01 overdue"]);
    let nobody = customer("C", &[("M", "2025-01-01", Some("2025-01-20"))]);
    let left = visits(visit(30, Unit::CalendarDay), nobody, vec![], "2025-03-01");
    assert_eq!(left, ["- 2025-01-01 2025-01-31 overdue"]);
}

#[test]
fn categories_lead_times_and_when_it_is_missing() {
    let customer = customer("C", &[("M", "2025-01-01", None)]);
    let mut rule = visit(1, Unit::Month);
    rule.due_days = Some(10);
    rule.missing_after_days = Some(5);
    let on = |as_of| visits(rule.clone(), customer.clone(), vec![], as_of);
    assert!(on("2025-01-21").is_empty());
    assert_eq!(on("2025-01-22"), ["M 2025-01-01 2025-02-01 due"]);
    assert_eq!(on("2025-02-06"), ["M 2025-01-01 2025-02-01 overdue"]);
    assert_eq!(on("2025-02-07"), ["M 2025-01-01 2025-02-01 missing"]);
    let other = |category: &str| {
        let mut rule = visit(1, Unit::Month);
        if let Owed::Contact { categories, .. } = &mut rule.owed {
            *categories = Some([category.to_owned()].into());
        }
        visits(rule, customer.clone(), vec![], "2025-02-02").len()
    };
    assert_eq!((other("key"), other("standard")), (1, 0));
}

#[test]
fn a_major_event_is_reported_within_working_days_with_counter_measures() {
    let cn = Calendars::builtin().get("cn").unwrap().clone();
    let owed = Owed::Event {
        events: None,
        count: 3,
        unit: Unit::BusinessDay,
        counter_measures: true,
    };
    let rule = DutyRule {
        calendar: Some(cn),
        ..rule("event", owed)
    };
    let event = |known: Option<&str>| MajorEvent {
        event_id: "E".to_owned(),
        customer_id: "C".to_owned(),
        kind: "fire".to_owned(),
        occurred_on: date("2025-01-26"),
        known_on: known.map(date),
    };
    let told = |id: &str, on: &str, measures: &[&str]| Done {
        id: id.to_owned(),
        manager_id: "M".to_owned(),
        done_on: date(on),
        work: Work::EventReport {
            event_id: "E".to_owned(),
            counter_measures: measures.iter().map(|m| (*m).to_owned()).collect(),
        },
    };
    let items = |known, log: Vec<Done>, as_of: &str| {
        let managers = vec![manager("M", &[("F", "2024-01-01", None)])];
        let customers = vec![customer("C", &[("M", "2024-01-01", None)])];
        let events = vec![event(known)];
        let book = DutyBook::new(vec![rule.clone()], managers, customers, events, log).unwrap();
        book.items(date(as_of), date("2025-01-01"))
    };
    // 26 January 2025 is a Sunday on which people work; then the 27th, and after the festival the
    // 5th and 6th of February.
    let open = items(None, vec![], "2025-02-06");
    assert_eq!(shown(&open), ["M 2025-01-26 2025-02-06 due"]);
    let late = items(Some("2025-01-27"), vec![], "2025-02-08");
    assert_eq!(shown(&late), ["M 2025-01-27 2025-02-07 overdue"]);
    assert_eq!(late[0].days_late, Some(1));
    let thin = items(None, vec![told("1", "2025-01-27", &[])], "2025-02-07");
    assert_eq!(shown(&thin), ["M 2025-01-26 2025-02-06 overdue"]);
    assert!(thin[0].lacks_counter_measures);
    let whole = vec![
        told("1", "2025-01-27", &[]),
        told("2", "2025-02-05", &["reserve a surveyor"]),
    ];
    let whole = items(None, whole, "2025-02-07");
    assert_eq!(shown(&whole), ["M 2025-01-26 2025-02-06 done"]);
    // Not known on the day before it happened.
    assert!(items(None, vec![], "2025-01-26").is_empty());
}

#[test]
fn counts_by_manager_and_by_unit() {
    let organisation = Organisation::new(vec![
        Branch::new("P", "Province", OrgLevel::Province),
        Branch::new("C", "City", OrgLevel::City).under("P"),
        Branch::new("F", "Desk", OrgLevel::FrontLine).under("C"),
        Branch::new("G", "Desk", OrgLevel::FrontLine).under("C"),
    ])
    .unwrap();
    let managers = vec![
        manager("M", &[("F", "2025-01-01", None)]),
        manager("N", &[("G", "2025-01-01", None)]),
        manager("O", &[("G", "2025-06-01", None)]),
    ];
    let log = vec![filed("1", "2025-01-01", "2025-02-03")];
    let book = DutyBook::new(vec![report(10)], managers, vec![], vec![], log).unwrap();
    let items = book.items(date("2025-02-20"), date("2025-01-01"));
    let by_manager = book.by_manager(&items);
    let counts: Vec<String> = by_manager
        .iter()
        .map(|m| {
            let (done, overdue) = (
                m.counts.of(DutyState::Done),
                m.counts.of(DutyState::Overdue),
            );
            format!("{} {done} {overdue}", m.manager_id)
        })
        .collect();
    assert_eq!(counts, ["M 1 0", "N 0 1", "O 0 0"]);
    let counts: Vec<String> = UnitDuties::of(&items, &organisation)
        .iter()
        .map(|u| {
            let (done, overdue) = (
                u.counts.of(DutyState::Done),
                u.counts.of(DutyState::Overdue),
            );
            format!("{} {done} {overdue}", u.unit_id)
        })
        .collect();
    assert_eq!(counts, ["C 1 1", "F 1 0", "G 0 1", "P 1 1"]);
}
