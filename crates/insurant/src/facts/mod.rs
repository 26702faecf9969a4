//! What the host already has: customers, policies, endorsements, claims, register entries.

mod checked;
mod claim;
mod customer;
mod entry;
mod json;
mod policy;
mod record;
pub(crate) mod shape;
mod told;
mod view;

pub use checked::CheckedCustomer;
pub use claim::{Claim, ClaimStatus, ClaimTerms};
pub use customer::{Credit, CustomerKind, Profile};
pub use entry::{Entry, EntryState};
pub use policy::{BusinessSource, Policy, PolicyTerms, PremiumMovement};
pub use record::{ClaimFacts, CustomerFacts, EntryFacts, PolicyFacts};
pub(crate) use told::merge;
pub use told::told_together;
pub use view::CustomerView;
