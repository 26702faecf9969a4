use super::{BASE, filled, language, problems, read};
use crate::rulebook::{Earned, Grading, Lookup};
use crate::value::Slot;

const CARD: &str = r#"
[[partners.scorecard.characteristics]]
id = "volume"
value = "volume"
weight = "0.30"
missing = "undecided"
bands = [
    { below = "1_000 CNY", points = 0 },
    { from = "1_000 CNY", below = "50_000 CNY", points = "50.5" },
    { from = "50_000 CNY", points = 100 },
]

[[partners.scorecard.characteristics]]
id = "conduct"
value = "conduct"
weight = "0.7"
missing = { points = -10 }
cases = [{ is = ["good"], points = 100 }, { is = ["fair", "poor"], points = "12.5" }]

[[partners.scorecard.characteristics]]
id = "licensed"
value = "licensed"
weight = 1
missing = "undecided"
cases = [{ is = [true], points = 0 }]
otherwise = -100

[[partners.scorecard.vetoes]]
id = "fraud"
when = "fraud"
grade = "c"

[[partners.scorecard.vetoes]]
id = "small"
when = "volume < 1 CNY"
grade = "b"

[[partners.scorecard.grades]]
grade = "c"
below = 60

[[partners.scorecard.grades]]
grade = "b"
from = 60
below = "99.5"

[[partners.scorecard.grades]]
grade = "a"
from = "99.50"

[[rates.tables]]
id = "discount"
on = ["claims(12m)"]
type = "ratio"
rows = [
    { match = [{ from = 3 }], value = "0%" },
    { match = [{ below = 1 }], value = "12.5%" },
    { match = [{ from = 1, below = 3 }], value = "5%" },
]

[[rates.tables]]
id = "fee"
on = ["kind", "loss_ratio(12m)", "insured"]
type = "money"
rows = [
    { match = ["person", { below = "50%" }, "*"], value = "10 CNY" },
    { match = ["person", { from = "50%", below = 1 }, "yes"], value = "20 CNY" },
    { match = ["person", 1, "yes"], value = "30.50 CNY" },
    { match = ["company", "*", "*"], value = "99 CNY" },
]
otherwise = "40 CNY"
"#;

const INPUTS: &str = r#"[inputs]
conduct = { type = "enumeration", members = ["good", "fair", "poor"], subject = "partner" }
licensed = { type = "boolean", subject = "partner" }
fraud = { type = "boolean", subject = "partner" }
"#;

pub(super) fn full() -> String {
    BASE.replace("[inputs]\n", INPUTS) + CARD
}

#[test]
fn scores_are_exact_and_vetoes_outweigh_them() {
    let compiled = read(&full())
        .unwrap_or_else(|problems| panic!("{problems}"))
        .compile(&language(), &[])
        .unwrap();
    let partner = compiled.subject("partner").unwrap();
    let card = partner.scorecard("partners", "scorecard").unwrap();
    // 12.5 x 0.7 and 50.5 x 0.3 need two decimals.
    assert_eq!(card.denominator(), 100);
    let grade = |values: &[(&str, Slot)]| {
        let mut earned = [Earned::default(); 3];
        let score = card.evaluate(filled(partner, values).answered(), &mut earned);
        (score.points, score.grading, earned)
    };
    let yes = Slot::boolean(true);
    let no = Slot::boolean(false);
    let good = [
        ("volume", Slot::whole(5_000_000)),
        ("conduct", Slot::whole(0)),
        ("licensed", yes),
        ("fraud", no),
    ];
    let with = |name: &str, value: Slot| {
        let mut values = good;
        for entry in &mut values {
            if entry.0 == name {
                entry.1 = value;
            }
        }
        grade(&values)
    };
    let (points, grading, earned) = grade(&good);
    assert_eq!((points, grading), (Some(10_000), Grading::Graded(0)));
    assert_eq!(
        earned,
        [
            Earned::Band(2, 3_000),
            Earned::Band(0, 7_000),
            Earned::Band(0, 0)
        ]
    );
    // One minor unit below the bound: 50.5 x 0.3 + 70 = 85.15.
    let (points, grading, _) = with("volume", Slot::whole(4_999_999));
    assert_eq!((points, grading), (Some(8_515), Grading::Graded(1)));
    let (points, grading, earned) = with("conduct", Slot::UNKNOWN);
    assert_eq!((points, grading), (Some(2_300), Grading::Graded(2)));
    assert_eq!(earned[1], Earned::Missing(-700));
    let (points, grading, earned) = with("licensed", no);
    assert_eq!((points, grading), (Some(0), Grading::Graded(2)));
    assert_eq!(earned[2], Earned::Otherwise(-10_000));
    let (points, grading, _) = with("licensed", Slot::UNDEFINED);
    assert_eq!(
        (points, grading),
        (None, Grading::Undecided { characteristic: 2 })
    );
    let (points, grading, _) = with("fraud", yes);
    assert_eq!(
        (points, grading),
        (Some(10_000), Grading::Vetoed { veto: 0, grade: 2 })
    );
    assert_eq!(with("fraud", Slot::UNKNOWN).1, Grading::Review { veto: 0 });
    assert_eq!(with("volume", Slot::UNKNOWN).1, Grading::Review { veto: 1 });
}

