//! Bad input, told all at once, each at its place.

use super::{YEAR, call, rulebook};

fn told(managers: &str, more: &str) -> Vec<String> {
    let found = call(&rulebook("", &[], ""), YEAR, managers, more);
    let mut told = found.err().unwrap_or_default();
    told.sort_unstable();
    told
}

/// The problems of one manager.
fn wrong(facts: &str) -> Vec<String> {
    told(&format!(r#"{{"manager_id": "M", {facts}}}"#), "")
}

#[test]
fn a_manager_twice() {
    let managers = r#"{"manager_id": "M"}, {"manager_id": "N"}, {"manager_id": "M"}"#;
    assert_eq!(told(managers, ""), ["managers[2].manager_id duplicate_id"]);
}

#[test]
fn an_unknown_grade() {
    assert_eq!(
        wrong(r#""grade": "seniour""#),
        ["managers[0].grade unknown_member"]
    );
}

#[test]
fn served_ranges_that_overlap() {
    let ranges = r#""served": [{"from": "2025-06-01", "to": "2025-08-01"}, {"from": "2025-01-01", "to": "2025-06-02"}]"#;
    assert_eq!(
        wrong(ranges),
        ["managers[0].served[0].from overlapping_ranges"]
    );
    // Of two that begin together the one that stands later.
    let ranges = r#""served": [{"from": "2025-01-01", "to": "2025-02-01"}, {"from": "2025-01-01", "to": "2025-03-01"}]"#;
    assert_eq!(
        wrong(ranges),
        ["managers[0].served[1].from overlapping_ranges"]
    );
    let empty = r#""served": [{"from": "2025-02-01", "to": "2025-02-01"}]"#;
    assert_eq!(wrong(empty), ["managers[0].served[0].to end_before_start"]);
}

#[test]
fn served_ranges_outside_the_period() {
    let early = r#""served": [{"from": "2024-12-31", "to": "2025-02-01"}]"#;
    assert_eq!(wrong(early), ["managers[0].served[0].from outside_period"]);
    let late = r#""served": [{"from": "2025-02-01", "to": "2026-01-02"}]"#;
    assert_eq!(wrong(late), ["managers[0].served[0].to outside_period"]);
}

#[test]
fn negative_counts_and_amounts() {
    let found = wrong(
        r#""customers": {"key": -1},
        "results": {"visits_done": -1, "upheld_complaints": -2, "new_premium": "-0.01", "incurred": "-5.00"}"#,
    );
    // What has the wrong shape is told first: what it says is not looked at.
    let shapes = [
        "managers[0].customers.key out_of_range",
        "managers[0].results.upheld_complaints out_of_range",
        "managers[0].results.visits_done out_of_range",
    ];
    assert_eq!(found, shapes);
    assert_eq!(
        wrong(r#""results": {"new_premium": "-0.01", "incurred": "-5.00"}"#),
        ["managers[0].results.new_premium negative_amount"]
    );
}

#[test]
fn everything_else_that_does_not_fit_together_is_told_at_once() {
    let managers = r#"
        {"manager_id": "M", "joined_on": "2026-01-01", "grade_since": "2025-12-31"},
        {"manager_id": "N", "results": {"satisfied": 6, "asked": 5, "reports_on_time": 2, "reports_due": 1, "new_premium": "1.001"}},
        {"manager_id": "O", "inputs": {"point": 3, "points": "many", "fraud": "perhaps"}}"#;
    assert_eq!(
        told(managers, r#", "only": ["M", "X"]"#),
        [
            "managers[0].grade_since out_of_order",
            "managers[0].joined_on out_of_order",
            "managers[1].results.new_premium too_many_decimals",
            "managers[1].results.reports_on_time above_total",
            "managers[1].results.satisfied above_total",
            "managers[2].inputs.fraud type_clash",
            "managers[2].inputs.point unknown_field",
            "managers[2].inputs.points type_clash",
            "only[1] unknown_manager",
        ]
    );
    let empty = call(&rulebook("", &[], ""), ("2025-01-01", "2025-01-01"), "", "");
    assert_eq!(empty.unwrap_err(), ["period.to end_before_start"]);
}

#[test]
fn a_rulebook_that_cannot_appraise() {
    for (book, place) in [
        (r#""no-such""#, "rulebook unknown_rulebook"),
        (r#""example-property""#, "rulebook unknown_rulebook"),
        (
            r#"{"id": "own", "version": "1", "language": 1, "currency": "CNY", "effective": {"from": "2000-01-01"}, "managers": {"steps_up": 1}}"#,
            "rulebook unknown_rulebook",
        ),
    ] {
        assert_eq!(
            call(book, YEAR, r#"{"manager_id": "M"}"#, "").unwrap_err(),
            [place],
            "{book}"
        );
    }
}

/// A rulebook in which one part is written another way.
fn changed(from: &str, to: &str) -> Vec<String> {
    let book = rulebook("", &[], "");
    assert!(book.contains(from), "{from}");
    let found = call(
        &book.replacen(from, to, 1),
        YEAR,
        r#"{"manager_id": "M"}"#,
        "",
    );
    found.err().unwrap_or_default()
}

#[test]
fn weights_that_do_not_add_up() {
    let dimensions = |weights: [u32; 2]| {
        let [results, ability] = weights;
        let dimensions = format!(
            r#""dimensions": [{{"id": "results", "weight": "{results}%"}}, {{"id": "ability", "weight": "{ability}%"}}], "characteristics": ["#
        );
        let book = rulebook("", &["days_served"], "")
            .replacen(r#""characteristics": ["#, &dimensions, 1)
            .replacen(
                r#""weight": 0,"#,
                r#""weight": "100%", "dimension": "results","#,
                1,
            )
            .replacen(
                r#""weight": 1,"#,
                r#""weight": "90%", "dimension": "ability","#,
                1,
            );
        let found = call(&book, YEAR, r#"{"manager_id": "M"}"#, "");
        found.err().unwrap_or_default()
    };
    let ability = "rulebook.managers.appraisal.dimensions[1].id weights_do_not_add_up";
    assert_eq!(dimensions([60, 40]), [ability]);
    let mut both = dimensions([60, 41]);
    both.sort_unstable();
    assert_eq!(
        both,
        ["rulebook.managers.appraisal weights_do_not_add_up", ability]
    );
}

#[test]
fn bands_that_overlap_or_leave_a_gap() {
    let card = "rulebook.managers.appraisal";
    let overlap = changed(
        r#"{"from": 20, "below": 40, "points": 30}"#,
        r#"{"from": 19, "below": 40, "points": 30}"#,
    );
    assert_eq!(
        overlap,
        [format!("{card}.characteristics[0].bands[1] bands_overlap")]
    );
    let gap = changed(
        r#"{"grade": "junior", "from": 20, "below": 40}"#,
        r#"{"grade": "junior", "from": 21, "below": 40}"#,
    );
    assert_eq!(gap.len(), 1, "{gap:?}");
    assert!(
        gap[0].starts_with(&format!("{card}.grades")) && gap[0].ends_with("bands_gap"),
        "{gap:?}"
    );
}

#[test]
fn a_grade_that_there_is_not() {
    let card = "rulebook.managers.appraisal";
    let veto = changed(r#""grade": "junior"}]"#, r#""grade": "juniour"}]"#);
    assert_eq!(veto, [format!("{card}.vetoes[0].grade unknown_member")]);
    let first = changed(
        r#""appraisal": {"#,
        r#""first_grade_at_best": "chief", "appraisal": {"#,
    );
    assert_eq!(
        first,
        ["rulebook.managers.first_grade_at_best unknown_member"]
    );
}
