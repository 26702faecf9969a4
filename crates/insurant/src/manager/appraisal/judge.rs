//! From facts to a proposed grade.

use super::facts::{ManagerFacts, Period};
use super::figure::{Figure, Overflow, Served};
use super::peers::Peers;
use super::rules::ManagerRules;
use super::vocabulary::{Asked, asked};
use crate::closed::closed;
use crate::manager::ManagerGrade;
use crate::scoring::{ScoreStatus, SubjectInputs};
use insurant_rules::document::Json;
use insurant_rules::order::InOrder;
use insurant_rules::{Problems, Slot};
use std::collections::BTreeMap;

closed! {
    /// What an appraisal came to.
    Rating {
        /// There is a score, and a grade is proposed.
        Rated = "rated",
        /// There is nothing to rate.
        Unrated = "unrated",
        /// Whether a veto holds is not known: a person must look.
        Review = "review",
        /// A figure is missing without which there is no score.
        Undecided = "undecided",
    }
}

closed! {
    /// Why there is no score.
    Unrated {
        /// No results, no customers, no inputs.
        NoAppraisal = "no_appraisal",
        /// Too few days of service in the period.
        TooShort = "too_short",
        /// A figure does not fit 64 bits.
        Overflow = "overflow",
    }
}

closed! {
    /// What becomes of a grade.
    Change {
        /// Higher.
        Promote = "promote",
        /// The same.
        Confirm = "confirm",
        /// Lower.
        Demote = "demote",
        /// The first one.
        First = "first",
    }
}

closed! {
    /// What keeps a grade from being that of the score.
    Limit {
        /// No more steps up a year.
        StepsUp = "steps_up",
        /// No more steps down a year.
        StepsDown = "steps_down",
        /// The best grade for whoever has none yet.
        FirstGrade = "first_grade",
    }
}

/// The appraisal of one manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    /// The host's id.
    pub manager_id: String,
    /// The unit.
    pub unit_id: Option<String>,
    /// Days of service in the period.
    pub days: i64,
    /// What it came to.
    pub rating: Rating,
    /// Why there is no score.
    pub reason: Option<Unrated>,
    /// The grade so far.
    pub grade: Option<ManagerGrade>,
    /// The grade proposed.
    pub proposed: Option<ManagerGrade>,
    /// What becomes of the grade.
    pub change: Option<Change>,
    /// What kept it from being that of the score.
    pub limited_by: Option<Limit>,
    /// The score with every point explained.
    pub score: Option<Json>,
}

impl ManagerRules {
    /// Appraises managers for a period. All of them are each other's peers; those asked for by
    /// `only`, or all, are answered, in order of id.
    ///
    /// # Errors
    /// Inputs that the rulebook does not declare or cannot read, at `managers[n].inputs.name`.
    pub fn appraise(
        &self,
        managers: &[ManagerFacts],
        period: Period,
        only: Option<&[String]>,
    ) -> Result<Vec<Appraisal>, Problems> {
        let mut problems = Problems::new();
        let none = BTreeMap::new();
        let mut inputs = Vec::with_capacity(managers.len());
        for (i, facts) in managers.iter().enumerate() {
            let written = facts.inputs.as_ref().unwrap_or(&none);
            match self
                .subject
                .read_inputs(written, &format!("managers[{i}].inputs"))
            {
                Ok(read) => inputs.push(read),
                Err(found) => problems.extend(found),
            }
        }
        problems.or(())?;
        let served: Vec<Served<'_>> = managers
            .iter()
            .map(|facts| Served::new(facts, period))
            .collect();
        let rated: Vec<Served<'_>> = served
            .iter()
            .copied()
            .filter(|served| self.unrated(*served).is_none())
            .collect();
        let peers = Peers::new(self.peers, &self.compared(), &rated);
        let wanted = |id: &String| only.is_none_or(|only| only.contains(id));
        let mut appraisals: Vec<Appraisal> = served
            .iter()
            .zip(&inputs)
            .filter(|(served, _)| wanted(&served.facts.manager_id))
            .map(|(served, inputs)| self.one(*served, inputs, &peers))
            .collect();
        appraisals.order_by(|a, b| a.manager_id.cmp(&b.manager_id));
        Ok(appraisals)
    }

    /// The figures in which managers are compared.
    fn compared(&self) -> Vec<Figure> {
        let compared = self.asked().filter_map(|asked| match asked {
            Asked::Percentile(figure) => Some(figure),
            _ => None,
        });
        let mut figures: Vec<Figure> = compared.collect();
        figures.order();
        figures.dedup();
        figures
    }

