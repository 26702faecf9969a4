//! Running programs, so that people see their output while it is read.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// What a chore gives, or one sentence on what is in the way.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A program that ended.
pub(crate) struct Ended {
    /// Whether it said that all was well.
    pub(crate) success: bool,
    /// Its exit code, unless a signal ended it.
    pub(crate) code: Option<i32>,
    /// The lines of its output and of its messages; the order between the two is lost.
    pub(crate) lines: Vec<String>,
}

/// Runs a program to its end and passes on what it writes.
pub(crate) fn run(command: &mut Command) -> Outcome<Ended> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_run(command, &error))?;
    let output = child.stdout.take().ok_or("no output to read")?;
    let messages = child.stderr.take().ok_or("no messages to read")?;
    let lines = thread::scope(|scope| {
        let messages = scope.spawn(|| pass_on(messages, std::io::stderr()));
        let mut lines = pass_on(output, std::io::stdout());
        lines.extend(messages.join().unwrap_or_default());
        lines
    });
    let status = child.wait()?;
    Ok(Ended {
        success: status.success(),
        code: status.code(),
        lines,
    })
}

/// Runs a program for its answer alone.
pub(crate) fn ask(command: &mut Command) -> Outcome<String> {
    let output = command
        .output()
        .map_err(|error| cannot_run(command, &error))?;
    if !output.status.success() {
        let program = command.get_program().to_string_lossy().into_owned();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("`{program}` failed: {said}").into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn cannot_run(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("cannot run `{program}`: {error}; is it installed?")
}

fn pass_on(from: impl Read, mut to: impl Write) -> Vec<String> {
    let mut from = BufReader::new(from);
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // Whoever stopped reading us has no use for the rest; the program still runs to its end.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        lines.push(String::from_utf8_lossy(&line).trim_end().to_owned());
        line.clear();
    }
    lines
}
