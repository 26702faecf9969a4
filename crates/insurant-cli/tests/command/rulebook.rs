use crate::run::insurant;

const FIVE: &str = r#"id = "wrong"
version = "1"
language = 1
currency = "CNY"
effective = { from = "2024-01-01", to = "2023-01-01" }

[parameters.large]
value = "100.00 USD"

[[categories.rules]]
id = "key"
when = "anual_premium >= large"

[[categories.rules]]
id = "standard"
when = "claim_count(12m) = good"

[[alerts.rules]]
id = "many"
when = "claim_count(12m) >= 2"
"#;

#[test]
fn five_mistakes_are_five_errors_with_places_in_one_run() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("wrong.toml");
    std::fs::write(&file, FIVE).unwrap();
    let file = file.to_str().unwrap();
    let ran = insurant(["rulebook", "check", file]).wrong(1, "did you mean `annual_premium`?");
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines.len() >= 5, "{}", ran.err);
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with(&format!("error: {file}:"))),
        "{}",
        ran.err
    );
    for code in [
        "empty_date_range",
        "wrong_currency",
        "unknown_name",
        "no_unconditional_rule",
        "missing_field",
    ] {
        assert!(
            ran.err.contains(&format!("[{code}]")),
            "no {code} in:\n{}",
            ran.err
        );
    }
    let json = insurant(["rulebook", "check", file, "--format", "json"]);
    assert_eq!(json.code, 1);
    assert!(
        json.text().starts_with(r#"{"ok":false,"problems":[{"#),
        "{}",
        json.text()
    );
}

#[test]
fn what_is_shown_can_be_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let engine = insurant::Engine::builtin().unwrap();
    for rulebook in engine.rulebooks() {
        for format in ["toml", "json"] {
            // Some have several versions.
            let reference = rulebook.reference();
            let shown = insurant(["rulebook", "show", &reference, "--format", format]).fine();
            // Under an id of its own; nothing else says this.
            let id = format!("\"{}\"", rulebook.id());
            assert_eq!(shown.text().matches(&id).count(), 1, "{}", shown.text());
            let file = dir.path().join(format!("{}.{format}", rulebook.id()));
            std::fs::write(&file, shown.text().replace(&id, "\"copy\"")).unwrap();
            let file = file.to_str().unwrap();
            let checked = insurant(["rulebook", "check", file]).fine();
            let copy = reference.replace(rulebook.id(), "copy");
            assert!(checked.text().contains(&copy), "{}", checked.text());
            let diff = insurant(["rulebook", "diff", &reference, file]).fine();
            assert!(
                diff.text().ends_with("~ id\n    - ".to_owned().as_str())
                    || diff.text().lines().count() == 5,
                "{}",
                diff.text()
            );
        }
    }
}

#[test]
fn lists_shows_and_diffs_read_well() {
    let list = insurant(["rulebook", "list"]).fine();
    assert!(list.text().contains("cn-property@1.0.0"));
    let show = insurant(["rulebook", "show", "cn-property"]).fine();
    for part in [
        "key_annual",
        "50000 CNY",
        "C-11",
        "Cover ends soon and none follows.",
    ] {
        assert!(
            show.text().contains(part),
            "no `{part}` in:\n{}",
            show.text()
        );
    }
    let diff = insurant(["rulebook", "diff", "cn-property", "example-motor-eur"]).fine();
    assert!(
        diff.text().contains("~ parameters.preferred_years\n"),
        "{}",
        diff.text()
    );
    let tiers = insurant(["rulebook", "show", "example-property-usd"]).fine();
    for part in [
        "tenure: `tenure_years`, weight 1\n      below 1: 0 points\n      from 1 to below 3: 3 points",
        "veto not_insured: shelved when not insured",
    ] {
        assert!(
            tiers.text().contains(part),
            "no `{part}` in:\n{}",
            tiers.text()
        );
    }
    let house = insurant(["rulebook", "show", "house-complaints"]).fine();
    for line in [
        "  time_zone: Asia/Shanghai",
        "    decide (A-55, timely: no limit is given.; example)",
        "        extension: (count 5, most 2, notice extension, roles leader)",
        "        pauses: external_appraisal, waiting_for_complainant",
        "        when: complexity in (simple, complex)",
    ] {
        assert!(
            house.text().lines().any(|l| l == line),
            "{line}\n{}",
            house.text()
        );
    }
    let scales = insurant(["rulebook", "show", "example-motor-eur"]).fine();
    let part = "no_claim_discount by claim_free_years\n";
    assert!(scales.text().contains(part), "{}", scales.text());
    let json = [
        "rulebook",
        "diff",
        "cn-property",
        "example-motor-eur",
        "--format",
        "json",
    ];
    let asked = r#"{"before": "cn-property", "after": "example-motor-eur"}"#;
    let answer = crate::run::with_input(["call", "rulebook_diff"], asked.as_bytes()).fine();
    assert_eq!(insurant(json).fine().text(), answer.text());
    insurant(["rulebook", "show", "cn-propety"]).wrong(1, "did you mean `cn-property`?");
    let schema = insurant(["rulebook", "schema"]).fine();
    assert!(schema.text().contains("\"$schema\""));
}