    fn unrated(&self, served: Served<'_>) -> Option<Unrated> {
        let facts = served.facts;
        if facts.results.is_none() && facts.inputs.is_none() && facts.customers.is_none() {
            Some(Unrated::NoAppraisal)
        } else if served.days < self.minimum_days {
            Some(Unrated::TooShort)
        } else {
            None
        }
    }

    fn one(&self, served: Served<'_>, inputs: &SubjectInputs, peers: &Peers) -> Appraisal {
        let facts = served.facts;
        let mut appraisal = Appraisal {
            manager_id: facts.manager_id.clone(),
            unit_id: facts.unit_id.clone(),
            days: served.days,
            rating: Rating::Unrated,
            reason: self.unrated(served),
            grade: facts.grade,
            proposed: None,
            change: None,
            limited_by: None,
            score: None,
        };
        let Some(card) = self.card().filter(|_| appraisal.reason.is_none()) else {
            return appraisal;
        };
        let mut overflow = false;
        let answers = self.subject.facts(inputs, |request| {
            let asked = asked(request);
            let value = asked.map_or(Ok(Slot::UNKNOWN), |asked| self.value(asked, served, peers));
            value.unwrap_or_else(|Overflow| {
                overflow = true;
                Slot::UNKNOWN
            })
        });
        if overflow {
            appraisal.rating = Rating::Undecided;
            appraisal.reason = Some(Unrated::Overflow);
            return appraisal;
        }
        let scored = card.score(answers.answered());
        appraisal.rating = match scored.status() {
            ScoreStatus::Graded | ScoreStatus::Vetoed => Rating::Rated,
            ScoreStatus::Review => Rating::Review,
            ScoreStatus::Undecided => Rating::Undecided,
        };
        appraisal.score = Some(scored.to_json());
        let grade = scored.position();
        if let Some(grade) = grade.and_then(|at| ManagerGrade::ALL.get(at).copied()) {
            self.propose(grade, scored.status(), &mut appraisal);
        }
        appraisal
    }

    fn value(&self, asked: Asked, served: Served<'_>, peers: &Peers) -> Result<Slot, Overflow> {
        let facts = served.facts;
        Ok(match asked {
            Asked::Grade => facts
                .grade
                .map_or(Slot::UNKNOWN, |grade| Slot::whole(grade.position())),
            Asked::Unit => match &facts.unit_id {
                Some(unit) => self.subject.text(unit),
                None => Slot::UNKNOWN,
            },
            Asked::YearsOfService => served.years_since(facts.joined_on),
            Asked::YearsInGrade => served.years_since(facts.grade_since),
            Asked::DaysServed => Slot::whole(served.days),
            Asked::PremiumTarget => served.premium_target(),
            Asked::UpheldComplaints => served.upheld_complaints()?,
            Asked::Customers(category) => served.customers(category)?,
            Asked::Figure(figure) => served.figure(figure)?,
            Asked::Percentile(figure) => peers.percentile(figure, served)?,
        })
    }

    /// The grade that follows, and what it makes of the grade so far.
    fn propose(&self, scored: ManagerGrade, status: ScoreStatus, appraisal: &mut Appraisal) {
        let (proposed, limit) = match (status, appraisal.grade) {
            // A veto is not softened by the steps of a year, and raises nobody.
            (ScoreStatus::Vetoed, now) => (now.map_or(scored, |now| now.max(scored)), None),
            (_, None) => {
                let first = scored.max(self.first_grade_at_best);
                (first, (first != scored).then_some(Limit::FirstGrade))
            }
            (_, Some(now)) => {
                let steps = scored.steps_above(now);
                let taken = steps.clamp(-self.steps_down, self.steps_up);
                let moved = usize::try_from(now.position() - taken).ok();
                let moved = moved.and_then(|at| ManagerGrade::ALL.get(at).copied());
                let limit = match steps - taken {
                    0 => None,
                    more if more > 0 => Some(Limit::StepsUp),
                    _ => Some(Limit::StepsDown),
                };
                // Between two grades there are only grades.
                (moved.unwrap_or(scored), limit)
            }
        };
        appraisal.proposed = Some(proposed);
        appraisal.limited_by = limit;
        appraisal.change = Some(match appraisal.grade {
            None => Change::First,
            Some(now) if proposed < now => Change::Promote,
            Some(now) if proposed > now => Change::Demote,
            Some(_) => Change::Confirm,
        });
    }
}
