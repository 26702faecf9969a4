//! What a rulebook says about agents, ready to be applied.

use super::admission::Education;
use super::section::SECTION;
use super::vocabulary::{AGENT, QUALITY, names};
use crate::calendar::{Calendar, Calendars};
use crate::closed::closed;
use crate::code;
use crate::money;
use crate::organisation::OrgLevel;
use crate::rulebook::names::KnownNames;
use insurant_rules::document::Json;
use insurant_rules::problem::nearest;
use insurant_rules::program::Source;
use insurant_rules::rulebook::{
    CompiledRecord, CompiledRecordCondition, CompiledRecords, CompiledSubject, Language, Rulebook,
};
use insurant_rules::{ConditionId, Currency, Problem, Problems, Slot, Truth};

closed! {
    /// The grade of an agent, the best first.
    AgentGrade {
        /// Of the few with the best customers.
        Elite = "elite",
        /// Better than most.
        Senior = "senior",
        /// As expected.
        Standard = "standard",
        /// Still learning.
        Trainee = "trainee",
    }
}

closed! {
    /// Who may attend a course.
    CourseFormat {
        /// Whoever comes.
        Open = "open",
        /// Only those it is for.
        Closed = "closed",
    }
}

closed! {
    /// How often an allowance is paid.
    Every {
        /// Every month.
        Month = "month",
        /// Every quarter.
        Quarter = "quarter",
        /// Every year.
        Year = "year",
    }
}

closed! {
    /// The days that a time limit counts.
    TimeUnit {
        /// All days.
        Day = "day",
        /// Working days.
        BusinessDay = "business_day",
    }
}

closed! {
    /// How far the help with a request goes.
    Help {
        /// The desk does it.
        Full = "full",
        /// The desk and the agent do it together.
        Shared = "shared",
        /// The desk says how it is done.
        Advice = "advice",
        /// It is the agent's own work.
        None = "none",
    }
}

/// An interview that is to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its id.
    pub id: String,
    /// The level of the leader who holds it.
    pub level: OrgLevel,
}

/// A title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honour {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    pub(super) volume: Option<ConditionId>,
    pub(super) quality: ConditionId,
}

/// A group with an allowance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// Its id.
    pub id: String,
    /// The titles that open it.
    pub honours: Vec<String>,
    /// The allowance in minor units.
    pub amount: Option<i64>,
    /// How often it is paid.
    pub every: Every,
}

/// A course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its id.
    pub id: String,
    /// The levels of agents that it is for.
    pub levels: Vec<String>,
    /// Who may attend.
    pub format: CourseFormat,
    /// The months on a level within which it is taken first.
    pub within_months: i32,
    /// The months after which it is taken again.
    pub every_months: Option<i32>,
    /// Whether it counts only with its test passed.
    pub test: bool,
}

/// A time limit of support.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    pub(super) id: String,
    pub(super) count: u32,
    /// Of working days; all days without one.
    pub(super) calendar: Option<Calendar>,
}

/// The section `agents` of a rulebook. Immutable.
#[derive(Debug, Clone)]
pub struct AgentRules {
    reference: String,
    fingerprint: String,
    pub(super) currency: Currency,
    pub(super) least_age: Option<i64>,
    pub(super) most_age: Option<i64>,
    pub(super) education: Option<Education>,
    pub(super) experience_months: i64,
    pub(super) stages: Vec<Stage>,
    pub(super) honours: Vec<Honour>,
    pub(super) allowances: Vec<Allowance>,
    pub(super) courses: Vec<Course>,
    pub(super) limits: Vec<Limit>,
    pub(super) contents: Vec<(String, Help)>,
    pub(super) known: KnownNames,
    pub(super) subject: CompiledSubject,
}

