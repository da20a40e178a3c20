import TestSupport

@testable import Dashboard

extension FrozenPackage {
  /// The small package as it is seen on a day, on the last day of its facts.
  static func world(_ text: String = "2026-11-21") throws -> World {
    World(dataset: try dataset(), today: try day("2026-11-21"), day: try day(text))
  }
}

extension FrozenLedger {
  /// The frozen ledger a week after the last of its facts.
  static func world() throws -> World {
    World(dataset: try dataset(), today: try day("2026-11-29"))
  }
}
