//! The closed enumerations. The macro matches each exhaustively: a member that the core gains does
//! not compile here until it is written down.

use insurant_rules::{State, Truth};

/// Where a customer stands on the ladder.
pub type CustomerCategory = insurant::Category;
/// What the host shows first.
pub type Standing = insurant::Standing;
/// Why a customer could not be decided on.
pub type Cause = insurant::Cause;
/// The kind of a customer.
pub type CustomerKind = insurant::facts::CustomerKind;
/// Credit standing.
pub type Credit = insurant::facts::Credit;
/// How the business came.
pub type BusinessSource = insurant::facts::BusinessSource;
/// Where a claim stands.
pub type ClaimStatus = insurant::facts::ClaimStatus;
/// Where an entry of the register stands.
pub type EntryState = insurant::facts::EntryState;
/// What became of a customer between two assessments.
pub type Movement = insurant::Movement;
/// Whether a figure has a value.
pub type FigureState = State;
/// The answer of a condition.
pub type ConditionAnswer = Truth;
/// The section of the rulebook that a rule belongs to.
pub type RuleSection = insurant::decision::RuleSection;
/// What a day of a calendar is.
pub type DayKind = insurant::calendar::DayKind;

/// Where a customer stands on the ladder, from the foot up; and the two answers beside it.
#[uniffi::remote(Enum)]
pub enum CustomerCategory {
    /// Never insured with us (C-07).
    Unattached,
    /// Means to insure, or was insured here and left (C-08).
    Prospect,
    /// Insured with us (C-09).
    Standard,
    /// A good customer (C-10).
    Preferred,
    /// An important customer or partner (C-11).
    Key,
    /// A partner that is not key: partners have no place on the ladder.
    NotApplicable,
    /// The facts cannot be decided on; the cause is beside it.
    Undecided,
}

/// What the host shows first.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// Nothing against the customer.
    Clear,
    /// A risk alert is open.
    Watch,
    /// An entry of the register is in effect.
    Blacklisted,
}

/// Why a customer could not be decided on (never a guess).
#[uniffi::remote(Enum)]
pub enum Cause {
    /// A sum does not fit 64 bits.
    Overflow,
    /// A policy in another currency than the rulebook's.
    MixedCurrency,
    /// A row about the customer was rejected when the facts were read.
    RejectedRow,
}

/// The kind of a customer.
#[uniffi::remote(Enum)]
pub enum CustomerKind {
    /// A person.
    Individual,
    /// A firm or public body.
    Organisation,
    /// An agency, broker or tender unit that brings business (C-11).
    Partner,
}

/// Credit standing, as the host judges it.
#[uniffi::remote(Enum)]
pub enum Credit {
    /// Pays and keeps terms.
    Good,
    /// Neither.
    Fair,
    /// Does not.
    Poor,
}

/// How the business came (C-11).
#[uniffi::remote(Enum)]
pub enum BusinessSource {
    /// From the customer.
    Direct,
    /// Through a partner.
    Intermediary,
    /// By tender.
    Tender,
}

/// Where a claim stands.
#[uniffi::remote(Enum)]
pub enum ClaimStatus {
    /// Being handled.
    Open,
    /// Closed with or without a payment.
    Settled,
    /// Refused.
    Declined,
    /// Taken back by the customer: counts nowhere, but for its reserve.
    Withdrawn,
    /// Being handled again.
    Reopened,
}

/// Where an entry stands.
#[uniffi::remote(Enum)]
pub enum EntryState {
    /// Proposed by the claims department; not decided.
    Proposed,
    /// In effect.
    Active,
    /// In effect, and the customer objects.
    UnderAppeal,
    /// Set aside for the time being.
    Suspended,
    /// Past its expiry.
    Expired,
    /// Taken off.
    Removed,
}

/// A step on the transition chart, or none.
#[uniffi::remote(Enum)]
pub enum Movement {
    /// An unattached customer or prospect insures with us.
    Growth,
    /// Up the ladder among the insured.
    Upgrade,
    /// An unattached customer becomes a prospect.
    Mining,
    /// Stripped off: onto the blacklist.
    Strip,
    /// Down the ladder without leaving, or a prospect that cools.
    Downgrade,
    /// An insured customer leaves.
    Attrition,
    /// The same category.
    Unchanged,
    /// One side is undecided, or no step of the ladder.
    Undetermined,
}

/// What is known of a value. The order is that of precedence: a value that is both is `Unknown`.
#[uniffi::remote(Enum)]
pub enum FigureState {
    /// It has a value.
    Known,
    /// It has none by definition, such as a quotient with nothing below the line.
    Undefined,
    /// Nobody supplied what it needs.
    Unknown,
}

/// What a condition answers.
#[uniffi::remote(Enum)]
pub enum ConditionAnswer {
    /// No.
    False,
    /// Something that decides it is missing.
    Unknown,
    /// Yes.
    True,
}

/// The section of the rulebook that a rule belongs to.
#[uniffi::remote(Enum)]
pub enum RuleSection {
    /// Alerts.
    Alerts,
    /// Criteria of the blacklist.
    Blacklist,
    /// Categories.
    Categories,
}

/// What kind of day it is.
#[uniffi::remote(Enum)]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A day of the weekend on which people work (调休).
    WorkingWeekend,
    /// An ordinary day of the weekend.
    Weekend,
    /// A named day off, on the weekend or not.
    Holiday,
}
