//! A customer as C lays it out.

use crate::row::{InsurantClaim, InsurantEntry, InsurantPolicy};
use crate::text::InsurantStr;
use crate::value::InsurantValue;

/// A customer with everything that is known, in arrays that the host owns. They are borrowed until
/// the call returns. An array of count 0 may be NULL.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantCustomer {
    /// sizeof(InsurantCustomer), set by the caller.
    pub size: usize,
    /// The host's id; only explanations need it.
    pub id: InsurantStr,
    /// An InsurantCustomerKind.
    pub kind: i32,
    /// An InsurantCredit.
    pub credit: i32,
    /// Means to insure with us: an InsurantTold.
    pub intends_to_insure: i32,
    /// Signs of malicious fraud: an InsurantTold.
    pub fraud_signs: i32,
    /// Hard to settle with after a loss: an InsurantTold.
    pub hard_to_settle: i32,
    /// Whether an account manager is assigned: an InsurantTold.
    pub manager_assigned: i32,
    /// The day from which the records are whole, or INSURANT_NO_DAY.
    pub history_from: i32,
    /// The day on which the facts were taken from the core system, or INSURANT_NO_DAY.
    pub valued_on: i32,
    /// The day of the next review, or INSURANT_NO_DAY.
    pub next_review: i32,
    /// The customer's policies.
    pub policies: *const InsurantPolicy,
    /// How many.
    pub policy_count: usize,
    /// Policies of anybody that carry this partner's id, the partner's own included.
    pub placed: *const InsurantPolicy,
    /// How many.
    pub placed_count: usize,
    /// sizeof(InsurantPolicy).
    pub policy_stride: usize,
    /// sizeof(InsurantMovement).
    pub movement_stride: usize,
    /// The claims on the policies.
    pub claims: *const InsurantClaim,
    /// How many.
    pub claim_count: usize,
    /// sizeof(InsurantClaim).
    pub claim_stride: usize,
    /// Entries of the blacklist register.
    pub entries: *const InsurantEntry,
    /// How many.
    pub entry_count: usize,
    /// sizeof(InsurantEntry).
    pub entry_stride: usize,
    /// The inputs that the rulebook declares, in its order, from insurant_rules_read_input; those
    /// behind the last are unknown.
    pub inputs: *const InsurantValue,
    /// How many.
    pub input_count: usize,
}
