import Foundation
import Torture

/// The part of Moat that inputs go to, named by the variable MOAT_FUZZ.
struct FuzzedTarget {
  private let target: FuzzTarget
  private let bench: FuzzBench

  /// The part chosen for this run.
  nonisolated(unsafe) static let chosen = Result {
    let name = ProcessInfo.processInfo.environment["MOAT_FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else { throw UnknownTarget(name: name) }
    return FuzzedTarget(target: target, bench: try FuzzBench())
  }

  func run(_ input: [UInt8]) throws { try target.run(input, in: bench) }
}

/// A name that no part has.
struct UnknownTarget: Error, CustomStringConvertible {
  let name: String

  var description: String {
    "found MOAT_FUZZ=\"\(name)\", expected one of: "
      + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
