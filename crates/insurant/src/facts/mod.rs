//! What the host already has: customers, policies, endorsements, claims, register entries.

mod claim;
mod customer;
mod entry;
mod policy;
mod view;

pub use claim::{Claim, ClaimStatus, ClaimTerms};
pub use customer::{Credit, CustomerKind, Profile};
pub use entry::{Entry, EntryState};
pub use policy::{BusinessSource, Policy, PolicyTerms, PremiumMovement};
pub use view::CustomerView;
