//! The reasons of the Texas Department of Insurance as causes of the NAIC.

use insurant::complaint::analysis::Cause;

const REASONS: &[(&str, &str)] = &[
    ("Agent Handling", "marketing_and_sales/agent_handling"),
    ("Assignment of Benefits", "claims/assignment_of_benefits"),
    ("Cancellation", "underwriting/cancellation"),
    ("Cash Value", "policyholder_service/cash_value"),
    ("Claimant Fraud", "miscellaneous/fraud"),
    (
        "Coordination of Benefits",
        "claims/coordination_of_benefits",
    ),
    ("Cust Service Claim Handling", "claims/customer_service"),
    (
        "Cust Srvc Policy Holder Srvcs",
        "policyholder_service/customer_service",
    ),
    ("Delays (Claims Handling)", "claims/delays"),
    (
        "Delays (Policyholder Service)",
        "policyholder_service/delays",
    ),
    ("Delays (Underwriting)", "underwriting/delays"),
    ("Denial Of Claim", "claims/denial_of_claim"),
    ("Endorsement / Rider", "underwriting/endorsement_or_rider"),
    ("Insurer Fraud", "miscellaneous/fraud"),
    ("Liability Dispute", "claims/liability_dispute"),
    (
        "Misleading Advertising",
        "marketing_and_sales/misleading_advertising",
    ),
    ("Misrepresentation", "marketing_and_sales/misrepresentation"),
    ("Non-Renewal", "underwriting/nonrenewal"),
    (
        "Not Within TDI Jurisdiction",
        "miscellaneous/outside_jurisdiction",
    ),
    (
        "Notice Requirements",
        "policyholder_service/notice_requirements",
    ),
    ("Other", "miscellaneous/other"),
    ("Post-Claim Underwriting", "claims/post_claim_underwriting"),
    ("Premium Notice", "policyholder_service/premium_notice"),
    ("Premium and Rating", "underwriting/premium_and_rating"),
    ("Refund Of Premium", "policyholder_service/premium_refund"),
    ("Refusal to Insure", "underwriting/refusal_to_insure"),
    ("Unauthorized Acts", "marketing_and_sales/unauthorized_acts"),
    (
        "Unfair Discrim-Clms Handling",
        "claims/unfair_discrimination",
    ),
    (
        "Unfair Discrimination",
        "underwriting/unfair_discrimination",
    ),
    (
        "Unsatisfactory Settle/Offer",
        "claims/unsatisfactory_settlement",
    ),
    ("Use Of Clue Reports", "underwriting/credit_scoring"),
    ("Use of Credit Reports", "underwriting/credit_scoring"),
    ("Usual And Customary", "claims/usual_and_customary"),
];

/// The cause of reasons separated by `; `: the first of them that has one. Where none has, the
/// first in the department's words, which no scheme knows.
pub(super) fn cause(reasons: &str) -> Cause<'_> {
    let known = |reason: &str| REASONS.iter().find(|(text, _)| *text == reason);
    let mut all = reasons.split(';').map(str::trim);
    match all.clone().find_map(known) {
        Some((_, cause)) => Cause::parse(cause),
        None => Cause {
            function: all.next().unwrap_or_default(),
            reason: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{REASONS, cause};
    use insurant::complaint::analysis::{Cause, CauseScheme};

    #[test]
    fn every_reason_is_one_of_the_scheme() {
        let scheme = CauseScheme::naic();
        for (text, words) in REASONS {
            let cause = Cause::parse(words);
            assert!(scheme.has(cause.function, cause.reason), "{text}");
        }
        assert_eq!(
            cause("Access to Care; Other"),
            Cause::parse("miscellaneous/other")
        );
        assert_eq!(cause("Access to Care").function, "Access to Care");
    }
}
