//! What an analysis needs, from a complaint and its clocks.

use super::{Case, CaseOutcome, Cause};
use crate::complaint::clock::{Deadline, Duty};
use crate::complaint::{Complaint, ComplaintEvent, ComplaintOutcome, ComplaintStep, Details};
use crate::date::Date;
use insurant_rules::document::{Json, Object};

impl<'a> Case<'a> {
    /// A complaint as it stands after its log, due on the day of the deadline that governs its
    /// decision. Days are those at the offset of whoever wrote the event. What a complainant got
    /// stands in no event as an amount, and is left out.
    ///
    /// # Example
    /// ```
    /// use insurant::Instant;
    /// use insurant::complaint::analysis::Case;
    /// use insurant::complaint::{Complaint, Event, details};
    /// use insurant::organisation::{Actor, Role};
    ///
    /// let at = Instant::parse("2025-06-02T10:00:00+08:00")?;
    /// let received = details::Received { channel: Some("phone".into()), ..Default::default() };
    /// let receipt = Event::new("1", at, Actor::new("E1", Role::Collector, "JX"), Box::new(received).into());
    /// let complaint = Complaint::replay("C-1", [receipt])?;
    /// let case = Case::of_log(&complaint, &[]);
    /// assert_eq!((case.channel, case.unit_id), (Some("phone"), Some("JX")));
    /// assert_eq!(case.received_on.to_string(), "2025-06-02");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_log(complaint: &'a Complaint, deadlines: &[Deadline<'_>]) -> Self {
        let on = |kinds: &[ComplaintEvent]| -> Option<Date> {
            let mut latest_first = complaint.events().iter().rev();
            let event = latest_first.find(|event| kinds.contains(&event.kind()));
            event.map(|event| event.occurred_at.date())
        };
        let step = complaint.step();
        let closed = match step {
            ComplaintStep::Withdrawn => on(&[ComplaintEvent::Withdrawn]),
            ComplaintStep::Declined => on(&[ComplaintEvent::Declined]),
            ComplaintStep::Merged => on(&[ComplaintEvent::MergedInto]),
            _ if step.is_over() => on(&[
                ComplaintEvent::Closed,
                ComplaintEvent::Withdrawn,
                ComplaintEvent::Declined,
                ComplaintEvent::MergedInto,
            ]),
            _ => None,
        };
        // The first decision is the one that was due; what came of a later look has clocks of its
        // own.
        let mut events = complaint.events().iter();
        let reopened = complaint.count(ComplaintEvent::Reopened);
        let decisions = [ComplaintEvent::Handled, ComplaintEvent::Declined];
        let decided = match reopened {
            0 => events.find(|event| decisions.contains(&event.kind())),
            _ => events
                .rev()
                .take_while(|event| event.kind() != ComplaintEvent::Reopened)
                .find(|event| decisions.contains(&event.kind())),
        };
        let governing = deadlines
            .iter()
            .find(|deadline| deadline.duty() == Duty::Decide && deadline.governing);
        let received = complaint.received();
        let text = |field: Option<&'a String>| field.map(String::as_str);
        let registered = complaint.events().iter().rev().find_map(|event| {
            let Details::Registered(registered) = &event.details else {
                return None;
            };
            text(registered.cause.as_ref())
        });
        let cause = registered.or(received.and_then(|r| text(r.cause.as_ref())));
        Self {
            closed_on: closed,
            decided_on: decided.map(|event| event.occurred_at.date()),
            due_on: governing.and_then(|deadline| deadline.due_day),
            cause: cause.map(Cause::parse),
            line: received.and_then(|r| text(r.line.as_ref())),
            channel: received.and_then(|r| text(r.channel.as_ref())),
            unit_id: Some(complaint.owner()),
            complainant_kind: received.and_then(|r| text(r.complainant_kind.as_ref())),
            complainant_id: received.and_then(|r| text(r.complainant_id.as_ref())),
            outcome: outcome(complaint),
            reopened,
            // One that is looked at again, such as by a body outside, goes on by itself.
            merged_into: complaint.merged_into().filter(|_| closed.is_some()),
            ..Self::new(complaint.id(), complaint.received_at().date())
        }
    }

    /// The case in canonical form, without redress, which is written in a currency.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let cause = self.cause.map(|cause| {
            Object::new()
                .with("function", cause.function)
                .with_some("reason", cause.reason)
        });
        Object::new()
            .with("complaint_id", self.complaint_id)
            .with("received_on", self.received_on.to_string())
            .with_some("closed_on", day(self.closed_on))
            .with_some("decided_on", day(self.decided_on))
            .with_some("due_on", day(self.due_on))
            .with_some("cause", cause.map(Json::from))
            .with_some("line", self.line)
            .with_some("channel", self.channel)
            .with_some("unit_id", self.unit_id)
            .with_some("complainant_kind", self.complainant_kind)
            .with_some("complainant_id", self.complainant_id)
            .with_some("outcome", self.outcome.map(CaseOutcome::as_str))
            .with("reopened", self.reopened)
            .with_some("merged_into", self.merged_into)
            .with_some("no_clock", self.no_clock)
            .into()
    }
}

