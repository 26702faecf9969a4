//! What can happen to a complaint.

use crate::closed::closed;

closed! {
    /// A kind of event in the life of a complaint. Clocks start, stop, pause and restart at these.
    ComplaintEvent {
        /// It reached any unit, employee or authorised agent: this starts the clocks.
        Received = "received",
        /// What it is about was confirmed with the complainant.
        Verified = "verified",
        /// It was entered into the register.
        Registered = "registered",
        /// The complainant was told that it arrived.
        Acknowledged = "acknowledged",
        /// It was classed as simple, complex or special.
        Classified = "classified",
        /// Someone was made responsible for it.
        HandlerAssigned = "handler_assigned",
        /// The handler stepped back for a conflict of interest.
        Recused = "recused",
        /// Another unit was asked to take it over.
        TransferOffered = "transfer_offered",
        /// The other unit took it over.
        TransferAccepted = "transfer_accepted",
        /// The other unit gave it back.
        TransferReturned = "transfer_returned",
        /// Other departments were asked for their part.
        CoordinationAsked = "coordination_asked",
        /// One of them answered.
        CoordinationAnswered = "coordination_answered",
        /// More was asked of the complainant.
        InformationAsked = "information_asked",
        /// The complainant answered.
        InformationReceived = "information_received",
        /// An interval that may be left out began, such as an external appraisal.
        Paused = "paused",
        /// It ended.
        Resumed = "resumed",
        /// New facts or reasons arrived.
        NewFacts = "new_facts",
        /// It was decided.
        Handled = "handled",
        /// The complainant was told the decision.
        FedBack = "fed_back",
        /// The complainant accepted the answer.
        Accepted = "accepted",
        /// Nothing is left to do.
        Closed = "closed",
        /// Forms and records were gathered into the archive.
        Archived = "archived",
        /// The complainant took it back.
        Withdrawn = "withdrawn",
        /// It is not taken up, with reason and notice.
        Declined = "declined",
        /// It goes on as part of another complaint.
        MergedInto = "merged_into",
        /// Another complaint goes on as part of this one.
        Absorbed = "absorbed",
        /// It was taken up again on new facts.
        Reopened = "reopened",
        /// The complainant asked the superior unit to look again.
        RecheckRequested = "recheck_requested",
        /// The superior unit decided.
        RecheckDecided = "recheck_decided",
        /// It went to a body outside: ombudsman, mediation, court.
        Referred = "referred",
        /// The body outside is done with it.
        ReferralEnded = "referral_ended",
        /// More time was asked for.
        ExtensionAsked = "extension_asked",
        /// More time was granted.
        ExtensionApproved = "extension_approved",
        /// More time was refused.
        ExtensionRefused = "extension_refused",
        /// A notice went to the complainant or an authority.
        NoticeSent = "notice_sent",
        /// A form was filed.
        FormFiled = "form_filed",
        /// Someone outside set a due date, such as a regulator or an older system.
        DueSet = "due_set",
    }
}
