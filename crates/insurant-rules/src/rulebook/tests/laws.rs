//! Laws of rulebooks on random ones, against slow and obvious twins.

use super::{BASE, filled, language, problems, read};
use crate::document::{Document, Json};
use crate::rulebook::{Lookup, Rulebooks};
use crate::value::Slot;
use proptest::prelude::*;

fn json(depth: u32) -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(Json::from),
        "\\PC{0,8}|[\u{0}-\u{1f}\"\\\\\u{1f600}]{0,4}".prop_map(Json::from),
    ];
    leaf.prop_recursive(depth, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::List),
            prop::collection::vec(("\\PC{0,4}", inner), 0..5).prop_map(Json::object_of),
        ]
    })
}

/// A condition of the test language, mostly with needless parentheses and odd spellings.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "insured".to_owned(),
        "claims( 1y ) >= 3".to_owned(),
        "claims(lifetime)>many".to_owned(),
        "paid(12 months) <= 1_000.50 CNY".to_owned(),
        "loss_ratio(36m) > 33.50%".to_owned(),
        "loss_ratio(36m) != 1.50".to_owned(),
        "kind in (person, company)".to_owned(),
        "(kind not in (person))".to_owned(),
        "since < 2024-02-29".to_owned(),
        "is_known(since)".to_owned(),
        "stars = two".to_owned(),
        "big".to_owned(),
    ]);
    leaf.prop_recursive(4, 16, 3, |inner| {
        let join = |word: &'static str| {
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(move |parts| format!("( {} )", parts.join(word)))
        };
        prop_oneof![
            join(" and "),
            join("\nor "),
            inner.clone().prop_map(|inner| format!("not ({inner})")),
        ]
    })
}

fn quoted(text: &str) -> String {
    Json::from(text).to_canonical_string()
}

prop_compose! {
    /// Parts of a rulebook, as JSON objects without their braces.
    fn rulebook()(
        conditions in prop::collection::vec((condition(), any::<bool>()), 0..4),
        rules in prop::collection::vec((condition(), prop::option::of(condition())), 0..5),
        alerts in prop::collection::vec((condition(), any::<bool>()), 0..5),
        bounds in prop::collection::btree_set(-5_i64..20, 0..4),
        points in prop::collection::vec(("-?[1-9][0-9]{0,3}", "[0-9]{1,3}"), 5),
    ) -> String {
        let named: Vec<String> = conditions.iter().enumerate().map(|(i, (when, plain))| {
            let when = quoted(when);
            if *plain { format!("\"c{i}\": {when}") } else {
                format!("\"c{i}\": {{\"doc\": \"d\", \"when\": {when}}}")
            }
        }).collect();
        // Whatever is stated must be used.
        let used: String = (0..named.len()).map(|i| format!(" or c{i}")).collect();
        let rules: Vec<String> = rules.iter().enumerate().map(|(i, (when, holds))| {
            let holds = holds.as_ref().map_or(String::new(), |h| format!(", \"holds\": {}", quoted(h)));
            format!("{{\"id\": \"r{i}\", \"outcome\": \"key\", \"when\": {}{holds}}},", quoted(when))
        }).collect();
        let alerts: Vec<String> = alerts.iter().enumerate().map(|(i, (when, example))| {
            format!("{{\"id\": \"a-{i}\", \"severity\": \"info\", \"example\": {example}, \"when\": {}}}", quoted(when))
        }).collect();
        let mut edges: Vec<Option<i64>> = vec![None];
        edges.extend(bounds.into_iter().map(Some));
        edges.push(None);
        let bands: Vec<String> = edges.windows(2).zip(&points).map(|(edge, (whole, fraction))| {
            let bound = |key: &str, edge: Option<i64>| edge.map_or(String::new(), |e| format!("\"{key}\": \"{e} CNY\", "));
            format!("{{{}{}\"points\": \"{whole}.{fraction}\"}}", bound("from", edge[0]), bound("below", edge[1]))
        }).collect();
        format!(
            "{{\"id\": \"random\", \"version\": \"1\", \"language\": 1, \"currency\": \"CNY\",
              \"effective\": {{\"from\": \"2024-01-01\"}},
              \"parameters\": {{\"many\": {{\"value\": 3}}, \"large\": {{\"value\": \"50_000.00 CNY\"}}}},
              \"inputs\": {{\"stars\": {{\"type\": \"enumeration\", \"members\": [\"one\", \"two\"]}}}},
              \"conditions\": {{\"big\": \"paid(12m) >= large\"{}{}}},
              \"categories\": {{\"rules\": [{} {{\"id\": \"used\", \"outcome\": \"key\", \"when\": \"claims(12m) > many or big{used}\"}}, {{\"id\": \"other\", \"when\": \"always\"}}]}},
              \"alerts\": {{\"rules\": [{}]}},
              \"partners\": {{\"scorecard\": {{
                \"characteristics\": [{{\"id\": \"v\", \"value\": \"volume\", \"weight\": \"0.50\", \"missing\": {{\"points\": 1}}, \"bands\": [{}]}}],
                \"grades\": [{{\"grade\": \"b\", \"below\": \"1.0\"}}, {{\"grade\": \"a\", \"from\": 1}}]
              }}}}}}",
            if named.is_empty() { "" } else { "," }, named.join(","), rules.concat(), alerts.join(","), bands.join(","),
        )
    }
}

