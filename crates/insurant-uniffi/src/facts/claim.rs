//! Claims.

use crate::native::{Amount, CivilDate};
use crate::words::ClaimStatus;

/// A claim; one record is one claim. Amounts are decimals in major units.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Claim {
    /// The host's id.
    pub claim_id: String,
    /// The day of the loss.
    pub loss_date: CivilDate,
    /// Where it stands.
    pub status: ClaimStatus,
    /// Its policy; absent, the claim is a finding.
    #[uniffi(default = None)]
    pub policy_id: Option<String>,
    /// Who claims, if not the policyholder.
    #[uniffi(default = None)]
    pub claimant_id: Option<String>,
    /// The day it was reported.
    #[uniffi(default = None)]
    pub reported_on: Option<CivilDate>,
    /// Total paid; nothing when absent.
    #[uniffi(default = None)]
    pub paid: Option<Amount>,
    /// Case reserve; nothing when absent.
    #[uniffi(default = None)]
    pub reserve: Option<Amount>,
    /// Recovered from others; nothing when absent.
    #[uniffi(default = None)]
    pub recovered: Option<Amount>,
    /// Coded as a catastrophe loss.
    #[uniffi(default = false)]
    pub catastrophe: bool,
    /// Claims of one event are one claim.
    #[uniffi(default = None)]
    pub event_id: Option<String>,
}
