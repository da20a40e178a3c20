import Dataset

/// The part of a target in time that a cut takes.
///
/// A site that runs has been delivered, and only `everything` takes it. A period of years takes the
/// sites that do not run yet and whose target date lies in it. It does not matter what is known of
/// the date beyond its year. Sites without a target date are in no period: they are not taken, and
/// `CutReport.undated` tells how many there are.
public enum CutPeriod: Hashable, Sendable {
  /// Whatever runs, and whatever does not.
  case everything
  /// Firm sites that do not run yet, whenever they are due.
  case deliveries
  /// Those of them that are due in some years.
  case due(ClosedRange<Int>)

  /// The word behind a name that asks for what is not running yet.
  public static let deliveriesSuffix = ":deliveries"

  /// The period that a name has behind its colon: `deliveries`, `2027`, `2027-2028`; `nil` for others.
  public init?(typed text: some StringProtocol) {
    if text == Self.deliveriesSuffix.dropFirst() {
      self = .deliveries
      return
    }
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map { part -> Int? in
      part.count == 4 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard years.count <= 2, let first = years.first ?? nil, let last = years.last ?? nil,
      first <= last
    else { return nil }
    self = .due(first...last)
  }

  /// The same as it is written behind a name: `:2027-2028`, empty for everything.
  public var suffix: String {
    switch self {
    case .everything: ""
    case .deliveries: Self.deliveriesSuffix
    case .due(let years):
      ":\(years.lowerBound)" + (years.count > 1 ? "-\(years.upperBound)" : "")
    }
  }

  /// The years that it asks for; `nil` where it asks for none.
  public var years: ClosedRange<Int>? {
    if case .due(let years) = self { years } else { nil }
  }

  /// True if the period takes a site.
  func takes(_ site: Commitment) -> Bool {
    switch self {
    case .everything: true
    case .deliveries: site.status != .operational
    case .due(let years):
      site.status != .operational && site.target.map { years.contains($0.year) } ?? false
    }
  }

  /// True if only the want of a date keeps the period from a site.
  func lacksDate(of site: Commitment) -> Bool {
    guard case .due = self else { return false }
    return site.status != .operational && site.target == nil
  }
}

/// The sites that a period passes over, since no row says when they are due.
public struct UndatedSites: Hashable, Sendable {
  /// The sites that surely belong to what is cut.
  public internal(set) var sites = 0
  /// Those that may belong to it.
  public internal(set) var possibleSites = 0
  /// The size of the sure sites that have a size.
  public internal(set) var least = 0.0
  /// The same with the greatest ends.
  public internal(set) var most = 0.0
  /// The number of the sure ones without a size.
  public internal(set) var uncounted = 0

  /// Adds a site of which a share belongs to what is cut.
  mutating func add(_ size: ClosedRange<Double>?, _ share: ShareInterval) {
    guard share.documented > 0 else {
      if share.possible > 0 { possibleSites += 1 }
      return
    }
    sites += 1
    guard let size else {
      uncounted += 1
      return
    }
    least += size.lowerBound
    most += size.upperBound
  }

  /// True if there are none.
  public var isEmpty: Bool { sites == 0 && possibleSites == 0 }
}

extension UndatedSites: JSONConvertible {
  public var json: JSON {
    [
      "sites": sites, "possible_sites": possibleSites, "uncounted": uncounted,
      "size": ["least": least, "most": most] as JSON,
    ]
  }
}

extension Snapshot {
  /// The years from the day's own in which sites are due that do not run yet, the earliest first: those
  /// that an organisation makes, operates or rents, or all where it does none of that.
  public func yearsDue(of target: ExposureTarget, _ options: ExposureOptions) -> [Int] {
    let sites = SiteFacts(self, options)
    let waiting = sites.sites.filter { $0.status != .operational && $0.target != nil }
    func years(_ isWanted: (Commitment) -> Bool) -> [Int] {
      Set(waiting.filter(isWanted).compactMap { $0.target?.year }).filter { $0 >= day.civil.year }
        .sorted()
    }
    guard case .organisation(let id) = target else { return years { _ in true } }
    let head = sites.head(of: id)
    let own = years {
      [sites.vendor(of: $0), sites.operatedBy($0), sites.tenant(of: $0)].contains(head)
    }
    return own.isEmpty ? years { _ in true } : own
  }
}
