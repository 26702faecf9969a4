//! What operations on assignments take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// The facts, and what is asked.
    asked AssignmentAtInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// The managers, in any order.
        managers "managers": Vec<AssignmentManager>,
        /// The customers, in any order.
        #[uniffi(default = None)]
        customers "customers": Option<Vec<AssignmentCustomer>>,
        /// Who was assigned to whom, in any order.
        #[uniffi(default = None)]
        assignments "assignments": Option<Vec<Assignment>>,
        /// The contact log, in any order.
        #[uniffi(default = None)]
        contacts "contacts": Option<Vec<AssignmentContact>>,
        /// How far places are from each other.
        #[uniffi(default = None)]
        distances "distances": Option<Vec<AssignmentDistance>>,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The manager whose book is asked for.
        #[uniffi(default = None)]
        manager_id "manager_id": Option<String>,
        /// The customer whose history is asked for.
        #[uniffi(default = None)]
        customer_id "customer_id": Option<String>,
    }
}

record! {
    /// Who looks after whom.
    answered AssignmentAtOutput {
        /// By customer, the responsible manager first.
        assigned "assigned": Vec<Responsible>,
        /// The customers that nobody looks after.
        unassigned "unassigned": Vec<String>,
        /// The customers of the manager.
        #[uniffi(default = None)]
        book "book": Option<Vec<String>>,
        /// The handovers of the customer.
        #[uniffi(default = None)]
        history "history": Option<Vec<Handover>>,
    }
}

record! {
    /// Customers, managers, assignments, contacts.
    asked AssignmentCheckInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// The managers, in any order.
        managers "managers": Vec<AssignmentManager>,
        /// The customers, in any order.
        #[uniffi(default = None)]
        customers "customers": Option<Vec<AssignmentCustomer>>,
        /// Who was assigned to whom, in any order.
        #[uniffi(default = None)]
        assignments "assignments": Option<Vec<Assignment>>,
        /// The contact log, in any order.
        #[uniffi(default = None)]
        contacts "contacts": Option<Vec<AssignmentContact>>,
        /// How far places are from each other.
        #[uniffi(default = None)]
        distances "distances": Option<Vec<AssignmentDistance>>,
        /// Conflicts from this day on; from the first when left out.
        #[uniffi(default = None)]
        from "from": Option<CivilDate>,
        /// Conflicts before this day; to the last when left out.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// The day whose assignments are judged by the rules; none are when left out.
        #[uniffi(default = None)]
        as_of "as_of": Option<CivilDate>,
        /// The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself;
        /// example-assignment when absent.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
    }
}

record! {
    /// A register that keeps the law, and its conflicts.
    answered AssignmentCheckOutput {
        /// How many customers there are.
        customers "customers": i64,
        /// How many managers there are.
        managers "managers": i64,
        /// By customer, then by day.
        conflicts "conflicts": Vec<AssignmentConflict>,
        /// The rules that the assignments of `as_of` break; books that are too large first, then by
        /// customer.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<AssignmentFinding>>,
    }
}

record! {
    /// Two units, or two managers, on one customer.
    answered AssignmentConflict {
        /// The customer.
        customer_id "customer_id": String,
        /// The first day.
        from "from": CivilDate,
        /// The first day after it; until further notice when left out.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// Where it shows.
        seen "seen": ConflictSource,
        /// The units.
        units "units": Vec<String>,
        /// The managers.
        managers "managers": Vec<String>,
        /// The reason of the exception that allows it.
        #[uniffi(default = None)]
        excused "excused": Option<String>,
    }
}

record! {
    /// That somebody worked on a customer.
    asked AssignmentContact {
        /// The customer.
        customer_id "customer_id": String,
        /// The unit that did.
        unit_id "unit_id": String,
        /// The manager who did.
        #[uniffi(default = None)]
        manager_id "manager_id": Option<String>,
        /// The day.
        on "on": CivilDate,
    }
}

record! {
    /// A customer, as far as assignment asks.
    asked AssignmentCustomer {
        /// The host's id.
        customer_id "customer_id": String,
        /// The category.
        #[uniffi(default = None)]
        category "category": Option<CustomerCategory>,
        /// The value tier.
        #[uniffi(default = None)]
        tier "tier": Option<CustomerTier>,
        /// The main line of business.
        #[uniffi(default = None)]
        line "line": Option<String>,
        /// The language to be spoken with.
        #[uniffi(default = None)]
        language "language": Option<String>,
        /// Where the customer is.
        #[uniffi(default = None)]
        place "place": Option<String>,
        /// The unit that the customer belongs to.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// How much work the customer is; as the rules say when left out.
        #[uniffi(default = None)]
        effort "effort": Option<i64>,
    }
}

