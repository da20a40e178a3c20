import ArgumentParser
import Dashboard

/// `moat schema VIEW`: the JSON schema of a view, or of one of its lists.
struct SchemaCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON schema of what a view is in JSON.",
    usage: "moat schema <view> [<what the view asks for>]",
    discussion: """
      It describes the document of --format json, whatever is asked of the view: every key, its type and unit, \
      and if it may be null, which is unknown. With --table NAME it describes the document of that list: meta, and \
      the rows under its name, whose keys are the headers of CSV.
      """)

  static let examples = ["moat schema capital", "moat schema company nscale --table rounds"]

  @Argument(parsing: .allUnrecognized, help: "The view, with the id or code that it asks for.")
  var view: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let views = (Moat.viewCommands + [CheckCommand.self]).compactMap {
      $0.configuration.commandName
    }
    guard let name = view.first(where: { !$0.hasPrefix("-") }) else {
      throw Failure.usage("a view is missing; write for example moat schema capital")
    }
    guard views.contains(name) else {
      throw Failure.usage(
        "there is no view '\(name)'" + Suggestion.words(for: name, among: views)
          + "\nThe views are \(views.joined(separator: ", ")).")
    }
    var words = Arguments.current.words
    if let place = words.firstIndex(of: "schema") { words.remove(at: place) }
    var command = try Moat.parseAsRoot(words + ["--schema"])
    try command.run()
  }
}
