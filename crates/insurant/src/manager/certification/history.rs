//! The grade of a manager on any day of their service.

use super::{Certification, CertificationTerms, ManagerFile};
use crate::closed::closed;
use crate::date::Date;
use crate::manager::ManagerGrade;
use insurant_rules::document::{Json, Object};
use insurant_rules::order::InOrder;

closed! {
    /// What is known of a grade on a day of service.
    GradeState {
        /// The certificate is valid.
        Rated = "rated",
        /// It is not valid any more; the grade is kept for a while.
        InGrace = "in_grace",
        /// Nobody renewed it in time: no grade.
        Lapsed = "lapsed",
        /// Never certified, or the grade was lifted: no grade.
        Unrated = "unrated",
    }
}

/// The days of a certification that took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day on which the grade counts.
    pub from: Date,
    /// The first day on which the certificate is not valid any more.
    pub valid_to: Date,
    /// The first day on which the grade is not kept any more.
    pub grace_to: Date,
    /// The day from which it was lifted.
    pub revoked_on: Option<Date>,
}

/// Days `[from, to)` of service with one grade, or without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The first day.
    pub from: Date,
    /// The first day that is not part of it; open-ended without.
    pub to: Option<Date>,
    /// What is known of the grade.
    pub state: GradeState,
    /// The grade, while it counts.
    pub grade: Option<ManagerGrade>,
    /// The grade that counted last, when none does.
    pub last_grade: Option<ManagerGrade>,
    /// The certification that this follows from.
    pub certification_id: Option<String>,
    /// Whether the grade was lifted.
    pub revoked: bool,
}

impl Certification {
    /// Its days, if it took effect.
    #[must_use]
    pub fn effect(&self, terms: &CertificationTerms) -> Option<Span> {
        let from = self.effective_from?;
        let valid_to = self.said_valid_to.unwrap_or_else(|| terms.valid_to(from));
        Some(Span {
            from,
            valid_to,
            grace_to: terms.grace_to(valid_to),
            revoked_on: self.revoked_on,
        })
    }
}

impl ManagerFile {
    /// The grade on each day of service: segments in order, none overlapping another, and together
    /// exactly the days of service.
    #[must_use]
    pub fn history(&self, terms: &CertificationTerms) -> Vec<Segment> {
        let spans = self.spans(terms);
        let mut cuts: Vec<Date> = spans
            .iter()
            .flat_map(|(_, span)| {
                [span.from, span.valid_to, span.grace_to]
                    .into_iter()
                    .chain(span.revoked_on)
            })
            .collect();
        cuts.order();
        cuts.dedup();
        let mut history: Vec<Segment> = Vec::new();
        for (from, to) in self.posts.service() {
            let first = cuts.partition_point(|cut| *cut <= from);
            let inside = cuts.iter().skip(first).copied();
            let inside = inside.take_while(|cut| to.is_none_or(|to| *cut < to));
            let mut begin = from;
            for end in inside.map(Some).chain([to]) {
                let next = Segment {
                    from: begin,
                    to: end,
                    ..of_day(&spans, begin)
                };
                match history.last_mut() {
                    Some(last) if last.continues(&next) => last.to = end,
                    _ => history.push(next),
                }
                begin = end.unwrap_or(begin);
            }
        }
        history
    }

    /// The segment of a day; nothing outside service.
    #[must_use]
    pub fn grade_on(&self, day: Date, terms: &CertificationTerms) -> Option<Segment> {
        let history = self.history(terms);
        let mut of_day = history.into_iter();
        of_day.find(|segment| segment.from <= day && segment.to.is_none_or(|to| day < to))
    }

    /// The file as it was known on a day: without what was written down later.
    #[must_use]
    pub fn known_on(&self, day: Date) -> Self {
        let mut known = Self::new(self.manager_id.clone(), self.posts.clone());
        let log = self.log.iter();
        for event in log.take_while(|event| event.recorded_at.date() <= day) {
            // The beginning of a log that was accepted is accepted.
            if known
                .advance(event.clone(), super::terms::By::default())
                .is_err()
            {
                break;
            }
        }
        known
    }

    /// The certifications that took effect, in order of that.
    pub(super) fn spans(&self, terms: &CertificationTerms) -> Vec<(&Certification, Span)> {
        let spans = self.certifications.iter();
        let mut spans: Vec<_> = spans
            .filter_map(|known| Some((known, known.effect(terms)?)))
            .collect();
        spans.order_by_key(|(_, span)| span.from);
        spans
    }
}

/// What holds on a day: the certification that took effect last decides.
fn of_day(spans: &[(&Certification, Span)], day: Date) -> Segment {
    let mut segment = Segment {
        from: day,
        to: None,
        state: GradeState::Unrated,
        grade: None,
        last_grade: None,
        certification_id: None,
        revoked: false,
    };
    let before = spans.iter().rev().find(|(_, span)| span.from <= day);
    let Some((certification, span)) = before else {
        return segment;
    };
    segment.certification_id = Some(certification.id().to_owned());
    segment.revoked = span.revoked_on.is_some_and(|revoked| revoked <= day);
    segment.state = if segment.revoked {
        GradeState::Unrated
    } else if day < span.valid_to {
        GradeState::Rated
    } else if day < span.grace_to {
        GradeState::InGrace
    } else {
        GradeState::Lapsed
    };
    let counts = matches!(segment.state, GradeState::Rated | GradeState::InGrace);
    let grade = Some(certification.grade());
    if counts {
        segment.grade = grade;
    } else {
        segment.last_grade = grade;
    }
    segment
}

impl Segment {
    /// Whether another segment is more of the same, right behind.
    fn continues(&self, next: &Self) -> bool {
        self.to == Some(next.from)
            && Self {
                from: self.from,
                to: self.to,
                ..next.clone()
            } == *self
    }

    /// Why there is no grade, where it is unrated.
    #[must_use]
    pub const fn reason(&self) -> Option<&'static str> {
        match (self.state, self.revoked) {
            (GradeState::Unrated, true) => Some("revoked"),
            (GradeState::Unrated, false) => Some("never_certified"),
            _ => None,
        }
    }

    /// The segment in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(self.fields())
    }

    pub(super) fn fields(&self) -> Object {
        Object::new()
            .with("from", self.from.to_string())
            .with_some("to", self.to.map(|to| to.to_string()))
            .with("state", self.state.as_str())
            .with_some("grade", self.grade.map(ManagerGrade::as_str))
            .with_some("last_grade", self.last_grade.map(ManagerGrade::as_str))
            .with_some("certification_id", self.certification_id.as_deref())
            .with_some("reason", self.reason())
    }
}
