// Many customers: in order, with progress, and with an end half way.

@file:JvmName("Many")

package org.insurant

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** Customers that cross at once, so that no buffer grows without bound. */
private const val CHUNK = 4096

/** Is told how many of how many customers are done. */
public fun interface Progress {
    /** So many are done of so many. What it throws ends the work and is thrown by the call. */
    public fun at(done: Long, total: Long)
}

/** Calls a function, and keeps what it throws: only the library's own exceptions survive the crossing. */
private class Listener(private val progress: Progress, private val before: Long, private val all: Long) :
    ProgressListener {
    var thrown: Throwable? = null

    override fun at(what: String, done: Long, total: Long): Boolean =
        try {
            progress.at(before + done, all)
            true
        } catch (wrong: Throwable) {
            thrown = wrong
            false
        }
}

/**
 * Decides on customers, in their order, on up to [threads] threads (1 to 1,024), and blocks until all are done.
 *
 * A customer whose facts cannot be used stops nobody else: it is undecided with the cause
 * [Cause.REJECTED_ROW], and `problems` says why. [progress] is called some twenty times a second on this
 * thread. [cancellation] ends the call from any other thread, with [InsurantException.Cancelled].
 */
@JvmOverloads
@Throws(InsurantException::class)
public fun Rules.assess(
    customers: Iterable<Customer>,
    threads: Int = 1,
    progress: Progress? = null,
    cancellation: Cancellation? = null,
): List<Assessment> {
    val known = customers.toList()
    val answers = ArrayList<Assessment>(known.size)
    // Nobody at all is one empty chunk, so that wrong arguments are told all the same.
    val chunks = if (known.isEmpty()) listOf(known) else known.chunked(CHUNK)
    for (chunk in chunks) {
        val listener = progress?.let { Listener(it, answers.size.toLong(), known.size.toLong()) }
        try {
            portfolio(chunk).use { answers += it.assessAll(threads.toLong(), listener, cancellation) }
        } catch (ended: InsurantException) {
            throw listener?.thrown ?: ended
        }
    }
    return answers
}

/** As [Rules.assess] of many: the customers of a list, by these rules. */
@JvmSynthetic
public fun Iterable<Customer>.assess(rules: Rules, threads: Int = 1): List<Assessment> = rules.assess(this, threads)

/**
 * As [Rules.assess] of many, without blocking: the work is done on [Dispatchers.Default], and cancelling
 * the coroutine ends it.
 */
@JvmSynthetic
public suspend fun Rules.assessAll(
    customers: Iterable<Customer>,
    threads: Int = 1,
    progress: Progress? = null,
): List<Assessment> = coroutineScope {
    Cancellation().use { cancellation ->
        val work = async(Dispatchers.Default) {
            try {
                assess(customers, threads, progress, cancellation)
            } catch (ended: InsurantException.Cancelled) {
                // Ended because this coroutine was: that is no failure.
                ensureActive()
                throw ended
            }
        }
        try {
            work.await()
        } catch (ended: CancellationException) {
            cancellation.cancel()
            // The library is still at work on this coroutine's behalf until it notices.
            withContext(NonCancellable) { work.join() }
            throw ended
        }
    }
}
