package org.insurant

import java.io.File
import java.math.BigDecimal
import java.time.Duration
import java.time.LocalDate
import java.util.concurrent.atomic.AtomicInteger
import kotlin.random.Random
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTimeoutPreemptively
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Many customers, many threads, an end half way. */
class ManyTest {
    private val engine = Engine()
    private val rules = engine.rules("cn-property", Samples.asOf)

    @Test
    fun `a rejected customer stops nobody`() {
        val bad = Samples.customer(2)
            .copy(policies = listOf(Samples.policy().copy(writtenPremium = BigDecimal("0.001"))), claims = listOf())
        val customers = listOf(Samples.customer(1), bad, Samples.customer(3))
        val (one, two, three) = rules.assess(customers)
        assertTrue(one.decided && three.decided && !two.decided)
        assertEquals(Cause.REJECTED_ROW, two.cause)
        assertEquals("too_many_decimals", two.problems.single().code)
        rules.portfolio(customers).use { portfolio ->
            val summary = portfolio.summarise()
            assertEquals(3L to 2L, summary.customers to summary.decided)
            assertEquals(1L, portfolio.rejected().single().position)
        }
    }

    @Test
    fun `chunks and threads change no answer`() {
        val customers = (0 until 5000).map { Samples.customer(it) }
        val told = mutableListOf<Pair<Long, Long>>()
        val answers = rules.assess(customers, 4, { done, total -> told += done to total })
        assertEquals(customers.take(10).map { rules.assess(it) }, answers.take(10))
        assertEquals(customers.map { it.customerId }, answers.map { it.customerId })
        assertTrue(told.isNotEmpty() && told.all { it.second == 5000L } && told.map { it.first }.sorted() == told.map { it.first })
        val threads = assertThrows<InsurantException.BadInput> { rules.assess(emptyList(), 0) }
        assertEquals("bad_threads", threads.first?.code)
        assertTrue(rules.assess(emptyList()).isEmpty())
    }

    @Test
    fun `a listener can throw, and can call back`() {
        val customers = (0 until 3000).map { Samples.customer(it) }
        val own = object : Error("of the host's own") {}
        assertSame(own, assertThrows<Error> { rules.assess(customers, progress = { _, _ -> throw own }) })
        val answers = rules.assess(customers, progress = { _, _ -> assertTrue(rules.assess(Samples.customer()).decided) })
        assertEquals(3000, answers.size)
        val throwing = object : ProgressListener {
            override fun at(what: String, done: Long, total: Long): Boolean = throw IllegalArgumentException("of the host's own")
        }
        rules.portfolio(customers).use {
            val told = assertThrows<InsurantException.Callback> { it.assessAll(1, throwing) }
            assertTrue("of the host's own" in told.message, told.message)
            assertThrows<InsurantException.Cancelled> {
                it.assessAll(1, object : ProgressListener {
                    override fun at(what: String, done: Long, total: Long) = false
                })
            }
        }
    }

    @Test
    fun `a cancellation ends the call`() {
        rules.portfolio((0 until 3000).map { Samples.customer(it) }).use { portfolio ->
            val cancellation = Cancellation()
            cancellation.cancel()
            assertThrows<InsurantException.Cancelled> { portfolio.assessAll(2, null, cancellation) }
            assertTrue(cancellation.isCancelled())
            assertEquals(3000, portfolio.assessAll().size)
        }
    }

    @Test
    fun `a cancelled coroutine ends soon`() = runBlocking {
        val customers = List(4096) { Samples.customer(it) }
        val many = List(100) { customers }.flatten()
        val begun = CompletableDeferred<Unit>()
        val ended = AtomicInteger()
        val work = launch(Dispatchers.Default) {
            rules.assessAll(many, progress = { _, _ -> begun.complete(Unit) })
            ended.incrementAndGet()
        }
        begun.await()
        val start = System.nanoTime()
        work.cancelAndJoin()
        assertTrue(Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(10))
        assertEquals(0, ended.get())
        assertEquals(10, rules.assessAll(customers.take(10), 2).size)
    }

    private fun ask(i: Int): Any = when (i % 4) {
        0 -> rules.assess(Samples.customer(i % 7))
        1 -> rules.explain(Samples.customer(i % 7)).fingerprint
        2 -> engine.call("explain", Samples.json(i % 7))
        else -> engine.calendar(listOf("cn")).use { it.add(LocalDate.of(2024, 5, 1), (i % 20).toLong()) }
    }

    @Test
    fun `a thousand calls at once`() {
        val alone = (0 until 1000).map { ask(it) }
        assertTimeoutPreemptively(Duration.ofSeconds(60)) {
            val together = runBlocking(Dispatchers.Default) { (0 until 1000).map { async { ask(it) } }.awaitAll() }
            assertEquals(alone, together)
        }
    }

    @Test
    fun `a handle closed under other threads is never a crash`() {
        repeat(50) {
            val shared = engine.rules("cn-property", Samples.asOf)
            val threads = List(4) {
                Thread {
                    try {
                        repeat(20) { shared.assess(Samples.customer()) }
                    } catch (_: IllegalStateException) {
                        // It was closed meanwhile.
                    }
                }
            }
            threads.forEach { it.start() }
            shared.close()
            threads.forEach { it.join() }
        }
        assertTrue(rules.assess(Samples.customer()).decided)
    }

    private fun resident(): Long {
        val line = File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }
        return line.filter { it.isDigit() }.toLong()
    }

    @Test
    fun `memory stays flat`() {
        fun work(count: Int) {
            for (i in 0 until count) {
                rules.assess(Samples.customer(i))
                if (i % 10 == 0) {
                    assertThrows<InsurantException> { rules.assess(Samples.customer(i).copy(customerId = "")) }
                }
                if (i % 500 == 0) {
                    engine.rules("cn-property", Samples.asOf).use { own ->
                        own.portfolio(listOf(Samples.customer())).use { it.assessAll(1, null, Cancellation()) }
                    }
                }
            }
        }
        val rounds = Integer.getInteger("insurant.memory.rounds", 5000)
        work(rounds / 5)
        val before = resident()
        work(rounds)
        val after = resident()
        println("$rounds assessments: $before KiB before, $after KiB after")
        assertTrue(after < before * 1.05 + 8 * 1024, "$before KiB, then $after KiB")
    }

    @Test
    fun `what goes in comes out, and the order of facts never matters`() {
        val dice = Random(7)
        repeat(200) {
            val start = LocalDate.ofEpochDay(dice.nextLong(-25_000, 80_000))
            val policy = Samples.policy().copy(
                writtenPremium = BigDecimal.valueOf(dice.nextLong(0, 1L shl 50), 2),
                start = start,
                end = start.plusDays(dice.nextLong(1, 3000)),
            )
            val given = Samples.customer().copy(policies = listOf(policy), claims = listOf())
            assertEquals(given, rules.prepare(given).use { it.customer() })
        }
        val policies = (1..8).map { Samples.policy(it) }
        val expected = rules.explain(Samples.customer().copy(policies = policies)).fingerprint
        assertEquals(expected, rules.explain(Samples.customer().copy(policies = policies.shuffled(dice))).fingerprint)
        assertFalse(expected.isEmpty())
    }
}
