//! The names that rulebooks may use of a partner.

use crate::rulebook::names::Names;
use insurant_rules::{Currency, DurationUnit, Type};

/// The subject's name in rulebooks and messages.
pub(crate) const PARTNER: &str = "partner";

/// The vocabulary of a partner. All of it is the host's to supply: most are figures of
/// [`crate::kpi`].
#[rustfmt::skip]
pub(crate) fn names() -> Names {
    let currency = Currency::any();
    let money = || Type::Money(currency);
    let years = || Type::Count(Some(DurationUnit::Years));
    Names::new(PARTNER, [
        ("premium", money(), "Premium of the period: the volume band (保费平台)."),
        ("premium_growth", Type::Ratio, "Premium over that of the period before, less one."),
        ("loss_ratio", Type::Ratio, "Losses over premium; undefined without premium."),
        ("persistency_13", Type::Ratio, "Persistency at month 13; by count, or capped."),
        ("persistency_25", Type::Ratio, "Persistency at month 25; by count, or capped."),
        ("contribution", Type::Ratio, "What it contributes, as a share of the insurer's result in the channel."),
        ("engagement", Type::Ratio, "Of its business, the share that it gives to the insurer (合作密度)."),
        ("activity_rate", Type::Ratio, "Monthly activity rate of its people (月均举绩率)."),
        ("productivity", Type::MoneyRatio(currency), "Premium per head of its people (人均产能)."),
        ("complaints", Type::Count(None), "Complaints about it in the period."),
        ("life_years", years(), "Whole years in life business."),
        ("management_years", years(), "Whole years that its core management has been in the business."),
        ("market_rank", Type::Count(None), "Its rank in its market; 1 is the leader."),
        ("shared_philosophy", Type::Boolean, "Shares the insurer's philosophy, as the host judges it."),
    ])
}
