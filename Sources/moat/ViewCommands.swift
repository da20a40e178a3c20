import ArgumentParser
import Dashboard
import Dataset
import Insight

extension Moat {
  /// The commands that print a screen, in the order of the help.
  static let viewCommands: [any MoatCommand.Type] = [
    OverviewCommand.self, CapitalCommand.self, ComputeCommand.self, ExposureCommand.self,
    EnforcementCommand.self, TimelineCommand.self, ClaimsCommand.self, SourcesCommand.self,
    CompanyCommand.self, InvestorCommand.self, CountryCommand.self, LayerCommand.self,
    CompareCommand.self, PlanCommand.self, ChipsCommand.self, BenchmarksCommand.self,
    ValuationsCommand.self,
    ChangesCommand.self,
  ]
}

struct OverviewCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Where European AI stands, on one page.")

  static let examples = ["moat overview --as-of 2026-03-21", "moat overview --where country:FR"]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.overview) }
}

struct ExposureCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "How much runs through one supplier, along which paths, and what if it stopped.")

  static let rule = CommandRule(
    clashes: [
      .init(
        option: "--view", options: ["--list"], why: "--list is a view"),
      .init(
        option: "--cut", formats: OutputFormat.lists,
        why: "what is lost is no list; text, svg and json tell it"),
    ])

  static let examples = ["moat exposure --view list", "moat exposure --cut nvidia=50,NO"]

  @Option(
    help: ArgumentHelp(
      "To whom or what: nvidia (unless given), tsmc, a site, a country such as NO, a jurisdiction such as EU-27.",
      valueName: "id"), completion: Completions.targets)
  var to: String?

  @Option(ExposureChoices.dimension) var dimension: ExposureDimension

  @Option(
    help: ArgumentHelp(
      "What stops, wholly or by some percent: an organisation, a site, what stands in a place (NO, EU-27), "
        + "or whoever is at home in it (home:US); nvidia:deliveries takes what is not running yet. "
        + "Several are joined by commas (nvidia=50,NO), two scenarios compared with 'vs'.",
      valueName: "id[:deliveries][=percent],..."), completion: Completions.targets)
  var cut: String?

  @Option(help: ExposureChoices.unit.argumentHelp)
  var unit: ComputeUnit?

  @Option(help: ExposureChoices.announced.argumentHelp)
  var include: Inclusion?

  @Flag(help: ExposureChoices.fold.argumentHelp)
  var fold = false

  @Flag(help: ExposureChoices.purchases.argumentHelp)
  var purchases = false

  @Option(help: ExposureChoices.view.argumentHelp)
  var view: ExposureView?

  @Flag(help: "List the exposed instead of drawing the graph; the same as --view list.")
  var list = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    try refuseForView(options)
    let world = try options.world()
    var settings = Settings()
    // Unless it is named, the target is the place of the dimension or the usual maker.
    if let to = to ?? (dimension == .location ? "EU-27" : nil) {
      let target =
        try world.exposureTarget(to) ?? world.exposureTarget(world.organisation(named: to))
      if let problem = target?.problem(in: dimension) {
        throw Failure.usage(problem.description)
      }
      settings.subjects[.target] = target?.slug(in: world.dataset)
    }
    if let cut = cut.map(UserFiles().kept().scenarios.expandedScenario) {
      do {
        let (first, other) = try world.scenarios(cut)
        settings.subjects[.cut] = [first, other].compactMap { $0?.slug(in: world.dataset) }
          .joined(separator: " vs ")
      } catch {
        // A name that is none suggests the one that may be meant.
        if case .noTarget(let name) = error {
          if name.hasPrefix("@") {
            let names = UserFiles().kept().scenarios.all.map { "@\($0.name)" }
            throw Failure.usage(
              "--cut: no scenario is kept as \(name)\(Suggestion.words(for: name, among: names)); "
                + "Ctrl-O after X on Exposure keeps one")
          }
          if name.hasPrefix(CutTarget.homePrefix) {
            throw Failure.usage(
              "'\(name)' names no place; expected a country or a jurisdiction after 'home:', "
                + "such as home:NO or home:EU-27")
          }
          _ = try world.organisation(named: name)
        }
        throw Failure.usage(error.description)
      }
    }
    settings[ExposureChoices.dimension] = dimension
    settings.take(include, ExposureChoices.announced, fold: fold, ExposureChoices.fold)
    if let unit { settings[ExposureChoices.unit] = unit }
    settings[ExposureChoices.purchases] = purchases ? .counted : .beside
    // The graph is drawn in accelerators, so that another unit asks for the list.
    let isList = list || options.isList || (unit ?? .accelerators) != .accelerators
    settings[ExposureChoices.view] = view ?? (isList ? .list : .graph)
    try ViewPrinter(options).print(.exposure, in: world, settings: settings)
  }
}

