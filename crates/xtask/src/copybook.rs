//! The copybooks of `bindings/cobol`: the constants and structs of `include/insurant.h` for COBOL.

use crate::capi::prototype::{self, Declared, Struct};

/// Where they stand in the project.
pub(crate) const FOLDER: &str = "bindings/cobol/copy";

const MADE: &str = "      *> Made by `cargo xtask headers` from include/insurant.h.\n";

/// Every copybook: its name and text.
pub(crate) fn made(header: &str) -> Vec<(String, String)> {
    let mut constants = MADE.to_owned();
    for (name, number) in prototype::constants(header) {
        let name = name.replace('_', "-");
        line(
            &mut constants,
            &format!("       78  {name}"),
            &format!("VALUE {number}."),
        );
    }
    let mut all = vec![("INSURANT.cpy".to_owned(), constants)];
    let structs = prototype::structs(header);
    for row in &structs {
        let name = row.name.trim_start_matches("Insurant").to_uppercase();
        all.push((format!("INS{name}.cpy"), record(row)));
    }
    all
}

/// A statement, on two lines where it would pass column 72.
fn line(text: &mut String, first: &str, second: &str) {
    let joined = format!("{first} {second}");
    text.push_str(&if joined.len() <= 72 {
        format!("{joined}\n")
    } else {
        format!("{first}\n               {second}\n")
    });
}

/// The fields of a struct with what the C compiler leaves between them.
fn record(row: &Struct) -> String {
    let mut text = MADE.to_owned();
    let what = format!(
        "      *> struct {}: COPY it below a level 01 of your own,",
        row.name
    );
    text.push_str(&format!("{what}\n"));
    text.push_str("      *> REPLACING ==(P)== BY ==a prefix==.\n");
    let (mut at, mut gaps, mut widest) = (0, 0, 1);
    for field in &row.fields {
        let (size, align) = measures(field);
        widest = widest.max(align);
        gap(&mut text, &mut at, &mut gaps, align);
        let name = format!(
            "           05  (P)-{}",
            field.name.to_uppercase().replace('_', "-")
        );
        match usage(field) {
            Some(usage) => line(&mut text, &name, &format!("{usage}.")),
            None => {
                // A text: where it is, and how long.
                line(&mut text, &format!("{name}-PTR"), "USAGE POINTER.");
                line(&mut text, &format!("{name}-LEN"), "BINARY-DOUBLE UNSIGNED.");
            }
        }
        at += size;
    }
    gap(&mut text, &mut at, &mut gaps, widest);
    text
}

/// Fills up to where a field of this alignment can stand.
fn gap(text: &mut String, at: &mut usize, gaps: &mut usize, align: usize) {
    let size = at.next_multiple_of(align) - *at;
    if size > 0 {
        *gaps += 1;
        line(
            text,
            &format!("           05  (P)-GAP-{gaps}"),
            &format!("PIC X({size})."),
        );
        *at += size;
    }
}

/// How COBOL has a field; `None` for a text.
fn usage(field: &Declared) -> Option<&'static str> {
    Some(match field.ty.as_str() {
        "InsurantStr" => return None,
        "int32_t" => "BINARY-LONG SIGNED",
        "uint32_t" => "BINARY-LONG UNSIGNED",
        "int64_t" => "BINARY-DOUBLE SIGNED",
        "uint64_t" | "size_t" => "BINARY-DOUBLE UNSIGNED",
        _ => "USAGE POINTER",
    })
}

/// Size and alignment of a field where pointers have eight bytes.
fn measures(field: &Declared) -> (usize, usize) {
    match field.ty.as_str() {
        "InsurantStr" => (16, 8),
        "int32_t" | "uint32_t" => (4, 4),
        _ => (8, 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_those_of_the_c_compiler() {
        let header = "typedef struct InsurantMovement {\n    int32_t effective;\n    int64_t amount;\n    \
                      uint32_t last;\n} InsurantMovement;\n    INSURANT_STATUS_OK = 0,\n";
        let made = made(header);
        let texts: Vec<&str> = made.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(
            made.iter()
                .map(|(name, _)| name.as_str())
                .collect::<Vec<_>>(),
            ["INSURANT.cpy", "INSMOVEMENT.cpy"]
        );
        assert!(
            texts[0].ends_with("       78  INSURANT-STATUS-OK VALUE 0.\n"),
            "{}",
            texts[0]
        );
        let fields = "           05  (P)-EFFECTIVE BINARY-LONG SIGNED.\n           \
                      05  (P)-GAP-1 PIC X(4).\n           05  (P)-AMOUNT BINARY-DOUBLE SIGNED.\n           \
                      05  (P)-LAST BINARY-LONG UNSIGNED.\n           05  (P)-GAP-2 PIC X(4).\n";
        assert!(texts[1].ends_with(fields), "{}", texts[1]);
    }
}
