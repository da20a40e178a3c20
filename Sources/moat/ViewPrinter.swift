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
      let schema = try options.isList ? sheet.schema(of: table(of: sheet)) : sheet.schema
      return try emit(JSONWriter.text(schema, ascii: colours.ascii), sparing: files)
    }
    if let size = options.chart {
      return try ChartPrinter(options: options, size: size)
        .print(sheet, of: page, theme: colours.theme, sparing: files)
    }
    let format = options.format ?? (Colours.areWanted(for: options) ? .ansi : .text)
    guard format.scope != .document else {
      throw Failure.usage(
        "\(page.kind.command) is no picture of that format; moat chart and moat report are")
    }
    let isList = options.isList || format.scope == .list
    var request = OutputRequest(sheet, table: isList ? try table(of: sheet) : nil) {
      canvas(of: sheet)
    }
    request.theme = colours.theme
    request.depth = colours.depth
    request.ascii = colours.ascii
    request.width = options.width
    request.hasHeaders = options.hasHeaders
    request.isList = options.isList
    request.isRowsAlone = options.isRowsAlone
    request.namesColumns = options.selection.columns != nil
    request.command = Standard.command
    try stream(sparing: files, isData: format.traits.contains(.exact)) {
      try format.write(request, to: $0)
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

  /// Writes piece by piece what may be too long to be held whole. Text for a terminal goes the way
  /// of every text.
  private func stream(
    sparing files: FileIdentities, isData: Bool, _ write: ((String) throws -> Void) throws -> Void
  ) throws {
    if let path = options.out {
      try FileWriter.write(to: path, sparing: files, write)
    } else if Standard.outputIsTerminal {
      var text = ""
      try write { text += $0 }
      try emit(text, sparing: files, isData: isData)
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
