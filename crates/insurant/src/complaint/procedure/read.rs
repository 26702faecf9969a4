//! From the records of a rulebook to a procedure: time zones, calendars and events are looked up
//! once, and everything that is wrong with them is told at its place.

use super::form::{Form, Notice, status, text, texts};
use super::grants::{
    EXTENSION, EventApproval, ExtensionApproval, Grants, LevelAuthority, governed,
};
use super::{Pending, Procedure, SECTION, Transition};
use crate::approval::Approver;
use crate::calendar::Calendars;
use crate::code;
use crate::complaint::ComplaintEvent;
use crate::complaint::clock::{
    Clock, Duty, Extension, FirstDay, GrantLevel, Missed, Party, Pattern, Roll, Status, Timely,
    Unit, Zone,
};
use crate::complaint::vocabulary::COMPLAINT;
use crate::organisation::{OrgLevel, Role, Roles};
use insurant_rules::document::Json;
use insurant_rules::problem::nearest;
use insurant_rules::rulebook::{
    CompiledAttributes, CompiledRecord, CompiledRecords, Language, Origin, RecordField, Rulebook,
};
use insurant_rules::{Date, Problem, Problems};

impl Procedure {
    /// Compiles a rulebook; `None` when it says nothing about complaints.
    pub(super) fn compile(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        if rulebook.section(SECTION).is_none() {
            return Ok(None);
        }
        let compiled = rulebook.compile(language, &[])?;
        let subject = compiled.subject(COMPLAINT);
        let Some((subject, records)) = subject.and_then(|s| Some((s, s.records(SECTION)?))) else {
            return Ok(None);
        };
        let header = records.header();
        let word = |name: &str| header.value(name).and_then(Json::text);
        let mut reader = Reader {
            calendars,
            header,
            problems: Problems::new(),
            conditions: Vec::new(),
        };
        reader.header();
        let clocks = records.list("clocks").iter();
        let clocks: Vec<Clock> = clocks.filter_map(|record| reader.clock(record)).collect();
        reader.clocks_named(records);
        let notices = records.list("notices").iter().map(|record| {
            let on = reader.patterns(record, "on");
            Notice::new(record, on)
        });
        let notices = notices.collect();
        let forms = records.list("forms").iter().map(|record| {
            let own = reader.patterns(record, "on");
            let own = own.iter().map(Pattern::kind).collect();
            Form::read(record, own, &clocks)
        });
        let forms = forms.collect();
        let grants = reader.grants(records);
        let applies_to = header
            .condition("applies_to")
            .map(|condition| (condition.when, condition.text.clone()));
        let conditions = clocks.iter().filter_map(Clock::when);
        let conditions = conditions.chain(applies_to.iter().map(|(_, text)| text.as_str()));
        let lines = super::lines::named(conditions);
        let procedure = Self {
            id: rulebook.id().to_owned(),
            reference: rulebook.reference(),
            title: rulebook.title().map(str::to_owned),
            doc: rulebook.doc().map(str::to_owned),
            fingerprint: compiled.fingerprint().to_owned(),
            effective: rulebook.effective(),
            follows: word("follows").map(str::to_owned),
            transition: header.value("transition").and_then(transition),
            status: word("status").and_then(Status::parse),
            source: word("source").map(str::to_owned),
            as_of: word("as_of").and_then(|day| Date::parse(day).ok()),
            applies_to,
            lines,
            clocks,
            conditions: reader.conditions,
            forms,
            grants,
            notices,
            subject: subject.clone(),
        };
        reader.problems.or(Some(procedure))
    }
}

struct Reader<'a> {
    calendars: &'a Calendars,
    header: &'a CompiledAttributes,
    problems: Problems,
    conditions: Vec<insurant_rules::ConditionId>,
}

