// An account manager's day: customers with category and reasons, duties, and the clocks of complaints.
// Its argument is the file of the portfolio.

import java.io.File
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import org.insurant.*
import org.json.JSONArray
import org.json.JSONObject

private val JSONArray.objects: List<JSONObject> get() = map { it as JSONObject }

private fun JSONObject.day(key: String): LocalDate = LocalDate.parse(getString(key))

fun main(arguments: Array<String>) {
    val engine = Engine()
    val day = JSONObject(File(arguments[0]).readText())
    val asOf = day.day("as_of")
    val manager = day.getString("manager_id")
    val units = day.getJSONArray("units").objects.map {
        val level = OrgLevel.valueOf(it.getString("level").uppercase())
        OrganisationUnit(it.getString("id"), it.getString("name"), level, parent = it.optString("parent", null))
    }
    println("$manager, $asOf")
    customers(engine.rules(day.getString("rulebook"), asOf), day.getJSONArray("customers").objects)
    duties(engine, day, units)
    complaints(engine, day, units)
}

private fun customers(rules: Rules, customers: List<JSONObject>) {
    println("customers")
    for (facts in customers) {
        val decision = rules.explain(rules.customerFromJson(facts.toString()))
        val found = decision.assessment
        val category = found.category?.word ?: "no category"
        println("  ${found.customerId}: $category, ${found.standing?.word ?: "no standing"}")
        decision.rules.find { it.id == category && it.result == ConditionAnswer.TRUE }
            ?.let { println("    because ${it.condition}") }
        found.alerts.forEach { println("    alert: $it") }
        found.findings.forEach { println("    finding: ${it.id}") }
    }
}

private fun duties(engine: Engine, day: JSONObject, units: List<OrganisationUnit>) {
    println("duties")
    val manager = day.getString("manager_id")
    val visit = ContactDuty(id = "visit", contacts = listOf(ContactKind.VISIT), count = 1, unit = DutyUnit.MONTH)
    val assigned = day.getJSONObject("assigned_since")
    val answer = engine.managerDuties(
        ManagerDutiesInput(
            units = units,
            rules = listOf(DutyRule.Contact(visit)),
            managers = listOf(DutyManager(manager, day.getJSONArray("posts").objects.map {
                ManagerPost(unitId = it.getString("unit_id"), from = it.day("from"))
            })),
            customers = assigned.keySet().sorted().map {
                DutyCustomer(it, assignments = listOf(DutyAssignment(manager, from = assigned.day(it))))
            },
            log = day.getJSONArray("visits").objects.map {
                DutyLogEntry.Contact(DutyContact(
                    id = it.getString("id"), managerId = manager, customerId = it.getString("customer_id"),
                    contact = ContactKind.VISIT, doneOn = it.day("done_on"),
                ))
            },
            asOf = day.day("as_of"),
        ),
    )
    for (item in answer.items.filter { it.state != DutyState.DONE && it.state != DutyState.DONE_LATE })
        println("  ${item.customerId}: ${item.duty}, ${item.state.word}, by ${item.dueOn}")
}

private fun complaints(engine: Engine, day: JSONObject, units: List<OrganisationUnit>) {
    println("complaints")
    val askedAt = OffsetDateTime.parse(day.getString("asked_at"))
    val procedures = day.getJSONArray("procedures").map { it as String }
    for (text in day.getJSONArray("complaints").objects) {
        val log = engine.complaintLogFromJson(text.toString())
        val soFar = ComplaintSoFar(log.complaintId, events = log.events)
        engine.openComplaint(ComplaintOpening(soFar, units = units, procedures = procedures)).use { open ->
            println("  ${log.complaintId}: ${open.complaint().step.word}")
            for (clock in open.deadlines(askedAt).deadlines) {
                val due = clock.dueBefore?.let { ", due before ${DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(it)}" }
                println("    ${clock.clock}: ${clock.state.word}${due ?: ""}")
            }
        }
    }
}
