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
    only("{} // x", 4, "JSON has no comments");
    only("[1 /* x */]", 4, "JSON has no comments");
    only("[{\"a\": 1]", 9, "bracket without its end");
    only("{\"a\": [1}", 9, "bracket without its end");
    only("[1}]", 3, "bracket that was never opened");
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
