// What crosses as text or as a number, and is a type of Java's own on this side. Nothing is judged here:
// what cannot be is sent on in a form that the library refuses, with the field that holds it.

package org.insurant

import java.math.BigDecimal
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter

/** What a date crosses as when it lies beyond every day the library could name. */
private const val NO_DAY = Int.MIN_VALUE

/** As many digits as an amount could ever be written with. */
private const val MOST_DIGITS = 2_000

internal fun amountText(amount: BigDecimal): String {
    // 1E+999999999 written out would take all memory there is.
    val plain = amount.scale() in -MOST_DIGITS..MOST_DIGITS && amount.precision() <= MOST_DIGITS
    return if (plain) amount.toPlainString() else amount.toString()
}

internal fun daysOf(date: LocalDate): Int {
    val days = date.toEpochDay()
    return if (days in Int.MIN_VALUE + 1L..Int.MAX_VALUE) days.toInt() else NO_DAY
}

internal fun dateOf(days: Int): LocalDate = LocalDate.ofEpochDay(days.toLong())

// Not `toString`, which leaves seconds out that are zero.
internal fun momentText(moment: OffsetDateTime): String = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
