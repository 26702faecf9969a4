//! What operations on the organisation take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// The units.
    asked OrganisationInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
    }
}

record! {
    /// A tree without mistakes.
    answered OrganisationOutput {
        /// How many units there are.
        units "units": i64,
        /// The topmost unit.
        root "root": String,
        /// Units that show no complaint telephone.
        without_complaint_phone "without_complaint_phone": Vec<String>,
    }
}
