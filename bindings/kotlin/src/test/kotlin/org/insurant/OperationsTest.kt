package org.insurant

import java.time.LocalDate
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** The operations as methods with records. */
class OperationsTest {
    private val engine = Engine()
    private val collector = Actor(personId = "E-1", role = Role.COLLECTOR, unitId = "JX")
    private val units = listOf(OrganisationUnit("JX", "Jiangxi", OrgLevel.HEAD_OFFICE))

    private fun at(text: String): OffsetDateTime = OffsetDateTime.parse("2025-06-$text+08:00")

    private fun received(at: OffsetDateTime = at("02T10:00:00")) = ComplaintReceived(
        id = "1", trigger = "complaint", occurredAt = at, recordedAt = at,
        firmKind = "insurer", complainantKind = "individual", channel = "phone",
        actor = collector,
    )

    private fun opening(event: ComplaintReceived) = ComplaintOpening(
        complaint = ComplaintSoFar(complaintId = "K-1"), event = ComplaintEvent.Received(event),
        procedures = listOf("cn-2020-3"), units = units,
    )

    @Test
    fun `a complaint is opened and kept open`() {
        engine.openComplaint(opening(received())).use { complaint ->
            assertEquals(ComplaintStepName.RECEIVED, complaint.complaint().step)
            val clocks = complaint.deadlines(at("10T09:00:00")).deadlines
            assertTrue(clocks.isNotEmpty() && clocks.all { it.state == DeadlineState.RUNNING })
            assertEquals(at("02T10:00:00"), clocks.first().startedAt)
            val allowed = complaint.allowed(collector).allowed.map { it.event }
            assertTrue(ComplaintEventKind.ACKNOWLEDGED in allowed)

            val early = ComplaintAcknowledged(
                id = "2", occurredAt = at("02T09:00:00"), recordedAt = at("02T09:00:00"), actor = collector,
            )
            val refused = complaint.apply(ComplaintEvent.Acknowledged(early))
            assertFalse(refused.taken)
            assertTrue(refused.answer.refusal!!.codes.isNotEmpty())
            assertEquals(1L, complaint.complaint().events)

            val late = early.copy(occurredAt = at("02T11:00:00"), recordedAt = at("02T11:00:00"))
            assertTrue(complaint.apply(ComplaintEvent.Acknowledged(late)).taken)
            val entries = complaint.timeline(at("10T09:00:00")).timeline
            assertEquals(2, entries.count { it.event != null && it.step == ComplaintStepName.RECEIVED })
            assertEquals(setOf(ClockChange.BEGINS), entries.mapNotNull { it.did }.toSet())
            val again = engine.complaintLogFromJson(complaint.logJson())
            assertEquals(complaint.log(), again)
            assertEquals(listOf(ComplaintEvent.Received(received()), ComplaintEvent.Acknowledged(late)), again.events)
        }
    }

    @Test
    fun `a complaint that was closed is told as such`() {
        val complaint = engine.openComplaint(opening(received()))
        complaint.close()
        assertThrows<IllegalStateException> { complaint.complaint() }
    }

    @Test
    fun `an opening event that is refused says why`() {
        val at = at("02T09:00:00")
        val soon = ComplaintAcknowledged(id = "1", occurredAt = at, recordedAt = at, actor = collector)
        val first = opening(received()).copy(event = ComplaintEvent.Acknowledged(soon), procedures = null)
        val error = assertThrows<InsurantException.BadInput> { engine.openComplaint(first) }
        assertEquals("event_refused", error.first?.code)
        assertNotNull(error.first?.remedy)
    }

    @Test
    fun `what is wrong is told by its field`() {
        val half = received(at("02T10:00:00.5"))
        val error = assertThrows<InsurantException.BadInput> { engine.openComplaint(opening(half)) }
        assertEquals(listOf("event.occurred_at", "event.recorded_at"), error.problems.map { it.path }.sorted())
        assertTrue(error.problems.all { it.line == null && "whole seconds" in it.text })

        val posts = listOf(ManagerPost(unitId = "JX", from = LocalDate.MAX))
        val late = assertThrows<InsurantException.BadInput> {
            engine.gradeOn(GradeOnInput(manager = ManagerFile("M", posts), on = LocalDate.of(2025, 1, 1)))
        }
        assertEquals(listOf("no_such_date" to "manager.posts[0].from"), late.problems.map { it.code to it.path })

        val twice = units + OrganisationUnit("JX", "Twice", OrgLevel.CITY, parent = "ZZ")
        val unfit = assertThrows<InsurantException> { engine.organisationCheck(OrganisationInput(twice)) }
        assertTrue(unfit.first!!.path.startsWith("units[1]"))
    }

    @Test
    fun `a rulebook that is no JSON is told where it stands`() {
        val broken = RulebookChoice.Inline("{\"id\": ")
        val manager = ManagerFile("M", posts = listOf())
        val error = assertThrows<InsurantException.BadInput> {
            engine.gradeOn(GradeOnInput(rulebook = broken, manager = manager, on = LocalDate.of(2025, 1, 1)))
        }
        assertEquals("rulebook", error.first?.path)
    }

    @Test
    fun `words are those of JSON`() {
        assertEquals("merged_into", ComplaintEventKind.MERGED_INTO.word)
        assertEquals("head_office", OrgLevel.HEAD_OFFICE.word)
    }
}
