import Canvas
import Charts
import Dataset
import Insight

/// The exposures that the screen tells of: to the target in the dimension chosen, and the four bars that
/// stand side by side for whoever is selected. There is no score over them; each has its own unit.
struct ExposureFacts: Sendable {
  /// A bar: what it measures, and the exposure it is read from.
  struct Bar: Sendable {
    let title: String
    let exposure: Exposure
    /// Whether the bar shows what does not reach the target: sites outside the Union.
    let isRest: Bool
    let style: Style

    /// The share of an organisation; `nil` where nothing is known of it.
    func share(of id: ID<Organisation>) -> ClosedRange<Double>? {
      let found = exposure[id]
      if found.isUnknown { return nil }
      let (low, high) = (found.share.documented, found.share.possible)
      return isRest ? (1 - high)...(1 - low) : low...high
    }
  }

  let world: World
  /// The organisation that the graph and the first bar are about.
  let target: ID<Organisation>
  /// What the dimension chosen is asked for: the organisation, a country or a jurisdiction.
  let question: ExposureTarget
  /// What is cut, to see what is lost.
  let cut: CutReport?
  let dimension: ExposureDimension
  let announced: Announced
  let folding: Folding
  /// Everyone's exposure in the dimension chosen.
  let main: Exposure?
  let bars: [Bar]

  init(world: World, settings: Settings) {
    self.world = world
    dimension = ExposureDimension.allCases[settings[.dimension]]
    announced = settings[.announced] == 1 ? .counted : .beside
    folding = settings[.fold] == 1 ? .groups : .none
    let slug = settings.subjects[.target] ?? "nvidia"
    let named = world.dataset.organisation(slug) ?? world.dataset.organisation("nvidia")
    let target = named ?? world.dataset.organisations[0].id
    self.target = target
    let place = ExposureTarget.jurisdiction(.eu27)
    let asked = world.exposureTarget(slug) ?? .organisation(target)
    if case .organisation = asked, dimension == .location {
      question = place
    } else {
      question = asked
    }
    let options = ExposureOptions(announced: announced, folding: folding)
    cut = settings.subjects[.cut].flatMap(world.cut).map {
      CutReport(of: world.snapshot, cutting: $0.target, by: $0.fraction, options)
    }
    func exposure(_ to: ExposureTarget, _ dimension: ExposureDimension) -> Exposure? {
      try? Exposure(of: world.snapshot, to: to, in: dimension, options)
    }
    main = exposure(question, dimension)
    let home = ExposureTarget.jurisdiction(.us)
    bars = [
      exposure(.organisation(target), .compute).map {
        Bar(
          title: "chips \(world.dataset.name(target))", exposure: $0, isRest: false, style: .target)
      },
      exposure(home, .customers).map {
        Bar(title: "customers US", exposure: $0, isRest: false, style: .plain)
      },
      exposure(home, .capital).map {
        Bar(title: "capital US", exposure: $0, isRest: false, style: .plain)
      },
      exposure(place, .location).map {
        Bar(title: "outside EU-27", exposure: $0, isRest: true, style: .plain)
      },
    ].compactMap { $0 }
  }

  /// The exposed as a table, most exposed first.
  func table(sort: SortOrder?) -> FactTable {
    let (world, dimension) = (world, dimension)
    let shown = (main?.organisations ?? []).filter { found in
      world.shows(world.dataset[found.id])
    }
    return FactTable(
      "Exposed", columns: ExposureFacts.columns(dimension), count: shown.count, sort: sort
    ) { index in
      let found = shown[index]
      let dataset = world.dataset
      let share = found.share
      return (
        .organisation(dataset.slug(found.id)),
        [
          FactCell(dataset.name(found.id)),
          FactCell(dataset[found.id].layer.word, style: .dim),
          FactCell(
            Table.Entry(
              ExposureFacts.bar(share.documented...share.possible, width: 12),
              style: found.isUnknown ? .dim : .target), .number(share.documented)),
          found.isUnknown
            ? FactCell(Table.Entry("unknown", style: .dim), .unknown)
            : FactCell(
              Table.Entry(NumberFormat.percent(share.documented...share.possible)),
              .number(share.documented)),
          FactCell(
            found.countedShare.map {
              Table.Entry(NumberFormat.percent($0.documented...$0.possible), style: .dim)
            } ?? .unknown, .number(found.countedShare?.documented)),
          FactCell(
            found.amount > 0 ? found.amount : nil,
            { NumberFormat.integer(Int($0.rounded())) }),
          FactCell(found.reach == .none ? "" : found.reach.rawValue, style: .dim),
          FactCell(
            found.paths.first.map { ExposureFacts.words($0, of: found.id, in: world) } ?? "",
            style: .dim),
        ]
      )
    }
  }

  private static func columns(_ dimension: ExposureDimension) -> [Table.Column] {
    [
      Table.Column("Organisation", minimum: 18, maximum: 32, priority: 10),
      Table.Column("Layer", minimum: 8, maximum: 14, priority: 3),
      Table.Column("", minimum: 12, maximum: 12, priority: 8),
      Table.Column("Exposed", alignment: .trailing, minimum: 9, maximum: 10, priority: 9),
      Table.Column("Counted", alignment: .trailing, minimum: 8, maximum: 9, priority: 6),
      Table.Column(
        dimension == .capital ? "Of $ m" : "Of accelerators", alignment: .trailing, minimum: 10,
        maximum: 15, priority: 7),
      Table.Column("How", minimum: 8, maximum: 8, priority: 5),
      Table.Column("Largest path", minimum: 30, maximum: 90, priority: 4),
    ]
  }

  /// What the screen is asked for, in words.
  var questionName: String {
    switch question {
    case .organisation(let id): world.dataset.name(id)
    case .country(let id): world.dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .commitment(let id): world.title(of: .commitment(world.dataset.slug(id)))
    }
  }

  /// A bar in a cell: solid for what is documented, hollow for what is possible.
  static func bar(_ share: ClosedRange<Double>, width: Int) -> String {
    let solid = Int((share.lowerBound * Double(width)).rounded())
    let reach = max(solid, Int((share.upperBound * Double(width)).rounded(.up)))
    return String(repeating: Character(Glyph.full), count: solid)
      + String(repeating: Character(Glyph.hollow), count: min(width, reach) - solid)
  }

  /// A path in words: `Mistral AI → its own Mistral Compute, 18,000 GB200 → NVIDIA`.
  static func words(_ path: ExposurePath, of id: ID<Organisation>, in world: World) -> String {
    let dataset = world.dataset
    let steps = path.via.map { step -> String in
      switch step {
      case .organisation(let id): return dataset.name(id)
      case .country(let id): return dataset.name(id)
      case .round(let round):
        return world.snapshot.round(round).map { dataset.string($0.series) } ?? ""
      case .commitment(let site):
        guard let commitment = world.snapshot.commitment(site) else { return dataset.slug(site) }
        let count = commitment.accelerators.map { ", \(NumberFormat.integer($0))" } ?? ""
        let chip = dataset.string(commitment.chip)
        let own = commitment.operatedBy == id ? "its own " : ""
        return own + dataset.string(commitment.name) + count + (chip.isEmpty ? "" : " \(chip)")
      }
    }
    return ([dataset.name(id)] + steps).joined(separator: " \(Glyph.arrowRight) ")
  }
}