impl AgentRules {
    /// Compiles a rulebook; `None` when it says nothing about agents.
    pub(crate) fn compile(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        if rulebook.section(SECTION).is_none() {
            return Ok(None);
        }
        let compiled = rulebook.compile(language, &[])?;
        let subject = compiled.subject(AGENT);
        let Some((subject, records)) = subject.and_then(|s| Some((s, s.records(SECTION)?))) else {
            return Ok(None);
        };
        let header = records.header();
        let age = |key: &str| header.value("age").and_then(|age| integer(age.get(key)));
        let education = header
            .value("education")
            .and_then(|floor| floor.get("least"));
        let mut reader = Reader {
            problems: Problems::new(),
            known: KnownNames::new(&names(), rulebook),
            currency: rulebook.currency(),
            subject,
            calendars,
        };
        let quality = reader.quality(records);
        let rules = Self {
            reference: rulebook.reference(),
            fingerprint: compiled.fingerprint().to_owned(),
            currency: rulebook.currency(),
            least_age: age("least"),
            most_age: age("most"),
            education: education.and_then(Json::text).and_then(Education::parse),
            experience_months: integer(header.value("experience_months")).unwrap_or(0),
            stages: reader.stages(records),
            honours: reader.honours(records, &quality),
            allowances: reader.allowances(records),
            courses: records.list("training").iter().filter_map(course).collect(),
            limits: reader.limits(records),
            contents: records
                .list("contents")
                .iter()
                .filter_map(content)
                .collect(),
            known: reader.known,
            subject: subject.clone(),
        };
        reader.problems.or(Some(rules))
    }

    /// The rulebook: `id@version`.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The fingerprint of the whole rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The interviews, in the order in which they are held.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The titles, in order.
    #[must_use]
    pub fn titles(&self) -> &[Honour] {
        &self.honours
    }
}

pub(super) fn integer(value: Option<&Json>) -> Option<i64> {
    match value? {
        Json::Integer(number) => Some(number.get()),
        _ => None,
    }
}

fn small(record: &CompiledRecord, name: &str) -> Option<i32> {
    integer(record.attributes.value(name)).and_then(|number| i32::try_from(number).ok())
}

fn text<'a>(record: &'a CompiledRecord, name: &str) -> Option<&'a str> {
    record.attributes.value(name).and_then(Json::text)
}

fn texts(record: &CompiledRecord, name: &str) -> Vec<String> {
    let items = record.attributes.value(name).map_or(&[][..], Json::items);
    let texts = items.iter().filter_map(Json::text);
    texts.map(str::to_owned).collect()
}

fn course(record: &CompiledRecord) -> Option<Course> {
    Some(Course {
        id: record.id.clone(),
        levels: texts(record, "levels"),
        format: text(record, "format")
            .and_then(CourseFormat::parse)
            .unwrap_or(CourseFormat::Open),
        within_months: small(record, "within_months")?,
        every_months: small(record, "every_months"),
        test: record.attributes.value("test") == Some(&Json::Boolean(true)),
    })
}

fn content(record: &CompiledRecord) -> Option<(String, Help)> {
    Some((record.id.clone(), Help::parse(text(record, "help")?)?))
}

struct Reader<'a> {
    problems: Problems,
    known: KnownNames,
    currency: Currency,
    subject: &'a CompiledSubject,
    calendars: &'a Calendars,
}

