use crate::code;
use crate::document::{Document, Node, Value};

/// Line, column and message of each problem.
fn faults(text: &str) -> Vec<(u32, u32, String)> {
    let problems = Document::parse_json("", text).expect_err(text);
    let list = problems.iter();
    list.map(|p| (p.place().line, p.place().column, p.message().to_owned()))
        .collect()
}

fn only(text: &str, column: u32, message: &str) {
    assert_eq!(faults(text), [(1, column, message.to_owned())], "{text}");
}

fn root(text: &str) -> Node {
    Document::parse_json("", text).expect(text).root().clone()
}

#[test]
fn what_the_standard_allows() {
    let node = root(
        " {\"a\" : [true, false, null, -0, 12, 1.50, 1E+2, \"\\u00e9\\ud83d\\ude00\\/\"], \"b\": {}} ",
    );
    let items: Vec<Value> = node.items_at("a").iter().map(|n| n.value.clone()).collect();
    assert_eq!(
        items,
        [
            Value::Boolean(true),
            Value::Boolean(false),
            Value::Null,
            Value::Integer(0),
            Value::Integer(12),
            Value::Number("1.50".into()),
            Value::Number("1E+2".into()),
            Value::Text("é😀/".into()),
        ]
    );
    assert_eq!(root("9223372036854775807").integer(), Some(i64::MAX));
    assert_eq!(
        root("9223372036854775808").value,
        Value::Number("9223372036854775808".into())
    );
    assert_eq!(root("\u{feff}[]").value, Value::List(Vec::new()));
}

#[test]
fn each_fault_has_its_place() {
    only("", 1, "the text is empty");
    only("[1, 2,]", 6, "comma after the last part");
    only("{\"a\": 1,}", 8, "comma after the last part");
    only("[1 2]", 3, "missing comma");
    only("[1,,2]", 4, "missing value");
    only("{\"a\" 1}", 6, "missing colon after a key");
    only("{\"a\" = 1}", 6, "missing colon after a key");
    only("{\"a\": }", 7, "missing value");
    only("{a: 1}", 2, "key without quotes");
    only("{'a': 1}", 2, "text in single quotes");
    only("['a\\'b']", 2, "text in single quotes");
    only("[True]", 2, "unexpected `True`");
    only("[gold]", 2, "unexpected `gold`");
    only("[NaN]", 2, "unexpected `NaN`");
    only("[%]", 2, "unexpected `%`");
    only("[01]", 2, "`01` is not a number");
    only("[+1]", 2, "`+1` is not a number");
    only("[.5]", 2, "`.5` is not a number");
    only("[5.]", 2, "`5.` is not a number");
    only("[1e]", 2, "`1e` is not a number");
    only("[2024-01-31]", 2, "`2024-01-31` is not a number");
    only("[1_000]", 2, "`1_000` is not a number");
    only("[\"\\x\"]", 3, "unknown escape in a string");
    only("[\"\\u12\"]", 3, "`\\u` without four hexadecimal digits");
    only("[\"\\ud800\"]", 3, "half of a surrogate pair");
    only("[\"\\ud800\\u0041\"]", 3, "half of a surrogate pair");
    only("[\"\\udc00\"]", 3, "half of a surrogate pair");
    only("[\"a\tb\"]", 4, "control character in a string");
    only("\"a", 1, "string without an end");
    only("[1] x", 5, "text after the end of the value");
    only("1 x", 3, "text after the end of the value");
    only("tru x", 1, "unexpected `tru`");
    only("{} // x", 4, "JSON has no comments");
    only("[1 /* x */]", 4, "JSON has no comments");
    only("[{\"a\": 1]", 9, "bracket without its end");
    only("{\"a\": [1}", 9, "bracket without its end");
    only("[1}]", 3, "bracket that was never opened");
    only("{\"a\": 1]}", 8, "bracket that was never opened");
    only("{a_b-c$1: 1}", 2, "key without quotes");
    only("{, \"a\": 1}", 2, "missing key");
    only("{%, \"a\": 1}", 2, "missing key");
    only("[1; 2]", 3, "missing comma");
    only("[1: 2]", 3, "missing comma");
    only("['a\\\"b']", 2, "text in single quotes");
    only("[\"\\ud800zzdc00\"]", 3, "half of a surrogate pair");
    only("{\"a\": 1", 8, "bracket without its end");
    only(
        "{\"a\": 1, \"a\": 2}",
        10,
        "the key `a` stands twice in one object",
    );
}

#[test]
fn all_faults_of_a_text_at_once() {
    let text = "{\n  'id': 1,\n  \"name\": \"abc,\n  \"on\": True\n  \"n\": 01,\n}\n";
    let lines: Vec<(u32, u32)> = faults(text).iter().map(|f| (f.0, f.1)).collect();
    assert_eq!(lines, [(2, 3), (3, 11), (4, 9), (4, 13), (5, 8), (5, 10)]);
}

