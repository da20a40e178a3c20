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
  /// `nil` where no row names a maker.
  let target: ID<Organisation>?
  /// What the dimension chosen is asked for: the organisation, a country or a jurisdiction.
  let question: ExposureTarget
  /// What is cut, to see what is lost.
  let cut: CutReport?
  let dimension: ExposureDimension
  let options: ExposureOptions
  /// Everyone's exposure in the dimension chosen.
  let main: Exposure?
  /// Why there is none.
  let problem: ExposureProblem?
  let bars: [Bar]

  /// - Parameter tellsPaths: whether the bars tell their paths too, not their shares alone.
  init(world: World, settings: Settings, tellsPaths: Bool = false) {
    self.world = world
    dimension = settings[ExposureChoices.dimension]
    let options = ExposureOptions(
      announced: settings[ExposureChoices.announced], folding: settings[ExposureChoices.fold])
    self.options = options
    let slug = settings.subjects[.target]
    let target =
      slug.flatMap(world.dataset.organisation)
      ?? Compute.usualMaker(in: world.snapshot, options.folding)
    self.target = target
    let place = ExposureTarget.jurisdiction(.eu27)
    let asked =
      slug.flatMap(world.exposureTarget) ?? target.map { .organisation($0) } ?? place
    if case .organisation = asked, dimension == .location {
      question = place
    } else {
      question = asked
    }
    cut = settings.subjects[.cut].flatMap(world.cut).map {
      CutReport(of: world.snapshot, cutting: $0.target, by: $0.fraction, options)
    }
    let main: Exposure?
    do {
      main = try Exposure(of: world.snapshot, to: question, in: dimension, options)
      problem = nil
    } catch {
      main = nil
      problem = error
    }
    // The bars show shares; only the paths of the exposure asked for are told.
    func exposure(_ to: ExposureTarget, _ dimension: ExposureDimension) -> Exposure? {
      try? Exposure(
        of: world.snapshot, to: to, in: dimension,
        ExposureOptions(
          announced: options.announced, folding: options.folding,
          pathLimit: tellsPaths ? options.pathLimit : 0))
    }
    self.main = main
    let home = ExposureTarget.jurisdiction(.us)
    let isMain = dimension == .compute && question == target.map { .organisation($0) }
    let chips = isMain ? main : target.flatMap { exposure(.organisation($0), .compute) }
    let name = target.map { world.dataset.name($0) } ?? ""
    bars = [
      chips.map { Bar(title: "chips \(name)", exposure: $0, isRest: false, style: .target) },
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
              bar: Charts.Bar(
                share: share.documented...share.possible,
                style: found.isUnknown ? .dim : .target), cells: 12), .number(share.documented)),
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
            { NumberFormat.integer($0) }),
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
  var questionName: String { world.name(of: question) }

  /// The next of the organisations that exposure is usually measured to.
  var nextTarget: String? {
    let usual = Compute.usualTargets(in: world.snapshot, options.folding)
    let place = target.flatMap { usual.firstIndex(of: $0) }.map { ($0 + 1) % usual.count }
    let next = place.map { usual[$0] } ?? usual.first
    return next.map { world.dataset.slug($0) }
  }

  /// The supplier, country or site that compute is measured to.
  var supplier: ExposureTarget {
    dimension == .compute ? question : target.map { .organisation($0) } ?? question
  }

  /// The node of the target in the graph of reach.
  var node: ReachGraph.Node { target.map { .organisation($0) } ?? .unknownVendor }

  /// The same in words.
  var supplierName: String { world.name(of: supplier) }

  /// A path in words: `Mistral AI → its own Mistral Compute, 18,000 GB200 → NVIDIA`.
  ///
  /// - Parameter isNamed: Whether the one who depends is told again.
  static func words(
    _ path: ExposurePath, of id: ID<Organisation>, in world: World, isNamed: Bool = true
  ) -> String {
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
    return ((isNamed ? [dataset.name(id)] : []) + steps).joined(separator: " \(Glyph.arrowRight) ")
  }
}
