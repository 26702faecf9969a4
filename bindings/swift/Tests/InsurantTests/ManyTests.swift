import Foundation
import XCTest

@testable import Insurant

/// A counter that several threads share.
private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private var seen: [[Int]] = []
    var all: [[Int]] { lock.withLock { seen } }
    func add(_ done: Int, _ total: Int) { lock.withLock { seen.append([done, total]) } }
}

private struct Own: Error, Equatable {}

/// Many customers, many tasks, an end half way.
final class ManyTests: XCTestCase {
    func testARejectedCustomerStopsNobody() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let bad = customer(2, policies: [policy(premium: decimal("0.001"))], claimed: false)
        let answers = try rules.assess([customer(1), bad, customer(3)])
        XCTAssertEqual(answers.map(\.decided), [true, false, true])
        XCTAssertEqual(answers[1].cause, .rejectedRow)
        XCTAssertEqual(answers[1].problems.map(\.code), ["too_many_decimals"])
        let portfolio = try rules.portfolio(customers: [customer(1), bad, customer(3)])
        let summary = try portfolio.summarise()
        XCTAssertEqual([summary.customers, summary.decided], [3, 2])
        XCTAssertEqual(try portfolio.rejected().map(\.position), [1])
    }

    func testChunksAndThreadsChangeNoAnswer() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let customers = (0..<5000).map { customer($0) }
        let told = Told()
        let answers = try rules.assess(customers, threads: 4) { done, total in told.add(done, total) }
        XCTAssertEqual(try customers.prefix(10).map { try rules.assess(customer: $0) }, Array(answers.prefix(10)))
        XCTAssertEqual(answers.map(\.customerId), customers.map(\.customerId))
        XCTAssertFalse(told.all.isEmpty)
        XCTAssertTrue(told.all.allSatisfy { $0[1] == 5000 })
        XCTAssertEqual(told.all.map { $0[0] }, told.all.map { $0[0] }.sorted())
        XCTAssertThrowsError(try rules.assess([], threads: 0)) {
            XCTAssertEqual(($0 as? InsurantError)?.first?.code, "bad_threads")
        }
        XCTAssertEqual(try rules.assess([]), [])
    }

    func testAListenerCanThrowAndCanCallBack() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let customers = (0..<3000).map { customer($0) }
        XCTAssertThrowsError(try rules.assess(customers) { _, _ in throw Own() }) { XCTAssertTrue($0 is Own) }
        let again = try rules.assess(customers) { _, _ in _ = try rules.assess(customer: customer()) }
        XCTAssertEqual(again.count, 3000)
        final class Throwing: ProgressListener {
            func at(what: String, done: Int64, total: Int64) throws -> Bool { throw Own() }
        }
        final class Stopping: ProgressListener {
            func at(what: String, done: Int64, total: Int64) throws -> Bool { false }
        }
        let portfolio = try rules.portfolio(customers: customers)
        XCTAssertThrowsError(try portfolio.assessAll(threads: 1, listener: Throwing())) {
            guard case InsurantError.Callback = $0 else { return XCTFail("\($0)") }
        }
        XCTAssertThrowsError(try portfolio.assessAll(threads: 1, listener: Stopping())) {
            guard case InsurantError.Cancelled = $0 else { return XCTFail("\($0)") }
        }
        let cancellation = try Cancellation()
        try cancellation.cancel()
        XCTAssertThrowsError(try portfolio.assessAll(threads: 2, cancellation: cancellation))
        XCTAssertTrue(try cancellation.isCancelled())
        XCTAssertEqual(try portfolio.assessAll().count, 3000)
    }

    func testACancelledTaskEndsSoon() async throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        let customers = (0..<4096).map { customer($0) }
        let many = Array(repeating: customers, count: 30).flatMap { $0 }
        let told = Told()
        let task = Task { try await rules.assessAll(many) { done, total in told.add(done, total) } }
        while told.all.isEmpty { try await Task.sleep(nanoseconds: 5_000_000) }
        let start = Date()
        task.cancel()
        do {
            _ = try await task.value
            XCTFail("it was not ended")
        } catch is CancellationError {
            XCTAssertLessThan(Date().timeIntervalSince(start), 10)
        }
        let few = try await rules.assessAll(Array(customers.prefix(10)), threads: 2)
        XCTAssertEqual(few.count, 10)
    }

    func testAThousandCallsAtOnce() async throws {
        let engine = try Engine()
        let rules = try engine.rules(rulebook: "cn-property", asOf: asOf)
        @Sendable func ask(_ i: Int) throws -> String {
            switch i % 4 {
            case 0: "\(try rules.assess(customer: customer(i % 7)))"
            case 1: try rules.explain(customer: customer(i % 7)).fingerprint
            case 2: try engine.call(operation: "explain", input: json(i % 7))
            default: try engine.calendar(ids: ["cn"]).add(from: .civil(2024, 5, 1), days: Int64(i % 20)).iso ?? ""
            }
        }
        let alone = try (0..<1000).map(ask)
        let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for i in 0..<1000 { group.addTask { (i, try ask(i)) } }
            var found = Array(repeating: "", count: 1000)
            for try await (i, said) in group { found[i] = said }
            return found
        }
        XCTAssertEqual(together, alone)
    }

    private func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    func testMemoryStaysFlat() throws {
        let engine = try Engine()
        let rules = try engine.rules(rulebook: "cn-property", asOf: asOf)
        func work(_ count: Int) throws {
            for i in 0..<count {
                _ = try rules.assess(customer: customer(i))
                if i % 10 == 0 { XCTAssertThrowsError(try rules.assess(customer: customer(id: ""))) }
                if i % 500 == 0 {
                    let own = try engine.rules(rulebook: "cn-property", asOf: asOf)
                    _ = try own.portfolio(customers: [customer()]).assessAll(threads: 1, cancellation: Cancellation())
                }
            }
        }
        let rounds = ProcessInfo.processInfo.environment["INSURANT_MEMORY_ROUNDS"].flatMap { Int($0) } ?? 5000
        try work(rounds / 5)
        let before = try resident()
        try work(rounds)
        let after = try resident()
        print("\(rounds) assessments: \(before) KiB before, \(after) KiB after")
        XCTAssertLessThan(after, before + before / 20 + 8 * 1024)
    }

    func testWhatGoesInComesOut() throws {
        let rules = try Engine().rules(rulebook: "cn-property", asOf: asOf)
        for i in 0..<200 {
            let premium = Decimal(sign: .plus, exponent: -2, significand: Decimal(i * 7_919_113))
            let given = customer(
                policies: [policy(end: civilDate(Int32(20_000 + i * 37)), premium: premium)], claimed: false)
            XCTAssertEqual(try rules.prepare(customer: given).customer(), given)
        }
        let policies = (1...8).map { policy($0) }
        let expected = try rules.explain(customer: customer(policies: policies)).fingerprint
        XCTAssertEqual(try rules.explain(customer: customer(policies: policies.reversed())).fingerprint, expected)
    }
}
