//! What operations on partners take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

words! {
    /// The date of an event that counts for the years without one.
    answered CleanDate {
        /// When it was decided.
        Decision = "decision",
        /// When it was done.
        Act = "act",
    }
}

record! {
    /// The years that must be clean.
    answered CleanWindow {
        /// The first day.
        from "from": CivilDate,
        /// The first day after: that of the question.
        to "to": CivilDate,
    }
}

record! {
    /// An event, and what it means for the years that must be clean.
    answered JudgedPartnerEvent {
        /// The host's id.
        event_id "event_id": String,
        /// Its code.
        code "code": String,
        /// What it is, by the closed list.
        #[uniffi(default = None)]
        kind "kind": Option<PartnerEventKind>,
        /// Whether it bars, by the closed list.
        #[uniffi(default = None)]
        major "major": Option<bool>,
        /// When it was done.
        #[uniffi(default = None)]
        act_on "act_on": Option<CivilDate>,
        /// When it was decided.
        #[uniffi(default = None)]
        decided_on "decided_on": Option<CivilDate>,
        /// Since when the insurer knows of it, where that is told.
        #[uniffi(default = None)]
        known_on "known_on": Option<CivilDate>,
        /// Whether it was done in the clean years.
        #[uniffi(default = None)]
        acted_in_window "acted_in_window": Option<bool>,
        /// Whether it was decided in the clean years.
        #[uniffi(default = None)]
        decided_in_window "decided_in_window": Option<bool>,
        /// What it means.
        finding "finding": PartnerEventFinding,
    }
}

record! {
    /// What is known of a partner.
    asked Partner {
        /// The host's id.
        partner_id "partner_id": String,
        /// Its licence; left out: not known.
        #[uniffi(default = None)]
        licence "licence": Option<PartnerLicence>,
        /// Whether it operates in compliance; left out: nobody said.
        #[uniffi(default = None)]
        compliant "compliant": Option<bool>,
        /// Its violations and penalties; left out: not known.
        #[uniffi(default = None)]
        events "events": Option<Vec<PartnerEvent>>,
        /// Figures for scorecards by name, as text: `{"premium": "120000.00", "loss_ratio":
        /// "62/100"}`; a figure that does not exist is `undefined`.
        #[uniffi(default = None)]
        facts "facts": Option<HashMap<String, String>>,
    }
}

