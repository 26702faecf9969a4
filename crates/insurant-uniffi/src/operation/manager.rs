//! What operations on account managers take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

words! {
    /// What becomes of a grade.
    answered AppraisalChange {
        /// Higher.
        Promote = "promote",
        /// The same.
        Confirm = "confirm",
        /// Lower.
        Demote = "demote",
        /// The first one.
        First = "first",
    }
}

words! {
    /// What keeps a grade from being that of the score.
    answered AppraisalLimit {
        /// No more steps up a year.
        StepsUp = "steps_up",
        /// No more steps down a year.
        StepsDown = "steps_down",
        /// The best grade for whoever has none yet.
        FirstGrade = "first_grade",
    }
}

record! {
    /// Days `[from, to)`.
    both AppraisalPeriod {
        /// The first day.
        from "from": CivilDate,
        /// The first day after.
        to "to": CivilDate,
    }
}

words! {
    /// What an appraisal came to.
    answered AppraisalRating {
        /// There is a score, and a grade is proposed.
        Rated = "rated",
        /// There is nothing to rate.
        Unrated = "unrated",
        /// Whether a veto holds is not known: a person must look.
        Review = "review",
        /// A figure is missing without which there is no score.
        Undecided = "undecided",
    }
}

words! {
    /// Why there is no score.
    answered AppraisalUnrated {
        /// No results, no customers, no inputs.
        NoAppraisal = "no_appraisal",
        /// Too few days of service in the period.
        TooShort = "too_short",
        /// A figure does not fit 64 bits.
        Overflow = "overflow",
    }
}

record! {
    /// Days of the period, and days of service in it.
    answered AppraisedDays {
        /// Of the period.
        period "period": i64,
        /// Of service.
        served "served": i64,
    }
}

record! {
    /// A manager in a period. What is left out is not known, which is never zero.
    asked AppraisedManager {
        /// The host's id.
        manager_id "manager_id": String,
        /// The unit.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// The grade that counts now.
        #[uniffi(default = None)]
        grade "grade": Option<ManagerGrade>,
        /// The first day with the insurer.
        #[uniffi(default = None)]
        joined_on "joined_on": Option<CivilDate>,
        /// Since when the grade counts.
        #[uniffi(default = None)]
        grade_since "grade_since": Option<CivilDate>,
        /// Days of service in the period, none twice and none on leave; absent: since joining, or
        /// the whole period.
        #[uniffi(default = None)]
        served "served": Option<Vec<ServedRange>>,
        /// What was achieved.
        #[uniffi(default = None)]
        results "results": Option<ManagerResults>,
        /// Customers looked after at the end of the period.
        #[uniffi(default = None)]
        customers "customers": Option<CustomersByCategory>,
        /// The rulebook's inputs, by name.
        #[uniffi(default = None)]
        inputs "inputs": Option<HashMap<String, InputValue>>,
    }
}

record! {
    /// What account managers owe.
    asked ContactDuty {
        /// Its id.
        id "id": String,
        /// The contacts that count.
        contacts "contacts": Vec<ContactKind>,
        /// How many.
        count "count": i64,
        /// Of what.
        unit "unit": DutyUnit,
        /// The categories of customers; all when left out.
        #[uniffi(default = None)]
        categories "categories": Option<Vec<String>>,
        /// Their tiers; all when left out.
        #[uniffi(default = None)]
        tiers "tiers": Option<Vec<String>>,
        /// What happens to a due day without work. Default: none.
        #[uniffi(default = None)]
        roll "roll": Option<DeadlineRoll>,
        /// The calendar of working days.
        #[uniffi(default = None)]
        calendar "calendar": Option<String>,
        /// How many days before the due day it is listed as due; as soon as it can be done when
        /// left out.
        #[uniffi(default = None)]
        due_days "due_days": Option<i64>,
        /// How many days after the due day it counts as missing; when the next one is due when left
        /// out.
        #[uniffi(default = None)]
        missing_after_days "missing_after_days": Option<i64>,
    }
}

