import ArgumentParser
import Canvas
import Dashboard

/// `moat chart VIEW`: the view's chart as a picture for a slide.
struct ChartCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "The chart of a view as a picture for a slide: finding, legend, unit and source.",
    usage: "moat chart <view> [--size <size>] [--out <file>] [<options of the view>]",
    discussion: """
      Views with a chart are capital, compute, enforcement, exposure and timeline, each with the options that \
      it has as a command. The picture is SVG; where rsvg-convert is installed --format png, or an --out that \
      ends in .png, makes it PNG.
      """)

  static let examples = [
    "moat chart capital --by layer --out capital.svg",
    "moat chart enforcement --size 1:1 --out enforcement.png",
  ]

  @Option(help: "16:9, 1:1, another ratio, or pixels such as 1200x675.")
  var size = "16:9"

  @Argument(parsing: .allUnrecognized, help: "The view, with its own options.")
  var view: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard SlideSize(size) != nil else {
      throw Failure.usage(
        "--size takes a ratio such as 16:9, or pixels from 320 to 10000 such as 1200x675, not '\(size)'"
      )
    }
    guard let name = view.first(where: { !$0.hasPrefix("-") }) else {
      throw Failure.usage("a view is missing; write for example moat chart capital")
    }
    let views = Moat.viewCommands.compactMap { $0.configuration.commandName }
    guard views.contains(name) else {
      throw Failure.usage(
        "there is no view '\(name)'" + Suggestion.words(for: name, among: views)
          + "\nThe views with a chart are \(ChartCommand.views).")
    }
    var command = try Moat.parseAsRoot(words(size: size))
    try command.run()
  }

  /// The views that have one chart.
  static let views = "capital, compute, enforcement, exposure and timeline"

  /// The command line of the view itself, drawn as a chart.
  private func words(size: String) -> [String] {
    var words = Arguments.current.words
    if let place = words.firstIndex(of: "chart") { words.remove(at: place) }
    if let place = words.firstIndex(of: "--size") {
      words.removeSubrange(place...min(place + 1, words.count - 1))
    }
    return words.filter { !$0.hasPrefix("--size=") } + ["--chart", size]
  }
}
