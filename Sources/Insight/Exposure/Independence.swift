import Dataset

/// The organisations in Europe that can compute without a supplier, and their chips.
///
/// The capacity an organisation operates or rents is split by the supplier it reaches (`Exposure`,
/// dimension compute). Example: LUMI's 11,912 accelerators are AMD's, and CSC has contracted more
/// of which no row says how many. Without NVIDIA it can compute in part, with at least 11,912.
public struct Independence: Sendable {
  /// The ability to do without the supplier.
  public enum Verdict: String, CaseIterable, Sendable {
    /// With all it has, even if everything open were the supplier's.
    case wholly
    /// With some of it: a row names another maker.
    case partly
    /// No row shows that it can, but something is open.
    case open
    /// All it has reaches the supplier.
    case none

    public var rank: Int { Verdict.allCases.firstIndex(of: self) ?? 0 }
  }

  public struct Row: Sendable {
    /// The organisation (the head of the group, where groups are folded).
    public let id: ID<Organisation>
    public let verdict: Verdict
    /// True for a laboratory: a public body, or a company that makes models or does research.
    public let isLab: Bool
    /// The accelerators counted that it operates or rents.
    public let accelerators: Int
    /// The accelerators that do without the supplier: documented to possible.
    public let without: ClosedRange<Int>
    /// The number of its dependencies without a size.
    public let uncounted: Int
    /// The makers of the chips that do without it, by id.
    public let makers: [ID<Organisation>]
    /// The commitments that do without it, by id.
    public let sites: [ID<Commitment>]
  }

  let dataset: Dataset
  /// The organisations at home in Europe with known compute.
  ///
  /// Laboratories come first, then those who can at least in part. Further they go by the
  /// accelerators left (the most first), by verdict, by all accelerators and by id.
  public private(set) var rows: [Row]

  /// The organisations that can do without `target` as of a day.
  public init(
    of snapshot: Snapshot, from target: ExposureTarget,
    _ options: ExposureOptions = ExposureOptions()
  ) {
    dataset = snapshot.dataset
    let solved = SolvedExposure(snapshot, target, .compute, options)
    let sites = SiteFacts(snapshot, options)
    let free = Self.free(sites, solved)
    let rows = solved.organisations(0).filter { Self.isEuropean($0.id, in: snapshot.dataset) }
      .map { found in Self.row(found, free[found.id] ?? [], sites, snapshot.dataset) }
    let keyed = rows.map { (row: $0, slug: snapshot.dataset.slug($0.id)) }
    self.rows = keyed.sorted { left, right in
      let (first, second) = (left.row, right.row)
      if first.isLab != second.isLab { return first.isLab }
      let (one, other) = (first.verdict.rank, second.verdict.rank)
      if (one < 2) != (other < 2) { return one < 2 }
      if first.without.lowerBound != second.without.lowerBound {
        return first.without.lowerBound > second.without.lowerBound
      }
      if one != other { return one < other }
      if first.accelerators != second.accelerators {
        return first.accelerators > second.accelerators
      }
      return left.slug < right.slug
    }.map(\.row)
  }

  /// The sites with a named maker that do not reach the target, by who operates or rents them.
  private static func free(
    _ sites: SiteFacts, _ solved: SolvedExposure
  ) -> [ID<Organisation>: [Commitment]] {
    var free: [ID<Organisation>: [Commitment]] = [:]
    for site in sites.sites where sites.vendor(of: site) != nil && site.accelerators != 0 {
      guard let node = solved.facts.index(of: .site(site.id)),
        solved.shares[node].possible == 0
      else { continue }
      for user in [sites.operatedBy(site), sites.tenant(of: site)] {
        if let user { free[user, default: []].append(site) }
      }
    }
    return free
  }

  private static func row(
    _ found: OrganisationExposure, _ free: [Commitment], _ sites: SiteFacts, _ dataset: Dataset
  ) -> Row {
    let counted = found.known ?? .unknown
    func part(_ share: Double) -> Int { Int(nearest: found.amount * share) }
    let verdict: Verdict =
      if !found.isUnknown, found.share.possible == 0 {
        .wholly
      } else if !free.isEmpty {
        .partly
      } else if found.share.documented >= 1 {
        .none
      } else {
        .open
      }
    let makers = Set(free.compactMap { sites.vendor(of: $0) })
    let organisation = dataset[found.id]
    return Row(
      id: found.id, verdict: verdict,
      isLab: organisation.kind == .publicLab || organisation.layer == .models
        || organisation.layer == .research,
      accelerators: part(1), without: part(1 - counted.possible)...part(1 - counted.documented),
      uncounted: found.uncounted,
      makers: makers.sorted { dataset.slug($0) < dataset.slug($1) },
      sites: free.map(\.id).sorted { dataset.slug($0) < dataset.slug($1) })
  }

  private static func isEuropean(_ id: ID<Organisation>, in dataset: Dataset) -> Bool {
    guard let country = dataset[id].country else { return false }
    return dataset.jurisdiction(of: country).isEuropean
  }
}

extension Independence {
  /// The same of some organisations alone (the filter).
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> Independence {
    var independence = self
    independence.rows = rows.filter { isWanted($0.id) }
    return independence
  }
}

extension Independence: JSONConvertible {
  public var json: JSON {
    rows.map { row -> JSON in
      [
        "id": dataset.slug(row.id), "verdict": row.verdict.rawValue, "lab": row.isLab,
        "accelerators": row.accelerators, "without": row.without.lowerBound,
        "without_possible": row.without.upperBound, "uncounted": row.uncounted,
        "makers": row.makers.map { dataset.slug($0) }, "sites": row.sites.map { dataset.slug($0) },
      ]
    }.json
  }
}
