//! Rows of facts as C lays them out.
//!
//! Enumerations arrive as numbers and are checked; 0 is never a member, so that a field nobody set
//! is found. A day is days since 1970-01-01, and INSURANT_NO_DAY where there is none.

use crate::text::InsurantStr;

/// No day: an end that is not known, a date that does not apply.
pub const INSURANT_NO_DAY: i32 = i32::MIN;

/// The kind of a customer.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantCustomerKind {
    /// A person.
    Individual = 1,
    /// A firm or public body.
    Organisation = 2,
    /// An agency, broker or tender unit that brings business.
    Partner = 3,
}

/// What is told of a customer; 0 is nothing.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantTold {
    /// Nobody told. It never means no.
    Unknown = 0,
    /// No.
    No = 1,
    /// Yes.
    Yes = 2,
}

/// Credit standing; 0 is not known.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantCredit {
    /// Nobody told.
    Unknown = 0,
    /// Pays and keeps terms.
    Good = 1,
    /// Neither.
    Fair = 2,
    /// Does not.
    Poor = 3,
}

/// How business came.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantBusinessSource {
    /// From the customer.
    Direct = 1,
    /// Through a partner.
    Intermediary = 2,
    /// By tender.
    Tender = 3,
}

/// Where a claim stands.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantClaimStatus {
    /// Being handled.
    Open = 1,
    /// Closed with or without a payment.
    Settled = 2,
    /// Refused.
    Declined = 3,
    /// Taken back by the customer.
    Withdrawn = 4,
    /// Being handled again.
    Reopened = 5,
}

/// Where an entry of the blacklist register stands.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantEntryState {
    /// Proposed, not decided.
    Proposed = 1,
    /// In effect.
    Active = 2,
    /// In effect, and the customer objects.
    UnderAppeal = 3,
    /// Set aside for the time being.
    Suspended = 4,
    /// Past its expiry.
    Expired = 5,
    /// Taken off.
    Removed = 6,
}

/// An endorsement: premium that changes from a day on.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantMovement {
    /// The day from which it is earned.
    pub effective: i32,
    /// Minor units; may be negative.
    pub amount: i64,
}

/// A policy.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantPolicy {
    /// The host's id; only explanations need it.
    pub id: InsurantStr,
    /// The line of business: a number that these rules gave out, see insurant_rules_line.
    pub line: u32,
    /// An InsurantBusinessSource.
    pub source: i32,
    /// The first day of cover.
    pub start: i32,
    /// The day after the last day of cover.
    pub end: i32,
    /// The first day without cover when it was cancelled, or INSURANT_NO_DAY.
    pub cancelled_on: i32,
    /// The day of issue, or INSURANT_NO_DAY.
    pub issued_on: i32,
    /// Premium at the start, minor units.
    pub written_premium: i64,
    /// What a cancellation gave back, minor units.
    pub refunded: i64,
    /// The tender that it belongs to: any number of one's own among the customer's policies; 0 for
    /// none.
    pub tender: u32,
    /// Vehicles, persons or sites covered; at least 1.
    pub insured_units: u32,
    /// Endorsements.
    pub movements: *const InsurantMovement,
    /// How many.
    pub movement_count: usize,
}

/// A claim.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantClaim {
    /// The host's id; only explanations need it.
    pub id: InsurantStr,
    /// Which of the customer's policies, from 0; -1 for none.
    pub policy: i32,
    /// An InsurantClaimStatus.
    pub status: i32,
    /// The day of the loss.
    pub loss_date: i32,
    /// The day on which it was reported, or INSURANT_NO_DAY.
    pub reported_on: i32,
    /// Total paid, minor units.
    pub paid: i64,
    /// Case reserve, minor units.
    pub reserve: i64,
    /// Recovered from others, minor units.
    pub recovered: i64,
    /// The event that it belongs to: any number of one's own among the customer's claims; 0 for
    /// none.
    pub event: u32,
    /// 1 when it is coded as a catastrophe loss, else 0.
    pub catastrophe: u32,
}

/// An entry of the blacklist register.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantEntry {
    /// The host's id; only explanations need it.
    pub id: InsurantStr,
    /// An InsurantEntryState.
    pub state: i32,
    /// The first day of effect.
    pub effective: i32,
    /// The first day without effect, or INSURANT_NO_DAY.
    pub expiry: i32,
}
