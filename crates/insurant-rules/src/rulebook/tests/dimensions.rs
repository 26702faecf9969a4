//! Scorecards with dimensions and floors, several in a section, beside what else it holds.

use super::{BASE, filled};
use crate::document::{Document, Field, Json, Shape};
use crate::rulebook::{
    BrokenFloor, CompiledScorecard, Earned, Grading, Language, RecordListSpec, Rulebook, Rulebooks,
    Score, SectionSpec, ToNext, diff, schema,
};
use crate::value::Slot;

/// A section with two scorecards, rules, tables, records, and fields of its own.
fn language() -> Language {
    let desks = RecordListSpec::new("desks", "Desk", "Desks.", [], 3);
    let steps = Field::optional("steps", Shape::integer(), "How many.");
    super::language().with_section(
        SectionSpec::new("people", "partner", "People.")
            .collect_all([], 8)
            .scorecard("review", ["a", "b", "c", "d"], 20)
            .scorecard("entry", ["yes", "no"], 20)
            .tables(2, 10)
            .records([steps], [desks]),
    )
}

const PEOPLE: &str = r#"
[people]
doc = "People."
steps = 1

[[people.rules]]
id = "any"
when = "volume > 0 CNY"

[[people.desks]]
id = "left"

[[people.review.dimensions]]
id = "results"
weight = "62.5%"
example = true
floors = [{ least = "60", best = "b" }, { least = "33.25", best = "c" }]

[[people.review.dimensions]]
id = "ability"
weight = "0.375"
floors = [{ least = 50, best = "c" }]

[[people.review.characteristics]]
id = "volume"
dimension = "results"
value = "volume"
weight = "40%"
missing = "undecided"
bands = [{ below = "1_000 CNY", points = "12.5" }, { from = "1_000 CNY", points = 100 }]

[[people.review.characteristics]]
id = "exam"
dimension = "ability"
value = "exam"
weight = "1"
example = true
missing = { points = 10 }
bands = [{ below = 60, points = 20 }, { from = 60, points = 80 }]

[[people.review.characteristics]]
id = "licensed"
dimension = "results"
value = "licensed"
weight = "0.6"
missing = "undecided"
cases = [{ is = [true], points = 100 }]
otherwise = 0

[[people.review.vetoes]]
id = "fraud"
when = "fraud"
grade = "d"
example = true

[[people.review.grades]]
grade = "d"
below = 30

[[people.review.grades]]
grade = "c"
from = 30
below = 60

[[people.review.grades]]
grade = "b"
from = 60
below = "90.125"

[[people.review.grades]]
grade = "a"
from = "90.125"

[[people.entry.characteristics]]
id = "volume"
value = "volume"
weight = 1
missing = { points = 0 }
bands = [{ points = 1 }]

[[people.entry.grades]]
grade = "yes"

[[people.tables]]
id = "rate"
on = ["licensed"]
type = "count"
rows = [{ match = [true], value = 1 }]
otherwise = 0
"#;

const INPUTS: &str = r#"[inputs]
exam = { type = "count", subject = "partner" }
licensed = { type = "boolean", subject = "partner" }
fraud = { type = "boolean", subject = "partner" }
"#;

fn text() -> String {
    BASE.replace("[inputs]\n", INPUTS) + PEOPLE
}

