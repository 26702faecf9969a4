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
    let mut words: Vec<String> = Vec::new();
    for step in deciding(rule) {
        let said = comparison(step);
        if !words.contains(&said) {
            words.push(said);
        }
    }
    words
}

/// The same in one line, without the plain yes and no where some figure says more.
pub(crate) fn briefly(rule: &Json) -> String {
    let steps = deciding(rule);
    let figures = steps.iter().filter(|step| step.get("right").is_some());
    let mut words: Vec<String> = figures.map(|step| comparison(step)).collect();
    if words.is_empty() {
        words = decisive(rule);
    }
    words.dedup();
    words.join("; ")
}

/// The steps that decide a rule. That a value is known needs no saying where another step says
/// what it is.
fn deciding(rule: &Json) -> Vec<&Json> {
    let steps: Vec<&Json> = items(rule, "comparisons")
        .iter()
        .filter(|step| is(step, "decisive"))
        .collect();
    let name = |step: &Json| step.get("left").map(|left| text(left, "text").to_owned());
    let said_elsewhere = |step: &Json| {
        let others = steps
            .iter()
            .filter(|other| text(other, "text") != text(step, "text"));
        text(step, "text").starts_with("is_known(")
            && text(step, "result") == "true"
            && others.into_iter().any(|other| name(other) == name(step))
    };
    let kept = steps.iter().filter(|step| !said_elsewhere(step));
    kept.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(text: &str, result: &str, left: Json, right: Option<Json>) -> Json {
        let mut members = vec![
            ("text", Json::from(text)),
            ("result", result.into()),
            ("left", left),
        ];
        members.extend(right.map(|right| ("right", right)));
        Json::object_of(members)
    }

    fn count(name: &str, value: u32) -> Json {
        Json::object([
            ("kind", "count".into()),
            ("state", "known".into()),
            ("text", name.into()),
            ("value", value.into()),
        ])
    }

    fn word(name: &str, value: &str) -> Json {
        Json::object([
            ("kind", "enumeration".into()),
            ("state", "known".into()),
            ("text", name.into()),
            ("value", value.into()),
        ])
    }

    #[test]
    fn a_comparison_says_what_it_met_and_what_it_asked() {
        let said = |text, result, right| {
            comparison(&step(text, result, count("n", 2), Some(count(right, 3))))
        };
        assert_eq!(said("n >= 3", "false", "3"), "`n` is 2, not at least 3");
        assert_eq!(said("n < 3", "true", "3"), "`n` is 2, less than 3");
        assert_eq!(said("n < m", "true", "m"), "`n` is 2, less than `m` (3)");
        let credit = |text, result, is| {
            let good = Some(word("good", "good"));
            comparison(&step(text, result, word("credit", is), good))
        };
        assert_eq!(credit("credit = good", "true", "good"), "`credit` is good");
        assert_eq!(
            credit("credit = good", "false", "poor"),
            "`credit` is poor, not good"
        );
        assert_eq!(
            credit("credit != good", "false", "good"),
            "`credit` is good"
        );
        assert_eq!(
            credit("credit != good", "true", "poor"),
            "`credit` is poor, other than good"
        );
        let list = step(
            "credit in (good, fair)",
            "true",
            word("credit", "fair"),
            None,
        );
        assert_eq!(comparison(&list), "`credit` is fair, one of (good, fair)");
        let known = step("is_known(n)", "true", count("n", 2), None);
        assert_eq!(comparison(&known), "`is_known(n)` is true: `n` is 2");
    }
}
