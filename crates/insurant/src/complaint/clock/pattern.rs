//! Which events start, stop or end a clock.

use super::moment::Moment;
use crate::code;
use crate::complaint::{ComplaintEvent, RecheckOutcome, ReferralResult};
use insurant_rules::Problem;
use insurant_rules::problem::nearest;
use std::fmt;

/// The word for the moment at which a complaint was sent, which a receipt may carry.
const SENT: &str = "sent";

/// An event, or an event about one thing: `received`, `form_filed:registration`; of a recheck or a
/// referral its result, `recheck_decided:sent_back`, `referral_ended:decided`.
///
/// `sent` stands for a receipt by the date on the letter. Laws that count from sending count from
/// receipt when nobody knows the day of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    kind: ComplaintEvent,
    subject: Option<String>,
    sent: bool,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// `unknown_event` with the nearest event there is.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::clock::Pattern;
    /// let pattern = Pattern::parse("notice_sent:holding")?;
    /// assert_eq!(pattern.to_string(), "notice_sent:holding");
    /// assert!(Pattern::parse("recieved").is_err());
    /// let error = Pattern::parse("recheck_decided:sentback").unwrap_err();
    /// assert_eq!(error.nearest_text(), Some("sent_back"));
    /// # Ok::<(), insurant::Problem>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let (kind, subject) = match text.split_once(':') {
            Some((kind, subject)) => (kind, Some(subject)),
            None => (text, None),
        };
        if text == SENT {
            return Ok(Self {
                kind: ComplaintEvent::Received,
                subject: None,
                sent: true,
            });
        }
        let found = ComplaintEvent::parse(kind);
        if let (Some(kind), Some(subject)) = (found, subject) {
            known_result(text, kind, subject)?;
        }
        match (found, subject) {
            (Some(kind), subject) if subject != Some("") => Ok(Self {
                kind,
                subject: subject.map(str::to_owned),
                sent: false,
            }),
            _ => {
                let words = ComplaintEvent::WORDS.iter().copied().chain([SENT]);
                let problem = Problem::new(
                    code::UNKNOWN_EVENT,
                    format!("`{text}` is no event of a complaint"),
                )
                .expected("an event, such as `received`, or one about something, such as `form_filed:registration`")
                .nearest(nearest(kind, words));
                Err(problem)
            }
        }
    }

    /// Whether an event is meant.
    #[inline]
    pub(super) fn matches(&self, moment: &Moment<'_>) -> bool {
        self.kind == moment.kind
            && self
                .subject
                .as_deref()
                .is_none_or(|subject| moment.subject == Some(subject))
    }

    /// The instant of a moment that is meant, in seconds.
    #[must_use]
    pub(super) fn seconds(&self, moment: &Moment<'_>) -> i64 {
        match moment.sent {
            Some(sent) if self.sent => sent.min(moment.occurred),
            _ => moment.occurred,
        }
    }

    /// Whether a form or a notice is meant. Such a thing may be done before it is due.
    #[must_use]
    pub(super) const fn is_paperwork(&self) -> bool {
        self.subject.is_some()
            && matches!(
                self.kind,
                ComplaintEvent::FormFiled | ComplaintEvent::NoticeSent
            )
    }

    /// Whether the filing of a form is meant.
    pub(in crate::complaint) fn is_form(&self, form: &str) -> bool {
        self.kind == ComplaintEvent::FormFiled && self.subject.as_deref() == Some(form)
    }

    /// The kind of event.
    #[must_use]
    pub const fn kind(&self) -> ComplaintEvent {
        self.kind
    }
}

/// Results are known words, so that one misspelt would never happen.
fn known_result(text: &str, kind: ComplaintEvent, subject: &str) -> Result<(), Problem> {
    let words = match kind {
        ComplaintEvent::RecheckDecided => RecheckOutcome::WORDS,
        ComplaintEvent::ReferralEnded => ReferralResult::WORDS,
        _ => return Ok(()),
    };
    if words.contains(&subject) {
        return Ok(());
    }
    let problem = Problem::new(
        code::UNKNOWN_EVENT,
        format!("`{text}` is no event of a complaint"),
    );
    let problem = problem.expected(format!("`{kind}` about {}", words.join(", ")));
    Err(problem.nearest(nearest(subject, words.iter().copied())))
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sent {
            return f.write_str(SENT);
        }
        f.write_str(self.kind.as_str())?;
        match &self.subject {
            Some(subject) => write!(f, ":{subject}"),
            None => Ok(()),
        }
    }
}
