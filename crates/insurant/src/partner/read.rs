//! Partners and periods of nodes that have passed their shapes.

use super::event::Event;
use super::facts::{Licence, Partner};
use super::score::{PartnerCard, Reward, ScoreQuestion};
use super::track::PastPeriod;
use crate::code;
use crate::complaint::analysis::Period;
use crate::date::Date;
use crate::kpi::Share;
use crate::kpi::amount::at;
use insurant_rules::document::Node;
use insurant_rules::order::InOrder;
use insurant_rules::{Problem, Problems};

/// A partner; paths begin with `partner`.
pub(crate) fn partner(node: &Node) -> Result<Partner, Problems> {
    let mut problems = Problems::new();
    let licence = node.get("licence").map(|licence| Licence {
        from: licence.date_at("from").unwrap_or(Date::MIN),
        to: licence.date_at("to"),
    });
    if let Some((from, to)) = licence.and_then(|l| Some((l.from, l.to?)))
        && to <= from
    {
        let problem = Problem::new(code::END_BEFORE_START, "the licence has no day")
            .found(to.to_string())
            .expected(format!("a day after {from}"))
            .remedy("`to` is the first day on which it no longer holds");
        problems.push(at(problem, "partner.licence.to"));
    }
    let events = node.get("events").map(|list| {
        let events = list.items().iter().enumerate();
        events
            .map(|(i, node)| event(node, i, &mut problems))
            .collect()
    });
    problems.or(Partner {
        partner_id: node.text_at("partner_id").unwrap_or_default().to_owned(),
        licence,
        compliant: node.boolean_at("compliant"),
        events,
    })
}

fn event(node: &Node, i: usize, problems: &mut Problems) -> Event {
    let text = |key| node.text_at(key).unwrap_or_default().to_owned();
    let event = Event {
        event_id: text("event_id"),
        code: text("code"),
        acted_on: node.date_at("act_on"),
        decided_on: node.date_at("decided_on"),
        known_on: node.date_at("known_on"),
    };
    if let Some((acted, known)) = event.acted_on.zip(event.known_on)
        && known < acted
    {
        let problem = Problem::new(code::OUT_OF_ORDER, "it was known before it was done")
            .found(known.to_string())
            .expected(format!("{acted} or later"));
        problems.push(at(problem, format!("partner.events[{i}].known_on")));
    }
    if let Some((acted, decided)) = event.acted_on.zip(event.decided_on)
        && decided < acted
    {
        let problem = Problem::new(code::OUT_OF_ORDER, "it was decided before it was done")
            .found(decided.to_string())
            .expected(format!("{acted} or later"));
        problems.push(at(problem, format!("partner.events[{i}].decided_on")));
    }
    event
}

/// Facts as written, by name.
pub(crate) fn facts(node: &Node) -> Vec<(&str, &str)> {
    let entries = node.get("facts").map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.as_str(), entry.node.text()?)))
        .collect()
}

/// What is asked about a partner and a period.
pub(crate) fn question<'a>(
    node: &Node,
    as_of: Date,
    facts: &'a [(&'a str, &'a str)],
) -> Result<ScoreQuestion<'a>, Problems> {
    let mut problems = Problems::new();
    let period = node.get("period").map(|period| {
        let day = |key| period.date_at(key).unwrap_or(Date::MIN);
        Period::new(day("from"), day("to"))
    });
    let period = match period {
        Some(Ok(period)) => Some(period),
        Some(Err(problem)) => {
            problems.push(at(problem, "period"));
            None
        }
        None => None,
    };
    if let Some(period) = period.filter(|period| as_of < period.to()) {
        let problem = Problem::new(code::AS_OF_BEFORE_END, "the period is not over")
            .found(as_of.to_string())
            .expected(format!("{} or later", period.to()));
        problems.push(at(problem, "as_of"));
    }
    let written = node.text_at("commission");
    let commission = written.and_then(|text| {
        let share = Share::parse(text);
        if share.is_none() {
            let message = format!("`{text}` is no commission");
            let problem = Problem::new(insurant_rules::code::OUT_OF_RANGE, message)
                .expected("a share from 0 to 100%, such as `12%` or `0.12`");
            problems.push(at(problem, "commission"));
        }
        share
    });
    let rewards = node.items_at("rewards").iter().map(|reward| Reward {
        reward_id: reward.text_at("reward_id").unwrap_or_default().to_owned(),
        through_partner: reward.text_at("to") == Some("partner"),
    });
    let rewards = rewards.collect();
    problems.or(())?;
    let card = node.text_at("card").and_then(PartnerCard::parse);
    let (Some(period), Some(card)) = (period, card) else {
        return Err(Problems::new());
    };
    Ok(ScoreQuestion {
        card,
        period,
        as_of,
        facts,
        commission,
        rewards,
    })
}

/// Periods of the past; paths begin with `periods`.
pub(crate) fn periods(nodes: &[Node]) -> Result<Vec<PastPeriod>, Problems> {
    let mut problems = Problems::new();
    let mut periods: Vec<PastPeriod> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let day = |key| node.date_at(key).unwrap_or(Date::MIN);
        let vetoes = node.items_at("vetoes").iter().filter_map(Node::text);
        let mut vetoes: Vec<String> = vetoes.map(str::to_owned).collect();
        vetoes.order();
        vetoes.dedup();
        periods.push(PastPeriod {
            from: day("from"),
            to: day("to"),
            points: node.decimal_at("points"),
            line: node.decimal_at("line"),
            vetoes,
        });
    }
    for (i, period) in periods.iter().enumerate() {
        if period.to <= period.from {
            let problem = Problem::new(code::END_BEFORE_START, "the period has no day")
                .found(period.to.to_string())
                .expected(format!("a day after {}", period.from));
            problems.push(at(problem, format!("periods[{i}].to")));
        }
    }
    let mut order: Vec<(usize, &PastPeriod)> = periods.iter().enumerate().collect();
    order.order_by_key(|(i, period)| (period.from, *i));
    for pair in order.windows(2) {
        let [(_, before), (i, after)] = pair else {
            continue;
        };
        if after.from < before.to {
            let problem = Problem::new(code::PERIOD_OVERLAP, "two periods overlap")
                .found(format!("a period from {}", after.from))
                .expected(format!("{} or later", before.to));
            problems.push(at(problem, format!("periods[{i}].from")));
        }
    }
    problems.or(periods)
}