fn outcome(complaint: &Complaint) -> Option<CaseOutcome> {
    let ended = complaint.count(ComplaintEvent::Withdrawn) > 0;
    match (complaint.step(), complaint.outcome()) {
        (ComplaintStep::Withdrawn, _) => Some(CaseOutcome::Withdrawn),
        (ComplaintStep::Declined, _) => Some(CaseOutcome::Declined),
        (ComplaintStep::Merged, _) => Some(CaseOutcome::Merged),
        (_, Some(ComplaintOutcome::Upheld)) => Some(CaseOutcome::Upheld),
        (_, Some(ComplaintOutcome::PartlyUpheld)) => Some(CaseOutcome::PartlyUpheld),
        (_, Some(ComplaintOutcome::Settled)) => Some(CaseOutcome::Settled),
        (_, Some(ComplaintOutcome::NotUpheld)) => Some(CaseOutcome::NotUpheld),
        (ComplaintStep::Archived, None) if ended => Some(CaseOutcome::Withdrawn),
        (ComplaintStep::Archived, None) if complaint.merged_into().is_some() => {
            Some(CaseOutcome::Merged)
        }
        (ComplaintStep::Archived, None) => Some(CaseOutcome::Declined),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insurant_rules::document::Document;

    /// The case of a log of kinds of events, one a day from the 2nd of June, each with more fields.
    fn case(events: &[(&str, &str)]) -> Json {
        let events: Vec<String> = (2..)
            .zip(events)
            .map(|(day, (kind, more))| {
                let at = format!("2025-06-{day:02}T23:30:00+08:00");
                format!(
                    r#"{{"kind": "{kind}", "id": "{day}", "occurred_at": "{at}", "recorded_at": "{at}",
                    "actor": {{"person_id": "L", "role": "leader", "unit_id": "JX"}}{more}}}"#
                )
            })
            .collect();
        let log = format!(
            r#"{{"complaint_id": "C", "events": [{}]}}"#,
            events.join(",")
        );
        let document = Document::parse_json("", &log).unwrap();
        let complaint = Complaint::read(&document).unwrap();
        Case::of_log(&complaint, &[]).to_json()
    }

    #[track_caller]
    fn says(case: &Json, key: &str, value: Option<&str>) {
        assert_eq!(case.get(key).and_then(Json::text), value, "{key}");
    }

    #[test]
    fn a_case_says_how_its_log_ended() {
        let received = ("received", r#", "cause": "claims/delays""#);
        let registered = ("registered", r#", "cause": "claims/denial_of_claim""#);
        let handled = ("handled", r#", "outcome": "upheld""#);
        let open = case(&[received, registered]);
        says(&open, "received_on", Some("2025-06-02"));
        for key in ["closed_on", "decided_on", "outcome", "due_on"] {
            says(&open, key, None);
        }
        let reason = open.get("cause").and_then(|cause| cause.get("reason"));
        assert_eq!(reason.and_then(Json::text), Some("denial_of_claim"));
        let ways = [
            ("withdrawn", "", "withdrawn", None),
            (
                "declined",
                r#", "reason": "not ours""#,
                "declined",
                Some("2025-06-04"),
            ),
            ("merged_into", r#", "survivor_id": "D""#, "merged", None),
        ];
        for (kind, more, outcome, decided) in ways {
            let ended = case(&[received, registered, (kind, more)]);
            says(&ended, "outcome", Some(outcome));
            says(&ended, "closed_on", Some("2025-06-04"));
            says(&ended, "decided_on", decided);
        }
        let closed = case(&[
            received,
            registered,
            handled,
            ("fed_back", ""),
            ("closed", ""),
        ]);
        says(&closed, "outcome", Some("upheld"));
        says(&closed, "decided_on", Some("2025-06-04"));
        says(&closed, "closed_on", Some("2025-06-06"));
        let reopened = ("reopened", r#", "facts": "a photo""#);
        let again = case(&[
            received,
            registered,
            handled,
            ("fed_back", ""),
            ("closed", ""),
            reopened,
        ]);
        for key in ["closed_on", "decided_on"] {
            says(&again, key, None);
        }
        assert_eq!(again.get("reopened"), Some(&Json::from(1_u32)));
    }
}
