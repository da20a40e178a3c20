import Dataset

/// The number of rows of each table that pass a filter.
public struct FilterCounts: Hashable, Sendable {
  public let rounds: Int
  public let commitments: Int
  public let steps: Int
  public let milestones: Int
  public let organisations: Int
  public let models: Int
  public let claims: Int
  public let sources: Int

  public var total: Int {
    rounds + commitments + steps + milestones + organisations + models + claims + sources
  }

  /// The sorts that there are some of, in words: `12 rounds, 1 site, 3 organisations`.
  public var words: String {
    let parts = [
      (rounds, "round"), (commitments, "site"), (steps, "step"), (milestones, "milestone"),
      (organisations, "organisation"), (models, "model"), (claims, "claim"), (sources, "source"),
    ]
    let named = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return named.isEmpty ? "nothing fits" : named.joined(separator: ", ")
  }
}

extension CompiledFilter {
  public func counts(in snapshot: Snapshot) -> FilterCounts {
    let dataset = snapshot.dataset
    return FilterCounts(
      rounds: snapshot.rounds.count(where: matches),
      commitments: snapshot.compute.count(where: matches),
      steps: snapshot.enforcement.count(where: matches),
      milestones: snapshot.milestones.count(where: matches),
      organisations: dataset.organisations.count(where: matches),
      models: snapshot.models.count(where: matches),
      claims: dataset.claims.count(where: matches),
      sources: dataset.sources.count(where: matches))
  }
}
