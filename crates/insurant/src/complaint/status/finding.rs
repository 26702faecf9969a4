//! How far principles and rules on who steps back were kept.
//!
//! A procedure states as data what of a principle can be checked. What only people can judge is
//! reported as such: no finding claims more than the log shows.

use super::View;
use crate::closed::closed;
use crate::complaint::clock::{Deadline, DeadlineState, Duty, Missed, Party, Rule};
use crate::complaint::{ComplaintEvent as On, ComplaintStep, Details, Event};
use insurant_rules::Instant;
use insurant_rules::document::{Json, Object};
use insurant_rules::rulebook::CompiledRecord;
use std::collections::{BTreeMap, BTreeSet};

closed! {
    /// What a finding is about.
    FindingKind {
        /// A principle of handling complaints.
        Principle = "principle",
        /// A rule on who steps back.
        Recusal = "recusal",
        /// A procedure of which nothing came to bear on the complaint.
        Procedure = "procedure",
        /// A clock that the complaint should have.
        Clock = "clock",
        /// A form as it was filed.
        Form = "form",
        /// A decision of which somebody else's authority had to be taken for granted.
        Approval = "approval",
        /// Something known of the complaint that no condition knows.
        Fact = "fact",
        /// An event that whoever brought it about was not entitled to.
        Authority = "authority",
        /// A unit that acted and that the organisation does not have.
        Unit = "unit",
    }
}

closed! {
    /// How far it was kept.
    FindingResult {
        /// It was, as far as the log shows.
        Kept = "kept",
        /// Nothing broke it, and something is still to come.
        Open = "open",
        /// It was not.
        Broken = "broken",
        /// People have to judge.
        Unchecked = "unchecked",
    }
}

/// How far something that a procedure asks for was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The procedure, as `id@version`; by its id when it is about all of its versions.
    pub procedure: String,
    /// What it is about.
    pub kind: FindingKind,
    /// Its id there.
    pub id: String,
    /// What was looked at.
    pub check: String,
    /// How far it was kept.
    pub result: FindingResult,
    /// What broke it, or what is open.
    pub subjects: Vec<String>,
    /// What it means.
    pub doc: Option<String>,
}

impl Finding {
    /// The finding in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let subjects = self.subjects.iter().map(String::as_str);
        let subjects = (!self.subjects.is_empty()).then(|| Json::list(subjects));
        Object::new()
            .with("procedure", self.procedure.as_str())
            .with("kind", self.kind.as_str())
            .with("id", self.id.as_str())
            .with("check", self.check.as_str())
            .with("result", self.result.as_str())
            .with_some("subjects", subjects)
            .with_some("doc", self.doc.as_deref())
            .into()
    }
}

/// What was found: what is broken, and what is open.
#[derive(Default)]
struct Found {
    broken: Vec<String>,
    open: Vec<String>,
    /// Something is still to come that has no name.
    pending: bool,
}

impl Found {
    fn result(self) -> (FindingResult, Vec<String>) {
        if !self.broken.is_empty() {
            (FindingResult::Broken, self.broken)
        } else if self.pending || !self.open.is_empty() {
            (FindingResult::Open, self.open)
        } else {
            (FindingResult::Kept, Vec::new())
        }
    }
}

impl View<'_, '_> {
    /// Principles first, then recusals, by procedure.
    pub(super) fn findings(&self, received: Instant) -> Vec<Finding> {
        let mut findings = Vec::new();
        for applied in self.applied.in_force(received) {
            let procedure = applied.procedure;
            let Some(records) = procedure.records() else {
                continue;
            };
            let mut add = |kind, record: &CompiledRecord, check: &str, found: Option<Found>| {
                let unchecked = (FindingResult::Unchecked, Vec::new());
                let (result, subjects) = found.map_or(unchecked, Found::result);
                findings.push(Finding {
                    procedure: procedure.reference().to_owned(),
                    kind,
                    id: record.id.clone(),
                    check: check.to_owned(),
                    result,
                    subjects,
                    doc: record.about.doc.clone(),
                });
            };
            for record in records.list("principles") {
                let check = word(record, "check");
                add(FindingKind::Principle, record, check, self.principle(check));
            }
            for record in records.list("recusals") {
                let relation = word(record, "relation");
                let from = events(record, "from");
                let found = self.recusal(relation, &from);
                add(FindingKind::Recusal, record, relation, found);
            }
        }
        findings
    }

    fn principle(&self, check: &str) -> Option<Found> {
        Some(match check {
            "clocks_met" => self.clocks(|_| true),
            "updated_in_time" => {
                self.clocks(|duty| matches!(duty, Duty::Acknowledge | Duty::Update))
            }
            "handler_not_concerned" => self.concerned(),
            "decider_is_not_handler" => self.recheck(),
            "verified_before_decision" => self.verified(),
            "forms_complete" => self.complete(),
            _ => return None,
        })
    }

    /// Duties of the firm in time.
    fn clocks(&self, meant: impl Fn(Duty) -> bool) -> Found {
        let mut found = Found::default();
        for deadline in self.deadlines {
            if !is_breach(deadline) || !meant(deadline.duty()) {
                continue;
            }
            match deadline.state {
                DeadlineState::Missed => found.broken.push(deadline.name()),
                _ if deadline.is_open() => found.pending = true,
                _ => {}
            }
        }
        found
    }

