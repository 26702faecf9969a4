//! From the grade of the score to the one that is proposed.

use super::{YEAR, appraised, manager, rulebook, text};

/// Best first, with points that earn each.
const GRADES: [(&str, u32); 5] = [
    ("principal", 85),
    ("senior", 65),
    ("standard", 45),
    ("junior", 25),
    ("trainee", 5),
];

/// Proposed grade, change, and what limits it.
fn proposed(
    header: &str,
    present: Option<&str>,
    inputs: &str,
) -> (Option<String>, Option<String>, Option<String>, String) {
    let grade = present
        .map(|grade| format!(r#""grade": "{grade}","#))
        .unwrap_or_default();
    let row = format!(r#"{{"manager_id": "M", {grade} "inputs": {{{inputs}}}}}"#);
    let answer = appraised(&rulebook(header, &[], ""), YEAR, &row);
    let manager = manager(&answer, "M");
    let word = |key| text(manager, key).map(str::to_owned);
    (
        word("proposed"),
        word("change"),
        word("limited_by"),
        word("rating").unwrap(),
    )
}

/// Every present grade, every score, every number of steps.
#[test]
fn a_grade_moves_by_so_many_steps_at_most() {
    for up in 0..=4_usize {
        for down in 0..=4_usize {
            let header = format!(r#""steps_up": {up}, "steps_down": {down},"#);
            let rows = GRADES.iter().flat_map(|(present, _)| {
                GRADES.iter().map(move |(scored, points)| {
                    format!(
                        r#"{{"manager_id": "{present}-{scored}", "grade": "{present}",
                            "inputs": {{"points": {points}, "fraud": false}}}}"#
                    )
                })
            });
            let rows: Vec<String> = rows.collect();
            let answer = appraised(&rulebook(&header, &[], ""), YEAR, &rows.join(","));
            for (now, (present, _)) in GRADES.iter().enumerate() {
                for (scored, (by_score, _)) in GRADES.iter().enumerate() {
                    let (to, limit) = if scored + up < now {
                        (now - up, Some("steps_up"))
                    } else if scored > now + down {
                        (now + down, Some("steps_down"))
                    } else {
                        (scored, None)
                    };
                    let change = match to.cmp(&now) {
                        std::cmp::Ordering::Less => "promote",
                        std::cmp::Ordering::Equal => "confirm",
                        std::cmp::Ordering::Greater => "demote",
                    };
                    let manager = manager(&answer, &format!("{present}-{by_score}"));
                    let told = ["proposed", "change", "limited_by"].map(|key| text(manager, key));
                    let expected = [Some(GRADES[to].0), Some(change), limit];
                    assert_eq!(told, expected, "{present} to {by_score}, {header}");
                    let score = manager.get("score").unwrap();
                    assert_eq!(text(score, "grade"), Some(*by_score));
                }
            }
        }
    }
}

#[test]
fn a_first_grade_has_a_bound_of_its_own() {
    let first = |header: &str, points: u32| {
        let (grade, change, limit, _) = proposed(
            header,
            None,
            &format!(r#""points": {points}, "fraud": false"#),
        );
        assert_eq!(change.as_deref(), Some("first"));
        (grade.unwrap(), limit)
    };
    let bound = Some("first_grade".to_owned());
    assert_eq!(first("", 85), ("standard".into(), bound.clone()));
    assert_eq!(first("", 45), ("standard".into(), None));
    assert_eq!(first("", 5), ("trainee".into(), None));
    assert_eq!(
        first(r#""first_grade_at_best": "trainee","#, 45),
        ("trainee".into(), bound)
    );
    assert_eq!(
        first(r#""first_grade_at_best": "principal","#, 85),
        ("principal".into(), None)
    );
    // Steps are for whoever has a grade.
    assert_eq!(
        first(r#""steps_up": 0, "steps_down": 0,"#, 5),
        ("trainee".into(), None)
    );
}

#[test]
fn a_veto_is_not_softened_and_raises_nobody() {
    let vetoed = |present: Option<&str>| {
        let (grade, change, limit, rating) =
            proposed("", present, r#""points": 85, "fraud": true"#);
        assert_eq!((limit, &*rating), (None, "rated"));
        (grade.unwrap(), change.unwrap())
    };
    assert_eq!(
        vetoed(Some("principal")),
        ("junior".into(), "demote".into())
    );
    assert_eq!(vetoed(Some("junior")), ("junior".into(), "confirm".into()));
    assert_eq!(
        vetoed(Some("trainee")),
        ("trainee".into(), "confirm".into())
    );
    assert_eq!(vetoed(None), ("junior".into(), "first".into()));
}

#[test]
fn what_is_not_known_proposes_nothing() {
    let none = |inputs: &str| {
        let (grade, change, limit, rating) = proposed("", Some("senior"), inputs);
        assert_eq!((grade, change, limit), (None, None, None), "{inputs}");
        rating
    };
    assert_eq!(none(r#""points": 85"#), "review");
    assert_eq!(none(r#""fraud": false"#), "undecided");
    assert_eq!(none(""), "review");
}
