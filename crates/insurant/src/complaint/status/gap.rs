//! What a complaint lacks though nothing in its answers would show it: a procedure that was not in
//! force, a decision that no clock is on, a form that does not count, authority that nobody checked.

use super::{Finding, FindingKind, FindingResult};
use crate::complaint::clock::{Clock, Deadline, Duty, GrantLevel, MoveReason, Rule};
use crate::complaint::procedure::{Applied, AppliedProcedure};
use crate::complaint::{ComplaintEvent as On, Complexity, Details, Event};
use crate::complaint::{RecheckOutcome, ReferralResult};
use crate::organisation::{Organisation, Role};
use insurant_rules::{Instant, Truth};
use std::collections::BTreeMap;

const NOT_IN_FORCE: &str =
    "no version was in force when the complaint was received, and none of its clocks has begun";
const NOT_BEGUN: &str = "none of its clocks has begun";
const LOST: &str =
    "a clock on the decision would have begun on a day on which its version was not in force";
const DECISION_NOT_BEGUN: &str = "no clock on the decision has begun";
const DECISION_NOT_STATED: &str = "no time limit for the decision is stated for such a complaint";
const UNDECIDED: &str = "the complaint is undecided, and no clock on the decision runs";
const MISSPELT: &str =
    "no condition of the procedure names such a line, but one that is written much alike";
const INCOMPLETE: &str =
    "the form lacks something that it must say, and counts when it is filed whole";
const UNKNOWN_FORM: &str = "no procedure in force has such a form";
const ASSUMED: &str =
    "the units are not given, so that whoever granted more time is taken to stand high enough";

impl Applied<'_> {
    /// What the answers would pass over in silence, of a log and its deadlines: a procedure none of
    /// whose clocks has begun, a decision that no clock is on, a line of business that is likely
    /// misspelt, forms that do not count as filed,
    /// and, without the units, more time that was granted by somebody of whom the procedure asks a
    /// level. By procedure as asked for.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{ComplaintFacts, Event, FindingKind, FirmKind, Trigger, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::{Engine, Instant};
    ///
    /// let engine = Engine::builtin()?;
    /// let facts = ComplaintFacts {
    ///     firm_kind: Some(FirmKind::Insurer),
    ///     trigger: Some(Trigger::Complaint),
    ///     ..ComplaintFacts::default()
    /// };
    /// let law = engine.procedures().apply(&["cn-2020-3"], &facts)?;
    /// // Before the law.
    /// let at = Instant::parse("2019-06-03T10:00:00+08:00")?;
    /// let received = Box::new(details::Received::default());
    /// let log = [Event::new("1", at, Actor::new("E1", Role::Collector, "JX"), received.into())];
    /// let deadlines = law.deadlines(&log, None, at);
    /// assert!(deadlines.is_empty());
    /// let kinds = law.gaps(&log, None, at, &deadlines).into_iter().map(|found| found.kind);
    /// assert_eq!(kinds.collect::<Vec<_>>(), [FindingKind::Procedure, FindingKind::Clock]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn gaps(
        &self,
        events: &[Event],
        organisation: Option<&Organisation>,
        as_of: Instant,
        deadlines: &[Deadline<'_>],
    ) -> Vec<Finding> {
        let seconds = as_of.seconds();
        let known = |event: &&Event| {
            event.recorded_at.seconds() <= seconds && event.occurred_at.seconds() <= seconds
        };
        let gaps = Gaps {
            applied: self,
            events,
            known: events.iter().filter(known).collect(),
            as_of,
            deadlines,
        };
        let mut findings = gaps.procedures();
        findings.extend(gaps.lines());
        findings.extend(gaps.forms());
        if organisation.is_none() {
            findings.extend(gaps.assumed());
        }
        findings
    }
}

struct Gaps<'a, 'p> {
    applied: &'a Applied<'p>,
    events: &'a [Event],
    /// Those known at the asking time.
    known: Vec<&'a Event>,
    as_of: Instant,
    deadlines: &'a [Deadline<'a>],
}

