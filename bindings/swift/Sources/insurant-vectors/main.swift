// The conformance vectors in Swift: lines `operation TAB input` in, a line of canonical JSON out. With --typed,
// questions about a customer by a rulebook of the engine are answered through records of Swift's own types; the
// number of those is told on standard error.

import Foundation
import Insurant

func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case _ where scalar.value < 0x20:
            let hex = String(scalar.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}

func told(_ error: InsurantError, under: String = "") -> String {
    let problems = error.problems.map { "{\"code\":\(quoted($0.code)),\"path\":\(quoted(under + $0.path))}" }
    return "{\"problems\":[\(problems.joined(separator: ","))]}"
}

/// The texts of the members of an object, byte for byte: nesting and strings are skipped, nothing is read.
func members(_ json: String) -> [String: String]? {
    let bytes = Array(json.utf8)
    var at = 0
    func byte(_ character: Character) -> UInt8 { character.asciiValue ?? 0 }
    func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }
    func blank() {
        while let next = peek(), next == 0x20 || (0x09...0x0d).contains(next) { at += 1 }
    }
    func string() -> String? {
        guard peek() == byte("\"") else { return nil }
        at += 1
        let from = at
        while let next = peek(), next != byte("\"") { at += next == byte("\\") ? 2 : 1 }
        guard at < bytes.count else { return nil }
        defer { at += 1 }
        return String(decoding: bytes[from..<at], as: UTF8.self)
    }
    func value() -> String? {
        let from = at
        var depth = 0
        while let next = peek() {
            switch next {
            case byte("\""):
                if string() == nil { return nil }
                continue
            case byte("{"), byte("["): depth += 1
            case byte("}"), byte("]"):
                if depth == 0 { return String(decoding: bytes[from..<at], as: UTF8.self) }
                depth -= 1
            case byte(","):
                if depth == 0 { return String(decoding: bytes[from..<at], as: UTF8.self) }
            default: break
            }
            at += 1
        }
        return nil
    }
    blank()
    guard peek() == byte("{") else { return nil }
    at += 1
    var found: [String: String] = [:]
    while true {
        blank()
        guard let name = string() else { return nil }
        blank()
        guard peek() == byte(":") else { return nil }
        at += 1
        guard let value = value() else { return nil }
        found[name] = value.trimmingCharacters(in: .whitespacesAndNewlines)
        let end = peek()
        at += 1
        if end == byte("}") { return found }
    }
}

func plain(_ text: String?) -> String? {
    guard let text, text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
    let inside = text.dropFirst().dropLast()
    let allowed = inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "@._-".contains($0)) }
    return allowed ? String(inside) : nil
}

/// What records answer to `assess` and `explain`; nil where what was asked is wrong in its form.
func decided(_ engine: Engine, _ operation: String, _ text: String) -> String? {
    guard let given = members(text), Set(given.keys).isSubset(of: ["as_of", "rulebook", "customer"]),
        let name = plain(given["rulebook"] ?? "\"cn-property\""), let day = plain(given["as_of"]),
        let asOf = DateComponents(iso: day), let facts = given["customer"],
        let rules = try? engine.rules(rulebook: name, asOf: asOf),
        let customer = try? rules.customerFromJson(json: facts)
    else { return nil }
    do {
        // Out of Swift's own types and back once more: what they lose would show.
        let decision = try rules.explain(customer: rules.prepare(customer: customer).customer())
        return operation == "explain" ? decision.json : members(decision.json)?["outcome"]
    } catch let error as InsurantError {
        // Several stand in the order of the text, which records do not have.
        return error.problems.count == 1 ? told(error, under: "customer.") : nil
    } catch {
        return "\(error)"
    }
}

func answer(_ engine: Engine, _ line: String, typed: Bool) -> (String, Bool) {
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let operation = String(parts.first ?? "")
    let text = parts.count > 1 ? String(parts[1]) : ""
    if typed, operation == "assess" || operation == "explain", let answer = decided(engine, operation, text) {
        return (answer, true)
    }
    do {
        return (try engine.call(operation: operation, input: text), false)
    } catch let error as InsurantError {
        return (told(error), false)
    } catch {
        return ("\(error)", false)
    }
}

func run() throws {
    let engine = try Engine()
    let typed = CommandLine.arguments.contains("--typed")
    var count = 0
    // By bytes: lines end at a line feed alone, whatever Unicode takes for one.
    let input = FileHandle.standardInput.readDataToEndOfFile()
    var out = Data()
    for line in input.split(separator: 0x0a) {
        let (said, record) = answer(engine, String(decoding: line, as: UTF8.self), typed: typed)
        count += record ? 1 : 0
        out.append(Data(said.utf8))
        out.append(0x0a)
    }
    FileHandle.standardOutput.write(out)
    FileHandle.standardError.write(Data("typed: \(count)\n".utf8))
}

try run()
