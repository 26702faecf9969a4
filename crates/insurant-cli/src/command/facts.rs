//! The options about facts, which all commands that read a portfolio share.

use super::guard::guard;
use super::progress::Progress;
use super::rulebooks::RulebookArgs;
use super::stop::Stop;
use super::text::{counted, quoted};
use crate::portfolio::{Codes, Input, OnError, Options, Portfolio, Report, load};
use insurant::{CustomerRules, Date, DateError, LineCodes};
use insurant_rules::problem::nearest;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A day of the command line. Unlike an open end in a file, none can be left empty.
///
/// # Errors
/// What is no date.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|error| match error {
        DateError::Year => "a year lies between 1900 and 2199".to_owned(),
        other => other.to_string(),
    })
}

/// How to read the facts.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct FactsArgs {
    /// The day on which the facts were taken from the core system
    ///
    /// For customers whose row has no `valued_on`. A decision for an earlier day is marked
    /// hindsight (paid, reserve and status are those of a later day), one for a later day projected.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) valued_on: Option<Date>,

    /// What becomes of a row with a fault
    ///
    /// fail: nothing is assessed, and every fault is reported with its place. reject: the row goes
    /// to the file of --rejects with file, line, column and reason, and its customer is undecided.
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = OnErrorArg::Fail)]
    on_error: OnErrorArg,

    /// Where rejected rows go (CSV); needed with --on-error reject
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

/// [`OnError`] as an argument.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum OnErrorArg {
    #[default]
    Fail,
    Reject,
}

/// The numbers that a compiled rulebook gives to words.
struct RuleCodes<'a> {
    rules: &'a CustomerRules,
    lines: LineCodes,
    /// The lines that some policy has.
    met: BTreeSet<u32>,
}

impl RuleCodes<'_> {
    /// Warns of the lines that rules or measures name and no policy has: most likely a slip, for a
    /// line is an open word.
    fn warn(&self) {
        if self.met.is_empty() {
            return;
        }
        for (line, code) in self.rules.lines().iter() {
            if self.met.contains(&code) {
                continue;
            }
            let known = self
                .lines
                .iter()
                .filter(|(_, code)| self.met.contains(code));
            let nearest = nearest(line, known.map(|(line, _)| line));
            let hint = nearest.map_or_else(String::new, |line| format!("; did you mean `{line}`?"));
            say!("warning: no policy has the line `{line}` that a rule or a measure names{hint}");
        }
    }
}

impl Codes for RuleCodes<'_> {
    fn line(&mut self, line: &str) -> u32 {
        let code = self.lines.code(line);
        self.met.insert(code);
        code
    }

    fn text(&mut self, input: usize, text: &str) -> i64 {
        // A text is never wrong: every text that the rulebook does not name is the same to it.
        self.rules
            .read_input(input, text)
            .map_or(-1, |slot| slot.num)
    }
}

impl FactsArgs {
    /// Reads the portfolio of a directory, writes down what was rejected, and warns.
    ///
    /// # Errors
    /// Everything that is wrong with the files.
    pub(crate) fn load(
        &self,
        dir: &Path,
        rules: &CustomerRules,
        as_of: Date,
        valued_on: Option<Date>,
        progress: &mut Progress,
    ) -> Result<(Portfolio, Report), Stop> {
        let on_error = match self.on_error {
            OnErrorArg::Fail => OnError::Fail,
            OnErrorArg::Reject => OnError::Reject,
        };
        let inputs: Vec<Input> = rules
            .inputs()
            .iter()
            .map(|(name, ty)| Input {
                name: name.clone(),
                ty: ty.clone(),
            })
            .collect();
        let options = Options {
            currency: rules.currency(),
            as_of: Some(as_of),
            valued_on: self.valued_on.or(valued_on),
            inputs: &inputs,
            on_error,
        };
        let mut codes = RuleCodes {
            rules,
            lines: rules.lines(),
            met: BTreeSet::new(),
        };
        let mut at = |file: &str, done, total| progress.at(file, done, total);
        let (portfolio, report) = load(dir, &options, &mut codes, &mut at)?;
        codes.warn();
        if let Some(path) = &self.rejects {
            report.rejects.write(path)?;
        }
        Ok((portfolio, report))
    }

    /// As they would be typed again.
    pub(crate) fn words(&self) -> String {
        let valued = self.valued_on.map(|day| format!(" --valued-on {day}"));
        let rejects = self.rejects.as_deref().map(|file| {
            let file = quoted(&file.display().to_string());
            format!(" --on-error reject --rejects {file}")
        });
        valued.into_iter().chain(rejects).collect()
    }

    /// Whether rows with a fault are to be set aside.
    pub(crate) fn rejects(&self) -> bool {
        self.on_error == OnErrorArg::Reject || self.rejects.is_some()
    }

    /// Checks the options before anything is read or written: what they say together, and that
    /// neither the rejected rows nor `out` take the place of what is read.
    ///
    /// # Errors
    /// Options that make no sense together, or a file that is not to be written over.
    pub(crate) fn check(
        &self,
        dirs: &[&Path],
        rulebooks: &RulebookArgs,
        out: Option<&Path>,
    ) -> Result<(), Stop> {
        let text = match (self.on_error, &self.rejects) {
            (OnErrorArg::Fail, Some(_)) => "--rejects is of use with --on-error reject only",
            (OnErrorArg::Reject, None) => {
                "--on-error reject needs --rejects FILE, for the rows that are rejected"
            }
            _ => {
                let read: Vec<&Path> = rulebooks.files().collect();
                let written = [("--out", out), ("--rejects", self.rejects.as_deref())];
                return guard(dirs, &read, &written);
            }
        };
        Err(Stop::Usage(text.into()))
    }

    /// Says on standard error what was odd about the files.
    pub(crate) fn warn(&self, report: &Report) {
        for warning in &report.warnings {
            say!("warning: {warning}");
        }
        if report.rejected > 0 {
            let rejects = self.rejects.as_deref().unwrap_or(Path::new(""));
            let rows = counted(report.rejected, "row was rejected", "rows were rejected");
            say!("warning: {rows}, see {}", rejects.display());
        }
        if report.unattributed > 0 {
            say!(
                "warning: for {} of them no customer can be blamed: any customer may lack facts",
                report.unattributed
            );
        }
    }
}
