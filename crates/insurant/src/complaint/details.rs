//! What each kind of event carries, beside its id, its two times and its actor.

use super::{
    ComplaintEvent, ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult,
};
use crate::codec::{
    AtLeastOne, Count, Day, Flag, Id, Line, Many, Maybe, Moment, Name, Prose, Reason, Texts, Word,
    details,
};
use crate::date::Date;
use insurant_rules::Instant;
use std::collections::BTreeMap;

details! {
    of ComplaintEvent as "Complaint";

    /// It reached the actor's unit, which owns it from then on. What is not known is left out.
    #[derive(Default)]
    Received in Box {
        complainant_id: Option<String> as Maybe<Id>, "Who complains.";
        complainant_kind: Option<String> as Maybe<Name>, "Such as `individual` or `organisation`.";
        firm_kind: Option<String> as Maybe<Name>, "What the firm is in this, such as `insurer`.";
        line: Option<String> as Maybe<Line>, "Line of business.";
        policy_id: Option<String> as Maybe<Id>, "The policy it is about.";
        channel: Option<String> as Maybe<Name>, "How it came, such as `phone`.";
        trigger: Option<String> as Maybe<Name>, "What it came from, such as a regulator's inquiry.";
        digital: Option<bool> as Maybe<Flag>, "Whether it came by web form or app.";
        group_size: Option<u32> as Maybe<Count>, "How many complain together.";
        sent_on: Option<Date> as Maybe<Day>, "When it was sent; some clocks start there.";
        about: Vec<String> as Many<Id>, "The persons complained about.";
        cause: Option<String> as Maybe<Line>, "What it is about, as function and reason.";
        summary: Option<String> as Maybe<Prose>, "In a few sentences.";
        remedy_sought: Option<String> as Maybe<Prose>, "What the complainant wants.";
    }

    /// What it is about was confirmed with the complainant.
    Verified {
        about: Vec<String> as Many<Id>, "Persons complained about that were not known before.";
        summary: Option<String> as Maybe<Prose>, "What was confirmed.";
    }

    /// It was entered into the register.
    Registered {
        register_id: Option<String> as Maybe<Id>, "Its number there.";
        cause: Option<String> as Maybe<Line>, "What it is about, as function and reason.";
    }

    /// The complainant was told that it arrived.
    Acknowledged {
        means: Option<String> as Maybe<Name>, "How, such as `letter`.";
    }

    /// It was classed.
    Classified {
        complexity: Complexity as Word<Complexity>, "How hard it is.";
        reason: Option<String> as Maybe<Prose>, "Why.";
    }

    /// Someone was made responsible for it.
    HandlerAssigned {
        handler_id: String as Id, "Who.";
    }

    /// Someone stepped back, or was made to, for a conflict of interest.
    Recused {
        person_id: String as Id, "Who.";
        reason: Option<String> as Maybe<Prose>, "Why.";
    }

    /// Another unit was asked to take it over.
    TransferOffered {
        to_unit: String as Id, "Which.";
        reason: Option<String> as Maybe<Prose>, "Why.";
    }

    /// The other unit took it over.
    TransferAccepted {}

    /// The other unit gave it back.
    TransferReturned {
        reason: String as Reason, "Why.";
    }

    /// Other departments were asked for their part.
    CoordinationAsked {
        departments: Vec<String> as AtLeastOne<Id>, "Which.";
        question: Option<String> as Maybe<Prose>, "What they were asked.";
    }

    /// One of them answered.
    CoordinationAnswered {
        department: String as Id, "Which.";
        answer: Option<String> as Maybe<Prose>, "What it said, or that it said nothing.";
    }

    /// More was asked of the complainant.
    InformationAsked {
        what: Option<String> as Maybe<Prose>, "What.";
        answer_by: Option<Date> as Maybe<Day>, "The day by which an answer is wanted.";
    }

    /// The complainant answered.
    InformationReceived {
        what: Option<String> as Maybe<Prose>, "What.";
    }

    /// An interval that may be left out began.
    Paused {
        reason: String as Name, "Why, in the words of the procedure: `external_appraisal`.";
        note: Option<String> as Maybe<Prose>, "More about it.";
    }

    /// It ended.
    Resumed {}

    /// New facts or reasons arrived.
    NewFacts {
        facts: String as Reason, "What they are.";
        about: Vec<String> as Many<Id>, "Persons complained about that were not known before.";
    }

    /// It was decided.
    Handled {
        outcome: ComplaintOutcome as Word<ComplaintOutcome>, "What was decided.";
        findings: Option<String> as Maybe<Prose>, "What was found.";
        redress: Option<String> as Maybe<Prose>, "What the complainant gets.";
    }

    /// The complainant was told the decision.
    FedBack {
        means: Option<String> as Maybe<Name>, "How, such as `letter`.";
    }

    /// The complainant accepted the answer.
    Accepted {}

    /// Nothing is left to do.
    Closed {
        note: Option<String> as Maybe<Prose>, "What is worth remembering.";
    }

    /// Forms and records were gathered into the archive.
    Archived {
        archive_id: Option<String> as Maybe<Id>, "Where.";
    }

    /// The complainant took it back.
    Withdrawn {
        reason: Option<String> as Maybe<Prose>, "Why.";
    }

    /// It is not taken up.
    Declined {
        reason: String as Reason, "Why, as the complainant is told.";
    }

    /// It goes on as part of another complaint.
    MergedInto {
        survivor_id: String as Id, "Which.";
    }

    /// Another complaint goes on as part of this one.
    Absorbed {
        complaint_id: String as Id, "Which.";
        received_at: Instant as Moment, "When that one was received, at the earliest.";
    }

    /// It was taken up again.
    Reopened {
        facts: String as Reason, "The new facts.";
    }

    /// The complainant asked the superior unit to look again.
    RecheckRequested {
        reason: Option<String> as Maybe<Prose>, "Why.";
        decision_received_on: Option<Date> as Maybe<Day>, "When the decision had reached them.";
    }

    /// The superior unit decided.
    RecheckDecided {
        result: RecheckOutcome as Word<RecheckOutcome>, "What it made of the decision.";
        outcome: Option<ComplaintOutcome> as Maybe<Word<ComplaintOutcome>>,
            "The new decision, when it changed.";
        findings: Option<String> as Maybe<Prose>, "What was found.";
    }

    /// It went to a body outside.
    Referred {
        body: OutsideBody as Word<OutsideBody>, "Of which kind.";
        name: Option<String> as Maybe<Line>, "Which.";
        reference: Option<String> as Maybe<Id>, "Its number there.";
    }

    /// The body outside is done with it.
    ReferralEnded {
        result: ReferralResult as Word<ReferralResult>, "How.";
        outcome: Option<ComplaintOutcome> as Maybe<Word<ComplaintOutcome>>,
            "What was decided or agreed there.";
    }

    /// More time was asked for.
    ExtensionAsked {
        reason: String as Reason, "Why.";
        clock: Option<String> as Maybe<Line>, "Which duty or clock; every one that may be extended when left out.";
        until: Option<Date> as Maybe<Day>, "Until when; as long as the procedure grants when left out.";
    }

    /// More time was granted.
    ExtensionApproved {
        until: Option<Date> as Maybe<Day>, "Until when; as asked when left out.";
        note: Option<String> as Maybe<Prose>, "More about it.";
    }

    /// More time was refused.
    ExtensionRefused {
        reason: String as Reason, "Why.";
    }

    /// A notice went out.
    NoticeSent {
        notice: String as Name, "Which: the event it tells of, or one of the procedure's.";
        to: Option<String> as Maybe<Line>, "To whom; to the complainant when left out.";
        means: Option<String> as Maybe<Name>, "How, such as `letter`.";
    }

    /// A form was filed.
    FormFiled {
        form: String as Name, "Which.";
        fields: BTreeMap<String, String> as Texts, "What it says.";
    }

    /// Someone outside set a due date.
    DueSet {
        due_at: Instant as Moment, "Until when.";
        duty: Option<String> as Maybe<Name>, "What is due then; the decision when left out.";
        by: Option<String> as Maybe<Line>, "Who set it.";
    }
}
