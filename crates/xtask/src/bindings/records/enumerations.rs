//! The closed enumerations of the core as its sources write them: name, members, words, docs. A list of
//! words in a shape is the enumeration that has exactly these words.

use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Closed {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) members: Vec<Member>,
}

/// A member of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) word: String,
    pub(super) doc: String,
}

impl Closed {
    /// Whether these are its words, in any order.
    pub(super) fn has_words(&self, words: &[&str]) -> bool {
        let known = |word: &&str| self.members.iter().any(|member| member.word == *word);
        self.members.len() == words.len() && words.iter().all(known)
    }
}

/// Every enumeration of the core.
pub(super) fn known(project: &Project) -> Outcome<Vec<Closed>> {
    let mut found = Vec::new();
    for folder in ["crates/insurant/src", "crates/insurant-rules/src"] {
        read(&project.path(folder), &mut found)?;
    }
    Ok(found)
}

fn read(folder: &Path, found: &mut Vec<Closed>) -> Outcome {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        if entry.file_type()?.is_dir() {
            if name != "tests" {
                read(&path, found)?;
            }
        } else if path.extension().is_some_and(|end| end == "rs") {
            enumerations(&fs::read_to_string(&path)?, found);
        }
    }
    Ok(())
}

/// Every `Name { Member = "word", … }` of a source, with the docs in front.
fn enumerations(source: &str, found: &mut Vec<Closed>) {
    let mut doc = String::new();
    let mut open: Option<Closed> = None;
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            if !doc.is_empty() {
                doc.push('\n');
            }
            doc.push_str(text.trim());
            continue;
        }
        let told = first_paragraph(&std::mem::take(&mut doc));
        if let Some(enumeration) = &mut open {
            if let Some(member) = member(line, &told) {
                enumeration.members.push(member);
                continue;
            }
            found.extend(open.take().filter(|closed| !closed.members.is_empty()));
        }
        let name = line.strip_suffix(" {").filter(|name| is_name(name));
        open = name.map(|name| Closed {
            name: name.to_owned(),
            doc: told,
            members: Vec::new(),
        });
    }
}

/// `Member = "word",`, with whatever else the line says of it.
fn member(line: &str, doc: &str) -> Option<Member> {
    let (name, rest) = line.split_once(" = \"")?;
    let (word, _) = rest.split_once('"')?;
    is_name(name).then(|| Member {
        name: name.to_owned(),
        word: word.to_owned(),
        doc: doc.to_owned(),
    })
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
}

/// What stands in front of the first blank line. Links within the core lead nowhere elsewhere.
fn first_paragraph(doc: &str) -> String {
    let end = doc.find("\n\n").unwrap_or(doc.len());
    let text = doc.get(..end).unwrap_or(doc).replace('\n', " ");
    text.replace("[`", "`").replace("`]", "`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumeration_is_read_with_its_docs() {
        let source = "closed! {\n    /// A door.\n    ///\n    /// # Example\n    Door {\n        \
            /// Open, see [`Key`].\n        Open = \"open\",\n        /// Shut: one\n        /// may \
            knock.\n        Shut = \"shut\",\n    }\n}\nstruct Other {\n    field: u8,\n}\n";
        let mut found = Vec::new();
        enumerations(source, &mut found);
        assert_eq!(found.len(), 1);
        let door = &found[0];
        assert_eq!((door.name.as_str(), door.doc.as_str()), ("Door", "A door."));
        assert_eq!(door.members[0].doc, "Open, see `Key`.");
        assert_eq!(door.members[1].doc, "Shut: one may knock.");
        assert!(door.has_words(&["shut", "open"]));
        assert!(!door.has_words(&["shut"]));
    }
}
