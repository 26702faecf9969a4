//! `insurant complaint`: good runs to the letter, and bad input told with place and remedy.

use crate::run::{Ran, insurant, with_input};
use std::path::Path;
use tempfile::TempDir;

const BOTH: [&str; 4] = [
    "--procedure",
    "cn-2020-3",
    "--procedure",
    "house-complaints",
];

fn example(name: &str) -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/complaints");
    dir.join(name).to_str().unwrap().to_owned()
}

fn run(what: &str, file: &str, more: &[&str]) -> Ran {
    insurant(["complaint", what, file].iter().chain(more))
}

/// The first event of a complaint, with some of its text replaced.
fn receipt(id: &str, from: &str, to: &str) -> String {
    let log = r#"{"complaint_id": "ID", "events": [{"kind": "received", "id": "1", "occurred_at": "2025-06-03T09:00:00+08:00", "recorded_at": "2025-06-03T09:00:00+08:00", "actor": {"person_id": "E1", "role": "collector", "unit_id": "JX"}, "firm_kind": "insurer", "trigger": "complaint"}]}"#;
    assert!(from.is_empty() || log.contains(from), "{from}");
    log.replace("ID", id).replace(from, to)
}

fn file(lines: &[String]) -> (TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("logs.jsonl");
    std::fs::write(&path, lines.join("\n")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (dir, path)
}

/// A file whose one line is wrong where it says something.
#[track_caller]
fn refused(line: &str, at: &str, code: &str, says: &str) {
    let column = line.find(at).unwrap() + 1;
    let (_dir, path) = file(&[line.to_owned()]);
    let ran = run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, &format!("[{code}]"));
    let start = format!("error: {path}:1:{column}: ");
    assert!(ran.err.starts_with(&start), "{start}\n{}", ran.err);
    assert!(ran.err.contains(says), "{}", ran.err);
    assert_eq!(ran.text(), "");
}

#[test]
fn a_status_says_where_it_stands_and_what_is_due() {
    let mut args = vec!["--as-of", "2025-06-12", "--id", "C-1"];
    args.extend(BOTH);
    let ran = run("status", &example("complaints.jsonl"), &args).fine();
    let (page, rules) = ran.text().split_once("\nRules\n").unwrap();
    let (head, rest) = page.split_once("  What may happen next\n").unwrap();
    let head_wanted = "\
C-1: handled, upheld (not told), at JX, handler E21, classed simple
  received 2025-06-03T09:10:00+08:00, asked about at 2025-06-12T23:59:59+08:00
";
    assert_eq!(head, head_wanted);
    assert!(
        rest.contains("    fed_back: by collector, operator, handler, account_manager, leader\n")
    );
    let (_, clocks) = rest.split_once("  Clocks (* governs)\n").unwrap();
    let clocks_wanted = "\
\x20     what         state    due                        days left  rule
      decide       met      2025-06-18                            cn-2020-3@2020.1 decide-simple
      inform       running  2025-06-18                         6  cn-2020-3@2020.1 inform-simple
      decide       moot     2025-07-03                            cn-2020-3@2020.1 decide-complex
      inform       moot     2025-07-03                            cn-2020-3@2020.1 inform-complex
   *  acknowledge  met      2025-06-04T09:10:00+08:00             house-complaints@1.0.0 acknowledge
      update       met      2025-06-10                            house-complaints@1.0.0 update
   *  update       running  2025-06-16                         4  house-complaints@1.0.0 update
   *  decide       met      2025-06-13                            house-complaints@1.0.0 decide
   *  inform       running  2025-06-16                         4  house-complaints@1.0.0 inform
";
    assert_eq!(clocks, clocks_wanted);
    let source = "  cn-2020-3@2020.1 decide-simple: 15 calendar days (verified). Order 2020 No. 3";
    assert!(rules.contains(source), "{rules}");
    let form = "form handling      running  2025-06-16          4  house-complaints@1.0.0";
    assert!(page.contains(form), "{page}");
}

#[test]
fn what_was_recorded_later_is_not_known() {
    let path = example("complaints.jsonl");
    let ran = run("status", &path, &["--as-of", "2025-06-04T00:00:00+08:00"]).fine();
    assert!(
        ran.text()
            .starts_with("C-1: registered, at JX, classed simple\n"),
        "{}",
        ran.text()
    );
    assert!(!ran.text().contains("C-2"), "{}", ran.text());
    assert!(
        ran.err
            .contains("`C-2` was recorded later than asked about"),
        "{}",
        ran.err
    );
    // A day is asked about when it is over, at home in China.
    let day = run(
        "status",
        &path,
        &["--as-of", "2025-06-04", "--format", "json"],
    )
    .fine();
    let at = ["--as-of", "2025-06-04T15:59:59Z", "--format", "json"];
    let at = run("status", &path, &at).fine();
    assert_eq!(
        day.text()
            .replace("2025-06-04T23:59:59+08:00", "2025-06-04T15:59:59Z"),
        at.text()
    );
}

#[test]
fn the_answers_of_the_command_are_those_of_the_operation() {
    let log = receipt("C", "", "");
    let input = format!(
        r#"{{"complaint": {log}, "procedures": ["cn-2020-3"], "as_of": "2025-06-10T12:00:00+08:00"}}"#
    );
    let answer = with_input(["call", "complaint_status"], input.as_bytes()).fine();
    let args = [
        "complaint",
        "status",
        "-",
        "--as-of",
        "2025-06-10T12:00:00+08:00",
        "--format",
        "json",
    ];
    let ran = with_input(args, log.as_bytes()).fine();
    // The command adds what may happen next, by whomever.
    let (start, end) = ran.text().split_once(",\"next\":").unwrap();
    assert!(end.ends_with("]}\n"), "{}", ran.text());
    assert_eq!(format!("{start}}}\n"), answer.text());
}