#[test]
fn tables_answer() {
    let compiled = read(&full()).unwrap().compile(&language(), &[]).unwrap();
    let customer = compiled.subject("customer").unwrap();
    let tables = customer.tables("rates").unwrap();
    let discount = tables.table("discount").unwrap();
    let answer = |claims: Slot| {
        let found = discount.lookup(filled(customer, &[("claims", claims)]).answered());
        discount.answer(found).map(|answer| answer.text.clone())
    };
    let found: Vec<_> = (0..5).map(|claims| answer(Slot::whole(claims))).collect();
    let found: Vec<&str> = found.iter().flatten().map(String::as_str).collect();
    assert_eq!(found, ["12.5%", "5%", "5%", "0%", "0%"]);
    assert_eq!(answer(Slot::UNKNOWN), None);

    let fee = tables.table("fee").unwrap();
    let look = |kind: Slot, ratio: Slot, insured: Slot| {
        let values = [("kind", kind), ("loss_ratio", ratio), ("insured", insured)];
        fee.lookup(filled(customer, &values).answered())
    };
    let (person, company) = (Slot::whole(0), Slot::whole(1));
    let (yes, unknown) = (Slot::boolean(true), Slot::UNKNOWN);
    assert_eq!(
        look(person, Slot::ratio(499, 1000), unknown),
        Lookup::Row(0)
    );
    assert_eq!(look(person, Slot::ratio(1, 2), yes), Lookup::Row(1));
    assert_eq!(look(person, Slot::ratio(1, 2), unknown), Lookup::Unknown);
    assert_eq!(look(person, Slot::ratio(7, 7), yes), Lookup::Row(2));
    assert_eq!(look(person, Slot::ratio(8, 7), yes), Lookup::Otherwise);
    assert_eq!(look(company, unknown, unknown), Lookup::Row(3));
    assert_eq!(look(unknown, unknown, unknown), Lookup::Unknown);
    assert_eq!(fee.answer(Lookup::Otherwise).unwrap().text, "40 CNY");
}

