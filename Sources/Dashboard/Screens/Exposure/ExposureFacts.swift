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

    /// The known share of an organisation; `nil` where nothing of it has a size.
    func known(of id: ID<Organisation>) -> ClosedRange<Double>? {
      exposure[id].known.map { share in
        isRest
          ? (1 - share.possible)...(1 - share.documented) : share.documented...share.possible
      }
    }

    /// The share of an organisation, at least and at most; `nil` where nothing is known of it.
    func share(of id: ID<Organisation>) -> ClosedRange<Double>? {
      let found = exposure[id]
      if found.isUnknown { return nil }
      let (low, high) = (found.share.documented, found.share.possible)
      return isRest ? (1 - high)...(1 - low) : low...high
    }

    /// The bar of an organisation. It is solid as far as at least, and hollow as far as at most.
    /// Between, as far as known, it has the colour of what is possible.
    func value(of id: ID<Organisation>) -> BarValue {
      guard let known = known(of: id), let share = share(of: id) else { return .unknown }
      let proved = min(share.lowerBound, known.lowerBound)
      return BarValue(
        parts: [
          BarValue.Part(proved, style: style),
          BarValue.Part(known.lowerBound - proved, style: .possible),
        ],
        possible: max(0, share.upperBound - known.lowerBound), possibleStyle: style)
    }
  }

  let world: World
  /// The organisation that the graph and the first bar are about.
  /// `nil` where no row names a maker.
  let target: ID<Organisation>?
  /// The target in the chosen dimension: the organisation, a country or a jurisdiction.
  let question: ExposureTarget
  let cut: CutReport?
  /// The loss by the scenario that the cut is compared with.
  let otherCut: CutReport?
  let dimension: ExposureDimension
  let options: ExposureOptions
  let main: Exposure?
  let problem: ExposureProblem?
  let bars: [Bar]

  /// - Parameter tellsPaths: whether the bars tell their paths too, not their shares alone.
  init(world: World, settings: Settings, tellsPaths: Bool = false) {
    dimension = settings[ExposureChoices.dimension]
    let options = ExposureOptions(
      announced: settings[ExposureChoices.announced], folding: settings[ExposureChoices.fold],
      unit: settings[ExposureChoices.unit], purchases: settings[ExposureChoices.purchases])
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
    // A filter by path asks about the target of the screen.
    self.world = world.aimed(at: ExposureAim(question, in: dimension, options))
    let scenarios = settings.subjects[.cut].flatMap { try? world.scenarios($0) }
    cut = scenarios.map { CutReport(of: world.snapshot, cutting: $0.0, options) }
    otherCut = scenarios?.other.map { CutReport(of: world.snapshot, cutting: $0, options) }
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
          pathLimit: tellsPaths ? options.pathLimit : 0, unit: options.unit,
          purchases: options.purchases))
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

  /// The node of the graph that is coloured: the maker, or in other dimensions what is asked for.
  var node: ReachGraph.Node {
    switch (dimension, question) {
    case (.compute, _): target.map { .organisation($0) } ?? .unknownVendor
    case (_, .organisation(let id)): .organisation(id)
    case (_, .country(let id)): .country(id)
    case (_, .jurisdiction(let place)): .jurisdiction(place)
    case (_, .commitment): .unknownVendor
    }
  }

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