#[test]
fn a_timeline_tells_clocks_between_events() {
    let args = [
        "--id",
        "C-2",
        "--as-of",
        "2025-06-30",
        "--procedure",
        "house-complaints",
    ];
    let ran = run("timeline", &example("complaints.jsonl"), &args).fine();
    let end = "
  2025-06-06T10:00:00+08:00  handler_assigned (handler id E22), by E9 (leader at JX)
    ! form verification missed, was due 2025-06-06 [house-complaints@1.0.0 form-verification]
    ! form registration missed, was due 2025-06-06 [house-complaints@1.0.0 form-registration]
  2025-06-10T09:00:00+08:00  paused (reason external_appraisal), by E22 (handler at JX)
    ! update missed, was due 2025-06-12 [house-complaints@1.0.0 update]
  2025-06-24T09:00:00+08:00  resumed, by E22 (handler at JX)
    ~ decide moves by pause, due before 2025-06-28T00:00:00+08:00 [house-complaints@1.0.0 decide]
    ! decide missed, was due 2025-06-27 [house-complaints@1.0.0 decide]
";
    assert!(ran.text().ends_with(end), "{}", ran.text());
    let ran = run("timeline", &example("complaints.jsonl"), &["--id", "C-1"]).fine();
    let met = "\
  2025-06-12T16:00:00+08:00  handled (outcome upheld, redress 4,200 paid), by E21 (handler at JX) -> handled
    = decide met, due 2025-06-18 [cn-2020-3@2020.1 decide-simple]
";
    assert!(ran.text().contains(met), "{}", ran.text());
    assert!(
        ran.text()
            .contains(", recorded 2025-06-03T09:25:00+08:00\n"),
        "{}",
        ran.text()
    );
}

#[test]
fn next_says_who_may_do_what_and_what_stands_in_the_way() {
    let units = example("units.json");
    let next = |more: &[&str]| {
        let mut args = vec!["--as-of", "2025-06-12", "--id", "C-2", "--units", &units];
        args.extend(more);
        run("next", &example("complaints.jsonl"), &args).fine()
    };
    let ran = next(&["--role", "handler"]);
    assert!(
        ran.text()
            .contains("  E22 (handler at JX) may now: verified, "),
        "{}",
        ran.text()
    );
    assert!(
        ran.text().contains("      handled  it is not paused\n"),
        "{}",
        ran.text()
    );
    // Somebody without authority.
    let ran = next(&["--role", "auditor", "--person", "E50"]);
    assert!(
        ran.text()
            .ends_with("  E50 (auditor at JX) may now: nothing\n"),
        "{}",
        ran.text()
    );
    // Another than the handler, and a unit that is not there.
    let ran = next(&["--role", "handler", "--person", "E23"]);
    assert!(
        ran.text()
            .contains("a handler is the one who was made responsible"),
        "{}",
        ran.text()
    );
    let ran = next(&["--role", "leader", "--unit", "XX"]);
    assert!(
        ran.text()
            .contains("the unit of whoever acts is listed among the organisation's `units`")
    );
    assert!(ran.text().contains("may now: nothing\n"), "{}", ran.text());
    let path = example("complaints.jsonl");
    let args = ["--as-of", "2025-06-12", "--role", "boss"];
    run("next", &path, &args).wrong(2, "handler");
}

#[test]
fn nobody_may_work_on_a_complaint_about_themself() {
    let path = example("complaints.jsonl");
    let args = [
        "--as-of",
        "2025-06-04",
        "--id",
        "C-1",
        "--role",
        "leader",
        "--person",
        "E33",
    ];
    let ran = run("next", &path, &args).fine();
    let why = "nobody works on a complaint about themself, or after stepping back";
    assert!(ran.text().contains(why), "{}", ran.text());
}

