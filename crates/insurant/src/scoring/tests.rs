//! The score of a subject that no host has, so that nothing of a host's is taken for the rule.

use super::*;
use insurant_rules::document::{Decimal, Document, Json};
use insurant_rules::rulebook::{Language, Rulebook, SectionSpec};
use insurant_rules::{Currency, Problems, Signature, Slot, Truth, Type, Vocabulary};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

struct Guide(Vec<Signature>);

impl Vocabulary for Guide {
    fn subject(&self) -> &str {
        "guide"
    }
    fn signatures(&self) -> &[Signature] {
        &self.0
    }
}

const HOUSE: &str = r#"
id = "house"
version = "1"
language = 1
currency = "EUR"
effective.from = 2024-01-01

[inputs]
exam = { type = "count" }
medal = { type = "enumeration", members = ["gold", "silver", "none"] }
since = { type = "date" }
town = { type = "text" }
fraud = { type = "boolean" }
quarrel = { type = "boolean" }

[[guides.review.dimensions]]
id = "work"
weight = "62.5%"

[[guides.review.dimensions]]
id = "ability"
weight = "37.5%"
floors = [{ least = 50, best = "fair" }, { least = "20.5", best = "poor" }]

[[guides.review.characteristics]]
id = "fees"
dimension = "work"
value = "fees"
weight = "40%"
missing = "undecided"
bands = [{ below = "1_000 EUR", points = "12.50" }, { from = "1_000 EUR", points = 100 }]

[[guides.review.characteristics]]
id = "exam"
dimension = "ability"
value = "exam"
weight = "100%"
missing = { points = 10 }
bands = [{ below = 60, points = 20 }, { from = 60, below = 80, points = 50 }, { from = 80, points = 90 }]

[[guides.review.characteristics]]
id = "praised"
dimension = "work"
value = "praised"
weight = "60%"
missing = "undecided"
bands = [{ from = "90%", points = 100 }]
otherwise = -5

[[guides.review.vetoes]]
id = "fraud"
when = "fraud"
grade = "poor"

[[guides.review.vetoes]]
id = "quarrel"
when = "quarrel and town = 'Rome'"
grade = "fair"

[[guides.review.grades]]
grade = "poor"
below = 30

[[guides.review.grades]]
grade = "fair"
from = 30
below = "60.25"

[[guides.review.grades]]
grade = "good"
from = "60.25"

[[guides.honours.characteristics]]
id = "medal"
value = "medal"
weight = "1.5"
missing = { points = 0 }
cases = [{ is = ["gold"], points = 3 }, { is = ["silver"], points = 2 }]
otherwise = 0

[[guides.honours.grades]]
grade = "yes"
from = 1

[[guides.honours.grades]]
grade = "no"
below = 1
"#;

fn language() -> Language {
    let name = |name: &str, ty| Signature {
        name: name.to_owned(),
        ty,
        arguments: vec![],
        doc: String::new(),
    };
    let fees = Type::Money(Currency::parse("EUR").unwrap());
    let guide = Guide(vec![name("fees", fees), name("praised", Type::Ratio)]);
    Language::new().with_subject(Arc::new(guide)).with_section(
        SectionSpec::new("guides", "guide", "Guides.")
            .scorecard("review", ["good", "fair", "poor"], 10)
            .scorecard("honours", ["yes", "no"], 10),
    )
}

fn guides() -> ScoredSubject {
    let rulebook = Rulebook::read(Document::parse("house", HOUSE).unwrap(), &language());
    let rulebook = rulebook.unwrap_or_else(|problems| panic!("{problems}"));
    ScoredSubject::compile(&rulebook, &language(), "guide").unwrap()
}

