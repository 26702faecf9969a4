// What crossing costs: medians of wall time, in microseconds, after warming up.

import Foundation
import Insurant

func made(_ number: Int) -> Customer {
    let policies = (1...3).map {
        Policy(
            policyId: "P-\($0)", line: "property", businessSource: .direct, start: .civil(2024, 1, 1),
            end: .civil(2025, 1, 1), writtenPremium: Decimal(50_000))
    }
    let claim = Claim(
        claimId: "K-1", lossDate: .civil(2024, 3, 1), status: .settled, policyId: "P-1", paid: Decimal(1200))
    return Customer(customerId: "C-\(number)", kind: .individual, policies: policies, claims: [claim])
}

func median(_ each: Int, _ rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    var taken: [UInt64] = []
    for _ in 0..<rounds {
        let start = DispatchTime.now().uptimeNanoseconds
        try work()
        taken.append(DispatchTime.now().uptimeNanoseconds - start)
    }
    return Double(taken.sorted()[rounds / 2]) / Double(each) / 1000
}

func run() throws {
    let engine = try Engine()
    let rules = try engine.rules(rulebook: "cn-property", asOf: .civil(2024, 7, 1))
    let customer = made(1)
    let policies = (1...3).map {
        """
        {"policy_id":"P-\($0)","line":"property","business_source":"direct","start":"2024-01-01",\
        "end":"2025-01-01","written_premium":"50000.00"}
        """
    }
    let text = """
        {"as_of":"2024-07-01","customer":{"customer_id":"C-1","kind":"individual",\
        "policies":[\(policies.joined(separator: ","))],"claims":[{"claim_id":"K-1","policy_id":"P-1",\
        "loss_date":"2024-03-01","status":"settled","paid":"1200.00","reserve":"0"}]}}
        """
    let prepared = try rules.prepare(customer: customer)
    let portfolio = try rules.portfolio(customers: (0..<10_000).map(made))
    func tell(_ what: String, _ each: Int, _ rounds: Int, _ work: () throws -> Void) throws {
        print("| \(what) | \(String(format: "%.2f", try median(each, rounds, work))) |")
    }
    try tell("one record, `rules.assess`", 200, 30) { for _ in 0..<200 { _ = try rules.assess(customer: customer) } }
    try tell("one record, `rules.explain`", 50, 30) { for _ in 0..<50 { _ = try rules.explain(customer: customer) } }
    try tell("one JSON text, `engine.call`", 200, 30) {
        for _ in 0..<200 { _ = try engine.call(operation: "assess", input: text) }
    }
    try tell("prepared, `prepared.assess`", 200, 30) { for _ in 0..<200 { _ = try prepared.assess() } }
    try tell("portfolio, `assessAll`, each", 10_000, 5) { _ = try portfolio.assessAll() }
    try tell("portfolio, `summarise`, each", 10_000, 5) { _ = try portfolio.summarise() }
}

try run()
