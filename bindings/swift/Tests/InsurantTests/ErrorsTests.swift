import Foundation
import XCTest

@testable import Insurant

/// Whatever is wrong is told with its code, its place and what to do, and the host lives on.
final class ErrorsTests: XCTestCase {
    private func caught<T>(_ work: () throws -> T, file: StaticString = #filePath, line: UInt = #line) -> InsurantError? {
        do {
            _ = try work()
            XCTFail("nothing was thrown", file: file, line: line)
        } catch let error as InsurantError {
            return error
        } catch {
            XCTFail("\(error)", file: file, line: line)
        }
        return nil
    }

    func testABadFieldIsNamed() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let wrong: [(Policy, String, String)] = [
            (policy(2, premium: .nan), "written_premium", "bad_decimal"),
            (policy(2, premium: decimal("1E30")), "written_premium", "number_too_large"),
            (policy(2, premium: decimal("0.001")), "written_premium", "too_many_decimals"),
            (policy(2, premium: -1), "written_premium", "negative_amount"),
            (policy(2, end: .civil(9999, 12, 31)), "end", "year_out_of_range"),
            (policy(2, end: .civil(2024, 2, 30)), "end", "no_such_date"),
            (policy(2, end: DateComponents()), "end", "no_such_date"),
            (policy(2, end: DateComponents(year: 2025, month: 1, day: 1, hour: 12)), "end", "no_such_date"),
            (policy(2, end: .civil(2024, 1, 1)), "end", "zero_length_term"),
            (policy(2, id: "P\0"), "policy_id", "bad_text"),
            (policy(2, id: ""), "policy_id", "bad_text"),
            (policy(2, id: String(repeating: "P", count: 129)), "policy_id", "out_of_range"),
            (policy(2, units: 0), "insured_units", "bad_units"),
            (policy(2, units: .min), "insured_units", "bad_units"),
        ]
        for (policy2, field, code) in wrong {
            let error = caught {
                try rules.assess(customer: customer(policies: [policy(1), policy2], claimed: false))
            }
            guard case .BadFacts(let problems)? = error else { return XCTFail("bad facts") }
            XCTAssertEqual(problems.map(\.code), [code])
            XCTAssertEqual(problems.map(\.path), ["policies[1].\(field)"])
            XCTAssertTrue(problems[0].expected != nil || problems[0].remedy != nil, problems[0].text)
            XCTAssertEqual(error?.localizedDescription, problems[0].text)
        }
    }

    func testEverythingIsToldAtOnce() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let late = PremiumMovement(effective: .civil(9999, 12, 31), amount: 1)
        let bad = policy(1, end: .civil(2023, 1, 1), premium: decimal("0.001"))
        let wrong = customer(
            inputs: ["brand_notabel": .answer(value: true)], policies: [bad, policy(2, movements: [late]), policy(2)])
        let error = try XCTUnwrap(caught { try rules.explain(customer: wrong) })
        let paths = Set(error.problems.map(\.path))
        XCTAssertTrue(
            paths.isSuperset(of: [
                "inputs.brand_notabel", "policies[0].written_premium", "policies[1].movements[0].effective",
                "policies[2].policy_id",
            ]), "\(paths)")
        XCTAssertEqual(error.problems.first { $0.path == "inputs.brand_notabel" }?.nearest, "brand_notable")
        XCTAssertEqual(error.first, error.problems.first)
    }

    func testNamesThatAreNotThere() throws {
        let engine = try Engine()
        let rulebook = try XCTUnwrap(caught { try engine.rules(rulebook: "cn-propertie", asOf: asOf) })
        guard case .UnknownRulebook = rulebook else { return XCTFail("\(rulebook)") }
        XCTAssertEqual(rulebook.first?.nearest, "cn-property")
        let operation = try XCTUnwrap(caught { try engine.call(operation: "asess", input: "{}") })
        guard case .UnknownOperation = operation else { return XCTFail("\(operation)") }
        XCTAssertEqual(operation.first?.nearest, "assess")
        let day = try XCTUnwrap(caught { try engine.rules(rulebook: "cn-property", asOf: .civil(1, 1, 1)) })
        XCTAssertEqual(day.first?.path, "as_of")
    }

    func testABadRulebookIsToldLineByLine() throws {
        var lines = ["id = \"mine\"", "version = \"1\"", "language = 1", "extends = \"cn-property\""]
        lines += ["currency = \"CNY\"", "effective = { from = \"2020-01-01\" }"]
        for i in 0..<50 { lines += ["[parameters.p\(i)]", "value = \"12 XYZ\""] }
        let document = DocumentText(name: "mine.toml", text: lines.joined(separator: "\n"))
        let engine = try Engine()
        let checked = try engine.check(document: document)
        XCTAssertNil(checked.fingerprint)
        XCTAssertTrue(Set(checked.problems.compactMap(\.line)).isSuperset(of: stride(from: 8, to: 108, by: 2).map { Int64($0) }))
        XCTAssertTrue(checked.problems.allSatisfy { $0.column != nil && $0.source == "mine.toml" })
        let error = try XCTUnwrap(caught { try engine.rulesOf(document: document, asOf: asOf) })
        XCTAssertEqual(error.problems, checked.problems)
    }

    func testInputsOfEverySize() throws {
        let engine = try Engine()
        for text in ["", "{", String(repeating: "[", count: 200), "\0", String(repeating: "{", count: 100_000)] {
            let error = try XCTUnwrap(caught { try engine.call(operation: "assess", input: text) })
            guard case .BadInput = error else { return XCTFail("\(error)") }
        }
        let large = String(repeating: " ", count: (64 << 20) + 1)
        let error = try XCTUnwrap(caught { try engine.call(operation: "assess", input: large) })
        XCTAssertEqual(error.first?.code, "number_too_large")
        let rules = try engine.rules(rulebook: "cn-property", asOf: asOf)
        XCTAssertTrue(try rules.assess(customer: customer()).decided)
    }
}
