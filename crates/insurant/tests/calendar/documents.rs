//! Calendars that a host supplies: what they may do, and everything that can be wrong with them.

use super::{date, worked};
use insurant::calendar::{Calendar, Calendars, DayKind};
use insurant::{Engine, Problems};
use insurant_rules::document::Document;

fn with(documents: &[&str]) -> Result<Calendars, Problems> {
    let parse = |(i, text): (usize, &&str)| Document::parse(&format!("{i}.toml"), text);
    let documents = documents.iter().enumerate().map(parse);
    Calendars::builtin().with(documents.collect::<Result<Vec<_>, _>>()?)
}

#[track_caller]
fn loads(documents: &[&str], id: &str) -> Calendar {
    let calendars = with(documents).unwrap_or_else(|problems| panic!("{problems}"));
    calendars.get(id).unwrap().clone()
}

/// Code, line and path of everything that is wrong.
#[track_caller]
fn faults(documents: &[&str]) -> Vec<String> {
    let problems = with(documents).unwrap_err();
    let line =
        |p: &insurant::Problem| format!("{} {}:{}", p.code(), p.place().line, p.place().path);
    problems.iter().map(line).collect()
}

const HEAD: &str = "id = 'acme'\nversion = '1'\nsource = 'the board'\n";

fn acme(rest: &str) -> String {
    format!("{HEAD}{rest}")
}

/// A calendar of its own for May 2026.
fn may(rest: &str) -> String {
    acme(&format!(
        "coverage = {{first = 2026-05-01, last = 2026-05-31}}\nweekend = ['saturday', 'sunday']\n{rest}"
    ))
}

#[test]
fn a_calendar_of_its_own() {
    let text = may(
        "holidays = [{date = 2026-05-01, name = 'x'}]\nworking_weekends = [{date = 2026-05-09}]\n",
    );
    let acme = loads(&[&text], "acme");
    assert_eq!(acme.coverage(), [date("2026-05-01"), date("2026-05-31")]);
    let days = [
        "2026-05-01",
        "2026-05-02",
        "2026-05-04",
        "2026-05-09",
        "2026-05-10",
    ];
    assert_eq!(worked(&acme, &days), [false, false, true, true, false]);
    assert_eq!(
        [acme.version(), acme.source(), acme.id()],
        ["1", "the board", "acme"]
    );
}

#[test]
fn the_week_need_not_end_on_sunday_nor_at_all() {
    let gulf = acme(
        "coverage = {first = 2026-01-01, last = 2026-12-31}\nweekend = ['friday', 'saturday']\n",
    );
    let acme = loads(&[&gulf], "acme");
    assert_eq!(worked(&acme, &["2026-05-01", "2026-05-03"]), [false, true]);
    let always = self::acme("coverage = {first = 2026-01-01, last = 2026-01-10}\nweekend = []\n");
    let acme = loads(&[&always], "acme");
    let ten = acme.working_days_between(date("2026-01-01"), date("2026-01-10"));
    assert_eq!(ten.unwrap(), 9);
}

#[test]
fn extending_adds_removes_and_works() {
    let text = acme(
        "extends = 'cn'\nremoves = ['2025-10-08', '2025-10-11']\nholidays = [{date = 2025-10-09, name = 'Founding'}]\n\
         working_weekends = [{date = 2025-10-12, name = 'Stocktaking'}]\n",
    );
    let acme = loads(&[&text], "acme");
    let days = [
        "2025-10-07",
        "2025-10-08",
        "2025-10-09",
        "2025-10-11",
        "2025-10-12",
    ];
    assert_eq!(worked(&acme, &days), [false, true, false, false, true]);
    assert_eq!(acme.day(date("2025-10-09")).unwrap().name, Some("Founding"));
    assert_eq!(acme.coverage()[1], date("2026-12-31"));
}

#[test]
fn a_new_year_is_added_without_a_release() {
    let text = "id = 'cn'\nversion = '2027'\nsource = 'notice'\nextends = 'cn'\n\
        coverage = {first = 2004-01-01, last = 2027-12-31}\n\
        holidays = [{date = 2027-02-08, name = '春节'}]\nworking_weekends = [{date = 2027-02-20}]\n";
    let cn = loads(&[text], "cn");
    let days = [
        "2025-02-08",
        "2026-12-31",
        "2027-02-08",
        "2027-02-20",
        "2027-02-21",
    ];
    assert_eq!(worked(&cn, &days), [true, true, false, true, false]);
    assert_ne!(cn.fingerprint(), super::builtin("cn").fingerprint());
    assert_eq!(super::builtin("cn").coverage()[1], date("2026-12-31"));
}

