import Foundation
import XCTest

@testable import Insurant

/// The operations as methods with records.
final class OperationsTests: XCTestCase {
    private let collector = Actor(personId: "E-1", role: .collector, unitId: "JX")
    private let units = [OrganisationUnit(id: "JX", name: "Jiangxi", level: .headOffice)]

    private func at(_ text: String) throws -> OffsetDate {
        try XCTUnwrap(OffsetDate(iso: "2025-06-\(text)+08:00"))
    }

    private func received(_ at: OffsetDate, by actor: Actor) -> ComplaintReceived {
        ComplaintReceived(
            id: "1", occurredAt: at, recordedAt: at, actor: actor, complainantKind: "individual",
            firmKind: "insurer", channel: "phone", trigger: "complaint")
    }

    private func opening(_ event: ComplaintReceived) -> ComplaintOpening {
        ComplaintOpening(
            complaint: ComplaintSoFar(complaintId: "K-1"), event: .received(value: event), units: units,
            procedures: ["cn-2020-3"])
    }

    private func refused(_ work: () throws -> Void) -> [Problem] {
        do {
            try work()
        } catch let error as InsurantError {
            return error.problems
        } catch {
            XCTFail("\(error)")
        }
        return []
    }

    func testAComplaintIsOpenedAndKeptOpen() throws {
        let engine = try Engine()
        let first = received(try at("02T10:00:00"), by: collector)
        let complaint = try engine.openComplaint(opening: opening(first))
        XCTAssertEqual(try complaint.complaint().step, .received)
        let clocks = try complaint.deadlines(asOf: at("10T09:00:00")).deadlines
        XCTAssertFalse(clocks.isEmpty)
        XCTAssertTrue(clocks.allSatisfy { $0.state == .running })
        XCTAssertEqual(clocks.first?.startedAt, try at("02T10:00:00"))
        XCTAssertTrue(try complaint.allowed(actor: collector).allowed.contains { $0.event == .acknowledged })

        func acknowledged(_ text: String) throws -> ComplaintEvent {
            .acknowledged(
                value: ComplaintAcknowledged(id: "2", occurredAt: try at(text), recordedAt: try at(text), actor: collector))
        }
        let early = try complaint.apply(event: acknowledged("02T09:00:00"))
        XCTAssertFalse(early.taken)
        XCTAssertEqual(early.answer.refusal?.codes.isEmpty, false)
        XCTAssertEqual(try complaint.complaint().events, 1)
        XCTAssertTrue(try complaint.apply(event: acknowledged("02T11:00:00")).taken)
        let entries = try complaint.timeline(asOf: at("10T09:00:00")).timeline
        XCTAssertEqual(entries.compactMap(\.step), [.received, .received])
        XCTAssertEqual(Set(entries.compactMap(\.did)), [.begins])
        let again = try engine.complaintLogFromJson(json: complaint.logJson())
        XCTAssertEqual(again, try complaint.log())
        XCTAssertEqual(again.events, [.received(value: first), try acknowledged("02T11:00:00")])
    }

    func testWhatIsWrongIsToldByItsField() throws {
        let engine = try Engine()
        let nine = try at("02T09:00:00")
        let soon = ComplaintAcknowledged(id: "1", occurredAt: nine, recordedAt: nine, actor: collector)
        let first = ComplaintOpening(
            complaint: ComplaintSoFar(complaintId: "K-1"), event: .acknowledged(value: soon), units: units)
        let opening = refused { _ = try engine.openComplaint(opening: first) }
        XCTAssertEqual(opening.map(\.code), ["event_refused"])
        XCTAssertNotNil(opening.first?.remedy)

        let strange = received(OffsetDate(Date(timeIntervalSince1970: 1e9), secondsFromGMT: 30), by: collector)
        let places = refused { _ = try engine.openComplaint(opening: self.opening(strange)) }.map(\.path)
        XCTAssertEqual(places.sorted(), ["event.occurred_at", "event.recorded_at"])

        let posts = [ManagerPost(unitId: "JX", from: .civil(2024, 2, 30))]
        let late = refused {
            _ = try engine.gradeOn(
                input: GradeOnInput(manager: ManagerFile(managerId: "M", posts: posts), on: .civil(2025, 1, 1)))
        }
        XCTAssertEqual(late.map(\.code), ["no_such_date"])
        XCTAssertEqual(late.map(\.path), ["manager.posts[0].from"])

        let broken = refused {
            _ = try engine.gradeOn(
                input: GradeOnInput(
                    rulebook: .inline(json: "{\"id\": "), manager: ManagerFile(managerId: "M", posts: []),
                    on: .civil(2025, 1, 1)))
        }
        XCTAssertEqual(broken.first?.path, "rulebook")
    }

    func testInstantsAreWrittenAsTheyAreRead() throws {
        for text in [
            "2025-06-02T10:00:00+08:00", "2025-06-02T00:00:00Z", "1900-01-01T23:59:59-09:30", "2199-12-31T12:34:56+14:00",
        ] {
            let moment = try XCTUnwrap(OffsetDate(iso: text))
            XCTAssertEqual(moment.iso, text)
            let coded = try JSONDecoder().decode([OffsetDate].self, from: JSONEncoder().encode([moment]))
            XCTAssertEqual(coded, [moment])
        }
        for text in [
            "", "2025-06-02", "2025-06-02T10:00:00", "2025-06-02T10:00:00.5Z", "2025-06-02T24:00:00Z",
            "2025-02-30T10:00:00Z", "2025-06-02T10:00:00+0800", "2025-06-02T1:00:00+08:00", "2025-06-02T10:00:00+08:60",
        ] {
            XCTAssertNil(OffsetDate(iso: text), text)
        }
        let half = OffsetDate(Date(timeIntervalSince1970: 1.75), secondsFromGMT: 0)
        XCTAssertEqual(half.iso, "1970-01-01T00:00:01Z")
        XCTAssertEqual(OffsetDate(Date(timeIntervalSince1970: -0.25), secondsFromGMT: 0).iso, "1969-12-31T23:59:59Z")
        let zone = try XCTUnwrap(TimeZone(secondsFromGMT: 3600))
        XCTAssertEqual(OffsetDate(Date(timeIntervalSince1970: 0), in: zone).iso, "1970-01-01T01:00:00+01:00")
        XCTAssertLessThan(OffsetDate(Date(timeIntervalSince1970: 0), in: zone), half)
    }

    func testWordsAreThoseOfJson() {
        XCTAssertEqual(ComplaintEventKind.mergedInto.word, "merged_into")
        XCTAssertEqual(OrgLevel(word: "head_office"), .headOffice)
        XCTAssertNil(OrgLevel(word: "headOffice"))
        XCTAssertEqual(ConditionAnswer.allCases.map(\.word), ["false", "unknown", "true"])
    }
}
