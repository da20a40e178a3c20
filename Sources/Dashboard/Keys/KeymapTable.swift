extension Keymap {
  /// The keymap as a Markdown table: the fixed keys by group, then those that each screen adds.
  public var markdown: String {
    var lines = ["| key | what it does |", "| --- | --- |"]
    for group in Binding.Group.allCases where group != .screen {
      lines += bindings.filter { $0.group == group }.map(Keymap.row)
    }
    for kind in ScreenKind.allCases where !kind.bindings.isEmpty {
      lines += kind.bindings.map { Keymap.row($0, on: kind) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ binding: Binding) -> String {
    "| \(keys(of: binding)) | \(escaped(binding.help)) |"
  }

  private static func row(_ binding: Binding, on kind: ScreenKind) -> String {
    "| \(keys(of: binding)) on \(kind.title) | \(escaped(binding.help)) |"
  }

  private static func keys(of binding: Binding) -> String {
    binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
  }
}