#[test]
fn another_weekend_makes_ordinary_days_of_working_weekends() {
    let text = acme("extends = 'cn'\nweekend = ['sunday']\n");
    let acme = loads(&[&text], "acme");
    // Worked for the holiday: a Saturday, then a Sunday.
    let kind = |day| acme.day(date(day)).unwrap().kind;
    assert_eq!(kind("2025-02-08"), DayKind::Working);
    assert_eq!(kind("2025-01-26"), DayKind::WorkingWeekend);
}

#[test]
fn company_and_regulator() {
    // The company works on a Saturday on which the regulator does not, and the other way round.
    let company = may("working_weekends = [{date = 2026-05-16}]\n");
    let both = "id = 'both'\nversion = '1'\nsource = 'x'\nall_of = ['acme', 'cn']\n";
    // Documents may stand in any order.
    let both = loads(&[both, &company], "both");
    assert_eq!(both.coverage(), [date("2026-05-01"), date("2026-05-31")]);
    let days = ["2026-05-04", "2026-05-06", "2026-05-09", "2026-05-16"];
    assert_eq!(worked(&both, &days), [false, true, false, false]);
    let three = Calendars::builtin();
    let three = three.together(&["cn", "gb-eng", "us"]).unwrap();
    assert_eq!(
        [three.id(), three.version()],
        ["cn+gb-eng+us", "1.11.0+0.109"]
    );
    assert_eq!(
        worked(
            &three,
            &["2025-07-04", "2025-05-26", "2025-10-01", "2025-06-19"]
        ),
        [false; 4]
    );
    // Both are closed on 25 December 2025 in Britain and America, for one reason.
    let name = three
        .day(date("2025-12-25"))
        .unwrap()
        .name
        .map(str::to_owned);
    assert_eq!(name.as_deref(), Some("Christmas Day"));
}

#[test]
fn several_calendars_without_a_day_in_common() {
    let calendars = with(&[&may("")]).unwrap();
    let problem = calendars.together(&[]).unwrap_err();
    assert_eq!(problem.code().as_str(), "empty_date_range");
    let early = "id = 'early'\nversion = '1'\nsource = 'x'\nweekend = []\ncoverage = {first = 1990-01-01, last = 1990-12-31}\n";
    let late = "id = 'late'\nversion = '1'\nsource = 'x'\nall_of = ['early', 'cn']\n";
    assert_eq!(faults(&[early, late]), ["empty_date_range 4:all_of"]);
    let wide = "id = 'wide'\nversion = '1'\nsource = 'x'\nall_of = ['cn', 'us']\ncoverage = {first = 2004-01-01, last = 2027-12-31}\n";
    assert_eq!(faults(&[wide]), ["coverage_too_wide 5:coverage"]);
}

#[test]
fn a_calendar_that_never_opens_is_refused() {
    let week = "['monday','tuesday','wednesday','thursday','friday','saturday','sunday']";
    let closed = acme(&format!(
        "coverage = {{first = 2026-05-01, last = 2026-05-31}}\nweekend = {week}\n"
    ));
    assert_eq!(faults(&[&closed]), ["no_working_day 5:weekend"]);
    // A weekend alone, and a holiday on the only day.
    let weekend = acme(
        "coverage = {first = 2026-05-02, last = 2026-05-03}\nweekend = ['saturday','sunday']\n",
    );
    assert_eq!(faults(&[&weekend]), ["no_working_day 1:"]);
    let one = acme(
        "coverage = {first = 2026-05-04, last = 2026-05-04}\nweekend = []\nholidays = [{date = 2026-05-04, name = 'x'}]\n",
    );
    assert_eq!(faults(&[&one]), ["no_working_day 1:"]);
    let apart = "id = 'apart'\nversion = '1'\nsource = 'x'\nall_of = ['week', 'end']\n";
    let half = |id: &str, days: &str| {
        format!(
            "id = '{id}'\nversion = '1'\nsource = 'x'\ncoverage = {{first = 2026-05-01, last = 2026-05-31}}\nweekend = {days}\n"
        )
    };
    let (front, back) = (
        half("week", "['monday','tuesday','wednesday']"),
        half("end", "['thursday','friday','saturday','sunday']"),
    );
    assert_eq!(faults(&[&front, &back, apart]), ["no_working_day 1:"]);
    // A long closure inside a calendar ends with its coverage, not never.
    let shut =
        may("holidays = [{date = 2026-05-28, name = 'x'}, {date = 2026-05-29, name = 'x'}]\n");
    let shut = loads(&[&shut], "acme");
    assert!(shut.next_working(date("2026-05-28")).is_err());
    assert!(shut.add_working_days(date("2026-05-28"), 1).is_err());
}

