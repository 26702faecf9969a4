//! Writing JSON lines, and what several sets have in common.

use crate::run::Outcome;
use insurant::Date;
use insurant_rules::document::{Json, Object};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Writes objects, a line each.
pub(super) fn write(path: &Path, objects: &[Object]) -> Outcome<()> {
    let wrong = |e: std::io::Error| format!("{}: {e}", path.display());
    let mut file = BufWriter::new(File::create(path).map_err(wrong)?);
    for object in objects {
        let line = Json::Object(object.clone()).to_canonical_string();
        writeln!(file, "{line}").map_err(wrong)?;
    }
    Ok(file.flush().map_err(wrong)?)
}

/// A date written month/day/year.
pub(super) fn american(text: &str) -> Outcome<Date> {
    let parts: Vec<u32> = text.split('/').map(str::parse).collect::<Result<_, _>>()?;
    let &[month, day, year] = parts.as_slice() else {
        return Err(format!("`{text}` is not month/day/year").into());
    };
    Ok(Date::from_ymd(i32::try_from(year)?, month, day)?)
}

/// A word of the source as a name: `E-mail` is `e_mail`.
pub(super) fn name(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

/// The cell, unless it is empty.
pub(super) fn stated(cell: &str) -> Option<&str> {
    Some(cell).filter(|cell| !cell.is_empty())
}
