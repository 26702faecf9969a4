//! The procedures of an engine, and those that apply to one complaint.

use super::{Pending, Procedure};
use crate::calendar::Calendars;
use crate::code;
use crate::complaint::vocabulary::slot;
use crate::complaint::{ComplaintFacts, Complexity};
use insurant_rules::problem::nearest;
use insurant_rules::program::{Answers, Source};
use insurant_rules::rulebook::{Language, Rulebook, Rulebooks};
use insurant_rules::{ConditionId, Date, Problem, Problems, Slot, Truth};

/// Procedures, by id, then by the day on which they come into force. Immutable.
#[derive(Debug, Clone, Default)]
pub struct Procedures {
    all: Vec<Procedure>,
}

/// The procedures that apply to one complaint, with the answers to their conditions.
#[derive(Debug)]
pub struct Applied<'p> {
    pub(in crate::complaint) procedures: Vec<AppliedProcedure<'p>>,
    /// What is known of the complaint.
    pub(in crate::complaint) facts: ComplaintFacts,
}

/// A procedure with the answers to the conditions of its clocks.
#[derive(Debug)]
pub(in crate::complaint) struct AppliedProcedure<'p> {
    pub(in crate::complaint) procedure: &'p Procedure,
    /// Asked for by its version, so that it applies whether in force or not.
    pub(in crate::complaint) by_version: bool,
    /// By condition, then by complexity: not classified, then each class.
    truths: Vec<[Truth; 4]>,
}

impl AppliedProcedure<'_> {
    /// Whether it judges what began on a day, of a complaint received on another.
    pub(in crate::complaint) fn judges(
        &self,
        began: Date,
        received: impl FnOnce() -> Option<Date>,
    ) -> bool {
        let effective = self.procedure.effective;
        let stays = || {
            let transition = self.procedure.transition.as_ref();
            transition.is_some_and(|transition| transition.pending == Pending::Stay)
        };
        self.by_version
            || effective.contains(began)
            || stays() && received().is_some_and(|day| effective.contains(day))
    }

    /// Whether a clock's condition holds for a complaint of this complexity.
    pub(in crate::complaint) fn truth(&self, when: usize, complexity: Option<Complexity>) -> Truth {
        let truths = self.truths.get(when);
        let position = COMPLEXITIES.iter().position(|other| *other == complexity);
        truths
            .zip(position)
            .and_then(|(truths, position)| truths.get(position).copied())
            .unwrap_or(Truth::Unknown)
    }
}

const COMPLEXITIES: [Option<Complexity>; 4] = [
    None,
    Some(Complexity::Simple),
    Some(Complexity::Complex),
    Some(Complexity::Special),
];

impl Procedures {
    /// Compiles the rulebooks that say something about complaints.
    pub(crate) fn compile(
        rulebooks: &Rulebooks,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut all = Vec::new();
        for rulebook in rulebooks {
            match Procedure::compile(rulebook, language, calendars) {
                Ok(procedure) => all.extend(procedure),
                Err(found) => problems.extend(found),
            }
        }
        problems.or(Self { all })
    }

    /// Checks what a rulebook says about complaints.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn check(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<(), Problems> {
        Procedure::compile(rulebook, language, calendars).map(drop)
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Procedure> {
        self.all.iter()
    }

    /// A procedure by `id@version`; by its id alone, the one that comes into force last.
    ///
    /// # Errors
    /// `unknown_procedure`, with the nearest there is.
    pub fn get(&self, reference: &str) -> Result<&Procedure, Problem> {
        let mut latest_first = self.all.iter().rev();
        latest_first
            .find(|p| p.reference() == reference || p.id() == reference)
            .ok_or_else(|| self.unknown(reference))
    }

    fn unknown(&self, reference: &str) -> Problem {
        let id = reference.split_once('@').map(|(id, _)| id);
        let versions = self.all.iter().filter(|p| Some(p.id()) == id);
        let versions: Vec<&str> = versions.map(Procedure::reference).collect();
        if !versions.is_empty() {
            return Problem::new(
                code::UNKNOWN_PROCEDURE,
                format!("no such version of a procedure: `{reference}`"),
            )
            .expected(versions.join(", "))
            .nearest(nearest(reference, versions.iter().copied()));
        }
        let mut ids: Vec<&str> = self.all.iter().map(Procedure::id).collect();
        ids.dedup();
        Problem::new(
            code::UNKNOWN_PROCEDURE,
            format!("no procedure `{reference}`"),
        )
        .expected(ids.join(", "))
        .nearest(nearest(reference, ids.iter().copied()))
    }

