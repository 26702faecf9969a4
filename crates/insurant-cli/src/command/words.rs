//! A decision in words. It is read from the canonical decision, so that the words say what every
//! other host finds in it, and nothing else.

use super::text::group;
use insurant_rules::document::Json;

/// A text of an object; empty when it has none.
pub(crate) fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::text).unwrap_or_default()
}

/// The items of a list of an object.
pub(crate) fn items<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    json.get(key).map(Json::items).unwrap_or_default()
}

/// Whether an object says so.
pub(crate) fn is(json: &Json, key: &str) -> bool {
    matches!(json.get(key), Some(Json::Boolean(true)))
}

/// A value: `1,234.50 USD`, `0.269737`, `3`, `good`; its state when there is none.
pub(crate) fn value(json: &Json) -> String {
    if text(json, "state") != "known" {
        return text(json, "state").to_owned();
    }
    let shown = match json.get("value") {
        Some(Json::Text(value)) => value.clone(),
        Some(other) => other.to_canonical_string(),
        None => text(json, "shown").to_owned(),
    };
    match (text(json, "kind"), text(json, "currency")) {
        ("money" | "money_ratio", currency) => format!("{} {currency}", group(&shown)),
        _ => shown,
    }
}

/// A comparison with what it met: ``` `claim_count(12m)` is 3, at least 2 (multi_claim) ```.
pub(crate) fn comparison(step: &Json) -> String {
    let (whole, result) = (text(step, "text"), text(step, "result"));
    let Some(left) = step.get("left") else {
        return format!("`{whole}` is {result}");
    };
    let name = text(left, "text");
    let Some(rest) = whole.strip_prefix(name) else {
        // `is_known(x)` and whatever else stands around the value.
        return format!("`{whole}` is {result}: `{name}` is {}", value(left));
    };
    let right = step.get("right");
    let operator = right.map_or(rest, |right| {
        rest.strip_suffix(text(right, "text")).unwrap_or(rest)
    });
    let (operator, right) = (operator.trim(), right.map(side).unwrap_or_default());
    let Some(wanted) = wanted(operator, &right) else {
        return format!("`{name}` is {}", value(left));
    };
    match result {
        "unknown" => format!(
            "`{name}` is {}, so that nobody can say whether it is {wanted}",
            value(left)
        ),
        "true" if operator == "=" => format!("`{name}` is {}", value(left)),
        "true" => format!("`{name}` is {}, {wanted}", value(left)),
        _ if operator == "!=" => format!("`{name}` is {}", value(left)),
        _ => format!("`{name}` is {}, not {wanted}", value(left)),
    }
}

/// What a comparison asks of its left side.
fn wanted(operator: &str, right: &str) -> Option<String> {
    Some(match operator {
        "" => return None,
        ">=" => format!("at least {right}"),
        ">" => format!("more than {right}"),
        "<=" => format!("at most {right}"),
        "<" => format!("less than {right}"),
        "=" => right.to_owned(),
        "!=" => format!("other than {right}"),
        _ => match operator.strip_prefix("not in ") {
            Some(list) => format!("none of {list}"),
            None => format!(
                "one of {}",
                operator.strip_prefix("in ").unwrap_or(operator)
            ),
        },
    })
}

/// The right side of a comparison, with its name when it has one.
fn side(json: &Json) -> String {
    let (name, shown) = (text(json, "text"), value(json));
    if json.get("parameter").is_some() {
        let written = text(json, "parameter");
        let written = if written.is_empty() { &shown } else { written };
        return format!("{written} ({name})");
    }
    // A literal says best what it is: `150%`.
    match json.get("state").and_then(Json::text) {
        Some("known") if name.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
            name.to_owned()
        }
        Some("known") if name == shown => shown,
        _ => format!("`{name}` ({shown})"),
    }
}

/// The comparisons that decide a rule, one after the other.
pub(crate) fn decisive(rule: &Json) -> Vec<String> {
    let steps = items(rule, "comparisons").iter();
    let mut words: Vec<String> = Vec::new();
    for step in steps.filter(|step| is(step, "decisive")) {
        let said = comparison(step);
        if !words.contains(&said) {
            words.push(said);
        }
    }
    words
}
