//! The operations on partners.

use super::call::as_of_field;
use super::{Call, Operation};
use crate::kpi::amount::{at, under};
use crate::partner::{PartnerRules, read, shape};
use insurant_rules::document::{Field, Json, Node, Shape};
use insurant_rules::{Problem, Problems};
use std::borrow::Cow;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "partner_admit",
        doc: "Whether a partner is admitted: clean years, licence, compliance.",
        input: || {
            let partner = Field::required("partner", shape::PARTNER.clone(), "The partner.");
            Shape::object(
                "PartnerAdmitInput",
                "A partner, and the rules of a day.",
                [rulebook_field(), as_of_field(), partner],
            )
        },
        output: || shape::ADMISSION.clone(),
        run: admit,
        lenient: false,
    },
    Operation {
        name: "partner_score",
        doc: "How a partner did in a period: score, compliance veto, pass line, grade and what it brings.",
        input: || {
            let rewards = Shape::list_by("reward_id", shape::REWARD.clone(), 0, usize::MAX);
            Shape::object(
                "PartnerScoreInput",
                "A partner and a period, and the rules of a day.",
                [
                    rulebook_field(),
                    as_of_field(),
                    Field::required("card", shape::cards(), "The scorecard."),
                    Field::required(
                        "period",
                        shape::span(),
                        "The days that it covers, over by the day.",
                    ),
                    Field::required("partner", shape::PARTNER.clone(), "The partner."),
                    Field::optional(
                        "commission",
                        Shape::line(),
                        "The commission that is really paid, such as `12%`.",
                    ),
                    Field::optional("rewards", rewards, "Rewards of the period."),
                ],
            )
        },
        output: || shape::SCORE.clone(),
        run: score,
        lenient: false,
    },
    Operation {
        name: "partner_track",
        doc: "A partner over its periods: probation, and exit.",
        input: || {
            Shape::object(
                "PartnerTrackInput",
                "The appraisals of a partner so far.",
                [
                    rulebook_field(),
                    as_of_field(),
                    Field::required("partner_id", Shape::id(), "The partner."),
                    Field::required(
                        "periods",
                        Shape::list(shape::PERIOD.clone()),
                        "The periods, in any order.",
                    ),
                ],
            )
        },
        output: || shape::TRACK.clone(),
        run: track,
        lenient: false,
    },
];

/// The field `rulebook`, which has no default: the figures are the insurer's own.
pub(super) fn rulebook_field() -> Field {
    Field::required(
        "rulebook",
        Shape::any_of([Shape::line(), Shape::Any]),
        "The id of a rulebook, `id@version`, or a rulebook itself.",
    )
}

impl<'a> Call<'a> {
    fn partner_rules(&self) -> Result<Cow<'a, PartnerRules>, Problems> {
        let Some(node) = self.input().get("rulebook") else {
            return Err(Problems::new());
        };
        match node.text() {
            Some(name) => self
                .engine()
                .partner_rules(name, self.as_of())
                .map(Cow::Borrowed)
                .map_err(|problems| self.placed(problems, node, "rulebook")),
            None => self
                .engine()
                .partner_rules_of(self.part("rulebook", node)?)
                .map(Cow::Owned),
        }
    }
}

fn admit(call: &Call<'_>) -> Result<Json, Problems> {
    let node = call.input().get("partner");
    let partner = node.map_or_else(|| Err(Problems::new()), read::partner);
    let partner = partner.map_err(|problems| call.located(problems));
    let rules = match call.partner_rules() {
        Ok(rules) => rules,
        Err(mut problems) => {
            problems.extend(partner.err().unwrap_or_default());
            return Err(problems);
        }
    };
    let (partner, facts) = (partner?, node.map_or_else(Vec::new, read::facts));
    let preference = rules
        .preference(&facts)
        .map_err(|found| named(call, found))?;
    let admission = rules.admit(&partner, call.as_of());
    Ok(rules.admission_json(&admission, preference.as_ref()))
}

/// Problems of facts, at their names.
fn named(call: &Call<'_>, found: Problems) -> Problems {
    let mut problems = Problems::new();
    for problem in found {
        problems.push(under(problem, "partner.facts"));
    }
    call.located(problems)
}

fn score(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let node = input.get("partner");
    let mut problems = Problems::new();
    let rules = call
        .partner_rules()
        .map_err(|found| problems.extend(found))
        .ok();
    let partner = node.map_or_else(|| Err(Problems::new()), read::partner);
    let partner = partner
        .map_err(|found| problems.extend(call.located(found)))
        .ok();
    let facts = node.map_or_else(Vec::new, read::facts);
    let question = read::question(input, call.as_of(), &facts);
    let question = question
        .map_err(|found| problems.extend(call.located(found)))
        .ok();
    problems.or(())?;
    let (Some(rules), Some(partner), Some(question)) = (rules, partner, question) else {
        return Err(Problems::new());
    };
    let scored = rules
        .score(&partner, &question)
        .map_err(|found| named(call, found))?;
    let Some(scored) = scored else {
        let name = question.card.as_str();
        let problem = Problem::new(
            insurant_rules::code::UNKNOWN_ID,
            format!(
                "the rulebook `{}` has no scorecard `{name}` of partners",
                rules.reference()
            ),
        );
        return Err(call.located(at(problem, "card").into()));
    };
    Ok(rules.score_json(&partner.partner_id, call.as_of(), &scored))
}

fn track(call: &Call<'_>) -> Result<Json, Problems> {
    let nodes: &[Node] = call.input().items_at("periods");
    let periods = read::periods(nodes).map_err(|problems| call.located(problems));
    let rules = match call.partner_rules() {
        Ok(rules) => rules,
        Err(mut problems) => {
            problems.extend(periods.err().unwrap_or_default());
            return Err(problems);
        }
    };
    let track = rules.track(periods?, call.as_of());
    let partner_id = call.input().text_at("partner_id").unwrap_or_default();
    Ok(rules.track_json(partner_id, call.as_of(), &track))
}
