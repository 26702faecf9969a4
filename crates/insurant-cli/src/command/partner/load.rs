//! Partners and their events from tables.

use crate::command::rows;
use crate::command::stop::Stop;
use crate::table::{Cell, Column, Source, Spec, find, missing};
use insurant::kpi::Share;
use insurant::partner::{Event, Licence, Partner, PartnerRules};
use insurant_rules::document::Json;
use insurant_rules::{Place, Problem, Problems};
use std::collections::HashMap;
use std::path::Path;

static PARTNERS: Spec = Spec {
    table: "partners",
    columns: &[
        Column::required("partner_id"),
        Column::optional("licence_from"),
        Column::optional("licence_to"),
        Column::optional("compliant"),
        Column::optional("commission"),
    ],
};

static EVENTS: Spec = Spec {
    table: "events",
    columns: &[
        Column::required("event_id"),
        Column::required("partner_id"),
        Column::required("code"),
        Column::optional("act_on"),
        Column::optional("decided_on"),
        Column::optional("known_on"),
    ],
};

/// A partner of the file.
pub(super) struct Loaded {
    pub(super) partner: Partner,
    pub(super) commission: Option<Share>,
    facts: Vec<(String, String)>,
}

impl Loaded {
    /// The facts, by name.
    pub(super) fn facts(&self) -> Vec<(&str, &str)> {
        let facts = self.facts.iter();
        facts
            .map(|(name, written)| (name.as_str(), written.as_str()))
            .collect()
    }
}

/// The partners of a file, in its order.
pub(super) struct Partners {
    source: Source,
    all: Vec<Loaded>,
}

impl Partners {
    /// One answer a partner; what is wrong with the facts of any is told, with the partner.
    pub(super) fn answers(
        &self,
        answer: impl Fn(&Loaded) -> Result<Json, Problems>,
    ) -> Result<Vec<Json>, Stop> {
        let mut problems = Problems::new();
        let mut answers = Vec::with_capacity(self.all.len());
        for loaded in &self.all {
            match answer(loaded) {
                Ok(json) => answers.push(json),
                Err(found) => {
                    for problem in found {
                        let path = &problem.place().path;
                        let path = format!("{}: {path}", loaded.partner.partner_id);
                        let place = Place {
                            source: Some(self.source.name().to_owned()),
                            path,
                            ..Place::default()
                        };
                        problems.push(problem.at(place));
                    }
                }
            }
        }
        Ok(problems.or(answers)?)
    }
}

/// Reads the partners of a directory or file, with their events when they are there.
///
/// # Errors
/// Everything that is wrong with the files, each with its place.
pub(super) fn load(
    path: &Path,
    events: Option<&Path>,
    rules: &PartnerRules,
) -> Result<Partners, Stop> {
    let (source, events) = if path.is_dir() {
        if events.is_some() {
            let text =
                "--events is for a single file of partners: a directory holds them as `events`";
            return Err(Stop::Usage(text.into()));
        }
        let partners = find(path, "partners")?.ok_or_else(|| missing(path, "partners"))?;
        (partners, find(path, "events")?)
    } else {
        let events = events.map(rows::source).transpose()?;
        (rows::alone(path, PARTNERS.table)?, events)
    };
    let known: Vec<String> = rules.fact_names().map(str::to_owned).collect();
    let mut all: Vec<Loaded> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let shared = events.is_some();
    rows::each(&source, &PARTNERS, &known, |row| {
        let id = row.required(0, Cell::id).map(|id| id.as_str().to_owned());
        let from = row.optional(1, Cell::date);
        let to = row.optional(2, Cell::date);
        let compliant = row.optional(3, Cell::boolean);
        let written = row.text(4);
        let commission = written.as_deref().and_then(Share::parse);
        if let (Some(written), None) = (&written, &commission) {
            let problem = Problem::new(insurant_rules::code::OUT_OF_RANGE, "no commission");
            let problem = problem.found(format!("`{written}`"));
            row.fault(4, problem.expected("a share from 0 to 100%, such as `12%`"));
        }
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
        {
            let problem = Problem::new(insurant::code::END_BEFORE_START, "the licence has no day");
            row.fault(2, problem.expected(format!("a day after {from}")));
        }
        if to.is_some() && from.is_none() {
            let problem = Problem::new(
                crate::code::MISSING_FIELD,
                "a licence that ends has a first day",
            );
            row.fault(1, problem);
        }
        let Some(partner_id) = id else { return };
        if positions.insert(partner_id.clone(), all.len()).is_some() {
            let message = format!("the partner `{partner_id}` is there twice");
            row.fault(0, Problem::new(insurant::code::DUPLICATE_ID, message));
        }
        all.push(Loaded {
            partner: Partner {
                partner_id,
                licence: from.map(|from| Licence { from, to }),
                compliant,
                events: shared.then(Vec::new),
            },
            commission,
            facts: row.extra(),
        });
    })?;
    if let Some(events) = events {
        read_events(&events, &positions, &mut all)?;
    }
    Ok(Partners { source, all })
}

fn read_events(
    source: &Source,
    positions: &HashMap<String, usize>,
    all: &mut [Loaded],
) -> Result<(), Stop> {
    let mut seen: HashMap<String, ()> = HashMap::new();
    rows::each(source, &EVENTS, &[], |row| {
        let id = row.required(0, Cell::id).map(|id| id.as_str().to_owned());
        let partner = row.required(1, Cell::id).map(|id| id.as_str().to_owned());
        let code = row
            .required(2, Cell::text)
            .map(|text| text.as_str().to_owned());
        let acted_on = row.optional(3, Cell::date);
        let decided_on = row.optional(4, Cell::date);
        let known_on = row.optional(5, Cell::date);
        if let (Some(acted), Some(decided)) = (acted_on, decided_on)
            && decided < acted
        {
            let problem = Problem::new(insurant::code::OUT_OF_ORDER, "decided before it was done");
            row.fault(4, problem.expected(format!("{acted} or later")));
        }
        if let (Some(acted), Some(known)) = (acted_on, known_on)
            && known < acted
        {
            let problem = Problem::new(insurant::code::OUT_OF_ORDER, "known before it was done");
            row.fault(5, problem.expected(format!("{acted} or later")));
        }
        let (Some(event_id), Some(partner), Some(code)) = (id, partner, code) else {
            return;
        };
        if seen.insert(event_id.clone(), ()).is_some() {
            let message = format!("the event `{event_id}` is there twice");
            row.fault(0, Problem::new(insurant::code::DUPLICATE_ID, message));
        }
        let found = positions.get(&partner).and_then(|at| all.get_mut(*at));
        match found.and_then(|loaded| loaded.partner.events.as_mut()) {
            Some(events) => events.push(Event {
                event_id,
                code,
                acted_on,
                decided_on,
                known_on,
            }),
            None => {
                let problem = Problem::new(
                    insurant_rules::code::UNKNOWN_ID,
                    format!("there is no partner `{partner}`"),
                );
                row.fault(1, problem.remedy("add the partner, or remove the event"));
            }
        }
    })
}
