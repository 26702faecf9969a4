//! Admission: three clean years, a licence, compliance (B-30).

use super::event::{CleanDate, Event, EventKind, Severity};
use super::facts::Partner;
use super::rules::PartnerRules;
use crate::closed::closed;
use crate::date::{Date, add_months};
use insurant_rules::order::InOrder;

closed! {
    /// What becomes of it.
    Outcome {
        /// Nothing stands against it.
        Admitted = "admitted",
        /// Something is not known: a person must look.
        Review = "review",
        /// Something stands against it.
        Refused = "refused",
    }
}

closed! {
    /// What a reason does.
    Effect {
        /// A person must look.
        Review = "review",
        /// It refuses.
        Refused = "refused",
    }
}

closed! {
    /// Why a partner is not simply admitted.
    Reason {
        /// Whether there were violations is not known.
        EventsUnknown = "events_unknown",
        /// A major violation in the years that must be clean.
        MajorViolation = "major_violation",
        /// A major penalty in the years that must be clean.
        MajorPenalty = "major_penalty",
        /// An event of a code that the closed list does not have.
        UnknownCode = "unknown_code",
        /// A major event without the date that counts.
        DateMissing = "date_missing",
        /// Whether it has a licence is not known.
        LicenceUnknown = "licence_unknown",
        /// Its licence does not hold on the day.
        LicenceNotValid = "licence_not_valid",
        /// It does not operate in compliance.
        NotCompliant = "not_compliant",
        /// Whether it operates in compliance is not known.
        ComplianceUnknown = "compliance_unknown",
    }
}

impl Reason {
    /// What it does.
    #[must_use]
    pub const fn effect(self) -> Effect {
        match self {
            Self::MajorViolation
            | Self::MajorPenalty
            | Self::LicenceNotValid
            | Self::NotCompliant => Effect::Refused,
            Self::EventsUnknown
            | Self::UnknownCode
            | Self::DateMissing
            | Self::LicenceUnknown
            | Self::ComplianceUnknown => Effect::Review,
        }
    }
}

closed! {
    /// What an event means for the years that must be clean.
    EventFinding {
        /// The closed list does not have its code.
        UnknownCode = "unknown_code",
        /// It does not bar.
        NotMajor = "not_major",
        /// The date that counts is not given.
        DateMissing = "date_missing",
        /// It lies before these years.
        OutsideWindow = "outside_window",
        /// It lies on the day or after.
        NotYet = "not_yet",
        /// It bars.
        InWindow = "in_window",
        /// The insurer came to know of it after the day.
        NotKnown = "not_known",
    }
}

/// An event as it was judged. Both dates are, whichever counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedEvent {
    /// The event.
    pub event: Event,
    /// How heavy it is; none when the closed list does not have its code.
    pub severity: Option<Severity>,
    /// Whether it was decided in the years that must be clean, when that is known.
    pub decided_in_window: Option<bool>,
    /// Whether it was done in them, when that is known.
    pub acted_in_window: Option<bool>,
    /// What it means.
    pub finding: EventFinding,
}

/// A reason, and the event that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdmissionReason {
    /// Why.
    pub reason: Reason,
    /// By which event.
    pub event_id: Option<String>,
}

/// Whether a partner is admitted, and why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    /// The partner.
    pub partner_id: String,
    /// The day.
    pub as_of: Date,
    /// The first of the days that must be clean; the last is the one before the day.
    pub clean_from: Date,
    /// The date of an event that counts.
    pub clean_date: CleanDate,
    /// Why not.
    pub reasons: Vec<AdmissionReason>,
    /// Every event, by id.
    pub events: Vec<JudgedEvent>,
}

impl Admission {
    /// What becomes of it: what refuses comes before what is not known.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let any = |effect| self.reasons.iter().any(|r| r.reason.effect() == effect);
        if any(Effect::Refused) {
            Outcome::Refused
        } else if any(Effect::Review) {
            Outcome::Review
        } else {
            Outcome::Admitted
        }
    }
}

impl PartnerRules {
    /// Whether a partner is admitted on a day. The clean years are `[day - years, day)`: an event
    /// of the day so many years ago bars, one of the day before does not.
    #[must_use]
    pub fn admit(&self, partner: &Partner, as_of: Date) -> Admission {
        let from = add_months(as_of.days(), -12 * self.clean_years);
        let mut reasons = Vec::new();
        let mut add = |reason, event_id: Option<&str>| {
            reasons.push(AdmissionReason {
                reason,
                event_id: event_id.map(str::to_owned),
            });
        };
        let mut events = Vec::new();
        match &partner.events {
            None => add(Reason::EventsUnknown, None),
            Some(known) => {
                let mut sorted: Vec<&Event> = known.iter().collect();
                sorted.order_by(|a, b| a.event_id.cmp(&b.event_id));
                for event in sorted {
                    let judged = self.judge(event, from, as_of);
                    let kind = judged.severity.map(|severity| severity.kind);
                    let reason = match (judged.finding, kind) {
                        (EventFinding::InWindow, Some(EventKind::Penalty)) => {
                            Some(Reason::MajorPenalty)
                        }
                        (EventFinding::InWindow, _) => Some(Reason::MajorViolation),
                        (EventFinding::UnknownCode, _) => Some(Reason::UnknownCode),
                        (EventFinding::DateMissing, _) => Some(Reason::DateMissing),
                        _ => None,
                    };
                    if let Some(reason) = reason {
                        add(reason, Some(&event.event_id));
                    }
                    events.push(judged);
                }
            }
        }
        match partner.licence {
            None if self.licence_required => add(Reason::LicenceUnknown, None),
            Some(licence) if !licence.holds(as_of) => add(Reason::LicenceNotValid, None),
            _ => {}
        }
        match partner.compliant {
            None => add(Reason::ComplianceUnknown, None),
            Some(false) => add(Reason::NotCompliant, None),
            Some(true) => {}
        }
        Admission {
            partner_id: partner.partner_id.clone(),
            as_of,
            clean_from: Date::from_days(from).unwrap_or(Date::MIN),
            clean_date: self.clean_date,
            reasons,
            events,
        }
    }

    fn judge(&self, event: &Event, from: i32, as_of: Date) -> JudgedEvent {
        let severity = self.severity(&event.code);
        let within = |date: Option<Date>| {
            let date = date.filter(|_| severity.is_some())?;
            Some(from <= date.days() && date < as_of)
        };
        let finding = match (severity, event.date(self.clean_date)) {
            _ if !event.is_known(as_of) => EventFinding::NotKnown,
            (None, _) => EventFinding::UnknownCode,
            (Some(severity), _) if !severity.major => EventFinding::NotMajor,
            (Some(_), None) => EventFinding::DateMissing,
            (Some(_), Some(date)) if date.days() < from => EventFinding::OutsideWindow,
            (Some(_), Some(date)) if date >= as_of => EventFinding::NotYet,
            (Some(_), Some(_)) => EventFinding::InWindow,
        };
        JudgedEvent {
            decided_in_window: within(event.decided_on),
            acted_in_window: within(event.acted_on),
            event: event.clone(),
            severity,
            finding,
        }
    }
}
