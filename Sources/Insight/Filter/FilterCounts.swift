import Dataset

/// The number of rows of each table that pass a filter.
///
/// The rule for a count next to a headline: of rounds and sites it says how many are in the sums, where not all
/// are. The headline counts those alone.
public struct FilterCounts: Hashable, Sendable {
  public let rounds: Int
  public let commitments: Int
  public let steps: Int
  public let milestones: Int
  public let organisations: Int
  public let models: Int
  public let claims: Int
  public let sources: Int
  /// Of the rounds, those in the sums; `nil` where nobody asked.
  public var roundsCounted: Int?
  /// Of the commitments, the firm sites, which are in the sums; `nil` where nobody asked.
  public var sitesFirm: Int?

  public var total: Int {
    rounds + commitments + steps + milestones + organisations + models + claims + sources
  }

  /// The sorts that there are some of, in words: `12 rounds, 1 site, 3 organisations`.
  public var words: String {
    let parts = [
      (rounds, "round"), (commitments, "site"), (steps, "step"), (milestones, "milestone"),
      (organisations, "organisation"), (models, "model"), (claims, "claim"), (sources, "source"),
    ]
    let inSums = [
      "round": roundsCounted.map { ($0, "counted") }, "site": sitesFirm.map { ($0, "firm") },
    ]
    let named = parts.filter { $0.0 > 0 }.map { count, noun in
      let part = inSums[noun]?.flatMap { $0.0 == count ? nil : " (\($0.0) \($0.1))" }
      return "\(count) \(noun)\(count == 1 ? "" : "s")\(part ?? "")"
    }
    return named.isEmpty ? "nothing fits" : named.joined(separator: ", ")
  }
}

extension CompiledFilter {
  public func counts(in snapshot: Snapshot) -> FilterCounts {
    let dataset = snapshot.dataset
    let rounds = rounds(in: snapshot)
    return FilterCounts(
      rounds: rounds.count,
      commitments: snapshot.compute.count(where: matches),
      steps: snapshot.enforcement.count(where: matches),
      milestones: snapshot.milestones.count(where: matches),
      organisations: dataset.organisations.count(where: matches),
      models: snapshot.models.count(where: matches),
      claims: dataset.claims.count(where: matches),
      sources: dataset.sources.count(where: matches),
      roundsCounted: rounds.count { snapshot.standing(of: $0) == .counted },
      sitesFirm: SitesByState(of: snapshot.compute.filter(matches), in: dataset).firm.sites)
  }
}
