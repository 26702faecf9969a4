//! How a partner does in a period (B-35, B-36, B-40, B-41): the scorecard, the compliance veto
//! beside it, and what follows from both.

use super::event::Event;
use super::facts::Partner;
use super::later::LaterVeto;
use super::rules::{PartnerGrade, PartnerRules, Resource};
use crate::closed::closed;
use crate::complaint::analysis::Period;
use crate::date::Date;
use crate::kpi::Share;
use crate::scoring::{ScoreStatus, Scored};
use insurant_rules::document::Decimal;
use insurant_rules::order::InOrder;
use insurant_rules::{Problems, Truth};
use std::cmp::Ordering;

closed! {
    /// A scorecard of partners.
    PartnerCard {
        /// Who is wanted as a partner.
        Preference = "preference",
        /// How a partner does from period to period.
        Periodic = "periodic",
        /// How it did in a year.
        Annual = "annual",
    }
}

closed! {
    /// Whether a violation overrides every score.
    VetoState {
        /// None does.
        Clear = "clear",
        /// Whether one does is not known: a person must look.
        Review = "review",
        /// One does.
        Vetoed = "vetoed",
    }
}

closed! {
    /// Why an event, or the want of them, matters to the veto.
    VetoWhy {
        /// It is a veto.
        Veto = "veto",
        /// The closed list does not have its code.
        UnknownCode = "unknown_code",
        /// It would be a veto, and the date that counts is not given.
        DateMissing = "date_missing",
        /// Whether there were violations is not known.
        EventsUnknown = "events_unknown",
        /// A veto of the scorecard holds.
        Rule = "rule",
        /// Whether a veto of the scorecard holds is not known.
        RuleUnknown = "rule_unknown",
    }
}

impl VetoWhy {
    /// What it does.
    #[must_use]
    pub const fn state(self) -> VetoState {
        match self {
            Self::Veto | Self::Rule => VetoState::Vetoed,
            Self::UnknownCode | Self::DateMissing | Self::EventsUnknown | Self::RuleUnknown => {
                VetoState::Review
            }
        }
    }
}

/// Something that overrides the score, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VetoReason {
    /// Why.
    pub why: VetoWhy,
    /// The event.
    pub event_id: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Its date that counts.
    pub date: Option<Date>,
    /// The veto of the scorecard.
    pub rule: Option<String>,
}

closed! {
    /// How the points stand to the pass line.
    PassState {
        /// At the line or above.
        Passed = "passed",
        /// Below it.
        Below = "below",
        /// There is no line.
        NoLine = "no_line",
        /// The points are not known.
        Unknown = "unknown",
    }
}

closed! {
    /// What becomes of the partner.
    ScoreOutcome {
        /// It stays.
        Continue = "continue",
        /// It stays on probation.
        Probation = "probation",
        /// A person must look.
        Review = "review",
        /// It is out.
        Exit = "exit",
    }
}

closed! {
    /// What should not be so.
    FindingKind {
        /// The commission paid is above the filed cap.
        CommissionAboveCap = "commission_above_cap",
        /// The commission paid is above the level of the grade.
        CommissionAboveLevel = "commission_above_level",
        /// A reward for the partner's people did not go through the partner.
        RewardNotThroughPartner = "reward_not_through_partner",
    }
}

/// Something that should not be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// The reward.
    pub reward_id: Option<String>,
    /// What was paid.
    pub found: Option<Share>,
    /// What may be.
    pub allowed: Option<Share>,
}

/// A reward for selling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reward {
    /// The host's id.
    pub reward_id: String,
    /// Whether it was paid to the partner, and not to one of its people.
    pub through_partner: bool,
}

/// What is asked about a partner and a period.
#[derive(Debug, Clone)]
pub struct ScoreQuestion<'a> {
    /// The scorecard.
    pub card: PartnerCard,
    /// The days that it covers: a veto is looked for in them.
    pub period: Period,
    /// The day of the question: what is not known on it does not count.
    pub as_of: Date,
    /// Facts as written, by name.
    pub facts: &'a [(&'a str, &'a str)],
    /// The commission that is really paid.
    pub commission: Option<Share>,
    /// Rewards of the period.
    pub rewards: Vec<Reward>,
}

/// How a partner did, and what follows.
#[derive(Debug, Clone)]
pub struct PartnerScore<'r> {
    /// The scorecard.
    pub card: PartnerCard,
    /// The days that it covers.
    pub period: Period,
    /// What it says, explained.
    pub scored: Scored<'r>,
    /// What overrides it, or may: by event, then the scorecard's own vetoes.
    pub vetoes: Vec<VetoReason>,
    /// Vetoes that are effective after the period, and known on the day: the score stays.
    pub later: Vec<LaterVeto>,
    /// The pass line; the scorecard of preference has none.
    pub line: Option<Decimal>,
    /// How the points stand to it.
    pub pass: PassState,
    /// What becomes of the partner.
    pub outcome: ScoreOutcome,
    /// The grade; only of a partner that stays.
    pub grade: Option<PartnerGrade>,
    /// What it brings.
    pub resource: Option<Resource>,
    /// What should not be so.
    pub findings: Vec<Finding>,
}

impl PartnerScore<'_> {
    /// Whether something overrides the score.
    #[must_use]
    pub fn veto(&self) -> VetoState {
        state(&self.vetoes)
    }
}

fn state(vetoes: &[VetoReason]) -> VetoState {
    let states = vetoes.iter().map(|reason| reason.why.state());
    states.max().unwrap_or(VetoState::Clear)
}