words! {
    /// A contact with a customer.
    asked ContactKind {
        /// In person.
        Visit = "visit",
        /// By telephone.
        Call = "call",
    }
}

record! {
    /// An amount of a customer, on the day it took effect.
    asked CreditAmount {
        /// The host's id.
        amount_id "amount_id": String,
        /// The customer.
        customer_id "customer_id": String,
        /// Of which kind.
        kind "kind": CreditKind,
        /// The day it took effect.
        effective "effective": CivilDate,
        /// The amount; below zero for what is given back.
        amount "amount": Amount,
    }
}

record! {
    /// Days from one up to another.
    both CreditDays {
        /// The first day.
        from "from": CivilDate,
        /// The first day that is not part of it.
        to "to": CivilDate,
    }
}

record! {
    /// What should not be so.
    answered CreditFinding {
        /// two_managers: two looked after the customer on the same days, neither under an
        /// exception.
        finding "finding": String,
        /// The customer.
        customer_id "customer_id": String,
        /// The managers, in order of id.
        managers "managers": Vec<String>,
        /// The first of the days, in the period.
        from "from": CivilDate,
        /// The first day that is not part of it.
        to "to": CivilDate,
    }
}

words! {
    /// The kind of an amount: the amounts of an appraisal's results.
    both CreditKind {
        /// Premium of new business.
        NewPremium = "new_premium",
        /// Premium that came up for renewal.
        RenewalDue = "renewal_due",
        /// Premium that was renewed.
        RenewalKept = "renewal_kept",
        /// Premium earned.
        EarnedPremium = "earned_premium",
        /// Claims incurred.
        Incurred = "incurred",
    }
}

record! {
    /// What is their own.
    answered CreditOwn {
        /// How many days.
        days "days": i64,
        /// The days on which they looked after a customer unsupervised.
        ranges "ranges": Vec<CreditDays>,
        /// What they did on them.
        results "results": CreditResults,
    }
}

record! {
    /// Sums by kind: of every kind that any amount has.
    answered CreditResults {
        /// The sum of this kind.
        #[uniffi(default = None)]
        new_premium "new_premium": Option<String>,
        /// The sum of this kind.
        #[uniffi(default = None)]
        renewal_due "renewal_due": Option<String>,
        /// The sum of this kind.
        #[uniffi(default = None)]
        renewal_kept "renewal_kept": Option<String>,
        /// The sum of this kind.
        #[uniffi(default = None)]
        earned_premium "earned_premium": Option<String>,
        /// The sum of this kind.
        #[uniffi(default = None)]
        incurred "incurred": Option<String>,
    }
}

record! {
    /// What was done under supervision.
    answered CreditSupervised {
        /// How many days.
        days "days": i64,
        /// The days on which they looked after customers under supervision only.
        ranges "ranges": Vec<CreditDays>,
        /// By supervisor, in order of id.
        by "by": Vec<CreditSupervisor>,
    }
}

record! {
    /// What was done under one supervisor.
    answered CreditSupervisor {
        /// The supervisor.
        manager_id "manager_id": String,
        /// What was done.
        results "results": CreditResults,
    }
}

record! {
    /// Where the amounts of a kind went; what was given is the sum of the others.
    answered CreditTotal {
        /// The kind.
        kind "kind": CreditKind,
        /// All amounts.
        given "given": String,
        /// The managers' own.
        own "own": String,
        /// Under supervision.
        supervised "supervised": String,
        /// Of customers that several looked after.
        shared "shared": String,
        /// Of customers that nobody looked after.
        nobody "nobody": String,
        /// Not in the period.
        outside_period "outside_period": String,
    }
}

record! {
    /// Whose an amount is.
    answered CreditWhose {
        /// The amount.
        amount_id "amount_id": String,
        /// own or supervised: of the manager named. shared: several looked after the customer.
        /// nobody: no one did. outside_period: the day is not in the period.
        whose "whose": CreditedTo,
        /// The manager.
        #[uniffi(default = None)]
        manager_id "manager_id": Option<String>,
        /// Who answered for it.
        #[uniffi(default = None)]
        supervised_by "supervised_by": Option<String>,
        /// Those who looked after the customer, in order of id.
        #[uniffi(default = None)]
        managers "managers": Option<Vec<String>>,
    }
}

