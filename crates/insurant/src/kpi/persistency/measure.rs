//! What one policy adds to either side, or why it adds nothing.

use super::policy::{Ceasing, Policy, Receipt};
use super::spec::{Basis, Spec, Variant};
use crate::closed::closed;

closed! {
    /// Why a policy is on neither side.
    Reason {
        /// It is a group's.
        NotIndividual = "not_individual",
        /// It is short-term.
        NotLongTerm = "not_long_term",
        /// It was paid for at once.
        SinglePremium = "single_premium",
        /// The days of grace are not over, or not known to be.
        Immature = "immature",
        /// The customer took it back while it was free to.
        CoolingOff = "cooling_off",
        /// A claim ended it.
        Claim = "claim",
        /// Premium is waived.
        Waiver = "waiver",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// It was moved away.
        TransferredOut = "transferred_out",
        /// It lapsed because it was suspended.
        Suspended = "suspended",
        /// It lapsed because it was converted.
        Converted = "converted",
        /// What was received is not known.
        NotKnown = "not_known",
    }
}

/// What a policy adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Share {
    pub(super) numerator: i128,
    pub(super) denominator: i128,
    /// The part of riders.
    pub(super) riders: Option<i128>,
    pub(super) late_receipts: u64,
    pub(super) late_amount: i128,
}

/// What a policy of the cohort adds to either side.
pub(super) fn measure(spec: &Spec, policy: &Policy<'_>) -> Result<Share, Reason> {
    let month = spec.month_of(policy.effective);
    let last = month + i32::from(spec.grace_days);
    let until = policy
        .known_until
        .map_or(spec.as_of, |until| until.min(spec.as_of));
    if !policy.individual {
        return Err(Reason::NotIndividual);
    }
    if !policy.long_term {
        return Err(Reason::NotLongTerm);
    }
    if policy.single {
        return Err(Reason::SinglePremium);
    }
    // Premium that comes on the last day of grace counts, so that day must be over.
    if last >= until.days() {
        return Err(Reason::Immature);
    }
    let ceased = policy.ceased.filter(|(_, on)| on.days() <= last);
    if let Some(reason) = ceased.and_then(|(by, _)| left_out(by, spec.variant)) {
        return Err(reason);
    }
    let mut share = Share::default();
    let mut in_time = |receipts: &[Receipt]| {
        let mut sum = None;
        for receipt in receipts.iter().filter(|r| r.month == spec.month) {
            if receipt.on.days() <= last {
                *sum.get_or_insert(0) += i128::from(receipt.amount);
            } else if receipt.on < until {
                share.late_receipts += 1;
                share.late_amount += i128::from(receipt.amount);
            }
        }
        sum
    };
    let own = policy.received.as_deref().map(&mut in_time);
    match spec.basis {
        Basis::Premium => {
            let own = own.ok_or(Reason::NotKnown)?;
            let end = crate::date::add_months(policy.effective.days(), spec.rider_months.into());
            let counting = policy.riders.iter().filter(|r| r.added_on.days() < end);
            let riders = counting.filter_map(|rider| in_time(&rider.received));
            share.riders = riders.reduce(|a, b| a + b);
            share.numerator = own.unwrap_or(0) + share.riders.unwrap_or(0);
            share.denominator = i128::from(policy.premium.unwrap_or(0));
        }
        Basis::Count => {
            let persists = match own {
                Some(own) => own.is_some_and(|sum| sum > 0),
                None => ceased.is_none(),
            };
            share.numerator = i128::from(persists);
            share.denominator = 1;
        }
    }
    Ok(share)
}

/// Why a policy that ceased so is left out; none when its premium is missing and that counts.
const fn left_out(by: Ceasing, variant: Variant) -> Option<Reason> {
    match (by, variant) {
        (Ceasing::CoolingOff, _) => Some(Reason::CoolingOff),
        (Ceasing::Claim, _) => Some(Reason::Claim),
        (Ceasing::Waiver, _) => Some(Reason::Waiver),
        (Ceasing::Cancelled, _) => Some(Reason::Cancelled),
        (Ceasing::TransferredOut, _) => Some(Reason::TransferredOut),
        (Ceasing::Suspended, Variant::Regulatory) => Some(Reason::Suspended),
        (Ceasing::Converted, Variant::Regulatory) => Some(Reason::Converted),
        (Ceasing::Suspended | Ceasing::Converted, Variant::Management)
        | (Ceasing::Surrendered | Ceasing::Lapsed | Ceasing::Matured, _) => None,
    }
}
