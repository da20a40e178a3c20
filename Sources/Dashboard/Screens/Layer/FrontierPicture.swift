import Canvas
import Charts
import Dataset
import Insight

/// "Infrastructure-deep, model-shallow" as a picture with figures. It shows the largest open-weight
/// model of Europe, the United States and China over time. Next to it stand Europe's money and
/// compute by layer.
struct FrontierPicture: Sendable {
  private let world: World
  private let frontiers: [ModelFrontier]
  private let capital: [(layer: Layer, usdMillions: Double)]
  private let accelerators: Int

  init(_ world: World) {
    self.world = world
    frontiers = ModelFrontier.all(in: world.snapshot)
    let groups = Capital.totals(of: world.snapshot, by: .layer).groups
    capital = groups.compactMap { group in
      guard case .layer(let layer) = group.key,
        [.infrastructure, .models, .chips, .research].contains(layer)
      else { return nil }
      return (layer, group.tally.usdMillions)
    }
    let home = Compute.totals(of: world.snapshot, by: .jurisdiction).groups
    accelerators = home.filter { $0.key != .jurisdiction(.us) && $0.key != .jurisdiction(.other) }
      .reduce(0) { $0 + $1.tally.accelerators }
  }

  private static func letter(_ home: ModelHome) -> Unicode.Scalar {
    switch home {
    case .europe: "E"
    case .us: "U"
    case .china: "C"
    case .other: "o"
    }
  }

  private static func name(_ home: ModelHome) -> String {
    switch home {
    case .europe: "Europe"
    case .us: "US"
    case .china: "China"
    case .other: "other"
    }
  }

  private static func style(_ home: ModelHome) -> Style {
    home == .europe ? .strong : .series(home == .us ? 0 : 3)
  }

  private func day(of model: Model) -> Int {
    world.dataset.known(model).number
  }

  private var line: StepLine {
    let days = frontiers.flatMap(\.largest).map { day(of: $0) }
    let first = days.min() ?? world.day.number - 365
    return StepLine(
      series: frontiers.map { frontier in
        StepLine.Series(
          steps: frontier.largest.map { model in
            StepLine.Step(
              day: day(of: model), value: model.parametersBillions,
              mark: FrontierPicture.letter(frontier.home))
          }, style: FrontierPicture.style(frontier.home))
      }, days: (first - 30)...max(world.day.number, first + 1), asOf: world.day.number,
      title: "Top downloadable · E Europe U US C China", unit: "bn parameters")
  }

  private var depth: BarChart {
    BarChart(
      rows: capital.map { layer, millions in
        BarChart.Row(
          layer.word, value: BarValue(millions / 1000),
          figure: NumberFormat.fixed(millions / 1000, places: 2),
          note: layer == .infrastructure
            ? "\(NumberFormat.integer(accelerators)) firm accelerators in Europe" : "")
      }, title: "What Europe's layers raised", unit: "$ bn")
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    if area.width >= 100 {
      let parts = area.columns([.share(1), .share(1)], gap: 4)
      line.draw(on: &canvas, in: parts[0])
      depth.draw(on: &canvas, in: parts[1])
    } else {
      line.draw(on: &canvas, in: area)
    }
  }

  func table(sort: SortOrder?) -> FactTable {
    FactTable(
      world.filter.isEmpty
        ? "Europe against the US and China · notable models here, the frontier only there: no shares"
        : "Europe against the US and China, all models: the filter is about the lists",
      name: "homes", columns: FrontierPicture.columns(world.focusName), rows: frontiers, in: world,
      sort: sort
    ) { frontier, world in
      .sum(
        title: "Models: \(FrontierPicture.name(frontier.home))",
        frontier.models.map { .model(world.dataset.slug($0.id)) })
    }
  }

  /// The columns; `focus` is the name of the maker whose chips are counted.
  private static func columns(_ focus: String) -> [Column<ModelFrontier>] {
    [
      Column(
        "home", .init("Home", minimum: 6, maximum: 8, priority: 10),
        styled: { frontier, _, _ in style(frontier.home).adding(.bold) }
      ) { frontier, _ in name(frontier.home) },
      Column("models", .init("Models", alignment: .trailing, minimum: 6, priority: 9)) {
        frontier, _ in frontier.count.models
      },
      Column("open", .init("Open", alignment: .trailing, minimum: 5, priority: 7)) { frontier, _ in
        frontier.count.open
      },
      Column(
        "on_nvidia", .init("On \(focus)", alignment: .trailing, minimum: 9, priority: 6),
        style: .target
      ) { frontier, _ in frontier.count.onNVIDIA },
      Column(
        "chips_unknown", .init("Chips not said", alignment: .trailing, minimum: 14, priority: 3),
        style: .dim
      ) { frontier, _ in frontier.count.unknownChips },
      Column(
        "parameters_bn",
        .init("Largest open", unit: "bn", alignment: .trailing, minimum: 15, priority: 9),
        words: { frontier, _ in
          frontier.largest.last?.parametersBillions.map { NumberFormat.figure($0, digits: 4) }
        }
      ) { frontier, _ in frontier.largest.last?.parametersBillions },
      Column("model", .init("Model", minimum: 12, maximum: 24, priority: 4), style: .dim) {
        frontier, world in frontier.largest.last.map(world.reference)
      },
      Column(
        "cluster_accelerators",
        .init("Largest cluster", alignment: .trailing, minimum: 15, priority: 8)
      ) { frontier, _ in frontier.largestCluster?.trainingAccelerators },
      Column("cluster", .init("For", minimum: 10, maximum: 20, priority: 4), style: .dim) {
        frontier, world in frontier.largestCluster.map(world.reference)
      },
    ]
  }
}

extension World {
  func reference(_ model: Model) -> Reference {
    Reference(id: dataset.slug(model.id), name: dataset.string(model.name))
  }
}
