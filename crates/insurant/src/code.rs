//! The stable codes of what can be wrong with facts, calendars, organisations and events. Never
//! renamed, never reused.

use insurant_rules::Code;

/// A claim, policy or entry that already exists.
pub const DUPLICATE_ID: Code = Code::new("duplicate_id");
/// A policy that ends before it starts.
pub const END_BEFORE_START: Code = Code::new("end_before_start");
/// A policy that ends on the day it starts.
pub const ZERO_LENGTH_TERM: Code = Code::new("zero_length_term");
/// A refund on a policy that was not cancelled.
pub const REFUND_WITHOUT_CANCELLATION: Code = Code::new("refund_without_cancellation");
/// A refund of more than was written.
pub const REFUND_ABOVE_PREMIUM: Code = Code::new("refund_above_premium");
/// A cancellation on or after the end of the term.
pub const CANCELLED_AFTER_END: Code = Code::new("cancelled_after_end");
/// An endorsement outside the term of its policy.
pub const MOVEMENT_OUTSIDE_TERM: Code = Code::new("movement_outside_term");
/// An endorsement on or after the cancellation of its policy.
pub const MOVEMENT_AFTER_CANCELLATION: Code = Code::new("movement_after_cancellation");
/// Endorsements that take the premium below zero.
pub const NEGATIVE_NET_PREMIUM: Code = Code::new("negative_net_premium");
/// An amount below zero where none can be.
pub const NEGATIVE_AMOUNT: Code = Code::new("negative_amount");
/// Fewer than one insured unit.
pub const BAD_UNITS: Code = Code::new("bad_units");
/// A claim or endorsement of a policy that does not exist.
pub const UNKNOWN_POLICY: Code = Code::new("unknown_policy");
/// A policy, claim or entry of a customer that does not exist.
pub const UNKNOWN_CUSTOMER: Code = Code::new("unknown_customer");
/// A policy listed as placed through a partner whose id it does not carry.
pub const WRONG_PARTNER: Code = Code::new("wrong_partner");
/// An amount in another currency than the rulebook's.
pub const MIXED_CURRENCY: Code = Code::new("mixed_currency");
/// More decimals than the currency has.
pub const TOO_MANY_DECIMALS: Code = Code::new("too_many_decimals");
/// A number beyond 64 bits.
pub const NUMBER_TOO_LARGE: Code = Code::new("number_too_large");
/// A day that does not exist.
pub const NO_SUCH_DATE: Code = Code::new("no_such_date");
/// A year outside 1900 to 2199.
pub const YEAR_OUT_OF_RANGE: Code = Code::new("year_out_of_range");
/// A date not written YYYY-MM-DD.
pub const BAD_DATE: Code = Code::new("bad_date");
/// An amount not written as a decimal.
pub const BAD_DECIMAL: Code = Code::new("bad_decimal");
/// A sum that does not fit 64 bits.
pub const OVERFLOW: Code = Code::new("overflow");
/// An entry of the register that expires on or before the day it takes effect.
pub const EXPIRY_BEFORE_EFFECTIVE: Code = Code::new("expiry_before_effective");
/// An identifier longer than 128 bytes, or empty.
pub const BAD_ID: Code = Code::new("bad_id");

// Organisations and events.

/// An event of a log that could never have been accepted.
pub const REFUSED_EVENT: Code = Code::new("refused_event");
/// Complaints that are merged into each other.
pub const MERGE_RING: Code = Code::new("merge_ring");
/// A complaint that goes on in another, which did not take it up.
pub const MERGE_NOT_ABSORBED: Code = Code::new("merge_not_absorbed");
/// A complaint that goes on in another, which had ended before.
pub const SURVIVOR_ENDED: Code = Code::new("survivor_ended");
/// A complaint that another took up, and that was not merged into it.
pub const ABSORBED_NOT_MERGED: Code = Code::new("absorbed_not_merged");
/// A complaint that several others took up.
pub const ABSORBED_TWICE: Code = Code::new("absorbed_twice");
/// A complaint that another took up with a receipt that is not its own.
pub const ABSORBED_RECEIPT: Code = Code::new("absorbed_receipt");
/// A complaint that goes on in another of which nothing is known.
pub const ABSENT_SURVIVOR: Code = Code::new("absent_survivor");
/// A complaint that another took up, and of which nothing is known.
pub const ABSENT_ABSORBED: Code = Code::new("absent_absorbed");
/// Something that nobody had written down at the asking time.
pub const NOT_KNOWN_YET: Code = Code::new("not_known_yet");
/// A unit that the organisation does not have.
pub const UNKNOWN_UNIT: Code = Code::new("unknown_unit");
/// Units that lie under each other.
pub const UNIT_CYCLE: Code = Code::new("unit_cycle");
/// A person who reports to themself.
pub const REPORTS_TO_SELF: Code = Code::new("reports_to_self");
/// Persons who report to each other.
pub const REPORTING_CYCLE: Code = Code::new("reporting_cycle");
/// A unit whose level is not below its parent's.
pub const LEVEL_NOT_BELOW: Code = Code::new("level_not_below");
/// An organisation without a topmost unit, or with several.
pub const NOT_ONE_ROOT: Code = Code::new("not_one_root");

// Calendars.

