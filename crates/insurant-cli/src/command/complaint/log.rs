//! Logs of complaints in JSON lines: one complaint a line, and every line that is wrong told.

use super::judged::{AsOf, Judge};
use super::merged::Merged;
use crate::code;
use crate::command::stop::{FINE, Stop, WRONG};
use insurant::complaint::Complaint;
use insurant_rules::document::Document;
use insurant_rules::{Code, Place, Problem, Problems};
use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// What a line looks like.
pub(super) const LOGS: &str = r#"{"complaint_id": ..., "events": [...]}"#;

/// A complaint of `--id` that no line holds.
const UNKNOWN_COMPLAINT: Code = Code::new("unknown_complaint");

/// Where logs come from, and which of them are meant.
#[derive(Debug, clap::Args)]
pub(crate) struct LogArgs {
    /// Complaints as JSON lines, one complaint a line; `-` is standard input
    ///
    /// {"complaint_id": "C-1", "events": [...]}, the events in the order in which they were
    /// recorded. Each has `kind`, `id`, `occurred_at`, `recorded_at` and `actor`, and what belongs
    /// to its kind. A line that is wrong is told with file, line and column, and the others are
    /// answered all the same. `crates/insurant/schemas` has the JSON Schemas.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// This complaint only
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

/// A good line.
pub(super) struct Line {
    pub(super) complaint: Complaint,
    document: Document,
    place: Base,
}

/// Where a line is.
#[derive(Clone)]
pub(in crate::command) struct Base {
    file: String,
    line: u32,
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Base {
    pub(in crate::command) fn at(&self, line: u32, column: u32, path: &str) -> Place {
        Place {
            source: Some(self.file.clone()),
            line: self.line.saturating_add(line.saturating_sub(1)),
            column: column.max(1),
            path: path.to_owned(),
        }
    }

    /// Problems of the line as a text of its own, in the file.
    pub(in crate::command) fn lift(&self, problems: Problems) -> Problems {
        let mut lifted = Problems::new();
        for problem in problems {
            let place = problem.place();
            let place = self.at(place.line, place.column, &place.path);
            lifted.push(problem.at(place));
        }
        lifted
    }
}

impl Line {
    /// Problems of the complaint that have no place, at a path of its line.
    pub(super) fn placed(&self, problems: Problems, path: &str) -> Problems {
        let place = self.document.place_at(path);
        let place = self.place.at(place.line, place.column, path);
        let mut placed = Problems::new();
        for problem in problems {
            placed.push(problem.at(place.clone()));
        }
        placed
    }
}

impl LogArgs {
    /// Gives every complaint that is meant to `each`, in the order of the file, and tells what is
    /// wrong with a line, or what `each` finds wrong. Merges count as far as they were known at the
    /// asking time; without one, all of them. The answer is the exit code.
    ///
    /// # Errors
    /// A file that cannot be read or holds nothing, an id that is not there, and what stops `each`.
    pub(super) fn each(
        &self,
        judge: &Judge,
        as_of: Option<AsOf>,
        mut each: impl FnMut(&Line) -> Result<Result<(), Problems>, Stop>,
    ) -> Result<u8, Stop> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut merged = Merged::default();
        let source = Source::open(&self.file)?;
        let known = source.merges(judge, as_of)?;
        let code = source.scan(LOGS, |text, place| {
            let mut line = match read(text, place) {
                Ok(line) => line,
                Err(problems) => return Ok(Err(problems)),
            };
            let id = line.complaint.id();
            if let Some(first) = seen.get(id) {
                let twice = Problem::new(
                    insurant::code::DUPLICATE_ID,
                    format!("the complaint `{id}` stands in line {first} already"),
                );
                let twice = twice.remedy("keep one line, with all events of the complaint");
                return Ok(Err(line.placed(twice.into(), "complaint_id")));
            }
            seen.insert(id.to_owned(), line.place.line);
            merged.add_log(judge, &line, as_of);
            if self.id.as_ref().is_some_and(|wanted| wanted != id) {
                return Ok(Ok(()));
            }
            // What goes on in it may change its receipt, and with it every clock.
            match known.corrected(&line.complaint) {
                Some(complaint) => line.complaint = complaint,
                None => {
                    say!(
                        "note: `{}` is not answered, because of a merge that is wrong",
                        line.complaint.id()
                    );
                    return Ok(Ok(()));
                }
            }
            each(&line)
        })?;
        match &self.id {
            Some(id) if !seen.contains_key(id) => {
                let near = insurant_rules::problem::nearest(id, seen.keys().map(String::as_str));
                Err(
                    Problem::new(UNKNOWN_COMPLAINT, format!("no complaint `{id}`"))
                        .in_source(name(&self.file))
                        .nearest(near)
                        .remedy("name one whose line is in the file and not wrong")
                        .into(),
                )
            }
            wanted => {
                let file = name(&self.file);
                let place = |id: &str| seen.get(id).map(|line| format!("{file}:{line}"));
                Ok(code.max(merged.tell(wanted.as_deref(), place)))
            }
        }
    }
}

/// How a file is called.
fn name(path: &Path) -> String {
    match path == Path::new("-") {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}

/// Gives every line that is not blank to `take`, and tells what is wrong with it. The answer is the
/// exit code.
///
/// # Errors
/// A file that cannot be read or holds nothing, and what stops `take`.
pub(in crate::command) fn scan(
    path: &Path,
    expected: &str,
    take: impl FnMut(&str, Base) -> Result<Result<(), Problems>, Stop>,
) -> Result<u8, Stop> {
    let (name, reader) = open(path)?;
    scan_lines(&name, reader, expected, take)
}

/// A file that is read twice, or all of what can be read once only, such as standard input.
enum Source<'p> {
    File(&'p Path),
    Once(String, Vec<u8>),
}

impl<'p> Source<'p> {
    fn open(path: &'p Path) -> Result<Self, Stop> {
        let (name, mut reader) = open(path)?;
        if path.is_file() {
            return Ok(Self::File(path));
        }
        let mut bytes = Vec::new();
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|error| unreadable(&name, &error))?;
        Ok(Self::Once(name, bytes))
    }

    fn lines(&self) -> Result<(String, Box<dyn BufRead + '_>), Stop> {
        match self {
            Self::File(path) => open(path),
            Self::Once(name, bytes) => Ok((name.clone(), Box::new(bytes.as_slice()))),
        }
    }

    fn scan(
        &self,
        expected: &str,
        take: impl FnMut(&str, Base) -> Result<Result<(), Problems>, Stop>,
    ) -> Result<u8, Stop> {
        let (name, reader) = self.lines()?;
        scan_lines(&name, reader, expected, take)
    }

    /// What the lines say of merges, before any is answered. Lines that name none are not read, and
    /// those that are wrong are told when they are answered.
    fn merges(&self, judge: &Judge, as_of: Option<AsOf>) -> Result<Merged, Stop> {
        let mut merged = Merged::default();
        let (name, mut reader) = self.lines()?;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let read = reader.read_until(b'\n', &mut bytes);
            if read.map_err(|error| unreadable(&name, &error))? == 0 {
                return Ok(merged);
            }
            let place = Base {
                file: name.clone(),
                line: 0,
            };
            if let Ok(text) = std::str::from_utf8(&bytes)
                && (text.contains("merged_into") || text.contains("absorbed"))
                && let Ok(line) = read_marked(text, place)
            {
                merged.add_log(judge, &line, as_of);
            }
        }
    }
}