#[test]
fn writing_and_reading_give_the_same_rulebook() {
    let rulebook = read(&full()).unwrap();
    let json = rulebook.to_json();
    let again = read(&json.pretty()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(again.to_json(), json);
    assert_eq!(again.fingerprint(), rulebook.fingerprint());
}

/// Decisions name the rulebook by its fingerprint, so what a rulebook of before says must keep it.
#[test]
fn a_rulebook_of_before_keeps_its_fingerprint() {
    assert_eq!(
        read(&full()).unwrap().fingerprint(),
        "sha256:b6626cd85b32ba0a667b0494469c5d93dac3b213abf133e637be1857f238a446"
    );
}

#[test]
fn a_large_table_is_read_and_searched() {
    let rows: String = (0..100)
        .flat_map(|claims| (0..100).map(move |ratio| (claims, ratio)))
        .map(|(claims, ratio)| {
            let ranges = format!(
                "{{ from = {claims}, below = {} }}, {{ from = '{ratio}%', below = '{}%' }}",
                claims + 1,
                ratio + 1
            );
            format!(
                "{{ match = [{ranges}], value = {} }},",
                claims * 100 + ratio
            )
        })
        .collect();
    let text = format!(
        "{BASE}\n[[rates.tables]]\nid = 'grid'\non = ['claims(12m)', 'loss_ratio(12m)']\ntype = 'count'\nrows = [{rows}]"
    );
    let compiled = read(&text).unwrap().compile(&language(), &[]).unwrap();
    let customer = compiled.subject("customer").unwrap();
    let grid = customer.tables("rates").unwrap().table("grid").unwrap();
    let look = |claims: i64, ratio: Slot| {
        let values = [("claims", Slot::whole(claims)), ("loss_ratio", ratio)];
        grid.lookup(filled(customer, &values).answered())
    };
    assert_eq!(look(0, Slot::whole(0)), Lookup::Row(0));
    assert_eq!(look(99, Slot::ratio(999, 1000)), Lookup::Row(9_999));
    assert_eq!(look(57, Slot::ratio(1, 3)), Lookup::Row(5_733));
    assert_eq!(look(99, Slot::whole(1)), Lookup::Nothing);
    assert_eq!(look(100, Slot::UNKNOWN), Lookup::Nothing);
    assert_eq!(look(99, Slot::UNKNOWN), Lookup::Unknown);
}

/// One problem each, with this code, and with this text in it.
#[test]
fn each_mistake_has_its_code() {
    let cases = [
        (
            "{ from = \"50_000 CNY\", points = 100 }",
            "{ from = \"49_999 CNY\", points = 100 }",
            "[bands_overlap]",
            "`from 49999 CNY`, and `from 1000 CNY below 50000 CNY` on line 52",
        ),
        (
            "{ from = \"50_000 CNY\", points = 100 }",
            "{ from = \"50_000.01 CNY\", points = 100 }",
            "[bands_gap]",
            "no band covers `from 50000 CNY below 50000.01 CNY`",
        ),
        (
            "{ below = \"1_000 CNY\", points = 0 },",
            "",
            "[bands_gap]",
            "no band covers `below 1000 CNY`",
        ),
        (
            ",\n    { from = \"50_000 CNY\", points = 100 }",
            "",
            "[bands_gap]",
            "no band covers `from 50000 CNY`",
        ),
        (
            "below = \"50_000 CNY\"",
            "below = \"1_000 CNY\"",
            "[empty_range]",
            "no value lies in this band",
        ),
        (
            "from = \"50_000 CNY\"",
            "from = \"50_000 USD\"",
            "[wrong_currency]",
            "USD",
        ),
        (
            "from = \"50_000 CNY\"",
            "from = \"larg\"",
            "[unknown_name]",
            "did you mean `large`?",
        ),
        (
            "from = \"50_000 CNY\"",
            "from = 50_000",
            "[type_clash]",
            "write the amount with its currency",
        ),
        (
            "[\"fair\", \"poor\"]",
            "[\"fair\"]",
            "[bands_gap]",
            "no case of `conduct` covers `poor`",
        ),
        (
            "[\"fair\", \"poor\"]",
            "[\"fair\", \"poor\", \"good\"]",
            "[bands_overlap]",
            "the value stands in two cases",
        ),
        (
            "[\"fair\", \"poor\"]",
            "[\"fair\", \"pour\"]",
            "[unknown_member]",
            "did you mean `poor`?",
        ),
        (
            "otherwise = -100\n",
            "",
            "[bands_gap]",
            "no case of `licensed` covers `no`",
        ),
        (
            "value = \"conduct\"",
            "value = \"conduct = good\"",
            "[condition_as_value]",
            "is a condition",
        ),
        (
            "value = \"volume\"",
            "value = \"large\"",
            "[type_clash]",
            "`large` is always the same",
        ),
        (
            "grade = \"c\"\nbelow",
            "grade = \"d\"\nbelow",
            "[unknown_member]",
            "`d`",
        ),
        (
            "below = 60",
            "below = 59",
            "[bands_gap]",
            "no grade covers `from 59 below 60`",
        ),
        (
            "weight = 1\n",
            "weight = \"9223372036854775.807\"\n",
            "[number_too_large]",
            "the points of `licensed` could make the score too large",
        ),
        (
            "weight = \"0.7\"",
            "weight = 0.7",
            "[wrong_shape]",
            "write it as text: `\"0.7\"`",
        ),
        (
            "missing = { points = -10 }",
            "missing = \"unkown\"",
            "[unknown_member]",
            "`undecided`",
        ),
        (
            "cases = [{ is = [true], points = 0 }]",
            "",
            "[conflicting_fields]",
            "one of `bands`, `cases` is missing",
        ),
        (
            "{ match = [{ below = 1 }], value = \"12.5%\" },",
            "",
            "[bands_gap]",
            "no row covers `below 1`",
        ),
        (
            "{ below = 1 }",
            "{ below = 2 }",
            "[bands_overlap]",
            "row 3 and row 2",
        ),
        (
            "value = \"12.5%\"",
            "value = \"12 CNY\"",
            "[type_clash]",
            "`12 CNY`",
        ),
        (
            "[\"person\", 1, \"yes\"]",
            "[\"person\", 1]",
            "[out_of_range]",
            "3, one for each value in `on`",
        ),
        (
            "[\"company\", \"*\", \"*\"]",
            "[\"*\", \"*\", \"yes\"]",
            "[bands_overlap]",
            "row 4 and row 1",
        ),
        (
            "[\"company\", \"*\", \"*\"]",
            "[{ from = \"company\" }, \"*\", \"*\"]",
            "[unordered_type]",
            "kind",
        ),
    ];
    let mut differ = Vec::new();
    for (from, to, code, text) in cases {
        let full = full();
        assert!(full.contains(from), "{from}");
        let found = problems(&full.replacen(from, to, 1));
        if found.len() != 1 || !found[0].contains(code) || !found[0].contains(text) {
            differ.push((from, to, code, text, found));
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn too_many_decimals_are_told_however_many() {
    for decimals in [7, 9, 10, 18] {
        let fine = format!("\"0.{}1\"", "0".repeat(decimals - 1));
        let text = full().replace("\"0.30\"", &fine).replace("\"50.5\"", &fine);
        let told = problems(&text);
        assert_eq!(told.len(), 2, "{told:?}");
        for problem in told {
            assert!(problem.contains("[too_many_decimals]"), "{problem}");
        }
    }
}

#[test]
fn the_finest_points_with_the_finest_weight_are_exact() {
    let text = full()
        .replace("\"0.30\"", "\"0.000001\"")
        .replace("\"50.5\"", "\"0.000001\"");
    let compiled = read(&text)
        .unwrap_or_else(|problems| panic!("{problems}"))
        .compile(&language(), &[])
        .unwrap();
    let partner = compiled.subject("partner").unwrap();
    let card = partner.scorecard("partners", "scorecard").unwrap();
    assert_eq!(card.denominator(), 1_000_000_000_000);
    let volume = &card.characteristics()[0];
    assert_eq!(volume.earn(Slot::whole(100_000)), Earned::Band(1, 1));
}

#[test]
fn two_spellings_of_one_value_stand_in_two_cases() {
    let card = CARD
        .replace("value = \"volume\"", "value = \"share\"")
        .replace("volume < 1 CNY", "share < 1");
    let (head, rest) = card.split_once("bands = [").unwrap();
    let (_, tail) = rest.split_once("\n]").unwrap();
    let told = |cases: &str| {
        let inputs = format!("{INPUTS}share = {{ type = \"ratio\", subject = \"partner\" }}\n");
        let cases = format!("cases = [{cases}]\notherwise = 0");
        problems(&format!(
            "{}{head}{cases}{tail}",
            BASE.replace("[inputs]\n", &inputs)
        ))
    };
    let found = told("{ is = [\"50%\"], points = 1 }, { is = [\"0.50\", \"0.6\"], points = 2 }");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("the value stands in two cases [bands_overlap]"),
        "{found:?}"
    );
    let none: [String; 0] = [];
    let apart = "{ is = [\"50%\"], points = 1 }, { is = [\"0.51\"], points = 2 }";
    assert_eq!(told(apart), none);
}

#[test]
fn a_scorecard_has_characteristics_and_grades() {
    let card = "[partners.scorecard]\ncharacteristics = []\n";
    let told = problems(&format!("{BASE}{card}"));
    let found: Vec<bool> = ["characteristics", "grades"]
        .iter()
        .map(|field| {
            let problem = format!("the scorecard has no `{field}` [missing_field]");
            told.iter().any(|told| told.contains(&problem))
        })
        .collect();
    assert_eq!((told.len(), found), (2, vec![true, true]), "{told:?}");
}

#[test]
fn bounds_and_cases_may_name_parameters() {
    let named = full().replace("\"50_000 CNY\", points", "\"large\", points");
    let named = named.replace("below = \"50_000 CNY\"", "below = \"large\"");
    let compiled = read(&named)
        .unwrap_or_else(|problems| panic!("{problems}"))
        .compile(&language(), &[])
        .unwrap();
    let partner = compiled.subject("partner").unwrap();
    let volume = &partner
        .scorecard("partners", "scorecard")
        .unwrap()
        .characteristics()[0];
    assert_eq!(volume.earn(Slot::whole(4_999_999)), Earned::Band(1, 1_515));
    assert_eq!(volume.earn(Slot::whole(5_000_000)), Earned::Band(2, 3_000));
    // A parameter that is wrong is told once, where it is declared.
    let told = problems(&named.replacen("50_000 CNY", "50_000 USD", 1));
    assert_eq!(told.len(), 1, "{told:?}");
    // A word that is a member is no name.
    let none: [String; 0] = [];
    let text = full().replace("[parameters]", "[parameters]\ngood = { value = \"fair\" }");
    assert_eq!(problems(&text), none);
}

#[test]
fn a_scorecard_and_its_tables_say_what_they_hold() {
    let compiled = read(&full()).unwrap().compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    let card = partner.scorecard("partners", "scorecard").unwrap();
    let ids: Vec<&str> = card.characteristics().iter().map(|c| &*c.id).collect();
    assert_eq!(ids, ["volume", "conduct", "licensed"]);
    let vetoes: Vec<(&str, usize)> = card.vetoes().iter().map(|v| (&*v.id, v.grade)).collect();
    assert_eq!(vetoes, [("fraud", 2), ("small", 1)]);
    let customer = compiled.subject("customer").unwrap();
    let tables = customer.tables("rates").unwrap();
    let rows: Vec<(&str, usize)> = tables
        .tables()
        .iter()
        .map(|table| (&*table.id, table.row_count()))
        .collect();
    assert_eq!(rows, [("discount", 3), ("fee", 4)]);
    assert!(tables.table("rebate").is_none());
    assert_eq!(Earned::Band(1, 7).points(), Some(7));
    assert_eq!(Earned::Otherwise(-7).points(), Some(-7));
    assert_eq!(Earned::Missing(0).points(), Some(0));
    assert_eq!(Earned::Undecided.points(), None);
}

#[test]
fn the_largest_score_must_fit_whatever_earns_it() {
    /// Two characteristics, one of which is always worth this much at most.
    fn told(first: &str, second: &str) -> Vec<String> {
        let card = format!(
            "[[partners.scorecard.characteristics]]\nid = 'a'\nvalue = 'volume'\nweight = 1\n{first}\n\
             [[partners.scorecard.characteristics]]\nid = 'b'\nvalue = 'licensed'\nweight = 1\n{second}\n\
             [[partners.scorecard.grades]]\ngrade = 'a'\n"
        );
        let input = "[inputs]\nlicensed = { type = 'boolean', subject = 'partner' }\n";
        problems(&(BASE.replace("[inputs]\n", input) + &card))
    }
    let most = i64::MAX - 1;
    let firsts = [
        format!("missing = 'undecided'\nbands = [{{ points = '{most}' }}]"),
        format!("missing = 'undecided'\nbands = [{{ points = '-{most}' }}]"),
        format!("missing = {{ points = '{most}' }}\nbands = [{{ points = 0 }}]"),
        format!(
            "missing = 'undecided'\nbands = [{{ from = '1 CNY', points = 0 }}]\notherwise = '{most}'"
        ),
    ];
    let second = |points: i64| {
        format!(
            "missing = 'undecided'\ncases = [{{ is = [true], points = {points} }}]\notherwise = 0"
        )
    };
    for first in firsts {
        for points in [1, -1] {
            assert!(told(&first, &second(points)).is_empty(), "{first}");
        }
        for points in [2, -2] {
            let found = told(&first, &second(points));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(
                found[0].contains("the points of `b` could make the score too large"),
                "{found:?}"
            );
        }
    }
}

#[test]
fn a_parameter_may_be_used_in_a_bound_a_case_or_a_cell_alone() {
    let none: [String; 0] = [];
    for (literal, value) in [
        ("\"1_000 CNY\"", "1_000 CNY"),
        ("from = \"50_000 CNY\"", "50_000 CNY"),
        ("below = \"50_000 CNY\"", "50_000 CNY"),
        ("[true]", "yes"),
        ("{ from = 3 }", "3"),
        ("{ below = 1 }", "1"),
        ("value = \"12.5%\"", "12.5%"),
        ("\"person\", 1,", "100%"),
        ("otherwise = \"40 CNY\"", "40 CNY"),
    ] {
        let full = full();
        assert!(full.contains(literal), "{literal}");
        let named = match literal.split_once("= ") {
            Some((key, end)) if end.ends_with('}') => format!("{key}= \"solitary\" }}"),
            Some((key, _)) => format!("{key}= \"solitary\""),
            None if literal.starts_with('[') => "[\"solitary\"]".to_owned(),
            None if literal.contains("person") => "\"person\", \"solitary\",".to_owned(),
            None => "\"solitary\"".to_owned(),
        };
        let parameter = format!("[parameters]\nsolitary = {{ value = \"{value}\" }}");
        let text = full
            .replace(literal, &named)
            .replace("[parameters]", &parameter);
        assert_eq!(problems(&text), none, "{literal}");
    }
}
