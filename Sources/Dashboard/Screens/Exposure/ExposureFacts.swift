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
    /// True if the bar shows the part that does not reach the target: sites outside the Union.
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
  /// The target in the chosen dimension: the organisation, a country or a jurisdiction.
  let question: ExposureTarget
  let cut: CutReport?
  let dimension: ExposureDimension
  let options: ExposureOptions
  let main: Exposure?
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
      "Exposed", name: "exposed", columns: ExposureFacts.columns(dimension), rows: shown, in: world,
      sort: sort, fact: { .organisation($1.dataset.slug($0.id)) })
  }

  private static func columns(_ dimension: ExposureDimension) -> [Column<OrganisationExposure>] {
    [
      Column("organisation", .init("Organisation", minimum: 18, maximum: 32, priority: 10)) {
        $1.reference($0.id)
      },
      Column("layer", .init("Layer", minimum: 8, maximum: 14, priority: 3), style: .dim) {
        $1.dataset[$0.id].layer.word
      },
      Column(
        drawn: "bar", .init("", minimum: 12, maximum: 12, priority: 8),
        rank: { found, _ in found.share.documented }
      ) { found, _, _ in
        Table.Entry(
          bar: Charts.Bar(
            share: found.share.documented...found.share.possible,
            style: found.isUnknown ? .dim : .target), cells: 12)
      },
      Column(
        "share",
        .init("Exposed", alignment: .trailing, minimum: 9, maximum: 10, priority: 9),
        entry: { found, _, _ in found.isUnknown ? Table.Entry("unknown", style: .dim) : nil }
      ) { found, _ in
        found.isUnknown ? nil : found.share.documented...found.share.possible
      },
      Column(
        "share_of_known",
        .init("Counted", alignment: .trailing, minimum: 8, maximum: 9, priority: 6), style: .dim
      ) { found, _ in found.countedShare.map { $0.documented...$0.possible } },
      Column(
        dimension == .capital ? "of_usd_m" : "of_accelerators",
        .init(
          dimension == .capital ? "Of $ m" : "Of accelerators", alignment: .trailing, minimum: 10,
          maximum: 15, priority: 7)
      ) { found, _ in found.amount > 0 ? Millions(found.amount) : nil },
      Column("reach", .init("How", minimum: 8, maximum: 8, priority: 5), style: .dim) { found, _ in
        found.reach == .none ? "" : found.reach.rawValue
      },
      Column(
        "largest_path", .init("Largest path", minimum: 30, maximum: 90, priority: 4), style: .dim,
        words: { found, world in
          found.paths.first.map { words($0, of: found.id, in: world) }
        }
      ) { found, world in
        found.paths.first.map { Words(steps($0, of: found.id, in: world)) }
      },
    ]
  }

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

  var node: ReachGraph.Node { target.map { .organisation($0) } ?? .unknownVendor }

  var supplierName: String { world.name(of: supplier) }

  /// A path in words: `Mistral AI → its own Mistral Compute, 18,000 GB200 → NVIDIA`.
  ///
  /// - Parameter isNamed: True if the dependent organisation is named again.
  static func words(
    _ path: ExposurePath, of id: ID<Organisation>, in world: World, isNamed: Bool = true
  ) -> String {
    steps(path, of: id, in: world, isNamed: isNamed).joined(separator: " \(Glyph.arrowRight) ")
  }

  /// The steps of a path in words, whoever depends first.
  static func steps(
    _ path: ExposurePath, of id: ID<Organisation>, in world: World, isNamed: Bool = true
  ) -> [String] {
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
    return (isNamed ? [dataset.name(id)] : []) + steps
  }
}
