import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

/// `moat report`: the state of things as a page to send.
struct ReportCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The state of European AI as one page to send: HTML by itself, or Markdown for mail.",
    discussion: """
      The page needs no network and no script, reads on a phone and on paper, in light and dark, and links every \
      figure to its sources at the foot. With --since it is a brief: what became known since, what is due in 90 \
      days, and what is watched. To a terminal it is Markdown, elsewhere HTML, unless --format says which.
      """)

  static let rule = CommandRule(
    formats: [.html, .md],
    refused: [
      .table: "it holds several lists", .columns: "its lists have the columns of the screens",
      .sort: "its lists stand as on the screens", .limit: "its lists are as long as a reader reads",
      .fields: "it is a page", .noHeaders: "it is a page",
      .width: "a page fits its reader's window",
      .height: "a page is as long as it needs to be",
    ])

  static let examples = [
    "moat report --out report.html", "moat report --since 7d --format md",
  ]

  @Option(
    help: ArgumentHelp("A brief since a day: \(Since.examples).", valueName: "day"),
    transform: Since.argument)
  var since: Since?

  @OptionGroup var options: CommonOptions

  func run() throws {
    // Settled before the rules are asked, so that an option is obeyed or refused whatever the format.
    var asked = self.options
    if asked.format == nil, asked.out == nil {
      asked.format = Standard.outputIsTerminal ? .md : .html
    }
    let options = try asked.values(for: Self.self)
    let world = try options.world()
    let day = try since?.day(shown: world.day)
    let colours = Colours(
      options: options, configured: try UserFiles().checkedConfiguration().theme)
    let report = Report(world, since: day, theme: colours.theme)
    let isMarkdown = options.format == .md
    let text = isMarkdown ? report.markdown : report.html
    try ViewPrinter(options).emit(
      isMarkdown && colours.ascii ? ASCII.lines(text) : text,
      sparing: FileIdentities(world.dataset))
  }
}
