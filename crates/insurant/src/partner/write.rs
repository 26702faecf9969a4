//! What is said of partners, in canonical JSON.

use super::admission::{Admission, AdmissionReason, JudgedEvent};
use super::later::LaterVeto;
use super::rules::PartnerRules;
use super::score::{Finding, PartnerScore, VetoReason};
use super::track::{PastPeriod, Track, TrackedPeriod};
use crate::date::Date;
use crate::rulebook::DecidedBy;
use crate::scoring::Scored;
use insurant_rules::document::{Decimal, Json, Object};

/// A decimal as text, without zeros at its end.
pub(super) fn decimal(number: Decimal) -> String {
    number.normal().to_string()
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

impl PartnerRules {
    fn signed(&self, object: Object) -> Json {
        DecidedBy::new(self.reference(), self.fingerprint()).sign(object)
    }

    /// An admission in canonical form, with the scorecard of preference beside it.
    #[must_use]
    pub fn admission_json(&self, admission: &Admission, preference: Option<&Scored<'_>>) -> Json {
        let window = Object::new()
            .with("from", admission.clean_from.to_string())
            .with("to", admission.as_of.to_string());
        let object = Object::new()
            .with("partner_id", admission.partner_id.as_str())
            .with("as_of", admission.as_of.to_string())
            .with("outcome", admission.outcome().as_str())
            .with("window", window)
            .with("clean_date", admission.clean_date.as_str())
            .with("reasons", Json::list(admission.reasons.iter().map(reason)))
            .with("events", Json::list(admission.events.iter().map(event)))
            .with_some("preference", preference.map(Scored::to_json));
        self.signed(object)
    }

    /// How a partner did in canonical form.
    #[must_use]
    pub fn score_json(&self, partner_id: &str, as_of: Date, score: &PartnerScore<'_>) -> Json {
        let period = Object::new()
            .with("from", score.period.from().to_string())
            .with("to", score.period.to().to_string());
        let later = || Json::list(score.later.iter().map(later));
        let veto = Object::new()
            .with("state", score.veto().as_str())
            .with("reasons", Json::list(score.vetoes.iter().map(veto)))
            .with_some("later", (!score.later.is_empty()).then(later));
        let pass = Object::new()
            .with("state", score.pass.as_str())
            .with_some("line", score.line.map(decimal))
            .with_some("points", score.scored.points());
        let resource = score.resource.as_ref();
        let commission = resource.and_then(|r| r.commission.as_ref());
        let service = resource.map(|r| Json::list(r.service.iter()));
        let object = Object::new()
            .with("partner_id", partner_id)
            .with("as_of", as_of.to_string())
            .with("card", score.card.as_str())
            .with("period", period)
            .with("outcome", score.outcome.as_str())
            .with("veto", veto)
            .with("pass", pass)
            .with("score", score.scored.to_json())
            .with_some("grade", score.grade.map(|grade| grade.as_str()))
            .with_some("commission", commission.map(|level| level.written()))
            .with_some("service", service)
            .with("findings", Json::list(score.findings.iter().map(finding)));
        self.signed(object)
    }

    /// A partner over its periods in canonical form.
    #[must_use]
    pub fn track_json(&self, partner_id: &str, as_of: Date, track: &Track) -> Json {
        let exit = track.exit.and_then(|(position, why)| {
            let period = &track.periods.get(position)?.period;
            Some(
                span(period)
                    .with("why", why.as_str())
                    .with_some("events", vetoes(period)),
            )
        });
        let object = Object::new()
            .with("partner_id", partner_id)
            .with("as_of", as_of.to_string())
            .with("state", track.state.as_str())
            .with("below_in_a_row", track.below_in_a_row)
            .with("left", track.left)
            .with_some("exit", exit)
            .with("periods", Json::list(track.periods.iter().map(tracked)));
        self.signed(object)
    }
}

fn reason(reason: &AdmissionReason) -> Object {
    Object::new()
        .with("reason", reason.reason.as_str())
        .with("effect", reason.reason.effect().as_str())
        .with_some("event_id", reason.event_id.as_deref())
}

fn event(judged: &JudgedEvent) -> Object {
    let severity = judged.severity;
    Object::new()
        .with("event_id", judged.event.event_id.as_str())
        .with("code", judged.event.code.as_str())
        .with_some("kind", severity.map(|severity| severity.kind.as_str()))
        .with_some("major", severity.map(|severity| severity.major))
        .with_some("act_on", day(judged.event.acted_on))
        .with_some("decided_on", day(judged.event.decided_on))
        .with_some("known_on", day(judged.event.known_on))
        .with_some("acted_in_window", judged.acted_in_window)
        .with_some("decided_in_window", judged.decided_in_window)
        .with("finding", judged.finding.as_str())
}

fn span(period: &PastPeriod) -> Object {
    Object::new()
        .with("from", period.from.to_string())
        .with("to", period.to.to_string())
}

fn vetoes(period: &PastPeriod) -> Option<Json> {
    let vetoes = &period.vetoes;
    (!vetoes.is_empty()).then(|| Json::list(vetoes.iter()))
}

fn tracked(tracked: &TrackedPeriod) -> Object {
    span(&tracked.period)
        .with("state", tracked.state.as_str())
        .with_some("points", tracked.period.points.map(decimal))
        .with_some("line", tracked.line.map(decimal))
        .with_some("vetoes", vetoes(&tracked.period))
}

fn veto(reason: &VetoReason) -> Object {
    Object::new()
        .with("why", reason.why.as_str())
        .with_some("event_id", reason.event_id.as_deref())
        .with_some("code", reason.code.as_deref())
        .with_some("date", day(reason.date))
        .with_some("rule", reason.rule.as_deref())
}

fn later(later: &LaterVeto) -> Object {
    let event = &later.event;
    Object::new()
        .with("event_id", event.event_id.as_str())
        .with("code", event.code.as_str())
        .with_some("act_on", day(event.acted_on))
        .with_some("decided_on", day(event.decided_on))
        .with("known_since", later.known_since.to_string())
        .with("effective_from", later.effective_from.to_string())
}

fn finding(finding: &Finding) -> Object {
    Object::new()
        .with("finding", finding.kind.as_str())
        .with_some("reward_id", finding.reward_id.as_deref())
        .with_some("found", finding.found.as_ref().map(|share| share.written()))
        .with_some(
            "allowed",
            finding.allowed.as_ref().map(|share| share.written()),
        )
}
