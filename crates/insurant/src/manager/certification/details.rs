//! What each kind of event carries, beside its ids, its two times and its actor.

use super::CertificationEvent;
use crate::codec::{Day, Id, Line, Many, Maybe, Prose, Reason, Word, details};
use crate::date::Date;
use crate::manager::ManagerGrade;

details! {
    of CertificationEvent as "Certification";

    /// A grade was proposed, or proposed again after a return.
    Proposed {
        grade: ManagerGrade as Word<ManagerGrade>, "Which.";
        reason: String as Reason, "Why.";
        appraisal_id: Option<String> as Maybe<Id>, "The appraisal that it rests on.";
        evidence: Vec<String> as Many<Line>, "References to what proves it.";
        planned_from: Option<Date> as Maybe<Day>, "The earliest day on which it may take effect.";
    }

    /// Someone in between supports it.
    Recommended {
        note: Option<String> as Maybe<Prose>, "More about it.";
    }

    /// It was sent back to be mended.
    Returned {
        reason: String as Reason, "What is to be mended.";
    }

    /// It was approved.
    Approved {
        planned_from: Option<Date> as Maybe<Day>, "The earliest day on which it may take effect; as proposed when left out.";
        note: Option<String> as Maybe<Prose>, "More about it.";
    }

    /// It was refused.
    Refused {
        reason: String as Reason, "Why.";
    }

    /// Its proposer took it back.
    Withdrawn {
        reason: Option<String> as Maybe<Prose>, "Why.";
    }

    /// The grade began to count on the day of the event.
    TookEffect {
        valid_to: Option<Date> as Maybe<Day>, "The first day on which the certificate is not valid any more; as long as the terms allow when left out.";
    }

    /// Validity and grace were over.
    Lapsed {}

    /// It was lifted before its time, from the day of the event.
    Revoked {
        reason: String as Reason, "Why.";
    }

    /// The next certification took its place. It follows from that one taking effect, and is never
    /// recorded by itself.
    Replaced {}
}
