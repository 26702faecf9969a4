//! Laws of duties, on random books.

use crate::edges::{contact, customer, date, manager, report, visit};
use insurant::complaint::clock::Unit;
use insurant::manager::duties::{ContactKind, Customer, Done, DutyBook, DutyState, Work};
use proptest::prelude::*;

fn filed(n: usize, month: u32, late: i32) -> Done {
    let period = date(&format!("2025-{month:02}-01"));
    Done {
        id: format!("r{n}"),
        manager_id: "M".to_owned(),
        done_on: period.add_months(1).add_days(late),
        work: Work::Report {
            duty: "report".to_owned(),
            period,
        },
    }
}

fn book(
    visits: &[(usize, i32)],
    reports: &[(u32, i32)],
    handover: i32,
) -> (Vec<Customer>, Vec<Done>) {
    let over = date("2025-01-01").add_days(handover).to_string();
    let customers = ["A", "B", "C"]
        .map(|id| customer(id, &[("M", "2025-01-01", Some(&over)), ("N", &over, None)]));
    let start = date("2025-01-01");
    let contacts = visits.iter().enumerate().map(|(n, (who, day))| {
        let on = start.add_days(*day).to_string();
        contact(
            &format!("c{n}"),
            ["A", "B", "C"][*who],
            ContactKind::Visit,
            &on,
        )
    });
    let reports = reports.iter().enumerate();
    let reports = reports.map(|(n, (month, late))| filed(n, *month, *late));
    (customers.to_vec(), contacts.chain(reports).collect())
}

fn whole(customers: Vec<Customer>, log: Vec<Done>) -> DutyBook {
    let managers = vec![
        manager("M", &[("F", "2024-06-01", None)]),
        manager("N", &[("G", "2025-03-10", None)]),
    ];
    let rules = vec![report(10), visit(1, Unit::Month)];
    DutyBook::new(rules, managers, customers, vec![], log).unwrap()
}

proptest! {
    #[test]
    fn whatever_was_done(
        visits in prop::collection::vec((0..3_usize, 0..400_i32), 0..30),
        reports in prop::collection::vec((1..=12_u32, -20..60_i32), 0..12),
        handover in 1..300_i32,
        as_of in 0..500_i32,
    ) {
        let (customers, log) = book(&visits, &reports, handover);
        let as_of = date("2025-01-01").add_days(as_of);
        let from = date("2025-01-01");
        let items = whole(customers.clone(), log.clone()).items(as_of, from);

        // The order of what is given does not matter.
        let mut turned = log.clone();
        turned.reverse();
        let mut customers_turned = customers.clone();
        customers_turned.reverse();
        prop_assert_eq!(&whole(customers_turned, turned).items(as_of, from), &items);

        for item in &items {
            let due = *item.due_on.as_ref().unwrap();
            prop_assert!(item.opens_on <= due);
            let expected = match (item.done_on, due < as_of) {
                (Some(done), _) if done <= due => vec![DutyState::Done],
                (Some(_), _) => vec![DutyState::DoneLate],
                (None, false) => vec![DutyState::Due],
                (None, true) => vec![DutyState::Overdue, DutyState::Missing],
            };
            prop_assert!(expected.contains(&item.state), "{:?}", item);
            // What is done later than the day is not known on it.
            prop_assert!(item.done_on.is_none_or(|done| done < as_of));
            // Whoever is responsible on the due day owes it.
            if let Some(customer) = &item.customer_id {
                let of = customers.iter().find(|c| c.customer_id == *customer).unwrap();
                prop_assert_eq!(item.manager_id.as_deref(), of.manager_on(due));
            }
        }
        // Exactly one visit of each customer is still to be made: neither a handover nor anything
        // else breaks the chain. What was overdue at the handover is missing for good.
        for customer in &customers {
            let (handed, open): (Vec<_>, Vec<_>) = items
                .iter()
                .filter(|item| item.customer_id.as_ref() == Some(&customer.customer_id))
                .filter(|item| item.done_on.is_none())
                .partition(|item| {
                    let due = *item.due_on.as_ref().unwrap();
                    due < as_of && customer.manager_on(due) != customer.manager_on(as_of)
                });
            prop_assert_eq!(open.len(), 1);
            prop_assert!(handed.iter().all(|item| item.state == DutyState::Missing));
        }
        // Doing one more thing never makes anything late that was not late before.
        let late = |items: &[insurant::manager::duties::DutyItem]| {
            let late = |s| matches!(s, DutyState::Overdue | DutyState::Missing);
            items.iter().filter(|item| item.kind.as_str() == "report" && late(item.state)).count()
        };
        let mut more = log.clone();
        more.push(filed(99, 3, 0));
        prop_assert!(late(&whole(customers, more).items(as_of, from)) <= late(&items));
    }
}
