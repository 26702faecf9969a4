//! The conformance vectors, asked of a program in any language: lines `operation TAB input` in, a
//! line of canonical JSON out for each.

use crate::capi::Checks;
use crate::project::Project;
use crate::run::Outcome;
use insurant_rules::document::{Document, Json, Node};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

/// Where they are.
const FOLDER: &str = "tests/vectors";

/// A vector: where it stands, the line that asks, the line that answers.
struct Vector {
    name: String,
    operation: String,
    question: String,
    expected: Json,
}

/// Every vector, in order of name.
pub(crate) struct Vectors(Vec<Vector>);

impl Vectors {
    pub(crate) fn read(project: &Project) -> Outcome<Self> {
        let mut files: Vec<PathBuf> = Vec::new();
        for folder in fs::read_dir(project.path(FOLDER))? {
            for file in fs::read_dir(folder?.path())? {
                files.push(file?.path());
            }
        }
        files.sort();
        files.iter().map(vector).collect::<Outcome<_>>().map(Self)
    }

    /// Those of some operations.
    pub(crate) fn of(mut self, operations: &[&str]) -> Self {
        self.0
            .retain(|vector| operations.contains(&vector.operation.as_str()));
        self
    }

    /// Whether a program answers each to the byte. What it says beside its answers is handed back.
    pub(crate) fn compare(
        &self,
        language: &str,
        command: &mut Command,
        checks: &mut Checks,
    ) -> Outcome<String> {
        self.judge(language, command, checks, |_, expected, found| {
            let expected = expected.to_canonical_string();
            (found != expected).then_some(expected)
        })
    }

    /// Whether a program answers each well. Of an operation, what is expected and what was found,
    /// `wrong_of` says what should have been found instead. What the program says beside its answers
    /// is handed back.
    pub(crate) fn judge(
        &self,
        language: &str,
        command: &mut Command,
        checks: &mut Checks,
        mut wrong_of: impl FnMut(&str, &Json, &str) -> Option<String>,
    ) -> Outcome<String> {
        let output = ask(command, &self.0)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut answers = text.lines();
        let mut wrong = Vec::new();
        for vector in &self.0 {
            let found = answers.next().unwrap_or("nothing");
            if let Some(expected) = wrong_of(&vector.operation, &vector.expected, found) {
                wrong.push(format!(
                    "{}\n  expected {expected}\n  found    {found}",
                    vector.name
                ));
            }
        }
        if let Some(more) = answers.next() {
            wrong.push(format!("an answer that nobody asked for: {more}"));
        }
        println!(
            "{language}: {} of {} vectors answered as they should be",
            self.0.len().saturating_sub(wrong.len()),
            self.0.len()
        );
        for wrong in wrong.iter().take(20) {
            println!("{wrong}");
        }
        checks.add(
            self.0.len().saturating_sub(wrong.len()),
            wrong.len().max(usize::from(!output.status.success())),
        );
        Ok(String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// Whether a program ends well after some of them, spread over all.
    pub(crate) fn survive(
        &self,
        name: &str,
        count: usize,
        command: &mut Command,
        checks: &mut Checks,
    ) -> Outcome {
        let step = (self.0.len() / count.max(1)).max(1);
        let output = ask(command, self.0.iter().step_by(step))?;
        let well = output.status.success();
        let said = || String::from_utf8_lossy(&output.stderr).into_owned();
        checks.check(name, (!well).then(said));
        Ok(())
    }
}

fn ask<'a>(
    command: &mut Command,
    vectors: impl IntoIterator<Item = &'a Vector>,
) -> Outcome<Output> {
    let mut questions = String::new();
    for vector in vectors {
        writeln!(questions, "{}", vector.question)?;
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run {}: {error}", command.get_program().display()))?;
    let mut input = child.stdin.take().ok_or("no input to write")?;
    // Written beside the reading, or both sides would wait for each other.
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program that ends early shows in what it answers.
            drop(input.write_all(questions.as_bytes()));
        });
        Ok(child.wait_with_output()?)
    })
}

fn vector(path: &PathBuf) -> Outcome<Vector> {
    let text = fs::read_to_string(path)?;
    let document = Document::parse_json(&path.to_string_lossy(), &text)?;
    let root = document.root();
    let json = |key: &str| root.get(key).and_then(Node::to_json);
    let operation = root
        .text_at("operation")
        .ok_or("a vector has an operation")?;
    // As written: a vector may state what canonical JSON cannot, such as a key that stands twice.
    let input = root.get("input").ok_or("a vector has an input")?;
    let input = document.slice(input.span).replace(['\n', '\r', '\t'], " ");
    Ok(Vector {
        name: path.display().to_string(),
        operation: operation.to_owned(),
        question: format!("{operation}\t{input}"),
        expected: json("expect").unwrap_or_else(|| Json::from("")),
    })
}
