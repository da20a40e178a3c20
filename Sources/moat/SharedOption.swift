/// An option that every command knows, and the formats in which it means something.
enum SharedOption: String, CaseIterable {
  case data
  case asOf = "as-of"
  case filter = "where"
  case format, table, width, height, out, theme, ascii
  case noPager = "no-pager"
  case force

  var name: String { "--\(rawValue)" }

  /// True if a value belongs behind it.
  var takesValue: Bool { ![.ascii, .noPager, .force].contains(self) }

  /// The formats that it changes, or may change.
  var formats: [OutputFormat] {
    switch self {
    case .width, .height: [.text, .ansi, .svg]
    case .theme: [.ansi, .svg]
    case .table: [.json, .csv]
    case .ascii: [.text, .ansi, .json]
    case .data, .asOf, .filter, .format, .out, .noPager, .force: OutputFormat.allCases
    }
  }

  /// The options of views, as they are written, that hold one value each.
  static let once: Set<String> = Set(
    allCases.filter { $0.takesValue && $0 != .data }.map(\.name) + [
      "--to", "--dimension", "--cut", "--unit", "--include", "--view", "--by", "--kind",
      "--country", "--months", "--since", "--basis", "--against",
    ])

  /// The options of any command that take a value, as they are written: what follows is no option.
  static let withValue: Set<String> = once.union([
    SharedOption.data.name, "--into", "--new", "--as", "--map", "--set", "--accept", "--source",
    "--title", "--publisher", "--published", "--mapping", "--save",
  ])
}
