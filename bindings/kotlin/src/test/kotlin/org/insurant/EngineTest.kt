package org.insurant

import java.math.BigDecimal
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Rulebooks, decisions, calendars, movements, every operation. */
class EngineTest {
    private val engine = Engine()
    private val rules = engine.rules("cn-property", Samples.asOf)

    @Test
    fun `rulebooks are listed`() {
        val book = engine.rulebooks().single { it.id == "cn-property" }
        assertEquals("CNY", book.currency)
        assertTrue("categories" in book.sections)
        assertNull(book.effectiveTo)
        assertEquals(book.fingerprint, rules.fingerprint())
        assertEquals("cn-property@${book.version}", rules.reference())
        assertEquals(Samples.asOf, rules.asOf())
        assertTrue(rules.inputs().any { it.name == "brand_notable" })
    }

    @Test
    fun `the same by record, by JSON and by portfolio`() {
        val customer = Samples.customer()
        val decision = rules.explain(customer)
        assertEquals(engine.call("explain", Samples.json()), decision.json)
        assertEquals(CustomerCategory.KEY, decision.assessment.category)
        assertEquals(Standing.CLEAR, decision.assessment.standing)
        assertEquals(decision.assessment, rules.assess(customer))
        assertEquals(listOf(decision.assessment), rules.assess(listOf(customer)))
        assertEquals(listOf(decision.assessment), listOf(customer).assess(rules))
        assertTrue(rules.verify(customer, decision.fingerprint))
        assertFalse(rules.verify(customer, "sha256:0"))
        assertTrue(decision.rules.any { it.result == ConditionAnswer.TRUE && it.comparisons.isNotEmpty() })
        assertTrue(decision.figures.any { it.facts.isNotEmpty() })
    }

    @Test
    fun `measures are exact, and null where they are undefined`() {
        val measuring = engine.rules(
            "cn-property",
            Samples.asOf,
            listOf("annual_premium", "loss_ratio(12m)", "claim_count(12m)", "in_force"),
        )
        val (premium, ratio, claims, inForce) = measuring.assess(Samples.customer()).measures
        assertEquals(BigDecimal("150000.00"), premium.decimal)
        assertEquals(BigDecimal.ONE, claims.decimal)
        assertEquals(FigureValue.Answer(true), inForce.value)
        val value = ratio.value as FigureValue.Ratio
        assertEquals(120050L, value.numerator)
        assertTrue(value.denominator > 0)
        val nobody = Customer(customerId = "C-0", kind = CustomerKind.INDIVIDUAL)
        val undefined = measuring.assess(nobody).measures[1]
        assertNull(undefined.value)
        assertNull(undefined.decimal)
        assertEquals(FigureState.UNDEFINED, undefined.state)
    }

    @Test
    fun `movements and calendars`() {
        val was = AssessedAs(CustomerCategory.PROSPECT)
        val now = AssessedAs(CustomerCategory.STANDARD, Standing.CLEAR)
        assertEquals(Movement.GROWTH, engine.movement(was, now))
        engine.calendar(listOf("cn")).use { china ->
            val eve = LocalDate.of(2025, 1, 27)
            assertEquals(LocalDate.of(2025, 2, 17), china.add(eve, 10))
            assertFalse(china.isWorking(LocalDate.of(2025, 1, 29)))
            assertEquals(DayKind.HOLIDAY, china.day(LocalDate.of(2025, 1, 29)).kind)
            assertEquals(10L, china.between(eve, LocalDate.of(2025, 2, 17)))
            assertTrue(china.info() in engine.calendars())
        }
    }

    @Test
    fun `every operation is reached`() {
        val described = engine.call("describe", "{}")
        val operations = engine.operations()
        assertTrue(operations.size > 20)
        for (operation in operations) {
            assertTrue("\"name\":\"${operation.name}\"" in described, operation.name)
            assertTrue(operation.inputSchema.startsWith("{") && operation.outputSchema.startsWith("{"))
        }
        assertNotNull(version())
    }

    @Test
    fun `words are those of JSON`() {
        val schema = engine.operations().joinToString { it.inputSchema + it.outputSchema }
        val words = BusinessSource.entries.map { it.word } + ClaimStatus.entries.map { it.word } +
            CustomerCategory.entries.map { it.word } + CustomerKind.entries.map { it.word } +
            Standing.entries.map { it.word } + Credit.entries.map { it.word } +
            EntryState.entries.map { it.word } + Movement.entries.map { it.word } + DayKind.entries.map { it.word }
        for (word in words) assertTrue("\"$word\"" in schema, word)
    }

    @Test
    fun `a customer shows no identifiers when it is printed`() {
        val shown = Samples.customer(7).toString()
        assertFalse("C-7" in shown || "P-1" in shown || "K-1" in shown, shown)
        assertFalse("C-7" in "${listOf(Samples.customer(7))}")
        assertFalse("P-1" in Samples.policy().toString())
    }

    @Test
    fun `a rulebook of the host`() {
        val text = "id = \"mine\"\nversion = \"1\"\nlanguage = 1\nextends = \"cn-property\"\ncurrency = \"CNY\"\n" +
            "effective = { from = \"2020-01-01\" }\n"
        val mine = DocumentText("mine.toml", text)
        assertEquals("mine@1", engine.check(mine).rulebook)
        assertTrue(engine.rulesOf(mine, Samples.asOf).assess(Samples.customer()).decided)
        Engine.withDocuments(listOf(mine)).use { own ->
            assertEquals("mine@1", own.rules("mine", Samples.asOf).reference())
        }
    }
}