impl PartnerRules {
    /// How a partner did in a period; `None` when the rulebook does not have the scorecard.
    ///
    /// # Errors
    /// Facts that the rulebook does not know, or of another form; the path is the name.
    pub fn score(
        &self,
        partner: &Partner,
        question: &ScoreQuestion<'_>,
    ) -> Result<Option<PartnerScore<'_>>, Problems> {
        let Some(scored) = self.scored(question.card, question.facts)? else {
            return Ok(None);
        };
        let mut vetoes = self.vetoes(partner, question.period, question.as_of);
        for (answer, why) in [
            (Truth::True, VetoWhy::Rule),
            (Truth::Unknown, VetoWhy::RuleUnknown),
        ] {
            vetoes.extend(scored.vetoes(answer).map(|veto| VetoReason {
                why,
                event_id: None,
                code: None,
                date: None,
                rule: Some(veto.id.clone()),
            }));
        }
        let line = self
            .pass_line
            .filter(|_| question.card != PartnerCard::Preference);
        let pass = match (line, scored.points()) {
            (_, None) => PassState::Unknown,
            (None, Some(_)) => PassState::NoLine,
            (Some(line), Some(_)) => match scored.compare(line) {
                None => PassState::Unknown,
                Some(Ordering::Less) => PassState::Below,
                Some(_) => PassState::Passed,
            },
        };
        let outcome = match (state(&vetoes), pass) {
            (VetoState::Vetoed, _) => ScoreOutcome::Exit,
            (VetoState::Review, _) | (_, PassState::Unknown) => ScoreOutcome::Review,
            (_, PassState::Below) if self.probation_periods > 0 => ScoreOutcome::Probation,
            (_, PassState::Below) => ScoreOutcome::Exit,
            (_, PassState::Passed | PassState::NoLine) => ScoreOutcome::Continue,
        };
        let stays = outcome == ScoreOutcome::Continue && scored.status() == ScoreStatus::Graded;
        let grade = scored.grade().filter(|_| stays);
        let grade = grade.and_then(PartnerGrade::parse);
        let resource = grade.and_then(|grade| self.resource(grade)).cloned();
        let level = resource.as_ref().and_then(|r| r.commission.as_ref());
        let findings = self.findings(question, level);
        Ok(Some(PartnerScore {
            card: question.card,
            period: question.period,
            findings,
            scored,
            vetoes,
            later: self.later_vetoes(partner, question.period, question.as_of),
            line,
            pass,
            outcome,
            grade,
            resource,
        }))
    }

    /// What a scorecard says; `None` when the rulebook does not have it.
    pub(super) fn scored(
        &self,
        card: PartnerCard,
        facts: &[(&str, &str)],
    ) -> Result<Option<Scored<'_>>, Problems> {
        let program = self.subject.program();
        let slots = self.known.slots(facts, program)?;
        let mut answers = insurant_rules::program::Answers::default();
        let answered = program.answer(&slots, &mut answers);
        Ok(self.card(card).map(|card| card.score(answered)))
    }

    /// The scorecard of preference (B-31); `None` when the rulebook does not have it.
    ///
    /// # Errors
    /// Facts that the rulebook does not know, or of another form; the path is the name.
    pub fn preference(&self, facts: &[(&str, &str)]) -> Result<Option<Scored<'_>>, Problems> {
        self.scored(PartnerCard::Preference, facts)
    }

    /// The events that override every score, or may, by id.
    fn vetoes(&self, partner: &Partner, period: Period, as_of: Date) -> Vec<VetoReason> {
        let Some(events) = &partner.events else {
            return vec![VetoReason {
                why: VetoWhy::EventsUnknown,
                event_id: None,
                code: None,
                date: None,
                rule: None,
            }];
        };
        let known = events.iter().filter(|event| event.is_known(as_of));
        let mut sorted: Vec<&Event> = known.collect();
        sorted.order_by(|a, b| a.event_id.cmp(&b.event_id));
        let reason = |event: &&Event| {
            let date = event.date(self.clean_date);
            let why = match (self.severity(&event.code), date) {
                (None, Some(date)) if !period.has(date) => return None,
                (None, _) => VetoWhy::UnknownCode,
                (Some(severity), _) if !severity.veto => return None,
                (Some(_), None) => VetoWhy::DateMissing,
                (Some(_), Some(date)) if period.has(date) => VetoWhy::Veto,
                (Some(_), Some(_)) => return None,
            };
            Some(VetoReason {
                why,
                event_id: Some(event.event_id.clone()),
                code: Some(event.code.clone()),
                date,
                rule: None,
            })
        };
        sorted.iter().filter_map(reason).collect()
    }

    fn findings(&self, question: &ScoreQuestion<'_>, level: Option<&Share>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let limits = [
            (FindingKind::CommissionAboveCap, self.commission_cap()),
            (FindingKind::CommissionAboveLevel, level),
        ];
        for (kind, limit) in limits {
            let paid = question.commission.as_ref().zip(limit);
            if let Some((paid, limit)) = paid.filter(|(paid, limit)| paid > limit) {
                findings.push(Finding {
                    kind,
                    reward_id: None,
                    found: Some(paid.clone()),
                    allowed: Some(limit.clone()),
                });
            }
        }
        let mut past: Vec<&Reward> = question.rewards.iter().collect();
        past.retain(|reward| !reward.through_partner);
        past.order_by(|a, b| a.reward_id.cmp(&b.reward_id));
        findings.extend(past.iter().map(|reward| Finding {
            kind: FindingKind::RewardNotThroughPartner,
            reward_id: Some(reward.reward_id.clone()),
            found: None,
            allowed: None,
        }));
        findings
    }
}
