import Canvas
import Dataset

/// A form in which facts leave the program: by `--format`, by the ending of a file and by `x`.
///
/// A format is described here alone, by its entry in `all`. That has its name, the endings of files that ask
/// for it and the options that change it. It also has its key behind `x` and the way it is written. From the
/// entry follow the command line's options with their help, what is refused with a format, and the question
/// of `x`.
public struct OutputFormat: Sendable {
  public enum Scope: Sendable {
    /// The whole of a view.
    case view
    /// One list of a view and nothing else.
    case list
    /// The document of one command, which writes it itself.
    case document
  }

  /// The options that change it.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let width = Traits(rawValue: 1)
    public static let height = Traits(rawValue: 2)
    public static let theme = Traits(rawValue: 4)
    public static let ascii = Traits(rawValue: 8)
    public static let headers = Traits(rawValue: 16)
    /// The choice of a list, of its rows and of its columns.
    public static let rows = Traits(rawValue: 32)
    /// Control characters of the data stand in it as they are, so that a terminal is shown their pictures.
    public static let exact = Traits(rawValue: 64)
  }

  typealias Sink = (String) throws -> Void
  typealias Write = @Sendable (OutputRequest, Sink) throws -> Void

  public let name: String
  public let scope: Scope
  public let traits: Traits
  /// The endings of files that ask for it, first the ending that `x` writes.
  public let endings: [String]
  /// Words about it in the help of `--format`.
  public let note: String
  /// Its key and its name behind `x`; `nil` where that does not offer it.
  let export: (key: Character, title: String)?
  private let write: Write?

  private init(
    _ name: String, _ scope: Scope, _ traits: Traits = [], endings: [String] = [],
    note: String = "", export: (key: Character, title: String)? = nil, write: Write? = nil
  ) {
    self.name = name
    self.scope = scope
    self.traits = traits
    self.endings = endings
    self.note = note
    self.export = export
    self.write = write
  }

  /// A format of one list; a view without a list leaves it empty.
  private init(
    list name: String, _ traits: Traits, endings: [String] = [], note: String = "",
    export: (key: Character, title: String)? = nil,
    write: @escaping @Sendable (DataTable, OutputRequest, Sink) throws -> Void
  ) {
    self.init(
      name, .list, traits.union(.rows), endings: endings, note: note, export: export
    ) { request, sink in
      if let table = request.table { try write(table, request, sink) }
    }
  }

  /// Writes an answer piece by piece; nothing of a document, which its command writes itself.
  public func write(_ request: OutputRequest, to sink: (String) throws -> Void) throws {
    try write?(request, sink)
  }
}

// MARK: The formats

extension OutputFormat {
  /// Every format, in the order of messages and help.
  public static let all: [OutputFormat] = [
    text, ansi, svg, json, csv, tsv, md, table, wide, png, html, package, sqlite, duckdbSQL,
    parquet,
  ]

  public static let text = OutputFormat(
    "text", .view, [.width, .height, .ascii], endings: ["txt", "text"], export: ("t", "text")
  ) { request, sink in
    try sink(PlainText.write(request.canvas(), ascii: request.ascii))
  }

  public static let ansi = OutputFormat(
    "ansi", .view, [.width, .height, .ascii, .theme], endings: ["ansi"]
  ) { request, sink in
    try sink(
      ANSI.write(
        request.canvas(), theme: request.theme, depth: request.depth, ascii: request.ascii))
  }

  public static let svg = OutputFormat(
    "svg", .view, [.width, .height, .theme], endings: ["svg"], export: ("s", "SVG")
  ) { request, sink in
    try sink(
      SVG.write(
        request.canvas(), theme: request.theme, title: "Moat: \(request.sheet.title)",
        description: request.sheet.description))
  }

  /// The whole view, or one of its lists where that is asked for.
  public static let json = OutputFormat(
    "json", .view, [.rows, .ascii], endings: ["json"], export: ("j", "JSON")
  ) { request, sink in
    guard request.isList, let table = request.table else {
      return try sink(JSONWriter.text(request.sheet.record, ascii: request.ascii))
    }
    if request.isRowsAlone {
      try DataWriter(table).jsonRows(ascii: request.ascii, to: sink)
    } else {
      let meta = request.sheet.meta(command: request.command)
      try DataWriter(table).json(meta, ascii: request.ascii, to: sink)
    }
  }

  public static let csv = OutputFormat(
    list: "csv", [.headers, .exact], endings: ["csv"], export: ("c", "CSV")
  ) { table, request, sink in
    try DataWriter(table).csv(hasHeaders: request.hasHeaders, to: sink)
  }

  public static let tsv = OutputFormat(list: "tsv", [.headers, .exact], endings: ["tsv"]) {
    try DataWriter($0).tsv(hasHeaders: $1.hasHeaders, to: $2)
  }

  public static let md = OutputFormat(list: "md", [.ascii, .exact], endings: ["md", "markdown"]) {
    try DataWriter($0).markdown(ascii: $1.ascii, to: $2)
  }

  public static let table = OutputFormat(
    list: "table", [.width, .headers, .ascii], note: "what a screen shows of it"
  ) { table, request, sink in
    try write(request.namesColumns ? table : table.readable, request, sink)
  }

  public static let wide = OutputFormat(
    list: "wide", [.width, .headers, .ascii], note: "every column", write: write)

  /// Writes a list as a table of text.
  @Sendable private static func write(
    _ table: DataTable, _ request: OutputRequest, _ sink: Sink
  ) throws {
    let canvas = table.canvas(width: request.width, hasHeaders: request.hasHeaders)
    try sink(PlainText.write(canvas, ascii: request.ascii))
  }

  public static let png = OutputFormat("png", .document, endings: ["png"])
  public static let html = OutputFormat("html", .document, [.theme], endings: ["html", "htm"])
  public static let package = OutputFormat("package", .document)
  public static let sqlite = OutputFormat(
    "sqlite", .document, endings: ["db", "sqlite", "sqlite3"])
  public static let duckdbSQL = OutputFormat("duckdb-sql", .document, endings: ["sql", "duckdb"])
  public static let parquet = OutputFormat("parquet", .document, endings: ["parquet"])

  /// The formats of a view, those of its lists included.
  public static let views = all.filter { $0.scope != .document }

  /// The formats that hold one list and nothing else.
  public static let lists = all.filter { $0.scope == .list }

  /// The formats that `x` offers.
  static let exported = all.filter { $0.export != nil }

  /// The format of a name.
  public init?(named name: String) {
    guard let format = OutputFormat.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The format that a file's name asks for by its ending; `nil` where it asks for none.
  public init?(endingOf path: String) {
    guard let ending = OutputFormat.ending(of: path),
      let format = OutputFormat.all.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }

  private static func ending(of path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return path[path.index(after: dot)...].lowercased()
  }

  /// The ending of a file's name that promises a kind of file which nothing here writes. A text of
  /// such a name opens nowhere.
  public static func foreignEnding(of path: String) -> String? {
    ending(of: path).flatMap { foreignEndings.contains($0) ? $0 : nil }
  }

  private static let foreignEndings = Set(
    """
    pdf doc docx odt rtf ppt pptx odp xls xlsx ods jpg jpeg gif webp tif tiff bmp eps ps arrow \
    feather xml yaml yml toml jsonl ndjson zip gz tar tgz xz zst bz2 7z
    """.split(separator: " ").map(String.init))
}

extension OutputFormat: Hashable {
  public static func == (one: OutputFormat, other: OutputFormat) -> Bool { one.name == other.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
