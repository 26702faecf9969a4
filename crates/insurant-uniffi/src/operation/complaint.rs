//! What operations on complaints take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// Whether an action helped.
    answered ActionEffect {
        /// The answer.
        effect "effect": ActionEffectResult,
        /// Before it was done.
        #[uniffi(default = None)]
        before "before": Option<EffectWindow>,
        /// After it was done.
        #[uniffi(default = None)]
        after "after": Option<EffectWindow>,
    }
}

words! {
    /// Whether an action helped.
    answered ActionEffectResult {
        /// The cause came up less often afterwards.
        Confirmed = "confirmed",
        /// It did not; or it never came up before, so that nothing can be shown.
        NotConfirmed = "not_confirmed",
        /// It is not done, or the days to watch are not over.
        TooEarly = "too_early",
    }
}

record! {
    /// A corrective action, and what became of it.
    answered ActionReport {
        /// The host's id.
        action_id "action_id": String,
        /// What it is against; a function alone stands for all of its reasons.
        cause "cause": ComplaintCause,
        /// What is done.
        #[uniffi(default = None)]
        what "what": Option<String>,
        /// Who answers for it.
        owner "owner": String,
        /// The unit that does it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// The last day for it.
        due_on "due_on": CivilDate,
        /// When it was done.
        #[uniffi(default = None)]
        done_on "done_on": Option<CivilDate>,
        /// What proves that it was carried out.
        #[uniffi(default = None)]
        evidence "evidence": Option<String>,
        /// How far it is.
        state "state": ActionState,
        /// Whether it was done and something proves it.
        proven "proven": bool,
        /// Whether it helped, when that is checked.
        #[uniffi(default = None)]
        effect "effect": Option<ActionEffect>,
    }
}

words! {
    /// How far an action is.
    answered ActionState {
        /// Not done, and not due yet.
        Open = "open",
        /// Not done, and past its day.
        Overdue = "overdue",
        /// Done by its day.
        Done = "done",
        /// Done after its day.
        DoneLate = "done_late",
    }
}

record! {
    /// An event that is allowed, and by whom.
    answered AllowedEvent {
        /// The event.
        event "event": ComplaintEventKind,
        /// Who may bring it about.
        roles "roles": Vec<Role>,
    }
}

record! {
    /// Something found of single complaints.
    answered AnalysisFinding {
        /// What.
        finding "finding": AnalysisFindingKind,
        /// Of how many complaints.
        count "count": i64,
        /// The first of them by id, as many as `list` of the question says.
        complaints "complaints": Vec<FoundComplaint>,
    }
}

words! {
    /// What an analysis found.
    answered AnalysisFindingKind {
        /// A complaint goes on as part of another that is not among those looked at. It may be
        /// elsewhere; if it is nowhere, nobody looks after the matter.
        AbsentSurvivor = "absent_survivor",
        /// A procedure that the complaint was judged by gave it no clock, such as one not in force
        /// then. What has no due date stands in no figure of what is on time.
        NoClock = "no_clock",
    }
}

record! {
    /// Days from one up to another.
    both AnalysisPeriod {
        /// The first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
    }
}

choice! {
    /// A word, or exactly: AnalysisPeriod.
    asked AnalysisPeriodChoice: AnalysisPeriod
}

words! {
    /// The class of business.
    asked BusinessClass {
        /// Life and what goes with it.
        Life = "life",
        /// Property and casualty.
        NonLife = "non_life",
    }
}

record! {
    /// A figure at the top that changed: a count, or a rate.
    answered ChangedFigure {
        /// Its name in the form.
        figure "figure": String,
        /// How it changed.
        #[uniffi(default = None)]
        count "count": Option<CountTrend>,
        /// How it changed.
        #[uniffi(default = None)]
        rate "rate": Option<RateTrend>,
    }
}

record! {
    /// A group of which more or less was received.
    answered ChangedGroup {
        /// The way of telling complaints apart.
        by "by": ComplaintDimension,
        /// What they have in common; of causes see `function`.
        #[uniffi(default = None)]
        key "key": Option<String>,
        /// The function of a cause.
        #[uniffi(default = None)]
        function "function": Option<String>,
        /// The reason of a cause.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// What was received.
        received "received": CountTrend,
    }
}

words! {
    /// What a clock did.
    answered ClockChange {
        /// It began.
        Begins = "begins",
        /// Its due instant moved.
        Moves = "moves",
        /// Something would have moved it, and did not.
        Stays = "stays",
        /// It was met in time.
        Met = "met",
        /// Nothing was left to do.
        Moot = "moot",
        /// Its time ran out, and the possibility with it.
        Lapsed = "lapsed",
        /// Its time ran out with something still to be done.
        Missed = "missed",
        /// What was missed was done.
        DoneLate = "done_late",
        /// What was missed was not done, and something else left nothing to do.
        NeverDone = "never_done",
    }
}

