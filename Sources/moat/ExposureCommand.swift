import ArgumentParser
import Dashboard
import Dataset
import Insight

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

  static let examples = ["moat exposure --view list", "moat exposure --cut nvidia:2027,NO=50"]

  @Option(
    help: ArgumentHelp(
      "To whom or what: nvidia (unless given), tsmc, a site, a country such as NO, a jurisdiction such as EU-27.",
      valueName: "id"), completion: Completions.targets)
  var to: String?

  @Option(ExposureChoices.dimension) var dimension: ExposureDimension

  @Option(
    help: ArgumentHelp(
      "The part that stops, wholly or by some percent: an organisation, a site, what stands in a place (NO, EU-27), "
        + "or whoever is at home in it (home:US); nvidia:deliveries takes what is not running yet, "
        + "nvidia:2027 or nvidia:2027-2028 what of that is due in these years. "
        + "Several are joined by commas (nvidia=50,NO), two scenarios compared with 'vs'.",
      valueName: "id[:deliveries|:year][=percent],..."), completion: Completions.cuts)
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
        // A name that is none suggests the name that may be meant.
        if case .noTarget(let name) = error {
          if name.hasPrefix("@") {
            let names = UserFiles().kept().scenarios.all.map { "@\($0.name)" }
            throw Failure.usage(
              "--cut: no scenario is kept as \(name)\(Suggestion.words(for: name, among: names)); "
                + "Ctrl-O after X on Exposure keeps a scenario")
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
    settings[ExposureChoices.view] = view ?? (list || options.isList ? .list : .graph)
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
    .capacity: (["--dimension"], "it is about the compute of operators"),
    .money: (["--to", "--dimension"], "it is about circles of money, whoever is in them"),
    .time: (["--dimension"], "it is about compute"),
    .law: (["--to", "--dimension"], "it is about every operator"),
    .concentration: (["--to", "--dimension", "--cut"], "it is about whole markets"),
  ]
}

extension ExposureDimension: ExpressibleByArgument {}
extension ExposureView: ExpressibleByArgument {}
extension ComputeUnit: ExpressibleByArgument {}
