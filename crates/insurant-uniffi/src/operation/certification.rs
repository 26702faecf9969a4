//! What operations on certifications and grades take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// A certification.
    answered Certification {
        /// The host's id.
        certification_id "certification_id": String,
        /// The grade proposed.
        grade "grade": ManagerGrade,
        /// Where it stands.
        state "state": CertificationState,
        /// When it was proposed first.
        proposed_on "proposed_on": CivilDate,
        /// When it was approved.
        #[uniffi(default = None)]
        approved_on "approved_on": Option<CivilDate>,
        /// When the grade began to count.
        #[uniffi(default = None)]
        effective_from "effective_from": Option<CivilDate>,
        /// The first day on which the certificate is not valid any more.
        #[uniffi(default = None)]
        valid_to "valid_to": Option<CivilDate>,
        /// The first day on which the grade is not kept any more.
        #[uniffi(default = None)]
        grace_to "grace_to": Option<CivilDate>,
        /// When it was lifted.
        #[uniffi(default = None)]
        revoked_on "revoked_on": Option<CivilDate>,
        /// Who decided it.
        approval "approval": Approval,
    }
}

record! {
    /// An event that is allowed, and by whom.
    answered CertificationAllowed {
        /// The event.
        event "event": CertificationEventKind,
        /// Who may bring it about.
        roles "roles": Vec<Role>,
    }
}

record! {
    /// A manager's file, and who asks.
    asked CertificationAllowedInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// The rules of certification; without them and without a rulebook, the example ones.
        #[uniffi(default = None)]
        terms "terms": Option<CertificationTerms>,
        /// A rulebook with the rules of certification: its id, of which the version in force on the
        /// day decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The manager's file so far.
        manager "manager": ManagerFile,
        /// Who asks.
        actor "actor": Actor,
        /// For which day.
        as_of "as_of": CivilDate,
    }
}

record! {
    /// What is allowed.
    answered CertificationAllowedOutput {
        /// The events, by certification in the order of opening; at last a new proposal.
        allowed "allowed": Vec<CertificationPermitted>,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// A manager's file, and what is to happen.
    asked CertificationApplyInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// The rules of certification; without them and without a rulebook, the example ones.
        #[uniffi(default = None)]
        terms "terms": Option<CertificationTerms>,
        /// A rulebook with the rules of certification: its id, of which the version in force on the
        /// day decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The manager's file so far.
        manager "manager": ManagerFile,
        /// The event.
        event "event": CertificationEvent,
    }
}

