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

/** The word of JSON, rulebooks and tables. */
public val BusinessSource.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val Cause.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val ClaimStatus.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val ConditionAnswer.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val Credit.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val CustomerCategory.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val CustomerKind.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val DayKind.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val EntryState.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val FigureState.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val Movement.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val RuleSection.word: String get() = name.lowercase()

/** The word of JSON, rulebooks and tables. */
public val Standing.word: String get() = name.lowercase()