/// A table over `claims(12m)` with these ranges, by their bounds.
fn table(ranges: &[(Option<i64>, Option<i64>)]) -> String {
    let rows = ranges.iter().enumerate().map(|(i, (from, below))| {
        let bound = |key: &str, at: &Option<i64>| at.map(|at| format!("{key} = {at}"));
        let bounds: Vec<String> = [bound("from", from), bound("below", below)]
            .into_iter()
            .flatten()
            .collect();
        format!("{{ match = [{{ {} }}], value = {i} }},", bounds.join(", "))
    });
    let rows: String = rows.collect();
    format!(
        "{BASE}\n[[rates.tables]]\nid = \"t\"\non = [\"claims(12m)\"]\ntype = \"count\"\nrows = [{rows}]\n"
    )
}

fn within(value: i64, (from, below): &(Option<i64>, Option<i64>)) -> bool {
    from.is_none_or(|from| from <= value) && below.is_none_or(|below| value < below)
}

/// A cell of a table over kind (0, 1) and claims (0 to 3).
fn cells() -> impl Strategy<Value = (Option<usize>, (Option<i64>, Option<i64>))> {
    let range = (0_i64..4, 1_i64..4).prop_map(|(from, length)| (Some(from), Some(from + length)));
    (
        prop::option::of(0_usize..2),
        prop_oneof![Just((None, None)), range],
    )
}

