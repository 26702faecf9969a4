use crate::run::{demo, insurant};
use insurant::Category;

#[test]
fn every_category_and_alert_occurs_and_the_seed_decides() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_str().unwrap();
    let args = ["demo", "--out", path, "--customers", "300"];
    let ran = insurant(args).fine();
    for part in [
        "A portfolio of 300 customers who do not exist is in",
        "300 customers,",
        "Try next:\n  insurant assess",
    ] {
        assert!(ran.text().contains(part), "no `{part}` in:\n{}", ran.text());
    }
    let args = ["assess", path, "--as-of", "2025-07-01", "--format", "csv"];
    let csv = insurant(args).fine();
    let column = |at| {
        let cells = csv
            .text()
            .lines()
            .skip(1)
            .map(move |line| line.split(',').nth(at).unwrap());
        cells
            .flat_map(|cell| cell.split(';'))
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert!(
        Category::OUTCOMES
            .iter()
            .all(|category| column(1).contains(category))
    );
    assert_eq!(column(2).len(), 3, "every standing: {:?}", column(2));
    let engine = insurant::Engine::builtin().unwrap();
    let rules = engine
        .rules("cn-property", insurant::Date::parse("2025-07-01").unwrap())
        .unwrap();
    let alerts: Vec<&str> = (0..64).map_while(|bit| rules.alert_id(bit)).collect();
    assert!(
        alerts.iter().all(|alert| column(3).contains(alert)),
        "{:?}",
        column(3)
    );
    let criteria: Vec<&str> = (0..64).map_while(|bit| rules.criterion_id(bit)).collect();
    assert!(
        criteria.iter().all(|id| column(4).contains(id)),
        "{:?}",
        column(4)
    );

    let again = demo(300, "csv");
    for table in ["customers", "policies", "movements", "claims", "entries"] {
        let read = |dir: &std::path::Path| std::fs::read(dir.join(format!("{table}.csv"))).unwrap();
        assert!(read(dir.path()) == read(again.path()), "{table}");
    }
}

#[test]
fn a_day_at_the_edge_of_time_is_refused() {
    insurant(["demo", "--as-of", "1900-01-01"]).wrong(2, "1910");
}

#[test]
fn a_portfolio_that_is_there_stays() {
    let dir = tempfile::tempdir().unwrap();
    let table = dir.path().join("claims.csv.gz");
    std::fs::write(&table, "mine").unwrap();
    let args = ["demo", "--customers", "5", "--out"];
    let out = dir.path().to_str().unwrap();
    let ran = insurant(args.iter().chain(&[out])).wrong(1, "[overwrites_input]");
    assert!(ran.err.contains("claims.csv.gz"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(table).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}