/// A procedure as it was asked for, all its versions or one, with those that it replaced if they
/// were asked for too: what is left out by the one is for the other.
struct Family<'a, 'p> {
    /// The one that all of them go back to.
    root: &'a str,
    /// As asked for, with commas between.
    name: String,
    versions: Vec<&'a AppliedProcedure<'p>>,
}

impl<'a, 'p> Family<'a, 'p> {
    /// The duty whose clocks are on the decision: many laws know only of an answer, which tells it.
    fn decision(&self) -> Duty {
        let mut clocks = self.versions.iter().flat_map(|v| v.procedure.clocks());
        match clocks.any(|clock| clock.duty() == Duty::Decide) {
            true => Duty::Decide,
            false => Duty::Inform,
        }
    }

    /// Its clocks on the decision.
    fn decides(&self) -> impl Iterator<Item = (&'a AppliedProcedure<'p>, &'a Clock)> {
        let duty = self.decision();
        self.versions.iter().flat_map(move |applied| {
            let clocks = applied.procedure.clocks().iter();
            let clocks = clocks.filter(move |clock| clock.duty() == duty);
            clocks.map(move |clock| (*applied, clock))
        })
    }
}

impl<'a, 'p> Gaps<'a, 'p> {
    fn families(&self) -> Vec<Family<'a, 'p>> {
        let mut families: Vec<Family<'a, 'p>> = Vec::new();
        for applied in &self.applied.procedures {
            let procedure = applied.procedure;
            let (name, root) = match applied.by_version {
                true => (procedure.reference(), procedure.reference()),
                false => (procedure.id(), self.root(procedure.id())),
            };
            let Some(family) = families.iter_mut().find(|family| family.root == root) else {
                families.push(Family {
                    root,
                    name: name.to_owned(),
                    versions: vec![applied],
                });
                continue;
            };
            if !family.name.split(", ").any(|known| known == name) {
                family.name.push_str(", ");
                family.name.push_str(name);
            }
            family.versions.push(applied);
        }
        families
    }

    /// The first procedure of a succession of those asked for by their id.
    fn root(&self, id: &'a str) -> &'a str {
        let mut root = id;
        // A succession that goes round ends here as well.
        for _ in &self.applied.procedures {
            let of_root = |applied: &&AppliedProcedure<'_>| applied.procedure.id() == root;
            let mut all = self.applied.procedures.iter().filter(of_root);
            let before = all.find_map(|applied| applied.procedure.follows());
            let mut asked = self.applied.procedures.iter();
            let before = asked.find(|a| !a.by_version && Some(a.procedure.id()) == before);
            match before {
                Some(before) => root = before.procedure.id(),
                None => break,
            }
        }
        root
    }

    fn procedures(&self) -> Vec<Finding> {
        let families = self.families();
        let one_decides = families
            .iter()
            .any(|family| family.decides().next().is_some());
        let mut findings = Vec::new();
        for family in &families {
            let of_family = |deadline: &&Deadline<'_>| match deadline.rule {
                Rule::Clock(procedure, _) => {
                    let mut versions = family.versions.iter();
                    versions.any(|version| version.procedure.reference() == procedure.reference())
                }
                Rule::Given(_) => false,
            };
            let own: Vec<&Deadline<'_>> = self.deadlines.iter().filter(of_family).collect();
            if own.is_empty() {
                findings.push(self.silent(family));
            }
            // What one procedure does not state, another may.
            if family.decides().next().is_some() || !one_decides {
                findings.extend(self.decision(family, &own));
            }
        }
        findings
    }

    /// A line of business that is likely misspelt: its conditions would pass over it in silence.
    fn lines(&self) -> Vec<Finding> {
        let Some(line) = &self.applied.facts.line else {
            return Vec::new();
        };
        let versions = self
            .applied
            .procedures
            .iter()
            .map(|version| version.procedure);
        let meant = versions.filter_map(|procedure| {
            let meant = procedure.line_meant(line)?;
            let found = finding(procedure.reference(), FindingKind::Fact, "line", "known");
            Some(found.with(FindingResult::Unchecked, vec![meant.to_owned()], MISSPELT))
        });
        meant.collect()
    }