/// Half as many cases as usual, or half of `PROPTEST_CASES`.
fn some() -> ProptestConfig {
    let config = ProptestConfig::default();
    let cases = config.cases / 2;
    ProptestConfig { cases, ..config }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn canonical_json_reads_back(value in json(4)) {
        for text in [value.to_canonical_string(), value.pretty()] {
            let document = Document::parse_json("", &text).unwrap();
            prop_assert_eq!(document.root().to_json().unwrap(), value.clone());
        }
    }

    #[test]
    fn document_to_rulebook_to_document_is_the_identity(text in rulebook()) {
        let rulebook = read(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let written = rulebook.to_json();
        let again = read(&written.to_canonical_string()).unwrap();
        prop_assert_eq!(&again.to_json(), &written);
        prop_assert_eq!(again.fingerprint(), rulebook.fingerprint());
        prop_assert!(crate::rulebook::diff(&rulebook, &again).is_empty());
        prop_assert!(again.compile(&language(), &[]).is_ok());
    }

    #[test]
    fn a_child_that_says_nothing_decides_like_its_base(text in rulebook()) {
        let header = "{\"id\": \"child\", \"version\": \"1\", \"language\": 1, \"currency\": \"CNY\", \
            \"effective\": {\"from\": \"2024-01-01\"}, \"extends\": \"random\"}";
        let documents = [&*text, header].map(|text| Document::parse("", text).unwrap());
        let rulebooks = Rulebooks::read(documents, &language()).unwrap();
        let found = crate::rulebook::diff(rulebooks.get("random").unwrap(), rulebooks.get("child").unwrap());
        let paths: Vec<&str> = found.iter().map(|d| d.path.as_str()).collect();
        prop_assert_eq!(paths, ["id"]);
    }

    #[test]
    fn no_mutilated_rulebook_makes_it_panic(at in 0_usize..2000, cut in 0_usize..40, put in "[\\PC\n]{0,6}") {
        let text: Vec<char> = BASE.chars().collect();
        let at = at.min(text.len());
        let end = (at + cut).min(text.len());
        let mutilated: String = text[..at].iter().copied().chain(put.chars()).chain(text[end..].iter().copied()).collect();
        let _ = read(&mutilated);
    }

    #[test]
    fn ranges_are_judged_like_counting_would(
        ranges in prop::collection::vec((prop::option::of(0_i64..8), prop::option::of(0_i64..8)), 1..5)
    ) {
        let empty = ranges.iter().any(|(from, below)| matches!((from, below), (Some(a), Some(b)) if a >= b));
        let hits = |value: i64| ranges.iter().filter(|range| within(value, range)).count();
        let overlap = (-2..10).any(|value| hits(value) > 1);
        let gap = (-2..10).any(|value| hits(value) == 0);
        let found = problems(&table(&ranges));
        let has = |code: &str| found.iter().any(|problem| problem.contains(code));
        prop_assert_eq!(has("[empty_range]"), empty, "{:?}", found);
        if !empty {
            prop_assert_eq!(has("[bands_overlap]"), overlap, "{:?}", found);
            prop_assert_eq!(has("[bands_gap]"), gap, "{:?}", found);
        }
        if found.is_empty() {
            let compiled = read(&table(&ranges)).unwrap().compile(&language(), &[]).unwrap();
            let customer = compiled.subject("customer").unwrap();
            let table = customer.tables("rates").unwrap().table("t").unwrap();
            for value in -2..10 {
                let filled = filled(customer, &[("claims", Slot::whole(value))]);
                let row = ranges.iter().position(|range| within(value, range)).unwrap();
                prop_assert_eq!(table.lookup(filled.answered()), Lookup::Row(row));
            }
        }
    }

    #[test]
    fn tables_answer_like_a_scan_would(rows in prop::collection::vec(cells(), 1..6)) {
        let kinds = ["person", "company"];
        let text: String = rows.iter().enumerate().map(|(i, (kind, range))| {
            let kind = kind.map_or("*", |kind| kinds[kind]);
            let claims = match range {
                (Some(from), Some(below)) if below - from == 1 => from.to_string(),
                (Some(from), Some(below)) => format!("{{ from = {from}, below = {below} }}"),
                _ => "\"*\"".to_owned(),
            };
            format!("{{ match = [\"{kind}\", {claims}], value = {i} }},")
        }).collect();
        let text = format!("{BASE}\n[[rates.tables]]\nid = \"t\"\non = [\"kind\", \"claims(12m)\"]\ntype = \"count\"\nrows = [{text}]\n");
        let fits = |(kind, range): &(Option<usize>, _), own: usize, claims: i64| {
            kind.is_none_or(|kind| kind == own) && within(claims, range)
        };
        let hits = |own: usize, claims: i64| rows.iter().filter(|row| fits(row, own, claims)).count();
        let overlap = (0..2).any(|own| (0..8).any(|claims| hits(own, claims) > 1));
        let found = problems(&text);
        prop_assert_eq!(!found.is_empty(), overlap, "{:?}", found);
        prop_assert!(found.iter().all(|problem| problem.contains("[bands_overlap]")), "{:?}", found);
        if overlap {
            return Ok(());
        }
        let compiled = read(&text).unwrap().compile(&language(), &[]).unwrap();
        let customer = compiled.subject("customer").unwrap();
        let table = customer.tables("rates").unwrap().table("t").unwrap();
        let look = |kind: Slot, claims: Slot| {
            table.lookup(filled(customer, &[("kind", kind), ("claims", claims)]).answered())
        };
        for (own, kind) in [(0, Slot::whole(0)), (1, Slot::whole(1))] {
            for claims in 0..8 {
                let row = rows.iter().position(|row| fits(row, own, claims));
                let expected = row.map_or(Lookup::Nothing, Lookup::Row);
                prop_assert_eq!(look(kind, Slot::whole(claims)), expected);
            }
            // A missing value: the answer if it is the same row for all, unknown if any could be.
            let could: Vec<usize> = (0..rows.len()).filter(|i| rows[*i].0.is_none_or(|kind| kind == own)).collect();
            let sure = could.iter().find(|i| rows[**i].1 == (None, None));
            let expected = match (sure, could.is_empty()) {
                (Some(row), _) => Lookup::Row(*row),
                (None, true) => Lookup::Nothing,
                (None, false) => Lookup::Unknown,
            };
            prop_assert_eq!(look(kind, Slot::UNKNOWN), expected);
        }
    }
}
