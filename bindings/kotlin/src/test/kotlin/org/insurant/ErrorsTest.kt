package org.insurant

import java.math.BigDecimal
import java.nio.charset.CharacterCodingException
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Whatever is wrong is told with its code, its place and what to do, and the host lives on. */
class ErrorsTest {
    private val engine = Engine()
    private val rules = engine.rules("cn-property", Samples.asOf)

    private fun refused(field: String, code: String, change: (Policy) -> Policy) {
        val policies = listOf(Samples.policy(1), change(Samples.policy(2)))
        val customer = Samples.customer().copy(policies = policies, claims = listOf())
        val error = assertThrows<InsurantException.BadFacts> { rules.assess(customer) }
        val problem = error.problems.single()
        assertEquals(code to "policies[1].$field", problem.code to problem.path)
        assertTrue(problem.expected != null || problem.remedy != null, problem.text)
        assertTrue(problem.text in error.message && problem.code in error.message, error.message)
    }

    @Test
    fun `a bad field is named`() {
        for ((premium, code) in listOf(
            BigDecimal("1E+999999999") to "bad_decimal",
            BigDecimal("1E-999999") to "bad_decimal",
            BigDecimal("1E+30") to "number_too_large",
            BigDecimal("0.001") to "too_many_decimals",
            BigDecimal("-1") to "negative_amount",
        )) {
            refused("written_premium", code) { it.copy(writtenPremium = premium) }
        }
        for ((end, code) in listOf(
            LocalDate.of(9999, 12, 31) to "year_out_of_range",
            LocalDate.of(1, 1, 1) to "year_out_of_range",
            LocalDate.MAX to "no_such_date",
            LocalDate.MIN to "no_such_date",
            LocalDate.of(2024, 1, 1) to "zero_length_term",
        )) {
            refused("end", code) { it.copy(end = end) }
        }
        refused("policy_id", "bad_text") { it.copy(policyId = "P\u0000") }
        refused("policy_id", "bad_text") { it.copy(policyId = "") }
        refused("policy_id", "out_of_range") { it.copy(policyId = "P".repeat(129)) }
        for (units in listOf(0L, Long.MIN_VALUE, 1L shl 40)) {
            refused("insured_units", "bad_units") { it.copy(insuredUnits = units) }
        }
    }

    @Test
    fun `everything is told at once`() {
        val bad = Samples.policy(1).copy(end = LocalDate.of(2023, 1, 1), writtenPremium = BigDecimal("0.001"))
        val late = PremiumMovement(effective = LocalDate.of(9999, 12, 31), amount = BigDecimal.ONE)
        val customer = Samples.customer().copy(
            policies = listOf(bad, Samples.policy(2).copy(movements = listOf(late)), Samples.policy(2)),
            inputs = mapOf("brand_notabel" to InputValue.Answer(true)),
        )
        val error = assertThrows<InsurantException.BadFacts> { rules.explain(customer) }
        val paths = error.problems.map { it.path }
        for (path in listOf(
            "inputs.brand_notabel",
            "policies[0].written_premium",
            "policies[1].movements[0].effective",
            "policies[2].policy_id",
        )) {
            assertTrue(path in paths, "$path in $paths")
        }
        assertEquals("brand_notable", error.problems.single { it.path == "inputs.brand_notabel" }.nearest)
        assertEquals(error.problems[0], error.first)
    }

    @Test
    fun `names that are not there`() {
        val rulebook = assertThrows<InsurantException.UnknownRulebook> { engine.rules("cn-propertie", Samples.asOf) }
        assertEquals("cn-property", rulebook.first?.nearest)
        val operation = assertThrows<InsurantException.UnknownOperation> { engine.call("asess", "{}") }
        assertEquals("assess", operation.first?.nearest)
        val day = assertThrows<InsurantException.BadInput> { engine.rules("cn-property", LocalDate.of(1, 1, 1)) }
        assertEquals("as_of", day.first?.path)
    }

    @Test
    fun `a bad rulebook is told line by line`() {
        val head = listOf(
            "id = \"mine\"", "version = \"1\"", "language = 1", "extends = \"cn-property\"", "currency = \"CNY\"",
            "effective = { from = \"2020-01-01\" }",
        )
        val wrong = (0 until 50).flatMap { listOf("[parameters.p$it]", "value = \"12 XYZ\"") }
        val document = DocumentText("mine.toml", (head + wrong).joinToString("\n"))
        val checked = engine.check(document)
        assertNull(checked.fingerprint)
        val lines = checked.problems.mapNotNull { it.line }.toSet()
        assertTrue(lines.containsAll((8L until 108L step 2).toList()))
        assertTrue(checked.problems.all { it.column != null && it.source == "mine.toml" })
        val error = assertThrows<InsurantException.BadInput> { engine.rulesOf(document, Samples.asOf) }
        assertEquals(checked.problems, error.problems)
    }

    @Test
    fun `inputs of every size`() {
        for (text in listOf("", "{", "[".repeat(200), "\u0000", "{".repeat(100_000))) {
            assertThrows<InsurantException.BadInput> { engine.call("assess", text) }
        }
        val large = assertThrows<InsurantException.BadInput> { engine.call("assess", " ".repeat((64 shl 20) + 1)) }
        assertEquals("number_too_large", large.first?.code)
        assertThrows<CharacterCodingException> { engine.call("assess", "\"\ud800\"") }
        assertThrows<CharacterCodingException> { rules.assess(Samples.customer().copy(customerId = "\ud800")) }
        assertTrue(rules.assess(Samples.customer()).decided)
    }

    @Test
    fun `what is closed says so`() {
        val closed = Engine()
        closed.close()
        closed.close()
        val said = assertThrows<IllegalStateException> { closed.rulebooks() }
        assertNotNull(said.message)
        val gone = engine.rules("cn-property", Samples.asOf)
        val kept = gone.prepare(Samples.customer())
        gone.close()
        assertThrows<IllegalStateException> { gone.assess(Samples.customer()) }
        // What was made of it holds what it needs.
        assertTrue(kept.use { it.assess() }.decided)
    }
}