fn given(inputs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let inputs = inputs.iter();
    inputs
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

/// The review of a guide with these fees in cents, praise, and inputs.
fn review(fees: Slot, praised: Slot, inputs: &[(&str, &str)]) -> Json {
    let guides = guides();
    let mut all = vec![("fraud", "no"), ("quarrel", "no"), ("town", "Rome")];
    all.retain(|(name, _)| inputs.iter().all(|(other, _)| other != name));
    all.extend(inputs);
    let inputs = guides.read_inputs(&given(&all), "guide.inputs").unwrap();
    let facts = guides.facts(&inputs, |request| match request.name.as_str() {
        "fees" => fees,
        "praised" => praised,
        other => panic!("{other} is an input"),
    });
    let card = guides.card("guides", "review").unwrap();
    card.score(facts.answered()).to_json()
}

fn part<'j>(json: &'j Json, path: &str) -> Option<&'j Json> {
    path.split('.')
        .try_fold(json, |json, key| match key.parse::<usize>() {
            Ok(at) => json.items().get(at),
            Err(_) => json.get(key),
        })
}

/// Each path of the score with its value as canonical JSON; absent: empty.
fn has(json: &Json, expected: &[(&str, &str)]) {
    for (path, value) in expected {
        let found = part(json, path).map(Json::to_canonical_string);
        assert_eq!(
            found.as_deref().unwrap_or_default(),
            *value,
            "{path} of {json:?}"
        );
    }
}

const RICH: Slot = Slot::whole(100_000);
const POOR: Slot = Slot::whole(99_999);
const PRAISED: Slot = Slot::ratio(45, 50);
const BLAMED: Slot = Slot::ratio(44, 50);

#[test]
fn the_whole_score_is_explained() {
    // 12.5 x 40% + 100 x 60% = 65; 65 x 62.5% + 20 x 37.5% = 48.125.
    let score = review(POOR, PRAISED, &[("exam", "59")]);
    let characteristics = concat!(
        r#""characteristics":[{"band":0,"dimension":"work","earned":"band","id":"fees","points":"12.5","#,
        r#""shown":{"currency":"EUR","kind":"money","state":"known","value":"999.99"},"value":"fees","weight":"40%","weighted":"5"},"#,
        r#"{"band":0,"dimension":"ability","earned":"band","id":"exam","points":"20","#,
        r#""shown":{"kind":"count","state":"known","value":59},"value":"exam","weight":"100%","weighted":"20"},"#,
        r#"{"band":0,"dimension":"work","earned":"band","id":"praised","points":"100","#,
        r#""shown":{"den":"50","kind":"ratio","num":"45","shown":"0.900000","state":"known"},"value":"praised","weight":"60%","weighted":"60"}]"#,
    );
    let lower = r#"{"best":"poor","dimension":"ability","least":"20.5","missing":"0.5"}"#;
    let upper = r#"{"best":"fair","dimension":"ability","least":"50","missing":"30"}"#;
    let expected = format!(
        concat!(
            "{{{characteristics},",
            r#""dimensions":[{{"floors_broken":[],"id":"work","points":"65","weight":"62.5%"}},"#,
            r#"{{"floors_broken":[{upper},{lower}],"id":"ability","points":"20","weight":"37.5%"}}],"#,
            r#""floor":{lower},"grade":"poor","grade_by_score":"fair","points":"48.125","status":"graded","#,
            r#""to_next":{{"floors_to_meet":[{lower}],"grade":"fair","points_missing":"0"}},"#,
            r#""vetoes":{{"holds":[],"unknown":[]}}}}"#,
        ),
        characteristics = characteristics,
        lower = lower,
        upper = upper,
    );
    assert_eq!(score.to_canonical_string(), expected);
}

