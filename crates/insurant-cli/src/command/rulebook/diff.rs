//! The difference between two rulebooks, for people.

use insurant_rules::document::Json;
use insurant_rules::rulebook::{Change, Difference, Rulebook, diff};

/// What differs, one part a line; the fields of a part below it.
pub(super) fn text(a: &Rulebook, b: &Rulebook) -> String {
    let mut page = format!("--- {}\n+++ {}\n", a.reference(), b.reference());
    let differences = diff(a, b);
    if differences.is_empty() {
        page.push_str("Nothing differs.\n");
    }
    for difference in differences {
        let path = &difference.path;
        match &difference.change {
            Change::Added(part) => page.push_str(&format!("+ {path}: {}\n", short(part))),
            Change::Removed(part) => page.push_str(&format!("- {path}: {}\n", short(part))),
            Change::Reordered { before, after } => {
                let (before, after) = (before.join(", "), after.join(", "));
                page.push_str(&format!(
                    "~ {path}: another order\n    - {before}\n    + {after}\n"
                ));
            }
            Change::Changed(fields) => {
                page.push_str(&format!("~ {path}\n"));
                for field in fields {
                    let name = match field.field.as_str() {
                        "" => String::new(),
                        name => format!("{name}: "),
                    };
                    for (sign, value) in [('-', &field.before), ('+', &field.after)] {
                        if let Some(value) = value {
                            page.push_str(&format!("    {sign} {name}{}\n", short(value)));
                        }
                    }
                }
            }
        }
    }
    page
}

/// The same as the operation `rulebook_diff` answers.
pub(super) fn json(a: &Rulebook, b: &Rulebook) -> String {
    let differences = diff(a, b);
    let answer = Json::object([
        ("after", b.reference().into()),
        ("before", a.reference().into()),
        (
            "differences",
            Json::list(differences.iter().map(Difference::to_json)),
        ),
    ]);
    format!("{}\n", answer.to_canonical_string())
}

fn short(json: &Json) -> String {
    match json {
        Json::Text(text) => text.clone(),
        other => other.to_canonical_string(),
    }
}
