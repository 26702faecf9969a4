//! What must hold for an event, and what follows from it.

use crate::closed::closed;
use crate::machine::guards;

guards! {
    /// What must hold for an event. The words are the stable codes of refusals.
    ComplaintGuard {
        ReceiptFirst = "receipt_first": "a complaint begins with its receipt, and has one",
        NewId = "new_id": "the event is not in the log already",
        InOrder = "in_order": "it is not written down before what came before it",
        NotForetold = "not_foretold": "it is not written down before it happens",
        AfterReceipt = "after_receipt": "it does not happen before the complaint was received",
        KnownUnit = "known_unit": "the unit of whoever acts is listed among the organisation's `units`",
        AssignedHandler = "assigned_handler": "a handler is the one who was made responsible",
        RoleGranted = "role_granted": "the procedure gives this to the role",
        LevelGranted = "level_granted": "the procedure gives this to units of the level",
        Impartial = "impartial": "nobody works on a complaint about themself, or after stepping back",
        OneselfOrLed = "oneself_or_led": "one steps back oneself, unless a leader or compliance says so",
        ImpartialHandler = "impartial_handler": "the handler is not complained about, and has not stepped back",
        OwnUnit = "own_unit": "the unit owns the complaint, or lies above the one that does",
        VerifiedFirst = "verified_first": "it was verified first",
        NotVerified = "not_verified": "it was not verified before",
        NotRegistered = "not_registered": "it is not in the register yet",
        IsRegistered = "is_registered": "it is in the register",
        OtherUnit = "other_unit": "the complaint goes to another unit of the organisation",
        AtOfferedUnit = "at_offered_unit": "the unit is the one that was asked, or lies above it",
        DepartmentAsked = "department_asked": "the department was asked and has not answered",
        PauseGranted = "pause_granted": "the procedure grants a pause for this reason",
        NotPaused = "not_paused": "it is not paused",
        IsPaused = "is_paused": "it is paused",
        IsClassified = "is_classified": "it was classified, because authority depends on it",
        LevelSuffices = "level_suffices": "the level of the unit may decide such a complaint",
        OutcomeGiven = "outcome_given": "the outcome is given",
        FormsFiled = "forms_filed": "every form that is due was filed",
        KnownForm = "known_form": "the procedure has such a form",
        FormComplete = "form_complete": "the form has all required fields",
        AnotherComplaint = "another_complaint": "it is another complaint than this one",
        NotAbsorbed = "not_absorbed": "that complaint does not go on as part of this one already",
        MergeGranted = "merge_granted": "the procedure lets complaints be merged, this far apart",
        RecheckGranted = "recheck_granted": "there is a decision, and the procedure has a recheck of it",
        FirstRecheck = "first_recheck": "it was not rechecked before",
        HasSuperior = "has_superior": "the unit that decided has a superior unit",
        AboveDecider = "above_decider": "the unit lies above the one that decided",
        NotDecider = "not_decider": "nobody rechecks their own decision",
        ExtensionGranted = "extension_granted": "the procedure grants more time",
        NoExtensionAsked = "no_extension_asked": "no other request for more time is open",
        ExtensionAsked = "extension_asked": "more time was asked for",
        MayAsk = "may_ask": "the procedure lets this role ask for more time",
        NotAsker = "not_asker": "nobody grants or refuses what they asked for themself",
        MayGrant = "may_grant": "role and level suffice to decide on more time",
        GrantsInLine = "grants_in_line": "the unit is that of whoever asked, or lies above it",
        GrantsFromAbove = "grants_from_above": "nobody decides what someone above them asked for",
    }
}

guards! {
    /// The cases between which rows of one step, event and role choose.
    ComplaintCase {
        LastAnswer = "last_answer": "it is the last answer that was awaited",
        SentBack = "sent_back": "the superior unit sends it back",
        DecidedOutside = "decided_outside": "the body outside decided, or the parties agreed there",
    }
}

closed! {
    /// What follows from an event, whatever the procedure. Which clocks it moves, and which forms
    /// fall due, the procedure says.
    ComplaintEffect {
        /// It has to be entered into the register.
        RegistrationDue = "registration_due",
        /// A form has to be filed.
        FormDue = "form_due",
        /// Somebody has to be made responsible.
        HandlerNeeded = "handler_needed",
        /// The complainant has to be told the decision.
        FeedbackDue = "feedback_due",
        /// The complainant has to be told that this happened.
        NoticeDue = "notice_due",
        /// A higher unit has to look.
        Escalated = "escalated",
        /// Forms and records have to be gathered.
        ArchiveDue = "archive_due",
        /// Clocks start.
        ClocksStart = "clocks_start",
        /// Clocks stop.
        ClocksStop = "clocks_stop",
        /// Clocks stand still.
        ClocksPause = "clocks_pause",
        /// Clocks go on.
        ClocksResume = "clocks_resume",
        /// Clocks start anew, where the procedure says so.
        ClocksRestart = "clocks_restart",
        /// A due date moves, or is set.
        DueMoves = "due_moves",
        /// The procedures give a deadline that was not there before.
        DeadlineSet = "deadline_set",
        /// The due instant of a deadline is another now.
        DeadlineMoved = "deadline_moved",
        /// There is nothing left to do by a deadline.
        DeadlineStopped = "deadline_stopped",
    }
}
