use crate::run::{insurant, with_input};

#[test]
fn an_operation_answers_canonical_json() {
    let input = br#"{"to": {"category": "standard"}, "from": {"category": "prospect"}}"#;
    let ran = with_input(["call", "movement"], input).fine();
    assert_eq!(ran.text(), "{\"movement\":\"growth\"}\n");
    let ran = insurant(["call", "describe"]).fine();
    assert!(ran.text().starts_with(r#"{"operations":[{"#));
}

#[test]
fn problems_are_json_on_standard_error() {
    let ran =
        with_input(["call", "assess"], b"{").wrong(1, r#"{"problems":[{"code":"json_syntax""#);
    assert_eq!(ran.text(), "");
    with_input(["call", "asess"], b"{}").wrong(1, r#""nearest":"assess""#);
    with_input(["call", "assess"], b"\xff").wrong(1, "not_utf8");
    insurant(["call", "assess", "--input", "nowhere.json"]).wrong(1, "unreadable_file");
}