impl Reader<'_> {
    fn report(&mut self, origin: &Origin, problem: Problem) {
        self.problems.push(problem.at(origin.place()));
    }

    /// What the procedure says for all its clocks is looked up even if none asks.
    fn header(&mut self) {
        let header = self.header;
        if let Some(field) = header.field("time_zone") {
            self.zone(field);
        }
        if let Some(field) = header.field("calendar") {
            self.calendar(field);
        }
    }

    fn zone(&mut self, field: &RecordField) -> Option<Zone> {
        let name = field.value.text()?;
        let zone = Zone::parse(name);
        if zone.is_none() {
            let problem = Problem::new(code::UNKNOWN_TIME_ZONE, format!("no time zone `{name}`"))
                .expected("a name of the IANA database, such as `Asia/Shanghai`")
                .nearest(nearest(name, Zone::names()));
            self.report(&field.origin, problem);
        }
        zone
    }

    fn calendar(&mut self, field: &RecordField) -> Option<crate::calendar::Calendar> {
        match self.calendars.get(field.value.text()?) {
            Ok(calendar) => Some(calendar.clone()),
            Err(problem) => {
                self.report(&field.origin, problem);
                None
            }
        }
    }

    fn patterns(&mut self, record: &CompiledRecord, name: &str) -> Vec<Pattern> {
        let Some(field) = record.attributes.field(name) else {
            return Vec::new();
        };
        let mut patterns = Vec::new();
        for text in texts(record, name) {
            match Pattern::parse(&text) {
                Ok(pattern) => patterns.push(pattern),
                Err(problem) => self.report(&field.origin, problem),
            }
        }
        patterns
    }

    /// A time of day, in seconds.
    fn time(&mut self, text: &str, origin: &Origin) -> i64 {
        let digits = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<i64>().ok().filter(|_| plain)
        };
        let parts = text.split_once(':');
        let parts = parts.and_then(|(hour, minute)| Some((digits(hour)?, digits(minute)?)));
        match parts {
            Some((hour, minute)) if hour < 24 && minute < 60 || (hour, minute) == (24, 0) => {
                hour * 3_600 + minute * 60
            }
            _ => {
                let problem = Problem::new(code::BAD_TIME, format!("`{text}` is no time of day"))
                    .expected("hours and minutes, such as `09:30`, up to `24:00`");
                self.report(origin, problem);
                0
            }
        }
    }

    fn clock(&mut self, record: &CompiledRecord) -> Option<Clock> {
        let attributes = &record.attributes;
        let word = |name: &str| attributes.value(name).and_then(Json::text);
        let unit = word("unit").and_then(Unit::parse)?;
        let roll = word("roll").and_then(Roll::parse).unwrap_or(Roll::None);
        let header = self.header;
        let zone = attributes
            .field("time_zone")
            .or_else(|| header.field("time_zone"));
        let zone = match zone {
            Some(field) => self.zone(field),
            None => {
                self.missing(record, "time_zone");
                None
            }
        };
        let own = attributes.field("calendar");
        let calendar = own.or_else(|| header.field("calendar"));
        let calendar = calendar.and_then(|field| {
            // That of the header was reported there.
            let found = own.is_some() || self.calendars.get(field.value.text()?).is_ok();
            if found { self.calendar(field) } else { None }
        });
        let extension = self.extension(record, unit);
        let windows = self.windows(record);
        let counts = |unit: Unit| matches!(unit, Unit::BusinessDay | Unit::WorkingHour);
        let extended = extension.as_ref().is_some_and(|e| counts(e.unit));
        let named = own.is_some() || header.field("calendar").is_some();
        if (counts(unit) || extended || roll != Roll::None) && !named {
            self.missing(record, "calendar");
        }
        if unit == Unit::WorkingHour && windows.is_empty() {
            self.missing(record, "windows");
        }
        let cut_off = attributes.field("cut_off");
        let cut_off = cut_off.and_then(|f| Some(self.time(f.value.text()?, &f.origin)));
        let when = attributes.condition("when").map(|condition| {
            self.conditions.push(condition.when);
            (self.conditions.len() - 1, condition.text.clone())
        });
        Some(Clock {
            id: record.id.clone(),
            duty: word("duty").and_then(Duty::parse)?,
            party: word("party").and_then(Party::parse).unwrap_or(Party::Firm),
            missed: word("missed")
                .and_then(Missed::parse)
                .unwrap_or(Missed::Breach),
            starts: self.patterns(record, "starts"),
            stops: self.patterns(record, "stops"),
            ends: self.patterns(record, "ends"),
            restarts: self.patterns(record, "restarts"),
            recurring: attributes.value("recurring") == Some(&Json::Boolean(true)),
            unit,
            count: number(attributes.value("count"))?,
            first_day_counts: word("first_day").and_then(FirstDay::parse)
                == Some(FirstDay::Included),
            roll,
            cut_off,
            windows,
            zone: zone?,
            calendar,
            when,
            pauses: texts(record, "pauses"),
            extension,
            warn_before: number(attributes.value("warn_before")),
            status: status(record),
            source: record.about.source.clone(),
            doc: record.about.doc.clone(),
            example: record.example,
        })
    }

    fn missing(&mut self, record: &CompiledRecord, name: &str) {
        let problem = Problem::new(
            insurant_rules::code::MISSING_FIELD,
            format!("the clock `{}` needs the field `{name}`", record.id),
        )
        .remedy("state it in the clock, or for the whole procedure");
        self.report(&record.origin, problem);
    }

    fn windows(&mut self, record: &CompiledRecord) -> Vec<[i64; 2]> {
        let Some(field) = record.attributes.field("windows") else {
            return Vec::new();
        };
        let mut windows: Vec<[i64; 2]> = Vec::new();
        for window in field.value.items() {
            let text = |key: &str| window.get(key).and_then(Json::text).unwrap_or_default();
            let from = self.time(text("from"), &field.origin);
            let to = self.time(text("to"), &field.origin);
            let after = windows.last().map_or(0, |[_, end]| *end);
            if from >= to || from < after {
                let problem = Problem::new(
                    code::BAD_WINDOW,
                    "the hours of a day overlap, or are not in order",
                )
                .found(format!("`{}` to `{}`", text("from"), text("to")))
                .expected("windows that begin before they end, one after the other");
                self.report(&field.origin, problem);
            }
            windows.push([from, to]);
        }
        windows
    }

    fn extension(&mut self, record: &CompiledRecord, unit: Unit) -> Option<Extension> {
        let value = record.attributes.value("extension")?;
        let word = |name: &str| value.get(name).and_then(Json::text);
        let roles = value.get("roles").map_or(&[][..], Json::items);
        Some(Extension {
            count: number(value.get("count")),
            unit: word("unit").and_then(Unit::parse).unwrap_or(unit),
            most: number(value.get("most"))?,
            timely: word("timely")
                .and_then(Timely::parse)
                .unwrap_or(Timely::Approved),
            roles: roles
                .iter()
                .filter_map(|role| Role::parse(role.text()?))
                .collect(),
            level: word("level")
                .and_then(GrantLevel::parse)
                .unwrap_or(GrantLevel::Any),
            notice: word("notice").map(str::to_owned),
        })
    }

    /// What the procedure lets happen beside its clocks.
    fn grants(&mut self, records: &CompiledRecords) -> Grants {
        let header = self.header;
        let authority = records.list("authority").iter().filter_map(|record| {
            Some(LevelAuthority {
                level: OrgLevel::parse(&text(record, "level")?)?,
                may: self.events(record, "may"),
                when: record.attributes.condition("when").map(|c| c.when),
            })
        });
        let authority = authority.collect();
        let (mut extensions, mut approvals) = (Vec::new(), Vec::new());
        for record in records.list("approvals") {
            let roles = |name| {
                let roles = texts(record, name);
                let roles: Vec<Role> = roles.iter().filter_map(|role| Role::parse(role)).collect();
                Roles::of(&roles)
            };
            let level = text(record, "level").and_then(|level| OrgLevel::parse(&level));
            let approver = Approver {
                roles: roles("approvers"),
                least_level: level.unwrap_or(OrgLevel::FrontLine),
                above: false,
            };
            let when = record.attributes.condition("when").map(|c| c.when);
            let kind = text(record, "kind").unwrap_or_default();
            if kind == EXTENSION {
                extensions.push(ExtensionApproval {
                    ask: roles("proposers"),
                    approver,
                    when,
                });
            } else if let Some(event) = governed(&kind) {
                approvals.push(EventApproval {
                    event,
                    approver,
                    when,
                });
            } else if let Some(field) = record.attributes.field("kind") {
                let message = format!("no event needs the approval `{kind}`");
                let problem = Problem::new(insurant_rules::code::UNKNOWN_ID, message)
                    .expected(
                        "complaint_extension, complaint_declining, or an event such as `closed`",
                    )
                    .nearest(nearest(
                        &kind,
                        [EXTENSION, "complaint_declining", "complaint_closing"]
                            .into_iter()
                            .chain(ComplaintEvent::WORDS.iter().copied()),
                    ));
                self.report(&field.origin, problem);
            }
        }
        Grants {
            verify_first: header.value("verify_first") == Some(&Json::Boolean(true)),
            merge_within_days: number(header.value("merge_within_days")),
            authority,
            extensions,
            approvals,
        }
    }

    /// Events by their words; one that there is not would give authority over nothing.
    fn events(&mut self, record: &CompiledRecord, name: &str) -> Vec<ComplaintEvent> {
        let mut events = Vec::new();
        for word in texts(record, name) {
            match ComplaintEvent::parse(&word) {
                Some(event) => events.push(event),
                None => {
                    if let Some(field) = record.attributes.field(name) {
                        let words = ComplaintEvent::WORDS.iter().copied();
                        let problem = Problem::new(
                            insurant_rules::code::UNKNOWN_ID,
                            format!("there is no event `{word}`"),
                        )
                        .nearest(nearest(&word, words));
                        self.report(&field.origin, problem);
                    }
                }
            }
        }
        events
    }

    /// Forms and notices name clocks that there are.
    fn clocks_named(&mut self, records: &CompiledRecords) {
        let ids: Vec<&str> = records
            .list("clocks")
            .iter()
            .map(|c| c.id.as_str())
            .collect();
        let lists = ["forms", "notices"].into_iter();
        for record in lists.flat_map(|list| records.list(list)) {
            let Some(name) = text(record, "clock") else {
                continue;
            };
            if let Some(field) = record.attributes.field("clock")
                && !ids.contains(&name.as_str())
            {
                let problem = Problem::new(
                    insurant_rules::code::UNKNOWN_ID,
                    format!("there is no clock `{name}`"),
                )
                .nearest(nearest(&name, ids.iter().copied()));
                self.report(&field.origin, problem);
            }
        }
    }
}

fn transition(value: &Json) -> Option<Transition> {
    let word = |name: &str| value.get(name).and_then(Json::text);
    Some(Transition {
        pending: word("pending").and_then(Pending::parse)?,
        status: word("status").and_then(Status::parse)?,
        source: word("source")?.to_owned(),
    })
}

fn number(value: Option<&Json>) -> Option<u32> {
    match value? {
        Json::Integer(number) => u32::try_from(number.get()).ok(),
        _ => None,
    }
}
