import ArgumentParser
import Dashboard
import Dataset
import Insight

struct CompareCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Two to four companies, or countries, side by side.")

  static let rule = CommandRule(
    refused: [.filter: "it compares the things named, whole"])

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
    let countries = ids.compactMap { world.dataset.country(typed: $0) }.map(world.dataset.code)
    if countries.count == ids.count {
      try refuseRepeated(countries)
      return try ViewPrinter(options)
        .print(.compare(countries.map { .country($0) }), in: world)
    }
    let companies = try ids.map { try world.organisation(named: $0) }
    try refuseRepeated(companies)
    try ViewPrinter(options)
      .print(.compare(companies.map { .organisation($0) }), in: world)
  }

  /// Refuses a company or country that is named twice: two equal columns tell nothing.
  private func refuseRepeated(_ names: [String]) throws {
    var seen: Set<String> = []
    if let name = names.first(where: { !seen.insert($0).inserted }) {
      throw Failure.usage("\(name) is named twice; name two to four that differ")
    }
  }
}
