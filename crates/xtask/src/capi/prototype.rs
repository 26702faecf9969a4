//! What the header declares: functions and the fields of its structs.

/// A parameter or field: its type as written without spaces around stars, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Declared {
    pub(crate) ty: String,
    pub(crate) name: String,
}

/// A function of the header.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) parameters: Vec<Declared>,
}

/// A struct of the header whose fields are visible.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) fields: Vec<Declared>,
}

/// The header without comments and directives.
fn plain(header: &str) -> String {
    let lines = header.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with('#')
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn declared(text: &str) -> Option<Declared> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start = text.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')? + 1;
    let (ty, name) = text.split_at_checked(start)?;
    let ty = ty.replace("struct ", "").replace("enum ", "");
    Some(Declared {
        ty: ty.trim().replace(" *", "*"),
        name: name.to_owned(),
    })
}

/// Every function that answers a status.
pub(crate) fn functions(header: &str) -> Vec<Function> {
    let text = plain(header);
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find("InsurantStatus insurant_") {
        rest = rest
            .get(start + "InsurantStatus ".len()..)
            .unwrap_or_default();
        let Some((name, after)) = rest.split_once('(') else {
            break;
        };
        let Some((inside, _)) = after.split_once(");") else {
            break;
        };
        let parameters = inside.split(',').filter_map(declared).collect();
        found.push(Function {
            name: name.to_owned(),
            parameters,
        });
    }
    found
}

/// Every struct with fields.
pub(crate) fn structs(header: &str) -> Vec<Struct> {
    let text = plain(header);
    let parts = text.split("typedef struct Insurant").skip(1);
    parts
        .filter_map(|part| {
            let (name, rest) = part.split_once('{')?;
            if name.contains(';') {
                return None;
            }
            let (inside, _) = rest.split_once('}')?;
            let fields = inside.split(';').filter_map(declared).collect();
            Some(Struct {
                name: format!("Insurant{}", name.trim()),
                fields,
            })
        })
        .collect()
}

/// The constants: the members of enumerations and what stands beside them, with their numbers.
pub(crate) fn constants(header: &str) -> Vec<(String, String)> {
    let member = |line: &str| {
        let (name, number) = line.trim().strip_suffix(',')?.split_once(" = ")?;
        name.starts_with("INSURANT_")
            .then(|| (name.to_owned(), number.to_owned()))
    };
    let defined = |line: &str| {
        let (name, value) = line.strip_prefix("#define ")?.split_once(' ')?;
        let number = match value.trim() {
            "INT32_MIN" => i32::MIN.to_string(),
            number => number.parse::<i32>().ok()?.to_string(),
        };
        name.starts_with("INSURANT_")
            .then(|| (name.to_owned(), number))
    };
    let lines = header.lines();
    lines
        .filter_map(|line| member(line).or_else(|| defined(line)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "
// A comment (with brackets).
#define X 1
typedef struct InsurantEngine InsurantEngine;
typedef struct InsurantStr {
    // The first byte.
    const uint8_t *ptr;
    size_t len;
} InsurantStr;
InsurantStatus insurant_call(const struct InsurantEngine *engine,
                             struct InsurantStr json,
                             struct InsurantText **out);
";

    #[test]
    fn constants_are_found() {
        let header =
            "#define INSURANT_H\n#define INSURANT_NO_DAY INT32_MIN\n    INSURANT_X_A = 7,\n";
        let of = |name: &str, number: &str| (name.to_owned(), number.to_owned());
        let expected = [
            of("INSURANT_NO_DAY", "-2147483648"),
            of("INSURANT_X_A", "7"),
        ];
        assert_eq!(constants(header), expected);
    }

    #[test]
    fn functions_and_fields_are_found() {
        let of = |ty: &str, name: &str| Declared {
            ty: ty.into(),
            name: name.into(),
        };
        let call = Function {
            name: "insurant_call".into(),
            parameters: vec![
                of("const InsurantEngine*", "engine"),
                of("InsurantStr", "json"),
                of("InsurantText**", "out"),
            ],
        };
        assert_eq!(functions(HEADER), [call]);
        let str = Struct {
            name: "InsurantStr".into(),
            fields: vec![of("const uint8_t*", "ptr"), of("size_t", "len")],
        };
        assert_eq!(structs(HEADER), [str]);
    }
}