fn read(text: &str) -> Rulebook {
    let document = Document::parse("r", text).unwrap();
    Rulebook::read(document, &language()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The problems of the text with one part replaced: code, path, found.
fn problems(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = text();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let document = Document::parse("r", &text).unwrap();
    match Rulebook::read(document, &language()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .iter()
            .map(|p| format!("{} {}", p.place().path, p))
            .collect(),
    }
}

/// What a partner earns.
fn score(volume: Slot, exam: Slot, licensed: Slot, fraud: Slot) -> (Score, [Earned; 3]) {
    let compiled = read(&text()).compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    let card = partner.scorecard("people", "review").unwrap();
    let values = [
        ("volume", volume),
        ("exam", exam),
        ("licensed", licensed),
        ("fraud", fraud),
    ];
    let mut earned = [Earned::default(); 3];
    let score = card.evaluate(filled(partner, &values).answered(), &mut earned);
    (score, earned)
}

fn card() -> CompiledScorecard {
    let compiled = read(&text()).compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    partner.scorecard("people", "review").unwrap().clone()
}

const RICH: Slot = Slot::whole(100_000);
const POOR: Slot = Slot::whole(99_999);
const YES: Slot = Slot::boolean(true);
const NO: Slot = Slot::boolean(false);

#[test]
fn dimensions_are_weighted_exactly() {
    let card = card();
    // 12.5 x 0.4 has two decimals, times 0.625 five.
    assert_eq!(card.denominator(), 100_000);
    let (score, earned) = score(POOR, Slot::whole(60), YES, NO);
    let plain: Vec<String> = card
        .characteristics()
        .iter()
        .zip(earned)
        .filter_map(|(characteristic, earned)| characteristic.plain_points(earned))
        .map(|points| points.to_string())
        .collect();
    assert_eq!(plain, ["12.5", "80", "100"]);
    // 12.5 x 40% + 100 x 60% = 65; 65 x 62.5% + 80 x 37.5% = 70.625.
    assert_eq!(card.dimension_points(0, &earned), Some(6_500_000));
    assert_eq!(card.dimension_points(1, &earned), Some(8_000_000));
    assert_eq!(card.dimension_points(2, &earned), None);
    assert_eq!(score.points, Some(7_062_500));
    assert_eq!(
        (score.by_score, score.grading),
        (Some(1), Grading::Graded(1))
    );
    assert_eq!(score.floor, None);
    // 90.125 - 70.625.
    let next = ToNext {
        grade: 0,
        missing: 1_950_000,
    };
    assert_eq!(card.to_next(&score), Some(next));
    assert_eq!(card.floors_to_meet(0, &earned).count(), 0);
    let ids: Vec<(&str, Option<usize>)> = card
        .characteristics()
        .iter()
        .map(|c| (&*c.id, c.dimension))
        .collect();
    let expected = [
        ("volume", Some(0)),
        ("exam", Some(1)),
        ("licensed", Some(0)),
    ];
    assert_eq!(ids, expected);
    assert!(card.dimensions()[0].example && !card.dimensions()[1].example);
    assert!(card.characteristics()[1].example && card.vetoes()[0].example);
}

#[test]
fn the_strictest_broken_floor_binds() {
    let card = card();
    // Results 100, ability 20: 62.5 + 7.5 = 70, grade b; fewer than 50 of ability: at best c.
    let (found, earned) = score(RICH, Slot::whole(59), YES, NO);
    assert_eq!(found.points, Some(7_000_000));
    assert_eq!(
        (found.by_score, found.grading),
        (Some(1), Grading::Graded(2))
    );
    let floor = BrokenFloor {
        dimension: 1,
        floor: 0,
        best: 2,
        missing: 3_000_000,
    };
    assert_eq!(found.floor, Some(floor));
    // The score is enough for b; only the floor stands in the way.
    let next = ToNext {
        grade: 1,
        missing: 0,
    };
    assert_eq!(card.to_next(&found), Some(next));
    assert_eq!(card.floors_to_meet(1, &earned).collect::<Vec<_>>(), [floor]);
    // Results 40: fewer than 60, at best b, which the score does not reach: it does not bind.
    let (found, earned) = score(RICH, Slot::whole(60), NO, NO);
    assert_eq!(found.points, Some(5_500_000));
    assert_eq!(found.grading, Grading::Graded(2));
    assert_eq!(found.floor, None);
    let broken: Vec<(usize, usize, i128)> = card
        .broken_floors(&earned)
        .map(|floor| (floor.dimension, floor.floor, floor.missing))
        .collect();
    assert_eq!(broken, [(0, 0, 2_000_000)]);
    // It allows the next grade, b, and so is no floor to meet for it, but one for a.
    assert_eq!(card.to_next(&found).map(|next| next.grade), Some(1));
    assert_eq!(card.floors_to_meet(1, &earned).count(), 0);
    assert_eq!(card.floors_to_meet(0, &earned).count(), 1);
    // Results 5: both floors of the dimension are broken.
    let (found, earned) = score(POOR, Slot::whole(60), NO, NO);
    assert_eq!(found.points, Some(3_312_500));
    assert_eq!(found.grading, Grading::Graded(2));
    assert_eq!(card.broken_floors(&earned).count(), 2);
    // The best has no next grade; 100 x 62.5% + 80 x 37.5% = 92.5.
    let (found, _) = score(RICH, Slot::whole(60), YES, NO);
    assert_eq!(found.grading, Grading::Graded(0));
    assert_eq!(card.to_next(&found), None);
}

#[test]
fn a_floor_binds_below_its_points_and_not_at_them() {
    // The exam earns exactly the 50 that the floor wants, and one millionth less.
    let graded = |points: &str| {
        let text = text().replace(
            "{ from = 60, points = 80 }",
            &format!("{{ from = 60, points = \"{points}\" }}"),
        );
        let compiled = read(&text).compile(&language(), &[]).unwrap();
        let partner = compiled.subject("partner").unwrap();
        let values = [
            ("volume", RICH),
            ("exam", Slot::whole(60)),
            ("licensed", YES),
            ("fraud", NO),
        ];
        let card = partner.scorecard("people", "review").unwrap();
        let score = card.evaluate(filled(partner, &values).answered(), &mut []);
        (
            score.grading,
            score
                .floor
                .map(|floor| floor.missing * 1_000_000 / i128::from(card.denominator())),
        )
    };
    assert_eq!(graded("50"), (Grading::Graded(1), None));
    assert_eq!(graded("49.999999"), (Grading::Graded(2), Some(1)));
}

#[test]
fn what_is_unknown_is_not_graded() {
    let card = card();
    let (found, earned) = score(Slot::UNKNOWN, Slot::UNKNOWN, Slot::UNKNOWN, NO);
    assert_eq!(found.grading, Grading::Undecided { characteristic: 0 });
    assert_eq!(
        (found.points, found.by_score, found.floor),
        (None, None, None)
    );
    assert_eq!(card.dimension_points(0, &earned), None);
    assert_eq!(card.dimension_points(1, &earned), Some(1_000_000));
    assert_eq!(card.to_next(&found), None);
    // The first in the order of the document, whatever that of the dimensions.
    let text = text().replace("missing = { points = 10 }", "missing = \"undecided\"");
    let compiled = read(&text).compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    let values = [("volume", RICH), ("fraud", NO)];
    let card = partner.scorecard("people", "review").unwrap();
    let found = card.evaluate(filled(partner, &values).answered(), &mut []);
    assert_eq!(found.grading, Grading::Undecided { characteristic: 1 });
    // Vetoes come first; the score stays to be seen.
    let (found, _) = score(RICH, Slot::whole(60), YES, YES);
    assert_eq!(found.grading, Grading::Vetoed { veto: 0, grade: 3 });
    assert_eq!((found.by_score, card.to_next(&found)), (Some(0), None));
    let (found, _) = score(RICH, Slot::whole(60), YES, Slot::UNKNOWN);
    assert_eq!(found.grading, Grading::Review { veto: 0 });
}

#[test]
fn each_thing_of_a_section_is_found_beside_the_others() {
    let compiled = read(&text()).compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    let section = partner.section("people").unwrap();
    let cards: Vec<&str> = section.scorecards().map(|(name, _)| name).collect();
    assert_eq!((section.name(), cards), ("people", vec!["review", "entry"]));
    assert_eq!(partner.rules("people").unwrap().rules().len(), 1);
    assert_eq!(partner.tables("people").unwrap().tables().len(), 1);
    let records = partner.records("people").unwrap();
    assert!(records.record("desks", "left").is_some());
    assert!(partner.scorecard("people", "scorecard").is_none());
    let entry = partner.scorecard("people", "entry").unwrap();
    assert!(entry.dimensions().is_empty());
    // None of it needs to be there.
    let bare = read(&(BASE.to_owned() + "[people]\nsteps = 2\n"));
    let compiled = bare.compile(&language(), &[]).unwrap();
    let section = compiled
        .subject("partner")
        .unwrap()
        .section("people")
        .unwrap();
    assert!(section.rules().is_none() && section.tables().is_none());
    assert_eq!(section.scorecards().count(), 0);
    assert!(section.records().is_some());
}

#[test]
fn what_is_written_reads_back() {
    let rulebook = read(&text());
    let json = rulebook.to_json();
    let again = read(&json.pretty());
    assert_eq!(again.to_json(), json);
    assert_eq!(again.fingerprint(), rulebook.fingerprint());
    let review = json
        .get("people")
        .and_then(|people| people.get("review"))
        .unwrap();
    let weights = |list: &str| -> Vec<String> {
        let items = review.get(list).map_or(&[] as &[Json], Json::items);
        items
            .iter()
            .filter_map(|item| Some(item.get("weight")?.text()?.to_owned()))
            .collect()
    };
    // One spelling for equal shares.
    assert_eq!(weights("dimensions"), ["62.5%", "37.5%"]);
    assert_eq!(weights("characteristics"), ["40%", "100%", "60%"]);
    let spelt = text().replace("weight = \"62.5%\"", "weight = \"0.6250\"");
    assert_eq!(read(&spelt).fingerprint(), rulebook.fingerprint());
    // A factor without a dimension stays a factor, however it was spelt.
    let entry = |weight: &str| {
        let changed = text().replace("weight = 1\n", &format!("weight = {weight}\n"));
        read(&changed).to_json().to_canonical_string()
    };
    assert_eq!(entry("\"150%\""), entry("\"1.5\""));
    assert!(entry("\"150%\"").contains("\"weight\":\"1.5\""));
}

#[test]
fn weights_must_add_up() {
    assert!(problems(&[]).is_empty());
    let told = problems(&[
        ("\"62.5%\"", "\"62.4999%\""),
        ("weight = \"40%\"", "weight = \"50%\""),
    ]);
    assert_eq!(told.len(), 2, "{told:?}");
    for (told, path, found) in [
        (
            &told[1],
            "people.review.dimensions[0].id ",
            "found 110% (`volume` 50%, `licensed` 60%)",
        ),
        (
            &told[0],
            "people.review ",
            "found 99.9999% (`results` 62.4999%, `ability` 37.5%)",
        ),
    ] {
        assert!(told.starts_with(path), "{told}");
        assert!(
            told.contains("[weights_do_not_add_up]") && told.contains(found),
            "{told}"
        );
        assert!(told.contains("expected exactly 100%"), "{told}");
    }
    // A dimension in which nothing earns points adds up to nothing.
    let told = problems(&[("dimension = \"ability\"", "dimension = \"results\"")]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("200%") && told[1].contains("found 0%"),
        "{told:?}"
    );
}

#[test]
fn each_mistake_of_a_dimension_has_its_code_and_place() {
    let review = "people.review";
    for (from, to, path, code, says) in [
        (
            "dimension = \"ability\"\n",
            "",
            "characteristics[1].id",
            "missing_field",
            "`exam` names no `dimension`",
        ),
        (
            "dimension = \"ability\"\n",
            "dimension = \"abilty\"\n",
            "characteristics[1].dimension",
            "unknown_id",
            "did you mean `ability`?",
        ),
        (
            "weight = \"62.5%\"",
            "weight = \"62.50001%\"",
            "dimensions[0].weight",
            "too_many_decimals",
            "at most 4 decimals",
        ),
        (
            "weight = \"62.5%\"",
            "weight = \"62,5%\"",
            "dimensions[0].weight",
            "bad_decimal",
            "",
        ),
        (
            "weight = \"62.5%\"",
            "weight = 0.625",
            "dimensions[0].weight",
            "wrong_shape",
            "write it as text: `\"0.625\"`",
        ),
        (
            "least = 50, best = \"c\"",
            "least = 50, best = \"e\"",
            "dimensions[1].floors[0].best",
            "unknown_member",
            "`e`",
        ),
        (
            "least = 50, best = \"c\"",
            "least = 50, best = \"a\"",
            "dimensions[1].floors[0]",
            "floor_without_effect",
            "it allows the best grade",
        ),
        (
            "{ least = \"33.25\", best = \"c\" }",
            "{ least = \"33.25\", best = \"b\" }",
            "dimensions[0].floors[1]",
            "floor_without_effect",
            "whoever has fewer than 60 points is at best `b` already",
        ),
        (
            "{ least = \"33.25\", best = \"c\" }",
            "{ least = \"60.0\", best = \"b\" }",
            "dimensions[0].floors[1]",
            "floor_without_effect",
            "at best `b` already",
        ),
        (
            "{ least = \"33.25\", best = \"c\" }",
            "{ least = \"60\", best = \"c\" }",
            "dimensions[0].floors[0]",
            "floor_without_effect",
            "at best `c` already",
        ),
        (
            "id = \"ability\"\nweight",
            "id = \"results\"\nweight",
            "dimensions[1].id",
            "duplicate_id",
            "",
        ),
    ] {
        let told = problems(&[(from, to)]);
        let found = told.iter().any(|told| {
            told.starts_with(&format!("{review}.{path} "))
                && told.contains(&format!("[{code}]"))
                && told.contains(says)
        });
        assert!(found, "{from} -> {to}: {told:#?}");
    }
    let told = problems(&[
        ("weight = \"40%\"", "weight = \"-40%\""),
        ("weight = \"0.6\"", "weight = \"140%\""),
    ]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("the weight of `volume` is negative [out_of_range]"),
        "{told:?}"
    );
    // What grade a floor means is not guessed at, so it is not judged beside the others.
    let told = problems(&[("least = 50, best = \"c\"", "least = 50, best = \"e\"")]);
    assert_eq!(told.len(), 1, "{told:?}");
    // A scorecard without dimensions has none to name.
    let told = problems(&[(
        "id = \"volume\"\nvalue",
        "id = \"volume\"\ndimension = \"results\"\nvalue",
    )]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("people.entry.characteristics[0].dimension "),
        "{told:?}"
    );
    assert!(
        told[0].contains("the scorecard has none [unknown_id]"),
        "{told:?}"
    );
}

#[test]
fn what_is_too_large_with_the_weight_of_its_dimension_is_told() {
    let told = problems(&[("points = 80", "points = \"9_223_372\"")]);
    assert_eq!(told.len(), 1, "{told:?}");
    let large = |points: &str| problems(&[("points = 80", &format!("points = {points}"))]);
    // Five decimals: 2^63 - 1 in units of 1/100000, less what the others may earn.
    assert!(large("92233720368447").is_empty());
    let told = large("92233720368448");
    assert!(
        told.iter().all(|told| told.contains("[number_too_large]")),
        "{told:?}"
    );
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn dimensions_are_overridden_by_id() {
    let child = |own: &str| {
        let head = "id = \"child\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\nextends = \"base@1\"\neffective.from = 2024-01-01\n";
        let texts = [("base", text()), ("child", format!("{head}{own}"))];
        let documents = texts
            .iter()
            .map(|(name, text)| Document::parse(name, text).unwrap());
        Rulebooks::read(documents, &language())
    };
    let ability = "[[people.review.dimensions]]\nid = \"ability\"\nweight = \"30%\"\n";
    let results = "[[people.review.dimensions]]\nid = \"results\"\nweight = \"70%\"\n";
    let both =
        child(&format!("{results}{ability}")).unwrap_or_else(|problems| panic!("{problems}"));
    let both = both.get("child").unwrap();
    let compiled = both.compile(&language(), &[]).unwrap();
    let partner = compiled.subject("partner").unwrap();
    let card = partner.scorecard("people", "review").unwrap();
    let weights: Vec<String> = card
        .dimensions()
        .iter()
        .map(|d| d.weight.to_string())
        .collect();
    assert_eq!(weights, ["0.7", "0.3"]);
    assert!(card.dimensions().iter().all(|d| d.floors.is_empty()));
    assert!(partner.scorecard("people", "entry").is_some());
    assert!(partner.rules("people").is_some() && partner.tables("people").is_some());
    // What no longer adds up is told of the whole.
    let problems = child(ability).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(problems.to_string().contains("found 92.5%"), "{problems}");
    // A dimension goes with its characteristics.
    let remove = "[[people.review.dimensions]]\nid = \"ability\"\nremove = true\n";
    let exam = "[[people.review.characteristics]]\nid = \"exam\"\nremove = true\n";
    let whole = results.replace("70%", "100%");
    let left =
        child(&format!("{remove}{whole}{exam}")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(
        left.get("child")
            .unwrap()
            .section("people")
            .unwrap()
            .scorecard("review")
            .unwrap()
            .dimensions
            .len(),
        1
    );
    let problems = child(&format!("{remove}{whole}")).unwrap_err();
    assert!(
        problems.to_string().contains(
            "there is no dimension `ability` (in `child@1`, which inherits it) [unknown_id]"
        ),
        "{problems}"
    );
}

#[test]
fn differences_are_told_by_dimension() {
    let was = read(&text());
    let changed = text()
        .replace("weight = \"62.5%\"\nexample = true", "weight = \"62.5%\"")
        .replace("least = 50", "least = 40")
        .replace("steps = 1", "steps = 2");
    let paths = |a: &Rulebook, b: &Rulebook| -> Vec<String> {
        diff(a, b)
            .into_iter()
            .map(|difference| difference.path)
            .collect()
    };
    let expected = [
        "people.review.dimensions.results",
        "people.review.dimensions.ability",
        "people.steps",
    ];
    assert_eq!(paths(&was, &read(&changed)), expected);
    let (head, _) = PEOPLE
        .split_once("[[people.entry.characteristics]]")
        .unwrap();
    let without = read(&(BASE.replace("[inputs]\n", INPUTS) + head));
    assert_eq!(paths(&was, &without), ["people.entry", "people.tables"]);
    assert_eq!(paths(&without, &was), ["people.entry", "people.tables"]);
}

#[test]
fn the_schema_has_a_shape_for_each_scorecard() {
    let schema = schema(&language()).to_canonical_string();
    for name in [
        "PartnersScorecard",
        "PeopleReviewScorecard",
        "PeopleEntryScorecard",
        "PeopleReviewFloor",
    ] {
        assert!(schema.contains(&format!("\"{name}\"")), "{name}");
    }
    // The one that stands alone must be there; the others may be left out.
    assert!(schema.contains("\"required\":[\"scorecard\"]"), "{schema}");
}
