use crate::code;
use crate::document::{Document, Notation, Value};

#[test]
fn one_tree_for_both_notations() {
    let toml = "b = 1\na = 'x'\n[t]\nd = 2024-01-31\nf = 1.50\nh = 0x10\n[[t.list]]\ny = true\n";
    let document = Document::parse("x", toml).unwrap();
    assert_eq!(document.notation(), Notation::Toml);
    let root = document.root();
    let keys: Vec<&str> = root.entries().iter().map(|e| e.key.as_str()).collect();
    assert_eq!(keys, ["b", "a", "t"]);
    let table = root.get("t").unwrap();
    assert_eq!(table.text_at("d"), Some("2024-01-31"));
    assert_eq!(table.get("f").unwrap().value, Value::Number("1.50".into()));
    assert_eq!(table.integer_at("h"), Some(16));
    assert_eq!(table.items_at("list")[0].boolean_at("y"), Some(true));
}

#[test]
fn all_faults_of_a_text_at_once() {
    let toml = "a = \nb = 'x\nc = 1\nc = 2\nd e = 1\n";
    let problems = Document::parse_toml("r.toml", toml).unwrap_err();
    let lines: Vec<u32> = problems.iter().map(|p| p.place().line).collect();
    assert_eq!(lines, [1, 2, 4, 5], "{problems}");
    let duplicate = problems.iter().find(|p| p.code() == code::DUPLICATE_KEY);
    assert_eq!(duplicate.unwrap().place().line, 4);
}

#[test]
fn a_fault_of_toml_says_what_was_found_and_what_to_do() {
    let told = |text: &str| {
        let problems = Document::parse_toml("", text).unwrap_err();
        let first = problems.iter().next().unwrap().clone();
        let remedy = first.remedy_text().unwrap_or("-").to_owned();
        let found = first.found_text().unwrap_or("-").to_owned();
        (first.code(), found, remedy)
    };
    let see = "see https://toml.io for how TOML is written";
    let of = |code, found: &str, remedy: &str| (code, found.to_owned(), remedy.to_owned());
    assert_eq!(
        told("a = 1\na = 2\n"),
        of(code::DUPLICATE_KEY, "`a`", "keep one of the two")
    );
    assert_eq!(told("a = ]\n"), of(code::TOML_SYNTAX, "-", see));
    assert_eq!(
        told("a = "),
        of(code::TOML_SYNTAX, "the end of the text", see)
    );
    let deep = format!("a = {}{}", "[".repeat(100), "]".repeat(100));
    let (code, _, remedy) = told(&deep);
    assert_eq!(code, code::TOO_DEEP);
    assert_eq!(remedy, "nest at most 80 levels");
}

#[test]
fn beyond_a_hundred_faults_the_rest_is_left_untold() {
    let told = |faults: usize| {
        let problems = Document::parse_toml("", &"a = 1\n".repeat(faults + 1)).unwrap_err();
        let last = problems.iter().last().unwrap().code();
        (problems.len(), last == code::TOO_MANY_PROBLEMS)
    };
    assert_eq!(told(99), (99, false));
    assert_eq!(told(100), (100, false));
    assert_eq!(told(101), (101, true));
    assert_eq!(told(103), (101, true));
}

#[test]
fn places_inside_texts_of_toml() {
    let toml = "when = \"\"\"\n  a = \\\"x\\\"\n  and bad\"\"\"\n";
    let document = Document::parse_toml("", toml).unwrap();
    let when = document.root().get("when").unwrap();
    let inner = when.text().unwrap().find("bad").unwrap();
    let place = document.place_inside(when, inner, "when");
    assert_eq!((place.line, place.column), (3, 7));
}

#[test]
fn no_nesting_is_too_deep_for_the_stack() {
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{b=".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
    ] {
        assert!(Document::parse_toml("", &text).is_err());
    }
}

#[test]
fn bytes_that_are_not_utf8_have_a_place() {
    let problems = Document::from_bytes("a.toml", b"a = 1\nb = '\xff'").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "a.toml:2:6: the text is not UTF-8 [not_utf8]; found byte 0xFF; save the file as UTF-8"
    );
}

#[test]
fn notation_follows_the_name_or_the_text() {
    let of = |name: &str, text: &str| Document::parse(name, text).map(|d| d.notation()).ok();
    assert_eq!(of("", "{\"a\": 1}"), Some(Notation::Json));
    assert_eq!(of("", "[{\"a\": 1}]"), Some(Notation::Json));
    assert_eq!(of("", "[[true]]"), Some(Notation::Json));
    assert_eq!(of("", "true"), Some(Notation::Json));
    assert_eq!(of("", "# note\na = 1"), Some(Notation::Toml));
    assert_eq!(of("", "[[rules]]\na = 1"), Some(Notation::Toml));
    assert_eq!(of("a.toml", ""), Some(Notation::Toml));
    assert_eq!(of("a.json", "a = 1"), None);
}
