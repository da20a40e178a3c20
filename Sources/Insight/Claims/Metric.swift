import Dataset

/// A metric that a claim may name: a function of the ledger as of a day.
///
/// `Metrics.swift` lists all of them; `data/README.md` holds the same list for those who write claims.
public struct Metric: Sendable {
  typealias Reckoning = @Sendable (MetricReckoning) -> Finding

  public let name: String
  /// The call as it is written, with the kinds of its arguments.
  public let usage: String
  /// Reads the arguments of a call.
  let read: @Sendable (inout MetricArguments) throws(MetricFault) -> Reckoning

  /// True if it says the same whatever the rows say.
  var isStatement: Bool { Metric.statements.contains { $0.name == name } }

  static func named(_ name: String) -> Metric? { all.first { $0.name == name } }

  init(_ name: String, _ finding: @escaping Reckoning) {
    self.name = name
    usage = name + "()"
    read = { _ in finding }
  }

  init<First: Sendable>(
    _ name: String, _ first: MetricArgument<First>,
    _ finding: @escaping @Sendable (MetricReckoning, First) -> Finding
  ) {
    self.name = name
    usage = "\(name)(\(first.name))"
    read = { (arguments: inout MetricArguments) throws(MetricFault) -> Reckoning in
      let value = try arguments.next(first)
      return { finding($0, value) }
    }
  }

  init<First: Sendable, Second: Sendable>(
    _ name: String, _ first: MetricArgument<First>, _ second: MetricArgument<Second>,
    _ finding: @escaping @Sendable (MetricReckoning, First, Second) -> Finding
  ) {
    self.name = name
    usage = "\(name)(\(first.name), \(second.name))"
    read = { (arguments: inout MetricArguments) throws(MetricFault) -> Reckoning in
      let values = (try arguments.next(first), try arguments.next(second))
      return { finding($0, values.0, values.1) }
    }
  }

  init<First: Sendable, Second: Sendable, Third: Sendable>(
    _ name: String, _ first: MetricArgument<First>, _ second: MetricArgument<Second>,
    _ third: MetricArgument<Third>,
    _ finding: @escaping @Sendable (MetricReckoning, First, Second, Third) -> Finding
  ) {
    self.name = name
    usage = "\(name)(\(first.name), \(second.name), \(third.name))"
    read = { (arguments: inout MetricArguments) throws(MetricFault) -> Reckoning in
      let values = (
        try arguments.next(first), try arguments.next(second), try arguments.next(third)
      )
      return { finding($0, values.0, values.1, values.2) }
    }
  }
}

public struct Quarter: Hashable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1...4.
  public let quarter: Int

  /// Reads `2026-Q1`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      bytes[..<4].allSatisfy({ (48...57).contains($0) }), (49...52).contains(bytes[6])
    else { return nil }
    year = bytes[..<4].reduce(0) { $0 * 10 + Int($1) - 48 }
    quarter = Int(bytes[6]) - 48
  }

  /// True if a date surely lies in it; a year alone lies in no quarter.
  public func contains(_ date: PartialDate) -> Bool {
    date.precision != .year && date.year == year && date.lastDay.quarter == quarter
  }

  public var description: String { "\(year)-Q\(quarter)" }
}
