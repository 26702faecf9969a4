//! What several kinds of operations take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::wire::*;

record! {
    /// A person acting in a role at a unit.
    both Actor {
        /// The host's id of the person.
        person_id "person_id": String,
        /// What they act as.
        role "role": Role,
        /// The unit where they have that role.
        unit_id "unit_id": String,
    }
}

record! {
    /// A proposal with its history.
    both Approval {
        /// The host's id.
        id "id": String,
        /// What is decided.
        kind "kind": ApprovalKind,
        /// Whom it is about, if it is about a person.
        #[uniffi(default = None)]
        subject "subject": Option<Actor>,
        /// Where it stands.
        #[uniffi(default = None)]
        state "state": Option<ApprovalState>,
        /// The first day of effect.
        #[uniffi(default = None)]
        in_effect_from "in_effect_from": Option<CivilDate>,
        /// The first day without effect.
        #[uniffi(default = None)]
        in_effect_to "in_effect_to": Option<CivilDate>,
        /// What happened, in order; empty for a draft.
        history "history": Vec<ApprovalEntry>,
    }
}

record! {
    /// One line of the history of a proposal.
    both ApprovalEntry {
        /// What happened.
        event "event": ApprovalEvent,
        /// By whom.
        actor "actor": Actor,
        /// When.
        at "at": Moment,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// References to what proves it.
        #[uniffi(default = None)]
        evidence "evidence": Option<Vec<String>>,
        /// The first day of effect.
        #[uniffi(default = None)]
        effective "effective": Option<CivilDate>,
        /// The first day without effect.
        #[uniffi(default = None)]
        expiry "expiry": Option<CivilDate>,
    }
}

words! {
    /// What happens to a proposal.
    both ApprovalEvent {
        /// It is written down.
        Drafted = "drafted",
        /// It is put forward, or put forward again.
        Proposed = "proposed",
        /// Someone in between supports it.
        Recommended = "recommended",
        /// It is sent back to be mended.
        Returned = "returned",
        /// It is approved.
        Approved = "approved",
        /// It is refused.
        Refused = "refused",
        /// Its proposer takes it back.
        Withdrawn = "withdrawn",
        /// What was approved is lifted.
        Revoked = "revoked",
    }
}

words! {
    /// What is decided.
    both ApprovalKind {
        /// More time for a complaint.
        ComplaintExtension = "complaint_extension",
        /// The grade of an account manager.
        ManagerGrade = "manager_grade",
        /// An entry of the blacklist.
        BlacklistEntry = "blacklist_entry",
        /// A change of customer data.
        DataChange = "data_change",
        /// An exception from a rule, such as a second account manager.
        Exception = "exception",
    }
}

words! {
    /// Where a proposal stands.
    both ApprovalState {
        /// Written down, not yet put forward.
        Draft = "draft",
        /// Put forward.
        Proposed = "proposed",
        /// Supported by someone in between.
        Recommended = "recommended",
        /// Sent back to be mended.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
        /// Taken back by its proposer.
        Withdrawn = "withdrawn",
        /// Approved once, and lifted before its time.
        Revoked = "revoked",
    }
}

record! {
    /// One way to be entitled to approve.
    asked Approver {
        /// In one of these roles,
        roles "roles": Vec<Role>,
        /// at a unit of at least this level,
        least_level "least_level": OrgLevel,
        /// which must lie above the proposer's, if this is true.
        #[uniffi(default = None)]
        above "above": Option<bool>,
    }
}

record! {
    /// That a manager looks after a customer.
    asked Assignment {
        /// The customer.
        customer_id "customer_id": String,
        /// The manager.
        manager_id "manager_id": String,
        /// The first day.
        from "from": CivilDate,
        /// The first day after it; open when left out.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// The manager who answers for it, where the first is learning.
        #[uniffi(default = None)]
        supervised_by "supervised_by": Option<String>,
        /// Why this is a second manager, and until when.
        #[uniffi(default = None)]
        exception "exception": Option<AssignmentException>,
    }
}

