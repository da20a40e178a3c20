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

struct ClaimsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "The claims of the briefings, calculated from the ledger.")

  static let examples = ["moat claims", "moat claims --format json"]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.claims) }
}

struct SourcesCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "The sources that every figure rests on.")

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

extension World {
  /// The code of a country named on the command line, as the package has it.
  func country(named code: String) throws -> String {
    let (named, wanted) = (code, FoldedText.folded(code))
    guard let country = dataset.country(typed: code) else {
      let codes = dataset.countries.map { dataset.code($0.id) }
      let near = dataset.countries.first {
        FoldedText.folded(dataset.name($0.id)).hasPrefix(wanted) && code.count > 2
      }
      let hint = near.map { "; did you mean \(dataset.code($0.id)), \(dataset.name($0.id))?" } ?? ""
      throw Failure.usage(
        "there is no country '\(named)' in the data\(hint)\nThere are \(codes.joined(separator: ", "))."
      )
    }
    return dataset.code(country)
  }

  /// The slug of an organisation named on the command line; throws with the nearest names where
  /// there is none.
  func organisation(named id: String) throws -> String {
    if dataset.organisation(id) != nil { return id }
    if id.isEmpty {
      throw Failure.usage("an organisation's id is missing; write for example moat company nscale")
    }
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