impl Reader<'_> {
    fn report(&mut self, record: &CompiledRecord, name: &str, problem: Problem) {
        let field = record.attributes.field(name);
        let origin = field.map_or(&record.origin, |field| &field.origin);
        self.problems.push(problem.at(origin.place()));
    }

    /// The names that measure quality: the library's, and the inputs that the rulebook says do.
    fn quality(&mut self, records: &CompiledRecords) -> Vec<String> {
        let mut quality: Vec<String> = QUALITY.iter().map(|&name| name.to_owned()).collect();
        let Some(field) = records.header().field("quality_inputs") else {
            return quality;
        };
        let ours = names();
        for name in field.value.items().iter().filter_map(Json::text) {
            let known = self.known.names().any(|known| known == name);
            let own = insurant_rules::Vocabulary::signature(&ours, name).is_none();
            if known && own {
                quality.push(name.to_owned());
                continue;
            }
            let problem = Problem::new(
                insurant_rules::code::UNKNOWN_NAME,
                format!("`{name}` is no input of the rulebook about an agent"),
            )
            .nearest(nearest(name, self.known.names()))
            .remedy("declare it under `inputs` for the subject `agent`");
            self.problems.push(problem.at(field.origin.place()));
        }
        quality
    }

    fn stages(&mut self, records: &CompiledRecords) -> Vec<Stage> {
        let mut stages: Vec<Stage> = Vec::new();
        for record in records.list("interviews") {
            let Some(level) = text(record, "level").and_then(OrgLevel::parse) else {
                continue;
            };
            if stages.iter().any(|stage| stage.level == level) {
                let message = format!("two interviews are held at the level `{level}`");
                let problem = Problem::new(code::DUPLICATE_ID, message);
                self.report(record, "level", problem.expected("each level once"));
            }
            stages.push(Stage {
                id: record.id.clone(),
                level,
            });
        }
        stages
    }

    fn honours(&mut self, records: &CompiledRecords, quality: &[String]) -> Vec<Honour> {
        let mut honours = Vec::new();
        for record in records.list("honours") {
            let Some(condition) = record.attributes.condition("quality") else {
                continue;
            };
            if let Some(problem) = self.measures_quality(condition, quality) {
                self.problems.push(problem.at(record.origin.place()));
            }
            honours.push(Honour {
                id: record.id.clone(),
                title: text(record, "title").unwrap_or_default().to_owned(),
                volume: record.attributes.condition("volume").map(|c| c.when),
                quality: condition.when,
            });
        }
        honours
    }

    /// Why a condition does not measure quality: it looks at something else, or holds whatever the
    /// quality is.
    fn measures_quality(
        &self,
        condition: &CompiledRecordCondition,
        quality: &[String],
    ) -> Option<Problem> {
        let program = self.subject.program();
        let nothing = vec![Slot::UNKNOWN; program.requests().len()];
        let mut steps = Vec::new();
        let truth = program.trace(condition.when, &nothing, &mut steps);
        let comparisons = steps
            .iter()
            .filter_map(|step| program.comparison(step.comparison));
        let terms = comparisons.flat_map(|c| std::iter::once(&c.left).chain(&c.right));
        let used = terms.filter_map(|term| match term.source {
            Source::Slot(at) => program.requests().get(at).map(|r| r.name.as_str()),
            Source::Constant(_) => None,
        });
        let other: Vec<&str> = used
            .filter(|name| !quality.iter().any(|q| q == name))
            .collect();
        let problem = Problem::new(
            code::PREMIUM_ONLY_TITLE,
            "a title needs quality beside volume, and this `quality` does not measure it",
        )
        .expected(format!("a condition over {}", quality.join(", ")))
        .remedy("state what must be sold under `volume`, and how well under `quality`");
        if let Some(name) = other.first() {
            return Some(problem.found(format!("`{}`, which looks at `{name}`", condition.text)));
        }
        (truth == Truth::True).then(|| {
            problem.found(format!(
                "`{}`, which holds whatever the quality is",
                condition.text
            ))
        })
    }

    fn allowances(&mut self, records: &CompiledRecords) -> Vec<Allowance> {
        let ids: Vec<&str> = records
            .list("honours")
            .iter()
            .map(|r| r.id.as_str())
            .collect();
        let mut allowances = Vec::new();
        for record in records.list("allowances") {
            let honours = texts(record, "honours");
            for name in honours.iter().filter(|name| !ids.contains(&name.as_str())) {
                let message = format!("there is no title `{name}`");
                let problem = Problem::new(insurant_rules::code::UNKNOWN_ID, message);
                let near = nearest(name, ids.iter().copied());
                self.report(record, "honours", problem.nearest(near));
            }
            let amount = text(record, "amount").and_then(|written| {
                let read = money::parse(written, self.currency);
                read.map_err(|error| {
                    let problem = Problem::new(code::TOO_MANY_DECIMALS, error.to_string());
                    self.report(record, "amount", problem.found(format!("`{written}`")));
                })
                .ok()
            });
            allowances.push(Allowance {
                id: record.id.clone(),
                honours,
                amount,
                every: text(record, "every")
                    .and_then(Every::parse)
                    .unwrap_or(Every::Month),
            });
        }
        allowances
    }

    fn limits(&mut self, records: &CompiledRecords) -> Vec<Limit> {
        let mut limits = Vec::new();
        for record in records.list("importance") {
            let unit = text(record, "unit").and_then(TimeUnit::parse);
            let calendar = text(record, "calendar").map(|id| self.calendars.get(id).cloned());
            let calendar = match calendar {
                Some(Ok(calendar)) => Some(calendar),
                Some(Err(problem)) => {
                    self.report(record, "calendar", problem);
                    None
                }
                None => {
                    if unit == Some(TimeUnit::BusinessDay) {
                        let problem = Problem::new(
                            insurant_rules::code::MISSING_FIELD,
                            "working days need the field `calendar`",
                        );
                        self.report(record, "calendar", problem);
                    }
                    None
                }
            };
            limits.push(Limit {
                id: record.id.clone(),
                count: small(record, "count")
                    .and_then(|n| u32::try_from(n).ok())
                    .unwrap_or(0),
                calendar: calendar.filter(|_| unit == Some(TimeUnit::BusinessDay)),
            });
        }
        limits
    }
}
