//! The result of an assessment, in memory of the host.

use crate::fault::Fault;
use crate::pointer::check;
use crate::value::InsurantValue;
use insurant::decision::Cause;
use insurant::{Category, Standing, Verdict};

/// The category of a customer.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantCategory {
    /// The rulebook has no categories.
    None = 0,
    /// Never insured with us.
    Unattached = 1,
    /// Means to insure, or was insured here and left.
    Prospect = 2,
    /// Insured.
    Standard = 3,
    /// Insured, good credit, good record.
    Preferred = 4,
    /// Insured and weighty.
    Key = 5,
    /// A partner that is not key.
    NotApplicable = 6,
    /// It cannot be said: see the cause.
    Undecided = 7,
}

/// What a host shows first.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantStanding {
    /// Undecided, and not blacklisted.
    None = 0,
    /// Nothing is the matter.
    Clear = 1,
    /// A risk alert is open.
    Watch = 2,
    /// An entry of the register is in effect.
    Blacklisted = 3,
}

/// Why a customer is undecided.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantCause {
    /// The customer is decided.
    None = 0,
    /// A sum does not fit 64 bits: the facts were usable, so the status is 0.
    Overflow = 1,
    /// A policy in another currency than the rulebook's.
    MixedCurrency = 2,
    /// A row about the customer was rejected.
    RejectedRow = 3,
}

/// The result of one assessment. Rules are bits: rule i is bit i, and insurant_rules_alert_id and
/// its like give the names.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantResult {
    /// sizeof(InsurantResult), set by the caller.
    pub size: usize,
    /// The InsurantStatus of this customer: 0, or why its facts could not be used. A customer with
    /// usable facts of whom it cannot be said what they are has 0 here and says so by `cause`: sums
    /// beyond 64 bits are INSURANT_CAUSE_OVERFLOW, with INSURANT_CATEGORY_UNDECIDED.
    pub status: i32,
    /// An InsurantCategory.
    pub category: i32,
    /// An InsurantStanding.
    pub standing: i32,
    /// An InsurantCause.
    pub cause: i32,
    /// 1 when the facts are younger than the day of the assessment, else 0.
    pub hindsight: i32,
    /// 1 when the facts are older than the day of the assessment, else 0.
    pub projected: i32,
    /// The categories that hold: bit n is that of the InsurantCategory n.
    pub held: u64,
    /// The category rules that hold.
    pub holds: u64,
    /// The category rules that could not be answered.
    pub unknown: u64,
    /// The alerts raised.
    pub alerts: u64,
    /// The alerts that could not be answered.
    pub alerts_unknown: u64,
    /// The blacklist criteria that propose an entry.
    pub proposals: u64,
    /// The criteria that could not be answered.
    pub proposals_unknown: u64,
    /// Set by the caller: where the measures go, in the order in which they were asked for. May be
    /// NULL when `value_capacity` is 0.
    pub values: *mut InsurantValue,
    /// Set by the caller: for how many there is room. Those beyond are left out.
    pub value_capacity: usize,
    /// How many were written.
    pub value_count: usize,
}

pub(crate) const fn category(category: Option<Category>) -> InsurantCategory {
    match category {
        None => InsurantCategory::None,
        Some(Category::Unattached) => InsurantCategory::Unattached,
        Some(Category::Prospect) => InsurantCategory::Prospect,
        Some(Category::Standard) => InsurantCategory::Standard,
        Some(Category::Preferred) => InsurantCategory::Preferred,
        Some(Category::Key) => InsurantCategory::Key,
        Some(Category::NotApplicable) => InsurantCategory::NotApplicable,
        Some(Category::Undecided) => InsurantCategory::Undecided,
    }
}

const fn standing(standing: Option<Standing>) -> InsurantStanding {
    match standing {
        None => InsurantStanding::None,
        Some(Standing::Clear) => InsurantStanding::Clear,
        Some(Standing::Watch) => InsurantStanding::Watch,
        Some(Standing::Blacklisted) => InsurantStanding::Blacklisted,
    }
}

