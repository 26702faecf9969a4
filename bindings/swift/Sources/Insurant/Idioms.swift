// What Swift's readers expect beside the generated types.

import Foundation

extension DateComponents {
    /// A civil date, which no time zone moves: `.civil(2024, 7, 1)`.
    public static func civil(_ year: Int, _ month: Int, _ day: Int) -> DateComponents {
        DateComponents(year: year, month: month, day: day)
    }

    /// A civil date as it is written: `2024-07-01`; nil when it is no day.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
        if civilDays(self) == Int32.min { return nil }
    }

    /// The civil date as it is written: `2024-07-01`; nil when it is no day.
    public var iso: String? {
        guard civilDays(self) != Int32.min, let year, let month, let day else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension InsurantError {
    /// Everything that is wrong.
    public var problems: [Problem] {
        switch self {
        case .BadInput(let problems), .BadFacts(let problems), .UnknownOperation(let problems),
            .UnknownRulebook(let problems), .NotInForce(let problems), .Cancelled(let problems),
            .Callback(let problems):
            problems
        }
    }

    /// The first of the problems, in the order of what was handed over.
    public var first: Problem? { problems.first }
}

extension InsurantError: LocalizedError {
    /// All problems, a line each.
    public var errorDescription: String? { problems.map(\.text).joined(separator: "\n") }
}

extension Measure {
    /// The value as a decimal: an amount, a count or a ratio to six places; nil when there is none, or no number.
    public var decimal: Foundation.Decimal? {
        switch value {
        case .money(let amount, _): amount
        case .ratio(let shown, _, _): shown
        case .averageMoney(let shown, _, _, _): shown
        case .count(let value): Foundation.Decimal(value)
        default: nil
        }
    }
}

/// A closed enumeration of the library: its members have words in JSON, rulebooks and tables.
public protocol ClosedWord: Sendable {}

extension ClosedWord {
    /// The word of JSON, rulebooks and tables.
    public var word: String {
        var word = ""
        for letter in String(describing: self) {
            if letter.isUppercase { word += "_" }
            word += letter.lowercased()
        }
        return word
    }
}

extension ClosedWord where Self: CaseIterable {
    /// The member of a word of JSON, rulebooks and tables; nil when there is none.
    public init?(word: String) {
        guard let member = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = member
    }
}

/// A record that shows no identifiers when it is printed: logs are read by many.
public protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Discreet {
    /// The name of the record alone.
    public var description: String { "\(Self.self)(…)" }
    /// The name of the record alone.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Customer: Discreet {}
extension Policy: Discreet {}
extension Claim: Discreet {}
extension RegisterEntry: Discreet {}