words! {
    /// One of 5 words.
    answered CreditedTo {
        /// `own`.
        Own = "own",
        /// `supervised`.
        Supervised = "supervised",
        /// `shared`.
        Shared = "shared",
        /// `nobody`.
        Nobody = "nobody",
        /// `outside_period`.
        OutsidePeriod = "outside_period",
    }
}

record! {
    /// How many customers of each category; one that is left out has none.
    asked CustomersByCategory {
        /// Never insured with us.
        #[uniffi(default = None)]
        unattached "unattached": Option<i64>,
        /// Mean to insure, or were insured here and left.
        #[uniffi(default = None)]
        prospect "prospect": Option<i64>,
        /// Insured.
        #[uniffi(default = None)]
        standard "standard": Option<i64>,
        /// Good customers.
        #[uniffi(default = None)]
        preferred "preferred": Option<i64>,
        /// Important customers.
        #[uniffi(default = None)]
        key "key": Option<i64>,
    }
}

record! {
    /// Who is responsible for a customer.
    asked DutyAssignment {
        /// The manager.
        manager_id "manager_id": String,
        /// The first day.
        from "from": CivilDate,
        /// The first day that is not part of it.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
    }
}

record! {
    /// Something that was done.
    asked DutyContact {
        /// The host's id.
        id "id": String,
        /// By whom.
        manager_id "manager_id": String,
        /// When.
        done_on "done_on": CivilDate,
        /// The customer.
        customer_id "customer_id": String,
        /// Of which kind.
        contact "contact": ContactKind,
    }
}

record! {
    /// A customer, and who is responsible when.
    asked DutyCustomer {
        /// The host's id.
        customer_id "customer_id": String,
        /// The category on the day.
        #[uniffi(default = None)]
        category "category": Option<String>,
        /// The value tier on the day.
        #[uniffi(default = None)]
        tier "tier": Option<String>,
        /// Who was responsible when; none overlaps another.
        assignments "assignments": Vec<DutyAssignment>,
    }
}

record! {
    /// Something that was done.
    asked DutyEventReport {
        /// The host's id.
        id "id": String,
        /// By whom.
        manager_id "manager_id": String,
        /// When.
        done_on "done_on": CivilDate,
        /// The event.
        event_id "event_id": String,
        /// The counter-measures that it names.
        #[uniffi(default = None)]
        counter_measures "counter_measures": Option<Vec<String>>,
    }
}

record! {
    /// One thing owed, as it stands on the day.
    answered DutyItem {
        /// The rule.
        duty "duty": String,
        /// What it is about.
        kind "kind": DutyKind,
        /// Who owes it: whoever was responsible on the due day; absent where nobody was.
        #[uniffi(default = None)]
        manager_id "manager_id": Option<String>,
        /// The unit of their post on that day; where nobody was responsible, that of the manager
        /// who was last.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// The customer.
        #[uniffi(default = None)]
        customer_id "customer_id": Option<String>,
        /// The major event.
        #[uniffi(default = None)]
        event_id "event_id": Option<String>,
        /// The first day of the period.
        #[uniffi(default = None)]
        period "period": Option<CivilDate>,
        /// The day from which it is counted.
        opens_on "opens_on": CivilDate,
        /// The last day in time.
        #[uniffi(default = None)]
        due_on "due_on": Option<CivilDate>,
        /// How it stands.
        state "state": DutyState,
        /// When it was done.
        #[uniffi(default = None)]
        done_on "done_on": Option<CivilDate>,
        /// By how many days it is, or was, late; counted up to the handover for what was left
        /// undone at it.
        #[uniffi(default = None)]
        days_late "days_late": Option<i64>,
        /// What the report that was made lacks.
        #[uniffi(default = None)]
        lacking "lacking": Option<Vec<String>>,
        /// Why the due day cannot be told, as a stable code.
        #[uniffi(default = None)]
        problem "problem": Option<String>,
    }
}