#[test]
fn files_may_extend_one_another() {
    let dir = tempfile::tempdir().unwrap();
    let head = |id: &str, base: &str| {
        format!(
            "id = \"{id}\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\nextends = \"{base}\"\neffective = {{ from = \"2000-01-01\" }}\n"
        )
    };
    let paths = [("a", "cn-property"), ("b", "a")].map(|(id, base)| {
        let path = dir.path().join(format!("{id}.toml"));
        std::fs::write(&path, head(id, base)).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let [a, b] = &paths;
    let ran = insurant(["rulebook", "check", b, a]).fine();
    assert!(
        ran.text().contains("a@1") && ran.text().contains("b@1"),
        "{}",
        ran.text()
    );
    insurant(["rulebook", "check", b]).wrong(1, "unknown_base");
    insurant(["rulebook", "show", b, "--with", a]).fine();
    let ran = insurant(["rulebook", "diff", "cn-property", b, "--with", a]).fine();
    assert!(ran.text().contains("b@1"), "{}", ran.text());
    insurant(["rulebook", "diff", "cn-property", b]).wrong(1, "unknown_base");
}

#[test]
fn a_scorecard_of_cases_is_shown_and_explained() {
    let card = r#"id = "ours"
version = "1"
language = 1
currency = "CNY"
extends = "cn-property"
effective = { from = "1900-01-01" }

[tiers.scorecard]
characteristics = [
  { id = "credit", value = "credit", weight = "2", missing = "undecided", cases = [
    { is = ["good"], points = 10 },
    { is = ["fair"], points = 1 },
  ], otherwise = -3 },
]
vetoes = [{ id = "not_insured", when = "not insured", grade = "shelved" }]
grades = [{ grade = "shelved", below = "5" }, { grade = "normal", from = "5" }]
"#;
    let dir = crate::run::dir(&[("ours.toml", card.as_bytes())]);
    let file = dir.path().join("ours.toml");
    let file = file.to_str().unwrap();
    let shown = insurant(["rulebook", "show", file]).fine();
    let part = "  credit: `credit`, weight 2\n      good: 10 points\n      fair: 1 point\n      otherwise: -3 points\n      missing: undecided\n  veto not_insured: shelved when not insured\n  below 5: shelved\n  from 5: normal\n";
    assert!(shown.text().contains(part), "{}", shown.text());
    let of = |customer| {
        let day = ["--as-of", "2023-07-01", "--rulebook", file];
        let args = [
            "explain",
            dir.path().to_str().unwrap(),
            "--customer",
            customer,
        ];
        insurant(args.iter().chain(&day)).fine()
    };
    let best = of("C1");
    let part = "\nValue tier: normal, 20 points\n  credit (`credit`): 20 points";
    assert!(best.text().contains(part), "{}", best.text());
    let unknown = of("C2");
    let part = "nobody can say `credit`";
    assert!(unknown.text().contains(part), "{}", unknown.text());
}

#[test]
fn a_copy_is_told_that_it_needs_an_id() {
    let shown = insurant(["rulebook", "show", "cn-property", "--format", "toml"]).fine();
    let first = shown.text().lines().next().unwrap();
    assert!(first.starts_with("# Give it an id of your own"), "{first}");
}