record! {
    /// How far two places are from each other, both ways.
    asked AssignmentDistance {
        /// A place.
        from "from": String,
        /// Another.
        to "to": String,
        /// Kilometres.
        km "km": i64,
    }
}

record! {
    /// A rule that a present assignment breaks.
    answered AssignmentFinding {
        /// The customer; left out where the book as a whole is too large.
        #[uniffi(default = None)]
        customer_id "customer_id": Option<String>,
        /// The manager.
        manager_id "manager_id": String,
        /// The rule: `gone` where the post has ended, `supervisor` where the supervisor has left,
        /// `capacity`, `least_grade:key-customers`, ….
        rule "rule": String,
        /// The supervisor that the assignment names.
        #[uniffi(default = None)]
        supervised_by "supervised_by": Option<String>,
        /// Who may supervise instead; nobody when left out.
        #[uniffi(default = None)]
        instead "instead": Option<String>,
    }
}

record! {
    /// An account manager, or somebody who takes tasks.
    asked AssignmentManager {
        /// The host's id.
        manager_id "manager_id": String,
        /// The grade.
        grade "grade": ManagerGrade,
        /// The unit of the post.
        unit_id "unit_id": String,
        /// The lines of business that they master.
        #[uniffi(default = None)]
        lines "lines": Option<Vec<String>>,
        /// The languages that they speak.
        #[uniffi(default = None)]
        languages "languages": Option<Vec<String>>,
        /// What else they are trained for.
        #[uniffi(default = None)]
        skills "skills": Option<Vec<String>>,
        /// Where they are.
        #[uniffi(default = None)]
        place "place": Option<String>,
        /// How much effort they can take on; as the rules say of the grade when left out.
        #[uniffi(default = None)]
        capacity "capacity": Option<i64>,
        /// The manager whom they report to, who may supervise.
        #[uniffi(default = None)]
        reports_to "reports_to": Option<String>,
        /// The first day on which they are there no more.
        #[uniffi(default = None)]
        until "until": Option<CivilDate>,
    }
}

words! {
    /// One of 3 words.
    asked AssignmentMode {
        /// `assign`.
        Assign = "assign",
        /// `leaver`.
        Leaver = "leaver",
        /// `rebalance`.
        Rebalance = "rebalance",
    }
}

record! {
    /// Who gets what, and why.
    answered AssignmentPlan {
        /// The rulebook, as `id@version`.
        rulebook "rulebook": String,
        /// The rulebook's fingerprint.
        fingerprint "fingerprint": String,
        /// The day from which it is to hold.
        as_of "as_of": CivilDate,
        /// Who gets what, by id.
        placements "placements": Vec<Placement>,
        /// What nobody gets, by id.
        unplaced "unplaced": Vec<Unplaced>,
        /// The loads, by manager.
        loads "loads": Vec<ManagerLoad>,
        /// Rules that present assignments break and the plan leaves as they are.
        #[uniffi(default = None)]
        findings "findings": Option<Vec<AssignmentFinding>>,
        /// What is reached.
        quality "quality": PlanQuality,
    }
}

record! {
    /// The facts, the rules, and what may be moved.
    asked AssignmentSolveInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// The managers, in any order.
        managers "managers": Vec<AssignmentManager>,
        /// The customers, in any order.
        #[uniffi(default = None)]
        customers "customers": Option<Vec<AssignmentCustomer>>,
        /// Who was assigned to whom, in any order.
        #[uniffi(default = None)]
        assignments "assignments": Option<Vec<Assignment>>,
        /// The contact log, in any order.
        #[uniffi(default = None)]
        contacts "contacts": Option<Vec<AssignmentContact>>,
        /// How far places are from each other.
        #[uniffi(default = None)]
        distances "distances": Option<Vec<AssignmentDistance>>,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself;
        /// example-assignment when absent.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// What may be moved: the unassigned, the book of the leaver, or everything.
        mode "mode": AssignmentMode,
        /// The manager who leaves; for the mode `leaver`.
        #[uniffi(default = None)]
        leaver "leaver": Option<String>,
        /// The branch; the whole organisation when left out.
        #[uniffi(default = None)]
        unit "unit": Option<String>,
    }
}

record! {
    /// Those whom one rule forbids.
    answered Barred {
        /// The rule.
        rule "rule": String,
        /// Whom it forbids.
        managers "managers": Vec<String>,
    }
}

record! {
    /// The best of those who would fit better and may not.
    answered BetterButForbidden {
        /// Who.
        manager_id "manager_id": String,
        /// How well they would fit.
        fit "fit": i64,
        /// The fit of whoever was chosen, less theirs.
        difference "difference": i64,
        /// What forbids it.
        rules "rules": Vec<String>,
    }
}