words! {
    /// What a duty is about.
    answered DutyKind {
        /// A period.
        Report = "report",
        /// A customer.
        Contact = "contact",
        /// A major event.
        Event = "event",
    }
}

union! {
    /// Something that a manager or a unit did about a duty.
    asked DutyLogEntry by "kind" {
        /// `report`.
        Report "report": DutyReport,
        /// `contact`.
        Contact "contact": DutyContact,
        /// `event_report`.
        EventReport "event_report": DutyEventReport,
    }
}

record! {
    /// An account manager, and where they served.
    asked DutyManager {
        /// The host's id.
        manager_id "manager_id": String,
        /// Where they served, in any order; none overlaps another.
        posts "posts": Vec<ManagerPost>,
    }
}

record! {
    /// Something that was done.
    asked DutyReport {
        /// The host's id.
        id "id": String,
        /// By whom.
        manager_id "manager_id": String,
        /// When.
        done_on "done_on": CivilDate,
        /// The rule.
        duty "duty": String,
        /// The first day of the period.
        period "period": CivilDate,
    }
}

union! {
    /// A rule that makes duties.
    asked DutyRule by "kind" {
        /// `report`.
        Report "report": ReportDuty,
        /// `contact`.
        Contact "contact": ContactDuty,
        /// `event`.
        Event "event": EventDuty,
    }
}

words! {
    /// How a duty stands on a day.
    answered DutyState {
        /// It is to be done; there is time.
        Due = "due",
        /// It should have been done, and still can be.
        Overdue = "overdue",
        /// It was not done, and the next one is due already, or whoever owed it handed the customer
        /// over.
        Missing = "missing",
        /// It was done in time.
        Done = "done",
        /// It was done too late.
        DoneLate = "done_late",
        /// Its due day cannot be told.
        Undetermined = "undetermined",
    }
}

words! {
    /// One of 4 words.
    asked DutyUnit {
        /// `calendar_day`.
        CalendarDay = "calendar_day",
        /// `business_day`.
        BusinessDay = "business_day",
        /// `week`.
        Week = "week",
        /// `month`.
        Month = "month",
    }
}

record! {
    /// What account managers owe.
    asked EventDuty {
        /// Its id.
        id "id": String,
        /// The kinds of events; all when left out.
        #[uniffi(default = None)]
        events "events": Option<Vec<String>>,
        /// How many.
        count "count": i64,
        /// Of what.
        unit "unit": DutyUnit,
        /// Whether the report must name counter-measures.
        #[uniffi(default = None)]
        counter_measures "counter_measures": Option<bool>,
        /// What happens to a due day without work. Default: none.
        #[uniffi(default = None)]
        roll "roll": Option<DeadlineRoll>,
        /// The calendar of working days.
        #[uniffi(default = None)]
        calendar "calendar": Option<String>,
        /// How many days before the due day it is listed as due; as soon as it can be done when
        /// left out.
        #[uniffi(default = None)]
        due_days "due_days": Option<i64>,
        /// How many days after the due day it counts as missing; when the next one is due when left
        /// out.
        #[uniffi(default = None)]
        missing_after_days "missing_after_days": Option<i64>,
    }
}

record! {
    /// Something big that happened to a customer.
    asked MajorEvent {
        /// The host's id.
        event_id "event_id": String,
        /// The customer.
        customer_id "customer_id": String,
        /// Of which kind.
        kind "kind": String,
        /// When it happened.
        occurred_on "occurred_on": CivilDate,
        /// When the insurer knew; when it happened, if left out.
        #[uniffi(default = None)]
        known_on "known_on": Option<CivilDate>,
    }
}

