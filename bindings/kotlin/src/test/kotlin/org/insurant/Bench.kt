package org.insurant

// What crossing costs: medians of wall time, in microseconds, after warming up.

private fun median(each: Int, rounds: Int, work: () -> Unit): Double {
    repeat(rounds) { work() }
    val taken = List(rounds) {
        val start = System.nanoTime()
        work()
        (System.nanoTime() - start) / each.toDouble()
    }
    return taken.sorted()[rounds / 2] / 1000
}

private object Bench {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val engine = Engine()
        val rules = engine.rules("cn-property", Samples.asOf)
        val customer = Samples.customer()
        val text = Samples.json()
        val prepared = rules.prepare(customer)
        val portfolio = rules.portfolio(List(10_000) { Samples.customer(it) })
        fun tell(what: String, each: Int, rounds: Int, work: () -> Unit) =
            println("| %s | %,.2f |".format(what, median(each, rounds, work)))
        tell("one record, `rules.assess`", 500, 30) { repeat(500) { rules.assess(customer) } }
        tell("one record, `rules.explain`", 50, 30) { repeat(50) { rules.explain(customer) } }
        tell("one JSON text, `engine.call`", 500, 30) { repeat(500) { engine.call("assess", text) } }
        tell("prepared, `prepared.assess`", 500, 30) { repeat(500) { prepared.assess() } }
        tell("portfolio, `assessAll`, each", 10_000, 5) { portfolio.assessAll() }
        tell("portfolio, `summarise`, each", 10_000, 5) { portfolio.summarise() }
    }
}