words! {
    /// One of 2 words.
    answered ConflictSource {
        /// `assignments`.
        Assignments = "assignments",
        /// `contacts`.
        Contacts = "contacts",
    }
}

words! {
    /// One of 5 words.
    asked CustomerTier {
        /// `key_management`.
        KeyManagement = "key_management",
        /// `key_development`.
        KeyDevelopment = "key_development",
        /// `normal`.
        Normal = "normal",
        /// `renewal_assurance`.
        RenewalAssurance = "renewal_assurance",
        /// `shelved`.
        Shelved = "shelved",
    }
}

record! {
    /// The tasks, the people and the rules.
    asked DispatchSolveInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// The managers, in any order.
        managers "managers": Vec<AssignmentManager>,
        /// The customers, in any order.
        #[uniffi(default = None)]
        customers "customers": Option<Vec<AssignmentCustomer>>,
        /// Who was assigned to whom, in any order.
        #[uniffi(default = None)]
        assignments "assignments": Option<Vec<Assignment>>,
        /// The contact log, in any order.
        #[uniffi(default = None)]
        contacts "contacts": Option<Vec<AssignmentContact>>,
        /// How far places are from each other.
        #[uniffi(default = None)]
        distances "distances": Option<Vec<AssignmentDistance>>,
        /// The day of the decision.
        as_of "as_of": CivilDate,
        /// The id of a rulebook with a section `assignment`, `id@version`, or a rulebook itself;
        /// example-assignment when absent.
        #[uniffi(default = None)]
        rulebook "rulebook": Option<RulebookChoice>,
        /// The tasks, in any order.
        tasks "tasks": Vec<DispatchTask>,
    }
}

record! {
    /// Something to be done by somebody.
    asked DispatchTask {
        /// The host's id.
        task_id "task_id": String,
        /// What is to be done.
        kind "kind": DispatchTaskKind,
        /// The instant before which it must be done by law.
        #[uniffi(default = None)]
        due_before "due_before": Option<Moment>,
        /// The last day for it by law; the day ends at midnight UTC.
        #[uniffi(default = None)]
        due_on "due_on": Option<CivilDate>,
        /// How severe it is; more is more, 0 when left out.
        #[uniffi(default = None)]
        severity "severity": Option<i64>,
        /// Whether somebody vulnerable is concerned.
        #[uniffi(default = None)]
        vulnerable "vulnerable": Option<bool>,
        /// The customer's category, which only breaks ties.
        #[uniffi(default = None)]
        category "category": Option<CustomerCategory>,
        /// The customer.
        #[uniffi(default = None)]
        customer_id "customer_id": Option<String>,
        /// Where it is to be done.
        #[uniffi(default = None)]
        place "place": Option<String>,
        /// The skills that it takes, all of them.
        #[uniffi(default = None)]
        skills "skills": Option<Vec<String>>,
        /// The least level of the unit of whoever does it.
        #[uniffi(default = None)]
        level "level": Option<OrgLevel>,
        /// The unit whose people do it, or those of the units below.
        #[uniffi(default = None)]
        unit_id "unit_id": Option<String>,
        /// How much work it is; 1 when left out.
        #[uniffi(default = None)]
        effort "effort": Option<i64>,
        /// Who has it now.
        #[uniffi(default = None)]
        held_by "held_by": Option<String>,
    }
}

words! {
    /// What is to be done.
    asked DispatchTaskKind {
        /// A loss is to be surveyed.
        Survey = "survey",
        /// A customer is to be visited.
        Visit = "visit",
        /// A customer is to be called.
        Call = "call",
        /// A step of a complaint.
        ComplaintStep = "complaint_step",
        /// A change of data is to be reviewed.
        ChangeReview = "change_review",
    }
}

words! {
    /// One of 5 words.
    answered FitComponent {
        /// `grade`.
        Grade = "grade",
        /// `line`.
        Line = "line",
        /// `language`.
        Language = "language",
        /// `distance`.
        Distance = "distance",
        /// `task`.
        Task = "task",
    }
}

record! {
    /// Points that a rule gave.
    answered FitPoints {
        /// What for.
        component "component": FitComponent,
        /// The rule's id.
        rule "rule": String,
        /// How many.
        points "points": i64,
    }
}

record! {
    /// A change of the responsible manager.
    answered Handover {
        /// The first day of the new state.
        on "on": CivilDate,
        /// Who looked after the customer before.
        #[uniffi(default = None)]
        from "from": Option<String>,
        /// Who does from that day on.
        #[uniffi(default = None)]
        to "to": Option<String>,
    }
}