extension ExposureCommand {
  /// Throws where the view that was named would ignore an option.
  private func refuseForView(_ options: ViewOptions) throws {
    if unit != nil, dimension == .capital {
      throw Failure.usage("--unit has no use for --dimension capital: money is in dollars")
    }
    guard let view else { return }
    if view == .graph, options.format != .json, let unit, unit != .accelerators {
      throw Failure.usage(
        "--view graph draws accelerators alone; --view list shows --unit \(unit.rawValue)")
    }
    guard let deaf = ExposureCommand.deaf[view] else { return }
    if let option = deaf.options.first(where: Arguments.current.options.contains) {
      throw Failure.usage("--view \(view.rawValue) does not take \(option): \(deaf.reason)")
    }
    if view == .capacity, to != nil, options.isList {
      throw Failure.usage("--to has no use for a list: --view capacity lists every operator")
    }
    if view == .time, options.filter != nil {
      throw Failure.usage("--view time does not take --where: it is about the ledger as a whole")
    }
    if view == .concentration, options.filter != nil {
      throw Failure.usage(
        "--view concentration does not take --where: an index is of a whole market")
    }
  }

  /// The options that make no difference to a view, with the reason.
  private static let deaf: [ExposureView: (options: [String], reason: String)] = [
    .without: (["--dimension"], "it is about compute"),
    .chokepoints: (["--to", "--dimension"], "it is about everyone that others are lost with"),
    .capacity: (["--dimension", "--unit"], "it is about the accelerators of operators"),
    .money: (
      ["--to", "--dimension", "--unit"], "it is about circles of money, whoever is in them"
    ),
    .time: (["--dimension"], "it is about compute"),
    .law: (["--to", "--dimension"], "it is about every operator"),
    .concentration: (["--to", "--dimension", "--cut", "--unit"], "it is about whole markets"),
  ]
}

extension ExposureDimension: ExpressibleByArgument {}
extension ExposureView: ExpressibleByArgument {}
extension ComputeUnit: ExpressibleByArgument {}

struct ClaimsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "What the briefings said, calculated from the ledger.")

  static let examples = ["moat claims", "moat claims --format json"]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.claims) }
}

struct SourcesCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "What every figure rests on.")

  static let rule = CommandRule(
    refused: [.asOf: "sources are listed whatever their day"])

  static let examples = [
    "moat sources --where publisher:reuters", "moat sources --sort -published --limit 20",
  ]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.sources) }
}

struct CompanyCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "company", abstract: "One organisation, with everything that touches it.")

  static let rule = CommandRule(
    refused: [.filter: "it tells all of one organisation"],
    clashes: [
      .init(
        option: "--unit",
        tables: [
          "rounds", "valuations", "investments", "relations", "models", "claims", "milestones",
          "sources",
        ], why: "it tells no compute; capacity, exposures, operated, rented and supplied do"),
      .init(
        option: "--purchases",
        tables: [
          "rounds", "valuations", "operated", "rented", "capacity", "investments", "supplied",
          "relations", "models", "claims", "milestones", "sources",
        ], why: "it tells what was signed as it is; --table exposures is what the option changes"),
    ])

  static let examples = [
    "moat company nscale", "moat company mistral-ai --table rounds --output md",
  ]

  @Argument(
    help: "The organisation's id, such as nscale.", completion: Completions.organisations)
  var id: String

  @Option(help: ComputeOptions.unit.argumentHelp)
  var unit: ComputeUnit?

  @Flag(help: ExposureChoices.purchases.argumentHelp)
  var purchases = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    var options = try options.values(for: Self.self)
    if purchases { options.usually(list: "exposures") }
    if unit != nil { options.usually(list: "capacity") }
    let world = try options.world()
    let id = try world.organisation(named: id)
    var settings = Settings(unit)
    settings[ExposureChoices.purchases] = purchases ? .counted : .beside
    try ViewPrinter(options).print(.company(id), in: world, settings: settings)
  }
}

