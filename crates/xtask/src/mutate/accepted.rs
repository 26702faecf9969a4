//! Survivors that may live, each with its reason.

use crate::project::Project;
use crate::run::Outcome;
use std::fmt;
use std::fs;
use std::path::Path;

/// A change that no test noticed. It is known by the line of code that it changes, because line
/// numbers move.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Survivor {
    file: String,
    code: String,
    change: String,
}

impl Survivor {
    /// Reads a line of cargo-mutants: `file:line:column: change`.
    pub(super) fn read(project: &Project, line: &str) -> Option<Self> {
        let (place, change) = line.split_once(": ")?;
        let mut parts = place.splitn(3, ':');
        let (file, number) = (parts.next()?, parts.next()?.parse::<usize>().ok()?);
        let text = fs::read_to_string(project.path(file)).ok()?;
        let code = text.lines().nth(number.checked_sub(1)?)?;
        Some(Self {
            file: file.to_owned(),
            code: code.trim().to_owned(),
            change: change.to_owned(),
        })
    }

    /// The entry that would accept it.
    pub(super) fn entry(&self) -> String {
        let Self { file, code, change } = self;
        format!(
            "[[accepted]]\nfile = '{file}'\ncode = '''{code}'''\nchange = '''{change}'''\nreason = \"\"\n"
        )
    }
}

/// The list of accepted survivors.
pub(super) struct Accepted {
    entries: Vec<(Survivor, String)>,
}

impl Accepted {
    /// Reads the list.
    pub(super) fn read(path: &Path) -> Outcome<Self> {
        let text = fs::read_to_string(path)?;
        Self::parse(&text).map_err(|error| format!("{}: {error}", path.display()).into())
    }

    fn parse(text: &str) -> Outcome<Self> {
        let table: toml::Table = text.parse()?;
        let list = table.get("accepted").and_then(toml::Value::as_array);
        let mut entries = Vec::new();
        for entry in list.map_or(&[][..], Vec::as_slice) {
            let text = |key: &str| match entry.get(key).and_then(toml::Value::as_str) {
                Some(text) if !text.is_empty() => Ok(text.to_owned()),
                _ => Err(format!("an entry has no `{key}`: {entry}")),
            };
            let survivor = Survivor {
                file: text("file")?,
                code: text("code")?,
                change: text("change")?,
            };
            entries.push((survivor, text("reason")?));
        }
        Ok(Self { entries })
    }

    /// Why a survivor may live.
    pub(super) fn reason(&self, survivor: &Survivor) -> Option<&str> {
        let entry = self.entries.iter().find(|(known, _)| known == survivor);
        entry.map(|(_, reason)| reason.as_str())
    }

    /// Entries about code that has gone.
    pub(super) fn stale(&self, project: &Project) -> Vec<String> {
        let there = |survivor: &Survivor| {
            let text = fs::read_to_string(project.path(&survivor.file)).unwrap_or_default();
            text.lines().any(|line| line.trim() == survivor.code)
        };
        let stale = self.entries.iter().filter(|(survivor, _)| !there(survivor));
        stale.map(|(survivor, _)| survivor.to_string()).collect()
    }
}

impl fmt::Display for Survivor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: `{}`: {}", self.file, self.code, self.change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survivor_is_known_by_its_line_of_code() {
        let project = Project::find().unwrap();
        let line = "crates/xtask/src/main.rs:1:5: replace Every with None in chore";
        let survivor = Survivor::read(&project, line).unwrap();
        let entry = survivor.entry();
        assert!(Accepted::parse(&entry).is_err(), "an entry needs a reason");
        let list = entry.replace("reason = \"\"", "reason = \"a comment\"");
        let accepted = Accepted::parse(&list).unwrap();
        assert_eq!(accepted.reason(&survivor), Some("a comment"));
        assert!(accepted.stale(&project).is_empty());
    }

    #[test]
    fn an_entry_about_code_that_has_gone_is_stale() {
        let list = "[[accepted]]\nfile = 'crates/xtask/src/main.rs'\ncode = 'no such code'\n\
            change = 'x'\nreason = 'y'\n";
        let stale = Accepted::parse(list)
            .unwrap()
            .stale(&Project::find().unwrap());
        assert_eq!(stale.len(), 1);
    }
}