record! {
    /// What somebody has to do.
    answered ManagerLoad {
        /// Who.
        manager_id "manager_id": String,
        /// The most effort; left out when no rule says.
        #[uniffi(default = None)]
        capacity "capacity": Option<i64>,
        /// The effort before.
        before "before": i64,
        /// The effort after.
        after "after": i64,
        /// How many customers or tasks after.
        count "count": i64,
    }
}

record! {
    /// The best of the others who may.
    answered NextBest {
        /// Who.
        manager_id "manager_id": String,
        /// How well they fit.
        fit "fit": i64,
        /// The fit of whoever was chosen, less theirs.
        difference "difference": i64,
        /// Why it was not them: they fit less; they fit as well and would be a move, or less even;
        /// they fit better, or as well without a move, and are full of such as would lose more
        /// elsewhere.
        why_not "why_not": NextBestReason,
    }
}

words! {
    /// One of 3 words.
    answered NextBestReason {
        /// `lower_fit`.
        LowerFit = "lower_fit",
        /// `same_fit`.
        SameFit = "same_fit",
        /// `full`.
        Full = "full",
    }
}

record! {
    /// Who gets a customer or a task, and why.
    answered Placement {
        /// The customer or the task.
        id "id": String,
        /// Who gets it.
        manager_id "manager_id": String,
        /// Who had it.
        #[uniffi(default = None)]
        from "from": Option<String>,
        /// How it stands to what was before.
        change "change": PlacementChange,
        /// How much work it is.
        effort "effort": i64,
        /// The rule of the least grade that was met.
        #[uniffi(default = None)]
        allowed_by "allowed_by": Option<String>,
        /// The manager who must supervise.
        #[uniffi(default = None)]
        supervised_by "supervised_by": Option<String>,
        /// All points together.
        fit "fit": i64,
        /// The points, each with its rule.
        points "points": Vec<FitPoints>,
        /// That it is unknown how far away they are, where the rules set a limit and allow that;
        /// false when left out.
        #[uniffi(default = None)]
        unknown_distance "unknown_distance": Option<bool>,
        /// The best of the others who may.
        #[uniffi(default = None)]
        next_best "next_best": Option<NextBest>,
        /// The best of those who would fit better and may not.
        #[uniffi(default = None)]
        better_forbidden "better_forbidden": Option<BetterButForbidden>,
    }
}

words! {
    /// One of 3 words.
    answered PlacementChange {
        /// `kept`.
        Kept = "kept",
        /// `moved`.
        Moved = "moved",
        /// `new`.
        New = "new",
    }
}

record! {
    /// What the plan reaches, and how near that is to the best.
    answered PlanQuality {
        /// How many are placed.
        placed "placed": i64,
        /// The most that can be placed.
        placed_bound "placed_bound": i64,
        /// How many are not.
        unplaced "unplaced": i64,
        /// All points.
        fit "fit": i64,
        /// The most points of any plan that places as many.
        fit_bound "fit_bound": i64,
        /// What is missing to the bound, as a share of it, rounded up; left out when the bound is
        /// not above 0.
        #[uniffi(default = None)]
        fit_gap "fit_gap": Option<Amount>,
        /// How many are not where they were.
        moves "moves": i64,
        /// The sum over all of load² × ⌊1,000,000 / capacity⌋; less is more even.
        balance "balance": String,
        /// Whether no plan is better: in what is placed, then points, then moves, then balance.
        optimal "optimal": bool,
    }
}

record! {
    /// Who looks after a customer on the day.
    answered Responsible {
        /// The customer.
        customer_id "customer_id": String,
        /// The manager.
        manager_id "manager_id": String,
        /// The first day.
        since "since": CivilDate,
        /// The first day after it, where it is known.
        #[uniffi(default = None)]
        until "until": Option<CivilDate>,
        /// Who answers for it.
        #[uniffi(default = None)]
        supervised_by "supervised_by": Option<String>,
        /// Why this is a second manager.
        #[uniffi(default = None)]
        exception "exception": Option<String>,
    }
}

record! {
    /// What nobody gets, and why.
    answered Unplaced {
        /// The customer or the task.
        id "id": String,
        /// Who had it.
        #[uniffi(default = None)]
        from "from": Option<String>,
        /// How much work it is.
        effort "effort": i64,
        /// Whether the rules forbid everybody, those who may are full, or there is nobody at all.
        cause "cause": UnplacedCause,
        /// For each rule, those whom it forbids.
        barred "barred": Vec<Barred>,
        /// Those who may and are full.
        full "full": Vec<String>,
    }
}

words! {
    /// One of 3 words.
    answered UnplacedCause {
        /// `forbidden`.
        Forbidden = "forbidden",
        /// `full`.
        Full = "full",
        /// `no_managers`.
        NoManagers = "no_managers",
    }
}
