use crate::document::{Alternative, Definitions, Document, Field, Path, Shape, TextForm};
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
fn a_number_that_is_not_whole_is_of_the_wrong_kind_whatever_its_size() {
    for (number, code) in [
        ("9223372036854775808", "[number_too_large]"),
        ("0xffffffffffffffffff", "[number_too_large]"),
        ("1e400", "[wrong_shape]"),
        ("inf", "[wrong_shape]"),
        ("1.5", "[wrong_shape]"),
    ] {
        let found = check(&format!("id = 'a'\nyes = true\ndesks = {number}"));
        assert_eq!(found.len(), 1, "{number}: {found:?}");
        assert!(found[0].contains(code), "{number}: {found:?}");
    }
}

#[test]
fn a_misspelt_field_is_one_that_is_not_there_yet() {
    let told = |text: &str| check(&format!("id = 'a'\nyes = true\n{text}")).concat();
    let near = "did you mean `desks`?";
    assert!(told("desk = 3").ends_with(near));
    assert!(!told("desk = 3\ndesks = 3").contains("did you mean"));
}

#[test]
fn a_value_of_no_kind_there_is_may_be_told_all_of_them() {
    let found = check("id = 'a'\nyes = true\nmissing = 5");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].ends_with("found the number `5`; expected `undecided`, or an object (Points)"),
        "{found:?}"
    );
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
fn the_schema_states_limits_where_there_are_any() {
    let shown = |shape: Shape| {
        let field = Field::required("f", shape, "F.");
        let schema = Shape::object("O", "An object.", [field]).schema();
        let object = schema.get("$defs").and_then(|defs| defs.get("O")).unwrap();
        let field = object.get("properties").and_then(|all| all.get("f"));
        field.unwrap().to_canonical_string()
    };
    let list = |min, max| shown(Shape::list_within(Shape::Boolean, min, max));
    let of = |limits: &str| {
        format!(r#"{{"description":"F.","items":{{"type":"boolean"}},{limits}"type":"array"}}"#)
    };
    assert_eq!(list(0, usize::MAX), of(""));
    assert_eq!(list(0, 3), of(r#""maxItems":3,"#));
    assert_eq!(list(1, usize::MAX), of(r#""minItems":1,"#));
    assert_eq!(list(1, 3), of(r#""maxItems":3,"minItems":1,"#));
    let map = shown(Shape::map(TextForm::Name, Shape::Boolean));
    let names =
        r#""propertyNames":{"maxLength":128,"pattern":"^[a-z][a-z0-9_]*$","type":"string"}"#;
    assert!(map.contains(names), "{map}");
    let amount = |max_decimals| shown(Shape::Amount { max_decimals });
    let pattern = |fraction: &str| {
        format!(
            r#"{{"description":"F.","pattern":"^-?(0|[1-9][0-9]*){fraction}?$","type":"string"}}"#
        )
    };
    assert_eq!(amount(0), pattern(r"(\\.0+)"));
    assert_eq!(amount(2), pattern(r"(\\.[0-9]{1,2}0*)"));
}

#[test]
fn objects_that_share_a_name_and_are_not_alike_are_told() {
    let object = |shape| Shape::object("O", "An object.", [Field::required("f", shape, "F.")]);
    let mut definitions = Definitions::default();
    for shape in [Shape::Date, Shape::Date, Shape::Boolean] {
        let schema = definitions.schema(&Shape::list(object(shape)));
        assert_eq!(
            schema.to_canonical_string(),
            r##"{"items":{"$ref":"#/$defs/O"},"type":"array"}"##
        );
    }
    assert_eq!(definitions.unlike().collect::<Vec<_>>(), ["O"]);
    // The first stands.
    let first = definitions.into_json().to_canonical_string();
    assert!(first.contains(r#""format":"date""#), "{first}");
}

#[test]
fn long_lists_of_words_are_cut() {
    let words: Vec<String> = (0..14).map(|i| format!("w{i}")).collect();
    let told = |count: usize| {
        let shape = Shape::one_of(words[..count].to_vec());
        shape.describe()
    };
    assert_eq!(told(0), "nothing");
    assert_eq!(told(1), "`w0`");
    assert!(told(12).ends_with(", `w11`"), "{}", told(12));
    assert!(
        told(13).ends_with(", `w11`, 1 more, which the schema lists"),
        "{}",
        told(13)
    );
    assert!(
        told(14).ends_with(", `w11`, 2 more, which the schema lists"),
        "{}",
        told(14)
    );
    let either = Shape::any_of([Shape::Boolean, Shape::Date, Shape::Boolean]);
    assert_eq!(
        either.describe(),
        "true or false, or a date as text, such as \"2024-01-31\""
    );
}

/// Whether a single value is of a shape.
fn fits(shape: &Shape, json: &str) -> bool {
    let document = Document::parse_json("", json).expect(json);
    let mut problems = Problems::new();
    shape.check(&document, document.root(), &Path::ROOT, &mut problems);
    problems.is_empty()
}

#[test]
fn limits_are_part_of_what_fits() {
    let text = |length: usize| format!("\"{}\"", "x".repeat(length));
    for (shape, most) in [
        (Shape::line(), 1000),
        (Shape::prose(), 16_384),
        (Shape::text(TextForm::Line, 5), 5),
        (Shape::Condition, 65_536),
        (Shape::Literal, 65_536),
    ] {
        assert!(fits(&shape, &text(most)), "{shape:?}");
        assert!(!fits(&shape, &text(most + 1)), "{shape:?}");
    }
    let key = |length: usize| format!("{{\"{}\": true}}", "k".repeat(length));
    let map = Shape::map(TextForm::Name, Shape::Boolean);
    assert!(fits(&map, &key(128)) && !fits(&map, &key(129)));
    let list = Shape::list_within(Shape::Boolean, 1, 2);
    let items = [("[]", false), ("[true]", true), ("[true, true]", true)];
    for (json, fit) in items {
        assert_eq!(fits(&list, json), fit, "{json}");
    }
    assert!(!fits(&list, "[true, true, true]"));
    let number = Shape::Integer { min: -1, max: 2 };
    for (json, fit) in [("-2", false), ("-1", true), ("2", true), ("3", false)] {
        assert_eq!(fits(&number, json), fit, "{json}");
    }
    let amount = Shape::Amount { max_decimals: 2 };
    let texts = [
        ("0.25", true),
        ("0.250", true),
        ("0.251", false),
        ("5", true),
    ];
    for (text, fit) in texts {
        assert_eq!(fits(&amount, &format!("\"{text}\"")), fit, "{text}");
    }
}

#[test]
fn a_number_that_does_not_fit_says_what_would() {
    let told = |shape: Shape, json: &str| {
        let document = Document::parse_json("", json).expect(json);
        let mut problems = Problems::new();
        shape.check(&document, document.root(), &Path::ROOT, &mut problems);
        problems.to_string()
    };
    let least = Shape::Integer {
        min: 1,
        max: i64::MAX,
    };
    assert!(told(least, "0").ends_with("expected a whole number of at least 1"));
    let within = Shape::Integer { min: 1, max: 9 };
    assert!(told(within, "10").ends_with("expected a whole number from 1 to 9"));
    let list = Shape::list_within(Shape::Boolean, 1, 2);
    assert!(told(list.clone(), "[]").ends_with("found 0 items; expected at least 1"));
    let three = told(list, "[true, true, true]");
    assert!(
        three.ends_with("found 3 items; expected at most 2"),
        "{three}"
    );
    let amount = Shape::Amount { max_decimals: 2 };
    for number in ["12", "12.5"] {
        let told = told(amount.clone(), number);
        let remedy = format!("write it as text: `\"{number}\"`");
        assert!(
            told.contains("[wrong_shape]") && told.ends_with(&remedy),
            "{told}"
        );
    }
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
