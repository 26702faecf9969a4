// What Kotlin's readers expect beside the generated classes.

package org.insurant

import java.math.BigDecimal

/** Everything that is wrong. */
public val InsurantException.problems: List<Problem>
    get() = when (this) {
        is InsurantException.BadInput -> problems
        is InsurantException.BadFacts -> problems
        is InsurantException.UnknownOperation -> problems
        is InsurantException.UnknownRulebook -> problems
        is InsurantException.NotInForce -> problems
        is InsurantException.Cancelled -> problems
        is InsurantException.Callback -> problems
    }

/** The first of the problems, in the order of what was handed over. */
public val InsurantException.first: Problem?
    get() = problems.firstOrNull()

/** The value as a decimal: an amount, a count or a ratio to six places; null when there is none, or no number. */
public val Measure.decimal: BigDecimal?
    get() = when (val value = value) {
        is FigureValue.Money -> value.amount
        is FigureValue.Ratio -> value.shown
        is FigureValue.AverageMoney -> value.shown
        is FigureValue.Count -> BigDecimal.valueOf(value.value)
        else -> null
    }