#[test]
fn everything_wrong_is_told_at_once() {
    let text = "id = 'Acme'\nversion = '1'\nsorce = 'x'\n\
        coverage = {first = 2026-05-01, last = 2026-05-31}\n\
        weekend = ['saturday', 'sundy', 'saturday']\n\
        holidays = [\n\
        {date = 2026-05-01, name = 'a'},\n\
        {date = 2026-05-01, name = 'b'},\n\
        {date = 2026-06-01, name = 'c'},\n\
        {date = 2026-05-04},\n\
        {date = '2026-02-30', name = 'd'}]\n\
        working_weekends = [\n\
        {date = 2026-05-06},\n\
        {date = 2026-05-01},\n\
        {date = 2026-05-09, reason = 'e'}]\n\
        removes = [2026-05-08]\n";
    let found = faults(&[text]);
    let expected = [
        "missing_field 1:source",
        "bad_text 1:id",
        "unknown_field 3:sorce",
        "unknown_member 5:weekend[1]",
        "repeated_member 5:weekend[2]",
        "duplicate_day 8:holidays[1].date",
        "day_outside_coverage 9:holidays[2].date",
        "missing_field 10:holidays[3].name",
        "no_such_date 11:holidays[4].date",
        "duplicate_day 14:working_weekends[1].date",
        "unknown_field 15:working_weekends[2].reason",
        "nothing_extended 16:removes",
    ];
    assert_eq!(found, expected);
    let problems = with(&[text]).unwrap_err();
    let nearest = |code: &str| {
        problems
            .iter()
            .find(|p| p.code().as_str() == code)
            .unwrap()
            .nearest_text()
    };
    assert_eq!(nearest("unknown_field"), Some("source"));
    assert_eq!(nearest("unknown_member"), Some("sunday"));
}

#[test]
fn a_working_weekend_is_a_weekend() {
    let text = may("working_weekends = [{date = 2026-05-06}, {date = 2026-05-09}]\n");
    assert_eq!(
        faults(&[&text]),
        ["not_a_weekend 6:working_weekends[0].date"]
    );
    let problems = with(&[&text]).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "0.toml:6:29: 2026-05-06 is no weekend: people work on it anyway [not_a_weekend] at \
         `working_weekends[0].date`; found wednesday; expected saturday or sunday; correct the date; to take a \
         holiday back, name it in `removes`"
    );
}

#[test]
fn coverage_and_weekend_are_not_guessed() {
    assert_eq!(
        faults(&[HEAD]),
        ["missing_field 1:coverage", "missing_field 1:weekend"]
    );
    let turned = acme(
        "coverage = {first = 2026-05-31, last = 2026-05-01}\nweekend = []\nholidays = [{date = 2026-05-01, name = 'x'}, {date = 2026-05-01, name = 'y'}]\n",
    );
    assert_eq!(
        faults(&[&turned]),
        [
            "empty_date_range 4:coverage.last",
            "duplicate_day 6:holidays[1].date"
        ]
    );
    let half = acme("coverage = {first = 2026-05-31}\nweekend = []\n");
    assert_eq!(faults(&[&half]), ["missing_field 4:coverage.last"]);
}

#[test]
fn what_a_calendar_builds_on_must_be_there() {
    assert_eq!(
        faults(&[&acme("extends = 'gb-egn'\n")]),
        ["unknown_base 4:extends"]
    );
    let problems = with(&[&acme("extends = 'gb-egn'\n")]).unwrap_err();
    assert_eq!(
        problems.iter().next().unwrap().nearest_text(),
        Some("gb-eng")
    );
    assert_eq!(
        faults(&[&acme("all_of = ['cn', 'nc', 'acme']\n")]),
        ["unknown_base 4:all_of[1]", "unknown_base 4:all_of[2]"]
    );
    assert_eq!(
        faults(&[&acme("extends = 'acme'\n")]),
        ["unknown_base 4:extends"]
    );
    assert_eq!(
        faults(&[&acme("extends = 'cn'\nall_of = ['cn', 'us']\n")]),
        ["conflicting_fields 5:all_of"]
    );
    assert_eq!(
        faults(&[&acme("all_of = ['cn']\n")]),
        ["out_of_range 4:all_of"]
    );
    assert_eq!(
        faults(&[&acme(
            "extends = 'cn'\nremoves = ['2025-10-09', '2025-10-08', '2025-10-08']\n"
        )]),
        ["unknown_id 5:removes[0]", "duplicate_day 5:removes[2]",]
    );
    let one = "id = 'one'\nversion = '1'\nsource = 'x'\nextends = 'two'\n";
    let two = "id = 'two'\nversion = '1'\nsource = 'x'\nextends = 'one'\n";
    assert_eq!(faults(&[one, two]), ["extends_cycle 4:extends"]);
    assert_eq!(faults(&[&may(""), &may("")]), ["duplicate_id 1:id"]);
    // A fault below is told once, where it is.
    let broken = may("holidays = [{date = 2026-06-01, name = 'x'}]\n");
    let above =
        "id = 'above'\nversion = '1'\nsource = 'x'\nextends = 'acme'\nremoves = [2026-05-01]\n";
    assert_eq!(
        faults(&[above, &broken]),
        ["day_outside_coverage 6:holidays[0].date"]
    );
}