#[test]
fn the_fields_that_a_form_lacks_are_all_named() {
    let log = std::fs::read_to_string(example("complaints.jsonl")).unwrap();
    let whole =
        r#""facts_confirmed": "repair of 12 May, invoice 4,200", "persons_concerned": "E33", "#;
    assert!(log.contains(whole));
    let (_dir, path) = file(&[log.replace(whole, "")]);
    let mut args = vec!["--as-of", "2025-06-30", "--id", "C-1"];
    args.extend(BOTH);
    let ran = run("status", &path, &args).fine();
    let wanted = "  Not kept\n    principle comprehensive: verification.facts_confirmed, verification.persons_concerned, verification (house-complaints@1.0.0)\n";
    assert!(ran.text().contains(wanted), "{}", ran.text());
    let named = "    verification, due since 2025-06-03T09:10:00+08:00, incomplete: facts_confirmed, persons_concerned\n";
    assert!(ran.text().contains(named), "{}", ran.text());
    let clock = "form verification  missed, overdue";
    assert!(ran.text().contains(clock), "{}", ran.text());
    let ran = run("status", &example("complaints.jsonl"), &args).fine();
    assert!(!ran.text().contains("Not kept"), "{}", ran.text());
    assert!(!ran.text().contains("To be looked at"), "{}", ran.text());
    // Misspelt, it is told with the form that was meant, and files nothing.
    let misspelt = log.replace(r#""form": "verification""#, r#""form": "verificaton""#);
    assert_ne!(misspelt, log);
    let (_dir, path) = file(&[misspelt]);
    let ran = run("status", &path, &args).fine();
    assert!(
        ran.text().contains(
            "    form verificaton: no procedure in force has such a form; did you mean `verification`?"
        ),
        "{}",
        ran.text()
    );
    assert!(ran.text().contains(clock), "{}", ran.text());
}

#[test]
fn events_that_cannot_be_are_told_with_their_place() {
    let event = "{\"kind\"";
    let unknown = receipt("C", "\"received\"", "\"recieved\"");
    refused(
        &unknown,
        "\"recieved\"",
        "unknown_member",
        "did you mean `received`?",
    );
    let day = receipt(
        "C",
        "\"occurred_at\": \"2025-06-03",
        "\"occurred_at\": \"2025-02-30",
    );
    refused(&day, "\"2025-02-30", "no_such_date", "");
    let foretold = receipt(
        "C",
        "\"occurred_at\": \"2025-06-03",
        "\"occurred_at\": \"2025-06-04",
    );
    refused(
        &foretold,
        event,
        "refused_event",
        "it is not written down before it happens",
    );
    let boss = receipt("C", "\"collector\"", "\"boss\"");
    refused(&boss, "\"boss\"", "unknown_member", "`collector`");
    let silent = receipt("C", "\"firm_kind\": \"insurer\", ", "");
    refused(
        &silent,
        event,
        "procedure_does_not_apply",
        "nothing about `firm_kind`",
    );
    let enquiry = receipt("C", "\"complaint\"}", "\"enquiry\"}");
    refused(
        &enquiry,
        event,
        "procedure_does_not_apply",
        "not for such complaints",
    );
    let (_dir, path) = file(&["{\"complaint_id\": \"C\", \"events\": [".to_owned()]);
    run("status", &path, &["--as-of", "2025-06-10"])
        .wrong(1, ":1:34: ")
        .wrong(1, "[json_syntax]");
    let (_dir, path) = file(&[r#"{"complaint_id": "C", "events": []}"#.to_owned()]);
    run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, ":1:33: ");
}

#[test]
fn a_wrong_line_hides_no_other() {
    let lines = [
        receipt("A", "", ""),
        "{".to_owned(),
        String::new(),
        receipt("B", "\"1\"", "\"\""),
        receipt("A", "", ""),
        receipt("D", "", ""),
    ];
    let (_dir, path) = file(&lines);
    let ran = run(
        "status",
        &path,
        &["--as-of", "2025-06-10", "--format", "json"],
    );
    assert_eq!(ran.code, 1);
    assert_eq!(ran.text().lines().count(), 2, "{}", ran.text());
    let places: Vec<&str> = ran
        .err
        .lines()
        .map(|line| {
            let rest = line
                .strip_prefix("error: ")
                .and_then(|l| l.strip_prefix(&path))
                .unwrap();
            rest.split(':').nth(1).unwrap()
        })
        .collect();
    assert_eq!(places, ["2", "4", "5"], "{}", ran.err);
    assert!(
        ran.err
            .contains("the complaint `A` stands in line 1 already"),
        "{}",
        ran.err
    );
}

#[test]
fn files_and_names_that_are_not_there() {
    let as_of = ["--as-of", "2025-06-10"];
    run("status", "nowhere.jsonl", &as_of).wrong(1, "[unreadable_file]");
    let (_dir, empty) = file(&[]);
    run("status", &empty, &as_of).wrong(1, "[empty_file]");
    with_input(
        ["complaint", "status", "-", "--as-of", "2025-06-10"],
        b"\n \n",
    )
    .wrong(1, "standard input: ");
    with_input(
        ["complaint", "status", "-", "--as-of", "2025-06-10"],
        b"{\"a\xff",
    )
    .wrong(1, "standard input:1:4: ");
    let path = example("complaints.jsonl");
    let args = ["--as-of", "2025-06-10", "--id", "C-11"];
    run("status", &path, &args).wrong(1, "did you mean `C-1`?");
    let args = ["--as-of", "2025-06-10", "--procedure", "cn-2020-4"];
    run("status", &path, &args).wrong(1, "did you mean `cn-2020-3`?");
    run("status", &path, &["--as-of", "soon"]).wrong(2, "--as-of");
    run("status", &path, &["--as-of", "2025-06-10T09:00:00"]).wrong(2, "--as-of");
    insurant(["complaint", "status", &path]).wrong(2, "--as-of");
}

#[test]
fn a_calendar_that_ends_is_told_and_nothing_is_guessed() {
    let late = receipt("C", "2025-06-03", "2026-12-31");
    let (_dir, path) = file(&[late]);
    let args = ["--as-of", "2026-12-31", "--procedure", "house-complaints"];
    let ran = run("status", &path, &args).fine();
    assert!(ran.text().contains("undetermined"), "{}", ran.text());
    assert!(ran.text().contains("[outside_calendar]"), "{}", ran.text());
}

#[test]
fn a_procedure_of_the_insurers_own() {
    let ours = r#"id = "ours"
version = "1"
language = 1
currency = "CNY"
extends = "house-complaints"
effective = { from = "2020-01-01" }

[[complaints.clocks]]
id = "decide"
count = 7
status = "verified"
source = "Our rule of 2020"
"#;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("ours.toml");
    std::fs::write(&file, ours).unwrap();
    let file = file.to_str().unwrap();
    let page = insurant(["complaint", "packs", file]).fine();
    assert!(page.text().contains("7 calendar days"), "{}", page.text());
    let args = ["--as-of", "2025-06-10", "--procedure", file, "--id", "C-1"];
    let ran = run("status", &example("complaints.jsonl"), &args).fine();
    assert!(
        ran.text().contains(
            "   *  decide       running, soon  2025-06-10                         0  ours@1 decide\n"
        ),
        "{}",
        ran.text()
    );
}

#[test]
fn thousands_of_complaints_are_one_run() {
    let lines: Vec<String> = (0..3000)
        .map(|n| receipt(&format!("C-{n}"), "", ""))
        .collect();
    let (_dir, path) = file(&lines);
    let ran = run(
        "status",
        &path,
        &["--as-of", "2025-06-10", "--format", "json"],
    )
    .fine();
    assert_eq!(ran.text().lines().count(), 3000);
}

#[test]
fn packs_print_with_their_sources() {
    let list = insurant(["complaint", "packs"]).fine();
    let engine = insurant::Engine::builtin().unwrap();
    for procedure in engine.procedures().iter() {
        assert!(
            list.text().contains(procedure.reference()),
            "{}",
            list.text()
        );
        let page = insurant(["complaint", "packs", procedure.reference()]).fine();
        for clock in procedure.clocks() {
            let source = clock.source().unwrap_or_default();
            assert!(page.text().contains(source), "{}", page.text());
            let status = format!("({}", clock.status());
            assert!(page.text().contains(&status), "{}", page.text());
        }
        for form in procedure.forms() {
            assert!(page.text().contains(&form.title), "{}", page.text());
        }
        // Nothing that it states is left out.
        for (list, records) in procedure.stated().iter() {
            for record in records.items() {
                for key in ["id", "source"] {
                    let said = record.get(key).and_then(|said| said.text());
                    let said = said.unwrap_or_default();
                    assert!(page.text().contains(said), "{list} {said}\n{}", page.text());
                }
            }
        }
    }
    let json = insurant(["complaint", "packs", "uk-disp", "--format", "json"]).fine();
    let answer = with_input(["call", "complaint_packs"], br#"{"procedure": "uk-disp"}"#).fine();
    assert_eq!(json.text(), answer.text());
    insurant(["complaint", "packs", "uk-dips"]).wrong(1, "did you mean `uk-disp`?");
}

#[test]
fn the_picture_is_that_of_the_operation() {
    let ran = insurant(["complaint", "diagram"]).fine();
    assert!(
        ran.text().starts_with("stateDiagram-v2\n"),
        "{}",
        ran.text()
    );
    let ran = insurant(["complaint", "diagram", "--format", "dot"]).fine();
    assert!(ran.text().starts_with("digraph"), "{}", ran.text());
}

#[test]
fn an_analysis_counts_records_and_logs_alike() {
    let args = [
        "--period",
        "2025-06",
        "--policies",
        "120000",
        "--procedure",
        "cn-2020-3",
    ];
    let ran = run("analyse", &example("complaints.jsonl"), &args).fine();
    let head = "\
Complaints from 2025-06-01 up to 2025-07-01, as of 2025-07-01, compared with 2025-05-01 up to 2025-06-01
2 looked at, 0 open before

Figures (before: as it stood at the end of that period)
  figure                 now  before  change
  received                 2       0      +2
  closed                   1       0      +1
  open at the end          1       0      +1
";
    assert!(ran.text().starts_with(head), "{}", ran.text());
    assert!(
        ran.text()
            .contains("  per 10,000 policies           0.166667        not given\n"),
        "{}",
        ran.text()
    );
    let records = [
        r#"{"complaint_id": "C-1", "received_on": "2025-06-03", "closed_on": "2025-06-16", "decided_on": "2025-06-12", "due_on": "2025-06-18", "cause": {"function": "claims", "reason": "delays"}, "line": "motor", "channel": "phone", "unit_id": "JX", "complainant_kind": "individual", "complainant_id": "K-7", "outcome": "upheld"}"#,
        r#"{"complaint_id": "C-2", "received_on": "2025-06-05", "due_on": "2025-07-19", "cause": {"function": "underwriting", "reason": "cancellation"}, "line": "property", "channel": "web_form", "unit_id": "JX", "complainant_kind": "individual"}"#,
    ];
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("b.jsonl"), records[1]).unwrap();
    std::fs::write(dir.path().join("a.jsonl"), records[0]).unwrap();
    std::fs::write(dir.path().join("readme.txt"), "no records").unwrap();
    let of_records = run("analyse", dir.path().to_str().unwrap(), &args).fine();
    // Logs know how it stood, records do not.
    let (then, now) = (
        "as it stood at the end of that period",
        "by what the records say now",
    );
    assert_eq!(of_records.text(), ran.text().replace(then, now));
    let mut json = args.to_vec();
    json.extend(["--format", "json"]);
    let json = run("analyse", dir.path().to_str().unwrap(), &json).fine();
    let input = format!(
        r#"{{"spec": {{"period": "2025-06", "exposure": {{"policies": "120000"}}}}, "cases": [{}]}}"#,
        records.join(",")
    );
    let answer = with_input(["call", "complaint_analyse"], input.as_bytes()).fine();
    assert_eq!(json.text(), answer.text());
}

#[test]
fn an_analysis_with_a_wrong_line_counts_nothing_and_tells_every_line() {
    let lines = [
        r#"{"complaint_id": "A", "received_on": "2025-06-31"}"#.to_owned(),
        r#"{"complaint_id": "B", "received_on": "2025-06-03"}"#.to_owned(),
        "{bad".to_owned(),
        r#"{"complaint_id": "B", "received_on": "2025-06-04"}"#.to_owned(),
        r#"{"complaint_id": "E", "received_on": "2025-06-03", "outcom": "upheld"}"#.to_owned(),
        receipt("F", "\"received\"", "\"recieved\""),
    ];
    let (_dir, path) = file(&lines);
    let ran = run("analyse", &path, &["--period", "2025-06"]).wrong(1, "[no_such_date]");
    assert_eq!(ran.text(), "");
    for says in [
        format!("error: {path}:1:38: "),
        format!("error: {path}:3:2: "),
        format!("error: {path}:4:18: the complaint `B` stands at {path}:2 already [duplicate_id]"),
        format!("error: {path}:5:52: unknown field `outcom`"),
        format!("error: {path}:6:43: `recieved`"),
    ] {
        assert!(ran.err.contains(&says), "no `{says}` in\n{}", ran.err);
    }
    let (_dir, path) = file(&lines[1..2]);
    run("analyse", &path, &["--period", "2025-13"]).wrong(2, "--period");
    run("analyse", &path, &["--period", "2025-06", "--premium", "1"]).wrong(2, "--currency");
    let early = ["--period", "2025-06", "--as-of", "2025-06-15"];
    run("analyse", &path, &early).wrong(1, "[as_of_before_end]");
    let empty = tempfile::tempdir().unwrap();
    run(
        "analyse",
        empty.path().to_str().unwrap(),
        &["--period", "2025-06"],
    )
    .wrong(1, "[missing_file]");
}

#[test]
fn helps_teach() {
    for what in ["status", "next", "timeline", "analyse", "diagram", "packs"] {
        let ran = insurant(["complaint", what, "--help"]).fine();
        assert!(ran.text().contains("Example"), "{}", ran.text());
    }
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let path = example("complaints.jsonl");
    let timeline = run("timeline", &path, &["--id", "C-1"]).fine();
    assert!(readme.contains(timeline.text()), "{}", timeline.text());
    let packs = insurant(["complaint", "packs"]).fine();
    assert!(readme.contains(packs.text()), "{}", packs.text());
    let mut args = vec!["--id", "C-2", "--as-of", "2025-06-12"];
    args.extend(BOTH);
    let status = run("status", &path, &args).fine();
    let (page, _) = status.text().split_once("\nRules\n").unwrap();
    let (_, end) = page.split_once("  To be done\n").unwrap();
    assert!(readme.contains(end), "{end}");
    let pack = insurant(["complaint", "packs", "cn-2020-3"]).fine();
    let (_, clock) = pack.text().split_once("  decide-complex: ").unwrap();
    let (clock, _) = clock.split_once("  inform-complex:").unwrap();
    assert!(readme.contains(clock), "{clock}");
}

#[test]
fn a_procedure_that_was_not_in_force_is_no_silence() {
    let early = receipt("A", "2025-06-03", "2012-01-04");
    let (_dir, log) = file(&[early]);
    let ran = run("status", &log, &["--as-of", "2012-01-10"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = "  To be looked at
    procedure cn-2020-3: no version was in force when the complaint was received, and none of its clocks has begun (cn-2020-3@2020.1 in force 2020-03-01 on, before it: cn-2013-8, name cn-2013-8 as well (--procedure cn-2013-8))
    clock decide: a clock on the decision would have begun on a day on which its version was not in force (cn-2020-3@2020.1/decide-simple, cn-2020-3@2020.1/decide-complex) [cn-2020-3]
";
    assert!(ran.text().contains(told), "{}", ran.text());
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    assert!(readme.contains(told), "{readme}");
    let timeline = run("timeline", &log, &[]).fine();
    assert!(timeline.text().ends_with(told), "{}", timeline.text());
    let analysis = run("analyse", &log, &["--period", "2012-01"]).fine();
    let told = ": 1\n  complaint  procedure\n  A          cn-2020-3\n";
    assert!(analysis.text().contains(told), "{}", analysis.text());
}

/// A log that ends by a merge.
fn merged(id: &str, survivor: &str) -> String {
    let event = |kind: &str, id: &str, more: &str| {
        format!(
            r#"{{"kind": "{kind}", "id": "{id}", "occurred_at": "2025-06-05T09:00:00+08:00", "recorded_at": "2025-06-05T09:00:00+08:00", "actor": {{"person_id": "E9", "role": "leader", "unit_id": "JX"}}{more}}}"#
        )
    };
    let registered = event("registered", "8", "");
    let gone = event(
        "merged_into",
        "9",
        &format!(r#", "survivor_id": "{survivor}""#),
    );
    receipt(id, "}]}", &format!("}}, {registered}, {gone}]}}"))
}

#[test]
fn complaints_merged_into_each_other_are_named_with_every_line() {
    let lines = [
        merged("A", "B"),
        receipt("X", "", ""),
        merged("B", "C"),
        merged("C", "A"),
        merged("D", "E"),
        merged("E", "D"),
    ];
    let (_dir, path) = file(&lines);
    for (what, more) in [
        ("status", vec!["--as-of", "2025-06-10"]),
        (
            "next",
            vec!["--as-of", "2025-06-10", "--role", "leader", "--unit", "JX"],
        ),
        ("timeline", vec![]),
        ("analyse", vec!["--period", "2025-06"]),
    ] {
        let ran = run(what, &path, &more).wrong(1, "[merge_ring]");
        let three = format!("`A` ({path}:1) into `B` ({path}:3) into `C` ({path}:4) into `A`");
        let two = format!("`D` ({path}:5) into `E` ({path}:6) into `D`");
        assert!(ran.err.contains(&three), "{what}: {}", ran.err);
        assert!(ran.err.contains(&two), "{what}: {}", ran.err);
        // The others are answered all the same, and nothing is counted.
        assert_eq!(ran.text().contains("X: received"), what != "analyse");
    }
    let one = ["--as-of", "2025-06-10", "--id", "E"];
    let ran = run("status", &path, &one).wrong(1, "`D`");
    assert!(!ran.err.contains("`A`"), "{}", ran.err);
    run("status", &path, &["--as-of", "2025-06-10", "--id", "X"]).fine();
    // Records say it as well.
    let record = |id: &str, into: &str| {
        format!(
            r#"{{"complaint_id": "{id}", "received_on": "2025-06-03", "closed_on": "2025-06-05", "merged_into": "{into}"}}"#
        )
    };
    let (_dir, path) = file(&[record("A", "B"), merged("B", "A")]);
    let ran = run("analyse", &path, &["--period", "2025-06"]).wrong(1, "[merge_ring]");
    assert!(ran.err.contains(&format!("`B` ({path}:2)")), "{}", ran.err);
    let input = format!(
        r#"{{"spec": {{"period": "2025-06"}}, "cases": [{}, {}]}}"#,
        record("B", "A"),
        record("A", "B")
    );
    let ran = with_input(["call", "complaint_analyse"], input.as_bytes());
    let ran = ran.wrong(1, "`A` (cases[1]) into `B` (cases[0]) into `A`");
    assert!(ran.err.contains("cases[1].merged_into"), "{}", ran.err);
}

#[test]
fn a_survivor_that_is_not_there_is_told_and_wrong_nowhere() {
    let (_dir, path) = file(&[merged("A", "Z"), receipt("X", "", "")]);
    let ran = run("status", &path, &["--as-of", "2025-06-10"]).fine();
    let warning = format!("warning: {path}:1: `A` goes on as part of `Z`");
    assert!(ran.err.contains(&warning), "{}", ran.err);
    let ran = run("analyse", &path, &["--period", "2025-06"]).fine();
    assert!(ran.err.contains(&warning), "{}", ran.err);
    let told = "\nGone on as part of a complaint that is not here: 1\n  complaint  survivor\n  A          Z\n";
    assert!(ran.text().contains(told), "{}", ran.text());
    // At the asking time nothing of the merge was known.
    let early = ["--period", "2025-05"];
    let ran = run("analyse", &path, &early).fine();
    assert!(!ran.text().contains("Gone on"), "{}", ran.text());
}

/// A log that took another up, received on the day after.
fn absorbing(id: &str, other: &str, received: &str) -> String {
    let event = |kind: &str, id: &str, more: &str| {
        format!(
            r#"{{"kind": "{kind}", "id": "{id}", "occurred_at": "2025-06-05T09:00:00+08:00", "recorded_at": "2025-06-05T09:00:00+08:00", "actor": {{"person_id": "E9", "role": "leader", "unit_id": "JX"}}{more}}}"#
        )
    };
    let classified = event("classified", "7", r#", "complexity": "simple""#);
    let registered = event("registered", "8", "");
    let more =
        format!(r#", "complaint_id": "{other}", "received_at": "{received}T09:00:00+08:00""#);
    let absorbed = event("absorbed", "9", &more);
    let end = format!("}}, {registered}, {classified}, {absorbed}]}}");
    receipt(id, "", "")
        .replace("2025-06-03T", "2025-06-04T")
        .replace("}]}", &end)
}

#[test]
fn a_merge_of_which_the_sides_do_not_go_together_is_named_with_both_lines() {
    let at = ["--as-of", "2025-06-10"];
    let later = |id: &str| receipt(id, "", "").replace("2025-06-03T", "2025-06-04T");
    // The survivor knows nothing of it: its due date would be a day late, and is not told.
    let (_dir, path) = file(&[merged("A", "B"), later("B"), receipt("X", "", "")]);
    for (what, more) in [("status", &at[..]), ("timeline", &[])] {
        let ran = run(what, &path, more).wrong(1, "[merge_not_absorbed]");
        let told = format!("`A` ({path}:1) goes on as part of `B` ({path}:2)");
        assert!(ran.err.contains(&told), "{}", ran.err);
        assert!(ran.text().contains("X: "), "{}", ran.text());
        assert!(!ran.text().contains("B: "), "{}", ran.text());
    }
    run("status", &path, &["--as-of", "2025-06-10", "--id", "X"]).fine();
    run("status", &path, &["--as-of", "2025-06-10", "--id", "B"]).wrong(1, "[merge_not_absorbed]");
    let ran = run("analyse", &path, &["--period", "2025-06"]).wrong(1, "[merge_not_absorbed]");
    assert!(ran.err.contains("nothing was counted"), "{}", ran.err);
    // The other's own log says when it was received, whatever the survivor's log says.
    let (_dir, path) = file(&[merged("A", "B"), absorbing("B", "A", "2025-06-04")]);
    let ran = run("status", &path, &at).wrong(1, "[absorbed_receipt]");
    assert!(ran.text().contains("B: "), "{}", ran.text());
    let (_, b) = ran.text().split_once("B: ").unwrap();
    assert!(b.contains("received 2025-06-03T09:00:00+08:00"), "{b}");
    assert!(b.contains("2025-06-18"), "{b}");
    let input = std::fs::read(&path).unwrap();
    let piped = with_input(
        ["complaint", "status", "-", "--as-of", "2025-06-10"],
        &input,
    );
    assert_eq!(piped.wrong(1, "[absorbed_receipt]").text(), ran.text());
    // Right on both sides.
    let (_dir, path) = file(&[merged("A", "B"), absorbing("B", "A", "2025-06-03")]);
    let fine = run("status", &path, &at).fine();
    assert_eq!((fine.text(), fine.err.as_str()), (ran.text(), ""));
    // Taken up twice, and without having been merged.
    let two = [
        merged("A", "B"),
        absorbing("B", "A", "2025-06-03"),
        absorbing("C", "A", "2025-06-03"),
    ];
    let (_dir, path) = file(&two);
    let ran = run("status", &path, &at).wrong(1, "[absorbed_twice]");
    let told = format!("by `B` ({path}:2) and `C` ({path}:3)");
    assert!(ran.err.contains(&told), "{}", ran.err);
    let (_dir, path) = file(&[receipt("A", "", ""), absorbing("B", "A", "2025-06-03")]);
    run("status", &path, &at).wrong(1, "[absorbed_not_merged]");
    // Absent, it may be elsewhere.
    let (_dir, path) = file(&[absorbing("B", "A", "2025-06-03")]);
    let ran = run("status", &path, &at).fine();
    assert!(ran.err.starts_with("warning: "), "{}", ran.err);
    assert!(ran.err.contains("[absent_absorbed]"), "{}", ran.err);
}

#[test]
fn levels_and_approvals_of_the_house_are_asked() {
    let at = "2025-06-03T09:00:00+08:00";
    let classified = format!(r#"{LEADER}, "complexity": "simple""#);
    let lines = [log(&[
        ("received", at, RECEIVED),
        ("registered", at, LEADER),
        ("classified", at, &classified),
    ])];
    let (_dir, path) = file(&lines);
    let units = example("units.json");
    let next = |role: &str, unit: &str| {
        let more = [
            "--as-of",
            "2025-06-05",
            "--role",
            role,
            "--unit",
            unit,
            "--units",
            &units,
        ];
        run("next", &path, &[&more[..], &BOTH].concat())
            .fine()
            .text()
            .to_owned()
    };
    let city = next("leader", "JX");
    assert!(
        city.contains("the procedure gives this to units of the level (at least province)"),
        "{city}"
    );
    let (may, _) = city.split_once("Something stands in the way").unwrap();
    assert!(!may.contains("declined"), "{may}");
    let province = next("leader", "ZJ");
    let (may, _) = province.split_once("Something stands in the way").unwrap();
    assert!(may.contains("declined"), "{may}");
    let senior = next("head_office_senior", "HO");
    assert!(
        senior.contains("the procedure gives this to the role"),
        "{senior}"
    );
    // Who acted for a unit that nobody knows had no level.
    let (_dir, path) = file(&[lines[0].replace(r#""unit_id": "JX""#, r#""unit_id": "JY""#)]);
    let ran = run(
        "status",
        &path,
        &["--as-of", "2025-06-05", "--units", &units],
    )
    .fine();
    let told = "    unit JY: events are by people of a unit that is not among those given (1 received, 2 registered, 3 classified, did you mean `JX`?) [cn-2020-3]\n";
    assert!(ran.text().contains(told), "{}", ran.text());
    let without = run("status", &path, &["--as-of", "2025-06-05"]).fine();
    assert!(!without.text().contains("unit JY:"), "{}", without.text());
}

/// A log of events of one day each, by their kinds, with more of their fields.
fn log(events: &[(&str, &str, &str)]) -> String {
    let events: Vec<String> = (1..)
        .zip(events)
        .map(|(id, (kind, at, more))| {
            format!(
                r#"{{"kind": "{kind}", "id": "{id}", "occurred_at": "{at}", "recorded_at": "{at}", {more}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"complaint_id": "C", "events": [{}]}}"#,
        events.join(", ")
    )
}

const RECEIVED: &str = r#""actor": {"person_id": "E1", "role": "collector", "unit_id": "JX"}, "firm_kind": "insurer", "trigger": "complaint""#;
const LEADER: &str = r#""actor": {"person_id": "E9", "role": "leader", "unit_id": "JX"}"#;

#[test]
fn units_say_whether_an_approver_stands_high_enough() {
    let asked = format!(r#"{LEADER}, "reason": "an appraisal is missing""#);
    let special = format!(r#"{LEADER}, "complexity": "special""#);
    let notice = format!(r#"{LEADER}, "notice": "extension""#);
    let granted = LEADER.replace("E9", "E8");
    let lines = [log(&[
        ("received", "2025-03-03T09:00:00+08:00", RECEIVED),
        ("registered", "2025-03-03T10:00:00+08:00", LEADER),
        ("classified", "2025-03-04T09:00:00+08:00", &special),
        ("extension_asked", "2025-04-02T09:00:00+08:00", &asked),
        ("extension_approved", "2025-04-02T10:00:00+08:00", &granted),
        ("notice_sent", "2025-04-02T11:00:00+08:00", &notice),
    ])];
    let (_dir, path) = file(&lines);
    let args = ["--as-of", "2025-04-03"];
    let ran = run("status", &path, &args).fine();
    let assumed = "    approval 5: the units are not given, so that whoever granted more time is taken to stand high enough (decide-complex, inform-complex) [cn-2020-3@2020.1]\n";
    assert!(ran.text().contains(assumed), "{}", ran.text());
    assert!(
        ran.text().contains("decide  running  2025-05-02"),
        "{}",
        ran.text()
    );
    let units = example("units.json");
    let with_units = ["--as-of", "2025-04-03", "--units", &units];
    let ran = run("status", &path, &with_units).fine();
    assert!(!ran.text().contains(assumed), "{}", ran.text());
    let refused =
        "extension at 2025-04-02T10:00:00+08:00 does not count: whoever granted it may not\n";
    assert!(ran.text().contains(refused), "{}", ran.text());
    let ran = run("timeline", &path, &["--units", &units]).fine();
    let refused = "~ decide does not move by extension: whoever granted it may not [";
    assert!(ran.text().contains(refused), "{}", ran.text());
    // Without units the analysis takes the later due date, with them the one of the law.
    let april = ["--period", "2025-04", "--as-of", "2025-05-10"];
    let ran = run("analyse", &path, &april).fine();
    assert!(
        ran.text().contains("\n  due                      0 "),
        "{}",
        ran.text()
    );
    let april = [
        "--period",
        "2025-04",
        "--as-of",
        "2025-05-10",
        "--units",
        &units,
    ];
    let ran = run("analyse", &path, &april).fine();
    assert!(
        ran.text().contains("\n  due                      1 "),
        "{}",
        ran.text()
    );
}

#[test]
fn an_extension_asked_in_time_and_granted_too_late_says_which_counts() {
    let asked = format!(r#"{LEADER}, "reason": "an appraisal is missing""#);
    let special = format!(r#"{LEADER}, "complexity": "special""#);
    let granted = LEADER.replace(
        "\"E9\", \"role\": \"leader\"",
        "\"S\", \"role\": \"head_office_senior\"",
    );
    let (_dir, path) = file(&[log(&[
        ("received", "2025-03-03T09:00:00+08:00", RECEIVED),
        ("registered", "2025-03-03T10:00:00+08:00", LEADER),
        ("classified", "2025-03-04T09:00:00+08:00", &special),
        ("extension_asked", "2025-04-02T09:00:00+08:00", &asked),
        ("extension_approved", "2025-04-03T09:00:00+08:00", &granted),
    ])]);
    let ran = run("status", &path, &["--as-of", "2025-04-03"]).fine();
    let told = "extension at 2025-04-03T09:00:00+08:00 does not count: it was not granted before the time was over, whenever it was asked for\n";
    assert!(ran.text().contains(told), "{}", ran.text());
}

#[test]
fn a_possibility_that_ended_lapsed() {
    let outcome = format!(r#"{LEADER}, "outcome": "upheld""#);
    let asked = RECEIVED.split_once(", \"firm_kind\"").unwrap().0;
    let (_dir, path) = file(&[log(&[
        ("received", "2025-03-03T09:00:00+08:00", RECEIVED),
        ("registered", "2025-03-03T10:00:00+08:00", LEADER),
        ("handled", "2025-03-04T09:00:00+08:00", &outcome),
        ("fed_back", "2025-03-05T09:00:00+08:00", LEADER),
        ("recheck_requested", "2025-05-05T09:00:00+08:00", asked),
    ])]);
    let ran = run("status", &path, &["--as-of", "2025-05-05"]).fine();
    assert!(
        ran.text()
            .contains("recheck request (of the complainant)  lapsed "),
        "{}",
        ran.text()
    );
    let ran = run("timeline", &path, &[]).fine();
    let lapsed = "    ! recheck request (of the complainant) lapsed, was due 2025-04-04 [";
    assert!(ran.text().contains(lapsed), "{}", ran.text());
    assert!(!ran.text().contains("done late"), "{}", ran.text());
    // The same, for machines, in the same order.
    let json = run("timeline", &path, &["--format", "json"]).fine();
    let json = insurant_rules::document::Document::parse_json("", json.text()).unwrap();
    let told = json.root().items_at("timeline");
    let did: Vec<&str> = told
        .iter()
        .map(|t| {
            t.get("event")
                .and_then(|e| e.text_at("kind"))
                .or(t.text_at("did"))
        })
        .map(Option::unwrap)
        .collect();
    let end = [
        "fed_back",
        "met",
        "met",
        "begins",
        "lapsed",
        "recheck_requested",
        "begins",
    ];
    assert!(did.ends_with(&end), "{did:?}");
    let lapsed = told.iter().find(|t| t.text_at("did") == Some("lapsed"));
    assert_eq!(
        lapsed.unwrap().text_at("at"),
        Some("2025-04-05T00:00:00+08:00")
    );
    assert_eq!(told[0].text_at("step"), Some("received"));
}

#[test]
fn a_clock_beyond_its_calendar_makes_the_governing_one_provisional() {
    let ours = r#"id = "ours"
version = "1"
language = 1
currency = "CNY"
effective = { from = "2020-01-01" }

[complaints]
time_zone = "Asia/Shanghai"
calendar = "cn"

[[complaints.clocks]]
id = "decide"
duty = "decide"
starts = ["received"]
stops = ["handled", "declined"]
unit = "business_day"
count = 10
status = "unverified"
source = "Ours"
"#;
    let dir = tempfile::tempdir().unwrap();
    let rules = dir.path().join("ours.toml");
    std::fs::write(&rules, ours).unwrap();
    let (_dir, path) = file(&[receipt("C", "2025-06-03", "2026-12-28")]);
    let both = [
        "--procedure",
        "cn-2020-3",
        "--procedure",
        rules.to_str().unwrap(),
    ];
    let mut args = vec!["--as-of", "2026-12-29"];
    args.extend(both);
    let ran = run("status", &path, &args).fine();
    for told in [
        "  Clocks (* governs, *? as far as can be said)\n",
        "  *?  decide  running           2027-01-12",
        "lie outside the calendar `cn` [outside_calendar]; expected a day from 2004-01-01 to 2026-12-31",
        "governs as far as can be said: another clock on this cannot be worked out\n",
    ] {
        assert!(ran.text().contains(told), "no `{told}` in\n{}", ran.text());
    }
    args.extend(["--format", "json"]);
    let ran = run("status", &path, &args).fine();
    assert!(ran.text().contains(r#""governing":true"#), "{}", ran.text());
    assert_eq!(ran.text().matches(r#""provisional":true"#).count(), 1);
    let ran = run("status", &path, &["--as-of", "2026-12-29"]).fine();
    assert!(!ran.text().contains("*?"), "{}", ran.text());
}

#[test]
fn facts_beside_the_log_count_first() {
    let silent = receipt("C", "\"firm_kind\": \"insurer\", ", "");
    let (_dir, path) = file(&[silent]);
    let dir = tempfile::tempdir().unwrap();
    let facts = dir.path().join("facts.toml");
    std::fs::write(
        &facts,
        "firm_kind = \"insurer\"\ncomplexity = \"complex\"\n",
    )
    .unwrap();
    let facts = facts.to_str().unwrap();
    let as_of = ["--as-of", "2025-06-10", "--facts", facts];
    let ran = run("status", &path, &as_of).fine();
    assert!(
        ran.text().contains("decide  running  2025-07-03"),
        "{}",
        ran.text()
    );
    let mut role = as_of.to_vec();
    role.extend(["--role", "leader"]);
    run("next", &path, &role).fine();
    run("timeline", &path, &["--facts", facts]).fine();
    run("analyse", &path, &["--period", "2025-06", "--facts", facts]).fine();
    std::fs::write(facts, "firm_kind = \"insurr\"\n").unwrap();
    run("status", &path, &as_of).wrong(1, "did you mean `insurer`?");
}

#[test]
fn a_word_that_no_procedure_knows_is_named() {
    let bank = receipt("C", "\"insurer\"", "\"bank\"");
    let says =
        "`firm_kind` is `bank`, which is none of insurer, intermediary, adviser, payment_firm";
    refused(&bank, "{\"kind\"", "procedure_does_not_apply", says);
}

#[test]
fn the_same_event_again_is_told_for_what_it_is() {
    let registered = |id: &str| {
        format!(
            r#"{{"kind": "registered", "id": "{id}", "occurred_at": "2025-06-03T10:00:00+08:00", "recorded_at": "2025-06-03T10:00:00+08:00", {LEADER}}}"#
        )
    };
    let twice = receipt(
        "C",
        "}]}",
        &format!("}}, {}, {}]}}", registered("2"), registered("2")),
    );
    let (_dir, path) = file(std::slice::from_ref(&twice));
    let ran = run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, "[refused_event]");
    let says = "the event is not in the log already [refused_event] at `events[2]`";
    assert!(ran.err.contains(says), "{}", ran.err);
    let another = twice.replacen(r#""id": "2""#, r#""id": "3""#, 1);
    let (_dir, path) = file(&[another]);
    let ran = run("status", &path, &["--as-of", "2025-06-10"]).wrong(1, "[refused_event]");
    assert!(!ran.err.contains("in the log already"), "{}", ran.err);
}

#[test]
fn names_that_are_not_there_say_what_there_is() {
    let path = example("complaints.jsonl");
    let version = ["--as-of", "2025-06-10", "--procedure", "cn-2020-3@9"];
    run("status", &path, &version).wrong(1, "expected cn-2020-3@2020.1;");
    let ran = run("status", &path, &["--as-of", "2025-06-10", "--id", "ZZZ"]);
    let ran = ran.wrong(1, "[unknown_complaint]");
    assert!(!ran.err.contains("did you mean"), "{}", ran.err);
    let unknown = receipt("C", "\"received\"", "\"zzz\"");
    refused(
        &unknown,
        "\"zzz\"",
        "unknown_member",
        " more, which the schema lists",
    );
}

#[test]
fn packs_print_everything_that_a_clock_has() {
    let page = insurant(["complaint", "packs", "cn-2020-3"]).fine();
    for told in [
        "replaced cn-2013-8\n",
        "ends with withdrawn, merged_into\n",
        "starts anew with new_facts\n",
        "counted in Asia/Shanghai, from the day after the start, a last day without work staying where it is; calendar cn (",
        "2004-01-01 to 2026-12-31)\n",
        "warns 5 days before\n",
        "pauses for external_appraisal\n",
        "more time: 30 calendar days, once at most, granted before the time is over, from above or by the head office, with the notice extension before it is over\n",
    ] {
        assert!(
            page.text().contains(told),
            "no `{told}` in\n{}",
            page.text()
        );
    }
    let page = insurant(["complaint", "packs", "cn-2013-8"]).fine();
    let told = "complaints received while it is in force stay under it to their end (unverified): No source";
    assert!(page.text().contains(told), "{}", page.text());
    let page = insurant(["complaint", "packs", "house-complaints"]).fine();
    for told in [
        "a start from 17:00 on being one of the next day",
        "a last day without work moving to the working day before",
        "starts again when it is met\n",
        "counted in Asia/Shanghai; calendar cn (",
        "warns 4 hours before\n",
    ] {
        assert!(
            page.text().contains(told),
            "no `{told}` in\n{}",
            page.text()
        );
    }
    let json = insurant(["complaint", "packs", "cn-2020-3", "--format", "json"]).fine();
    for told in [
        r#""extension":{"count":30,"level":"superior","most":1,"notice":"extension","timely":"approved","unit":"calendar_day"}"#,
        r#""first_day":"excluded""#,
        r#""roll":"none""#,
        r#""time_zone":"Asia/Shanghai""#,
        r#""warn_before":5"#,
        r#""restarts":["new_facts"]"#,
        r#""calendar":{"from":"2004-01-01","id":"cn","to":"2026-12-31","version":""#,
    ] {
        assert!(
            json.text().contains(told),
            "no `{told}` in\n{}",
            json.text()
        );
    }
}