    /// The procedures that a complaint is judged under: all versions of those named by id, each
    /// for the clocks that start while it is in force; by `id@version`, that version whenever.
    ///
    /// # Errors
    /// A procedure that there is not; one that is not for such complaints; one of which that
    /// cannot be said, with the facts that are missing.
    pub fn apply(&self, names: &[&str], facts: &ComplaintFacts) -> Result<Applied<'_>, Problems> {
        let mut problems = Problems::new();
        let mut procedures: Vec<AppliedProcedure<'_>> = Vec::new();
        for name in names {
            let by_version = name.contains('@');
            let meant = |p: &&Procedure| p.reference() == *name || !by_version && p.id() == *name;
            let mut found = self.all.iter().filter(meant).peekable();
            if found.peek().is_none() {
                problems.push(self.unknown(name));
            }
            for procedure in found {
                let twice = procedures
                    .iter()
                    .any(|p| p.procedure.reference == procedure.reference);
                if twice {
                    continue;
                }
                match procedure.refusal(facts) {
                    Some(problem) => problems.push(problem),
                    None => procedures.push(procedure.applied(facts, by_version)),
                }
            }
        }
        problems.or(Applied {
            procedures,
            facts: facts.clone(),
        })
    }
}

impl<'p> Applied<'p> {
    /// The procedures, in the order asked for.
    pub fn procedures(&self) -> impl Iterator<Item = &'p Procedure> {
        self.procedures.iter().map(|applied| applied.procedure)
    }
}

impl Procedure {
    fn slots(&self, facts: &ComplaintFacts, complexity: Option<Complexity>) -> Vec<Slot> {
        let program = self.subject.program();
        let mut slots = vec![Slot::UNKNOWN; program.requests().len()];
        for (value, request) in slots.iter_mut().zip(program.requests()) {
            *value = slot(&request.name, facts, complexity, program);
        }
        slots
    }

    /// The answers to conditions. The only place that runs the program.
    pub(super) fn answers(
        &self,
        conditions: impl Iterator<Item = ConditionId>,
        facts: &ComplaintFacts,
        complexity: Option<Complexity>,
    ) -> Vec<Truth> {
        let program = self.subject.program();
        let (slots, mut answers) = (self.slots(facts, complexity), Answers::default());
        let answered = program.answer(&slots, &mut answers);
        conditions
            .map(|condition| answered.truth(condition))
            .collect()
    }

    fn applied(&self, facts: &ComplaintFacts, by_version: bool) -> AppliedProcedure<'_> {
        let answers = COMPLEXITIES.map(|complexity| {
            let conditions = self.conditions.iter().copied();
            self.answers(conditions, facts, complexity)
        });
        let unknown = Truth::Unknown;
        let truths = (0..self.conditions.len()).map(|at| {
            answers
                .each_ref()
                .map(|answers| answers.get(at).copied().unwrap_or(unknown))
        });
        AppliedProcedure {
            procedure: self,
            by_version,
            truths: truths.collect(),
        }
    }

    /// Why the procedure is not for such a complaint; `None` when it is.
    fn refusal(&self, facts: &ComplaintFacts) -> Option<Problem> {
        let (condition, text) = self.applies_to.as_ref()?;
        let condition = std::iter::once(*condition);
        let reference = self.reference();
        match self.answers(condition, facts, facts.complexity).first() {
            Some(Truth::True) => None,
            Some(Truth::False) => Some(
                Problem::new(
                    code::PROCEDURE_DOES_NOT_APPLY,
                    format!("the procedure `{reference}` is not for such complaints"),
                )
                .found(facts.to_json().to_canonical_string())
                .expected(format!("`{text}`")),
            ),
            _ => Some(
                Problem::new(
                    code::PROCEDURE_DOES_NOT_APPLY,
                    format!(
                        "whether the procedure `{reference}` is for such a complaint cannot be said"
                    ),
                )
                .found(self.missing(facts).join("; "))
                .expected(format!("`{text}`"))
                .remedy("supply the facts that are missing, in words that procedures know"),
            ),
        }
    }

    /// The facts for want of which the condition cannot be answered: those that nobody stated, and
    /// those stated in a word that no procedure knows.
    fn missing(&self, facts: &ComplaintFacts) -> Vec<String> {
        let program = self.subject.program();
        let slots = self.slots(facts, facts.complexity);
        let Some((condition, _)) = &self.applies_to else {
            return Vec::new();
        };
        let mut steps = Vec::new();
        program.trace(*condition, &slots, &mut steps);
        let unknown = steps.iter().filter(|step| step.truth == Truth::Unknown);
        let mut missing: Vec<&str> = Vec::new();
        for comparison in unknown.filter_map(|step| program.comparison(step.comparison)) {
            if let Source::Slot(at) = comparison.left.source
                && slots.get(at).is_some_and(|slot| !slot.is_known())
                && let Some(request) = program.requests().get(at)
            {
                let name = request.name.as_str();
                if !missing.contains(&name) {
                    missing.push(name);
                }
            }
        }
        let foreign = |name: &str| facts.foreign.iter().find(|(fact, _)| *fact == name);
        let mut told: Vec<String> = missing
            .iter()
            .filter_map(|name| foreign(name))
            .map(|(name, word)| {
                let words = ComplaintFacts::words(name).join(", ");
                format!("`{name}` is `{word}`, which is none of {words}")
            })
            .collect();
        let nothing = missing.iter().filter(|name| foreign(name).is_none());
        let nothing: Vec<String> = nothing.map(|name| format!("`{name}`")).collect();
        if !nothing.is_empty() {
            told.push(format!("nothing about {}", nothing.join(", ")));
        }
        told
    }
}
