import Dashboard

/// An option that every command knows, and the formats in which it means something.
enum SharedOption: String, CaseIterable {
  case data
  case asOf = "as-of"
  case filter = "where"
  case format, table, columns, sort, limit
  case fields = "json"
  case noHeaders = "no-headers"
  case width, height, out, theme, ascii
  case noPager = "no-pager"
  case force

  var name: String { "--\(rawValue)" }

  /// True if a value belongs behind it.
  var takesValue: Bool { ![.ascii, .noHeaders, .noPager, .force].contains(self) }

  /// The formats that it changes, or may change.
  var formats: [OutputFormat] {
    switch self {
    case .width: SharedOption.formats(.width)
    case .height: SharedOption.formats(.height)
    case .theme: SharedOption.formats(.theme)
    case .table, .columns, .sort, .limit: SharedOption.formats(.rows)
    case .fields: [.json]
    case .noHeaders: SharedOption.formats(.headers)
    case .ascii: SharedOption.formats(.ascii)
    case .data, .asOf, .filter, .format, .out, .noPager, .force: OutputFormat.all
    }
  }

  private static func formats(_ trait: OutputFormat.Traits) -> [OutputFormat] {
    OutputFormat.all.filter { $0.traits.contains(trait) }
  }

  /// True if it changes a chart for a slide.
  var isOfCharts: Bool { [.data, .asOf, .filter, .format, .out, .theme, .force].contains(self) }

  /// Why a chart has no use for it.
  var useless: String {
    switch self {
    case .width, .height: "--size says how large it is"
    case .ascii, .noPager: "it is a picture and no text"
    default: "it is a picture and no list"
    }
  }

  /// True if it chooses rows or columns of a list.
  var isOfLists: Bool { [.table, .columns, .sort, .limit, .fields, .noHeaders].contains(self) }

  /// The other names of options, with the usual name.
  static let aliases = ["--output": SharedOption.format.name]

  /// The options of views, as they are written, that hold one value each.
  static let once: Set<String> = Set(
    allCases.filter { $0.takesValue && $0 != .data }.map(\.name) + [
      "--to", "--dimension", "--cut", "--unit", "--include", "--view", "--by", "--kind",
      "--country", "--months", "--since", "--size", "--chart", "--basis", "--against",
    ])

  /// The options of any command that take a value, as they are written: what follows is no option.
  static let withValue: Set<String> = once.union([
    SharedOption.data.name, "--output", "--into", "--new", "--as", "--map", "--set", "--accept",
    "--source",
    "--title", "--publisher", "--published", "--mapping", "--save", "--prefix",
  ])
}
