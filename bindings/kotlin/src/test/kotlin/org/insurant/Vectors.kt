package org.insurant

import java.io.FileOutputStream
import java.io.FileDescriptor
import java.io.PrintStream
import java.time.LocalDate

// The conformance vectors in Kotlin: lines `operation TAB input` in, a line of canonical JSON out. With
// --typed, questions about a customer by a rulebook of the engine are answered through records of Kotlin's
// own types; the number of those is told on standard error.

private fun quoted(text: String) = buildString {
    append('"')
    for (c in text) {
        when {
            c == '"' -> append("\\\"")
            c == '\\' -> append("\\\\")
            c < ' ' -> append("\\u%04x".format(c.code))
            else -> append(c)
        }
    }
    append('"')
}

private fun told(error: InsurantException, under: String = ""): String =
    error.problems.joinToString(",", "{\"problems\":[", "]}") {
        "{\"code\":${quoted(it.code)},\"path\":${quoted(under + it.path)}}"
    }

/** The text of a member of an object, found without a library of JSON: nesting and strings are skipped. */
private fun members(json: String): Map<String, String>? {
    var at = 0
    fun blank() { while (at < json.length && json[at].isWhitespace()) at++ }
    fun string(): String? {
        if (at >= json.length || json[at] != '"') return null
        val from = ++at
        while (at < json.length && json[at] != '"') at += if (json[at] == '\\') 2 else 1
        return if (at < json.length) json.substring(from, at++) else null
    }
    fun value(): String? {
        val from = at
        var depth = 0
        while (at < json.length) {
            when (json[at]) {
                '"' -> { string() ?: return null; continue }
                '{', '[' -> depth++
                '}', ']' -> if (depth-- == 0) return json.substring(from, at)
                ',' -> if (depth == 0) return json.substring(from, at)
            }
            at++
        }
        return null
    }
    blank()
    if (at >= json.length || json[at++] != '{') return null
    val found = LinkedHashMap<String, String>()
    while (true) {
        blank()
        val name = string() ?: return null
        blank()
        if (at >= json.length || json[at++] != ':') return null
        val value = value() ?: return null
        found[name] = value.trim()
        if (json[at++] == '}') return found
    }
}

/** What records answer to `assess` and `explain`; null where what was asked is wrong in its form. */
private fun decided(engine: Engine, operation: String, text: String): String? {
    val given = members(text) ?: return null
    if ((given.keys - setOf("as_of", "rulebook", "customer")).isNotEmpty()) return null
    val plain = Regex("\"[A-Za-z0-9@._-]*\"")
    val name = (given["rulebook"] ?: "\"cn-property\"").takeIf { plain.matches(it) } ?: return null
    val rules: Rules
    val customer: Customer
    try {
        val asOf = LocalDate.parse(given["as_of"]?.takeIf { plain.matches(it) }?.trim('"') ?: return null)
        rules = engine.rules(name.trim('"'), asOf)
        customer = rules.customerFromJson(given["customer"] ?: return null)
    } catch (_: java.time.format.DateTimeParseException) {
        return null
    } catch (_: InsurantException) {
        return null
    }
    return rules.use {
        try {
            // Out of Kotlin's own types and back once more: what they lose would show.
            val decision = rules.prepare(customer).use { rules.explain(it.customer()) }
            if (operation == "explain") decision.json else members(decision.json)?.get("outcome")
        } catch (error: InsurantException) {
            // Several stand in the order of the text, which records do not have.
            if (error.problems.size == 1) told(error, "customer.") else null
        }
    }
}

internal fun main(arguments: Array<String>) {
    val out = PrintStream(FileOutputStream(FileDescriptor.out).buffered(), false, Charsets.UTF_8)
    var typed = 0
    Engine().use { engine ->
        for (line in System.`in`.bufferedReader(Charsets.UTF_8).lineSequence()) {
            val operation = line.substringBefore('\t')
            val text = line.substringAfter('\t')
            val record = "--typed" in arguments && (operation == "assess" || operation == "explain")
            val answer = (if (record) decided(engine, operation, text)?.also { typed++ } else null)
                ?: try {
                    engine.call(operation, text)
                } catch (error: InsurantException) {
                    told(error)
                }
            out.print(answer + "\n")
        }
    }
    out.flush()
    System.err.println("typed: $typed")
}