record! {
    /// Why one customer has a second manager.
    asked AssignmentException {
        /// The reason.
        reason "reason": String,
        /// The first day on which it is over.
        until "until": CivilDate,
    }
}

record! {
    /// What a scorecard says, and why.
    answered CardScore {
        /// What became of the grade.
        status "status": ScoreStatus,
        /// The grade, after floors and vetoes.
        #[uniffi(default = None)]
        grade "grade": Option<String>,
        /// The grade of the points alone.
        #[uniffi(default = None)]
        grade_by_score "grade_by_score": Option<String>,
        /// The floor that made the grade worse.
        #[uniffi(default = None)]
        floor "floor": Option<ScoreFloor>,
        /// The veto that decides, or sends to review.
        #[uniffi(default = None)]
        veto "veto": Option<String>,
        /// The characteristics that are undecided.
        #[uniffi(default = None)]
        missing "missing": Option<Vec<String>>,
        /// The sum of all weighted points.
        #[uniffi(default = None)]
        points "points": Option<String>,
        /// The vetoes that do not fail.
        vetoes "vetoes": ScoreVetoes,
        /// The dimensions.
        #[uniffi(default = None)]
        dimensions "dimensions": Option<Vec<ScoreDimension>>,
        /// The characteristics.
        characteristics "characteristics": Vec<ScoreCharacteristic>,
        /// What is missing to the next better grade.
        #[uniffi(default = None)]
        to_next "to_next": Option<ScoreToNext>,
    }
}

words! {
    /// What happens to a due day on which nobody works.
    both DeadlineRoll {
        /// Nothing.
        None = "none",
        /// The next working day takes its place.
        NextBusiness = "next_business",
        /// The working day before takes its place; where that lies before the start, or before a
        /// pause was over, the next one.
        PreviousBusiness = "previous_business",
    }
}

words! {
    /// One of 2 words.
    asked DiagramFormat {
        /// `mermaid`.
        Mermaid = "mermaid",
        /// `dot`.
        Dot = "dot",
    }
}

words! {
    /// One of 4 words.
    answered EarnedBy {
        /// `band`.
        Band = "band",
        /// `otherwise`.
        Otherwise = "otherwise",
        /// `missing`.
        Missing = "missing",
        /// `undecided`.
        Undecided = "undecided",
    }
}

words! {
    /// One of 2 words.
    answered KpiState {
        /// `known`.
        Known = "known",
        /// `undefined`.
        Undefined = "undefined",
    }
}

words! {
    /// The grade of an account manager, the highest first.
    both ManagerGrade {
        /// 资深.
        Principal = "principal",
        /// 高级.
        Senior = "senior",
        /// 普通, 中级.
        Standard = "standard",
        /// 初级.
        Junior = "junior",
        /// 见习.
        Trainee = "trainee",
    }
}

record! {
    /// Where an account manager serves.
    asked ManagerPost {
        /// The unit.
        unit_id "unit_id": String,
        /// The first day.
        from "from": CivilDate,
        /// The first day that is not served any more.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
    }
}

words! {
    /// A level of the organisation, the highest first.
    both OrgLevel {
        /// The whole company.
        HeadOffice = "head_office",
        /// A provincial branch.
        Province = "province",
        /// A municipal branch.
        City = "city",
        /// A sub-branch.
        County = "county",
        /// A front-line unit.
        FrontLine = "front_line",
    }
}

record! {
    /// A unit of the organisation.
    asked OrganisationUnit {
        /// The host's id.
        id "id": String,
        /// Its name.
        name "name": String,
        /// Its level.
        level "level": OrgLevel,
        /// The unit it belongs to; the topmost has none.
        #[uniffi(default = None)]
        parent "parent": Option<String>,
        /// The complaint telephone that it shows.
        #[uniffi(default = None)]
        complaint_phone "complaint_phone": Option<String>,
    }
}

