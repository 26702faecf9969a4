use super::{BASE, read, scoring};
use crate::rulebook::diff;

fn told(from: &[(&str, &str)]) -> Vec<String> {
    told_of(BASE, from)
}

fn told_of(whole: &str, from: &[(&str, &str)]) -> Vec<String> {
    let mut text = whole.to_owned();
    for (from, to) in from {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let changed = read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let base = read(whole).unwrap();
    let list = |found: Vec<crate::rulebook::Difference>| -> Vec<String> {
        let lines = found.iter().map(|d| d.to_json().to_canonical_string());
        lines.collect()
    };
    let back = diff(&changed, &base);
    let there = diff(&base, &changed);
    assert_eq!(back.len(), there.len());
    list(there)
}

#[test]
fn equal_rulebooks_do_not_differ() {
    assert!(told(&[]).is_empty());
    // Neither blanks nor spellings nor the order of keys.
    assert!(
        told(&[
            ("\"paid(12m) >= large\"", "\"paid( 1y )>=( large )\""),
            (
                "value = \"50_000 CNY\", source = \"C-10\"",
                "source = \"C-10\", value = \"50000.00 CNY\""
            ),
        ])
        .iter()
        .all(|line| line.contains("conditions.big"))
    );
}

#[test]
fn parts_are_compared_by_id() {
    let found = told(&[
        ("version = \"1\"", "version = \"2\""),
        ("value = 3", "value = 4"),
        (
            "notable = { type = \"boolean\" }",
            "notable = { type = \"boolean\" }\nvip = { type = \"boolean\" }",
        ),
        (
            "often = { when = \"claims(12m) >= many\", doc = \"Often.\" }",
            "often = \"claims(12m) > many\"",
        ),
        ("holds = \"kind = person\"\n", ""),
        (
            "[[alerts.rules]]\nid = \"frequent\"",
            "[[alerts.rules]]\nid = \"often\"",
        ),
    ]);
    assert_eq!(
        found,
        [
            r#"{"change":"changed","fields":[{"after":"2","before":"1","field":""}],"path":"version"}"#,
            r#"{"change":"changed","fields":[{"after":"4","before":"3","field":"value"}],"path":"parameters.many"}"#,
            r#"{"after":{"type":"boolean"},"change":"added","path":"inputs.vip"}"#,
            r#"{"change":"changed","fields":[{"before":"Often.","field":"doc"},{"after":"claims(12m) > many","before":"claims(12m) >= many","field":"when"}],"path":"conditions.often"}"#,
            r#"{"change":"changed","fields":[{"before":"kind = person","field":"holds"}],"path":"categories.rules.standard"}"#,
            r#"{"before":{"id":"frequent","severity":"watch","when":"often and stars != one"},"change":"removed","path":"alerts.rules.frequent"}"#,
            r#"{"after":{"id":"often","severity":"watch","when":"often and stars != one"},"change":"added","path":"alerts.rules.often"}"#,
        ]
    );
}

#[test]
fn another_order_of_rules_is_a_difference() {
    let key = "[[categories.rules]]\nid = \"key\"\nwhen = \"insured and (big or is_known(notable) and notable)\"\n";
    let standard = "[[categories.rules]]\nid = \"standard\"\nwhen = \"insured\"\nholds = \"kind = person\"\nsource = \"C-11\"\n";
    let found = told(&[(key, ""), (standard, &format!("{standard}{key}"))]);
    assert_eq!(
        found,
        [
            r#"{"after":["standard","key","other"],"before":["key","standard","other"],"change":"reordered","path":"categories.rules"}"#
        ]
    );
}

#[test]
fn scorecards_and_tables_are_compared_by_id_too() {
    let full = scoring::full();
    let found = told_of(
        &full,
        &[
            ("weight = \"0.30\"", "weight = \"0.25\""),
            ("when = \"fraud\"", "when = \"fraud or volume < 5 CNY\""),
            ("id = \"small\"", "id = \"tiny\""),
            ("below = 60", "below = 61"),
            ("from = 60", "from = 61"),
            ("otherwise = \"40 CNY\"", ""),
            ("id = \"discount\"", "id = \"rebate\""),
        ],
    );
    let paths: Vec<&str> = found
        .iter()
        .map(|line| line.split("\"path\":\"").nth(1).unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "partners.scorecard.characteristics.volume\"}",
            "partners.scorecard.vetoes.fraud\"}",
            "partners.scorecard.vetoes.small\"}",
            "partners.scorecard.vetoes.tiny\"}",
            "partners.scorecard.grades\"}",
            "rates.tables.discount\"}",
            "rates.tables.fee\"}",
            "rates.tables.rebate\"}",
        ],
        "{found:#?}"
    );
    assert!(found[0].contains(r#"{"after":"0.25","before":"0.3","field":"weight"}"#));
}

#[test]
fn the_order_of_vetoes_is_a_difference_and_that_of_tables_is_none() {
    let full = scoring::full();
    let fraud = "[[partners.scorecard.vetoes]]\nid = \"fraud\"\nwhen = \"fraud\"\ngrade = \"c\"\n";
    let grades = "[[partners.scorecard.grades]]\ngrade = \"c\"";
    let found = told_of(
        &full,
        &[(fraud, ""), (grades, &format!("{fraud}\n{grades}"))],
    );
    assert_eq!(
        found,
        [
            r#"{"after":["small","fraud"],"before":["fraud","small"],"change":"reordered","path":"partners.scorecard.vetoes"}"#
        ]
    );
    let (rest, fee) = full.split_once("[[rates.tables]]\nid = \"fee\"").unwrap();
    let (rest, discount) = rest.split_once("[[rates.tables]]").unwrap();
    let turned = format!("{rest}[[rates.tables]]\nid = \"fee\"{fee}\n[[rates.tables]]{discount}");
    let (full, turned) = (read(&full).unwrap(), read(&turned).unwrap());
    assert_eq!(diff(&full, &turned), []);
    assert_ne!(full.fingerprint(), turned.fingerprint());
}
