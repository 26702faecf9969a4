mod packs;
mod replay;
mod timely;

use super::{Mapped, Set, map};
use insurant::Engine;
use insurant_rules::document::{Document, Json, Node, Object};
use std::io::Write as _;
use std::path::Path;

/// A data set; `None` where there are no data.
fn mapped(set: Set) -> Option<Mapped> {
    let Some(data) = std::env::var_os("INSURANT_DATA") else {
        assert!(std::env::var_os("CI").is_none(), "CI needs INSURANT_DATA");
        // Past the capture of the runner, which prints nothing of a test that passes.
        let line = format!("skipped: complaints {set:?}: INSURANT_DATA is not set\n");
        std::io::stdout().write_all(line.as_bytes()).unwrap();
        return None;
    };
    Some(map(set, Path::new(&data)).unwrap())
}

/// The form of all complaints of a set, whose dates all lie in these years.
fn form(mapped: &Mapped, from: &str, to: &str) -> Document {
    let period = Json::object([("from", from.into()), ("to", to.into())]);
    let cases = Json::list(mapped.cases.iter().cloned());
    let input = Json::object([
        ("spec", Json::object([("period", period)])),
        ("cases", cases),
    ]);
    let engine = Engine::builtin().unwrap();
    let answer = engine
        .call("complaint_analyse", &input.to_canonical_string())
        .unwrap();
    Document::parse_json("answer", &answer).unwrap()
}

fn at<'a>(document: &'a Document, path: &str) -> &'a Node {
    let steps = path.split('.');
    steps.fold(document.root(), |node, step| node.get(step).unwrap())
}

fn now(document: &Document, figure: &str) -> i64 {
    at(document, &format!("form.{figure}.now"))
        .integer()
        .unwrap()
}

fn shown<'a>(document: &'a Document, figure: &str) -> &'a str {
    at(document, &format!("form.{figure}.now.shown"))
        .text()
        .unwrap()
}

#[test]
fn tdi_is_analysed_to_its_published_totals() {
    let Some(mapped) = mapped(Set::Tdi) else {
        return;
    };
    let found = form(&mapped, "2013-06-01", "2025-09-01");
    let counts =
        ["received", "closed", "open", "decided", "upheld"].map(|figure| now(&found, figure));
    assert_eq!(counts, [5569, 5569, 0, 5568, 1013]);
    assert_eq!(shown(&found, "median_days"), "72.000000");
    // Published as 78.4.
    assert_eq!(shown(&found, "mean_days"), "78.382834");
    assert_eq!(at(&found, "form.longest_days").integer(), Some(595));
    let groups = at(&found, "form.by_cause").items();
    let all: i64 = groups
        .iter()
        .map(|group| group.get("received").unwrap().integer_at("now").unwrap())
        .sum();
    assert_eq!(all, 5569, "no complaint is lost among the causes");
    let first = at(&found, "report.top_causes").items()[0].text_at("reason");
    assert_eq!(first, Some("customer_service"));
}

#[test]
fn cfpb_is_analysed_to_its_published_totals() {
    let Some(mapped) = mapped(Set::Cfpb) else {
        return;
    };
    let found = form(&mapped, "2013-01-01", "2018-01-01");
    let counts = ["received", "due", "late"].map(|figure| now(&found, figure));
    assert_eq!(counts, [3186, 3186, 93]);
    let channels = at(&found, "form.by_channel").items().iter();
    let channels: Vec<_> = channels
        .map(|group| {
            (
                group.text_at("key").unwrap(),
                group.get("received").unwrap().integer_at("now").unwrap(),
            )
        })
        .collect();
    let published = [
        ("fax", 52),
        ("phone", 200),
        ("postal_mail", 168),
        ("referral", 533),
        ("web", 2233),
    ];
    assert_eq!(channels, published);
}

#[test]
fn receipt_becomes_cases_and_events() {
    let Some(mapped) = mapped(Set::Receipt) else {
        return;
    };
    let found = form(&mapped, "2010-01-01", "2014-01-01");
    let counts = ["received", "closed", "open", "due"].map(|figure| now(&found, figure));
    assert_eq!(counts, [1434, 1329, 105, 1434]);
    // Those that ended after the day of their deadline, and those that never did.
    assert_eq!(now(&found, "late"), 309 + 105);
    let text =
        |object: &Object, key: &str| object.get(key).and_then(Json::text).unwrap().to_owned();
    let (mut late, mut transfers, mut closed) = (0, 0, 0);
    for log in &mapped.logs {
        let events = log.get("events").unwrap().items();
        let kinds: Vec<String> = events
            .iter()
            .map(|event| event.get("kind").and_then(Json::text).unwrap().to_owned())
            .collect();
        assert_eq!(kinds[..3], ["received", "registered", "due_set"]);
        transfers += kinds
            .iter()
            .filter(|kind| *kind == "transfer_accepted")
            .count();
        let second = |text: &str| {
            super::stamp::Stamp::parse(&text.replace('T', " "))
                .unwrap()
                .second()
        };
        let times: Vec<i64> = events
            .iter()
            .map(|event| second(event.get("recorded_at").and_then(Json::text).unwrap()))
            .collect();
        assert!(times.is_sorted(), "{}", text(log, "complaint_id"));
        if kinds.last().is_some_and(|kind| kind == "closed") {
            closed += 1;
            let due = events[2].get("due_at").and_then(Json::text).unwrap();
            late += usize::from(*times.last().unwrap() > second(due));
        }
    }
    assert_eq!(
        (mapped.logs.len(), closed, late, transfers),
        (1434, 1329, 377, 3820)
    );
}

#[test]
fn another_data_set_is_refused() {
    let data = tempfile::tempdir().unwrap();
    for (set, file) in [
        (Set::Tdi, "Statefarm_complaints.csv.gz"),
        (Set::Cfpb, "consumer_complaints.csv"),
        (Set::Receipt, "receipt.csv.gz"),
    ] {
        let error = map(set, data.path()).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains(file), "{error}");
    }
}