words! {
    /// A period of the calendar.
    both ReportingPeriod {
        /// January, February and so on.
        Month = "month",
        /// January to March and so on.
        Quarter = "quarter",
        /// January to June, July to December.
        HalfYear = "half_year",
        /// January to December.
        Year = "year",
    }
}

record! {
    /// A person, and the one to whom they report.
    asked Reports {
        /// The host's id of the person.
        person_id "person_id": String,
        /// The id of the person above.
        reports_to "reports_to": String,
    }
}

words! {
    /// What someone acts as. One person may have several roles; each act is done in one of them.
    both Role {
        /// Whoever complains, where the host lets them act themselves, such as in an app.
        Complainant = "complainant",
        /// Hotline and front desk: first to hear, and to pass on promptly.
        Collector = "collector",
        /// The back office that registers, reviews and passes on.
        Operator = "operator",
        /// Whoever was made responsible for one case.
        Handler = "handler",
        /// The account manager of a customer.
        AccountManager = "account_manager",
        /// A department that is asked for its part.
        Department = "department",
        /// The claims department, which names blacklist entries.
        Claims = "claims",
        /// Compliance.
        Compliance = "compliance",
        /// Keeps the archive and its files.
        Archivist = "archivist",
        /// Runs the system, and decides nothing in it.
        Administrator = "administrator",
        /// Reads everything, and changes nothing.
        Auditor = "auditor",
        /// Heads a unit.
        Leader = "leader",
        /// A senior manager of head office.
        HeadOfficeSenior = "head_office_senior",
        /// The host's own program, such as an import.
        System = "system",
    }
}

record! {
    /// What a characteristic earned.
    answered ScoreCharacteristic {
        /// The characteristic.
        id "id": String,
        /// The dimension that it belongs to.
        #[uniffi(default = None)]
        dimension "dimension": Option<String>,
        /// What is looked at.
        value "value": String,
        /// What was found there: kind, state, value.
        shown "shown": JsonText,
        /// Where its points come from.
        earned "earned": EarnedBy,
        /// The position of the band or case, from 0.
        #[uniffi(default = None)]
        band "band": Option<i64>,
        /// The points as the rulebook writes them.
        #[uniffi(default = None)]
        points "points": Option<String>,
        /// By what they are multiplied.
        weight "weight": String,
        /// The points times the weight.
        #[uniffi(default = None)]
        weighted "weighted": Option<String>,
    }
}

record! {
    /// What a dimension came to.
    answered ScoreDimension {
        /// The dimension.
        id "id": String,
        /// Its share in the score, in percent.
        weight "weight": String,
        /// The sum of its weighted points; absent when one of its characteristics is undecided.
        #[uniffi(default = None)]
        points "points": Option<String>,
        /// Its floors that are broken.
        floors_broken "floors_broken": Vec<ScoreFloor>,
    }
}

record! {
    /// A floor that is broken: too few points in a dimension.
    answered ScoreFloor {
        /// The dimension.
        dimension "dimension": String,
        /// The points from which on it does not bind.
        least "least": String,
        /// The best grade with fewer.
        best "best": String,
        /// The points missing.
        missing "missing": String,
    }
}

words! {
    /// What became of a grade.
    answered ScoreStatus {
        /// It comes from the score, and from the floors of dimensions with too few points.
        Graded = "graded",
        /// A veto decides it, whatever the score.
        Vetoed = "vetoed",
        /// There is none: a person must look, since a veto is unknown.
        Review = "review",
        /// There is none: something is missing without which there is no decision.
        Undecided = "undecided",
    }
}

record! {
    /// What is missing to the next better grade.
    answered ScoreToNext {
        /// That grade.
        grade "grade": String,
        /// The points that the score lacks.
        points_missing "points_missing": String,
        /// The broken floors that do not allow it.
        floors_to_meet "floors_to_meet": Vec<ScoreFloor>,
    }
}

record! {
    /// The vetoes that do not fail.
    answered ScoreVetoes {
        /// Those that hold.
        holds "holds": Vec<String>,
        /// Those that are unknown.
        unknown "unknown": Vec<String>,
    }
}
