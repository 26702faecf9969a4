//! The options about what complaints are judged by: procedures, calendars and the asking time.

use super::log::Line;
use crate::command::rulebooks::document;
use crate::command::stop::Stop;
use insurant::complaint::procedure::Applied;
use insurant::complaint::{Complaint, ComplaintFacts};
use insurant::organisation::Organisation;
use insurant::{Date, Engine, Instant};
use insurant_rules::document::{Document, Json, Path as DocumentPath};
use insurant_rules::{Code, Problem, Problems};
use std::path::{Path, PathBuf};

/// The law when none is named.
const DEFAULT: &str = "cn-2020-3";

/// An asking time that lies outside the years that there are.
const BAD_ASKING_TIME: Code = Code::new("bad_asking_time");

/// Which procedures judge.
#[derive(Debug, clap::Args)]
pub(crate) struct ProcedureArgs {
    /// A procedure: the name of a built-in one, `name@version`, or a file (.toml or .json)
    ///
    /// Give it several times to judge by several at once, such as the law and the insurer's own:
    /// of all clocks on one duty the earliest due date governs, and all are shown. By its name, the
    /// version in force when each clock starts; by name@version, that version whatever the day.
    /// `insurant complaint packs` shows the built-in ones. Without it: cn-2020-3.
    #[arg(long = "procedure", value_name = "NAME|FILE")]
    names: Vec<String>,

    #[command(flatten)]
    files: PackArgs,
}

/// What is known beside the logs.
#[derive(Debug, clap::Args)]
pub(crate) struct BesideArgs {
    /// The units of the organisation (.json or .toml): {"units": [{"id", "name", "level",
    /// "parent"}]}
    ///
    /// Levels are head_office, province, city, county and front_line; the topmost unit has no
    /// parent. Without it, whatever depends on units and levels is taken to be so; where more time
    /// was granted on that footing, a finding says so.
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,

    /// Facts of every complaint that its receipt does not say, or says otherwise (.json or .toml):
    /// firm_kind, complainant_kind, trigger, channel, class, line, complexity, digital, group_size
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
}

/// The same, read and checked.
#[derive(Default)]
pub(super) struct Beside {
    units: Option<Json>,
    organisation: Option<Organisation>,
    facts: Option<Json>,
    known: ComplaintFacts,
}

impl BesideArgs {
    /// Reads the files.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    fn read(&self) -> Result<Beside, Problems> {
        let mut beside = Beside::default();
        if let Some(path) = &self.units {
            let read = document(path)?;
            beside.organisation = Some(Organisation::read(&read)?);
            let units = read.root().get("units");
            beside.units = units.and_then(insurant_rules::document::Node::to_json);
        }
        if let Some(path) = &self.facts {
            let read = document(path)?;
            let mut problems = Problems::new();
            ComplaintFacts::shape().check(&read, read.root(), &DocumentPath::ROOT, &mut problems);
            problems.or(())?;
            beside.known = ComplaintFacts::from_node(read.root());
            beside.facts = read.root().to_json();
        }
        Ok(beside)
    }
}

/// Files that procedures need.
#[derive(Debug, clap::Args)]
pub(crate) struct PackArgs {
    /// A rulebook file that a procedure extends
    #[arg(long, value_name = "FILE")]
    with: Vec<PathBuf>,

    /// A calendar of the insurer's own (.toml or .json), which may extend a built-in one
    #[arg(long, value_name = "FILE")]
    calendar: Vec<PathBuf>,
}

/// An engine with its procedures, the names of those that judge, and what is known beside the logs.
pub(super) struct Judge {
    pub(super) engine: Engine,
    pub(super) names: Vec<String>,
    beside: Beside,
}

/// The asking time.
#[derive(Debug, Clone, Copy)]
pub(super) enum AsOf {
    At(Instant),
    On(Date),
}

impl ProcedureArgs {
    /// Loads the procedures.
    ///
    /// # Errors
    /// Everything that is wrong with any of the files, and a procedure that there is not.
    pub(super) fn load(&self, beside: &BesideArgs) -> Result<Judge, Stop> {
        let beside = beside.read()?;
        let names = self.names.iter().map(String::as_str);
        let (engine, mut names) = self.files.engine(names)?;
        if names.is_empty() {
            names.push(DEFAULT.to_owned());
        }
        Ok(Judge {
            engine,
            names,
            beside,
        })
    }
}

