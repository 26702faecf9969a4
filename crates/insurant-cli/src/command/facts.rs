//! The options about facts, which all commands that read a portfolio share.

use super::progress::Progress;
use super::stop::Stop;
use crate::portfolio::{Codes, Input, OnError, Options, Portfolio, Report, load};
use insurant::{CustomerRules, Date, LineCodes};
use std::path::{Path, PathBuf};

/// How to read the facts.
#[derive(Debug, clap::Args)]
pub(crate) struct FactsArgs {
    /// The day on which the facts were taken from the core system
    ///
    /// For customers whose row has no `valued_on`. A decision for an earlier day is marked
    /// hindsight (paid, reserve and status are those of a later day), one for a later day projected.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    pub(crate) valued_on: Option<Date>,

    /// What becomes of a row with a fault
    ///
    /// fail: nothing is assessed, and every fault is reported with its place. reject: the row goes
    /// to the file of --rejects with file, line, column and reason, and its customer is undecided.
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = OnErrorArg::Fail)]
    on_error: OnErrorArg,

    /// Where rejected rows go (CSV); needed with --on-error reject
    #[arg(long, value_name = "FILE", required_if_eq("on_error", "reject"))]
    rejects: Option<PathBuf>,
}

/// [`OnError`] as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum OnErrorArg {
    Fail,
    Reject,
}

/// The numbers that a compiled rulebook gives to words.
struct RuleCodes<'a> {
    rules: &'a CustomerRules,
    lines: LineCodes,
}

impl Codes for RuleCodes<'_> {
    fn line(&mut self, line: &str) -> u32 {
        self.lines.code(line)
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
        if on_error == OnError::Fail && self.rejects.is_some() {
            let text = "--rejects is of use with --on-error reject only";
            return Err(Stop::Usage(text.into()));
        }
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
        };
        let mut at = |file: &str, done, total| progress.at(file, done, total);
        let (portfolio, report) = load(dir, &options, &mut codes, &mut at)?;
        if let Some(path) = &self.rejects {
            report.rejects.write(path)?;
        }
        Ok((portfolio, report))
    }

    /// Says on standard error what was odd about the files.
    pub(crate) fn warn(&self, report: &Report) {
        for warning in &report.warnings {
            eprintln!("warning: {warning}");
        }
        if report.rejected > 0 {
            let rejects = self.rejects.as_deref().unwrap_or(Path::new(""));
            eprintln!(
                "warning: {} rows were rejected, see {}",
                report.rejected,
                rejects.display()
            );
        }
        if report.unattributed > 0 {
            eprintln!(
                "warning: for {} of them no customer can be blamed: any customer may lack facts",
                report.unattributed
            );
        }
    }
}
