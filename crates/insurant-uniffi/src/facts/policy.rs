//! Policies and their endorsements.

use crate::native::{Amount, CivilDate};
use crate::words::BusinessSource;

/// A policy. Amounts are decimals in major units.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Policy {
    /// The host's id.
    pub policy_id: String,
    /// Line of business.
    pub line: String,
    /// How the business came.
    pub business_source: BusinessSource,
    /// First day of cover.
    pub start: CivilDate,
    /// First day after the term.
    pub end: CivilDate,
    /// Premium at the start, before tax and commission.
    pub written_premium: Amount,
    /// What a cancellation gave back; nothing when absent.
    #[uniffi(default = None)]
    pub refunded: Option<Amount>,
    /// First day without cover, when cancelled.
    #[uniffi(default = None)]
    pub cancelled_on: Option<CivilDate>,
    /// When it was issued; tells whether it is bound.
    #[uniffi(default = None)]
    pub issued_on: Option<CivilDate>,
    /// The partner through whom it was written.
    #[uniffi(default = None)]
    pub partner_id: Option<String>,
    /// The tender that it belongs to.
    #[uniffi(default = None)]
    pub tender_id: Option<String>,
    /// Vehicles, persons or sites covered; at least 1.
    #[uniffi(default = 1)]
    pub insured_units: i64,
    /// ISO 4217; the rulebook's when absent.
    #[uniffi(default = None)]
    pub currency: Option<String>,
    /// Endorsements.
    #[uniffi(default = [])]
    pub movements: Vec<PremiumMovement>,
}

/// An endorsement: premium that changes from a date on.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PremiumMovement {
    /// The day from which it is earned.
    pub effective: CivilDate,
    /// Major units; may be negative.
    pub amount: Amount,
}