    /// Whoever is complained about, or stepped back, had no hand in it.
    fn concerned(&self) -> Found {
        let mut found = Found::default();
        let complaint = self.complaint;
        let mut recused: BTreeSet<&str> = BTreeSet::new();
        for event in complaint.events() {
            let person = &event.actor.person_id;
            let worked = matches!(
                event.kind(),
                On::Verified | On::Classified | On::Handled | On::Declined | On::RecheckDecided
            );
            // Who is complained about may turn out later, and is no less concerned.
            if worked && (complaint.about().contains(person) || recused.contains(&**person)) {
                found.broken.push(by(event));
            }
            match &event.details {
                Details::Recused(details) => {
                    recused.insert(&details.person_id);
                }
                Details::HandlerAssigned(to) if recused.contains(&*to.handler_id) => {
                    found.broken.push(by(event));
                }
                _ => {}
            }
        }
        found.pending = self.undecided();
        found
    }

    /// Whoever handled it does not decide its recheck.
    fn recheck(&self) -> Found {
        Found {
            broken: self.after_handling(&[On::RecheckDecided]),
            pending: self.complaint.step() == ComplaintStep::Rechecking,
            ..Found::default()
        }
    }

    /// It was verified before it was decided.
    fn verified(&self) -> Found {
        let mut verified = false;
        let mut found = Found::default();
        for event in self.complaint.events() {
            match &event.details {
                Details::Verified(_) => verified = true,
                Details::FormFiled(filed) if filed.form == "verification" => verified = true,
                Details::Handled(_) if !verified => found.broken.push(by(event)),
                _ => {}
            }
        }
        found.pending = !verified && self.undecided();
        found
    }

    /// Every form, every required field, every department that was asked.
    fn complete(&self) -> Found {
        let mut found = Found::default();
        let mut asked: BTreeSet<&str> = BTreeSet::new();
        let mut lacking: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for event in self.complaint.events() {
            match &event.details {
                Details::CoordinationAsked(details) => {
                    asked.extend(details.departments.iter().map(String::as_str));
                }
                Details::CoordinationAnswered(details) => {
                    asked.remove(&*details.department);
                }
                Details::Handled(_) | Details::Declined(_) => {
                    found
                        .broken
                        .extend(asked.iter().map(|name| (*name).to_owned()));
                    asked.clear();
                }
                Details::FormFiled(filed) => {
                    let form = self.terms.form(&filed.form);
                    let missing = form.map_or_else(Vec::new, |form| form.missing(&filed.fields));
                    let missing = missing.into_iter().map(str::to_owned);
                    // Filed again, it is as it is then.
                    lacking.insert(&filed.form, missing.collect());
                }
                _ => {}
            }
        }
        for (form, fields) in lacking {
            let fields = fields.iter().map(|field| format!("{form}.{field}"));
            found.broken.extend(fields);
        }
        found.open.extend(asked.into_iter().map(str::to_owned));
        for form in self.forms.iter().filter(|form| form.due_since.is_some()) {
            let list = if form.overdue {
                &mut found.broken
            } else {
                &mut found.open
            };
            list.push(form.form.clone());
        }
        found
    }

    /// Whether anyone did what their relation to the matter forbids.
    fn recusal(&self, relation: &str, from: &[On]) -> Option<Found> {
        let about = self.complaint.about();
        let broken = match relation {
            "complained_about" => {
                let events = self.complaint.events().iter();
                let events = events.filter(|event| from.contains(&event.kind()));
                let own = events.filter(|event| about.contains(&event.actor.person_id));
                own.map(by).collect()
            }
            "handled_before" => self.after_handling(from),
            // The log does not say who is related to whom.
            _ => return None,
        };
        Some(Found {
            broken,
            ..Found::default()
        })
    }

    /// Events of some kinds by a person who had handled it before.
    fn after_handling(&self, kinds: &[On]) -> Vec<String> {
        let mut handled: BTreeSet<&str> = BTreeSet::new();
        let mut found = Vec::new();
        for event in self.complaint.events() {
            if kinds.contains(&event.kind()) && handled.contains(&*event.actor.person_id) {
                found.push(by(event));
            }
            match &event.details {
                Details::HandlerAssigned(to) => {
                    handled.insert(&to.handler_id);
                }
                Details::Handled(_) => {
                    handled.insert(&event.actor.person_id);
                }
                _ => {}
            }
        }
        found
    }

    fn undecided(&self) -> bool {
        self.complaint.outcome().is_none() && !self.complaint.step().is_over()
    }
}

/// Whether missing a deadline breaks a duty of the firm.
fn is_breach(deadline: &Deadline<'_>) -> bool {
    match deadline.rule {
        Rule::Clock(_, clock) => clock.party() == Party::Firm && clock.missed() == Missed::Breach,
        Rule::Given(_) => true,
    }
}

/// An event and who did it.
fn by(event: &Event) -> String {
    format!("{} by {}", event.id, event.actor.person_id)
}

fn word<'r>(record: &'r CompiledRecord, name: &str) -> &'r str {
    let value = record.attributes.value(name);
    value.and_then(Json::text).unwrap_or_default()
}

fn events(record: &CompiledRecord, name: &str) -> Vec<On> {
    let items = record.attributes.value(name).map_or(&[][..], Json::items);
    items
        .iter()
        .filter_map(|item| On::parse(item.text()?))
        .collect()
}
