//! The permit cases as complaints: each log through the fold, and its given date asked of its
//! clocks when the log ends.
//!
//! A case is late when its decision came at its due instant or after it. Its end is counted with
//! its last second and its deadline with its first, because events have whole seconds.

use super::{Set, mapped};
use crate::portfolio::tables::Published;
use insurant::complaint::clock::{DeadlineState, Duty};
use insurant::complaint::{Complaint, ComplaintEvent, ComplaintFacts};
use insurant::{Date, Engine};
use insurant_rules::document::{Document, Json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Millionths of a second by UTC of `2011-10-11 13:45:40.276000+02:00`, read by itself.
fn micros(text: &str) -> i64 {
    let (time, offset) = text.split_once('+').unwrap();
    let numbers = |text: &str, separators: [char; 2]| -> Vec<i64> {
        text.split(separators).map(|n| n.parse().unwrap()).collect()
    };
    let (date, time) = time.split_once(' ').unwrap();
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let (time, offset) = (numbers(time, [':', ':']), numbers(offset, [':', ':']));
    let days = i64::from(Date::parse(date).unwrap().days());
    let minutes = days * 1_440 + time[0] * 60 + time[1] - offset[0] * 60 - offset[1];
    (minutes * 60 + time[2]) * 1_000_000 + format!("{fraction:0<6}").parse::<i64>().unwrap()
}

/// The cases that end after their deadline, and how often another group went on with a case that
/// had not ended, from the rows of the log alone.
fn published() -> (BTreeSet<String>, u32) {
    let data = std::env::var_os("INSURANT_DATA").unwrap();
    let file = Path::new(&data).join("case_log_receipt/receipt.csv.gz");
    let table = Published::read(&file).unwrap();
    let (mut late, mut cases) = (BTreeSet::new(), BTreeMap::<_, Vec<_>>::new());
    for (_, row) in table.rows() {
        let get = |column| row.get(column).unwrap().to_owned();
        let (id, end) = (get("case:concept:name"), get("case:enddate"));
        let end = (!end.is_empty()).then(|| micros(&end));
        if end > Some(micros(&get("case:deadline"))) {
            late.insert(id.clone());
        }
        let at = micros(&get("time:timestamp"));
        let steps = cases.entry(id).or_default();
        if get("org:group") != "EMPTY" && end.is_none_or(|end| at <= end) {
            steps.push((at, get("org:group")));
        }
    }
    let mut hand_overs = 0;
    for steps in cases.values_mut() {
        steps.sort_by_key(|(at, _)| *at);
        hand_overs += steps.windows(2).filter(|two| two[0].1 != two[1].1).count();
    }
    (late, hand_overs.try_into().unwrap())
}

#[test]
fn receipt_is_late_by_its_clocks_in_the_published_cases() {
    let Some(mapped) = mapped(Set::Receipt) else {
        return;
    };
    let engine = Engine::builtin().unwrap();
    // No law at all: the date that was given is the only one.
    let none = engine
        .procedures()
        .apply(&[], &ComplaintFacts::default())
        .unwrap();
    let (mut late, mut hand_overs) = (BTreeSet::new(), 0);
    let mut states = BTreeMap::new();
    for log in mapped.logs {
        let text = Json::Object(log).to_canonical_string();
        let log = Document::parse_json("log", &text).unwrap();
        let complaint = Complaint::read(&log).unwrap();
        hand_overs += complaint.count(ComplaintEvent::TransferAccepted);
        let events = complaint.events();
        let deadlines = none.deadlines(events, None, events.last().unwrap().recorded_at);
        let [deadline] = deadlines.as_slice() else {
            panic!("{}: {deadlines:?}", complaint.id());
        };
        assert_eq!((deadline.duty(), deadline.governing), (Duty::Decide, true));
        let ended = deadline.ended.is_some();
        *states.entry((deadline.state.as_str(), ended)).or_insert(0) += 1;
        if ended && deadline.state == DeadlineState::Missed {
            late.insert(complaint.id().to_owned());
        }
    }
    let (published, changes) = published();
    assert_eq!((late.len(), hand_overs), (377, 3820), "{states:?}");
    assert_eq!(late, published, "the same cases, not only as many");
    assert_eq!(hand_overs, changes);
    // Of the 105 without an end, four have a step after their deadline: overdue, and not among those
    // that ended late.
    let expected = [
        (("met", true), 1329 - 377),
        (("missed", false), 4),
        (("missed", true), 377),
        (("running", false), 101),
    ];
    assert_eq!(states, BTreeMap::from(expected));
}