record! {
    /// What a manager's work came to, and the grade that follows.
    answered ManagerAppraisal {
        /// The host's id.
        manager_id "manager_id": String,
        /// The unit.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// The days.
        days "days": AppraisedDays,
        /// What it came to.
        rating "rating": AppraisalRating,
        /// Why there is no score.
        #[uniffi(default = None)]
        reason "reason": Option<AppraisalUnrated>,
        /// The grade so far.
        #[uniffi(default = None)]
        grade "grade": Option<ManagerGrade>,
        /// The grade proposed.
        #[uniffi(default = None)]
        proposed "proposed": Option<ManagerGrade>,
        /// What becomes of the grade.
        #[uniffi(default = None)]
        change "change": Option<AppraisalChange>,
        /// What kept it from being that of the score.
        #[uniffi(default = None)]
        limited_by "limited_by": Option<AppraisalLimit>,
        /// The score, every point explained.
        #[uniffi(default = None)]
        score "score": Option<CardScore>,
    }
}

record! {
    /// Managers with the facts of a period; they are each other's peers.
    asked ManagerAppraiseInput {
        /// The id of a rulebook, `id@version`, or a rulebook itself.
        rulebook "rulebook": RulebookChoice,
        /// The period.
        period "period": AppraisalPeriod,
        /// The managers, in any order.
        managers "managers": Vec<AppraisedManager>,
        /// Whom to answer for; the others are peers only. Absent: all.
        #[uniffi(default = None)]
        only "only": Option<Vec<String>>,
    }
}

record! {
    /// The appraisals, in order of manager.
    answered ManagerAppraiseOutput {
        /// The appraisals.
        managers "managers": Vec<ManagerAppraisal>,
        /// The period.
        period "period": AppraisalPeriod,
        /// The rulebook that decided: `id@version`.
        rulebook "rulebook": String,
        /// The fingerprint of that rulebook.
        fingerprint "fingerprint": String,
    }
}

record! {
    /// A manager's days and results.
    answered ManagerCredit {
        /// The manager.
        manager_id "manager_id": String,
        /// What is their own.
        #[uniffi(default = None)]
        own "own": Option<CreditOwn>,
        /// What was done under supervision, which is never among their own results.
        #[uniffi(default = None)]
        supervised "supervised": Option<CreditSupervised>,
    }
}

record! {
    /// Who looked after whom, and the amounts.
    asked ManagerCreditInput {
        /// The period of the results.
        period "period": CreditDays,
        /// The currency, by ISO 4217.
        currency "currency": String,
        /// Who looked after whom, in any order; of one customer and one manager, none overlaps
        /// another.
        assignments "assignments": Vec<Assignment>,
        /// The amounts, in any order.
        amounts "amounts": Vec<CreditAmount>,
    }
}

record! {
    /// Who is credited with what.
    answered ManagerCreditOutput {
        /// The period.
        period "period": CreditDays,
        /// The currency.
        currency "currency": String,
        /// In order of id.
        managers "managers": Vec<ManagerCredit>,
        /// Whose each is, in order of id.
        amounts "amounts": Vec<CreditWhose>,
        /// Where they went, by kind.
        totals "totals": Vec<CreditTotal>,
        /// Two managers of one customer at once, by customer, then by day; left out when there are
        /// none.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<CreditFinding>>,
    }
}

record! {
    /// How many duties stand where.
    answered ManagerDuties {
        /// The manager.
        manager_id "manager_id": String,
        /// How many stand so.
        due "due": i64,
        /// How many stand so.
        overdue "overdue": i64,
        /// How many stand so.
        missing "missing": i64,
        /// How many stand so.
        done "done": i64,
        /// How many stand so.
        done_late "done_late": i64,
        /// How many stand so.
        undetermined "undetermined": i64,
    }
}

record! {
    /// Managers, customers, and what was done.
    asked ManagerDutiesInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// What is owed; or else a rulebook says so.
        #[uniffi(default = None)]
        rules "rules": Option<Vec<DutyRule>>,
        /// A rulebook that says what is owed: its id, of which the version in force on `as_of`
        /// decides, `id@version`, or a rulebook itself.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The managers, in any order.
        managers "managers": Vec<DutyManager>,
        /// The customers, in any order.
        #[uniffi(default = None)]
        customers "customers": Option<Vec<DutyCustomer>>,
        /// Major events, in any order.
        #[uniffi(default = None)]
        events "events": Option<Vec<MajorEvent>>,
        /// What was done, in any order.
        #[uniffi(default = None)]
        log "log": Option<Vec<DutyLogEntry>>,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// What was due before this day is left out; 12 months before `as_of` when left out.
        #[uniffi(default = None)]
        from "from": Option<CivilDate>,
    }
}