#[test]
fn points_and_floors_decide_the_grade() {
    // 100 x 62.5% + 50 x 37.5% = 81.25: the exam just meets its floor.
    let score = review(RICH, PRAISED, &[("exam", "60")]);
    has(
        &score,
        &[
            ("grade", r#""good""#),
            ("points", r#""81.25""#),
            ("floor", ""),
            ("to_next", ""),
        ],
    );
    // 40 - 3 = 37 of work; 37 x 62.5% + 90 x 37.5% = 56.875: 3.375 short of good.
    let score = review(RICH, BLAMED, &[("exam", "80")]);
    has(
        &score,
        &[
            ("grade", r#""fair""#),
            ("points", r#""56.875""#),
            ("dimensions.0.points", r#""37""#),
            ("characteristics.2.earned", r#""otherwise""#),
            ("characteristics.2.band", ""),
            ("characteristics.2.weighted", r#""-3""#),
            ("to_next.points_missing", r#""3.375""#),
            ("to_next.floors_to_meet", "[]"),
        ],
    );
    // Nothing is known of the exam: 10 points, below both floors; 62.5 + 3.75 would be good.
    let score = review(RICH, PRAISED, &[]);
    has(
        &score,
        &[
            ("grade_by_score", r#""good""#),
            ("grade", r#""poor""#),
            ("floor.missing", r#""10.5""#),
            ("characteristics.1.earned", r#""missing""#),
            ("characteristics.1.shown.state", r#""unknown""#),
            ("characteristics.1.points", r#""10""#),
        ],
    );
    // 5 - 3 = 2 of work and 20 of ability: 8.75, poor by itself, so that no floor made it worse.
    let score = review(POOR, BLAMED, &[("exam", "0")]);
    has(
        &score,
        &[
            ("grade", r#""poor""#),
            ("floor", ""),
            ("to_next.points_missing", r#""21.25""#),
        ],
    );
    assert_eq!(
        part(&score, "dimensions.1.floors_broken")
            .unwrap()
            .items()
            .len(),
        2
    );
}

#[test]
fn what_is_missing_and_what_is_vetoed_is_told() {
    let score = review(Slot::UNKNOWN, Slot::UNDEFINED, &[("exam", "90")]);
    has(
        &score,
        &[
            ("status", r#""undecided""#),
            ("grade", ""),
            ("grade_by_score", ""),
            ("points", ""),
            ("missing", r#"["fees","praised"]"#),
            ("dimensions.0.points", ""),
            ("dimensions.1.points", r#""90""#),
            ("characteristics.2.shown.state", r#""undefined""#),
            ("characteristics.2.points", ""),
            ("characteristics.2.weighted", ""),
            ("to_next", ""),
        ],
    );
    let score = review(RICH, PRAISED, &[("exam", "90"), ("quarrel", "yes")]);
    has(
        &score,
        &[
            ("status", r#""vetoed""#),
            ("grade", r#""fair""#),
            ("grade_by_score", r#""good""#),
            ("veto", r#""quarrel""#),
            ("vetoes.holds", r#"["quarrel"]"#),
            ("points", r#""96.25""#),
            ("to_next", ""),
        ],
    );
    // The one that holds outweighs the one that is unknown, though it comes later.
    let score = review(
        RICH,
        PRAISED,
        &[("exam", "90"), ("quarrel", "yes"), ("fraud", "")],
    );
    has(
        &score,
        &[("veto", r#""quarrel""#), ("vetoes.unknown", r#"["fraud"]"#)],
    );
    let score = review(RICH, Slot::UNKNOWN, &[("fraud", ""), ("quarrel", "")]);
    has(
        &score,
        &[
            ("status", r#""review""#),
            ("grade", ""),
            ("veto", r#""fraud""#),
            ("vetoes.unknown", r#"["fraud","quarrel"]"#),
            ("missing", r#"["praised"]"#),
        ],
    );
    // A quarrel elsewhere is none of the veto's.
    let score = review(RICH, PRAISED, &[("quarrel", "yes"), ("town", "Bari")]);
    has(&score, &[("vetoes.holds", "[]")]);
}

#[test]
fn a_scorecard_without_dimensions_speaks_of_none() {
    let guides = guides();
    let inputs = guides
        .read_inputs(&given(&[("medal", "silver")]), "")
        .unwrap();
    let facts = guides.facts(&inputs, |_| Slot::UNKNOWN);
    let scored = guides
        .card("guides", "honours")
        .unwrap()
        .score(facts.answered());
    has(
        &scored.to_json(),
        &[
            ("dimensions", ""),
            ("grade", r#""yes""#),
            ("points", r#""3""#),
            ("characteristics.0.band", "1"),
            ("characteristics.0.dimension", ""),
            ("characteristics.0.weight", r#""1.5""#),
            ("characteristics.0.shown.value", r#""silver""#),
        ],
    );
    let line = |text| scored.compare(Decimal::parse(text).unwrap());
    assert_eq!(line("3.000"), Some(Ordering::Equal));
    assert_eq!(line("3.001"), Some(Ordering::Less));
    assert_eq!(line("-3"), Some(Ordering::Greater));
    assert_eq!(scored.vetoes(Truth::Unknown).count(), 0);
    assert!(guides.card("guides", "honour").is_none() && guides.card("guide", "review").is_none());
}

#[test]
fn every_wrong_input_is_told_at_its_place() {
    let wrong = [
        ("exam", "ninety"),
        ("exams", "90"),
        ("medal", "bronze"),
        ("since", "2024-02-30"),
        ("fraud", "perhaps"),
        ("town", "anywhere"),
    ];
    let problems: Problems = guides()
        .read_inputs(&given(&wrong), "guides[3].inputs")
        .unwrap_err();
    let mut told: Vec<(String, &str)> = problems
        .iter()
        .map(|problem| (problem.place().path.clone(), problem.code().as_str()))
        .collect();
    told.sort_unstable();
    let expected = [
        ("exam", "type_clash"),
        ("exams", "unknown_field"),
        ("fraud", "type_clash"),
        ("medal", "unknown_member"),
        ("since", "no_such_date"),
    ];
    let expected = expected.map(|(name, code)| (format!("guides[3].inputs.{name}"), code));
    assert_eq!(told, expected);
    assert!(
        problems.to_string().contains("did you mean `exam`?"),
        "{problems}"
    );
}

#[test]
fn the_inputs_of_a_document_are_read_as_written() {
    let document = Document::parse_json("", r#"{"exam":82,"fraud":false,"since":"2020-01-01"}"#);
    let written = written_inputs(document.unwrap().root());
    assert_eq!(
        written,
        given(&[("exam", "82"), ("fraud", "false"), ("since", "2020-01-01")])
    );
}

/// What is told of the score is what its shape says, so that the schema of an answer holds.
#[test]
fn every_score_has_its_shape() {
    for (fees, praised, exam) in [
        (RICH, PRAISED, "90"),
        (POOR, BLAMED, "0"),
        (Slot::UNKNOWN, Slot::UNDEFINED, ""),
    ] {
        for fraud in ["yes", "no", ""] {
            let score = review(fees, praised, &[("exam", exam), ("fraud", fraud)]);
            let document = Document::parse_json("", &score.to_canonical_string()).unwrap();
            let mut problems = Problems::new();
            let path = insurant_rules::document::Path::ROOT;
            score_shape().check(&document, document.root(), &path, &mut problems);
            assert!(problems.is_empty(), "{problems}");
        }
    }
}

#[test]
fn a_subject_that_the_language_does_not_have_is_no_silence() {
    let rulebook = Rulebook::read(Document::parse("house", HOUSE).unwrap(), &language()).unwrap();
    let problems = ScoredSubject::compile(&rulebook, &language(), "broker").unwrap_err();
    assert!(
        problems.to_string().contains("no subject `broker`"),
        "{problems}"
    );
    let guides = guides();
    assert_eq!(
        (guides.reference(), guides.currency().code()),
        ("house@1", "EUR")
    );
    assert_eq!(guides.fingerprint(), rulebook.fingerprint());
    let inputs: Vec<&str> = guides
        .inputs()
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(inputs.len(), 6);
    assert!(guides.records("guides").is_none() && guides.rules("guides").is_none());
}
