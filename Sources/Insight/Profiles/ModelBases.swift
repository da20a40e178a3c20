import Dataset

/// The models of one home that stand on bases of another: a model further trained on somebody else's.
///
/// Row counts are no market shares (`ModelFrontier`); a model without a base named counts as its maker's own.
public struct ModelBase: Sendable {
  /// The home of the base; `nil` for a maker's own, or where none is named.
  public let home: ModelHome?
  /// The models that stand on it, the latest first.
  public let models: [Model]
  /// Their part of all models of their home, 0...1.
  public let share: Double
  /// The makers of the bases, by number of models, then by id; empty for makers' own.
  public let developers: [ID<Organisation>]
  /// The makers of the models, in the same order.
  public let builders: [ID<Organisation>]

  /// The models of a home by the home of their base: own bases first, then in the order of the
  /// homes.
  public static func all(of home: ModelHome, in snapshot: Snapshot) -> [ModelBase] {
    let dataset = snapshot.dataset
    let models = snapshot.models.filter { dataset.home(of: $0) == home }.latestFirst(\.date)
    let homes: [ModelHome?] = [nil] + ModelHome.allCases
    return homes.compactMap { base in
      let found = models.filter { model in model.baseDeveloper.map(dataset.home) == base }
      guard !found.isEmpty else { return nil }
      return ModelBase(
        home: base, models: found, share: Double(found.count) / Double(models.count),
        developers: ranked(found.compactMap(\.baseDeveloper), in: dataset),
        builders: ranked(found.map(\.developer), in: dataset))
    }
  }

  /// Each organisation once, the most frequent first.
  private static func ranked(
    _ ids: [ID<Organisation>], in dataset: Dataset
  ) -> [ID<Organisation>] {
    var counts: [ID<Organisation>: Int] = [:]
    for id in ids { counts[id, default: 0] += 1 }
    return counts.map { (count: $1, slug: dataset.slug($0), id: $0) }
      .sorted { $0.count == $1.count ? $0.slug < $1.slug : $0.count > $1.count }.map(\.id)
  }
}

extension ModelBase {
  /// The base in the document of `layer`.
  func json(in dataset: Dataset) -> JSON {
    [
      "home": home?.word ?? "own", "models": models.map { dataset.slug($0.id) },
      "developers": developers.map { dataset.slug($0) },
      "builders": builders.map { dataset.slug($0) },
    ]
  }
}
