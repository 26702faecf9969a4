// Many customers: in order, with progress, and with an end half way.

import Dispatch
import Foundation

/// Customers that cross at once, so that no buffer grows without bound.
private let chunk = 4096

/// Is told how many of how many customers are done; what it throws ends the work and is thrown by the call.
public typealias Progress = @Sendable (_ done: Int, _ total: Int) throws -> Void

/// Calls a closure, and keeps what it throws: only the library's own errors survive the crossing.
private final class Listener: ProgressListener, @unchecked Sendable {
    private let progress: Progress
    private let before: Int
    private let all: Int
    // Written and read on the thread of the call alone.
    private(set) var thrown: (any Error)?

    init(_ progress: @escaping Progress, before: Int, all: Int) {
        self.progress = progress
        self.before = before
        self.all = all
    }

    func at(what: String, done: Int64, total: Int64) throws -> Bool {
        do {
            try progress(before + Int(done), all)
            return true
        } catch {
            thrown = error
            return false
        }
    }
}

extension Rules {
    /// Decides on customers, in their order, on up to so many threads (1 to 1,024), and blocks until all are done.
    ///
    /// A customer whose facts cannot be used stops nobody else: it is undecided with the cause `.rejectedRow`, and
    /// `problems` says why. `progress` is called some twenty times a second on this thread. `cancellation` ends the
    /// call from any other thread, with `InsurantError.Cancelled`.
    public func assess(
        _ customers: [Customer],
        threads: Int = 1,
        cancellation: Cancellation? = nil,
        progress: Progress? = nil
    ) throws -> [Assessment] {
        var answers: [Assessment] = []
        answers.reserveCapacity(customers.count)
        repeat {
            let end = min(answers.count + chunk, customers.count)
            let listener = progress.map { Listener($0, before: answers.count, all: customers.count) }
            do {
                // Nobody at all is one empty chunk, so that wrong arguments are told all the same.
                let portfolio = try portfolio(customers: Array(customers[answers.count..<end]))
                answers += try portfolio.assessAll(
                    threads: Int64(threads), listener: listener, cancellation: cancellation)
            } catch {
                throw listener?.thrown ?? error
            }
        } while answers.count < customers.count
        return answers
    }

    /// As `assess` of many, off the cooperative pool: cancelling the task ends the work with `CancellationError`.
    public func assessAll(
        _ customers: [Customer],
        threads: Int = 1,
        progress: Progress? = nil
    ) async throws -> [Assessment] {
        let cancellation = try Cancellation()
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    DispatchQueue.global().async {
                        continuation.resume(
                            with: Result {
                                try self.assess(
                                    customers, threads: threads, cancellation: cancellation, progress: progress)
                            })
                    }
                }
            } onCancel: {
                // It only sets a flag.
                try? cancellation.cancel()
            }
        } catch let ended as InsurantError {
            if case .Cancelled = ended { try Task.checkCancellation() }
            throw ended
        }
    }
}
