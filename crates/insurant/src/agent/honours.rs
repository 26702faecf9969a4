//! Honours, and the allowance that they open (B-38).

use super::rules::{AgentRules, Allowance};
use super::section::{GRADE_CARD, SECTION};
use crate::scoring::{Card, Scored};
use insurant_rules::program::Answers;
use insurant_rules::{Problems, Truth};

/// Whether an agent holds a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HonourAnswer {
    /// The title's id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether enough was sold; none when the title does not ask.
    pub volume: Option<Truth>,
    /// Whether it was done well.
    pub quality: Truth,
    /// Both.
    pub held: Truth,
}

/// The titles of an agent, and the group of its allowance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honours {
    /// Every title, in the order of the rulebook.
    pub honours: Vec<HonourAnswer>,
    /// The first group that one of the titles opens.
    pub allowance: Option<Allowance>,
    /// Whether a better group is not known to be closed: a person must look.
    pub undecided: bool,
}

impl AgentRules {
    /// The titles of an agent, by facts as written.
    ///
    /// # Errors
    /// Facts that the rulebook does not know, or of another form; the path is the name.
    pub fn honours_of(&self, facts: &[(&str, &str)]) -> Result<Honours, Problems> {
        let program = self.subject.program();
        let slots = self.known.slots(facts, program)?;
        let mut answers = Answers::default();
        let answered = program.answer(&slots, &mut answers);
        let honours: Vec<HonourAnswer> = self
            .honours
            .iter()
            .map(|honour| {
                let volume = honour.volume.map(|volume| answered.truth(volume));
                let quality = answered.truth(honour.quality);
                HonourAnswer {
                    id: honour.id.clone(),
                    title: honour.title.clone(),
                    volume,
                    quality,
                    held: both(volume.unwrap_or(Truth::True), quality),
                }
            })
            .collect();
        let mut undecided = false;
        let mut allowance = None;
        for group in &self.allowances {
            let titles = honours.iter().filter(|h| group.honours.contains(&h.id));
            let truths: Vec<Truth> = titles.map(|honour| honour.held).collect();
            if truths.contains(&Truth::True) {
                allowance = Some(group.clone());
                break;
            }
            undecided |= truths.contains(&Truth::Unknown);
        }
        Ok(Honours {
            honours,
            allowance,
            undecided,
        })
    }
}

impl AgentRules {
    /// What the scorecard of grades says of an agent, by facts as written; `None` when the
    /// rulebook does not have it.
    ///
    /// # Errors
    /// Facts that the rulebook does not know, or of another form; the path is the name.
    pub fn grade_of(&self, facts: &[(&str, &str)]) -> Result<Option<Scored<'_>>, Problems> {
        let program = self.subject.program();
        let slots = self.known.slots(facts, program)?;
        let mut answers = Answers::default();
        let answered = program.answer(&slots, &mut answers);
        let card = self.subject.scorecard(SECTION, GRADE_CARD);
        Ok(card.map(|card| Card::new(card, program).score(answered)))
    }
}

const fn both(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Truth::False, _) | (_, Truth::False) => Truth::False,
        (Truth::True, Truth::True) => Truth::True,
        _ => Truth::Unknown,
    }
}