fn read_marked(text: &str, place: Base) -> Result<Line, Problems> {
    read(text.strip_prefix('\u{feff}').unwrap_or(text), place)
}

fn scan_lines(
    name: &str,
    mut reader: Box<dyn BufRead + '_>,
    expected: &str,
    mut take: impl FnMut(&str, Base) -> Result<Result<(), Problems>, Stop>,
) -> Result<u8, Stop> {
    let (mut code, mut bytes, mut number, mut lines) = (FINE, Vec::new(), 0_u32, 0_u32);
    loop {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes);
        if read.map_err(|error| unreadable(name, &error))? == 0 {
            break;
        }
        number = number.saturating_add(1);
        let place = Base {
            file: name.to_owned(),
            line: number,
        };
        let marked = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1);
        let bytes = marked.unwrap_or(&bytes).trim_ascii_end();
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        lines = lines.saturating_add(1);
        let taken = match utf8(bytes, &place) {
            Ok(text) => take(text, place)?,
            Err(problem) => Err(problem.into()),
        };
        if let Err(problems) = taken {
            code = WRONG;
            for problem in &problems {
                say!("error: {problem}");
            }
        }
    }
    if lines == 0 {
        return Err(Problem::new(code::EMPTY_FILE, "there is no line in it")
            .in_source(name)
            .expected(format!("JSON lines, such as {expected}"))
            .remedy("name a file with one of them a line")
            .into());
    }
    Ok(code)
}

fn open(path: &Path) -> Result<(String, Box<dyn BufRead>), Stop> {
    let name = name(path);
    if path == Path::new("-") {
        return Ok((name, Box::new(std::io::stdin().lock())));
    }
    match File::open(path) {
        Ok(file) => Ok((name, Box::new(BufReader::with_capacity(1 << 16, file)))),
        Err(error) => Err(unreadable(&name, &error)),
    }
}

fn utf8<'b>(bytes: &'b [u8], place: &Base) -> Result<&'b str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(good).chars().count();
        let column = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        Problem::new(code::NOT_UTF8, "the line is not UTF-8")
            .remedy("write JSON as UTF-8")
            .at(place.at(1, column, ""))
    })
}

/// The complaint of a line.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn read(text: &str, place: Base) -> Result<Line, Problems> {
    let read = || {
        let document = Document::parse_json("", text)?;
        let complaint = Complaint::read(&document)?;
        Ok((complaint, document))
    };
    match read() {
        Ok((complaint, document)) => Ok(Line {
            complaint,
            document,
            place,
        }),
        Err(problems) => Err(place.lift(problems)),
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> Stop {
    let message = format!("the file cannot be read: {error}");
    Problem::new(code::UNREADABLE_FILE, message)
        .in_source(name)
        .remedy("name a file that is there and that you may read, or `-` for standard input")
        .into()
}
