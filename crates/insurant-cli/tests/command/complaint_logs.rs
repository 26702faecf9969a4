//! `insurant complaint`: what is wrong with logs and records is told when it is so, with what would
//! be right.

use crate::run::{Ran, insurant, with_input};
use tempfile::TempDir;

/// A log of events of June 2025: kind, day, role and more of its fields.
fn log(id: &str, events: &[(&str, u32, &str, &str)]) -> String {
    let events: Vec<String> = (1..)
        .zip(events)
        .map(|(number, (kind, day, role, more))| {
            let at = format!("2025-06-{day:02}T09:00:00+08:00");
            format!(
                r#"{{"kind":"{kind}","id":"{number}","occurred_at":"{at}","recorded_at":"{at}","actor":{{"person_id":"E9","role":"{role}","unit_id":"JX"}}{more}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"complaint_id":"{id}","events":[{}]}}"#,
        events.join(",")
    )
}

const RECEIVED: (&str, u32, &str, &str) = (
    "received",
    3,
    "collector",
    r#","firm_kind":"insurer","trigger":"complaint""#,
);
const REGISTERED: (&str, u32, &str, &str) = ("registered", 3, "operator", "");

fn file(lines: &[String]) -> (TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("logs.jsonl");
    std::fs::write(&path, lines.join("\n")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (dir, path)
}

fn run(what: &str, path: &str, more: &[&str]) -> Ran {
    insurant(["complaint", what, path].iter().chain(more))
}

#[test]
fn a_refused_event_of_a_log_says_what_is_allowed_and_by_whom() {
    let refused = |events: &[(&str, u32, &str, &str)]| {
        let (_dir, path) = file(&[log("A", events)]);
        let ran = run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, "[refused_event]");
        ran.err
    };
    // No such step from here.
    let err = refused(&[RECEIVED, ("closed", 4, "leader", "")]);
    assert!(
        err.contains("`closed` has no place in the state `received`"),
        "{err}"
    );
    assert!(err.contains("; expected what `received` allows: "), "{err}");
    assert!(
        err.contains("verified, information_asked by collector, operator, handler, "),
        "{err}"
    );
    assert!(!err.contains("resumed"), "{err}");
    // Not by this role.
    let declined = r#","reason":"not ours""#;
    let err = refused(&[RECEIVED, REGISTERED, ("declined", 4, "collector", declined)]);
    assert!(err.contains("but for leader, head_office_senior"), "{err}");
    assert!(
        err.contains("; expected what `registered` allows: "),
        "{err}"
    );
    // Something else has to happen first.
    let outcome = r#","outcome":"upheld""#;
    let paused = r#","reason":"external_appraisal""#;
    let paused = ("paused", 4, "operator", paused);
    let err = refused(&[
        RECEIVED,
        REGISTERED,
        paused,
        ("handled", 5, "leader", outcome),
    ]);
    assert!(
        err.contains("`handled` requires that it is not paused"),
        "{err}"
    );
    assert!(
        err.contains("resumed by operator, handler, leader, system"),
        "{err}"
    );
    // What is wrong is how it is written: nothing else would be right.
    let err = refused(&[REGISTERED]);
    assert!(
        err.contains("; expected a log of which each event was accepted"),
        "{err}"
    );
    let err = refused(&[RECEIVED, ("registered", 2, "operator", "")]);
    assert!(
        err.contains("; expected a log of which each event was accepted"),
        "{err}"
    );
}

#[test]
fn merges_are_wrong_only_once_they_are_known() {
    let into = |id: &str, survivor: &str, day: u32| {
        let survivor = format!(r#","survivor_id":"{survivor}""#);
        log(
            id,
            &[
                RECEIVED,
                REGISTERED,
                ("merged_into", day, "leader", &survivor),
            ],
        )
    };
    // A ring from the 11th on; before it A goes on in B, whose log did not take it up.
    let (_dir, path) = file(&[into("A", "B", 10), into("B", "A", 11), into("C", "Z", 12)]);
    for as_of in ["2025-06-09", "2025-06-10T08:59:59+08:00"] {
        let ran = run("status", &path, &["--as-of", as_of]).fine();
        assert_eq!(ran.err, "", "{as_of}");
        for id in ["A", "B", "C"] {
            assert!(ran.text().contains(&format!("{id}: registered")), "{as_of}");
        }
    }
    let next = ["--as-of", "2025-06-09", "--role", "leader"];
    assert_eq!(run("next", &path, &next).fine().err, "");
    assert_eq!(
        run("timeline", &path, &["--as-of", "2025-06-09"])
            .fine()
            .err,
        ""
    );
    let ran = run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, "[merge_not_absorbed]");
    assert!(!ran.err.contains("[merge_ring]"), "{}", ran.err);
    assert!(!ran.err.contains("`Z`"), "{}", ran.err);
    run("status", &path, &["--as-of", "2025-06-11"]).wrong(1, "[merge_ring]");
    run("timeline", &path, &[]).wrong(1, "[merge_ring]");
    // The same of a period: its last day is the asking time.
    let ran = run("analyse", &path, &["--period", "2025-05"]).fine();
    assert_eq!(ran.err, "");
    run("analyse", &path, &["--period", "2025-06"]).wrong(1, "[merge_ring]");
    let july = std::fs::read_to_string(&path).unwrap();
    let july: Vec<String> = july
        .lines()
        .map(|line| line.replace("2025-06-1", "2025-07-1"))
        .collect();
    let (_july, later) = file(&july);
    let ran = run("analyse", &later, &["--period", "2025-06"]).fine();
    assert_eq!(ran.err, "");
    assert!(
        ran.text().contains("  open at the end          3  "),
        "{}",
        ran.text()
    );
    run("analyse", &later, &["--period", "2025-07"]).wrong(1, "[merge_ring]");
    // From a pipe as well.
    let input = std::fs::read(&path).unwrap();
    let args = ["complaint", "status", "-", "--as-of", "2025-06-09"];
    assert_eq!(with_input(args, &input).fine().err, "");
}

#[test]
fn a_record_that_went_on_elsewhere_says_since_when() {
    let record = |more: &str| format!(r#"{{"complaint_id":"A","received_on":"2025-06-03"{more}}}"#);
    let survivor = r#"{"complaint_id":"B","received_on":"2025-06-02"}"#.to_owned();
    for more in [
        r#","merged_into":"B""#,
        r#","outcome":"merged""#,
        r#","outcome":"withdrawn""#,
    ] {
        let (_dir, path) = file(&[record(more), survivor.clone()]);
        let ran = run("analyse", &path, &["--period", "2025-06"]).wrong(1, "[missing_field]");
        let at = format!("error: {path}:1:1: ");
        assert!(ran.err.starts_with(&at), "{}", ran.err);
        assert!(ran.err.contains("`closed_on`"), "{}", ran.err);
        let input = format!(
            r#"{{"spec": {{"period": "2025-06"}}, "cases": [{survivor}, {}]}}"#,
            record(more)
        );
        let ran = with_input(["call", "complaint_analyse"], input.as_bytes());
        let ran = ran.wrong(1, "\"missing_field\"");
        assert!(ran.err.contains("cases[1].closed_on"), "{}", ran.err);
    }
    let merged = record(r#","merged_into":"B","closed_on":"2025-06-05""#);
    let (_dir, path) = file(&[merged, survivor]);
    let ran = run("analyse", &path, &["--period", "2025-06"]).fine();
    assert!(
        ran.text().contains("  open at the end          1  "),
        "{}",
        ran.text()
    );
}

#[test]
fn one_that_is_taken_up_again_after_a_merge_is_open_and_goes_on_by_itself() {
    let again = log(
        "A",
        &[
            RECEIVED,
            REGISTERED,
            ("merged_into", 5, "leader", r#","survivor_id":"B""#),
            ("archived", 6, "operator", ""),
            ("reopened", 7, "leader", r#","facts":"a photo""#),
        ],
    );
    let absorbed = r#","complaint_id":"A","received_at":"2025-06-03T09:00:00+08:00""#;
    let survivor = log(
        "B",
        &[RECEIVED, REGISTERED, ("absorbed", 5, "leader", absorbed)],
    );
    let (_dir, path) = file(&[again, survivor]);
    let ran = run("analyse", &path, &["--period", "2025-06"]).fine();
    assert!(
        ran.text().contains("  open at the end          2  "),
        "{}",
        ran.text()
    );
}
