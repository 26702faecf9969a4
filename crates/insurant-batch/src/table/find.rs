//! Which file holds a table.

use crate::code;
use insurant_rules::Problem;
use std::path::{Path, PathBuf};

/// The form of a file, told by the end of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `.csv`
    Csv,
    /// `.csv.gz`
    CsvGz,
    /// `.parquet`
    Parquet,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Csv, Self::CsvGz, Self::Parquet];

    /// The form that the name of a file tells.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let ends = |form: &Self| name.ends_with(&format!(".{}", form.extension()));
        Self::ALL.into_iter().find(ends)
    }

    /// The end of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::CsvGz => "csv.gz",
            Self::Parquet => "parquet",
        }
    }
}

/// A file that holds a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: PathBuf,
    name: String,
    form: Form,
}

impl Source {
    /// A file of a known form.
    #[must_use]
    pub fn new(path: PathBuf, form: Form) -> Self {
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        Self { path, name, form }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its name, for messages.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its form.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }
}

/// The file of `table` in `dir`; `None` when there is none.
///
/// # Errors
/// Two forms of one table.
pub fn find(dir: &Path, table: &str) -> Result<Option<Source>, Problem> {
    let mut found = Form::ALL
        .into_iter()
        .map(|form| Source::new(dir.join(format!("{table}.{}", form.extension())), form))
        .filter(|source| source.path.exists());
    let first = found.next();
    match (&first, found.next()) {
        (Some(first), Some(second)) => Err(Problem::new(
            code::AMBIGUOUS_FILE,
            format!("the table `{table}` is there twice"),
        )
        .in_source(dir.display().to_string())
        .found(format!("`{}` and `{}`", first.name, second.name))
        .expected("one form of the table")
        .remedy("remove or rename all but one")),
        _ => Ok(first),
    }
}

/// The tables of a portfolio.
const TABLES: [&str; 5] = ["customers", "policies", "movements", "claims", "entries"];

/// Every file of a directory that holds a table, or would hold one if it were there.
pub fn places(dir: &Path) -> impl Iterator<Item = PathBuf> {
    let names = TABLES
        .iter()
        .flat_map(|table| Form::ALL.map(|form| format!("{table}.{}", form.extension())));
    names.map(move |name| dir.join(name))
}

/// What to say of a table that is not there.
pub fn missing(dir: &Path, table: &str) -> Problem {
    let problem = Problem::new(
        code::MISSING_FILE,
        if dir.is_dir() {
            format!("the table `{table}` is not there")
        } else {
            format!("there is no directory `{}`", dir.display())
        },
    )
    .in_source(dir.display().to_string());
    let problem = problem.expected(format!(
        "`{table}.csv`, `{table}.csv.gz` or `{table}.parquet` in a directory"
    ));
    problem.remedy("add the file, or name the directory that has it")
}
