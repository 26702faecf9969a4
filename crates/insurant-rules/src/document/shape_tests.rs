use crate::document::{Alternative, Document, Field, Path, Shape, TextForm};
use crate::problem::Problems;

fn branch() -> Shape {
    let manager = Shape::object(
        "Manager",
        "A manager.",
        [
            Field::required("id", Shape::id(), "Its id."),
            Field::optional("grade", Shape::one_of(["senior", "standard"]), "Its grade."),
        ],
    );
    Shape::object(
        "Branch",
        "A branch.",
        [
            Field::required("id", Shape::id(), "Its id."),
            Field::optional("opened", Shape::Date, "When it opened."),
            Field::optional("desks", Shape::Integer { min: 1, max: 99 }, "Its desks."),
            Field::optional("rent", Shape::Decimal { max_decimals: 2 }, "Its rent."),
            Field::optional(
                "managers",
                Shape::list_by("id", manager, 0, 3),
                "Its managers.",
            ),
            Field::optional("notes", Shape::map(TextForm::Name, Shape::line()), "Notes."),
            Field::optional(
                "missing",
                Shape::choice([
                    Alternative::plain(Shape::one_of(["undecided"])),
                    Alternative::with(
                        "points",
                        Shape::object(
                            "Points",
                            "Points.",
                            [Field::required("points", Shape::integer(), "Points.")],
                        ),
                    ),
                ]),
                "What is missing.",
            ),
            Field::optional("yes", Shape::Boolean, "One."),
            Field::optional("no", Shape::Boolean, "Or the other."),
        ],
    )
    .exactly_one(["yes", "no"])
}

fn check(text: &str) -> Vec<String> {
    let document = Document::parse("", text).expect(text);
    let mut problems = Problems::new();
    branch().check(&document, document.root(), &Path::ROOT, &mut problems);
    let problems = problems.or(()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_document_of_the_shape_passes() {
    let json = r#"{"id": "n7", "opened": "2024-02-29", "desks": 99, "rent": "12.50", "yes": true,
        "managers": [{"id": "a", "grade": "senior"}, {"id": "b"}], "notes": {"a_1": "x"},
        "missing": {"points": -3}}"#;
    assert_eq!(check(json), Vec::<String>::new());
    let toml = "id = 'n7'\nopened = 2024-02-29\nrent = 12\nno = true\nmissing = 'undecided'";
    assert_eq!(check(toml), Vec::<String>::new());
}

#[test]
fn every_departure_is_told_at_once() {
    let json = r#"{
  "opend": "2024-01-01",
  "opened": "2023-02-29",
  "desks": 100,
  "rent": 0.1,
  "managers": [{"id": "a"}, {"id": "a", "grade": "senor"}, {}, "x"],
  "notes": {"A": ""},
  "missing": "undecidd",
  "yes": null,
  "no": true
}"#;
    assert_eq!(
        check(json),
        [
            "1:1: the field `id` is missing [missing_field] at `id`; expected an id: one line of text, not empty, without blanks at its ends",
            "2:3: unknown field `opend` [unknown_field] at `opend`; expected one of `id`, `opened`, `desks`, `rent`, `managers`, `notes`, `missing`, `yes`, `no`",
            "3:13: the calendar has no such day [no_such_date] at `opened`; found `2023-02-29`; expected a day that exists",
            "4:12: the number is out of range [out_of_range] at `desks`; found `100`; expected a whole number from 1 to 99",
            "5:11: the value is of the wrong kind [wrong_shape] at `rent`; found the number `0.1`; expected a decimal as text, such as \"12.50\"; write it as text: `\"0.1\"`",
            "6:15: the list has the wrong length [out_of_range] at `managers`; found 4 items; expected at most 3",
            "6:36: the id `a` is used twice [duplicate_id] at `managers[1].id`; give one of the two another id; the first is on line 6",
            "6:50: `senor` is not one of the words allowed here [unknown_member] at `managers[1].grade`; expected one of `senior`, `standard`; did you mean `senior`?",
            "6:60: the field `id` is missing [missing_field] at `managers[2].id`; expected an id: one line of text, not empty, without blanks at its ends",
            "6:64: the value is of the wrong kind [wrong_shape] at `managers[3]`; found the text `x`; expected an object (Manager)",
            "7:13: the key has the wrong form [bad_text] at `notes.A`; found `A`; expected a name: lower-case letters, digits and `_`, a letter first, at most 128 bytes",
            "7:18: the text has the wrong form [bad_text] at `notes.A`; found ``; expected one line of text without control characters",
            "8:14: `undecidd` is not one of the words allowed here [unknown_member] at `missing`; expected `undecided`; did you mean `undecided`?",
            "9:10: the value is of the wrong kind [wrong_shape] at `yes`; found null; expected true or false; leave the field out when there is no value",
            "10:3: the field `no` stands beside another [conflicting_fields] at `no`; expected exactly one of `yes`, `no`; keep one of them",
        ]
    );
}