    fn received(&self) -> Option<Instant> {
        let mut known = self.known.iter();
        let receipt = known.find(|event| event.kind() == On::Received)?;
        Some(receipt.occurred_at)
    }

    /// None of its clocks has begun: silence would read as nothing being due.
    fn silent(&self, family: &Family<'_, '_>) -> Finding {
        let received = self.received();
        let in_force = |version: &&AppliedProcedure<'_>| {
            received.is_none_or(|received| version.is_in_force(received))
        };
        if family.versions.iter().any(in_force) {
            return finding(&family.name, FindingKind::Procedure, &family.name, "begun").with(
                FindingResult::Open,
                Vec::new(),
                NOT_BEGUN,
            );
        }
        let versions = family.versions.iter().map(|version| version.procedure);
        let mut subjects: Vec<String> = versions
            .clone()
            .map(|version| format!("{} in force {}", version.reference(), version.effective()))
            .collect();
        // The one that may be meant, when it was not asked for.
        let before = versions.clone().filter_map(|version| version.follows());
        let missing = before.filter(|id| versions.clone().all(|version| version.id() != *id));
        subjects.extend(missing.map(|id| format!("before it: {id}")));
        finding(
            &family.name,
            FindingKind::Procedure,
            &family.name,
            "in_force",
        )
        .with(FindingResult::Unchecked, subjects, NOT_IN_FORCE)
    }

    /// That no clock is on the decision, and why.
    fn decision(&self, family: &Family<'_, '_>, own: &[&Deadline<'_>]) -> Option<Finding> {
        let duty = family.decision();
        let mut own = own.iter().filter(|d| d.duty() == duty).peekable();
        let begun = own.peek().is_some();
        let undecided = self.undecided();
        let has = match undecided {
            true => own.any(|deadline| deadline.is_open()),
            false => begun,
        };
        if has {
            return None;
        }
        let found = finding(&family.name, FindingKind::Clock, "decide", "decide_clock");
        let lost = family.decides().filter(|(applied, clock)| {
            let (applied, clock) = (*applied, *clock);
            self.applied
                .is_lost(applied, clock, self.events, self.as_of)
        });
        let lost: Vec<String> = lost
            .map(|(applied, clock)| format!("{}/{}", applied.procedure.reference(), clock.id()))
            .collect();
        if begun {
            return Some(found.with(FindingResult::Unchecked, Vec::new(), UNDECIDED));
        }
        if !lost.is_empty() {
            return Some(found.with(FindingResult::Broken, lost, LOST));
        }
        let class = self.complexity();
        let stated = family.decides().filter(|(applied, clock)| {
            let truth = clock
                .when
                .as_ref()
                .map(|(when, _)| applied.truth(*when, class));
            truth != Some(Truth::False)
        });
        let mut starts: Vec<String> = Vec::new();
        for start in stated.flat_map(|(_, clock)| clock.starts()) {
            let start = start.to_string();
            if !starts.contains(&start) {
                starts.push(start);
            }
        }
        Some(match starts.is_empty() {
            true => found.with(FindingResult::Unchecked, starts, DECISION_NOT_STATED),
            false => found.with(FindingResult::Open, starts, DECISION_NOT_BEGUN),
        })
    }

    fn complexity(&self) -> Option<Complexity> {
        let mut latest_first = self.known.iter().rev();
        let said = latest_first.find_map(|event| match &event.details {
            Details::Classified(class) => Some(class.complexity),
            _ => None,
        });
        said.or(self.applied.facts.complexity)
    }

    /// Whether a decision is still owed, by the log.
    fn undecided(&self) -> bool {
        let mut undecided = true;
        for event in &self.known {
            undecided = match &event.details {
                Details::Handled(_)
                | Details::Declined(_)
                | Details::Withdrawn(_)
                | Details::MergedInto(_)
                | Details::Closed(_)
                | Details::Archived(_) => false,
                Details::Reopened(_) => true,
                Details::RecheckDecided(decision) => decision.result == RecheckOutcome::SentBack,
                Details::ReferralEnded(end) => {
                    let over = matches!(
                        end.result,
                        ReferralResult::Decided | ReferralResult::Settled
                    );
                    undecided && !over
                }
                _ => undecided,
            };
        }
        undecided
    }

    /// Forms as they were filed last: what they lack, and those that no procedure has.
    fn forms(&self) -> Vec<Finding> {
        let mut last: BTreeMap<&str, &BTreeMap<String, String>> = BTreeMap::new();
        for event in &self.known {
            if let Details::FormFiled(filed) = &event.details {
                last.insert(&filed.form, &filed.fields);
            }
        }
        let Some(received) = self.received().filter(|_| !last.is_empty()) else {
            return Vec::new();
        };
        let terms = self.applied.terms(received);
        let mut findings = Vec::new();
        for applied in self.applied.in_force(received) {
            let reference = applied.procedure.reference();
            for form in applied.procedure.forms() {
                let fields = last.get(form.id.as_str());
                let missing = fields.map_or_else(Vec::new, |fields| form.missing(fields));
                if !missing.is_empty() {
                    let missing = missing.into_iter().map(str::to_owned).collect();
                    let found = finding(reference, FindingKind::Form, &form.id, "complete");
                    findings.push(found.with(FindingResult::Open, missing, INCOMPLETE));
                }
            }
        }
        let mut with_forms = self.applied.in_force(received);
        let Some(first) = with_forms.find(|applied| !applied.procedure.forms().is_empty()) else {
            return findings;
        };
        for name in last.into_keys().filter(|name| terms.form(name).is_none()) {
            let nearest = terms.nearest_form(name).map(str::to_owned);
            let found = finding(
                first.procedure.reference(),
                FindingKind::Form,
                name,
                "known",
            );
            let subjects = nearest.into_iter().collect();
            findings.push(found.with(FindingResult::Broken, subjects, UNKNOWN_FORM));
        }
        findings
    }

    /// More time granted by somebody whose level counts and cannot be checked.
    fn assumed(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for event in &self.known {
            if event.kind() != On::ExtensionApproved || event.actor.role == Role::HeadOfficeSenior {
                continue;
            }
            for deadline in self.deadlines {
                let Rule::Clock(procedure, clock) = deadline.rule else {
                    continue;
                };
                let level = clock.extension().map(|extension| extension.level);
                let moved = |deadline: &Deadline<'_>| {
                    let mut moves = deadline.moves.iter();
                    moves.any(|moved| moved.reason == MoveReason::Extension)
                };
                if level.is_none_or(|level| level == GrantLevel::Any) || !moved(deadline) {
                    continue;
                }
                let same = |found: &&mut Finding| {
                    found.procedure == procedure.reference() && found.id == event.id
                };
                let clock = clock.id().to_owned();
                match findings.iter_mut().find(same) {
                    Some(found) if found.subjects.contains(&clock) => {}
                    Some(found) => found.subjects.push(clock),
                    None => {
                        let kind = FindingKind::Approval;
                        let found = finding(procedure.reference(), kind, &event.id, "level");
                        findings.push(found.with(FindingResult::Unchecked, vec![clock], ASSUMED));
                    }
                }
            }
        }
        findings
    }
}

fn finding(procedure: &str, kind: FindingKind, id: &str, check: &str) -> Finding {
    Finding {
        procedure: procedure.to_owned(),
        kind,
        id: id.to_owned(),
        check: check.to_owned(),
        result: FindingResult::Unchecked,
        subjects: Vec::new(),
        doc: None,
    }
}

impl Finding {
    fn with(self, result: FindingResult, subjects: Vec<String>, doc: &str) -> Self {
        Self {
            result,
            subjects,
            doc: Some(doc.to_owned()),
            ..self
        }
    }
}
