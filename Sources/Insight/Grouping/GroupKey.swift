import Dataset

public enum GroupKey: Hashable, Sendable {
  /// An organisation, as company, investor, operator, customer or vendor.
  case organisation(ID<Organisation>)
  case country(ID<Country>)
  case jurisdiction(Jurisdiction)
  case layer(Layer)
  case quarter(year: Int, quarter: Int)
  /// A calendar year; among quarters, the rows of which only the year is known.
  case year(Int)
  case instrument(Instrument)
  case status(ComputeStatus)
  /// A chip as the rows name it.
  case chip(String)
  case unknown

  /// The key of JSON and of the command line: an id, a code, a word, `2026-Q1`, `2026`, `unknown`.
  public func slug(in dataset: Dataset) -> String {
    switch self {
    case .organisation(let id): dataset.slug(id)
    case .country(let id): dataset.code(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .layer(let layer): layer.word
    case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
    case .year(let year): String(year)
    case .instrument(let instrument): instrument.word
    case .status(let status): status.word
    case .chip(let chip): chip
    case .unknown: "unknown"
    }
  }

  public func name(in dataset: Dataset) -> String {
    switch self {
    case .organisation(let id): dataset.name(id)
    case .country(let id): dataset.name(id)
    default: slug(in: dataset)
    }
  }

  /// The place on a time axis; `nil` for anything else. A year follows its quarters, since a
  /// partial date counts from its last day.
  var time: Int? {
    switch self {
    case .quarter(let year, let quarter): year * 5 + quarter - 1
    case .year(let year): year * 5 + 4
    default: nil
    }
  }
}

/// The groups found so far, by a dense number of their key: a million rows go through it.
struct Grouped<Tally> {
  private var places: [Int32]
  private(set) var keys: [GroupKey] = []
  private(set) var tallies: [Tally] = []
  private let empty: Tally

  /// Room for keys numbered `0..<slots`.
  init(slots: Int, empty: Tally) {
    places = Array(repeating: -1, count: slots)
    self.empty = empty
  }

  /// Changes the tally of the group numbered `slot`; `key` is asked for once a group.
  mutating func change(
    _ slot: Int, _ key: @autoclosure () -> GroupKey, _ body: (inout Tally) -> Void
  ) {
    if places[slot] < 0 {
      places[slot] = Int32(keys.count)
      keys.append(key())
      tallies.append(empty)
    }
    body(&tallies[Int(places[slot])])
  }
}