#[test]
fn numbers_too_large_are_out_of_range() {
    let found = check("id = 'a'\nyes = true\ndesks = 9223372036854775808\nrent = 'x'\n");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("[number_too_large] at `desks`; found `9223372036854775808`"));
    assert!(found[1].contains("[bad_decimal] at `rent`"));
}

#[test]
fn an_open_end_is_left_out() {
    let found = check("id = 'a'\nyes = true\nopened = 9999-12-31\n");
    assert!(
        found[0].contains("leave the field out when the end is open"),
        "{found:?}"
    );
}

#[test]
fn the_schema_says_the_same() {
    let schema = branch().schema();
    let branch = schema
        .get("$defs")
        .and_then(|defs| defs.get("Branch"))
        .unwrap();
    assert_eq!(
        branch.get("required").unwrap().to_canonical_string(),
        r#"["id"]"#
    );
    assert_eq!(
        branch.get("allOf").unwrap().to_canonical_string(),
        r#"[{"oneOf":[{"required":["yes"]},{"required":["no"]}]}]"#
    );
    assert_eq!(
        branch
            .get("additionalProperties")
            .unwrap()
            .to_canonical_string(),
        "false"
    );
    let properties = branch.get("properties").unwrap();
    assert_eq!(
        properties.get("desks").unwrap().to_canonical_string(),
        r#"{"description":"Its desks.","maximum":99,"minimum":1,"type":"integer"}"#
    );
    assert!(properties.get("missing").unwrap().get("anyOf").is_some());
}

#[test]
fn instants_say_what_is_wrong_with_them() {
    let shape = Shape::list(Shape::Instant);
    let json = r#"["2025-06-01T10:00:00+08:00", "2025-06-01", "2025-06-01T10:00:00",
        "2025-06-01T10:00:00+15:00", "2025-06-31T10:00:00Z", "2025-06-01T25:00:00Z",
        "9999-12-31T00:00:00Z", 5]"#;
    let document = Document::parse_json("", json).unwrap();
    let mut problems = Problems::new();
    shape.check(&document, document.root(), &Path::ROOT, &mut problems);
    let codes: Vec<&str> = problems.iter().map(|p| p.code().as_str()).collect();
    assert_eq!(
        codes,
        [
            "bad_instant",
            "missing_offset",
            "bad_offset",
            "no_such_date",
            "no_such_time",
            "year_out_of_range",
            "wrong_shape"
        ]
    );
    assert!(problems.iter().all(|p| p.found_text().is_some()));
    let first = document.root().items()[0].instant().unwrap();
    assert_eq!(first.to_string(), "2025-06-01T10:00:00+08:00");
}

#[test]
fn a_tag_says_which_object_is_meant() {
    let object = |name, field| {
        let field = Field::required(field, Shape::id(), "An id.");
        Shape::object(name, "One.", [field])
    };
    let variants = [
        ("opened", object("Opened", "by")),
        ("moved", object("Moved", "to")),
    ];
    let shape = Shape::list(Shape::tagged("kind", "What happened.", variants));
    let json = r#"[{"kind": "opened", "by": "a"}, {"kind": "moved", "by": "a"}, {"kind": "move"},
        {"by": "a"}, {"kind": 1}, 7]"#;
    let document = Document::parse_json("", json).unwrap();
    let mut problems = Problems::new();
    shape.check(&document, document.root(), &Path::ROOT, &mut problems);
    let found: Vec<_> = problems
        .or(())
        .unwrap_err()
        .iter()
        .map(|p| format!("{} {}", p.place().path, p.code()))
        .collect();
    assert_eq!(
        found,
        [
            "[1].to missing_field",
            "[1].by unknown_field",
            "[2].kind unknown_member",
            "[3].kind missing_field",
            "[4].kind wrong_shape",
            "[5] wrong_shape"
        ]
    );
    let moved = shape
        .schema()
        .get("$defs")
        .and_then(|d| d.get("Moved"))
        .cloned();
    let kind = moved
        .as_ref()
        .and_then(|m| m.get("properties")?.get("kind"));
    assert_eq!(
        kind.unwrap().to_canonical_string(),
        r#"{"description":"What happened.","enum":["moved"],"type":"string"}"#
    );
}