record! {
    /// Whether a partner is admitted, and why not.
    answered PartnerAdmission {
        /// The partner.
        partner_id "partner_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// What becomes of it.
        outcome "outcome": PartnerAdmissionOutcome,
        /// The years that must be clean.
        window "window": CleanWindow,
        /// The date of an event that counts.
        clean_date "clean_date": CleanDate,
        /// Why not.
        reasons "reasons": Vec<PartnerReason>,
        /// Every event, by id, with both its dates.
        events "events": Vec<JudgedPartnerEvent>,
        /// The scorecard of preference, which never changes the outcome.
        #[uniffi(default = None)]
        preference "preference": Option<CardScore>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

words! {
    /// What becomes of it.
    answered PartnerAdmissionOutcome {
        /// Nothing stands against it.
        Admitted = "admitted",
        /// Something is not known: a person must look.
        Review = "review",
        /// Something stands against it.
        Refused = "refused",
    }
}

words! {
    /// Why a partner is not simply admitted.
    answered PartnerAdmissionReason {
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

record! {
    /// A partner, and the rules of a day.
    asked PartnerAdmitInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The partner.
        partner "partner": Partner,
    }
}

words! {
    /// A scorecard of partners.
    both PartnerCard {
        /// Who is wanted as a partner.
        Preference = "preference",
        /// How a partner does from period to period.
        Periodic = "periodic",
        /// How it did in a year.
        Annual = "annual",
    }
}

record! {
    /// A violation or penalty.
    asked PartnerEvent {
        /// The host's id, unique for the partner.
        event_id "event_id": String,
        /// The code, of the rulebook's closed list.
        code "code": String,
        /// When it was done.
        #[uniffi(default = None)]
        act_on "act_on": Option<CivilDate>,
        /// When it was decided.
        #[uniffi(default = None)]
        decided_on "decided_on": Option<CivilDate>,
        /// Since when the insurer knows of it; left out: since the decision, else the act.
        #[uniffi(default = None)]
        known_on "known_on": Option<CivilDate>,
    }
}

words! {
    /// What an event means for the years that must be clean.
    answered PartnerEventFinding {
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

words! {
    /// What an event is.
    answered PartnerEventKind {
        /// Something that was done.
        Violation = "violation",
        /// What a regulator ordered for it.
        Penalty = "penalty",
    }
}

record! {
    /// The period that ended it.
    answered PartnerExit {
        /// Its first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
        /// Why.
        why "why": PartnerExitReason,
        /// The events that were a veto.
        #[uniffi(default = None)]
        events "events": Option<Vec<String>>,
    }
}

words! {
    /// Why a partner is out.
    answered PartnerExitReason {
        /// A violation that nothing outweighs.
        Veto = "veto",
        /// Below the pass line too often.
        BelowLine = "below_line",
    }
}

record! {
    /// Something that should not be so.
    answered PartnerFinding {
        /// What.
        finding "finding": PartnerFindingKind,
        /// The reward.
        #[uniffi(default = None)]
        reward_id "reward_id": Option<String>,
        /// What was paid.
        #[uniffi(default = None)]
        found "found": Option<String>,
        /// What may be.
        #[uniffi(default = None)]
        allowed "allowed": Option<String>,
    }
}

words! {
    /// What should not be so.
    answered PartnerFindingKind {
        /// The commission paid is above the filed cap.
        CommissionAboveCap = "commission_above_cap",
        /// The commission paid is above the level of the grade.
        CommissionAboveLevel = "commission_above_level",
        /// A reward for the partner's people did not go through the partner.
        RewardNotThroughPartner = "reward_not_through_partner",
    }
}

words! {
    /// The grade of a partner, the best first.
    answered PartnerGrade {
        /// Of the few that bring most.
        Core = "core",
        /// Better than the rest.
        Preferred = "preferred",
        /// As expected.
        Standard = "standard",
        /// Only just.
        Basic = "basic",
    }
}

record! {
    /// A veto that is effective after the period, and known on the day: the score of the period
    /// stays.
    answered PartnerLaterVeto {
        /// The event.
        event_id "event_id": String,
        /// Its code.
        code "code": String,
        /// When it was done.
        #[uniffi(default = None)]
        act_on "act_on": Option<CivilDate>,
        /// When it was decided.
        #[uniffi(default = None)]
        decided_on "decided_on": Option<CivilDate>,
        /// Since when the insurer knows of it.
        known_since "known_since": CivilDate,
        /// Its date that counts.
        effective_from "effective_from": CivilDate,
    }
}

record! {
    /// The permission to sell.
    asked PartnerLicence {
        /// The first day.
        from "from": CivilDate,
        /// The first day on which it no longer holds; left out: none.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
    }
}

record! {
    /// The points beside the pass line.
    answered PartnerPass {
        /// How they stand.
        state "state": PartnerPassState,
        /// The pass line.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// The points.
        #[uniffi(default = None)]
        points "points": Option<String>,
    }
}

words! {
    /// How the points stand to the pass line.
    answered PartnerPassState {
        /// At the line or above.
        Passed = "passed",
        /// Below it.
        Below = "below",
        /// There is no line.
        NoLine = "no_line",
        /// The points are not known.
        Unknown = "unknown",
    }
}

record! {
    /// One appraisal of a partner.
    asked PartnerPeriod {
        /// Its first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
        /// What the scorecard gave; left out: it could not be decided.
        #[uniffi(default = None)]
        points "points": Option<Amount>,
        /// The pass line of then, where it was another.
        #[uniffi(default = None)]
        line "line": Option<Amount>,
        /// Events that were a veto.
        #[uniffi(default = None)]
        vetoes "vetoes": Option<Vec<String>>,
    }
}

record! {
    /// Why a partner is not simply admitted.
    answered PartnerReason {
        /// Why.
        reason "reason": PartnerAdmissionReason,
        /// What that does.
        effect "effect": PartnerReasonEffect,
        /// By which event.
        #[uniffi(default = None)]
        event_id "event_id": Option<String>,
    }
}

words! {
    /// What a reason does.
    answered PartnerReasonEffect {
        /// A person must look.
        Review = "review",
        /// It refuses.
        Refused = "refused",
    }
}

record! {
    /// A reward for selling.
    asked PartnerReward {
        /// The host's id.
        reward_id "reward_id": String,
        /// To whom it was paid: the partner, or one of its people.
        to "to": RewardRecipient,
    }
}

record! {
    /// How a partner did, and what follows.
    answered PartnerScore {
        /// The partner.
        partner_id "partner_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// The scorecard.
        card "card": PartnerCard,
        /// The days that it covers.
        period "period": PartnerSpan,
        /// What becomes of the partner.
        outcome "outcome": PartnerScoreOutcome,
        /// The compliance veto.
        veto "veto": PartnerVeto,
        /// The pass line.
        pass "pass": PartnerPass,
        /// The score, explained.
        score "score": CardScore,
        /// The grade, of a partner that stays.
        #[uniffi(default = None)]
        grade "grade": Option<PartnerGrade>,
        /// The level of commission of the grade.
        #[uniffi(default = None)]
        commission "commission": Option<String>,
        /// Service and support of the grade.
        #[uniffi(default = None)]
        service "service": Option<Vec<String>>,
        /// What should not be so.
        findings "findings": Vec<PartnerFinding>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// A partner and a period, and the rules of a day.
    asked PartnerScoreInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The scorecard.
        card "card": PartnerCard,
        /// The days that it covers, over by the day.
        period "period": PartnerSpan,
        /// The partner.
        partner "partner": Partner,
        /// The commission that is really paid, such as `12%`.
        #[uniffi(default = None)]
        commission "commission": Option<String>,
        /// Rewards of the period.
        #[uniffi(default = None)]
        rewards "rewards": Option<Vec<PartnerReward>>,
    }
}

words! {
    /// What becomes of the partner.
    answered PartnerScoreOutcome {
        /// It stays.
        Continue = "continue",
        /// It stays on probation.
        Probation = "probation",
        /// A person must look.
        Review = "review",
        /// It is out.
        Exit = "exit",
    }
}

record! {
    /// Days from one up to another.
    both PartnerSpan {
        /// The first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
    }
}

record! {
    /// A partner over its periods.
    answered PartnerTrack {
        /// The partner.
        partner_id "partner_id": String,
        /// The day.
        as_of "as_of": CivilDate,
        /// After the last period that counts.
        state "state": PartnerTrackState,
        /// How many periods in a row were below the line.
        below_in_a_row "below_in_a_row": i64,
        /// How many more may be.
        left "left": i64,
        /// The period that ended it.
        #[uniffi(default = None)]
        exit "exit": Option<PartnerExit>,
        /// The periods, in order.
        periods "periods": Vec<TrackedPartnerPeriod>,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// The appraisals of a partner so far.
    asked PartnerTrackInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The partner.
        partner_id "partner_id": String,
        /// The periods, in any order.
        periods "periods": Vec<PartnerPeriod>,
    }
}

words! {
    /// How a partner stands after a period.
    answered PartnerTrackState {
        /// No period is over.
        None = "none",
        /// At the pass line or above.
        Good = "good",
        /// Below it, and still allowed.
        Probation = "probation",
        /// Out.
        Exit = "exit",
        /// The points are not known: a person must look.
        Review = "review",
        /// The period is not over.
        NotOver = "not_over",
        /// It was out already.
        AfterExit = "after_exit",
    }
}

record! {
    /// The compliance veto, which no score outweighs.
    answered PartnerVeto {
        /// Whether it holds.
        state "state": PartnerVetoState,
        /// What makes it so.
        reasons "reasons": Vec<PartnerVetoReason>,
        /// Vetoes after the period that are known on the day, by id; left out when there are none.
        #[uniffi(default = None)]
        later "later": Option<Vec<PartnerLaterVeto>>,
    }
}

record! {
    /// Something that overrides the score, or may.
    answered PartnerVetoReason {
        /// Why.
        why "why": PartnerVetoWhy,
        /// The event.
        #[uniffi(default = None)]
        event_id "event_id": Option<String>,
        /// Its code.
        #[uniffi(default = None)]
        code "code": Option<String>,
        /// Its date that counts.
        #[uniffi(default = None)]
        date "date": Option<CivilDate>,
        /// The veto of the scorecard.
        #[uniffi(default = None)]
        rule "rule": Option<String>,
    }
}

words! {
    /// Whether a violation overrides every score.
    answered PartnerVetoState {
        /// None does.
        Clear = "clear",
        /// Whether one does is not known: a person must look.
        Review = "review",
        /// One does.
        Vetoed = "vetoed",
    }
}

words! {
    /// Why an event, or the want of them, matters to the veto.
    answered PartnerVetoWhy {
        /// It is a veto.
        Veto = "veto",
        /// The closed list does not have its code.
        UnknownCode = "unknown_code",
        /// It would be a veto, and the date that counts is not given.
        DateMissing = "date_missing",
        /// Whether there were violations is not known.
        EventsUnknown = "events_unknown",
        /// A veto of the scorecard holds.
        Rule = "rule",
        /// Whether a veto of the scorecard holds is not known.
        RuleUnknown = "rule_unknown",
    }
}

words! {
    /// One of 2 words.
    asked RewardRecipient {
        /// `partner`.
        Partner = "partner",
        /// `agent`.
        Agent = "agent",
    }
}

record! {
    /// A period, and how the partner stands after it.
    answered TrackedPartnerPeriod {
        /// Its first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
        /// How it stands.
        state "state": PartnerTrackState,
        /// What the scorecard gave.
        #[uniffi(default = None)]
        points "points": Option<String>,
        /// The pass line.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// Events that were a veto.
        #[uniffi(default = None)]
        vetoes "vetoes": Option<Vec<String>>,
    }
}