words! {
    /// In what time is counted.
    answered ClockUnit {
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

words! {
    /// Who complains.
    asked ComplainantKind {
        /// A person, also through an agent or as an heir.
        Individual = "individual",
        /// A small business, which some laws treat like a person.
        SmallBusiness = "small_business",
        /// Any other organisation.
        Organisation = "organisation",
    }
}

record! {
    /// Where a complaint stands; what is not so is absent.
    answered Complaint {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// Where it stands.
        step "step": ComplaintStepName,
        /// Clocks run from here.
        received_at "received_at": Moment,
        /// When the last event was.
        recorded_at "recorded_at": Moment,
        /// How many events there are.
        events "events": i64,
        /// The unit that owns it.
        owner "owner": String,
        /// Whether it is in the register.
        registered "registered": bool,
        /// Whether the complainant knows the decision.
        told "told": bool,
        /// The unit that was asked to take it.
        #[uniffi(default = None)]
        offered_to "offered_to": Option<String>,
        /// Who is responsible.
        #[uniffi(default = None)]
        handler "handler": Option<String>,
        /// How hard it is.
        #[uniffi(default = None)]
        complexity "complexity": Option<ComplaintComplexity>,
        /// What was decided.
        #[uniffi(default = None)]
        outcome "outcome": Option<ComplaintOutcome>,
        /// Why time is left out now.
        #[uniffi(default = None)]
        paused "paused": Option<String>,
        /// Departments that have not answered.
        #[uniffi(default = None)]
        awaited "awaited": Option<Vec<String>>,
        /// Who is complained about.
        #[uniffi(default = None)]
        about "about": Option<Vec<String>>,
        /// Who stepped back.
        #[uniffi(default = None)]
        recused "recused": Option<Vec<String>>,
        /// Complaints that go on as part of it.
        #[uniffi(default = None)]
        absorbed "absorbed": Option<Vec<String>>,
        /// The one that it goes on as part of.
        #[uniffi(default = None)]
        merged_into "merged_into": Option<String>,
        /// The last request for more time.
        #[uniffi(default = None)]
        extension "extension": Option<Approval>,
        /// Notices that were not sent.
        #[uniffi(default = None)]
        notices_due "notices_due": Option<Vec<String>>,
        /// Steps that it may come back to.
        #[uniffi(default = None)]
        aside "aside": Option<Vec<ComplaintStepName>>,
        /// How often each form was filed.
        #[uniffi(default = None)]
        filed "filed": Option<HashMap<String, i64>>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintAbsorbed {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        complaint_id "complaint_id": String,
        /// When that one was received, at the earliest.
        received_at "received_at": Moment,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintAccepted {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintAcknowledged {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// How, such as `letter`.
        #[uniffi(default = None)]
        means "means": Option<String>,
    }
}

record! {
    /// A complaint, with what it is judged by.
    asked ComplaintAllowedInput {
        /// The complaint.
        complaint "complaint": ComplaintLog,
        /// Who asks.
        actor "actor": Actor,
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// What the procedures let happen, instead of what they say themselves.
        #[uniffi(default = None)]
        terms "terms": Option<ComplaintTerms>,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        #[uniffi(default = None)]
        procedures "procedures": Option<Vec<String>>,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
    }
}

record! {
    /// What is allowed.
    answered ComplaintAllowedOutput {
        /// The events, in order.
        allowed "allowed": Vec<PermittedEvent>,
    }
}

record! {
    /// A question, and what to answer it from.
    asked ComplaintAnalyseInput {
        /// The question.
        spec "spec": ComplaintAnalysisSpec,
        /// The complaints, in any order.
        cases "cases": Vec<ComplaintCase>,
        /// The complaints as they stood at the end of the period before, for the figures before;
        /// without them, those are what the complaints say as they stand now.
        #[uniffi(default = None)]
        cases_then "cases_then": Option<Vec<ComplaintCase>>,
        /// The corrective actions.
        #[uniffi(default = None)]
        actions "actions": Option<Vec<CorrectiveAction>>,
    }
}

record! {
    /// The analysis of a period.
    answered ComplaintAnalysis {
        /// The figures.
        form "form": ComplaintAnalysisForm,
        /// What there is to say about them.
        report "report": ComplaintReport,
    }
}

record! {
    /// The monthly complaint-analysis form: the figures.
    answered ComplaintAnalysisForm {
        /// The period.
        period "period": AnalysisPeriod,
        /// The one it is compared with.
        previous "previous": AnalysisPeriod,
        /// Whether the figures before are those of complaints as they stood at the end of that
        /// period, not as they stand now.
        before_as_it_stood "before_as_it_stood": bool,
        /// The day of the question.
        as_of "as_of": CivilDate,
        /// How many complaints were looked at.
        cases "cases": i64,
        /// Open when the period began.
        open_before "open_before": i64,
        /// Due, but withdrawn or merged in time.
        moot "moot": i64,
        /// Received, not saying who complains.
        unnamed "unnamed": i64,
        /// Different complainants of the period.
        complainants "complainants": i64,
        /// The most days that one closed took.
        #[uniffi(default = None)]
        longest_days "longest_days": Option<i64>,
        /// What complainants got, where a currency is given.
        #[uniffi(default = None)]
        redress "redress": Option<ComplaintRedress>,
        /// How complaints ended; what none did is left out.
        outcomes "outcomes": ComplaintOutcomes,
        /// Time to resolve of those closed.
        buckets "buckets": Vec<TimeBucket>,
        /// Causes that the scheme does not know.
        unclassified "unclassified": Vec<UnclassifiedCause>,
        /// By month of the period.
        by_month "by_month": Vec<ComplaintMonth>,
        /// The corrective actions.
        actions "actions": Vec<ActionReport>,
        /// Received.
        received "received": CountTrend,
        /// Closed.
        closed "closed": CountTrend,
        /// Open at the end.
        open "open": CountTrend,
        /// Due; withdrawn or merged in time owes nothing.
        due "due": CountTrend,
        /// Of those, not answered by their day.
        late "late": CountTrend,
        /// Decided on the merits, with a stated outcome.
        decided "decided": CountTrend,
        /// Of those, for the complainant, wholly or in part.
        upheld "upheld": CountTrend,
        /// Of those closed or open at the end, reopened at least once.
        reopened "reopened": CountTrend,
        /// Complainants who complained before.
        repeat_complainants "repeat_complainants": CountTrend,
        /// On time, of those due.
        on_time_rate "on_time_rate": RateTrend,
        /// Upheld, of those decided.
        upheld_rate "upheld_rate": RateTrend,
        /// Complainants who complained before, of all.
        repeat_rate "repeat_rate": RateTrend,
        /// The median of the days from receipt to closing.
        median_days "median_days": RateTrend,
        /// The mean of the days from receipt to closing.
        mean_days "mean_days": RateTrend,
        /// Received per 100 million of premium.
        per_100_million_premium "per_100_million_premium": RateTrend,
        /// Received per 10,000 policies.
        per_10000_policies "per_10000_policies": RateTrend,
        /// Received per 10,000 persons.
        per_10000_persons "per_10000_persons": RateTrend,
        /// By what they are about.
        by_cause "by_cause": Vec<ComplaintGroup>,
        /// By line of business.
        by_line "by_line": Vec<ComplaintGroup>,
        /// By how they came in.
        by_channel "by_channel": Vec<ComplaintGroup>,
        /// By the unit that owns them.
        by_unit "by_unit": Vec<ComplaintGroup>,
        /// By the kind of complainant.
        by_complainant_kind "by_complainant_kind": Vec<ComplaintGroup>,
    }
}

record! {
    /// The period, the one it is compared with, and how to count.
    asked ComplaintAnalysisSpec {
        /// `2025-06`, `2025-Q2`, `2025`, or the first day and the first day after it.
        period "period": AnalysisPeriodChoice,
        /// The one to compare with; the one before, as long, when left out.
        #[uniffi(default = None)]
        previous "previous": Option<AnalysisPeriodChoice>,
        /// The day of the question; the end of the period when left out.
        #[uniffi(default = None)]
        as_of "as_of": Option<CivilDate>,
        /// The currency of premium and redress, by ISO 4217.
        #[uniffi(default = None)]
        currency "currency": Option<String>,
        /// The business of the period.
        #[uniffi(default = None)]
        exposure "exposure": Option<ComplaintExposure>,
        /// The business of the one before.
        #[uniffi(default = None)]
        previous_exposure "previous_exposure": Option<ComplaintExposure>,
        /// The most days of each bucket of time to resolve but the last, ascending; 28 and 56 when
        /// left out.
        #[uniffi(default = None)]
        bucket_days "bucket_days": Option<Vec<i64>>,
        /// Functions with their reasons; those of the NAIC when left out.
        #[uniffi(default = None)]
        causes "causes": Option<HashMap<String, Vec<String>>>,
        /// How many top causes and changes are listed, ties with the last included; 5 when left
        /// out.
        #[uniffi(default = None)]
        top "top": Option<i64>,
        /// How many late complaints are listed at most; 50 when left out.
        #[uniffi(default = None)]
        list "list": Option<i64>,
        /// How many months before the period count for complaining again; none when left out.
        #[uniffi(default = None)]
        repeat_months "repeat_months": Option<i64>,
    }
}

record! {
    /// A complaint, with what it is judged by.
    asked ComplaintApplyInput {
        /// The complaint so far.
        complaint "complaint": ComplaintSoFar,
        /// The event.
        event "event": ComplaintEvent,
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// What the procedures let happen, instead of what they say themselves.
        #[uniffi(default = None)]
        terms "terms": Option<ComplaintTerms>,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        #[uniffi(default = None)]
        procedures "procedures": Option<Vec<String>>,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
    }
}

record! {
    /// What the event led to, or the refusal.
    answered ComplaintApplyOutput {
        /// What it led to.
        #[uniffi(default = None)]
        step "step": Option<ComplaintStep>,
        /// Where it stands then.
        #[uniffi(default = None)]
        complaint "complaint": Option<Complaint>,
        /// The forms that fell due.
        #[uniffi(default = None)]
        forms "forms": Option<Vec<ComplaintFormStatus>>,
        /// With procedures, what is due when the event was written down.
        #[uniffi(default = None)]
        deadlines "deadlines": Option<Vec<Deadline>>,
        /// Why not.
        #[uniffi(default = None)]
        refusal "refusal": Option<ComplaintRefusal>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintArchived {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Where.
        #[uniffi(default = None)]
        archive_id "archive_id": Option<String>,
    }
}

record! {
    /// The least level that decides.
    asked ComplaintAuthority {
        /// The least level that decides these.
        #[uniffi(default = None)]
        simple "simple": Option<OrgLevel>,
        /// The least level that decides these.
        #[uniffi(default = None)]
        complex "complex": Option<OrgLevel>,
        /// The least level that decides these.
        #[uniffi(default = None)]
        special "special": Option<OrgLevel>,
    }
}

record! {
    /// A complaint as it stands.
    asked ComplaintCase {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// When it reached the insurer.
        received_on "received_on": CivilDate,
        /// When nothing was left to do; left out while it is open, also when it was reopened.
        /// Whatever was withdrawn or merged is not open and says it.
        #[uniffi(default = None)]
        closed_on "closed_on": Option<CivilDate>,
        /// When it was decided; the closing stands for it when left out.
        #[uniffi(default = None)]
        decided_on "decided_on": Option<CivilDate>,
        /// The last day for the decision, as it stands.
        #[uniffi(default = None)]
        due_on "due_on": Option<CivilDate>,
        /// What it is about.
        #[uniffi(default = None)]
        cause "cause": Option<ComplaintCause>,
        /// Line of business.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// How it came in.
        #[uniffi(default = None)]
        channel "channel": Option<String>,
        /// The unit that owns it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// Such as `individual` or `organisation`.
        #[uniffi(default = None)]
        complainant_kind "complainant_kind": Option<String>,
        /// Who complains; may be a keyed hash.
        #[uniffi(default = None)]
        complainant_id "complainant_id": Option<String>,
        /// How it ended.
        #[uniffi(default = None)]
        outcome "outcome": Option<ComplaintCaseOutcome>,
        /// How often it was reopened.
        #[uniffi(default = None)]
        reopened "reopened": Option<i64>,
        /// What the complainant got.
        #[uniffi(default = None)]
        redress "redress": Option<Amount>,
        /// The complaint that it goes on as part of.
        #[uniffi(default = None)]
        merged_into "merged_into": Option<String>,
        /// The procedures it was judged by that gave it no clock, such as one not in force then.
        #[uniffi(default = None)]
        no_clock "no_clock": Option<String>,
    }
}

words! {
    /// How a complaint ended: what was decided, or why nothing was.
    asked ComplaintCaseOutcome {
        /// The complainant is right.
        Upheld = "upheld",
        /// The complainant is right in part.
        PartlyUpheld = "partly_upheld",
        /// Agreed, without saying who is right.
        Settled = "settled",
        /// The complainant is not right.
        NotUpheld = "not_upheld",
        /// The complainant took it back.
        Withdrawn = "withdrawn",
        /// It was not taken up.
        Declined = "declined",
        /// It goes on as part of another complaint.
        Merged = "merged",
    }
}

record! {
    /// What a complaint is about.
    both ComplaintCause {
        /// The part of the insurer's work.
        function "function": String,
        /// What was wrong with it.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintClassified {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// How hard it is.
        complexity "complexity": ComplaintComplexity,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintClosed {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What is worth remembering.
        #[uniffi(default = None)]
        note "note": Option<String>,
    }
}

words! {
    /// How hard a complaint is; packs give harder ones more time.
    both ComplaintComplexity {
        /// The facts are clear.
        Simple = "simple",
        /// They need looking into.
        Complex = "complex",
        /// Specially complex, or another special reason.
        Special = "special",
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintCoordinationAnswered {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        department "department": String,
        /// What it said, or that it said nothing.
        #[uniffi(default = None)]
        answer "answer": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintCoordinationAsked {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        departments "departments": Vec<String>,
        /// What they were asked.
        #[uniffi(default = None)]
        question "question": Option<String>,
    }
}

record! {
    /// What is due.
    answered ComplaintDeadlines {
        /// The asking time.
        as_of "as_of": Moment,
        /// By procedure and clock, as asked for.
        deadlines "deadlines": Vec<Deadline>,
        /// What the deadlines would pass over; left out when there is nothing.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<ComplaintFinding>>,
    }
}

record! {
    /// A complaint, and the procedures it is judged under.
    asked ComplaintDeadlinesInput {
        /// The asking time.
        as_of "as_of": Moment,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        procedures "procedures": Vec<String>,
        /// Its log.
        complaint "complaint": ComplaintLog,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
        /// The units of the organisation, in any order.
        #[uniffi(default = None)]
        units "units": Option<Vec<OrganisationUnit>>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintDeclined {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why, as the complainant is told.
        reason "reason": String,
    }
}

record! {
    /// Which picture.
    asked ComplaintDiagramInput {
        /// Of Mermaid or of Graphviz.
        format "format": DiagramFormat,
    }
}

record! {
    /// A picture.
    answered ComplaintDiagramOutput {
        /// The picture as text.
        diagram "diagram": String,
    }
}

words! {
    /// A way in which complaints are told apart.
    answered ComplaintDimension {
        /// By what they are about.
        Cause = "cause",
        /// By line of business.
        Line = "line",
        /// By how they came in.
        Channel = "channel",
        /// By the unit that owns them.
        Unit = "unit",
        /// By the kind of complainant.
        ComplainantKind = "complainant_kind",
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintDueSet {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Until when.
        due_at "due_at": Moment,
        /// What is due then; the decision when left out.
        #[uniffi(default = None)]
        duty "duty": Option<String>,
        /// Who set it.
        #[uniffi(default = None)]
        by "by": Option<String>,
    }
}

record! {
    /// Something that is still to be done.
    answered ComplaintDuty {
        /// What.
        duty "duty": ComplaintDutyKind,
        /// Which notice, or which rule on keeping records.
        #[uniffi(default = None)]
        subject "subject": Option<String>,
        /// Under which procedure.
        #[uniffi(default = None)]
        procedure "procedure": Option<String>,
        /// The first instant that is too late.
        #[uniffi(default = None)]
        due_before "due_before": Option<Moment>,
        /// It should have been done.
        #[uniffi(default = None)]
        overdue "overdue": Option<bool>,
        /// The last day on which records are kept.
        #[uniffi(default = None)]
        until "until": Option<CivilDate>,
        /// The rule that it comes from.
        #[uniffi(default = None)]
        source "source": Option<String>,
    }
}

words! {
    /// What is to be done.
    answered ComplaintDutyKind {
        /// Enter it into the register (A-57).
        Register = "register",
        /// Make somebody responsible.
        AssignHandler = "assign_handler",
        /// Tell the complainant the decision.
        FeedBack = "feed_back",
        /// Tell somebody that something happened.
        SendNotice = "send_notice",
        /// Gather forms and records (A-61).
        Archive = "archive",
        /// Keep the records.
        Retain = "retain",
    }
}

record! {
    /// Something that follows from an event.
    answered ComplaintEffect {
        /// What.
        effect "effect": ComplaintEffectKind,
        /// Which form, notice or deadline, or to which unit.
        #[uniffi(default = None)]
        subject "subject": Option<String>,
    }
}

words! {
    /// What follows from an event, whatever the procedure. Which clocks it moves, and which forms
    /// fall due, the procedure says.
    answered ComplaintEffectKind {
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

union! {
    /// Something that happened to a complaint.
    both ComplaintEvent by "kind" {
        /// `received`.
        Received "received": ComplaintReceived,
        /// `verified`.
        Verified "verified": ComplaintVerified,
        /// `registered`.
        Registered "registered": ComplaintRegistered,
        /// `acknowledged`.
        Acknowledged "acknowledged": ComplaintAcknowledged,
        /// `classified`.
        Classified "classified": ComplaintClassified,
        /// `handler_assigned`.
        HandlerAssigned "handler_assigned": ComplaintHandlerAssigned,
        /// `recused`.
        Recused "recused": ComplaintRecused,
        /// `transfer_offered`.
        TransferOffered "transfer_offered": ComplaintTransferOffered,
        /// `transfer_accepted`.
        TransferAccepted "transfer_accepted": ComplaintTransferAccepted,
        /// `transfer_returned`.
        TransferReturned "transfer_returned": ComplaintTransferReturned,
        /// `coordination_asked`.
        CoordinationAsked "coordination_asked": ComplaintCoordinationAsked,
        /// `coordination_answered`.
        CoordinationAnswered "coordination_answered": ComplaintCoordinationAnswered,
        /// `information_asked`.
        InformationAsked "information_asked": ComplaintInformationAsked,
        /// `information_received`.
        InformationReceived "information_received": ComplaintInformationReceived,
        /// `paused`.
        Paused "paused": ComplaintPaused,
        /// `resumed`.
        Resumed "resumed": ComplaintResumed,
        /// `new_facts`.
        NewFacts "new_facts": ComplaintNewFacts,
        /// `handled`.
        Handled "handled": ComplaintHandled,
        /// `fed_back`.
        FedBack "fed_back": ComplaintFedBack,
        /// `accepted`.
        Accepted "accepted": ComplaintAccepted,
        /// `closed`.
        Closed "closed": ComplaintClosed,
        /// `archived`.
        Archived "archived": ComplaintArchived,
        /// `withdrawn`.
        Withdrawn "withdrawn": ComplaintWithdrawn,
        /// `declined`.
        Declined "declined": ComplaintDeclined,
        /// `merged_into`.
        MergedInto "merged_into": ComplaintMergedInto,
        /// `absorbed`.
        Absorbed "absorbed": ComplaintAbsorbed,
        /// `reopened`.
        Reopened "reopened": ComplaintReopened,
        /// `recheck_requested`.
        RecheckRequested "recheck_requested": ComplaintRecheckRequested,
        /// `recheck_decided`.
        RecheckDecided "recheck_decided": ComplaintRecheckDecided,
        /// `referred`.
        Referred "referred": ComplaintReferred,
        /// `referral_ended`.
        ReferralEnded "referral_ended": ComplaintReferralEnded,
        /// `extension_asked`.
        ExtensionAsked "extension_asked": ComplaintExtensionAsked,
        /// `extension_approved`.
        ExtensionApproved "extension_approved": ComplaintExtensionApproved,
        /// `extension_refused`.
        ExtensionRefused "extension_refused": ComplaintExtensionRefused,
        /// `notice_sent`.
        NoticeSent "notice_sent": ComplaintNoticeSent,
        /// `form_filed`.
        FormFiled "form_filed": ComplaintFormFiled,
        /// `due_set`.
        DueSet "due_set": ComplaintDueSet,
    }
}

words! {
    /// A kind of event in the life of a complaint. Clocks start, stop, pause and restart at these.
    both ComplaintEventKind {
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

record! {
    /// The business of a period; what is left out makes its rate undefined.
    asked ComplaintExposure {
        /// Premium of the period.
        #[uniffi(default = None)]
        premium "premium": Option<Amount>,
        /// Policies in force, on average over the period.
        #[uniffi(default = None)]
        policies "policies": Option<Amount>,
        /// Persons insured, or times persons were insured.
        #[uniffi(default = None)]
        persons "persons": Option<Amount>,
    }
}

record! {
    /// Who may ask for more time, and who may grant it.
    asked ComplaintExtension {
        /// Who may ask.
        ask "ask": Vec<Role>,
        /// Who may grant: any of these.
        approvers "approvers": Vec<Approver>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintExtensionApproved {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Until when; as asked when left out.
        #[uniffi(default = None)]
        until "until": Option<CivilDate>,
        /// More about it.
        #[uniffi(default = None)]
        note "note": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintExtensionAsked {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        reason "reason": String,
        /// Which duty or clock; every one that may be extended when left out.
        #[uniffi(default = None)]
        clock "clock": Option<String>,
        /// Until when; as long as the procedure grants when left out.
        #[uniffi(default = None)]
        until "until": Option<CivilDate>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintExtensionRefused {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
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
    /// What is known of a complaint apart from its events.
    asked ComplaintFacts {
        /// What the firm is.
        #[uniffi(default = None)]
        firm_kind "firm_kind": Option<FirmKind>,
        /// Who complains.
        #[uniffi(default = None)]
        complainant_kind "complainant_kind": Option<ComplainantKind>,
        /// What reached the firm.
        #[uniffi(default = None)]
        trigger "trigger": Option<ComplaintTrigger>,
        /// The way it came.
        #[uniffi(default = None)]
        channel "channel": Option<IntakeChannel>,
        /// The class of business.
        #[uniffi(default = None)]
        class "class": Option<BusinessClass>,
        /// The line of business.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// How hard it is, as known at receipt.
        #[uniffi(default = None)]
        complexity "complexity": Option<ComplaintComplexity>,
        /// Whether it came through a web form or an app.
        #[uniffi(default = None)]
        digital "digital": Option<bool>,
        /// How many complain together.
        #[uniffi(default = None)]
        group_size "group_size": Option<i64>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintFedBack {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// How, such as `letter`.
        #[uniffi(default = None)]
        means "means": Option<String>,
    }
}

record! {
    /// How far something that the procedures ask for was kept.
    answered ComplaintFinding {
        /// Which, as `id@version`; by its id when it is about all of its versions.
        procedure "procedure": String,
        /// What it is about.
        kind "kind": ComplaintFindingKind,
        /// Its id there; the duty of a clock, the form, the event of an approval.
        id "id": String,
        /// What was looked at.
        check "check": String,
        /// Kept so far, not yet to be said, broken, or for people to judge.
        result "result": ComplaintFindingResult,
        /// What broke it, or what is open.
        #[uniffi(default = None)]
        subjects "subjects": Option<Vec<String>>,
        /// What it means.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
    }
}

words! {
    /// What a finding is about.
    answered ComplaintFindingKind {
        /// A principle of handling complaints.
        Principle = "principle",
        /// A rule on who steps back.
        Recusal = "recusal",
        /// A procedure of which nothing came to bear on the complaint.
        Procedure = "procedure",
        /// A clock that the complaint should have.
        Clock = "clock",
        /// A form as it was filed.
        Form = "form",
        /// A decision of which somebody else's authority had to be taken for granted.
        Approval = "approval",
        /// Something known of the complaint that no condition knows.
        Fact = "fact",
        /// An event that whoever brought it about was not entitled to.
        Authority = "authority",
        /// A unit that acted and that the organisation does not have.
        Unit = "unit",
    }
}

words! {
    /// How far it was kept.
    answered ComplaintFindingResult {
        /// It was, as far as the log shows.
        Kept = "kept",
        /// Nothing broke it, and something is still to come.
        Open = "open",
        /// It was not.
        Broken = "broken",
        /// People have to judge.
        Unchecked = "unchecked",
    }
}

record! {
    /// A form that falls due with an event.
    asked ComplaintForm {
        /// Its id.
        id "id": String,
        /// The event.
        on "on": ComplaintEventKind,
        /// The fields that must say something.
        #[uniffi(default = None)]
        required "required": Option<Vec<String>>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintFormFiled {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        form "form": String,
        /// What it says.
        fields "fields": HashMap<String, String>,
    }
}

record! {
    /// A form that fell due.
    answered ComplaintFormStatus {
        /// Its id.
        form "form": String,
        /// How often it fell due.
        due "due": i64,
        /// How often it was filed whole.
        filed "filed": i64,
        /// When the first one not filed fell due.
        #[uniffi(default = None)]
        due_since "due_since": Option<Moment>,
        /// The first instant at which it is too late to file it.
        #[uniffi(default = None)]
        due_before "due_before": Option<Moment>,
        /// It should have been filed.
        #[uniffi(default = None)]
        overdue "overdue": Option<bool>,
        /// Required fields without which it was filed; it counts when it is filed whole.
        #[uniffi(default = None)]
        incomplete "incomplete": Option<Vec<String>>,
    }
}

record! {
    /// Complaints that have something in common.
    answered ComplaintGroup {
        /// What they have in common; of causes see `function`.
        #[uniffi(default = None)]
        key "key": Option<String>,
        /// The function of a cause.
        #[uniffi(default = None)]
        function "function": Option<String>,
        /// The reason of a cause.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// Received.
        received "received": CountTrend,
        /// Of all that was received in the period.
        share "share": ComplaintRate,
        /// Closed.
        closed "closed": i64,
        /// Due; withdrawn or merged in time owes nothing.
        due "due": i64,
        /// Of those, answered by their day.
        on_time "on_time": i64,
        /// The same as a share.
        on_time_rate "on_time_rate": ComplaintRate,
        /// Decided on the merits, with a stated outcome.
        decided "decided": i64,
        /// Of those, for the complainant, wholly or in part.
        upheld "upheld": i64,
        /// The same as a share.
        upheld_rate "upheld_rate": ComplaintRate,
        /// Open at the end.
        open "open": i64,
        /// Of those closed or open, reopened at least once.
        reopened "reopened": i64,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintHandled {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What was decided.
        outcome "outcome": ComplaintOutcome,
        /// What was found.
        #[uniffi(default = None)]
        findings "findings": Option<String>,
        /// What the complainant gets.
        #[uniffi(default = None)]
        redress "redress": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintHandlerAssigned {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Who.
        handler_id "handler_id": String,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintInformationAsked {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What.
        #[uniffi(default = None)]
        what "what": Option<String>,
        /// The day by which an answer is wanted.
        #[uniffi(default = None)]
        answer_by "answer_by": Option<CivilDate>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintInformationReceived {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What.
        #[uniffi(default = None)]
        what "what": Option<String>,
    }
}

record! {
    /// A complaint: its events in the order in which they were recorded.
    both ComplaintLog {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// What happened, the receipt first.
        events "events": Vec<ComplaintEvent>,
    }
}

record! {
    /// A complaint, with what it is judged by.
    asked ComplaintMergeInput {
        /// The one that ends.
        ending "ending": ComplaintLog,
        /// The one that goes on.
        survivor "survivor": ComplaintLog,
        /// The id of the event of the one.
        merged_id "merged_id": String,
        /// And of the other.
        absorbed_id "absorbed_id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who does it.
        actor "actor": Actor,
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// What the procedures let happen, instead of what they say themselves.
        #[uniffi(default = None)]
        terms "terms": Option<ComplaintTerms>,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        #[uniffi(default = None)]
        procedures "procedures": Option<Vec<String>>,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
    }
}

record! {
    /// Both sides, or the refusal.
    answered ComplaintMergeOutput {
        /// The one that ended.
        #[uniffi(default = None)]
        ending "ending": Option<ComplaintMerged>,
        /// The one that goes on.
        #[uniffi(default = None)]
        survivor "survivor": Option<ComplaintMerged>,
        /// Why not.
        #[uniffi(default = None)]
        refusal "refusal": Option<ComplaintRefusal>,
    }
}

record! {
    /// One side of a merge.
    answered ComplaintMerged {
        /// Its new event.
        event "event": ComplaintEvent,
        /// What it led to.
        step "step": ComplaintStep,
        /// Where it stands.
        complaint "complaint": Complaint,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintMergedInto {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        survivor_id "survivor_id": String,
    }
}

record! {
    /// A month of the period.
    answered ComplaintMonth {
        /// The month, `2025-06`; only its days within the period.
        month "month": String,
        /// Received.
        received "received": i64,
        /// Closed.
        closed "closed": i64,
        /// Due; withdrawn or merged in time owes nothing.
        due "due": i64,
        /// Of those, answered by their day.
        on_time "on_time": i64,
        /// The same as a share.
        on_time_rate "on_time_rate": ComplaintRate,
        /// Decided on the merits, with a stated outcome.
        decided "decided": i64,
        /// Of those, for the complainant, wholly or in part.
        upheld "upheld": i64,
        /// The same as a share.
        upheld_rate "upheld_rate": ComplaintRate,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintNewFacts {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What they are.
        facts "facts": String,
        /// Persons complained about that were not known before.
        #[uniffi(default = None)]
        about "about": Option<Vec<String>>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintNoticeSent {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which: the event it tells of, or one of the procedure's.
        notice "notice": String,
        /// To whom; to the complainant when left out.
        #[uniffi(default = None)]
        to "to": Option<String>,
        /// How, such as `letter`.
        #[uniffi(default = None)]
        means "means": Option<String>,
    }
}

record! {
    /// A complaint, with what it is judged by.
    asked ComplaintOpening {
        /// The complaint so far.
        complaint "complaint": ComplaintSoFar,
        /// The event.
        #[uniffi(default = None)]
        event "event": Option<ComplaintEvent>,
        /// The units of the organisation, in any order.
        #[uniffi(default = None)]
        units "units": Option<Vec<OrganisationUnit>>,
        /// What the procedures let happen, instead of what they say themselves.
        #[uniffi(default = None)]
        terms "terms": Option<ComplaintTerms>,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        #[uniffi(default = None)]
        procedures "procedures": Option<Vec<String>>,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
    }
}

words! {
    /// What was decided.
    both ComplaintOutcome {
        /// The complainant is right.
        Upheld = "upheld",
        /// The complainant is right in part.
        PartlyUpheld = "partly_upheld",
        /// Agreed, without saying who is right.
        Settled = "settled",
        /// The complainant is not right.
        NotUpheld = "not_upheld",
    }
}

record! {
    /// How complaints ended in the period.
    answered ComplaintOutcomes {
        /// How many.
        #[uniffi(default = None)]
        upheld "upheld": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        partly_upheld "partly_upheld": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        settled "settled": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        not_upheld "not_upheld": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        withdrawn "withdrawn": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        declined "declined": Option<i64>,
        /// How many.
        #[uniffi(default = None)]
        merged "merged": Option<i64>,
    }
}

record! {
    /// A procedure.
    answered ComplaintPack {
        /// As `id@version`.
        procedure "procedure": String,
        /// Its title.
        #[uniffi(default = None)]
        title "title": Option<String>,
        /// What it is about.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// The first day in force.
        from "from": CivilDate,
        /// The first day no longer in force.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// Whether the whole was checked.
        #[uniffi(default = None)]
        status "status": Option<VerificationStatus>,
        /// The law or the company rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// The day on which the sources were read.
        #[uniffi(default = None)]
        as_of "as_of": Option<CivilDate>,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        applies_to "applies_to": Option<String>,
        /// The procedure that it replaced.
        #[uniffi(default = None)]
        follows "follows": Option<String>,
        /// What becomes of complaints that are not over when it ends.
        #[uniffi(default = None)]
        transition "transition": Option<PackTransition>,
        /// That of the whole.
        fingerprint "fingerprint": String,
        /// Its clocks.
        clocks "clocks": Vec<PackClock>,
        /// Whether a complaint is verified before it is registered.
        verify_first "verify_first": bool,
        /// Complaints received at most so many days apart may be merged; left out: none may.
        #[uniffi(default = None)]
        merge_within_days "merge_within_days": Option<i64>,
        /// Forms to be filed.
        forms "forms": Vec<PackForm>,
        /// What must be told, to whom, with which contents.
        notices "notices": Vec<PackNotice>,
        /// Who may do what, by the level of their unit.
        authority "authority": Vec<PackAuthority>,
        /// What another person must decide.
        approvals "approvals": Vec<PackApproval>,
        /// Who must step back.
        recusals "recusals": Vec<PackRecusal>,
        /// Principles, and how far they can be checked.
        principles "principles": Vec<PackPrinciple>,
        /// How long records are kept.
        retention "retention": Vec<PackRetention>,
        /// Periodic reports.
        reports "reports": Vec<PackReport>,
    }
}

record! {
    /// The procedures for complaints.
    answered ComplaintPacks {
        /// By id, then by the first day in force.
        packs "packs": Vec<ComplaintPack>,
    }
}

record! {
    /// Which.
    asked ComplaintPacksInput {
        /// `id` or `id@version`; absent: all.
        #[uniffi(default = None)]
        procedure "procedure": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintPaused {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why, in the words of the procedure: `external_appraisal`.
        reason "reason": String,
        /// More about it.
        #[uniffi(default = None)]
        note "note": Option<String>,
    }
}

record! {
    /// An exact quotient, or why there is none.
    answered ComplaintRate {
        /// Whether it exists.
        state "state": KpiState,
        /// The numerator.
        #[uniffi(default = None)]
        num "num": Option<String>,
        /// The denominator.
        #[uniffi(default = None)]
        den "den": Option<String>,
        /// To six places, half to even; for reading only.
        #[uniffi(default = None)]
        shown "shown": Option<String>,
        /// Why there is none.
        #[uniffi(default = None)]
        reason "reason": Option<ComplaintRateReason>,
    }
}

words! {
    /// Why a rate does not exist.
    answered ComplaintRateReason {
        /// The exposure was not given.
        NotGiven = "not_given",
        /// The exposure is zero, or refunds exceed the premium.
        NotPositive = "not_positive",
        /// No complaint fell due.
        NothingDue = "nothing_due",
        /// No complaint was decided on its merits.
        NothingDecided = "nothing_decided",
        /// No complaint was closed.
        NothingClosed = "nothing_closed",
        /// No complaint was received.
        NothingReceived = "nothing_received",
        /// No complaint says who complains.
        NobodyNamed = "nobody_named",
        /// There was none in the period before, so that nothing can be a multiple of it.
        PreviousZero = "previous_zero",
        /// The exact figure has more digits than can be held.
        TooLarge = "too_large",
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintReceived {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Who complains.
        #[uniffi(default = None)]
        complainant_id "complainant_id": Option<String>,
        /// Such as `individual` or `organisation`.
        #[uniffi(default = None)]
        complainant_kind "complainant_kind": Option<String>,
        /// What the firm is in this, such as `insurer`.
        #[uniffi(default = None)]
        firm_kind "firm_kind": Option<String>,
        /// Line of business.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// The policy it is about.
        #[uniffi(default = None)]
        policy_id "policy_id": Option<String>,
        /// How it came, such as `phone`.
        #[uniffi(default = None)]
        channel "channel": Option<String>,
        /// What it came from, such as a regulator's inquiry.
        #[uniffi(default = None)]
        trigger "trigger": Option<String>,
        /// Whether it came by web form or app.
        #[uniffi(default = None)]
        digital "digital": Option<bool>,
        /// How many complain together.
        #[uniffi(default = None)]
        group_size "group_size": Option<i64>,
        /// When it was sent; some clocks start there.
        #[uniffi(default = None)]
        sent_on "sent_on": Option<CivilDate>,
        /// The persons complained about.
        #[uniffi(default = None)]
        about "about": Option<Vec<String>>,
        /// What it is about, as function and reason.
        #[uniffi(default = None)]
        cause "cause": Option<String>,
        /// In a few sentences.
        #[uniffi(default = None)]
        summary "summary": Option<String>,
        /// What the complainant wants.
        #[uniffi(default = None)]
        remedy_sought "remedy_sought": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintRecheckDecided {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// What it made of the decision.
        result "result": RecheckOutcome,
        /// The new decision, when it changed.
        #[uniffi(default = None)]
        outcome "outcome": Option<ComplaintOutcome>,
        /// What was found.
        #[uniffi(default = None)]
        findings "findings": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintRecheckRequested {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// When the decision had reached them.
        #[uniffi(default = None)]
        decision_received_on "decision_received_on": Option<CivilDate>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintRecused {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Who.
        person_id "person_id": String,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
    }
}

record! {
    /// What complainants got.
    answered ComplaintRedress {
        /// The currency.
        currency "currency": String,
        /// In the period.
        now "now": String,
        /// In the one before.
        before "before": String,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintReferralEnded {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// How.
        result "result": ReferralResult,
        /// What was decided or agreed there.
        #[uniffi(default = None)]
        outcome "outcome": Option<ComplaintOutcome>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintReferred {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Of which kind.
        body "body": OutsideBody,
        /// Which.
        #[uniffi(default = None)]
        name "name": Option<String>,
        /// Its number there.
        #[uniffi(default = None)]
        reference "reference": Option<String>,
    }
}

record! {
    /// Why an event was refused, and what is allowed.
    answered ComplaintRefusal {
        /// The event.
        event_id "event_id": String,
        /// Its kind.
        event "event": ComplaintEventKind,
        /// Where it stands.
        state "state": ComplaintStepName,
        /// Who wanted it.
        role "role": Role,
        /// The reasons, as stable codes.
        codes "codes": Vec<String>,
        /// The reasons in words.
        why "why": String,
        /// Required fields of a form that say nothing.
        #[uniffi(default = None)]
        missing "missing": Option<Vec<String>>,
        /// For a form that there is not: the one that was probably meant.
        #[uniffi(default = None)]
        nearest "nearest": Option<String>,
        /// For somebody whose unit stands too low: the least level that may.
        #[uniffi(default = None)]
        level "level": Option<OrgLevel>,
        /// What is allowed now.
        allowed "allowed": Vec<AllowedEvent>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintRegistered {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Its number there.
        #[uniffi(default = None)]
        register_id "register_id": Option<String>,
        /// What it is about, as function and reason.
        #[uniffi(default = None)]
        cause "cause": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintReopened {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// The new facts.
        facts "facts": String,
    }
}

record! {
    /// A complaint.
    asked ComplaintReplayInput {
        /// The log.
        complaint "complaint": ComplaintLog,
    }
}

record! {
    /// A complaint.
    answered ComplaintReplayOutput {
        /// Where it stands.
        complaint "complaint": Complaint,
    }
}

record! {
    /// The analysis report: what there is to say about the figures, as data for sentences.
    answered ComplaintReport {
        /// Figures at the top that rose.
        figures_up "figures_up": Vec<ChangedFigure>,
        /// Figures at the top that fell.
        figures_down "figures_down": Vec<ChangedFigure>,
        /// Groups of which more was received, the largest rise first.
        groups_up "groups_up": Vec<ChangedGroup>,
        /// Groups of which less was received, the largest fall first.
        groups_down "groups_down": Vec<ChangedGroup>,
        /// The causes received most.
        top_causes "top_causes": Vec<TopCause>,
        /// How many were due and late.
        late_count "late_count": i64,
        /// Those of them that waited longest, the longest first.
        late "late": Vec<LateComplaint>,
        /// Actions not done, in order of the day they are due.
        actions_due "actions_due": Vec<ActionReport>,
        /// What else was found of single complaints, each kind once.
        findings "findings": Vec<AnalysisFinding>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintResumed {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
    }
}

record! {
    /// A complaint so far.
    asked ComplaintSoFar {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// What happened; nothing yet when left out.
        #[uniffi(default = None)]
        events "events": Option<Vec<ComplaintEvent>>,
    }
}

record! {
    /// A complaint at an asking time.
    answered ComplaintStatus {
        /// The asking time.
        as_of "as_of": Moment,
        /// Where it stands.
        complaint "complaint": Complaint,
        /// What the actor may do.
        #[uniffi(default = None)]
        allowed "allowed": Option<Vec<PermittedEvent>>,
        /// The forms that fell due.
        forms "forms": Vec<ComplaintFormStatus>,
        /// By procedure and clock, as asked for.
        deadlines "deadlines": Vec<Deadline>,
        /// Principles and recusals, then what the other answers would pass over.
        findings "findings": Vec<ComplaintFinding>,
        /// What is still to be done.
        duties "duties": Vec<ComplaintDuty>,
    }
}

record! {
    /// A complaint, and what it is judged by.
    asked ComplaintStatusInput {
        /// Its log.
        complaint "complaint": ComplaintLog,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        procedures "procedures": Vec<String>,
        /// The asking time.
        as_of "as_of": Moment,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
        /// Who asks what they may do.
        #[uniffi(default = None)]
        actor "actor": Option<Actor>,
        /// The units of the organisation, in any order.
        #[uniffi(default = None)]
        units "units": Option<Vec<OrganisationUnit>>,
    }
}

record! {
    /// What an accepted event led to.
    answered ComplaintStep {
        /// Where it stood.
        from "from": ComplaintStepName,
        /// Where it stands.
        to "to": ComplaintStepName,
        /// What follows.
        effects "effects": Vec<ComplaintEffect>,
    }
}

words! {
    /// Where a complaint stands (A-59, DOMAIN 8).
    answered ComplaintStepName {
        /// It arrived; nothing was done yet.
        Received = "received",
        /// What it is about was confirmed with the complainant.
        Verified = "verified",
        /// It is in the register, and its unit works on it.
        Registered = "registered",
        /// Another unit was asked to take it over, and has not answered.
        TransferOffered = "transfer_offered",
        /// Another unit took it over, and works on it.
        Transferred = "transferred",
        /// Other departments were asked for their part.
        Coordinating = "coordinating",
        /// All of them answered.
        Coordinated = "coordinated",
        /// It was decided; the complainant does not know yet.
        Handled = "handled",
        /// The complainant was told.
        FedBack = "fed_back",
        /// Nothing is left to do but to keep it.
        Closed = "closed",
        /// It is kept.
        Archived = "archived",
        /// The complainant took it back.
        Withdrawn = "withdrawn",
        /// It was not taken up.
        Declined = "declined",
        /// It goes on as part of another.
        Merged = "merged",
        /// It was taken up again, and its unit works on it.
        Reopened = "reopened",
        /// The superior unit looks at it again.
        Rechecking = "rechecking",
        /// The superior unit decided; the complainant does not know yet.
        Rechecked = "rechecked",
        /// It is with a body outside.
        Referred = "referred",
    }
}

record! {
    /// What a procedure lets happen; nothing of it when left out.
    asked ComplaintTerms {
        /// Whether a complaint is verified before it is registered.
        #[uniffi(default = None)]
        verify_first "verify_first": Option<bool>,
        /// The forms.
        #[uniffi(default = None)]
        forms "forms": Option<Vec<ComplaintForm>>,
        /// The reasons for which time may be left out.
        #[uniffi(default = None)]
        pauses "pauses": Option<Vec<String>>,
        /// More time.
        #[uniffi(default = None)]
        extension "extension": Option<ComplaintExtension>,
        /// Whether the superior unit may be asked to look again.
        #[uniffi(default = None)]
        recheck "recheck": Option<bool>,
        /// Complaints received at most so many days apart may be merged.
        #[uniffi(default = None)]
        merge_within_days "merge_within_days": Option<i64>,
        /// Who decides, by class of complaint.
        #[uniffi(default = None)]
        decides "decides": Option<ComplaintAuthority>,
    }
}

record! {
    /// A complaint from its receipt to the asking time.
    answered ComplaintTimeline {
        /// Until when it is told.
        as_of "as_of": Moment,
        /// Where it stands then.
        complaint "complaint": Complaint,
        /// What an event caused stands behind it; what time alone did, in front of the next event
        /// that was recorded.
        timeline "timeline": Vec<ComplaintTimelineEntry>,
        /// What the clocks would pass over.
        findings "findings": Vec<ComplaintFinding>,
    }
}

record! {
    /// An event, or something that a clock did.
    answered ComplaintTimelineEntry {
        /// The event.
        #[uniffi(default = None)]
        event "event": Option<ComplaintEvent>,
        /// Where the complaint stood after the event.
        #[uniffi(default = None)]
        step "step": Option<ComplaintStepName>,
        /// The clock; `due_set` for a date that someone set.
        #[uniffi(default = None)]
        clock "clock": Option<String>,
        /// Its procedure, as `id@version`.
        #[uniffi(default = None)]
        procedure "procedure": Option<String>,
        /// What it asks for.
        #[uniffi(default = None)]
        duty "duty": Option<DeadlineDuty>,
        /// Which run of the clock this is.
        #[uniffi(default = None)]
        run "run": Option<i64>,
        /// What the clock did.
        #[uniffi(default = None)]
        did "did": Option<ClockChange>,
        /// When the clock did it.
        #[uniffi(default = None)]
        at "at": Option<Moment>,
        /// The first instant that is too late, after that.
        #[uniffi(default = None)]
        due_before "due_before": Option<Moment>,
        /// The due instant before a move.
        #[uniffi(default = None)]
        from "from": Option<Moment>,
        /// What moved it, or would have.
        #[uniffi(default = None)]
        reason "reason": Option<DeadlineMoveReason>,
        /// Why it did not move.
        #[uniffi(default = None)]
        why "why": Option<DeadlineRefusedReason>,
    }
}

record! {
    /// A complaint, and what it is judged by.
    asked ComplaintTimelineInput {
        /// Its log.
        complaint "complaint": ComplaintLog,
        /// By id, the version in force when each clock starts; by `id@version`, that version.
        procedures "procedures": Vec<String>,
        /// Until when it is told.
        as_of "as_of": Moment,
        /// What the receipt does not say, or says otherwise.
        #[uniffi(default = None)]
        facts "facts": Option<ComplaintFacts>,
        /// The units of the organisation, in any order.
        #[uniffi(default = None)]
        units "units": Option<Vec<OrganisationUnit>>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintTransferAccepted {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintTransferOffered {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Which.
        to_unit "to_unit": String,
        /// Why.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintTransferReturned {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Why.
        reason "reason": String,
    }
}

words! {
    /// What reached the firm.
    asked ComplaintTrigger {
        /// An expression of dissatisfaction by the customer or someone for them.
        Complaint = "complaint",
        /// A complaint that the regulator passed on for the firm to handle.
        RegulatorForwarded = "regulator_forwarded",
        /// A question of the regulator that the firm must answer.
        RegulatorInquiry = "regulator_inquiry",
        /// A report of a violation (举报), which has rules of its own.
        ViolationReport = "violation_report",
        /// A question or a request, which is no complaint.
        Enquiry = "enquiry",
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintVerified {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
        occurred_at "occurred_at": Moment,
        /// When it was written down.
        recorded_at "recorded_at": Moment,
        /// Who did it.
        actor "actor": Actor,
        /// Persons complained about that were not known before.
        #[uniffi(default = None)]
        about "about": Option<Vec<String>>,
        /// What was confirmed.
        #[uniffi(default = None)]
        summary "summary": Option<String>,
    }
}

record! {
    /// An event in the life of a complaint.
    both ComplaintWithdrawn {
        /// The host's id of the event.
        id "id": String,
        /// When it happened.
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
    /// A corrective action.
    asked CorrectiveAction {
        /// The host's id.
        action_id "action_id": String,
        /// What it is against; a function alone stands for all of its reasons.
        cause "cause": ComplaintCause,
        /// What is done.
        #[uniffi(default = None)]
        what "what": Option<String>,
        /// Who answers for it.
        owner "owner": String,
        /// The unit that does it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// The last day for it.
        due_on "due_on": CivilDate,
        /// When it was done.
        #[uniffi(default = None)]
        done_on "done_on": Option<CivilDate>,
        /// What proves that it was carried out.
        #[uniffi(default = None)]
        evidence "evidence": Option<String>,
        /// How its effect is checked.
        #[uniffi(default = None)]
        check "check": Option<EffectCheck>,
    }
}

record! {
    /// A count, and what it was before.
    answered CountTrend {
        /// In the period.
        now "now": i64,
        /// In the one before.
        before "before": i64,
        /// How many more; below zero when fewer.
        difference "difference": i64,
        /// How many times as many.
        ratio "ratio": ComplaintRate,
    }
}

record! {
    /// A clock at the asking time.
    answered Deadline {
        /// The clock; `due_set` for a date that someone set.
        clock "clock": String,
        /// What is due.
        duty "duty": DeadlineDuty,
        /// The procedure, as `id@version`.
        #[uniffi(default = None)]
        procedure "procedure": Option<String>,
        /// For whom it runs.
        #[uniffi(default = None)]
        party "party": Option<DeadlineParty>,
        /// What missing it means.
        #[uniffi(default = None)]
        missing "missing": Option<DeadlineMissed>,
        /// Whether the figure was seen in its source.
        #[uniffi(default = None)]
        status "status": Option<VerificationStatus>,
        /// The rule that it comes from.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
        /// The calendar in use.
        #[uniffi(default = None)]
        calendar "calendar": Option<DeadlineCalendar>,
        /// Which run of the clock this is.
        run "run": i64,
        /// When it started.
        started_at "started_at": Moment,
        /// The first instant that is too late.
        #[uniffi(default = None)]
        due_before "due_before": Option<Moment>,
        /// The last local day in time.
        #[uniffi(default = None)]
        due_on "due_on": Option<CivilDate>,
        /// The due instant before any move.
        #[uniffi(default = None)]
        first_due_before "first_due_before": Option<Moment>,
        /// The moves, in order.
        #[uniffi(default = None)]
        moves "moves": Option<Vec<DeadlineMove>>,
        /// What did not move it.
        #[uniffi(default = None)]
        refused "refused": Option<Vec<DeadlineRefused>>,
        /// How it stands.
        state "state": DeadlineState,
        /// When it was met, or when nothing was left to do.
        #[uniffi(default = None)]
        ended_at "ended_at": Option<Moment>,
        /// For one that was missed and is over: nobody did it, and something else left nothing to
        /// do.
        #[uniffi(default = None)]
        never_done "never_done": Option<bool>,
        /// For one that is open: the local days left.
        #[uniffi(default = None)]
        days_left "days_left": Option<i64>,
        /// It is near its end.
        #[uniffi(default = None)]
        warning "warning": Option<bool>,
        /// It is the one that counts for its duty.
        #[uniffi(default = None)]
        governing "governing": Option<bool>,
        /// It counts as far as can be said: another on its duty cannot be worked out.
        #[uniffi(default = None)]
        provisional "provisional": Option<bool>,
        /// It applies only because nobody can say that it does not.
        #[uniffi(default = None)]
        assumed "assumed": Option<bool>,
        /// Why the due instant cannot be worked out.
        #[uniffi(default = None)]
        problem "problem": Option<DeadlineProblem>,
    }
}

record! {
    /// The calendar that working days were counted by.
    answered DeadlineCalendar {
        /// Its id.
        id "id": String,
        /// The version of its data.
        version "version": String,
    }
}

words! {
    /// What is due when a clock runs out. Clocks of several procedures on the same duty are
    /// compared: the earliest of them governs.
    answered DeadlineDuty {
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

words! {
    /// What it means that a clock was missed.
    answered DeadlineMissed {
        /// A duty was broken.
        Breach = "breach",
        /// A possibility or a right ended.
        Lapse = "lapse",
    }
}

record! {
    /// A move of a due instant.
    answered DeadlineMove {
        /// Why.
        reason "reason": DeadlineMoveReason,
        /// Since when it counts.
        at "at": Moment,
        /// The due instant before.
        from "from": Moment,
        /// The due instant after.
        to "to": Moment,
    }
}

words! {
    /// Why a due instant moved.
    answered DeadlineMoveReason {
        /// An interval was left out.
        Pause = "pause",
        /// More time was granted.
        Extension = "extension",
        /// New facts started it anew.
        Restart = "restart",
        /// A complaint received earlier goes on as part of this one.
        Merge = "merge",
        /// Someone outside set another date.
        DueSet = "due_set",
    }
}

words! {
    /// For whom a clock runs.
    answered DeadlineParty {
        /// For the firm.
        Firm = "firm",
        /// For the complainant, whose right ends with it.
        Complainant = "complainant",
        /// For a body outside.
        Outside = "outside",
    }
}

record! {
    /// Why a due instant cannot be worked out.
    answered DeadlineProblem {
        /// Its code.
        code "code": String,
        /// What is wrong.
        message "message": String,
        /// What could be worked out, such as the days that the calendar covers.
        #[uniffi(default = None)]
        expected "expected": Option<String>,
        /// What to do about it.
        #[uniffi(default = None)]
        remedy "remedy": Option<String>,
    }
}

record! {
    /// What would have moved a due instant, and did not.
    answered DeadlineRefused {
        /// What it would have been.
        reason "reason": DeadlineMoveReason,
        /// When it came.
        at "at": Moment,
        /// Why it does not count.
        why "why": DeadlineRefusedReason,
    }
}

words! {
    /// Why something does not move a due instant.
    answered DeadlineRefusedReason {
        /// It came when the time was over.
        TooLate = "too_late",
        /// It was granted as often as it may be.
        TooOften = "too_often",
        /// Whoever granted it may not.
        NotAuthorised = "not_authorised",
        /// Whoever granted it had asked for it.
        OwnRequest = "own_request",
        /// The complainant has not been told.
        NoNotice = "no_notice",
        /// It does not say until when.
        NoDate = "no_date",
    }
}

words! {
    /// How a deadline stands.
    answered DeadlineState {
        /// Time is running.
        Running = "running",
        /// Time stands still.
        Paused = "paused",
        /// What was due was done in time.
        Met = "met",
        /// It was not done in time, whether it was done later or not.
        Missed = "missed",
        /// A right or a possibility ended: nobody did wrong, and nothing is to be done late.
        Lapsed = "lapsed",
        /// There is nothing left to do in time.
        Moot = "moot",
        /// The due instant cannot be worked out, because a calendar ends before it. Nothing is
        /// guessed.
        Undetermined = "undetermined",
    }
}

record! {
    /// How the effect is checked: as many days before it was done as after.
    asked EffectCheck {
        /// How many days.
        days "days": i64,
        /// The exposure of both; days alone when left out.
        #[uniffi(default = None)]
        exposure "exposure": Option<EffectExposure>,
        /// What the rate afterwards may be at most, as a share of the one before; any fall when
        /// left out.
        #[uniffi(default = None)]
        at_most "at_most": Option<Amount>,
    }
}

record! {
    /// What complaints are counted against, such as average policies.
    asked EffectExposure {
        /// In the days before it was done.
        before "before": Amount,
        /// In the days after.
        after "after": Amount,
    }
}

record! {
    /// One side of an effect.
    answered EffectWindow {
        /// The first day watched.
        from "from": CivilDate,
        /// The first day after.
        to "to": CivilDate,
        /// Complaints of the cause received.
        received "received": i64,
        /// The same per unit of exposure, or per day.
        rate "rate": ComplaintRate,
    }
}

words! {
    /// When more time must have been asked for or granted to count.
    answered ExtensionTimely {
        /// It must have been granted before the clock ran out.
        Approved = "approved",
        /// It must have been asked for before the clock ran out; the answer may come later.
        Asked = "asked",
    }
}

words! {
    /// What the firm is that answers the complaint.
    asked FirmKind {
        /// An insurance company.
        Insurer = "insurer",
        /// An agency or a broker.
        Intermediary = "intermediary",
        /// A financial adviser.
        Adviser = "adviser",
        /// A payment or e-money firm.
        PaymentFirm = "payment_firm",
    }
}

words! {
    /// Whether the day on which a clock starts counts.
    answered FirstDay {
        /// It does not: one day from Monday is Tuesday.
        Excluded = "excluded",
        /// It does: one day from Monday is Monday.
        Included = "included",
    }
}

record! {
    /// A field of a form.
    answered FormField {
        /// Its name.
        name "name": String,
        /// What it holds.
        kind "kind": FormFieldKind,
        /// Whether it must be filled in. Default: true.
        #[uniffi(default = None)]
        required "required": Option<bool>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
    }
}

words! {
    /// One of 7 words.
    answered FormFieldKind {
        /// `text`.
        Text = "text",
        /// `date`.
        Date = "date",
        /// `instant`.
        Instant = "instant",
        /// `boolean`.
        Boolean = "boolean",
        /// `count`.
        Count = "count",
        /// `money`.
        Money = "money",
        /// `id`.
        Id = "id",
    }
}

record! {
    /// A complaint of which something was found.
    answered FoundComplaint {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// The survivor that is not there, or the procedures that gave no clock.
        named "named": String,
    }
}

words! {
    /// The level of the unit of whoever grants more time.
    answered GrantLevel {
        /// Any.
        Any = "any",
        /// A unit above the one that handles the complaint, or the head office.
        Superior = "superior",
        /// The head office.
        HeadOffice = "head_office",
    }
}

words! {
    /// The way it came.
    asked IntakeChannel {
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Post = "post",
        /// By e-mail.
        Email = "email",
        /// Through a form on a web page.
        WebForm = "web_form",
        /// Through an app.
        App = "app",
        /// At a counter.
        InPerson = "in_person",
        /// In a public post.
        SocialMedia = "social_media",
        /// Through the regulator.
        Regulator = "regulator",
    }
}

record! {
    /// A complaint that was due in the period, and late.
    answered LateComplaint {
        /// The host's id.
        complaint_id "complaint_id": String,
        /// The last day for the decision.
        due_on "due_on": CivilDate,
        /// When it was answered; left out when it is not.
        #[uniffi(default = None)]
        answered_on "answered_on": Option<CivilDate>,
        /// Days after its day, up to the question when it is not answered.
        days_late "days_late": i64,
        /// The unit that owns it.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
    }
}

words! {
    /// One of 4 words.
    answered NoticeRecipient {
        /// `complainant`.
        Complainant = "complainant",
        /// `regulator`.
        Regulator = "regulator",
        /// `superior`.
        Superior = "superior",
        /// `outside`.
        Outside = "outside",
    }
}

words! {
    /// A body outside the insurer.
    both OutsideBody {
        /// An ombudsman or a dispute panel.
        Ombudsman = "ombudsman",
        /// A mediation body.
        Mediation = "mediation",
        /// A tribunal that the parties chose.
        Arbitration = "arbitration",
        /// A court.
        Court = "court",
        /// The authority that supervises insurers.
        Regulator = "regulator",
    }
}

record! {
    /// What another person must decide.
    answered PackApproval {
        /// Its id.
        id "id": String,
        /// What is decided.
        kind "kind": String,
        /// The roles that may propose it.
        proposers "proposers": Vec<Role>,
        /// The roles that may approve it.
        approvers "approvers": Vec<Role>,
        /// The least level of the approver's unit.
        #[uniffi(default = None)]
        level "level": Option<OrgLevel>,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        when "when": Option<String>,
        /// What must be shown.
        #[uniffi(default = None)]
        evidence "evidence": Option<Vec<String>>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// Who may do what, by the level of their unit.
    answered PackAuthority {
        /// Its id.
        id "id": String,
        /// The level of the unit.
        level "level": OrgLevel,
        /// The events that its people may bring about.
        may "may": Vec<String>,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        when "when": Option<String>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// A calendar, and the days that it covers.
    answered PackCalendar {
        /// Its id.
        id "id": String,
        /// The version of its data.
        version "version": String,
        /// The first day.
        from "from": CivilDate,
        /// The last day.
        to "to": CivilDate,
    }
}

record! {
    /// A clock.
    answered PackClock {
        /// Its id.
        id "id": String,
        /// What is due.
        duty "duty": DeadlineDuty,
        /// For whom it runs.
        party "party": DeadlineParty,
        /// What missing it means.
        missing "missing": DeadlineMissed,
        /// How much time there is.
        limit "limit": String,
        /// The events that start it.
        starts "starts": Vec<String>,
        /// The events that meet it.
        stops "stops": Vec<String>,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        when "when": Option<String>,
        /// The reasons for which it stands still.
        #[uniffi(default = None)]
        pauses "pauses": Option<Vec<String>>,
        /// The more time that may be granted.
        #[uniffi(default = None)]
        extension "extension": Option<PackExtension>,
        /// The events that leave nothing to meet.
        #[uniffi(default = None)]
        ends "ends": Option<Vec<String>>,
        /// The events at which it starts anew.
        #[uniffi(default = None)]
        restarts "restarts": Option<Vec<String>>,
        /// Meeting it starts it again.
        #[uniffi(default = None)]
        recurring "recurring": Option<bool>,
        /// Whether the day of the start counts.
        first_day "first_day": FirstDay,
        /// What happens to a due day without work.
        roll "roll": DeadlineRoll,
        /// The time of day from which a start counts as one of the next day.
        #[uniffi(default = None)]
        cut_off "cut_off": Option<String>,
        /// The hours that working hours are counted in.
        #[uniffi(default = None)]
        windows "windows": Option<Vec<PackWindow>>,
        /// The IANA time zone of its days.
        time_zone "time_zone": String,
        /// The calendar of its working days.
        #[uniffi(default = None)]
        calendar "calendar": Option<PackCalendar>,
        /// How long before the due instant it warns: hours for a clock of hours, working days for
        /// one of those, else days.
        #[uniffi(default = None)]
        warn_before "warn_before": Option<i64>,
        /// Whether the figure was seen in its source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// More time, which somebody must grant.
    answered PackExtension {
        /// How much; left out: as the grant says.
        #[uniffi(default = None)]
        count "count": Option<i64>,
        /// Of what.
        unit "unit": ClockUnit,
        /// How often.
        most "most": i64,
        /// What must have happened before the clock runs out.
        timely "timely": ExtensionTimely,
        /// The roles that may grant it; left out: whoever the host lets.
        #[uniffi(default = None)]
        roles "roles": Option<Vec<Role>>,
        /// The level of their unit.
        level "level": GrantLevel,
        /// The notice that the complainant must have before the clock runs out.
        #[uniffi(default = None)]
        notice "notice": Option<String>,
    }
}

record! {
    /// Forms to be filed.
    answered PackForm {
        /// Its id.
        id "id": String,
        /// What it is called.
        title "title": String,
        /// The step that it belongs to.
        #[uniffi(default = None)]
        step "step": Option<ComplaintStepName>,
        /// The events with which it falls due. Default: those that start its clock, else the one
        /// that leads to its step.
        #[uniffi(default = None)]
        on "on": Option<Vec<String>>,
        /// Its fields.
        fields "fields": Vec<FormField>,
        /// The clock of its time limit.
        #[uniffi(default = None)]
        clock "clock": Option<String>,
        /// How it is filled in.
        #[uniffi(default = None)]
        standard "standard": Option<String>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// What must be told, to whom, with which contents.
    answered PackNotice {
        /// Its id.
        id "id": String,
        /// Who is told.
        to "to": NoticeRecipient,
        /// The events that call for it.
        on "on": Vec<String>,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        when "when": Option<String>,
        /// What it must say.
        contents "contents": Vec<String>,
        /// The clock of its time limit.
        #[uniffi(default = None)]
        clock "clock": Option<String>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// Principles, and how far they can be checked.
    answered PackPrinciple {
        /// Its id.
        id "id": String,
        /// What of it can be checked.
        check "check": PrincipleCheck,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// Who must step back.
    answered PackRecusal {
        /// Its id.
        id "id": String,
        /// How the person stands to the matter.
        relation "relation": RecusalRelation,
        /// The events that the person may not bring about.
        from "from": Vec<String>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// Periodic reports.
    answered PackReport {
        /// Its id.
        id "id": String,
        /// Who gets it.
        to "to": String,
        /// The period.
        every "every": ReportingPeriod,
        /// How much time there is after the period.
        #[uniffi(default = None)]
        count "count": Option<i64>,
        /// Of what.
        #[uniffi(default = None)]
        unit "unit": Option<ClockUnit>,
        /// What it must say.
        #[uniffi(default = None)]
        contents "contents": Option<Vec<String>>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// How long records are kept.
    answered PackRetention {
        /// Its id.
        id "id": String,
        /// How many years.
        years "years": i64,
        /// Counted from.
        from "from": RetentionStart,
        /// The complaints that it is for.
        #[uniffi(default = None)]
        when "when": Option<String>,
        /// Whether the figures were seen in the source.
        status "status": VerificationStatus,
        /// The rule.
        #[uniffi(default = None)]
        source "source": Option<String>,
        /// What it is for.
        #[uniffi(default = None)]
        doc "doc": Option<String>,
        /// Whether it is an example.
        #[uniffi(default = None)]
        example "example": Option<bool>,
    }
}

record! {
    /// What becomes of complaints that are not over when the procedure ends.
    answered PackTransition {
        /// Whether they stay under it.
        pending "pending": TransitionPending,
        /// Whether that was seen in its source.
        status "status": VerificationStatus,
        /// The rule, or the reading.
        source "source": String,
    }
}

record! {
    /// Hours of a working day.
    answered PackWindow {
        /// The first minute.
        from "from": String,
        /// The first minute after.
        to "to": String,
    }
}

record! {
    /// An event that the role may bring about here.
    answered PermittedEvent {
        /// The event.
        event "event": ComplaintEventKind,
        /// What does not hold yet, as stable codes.
        #[uniffi(default = None)]
        lacking "lacking": Option<Vec<String>>,
        /// The same in words.
        #[uniffi(default = None)]
        why "why": Option<Vec<String>>,
        /// For somebody whose unit stands too low: the least level that may.
        #[uniffi(default = None)]
        level "level": Option<OrgLevel>,
    }
}

words! {
    /// One of 7 words.
    answered PrincipleCheck {
        /// `clocks_met`.
        ClocksMet = "clocks_met",
        /// `handler_not_concerned`.
        HandlerNotConcerned = "handler_not_concerned",
        /// `decider_is_not_handler`.
        DeciderIsNotHandler = "decider_is_not_handler",
        /// `verified_before_decision`.
        VerifiedBeforeDecision = "verified_before_decision",
        /// `forms_complete`.
        FormsComplete = "forms_complete",
        /// `updated_in_time`.
        UpdatedInTime = "updated_in_time",
        /// `none`.
        None = "none",
    }
}

record! {
    /// A rate, and what it was before.
    answered RateTrend {
        /// In the period.
        now "now": ComplaintRate,
        /// In the one before.
        before "before": ComplaintRate,
        /// How much higher, in lowest terms.
        difference "difference": ComplaintRate,
    }
}

words! {
    /// What the superior unit made of a decision.
    both RecheckOutcome {
        /// It stands.
        Confirmed = "confirmed",
        /// Another one takes its place.
        Changed = "changed",
        /// It is handled anew.
        SentBack = "sent_back",
    }
}

words! {
    /// One of 5 words.
    answered RecusalRelation {
        /// `complained_about`.
        ComplainedAbout = "complained_about",
        /// `handled_before`.
        HandledBefore = "handled_before",
        /// `superior_of_complained_about`.
        SuperiorOfComplainedAbout = "superior_of_complained_about",
        /// `relative`.
        Relative = "relative",
        /// `interest`.
        Interest = "interest",
    }
}

words! {
    /// How a body outside ended it.
    both ReferralResult {
        /// It decided.
        Decided = "decided",
        /// The parties agreed there.
        Settled = "settled",
        /// It gave the complaint back.
        Returned = "returned",
        /// The complainant gave up there.
        Dropped = "dropped",
    }
}

words! {
    /// One of 3 words.
    answered RetentionStart {
        /// `received`.
        Received = "received",
        /// `closed`.
        Closed = "closed",
        /// `contract_end`.
        ContractEnd = "contract_end",
    }
}

record! {
    /// Complaints closed that took so many days, both ends included.
    answered TimeBucket {
        /// The fewest days.
        from_days "from_days": i64,
        /// The most days; the last bucket has no end.
        #[uniffi(default = None)]
        to_days "to_days": Option<i64>,
        /// How many.
        closed "closed": CountTrend,
    }
}

record! {
    /// One of the causes received most.
    answered TopCause {
        /// 1 for the first; causes that tie have the same.
        rank "rank": i64,
        /// The function.
        function "function": String,
        /// The reason.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// What was received.
        received "received": CountTrend,
        /// Of all that was received in the period.
        share "share": ComplaintRate,
    }
}

words! {
    /// What becomes of complaints that were received before a procedure ends, and are not over.
    answered TransitionPending {
        /// They stay under it: also clocks that begin after its end are its own.
        Stay = "stay",
        /// They leave it: what begins after its end is for another procedure.
        Leave = "leave",
    }
}

record! {
    /// A cause that the scheme does not know.
    answered UnclassifiedCause {
        /// The function stated.
        function "function": String,
        /// The reason stated.
        #[uniffi(default = None)]
        reason "reason": Option<String>,
        /// How often it was received in the period.
        received "received": i64,
    }
}

words! {
    /// Whether a figure was seen in its source.
    answered VerificationStatus {
        /// It was.
        Verified = "verified",
        /// It was not: it is remembered, or its source is another's word.
        Unverified = "unverified",
    }
}