#[test]
fn a_lost_quote_keeps_its_comma_whatever_blanks_follow() {
    let text = "{\n  \"name\": \"abc,   \n  \"on\": true\n}\n";
    let found = faults(text);
    assert_eq!(found, [(2, 11, "string without an end".to_owned())]);
}

#[test]
fn every_escape_is_read() {
    assert_eq!(
        root(r#""\"\\\/\b\f\n\r\t\u0041""#).text(),
        Some("\"\\/\u{8}\u{c}\n\r\tA")
    );
    // Two second halves are no pair.
    let found = faults(r#"["\udc00\udc00"]"#);
    let columns: Vec<u32> = found.iter().map(|fault| fault.1).collect();
    assert_eq!(columns, [3, 9]);
}

#[test]
fn a_fault_says_what_was_found_and_what_to_do() {
    let told = |text: &str| {
        let problems = Document::parse_json("", text).unwrap_err();
        assert_eq!(problems.len(), 1, "{text}: {problems}");
        let first = problems.iter().next().unwrap();
        let or = |text: Option<&str>| text.unwrap_or("-").to_owned();
        (or(first.found_text()), or(first.remedy_text()))
    };
    assert_eq!(told("[1 2]").0, "`2`");
    assert_eq!(told("[1, 2").0, "the end of the text");
    let remedy = |text: &str| told(text).1;
    assert_eq!(remedy("[tru]"), "-");
    assert_eq!(remedy("[gold]"), "put text in double quotes");
    for word in ["NaN", "Infinity", "inf"] {
        let remedy = remedy(&format!("[{word}]"));
        assert_eq!(remedy, "JSON has no such number; leave the field out");
    }
    for word in ["None", "undefined", "nil"] {
        let remedy = remedy(&format!("[{word}]"));
        assert_eq!(remedy, "leave the field out when there is no value");
    }
    let (found, _) = told(r#"[1, 2, "\u12xyz and more"]"#);
    assert_eq!(found, r"`\u12xy`");
    for (control, found, remedy) in [
        ("\t", "U+0009", "write a tab as `\\t`"),
        ("\n", "U+000A", "write a line break as `\\n`"),
        ("\r", "U+000D", "write a carriage return as `\\r`"),
        ("\u{1}", "U+0001", "write it as `\\u00XX`"),
    ] {
        let expected = (found.to_owned(), remedy.to_owned());
        assert_eq!(told(&format!("[\"a{control}b\"]")), expected);
    }
    for (number, remedy) in [
        ("+1", "write numbers without `+`"),
        ("-.5", "write a digit before the point"),
        ("-x", "write it in digits"),
        ("-01", "write numbers without zeros in front"),
        ("5.", "write digits after the point"),
        ("1e+", "write digits in the exponent"),
        ("1_000", "write numbers without `_`"),
        ("2024-01-31", "put a date or an id in double quotes"),
        ("12h", "put anything but a plain number in double quotes"),
    ] {
        assert_eq!(told(number).1, remedy, "{number}");
    }
}

#[test]
fn brackets_inside_text_are_no_brackets_beyond_the_depth_either() {
    let deep = |text: &str| format!("{}{text}{}", "[".repeat(130), "]".repeat(130));
    for text in [
        r#""]]""#,
        r#""[""#,
        r#""a\"]""#,
        r#""a\\""#,
        r#"{"a": "}"}"#,
    ] {
        let problems = Document::parse_json("", &deep(text)).unwrap_err();
        let codes: Vec<_> = problems.iter().map(crate::Problem::code).collect();
        assert_eq!(codes, [code::TOO_DEEP], "{text}");
    }
}

#[test]
fn a_line_break_inside_text_is_told_from_a_lost_quote() {
    only("[\"a and\n b\"]", 8, "control character in a string");
    let found = faults("{\"a\": \"x\n, \"b\": 1}");
    assert_eq!(found[0].2, "control character in a string");
}

#[test]
fn depth_is_limited_and_many_faults_are_cut() {
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let problems = Document::parse_json("", &deep).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems.iter().next().unwrap().code(), code::TOO_DEEP);
    let fits = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert!(Document::parse_json("", &fits).is_ok());
    let csv = "customer_id,kind\n".repeat(1000);
    let problems = Document::parse_json("", &csv).unwrap_err();
    assert_eq!(problems.len(), 1);
    let many = format!("[{}]", "x ".repeat(1000));
    let problems = Document::parse_json("", &many).unwrap_err();
    assert_eq!(problems.len(), 101);
    assert!(problems.iter().any(|p| p.code() == code::TOO_MANY_PROBLEMS));
}

#[test]
fn paths_lead_to_the_fault() {
    let problems =
        Document::parse_json("r.json", "{\"rules\": [{}, {\"when\": tru}]}").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "r.json:1:25: unexpected `tru` [json_syntax] at `rules[1].when`; expected a value; \
         did you mean `true`?"
    );
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_strange(text in "[\\[\\]{}:,\"'a-f0-9u\\\\ \n.truefalsn/*#é-]{0,60}") {
        let _ = Document::parse_json("", &text);
        let _ = Document::parse_toml("", &text);
        let _ = Document::parse("", &text);
    }
}
