import Dataset

/// Sites added up: how many there are, with their accelerators and megawatts as their rows state them.
///
/// The rule of every count of sites: a row that only carries the power of a campus is no site more.
/// Its tranches are the sites, and their power counts once, in the row of the campus. A figure that no
/// row states is left out and counted: accelerators in `unsized`, megawatts in `unstated`.
public struct SitesSum: Hashable, Sendable {
  public private(set) var sites = 0
  /// The rows that only carry the power of a campus.
  public private(set) var campuses = 0
  public private(set) var accelerators = 0
  /// The sites whose accelerators no row states.
  public private(set) var unsized = 0
  public private(set) var megawatts = 0.0
  /// The sites whose power no row states.
  public private(set) var unstated = 0

  public init() {}

  /// The sum of some rows, whose campuses are looked for among themselves.
  public init(of rows: [Commitment], in dataset: Dataset) {
    let roles = CampusRoles(rows, in: dataset)
    for row in rows { add(row, roles[row]) }
  }

  /// True if there are neither sites nor campuses.
  public var isEmpty: Bool { sites == 0 && campuses == 0 }

  mutating func add(_ row: Commitment, _ role: CampusRole) {
    if role == .campus { campuses += 1 } else { sites += 1 }
    if let count = row.accelerators { accelerators += count } else { unsized += 1 }
    guard role != .tranche else { return }
    if let power = row.megawatts { megawatts += power } else { unstated += 1 }
  }
}

extension ComputeTally {
  /// The number of the firm sites, as `SitesSum` counts them.
  public var sites: Int { commitments.count - campuses }
}

extension SitesSum: JSONConvertible {
  /// The counts and the sums; `unsized` and `mw_unstated` are the sites that the sums leave out.
  public var json: JSON {
    [
      "sites": sites, "accelerators": accelerators, "unsized": unsized, "mw": megawatts,
      "mw_unstated": unstated,
    ]
  }

  /// The shape of `json`.
  static let shape: JSONShape = [
    "sites": .count, "accelerators": .accelerators, "unsized": .count, "mw": .megawatts,
    "mw_unstated": .count,
  ]
}

/// The sums under a list of sites: the firm sites, and apart those that are only announced.
public struct SitesByState: Sendable, JSONConvertible {
  public let firm: SitesSum
  public let announced: SitesSum

  /// The sums of the rows of scope `site`.
  public init(of rows: [Commitment], in dataset: Dataset) {
    let sites = rows.filter { $0.scope == .site }
    firm = SitesSum(of: sites.filter(\.status.isFirm), in: dataset)
    announced = SitesSum(of: sites.filter { $0.status == .announced }, in: dataset)
  }

  public var json: JSON { ["firm": firm, "announced": announced] }

  /// The shape of `json`.
  public static let shape: JSONShape = ["firm": SitesSum.shape, "announced": SitesSum.shape]
}
