// Instants with the offset of the clock that they were read from, which Foundation's `Date` forgets.

import Foundation

/// An instant in whole seconds, with its offset from UTC. Two are equal when both are.
public struct OffsetDate: Hashable, Sendable {
    /// The instant, without a fraction of a second: the library knows none.
    public let date: Date
    /// The offset from UTC, in seconds; the library takes whole minutes.
    public let secondsFromGMT: Int

    /// An instant; what it has of a second is left out.
    public init(_ date: Date, secondsFromGMT: Int) {
        self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
        self.secondsFromGMT = secondsFromGMT
    }

    /// An instant by the clock of a time zone.
    public init(_ date: Date, in timeZone: TimeZone) {
        self.init(date, secondsFromGMT: timeZone.secondsFromGMT(for: date))
    }

    /// An instant as it is written, `2024-01-31T10:00:00+08:00` or with `Z`; nil when it is none.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
            let day = DateComponents(iso: String(text.prefix(10))),
            let time = Self.numbers(bytes[11..<19], 3)
        else { return nil }
        var offset = 0
        if bytes.count == 20 {
            guard bytes[19] == UInt8(ascii: "Z") else { return nil }
        } else {
            guard let parts = Self.numbers(bytes[20..<25], 2), parts[1] < 60 else { return nil }
            offset = (parts[0] * 60 + parts[1]) * 60
            switch bytes[19] {
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "-"): offset = -offset
            default: return nil
            }
        }
        guard time[0] < 24, time[1] < 60, time[2] < 60 else { return nil }
        let local = Int(civilDays(day)) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
        self.init(Date(timeIntervalSince1970: Double(local - offset)), secondsFromGMT: offset)
    }

    /// The instant as it is written by the clock that it was read from: `2024-01-31T10:00:00+08:00`.
    public var iso: String {
        // Beyond every year that the library names: it says so.
        let seconds = min(max(date.timeIntervalSince1970, -1e14), 1e14)
        let local = Int(seconds) + secondsFromGMT
        let days = Int((Double(local) / 86_400).rounded(.down))
        let second = local - days * 86_400
        let day = civilDate(Int32(clamping: days)).iso ?? "an instant out of range"
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.two).joined(separator: ":")
        if secondsFromGMT == 0 { return "\(day)T\(time)Z" }
        let size = abs(secondsFromGMT)
        let sign = secondsFromGMT < 0 ? "-" : "+"
        let rest = size % 60 == 0 ? "" : ":\(Self.two(size % 60))"
        return "\(day)T\(time)\(sign)\(Self.two(size / 3600)):\(Self.two(size / 60 % 60))\(rest)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// `12:34:56` as numbers of two digits.
    private static func numbers(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [Int]? {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == count else { return nil }
        var found: [Int] = []
        for part in parts {
            let digits = part.map { Int($0) - 48 }
            guard digits.count == 2, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
            found.append(digits[0] * 10 + digits[1])
        }
        return found
    }
}

extension OffsetDate: Comparable {
    /// By the instant; of the same instant by the offset.
    public static func < (one: OffsetDate, other: OffsetDate) -> Bool {
        (one.date, one.secondsFromGMT) < (other.date, other.secondsFromGMT)
    }
}

extension OffsetDate: CustomStringConvertible {
    /// As it is written.
    public var description: String { iso }
}

extension OffsetDate: Codable {
    /// From the text that `iso` writes.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let moment = OffsetDate(iso: text) else {
            let said = "an instant is written like 2024-01-31T10:00:00+08:00, not \(text.prefix(40))"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: said))
        }
        self = moment
    }

    /// As `iso` writes it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
