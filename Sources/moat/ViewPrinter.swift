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
    if options.isSchema {
      return try emit(JSONText.write(sheet.schema, ascii: colours.ascii), sparing: files)
    }
    if let size = options.chart {
      return try ChartPrinter(options: options, size: size)
        .print(sheet, of: page, theme: colours.theme, sparing: files)
    }
    switch options.format ?? (Colours.areWanted(for: options) ? .ansi : .text) {
    case .json where options.isRowsAlone:
      let table = try table(of: sheet)
      try stream(sparing: files) {
        try DataWriter(table).jsonRows(ascii: colours.ascii, to: $0)
      }
    case .json where options.isList:
      let table = try table(of: sheet)
      let meta = sheet.meta(command: Standard.command)
      try stream(sparing: files) {
        try DataWriter(table).json(meta, ascii: colours.ascii, to: $0)
      }
    case .json:
      let text = try JSONText.write(
        sheet.record, ascii: colours.ascii, problems: JSONText.Problems(world.dataset))
      try emit(text, sparing: files)
    case .png, .html, .package, .sqlite, .duckdbSQL, .parquet:
      throw Failure.usage(
        "\(page.kind.word) is no picture of that format; moat chart and moat report are")
    case .csv:
      let table = try table(of: sheet)
      try stream(sparing: files) {
        try DataWriter(table).csv(hasHeaders: options.hasHeaders, to: $0)
      }
    case .tsv:
      let table = try table(of: sheet)
      try stream(sparing: files) {
        try DataWriter(table).tsv(hasHeaders: options.hasHeaders, to: $0)
      }
    case .md:
      let table = try table(of: sheet)
      try stream(sparing: files) {
        try DataWriter(table).markdown(ascii: colours.ascii, to: $0)
      }
    case .table, .wide:
      var table = try table(of: sheet)
      if options.format == .table, options.selection.columns == nil { table = table.readable }
      let canvas = table.canvas(width: options.width, hasHeaders: options.hasHeaders)
      try emit(PlainText.write(canvas, ascii: colours.ascii), sparing: files)
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
    if let table = sheet.table(options.table) {
      do {
        return try options.selection.applied(to: table)
      } catch {
        let option = options.isRowsAlone && error.isOfColumns ? "--json" : error.option
        throw Failure.usage(
          "\(option): \(table.name) has no column '\(error.name)'"
            + Suggestion.words(for: error.name, among: table.headers)
            + "\nThe columns are \(table.headers.joined(separator: ", ")).")
      }
    }
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
    if options.width == nil, isUnbound { return sheet.whole(height: options.height) }
    return sheet.canvas(width: options.width ?? min(Standard.width, 200), height: options.height)
  }

  /// True for a text that no window bounds: in a pipe and in a file it is as wide as its content, unless
  /// `COLUMNS` says how wide.
  private var isUnbound: Bool {
    options.format != .svg && (options.out != nil || !Standard.outputIsTerminal)
      && Standard.environment("COLUMNS") == nil
  }
}