struct CountryCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "country", abstract: "One country: its authorities, compute and companies.")

  static let rule = CommandRule(
    clashes: [
      .init(
        option: "--unit", tables: ["steps", "authorities", "companies", "figures"],
        why: "it tells no site; --table compute does")
    ])

  static let examples = ["moat country DE", "moat country FR --as-of 2026-03-21"]

  @Argument(help: "The country's code, such as DE.", completion: Completions.countries)
  var code: String

  @Option(help: ComputeOptions.unit.argumentHelp)
  var unit: ComputeUnit?

  @OptionGroup var options: CommonOptions

  func run() throws {
    var options = try options.values(for: Self.self)
    if unit != nil { options.usually(list: "compute") }
    let world = try options.world()
    let code = try world.country(named: code)
    try ViewPrinter(options).print(.country(code), in: world, settings: Settings(unit))
  }
}

struct LayerCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer", abstract: "One layer of the chain that ends in an application.")

  static let examples = ["moat layer chips", "moat layer models --output wide"]

  @Argument(
    help: "One of: \(Layer.words.joined(separator: ", ")).", completion: Completions.layers)
  var name: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    guard let layer = Layer(name.lowercased()) else {
      throw Failure.usage(
        "there is no layer '\(name)'" + Suggestion.words(for: name, among: Layer.words)
          + "\nThe layers are \(Layer.words.joined(separator: ", ")).")
    }
    try ViewPrinter(options).print(.layer(layer))
  }
}

struct InvestorCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "investor", abstract: "An investor's portfolio, and who else was in it.")

  static let rule = CommandRule(
    refused: [.filter: "it tells all of one investor"])

  static let examples = ["moat investor nvidia", "moat investor accel --no-fold"]

  @Argument(
    help: "The investor's id, such as accel or nvidia.", completion: Completions.organisations)
  var id: String

  @Flag(inversion: .prefixedNo, help: InvestorOptions.fold.argumentHelp)
  var fold = true

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let world = try options.world()
    let id = try world.organisation(named: id)
    var settings = Settings()
    settings[InvestorOptions.fold] = fold ? .groups : .none
    try ViewPrinter(options).print(.investor(id), in: world, settings: settings)
  }
}

struct CompareCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Two to four companies, or countries, side by side.")

  static let rule = CommandRule(
    refused: [.filter: "it compares the ones named, whole"])

  static let examples = ["moat compare nscale mistral-ai helsing", "moat compare DE FR"]

  @Argument(
    help: "Ids of companies, such as nscale mistral-ai, or codes of countries: DE FR.",
    completion: Completions.compared)
  var ids: [String]

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard (2...4).contains(ids.count) else {
      throw ValidationError("Name two to four companies or countries, not \(ids.count).")
    }
  }

  func run() throws {
    let options = try options.values(for: Self.self)
    let world = try options.world()
    let countries = ids.map { $0.uppercased() }.filter { world.dataset.country($0) != nil }
    if countries.count == ids.count {
      return try ViewPrinter(options)
        .print(.compare(countries.map { .country($0) }), in: world)
    }
    let companies = try ids.map { try world.organisation(named: $0) }
    try ViewPrinter(options)
      .print(.compare(companies.map { .organisation($0) }), in: world)
  }
}

extension World {
  /// The code of a country named on the command line, in upper case.
  func country(named code: String) throws -> String {
    let wanted = FoldedText.folded(code)
    let code = code.uppercased()
    guard dataset.country(code) != nil else {
      let codes = dataset.countries.map { dataset.code($0.id) }
      let near = dataset.countries.first {
        FoldedText.folded(dataset.name($0.id)).hasPrefix(wanted) && code.count > 2
      }
      let hint = near.map { "; did you mean \(dataset.code($0.id)), \(dataset.name($0.id))?" } ?? ""
      throw Failure.usage(
        "there is no country '\(code)' in the data\(hint)\nThere are \(codes.joined(separator: ", "))."
      )
    }
    return code
  }

  /// The slug of an organisation named on the command line; throws with the nearest names where
  /// there is none.
  func organisation(named id: String) throws -> String {
    if dataset.organisation(id) != nil { return id }
    if id.isEmpty { throw Failure.usage("an organisation's id is missing; nscale is one") }
    let slugs = dataset.organisations.map { dataset.slug($0.id) }
    let wanted = FoldedText.folded(id)
    if let named = dataset.organisations.first(where: {
      FoldedText.folded(dataset.string($0.name)) == wanted
    }) {
      return dataset.slug(named.id)
    }
    var near = [nearest(to: wanted, among: slugs)].compactMap { $0 }
    near += slugs.filter { $0.contains(wanted) && !near.contains($0) }.prefix(5)
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    throw Failure.usage("there is no organisation '\(id)' in the data\(hint)")
  }
}
