// Facts for Java, which knows neither named arguments nor defaults.

package org.insurant

import java.math.BigDecimal
import java.time.LocalDate

/** Makes facts out of what each of them must have; a builder adds what it may have. */
public object Facts {
    /** A policy: its line, where the business came from, its term and its premium in major units. */
    @JvmStatic
    public fun policy(
        policyId: String,
        line: String,
        businessSource: BusinessSource,
        start: LocalDate,
        end: LocalDate,
        writtenPremium: BigDecimal,
    ): PolicyBuilder = PolicyBuilder(Policy(policyId, line, businessSource, start, end, writtenPremium))

    /** A claim on a policy. */
    @JvmStatic
    public fun claim(claimId: String, policyId: String, lossDate: LocalDate, status: ClaimStatus): ClaimBuilder =
        ClaimBuilder(Claim(claimId = claimId, policyId = policyId, lossDate = lossDate, status = status))

    /** A customer, so far without policies. */
    @JvmStatic
    public fun customer(customerId: String, kind: CustomerKind): CustomerBuilder =
        CustomerBuilder(Customer(customerId = customerId, kind = kind))
}

/** A policy in the making. */
public class PolicyBuilder internal constructor(private var made: Policy) {
    /** What a cancellation gave back. */
    public fun refunded(amount: BigDecimal): PolicyBuilder = with(made.copy(refunded = amount))

    /** The day of its cancellation. */
    public fun cancelledOn(day: LocalDate): PolicyBuilder = with(made.copy(cancelledOn = day))

    /** The day on which it was issued. */
    public fun issuedOn(day: LocalDate): PolicyBuilder = with(made.copy(issuedOn = day))

    /** The partner who placed it. */
    public fun partnerId(id: String): PolicyBuilder = with(made.copy(partnerId = id))

    /** The tender that it belongs to. */
    public fun tenderId(id: String): PolicyBuilder = with(made.copy(tenderId = id))

    /** How many units it insures. */
    public fun insuredUnits(units: Long): PolicyBuilder = with(made.copy(insuredUnits = units))

    /** Its currency, to be checked against the rulebook's. */
    public fun currency(code: String): PolicyBuilder = with(made.copy(currency = code))

    /** An endorsement: from that day on, so much more premium, or less. */
    public fun endorsed(effective: LocalDate, amount: BigDecimal): PolicyBuilder =
        with(made.copy(movements = made.movements + PremiumMovement(effective = effective, amount = amount)))

    /** The policy. */
    public fun build(): Policy = made

    private fun with(policy: Policy) = apply { made = policy }
}

/** A claim in the making. */
public class ClaimBuilder internal constructor(private var made: Claim) {
    /** The person who claims, if that is not the customer. */
    public fun claimantId(id: String): ClaimBuilder = with(made.copy(claimantId = id))

    /** The day of its report. */
    public fun reportedOn(day: LocalDate): ClaimBuilder = with(made.copy(reportedOn = day))

    /** What was paid. */
    public fun paid(amount: BigDecimal): ClaimBuilder = with(made.copy(paid = amount))

    /** What is still expected to be paid. */
    public fun reserve(amount: BigDecimal): ClaimBuilder = with(made.copy(reserve = amount))

    /** What came back. */
    public fun recovered(amount: BigDecimal): ClaimBuilder = with(made.copy(recovered = amount))

    /** Coded as a catastrophe. */
    public fun catastrophe(): ClaimBuilder = with(made.copy(catastrophe = true))

    /** The event that it belongs to. */
    public fun eventId(id: String): ClaimBuilder = with(made.copy(eventId = id))

    /** The claim. */
    public fun build(): Claim = made

    private fun with(claim: Claim) = apply { made = claim }
}

/** A customer in the making. */
public class CustomerBuilder internal constructor(private var made: Customer) {
    /** Adds policies. */
    public fun policies(vararg policies: Policy): CustomerBuilder = with(made.copy(policies = made.policies + policies))

    /** Adds claims. */
    public fun claims(vararg claims: Claim): CustomerBuilder = with(made.copy(claims = made.claims + claims))

    /** Adds entries of the blacklist register. */
    public fun entries(vararg entries: RegisterEntry): CustomerBuilder = with(made.copy(entries = made.entries + entries))

    /** Credit standing. */
    public fun credit(credit: Credit): CustomerBuilder = with(made.copy(credit = credit))

    /** The day from which the records are whole. */
    public fun historyFrom(day: LocalDate): CustomerBuilder = with(made.copy(historyFrom = day))

    /** An input that the rulebook declares. */
    public fun input(name: String, value: InputValue): CustomerBuilder = with(made.copy(inputs = made.inputs + (name to value)))

    /** The customer. */
    public fun build(): Customer = made

    private fun with(customer: Customer) = apply { made = customer }
}
