// An account manager's day: customers with category and reasons, duties, and the clocks of complaints.
// Its argument is the file of the portfolio.

import Foundation
import Insurant

struct NoDay: Error { let text: String }

func day(_ text: String) throws -> DateComponents {
    guard let day = DateComponents(iso: text) else { throw NoDay(text: text) }
    return day
}

func moment(_ text: String) throws -> OffsetDate {
    guard let moment = OffsetDate(iso: text) else { throw NoDay(text: text) }
    return moment
}

func printCustomers(_ rules: Rules, _ customers: [String]) throws {
    print("customers")
    for facts in customers {
        let decision = try rules.explain(customer: rules.customerFromJson(json: facts))
        let found = decision.assessment
        let category = found.category?.word ?? "no category"
        print("  \(found.customerId): \(category), \(found.standing?.word ?? "no standing")")
        if let because = decision.rules.first(where: { $0.id == category && $0.result == .`true` }) {
            print("    because \(because.condition)")
        }
        found.alerts.forEach { print("    alert: \($0)") }
        found.findings.forEach { print("    finding: \($0.id)") }
    }
}

func printDuties(_ engine: Engine, _ portfolio: Portfolio, _ units: [OrganisationUnit]) throws {
    print("duties")
    let manager = portfolio.managerId
    let visit = ContactDuty(id: "visit", contacts: [.visit], count: 1, unit: .month)
    let answer = try engine.managerDuties(
        input: ManagerDutiesInput(
            units: units,
            rules: [.contact(value: visit)],
            managers: [
                DutyManager(
                    managerId: manager,
                    posts: try portfolio.posts.map { ManagerPost(unitId: $0.unitId, from: try day($0.from)) })
            ],
            customers: try portfolio.assignedSince.sorted { $0.key < $1.key }.map {
                DutyCustomer(
                    customerId: $0.key, assignments: [DutyAssignment(managerId: manager, from: try day($0.value))])
            },
            log: try portfolio.visits.map {
                .contact(
                    value: DutyContact(
                        id: $0.id, managerId: manager, doneOn: try day($0.doneOn), customerId: $0.customerId,
                        contact: .visit))
            },
            asOf: try day(portfolio.asOf)))
    for item in answer.items where item.state != .done && item.state != .doneLate {
        print("  \(item.customerId ?? "?"): \(item.duty), \(item.state.word), by \(item.dueOn?.iso ?? "?")")
    }
}

func printComplaints(_ engine: Engine, _ portfolio: Portfolio, _ units: [OrganisationUnit]) throws {
    print("complaints")
    let askedAt = try moment(portfolio.askedAt)
    for text in portfolio.complaints {
        let log = try engine.complaintLogFromJson(json: text)
        let open = try engine.openComplaint(
            opening: ComplaintOpening(
                complaint: ComplaintSoFar(complaintId: log.complaintId, events: log.events),
                units: units, procedures: portfolio.procedures))
        print("  \(log.complaintId): \(try open.complaint().step.word)")
        for clock in try open.deadlines(asOf: askedAt).deadlines {
            let due = clock.dueBefore.map { ", due before \($0)" } ?? ""
            print("    \(clock.clock): \(clock.state.word)\(due)")
        }
    }
}

let engine = try Engine()
let portfolio = try Portfolio(file: CommandLine.arguments[1])
let units = try portfolio.units.map {
    guard let level = OrgLevel(word: $0.level) else { throw NoDay(text: $0.level) }
    return OrganisationUnit(id: $0.id, name: $0.name, level: level, parent: $0.parent)
}
print("\(portfolio.managerId), \(portfolio.asOf)")
try printCustomers(try engine.rules(rulebook: portfolio.rulebook, asOf: try day(portfolio.asOf)), portfolio.customers)
try printDuties(engine, portfolio, units)
try printComplaints(engine, portfolio, units)