impl PackArgs {
    /// Loads the files, and one more that may be named.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, and a procedure that there is not.
    pub(super) fn load(&self, name: Option<&str>) -> Result<(Engine, Option<String>), Stop> {
        let (engine, names) = self.engine(name.into_iter())?;
        Ok((engine, names.into_iter().next()))
    }

    fn engine<'a>(
        &self,
        named: impl Iterator<Item = &'a str>,
    ) -> Result<(Engine, Vec<String>), Problems> {
        let mut problems = Problems::new();
        let mut read = |path: &Path| match document(path) {
            Ok(read) => Some(read),
            Err(found) => {
                problems.extend(found);
                None
            }
        };
        let (mut names, mut rulebooks) = (Vec::new(), Vec::new());
        for name in named {
            let path = Path::new(name);
            let file = path.extension().is_some_and(|e| e == "toml" || e == "json");
            if !file && !path.is_file() {
                names.push(name.to_owned());
            } else if let Some(read) = read(path) {
                names.push(read.root().text_at("id").unwrap_or_default().to_owned());
                rulebooks.push(read);
            }
        }
        rulebooks.extend(self.with.iter().filter_map(|path| read(path)));
        let calendars: Vec<Document> = self.calendar.iter().filter_map(|path| read(path)).collect();
        problems.or(())?;
        let builder = Engine::builder().rulebooks(rulebooks);
        let engine = builder.calendars(calendars).build()?;
        let mut problems = Problems::new();
        for name in &names {
            if let Err(problem) = engine.procedures().get(name) {
                problems.push(problem.remedy("`insurant complaint packs` shows those built in"));
            }
        }
        problems.or((engine, names))
    }
}

impl Judge {
    /// The units, where they are given.
    pub(super) const fn organisation(&self) -> Option<&Organisation> {
        self.beside.organisation.as_ref()
    }

    /// The same in JSON.
    pub(super) const fn units(&self) -> Option<&Json> {
        self.beside.units.as_ref()
    }

    /// The facts beside the logs, in JSON.
    pub(super) const fn facts(&self) -> Option<&Json> {
        self.beside.facts.as_ref()
    }

    /// The procedures for a complaint.
    ///
    /// # Errors
    /// A procedure that is not for such complaints, or of which that cannot be said, at the
    /// receipt.
    pub(super) fn apply(&self, line: &Line) -> Result<Applied<'_>, Problems> {
        let received = line.complaint.received();
        let facts = received.map(ComplaintFacts::of_receipt).unwrap_or_default();
        let facts = self.beside.known.clone().or(facts);
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let applied = self.engine.procedures().apply(&names, &facts);
        applied.map_err(|problems| line.placed(problems, "events[0]"))
    }

    /// A complaint as it was known at the asking time; `None` when nothing of it was. One that the
    /// procedures are not for is taken whole here, and told where it is answered.
    pub(super) fn known(&self, line: &Line, as_of: Option<AsOf>) -> Option<Complaint> {
        let at = |as_of: AsOf| self.apply(line).and_then(|applied| as_of.instant(&applied));
        match as_of.map(at) {
            Some(Ok(at)) => line.complaint.at(at),
            None | Some(Err(_)) => Some(line.complaint.clone()),
        }
    }
}

impl AsOf {
    /// Reads an instant or a day of the command line.
    ///
    /// # Errors
    /// What is neither.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.contains(['T', 't', ' ']) {
            let instant = Instant::parse(text).map_err(|error| error.to_string())?;
            return Ok(Self::At(instant));
        }
        crate::command::facts::day(text).map(Self::On)
    }

    /// The asking time for a complaint: a day is asked about when it is over, where the first
    /// procedure is at home.
    ///
    /// # Errors
    /// The last day that there is.
    pub(super) fn instant(self, applied: &Applied<'_>) -> Result<Instant, Problems> {
        match self {
            Self::At(instant) => Ok(instant),
            Self::On(day) => applied.end_of(day).ok_or_else(|| {
                Problem::new(BAD_ASKING_TIME, format!("the day {day} has no end"))
                    .remedy("ask with --as-of about a day in the years 1900 to 2199")
                    .into()
            }),
        }
    }
}