record! {
    /// What is owed.
    answered ManagerDutiesOutput {
        /// In order of manager and day.
        items "items": Vec<DutyItem>,
        /// In order of id.
        managers "managers": Vec<ManagerDuties>,
        /// Each with those below it, in order of id.
        units "units": Vec<UnitDuties>,
        /// The rulebook that decided: `id@version`.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<String>,
        /// The fingerprint of that rulebook.
        #[uniffi(default = None)]
        fingerprint "fingerprint": Option<String>,
    }
}

record! {
    /// What was achieved in the days of service. Amounts are decimals in major units.
    asked ManagerResults {
        /// Premium of new business.
        #[uniffi(default = None)]
        new_premium "new_premium": Option<Amount>,
        /// What it should be in a whole period.
        #[uniffi(default = None)]
        premium_target "premium_target": Option<Amount>,
        /// Premium of policies that came up for renewal.
        #[uniffi(default = None)]
        renewal_due "renewal_due": Option<Amount>,
        /// Premium of those that were renewed.
        #[uniffi(default = None)]
        renewal_kept "renewal_kept": Option<Amount>,
        /// Earned premium of the book.
        #[uniffi(default = None)]
        earned_premium "earned_premium": Option<Amount>,
        /// Incurred losses of the book; may be negative.
        #[uniffi(default = None)]
        incurred "incurred": Option<Amount>,
        /// Visits that were due.
        #[uniffi(default = None)]
        visits_due "visits_due": Option<i64>,
        /// Visits that were made.
        #[uniffi(default = None)]
        visits_done "visits_done": Option<i64>,
        /// Reports that were due.
        #[uniffi(default = None)]
        reports_due "reports_due": Option<i64>,
        /// Reports that came in time.
        #[uniffi(default = None)]
        reports_on_time "reports_on_time": Option<i64>,
        /// Complaints about the manager that were upheld.
        #[uniffi(default = None)]
        upheld_complaints "upheld_complaints": Option<i64>,
        /// Customers who were satisfied.
        #[uniffi(default = None)]
        satisfied "satisfied": Option<i64>,
        /// Customers who were asked.
        #[uniffi(default = None)]
        asked "asked": Option<i64>,
    }
}

record! {
    /// What account managers owe.
    asked ReportDuty {
        /// Its id.
        id "id": String,
        /// The period.
        every "every": ReportingPeriod,
        /// By which day of the month after it; the last one, where the month has fewer.
        due_day "due_day": i64,
        /// What happens to a due day without work. Default: none.
        #[uniffi(default = None)]
        roll "roll": Option<DeadlineRoll>,
        /// The calendar of working days.
        #[uniffi(default = None)]
        calendar "calendar": Option<String>,
        /// How many days before the due day it is listed as due; as soon as it can be done when
        /// left out.
        #[uniffi(default = None)]
        due_days "due_days": Option<i64>,
        /// How many days after the due day it counts as missing; when the next one is due when left
        /// out.
        #[uniffi(default = None)]
        missing_after_days "missing_after_days": Option<i64>,
    }
}

record! {
    /// Days of service `[from, to)`.
    asked ServedRange {
        /// The first day.
        from "from": CivilDate,
        /// The first day after.
        to "to": CivilDate,
    }
}

record! {
    /// How many duties stand where.
    answered UnitDuties {
        /// The unit; with those below it.
        unit_id "unit_id": String,
        /// How many stand so.
        due "due": i64,
        /// How many stand so.
        overdue "overdue": i64,
        /// How many stand so.
        missing "missing": i64,
        /// How many stand so.
        done "done": i64,
        /// How many stand so.
        done_late "done_late": i64,
        /// How many stand so.
        undetermined "undetermined": i64,
    }
}
