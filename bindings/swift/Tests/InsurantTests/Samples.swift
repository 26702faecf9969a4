import Foundation

@testable import Insurant

let asOf = DateComponents.civil(2024, 7, 1)

func decimal(_ text: String) -> Decimal { decimalOf(text) }

func policy(
    _ number: Int = 1, id: String? = nil, end: DateComponents = .civil(2025, 1, 1),
    premium: Decimal = decimal("50000.00"), units: Int64 = 1, movements: [PremiumMovement] = []
) -> Policy {
    Policy(
        policyId: id ?? "P-\(number)", line: "property", businessSource: .direct, start: .civil(2024, 1, 1), end: end,
        writtenPremium: premium, insuredUnits: units, movements: movements)
}

/// A customer with three policies and a claim.
func customer(
    _ number: Int = 1, id: String? = nil, inputs: [String: InputValue] = [:],
    policies: [Policy] = [policy(1), policy(2), policy(3)], claimed: Bool = true
) -> Customer {
    let claim = Claim(
        claimId: "K-1", lossDate: .civil(2024, 3, 1), status: .settled, policyId: "P-1", paid: decimal("1200.50"))
    return Customer(
        customerId: id ?? "C-\(number)", kind: .individual, inputs: inputs, policies: policies,
        claims: claimed ? [claim] : [])
}

/// The question of `call` about `customer`.
func json(_ number: Int = 1) -> String {
    let policies = (1...3).map {
        """
        {"policy_id":"P-\($0)","line":"property","business_source":"direct","start":"2024-01-01",\
        "end":"2025-01-01","written_premium":"50000.00"}
        """
    }
    return """
        {"as_of":"2024-07-01","customer":{"customer_id":"C-\(number)","kind":"individual",\
        "policies":[\(policies.joined(separator: ","))],"claims":[{"claim_id":"K-1","policy_id":"P-1",\
        "loss_date":"2024-03-01","status":"settled","paid":"1200.50","reserve":"0"}]}}
        """
}
