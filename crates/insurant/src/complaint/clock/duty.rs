//! What a clock is about, for whom it runs, and what missing it means.

use crate::closed::closed;

closed! {
    /// What is due when a clock runs out. Clocks of several procedures on the same duty are
    /// compared: the earliest of them governs.
    Duty {
        /// Tell the complainant that it arrived.
        Acknowledge = "acknowledge",
        /// Settle it at once, for which some laws ask less paperwork.
        SummaryResolution = "summary_resolution",
        /// Ask the complainant for what is missing.
        Ask = "ask",
        /// Answer what was asked.
        Answer = "answer",
        /// Tell the complainant how it stands.
        Update = "update",
        /// Decide it.
        Decide = "decide",
        /// Tell the complainant the decision, or lawfully why there is none yet.
        Inform = "inform",
        /// Ask the superior unit to look again.
        RecheckRequest = "recheck_request",
        /// Decide as the superior unit.
        RecheckDecide = "recheck_decide",
        /// Go to a body outside, or wait until one may.
        Refer = "refer",
        /// Be done, as the body outside.
        ReferralDecide = "referral_decide",
        /// Do what the body outside decided.
        Comply = "comply",
        /// Take over, or give back, what another unit offered.
        Transfer = "transfer",
        /// Answer a department that coordinates.
        Coordinate = "coordinate",
        /// File a form.
        Form = "form",
        /// Gather everything into the archive.
        Archive = "archive",
        /// Report to an authority.
        Report = "report",
        /// Answer a question of the regulator.
        RespondDepartment = "respond_department",
    }
}

closed! {
    /// For whom a clock runs.
    Party {
        /// For the firm.
        Firm = "firm",
        /// For the complainant, whose right ends with it.
        Complainant = "complainant",
        /// For a body outside.
        Outside = "outside",
    }
}

closed! {
    /// What it means that a clock was missed.
    Missed {
        /// A duty was broken.
        Breach = "breach",
        /// A possibility or a right ended.
        Lapse = "lapse",
    }
}

closed! {
    /// In what time is counted.
    Unit {
        /// Every day of the calendar.
        CalendarDay = "calendar_day",
        /// The working days of a calendar.
        BusinessDay = "business_day",
        /// Seven days each.
        Week = "week",
        /// To the same day-number, else the last day of the month.
        Month = "month",
        /// Hours of the world's time, whatever local clocks do.
        Hour = "hour",
        /// Hours within the windows of working days.
        WorkingHour = "working_hour",
    }
}

closed! {
    /// Whether the day on which a clock starts counts.
    FirstDay {
        /// It does not: one day from Monday is Tuesday.
        Excluded = "excluded",
        /// It does: one day from Monday is Monday.
        Included = "included",
    }
}

closed! {
    /// What happens to a due day on which nobody works.
    Roll {
        /// Nothing.
        None = "none",
        /// The next working day takes its place.
        NextBusiness = "next_business",
        /// The working day before takes its place; where that lies before the start, or before a
        /// pause was over, the next one.
        PreviousBusiness = "previous_business",
    }
}

closed! {
    /// When more time must have been asked for or granted to count.
    Timely {
        /// It must have been granted before the clock ran out.
        Approved = "approved",
        /// It must have been asked for before the clock ran out; the answer may come later.
        Asked = "asked",
    }
}

closed! {
    /// The level of the unit of whoever grants more time.
    GrantLevel {
        /// Any.
        Any = "any",
        /// A unit above the one that handles the complaint, or the head office.
        Superior = "superior",
        /// The head office.
        HeadOffice = "head_office",
    }
}

closed! {
    /// Whether a figure was seen in its source.
    Status {
        /// It was.
        Verified = "verified",
        /// It was not: it is remembered, or its source is another's word.
        Unverified = "unverified",
    }
}