record! {
    /// What the event led to, or the refusal.
    answered CertificationApplyOutput {
        /// What it led to.
        #[uniffi(default = None)]
        step "step": Option<CertificationStep>,
        /// What the file says then.
        #[uniffi(default = None)]
        manager "manager": Option<ManagerCertifications>,
        /// Why not.
        #[uniffi(default = None)]
        refusal "refusal": Option<CertificationRefusal>,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationApproved {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// The earliest day on which it may take effect; as proposed when left out.
        #[uniffi(default = None)]
        planned_from "planned_from": Option<CivilDate>,
        /// More about it.
        #[uniffi(default = None)]
        note "note": Option<String>,
    }
}

record! {
    /// Which picture.
    asked CertificationDiagramInput {
        /// Of Mermaid or of Graphviz.
        format "format": DiagramFormat,
    }
}

record! {
    /// A picture.
    answered CertificationDiagramOutput {
        /// The picture as text.
        diagram "diagram": String,
    }
}

record! {
    /// Something that follows from an event.
    answered CertificationEffect {
        /// What.
        effect "effect": CertificationEffectKind,
        /// The level that decides, the grade, or the certification replaced.
        #[uniffi(default = None)]
        subject "subject": Option<String>,
    }
}

words! {
    /// What follows from an event.
    answered CertificationEffectKind {
        /// Somebody has to recommend it.
        RecommendationDue = "recommendation_due",
        /// Somebody of a level has to decide.
        DecisionDue = "decision_due",
        /// Its proposer has to mend it, or to take it back.
        CorrectionDue = "correction_due",
        /// It has to be put into effect.
        EffectDue = "effect_due",
        /// The grade counts from now on.
        GradeSet = "grade_set",
        /// A certification was replaced.
        Replaced = "replaced",
        /// A grade has to be proposed.
        ProposalDue = "proposal_due",
    }
}

record! {
    /// Who may bring about an event.
    answered CertificationEntitled {
        /// The roles; none where the terms let nobody do it.
        roles "roles": Vec<Role>,
        /// The least level of their unit, where one is needed.
        #[uniffi(default = None)]
        least_level "least_level": Option<OrgLevel>,
        /// The nearest unit at or above the manager's that has it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
    }
}

union! {
    /// Something that happened to a certification.
    asked CertificationEvent by "kind" {
        /// `proposed`.
        Proposed "proposed": CertificationProposed,
        /// `recommended`.
        Recommended "recommended": CertificationRecommended,
        /// `returned`.
        Returned "returned": CertificationReturned,
        /// `approved`.
        Approved "approved": CertificationApproved,
        /// `refused`.
        Refused "refused": CertificationRefused,
        /// `withdrawn`.
        Withdrawn "withdrawn": CertificationWithdrawn,
        /// `took_effect`.
        TookEffect "took_effect": CertificationTookEffect,
        /// `lapsed`.
        Lapsed "lapsed": CertificationLapsed,
        /// `revoked`.
        Revoked "revoked": CertificationRevoked,
        /// `replaced`.
        Replaced "replaced": CertificationReplaced,
    }
}

words! {
    /// What can happen to a certification.
    answered CertificationEventKind {
        /// A grade is proposed, or proposed again.
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
        /// The grade begins to count.
        TookEffect = "took_effect",
        /// Validity and grace are over.
        Lapsed = "lapsed",
        /// It is lifted before its time.
        Revoked = "revoked",
        /// The next certification of the manager takes its place.
        Replaced = "replaced",
    }
}

record! {
    /// An event that whoever did it was not entitled to, by the terms of its day and the
    /// organisation.
    answered CertificationFinding {
        /// The manager.
        manager_id "manager_id": String,
        /// The certification.
        certification_id "certification_id": String,
        /// The event.
        event_id "event_id": String,
        /// Its kind.
        event "event": CertificationEventKind,
        /// Who did it.
        actor "actor": Actor,
        /// What did not hold, as stable codes.
        codes "codes": Vec<String>,
        /// The same in words.
        why "why": String,
        /// Who would have been entitled; left out where that is not what was wrong.
        #[uniffi(default = None)]
        entitled "entitled": Option<CertificationEntitled>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationLapsed {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
    }
}

record! {
    /// What may happen next, and by whom.
    answered CertificationNext {
        /// The certification; absent for a new one.
        #[uniffi(default = None)]
        certification_id "certification_id": Option<String>,
        /// The event.
        event "event": CertificationEventKind,
        /// The roles.
        roles "roles": Vec<Role>,
        /// The least level of their unit, where one is needed.
        #[uniffi(default = None)]
        least_level "least_level": Option<OrgLevel>,
        /// The nearest unit at or above the manager's that has it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
    }
}

record! {
    /// A certification that is open.
    answered CertificationOpen {
        /// The host's id.
        certification_id "certification_id": String,
        /// Where it stands.
        state "state": CertificationState,
        /// The grade proposed.
        grade "grade": ManagerGrade,
    }
}

record! {
    /// An event that the role may bring about.
    answered CertificationPermitted {
        /// The certification; absent for a new one.
        #[uniffi(default = None)]
        certification_id "certification_id": Option<String>,
        /// The event.
        event "event": CertificationEventKind,
        /// What does not hold yet, as stable codes.
        #[uniffi(default = None)]
        lacking "lacking": Option<Vec<String>>,
        /// The same in words.
        #[uniffi(default = None)]
        why "why": Option<Vec<String>>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationProposed {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        grade "grade": ManagerGrade,
        /// Why.
        reason "reason": String,
        /// The appraisal that it rests on.
        #[uniffi(default = None)]
        appraisal_id "appraisal_id": Option<String>,
        /// References to what proves it.
        #[uniffi(default = None)]
        evidence "evidence": Option<Vec<String>>,
        /// The earliest day on which it may take effect.
        #[uniffi(default = None)]
        planned_from "planned_from": Option<CivilDate>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationRecommended {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// More about it.
        #[uniffi(default = None)]
        note "note": Option<String>,
    }
}

record! {
    /// Why an event was refused, and what is allowed.
    answered CertificationRefusal {
        /// The event.
        event_id "event_id": String,
        /// The certification.
        certification_id "certification_id": String,
        /// Its kind.
        event "event": CertificationEventKind,
        /// Where it stands; absent when there is no such certification.
        #[uniffi(default = None)]
        state "state": Option<CertificationState>,
        /// Who wanted it.
        role "role": Role,
        /// The reasons, as stable codes.
        codes "codes": Vec<String>,
        /// The reasons in words.
        why "why": String,
        /// What is allowed now.
        allowed "allowed": Vec<CertificationAllowed>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationRefused {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        reason "reason": String,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationReplaced {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
    }
}

record! {
    /// A manager's file.
    asked CertificationReplayInput {
        /// The units of the organisation, in any order.
        #[uniffi(default = None)]
        units "units": Option<Vec<OrganisationUnit>>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// The rules of certification; without them and without a rulebook, the example ones.
        #[uniffi(default = None)]
        terms "terms": Option<CertificationTerms>,
        /// A rulebook with the rules of certification: its id, of which the version in force on the
        /// day decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The manager's file so far.
        manager "manager": ManagerFile,
    }
}

record! {
    /// A manager's file.
    answered CertificationReplayOutput {
        /// What it says.
        manager "manager": ManagerCertifications,
        /// Events that whoever did them was not entitled to, in the order of the log; left out when
        /// there are none, or when no `units` are given to judge by.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<CertificationFinding>>,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationReturned {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What is to be mended.
        reason "reason": String,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationRevoked {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        reason "reason": String,
    }
}

record! {
    /// Where a manager stands.
    answered CertificationStanding {
        /// The host's id of the person.
        manager_id "manager_id": String,
        /// The unit of the post.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// Where they stand.
        standing "standing": CertificationStandingKind,
        /// The grade, while it counts.
        #[uniffi(default = None)]
        grade "grade": Option<ManagerGrade>,
        /// The grade that counted last, when none does.
        #[uniffi(default = None)]
        last_grade "last_grade": Option<ManagerGrade>,
        /// The certification that this follows from.
        #[uniffi(default = None)]
        certification_id "certification_id": Option<String>,
        /// Since when it is so.
        #[uniffi(default = None)]
        since "since": Option<CivilDate>,
        /// The first day on which the certificate is not valid any more.
        #[uniffi(default = None)]
        valid_to "valid_to": Option<CivilDate>,
        /// The first day on which the grade is not kept any more.
        #[uniffi(default = None)]
        grace_to "grace_to": Option<CivilDate>,
        /// The certification that is open.
        #[uniffi(default = None)]
        open "open": Option<CertificationOpen>,
        /// What may happen next.
        next "next": Vec<CertificationNext>,
    }
}

words! {
    /// Where a manager stands on a day.
    answered CertificationStandingKind {
        /// The certificate is valid, and not due yet.
        Certified = "certified",
        /// It is valid, and due to be renewed.
        Due = "due",
        /// It is not valid any more; the grade is kept for a while.
        Overdue = "overdue",
        /// Nobody renewed it in time.
        Lapsed = "lapsed",
        /// Never certified, or the grade was lifted.
        Unrated = "unrated",
        /// The manager holds no post.
        NotInService = "not_in_service",
    }
}

words! {
    /// Where a certification stands.
    answered CertificationState {
        /// A grade was proposed.
        Proposed = "proposed",
        /// Someone in between supports it.
        Recommended = "recommended",
        /// It was sent back to be mended.
        Returned = "returned",
        /// It was approved, and does not count yet.
        Approved = "approved",
        /// It was refused.
        Refused = "refused",
        /// Whoever proposed it took it back.
        Withdrawn = "withdrawn",
        /// The grade counts.
        Effective = "effective",
        /// Nobody renewed it in time.
        Lapsed = "lapsed",
        /// The next certification of the manager took its place.
        Replaced = "replaced",
        /// It was lifted before its time.
        Revoked = "revoked",
    }
}

record! {
    /// The files of managers, and a day.
    asked CertificationStatusInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// The rules of certification; without them and without a rulebook, the example ones.
        #[uniffi(default = None)]
        terms "terms": Option<CertificationTerms>,
        /// A rulebook with the rules of certification: its id, of which the version in force on the
        /// day decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The files, in any order.
        managers "managers": Vec<ManagerFile>,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// As it was known on this day: nothing that was written down later. All that is known when
        /// left out.
        #[uniffi(default = None)]
        known_on "known_on": Option<CivilDate>,
    }
}

record! {
    /// Where managers stand.
    answered CertificationStatusOutput {
        /// Each manager, in order of id.
        managers "managers": Vec<CertificationStanding>,
        /// Each unit with those below it, in order of id.
        units "units": Vec<CertificationUnit>,
        /// Events up to the day that whoever did them was not entitled to, by manager in the order
        /// of the log; left out when there are none.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<CertificationFinding>>,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// What an accepted event led to.
    answered CertificationStep {
        /// The certification.
        certification_id "certification_id": String,
        /// Where it stood; absent when it began.
        #[uniffi(default = None)]
        from "from": Option<CertificationState>,
        /// Where it stands.
        to "to": CertificationState,
        /// What follows.
        effects "effects": Vec<CertificationEffect>,
    }
}

record! {
    /// The rules of certification.
    asked CertificationTerms {
        /// For how many months a certificate is valid.
        validity_months "validity_months": i64,
        /// For how many days after that the grade is kept.
        grace_days "grace_days": i64,
        /// How many days before its end a certificate is due to be renewed.
        due_days "due_days": i64,
        /// How many steps better than the last grade a new one may be; any when left out.
        #[uniffi(default = None)]
        steps_up "steps_up": Option<i64>,
        /// How many steps worse; any when left out.
        #[uniffi(default = None)]
        steps_down "steps_down": Option<i64>,
        /// The best that a first grade may be; any when left out.
        #[uniffi(default = None)]
        first_grade_at_best "first_grade_at_best": Option<ManagerGrade>,
        /// Who may propose.
        propose "propose": Vec<Role>,
        /// Who recommends in between; nobody needs to when left out.
        #[uniffi(default = None)]
        recommend "recommend": Option<Vec<Role>>,
        /// Whether a proposal needs evidence.
        #[uniffi(default = None)]
        evidence "evidence": Option<bool>,
        /// Who decides, for each grade.
        approvers "approvers": Vec<GradeApprover>,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationTookEffect {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// The first day on which the certificate is not valid any more; as long as the terms allow
        /// when left out.
        #[uniffi(default = None)]
        valid_to "valid_to": Option<CivilDate>,
    }
}

record! {
    /// How many managers of a unit stand where.
    answered CertificationUnit {
        /// The unit.
        unit_id "unit_id": String,
        /// How many there are.
        managers "managers": i64,
        /// How many stand so, here and below.
        certified "certified": i64,
        /// How many stand so, here and below.
        due "due": i64,
        /// How many stand so, here and below.
        overdue "overdue": i64,
        /// How many stand so, here and below.
        lapsed "lapsed": i64,
        /// How many stand so, here and below.
        unrated "unrated": i64,
    }
}

record! {
    /// An event in the life of a certification.
    asked CertificationWithdrawn {
        /// The host's id of the event.
        id "id": String,
        /// The certification that it belongs to.
        certification_id "certification_id": String,
        /// When it happened; its local day is the day from which it counts.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
    }
}

record! {
    /// Who decides on a grade.
    asked GradeApprover {
        /// Which.
        grade "grade": ManagerGrade,
        /// In one of these roles,
        roles "roles": Vec<Role>,
        /// at a unit of at least this level.
        least_level "least_level": OrgLevel,
    }
}

record! {
    /// The grade over some days.
    answered GradeOnDay {
        /// The first day.
        #[uniffi(default = None)]
        from "from": Option<CivilDate>,
        /// The first day that is not part of it.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// What is known of the grade.
        state "state": GradeOnDayState,
        /// The grade, while it counts.
        #[uniffi(default = None)]
        grade "grade": Option<ManagerGrade>,
        /// The grade that counted last, when none does.
        #[uniffi(default = None)]
        last_grade "last_grade": Option<ManagerGrade>,
        /// The certification that this follows from.
        #[uniffi(default = None)]
        certification_id "certification_id": Option<String>,
        /// Why it is unrated.
        #[uniffi(default = None)]
        reason "reason": Option<NoGradeReason>,
        /// The first day on which the certificate is not valid any more.
        #[uniffi(default = None)]
        valid_to "valid_to": Option<CivilDate>,
        /// The first day on which the grade is not kept any more.
        #[uniffi(default = None)]
        grace_to "grace_to": Option<CivilDate>,
    }
}

words! {
    /// One of 5 words.
    answered GradeOnDayState {
        /// `rated`.
        Rated = "rated",
        /// `in_grace`.
        InGrace = "in_grace",
        /// `lapsed`.
        Lapsed = "lapsed",
        /// `unrated`.
        Unrated = "unrated",
        /// `not_in_service`.
        NotInService = "not_in_service",
    }
}

record! {
    /// A manager's file, and a day.
    asked GradeOnInput {
        /// The rules of certification; without them and without a rulebook, the example ones.
        #[uniffi(default = None)]
        terms "terms": Option<CertificationTerms>,
        /// A rulebook with the rules of certification: its id, of which the version in force on the
        /// day decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The manager's file so far.
        manager "manager": ManagerFile,
        /// The day.
        on "on": CivilDate,
        /// As it was known on this day: nothing that was written down later. All that is known when
        /// left out.
        #[uniffi(default = None)]
        known_on "known_on": Option<CivilDate>,
    }
}

record! {
    /// A grade.
    answered GradeOnOutput {
        /// The grade on the day.
        grade "grade": GradeOnDay,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// The grade over some days.
    answered GradeSegment {
        /// The first day.
        from "from": CivilDate,
        /// The first day that is not part of it.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// What is known of the grade.
        state "state": GradeState,
        /// The grade, while it counts.
        #[uniffi(default = None)]
        grade "grade": Option<ManagerGrade>,
        /// The grade that counted last, when none does.
        #[uniffi(default = None)]
        last_grade "last_grade": Option<ManagerGrade>,
        /// The certification that this follows from.
        #[uniffi(default = None)]
        certification_id "certification_id": Option<String>,
        /// Why it is unrated.
        #[uniffi(default = None)]
        reason "reason": Option<NoGradeReason>,
    }
}

words! {
    /// What is known of a grade on a day of service.
    answered GradeState {
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

record! {
    /// What a manager's file says.
    answered ManagerCertifications {
        /// The host's id of the person.
        manager_id "manager_id": String,
        /// How many events there are.
        events "events": i64,
        /// When the last event was.
        #[uniffi(default = None)]
        recorded_at "recorded_at": Option<Moment>,
        /// The certifications, in the order in which they were opened.
        certifications "certifications": Vec<Certification>,
        /// The grade on each day of service, in order.
        history "history": Vec<GradeSegment>,
    }
}

record! {
    /// An account manager: where they served, and what happened to their certifications.
    asked ManagerFile {
        /// The host's id of the person.
        manager_id "manager_id": String,
        /// Where they served, in any order; none overlaps another.
        posts "posts": Vec<ManagerPost>,
        /// What happened, in the order in which it was recorded; nothing yet when left out.
        #[uniffi(default = None)]
        events "events": Option<Vec<CertificationEvent>>,
    }
}

words! {
    /// One of 2 words.
    answered NoGradeReason {
        /// `never_certified`.
        NeverCertified = "never_certified",
        /// `revoked`.
        Revoked = "revoked",
    }
}
