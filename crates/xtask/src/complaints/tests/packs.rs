//! How many complaints in Texas would have been late under the built-in procedures, counted again by
//! plain arithmetic on the days of the published rows.

use super::{Mapped, Set, mapped};
use crate::complaints::packs::{Line, lines, page};
use crate::portfolio::tables::{Published, Row};
use insurant::calendar::Calendars;
use insurant::{Date, Engine};
use insurant_rules::document::Object;
use std::path::Path;

/// Month, day and year.
fn date(text: &str) -> Date {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().unwrap()).collect();
    Date::from_ymd(parts[2].try_into().unwrap(), parts[0], parts[1]).unwrap()
}

/// The days of receipt and closing, from the rows.
fn days() -> Vec<[Date; 2]> {
    let data = std::env::var_os("INSURANT_DATA").unwrap();
    let file = Path::new(&data).join("complaints_tdi/Statefarm_complaints.csv.gz");
    let table = Published::read(&file).unwrap();
    let of = |row: Row<'_>, column| date(row.get(column).unwrap());
    let rows = table.rows();
    rows.map(|(_, row)| ["Received date", "Closed date"].map(|column| of(row, column)))
        .collect()
}

#[test]
fn tdi_would_have_been_late_as_plain_arithmetic_says() {
    let Some(mapped) = mapped(Set::Tdi) else {
        return;
    };
    let days = days();
    let lines = lines(&mapped).unwrap();
    let late = |procedure: &str, clock: &str| -> usize {
        let same = |line: &&Line| {
            line.procedure.split('@').next() == Some(procedure)
                && line.clock.as_deref() == Some(clock)
        };
        let line = lines.iter().find(same).unwrap();
        assert_eq!(line.late + line.in_time + line.unknown, 5569, "{procedure}");
        assert_eq!(line.unknown, 0, "{procedure}");
        line.late
    };
    // Closed more days after the receipt than the limit has.
    let by_days = |limit: i32| {
        let over = |[received, closed]: &&[Date; 2]| closed.days() - received.days() > limit;
        days.iter().filter(over).count()
    };
    for (procedure, clock, limit, found) in [
        ("cn-2020-3", "decide-simple", 15, 5296),
        ("cn-2020-3", "inform-simple", 15, 5296),
        ("cn-2020-3", "decide-complex", 30, 4489),
        ("cn-2020-3", "inform-complex", 30, 4489),
        ("cn-2013-8", "decide-complex", 30, 4489),
        ("uk-disp", "final-response", 8 * 7, 3572),
        ("au-rg271", "response", 30, 4489),
        ("de-bafin", "ombudsman-opens", 6 * 7, 4091),
        ("in-2024", "resolve", 2 * 7, 5350),
        ("kr-practice", "answer", 14, 5350),
        ("jp-adr", "arbitration-opens-non-life", 60, 3407),
    ] {
        assert_eq!(by_days(limit), found, "{procedure} {clock}");
        assert_eq!(late(procedure, clock), found, "{procedure} {clock}");
    }
    // Day by day from the day after the receipt, until so many were worked.
    let calendars = Calendars::builtin();
    let by_working_days = |calendar: &str, limit: u32| {
        let calendar = calendars.get(calendar).unwrap();
        let over = |[received, closed]: &&[Date; 2]| {
            let (mut due, mut worked) = (*received, 0);
            while worked < limit {
                due = due.add_days(1);
                worked += u32::from(calendar.is_working(due).unwrap());
            }
            *closed > due
        };
        days.iter().filter(over).count()
    };
    for (procedure, clock, calendar, limit, found) in [
        ("sg-fachr", "answer", "sg", 20, 4532),
        ("ie-cpc-2025", "answer", "ie", 40, 3495),
        ("cn-2013-8", "decide-simple", "cn", 10, 5313),
    ] {
        assert_eq!(by_working_days(calendar, limit), found, "{procedure}");
        assert_eq!(late(procedure, clock), found, "{procedure}");
    }
}

#[test]
fn every_procedure_is_in_the_table() {
    let case = Object::new()
        .with("complaint_id", "C-1")
        .with("received_on", "2025-01-06")
        .with("closed_on", "2025-01-21");
    let mapped = Mapped {
        cases: vec![case],
        ..Mapped::default()
    };
    let lines = lines(&mapped).unwrap();
    let page = page(&lines);
    assert!(page.starts_with("Illustrative only"), "{page}");
    // Fifteen days are in time where there are fifteen, and not where there are fourteen.
    for line in [
        "      0        1        0  cn-2020-3@2020.1 decide-simple: 15 calendar days to decide\n",
        "      1        0        0  kr-practice@2021.1 answer: 14 calendar days to inform\n",
        "      0        1        0  jp-adr@2010.1 arbitration-opens: 1 month to inform, after which a body outside may be asked\n",
        "      -        -        -  us-tx@2000.1: no limit for deciding or telling\n",
    ] {
        assert!(page.contains(line), "no `{line}` in:\n{page}");
    }
    let engine = Engine::builtin().unwrap();
    for procedure in engine.procedures().iter() {
        assert!(page.contains(procedure.reference()), "{page}");
    }
}