#[test]
fn what_is_no_calendar_at_all() {
    let list = Document::parse_json("list.json", "[1]").unwrap();
    let problems = Calendars::builtin().with([list]).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
}

#[test]
fn two_thousand_calendars_on_top_of_each_other_are_refused() {
    let link = |i: u32| {
        format!(
            "id = 'c{i}'\nversion = '1'\nsource = 'x'\nextends = 'c{}'\n",
            i + 1
        )
    };
    let mut chain: Vec<String> = (0..2000).map(link).collect();
    chain.push("id = 'c2000'\nversion = '1'\nsource = 'x'\nextends = 'cn'\n".to_owned());
    let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
    let found = faults(&chain);
    assert!(
        found.iter().all(|fault| fault.starts_with("too_deep ")),
        "{found:?}"
    );
    // Sixty stand.
    loads(&chain[1941..], "c1941");
}

#[test]
fn an_engine_carries_calendars_and_rulebooks_of_the_host() {
    let calendar = Document::parse("c.toml", &may("")).unwrap();
    let engine = Engine::builder().calendars([calendar]).build().unwrap();
    assert!(engine.calendars().get("acme").is_ok());
    assert!(engine.calendars().get("cn").is_ok());
    let broken = Document::parse("c.toml", HEAD).unwrap();
    let rulebook = Document::parse("r.toml", "id = 'x'\n").unwrap();
    let problems = Engine::builder()
        .calendars([broken])
        .rulebooks([rulebook])
        .build()
        .err()
        .unwrap();
    let from = |name: &str| {
        problems
            .iter()
            .any(|p| p.place().source.as_deref() == Some(name))
    };
    assert!(from("c.toml") && from("r.toml"), "{problems}");
}

#[test]
fn calendars_can_come_with_a_call() {
    let engine = Engine::builtin().unwrap();
    let call = |input: &str| engine.call("working_days", input);
    let answer = call(
        "{\"from\": \"2026-05-01\", \"add\": 1, \"explain\": true, \"calendars\": [\"gb-eng\", {\"id\": \"acme\", \"version\": \"1\", \
         \"source\": \"x\", \"extends\": \"gb-eng\", \"holidays\": [{\"date\": \"2026-05-05\", \"name\": \"y\"}]}]}",
    );
    let answer = answer.unwrap();
    assert!(answer.contains("\"to\":\"2026-05-06\""), "{answer}");
    assert!(
        answer.contains("{\"date\":\"2026-05-05\",\"kind\":\"holiday\",\"name\":\"y\"}"),
        "{answer}"
    );
    let problems = call(
        "{\"from\": \"2026-05-01\",\n\"add\": 1, \"calendars\": [\"gb-egn\",\n{\"id\": \"acme\", \"version\": 1}]}",
    );
    let problems = problems.unwrap_err();
    let places: Vec<_> = problems
        .iter()
        .map(|p| (p.code().as_str(), p.place().line))
        .collect();
    // What has the wrong shape is told before any calendar is looked up.
    assert_eq!(
        places,
        [("missing_field", 3), ("wrong_shape", 3)],
        "{problems}"
    );
    let many = engine.call("calendar_list", "{}").unwrap();
    assert!(many.contains("\"id\":\"fr-alsace-moselle\""));
    let checked = engine
        .call(
            "calendar_check",
            "{\"name\": \"c.toml\", \"text\": \"id = 'a'\"}",
        )
        .unwrap();
    assert!(
        checked.contains("\"ok\":false") && checked.contains("missing_field"),
        "{checked}"
    );
}
