package org.insurant

import java.math.BigDecimal
import java.time.LocalDate

/** Facts that several tests use. */
internal object Samples {
    val asOf: LocalDate = LocalDate.of(2024, 7, 1)

    fun policy(number: Int = 1) = Policy(
        policyId = "P-$number",
        line = "property",
        businessSource = BusinessSource.DIRECT,
        start = LocalDate.of(2024, 1, 1),
        end = LocalDate.of(2025, 1, 1),
        writtenPremium = BigDecimal("50000.00"),
    )

    /** A customer with three policies and a claim. */
    fun customer(number: Int = 1) = Customer(
        customerId = "C-$number",
        kind = CustomerKind.INDIVIDUAL,
        policies = listOf(policy(1), policy(2), policy(3)),
        claims = listOf(
            Claim(
                claimId = "K-1",
                policyId = "P-1",
                lossDate = LocalDate.of(2024, 3, 1),
                status = ClaimStatus.SETTLED,
                paid = BigDecimal("1200.50"),
            ),
        ),
    )

    /** The question of `call` about [customer]. */
    fun json(number: Int = 1): String {
        val policies = (1..3).joinToString(",") {
            """{"policy_id":"P-$it","line":"property","business_source":"direct","start":"2024-01-01",
            "end":"2025-01-01","written_premium":"50000.00"}"""
        }
        return """{"as_of":"$asOf","customer":{"customer_id":"C-$number","kind":"individual","policies":[$policies],
            "claims":[{"claim_id":"K-1","policy_id":"P-1","loss_date":"2024-03-01","status":"settled",
            "paid":"1200.50","reserve":"0"}]}}"""
    }
}
