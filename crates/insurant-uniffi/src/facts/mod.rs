//! What the host already has: customers, policies, claims, register entries.

mod back;
mod claim;
mod customer;
mod entry;
mod policy;
mod reading;

pub use claim::Claim;
pub use customer::{Customer, InputValue};
pub use entry::RegisterEntry;
pub use policy::{Policy, PremiumMovement};
pub(crate) use reading::facts;