const fn cause(cause: Option<Cause>) -> InsurantCause {
    match cause {
        None => InsurantCause::None,
        Some(Cause::Overflow) => InsurantCause::Overflow,
        Some(Cause::MixedCurrency) => InsurantCause::MixedCurrency,
        Some(Cause::RejectedRow) => InsurantCause::RejectedRow,
    }
}

impl InsurantResult {
    /// Whether measures can be written where the caller says.
    pub(crate) fn has_place(&self) -> Result<(), Fault> {
        if self.value_capacity == 0 {
            return Ok(());
        }
        check(self.values, "out.values")
    }

    /// Says why there is no verdict, and leaves what the caller set.
    pub(crate) fn refuse(&mut self, status: crate::status::InsurantStatus) {
        let nothing = Verdict::undecided(Cause::RejectedRow, false);
        self.fill(&nothing, 0, 0);
        self.status = status as i32;
    }

    /// Writes a verdict, and leaves what the caller set.
    pub(crate) fn fill(&mut self, verdict: &Verdict, held: u64, value_count: usize) {
        *self = Self {
            size: self.size,
            status: 0,
            category: category(verdict.category) as i32,
            standing: standing(verdict.standing) as i32,
            cause: cause(verdict.cause) as i32,
            hindsight: verdict.hindsight.into(),
            projected: verdict.projected.into(),
            held,
            holds: verdict.holds.bits(),
            unknown: verdict.unknown.bits(),
            alerts: verdict.alerts.bits(),
            alerts_unknown: verdict.alerts_unknown.bits(),
            proposals: verdict.proposals.bits(),
            proposals_unknown: verdict.proposals_unknown.bits(),
            values: self.values,
            value_capacity: self.value_capacity,
            value_count,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::InsurantStatus;

    #[test]
    fn measures_have_a_place_that_they_can_be_written_to() {
        let mut room = [0_u64; 32];
        let base: *mut u8 = room.as_mut_ptr().cast();
        let status = |values: *mut InsurantValue, value_capacity: usize| {
            let result = InsurantResult {
                size: size_of::<InsurantResult>(),
                status: 0,
                category: 0,
                standing: 0,
                cause: 0,
                hindsight: 0,
                projected: 0,
                held: 0,
                holds: 0,
                unknown: 0,
                alerts: 0,
                alerts_unknown: 0,
                proposals: 0,
                proposals_unknown: 0,
                values,
                value_capacity,
                value_count: 0,
            };
            result.has_place().map_err(|fault| fault.status()).err()
        };
        assert_eq!(status(base.cast(), 1), None);
        assert_eq!(status(std::ptr::null_mut(), 0), None);
        let missing = status(std::ptr::null_mut(), 1);
        assert_eq!(missing, Some(InsurantStatus::NullPointer));
        let odd = base.wrapping_add(1).cast();
        assert_eq!(status(odd, 1), Some(InsurantStatus::Misaligned));
    }

    /// The words of the header are those of the core, whatever order the core has them in.
    #[test]
    fn enumerations_follow_the_core() {
        let words: Vec<String> = Category::ALL
            .iter()
            .map(|c| format!("{:?}", category(Some(*c))).to_lowercase())
            .collect();
        let core: Vec<String> = Category::ALL
            .iter()
            .map(|c| c.as_str().replace('_', ""))
            .collect();
        assert_eq!(words, core);
        let words: Vec<String> = Standing::ALL
            .iter()
            .map(|s| format!("{:?}", standing(Some(*s))).to_lowercase())
            .collect();
        let core: Vec<&str> = Standing::ALL.iter().map(|s| s.as_str()).collect();
        assert_eq!(words, core);
        let words: Vec<String> = Cause::ALL
            .iter()
            .map(|c| format!("{:?}", cause(Some(*c))).to_lowercase())
            .collect();
        let core: Vec<String> = Cause::ALL
            .iter()
            .map(|c| c.as_str().replace('_', ""))
            .collect();
        assert_eq!(words, core);
    }
}
