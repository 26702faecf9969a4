// The file of the portfolio: what the app reads itself, and what the library reads.

import Foundation

struct Portfolio: Decodable {
    struct Unit: Decodable {
        let id, name, level: String
        let parent: String?
    }
    struct Post: Decodable {
        let unitId: String
        let from: String
    }
    struct Visit: Decodable {
        let id, customerId, doneOn: String
    }

    let asOf, askedAt, managerId, rulebook: String
    let procedures: [String]
    let units: [Unit]
    let posts: [Post]
    let visits: [Visit]
    let assignedSince: [String: String]

    /// The customers and complaints as JSON, for the library.
    private(set) var customers: [String] = []
    private(set) var complaints: [String] = []

    private enum CodingKeys: String, CodingKey {
        case asOf, askedAt, managerId, rulebook, procedures, units, posts, visits, assignedSince
    }

    init(file: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(Self.self, from: data)
        let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        customers = try Self.texts(whole?["customers"])
        complaints = try Self.texts(whole?["complaints"])
    }

    private static func texts(_ found: Any?) throws -> [String] {
        try (found as? [Any] ?? []).map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
        }
    }
}