/// A day that a calendar does not cover.
pub const OUTSIDE_CALENDAR: Code = Code::new("outside_calendar");
/// A calendar that nobody supplied.
pub const UNKNOWN_CALENDAR: Code = Code::new("unknown_calendar");
/// One day twice in a calendar.
pub const DUPLICATE_DAY: Code = Code::new("duplicate_day");
/// A day of a calendar that its own coverage leaves out.
pub const DAY_OUTSIDE_COVERAGE: Code = Code::new("day_outside_coverage");
/// A working weekend on a day of the week that is no weekend.
pub const NOT_A_WEEKEND: Code = Code::new("not_a_weekend");
/// A calendar on which nobody ever works.
pub const NO_WORKING_DAY: Code = Code::new("no_working_day");
/// A calendar that claims days which the calendars it is made of do not cover.
pub const COVERAGE_TOO_WIDE: Code = Code::new("coverage_too_wide");
/// A table of the library that cannot be read.
pub const BROKEN_TABLE: Code = Code::new("broken_table");

// Procedures and clocks.

/// An event that complaints do not have.
pub const UNKNOWN_EVENT: Code = Code::new("unknown_event");
/// A procedure that the engine does not have.
pub const UNKNOWN_PROCEDURE: Code = Code::new("unknown_procedure");
/// A procedure that is not for such a complaint, or of which that cannot be said.
pub const PROCEDURE_DOES_NOT_APPLY: Code = Code::new("procedure_does_not_apply");
/// A time zone that the IANA database does not have.
pub const UNKNOWN_TIME_ZONE: Code = Code::new("unknown_time_zone");
/// A time of day not written `hh:mm`.
pub const BAD_TIME: Code = Code::new("bad_time");
/// Hours of a day that overlap, or are not in order.
pub const BAD_WINDOW: Code = Code::new("bad_window");

// Complaint analysis.

/// A text that is no month, quarter or year, or a period without one before it.
pub const BAD_PERIOD: Code = Code::new("bad_period");
/// A period compared with one that it overlaps, or that comes later.
pub const PREVIOUS_NOT_BEFORE: Code = Code::new("previous_not_before");
/// A question about a period that is not over.
pub const AS_OF_BEFORE_END: Code = Code::new("as_of_before_end");
/// Upper ends of buckets that do not ascend.
pub const NOT_ASCENDING: Code = Code::new("not_ascending");
/// An amount where no currency is given.
pub const CURRENCY_MISSING: Code = Code::new("currency_missing");
/// A date of a complaint that lies before what comes first.
pub const OUT_OF_ORDER: Code = Code::new("out_of_order");
/// A corrective action against a cause that the scheme does not have.
pub const UNKNOWN_CAUSE: Code = Code::new("unknown_cause");
/// An effect checked over no day.
pub const NO_DAYS: Code = Code::new("no_days");
/// An exposure of zero or below where a rate is needed.
pub const NO_EXPOSURE: Code = Code::new("no_exposure");

// Account managers.

/// Ranges of days that overlap where each day may have one only.
pub const OVERLAPPING_RANGES: Code = Code::new("overlapping_ranges");
/// A grade of which nothing is said.
pub const MISSING_GRADE: Code = Code::new("missing_grade");
/// A rule that needs a calendar and names none.
pub const MISSING_CALENDAR: Code = Code::new("missing_calendar");
/// A range of days outside the period that it belongs to.
pub const OUTSIDE_PERIOD: Code = Code::new("outside_period");
/// A part that is larger than the whole.
pub const ABOVE_TOTAL: Code = Code::new("above_total");
/// A manager that is not among those given.
pub const UNKNOWN_MANAGER: Code = Code::new("unknown_manager");
/// A report on a duty that no rule has.
pub const UNKNOWN_DUTY: Code = Code::new("unknown_duty");
/// A report on a major event that is not among those given.
pub const UNKNOWN_MAJOR_EVENT: Code = Code::new("unknown_major_event");
/// A day that is not the first of a period of the rule.
pub const NOT_PERIOD_START: Code = Code::new("not_period_start");
/// Something done before there was anything to do.
pub const DONE_TOO_EARLY: Code = Code::new("done_too_early");
/// An event known before it occurred.
pub const KNOWN_BEFORE_OCCURRED: Code = Code::new("known_before_occurred");

// Figures of the people who sell.

/// Two services of one agent that have a day in common.
pub const SERVICE_OVERLAP: Code = Code::new("service_overlap");

// Partners and agents.

/// A commission above the filed cap.
pub const COMMISSION_ABOVE_CAP: Code = Code::new("commission_above_cap");
/// Two appraisal periods of one partner that have a day in common.
pub const PERIOD_OVERLAP: Code = Code::new("period_overlap");
/// A title that premium alone can earn.
pub const PREMIUM_ONLY_TITLE: Code = Code::new("premium_only_title");
// Assignment of customers.

/// Managers who report to each other in a circle.
pub const REPORT_CYCLE: Code = Code::new("report_cycle");
/// A manager's post at a unit that is not front-line.
pub const NOT_FRONT_LINE: Code = Code::new("not_front_line");
/// A manager who can take on nothing.
pub const NO_CAPACITY: Code = Code::new("no_capacity");
/// A customer or a task that is no work.
pub const NO_EFFORT: Code = Code::new("no_effort");
/// A second manager of a customer without an exception that allows it.
pub const OVERLAPPING_ASSIGNMENTS: Code = Code::new("overlapping_assignments");
/// A manager who supervises themself.
pub const SUPERVISED_BY_SELF: Code = Code::new("supervised_by_self");
/// A long call that its caller ended.
pub const CANCELLED: Code = Code::new("cancelled");

// Long calls.

/// A number of threads that cannot be started.
pub const THREADS: Code = Code::new("bad_threads");
/// The library failed inside.
pub const PANICKED: Code = Code::new("panic");
