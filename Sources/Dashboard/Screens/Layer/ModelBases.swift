import Canvas
import Charts
import Dataset
import Insight

extension Column<Model> {
  /// The maker of the base; blank for a maker's own model.
  static func base(_ shown: Table.Column) -> Column {
    Column("base_developer", shown, style: .dim) { $0.baseDeveloper.map($1.reference) }
  }
}

/// On whose base Europe's models stand, by the home of the base.
struct ModelBaseList: Sendable {
  private let world: World
  private let bases: [ModelBase]

  /// True if the package names the base of a model at all.
  var isTold: Bool { bases.contains { $0.home != nil } }

  init(_ world: World) {
    self.world = world
    bases = ModelBase.all(of: .europe, in: world.snapshot)
  }

  /// The bases as a table: a home of bases and the models that stand on them.
  func table(sort: SortOrder?) -> FactTable {
    let (whole, foreign) = (
      bases.reduce(0) { $0 + $1.models.count },
      bases.filter { $0.home != nil && $0.home != .europe }.reduce(0) { $0 + $1.models.count }
    )
    return FactTable(
      "On whose base Europe's models stand · \(foreign) of \(whole) on one made outside Europe",
      name: "bases", columns: ModelBaseList.columns, rows: bases, in: world, sort: sort
    ) { base, world in
      .sum(
        title: "Models on \(ModelBaseList.name(base.home)) base",
        base.models.map { .model(world.dataset.slug($0.id)) })
    }
  }

  private static func name(_ home: ModelHome?) -> String {
    switch home {
    case nil: "their makers' own"
    case .europe?: "another European"
    case .us?: "a US"
    case .china?: "a Chinese"
    case .other?: "another"
    }
  }

  private static let columns: [Column<ModelBase>] = [
    Column(
      "home", .init("Base", minimum: 16, maximum: 20, priority: 10),
      words: { base, _ in
        switch base.home {
        case nil: "own, or none named"
        case .europe?: "Europe, another's"
        case .us?: "US"
        case .china?: "China"
        case .other?: "elsewhere"
        }
      }
    ) { base, _ in base.home?.word ?? "own" },
    Column("models", .init("Models", alignment: .trailing, minimum: 6, priority: 9)) {
      base, _ in base.models.count
    },
    Column("share", .init("Share", alignment: .trailing, minimum: 6, priority: 5), style: .dim) {
      base, _ in Fraction(base.share)
    },
    Column("developers", .init("Bases of", minimum: 10, maximum: 40, priority: 7)) {
      $0.developers.map($1.reference)
    },
    Column("builders", .init("Built by", minimum: 12, maximum: 60, priority: 6), style: .dim) {
      $0.builders.map($1.reference)
    },
  ]
}
