import Foundation
import XCTest

@testable import Insurant

/// Rulebooks, decisions, calendars, movements, every operation.
final class EngineTests: XCTestCase {
    func testRulebooksAreListed() throws {
        let engine = try Engine()
        let rules = try engine.rules(rulebook: "cn-property", asOf: asOf)
        let book = try XCTUnwrap(engine.rulebooks().first { $0.id == "cn-property" })
        XCTAssertEqual(book.currency, "CNY")
        XCTAssertTrue(book.sections.contains("categories"))
        XCTAssertNil(book.effectiveTo)
        XCTAssertEqual(try rules.fingerprint(), book.fingerprint)
        XCTAssertEqual(try rules.reference(), "cn-property@\(book.version)")
        XCTAssertEqual(try rules.asOf(), asOf)
        XCTAssertTrue(try rules.inputs().contains { $0.name == "brand_notable" })
    }

    func testTheSameByRecordByJsonAndByPortfolio() throws {
        let engine = try Engine()
        let rules = try engine.rules(rulebook: "cn-property", asOf: asOf)
        let decision = try rules.explain(customer: customer())
        XCTAssertEqual(try engine.call(operation: "explain", input: json()), decision.json)
        XCTAssertEqual(decision.assessment.category, .key)
        XCTAssertEqual(decision.assessment.standing, .clear)
        XCTAssertEqual(try rules.assess(customer: customer()), decision.assessment)
        XCTAssertEqual(try rules.assess([customer()]), [decision.assessment])
        XCTAssertTrue(try rules.verify(customer: customer(), fingerprint: decision.fingerprint))
        XCTAssertFalse(try rules.verify(customer: customer(), fingerprint: "sha256:0"))
        XCTAssertTrue(decision.rules.contains { $0.result == .`true` && !$0.comparisons.isEmpty })
        XCTAssertTrue(decision.figures.contains { !$0.facts.isEmpty })
    }

    func testMeasuresAreExactAndNilWhereTheyAreUndefined() throws {
        let expressions = ["annual_premium", "loss_ratio(12m)", "claim_count(12m)", "in_force"]
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf, expressions: expressions)
        let measures = try rules.assess(customer: customer()).measures
        XCTAssertEqual(measures[0].decimal, 150_000)
        XCTAssertEqual(measures[2].decimal, 1)
        XCTAssertEqual(measures[3].value, .answer(value: true))
        guard case .ratio(_, let numerator, let denominator) = measures[1].value else {
            return XCTFail("a ratio is one")
        }
        XCTAssertEqual(numerator, 120_050)
        XCTAssertGreaterThan(denominator, 0)
        let undefined = try rules.assess(customer: customer(policies: [], claimed: false)).measures[1]
        XCTAssertNil(undefined.value)
        XCTAssertNil(undefined.decimal)
        XCTAssertEqual(undefined.state, .undefined)
    }

    func testMovementsAndCalendars() throws {
        let engine = try Engine()
        let was = AssessedAs(category: .prospect)
        XCTAssertEqual(try engine.movement(was: was, now: AssessedAs(category: .standard, standing: .clear)), .growth)
        let china = try engine.calendar(ids: ["cn"])
        let eve = DateComponents.civil(2025, 1, 27)
        XCTAssertEqual(try china.add(from: eve, days: 10), .civil(2025, 2, 17))
        XCTAssertFalse(try china.isWorking(date: .civil(2025, 1, 29)))
        XCTAssertEqual(try china.day(date: .civil(2025, 1, 29)).kind, .holiday)
        XCTAssertEqual(try china.between(from: eve, to: .civil(2025, 2, 17)), 10)
    }

    func testEveryOperationIsReachedAndWordsAreThoseOfJson() throws {
        let engine = try Engine()
        let described = try engine.call(operation: "describe", input: "{}")
        let operations = try engine.operations()
        XCTAssertGreaterThan(operations.count, 20)
        var schemas = ""
        for operation in operations {
            XCTAssertTrue(described.contains("\"name\":\"\(operation.name)\""), operation.name)
            schemas += operation.inputSchema + operation.outputSchema
        }
        let words =
            [BusinessSource.intermediary.word, ClaimStatus.reopened.word, CustomerCategory.unattached.word]
            + [CustomerKind.organisation.word, Standing.blacklisted.word, DayKind.holiday.word]
        for word in words {
            XCTAssertTrue(schemas.contains("\"\(word)\""), word)
        }
        XCTAssertEqual(Cause.mixedCurrency.word, "mixed_currency")
        XCTAssertFalse(try version().isEmpty)
    }

    func testACustomerShowsNoIdentifiersWhenItIsPrinted() {
        for shown in ["\(customer(7))", String(reflecting: customer(7)), "\([customer(7)])", "\(policy())"] {
            XCTAssertFalse(shown.contains("C-7") || shown.contains("P-1") || shown.contains("K-1"), shown)
        }
        var dumped = ""
        dump(customer(7), to: &dumped)
        XCTAssertFalse(dumped.contains("P-1"), dumped)
    }

    func testARulebookOfTheHost() throws {
        let text = """
            id = "mine"
            version = "1"
            language = 1
            extends = "cn-property"
            currency = "CNY"
            effective = { from = "2020-01-01" }
            """
        let mine = DocumentText(name: "mine.toml", text: text)
        let engine = try Engine()
        XCTAssertEqual(try engine.check(document: mine).rulebook, "mine@1")
        XCTAssertTrue(try engine.rulesOf(document: mine, asOf: asOf).assess(customer: customer()).decided)
        let own = try Engine.withDocuments(rulebooks: [mine])
        XCTAssertEqual(try own.rules(rulebook: "mine", asOf: asOf).reference(), "mine@1")
    }

    func testDatesAreDaysAndNothingElse() {
        XCTAssertEqual(civilDays(.civil(1970, 1, 1)), 0)
        for days in stride(from: Int32(-40_000), to: 90_000, by: 7) {
            XCTAssertEqual(civilDays(civilDate(days)), days)
        }
        XCTAssertEqual(DateComponents(iso: "2024-02-29"), .civil(2024, 2, 29))
        XCTAssertEqual(DateComponents.civil(2024, 7, 1).iso, "2024-07-01")
        for text in ["2023-02-29", "2024-13-01", "24-01-01", "2024-1-01", "2024-01-01T00:00", "", "----------"] {
            XCTAssertNil(DateComponents(iso: text), text)
        }
        for wrong in [DateComponents(), DateComponents(year: 2024, month: 2, day: 1, hour: 0), .civil(2024, 2, 30)] {
            XCTAssertEqual(civilDays(wrong), Int32.min)
        }
    }
}
