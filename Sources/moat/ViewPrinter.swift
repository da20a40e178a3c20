import Canvas
import Dashboard
import Dataset
import Insight

/// Prints a view in the format asked for: the same screen, without the dashboard around it.
struct ViewPrinter {
  let options: ViewOptions

  init(_ options: ViewOptions) { self.options = options }

  func print(_ page: Page, settings: Settings = Settings()) throws {
    try print(page, in: options.world(), settings: settings)
  }

  func print(_ page: Page, in world: World, settings: Settings = Settings()) throws {
    let sheet = Sheet(page: page, world: world, settings: settings)
    let colours = Colours(
      options: options, configured: try UserFiles().checkedConfiguration().theme)
    let files = FileIdentities(world.dataset)
    switch options.format ?? (Colours.areWanted(for: options) ? .ansi : .text) {
    case .json where options.table != nil:
      let table = try table(of: sheet)
      let meta = sheet.meta(command: Standard.command)
      try stream(sparing: files) {
        try DataWriter(table).json(meta, ascii: colours.ascii, to: $0)
      }
    case .json:
      let text = try JSONText.write(
        sheet.record, ascii: colours.ascii, problems: JSONText.Problems(world.dataset))
      try emit(text, sparing: files)
    case .csv:
      let table = try table(of: sheet)
      try stream(sparing: files) { try DataWriter(table).csv(to: $0) }
    case .text: try emit(PlainText.write(canvas(of: sheet), ascii: colours.ascii), sparing: files)
    case .ansi:
      let text = ANSI.write(
        canvas(of: sheet), theme: colours.theme, depth: colours.depth, ascii: colours.ascii)
      try emit(text, sparing: files)
    case .svg:
      let text = SVG.write(
        canvas(of: sheet), theme: colours.theme, title: "Moat: \(page.kind.title)",
        description: sheet.description)
      try emit(text, sparing: files)
    }
  }

  private func table(of sheet: Sheet) throws -> DataTable {
    if let table = sheet.table(options.table) { return table }
    let names = sheet.tables.map(\.name)
    guard let name = options.table else { throw Failure.usage("this view has no list") }
    throw Failure.usage(
      "this view has no list '\(name)'" + Suggestion.words(for: name, among: names)
        + "\nThe lists are \(names.joined(separator: ", ")).")
  }

  /// Writes piece by piece what may be too long to be held whole. What somebody reads on a terminal goes
  /// the way of every text.
  private func stream(
    sparing files: FileIdentities, _ write: ((String) throws -> Void) throws -> Void
  ) throws {
    if let path = options.out {
      try FileWriter.write(to: path, sparing: files, write)
    } else if Standard.outputIsTerminal {
      var text = ""
      try write { text += $0 }
      try emit(text, sparing: files, isData: true)
    } else {
      try write { try Standard.write($0) }
    }
  }

  /// Writes an answer to the outlet.
  ///
  /// - Parameters:
  ///   - files: The files that must not be written.
  ///   - isData: True if control characters of the data may be in it: CSV, which is exact in a file and in
  ///     a pipe and shows them on a terminal.
  func emit(_ text: String, sparing files: FileIdentities = FileIdentities(), isData: Bool = false)
    throws
  {
    if let path = options.out { return try FileWriter.write(text, to: path, sparing: files) }
    guard Standard.outputIsTerminal else { return try Standard.write(text) }
    var text = isData ? Visible.lines(text) : text
    if isData, !Standard.isUTF8 { text = ASCII.lines(text) }
    if isPaged, let pager = Pager.command, Pager.isNeeded(for: text) {
      if Pager.show(text, with: pager) { return }
    }
    try Standard.write(text)
  }

  /// True if the text goes to a terminal, where only its end would be seen.
  private var isPaged: Bool { !options.noPager && options.height == nil }

  private func canvas(of sheet: Sheet) -> Canvas {
    sheet.canvas(width: options.width ?? min(Standard.width, 200), height: options.height)
  }
}
