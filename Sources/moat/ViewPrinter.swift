import Canvas
import Dashboard
import FoundationEssentials
import Insight

/// Prints a view in the format asked for: the same screen, without the dashboard around it.
struct ViewPrinter {
  let options: ViewOptions

  init(_ options: ViewOptions) { self.options = options }

  init(options: CommonOptions) { self.init(options.values) }

  func print(_ page: Page, settings: Settings = Settings()) throws {
    try print(page, in: options.world(), settings: settings)
  }

  func print(_ page: Page, in world: World, settings: Settings = Settings()) throws {
    let sheet = Sheet(page: page, world: world, settings: settings)
    let colours = Colours(
      options: options, configured: try UserFiles().checkedConfiguration().theme)
    switch options.format ?? (Standard.takesSequences ? .ansi : .text) {
    case .json: try emit(ViewPrinter.json(sheet.record))
    case .csv: try emit(sheet.csv)
    case .text: try emit(PlainText.write(canvas(of: sheet), ascii: colours.ascii))
    case .ansi:
      try emit(
        ANSI.write(
          canvas(of: sheet), theme: colours.theme, depth: colours.depth, ascii: colours.ascii))
    case .svg:
      try emit(
        SVG.write(
          canvas(of: sheet), theme: colours.theme, title: "Moat: \(page.kind.title)",
          description: sheet.description))
    }
  }

  func emit(_ text: String) throws {
    if let path = options.out {
      try FileWriter.write(text, to: path)
    } else if isPaged, let pager = Pager.command, Pager.isNeeded(for: text) {
      if !Pager.show(text, with: pager) { try Standard.write(text) }
    } else {
      try Standard.write(text)
    }
  }

  /// Whether somebody reads the text on a terminal, who would see only its end.
  private var isPaged: Bool {
    !options.noPager && options.height == nil && Standard.outputIsTerminal
  }

  static func json(_ record: any Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  private func canvas(of sheet: Sheet) -> Canvas {
    sheet.canvas(width: options.width ?? min(Standard.width, 200), height: options.height)
  }
}

/// What colours the outlet has: NO_COLOR, CLICOLOR_FORCE and TERM=dumb are honoured.
struct Colours {
  let theme: Theme
  let depth: ColourDepth
  let ascii: Bool

  init(options: ViewOptions, configured: Theme?) {
    theme = options.theme.flatMap { Theme.named($0) } ?? configured ?? .standard
    ascii = options.ascii
    let term = Standard.environment("TERM") ?? ""
    let refused = !(Standard.environment("NO_COLOR") ?? "").isEmpty || term == "dumb"
    let forced = (Standard.environment("CLICOLOR_FORCE") ?? "0") != "0"
    if refused && !forced {
      depth = .none
    } else if ["truecolor", "24bit"].contains(Standard.environment("COLORTERM") ?? "") {
      depth = .direct
    } else {
      depth = term.contains("256") || forced ? .palette256 : .eight
    }
  }
}
