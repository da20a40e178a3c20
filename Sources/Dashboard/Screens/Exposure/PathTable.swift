import Canvas
import Charts
import Dataset
import Insight

/// The largest paths from somebody to the target, in words; each leads to its rows and sources.
enum PathTable {
  static func make(of id: ID<Organisation>?, facts: ExposureFacts) -> FactTable {
    let world = facts.world
    guard let id, let found = facts.main?[id], !found.isUnknown, !found.paths.isEmpty else {
      return FactTable(nothing: "paths", in: world)
    }
    return FactTable(
      "Largest paths", name: "paths", columns: columns(of: id), rows: found.paths, in: world
    ) { path, world in
      .sum(
        title: ExposureFacts.words(path, of: id, in: world, isNamed: false),
        world.facts(at: path.evidence.rows))
    }
  }

  private static func columns(of id: ID<Organisation>) -> [Column<ExposurePath>] {
    [
      Column("organisation") { $1.reference(id) },
      Column(
        "steps", .init("Largest paths", minimum: 46, maximum: 110, priority: 10),
        words: { ExposureFacts.words($0, of: id, in: $1, isNamed: false) }
      ) { Words(ExposureFacts.steps($0, of: id, in: $1, isNamed: false)) },
      Column(
        "share", .init("Share", alignment: .trailing, minimum: 7, priority: 9),
        styled: { path, _, _ in path.share.documented > 0 ? .target : .possible }
      ) { path, _ in path.share.documented...path.share.possible },
      Column(
        "counted", .init("Counted", alignment: .trailing, minimum: 7, priority: 4), style: .dim
      ) {
        path, _ in path.counted > 0 ? Fraction(path.counted) : nil
      },
      Column(
        "direct", .init("How", minimum: 8, priority: 3), style: .dim,
        words: { path, _ in path.isDirect ? "direct" : "indirect" }
      ) { path, _ in path.isDirect },
      Column(
        "sources", .init("Sources", alignment: .trailing, minimum: 7, priority: 8), style: .dim,
        words: { path, _ in NumberFormat.integer(path.evidence.sources.count) },
        rank: { path, _ in Double(path.evidence.sources.count) }
      ) { path, world in Words(path.evidence.sources.map { world.dataset.slug($0) }) },
    ]
  }
}
